import type { ParsedCrash } from '../parsed-crash.ts';

type Running = Pick<ParsedCrash, 'runningTests'>;

/** Of a test's name; nobody nests subtests deeper. */
const maxDepth = 32;

/** The test of a subtest: `TestStore` of `TestStore/empty`. */
export function topLevel(test: string): string {
  return test.split('/', 1)[0] ?? test;
}

/** Those that no other one is a subtest of. */
export function innermost(tests: readonly string[]): string[] {
  const parents = new Set<string>();
  for (const test of tests) {
    const parts = test.split('/', maxDepth);
    for (let length = 1; length < parts.length; length++)
      parents.add(parts.slice(0, length).join('/'));
  }
  return tests.filter((test) => !parents.has(test));
}

/** The running tests of a timeout, those first that have run longest; of equals a subtest before its parent, which only waits for it. */
export function runningSince(crash: Running): string[] {
  return byTime(crash).map(({ test }) => test);
}

/** The test that has run longest, with its subtest where one alone is running; null where others have run as long. */
export function longestRunning(crash: Running): string | null {
  const [first, ...others] = byTime(crash);
  if (first === undefined) return null;
  const longest = [first, ...others.filter(({ elapsed }) => elapsed >= first.elapsed)];
  const tests = longest.map(({ test }) => test);
  const [leaf, ...more] = innermost(tests);
  if (leaf !== undefined && more.length === 0) return leaf;
  return new Set(tests.map(topLevel)).size === 1 ? topLevel(first.test) : null;
}

function byTime({ runningTests }: Running): { test: string; elapsed: number }[] {
  const depth = (test: string): number => test.split('/').length;
  return runningTests
    .map(({ test, elapsed }) => ({ test, elapsed: seconds(elapsed) }))
    .sort((a, b) => b.elapsed - a.elapsed || depth(b.test) - depth(a.test));
}

const units: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9,
};

// 1h2m3.5s   250ms   0s  (time.Duration.String)
function seconds(elapsed: string): number {
  let total = 0;
  const parts = /(?<count>\d{1,12}(?:\.\d{1,12})?)(?<unit>ms|µs|ns|[hms])/g;
  for (const { groups } of elapsed.slice(0, 100).matchAll(parts))
    total += Number(groups?.['count']) * (units[groups?.['unit'] ?? ''] ?? 0);
  return total;
}

/** The subtest of tests that run within each other; null of several side by side: nobody knows which one it was. */
export function soleInnermost(running: readonly string[]): string | null {
  const [leaf, ...others] = innermost(running);
  return leaf !== undefined && others.length === 0 ? leaf : null;
}
