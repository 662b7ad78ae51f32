import { packageOf } from '../frame.ts';
import { isKnown, ownCode } from './own-code.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { Repository } from '../source/repository.ts';

const maxStacks = 1000;

/**
 * Whether a crash in the same log is another Go program's: it has code that is neither Go's nor a dependency's, and none of it is the
 * user's. A stack of dependencies alone may well be the user's program.
 */
export function isForeign(crash: ParsedCrash, repository: Repository): boolean {
  const code = ownCode(crash, repository);
  const known = isKnown(repository);
  let others = false;
  for (const { goroutine } of crash.stacks.slice(0, maxStacks)) {
    const { frames, createdBy } = goroutine;
    for (const frame of createdBy === null ? frames : [...frames, createdBy]) {
      const author = code.authorOf(frame);
      // Without a repository a main package may be anybody's.
      const isAnybodys = author === 'user' && !known && packageOf(frame.function) === 'main';
      if (author === 'user' && !isAnybodys) return false;
      if (author === 'elsewhere') others = true;
    }
  }
  return others;
}
