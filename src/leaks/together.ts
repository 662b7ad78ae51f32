import type { Leak } from '../report/leak-schema.ts';

/** Leaks that were seen alone: in one attempt of one package in one leg. */
export type SeenLeak = Omit<Leak, 'standing' | 'accepted' | 'expired'>;

/**
 * Equal leaks of a package as one, wherever they were seen. In one place their goroutines add up; several attempts and legs run the
 * same tests, so of those the one with most counts.
 */
export function together<T extends SeenLeak>(leaks: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const leak of leaks) {
    const key = keyOf(leak);
    const same = found.get(key);
    found.set(key, same === undefined ? leak : merged(same, leak));
  }
  return [...found.values()];
}

/** Equal goroutines of one attempt as one leak. */
export function counted(leaks: readonly SeenLeak[]): SeenLeak[] {
  const found = new Map<string, SeenLeak>();
  for (const leak of leaks) {
    const key = keyOf(leak);
    const same = found.get(key);
    const goroutines = leak.goroutines + (same?.goroutines ?? 0);
    found.set(key, { ...(same === undefined ? leak : merged(same, leak)), goroutines });
  }
  return [...found.values()];
}

function keyOf({ kind, package: name, fingerprint, site, createdBy }: SeenLeak): string {
  const lines = [site, createdBy].map((at) => at && [at.file, at.line]);
  return JSON.stringify([kind, name, fingerprint, ...lines]);
}

function merged<T extends SeenLeak>(a: T, b: T): T {
  // What the runtime proved once holds, and its stack is the one to show.
  const told = a.confidence === 'consistent' && b.confidence === 'confirmed' ? b : a;
  return {
    ...told,
    legs: [...new Set([...a.legs, ...b.legs])],
    test: a.test ?? b.test,
    goroutines: Math.max(a.goroutines, b.goroutines),
    bytesPerRun: larger(a.bytesPerRun, b.bytesPerRun),
  };
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
