import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareProfiles, type DifferenceRow } from '../../src/heap/difference.ts';
import type { PprofProfile } from '../../src/heap/profile.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { pprofTop, type TopRow } from '../support/pprof-top.ts';
import { figuresOf, openedProfile, stdProfile, testPrograms } from '../support/std-profiles.ts';
import { tempFolder } from '../support/temp-folder.ts';

const packages = [
  ...['bufio', 'bytes', 'encoding/csv', 'encoding/json', 'go/format'],
  ...['net/url', 'regexp', 'slices', 'strings', 'text/template'],
];
const rates = [1, 512, 4096];
const sampleTypes = ['alloc_space', 'alloc_objects', 'inuse_space', 'inuse_objects'];

let folder: string;
let programs: Map<string, string>;

beforeAll(() => {
  folder = tempFolder();
  programs = testPrograms(folder, packages);
});

function profileOf(packageName: string, rate: number, times = 1): string {
  const name = `${packageName.replace('/', '-')}-${String(rate)}-${String(times)}.pprof`;
  return stdProfile(programs.get(packageName)!, packageName, rate, join(folder, name));
}

/** The rows of one profile, as go tool pprof has them. */
function rowsOf(profile: PprofProfile, sampleType: string): DifferenceRow[] {
  const difference = compareProfiles(profile, profile, sampleType);
  if (difference.kind === 'refused') throw new Error(difference.because);
  return difference.rows;
}

function named(rows: [string, TopRow][]): Record<string, TopRow> {
  const present = rows.filter(([, { flat, cumulative }]) => flat !== 0 || cumulative !== 0);
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(packages)('the profiles of %s', (packageName) => {
  it.each(rates)('at rate %d have the rows of go tool pprof, to the last byte', async (rate) => {
    const path = profileOf(packageName, rate);
    const profile = openedProfile(path);
    const figures = figuresOf(path, packageName);
    expectFiguresConserved(figures);
    expect(figures.sampling.rate).toBe(rate);
    const totals = [
      ...[figures.totals.allocBytes, figures.totals.allocObjects],
      ...[figures.totals.inuseBytes, figures.totals.inuseObjects],
    ];
    for (const [index, sampleType] of sampleTypes.entries()) {
      const top = await pprofTop(sampleType, path);
      expect(top.total).toBe(totals[index]);
      const rows = rowsOf(profile, sampleType).map((row): [string, TopRow] => [
        row.function,
        { flat: row.flat.head, cumulative: row.cumulative.head },
      ]);
      expect(named(rows)).toEqual(named([...top.rows]));
    }
    // Of the first functions, the record keeps the same.
    const top = await pprofTop('alloc_space', path);
    for (const row of figures.functions.filter((row) => row.function !== '(others)'))
      expect([row.function, row.allocBytes, row.cumulativeAllocBytes]).toEqual([
        row.function,
        top.rows.get(row.function)?.flat,
        top.rows.get(row.function)?.cumulative,
      ]);
  });
});

it.each(['encoding/json', 'regexp', 'text/template', 'go/format'])(
  'differences of two profiles of %s are those of -diff_base',
  async (packageName) => {
    const base = profileOf(packageName, 512, 1);
    const head = profileOf(packageName, 512, 2);
    for (const sampleType of sampleTypes) {
      const difference = compareProfiles(openedProfile(base), openedProfile(head), sampleType);
      if (difference.kind === 'refused') throw new Error(difference.because);
      const rows = difference.rows.map(({ function: name, flat, cumulative }): [string, TopRow] => [
        name,
        { flat: flat.head - flat.base, cumulative: cumulative.head - cumulative.base },
      ]);
      const top = await pprofTop(sampleType, head, `-diff_base=${base}`);
      expect(named(rows)).toEqual(named([...top.rows]));
      expect(top.rows.size).toBeGreaterThan(5);
    }
  },
);
