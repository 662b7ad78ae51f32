import type { Leak } from '../report/leak-schema.ts';
import type { Report } from '../report/schema.ts';
import type { Resilience } from '../settings/resilience.ts';

/**
 * Whether a leak fails a run in which leaks of its kind do: it is new, or there is no record that could tell and the runtime proves
 * it. What is only likely and may be old stays a remark.
 */
export function failsWhereLeaksFail({
  accepted,
  standing,
  confidence,
}: Pick<Leak, 'accepted' | 'standing' | 'confidence'>): boolean {
  if (accepted !== null) return false;
  return standing === 'new' || (standing === 'unknown' && confidence === 'confirmed');
}

/** What a report says of it, for those who show it. */
export function kindsThatFail(
  modes: Pick<Resilience['leaks'], 'goroutines' | 'memory'> | undefined,
): Pick<Report, 'leaksThatFail'> {
  const kinds: Leak['kind'][] = [];
  if (modes?.goroutines === 'fail') kinds.push('goroutine');
  if (modes?.memory === 'fail') kinds.push('memory');
  return kinds.length === 0 ? {} : { leaksThatFail: kinds };
}

/** Those that matter first come first: what fails, what nobody can tell, what is known, what is let be. */
export function worstFirst(leaks: readonly Leak[]): Leak[] {
  return leaks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.package, b.package) ||
      compare(a.site?.file ?? '', b.site?.file ?? '') ||
      (a.site?.line ?? 0) - (b.site?.line ?? 0) ||
      compare(a.fingerprint, b.fingerprint),
  );
}

function rank(leak: Leak): number {
  if (leak.accepted !== null) return 3;
  if (failsWhereLeaksFail(leak)) return leak.standing === 'new' ? 0 : 1;
  return leak.standing === 'known' ? 2.5 : 2;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
