/** A search for the tests that leave leaks behind, by running some of the tests again. */
export interface TestSearch {
  /** Top-level tests in their order. */
  tests: readonly string[];
  /** Fingerprints of leaks whose test nobody knows. */
  leaks: ReadonlySet<string>;
  /** Runs these tests alone and returns the leaks that were seen; null where nobody could look. */
  seenAfter: (tests: readonly string[]) => Promise<ReadonlySet<string> | null>;
  /** Asked before each run. */
  mayGoOn: () => boolean;
}

/**
 * The test that leaves each leak behind: halves the tests until one of them does so alone. A leak that takes several tests, or comes
 * and goes, is left out. Some log2(tests) + 1 runs for each leak, fewer where leaks share them.
 */
export async function testsOfLeaks(search: TestSearch): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await look(search, search.tests, search.leaks, false, found);
  return found;
}

async function look(
  search: TestSearch,
  tests: readonly string[],
  leaks: ReadonlySet<string>,
  isSeen: boolean,
  found: Map<string, string>,
): Promise<void> {
  const [only] = tests;
  if (leaks.size === 0 || only === undefined) return;
  if (tests.length === 1) {
    const alone = isSeen ? leaks : await seen(search, tests, leaks);
    for (const leak of alone ?? []) found.set(leak, only);
    return;
  }
  const middle = Math.ceil(tests.length / 2);
  const first = tests.slice(0, middle);
  const inFirst = await seen(search, first, leaks);
  if (inFirst === null) return;
  await look(search, first, inFirst, true, found);
  const others = new Set([...leaks].filter((leak) => !inFirst.has(leak)));
  await look(search, tests.slice(middle), others, false, found);
}

/** Those of the leaks that these tests leave behind; null where that cannot be told. */
async function seen(
  search: TestSearch,
  tests: readonly string[],
  leaks: ReadonlySet<string>,
): Promise<ReadonlySet<string> | null> {
  if (!search.mayGoOn()) return null;
  const all = await search.seenAfter(tests);
  return all === null ? null : new Set([...leaks].filter((leak) => all.has(leak)));
}
