import { packageOf, type Frame } from '../frame.ts';
import { isWrapper, plainName } from './stable-name.ts';
import { isRuntime, isStandardLibrary, isSurroundings } from '../standard-library.ts';

/** How fast frames lose weight on their way out; at 0.2 the fourth has half of the first. */
const depthDecay = 0.2;
/** How much a frame that has moved by one place loses: no less than that, so that no alignment is worth more than a stack itself. */
const shiftDecay = 0.25;
const maxShift = 12;
const maxFrames = 40;
/** Everybody calls the standard library. */
const libraryWeight = 0.2;

/** A frame that counts. */
export interface Call {
  /** Equal for equal functions of one reader. */
  id: number;
  /** 1 for a function of the program's. */
  own: number;
  /** What stands above it; calls of the library are shorter steps. */
  depth: number;
}

export type CallReader = (frames: readonly Frame[]) => Call[];

/** Reads stacks that are to be compared with each other. */
export function createCallReader(): CallReader {
  const byFunction = new Map<string, number>();
  const byName = new Map<string, number>();
  const idOf = (functionName: string): number => {
    let id = byFunction.get(functionName);
    if (id === undefined) {
      const name = plainName(functionName);
      id = byName.get(name) ?? byName.size;
      byName.set(name, id);
      byFunction.set(functionName, id);
    }
    return id;
  };
  return (frames) => {
    const calls: Call[] = [];
    let depth = 0;
    for (const { frame, own } of counting(frames)) {
      if (calls.length === maxFrames) break;
      calls.push({ id: idOf(frame.function), own, depth });
      depth += own;
    }
    return calls;
  };
}

/**
 * Without the frames through which every test and every panic goes; those are all the same. Of the library, what the program called:
 * the rest differs from version to version.
 */
function* counting(frames: readonly Frame[]): Generator<{ frame: Frame; own: number }> {
  let library: Frame | null = null;
  for (const frame of frames) {
    const { function: name } = frame;
    if (isRuntime(frame) || isSurroundings(frame) || isWrapper(name)) continue;
    if (packageOf(name) === 'testing') continue;
    if (isStandardLibrary(frame)) {
      library = frame;
      continue;
    }
    if (library !== null) yield { frame: library, own: libraryWeight };
    library = null;
    yield { frame, own: 1 };
  }
  if (library !== null) yield { frame: library, own: libraryWeight };
}

/** The weight of the best alignment, by the weight of the heavier stack: 0 to 1. */
export function alignment(a: readonly Call[], b: readonly Call[]): number {
  const there = new Set(b.map(({ id }) => id));
  let above = new Float64Array(b.length + 1);
  // A call that the other stack does not have leaves the row as it is.
  for (const left of a.filter(({ id }) => there.has(id))) {
    const row = new Float64Array(b.length + 1);
    for (const [j, right] of b.entries())
      row[j + 1] = Math.max((above[j] ?? 0) + gain(left, right), above[j + 1] ?? 0, row[j] ?? 0);
    above = row;
  }
  return Math.min(1, (above[b.length] ?? 0) / Math.max(weightOf(a), weightOf(b)));
}

function gain(a: Call, b: Call): number {
  if (a.id !== b.id) return 0;
  const shift = Math.abs(a.depth - b.depth);
  if (shift > maxShift) return 0;
  const depth = Math.min(a.depth, b.depth);
  return Math.min(a.own, b.own) * Math.exp(-depthDecay * depth - shiftDecay * shift);
}

function weightOf(calls: readonly Call[]): number {
  return calls.reduce((sum, { own, depth }) => sum + own * Math.exp(-depthDecay * depth), 0);
}
