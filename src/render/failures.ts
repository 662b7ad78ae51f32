import type { Report, TestFailure } from '../report/schema.ts';
import { fromRoot } from '../report/repository-path.ts';
import { keys } from './keys.ts';

const maxParents = 10;

/** A failed test, in all legs in which it failed at the same line. */
export interface FailedTest extends TestFailure {
  package: string;
  legs: string[];
}

/** The failed tests that no root cause tells of already; files are relative to the repository. */
export function untoldFailures(report: Report): FailedTest[] {
  const keyOf = keys();
  const told = new Set<string>();
  const parents = new Set<string>();
  for (const { leg, package: name, test } of report.crashes.flatMap((one) => one.occurrences)) {
    told.add(keyOf([leg, name, test]));
    for (const parent of parentsOf(test ?? '')) parents.add(keyOf([leg, name, parent]));
  }
  return failedTests(report, (leg, name, { test, message }) => {
    const key = keyOf([leg, name, test]);
    return !told.has(key) && !(parents.has(key) && isOfCrash(message));
  });
}

/** `TestA/b` and `TestA` of `TestA/b/c`, the nearest ten. */
function parentsOf(test: string): string[] {
  const found: string[] = [];
  let at = test.length;
  while (found.length < maxParents && (at = test.lastIndexOf('/', at - 1)) > 0)
    found.push(test.slice(0, at));
  return found;
}

/** Package testing prints the panic of a subtest below the test, which says nothing itself. */
export function isOfCrash(message: string): boolean {
  return message.trim() === '' || /^\s*(?:panic: |fatal error: |WARNING: DATA RACE)/.test(message);
}

/** All failed tests, or those that are wanted; files are relative to the repository. */
export function failedTests(
  { packages, source }: Report,
  isWanted: (leg: string, packageName: string, failure: TestFailure) => boolean = () => true,
): FailedTest[] {
  const keyOf = keys();
  const found = new Map<string, FailedTest>();
  for (const run of packages) {
    for (const failure of run.tests.failures) {
      const { test, file, line } = failure;
      if (!isWanted(run.leg, run.package, failure)) continue;
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
