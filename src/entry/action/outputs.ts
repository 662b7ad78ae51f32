import * as core from '@actions/core';
import type { Published } from '../../github/publish.ts';
import type { Report } from '../../report/schema.ts';

/** What later steps of the job can ask for. */
export function setReportOutputs(report: Report, reportPath: string): void {
  const oomKills = report.packages.filter(({ cause }) => cause?.id.startsWith('oom-') === true);
  const compared = report.comparison?.packages ?? [];
  const totals = report.comparison?.totals ?? null;
  const known = totals !== null && report.comparison?.status !== 'neutral';
  core.setOutput('verdict', report.verdict.status);
  core.setOutput('report', reportPath);
  core.setOutput('crashes', report.crashes.length);
  core.setOutput('oom-kills', oomKills.length);
  core.setOutput('regressions', compared.filter(({ verdict }) => verdict === 'regressed').length);
  core.setOutput('heap-delta-bytes', known ? totals.head.allocBytes - totals.base.allocBytes : '');
}

export function setPublishedOutputs({
  commentUrl,
  links,
}: Pick<Published, 'commentUrl' | 'links'>): void {
  core.setOutput('comment-url', commentUrl ?? '');
  core.setOutput('artifact-url', links.report ?? '');
}
