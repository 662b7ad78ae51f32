import { isGuard, isRuntime } from '../crash/standard-library.ts';
import type { GoroutineListing } from '../report/inspection.ts';
import { plural } from '../report/plural.ts';
import {
  aligned,
  formatMinutes,
  frameLine,
  moreLine,
  oneLine,
  textLine,
  type Page,
} from './inspection-page.ts';
import { waitsCutLines, waitsLines } from './waits.ts';

type Group = GoroutineListing['groups'][number];

/** Frames of one group; the ends say most. */
const shownAtTop = 12;
const shownAtBottom = 4;

/** Goroutines by state, by what they wait for, and by stack. */
export function goroutineLines(page: Page, listing: GoroutineListing): string[] {
  const { total, matching, states, waits, groups, forever, foreverCut, more } = listing;
  const { bold } = page.paint;
  const filtered = matching === total ? '' : `, ${String(matching)} match the filter`;
  const lines = [bold(`${plural(total, 'goroutine')}${filtered}`)];
  const byState = aligned(
    states.map(({ state, count, longestWaitMinutes }) => [
      String(count),
      oneLine(state),
      since(longestWaitMinutes),
    ]),
    [true, false, false],
  );
  lines.push(...byState.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, more.states, 'state'));
  if (forever !== undefined) lines.push('', ...waitsLines(forever, page, '  '));
  if (foreverCut) lines.push('', ...waitsCutLines(page, ''));
  if (waits.length > 0) lines.push('', bold('who waits for what:'));
  const starts = aligned(
    waits.map(({ awaited, count, longestWaitMinutes }) => [
      String(count),
      oneLine(awaited),
      since(longestWaitMinutes),
    ]),
    [true, false, false],
  );
  waits.forEach(({ at, atStart, test }, i) => {
    const start = `  ${starts[i] ?? ''}  ${atStart ? 'started by ' : ''}`;
    lines.push(
      at === null ? textLine(page, start.trimEnd()) : frameLine(page, start, at, test ?? ''),
    );
  });
  lines.push(...moreLine(page, more.waits, 'place'));
  if (groups.length > 0) lines.push('', bold('by stack:'));
  const ofRuntime = groups.filter(({ frames }) => frames.length > 0 && frames.every(isRuntime));
  const ofTests = groups.filter((group) => !ofRuntime.includes(group) && !isAgents(group));
  for (const group of ofTests) lines.push(...groupLines(page, group));
  lines.push(...ownLine(page, "the runtime's own", ofRuntime));
  lines.push(...ownLine(page, "the guard's own", groups.filter(isAgents)));
  lines.push(...moreLine(page, more.groups, 'stack'));
  return lines;
}

function groupLines(page: Page, group: Group): string[] {
  const { count, states, longestWaitMinutes, ids, test, createdBy } = group;
  const kinds = states
    .slice(0, 4)
    .map(({ state, count: some }) => (states.length === 1 ? state : `${String(some)} ${state}`));
  const numbers = `goroutine${count === 1 ? '' : 's'} ${ids.join(', ')}${count > ids.length ? ', ...' : ''}`;
  const labels = Object.entries(group.labels).map(([key, value]) => `${key}=${value}`);
  const remarks = [
    kinds.join(', '),
    since(longestWaitMinutes),
    group.leaked > 0 ? 'leaked: can never run again' : '',
    group.lockedToThread > 0 ? 'locked to thread' : '',
    test ?? '',
    numbers,
    ...labels,
  ];
  const head = `  ${String(count)} × ${remarks.filter((remark) => remark !== '').join('; ')}`;
  const lines = [textLine(page, head), ...stackLines(page, group)];
  if (createdBy !== null) {
    const from = createdBy.goroutine === null ? '' : `in goroutine ${String(createdBy.goroutine)}`;
    lines.push(frameLine(page, '      created by ', createdBy, from));
  }
  return lines;
}

/** The goroutine that took the snapshot: the main goroutine has a frame of the guard too, and more. */
function isAgents({ frames }: Group): boolean {
  return frames.some(isGuard) && !frames.some(({ function: name }) => name === 'main.main');
}

/** Goroutines that are in every program: their number and states are enough. */
function ownLine(page: Page, whose: string, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const states = new Set(groups.flatMap((group) => group.states.map(({ state }) => state)));
  return [textLine(page, `  ${String(count)} × ${whose}: ${[...states].join(', ')}`)];
}

function stackLines(page: Page, group: Group): string[] {
  const { elided } = group;
  const frames = withoutWaiting(group);
  const lines: string[] = [];
  const hidden = frames.length - shownAtTop - shownAtBottom;
  frames.forEach((frame, i) => {
    if (elided !== null && elided.after - (group.frames.length - frames.length) === i)
      lines.push(elidedLine(page, elided.count));
    if (hidden > 1 && i >= shownAtTop && i < shownAtTop + hidden) {
      if (i === shownAtTop) lines.push(elidedLine(page, hidden));
      return;
    }
    lines.push(frameLine(page, '      ', frame));
  });
  if (elided !== null && elided.after >= group.frames.length)
    lines.push(elidedLine(page, elided.count));
  return lines;
}

/** How the runtime parks a goroutine is of no interest, nor is what all stacks stand on. */
function withoutWaiting({ frames, states }: Group): Group['frames'] {
  const end = frames.at(-1)?.function === 'runtime.goexit' ? frames.length - 1 : frames.length;
  const runs = states.some(({ state }) => state === 'running');
  const start = runs ? 0 : frames.findIndex((frame) => !isRuntime(frame));
  return frames.slice(Math.max(0, start), end);
}

function elidedLine({ paint }: Page, count: number | null): string {
  return paint.dim(
    count === null ? '      ... more frames' : `      ... ${plural(count, 'frame')}`,
  );
}

function since(minutes: number): string {
  return minutes < 1 ? '' : `for ${formatMinutes(minutes)}`;
}
