import type { PackageComparison } from '../../report/comparison-schema.ts';
import { plural } from '../../report/plural.ts';
import { creepText } from '../comparison.ts';
import { isUnmeasured, oneSided } from '../comparison-words.ts';
import type { Section } from '../fit.ts';
import { inlineCode, sentence } from '../markdown.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxNotes = 30;
const maxNames = 10;

/** What could not be compared, what crept up in small steps, what is new or gone, and problems. */
export function heapNotesSection(telling: Telling): Section {
  const { extent, links } = telling;
  return section(
    notes(telling),
    Math.min(maxNotes, extent.lines),
    (text) => [{ text: `- ${text}`, worth: worth.gap }],
    {
      head: '',
      tail: '',
      shape: 'list',
      more: (count) => `- ${inReport(`${plural(count, 'more remark')} ${isAre(count)}`, links)}`,
    },
  );
}

function notes({ report }: Telling): string[] {
  const { comparison } = report;
  if (comparison === null) return [];
  const { packages, creep, problems } = comparison;
  const of = ({ package: name, leg }: { package: string; leg: string }): string =>
    packageText(name, [leg], report);
  return [
    ...packages
      .filter(isUnmeasured)
      .map((item) => `${of(item)} not compared: ${sentence(item.because ?? '', 300)}`),
    ...creep.map((each) => `${of(each)}: ${sentence(creepText(each), 300)}`),
    ...(['new', 'removed'] as const).flatMap((state) => namedText(packages, state)),
    ...packages
      .filter(({ renamedFrom }) => renamedFrom !== null)
      .map((item) => `${inlineCode(item.package)} was ${inlineCode(item.renamedFrom ?? '')}`),
    ...problems.map((each) => sentence(each, 500)),
  ];
}

function namedText(packages: readonly PackageComparison[], state: 'new' | 'removed'): string[] {
  const names = oneSided(packages, state);
  if (names.length === 0) return [];
  const shown = names.slice(0, maxNames).map((name) => inlineCode(name, 120));
  const more = names.length - shown.length;
  return [`${state}: ${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`];
}
