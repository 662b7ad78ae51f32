import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Environment, RunCommand } from '../machine/command.ts';
import { foreignExec } from '../machine/foreign-exec.ts';
import { inspectGo, type GoToolchain } from '../machine/go-toolchain.ts';
import {
  checkListed,
  planPackage,
  type DeclaredPackage,
  type PlannedPackage,
} from '../plan/plan.ts';
import { embeddings } from '../plan/embedding.ts';
import type { ListedPackage } from '../plan/go-list.ts';
import { buildProbe, type Probe } from '../probe/build.ts';
import { hostAgent } from '../probe/inject.ts';
import { measuresGrowth } from '../settings/growth-legs.ts';
import { parseGoTestFlags } from '../settings/go-test-flags.ts';
import { InputError } from '../settings/input-error.ts';
import { splitQuotedWords } from '../settings/quoted-words.ts';
import type { Leg, Settings } from '../settings/settings.ts';
import { declaredTests } from './declared.ts';
import { listPackages } from './list-packages.ts';

const nothingDeclared: DeclaredPackage = { tests: [], testMain: false, around: null, quiet: false };

/** One leg, ready to run. */
export interface LegPlan {
  leg: Leg;
  go: GoToolchain;
  probe: Probe;
  env: Environment;
  patterns: string[];
  packages: PlannedPackage[];
  /** The user's own -overlay, by absolute paths. */
  userOverlay: Record<string, string>;
  /** Bytes between two samples of a package's heap profile, where it is not memProfileRate. */
  rates: ReadonlyMap<string, number>;
  /** Whether goroutines that outlive the tests are looked for. */
  leaks: boolean;
}

export interface PlanPorts {
  run: RunCommand;
  env: Environment;
  probeDirectory: string;
}

/** Finds out what each leg will run. Throws InputError when a leg cannot be planned; nothing was written to the run folder then. */
export async function planLegs(settings: Settings, ports: PlanPorts): Promise<LegPlan[]> {
  const base = await inspectGo(ports.run, settings.directory, ports.env);
  const probe = buildProbe(
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    base,
  );
  // Waited for below; a failure of the plan must not leave this rejection unhandled.
  probe.catch(() => undefined);
  return Promise.all(settings.legs.map((leg) => planLeg(leg, settings, ports, base, probe)));
}

async function planLeg(
  requested: Leg,
  settings: Settings,
  ports: PlanPorts,
  base: GoToolchain,
  probe: Promise<Probe>,
): Promise<LegPlan> {
  const prepared = await prepareLeg(requested, settings, ports, base);
  const { leg, go, env } = prepared;
  refuseUnrunnableRace(leg, go);
  const userOverlay = await readUserOverlay(leg.goTestFlags.overlay, settings.directory);
  const { packages: listed, patterns } = await listOf(prepared, settings, ports.run);

  const { declared: program } = await probe;
  const { run } = ports;
  const request = {
    program,
    run,
    env: ports.env,
    directory: settings.directory,
    leg,
    goMinor: go.minor,
    packages: listed,
    overlay: userOverlay,
  };
  const declared = await declaredTests(request);
  const hosts = new Map<string, boolean>();
  for (const moduleDir of new Set(
    listed.flatMap(({ module }) => (module === null ? [] : [module.dir])),
  )) {
    hosts.set(moduleDir, moduleDir !== '' && (await hostAgent(moduleDir)));
  }
  const rules = {
    gomodcache: go.gomodcache,
    coverpkg: leg.goTestFlags.coverpkg,
    canHostAgent: (moduleDir: string): boolean => hosts.get(moduleDir) ?? false,
    isEmbedded: embeddings(listed),
  };
  const packages = listed.map((item, i) =>
    planPackage(item, declared[i] ?? nothingDeclared, rules),
  );
  const leaks = settings.resilience.leaks.goroutines !== 'off';
  const planned = { leg, go, probe: await probe, env, patterns, packages, userOverlay };
  return { ...planned, rates: new Map(), leaks };
}

/** What each leg would run, before anything is built for it. Throws InputError where that cannot be found out. */
export async function listLegs(
  settings: Settings,
  ports: Pick<PlanPorts, 'run' | 'env'>,
): Promise<ListedPackage[][]> {
  const base = await inspectGo(ports.run, settings.directory, ports.env);
  const list = async (requested: Leg): Promise<ListedPackage[]> => {
    const prepared = await prepareLeg(requested, settings, ports, base);
    const { leg, go } = prepared;
    // The job that plans may lack the C compiler that the race detector needs.
    const listed = { ...prepared, leg: { ...leg, race: leg.race && canRace(go) } };
    return (await listOf(listed, settings, ports.run)).packages;
  };
  return Promise.all(settings.legs.map(list));
}

