// How fast the event stream is folded, in how much memory, against how fast go test -json can write one.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build.mjs';
import { median, row, time } from './stopwatch.mjs';

const gigabyte = 1e9;

export async function fold() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const stream = join(folder, 'events.jsonl');
    generate(stream, gigabyte);
    const program = join(folder, 'fold.mjs');
    await esbuild.build({
      entryPoints: [join(root, 'scripts/bench/fold-stream.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    /** @type {{ megabytesPerSecond: number, peakRssMegabytes: number }[]} */
    const runs = [1, 2, 3].map(() =>
      JSON.parse(spawnSync(process.execPath, [program, stream], { encoding: 'utf8' }).stdout),
    );
    const speed = median(runs.map((run) => run.megabytesPerSecond));
    row('fold of a 1 GB stream', `${speed.toFixed(0)} MB/s`);
    row(
      'peak RSS of that process',
      `${Math.max(...runs.map((run) => run.peakRssMegabytes)).toFixed(0)} MB`,
    );
    const written = goTestJson(folder);
    row('go test -json writes its stream', `${written.toFixed(0)} MB/s`);
    row('fold / go test -json', (speed / written).toFixed(2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stream as go test -json writes it: ten packages, many tests, logs with text of many scripts. @param {string} path @param {number} bytes */
function generate(path, bytes) {
  const file = openSync(path, 'w');
  const time = '2026-01-02T03:04:05.678901234Z';
  let written = 0;
  for (let round = 0; written < bytes; round++) {
    const name = `example.com/load/package${round % 10}`;
    const test = `TestCase${round}`;
    /** @param {string} action @param {Record<string, unknown>} more */
    const event = (action, more) =>
      `${JSON.stringify({ Time: time, Action: action, Package: name, ...more })}\n`;
    const lines = [
      event('run', { Test: test }),
      event('output', { Test: test, Output: `=== RUN   ${test}\n` }),
    ];
    for (let i = 0; i < 500; i++) {
      const Output = `    load_test.go:${i}: request ${round * 500 + i} "GET /gänseblümchen/東京" took 12.5ms, status 200\n`;
      lines.push(event('output', { Test: test, Output }));
    }
    lines.push(
      event('output', { Test: test, Output: `--- PASS: ${test} (0.00s)\n` }),
      event('pass', { Test: test, Elapsed: 0 }),
    );
    written += writeSync(file, lines.join(''));
  }
  closeSync(file);
}

/** Megabytes a second that a real go test -json writes for a test that only logs. @param {string} folder */
function goTestJson(folder) {
  const module = join(folder, 'module');
  mkdirSync(module);
  writeFileSync(join(module, 'go.mod'), 'module example.com/load\n\ngo 1.21\n');
  const test =
    'func TestLog(t *testing.T) {\n\tfor i := 0; i < 1000000; i++ {\n\t\tt.Logf("request %d \\"GET /gänseblümchen/東京\\" took 12.5ms, status 200", i)\n\t}\n}\n';
  writeFileSync(join(module, 'load_test.go'), `package load\n\nimport "testing"\n\n${test}`);
  const stream = join(folder, 'real.jsonl');
  const run = () =>
    time('sh', ['-c', 'exec go test -json -count=1 . > "$1"', 'sh', stream], { cwd: module });
  run();
  return median(
    [run(), run(), run()].map((elapsedMs) => statSync(stream).size / 1e6 / (elapsedMs / 1000)),
  );
}
