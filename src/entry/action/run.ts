import { exec } from '@actions/exec';
import { baselineOrigin } from '../../github/baseline-origin.ts';
import { eventSource } from '../../github/event-source.ts';
import { commandRunner, type Environment } from '../../machine/command.ts';
import type { Report } from '../../report/schema.ts';
import { createCancellation } from '../../run/cancellation.ts';
import { terminalProgress } from '../../terminal/progress.ts';
import { exitCode } from '../exit-code.ts';
import { describeFailure } from '../failure.ts';
import { loadCatalog } from '../load-catalog.ts';
import { repositoryRoot } from '../repository-root.ts';
import { beginCheck, failCheck, noCheck } from './check.ts';
import { readContext } from './context.ts';
import { githubOf, readJob } from './job.ts';
import { readSettings } from './inputs.ts';
import { stepEnvironment } from './step-environment.ts';
import { log, paint } from './log.ts';
import type { Places } from './places.ts';
import { leaveRun } from './left-run.ts';
import { concludedCheck, toldAll } from './told.ts';

/** Runs the tests of one job and tells what happened. Throws InputError before anything runs. */
export async function runMode(places: Places): Promise<void> {
  const { catalogUrl, probeDirectory, heapPageDirectory } = places;
  const settings = await readSettings('run');
  leaveRun(settings.out);
  const cancellation = createCancellation();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  const job = readJob();
  // What the go command says may hold text of the user's go.mod.
  log.write('');
  const env = stepEnvironment(process.env);
  await goVersion(settings.directory, env);
  // The first work does not wait for what is slow to load.
  const { token, github } = await githubOf(job);
  const { guard } = await import('../../guard.ts');
  const { writeAll } = await import('../../run/write-report.ts');
  const { tellGithub, tellLog, tellSummary } = await import('./tell.ts');
  // A shard is a part of a run: the job that puts the parts together has the check run.
  const checked =
    settings.shard === null ? beginCheck(settings.publishing, job, github) : noCheck();
  let report: Report;
  try {
    report = await guard(settings, {
      run: commandRunner(cancellation.stop),
      env,
      probeDirectory,
      progress: terminalProgress({
        ...{ write: log.write, columns: () => null, paint, groups: log.groups },
      }),
      cancellation,
      source: eventSource(readContext()),
      catalog: await loadCatalog(catalogUrl),
      heapPageDirectory,
      baseline: baselineOrigin(token, job),
    });
  } catch (error) {
    log.resume();
    if (await failCheck(github, (await checked).id, job, describeFailure(error).text))
      concludedCheck();
    toldAll();
    throw error;
  }
  const { out, publishing } = settings;
  process.exitCode = exitCode(report, cancellation.requested());
  tellLog(report, out);
  const { id: check, tell } = await checked;
  tell();
  // The runner kills a cancelled step after ten seconds; its post step has time.
  if (cancellation.requested() !== null) {
    await tellSummary(report);
    return;
  }
  await tellGithub({
    ...{ report, out, publishing, job, github, check },
    root: repositoryRoot(settings.directory, report.source.directory),
    rewrite: (changed, links) =>
      writeAll(out, changed, { ...places, directory: settings.directory }, links),
  });
}

/** The first line of a log that is looked at: which Go it was. */
async function goVersion(directory: string, env: Environment): Promise<void> {
  const known = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const options = { cwd: directory, env: Object.fromEntries(known), ignoreReturnCode: true };
  await exec('go', ['version'], options).catch(() => undefined);
}
