import { availableParallelism } from 'node:os';
import { repositoryAt } from '../../machine/source-files.ts';
import { parseDuration } from '../../settings/duration.ts';
import type { StressedPackage } from '../../stress/package-state.ts';
import { assembleLeg } from '../assemble.ts';
import { readCancel } from '../cancel-record.ts';
import { noteCulprits, type RecoverRequest } from '../recover/recover.ts';
import { writeStress } from './stress-file.ts';
import { stressHints, type HintPorts } from './stress-hints.ts';
import { stressLeg } from './stress-leg.ts';

/** After a leg that is to be stressed: repeats the tests of the packages that passed, for the leg's time. */
export async function stressPackages(recovery: RecoverRequest, ports: HintPorts): Promise<void> {
  const { request, runPlan, leg, rerun } = recovery;
  const { out, plan, cancellation, progress, directory } = request;
  const budgetMs = plan.leg.stressMs;
  if (budgetMs === null || cancellation.requested() !== null) return;
  const packages = await passedPackages(recovery, ports);
  if (packages.length === 0) return;
  const { timeout, run, skip } = plan.leg.goTestFlags;
  const report = await stressLeg({
    ...{ rerun, packages, budgetMs, goMinor: leg.goMinor, user: { run, skip } },
    now: () => performance.now(),
    stopped: () => cancellation.requested() !== null,
    progress: (status) => {
      progress.stressing(leg.name, status);
    },
    seed: seedOf(runPlan.run),
    cores: availableParallelism(),
    gorace: plan.env['GORACE'] ?? '',
    timeoutMs: timeout === null ? null : parseDuration(timeout),
    repository: repositoryAt(directory),
  });
  await writeStress(out, leg.name, report);
  await noteCulprits(recovery);
}

async function passedPackages(
  { request, runPlan, leg }: RecoverRequest,
  ports: HintPorts,
): Promise<StressedPackage[]> {
  const { out, directory } = request;
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Map(
    packages
      .filter(({ ending, cached }) => ending === 'passed' && !cached)
      .map((run) => [run.package, run]),
  );
  const planned = leg.packages.filter((item) => passed.has(item.package));
  const hints = await stressHints({ out, directory, packages: planned }, ports);
  return planned.flatMap((item): StressedPackage[] => {
    const run = passed.get(item.package);
    const hint = hints.get(item.package);
    if (run === undefined || hint === undefined) return [];
    return [
      {
        ...{ package: item.package, declared: item.declared, testMain: item.testMain, hints: hint },
        elapsedMs: run.elapsedMs,
        testMs: new Map(
          (run.tests.cases ?? []).map(([name, , elapsedMs]) => [name, elapsedMs ?? 0]),
        ),
      },
    ];
  });
}

/** The first digits of the run's id. */
function seedOf(run: string): number {
  const digits = /[0-9a-f]{6,8}/.exec(run.replaceAll('-', ''))?.[0] ?? '1';
  return Number.parseInt(digits, 16);
}
