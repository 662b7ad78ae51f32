import { expect, it } from '@jest/globals';
import { seenCause } from '../../src/report/seen-cause.ts';
import type { Crash } from '../../src/report/schema.ts';
import { carriedOn } from '../support/recovered-report.ts';

function crashIn(attempt: number, of: Partial<Crash> = {}): Pick<Crash, 'cause' | 'occurrences'> {
  const occurrences = [
    { package: 'shop/other', leg: 'race', attempt: 2, test: null },
    { package: 'shop/cart', leg: 'race', attempt, test: null },
  ];
  return { cause: 'panic', occurrences, ...of };
}

it('is the cause of the attempt in which the crash was seen', () => {
  expect(seenCause(crashIn(1), carriedOn())?.summary).toBe('assignment to entry in nil map');
  expect(seenCause(crashIn(2), carriedOn())?.summary).toContain('index out of range');
});

it('is nothing where an attempt that ended otherwise, or none, has it', () => {
  expect(seenCause(crashIn(3), carriedOn())).toBeNull();
  expect(seenCause(crashIn(1, { cause: 'data-race' }), carriedOn())).toBeNull();
  expect(seenCause(crashIn(1), { ...carriedOn(), cause: null })).toBeNull();
});
