import { firstLetters } from './first-letters.ts';
import type { SignalDetail } from '../parsed-crash.ts';
import { parseSignalTitle } from './signal-detail.ts';

/** A first line of what the Go runtime prints when it dies. `before`: output without a newline that it follows. */
export type RuntimeOpening =
  | { kind: 'panic' | 'fatal-error'; text: string; before: string }
  | { kind: 'signal'; signal: SignalDetail; before: string };

const words = [
  { kind: 'panic', prefix: 'panic: ' },
  { kind: 'fatal-error', prefix: 'fatal error: ' },
] as const;

/** At the beginning of a line. */
export function parseRuntimeOpening(line: string): RuntimeOpening | null {
  switch (line.charCodeAt(0)) {
    case 0x70: // p
      if (line.startsWith('panic: ')) return { kind: 'panic', text: line.slice(7), before: '' };
      break;
    case 0x66: // f
      if (line.startsWith('fatal error: '))
        return { kind: 'fatal-error', text: line.slice(13), before: '' };
      break;
    case 0x53: // S
    case 0x45: /* E */ {
      const signal = parseSignalTitle(line);
      if (signal !== null) return { kind: 'signal', signal, before: '' };
      break;
    }
    default:
  }
  return null;
}

/** Behind output without a newline: `Checking 3 of 7...panic: index out of range`. */
export function parseGluedOpening(line: string): RuntimeOpening | null {
  for (const { kind, prefix } of words) {
    const at = line.indexOf(prefix);
    if (at <= 0) continue;
    const before = line.slice(0, at);
    // A compiler's `fatal error`, a test's log, the package's name of an error: `a_test.go:5: panic: x`.
    if (/(?:^\s|: |\[)$/.test(before.slice(-2)) || /^\s/.test(before)) continue;
    return { kind, text: line.slice(at + prefix.length), before };
  }
  const at = line.indexOf('SIG');
  if (at > 0) {
    const signal = parseSignalTitle(line.slice(at, at + 100));
    if (signal !== null) return { kind: 'signal', signal, before: line.slice(0, at) };
  }
  return null;
}

/**
 * Lines that stand before a crash and explain it: what the runtime prints in front of a throw (src/runtime), and the last words of
 * the C library before SIGABRT.
 */
export const runtimeNotes: readonly { pattern: RegExp; sample: string }[] = [
  { pattern: /^runtime: /, sample: 'runtime: goroutine stack exceeds 1000000000-byte limit' },
  {
    pattern: /^runtime\/cgo: /,
    sample: 'runtime/cgo: pthread_create failed: Resource temporarily unavailable',
  },
  { pattern: /^unexpected fault address 0x/, sample: 'unexpected fault address 0x577ca6' },
  {
    pattern:
      /^(?:free|malloc|realloc|calloc|sysmalloc|munmap_chunk|malloc_consolidate|memalign)\(\): /,
    sample: 'free(): double free detected in tcache 2',
  },
  {
    pattern: /^(?:double free or corruption|corrupted (?:size|double-linked|unsorted)|malloc: )/,
    sample: 'double free or corruption (out)',
  },
  {
    pattern: /^\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*/,
    sample: '*** stack smashing detected ***: terminated',
  },
  {
    pattern: /^terminate called (?:after|without|recursively)/,
    sample: "terminate called after throwing an instance of 'std::out_of_range'",
  },
];
export const noteLetters = 'rufmcsd*t';
const mayBeNote = firstLetters(noteLetters);
// shop.test: price.c:12: price: Assertion `n > 0' failed.
const assertion = /^[^:]{1,200}: [^:]{1,500}:\d{1,9}: .{1,500}: Assertion `.{1,1000}' failed\.$/;

export function isRuntimeNote(line: string): boolean {
  return mayBeNote(line) && runtimeNotes.some(({ pattern }) => pattern.test(line));
}

/** The C library names the program first. */
export function isAssertion(line: string): boolean {
  return (
    line.charCodeAt(line.length - 1) === 0x2e &&
    line.endsWith("' failed.") &&
    line.length < 2000 &&
    assertion.test(line)
  );
}

/** What follows such a line and goes on about it: objects, spans, memory. */
export const furtherNotes: readonly { pattern: RegExp; sample: string }[] = [
  { pattern: /^object=0x/, sample: 'object=0xc000012a00 s.base()=0xc000012000' },
  { pattern: /^ \*\(object\+\d+\) = /, sample: ' *(object+8) = 0xc000200000' },
  { pattern: /^ \.{3}$/, sample: ' ...' },
  { pattern: /^0x[0-9a-f]{8,16}[ :]/, sample: '0x00007ffc5d0d3c20:  0x0000000000000000' },
  { pattern: /^ {2}what\(\): {2}/, sample: '  what():  vector::_M_range_check' },
  { pattern: /^\t\S/, sample: '\t(set GODEBUG=invalidptr=0)' },
];

export function belongsToNote(line: string): boolean {
  return furtherNotes.some(({ pattern }) => pattern.test(line));
}
