import type { ParsedCrash } from './parsed-crash.ts';

/** The test of a subtest: `TestStore` of `TestStore/empty`. */
export function topLevel(test: string): string {
  return test.split('/', 1)[0] ?? test;
}

/** Those that are no other's parent. */
export function innermost(tests: readonly string[]): string[] {
  return tests.filter((test) => !tests.some((other) => other.startsWith(`${test}/`)));
}

/** The running tests of a timeout, those first that have run longest; of equals the innermost, in the order of the text. */
export function runningSince({ runningTests }: ParsedCrash): string[] {
  const names = innermost(runningTests.map(({ test }) => test));
  return runningTests
    .filter(({ test }) => names.includes(test))
    .toSorted((a, b) => seconds(b.elapsed) - seconds(a.elapsed))
    .map(({ test }) => test);
}

/** The running test that has run longest; null where the text lists none. */
export function longestRunning(crash: ParsedCrash): string | null {
  return runningSince(crash)[0] ?? null;
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
  for (const { groups } of elapsed.matchAll(
    /(?<count>\d{1,12}(?:\.\d{1,12})?)(?<unit>ms|µs|ns|[hms])/g,
  ))
    total += Number(groups?.['count']) * (units[groups?.['unit'] ?? ''] ?? 0);
  return total;
}
