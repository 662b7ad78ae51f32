import type { StoredPackage, StoredRecord } from '../report/baseline-view.ts';
import { formatBytes } from '../report/format.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import { measuredAs, placeText } from './baseline-contents.ts';
import { formatAmount } from './heap-figures.ts';
import { heapMetrics, packageMetrics } from '../report/heap-metric.ts';
import {
  aligned,
  formatShare,
  frameLine,
  moreLine,
  textLine,
  type Page,
} from './inspection-page.ts';

const shown = 10;

/** One record: where it comes from, its figures, and the tests, functions and benchmarks behind them. */
export function renderRecord(
  { key, environment, record, commit, committedAt }: StoredRecord,
  distance: number | null,
  page: Page,
): string {
  const nearest: StoredPackage['nearest'] = {
    ...{ commit, committedAt, environment, distance, metrics: record.metrics },
  };
  const { relativeError } = record.sampling;
  const error =
    relativeError === null ? '' : `, sampling error ${formatShare(relativeError)} of allocated`;
  const lines = [
    page.paint.bold(textLine(page, `${key.package} (${key.leg})`)),
    textLine(page, `  record ${placeText(nearest)}`),
    textLine(page, `  ${measuredAs(key)}${error}`),
    textLine(page, `  ${environmentText(environment)}`),
    '',
    ...metricLines(page, record),
    ...testLines(page, record),
    ...functionLines(page, record),
    ...benchmarkLines(page, record),
  ];
  return `${lines.join('\n')}\n`;
}

function environmentText(environment: StoredRecord['environment']): string {
  const { go, cpus, kernel, runnerImage, gogc, gomemlimit } = environment;
  return [
    `${go}, ${String(cpus)} CPUs`,
    ...(runnerImage === null ? [] : [`runner ${runnerImage}`]),
    ...(kernel === null ? [] : [`kernel ${kernel}`]),
    ...(gogc === null ? [] : [`GOGC=${gogc}`]),
    ...(gomemlimit === null ? [] : [`GOMEMLIMIT=${gomemlimit}`]),
  ].join(', ');
}

function metricLines(page: Page, { metrics }: HeapRecord): string[] {
  const rows = packageMetrics.flatMap((metric) => {
    const amount = metrics[metric];
    const { name, unit } = heapMetrics[metric];
    return amount === null ? [] : [[name, formatAmount(amount, unit)]];
  });
  return aligned(rows, [false, true]).map((line) => textLine(page, `  ${line}`));
}

function testLines(page: Page, { tests }: HeapRecord): string[] {
  if (tests.length === 0) return [];
  const rows = tests.slice(0, shown).map(({ test, ...amounts }) => [...amountCells(amounts), test]);
  return [
    ...['', page.paint.bold('by test: allocated, objects, in use')],
    ...aligned(rows, [true, true, true, false]).map((line) =>
      textLine(page, `  ${line}`.trimEnd()),
    ),
    ...moreLine(page, Math.max(0, tests.length - shown), 'test'),
  ];
}

function functionLines(page: Page, { functions }: HeapRecord): string[] {
  const charged = functions
    .filter(({ chargedAllocBytes }) => chargedAllocBytes > 0)
    .sort((a, b) => b.chargedAllocBytes - a.chargedAllocBytes);
  if (charged.length === 0) return [];
  const first = charged.slice(0, shown);
  const starts = aligned(
    first.map((row) =>
      amountCells({
        allocBytes: row.chargedAllocBytes,
        allocObjects: row.chargedAllocObjects,
        inuseBytes: row.chargedInuseBytes,
      }),
    ),
    [true, true, true],
  );
  return [
    ...['', page.paint.bold('by function, with what the standard library allocates for it:')],
    ...first.map((row, i) => frameLine(page, `  ${starts[i] ?? ''}  `, row, row.test ?? '')),
    ...moreLine(page, charged.length - first.length, 'function'),
  ];
}

function benchmarkLines(page: Page, { benchmarks }: HeapRecord): string[] {
  if (benchmarks.length === 0) return [];
  const rows = benchmarks
    .slice(0, shown)
    .map(({ name, bytesPerOp, allocsPerOp }) => [
      `${formatAmount(bytesPerOp, 'count')} B/op`,
      `${formatAmount(allocsPerOp, 'count')} allocs/op`,
      name,
    ]);
  return [
    ...['', page.paint.bold('benchmarks:')],
    ...aligned(rows, [true, true, false]).map((line) => textLine(page, `  ${line}`.trimEnd())),
    ...moreLine(page, Math.max(0, benchmarks.length - shown), 'benchmark'),
  ];
}

function amountCells(amounts: Omit<HeapRecord['tests'][number], 'test'>): string[] {
  return [
    formatBytes(amounts.allocBytes),
    formatAmount(amounts.allocObjects, 'count'),
    formatBytes(amounts.inuseBytes),
  ];
}
