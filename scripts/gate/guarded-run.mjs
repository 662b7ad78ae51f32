// One run of the real command line with a baseline.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitEnv } from './repository.mjs';

/** @typedef {import('../../src/report/schema.ts').Report} Report */
/** @typedef {{ cli: string, folder: string, out: string, packages?: string[], args?: string[], testFlags?: string[], env?: Record<string, string> }} RunRequest */
/** @typedef {{ report: Report, code: number | null, seconds: number }} Measured */

/** Throws when there is no report. @param {RunRequest} request @returns {Measured} */
export function guardedRun({ cli, folder, out, packages = [], args = [], testFlags = [], env }) {
  rmSync(out, { recursive: true, force: true });
  const began = performance.now();
  const flags = testFlags.length > 0 ? ['--', ...testFlags] : [];
  const ended = spawnSync(
    process.execPath,
    [
      ...[cli, 'run', '--dir', folder, '--out', out, '--legs', 'memory', '--baseline', 'git'],
      ...[...args, ...packages, ...flags],
    ],
    // Locally, whatever runs this.
    {
      env: { ...gitEnv, CI: undefined, GITHUB_ACTIONS: undefined, ...env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 20 * 60_000,
    },
  );
  const seconds = (performance.now() - began) / 1000;
  try {
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    return { report, code: ended.status, seconds };
  } catch (error) {
    throw new Error(`no report: ${ended.stdout}\n${ended.stderr}`, { cause: error });
  }
}

/** Packages whose memory growth makes the run fail. @param {Measured} run */
export function blockedBy({ report, code }) {
  const reasons = report.verdict.reasons.filter(({ kind }) => kind === 'memory-regression');
  if (reasons.length > 0 && code !== 1)
    throw new Error(`memory grew, but the exit code is ${code}`);
  return reasons.map((reason) => reason.package ?? '');
}
