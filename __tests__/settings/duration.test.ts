import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../src/settings/duration.ts';

describe('parseDuration reads what time.ParseDuration reads', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['.5s', 500],
    ['1.s', 1000],
    ['300ms', 300],
    ['1500us', 1.5],
    ['1500µs', 1.5],
    ['1500μs', 1.5],
    ['2000000ns', 2],
    ['1m1m', 120_000],
  ])('%s', (text, elapsedMs) => {
    expect(parseDuration(text)).toBeCloseTo(elapsedMs, 9);
  });
});

it.each(['', '90', '5 m', ' 5m', '5m ', '-5m', '1d', 's', '.s', '1h-30m', '1e3s', '10M', '5m\n'])(
  'parseDuration refuses %j',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

describe('formatDuration', () => {
  it.each([
    [0, '0ms'],
    [850.4, '850ms'],
    [999.4, '999ms'],
    [999.6, '1.0s'],
    [4249, '4.2s'],
    [59_949, '59.9s'],
    [59_960, '1m00s'],
    [185_000, '3m05s'],
    [3_599_700, '1h00m'],
    [3_725_000, '1h02m'],
    [360_000_000, '100h00m'],
  ])('%d ms is %s', (elapsedMs, text) => {
    expect(formatDuration(elapsedMs)).toBe(text);
  });

  it('never names sixty of a unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (elapsedMs) => {
        expect(formatDuration(elapsedMs)).toMatch(
          /^(?:\d{1,3}ms|[1-5]?\d\.\ds|[1-5]?\dm[0-5]\ds|\d+h[0-5]\dm)$/,
        );
      }),
    );
  });
});
