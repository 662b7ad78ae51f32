import type { Key } from '../../baseline/record.ts';
import type { PlannedPackage } from '../../plan/plan.ts';
import type { LegPlan } from '../plan-legs.ts';

/** How a package of a leg is measured, but for the rate, which is known only when its profile is there. */
export type KeyWithoutRate = Omit<Key, 'rate'>;

export function legKey({ leg, go }: LegPlan, planned: PlannedPackage): KeyWithoutRate {
  return {
    module: planned.modulePath ?? '',
    package: planned.package,
    leg: leg.name,
    os: go.goos,
    arch: go.goarch,
    go: `1.${String(go.minor)}`,
    race: leg.race,
    tags: [...leg.goTestFlags.tags].sort(),
    flags: leg.goTestFlags.measuring,
  };
}
