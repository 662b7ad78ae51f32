import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { BaselineStore } from '../../baseline/store.ts';
import {
  packagesToConfirm,
  packagesToMeasureAtBase,
  packagesToMeasureMore,
} from '../../heap/compare/compare.ts';
import type {
  Comparison,
  MetricVerdict,
  PackageComparison,
} from '../../report/comparison-schema.ts';
import type { Report } from '../../report/schema.ts';
import type { Settings } from '../../settings/settings.ts';
import { writeHeapPages } from '../heap-pages.ts';
import { layout } from '../layout.ts';
import type { MeasurePorts } from '../measure-again.ts';
import type { LegPlan } from '../plan-legs.ts';
import type { Progress } from '../progress.ts';
import type { GuardOrder } from '../run-leg.ts';
import { writeBaselineFile, type BaselineFile } from './baseline-file.ts';
import { confirmGrowth, type Grown } from './confirm-growth.ts';
import { fetchPastRuns } from './crash-history.ts';
import { addHistory, packageOfLeg } from './find-bases.ts';
import { growthEscapes } from './growth-escapes.ts';
import { writeGrowth, type GrowthFile } from './growth-file.ts';
import { readAccepted, type BaselineOrigin } from './prepare-baseline.ts';
import { basesFor, comparisonOf } from './read-comparison.ts';

export interface GrowthRequest {
  out: string;
  settings: Settings;
  legs: readonly LegPlan[];
  guard: GuardOrder;
  report: Report;
  file: BaselineFile;
  store: BaselineStore | null;
  origin: BaselineOrigin;
  progress: Progress;
  /** The folder of what the pages are made of. */
  heapPageDirectory: string;
}

/** Finds out about what grew: how much such figures move anyhow, whether it grows again, what the compiler says, and draws it. */
export async function followGrowth(request: GrowthRequest, ports: MeasurePorts): Promise<void> {
  const { out, report, store, settings } = request;
  let { file } = request;
  const plan = { directory: settings.directory, module: report.source.module };
  const compared = (): Promise<Comparison> => comparisonOf(out, file, plan, report.heap);
  const problems: string[] = [];
  const hasPast = report.crashes.length > 0 || (report.leaks ?? []).length > 0;
  if (hasPast && store !== null && file.base !== null)
    problems.push(...(await fetchPastRuns(out, store, file.base.ancestors)));
  let comparison = await compared();
  let grown = packagesToConfirm(comparison);
  if (grown.length > 0) {
    file = await learnMore(request, file, store, grown);
    await writeBaselineFile(out, file);
    comparison = await compared();
    grown = packagesToConfirm(comparison);
  }
  if (grown.length > 0) {
    const doubtful = async (): Promise<Grown> => packagesToMeasureAtBase(await compared());
    const single = async (): Promise<Grown> => packagesToMeasureMore(await compared());
    const { bases } = basesFor(file, report.heap);
    const confirmed = await confirmGrowth(
      { ...request, file, bases, grown, doubtful, single },
      ports,
    );
    problems.push(...confirmed);
    comparison = await compared();
  }
  const changed = comparison.packages.filter(({ verdict }) => verdict !== 'same');
  const escapes = await growthEscapes(
    {
      directory: settings.directory,
      legs: request.legs,
      base: file.base?.commit ?? null,
      grown: changed.filter(({ verdict }) => hasGrown.has(verdict)),
    },
    ports,
  );
  const found: GrowthFile = { packages: {}, problems };
  for (const item of changed) {
    const at = packageOfLeg(item);
    const told = escapes.get(at);
    found.packages[at] = {
      escapes: told?.kind === 'escapes' ? told.escapes : [],
      escapesMissing: told?.kind === 'unknown' ? told.because : null,
      command: await profileCommand(out, item),
      page: null,
    };
  }
  // The pages show what was found.
  await writeGrowth(out, found);
  const drawn = await drawPages(request, { ...report, comparison: await compared() }, file);
  problems.push(...drawn.problems);
  for (const [at, item] of Object.entries(found.packages)) item.page = drawn.pages.get(at) ?? null;
  await writeGrowth(out, found);
}

const hasGrown = new Set<MetricVerdict>(['regressed', 'warned', 'accepted']);

async function drawPages(
  { out, heapPageDirectory }: GrowthRequest,
  report: Report,
  file: BaselineFile,
): Promise<{ pages: ReadonlyMap<string, string>; problems: string[] }> {
  try {
    const pages = await writeHeapPages({
      ...{ out, report, assetsDirectory: heapPageDirectory },
      bases: basesFor(file, report.heap).bases,
      baseProfile: (name, leg) => profilePath(layout.again(out, `base-1-${leg}`), leg, name),
    });
    return { pages, problems: [] };
  } catch (error) {
    return { pages: new Map(), problems: [`no pages: ${(error as Error).message}`] };
  }
}

/** What shows more, from the folder of the report; null where there is no profile. */
async function profileCommand(
  out: string,
  { package: name, leg, why, renamedFrom }: PackageComparison,
): Promise<string | null> {
  const head = profilePath(out, leg, name);
  const base = profilePath(layout.again(out, `base-1-${leg}`), leg, renamedFrom ?? name);
  const exists = (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );
  if (why === null || !(await exists(head))) return null;
  const index = why.metric === 'inuseBytes' ? 'inuse_space' : 'alloc_space';
  const difference = (await exists(base)) ? [`-diff_base=${relative(out, base)}`] : [];
  const words = ['go', 'tool', 'pprof', `-sample_index=${index}`, ...difference];
  return [...words, '-top', relative(out, head)].join(' ');
}

function profilePath(out: string, leg: string, name: string): string {
  return join(layout.package(out, leg, name), 'attempt-1', 'heap.pprof');
}

/** What takes time to ask and matters only where something grew. */
async function learnMore(
  { origin }: GrowthRequest,
  file: BaselineFile,
  store: BaselineStore | null,
  grown: readonly { package: string; leg: string }[],
): Promise<BaselineFile> {
  const wanted = new Set(grown.map(packageOfLeg));
  const { keys, base } = file;
  const history =
    store === null || base === null
      ? { bases: file.bases, problems: [] }
      : await addHistory(file.bases, wanted, { store, keys, ancestors: base.ancestors });
  const { accepted, problems } = await readAccepted(origin);
  return {
    ...file,
    bases: history.bases,
    accepted,
    problems: [...file.problems, ...history.problems, ...problems],
  };
}
