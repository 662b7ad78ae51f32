import type { Report } from '../../report/schema.ts';
import { shortCommit } from '../heap-figures.ts';
import { figuresLine } from '../headline.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { nextSteps } from './next-steps.ts';
import { addressed } from './place.ts';
import type { ReportPage } from './page-content.ts';

const verdicts = {
  pass: { kind: 'good', word: 'Passed' },
  fail: { kind: 'bad', word: 'Failed' },
  incomplete: { kind: 'bad', word: 'Incomplete' },
} as const;

const maxReasons = 40;

/** The verdict, what to do next, and what was tested. */
export function pageHeader(page: ReportPage): Markup {
  const { report } = page;
  const { kind, word } = verdicts[report.verdict.status];
  const steps = nextSteps(page);
  return markup`<header class="verdict ${kind}">
<p class="crumbs">${subject(page)}</p>
<h1><span class="badge ${kind}">${word}</span> ${report.source.module === null ? 'go test' : words(report.source.module, 200)}</h1>
<p class="headline">${figuresLine(report)}</p>
${steps.length === 0 ? null : markup`<div class="next"><h2>What to do next</h2><ol>${steps.map((step) => markup`<li>${step}</li>`)}</ol></div>`}
${reasons(report)}
</header>`;
}

function subject({ report, links }: ReportPage): Markup {
  const { repository, sha, ref, event } = report.source;
  const parts = [
    ...(repository === null ? [] : [words(repository, 200)]),
    ...(ref === null ? [] : [code(ref, 200)]),
    ...(sha === null ? [] : [addressed(links.source, code(shortCommit(sha)))]),
    ...(event === null ? [] : [words(event, 60)]),
    ...(links.run === null ? [] : [addressed(links.run, markup`workflow run`)]),
    ...(report.shard === undefined
      ? []
      : [markup`shard ${report.shard.index} of ${report.shard.count}`]),
    words(report.startedAt.slice(0, 16).replace('T', ' ') + ' UTC', 40),
  ];
  return markup`${parts.map((part, index) => markup`${index === 0 ? '' : ' · '}${part}`)}`;
}

function reasons({ verdict }: Report): Markup | null {
  const { length } = verdict.reasons;
  if (length === 0) return null;
  return markup`<details><summary>${length === 1 ? 'The reason' : `All ${String(length)} reasons`} for this verdict</summary><ul>${verdict.reasons
    .slice(0, maxReasons)
    .map(
      ({ kind, message, package: name, leg, test }) =>
        markup`<li>${kind}: ${name === undefined ? null : markup`${code(name)} `}${leg === undefined ? null : markup`<small>${words(leg, 60)}</small> `}${test === undefined ? null : markup`${code(test)} `}${words(message, 400)}</li>`,
    )}${length > maxReasons ? markup`<li>and ${length - maxReasons} more</li>` : null}</ul></details>`;
}
