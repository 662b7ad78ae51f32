import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runTimeline } from '../../src/heap/run-timeline.ts';

const header = 'elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n';

describe('runTimeline', () => {
  it('reads the samples of the agent', () => {
    const { points, peak } = runTimeline(
      `${header}0,10,5,99,100,2\n100,30,20,99,90,2\nended,0\n`,
      10,
    );
    expect(points).toEqual([
      { elapsedMs: 0, heapBytes: 10, liveHeapBytes: 5, rssBytes: 100 },
      { elapsedMs: 100, heapBytes: 30, liveHeapBytes: 20, rssBytes: 90 },
    ]);
    expect(peak).toEqual({ heapBytes: 30, liveHeapBytes: 20, rssBytes: 100 });
  });

  it('keeps the highest of the samples that share a place, and the last one', () => {
    const heights = Array.from({ length: 1000 }, (_, index) => (index === 503 ? 9_999 : index));
    const csv = heights.map((heap, index) => `${String(index)},${String(heap)},0,0,0,1`).join('\n');
    const { points } = runTimeline(`${header}${csv}\n`, 20);
    expect(points.length).toBeLessThanOrEqual(21);
    expect(points.some(({ heapBytes }) => heapBytes === 9_999)).toBe(true);
    expect(points.at(-1)?.elapsedMs).toBe(999);
    expect(points.map(({ elapsedMs }) => elapsedMs)).toEqual(
      points.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b),
    );
  });

  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['a header alone', header],
    ['a line that is cut', `${header}0,10,5,99,100`],
    ['other text', `${header}a,b,c,d,e,f\n-1,2,3,4,5,6\n1,2,3\n99999999999999999999,1,1,1,1,1\n`],
  ])('has no points for %s', (_, csv) => {
    expect(runTimeline(csv, 10).points).toEqual([]);
  });

  it('never throws, and its numbers can be drawn', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { points } = runTimeline(`${header}${text}\n`, 5);
        for (const point of points)
          expect(Object.values(point).every((value) => Number.isSafeInteger(value))).toBe(true);
      }),
    );
  });
});
