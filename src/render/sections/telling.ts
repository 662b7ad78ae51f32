import type { Links } from '../../report/links.ts';
import type { Report } from '../../report/schema.ts';
import type { Item, Section } from '../fit.ts';
import { cellCode, inlineCode, linked } from '../markdown.ts';

const maxLegChars = 60;

/** What the sections of a text are made from. */
export interface Telling {
  report: Report;
  links: Links;
  /** So many items of a kind at most are made, and so many of them with all details: more cannot fit anyway. */
  extent: { lines: number; details: number };
  /** Where pictures are drawn: Mermaid in Markdown. */
  charts: number;
}

/**
 * How long a part stays where room is short, beyond the parts below it in this list; `verdict` always does. The lines that failed are
 * the last to go.
 */
export const worth = {
  evidence: 10,
  goodPackage: 12,
  footnote: 15,
  gap: 20,
  output: 22,
  badPackage: 25,
  cause: 30,
  chart: 32,
  stack: 35,
  failureText: 40,
  acceptance: 42,
  growth: 45,
  names: 50,
  fix: 55,
  figure: 60,
  missing: 65,
  command: 85,
  failedLine: 80,
  crashLine: 90,
} as const;

/** A section of items; those that are more than the extent allows are only counted. */
export function section<T>(
  all: readonly T[],
  lines: number,
  item: (one: T, index: number) => Item,
  of: Omit<Section, 'items' | 'unmade'>,
): Section {
  return { ...of, items: all.slice(0, lines).map(item), unmade: Math.max(0, all.length - lines) };
}

/** `12 more failed tests are in the report.`, linked to it where it is on the web. */
export function inReport(text: string, { report, run }: Links): string {
  const address = report ?? run;
  const where = address === null ? '`report.json`' : linked('the report', address);
  return `_${text} in ${where}._`;
}

/** `store` for `example.com/shop/store` in the module `example.com/shop`. */
export function shortPackage(name: string, { source: { module } }: Report): string {
  if (module === null || module === '' || name.charAt(module.length) !== '/') return name;
  return name.startsWith(module) ? name.slice(module.length + 1) : name;
}

/** `store` (race, memory) */
export function packageText(name: string, legs: readonly string[], report: Report): string {
  return `${inlineCode(shortPackage(name, report))} (${legsText(legs)})`;
}

export function legsText(legs: readonly string[]): string {
  return [...new Set(legs)].slice(0, 8).map(legText).join(', ');
}

/** A leg's name comes from the settings, and in a report of somebody else from anywhere. */
export function legText(leg: string): string {
  return isPlain(leg) ? leg : inlineCode(leg, maxLegChars);
}

/** The same for a cell of a table. */
export function legCell(leg: string): string {
  return isPlain(leg) ? leg : cellCode(leg, maxLegChars);
}

function isPlain(leg: string): boolean {
  return /^[a-z][a-z_-]{0,30}$/i.test(leg);
}