type PreparedLeg = Pick<LegPlan, 'leg' | 'go' | 'env'>;

async function prepareLeg(
  requested: Leg,
  settings: Settings,
  ports: Pick<PlanPorts, 'run' | 'env'>,
  base: GoToolchain,
): Promise<PreparedLeg> {
  const env = { ...ports.env, ...requested.env };
  const own = Object.keys(requested.env).length > 0;
  const go = own ? await inspectGo(ports.run, settings.directory, env) : base;
  const leg = withForeignExec(withGoflags(requested, go), go, env);
  return {
    leg: measuresGrowth(settings.resilience.leaks.memory, leg) ? runFresh(leg) : leg,
    ...{ go, env },
  };
}

/** A result from the cache leaves nothing that could be repeated. Any -count runs the tests. */
function runFresh(leg: Leg): Leg {
  const flags = leg.goTestFlags;
  if (flags.count !== null) return leg;
  return { ...leg, goTestFlags: { ...flags, count: '1', words: ['-count=1', ...flags.words] } };
}

async function listOf(
  { leg, go, env }: PreparedLeg,
  settings: Settings,
  run: RunCommand,
): Promise<{ packages: ListedPackage[]; patterns: string[] }> {
  const listed = await listPackages(leg, settings, run, env, go);
  checkListed(listed.packages, listed.patterns, settings.sources['packages'] ?? 'packages');
  return listed;
}

/** What GOFLAGS says counts as if it stood on the command line, below the user's own flags; go test reads it itself. */
function withGoflags(leg: Leg, go: GoToolchain): Leg {
  const split = splitQuotedWords(go.goflags);
  if ('problem' in split || split.words.length === 0) return leg;
  const { flags: from } = parseGoTestFlags(split.words, 'GOFLAGS');
  const own = leg.goTestFlags;
  return {
    ...leg,
    goTestFlags: {
      ...own,
      exec: own.exec.length > 0 ? own.exec : from.exec,
      toolexec: own.toolexec.length > 0 ? own.toolexec : from.toolexec,
      overlay: own.overlay ?? from.overlay,
      verbose: own.verbose || from.verbose,
      run: own.run === '' ? from.run : own.run,
      skip: own.skip === '' ? from.skip : own.skip,
      failfast: own.failfast || from.failfast,
      count: own.count ?? from.count,
      cpu: own.cpu ?? from.cpu,
      coverpkg: own.coverpkg || from.coverpkg,
      tags: own.tags.length > 0 ? own.tags : from.tags,
      measuring: [...from.measuring, ...own.measuring],
    },
  };
}

function withForeignExec(leg: Leg, go: GoToolchain, env: Environment): Leg {
  if (leg.goTestFlags.exec.length > 0) return leg;
  return { ...leg, goTestFlags: { ...leg.goTestFlags, exec: foreignExec(go, env['PATH'] ?? '') } };
}

function canRace(go: GoToolchain): boolean {
  return go.cgo || go.goos === 'darwin';
}

function refuseUnrunnableRace(leg: Leg, go: GoToolchain): void {
  if (!leg.race || canRace(go)) return;
  throw new InputError([
    {
      where: `leg ${leg.name}`,
      what: 'the race detector needs cgo, and cgo is off (CGO_ENABLED=0, no C compiler in PATH, or a build for another machine)',
      fix: 'preflight says which of them it is; or leave the leg out: --legs memory',
    },
  ]);
}

/** The files that -overlay replaces, by absolute paths. */
export async function readUserOverlay(
  overlay: string | null,
  directory: string,
): Promise<Record<string, string>> {
  if (overlay === null) return {};
  const path = resolve(directory, overlay);
  try {
    const schema = z.object({ Replace: z.record(z.string(), z.string()) });
    const { Replace } = schema.parse(JSON.parse(await readFile(path, 'utf8')));
    const entries = Object.entries(Replace);
    return Object.fromEntries(
      entries.map(([from, to]) => [
        resolve(directory, from),
        to === '' ? '' : resolve(directory, to),
      ]),
    );
  } catch (error) {
    throw new InputError([
      {
        where: '-overlay',
        what: `${path}: ${(error as Error).message}`,
        fix: 'give a JSON file as "go help build" describes it',
      },
    ]);
  }
}

/** Where records of cacheable results are kept: in the Go build cache, so that they travel with the results that name them. */
export function recordStore(plan: LegPlan): string {
  return join(plan.go.gocache, 'crash-guard', 'records');
}
