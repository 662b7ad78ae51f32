import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareProfiles, type DifferenceRow } from '../../src/heap/difference.ts';
import type { PprofProfile } from '../../src/heap/profile.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { pprofTop, type PprofTop, type TopRow } from '../support/pprof-top.ts';
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
      const [before, now] = [await pprofTop(sampleType, base), await pprofTop(sampleType, head)];
      expect(named(rows)).toEqual(named(subtracted(now, before)));
      const top = await pprofTop(sampleType, head, `-diff_base=${base}`);
      expect(top.rows.size).toBeGreaterThan(5);
      // It joins the profiles before it subtracts. Seen once: a sample of 596 bytes then stood under another function, against
      // what it says of each profile alone.
      const contradicted = differing(named(rows), named([...top.rows]));
      if (contradicted.length > 0)
        console.warn(`pprof contradicts itself: ${contradicted.join(', ')}`);
      expect(contradicted.length).toBeLessThanOrEqual(2);
    }
  },
);

function subtracted(now: PprofTop, before: PprofTop): [string, TopRow][] {
  const none: TopRow = { flat: 0, cumulative: 0 };
  return [...new Set([...now.rows.keys(), ...before.rows.keys()])].map((name) => {
    const [head, base] = [now.rows.get(name) ?? none, before.rows.get(name) ?? none];
    return [name, { flat: head.flat - base.flat, cumulative: head.cumulative - base.cumulative }];
  });
}

/** The functions whose rows are not the same. */
function differing(a: Record<string, TopRow>, b: Record<string, TopRow>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => a[name]?.flat !== b[name]?.flat || a[name]?.cumulative !== b[name]?.cumulative,
  );
}
