import { enclosingFunction } from '../crash/source/enclosing-function.ts';

// The head of a top-level function as gofmt writes it: `func (c *Cart[T]) Add(ctx context.Context, a, b string, more ...int) (int, error) {`

export interface GoParameter {
  name: string;
  /** As it stands, `...` of a variadic one apart. */
  type: string;
  variadic: boolean;
}

export interface GoSignature {
  name: string;
  receiver: GoParameter | null;
  generic: boolean;
  parameters: GoParameter[];
}

const maxHeadLines = 20;

/** The function that a line (from 1) is in, null where its head cannot be read. */
export function signatureAt(lines: readonly string[], line: number): GoSignature | null {
  const around = enclosingFunction(lines, line);
  if (around === null) return null;
  return parseHead(lines.slice(around.line - 1, around.line - 1 + maxHeadLines).join('\n'));
}

function parseHead(text: string): GoSignature | null {
  let rest = text.slice('func '.length);
  let receiver: GoParameter | null = null;
  if (rest.startsWith('(')) {
    const end = closing(rest, 0);
    if (end === null) return null;
    receiver = parameters(rest.slice(1, end))[0] ?? null;
    rest = rest.slice(end + 1).trimStart();
  }
  const name = /^[\p{L}_][\p{L}\p{Nd}_]*/u.exec(rest)?.[0];
  if (name === undefined) return null;
  rest = rest.slice(name.length);
  const generic = rest.startsWith('[');
  if (generic) rest = rest.slice((closing(rest, 0) ?? -1) + 1);
  const end = rest.startsWith('(') ? closing(rest, 0) : null;
  if (end === null) return null;
  return {
    name,
    receiver,
    generic: generic || receiver?.type.includes('[') === true,
    parameters: parameters(rest.slice(1, end)),
  };
}

/** The place of the bracket that closes the one at `from`. */
function closing(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return at;
  }
  return null;
}

function parameters(text: string): GoParameter[] {
  const parts = splitTop(text)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // `a, b string`: a name without a type has the next one's; without any named, all are types.
  const named = parts.some(
    (part) =>
      /^[\p{L}_][\p{L}\p{Nd}_]* /u.test(part) &&
      !/^(?:func|chan|map|struct|interface)\b/u.test(part),
  );
  const found: GoParameter[] = [];
  let type = '';
  for (const [index, part] of [...parts.entries()].reverse()) {
    const space = part.indexOf(' ');
    const name = !named ? `value${String(index + 1)}` : space < 0 ? part : part.slice(0, space);
    if (!named) type = part;
    else if (space >= 0) type = part.slice(space + 1).trim();
    const variadic = type.startsWith('...');
    found.unshift({ name, type: variadic ? type.slice(3) : type, variadic });
  }
  return found;
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
