import { isForeignLine } from './foreign-line.ts';
import type { PanicValue } from '../parsed-crash.ts';

const maxValues = 100;
const maxValueChars = 4096;

// What printpanics of src/runtime/panic.go adds to a value: ` [recovered]`, since Go 1.25 ` [recovered, repanicked]`.
const remark = / \[recovered(?<repanicked>, repanicked)?\]$/;
const maxRemarkChars = 30;

// What the runtime itself panics with (src/runtime/error.go, panic.go, chan.go, map.go).
const runtimeValue =
  /^(?:runtime error: |interface conversion: |assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel)/;

// Values of types that are no errors and no Stringers (printanycustomtype of src/runtime/error.go), samples beside:
const typed = [
  // main.state("half open")
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\("[^]*"\)$/u,
  // main.code(7)  main.ratio(+1.500000e+000)  main.flag(true)  main.point(+1.0e+000+2.0e+000i)
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\((?:true|false|\(?[-+\d][-+i\de.]{0,80}\)?|[+-]?Inf|NaN)\)$/u,
  // (main.order) 0xc000012345  (func(int) error) 0x574278  (struct { a int }) 0x4a86c8
  /^\((?<type>[^\n]{1,200})\) 0x[0-9a-f]{1,16}$/,
] as const;

/** Puts the values of a chain of panics together while their lines come in. */
export interface PanicValues {
  /** What follows `panic: `. */
  start: (text: string) => void;
  /** A further line of the value, as it stands there. */
  extend: (line: string) => void;
  values: () => PanicValue[];
}

/** A value's first line, those after it, and the remark at the end, which must not get lost in a long value. */
interface Raw {
  first: string;
  more: string[];
  chars: number;
  remark: string;
}

export function createPanicValues(): PanicValues {
  const raws: Raw[] = [];
  return {
    start(line) {
      // The last one counts most: it killed.
      if (raws.length >= maxValues) raws.pop();
      const { text, found } = splitRemark(line);
      raws.push({
        first: text.slice(0, maxValueChars),
        more: [],
        chars: text.length,
        remark: found,
      });
    },
    extend(line) {
      const raw = raws.at(-1);
      if (raw === undefined) return;
      const { text, found } = splitRemark(line);
      raw.remark = found;
      if (raw.chars < maxValueChars) raw.more.push(text.slice(0, maxValueChars));
      raw.chars += text.length + 1;
    },
    values() {
      // Since Go 1.23 each further line begins with a tab that is not the value's.
      const indented = raws.every(({ more }) => more.every((line) => line.startsWith('\t')));
      return raws.map((raw) => valueOf(raw, indented));
    },
  };
}

function splitRemark(line: string): { text: string; found: string } {
  const found = remark.exec(line.slice(-maxRemarkChars))?.[0] ?? '';
  return { text: line.slice(0, line.length - found.length), found };
}

function valueOf(raw: Raw, indented: boolean): PanicValue {
  const lines = indented
    ? [raw.first, ...raw.more.map((line) => line.slice(1))]
    : ownLines([raw.first, ...raw.more]);
  const text = lines.join('\n').slice(0, maxValueChars).replace(/\n+$/, '');
  return {
    text,
    type: typed.map((pattern) => pattern.exec(text)?.groups?.['type']).find(Boolean) ?? null,
    recovered: raw.remark !== '',
    repanicked: raw.remark.includes('repanicked'),
    goexit: false,
  };
}

/** Without what others printed: it may stand in front of the value, which begins its line then, and behind it. */
function ownLines(lines: readonly string[]): readonly string[] {
  const known = lines.findIndex((line) => runtimeValue.test(line));
  if (known > 0) return lines.slice(known, known + 1);
  const own = lines.filter((line) => !isForeignLine(line));
  return own.length === 0 ? lines : own;
}
