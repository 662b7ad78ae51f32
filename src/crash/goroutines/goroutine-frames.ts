import type { Creation } from './goroutine.ts';

// What stands below a goroutine's header (src/runtime/traceback.go): pairs of lines, and lines of their own.
//
//     main.(*T).Map[...](0x1?, {0x2, 0x3}, ...)
//     	/src/main.go:12 +0x1d fp=0xc000057f50 sp=0xc000057f20 pc=0x4a1b3d
//     created by main.start in goroutine 1
//     	C:/src/main.go:7 +0x25

/** A line below a header; `position` belongs to the call in the line before it. */
export type StackLine =
  | { kind: 'call'; function: string; arguments: string; byC: boolean }
  | { kind: 'creation'; function: string; goroutine: Creation['goroutine'] }
  | { kind: 'position'; file: string; line: number; inC: boolean }
  | { kind: 'elided'; count: number | null }
  | { kind: 'foreign' }
  | { kind: 'unavailable' }
  | { kind: 'ancestor'; goroutine: number };

// <tab>pc=0x4a1b3d: C code of which only the address is known
const bareAddress = /^\tpc=0x[0-9a-f]+$/;
// What follows a position:  +0x1d fp=0xc000057f50 sp=0xc000057f20 pc=0x4a1b3d     pc=0x4a1b3d of C code
const offsets = /^(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*$/;
// created by example.com/m.start in goroutine 1; before Go 1.21 without the id
const creation = /^created by (?<function>\S+)(?: in goroutine (?<goroutine>\d{1,20}))?$/;
// ...additional frames elided...  (up to Go 1.20, and of ancestors)    ...23 frames elided...
const elided = /^\.\.\.(?:additional|(?<count>\d{1,15})) frames elided\.\.\.$/;
const ancestor = /^\[originating from goroutine (?<goroutine>\d{1,20})\]:$/;
const foreign = /^non-Go function at pc=0x[0-9a-f]+$/;
const maxPartChars = 4096;
/** Ten words at most (src/runtime/traceback.go), and the braces around those of one value. */
const maxArgumentChars = 400;
const maxLineDigits = 10;

/** Reads one line below a header, null when it is none of these. */
export function parseStackLine(line: string): StackLine | null {
  switch (line.charCodeAt(0)) {
    case 0x09: // tab
      return parsePosition(line);
    case 0x20:
      return null;
    case 0x63: // c
      return parseCreation(line) ?? parseCall(line);
    case 0x2e: // .
      return parseElided(line) ?? parseCall(line);
    case 0x6e: // n
      return foreign.test(line) ? { kind: 'foreign' } : parseCall(line);
    case 0x5b: {
      const origin = ancestor.exec(line)?.groups?.['goroutine'];
      return origin === undefined
        ? parseCall(line)
        : { kind: 'ancestor', goroutine: Number(origin) };
    }
    default:
      return line === '' ? null : parseCall(line);
  }
}

function parseCreation(line: string): StackLine | null {
  if (!line.startsWith('created by ')) return null;
  const found = creation.exec(line)?.groups;
  if (found === undefined) return null;
  const { function: name = '', goroutine } = found;
  return {
    kind: 'creation',
    function: name.slice(0, maxPartChars),
    goroutine: goroutine === undefined ? null : Number(goroutine),
  };
}

function parseElided(line: string): StackLine | null {
  const gap = elided.exec(line);
  if (gap === null) return null;
  const count = gap.groups?.['count'];
  return { kind: 'elided', count: count === undefined ? null : Number(count) };
}

// <tab>/src/a b/main.go:12 +0x1d    <tab>??:0    <tab>crash.c:7 pc=0x4a1b3d
function parsePosition(line: string): StackLine | null {
  const colon = line.lastIndexOf(':');
  if (colon < 2) {
    if (line === '\tgoroutine running on other thread; stack unavailable')
      return { kind: 'unavailable' };
    return bareAddress.test(line) ? { kind: 'position', file: '', line: 0, inC: true } : null;
  }
  let end = colon + 1;
  let number = 0;
  for (; end < line.length; end++) {
    const digit = line.charCodeAt(end) - 0x30;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  const digits = end - colon - 1;
  if (digits === 0 || digits > maxLineDigits) return null;
  let inC = false;
  if (end < line.length) {
    const rest = line.slice(end);
    if (!offsets.test(rest)) return null;
    inC = rest.startsWith(' pc=');
  }
  return {
    kind: 'position',
    file: line.slice(1, Math.min(colon, maxPartChars + 1)),
    line: number,
    inC,
  };
}

/** Arguments hold no parenthesis. A C function's line is whatever the symbolizer says; only the line after it tells. */
function parseCall(line: string): StackLine | null {
  const last = line.length - 1;
  const open = line.charCodeAt(last) === 0x29 ? line.lastIndexOf('(') : -1;
  const name = line.slice(0, Math.max(0, open));
  if (open > 0 && !name.includes(' ') && !name.includes('\t'))
    return {
      kind: 'call',
      function: name.slice(0, maxPartChars),
      arguments: line.slice(open + 1, Math.min(last, open + 1 + maxArgumentChars)),
      byC: false,
    };
  return { kind: 'call', function: line.slice(0, maxPartChars), arguments: '', byC: true };
}
