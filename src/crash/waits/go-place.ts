import { isClosure } from '../function-name.ts';
import { blockTree } from './block-tree.ts';
import type { Action, GoFunction } from './go-actions.ts';
import { firstFrom, rangeOf } from './in-order.ts';

/** Where a goroutine is in a function's source. */
export interface GoPlace {
  source: GoFunction;
  /** The block of the function, declared or literal, that runs. */
  body: number;
  /** Of the word, and the innermost block around it. */
  at: number;
  block: number;
}

/** The place of a call: `callee` is what it calls, as its source says it, '' where nobody knows. Null where the line has no word of it. */
export function placeOfCall(
  source: GoFunction,
  functionName: string,
  line: number,
  callee: string,
): GoPlace | null {
  const words = wordsOn(source, line);
  const body = bodyAt(source, functionName, words);
  if (body === null) return null;
  const own = words.filter((at) => functionOf(source, source.blockOf[at] ?? 0) === body);
  const at = own.find((index) => source.tokens[index]?.text === callee) ?? own[0];
  return at === undefined ? null : { source, body, at, block: source.blockOf[at] ?? 0 };
}

/** The same place, at one of the deeds of its line. */
export function placeOfAction(place: GoPlace, { at, block }: Action): GoPlace {
  return { ...place, at, block };
}

/** The deeds of the line, in the function that runs. */
export function actionsOn({ source, body }: GoPlace, line: number): Action[] {
  return actionsOf(source, line).filter(({ block }) => functionOf(source, block) === body);
}

/** The deeds of the line, in whatever function. */
export function actionsOf(source: GoFunction, line: number): readonly Action[] {
  const { from, end } = rangeOf(source.actions, line, (action) => action.line);
  source.effort.spend(1 + end - from);
  return source.actions.slice(from, end);
}

/** The block of the function that a block belongs to. */
export function functionOf(source: GoFunction, block: number): number {
  return blockTree(source)[block]?.function ?? 0;
}

/** Whether a block is another one or lies in it. */
export function isWithin(source: GoFunction, inner: number, outer: number): boolean {
  return inner >= outer && inner <= (blockTree(source)[outer]?.last ?? -1);
}

/** The words of a line. */
export function wordsOn({ tokens, effort }: GoFunction, line: number): number[] {
  const { from, end } = rangeOf(tokens, line, (token) => token.line);
  effort.spend(1 + end - from);
  return Array.from({ length: end - from }, (_, index) => from + index);
}

/** The deeds behind a word, up to another one. */
export function actionsBetween(
  { actions, effort }: GoFunction,
  behind: number,
  end: number,
): readonly Action[] {
  const ofWord = ({ at }: Action): number => at;
  const found = actions.slice(
    firstFrom(actions, behind + 1, ofWord),
    firstFrom(actions, end + 1, ofWord),
  );
  effort.spend(1 + found.length);
  return found;
}

/** A closure's name says how deep it lies: `TestX.func1.2`; where it does not fit, the innermost literal of the line is meant. */
function bodyAt(source: GoFunction, functionName: string, words: readonly number[]): number | null {
  const bodies = new Set(words.map((at) => functionOf(source, source.blockOf[at] ?? 0)));
  if (!isClosure(functionName)) {
    for (const at of bodies) if (source.blocks[at]?.part?.use === 'declared') return at;
    return null;
  }
  const literals = [...bodies].filter((block) => depthOf(source, block) > 0);
  const depth = /(?:\.func\d+|\.\d+)+$/.exec(functionName)?.[0].split('.').length ?? 0;
  return (
    literals.find((block) => depthOf(source, block) === depth - 1) ??
    literals.sort((a, b) => depthOf(source, b) - depthOf(source, a))[0] ??
    null
  );
}

/** How many function literals lie around a block, itself included. */
export function depthOf(source: GoFunction, block: number): number {
  return blockTree(source)[block]?.depth ?? 0;
}
