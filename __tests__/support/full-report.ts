import { causeIds } from '../../src/report/cause-ids.ts';
import { endings } from '../../src/report/ending-schema.ts';
import type { Attempt, Cause, Crash, PackageRun, Report } from '../../src/report/schema.ts';
import { fullComparison } from './full-comparison.ts';
import { heapFunction, heapRecord } from './sample-heap.ts';
import { attempt, legReport, packageRun, sampleCrash, sampleReport } from './sample-report.ts';

const MiB = 1024 * 1024;
const position = { file: 'p/cart.go', line: 12, function: 'm/p.(*Cart).Add' };
const rlimit = { soft: 1024, hard: 4096 };

function cause(id: Cause['id']): Cause {
  return {
    ...{ id, confidence: 'confirmed', summary: 'the kernel ended it', position },
    evidence: [{ source: 'memory.events', detail: 'oom_kill 1' }],
    excluded: [{ id: 'timeout', because: 'it ran for 3 s of 10 m' }],
    advice: ['give it more memory'],
  };
}

function fullAttempt(of: Partial<Attempt>): Attempt {
  return attempt({
    ...{ purpose: 'serial', changes: ['-parallel=1'], shuffleSeed: '17' },
    ...{ exitCode: 2, signal: 'SIGKILL', coreDumped: true, limits: { core: rlimit } },
    ...{ ranTests: ['TestAdd'], snapshot: 'runs/race/m/p/attempt-1/snapshot-1' },
    ...{ profile: 'runs/race/m/p/attempt-1/heap.pprof', log: 'runs/race/m/p/attempt-1/log.txt' },
    ...{ core: 'runs/race/m/p/attempt-1/core.zst', coreText: 'runs/race/m/p/attempt-1/core.txt' },
    ...{ coreExcerpt: 'goroutine 1 [running]:', cause: cause('oom-cgroup') },
    blackBox: {
      ...{ reason: 'memory at 80 % of the ceiling', elapsedMs: 900, rssBytes: 400 * MiB },
      ...{ heapBytes: 350 * MiB, outsideGoBytes: 10 * MiB, goroutines: 12 },
      ...{ ceilingBytes: 500 * MiB, early: false },
      functions: [
        { ...position, bytes: 300 * MiB, share: 0.8, test: 'TestAdd', caller: { ...position } },
      ],
      tests: [{ test: 'TestAdd', bytes: 300 * MiB }],
    },
    timeline: [
      [0, 10 * MiB, 1000, 5 * MiB],
      [900, 400 * MiB, 90_000, 350 * MiB],
    ],
    ...of,
  });
}

const fullCrash: Crash = sampleCrash({
  related: [{ ...position, line: 40, role: 'previous write' }],
  stacks: [
    {
      ...{ id: '7', state: 'running', role: 'crashing' },
      frames: [
        { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 12 },
        { function: 'testing.tRunner', file: 'testing/testing.go', line: 1792 },
      ],
      createdBy: {
        function: 'testing.(*T).Run',
        file: 'testing/testing.go',
        line: 1,
        goroutine: 1,
      },
    },
    { id: '1', state: 'chan receive', role: 'waiting', frames: [{ ...position }], createdBy: null },
  ],
  waits: {
    ...{ kind: 'cycle', confidence: 'consistent', summary: 'two goroutines wait for each other' },
    waits: [
      {
        ...{ goroutine: 7, goroutines: 1, test: 'TestAdd', state: 'sync.Mutex.Lock', minutes: 2 },
        ...{ at: position, waitsFor: '0xc0000123a8', holds: [{ what: 'a.mu', at: position }] },
      },
    ],
  },
  waitsCut: true,
  known: 'nil-map-write',
  seen: {
    ...{ kind: 'similar', runs: 20, seenIn: 3, lastCommit: '3f2c1a9'.padEnd(40, '0') },
    ...{ lastAt: '2026-01-01T00:00:00.000Z', similarity: 0.9 },
  },
});

