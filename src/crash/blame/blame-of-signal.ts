import { blameOfTimeout } from './blame-of-waiting.ts';
import {
  guiltOfStack,
  guiltyFrame,
  guiltyLine,
  nobody,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import type { CrashStack } from '../parsed-crash.ts';

/** Signals that somebody sends; a fault of the program itself has a code above zero. */
const sent = /^SIG(?:QUIT|INT|TERM|HUP|ABRT|USR[12]|ALRM|XCPU|PIPE)$/;

const maxStacks = 2000;

/** Of a signal, where the program was hit; of one that was sent to it, where it waited. */
export function blameOfSignal(investigation: Investigation): Guilt {
  const { signal } = investigation.crash;
  if (signal !== null && !signal.inCgo && sent.test(signal.name) && (signal.code ?? 0) <= 0)
    return blameOfTimeout(investigation);
  return blameOfFault(investigation);
}

/** Where the program was hit: on the first stack; where that is not the user's, in C code, or in whatever else was running. */
export function blameOfFault(investigation: Investigation): Guilt {
  const { stacks } = investigation.crash;
  const [first] = stacks;
  const isOwn = ({ goroutine: { frames } }: CrashStack): boolean =>
    guiltyFrame(frames, investigation) !== null;
  const hit = stacks.slice(0, maxStacks).filter(isOwn);
  const guilty =
    (first !== undefined && isOwn(first) ? first : hit.find(isInC)) ??
    (first !== undefined && guiltyLine(first.goroutine, investigation) !== null ? first : null) ??
    hit.find(isRunning);
  return guilty === undefined ? nobody : guiltOfStack(guilty.goroutine, investigation);
}

function isInC({ goroutine: { frames } }: CrashStack): boolean {
  return frames.some((frame) => frame.function === 'runtime.cgocall');
}

function isRunning({ goroutine: { state } }: CrashStack): boolean {
  return state === 'running' || state === 'syscall';
}
