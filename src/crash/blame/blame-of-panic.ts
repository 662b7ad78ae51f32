import {
  creationOf,
  guiltOfStack,
  guiltyFrame,
  isSameLine,
  nobody,
  related,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import { panicStarts, repanicsAtTop } from './panics-on-stack.ts';

// panic: Log in goroutine after TestX has completed: text   panic: Fail in goroutine after TestX has completed
const tooLate = /^(?<act>Log|Fail) in goroutine after \S+ has completed/;

/** Of a panic, the user's line that raised it; where one followed another, the last one's. */
export function blameOfPanic(investigation: Investigation): Guilt {
  const { crash } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === undefined) return nobody;
  const { frames } = goroutine;
  const starts = panicStarts(frames);
  const again = repanicsAtTop(crash.panics);
  const outermost = frames.findLastIndex((frame) => investigation.locate(frame) !== null);
  const hasLine = (start: number): boolean => start <= outermost;
  const origin = again === 'all' ? starts.findLast(hasLine) : starts.slice(again).find(hasLine);
  const skipped = origin ?? starts.find(hasLine) ?? 0;
  const guilt = guiltOfStack({ ...goroutine, frames: frames.slice(skipped) }, investigation);
  const found: Guilt = { ...guilt, goroutine, skipped };
  const creation = creationOf(goroutine, investigation);
  const act = tooLate.exec(crash.message)?.groups?.['act'];
  if (act !== undefined && creation !== null)
    return { ...found, blame: creation, related: related(guilt.blame, act.toLowerCase()) };
  const first = frames.slice(starts.findLast(hasLine) ?? skipped);
  const root = guiltyFrame(first, investigation);
  const isLast = isSameLine(root, guilt.blame);
  return { ...found, related: [...(isLast ? [] : related(root, 'first panic')), ...guilt.related] };
}
