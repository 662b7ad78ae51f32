import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderJunit } from '../../src/render/junit.ts';
import { endings } from '../../src/report/ending-schema.ts';
import type { Crash, PackageRun, Report } from '../../src/report/schema.ts';
import { hostileReport, hostileStrings, hugeBackticks } from '../support/hostile-strings.ts';
import { readByTwo, suitesOf, type PlacedCase } from '../support/junit-readers.ts';
import { carriedOn, laddered, recoveredReport } from '../support/recovered-report.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';
import { processorMs } from '../support/processor-time.ts';

async function casesOf(report: Report): Promise<Map<string, PlacedCase>> {
  const suites = await suitesOf(renderJunit(report));
  return new Map(suites.flatMap(({ cases }) => cases.map((each) => [each.name ?? '', each])));
}

const failure = { test: 'TestSum', file: 'p/p_test.go', line: 20, message: 'want 3\ngot 2' };
const oom = {
  ...{ id: 'oom-cgroup', confidence: 'confirmed', summary: 'the kernel ended it' },
  ...{ evidence: [{ source: 'memory.events', detail: 'oom_kill 1' }], excluded: [] },
  ...{ advice: ['raise the limit'], position: { file: 'p/p.go', line: 7, function: 'm/p.hold' } },
} satisfies PackageRun['cause'];

