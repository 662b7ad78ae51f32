import type { Report } from '../report/schema.ts';

export type Conclusion = 'success' | 'failure' | 'neutral';

/**
 * What a check run says of a Report. To branch protection `neutral` is as good as `success`: it stands only for a run that passed
 * though no test ran in it, because the settings allow that.
 */
export function conclusionOf({
  verdict,
  packages,
}: Pick<Report, 'verdict' | 'packages'>): Conclusion {
  if (verdict.status !== 'pass') return 'failure';
  const ran = packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0);
  return ran ? 'success' : 'neutral';
}
