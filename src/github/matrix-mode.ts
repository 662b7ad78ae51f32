import { openStore } from '../baseline/open-store.ts';
import { isTracked } from '../baseline/tracked.ts';
import type { Merged } from '../report/merge.ts';
import type { Report } from '../report/schema.ts';
import { keepFigures, type FiguresToKeep } from '../run/baseline/keep-figures.ts';
import type { BaselinePorts } from '../run/baseline/prepare-baseline.ts';
import { planShards } from '../run/plan-shards.ts';
import type { Settings } from '../settings/settings.ts';
import { parseShardCount } from '../settings/shard.ts';

/**
 * The matrix of `mode: plan`, as JSON for `fromJSON`, and a line that says how it came about.
 * @param shards how many are wanted, as the input or flag of that name says it
 * @throws InputError
 */
export async function planMatrix(
  settings: Settings,
  shards: { text: string; where: string },
  ports: BaselinePorts,
): Promise<{ matrix: string; summary: string }> {
  const wanted = parseShardCount(shards.text, shards.where);
  const { matrix, summary } = await planShards(settings, wanted, ports);
  return { matrix: JSON.stringify(matrix), summary };
}

/** Keeps the figures of all shards, once, where a run of all packages would; the Report then says what came of it. */
export async function keepMerged(
  merged: Merged,
  { heap, directory }: Settings,
  ports: BaselinePorts,
): Promise<Report> {
  const { report } = merged;
  const { run, env, baseline: origin } = ports;
  const store = openStore(heap.baseline, { run, env, directory, ...origin });
  if (store === null || report.comparison === null) return report;
  const found = measurementOf(merged);
  const recorded =
    'because' in found
      ? { packages: 0, store: store.name, because: found.because }
      : await keepFigures(store, isTracked(origin.event, found.head, heap.branches), {
          report,
          ...found,
        });
  return { ...report, comparison: { ...report.comparison, recorded } };
}

/** How the figures of all shards were measured; or why they are not kept. */
function measurementOf({
  pieces,
  doubts,
}: Merged): Omit<FiguresToKeep, 'report'> | { because: string } {
  const [doubt] = doubts;
  // What is missing now may be there when its job has run again, and what a store has of a commit stays as it is.
  if (doubt !== undefined) return { because: `the reports are not all of the run: ${doubt}` };
  if (pieces.some(({ verdict }) => verdict.reasons.some(({ kind }) => kind === 'cancelled')))
    return { because: 'a shard was stopped before its end' };
  const lost = pieces.flatMap(({ verdict }) => verdict.reasons).find(({ kind }) => kind === 'lost');
  if (lost !== undefined) return { because: `a shard lost results: ${lost.message}` };
  const measurements = pieces.flatMap(({ shard }) => shard?.measured ?? []);
  const [first] = measurements;
  if (first === undefined) return { because: 'no shard took heap profiles' };
  if (measurements.some(({ head }) => head.commit !== first.head.commit))
    return { because: 'the shards checked out different commits' };
  return {
    head: first.head,
    measured: measurements.flatMap(({ keys, environment }) =>
      keys.map((key) => ({ key, environment })),
    ),
  };
}
