import { parseBuildLine } from './build-lines.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { ParsedCrashDraft } from '../report-parser.ts';

const maxPositions = 50;
const maxNotes = 50;
const maxNoteChars = 1000;
const maxMessageChars = 4096;
const maxPositionChars = 1000;

/** Collects what a failed build complains about. */
export interface BuildComplaints {
  /** False for a line that no build tool prints. */
  add: (line: string) => boolean;
  /** A line that is part of it, whatever its shape. */
  addWords: (line: string) => void;
  /** Something is wrong, not only doubtful. */
  readonly failed: boolean;
  draft: () => ParsedCrashDraft;
}

export function createBuildComplaints(): BuildComplaints {
  const positions: ParsedCrash['positions'][number][] = [];
  const notes: string[] = [];
  let message: string | null = null;
  /** The next lines complete what was said. */
  let incomplete = false;

  const note = (line: string): void => {
    if (notes.length < maxNotes) notes.push(line.slice(0, maxNoteChars));
  };
  const complain = (complaint: string): void => {
    // errors parsing go.mod:     what follows says more
    if (message === null || (incomplete && message.endsWith(':')))
      message = complaint.replace(/; to add(?: it)?:$/, '');
  };
  const further = (line: string): void => {
    const words = line.trim();
    if (incomplete && message !== null) {
      message = `${message} ${words}`;
      incomplete = /(?:requires|imports|:)$/.test(words);
      note(line);
      return;
    }
    // 	imports example.com/m/b from a.go: import cycle not allowed
    const reason = /^imports \S+(?: from \S+)?: (?<reason>.+)$/.exec(words)?.groups?.['reason'];
    if (reason !== undefined) complain(reason);
    const last = positions.at(-1);
    if (last === undefined || reason !== undefined) note(line);
    else if (last.message.length < maxPositionChars)
      positions[positions.length - 1] = { ...last, message: `${last.message}\n${words}` };
  };

  return {
    add(line) {
      const read = parseBuildLine(line);
      if (read === null) return false;
      switch (read.kind) {
        case 'position':
          if (read.harmless) note(line);
          else {
            complain(read.complaint);
            if (positions.length < maxPositions) positions.push(read.position);
          }
          incomplete = false;
          break;
        case 'tool':
          note(line);
          if (!read.harmless) complain(read.complaint);
          incomplete = false;
          break;
        case 'further':
          further(line);
      }
      return true;
    },
    addWords(line) {
      complain(line);
      incomplete = /(?:requires|imports|:)$/.test(line);
      note(line);
    },
    get failed() {
      return message !== null;
    },
    draft: () => ({
      kind: 'build-failure',
      message: (message ?? '').slice(0, maxMessageChars),
      panics: [],
      signal: null,
      notes,
      stacks: [],
      omittedStacks: 0,
      runningTests: [],
      positions,
      truncated: false,
    }),
  };
}
