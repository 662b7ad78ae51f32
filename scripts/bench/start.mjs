// How long the bundle takes from its start to its first work, a go or git command, against a Node that does nothing, and how large its files are.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { bundle, writeBundle } from '../build.mjs';
import { inTurn, row } from './stopwatch.mjs';

const pairs = 25;

export async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const files = await bundle();
    writeBundle(files, join(folder, 'dist'));
    const begin = starter(folder);
    const bare = () => begin(['-e', '0'], 0);
    for (const [what, run] of starts(begin)) {
      run();
      const { a, b, ratio } = inTurn(pairs, run, bare);
      const note = `node -e 0: ${milliseconds(b)}, ${ratio.toFixed(1)} times as long`;
      row(what, milliseconds(a), note);
    }
    sizes(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {ReturnType<typeof starter>} begin @returns {[string, () => number][]} */
function starts(begin) {
  const job = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' };
  return [
    ['start of the action to its first command', () => begin(['dist/action.js'], null, job)],
    [
      'start of the action, to refuse an input',
      () => begin(['dist/action.js'], 2, { ...job, INPUT_TIMEOUT: 'soon' }),
    ],
    [
      'start of the post step that has nothing to do',
      () =>
        begin(['dist/action.js'], 0, {
          ...job,
          STATE_main: '2026-01-02T03:04:05.678Z',
          STATE_told: 'yes',
        }),
    ],
    ['start of the command line to its first command', () => begin(['dist/cli.js', 'run'], null)],
    ['start of the command line, for --version', () => begin(['dist/cli.js', '--version'], 0)],
  ];
}

/**
 * Runs Node where `go` and `git` kill who starts them, which ends the measurement with the first work.
 * @param {string} folder
 * @returns {(args: string[], code: number | null, env?: Record<string, string>) => number} the time to the end, in milliseconds
 */
function starter(folder) {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of ['go', 'git']) {
    writeFileSync(join(bin, name), '#!/bin/sh\nkill -KILL $PPID\n');
    chmodSync(join(bin, name), 0o755);
  }
  writeFileSync(join(folder, 'go.mod'), 'module example.com/m\n\ngo 1.21\n');
  // As on a machine of its own: nothing of a job that this runs in.
  const { HOME = folder, PATH = '' } = process.env;
  const plain = { HOME, PATH: `${bin}${delimiter}${PATH}`, RUNNER_TEMP: folder };
  return (args, code, env = {}) => {
    const began = performance.now();
    const ended = spawnSync(process.execPath, args, {
      cwd: folder,
      env: { ...plain, ...env },
      encoding: 'utf8',
    });
    const elapsedMs = performance.now() - began;
    if (ended.status === code) return elapsedMs;
    throw new Error(
      `${args.join(' ')} ended with ${ended.status}:\n${ended.stdout}${ended.stderr}`,
    );
  };
}

/** The entries and what is large; the names of chunks change with their content. @param {Map<string, Uint8Array>} files */
function sizes(files) {
  const large = 100 * 1024;
  let [all, small] = [0, 0];
  for (const [path, { length }] of files) {
    all += length;
    if (!path.endsWith('.js')) continue;
    if (length >= large || !path.includes('/')) row(`size of dist/${path}`, kibibytes(length));
    else small += length;
  }
  row('size of all smaller scripts', kibibytes(small));
  row(`size of dist/, ${files.size} files`, kibibytes(all));
}

/** @param {number} elapsedMs */
function milliseconds(elapsedMs) {
  return `${elapsedMs.toFixed(0)} ms`;
}

/** @param {number} bytes */
function kibibytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}
