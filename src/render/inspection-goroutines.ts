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

type Group = GoroutineListing['groups'][number];

/** Frames of one group; the ends say most. */
const shownAtTop = 12;
const shownAtBottom = 4;

/** Goroutines by state, by what they wait for, and by stack. */
export function goroutineLines(page: Page, listing: GoroutineListing): string[] {
  const { total, matching, states, waits, groups, more } = listing;
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
  lines.push(...moreLine(page, more.states, 'states'));
  if (waits.length > 0) lines.push('', bold('who waits for what:'));
  const starts = aligned(
    waits.map(({ awaited, count, longestWaitMinutes }) => [
      String(count),
      oneLine(awaited),
      since(longestWaitMinutes),
    ]),
    [true, false, false],
  );
  waits.forEach(({ at, test }, i) => {
    const start = `  ${starts[i] ?? ''}  `;
    lines.push(
      at === null ? textLine(page, start.trimEnd()) : frameLine(page, start, at, test ?? ''),
    );
  });
  lines.push(...moreLine(page, more.waits, 'places'));
  if (groups.length > 0) lines.push('', bold('by stack:'));
  for (const group of groups) lines.push(...groupLines(page, group));
  lines.push(...moreLine(page, more.groups, 'stacks'));
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

function stackLines(page: Page, { frames, elided }: Group): string[] {
  const lines: string[] = [];
  const hidden = frames.length - shownAtTop - shownAtBottom;
  frames.forEach((frame, i) => {
    if (elided?.after === i) lines.push(elidedLine(page, elided.count));
    if (hidden > 1 && i >= shownAtTop && i < shownAtTop + hidden) {
      if (i === shownAtTop) lines.push(elidedLine(page, hidden));
      return;
    }
    lines.push(frameLine(page, '      ', frame));
  });
  if (elided !== null && elided.after >= frames.length) lines.push(elidedLine(page, elided.count));
  return lines;
}

function elidedLine({ paint }: Page, count: number | null): string {
  return paint.dim(
    count === null ? '      ... more frames' : `      ... ${plural(count, 'frame')}`,
  );
}

function since(minutes: number): string {
  return minutes < 1 ? '' : `for ${formatMinutes(minutes)}`;
}
