import type { Resilience } from './resilience.ts';

/**
 * Whether memory that grows with each repetition is looked for in a leg. Where the race detector adds its own memory, nothing can be
 * told.
 */
export function measuresGrowth(
  memory: Resilience['leaks']['memory'],
  leg: { race: boolean; heapProfile: boolean },
): boolean {
  return memory !== 'off' && leg.heapProfile && !leg.race;
}
