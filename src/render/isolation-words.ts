import { topLevel } from '../crash/blame/running-tests.ts';
import type { Isolation } from '../report/isolation-schema.ts';
import { clip, listNames, oneLine } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { formatDuration } from '../settings/duration.ts';
import type { Problem } from './problems.ts';
import { reproduceCommand } from './reproduce.ts';

/** A package's run whose crash was isolated. */
export interface IsolatedRun {
  run: PackageRun;
  isolation: Isolation;
}

/** The isolation of a problem; null where none was made, or one of another crash of the package. */
export function isolationOf({ runs, crash, test }: Problem): IsolatedRun | null {
  for (const run of runs) {
    const { isolation } = run;
    if (isolation === undefined) continue;
    const other = crash?.test ?? test;
    if (isolation.test === null || other === null || topLevel(isolation.test) === topLevel(other))
      return { run, isolation };
  }
  return null;
}

/** Whose crash it is: the subtest where it is all that is needed, else its test; null where nobody knows. */
export function whoCrashes({ test, tests }: Isolation): string | null {
  const [only] = tests;
  if (tests.length === 1 && only?.includes('/') === true) return only;
  return test === null ? null : topLevel(test);
}

/** go test with the flags of the smallest set; null where there are none, or none that go into a command line. */
export function isolationCommand({ run, isolation }: IsolatedRun, report: Report): string | null {
  const { flags } = isolation;
  if (flags.length === 0) return null;
  const { package: name, leg } = run;
  return reproduceCommand({ report, package: name, legs: [leg], test: null, flags });
}

export function summaryOf({ summary }: Isolation): string {
  return oneLine(summary, 1000);
}

/** `21 runs of its test binary in 8.1s` */
export function effortOf({ runs, elapsedMs }: Isolation): string {
  return `${plural(runs, 'run')} of its test binary in ${formatDuration(elapsedMs)}`;
}

/** What a row of a proof ran: `TestFast, TestAdd`; and how often it crashed: `0 of 2`. */
export function proofWords({ tests, changes, runs, crashes }: Isolation['proof'][number]): {
  tests: string;
  changes: string;
  crashed: string;
} {
  return {
    tests: tests === null ? 'all' : tests.length === 0 ? 'none' : listNames(tests, 8),
    changes: clip(oneLine(changes.slice(0, 8).join(' '), 300), 300),
    crashed: `${String(crashes)} of ${String(runs)}`,
  };
}
