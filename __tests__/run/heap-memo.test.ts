import { describe, expect, it } from '@jest/globals';
import { nowhereElse } from '../../src/heap/heap-places.ts';
import { heapFigures } from '../../src/heap/heap-figures.ts';
import { readProfile } from '../../src/heap/profile.ts';
import { parseFigures } from '../../src/run/heap-memo.ts';
import { profileOfStacks } from '../support/profile-of-stacks.ts';

const reading = readProfile(
  profileOfStacks([
    { names: ['m.f', 'm.TestA', 'testing.tRunner'], values: [4, 400, 1, 100] },
    { names: ['m.g', 'm.init'], values: [2, 64, 2, 64] },
  ]).encode(),
);
if (reading.kind === 'refused') throw new Error(reading.because);
const places = { ...nowhereElse, package: 'm', moduleDirectory: '/m' };
const figures = heapFigures(reading.profile, places)!;
const memo = { places, figures };

describe('figures that an earlier run wrote down', () => {
  it('are read for the same places', () => {
    expect(parseFigures(JSON.stringify(memo), { ...places })).toEqual(figures);
  });

  it('are not read for a checkout elsewhere, whose files have other names', () => {
    expect(parseFigures(JSON.stringify(memo), { ...places, moduleDirectory: '/n' })).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['no text', ''],
    ['half of it', JSON.stringify(memo).slice(0, 200)],
    ['another shape', '{"allocBytes":1}'],
    ['negative numbers', JSON.stringify(memo).replace('"allocBytes":400', '"allocBytes":-400')],
    [
      'numbers that are no count',
      JSON.stringify(memo).replace('"allocBytes":400', '"allocBytes":1e300'),
    ],
  ])('are not read from %s', (_, json) => {
    expect(parseFigures(json, places)).toBeNull();
  });
});
