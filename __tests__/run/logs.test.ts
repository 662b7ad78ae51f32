import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { goTestFiles, layout } from '../../src/run/layout.ts';
import { writeLogs } from '../../src/run/logs.ts';
import { packageRun } from '../support/sample-report.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('the output of each run lies beside its records, and what cannot be written is a gap', async () => {
  const out = tempFolder();
  const events = layout.leg(out, 'race');
  mkdirSync(events, { recursive: true });
  const lines = ['m/good', 'm/bad'].map((name) =>
    JSON.stringify({ Action: 'output', Package: name, Output: `said by ${name}\n` }),
  );
  writeFileSync(goTestFiles.events(events), `${lines.join('\n')}\n`);
  // A test has put a file where its package's folder was.
  const taken = layout.package(out, 'race', 'm/bad');
  mkdirSync(dirname(taken), { recursive: true });
  writeFileSync(taken, '');
  const runs = ['m/bad', 'm/good'].map((name) => packageRun({ package: name, ending: 'crashed' }));
  const gaps = await writeLogs(
    out,
    runs.map((run) => ({ run, events })),
  );
  expect(gaps).toEqual([
    {
      ...{ leg: 'race', package: 'm/bad' },
      what: expect.stringContaining('its output could not be kept as a file') as unknown,
    },
  ]);
  const log = join(layout.package(out, 'race', 'm/good'), 'attempt-1/output.txt');
  expect(readFileSync(log, 'utf8')).toBe('said by m/good\n');
});
