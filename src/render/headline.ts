import type { PackageRun, Report } from '../report/schema.ts';
import { formatDuration } from '../settings/duration.ts';
import { plural } from '../report/plural.ts';
import { toldTargets } from './fuzz-words.ts';
import { countedLeaks, toldLeaks } from './leak-words.ts';
import { flakyCount } from './recovery-words.ts';

const titles = { pass: 'passed', fail: 'failed', incomplete: 'incomplete' } as const;

/** One sentence: the verdict and how much it stands on. */
export function headline(report: Report): string {
  return `${titles[report.verdict.status]}: ${figures(report)}`;
}

/** The same below a title that has the verdict. */
export function figuresLine(report: Report): string {
  const text = figures(report);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function figures(report: Report): string {
  const tests = report.packages.map((run) => run.tests);
  const sum = (pick: (item: PackageRun['tests']) => number): number =>
    tests.reduce((total, item) => total + pick(item), 0);
  const missing = sum((item) => item.unfinished.length + item.neverRan.length);
  const flaky = flakyCount(report);
  const { failing } = toldLeaks(report);
  const fuzzed = toldTargets(report).bad.length;
  const cached = report.packages.filter((run) => run.cached).length;
  const parts = [
    `${countedIn(report, sum((item) => item.failed) + missing)}${plural(
      sum((item) => item.passed),
      'test',
    )} passed`,
    `${String(sum((item) => item.failed))} failed`,
    `${String(sum((item) => item.skipped))} skipped`,
    ...(missing > 0 ? [`${String(missing)} not seen to end`] : []),
    ...(fuzzed > 0 ? [`${String(fuzzed)} failed while fuzzed`] : []),
    ...(flaky > 0 ? [`${String(flaky)} flaky`] : []),
    ...(failing.length > 0 ? [countedLeaks(failing)] : []),
  ];
  const hasSubtests = tests.some(({ failures }) => failures.some(({ test }) => test.includes('/')));
  const scope = `${packagesText(report)}, ${plural(report.legs.length, 'leg')}${hasSubtests ? ', subtests counted too' : ''}`;
  const tail = cached > 0 ? `, ${String(cached)} cached` : '';
  return `${parts.join(', ')} (${scope}${tail}, ${formatDuration(report.elapsedMs)})`;
}

/** A title names a test that failed once: where it did in two legs, the counts below have it twice. */
function countedIn({ legs: { length } }: Report, bad: number): string {
  if (bad === 0 || length < 2) return '';
  return `in ${length === 2 ? 'both' : `all ${String(length)}`} legs together `;
}

/** Of a shard also how many there are in all: it tells a part of the run only. */
function packagesText({ packages, shard }: Report): string {
  const { size } = new Set(packages.map((run) => run.package));
  if (shard === undefined) return plural(size, 'package');
  const { index, count, all } = shard;
  return `shard ${String(index)}/${String(count)}: ${String(size)} of ${plural(all.length, 'package')}`;
}

/** Packages that a person should look at, worst first. */
export function troubled(report: Report): PackageRun[] {
  const rank = (run: PackageRun): number => {
    if (run.ending === 'cancelled' || run.ending === 'not-started') return 2;
    return run.ending === 'failed' || run.ending === 'build-failed' ? 1 : 0;
  };
  return report.packages.filter((run) => isTroubled(run)).sort((a, b) => rank(a) - rank(b));
}

function isTroubled(run: PackageRun): boolean {
  if (run.tests.unfinished.length + run.tests.neverRan.length > 0) return true;
  return run.ending !== 'passed' && run.ending !== 'no-tests';
}
