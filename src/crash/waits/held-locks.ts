import type { Action, Deed, GoFunction } from './go-actions.ts';
import { perFunction } from './per-function.ts';
import { perPlace } from './per-place.ts';
import { functionOf, isWithin } from './go-place.ts';

/** A lock that was taken on the way to a place and, by the source, not given back. */
export interface Taken {
  action: Action;
  mode: 'write' | 'read';
}

const taking: Readonly<Partial<Record<Deed, Taken['mode']>>> = { lock: 'write', rlock: 'read' };
const giving: Readonly<Partial<Record<Deed, Taken['mode']>>> = { unlock: 'write', runlock: 'read' };
// return   t.Fatal()   panic(): what comes behind is another way
const waysOut =
  /^(?:return|break|continue|goto|panic|Fatal|Fatalf|FailNow|Skip|Skipf|SkipNow|Exit|Goexit)$/;

/**
 * The locks that a function holds at a place, as far as the source is sure of it: what was locked in a block that ended, or may have
 * been unlocked in one, is not.
 */
export const heldAt = perPlace(({ source, body, at, block }): Taken[] => {
  const held: Taken[] = [];
  for (const action of source.actions) {
    if (action.at >= at) break;
    if (action.elsewhere || !runsIn(source, action.block, body)) continue;
    const isOpen = isWithin(source, block, action.block);
    const mode = taking[action.deed];
    if (mode !== undefined && isOpen && !action.deferred) held.push({ action, mode });
    const given = giving[action.deed];
    if (
      given === undefined ||
      atOwnEnd(source, action, body) ||
      (!isOpen && leavesIn(source, action.block))
    )
      continue;
    source.effort.spend(held.length);
    const last = held.findLastIndex(
      (taken) => taken.mode === given && taken.action.operand.text === action.operand.text,
    );
    if (last >= 0) held.splice(last, 1);
  }
  const elsewhere = givenElsewhere(source);
  return held.filter(({ action: { operand }, mode }) => !elsewhere.has(`${mode} ${operand.text}`));
});

/** What a literal that others run gives back and did not take: then this goroutine may not be the one that has it. */
const givenElsewhere = perFunction((source) => {
  const given = new Map<string, Set<string>>();
  for (const action of source.actions) {
    const body = functionOf(source, action.block);
    const use = source.blocks[body]?.part?.use;
    if (use !== 'go' && use !== 'value') continue;
    const mode = giving[action.deed] ?? taking[action.deed];
    if (mode === undefined) continue;
    const key = `${String(body)} ${mode} ${action.operand.text}`;
    const deeds = given.get(key) ?? new Set();
    given.set(key, deeds.add(giving[action.deed] === undefined ? 'takes' : 'gives'));
  }
  return new Set(
    [...given].flatMap(([key, deeds]) =>
      deeds.has('takes') ? [] : [key.slice(key.indexOf(' ') + 1)],
    ),
  );
});

/** A literal that is called on the spot ends before the place. */
function atOwnEnd(source: GoFunction, { deferred, block }: Action, body: number): boolean {
  return deferred && functionOf(source, block) === body;
}

/** Also what a literal does that is called on the spot; what the function does at its end comes later. */
function runsIn(source: GoFunction, block: number, body: number): boolean {
  let own = functionOf(source, block);
  while (own !== body) {
    source.effort.spend(1);
    const { part, parent } = source.blocks[own] ?? {};
    if (part?.use !== 'called' || parent === undefined) return false;
    own = functionOf(source, parent);
  }
  return true;
}

function leavesIn(source: GoFunction, block: number): boolean {
  const known = leaving(source);
  const found = known.get(block) ?? leaves(source, block);
  known.set(block, found);
  return found;
}

const leaving = perFunction(() => new Map<number, boolean>());

/** Whether the last statement of a block, or of one around it inside the function, goes somewhere else. */
function leaves({ tokens, blocks, partner, effort }: GoFunction, block: number): boolean {
  const { start, end, kind } = blocks[block] ?? {};
  if (start === undefined || end === undefined || kind === 'function') return false;
  const isBraced = tokens[end]?.text === '}' && partner[end] === start;
  let last = isBraced ? end - 1 : end;
  // The last line of the block is its last statement, in what gofmt writes; of a call over several lines, the first one.
  while (last > start && isClosing(tokens[last]?.text) && (partner[last] ?? -1) > start) {
    effort.spend(1);
    const open = partner[last] ?? last;
    if (tokens[open]?.line === tokens[last]?.line) break;
    last = open;
  }
  const line = tokens[last]?.line;
  for (let at = last; at > start && tokens[at]?.line === line; at--) {
    effort.spend(1);
    if (waysOut.test(tokens[at]?.text ?? '')) return true;
  }
  return false;
}

function isClosing(text = ''): boolean {
  return text === ')' || text === '}' || text === ']';
}
