import { clip, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { LegReport, PackageRun, Reason } from '../report/schema.ts';

/** What is to be looked for in a leg after its tests, so that the run can be green. */
export interface SearchedLeg {
  name: string;
  /** Its tests are repeated. */
  repeats: boolean;
  /** Memory that grows with each repetition fails the run. */
  measuresGrowth: boolean;
}

interface SearchReason {
  reason: Reason;
  status: 'incomplete';
}

/** Why a search that did not come to its end keeps a run from being green. */
export function* searchReasons(
  searched: readonly SearchedLeg[],
  legs: readonly LegReport[],
  packages: readonly PackageRun[],
): Generator<SearchReason> {
  for (const { name, repeats, measuresGrowth } of searched) {
    const passed = packages.filter((run) => run.leg === name && run.ending === 'passed');
    const { stress } = legs.find((leg) => leg.name === name) ?? {};
    if (repeats && stress === undefined && passed.length > 0)
      yield lost(name, 'the tests were to be repeated, and nobody saw the end of that');
    const unmeasured = passed.filter(({ leaksSeen }) => leaksSeen?.memory === undefined);
    if (measuresGrowth && unmeasured.length > 0)
      yield lost(
        name,
        `whether memory grows with each repetition of the tests is not known of ${plural(unmeasured.length, 'package')}`,
      );
  }
  for (const leg of legs) yield* endless(leg);
}

function lost(leg: string, message: string): SearchReason {
  return { status: 'incomplete', reason: { kind: 'lost', message, leg } };
}

/** Packages whose tests were repeated, and never once to the end. They passed, so that this is said of the leg. */
function* endless({ name, stress }: LegReport): Generator<SearchReason> {
  const [first, ...others] = (stress?.packages ?? []).filter(
    ({ runs, overdue = 0 }) => runs === 0 && overdue > 0,
  );
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and of ${plural(others.length, 'more package')}`;
  const message = `no repetition of the tests of ${clip(printable(first.package), 200)}${more} came to an end, though each had many times as long as they should take`;
  yield { status: 'incomplete', reason: { kind: 'missing-tests', message, leg: name } };
}
