import * as core from '@actions/core';
import type { Github } from '../../github/client.ts';
import type { Job } from '../../github/job.ts';
import { conclude } from '../../github/publish.ts';
import { makeReport } from '../../guard.ts';
import { noLinks } from '../../report/links.ts';
import type { Report } from '../../report/schema.ts';
import { finishCores } from '../../run/cores.ts';
import { readRunPlan } from '../../run/run-plan.ts';
import { writeAll } from '../../run/write-report.ts';
import { exitCodes } from '../exit-code.ts';
import { describeFailure } from '../failure.ts';
import { loadCatalog } from '../load-catalog.ts';
import { readReport } from '../read-report.ts';
import { repositoryRoot } from '../repository-root.ts';
import { begunCheck, failCheck, openCheck } from './check.ts';
import { readMode, readSettings } from './inputs.ts';
import { githubOf, readJob } from './job.ts';
import { leftMarker } from './left-run.ts';
import { log } from './log.ts';
import type { Places } from './places.ts';
import { stepEnvironment } from './step-environment.ts';
import { tellGithub, tellLog } from './tell.ts';

const cutOff =
  'The step ended before it could make a report, and left nothing of which one could be made. Run the job again.';

/** Makes the Report from what the run left on disk, and tells it. */
export async function tellLeft(out: string, places: Places): Promise<void> {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = await openCheck(github, job);
  try {
    const report = await leftReport(out, places);
    if (report === null) await failCheck(github, check, job, cutOff);
    else await tell(report, out, { places, job, github, check });
  } catch (error) {
    await failCheck(github, check, job, describeFailure(error).text);
    throw error;
  }
}

/** Ends the check run of a main that told everything, and was not heard by GitHub in this. */
export async function concludeLeft(out: string): Promise<void> {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = begunCheck();
  const report = (await leftMarker(out)) === null ? null : await readReport(out);
  if (report === null) {
    await failCheck(github, check, job, cutOff);
    return;
  }
  const concluded = await conclude({ github, check, job }, report, noLinks);
  if (concluded.kind === 'refused') core.warning(concluded.warning);
}

interface Told {
  places: Places;
  job: Job;
  github: Github | null;
  check: number | null;
}

async function tell(report: Report, out: string, told: Told): Promise<void> {
  const { places, job, github, check } = told;
  const settings = await readSettings(readMode());
  log.resume();
  const directory = (await readRunPlan(out))?.directory ?? settings.directory;
  await tellGithub({
    ...{ report, out, publishing: settings.publishing, job, github, check },
    root: repositoryRoot(directory, report.source.directory),
    rewrite: (changed, links) => writeAll(out, changed, { ...places, directory }, links),
  });
}

/** The Report that main wrote, or one of what it left; null where there is nothing of this run. */
async function leftReport(out: string, places: Places): Promise<Report | null> {
  const marker = await leftMarker(out);
  if (marker === null) return null;
  const written = marker.finished ? await readReport(out) : null;
  if (written !== null) return written;
  await finishCores(out, stepEnvironment(process.env));
  const report = await makeReport(out, await loadCatalog(places.catalogUrl), places);
  if (report === null) return null;
  tellLog(report, out);
  process.exitCode = exitCodes.fail;
  return report;
}
