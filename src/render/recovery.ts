import { clip, oneLine } from '../report/format.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { attemptsText, madeAttempts } from './attempt-words.ts';
import { repetitionText } from './repetition.ts';
import { flakyText, ladderText, shuffleText } from './recovery-words.ts';

const written = (text: string): string => oneLine(clip(text, 1000), 120);
const maxStoppedChars = 300;

/** What was done after a package had not ended well, for a terminal. */
export function recoveryLines(report: Report, run: PackageRun): string[] {
  const leg = report.legs.find(({ name }) => name === run.leg);
  const stopped = run.recovery?.stopped ?? null;
  const lines: [string, string | null][] = [
    ['attempts', madeAttempts(run).length > 1 ? attemptsText(run) : null],
    ['repeated', repetitionText(run, written)],
    ['limits', ladderText(run, leg, written)],
    ['flaky', flakyText(run, written)],
    [
      'stopped',
      stopped === null ? null : oneLine(clip(stopped, 8 * maxStoppedChars), maxStoppedChars),
    ],
    ['order', shuffleText(run, written)],
  ];
  return lines.flatMap(([word, text]) =>
    text === null ? [] : [`    ${`${word}:`.padEnd(12)}${text}`],
  );
}
