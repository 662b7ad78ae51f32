import type { Blame } from '../crash/blame/blame.ts';
import type { Frame } from '../crash/frame.ts';
import type { Goroutine } from '../crash/goroutines/goroutine.ts';
import type { CrashStack, ParsedCrash } from '../crash/parsed-crash.ts';
import type { Repository } from '../crash/source/repository.ts';
import { isRuntime, userFrame } from '../crash/standard-library.ts';

/** What signatures look at. */
export interface Subject {
  crash: ParsedCrash;
  /** From where the crash was raised outwards: the panic's own deferred calls are left out. */
  frames: readonly Frame[];
  top: Frame | null;
  state: string;
  /** The states of the user's other goroutines. */
  others: readonly string[];
  /** Null where the source cannot be read. */
  source: string | null;
  /** Null for what is no race. */
  access: NonNullable<CrashStack['access']>['operation'] | null;
  /** Of a race, the same from the earlier access: which of the two comes first is chance. */
  otherSide: Subject | null;
}

export function subjectOf(crash: ParsedCrash, blame: Blame, repository: Repository): Subject {
  const view = viewOf(blamedGoroutine(crash, blame), blame.blame, crash, repository);
  const earlier = crash.stacks.find(({ role }) => role === 'previous');
  if (earlier === undefined) return view;
  const line = blame.related.find(({ role }) => role === 'previous access') ?? null;
  return { ...view, otherSide: viewOf(earlier.goroutine, line, crash, repository) };
}

function viewOf(
  goroutine: Goroutine | null,
  line: Frame | null,
  crash: ParsedCrash,
  repository: Repository,
): Subject {
  const frames = raised(goroutine?.frames ?? []);
  return {
    crash,
    frames,
    top: frames.find((frame) => !isRuntime(frame)) ?? null,
    state: goroutine?.state ?? '',
    others: crash.stacks
      .filter(
        (stack) => stack.goroutine !== goroutine && userFrame(stack.goroutine.frames) !== null,
      )
      .map((stack) => stack.goroutine.state),
    source: line === null ? null : (repository.lines(line.file)?.[line.line - 1] ?? null),
    access: crash.stacks.find((stack) => stack.goroutine === goroutine)?.access?.operation ?? null,
    otherSide: null,
  };
}

/** The goroutine that crashed; where all wait (deadlock, timeout), the one whose line is blamed. */
function blamedGoroutine({ stacks }: ParsedCrash, { blame }: Blame): Goroutine | null {
  const crashing = stacks.find(({ role }) => role === 'crashing' || role === 'access');
  if (crashing !== undefined) return crashing.goroutine;
  const waits = stacks.find(({ goroutine }) =>
    goroutine.frames.some(
      ({ function: name, line }) => name === blame?.function && line === blame.line,
    ),
  );
  return (waits ?? stacks[0])?.goroutine ?? null;
}

const deferring = /^(?:testing|github\.com\/stretchr\/testify\/suite)\./;

/** Behind `panic` where only the deferred calls of Go and of test suites stand before it. */
function raised(frames: readonly Frame[]): readonly Frame[] {
  const panic = frames.findIndex(({ function: name }) => name === 'panic');
  if (panic < 0) return frames;
  const before = frames.slice(0, panic);
  return before.every((frame) => isRuntime(frame) || deferring.test(frame.function))
    ? frames.slice(panic + 1)
    : frames;
}
