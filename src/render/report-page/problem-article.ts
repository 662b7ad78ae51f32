import { printable } from '../../report/format.ts';
import type { Crash } from '../../report/schema.ts';
import { causePage } from '../cause.ts';
import { seenText } from '../crash.ts';
import { crashPage, isUsual, knownId } from '../crash-page.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { largeSize, legendOf, timelineChart } from '../html/timeline-chart.ts';
import type { Problem } from '../problems.ts';
import { attemptDetails } from './attempt-details.ts';
import { attemptTimeline } from './attempt-timeline.ts';
import { evidenceDetails } from './evidence-details.ts';
import { holdersPart } from './holders-part.ts';
import { isolationPart } from './isolation-part.ts';
import { placeOf } from './place.ts';
import { attemptOf, causeOf } from './proof.ts';
import type { ReportPage } from './page-content.ts';
import { sourceExcerpt } from './source-text.ts';
import { stacksPart } from './stacks-part.ts';
import { waitsPart } from './waits-part.ts';

const maxRelated = 10;
const maxAdvice = 10;
const maxPlaces = 8;
const maxMessageChars = 6000;

/** One root cause: what, where, what to do; then its stacks, who held the memory, and what proves it. */
export function problemArticle(problem: Problem, page: ReportPage, id: string): Markup {
  const { crash, cause, confidence, summary, message, place } = problem;
  const attempt = attemptOf(problem);
  const proven = causeOf(problem);
  const box = attempt?.blackBox;
  const hasStacks = crash !== null && crash.stacks.length > 0;
  return markup`<article class="problem" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title"><a class="badge bad" href="${causePage(cause)}" rel="noreferrer">${cause}</a> ${words(summary, 600)}${confidence === null ? null : markup` <span class="badge ${confidence}">${confidence}</span>`}</h3>
${whereLine(problem, page)}
${said(message)}
${hasStacks || place === null ? null : sourceExcerpt(page.sources, place)}
${fixPart(problem)}
${isolationPart(problem, page)}
${crash === null ? null : waitsPart(crash, page)}
${crash === null ? null : relatedPart(crash, box !== undefined, page)}
${box === undefined ? null : holdersPart(box, proven, page)}
${attempt === null ? null : chartPart(problem, attempt, page)}
${crash === null ? null : stacksPart(crash, page)}
${proven === null ? null : evidenceDetails(proven)}
${attempt === null ? null : attemptDetails(attempt, problem)}
</article>`;
}

function said(message: string): Markup | null {
  const text = printable(message.slice(0, maxMessageChars * 2)).trim();
  return text === '' ? null : block(text, maxMessageChars);
}

function whereLine({ crash, runs, place }: Problem, { links }: ReportPage): Markup {
  const seen = crash?.occurrences ?? runs.map((run) => ({ ...run, test: null }));
  const names = new Map<string, { where: Markup; legs: Set<string> }>();
  for (const { package: name, leg, test } of seen) {
    const key = JSON.stringify([name, test]);
    const known = names.get(key)?.legs;
    const where = markup`${test === null ? null : markup`${code(test)} of `}${code(name)}`;
    if (known === undefined) names.set(key, { where, legs: new Set([leg]) });
    else known.add(leg);
  }
  const named = [...names.values()].slice(0, maxPlaces);
  const left = names.size - named.length;
  const at =
    place === null
      ? null
      : markup`at ${placeOf(place, links)}${place.function === '' ? null : markup` in ${code(place.function)}`}<br>`;
  return markup`<p class="where">${at}seen in ${named.map(
    ({ where, legs }, index) =>
      markup`${index === 0 ? '' : ', '}${where} <small>${words([...legs].join(', '), 100)}</small>`,
  )}${left > 0 ? ` and ${String(left)} more` : ''}${crash?.seen === undefined ? null : markup`<br>${words(seenText(crash.seen), 300)}`}</p>`;
}

function fixPart({ crash, advice }: Problem): Markup | null {
  const known = crash === null ? null : knownId(crash);
  if (advice.length === 0 && known === null) return null;
  return markup`<div class="fix"><h4>What to do</h4><ul>${advice
    .slice(0, maxAdvice)
    .map((line) => markup`<li>${words(line, 600)}</li>`)}${
    known === null || crash === null
      ? null
      : markup`<li>${isUsual(crash) ? 'What is usually behind it' : 'A known crash'}, with an example and its fix: <a href="${crashPage(known)}" rel="noreferrer">${words(known, 200)}</a></li>`
  }</ul></div>`;
}

function relatedPart(crash: Crash, hasBox: boolean, { links }: ReportPage): Markup | null {
  // The black box says by how much.
  const related = crash.related.filter(({ role }) => !hasBox || role !== 'held memory');
  if (related.length === 0) return null;
  const left = related.length - maxRelated;
  return markup`<ul class="related">${related
    .slice(0, maxRelated)
    .map(
      ({ role, ...frame }) =>
        markup`<li>${words(role, 80)}: ${placeOf(frame, links)} ${code(frame.function)}</li>`,
    )}${left > 0 ? markup`<li>and ${left} more</li>` : null}</ul>`;
}

function chartPart(
  problem: Problem,
  attempt: NonNullable<ReturnType<typeof attemptOf>>,
  { report }: ReportPage,
): Markup | null {
  const timeline = attemptTimeline(attempt, problem, report);
  const chart = timeline === null ? null : timelineChart(timeline, largeSize);
  if (timeline === null || chart === null) return null;
  const name = 'Memory until its end';
  return markup`<h4>${name}</h4>${legendOf(timeline)}<div class="scroll" tabindex="0" role="group" aria-label="${name}">${chart}</div>`;
}
