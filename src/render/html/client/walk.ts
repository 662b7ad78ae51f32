import type { Placed } from 'd3-flame-graph';

/** Where an arrow key leads from a frame. Only frames that have a width can be reached. */
export function walk<T>(from: Placed<T>, key: string): Placed<T> | null {
  switch (key) {
    case 'ArrowUp':
      return from.parent;
    case 'ArrowDown':
      return widest(from);
    case 'ArrowLeft':
      return neighbour(from, -1);
    case 'ArrowRight':
      return neighbour(from, 1);
    default:
      return null;
  }
}

function widest<T>({ children }: Placed<T>): Placed<T> | null {
  const seen = (children ?? []).filter(isSeen);
  return seen.reduce<Placed<T> | null>(
    (best, next) => (best === null || next.value > best.value ? next : best),
    null,
  );
}

/** The next frame of the same depth, also below another caller. */
function neighbour<T>(from: Placed<T>, step: 1 | -1): Placed<T> | null {
  let root = from;
  while (root.parent !== null) root = root.parent;
  let level = [root];
  for (let depth = 0; depth < from.depth; depth++)
    level = level.flatMap(({ children }) => children ?? []);
  const seen = level.filter(isSeen).sort((a, b) => a.x0 - b.x0);
  return seen[seen.indexOf(from) + step] ?? null;
}

/** Below a thousandth of the picture nothing can be seen. */
function isSeen<T>({ x0, x1 }: Placed<T>): boolean {
  return x1 - x0 > 0.001;
}
