import { describe, expect, it } from '@jest/globals';
import { annotations } from '../../src/render/annotations.ts';
import type { Crash } from '../../src/report/schema.ts';
import { legReport, packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const at = (file: string, line: number): Crash['blame'] => ({ function: 'm/p.f', file, line });
const of = (...crashes: Partial<Crash>[]): ReturnType<typeof annotations> =>
  annotations(sampleReport({ crashes: crashes.map(sampleCrash) }));

describe('annotations', () => {
  it('say what, where, in which test, and where the fix is described', () => {
    const related = [{ function: 'm/p.load', file: 'p/load.go', line: 3, role: 'created by' }];
    const occurrences = [
      { package: 'm/p', leg: 'race', attempt: 1, test: 'TestAdd' },
      { package: 'm/q', leg: 'memory', attempt: 1, test: null },
    ];
    expect(of({ related, occurrences, known: 'nil-map-write' })).toEqual([
      {
        path: 'p/cart.go',
        line: 12,
        level: 'error',
        title: 'panic in TestAdd: assignment to entry in nil map',
        message: [
          'in m/p.(*Cart).Add',
          'created by: m/p.load p/load.go:3',
          'seen in: TestAdd (race), m/q (memory)',
          'Known crash, with its fix: https://github.com/org/go-crash-guard/blob/v1/docs/crashes/nil-map-write.md',
        ].join('\n'),
      },
    ]);
  });

  it('come in the order panic, memory, race, timeout, build, failed test', () => {
    const failure = { test: 'TestF', file: 'p_test.go', line: 7, message: 'got 3' };
    const causes = ['build-failed', 'timeout', 'data-race', 'oom-cgroup', 'fatal-error'] as const;
    const found = annotations(
      sampleReport({
        source: {
          module: null,
          repository: null,
          sha: null,
          ref: null,
          event: null,
          directory: 'sub',
        },
        packages: [packageRun({ ending: 'failed', tests: { failed: 1, failures: [failure] } })],
        crashes: causes.map((cause, index) =>
          sampleCrash({ cause, blame: at('p/a.go', index + 1) }),
        ),
      }),
    );
    expect(found.map(({ path, line }) => `${path}:${String(line)}`)).toEqual([
      'p/a.go:5',
      'p/a.go:4',
      'p/a.go:3',
      'p/a.go:2',
      'p/a.go:1',
      'sub/p_test.go:7',
    ]);
  });

  it('stand once on a line, with all that happened there', () => {
    const [failure, other] = ['TestAdd', 'TestPut'].map((test) => ({
      ...{ test, file: 'p/cart.go', line: 12, message: `${test} got 3` },
    }));
    const tests = { failed: 2, failures: [failure!, other!] };
    const packages = [packageRun({ ending: 'failed', tests })];
    const crashes = [sampleCrash({ cause: 'timeout', message: 'too slow' }), sampleCrash()];
    expect(annotations(sampleReport({ packages, crashes }))).toMatchObject([
      {
        title: 'panic in TestAdd: assignment to entry in nil map (and 2 more here)',
        // That TestAdd failed is what the crashes say.
        message: [
          'in m/p.(*Cart).Add',
          '',
          'timeout in TestAdd: too slow',
          'in m/p.(*Cart).Add',
          '',
          'TestPut failed',
          'TestPut got 3',
          'in m/p (race)',
        ].join('\n'),
      },
    ]);
  });

  it('of many on one line show the first, and count the others', () => {
    const failures = Array.from({ length: 500 }, (_, index) => ({
      ...{ test: `Test${String(index)}`, file: 'p/check.go', line: 3, message: 'got 3' },
    }));
    const tests = { failed: 500, failures };
    const [found, ...others] = annotations(
      sampleReport({ packages: [packageRun({ ending: 'failed', tests })] }),
    );
    expect(others).toEqual([]);
    expect(found?.title).toBe('Test0 failed (and 499 more here)');
    expect(found?.message).toContain('\n\nTest10 failed\ngot 3\n');
    expect(found?.message).toMatch(/\n\nand 489 more remarks on this line$/);
  });

  it('name all legs in which a test failed', () => {
    const failure = { test: 'TestF', file: 'p_test.go', line: 7, message: 'got 3' };
    const packages = ['race', 'memory'].map((leg) =>
      packageRun({ leg, ending: 'failed', tests: { failed: 1, failures: [failure] } }),
    );
    expect(annotations(sampleReport({ packages }))).toMatchObject([
      { title: 'TestF failed', message: 'got 3\nin m/p (race, memory)' },
    ]);
  });

  it('say what to do, and where it was seen, with the figures of the leg that shows most', () => {
    const summaryOf = (leg: string): string => `the kernel ended it in ${leg}`;
    const packages = ['race', 'memory'].map((leg) =>
      packageRun({
        ...{ leg, ending: 'killed' },
        cause: {
          ...{ id: 'oom-cgroup', confidence: 'confirmed', summary: summaryOf(leg) },
          ...{ evidence: [], excluded: [], advice: [`look at ${leg}`, 'else raise the limit'] },
        },
      }),
    );
    const occurrences = packages.map(({ leg }) => ({
      ...{ package: 'm/p', leg, attempt: 1, test: 'TestBig' },
    }));
    const crashes = [
      sampleCrash({
        ...{ cause: 'oom-cgroup', message: summaryOf('race'), test: 'TestBig', occurrences },
      }),
    ];
    const legs = [legReport(), legReport({ name: 'memory', race: false })];
    const [found] = annotations(sampleReport({ packages, crashes, legs }));
    expect(found).toMatchObject({
      title: 'oom-cgroup in TestBig: the kernel ended it in memory',
      message: [
        'in m/p.(*Cart).Add',
        'seen in: TestBig (race, memory)',
        'what to do: look at memory',
        'what to do: else raise the limit',
      ].join('\n'),
    });
  });

  it.each(['/usr/lib/x.go', 'C:/x.go', 'C:\\x.go', '../x.go', 'a/../../x.go', ''])(
    'are not made for %j, which lies in no repository',
    (file) => {
      expect(of({ blame: at(file, 3) })).toEqual([]);
    },
  );

  it('are not made without a line', () => {
    expect(of({ blame: null }, { blame: at('p/a.go', 0) })).toEqual([]);
  });

  it('stay within what GitHub takes, and hold no control characters', () => {
    const [found] = of({ message: `\u001b[31m${'x'.repeat(10_000)}\u0007`, test: 't'.repeat(999) });
    expect(found?.title).toHaveLength(255);
    expect(found?.message).toHaveLength(4096);
    expect(`${found?.title ?? ''}${found?.message ?? ''}`).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f]/,
    );
  });
});
