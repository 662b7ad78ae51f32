import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../src/gotest/event.ts';
import type { Report } from '../../src/report/schema.ts';
import { endingsDirectory } from '../support/expected-endings.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run, scratch } from '../support/guarded.ts';
import { readByTwo, suitesOf, type PlacedCase } from '../support/junit-readers.ts';

const names =
  'buildfail deadlock errorf initpanic missingimport nilderef panicsubtest pass sigkill skippedsubtests syscallexit0 testmainexit1 timeout weirdbytes';

/** Suites by the last element of the package. */
type Suites = Map<string, Map<string, PlacedCase>>;

describe('the JUnit file of a run', () => {
  const out = scratch();
  let report: Report;
  let xml: string;
  let suites: Suites;
  const found = (suite: string, name: string): PlacedCase | undefined =>
    suites.get(suite)?.get(name);

  beforeAll(async () => {
    const packages = names.split(' ').map((name) => `./${name}`);
    const options = ['--legs', 'memory', '--timeout', '5s', '--attempts', '1', '--out', out.path];
    await run(['run', '--dir', endingsDirectory, ...options, ...packages]);
    report = readReport(out.path);
    xml = readFileSync(join(out.path, 'junit.xml'), 'utf8');
    suites = new Map(
      (await suitesOf(xml)).map(({ name, cases }) => [
        /\/(?<last>\w+) \[memory\]$/.exec(name)?.groups?.['last'] ?? name,
        new Map(cases.map((each) => [each.name ?? '', each])),
      ]),
    );
  }, 300_000);
  afterAll(out.remove);

  it('is read by two parsers, with the same result', async () => {
    const { one, other } = await readByTwo(xml);
    expect(other).toEqual(one);
    expect([...suites.keys()].sort()).toEqual(names.split(' '));
  });

  it('has every test that the report counts', () => {
    for (const { package: name, tests } of report.packages) {
      const cases = [...(suites.get(name.split('/').at(-1) ?? '')?.values() ?? [])];
      const count = (of: (each: PlacedCase) => boolean): number => cases.filter(of).length;
      expect(count((each) => !each.failure && !each.error && !each.skipped)).toBe(tests.passed);
      expect(count((each) => each.skipped !== undefined)).toBe(
        tests.skipped + tests.neverRan.length,
      );
    }
  });

  it.each([
    ['nilderef', 'TestCulprit', 'nil-dereference', 'nilderef_test.go', '13'],
    ['panicsubtest', 'TestCulprit/culprit', 'panic', 'panicsubtest_test.go', '10'],
    ['deadlock', 'TestCulprit', 'deadlock', 'deadlock_test.go', '27'],
    ['timeout', 'TestCulprit', 'timeout', 'timeout_test.go', '12'],
    ['syscallexit0', 'TestCulprit', 'os-exit', 'syscallexit0_test.go', '12'],
    ['initpanic', '[init-panic]', 'init-panic', 'initpanic_test.go', '10'],
    ['buildfail', '[build-failed]', 'build-failed', 'buildfail_test.go', '9'],
    ['missingimport', '[setup-failed]', 'setup-failed', 'missingimport_test.go', '7'],
    ['testmainexit1', '[testmain-exit]', 'testmain-exit', 'testmainexit1_test.go', '13'],
  ])('%s: %s is an error with its line', (suite, name, type, file, line) => {
    const each = found(suite, name);
    expect(each?.error?.[0]?.type).toBe(type);
    expect(each?.file).toBe(`__tests__/fixtures/endings/${suite}/${file}`);
    expect(each?.line).toBe(line);
  });

  it('shows a kill as an error with what excludes the usual suspects', () => {
    const [error] = found('sigkill', 'TestCulprit')?.error ?? [];
    expect(error).toMatchObject({ type: 'killed' });
    expect(error?.inner).toContain('SIGKILL');
  });

  it('shows a failed test as a failure, and a test that never ran as skipped', () => {
    expect(found('errorf', 'TestCulprit')).toMatchObject({
      ...{ file: '__tests__/fixtures/endings/errorf/errorf_test.go', line: '10' },
      failure: [{ type: 'test-failure', message: 'errorf_test.go:10: 1+1 = 2, want 3' }],
    });
    expect(found('nilderef', 'TestAfter')?.skipped?.[0]?.message).toBe(
      'the test never ran: the program used a nil pointer',
    );
  });
});

/** What go test itself says; on a busy machine skipping a test may take a while, too. */
function millisecondsOf(events: string): (test: string) => number {
  const ends = events
    .split('\n')
    .map(parseEvent)
    .filter((event) => event?.action === 'pass' || event?.action === 'skip');
  return (name) => {
    const seconds = ends.find((event) => event?.test === name)?.elapsedSeconds;
    if (typeof seconds !== 'number') throw new Error(`${name} has no time`);
    return Math.round(seconds * 1000);
  };
}

it('a cached result has its tests too, with the time that they took', async () => {
  const out = scratch();
  const sleeps = 'func TestSleeps(t *testing.T) { time.Sleep(60 * time.Millisecond) }';
  const skips = 'func TestSkips(t *testing.T) { t.Skip() }';
  const source = `package m\n\nimport (\n\t"testing"\n\t"time"\n)\n\n${sleeps}\n\n${skips}\n`;
  try {
    const args = ['run', '--dir', goModule({ 'm_test.go': source }), '--legs', 'memory'];
    const cases: unknown[] = [];
    for (const cached of [false, true]) {
      await run([...args, '--out', out.path]);
      const [found] = readReport(out.path).packages;
      expect(found).toMatchObject({ cached, ending: 'passed' });
      const took = millisecondsOf(readFileSync(join(out.path, 'legs/memory/events.jsonl'), 'utf8'));
      expect(found?.tests.cases).toEqual([
        ['TestSleeps', 'passed', took('TestSleeps')],
        ['TestSkips', 'skipped', took('TestSkips')],
      ]);
      expect(found?.tests.cases?.[0]?.[2]).toBeGreaterThanOrEqual(60);
      cases.push(found?.tests.cases);
      const [suite] = await suitesOf(readFileSync(join(out.path, 'junit.xml'), 'utf8'));
      expect(suite?.cases).toHaveLength(2);
    }
    expect(cases[1]).toEqual(cases[0]);
  } finally {
    out.remove();
  }
}, 120_000);

it('a failed example, and a test that says nothing, have the line of their function', async () => {
  const out = scratch();
  const example = 'func Example() {\n\tfmt.Println(1 + 1)\n\t// Output: 3\n}';
  const silent = 'func TestSilent(t *testing.T) { t.Fail() }';
  const source = `package m\n\nimport (\n\t"fmt"\n\t"testing"\n)\n\n${example}\n\n${silent}\n`;
  try {
    const directory = goModule({ 'm_test.go': 'package m\n', 'sub/sub_test.go': source });
    await run(['run', '--dir', directory, '--legs', 'memory', '--out', out.path]);
    const failures = readReport(out.path).packages.flatMap(({ tests }) => tests.failures);
    expect(failures.map(({ test, file, line }) => [test, file, line])).toEqual([
      ['TestSilent', 'sub/sub_test.go', 13],
      ['Example', 'sub/sub_test.go', 8],
    ]);
    const xml = readFileSync(join(out.path, 'junit.xml'), 'utf8');
    expect(xml).toContain('name="Example"');
    expect(xml).toMatch(/file="sub\/sub_test\.go" line="8"/);
  } finally {
    out.remove();
  }
}, 120_000);
