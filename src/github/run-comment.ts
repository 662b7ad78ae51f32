import { formatBytes } from '../report/format.ts';
import {
  renderFoundReport,
  renderMissingReport,
  renderUnreadReport,
} from '../render/missing-report.ts';
import { noLinks, type Links } from '../report/links.ts';
import type { CommentMode } from '../settings/publishing-schema.ts';
import { Refused } from './api-call.ts';
import type { Github } from './client.ts';
import type { FinishedRun } from './finished-run.ts';
import type { ForeignReader } from './foreign-report.ts';
import type { ArtifactReader } from './run-artifacts.ts';
import type { RunReport } from './run-reports.ts';
import { artifactUrl, runUrl, sourceUrl } from './web-address.ts';

/** What is to be said about another workflow run. */
export interface RunComment {
  /** Tells the comments about one run apart. */
  key: string;
  body: string;
  digest: string;
  problems: boolean;
  /** Absent: as the settings have it. */
  mode?: CommentMode;
}

export interface RunPlace {
  github: Github;
  run: FinishedRun;
  serverUrl: string;
}

export interface ForeignPlace extends RunPlace {
  reader: ArtifactReader;
  foreign: ForeignReader;
}

/** The report with all of its pages has some MiB. */
const maxArtifactBytes = 64 << 20;

/**
 * Reads and renders a report, which may say anything: all links are ours, and what cannot be read is told of. Throws Refused where GitHub
 * does not hand it over: nothing is known of it then, and another try may help.
 */
export async function commentOfReport(
  place: ForeignPlace,
  report: RunReport,
  oneOfSeveral: boolean,
): Promise<RunComment> {
  const { slug: key, attempt, artifact } = report;
  const here = { ...placeOf(place), runAttempt: String(attempt) };
  const title = oneOfSeveral ? key : null;
  const { run, reader, foreign } = place;
  const isOlder = attempt < run.attempt;
  try {
    if (artifact.bytes > maxArtifactBytes)
      throw new Error(
        `the artifact has ${formatBytes(artifact.bytes)}, more than the ${formatBytes(maxArtifactBytes)} that are read`,
      );
    const made = await foreign({
      zip: await reader.download(artifact.id, maxArtifactBytes),
      page: {
        ...{ links: linksOf(place, here, artifact.id), title, untrusted: true },
        ...(isOlder && { attempts: { ofReport: attempt, newest: run.attempt } }),
      },
    });
    if (made.kind === 'refused') throw new Error(made.because);
    const { body, problems } = made;
    const digest = isOlder ? `${made.digest} of attempt ${String(attempt)}` : made.digest;
    return { key, body, digest, problems };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const because = (error as Error).message;
    const body = renderUnreadReport(because, runUrl(here));
    return { key, body, digest: `not read: ${because}`, problems: true };
  }
}

function linksOf(
  { run, serverUrl }: RunPlace,
  here: ReturnType<typeof placeOf>,
  id: number,
): Links {
  const head = { serverUrl, repository: run.headRepository ?? '' };
  return {
    ...noLinks,
    run: runUrl(here),
    report: artifactUrl(here, id),
    source: sourceUrl(head, run.headSha),
  };
}

const withoutReport = 'no-report';

/** That a run left no report, where that is worth a comment; once there is one again, such a comment is put right. */
export function commentWithoutReport(place: RunPlace, found: boolean): RunComment | null {
  const run = runUrl(placeOf(place));
  if (found) {
    const body = renderFoundReport(run);
    return { key: withoutReport, body, digest: 'found', problems: false, mode: 'problems' };
  }
  const { conclusion } = place.run;
  const body = renderMissingReport(conclusion, run);
  return body === null ? null : { key: withoutReport, body, digest: conclusion, problems: true };
}

function placeOf({ github, run, serverUrl }: RunPlace): Parameters<typeof runUrl>[0] {
  return {
    serverUrl,
    repository: `${github.owner}/${github.repo}`,
    runId: String(run.id),
    runAttempt: String(run.attempt),
  };
}
