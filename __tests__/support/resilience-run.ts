import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report/schema.ts';
import type { SettingsFile } from '../../src/settings/schema.ts';
import { bundled } from './bundle.ts';
import { resilienceDirectory } from './expected-resilience.ts';
import { readReport, startProgram, type Finished } from './guarded.ts';

export interface ResilienceRun {
  /** Folders of the module, all packages below which run. */
  folders: readonly string[];
  settings: SettingsFile;
  flags?: readonly string[];
  /** Goes in front of the command line. */
  prefix?: readonly string[];
  env?: Record<string, string>;
  module?: string;
}

export interface FinishedRun {
  finished: Finished;
  report: Report;
}

/** Neither the race detector nor heap profiles: what is left is what decides how a run goes on. */
export const plainLeg = { name: 'plain' };

const timeoutMs = 900_000;

/** Runs the real command line over some packages of the module; everything that it leaves is below `folder`. */
export async function runResilience(folder: string, order: ResilienceRun): Promise<FinishedRun> {
  const { folders, settings, flags = ['-timeout=5s'], prefix = [], env = {} } = order;
  const module = order.module ?? resilienceDirectory;
  const state = join(folder, 'state');
  const config = join(folder, 'settings.yml');
  const out = join(folder, 'out');
  mkdirSync(state, { recursive: true });
  writeFileSync(config, JSON.stringify(settings));
  const words = [
    ...[...prefix, process.execPath, bundled('cli.js'), 'run', '--dir', module],
    ...['--baseline', 'none', '--config', config, '--out', out],
    // Any -count runs the tests anew.
    ...(flags.some((flag) => flag.startsWith('-count=')) ? [] : ['--fresh']),
    ...folders.map((name) => `./${name}/...`),
    ...['--', ...flags],
  ];
  const [program = '', ...rest] = words;
  const finished = await startProgram(program, rest, {
    // Where a program remembers that it ran before.
    env: { ...env, RESILIENCE_STATE: state },
    timeout: timeoutMs,
  }).finished;
  return { finished, report: readReport(out) };
}
