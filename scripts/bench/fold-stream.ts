// Folds the stream in a file, as a guarded run does, and prints how fast and in how much memory.
import { statSync } from 'node:fs';
import { createFold } from '../../src/gotest/fold.ts';
import { readChunks } from '../../src/run/tail.ts';

const path = process.argv[2] ?? '';
const fold = createFold();
const began = performance.now();
await readChunks(path, fold.push);
fold.end();
const elapsedSeconds = (performance.now() - began) / 1000;
if (fold.state.packages.size !== 10) throw new Error('the stream was not understood');
const result = {
  megabytesPerSecond: statSync(path).size / 1e6 / elapsedSeconds,
  // resourceUsage counts KiB.
  peakRssMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
