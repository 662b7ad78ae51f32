import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { afterAll } from '@jest/globals';
import type { PackageRun, Report } from '../../src/report/schema.ts';
import type { FuzzReport } from '../../src/report/search-schema.ts';
import { fixture } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';

const fuzzed: string[] = [];

afterAll(() => {
  for (const name of fuzzed.splice(0)) removeInputs(name);
});

function removeInputs(module: string): void {
  const cache = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim();
  rmSync(join(cache, 'fuzz', module), { recursive: true, force: true });
}

/** As on another machine: what go test has cached of a module's fuzz targets is gone. */
export function forgetInputs(folder: string): void {
  const [, name = ''] = /^module (.+)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8')) ?? [];
  if (fuzzed.includes(name)) removeInputs(name);
}

/** A copy of the fuzz fixture as a module that nobody has fuzzed before; what go test caches of it is gone afterwards. */
export function fuzzModule(settings: string): string {
  const folder = tempFolder();
  cpSync(fixture('fuzz'), folder, { recursive: true });
  return asNewModule(folder, settings);
}

/** A module with nothing but this test file, and what go test caches of it is gone afterwards. */
export function fuzzFile(source: string, settings: string): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'm_test.go'), source);
  return asNewModule(folder, settings);
}

function asNewModule(folder: string, settings: string): string {
  const name = `fuzzed${randomBytes(6).toString('hex')}.test`;
  writeFileSync(join(folder, 'go.mod'), `module ${name}\n\ngo 1.21\n`);
  writeFileSync(join(folder, '.crash-guard.yml'), settings);
  fuzzed.push(name);
  return folder;
}

/** Every file and folder of a checkout, files with their content. */
export function tree(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (name === '.crash-guard' || name.startsWith('.crash-guard/')) continue;
    found[name] = statSync(path).isFile() ? readFileSync(path, 'utf8') : 'folder';
  }
  return found;
}

/** A fuzz target of a report, by the last element of its package. */
export function fuzzReport(report: Report, name: string, target: string): FuzzReport {
  const found = packageOf(report, name).fuzz?.find((one) => one.target === target);
  if (found === undefined) throw new Error(`no ${target} of ${name} in the report`);
  return found;
}

export function packageOf({ packages }: Report, name: string): PackageRun {
  const found = packages.find((run) => run.package.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`no package ${name} in the report`);
  return found;
}
