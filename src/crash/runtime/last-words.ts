/** What a process printed before it ended itself, where that tells why, and the status that goes with it. */
export interface LastWords {
  status: number;
  notes: string[];
}

// 2026/01/02 15:04:05 no configuration: how log.Fatal words it with package log's standard flags
const logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
// flag provided but not defined: -update      invalid value "30" for flag -wait: parse error      (flag.FlagSet, ContinueOnError apart)
const refused =
  /^(?:flag provided but not defined: -|flag needs an argument: -|invalid (?:boolean )?value ".{0,500}" for (?:flag )?-)/;
const maxNoteChars = 1000;

/** Follows a process's output. */
export interface LastLines {
  push: (line: string) => void;
  /** The last line that is not empty, '' where nothing was printed. */
  readonly last: string;
  words: () => LastWords | null;
}

export function createLastLines(): LastLines {
  let last = '';
  let usage = '';
  return {
    push(line) {
      if (line === '') return;
      if (line.startsWith('Usage of ') && refused.test(last)) usage = last.slice(0, maxNoteChars);
      last = line;
    },
    get last() {
      return last.slice(0, maxNoteChars);
    },
    words() {
      if (usage !== '') return { status: 2, notes: [usage] };
      return logged.test(last) ? { status: 1, notes: [last.slice(0, maxNoteChars)] } : null;
    },
  };
}
