import { expect, it } from '@jest/globals';
import { trendsOf } from '../../src/heap/trend.ts';
import type { StoredRecord } from '../../src/report/baseline-view.ts';
import { renderTrend } from '../../src/render/trend.ts';
import { sampleRecord } from '../support/baseline-records.ts';

const plain = (text: string): string => text;
const page = { width: 100, paint: { good: plain, bad: plain, dim: plain, bold: plain } };
const MiB = 1024 ** 2;

/** One record an hour, with so many MiB allocated and nothing else that moves. */
function records(mebibytes: readonly number[]): StoredRecord[] {
  return mebibytes.map((amount, commit) => {
    const stored = sampleRecord(commit);
    const metrics = { ...stored.record.metrics, allocBytes: Math.round(amount * MiB) };
    return { ...stored, record: { ...stored.record, metrics } };
  });
}

function drawn(mebibytes: readonly number[]): string[] {
  const stored = records(mebibytes);
  const { key } = sampleRecord(0);
  return renderTrend({ key, trends: trendsOf(stored, ['allocBytes']) }, page).split('\n');
}

const wobble = (level: number): number[] =>
  [0.0, 0.03, -0.02, 0.01, -0.01, 0.02, 0.0, -0.03, 0.01, 0.02].map((part) => level + part);

it('a level that shifted is marked where it did, with both levels', () => {
  expect(drawn([...wobble(10), ...wobble(13)])).toEqual([
    'example.com/shop/store (memory), go1.26 linux/amd64',
    '  20 records, 2026-01-01 to 2026-01-01',
    '  allocated                10.0 MiB  ▁▁▁▁▁▁▁▁▁▁██████████  13.0 MiB (+30.2 %)',
    '                                               ▲',
    `    up since ${sampleRecord(10).commit.slice(0, 7)} of 2026-01-01: 10.0 MiB to 13.0 MiB (+30.0 %)`,
    '',
  ]);
});

it('up and down is two shifts, the latest first', () => {
  const lines = drawn([...wobble(10), ...wobble(13), ...wobble(8)]);
  expect(lines[3]?.trim()).toBe('▲         ▼');
  expect(lines[4]).toMatch(/^ {4}down since [0-9a-f]{7} of 2026-01-01: 13\.0 MiB to 8\.0 MiB/);
  expect(lines[5]).toMatch(/^ {4}up since /);
});

it('noise is no shift', () => {
  const lines = drawn([...wobble(10), ...wobble(10)]);
  expect(lines).toHaveLength(4);
  expect(lines.join('')).not.toMatch(/[▲▼]|since/);
});

it('figures that no record has are left out, and records without a figure', () => {
  const stored = records([10, 11, 12]);
  const trends = trendsOf(stored);
  expect(trends.map(({ metric }) => metric)).toEqual([
    'allocBytes',
    'allocObjects',
    'inuseBytes',
    'goroutinesAtEnd',
  ]);
  const [, second] = stored;
  if (second !== undefined) second.record.metrics.allocBytes = null;
  expect(trendsOf(stored)[0]?.points.map(({ amount }) => amount)).toEqual([10 * MiB, 12 * MiB]);
});

it('two hundred records fit in the width of the terminal', () => {
  const many = Array.from({ length: 200 }, (_, i) => (i < 100 ? 10 : 14));
  for (const line of drawn(many)) expect(line.length).toBeLessThanOrEqual(page.width);
});
