import { createEffort, type Effort } from './effort.ts';

/** A word, a sign or a literal of Go source. */
export interface GoToken {
  text: string;
  /** Counted from 1. */
  line: number;
  kind: 'name' | 'literal' | 'sign';
}

export interface GoTokens {
  tokens: readonly GoToken[];
  /** Of each bracket, where the other one of the pair stands; -1 for all else and for those without one. */
  partner: readonly number[];
  /** What may still be spent on all that is read. */
  effort: Effort;
}

/** No function that a person reads is longer. */
const maxLines = 3000;
const maxTokens = 60_000;
const maxLiteralChars = 60;
/** A word stays in memory as long as its function does. */
const stepsPerToken = 40;

const space = /^[ \t\r]+/;
const name = /^[\p{L}_][\p{L}\p{Nd}_]*/u;
const number = /^\.?\d[\w.]*/;
const sign = /^(?:<-|:=|\.\.\.|&&|\|\||[=!<>+\-*/%&|^]=|\+\+|--|<<|>>|.)/u;
const opening = new Set(['(', '[', '{']);
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The words of one function that begins in a line, up to its last brace. Comments are left out; text that is no Go gives some words, too. */
export function functionTokens(
  lines: readonly string[],
  from: number,
  effort = createEffort(),
): GoTokens {
  const tokens: GoToken[] = [];
  const partner: number[] = [];
  const open: number[] = [];
  /** What goes on in the next line. */
  const state: { inside: 'code' | 'comment' | 'raw' } = { inside: 'code' };

  const add = (text: string, line: number, kind: GoToken['kind']): void => {
    effort.spend(stepsPerToken);
    const at = tokens.length;
    tokens.push({ text, line, kind });
    partner.push(-1);
    if (kind !== 'sign') return;
    if (opening.has(text)) open.push(at);
    const other = open.at(-1);
    if (other === undefined || closing[text] !== tokens[other]?.text) return;
    open.pop();
    partner[at] = other;
    partner[other] = at;
  };
  const readLine = (text: string, line: number): void => {
    let at = 0;
    while (at < text.length && tokens.length < maxTokens) {
      if (state.inside !== 'code') {
        const end = text.indexOf(state.inside === 'raw' ? '`' : '*/', at);
        if (end < 0) return;
        at = end + (state.inside === 'raw' ? 1 : 2);
        state.inside = 'code';
        continue;
      }
      const rest = text.slice(at, at + 400);
      if (rest.startsWith('//')) return;
      if (rest.startsWith('/*')) {
        state.inside = 'comment';
        at += 2;
        continue;
      }
      const blank = space.exec(rest)?.[0].length ?? 0;
      if (blank > 0) {
        at += blank;
        continue;
      }
      if (rest.startsWith('`')) {
        add('``', line, 'literal');
        state.inside = 'raw';
        at++;
        continue;
      }
      if (rest.startsWith('"') || rest.startsWith("'")) {
        const end = endOfQuoted(text, at);
        add(text.slice(at, Math.min(end, at + maxLiteralChars)), line, 'literal');
        at = end;
        continue;
      }
      const word = name.exec(rest)?.[0] ?? number.exec(rest)?.[0];
      const taken = word ?? sign.exec(rest)?.[0] ?? rest.slice(0, 1);
      add(taken, line, word === undefined ? 'sign' : /^[\d.]/.test(word) ? 'literal' : 'name');
      at += taken.length;
    }
  };

  for (let line = from; line < from + maxLines && line <= lines.length; line++) {
    const before = tokens.length;
    const text = lines[line - 1] ?? '';
    effort.spend(1 + text.length);
    readLine(text, line);
    const last = tokens.at(-1);
    const hasEnded = tokens.length > before && open.length === 0 && last?.text === '}';
    if ((hasEnded && state.inside === 'code') || tokens.length >= maxTokens) break;
  }
  return { tokens, partner, effort };
}

function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}
