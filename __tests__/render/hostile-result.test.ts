import { describe, expect, it } from '@jest/globals';
import type { Paint } from '../../src/render/paint.ts';
import { renderResult } from '../../src/render/result.ts';
import { hostileReport, hostileStrings, hugeBackticks } from '../support/hostile-strings.ts';
import { processorMs } from '../support/processor-time.ts';

const plain = (text: string): string => text;
const paint: Paint = { good: plain, bad: plain, dim: plain, bold: plain };
const paths = { report: 'report.json', summary: 'summary.md', page: null };
const linesFor = (text: string): string[] =>
  renderResult(hostileReport(text), paths, paint).split('\n');

describe('the result in a terminal', () => {
  const usual = linesFor('text').length;

  it.each(hostileStrings)('stays as it is, whatever stands in the report: %s', (_name, text) => {
    const lines = linesFor(text);
    expect(lines.join('')).not.toMatch(/[^\P{Cc}\t]/u);
    expect(lines.length).toBeLessThanOrEqual(usual);
    for (const line of lines) expect(line.length).toBeLessThan(4000);
  });

  it('is short with megabytes in each field', () => {
    let lines: string[] = [];
    expect(processorMs(() => (lines = linesFor(hugeBackticks())))).toBeLessThan(5000);
    expect(lines.join('').length).toBeLessThan(300_000);
  });
});
