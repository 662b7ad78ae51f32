import type { CrashStack, ParsedCrash, SignalDetail } from '../parsed-crash.ts';

const awake = new Set(['running', 'runnable', 'syscall', 'idle', '']);

/**
 * Says which part each stack plays, and puts the one that crashed first. In a deadlock, after a timeout and after a signal from
 * outside nobody crashed: there are those who wait.
 */
export function withRoles(
  { kind, message, signal }: Pick<ParsedCrash, 'kind' | 'message' | 'signal'>,
  stacks: readonly CrashStack[],
): CrashStack[] {
  const nobody =
    kind === 'timeout' ||
    / - deadlock!$/.test(message) ||
    (kind === 'signal' && (signal?.name === 'SIGQUIT' || signal?.code === 0));
  if (nobody)
    return stacks.map((stack) =>
      awake.has(stack.goroutine.state) ? stack : { ...stack, role: 'waiting' },
    );
  // Behind the system stack comes the goroutine that it worked for, if it did for one.
  const own = stacks.findIndex(({ title }) => title === '');
  const at = stacks[0]?.title === '' || workedFor(stacks[own], signal) ? own : 0;
  const crashing = stacks[at];
  if (crashing === undefined) return [...stacks];
  return [{ ...crashing, role: 'crashing' }, ...stacks.filter((stack) => stack !== crashing)];
}

/** A goroutine that was in C code when the signal came is in a system call, as the runtime sees it. */
function workedFor(stack: CrashStack | undefined, signal: SignalDetail | null): boolean {
  if (stack === undefined) return false;
  const { state, frames } = stack.goroutine;
  return state === 'running' || (signal !== null && frames[0]?.function === 'runtime.cgocall');
}
