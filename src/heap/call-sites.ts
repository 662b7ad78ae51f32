import { relativeTo, type Frame } from '../crash/frame.ts';
import { matchesStack, type StackFilter } from '../crash/goroutines/stack-filter.ts';
import { isRuntime, userFrame } from '../crash/standard-library.ts';
import { testOfStack } from '../crash/test-of-stack.ts';
import type { PprofProfile } from './profile.ts';

/** What samples of one function for one caller sum up to. Arrays have one number for each sample type. */
export interface CallSite extends Frame {
  /**
   * The innermost frame that is not the standard library's: whose doing it is. The function itself where it is no part of the
   * standard library; null where there is none.
   */
  caller: Frame | null;
  /** The test with the largest part of it; null for what no test's own goroutine did. */
  test: string | null;
  values: number[];
  /** Of the caller (of the function, where there is none) and all that it called. */
  cumulative: number[];
}

export interface CallSites {
  /** Of the whole profile. */
  totals: number[];
  /** Of the samples that the filter let through; equal to the sums of `sites` and of `tests`. */
  matching: number[];
  /** Largest first, by the main column. */
  sites: CallSite[];
  tests: { test: string | null; values: number[] }[];
}

interface Options {
  /** The sample type that decides about order, line and test. */
  mainColumn: number;
  /** Whether the innermost function may be the runtime's: of interest for CPU time, never for memory and waiting. */
  withRuntime?: boolean;
  filter?: StackFilter | undefined;
  moduleDirectory?: string | undefined;
}

interface Site {
  frame: Frame;
  caller: Frame | null;
  values: number[];
  lines: Map<number, number>;
  callerLines: Map<number, number>;
  tests: Map<string | null, number>;
}

/** Sums up a profile by function and caller. */
export function sumCallSites(profile: PprofProfile, options: Options): CallSites {
  const width = profile.sampleTypes.length;
  const zeros = (): number[] => new Array<number>(width).fill(0);
  const totals = zeros();
  const matching = zeros();
  const sites = new Map<string, Site>();
  const tests = new Map<string | null, number[]>();
  const cumulative = new Map<string, { values: number[]; sample: number }>();
  let sample = 0;

  for (const { frames, values } of profile.samples()) {
    addValues(totals, values);
    if (values.every((value) => value === 0) || !matchesStack(options.filter ?? {}, frames))
      continue;
    sample++;
    addValues(matching, values);
    const test = testOfStack(frames);
    addValues(entry(tests, test, zeros), values);
    const frame = innermost(frames, options.withRuntime ?? false);
    const caller = userFrame(frames);
    const site = entry(sites, `${frame.function}\n${caller?.function ?? ''}`, (): Site => ({
      frame,
      caller,
      values: zeros(),
      lines: new Map(),
      callerLines: new Map(),
      tests: new Map(),
    }));
    addValues(site.values, values);
    const weight = values[options.mainColumn] ?? 0;
    addTo(site.lines, frame.line, weight);
    if (caller !== null) addTo(site.callerLines, caller.line, weight);
    addTo(site.tests, test, weight);
    for (const { function: name } of frames) {
      const sum = entry(cumulative, name, () => ({ values: zeros(), sample: 0 }));
      // A recursive function counts once a sample.
      if (sum.sample === sample) continue;
      sum.sample = sample;
      addValues(sum.values, values);
    }
  }

  const root = options.moduleDirectory ?? '';
  const result = [...sites.values()].map((site): CallSite => {
    const { frame, caller } = site;
    return {
      ...relativeTo(root, { ...frame, line: largest(site.lines) }),
      caller:
        caller === null ? null : relativeTo(root, { ...caller, line: largest(site.callerLines) }),
      test: largest(site.tests),
      values: site.values,
      cumulative: cumulative.get((caller ?? frame).function)?.values ?? zeros(),
    };
  });
  const byMain = (a: { values: number[] }, b: { values: number[] }): number =>
    (b.values[options.mainColumn] ?? 0) - (a.values[options.mainColumn] ?? 0);
  return {
    totals,
    matching,
    sites: result.sort(byMain),
    tests: [...tests].map(([test, values]) => ({ test, values })).sort(byMain),
  };
}

const noFrame: Frame = { function: '', file: '', line: 0 };

function innermost(frames: readonly Frame[], withRuntime: boolean): Frame {
  const outside = frames.find((frame) => withRuntime || !isRuntime(frame));
  return outside ?? frames[0] ?? noFrame;
}

function entry<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function addValues(sums: number[], values: readonly number[]): void {
  for (let column = 0; column < sums.length; column++)
    sums[column] = Math.min(Number.MAX_SAFE_INTEGER, (sums[column] ?? 0) + (values[column] ?? 0));
}

function addTo<K>(sums: Map<K, number>, key: K, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** The key with the largest sum; the sums are never empty. */
function largest<K>(sums: ReadonlyMap<K, number>): K {
  const [first, ...rest] = [...sums] as [[K, number], ...[K, number][]];
  return rest.reduce((best, next) => (next[1] > best[1] ? next : best), first)[0];
}
