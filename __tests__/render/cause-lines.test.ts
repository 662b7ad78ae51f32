import { expect, it } from '@jest/globals';
import { renderResult } from '../../src/render/result.ts';
import type { Cause, PackageRun } from '../../src/report/schema.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };
const paths = { report: '/out/report.json', summary: '/out/summary.md', page: null };

function told(run: PackageRun, ...crashes: Parameters<typeof sampleCrash>): string[] {
  const report = sampleReport({ packages: [run], crashes: [sampleCrash(...crashes)] });
  return renderResult(report, paths, paint).split('\n').slice(0, 4);
}

function cause(id: Cause['id'], source: string, detail: string): Cause {
  return {
    ...{ id, confidence: 'confirmed', summary: `it was ${id}`, evidence: [{ source, detail }] },
    ...{ excluded: [], advice: [] },
  };
}

it.each<[Cause['id'], string]>([
  ['build-failed', 'did not build'],
  ['vet-failed', 'was refused by go vet'],
  ['setup-failed', 'did not build'],
])('%s shows what was refused, and where', (id, ending) => {
  const run = packageRun({
    ending: 'build-failed',
    cause: cause(id, 'go build', 'p/p.go:6:42: undefined: net'),
  });
  const blame = { function: '', file: 'p/p.go', line: 6 };

  expect(told(run, { cause: id, blame, test: null, known: null })).toEqual([
    `✗ m/p (race) ${ending}`,
    `    cause:      ${id} (confirmed) p/p.go:6:42: undefined: net`,
    '    at:         p/p.go:6',
    '',
  ]);
});

it('a process that was ended on purpose shows what it said, harmless', () => {
  const run = packageRun({
    ending: 'exited',
    cause: cause('log-fatal', 'output', 'last line: 2026/01/02 03:04:05 no database\u001b[2J'),
  });

  expect(told(run, { cause: 'log-fatal', blame: null, known: null })).toEqual([
    '✗ m/p (race) the process ended itself with exit code 0',
    '    cause:      log-fatal (confirmed) it was log-fatal',
    '    said:       no database',
    '',
  ]);
});
