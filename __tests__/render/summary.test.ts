import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { causePage } from '../../src/render/cause.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report/schema.ts';
import { attempt, legReport, packageRun, sampleReport } from '../support/sample-report.ts';

const tableHead = [
  '| package | leg | ending | passed | failed | skipped | unfinished | never ran | time | peak memory |',
  '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

it('a run that passed is a headline and a folded table', () => {
  const report = sampleReport({
    packages: [packageRun(), packageRun({ package: 'm/q', cached: true, peakRssBytes: null })],
  });
  expect(renderSummary(report).split('\n')).toEqual([
    '## ✅ go-crash-guard passed',
    '',
    '2 tests passed, 0 failed, 0 skipped (2 packages, 1 leg, 1 cached, 4.2s)',
    '',
    '<details><summary>Packages: 2 runs</summary>',
    '',
    ...tableHead,
    '| `p` | race | passed | 1 | 0 | 0 | 0 | 0 | 1.0s | 50.0 MiB |',
    '| `q` | race | passed (cached) | 1 | 0 | 0 | 0 | 0 | 1.0s |  |',
    '',
    '</details>',
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
    '## ❌ go-crash-guard failed: unknown end in `TestK` (`k`), `TestF` fails (`p`), 3 tests not seen to end',
    '',
    '1 test passed, 1 failed, 0 skipped, 3 not seen to end (2 packages, 1 leg, 4.2s)',
    '',
    '**What to do:** `TestK` ended for an unknown reason. Look at its output.',
    '',
    '### The run as a whole',
    '',
    '- memory: nobody saw how go test ended',
    '- run: the run was stopped',
    '',
    '### Root causes',
    '',
    `[unknown](${causePage('unknown')}) in \`TestK\` of \`k\` (race): killed by SIGKILL`,
    '',
    '<details><summary>Output</summary>',
    '',
    '```text',
    'allocating',
    '```',
    '',
    '</details>',
    '',
    '### Failed tests',
    '',
    '- **`p/p_test.go:7`** `TestF` of `p` (race): `got 3`',
    '',
    '### Tests that were not seen to end',
    '',
    '- `k` (race): unfinished `TestK`; never ran `TestL`, `TestM`',
    '',
    '<details><summary>Packages: 2 runs</summary>',
    '',
    ...tableHead,
    '| `k` | race | killed | 1 | 0 | 0 | 1 | 2 | 1.0s | 50.0 MiB |',
    '| `p` | race | failed | 0 | 1 | 0 | 0 | 0 | 1.0s | 50.0 MiB |',
    '',
    '</details>',
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
    const lines = renderSummary(report).split('\n');
    const row = lines[lines.findIndex((line) => line.startsWith('| --- |')) + 1] ?? '';
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
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(900 * 1024);
  const shown = markdown.match(/`Test\d+` of `p\d+`/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(4000);
  expect(markdown).toContain(`${String(25_000 - shown)} more failed tests are in \`report.json\``);
  expect(markdown).toMatch(/\d more package runs are in/);
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
