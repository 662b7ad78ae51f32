import type { Effort } from './effort.ts';
import type { Need, Waker } from './needs.ts';
import type { Participant } from './participants.ts';

/** One of a ring: it waits for what the next one, the last one for what the first one has. */
export interface Link {
  who: Participant;
  need: Need;
  waker: Waker;
}

/** Each search looks at everybody once at most: so many begin. */
const maxStarts = 200;
/** Of those who could bring one thing, any one belongs to a ring. */
const maxWakers = 100;

/** The shortest ring among those who wait for each other, or that was found with the effort that is left. Null where there is none. */
export function findCycle(
  members: readonly Participant[],
  needs: ReadonlyMap<Participant, readonly Need[]>,
  usable: (waker: Waker) => boolean,
  effort: Effort,
): Link[] | null {
  const among = new Set(members);
  const known = new Map<Participant, Link[]>();
  const readLinks = (who: Participant): Link[] =>
    (needs.get(who) ?? []).flatMap((need) =>
      need.wakers
        .filter((waker) => among.has(waker.who) && usable(waker))
        .slice(0, maxWakers)
        .map((waker) => ({ who, need, waker })),
    );
  const linksOf = (who: Participant): Link[] => {
    const links = known.get(who) ?? readLinks(who);
    known.set(who, links);
    return links;
  };
  let best: Link[] | null = null;
  for (const start of members.slice(0, maxStarts)) {
    const found = ringFrom(start, linksOf, effort);
    if (found !== null && (best === null || found.length < best.length)) best = found;
    if (best?.length === 1 || !effort.allows(members.length)) break;
  }
  return best;
}

function ringFrom(
  start: Participant,
  linksOf: (who: Participant) => Link[],
  effort: Effort,
): Link[] | null {
  const came = new Map<Participant, Link>();
  let edge = [start];
  while (edge.length > 0) {
    const next: Participant[] = [];
    for (const who of edge) {
      const links = linksOf(who);
      if (!effort.allows(1 + links.length)) return null;
      for (const link of links) {
        const to = link.waker.who;
        if (to === start) return ringBack(link, start, came);
        if (came.has(to)) continue;
        came.set(to, link);
        next.push(to);
      }
    }
    edge = next;
  }
  return null;
}

function ringBack(last: Link, start: Participant, came: ReadonlyMap<Participant, Link>): Link[] {
  const ring = [last];
  for (let who = last.who; who !== start;) {
    const link = came.get(who);
    if (link === undefined) break;
    ring.unshift(link);
    who = link.who;
  }
  return ring;
}
