import type { Crash, PackageRun } from '../report/schema.ts';
import type { Death } from './death.ts';
import type { Begun } from './suspects.ts';

/** The crash of the first attempt, and what had begun by then. */
export interface FirstDeath extends Death, Begun {
  /** What go test -shuffle printed. */
  shuffleSeed: string | null;
  /** Its -test.timeout, milliseconds, 0 for none; null where nobody knows. */
  timeoutMs: number | null;
  /** How long it took to die; null where nobody knows. */
  elapsedMs: number | null;
}

/**
 * @param run the first attempt of a package, without what later ones added
 * @param crash what its text was found to say; null where it died without a word
 */
export function firstDeath(
  { ending, cause, attempts, tests, elapsedMs }: PackageRun,
  crash: Crash | null,
  of: Pick<FirstDeath, 'shuffleSeed' | 'timeoutMs'> & { test: string | null },
): FirstDeath {
  const last = attempts.at(-1);
  const { cases = [], passed, failed, skipped } = tests;
  return {
    ...{ ending, cause: crash?.cause ?? cause?.id ?? null, test: of.test ?? crash?.test ?? null },
    ...{ fingerprint: crash?.fingerprint ?? null, blamed: crash?.blame?.function ?? null },
    ...{ exitCode: last?.exitCode ?? null, signal: last?.signal ?? null },
    ended: topLevel(cases.map(([name]) => name)),
    neverRan: passed + failed + skipped > cases.length ? tests.neverRan : null,
    running: topLevel(tests.unfinished),
    ...{ shuffleSeed: of.shuffleSeed, timeoutMs: of.timeoutMs, elapsedMs },
  };
}

function topLevel(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => !name.includes('/')))];
}
