import type { BaseChoice } from '../../baseline/base.ts';
import { chooseBase } from '../../baseline/choose-base.ts';
import { readHead } from '../../baseline/head.ts';
import { isTracked } from '../../baseline/tracked.ts';
import type { BaseEvent } from '../../baseline/events.ts';
import { openStore } from '../../baseline/open-store.ts';
import type { BaselineStore } from '../../baseline/store.ts';
import type { AcceptedLabel } from '../../github/label-judgement.ts';
import type { Environment, RunCommand } from '../../machine/command.ts';
import { recordEnvironment } from '../../machine/record-environment.ts';
import { chooseRate } from '../../heap/rate.ts';
import type { HeapSettings } from '../../settings/heap.ts';
import type { Shard } from '../../report/shard-schema.ts';
import type { Settings } from '../../settings/settings.ts';
import type { LegPlan } from '../plan-legs.ts';
import type { BaselineFile, StoredBase } from './baseline-file.ts';
import { findBases, packageOfLeg, type FoundBases } from './find-bases.ts';
import { legKey } from './leg-key.ts';
import { oldCommits } from './old-commits.ts';

/** What a run must know of where it runs, to find its base and to keep its figures. */
export interface BaselineOrigin {
  /** Null in a terminal. */
  event: BaseEvent | null;
  /** The remote that holds the records; null for the local repository. */
  remote: string | null;
  token: string | null;
  /** Asks whether a label accepts the growth of this head; null where there is no pull request. */
  acceptedLabel: (() => Promise<AcceptedLabel>) | null;
}

export interface BaselinePorts {
  run: RunCommand;
  env: Environment;
  baseline: BaselineOrigin;
  /** Where the run takes a share of the packages only. */
  shard?: Shard | null;
}

/** A store and what the run is compared with. */
export interface PreparedBaseline {
  file: Omit<BaselineFile, 'run'>;
  store: BaselineStore | null;
  /** Bytes between two samples, for the packages of a leg that have a base. */
  rate: (leg: string, packageName: string) => number | null;
}

/** Finds the base and its records. Never throws because of what is or is not there: `noBase` and `problems` say it. */
export async function prepareBaseline(
  settings: Settings,
  legs: readonly LegPlan[],
  ports: BaselinePorts,
): Promise<PreparedBaseline | null> {
  const measured = legs.filter(({ leg }) => leg.heapProfile);
  const [first] = measured;
  if (first === undefined) return withoutProfiles(settings, legs, ports);
  const { run, env, baseline: origin } = ports;
  const { directory, heap } = settings;
  const head = await readHead(run, env, directory);
  const environment = recordEnvironment({ env: first.env, go: first.go });
  const keys = measured.flatMap((plan) =>
    plan.packages.filter(({ hasTests }) => hasTests).map((item) => legKey(plan, item)),
  );
  const file: PreparedBaseline['file'] = {
    schema: 1,
    settings: rules(heap),
    ...{ store: null, head, environment, keys },
    ...(isWholeModule(settings) ? {} : { partial: true }),
    ...(ports.shard ? { elsewhere: ports.shard.all } : {}),
    today: new Date().toISOString().slice(0, 10),
    base: null,
    noBase: 'no baseline is kept (baseline: none)',
    ...{ bases: [], gone: [], problems: [], accepted: null },
  };
  const store = openStore(heap.baseline, { run, env, directory, ...origin });
  if (store === null) return { file, store, rate: () => null };
  file.store = store.name;
  const choice = await chooseBase({
    ...{ run, env, directory, head },
    event: origin.event,
    explicit: heap.base,
    token: origin.token,
    fetch: origin.event !== null,
  });
  const found = await basesOf(choice, store, { settings, keys, environment, ports });
  const mayChange = isTracked(origin.event, head, heap.branches).record && heap.confirm !== 'off';
  const rates = new Map(
    found.bases?.map((base) => [packageOfLeg(base), rateAfter(base, mayChange)]),
  );
  return {
    file: { ...file, ...found },
    store,
    rate: (leg, name) => rates.get(packageOfLeg({ leg, package: name })) ?? null,
  };
}

const noProfiles = 'no leg of this run takes heap profiles';

/** Nothing is compared then. Whoever has set budgets must not think that they were kept. */
async function withoutProfiles(
  { directory, heap }: Settings,
  [first]: readonly LegPlan[],
  { run, env }: BaselinePorts,
): Promise<PreparedBaseline | null> {
  if (first === undefined || heap.budgets.length === 0) return null;
  const file: PreparedBaseline['file'] = {
    schema: 1,
    settings: { ...rules(heap), budgets: [], accept: [] },
    ...{ store: null, head: await readHead(run, env, directory), keys: [] },
    environment: recordEnvironment({ env: first.env, go: first.go }),
    today: new Date().toISOString().slice(0, 10),
    ...{ base: null, noBase: noProfiles, bases: [], gone: [], accepted: null },
    problems: [`the budgets were not looked at: ${noProfiles}, as "memory" does`],
  };
  return { file, store: null, rate: () => null };
}

/**
 * Figures are compared with those of the same rate. It changes only where the new ones are kept, for others to compare with, and
 * where this run may be measured at the old one again.
 */
function rateAfter({ record }: StoredBase, mayChange: boolean): number {
  const { allocBytes } = record.metrics;
  return mayChange && allocBytes !== null
    ? chooseRate({ allocBytes, ...record.sampling })
    : record.sampling.rate;
}

/** The label, asked for only when something grew: it takes calls of the API. */
export async function readAccepted(
  origin: BaselineOrigin,
): Promise<Pick<BaselineFile, 'accepted' | 'problems'>> {
  const label = await origin.acceptedLabel?.();
  if (label === undefined) return { accepted: null, problems: [] };
  return label.kind === 'accepted'
    ? { accepted: { actor: label.actor, at: label.at }, problems: [] }
    : { accepted: null, problems: label.because === null ? [] : [label.because] };
}

async function basesOf(
  choice: BaseChoice,
  store: BaselineStore,
  request: Pick<BaselineFile, 'keys' | 'environment'> & {
    settings: Settings;
    ports: BaselinePorts;
  },
): Promise<Partial<BaselineFile>> {
  if (choice.kind === 'none') return { noBase: choice.because };
  const { keys, environment, settings } = request;
  const { run, env } = request.ports;
  const { commit, reason, exact, ancestors } = choice;
  const old = await oldCommits({ run, env, directory: settings.directory, ancestors });
  const wholeModule = isWholeModule(settings);
  const found: FoundBases = await findBases({
    ...{ store, keys, ancestors, environment, wholeModule, old },
    elsewhere: request.ports.shard?.all ?? [],
  });
  return { base: { commit, reason, exact, ancestors }, noBase: '', ...found };
}

function isWholeModule({ packages }: Settings): boolean {
  return packages.length === 1 && packages[0] === './...';
}

function rules({
  threshold,
  confirm,
  metrics,
  budgets,
  accept,
}: HeapSettings): BaselineFile['settings'] {
  return { threshold, confirm, metrics, budgets, accept };
}
