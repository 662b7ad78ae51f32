import type { Attempt, Report } from '../../report/schema.ts';
import type { TimelinePicture } from '../html/timeline-chart.ts';
import type { Problem } from '../problems.ts';

/** The memory of an attempt that died, below the ceiling that it had; null where nobody sampled it. */
export function attemptTimeline(
  { timeline, blackBox }: Attempt,
  { runs }: Problem,
  { legs }: Report,
): TimelinePicture | null {
  if (timeline === undefined) return null;
  const points = timeline.map(([elapsedMs, rssBytes, heapBytes, liveHeapBytes]) => ({
    ...{ elapsedMs, rssBytes, heapBytes, liveHeapBytes },
  }));
  const highest = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((most, point) => Math.max(most, of(point)), 0);
  const leg = legs.find(({ name }) => name === runs[0]?.leg);
  return {
    timeline: {
      points,
      peak: {
        rssBytes: highest((point) => point.rssBytes),
        heapBytes: highest((point) => point.heapBytes),
        liveHeapBytes: highest((point) => point.liveHeapBytes),
      },
    },
    spans: [],
    ceilingBytes: blackBox?.ceilingBytes ?? leg?.guard?.ceilingBytes ?? null,
  };
}
