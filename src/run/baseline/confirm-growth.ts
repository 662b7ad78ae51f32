import { join } from 'node:path';
import { withWorktree } from '../../baseline/worktree.ts';
import { checkoutOf } from '../../machine/go-modules.ts';
import type { PackageBase } from '../../heap/compare/compare.ts';
import { placeInRepository } from '../../machine/source-files.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { Settings } from '../../settings/settings.ts';
import { layout } from '../layout.ts';
import { measureAgain, type MeasurePorts } from '../measure-again.ts';
import type { LegPlan } from '../plan-legs.ts';
import type { Progress } from '../progress.ts';
import type { GuardOrder } from '../run-leg.ts';
import { writeAgain, type Side } from './again.ts';
import type { BaselineFile } from './baseline-file.ts';
import { packageOfLeg } from './find-bases.ts';

export type Grown = readonly { package: string; leg: string }[];

export interface ConfirmRequest {
  out: string;
  settings: Settings;
  legs: readonly LegPlan[];
  guard: GuardOrder;
  file: BaselineFile;
  /** What is compared with; what was renamed is here under its new name. */
  bases: readonly PackageBase[];
  grown: Grown;
  /** What grew in all runs of the head, which nobody can call a change or chance yet. */
  doubtful: () => Promise<Grown>;
  /** What would block for a single test alone, on few measurements. */
  single: () => Promise<Grown>;
  progress: Progress;
}

/** Rounds of one side; the head's first measurement is the run itself. */
interface Rounds {
  head: readonly number[];
  base: readonly number[];
}

const bestOfThree: Rounds = { head: [2, 3], base: [1, 2, 3] };
/** Where the head alone was measured first. */
const lateBase: Rounds = { head: [], base: [1, 2] };
/** Where a single test would block and three runs may be chance. */
const further: Rounds = { head: [4, 5], base: [4, 5] };

/**
 * Measures what grew again: one growth in a hundred is chance. The base's commit is measured too where that is asked for, and where
 * nothing else can tell a change from chance. Returns what could not be measured.
 */
export async function confirmGrowth(
  request: ConfirmRequest,
  ports: MeasurePorts,
): Promise<string[]> {
  const { grown, file } = request;
  const { confirm } = request.settings.heap;
  if (confirm === 'off') return [];
  const headOnly = { ...bestOfThree, base: [] };
  const measure = (rounds: Rounds, packages: Grown): Promise<string[]> =>
    measureRounds({ ...request, grown: packages }, ports, rounds);
  try {
    const withBase = confirm === 'base' && file.base !== null;
    const problems = await measure(withBase ? bestOfThree : headOnly, grown);
    if (withBase && problems.length > 0) await measure(headOnly, grown);
    if (file.base === null || problems.length > 0) return problems;
    const doubtful = withBase ? [] : await request.doubtful();
    problems.push(...(await measure(lateBase, doubtful)));
    return [...problems, ...(await measure(further, await request.single()))];
  } catch (error) {
    return [`what grew could not be measured again: ${(error as Error).message}`];
  }
}

/** Base and head in turn, so that what the machine does meanwhile happens to both. */
async function measureRounds(
  request: ConfirmRequest,
  ports: MeasurePorts,
  rounds: Rounds,
): Promise<string[]> {
  const { settings, grown: packages } = request;
  if (packages.length === 0) return [];
  const { directory } = settings;
  const base = [...rounds.base];
  const inTurn = async (checkout: string): Promise<void> => {
    for (const number of [...rounds.head, null]) {
      const next = base.shift();
      if (next !== undefined)
        await measureSide(request, ports, {
          ...{ side: 'base', number: next, directory: checkout, packages },
        });
      if (number !== null)
        await measureSide(request, ports, { side: 'head', number, directory, packages });
    }
    for (const number of base)
      await measureSide(request, ports, { side: 'base', number, directory: checkout, packages });
  };
  if (base.length > 0) return inBaseCheckout(request, ports, inTurn);
  await inTurn(directory);
  return [];
}

async function inBaseCheckout(
  { file, settings }: ConfirmRequest,
  ports: MeasurePorts,
  measure: (directory: string) => Promise<void>,
): Promise<string[]> {
  const { directory } = settings;
  const place = placeInRepository(directory);
  const commit = file.base?.commit ?? '';
  const { run, env } = ports;
  const used = await withWorktree(run, env, checkoutOf(directory), commit, (checkout) =>
    measure(join(checkout, place)),
  );
  return used.kind === 'used' ? [] : [`the base was not measured again: ${used.problem}`];
}

interface OneSide {
  side: Side;
  number: number;
  directory: string;
  packages: ConfirmRequest['grown'];
}

async function measureSide(
  request: ConfirmRequest,
  ports: MeasurePorts,
  { side, number, directory, packages: wanted }: OneSide,
): Promise<void> {
  const { settings, guard, out, progress } = request;
  const bases = new Map(request.bases.map((base) => [packageOfLeg(base), base]));
  const records: HeapRecord[] = [];
  for (const { leg } of request.legs) {
    const packages = wanted
      .filter((item) => item.leg === leg.name)
      .map((item) => ({ name: item.package, base: bases.get(packageOfLeg(item)) }));
    if (packages.length === 0 || ports.cancellation.requested() !== null) continue;
    // What was renamed had another name at the base.
    const names = new Map(
      packages.map(({ name, base }) => [(side === 'base' && base?.renamedFrom) || name, name]),
    );
    const rates = packages.map(({ name, base }): [string, number] => [
      (side === 'base' && base?.renamedFrom) || name,
      base?.record.sampling.rate ?? 0,
    ]);
    progress.measuredAgain(
      leg.name,
      side,
      number,
      packages.map(({ name }) => name),
    );
    const measured = await measureAgain(
      {
        ...{ settings, leg, directory, guard },
        packages: [...names.keys()],
        out: layout.again(out, `${side}-${String(number)}-${leg.name}`),
        rates: new Map(rates),
      },
      ports,
    );
    for (const record of measured)
      records.push({ ...record, package: names.get(record.package) ?? record.package });
  }
  await writeAgain(out, side, number, records);
}
