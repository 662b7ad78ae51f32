import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import { comparisonHeadline } from '../comparison-words.ts';
import { untoldFailures } from '../failures.ts';
import { always, type Section } from '../fit.ts';
import { headline } from '../headline.ts';
import { linked, sentence } from '../markdown.ts';
import { problems, type Problem } from '../problems.ts';
import type { Telling } from './telling.ts';

const marks = { pass: '✅', fail: '❌', incomplete: '⚠️' } as const;
const words = { pass: 'passed', fail: 'failed', incomplete: 'incomplete' } as const;

const maxNamed = 3;

/** The verdict as a title, what it stands on, and where to read more. */
export function verdictSection({ report, links }: Telling, title: string | null): Section {
  const of = title === null || title === '' ? '' : ` (${sentence(title, 100)})`;
  const text = [
    `## ${marks[report.verdict.status]} go-crash-guard${of} ${verdictText(report)}`,
    [
      headline(report).replace(/^[a-z]+: /, ''),
      ...(links.report === null ? [] : [linked('full report', links.report)]),
      ...(links.run === null ? [] : [linked('run', links.run)]),
    ].join(' · '),
  ].join('\n\n');
  return {
    ...{ head: '', tail: '', shape: 'list', more: () => '', unmade: 0 },
    items: [[{ text, worth: always }]],
  };
}

/** `failed: data-race, 1 failed test; heap: 1 package grew` */
export function verdictText(report: Report): string {
  const failed = untoldFailures(report).length;
  const missing = report.packages.reduce(
    (sum, { tests }) => sum + tests.unfinished.length + tests.neverRan.length,
    0,
  );
  const { comparison } = report;
  const parts = [
    ...causesText(problems(report)),
    ...(failed > 0 ? [plural(failed, 'failed test')] : []),
    ...(missing > 0 ? [`${plural(missing, 'test')} not seen to end`] : []),
  ];
  const status = words[report.verdict.status];
  const main = parts.length === 0 ? status : `${status}: ${parts.join(', ')}`;
  const heap = comparison === null || comparison.status === 'neutral' ? null : comparison;
  return heap === null ? main : `${main}; heap: ${comparisonHeadline(heap)}`;
}

/** A few causes are named, more are counted. */
function causesText(found: readonly Problem[]): string[] {
  if (found.length > maxNamed) return [plural(found.length, 'root cause')];
  return [...new Set(found.map(({ cause }) => cause))];
}
