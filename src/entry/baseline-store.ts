import { stat } from 'node:fs/promises';
import { openClone } from '../baseline/clone.ts';
import { openStore } from '../baseline/open-store.ts';
import type { BaselineStore, StoreProblem } from '../baseline/store.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import { InputError } from '../settings/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import { definedOnly } from './defined-only.ts';
import { loadSettings } from './load-settings.ts';

/** What every `baseline` command takes. */
export interface StoreFlags {
  dir?: string;
  config?: string;
  baseline?: string;
  /** The store lies with this remote instead of in the local repository. */
  remote?: string;
}

export interface StorePorts {
  run: RunCommand;
  env: Environment;
  cwd: string;
}

/** The store that the flags and settings name, and the line of commits that one stands on. */
export interface OpenedStore {
  store: BaselineStore;
  settings: Settings;
  /** HEAD and its first-parent ancestors, nearest first; none outside a repository. */
  ancestors: string[];
}

/** The store could be named, but not be read or written. */
export class StoreError extends Error {}

const maxAncestors = 2000;

/** Throws an InputError for settings that name no store, and for a folder that is not there unless it `mayBeNew`. */
export async function openNamedStore(
  flags: StoreFlags,
  { run, env, cwd }: StorePorts,
  mayBeNew = false,
): Promise<OpenedStore> {
  const { remote = null } = flags;
  if (remote !== null && !/^[^\s-]\S*$/.test(remote))
    throw new InputError([
      {
        where: '--remote',
        what: `${JSON.stringify(remote)} is no remote`,
        fix: 'give the name of a remote, such as --remote origin',
      },
    ]);
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    layer: { values: definedOnly({ baseline: flags.baseline }), where: (key) => `--${key}` },
  });
  const { directory, heap, sources } = settings;
  const where = sources['baseline'] ?? '--baseline';
  const store = openStore(heap.baseline, { run, env, directory, remote, token: null });
  if (store === null)
    throw new InputError([
      { where, what: 'no baseline is kept', fix: 'give --baseline git or --baseline file:PATH' },
    ]);
  if (heap.baseline.kind === 'file' && !mayBeNew && !(await isFolder(heap.baseline.path)))
    throw new InputError([
      {
        where: where === 'default' ? '--baseline' : where,
        what: `there is no folder ${heap.baseline.path}`,
        fix: 'name the folder of a store; the first run that records makes it',
      },
    ]);
  const clone = openClone({ run, env, directory, token: null });
  const head = await clone.resolve('HEAD');
  return {
    store,
    settings,
    ancestors: head === null ? [] : await clone.firstParents(head, maxAncestors),
  };
}

/** Passes on what a store answered; throws a StoreError where it could not. */
export function answered<T extends { kind: string }>(
  store: BaselineStore,
  answer: T | StoreProblem,
): T {
  if (isProblem(answer)) throw new StoreError(`${store.name}: ${answer.problem}`);
  return answer;
}

function isProblem(answer: { kind: string }): answer is StoreProblem {
  return answer.kind === 'problem';
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
