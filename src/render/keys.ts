/**
 * Makes keys of several texts. A name can be megabytes long: each is kept once, by number, and never copied into a key.
 */
export function keys(): (parts: readonly (string | number | null)[]) => string {
  const numbers = new Map<string | number | null, number>();
  const numberOf = (part: string | number | null): number => {
    const known = numbers.get(part);
    if (known !== undefined) return known;
    numbers.set(part, numbers.size);
    return numbers.size - 1;
  };
  return (parts) => parts.map(numberOf).join(' ');
}
