import { plural } from '../report/plural.ts';
import type { LegReport } from '../report/schema.ts';
import { formatDuration } from '../settings/duration.ts';

/** How often the tests of a leg were repeated; null for a leg that runs them once. */
export function stressLine({ name, stress }: LegReport): string | null {
  if (stress === undefined) return null;
  const { budgetMs, spentMs, packages } = stress;
  const repeated = packages.filter((one) => one.runs > 0);
  const runs = repeated.reduce((sum, one) => sum + one.runs, 0);
  const failed = packages.filter(({ failedIn }) => failedIn !== null).length;
  const endless = packages.filter((one) => one.runs === 0 && (one.overdue ?? 0) > 0).length;
  const some = repeated.length < packages.length ? `${String(repeated.length)} of ` : '';
  return [
    `${name}: ${some}${plural(packages.length, 'package')} repeated in ${plural(runs, 'run')}`,
    `${formatDuration(spentMs)} of ${formatDuration(budgetMs)}`,
    ...(failed > 0 ? [`${String(failed)} failed`] : []),
    ...(endless > 0 ? [`${String(endless)} never came to an end`] : []),
    ...(failed + endless === 0 && runs > 0 ? ['none failed'] : []),
  ].join(', ');
}
