import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTimeline } from '../../src/evidence/timeline.ts';

const header = 'elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n';
const nothing = {
  samples: 0,
  liveHeapPeakBytes: null,
  heapPeakBytes: null,
  rssPeakBytes: null,
  mappedPeakBytes: null,
  goroutinesAtEnd: null,
  points: [],
  endedWith: null,
  races: null,
};

it('takes the peaks, and the goroutines of the last sample', () => {
  expect(
    parseTimeline(`${header}0,10,5,100,900,2\n100,30,4,140,800,7\n200,20,6,100,850,3\n`),
  ).toEqual({
    samples: 3,
    heapPeakBytes: 30,
    liveHeapPeakBytes: 6,
    rssPeakBytes: 900,
    mappedPeakBytes: 140,
    goroutinesAtEnd: 3,
    points: [
      [0, 900, 10, 5],
      [100, 800, 30, 4],
      [200, 850, 20, 6],
    ],
    endedWith: null,
    races: null,
  });
});

it('knows what follows the last sample', () => {
  const timeline = parseTimeline(`${header}0,1,2,3,4,5\nended,1\nraces,2\n`);
  expect(timeline).toMatchObject({ samples: 1, endedWith: 1, races: 2 });
});

it.each([1, 59, 60, 61, 1000])('keeps at most 60 points of %i, the last among them', (samples) => {
  const lines = Array.from({ length: samples }, (_, i) => `${String(i)},1,2,3,4,5\n`);
  const { points } = parseTimeline(header + lines.join(''));
  expect(points.length).toBeLessThanOrEqual(60);
  expect(points.length).toBeGreaterThanOrEqual(Math.min(samples, 30));
  expect(points.at(-1)?.[0]).toBe(samples - 1);
});

it.each([null, '', header, header.trimEnd()])('has no figures, never 0, in %j', (csv) => {
  expect(parseTimeline(csv)).toEqual(nothing);
});

describe('leaves out', () => {
  it.each([
    ['a cut last line', '100,99,99,99,99,9'],
    ['a line with too few fields', '100,99,99\n'],
    ['a line with too many fields', '100,99,99,99,99,9,9\n'],
    ['what is no number', '100,-99,99,99,99,9\n'],
    ['nonsense', 'ü\u0000\n'],
  ])('%s', (_, line) => {
    expect(parseTimeline(`${header}0,1,2,3,4,5\n${line}`)).toMatchObject({
      samples: 1,
      heapPeakBytes: 1,
      goroutinesAtEnd: 5,
    });
  });
});

it('never throws, and counts what it understands', () => {
  const line = fc.oneof(
    fc.string(),
    fc.array(fc.nat(), { minLength: 6, maxLength: 6 }).map(String),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { samples } = parseTimeline([header, ...lines.map((text) => `${text}\n`)].join(''));
      const understood = lines
        .join('\n')
        .split('\n')
        .filter((text) => /^\d+(?:,\d+){5}$/.test(text));
      expect(samples).toBe(understood.length);
    }),
  );
});
