import type { SiteBytes } from './site-bytes.ts';
import { steadyGrowth } from './steady-growth.ts';

/** What was in use after so many repetitions. */
export interface RepeatedRun {
  repetitions: number;
  sites: ReadonlyMap<string, SiteBytes>;
}

export interface GrowingSite extends SiteBytes {
  key: string;
  bytesPerRun: number;
}

/** The places whose memory grows with each repetition, largest first. */
export function growingSites(runs: readonly RepeatedRun[]): GrowingSite[] {
  const last = runs.at(-1)?.sites ?? new Map<string, SiteBytes>();
  const found: GrowingSite[] = [];
  for (const [key, site] of last) {
    const points = runs.map(({ repetitions, sites }) => {
      const { bytes = 0, variance = 0 } = sites.get(key) ?? {};
      return { repetitions, bytes, variance };
    });
    const bytesPerRun = steadyGrowth(points);
    if (bytesPerRun !== null) found.push({ ...site, key, bytesPerRun });
  }
  return found.sort((a, b) => b.bytesPerRun - a.bytesPerRun || (a.key < b.key ? -1 : 1));
}
