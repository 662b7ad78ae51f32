import {
  compare,
  packagesToConfirm,
  packagesToMeasureAtBase,
  type CompareInput,
  type HistoryPoint,
} from '../../src/heap/compare/compare.ts';
import type { Comparison, PackageComparison } from '../../src/report/comparison-schema.ts';
import type { HeapRecord } from '../../src/report/heap-schema.ts';
import { compareInput, heapRecord, heapTest, MiB, packageBase } from './heap-comparison.ts';
import { seededNoise, seededRandom } from './seeded-noise.ts';

export interface SimulatedPackage {
  name: string;
  allocBytes: number;
  /** Standard deviation of a measurement, relative. */
  noise: number;
  /** How often a measurement is a tenth to a half too high: a retry, a pool that a collection had emptied. */
  outliers: number;
  /** Nearest first. */
  history: HistoryPoint[];
}

export interface Simulation {
  packages: SimulatedPackage[];
  /** One pull request: what was measured, compared and measured again, as a run does it. Growth is a factor by package. */
  pullRequest: (growth: ReadonlyMap<string, number>) => PackageComparison[];
  /** The main branch gets one more record of each package. */
  merge: () => void;
}

const parts = [0.6, 0.3] as const;

/** Packages of up to 300 MiB with `noise` between the two bounds, and what a gate sees of them from one pull request to the next. */
export function simulate(
  seed: number,
  {
    count,
    noise,
    outliers = 0,
    records = 20,
    smallest = MiB,
  }: {
    count: number;
    noise: readonly [number, number];
    outliers?: number;
    records?: number;
    smallest?: number;
  },
): Simulation {
  const [random, normal] = [seededRandom(seed), seededNoise(seed + 1)];
  const between = (low: number, high: number): number => low * (high / low) ** random();
  const packages = Array.from({ length: count }, (_, number) => ({
    name: `m/p${String(number)}`,
    allocBytes: between(smallest, 300 * MiB),
    noise: between(...noise),
    outliers,
    history: [],
  })) as SimulatedPackage[];

  const measured = (of: SimulatedPackage, growth: number): HeapRecord => {
    const outlier = random() < of.outliers ? 1.1 + 0.4 * random() : 1;
    const amounts = parts.map((part) =>
      Math.round(of.allocBytes * part * growth * outlier * Math.max(0, 1 + of.noise * normal())),
    );
    const tests = amounts.map((amount, number) => heapTest(`Test${String(number)}`, amount));
    const shared = heapTest('shared', Math.round(of.allocBytes * 0.1 * growth));
    const sum = [...tests, shared].reduce((all, test) => all + test.allocBytes, 0);
    return heapRecord({
      package: of.name,
      tests: [...tests, shared],
      metrics: {
        allocBytes: sum,
        allocObjects: Math.round(sum / 100),
        inuseBytes: Math.round(2 * MiB + 190 * 1024 * random()),
      },
      sampling: { rate: 512, relativeError: Math.sqrt(512 / of.allocBytes) },
    });
  };
  const asPoint = ({ metrics, tests }: HeapRecord): HistoryPoint => ({
    ...{ commit: '0'.repeat(40), committedAt: '2026-11-20T00:00:00Z', metrics, tests },
  });
  const merge = (): void => {
    for (const of of packages)
      of.history = [asPoint(measured(of, 1)), ...of.history].slice(0, records);
  };

  const byName = new Map(packages.map((of) => [of.name, of]));
  const pullRequest = (growth: ReadonlyMap<string, number>): PackageComparison[] => {
    const head = (name: string): HeapRecord =>
      measured(byName.get(name) as SimulatedPackage, growth.get(name) ?? 1);
    const base = (name: string): HeapRecord => measured(byName.get(name) as SimulatedPackage, 1);
    const input: CompareInput = compareInput({
      heads: packages.map(({ name }) => head(name)),
      bases: packages.map((of) => {
        const [record] = of.history;
        return { ...packageBase(heapRecord({ ...base(of.name), ...record })), history: of.history };
      }),
    });
    const again = (
      of: { package: string }[],
      measure: (name: string) => HeapRecord,
      times: number,
    ): HeapRecord[] =>
      of.flatMap((item) => Array.from({ length: times }, () => measure(item.package)));
    const first = compare(input);
    const unsure = packagesToConfirm(first);
    const heads = again(unsure, head, 2);
    const second = compare({ ...only(input, unsure), again: { head: heads, base: [] } });
    const stillUnsure = packagesToMeasureAtBase(second);
    const bases = again(stillUnsure, base, 3);
    const third = compare({ ...only(input, stillUnsure), again: { head: heads, base: bases } });
    return latest(first, second, third);
  };
  for (let commit = 0; commit < records; commit++) merge();
  return { packages, pullRequest, merge };
}

function only(input: CompareInput, packages: { package: string }[]): CompareInput {
  const names = new Set(packages.map((item) => item.package));
  const isMeant = (item: { package: string }): boolean => names.has(item.package);
  return { ...input, heads: input.heads.filter(isMeant), bases: input.bases.filter(isMeant) };
}

/** Each package as it was seen last. */
function latest(...comparisons: Comparison[]): PackageComparison[] {
  const seen = new Map<string, PackageComparison>();
  for (const { packages } of comparisons) for (const item of packages) seen.set(item.package, item);
  return [...seen.values()];
}
