import { chooseBase } from '../baseline/choose-base.ts';
import { readHead } from '../baseline/head.ts';
import { openStore } from '../baseline/open-store.ts';
import type { BaselineStore } from '../baseline/store.ts';
import { InterruptedError } from '../machine/command.ts';
import type { Shard } from '../report/shard-schema.ts';
import { InputError } from '../settings/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import { shardText } from '../settings/shard.ts';
import type { BaselinePorts } from './baseline/prepare-baseline.ts';
import type { Cancellation } from './cancellation.ts';
import { listLegs, type LegPlan } from './plan-legs.ts';
import { nearestWeights, weightsOfCommit, type FoundWeights } from './shard-weights.ts';
import { sharesOf, takeShare } from './take-share.ts';

/** A matrix for GitHub, `fromJSON` of which a job takes as its strategy. */
export interface ShardMatrix {
  include: { shard: string }[];
}

export interface PlannedShards {
  matrix: ShardMatrix;
  /** For a person: how the packages are shared out, and why so. */
  summary: string;
}

/**
 * Shares the packages out to at most so many jobs, by what they took in the nearest recorded run where there is one. Throws
 * InputError where the packages cannot be listed.
 */
export async function planShards(
  settings: Settings,
  wanted: number,
  ports: BaselinePorts,
): Promise<PlannedShards> {
  const legs = await listLegs(settings, ports);
  const packages = legs.flat().map((listed) => ({
    package: listed.package,
    hasTests: listed.testFiles.length + listed.externalTestFiles.length > 0,
  }));
  const tested = new Set(packages.flatMap((item) => (item.hasTests ? [item.package] : [])));
  const found = await recordedWeights(settings, ports);
  const count = Math.max(1, Math.min(wanted, tested.size));
  const weighedBy = found.kind === 'weights' ? found.commit : null;
  const shares = sharesOf(packages, count, found.kind === 'weights' ? found.weights : null);
  return {
    matrix: {
      include: shares.map((_, i) => ({ shard: shardText({ index: i + 1, count, weighedBy }) })),
    },
    summary: [
      `${String(tested.size)} packages with tests in ${String(count)} of ${String(wanted)} shards`,
      found.kind === 'weights'
        ? `weighed by the run of ${found.commit.slice(0, 12)}`
        : `shared out by their number: ${found.because}`,
    ].join(', '),
  };
}

async function recordedWeights(settings: Settings, ports: BaselinePorts): Promise<FoundWeights> {
  const { run, env, baseline: origin } = ports;
  const { directory, heap } = settings;
  const store = storeOf(settings, ports);
  if (store === null) return { kind: 'none', because: 'no baseline is kept (baseline: none)' };
  const choice = await chooseBase({
    ...{ run, env, directory, explicit: heap.base },
    head: await readHead(run, env, directory),
    event: origin.event,
    token: origin.token,
    fetch: origin.event !== null,
  });
  return choice.kind === 'none'
    ? { kind: 'none', because: choice.because }
    : nearestWeights(store, choice.ancestors);
}

export interface PlannedShare {
  legs: LegPlan[];
  /** Null where the run takes all packages. */
  shard: Shard | null;
}

/**
 * Leaves to each leg the packages of the share that the settings name. Throws InputError where it is to be weighed by a record that
 * cannot be read: the shares of the other jobs would be others, and packages left out.
 */
export async function planShare(
  settings: Settings,
  legs: LegPlan[],
  ports: BaselinePorts & { cancellation: Pick<Cancellation, 'requested'> },
): Promise<PlannedShare> {
  const { shard: choice } = settings;
  if (choice === null) return { legs, shard: null };
  const { weighedBy } = choice;
  if (weighedBy === null) return takeShare(legs, choice, null);
  const store = storeOf(settings, ports);
  const found: FoundWeights =
    store === null
      ? { kind: 'none', because: 'no baseline is kept here (baseline: none)' }
      : await weightsOfCommit(store, weighedBy);
  if (found.kind === 'weights') return takeShare(legs, choice, found.weights);
  const signal = ports.cancellation.requested();
  if (signal !== null) throw new InterruptedError('reading the recorded run', signal);
  throw new InputError([
    {
      where: settings.sources['shard'] ?? 'shard',
      what: `${shardText(choice)} cannot be weighed by ${weighedBy.slice(0, 12)}: ${found.because}`,
      fix: 'give this job the same baseline, and the same right to read it, as the job that made the plan; or make the plan again',
    },
  ]);
}

function storeOf({ heap, directory }: Settings, ports: BaselinePorts): BaselineStore | null {
  const { run, env, baseline: origin } = ports;
  return openStore(heap.baseline, { run, env, directory, ...origin });
}
