import { newEscapes, type NewEscapes } from '../../baseline/escapes.ts';
import { withWorktree } from '../../baseline/worktree.ts';
import { checkoutOf } from '../../machine/go-modules.ts';
import { placeInRepository } from '../../machine/source-files.ts';
import type { PackageComparison } from '../../report/comparison-schema.ts';
import type { MeasurePorts } from '../measure-again.ts';
import type { LegPlan } from '../plan-legs.ts';
import { packageOfLeg } from './find-bases.ts';

interface EscapesOfGrowth {
  directory: string;
  legs: readonly LegPlan[];
  /** The commit to compare with; null where there is none. */
  base: string | null;
  /** Packages that grew, with the functions that did. */
  grown: readonly PackageComparison[];
}

const maxMs = 180_000;

/** By `LEG PACKAGE`: what the compiler puts on the heap now and did not at the base. */
export async function growthEscapes(
  { directory, legs, base, grown }: EscapesOfGrowth,
  ports: Pick<MeasurePorts, 'run' | 'env'>,
): Promise<Map<string, NewEscapes>> {
  const found = new Map<string, NewEscapes>();
  const explained = grown.filter(({ why }) => why !== null);
  if (base === null || explained.length === 0) return found;
  const place = placeInRepository(directory);
  const headDirectory = checkoutOf(directory);
  const { run, env } = ports;
  const endsAt = Date.now() + maxMs;
  const done = await withWorktree(run, env, headDirectory, base, async (baseDirectory) => {
    for (const item of explained) {
      const plan = legs.find(({ leg }) => leg.name === item.leg);
      if (plan === undefined) continue;
      // Head and base are compiled one after the other.
      const timeoutMs = Math.floor((endsAt - Date.now()) / 2);
      if (timeoutMs <= 0) {
        const because = `the compiler had no time left: ${String(maxMs / 60_000)} minutes are for all packages`;
        found.set(packageOfLeg(item), { kind: 'unknown', because });
        continue;
      }
      const escapes = await newEscapes({
        ...{ run, env: plan.env, baseDirectory, headDirectory, place },
        packages: [item.package, ...(item.renamedFrom === null ? [] : [item.renamedFrom])],
        functions: item.why?.functions ?? [],
        flags: plan.leg.goTestFlags.planWords,
        timeoutMs,
      });
      found.set(packageOfLeg(item), escapes);
    }
  });
  if (done.kind === 'problem')
    for (const item of explained)
      found.set(packageOfLeg(item), { kind: 'unknown', because: done.problem });
  return found;
}
