import {
  parseGuardRecord,
  parseWatcherKills,
  type GuardRecord,
  type WatcherKill,
} from '../evidence/guard-records.ts';
import { parseGoEndRecord, type GoEndRecord } from '../evidence/records.ts';
import { createFold, type StreamFold } from '../gotest/fold.ts';
import { readBounded } from './bounded-file.ts';
import { goTestFiles, layout } from './layout.ts';
import type { Isolation } from '../report/isolation-schema.ts';
import { readIsolations } from './isolate/isolations.ts';
import type { StressReport } from '../report/search-schema.ts';
import { readStress } from './stress/stress-file.ts';
import { readDecisions, type Decisions } from './recover/decisions.ts';
import { readReruns, type ResultRerun } from './recover/rerun.ts';
import { givesResults, readRounds, type RoundRecord } from './round.ts';
import type { RunPlanLeg } from './run-plan.ts';
import { readChunks } from './tail.ts';

/** Everything that one go test left behind, read back. */
export interface GoTestEvidence {
  folder: string;
  stream: StreamFold;
  /** The stream was there and stopped inside a line. */
  cut: boolean;
  goEnd: GoEndRecord | null;
  goStderr: string;
  guard: GuardRecord | null;
  watcherKills: WatcherKill[];
}

export interface LegEvidence {
  leg: RunPlanLeg;
  main: GoTestEvidence;
  rounds: { round: RoundRecord; evidence: GoTestEvidence }[];
  /** Further runs of single packages that give results, in their order. */
  reruns: { rerun: ResultRerun; evidence: GoTestEvidence }[];
  /** By package. */
  decisions: ReadonlyMap<string, Decisions>;
  isolations: ReadonlyMap<string, Isolation>;
  stress: StressReport | null;
}

const maxStderrBytes = 4 << 20;

export async function readLeg(out: string, leg: RunPlanLeg): Promise<LegEvidence> {
  const rounds: LegEvidence['rounds'] = [];
  for (const { folder, round } of await readRounds(out, leg.name))
    rounds.push({ round, evidence: await readGoTest(folder) });
  const reruns: LegEvidence['reruns'] = [];
  for (const { folder, rerun } of await readReruns(out, leg.name))
    reruns.push({ rerun, evidence: await readGoTest(folder) });
  return {
    leg,
    main: await readGoTest(layout.leg(out, leg.name)),
    rounds,
    reruns,
    decisions: await readDecisions(out, leg.name),
    isolations: await readIsolations(out, leg.name),
    stress: await readStress(out, leg.name),
  };
}

/** The go test that a package's results come from: the last that ran it for results. */
export function resultsOf(evidence: LegEvidence, packageName: string): GoTestEvidence {
  const again = evidence.rounds.findLast(
    ({ round, evidence: own }) =>
      givesResults(round.purpose) &&
      round.packages.includes(packageName) &&
      own.stream.packages.has(packageName),
  );
  return again?.evidence ?? evidence.main;
}

export async function readGoTest(folder: string): Promise<GoTestEvidence> {
  const fold = createFold();
  const found = await readChunks(goTestFiles.events(folder), fold.push);
  const cut = fold.end() && found;
  const read = (path: string, maxBytes: number): Promise<string | null> =>
    readBounded(path, maxBytes);
  return {
    folder,
    stream: fold.state,
    cut,
    goEnd: parseGoEndRecord(await read(goTestFiles.goEnd(folder), 1 << 20)),
    goStderr: (await read(goTestFiles.goStderr(folder), maxStderrBytes)) ?? '',
    guard: parseGuardRecord(await read(goTestFiles.guard(folder), 1 << 20)),
    watcherKills: parseWatcherKills(await read(goTestFiles.watcherKills(folder), 1 << 20)),
  };
}
