/** Where the first item stands that is at least so large, in a list in rising order; its length where none is. */
export function firstFrom<T>(list: readonly T[], least: number, of: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && of(item) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those with just this number, in a list in rising order. */
export function rangeOf<T>(
  list: readonly T[],
  number: number,
  of: (item: T) => number,
): { from: number; end: number } {
  return { from: firstFrom(list, number, of), end: firstFrom(list, number + 1, of) };
}