describe('the cases of a package', () => {
  it('are its tests, with seconds', async () => {
    const cases = [
      ['TestA/b', 'passed', 290],
      ['TestA', 'passed', 1500],
      ['TestOff', 'skipped', null],
    ] satisfies PackageRun['tests']['cases'];
    const found = await casesOf(sampleReport({ packages: [packageRun({ tests: { cases } })] }));

    expect([...found].map(([name, { time }]) => [name, time])).toEqual([
      ['TestA/b', '0.290'],
      ['TestA', '1.500'],
      ['TestOff', '0.000'],
    ]);
    expect(found.get('TestA')).toMatchObject({ classname: 'm/p [race]' });
    expect(found.get('TestOff')?.skipped).toHaveLength(1);
  });

  it('show a failure at its line, below the root of the repository', async () => {
    const tests = { failed: 1, failures: [failure], cases: [['TestSum', 'failed', 20]] };
    const run = packageRun({ ending: 'failed', tests: tests as Partial<PackageRun['tests']> });
    const source = { ...sampleReport().source, directory: 'services/cart' };
    const found = await casesOf(sampleReport({ source, packages: [run] }));

    expect([...found.keys()]).toEqual(['TestSum']);
    expect(found.get('TestSum')).toMatchObject({
      ...{ file: 'services/cart/p/p_test.go', line: '20' },
      failure: [{ type: 'test-failure', message: 'want 3 got 2', inner: 'want 3\ngot 2' }],
    });
  });

  it('show a crash as an error of its test, also where the test has an end', async () => {
    const tests = { failed: 1, cases: [['TestAdd', 'failed', 0]], neverRan: ['TestLater'] };
    const run = packageRun({ ending: 'crashed', tests: tests as Partial<PackageRun['tests']> });
    const found = await casesOf(sampleReport({ packages: [run], crashes: [sampleCrash()] }));

    expect([...found.keys()]).toEqual(['TestAdd', 'TestLater']);
    expect(found.get('TestAdd')).toMatchObject({
      ...{ file: 'p/cart.go', line: '12' },
      error: [{ type: 'panic', message: 'assignment to entry in nil map' }],
    });
    expect(found.get('TestLater')?.skipped?.[0]?.message).toBe('the test never ran: crashed');
  });

  it('show tests that did not finish as errors with the cause, its proof and its line', async () => {
    const tests = { unfinished: ['TestHold', 'TestBeside'] };
    const run = packageRun({ ending: 'killed', cause: oom, output: 'last words', tests });
    const found = await casesOf(sampleReport({ packages: [run] }));

    expect([...found.keys()]).toEqual(['TestHold', 'TestBeside']);
    const [error] = found.get('TestHold')?.error ?? [];
    expect(found.get('TestHold')).toMatchObject({ file: 'p/p.go', line: '7' });
    expect(error).toMatchObject({
      type: 'oom-cgroup',
      message: 'the test did not finish: the kernel ended it',
    });
    expect(error?.inner).toContain('memory.events: oom_kill 1\ntry: raise the limit');
    expect(error?.inner).toContain('last words');
  });

  it('of a crash that several legs saw, have the figures of their own leg', async () => {
    const legs = ['race', 'memory'];
    const packages = legs.map((leg) => {
      const cause = { ...oom, summary: `the kernel ended it in ${leg}` };
      return packageRun({ leg, ending: 'killed', cause, tests: { unfinished: ['TestBig'] } });
    });
    const occurrences = legs.map((leg) => ({
      ...{ package: 'm/p', leg, attempt: 1, test: 'TestBig' },
    }));
    const message = 'the kernel ended it in race';
    const crashes = [sampleCrash({ cause: 'oom-cgroup', message, occurrences })];
    const suites = await suitesOf(renderJunit(sampleReport({ packages, crashes })));

    expect(suites.flatMap(({ cases }) => cases.map(({ error }) => error?.[0]?.message))).toEqual([
      'the kernel ended it in race',
      'the kernel ended it in memory',
    ]);
  });

  it('say of each parent that a subtest failed, though the names hold slashes', async () => {
    const cases = [
      ['TestA/b/c/d', 'failed', 1],
      ['TestA/b', 'failed', 1],
      ['TestA', 'failed', 1],
    ] satisfies PackageRun['tests']['cases'];
    const failures = [{ ...failure, test: 'TestA/b/c/d', message: 'got 3' }];
    const run = packageRun({ ending: 'failed', tests: { failed: 3, failures, cases } });
    const found = await casesOf(sampleReport({ packages: [run] }));

    expect([...found.values()].map((each) => each.failure?.[0]?.message)).toEqual([
      'got 3',
      'a subtest failed',
      'a subtest failed',
    ]);
  });

  it.each([
    ['running', 'goroutine 7 [running]:'],
    ['', 'goroutine 7:'],
  ])('show the stack of a goroutine in the state %j', async (state, expected) => {
    const stacks: Crash['stacks'] = [
      {
        ...{ id: '7', state, role: 'crashing', createdBy: null },
        frames: [{ function: 'm/p.Add', file: 'p/cart.go', line: 12 }],
      },
    ];
    const run = packageRun({ ending: 'crashed', tests: { unfinished: ['TestAdd'] } });
    const found = await casesOf(
      sampleReport({ packages: [run], crashes: [sampleCrash({ stacks })] }),
    );

    expect(found.get('TestAdd')?.error?.[0]?.inner?.split('\n')).toContain(expected);
  });

  it('tell a crash that has no test, and one beside the end of the process', async () => {
    const [seen] = sampleCrash().occurrences;
    const occurrences = [{ ...seen, package: 'm/p', leg: 'race', attempt: 1, test: null }];
    const crashes = [
      sampleCrash({ cause: 'init-panic', occurrences }),
      sampleCrash({ cause: 'data-race' }),
    ];
    const run = packageRun({ ending: 'crashed', tests: { neverRan: ['TestAdd'] } });
    const found = await casesOf(sampleReport({ packages: [run], crashes }));

    expect([...found.keys()]).toEqual(['TestAdd', '[init-panic]', 'TestAdd [data-race]']);
    expect(found.get('[init-panic]')?.error?.[0]?.type).toBe('init-panic');
  });

  it('count failed tests that the report does not list', async () => {
    const run = packageRun({ ending: 'failed', tests: { failed: 3000, failures: [failure] } });
    const found = await casesOf(sampleReport({ packages: [run] }));

    expect(found.get('[test-failure]')?.failure?.[0]?.message).toBe(
      '2999 more tests failed and cannot be listed',
    );
  });

  it('have a name each, and keep each result', async () => {
    const cases = [
      ['TestA', 'failed', 1],
      ['TestA', 'passed', 1],
      ['TestA', 'failed', 1],
    ] satisfies PackageRun['tests']['cases'];
    const failures = ['one', 'two'].map((message) => ({ ...failure, test: 'TestA', message }));
    const run = packageRun({ ending: 'failed', tests: { failed: 2, failures, cases } });
    const found = await casesOf(sampleReport({ packages: [run] }));

    expect([...found].map(([name, each]) => [name, each.failure?.[0]?.message])).toEqual([
      ['TestA', 'one'],
      ['TestA (2)', undefined],
      ['TestA (3)', 'two'],
    ]);
  });

  it.each(['/etc/passwd', '../p_test.go', 'C:\\p_test.go'])(
    'name no file such as %s',
    async (file) => {
      const tests = { failed: 1, failures: [{ ...failure, file }] };
      const source = { ...sampleReport().source, directory: 'services/cart' };
      const run = packageRun({ ending: 'failed', tests });
      const found = await casesOf(sampleReport({ source, packages: [run] }));

      expect(found.get('TestSum')).not.toHaveProperty('file');
    },
  );
});

