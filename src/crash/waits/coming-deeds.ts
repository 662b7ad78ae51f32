import type { Action } from './go-actions.ts';
import { blockTree } from './block-tree.ts';
import { functionOf, isWithin, type GoPlace } from './go-place.ts';
import { perPlace } from './per-place.ts';

/** What a goroutine can still do when it goes on from a place: what stands behind it, in a loop around it, or waits for the end. */
export const comingDeeds = perPlace(({ source, body, at, block }): Action[] => {
  const bodyEnd = source.blocks[body]?.end ?? 0;
  const loop = outermostLoop(source, block);
  return source.actions.filter((action) => {
    if (!isWithin(source, action.block, body) || action.at > bodyEnd) return false;
    return (
      action.at > at ||
      atTheEnd(source, action, body) ||
      (loop !== null && isWithin(source, action.block, loop))
    );
  });
});

/** What it is sure to do: at its end, whatever comes before. */
export const sureDeeds = perPlace(({ source, body, at }): Action[] =>
  source.actions.filter(
    (action) =>
      action.at < at && isWithin(source, action.block, body) && atTheEnd(source, action, body),
  ),
);

/** What it gives back later without having taken it in the same function. */
export const unlocksAlone = perPlace((place): Action[] => {
  const { source, body } = place;
  const own = source.actions.filter((action) => functionOf(source, action.block) === body);
  const taken = new Set(
    own.flatMap(({ deed, operand }) => (deed === 'lock' || deed === 'rlock' ? [operand.text] : [])),
  );
  return comingDeeds(place).filter(
    ({ deed, operand }) => (deed === 'unlock' || deed === 'runlock') && !taken.has(operand.text),
  );
});

function atTheEnd(source: GoPlace['source'], action: Action, body: number): boolean {
  const own = functionOf(source, action.block);
  if (own === body) return action.deferred;
  const { part, parent } = source.blocks[own] ?? {};
  return part?.use === 'defer' && parent !== undefined && functionOf(source, parent) === body;
}

/** The outermost loop of the function around a block: it begins again. */
function outermostLoop(source: GoPlace['source'], block: number): number | null {
  const { blocks } = source;
  const tree = blockTree(source);
  let found: number | null = null;
  for (let at = block; tree[at]?.inLoop === true; at = blocks[at]?.parent ?? 0) {
    source.effort.spend(1);
    if (blocks[at]?.kind === 'loop') found = at;
  }
  return found;
}
