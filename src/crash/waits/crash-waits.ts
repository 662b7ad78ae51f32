import type { Waits } from '../../report/waits-schema.ts';
import { isForeign } from '../blame/foreign.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import { noRepository, type Repository } from '../source/repository.ts';
import { effortFor, sharedEffort, type SharedEffort } from './effort.ts';
import type { FoundWaits } from './found-waits.ts';
import { readWaits, type WaitsRequest } from './read-waits.ts';

interface Row {
  kind: ParsedCrash['kind'];
  message: RegExp;
  sample: string;
  proof: WaitsRequest['proof'];
  /** What the runtime says holds for the goroutines of the bubble alone. */
  inBubble?: true;
}

/** Crashes of processes that did not get on. */
export const rows: readonly Row[] = [
  { kind: 'timeout', message: /^/, sample: 'test timed out after 2s', proof: null },
  { kind: 'signal', message: /^quit$/, sample: 'quit', proof: null },
  {
    kind: 'fatal-error',
    message: /- deadlock!$/,
    sample: 'all goroutines are asleep - deadlock!',
    proof: 'all-asleep',
  },
  {
    kind: 'panic',
    message: /^deadlock: /,
    sample: 'deadlock: all goroutines in bubble are blocked',
    proof: 'all-asleep',
    inBubble: true,
  },
  {
    kind: 'goroutine-leak',
    message: /^leaked goroutines$/,
    sample: 'leaked goroutines',
    proof: 'leaked',
  },
];

/** Who waits for whom in a process that did not get on; null for other crashes, and where nothing says that it never would have. */
export function crashWaits(crash: ParsedCrash, repository: Repository): Waits | null {
  return lookForWaits(crash, repository, sharedEffort()).waits;
}

/** The same as a part of what several crashes may cost together. */
export function lookForWaits(
  crash: ParsedCrash,
  repository: Repository,
  shared: SharedEffort,
): FoundWaits {
  const row = rows.find(({ kind, message }) => kind === crash.kind && message.test(crash.message));
  if (row === undefined) return { waits: null, gaveUp: false };
  const all = crash.stacks.map(({ goroutine }) => goroutine);
  const goroutines = row.inBubble ? all.filter(({ bubble }) => bubble !== null) : all;
  const effort = effortFor(goroutines.length, shared);
  const waits = readWaits(
    {
      goroutines,
      repository: isForeign(crash, repository) ? noRepository : repository,
      runningTests: crash.runningTests.map(({ test }) => test),
      isCut: crash.omittedStacks > 0 || crash.truncated,
      proof: row.proof,
    },
    effort,
  );
  shared.left -= effort.spent();
  return { waits, gaveUp: effort.gaveOut() };
}
