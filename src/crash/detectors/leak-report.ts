import type { Goroutine, GoroutineHeader } from '../goroutines/goroutine.ts';
import { parseGoroutineHeader } from '../goroutines/goroutine-header.ts';
import { openGoroutineProfile, type ProfileReader } from './goroutine-profile.ts';
import { createLeakedStacks } from './leaked-stacks.ts';
import type { OpenReport, ParsedCrashDraft, ReportParser } from '../report-parser.ts';

type GiveBack = Parameters<ReportParser['begin']>[1];

/** What a library or the runtime says of goroutines that were left behind. */
interface Dialect {
  sample: string;
  /** Quick to say no: every line of a log is asked about. */
  begins: (line: string) => boolean;
  message: string;
  /** The goroutine that a line is about; its stack follows. */
  header: (line: string) => GoroutineHeader | null;
  /** A line that ends the report; null where nothing does. */
  end: RegExp | null;
  /** Which of the goroutines are meant. */
  isMeant: (goroutine: Goroutine) => boolean;
}

//     [Goroutine 7 in state chan receive, with example.com/m.(*Queue).work on top of the stack:
const inState =
  /^\s*\[?Goroutine (?<id>\d{1,20}) in state (?<state>.{1,400}), with .{1,4096} on top of the stack:$/;
export const dialects: readonly Dialect[] = [
  // go.uber.org/goleak
  {
    sample: '    jobs_test.go:15: found unexpected goroutines:',
    begins: (line) => line.endsWith('found unexpected goroutines:'),
    message: 'found unexpected goroutines',
    header: (line) => {
      const { id = '', state = '' } = inState.exec(line)?.groups ?? {};
      return plainHeader(id === '' ? line : `goroutine ${id} [${state}]:`);
    },
    end: /^\s*\]$/,
    isMeant: () => true,
  },
  // github.com/fortytw2/leaktest and its like
  {
    sample: '    leaktest.go:150: leaktest: leaked goroutine: goroutine 14 [chan receive]:',
    begins: (line) =>
      line.includes('eaked goroutine: goroutine ') && parseGoroutineHeader(line) !== null,
    message: 'leaked goroutine',
    header: (line) => parseGoroutineHeader(line)?.header ?? null,
    end: null,
    isMeant: () => true,
  },
  // The goroutine leak profile with debug=2 lists all goroutines.
  {
    sample: 'goroutine 6 [chan receive (leaked)]:',
    begins: (line) => line.startsWith('goroutine ') && plainHeader(line)?.leaked === true,
    message: 'leaked goroutines',
    header: plainHeader,
    end: null,
    isMeant: ({ leaked }) => leaked,
  },
];

function plainHeader(line: string): GoroutineHeader | null {
  const read = parseGoroutineHeader(line);
  return read === null || line.slice(0, read.start).trim() !== '' ? null : read.header;
}

/** Goroutine leaks: profiles of the runtime, and what libraries that look for leaks report. */
export const leakReports: ReportParser = {
  begin(line, giveBack) {
    if (line.startsWith('goroutineleak profile: ')) {
      const profile = openGoroutineProfile(line);
      return profile === null ? null : openProfile(profile);
    }
    // What the others begin with ends with a colon.
    const last = line.charCodeAt(line.length - 1);
    if (last !== 0x3a && last !== 0x0d) return null;
    const dialect = dialects.find(({ begins }) => begins(line));
    return dialect === undefined ? null : openLeak(line, dialect, giveBack);
  },
};

function openLeak(first: string, dialect: Dialect, giveBack: GiveBack): OpenReport {
  const { begins, message, header, end, isMeant } = dialect;
  let sure = false;
  let ended = false;
  const stacks = createLeakedStacks((line) => {
    if (sure) giveBack(line);
  });
  const open = (line: string): boolean => {
    const read = header(line);
    if (read === null) return false;
    // Older versions of goleak repeat the header.
    const last = stacks.goroutines.at(-1);
    if (last === undefined || last.id !== read.id || last.frames.length > 0) stacks.open(read);
    return true;
  };
  const isReport = (): boolean =>
    stacks.goroutines.some(({ frames }) => end !== null || frames.length > 0);
  open(first);
  return {
    get sure() {
      return sure;
    },
    push(line) {
      ended = end?.test(line) === true;
      if (ended) return 'last';
      const taken = open(line) || begins(line) || stacks.push(line);
      sure ||= isReport();
      return taken ? 'taken' : 'not-mine';
    },
    finish(atEnd) {
      const isWhole = stacks.finish();
      const meant = stacks.goroutines.filter(isMeant);
      if (!isReport() || meant.length === 0) return null;
      return {
        ...leak(
          message,
          meant.map((goroutine) => ({ goroutine, title: '' })),
        ),
        omittedStacks: stacks.omitted(),
        truncated: end === null ? atEnd && !isWhole : !ended,
      };
    },
  };
}

function openProfile(profile: ProfileReader): OpenReport {
  let sure = false;
  return {
    get sure() {
      return sure;
    },
    push(line) {
      const taken = profile.push(line);
      sure ||= taken && line !== '';
      return taken ? 'taken' : 'not-mine';
    },
    finish() {
      const { total, stacks } = profile.finish();
      if (stacks.length === 0) return null;
      const seen = stacks.map(({ title, labels, frames }) => ({
        title,
        goroutine: { ...unnamed, labels, frames },
      }));
      const listed = stacks.reduce((sum, { count }) => sum + count, 0);
      return {
        ...leak(`goroutineleak profile: total ${String(total)}`, seen),
        omittedStacks: Math.max(0, listed - stacks.length),
        truncated: listed < total,
      };
    },
  };
}

const unnamed: Goroutine = {
  id: 0,
  state: '',
  waitMinutes: 0,
  lockedToThread: false,
  leaked: true,
  bubble: null,
  labels: {},
  frames: [],
  elided: null,
  createdBy: null,
  ancestors: [],
};

function leak(
  message: string,
  stacks: readonly { goroutine: Goroutine; title: string }[],
): Omit<ParsedCrashDraft, 'omittedStacks' | 'truncated'> {
  return {
    kind: 'goroutine-leak',
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: stacks.map((stack) => ({ role: 'waiting', access: null, ...stack })),
    runningTests: [],
    positions: [],
  };
}