describe('a run that is not green', () => {
  it.each(endings.filter((ending) => ending !== 'passed' && ending !== 'no-tests'))(
    'has a case that is not either: %s',
    async (ending) => {
      const { one, other } = await readByTwo(
        renderJunit(sampleReport({ packages: [packageRun({ ending })] })),
      );

      expect([one.failed, other.failed]).toEqual([1, 1]);
    },
  );

  it.each([
    { kind: 'memory-regression', message: 'allocates 2 MiB more', package: 'm/p', leg: 'race' },
    { kind: 'lost', message: 'shard 2 of 4 left no report' },
    { kind: 'missing-tests', message: '1 test never ran', package: 'm/p', leg: 'race' },
    { kind: 'no-tests', message: 'no test ran in any package' },
  ] as const)('shows what no package shows: $kind', async (reason) => {
    const report = sampleReport({ verdict: { status: 'fail', reasons: [reason] } });
    const suites = await suitesOf(renderJunit(report));
    const [found] = suites.find(({ name }) => name === 'go-crash-guard')?.cases ?? [];

    expect(found?.name).toMatch(`[${reason.kind}]`);
    expect((found?.failure ?? found?.error)?.[0]?.message).toBe(reason.message);
  });

  it('is not green without any reason', async () => {
    const report = sampleReport({ verdict: { status: 'incomplete', reasons: [] } });

    expect((await readByTwo(renderJunit(report))).one.failed).toBe(1);
  });

  it('does not repeat what a package shows', async () => {
    const reason = { kind: 'crash', message: 'crashed', package: 'm/p', leg: 'race' } as const;
    const report = sampleReport({
      packages: [packageRun({ ending: 'crashed' })],
      verdict: { status: 'fail', reasons: [reason] },
    });

    expect((await suitesOf(renderJunit(report))).map(({ name }) => name)).toEqual(['m/p [race]']);
  });
});

describe('text that tries to be more than text', () => {
  it.each(hostileStrings)('%s', async (_name, text) => {
    const { one, other } = await readByTwo(renderJunit(hostileReport(text)));
    const harmless = await readByTwo(renderJunit(hostileReport('text')));

    expect(one.cases.map(({ outcome }) => outcome)).toEqual(
      harmless.one.cases.map(({ outcome }) => outcome),
    );
    expect(other.cases.map(({ outcome }) => outcome)).toEqual(
      harmless.other.cases.map(({ outcome }) => outcome),
    );
  });

  it('any text, also one that is no text', async () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    });
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        const xml = renderJunit(hostileReport(each));
        expect(xml).not.toMatch(/[\ud800-\udfff\ufffe\uffff]/u);
        expect((await readByTwo(xml)).one.failed).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is never where readers look for files to attach', () => {
    const xml = renderJunit(hostileReport('[[ATTACHMENT|/etc/passwd]]'));

    expect(xml).not.toMatch(/<system-(?:out|err)/);
  });
});

