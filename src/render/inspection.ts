import { isRuntime } from '../crash/standard-library.ts';
import { formatBytes } from '../report/format.ts';
import type { CoreInspection, Inspection, SnapshotInspection } from '../report/inspection.ts';
import { formatDuration } from '../settings/duration.ts';
import { goroutineLines } from './inspection-goroutines.ts';
import { heapLines, profileLines } from './inspection-heap.ts';
import {
  aligned,
  formatShare,
  frameLine,
  oneLine,
  textLine,
  type Page,
} from './inspection-page.ts';

/** What was found in a snapshot, profile, dump or core, for a person. */
export function renderInspection(inspection: Inspection, page: Page): string {
  const lines = [page.paint.bold(textLine(page, `${inspection.kind} ${inspection.path}`))];
  switch (inspection.kind) {
    case 'snapshot':
      lines.push(...snapshotLines(page, inspection));
      break;
    case 'profile': {
      const { heap, profile } = inspection;
      if (heap === null) lines.push(...profileLines(page, profile));
      else
        lines.push(...heapLines(page, heap), '', ...profileLines(page, profile, ['inuse_space']));
      break;
    }
    case 'goroutines':
      lines.push(
        ...goroutineLines(page, inspection.goroutines),
        ...gapLines(page, inspection.gaps),
      );
      break;
    case 'core':
      lines.push(...coreLines(page, inspection));
      break;
  }
  return `${lines.join('\n')}\n`;
}

const reasons: Readonly<Record<string, string>> = {
  memory: 'memory was near its ceiling',
  goroutines: 'there were more goroutines than the settings allow',
  request: 'a test ran too long or nothing moved',
};

function snapshotLines(page: Page, snapshot: SnapshotInspection): string[] {
  const { taken, heap, goroutines, profiles } = snapshot;
  const when = [
    taken.elapsedMs === null ? '' : `${formatDuration(taken.elapsedMs)} after the process started`,
    taken.at === null ? '' : `at ${taken.at}`,
    taken.gcMs === null ? '' : `collecting garbage took ${formatDuration(taken.gcMs)}`,
  ].filter((part) => part !== '');
  const lines = [
    textLine(page, `taken because ${reasons[taken.reason] ?? taken.reason}`),
    ...(when.length > 0 ? [textLine(page, when.join(', '))] : []),
    ...gapLines(page, snapshot.gaps),
    '',
    ...memoryLines(page, snapshot.memory),
  ];
  if (heap !== null) lines.push('', ...heapLines(page, heap, snapshot.heapIsEarly));
  if (goroutines !== null) lines.push('', ...goroutineLines(page, goroutines));
  for (const { name, profile } of profiles) {
    lines.push('', page.paint.bold(profileTitles[name] ?? name), ...profileLines(page, profile));
  }
  return lines;
}

const profileTitles: Readonly<Record<string, string>> = {
  mutex: 'mutex profile: time that others waited, by who held the lock',
  block: 'block profile: time spent waiting, by who waited',
};

function memoryLines(page: Page, memory: SnapshotInspection['memory']): string[] {
  const { rssBytes, heapBytes, runtimeBytes, outsideGoBytes, usageBytes, ceilingBytes } = memory;
  const share =
    usageBytes !== null && ceilingBytes !== null && ceilingBytes > 0
      ? `used of the ceiling of ${formatBytes(ceilingBytes)} (${formatShare(usageBytes / ceilingBytes)})`
      : 'used under the ceiling';
  const rows: [number | null, string][] = [
    [rssBytes, 'resident memory of the process (RSS)'],
    [heapBytes, 'heap, garbage that was not collected yet included'],
    [runtimeBytes, 'all that the Go runtime has from the system'],
    [outsideGoBytes === 0 ? null : outsideGoBytes, "outside Go's heap: cgo, mmap or a C library"],
    [usageBytes, share],
  ];
  const known = rows.filter((row): row is [number, string] => row[0] !== null);
  return aligned(
    known.map(([bytes, what]) => [formatBytes(bytes), what]),
    [true, false],
  ).map((line) => textLine(page, `  ${line}`.trimEnd()));
}

function coreLines(page: Page, core: CoreInspection): string[] {
  const lines = core.program === null ? [] : [textLine(page, `program ${core.program}`)];
  lines.push(...gapLines(page, core.gaps));
  if (core.crashing !== null) lines.push('', ...crashingLines(page, core.crashing));
  if (core.goroutines !== null) lines.push('', ...goroutineLines(page, core.goroutines));
  return lines;
}

/** Of the runtime's frames only the panics are shown, with their value. */
function crashingLines(
  page: Page,
  { goroutine, frames }: NonNullable<CoreInspection['crashing']>,
): string[] {
  const lines = [page.paint.bold(`crashing goroutine ${String(goroutine)}:`)];
  for (const { locals, ...frame } of frames) {
    const panics = frame.function === 'runtime.gopanic';
    if (isRuntime(frame) && !panics) continue;
    lines.push(frameLine(page, '  ', frame));
    const shown = locals.filter(({ name }) => !panics || name === 'e');
    lines.push(...shown.map(({ name, value }) => textLine(page, `      ${name} = ${value}`)));
  }
  return lines;
}

/** Wrapped, not cut: they say what to do. */
function gapLines({ paint }: Page, gaps: readonly string[]): string[] {
  return gaps.map((gap) => paint.bad(`! ${oneLine(gap)}`));
}
