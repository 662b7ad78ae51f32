import { createDetectorStacks } from './detector-stacks.ts';
import { beginsOther, maxForeignLines } from './report-border.ts';
import type { OpenReport, Taken } from '../report-parser.ts';
import { parseSanitizerFrame } from './sanitizer-frame.ts';
import { readHeadline } from './sanitizer-headline.ts';
import { partOf, roleOf } from './sanitizer-lines.ts';

const maxNotes = 50;
const maxNoteChars = 1000;

/** A report of a sanitizer of the C compiler that begins with this line; null for any other line. */
export function openSanitizerReport(headline: string): OpenReport | null {
  const head = readHeadline(headline);
  if (head === null) return null;
  const { message, isRace, signal } = head;
  const stacks = createDetectorStacks();
  const notes = [headline.slice(0, maxNoteChars)];
  /** The line above the next stack; null while a stack is open. */
  let heading: string | null = '';
  let opened = 0;
  let summarised = false;
  let ended = false;
  let foreign = 0;

  const openStack = (): void => {
    const title = (heading ?? '').trim();
    const { role, access } = roleOf(title, opened === 0, isRace);
    stacks.open({ role, access, title, goroutine: 0, state: '' });
    opened++;
    heading = null;
  };

  const take = (line: string): Taken | null => {
    const read = parseSanitizerFrame(line);
    if (read !== null) {
      if (heading !== null || (read.number === 0 && !stacks.isEmpty())) openStack();
      stacks.addFrame(read.frame);
      return 'taken';
    }
    const part = partOf(line);
    switch (part) {
      case 'end':
        ended = true;
        return 'last';
      case 'summary':
        summarised = true;
        return 'taken';
      case 'heading':
        heading = line.slice(0, maxNoteChars);
        // An access counts even where its stack is lost.
        if (roleOf(heading, false, isRace).access !== null) openStack();
        return 'taken';
      case 'note':
        if (notes.length < maxNotes) notes.push(line.trim().slice(0, maxNoteChars));
        return 'taken';
      case 'map':
      case 'filler':
        return 'taken';
      case null:
        return null;
    }
  };

  return {
    sure: true,
    push(line) {
      // Only the drawing of the memory and the last word come after the summary.
      if (summarised && !['map', 'note', 'end'].includes(partOf(line) ?? '')) return 'not-mine';
      const taken = take(line);
      if (taken !== null) return taken;
      // Failures to start have no stacks, and nothing that tells their end.
      const isOver = opened === 0 || beginsOther(line) || ++foreign > maxForeignLines;
      return isOver ? 'not-mine' : 'foreign';
    },
    finish(atEnd) {
      return {
        kind: isRace ? 'data-race' : 'sanitizer',
        message,
        panics: [],
        signal,
        notes,
        ...stacks.finish(),
        runningTests: [],
        positions: [],
        truncated: opened > 0 && !summarised && !ended && atEnd,
      };
    },
  };
}
