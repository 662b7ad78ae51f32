import type { Report } from '../report/schema.ts';
import { noLinks, type Links } from '../report/links.ts';
import { annotations } from '../render/annotations.ts';
import { renderCheck } from '../render/check.ts';
import { commentDigest, renderComment } from '../render/comment.ts';
import { planArtifacts, type PlannedArtifact } from '../run/artifact-plan.ts';
import type { Publishing } from '../settings/publishing.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { concludeCheck } from './check-run.ts';
import type { Github } from './client.ts';
import { conclusionOf } from './conclusion.ts';
import type { Job } from './job.ts';
import { jobSlug, jobTitle } from './job-slug.ts';
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
  /** The check run that was created when the run began; null where there is none. */
  check: number | null;
  /** Writes the pages of the run folder anew. */
  rewrite: (report: Report, links: Links) => Promise<void>;
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

  const plan = await planArtifacts({
    ...{ out, report: request.report, publishing: publishing.artifacts },
    ...{ slug: jobSlug(job), runAttempt: job.runAttempt, shard: request.report.shard },
  });
  notes.push(...plan.leftOut);
  const upload = uploader(request);
  const artifacts: Links['artifacts'][number][] = [];
  for (const evidence of plan.evidence) {
    const link = take(await upload(evidence));
    if (link !== null) artifacts.push(link);
  }
  const report = {
    ...request.report,
    artifacts: artifacts.map(({ name, bytes }) => ({ name, path: '', bytes })),
  };
  const known: Links = {
    ...noLinks,
    run: runUrl(job),
    source: sourceUrl(job, report.source.sha),
    artifacts,
  };
  await request.rewrite(report, known);
  const uploaded = take(await upload(plan.report));
  const links: Links = { ...known, report: uploaded?.url ?? null };

  const commentUrl = take(await comment(request, report, links));
  const concluded = take(await conclude(request, report, links));
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
  let store: Promise<ArtifactStore> | null = null;
  return async (planned) => {
    try {
      store ??= openArtifacts();
      const stored = await (await store).upload({ ...planned, retentionDays });
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
    body: renderComment(report, { links, title: jobTitle(job.key), untrusted: false }),
    digest: commentDigest(report),
    problems: report.verdict.status !== 'pass',
  });
}

async function conclude(
  { github, check, job }: PublishRequest,
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
