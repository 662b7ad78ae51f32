import { memoryGrowth } from '../evidence/counters.ts';
import { formatBytes } from '../report/format.ts';
import type { CauseFacts, Evidence } from './facts.ts';
import { limitOf } from './usage-facts.ts';

const near = 0.9;
const littleSpaceBytes = 64 * 1024 ** 2;

/** What came within a tenth of its limit, whatever the cause is: it may be the next one, or the real one. */
export function nearLimits(facts: CauseFacts): Evidence[] {
  const { usage, death } = facts;
  const rss = facts.end?.maxRssBytes ?? 0;
  const counts: [string, number | null, number | null][] = [
    ['open files', usage.openFiles, limitOf(facts, 'nofile').soft],
    ['threads', usage.threads, limitOf(facts, 'nproc').soft],
  ];
  const spaces: [string, number | null][] = [
    ['the temporary folder', usage.tempFreeBytes],
    ["the package's folder", usage.dirFreeBytes],
  ];
  return [
    ...counts.flatMap(([what, used, limit]) =>
      used !== null && limit !== null && used >= near * limit
        ? [`${String(used)} ${what} of ${String(limit)}`]
        : [],
    ),
    ...spaces.flatMap(([what, free]) =>
      free !== null && free < littleSpaceBytes ? [`${formatBytes(free)} free in ${what}`] : [],
    ),
    ...memoryGrowth(death?.memory ?? null).flatMap(({ path, limitBytes }) =>
      limitBytes !== null && rss >= near * limitBytes
        ? [`${formatBytes(rss)} of ${formatBytes(limitBytes)} memory in ${path}`]
        : [],
    ),
  ].map((detail) => ({ source: 'near a limit', detail }));
}
