/** One way to run the test binary. */
export interface Trial {
  /** Top-level tests; package testing decides on their order. */
  tests: readonly string[];
  /** The seed of -test.shuffle; null for the order of the sources. */
  shuffle: string | null;
  /** With -test.parallel=1. */
  serial: boolean;
}

/** What was seen in one run. */
export interface Observation {
  /** It died in the same way as at first. */
  crashed: boolean;
  /** What it died of instead, in words: `panic: boom in TestB`; null where it did not. */
  other: string | null;
  /** Top-level tests in the order in which they began. */
  order: readonly string[];
  /** Those of them that waited to run side by side (t.Parallel). */
  parallel: readonly string[];
  /** The -timeout that it ran with, where that is not the first attempt's: `10s`. */
  timeout: string | null;
}

export type RunTrial = (trial: Trial) => Promise<Observation>;

/** Why a search ends before its end: thrown by whoever runs a trial. */
export class SearchEnd extends Error {
  /** @param because what a person reads: `the time was over (2m0s)` */
  constructor(because: string) {
    super(because);
    this.name = 'SearchEnd';
  }
}
