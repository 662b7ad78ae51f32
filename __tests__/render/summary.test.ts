import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report/schema.ts';
import { attempt, legReport, packageRun, sampleReport } from '../support/sample-report.ts';

const tableHead = [
  '| package | leg | ending | passed | failed | skipped | unfinished | never ran | time | peak memory |',
  '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

it('a run that passed is a headline and a table', () => {
  const report = sampleReport({
    packages: [packageRun(), packageRun({ package: 'm/q', cached: true, peakRssBytes: null })],
  });
  expect(renderSummary(report).split('\n')).toEqual([
    '## go-crash-guard: passed: 2 tests passed, 0 failed, 0 skipped (2 packages, 1 leg, 1 cached, 4.2s)',
    '',
    ...tableHead,
    '| `m/p` | race | passed | 1 | 0 | 0 | 0 | 0 | 1.0s | 50.0 MiB |',
    '| `m/q` | race | passed (cached) | 1 | 0 | 0 | 0 | 0 | 1.0s |  |',
    '',
  ]);
});

it('a run that failed says of each package what happened, then of the legs, then what was not observed', () => {
  const failure = { test: 'TestF', file: 'p/p_test.go', line: 7, message: 'p_test.go:7: got 3' };
  const report = sampleReport({
    packages: [
      packageRun({
        ending: 'failed',
        tests: { passed: 0, failed: 1, failures: [failure] },
        output: 'FAIL\n',
      }),
      packageRun({
        package: 'm/k',
        ending: 'killed',
        attempts: [attempt({ ending: 'killed', exitCode: null, signal: 'SIGKILL' })],
        tests: { unfinished: ['TestK'], neverRan: ['TestL', 'TestM'] },
        output: 'allocating\n',
      }),
    ],
    gaps: [{ what: 'no timeline', leg: 'race', package: 'm/k' }, { what: 'no disk' }],
    verdict: {
      status: 'fail',
      reasons: [
        { kind: 'crash', message: 'told above', package: 'm/k', leg: 'race' },
        { kind: 'lost', message: 'nobody saw how go test ended', leg: 'memory' },
        { kind: 'cancelled', message: 'the run was stopped' },
      ],
    },
  });
  expect(renderSummary(report).split('\n')).toEqual([
    '## go-crash-guard: failed: 1 test passed, 1 failed, 0 skipped, 3 not seen to end (2 packages, 1 leg, 4.2s)',
    '',
    ...tableHead,
    '| `m/p` | race | failed | 0 | 1 | 0 | 0 | 0 | 1.0s | 50.0 MiB |',
    '| `m/k` | race | killed | 1 | 0 | 0 | 1 | 2 | 1.0s | 50.0 MiB |',
    '',
    '### `m/k` (race): killed by SIGKILL',
    '',
    'Unfinished: `TestK`',
    '',
    'Never ran: `TestL, TestM`',
    '',
    '```text',
    'allocating',
    '```',
    '',
    '### `m/p` (race): 1 test failed',
    '',
    '`TestF` failed at `p/p_test.go:7`',
    '',
    '```text',
    'p_test.go:7: got 3',
    '```',
    '',
    '- memory: nobody saw how go test ended',
    '- run: the run was stopped',
    '',
    '### What could not be observed',
    '',
    '- `m/k` race: no timeline',
    '- no disk',
    '',
  ]);
});

describe('whatever the tests are called and print', () => {
  const evil = '`|@you <img src=x onerror=y> [a](b)\n```\n## owned\u001b[2J\u0007';
  const report: Report = sampleReport({
    packages: [
      packageRun({
        package: evil,
        ending: 'crashed',
        output: evil,
        tests: {
          failed: 1,
          failures: [{ test: evil, file: evil, line: 1, message: evil }],
          unfinished: [evil],
          neverRan: [evil],
        },
      }),
    ],
    gaps: [{ what: 'no timeline', package: evil }],
    verdict: { status: 'fail', reasons: [] },
  });
  /** What is left when code is taken away, block by block and span by span. */
  const outsideCode = renderSummary(report)
    .replace(/^(`{3,})text\n[^]*?\n\1$/gm, 'BLOCK')
    .replace(/(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, 'CODE');

  it('none of it stands outside of code', () => {
    for (const part of ['@you', '<img', '## owned', '](b)', '`']) {
      expect(outsideCode).not.toContain(part);
    }
  });

  it('each table row has its ten cells', () => {
    const row = renderSummary(report).split('\n')[4] ?? '';
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(11);
  });

  it('no escape sequence is sent', () => {
    expect(renderSummary(report)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

it('a huge run stays below GitHub’s limit and says what is left out', () => {
  const failures = Array.from({ length: 50 }, (_, i) => ({
    test: `Test${String(i)}`,
    file: 'a_test.go',
    line: 1,
    message: 'x'.repeat(5000),
  }));
  const packages = Array.from({ length: 500 }, (_, i) =>
    packageRun({
      package: `m/p${String(i)}`,
      ending: 'crashed',
      output: 'y'.repeat(50_000),
      tests: { failed: 50, failures },
    }),
  );
  const gaps = Array.from({ length: 100 }, () => ({ what: 'no timeline' }));
  const markdown = renderSummary(sampleReport({ packages, gaps, legs: [legReport()] }));
  expect(Buffer.byteLength(markdown)).toBeLessThan(900 * 1024);
  for (const left of ['300 more rows', '480 more packages', '40 more failures']) {
    expect(markdown).toContain(left);
  }
});

it('shows what was read in the core of the last attempt, as text that cannot be markup', () => {
  const coreExcerpt = 'crashing goroutine 7:\n  m/p.total  p/p.go:7\n      note = "```"\n';
  const coreText = 'runs/memory/m/p/attempt-1/core.txt';
  const core = attempt({ ending: 'crashed', signal: 'SIGABRT', coreDumped: true });
  const report = sampleReport({
    packages: [packageRun({ ending: 'crashed', attempts: [{ ...core, coreText, coreExcerpt }] })],
  });
  expect(renderSummary(report)).toContain(
    `<details><summary>Read in its core</summary>\n\n\`\`\`\`text\n${coreExcerpt}\`\`\`\`\n\nAll of it: \`${coreText}\`\n\n</details>`,
  );
});
