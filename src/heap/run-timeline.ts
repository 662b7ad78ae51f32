/** The agent's samples of one process, for a picture: memory over time. Bytes. */
export interface RunTimeline {
  points: TimelinePoint[];
  /** Of all samples, those that are not among the points as well. */
  peak: { rssBytes: number; heapBytes: number; liveHeapBytes: number };
}

export interface TimelinePoint {
  elapsedMs: number;
  rssBytes: number;
  /** Objects on the heap, dead ones that are not collected yet among them. */
  heapBytes: number;
  /** What the last collection found alive. */
  liveHeapBytes: number;
}

const maxSamples = 200_000;

/**
 * Reads timeline.csv (header `elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines`) down to about so many points. Of
 * the samples that share a place in the picture the one with the largest heap stays, so that no peak gets lost.
 */
export function runTimeline(csv: string | null, maxPoints: number): RunTimeline {
  const samples: TimelinePoint[] = [];
  // The last line may be cut.
  const lines = (csv ?? '').split('\n', maxSamples).slice(1, -1);
  for (const line of lines) {
    const numbers = /^(?<all>\d{1,15}(?:,\d{1,15}){5})$/.exec(line)?.groups?.['all']?.split(',');
    if (numbers === undefined) continue;
    const [elapsedMs = 0, heapBytes = 0, liveHeapBytes = 0, , rssBytes = 0] = numbers.map(Number);
    samples.push({ elapsedMs, rssBytes, heapBytes, liveHeapBytes });
  }
  const highest = (of: (sample: TimelinePoint) => number): number =>
    samples.reduce((most, sample) => Math.max(most, of(sample)), 0);
  return {
    points: thinned(samples, maxPoints),
    peak: {
      rssBytes: highest((sample) => sample.rssBytes),
      heapBytes: highest((sample) => sample.heapBytes),
      liveHeapBytes: highest((sample) => sample.liveHeapBytes),
    },
  };
}

function thinned(samples: readonly TimelinePoint[], maxPoints: number): TimelinePoint[] {
  if (samples.length <= maxPoints) return [...samples];
  const step = samples.length / maxPoints;
  const kept: TimelinePoint[] = [];
  for (let place = 0; place < maxPoints; place++) {
    const share = samples.slice(Math.floor(place * step), Math.floor((place + 1) * step));
    kept.push(share.reduce((best, next) => (next.heapBytes > best.heapBytes ? next : best)));
  }
  const last = samples.at(-1);
  if (last !== undefined && kept.at(-1) !== last) kept.push(last);
  return kept;
}
