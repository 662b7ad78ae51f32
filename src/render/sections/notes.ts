import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import type { Section } from '../fit.ts';
import { recordedText } from '../comparison.ts';
import { guardLine } from '../guard.ts';
import { stressLine } from '../stress-line.ts';
import { inlineCode, linked, sentence } from '../markdown.ts';
import { rebuilt } from '../rebuilt.ts';
import { isAre } from './causes.ts';
import { inReport, legText, packageText, section, worth, type Telling } from './telling.ts';

/** What concerns the whole run or a leg: reasons of the verdict that are of no package. */
export function wholeRunSection({ report, links, extent }: Telling): Section {
  const general = report.verdict.reasons.filter((reason) => reason.package === undefined);
  return section(
    general,
    extent.lines,
    ({ leg, message }) => [
      {
        text: `- ${leg === undefined ? 'run' : legText(leg)}: ${sentence(message, 500)}`,
        worth: worth.crashLine,
      },
    ],
    {
      head: '### The run as a whole\n\n',
      tail: '',
      shape: 'list',
      more: (count) => `- ${inReport(`${plural(count, 'more reason')} ${isAre(count)}`, links)}`,
    },
  );
}

/** What nobody could see, so that nobody takes silence for a good sign. */
export function gapsSection({ report, links, extent }: Telling): Section {
  return section(
    report.gaps,
    extent.lines,
    ({ what, leg, package: name }) => {
      const at = [
        ...(name === undefined ? [] : [inlineCode(name)]),
        ...(leg === undefined ? [] : [legText(leg)]),
      ].join(' ');
      return [{ text: `- ${at === '' ? '' : `${at}: `}${sentence(what, 800)}`, worth: worth.gap }];
    },
    {
      head: '### What could not be observed\n\n',
      tail: '',
      shape: 'list',
      more: (count) => `- ${inReport(`${plural(count, 'more gap')} ${isAre(count)}`, links)}`,
    },
  );
}

/** What was built only at the second try: a green run that was close to red says so. */
export function rebuiltSection({ report, links, extent }: Telling): Section {
  return section(
    rebuilt(report),
    extent.lines,
    ({ name, leg, why }) => [
      {
        text: `- ${packageText(name, [leg], report)} was built again with \`-p 1\`: ${sentence(why, 500)}`,
        worth: worth.missing,
      },
    ],
    {
      head: '',
      tail: '',
      shape: 'list',
      more: (count) => `- ${inReport(`${plural(count, 'more package')} ${isAre(count)}`, links)}`,
    },
  );
}

/** Under what ceiling the legs ran, and what was recorded. */
export function footnotesSection({ report, links, extent }: Telling): Section {
  return section(
    footnotes(report),
    extent.lines,
    (text) => [{ text: `- ${text}`, worth: worth.footnote }],
    {
      head: '<details><summary>How it ran</summary>\n\n',
      tail: '\n\n</details>',
      shape: 'list',
      more: (count) => `- ${inReport(`${plural(count, 'more note')} ${isAre(count)}`, links)}`,
    },
  );
}

function footnotes({ legs, comparison }: Report): string[] {
  const guards = legs.flatMap((leg) => {
    const lines = [guardLine(leg), stressLine(leg)];
    return lines.flatMap((line) => (line === null ? [] : [sentence(line, 300)]));
  });
  const recorded = comparison?.recorded ?? null;
  return [
    ...guards,
    ...(recorded === null ? [] : [`heap usage recorded: ${sentence(recordedText(recorded), 300)}`]),
  ];
}

/** The files that were kept, with their sizes. */
export function artifactsSection({ links, extent }: Telling): Section {
  return section(
    links.artifacts,
    extent.lines,
    ({ name, url, bytes }) => [
      { text: `- ${linked(inlineCode(name), url)} (${formatBytes(bytes)})`, worth: worth.footnote },
    ],
    {
      head: '<details><summary>Kept files</summary>\n\n',
      tail: '\n\n</details>',
      shape: 'list',
      more: (count) => inReport(`${plural(count, 'more artifact')} ${isAre(count)}`, links),
    },
  );
}
