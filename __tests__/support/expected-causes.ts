import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageRun } from '../../src/report/schema.ts';
import type { OneOf } from './expected-endings.ts';
import { fixture } from './guarded.ts';
import type { Setup } from './setup.ts';

/** One program and what is right for it; cases.json holds them, and its README says how to read it. */
export interface CauseCase {
  /** Also the name of its capture. */
  case: string;
  /** Its folder in the fixture. */
  package: string;
  leg: string;
  ending: OneOf<string>;
  /** Null where the run is refused as wrong input. */
  id: OneOf<string> | null;
  confidence: OneOf<string>;
  /** Wrong neighbours that the cause must name as excluded. */
  excluded: string[];
  setup: Setup;
  /** A signal from outside while the test runs. */
  action?: { signal: NodeJS.Signals; to: 'test' | 'shim' };
  /** What a refused run says. */
  refused?: string;
  why: string;
}

export const causeCases = JSON.parse(
  readFileSync(join(fixture('causes'), 'cases.json'), 'utf8'),
) as CauseCase[];

/** Cases that can share one run of the command line. */
export function bySetup(cases: readonly CauseCase[]): { setup: Setup; cases: CauseCase[] }[] {
  const groups = new Map<string, { setup: Setup; cases: CauseCase[] }>();
  for (const item of cases) {
    const key = JSON.stringify(item.setup);
    const group = groups.get(key) ?? { setup: item.setup, cases: [] };
    group.cases.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What of a package's run is not as it should be, one line each. */
export function causeMismatches(want: CauseCase, found: PackageRun): string[] {
  const { ending, cause } = found;
  const wrong: string[] = [];
  const check = (what: string, wanted: OneOf<string>, got: string | undefined): void => {
    if (!(Array.isArray(wanted) ? wanted : [wanted]).some((one) => one === got))
      wrong.push(`${what}: want ${JSON.stringify(wanted)}, got ${String(got)}`);
  };
  check('ending', want.ending, ending);
  check('cause', want.id ?? [], cause?.id);
  check('confidence', want.confidence, cause?.confidence);
  if (cause === null) return wrong;
  const excluded = cause.excluded.map(({ id }) => id);
  for (const id of want.excluded)
    if (!excluded.includes(id))
      wrong.push(`excluded: want ${id} among ${JSON.stringify(excluded)}`);
  if (cause.evidence.length === 0) wrong.push('evidence: there is none');
  if (cause.summary === '') wrong.push('summary: there is none');
  if (wrong.length > 0) wrong.push(`it says: ${cause.summary}`);
  return wrong;
}
