import { describe, expect, it } from '@jest/globals';
import { gatherGaps, parseShimProblems } from '../../src/run/shim-problems.ts';

describe('what the shim could not do', () => {
  it.each([
    [null, []],
    ['', []],
    ['\n \n', []],
    ['core: /p/core is in the way\nstore: full\n', ['core: /p/core is in the way', 'store: full']],
    ['half a li', ['half a li']],
    ['\u001b[31mred\u0000\n', ['red\ufffd']],
    ['x'.repeat(9999), [`${'x'.repeat(499)}…`]],
  ])('%#', (text, lines) => {
    expect(parseShimProblems(text)).toEqual(lines);
  });

  it('counts what is too much', () => {
    const lines = parseShimProblems('line\n'.repeat(25));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('5 more problems in shim-problems.txt');
  });
});

describe('gaps of a leg', () => {
  const of = (count: number, what: string): { what: string; leg: string; package: string }[] =>
    Array.from({ length: count }, (_, i) => ({ what, leg: 'memory', package: `m/p${String(i)}` }));

  it('is said of each package while there are few', () => {
    expect(gatherGaps(of(3, 'no agent'), 'memory')).toEqual(of(3, 'no agent'));
  });

  it('is said once where many lack the same', () => {
    const others = [{ what: 'of the leg', leg: 'memory' }, ...of(1, 'of one')];
    expect(gatherGaps([...of(4, 'no agent'), ...others, ...of(4, 'no agent')], 'memory')).toEqual([
      { what: 'no agent (4 packages)', leg: 'memory' },
      ...others,
    ]);
  });
});
