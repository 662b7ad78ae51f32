import { describe, expect, it } from '@jest/globals';
import { functionGrowth } from '../../src/heap/function-growth.ts';
import { heapFunction, heapRecord } from '../support/sample-heap.ts';

const sums = (alloc: number, objects: number, inuse: number) => ({
  cumulativeAllocBytes: alloc,
  cumulativeAllocObjects: objects,
  cumulativeInuseBytes: inuse,
});

describe('functionGrowth', () => {
  it('compares what functions and all that they called allocated', () => {
    const base = heapRecord({ functions: [heapFunction('a', sums(100, 10, 5))] });
    const head = heapRecord({ functions: [heapFunction('a', sums(150, 9, 5))] });
    expect(functionGrowth(base, head, ['m/p', 'a'])[1]).toEqual([50, -1, 0]);
  });

  it('takes the first name for the package', () => {
    const base = heapRecord({ metrics: { allocBytes: 10, allocObjects: 4, inuseBytes: 1 } });
    const head = heapRecord({ metrics: { allocBytes: 15, allocObjects: 3, inuseBytes: 1 } });
    expect(functionGrowth(base, head, ['m/p'])).toEqual([[5, -1, 0]]);
  });

  it('takes a function that a complete record does not have for new or gone', () => {
    const base = heapRecord({ functions: [heapFunction('old', sums(70, 7, 0))] });
    const head = heapRecord({ functions: [heapFunction('new', sums(30, 3, 1))] });
    expect(functionGrowth(base, head, ['m/p', 'old', 'new']).slice(1)).toEqual([
      [-70, -7, 0],
      [30, 3, 1],
    ]);
  });

  it('does not know of functions that a record had no room for', () => {
    const others = heapFunction('(others)', sums(1, 1, 1));
    const base = heapRecord({ functions: [others] });
    const head = heapRecord({ functions: [heapFunction('a', sums(30, 3, 1)), others] });
    expect(functionGrowth(base, head, ['m/p', 'a', 'b']).slice(1)).toEqual([null, null]);
  });
});
