import type { Accept } from './heap.ts';
import { parsePercent, parseSize, sizeUnits } from './size.ts';

export const capFix = `give what the figure may reach: a size such as 120MiB (units: ${sizeUnits}), a number such as 5000 for what is counted, or a share over the base such as +30%`;

/** Beyond ten times the base nobody reviews a growth any more. */
const maxPercent = 1000;

export type Cap = Accept['cap'] & {
  /** What an amount is in; null for a factor, which fits every figure. */
  unit: 'bytes' | 'count' | null;
};

/** Reads `120MiB`, `5000` or `+30%`; or says, to follow the quoted text, why it is no cap. */
export function parseCap(value: string | number): Cap | { problem: string } {
  const text = String(value);
  if (text.startsWith('+')) {
    const percent = parsePercent(text.slice(1));
    if (percent === null) return { problem: 'is no share over the base' };
    if (percent === 0) return { problem: 'accepts no growth at all' };
    if (percent > maxPercent) return { problem: `is more than ${String(maxPercent)}%` };
    return { kind: 'factor', factor: 1 + percent / 100, unit: null };
  }
  if (parsePercent(text) !== null) return { problem: 'is a share without a "+"' };
  const bytes = parseSize(text);
  const count = /^\d{1,15}$/.test(text) ? Number(text) : null;
  const amount = bytes ?? count;
  if (amount === null) return { problem: 'is neither an amount nor a share over the base' };
  if (amount === 0) return { problem: 'accepts nothing' };
  return { kind: 'amount', amount, unit: bytes === null ? 'count' : 'bytes' };
}
