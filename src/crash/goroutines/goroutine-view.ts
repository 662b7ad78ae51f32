import type { Frame } from '../frame.ts';
import type { Creation, Goroutine } from './goroutine.ts';
import { matchesStack, type StackFilter } from './stack-filter.ts';
import { testOfStack } from '../test-of-stack.ts';
import { waitOf, type Awaited } from './waiting.ts';

export interface StateCount {
  state: string;
  count: number;
  longestWaitMinutes: number;
}

/** Goroutines that wait for the same at the same line. */
export interface WaitingGoroutines {
  awaited: Awaited;
  at: Frame | null;
  /** They have no line of their own there: `at` is the one that started them. */
  atStart: boolean;
  test: string | null;
  count: number;
  longestWaitMinutes: number;
}

/** Goroutines with one and the same stack and creator. */
export interface GoroutineGroup {
  count: number;
  states: StateCount[];
  longestWaitMinutes: number;
  lockedToThread: number;
  leaked: number;
  /** The first ones. */
  ids: number[];
  test: string | null;
  labels: Record<string, string>;
  frames: readonly Frame[];
  elided: Goroutine['elided'];
  createdBy: Creation | null;
}

/** Many goroutines, as a person can read them. The largest and the longest waits come first. */
export interface GoroutineView {
  total: number;
  /** How many of them the filter let through; all that follows counts these alone. */
  matching: number;
  states: StateCount[];
  waits: WaitingGoroutines[];
  groups: GoroutineGroup[];
}

export interface GoroutineFilter extends StackFilter {
  /** A part of the state's name, in any case. */
  state?: string | undefined;
}

const maxIds = 10;

export function viewGoroutines(
  goroutines: readonly Goroutine[],
  filter: GoroutineFilter = {},
): GoroutineView {
  const wanted = filter.state?.toLowerCase();
  const matching = goroutines.filter(
    ({ state, frames, createdBy }) =>
      (wanted === undefined || state.toLowerCase().includes(wanted)) &&
      matchesStack(filter, createdBy === null ? frames : [...frames, createdBy]),
  );
  const groups = groupStacks(matching);
  return {
    total: goroutines.length,
    matching: matching.length,
    states: countStates(matching),
    waits: groupWaits(groups),
    groups,
  };
}

interface Counted {
  count: number;
  longestWaitMinutes: number;
}

function add(counted: Counted, { waitMinutes }: Goroutine): void {
  counted.count++;
  counted.longestWaitMinutes = Math.max(counted.longestWaitMinutes, waitMinutes);
}

const largestFirst = (a: Counted, b: Counted): number =>
  b.count - a.count || b.longestWaitMinutes - a.longestWaitMinutes;

function countStates(goroutines: readonly Goroutine[]): StateCount[] {
  const counts = new Map<string, StateCount>();
  for (const goroutine of goroutines) {
    const { state } = goroutine;
    const count = counts.get(state) ?? { state, count: 0, longestWaitMinutes: 0 };
    counts.set(state, count);
    add(count, goroutine);
  }
  return [...counts.values()].sort(largestFirst);
}

/** From the groups: they are few where goroutines are many. */
function groupWaits(stacks: readonly GoroutineGroup[]): WaitingGoroutines[] {
  const waits = new Map<string, WaitingGoroutines>();
  for (const stack of stacks) {
    for (const { state, count, longestWaitMinutes } of stack.states) {
      const wait = waitOf({ ...stack, state });
      if (wait === null) continue;
      const { test } = stack;
      const key = `${wait.awaited}\n${frameKey(wait.at)}\n${test ?? ''}`;
      const sum = waits.get(key) ?? { ...wait, test, count: 0, longestWaitMinutes: 0 };
      waits.set(key, sum);
      sum.count += count;
      sum.longestWaitMinutes = Math.max(sum.longestWaitMinutes, longestWaitMinutes);
    }
  }
  return [...waits.values()].sort(
    (a, b) => b.longestWaitMinutes - a.longestWaitMinutes || largestFirst(a, b),
  );
}

function groupStacks(goroutines: readonly Goroutine[]): GoroutineGroup[] {
  // Equal stacks are one array already, so most goroutines need no text to find their group.
  const keys = new Map<readonly Frame[], string>();
  const groups = new Map<string, { first: Goroutine; members: Goroutine[] }>();
  for (const goroutine of goroutines) {
    const { frames, createdBy } = goroutine;
    const stack = keys.get(frames) ?? frames.map(frameKey).join('\n');
    keys.set(frames, stack);
    const key = `${stack}\n\n${frameKey(createdBy)}`;
    const group = groups.get(key) ?? { first: goroutine, members: [] };
    groups.set(key, group);
    group.members.push(goroutine);
  }
  return [...groups.values()].map(describeGroup).sort(largestFirst);
}

function describeGroup({
  first,
  members,
}: {
  first: Goroutine;
  members: Goroutine[];
}): GoroutineGroup {
  return {
    count: members.length,
    states: countStates(members),
    longestWaitMinutes: members.reduce((most, { waitMinutes }) => Math.max(most, waitMinutes), 0),
    lockedToThread: members.filter(({ lockedToThread }) => lockedToThread).length,
    leaked: members.filter(({ leaked }) => leaked).length,
    ids: members.slice(0, maxIds).map(({ id }) => id),
    test: testOfStack(first.frames),
    labels: sharedLabels(members),
    frames: first.frames,
    elided: first.elided,
    createdBy: first.createdBy,
  };
}

/** The labels that all of them have. */
function sharedLabels(members: readonly Goroutine[]): Record<string, string> {
  const [first] = members;
  const shared = Object.entries(first?.labels ?? {}).filter(([key, value]) =>
    members.every(({ labels }) => Object.hasOwn(labels, key) && labels[key] === value),
  );
  return Object.fromEntries(shared);
}

function frameKey(frame: Frame | null): string {
  return frame === null ? '' : `${frame.function}\t${frame.file}\t${String(frame.line)}`;
}
