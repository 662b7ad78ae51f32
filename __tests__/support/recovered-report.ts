import type { Cause, PackageRun, Reason, Report, TestCase } from '../../src/report/schema.ts';
import { attempt, legReport, packageRun, sampleCrash, sampleReport } from './sample-report.ts';

const GiB = 1024 ** 3;

const panic: Cause = {
  ...{ id: 'panic', confidence: 'confirmed', summary: 'assignment to entry in nil map' },
  ...{ evidence: [], excluded: [], advice: [] },
};
const outOfRange: Cause = { ...panic, summary: 'index out of range [3] with length 3' };
const oom: Cause = {
  ...{ id: 'oom-cgroup', confidence: 'confirmed', summary: 'the kernel ended it' },
  evidence: [{ source: 'memory.events', detail: 'oom_kill 1' }],
  ...{ excluded: [], advice: ['raise the limit'] },
};

function passedLater(count: number, attemptNumber: number): TestCase[] {
  return Array.from({ length: count }, (_, at) => [
    `TestLater${String(at)}`,
    'passed',
    10,
    attemptNumber,
  ]);
}

/** Two tests crash, the others ended in the attempts after them. */
export function carriedOn(of: Partial<PackageRun> = {}): PackageRun {
  const crashed = { ending: 'crashed', exitCode: 2, shuffleSeed: '17' } as const;
  return packageRun({
    ...{ package: 'shop/cart', leg: 'race', ending: 'crashed', cause: panic },
    attempts: [
      attempt({ ...crashed, log: 'runs/race/shop/cart/attempt-1/log.txt' }),
      attempt({
        ...{
          ...crashed,
          cause: outOfRange,
          number: 2,
          purpose: 'carry-on',
          ranTests: ['TestSplit', 'TestLater0'],
        },
        log: 'runs/race/shop/cart/attempt-2/log.txt',
      }),
      attempt({
        ...{ number: 3, purpose: 'carry-on', shuffleSeed: '17', ranTests: ['TestLast'] },
        ...{ ending: 'failed', exitCode: 1 },
      }),
    ],
    recovery: { bound: 5, stopped: null, ladder: [], flaky: [] },
    ...of,
    tests: {
      ...{ passed: 43, failed: 1, unfinished: ['TestAdd', 'TestSplit'] },
      failures: [{ test: 'TestLast', file: 'cart_test.go', line: 40, message: 'want 3, got 2' }],
      cases: [
        ['TestFirst', 'passed', 10],
        ...passedLater(41, 2),
        ['TestLater0/case', 'passed', 5, 2],
        ['TestLast', 'failed', 10, 3],
      ],
    },
  });
}

/** Killed for its memory; one test at a time fits. */
export function laddered(of: Partial<PackageRun> = {}): PackageRun {
  return packageRun({
    ...{ package: 'shop/importer', leg: 'memory', ending: 'killed', cause: oom },
    attempts: [
      attempt({ ending: 'killed', exitCode: null, signal: 'SIGKILL', peakRssBytes: GiB }),
      attempt({
        ...{ number: 2, purpose: 'alone', ranTests: ['TestImport'], peakRssBytes: 0.4 * GiB },
      }),
      attempt({
        ...{ number: 3, purpose: 'serial', changes: ['-parallel=1'], peakRssBytes: 0.9 * GiB },
      }),
    ],
    recovery: {
      ...{ bound: 5, stopped: null, flaky: ['TestImport'] },
      ladder: [
        {
          ...{ step: 'alone', attempt: 2, tests: ['TestImport'], changes: [] },
          ...{ ending: 'passed', peakRssBytes: 0.4 * GiB },
        },
        {
          ...{ step: 'serial', attempt: 3, tests: null, changes: ['-parallel=1'] },
          ...{ ending: 'passed', peakRssBytes: 0.9 * GiB },
        },
      ],
    },
    ...of,
    tests: {
      passed: 2,
      cases: [
        ['TestImport', 'passed', 700, 2],
        ['TestOther', 'passed', 900, 3],
      ],
    },
  });
}

/** It ended before its first test, each time. */
export function givenUp(): PackageRun {
  const exited = { ending: 'exited', exitCode: 3 } as const;
  return packageRun({
    ...{ package: 'shop/setup', leg: 'race', ending: 'exited' },
    attempts: [attempt(exited), attempt({ ...exited, number: 2, purpose: 'carry-on' })],
    recovery: {
      ...{ bound: 5, ladder: [], flaky: [] },
      stopped: 'attempt 2 ended before its first test, and so would the next one',
    },
    tests: { passed: 0, neverRan: ['TestA', 'TestB'], cases: [] },
  });
}

export function recoveredReport(packages = [carriedOn(), laddered(), givenUp()]): Report {
  const seen = { package: 'shop/cart', leg: 'race' };
  const guard = { tier: 'cgroup', ceilingBytes: GiB, tried: [] } as const;
  return sampleReport({
    source: { module: 'shop', repository: null, sha: null, ref: null, event: null },
    legs: [
      legReport({
        ...{ exitCode: 1, command: ['go', 'test', '-race=true', '-shuffle=on', './...'] },
      }),
      legReport({
        ...{ name: 'memory', race: false, heapProfile: true, exitCode: 1 },
        guard: { ...guard, tried: [] },
      }),
    ],
    packages,
    crashes: [
      sampleCrash({ ...seen, occurrences: [{ ...seen, attempt: 1, test: 'TestAdd' }] }),
      sampleCrash({
        ...{ ...seen, id: 'crash-4567abcd', fingerprint: '4567abcd4567abcd' },
        ...{ message: 'index out of range [3] with length 3', test: 'TestSplit' },
        blame: { function: 'shop/cart.Split', file: 'cart/split.go', line: 20 },
        occurrences: [{ ...seen, attempt: 2, test: 'TestSplit' }],
      }),
    ],
    verdict: {
      status: 'fail',
      reasons: [
        { kind: 'crash', message: 'crashed; 2 tests unfinished', ...seen },
        { kind: 'flaky', message: 'killed', package: 'shop/importer', leg: 'memory' },
      ].filter((reason) => packages.some((run) => run.package === reason.package)) as Reason[],
    },
  });
}
