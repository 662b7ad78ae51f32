import { availableParallelism, totalmem } from 'node:os';
import { clip, printable } from '../report/format.ts';
import { mergeReports, type Merged } from '../report/merge.ts';
import { readPackedReport } from '../report/packed-report.ts';
import type { Gap, Report, Source } from '../report/schema.ts';
import { maxShards } from '../settings/shard.ts';
import { version } from '../version.ts';
import { parseReportArtifactName, type ReportArtifactName } from '../run/artifact-name.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';

export interface GatherOptions {
  /** Folder of the module below the root of the repository, '' for the root: a workflow may have shards of several modules. */
  directory: string;
  /** Where this job's code came from, for a report of nothing. */
  source: Source;
}

/** A merged Report, and where the evidence lies that it names. */
export interface Gathered extends Merged {
  evidence: StoredArtifact[];
}

interface ShardArtifact extends StoredArtifact {
  from: ReportArtifactName & { shard: NonNullable<ReportArtifactName['shard']> };
}

interface ReadShard {
  artifact: ShardArtifact;
  report: Report;
}

/** Packed; of one shard. */
const maxZipBytes = 64 << 20;
/** Jobs of several matrices and attempts. */
const maxArtifacts = 4 * maxShards;
const atOnce = 4;

/**
 * Merges what the shards of this workflow run have left as artifacts: of jobs that ran again the newest attempt. Never throws because
 * of what is or is not there: what nobody can read is as if it were missing, and makes the verdict incomplete.
 */
export async function gatherShards(
  store: ArtifactStore,
  options: GatherOptions,
): Promise<Gathered> {
  let listed: StoredArtifact[];
  try {
    listed = await store.list();
  } catch (error) {
    return nothing(options, `the reports of the shards cannot be listed: ${said(error)}`);
  }
  const artifacts = newestAttempts(listed).slice(0, maxArtifacts);
  const gaps: Gap[] = [];
  const read: ReadShard[] = [];
  for (let start = 0; start < artifacts.length; start += atOnce) {
    const some = artifacts.slice(start, start + atOnce);
    for (const one of await Promise.all(some.map((artifact) => readShard(store, artifact))))
      if ('problem' in one) gaps.push({ what: one.problem });
      else read.push(one);
  }
  const reports = ofOnePlan(read.filter(({ report }) => liesIn(report, options.directory)));
  const [first, ...others] = reports.map(({ report }) => report);
  if (first === undefined) return nothing(options, emptyText(options.directory, read), gaps);
  const merged = mergeReports([first, ...others], 'rivals');
  const { report } = merged;
  const named = new Set(report.artifacts.map(({ name }) => name));
  return {
    ...merged,
    report: { ...report, gaps: [...gaps, ...report.gaps] },
    evidence: listed.filter(({ name }) => named.has(name)),
  };
}

/** Of the artifacts that one job has left in several attempts the newest. */
function newestAttempts(listed: readonly StoredArtifact[]): ShardArtifact[] {
  const newest = new Map<string, ShardArtifact>();
  for (const artifact of listed) {
    const from = parseReportArtifactName(artifact.name);
    const shard = from?.shard ?? null;
    if (from === null || shard === null) continue;
    const { slug, attempt } = from;
    const key = `${slug} ${String(shard.index)}/${String(shard.count)}`;
    const before = newest.get(key);
    if (before === undefined || attempt > before.from.attempt)
      newest.set(key, { ...artifact, from: { ...from, shard } });
  }
  return [...newest.values()].sort((a, b) => a.from.shard.index - b.from.shard.index);
}

async function readShard(
  store: ArtifactStore,
  artifact: ShardArtifact,
): Promise<ReadShard | { problem: string }> {
  const { name, id, from } = artifact;
  try {
    const packed = await readPackedReport(await store.download(id, maxZipBytes));
    if (packed.kind === 'refused') return { problem: `artifact ${name}: ${packed.because}` };
    const { shard } = packed.report;
    if (shard?.index === from.shard.index && shard.count === from.shard.count)
      return { artifact, report: packed.report };
    return { problem: `artifact ${name}: its report is not the one of that shard` };
  } catch (error) {
    return { problem: `artifact ${name} cannot be read: ${said(error)}` };
  }
}

function liesIn({ source }: Report, directory: string): boolean {
  return (source.directory ?? '') === directory;
}

/**
 * Where all jobs of a workflow ran again, the plan may be another one: the shards of earlier attempts are then no part of it. What the
 * newest attempt has itself always counts.
 */
function ofOnePlan(shards: readonly ReadShard[]): ReadShard[] {
  const newest = Math.max(0, ...shards.map(({ artifact }) => artifact.from.attempt));
  const plans = new Set(
    shards.filter(({ artifact }) => artifact.from.attempt === newest).map(planOf),
  );
  return shards.filter((one) => plans.has(planOf(one)));
}

function planOf({ report: { shard } }: ReadShard): string {
  return `${String(shard?.count)} ${shard?.weighedBy ?? ''}`;
}

function emptyText(directory: string, read: readonly ReadShard[]): string {
  const upload = 'each of them uploads one, named go-crash-guard-report-...-shard-I-of-N';
  if (read.length === 0)
    return `no shard has left a report: ${upload}. Did the jobs run with the input shard, and may this job see their artifacts?`;
  const place = (folder: string): string => (folder === '' ? 'the root' : folder);
  const found = new Set(read.map(({ report }) => place(report.source.directory ?? '')));
  return `no shard has left a report of ${place(directory)}, only of ${[...found].join(', ')}: give this job their working-directory`;
}

function nothing({ source }: GatherOptions, doubt: string, gaps: Gap[] = []): Gathered {
  const report: Report = {
    schema: 1,
    tool: { name: 'go-crash-guard', version },
    startedAt: new Date().toISOString(),
    elapsedMs: 0,
    source,
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem(),
      go: '',
      node: process.version,
    },
    ...{ preflight: [], legs: [], packages: [], crashes: [], heap: [], comparison: null },
    ...{ artifacts: [], gaps },
    verdict: { status: 'incomplete', reasons: [{ kind: 'lost', message: doubt }] },
  };
  return { report, pieces: [], doubts: [doubt], evidence: [] };
}

function said(error: unknown): string {
  return clip(printable(error instanceof Error ? error.message : String(error)), 500);
}
