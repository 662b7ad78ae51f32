import type { Amounts, FlameGraph, FlameNode } from './flame-graph.ts';

/** Of the whole, by every amount: less than a pixel of a wide screen. */
const smallestShare = 0.001;
/** More than a browser draws without stuttering. */
const maxNodes = 10_000;

/**
 * Leaves out the frames that are too small, with all that they called: frames are never larger than their callers. Where too many
 * are left, the share that is too small is doubled.
 */
export function pruneFlame(
  names: readonly string[],
  nodes: readonly FlameNode[],
): Pick<FlameGraph, 'names' | 'nodes' | 'omitted'> {
  const shares = nodes.map((node) => largestShare(node, nodes[0]));
  let smallest = smallestShare;
  while (shares.filter((share) => share >= smallest).length > maxNodes) smallest *= 2;

  const kept: FlameNode[] = [];
  const keptNames: string[] = [];
  const newIndex = new Map<number, number>();
  const newName = new Map<number, number>();
  const omitted: FlameGraph['omitted'] = { frames: 0, head: [0, 0, 0] };
  nodes.forEach((node, index) => {
    const parent = newIndex.get(node.parent);
    if (index > 0 && (shares[index] ?? 0) < smallest) {
      omitted.frames++;
      // What is left out below a frame that is left out is part of it.
      if (parent !== undefined)
        omitted.head = omitted.head.map((sum, column) => sum + (node.head[column] ?? 0)) as Amounts;
      return;
    }
    let name = newName.get(node.name);
    if (name === undefined) {
      name = keptNames.push(names[node.name] ?? '') - 1;
      newName.set(node.name, name);
    }
    newIndex.set(index, kept.push({ ...node, name, parent: parent ?? -1 }) - 1);
  });
  return { names: keptNames, nodes: kept, omitted };
}

/** The largest part that a frame has of the whole, by any amount, before or now. */
function largestShare(node: FlameNode, root: FlameNode | undefined): number {
  let largest = 0;
  for (const side of ['head', 'base'] as const)
    node[side].forEach((amount, column) => {
      const total = root?.[side][column] ?? 0;
      if (total > 0) largest = Math.max(largest, amount / total);
    });
  return largest;
}
