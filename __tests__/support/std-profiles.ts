import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { heapFigures, type HeapFigures } from '../../src/heap/heap-figures.ts';
import { readProfile, type PprofProfile } from '../../src/heap/profile.ts';

/** Builds the tests of packages, all at once: from import path to a program. */
export function testPrograms(
  folder: string,
  packages: readonly string[],
  cwd?: string,
): Map<string, string> {
  execFileSync('go', ['test', '-c', '-o', `${folder}/`, ...packages], { cwd, stdio: 'pipe' });
  return new Map(packages.map((name) => [name, join(folder, `${basename(name)}.test`)]));
}

/** Runs the tests of a package of the standard library and returns the path of their heap profile. */
export function stdProfile(
  program: string,
  packageName: string,
  rate: number,
  path: string,
): string {
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  const flags = ['-test.short', `-test.memprofile=${path}`, `-test.memprofilerate=${String(rate)}`];
  const { status, stdout } = spawnSync(program, flags, {
    cwd: join(goroot, 'src', packageName),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${packageName}: ${stdout}`);
  return path;
}

export function openedProfile(path: string): PprofProfile {
  const reading = readProfile(readFileSync(path));
  if (reading.kind === 'refused') throw new Error(`${path}: ${reading.because}`);
  return reading.profile;
}

export function figuresOf(path: string, packageName: string): HeapFigures {
  const places = {
    package: packageName,
    modulePath: null,
    moduleDirectory: '',
    repositoryDirectory: '',
  };
  return heapFigures(openedProfile(path), places)!;
}
