import type { StoredPackage } from '../report/baseline-view.ts';
import { nearest } from '../settings/nearest.ts';

/** A package that the user named, or the name that they may have meant. */
export type FoundPackage =
  { kind: 'found'; packages: StoredPackage[] } | { kind: 'unknown'; nearest: string | null };

/** The records of a package by its import path, by the end of it, or by `./FOLDER`. */
export function findPackage(packages: readonly StoredPackage[], name: string): FoundPackage {
  const wanted = name.replace(/^\.\/+/, '').replace(/\/+$/, '');
  const isRoot = wanted === '' || wanted === '.';
  const exact = packages.filter(({ key }) =>
    isRoot ? key.package === key.module : key.package === wanted,
  );
  if (exact.length > 0) return { kind: 'found', packages: exact };
  const byEnd = packages.filter(({ key }) => key.package.endsWith(`/${wanted}`));
  if (!isRoot && byEnd.length > 0) return { kind: 'found', packages: byEnd };
  const names = [...new Set(packages.map(({ key }) => key.package))];
  const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const near =
    nearest(wanted, names) ??
    names.find((path) => last(path) === nearest(last(wanted), names.map(last)));
  return { kind: 'unknown', nearest: near ?? null };
}
