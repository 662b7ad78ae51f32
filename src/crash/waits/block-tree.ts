import type { GoFunction } from './go-actions.ts';
import { perFunction } from './per-function.ts';

interface Branch {
  /** The last block that lies in it: blocks are numbered as they open. */
  last: number;
  /** The block of the function that it belongs to. */
  function: number;
  /** How many function literals lie around it, itself included. */
  depth: number;
  /** It runs once for each turn of a loop of its function. */
  inLoop: boolean;
}

const none: Branch = { last: -1, function: 0, depth: 0, inLoop: false };

/** How the blocks of a function lie in each other, so that nobody has to climb. */
export const blockTree = perFunction(({ blocks }: GoFunction) => {
  const branches: Branch[] = [];
  blocks.forEach(({ kind, part, parent }, at) => {
    const around = branches[parent] ?? none;
    const isFunction = kind === 'function';
    branches.push({
      last: at,
      function: isFunction ? at : around.function,
      depth: around.depth + (isFunction && part?.use !== 'declared' ? 1 : 0),
      inLoop: !isFunction && at > 0 && (kind === 'loop' || around.inLoop),
    });
  });
  for (let at = blocks.length - 1; at > 0; at--) {
    const around = branches[blocks[at]?.parent ?? 0];
    const own = branches[at];
    if (around !== undefined && own !== undefined && own.last > around.last) around.last = own.last;
  }
  return branches;
});
