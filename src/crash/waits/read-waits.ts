import type { Waits } from '../../report/waits-schema.ts';
import { topLevel } from '../blame/running-tests.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { locateFrame } from '../source/located-frame.ts';
import type { Repository } from '../source/repository.ts';
import { createOutsideCalls } from './by-itself.ts';
import { closedSet } from './closed-set.ts';
import { cycleSummary, entriesOf, stuckSummary } from './describe-waits.ts';
import { createEffort, effortFor, TooMuchToRead, type Effort } from './effort.ts';
import { findCycle, type Link } from './find-cycle.ts';
import { needsOf, type Need, type Waker } from './needs.ts';
import { participantsOf, type Participant } from './participants.ts';
import { createSeatReader } from './seats.ts';

export interface WaitsRequest {
  goroutines: readonly Goroutine[];
  repository: Repository;
  /** Names of the tests that were running, subtests with theirs; empty where nobody knows. */
  runningTests: readonly string[];
  /** Goroutines are missing: somebody who is not seen may come. */
  isCut: boolean;
  /** The runtime says that none of them can go on, or none of those that it marks as leaked. */
  proof: 'all-asleep' | 'leaked' | null;
}

interface Reading extends WaitsRequest {
  running: ReadonlySet<string>;
  /** Whether a file has functions called by timers and the like. */
  callsFromOutside: (file: string) => boolean;
  effort: Effort;
}

/**
 * Who waits for whom in a process that does not get on; null where nothing says that it never will. Never a guess. Where there is more to
 * look at than `effort` lets, only what the runtime itself says: no ring follows from what was not read to its end.
 */
export function readWaits(
  request: WaitsRequest,
  effort = effortFor(request.goroutines.length),
): Waits | null {
  try {
    return waitsBySource(request, effort);
  } catch (error) {
    if (!(error instanceof TooMuchToRead)) throw error;
  }
  try {
    return waitsByState(request, createEffort());
  } catch (error) {
    if (!(error instanceof TooMuchToRead)) throw error;
    return null;
  }
}

function waitsBySource(request: WaitsRequest, effort: Effort): Waits | null {
  const { proof } = request;
  const reading = readingOf(request, effort);
  const participants = participantsIn(reading);
  if (participants === null) return null;
  const ring = ringOf(participants, needsOf(participants, effort), reading);
  if (ring === null) return stuckWaits(participants, reading);
  return {
    kind: 'cycle',
    confidence: proof === null ? 'consistent' : 'confirmed',
    summary: cycleSummary(ring),
    waits: entriesOf(ring.map(({ who }) => who)),
  };
}

function waitsByState(request: WaitsRequest, effort: Effort): Waits | null {
  const repository = { ...request.repository, lines: () => null };
  const reading = readingOf({ ...request, repository, isCut: true }, effort);
  const participants = participantsIn(reading);
  if (participants === null) return null;
  const located = participants.map((who) => inRepository(who, repository));
  return stuckWaits(located, reading);
}

function inRepository(who: Participant, repository: Repository): Participant {
  const { awaiting } = who;
  const at = awaiting?.at ?? null;
  if (awaiting === null || at === null) return who;
  return { ...who, awaiting: { ...awaiting, at: locateFrame(at, repository) ?? at } };
}

function readingOf(request: WaitsRequest, effort: Effort): Reading {
  const running = new Set(request.runningTests.map(topLevel));
  const callsFromOutside = createOutsideCalls(request.repository, effort);
  return { ...request, running, callsFromOutside, effort };
}

function participantsIn({ goroutines, repository, proof, effort }: Reading): Participant[] | null {
  const meant = proof === 'leaked' ? goroutines.filter(({ leaked }) => leaked) : goroutines;
  const reader = createSeatReader(goroutines, repository, effort);
  const participants = participantsOf(meant, reader, effort);
  return proof === null ? participants : (participants?.map(asProven) ?? null);
}

function stuckWaits(participants: readonly Participant[], reading: Reading): Waits | null {
  const stuck = stuckOf(participants, reading);
  if (stuck === null) return null;
  const tests = new Set(stuck.map(({ test }) => test));
  const [test = null] = tests.size === 1 ? tests : [];
  const isSure =
    reading.proof !== null || stuck.every(({ awaiting }) => awaiting?.endedBy === 'never');
  return {
    kind: 'stuck',
    confidence: isSure ? 'confirmed' : 'consistent',
    summary: stuckSummary(stuck, test),
    waits: entriesOf(stuck),
  };
}

/** What the runtime proves needs no other reason. */
function asProven(who: Participant): Participant {
  return who.role === 'free' && who.awaiting !== null ? { ...who, role: 'waits' } : who;
}

/** The ring that a person would look for first: of what surely belongs together, of the tests that run. */
function ringOf(
  participants: readonly Participant[],
  needs: ReadonlyMap<Participant, readonly Need[]>,
  { running, proof, isCut, callsFromOutside, effort }: Reading,
): Link[] | null {
  const free = participants.filter(({ role }) => role === 'free');
  const mayCome = (who: Participant): boolean =>
    proof === null &&
    (isCut ||
      free.some(({ test }) => test === null || who.test === null || test === who.test) ||
      who.seats.some(({ frame }) => callsFromOutside(frame.file)));
  const remembered = new Map<Participant, boolean>();
  const closed = closedSet(
    needs,
    (who) => {
      const known = remembered.get(who) ?? mayCome(who);
      remembered.set(who, known);
      return known;
    },
    effort,
  );
  const meant = ({ test }: Participant): boolean =>
    running.size === 0 || test === null || running.has(test);
  const members = [...closed].sort((a, b) => a.goroutine.id - b.goroutine.id);
  const isLock = ({ sure, reason }: Waker): boolean => sure && reason.kind !== 'deed';
  for (const usable of [isLock, ({ sure }: Waker) => sure]) {
    const ring = findCycle(members, needs, usable, effort);
    if (ring?.some(({ who }) => meant(who)) === true) return ring;
  }
  return null;
}

/** Everybody who waits, where nobody is free; or a test that waits for what never comes. */
function stuckOf(
  participants: readonly Participant[],
  { running, proof, isCut, callsFromOutside }: Reading,
): Participant[] | null {
  const waiting = participants.filter(({ role }) => role === 'waits');
  const ofTests = waiting.filter(
    ({ test }) => running.size === 0 || (test !== null && running.has(test)),
  );
  const meant = running.size > 0 && ofTests.length > 0 ? ofTests : waiting;
  if (meant.length === 0) return null;
  if (proof !== null) return meant;
  const never = meant.filter(
    ({ awaiting, goroutine, test }) =>
      awaiting?.endedBy === 'never' && test !== null && isTestsOwn(goroutine),
  );
  if (never.length > 0) return never;
  const mayCome =
    isCut ||
    running.size === 0 ||
    ofTests.length === 0 ||
    // Of a goroutine whose source cannot be read, nobody knows what it has to do with timers and the like.
    participants.some(
      ({ role, seats }) => role === 'free' || (role === 'waits' && seats.length === 0),
    ) ||
    participants.some(({ seats }) => seats.some(({ frame }) => callsFromOutside(frame.file)));
  return mayCome ? null : meant;
}

/** The goroutine that the test itself runs on. */
function isTestsOwn({ createdBy, frames }: Goroutine): boolean {
  return (
    createdBy?.function === 'testing.(*T).Run' ||
    frames.some(({ function: name }) => name === 'testing.tRunner')
  );
}
