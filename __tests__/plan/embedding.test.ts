import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { embeddings } from '../../src/plan/embedding.ts';
import type { ListedPackage } from '../../src/plan/go-list.ts';

function embedding(dir: string, ...embedPatterns: string[]): ListedPackage {
  return {
    package: 'm/p',
    dir,
    name: 'p',
    standard: false,
    module: { path: 'm', dir: '/m' },
    testFiles: [],
    externalTestFiles: [],
    sourceFiles: [],
    embedPatterns,
    files: 1,
    error: null,
  };
}

describe('a file that is added to /m/p/q is embedded by a pattern of /m/p', () => {
  it.each([
    ['q', true],
    ['all:q', true],
    ['*', true],
    ['q/*', true],
    ['q/*.go', true],
    ['q/*_test.go', true],
    ['?', true],
    ['[a-z]/*', true],
    ['*.go', false],
    ['q/golden.go', false],
    ['r', false],
    ['q/testdata', false],
    ['q.', false],
    ['(', false],
  ])('%s: %j', (pattern, expected) => {
    expect(embeddings([embedding('/m/p', pattern)])('/m/p/q')).toBe(expected);
  });
});

it.each(['/m', '/m/pq', '/m/r/q'])('a pattern reaches nothing outside its folder: %s', (dir) => {
  expect(embeddings([embedding('/m/p', '*', 'q')])(dir)).toBe(false);
});

it('never throws, whatever the patterns', () => {
  const pattern = fc.string({
    unit: fc.constantFrom('*', '?', '[', ']', '\\', '-', '{', 'a', '/'),
  });
  fc.assert(
    fc.property(fc.array(pattern), (patterns) => {
      expect(typeof embeddings([embedding('/m', ...patterns)])('/m/a')).toBe('boolean');
    }),
  );
});
