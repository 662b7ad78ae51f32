import { renderResult } from '../render/result.ts';
import type { Report } from '../report/schema.ts';
import { layout } from '../run/layout.ts';
import type { Terminal } from './terminal.ts';

export function showReport(report: Report, out: string, { write, paint }: Terminal): void {
  write(renderResult(report, { report: layout.report(out), summary: layout.summary(out) }, paint));
}
