import type { GoroutineHeader } from './goroutine.ts';
import { readLabels } from './goroutine-labels.ts';

const opening = 'goroutine ';
// goroutine 7 gp=0xc000003180 m=nil [
const beforeState =
  /^(?<id>\d{1,20})(?: gp=0x[0-9a-f]+ m=(?:nil|-?\d+ mp=(?:nil|0x[0-9a-f]+)))? \[/;
const maxOpeningChars = 120;
/** What stands between the brackets, labels apart, is no longer. */
const maxStateChars = 400;
/** Places of a line that are tried: hostile text must not cost quadratic time. */
const maxPlaces = 16;

/**
 * Reads a goroutine's header line, null for any other line. `start` is where it begins: a logged stack, or output without a
 * newline, leaves text before it.
 *
 * The grammar is that of goroutineheader in src/runtime/traceback.go, Go 1.18 to 1.27:
 *
 *     goroutine N[ gp=0x m=M mp=0x| gp=0x m=nil] [STATE[ (leaked)][ (scan)][ (durable)]
 *       [, M minutes][, locked to thread][, synctest group N|, synctest bubble N][ labels:{"k": "v"}]][ {k: v}]:
 */
export function parseGoroutineHeader(
  line: string,
): { header: GoroutineHeader; start: number } | null {
  let at = line.indexOf(opening);
  if (at < 0) return null;
  for (let places = 0; at >= 0 && places < maxPlaces; places++) {
    const from = at + opening.length;
    const found = beforeState.exec(line.slice(from, from + maxOpeningChars));
    const header =
      found === null
        ? null
        : readHeader(line, from + found[0].length, Number(found.groups?.['id']));
    if (header !== null) return { header, start: at };
    at = line.indexOf(opening, from);
  }
  return null;
}

function readHeader(line: string, from: number, id: number): GoroutineHeader | null {
  const inside = readInside(line, from);
  // No state has a bracket in it: this is text before the header.
  if (inside === null || inside.text.includes('[')) return null;
  const after = readLabels(line, inside.end, ' {');
  if (!/^:\s*$/.test(line.slice(after?.end ?? inside.end, (after?.end ?? inside.end) + 64)))
    return null;
  const [status = '', ...remarks] = inside.text.split(', ');
  const header: GoroutineHeader = {
    id,
    state: status,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: { ...inside.labels, ...after?.labels },
  };
  for (const remark of remarks) addRemark(header, remark);
  return withoutFlags(header);
}

/** What stands between the brackets; labels come last there and may hold brackets themselves. */
function readInside(
  line: string,
  from: number,
): { text: string; labels: Record<string, string>; end: number } | null {
  const near = line.slice(from, from + maxStateChars);
  const labelsAt = near.indexOf(' labels:{');
  const close = near.indexOf(']');
  if (labelsAt >= 0 && (close < 0 || labelsAt < close)) {
    const read = readLabels(line, from + labelsAt, ' labels:{');
    if (read !== null && line[read.end] === ']')
      return { text: near.slice(0, labelsAt), labels: read.labels, end: read.end + 1 };
  }
  return close < 0 ? null : { text: near.slice(0, close), labels: {}, end: from + close + 1 };
}

function addRemark(header: GoroutineHeader, remark: string): void {
  const { minutes, bubble } =
    /^(?:(?<minutes>\d{1,15}) minutes|synctest (?:bubble|group) (?<bubble>\d{1,15}))$/.exec(remark)
      ?.groups ?? {};
  if (minutes !== undefined) header.waitMinutes = Number(minutes);
  else if (bubble !== undefined) header.bubble = Number(bubble);
  else if (remark === 'locked to thread') header.lockedToThread = true;
  else header.state += `, ${remark}`;
}

/** Flags follow the state in parentheses, as some states' own words do: `select (no cases) (scan)`. */
function withoutFlags(header: GoroutineHeader): GoroutineHeader {
  let state = header.state;
  for (;;) {
    const flag = / \((?<flag>leaked|scan|durable)\)$/.exec(state)?.groups?.['flag'];
    if (flag === undefined) break;
    if (flag === 'leaked') header.leaked = true;
    state = state.slice(0, -` (${flag})`.length);
  }
  header.state = state;
  return header;
}
