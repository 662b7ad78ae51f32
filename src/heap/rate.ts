/** Bytes between two samples of a heap profile that a run may choose, the usual one first. */
export const memProfileRates = [512, 1, 4096] as const;
export type MemProfileRate = (typeof memProfileRates)[number];

/** What the last record says about how a package was measured. */
export interface RateBefore {
  allocBytes: number;
  rate: number;
  /** Relative standard error of allocBytes; where it is missing, that of small objects is taken. */
  relativeError?: number | null;
}

/** The largest error that a package's figures may have, and the one from which on a coarser rate is safe. */
const maxError = 0.01;
const safeError = 0.005;
/** Above it rate 1 costs too much, whatever it says. */
const maxBytesOfOne = 8e6;
/**
 * Above it a package takes 2 to 3 times the CPU at 512, and 1.5 times at 4096; a test that is a hundredth of it is still known within
 * 4 %. It goes back to 512 when it has become much smaller.
 */
const coarse = { fromBytes: 256e6, toBytes: 160e6 };

/**
 * The rate at which a package is measured next. A package leaves its rate, and with it its key, only when the other one is clearly
 * better, so that one near a border does not go back and forth.
 */
export function chooseRate(previous: RateBefore | null): MemProfileRate {
  const known = memProfileRates.find((rate) => rate === previous?.rate);
  if (previous === null || known === undefined) return 512;
  const { allocBytes } = previous;
  const error = (rate: MemProfileRate): number => expectedError(previous, rate);
  switch (known) {
    case 1:
      return allocBytes > maxBytesOfOne ? 512 : 1;
    case 512:
      if (error(512) > maxError && allocBytes < maxBytesOfOne) return 1;
      return allocBytes > coarse.fromBytes && error(4096) < safeError ? 4096 : 512;
    case 4096:
      return allocBytes < coarse.toBytes || error(4096) > maxError ? 512 : 4096;
  }
}

/** The error grows with the root of the rate; for objects that are small against it, it is sqrt(rate / bytes). */
function expectedError({ allocBytes, rate, relativeError }: RateBefore, next: number): number {
  const ofSmallObjects = Math.sqrt(next / Math.max(1, allocBytes));
  if (relativeError === undefined || relativeError === null || rate <= 1) return ofSmallObjects;
  return Math.min(ofSmallObjects, relativeError * Math.sqrt(next / rate));
}
