import { dirname, isAbsolute, join, relative } from 'node:path';
import * as z from 'zod/mini';
import {
  describeFailure,
  uninterrupted,
  type Environment,
  type RunCommand,
} from '../machine/command.ts';
import type { GoToolchain } from '../machine/go-toolchain.ts';
import { listFields, parseGoList, type ListedPackage } from '../plan/go-list.ts';
import { InputError } from '../settings/input-error.ts';
import type { Leg, Settings } from '../settings/settings.ts';

/** The packages that a leg's patterns name, those with an error among them. Throws InputError where go list fails. */
export async function listPackages(
  leg: Leg,
  settings: Settings,
  run: RunCommand,
  env: Environment,
  go: GoToolchain,
): Promise<{ packages: ListedPackage[]; patterns: string[] }> {
  const flags = [...leg.goTestFlags.planWords, ...(leg.race ? ['-race'] : [])];
  const overlay = leg.goTestFlags.overlay === null ? [] : [`-overlay=${leg.goTestFlags.overlay}`];
  const patterns = await choosePatterns(settings, run, env, go);
  const args = ['list', '-e', `-json=${listFields}`, ...flags, ...overlay, '--', ...patterns];
  const result = uninterrupted('go list', await run('go', args, { cwd: settings.directory, env }));
  if (result.kind !== 'exited' || result.code !== 0) {
    const fix = 'make "go list ./..." succeed in that folder first';
    throw new InputError([
      { where: `go list (in ${settings.directory})`, what: describeFailure(result), fix },
    ]);
  }
  return { packages: parseGoList(result.stdout).packages, patterns };
}

/** In the root of a workspace that is no module itself, `./...` means every module that go.work names. */
export async function choosePatterns(
  settings: Pick<Settings, 'directory' | 'packages'>,
  run: RunCommand,
  env: Environment,
  go: GoToolchain,
): Promise<string[]> {
  if (go.gomod === '' && go.gowork === '' && !isBelowGoroot(settings.directory, go)) {
    if (env['GO111MODULE'] === 'off') throw new InputError([modulesOff]);
    throw new InputError([
      {
        where: '--dir',
        what: `${settings.directory} is in no Go module (no go.mod there or above)`,
        fix: 'name the module\'s folder with --dir (input: working-directory), or run "go mod init"',
      },
    ]);
  }
  const wholeTree = settings.packages.length === 1 && settings.packages[0] === './...';
  if (!wholeTree || go.gowork === '' || dirname(go.gowork) !== settings.directory)
    return settings.packages;
  const result = await run('go', ['work', 'edit', '-json'], { cwd: settings.directory, env });
  if (result.kind !== 'exited' || result.code !== 0) return settings.packages;
  const work = z
    .object({ Use: z.nullish(z.array(z.object({ DiskPath: z.string() }))) })
    .safeParse(JSON.parse(result.stdout));
  const modules = work.success ? (work.data.Use ?? []) : [];
  return modules.length === 0
    ? settings.packages
    : modules.map(({ DiskPath }) => everythingBelow(DiskPath, settings.directory));
}

const modulesOff = {
  where: 'GO111MODULE',
  what: 'it is "off" in the environment, so the go command looks at no go.mod',
  fix: 'unset it: every Go that is still maintained works with modules',
};

function isBelowGoroot(directory: string, go: GoToolchain): boolean {
  return directory.startsWith(join(go.goroot, 'src'));
}

function everythingBelow(modulePath: string, directory: string): string {
  const path = isAbsolute(modulePath) ? relative(directory, modulePath) : modulePath;
  const clean = path.replace(/^\.\//, '').replace(/\/$/, '');
  if (clean === '' || clean === '.') return './...';
  return clean.startsWith('..') ? `${clean}/...` : `./${clean}/...`;
}
