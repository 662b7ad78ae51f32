import { recordPath, runPath } from '../../baseline/layout.ts';
import type { RecordEnvironment, RunRecord } from '../../baseline/record.ts';
import { encodeRecord, encodeRun } from '../../baseline/records.ts';
import type { BaselineStore, StoreFile } from '../../baseline/store.ts';
import type { Tracked } from '../../baseline/tracked.ts';
import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import type { BaselineFile } from './baseline-file.ts';
import { packageOfLeg } from './find-bases.ts';
import type { RecordedFile } from './growth-file.ts';
import { leaksToKeep } from './leak-history.ts';
import type { KeyWithoutRate } from './leg-key.ts';

export interface FiguresToKeep {
  report: Report;
  head: BaselineFile['head'];
  /** How each package of a leg was measured, and where. */
  measured: readonly { key: KeyWithoutRate; environment: RecordEnvironment }[];
}

/** What each package took is kept of so many packages and legs. */
const maxPackages = 20_000;

/** Adds the figures, crashes and times of a run to the store, where they are wanted. Returns what came of it. */
export async function keepFigures(
  store: BaselineStore,
  tracked: Tracked,
  figures: FiguresToKeep,
): Promise<RecordedFile> {
  const { report, head } = figures;
  const { commit } = head;
  const note = (packages: number, because: string | null): RecordedFile => ({
    packages,
    store: store.name,
    because,
  });
  if (!tracked.record || commit === null) return note(0, tracked.because);
  const files = recordFiles(figures, commit);
  const { startedAt, crashes } = report;
  const packages = packagesOf(report);
  const leaks = leaksToKeep(report);
  const run = {
    path: runPath(commit),
    bytes: encodeRun({ schema: 1, commit, startedAt, crashes, packages, ...leaks }),
  };
  const message = `Record ${plural(files.length, 'package')} of ${commit.slice(0, 12)}`;
  const added = await store.add([...files, run], message);
  if (added.kind === 'problem') return note(0, added.problem);
  return note(files.length, files.length > 0 ? null : 'no package passed with a profile');
}

function recordFiles({ report, head, measured }: FiguresToKeep, commit: string): StoreFile[] {
  const recordedAt = new Date().toISOString();
  const keys = new Map(measured.map((item) => [packageOfLeg(item.key), item]));
  return report.heap.flatMap((record): StoreFile[] => {
    const found = keys.get(packageOfLeg(record));
    // What crashed or failed did not do all that it does.
    if (found === undefined || record.outcome !== 'passed' || record.metrics.allocBytes === null)
      return [];
    const key = { ...found.key, rate: record.sampling.rate };
    const { environment } = found;
    return [
      {
        path: recordPath(key, commit),
        bytes: encodeRecord({
          ...{ schema: 1, key, commit, recordedAt, environment, record },
          committedAt: head.committedAt ?? report.startedAt,
        }),
      },
    ];
  });
}

/** What ended early says nothing of how long the package takes. */
function packagesOf({ packages }: Report): NonNullable<RunRecord['packages']> {
  return packages
    .filter(({ ending }) => ending === 'passed' || ending === 'failed' || ending === 'no-tests')
    .slice(0, maxPackages)
    .flatMap(({ package: name, leg, attempts, elapsedMs, peakRssBytes }) => {
      // A result from the cache took no time; its record knows what it took when it ran.
      const took = attempts.at(-1)?.elapsedMs ?? elapsedMs;
      return took === null ? [] : [{ package: name, leg, elapsedMs: took, peakRssBytes }];
    });
}
