import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './runner.ts';
import { tempFolder } from './temp-folder.ts';

const fetchTimeoutMs = 300_000;

/** The program that runs workflows, fetched when it is not there, or why it is not to be had. */
export const act = findAct();

function findAct(): { path: string } | { path: null; problem: string } {
  const script = join(import.meta.dirname, '../../scripts/act.sh');
  const found = spawnSync('sh', [script], { encoding: 'utf8', timeout: fetchTimeoutMs });
  if (found.status === 0) return { path: found.stdout.trim() };
  return { path: null, problem: found.stderr.trim().split('\n').at(-1) ?? String(found.error) };
}

/** Whether workflows can be run here; says so where they cannot. */
export function hasAct(): boolean {
  if (act.path === null) console.warn(`skipped: act is not to be had: ${act.problem}`);
  return act.path !== null;
}

/** A folder with the Node of GitHub's runner as `node`. */
export function nodeFolder(): string {
  const node = execFileSync(node24, ['--print', 'process.execPath'], {
    encoding: 'utf8',
    timeout: fetchTimeoutMs,
  }).trim();
  const folder = join(tempFolder(), 'bin');
  mkdirSync(folder);
  symlinkSync(node, join(folder, 'node'));
  return folder;
}

/** The caches of Go, which lie below the home of whoever runs these tests. */
export function goEnvironment(): Record<string, string> {
  const names = ['GOCACHE', 'GOENV', 'GOMODCACHE', 'GOPATH'];
  return JSON.parse(execFileSync('go', ['env', '-json', ...names], { encoding: 'utf8' })) as Record<
    string,
    string
  >;
}
