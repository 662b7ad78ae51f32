/** An input of a fuzz target as go test writes it (src/internal/fuzz/encoding.go). */
export interface CorpusInput {
  /** Each is a Go expression: `string("abc")`, `int(-7)`. */
  values: string[];
}

// go test fuzz v1
// []byte("#3ab")
// int(7)
const header = 'go test fuzz v1';
const maxBytes = 16 << 20;
const maxValues = 100;

/** Null for what is no file of this form. */
export function parseCorpusFile(text: string): CorpusInput | null {
  if (text.length > maxBytes) return null;
  const [first, ...rest] = text.split('\n', maxValues + 2);
  if (first?.trimEnd() !== header) return null;
  const values = rest.map((line) => line.trim()).filter((line) => line !== '');
  return values.length === 0 || values.length > maxValues || !values.every(isValue)
    ? null
    : { values };
}

// A type with one literal in parentheses, or the bits of a NaN:
//     []byte("\x00(")    rune('ä')    int8(-128)    float64(+Inf)    math.Float64frombits(0x7ff8000000000002)
const forms: readonly RegExp[] = [
  /^(?:\[\]byte|string)\("(?:[^"\\]|\\.)*"\)$/s,
  /^(?:byte|rune)\('(?:[^'\\]|\\.)[^']{0,10}'\)$/s,
  /^(?:u?int(?:8|16|32|64)?|byte|rune)\(-?\d{1,20}\)$/,
  /^float(?:32|64)\((?:NaN|[+-]Inf|-?[\d.e+-]{1,40})\)$/,
  /^math\.Float(?:32|64)frombits\(0x[0-9a-f]{1,16}\)$/,
  /^bool\((?:true|false)\)$/,
];

function isValue(line: string): boolean {
  return forms.some((form) => form.test(line));
}

const maxShownChars = 1000;

/** The values for a person, cut where they are long. */
export function shownValues({ values }: CorpusInput): string[] {
  const each = Math.max(40, Math.floor(maxShownChars / values.length));
  return values.map((value) => cut(value, each));
}

function cut(value: string, maxChars: number): string {
  if (value.length <= maxChars) return value;
  const left = value.length - maxChars;
  return `${value.slice(0, maxChars)}... (${String(left)} more characters)`;
}

/** A line for the target, `f.Add("abc", 7)`, which makes the input one of its seeds; null where it would be too long to read. */
export function addCall({ values }: CorpusInput): string | null {
  const call = `f.Add(${values.map(asArgument).join(', ')})`;
  return call.length > maxShownChars ? null : call;
}

/** `float64(NaN)` and `float64(+Inf)` are no Go, and `float64(-0)` is 0 there; the other values are Go as they stand. */
function asArgument(value: string): string {
  const special = /^(?<type>float32|float64)\((?<word>NaN|[+-]Inf|-0)\)$/.exec(value)?.groups;
  if (special === undefined) return value;
  const { type = '', word = '' } = special;
  return `${type}(${specialNumbers[word] ?? word})`;
}

const specialNumbers: Readonly<Record<string, string>> = {
  NaN: 'math.NaN()',
  '+Inf': 'math.Inf(1)',
  '-Inf': 'math.Inf(-1)',
  '-0': 'math.Copysign(0, -1)',
};
