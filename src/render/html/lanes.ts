/** When a test ran, in milliseconds since its process started. */
export interface RunSpan {
  test: string;
  startMs: number;
  endMs: number;
}

/** Spans that are drawn; more would make the page large and show no more. */
const maxSpans = 600;

/**
 * Puts spans that overlap into different rows, each into the first one with room; `left` counts those without a place. The longest
 * ones are kept where there are too many.
 */
export function packLanes(
  spans: readonly RunSpan[],
  maxLanes: number,
): { lanes: RunSpan[][]; left: number } {
  const longest =
    spans.length <= maxSpans
      ? [...spans]
      : [...spans].sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, maxSpans);
  const lanes: RunSpan[][] = [];
  let placed = 0;
  for (const span of longest.sort((a, b) => a.startMs - b.startMs)) {
    const free = lanes.find((lane) => (lane.at(-1)?.endMs ?? 0) <= span.startMs);
    if (free === undefined && lanes.length >= maxLanes) continue;
    if (free === undefined) lanes.push([span]);
    else free.push(span);
    placed++;
  }
  return { lanes, left: spans.length - placed };
}
