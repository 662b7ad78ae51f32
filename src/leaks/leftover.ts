import { culpritTest } from '../crash/blame/culprit-test.ts';
import { plainFrame } from '../crash/blame/guilt.ts';
import { ownCode } from '../crash/blame/own-code.ts';
import type { Frame } from '../crash/frame.ts';
import type { Goroutine } from '../crash/goroutines/goroutine.ts';
import { waitOf, type Awaited } from '../crash/goroutines/waiting.ts';
import type { ParsedCrash } from '../crash/parsed-crash.ts';
import { locateFrame } from '../crash/source/located-frame.ts';
import type { LocatedFrame, Repository } from '../crash/source/repository.ts';
import type { LeaksFile } from '../evidence/leaks-file.ts';
import type { Leak } from '../report/leak-schema.ts';
import { leakFingerprint } from './leak-fingerprint.ts';

/** What one goroutine that was left over tells. */
export type Leftover = Pick<
  Leak,
  'confidence' | 'fingerprint' | 'test' | 'state' | 'site' | 'createdBy' | 'frames'
>;

const maxFrames = 20;
const maxCreators = 32;
/** It runs TestMain and one example after the other; every test has a goroutine of its own. */
const main = 1;

/** Go's own words for these say more than ours: `chan receive (nil chan)`. */
const asPrinted: ReadonlySet<Awaited> = new Set(['chan receive', 'chan send', 'select']);

/** The goroutines of one file, each with the line where it waits, the one that started it and the test. */
export function leftovers({ proof, goroutines }: LeaksFile, repository: Repository): Leftover[] {
  const { locate } = ownCode(asCrash(goroutines), repository);
  const tests = testsOf(goroutines);
  // Equal goroutines have one stack and often one creation: what follows from them is worked out once.
  const known = new Map<string, Leftover>();
  const numbers = new Map<object, number>();
  const numberOf = (part: object | null): number => {
    if (part === null) return -1;
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return number;
  };
  return goroutines.map((goroutine) => {
    const { frames, createdBy, state, leaked } = goroutine;
    const test = tests(goroutine);
    const key = [numberOf(frames), numberOf(createdBy), test, state, leaked].join('\n');
    const same = known.get(key);
    if (same !== undefined) return same;
    const awaited = waitOf(goroutine)?.awaited ?? null;
    const leftover: Leftover = {
      confidence: proof && leaked ? 'confirmed' : 'consistent',
      fingerprint: leakFingerprint(
        { what: awaited ?? state, frames, createdBy },
        locate,
        repository,
      ),
      test,
      state: awaited === null || asPrinted.has(awaited) ? state : awaited,
      site: ownLine(frames, locate),
      createdBy: ownStart(goroutine, locate),
      frames: frames.slice(0, maxFrames).map((frame) => named(frame, repository)),
    };
    known.set(key, leftover);
    return leftover;
  });
}

/** The test of a goroutine: what it and those that started it tell, or another one that the same goroutine started. */
function testsOf(goroutines: readonly Goroutine[]): (goroutine: Goroutine) => string | null {
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  const told = new Map(
    goroutines.map((goroutine) => [
      goroutine,
      culpritTest(asCrash(creatorsOf(goroutine, byId)), goroutine),
    ]),
  );
  const byCreator = new Map<number, string>();
  for (const [{ createdBy }, test] of told)
    if (test !== null && typeof createdBy?.goroutine === 'number' && createdBy.goroutine !== main)
      byCreator.set(createdBy.goroutine, test);
  return (goroutine) =>
    told.get(goroutine) ?? byCreator.get(goroutine.createdBy?.goroutine ?? -1) ?? null;
}

/** Those that are left over too, the nearest first. */
function creatorsOf(start: Goroutine, byId: ReadonlyMap<number, Goroutine>): Goroutine[] {
  const found = new Set<Goroutine>();
  let current: Goroutine | undefined = start;
  while (current !== undefined && found.size < maxCreators && !found.has(current)) {
    found.add(current);
    current = byId.get(current.createdBy?.goroutine ?? -1);
  }
  return [...found].slice(1);
}

/** The innermost line of the repository. */
function ownLine(
  frames: readonly Frame[],
  locate: (frame: Frame) => LocatedFrame | null,
): Frame | null {
  for (const frame of frames) {
    const located = locate(frame);
    if (located !== null) return plainFrame(located);
  }
  return null;
}

/** The line of the repository that started the goroutine, or the one that started that. */
function ownStart(
  { createdBy, ancestors }: Goroutine,
  locate: (frame: Frame) => LocatedFrame | null,
): Frame | null {
  const starts = ancestors.flatMap((ancestor) => [...ancestor.frames, ancestor.createdBy]);
  return ownLine(
    [createdBy, ...starts].filter((frame) => frame !== null),
    locate,
  );
}

function named({ function: name, file, line }: Frame, repository: Repository): Frame {
  const located = locateFrame({ function: name, file, line }, repository);
  return { function: name, file: located?.file ?? file, line };
}

/** The rules for crashes ask for one. */
function asCrash(goroutines: readonly Goroutine[]): ParsedCrash {
  return {
    ...{ kind: 'goroutine-leak', message: '', panics: [], signal: null, notes: [] },
    stacks: goroutines.map((goroutine) => ({
      ...{ role: 'waiting', goroutine, access: null, title: '' },
    })),
    ...{ omittedStacks: 0, runningTests: [], positions: [], exitStatus: null, outputTest: null },
    ...{ package: null, survived: true, truncated: false, lineCount: 0, firstLine: 0 },
  };
}
