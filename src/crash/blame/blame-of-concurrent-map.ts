import { blameOfFault } from './blame-of-signal.ts';
import {
  creationOf,
  guiltyFrame,
  isSameLine,
  related,
  type Guilt,
  type Investigation,
} from './guilt.ts';
import { isRuntime } from '../standard-library.ts';
import { waitOf } from '../goroutines/waiting.ts';

const maxStacks = 200;
// runtime.mapassign_faststr   internal/runtime/maps.(*Map).Delete
const mapAccess = /^(?:runtime\.map(?:access|assign|delete|iter|clear)|internal\/runtime\/maps\.)/;

/** Of a map that two goroutines use at a time, the one that noticed; the others are shown before Go 1.26 only. */
export function blameOfConcurrentMap(investigation: Investigation): Guilt {
  const guilt = blameOfFault(investigation);
  const others = investigation.crash.stacks.slice(1, maxStacks).flatMap(({ goroutine }) => {
    const { frames } = goroutine;
    const line = waitOf(goroutine) === null ? guiltyFrame(frames, investigation) : null;
    const within = frames.slice(0, frames.findIndex((frame) => !isRuntime(frame)) + 1);
    const uses = within.some((frame) => mapAccess.test(frame.function));
    if (!uses && !isSameLine(line, guilt.blame)) return [];
    return [
      ...related(line, 'other access'),
      ...related(creationOf(goroutine, investigation), 'created by'),
    ];
  });
  return { ...guilt, related: [...others, ...guilt.related] };
}
