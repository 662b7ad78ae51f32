import { describe, expect, it } from '@jest/globals';
import {
  dataLimitBytes,
  replayLimitBytes,
  softLimitBytes,
  wentBeyond,
} from '../../src/fuzz/data-limit.ts';

const MiB = 1024 * 1024;

describe('the bound of private memory of a fuzzing process', () => {
  it.each([
    [512, 2],
    [2048, 4],
    [4096, 16],
    [65_536, 64],
  ])('lets the workers of a ceiling of %d MiB have it and hardly more: %d', (ceiling, workers) => {
    const bound = dataLimitBytes(ceiling * MiB, workers);
    // Each maps some 64 MiB of it and does not use them.
    expect(workers * (bound - 64 * MiB)).toBeLessThanOrEqual(ceiling * MiB);
    expect(workers * bound).toBeGreaterThan(ceiling * 0.8 * MiB);
    expect(softLimitBytes(ceiling * MiB, workers)).toBeLessThan(bound);
  });

  it('leaves a process enough to begin with, however many there are', () => {
    expect(dataLimitBytes(512 * MiB, 1000)).toBe(96 * MiB);
  });

  it.each([
    ['[]byte("a")', 900, 800],
    ['string("a")\n[]byte("b")', 900, 850],
    ['int(7)\nstring("a")', 900, 850],
    // No buffer is made for numbers: a lower bound would refuse what a fuzzing process has room for.
    ["byte('a')", 900, 900],
    ['int(7)\nbool(true)', 900, 900],
    ['who knows', 900, 900],
    ['[]byte("a")', 96, 48],
  ])('is less for an ordinary test by the buffer of the mutator: %j', (values, limit, replayed) => {
    const input = `go test fuzz v1\n${values}\n`;
    expect(replayLimitBytes(limit * MiB, input)).toBe(replayed * MiB);
  });

  it('was passed where the runtime had more mapped, and not where nobody knows', () => {
    expect(wentBeyond(200 * MiB, 310 * MiB)).toBe(true);
    expect(wentBeyond(200 * MiB, 200 * MiB)).toBe(false);
    expect(wentBeyond(200 * MiB, null)).toBe(false);
    expect(wentBeyond(null, 310 * MiB)).toBe(false);
  });
});
