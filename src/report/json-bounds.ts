/** What JSON from somebody else may look like before it is parsed. */
export interface JsonBounds {
  /** Arrays and objects inside of each other. */
  maxDepth: number;
  /** Bytes of one string as it is written, escapes and all. */
  maxStringBytes: number;
  /** Members and elements in all. */
  maxValues: number;
  /** Members of one object. */
  maxMembers: number;
}

// The bytes that structure JSON (RFC 8259).
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** What breaks the bounds, in words, or null. One pass over the bytes; whether they are JSON at all is left to the parser. */
export function brokenBound(json: Uint8Array, bounds: JsonBounds): string | null {
  const { maxDepth, maxStringBytes, maxValues, maxMembers } = bounds;
  let depth = 0;
  let values = 0;
  /** Of what is open at each depth: the members so far; null for an array. */
  const open: (number | null)[] = [];
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case quote: {
        const end = stringEnd(json, at + 1);
        if (end - at > maxStringBytes) return `has a text of more than ${maxStringBytes} bytes`;
        at = end;
        break;
      }
      case openArray:
      case openObject:
        values++;
        if (++depth > maxDepth) return `is nested more than ${maxDepth} levels deep`;
        open[depth] = json[at] === openObject ? 1 : null;
        break;
      case closeArray:
      case closeObject:
        depth--;
        break;
      case comma: {
        if (++values > maxValues) return `has more than ${maxValues} values`;
        const members = open[depth] ?? null;
        if (members === null) break;
        if (members === maxMembers) return `has an object of more than ${maxMembers} members`;
        open[depth] = members + 1;
        break;
      }
      default:
    }
  }
  return values > maxValues ? `has more than ${maxValues} values` : null;
}

/** Where the string that begins at `from` has its closing quote; the length of all where it has none. */
function stringEnd(json: Uint8Array, from: number): number {
  let at = from;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return Math.min(at, json.length);
}
