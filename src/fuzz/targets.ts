import type { PlannedPackage } from '../plan/plan.ts';

/** The fuzz targets of a package that the run's own -run and -skip select, in their order. */
export function targetNames({ declared }: Pick<PlannedPackage, 'declared'>): string[] {
  const names = declared.filter(({ kind, name }) => kind === 'fuzz' && isTarget(name));
  return [...new Set(names.map(({ name }) => name))];
}

/** A name that go test takes for a fuzz target, and that means nothing else in a pattern. */
function isTarget(name: string): boolean {
  return /^Fuzz(?!\p{Ll})[\p{L}\p{Nd}_]*$/u.test(name);
}
