// A Go module in a git repository of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const identity = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
  [`GIT_${role}_NAME`, 'Gate'],
  [`GIT_${role}_EMAIL`, 'gate@example.com'],
]);

// A hook of git has variables that name its repository (GIT_DIR): nothing here may reach that one.
const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));

/** This machine's git settings do not matter either. */
export const gitEnv = {
  ...Object.fromEntries(own),
  ...Object.fromEntries(identity),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** @typedef {{ folder: string, git: (...args: string[]) => string, commit: (message: string) => string, remove: () => void }} Repository */

/** A copy of a folder, as the first commit of a new repository. @param {string} source @returns {Repository} */
export function repositoryOf(source) {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'crash-guard-gate-'));
  const folder = join(parent, 'repository');
  cpSync(source, folder, { recursive: true });
  return madeRepository(folder, () => rmSync(parent, { recursive: true, force: true }));
}

/** @param {string} folder @param {() => void} remove @returns {Repository} */
export function madeRepository(folder, remove) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env: gitEnv,
      maxBuffer: 1 << 28,
    }).trim();
  /** Commits everything, or nothing new. */
  const commit = (/** @type {string} */ message) => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('First');
  return { folder, git, commit, remove };
}
