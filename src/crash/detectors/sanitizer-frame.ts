import type { Frame } from '../frame.ts';

// A frame as the sanitizers of gcc and clang print it (compiler-rt/lib/sanitizer_common/sanitizer_stacktrace_printer.cpp); which of
// the parts are there depends on what the symbolizer found:
//
//     #0 0x6577a4 in example.com/m.(*Readings).Value /src/m/native.go:39
//     #1 0x7f6ba86b76a8 in operator new(unsigned long) /src/a b/f.cc:3:5
//     #2 0x7f6ba86b76a8 in free (/usr/lib/libasan.so.8+0xb76a8) (BuildId: 25975f7664)
//     #3 0x7f6ba86b76a8  (/usr/lib/libc.so.6+0x271c9)
//     #4 pthread_create <null> (libtsan.so.2+0x5e686)

const opening = /^ {2,8}#(?<number>\d{1,5}) (?:0x[0-9a-f]+(?: in)? )?(?<rest>.*)$/;
const buildId = / \(BuildId: [0-9a-f]+\)$/;
const module = / ?\([^()]*\+0x[0-9a-f]+\)$/;
const place = /:(?<line>\d{1,10})(?::\d{1,10})?$/;
const maxChars = 4096;

/** Null for a line that is no frame. `number` is 0 for the innermost of a stack. */
export function parseSanitizerFrame(line: string): { number: number; frame: Frame } | null {
  const { number, rest = '' } = opening.exec(line)?.groups ?? {};
  if (number === undefined) return null;
  const text = rest
    .slice(0, 2 * maxChars)
    .replace(buildId, '')
    .replace(module, '')
    .trim();
  return { number: Number(number), frame: frameOf(text) };
}

function frameOf(text: string): Frame {
  if (text === '') return { function: 'non-Go function', file: '', line: 0 };
  const at = place.exec(text);
  const named = at === null ? text : text.slice(0, at.index);
  const start = at === null && !named.endsWith(' <null>') ? named.length : fileStart(named);
  const file = named.slice(start).trim();
  return {
    function: named.slice(0, start).trim().slice(0, maxChars) || 'non-Go function',
    file: file === '<null>' ? '' : file.slice(0, maxChars),
    line: Number(at?.groups?.['line'] ?? 0),
  };
}

/** Functions and files may hold blanks; an absolute path shows where it begins. */
function fileStart(text: string): number {
  const absolute = / (?:\/|[A-Za-z]:[\\/])/.exec(text);
  return absolute?.index ?? Math.max(0, text.lastIndexOf(' '));
}
