import type { Attempt, Crash, LegReport, PackageRun, Report } from '../../src/report/schema.ts';

export function attempt(of: Partial<Attempt> = {}): Attempt {
  return {
    number: 1,
    ending: 'passed',
    exitCode: 0,
    signal: null,
    coreDumped: false,
    limits: {},
    elapsedMs: 1000,
    peakRssBytes: 50 * 1024 * 1024,
    ...of,
  };
}

/** A package that passed with one test, but for what is given. */
export function packageRun(
  of: Partial<Omit<PackageRun, 'tests'>> & { tests?: Partial<PackageRun['tests']> } = {},
): PackageRun {
  return {
    package: 'm/p',
    leg: 'race',
    ending: 'passed',
    cached: false,
    cause: null,
    attempts: [attempt({ ending: of.ending ?? 'passed' })],
    elapsedMs: 1000,
    peakRssBytes: 50 * 1024 * 1024,
    output: '',
    ...of,
    tests: {
      passed: 1,
      failed: 0,
      skipped: 0,
      failures: [],
      unfinished: [],
      neverRan: [],
      ...of.tests,
    },
  };
}

export function legReport(of: Partial<LegReport> = {}): LegReport {
  return {
    name: 'race',
    race: true,
    heapProfile: false,
    goVersion: 'go1.26.8',
    command: ['go', 'test', './...'],
    exitCode: 0,
    signal: null,
    elapsedMs: 2000,
    ...of,
  };
}

/** A report of one leg with one package that passed, but for what is given. */
export function sampleCrash(of: Partial<Crash> = {}): Crash {
  return {
    id: 'crash-0123abcd',
    cause: 'panic',
    message: 'assignment to entry in nil map',
    package: 'm/p',
    leg: 'race',
    test: 'TestAdd',
    blame: { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 12 },
    related: [],
    stacks: [],
    fingerprint: '0123abcd0123abcd',
    known: null,
    occurrences: [{ package: 'm/p', leg: 'race', attempt: 1, test: 'TestAdd' }],
    ...of,
  };
}

export function sampleReport(of: Partial<Report> = {}): Report {
  return {
    schema: 1,
    tool: { name: 'go-crash-guard', version: '0.0.0' },
    startedAt: '2026-01-02T03:04:05.000Z',
    elapsedMs: 4200,
    source: { module: 'm', repository: null, sha: null, ref: null, event: null },
    machine: {
      os: 'linux',
      arch: 'x64',
      cpus: 2,
      memoryBytes: 8 * 1024 ** 3,
      go: 'go1.26.8',
      node: 'v24.0.0',
    },
    preflight: [],
    legs: [legReport()],
    packages: [packageRun()],
    crashes: [],
    heap: [],
    comparison: null,
    artifacts: [],
    gaps: [],
    verdict: { status: 'pass', reasons: [] },
    ...of,
  };
}
