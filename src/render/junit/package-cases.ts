import type { PackageRun } from '../../report/schema.ts';
import { hasRecovered } from '../../verdict/recovered.ts';
import { missedRuns } from '../missed-runs.ts';
import { badEndOf, hasEndedWell, whyText } from './bad-end.ts';
import { joined, type JunitCase } from './case.ts';
import { endedCases } from './ended-cases.ts';
import { crashed, placeIn, type SeenCrashes } from './seen-crashes.ts';

/**
 * Every test of a package in one leg, and a case of its own for each bad end that no test stands for. `directory` is the folder of
 * the run below the root of the repository. In a run that passes all the same, flaky tests alone stand for how they were killed.
 */
export function packageCases(
  run: PackageRun,
  crashes: SeenCrashes,
  { directory, hasPassed }: { directory: string; hasPassed: boolean },
): JunitCase[] {
  const missed = missedRuns(run.tests);
  const cases = [
    ...endedCases(run, crashes, directory),
    ...run.tests.unfinished.map((name) => unfinished(run, name, crashes, directory)),
    ...missed.neverRan.map((name) => neverRan(run, name, 'the test never ran')),
    ...missed.tooFewRuns.map((name) => neverRan(run, name, 'the test had too few runs')),
  ];
  for (const { crash, test } of crashes.rest()) {
    const name = joined([...(test === null ? [] : [test]), `[${crash.cause}]`], ' ');
    cases.push({ name, elapsedMs: null, ...crashed(crash, run) });
  }
  const isForgiven = hasPassed && hasRecovered(run);
  if (!isForgiven && !isTold(run, cases)) cases.push(badEnd(run, directory));
  return named(cases);
}

/** How the process ended shows in a case already. Failed tests tell no more than that tests failed. */
function isTold(run: PackageRun, cases: readonly JunitCase[]): boolean {
  if (hasEndedWell(run)) return true;
  return cases.some(
    ({ result: { kind } }) => kind === 'error' || (kind === 'failure' && run.ending === 'failed'),
  );
}

function unfinished(
  run: PackageRun,
  name: string,
  crashes: SeenCrashes,
  directory: string,
): JunitCase {
  const crash = crashes.take(name);
  if (crash !== null) return { name, elapsedMs: null, ...crashed(crash, run) };
  return { ...badEnd(run, directory, 'the test did not finish'), name };
}

function neverRan(run: PackageRun, name: string, what: string): JunitCase {
  const message = whyText(what, run);
  return { name, elapsedMs: null, place: null, result: { kind: 'skipped', message } };
}

function badEnd(run: PackageRun, directory: string, what: string | null = null): JunitCase {
  const { cause, ending } = run;
  return {
    ...{ name: `[${ending}]`, elapsedMs: null },
    place: placeIn(directory, cause?.position?.file ?? null, cause?.position?.line ?? null),
    result: { kind: 'error', ...badEndOf(run, what) },
  };
}

/** Each name once: under -count a reader that keeps the last of a name would lose a failure. */
function named(cases: readonly JunitCase[]): JunitCase[] {
  const times = new Map<string, number>();
  return cases.map((each) => {
    const time = (times.get(each.name) ?? 0) + 1;
    times.set(each.name, time);
    return time === 1 ? each : { ...each, name: `${each.name} (${String(time)})` };
  });
}
