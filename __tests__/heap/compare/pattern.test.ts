import { expect, it } from '@jest/globals';
import { fitsPackage, fitsTest } from '../../../src/heap/compare/pattern.ts';
import { expectLinear } from '../../support/growth.ts';

it.each<[string, string, boolean]>([
  ['./store', 'm.io/shop/store', true],
  ['./store', 'm.io/shop/store/sql', false],
  ['./store/...', 'm.io/shop/store', true],
  ['./store/...', 'm.io/shop/store/sql', true],
  ['./store/...', 'm.io/shop/storefront', false],
  ['./store...', 'm.io/shop/storefront', true],
  ['./...', 'm.io/shop', true],
  ['./...', 'm.io/shop/a/b', true],
  ['./...', 'm.io/shopping', false],
  ['.', 'm.io/shop', true],
  ['./', 'm.io/shop', true],
  ['...', 'anything/at/all', true],
  ['./*', 'm.io/shop/store', true],
  ['./*', 'm.io/shop/store/sql', false],
  ['./*/sql', 'm.io/shop/store/sql', true],
  ['m.io/shop/store', 'm.io/shop/store', true],
  ['m.io/*/store', 'm.io/shop/store', true],
  ['m.io/shop/store', 'mxio/shop/store', false],
  ['', 'm.io/shop', false],
])('%s means %s: %s', (pattern, name, expected) => {
  expect(fitsPackage(pattern, name, 'm.io/shop')).toBe(expected);
});

it('packages of the standard library do not begin with the name of their module', () => {
  expect(fitsPackage('./encoding/...', 'encoding/json', 'std')).toBe(true);
  expect(fitsPackage('./encoding/...', 'encoding/json', null)).toBe(false);
});

it.each<[string, string, boolean]>([
  ['TestImport', 'TestImport', true],
  ['TestImport', 'TestImporter', false],
  ['TestImport*', 'TestImporter', true],
  ['*Import*', 'TestImporter', true],
  ['Benchmark*', 'BenchmarkPut/small-4', true],
  ['Test(.+)', 'TestX', false],
])('%s means the test %s: %s', (pattern, test, expected) => {
  expect(fitsTest(pattern, test)).toBe(expected);
});

it('takes linear time, however many wildcards there are', () => {
  expectLinear((size) => {
    expect(fitsTest('*a*a*a*a*a*b', 'a'.repeat(size))).toBe(false);
  });
});
