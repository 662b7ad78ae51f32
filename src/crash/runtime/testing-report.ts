import { createGoroutineParser } from '../goroutines/goroutines.ts';
import { createPanicValues } from './panic-values.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { OpenReport, ParsedCrashDraft, ReportParser } from '../report-parser.ts';

// What package testing writes as a test's log when a fuzz target dies, or a test's goroutine ends behind its back
// (src/testing/testing.go, tRunner and fRunner; src/internal/fuzz/worker.go):
//
//     --- FAIL: FuzzPanics (0.00s)
//         --- FAIL: FuzzPanics (0.00s)
//             testing.go:1927: panic: out of paper
//                 on every tray
//                 goroutine 13 [running]:
//                 runtime/debug.Stack()
//                 	/usr/local/go/src/runtime/debug/stack.go:26 +0x9b
//
//         Failing input written to testdata/fuzz/FuzzPanics/f531f788bab7b0a5
//
// What testify's suites write of a test that panics, before they go on with the next one (suite/suite.go, failOnPanic):
//
//     --- FAIL: TestSuite/TestEmpty (0.00s)
//         suite.go:87: test panicked: runtime error: index out of range [2] with length 0
//             goroutine 8 [running]:
//             runtime/debug.Stack()
const panicked =
  /^(?<margin> {4,40})(?:testing\.go:\d{1,6}: panic|suite\.go:\d{1,6}: (?<recovered>test panicked)): (?<value>.*)$/;
const ended =
  /^ {4,40}testing\.go:\d{1,6}: (?<message>test executed panic\(nil\) or runtime\.Goexit(?:: .{1,200})?)$/;
const workerEnded =
  /^ {4}fuzzing process (?:hung or terminated unexpectedly(?: while minimizing)?|terminated by unexpected signal; no crash will be recorded): (?<end>exit status (?<status>\d{1,5})|signal: .{1,60})$/;
const failingInput = /^ {0,4}(?:Failing input written to |To re-run:$|go test -run=)/;
const maxNotes = 10;

export const testingReports: ReportParser = {
  first: ' ',
  begin(line) {
    if (!line.startsWith('    ')) return null;
    const words = line.search(/\S/);
    const isOurs =
      line.startsWith('testing.go:', words) ||
      line.startsWith('suite.go:', words) ||
      line.startsWith('    fuzzing process ');
    if (!isOurs) return null;
    const { margin, value, recovered } = panicked.exec(line)?.groups ?? {};
    if (margin !== undefined && value !== undefined)
      return openPanic(`${margin}    `, value, recovered !== undefined);
    const message = ended.exec(line)?.groups?.['message'];
    if (message !== undefined)
      return openNotes(draftOf({ message, panics: [plainValue(message)] }));
    const { end, status } = workerEnded.exec(line)?.groups ?? {};
    if (end === undefined) return null;
    return openNotes(draftOf({ kind: status === undefined ? 'killed' : 'exit', message: end }));
  },
};

/** `again`: whoever recovered the value is on the stack, above the panic. */
function openPanic(margin: string, first: string, again: boolean): OpenReport {
  const values = createPanicValues();
  values.start(first);
  const stacks = createGoroutineParser();
  let inStack = false;
  const notes: string[] = [];
  return {
    push(full) {
      if (full.trim() === '') return 'taken';
      if (!full.startsWith(margin)) return noteOf(full, notes);
      const line = full.slice(margin.length);
      inStack ||= /^goroutine \d{1,20} \[/.test(line);
      if (inStack) stacks.push(line);
      else values.extend(`\t${line}`);
      return 'taken';
    },
    finish(): ParsedCrashDraft {
      stacks.end();
      const panics = values.values();
      return draftOf({
        message: panics[0]?.text ?? '',
        panics: again
          ? panics.map((panic) => ({ ...panic, recovered: true, repanicked: true }))
          : panics,
        notes,
        stacks: stacks.goroutines.map((goroutine, index) => ({
          role: index === 0 ? 'crashing' : 'other',
          goroutine,
          access: null,
          title: '',
        })),
        omittedStacks: stacks.omitted(),
        truncated: stacks.goroutines.length === 0,
      });
    },
    sure: true,
  };
}

function openNotes(draft: ParsedCrashDraft): OpenReport {
  const notes: string[] = [];
  return {
    push: (line) => noteOf(line, notes),
    finish: () => ({ ...draft, notes }),
    sure: true,
  };
}

function noteOf(line: string, notes: string[]): 'taken' | 'not-mine' {
  if (!failingInput.test(line)) return 'not-mine';
  if (line.includes('Failing input') && notes.length < maxNotes)
    notes.push(line.trim().slice(0, 1000));
  return 'taken';
}

function plainValue(text: string): ParsedCrash['panics'][number] {
  return { text, type: null, recovered: false, repanicked: false, goexit: false };
}

function draftOf(known: Partial<ParsedCrashDraft>): ParsedCrashDraft {
  return {
    kind: 'panic',
    message: '',
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    truncated: false,
    ...known,
  };
}
