import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

/** A module in a folder of its own, from file name to content. */
export function goModule(files: Record<string, string>): string {
  const folder = tempFolder();
  const all = { 'go.mod': 'module example.com/m\n\ngo 1.21\n', ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Runs the real go command and returns its stdout; it must succeed. */
export function go(folder: string, ...args: string[]): string {
  // The flag alone sets the rate after package variables, init functions and what TestMain does before its tests.
  const rate = args.find((arg) => arg.startsWith('-memprofilerate='))?.slice(1);
  const env = rate === undefined ? process.env : { ...process.env, GODEBUG: rate };
  return execFileSync('go', args, { cwd: folder, encoding: 'utf8', env });
}

/** The stdout of `go test -json`, which may fail. */
export function goTestJson(folder: string, ...args: string[]): string {
  return spawnSync('go', ['test', '-json', ...args], { cwd: folder, encoding: 'utf8' }).stdout;
}
