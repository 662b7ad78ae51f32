import { existsSync } from 'node:fs';
import { renderResult } from '../render/result.ts';
import type { Report } from '../report/schema.ts';
import { layout } from '../run/layout.ts';
import type { Terminal } from './terminal.ts';

export function showReport(report: Report, out: string, { write, paint }: Terminal): void {
  write(renderResult(report, resultPaths(out), paint));
}

/** What a reader is pointed to: a run that was stopped has no page. */
export function resultPaths(out: string): Parameters<typeof renderResult>[1] {
  const page = layout.reportPage(out);
  return {
    report: layout.report(out),
    summary: layout.summary(out),
    page: existsSync(page) ? page : null,
  };
}
