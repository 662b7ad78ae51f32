import type { Amounts, FlameGraph, FlameNode } from './flame-graph.ts';
import { pruneFlame } from './flame-prune.ts';
import { heapColumns } from './heap-columns.ts';
import type { PprofProfile } from './profile.ts';

/** Deeper than that nobody reads, and every level takes a line of the picture. */
const maxDepth = 200;
/** Frames while the profiles are read; real ones stay below 200,000. */
const maxGathered = 400_000;
/** A key below is parent * nameRoom + name, exact in a double. */
const nameRoom = 2 ** 24;

/**
 * Merges the stacks of one or two heap profiles into a tree, callers first. Null for a profile that is no heap profile. What is
 * smaller than a thousandth of the package by every amount, before and now, is left out.
 * @param nameNow what a function of the base is called in the head
 */
export function flameGraph(
  root: string,
  head: PprofProfile,
  base: PprofProfile | null,
  nameNow: (name: string) => string = (name) => name,
): FlameGraph | null {
  const tree = createTree(root, nameNow);
  if (!tree.add('head', head)) return null;
  if (base !== null && !tree.add('base', base)) return null;
  const { names, nodes, cutStacks } = tree.done();
  return { ...pruneFlame(names, nodes), hasBase: base !== null, cutStacks };
}

type Side = 'head' | 'base';

interface Tree {
  /** False for what is no heap profile. */
  add: (side: Side, profile: PprofProfile) => boolean;
  done: () => { names: string[]; nodes: FlameNode[]; cutStacks: number };
}

function createTree(root: string, nameNow: (name: string) => string): Tree {
  const top = newNode(0, -1);
  const nodes = [top];
  const names = [root];
  const nameIndex = new Map<string, number>();
  const children = new Map<number, number>();
  let cutStacks = 0;

  const indexOf = (name: string): number => {
    const index = nameIndex.get(name) ?? names.push(name) - 1;
    nameIndex.set(name, index);
    return index;
  };
  /** Null when there is no room for another frame. */
  const childOf = (parent: number, name: number): number | null => {
    const key = parent * nameRoom + name;
    const known = children.get(key);
    if (known !== undefined) return known;
    if (nodes.length >= maxGathered) return null;
    const node = nodes.push(newNode(name, parent)) - 1;
    children.set(key, node);
    return node;
  };
  const addStack = (side: Side, stack: Uint32Array, amounts: Amounts): void => {
    addAmounts(top[side], amounts);
    let at = 0;
    for (const [depth, name] of stack.entries()) {
      const child = depth < maxDepth ? childOf(at, name) : null;
      const node = child === null ? undefined : nodes[child];
      if (child === null || node === undefined) {
        cutStacks++;
        return;
      }
      at = child;
      addAmounts(node[side], amounts);
    }
  };
  return {
    add(side, profile) {
      const columns = heapColumns(profile.sampleTypes);
      if (columns === null) return false;
      const nameOf = profile.frames.map(({ function: name }) =>
        indexOf(side === 'base' ? nameNow(name) : name),
      );
      for (const { frames, values } of profile.stacks()) {
        const amounts: Amounts = [
          values[columns.allocBytes] ?? 0,
          values[columns.allocObjects] ?? 0,
          values[columns.inuseBytes] ?? 0,
        ];
        const stack = frames.map((frame) => nameOf[frame] ?? 0).reverse();
        if (amounts.some((amount) => amount > 0)) addStack(side, stack, amounts);
      }
      return true;
    },
    done: () => ({ names, nodes, cutStacks }),
  };
}

function newNode(name: number, parent: number): FlameNode {
  return { name, parent, head: [0, 0, 0], base: [0, 0, 0] };
}

function addAmounts(sums: Amounts, amounts: Amounts): void {
  sums[0] += amounts[0];
  sums[1] += amounts[1];
  sums[2] += amounts[2];
}
