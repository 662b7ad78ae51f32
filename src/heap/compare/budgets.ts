import { testOfStack } from '../../crash/test-of-stack.ts';
import { userFrame } from '../../crash/standard-library.ts';
import type { BrokenBudget } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { Budget } from '../../settings/heap.ts';
import { others } from '../test-of-places.ts';
import { fitsPackage, fitsTest } from './pattern.ts';

type Held = Pick<BrokenBudget, 'test' | 'what' | 'bytes' | 'position'> & { limitBytes: number };

/** What went over a budget in the run itself, worst first. */
export function brokenBudgets(
  budgets: readonly Budget[],
  heads: readonly HeapRecord[],
  modulePath: string | null,
): BrokenBudget[] {
  const profiled = new Set(heads.filter(isProfiled).map((head) => head.package));
  return budgets
    .flatMap((budget) =>
      heads
        .filter((head) => fitsPackage(budget.package, head.package, modulePath))
        .flatMap((head) => {
          // The race detector multiplies resident memory; it counts only where there is no leg with a profile.
          const rssBytes = isProfiled(head) || !profiled.has(head.package) ? budget.rssBytes : null;
          return figuresOf({ ...budget, rssBytes }, head)
            .filter(({ bytes, limitBytes }) => bytes > limitBytes)
            .map((figure) => ({
              ...{ rule: ruleText(budget), package: head.package, leg: head.leg },
              ...figure,
            }));
        }),
    )
    .sort((a, b) => b.bytes / Math.max(b.limitBytes, 1) - a.bytes / Math.max(a.limitBytes, 1));
}

function isProfiled({ sampling }: HeapRecord): boolean {
  return sampling.rate > 0;
}

function ruleText({ package: name, test }: Budget): string {
  return test === null ? name : `${name} ${test}`;
}

/** All that the budget speaks of and that was measured. */
function figuresOf(budget: Budget, head: HeapRecord): Held[] {
  const { metrics, tests } = head;
  const whole = { test: null, position: null };
  const amounts =
    budget.test === null
      ? [
          { ...whole, what: 'allocated' as const, bytes: metrics.allocBytes },
          { ...whole, what: 'in-use' as const, bytes: metrics.inuseBytes },
          { ...whole, what: 'rss' as const, bytes: metrics.peakRssBytes },
        ]
      : tests
          .filter(({ test }) => test !== others && fitsTest(budget.test ?? '', test))
          .flatMap(({ test, allocBytes, inuseBytes }) => [
            { test, position: null, what: 'allocated' as const, bytes: allocBytes },
            { test, position: null, what: 'in-use' as const, bytes: inuseBytes },
          ]);
  const limits = {
    allocated: budget.allocatedBytes,
    'in-use': budget.inuseBytes,
    rss: budget.rssBytes,
    'leak-per-stack': budget.leakPerStackBytes,
  };
  return [...amounts, ...stacksOf(budget, head)].flatMap((figure) => {
    const limitBytes = limits[figure.what];
    const { bytes } = figure;
    return limitBytes === null || bytes === null ? [] : [{ ...figure, bytes, limitBytes }];
  });
}

function stacksOf({ test: pattern }: Budget, { holders }: HeapRecord): Omit<Held, 'limitBytes'>[] {
  return holders
    .map(({ frames, inuseBytes }) => ({
      test: testOfStack(frames),
      what: 'leak-per-stack' as const,
      bytes: inuseBytes,
      position: userFrame(frames) ?? frames[0] ?? null,
    }))
    .filter(({ test }) => pattern === null || (test !== null && fitsTest(pattern, test)));
}
