import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endings, type Ending } from '../../src/report/ending-schema.ts';
import type { LegReport, Reason, Verdict } from '../../src/report/schema.ts';
import { failOnKinds, type FailOn } from '../../src/settings/schema.ts';
import { plural } from '../../src/report/plural.ts';
import { describeEnding, judge, type VerdictInput } from '../../src/verdict/verdict.ts';
import { attempt, legReport, packageRun } from '../support/sample-report.ts';

function verdict(of: Partial<VerdictInput>): Verdict {
  return judge({
    packages: [packageRun()],
    legs: [legReport()],
    problem: null,
    cancelled: false,
    comparison: null,
    failOn: failOnKinds,
    ...of,
  });
}

type Row = [Ending, Verdict['status'], Reason['kind'][]];

it.each<Row>([
  ['passed', 'pass', []],
  ['no-tests', 'pass', []],
  ['failed', 'fail', ['test-failure']],
  ['crashed', 'fail', ['crash']],
  ['killed', 'fail', ['crash']],
  ['timed-out', 'fail', ['crash']],
  ['build-failed', 'fail', ['build-failure']],
  ['not-started', 'incomplete', ['lost']],
  ['lost', 'incomplete', ['lost']],
  ['cancelled', 'incomplete', ['cancelled']],
])('beside one that passed, a package that %s makes the run %s', (ending, status, kinds) => {
  const found = verdict({ packages: [packageRun(), packageRun({ package: 'm/q', ending })] });
  expect(found.status).toBe(status);
  expect(found.reasons.map(({ kind }) => kind)).toEqual(kinds);
});

it.each(endings)('every ending has a line for a person: %s', (ending) => {
  expect(describeEnding(packageRun({ ending }))).toMatch(/^[a-z].*[^.]$/);
});

it('a package that vet refused did compile', () => {
  const cause = {
    ...{ id: 'vet-failed' as const, confidence: 'confirmed' as const, summary: '' },
    ...{ evidence: [], excluded: [], advice: [] },
  };
  const run = packageRun({ ending: 'build-failed', cause });
  expect(describeEnding(run)).toBe('was refused by go vet');
  expect(describeEnding({ ...run, cause: null })).toBe('did not build');
});

describe('missing tests make the run incomplete, whatever the ending', () => {
  it.each<[Ending, Verdict['status'], Reason['kind'][]]>([
    ['passed', 'incomplete', ['missing-tests']],
    ['no-tests', 'incomplete', ['missing-tests']],
    ['failed', 'fail', ['test-failure', 'missing-tests']],
    ['crashed', 'fail', ['crash', 'missing-tests']],
  ])('%s: %s', (ending, status, kinds) => {
    const run = packageRun({ ending, tests: { neverRan: ['TestB'], unfinished: ['TestA'] } });
    const found = verdict({ packages: [run] });
    expect(found.status).toBe(status);
    expect(found.reasons.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.reasons.at(-1)?.message).toContain('1 test unfinished, 1 test never ran');
  });
});

describe('a process that ended itself amid its tests', () => {
  const tests = { neverRan: ['TestB', 'TestC'] };
  it.each<[number, number, Verdict['status'], Reason['kind'][]]>([
    [0, 0, 'incomplete', ['missing-tests']],
    [0, 1, 'fail', ['crash', 'missing-tests', 'test-failure']],
    [3, 0, 'fail', ['crash', 'missing-tests']],
  ])('with code %d and %d failed tests: %s', (exitCode, failed, status, kinds) => {
    const attempts = [attempt({ ending: 'exited', exitCode })];
    const run = packageRun({ ending: 'exited', attempts, tests: { ...tests, failed } });
    const found = verdict({ packages: [run] });
    expect(found.status).toBe(status);
    expect(found.reasons.map(({ kind }) => kind)).toEqual(kinds);
  });
});

it('names package, leg and the first failed test', () => {
  const failure = { test: 'TestA', file: null, line: null, message: '' };
  const run = packageRun({ ending: 'failed', tests: { failed: 2, failures: [failure] } });
  expect(verdict({ packages: [run] }).reasons).toEqual([
    { kind: 'test-failure', message: '2 tests failed', package: 'm/p', leg: 'race', test: 'TestA' },
  ]);
});

describe('nothing ran', () => {
  const packages = [packageRun({ ending: 'no-tests', tests: { passed: 0 } })];

  it.each([{ packages }, { packages: [] }])('is never green: %j', (given) => {
    expect(verdict(given)).toEqual({
      status: 'incomplete',
      reasons: [{ kind: 'no-tests', message: 'no test ran in any package' }],
    });
  });

  it('unless the user says so', () => {
    expect(verdict({ packages, failOn: ['crash'] }).status).toBe('pass');
  });

  it('skipped tests ran', () => {
    const skipped = packageRun({ tests: { passed: 0, skipped: 1 } });
    expect(verdict({ packages: [skipped] }).status).toBe('pass');
  });
});

