const levels = '▁▂▃▄▅▆▇█';

/** Less than this share of the largest value is no mountain: noise of 1 % must look flat. */
const leastSpan = 0.1;

/**
 * Values as a row of bars, at most `columns` of them; where there are more values, each bar is the mean of as many neighbours. `columnOf`
 * says where a value went.
 */
export function sparkline(
  values: readonly number[],
  columns: number,
): { bars: string; columnOf: (index: number) => number } {
  const each = Math.max(1, Math.ceil(values.length / Math.max(1, columns)));
  const means: number[] = [];
  for (let start = 0; start < values.length; start += each) {
    const some = values.slice(start, start + each);
    means.push(some.reduce((sum, value) => sum + value, 0) / some.length);
  }
  const high = means.reduce((most, value) => Math.max(most, value), 0);
  const low = means.reduce((least, value) => Math.min(least, value), high);
  const span = Math.max(high - low, high * leastSpan);
  const middle = (high + low) / 2;
  const bottom = Math.max(0, Math.min(low, middle - span / 2));
  const bars = means.map((value) => {
    const share = span === 0 ? 0 : (value - bottom) / span;
    return levels[Math.min(levels.length - 1, Math.floor(share * levels.length))] ?? '';
  });
  return { bars: bars.join(''), columnOf: (index) => Math.floor(index / each) };
}
