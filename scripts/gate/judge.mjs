// What a run said about one injected growth.
import { blockedBy } from './guarded-run.mjs';

/** @typedef {import('./guarded-run.mjs').Measured} Measured */
/** @typedef {import('./injection.mjs').Placed} Placed */
/** @typedef {{ counted: boolean, blocked: boolean, named: boolean, stray: string[], cells: string[] }} Judged */

/** At the threshold of 5 % either verdict is right. */
const atThreshold = 'test +5 %';

/** @param {Placed} one @param {Measured} before @param {Measured} after @returns {Judged} */
export function judge(one, before, after) {
  const own = after.report.comparison?.packages.find((item) => item.package === one.package);
  const all = blockedBy(after);
  const first = own?.why?.functions[0]?.function ?? '-';
  const named = first === one.guilty;
  const base = figureOf(before, one);
  const head = figureOf(after, one);
  return {
    counted: one.kind !== atThreshold,
    blocked: all.includes(one.package),
    named,
    stray: all.filter((name) => name !== one.package),
    cells: [
      ...[one.id, one.kind, `${mebibytes(base)} -> ${mebibytes(head)}`, percent(head / base - 1)],
      ...[own?.verdict ?? 'no package', named ? 'yes' : `no: ${first}`],
    ],
  };
}

export const columns = [
  'injection',
  'kind',
  'MiB of the test',
  'growth',
  'verdict',
  'guilty first',
];

/** @param {Judged[]} all */
export function count(all) {
  const counted = all.filter((row) => row.counted);
  return {
    counted: counted.length,
    blocked: counted.filter((row) => row.blocked).length,
    named: counted.filter((row) => row.named).length,
  };
}

/** @param {Measured} run @param {Placed} one */
function figureOf({ report }, { package: name, test, metric }) {
  const record = report.heap.find((item) => item.package === name);
  return record?.tests.find((row) => row.test === test)?.[metric] ?? 0;
}

/** @param {number} bytes */
function mebibytes(bytes) {
  return (bytes / (1 << 20)).toFixed(2);
}

/** @param {number} part */
function percent(part) {
  return part < 10 ? `${part < 0 ? '' : '+'}${(100 * part).toFixed(1)} %` : 'new';
}
