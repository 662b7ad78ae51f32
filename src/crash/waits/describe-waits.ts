import { plural } from '../../report/plural.ts';
import type { Waits } from '../../report/waits-schema.ts';
import type { Frame } from '../frame.ts';
import { baseName } from '../source/frame-path.ts';
import type { AwaitedThing } from './awaiting.ts';
import type { Link } from './find-cycle.ts';
import type { Participant } from './participants.ts';

const maxWaits = 20;
const maxHolds = 8;
const maxLinks = 5;
const maxPlaces = 4;
const maxTextChars = 200;

export type WaitEntry = Waits['waits'][number];

export function entriesOf(participants: readonly Participant[]): WaitEntry[] {
  return participants.slice(0, maxWaits).map(entryOf);
}

function entryOf({ goroutine, count, test, awaiting, holds }: Participant): WaitEntry {
  const { waitMinutes, id, state } = goroutine;
  return {
    ...{ goroutine: id, goroutines: count, test },
    state: cut(awaiting?.awaited ?? state),
    minutes: waitMinutes > 0 ? waitMinutes : null,
    at: plain(awaiting?.at ?? null),
    waitsFor: awaiting?.things[0]?.address ?? null,
    holds: holds.slice(0, maxHolds).map(({ text, at }) => ({ what: cut(text), at: plain(at) })),
  };
}

/** A ring in words: who waits for what, and who has it. */
export function cycleSummary(links: readonly Link[]): string {
  const told = links.slice(0, maxLinks).map((link) => linkWords(link, links.length === 1));
  const more = links.length - told.length;
  const rest = more > 0 ? `; and ${String(more)} more in the ring` : '';
  const head =
    links.length === 1 ? '' : `${plural(links.length, 'goroutine')} wait for each other: `;
  return `${head}${told.join('; ')}${rest}`;
}

function linkWords(link: Link, alone: boolean): string {
  const { who, need, waker } = link;
  const me = nameOf(who);
  const { reason } = waker;
  const what = `${me} waits ${awaitedWords(need.thing)}${placeOf(who.awaiting?.at ?? null)}`;
  const other = alone ? 'it' : nameOf(waker.who);
  const itself = alone ? ' itself' : '';
  switch (reason.kind) {
    case 'holds': {
      const { mode, text, at } = reason.hold;
      const as = text === '' || text === need.thing?.text ? '' : ` as ${cut(text)}`;
      const verb = mode === 'once' ? 'runs' : 'holds';
      return `${what}, which ${other} ${verb}${itself}${as} since ${position(at)}`;
    }
    case 'goes-first':
      return `${what} behind ${other}, which waits to write`;
    case 'deed':
      return `${what}, which ${other} ${deedWords[reason.deed] ?? ''}${itself} only ${reason.deed === 'end' ? 'when it ends' : 'later'}${placeOf(reason.at)}`;
    case 'subtest':
      return `${me} waits for its subtest, ${nameOf(waker.who)}`;
  }
}

const deedWords: Readonly<Record<string, string>> = {
  send: 'sends to',
  receive: 'receives from',
  close: 'closes',
  done: 'counts down',
  end: 'counts down',
  signal: 'gives',
  unlock: 'gives back',
};

function awaitedWords(thing: AwaitedThing | null): string {
  const named = (other: string): string =>
    thing === null || thing.text === '' ? other : cut(thing.text);
  switch (thing?.deed) {
    case 'send':
      return `to send to ${named('a channel')}`;
    case 'receive':
      return `to receive from ${named('a channel')}`;
    case 'cond':
      return `for a signal of ${named('a condition')}`;
    case 'rlock':
      return `to read ${named('a lock')}`;
    case 'wait':
      return `for ${named('a group')}`;
    case 'lock':
    case 'once':
    case undefined:
      return `for ${named('a lock')}`;
  }
}

/** Everybody waits, in words: for what, and where. */
export function stuckSummary(participants: readonly Participant[], test: string | null): string {
  const places = new Map<string, number>();
  for (const { awaiting, goroutine, count } of participants) {
    const thing = awaiting?.things[0] ?? null;
    const what =
      awaiting?.endedBy === 'never' || thing === null
        ? `in ${cut(goroutine.state)}`
        : `${awaiting?.awaited === 'select' ? 'in a select ' : ''}${awaitedWords(thing)}`;
    const key = `${what}${placeOf(awaiting?.at ?? null)}`;
    places.set(key, (places.get(key) ?? 0) + count);
  }
  const total = participants.reduce((sum, { count }) => sum + count, 0);
  const of = test === null ? '' : ` of ${cut(test)}`;
  const who = plural(total, 'goroutine');
  const [only = ''] = places.keys();
  if (places.size === 1)
    return `${who}${of} ${total === 1 ? 'waits' : 'wait'} ${only}, and nobody is left who could wake ${total === 1 ? 'it' : 'them'}`;
  const told = [...places].slice(0, maxPlaces).map(([place, count]) => `${String(count)} ${place}`);
  const more = places.size - told.length;
  return `${who}${of} wait, and nobody is left who could wake them: ${told.join('; ')}${more > 0 ? `; and at ${plural(more, 'more place')}` : ''}`;
}

function nameOf({ goroutine: { id }, count }: Participant): string {
  return `goroutine ${String(id)}${count > 1 ? ` (and ${String(count - 1)} more like it)` : ''}`;
}

function placeOf(frame: Frame | null): string {
  return frame === null ? '' : ` (${position(frame)})`;
}

function position({ file, line }: Frame): string {
  return `${cut(baseName(file))}:${String(line)}`;
}

function plain(frame: Frame): Frame;
function plain(frame: Frame | null): Frame | null;
function plain(frame: Frame | null): Frame | null {
  return frame === null ? null : { function: frame.function, file: frame.file, line: frame.line };
}

function cut(text: string): string {
  return text.length > maxTextChars ? `${text.slice(0, maxTextChars - 1)}…` : text;
}
