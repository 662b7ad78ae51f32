import type { GoTokens } from './go-tokens.ts';

export interface Parameter {
  name: string;
  /** As it is written: `*Store`, `<-chan int`. */
  type: string;
}

export interface FunctionPart {
  /** The receiver first; each name stands alone. */
  parameters: readonly Parameter[];
  /** How a literal is used: called on the spot, by a new goroutine, at the end, or handed on. */
  use: 'declared' | 'called' | 'go' | 'defer' | 'value';
}

/** What stands between two braces, or between one `case` and the next. */
export interface Block {
  parent: number;
  kind: 'function' | 'loop' | 'clause' | 'other';
  /** Of a function. */
  part: FunctionPart | null;
  /** The clause is one of a select. */
  ofSelect: boolean;
  /** First and last word, both in it. */
  start: number;
  end: number;
}

export interface GoBlocks extends GoTokens {
  blocks: readonly Block[];
  /** Of each word, the innermost block. */
  blockOf: readonly number[];
}

const maxDepth = 200;
const stepsPerParameterWord = 4;

/** Sorts the words of a function into its blocks; block 0 is all of it. */
export function goBlocks(source: GoTokens): GoBlocks {
  const { tokens, partner } = source;
  const all: Block = {
    parent: -1,
    kind: 'other',
    part: null,
    ofSelect: false,
    start: 0,
    end: tokens.length - 1,
  };
  const blocks: Block[] = [all];
  const blockOf: number[] = [];
  const bodies = new Map<number, FunctionPart>();
  /** What the next brace opens: the last word that asks for one. */
  let asked: string | null = null;
  const open: { block: number; select: boolean; braceEnd: number }[] = [];
  let current = 0;

  const enter = (
    start: number,
    end: number,
    kind: Block['kind'],
    part: FunctionPart | null,
  ): void => {
    const ofSelect = kind === 'clause' && open.at(-1)?.select === true;
    blocks.push({ parent: current, kind, part, ofSelect, start, end });
    current = blocks.length - 1;
  };

  for (let at = 0; at < tokens.length; at++) {
    const { text = '', line = 0 } = tokens[at] ?? {};
    if (text === 'func') {
      const found = signatureAt(source, at);
      if (found !== null) bodies.set(found.body, found.part);
    }
    if (
      text === 'for' ||
      text === 'select' ||
      text === 'switch' ||
      text === 'if' ||
      text === 'else'
    )
      asked = text;
    const isClause =
      (text === 'case' || text === 'default') &&
      open.length > 0 &&
      (blocks[current]?.kind === 'clause' ||
        blocks[current]?.start === partner[open.at(-1)?.braceEnd ?? -1]);
    if (isClause) {
      const clause = blocks[current];
      if (clause?.kind === 'clause') {
        clause.end = at - 1;
        current = clause.parent;
      }
      enter(at, open.at(-1)?.braceEnd ?? tokens.length - 1, 'clause', null);
    }
    if (text === '{' && open.length < maxDepth) {
      const close = partner[at] ?? -1;
      const end = close < 0 ? tokens.length - 1 : close;
      const part = bodies.get(at) ?? null;
      const isHeadersEnd = tokens[at + 1]?.line !== line;
      const word: string | null = part === null && isHeadersEnd ? asked : null;
      if (word !== null) asked = null;
      enter(at, end, part !== null ? 'function' : word === 'for' ? 'loop' : 'other', part);
      open.push({ block: current, select: word === 'select', braceEnd: end });
    }
    blockOf.push(current);
    const last = open.at(-1);
    if (text === '}' && last?.braceEnd === at) {
      open.pop();
      const clause = blocks[current];
      if (clause?.kind === 'clause') clause.end = at - 1;
      blockOf[at] = last.block;
      current = blocks[last.block]?.parent ?? 0;
    }
  }
  return { ...source, blocks, blockOf };
}

/** The function's head that begins with a word `func`, and where its body opens; null for a type. */
function signatureAt(source: GoTokens, at: number): { part: FunctionPart; body: number } | null {
  const { tokens, partner } = source;
  const isDeclared = at === 0;
  const parameters: Parameter[] = [];
  let next = at + 1;
  /** Goes behind the brackets that open here. */
  const behind = (bracket: string): boolean => {
    const close = tokens[next]?.text === bracket ? (partner[next] ?? -1) : -1;
    if (close < 0) return false;
    if (bracket === '(') parameters.push(...parametersIn(source, next + 1, close));
    next = close + 1;
    return true;
  };
  // func (s *Store) Get[T any](key string) (int, error) {
  if (isDeclared) {
    behind('(');
    next++;
    behind('[');
  }
  if (!behind('(')) return null;
  const body = bodyAfter(source, next);
  if (body === null) return null;
  return { part: { parameters, use: useOf(source, at, body, isDeclared) }, body };
}

/** Where the body opens behind the parameters: a result's type may stand before it; null where none comes. */
function bodyAfter({ tokens, partner }: GoTokens, from: number): number | null {
  for (let at = from, steps = 0; steps < 40; steps++) {
    const text = tokens[at]?.text;
    if (text === '{') return at;
    if (text === 'struct' || text === 'interface') {
      const close = tokens[at + 1]?.text === '{' ? (partner[at + 1] ?? -1) : -1;
      if (close < 0) return null;
      at = close + 1;
    } else if (text === '(' || text === '[') {
      const close = partner[at] ?? -1;
      if (close < 0) return null;
      at = close + 1;
    } else if (tokens[at]?.kind === 'name' || text === '*' || text === '.' || text === '<-') at++;
    else return null;
  }
  return null;
}

function useOf(
  { tokens, partner }: GoTokens,
  at: number,
  body: number,
  isDeclared: boolean,
): FunctionPart['use'] {
  if (isDeclared) return 'declared';
  const before = tokens[at - 1]?.text;
  if (before === 'go' || before === 'defer') return before;
  const close = partner[body] ?? -1;
  return close >= 0 && tokens[close + 1]?.text === '(' ? 'called' : 'value';
}

/** `a, b *T, c int`: names of one type stand before it; types alone have no names. */
function parametersIn(
  { tokens, partner, effort }: GoTokens,
  from: number,
  end: number,
): Parameter[] {
  effort.spend(stepsPerParameterWord * Math.max(0, end - from));
  const groups: { text: string; kind: string }[][] = [[]];
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === ',') {
      groups.push([]);
      continue;
    }
    const close = partner[at] ?? -1;
    groups.at(-1)?.push(token);
    if (close > at)
      for (at++; at <= close; at++) groups.at(-1)?.push(tokens[at] ?? { text: '', kind: 'sign' });
    if (close > 0 && at > close) at = close;
  }
  const isNamed = groups.some(
    ([first, second]) => first?.kind === 'name' && second !== undefined && second.text !== '.',
  );
  if (!isNamed) return groups.map((group) => ({ name: '', type: textOf(group) }));
  let type = '';
  return groups
    .reverse()
    .map(([first, ...rest]) => {
      if (rest.length > 0) type = textOf(rest);
      return { name: first?.text ?? '', type };
    })
    .reverse();
}

function textOf(tokens: readonly { text: string }[]): string {
  return tokens
    .slice(0, 30)
    .map(({ text }) => text)
    .join('');
}
