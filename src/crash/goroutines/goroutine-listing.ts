import type { GoroutineListing } from '../../report/inspection.ts';
import { relativeTo, type Frame } from '../frame.ts';
import type { Goroutine } from './goroutine.ts';
import { viewGoroutines, type GoroutineFilter } from './goroutine-view.ts';

/** Frames that are shown of one stack; the rest is counted as elided. */
const maxFrames = 200;

export interface GoroutineListingOptions {
  filter: GoroutineFilter;
  /** Rows in each list. */
  top: number;
  /** Files below this folder are named relative to it. */
  moduleDirectory: string;
}

/** The first of each list of the view, plain enough for JSON. */
export function listGoroutines(
  goroutines: readonly Goroutine[],
  { filter, top, moduleDirectory }: GoroutineListingOptions,
): GoroutineListing {
  const named = <T extends Frame>(frame: T): T => relativeTo(moduleDirectory, frame);
  const { states, waits, groups, ...counts } = viewGoroutines(goroutines, filter);
  const more = (list: readonly unknown[]): number => Math.max(0, list.length - top);
  return {
    ...counts,
    states: states.slice(0, top),
    waits: waits
      .slice(0, top)
      .map((wait) => ({ ...wait, at: wait.at === null ? null : named(wait.at) })),
    groups: groups.slice(0, top).map((group) => ({
      ...group,
      frames: group.frames.slice(0, maxFrames).map(named),
      createdBy: group.createdBy === null ? null : named(group.createdBy),
      elided:
        group.frames.length <= maxFrames
          ? group.elided
          : { after: maxFrames, count: group.frames.length - maxFrames },
    })),
    more: { states: more(states), waits: more(waits), groups: more(groups) },
  };
}
