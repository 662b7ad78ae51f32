import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryAt } from '../../machine/source-files.ts';
import type { Leak } from '../../report/leak-schema.ts';
import { assembleLeg } from '../assemble.ts';
import { readCancel } from '../cancel-record.ts';
import { layout } from '../layout.ts';
import { writeMemoryLeaks, type MemoryLeaksFile } from '../leaks/memory-leaks.ts';
import type { RecoverRequest } from '../recover/recover.ts';
import { memoryGrowth } from './memory-growth.ts';

/** For one package, and for all of them. */
const packageBudgetMs = 60_000;
const legBudgetMs = 600_000;
/** Of one package. */
const maxNotes = 20;

/** After a leg: looks in each package that passed for memory that grows with every repetition of its tests. */
export async function measureGrowth({
  request,
  runPlan,
  leg,
  rerun,
}: Pick<RecoverRequest, 'request' | 'runPlan' | 'leg' | 'rerun'>): Promise<void> {
  const { out, cancellation, progress, directory } = request;
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Set(
    packages
      .filter(({ ending, cached }) => ending === 'passed' && !cached)
      .map((run) => run.package),
  );
  const scratch = join(layout.leg(out, leg.name), 'growth');
  await mkdir(scratch, { recursive: true });
  const repository = repositoryAt(directory);
  const began = performance.now();
  const until = began + legBudgetMs;
  const stopped = (): boolean => cancellation.requested() !== null;
  const leaks: Leak[] = [];
  const seen: MemoryLeaksFile['seen'] = [];
  try {
    for (const planned of leg.packages) {
      const budgetMs = Math.min(packageBudgetMs, until - performance.now());
      if (stopped() || budgetMs <= 0) break;
      if (!passed.has(planned.package)) continue;
      progress.measuringMemory(leg.name, planned.package);
      const found = await memoryGrowth({
        ...{ rerun, package: planned.package, leg: leg.name, declared: planned.declared },
        ...{ user: leg.testPatterns, goMinor: leg.goMinor, scratch, repository, budgetMs, stopped },
        now: () => performance.now(),
      });
      leaks.push(...found.leaks);
      seen.push(
        found.notes.length === 0
          ? { package: planned.package, how: 'all' }
          : { package: planned.package, how: 'some', notes: found.notes.slice(0, maxNotes) },
      );
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await writeMemoryLeaks(out, leg.name, {
    ...{ leaks, seen, spentMs: performance.now() - began },
  });
}
