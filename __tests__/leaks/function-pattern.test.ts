import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitsFunction } from '../../src/leaks/function-pattern.ts';

describe('a pattern for functions', () => {
  it.each([
    ['queue.NewPool', 'queue.NewPool'],
    ['queue.*', 'queue.(*Pool).work'],
    ['*.work', 'queue.(*Pool).work'],
    ['queue.(*Pool).*', 'queue.(*Pool).work'],
    ['*Pool*work', 'queue.(*Pool).work'],
    ['*', ''],
    ['**', 'queue.f'],
    ['a*a', 'aa'],
    ['queue.Watch[...]', 'queue.Watch[...]'],
  ])('%s means %s', (pattern, name) => {
    expect(fitsFunction(pattern, name)).toBe(true);
  });

  it.each([
    ['queue.New', 'queue.NewPool'],
    ['NewPool', 'queue.NewPool'],
    ['a*a', 'a'],
    ['*b*c', 'acb'],
    ['', 'queue.f'],
  ])('%s does not mean %s', (pattern, name) => {
    expect(fitsFunction(pattern, name)).toBe(false);
  });

  it('agrees with a regular expression', () => {
    const some = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 });
    fc.assert(
      fc.property(some, some, (pattern, name) => {
        const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
        expect(fitsFunction(pattern, name)).toBe(new RegExp(`^${parts.join('.*')}$`).test(name));
      }),
    );
  });
});
