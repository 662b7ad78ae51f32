// The patterns of -run and -skip, by the rules of package testing (match.go): alternatives between |, and in each of them one
// regular expression a level of subtests between /.

const word = /^[A-Za-z0-9_]$/;
const special = /^[\\.+*?()|[\]{}^$]$/;
const printableAscii = /^[!-~]$/;

/** One part of a name between slashes, as a regular expression that matches it alone. */
export function exactPart(part: string): string {
  return `^${quoted(part)}$`;
}

/** Matches each of the parts and nothing else. */
export function exactParts(parts: readonly string[]): string {
  const [first = ''] = parts;
  return parts.length === 1 ? exactPart(first) : `^(?:${parts.map(quoted).join('|')})$`;
}

/**
 * Package testing spells white space of a *pattern* as _, so what is not printable ASCII is written as a number: a file of a fuzz
 * corpus may have a space in its name.
 */
function quoted(part: string): string {
  return Array.from(part, (char) => {
    if (word.test(char)) return char;
    if (special.test(char)) return `\\${char}`;
    return printableAscii.test(char) ? char : `\\x{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  }).join('');
}

/**
 * The levels of each alternative. A slash or bar within brackets or parentheses divides nothing; a bracket that was never opened is
 * a plain character.
 */
export function alternatives(pattern: string): string[][] {
  if (pattern === '') return [];
  const found: string[][] = [];
  const levels: string[] = [];
  let brackets = 0;
  let parentheses = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (char === '[') brackets++;
    else if (char === ']') brackets = Math.max(0, brackets - 1);
    else if (brackets > 0) continue;
    else if (char === '(') parentheses++;
    else if (char === ')') parentheses--;
    else if ((char === '/' || char === '|') && parentheses === 0) {
      levels.push(pattern.slice(from, at));
      from = at + 1;
      if (char === '|') found.push(levels.splice(0));
    }
  }
  found.push([...levels, pattern.slice(from)]);
  return found;
}

/**
 * The -skip for subtests. Package testing lets the first alternative that fits decide, even if it asks for more levels than the name
 * has: shorter ones come first. What stands below a name that is left out is left out with it.
 */
export function leaveOutPattern(names: readonly string[]): string[] {
  const byParent = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const cut = name.lastIndexOf('/');
    const parent = name.slice(0, cut);
    const children = byParent.get(parent);
    if (children === undefined) byParent.set(parent, [name.slice(cut + 1)]);
    else children.push(name.slice(cut + 1));
  }
  return [...byParent]
    .map(([parent, children]) => ({ levels: parent.split('/'), children }))
    .sort((one, other) => one.levels.length - other.levels.length)
    .map(({ levels, children }) => [...levels.map(exactPart), exactParts(children)].join('/'));
}
