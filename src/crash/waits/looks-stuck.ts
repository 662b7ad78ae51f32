import type { Waits } from '../../report/waits-schema.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { noRepository, type Repository } from '../source/repository.ts';
import { effortFor } from './effort.ts';
import type { FoundWaits } from './found-waits.ts';
import { readWaits, type WaitsRequest } from './read-waits.ts';

/**
 * Whether tests that run will never end, by what all goroutines of their process do at one moment: they wait for each other, and nobody
 * is left who could wake them. Timers, the network, system calls and goroutines that can run all keep the answer null; so does whatever
 * cannot be read. Without the repository little can be told.
 */
export function looksStuck(
  goroutines: readonly Goroutine[],
  runningTests: readonly string[],
  repository: Repository = noRepository,
): Waits | null {
  return lookForStuck(goroutines, runningTests, repository).waits;
}

/** The same, and whether all was looked through. */
export function lookForStuck(
  goroutines: readonly Goroutine[],
  runningTests: readonly string[],
  repository: Repository,
): FoundWaits {
  if (runningTests.length === 0) return { waits: null, gaveUp: false };
  const request = { goroutines, repository, runningTests, isCut: false };
  const marked = goroutines.some(({ leaked }) => leaked)
    ? waitsWithin({ ...request, proof: 'leaked' })
    : null;
  return marked !== null && marked.waits !== null
    ? marked
    : orGivenUp(marked, waitsWithin({ ...request, proof: null }));
}

/** What a dump of its size may cost is spent on it. */
export function waitsWithin(request: WaitsRequest): FoundWaits {
  const effort = effortFor(request.goroutines.length);
  const waits = readWaits(request, effort);
  return { waits, gaveUp: effort.gaveOut() };
}

function orGivenUp(before: FoundWaits | null, found: FoundWaits): FoundWaits {
  return { ...found, gaveUp: found.gaveUp || before?.gaveUp === true };
}
