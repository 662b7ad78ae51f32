/** The agent's samples of one process, boiled down. Bytes; null where nothing was sampled. */
export interface Timeline {
  samples: number;
  liveHeapPeakBytes: number | null;
  heapPeakBytes: number | null;
  rssPeakBytes: number | null;
  /** What the Go runtime had mapped for reading and writing, used or not (runtime/metrics: /memory/classes/total). */
  mappedPeakBytes: number | null;
  goroutinesAtEnd: number | null;
  /** elapsedMs, RSS, heap objects, live heap: at most maxPoints, evenly chosen, the last one among them. */
  points: [number, number, number, number][];
  /** What testing.M.Run returned; null when the agent did not see it return. */
  endedWith: number | null;
  /** Races that the detector found in this process; null where nobody counted. */
  races: number | null;
}

const maxPoints = 60;

/** Reads timeline.csv (header `elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines`); a cut last line is left out. */
export function parseTimeline(csv: string | null): Timeline {
  const timeline: Timeline = {
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
  const points: Timeline['points'] = [];
  const lines = (csv ?? '').split('\n');
  lines.pop();
  for (const line of lines.slice(1)) {
    const match =
      /^(?<elapsed>\d+),(?<heap>\d+),(?<live>\d+),(?<total>\d+),(?<rss>\d+),(?<goroutines>\d+)$/.exec(
        line,
      );
    if (match?.groups === undefined) {
      noteLastWords(timeline, line);
      continue;
    }
    const { elapsed, heap, live, total, rss, goroutines } = match.groups;
    timeline.samples++;
    timeline.heapPeakBytes = Math.max(timeline.heapPeakBytes ?? 0, Number(heap));
    timeline.liveHeapPeakBytes = Math.max(timeline.liveHeapPeakBytes ?? 0, Number(live));
    timeline.rssPeakBytes = Math.max(timeline.rssPeakBytes ?? 0, Number(rss));
    timeline.mappedPeakBytes = Math.max(timeline.mappedPeakBytes ?? 0, Number(total));
    timeline.goroutinesAtEnd = Number(goroutines);
    points.push([Number(elapsed), Number(rss), Number(heap), Number(live)]);
  }
  timeline.points = thinned(points);
  return timeline;
}

function thinned(points: Timeline['points']): Timeline['points'] {
  const step = Math.max(1, Math.ceil(points.length / maxPoints));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}

// ended,1     races,2     after the last sample (src/probe/agent/last_words.go)
function noteLastWords(timeline: Timeline, line: string): void {
  const words = /^(?<what>ended|races),(?<number>\d{1,9})$/.exec(line)?.groups;
  if (words?.['what'] === 'ended') timeline.endedWith = Number(words['number']);
  if (words?.['what'] === 'races') timeline.races = Number(words['number']);
}
