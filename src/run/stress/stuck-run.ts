import { createGoroutineParser } from '../../crash/goroutines/goroutines.ts';
import type { Repository } from '../../crash/source/repository.ts';
import { looksStuck } from '../../crash/waits/looks-stuck.ts';
import type { Waits } from '../../report/waits-schema.ts';
import { maxCrashBytes } from '../attempts.ts';
import type { RerunResult } from '../recover/rerun.ts';

/** What a deadlock of some goroutines looks like when -timeout prints them all; null where it is none, or where some are missing. */
export function stuckRun(
  { fold, attempt }: RerunResult,
  running: readonly string[],
  repository: Repository,
): Waits | null {
  const written = attempt?.crashText ?? '';
  const printed = written === '' ? outputs(fold).join('\n') : written;
  // Among what is missing could be a goroutine that gets on.
  if (isCut(printed)) return null;
  const parser = createGoroutineParser();
  for (const line of printed.split('\n')) parser.push(line);
  parser.end();
  return looksStuck(parser.goroutines, running, repository);
}

/**
 * Whether it needs no patience to be believed: a ring of goroutines, or what the runtime itself says. That nobody is left who could
 * wake the others is told by the places where they wait, and a timer that is set elsewhere could come later.
 */
export function isStuckAtOnce({ kind, confidence }: Waits): boolean {
  return kind === 'cycle' || confidence === 'confirmed';
}

function outputs(fold: RerunResult['fold']): string[] {
  if (fold === null) return [];
  return [
    fold.output.text(),
    ...[...fold.running.values()].map((excerpt) => excerpt.text()),
    ...fold.failures.map(({ output }) => output),
  ];
}

function isCut(text: string): boolean {
  return text.length >= maxCrashBytes || text.includes(' characters left out, the log file has ');
}
