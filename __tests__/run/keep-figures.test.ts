import { expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { runPath } from '../../src/baseline/layout.ts';
import { decodeRun } from '../../src/baseline/records.ts';
import type { PackageRun } from '../../src/report/schema.ts';
import { keepFigures } from '../../src/run/baseline/keep-figures.ts';
import { commitId } from '../support/baseline-records.ts';
import { attempt, packageRun, sampleReport } from '../support/sample-report.ts';
import { tempFolder } from '../support/temp-folder.ts';

const commit = commitId(1);

async function recorded(packages: PackageRun[]): Promise<unknown> {
  const store = fileStore(tempFolder());
  await keepFigures(
    store,
    { record: true, because: 'a push' },
    {
      report: sampleReport({ packages }),
      head: { commit, committedAt: null, clean: true },
      measured: [],
    },
  );
  const path = runPath(commit);
  const read = await store.read([path]);
  const bytes = read.kind === 'files' ? read.files.get(path) : undefined;
  const decoded = decodeRun(bytes ?? new Uint8Array(), path);
  return decoded.kind === 'record' ? decoded.record.packages : decoded;
}

it('a result from the cache took what it took when it ran', async () => {
  const run = packageRun({
    ...{ cached: true, elapsedMs: 3, peakRssBytes: 900 },
    attempts: [attempt({ elapsedMs: 4000 })],
  });

  expect(await recorded([run])).toEqual([
    { package: 'm/p', leg: 'race', elapsedMs: 4000, peakRssBytes: 900 },
  ]);
});

it('what failed took its time, what was cut short says nothing of it', async () => {
  const endings = ['failed', 'crashed', 'killed', 'timed-out', 'cancelled', 'lost'] as const;
  const runs = endings.map((ending) => packageRun({ package: `m/${ending}`, ending }));
  const unknown = packageRun({ package: 'm/unknown', attempts: [], elapsedMs: null });

  expect(await recorded([...runs, unknown])).toMatchObject([{ package: 'm/failed' }]);
});
