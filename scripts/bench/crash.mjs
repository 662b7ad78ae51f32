// How fast a log is searched for crashes, and how fast large goroutine dumps are read, in how much memory.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build.mjs';
import { median, row } from './stopwatch.mjs';

const logBytes = 500e6;
const dumps = 12;
const goroutines = 10_000;

export async function crash() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const program = join(folder, 'crash.mjs');
    await esbuild.build({
      entryPoints: [join(root, 'scripts/bench/crash-stream.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    const log = join(folder, 'log.txt');
    const plain = { crashes: 0, stacks: 0 };
    const ofService = write(log, lines(serviceShapes));
    measure("search of a service's log for crashes", program, log, { ...plain, lines: ofService });
    const ofTests = write(log, lines([...serviceShapes, ...testShapes]));
    measure('search of verbose test output', program, log, { ...plain, lines: ofTests });
    const dump = join(folder, 'dump.txt');
    const dumpLines = write(dump, manyDumps());
    measure(`crashes with ${goroutines} goroutines each`, program, dump, {
      crashes: dumps,
      stacks: dumps * goroutines,
      lines: dumpLines,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} what @param {string} program @param {string} path @param {{ crashes: number, stacks: number, lines: number }} expected */
function measure(what, program, path, expected) {
  const runs = [1, 2, 3].map(() => {
    /** @type {{ megabytesPerSecond: number, peakRssMegabytes: number, crashes: number, stacks: number, lines: number }} */
    const run = JSON.parse(
      spawnSync(process.execPath, [program, path], { encoding: 'utf8' }).stdout,
    );
    const found = { crashes: run.crashes, stacks: run.stacks, lines: run.lines };
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(`found ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    return run;
  });
  row(what, `${median(runs.map((run) => run.megabytesPerSecond)).toFixed(0)} MB/s`);
  row(
    'peak RSS of that process',
    `${Math.max(...runs.map((run) => run.peakRssMegabytes)).toFixed(0)} MB`,
  );
}

/** @param {string} path @param {Iterable<string>} blocks of whole lines @returns {number} lines */
function write(path, blocks) {
  const file = openSync(path, 'w');
  let lines = 0;
  for (const block of blocks) {
    writeSync(file, block);
    for (let at = block.indexOf('\n'); at >= 0; at = block.indexOf('\n', at + 1)) lines++;
  }
  closeSync(file);
  return lines;
}

/** What services print: no crash, though some of its words are those of crashes. @type {((i: number) => string)[]} */
const serviceShapes = [
  (i) => `2026/01/02 15:04:05 GET /orders/${i}?page=${i % 7} 200 12.${i % 10}ms "Mozilla/5.0"`,
  (i) =>
    `time=2026-01-02T15:04:05.678Z level=INFO msg="request served" id=${i} user=ada bytes=${i * 3}`,
  (i) =>
    `{"level":"warn","ts":1767366245.67,"caller":"store/cache.go:${i % 400}","msg":"slow query","id":${i}}`,
  (i) => `I0102 15:04:05.000001       1 controller.go:${i % 999}] goroutine pool has ${i} workers`,
  (i) => `recovered in handler ${i}: runtime error, nothing is lost`,
];
/** What go test -v adds, some of it in other scripts. @type {((i: number) => string)[]} */
const testShapes = [
  (i) => `    load_test.go:${i % 900}: request ${i} "GET /gänseblümchen/東京" took 12.5ms`,
  (i) => `=== RUN   TestStore/order_${i}`,
  (i) => `--- PASS: TestStore/order_${i} (0.00s)`,
];

/** @param {((i: number) => string)[]} shapes */
function* lines(shapes) {
  let bytes = 0;
  for (let round = 0; bytes < logBytes; round++) {
    const block = `${Array.from({ length: 2000 }, (_, i) => shapes[i % shapes.length]?.(round * 2000 + i)).join('\n')}\n`;
    bytes += block.length;
    yield block;
  }
}

function* manyDumps() {
  for (let number = 0; number < dumps; number++) {
    yield `panic: out of paper\n\n${Array.from({ length: goroutines }, (_, i) => stack(i + 1)).join('\n\n')}\n`;
    yield `FAIL\texample.com/shop/store${number}\t12.3s\n`;
  }
}

/** @param {number} id */
function stack(id) {
  const kind = id % 40;
  return [
    id === 1 ? 'goroutine 1 [running]:' : `goroutine ${id} [chan receive, ${id % 90} minutes]:`,
    `example.com/shop/store.(*Worker[...]).receive(0xc000${id.toString(16)}, {0x0, 0x1f?, ...})`,
    `\t/home/ada/shop/store/worker.go:${100 + kind} +0x1d`,
    `example.com/shop/store.handle${kind}(...)`,
    `\t/home/ada/shop/store/handle.go:${20 + kind}`,
    'net/http.HandlerFunc.ServeHTTP(0x4804b9?, {0x775ff8?, 0x176904f34000?}, 0x176904ff9b30?)',
    '\t/usr/local/go/src/net/http/server.go:2286 +0x29',
    `example.com/shop/store.(*Pool).run.func1({0x775ff8?, 0x${id.toString(16)}})`,
    `\t/home/ada/shop/store/pool.go:${60 + (kind % 9)} +0x4e`,
    'created by example.com/shop/store.(*Pool).Start in goroutine 1',
    '\t/home/ada/shop/store/pool.go:41 +0x8f',
  ].join('\n');
}
