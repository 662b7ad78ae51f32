import type { Report } from '../report/schema.ts';
import type { CancelSignal } from '../run/cancellation.ts';

/** The documented exit codes: 0 pass, 1 fail or incomplete, 2 wrong input, 3 a bug of ours, 130 and 143 cancelled. */
export const exitCodes = {
  pass: 0,
  fail: 1,
  wrongInput: 2,
  bug: 3,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export function exitCode(report: Report, cancelled: CancelSignal | null): number {
  if (cancelled !== null) return exitCodes[cancelled];
  return report.verdict.status === 'pass' ? exitCodes.pass : exitCodes.fail;
}
