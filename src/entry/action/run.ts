import * as core from '@actions/core';
import { exec } from '@actions/exec';
import { baselineOrigin } from '../../github/baseline-origin.ts';
import { openGithub } from '../../github/client.ts';
import { eventSource } from '../../github/event-source.ts';
import { guard } from '../../guard.ts';
import { commandRunner } from '../../machine/command.ts';
import type { Report } from '../../report/schema.ts';
import { createCancellation } from '../../run/cancellation.ts';
import { writeReport } from '../../run/write-report.ts';
import { terminalProgress } from '../../terminal/progress.ts';
import { exitCode } from '../exit-code.ts';
import { describeFailure } from '../failure.ts';
import { loadCatalog } from '../load-catalog.ts';
import { repositoryRoot } from '../repository-root.ts';
import { beginCheck, failCheck } from './check.ts';
import { readJob } from './job.ts';
import { readSettings } from './inputs.ts';
import { log, paint } from './log.ts';
import type { Places } from './places.ts';
import { tellGithub, tellLog, toldAll } from './tell.ts';

/** Runs the tests of one job and tells what happened. Throws InputError before anything runs. */
export async function runMode({
  catalogUrl,
  probeDirectory,
  heapPageDirectory,
}: Places): Promise<void> {
  const settings = await readSettings('run');
  core.saveState('out', settings.out);
  const cancellation = createCancellation();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  const job = readJob();
  const token = core.getInput('token');
  const { apiUrl, repository } = job;
  const fork = job.event?.kind === 'pull-request' && job.event.fork;
  const github = token === '' ? null : openGithub({ token, apiUrl, repository, fork });
  // A shard is a part of a run: the job that puts the parts together has the check run.
  const checked =
    settings.shard === null ? beginCheck(settings.publishing, job, github) : Promise.resolve(null);
  let report: Report;
  try {
    // What the go command says may hold text of the user's go.mod.
    log.write('');
    await exec('go', ['version'], { cwd: settings.directory, ignoreReturnCode: true }).catch(
      () => undefined,
    );
    report = await guard(settings, {
      run: commandRunner(cancellation.stop),
      env: process.env,
      probeDirectory,
      progress: terminalProgress({ write: log.write, columns: () => null, paint }),
      cancellation,
      source: eventSource(process.env['GITHUB_REPOSITORY']),
      catalog: await loadCatalog(catalogUrl),
      heapPageDirectory,
      baseline: baselineOrigin(token),
    });
  } catch (error) {
    log.resume();
    await failCheck(github, await checked, job, describeFailure(error).text);
    toldAll();
    throw error;
  }
  const { out, publishing } = settings;
  process.exitCode = exitCode(report, cancellation.requested());
  tellLog(report, out);
  const check = await checked;
  // The runner kills a cancelled step after ten seconds; its post step has time.
  if (cancellation.requested() !== null) return;
  await tellGithub({
    ...{ report, out, publishing, job, github, check },
    root: repositoryRoot(settings.directory, report.source.directory),
    rewrite: (changed, links) => writeReport(out, changed, links),
  });
}
