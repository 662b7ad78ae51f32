import { createDetectorStacks } from './detector-stacks.ts';
import { packageOf } from '../frame.ts';
import type { CrashStack } from '../parsed-crash.ts';
import { readRaceLine } from './race-lines.ts';
import { beginsOther, maxForeignLines } from './report-border.ts';
import type { OpenReport } from '../report-parser.ts';

const opening = 'WARNING: DATA RACE';
/** What a report ends with. */
const rule = '==================';
const maxNotes = 50;

/** A report of Go's race detector that begins with this line; null for any other line. */
export function openRaceReport(line: string): OpenReport | null {
  if (!line.startsWith(opening)) return null;
  const stacks = createDetectorStacks();
  const notes: string[] = [];
  let split = '';
  let foreign = 0;
  let sure = false;
  let closed = false;

  const take = (text: string): boolean => {
    const read = readRaceLine(text);
    switch (read?.kind) {
      case 'title':
        stacks.open(read.title);
        sure ||= read.title.access !== null;
        break;
      case 'split':
        split = read.begin;
        break;
      case 'rest':
        if (split === '') return false;
        take(split + read.end);
        split = '';
        break;
      case 'call':
        stacks.addFrame({ function: read.function, file: '', line: 0 });
        break;
      case 'position':
        stacks.setPosition(read.file, read.line);
        break;
      case 'note':
        if (notes.length < maxNotes) notes.push(text.slice(0, 1000));
        break;
      case 'filler':
        break;
      case undefined:
        return false;
    }
    return true;
  };

  return {
    get sure() {
      return sure;
    },
    push(text) {
      closed = text === rule;
      if (closed) return 'last';
      if (take(text)) return 'taken';
      return beginsOther(text) || ++foreign > maxForeignLines ? 'not-mine' : 'foreign';
    },
    finish() {
      if (!sure) return null;
      const found = stacks.finish();
      return {
        kind: 'data-race',
        message: 'data race',
        panics: [],
        signal: null,
        notes,
        ...found,
        stacks: found.stacks.map(withAtomicAccess),
        runningTests: [],
        positions: [],
        truncated: !closed,
      };
    },
  };
}

/** Go's race detector does not say that an access is atomic, but these are calls. */
function withAtomicAccess(stack: CrashStack): CrashStack {
  const { access, goroutine } = stack;
  const [innermost] = goroutine.frames;
  if (access === null || innermost === undefined) return stack;
  if (!/^(?:sync|internal\/runtime|runtime\/internal)\/atomic$/.test(packageOf(innermost.function)))
    return stack;
  const isWrite = access.operation.endsWith('write');
  return { ...stack, access: { ...access, operation: isWrite ? 'atomic write' : 'atomic read' } };
}
