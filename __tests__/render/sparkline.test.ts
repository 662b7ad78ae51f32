import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sparkline } from '../../src/render/sparkline.ts';

describe('a row of bars', () => {
  it.each<[string, number[], string]>([
    ['nothing', [], ''],
    ['one value', [5], '▅'],
    ['all zero', [0, 0], '▁▁'],
    ['a ramp', [0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
    ['a step', [100, 100, 200, 200], '▁▁██'],
    ['noise of 1 % stays flat', [100, 101, 100, 99, 100], '▄▅▄▄▄'],
    ['from nothing', [0, 0, 7], '▁▁█'],
  ])('%s', (_, values, bars) => {
    expect(sparkline(values, 50).bars).toBe(bars);
  });

  it('a bar is the mean of its neighbours where there is no room for all', () => {
    const { bars, columnOf } = sparkline([0, 0, 0, 0, 8, 8, 8, 8, 4, 4], 3);
    expect(bars).toBe('▁█▅');
    expect([0, 3, 4, 8, 9].map(columnOf)).toEqual([0, 0, 1, 2, 2]);
  });

  it('never takes more columns than there are, and every value has one', () => {
    const amounts = fc.array(fc.nat({ max: 2 ** 40 }), { maxLength: 400 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 120 }), (values, columns) => {
        const { bars, columnOf } = sparkline(values, columns);
        expect(bars).toMatch(/^[▁▂▃▄▅▆▇█]*$/);
        expect(bars.length).toBeLessThanOrEqual(columns);
        if (values.length > 0) expect(columnOf(values.length - 1)).toBe(bars.length - 1);
      }),
    );
  });
});
