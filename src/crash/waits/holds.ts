import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import type { Awaiting } from './awaiting.ts';
import { addressesIn } from './call-words.ts';
import { TooMuchToRead, type Effort } from './effort.ts';
import { actionsOf } from './go-place.ts';
import { heldAt } from './held-locks.ts';
import type { Seat } from './seats.ts';
import { thingAt, type Thing } from './thing.ts';

/** Nobody takes more on the way to one place, or to all on a stack. */
const maxAtPlace = 32;
const maxHolds = 200;

/** What a goroutine took on its way, by the source lines in front of its calls. */
export interface Hold extends Thing {
  mode: 'write' | 'read' | 'once';
  at: Frame;
}

export function holdsOf(
  goroutine: Goroutine,
  seats: readonly Seat[],
  awaiting: Awaiting | null,
  effort: Effort,
): Hold[] {
  // Cond.Wait gives its lock back while it waits, and the source does not say which one that is.
  if (goroutine.frames.some(({ function: name }) => name === 'sync.(*Cond).Wait')) return [];
  let count = 0;
  const locks = seats.flatMap((seat, index) => {
    const place = (index === 0 ? awaiting?.seat : null)?.place ?? seat.place;
    const held = heldAt(place);
    count += held.length;
    if (held.length > maxAtPlace || count > maxHolds)
      throw new TooMuchToRead('too many locks to look at');
    return held.map(({ action, mode }): Hold => ({
      ...thingAt(action.operand, {
        ...seat,
        place: { ...place, at: action.at, block: action.block },
      }),
      mode,
      at: { ...seat.frame, line: action.line },
    }));
  });
  return [...locks, ...runningOnces(goroutine, seats, effort)];
}

/** A function that a sync.Once runs: the stack itself shows it. */
function runningOnces(
  { frames, callArguments = [] }: Goroutine,
  seats: readonly Seat[],
  effort: Effort,
): Hold[] {
  return frames.flatMap(({ function: name }, index): Hold[] => {
    const runs =
      name === 'sync.(*Once).doSlow' &&
      /^sync\.\(\*Mutex\)/.test(frames[index - 1]?.function ?? '');
    if (name !== 'sync.(*Once).doSlow' || runs) return [];
    effort.spend(seats.length);
    const seat = seats.find((other) => other.index > index);
    if (seat === undefined) return [];
    const [address = null] = addressesIn(callArguments[index] ?? '');
    const action = actionsOf(seat.place.source, seat.frame.line).find(
      ({ deed }) => deed === 'once',
    );
    if (action === undefined) return [];
    const place = { ...seat.place, at: action.at, block: action.block };
    return [
      { ...thingAt(action.operand, { ...seat, place }, address), mode: 'once', at: seat.frame },
    ];
  });
}
