import { culpritTest } from './culprit-test.ts';
import { findGuilt } from './find-guilt.ts';
import type { Frame } from '../frame.ts';
import { investigate, isSameLine, plainFrame, type RelatedFrame } from './guilt.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { Repository } from '../source/repository.ts';
import { testedPackage, testedPackageOf } from './tested-package.ts';

/** Where a person would look, found for a ParsedCrash. */
export interface Blame {
  /** Its file is relative to the repository where there is one; else as the text has it. */
  blame: Frame | null;
  related: readonly (Frame & { role: string })[];
  /** The test, subtests with their names where the text has them; null where nothing tells. */
  test: string | null;
  /** Import path of the package under test, where the stack tells. */
  package: string | null;
}

const maxRelated = 40;

/** The line that a person would point to, what belongs to it, and the test whose fault it is. */
export function findBlame(crash: ParsedCrash, repository: Repository): Blame {
  const { blame, related, goroutine, witnesses } = findGuilt(investigate(crash, repository));
  const own = goroutine === null ? null : testedPackageOf(goroutine.frames, goroutine.createdBy);
  return {
    blame: blame === null ? null : plainFrame(blame),
    related: distinct(related, blame),
    test: culpritTest(crash, goroutine, witnesses),
    package: own ?? testedPackage(crash),
  };
}

/** Both accesses of a race may be one line; of other lines, one is enough. */
function distinct(related: readonly RelatedFrame[], blame: Frame | null): RelatedFrame[] {
  const seen = new Set<string>();
  return related
    .filter(({ file, line, role }) => {
      const key = `${role}\n${file}\n${String(line)}`;
      const known = seen.has(key);
      seen.add(key);
      return !known;
    })
    .filter((frame) => !isSameLine(frame, blame) || / access$/.test(frame.role))
    .slice(0, maxRelated);
}
