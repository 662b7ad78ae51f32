import * as core from '@actions/core';
import { makeReport } from '../../guard.ts';
import type { Report } from '../../report/schema.ts';
import { finishCores } from '../../run/cores.ts';
import { readMarker } from '../../run/run-folder.ts';
import { readRunPlan } from '../../run/run-plan.ts';
import { writeAll } from '../../run/write-report.ts';
import { exitCodes } from '../exit-code.ts';
import { loadCatalog } from '../load-catalog.ts';
import { readReport } from '../read-report.ts';
import { repositoryRoot } from '../repository-root.ts';
import { begunCheck, failCheck } from './check.ts';
import { readMode, readSettings } from './inputs.ts';
import { githubOf, readJob } from './job.ts';
import { log } from './log.ts';
import type { Places } from './places.ts';
import { tellGithub, tellLog } from './tell.ts';

const cutOff =
  'The step ended before it could make a report, and left nothing of which one could be made. Run the job again.';

/** Makes the Report from what the run left on disk, and tells it. */
export async function tellLeft(out: string, places: Places): Promise<void> {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = begunCheck();
  const report = await leftReport(out, places);
  if (report === null) {
    await failCheck(github, check, job, cutOff);
    return;
  }
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
  const marker = out === '' ? null : await readMarker(out);
  // An older run's folder, when this one never came to open its own: nothing of it is ours to tell.
  if (marker === null || marker.startedAt < core.getState('main')) return null;
  const written = marker.finished ? await readReport(out) : null;
  if (written !== null) return written;
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(places.catalogUrl), places);
  if (report === null) return null;
  tellLog(report, out);
  process.exitCode = exitCodes.fail;
  return report;
}
