import { topLevel } from '../crash/blame/running-tests.ts';
import type { TestEvent } from './event.ts';
import { isBenchmark, type PackageFold } from './package-fold.ts';

const maxStrangers = 10_000;

/**
 * A test that runs its own binary again and hands on its arguments (`os.Args[1:]`) has test2json take what the child writes for its
 * own: the child's tests would count as run. package testing begins a test only when the one before has ended or waits for its turn
 * (t.Parallel), and says so first: what begins while another test is at work is none of this process, until that one has ended.
 * A child that runs the very test that started it cannot be told from it.
 */
export function isStrangers(fold: PackageFold, { action, test }: TestEvent): boolean {
  const top = topLevel(test);
  if (action === 'run' && test === top && fold.strangers.size < maxStrangers) {
    const host = atWork(fold, test);
    if (host !== undefined) fold.strangers.set(test, host);
  }
  return fold.strangers.has(top);
}

/** What begins from now on is the process's own. */
export function forgetStrangers({ strangers }: PackageFold, host: string): void {
  for (const [stranger, of] of strangers) if (of === host) strangers.delete(stranger);
}

/** The top-level test that is at work while another one begins. */
function atWork({ running, paused }: PackageFold, begins: string): string | undefined {
  if (isBenchmark(begins) || running.has(begins) || running.size === paused.size) return undefined;
  for (const test of running.keys())
    if (!test.includes('/') && !paused.has(test) && !isBenchmark(test)) return test;
  return undefined;
}
