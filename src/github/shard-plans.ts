import type { Report } from '../report/schema.ts';
import type { ShardArtifact } from './listed-shards.ts';

export interface ReadShard {
  artifact: ShardArtifact;
  report: Report;
}

interface Plan {
  shards: ReadShard[];
  /** The same for what may be the same jobs with another plan. */
  system: string;
  /** Null where a run was stopped before it had legs. */
  legs: string | null;
  firstAttempt: number;
  lastAttempt: number;
}

/**
 * Where all jobs of a workflow ran again, the plan may be another one: the shards of earlier attempts are then no part of it. A plan is
 * only given up for one of the same legs on the same system of which nothing is older than all that it has left itself: what merely
 * did not run again stays, as do the jobs of a second matrix.
 */
export function ofNewestPlans(read: readonly ReadShard[]): {
  shards: ReadShard[];
  /** The first attempt of what is left. */
  since: number;
} {
  const plans = plansOf(read);
  const kept = plans.filter((plan) => !plans.some((other) => replaces(other, plan)));
  const shards = new Set(kept.flatMap((plan) => plan.shards));
  return {
    shards: read.filter((one) => shards.has(one)),
    since: kept.reduce((least, { firstAttempt }) => Math.min(least, firstAttempt), Infinity),
  };
}

function plansOf(read: readonly ReadShard[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const one of read) {
    const { artifact, report } = one;
    const { shard, machine } = report;
    const system = `${machine.os}/${machine.arch}`;
    const legs = shard?.legs === undefined ? null : JSON.stringify([...shard.legs].sort());
    const key = JSON.stringify([shard?.count, shard?.weighedBy, legs, system]);
    const attempts = { firstAttempt: artifact.firstAttempt, lastAttempt: artifact.from.attempt };
    const plan = plans.get(key) ?? { shards: [], system, legs, ...attempts };
    plan.shards.push(one);
    plan.firstAttempt = Math.min(plan.firstAttempt, attempts.firstAttempt);
    plan.lastAttempt = Math.max(plan.lastAttempt, attempts.lastAttempt);
    plans.set(key, plan);
  }
  return [...plans.values()];
}

function replaces(newer: Plan, older: Plan): boolean {
  return (
    newer.firstAttempt > older.lastAttempt &&
    newer.system === older.system &&
    (newer.legs === null || older.legs === null || newer.legs === older.legs)
  );
}
