import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePercent, parseSize } from '../../src/settings/size.ts';

describe('parseSize reads a number and a unit', () => {
  it.each([
    ['0B', 0],
    ['1B', 1],
    ['1KB', 1000],
    ['1KiB', 1024],
    ['512MB', 512_000_000],
    ['512MiB', 536_870_912],
    ['2GB', 2_000_000_000],
    ['2GiB', 2_147_483_648],
    ['1.5GiB', 1_610_612_736],
    ['512 MiB', 536_870_912],
    ['2gib', 2_147_483_648],
    ['0.0001KiB', 0],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});

it.each([
  ...['', ' ', '2', '2G', '2Gi', 'iB', 'GiB', '-1GiB', '+1GiB', '.5GiB', '1.GiB', '1,5GiB'],
  ...['1e400GiB', '1e3MiB', '0x10MiB', '2 GiB ', ' 2GiB', '2  GiB', '2GiB\n', '2GiBs', '2TiB'],
  ...['NaNGiB', 'InfinityGiB', `${'9'.repeat(400)}GiB`, '9007199254740993B', '٢GiB'],
])('parseSize refuses %j', (text) => {
  expect(parseSize(text)).toBeNull();
});

it.each([
  ['0%', 0],
  ['80%', 80],
  ['87.5%', 87.5],
  ['80 %', 80],
  ['150%', 150],
])('parsePercent reads %s', (text, percent) => {
  expect(parsePercent(text)).toBe(percent);
});

it.each(['', '%', '80', '-5%', '8e1%', '80%%', '80%\n', `${'9'.repeat(20)}%`])(
  'parsePercent refuses %j',
  (text) => {
    expect(parsePercent(text)).toBeNull();
  },
);

it('whatever is read is a whole number of bytes, or a share that is none below zero', () => {
  const amount = fc.oneof(fc.nat().map(String), fc.double().map(String), fc.string());
  const unit = fc.constantFrom('B', 'KB', 'KiB', 'GiB', 'gib', '%', ' %', '');
  fc.assert(
    fc.property(amount, unit, (number, suffix) => {
      const bytes = parseSize(number + suffix);
      const percent = parsePercent(number + suffix);
      if (bytes !== null) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
      if (percent !== null) expect(percent).toBeGreaterThanOrEqual(0);
    }),
  );
});
