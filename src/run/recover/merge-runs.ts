import type { DeclaredTest } from '../../evidence/completeness.ts';
import { activeTests } from '../../recovery/active-tests.ts';
import { hasDied } from '../../recovery/attempt-view.ts';
import { excusedTests } from '../../recovery/excused.ts';
import { mergeTests, type AttemptTests } from '../../recovery/merge-tests.ts';
import type { LadderStep, Recovery } from '../../report/recovery-schema.ts';
import type { Attempt, PackageRun } from '../../report/schema.ts';
import type { AssembledRun } from '../attempt-run.ts';
import type { PackageRequest } from '../package-request.ts';
import type { Decisions } from './decisions.ts';
import type { ResultRerun } from './rerun.ts';

/** A further run of the package's binary. */
export interface FurtherRun {
  rerun: ResultRerun;
  assembled: AssembledRun;
}

/** The declared tests that a further run was to run. */
export function selected(
  declared: readonly DeclaredTest[],
  { tests }: Pick<ResultRerun, 'tests'>,
): readonly DeclaredTest[] {
  if (tests === null) return declared;
  const names = new Set(tests);
  return declared.filter(({ name }) => names.has(name));
}

/** All runs of a package as one: how it ended is told by the first that did not end well, and each test once. */
export function mergeRuns(
  { evidence, planned }: PackageRequest,
  first: AssembledRun,
  further: readonly FurtherRun[],
): PackageRun {
  const decisions = evidence.decisions.get(planned.package);
  const runs = [first, ...further.map(({ assembled }) => assembled)];
  const tests = [
    attemptTests(first, planned.declared, decisions),
    ...further.map(({ rerun, assembled }) =>
      attemptTests(assembled, selected(planned.declared, rerun), decisions),
    ),
  ];
  const decisive = decisiveRun(runs).run;
  const merged: PackageRun = {
    ...first.run,
    ...{ ending: decisive.ending, cause: decisive.cause, output: decisive.output },
    attempts: [
      ...first.run.attempts.map((attempt) => withSeed(attempt, first)),
      ...further.flatMap(reportFurther),
    ],
    tests: mergeTests(tests, planned.declared, evidence.leg.repeats),
    elapsedMs: sum(runs.map(({ run }) => run.elapsedMs)),
    peakRssBytes: highest(runs.map(({ run }) => run.peakRssBytes)),
  };
  const recovery = recoveryOf(first, further, decisions);
  const isolation = evidence.isolations.get(planned.package);
  return {
    ...merged,
    ...(recovery === null ? {} : { recovery }),
    ...(isolation === undefined ? {} : { isolation }),
  };
}

/** A further run that ended badly where the first did not is what repetition found. */
function decisiveRun(runs: readonly AssembledRun[]): AssembledRun {
  const [first] = runs;
  const died = runs.filter(({ run }) => hasDied(run));
  // Who leaves with 0 looks harmless: another death says more.
  const bad =
    died.find((one) => !leftWell(one)) ?? died[0] ?? runs.find(({ run }) => run.cause !== null);
  const isFirst = first !== undefined && first.run.cause !== null && !endedTests(first);
  const found = isFirst && !leftWell(first) ? first : bad;
  if (found !== undefined) return found;
  if (first === undefined) throw new Error('a package without a run');
  return first;
}

/** In the middle of its tests, with exit code 0. */
function leftWell({ run: { ending, attempts } }: AssembledRun): boolean {
  return ending === 'exited' && attempts.at(-1)?.exitCode === 0;
}

/** Its tests all ended, some of them failed. */
function endedTests({ run }: AssembledRun): boolean {
  return run.ending === 'failed';
}

function attemptTests(
  { run }: AssembledRun,
  declared: readonly DeclaredTest[],
  decisions: Decisions | undefined,
): AttemptTests {
  const attempt = run.attempts.at(-1)?.number ?? 1;
  return { attempt, declared, tests: run.tests, culprit: decisions?.culprits.get(attempt) ?? null };
}

function reportFurther({ rerun, assembled }: FurtherRun): Attempt[] {
  const { run } = assembled;
  return run.attempts.map((attempt) => ({
    ...withSeed(attempt, assembled),
    purpose: rerun.purpose,
    ...(rerun.changes.length === 0 ? {} : { changes: rerun.changes }),
    ...(rerun.tests === null ? {} : { ranTests: rerun.tests }),
    ...(run.cause === null ? {} : { cause: run.cause }),
  }));
}

function withSeed(attempt: Attempt, { fold }: AssembledRun): Attempt {
  const seed = fold?.shuffleSeed ?? null;
  return seed === null ? attempt : { ...attempt, shuffleSeed: seed };
}

const rungs: ReadonlySet<string> = new Set<LadderStep['step']>([
  ...(['alone', 'serial', 'fewer', 'soft-limit'] as const),
]);

function recoveryOf(
  first: AssembledRun,
  further: readonly FurtherRun[],
  decisions: Decisions | undefined,
): Recovery | null {
  const recovering = further.filter(({ rerun }) => rerun.purpose !== 'stress');
  if (decisions === undefined || (recovering.length === 0 && decisions.stopped === null))
    return null;
  return {
    bound: decisions.bound,
    stopped: decisions.stopped,
    ladder: further.flatMap(({ rerun, assembled: { run } }) =>
      rungs.has(rerun.purpose)
        ? [
            {
              step: rerun.purpose as LadderStep['step'],
              attempt: run.attempts.at(-1)?.number ?? 0,
              tests: rerun.tests,
              changes: rerun.changes,
              ending: run.ending,
              peakRssBytes: run.peakRssBytes,
            },
          ]
        : [],
    ),
    // What passes only under a soft limit dies whenever it runs as it is.
    flaky: excusedTests(
      [
        first,
        ...recovering
          .filter(({ rerun }) => rerun.purpose !== 'soft-limit')
          .map(({ assembled }) => assembled),
      ].map(({ run, fold }) => ({
        ...run,
        active: activeTests(fold),
      })),
    ),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
