/** Engines hash longer texts by their length alone, so that many of one length would be compared with each other. */
const maxHashedChars = 8192;
const maxRecent = 8;

/**
 * Makes keys of several texts. A name can be megabytes long: each is kept once, by number, and never copied into a key.
 */
export function keys(): (parts: readonly (string | number | null)[]) => string {
  const numbers = new Map<string | number | null, number>();
  const longNumberOf = longNumbers((piece) => numberOf(piece), nextNumber);
  let count = 0;
  function nextNumber(): number {
    return count++;
  }
  function numberOf(part: string | number | null): number {
    if (typeof part === 'string' && part.length > maxHashedChars) return longNumberOf(part);
    const number = numbers.get(part) ?? nextNumber();
    numbers.set(part, number);
    return number;
  }
  return (parts) => parts.map(numberOf).join(' ');
}

/** Long texts by the numbers of their pieces; the same ones are asked for again and again. */
function longNumbers(
  numberOfPiece: (piece: string) => number,
  nextNumber: () => number,
): (text: string) => number {
  const numbers = new Map<string, number>();
  const recent: { text: string; number: number }[] = [];
  return (text) => {
    const known = recent.find((one) => one.text === text);
    if (known !== undefined) return known.number;
    const pieces = piecesOf(text).map(numberOfPiece).join(' ');
    const number = numbers.get(pieces) ?? nextNumber();
    numbers.set(pieces, number);
    recent.unshift({ text, number });
    if (recent.length > maxRecent) recent.pop();
    return number;
  };
}

function piecesOf(text: string): string[] {
  const count = Math.ceil(text.length / maxHashedChars);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * maxHashedChars, (index + 1) * maxHashedChars),
  );
}
