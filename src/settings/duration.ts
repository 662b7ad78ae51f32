const unitMs = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** Milliseconds of a Go duration such as `90s`, `1h30m` or `0`; null if it is none (syntax of time.ParseDuration, unsigned). */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  // 1h30m  1.5h  300ms  .5s
  const part = /(?<amount>\d+\.?\d*|\.\d+)(?<unit>ns|us|µs|μs|ms|s|m|h)/gy;
  let totalMs = 0;
  let end = 0;
  for (const match of text.matchAll(part)) {
    const perUnit = unitMs.get(match.groups?.['unit'] ?? '');
    if (perUnit === undefined) return null;
    totalMs += Number(match.groups?.['amount']) * perUnit;
    end = match.index + match[0].length;
  }
  return end > 0 && end === text.length ? totalMs : null;
}

/** `850ms`, `4.2s`, `3m05s`, `1h02m`. */
export function formatDuration(elapsedMs: number): string {
  if (elapsedMs < 999.5) return `${String(Math.round(elapsedMs))}ms`;
  const seconds = elapsedMs / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return minutes < 60
    ? `${String(minutes)}m${pad(whole % 60)}s`
    : `${String(Math.floor(minutes / 60))}h${pad(minutes % 60)}m`;
}
