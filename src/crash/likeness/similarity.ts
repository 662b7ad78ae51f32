import type { CauseId } from '../../report/cause-ids.ts';
import type { Crash } from '../../report/schema.ts';
import { alignment, createCallReader, type Call, type CallReader } from './stack-alignment.ts';

/** What is compared of a crash. */
export type Comparable = Pick<Crash, 'cause' | 'stacks'>;

export interface Neighbour {
  id: string;
  /** 0 to 1. */
  similarity: number;
}

const maxStacks = 6;
/** The same stack may fail in several ways. */
const otherCause = 0.75;

/**
 * How alike two crashes are, from 0 to 1 for the same stacks. Of two stacks, the best alignment of equal functions counts, as in the
 * position dependent model of ReBucket (Dang et al., ICSE 2012): matches near the top weigh more, and those that have moved against
 * each other weigh less. Three things differ. The frames that every stack has are left out and those of the standard library weigh
 * less, where others learn weights from how rare a frame is (TraceSim, Vasiliev et al., 2020); the sum is set against the heavier
 * stack, not the shorter one, so that a short stack is not everyone's; and frames move by a bounded number of places only. A crash
 * with several stacks (the accesses of a race, goroutines that wait) is compared stack by stack, each with the one that fits best.
 */
export function similarity(a: Comparable, b: Comparable): number {
  const read = createCallReader();
  return compare(prepare(a, read), prepare(b, read));
}

/** The crashes that are most like one, the nearest first; those that have nothing in common with it are left out. */
export function nearest(
  crash: Comparable,
  others: readonly (Comparable & Pick<Crash, 'id'>)[],
  max = 5,
): Neighbour[] {
  const read = createCallReader();
  const own = prepare(crash, read);
  return others
    .map((other) => ({ id: other.id, similarity: compare(own, prepare(other, read)) }))
    .filter((neighbour) => neighbour.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .slice(0, max);
}

interface Prepared {
  cause: CauseId;
  stacks: Call[][];
}

/** The stacks that tell what happened: those of who crashed or raced, else of who waited, else the first. */
function prepare({ cause, stacks }: Comparable, read: CallReader): Prepared {
  const guilty = stacks.filter(({ role }) => ['crashing', 'access', 'previous'].includes(role));
  const waiting = stacks.filter(({ role }) => role === 'waiting');
  const telling = guilty.length > 0 ? guilty : waiting.length > 0 ? waiting : stacks.slice(0, 1);
  const calls = telling.slice(0, maxStacks).map(({ frames }) => read(frames));
  return { cause, stacks: calls.filter((stack) => stack.length > 0) };
}

/** The mean over all stacks of both, each with the one of the other side that is most like it. */
function compare(a: Prepared, b: Prepared): number {
  if (a.stacks.length === 0 || b.stacks.length === 0) return 0;
  const table = a.stacks.map((left) => b.stacks.map((right) => alignment(left, right)));
  const best = [
    ...table.map((row) => Math.max(...row)),
    ...b.stacks.map((_, column) => Math.max(...table.map((row) => row[column] ?? 0))),
  ];
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  return mean * (sameFamily(a.cause, b.cause) ? 1 : otherCause);
}

// A nil dereference is a panic, too.
const panics: readonly CauseId[] = ['panic', 'nil-dereference', 'init-panic'];

function sameFamily(a: CauseId, b: CauseId): boolean {
  return a === b || (panics.includes(a) && panics.includes(b));
}
