import type { Place } from './function-sums.ts';

/** Stands for the test of what no test did. */
export const shared = 'shared';
/** Stands for all that a list has no room for. */
export const others = '(others)';

/**
 * The test that a stack belongs to, as testOfStack has it; of a goroutine that no runner of package testing called, the test whose
 * closure stands outermost, whatever started it (`go`, an errgroup, a server). Null where there is none.
 */
export function testOfPlaces(places: readonly Place[]): string | null {
  let at = places.length - 1;
  while (at >= 0 && places[at]?.testRunner !== true) at--;
  if (at < 0) return places.findLast(isClosureOfTest)?.declaredTest ?? null;
  // A fuzz target is called through reflect.
  while (at >= 0 && places[at]?.standardLibrary === true) at--;
  return places[at]?.declaredTest ?? null;
}

/** TestMain, which runs the tests, is none, and neither is the go command's testdeps.TestDeps. */
function isClosureOfTest({ declaredTest, standardLibrary }: Place): boolean {
  return declaredTest !== null && declaredTest !== 'TestMain' && !standardLibrary;
}
