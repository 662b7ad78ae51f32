import { formatBytes } from '../report/format.ts';
import type { HeapListing, ProfileListing } from '../report/inspection.ts';
import { plural } from '../report/plural.ts';
import { formatDuration } from '../settings/duration.ts';
import {
  aligned,
  formatShare,
  frameLine,
  moreLine,
  textLine,
  type Page,
} from './inspection-page.ts';

/** Who holds the heap: functions, then tests. */
export function heapLines(page: Page, heap: HeapListing, isEarly = false): string[] {
  const { totals, matching } = heap;
  const held = `${formatBytes(totals.inuseBytes)} in ${plural(totals.inuseObjects, 'object')}`;
  const filtered =
    matching.bytes === totals.inuseBytes ? '' : `, ${formatBytes(matching.bytes)} match the filter`;
  const lines = [page.paint.bold(`heap in use: ${held}${filtered}`)];
  if (isEarly)
    lines.push(textLine(page, '  of before the garbage was collected: some of it may be garbage'));
  const starts = aligned(
    heap.functions.map(({ bytes, share }) => [formatBytes(bytes), formatShare(share)]),
    [true, true],
  );
  heap.functions.forEach((holder, i) => {
    const start = `  ${starts[i] ?? ''}  `;
    const { caller } = holder;
    if (caller === null || caller.function === holder.function)
      lines.push(frameLine(page, start, holder, holder.test));
    else
      lines.push(
        frameLine(page, start, caller, holder.test),
        frameLine(page, `${' '.repeat(start.length)}through `, holder),
      );
  });
  lines.push(...moreLine(page, heap.more.functions, 'functions'));
  lines.push('', page.paint.bold('by test:'));
  const tests = aligned(
    heap.tests.map(({ test, bytes, share }) => [formatBytes(bytes), formatShare(share), test]),
    [true, true, false],
  );
  lines.push(...tests.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, heap.more.tests, 'tests'));
  return lines;
}

/** The totals of a profile, and its first functions by each amount. */
export function profileLines(
  page: Page,
  { sampleTypes, tops }: ProfileListing,
  leaveOut: readonly string[] = [],
): string[] {
  const totals = aligned(
    sampleTypes.map(({ type, unit, total, matching }) => [
      formatAmount(total, unit),
      matching === total ? type : `${type}, ${formatAmount(matching, unit)} match the filter`,
    ]),
    [true, false],
  );
  const lines = totals.map((line) => textLine(page, `  ${line}`.trimEnd()));
  for (const { type, unit, rows, more } of tops.filter((top) => !leaveOut.includes(top.type))) {
    lines.push('', page.paint.bold(textLine(page, `by function: ${type}`)));
    const starts = aligned(
      rows.map(({ flat, share }) => [formatAmount(flat, unit), formatShare(share)]),
      [true, true],
    );
    rows.forEach((row, i) => {
      const start = `  ${starts[i] ?? ''}  `;
      const { caller, test } = row;
      if (caller === null || caller.function === row.function)
        lines.push(frameLine(page, start, row, test ?? ''));
      else
        lines.push(
          frameLine(page, start, caller, test ?? ''),
          frameLine(page, `${' '.repeat(start.length)}through `, row),
        );
    });
    lines.push(...moreLine(page, more, 'functions'));
  }
  return lines;
}

function formatAmount(amount: number, unit: string): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(amount);
    case 'nanoseconds':
      return formatDuration(amount / 1e6);
    default:
      return String(amount);
  }
}
