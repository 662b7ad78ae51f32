import type { GoTokens } from './go-tokens.ts';

/** What is locked, sent to or waited for, as the source names it. */
export interface Operand {
  /** `s.mu`, `forks[i]`, `pool().queue`. */
  text: string;
  /** The first name; null where something is called or computed on the way. */
  root: string | null;
  /** What follows the root: `.mu`, `[].mu` for that of any element. */
  path: string;
}

const maxChars = 120;
const maxWords = 60;
/** Words that an expression cannot end with or go on with. */
const keywords = new Set(
  [
    'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return',
    'select struct switch type var',
  ].flatMap((line) => line.split(' ')),
);

/** The expression that ends with a word; null where none does. */
export function operandBefore(
  source: GoTokens,
  end: number,
): { operand: Operand; start: number } | null {
  const start = startOf(source, end);
  return start === null ? null : { operand: operandOf(source, start, end), start };
}

/** The expression that begins with a word; null where none does. */
export function operandAfter(
  source: GoTokens,
  start: number,
): { operand: Operand; end: number } | null {
  const { tokens, partner } = source;
  let at = start;
  if (tokens[at]?.text === '(') {
    const close = partner[at] ?? -1;
    if (close < 0) return null;
    at = close;
  } else if (!isName(source, at)) return null;
  for (;;) {
    source.effort.spend(1);
    const { text: next, line } = tokens[at + 1] ?? {};
    const isNear = line === tokens[at]?.line;
    if (next === '.' && isName(source, at + 2)) at += 2;
    else if (isNear && (next === '(' || next === '[')) {
      const close = partner[at + 1] ?? -1;
      if (close < 0) break;
      at = close;
    } else break;
  }
  return { operand: operandOf(source, start, at), end: at };
}

/** Where the expression begins whose last word this is; null where none ends here. */
function startOf(source: GoTokens, end: number): number | null {
  const { tokens, partner, effort } = source;
  let at = end;
  for (;;) {
    effort.spend(1);
    const text = tokens[at]?.text;
    if (text === ')' || text === ']') {
      const open = partner[at] ?? -1;
      if (open < 0) return null;
      // (*p).mu, or what is called or has elements stands before it
      if (!isName(source, open - 1) && !isBracketEnd(source, open - 1)) return open;
      at = open - 1;
      continue;
    }
    if (!isName(source, at)) return null;
    if (tokens[at - 1]?.text !== '.') return at;
    at -= 2;
  }
}

function operandOf(source: GoTokens, start: number, end: number): Operand {
  const { tokens } = source;
  const words = tokens.slice(start, Math.min(end + 1, start + maxWords));
  const text = words.map((token) => token.text).join('');
  const path = pathOf(source, start + 1, end);
  const first = tokens[start];
  const isPlain = first?.kind === 'name' && path !== null && words.length < maxWords;
  return {
    text: text.length > maxChars ? `${text.slice(0, maxChars - 1)}…` : text,
    root: isPlain ? first.text : null,
    path: isPlain ? path : '',
  };
}

/** Null where there is more than fields and elements. */
function pathOf({ tokens, partner, effort }: GoTokens, from: number, end: number): string | null {
  let path = '';
  for (let at = from; at <= end; at++) {
    effort.spend(1);
    const token = tokens[at];
    if (token?.text === '[') {
      at = partner[at] ?? end;
      path += '[]';
    } else if (token?.kind === 'name' || token?.text === '.') path += token.text;
    else return null;
  }
  return path;
}

function isName({ tokens }: GoTokens, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'name' && !keywords.has(token.text);
}

function isBracketEnd({ tokens }: GoTokens, at: number): boolean {
  const text = tokens[at]?.text;
  return text === ')' || text === ']';
}

export function isKeyword(word: string): boolean {
  return keywords.has(word);
}
