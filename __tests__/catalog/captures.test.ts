import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { familiesFile, filesBelow, readCases } from '../../scripts/catalog/case.mjs';
import { diagnose } from '../../scripts/catalog/diagnose.ts';
import { shownModule } from '../../scripts/catalog/go-run.mjs';
import { catalogFile } from '../../scripts/catalog/index.mjs';
import { judge } from '../../scripts/catalog/judge.mjs';

// What every case of the catalog really printed, under each Go version that was tried: kind, message, test, line, case, fingerprint.

const cases = readCases();
const known = catalogFile();
const captures = cases.map((one) => ({
  one,
  id: one.id,
  files: filesBelow(join(one.folder, 'captures')),
}));
const versionOf = (file: string): string => file.replace(/^go|\.txt$/g, '');

it('holds at least 150 cases, each of a family that the documentation knows', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect([...familiesFile().keys()]).toEqual(
    expect.arrayContaining([...new Set(cases.map(({ family }) => family))]),
  );
});

describe.each(captures)('$id', ({ one, files }) => {
  // What pins its toolchain cannot be run under another.
  const versions =
    one.run.go?.includes('>=1.27') === true || 'GOTOOLCHAIN' in (one.run.env ?? {}) ? 1 : 2;
  it(`was run under ${versions === 1 ? 'the only Go version' : 'two Go versions at least'} that it crashes under`, () => {
    expect(files.length).toBeGreaterThanOrEqual(versions);
  });

  it.each(files.map((file) => ({ version: versionOf(file), file })))(
    'Go $version: is recognised, and its line and test are blamed',
    ({ version, file }) => {
      const text = readFileSync(join(one.folder, 'captures', file), 'utf8');
      expect(judge(one, { text, version, root: shownModule }, known, diagnose).problems).toEqual(
        [],
      );
    },
  );

  it('has one fingerprint', () => {
    expect(new Set(files.map((file) => fingerprintOf(one, file))).size).toBe(1);
  });
});

it('tells every case from every other by its fingerprint', () => {
  const owners = new Map<string, string[]>();
  for (const { one, files } of captures) {
    const [file] = files;
    if (file === undefined) continue;
    const fingerprint = fingerprintOf(one, file);
    owners.set(fingerprint, [...(owners.get(fingerprint) ?? []), one.id]);
  }
  expect([...owners.values()].filter(({ length }) => length > 1)).toEqual([]);
});

function fingerprintOf(one: (typeof cases)[number], file: string): string {
  const text = readFileSync(join(one.folder, 'captures', file), 'utf8');
  return judge(one, { text, version: versionOf(file), root: shownModule }, known, diagnose)
    .fingerprint;
}
