import type { Catalog } from '../catalog/catalog.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import type { Source } from '../report/schema.ts';
import type { Leg, Settings } from '../settings/settings.ts';
import { assemble } from './assemble.ts';
import type { Cancellation } from './cancellation.ts';
import { withLast } from './go-test-command.ts';
import { makeRunPlan } from './make-run-plan.ts';
import { ownOutputs } from './own-outputs.ts';
import { planLegs, type LegPlan } from './plan-legs.ts';
import type { Progress } from './progress.ts';
import { finishRunFolder, openRunFolder } from './run-folder.ts';
import { writeRunPlan } from './run-plan.ts';
import { runLeg, type GuardOrder } from './run-leg.ts';

/** Some packages of one leg, to be measured once more: of the head, or of a checkout of the base. */
export interface MeasureRequest {
  settings: Settings;
  leg: Leg;
  /** Import paths. */
  packages: readonly string[];
  /** Folder of the module. */
  directory: string;
  /** A run folder of its own. */
  out: string;
  /** Bytes between two samples, by package. */
  rates: ReadonlyMap<string, number>;
  guard: GuardOrder;
}

export interface MeasurePorts {
  run: RunCommand;
  env: Environment;
  probeDirectory: string;
  cancellation: Cancellation;
  source: Source;
  catalog: Catalog;
}

/** Runs the packages under the same guard, never from the cache, and returns their figures. Throws InputError as planning does. */
export async function measureAgain(
  request: MeasureRequest,
  ports: MeasurePorts,
): Promise<HeapRecord[]> {
  const { directory, out, guard } = request;
  const settings: Settings = {
    ...request.settings,
    ...{ directory, out, packages: [...request.packages], legs: [request.leg] },
  };
  const planned = await planLegs(settings, ports);
  const legs = planned.map((plan) => freshPlan({ ...plan, rates: request.rates }, out));
  const marker = await openRunFolder(out, new Date());
  const { source } = ports;
  await writeRunPlan(
    out,
    makeRunPlan(settings, { legs, problem: null, checked: null, marker, source }),
  );
  for (const plan of legs) {
    await runLeg({
      ...ports,
      ...{ plan, out, directory, guard },
      run: marker.run,
      progress: silent,
      snapshot: settings.snapshot,
      cores: { enabled: false, pattern: '' },
      keep: 'none',
    });
  }
  const report = await assemble(out, ports.catalog);
  await finishRunFolder(out, marker);
  return report?.heap ?? [];
}

/** Never from the cache, and without a second writing of the user's own profiles. */
function freshPlan(plan: LegPlan, out: string): LegPlan {
  const { leg } = plan;
  const { words, count } = leg.goTestFlags;
  const extra = [...(count === null ? ['-count=1'] : []), ...ownOutputs(plan, out)];
  return {
    ...plan,
    leg: { ...leg, goTestFlags: { ...leg.goTestFlags, words: withLast(words, extra) } },
  };
}

const silent: Progress = {
  warnings: () => undefined,
  legStarted: () => undefined,
  output: () => undefined,
  packageEnded: () => undefined,
  tick: () => undefined,
  legEnded: () => undefined,
  roundStarted: () => undefined,
  fuzzStarted: () => undefined,
  attemptStarted: () => undefined,
  isolating: () => undefined,
  stressing: () => undefined,
  measuringMemory: () => undefined,
  searchingLeakTests: () => undefined,
  measuredAgain: () => undefined,
};
