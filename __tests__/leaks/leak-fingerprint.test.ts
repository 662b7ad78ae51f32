import { expect, it } from '@jest/globals';
import { leakFingerprint } from '../../src/leaks/leak-fingerprint.ts';
import { noRepository, type Repository } from '../../src/crash/source/repository.ts';
import { processorMs } from '../support/processor-time.ts';

const file = 'p/long.go';

/** A file that is one function of so many lines, each of which starts a goroutine. */
function longFunction(lines: number, text: string): Repository {
  const source = ['func run() {', ...Array.from({ length: lines }, () => text), '}'];
  return { ...noRepository, lines: (name) => (name === file ? source : null) };
}

function fingerprintOf(line: number, repository: Repository): string {
  const site = { function: 'm/p.run.func1', file, line };
  return leakFingerprint(
    { what: 'chan receive', frames: [site], createdBy: { ...site, function: 'm/p.run' } },
    (frame) => ({ ...frame, file }),
    repository,
  );
}

it('each of 2,000 leaks in one long function has its own fingerprint, and none takes the time of all', () => {
  // The text of a line costs most where it looks like one comment after the other.
  const repository = longFunction(1990, `\tgo work() ${'//"'.repeat(150)}`);
  let found = new Set<string>();
  const spentMs = processorMs(() => {
    found = new Set(Array.from({ length: 1990 }, (_, at) => fingerprintOf(at + 2, repository)));
  });
  expect(found.size).toBe(1990);
  expect(spentMs).toBeLessThan(10_000);
}, 600_000);
