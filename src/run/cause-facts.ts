import type { CauseFacts } from '../cause/facts.ts';
import type { EndingFacts } from '../evidence/ending.ts';
import type { WatcherKill } from '../evidence/guard-records.ts';
import { toolDeaths } from '../evidence/tool-deaths.ts';
import { parseTimeline } from '../evidence/timeline.ts';
import { parseUsage } from '../evidence/usage.ts';
import { buildTextOf } from '../gotest/build-text.ts';
import type { PackageFold } from '../gotest/package-fold.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type { BlackBox, PackageRun } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { GoTestEvidence } from './leg-evidence.ts';

export interface CauseFactsRequest {
  run: PackageRun;
  ending: EndingFacts;
  race: boolean;
  planned: PlannedPackage;
  fold: PackageFold | null;
  goTest: GoTestEvidence;
  last: AttemptRecords | null;
  blackBox: BlackBox | null;
  diagnosis: Diagnosis;
  cancelSignal: string | null;
  kernelPids: boolean;
}

/** Puts together what the rules of src/cause look at. */
export function causeFacts(request: CauseFactsRequest): CauseFacts {
  const { run, ending, fold, goTest, last, diagnosis } = request;
  const { passed, failed, unfinished, neverRan, failures } = run.tests;
  const built =
    run.ending === 'build-failed' || (run.ending === 'not-started' && ending.end === null);
  return {
    ending: run.ending,
    race: request.race,
    start: ending.start,
    end: ending.end,
    death: ending.end?.evidence ?? null,
    guard: goTest.guard,
    guardEnd: goTest.goEnd?.guard ?? null,
    goTestSignal: goTest.goEnd?.signal ?? null,
    watcherKill: built
      ? toolKill(goTest.watcherKills, request)
      : killOf(goTest.watcherKills, ending.start?.pid),
    usage: last?.usage ?? parseUsage(null),
    timeline: last?.timeline ?? parseTimeline(null),
    blackBox: request.blackBox,
    crash: ending.crash,
    output: [run.output, ...failures.slice(0, 50).map(({ message }) => message)].join('\n'),
    failureWords: failures.map(({ message }) => lastLogged(message)),
    build: built ? buildFacts(request) : null,
    tests: { passed, failed, unfinished, neverRan },
    testMain: request.planned.testMain,
    cancelSignal: request.cancelSignal,
    killedByGo: fold?.killedByGo ?? false,
    exitTrace: diagnosis.exitCaller,
    agent: agent(request),
    kernelPids: request.kernelPids,
    ranToEnd:
      diagnosis.ranToEnd ||
      (last?.hasProfile ?? false) ||
      (last?.timeline.endedWith ?? null) !== null,
    failedCall: diagnosis.failedCall,
    runtimeTrace: diagnosis.runtimeTrace,
  };
}

function buildFacts({ fold, goTest }: CauseFactsRequest): CauseFacts['build'] {
  const text =
    fold === null ? goTest.goStderr : buildTextOf(fold, goTest.stream.builds, goTest.goStderr);
  return { text, setupFailed: fold?.setupFailed ?? false, toolDeaths: toolDeaths(text) };
}

/** The watcher's kill of a tool that the build misses. */
function toolKill(kills: readonly WatcherKill[], request: CauseFactsRequest): WatcherKill | null {
  const tools = buildFacts(request)?.toolDeaths.map(({ tool }) => tool.slice(0, 15)) ?? [];
  return kills.find(({ name }) => tools.includes(name)) ?? null;
}

/** The watcher's kill of a process, or of one that it had started. */
function killOf(kills: readonly WatcherKill[], pid: number | undefined): WatcherKill | null {
  if (pid === undefined) return null;
  return kills.find((kill) => kill.pid === pid || kill.ancestors.includes(pid)) ?? null;
}

function agent({ planned, last }: CauseFactsRequest): CauseFacts['agent'] {
  if (planned.injection === 'none' || last === null) return 'absent';
  return last.timeline.samples > 0 ? 'began' : 'silent';
}

/** Each entry begins as package testing begins it: `store_test.go:41: `. */
function lastLogged(message: string): string {
  const entries = message.split(/^(?=[^\s:]{1,200}\.go:\d{1,9}: )/m);
  return (entries.at(-1) ?? '').slice(0, 4096);
}
