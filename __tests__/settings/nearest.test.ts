import { expect, it } from '@jest/globals';
import { nearest } from '../../src/settings/nearest.ts';

const candidates = ['packages', 'legs', 'go-test-flags', 'timeout', 'fail-on'];

it.each([
  ['package', 'packages'],
  ['Legs', 'legs'],
  ['gotestflags', 'go-test-flags'],
  ['tiemout', 'timeout'],
  ['fail_on', 'fail-on'],
  ['memory-limit', null],
  ['', null],
])('%j is nearest to %j', (word, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

it('knows nothing near where there is no candidate', () => {
  expect(nearest('legs', [])).toBeNull();
});
