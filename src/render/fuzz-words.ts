import { formatBytes } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import type { FuzzReport } from '../report/search-schema.ts';
import { formatDuration } from '../settings/duration.ts';

/** A fuzz target and the package that it is in. */
export interface FuzzTarget {
  run: PackageRun;
  fuzz: FuzzReport;
}

/** The fuzz targets of a report in the groups in which a person is told of them. */
export interface ToldTargets {
  /** An input failed, or its processes died. */
  bad: FuzzTarget[];
  /** Nobody knows: it could not be fuzzed to the end. */
  stopped: FuzzTarget[];
  /** The last time it was fuzzed it was clean, and not before. */
  cleanAgain: FuzzTarget[];
  clean: FuzzTarget[];
  skipped: FuzzTarget[];
}

const groups: Record<FuzzReport['outcome'], keyof ToldTargets> = {
  clean: 'clean',
  skipped: 'skipped',
  stopped: 'stopped',
  failed: 'bad',
  crashed: 'bad',
  hung: 'bad',
  'out-of-memory': 'bad',
};

const outcomes: Record<FuzzReport['outcome'], string> = {
  clean: 'found nothing',
  skipped: 'skipped itself',
  stopped: 'was not fuzzed to the end',
  failed: 'failed while it was fuzzed',
  crashed: 'crashed while it was fuzzed',
  hung: 'hung while it was fuzzed',
  'out-of-memory': 'ran out of memory while it was fuzzed',
};

export function toldTargets({ packages }: Pick<Report, 'packages'>): ToldTargets {
  const told: ToldTargets = { bad: [], stopped: [], cleanAgain: [], clean: [], skipped: [] };
  for (const run of packages)
    for (const fuzz of run.fuzz ?? [])
      told[isCleanAgain(fuzz) ? 'cleanAgain' : groups[fuzz.outcome]].push({ run, fuzz });
  return told;
}

function isCleanAgain({ outcome, because }: FuzzReport): boolean {
  return outcome === 'clean' && because !== null;
}

/** `crashed while it was fuzzed, after 0.4s of 30s` */
export function outcomeText(fuzz: FuzzReport): string {
  if (isCleanAgain(fuzz)) return 'was clean when it was fuzzed once more';
  const { outcome, elapsedMs, budgetMs } = fuzz;
  const what = outcomes[outcome];
  if (outcome === 'skipped' || elapsedMs === 0) return what;
  const spent = `${formatDuration(elapsedMs)}${elapsedMs < budgetMs ? ` of ${formatDuration(budgetMs)}` : ''}`;
  return `${what}, after ${spent}`;
}

/** `file of 29 B, made smaller; it fails again when it is run alone` */
export function inputFacts({
  bytes,
  minimised,
  replay,
}: NonNullable<FuzzReport['failing']>): string {
  const size = `file of ${formatBytes(bytes)}${minimised ? ', made smaller' : ''}`;
  const again = {
    failed: 'it fails again when it is run alone',
    passed: 'it passes when it is run alone',
    unknown: 'it was not run again to its end',
  } as const;
  return `${size}; ${again[replay ?? 'unknown']}`;
}

/** What the failure is, in one sentence; '' where nobody knows more than the outcome. */
export function whatFailed({ cause, message = '', because, outcome }: FuzzReport): string {
  const said = outcome === 'failed' || cause === undefined ? message : cause.summary;
  return said === '' ? (because ?? '') : said;
}

/** `5 fuzz targets found nothing (1,234,567 inputs in 1m)`; null for none. */
export function cleanText(clean: readonly FuzzTarget[]): string | null {
  if (clean.length === 0) return null;
  const sum = (pick: (fuzz: FuzzReport) => number): number =>
    clean.reduce((total, { fuzz }) => total + pick(fuzz), 0);
  const executions = sum(({ executions: count }) => count ?? 0);
  const elapsed = formatDuration(sum(({ elapsedMs }) => elapsedMs));
  return `${plural(clean.length, 'fuzz target')} found nothing (${withCommas(executions)} inputs in ${elapsed})`;
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
