import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEndRecord, parseGoEndRecord, parseStartRecord } from '../../src/evidence/records.ts';

const start = {
  schema: 1,
  run: 'r',
  record: '0f3c9a6b2d4e5f60718293a4b5c6d7e8',
  package: 'm/p',
  leg: 'race',
  attempt: 1,
  pid: 42,
  startedAt: '2026-01-02T03:04:05Z',
  limits: { core: { soft: 0, hard: null } },
};
const end = {
  schema: 1,
  run: 'r',
  record: start.record,
  endedAt: '2026-01-02T03:04:06Z',
  elapsedMs: 1000,
  exitCode: null,
  signal: 'SIGKILL',
  coreDumped: false,
  maxRssBytes: 1024,
  startError: null,
  parentGone: false,
};
const goEnd = {
  schema: 1,
  endedAt: '2026-01-02T03:04:06Z',
  elapsedMs: 1000,
  exitCode: 1,
  signal: null,
  startError: null,
  cancelled: '',
  cancelledAt: null,
  swept: 0,
};

const kinds = [
  ['start', parseStartRecord, start],
  ['end', parseEndRecord, end],
  ['go end', parseGoEndRecord, goEnd],
] as const;

describe.each(kinds)('a record of the kind: %s', (_, parse, record) => {
  const text = JSON.stringify(record);

  it('is read, and fields of a later version are left out', () => {
    expect(parse(JSON.stringify({ ...record, later: true }))).toEqual(record);
  });

  it('is null where there is none, and cut anywhere', () => {
    expect(parse(null)).toBeNull();
    for (let length = 0; length < text.length; length++) {
      expect(parse(text.slice(0, length))).toBeNull();
    }
  });

  it('is null with any field missing or of another kind', () => {
    for (const key of Object.keys(record)) {
      expect(parse(JSON.stringify({ ...record, [key]: undefined }))).toBeNull();
      expect(parse(JSON.stringify({ ...record, [key]: [] }))).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(parse(json)).toBeNull();
      }),
    );
  });
});

it.each([
  ['schema', 2],
  ['record', '../../../etc/passwd'],
  ['attempt', 0],
  ['pid', -1],
])('a start record with %s %j is refused', (key, value) => {
  expect(parseStartRecord(JSON.stringify({ ...start, [key]: value }))).toBeNull();
});

it.each(['SIGKILL', 'SIGUSR1', 'SIG40'])('%s is the name of a signal', (signal) => {
  expect(parseEndRecord(JSON.stringify({ ...end, signal }))?.signal).toBe(signal);
});

it.each(['killed', 'SIGKILL\n', '', '<img src=x>', '\u001b[31mSIGKILL'])(
  '%j is no name of a signal',
  (signal) => {
    expect(parseEndRecord(JSON.stringify({ ...end, signal }))).toBeNull();
    expect(parseGoEndRecord(JSON.stringify({ ...goEnd, signal }))).toBeNull();
  },
);
