import { expect } from '@jest/globals';

const times = 4;
const runs = 3;
/** So much work makes one measurement, in microseconds of processor time. */
const enoughWork = 8000;

/**
 * Expects that work on four times as much takes about four times as long, and not sixteen times, as it would if it were quadratic.
 * Processor time counts, and of several runs the fastest: a machine that is busy otherwise changes neither.
 */
export function expectLinear(work: (size: number) => void): void {
  let size = 500;
  const tooLittle = (): boolean =>
    measured(() => work(size)) < enoughWork || fastest(() => work(size)) < enoughWork;
  while (size < 4_000_000 && tooLittle()) size *= 2;
  const one = fastest(() => work(size));
  const more = fastest(() => work(size * times));
  expect(more / Math.max(one, enoughWork)).toBeLessThan(times * 2.5);
}

function fastest(work: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => measured(work)));
}

function measured(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
