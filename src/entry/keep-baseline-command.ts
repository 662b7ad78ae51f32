import { resolve } from 'node:path';
import { pruneInputs, type FuzzTarget } from '../baseline/prune-inputs.ts';
import { pruneStore } from '../baseline/prune-store.ts';
import { accountText, problemLines } from '../render/baseline-contents.ts';
import type { Page } from '../render/inspection-page.ts';
import { plural } from '../report/plural.ts';
import { readBaselineFile } from '../run/baseline/baseline-file.ts';
import { readRecorded } from '../run/baseline/growth-file.ts';
import { recordFigures } from '../run/baseline/record-figures.ts';
import { InputError } from '../settings/input-error.ts';
import {
  answered,
  openNamedStore,
  StoreError,
  type StoreFlags,
  type StorePorts,
} from './baseline-store.ts';
import { readReport } from './read-report.ts';

export interface PruneFlags extends StoreFlags {
  dryRun?: true;
  /** True for those of all targets, else IMPORTPATH.FuzzTarget. */
  fuzzInputs?: true | string;
}

/** What `baseline record` prints. Throws an InputError for a folder that holds no run, a StoreError where nothing was kept. */
export async function recordBaseline(
  folder: string | undefined,
  flags: StoreFlags,
  ports: StorePorts,
): Promise<string> {
  const { store, settings } = await openNamedStore(flags, ports, true);
  const out = folder === undefined ? settings.out : resolve(ports.cwd, folder);
  const report = await readReport(out);
  const file = await readBaselineFile(out);
  if (report === null || file === null)
    throw new InputError([
      {
        where: folder ?? out,
        what:
          report === null
            ? 'holds no report of go-crash-guard'
            : 'the run took no heap profiles, so there are no figures to keep',
        fix: 'name the folder of a run (--out) that had a leg with heap profiles, such as memory',
      },
    ]);
  const origin = { event: null, remote: null, token: null, acceptedLabel: null };
  await recordFigures({ out, report, file, store, origin, branches: null });
  const recorded = await readRecorded(out);
  const { commit } = file.head;
  if (recorded === null || recorded.because !== null || commit === null)
    throw new StoreError(
      `nothing was recorded: ${recorded?.because ?? 'the run folder is read-only'}`,
    );
  return `${store.name}: ${plural(recorded.packages, 'package')} of ${commit.slice(0, 12)} recorded\n`;
}

/** What `baseline prune` prints. Throws an InputError or a StoreError. */
export async function pruneBaseline(
  flags: PruneFlags,
  ports: StorePorts,
  page: Page,
): Promise<string> {
  const { fuzzInputs } = flags;
  const of = typeof fuzzInputs === 'string' ? namedTarget(fuzzInputs) : null;
  const { store } = await openNamedStore(flags, ports);
  const dryRun = flags.dryRun === true;
  const pruned = answered(
    store,
    await (fuzzInputs === undefined
      ? pruneStore(store, { dryRun })
      : pruneInputs(store, { dryRun, of })),
  );
  const { paths, removed, kept, problems } = pruned;
  return [
    `${store.name}: ${accountText(removed)} ${dryRun ? 'would be removed' : 'removed'}; ${accountText(kept)} kept`,
    ...(dryRun ? paths.map((path) => `  ${path}`) : []),
    ...problemLines(page, problems),
    '',
  ].join('\n');
}

/** `example.com/shop/orders.FuzzParse` */
function namedTarget(text: string): FuzzTarget {
  const found = /^(?<package>[^\s]{1,1000})\.(?<target>Fuzz[^\s./]{0,500})$/.exec(text)?.groups;
  if (found?.['package'] === undefined || found['target'] === undefined)
    throw new InputError([
      {
        where: '--fuzz-inputs',
        what: `${JSON.stringify(text)} names no fuzz target`,
        fix: 'give its import path and name, such as example.com/shop/orders.FuzzParse, or nothing for the inputs of all targets',
      },
    ]);
  return { package: found['package'], target: found['target'] };
}
