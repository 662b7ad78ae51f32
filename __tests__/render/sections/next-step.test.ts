import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../../src/render/comment.ts';
import type { Cause, PackageRun, Report } from '../../../src/report/schema.ts';
import { noLinks } from '../../../src/report/links.ts';
import { comparedPackage, sampleComparison } from '../../support/sample-comparison.ts';
import { packageRun, sampleCrash, sampleReport } from '../../support/sample-report.ts';

/** The sentence on what to do, and the command below it; undefined for none. */
function todo(of: Partial<Report>): string | undefined {
  const report = sampleReport({ verdict: { status: 'fail', reasons: [] }, ...of });
  const text = renderComment(report, { links: noLinks, title: null, untrusted: false });
  const found = /^\*\*What to do:\*\* (?<said>.*)(?:\n\n```sh\n(?<command>.*)\n```)?/m.exec(text);
  const { said, command } = found?.groups ?? {};
  return command === undefined ? said : `${said ?? ''} ${command}`;
}

function ended(id: Cause['id'], of: Partial<Cause> = {}): PackageRun {
  return packageRun({
    ending: 'killed',
    cause: {
      ...{ id, confidence: 'confirmed', summary: 'it ended', evidence: [], excluded: [] },
      ...{ advice: [], ...of },
    },
  });
}

const failure = { test: 'TestF', file: 'p/p_test.go', line: 7, message: 'got 3' };
const failed = packageRun({ ending: 'failed', tests: { failed: 1, failures: [failure] } });
const missing = packageRun({ tests: { neverRan: ['TestN'] } });
const comparison = sampleComparison();
const budget = {
  ...{ rule: './p', package: 'm/p', leg: 'memory', test: null, what: 'rss' as const },
  ...{ limitBytes: 1, bytes: 2, position: null },
};

