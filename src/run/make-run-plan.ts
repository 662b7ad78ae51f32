import { availableParallelism, totalmem } from 'node:os';
import { shareable } from '../bundle/environment.ts';
import { placeInRepository } from '../machine/source-files.ts';
import type { Source } from '../report/schema.ts';
import type { Shard } from '../report/shard-schema.ts';
import { repeats } from '../settings/go-test-flags.ts';
import type { Settings } from '../settings/settings.ts';
import { version } from '../version.ts';
import type { MachineCheck } from './check-machine.ts';
import { goTestCommand } from './go-test-command.ts';
import { goTestFiles, layout } from './layout.ts';
import { recordStore, type LegPlan } from './plan-legs.ts';
import type { RunMarker } from './run-folder.ts';
import type { RunPlan } from './run-plan.ts';

interface Planned {
  legs: readonly LegPlan[];
  problem: string | null;
  checked: MachineCheck | null;
  marker: RunMarker;
  source: Source;
  /** Where the run takes a share of the packages only. */
  shard?: Shard | null;
}

/** What a run folder must know of its run. */
export function makeRunPlan(
  settings: Pick<Settings, 'directory' | 'failOn' | 'out' | 'resilience'>,
  { legs, problem, checked, marker, source, shard = null }: Planned,
): RunPlan {
  const [first] = legs;
  return {
    schema: 1,
    run: marker.run,
    toolVersion: version,
    startedAt: marker.startedAt,
    directory: settings.directory,
    failOn: settings.failOn,
    flaky: settings.resilience.flaky,
    kernelPids: checked?.machine.kernelPids ?? false,
    problem,
    ...(shard === null ? {} : { shard: withPolicy(shard, settings) }),
    leaks: settings.resilience.leaks,
    source: {
      ...source,
      module: first?.packages[0]?.modulePath ?? null,
      directory: placeInRepository(settings.directory),
    },
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem(),
      go: first?.go.version ?? '',
      node: process.version,
    },
    preflight: checked?.checks ?? [],
    legs: legs.map((plan) => ({
      name: plan.leg.name,
      race: plan.leg.race,
      heapProfile: plan.leg.heapProfile,
      goVersion: plan.go.version,
      goMinor: plan.go.minor,
      command: goTestCommand(plan, goTestFiles.overlay(layout.leg(settings.out, plan.leg.name))),
      patterns: plan.patterns,
      env: shareable(plan.env),
      failfast: plan.leg.goTestFlags.failfast,
      ...(plan.leg.fuzzMs === null ? {} : { fuzzMs: plan.leg.fuzzMs }),
      ...(plan.leg.stressMs === null ? {} : { stressMs: plan.leg.stressMs }),
      testPatterns: { run: plan.leg.goTestFlags.run, skip: plan.leg.goTestFlags.skip },
      repeats: repeats(plan.leg.goTestFlags),
      store: recordStore(plan),
      packages: plan.packages,
    })),
  };
}

function withPolicy(shard: Shard, { failOn }: Pick<Settings, 'failOn'>): Shard {
  return failOn.includes('no-tests') ? shard : { ...shard, emptyPasses: true };
}
