import { describe, expect, it } from '@jest/globals';
import { limitOf } from '../../src/cause/usage-facts.ts';
import { death, facts, start } from '../support/cause-facts.ts';

describe('the limit that counts', () => {
  const none = { soft: null, hard: null };
  it.each([
    ['only what it began with', { soft: 1024, hard: 4096 }, undefined, { soft: 1024, hard: 4096 }],
    ['only what it ended with', undefined, { soft: 40, hard: 40 }, { soft: 40, hard: 40 }],
    [
      'lowered by the program',
      { soft: 1024, hard: 4096 },
      { soft: 40, hard: 4096 },
      { soft: 40, hard: 4096 },
    ],
    ['set by the program', none, { soft: 2, hard: 3 }, { soft: 2, hard: 3 }],
    [
      'raised by the program',
      { soft: 1024, hard: 4096 },
      { soft: 4096, hard: 4096 },
      { soft: 1024, hard: 4096 },
    ],
    ['no limit', none, none, none],
    ['not known', undefined, undefined, none],
  ])('%s', (_, before, after, want) => {
    const limits = before === undefined ? {} : { nofile: before };
    const atEnd = after === undefined ? null : { nofile: after };
    const known = facts({ start: { ...start, limits }, death: death({ limits: atEnd }) });
    expect(limitOf(known, 'nofile')).toEqual(want);
  });

  it('is what it began with where nobody saw the end', () => {
    expect(limitOf(facts({ start, death: null }), 'nofile')).toEqual({ soft: 1024, hard: 1024 });
  });
});
