import { join } from 'node:path';
import type { Repository } from '../crash/source/repository.ts';
import type { PackageBase } from '../heap/compare/compare.ts';
import { historyPictures, type PastFigures } from '../render/heap-page/history-pictures.ts';
import type { HistoryPicture } from '../render/heap-page/history-chart.ts';
import type { FlamePicture } from '../render/html/flame-section.ts';
import type { TimelinePicture } from '../render/html/timeline-chart.ts';
import { renderReportPage } from '../render/report-page/report-page.ts';
import type { Drawn } from '../render/report-page/page-content.ts';
import { sourceText } from '../render/report-page/source-text.ts';
import type { Links } from '../report/links.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { readBaselineFile } from './baseline/baseline-file.ts';
import { basesFor } from './baseline/read-comparison.ts';
import { flamePicture } from './flame-picture.ts';
import { layout } from './layout.ts';
import { readPageAssets } from './page-assets.ts';
import { attemptFolder, packageTimeline, readTestSpans } from './package-timelines.ts';
import { writeAtomically } from './run-folder.ts';

export interface ReportPageRequest {
  /** The run folder; what it no longer holds is left out. */
  out: string;
  report: Report;
  /** The checkout, for the lines around frames. */
  repository: Pick<Repository, 'lines'>;
  /** The folder with the script and the style of the pages (dist/heap-page). */
  assetsDirectory: string;
  links: Links;
}

/** Reading a large profile takes a third of a second. */
const maxFlames = 10;
const maxTimelines = 24;

/** Writes report.html. Throws when the folder cannot be written to or the assets are missing. */
export async function writeReportPage(request: ReportPageRequest): Promise<void> {
  const { out, report, repository, assetsDirectory, links } = request;
  const assets = await readPageAssets(assetsDirectory);
  const measured = measuredRuns(report);
  const bases = await readBases(out, report);
  const flames = await drawFlames(out, measured.slice(0, maxFlames), bases);
  const timelines = await drawTimelines(out, report, measured.slice(0, maxTimelines));
  const html = renderReportPage(
    {
      ...{ report, links, flames, timelines },
      sources: sourceText(repository),
      flamesLeft: Math.max(0, measured.length - maxFlames),
      timelinesLeft: Math.max(0, measured.length - maxTimelines),
      histories: drawHistories(report, bases),
    },
    assets,
  );
  await writeAtomically(layout.reportPage(out), html);
}

interface MeasuredRun {
  record: HeapRecord;
  run: PackageRun;
}

/** Packages with figures of their heap: those that changed come first, then those that hold or allocate most. */
function measuredRuns(report: Report): MeasuredRun[] {
  const runs = new Map(report.packages.map((run) => [keyOf(run), run]));
  const flagged = new Set(
    (report.comparison?.packages ?? []).filter(({ verdict }) => verdict !== 'same').map(keyOf),
  );
  const weight = ({ metrics }: HeapRecord): number =>
    Math.max(metrics.inuseBytes ?? 0, metrics.liveHeapPeakBytes ?? 0, metrics.allocBytes ?? 0);
  const rank = (record: HeapRecord): number => (flagged.has(keyOf(record)) ? 0 : 1);
  return report.heap
    .flatMap((record) => {
      const run = runs.get(keyOf(record));
      return run === undefined ? [] : [{ record, run }];
    })
    .sort((a, b) => rank(a.record) - rank(b.record) || weight(b.record) - weight(a.record));
}

type Bases = ReadonlyMap<string, PackageBase & { history?: readonly PastFigures[] }>;

/** What the packages were compared with; nothing where there was no base. */
async function readBases(out: string, report: Report): Promise<Bases> {
  const file = report.comparison === null ? null : await readBaselineFile(out);
  const bases = file === null ? [] : basesFor(file, report.heap).bases;
  return new Map(bases.map((base) => [keyOf(base), base]));
}

async function drawFlames(
  out: string,
  measured: readonly MeasuredRun[],
  bases: Bases,
): Promise<Drawn<Extract<FlamePicture, { kind: 'graph' }>>[]> {
  const drawn: Drawn<Extract<FlamePicture, { kind: 'graph' }>>[] = [];
  for (const { record, run } of measured) {
    const base = bases.get(keyOf(record)) ?? null;
    const picture = await flamePicture({
      ...{ package: run.package, record, baseRecord: base?.record ?? null },
      renamedFrom: base?.renamedFrom ?? null,
      profile: join(attemptFolder(out, run), 'heap.pprof'),
      baseProfile: join(
        layout.package(
          layout.again(out, `base-1-${run.leg}`),
          run.leg,
          base?.renamedFrom ?? run.package,
        ),
        ...['attempt-1', 'heap.pprof'],
      ),
    });
    if (picture.kind === 'graph') drawn.push({ package: run.package, leg: run.leg, picture });
  }
  return drawn;
}

async function drawTimelines(
  out: string,
  report: Report,
  measured: readonly MeasuredRun[],
): Promise<Drawn<TimelinePicture>[]> {
  const runs = measured.map(({ run }) => run);
  const spans = await readTestSpans(out, report, runs);
  const drawn: Drawn<TimelinePicture>[] = [];
  for (const run of runs) {
    const picture = await packageTimeline(out, run, spans.get(run.leg));
    drawn.push({ package: run.package, leg: run.leg, picture });
  }
  return drawn;
}

function drawHistories(report: Report, bases: Bases): Drawn<readonly HistoryPicture[]>[] {
  return (report.comparison?.packages ?? [])
    .filter(({ verdict }) => verdict !== 'same')
    .map((item) => ({
      ...{ package: item.package, leg: item.leg },
      picture: historyPictures(item.metrics, bases.get(keyOf(item))?.history ?? []),
    }));
}

function keyOf({ leg, package: name }: { leg: string; package: string }): string {
  return `${leg} ${name}`;
}
