import type { Effort } from './effort.ts';
import type { Need, Waker } from './needs.ts';
import type { Participant } from './participants.ts';

/**
 * Those who wait only for each other: the largest set in which nobody can be woken by one outside of it. `mayCome` says whether somebody
 * who cannot be seen, or who is free, may bring what is not held by anybody.
 */
export function closedSet(
  needs: ReadonlyMap<Participant, readonly Need[]>,
  mayCome: (who: Participant) => boolean,
  effort: Effort,
): Set<Participant> {
  const closed = new Set(needs.keys());
  const canNever = (who: Participant): boolean => {
    if (who.awaiting?.endedBy === 'never') return true;
    const own = needs.get(who) ?? [];
    return own.length > 0 && own.every((need) => cannotEnd(need, who));
  };
  const isClosed = ({ who }: Waker): boolean => {
    effort.spend(1);
    return closed.has(who);
  };
  const cannotEnd = ({ wakers, all, open }: Need, who: Participant): boolean => {
    if (all) return wakers.some(isClosed);
    if (open && mayCome(who)) return false;
    if (wakers.length === 0) return open;
    return wakers.every(isClosed);
  };
  // Who wakes whom, so that each one is looked at again only when one of its wakers has gone.
  const waiting = new Map<Participant, Participant[]>();
  for (const [who, own] of needs)
    for (const { wakers } of own)
      for (const { who: waker } of wakers) {
        const list = waiting.get(waker);
        if (list === undefined) waiting.set(waker, [who]);
        else list.push(who);
      }
  const queue = [...closed];
  for (let who = queue.pop(); who !== undefined; who = queue.pop()) {
    if (!closed.has(who) || canNever(who)) continue;
    closed.delete(who);
    for (const other of waiting.get(who) ?? []) queue.push(other);
  }
  return closed;
}
