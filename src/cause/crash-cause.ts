import type { CrashKind, ParsedCrash } from '../crash/parsed-crash.ts';
import type { CauseId } from '../report/cause-ids.ts';
import { sayings } from './sayings.ts';

/** What a kind means where no saying is more precise. */
const plain: Readonly<Record<CrashKind, CauseId>> = {
  panic: 'panic',
  'fatal-error': 'fatal-error',
  signal: 'signal',
  timeout: 'timeout',
  'data-race': 'data-race',
  sanitizer: 'sanitizer',
  'goroutine-leak': 'goroutine-leak',
  exit: 'os-exit',
  killed: 'killed',
  'build-failure': 'build-failed',
};

/** What stands before a message in the text; sayings are written for whole lines. */
const prefixes: Partial<Record<CrashKind, string>> = {
  panic: 'panic: ',
  'fatal-error': 'fatal error: ',
};

/** Kinds whose words may say more than the kind. */
const spoken: ReadonlySet<CrashKind> = new Set(['panic', 'fatal-error', 'signal', 'sanitizer']);

/** log.Fatal writes through package log: with its standard flags the line begins with date and time. */
const logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;

/** The most precise cause that a crash's own text stands for. Nothing but text proves it: a report's cause rests on facts. */
export function causeOfCrash(crash: ParsedCrash): CauseId {
  const { kind, message, notes } = crash;
  const precise = exactly(crash);
  if (precise !== null) return precise;
  if (!spoken.has(kind)) return plain[kind];
  const said = `${prefixes[kind] ?? `${crash.signal?.name ?? ''}: `}${message}`;
  const text = [said, ...notes].join('\n');
  // A panic's value is the program's own text: only what the runtime raises as a panic counts.
  const wanted = sayings.filter(
    ({ by, pattern }) =>
      by === 'runtime' && (kind !== 'panic' || pattern.source.startsWith('panic: ')),
  );
  return (
    wanted.find(({ pattern, not }) => pattern.test(text) && not?.test(text) !== true)?.id ??
    plain[kind]
  );
}

function exactly({ kind, message, notes, panics, stacks, positions }: ParsedCrash): CauseId | null {
  switch (kind) {
    case 'panic': {
      const last = panics.at(-1)?.text ?? message;
      if (last.includes('unexpected call to os.Exit(0) during test')) return 'os-exit';
      if (inInit(stacks[0])) return 'init-panic';
      return last.includes('invalid memory address or nil pointer dereference')
        ? 'nil-dereference'
        : null;
    }
    case 'exit':
      return notes.some((note) => logged.test(note)) ? 'log-fatal' : null;
    case 'build-failure':
      return positions.length === 0 &&
        /^(?:go: |\S+: malformed|no required module|package \S+ is not in)/.test(message)
        ? 'setup-failed'
        : null;
    default:
      return null;
  }
}

/** Package initialisation: no frame of package testing below it. */
function inInit(stack: ParsedCrash['stacks'][number] | undefined): boolean {
  const frames = stack?.goroutine.frames ?? [];
  return frames.some(({ function: name }) => /^runtime\.doInit1?$/.test(name));
}
