import type { FlameData } from '../flame-data.ts';

/** A frame of the flame graph. */
export interface FrameNode {
  name: string;
  /** For each metric. */
  head: number[];
  base: number[];
  /** By how much it grew, for each metric; null where nobody knows. */
  growth: number[] | null;
  children: FrameNode[];
}

/** The rows of the page's data as a tree; parents come before their children. */
export function frameTree(data: FlameData): FrameNode {
  const nodes: FrameNode[] = [];
  for (const [name, parent, ...amounts] of data.nodes) {
    const head = amounts.slice(0, 3);
    const base = amounts.slice(3);
    const growth = data.hasBase
      ? head.map((amount, metric) => amount - (base[metric] ?? 0))
      : (data.growth?.[name] ?? null);
    const node = { name: data.names[name] ?? '', head, base, growth, children: [] };
    nodes.push(node);
    nodes[parent]?.children.push(node);
  }
  const [root] = nodes;
  if (root === undefined) throw new Error('the flame graph is empty');
  return root;
}

/** By how much the frame grew that grew or shrank most; what colours are measured by. */
export function largestGrowth(root: FrameNode, metric: number): number {
  let largest = 0;
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    largest = Math.max(largest, Math.abs(node.growth?.[metric] ?? 0));
    waiting.push(...node.children);
  }
  return largest;
}
