// What a baseline of 200 packages costs: time and room in git.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build.mjs';
import { median, row, seconds, time } from './stopwatch.mjs';

const packages = 200;
const commits = 20;

export async function baseline() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const program = join(folder, 'baseline-store.mjs');
    await esbuild.build({
      entryPoints: [join(root, 'scripts/bench/baseline-store.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    const repository = join(folder, 'repository');
    mkdirSync(repository);
    /** @param {string[]} args */
    const git = (...args) =>
      execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
    git('init', '--quiet');
    const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    for (let number = 0; number < commits; number++)
      git(...author, 'commit', '--quiet', '--allow-empty', '--message', String(number));
    /** @type {{ recordMs: number[], readMs: number, compareMs: number, bytes: number, pruneMs: number, removed: number }} */
    const took = JSON.parse(
      execFileSync(process.execPath, [program, repository, String(packages)], { encoding: 'utf8' }),
    );
    const last = took.recordMs.slice(-5);
    row(
      `record: ${packages} packages of one commit`,
      seconds(median(last)),
      `${seconds(took.recordMs[0] ?? NaN)} into an empty store, ${MiB(took.bytes / commits)} as text`,
    );
    row(`compare: find and read ${packages} records`, seconds(took.readMs));
    row(`compare: judge ${packages} packages`, seconds(took.compareMs));
    row(`prune: remove ${took.removed} of ${packages * commits} records`, seconds(took.pruneMs));
    const list = ['baseline', 'list', '--dir', repository];
    const listed = [1, 2, 3].map(() =>
      time(process.execPath, [join(root, 'dist/cli.js'), ...list], { cwd: root }),
    );
    row(
      `list: ${packages * commits - took.removed} records left, command line`,
      seconds(median(listed)),
    );
    // Pruned objects stay until git collects them, so what is left is packed alone.
    const packed = execFileSync('git', ['pack-objects', '--revs', '--stdout', '--quiet'], {
      cwd: repository,
      input: 'crash-guard-baseline\n',
      maxBuffer: 1 << 30,
    }).length;
    const left = commits - took.removed / packages;
    row(
      'in git, packed: one commit',
      MiB(packed / left),
      `${left} commits, as a clone fetches them`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} bytes */
function MiB(bytes) {
  return `${(bytes / 2 ** 20).toFixed(2)} MiB`;
}
