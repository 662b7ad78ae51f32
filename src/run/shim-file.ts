import type { PlannedPackage } from '../plan/plan.ts';
import { memProfileRate, type Leg, type SnapshotTriggers } from '../settings/settings.ts';
import { goTestFiles, layout } from './layout.ts';
import { recordStore, type LegPlan } from './plan-legs.ts';

/** What a go test is run for beyond its results. */
export type Diagnose = '' | 'exit' | 'strace' | 'runtime';

export interface ShimRequest {
  plan: LegPlan;
  out: string;
  run: string;
  /** The folder of the leg or round. */
  folder: string;
  snapshot: SnapshotTriggers;
  /** What a test process measures itself by where no guard set a ceiling; bytes. */
  usableBytes: number | null;
  cores: CoreOrder;
  diagnose: Diagnose;
  /** Which test binaries stay: of what died, of all that did not end with code 0, of all, of none. */
  keep: Keep;
  /** A further run of a kept binary, and the folder in which its attempt lies; absent for a go test. */
  rerun?: { number: number; place: string; perturb?: number; leaks: boolean };
}

/** only: nothing is run, and the binary stays in `rerun.place`. */
export type Keep = 'died' | 'failed' | 'all' | 'none' | 'only';

/** Whether test processes leave cores, and what the kernel calls them (/proc/sys/kernel/core_pattern). */
export interface CoreOrder {
  enabled: boolean;
  pattern: string;
}

/** With a sanitizer or the race detector a program maps terabytes: its core would be of no use. */
export function dumpsCores({ race, goTestFlags }: Leg): boolean {
  return !race && !goTestFlags.words.some((word) => /^--?[am]san(?:=true)?$/.test(word));
}

/** What the shim reads (src/probe/shim/settings.go). */
export function shimFile(request: ShimRequest): Record<string, unknown> {
  const { plan, out, run, snapshot, cores, diagnose, keep, rerun } = request;
  const { leg } = plan;
  // What a go test is run for: its result may be cached, and its figures count.
  const plain = diagnose === '' && rerun === undefined;
  const dumps = cores.enabled && dumpsCores(leg);
  return {
    schema: 1,
    run,
    leg: leg.name,
    store: plain ? recordStore(plan) : '',
    testLog: plain && leg.goTestFlags.exec.length === 0,
    heapProfile: plain && leg.heapProfile,
    memProfileRate,
    guard: goTestFiles.guard(request.folder),
    agentSettings: {
      snapshotAtPercent: snapshot.atPercent ?? 0,
      ceilingBytes: request.usableBytes ?? 0,
      goroutines: snapshot.goroutines ?? 0,
      requests: snapshot.testTimeMs !== null || snapshot.noProgressMs !== null,
      core: dumps,
      leaks: plan.leaks && diagnose === '' && (rerun?.leaks ?? true),
    },
    core: { enabled: dumps, pattern: cores.pattern },
    diagnose,
    keep: keep === 'died' ? '' : keep,
    rerun: rerun?.number ?? 0,
    perturb: rerun?.perturb ?? 0,
    fallbackDir: layout.strayPackages(out, leg.name),
    packages: Object.fromEntries(
      plan.packages.map((item) => [
        item.dir,
        {
          package: item.package,
          dir: rerun?.place ?? layout.package(out, leg.name, item.package),
          agent: agentMode(item),
          memProfileRate: plan.rates.get(item.package) ?? 0,
        },
      ]),
    ),
  };
}

function agentMode(planned: PlannedPackage): '' | 'sample' | 'quiet' {
  if (planned.injection === 'none') return '';
  return planned.quiet ? 'quiet' : 'sample';
}
