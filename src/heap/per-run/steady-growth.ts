/** Bytes in use after so many repetitions in one process. */
export interface GrowthPoint {
  repetitions: number;
  bytes: number;
  variance: number;
}

/** What is less in all is noise: maps and slices that take a little more room. */
const floorBytes = 8 * 1024;
const sigmas = 6;
/** A slice that doubles its room when it is full has steps of that size. */
const steadyFactor = 3.5;

/**
 * Bytes that each repetition keeps, from three points or more in the order of their repetitions; null where they do not grow, or grow
 * at first only, as what is filled once does.
 */
export function steadyGrowth(points: readonly GrowthPoint[]): number | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 3) return null;
  const grown = last.bytes - first.bytes;
  const noise = sigmas * Math.sqrt(first.variance + last.variance);
  if (grown < Math.max(floorBytes, noise)) return null;
  const slopes = points.slice(1).map((point, at) => slope(points[at] as GrowthPoint, point));
  const least = Math.min(...slopes);
  if (least <= 0 || Math.max(...slopes) > steadyFactor * least) return null;
  return Math.round(slope(first, last));
}

function slope(from: GrowthPoint, to: GrowthPoint): number {
  return (to.bytes - from.bytes) / (to.repetitions - from.repetitions);
}
