import type { BlackBox, Cause } from '../report/schema.ts';
import type { Blame } from './blame.ts';
import type { Frame } from './frame.ts';
import type { CrashKind, ParsedCrash } from './parsed-crash.ts';

/** A death that leaves no text, or none that tells: killed, at a limit, ended by itself. */
export interface Wordless {
  kind: CrashKind;
  /** Of a process that ended itself. */
  exitCode: number | null;
  /** What was printed before. */
  notes: readonly string[];
  cause: Cause;
  blackBox: BlackBox | null;
  test: string | null;
  package: string;
  /** What the files of the cause and the black box are relative to, below the root of the repository. */
  directory: string;
}

const maxHolders = 5;

/** What a report can say of it as of other crashes: the line comes from the black box or from whoever looked at the exit. */
export function crashOfCause(wordless: Wordless): { parsed: ParsedCrash; blame: Blame } {
  const { kind, exitCode, notes, cause, blackBox, test, directory, package: name } = wordless;
  const holders = (blackBox?.functions ?? [])
    .slice(0, maxHolders)
    .map((holder) => ({ ...(holder.caller ?? holder), test: holder.test }));
  const [first] = holders;
  const position = cause.position ?? first ?? null;
  return {
    parsed: {
      kind,
      message: kind === 'exit' ? `exit status ${String(exitCode)}` : cause.summary,
      panics: [],
      signal: null,
      notes,
      stacks: [],
      omittedStacks: 0,
      runningTests: [],
      positions: [],
      exitStatus: exitCode,
      outputTest: test,
      package: name,
      survived: false,
      truncated: false,
      lineCount: 0,
      firstLine: 0,
    },
    blame: {
      blame: position === null ? null : frameOf(position, directory),
      related: holders.slice(cause.position === undefined ? 1 : 0).map((holder) => ({
        ...frameOf(holder, directory),
        role: 'held memory',
      })),
      test: test ?? first?.test ?? null,
      package: name,
    },
  };
}

/** A frame whose file is relative to the root of the repository; files elsewhere are absolute. */
function frameOf({ function: name, file, line }: Frame, directory: string): Frame {
  const below = directory !== '' && file !== '' && !/^(?:[/\\<]|[A-Za-z]:)/.test(file);
  return { function: name, file: below ? `${directory}/${file}` : file, line };
}
