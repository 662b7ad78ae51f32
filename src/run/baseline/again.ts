import { readdir, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { heapRecordSchema, type HeapRecord } from '../../report/heap-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

// again/head-2.json, again/base-1.json: figures of packages that were measured again, beside the run folders that they come from.

export type Side = 'head' | 'base';

const parseRecords = recordParser(z.array(heapRecordSchema));
const maxFileBytes = 64 << 20;

export async function writeAgain(
  out: string,
  side: Side,
  number: number,
  records: readonly HeapRecord[],
): Promise<void> {
  const path = `${layout.again(out, `${side}-${String(number)}`)}.json`;
  await mkdir(dirname(path), { recursive: true });
  await writeAtomically(path, JSON.stringify(records));
}

/** All figures of one side, in the order in which they were taken. */
export async function readAgain(out: string, side: Side): Promise<HeapRecord[]> {
  const folder = dirname(layout.again(out, side));
  const names = (await readdir(folder).catch((): string[] => []))
    .filter((name) => name.startsWith(`${side}-`) && /-\d\.json$/.test(name))
    .sort();
  const read = await Promise.all(
    names.map((name) => readBounded(layout.again(out, name), maxFileBytes)),
  );
  return read.flatMap((json) => parseRecords(json) ?? []);
}