describe('what to do comes from the worst that was found', () => {
  it.each<[string, Partial<Report>, string | undefined]>([
    [
      'a crash before all else',
      {
        crashes: [sampleCrash({ known: 'nil-map-write' })],
        packages: [failed, missing],
        comparison,
      },
      "`TestAdd` panics at `p/cart.go:12`: `assignment to entry in nil map`. Usual cause and fix: [`nil-map-write`](https://github.com/org/go-crash-guard/blob/v1/docs/crashes/nil-map-write.md). Reproduce it: go test -race -run '^TestAdd$' -count=1 ./p",
    ],
    [
      'what the compiler says',
      {
        crashes: [
          sampleCrash({
            ...{ cause: 'build-failed', message: 'undefined: net', known: 'undefined-name' },
            test: null,
          }),
        ],
        packages: [packageRun({ ending: 'build-failed' })],
      },
      '`p` (race) does not build at `p/cart.go:12`: `undefined: net`. Explained, with the fix: [`undefined-name`](https://github.com/org/go-crash-guard/blob/v1/docs/crashes/undefined-name.md). Reproduce it: go test -race -count=1 ./p',
    ],
    [
      'a goroutine that waits',
      {
        crashes: [sampleCrash({ cause: 'timeout', message: 'test timed out after 3s' })],
        packages: [packageRun({ ending: 'timed-out' })],
      },
      "`TestAdd` does not end in time; it waits at `p/cart.go:12`: `test timed out after 3s`. Reproduce it: go test -race -run '^TestAdd$' -count=1 ./p",
    ],
    [
      'who held the memory',
      {
        crashes: [sampleCrash({ cause: 'oom-cgroup', message: 'it ended' })],
        packages: [ended('oom-cgroup', { advice: ['look at load: it held 1.0 GiB'] })],
      },
      '`TestAdd` is killed at the memory limit; start at `p/cart.go:12`. Look at load: it held 1.0 GiB.',
    ],
    [
      'a kill by a limit is not shown again by running one test',
      { packages: [ended('oom-cgroup', { advice: ['raise the limit (now 1.0 GiB)'] })] },
      '`p` (race) is killed at the memory limit. Raise the limit (now 1.0 GiB).',
    ],
    [
      'what fits below the limit, where that was tried',
      {
        packages: [
          {
            ...ended('oom-cgroup', { advice: ['raise the limit (now 1.0 GiB)'] }),
            recovery: {
              ...{ bound: 5, stopped: null, flaky: [] },
              ladder: [
                {
                  ...{ step: 'alone', attempt: 2, tests: ['TestA'], changes: [] },
                  ...{ ending: 'passed', peakRssBytes: 1 << 20 },
                },
                {
                  ...{ step: 'serial', attempt: 3, tests: null, changes: ['-parallel=1'] },
                  ...{ ending: 'failed', peakRssBytes: 100 << 20 },
                },
              ],
            },
          },
        ],
      },
      '`p` (race) is killed at the memory limit. All tests fit with `-parallel=1` (peak 100.0 MiB).',
    ],
    [
      'a cycle of waits, which says more than what is usual and what a timeout advises',
      {
        crashes: [
          sampleCrash({
            ...{ cause: 'timeout', message: 'test timed out after 5s', known: 'some-known' },
            waits: { kind: 'cycle', confidence: 'consistent', summary: 'two wait', waits: [] },
          }),
        ],
        packages: [ended('timeout', { advice: ['a longer timeout helps only at times'] })],
      },
      "`TestAdd` does not end in time; it waits at `p/cart.go:12`: `test timed out after 5s`. Break the cycle: take these in one order everywhere, and hold none while waiting. Reproduce it: go test -race -run '^TestAdd$' -count=1 ./p",
    ],
    [
      'a crash of fuzzing: the input goes where go test finds it',
      {
        crashes: [sampleCrash({ test: 'FuzzAdd/0123abcd' })],
        packages: [
          packageRun({
            fuzz: [
              {
                ...{ target: 'FuzzAdd', budgetMs: 1, elapsedMs: 1, executions: 1, newInputs: 1 },
                ...{ corpus: 1, outcome: 'crashed', because: null },
                failing: {
                  ...{ corpusFile: 'p/testdata/fuzz/FuzzAdd/0123abcd', path: 'x', bytes: 29 },
                  ...{ minimised: true, regressionTest: null },
                },
              },
            ],
          }),
        ],
      },
      '`FuzzAdd/0123abcd` panics at `p/cart.go:12`: `assignment to entry in nil map`. Copy the input that fuzzing found to `p/testdata/fuzz/FuzzAdd/0123abcd`; from then on go test fails with it.',
    ],
    [
      'a run that was stopped',
      { packages: [ended('cancelled')] },
      'the run was not seen to its end: run the job again.',
    ],
    [
      'a failed test',
      { packages: [missing, failed], comparison },
      "see why `TestF` fails at `p/p_test.go:7`. Reproduce it: go test -race -run '^TestF$' -count=1 ./p",
    ],
    [
      'tests that nobody saw end',
      { packages: [missing], comparison },
      'find out why tests of `p` (race) were not seen to end. Reproduce it: go test -race -count=1 ./p',
    ],
    [
      'a growth',
      { comparison },
      'look at `store/orders.go:41` (+2.0 MiB): `example.com/m/store` (memory) grew. If that is wanted, accept it.',
    ],
    [
      'a growth that nothing explains',
      { comparison: sampleComparison({ packages: [comparedPackage({ why: null })] }) },
      'find out why `example.com/m/store` (memory) grew. If that is wanted, accept it.',
    ],
    [
      'a broken budget',
      { comparison: sampleComparison({ packages: [], budgets: [budget] }) },
      '`p` (memory) broke its budget: mend that, or change the budget.',
    ],
    [
      'no tests at all',
      {
        verdict: { status: 'incomplete', reasons: [{ kind: 'no-tests', message: 'no test ran' }] },
      },
      'no test ran: check which packages and tests are named.',
    ],
    [
      'a leg whose end nobody saw',
      {
        verdict: {
          status: 'incomplete',
          reasons: [{ kind: 'lost', message: 'gone', leg: 'race' }],
        },
      },
      'the run was not seen to its end: run the job again.',
    ],
    ['nothing where all is well', { verdict: { status: 'pass', reasons: [] } }, undefined],
  ])('%s', (_what, of, expected) => {
    expect(todo(of)).toBe(expected);
  });
});
