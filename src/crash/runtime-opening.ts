import type { SignalDetail } from './parsed-crash.ts';
import { parseSignalTitle } from './signal-detail.ts';

/** A first line of what the Go runtime prints when it dies. `before`: output without a newline that it follows. */
export type RuntimeOpening =
  | { kind: 'panic' | 'fatal-error'; text: string; before: string }
  | { kind: 'signal'; signal: SignalDetail; before: string };

const words = [
  { kind: 'panic', prefix: 'panic: ' },
  { kind: 'fatal-error', prefix: 'fatal error: ' },
] as const;

/** Every line of a log comes here, so the first character decides. */
export function parseRuntimeOpening(line: string): RuntimeOpening | null {
  switch (line[0]) {
    case 'p':
      if (line.startsWith('panic: ')) return { kind: 'panic', text: line.slice(7), before: '' };
      break;
    case 'f':
      if (line.startsWith('fatal error: '))
        return { kind: 'fatal-error', text: line.slice(13), before: '' };
      break;
    case 'S':
    case 'E': {
      const signal = parseSignalTitle(line);
      if (signal !== null) return { kind: 'signal', signal, before: '' };
      break;
    }
    default:
  }
  return parseGlued(line);
}

/** `Checking 3 of 7...panic: index out of range` */
function parseGlued(line: string): RuntimeOpening | null {
  for (const { kind, prefix } of words) {
    const at = line.indexOf(prefix);
    if (at < 0) continue;
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
 * Lines that explain a fatal error and stand before it (print calls in front of throw in src/runtime), and the last words of the C
 * library before SIGABRT.
 */
const notes: readonly { pattern: RegExp; sample: string }[] = [
  {
    pattern: /^runtime: /,
    sample: 'runtime: goroutine stack exceeds 1000000000-byte limit',
  },
  {
    pattern: /^runtime\/cgo: /,
    sample: 'runtime/cgo: pthread_create failed: Resource temporarily unavailable',
  },
  { pattern: /^unexpected fault address 0x/, sample: 'unexpected fault address 0x577ca6' },
];

export function isRuntimeNote(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first !== 0x72 && first !== 0x75) return false;
  return notes.some(({ pattern }) => pattern.test(line));
}

/** What follows such a line and goes on about it: objects, spans, memory. */
const further: readonly { pattern: RegExp; sample: string }[] = [
  { pattern: /^object=0x/, sample: 'object=0xc000012a00 s.base()=0xc000012000' },
  { pattern: /^ \*\(object\+\d+\) = /, sample: ' *(object+8) = 0xc000200000' },
  { pattern: /^ \.{3}$/, sample: ' ...' },
  { pattern: /^0x[0-9a-f]{8,16}[ :]/, sample: '0x00007ffc5d0d3c20:  0x0000000000000000' },
  { pattern: /^\t\S/, sample: '\t(set GODEBUG=invalidptr=0)' },
];

export function belongsToNote(line: string): boolean {
  return further.some(({ pattern }) => pattern.test(line));
}
