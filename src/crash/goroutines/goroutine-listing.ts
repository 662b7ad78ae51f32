import type { GoroutineListing } from '../../report/inspection.ts';
import type { Waits } from '../../report/waits-schema.ts';
import { relativeTo, type Frame } from '../frame.ts';
import type { Repository } from '../source/repository.ts';
import { waitsForever } from '../waits/waits-forever.ts';
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
  /** Where the sources are, to tell who waits for whom. */
  repository?: Repository;
  /** There were more goroutines than these. */
  isCut?: boolean;
}

/** The first of each list of the view, plain enough for JSON. */
export function listGoroutines(
  goroutines: readonly Goroutine[],
  { filter, top, moduleDirectory, repository, isCut = false }: GoroutineListingOptions,
): GoroutineListing {
  const named = <T extends Frame>(frame: T): T => relativeTo(moduleDirectory, frame);
  const { states, waits, groups, ...counts } = viewGoroutines(goroutines, filter);
  const own = <T extends Frame>(frame: T): T =>
    repository?.has(frame.file) === true
      ? named({ ...frame, file: `${repository.root}/${frame.file}` })
      : named(frame);
  const placed = (forever: Waits): Waits => ({
    ...forever,
    waits: forever.waits.map((wait) => ({
      ...wait,
      at: wait.at === null ? null : own(wait.at),
      holds: wait.holds.map((held) => ({ ...held, at: own(held.at) })),
    })),
  });
  const more = (list: readonly unknown[]): number => Math.max(0, list.length - top);
  const found = repository === undefined ? null : waitsForever(goroutines, repository, isCut);
  return {
    ...counts,
    ...(found === null || found.waits === null ? {} : { forever: placed(found.waits) }),
    ...(found?.gaveUp === true ? { foreverCut: true } : {}),
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
