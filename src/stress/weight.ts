/** What is known of a package before it is stressed. */
export interface WeightHints {
  /** Its files differ from those of the base commit. */
  changed: boolean;
  /** The base commit does not have it. */
  isNew: boolean;
  /** Past runs in which it crashed, or in which a test of it was flaky. */
  pastFailures: number;
  /** Places in its sources that start, lock or wait for other goroutines. */
  concurrentPlaces: number;
}

export interface Weight {
  /** 1 or more; the share of the time is in proportion to it. */
  value: number;
  because: string[];
}

interface Rule {
  because: string;
  /** Added to the weight; 0 where the rule does not hold. */
  worth: (hints: WeightHints) => number;
}

const rules: readonly Rule[] = [
  { because: 'new', worth: ({ isNew }) => (isNew ? 4 : 0) },
  { because: 'changed', worth: ({ changed, isNew }) => (changed && !isNew ? 4 : 0) },
  // What has failed once fails again; after three times it is known.
  {
    because: 'flaky before',
    worth: ({ pastFailures }) => (pastFailures > 0 ? 3 + Math.min(3, pastFailures) : 0),
  },
  // A package of ten thousand channels is not a hundred times as likely to have a race as one of a hundred.
  {
    because: 'concurrent',
    worth: ({ concurrentPlaces }) =>
      concurrentPlaces > 0 ? Math.min(6, 1 + Math.log2(1 + concurrentPlaces)) : 0,
  },
];

/** Where bugs hide gets more time; every package gets some. */
export function weightOf(hints: WeightHints): Weight {
  let value = 1;
  const because: string[] = [];
  for (const rule of rules) {
    const worth = rule.worth(hints);
    if (worth <= 0) continue;
    value += worth;
    because.push(rule.because);
  }
  return { value, because };
}
