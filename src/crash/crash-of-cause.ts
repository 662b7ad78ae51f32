import type { BlackBox, Cause } from '../report/schema.ts';
import type { Blame } from './blame/blame.ts';
import type { Frame } from './frame.ts';
import { bareCrash } from './runtime/bare-crash.ts';
import type { CrashKind, ParsedCrash } from './parsed-crash.ts';
import { isGuard } from './standard-library.ts';

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
  /** The failed test that met the limit, and its line. */
  failure: Frame | null;
  package: string;
  /** What the files of the cause and the black box are relative to, below the root of the repository. */
  directory: string;
}

const maxHolders = 5;
/** Who held less of the heap is no part of the story. */
const leastShare = 0.01;

/** What a report can say of it as of other crashes: the line comes from the black box or from whoever looked at the exit. */
export function crashOfCause(wordless: Wordless): { parsed: ParsedCrash; blame: Blame } {
  const { kind, exitCode, notes, cause, blackBox, failure, directory, package: name } = wordless;
  const test = failure?.function ?? wordless.test;
  const holders = holdersOf(blackBox);
  const [first] = holders;
  const position = cause.position ?? failure ?? first ?? null;
  return {
    parsed: bareCrash(kind, kind === 'exit' ? `exit status ${String(exitCode)}` : cause.summary, {
      firstLine: 0,
      lineCount: 0,
      notes,
      exitStatus: exitCode,
      outputTest: test,
      package: name,
    }),
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

/** The user's lines that held the memory; none where most of it was outside of Go's heap, which the profile does not see. */
function holdersOf(blackBox: BlackBox | null): (Frame & { test: string | null })[] {
  if (blackBox === null) return [];
  const { rssBytes, outsideGoBytes, functions } = blackBox;
  if ((outsideGoBytes ?? 0) > (rssBytes ?? 0) / 2) return [];
  return functions
    .filter(({ share }) => share >= leastShare)
    .map((holder) => ({ ...(holder.caller ?? holder), test: holder.test }))
    .filter((holder) => !isElsewhere(holder.file) && !isGuard(holder))
    .slice(0, maxHolders);
}

function isElsewhere(file: string): boolean {
  return file === '' || /^(?:[/\\<]|[A-Za-z]:)/.test(file);
}

/** A frame whose file is relative to the root of the repository; files elsewhere are absolute. */
function frameOf({ function: name, file, line }: Frame, directory: string): Frame {
  const below = directory !== '' && !isElsewhere(file);
  return { function: name, file: below ? `${directory}/${file}` : file, line };
}
