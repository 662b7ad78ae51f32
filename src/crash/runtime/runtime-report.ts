import { createCrashWords, needsNoStack } from './crash-words.ts';
import { createDump, type Dump } from './dump.ts';
import { parseGoroutineHeader } from '../goroutines/goroutine-header.ts';
import { isLogged } from './logged-trace.ts';
import type { OpenReport, ReportParser, Taken } from '../report-parser.ts';
import {
  belongsToNote,
  isAssertion,
  isRuntimeNote,
  noteLetters,
  parseGluedOpening,
  parseRuntimeOpening,
  type RuntimeOpening,
} from './runtime-opening.ts';
import { withRoles } from './stack-roles.ts';
import { parseFraming } from './test-framing.ts';

const maxNotes = 50;
const maxNoteChars = 1000;

const exit = /^exit status \d{1,10}$/;

// goroutine goroutine 1 [1sync.WaitGroup.Wait []
const twoHeaders = /^goroutine (?:goroutine |\d{1,20}goroutine ).{0,200}\[/;

/** What the Go runtime prints when it dies: panics, fatal errors, signals. */
export const runtimeReports: ReportParser = {
  first: `pfSE${noteLetters}`,
  begin(line, giveBack) {
    const opening = parseRuntimeOpening(line);
    if (opening !== null) return openReport(opening, [], giveBack);
    return isRuntimeNote(line) ? openNotes(line, giveBack) : null;
  },
};

/** The same, where the line begins with something else. */
export const gluedRuntimeReports: ReportParser = {
  begin(line, giveBack) {
    const opening = parseGluedOpening(line);
    if (opening !== null) return openReport(opening, [], giveBack);
    return isAssertion(line) ? openNotes(line, giveBack) : null;
  },
};

/** Lines that explain what comes after them; nothing, if nothing comes. */
function openNotes(first: string, giveBack: (line: string) => void): OpenReport {
  const notes = [first.slice(0, maxNoteChars)];
  let report: OpenReport | null = null;
  return {
    push(line) {
      if (report !== null) return report.push(line);
      const opening = parseRuntimeOpening(line);
      if (opening !== null) {
        report = openReport(opening, notes, giveBack);
        return 'taken';
      }
      if (!isRuntimeNote(line) && !belongsToNote(line)) return 'not-mine';
      if (notes.length < maxNotes) notes.push(line.slice(0, maxNoteChars));
      return 'taken';
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null,
    get sure() {
      return report?.sure ?? false;
    },
  };
}

function openReport(
  opening: RuntimeOpening,
  notes: readonly string[],
  giveBack: (line: string) => void,
): OpenReport {
  const glued = opening.before !== '';
  const words = createCrashWords(opening, notes);
  let blanks = 0;
  let dump: Dump | null = null;
  /** The process ended without showing a stack, as GOTRACEBACK=none demands. */
  let ended = false;
  /** Two processes wrote their stacks at the same time: nothing of them can be read. */
  let garbled = false;

  const beforeStacks = (line: string): Taken => {
    if (line === '') {
      blanks++;
      return 'taken';
    }
    if (beginsStacks(line)) {
      if (glued && blanks === 0 && !words.sure) return 'not-mine';
      dump = createDump(giveBack);
      return dump.push(line);
    }
    if (line.startsWith('goroutine ') || 'goroutine '.startsWith(line)) {
      garbled ||= twoHeaders.test(line);
      return 'taken';
    }
    const framing = parseFraming(line);
    if (framing?.kind === 'package' || exit.test(line)) {
      // A signal that kills says where: without that, somebody logs that one came.
      ended = !glued && words.doubts === 0 && opening.kind !== 'signal';
      return 'not-mine';
    }
    if (framing !== null) return glued ? 'not-mine' : 'foreign';
    const taken = words.push(line, blanks);
    if (taken === 'taken') blanks = 0;
    return taken;
  };

  return {
    push(line) {
      if (dump === null) return beforeStacks(line);
      return endsDump(line) && !dump.inOtherThreads() ? 'not-mine' : dump.push(line);
    },
    finish(atEnd) {
      const said = words.words();
      const whole = dump?.end() ?? (ended || needsNoStack(said));
      const likely = atEnd && !glued && words.doubts === 0 && said.kind !== 'signal';
      if (dump === null && !words.sure && !ended && !likely && !garbled) return null;
      const stacks = withRoles(said, dump?.stacks() ?? []);
      return {
        ...said,
        stacks,
        survived: isLogged({ ...said, stacks }),
        omittedStacks: dump?.omitted() ?? 0,
        positions: [],
        truncated: !whole,
      };
    },
    get sure() {
      return dump !== null || words.sure;
    },
  };
}

function beginsStacks(line: string): boolean {
  return line.startsWith('goroutine ')
    ? parseGoroutineHeader(line)?.start === 0
    : line === 'runtime stack:';
}

/** What begins another report, or says that the process has ended, or that it lives on. */
function endsDump(line: string): boolean {
  switch (line.charCodeAt(0)) {
    case 0x46: // F
    case 0x50: // P
    case 0x6f: // o
    case 0x2d: // -
      return parseFraming(line) !== null;
    case 0x65: // e
      return exit.test(line);
    case 0x73: // s
      return line.startsWith('signal: ');
    case 0x2a: // *
      return line.startsWith('*** Test ');
    case 0x3d: // =
      return line.startsWith('==================');
    case 0x53: // S
    case 0x70: // p
    case 0x66: // f
      return parseRuntimeOpening(line) !== null;
    default:
      return false;
  }
}
