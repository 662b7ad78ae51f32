import type { MemoryGrowth } from '../evidence/counters.ts';
import type { CauseFacts } from './facts.ts';

// The control groups that the guard makes: memoryDir, and in it one for go test with its tools and one for all tests (keeper).

/** The guard's group, or one of the two in it. */
export function isOurCeiling({ guard }: CauseFacts, { path }: MemoryGrowth): boolean {
  const made = guard?.memoryDir ?? '';
  const outer = path.replace(/\/(?:go|tests)$/, '');
  return made !== '' && [path, outer].some((one) => one.length > 1 && made.endsWith(one));
}

/** Whether a group lies in the guard's; null where the guard has none. */
export function isInGuard(taskGroup: string, { guard }: CauseFacts): boolean | null {
  const own = guard?.memoryDir.split('/').at(-1) ?? '';
  return own === '' ? null : taskGroup.split('/').includes(own);
}
