import type { Goroutine } from '../goroutines/goroutine.ts';
import { packageOf } from '../frame.ts';
import { guiltyLine, type Investigation } from './guilt.ts';
import type { LocatedFrame } from '../source/repository.ts';
import { isRuntime } from '../standard-library.ts';
import { testOfStack } from '../test-of-stack.ts';
import { waitOf, type Awaited } from '../goroutines/waiting.ts';

/** A goroutine with a line of the user's. */
export interface Waiting {
  goroutine: Goroutine;
  line: LocatedFrame;
  /** Null for one that runs. */
  awaited: Awaited | null;
  /** Whose own goroutine it is. */
  test: string | null;
}

const maxStacks = 50_000;

/** The goroutines that have a line of the user's on their stacks, in the order of the text. */
export function waitingGoroutines(investigation: Investigation): Waiting[] {
  return investigation.crash.stacks.slice(0, maxStacks).flatMap(({ goroutine }) => {
    if (!goroutine.frames.some((frame) => investigation.locate(frame) !== null)) return [];
    const line = guiltyLine(goroutine, investigation);
    if (line === null) return [];
    const awaited = waitOf(goroutine)?.awaited ?? null;
    return [{ goroutine, line, awaited, test: testOfStack(goroutine.frames) }];
  });
}

/** Whether all that a test does is wait in package testing: for its subtests, for its turn, or for its synctest bubble. */
export function waitsForTests({ frames }: Goroutine): boolean {
  const name = frames.find((frame) => !isRuntime(frame))?.function ?? '';
  return packageOf(name) === 'testing' || name === 'internal/synctest.Run';
}
