import { parseCorpusFile } from './corpus-file.ts';

const MiB = 1024 * 1024;

/** Private memory that a Go program maps and hardly uses. */
const runtimeBytes = 64 * MiB;
const leastShareBytes = 32 * MiB;
/** Of its share: what is garbage is to be collected before the bound is reached. */
const softShare = 0.9;

/**
 * The bound of private memory for each process of a fuzz target, so that all workers together stay below the ceiling: a worker that
 * needs more then ends itself, and go test keeps the input.
 */
export function dataLimitBytes(ceilingBytes: number, workers: number): number {
  // What the processes share with each other is no private memory, and RLIMIT_DATA does not count it.
  return Math.floor(Math.max(leastShareBytes, shareOf(ceilingBytes, workers)) + runtimeBytes);
}

/** GOMEMLIMIT for each process of a fuzz target. */
export function softLimitBytes(ceilingBytes: number, workers: number): number {
  return Math.floor(Math.max(leastShareBytes, shareOf(ceilingBytes, workers)) * softShare);
}

function shareOf(ceilingBytes: number, workers: number): number {
  return (ceilingBytes * 0.85) / workers;
}

// src/internal/fuzz/worker.go (workerSharedMemSize), mutator.go (mutate): the mutator makes a buffer for an argument that is text, as large
// as all arguments may be together, divided by their number. Measured with Go 1.26: 100 MiB for one []byte, 52 MiB for two arguments,
// nothing for numbers.
const mutatedBytes = 100 * MiB;

/**
 * The bound under which an ordinary test has as much for an input as a fuzzing process has under `limitBytes`, and not less: what it has
 * no room for, the other one had none for either. `input` is the corpus file.
 */
export function replayLimitBytes(limitBytes: number, input: string): number {
  const values = parseCorpusFile(input)?.values ?? [];
  const hasText = values.some((value) => /^(?:\[\]byte|string)\(/.test(value));
  const bufferBytes = hasText ? mutatedBytes / values.length : 0;
  return Math.floor(Math.max(limitBytes / 2, limitBytes - bufferBytes));
}

/**
 * Whether a process went beyond its bound, by what the Go runtime had mapped: less than all that RLIMIT_DATA counts. Linux lets one
 * allocation through that leads beyond it, because the runtime has reserved those addresses before (mm/vma.c, may_expand_vm: pages that are
 * mapped already are taken off), and refuses the next one, which a short run may not need.
 */
export function wentBeyond(limitBytes: number | null, mappedPeakBytes: number | null): boolean {
  return limitBytes !== null && mappedPeakBytes !== null && mappedPeakBytes > limitBytes;
}
