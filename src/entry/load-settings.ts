import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, type Problem } from '../settings/input-error.ts';
import type { Layer } from '../settings/layer.ts';
import { resolveSettings } from '../settings/resolve.ts';
import type { Settings } from '../settings/settings.ts';
import { withBaselinePath } from '../settings/baseline-choice.ts';

export interface SettingsRequest {
  cwd: string;
  /** --dir or working-directory, '' for the current folder. */
  directory: string;
  directoryName: string;
  /** --config or the input of that name, '' to look for .crash-guard.yml. */
  config: string;
  configName: string;
  /** Flags or inputs. */
  layer: Layer;
  goTestWords?: string[];
  /** --base */
  base?: string;
  /** --shard or the input of that name. */
  shard?: { text: string; where: string };
}

const fileNames = ['.crash-guard.yml', '.crash-guard.yaml'];

/** Reads the settings file, if any, and merges it below the flags or inputs. Throws one InputError with every problem. */
export async function loadSettings(request: SettingsRequest): Promise<Settings> {
  const directory = resolve(request.cwd, request.directory);
  if (!(await isFolder(directory))) {
    throw new InputError([
      {
        where: request.directoryName,
        what: `${directory} is no folder`,
        fix: 'name the folder of a Go module',
      },
    ]);
  }
  const problems: Problem[] = [];
  const layers = [withAbsolutePaths(request.layer, request.cwd)];
  const file = await readSettingsFile(request, directory);
  if (file !== null) {
    // Slow to load, and many modules have no such file.
    const { parseSettingsFile } = await import('../settings/settings-file.ts');
    const parsed = parseSettingsFile(file.text, file.name);
    problems.push(...parsed.problems);
    layers.push(parsed.layer);
  }
  return resolveSettings({
    layers,
    problems,
    directory,
    absolute: (path) => resolve(directory, path),
    ...(request.goTestWords === undefined ? {} : { goTestWords: request.goTestWords }),
    ...(request.base === undefined ? {} : { base: request.base }),
    ...(request.shard === undefined ? {} : { shard: request.shard }),
  });
}

/** A path on the command line is relative to where the user stands; one in the file, to the module. */
function withAbsolutePaths(layer: Layer, cwd: string): Layer {
  const values = { ...layer.values };
  const { out, baseline } = values;
  if (typeof out === 'string' && out !== '') values['out'] = resolve(cwd, out);
  if (typeof baseline === 'string')
    values['baseline'] = withBaselinePath(baseline, (path) => resolve(cwd, path));
  return { ...layer, values };
}

async function readSettingsFile(
  request: SettingsRequest,
  directory: string,
): Promise<{ name: string; text: string } | null> {
  if (request.config !== '') {
    const path = resolve(request.cwd, request.config);
    try {
      return { name: request.config, text: await readFile(path, 'utf8') };
    } catch (error) {
      const what = `cannot read ${path}: ${(error as Error).message}`;
      throw new InputError([
        { where: request.configName, what, fix: 'name a settings file that exists' },
      ]);
    }
  }
  for (const name of fileNames) {
    try {
      return { name, text: await readFile(join(directory, name), 'utf8') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      const what = `cannot be read: ${(error as Error).message}`;
      throw new InputError([{ where: name, what, fix: 'make the file readable, or remove it' }]);
    }
  }
  return null;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
