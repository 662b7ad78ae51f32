import { formatBytes } from '../report/format.ts';
import type { Report } from '../report/schema.ts';
import { noLinks, type Links } from '../report/links.ts';
import { annotations } from '../render/annotations.ts';
import { renderCheck } from '../render/check.ts';
import { commentDigest, renderComment } from '../render/comment.ts';
import { runMark } from '../run/artifact-name.ts';
import { planEvidence, planReport, type PlannedArtifact } from '../run/artifact-plan.ts';
import type { Publishing } from '../settings/publishing.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';
import { concludeCheck } from './check-run.ts';
import type { Github } from './client.ts';
import { conclusionOf } from './conclusion.ts';
import type { Job } from './job.ts';
import { jobSlug, jobTitle } from '../run/job-slug.ts';
import type { Outcome } from './outcome.ts';
import { artifactUrl, runUrl, sourceUrl } from './web-address.ts';
import { publishComment } from './sticky-comment.ts';

export interface PublishRequest {
  report: Report;
  /** The run folder. */
  out: string;
  publishing: Publishing;
  job: Job;
  /** Null without a token. */
  github: Github | null;
  openArtifacts: () => Promise<ArtifactStore>;
  /** Artifacts of the same workflow run that hold evidence of what the Report tells. */
  evidence?: readonly StoredArtifact[];
  /** The check run that was created when the run began; null where there is none. */
  check: number | null;
  /** Writes the Report and the pages of the run folder anew. */
  rewrite: (report: Report, links: Links) => Promise<Report>;
}

export interface Published {
  report: Report;
  links: Links;
  commentUrl: string | null;
  /** Whether lines of code were annotated by the check run. */
  annotated: boolean;
  /** For a person; nothing of it changes the verdict. */
  warnings: string[];
  notes: string[];
}

/** Puts a Report where people look: artifacts, the comment on the pull request, the check run. Never throws because of GitHub. */
export async function publish(request: PublishRequest): Promise<Published> {
  const { job, publishing, out } = request;
  const warnings: string[] = [];
  const notes: string[] = [];
  const take = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.kind === 'refused') warnings.push(outcome.warning);
    if (outcome.kind === 'skipped') notes.push(outcome.because);
    return outcome.kind === 'done' ? outcome.value : null;
  };

  const { shard } = request.report;
  const mark = runMark(request.report);
  const origin = { out, slug: jobSlug(job), runAttempt: job.runAttempt, shard, mark };
  const { report: before } = request;
  const found = await planEvidence({ ...origin, report: before, publishing: publishing.artifacts });
  notes.push(...found.leftOut);
  const upload = uploader(request);
  const artifacts = (request.evidence ?? []).map(({ id, name, bytes }): ArtifactLink => ({
    name,
    bytes,
    url: artifactUrl(job, id),
  }));
  for (const evidence of found.planned) {
    const link = take(await upload(evidence));
    if (link !== null) artifacts.push(link);
  }
  const known: Links = {
    ...noLinks,
    run: runUrl(job),
    source: sourceUrl(job, request.report.source.sha),
    artifacts,
  };
  const report = await request.rewrite(
    {
      ...request.report,
      artifacts: artifacts.map(({ name, bytes }) => ({ name, path: '', bytes })),
    },
    known,
  );
  const pages = await planReport(origin);
  notes.push(...pages.leftOut);
  const uploaded = take(await upload(pages.planned));
  const links: Links = { ...known, report: uploaded?.url ?? null };
  for (const one of uploaded === null ? artifacts : [...artifacts, uploaded])
    notes.push(`artifact ${one.name} (${formatBytes(one.bytes)}): ${one.url ?? 'uploaded'}`);

  const commentUrl = take(await comment(request, report, links));
  const concluded = take(await conclude(request, report, links));
  const missing = concluded?.warning ?? null;
  if (missing !== null) warnings.push(missing);
  return {
    ...{ report, links, warnings, notes },
    commentUrl: commentUrl?.url ?? null,
    annotated: concluded !== null,
  };
}

type ArtifactLink = Links['artifacts'][number];

function uploader({
  job,
  publishing,
  openArtifacts,
}: PublishRequest): (planned: PlannedArtifact) => Promise<Outcome<ArtifactLink>> {
  const { retentionDays } = publishing.artifacts;
  let store: ArtifactStore | 'refused' | null = null;
  return async (planned) => {
    // Who has no artifacts at all is told so once.
    if (store === 'refused') return { kind: 'skipped', because: '' };
    try {
      store ??= await openArtifacts();
    } catch (error) {
      store = 'refused';
      return { kind: 'refused', warning: (error as Error).message };
    }
    try {
      const stored = await store.upload({ ...planned, retentionDays });
      const url = artifactUrl(job, stored.id);
      return { kind: 'done', value: { name: stored.name, url, bytes: stored.bytes } };
    } catch (error) {
      return { kind: 'refused', warning: (error as Error).message };
    }
  };
}

async function comment(
  { github, job, publishing }: PublishRequest,
  report: Report,
  links: Links,
): ReturnType<typeof publishComment> {
  const { event } = job;
  // A shard tells a part; the job that puts all parts together comments.
  if (report.shard !== undefined) return { kind: 'skipped', because: '' };
  if (publishing.comment === 'off' || event?.kind !== 'pull-request')
    return { kind: 'skipped', because: '' };
  if (github === null) return { kind: 'skipped', because: 'no comment: the input token is empty' };
  return publishComment(github, {
    ...{ number: event.number, key: jobSlug(job), mode: publishing.comment },
    body: renderComment(report, { links, title: jobTitle(job), untrusted: false }),
    digest: commentDigest(report),
    problems: report.verdict.status !== 'pass',
    run: { id: job.runId, attempt: job.runAttempt },
  });
}

/** Ends the check run of a job with what a Report says. */
export async function conclude(
  { github, check, job }: Pick<PublishRequest, 'github' | 'check' | 'job'>,
  report: Report,
  links: Links,
): ReturnType<typeof concludeCheck> {
  if (github === null || check === null) return { kind: 'skipped', because: '' };
  return concludeCheck(github, {
    ...{ id: check, conclusion: conclusionOf(report), detailsUrl: runUrl(job) },
    ...renderCheck(report, links),
    annotations: annotations(report),
  });
}
