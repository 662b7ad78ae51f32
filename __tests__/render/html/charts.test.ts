import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RunTimeline } from '../../../src/heap/run-timeline.ts';
import { ticks } from '../../../src/render/html/axis.ts';
import { historyChart } from '../../../src/render/heap-page/history-chart.ts';
import { historyPictures } from '../../../src/render/heap-page/history-pictures.ts';
import { packLanes, type RunSpan } from '../../../src/render/html/lanes.ts';
import {
  formatTime,
  largeSize,
  legendOf,
  smallSize,
  timelineChart,
} from '../../../src/render/html/timeline-chart.ts';
import { heapRecord, metricComparison } from '../../support/sample-heap.ts';

const mebi = 1 << 20;

function timelineOf(...heaps: number[]): RunTimeline {
  const points = heaps.map((heapBytes, index) => ({
    ...{ elapsedMs: index * 100, heapBytes },
    ...{ rssBytes: 2 * heapBytes, liveHeapBytes: heapBytes / 2 },
  }));
  const highest = Math.max(...heaps);
  const peak = { rssBytes: 2 * highest, heapBytes: highest, liveHeapBytes: highest / 2 };
  return { points, peak };
}

const svgOf = (chart: { markup: string } | null): string => chart?.markup ?? '';
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('timelineChart', () => {
  const spans: RunSpan[] = [
    { test: 'TestA', startMs: 0, endMs: 150 },
    { test: 'TestB', startMs: 100, endMs: 200 },
    { test: 'TestB/x<y', startMs: 100, endMs: 190 },
  ];
  const timeline = timelineOf(mebi, 3 * mebi, 2 * mebi);

  it('draws three lines, and the tests in lanes below with a boundary where each began', () => {
    const svg = svgOf(timelineChart({ timeline, spans }, largeSize));
    expect(count(svg, '<polyline')).toBe(3);
    expect(count(svg, 'class="span"')).toBe(3);
    expect(count(svg, 'class="boundary"')).toBe(2);
    expect(svg).toContain('<title>TestB: 100 ms</title>');
    expect(svg).toContain('TestB/x&lt;y');
    expect(svg).toContain('at most 6.0 MiB resident, 1.5 MiB live heap');
  });

  it('says how many spans have no place', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...{ test: `Test${String(index)}`, startMs: 0, endMs: 200 },
    }));
    const svg = svgOf(timelineChart({ timeline, spans: many }, largeSize));
    expect(svg).toContain('4 more test spans');
    expect(svgOf(timelineChart({ timeline, spans: many }, smallSize))).not.toContain('more test');
  });

  it.each([
    ['one that was near', 8 * mebi, true],
    ['none far above what was used', 25 * mebi, false],
    ['none where there is none', null, false],
  ])('draws the memory ceiling: %s', (_, ceilingBytes, drawn) => {
    const picture = { timeline, spans: [], ceilingBytes };
    expect(svgOf(timelineChart(picture, largeSize)).includes('memory ceiling: 8.0 MiB')).toBe(
      drawn,
    );
    expect(legendOf(picture).markup.includes('memory ceiling, 8.0 MiB')).toBe(drawn);
    expect(legendOf(picture).markup).not.toContain('a test');
    expect(legendOf({ timeline, spans }).markup).toContain('a test');
  });

  it('needs two samples', () => {
    expect(timelineChart({ timeline: timelineOf(mebi), spans }, largeSize)).toBeNull();
  });

  it('has only numbers for coordinates, whatever was measured', () => {
    const bytes = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 2, maxLength: 9 }), (heaps) => {
        const svg = svgOf(timelineChart({ timeline: timelineOf(...heaps), spans: [] }, largeSize));
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});

describe('packLanes', () => {
  it('puts into one lane what does not overlap', () => {
    const span = (test: string, startMs: number, endMs: number): RunSpan => ({
      ...{ test, startMs, endMs },
    });
    const { lanes, left } = packLanes([span('c', 5, 8), span('a', 0, 5), span('b', 4, 6)], 4);
    expect(lanes.map((lane) => lane.map(({ test }) => test))).toEqual([['a', 'c'], ['b']]);
    expect(left).toBe(0);
  });

  it('keeps the longest of too many', () => {
    const short = Array.from({ length: 2000 }, (_, at) => ({
      ...{ test: 'short', startMs: at, endMs: at + 1 },
    }));
    const { lanes, left } = packLanes([...short, { test: 'long', startMs: 0, endMs: 900 }], 2);
    expect(lanes.flat()).toHaveLength(600);
    expect(lanes.flat().some(({ test }) => test === 'long')).toBe(true);
    expect(left).toBe(1401);
  });
});

describe('history', () => {
  const history = [105, 100, 104, 101, 103, 99, 102, 100, 104].map((allocated, index) => ({
    commit: `${String(index)}abcdef0`.padEnd(40, '0'),
    committedAt: `2026-03-${String(20 - index)}T10:00:00Z`,
    metrics: heapRecord({ metrics: { allocBytes: allocated * mebi } }).metrics,
  }));
  const grown = metricComparison({ base: 105 * mebi, head: 150 * mebi, limit: 120 * mebi });

  it('has the commits from old to new, and their noise', () => {
    const [picture] = historyPictures([grown], history);
    expect(picture?.points.map(({ amount }) => amount / mebi)).toEqual([
      104, 100, 102, 99, 103, 101, 104, 100, 105,
    ]);
    // The deltas are 2 to 5, in turn down and up: the median deviation is about three.
    expect((picture?.noise ?? 0) / mebi).toBeGreaterThan(10);
    expect((picture?.noise ?? 0) / mebi).toBeLessThan(40);
  });

  it('draws a point for each commit, the band, the limit, and now', () => {
    const [picture] = historyPictures([grown], history);
    const svg = svgOf(picture === undefined ? null : historyChart(picture));
    expect(count(svg, 'class="dot"')).toBe(9);
    expect(count(svg, 'class="dot head grew"')).toBe(1);
    expect(count(svg, 'class="band"')).toBe(1);
    expect(svg).toContain('<title>limit: 120.0 MiB</title>');
    expect(svg).toContain('<title>0abcdef 2026-03-20: 105.0 MiB</title>');
  });

  it('has no band where the history is too short to tell', () => {
    const [picture] = historyPictures([grown], history.slice(0, 2));
    expect(picture?.noise).toBeNull();
  });

  it('has a picture for what changed and for the two that matter most', () => {
    const same = (metric: 'inuseBytes' | 'peakRssBytes') =>
      metricComparison({ metric, verdict: 'same' });
    const pictures = historyPictures([grown, same('inuseBytes'), same('peakRssBytes')], history);
    expect(pictures.map(({ metric }) => metric)).toEqual(['allocBytes', 'inuseBytes']);
    expect(historyPictures([grown], [])).toEqual([]);
  });
});

describe('ticks', () => {
  it.each([
    [0, 1000, 5, 10, [0, 200, 400, 600, 800, 1000]],
    [0, 100 * mebi, 5, 2, [0, 32 * mebi, 64 * mebi, 96 * mebi]],
    [7, 7, 4, 10, [7]],
  ] as const)('%d to %d in %d steps of powers of %d', (from, to, steps, base, expected) => {
    expect(ticks(from, to, steps, base)).toEqual(expected);
  });
});

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [12_340, '12.3 s'],
  [60_000, '1 min'],
  [200_400, '3 min 20 s'],
])('%d ms is %s', (ms, expected) => {
  expect(formatTime(ms)).toBe(expected);
});
