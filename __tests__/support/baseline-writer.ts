// A process of its own that adds records to a store: file|git DIRECTORY FIRST COUNT. Prints what came of each as a line of JSON.
import { gitStore } from '../../src/baseline/git-store.ts';
import { fileStore } from '../../src/baseline/file-store.ts';
import { recordPath } from '../../src/baseline/layout.ts';
import { encodeRecord } from '../../src/baseline/records.ts';
import { patience } from '../../src/baseline/retry.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { sampleRecord } from './baseline-records.ts';

const [kind, directory = '', first = '', count = ''] = process.argv.slice(2);
const run = commandRunner(new AbortController().signal);
const { env } = process;
const store =
  kind === 'file'
    ? fileStore(directory)
    : gitStore({
        ...{ run, env, directory, token: null, remote: kind === 'local' ? null : 'origin' },
        // The time of the test is the limit, not that of a job: of fifty that yield to others one may come second for long.
        patience: { ...patience, racesMs: 380_000 },
      });

for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const record = sampleRecord(number);
  const file = { path: recordPath(record.key, record.commit), bytes: encodeRecord(record) };
  process.stdout.write(`${JSON.stringify(await store.add([file], `record ${String(number)}`))}\n`);
}
