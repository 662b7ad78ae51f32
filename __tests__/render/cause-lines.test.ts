import { expect, it } from '@jest/globals';
import { renderResult } from '../../src/render/result.ts';
import type { Cause, PackageRun } from '../../src/report/schema.ts';
import { attempt, packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

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

it('what lies outside of the Go heap is among what was held, the larger first', () => {
  const mebi = 1 << 20;
  const heldWith = (outsideGoBytes: number): string[] => {
    const last = attempt({
      blackBox: {
        ...{ reason: 'ceiling', elapsedMs: 900, rssBytes: 400 * mebi, heapBytes: 20 * mebi },
        ...{ outsideGoBytes, goroutines: 4, ceilingBytes: 512 * mebi, early: false, tests: [] },
        functions: [
          ...[{ function: 'm/p.fill', file: 'p/p.go', line: 7, bytes: 90 * mebi, share: 0.9 }],
        ].map((holder) => ({ ...holder, test: 'TestFill', caller: null })),
      },
    });
    const run = packageRun({
      ...{ ending: 'killed', attempts: [last] },
      cause: cause('oom-cgroup', 'cgroup', 'oom_kill 1'),
    });
    const report = sampleReport({ packages: [run], crashes: [] });
    return renderResult(report, paths, paint)
      .split('\n')
      .filter((line) => line.startsWith('    held:'));
  };
  const fill = '    held:       90.0 MiB (90 %) m/p.fill p/p.go:7 by TestFill';

  expect(heldWith(300 * mebi)).toEqual([
    '    held:       300.0 MiB outside Go: cgo, mmap, C libraries',
    fill,
  ]);
  expect(heldWith(50 * mebi)).toEqual([
    fill,
    '    held:       50.0 MiB outside Go: cgo, mmap, C libraries',
  ]);
  expect(heldWith(20 * mebi)).toEqual([fill]);
});
