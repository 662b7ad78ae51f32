import { createHash } from 'node:crypto';
import type { BaselineRecord, Key } from '../../src/baseline/record.ts';

/** The id of the commit with this number. */
export function commitId(number: number): string {
  return createHash('sha1').update(String(number)).digest('hex');
}

export function sampleKey(changes: Partial<Key> = {}): Key {
  return {
    module: 'example.com/shop',
    package: 'example.com/shop/store',
    leg: 'memory',
    os: 'linux',
    arch: 'amd64',
    go: '1.26',
    race: false,
    tags: [],
    flags: [],
    rate: 512,
    ...changes,
  };
}

/** A record as a run writes it, at a commit made that many hours after the start of 2026. */
export function sampleRecord(commit: number, changes: Partial<Key> = {}): BaselineRecord {
  const key = sampleKey(changes);
  const committedAt = new Date(Date.UTC(2026, 0, 1, commit)).toISOString();
  return {
    schema: 1,
    key,
    commit: commitId(commit),
    committedAt,
    recordedAt: committedAt,
    environment: {
      go: 'go1.26.3',
      runnerImage: 'ubuntu24 20260101.1',
      kernel: '6.8.0',
      cpus: 4,
      gogc: null,
      gomemlimit: null,
    },
    record: {
      package: key.package,
      leg: key.leg,
      outcome: 'passed',
      metrics: {
        allocBytes: 4_000_000 + commit,
        allocObjects: 1000,
        inuseBytes: 65_536,
        inuseObjects: 10,
        liveHeapPeakBytes: null,
        peakRssBytes: null,
        goroutinesAtEnd: 2,
      },
      tests: [
        {
          test: 'TestOrder',
          allocBytes: 4_000_000 + commit,
          allocObjects: 1000,
          inuseBytes: 65_536,
        },
      ],
      functions: [],
      holders: [],
      benchmarks: [],
      sampling: { rate: key.rate, relativeError: 0.004 },
    },
  };
}
