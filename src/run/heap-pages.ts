import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import type { PageAssets } from '../render/html/document.ts';
import { renderHeapPage } from '../render/heap-page/heap-page.ts';
import { historyPictures, type PastFigures } from '../render/heap-page/history-pictures.ts';
import { renderHeapIndex, type IndexRow } from '../render/heap-page/index-page.ts';
import type { TestSpans } from '../gotest/test-spans.ts';
import type { PackageComparison } from '../report/comparison-schema.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import { plural } from '../report/plural.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { flamePicture } from './flame-picture.ts';
import { pageNames } from './heap-page-names.ts';
import { layout } from './layout.ts';
import { readPageAssets } from './page-assets.ts';
import { attemptFolder, packageTimeline, readTestSpans } from './package-timelines.ts';

/** What a package is compared with, as far as a page shows it. */
export interface PageBase {
  package: string;
  leg: string;
  record: HeapRecord;
  /** Nearest first, the base itself is the first. */
  history: readonly PastFigures[];
}

export interface HeapPagesRequest {
  /** The run folder. */
  out: string;
  report: Report;
  bases: readonly PageBase[];
  /** The profile of a package as the base calls it, absolute. There may be no such file; null where nobody made one. */
  baseProfile: (packageName: string, leg: string) => string | null;
  /** The folder with the script and the style of the pages (dist/heap-page). */
  assetsDirectory: string;
}

/** Flagged packages with a page of their own, in the order of the comparison. */
const maxPages = 50;
const maxIndexRows = 500;

/**
 * Writes a page for each package that grew or shrank, and an index of the heap of all packages. Returns the pages by
 * `leg package`, relative to the run folder. Throws when the folder cannot be written to or the assets are missing.
 */
export async function writeHeapPages(request: HeapPagesRequest): Promise<Map<string, string>> {
  const { out, report, assetsDirectory } = request;
  const assets = await readPageAssets(assetsDirectory);
  const runs = new Map(report.packages.map((run) => [keyOf(run), run]));
  const shown = report.heap.filter((record) => runs.has(keyOf(record)));
  const flagged = (report.comparison?.packages ?? []).filter(
    (one) => one.verdict !== 'same' && runs.has(keyOf(one)),
  );
  const spans = await readTestSpans(out, report, [...shown, ...flagged]);
  await rm(layout.heapPages(out), { recursive: true, force: true });
  await mkdir(layout.heapPages(out), { recursive: true });

  const pages = pageNames(flagged.slice(0, maxPages));
  for (const comparison of flagged.slice(0, maxPages)) {
    const run = runs.get(keyOf(comparison));
    const name = pages.get(keyOf(comparison));
    if (run === undefined || name === undefined) continue;
    const html = await heapPage(request, { comparison, run, spans: spans.get(run.leg) }, assets);
    await writeFile(join(layout.heapPages(out), name), html);
  }
  const index = {
    summary: report.comparison?.summary ?? 'Nothing was compared.',
    rows: await indexRows(request, { shown: shown.slice(0, maxIndexRows), runs, pages, spans }),
    notes: [
      ...(shown.length > maxIndexRows
        ? [`${plural(shown.length - maxIndexRows, 'more package')} not listed.`]
        : []),
      ...(flagged.length > maxPages
        ? [`${plural(flagged.length - maxPages, 'more package')} changed, without a page.`]
        : []),
    ],
    version: report.tool.version,
  };
  await writeFile(join(layout.heapPages(out), 'index.html'), renderHeapIndex(index, assets));
  const folder = relative(out, layout.heapPages(out));
  return new Map([...pages].map(([key, name]) => [key, posix.join(folder, name)]));
}

function keyOf({ leg, package: name }: { leg: string; package: string }): string {
  return `${leg} ${name}`;
}

async function indexRows(
  { out, report }: HeapPagesRequest,
  known: {
    shown: readonly HeapRecord[];
    runs: ReadonlyMap<string, PackageRun>;
    pages: ReadonlyMap<string, string>;
    spans: ReadonlyMap<string, TestSpans>;
  },
): Promise<IndexRow[]> {
  const { shown, runs, pages, spans } = known;
  const verdicts = new Map(report.comparison?.packages.map((one) => [keyOf(one), one.verdict]));
  const rows: IndexRow[] = [];
  for (const record of shown) {
    const run = runs.get(keyOf(record));
    if (run === undefined) continue;
    const { package: name, leg, metrics } = record;
    const verdict = verdicts.get(keyOf(record)) ?? null;
    const timeline = await packageTimeline(out, run, spans.get(leg));
    rows.push({
      package: name,
      leg,
      metrics,
      verdict,
      page: pages.get(keyOf(record)) ?? null,
      timeline,
    });
  }
  return rows;
}

async function heapPage(
  request: HeapPagesRequest,
  subject: { comparison: PackageComparison; run: PackageRun; spans: TestSpans | undefined },
  assets: PageAssets,
): Promise<string> {
  const { out, report, bases } = request;
  const { comparison, run, spans } = subject;
  const base = bases.find((one) => keyOf(one) === keyOf(comparison)) ?? null;
  const profile = join(attemptFolder(out, run), 'heap.pprof');
  const flame = await flamePicture({
    package: run.package,
    renamedFrom: comparison.renamedFrom,
    profile,
    record: report.heap.find((one) => keyOf(one) === keyOf(run)) ?? null,
    baseProfile: request.baseProfile(comparison.renamedFrom ?? run.package, run.leg),
    baseRecord: base?.record ?? null,
  });
  const timeline = await packageTimeline(out, run, spans);
  return renderHeapPage(
    {
      comparison,
      base: report.comparison?.base ?? null,
      flame,
      timeline,
      spansMissing: whyNoSpans(run, timeline.spans.length),
      history: historyPictures(comparison.metrics, base?.history ?? []),
      links: {
        index: 'index.html',
        profile:
          flame.kind === 'missing'
            ? null
            : relative(layout.heapPages(out), profile).replaceAll('\\', '/'),
      },
      version: report.tool.version,
    },
    assets,
  );
}

function whyNoSpans(run: PackageRun, spans: number): string | null {
  if (spans > 0) return null;
  return run.cached
    ? 'The result is from the cache of go test, which does not keep when each test ran.'
    : 'When each test ran is not known.';
}
