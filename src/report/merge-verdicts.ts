import type { Reason, Report, Verdict } from './schema.ts';

/**
 * The verdict on a run that several jobs shared: the worst of theirs. What nobody saw makes it incomplete at best, and that no test
 * ran can be told only of all of them.
 * @param doubts why the reports may not be all of the run
 */
export function mergeVerdicts(
  pieces: readonly Pick<Report, 'verdict' | 'packages' | 'shard'>[],
  doubts: readonly string[],
): Verdict {
  const reasons: Reason[] = [
    ...distinct(pieces.flatMap(({ verdict }) => verdict.reasons)),
    ...doubts.map((message): Reason => ({ kind: 'lost', message })),
  ];
  const ran = pieces.some(({ packages }) =>
    packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0),
  );
  const empty = !ran && reasons.length === 0;
  if (empty) reasons.push({ kind: 'no-tests', message: 'no test ran in any package' });
  const statuses = pieces.map(({ verdict }) => verdict.status);
  if (statuses.includes('fail')) return { status: 'fail', reasons };
  const waived = pieces.length > 0 && pieces.every(({ shard }) => shard?.emptyPasses === true);
  const complete = doubts.length === 0 && (!empty || waived) && !statuses.includes('incomplete');
  return { status: complete ? 'pass' : 'incomplete', reasons };
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
