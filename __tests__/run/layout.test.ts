import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodePackage, goTestFiles, layout, ownEntries } from '../../src/run/layout.ts';

describe('encodePackage', () => {
  it.each([
    ['example.com/m/store', 'example.com/m/store'],
    ['example.com/m/v2.x_y~z+1@2-rc', 'example.com/m/v2.x_y~z+1@2-rc'],
    ['a b/ü', 'a%20b/%C3%BC'],
    ['\u{1f600}', '%F0%9F%98%80'],
    ['\ud83d', '%uD83D'],
    ["!*'()", '%21%2A%27%28%29'],
    ['a\\b:c', 'a%5Cb%3Ac'],
    ['a%20b', 'a%2520b'],
    ['../..', '%../%..'],
    ['/etc', '%/etc'],
    ['a//.', 'a/%/%.'],
    ['a/attempt-1', 'a/%attempt-1'],
    ['attempt-1x', 'attempt-1x'],
    ['nul\u0000', 'nul%00'],
  ])('%j is %s', (name, path) => {
    expect(encodePackage(name).join('/')).toBe(path);
  });

  const segment = fc.oneof(
    fc.constantFrom('.', '..', '...', '', '%', '%2e', '%25', 'attempt-1', 'a', '_', '~', '\\..'),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('.', '%', '2', '5', '!', '(', '_', '\ud83d', '\ude00') }),
  );
  const name = fc.array(segment, { minLength: 1 }).map((parts) => parts.join('/'));

  it('never leaves the folder and never throws', () => {
    fc.assert(
      fc.property(name, (given) => {
        const path = layout.package('/out', 'race', given);
        const inside = relative(join('/out', 'runs', 'race'), path).split(sep);
        expect(inside).toEqual(encodePackage(given));
        expect(inside.every((part) => /^[\w.~+@%-]+$/.test(part) && !/^\.+$/.test(part))).toBe(
          true,
        );
      }),
    );
  });

  it('gives no two packages one folder, and no package the folder of another’s attempt', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        if (a !== b) expect(encodePackage(a)).not.toEqual(encodePackage(b));
        expect(encodePackage(`${a}/${b}`).slice(encodePackage(a).length)).not.toContain(
          'attempt-1',
        );
      }),
      { numRuns: 1000 },
    );
  });
});

it('everything lies below an entry that a new run removes', () => {
  const paths = [
    ...[layout.marker, layout.plan, layout.cancel, layout.report, layout.summary].map((path) =>
      path('/out'),
    ),
    ...Object.values(goTestFiles).flatMap((file) => [
      file(layout.leg('/out', 'race')),
      file(layout.round('/out', 'race', 2)),
    ]),
    layout.package('/out', 'race', '../..'),
    layout.strayPackages('/out', 'race'),
  ];
  for (const path of paths) expect(ownEntries).toContain(relative('/out', path).split(sep)[0]);
});

it('the marker is removed after all that it marks as ours', () => {
  expect(ownEntries.slice(-2)).toEqual(['run.json', '.gitignore']);
});
