import { plural } from '../../report/plural.ts';
import type { PackageRun, TestFailure } from '../../report/schema.ts';
import { isBad, type CaseResult, type JunitCase, type Trouble } from './case.ts';
import { crashed, crashTrouble, placeIn, type SeenCrashes } from './seen-crashes.ts';
import { badEndOf } from './bad-end.ts';

/** Slashes in a name, the last ones: each of them may end the name of a parent. */
const maxLevels = 100;

/** The tests that were seen to end, and the failed ones beyond those that are listed. */
export function endedCases(run: PackageRun, crashes: SeenCrashes, directory: string): JunitCase[] {
  const { tests } = run;
  const listed = tests.cases ?? [];
  const failures = byName(tests.failures);
  const parents = parentsOf(listed);
  const failed = (name: string, elapsedMs: number | null): JunitCase => {
    const failure = failures.get(name)?.next() ?? null;
    const crash = crashes.take(name);
    if (crash !== null) return { name, elapsedMs, ...crashed(crash, run) };
    const message = failure?.message ?? '';
    const silent = parents.has(name) ? 'a subtest failed' : 'it failed and said nothing';
    return {
      ...{ name, elapsedMs },
      place: placeIn(directory, failure?.file ?? null, failure?.line ?? null),
      result: testFailure(message === '' ? silent : message),
    };
  };
  const flaky = new Set(run.recovery?.flaky);
  const passed = (name: string): CaseResult =>
    flaky.has(name)
      ? { kind: 'passed', killedAtFirst: troubleOf(name, run, crashes) }
      : { kind: 'passed' };
  const cases = listed.map(([name, outcome, elapsedMs]): JunitCase => {
    if (outcome === 'failed') return failed(name, elapsedMs);
    const skipped = { kind: 'skipped', message: 'the test skipped itself' } as const;
    const result = outcome === 'passed' ? passed(name) : skipped;
    return { name, elapsedMs, place: null, result };
  });
  for (const [name, left] of failures) while (left.hasMore()) cases.push(failed(name, null));
  const more = tests.failed - cases.filter(({ result }) => isBad(result)).length;
  if (more > 0) {
    const result = testFailure(`${plural(more, 'more test')} failed and cannot be listed`);
    cases.push({ name: '[test-failure]', elapsedMs: null, place: null, result });
  }
  return cases;
}

/** What killed it at first; a crash that nobody knows the test of is told with the first one. */
function troubleOf(name: string, run: PackageRun, crashes: SeenCrashes): Trouble {
  const crash = crashes.take(name) ?? crashes.take(null);
  if (crash !== null) return crashTrouble(crash, run);
  return badEndOf(run, 'the test did not finish at first');
}

function testFailure(message: string): CaseResult {
  return { kind: 'failure', type: 'test-failure', message, detail: message };
}

interface Queue {
  next: () => TestFailure | null;
  hasMore: () => boolean;
}

/** A test fails more than once under -count; its messages are handed out in their order. */
function byName(failures: readonly TestFailure[]): Map<string, Queue> {
  const lists = new Map<string, TestFailure[]>();
  for (const failure of failures) {
    const list = lists.get(failure.test);
    if (list === undefined) lists.set(failure.test, [failure]);
    else list.push(failure);
  }
  return new Map(
    [...lists].map(([name, list]) => {
      let at = 0;
      return [name, { next: () => list[at++] ?? null, hasMore: () => at < list.length }];
    }),
  );
}

/** Tests that have a subtest which failed; the name of one may hold slashes of its own. */
function parentsOf(cases: NonNullable<PackageRun['tests']['cases']>): Set<string> {
  const parents = new Set<string>();
  for (const [name, outcome] of cases) {
    if (outcome !== 'failed') continue;
    let at = name.lastIndexOf('/');
    for (let level = 0; at > 0 && level < maxLevels; level++) {
      parents.add(name.slice(0, at));
      at = name.lastIndexOf('/', at - 1);
    }
  }
  return parents;
}
