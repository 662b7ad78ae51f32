import { packageOf } from '../crash/frame.ts';
import type { PackageComparison, Why } from '../report/comparison-schema.ts';
import type { Report } from '../report/schema.ts';
import type { Remark } from './crash-annotations.ts';
import { functionText, growthText, notable, rowsOf } from './comparison-words.ts';
import { heapMetrics } from '../report/heap-metric.ts';

/** A function that grew by less than this part of the one that grew most is not worth a remark. */
const leastPart = 0.2;
const maxEach = 3;

/** The functions of the module that made packages grow; errors where that blocks, warnings where it does not. */
export function grownPlaces({ comparison, source }: Report): Remark[] {
  return (comparison?.packages ?? []).flatMap((item) => {
    const { why, verdict } = item;
    if (why === null || (verdict !== 'regressed' && verdict !== 'warned')) return [];
    return notable(why, why.functions, leastPart)
      .flatMap((row) => placeOf(item, why, row, source.module))
      .slice(0, maxEach);
  });
}

type Row = Why['functions'][number];

function placeOf(item: PackageComparison, why: Why, row: Row, module: string | null): Remark[] {
  const isOwn = [module, item.package].some(
    (path) => path !== null && isBelow(packageOf(row.function), path),
  );
  // Somebody else's function is remarked on where it is called.
  const at = isOwn ? { ...row, line: row.lines[0]?.line ?? row.line } : row.calledFrom;
  if (at === null) return [];
  const [worst] = rowsOf(item).filter(({ figure }) => figure.verdict === item.verdict);
  const escapes = why.escapes.filter(({ file }) => file === at.file);
  const message = [
    ...(worst === undefined
      ? []
      : [
          `${worst.part ?? item.package}: ${heapMetrics[worst.figure.metric].name} ${worst.figure.because}`,
        ]),
    `${growthText(why, row)} in ${row.function}${row.test === null ? '' : `, by ${row.test}`}`,
    ...escapes.map(({ line, text }) => `new on the heap, line ${String(line)}: ${text}`),
    ...(why.command === null ? [] : [why.command]),
  ].join('\n');
  const title = `heap usage: ${growthText(why, row)} in ${functionText(row.function)}`;
  const level = item.verdict === 'regressed' ? 'error' : 'warning';
  return [{ path: at.file, line: at.line, title, message, level }];
}

function isBelow(path: string, root: string): boolean {
  return path === root || path === `${root}_test` || path.startsWith(`${root}/`);
}
