import { Buffer } from 'node:buffer';
import type { Links } from '../report/links.ts';
import { clip } from '../report/format.ts';
import type { Report } from '../report/schema.ts';
import { verdictText } from './sections/verdict-text.ts';
import { furtherSections, mainSections, told } from './story.ts';

const maxTitleChars = 255;
/** GitHub takes 65,535 characters of each, and says nowhere whether it means bytes. */
const room = { limit: 65_000, size: (text: string): number => Buffer.byteLength(text) };
const extent = { lines: 650, details: 40 };

/** A title is no Markdown; names that are not plain are left out of it. */
const asItIs = (name: string): string => name;

/** The Report for a check run: the title is plain text, summary and text are Markdown. */
export function renderCheck(
  report: Report,
  links: Links,
): { title: string; summary: string; text: string } {
  const telling = { report, links, extent, charts: 0 };
  return {
    title: clip(verdictText(report, asItIs), maxTitleChars),
    summary: told(mainSections(telling, null), room),
    text: told(furtherSections(telling), room),
  };
}
