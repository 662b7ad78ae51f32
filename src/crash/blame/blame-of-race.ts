import {
  guiltyFrame,
  guiltyLine,
  nobody,
  related,
  thirdPartyBefore,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import type { CrashStack } from '../parsed-crash.ts';
import { belonging } from './report-block.ts';

const maxStacks = 20;

/** Of a data race, the later access; the earlier one and who started the goroutines belong to it. */
export function blameOfRace(investigation: Investigation): Guilt {
  const { stacks } = investigation.crash;
  const later = stacks.find(({ role }) => role === 'access' || role === 'crashing') ?? stacks[0];
  if (later === undefined) return nobody;
  const earlier = stacks.find(({ role }) => role === 'previous');
  const others = stacks.slice(0, maxStacks).filter((stack) => stack !== later && stack !== earlier);
  const lineOf = ({ goroutine }: CrashStack): ReturnType<typeof guiltyLine> =>
    guiltyLine(goroutine, investigation) ??
    guiltyFrame(
      creations(goroutine.id, stacks).flatMap((stack) => stack.goroutine.frames),
      investigation,
    );
  const blame = lineOf(later);
  return {
    blame: blame ?? (earlier === undefined ? null : lineOf(earlier)),
    related: [
      ...related(earlier === undefined ? null : lineOf(earlier), 'previous access'),
      ...related(thirdPartyBefore(later.goroutine.frames, blame, investigation), 'raised in'),
      ...others.flatMap((stack) => belonging(stack, investigation)),
    ],
    goroutine: withCreation(later, stacks),
    // In a timer's function or a clean-up the later access does not tell the test.
    witnesses: earlier === undefined ? [] : [withCreation(earlier, stacks)],
    skipped: 0,
  };
}

function creations(id: number, stacks: readonly CrashStack[]): CrashStack[] {
  return stacks.filter(({ role, goroutine }) => role === 'creation' && goroutine.id === id);
}

/** A race report tells who started a goroutine in a block of its own, with the whole stack: that is an ancestor. */
function withCreation(
  { goroutine }: CrashStack,
  stacks: readonly CrashStack[],
): CrashStack['goroutine'] {
  const ancestors = creations(goroutine.id, stacks).map((stack) => ({
    goroutine: stack.goroutine.id,
    frames: stack.goroutine.frames,
    createdBy: stack.goroutine.createdBy,
  }));
  return { ...goroutine, ancestors: [...ancestors, ...goroutine.ancestors] };
}
