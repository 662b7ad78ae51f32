import { join } from 'node:path';
import { withWorktree } from '../../baseline/worktree.ts';
import { checkoutOf } from '../../machine/go-modules.ts';
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

export interface ConfirmRequest {
  out: string;
  settings: Settings;
  legs: readonly LegPlan[];
  guard: GuardOrder;
  file: BaselineFile;
  grown: readonly { package: string; leg: string }[];
  /** What grew in all runs of the head, which nobody can call a change or chance yet. */
  doubtful: () => Promise<readonly { package: string; leg: string }[]>;
  progress: Progress;
}

/** The head's first measurement is the run itself. */
const headRounds = [2, 3];
const baseRounds = [1, 2, 3];
/** Where the head alone was measured first. */
const lateBaseRounds = [1, 2];

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
  const atBase = (
    packages: ConfirmRequest['grown'],
    measure: (checkout: string) => Promise<void>,
  ): Promise<string[]> => inBaseCheckout({ ...request, grown: packages }, ports, measure);
  const head = (number: number): Promise<void> =>
    measureSide(request, ports, { side: 'head', number, ...headPlace(request) });
  try {
    if (confirm === 'base' && file.base !== null) {
      // Interleaved, so that what the machine does meanwhile happens to both.
      const problems = await atBase(grown, async (directory) => {
        for (const number of baseRounds) {
          await measureSide(request, ports, { side: 'base', number, directory, packages: grown });
          if (headRounds.includes(number + 1)) await head(number + 1);
        }
      });
      if (problems.length === 0) return [];
      for (const number of headRounds) await head(number);
      return problems;
    }
    for (const number of headRounds) await head(number);
    const doubtful = await request.doubtful();
    if (doubtful.length === 0 || file.base === null) return [];
    return await atBase(doubtful, async (directory) => {
      for (const number of lateBaseRounds)
        await measureSide(request, ports, { side: 'base', number, directory, packages: doubtful });
    });
  } catch (error) {
    return [`what grew could not be measured again: ${(error as Error).message}`];
  }
}

function headPlace({ settings, grown }: ConfirmRequest): Pick<OneSide, 'directory' | 'packages'> {
  return { directory: settings.directory, packages: grown };
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
  const { settings, guard, out, progress, file } = request;
  const bases = new Map(file.bases.map((base) => [packageOfLeg(base), base]));
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
