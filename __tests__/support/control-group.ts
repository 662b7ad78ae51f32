import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './processes.ts';

// A control group of cgroup v1, as root makes it by hand: one folder below the controller's.

export type Controller = 'memory' | 'pids';

export interface ControlGroup {
  directory: string;
  read: (file: string) => string;
  /** A command line that starts a command inside the group: put it in front. */
  enter: string[];
  remove: () => Promise<void>;
}

const root = (controller: Controller): string => `/sys/fs/cgroup/${controller}`;

/** Why no group can be made here, or null. */
export function groupsRefused(controller: Controller): string | null {
  const folder = root(controller);
  if (!existsSync(join(folder, 'cgroup.procs'))) return `no cgroup v1 controller at ${folder}`;
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return `${folder} may not be written: this needs root`;
  }
}

/** Makes a group with such settings (file name to value). Its processes must have ended when it is removed. */
export function controlGroup(
  controller: Controller,
  name: string,
  settings: Record<string, string>,
): ControlGroup {
  const directory = join(root(controller), name);
  mkdirSync(directory);
  for (const [file, value] of Object.entries(settings))
    if (existsSync(join(directory, file))) writeFileSync(join(directory, file), value);
  return {
    directory,
    read: (file) => readFileSync(join(directory, file), 'utf8').trim(),
    enter: ['sh', '-c', 'echo $$ >"$0/cgroup.procs" && exec "$@"', directory],
    remove: () => removeTree(directory),
  };
}

/** What the supervised program made below goes first; a group is busy until its last process is gone. */
async function removeTree(directory: string): Promise<void> {
  for (const name of groupsIn(directory)) await removeTree(join(directory, name));
  await until(() => tryRemove(directory), 60_000, `${directory} to be empty`);
}

/** None where the supervised program was faster. */
function groupsIn(directory: string): string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function tryRemove(directory: string): boolean {
  try {
    rmdirSync(directory);
    return true;
  } catch {
    return !existsSync(directory);
  }
}
