import type { Crash } from '../report/schema.ts';

type Stack = Crash['stacks'][number];

const tellingRoles = new Set<Stack['role']>(['crashing', 'access', 'previous', 'creation']);

/**
 * The stacks that tell what happened: those that crashed or raced. Where a process was ended from without, as by the alarm of a timeout,
 * it is the goroutine at the line that is blamed, and not the alarm's, which comes first in the dump.
 */
export function tellingStacks(crash: Pick<Crash, 'stacks' | 'blame'>): Stack[] {
  const own = crash.stacks.filter(({ role }) => tellingRoles.has(role));
  if (own.length > 0) return own;
  const blamed = blamedStack(crash);
  return blamed === undefined ? crash.stacks.slice(0, 1) : [blamed];
}

/** The goroutine that was at the line that is blamed. */
export function blamedStack({ stacks, blame }: Pick<Crash, 'stacks' | 'blame'>): Stack | undefined {
  return stacks.find(({ frames }) =>
    frames.some(({ file, line }) => file === blame?.file && line === blame.line),
  );
}
