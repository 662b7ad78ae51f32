import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { maxLeaksBytes, parseLeaksFile } from '../../evidence/leaks-file.ts';
import { selectTests } from '../../gotest/test-selection.ts';
import { leftovers } from '../../leaks/leftover.ts';
import { testsOfLeaks } from '../../leaks/tests-of-leaks.ts';
import { repositoryAt } from '../../machine/source-files.ts';
import type { PlannedPackage } from '../../plan/plan.ts';
import { toldLeaks } from '../../render/leak-words.ts';
import type { Leak } from '../../report/leak-schema.ts';
import type { PackageRun, Report } from '../../report/schema.ts';
import { readBounded } from '../bounded-file.ts';
import type { Cancellation } from '../cancellation.ts';
import { layout } from '../layout.ts';
import type { LegPlan } from '../plan-legs.ts';
import type { Progress } from '../progress.ts';
import { binaryName } from '../prune-binaries.ts';
import type { Rerun, RerunResult } from '../recover/rerun.ts';
import { openReruns } from '../recover/run-rerun.ts';
import type { LegRequest } from '../run-leg.ts';
import { writeLeakTests, type LeakTest } from './leak-tests.ts';

export interface LeakTestSearch {
  out: string;
  directory: string;
  report: Report;
  legs: readonly LegPlan[];
  /** Of a leg that is over. */
  requestOf: (plan: LegPlan) => LegRequest;
  cancellation: Cancellation;
  progress: Pick<Progress, 'searchingLeakTests'>;
}

/** For all packages together, and for each. */
const budgetMs = 60_000;
const maxRuns = 40;
const maxRunMs = 30_000;

/**
 * Finds the tests of leaks that are new or fail the run, where no stack tells them, and leaves them in the run folder. It runs tests
 * again, which takes time that known leaks are not worth. False where there was nothing to find.
 */
export async function searchLeakTests(search: LeakTestSearch): Promise<boolean> {
  const { out, report, legs, cancellation, progress } = search;
  const { failing, open } = toldLeaks(report);
  const wanted = [...failing, ...open.filter(({ standing }) => standing === 'new')].filter(
    ({ kind, test }) => kind === 'goroutine' && test === null,
  );
  if (wanted.length === 0) return false;
  const until = Date.now() + budgetMs;
  for (const plan of legs) {
    const leg = plan.leg.name;
    const found: LeakTest[] = [];
    for (const planned of plan.packages) {
      const own = wanted.filter((leak) => leak.package === planned.package && leak.legs[0] === leg);
      const run = report.packages.find((one) => one.leg === leg && one.package === planned.package);
      // The process of a result from the cache is not one of this run.
      const tests = run === undefined || run.cached ? [] : testsThatEnded(run, planned);
      const mayGoOn = (): boolean => Date.now() < until && cancellation.requested() === null;
      if (own.length === 0 || tests.length === 0 || !mayGoOn()) continue;
      progress.searchingLeakTests(leg, planned.package, own.length);
      const rerun = openReruns(search.requestOf(plan));
      const folder = layout.package(out, leg, planned.package);
      const before = await binariesIn(folder);
      found.push(...(await ofPackage(own, tests, { planned, plan, rerun, mayGoOn, search })));
      // A package that passed needs its binary no longer.
      for (const path of await binariesIn(folder))
        if (!before.includes(path)) await rm(path, { force: true });
    }
    if (found.length > 0) await writeLeakTests(out, leg, found);
  }
  return true;
}

async function binariesIn(folder: string): Promise<string[]> {
  const attempts = await readdir(folder).catch((): string[] => []);
  const paths = attempts.map((attempt) => join(folder, attempt, binaryName));
  const found = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
  return paths.filter((_, at) => found[at] !== null);
}

/** Declared tests of which the events tell an end, in the order of the package. */
function testsThatEnded({ tests: { cases = [] } }: PackageRun, planned: PlannedPackage): string[] {
  const ended = new Set(cases.map(([name]) => name));
  return [...new Set(planned.declared.map(({ name }) => name))].filter((name) => ended.has(name));
}

interface PackageSearch {
  planned: PlannedPackage;
  plan: LegPlan;
  rerun: Rerun;
  mayGoOn: () => boolean;
  search: LeakTestSearch;
}

async function ofPackage(
  leaks: readonly Leak[],
  tests: readonly string[],
  { planned, plan, rerun, mayGoOn, search }: PackageSearch,
): Promise<LeakTest[]> {
  const { declared, package: name } = planned;
  const { run, skip } = plan.leg.goTestFlags;
  const repository = repositoryAt(search.directory);
  let runs = 0;
  const seenAfter = async (wanted: readonly string[]): Promise<ReadonlySet<string> | null> => {
    const selections = selectTests({
      ...{ declared, wanted, leaveOut: [], user: { run, skip }, goMinor: plan.go.minor },
    });
    if ('problem' in selections) return null;
    const seen = new Set<string>();
    for (const selection of selections) {
      runs++;
      const result = await tryRun(rerun, {
        ...{ package: name, purpose: 'leak-tests', tests: selection.tests, env: {}, changes: [] },
        flags: [...new Set([...selection.flags, '-test.bench=', '-test.count=1'])],
        maxMs: maxRunMs,
      });
      const folder = result?.attempt?.folder;
      if (folder === undefined) return null;
      const file = parseLeaksFile(await readBounded(join(folder, 'leaks.txt'), maxLeaksBytes));
      if (file === null) return null;
      for (const { fingerprint } of leftovers(file, repository)) seen.add(fingerprint);
    }
    return seen;
  };
  const found = await testsOfLeaks({
    ...{ tests, seenAfter, mayGoOn: () => runs < maxRuns && mayGoOn() },
    leaks: new Set(leaks.map(({ fingerprint }) => fingerprint)),
  });
  return [...found].map(([fingerprint, test]) => ({ package: name, fingerprint, test }));
}

/** A binary that cannot be run again tells nothing, and is no reason to fail. */
async function tryRun(rerun: Rerun, order: Parameters<Rerun>[0]): Promise<RerunResult | null> {
  try {
    return await rerun(order);
  } catch {
    return null;
  }
}
