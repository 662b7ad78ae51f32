import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concurrentPlaces } from '../../src/stress/concurrent-places.ts';
import { weightOf, type WeightHints } from '../../src/stress/weight.ts';

const none: WeightHints = { changed: false, isNew: false, pastFailures: 0, concurrentPlaces: 0 };

describe('the weight of a package', () => {
  it.each([
    [none, 1, []],
    [{ ...none, changed: true }, 5, ['changed']],
    [{ ...none, changed: true, isNew: true }, 5, ['new']],
    [{ ...none, pastFailures: 1 }, 5, ['flaky before']],
    [{ ...none, pastFailures: 90 }, 7, ['flaky before']],
    [{ ...none, concurrentPlaces: 1 }, 3, ['concurrent']],
    [{ ...none, concurrentPlaces: 1e6 }, 7, ['concurrent']],
  ])('%j', (hints, value, because) => {
    expect(weightOf(hints)).toEqual({ value, because });
  });

  it('is at most some twenty times that of another', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...{ changed: fc.boolean(), isNew: fc.boolean() },
          ...{ pastFailures: fc.nat(), concurrentPlaces: fc.nat() },
        }),
        (hints) => {
          const { value } = weightOf(hints);
          expect(value).toBeGreaterThanOrEqual(1);
          expect(value).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});

describe('places that are concurrent', () => {
  it.each([
    ['go work()', 1],
    ['go func() { done <- true }()', 2],
    ['select {\ncase <-done:\n}', 2],
    ['var mutex sync.Mutex', 1],
    ['atomic.AddInt64(&n, 1)', 1],
    ['ch := make(chan int)', 1],
    ['time.AfterFunc(d, f)', 1],
    ['// go work()\n/* sync.Mutex\n<-done */', 0],
    ['s := "go work() <-done"', 0],
    ['s := `go work()\nsync.Mutex`', 0],
    ['s := "a\\"" // <-', 0],
    ["r := '\"'; go work()", 1],
    ['ago := cargo(algo)', 0],
    ['"never closed go work()', 0],
    ['', 0],
  ])('%j', (source, count) => {
    expect(concurrentPlaces(source)).toBe(count);
  });

  it('are counted in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(concurrentPlaces(text)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
