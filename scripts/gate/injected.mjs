// A/B: every injected growth of 10 % and more is blocked, and its function is named first.
import { blockedBy } from './guarded-run.mjs';
import { injections } from './injection.mjs';
import { harmless } from './injections/harmless.mjs';
import { columns, count, judge } from './judge.mjs';
import { shopWithRecords } from './shop.mjs';
import { printTable } from './table.mjs';

/** @typedef {{ cli: string, shop: string, asked: string[], rounds: number }} Request */
/**
 * The gate must know how much a figure moves without a reason: from records of earlier commits, or by measuring the base as well.
 */
const ways = [
  { what: 'ten records', records: 10 },
  { what: 'a single record', records: 1 },
];

/** @param {Request} request @returns {boolean} whether all is well */
export function injectedGrowths(request) {
  return ways.map((way) => inOneWay(request, way)).every(Boolean);
}

/** @param {Request} request @param {typeof ways[number]} way */
function inOneWay({ cli, shop, asked, rounds }, { what, records }) {
  const began = performance.now();
  const base = shopWithRecords({ cli, shop, records });
  /** @type {import('./judge.mjs').Judged[]} */
  const judged = [];
  /** @type {string[]} */
  const alarms = [];
  const wanted = (/** @type {{ id: string }} */ { id }) =>
    asked.length === 0 || asked.some((part) => id.includes(part));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const one of injections.filter(wanted))
        judged.push(judge(one, base.measured, base.measureWith(one)));
      for (const one of harmless.filter(wanted)) {
        const blocked = blockedBy(base.measureWith(one));
        if (blocked.length > 0) alarms.push(`${one.id} (${one.what}) blocks ${blocked.join(', ')}`);
      }
    }
  } finally {
    base.remove();
  }
  for (const { stray, cells } of judged)
    if (stray.length > 0) alarms.push(`${cells[0]} also blocks ${stray.join(', ')}`);
  printTable([columns, ...judged.map(({ cells }) => cells)]);
  for (const alarm of alarms) console.log(`WRONG: ${alarm}`);
  const { counted, blocked, named } = count(judged);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `A/B, ${what}: ${blocked} of ${counted} growths of 10 % and more blocked, guilty function first in ${named}, ${alarms.length} false blocks (${seconds} s)`,
  );
  return blocked >= 0.99 * counted && named === counted && alarms.length === 0;
}
