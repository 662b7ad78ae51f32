import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Profile } from 'pprof-format';
import { profileTotals, samplingError } from '../../src/heap/profile-totals.ts';
import { go, goModule } from '../support/go-module.ts';

const source = `package a

import "testing"

var kept [][]byte

func TestKeeps(t *testing.T) {
	for i := 0; i < 1000; i++ {
		kept = append(kept, make([]byte, 4096))
		_ = append([]byte(t.Name()), make([]byte, i)...)
	}
}
`;

describe('of a real profile', () => {
  let profile: Buffer;
  let cpuProfile: Buffer;
  let raw: string;

  beforeAll(() => {
    const folder = goModule({ 'a_test.go': source });
    go(folder, 'test', '-memprofile=mem.pb.gz', '-memprofilerate=512', '-cpuprofile=cpu.pb.gz');
    profile = readFileSync(join(folder, 'mem.pb.gz'));
    cpuProfile = readFileSync(join(folder, 'cpu.pb.gz'));
    raw = go(folder, 'tool', 'pprof', '-raw', 'mem.pb.gz');
  });

  it('the totals are those of go tool pprof', () => {
    // alloc_objects/count alloc_space/bytes[dflt] inuse_objects/count inuse_space/bytes
    //          5        561          5        561: 15 16 17
    const samples = [...raw.matchAll(/^ +(\d+) +(\d+) +(\d+) +(\d+): /gm)];
    const sum = (column: number): number =>
      samples.reduce((total, sample) => total + Number(sample[column]), 0);
    const totals = profileTotals(profile);
    expect(samples.length).toBeGreaterThan(3);
    expect(totals).toEqual({
      allocObjects: sum(1),
      allocBytes: sum(2),
      inuseObjects: sum(3),
      inuseBytes: sum(4),
    });
  });

  it('a full decode agrees', () => {
    const { sample } = Profile.decode(gunzipSync(profile));
    const sum = (column: number): number =>
      sample.reduce((total, { value }) => total + Number(value[column]), 0);
    const totals = profileTotals(profile);
    expect([totals?.allocObjects, totals?.allocBytes]).toEqual([sum(0), sum(1)]);
    expect([totals?.inuseObjects, totals?.inuseBytes]).toEqual([sum(2), sum(3)]);
  });

  it('they are near what the test kept and allocated', () => {
    const { inuseBytes = 0, allocBytes = 0 } = profileTotals(profile) ?? {};
    expect(inuseBytes / (1000 * 4096)).toBeCloseTo(1, 0);
    expect(allocBytes).toBeGreaterThan(inuseBytes);
  });

  it('gzipped or not makes no difference', () => {
    expect(profileTotals(gunzipSync(profile))).toEqual(profileTotals(profile));
  });

  it('a cut one has none', () => {
    for (const part of [0, 1, 2, 10, profile.length / 2, profile.length - 1]) {
      expect(profileTotals(profile.subarray(0, part))).toBeNull();
    }
  });

  it('a profile of another kind has none', () => {
    expect(profileTotals(cpuProfile)).toBeNull();
  });
});

it('any other bytes have none, and never throw', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(bytes, bytes.map(gzipSync)), (given) => {
      expect(profileTotals(given)).toBeNull();
    }),
  );
});

it.each([
  [512 * 100, 512, 0.1],
  [512 * 10_000, 512, 0.01],
  [100, 512, 1],
  [0, 512, null],
  [1000, 0, null],
])('samplingError of %d bytes at rate %d is %j', (bytes, rate, expected) => {
  expect(samplingError(bytes, rate)).toBe(expected);
});
