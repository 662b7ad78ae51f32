import type { Report, TestFailure } from '../report/schema.ts';
import { fromRoot } from '../report/repository-path.ts';
import { keys } from './keys.ts';

/** A failed test, in all legs in which it failed at the same line. */
export interface FailedTest extends TestFailure {
  package: string;
  legs: string[];
}

/** The failed tests that no root cause tells of already; files are relative to the repository. */
export function untoldFailures({ packages, crashes, source }: Report): FailedTest[] {
  const keyOf = keys();
  const told = new Set(
    crashes.flatMap(({ occurrences }) =>
      occurrences.map((seen) => keyOf([seen.leg, seen.package, seen.test])),
    ),
  );
  const found = new Map<string, FailedTest>();
  for (const run of packages) {
    for (const failure of run.tests.failures) {
      if (told.has(keyOf([run.leg, run.package, failure.test]))) continue;
      const { test, file, line } = failure;
      const key = keyOf([run.package, test, file, line]);
      const same = found.get(key);
      const path = file === null ? null : fromRoot(source.directory ?? '', file);
      if (same !== undefined) same.legs.push(run.leg);
      else found.set(key, { ...failure, file: path, package: run.package, legs: [run.leg] });
    }
  }
  return [...found.values()];
}
