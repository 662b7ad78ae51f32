/** Round numbers for an axis from 0 (or from `from`) that cover `to`, at most about `count` of them. */
export function ticks(from: number, to: number, count: number, base: 2 | 10): number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const steps = base === 10 ? [1, 2, 5, 10] : [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
  const wanted = span / count;
  const unit = base ** Math.floor(Math.log(wanted) / Math.log(base));
  const step = (steps.find((factor) => factor * unit >= wanted) ?? 10) * unit;
  const first = Math.ceil(from / step) * step;
  const found: number[] = [];
  for (let tick = first; tick <= to + step * 1e-9 && found.length < 50; tick += step)
    found.push(tick);
  return found;
}

/** Maps amounts to places, kept to one decimal: a picture needs no more. */
export function scale(from: number, to: number, start: number, end: number) {
  const span = to - from || 1;
  return (amount: number): number =>
    Math.round((start + ((amount - from) / span) * (end - start)) * 10) / 10;
}
