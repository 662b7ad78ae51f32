import { isBelow } from '../../plan/plan.ts';
import { isActive } from '../run-folder.ts';
import { readRunPlan } from '../run-plan.ts';

/**
 * Before a run folder is used anew: takes out of the checkout what a run left there that was killed while it fuzzed.
 * @param directory of the new run; nothing outside of it is touched
 */
export async function restoreLeftSeeds(out: string, directory: string): Promise<void> {
  const plan = await readRunPlan(out);
  const legs = plan?.legs.filter(({ fuzzMs }) => fuzzMs !== undefined) ?? [];
  if (plan === null || legs.length === 0 || (await isActive(out))) return;
  const { cleanUpSeeds } = await import('./read-fuzz.ts');
  for (const leg of legs) {
    const packages = leg.packages.filter(({ dir }) => isBelow(dir, directory));
    await cleanUpSeeds(
      { out, plan, leg: { ...leg, packages }, trusted: true },
      { gaps: [], endedAt: 0 },
    );
  }
}
