import { expect } from '@jest/globals';
import type { HeapFigures } from '../../src/heap/heap-figures.ts';

const amounts = ['allocBytes', 'allocObjects', 'inuseBytes'] as const;

/** Nothing is lost and nothing counts twice: tests, flat amounts and charges add up to the package. */
export function expectFiguresConserved({ totals, tests, functions, holders }: HeapFigures): void {
  for (const amount of amounts) {
    const charged = `charged${amount[0]!.toUpperCase()}${amount.slice(1)}` as 'chargedAllocBytes';
    const cumulative =
      `cumulative${amount[0]!.toUpperCase()}${amount.slice(1)}` as 'cumulativeAllocBytes';
    expect(sum(tests.map((test) => test[amount]))).toBe(totals[amount]);
    expect(sum(functions.map((row) => row[amount]))).toBe(totals[amount]);
    expect(sum(functions.map((row) => row[charged]))).toBe(totals[amount]);
    for (const row of functions) {
      expect(row[cumulative]).toBeGreaterThanOrEqual(row[amount]);
      expect(row[cumulative]).toBeLessThanOrEqual(totals[amount]);
      expect(sum(row.lines.map((line) => line[amount]))).toBeLessThanOrEqual(row[charged]);
    }
  }
  expect(totals.inuseBytes).toBeLessThanOrEqual(totals.allocBytes);
  expect(sum(holders.map((holder) => holder.inuseBytes))).toBeLessThanOrEqual(totals.inuseBytes);
  expect(sum(holders.map((holder) => holder.inuseObjects))).toBeLessThanOrEqual(
    totals.inuseObjects,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
