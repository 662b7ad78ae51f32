import { functionOf, standingText, whatLeaks } from '../leaks/leak-text.ts';
import { oneLine } from '../report/format.ts';
import type { Leak } from '../report/leak-schema.ts';
import type { Report } from '../report/schema.ts';
import { countedLeaks, sparedText, toldLeaks } from './leak-words.ts';
import type { Paint } from './paint.ts';

const maxTold = 10;
const maxKnown = 5;
const maxAccepted = 5;

/** What the tests left behind, for a terminal: what fails the run and what is open in full, the rest shortly. */
export function leakLines(report: Report, paint: Paint): string[] {
  const { failing, open, known, accepted } = toldLeaks(report);
  const told = [
    ...failing.map((leak) => ({ leak, mark: paint.bad('✗') })),
    ...open.map((leak) => ({ leak, mark: '!' })),
  ];
  const left = told.slice(maxTold).map(({ leak }) => leak);
  const spared = sparedText(report);
  const acceptedLeft = accepted.slice(maxAccepted);
  return [
    ...told.slice(0, maxTold).flatMap(({ leak, mark }) => linesOf(leak, mark, paint)),
    ...(left.length > 0 ? [`  and ${countedLeaks(left, 'more ')}, see the report`] : []),
    ...(spared === null ? [] : [`  ${spared}`]),
    ...(known.length > 0 ? [paint.dim(knownLine(known))] : []),
    ...accepted.slice(0, maxAccepted).map((leak) => paint.dim(acceptedLine(leak))),
    ...(acceptedLeft.length > 0
      ? [paint.dim(`  accepted: ${countedLeaks(acceptedLeft, 'more ')}, see the report`)]
      : []),
  ];
}

function linesOf(leak: Leak, mark: string, paint: Paint): string[] {
  const { package: name, legs, test, createdBy, expired } = leak;
  const by = test === null ? '' : ` ${oneLine(test, 120)}:`;
  const of = `${paint.bold(oneLine(name, 200))} ${paint.dim(`(${oneLine(legs.join(', '), 200)})`)}`;
  return [
    `${mark} ${of}${by} ${whatLeaks(leak)} ${paint.dim(`(${standingText(leak)})`)}`,
    `    ${leak.kind === 'memory' ? 'allocated: ' : 'waits:     '} ${placeOf(leak)}`,
    ...(createdBy === null ? [] : [`    started:    ${placeText(createdBy)}`]),
    ...(expired === undefined
      ? []
      : [`    was accepted until ${oneLine(expired.until, 20)}: ${oneLine(expired.reason, 200)}`]),
  ];
}

function knownLine(known: readonly Leak[]): string {
  const places = known.slice(0, maxKnown).map(placeOf);
  const more = known.length - places.length;
  return `  known leaks: ${places.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

function acceptedLine(leak: Leak): string {
  const { reason, until } = leak.accepted ?? { reason: '', until: '' };
  return `  accepted until ${oneLine(until, 20)}: ${placeOf(leak)}: ${oneLine(reason, 200)}`;
}

function placeOf(leak: Leak): string {
  return leak.site === null ? `in ${oneLine(functionOf(leak), 200)}` : placeText(leak.site);
}

function placeText({ file, line }: { file: string; line: number }): string {
  return oneLine(`${file}:${String(line)}`, 200);
}
