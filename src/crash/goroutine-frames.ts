import type { Creation } from './goroutine.ts';

// What stands below a goroutine's header (src/runtime/traceback.go): pairs of lines, and lines of their own.
//
//     main.(*T).Map[...](0x1?, {0x2, 0x3}, ...)
//     	/src/main.go:12 +0x1d fp=0xc000057f50 sp=0xc000057f20 pc=0x4a1b3d
//     created by main.start in goroutine 1
//     	C:/src/main.go:7 +0x25

/** A line below a header; `position` belongs to the call in the line before it. */
export type StackLine =
  | { kind: 'call'; function: string; byC: boolean }
  | { kind: 'creation'; function: string; goroutine: Creation['goroutine'] }
  | { kind: 'position'; file: string; line: number; inC: boolean }
  | { kind: 'elided'; count: number | null }
  | { kind: 'foreign' }
  | { kind: 'unavailable' }
  | { kind: 'ancestor'; goroutine: number };

// <tab>/src/a b/main.go:12 +0x1d    <tab>??:0    <tab>crash.c:7 pc=0x4a1b3d
const position =
  /^\t(?<file>.+):(?<line>\d{1,10})(?: \+0x[0-9a-f]+)?(?<pcs>(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;
// <tab>pc=0x4a1b3d: C code of which only the address is known
const bareAddress = /^\tpc=0x[0-9a-f]+$/;
// created by example.com/m.start in goroutine 1; before Go 1.21 without the id
const creation = /^created by (?<function>\S+)(?: in goroutine (?<goroutine>\d{1,20}))?$/;
// ...additional frames elided...  (up to Go 1.20, and of ancestors)    ...23 frames elided...
const elided = /^\.\.\.(?:additional|(?<count>\d{1,15})) frames elided\.\.\.$/;
const ancestor = /^\[originating from goroutine (?<goroutine>\d{1,20})\]:$/;
const maxPartChars = 4096;

/** Reads one line below a header, null when it is none of these. */
export function parseStackLine(line: string): StackLine | null {
  if (line.startsWith('\t')) return parsePosition(line);
  const created = creation.exec(line)?.groups;
  if (created !== undefined) {
    const { function: name = '', goroutine } = created;
    return {
      kind: 'creation',
      function: name.slice(0, maxPartChars),
      goroutine: goroutine === undefined ? null : Number(goroutine),
    };
  }
  const gap = elided.exec(line);
  if (gap !== null) {
    const count = gap.groups?.['count'];
    return { kind: 'elided', count: count === undefined ? null : Number(count) };
  }
  if (/^non-Go function at pc=0x[0-9a-f]+$/.test(line)) return { kind: 'foreign' };
  const origin = ancestor.exec(line)?.groups?.['goroutine'];
  if (origin !== undefined) return { kind: 'ancestor', goroutine: Number(origin) };
  return parseCall(line);
}

function parsePosition(line: string): StackLine | null {
  if (line === '\tgoroutine running on other thread; stack unavailable')
    return { kind: 'unavailable' };
  if (bareAddress.test(line)) return { kind: 'position', file: '', line: 0, inC: true };
  const { file = '', line: number, pcs } = position.exec(line)?.groups ?? {};
  if (number === undefined) return null;
  return {
    kind: 'position',
    file: file.slice(0, maxPartChars),
    line: Number(number),
    inC: pcs !== undefined && /^ pc=/.test(pcs),
  };
}

/** Arguments hold no parenthesis. A C function's line is whatever the symbolizer says; only the line after it tells. */
function parseCall(line: string): StackLine | null {
  if (line === '' || line.startsWith(' ')) return null;
  const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
  const name = line.slice(0, Math.max(0, open));
  if (open > 0 && !/\s/.test(name))
    return { kind: 'call', function: name.slice(0, maxPartChars), byC: false };
  return { kind: 'call', function: line.slice(0, maxPartChars), byC: true };
}
