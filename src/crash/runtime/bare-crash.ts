import type { CrashKind, ParsedCrash } from '../parsed-crash.ts';

/** A crash of which one line is all there is, or `more`. */
export function bareCrash(
  kind: CrashKind,
  message: string,
  more: Partial<ParsedCrash> & Pick<ParsedCrash, 'firstLine'>,
): ParsedCrash {
  return {
    kind,
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    exitStatus: null,
    outputTest: null,
    package: null,
    survived: false,
    truncated: false,
    lineCount: 1,
    ...more,
  };
}
