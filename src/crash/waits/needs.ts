import type { AwaitedThing } from './awaiting.ts';
import { deedsToCome, type Doers } from './doers.ts';
import type { Deed } from './go-actions.ts';
import type { Frame } from '../frame.ts';
import type { Effort } from './effort.ts';
import { lockHolders, type Locks } from './holders.ts';
import type { Hold } from './holds.ts';
import type { Participant } from './participants.ts';
import type { Thing } from './thing.ts';

/** Why somebody has to come first: what it holds, what it waits for itself, what it has yet to do, or that it is a subtest. */
export type Reason =
  | { kind: 'holds'; hold: Hold }
  | { kind: 'goes-first'; thing: Thing }
  | { kind: 'deed'; deed: Deed | 'end'; at: Frame }
  | { kind: 'subtest' };

export interface Waker {
  who: Participant;
  reason: Reason;
  /** Text and stack tell that it is the same thing, not only one of its sort. */
  sure: boolean;
}

/** What must happen before one thing that somebody waits for is there. */
export interface Need {
  thing: AwaitedThing | null;
  wakers: readonly Waker[];
  /** Each of them has to come: one that cannot is enough to wait forever. Else any of them may. */
  all: boolean;
  /** Others than those that can be seen may come too. */
  open: boolean;
}

const stepsPerWaker = 40;

/** All that each one who waits needs. */
export function needsOf(
  participants: readonly Participant[],
  effort: Effort,
): Map<Participant, Need[]> {
  const doers = deedsToCome(participants, effort);
  const locks = lockHolders(participants, effort);
  const kept = (need: Need): Need => {
    effort.spend(stepsPerWaker * (1 + need.wakers.length));
    return need;
  };
  return new Map(
    participants.flatMap((who): [Participant, Need[]][] => {
      if (who.role === 'testing') return [[who, [kept(subtestsOf(who, participants, effort))]]];
      if (who.role !== 'waits') return [];
      const things = who.awaiting?.things ?? [];
      return [[who, things.map((thing) => kept(needOf(who, thing, doers, locks)))]];
    }),
  );
}

function needOf(who: Participant, thing: AwaitedThing, doers: Doers, locks: Locks): Need {
  const open = (deeds: readonly Deed[]): Need => {
    // Who waits here cannot come itself.
    const wakers = doers
      .of(thing, deeds, who)
      .filter((waker) => waker.who !== who || who.count > 1);
    return { thing, wakers, all: false, open: true };
  };
  switch (thing.deed) {
    case 'lock':
    case 'rlock':
    case 'once':
      return { thing, ...locks.of(thing, who), open: false };
    case 'wait': {
      const done = doers.of(thing, ['done'], who);
      const sure = done.filter(({ reason }) => reason.kind === 'deed' && reason.deed === 'end');
      if (sure.length > 0) return { thing, wakers: sure, all: true, open: false };
      return { thing, wakers: [...done, ...doers.startedBy(who)], all: false, open: true };
    }
    case 'send':
      return open(['receive']);
    case 'receive':
      return open(['send', 'close']);
    case 'cond':
      return open(['signal']);
  }
}

function subtestsOf(who: Participant, participants: readonly Participant[], effort: Effort): Need {
  effort.spend(participants.length);
  const wakers = participants.flatMap((other): Waker[] => {
    const by = other.goroutine.createdBy;
    return by?.goroutine === who.goroutine.id && /^testing\.\(\*[TF]\)\.Run$/.test(by.function)
      ? [{ who: other, reason: { kind: 'subtest' }, sure: true }]
      : [];
  });
  return { thing: null, wakers, all: false, open: false };
}
