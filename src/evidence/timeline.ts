/** The agent's samples of one process, boiled down. Bytes; null where nothing was sampled. */
export interface Timeline {
  samples: number;
  liveHeapPeakBytes: number | null;
  heapPeakBytes: number | null;
  rssPeakBytes: number | null;
  goroutinesAtEnd: number | null;
}

/** Reads timeline.csv (header `elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines`); a cut last line is left out. */
export function parseTimeline(csv: string | null): Timeline {
  const timeline: Timeline = {
    samples: 0,
    liveHeapPeakBytes: null,
    heapPeakBytes: null,
    rssPeakBytes: null,
    goroutinesAtEnd: null,
  };
  const lines = (csv ?? '').split('\n');
  lines.pop();
  for (const line of lines.slice(1)) {
    const match = /^\d+,(?<heap>\d+),(?<live>\d+),\d+,(?<rss>\d+),(?<goroutines>\d+)$/.exec(line);
    if (match?.groups === undefined) continue;
    const { heap, live, rss, goroutines } = match.groups;
    timeline.samples++;
    timeline.heapPeakBytes = Math.max(timeline.heapPeakBytes ?? 0, Number(heap));
    timeline.liveHeapPeakBytes = Math.max(timeline.liveHeapPeakBytes ?? 0, Number(live));
    timeline.rssPeakBytes = Math.max(timeline.rssPeakBytes ?? 0, Number(rss));
    timeline.goroutinesAtEnd = Number(goroutines);
  }
  return timeline;
}
