import { findPackage } from '../baseline/find-package.ts';
import { readLine, sameButRate } from '../baseline/record-line.ts';
import { readContents, type ReadContents } from '../baseline/store-contents.ts';
import type { BaselineStore } from '../baseline/store.ts';
import { trendsOf } from '../heap/trend.ts';
import {
  accountText,
  problemLines,
  renderContents,
  renderFigures,
} from '../render/baseline-contents.ts';
import { renderRecord } from '../render/baseline-record.ts';
import type { Page } from '../render/inspection-page.ts';
import { renderTrend } from '../render/trend.ts';
import type { PackageTrend, StoreContents, StoredPackage } from '../report/baseline-view.ts';
import { InputError } from '../settings/input-error.ts';
import {
  answered,
  openNamedStore,
  type OpenedStore,
  type StoreFlags,
  type StorePorts,
} from './baseline-store.ts';

export interface ListFlags extends StoreFlags {
  json?: true;
}

export interface ShowFlags extends ListFlags {
  trend?: true;
}

/** Records that are read for the trend of one package, and of all packages together. */
const maxRecords = 200;
const maxRecordsInAll = 1000;
const leastRecordsEach = 10;

/** What `baseline list` prints. Throws an InputError or a StoreError. */
export async function listBaseline(
  flags: ListFlags,
  ports: StorePorts,
  page: Page,
): Promise<string> {
  const { store, ancestors } = await openNamedStore(flags, ports);
  const { contents } = answered(store, await readContents(store, ancestors));
  return flags.json === true ? json(contents) : renderContents(contents, page);
}

/** What `baseline show` prints: figures of all packages or of one, or how they went. Throws an InputError or a StoreError. */
export async function showBaseline(
  name: string | undefined,
  flags: ShowFlags,
  ports: StorePorts,
  page: Page,
): Promise<string> {
  const opened = await openNamedStore(flags, ports);
  const { store, ancestors } = opened;
  const read = answered(store, await readContents(store, ancestors));
  const { contents } = read;
  if (contents.records === 0) throw noHeapRecord(contents);
  const wanted = name === undefined ? contents.packages : named(name, contents);
  if (flags.trend === true) return showTrends(wanted, store, read, flags, page);
  if (name === undefined)
    return flags.json === true ? json(contents) : renderFigures(contents, page);
  return showRecords(wanted, opened, read, flags, page);
}

async function showRecords(
  wanted: readonly StoredPackage[],
  { store, ancestors }: OpenedStore,
  { contents, keys }: ReadContents,
  flags: ShowFlags,
  page: Page,
): Promise<string> {
  const problems = [...contents.problems];
  const found = [];
  for (const group of byMeasurement(wanted)) {
    const line = answered(store, await readLine(store, keys, group, 1));
    problems.push(...line.problems);
    found.push(...line.records.slice(-1));
  }
  if (flags.json === true) return json({ records: found, problems });
  const distance = (commit: string): number | null => {
    const at = ancestors.indexOf(commit);
    return at < 0 ? null : at;
  };
  return [
    ...problemLines(page, problems).map((line) => `${line}\n`),
    found.map((record) => renderRecord(record, distance(record.commit), page)).join('\n'),
  ].join('');
}

async function showTrends(
  wanted: readonly StoredPackage[],
  store: BaselineStore,
  { contents, keys }: ReadContents,
  flags: ShowFlags,
  page: Page,
): Promise<string> {
  const groups = byMeasurement(wanted);
  const fair = Math.floor(maxRecordsInAll / Math.max(1, groups.length));
  const limit = Math.min(maxRecords, Math.max(leastRecordsEach, fair));
  const problems = [...contents.problems];
  const packages: PackageTrend[] = [];
  for (const group of groups) {
    const line = answered(store, await readLine(store, keys, group, limit));
    problems.push(...line.problems);
    const key = line.records.at(-1)?.key;
    if (key !== undefined) packages.push({ key, trends: trendsOf(line.records) });
  }
  if (flags.json === true) return json({ packages, problems });
  return [
    ...problemLines(page, problems).map((line) => `${line}\n`),
    packages.map((trend) => renderTrend(trend, page)).join('\n'),
  ].join('');
}

function named(name: string, contents: StoreContents): StoredPackage[] {
  const found = findPackage(contents.packages, name);
  if (found.kind === 'found') return found.packages;
  const hint = found.nearest === null ? '' : `did you mean ${found.nearest}? `;
  throw new InputError([
    {
      where: name,
      what: `${contents.store} has no record of such a package`,
      fix: `${hint}"go-crash-guard baseline list" shows all`,
    },
  ]);
}

function noHeapRecord({ store, problems, ...account }: StoreContents): InputError {
  const others = accountText(account);
  const what =
    others === 'nothing' ? 'nothing is recorded' : `no heap usage is recorded, only ${others}`;
  return new InputError([
    {
      where: store,
      what: [what, ...problems].join('; '),
      fix: '"go-crash-guard run" with the memory leg on a clean commit records it; or name another store with --baseline',
    },
  ]);
}

/** Keys that differ in their rate alone belong together. */
function byMeasurement(packages: readonly StoredPackage[]): StoredPackage['key'][][] {
  const groups = new Map<string, StoredPackage['key'][]>();
  for (const { key } of packages) {
    const id = sameButRate(key);
    groups.set(id, [...(groups.get(id) ?? []), key]);
  }
  return [...groups.values()];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
