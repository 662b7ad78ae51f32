import { together } from '../leaks/together.ts';
import type { Leak } from './leak-schema.ts';
import type { Report } from './schema.ts';

/** Equal leaks of several reports as one; one of them is new only if none of the reports knows it. */
export function mergeLeaks(leaks: readonly Leak[]): Leak[] {
  const known = new Set(
    leaks.filter(({ standing }) => standing === 'known').map(({ fingerprint }) => fingerprint),
  );
  return together(leaks).map((leak) =>
    known.has(leak.fingerprint) ? { ...leak, standing: 'known' as const } : leak,
  );
}

/** What fails in one of them fails in all of it. */
export function mergeLeakKinds(reports: readonly Report[]): Pick<Report, 'leaksThatFail'> {
  const kinds = [...new Set(reports.flatMap(({ leaksThatFail = [] }) => leaksThatFail))];
  return kinds.length === 0 ? {} : { leaksThatFail: kinds };
}
