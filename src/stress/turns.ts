/** How far a package has come. */
export interface Turn {
  package: string;
  weight: number;
  runs: number;
  spentMs: number;
  /** What a further run of it takes, as far as one can know. */
  expectedMs: number;
  /** It gets no further run: it failed, or it cannot be run. */
  over: boolean;
}

/**
 * Whose turn it is; null when nobody's next run fits into the time that is left. First each package has one run, the heaviest first;
 * then the time is shared in proportion to the weights. The same state gives the same answer.
 */
export function nextTurn<T extends Turn>(turns: readonly T[], leftMs: number): T | null {
  let best: T | null = null;
  for (const turn of turns) {
    if (turn.over || turn.expectedMs > leftMs) continue;
    if (best === null || compare(turn, best) < 0) best = turn;
  }
  return best;
}

function compare(a: Turn, b: Turn): number {
  const first = Number(a.runs > 0) - Number(b.runs > 0);
  if (first !== 0) return first;
  const byWeight = b.weight - a.weight;
  const byShare = (a.spentMs + a.expectedMs) / a.weight - (b.spentMs + b.expectedMs) / b.weight;
  const order = a.runs > 0 ? byShare : byWeight;
  return order !== 0 ? order : byName(a.package, b.package);
}

function byName(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
