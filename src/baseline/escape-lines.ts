// What the compiler says with -m (cmd/compile/internal/escape, cmd/compile/internal/inline), as the go command shows it:
//   ./store/order.go:21:2: moved to heap: t
//   ./store/order.go:34:14: make([]byte, n) escapes to heap
//   ./store/order.go:40:18: inlining call to small          what small allocates is said again at this place
const said =
  /^(?<file>[^:\n]+\.go):(?<line>\d{1,9}):(?<column>\d{1,9}): (?:inlining call to (?<callee>.+)|(?<text>moved to heap: .+|.+ escapes to heap))$/;
// 12 escapes to heap     "total" escapes to heap: the value lies in the binary, and nothing is allocated
const constant =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'|-?[\d.][\w.]*|true|false|nil) escapes to heap$/;
// .autotmp_12   ~r0: numbers that move with any change
const numbered = /(?<name>\.autotmp_|~[rR])\d+/g;

const maxLineChars = 4096;

/** A value that the compiler puts on the heap. */
export interface SaidEscape {
  /** As the compiler names it. */
  file: string;
  line: number;
  text: string;
  /** Functions that were inlined there, as the compiler names them: what escapes may be theirs. */
  inlined: string[];
}

/** The values that escape, each place once, in the order of the output; everything else in it is passed over. */
export function parseEscapes(output: string): SaidEscape[] {
  const escapes = new Map<string, SaidEscape & { place: string }>();
  const callees = new Map<string, Set<string>>();
  for (const each of output.split('\n')) {
    if (each.length > maxLineChars) continue;
    const groups = said.exec(each.trimEnd())?.groups;
    if (groups === undefined) continue;
    const { file = '', line = '', column = '', callee, text } = groups;
    const place = `${file}:${line}:${column}`;
    if (callee !== undefined) callees.set(place, (callees.get(place) ?? new Set()).add(callee));
    if (text === undefined || constant.test(text)) continue;
    const plain = text.replace(numbered, '$<name>');
    escapes.set(`${place} ${plain}`, {
      ...{ file, line: Number(line), text: plain, inlined: [], place },
    });
  }
  return [...escapes.values()].map(({ place, ...escape }) => ({
    ...escape,
    inlined: [...(callees.get(place) ?? [])],
  }));
}
