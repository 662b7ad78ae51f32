import { parseReportArtifactName, reportPrefix } from '../run/artifact-name.ts';
import type { StoredArtifact } from './artifact-store.ts';
import type { ArtifactReader } from './run-artifacts.ts';

/** One report that a workflow run left. Nothing is known of what it says. */
export interface RunReport {
  slug: string;
  /** Of the run. */
  attempt: number;
  artifact: StoredArtifact;
}

const maxReports = 10;

export interface RunReports {
  reports: RunReport[];
  notes: string[];
}

/**
 * The newest report of each job of a workflow run, at most ten. Whoever opened the pull request may have written the artifacts: their
 * names and sizes are only believed as far as they were looked at. Throws Refused where the list cannot be had.
 */
export async function findRunReports(
  reader: Pick<ArtifactReader, 'list'>,
  runAttempt: number,
): Promise<RunReports> {
  const { newest, notes } = chooseReports(await reader.list(), runAttempt);
  const reports = newest.slice(0, maxReports);
  if (newest.length > reports.length)
    notes.push(`${newest.length - reports.length} more reports of the run are not shown`);
  return { reports, notes };
}

function chooseReports(
  artifacts: readonly StoredArtifact[],
  runAttempt: number,
): { newest: RunReport[]; notes: string[] } {
  const newest = new Map<string, RunReport>();
  let shards = 0;
  let strangers = 0;
  for (const artifact of artifacts) {
    if (!artifact.name.startsWith(reportPrefix)) continue;
    const name = parseReportArtifactName(artifact.name);
    if (name === null || name.attempt > runAttempt) strangers++;
    else if (name.shard !== null) shards++;
    else {
      const before = newest.get(name.slug);
      if (before === undefined || before.attempt < name.attempt)
        newest.set(name.slug, { slug: name.slug, attempt: name.attempt, artifact });
    }
  }
  const notes =
    strangers > 0 ? [`${strangers} artifacts have names that go-crash-guard does not give`] : [];
  if (shards > 0) notes.push(shardsNote(shards, newest.size > 0));
  // Ids grow, so the order is that in which the jobs ended.
  return { newest: [...newest.values()].sort((a, b) => a.artifact.id - b.artifact.id), notes };
}

/** Names do not tell whether a report is that of all shards or of a job beside them. */
function shardsNote(shards: number, others: boolean): string {
  const add = 'add a job with "mode: report" to its workflow, see docs/matrix.md';
  return others
    ? `the run left the reports of ${shards} shards, which are only shown where a job has merged them; where none has, ${add}`
    : `the run left the reports of ${shards} shards and none of them all: ${add}`;
}
