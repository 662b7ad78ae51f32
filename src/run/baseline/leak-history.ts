import type { RunRecord } from '../../baseline/record.ts';
import { worstFirst } from '../../leaks/failing.ts';
import { standingOf, type PastLeaks } from '../../leaks/standing.ts';
import type { Leak } from '../../report/leak-schema.ts';
import type { PackageRun, Report } from '../../report/schema.ts';
import { withLeakTests } from '../leaks/leak-tests.ts';
import { readPastRuns } from './crash-history.ts';

const kinds = ['goroutine', 'memory'] as const;
type Kind = Leak['kind'];

/** What a record keeps of a run's leaks; nothing where nobody looked for any. */
export function leaksToKeep({
  leaks,
  packages,
}: Pick<Report, 'leaks' | 'packages'>): Pick<RunRecord, 'leaks'> {
  if (leaks === undefined) return {};
  const partly: NonNullable<RunRecord['leaks']>['partly'] = {};
  for (const kind of kinds) {
    const unseen = partlySeen(packages, kind);
    if (unseen !== null) partly[kind] = unseen;
  }
  return {
    leaks: {
      found: leaks.map(({ kind, package: name, fingerprint, site }) => ({
        ...{ kind, package: name, fingerprint },
        site: site === null ? null : `${site.file}:${String(site.line)}`.slice(0, 4096),
      })),
      partly,
    },
  };
}

/** Packages of which some leg does not know all leaks; null where nobody looked for this kind at all. */
function partlySeen(packages: readonly PackageRun[], kind: Kind): string[] | null {
  const asked = packages.filter(({ leaksSeen }) => leaksSeen?.[kind] !== undefined);
  if (asked.length === 0) return null;
  const partly = asked.filter(({ leaksSeen }) => leaksSeen?.[kind] !== 'all');
  return [...new Set(partly.map((run) => run.package))];
}

/** The leaks with what recorded runs say of them and the tests that were found, the worst first; null where nobody looked for any. */
export async function withLeakStanding(
  out: string,
  legs: readonly { name: string }[],
  leaks: readonly Leak[] | undefined,
): Promise<Leak[] | null> {
  if (leaks === undefined) return null;
  if (leaks.length === 0) return [];
  const runs = (await readPastRuns(out)).toSorted(
    (a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt),
  );
  const past = {
    goroutine: runs.flatMap((run) => pastOf(run, 'goroutine')),
    memory: runs.flatMap((run) => pastOf(run, 'memory')),
  };
  const named = await withLeakTests(out, legs, leaks);
  return worstFirst(
    named.map((leak) => ({ ...leak, standing: standingOf(leak, past[leak.kind]) })),
  );
}

function pastOf({ leaks }: RunRecord, kind: Kind): PastLeaks[] {
  const partly = leaks?.partly[kind];
  if (leaks === undefined || partly === undefined) return [];
  const found = leaks.found.filter((leak) => leak.kind === kind);
  return [
    {
      fingerprints: new Set(found.map(({ fingerprint }) => fingerprint)),
      partly: new Set(partly),
    },
  ];
}
