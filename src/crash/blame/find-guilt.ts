import { blameOfConcurrentMap } from './blame-of-concurrent-map.ts';
import { blameOfOverflow } from './blame-of-overflow.ts';
import { blameOfPanic } from './blame-of-panic.ts';
import { blameOfRace } from './blame-of-race.ts';
import { blameOfSanitizer } from './blame-of-sanitizer.ts';
import { blameOfFault, blameOfSignal } from './blame-of-signal.ts';
import { blameOfBubble, blameOfDeadlock, blameOfLeak, blameOfTimeout } from './blame-of-waiting.ts';
import { blameOfWords } from './blame-of-words.ts';
import type { Guilt, Investigation } from './guilt.ts';
import type { CrashKind } from '../parsed-crash.ts';

type Blaming = (investigation: Investigation) => Guilt;

const byKind: Readonly<Record<CrashKind, Blaming>> = {
  panic: blameOfPanic,
  'fatal-error': blameOfFault,
  signal: blameOfSignal,
  timeout: blameOfTimeout,
  'data-race': blameOfRace,
  sanitizer: blameOfSanitizer,
  'goroutine-leak': blameOfLeak,
  exit: blameOfWords,
  killed: blameOfWords,
  'build-failure': blameOfWords,
};

/** Messages that have rules of their own, whatever they are printed as (src/runtime, src/testing/synctest). */
export const byMessage: readonly { message: RegExp; samples: readonly string[]; blame: Blaming }[] =
  [
    { message: /^stack overflow/, samples: ['stack overflow'], blame: blameOfOverflow },
    {
      message: /^(?:all goroutines are asleep|no goroutines \(main called)/,
      samples: [
        'all goroutines are asleep - deadlock!',
        'no goroutines (main called runtime.Goexit) - deadlock!',
      ],
      blame: blameOfDeadlock,
    },
    {
      message: /^deadlock: /,
      samples: [
        'deadlock: main bubble goroutine has exited but blocked goroutines remain',
        'deadlock: all goroutines in bubble are blocked',
      ],
      blame: blameOfBubble,
    },
    {
      message: /^concurrent map /,
      samples: ['concurrent map writes', 'concurrent map iteration and map write'],
      blame: blameOfConcurrentMap,
    },
  ];

/** The line that a person would point to, by the family of the report. */
export function findGuilt(investigation: Investigation): Guilt {
  const { kind, message, stacks } = investigation.crash;
  const special = kind === 'panic' || kind === 'fatal-error';
  const rule = special ? byMessage.find((row) => row.message.test(message)) : undefined;
  if (stacks.length === 0) return blameOfWords(investigation);
  return (rule?.blame ?? byKind[kind])(investigation);
}
