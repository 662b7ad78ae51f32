import { mkdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { layout } from '../../../src/run/layout.ts';
import {
  readReruns,
  writeRerun,
  writeStarted,
  type RerunPurpose,
} from '../../../src/run/recover/rerun.ts';
import { tempFolder } from '../../support/temp-folder.ts';

it('further runs are those that were started here and give results', async () => {
  const out = tempFolder();
  const made: [number, RerunPurpose][] = [
    [1, 'carry-on'],
    [2, 'isolate'],
    [3, 'stress'],
    [999_999, 'carry-on'],
  ];
  for (const [number, purpose] of made) {
    const folder = layout.rerun(out, 'race', number);
    mkdirSync(folder, { recursive: true });
    const about = { package: 'm/p', tests: null, changes: [], command: [] };
    await writeRerun(folder, { schema: 1, number, purpose, ...about });
  }
  expect(await readReruns(out, 'race')).toEqual([]);
  await writeStarted(out, 'race', new Set([3, 1, 2]));
  const found = await readReruns(out, 'race');
  expect(found.map(({ rerun }) => [rerun.number, rerun.purpose])).toEqual([
    [1, 'carry-on'],
    [3, 'stress'],
  ]);
});
