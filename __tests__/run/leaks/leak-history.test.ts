import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../../src/baseline/file-store.ts';
import { runPath } from '../../../src/baseline/layout.ts';
import { decodeRun } from '../../../src/baseline/records.ts';
import type { BaselineStore } from '../../../src/baseline/store.ts';
import type { Leak } from '../../../src/report/leak-schema.ts';
import type { Report } from '../../../src/report/schema.ts';
import { fetchPastRuns } from '../../../src/run/baseline/crash-history.ts';
import { keepFigures } from '../../../src/run/baseline/keep-figures.ts';
import { withLeakStanding } from '../../../src/run/baseline/leak-history.ts';
import { commitId } from '../../support/baseline-records.ts';
import { sampleLeak } from '../../support/sample-leak.ts';
import { packageRun, sampleReport } from '../../support/sample-report.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const seen = packageRun({ leaksSeen: { goroutine: 'all' } });

async function keep(store: BaselineStore, number: number, of: Partial<Report>): Promise<void> {
  const startedAt = `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`;
  await keepFigures(
    store,
    { record: true, because: 'a push' },
    {
      report: sampleReport({ startedAt, packages: [seen], ...of }),
      head: { commit: commitId(number), committedAt: startedAt, clean: true },
      measured: [],
    },
  );
}

/** How leaks stand to the runs of commits 1 to 3. */
async function standings(store: BaselineStore, leaks: Leak[]): Promise<Leak['standing'][]> {
  const out = tempFolder();
  expect(await fetchPastRuns(out, store, [3, 2, 1].map(commitId))).toEqual([]);
  return (await withLeakStanding(out, [], leaks))?.map(({ standing }) => standing) ?? [];
}

const other = sampleLeak({ fingerprint: 'f'.repeat(16), site: null });

describe('leaks in the records of runs', () => {
  it('are kept by fingerprint, package and line', async () => {
    const store = fileStore(tempFolder());
    await keep(store, 1, { leaks: [sampleLeak(), other] });
    const path = runPath(commitId(1));
    const read = await store.read([path]);
    const bytes = read.kind === 'files' ? read.files.get(path) : undefined;
    const decoded = decodeRun(bytes ?? new Uint8Array(), path);
    const common = { kind: 'goroutine', package: 'm/p' };
    expect(decoded).toMatchObject({
      record: {
        leaks: {
          found: [
            { ...common, fingerprint: sampleLeak().fingerprint, site: 'p/pool.go:25' },
            { ...common, fingerprint: other.fingerprint, site: null },
          ],
          partly: { goroutine: [] },
        },
      },
    });
  });

  it('tell what is known from what is new', async () => {
    const store = fileStore(tempFolder());
    await keep(store, 3, { leaks: [sampleLeak()] });
    expect(await standings(store, [sampleLeak(), other])).toEqual(['new', 'known']);
  });

  it('of a run that left nothing behind make a leak new', async () => {
    const store = fileStore(tempFolder());
    await keep(store, 3, { leaks: [] });
    expect(await standings(store, [sampleLeak()])).toEqual(['new']);
  });

  it('say nothing where nobody looked: the run had it off, or the package crashed, or another kind was looked for', async () => {
    const store = fileStore(tempFolder());
    await keep(store, 3, {});
    await keep(store, 2, {
      ...{ leaks: [], packages: [seen, packageRun({ leaksSeen: { goroutine: 'none' } })] },
    });
    const memory = sampleLeak({ kind: 'memory', fingerprint: 'e'.repeat(16) });
    expect(await standings(store, [sampleLeak(), memory])).toEqual(['unknown', 'unknown']);
  });

  it('are not needed: without any nothing is known, and nothing is where nobody looked', async () => {
    const store = fileStore(tempFolder());
    expect(await standings(store, [sampleLeak()])).toEqual(['unknown']);
    expect(await withLeakStanding(tempFolder(), [], undefined)).toBeNull();
  });
});
