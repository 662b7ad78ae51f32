/** Bytes allocated, objects allocated, bytes in use. */
export type Amounts = [number, number, number];

/** One frame of one stack, and all that it called. */
export interface FlameNode {
  /** Index into `names`. */
  name: number;
  /** Index into `nodes`; the parent comes first. -1 for the root, which is node 0 and stands for the package. */
  parent: number;
  head: Amounts;
  base: Amounts;
}

export interface FlameGraph {
  names: string[];
  nodes: FlameNode[];
  /** Whether the base was merged in; where it was not, its amounts are 0 and mean nothing. */
  hasBase: boolean;
  /** Frames that are too small to be drawn, and what of the head they stand for; it is part of the frames above them. */
  omitted: { frames: number; head: Amounts };
  /** Stacks that were cut because they are deeper than `maxDepth`, or because there were too many frames. */
  cutStacks: number;
}
