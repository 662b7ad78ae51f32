import { expect } from '@jest/globals';
import { processorMs } from './processor-time.ts';

const times = 4;
/** Quadratic work takes 16 times as long. */
const tooManyTimes = 10;
const runs = 3;
const mostRuns = 12;
/** So much work makes one measurement, in milliseconds of processor time. */
const enoughWork = 8;

/**
 * Expects that work on four times as much takes about four times as long, and not sixteen times, as it would if it were quadratic.
 * Processor time counts, and of several runs the fastest: a machine that is busy otherwise changes neither. Collecting garbage and
 * compiling cost processor time too, now and then: where three runs say that it takes too long, more of them decide.
 */
export function expectLinear(work: (size: number) => void): void {
  let size = 500;
  const tooLittle = (): boolean =>
    processorMs(() => work(size)) < enoughWork || fastest(() => work(size)) < enoughWork;
  while (size < 4_000_000 && tooLittle()) size *= 2;
  let one = fastest(() => work(size));
  let more = fastest(() => work(size * times));
  const growth = (): number => more / Math.max(one, enoughWork);
  for (let run = runs; run < mostRuns && growth() >= tooManyTimes; run++) {
    one = Math.min(
      one,
      processorMs(() => work(size)),
    );
    more = Math.min(
      more,
      processorMs(() => work(size * times)),
    );
  }
  expect(growth()).toBeLessThan(tooManyTimes);
}

function fastest(work: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => processorMs(work)));
}
