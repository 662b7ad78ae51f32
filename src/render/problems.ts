import { clearestFirst } from '../cause/clearest-first.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Cause, Crash, PackageRun, Report } from '../report/schema.ts';
import { seenCause } from '../report/seen-cause.ts';
import { describeEnding } from '../verdict/verdict.ts';
import { adviceOn } from './advice.ts';
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
  const causes = new Map(report.packages.map((run) => [run, causesOf(run)]));
  const told = new Set<string>();
  const races = new Set(report.legs.filter(({ race }) => race).map(({ name }) => name));
  const found: Problem[] = report.crashes.map((crash) => {
    for (const seen of crash.occurrences) told.add(keyOf([seen.leg, seen.package, crash.cause]));
    const seenIn = new Set(crash.occurrences.map((seen) => keyOf([seen.leg, seen.package])));
    const seen = [...seenIn].flatMap((key) => runs.get(key) ?? []);
    return ofCrash(
      crash,
      clearestFirst(seen, (run) => run, races),
      causes,
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

type CausesOfRun = ReadonlyMap<CauseId, readonly Cause[]>;

/** Attempts of one run that ended for the same cause say the same. */
const maxOfOneKind = 5;

/** The first causes of each kind that a run and its attempts have. */
function causesOf({ cause, attempts, fuzz = [] }: PackageRun): CausesOfRun {
  const found = new Map<CauseId, Cause[]>();
  for (const each of [
    cause,
    ...attempts.map((one) => one.cause),
    ...fuzz.map((one) => one.cause),
  ]) {
    if (!each) continue;
    const same = found.get(each.id);
    if (same === undefined) found.set(each.id, [each]);
    else if (same.length < maxOfOneKind) same.push(each);
  }
  return found;
}

/** A search takes time for each pair of characters: only what is short is looked for. */
const maxSummaryChars = 1000;
const maxMessageChars = 500;

function says(summary: string, message: string): boolean {
  if (summary === message) return true;
  return message.length <= maxMessageChars && summary.slice(0, maxSummaryChars).includes(message);
}

function ofCrash(
  crash: Crash,
  runs: PackageRun[],
  causesOfRuns: ReadonlyMap<PackageRun, CausesOfRun>,
): Problem {
  const { cause: id, message, test, blame } = crash;
  const causes = [
    ...runs.slice(0, maxOfOneKind).flatMap((run) => seenCause(crash, run) ?? []),
    ...runs.flatMap((run) => causesOfRuns.get(run)?.get(id) ?? []),
  ];
  const [cause] = causes;
  const summary = cause?.summary ?? message;
  return {
    ...{ cause: id, confidence: cause?.confidence ?? null, place: blame, test, crash, runs },
    // Another leg says the same with other figures.
    message:
      says(summary, message) || causes.some((each) => says(each.summary, message)) ? '' : message,
    summary,
    advice: adviceOn(cause ?? { id, advice: [] }, runs[0], crash.waits),
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
  const { id, confidence, summary, position } = cause;
  const advice = adviceOn(cause, run, undefined);
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
