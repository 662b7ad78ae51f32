import type { Frame } from '../frame.ts';
import {
  guiltyLine,
  isSameLine,
  nobody,
  related,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import { recursionOf } from './recursion.ts';

const maxMembers = 20;

/** Of a stack overflow, the first of the user's calls in the circle: the one that was entered first, where the text shows it. */
export function blameOfOverflow(investigation: Investigation): Guilt {
  const { crash, locate, isHelper } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === undefined) return nobody;
  const { members, entered } = recursionOf(goroutine);
  const isOurs = (frame: Frame): boolean => locate(frame) !== null && !isHelper(frame);
  const ours = members.filter(isOurs);
  const outer = goroutine.frames.findLast(
    (frame) => isOurs(frame) && ours.some((member) => isSameCall(member, frame)),
  );
  const first = (entered === null ? undefined : outer) ?? ours[0];
  const blame = first === undefined ? guiltyLine(goroutine, investigation) : locate(first);
  return {
    blame,
    related: ours
      .slice(0, maxMembers)
      .flatMap((member) => related(locate(member), 'cycle'))
      .filter((member) => !isSameLine(member, blame)),
    goroutine,
    witnesses: [],
    skipped: 0,
  };
}

function isSameCall(a: Frame, b: Frame): boolean {
  return a.function === b.function && isSameLine(a, b);
}
