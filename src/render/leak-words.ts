import { failsWhereLeaksFail } from '../leaks/failing.ts';
import type { Leak } from '../report/leak-schema.ts';
import type { Report } from '../report/schema.ts';
import { plural } from '../report/plural.ts';

/** The leaks of a report in the groups in which a person is told of them. */
export interface ToldLeaks {
  /** They fail the run. */
  failing: Leak[];
  /** New, or nobody can tell. */
  open: Leak[];
  known: Leak[];
  accepted: Leak[];
}

const reasonOf = { goroutine: 'goroutine-leak', memory: 'memory-leak' } as const;

export function toldLeaks({ leaks = [], verdict }: Pick<Report, 'leaks' | 'verdict'>): ToldLeaks {
  // Only where leaks of a kind fail the run is there a reason of that kind.
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  const told: ToldLeaks = { failing: [], open: [], known: [], accepted: [] };
  for (const leak of leaks) {
    if (leak.accepted !== null) told.accepted.push(leak);
    else if (kinds.has(reasonOf[leak.kind]) && failsWhereLeaksFail(leak)) told.failing.push(leak);
    else if (leak.standing === 'known') told.known.push(leak);
    else told.open.push(leak);
  }
  return told;
}

/**
 * Why leaks that are listed fail nothing, where the settings say that leaks do: as a sentence without its end, null where there are none.
 * `1 of these does not fail the run: nothing recorded tells whether it is new, and nothing proves it`
 */
export function sparedText(
  report: Pick<Report, 'leaks' | 'leaksThatFail' | 'verdict'>,
): string | null {
  const { failing, open } = toldLeaks(report);
  const spared = open.filter(
    (leak) => report.leaksThatFail?.includes(leak.kind) === true && !failsWhereLeaksFail(leak),
  );
  const [first] = spared;
  if (first === undefined) return null;
  const all = failing.length + open.length;
  if (spared.length === 1)
    return `${all === 1 ? 'This leak' : '1 of these'} does not fail the run: nothing recorded tells whether it is new, and nothing proves it`;
  const who = all === spared.length ? 'These leaks' : `${String(spared.length)} of these`;
  return `${who} do not fail the run: nothing recorded tells whether they are new, and nothing proves them`;
}

/** `2 goroutine leaks, 1 memory leak`; `2 more goroutine leaks, 1 more memory leak` */
export function countedLeaks(leaks: readonly Leak[], more: '' | 'more ' = ''): string {
  const count = (kind: Leak['kind']): number => leaks.filter((leak) => leak.kind === kind).length;
  const parts = (['goroutine', 'memory'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => plural(count(kind), `${more}${kind} leak`));
  return parts.join(', ');
}
