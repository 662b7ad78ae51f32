import { expect, it } from '@jest/globals';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { explain } from '../../src/catalog/explain.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import { noRepository as repository } from '../../src/crash/source/repository.ts';
import { renderExplained } from '../../src/render/explain.ts';

const plain = (text: string): string => text;
const page = { width: 100, paint: { good: plain, bad: plain, dim: plain, bold: plain } };

const catalog = createCatalog({
  families: [],
  crashes: ['nil-map-write', 'first-of-empty-slice'].map((id) => ({
    ...{ id, family: 'nil-and-empty', title: id, cause: 'panic' as const, message: '' },
    ...{ explanation: 'E.', rootCause: 'R.', fix: 'F.' },
    signatures: [
      { kind: 'panic' as const, message: id === 'nil-map-write' ? 'nil map$' : '^runtime error: ' },
    ],
  })),
});

function told(...lines: string[]): string {
  const text = { lines: lines.length, omitted: 0, failedTests: [] };
  return renderExplained(
    explain(scanCrashes(lines.join('\n')), { repository, catalog }),
    { text, repository, catalog, past: [] },
    page,
  );
}

const failed = ['FAIL\texample.com/m\t0.1s', 'FAIL'];
const stack = ['', 'goroutine 1 [running]:', 'main.main()', '\t/src/main.go:7 +0x1d', ''];

it.each<[string, string[], string]>([
  ["log.Fatal's line", ['2026/01/02 15:04:05 no database', ...failed], 'no database'],
  ['the last line before an end without a word', ['no database', ...failed], 'no database'],
  [
    'what the runtime says before a fatal error',
    ['runtime: out of memory: 7 in use', 'fatal error: out of memory', ...stack, 'exit status 2'],
    'runtime: out of memory: 7 in use',
  ],
])('%s is told', (_, lines, said) => {
  expect(told(...lines)).toMatch(new RegExp(`^ {4}said {2}.*${said}$`, 'm'));
});

it('no more than five such lines', () => {
  const notes = Array.from({ length: 9 }, (_, i) => `runtime: note ${String(i)}`);
  const lines = told(...notes, 'fatal error: found bad pointer', ...stack).split('\n');
  expect(lines.filter((line) => line.startsWith('    said  '))).toHaveLength(5);
  expect(lines).toContain('          ... and 4 more lines');
});

it.each([
  ['assignment to entry in nil map', 'known: nil-map-write'],
  ['runtime error: index out of range [0] with length 0', 'usually: first-of-empty-slice'],
])('%s: %s', (message, heading) => {
  expect(told(`panic: ${message}`, ...stack, 'exit status 2')).toContain(`  ${heading} (`);
});
