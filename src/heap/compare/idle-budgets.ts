import { clip, listNames } from '../../report/format.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { Budget } from '../../settings/heap.ts';
import { others } from '../test-of-places.ts';
import type { CompareInput } from './input.ts';
import { fitsPackage, fitsTest } from './pattern.ts';

const maxPatternText = 200;
const maxNames = 5;

/** Budgets that hold nothing in this run, in words: a name that is misspelled limits nothing and would never be missed. */
export function idleBudgets(
  input: Pick<CompareInput, 'heads' | 'elsewhere' | 'partial' | 'modulePath'> & {
    budgets: readonly Budget[];
  },
): string[] {
  return input.budgets.flatMap((budget) => {
    const because = whyIdle(budget, input);
    return because === null ? [] : [`${budget.where}: this budget holds nothing: ${because}`];
  });
}

function whyIdle(
  budget: Budget,
  {
    heads,
    elsewhere = [],
    partial = false,
    modulePath,
  }: Pick<CompareInput, 'heads' | 'elsewhere' | 'partial' | 'modulePath'>,
): string | null {
  const isMeant = (name: string): boolean => fitsPackage(budget.package, name, modulePath);
  const meant = heads.filter((head) => isMeant(head.package));
  if (meant.length > 0) return unmeasured(budget, meant) ?? unknownTest(budget, meant);
  if (partial || elsewhere.some(isMeant)) return null;
  const relative = `./${budget.package}`;
  const hint = heads.some((head) => fitsPackage(relative, head.package, modulePath))
    ? `; "${clip(relative, maxPatternText)}" would mean one`
    : '';
  return `no package with tests in this run is meant by "${clip(budget.package, maxPatternText)}"${hint}`;
}

/** What ended well and has no profile in any leg; why there is none of what did not end well is told anyhow. */
function unmeasured(budget: Budget, meant: readonly HeapRecord[]): string | null {
  const limits = [budget.allocatedBytes, budget.inuseBytes, budget.leakPerStackBytes];
  if (limits.every((limit) => limit === null)) return null;
  const profiled = new Set(meant.filter(isProfiled).map((head) => head.package));
  const ended = meant.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed');
  const without = new Set(ended.map((head) => head.package).filter((name) => !profiled.has(name)));
  return without.size === 0
    ? null
    : `there is no heap profile of ${listNames([...without].sort(), maxNames)}`;
}

/** Tests that allocated too little to be sampled have no figures either, so nothing is said of what does not exist. */
function unknownTest({ test }: Budget, meant: readonly HeapRecord[]): string | null {
  const known = meant.filter(isProfiled).map(({ tests }) => tests.map((row) => row.test));
  if (test === null || known.length === 0) return null;
  if (known.flat().some((name) => name === others || fitsTest(test, name))) return null;
  const hint = test.includes('/') ? '; the figures of a test are those of its subtests too' : '';
  return `no test with figures is meant by "${clip(test, maxPatternText)}"${hint}`;
}

function isProfiled({ sampling }: HeapRecord): boolean {
  return sampling.rate > 0;
}
