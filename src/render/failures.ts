import type { Report, TestFailure } from '../report/schema.ts';
import { fromRoot } from '../report/repository-path.ts';
import { keys } from './keys.ts';

/** A failed test, in all legs in which it failed at the same line. */
export interface FailedTest extends TestFailure {
  package: string;
  legs: string[];
}

/** The failed tests that no root cause tells of already; files are relative to the repository. */
export function untoldFailures(report: Report): FailedTest[] {
  const keyOf = keys();
  const told = new Set(
    report.crashes.flatMap(({ occurrences }) =>
      occurrences.map((seen) => keyOf([seen.leg, seen.package, seen.test])),
    ),
  );
  return failedTests(report, (leg, name, test) => !told.has(keyOf([leg, name, test])));
}

/** All failed tests, or those that are wanted; files are relative to the repository. */
export function failedTests(
  { packages, source }: Report,
  isWanted: (leg: string, packageName: string, test: string) => boolean = () => true,
): FailedTest[] {
  const keyOf = keys();
  const found = new Map<string, FailedTest>();
  for (const run of packages) {
    for (const failure of run.tests.failures) {
      const { test, file, line } = failure;
      if (!isWanted(run.leg, run.package, test)) continue;
      const key = keyOf([run.package, test, file, line]);
      const same = found.get(key);
      const path = file === null ? null : fromRoot(source.directory ?? '', file);
      if (same === undefined)
        found.set(key, { ...failure, file: path, package: run.package, legs: [run.leg] });
      else if (!same.legs.includes(run.leg)) same.legs.push(run.leg);
    }
  }
  return [...found.values()];
}
