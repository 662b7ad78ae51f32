/** What had begun when the process died, top-level tests. */
export interface Suspects {
  /** The one in which it died; null where nobody knows. */
  culprit: string | null;
  /** The subtest of the culprit in which it died, with all of its name; null where there is none. */
  subtest: string | null;
  /** All that had begun, in the order in which package testing runs them. */
  begun: readonly string[];
  /** Those of them, but for the culprit, that had not ended. */
  running: readonly string[];
}

export interface Begun {
  /** In which the process died, subtests with their names; null where nobody knows. */
  test: string | null;
  /** Top-level tests that had ended, in the order in which they did. */
  ended: readonly string[];
  /** Top-level tests that had not ended. */
  running: readonly string[];
  /** Where so many had ended that not all are listed, those that had not begun; null where all are. */
  neverRan: readonly string[] | null;
}

/** @param declared names in the order of the package */
export function suspectsOf(
  { test, ended, running, neverRan }: Begun,
  declared: readonly string[],
  shuffled: boolean,
): Suspects {
  const [top = null] = test === null ? [] : test.split('/', 1);
  const [only] = running.length === 1 ? running : [];
  const named = top ?? only ?? null;
  // A benchmark is not chosen as tests are.
  const known = new Set(declared);
  const culprit = named !== null && known.has(named) ? named : null;
  const never = new Set(neverRan ?? declared);
  const unlisted = declared.filter((name) => !never.has(name));
  const last = culprit === null ? [] : [culprit];
  const chosen = [...new Set([...ended, ...unlisted, ...running, ...last])];
  const begun = chosen.filter((name) => known.has(name));
  // Tests that run side by side end in any order.
  if (!shuffled) {
    const places = new Map(declared.map((name, place) => [name, place]));
    begun.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
  const waiting = new Set(running);
  return {
    ...{ culprit, begun },
    subtest: culprit !== null && test !== null && test.includes('/') ? test : null,
    running: begun.filter((name) => waiting.has(name) && name !== culprit),
  };
}
