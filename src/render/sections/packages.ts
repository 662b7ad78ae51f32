import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { PackageRun } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import type { Item, Section } from '../fit.ts';
import { troubled } from '../headline.ts';
import { cellCode } from '../markdown.ts';
import { madeAttempts } from '../attempt-words.ts';
import { isAre } from './causes.ts';
import { inReport, legCell, section, shortPackage, worth, type Telling } from './telling.ts';

const columns = [
  ...['package', 'leg', 'ending', 'passed', 'failed', 'skipped', 'unfinished', 'never ran'],
  ...['time', 'peak memory'],
] as const;

/** All packages as a folded table, those to look at first. */
export function packagesSection(telling: Telling): Section {
  const { report, extent, links } = telling;
  const bad = troubled(report);
  const isBad = new Set(bad);
  const all = [...bad, ...report.packages.filter((run) => !isBad.has(run))];
  const title = `Packages: ${String(all.length)} ${all.length === 1 ? 'run' : 'runs'}`;
  const item = (run: PackageRun): Item => [
    { text: rowText(run, telling), worth: isBad.has(run) ? worth.badPackage : worth.goodPackage },
  ];
  return section(all, extent.lines, item, {
    head: [
      `<details><summary>${title}</summary>\n`,
      `| ${columns.join(' | ')} |`,
      `| --- | --- | --- |${' ---: |'.repeat(columns.length - 3)}\n`,
    ].join('\n'),
    tail: '\n\n</details>',
    shape: 'rows',
    more: (count) => inReport(`${plural(count, 'more package run')} ${isAre(count)}`, links),
  });
}

/** `crashed (3 attempts)` */
function endingText(run: PackageRun): string {
  const { length } = madeAttempts(run);
  const notes = [...(run.cached ? ['cached'] : []), ...(length > 1 ? [`${length} attempts`] : [])];
  return notes.length === 0 ? run.ending : `${run.ending} (${notes.join(', ')})`;
}

function rowText(run: PackageRun, { report }: Telling): string {
  const { passed, failed, skipped, unfinished, neverRan } = run.tests;
  const cells = [
    cellCode(shortPackage(run.package, report)),
    legCell(run.leg),
    endingText(run),
    ...[passed, failed, skipped, unfinished.length, neverRan.length].map(String),
    run.elapsedMs === null ? '' : formatDuration(run.elapsedMs),
    run.peakRssBytes === null ? '' : formatBytes(run.peakRssBytes),
  ];
  return `| ${cells.join(' | ')} |`;
}
