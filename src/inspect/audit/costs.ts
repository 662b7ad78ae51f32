import type { AuditedPackage } from '../../report/audit.ts';
import type { StartRecord } from './start.ts';

type Cost = NonNullable<AuditedPackage['cost']>;
type Initialisation = StartRecord['packages'][number];

/**
 * What each package's initialisation cost: in its own test binary where that was started, else in the middle one of those that it
 * is part of. `main` is the generated one.
 */
export function costs(
  records: readonly StartRecord[],
  packageOf: (directory: string) => string | null,
): Map<string, Cost> {
  const all = new Map<string, { own: Initialisation | null; any: Initialisation[] }>();
  for (const { directory, packages } of records) {
    const owner = packageOf(directory);
    for (const one of packages) {
      const path = unescapePath(one.package);
      if (path === 'main') continue;
      const known = all.get(path) ?? { own: null, any: [] };
      all.set(path, known);
      known.any.push(one);
      if (path === owner || path === `${owner ?? ''}_test`) known.own = one;
    }
  }
  return new Map(
    [...all].flatMap(([path, { own, any }]) => {
      const chosen = own ?? middle(any);
      return chosen === undefined ? [] : [[path, toCost(chosen, any.length)] as const];
    }),
  );
}

function toCost({ clockMs, bytes, allocs }: Initialisation, starts: number): Cost {
  return { initMs: clockMs, bytes, allocs, starts };
}

function middle(found: readonly Initialisation[]): Initialisation | undefined {
  return [...found].sort((a, b) => a.clockMs - b.clockMs)[Math.floor((found.length - 1) / 2)];
}

/** The linker escapes dots in the last element of a path: gopkg.in/yaml%2ev3. */
function unescapePath(path: string): string {
  return path.replace(/%([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
