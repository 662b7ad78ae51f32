import type { CrashStack, ParsedCrash } from './parsed-crash.ts';

const awake = new Set(['running', 'runnable', 'syscall', '']);

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
  const at = stacks[own]?.goroutine.state === 'running' || stacks[0]?.title === '' ? own : 0;
  const crashing = stacks[at];
  if (crashing === undefined) return [...stacks];
  return [{ ...crashing, role: 'crashing' }, ...stacks.filter((stack) => stack !== crashing)];
}
