import type { PackageRun, Report } from '../../src/report/schema.ts';
import type { Shard } from '../../src/report/shard-schema.ts';
import { packageRun, sampleReport } from './sample-report.ts';

/** What each of two shards of four packages has. */
export const shares = [
  ['m/a', 'm/c'],
  ['m/b', 'm/d'],
] as const;

export type ShardOf = Partial<Omit<Report, 'shard'>> & { shard?: Partial<Shard> };

/** The report of a shard whose packages passed, but for what is given. */
export function shardReport(index: number, of: ShardOf = {}): Report {
  const own = of.shard?.own ?? [...(shares[index - 1] ?? [])];
  return sampleReport({
    packages: own.map((name) => passed(name)),
    ...of,
    shard: {
      ...{ index, count: shares.length, weighedBy: null, all: shares.flat().sort(), own },
      ...of.shard,
    },
  });
}

export function passed(name: string, of: Parameters<typeof packageRun>[0] = {}): PackageRun {
  return packageRun({ package: name, ...of });
}
