import type { Goroutine } from '../goroutines/goroutine.ts';
import { isGuard, isRuntime, isStandardLibrary } from '../standard-library.ts';
import { declaredTest, testOfStack } from '../test-of-stack.ts';
import { waitsForTests } from '../blame/goroutines-that-wait.ts';
import { packageOf, type Frame } from '../frame.ts';
import { addressesIn } from './call-words.ts';
import { awaitingOf, type Awaiting } from './awaiting.ts';
import type { Effort } from './effort.ts';
import { holdsOf, type Hold } from './holds.ts';
import type { Seat, SeatReader } from './seats.ts';

/** A goroutine, or several that are equal, as one of those who wait for each other. */
export interface Participant {
  goroutine: Goroutine;
  /** Equal ones, this one included. */
  count: number;
  /** testing: waits in package testing for its subtests. aside: serves the runtime or the guard. free: can go on, as far as anybody knows. */
  role: 'waits' | 'testing' | 'free' | 'aside';
  awaiting: Awaiting | null;
  holds: readonly Hold[];
  seats: readonly Seat[];
  /** The top-level test that it belongs to. */
  test: string | null;
}

const maxParticipants = 2000;
const maxSteps = 32;
const stepsPerFrame = 4;

/** Null when there are too many different ones to look at. */
export function participantsOf(
  goroutines: readonly Goroutine[],
  reader: SeatReader,
  effort: Effort,
): Participant[] | null {
  const groups = new Map<string, { goroutine: Goroutine; count: number }>();
  const stacks = new Map<readonly Frame[], number>();
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  for (const goroutine of goroutines) {
    const stack = stacks.get(goroutine.frames) ?? stacks.size;
    stacks.set(goroutine.frames, stack);
    const { state, createdBy, callArguments = [], leaked } = goroutine;
    const words = callArguments.map(addressesIn);
    const key = JSON.stringify([
      stack,
      state,
      leaked,
      createdBy?.goroutine,
      createdBy?.line,
      words,
    ]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { goroutine, count: 1 });
    else known.count++;
    if (groups.size > maxParticipants) {
      effort.giveUp();
      return null;
    }
  }
  return [...groups.values()].map(({ goroutine, count }) => {
    const seats = reader.seatsOf(goroutine);
    const awaiting = awaitingOf(goroutine, seats);
    return {
      ...{ goroutine, count, seats, awaiting },
      role: roleOf(goroutine, awaiting),
      holds: holdsOf(goroutine, seats, awaiting, effort),
      test: testOf(goroutine, byId, effort),
    };
  });
}

function roleOf(goroutine: Goroutine, awaiting: Awaiting | null): Participant['role'] {
  const { frames } = goroutine;
  if (
    frames.length > 0 &&
    (frames.every(isRuntime) || isAlarm(goroutine) || isBackground(goroutine))
  )
    return 'aside';
  if (frames.some(isGuard) && !frames.some(({ function: name }) => name === 'main.main'))
    return 'aside';
  if (waitsForTests(goroutine) && awaiting !== null) return 'testing';
  return awaiting === null || awaiting.endedBy === 'maybe-itself' ? 'free' : 'waits';
}

/** The goroutine that ends the tests when their time is over. */
function isAlarm({ frames }: Goroutine): boolean {
  return frames.some(({ function: name }) => name.startsWith('testing.(*M).startAlarm'));
}

/** Of Go's own library, from its start: it watches for signals and the like. */
function isBackground({ frames, createdBy }: Goroutine): boolean {
  const starts = createdBy === null ? '' : createdBy.function;
  return (
    /^os\/signal\./.test(starts) &&
    frames.every((frame) => isStandardLibrary(frame) && packageOf(frame.function) !== 'testing')
  );
}

function testOf(
  goroutine: Goroutine,
  byId: ReadonlyMap<number, Goroutine>,
  effort: Effort,
): string | null {
  let current: Goroutine | undefined = goroutine;
  for (let step = 0; step < maxSteps && current !== undefined; step++) {
    effort.spend(stepsPerFrame * (1 + current.frames.length));
    const own = testOfStack(current.frames);
    if (own !== null) return own;
    const by: Goroutine['createdBy'] = current.createdBy;
    const named = by?.file.endsWith('_test.go') === true ? declaredTest(by.function) : null;
    if (named !== null && named !== 'TestMain') return named;
    const creator: number | null = by?.goroutine ?? null;
    current = creator === null ? undefined : byId.get(creator);
  }
  return null;
}
