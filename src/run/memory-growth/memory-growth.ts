import type { Repository } from '../../crash/source/repository.ts';
import type { DeclaredTest } from '../../evidence/completeness.ts';
import { growingSites, type GrowingSite } from '../../heap/per-run/growing-sites.ts';
import { memoryLeak } from '../../heap/per-run/memory-leak.ts';
import type { Leak } from '../../report/leak-schema.ts';
import type { Rerun } from '../recover/rerun.ts';
import { compareRuns, type Search } from './compare-runs.ts';

export interface MemoryGrowthRequest {
  rerun: Rerun;
  package: string;
  leg: string;
  /** Those that the leg selects, in the order of the package. */
  declared: readonly DeclaredTest[];
  /** The leg's own -run and -skip; '' for none. */
  user: { run: string; skip: string };
  goMinor: number;
  /** A folder for profiles; absolute. */
  scratch: string;
  repository: Repository;
  /** For this package. */
  budgetMs: number;
  now: () => number;
  stopped: () => boolean;
}

export interface MemoryGrowth {
  leaks: Leak[];
  /** What could not be looked at, and why. */
  notes: string[];
}

/** How often all tests run in the processes that are compared, and how often a suspect alone. */
const together = [1, 4, 16];
const alone = [4, 32, 128];
/** To see which half of the tests it is. */
const halving = [2, 8, 24];
/** Tests that are looked at alone. */
const maxSuspects = 20;

/**
 * The memory of a package that grows with each repetition of its tests in one process: where it is allocated, and by which test. What
 * is kept once (a cache, a pool, sync.Once) does not grow with them. Found in the whole package first, then in each suspect test alone.
 */
export async function memoryGrowth(request: MemoryGrowthRequest): Promise<MemoryGrowth> {
  const search: Search = { ...request, until: request.now() + request.budgetMs, notes: [] };
  const { notes } = search;
  try {
    return { leaks: await leaksOf(search), notes };
  } catch (error) {
    notes.push((error as Error).message);
    return { leaks: [], notes };
  }
}

async function leaksOf(search: Search): Promise<Leak[]> {
  const { tests, sites } = await growthTogether(search);
  const suspects = new Map<string, GrowingSite[]>();
  for (const site of sites) {
    const test = site.test !== null && tests.includes(site.test) ? site.test : null;
    const chosen = test === null ? await halve(search, tests, site) : [test];
    const key = chosen.join('\n');
    suspects.set(key, [...(suspects.get(key) ?? []), site]);
  }
  const leaks: Leak[] = [];
  for (const [key, found] of [...suspects].slice(0, maxSuspects))
    leaks.push(...(await confirm(search, key.split('\n'), found)));
  return leaks;
}

interface Growth {
  /** Tests that can be repeated. */
  tests: string[];
  sites: GrowingSite[];
}

async function growthTogether(search: Search): Promise<Growth> {
  let tests = [...new Set(search.declared.map(({ name }) => name))];
  // Once more without those that cannot be repeated; who fails then fails because they are not there.
  for (let round = 0; round < 2 && tests.length > 0; round++) {
    const compared = await compareRuns(search, tests, together, 'often');
    if (compared.kind === 'runs') return { tests, sites: growingSites(compared.runs) };
    if (compared.kind === 'problem') {
      search.notes.push(compared.because);
      break;
    }
    const failed = new Set(compared.tests);
    for (const test of failed)
      search.notes.push(`${test} fails when it is repeated in one process: not looked at`);
    tests = tests.filter((test) => !failed.has(test));
    if (failed.size === 0) break;
  }
  return { tests: [], sites: [] };
}

/** The memory of a goroutine that no test started: the tests are halved until one is left that makes it grow. */
async function halve(
  search: Search,
  tests: readonly string[],
  site: GrowingSite,
): Promise<readonly string[]> {
  if (tests.length <= 1) return tests;
  const middle = Math.ceil(tests.length / 2);
  for (const half of [tests.slice(0, middle), tests.slice(middle)]) {
    const compared = await compareRuns(search, half, halving, 'often');
    if (compared.kind !== 'runs') continue;
    const grows = growingSites(compared.runs).some(({ key }) => key === site.key);
    if (grows) return halve(search, half, site);
  }
  return tests;
}

/** Nothing is called a leak that does not grow when its tests run without the others, and garbage is collected all the time. */
async function confirm(
  search: Search,
  tests: readonly string[],
  suspects: readonly GrowingSite[],
): Promise<Leak[]> {
  const { package: name, leg, repository } = search;
  const compared = await compareRuns(search, tests, alone, 'always');
  if (compared.kind !== 'runs') {
    const why =
      compared.kind === 'problem'
        ? compared.because
        : 'it fails when it is repeated without the other tests';
    for (const { site } of suspects)
      search.notes.push(
        `memory that is allocated at ${site.file}:${String(site.line)} grows with each repetition; no leak is reported: ${why}`,
      );
    return [];
  }
  const grown = new Map(growingSites(compared.runs).map((site) => [site.key, site]));
  const repetitions = compared.runs.map((run) => run.repetitions);
  const test = tests.length === 1 ? (tests[0] ?? null) : null;
  return suspects.flatMap(({ key }) => {
    const site = grown.get(key);
    if (site === undefined) return [];
    return [memoryLeak({ package: name, leg, site, test, repetitions, repository })];
  });
}
