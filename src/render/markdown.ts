import { clip, printable } from '../report/format.ts';

// Text of tests, profiles and artifacts is data: outside of code GitHub would make mentions, links, issue and commit references of it.

/** Untrusted text as inline code: nothing in it can become markup, a mention or a link. */
export function inlineCode(text: string, maxChars = 200): string {
  const flat = flatText(text, maxChars);
  if (flat === '') return '';
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/**
 * A sentence that may quote untrusted text, for the middle or the end of a line: words stay words, and what could be more than a word
 * becomes code; so does all that stands between two quotation marks where one of its words is more.
 */
export function sentence(text: string, maxChars: number): string {
  const parts: string[] = [];
  let odd: string[] = [];
  const flush = (): void => {
    if (odd.length > 0) parts.push(coded(odd.join(' ')));
    odd = [];
  };
  for (const [index, part] of units(flatText(text, maxChars)).entries()) {
    // `1.` and `1)` begin a list.
    const isPlain = isWord(part) && !(index === 0 && /^\p{Nd}+[.)]$/u.test(part));
    const quote = isPlain ? undefined : quoted.exec(part)?.groups;
    if (isPlain || quote !== undefined || part.startsWith('(')) flush();
    if (quote !== undefined) {
      const { body = '', end = '' } = quote;
      parts.push(`"${inlineCode(body, body.length)}"${end}`);
    } else (isPlain ? parts : odd).push(part);
    // Behind a colon something else begins.
    if (/[:;,]$/.test(part)) flush();
  }
  flush();
  return parts.join(' ');
}

/** Inline code for a table cell, which a pipe would end even inside code. */
export function cellCode(text: string, maxChars = 200): string {
  // Parsers do not agree on a pipe behind two backslashes.
  const flat = flatText(text, maxChars).replaceAll('\\|', '\\¦');
  return inlineCode(flat, maxChars).replaceAll('|', '\\|');
}

/** Untrusted text as a fenced block. */
export function codeBlock(text: string, maxChars: number, language = 'text'): string {
  const body = wellFormed(clip(shown(text, maxChars).trimEnd(), maxChars));
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A link to an address of ours. The label is Markdown already; no other scheme than http, and nothing that ends the address early. */
export function linked(label: string, address: string | null): string {
  if (address === null || label === '' || !/^https?:\/\//.test(address)) return label;
  const safe = wellFormed(address).replace(/[^\w.~:/?#@!$&*+,;=%-]/gu, (char) =>
    encodeURIComponent(char).replace(/['()]/g, percent),
  );
  return `[${label}](${safe})`;
}

/** Folded text below a title of our own words; the blank lines let Markdown in. */
export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

// "word" don't up-to (word), word: -- and nothing that GitHub, a list, an emoji or a commit could be made of.
const word = /^["'(]{0,2}\p{L}{1,40}(?:['’-]\p{L}{1,40}){0,4}["')]{0,2}[.,;:!?…]?$/u;
// 1,234.5  20 %  (+3.1
const number = /^["'(]{0,2}[+−-]?\p{Nd}[\p{Nd}.,]{0,15}%?["')]{0,2}[.,;:!?]?$/u;
const percentSign = /^%["')]{0,2}[.,;:!?]?$/;
// 1234567  abcdefa-b: GitHub links what could be the beginning of a commit.
const commit = /[\da-f]{7,}/i;
const inBrackets = /^\((?<body>[^()]+)\)$/;
const opening = /^\((?<rest>[^()]+)$/;
const ending = /[.,;:!?]?$/;
const quoted = /^"(?<body>[^" ](?:[^"]{0,198}[^" ])?)"(?<end>[.,;:!?]?)$/u;
const quotedWords = /(?<=^| )"[^" ][^"]{0,199}"[.,;:!?]?(?= |$)/gu;

/** Words, and what stands between quotation marks as one, unless it is words anyway. */
function units(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: quote, index } of text.matchAll(quotedWords)) {
    if (quote.split(' ').every(isWord)) continue;
    if (index > from) found.push(...text.slice(from, index - 1).split(' '));
    found.push(quote);
    from = index + quote.length + 1;
  }
  return from < text.length || found.length === 0
    ? [...found, ...text.slice(from).split(' ')]
    : found;
}

function isWord(text: string): boolean {
  if (text === '' || percentSign.test(text)) return true;
  return (number.test(text) || word.test(text)) && !commit.test(text);
}

/** As code, without the brackets and the punctuation around it. */
function coded(text: string): string {
  const end = ending.exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - end.length);
  const inner = inBrackets.exec(body)?.groups?.body;
  if (inner !== undefined) return `(${inlineCode(inner, inner.length)})${end}`;
  const opened = opening.exec(body)?.groups?.rest;
  if (opened !== undefined) return `(${inlineCode(opened, opened.length)}${end}`;
  return body === '' ? inlineCode(text, text.length) : `${inlineCode(body, body.length)}${end}`;
}

function flatText(text: string, maxChars: number): string {
  return wellFormed(clip(shown(text, maxChars).replace(/\s+/g, ' ').trim(), maxChars));
}

/** Colours are many characters for one that is seen; more than these bring nothing into the text. */
const perShown = 8;

/** Without what steers a terminal, turns the direction of the text around it or is not seen at all. */
function shown(text: string, maxChars: number): string {
  const some = text.length > maxChars * perShown ? text.slice(0, maxChars * perShown) : text;
  return printable(some).replace(
    /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g,
    '\ufffd',
  );
}

/** Half a character, cut or given, is none that GitHub takes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
