import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stressFlags } from '../../src/stress/stress-flags.ts';
import { plain, variationOf, type VariationRequest } from '../../src/stress/variation.ts';

const request = (of: Partial<VariationRequest> = {}): VariationRequest => ({
  ...{ package: 'm/p', run: 0, seed: 1, cores: 4, mayRepeat: true, mayChoose: true },
  tests: Array.from({ length: 10 }, (_, at) => ({ name: `Test${String(at)}`, elapsedMs: 1 })),
  ...of,
});

describe('how runs of a package differ', () => {
  it('is the same for the same request, and another for another run or seed', () => {
    expect(variationOf(request())).toEqual(variationOf(request()));
    const shuffles = new Set(
      [request(), request({ run: 1 }), request({ seed: 2 }), request({ package: 'm/q' })].map(
        (one) => variationOf(one).shuffle,
      ),
    );
    expect(shuffles.size).toBe(4);
  });

  it('has one processor, as many as there are, and more', () => {
    const seen = new Set(
      Array.from({ length: 10 }, (_, run) => variationOf(request({ run })).processors.join(',')),
    );
    expect([...seen].sort()).toEqual(['1', '1,16', '16', '2', '4']);
  });

  it('comes to every test when few run at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), (count) => {
        const tests = Array.from({ length: count }, (_, at) => ({
          ...{ name: `T${String(at)}`, elapsedMs: 1 },
        }));
        const chosen = new Set<string>();
        for (let run = 0; run < 10 * Math.ceil(count / 3); run++)
          for (const name of variationOf(request({ run, tests })).tests ?? []) chosen.add(name);
        expect(chosen.size).toBe(count);
      }),
    );
  });

  it('repeats short tests often, long ones hardly, and none that cannot be', () => {
    const count = (elapsedMs: number, of: Partial<VariationRequest> = {}): number =>
      variationOf(request({ tests: [{ name: 'TestA', elapsedMs }], ...of })).count;
    expect([count(0), count(100), count(500), count(60_000)]).toEqual([50, 8, 1, 1]);
    expect(count(0, { mayRepeat: false })).toBe(1);
  });

  it('never repeats tests by several numbers of processors, or chooses some, where it may not', () => {
    for (let run = 0; run < 20; run++) {
      const variation = variationOf(request({ run, mayRepeat: false, mayChoose: false }));
      expect(variation.processors).toHaveLength(1);
      expect(variation).toMatchObject({ tests: null, count: 1 });
    }
  });
});

describe('the flags of a run', () => {
  it('say for a person what the test binary is given', () => {
    const variation = {
      ...{ tests: null, count: 3, shuffle: 77, processors: [1, 8], perturb: 5 },
    };
    expect(stressFlags(variation, 10_000, '')).toEqual({
      flags: [
        ...['-test.shuffle=77', '-test.cpu=1,8', '-test.count=3', '-test.timeout=10000ms'],
        '-test.bench=',
      ],
      env: { GOMAXPROCS: '1', GORACE: 'atexit_sleep_ms=0' },
      changes: ['-shuffle=77', '-cpu=1,8', '-count=3', 'disturbed scheduling, seed 5'],
    });
  });

  it('change nothing but the count in a plain run', () => {
    const variation = variationOf(request({ run: 1 }));
    expect(stressFlags(plain(variation, 2), 500, 'halt_on_error=1')).toEqual({
      flags: [
        ...['-test.shuffle=off', '-test.cpu=', '-test.count=2', '-test.timeout=500ms'],
        '-test.bench=',
      ],
      env: { GORACE: 'halt_on_error=1 atexit_sleep_ms=0' },
      changes: ['-count=2'],
    });
  });

  it('leave the time alone for which the race detector waits, where somebody set it', () => {
    const { env } = stressFlags(plain(variationOf(request()), 1), 500, 'atexit_sleep_ms=50');
    expect(env['GORACE']).toBe('atexit_sleep_ms=50');
  });
});
