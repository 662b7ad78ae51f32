import { clip } from '../../report/format.ts';
import { htmlDocument, type PageAssets } from '../html/document.ts';
import { joined, markup, type Markup } from '../html/markup.ts';
import { attemptsSection } from './attempts-section.ts';
import { failuresSection } from './failures-section.ts';
import { flamesSection } from './flames-section.ts';
import { fuzzSection } from './fuzz-section.ts';
import { heapSection } from './heap-section.ts';
import { leaksSection } from './leaks-section.ts';
import { machineSection } from './machine-section.ts';
import { missingSection } from './missing-section.ts';
import { packagesSection } from './packages-section.ts';
import type { PageSection, ReportPage } from './page-content.ts';
import { pageHeader } from './page-header.ts';
import { problemsSection } from './problems-section.ts';
import { timelinesSection } from './timelines-section.ts';

/** A whole run in one page that loads nothing: the verdict first, and everything behind it. */
export function renderReportPage(page: ReportPage, assets: PageAssets): string {
  const sections = [
    problemsSection(page),
    failuresSection(page),
    missingSection(page),
    attemptsSection(page),
    fuzzSection(page),
    leaksSection(page),
    heapSection(page),
    timelinesSection(page),
    flamesSection(page),
    packagesSection(page),
    ...machineSection(page),
  ].filter((section) => section !== null);
  const { report } = page;
  return htmlDocument({
    title: `${report.verdict.status}: ${clip(report.source.module ?? 'go test', 200)}`,
    assets,
    withScript: true,
    body: markup`${pageHeader(page)}
${contents(sections)}
<main>
${joined(
  sections.map(
    ({ id, title, body }) =>
      markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>`,
  ),
  '\n',
)}
</main>
<footer><p>${report.tool.name} ${clip(report.tool.version, 60)}</p></footer>`,
  });
}

function contents(sections: readonly PageSection[]): Markup {
  return markup`<nav class="contents" aria-label="Parts of this page"><ul>${sections.map(
    ({ id, title, count }) =>
      markup`<li><a href="#${id}">${title}</a>${count === null ? null : markup` <small>${count}</small>`}</li>`,
  )}</ul></nav>`;
}
