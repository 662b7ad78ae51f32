import { always, type Section } from '../fit.ts';
import { figuresLine } from '../headline.ts';
import { inlineCode, linked, sentence } from '../markdown.ts';
import { verdictText } from './verdict-text.ts';
import type { Telling } from './telling.ts';

const marks = { pass: '✅', fail: '❌', incomplete: '⚠️' } as const;

/** The verdict as a title, what it stands on, and where to read more. */
export function verdictSection({ report, links }: Telling, title: string | null): Section {
  const of = title === null || title === '' ? '' : ` (${sentence(title, 100)})`;
  const text = [
    `## ${marks[report.verdict.status]} go-crash-guard${of} ${verdictText(report, inlineCode)}`,
    [
      figuresLine(report),
      ...(links.report === null ? [] : [linked('full report', links.report)]),
      ...(links.run === null ? [] : [linked('run', links.run)]),
    ].join(' · '),
  ].join('\n\n');
  return {
    ...{ head: '', tail: '', shape: 'list', more: () => '', unmade: 0 },
    items: [[{ text, worth: always }]],
  };
}
