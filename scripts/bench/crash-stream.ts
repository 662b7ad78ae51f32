// Looks for crashes in a file, as a guarded run does, and prints how fast, in how much memory, and what it found.
import { statSync } from 'node:fs';
import { createCrashScanner } from '../../src/crash/crash-scanner.ts';
import { splitLines } from '../../src/gotest/lines.ts';
import { readChunks } from '../../src/run/tail.ts';

const path = process.argv[2] ?? '';
let crashes = 0;
let stacks = 0;
let lines = 0;
const scanner = createCrashScanner({
  crash: (crash) => {
    crashes++;
    stacks += crash.stacks.length;
    lines += crash.lineCount;
  },
  other: () => {
    lines++;
  },
});
const splitter = splitLines(scanner.push);
const began = performance.now();
await readChunks(path, splitter.push);
splitter.end();
scanner.end();
const elapsedSeconds = (performance.now() - began) / 1000;
const result = {
  megabytesPerSecond: statSync(path).size / 1e6 / elapsedSeconds,
  // resourceUsage counts KiB.
  peakRssMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  crashes,
  stacks,
  lines,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
