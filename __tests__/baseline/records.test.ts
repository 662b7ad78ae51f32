import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordPath, runPath } from '../../src/baseline/layout.ts';
import {
  decodeRecord,
  decodeRun,
  encodeRecord,
  encodeRun,
  maxRecordBytes,
} from '../../src/baseline/records.ts';
import { commitId, sampleKey, sampleRecord } from '../support/baseline-records.ts';

const record = sampleRecord(1);
const path = recordPath(record.key, record.commit);
const bytes = encodeRecord(record);

function changed(change: (value: Record<string, unknown>) => void): Uint8Array {
  const value = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
  change(value);
  return Buffer.from(JSON.stringify(value));
}

describe('a record', () => {
  it('is read as it was written', () => {
    expect(decodeRecord(bytes, path)).toEqual({ kind: 'record', record });
  });

  it('is written on one line, without spaces', () => {
    expect(Buffer.from(bytes).toString().trimEnd()).toBe(JSON.stringify(record));
  });

  it('of a later schema is refused with the way out', () => {
    const later = changed((value) => (value.schema = 2));
    expect(decodeRecord(later, path)).toEqual({
      kind: 'newer',
      because:
        'it has schema 2, this version of go-crash-guard knows schema 1; a newer version of go-crash-guard reads it',
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['cut off', bytes.subarray(0, bytes.length / 2), 'not JSON; it may have been cut off'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not JSON'],
    ['not an object', Buffer.from('[]'), 'no record'],
    ['null', Buffer.from('null'), 'no record'],
    ['of schema 0', changed((value) => (value.schema = 0)), 'field schema'],
    ['of schema "2"', changed((value) => (value.schema = '2')), 'field schema'],
    ['without a key', changed((value) => delete value.key), 'field key'],
    [
      'of a negative amount',
      Buffer.from(Buffer.from(bytes).toString().replace('65536', '-1')),
      'field record.metrics.inuseBytes',
    ],
    [
      'of a commit that is an option',
      changed((value) => (value.commit = '--output=x')),
      'field commit',
    ],
    ['deep', Buffer.from('['.repeat(200_000)), 'not JSON'],
    ['too large', Buffer.alloc(maxRecordBytes + 1, ' '), 'larger than a record can be'],
  ])('that is %s is damaged', (_, damaged, because) => {
    const decoded = decodeRecord(damaged, path);
    expect(decoded).toEqual({
      kind: 'damaged',
      because: expect.stringContaining(because),
    });
  });

  it('of another commit or package than its path names is damaged', () => {
    const elsewhere = recordPath(record.key, commitId(2));
    expect(decodeRecord(bytes, elsewhere)).toEqual({
      kind: 'damaged',
      because: `it holds example.com/shop/store (memory) at ${record.commit.slice(0, 12)}, its path says otherwise`,
    });
    const otherKey = recordPath(sampleKey({ rate: 1 }), record.commit);
    expect(decodeRecord(bytes, otherKey).kind).toBe('damaged');
  });

  it('with figures of another package than its key names is damaged', () => {
    const mixed = encodeRecord({ ...record, record: { ...record.record, package: 'other' } });
    expect(decodeRecord(mixed, path).kind).toBe('damaged');
  });

  it('never throws and never turns into other figures, whatever its bytes are', () => {
    const position = fc.nat(bytes.length - 1);
    fc.assert(
      fc.property(position, fc.nat(255), position, (at, byte, end) => {
        const mutated = Uint8Array.from(bytes.subarray(0, Math.max(at, end)));
        mutated[at] = byte;
        const decoded = decodeRecord(mutated, path);
        if (decoded.kind === 'record') expect(decoded.record.key).toEqual(record.key);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        expect(decodeRecord(any, path).kind).toBe('damaged');
      }),
    );
  });
});

describe('the crashes of a run', () => {
  const run = {
    schema: 1 as const,
    commit: commitId(3),
    startedAt: '2026-01-01T00:00:00Z',
    crashes: [],
  };

  it('are read as they were written', () => {
    expect(decodeRun(encodeRun(run), runPath(run.commit))).toEqual({ kind: 'record', record: run });
  });

  it('come with what its packages took, which earlier versions did not write', () => {
    const packages = [{ package: 'm/p', leg: 'race', elapsedMs: 12.5, peakRssBytes: null }];
    const full = { ...run, packages };

    expect(decodeRun(encodeRun(full), runPath(run.commit))).toEqual({
      kind: 'record',
      record: full,
    });
  });

  it('have what later versions add left out', () => {
    const later = Buffer.from(JSON.stringify({ ...run, weather: 'rain' }));

    expect(decodeRun(later, runPath(run.commit))).toEqual({ kind: 'record', record: run });
  });

  it('of another commit than their path names are damaged', () => {
    expect(decodeRun(encodeRun(run), runPath(commitId(4))).kind).toBe('damaged');
  });
});
