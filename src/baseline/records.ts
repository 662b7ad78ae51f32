import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type * as z from 'zod/mini';
import { recordPath, runPath } from './layout.ts';
import {
  baselineRecordSchema,
  runRecordSchema,
  type BaselineRecord,
  type RunRecord,
} from './record.ts';

/** What a file of a store turned out to be. `because` goes behind "is left out:". */
export type Decoded<T> =
  | { kind: 'record'; record: T }
  | { kind: 'damaged'; because: string }
  | { kind: 'newer'; because: string };

/** A record of 200 functions and 500 tests takes some 200 KiB. */
export const maxRecordBytes = 8 << 20;

const schemaVersion = 1;

export function encodeRecord(record: BaselineRecord): Uint8Array {
  return Buffer.from(`${JSON.stringify(record)}\n`);
}

export function encodeRun(record: RunRecord): Uint8Array {
  return Buffer.from(`${JSON.stringify(record)}\n`);
}

/** The figures that a file holds, if it is whole, of a known schema, and what its path says that it is. */
export function decodeRecord(bytes: Uint8Array, path: string): Decoded<BaselineRecord> {
  const decoded = decode(bytes, baselineRecordSchema);
  if (decoded.kind !== 'record') return decoded;
  const { key, commit, record } = decoded.record;
  if (recordPath(key, commit) !== path)
    return damaged(
      `it holds ${key.package} (${key.leg}) at ${commit.slice(0, 12)}, its path says otherwise`,
    );
  const same =
    record.package === key.package && record.leg === key.leg && record.sampling.rate === key.rate;
  if (!same)
    return damaged('its figures are of another package, leg or sampling rate than its key');
  return decoded;
}

/** The crashes that a file holds, if it is whole, of a known schema, and of the commit that its path names. */
export function decodeRun(bytes: Uint8Array, path: string): Decoded<RunRecord> {
  const decoded = decode(bytes, runRecordSchema);
  if (decoded.kind !== 'record' || runPath(decoded.record.commit) === path) return decoded;
  return damaged(`it is of ${decoded.record.commit.slice(0, 12)}, its path says otherwise`);
}

function decode<T extends z.ZodMiniType>(bytes: Uint8Array, schema: T): Decoded<z.infer<T>> {
  if (bytes.length === 0) return damaged('it is empty, or larger than a record can be');
  if (bytes.length > maxRecordBytes) return damaged('it is larger than a record can be');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return damaged('it is not JSON; it may have been cut off');
  }
  const version = schemaOf(value);
  if (version !== null && version > schemaVersion) {
    const because = `it has schema ${String(version)}, this version of go-crash-guard knows schema ${String(schemaVersion)}; a newer version of go-crash-guard reads it`;
    return { kind: 'newer', because };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'record', record: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.').slice(0, 200) ?? '';
  return damaged(where === '' ? 'it is no record' : `its field ${where} is missing or wrong`);
}

function schemaOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return null;
  return Number.isSafeInteger(value.schema) ? Number(value.schema) : null;
}

function damaged(because: string): { kind: 'damaged'; because: string } {
  return { kind: 'damaged', because };
}
