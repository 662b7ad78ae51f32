import type { PackageRun } from '../../src/report/schema.ts';
import type { OneOf } from './expected-endings.ts';

/** How each test of a package is accounted for: `passed`, `failed 2` in attempt 2, `unfinished`, `neverRan`; once each, if all is well. */
export function accounts({ tests }: PackageRun): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (test: string, how: string): void => {
    found.set(test, [...(found.get(test) ?? []), how]);
  };
  for (const [test, outcome, , attempt = 1] of tests.cases ?? [])
    note(test, attempt === 1 ? outcome : `${outcome} ${String(attempt)}`);
  for (const test of tests.unfinished) note(test, 'unfinished');
  for (const test of tests.neverRan) note(test, 'neverRan');
  return found;
}

/** What differs from what is wanted of each test, and from counts that agree with it, one line each. */
export function accountOf(
  run: PackageRun,
  wanted: Readonly<Record<string, OneOf<string>>>,
): string[] {
  const found = accounts(run);
  const wrong: string[] = [];
  const want = new Map(Object.entries(wanted).flatMap(([key, how]) => spread(key, how)));
  for (const test of new Set([...want.keys(), ...found.keys()])) {
    const ways = found.get(test) ?? [];
    const allowed = [want.get(test) ?? 'not to be there'].flat();
    if (ways.length !== 1 || !allowed.some((how) => matches(how, ways[0] ?? '')))
      wrong.push(`${test}: want ${allowed.join(' or ')}, got ${ways.join(' and ') || 'nothing'}`);
  }
  for (const outcome of ['passed', 'failed', 'skipped'] as const) {
    const listed = (run.tests.cases ?? []).filter(([, how]) => how === outcome).length;
    if (listed !== run.tests[outcome])
      wrong.push(`${outcome}: ${String(run.tests[outcome])} counted, ${String(listed)} listed`);
  }
  return wrong;
}

/** `Test001..Test149` stands for all between. */
function spread(key: string, how: OneOf<string>): [string, OneOf<string>][] {
  const range = /^(?<prefix>\w*?)(?<from>\d+)\.\.\w*?(?<to>\d+)$/.exec(key)?.groups;
  if (range === undefined) return [[key, how]];
  const { prefix = '', from = '', to = '' } = range;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => [
    prefix + String(Number(from) + index).padStart(from.length, '0'),
    how,
  ]);
}

/** `passed later` is in any further attempt. */
function matches(wanted: string, got: string): boolean {
  const [outcome = '', when] = wanted.split(' ');
  return when === 'later' ? got.startsWith(`${outcome} `) : wanted === got;
}
