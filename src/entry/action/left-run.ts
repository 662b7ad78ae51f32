import * as core from '@actions/core';
import { readMarker, type RunMarker } from '../../run/run-folder.ts';

/** Tells post where the run folder is, and who writes it: several steps of a job may use one folder after the other. */
export function leaveRun(out: string): void {
  core.saveState('out', out);
  core.saveState('pid', String(process.pid));
}

/** The marker of the folder that main wrote; null where main never came to open it, or another step has it now. */
export async function leftMarker(out: string): Promise<RunMarker | null> {
  const marker = out === '' ? null : await readMarker(out);
  const own =
    String(marker?.pid) === core.getState('pid') &&
    (marker?.startedAt ?? '') >= core.getState('main');
  return own ? marker : null;
}
