import { isBenchmark, type PackageFold } from '../gotest/package-fold.ts';

/** A test that a package declares and that this run selects; one entry a declaration (two packages in one folder may share a name). */
export interface DeclaredTest {
  name: string;
  kind: 'test' | 'fuzz' | 'example';
  file: string;
  line: number;
}

export interface Completeness {
  /** Began, and no end was seen; subtests too. */
  unfinished: string[];
  /** Declared, selected, and never begun. */
  neverRan: string[];
}

/**
 * Compares what should have run with what was seen to end. Benchmarks are not counted. `repeats` is how often package testing runs
 * each test and fuzz target (-count times the values of -cpu); examples run once.
 */
export function completeness(
  declared: readonly DeclaredTest[],
  fold: PackageFold | null,
  repeats = 1,
): Completeness {
  const running = [...(fold?.running.keys() ?? [])].filter((test) => !isBenchmark(test));
  const inFlight = new Set(running);
  const seen = new Map(fold?.ended);
  const neverRan: string[] = [];
  for (const { name, kind } of declared) {
    const wanted = kind === 'example' ? 1 : repeats;
    const ended = seen.get(name) ?? 0;
    seen.set(name, Math.max(0, ended - wanted));
    if (ended < wanted && !inFlight.delete(name)) neverRan.push(name);
  }
  return { unfinished: running, neverRan };
}
