import { resolve } from 'node:path';
import * as core from '@actions/core';
import { InputError } from '../../settings/input-error.ts';
import type { Settings } from '../../settings/settings.ts';
import { loadSettings } from '../load-settings.ts';

export const modes = ['run', 'plan', 'report', 'comment'] as const;
export type Mode = (typeof modes)[number];

/** Throws InputError for a mode that there is not. */
export function readMode(): Mode {
  const given = core.getInput('mode') || 'run';
  const mode = modes.find((one) => one === given);
  if (mode !== undefined) return mode;
  throw new InputError([
    {
      where: 'input mode',
      what: `${JSON.stringify(given.slice(0, 80))} is not allowed`,
      fix: `allowed: ${modes.join(', ')}`,
    },
  ]);
}

/** Where the module lies, as far as an input can say. */
export function readDirectory(): string {
  return resolve(process.cwd(), core.getInput('working-directory'));
}

/**
 * The settings of a job: its inputs, and the settings file below them. In mode run the input shard is a share of the packages.
 * Throws InputError with every problem.
 */
export function readSettings(mode: Mode): Promise<Settings> {
  const shard = mode === 'run' ? core.getInput('shard') : '';
  return loadSettings({
    ...(shard === '' ? {} : { shard: { text: shard, where: 'input shard' } }),
    cwd: process.cwd(),
    directory: core.getInput('working-directory'),
    directoryName: 'input working-directory',
    config: core.getInput('config'),
    configName: 'input config',
    layer: {
      values: inputs(),
      where: (key) => `input ${key}`,
    },
  });
}

/** The inputs that were given; an empty one leaves the word to the settings file. */
function inputs(): Record<string, unknown> {
  const lists = ['packages', 'legs', 'go-test-flags', 'fail-on', 'artifacts'];
  const given: [string, string | string[]][] = [
    ...lists.map((name): [string, string[]] => [name, core.getMultilineInput(name)]),
    ['timeout', core.getInput('timeout')],
    ['memory-limit', core.getInput('memory-limit')],
    ['core-dumps', core.getInput('core-dumps')],
    ['baseline', core.getInput('baseline')],
    ['heap-threshold', core.getInput('heap-threshold')],
    ['comment', core.getInput('comment')],
    ['annotations', core.getInput('annotations')],
  ];
  const days = core.getInput('retention-days');
  return {
    ...Object.fromEntries(given.filter(([, value]) => value.length > 0)),
    ...(days === '' ? {} : { 'retention-days': /^\d{1,9}$/.test(days) ? Number(days) : days }),
  };
}