describe('go test’s own end must agree with what its packages say', () => {
  it.each<[string, Partial<VerdictInput>, string]>([
    [
      'a code that no package explains',
      { legs: [legReport({ exitCode: 1 })] },
      'go test ended with exit code 1 although no package says why',
    ],
    [
      'a code that only another leg explains',
      {
        legs: [legReport({ name: 'memory', exitCode: 1 })],
        packages: [packageRun(), packageRun({ ending: 'failed' })],
      },
      'go test ended with exit code 1 although no package says why',
    ],
    [
      'a signal',
      { legs: [legReport({ exitCode: null, signal: 'SIGKILL' })] },
      'go test itself was ended by SIGKILL',
    ],
    [
      'no record of its end',
      { legs: [legReport({ exitCode: null })] },
      'nobody saw how go test ended: its records stop',
    ],
  ])('%s', (_, given, message) => {
    const found = verdict(given);
    expect(found.status).not.toBe('pass');
    expect(found.reasons).toContainEqual(
      expect.objectContaining({ kind: 'lost', message, leg: found.reasons.at(-1)?.leg }),
    );
  });

  it('a code that a package explains adds nothing', () => {
    const packages = [packageRun({ ending: 'failed', tests: { failed: 1 } })];
    expect(verdict({ packages, legs: [legReport({ exitCode: 1 })] }).reasons).toHaveLength(1);
  });
});

describe('a build that was killed and built again', () => {
  const killed = {
    ...{ number: 0, ending: 'build-failed' as const, exitCode: null, signal: null },
    ...{ coreDumped: false, limits: {}, elapsedMs: null, peakRssBytes: null },
  };
  const rebuild = (of: { exitCode: number | null; signal?: string }): LegReport['rounds'] => [
    { purpose: 'rebuild', packages: ['p'], command: [], signal: null, ...of },
  ];
  const rebuilt = { ...packageRun(), attempts: [killed, ...packageRun().attempts] };

  it('is green when everything ended well at last', () => {
    const legs = [{ ...legReport({ exitCode: 1 }), rounds: rebuild({ exitCode: 0 }) }];
    expect(verdict({ packages: [rebuilt], legs })).toEqual({ status: 'pass', reasons: [] });
  });

  it.each([
    [{ exitCode: 1 }, 'ended with exit code 1 although no package says why'],
    [{ exitCode: null, signal: 'SIGKILL' }, 'itself was ended by SIGKILL'],
    [{ exitCode: null }, 'ended: its records stop'],
  ])('is not green when the second go test ended with %j', (of, message) => {
    const legs = [{ ...legReport({ exitCode: 1 }), rounds: rebuild(of) }];
    const found = verdict({ packages: [rebuilt], legs });
    expect(found.status).toBe('incomplete');
    expect(found.reasons[0]?.message).toContain(message);
  });

  it('a round that only looked closer has no say', () => {
    const round = {
      purpose: 'exit' as const,
      packages: ['p'],
      command: [],
      exitCode: 3,
      signal: null,
    };
    const legs = [{ ...legReport({ exitCode: 0 }), rounds: [round] }];
    expect(verdict({ packages: [packageRun()], legs }).status).toBe('pass');
  });
});

describe('fail-on', () => {
  it.each<[FailOn[], Verdict['status']]>([
    [[], 'pass'],
    [['build-failure'], 'pass'],
    [['missing-tests'], 'incomplete'],
    [['crash'], 'fail'],
    [['crash', 'missing-tests'], 'fail'],
  ])('%j: a crash with missing tests is %s, and every reason is still told', (failOn, status) => {
    const run = packageRun({ ending: 'crashed', tests: { neverRan: ['TestB'] } });
    const found = verdict({ packages: [run], failOn });
    expect(found.status).toBe(status);
    expect(found.reasons.map(({ kind }) => kind)).toEqual(['crash', 'missing-tests']);
  });

  it.each<Partial<VerdictInput>>([
    { cancelled: true },
    { problem: 'the plan could not be made' },
    { packages: [packageRun({ ending: 'lost' })] },
    { packages: [packageRun({ ending: 'not-started' })] },
    { legs: [legReport({ exitCode: null })] },
  ])('does not waive what nobody saw: %j', (given) => {
    expect(verdict({ ...given, failOn: [] }).status).toBe('incomplete');
  });
});

it('is green only if every package passed with all its tests seen, or has none', () => {
  const run = fc
    .record({
      ending: fc.constantFrom(...endings),
      passed: fc.nat(1),
      failed: fc.nat(1),
      unfinished: fc.constantFrom<string[]>([], ['TestA']),
      neverRan: fc.constantFrom<string[]>([], ['TestB']),
    })
    .map(({ ending, ...tests }) => packageRun({ ending, tests }));
  const leg = fc.constantFrom(0, 1, null).map((exitCode) => legReport({ exitCode }));
  fc.assert(
    fc.property(fc.array(run), fc.array(leg), fc.boolean(), (packages, legs, cancelled) => {
      if (verdict({ packages, legs, cancelled }).status !== 'pass') return;
      expect(cancelled).toBe(false);
      expect(legs.every(({ exitCode }) => exitCode === 0)).toBe(true);
      for (const { ending, tests } of packages) {
        expect(['passed', 'no-tests']).toContain(ending);
        expect(tests).toMatchObject({ failed: 0, unfinished: [], neverRan: [] });
      }
    }),
    { numRuns: 1000 },
  );
});

it.each([
  [0, '0 tests'],
  [1, '1 test'],
  [2, '2 tests'],
])('plural: %d', (count, text) => {
  expect(plural(count, 'test')).toBe(text);
});
