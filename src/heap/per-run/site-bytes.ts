import type { Frame } from '../../crash/frame.ts';
import { isSurroundings } from '../../crash/standard-library.ts';
import { locateFrame } from '../../crash/source/located-frame.ts';
import type { LocatedFrame, Repository } from '../../crash/source/repository.ts';
import { declaredTest, testOfStack } from '../../crash/test-of-stack.ts';
import { heapColumns } from '../heap-columns.ts';
import type { PprofProfile } from '../profile.ts';

/** Memory in use that was allocated at one place of the repository, for one test. */
export interface SiteBytes {
  /** The innermost frame of the repository. */
  site: LocatedFrame;
  test: string | null;
  /** The stack with the largest part of it, from the innermost out. */
  frames: readonly Frame[];
  bytes: number;
  /** Of `bytes`, because the profile is sampled. */
  variance: number;
}

/** What is in use, by place and test; null for what is no heap profile. Stacks without a frame of the repository are left out. */
export function sitesInUse(
  profile: PprofProfile,
  repository: Repository,
): Map<string, SiteBytes> | null {
  const columns = heapColumns(profile.sampleTypes);
  if (columns === null) return null;
  const rate = profile.period ?? 1;
  const sites = new Map<string, SiteBytes & { largest: number }>();
  for (const { frames, values } of profile.samples()) {
    const bytes = values[columns.inuseBytes] ?? 0;
    if (bytes <= 0) continue;
    const site = siteOf(frames, repository);
    if (site === null) continue;
    const test = testOf(frames);
    const key = `${site.function}\n${site.file}\n${String(site.line)}\n${test ?? ''}`;
    const known = sites.get(key) ?? { site, test, frames, bytes: 0, variance: 0, largest: 0 };
    known.bytes += bytes;
    known.variance += varianceOf(bytes, values[columns.inuseObjects] ?? 0, rate);
    if (bytes > known.largest) {
      known.largest = bytes;
      known.frames = frames;
    }
    sites.set(key, known);
  }
  return sites;
}

function siteOf(frames: readonly Frame[], repository: Repository): LocatedFrame | null {
  for (const frame of frames) {
    if (isSurroundings(frame)) continue;
    const located = locateFrame(frame, repository);
    if (located !== null) return located;
  }
  return null;
}

/** Of a goroutine that a test started, the test in which it is written. */
function testOf(frames: readonly Frame[]): string | null {
  const own = testOfStack(frames);
  if (own !== null) return own;
  for (const frame of frames.toReversed()) {
    const test = declaredTest(frame.function);
    if (test !== null && test !== 'TestMain') return test;
  }
  return null;
}

/** See sampling-error.ts: an object of s bytes is taken with p = 1 - exp(-s / rate). */
function varianceOf(bytes: number, objects: number, rate: number): number {
  if (objects <= 0 || rate <= 1) return 0;
  const size = bytes / objects;
  const taken = 1 - Math.exp(-size / rate);
  return (size * size * objects * (1 - taken)) / taken;
}
