import type { ParsedCrash } from '../parsed-crash.ts';
import { createLastLines, type LastLines } from './last-words.ts';
import { createLostWords, type LostWords } from './lost-words.ts';

/** Of the output since the last package's verdict. */
export interface Segment {
  lines: LastLines;
  lost: LostWords;
  crashed: boolean;
  /** Something in it says why the package fails. */
  explained: boolean;
  /** The process lived to its end: it said so itself. */
  verdict: boolean;
}

export function newSegment(): Segment {
  return {
    lines: createLastLines(),
    lost: createLostWords(),
    crashed: false,
    explained: false,
    verdict: false,
  };
}

/** The text may begin, or have a gap, in the middle of a crash: then its stack is there and its words are not. */
export function lostCrash(
  { lost, crashed, explained, verdict }: Segment,
  status: number | null,
  hasEnded: boolean,
): ParsedCrash | null {
  if (crashed || verdict) return null;
  return explained || !hasEnded ? lost.certain() : lost.crash(status);
}
