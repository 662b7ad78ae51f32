import type { HeapRecord } from './heap-schema.ts';
import { mergeComparisons } from './merge-comparison.ts';
import { mergeCrashes } from './merge-crashes.ts';
import type { LostResult } from './lost-results.ts';
import { mergeLeakKinds, mergeLeaks } from './merge-leaks.ts';
import { mergeLegs } from './merge-legs.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { plural } from './plural.ts';
import type { Check, Gap, LegReport, PackageRun, Report, Source } from './schema.ts';
import { shardSet, type RepeatedShards } from './shard-set.ts';

const maxLostGaps = 200;

export interface Merged {
  report: Report;
  /** The reports that it is made of. */
  pieces: Report[];
  /** Why they may not be all of the run; none where they are. */
  doubts: string[];
}

/**
 * One Report of several: of the shards of a run, and of runs that have no package of a leg in common. Nothing is lost on the way: what
 * is missing, is there twice or does not fit makes the verdict incomplete and is named.
 * @param earlierDoubts why the reports may not be all of the run, as far as that is known already
 */
export function mergeReports(
  reports: readonly [Report, ...Report[]],
  repeated: RepeatedShards = 'by-time',
  earlierDoubts: readonly string[] = [],
): Merged {
  const { pieces, doubts: ownDoubts, lost } = shardSet(reports, repeated);
  const doubts = [...earlierDoubts, ...ownDoubts];
  const busy = pieces.filter(({ legs }) => legs.length > 0);
  const first = busy[0] ?? pieces[0] ?? reports[0];
  const { runs, twice } = distinctRuns(pieces);
  const [example] = twice;
  if (example !== undefined)
    doubts.push(
      `${plural(twice.length, 'result')} too many: more than one report has ${example.package} (${example.leg})`,
    );
  const legs = mergeLegs(pieces.flatMap((piece) => piece.legs));
  const kept = new Set(runs);
  const { source, differs } = mergeSources(pieces.map((piece) => piece.source));
  if (differs !== null) doubts.push(differs);
  const report: Report = {
    schema: 1,
    tool: first.tool,
    startedAt: pieces.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    // They run side by side; one that ran again later did not take the time between.
    elapsedMs: Math.max(...pieces.map(({ elapsedMs }) => elapsedMs)),
    source,
    machine: first.machine,
    preflight: mergeChecks(pieces.flatMap(({ preflight }) => preflight)),
    legs,
    packages: inLegs(runs, legs),
    crashes: mergeCrashes(pieces.flatMap(({ crashes }) => crashes)),
    heap: pieces.flatMap((piece) => heapOf(piece, kept)),
    comparison: mergeComparisons(pieces.flatMap(({ comparison }) => comparison ?? [])),
    ...(pieces.some(({ leaks }) => leaks !== undefined)
      ? { leaks: mergeLeaks(pieces.flatMap(({ leaks = [] }) => leaks)) }
      : {}),
    ...mergeLeakKinds(pieces),
    artifacts: distinct(pieces.flatMap(({ artifacts }) => artifacts)),
    gaps: distinct([...pieces.flatMap(({ gaps }) => gaps), ...lostGaps(lost), ...machines(busy)]),
    verdict: mergeVerdicts(pieces, doubts),
  };
  return { report, pieces, doubts };
}

/** Each package of a leg once: of two results the one that did not pass. */
function distinctRuns(pieces: readonly Report[]): { runs: PackageRun[]; twice: PackageRun[] } {
  const byPackage = new Map<string, PackageRun>();
  const twice: PackageRun[] = [];
  for (const run of pieces.flatMap(({ packages }) => packages)) {
    const key = keyOf(run);
    const before = byPackage.get(key);
    if (before !== undefined) twice.push(run);
    if (before === undefined || endedWell(before)) byPackage.set(key, run);
  }
  return { runs: [...byPackage.values()], twice };
}

function endedWell({ ending }: PackageRun): boolean {
  return ending === 'passed' || ending === 'no-tests';
}

function heapOf({ heap, packages }: Report, kept: ReadonlySet<PackageRun>): HeapRecord[] {
  const own = new Set(packages.filter((run) => kept.has(run)).map(keyOf));
  return heap.filter((record) => own.has(keyOf(record)));
}

function keyOf(item: { package: string; leg: string }): string {
  return `${item.leg} ${item.package}`;
}

/** In the order of the legs; what is of a leg that no report has comes last. */
function inLegs(runs: readonly PackageRun[], legs: readonly LegReport[]): PackageRun[] {
  const names = new Set([...legs.map(({ name }) => name), ...runs.map(({ leg }) => leg)]);
  return [...names].flatMap((name) => runs.filter(({ leg }) => leg === name).sort(byName));
}

function byName(a: PackageRun, b: PackageRun): number {
  return a.package < b.package ? -1 : a.package > b.package ? 1 : 0;
}

function mergeSources(sources: readonly Source[]): { source: Source; differs: string | null } {
  const known = <K extends keyof Source>(key: K): NonNullable<Source[K]>[] =>
    [...new Set(sources.flatMap((source) => source[key] ?? []))] as NonNullable<Source[K]>[];
  const commits = known('sha');
  const [directory] = known('directory');
  return {
    source: {
      module: known('module')[0] ?? null,
      repository: known('repository')[0] ?? null,
      sha: commits[0] ?? null,
      ref: known('ref')[0] ?? null,
      event: known('event')[0] ?? null,
      ...(directory === undefined ? {} : { directory }),
    },
    differs:
      commits.length < 2
        ? null
        : `the reports are of different commits: ${commits.map((sha) => sha.slice(0, 12)).join(', ')}`,
  };
}

const statuses: readonly Check['status'][] = ['fail', 'warn', 'ok'];

/** Each check once, as it stood on the machine where it stood worst. */
function mergeChecks(checks: readonly Check[]): Check[] {
  const worst = new Map<string, Check>();
  for (const check of checks) {
    const key = `${check.id} ${check.what}`;
    const before = worst.get(key);
    if (before === undefined || statuses.indexOf(check.status) < statuses.indexOf(before.status))
      worst.set(key, check);
  }
  return [...worst.values()];
}

function lostGaps(lost: readonly LostResult[]): Gap[] {
  const named = lost.slice(0, maxLostGaps).map((one): Gap => ({
    what: 'no job has results of it',
    package: one.package,
    ...(one.leg === null ? {} : { leg: one.leg }),
  }));
  const more = lost.length - named.length;
  return more > 0
    ? [...named, { what: `no job has results of ${plural(more, 'further package')}` }]
    : named;
}

/** The report names one machine; figures of others may differ for that alone. */
function machines(pieces: readonly Report[]): Gap[] {
  const kinds = new Set(
    pieces.map(
      ({ machine: { os, arch, cpus, go } }) => `${os}/${arch}, ${plural(cpus, 'CPU')}, ${go}`,
    ),
  );
  return kinds.size < 2
    ? []
    : [{ what: `the jobs ran on different machines: ${[...kinds].join('; ')}` }];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
