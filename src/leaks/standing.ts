import type { Leak } from '../report/leak-schema.ts';

/** What one recorded run says of leaks. */
export interface PastLeaks {
  fingerprints: ReadonlySet<string>;
  /** Packages of which it does not know all leaks: they crashed, or nobody could look. */
  partly: ReadonlySet<string>;
}

/** A leak comes and goes with the order in which goroutines run: so many runs are asked for it. */
export const askedRuns = 10;

/**
 * Whether earlier runs had a leak; the nearest comes first. What none of them had is new, if one of them knows all leaks of the
 * package. A package that no run names is new itself.
 */
export function standingOf(
  leak: Pick<Leak, 'fingerprint' | 'package'>,
  past: readonly PastLeaks[],
): Leak['standing'] {
  const asked = past.slice(0, askedRuns);
  if (asked.some(({ fingerprints }) => fingerprints.has(leak.fingerprint))) return 'known';
  return asked.some(({ partly }) => !partly.has(leak.package)) ? 'new' : 'unknown';
}
