import { stackAdvice } from '../cause/advice.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Cause, Crash, PackageRun, Report } from '../report/schema.ts';
import { describeEnding } from '../verdict/verdict.ts';
import { keys } from './keys.ts';
import { fromRoot } from '../report/repository-path.ts';

/** One root cause of runs that ended badly, wherever it was seen. */
export interface Problem {
  cause: CauseId;
  confidence: Cause['confidence'] | null;
  place: { file: string; line: number; function: string } | null;
  test: string | null;
  /** What happened, in our words; and what the program said, '' where that is the same. */
  summary: string;
  message: string;
  advice: readonly string[];
  crash: Crash | null;
  /** Where it was seen; of the first one the details are told. */
  runs: readonly PackageRun[];
}

/** What comes first: panic, memory, race, timeout, build; last what was stopped or lost with the whole run. */
const ranks: readonly (readonly [rank: number, ids: readonly CauseId[]])[] = [
  [1, ['oom-cgroup', 'oom-host', 'oom-guard', 'go-out-of-memory', 'address-space-limit']],
  [2, ['data-race']],
  [3, ['timeout']],
  [4, ['build-failed', 'build-killed', 'vet-failed', 'setup-failed']],
  [5, ['lost', 'unknown', 'cancelled', 'runner-shutdown']],
];

/** Failed tests and packages without tests have their own place in a report. */
const toldElsewhere = new Set<CauseId>(['test-failure', 'no-tests']);

/** All root causes, the worst first. */
export function problems(report: Report): Problem[] {
  const keyOf = keys();
  const runs = new Map(report.packages.map((run) => [keyOf([run.leg, run.package]), run]));
  const told = new Set<string>();
  const found: Problem[] = report.crashes.map((crash) => {
    for (const seen of crash.occurrences) told.add(keyOf([seen.leg, seen.package, crash.cause]));
    const seenIn = new Set(crash.occurrences.map((seen) => keyOf([seen.leg, seen.package])));
    return ofCrash(
      crash,
      [...seenIn].flatMap((key) => runs.get(key) ?? []),
    );
  });
  const grouped = new Map<string, Problem & { runs: PackageRun[] }>();
  for (const run of report.packages) {
    const problem = ofRun(run, report.source.directory);
    if (problem === null || told.has(keyOf([run.leg, run.package, problem.cause]))) continue;
    const { cause, summary, place, test } = problem;
    const key = keyOf([cause, summary, place?.file ?? null, place?.line ?? null, test]);
    const same = grouped.get(key);
    if (same === undefined) grouped.set(key, { ...problem, runs: [run] });
    else same.runs.push(run);
  }
  return [...found, ...grouped.values()].sort((a, b) => rankOf(a.cause) - rankOf(b.cause));
}

function rankOf(cause: CauseId): number {
  return ranks.find(([, ids]) => ids.includes(cause))?.[0] ?? 0;
}

function ofCrash(crash: Crash, runs: PackageRun[]): Problem {
  const { cause: id, message, test, blame } = crash;
  const causes = runs.flatMap((run) => [run.cause, ...run.attempts.map(({ cause }) => cause)]);
  const cause = causes.find((each) => each?.id === id);
  const summary = cause?.summary ?? message;
  return {
    ...{ cause: id, confidence: cause?.confidence ?? null, place: blame, test, crash, runs },
    ...{ summary, message: summary.includes(message) ? '' : message },
    advice: (cause?.advice ?? []).filter(
      (text) => text !== stackAdvice || crash.stacks.length === 0,
    ),
  };
}

/** What ended a run badly; null for a good end and for what only its tests tell. */
function ofRun(run: PackageRun, directory: string | undefined): Problem | null {
  const { ending, cause, tests } = run;
  if (ending === 'passed' || ending === 'no-tests') return null;
  if (cause === null) {
    if (ending === 'failed' && tests.failed > 0) return null;
    const id = ending === 'cancelled' ? 'cancelled' : ending === 'lost' ? 'lost' : 'unknown';
    return { ...empty(run), cause: id, summary: describeEnding(run), test: onlyUnfinished(run) };
  }
  if (toldElsewhere.has(cause.id)) return null;
  const { id, confidence, summary, advice, position } = cause;
  const place =
    position === undefined ? null : { ...position, file: fromRoot(directory ?? '', position.file) };
  const test = onlyUnfinished(run);
  return { ...empty(run), cause: id, confidence, summary, advice, place, test };
}

function onlyUnfinished({ tests: { unfinished } }: PackageRun): string | null {
  return unfinished.length === 1 ? (unfinished[0] ?? null) : null;
}

function empty(run: PackageRun): Omit<Problem, 'cause' | 'summary'> {
  return {
    ...{ confidence: null, place: null, test: null, message: '', advice: [], crash: null },
    runs: [run],
  };
}
