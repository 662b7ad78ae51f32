const maxLabels = 100;
const maxWordChars = 4096;
// Since Go 1.27 what needs no quotes has none; it may be empty.
const bareWord = /[A-Za-z0-9./_]*/y;
// \n \r \t \" \\ \x07 \u2028 \U0001f600
const escape =
  /\\(?:(?<sign>[nrt"\\])|x(?<x>[0-9a-f]{2})|u(?<u>[0-9a-f]{4})|U(?<long>[0-9a-f]{8}))/g;
const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/**
 * Reads profiler labels at a place of a line, null where there are none: `{"k": "v"}` (Go 1.26) or `{k: v, "a b": "]:"}` (1.27),
 * after the given opening. `end` is the place after the closing brace.
 */
export function readLabels(
  line: string,
  at: number,
  opening: string,
): { labels: Record<string, string>; end: number } | null {
  if (!line.startsWith(opening, at)) return null;
  const pairs: [string, string][] = [];
  let place = at + opening.length;
  for (;;) {
    const key = readWord(line, place);
    if (key === null || !line.startsWith(': ', key.end)) return null;
    const value = readWord(line, key.end + 2);
    if (value === null) return null;
    if (pairs.length < maxLabels) pairs.push([key.text, value.text]);
    place = value.end;
    if (line[place] === '}') return { labels: Object.fromEntries(pairs), end: place + 1 };
    if (!line.startsWith(', ', place)) return null;
    place += 2;
  }
}

function readWord(line: string, at: number): { text: string; end: number } | null {
  if (line[at] !== '"') {
    bareWord.lastIndex = at;
    const text = bareWord.exec(line)?.[0] ?? '';
    return { text: text.slice(0, maxWordChars), end: at + text.length };
  }
  let close = at + 1;
  while (close < line.length && line[close] !== '"') close += line[close] === '\\' ? 2 : 1;
  if (close >= line.length) return null;
  return { text: unquote(line.slice(at + 1, Math.min(close, at + maxWordChars))), end: close + 1 };
}

/** Undoes printquoted of src/runtime/print.go. */
function unquote(text: string): string {
  return text.replace(escape, (whole, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (groups['sign'] !== undefined) return signs[groups['sign']] ?? whole;
    const code = Number.parseInt(groups['x'] ?? groups['u'] ?? groups['long'] ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
