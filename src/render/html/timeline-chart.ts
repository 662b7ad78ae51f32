import type { RunTimeline, TimelinePoint } from '../../heap/run-timeline.ts';
import { formatBytes } from '../../report/format.ts';
import { scale, ticks } from './axis.ts';
import { packLanes, type RunSpan } from './lanes.ts';
import { markup, type Markup } from './markup.ts';

export interface TimelinePicture {
  timeline: RunTimeline;
  /** When tests ran, in milliseconds since the process started. */
  spans: RunSpan[];
  /** Above it the process was ended; absent where there was no ceiling, or where none was near. */
  ceilingBytes?: number | null;
}

interface Size {
  width: number;
  height: number;
  lanes: number;
  /** A small picture has no numbers at its axes. */
  small: boolean;
}

export const largeSize: Size = { width: 960, height: 220, lanes: 8, small: false };
export const smallSize: Size = { width: 520, height: 72, lanes: 3, small: true };

const laneHeight = 14;
/** Boundaries are drawn through the picture only for so many tests. */
const maxBoundaries = 60;

const lines: { class: string; of: (point: TimelinePoint) => number; name: string }[] = [
  { class: 'rss', of: (point) => point.rssBytes, name: 'resident memory' },
  { class: 'heap', of: (point) => point.heapBytes, name: 'heap objects' },
  { class: 'live', of: (point) => point.liveHeapBytes, name: 'live heap' },
];

/** What is in pictures of packages: lines, and the tests below them. */
export const timelineLegend: Markup = legend([['span', 'a test']]);

/** What is in one picture. */
export function legendOf(picture: TimelinePicture): Markup {
  const ceiling = nearCeiling(picture);
  return legend([
    ...(picture.spans.length > 0 ? ([['span', 'a test']] as const) : []),
    ...(ceiling === null ? [] : ([['limit', `memory ceiling, ${formatBytes(ceiling)}`]] as const)),
  ]);
}

function legend(others: readonly (readonly [kind: string, name: string])[]): Markup {
  const all = [...lines.map((line) => [line.class, line.name] as const), ...others];
  return markup`<p class="legend">${all.map(
    ([kind, name]) => markup`<span><i class="swatch ${kind}"></i>${name}</span>`,
  )}</p>`;
}

/** Memory over time with the spans of the tests below; null for a process without two samples. */
export function timelineChart(picture: TimelinePicture, size: Size): Markup | null {
  const { timeline, spans } = picture;
  const { points, peak } = timeline;
  if (points.length < 2) return null;
  const end = Math.max(1, points.at(-1)?.elapsedMs ?? 0, ...spans.map((span) => span.endMs));
  const ceiling = nearCeiling(picture);
  const highest = Math.max(highestOf(picture), ceiling ?? 0);
  const left = size.small ? 2 : 72;
  const bottom = size.height - (size.small ? 2 : 4);
  const x = scale(0, end, left, size.width - 8);
  const y = scale(0, highest, bottom, 8);
  const { lanes, left: unplaced } = packLanes(spans, size.lanes);
  const lanesTop = size.height + 4;
  const axisTop = lanesTop + lanes.length * laneHeight;
  const height = axisTop + (size.small ? 2 : 22);
  const label = `Memory over ${formatTime(end)}: at most ${formatBytes(peak.rssBytes)} resident, ${formatBytes(peak.liveHeapBytes)} live heap`;
  return markup`<svg class="timeline" viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${label}">
${size.small ? null : axes({ end, highest, x, y, size, left, axisTop })}
${boundaries(spans, x, axisTop)}
${lines.map(
  (line) =>
    markup`<polyline class="line ${line.class}" points="${points
      .map((point) => `${x(point.elapsedMs)},${y(line.of(point))}`)
      .join(' ')}"/>`,
)}
${ceiling === null ? null : markup`<line class="limit" x1="${left}" x2="${size.width - 8}" y1="${y(ceiling)}" y2="${y(ceiling)}"><title>memory ceiling: ${formatBytes(ceiling)}</title></line>`}
${lanes.flatMap((lane, index) => laneOf(lane, { x, top: lanesTop + index * laneHeight, small: size.small }))}
</svg>${
    unplaced > 0 && !size.small
      ? markup`<p class="note">${unplaced} more test spans ran at the same time, or were too short to be drawn.</p>`
      : null
  }`;
}

/** A ceiling far above what was used would only flatten the picture. */
function nearCeiling(picture: TimelinePicture): number | null {
  const ceiling = picture.ceilingBytes ?? 0;
  return ceiling > 0 && ceiling <= highestOf(picture) * 4 ? ceiling : null;
}

function highestOf({ timeline: { peak } }: TimelinePicture): number {
  return Math.max(1, peak.rssBytes, peak.heapBytes, peak.liveHeapBytes);
}

function axes(request: {
  end: number;
  highest: number;
  x: (ms: number) => number;
  y: (bytes: number) => number;
  size: Size;
  left: number;
  axisTop: number;
}): Markup[] {
  const { end, highest, x, y, size, left, axisTop } = request;
  return [
    ...ticks(0, highest, 5, 2).map(
      (bytes) =>
        markup`<line class="grid" x1="${left}" x2="${size.width - 8}" y1="${y(bytes)}" y2="${y(bytes)}"/><text class="tick" x="${left - 6}" y="${y(bytes) + 4}" text-anchor="end">${formatBytes(Math.round(bytes))}</text>`,
    ),
    ...ticks(0, end, 8, 10).map(
      (ms) =>
        markup`<line class="grid" x1="${x(ms)}" x2="${x(ms)}" y1="8" y2="${axisTop}"/><text class="tick" x="${x(ms)}" y="${axisTop + 15}" text-anchor="middle">${formatTime(ms)}</text>`,
    ),
  ];
}

function boundaries(spans: readonly RunSpan[], x: (ms: number) => number, end: number): Markup[] {
  const tests = spans.filter((span) => !span.test.includes('/'));
  if (tests.length > maxBoundaries) return [];
  return tests.map(
    ({ startMs }) =>
      markup`<line class="boundary" x1="${x(startMs)}" x2="${x(startMs)}" y1="8" y2="${end}"/>`,
  );
}

function laneOf(
  lane: readonly RunSpan[],
  place: { x: (ms: number) => number; top: number; small: boolean },
): Markup[] {
  const { x, top, small } = place;
  return lane.map((span) => {
    const width = Math.max(1, Math.round((x(span.endMs) - x(span.startMs)) * 10) / 10);
    // A character is about 6.5 wide at this size.
    const room = Math.floor((width - 6) / 6.5);
    const name =
      span.test.length <= room ? span.test : room > 5 ? `${span.test.slice(0, room - 1)}…` : '';
    const tip = `${span.test}: ${formatTime(span.endMs - span.startMs)}`;
    return markup`<g><title>${tip}</title><rect class="span" x="${x(span.startMs)}" y="${top}" width="${width}" height="${laneHeight - 2}" rx="2"/>${
      small || name === ''
        ? null
        : markup`<text class="span-name" x="${x(span.startMs) + 3}" y="${top + 9.5}">${name}</text>`
    }</g>`;
  });
}

/** `250 ms`, `12.5 s`, `3 min 20 s`. */
export function formatTime(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${String(Math.round(ms / 100) / 10)} s`;
  const seconds = Math.round(ms / 1000);
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}
