import { availableParallelism, totalmem } from 'node:os';
import { clip, printable } from '../report/format.ts';
import { mergeReports, type Merged } from '../report/merge.ts';
import { plural } from '../report/plural.ts';
import { readPackedReport } from '../report/packed-report.ts';
import type { Gap, Report, Source } from '../report/schema.ts';
import { maxShards } from '../settings/shard.ts';
import { version } from '../version.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';
import type { AttemptJob } from './attempt-jobs.ts';
import { judgeEarlier } from './earlier-shards.ts';
import { listShards, type ShardArtifact } from './listed-shards.ts';
import { ofNewestPlans, type ReadShard } from './shard-plans.ts';

export interface GatherOptions {
  /** Folder of the module below the root of the repository, '' for the root: a workflow may have shards of several modules. */
  directory: string;
  /** Where this job's code came from, for a report of nothing. */
  source: Source;
  /** Of this workflow run. */
  attempt: number;
  /** The jobs of that attempt. Throws where they are not told. */
  jobs: () => Promise<AttemptJob[]>;
}

/** A merged Report, and where the evidence lies that it names. */
export interface Gathered extends Merged {
  evidence: StoredArtifact[];
}

/** Packed; of one shard. */
const maxZipBytes = 64 << 20;
/** Jobs of several matrices and attempts. */
const maxArtifacts = 4 * maxShards;
const atOnce = 4;
/** Of the artifacts that cannot be read; the others are counted. */
const maxNamed = 20;

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
  const all = listShards(listed);
  const artifacts = all.slice(0, maxArtifacts);
  const read: ReadShard[] = [];
  const unread: { artifact: ShardArtifact; problem: string }[] = [];
  for (let start = 0; start < artifacts.length; start += atOnce) {
    const some = artifacts.slice(start, start + atOnce);
    for (const one of await Promise.all(some.map((artifact) => readShard(store, artifact))))
      if ('problem' in one) unread.push(one);
      else read.push(one);
  }
  const here = read.filter(({ report }) => liesIn(report, options.directory));
  const { shards, since } = ofNewestPlans(here);
  const gaps = unread.slice(0, maxNamed).map(({ problem }): Gap => ({ what: problem }));
  const [first, ...others] = shards.map(({ report }) => report);
  if (first === undefined) return nothing(options, emptyText(options.directory, read), gaps);
  const earlier = await judgeEarlier(shards, options);
  gaps.push(...earlier.gaps);
  const left = all.length - artifacts.length;
  // One of a plan before this one is no part of the run.
  const missed = unread.filter(({ artifact }) => artifact.from.attempt >= since);
  const merged = mergeReports([first, ...others], 'rivals', [
    ...missed.slice(0, maxNamed).map(({ problem }) => problem),
    ...(missed.length > maxNamed
      ? [`${plural(missed.length - maxNamed, 'more artifact')} of shards cannot be read`]
      : []),
    ...(left > 0 ? [`${plural(left, 'report')} of shards are too many and were not read`] : []),
    ...earlier.doubts,
  ]);
  const { report } = merged;
  const named = new Set(report.artifacts.map(({ name }) => name));
  return {
    ...merged,
    report: { ...report, gaps: [...gaps, ...report.gaps] },
    evidence: listed.filter(({ name }) => named.has(name)),
  };
}

async function readShard(
  store: ArtifactStore,
  artifact: ShardArtifact,
): Promise<ReadShard | { artifact: ShardArtifact; problem: string }> {
  const { name, id, from } = artifact;
  const unread = (problem: string): { artifact: ShardArtifact; problem: string } => ({
    artifact,
    problem: `artifact ${name}${problem}`,
  });
  try {
    const packed = await readPackedReport(await store.download(id, maxZipBytes));
    if (packed.kind === 'refused') return unread(`: ${packed.because}`);
    const { shard } = packed.report;
    if (shard?.index === from.shard.index && shard.count === from.shard.count)
      return { artifact, report: packed.report };
    return unread(': its report is not the one of that shard');
  } catch (error) {
    return unread(` cannot be read: ${said(error)}`);
  }
}

function liesIn({ source }: Report, directory: string): boolean {
  return (source.directory ?? '') === directory;
}

function emptyText(directory: string, read: readonly ReadShard[]): string {
  const upload = 'each of them uploads one, named go-crash-guard-report-...-shard-I-of-N-...';
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
