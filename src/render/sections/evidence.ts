import { folded, sentence } from '../markdown.ts';
import type { Problem } from '../problems.ts';
import { causeOf } from '../report-page/proof.ts';

const maxFacts = 20;

/** What proves a cause and what excludes the others, folded; '' where nothing was noted. */
export function evidenceText(problem: Problem): string {
  const cause = causeOf(problem);
  if (cause === null) return '';
  const facts = cause.evidence
    .slice(0, maxFacts)
    .map(({ source, detail }) => `- ${sentence(source, 60)}: ${sentence(detail, 400)}`);
  const excluded = cause.excluded
    .slice(0, maxFacts)
    .map(({ id: other, because }) => `- not ${sentence(other, 60)}: ${sentence(because, 400)}`);
  const lines = [...facts, ...excluded];
  return lines.length === 0 ? '' : folded('Evidence', lines.join('\n'));
}
