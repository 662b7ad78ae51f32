import { growth } from '../evidence/counters.ts';
import type { CauseFacts } from './facts.ts';

interface Limit {
  soft: number | null;
  hard: number | null;
}

/** The tighter of what the process began with and what it had at its end: a program may lower its own limits. */
export function limitOf(facts: CauseFacts, name: string): Limit {
  const before = facts.start?.limits[name];
  const after = facts.death?.limits?.[name];
  return {
    soft: tighter(before?.soft ?? null, after?.soft ?? null),
    hard: tighter(before?.hard ?? null, after?.hard ?? null),
  };
}

/** null is no limit. */
function tighter(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

export function cpuMs(facts: CauseFacts): number | null {
  const { end } = facts;
  if (end?.userCpuMs === undefined || end.systemCpuMs === undefined) return null;
  return end.userCpuMs + end.systemCpuMs;
}

/**
 * Whether a process that has used so much may have been at its hard limit. The kernel judges by whole ticks, which hold what other
 * programs used between two of them and what the host of a virtual machine took away; rusage does not. On two busy cores a process was
 * ended at 0.84 to 0.94 of its limit.
 */
export function mayBeCpuLimit(usedMs: number, hardSeconds: number): boolean {
  return usedMs >= 0.7 * hardSeconds * 1000;
}

/** The groups whose pids.max refused a fork while the process ran, innermost first. */
export function refusals(
  facts: CauseFacts,
): { path: string; limit: number | null; count: number }[] {
  const change = facts.death?.pids ?? null;
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find(({ path }) => path === before.path);
    const count = growth(before.refused, after?.refused ?? null) ?? 0;
    return count > 0 ? [{ path: before.path, limit: after?.limit ?? before.limit, count }] : [];
  });
}
