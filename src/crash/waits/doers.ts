import type { Frame } from '../frame.ts';
import type { AwaitedThing } from './awaiting.ts';
import { comingDeeds, sureDeeds } from './coming-deeds.ts';
import { TooMuchToRead, type Effort } from './effort.ts';
import type { Action, Deed } from './go-actions.ts';
import { placeOfAction, type GoPlace } from './go-place.ts';
import type { Waker } from './needs.ts';
import type { Participant } from './participants.ts';
import { thingAt, type Thing } from './thing.ts';
import { createThingIndex, type ThingIndex } from './thing-index.ts';
import { nobodyKnows } from './nobody-knows.ts';
import { perPlace } from './per-place.ts';

/** Who can still do something to a thing, when it goes on. */
export interface Doers {
  of: (thing: AwaitedThing, deeds: readonly Deed[], who: Participant) => Waker[];
  /** Members of a group that starts its goroutines itself: each of them counts down when it ends. */
  startedBy: (who: Participant) => Waker[];
}

interface Coming {
  who: Participant;
  thing: Thing;
  deed: Deed;
  /** It is done when the function ends, whatever happens before. */
  atEnd: boolean;
  at: Frame;
}

const maxFound = 300;
/** No goroutine has more left to do for others. */
const maxDeeds = 1000;
/** What others can wait for; who waits for a lock waits for those who hold it. */
const awaited: ReadonlySet<Deed> = new Set<Deed>(['send', 'receive', 'close', 'done', 'signal']);

export function deedsToCome(participants: readonly Participant[], effort: Effort): Doers {
  const byDeed = new Map<Deed, ThingIndex<Coming>>();
  const children = new Map<number, Participant[]>();
  for (const who of participants) {
    for (const coming of readComing(who)) {
      const index = byDeed.get(coming.deed) ?? createThingIndex<Coming>(maxFound, effort);
      byDeed.set(coming.deed, index);
      index.add(coming);
    }
    const by = who.goroutine.createdBy;
    if (by === null || by.goroutine === null || !starters.test(by.function)) continue;
    const known = children.get(by.goroutine) ?? [];
    children.set(by.goroutine, known);
    known.push(who);
  }
  return {
    of(thing, deeds, who) {
      const best = new Map<Participant, Waker>();
      for (const deed of deeds) {
        const index = byDeed.get(deed);
        if (index === undefined) continue;
        const same = index.same(thing);
        const alike = index.ofOneSort(thing).filter((coming) => coming.who !== who);
        if (same.length + alike.length >= maxFound) return [nobodyKnows];
        for (const coming of same) {
          const known = best.get(coming.who);
          if (known === undefined || coming.atEnd) best.set(coming.who, wakerOf(coming, true));
        }
        for (const coming of alike)
          if (!best.has(coming.who)) best.set(coming.who, wakerOf(coming, false));
      }
      return [...best.values()];
    },
    startedBy: (who) =>
      (children.get(who.goroutine.id) ?? []).slice(0, maxFound).map((child): Waker => {
        const at = child.seats.at(-1)?.frame ?? child.goroutine.createdBy;
        return at === null
          ? nobodyKnows
          : { who: child, reason: { kind: 'deed', deed: 'done', at }, sure: false };
      }),
  };
}

// sync.(*WaitGroup).Go   golang.org/x/sync/errgroup.(*Group).Go
const starters = /(?:^sync\.\(\*WaitGroup\)|\/errgroup\.\(\*Group\))\.(?:Go|TryGo)$/;

function wakerOf({ who, deed, atEnd, at }: Coming, sure: boolean): Waker {
  return { who, reason: { kind: 'deed', deed: sure && atEnd ? 'end' : deed, at }, sure };
}

const awaitedDeeds = perPlace((place) =>
  comingDeeds(place).filter(({ deed }) => awaited.has(deed)),
);

function readComing(who: Participant): Coming[] {
  if (who.role === 'aside') return [];
  let count = 0;
  return who.seats.flatMap((seat, index) => {
    const place = (index === 0 ? who.awaiting?.seat : null)?.place ?? seat.place;
    const deeds = awaitedDeeds(place);
    count += deeds.length;
    if (count > maxDeeds) throw new TooMuchToRead('too much to do to look at');
    const sure = new Set(sureDeeds(place));
    place.source.effort.spend(sure.size);
    return deeds.map((action): Coming => {
      // A name means what it means where the deed is written.
      const there = { ...seat, place: placeOfAction(place, action) };
      return {
        ...{ who, deed: action.deed, thing: thingAt(action.operand, there) },
        atEnd: sure.has(action) && isUnconditional(action, place),
        at: { ...seat.frame, line: action.line },
      };
    });
  });
}

function isUnconditional({ block }: Action, { source, body }: GoPlace): boolean {
  for (let at = block; at !== body; at = source.blocks[at]?.parent ?? body) {
    source.effort.spend(1);
    if (source.blocks[at]?.kind !== 'function') return false;
  }
  return true;
}
