import type {
  StoreAccount,
  StoreContents,
  StoredKey,
  StoredPackage,
} from '../report/baseline-view.ts';
import { clip, formatBytes } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { formatAmount, shortCommit } from './heap-figures.ts';
import { aligned, moreLine, oneLine, textLine, type Page } from './inspection-page.ts';

const maxProblems = 20;

/** What a store holds: one line for each way in which a package was measured. */
export function renderContents(contents: StoreContents, page: Page): string {
  const rows = contents.packages.map(({ key, records, nearest }) => [
    key.package,
    key.leg,
    measuredAs(key),
    String(records),
    placeText(nearest),
  ]);
  return table(
    page,
    contents,
    [['package', 'leg', 'measured with', 'records', 'latest'], ...rows],
    [false, false, false, true, false],
  );
}

/** The figures that a run here and now would be compared with. */
export function renderFigures(contents: StoreContents, page: Page): string {
  const amount = (value: number | null, unit: 'bytes' | 'count' = 'bytes'): string =>
    value === null ? '-' : formatAmount(value, unit);
  const rows = contents.packages.map(({ key, nearest }) => [
    key.package,
    key.leg,
    amount(nearest.metrics.allocBytes),
    amount(nearest.metrics.allocObjects, 'count'),
    amount(nearest.metrics.inuseBytes),
    amount(nearest.metrics.liveHeapPeakBytes),
    amount(nearest.metrics.peakRssBytes),
    placeText(nearest),
  ]);
  return table(
    page,
    contents,
    [['package', 'leg', 'allocated', 'objects', 'in use', 'live peak', 'rss', 'record'], ...rows],
    [false, false, true, true, true, true, true, false],
  );
}

function table(
  page: Page,
  contents: StoreContents,
  cells: readonly (readonly string[])[],
  right: readonly boolean[],
): string {
  const [head = '', ...lines] = aligned(
    cells.map((row) => row.map(oneLine)),
    right,
  ).map((line) => textLine(page, line.trimEnd()));
  return [
    page.paint.bold(textLine(page, contentsText(contents))),
    ...problemLines(page, contents.problems),
    ...(lines.length === 0 ? [] : ['', page.paint.dim(head), ...lines]),
    '',
  ].join('\n');
}

/** What could not be read, one line each; too important to be cut at the width of the page. */
export function problemLines({ paint, ...page }: Page, problems: readonly string[]): string[] {
  const once = [...new Set(problems)];
  return [
    ...once.slice(0, maxProblems).map((problem) => paint.bad(clip(`! ${oneLine(problem)}`, 500))),
    ...moreLine({ ...page, paint }, Math.max(0, once.length - maxProblems), 'problem'),
  ];
}

/** `git crash-guard-baseline: 41 heap records of 12 commits, 12 run records, 300 fuzz inputs (1.2 MiB)` */
function contentsText({ store, commits, ...account }: StoreContents): string {
  const parts = accountParts(account, ` of ${plural(commits, 'commit')}`);
  return `${store}: ${parts.length === 0 ? 'nothing is recorded' : parts.join(', ')}`;
}

/** `41 heap records, 12 run records, 300 fuzz inputs (1.2 MiB)`; `nothing`. */
export function accountText(account: StoreAccount): string {
  const parts = accountParts(account, '');
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function accountParts(
  { records, runRecords, fuzzInputs }: StoreAccount,
  ofCommits: string,
): string[] {
  const { count, bytes } = fuzzInputs;
  return [
    ...(records === 0 ? [] : [`${plural(records, 'heap record')}${ofCommits}`]),
    ...(runRecords === 0 ? [] : [plural(runRecords, 'run record')]),
    ...(count === 0 ? [] : [`${plural(count, 'fuzz input')} (${formatBytes(bytes)})`]),
  ];
}

/** `go1.26 linux/amd64, race, tags a,b, flags -short, rate 512` */
export function measuredAs({ go, os, arch, race, tags, flags, rate }: StoredKey): string {
  return [
    `go${go} ${os}/${arch}`,
    ...(race ? ['race'] : []),
    ...(tags.length > 0 ? [`tags ${tags.join(',')}`] : []),
    ...(flags.length > 0 ? [`flags ${flags.join(' ')}`] : []),
    ...(rate > 0 ? [`rate ${String(rate)}`] : []),
  ].join(', ');
}

/** `3f2c1a9 of 2026-11-20, 2 commits back` */
export function placeText({ commit, committedAt, distance }: StoredPackage['nearest']): string {
  const day = committedAt.slice(0, 10);
  const where =
    distance === null
      ? 'not an ancestor of HEAD'
      : distance === 0
        ? 'HEAD'
        : `${plural(distance, 'commit')} back`;
  return `${shortCommit(commit)} of ${day}, ${where}`;
}
