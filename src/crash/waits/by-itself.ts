import type { Repository } from '../source/repository.ts';
import type { Effort } from './effort.ts';
import type { Action } from './go-actions.ts';
import { originOf } from './go-names.ts';
import { wordsOn, type GoPlace } from './go-place.ts';

// time.After(d)   time.Tick(d)   timer.C   ctx.Done()   signals
const ofTime = /^(?:time\.(?:After|Tick)\()|\.C$|(?:\.|^)Done\(\)$/;
const typesOfTime = /time\.Time|os\.Signal|struct\{\}.*context/;
const sources = new Set([
  'time',
  'signal',
  'Signal',
  'Done',
  'NewTimer',
  'NewTicker',
  'After',
  'Tick',
]);
/** What calls functions without a goroutine that a dump shows. */
const outside = /\b(?:AfterFunc|SetFinalizer|AddCleanup)\(|\bsignal\.(?:Notify|NotifyContext)\(/;
const maxLineChars = 1000;
const stepsPerLine = 4;

/** Whether a channel may get something from a timer, a context or the system: then no goroutine needs to come. */
export function mayComeByItself({ operand }: Action, place: GoPlace): boolean {
  if (ofTime.test(operand.text)) return true;
  if (operand.root === null)
    return !/^[\p{L}_][\p{L}\p{Nd}_.]*(?:\[[^\]]*\])?$/u.test(operand.text);
  const origin = originOf(place, operand.root);
  if (origin.kind === 'parameter') return typesOfTime.test(origin.type);
  if (origin.kind === 'package') return false;
  if (typesOfTime.test(origin.type ?? '')) return true;
  const { source } = place;
  return wordsOn(source, origin.line).some((at) => sources.has(source.tokens[at]?.text ?? ''));
}

/** Asks whether a file has functions called by timers, signals or the garbage collector. */
export function createOutsideCalls(
  { lines: linesOf }: Repository,
  effort: Effort,
): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const read = (file: string): boolean => {
    const lines = linesOf(file);
    effort.spend(stepsPerLine * (1 + (lines?.length ?? 0)));
    return lines === null || lines.some((line) => outside.test(line.slice(0, maxLineChars)));
  };
  return (file) => {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    return found;
  };
}
