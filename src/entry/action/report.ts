import { openArtifacts } from '../../github/actions-artifacts.ts';
import type { ArtifactStore } from '../../github/artifact-store.ts';
import { attemptJobs, type AttemptJob } from '../../github/attempt-jobs.ts';
import { baselineOrigin } from '../../github/baseline-origin.ts';
import type { Github } from '../../github/client.ts';
import { eventSource } from '../../github/event-source.ts';
import { gatherShards } from '../../github/gather-shards.ts';
import type { Job } from '../../github/job.ts';
import { keepMerged } from '../../github/matrix-mode.ts';
import { commandRunner } from '../../machine/command.ts';
import { placeInRepository } from '../../machine/source-files.ts';
import { createCancellation } from '../../run/cancellation.ts';
import { writeMerged } from '../../run/merged-folder.ts';
import { writeAll } from '../../run/write-report.ts';
import { exitCode } from '../exit-code.ts';
import { repositoryRoot } from '../repository-root.ts';
import { beginCheck } from './check.ts';
import { readContext } from './context.ts';
import { readSettings } from './inputs.ts';
import { leaveRun } from './left-run.ts';
import { stepEnvironment } from './step-environment.ts';
import { githubOf, readJob } from './job.ts';
import type { Places } from './places.ts';
import { tellGithub, tellLog } from './tell.ts';

/** Merges what the shards of this workflow run have left, keeps the figures and tells it all once. */
export async function reportMode(places: Places): Promise<void> {
  const settings = await readSettings('report');
  const { out, directory, publishing } = settings;
  leaveRun(out);
  const job = readJob();
  const { token, github } = await githubOf(job);
  const { id: check, tell } = await beginCheck(publishing, job, github);
  tell();
  const place = placeInRepository(directory);
  const source = { ...eventSource(readContext()), directory: place };
  const merged = await gatherShards(lateArtifacts(), {
    ...{ directory: place, source, attempt: Number(job.runAttempt) || 1 },
    jobs: () => jobsOf(job, github),
  });
  const { stop } = createCancellation();
  const report = await keepMerged(merged, settings, {
    run: commandRunner(stop),
    env: stepEnvironment(process.env),
    baseline: baselineOrigin(token, job),
  });
  await writeMerged(out, report);
  process.exitCode = exitCode(report, null);
  tellLog(report, out);
  await tellGithub({
    ...{ report, out, publishing, job, github, check, evidence: merged.evidence },
    root: repositoryRoot(directory, place),
    rewrite: (changed, links) => writeAll(out, changed, { ...places, directory }, links),
  });
}

/** Throws where GitHub does not tell them. */
async function jobsOf({ runId, runAttempt }: Job, github: Github | null): Promise<AttemptJob[]> {
  if (github === null) throw new Error('the input token is empty');
  return attemptJobs(github, Number(runId), Number(runAttempt));
}

/** The artifacts of this run; that they cannot be had is told by the first who asks for one. */
function lateArtifacts(): ArtifactStore {
  const store = openArtifacts({ env: process.env });
  store.catch(() => undefined);
  return {
    list: async () => (await store).list(),
    download: async (id, maxBytes) => (await store).download(id, maxBytes),
    upload: async (request) => (await store).upload(request),
  };
}
