import { plural } from '../report/plural.ts';
import type { PackageRun } from '../report/schema.ts';

/** What was at work when the package was killed has passed since, and nothing else of it went wrong. */
export function hasRecovered({ tests, recovery }: PackageRun): boolean {
  const { unfinished, neverRan, failed } = tests;
  const complete = unfinished.length === 0 && neverRan.length === 0 && failed === 0;
  return complete && (recovery?.flaky.length ?? 0) > 0;
}

export function flakyText({ recovery }: PackageRun): string {
  const { flaky = [] } = recovery ?? {};
  return `; ${plural(flaky.length, 'test')} of those that it had stopped passed in a later attempt`;
}
