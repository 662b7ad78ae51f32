import type { MetricName } from '../../report/comparison-schema.ts';
import type { Accept } from '../../settings/heap.ts';
import { amountText } from './growth-words.ts';
import type { CompareInput } from './input.ts';
import { isTestMetric } from './metric-rules.ts';
import { fitsPackage, fitsTest } from './pattern.ts';

/** What grew: a package, or one of its tests or benchmarks. */
export interface Grown {
  package: string;
  test: string | null;
  metric: MetricName;
  base: number;
  head: number;
  /** The same figure of the whole package; null where a package has none (benchmarks). */
  whole: { base: number; head: number } | null;
}

export interface Acceptance {
  /** Why a growth is accepted, in words; null where it is not. */
  reasonFor: (grown: Grown) => string | null;
  /** Entries that expired or fit nothing. */
  problems: string[];
}

/** What the settings and the label accept. A label stands for every growth of its commit, an entry for one figure up to a cap. */
export function acceptance(input: CompareInput): Acceptance {
  const { accepted, modulePath, today } = input;
  const here = [...input.heads, ...input.bases, ...input.removed].map((item) => item.package);
  const packages = [...new Set([...here, ...(input.elsewhere ?? [])])];
  const problems: string[] = [];
  const valid: Accept[] = [];
  for (const entry of input.settings.accept) {
    if (today > entry.until)
      problems.push(
        `${entry.where}: expired after ${entry.until} and accepts nothing any more; remove it, or decide again and set a new day`,
      );
    else if (packages.some((name) => fitsPackage(entry.package, name, modulePath)))
      valid.push(entry);
    else if (input.partial !== true)
      problems.push(`${entry.where}: no package of this run is meant by "${entry.package}"`);
  }
  return {
    problems,
    reasonFor: (grown) => {
      if (accepted !== null)
        return `accepted with the label memory-accepted by ${accepted.actor} at ${accepted.at}`;
      const entry = valid.find((candidate) => accepts(candidate, grown, modulePath));
      return entry === undefined
        ? null
        : `accepted up to ${amountText(grown.metric, capOf(entry, grown.base))} until ${entry.until} (${entry.where}): ${entry.reason}`;
    },
  };
}

function accepts(entry: Accept, grown: Grown, modulePath: string | null): boolean {
  if (entry.metric !== grown.metric) return false;
  if (!fitsPackage(entry.package, grown.package, modulePath)) return false;
  if (entry.test === null) {
    // What is accepted for a package covers its tests, as long as all of them together stay below the cap.
    const figure = isTestMetric(grown.metric) ? (grown.whole ?? grown) : grown;
    return figure.head <= capOf(entry, figure.base);
  }
  if (grown.test === null || !fitsTest(entry.test, grown.test)) return false;
  return grown.head <= capOf(entry, grown.base);
}

function capOf({ cap }: Accept, base: number): number {
  return cap.kind === 'amount' ? cap.amount : cap.factor * base;
}
