import { formatBytes } from '../report/format.ts';
import { readPackedReport } from '../report/packed-report.ts';
import type { Report } from '../report/schema.ts';
import { Refused } from './api-call.ts';
import { parseReportArtifactName, reportPrefix } from '../run/artifact-name.ts';
import type { StoredArtifact } from './artifact-store.ts';
import type { ArtifactReader } from './run-artifacts.ts';

/** One report that a workflow run left, or what is wrong with it. */
export interface RunReport {
  slug: string;
  artifact: StoredArtifact;
  /** Null where it is not to be read, and then `because` says why. */
  report: Report | null;
  because: string;
  /** GitHub did not hand it over: another try may help, and nothing is known of the report. */
  lost: boolean;
}

const maxReports = 10;
/** The report with all of its pages has some MiB. */
const maxArtifactBytes = 64 << 20;

export interface RunReports {
  reports: RunReport[];
  notes: string[];
}

/**
 * The newest report of each job of a workflow run, at most ten. Whoever opened the pull request may have written the artifacts: their
 * names, sizes and contents are only believed as far as they were looked at. Throws Refused where the list cannot be had.
 */
export async function readRunReports(
  reader: ArtifactReader,
  runAttempt: number,
): Promise<RunReports> {
  const { newest, notes } = chooseReports(await reader.list(), runAttempt);
  const chosen = newest.slice(0, maxReports);
  if (newest.length > chosen.length)
    notes.push(`${newest.length - chosen.length} more reports of the run are not shown`);
  const reports: RunReport[] = [];
  for (const { slug, artifact } of chosen)
    reports.push({ slug, artifact, ...(await readOne(reader, artifact)) });
  return { reports, notes };
}

interface Chosen {
  slug: string;
  attempt: number;
  artifact: StoredArtifact;
}

function chooseReports(
  artifacts: readonly StoredArtifact[],
  runAttempt: number,
): { newest: Chosen[]; notes: string[] } {
  const newest = new Map<string, Chosen>();
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
  if (shards > 0 && newest.size === 0) {
    notes.push(
      `the run left the reports of ${shards} shards and none of them all: add a job with "mode: report" to its workflow, see docs/matrix.md`,
    );
  }
  // Ids grow, so the order is that in which the jobs ended.
  return { newest: [...newest.values()].sort((a, b) => a.artifact.id - b.artifact.id), notes };
}

async function readOne(
  reader: ArtifactReader,
  { id, bytes }: StoredArtifact,
): Promise<Pick<RunReport, 'report' | 'because' | 'lost'>> {
  if (bytes > maxArtifactBytes) {
    const because = `the artifact has ${formatBytes(bytes)}, more than the ${formatBytes(maxArtifactBytes)} that are read`;
    return { report: null, because, lost: false };
  }
  try {
    const packed = await readPackedReport(await reader.download(id, maxArtifactBytes));
    if (packed.kind === 'refused') return { report: null, because: packed.because, lost: false };
    return packed.report.shard === undefined
      ? { report: packed.report, because: '', lost: false }
      : { report: null, because: 'it is the report of one shard only', lost: false };
  } catch (error) {
    if (error instanceof Refused) return { report: null, because: error.warning, lost: true };
    throw error;
  }
}