const resilience: Pick<PackageRun, 'recovery' | 'isolation' | 'fuzz' | 'leaksSeen'> = {
  leaksSeen: { goroutine: 'some', memory: 'all' },
  recovery: {
    ...{ bound: 5, stopped: 'the process died before its first test', flaky: ['TestAgain'] },
    ladder: [
      {
        ...{ step: 'serial', attempt: 2, tests: ['TestAgain'], changes: ['-parallel=1'] },
        ...{ ending: 'passed', peakRssBytes: 100 * MiB },
      },
    ],
  },
  isolation: {
    ...{ test: 'TestAdd', outcome: 'order', tests: ['TestFast', 'TestAdd'], runs: 12 },
    ...{ rate: { runs: 10, crashes: 9, low: 0.6, high: 0.98 }, elapsedMs: 900, budgetMs: 120_000 },
    ...{ summary: 'crashes only if TestFast runs before TestAdd', flags: ['-run=^TestAdd$'] },
    proof: [{ tests: ['TestAdd'], changes: ['-shuffle=3'], runs: 2, crashes: 0 }],
  },
  fuzz: [
    {
      ...{ target: 'FuzzAdd', budgetMs: 30_000, elapsedMs: 900, executions: 10_000, newInputs: 3 },
      ...{ corpus: 7, outcome: 'crashed', because: 'an input failed', message: 'want 3, got 2' },
      cause: cause('panic'),
      failing: {
        ...{ corpusFile: 'p/testdata/fuzz/FuzzAdd/0123456789abcdef', bytes: 12, minimised: true },
        ...{ path: 'legs/race/fuzz/1/testdata/fuzz/FuzzAdd/0123456789abcdef' },
        ...{
          values: ['string("a")', 'int(7)'],
          addCall: 'f.Add(string("a"), int(7))',
          replay: 'failed',
        },
        regressionTest: 'legs/race/fuzz/1/testdata/fuzz/FuzzAdd/0123456789abcdef',
      },
    },
  ],
};

/** A package of each ending, so that every rule of a renderer is met. */
function packages(): PackageRun[] {
  return endings.map((ending, at) =>
    packageRun({
      ...{ package: 'm/p', leg: at % 2 === 0 ? 'race' : 'memory', ending },
      ...{ cached: ending === 'passed', output: 'panic: assignment to entry in nil map\n' },
      cause: ending === 'passed' ? null : cause(causeIds[at] ?? 'unknown'),
      attempts: [fullAttempt({ ending })],
      tests: {
        ...{ passed: 2, failed: 1, skipped: 1 },
        failures: [{ test: 'TestSum', file: 'p/cart_test.go', line: 20, message: 'want 3, got 2' }],
        ...{ unfinished: ['TestAdd'], neverRan: ['TestLater'] },
        cases: [
          ['TestFast', 'passed', 10],
          ['TestSum', 'failed', 20],
          ['TestOff', 'skipped', 0],
          ['TestAgain', 'passed', 5, 2],
        ],
      },
      ...resilience,
    }),
  );
}

function heap(): Report['heap'] {
  const amounts = { allocBytes: 8 * MiB, allocObjects: 1000, inuseBytes: MiB };
  const lines = [{ line: 12, ...amounts }];
  return [
    heapRecord({
      tests: [{ test: 'TestAdd', ...amounts }],
      functions: [
        heapFunction('m/p.(*Cart).Add', {
          ...{ ...amounts, lines, test: 'TestAdd', calledFrom: position },
          ...{ chargedAllocBytes: 8 * MiB, chargedInuseBytes: MiB },
        }),
      ],
      holders: [{ frames: [position], inuseBytes: MiB, inuseObjects: 100 }],
      benchmarks: [{ name: 'BenchmarkAdd', bytesPerOp: 512, allocsPerOp: 3 }],
    }),
  ];
}

