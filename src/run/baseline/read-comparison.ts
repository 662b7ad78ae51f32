import { compare, type PackageBase } from '../../heap/compare/compare.ts';
import { renames, unclearRenames } from '../../heap/renames.ts';
import { repositoryAt } from '../../machine/source-files.ts';
import type { Comparison, Why } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import { readAgain } from './again.ts';
import { readBaselineFile, type BaselineFile, type StoredBase } from './baseline-file.ts';
import { packageOfLeg } from './find-bases.ts';
import { readGrowth, readRecorded, type GrowthFile } from './growth-file.ts';

interface ComparedRun {
  run: string;
  /** Folder of the module. */
  directory: string;
  module: string | null;
}

/** The comparison that a run folder has everything for; null where nothing was to be compared. */
export async function readComparison(
  out: string,
  plan: ComparedRun,
  heads: readonly HeapRecord[],
): Promise<Comparison | null> {
  const file = await readBaselineFile(out);
  return file?.run === plan.run ? comparisonOf(out, file, plan, heads) : null;
}

/** The same for a baseline that is read already: with 200 packages that takes a second. */
export async function comparisonOf(
  out: string,
  file: BaselineFile,
  plan: Pick<ComparedRun, 'directory' | 'module'>,
  heads: readonly HeapRecord[],
): Promise<Comparison> {
  const comparison = compareWith(file, heads, plan.module, {
    head: await readAgain(out, 'head'),
    base: await readAgain(out, 'base'),
  });
  const growth = await readGrowth(out);
  return {
    ...comparison,
    packages: comparison.packages.map((item) => withFindings(item, growth, plan.directory)),
    problems: [...comparison.problems, ...(growth?.problems ?? [])],
    recorded: await readRecorded(out),
  };
}

/** The bases of a run, those of renamed packages under their new names. */
export function basesFor(
  file: BaselineFile,
  heads: readonly HeapRecord[],
): {
  bases: PackageBase[];
  removed: StoredBase[];
} {
  const added = addedPackages(file, heads);
  const newNames = renames(
    file.gone.map(({ record }) => record),
    added,
  );
  const renamed = added.flatMap((head) => {
    const from = newNames.get(head.package);
    const base = file.gone.find((item) => item.package === from && item.leg === head.leg);
    return base === undefined
      ? []
      : [{ ...base, package: head.package, renamedFrom: base.package }];
  });
  const taken = new Set(
    renamed.map(({ leg, renamedFrom }) => packageOfLeg({ leg, package: renamedFrom })),
  );
  return {
    bases: [...file.bases, ...renamed],
    removed: file.gone.filter((item) => !taken.has(packageOfLeg(item))),
  };
}

function addedPackages(file: BaselineFile, heads: readonly HeapRecord[]): HeapRecord[] {
  const known = new Set(file.bases.map(packageOfLeg));
  return heads.filter((head) => !known.has(packageOfLeg(head)));
}

function compareWith(
  file: BaselineFile,
  heads: readonly HeapRecord[],
  modulePath: string | null,
  again: { head: HeapRecord[]; base: HeapRecord[] },
): Comparison {
  const { settings, noBase, accepted, today, problems } = file;
  const base =
    file.base === null
      ? null
      : { commit: file.base.commit, reason: file.base.reason, exact: file.base.exact };
  const unclear = unclearRenames(
    file.gone.map(({ record }) => record),
    addedPackages(file, heads),
  );
  return compare({
    ...{ settings, base, noBase, accepted, today, again, modulePath },
    problems: [...problems, ...unclear],
    partial: file.partial === true,
    elsewhere: file.elsewhere ?? [],
    ...basesFor(file, heads),
    heads: [...heads],
  });
}

function withFindings(
  item: Comparison['packages'][number],
  growth: GrowthFile | null,
  directory: string,
): Comparison['packages'][number] {
  const found = growth?.packages[packageOfLeg(item)];
  const why = item.why === null ? null : withSource(item.why, directory);
  if (found === undefined) return { ...item, why };
  const { page, ...findings } = found;
  return { ...item, page, why: why === null ? null : { ...why, ...findings } };
}

/** The text of the lines that allocate most now. */
function withSource(why: Why, directory: string): Why {
  const repository = repositoryAt(directory);
  return {
    ...why,
    functions: why.functions.map((item) => ({
      ...item,
      lines: item.lines.map((line) => ({
        ...line,
        source: repository.lines(item.file)?.[line.line - 1]?.trim().slice(0, 300) ?? '',
      })),
    })),
  };
}
