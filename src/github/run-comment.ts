import { commentDigest, renderComment } from '../render/comment.ts';
import {
  renderFoundReport,
  renderMissingReport,
  renderUnreadReport,
} from '../render/missing-report.ts';
import { noLinks } from '../report/links.ts';
import type { CommentMode } from '../settings/publishing-schema.ts';
import type { Github } from './client.ts';
import type { FinishedRun } from './finished-run.ts';
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

/** A report, which may say anything: it is rendered as such, and all links are ours. */
export function commentOfReport(
  place: RunPlace,
  { slug, artifact, report, because }: RunReport,
  oneOfSeveral: boolean,
): RunComment {
  const { run, serverUrl } = place;
  const here = placeOf(place);
  if (report === null) {
    const body = renderUnreadReport(because, runUrl(here));
    return { key: slug, body, digest: `not read: ${because}`, problems: true };
  }
  const head = { serverUrl, repository: run.headRepository ?? '' };
  const links = {
    ...noLinks,
    run: runUrl(here),
    report: artifactUrl(here, artifact.id),
    source: sourceUrl(head, run.headSha),
  };
  return {
    key: slug,
    body: renderComment(report, { links, title: oneOfSeveral ? slug : null, untrusted: true }),
    digest: commentDigest(report),
    problems: report.verdict.status !== 'pass',
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
