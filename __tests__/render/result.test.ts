import { describe, expect, it } from '@jest/globals';
import type { Paint } from '../../src/render/paint.ts';
import { renderResult } from '../../src/render/result.ts';
import type { Report } from '../../src/report/schema.ts';
import { attempt, packageRun, sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const tagged: Paint = {
  good: (text) => `<good>${text}</good>`,
  bad: (text) => `<bad>${text}</bad>`,
  dim: plain,
  bold: plain,
};
const paths = { report: '/out/report.json', summary: '/out/summary.md', page: null };

function render(report: Partial<Report>, paint: Partial<Paint> = {}): string {
  const colours = { good: plain, bad: plain, dim: plain, bold: plain, ...paint };
  return renderResult(sampleReport(report), paths, colours);
}

it('a run that passed is one green line and where to read more', () => {
  expect(render({}, tagged).split('\n')).toEqual([
    '<good>passed: 1 test passed, 0 failed, 0 skipped (1 package, 1 leg, 4.2s)</good>',
    'report:  /out/report.json',
    'summary: /out/summary.md',
    '',
  ]);
});

it('a shard says that it is a part of the run', () => {
  const shard = { index: 2, count: 4, weighedBy: null, all: ['m/o', 'm/p', 'm/q'], own: ['m/p'] };

  expect(render({ shard })).toContain(
    'passed: 1 test passed, 0 failed, 0 skipped (shard 2/4: 1 of 3 packages, 1 leg, 4.2s)',
  );
});

it('a run that failed names packages, tests, positions and what was not observed', () => {
  const failure = {
    test: 'TestF',
    file: 'p/p_test.go',
    line: 7,
    message: 'p_test.go:7: got 3\n  x\n\ngoroutine 5 [running]:\n',
  };
  const text = render({
    packages: [
      packageRun({
        ending: 'exited',
        attempts: [attempt({ exitCode: 3, core: 'runs/race/m/p/attempt-1/core.zst' })],
        tests: { failed: 1, failures: [failure], unfinished: ['TestU'], neverRan: ['TestN'] },
      }),
    ],
    gaps: [
      { what: 'no timeline', leg: 'race', package: 'm/p' },
      { what: 'no core was kept: ulimit -c is 0' },
    ],
    verdict: {
      status: 'fail',
      reasons: [
        { kind: 'crash', message: 'told above', package: 'm/p', leg: 'race' },
        { kind: 'lost', message: 'go test itself was ended by SIGKILL', leg: 'memory' },
      ],
    },
  });
  expect(text.split('\n')).toEqual([
    '✗ m/p (race) the process ended itself with exit code 3',
    '    unfinished: TestU',
    '    never ran:  TestN',
    '    failed:     TestF p/p_test.go:7  got 3 x',
    '    core:       runs/race/m/p/attempt-1/core.zst',
    '! memory: go test itself was ended by SIGKILL',
    '  not observed: m/p race: no timeline',
    '  not observed: no core was kept: ulimit -c is 0',
    '',
    'failed: 1 test passed, 1 failed, 0 skipped, 2 not seen to end (1 package, 1 leg, 4.2s)',
    'report:  /out/report.json',
    'summary: /out/summary.md',
    '',
  ]);
});

describe('is bounded', () => {
  it.each<[string, Partial<Report>]>([
    [
      '... and 10 more packages, see the report',
      { packages: Array.from({ length: 40 }, () => packageRun({ ending: 'lost' })) },
    ],
    [
      'not observed: 3 more things, see the report',
      { gaps: Array.from({ length: 8 }, () => ({ what: 'x' })) },
    ],
    [
      'failed:     2 more tests',
      {
        packages: [
          packageRun({
            ending: 'failed',
            tests: {
              failures: Array.from({ length: 10 }, () => ({
                test: 'T',
                file: null,
                line: null,
                message: '',
              })),
            },
          }),
        ],
      },
    ],
  ])('%s', (text, report) => {
    expect(render(report)).toContain(text);
  });
});

it('sends no escape sequence that a test or a package brought', () => {
  const evil = 'a\u001b[2J\u001b]0;owned\u0007\u009b5m\r';
  const text = render({
    packages: [
      packageRun({
        package: evil,
        ending: 'crashed',
        tests: {
          failures: [{ test: evil, file: evil, line: 1, message: evil }],
          unfinished: [evil],
          neverRan: [evil],
        },
      }),
    ],
    gaps: [{ what: evil, package: evil }],
  });
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});

it.each([
  [
    'panic: nil map [recovered]\n[signal SIGSEGV: code=0x1]\n\ngoroutine 7 [running]:\nm.f()',
    'panic: nil map [recovered]',
  ],
  [
    '==================\nWARNING: DATA RACE\nRead at 0x00c0000160e8 by goroutine 7:\n  m.f()',
    'WARNING: DATA RACE',
  ],
  ['got:\n100 200\nwant:\n100 201', 'got: 100 200 want: 100 201'],
])('of a failed test it says what comes before a stack: %j', (message, said) => {
  const failures = [{ test: 'TestF', file: null, line: null, message }];
  const text = render({
    packages: [packageRun({ ending: 'failed', tests: { failed: 1, failures } })],
  });
  expect(
    text
      .split('\n')
      .find((line) => line.includes('TestF'))
      ?.trim(),
  ).toBe(`failed:     TestF  ${said}`);
});
