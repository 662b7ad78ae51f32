/** Whether the chosen ones crash; the second asks for more certainty than the first. */
export interface Question<T> {
  crashes: (chosen: readonly T[]) => Promise<boolean>;
  surely: (chosen: readonly T[]) => Promise<boolean>;
}

/**
 * The smallest part of a list that still crashes: delta debugging by bisection. Each one that is needed costs about log2(n) questions.
 * All of them must have been seen to crash. Every set that it goes on with was seen to crash itself, so that the answer does, whatever
 * the crash depends on; and without any one of its members it does not.
 */
export async function smallestSet<T>(all: readonly T[], ask: Question<T>): Promise<T[]> {
  const needed: T[] = [];
  let rest = all;
  while (rest.length > 0 && !(await ask.crashes(needed))) {
    // rest from `begin` on crashes, together with what is needed; from `end` on it does not.
    let begin = 0;
    let end = rest.length;
    while (end - begin > 1) {
      const middle = Math.floor((begin + end) / 2);
      if (await ask.crashes([...needed, ...rest.slice(middle)])) begin = middle;
      else end = middle;
    }
    needed.push(...rest.slice(begin, begin + 1));
    rest = rest.slice(begin + 1);
  }
  return withoutTheNeedless(needed, ask);
}

/** Where one test can stand in for another, bisection may have found both. */
async function withoutTheNeedless<T>(found: readonly T[], ask: Question<T>): Promise<T[]> {
  let kept = [...found];
  for (const one of found) {
    const others = kept.filter((other) => other !== one);
    if (await ask.surely(others)) kept = others;
  }
  return kept;
}
