import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fuzzFolder, writeFuzzRecord, type FuzzRecord } from '../../../src/run/fuzz/fuzz-record.ts';
import { pastPass } from '../../../src/run/fuzz/past-pass.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const MiB = 1024 * 1024;

interface Replayed {
  /** What the Go runtime had mapped at the last sample. */
  mappedBytes: number;
  crashText?: string;
}

/** Whether the input of a pass needed more than 281 MiB, by its replay under that bound. */
async function needsMore({ mappedBytes, crashText = '' }: Replayed): Promise<boolean> {
  const out = tempFolder();
  const common: FuzzRecord = {
    ...{ schema: 1, number: 1, package: 'm/p', target: 'FuzzWant', purpose: 'fuzz', command: [] },
    ...{ budgetMs: 1000, fuzzMs: 1000, workers: 2, because: null, input: null },
    dataLimitBytes: 281 * MiB,
  };
  const input = '0123456789abcdef';
  const records: FuzzRecord[] = [
    common,
    { ...common, number: 2, purpose: 'replay', input, dataLimitBytes: null },
    { ...common, number: 3, purpose: 'bounded-replay', input },
  ];
  for (const record of records) {
    const folder = fuzzFolder(out, 'fuzz', record.number);
    const attempt = join(folder, 'records', 'attempt-1');
    mkdirSync(attempt, { recursive: true });
    await writeFuzzRecord(folder, record);
    writeFileSync(
      join(attempt, 'timeline.csv'),
      `elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n0,24448,0,7821576,4116480,1\n1,314674592,0,${String(mappedBytes)},5853184,1\nended,0\n`,
    );
    if (record.purpose === 'bounded-replay') writeFileSync(join(attempt, 'crash.txt'), crashText);
  }
  const pass = await pastPass({ out, leg: 'fuzz', cancelled: false }, fuzzFolder(out, 'fuzz', 1));
  return pass.needsMore;
}

// A capture: 300 MiB that are never touched, under a bound of 281 MiB, in a process that needed nothing more afterwards.
it('an input that was let through beyond the bound needed more', async () => {
  expect(await needsMore({ mappedBytes: 322_824_536 })).toBe(true);
});

it('one that stayed below it did not', async () => {
  expect(await needsMore({ mappedBytes: 280 * MiB })).toBe(false);
});

it('one that ended in the words of the runtime did', async () => {
  const crashText = 'fatal error: runtime: cannot allocate memory\n\nruntime stack:\n';
  expect(await needsMore({ mappedBytes: 8 * MiB, crashText })).toBe(true);
});

// What the runtime does where the kernel refused it memory for its own tables; other bugs look the same.
it('one that broke the runtime does not say so', async () => {
  const crashText = 'SIGSEGV: segmentation violation\nPC=0x433b7d m=2 sigcode=1 addr=0x0\n';
  expect(await needsMore({ mappedBytes: 8 * MiB, crashText })).toBe(false);
});
