import { clip, listNames, oneLine, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Gap } from '../report/schema.ts';
import type { AttemptJob } from './attempt-jobs.ts';
import type { ReadShard } from './shard-plans.ts';

const shownNames = 5;
/** What a job can have come to without anything having gone wrong in it; null: it still runs, as this one does. */
const harmless: readonly (string | null)[] = ['success', 'skipped', 'neutral', null];

/**
 * A report of an earlier attempt is right where its job did not run again, and wrong where it did and died before it left a new one.
 * The artifacts are the same in both cases: the jobs of the attempt tell them apart. One that is red already hides nothing.
 */
export async function judgeEarlier(
  shards: readonly ReadShard[],
  { attempt, jobs }: { attempt: number; jobs: () => Promise<AttemptJob[]> },
): Promise<{ doubts: string[]; gaps: Gap[] }> {
  const earlier = shards.filter(
    ({ artifact, report }) => artifact.from.attempt < attempt && report.verdict.status === 'pass',
  );
  if (earlier.length === 0) return { doubts: [], gaps: [] };
  let listed: AttemptJob[];
  try {
    listed = await jobs();
  } catch (error) {
    const said = oneLine(error instanceof Error ? error.message : String(error), 300);
    return { doubts: [], gaps: [{ what: unknownText(earlier, attempt, said) }] };
  }
  return { doubts: lostAgain(earlier, listed, attempt), gaps: [] };
}

function lostAgain(
  earlier: readonly ReadShard[],
  jobs: readonly AttemptJob[],
  attempt: number,
): string[] {
  const bad = jobs.filter(({ conclusion }) => !harmless.includes(conclusion));
  const named = jobs.some(({ name }) => earlier.some((one) => isNamed(name, countOf(one))));
  const doubts = earlier.flatMap((one) => {
    // Where no name says which shard it is of, each may be the one of this.
    const job = bad.find(({ name }) => !named || isNamed(name, shareOf(one)));
    if (job === undefined) return [];
    const title = `"${clip(printable(job.name), 100)}" ended with ${clip(printable(job.conclusion ?? ''), 40)}`;
    const which = named ? 'its job' : 'no job names its shard, and the job';
    return [
      `shard ${shareOf(one)} left no report in attempt ${String(attempt)}, and ${which} ${title} there: what it left in attempt ${String(one.artifact.from.attempt)} may no longer be true; run it again`,
    ];
  });
  return [...new Set(doubts)];
}

function unknownText(earlier: readonly ReadShard[], attempt: number, said: string): string {
  const names = earlier.map(
    (one) => `${shareOf(one)} of attempt ${String(one.artifact.from.attempt)}`,
  );
  return `${plural(earlier.length, 'shard')} left no report in attempt ${String(attempt)}, which is right where the job did not run again; shown are ${listNames([...new Set(names)], shownNames)}. Whether they ran again cannot be told: ${said}`;
}

function shareOf({ artifact: { from } }: ReadShard): string {
  return `${String(from.shard.index)}/${String(from.shard.count)}`;
}

function countOf({ artifact: { from } }: ReadShard): string {
  return `\\d+/${String(from.shard.count)}`;
}

/** Whether the name of a job has a share in it: `test (2/4@3f2c1a9, ubuntu)` has 2/4. */
function isNamed(name: string, share: string): boolean {
  return new RegExp(`(?<![\\d/])${share}(?![\\d/])`).test(name);
}
