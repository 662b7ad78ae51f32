/**
 * The error of a sampled sum, from the samples themselves. The runtime takes an object of s bytes with p = 1 - exp(-s / rate) and
 * multiplies by 1 / p (src/runtime/mprof.go, runtime/pprof/protomem.go). A sample with O objects of B bytes therefore stands for objects
 * of s = B / O, whose bytes vary by s * s * O * (1 - p) / p.
 */
export interface SamplingError {
  add: (objects: number, bytes: number) => void;
  /** Standard error of the sum of bytes, as a part of it; null where nothing was added. */
  relative: () => number | null;
}

/** The rate is the mean number of bytes between two samples. At 1 every object is counted. */
export function samplingError(rate: number): SamplingError {
  let variance = 0;
  let sum = 0;
  return {
    add(objects, bytes) {
      if (objects === 0 || bytes === 0) return;
      sum += bytes;
      if (rate <= 1) return;
      const size = bytes / objects;
      const missed = Math.exp(-size / rate);
      variance += (size * bytes * missed) / (1 - missed);
    },
    relative: () => (sum > 0 ? Math.sqrt(variance) / sum : null),
  };
}
