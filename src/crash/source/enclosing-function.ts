/** A function of a source file, lines counted from 1. */
export interface EnclosingFunction {
  name: string;
  line: number;
}

/** No function that a person reads is longer. */
const maxLines = 2000;
const maxLineChars = 500;
// func Do(   func (s *Store) Get(   func Map[K comparable](
const header = /^func\s*(?:\([^)]*\)\s*)?(?<name>[\p{L}_][\p{L}\p{Nd}_]*)/u;

/** The function, declared at the left margin, that a line of Go lies in; null outside of functions. */
export function enclosingFunction(
  lines: readonly string[],
  line: number,
): EnclosingFunction | null {
  if (line < 1 || line > lines.length) return null;
  for (let at = line; at > Math.max(0, line - maxLines); at--) {
    const text = (lines[at - 1] ?? '').slice(0, maxLineChars);
    const name = header.exec(text)?.groups?.['name'];
    if (name !== undefined) return { name, line: at };
    // The end of what stands above, unless it is the end of parameters on lines of their own: ") error {".
    if (at < line && /^[})]/.test(text) && !text.trimEnd().endsWith('{')) return null;
  }
  return null;
}
