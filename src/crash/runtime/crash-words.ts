import { createPanicValues } from './panic-values.ts';
import type { ParsedCrash, SignalDetail } from '../parsed-crash.ts';
import type { Taken } from '../report-parser.ts';
import type { RuntimeOpening } from './runtime-opening.ts';
import { isRuntimeNote, parseRuntimeOpening } from './runtime-opening.ts';
import { parseSignalLine, parseSignalPlace } from './signal-detail.ts';
import { parseRunningTests, timeoutWords } from './timeout-list.ts';

/** What a crash says before its first stack. */
export type Words = Pick<
  ParsedCrash,
  'kind' | 'message' | 'panics' | 'signal' | 'notes' | 'runningTests'
>;

export interface CrashWords {
  /** A line that is neither blank nor the beginning of a stack. */
  push: (line: string, blanksBefore: number) => Taken;
  /** Nothing but the runtime words it like this. */
  readonly sure: boolean;
  /** How many lines are nobody knows whose. */
  readonly doubts: number;
  words: () => Words;
}

const maxNotes = 50;
const maxNoteChars = 1000;
const maxMessageChars = 4096;
/** A panic's value may have lines that do not begin with a tab (up to Go 1.22); no value is believed to have more. */
const maxRawLines = 1000;
/** Other people's lines between a fatal error's words and its first stack. */
const maxForeignLines = 20;
/** It has no stack to show. */
const noGoroutines = 'no goroutines (main called runtime.Goexit) - deadlock!';

export function createCrashWords(opening: RuntimeOpening, notes: readonly string[]): CrashWords {
  switch (opening.kind) {
    case 'panic':
      return panicWords(opening.text, opening.before !== '', notes);
    case 'fatal-error':
      return fatalWords(opening.text, opening.before !== '', notes);
    case 'signal':
      return signalWords(opening.signal, notes);
  }
}

function panicWords(text: string, glued: boolean, notes: readonly string[]): CrashWords {
  const values = createPanicValues();
  values.start(text);
  let signal: SignalDetail | null = null;
  let chained = false;
  let rawLines = 0;
  return {
    push(line, blanksBefore) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal = detail;
        return 'taken';
      }
      if (line.startsWith('\tpanic: ')) {
        chained = true;
        values.start(line.slice('\tpanic: '.length));
        return 'taken';
      }
      if (!line.startsWith('\t')) {
        if (parseRuntimeOpening(line) !== null) return 'not-mine';
        if (glued || ++rawLines > maxRawLines) return 'not-mine';
      }
      for (let blank = 0; blank < blanksBefore; blank++) values.extend('');
      values.extend(line);
      return 'taken';
    },
    get sure() {
      return signal !== null || chained;
    },
    get doubts() {
      return rawLines;
    },
    words() {
      const panics = values.values();
      const message = panics.at(-1)?.text ?? '';
      const timedOut = timeoutWords.test(message);
      return {
        kind: timedOut ? 'timeout' : 'panic',
        message: timedOut ? (message.split('\n', 1)[0] ?? '') : message,
        panics: timedOut ? [] : panics,
        signal,
        notes,
        runningTests: timedOut ? parseRunningTests(message) : [],
      };
    },
  };
}

function fatalWords(text: string, glued: boolean, before: readonly string[]): CrashWords {
  const notes = [...before];
  let signal: SignalDetail | null = null;
  let foreign = 0;
  return {
    push(line) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal = detail;
        return 'taken';
      }
      if (parseRuntimeOpening(line) !== null) return 'not-mine';
      if (isRuntimeNote(line)) {
        if (notes.length < maxNotes) notes.push(line.slice(0, maxNoteChars));
        return 'taken';
      }
      return glued || ++foreign > maxForeignLines ? 'not-mine' : 'foreign';
    },
    get sure() {
      return signal !== null || text === noGoroutines;
    },
    get doubts() {
      return foreign;
    },
    words: () => ({
      kind: 'fatal-error',
      message: text.slice(0, maxMessageChars),
      panics: [],
      signal,
      notes,
      runningTests: [],
    }),
  };
}

function signalWords(title: SignalDetail, notes: readonly string[]): CrashWords {
  let signal = title;
  let sure = false;
  return {
    push(line) {
      const place = parseSignalPlace(line, signal);
      if (place !== null) {
        signal = place;
        sure = true;
        return 'taken';
      }
      if (!sure) return 'not-mine';
      // signal arrived during cgo execution     signal arrived during external code execution
      if (line.startsWith('signal arrived during ')) signal = { ...signal, inCgo: true };
      // instruction bytes: 0xf7 0x7b 0x4
      return /^(?:signal arrived during |instruction bytes:|fault +0x)/.test(line)
        ? 'taken'
        : 'foreign';
    },
    get sure() {
      return sure;
    },
    doubts: 0,
    words: () => ({
      kind: 'signal',
      message: signal.words,
      panics: [],
      signal,
      notes,
      runningTests: [],
    }),
  };
}

/** Whether the words are all that there is. */
export function needsNoStack({ kind, message }: Words): boolean {
  return kind === 'fatal-error' && message === noGoroutines;
}
