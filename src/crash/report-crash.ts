import type { Crash } from '../report/schema.ts';
import type { FoundCrash, Occurrence } from './found-crash.ts';
import { locateFrame } from './source/located-frame.ts';
import type { CrashStack, ParsedCrash } from './parsed-crash.ts';
import type { Repository } from './source/repository.ts';
import { lookForWaits } from './waits/crash-waits.ts';
import { sharedEffort, type SharedEffort } from './waits/effort.ts';

/** Of one crash: more are counted in the text only. */
const maxStacks = 40;
const maxFrames = 100;
const maxOccurrences = 200;
const maxCrashes = 200;

/** What a report says of crashes: those with one root cause are one, with the places where it was seen, in the order of the first. */
export function reportCrashes(found: readonly FoundCrash[], repository: Repository): Crash[] {
  const byFingerprint = new Map<string, { first: FoundCrash; seen: Occurrence[] }>();
  for (const one of found) {
    const same = byFingerprint.get(one.fingerprint);
    if (same === undefined) {
      if (byFingerprint.size < maxCrashes)
        byFingerprint.set(one.fingerprint, { first: one, seen: [one.seen] });
    } else if (
      same.seen.length < maxOccurrences &&
      !same.seen.some((other) => equal(other, one.seen))
    )
      same.seen.push(one.seen);
  }
  const shared = sharedEffort();
  return [...byFingerprint.values()].map(({ first, seen }) => ({
    id: `crash-${first.fingerprint.slice(0, 8)}`,
    cause: first.cause,
    message: first.parsed.message,
    package: first.seen.package,
    leg: first.seen.leg,
    test: first.seen.test,
    blame: first.blame.blame,
    related: [...first.blame.related],
    stacks: stacksOf(first.parsed, repository),
    ...waitsOf(first.parsed, repository, shared),
    fingerprint: first.fingerprint,
    known: first.known,
    occurrences: seen,
  }));
}

function waitsOf(
  parsed: ParsedCrash,
  repository: Repository,
  shared: SharedEffort,
): Pick<Crash, 'waits' | 'waitsCut'> {
  const { waits, gaveUp } = lookForWaits(parsed, repository, shared);
  return { ...(waits === null ? {} : { waits }), ...(gaveUp ? { waitsCut: true } : {}) };
}

function equal(a: Occurrence, b: Occurrence): boolean {
  return a.package === b.package && a.leg === b.leg && a.attempt === b.attempt && a.test === b.test;
}

function stacksOf({ stacks }: ParsedCrash, repository: Repository): Crash['stacks'] {
  return stacks.slice(0, maxStacks).map((stack) => stackOf(stack, repository));
}

function stackOf(
  { role, goroutine: { id, state, frames, createdBy } }: CrashStack,
  repository: Repository,
): Crash['stacks'][number] {
  const named = <T extends { function: string; file: string; line: number }>(frame: T): T => ({
    ...frame,
    file: locateFrame(frame, repository)?.file ?? frame.file,
  });
  return {
    id: String(id),
    state,
    role,
    frames: frames
      .slice(0, maxFrames)
      .map(({ function: name, file, line }) => named({ function: name, file, line })),
    createdBy: createdBy === null ? null : named(createdBy),
  };
}
