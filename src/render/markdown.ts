import { clip, printable } from '../report/format.ts';

/** Untrusted text as inline code: nothing in it can become markup, a mention or a link. */
export function inlineCode(text: string, maxChars = 200): string {
  const flat = clip(printable(text).replace(/\s+/g, ' ').trim(), maxChars);
  if (flat === '') return '';
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A sentence that may quote untrusted text: as code when anything in it could be more than words. */
export function sentence(text: string, maxChars: number): string {
  const plain = /^[\p{L}\p{N} ,.;:()'"%/-]*$/u.test(text) && !/\/\/|www\./.test(text);
  return plain ? clip(text, maxChars) : inlineCode(text, maxChars);
}

/** Inline code for a table cell, which a pipe would end even inside code. */
export function cellCode(text: string): string {
  return inlineCode(text).replaceAll('|', '\\|');
}

/** Untrusted text as a fenced block. */
export function codeBlock(text: string, maxChars: number): string {
  const body = clip(printable(text).trimEnd(), maxChars);
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}text\n${body}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