/** A report in which nothing that can be there is absent. */
export function fullReport(): Report {
  const command = ['go', 'test', './...'];
  return sampleReport({
    source: {
      ...{ module: 'm', repository: 'octo-org/octo', sha: '3f2c1a9'.padEnd(40, '0') },
      ...{ ref: 'refs/pull/7/merge', event: 'pull_request', directory: 'services/cart' },
    },
    preflight: (['ok', 'warn', 'fail'] as const).map((status) => ({
      ...{ id: 'cgroup', what: 'control groups', value: 'v2, read only', needed: 'v2', status },
      fix: 'give the job a group of its own',
    })),
    legs: (['race', 'memory'] as const).map((name) =>
      legReport({
        ...{ name, race: name === 'race', heapProfile: name === 'memory', exitCode: 1 },
        ...{ signal: 'SIGTERM', command },
        guard: {
          ...{ tier: 'watcher', ceilingBytes: 500 * MiB },
          tried: [{ tier: 'cgroup', problem: 'read only' }],
        },
        stress: {
          ...{ budgetMs: 300_000, spentMs: 290_000 },
          packages: [
            {
              ...{ package: 'm/p', runs: 40, repetitions: 400, elapsedMs: 9000, overdue: 1 },
              ...{ because: ['changed'], failedIn: 2, notes: ['TestA fails when it is repeated'] },
            },
          ],
        },
        rounds: [{ purpose: 'exit', packages: ['m/p'], command, exitCode: 1, signal: 'SIGKILL' }],
      }),
    ),
    packages: packages(),
    crashes: [fullCrash],
    heap: heap(),
    comparison: fullComparison(),
    leaks: [
      {
        ...{ kind: 'goroutine', confidence: 'confirmed', package: 'm/p', legs: ['race'] },
        ...{ fingerprint: '0123456789abcdef', test: 'TestAdd', state: 'chan receive' },
        ...{ goroutines: 3, bytesPerRun: null, site: position, createdBy: position },
        ...{ frames: [position], standing: 'new', accepted: null },
        expired: { reason: 'it is the worker', until: '2026-01-01' },
      },
      {
        ...{ kind: 'memory', confidence: 'consistent', package: 'm/q', legs: ['memory'] },
        ...{ fingerprint: '123456789abcdef0', test: 'TestGrow', state: '8 runs' },
        ...{ goroutines: 0, bytesPerRun: 4096, site: { ...position, line: 60 }, createdBy: null },
        ...{ frames: [{ ...position, line: 60 }], standing: 'unknown', accepted: null },
      },
      {
        ...{ kind: 'goroutine', confidence: 'consistent', package: 'm/q', legs: ['race'] },
        ...{ fingerprint: '23456789abcdef01', test: null, state: 'sync.Mutex.Lock' },
        ...{ goroutines: 1, bytesPerRun: null, site: null, createdBy: { ...position, line: 70 } },
        ...{ frames: [{ ...position, function: 'lib/x.run' }], standing: 'known', accepted: null },
      },
      {
        ...{ kind: 'goroutine', confidence: 'confirmed', package: 'm/p', legs: ['memory'] },
        ...{ fingerprint: '3456789abcdef012', test: 'TestAdd', state: 'select' },
        ...{ goroutines: 2, bytesPerRun: null, site: { ...position, line: 80 }, createdBy: null },
        ...{ frames: [{ ...position, line: 80 }], standing: 'new' },
        accepted: { reason: 'it is the logger', until: '2026-12-31' },
      },
    ],
    leaksThatFail: ['goroutine'],
    artifacts: [{ name: 'report', path: 'heap/store.html', bytes: 4096 }],
    gaps: [{ what: 'the timeline ends early', leg: 'race', package: 'm/p' }],
    shard: {
      ...{ index: 1, count: 4, weighedBy: '3f2c1a9', all: ['m/p', 'm/q'], own: ['m/p'] },
      ...{ legs: ['memory', 'race'], emptyPasses: true },
      measured: {
        head: { commit: '3f2c1a9', committedAt: '2026-11-20T08:00:00Z', clean: true },
        environment: {
          ...{ go: 'go1.26.8', runnerImage: 'ubuntu24 20261109.64.1', kernel: '6.8.0', cpus: 2 },
          ...{ gogc: '100', gomemlimit: '2GiB' },
        },
        keys: [
          {
            ...{ module: 'm', package: 'm/p', leg: 'memory', os: 'linux', arch: 'amd64' },
            ...{ go: '1.26', race: false, tags: ['unit'], flags: ['-short'] },
          },
        ],
      },
    },
    verdict: {
      status: 'fail',
      reasons: [
        {
          ...{ kind: 'crash', message: 'm/p crashed in TestAdd' },
          ...{ package: 'm/p', leg: 'race', test: 'TestAdd' },
        },
        { kind: 'missing-tests', message: '1 test never ran', package: 'm/p', leg: 'race' },
        { kind: 'memory-regression', message: 'm/p allocates 2.0 MiB more' },
        { kind: 'goroutine-leak', message: 'new: 3 goroutines', package: 'm/p', leg: 'race' },
      ],
    },
  });
}
