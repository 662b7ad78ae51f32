import type { Goroutine } from '../goroutines/goroutine.ts';
import type { Repository } from '../source/repository.ts';
import { testOfStack } from '../test-of-stack.ts';
import type { FoundWaits } from './found-waits.ts';
import { lookForStuck, waitsWithin } from './looks-stuck.ts';

/** Who waits for whom and never goes on, in a dump that tells nothing else; null where nothing says so. `isCut`: goroutines are missing. */
export function waitsForever(
  goroutines: readonly Goroutine[],
  repository: Repository,
  isCut: boolean,
): FoundWaits {
  const tests = new Set(
    goroutines.flatMap(({ frames }) => {
      const test = testOfStack(frames);
      return test === null ? [] : [test];
    }),
  );
  return isCut || tests.size === 0
    ? waitsWithin({ goroutines, repository, runningTests: [...tests], isCut, proof: null })
    : lookForStuck(goroutines, [...tests], repository);
}
