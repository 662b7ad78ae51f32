import type { Frame } from '../crash/frame.ts';
import { formatBytes } from '../report/format.ts';
import { isGuard } from '../crash/standard-library.ts';
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
  const functions = heap.functions.filter(isWorthALine);
  const amounts = functions.map(({ bytes, share }) => [formatBytes(bytes), formatShare(share)]);
  const less = heap.functions.length - functions.length;
  lines.push(...siteLines(page, amounts, functions));
  lines.push(...moreLine(page, heap.more.functions + less, 'function'));
  lines.push('', page.paint.bold('by test:'));
  const tests = aligned(
    heap.tests
      .filter(isWorthALine)
      .map(({ test, bytes, share }) => [formatBytes(bytes), formatShare(share), test]),
    [true, true, false],
  );
  lines.push(...tests.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, heap.more.tests + heap.tests.length - tests.length, 'test'));
  return lines;
}

/** The totals of a profile, and its first functions by each amount. */
export function profileLines(
  page: Page,
  { sampleTypes, tops }: ProfileListing,
  leaveOut: readonly string[] = [],
): string[] {
  if (sampleTypes.every(({ total }) => total === 0)) return ['  nothing was recorded'];
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
    const shown = rows.filter(isWorthALine).filter((row) => !isGuard(row.caller ?? row));
    const amounts = shown.map(({ flat, share }) => [formatAmount(flat, unit), formatShare(share)]);
    lines.push(...siteLines(page, amounts, shown));
    lines.push(...moreLine(page, more + rows.length - shown.length, 'function'));
  }
  return lines;
}

/** What is less than a thousandth of the whole is counted only; the first is shown in any case. */
function isWorthALine({ share }: { share: number }, index: number): boolean {
  return index === 0 || share >= 0.001;
}

interface Site extends Frame {
  caller: Frame | null;
  test: string | null;
}

/** One line a function: the program's own, and below it what of the standard library it went through. */
function siteLines(page: Page, amounts: readonly string[][], sites: readonly Site[]): string[] {
  const starts = aligned(amounts, [true, true]);
  return sites.flatMap((site, i) => {
    const start = `  ${starts[i] ?? ''}  `;
    const { caller, test } = site;
    if (caller === null || caller.function === site.function)
      return [frameLine(page, start, site, test ?? '')];
    return [
      frameLine(page, start, caller, test ?? ''),
      frameLine(page, `${' '.repeat(start.length)}through `, site),
    ];
  });
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
