import { blameOfPanic } from './blame-of-panic.ts';
import { packageOf } from '../frame.ts';
import { waitingGoroutines, waitsForTests, type Waiting } from './goroutines-that-wait.ts';
import {
  creationOf,
  guiltyLine,
  nobody,
  related,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import { runningSince, topLevel } from './running-tests.ts';
import { baseOfTest } from '../test-of-stack.ts';
import type { Awaited } from '../goroutines/waiting.ts';

const maxRelated = 16;
/** Who waits for one of these waits for another goroutine of the program, which is more likely to be at fault. */
const forOthers: readonly (Awaited | null)[] = [
  'sync.Mutex.Lock',
  'sync.RWMutex.RLock',
  'sync.RWMutex.Lock',
  'sync.WaitGroup.Wait',
  'sync.Cond.Wait',
  'semaphore',
  'synctest',
];

/** Of a deadlock, where the test waits, or the main goroutine, or whoever comes first; the others wait with it. */
export function blameOfDeadlock(investigation: Investigation): Guilt {
  const waiting = waitingGoroutines(investigation);
  const rank = ({ goroutine, test }: Waiting): number => {
    if (waitsForTests(goroutine)) return 3;
    if (test !== null) return 0;
    return goroutine.id === 1 ? 1 : 2;
  };
  return withOthers(lowest(waiting, rank), waiting, investigation);
}

/** Of a deadlock in a synctest bubble, who waits in it; before Go 1.27 only the call that waits for the bubble may be shown. */
export function blameOfBubble(investigation: Investigation): Guilt {
  const inBubble = waitingGoroutines(investigation).filter(
    ({ goroutine }) => goroutine.bubble !== null && !waitsForTests(goroutine),
  );
  const rank = ({ test }: Waiting): number => (test === null ? 1 : 0);
  const first = lowest(inBubble, rank);
  return first === null ? blameOfPanic(investigation) : withOthers(first, inBubble, investigation);
}

/** Of a timeout, where the test waits that has run longest; else where the goroutine is that others may wait for. */
export function blameOfTimeout(investigation: Investigation): Guilt {
  const waiting = waitingGoroutines(investigation).filter(
    ({ goroutine }) => !waitsForTests(goroutine),
  );
  const first =
    longestTest(waiting, runningSince(investigation.crash)) ??
    (hasRunningTestOutOfSight(investigation) ? null : lowest(waiting, innocence));
  // Other tests are innocent, whatever they wait for.
  const others = waiting.filter(({ test }) => test === null);
  return withOthers(first, others, investigation);
}

function longestTest(waiting: readonly Waiting[], running: readonly string[]): Waiting | null {
  const tests = new Set(waiting.map(({ test }) => test));
  const longest = running.map(topLevel).find((test) => tests.has(test));
  const ofTest = waiting.filter(({ test }) => test !== null && test === longest);
  return lowest(ofTest, ({ goroutine }) => -goroutine.waitMinutes);
}

/** Tests come first, those last that wait for others; of equals, who waits longest. */
function innocence({ awaited, goroutine: { frames, waitMinutes } }: Waiting): number {
  return (
    (baseOfTest(frames) === null ? 2e9 : 0) + (forOthers.includes(awaited) ? 1e9 : 0) - waitMinutes
  );
}

/** A test that runs on another thread has no stack to show; it is the one to look at, and nobody else. */
function hasRunningTestOutOfSight({ crash }: Investigation): boolean {
  return crash.stacks.some(
    ({ goroutine: { frames, createdBy } }) =>
      frames.length === 0 && createdBy !== null && packageOf(createdBy.function) === 'testing',
  );
}

/** Of leaked goroutines, where the first one waits; who started it belongs to it, and the others. */
export function blameOfLeak(investigation: Investigation): Guilt {
  const { stacks } = investigation.crash;
  const waiting = stacks.filter(({ role, goroutine }) => role === 'waiting' || goroutine.leaked);
  const leaked = (waiting.length > 0 ? waiting : stacks)
    .slice(0, maxRelated)
    .map(({ goroutine }) => ({ goroutine, line: guiltyLine(goroutine, investigation) }));
  const first = leaked.find(({ line }) => line !== null) ?? leaked[0];
  if (first === undefined) return nobody;
  return {
    blame: first.line,
    related: [
      ...related(creationOf(first.goroutine, investigation), 'created by'),
      ...leaked.flatMap(({ line }) => related(line, 'waiting')),
    ],
    goroutine: first.goroutine,
    witnesses: leaked.map(({ goroutine }) => goroutine),
    skipped: 0,
  };
}

function withOthers(
  first: Waiting | null,
  waiting: readonly Waiting[],
  investigation: Investigation,
): Guilt {
  if (first === null) return nobody;
  const { goroutine, line } = first;
  const others = waiting.filter(
    (other) => other !== first && other.awaited !== null && !waitsForTests(other.goroutine),
  );
  return {
    blame: line,
    related: [
      ...related(creationOf(goroutine, investigation), 'created by'),
      ...others.slice(0, maxRelated).flatMap((other) => related(other.line, 'waiting')),
    ],
    goroutine,
    witnesses: [],
    skipped: 0,
  };
}

/** The first of those with the lowest number. */
function lowest<T>(items: readonly T[], rank: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || rank(item) < rank(best)) best = item;
  return best;
}
