import { operandAfter, operandBefore, type Operand } from './operand.ts';
import { functionOf, type GoPlace } from './go-place.ts';
import type { Seat } from './seats.ts';

/** What a parameter was given, as the caller's source names it, with the caller's place; null where that cannot be told. */
export function givenArgument(seat: Seat, index: number): { operand: Operand; seat: Seat } | null {
  const { source, body } = seat.place;
  const block = source.blocks[body];
  if (block === undefined || block.part === null) return null;
  if (block.part.use !== 'declared') return ofLiteral(seat, block.end, index);
  const { outer } = seat;
  if (outer === null) return null;
  const { tokens } = source;
  const isMethod = tokens[1]?.text === '(';
  const name = isMethod ? tokens[(source.partner[1] ?? 0) + 1]?.text : tokens[1]?.text;
  const { place } = outer;
  if (name === undefined || place.source.tokens[place.at]?.text !== name) return null;
  if (isMethod && index === 0) {
    const found =
      place.source.tokens[place.at - 1]?.text === '.'
        ? operandBefore(place.source, place.at - 2)
        : null;
    return found === null ? null : { operand: found.operand, seat: outer };
  }
  const operand = argumentAt(place, place.at + 1, isMethod ? index - 1 : index);
  return operand === null ? null : { operand, seat: outer };
}

/** `go func(seat int) { ... }(seat)`: what it is given stands behind it. */
function ofLiteral(
  seat: Seat,
  end: number,
  index: number,
): { operand: Operand; seat: Seat } | null {
  const { source, body } = seat.place;
  const operand = argumentAt(seat.place, end + 1, index);
  if (operand === null) return null;
  const around = source.blocks[body]?.parent ?? 0;
  const place = { ...seat.place, body: functionOf(source, around), at: end + 1, block: around };
  const frame = { ...seat.frame, function: seat.frame.function.replace(/\.(?:func\d+|\d+)$/, '') };
  return { operand, seat: { ...seat, frame, place, callArguments: '', outer: null } };
}

function argumentAt({ source }: GoPlace, open: number, index: number): Operand | null {
  const { tokens, partner, effort } = source;
  const close = tokens[open]?.text === '(' ? (partner[open] ?? -1) : -1;
  if (close < 0) return null;
  let count = 0;
  for (let at = open + 1; at < close; at++) {
    effort.spend(1);
    if (count === index) {
      const start = tokens[at]?.text === '&' ? at + 1 : at;
      const found = operandAfter(source, start);
      const next = tokens[(found?.end ?? -2) + 1]?.text;
      return found !== null && (next === ',' || next === ')') ? found.operand : null;
    }
    const other = partner[at] ?? -1;
    if (other > at) at = other;
    else if (tokens[at]?.text === ',') count++;
  }
  return null;
}
