import type { Paint } from '../render/result.ts';
import type { Check } from '../report/schema.ts';

const marks = { ok: '✓', warn: '!', fail: '✗' } as const;

/** The preflight checks as a table for a terminal: what, value, needed, and the fix below what is not right. */
export function renderChecks(checks: readonly Check[], paint: Paint): string {
  const widths = [0, 0];
  for (const { what, value } of checks) {
    widths[0] = Math.max(widths[0] ?? 0, what.length);
    widths[1] = Math.max(widths[1] ?? 0, value.length);
  }
  const lines = checks.flatMap(({ what, value, needed, status, fix }) => {
    const colour = status === 'ok' ? paint.good : paint.bad;
    const row = `${colour(marks[status])} ${what.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${paint.dim(`needs ${needed}`)}`;
    return fix === null ? [row] : [row, `    fix: ${fix}`];
  });
  return `${lines.join('\n')}\n`;
}
