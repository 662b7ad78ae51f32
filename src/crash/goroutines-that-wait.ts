import type { Goroutine } from './goroutine.ts';
import { packageOf } from './frame.ts';
import { guiltyLine, type Investigation } from './guilt.ts';
import type { LocatedFrame } from './repository.ts';
import { isRuntime } from './standard-library.ts';
import { waitOf, type Awaited } from './waiting.ts';

/** A goroutine with a line of the user's. */
export interface Waiting {
  goroutine: Goroutine;
  line: LocatedFrame;
  /** Null for one that runs. */
  awaited: Awaited | null;
}

const maxStacks = 2000;

/** The goroutines that have a line of the user's on their stacks, in the order of the text. */
export function waitingGoroutines(investigation: Investigation): Waiting[] {
  return investigation.crash.stacks.slice(0, maxStacks).flatMap(({ goroutine }) => {
    if (!goroutine.frames.some((frame) => investigation.locate(frame) !== null)) return [];
    const line = guiltyLine(goroutine, investigation);
    return line === null ? [] : [{ goroutine, line, awaited: waitOf(goroutine)?.awaited ?? null }];
  });
}

/** Whether all that a test does is wait in package testing: for its subtests, or for its turn. */
export function waitsForTests({ frames }: Goroutine): boolean {
  const innermost = frames.find((frame) => !isRuntime(frame));
  return innermost !== undefined && packageOf(innermost.function) === 'testing';
}
