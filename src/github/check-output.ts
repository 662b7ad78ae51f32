import { Buffer } from 'node:buffer';
import type { Annotation } from '../render/annotations.ts';

// The limits of GitHub's Checks API; where it says characters of a text, bytes are held too.
const maxTitleChars = 255;
const maxTextChars = 65_535;
const maxMessageBytes = 64 * 1024;
const maxLine = 2 ** 31 - 1;
export const annotationsPerRequest = 50;
/** A request for each 50 of them; the token has a thousand requests an hour for the whole repository. */
export const maxAnnotations = 500;

export interface CheckText {
  title: string;
  summary: string;
  text: string;
}

/** As the API has it. */
export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
}

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const satisfies Record<
  Annotation['level'],
  CheckAnnotation['annotation_level']
>;

/** Title and summary must not be empty. */
export function checkText({ title, summary, text }: CheckText): CheckText {
  return {
    title: within(title, maxTitleChars, Infinity) || 'go-crash-guard',
    summary: within(summary, maxTextChars, maxTextChars) || 'No summary.',
    text: within(text, maxTextChars, maxTextChars),
  };
}

/** Null: GitHub would refuse it, and all of its batch. */
export function checkAnnotation(annotation: Annotation): CheckAnnotation | null {
  const { path, line, level, title, message } = annotation;
  if (path === '' || !Number.isInteger(line) || line < 1 || line > maxLine || message === '')
    return null;
  return {
    ...{ path, start_line: line, end_line: line, annotation_level: levels[level] },
    title: within(title, maxTitleChars, Infinity),
    message: within(message, maxMessageBytes, maxMessageBytes),
  };
}

/** No half of a character is left at the end, and no NUL, which databases refuse. */
function within(text: string, maxChars: number, maxBytes: number): string {
  const head = text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '');
  const bytes = Buffer.from(head.replaceAll('\0', '\ufffd'));
  if (bytes.length <= maxBytes) return bytes.toString('utf8');
  let end = maxBytes;
  // 10xxxxxx is inside of a character.
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end--;
  return bytes.toString('utf8', 0, end);
}
