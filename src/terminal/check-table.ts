import type { Paint } from '../render/paint.ts';
import { printable } from '../report/format.ts';
import type { Check } from '../report/schema.ts';

const marks = { ok: '✓', warn: '!', fail: '✗' } as const;

/** Longer values do not push the last column away from the others. */
const widestValue = 48;

/** The preflight checks as a table for a terminal: status, what, value, what is needed, and the fix below what could be better. */
export function renderChecks(checks: readonly Check[], paint: Paint): string {
  const rows = checks.map((check) => ({ ...check, value: printable(check.value) }));
  const widest = (lengths: number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);
  const whatWidth = widest(rows.map(({ what }) => what.length));
  const valueWidth = Math.max(
    'this machine'.length,
    widest(rows.map(({ value }) => Math.min(value.length, widestValue))),
  );
  const line = (first: string, what: string, value: string, needed: string): string =>
    `${first} ${what.padEnd(whatWidth)}  ${value.padEnd(valueWidth)}  ${paint.dim(needed)}`;
  const lines = [
    line(' ', '', 'this machine', 'needed').trimEnd(),
    ...rows.flatMap(({ what, value, needed, status, fix }) => {
      const row = line(mark(status, paint), what, value, needed);
      return fix === null ? [row] : [row, fixLine(fix)];
    }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The checks that are not right, in a few lines before a run; '' when all are. */
export function renderWarnings(checks: readonly Check[], paint: Paint): string {
  const lines = checks
    .filter(({ status }) => status !== 'ok')
    .flatMap(({ what, value, needed, status, fix }) => [
      `${mark(status, paint)} ${what}: ${printable(value)} ${paint.dim(`(needs ${needed})`)}`,
      ...(fix === null ? [] : [fixLine(fix)]),
    ]);
  return lines.map((line) => `${line}\n`).join('');
}

function mark(status: Check['status'], paint: Paint): string {
  return (status === 'ok' ? paint.good : paint.bad)(marks[status]);
}

function fixLine(fix: string): string {
  return `    fix: ${printable(fix)}`;
}
