import { createHash } from 'node:crypto';
import type { Report } from '../report/schema.ts';
import type { Shard } from '../report/shard-schema.ts';
import { slugPattern } from './job-slug.ts';

/** What the names of all reports begin with. */
export const reportPrefix = 'go-crash-guard-report-';
const evidencePrefix = 'go-crash-guard-';

/** Where an artifact comes from. The names of one workflow run must differ, also those of its attempts and of the jobs of a matrix. */
export interface ArtifactOrigin {
  /** Of the job, see jobSlug. */
  slug: string;
  runAttempt: string;
  shard: Pick<Shard, 'index' | 'count'> | undefined;
  /** Of the run of a shard, see runMark: steps without a key of their own must not shut each other's reports out. */
  mark?: string;
}

/** Tells the runs of one job apart, and is the same whenever the Report of a run is uploaded. */
export function runMark({ startedAt, shard }: Pick<Report, 'startedAt' | 'shard'>): string {
  const run = [startedAt, shard?.legs ?? [], shard?.own ?? []];
  return createHash('sha256').update(JSON.stringify(run)).digest('hex').slice(0, 8);
}

/** `go-crash-guard-report-test-3f2c1a9e-1`, of a shard `go-crash-guard-report-test-3f2c1a9e-1-shard-2-of-4-b7d40c15` */
export function reportArtifactName(origin: ArtifactOrigin): string {
  return `${reportPrefix}${suffix(origin)}`;
}

/** `go-crash-guard-memory-test-3f2c1a9e-1` */
export function evidenceArtifactName(leg: string, origin: ArtifactOrigin): string {
  // A leg may be called report too. No leg has a `_` in its name.
  const safe = leg === 'report' || leg.startsWith('report-') ? `leg_${leg}` : leg;
  return `${evidencePrefix}${safe}-${suffix(origin)}`;
}

function suffix({ slug, runAttempt, shard, mark }: ArtifactOrigin): string {
  const attempt = /^[1-9]\d{0,5}$/.test(runAttempt) ? runAttempt : '1';
  if (shard === undefined) return `${slug}-${attempt}`;
  const share = `shard-${String(shard.index)}-of-${String(shard.count)}`;
  return [slug, attempt, share, ...(mark === undefined ? [] : [mark])].join('-');
}

export interface ReportArtifactName {
  slug: string;
  /** Of the workflow run. */
  attempt: number;
  shard: { index: number; count: number } | null;
}

const namePattern = new RegExp(
  `^(?<slug>${slugPattern.source.slice(1, -1)})-(?<attempt>[1-9]\\d{0,5})(?:-shard-(?<index>[1-9]\\d{0,5})-of-(?<count>[1-9]\\d{0,5})(?:-[0-9a-f]{8})?)?$`,
);

/** Reads the name of an artifact, whoever chose it; null for what is not the name of a report. */
export function parseReportArtifactName(name: string): ReportArtifactName | null {
  if (!name.startsWith(reportPrefix)) return null;
  const found = namePattern.exec(name.slice(reportPrefix.length))?.groups;
  const { slug, attempt, index, count } = found ?? {};
  if (slug === undefined || attempt === undefined) return null;
  const shard =
    index === undefined || count === undefined
      ? null
      : { index: Number(index), count: Number(count) };
  if (shard !== null && shard.index > shard.count) return null;
  return { slug, attempt: Number(attempt), shard };
}
