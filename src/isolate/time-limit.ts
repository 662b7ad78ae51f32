/** How long the runs of a search may take. */
export interface TimeLimit {
  /** The -test.timeout of the next run, milliseconds; null for the first attempt's. */
  timeoutMs: (all: boolean) => number | null;
  /** How long after its start the test began that did not end. */
  hung: (beganMs: number) => void;
}

const leastMs = 5000;
/** Shares of the time for the search. */
const firstShare = 1 / 12;
const allShare = 1 / 3;

/**
 * A test that hangs would take the whole -timeout in every run. A shorter one shows the same, and what is told about it names it: longer
 * than the test took to begin, so that what ran before it is not meant.
 * @param givenMs of the first attempt; null where it did not run into it, 0 for none
 */
export function timeLimit(givenMs: number | null, budgetMs: number): TimeLimit {
  if (givenMs === null || givenMs === 0) return { timeoutMs: () => null, hung: () => undefined };
  let eachMs = Math.max(leastMs, budgetMs * firstShare);
  let allMs = Math.max(leastMs, budgetMs * allShare);
  return {
    timeoutMs(all) {
      const wantedMs = all ? allMs : eachMs;
      return wantedMs >= givenMs ? null : Math.ceil(wantedMs / 1000) * 1000;
    },
    hung(beganMs) {
      eachMs = Math.max(eachMs, 2 * beganMs + leastMs);
      allMs = Math.min(allMs, eachMs);
    },
  };
}
