import type { Frame } from '../crash/frame.ts';
import { clip, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Paint } from './paint.ts';

/** How a text is laid out. */
export interface Page {
  /** Columns of the terminal. */
  width: number;
  paint: Paint;
}

/** Below this a line is not cut any further: the terminal wraps it. */
const minWidth = 40;

/** One line that is no longer than the page is wide. */
export function textLine({ width }: Page, text: string): string {
  return clip(oneLine(text), Math.max(minWidth, width));
}

/**
 * One line of `start`, a function, its place and a remark. Where that is too long, import path and folders are left out before
 * anything is cut off.
 */
export function frameLine(page: Page, start: string, frame: Frame, remark = ''): string {
  const width = Math.max(minWidth, page.width);
  const name = oneLine(frame.function);
  const place = frame.file === '' ? '' : oneLine(`  ${frame.file}:${String(frame.line)}`);
  const end = remark === '' ? '' : `  ${oneLine(remark)}`;
  const forms = [
    [name, place],
    [shortName(name), place],
    [shortName(name), shortPlace(place)],
  ] as const;
  const fits = forms.find(([a, b]) => start.length + a.length + b.length + end.length <= width);
  if (fits !== undefined) return `${start}${fits[0]}${page.paint.dim(fits[1])}${end}`;
  return clip(`${start}${shortName(name)}${shortPlace(place)}${end}`, width);
}

/** Text of a test process in one line, with its margin. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\n\r\t]+/g, ' ');
}

/** `held.keep` for `example.com/inspect/held.keep` */
function shortName(name: string): string {
  const bracket = name.indexOf('[');
  const path = bracket < 0 ? name : name.slice(0, bracket);
  return name.slice(path.lastIndexOf('/') + 1);
}

/** `…/held/held.go:20` */
function shortPlace(place: string): string {
  const parts = place.split('/');
  return parts.length <= 3 ? place : `  …/${parts.slice(-2).join('/')}`;
}

/** The columns of a list, padded to the widest: numbers stand right, words left. */
export function aligned(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right[column] === true
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  '),
  );
}

/** `41 %`, `0.4 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent >= 9.95 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}

/** `3 min`, `2 h 05 min`; empty for less than a minute. */
export function formatMinutes(minutes: number): string {
  if (minutes < 1) return '';
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${String(minutes)} min`
    : `${String(hours)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** What a list leaves out: `... and 3 more functions`. */
export function moreLine({ paint }: Page, count: number, noun: string): string[] {
  return count === 0 ? [] : [paint.dim(`    ... and ${plural(count, `more ${noun}`)}`)];
}