describe('a package with further attempts', () => {
  const flakyElements = (xml: string): string[] => xml.match(/<flakyError [^>]*>/g) ?? [];

  it('has each test once, as it ended at last, and says how many attempts there were', async () => {
    const xml = renderJunit(recoveredReport([carriedOn()]));
    const [suite] = await suitesOf(xml);
    const names = (suite?.cases ?? []).map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    const { one, other } = await readByTwo(xml);
    const failed = ['TestLast', 'TestAdd', 'TestSplit'];
    for (const read of [one, other])
      expect(
        read.cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name),
      ).toEqual(failed);
    expect(one.cases.filter(({ outcome }) => outcome === 'passed')).toHaveLength(43);
    expect(xml).toContain('<property name="attempts" value="3"/>');
    expect(flakyElements(xml)).toEqual([]);
  });

  it('gives each crash the proof of its own attempt', async () => {
    const found = await casesOf(recoveredReport([carriedOn()]));
    const inner = (name: string): string => found.get(name)?.error?.[0]?.inner ?? '';
    expect(inner('TestAdd')).toMatch(/^assignment to entry in nil map\n/);
    expect(inner('TestSplit')).toMatch(/^index out of range \[3\] with length 3\n/);
  });

  it('marks a flaky test as Surefire does; readers that do not know that see it pass', async () => {
    const report = recoveredReport([laddered()]);
    const xml = renderJunit({ ...report, crashes: [] });

    expect(flakyElements(xml)).toEqual([
      '<flakyError type="oom-cgroup" message="the test did not finish at first: the kernel ended it">',
    ]);
    expect(xml).toMatch(/<flakyError [^>]*><stackTrace>[^<]*memory.events: oom_kill 1[^<]*</);
    for (const { cases } of Object.values(await readByTwo(xml)))
      expect(cases.find(({ name }) => name === 'TestImport')?.outcome).toBe('passed');
    // The run is red all the same.
    expect((await readByTwo(xml)).one.failed).toBe(1);
  });

  it('is green where a flaky test is only to be warned of', async () => {
    const report = recoveredReport([laddered()]);
    const crash = { package: 'shop/importer', leg: 'memory', cause: 'oom-cgroup' } as const;
    const occurrences = [{ ...crash, attempt: 1, test: null }];
    const xml = renderJunit({
      ...report,
      crashes: [sampleCrash({ ...crash, test: null, message: 'killed', occurrences })],
      verdict: { status: 'pass', reasons: [{ kind: 'flaky', message: 'killed', ...crash }] },
    });

    expect(flakyElements(xml)).toEqual(['<flakyError type="oom-cgroup" message="killed">']);
    for (const { failed, total } of Object.values(await readByTwo(xml)))
      expect({ failed, total }).toEqual({ failed: 0, total: 2 });
  });

  it('is red where more than a flaky test is behind it, whatever the verdict', async () => {
    const run = laddered();
    const tests = { ...run.tests, neverRan: ['TestLater'] };
    const report = recoveredReport([{ ...run, tests, ending: 'crashed' }]);
    const xml = renderJunit({ ...report, crashes: [], verdict: { status: 'pass', reasons: [] } });
    expect((await readByTwo(xml)).one.failed).toBe(1);
  });
});

describe('a report of any size', () => {
  it('stays readable with megabytes in each field', async () => {
    let xml = '';
    const spentMs = processorMs(() => (xml = renderJunit(hostileReport(hugeBackticks()))));

    expect(spentMs).toBeLessThan(5000);
    expect(xml.length).toBeLessThan(4_000_000);
    expect((await readByTwo(xml)).one.failed).toBeGreaterThan(0);
  });

  it('keeps errors and failures, counts what it leaves out, and says no number that is not true', async () => {
    const name = (at: number): string => `TestT/${'<'.repeat(400)}${String(at)}`;
    const cases = Array.from({ length: 10_000 }, (_, at) => [name(at), 'passed', 1] as const);
    const packages = Array.from({ length: 4 }, (_, at) =>
      packageRun({
        ...{ package: `m/p${String(at)}`, ending: 'killed' },
        tests: { passed: 10_000, cases: cases.map((each) => [...each]), unfinished: ['TestLast'] },
      }),
    );
    const xml = renderJunit(sampleReport({ packages }));
    const { one, other } = await readByTwo(xml);

    expect(xml.length).toBeLessThan(33 * 1024 * 1024);
    expect(one.failed).toBe(4);
    expect(one.total).toBe(other.total);
    expect(one.total).toBeLessThan(40_004);
    const left = [...xml.matchAll(/name="cases-left-out" value="(?<count>\d+)"/g)];
    const leftOut = left.reduce((sum, { groups }) => sum + Number(groups?.['count']), 0);
    expect(one.total + leftOut).toBe(40_004);
  }, 60_000);
});
