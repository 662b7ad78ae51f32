import { packageOf, type Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { waitOf, type Awaited } from '../goroutines/waiting.ts';
import { isRuntime } from '../standard-library.ts';
import { addressesIn } from './call-words.ts';
import { awaitedAddress } from './awaited-address.ts';
import type { Action, Deed } from './go-actions.ts';
import {
  actionsBetween,
  actionsOn,
  functionOf,
  isWithin,
  placeOfAction,
  wordsOn,
} from './go-place.ts';
import type { Seat } from './seats.ts';
import { thingAt, type Thing } from './thing.ts';
import { mayComeByItself } from './by-itself.ts';

/** What a goroutine waits for, read from its stack and the line that it stands in. */
export interface Awaiting {
  awaited: Awaited;
  /** The innermost frame of the repository. */
  at: Frame | null;
  /** One, several of a select, none where the source does not tell. */
  things: readonly AwaitedThing[];
  /** The innermost seat, at the very word that waits. */
  seat: Seat | null;
  /**
   * never: nil channels, a select without cases. others: only another goroutine can end it. maybe-itself: a timer, a signal, the
   * network may, or nobody knows.
   */
  endedBy: 'never' | 'others' | 'maybe-itself';
}

export interface AwaitedThing extends Thing {
  deed: 'lock' | 'rlock' | 'once' | 'send' | 'receive' | 'wait' | 'cond';
}

/** Which deeds of a line are this wait. */
const deedsOf: Readonly<Partial<Record<Awaited, readonly Deed[]>>> = {
  'sync.Mutex.Lock': ['lock', 'once'],
  'sync.RWMutex.Lock': ['lock'],
  'sync.RWMutex.RLock': ['rlock'],
  'sync.WaitGroup.Wait': ['wait'],
  'sync.Cond.Wait': ['wait'],
  'chan receive': ['receive'],
  'chan send': ['send'],
  select: ['receive', 'send'],
};
/** Whatever the source says, nothing but another goroutine ends these. */
const forOthers: ReadonlySet<Awaited> = new Set<Awaited>([
  'sync.Mutex.Lock',
  'sync.RWMutex.Lock',
  'sync.RWMutex.RLock',
  'sync.WaitGroup.Wait',
  'sync.Cond.Wait',
]);
const forever: ReadonlySet<string> = new Set([
  'chan receive (nil chan)',
  'chan send (nil chan)',
  'select (no cases)',
]);

/** Null for a goroutine that does not wait. */
export function awaitingOf(goroutine: Goroutine, seats: readonly Seat[]): Awaiting | null {
  const wait = waitOf(goroutine);
  if (wait === null) return null;
  const { awaited } = wait;
  const [seat] = seats;
  const at = seat?.frame ?? wait.at;
  if (forever.has(goroutine.state))
    return { awaited, at, things: [], seat: seat ?? null, endedBy: 'never' };
  const read =
    seat === undefined || !isDirect(goroutine, seat) ? null : readLine(goroutine, awaited, seat);
  const things = read?.things ?? [];
  const address = awaitedAddress(goroutine, awaited);
  const own: AwaitedThing[] =
    things.length === 0 && address !== null
      ? [{ text: '', address, names: [], sorts: [], deed: deedOf(awaited, 'lock') }]
      : things;
  const isHard =
    forOthers.has(awaited) || (read !== null && things.length > 0 && !read.mayComeByItself);
  return {
    ...{ awaited, at, things: own, seat: read?.seat ?? seat ?? null },
    endedBy: isHard ? 'others' : 'maybe-itself',
  };
}

/** Nothing but the runtime and package sync lies between the line and the wait. */
function isDirect({ frames }: Goroutine, { index }: Seat): boolean {
  return frames
    .slice(0, index)
    .every((frame) => isRuntime(frame) || /^(?:internal\/)?sync$/.test(packageOf(frame.function)));
}

function readLine(
  goroutine: Goroutine,
  awaited: Awaited,
  seat: Seat,
): { things: AwaitedThing[]; seat: Seat; mayComeByItself: boolean } | null {
  const actions =
    awaited === 'select'
      ? casesOf(seat)
      : matching(actionsOn(seat.place, seat.frame.line), awaited, goroutine, seat);
  const [first] = actions;
  // Of two on one line nobody knows which it is; the cases of a select are all of them.
  if (first === undefined || (awaited !== 'select' && actions.length > 1)) return null;
  const moved = { ...seat, place: placeOfAction(seat.place, first) };
  const address =
    first.deed === 'once' ? onceAddress(goroutine) : awaitedAddress(goroutine, awaited);
  return {
    things: actions.map((action) => ({
      ...thingAt(action.operand, moved, address),
      deed: deedOf(awaited, action.deed),
    })),
    seat: moved,
    mayComeByItself: actions.some((action) => mayComeByItself(action, moved.place)),
  };
}

function matching(
  actions: readonly Action[],
  awaited: Awaited,
  { frames }: Goroutine,
  { index }: Seat,
): Action[] {
  const inOnce = frames
    .slice(0, index)
    .some(({ function: name }) => name.startsWith('sync.(*Once).'));
  return actions.filter(({ deed, elsewhere, deferred }) => {
    if (elsewhere || (deferred && deed !== 'wait')) return false;
    if (awaited === 'sync.Mutex.Lock' && (deed === 'once') !== inOnce) return false;
    return deedsOf[awaited]?.includes(deed) === true;
  });
}

/** The lock is one in the Once. */
function onceAddress({ frames, callArguments = [] }: Goroutine): string | null {
  const at = frames.findIndex(({ function: name }) => name === 'sync.(*Once).doSlow');
  return addressesIn(callArguments[at] ?? '')[0] ?? null;
}

/** A select waits in the line of its word; its cases are the clauses of the block behind it. */
function casesOf({ place, frame }: Seat): Action[] {
  const { source, body } = place;
  const { tokens, blocks, blockOf } = source;
  const word = wordsOn(source, frame.line).find(
    (at) => tokens[at]?.text === 'select' && functionOf(source, blockOf[at] ?? 0) === body,
  );
  const select = word === undefined ? undefined : blockOf[word + 1];
  if (select === undefined) return [];
  source.effort.spend(blocks.length);
  const clauses = blocks.flatMap(({ kind, parent }, index) =>
    kind === 'clause' && parent === select ? [index] : [],
  );
  return clauses.flatMap((clause) => {
    const { start: head, end } = blocks[clause] ?? { start: -1, end: -1 };
    const line = tokens[head]?.line;
    const comm = actionsBetween(source, head, end).find(
      (action) => isWithin(source, action.block, clause) && action.line === line,
    );
    return comm === undefined ? [] : [comm];
  });
}

function deedOf(awaited: Awaited, deed: Deed): AwaitedThing['deed'] {
  if (awaited === 'sync.Cond.Wait') return 'cond';
  if (awaited === 'sync.RWMutex.RLock') return 'rlock';
  if (awaited === 'sync.WaitGroup.Wait') return 'wait';
  return deed === 'send' || deed === 'receive' || deed === 'once' ? deed : 'lock';
}
