import type { Frame } from '../frame.ts';
import type { AwaitedThing } from './awaiting.ts';
import { unlocksAlone } from './coming-deeds.ts';
import { placeOfAction } from './go-place.ts';
import type { Effort } from './effort.ts';
import type { Hold } from './holds.ts';
import type { Waker } from './needs.ts';
import { nobodyKnows } from './nobody-knows.ts';
import type { Participant } from './participants.ts';
import { areOne, stepsToCompare, thingAt, type Thing } from './thing.ts';
import { createThingIndex } from './thing-index.ts';

/** Who has a lock, or gets it before others. */
export interface Locks {
  of: (thing: AwaitedThing, who: Participant) => { wakers: Waker[]; all: boolean };
}

interface Held {
  who: Participant;
  thing: Hold;
}
interface Giver {
  who: Participant;
  thing: Thing;
  at: Frame;
}
interface Writer {
  who: Participant;
  thing: Thing;
}

const maxFound = 300;

export function lockHolders(participants: readonly Participant[], effort: Effort): Locks {
  const held = createThingIndex<Held>(maxFound, effort);
  const givers = createThingIndex<Giver>(maxFound, effort);
  const writers = createThingIndex<Writer>(maxFound, effort);
  for (const who of participants) {
    for (const thing of who.holds) held.add({ who, thing });
    for (const giver of giversIn(who)) givers.add(giver);
    if (who.awaiting?.awaited === 'sync.RWMutex.Lock')
      for (const thing of who.awaiting.things) writers.add({ who, thing });
  }
  const isSame = (thing: Thing, hold: Hold): boolean => {
    effort.spend(stepsToCompare(thing, hold));
    return areOne(thing, hold) === 'yes';
  };
  /** A lock can be given back by one who never took it; then nobody knows who will. */
  const giversOf = (thing: AwaitedThing, who: Participant): Waker[] =>
    givers.same(thing).flatMap((giver): Waker[] =>
      giver.who === who || giver.who.holds.some((hold) => isSame(thing, hold))
        ? []
        : [
            {
              who: giver.who,
              reason: { kind: 'deed', deed: 'unlock', at: giver.at },
              sure: true,
            },
          ],
    );
  /** Who wants to write goes before those who come to read. */
  const goingFirst = (thing: AwaitedThing, who: Participant): Waker[] =>
    who.awaiting?.awaited.startsWith('sync.RWMutex.') === true
      ? writers
          .same(thing)
          .filter((writer) => writer.who !== who)
          .map((writer) => ({
            ...{ who: writer.who, sure: true },
            reason: { kind: 'goes-first', thing: writer.thing },
          }))
      : [];
  return {
    of(thing, who) {
      const isInTheWay = (one: Held): boolean => fits(thing, one.thing);
      const sure = held.same(thing).filter(isInTheWay);
      // Of one sort only, the lock that somebody waits for is not the one that it has.
      const alike =
        sure.length > 0
          ? []
          : held.ofOneSort(thing).filter((one) => one.who !== who && isInTheWay(one));
      if (alike.length >= maxFound - 1) return { wakers: [nobodyKnows], all: false };
      const holders = [
        ...sure.map((one) => wakerOf(one, true)),
        ...alike.map((one) => wakerOf(one, false)),
      ];
      const others = giversOf(thing, who);
      if (holders.length + others.length === 0)
        return { wakers: goingFirst(thing, who), all: false };
      return { wakers: [...holders, ...others], all: sure.length > 0 && others.length === 0 };
    },
  };
}

function wakerOf({ who, thing }: Held, sure: boolean): Waker {
  return { who, reason: { kind: 'holds', hold: thing }, sure };
}

/** Readers do not mind each other. */
function fits({ deed }: AwaitedThing, { mode }: Hold): boolean {
  if (deed === 'once' || mode === 'once') return deed === mode;
  return deed !== 'rlock' || mode === 'write';
}

function giversIn(who: Participant): Giver[] {
  if (who.role === 'aside') return [];
  return who.seats.flatMap((seat) =>
    unlocksAlone(seat.place).map((action): Giver => {
      const there = { ...seat, place: placeOfAction(seat.place, action) };
      const at = { ...seat.frame, line: action.line };
      return { who, thing: thingAt(action.operand, there), at };
    }),
  );
}
