import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { ownCode, type Author, type OwnCode } from './own-code.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import { isForeign } from './foreign.ts';
import { noRepository, type LocatedFrame, type Repository } from '../source/repository.ts';
import { isTestHelper } from './test-helper.ts';

/** One crash, with all that may be asked while somebody looks for its line. */
export interface Investigation extends OwnCode {
  crash: ParsedCrash;
  repository: Repository;
  isHelper: (frame: Frame) => boolean;
}

export interface RelatedFrame extends LocatedFrame {
  role: string;
}

/** What an investigation finds. */
export interface Guilt {
  blame: LocatedFrame | null;
  related: RelatedFrame[];
  /** The goroutine that did it, or that waits: it tells the test. */
  goroutine: Goroutine | null;
  /** Others that may tell the test where it does not. */
  witnesses: readonly Goroutine[];
  /** How many of its frames, from the innermost, only say that it happened. */
  skipped: number;
}

export const nobody: Guilt = {
  blame: null,
  related: [],
  goroutine: null,
  witnesses: [],
  skipped: 0,
};

/** Another program's crash is looked at without the repository: its files are not there. */
export function investigate(crash: ParsedCrash, known: Repository): Investigation {
  const foreign = isForeign(crash, known);
  const repository = foreign ? noRepository : known;
  const code = ownCode(foreign ? { ...crash, package: null } : crash, repository);
  const helpers = new Map<Frame, boolean>();
  return {
    ...code,
    crash,
    repository,
    isHelper(frame) {
      const known = helpers.get(frame);
      if (known !== undefined) return known;
      const located = code.locate(frame);
      const helps = located !== null && isTestHelper(frame, located, repository);
      helpers.set(frame, helps);
      return helps;
    },
  };
}

/** The innermost of the user's frames that is no test helper; where all are, the innermost helper. */
export function guiltyFrame(
  frames: readonly Frame[],
  { locate, isHelper }: Investigation,
): LocatedFrame | null {
  let helper: LocatedFrame | null = null;
  for (const frame of frames) {
    const located = locate(frame);
    if (located === null) continue;
    if (!isHelper(frame)) return located;
    helper ??= located;
  }
  return helper;
}

/** The user's line of a goroutine: on its stack, else where it was started. */
export function guiltyLine(
  { frames, createdBy, ancestors }: Goroutine,
  investigation: Investigation,
): LocatedFrame | null {
  const { locate, isHelper } = investigation;
  const onStack = guiltyFrame(frames, investigation);
  const isHelpers =
    onStack !== null && frames.every((frame) => locate(frame) === null || isHelper(frame));
  if (onStack !== null && !isHelpers) return onStack;
  const start = creationOf({ createdBy, ancestors }, investigation);
  return start ?? onStack;
}

/** The user's line that started a goroutine, or the goroutine that started it, and so on. */
export function creationOf(
  { createdBy, ancestors }: Pick<Goroutine, 'createdBy' | 'ancestors'>,
  investigation: Investigation,
): LocatedFrame | null {
  const own = createdBy === null ? null : investigation.locate(createdBy);
  if (own !== null) return plainFrame(own);
  for (const ancestor of ancestors) {
    const line = guiltyFrame(
      [...ancestor.frames, ...(ancestor.createdBy === null ? [] : [ancestor.createdBy])],
      investigation,
    );
    if (line !== null) return plainFrame(line);
  }
  return null;
}

/** A line with the part it plays; none for no line. */
export function related(frame: Frame | null, role: string): RelatedFrame[] {
  return frame === null ? [] : [{ ...plainFrame(frame), role }];
}

export function plainFrame({ function: name, file, line }: Frame): Frame {
  return { function: name, file, line };
}

export function isSameLine(a: Frame | null, b: Frame | null): boolean {
  return a !== null && b !== null && a.file === b.file && a.line === b.line;
}

export function isThirdParty(author: Author): boolean {
  return author === 'dependency' || author === 'elsewhere';
}

/** The innermost frame of somebody else's code that the user's line led to. */
export function thirdPartyBefore(
  frames: readonly Frame[],
  blame: LocatedFrame | null,
  { authorOf, locate }: Investigation,
): Frame | null {
  if (blame === null) return null;
  for (const frame of frames) {
    if (isSameLine(locate(frame), blame)) return null;
    if (isThirdParty(authorOf(frame))) return frame;
  }
  return null;
}

/** What one stack tells: the user's line, where it went from there, and who started the goroutine. */
export function guiltOfStack(goroutine: Goroutine, investigation: Investigation): Guilt {
  const blame = guiltyLine(goroutine, investigation);
  return {
    blame,
    related: [
      ...related(thirdPartyBefore(goroutine.frames, blame, investigation), 'raised in'),
      ...related(creationOf(goroutine, investigation), 'created by'),
    ],
    goroutine,
    witnesses: [],
    skipped: 0,
  };
}
