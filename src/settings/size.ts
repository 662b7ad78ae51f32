const unitBytes = new Map([
  ['b', 1],
  ['kb', 1000],
  ['mb', 1000 ** 2],
  ['gb', 1000 ** 3],
  ['kib', 1024],
  ['mib', 1024 ** 2],
  ['gib', 1024 ** 3],
]);

export const sizeUnits = 'B, KB, MB, GB, KiB, MiB, GiB';

/** Whole bytes of a size such as `2GiB`, `1.5GB` or `512 MiB` (KB is 1000, KiB is 1024); null if it is none or beyond all numbers. */
export function parseSize(text: string): number | null {
  // 2GiB  1.5 GB  512mib
  const match = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>[kmg]?i?b)$/i.exec(text);
  const perUnit = unitBytes.get(match?.groups?.['unit']?.toLowerCase() ?? '');
  if (match === null || perUnit === undefined) return null;
  const bytes = Math.floor(Number(match.groups?.['amount']) * perUnit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** 80 of `80%`, 87.5 of `87.5 %`; null if it is no share. It may be more than 100. */
export function parsePercent(text: string): number | null {
  const amount = /^(?<amount>\d{1,6}(?:\.\d{1,6})?) ?%$/.exec(text)?.groups?.['amount'];
  return amount === undefined ? null : Number(amount);
}
