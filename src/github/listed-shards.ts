import { parseReportArtifactName, type ReportArtifactName } from '../run/artifact-name.ts';
import type { StoredArtifact } from './artifact-store.ts';

/** The report of a shard, as far as its name tells. */
export interface ShardArtifact extends StoredArtifact {
  from: ReportArtifactName & { shard: NonNullable<ReportArtifactName['shard']> };
  /** The first attempt of the workflow run that left one of this shard of this job. */
  firstAttempt: number;
}

/** Of each shard of each job what its newest attempt has left: several where several steps run it. */
export function listShards(listed: readonly StoredArtifact[]): ShardArtifact[] {
  const jobs = new Map<string, ShardArtifact[]>();
  for (const artifact of listed) {
    const from = parseReportArtifactName(artifact.name);
    const shard = from?.shard ?? null;
    if (from === null || shard === null) continue;
    const key = `${from.slug} ${String(shard.index)}/${String(shard.count)}`;
    const one = { ...artifact, from: { ...from, shard }, firstAttempt: from.attempt };
    jobs.set(key, [...(jobs.get(key) ?? []), one]);
  }
  return [...jobs.values()]
    .flatMap((ofJob) => {
      const attempts = ofJob.map(({ from }) => from.attempt);
      const [firstAttempt, newest] = [Math.min(...attempts), Math.max(...attempts)];
      return ofJob
        .filter(({ from }) => from.attempt === newest)
        .map((one) => ({ ...one, firstAttempt }));
    })
    .sort((a, b) => a.from.shard.index - b.from.shard.index);
}
