import { plainFrame } from './guilt.ts';
import type { Frame } from '../frame.ts';
import type { LocatedFrame, Repository } from '../source/repository.ts';

/** One call on the way to a crash. */
export interface PathStep extends Frame {
  /** The text of its line, null where it cannot be read. */
  source: string | null;
  /** What there is to say of it: `the test`, `3 frames in encoding/json`; '' for an ordinary call. */
  note: string;
  /** The line to blame. */
  guilty: boolean;
}

const maxLineChars = 500;

export function sourceStep(
  located: LocatedFrame,
  repository: Repository,
  note: string,
  guilty: boolean,
): PathStep {
  const source = repository.lines(located.file)?.[located.line - 1]?.slice(0, maxLineChars);
  return { ...plainFrame(located), source: source ?? null, note, guilty };
}

/** A step that stands for calls of which only one frame, or none, is shown. */
export function foldedStep(frame: Frame | null, note: string): PathStep {
  const place = frame === null ? { function: '', file: '', line: 0 } : plainFrame(frame);
  return { ...place, source: null, note, guilty: false };
}
