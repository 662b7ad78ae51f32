import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Function as Fn, Line, Location, Sample } from 'pprof-format';
import { compareProfiles } from '../../src/heap/difference.ts';
import { heapFigures } from '../../src/heap/heap-figures.ts';
import { nowhereElse } from '../../src/heap/heap-places.ts';
import { readProfile } from '../../src/heap/profile.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { profileOfStacks, type EncodedStack } from '../support/profile-of-stacks.ts';
import { go, goModule } from '../support/go-module.ts';
import { processorMs } from '../support/processor-time.ts';

const refusal = (bytes: Uint8Array): string | null => {
  const reading = readProfile(bytes);
  return reading.kind === 'refused' ? reading.because : null;
};
const plain = (): EncodedStack => ({ names: ['m.f', 'm.TestA'], values: [2, 200, 1, 100] });

describe('of a real profile', () => {
  let profile: Buffer;
  let cpuProfile: Buffer;

  beforeAll(() => {
    const source =
      'package a\n\nimport "testing"\n\nvar kept [][]byte\n\nfunc TestKeeps(t *testing.T) {\n\tfor i := 0; i < 1e5; i++ {\n\t\tkept = append(kept, make([]byte, 64))\n\t}\n}\n';
    const folder = goModule({ 'a_test.go': source });
    go(folder, 'test', '-memprofile=mem.pprof', '-memprofilerate=512', '-cpuprofile=cpu.pprof');
    profile = readFileSync(join(folder, 'mem.pprof'));
    cpuProfile = readFileSync(join(folder, 'cpu.pprof'));
  });

  // A message without its last field is a message: only the packed file has an end of its own.
  it('every beginning of it is refused, or, unpacked, all that its figures need is there', () => {
    const unpacked = gunzipSync(profile);
    for (let end = 0; end < profile.length; end++)
      expect(refusal(profile.subarray(0, end))).not.toBeNull();
    const whole = readProfile(unpacked);
    if (whole.kind === 'refused') throw new Error(whole.because);
    const figures = heapFigures(whole.profile, nowhereElse);
    let accepted = 0;
    for (let end = 0; end < unpacked.length; end++) {
      const reading = readProfile(unpacked.subarray(0, end));
      if (reading.kind === 'refused') continue;
      expect(heapFigures(reading.profile, nowhereElse)).toEqual(figures);
      expect(reading.profile.period).toBe(whole.profile.period);
      accepted++;
    }
    expect(accepted).toBeLessThan(16);
  });

  it('one of another kind can be read, and has no heap figures', () => {
    const reading = readProfile(cpuProfile);
    if (reading.kind === 'refused') throw new Error(reading.because);
    expect(heapFigures(reading.profile, nowhereElse)).toBeNull();
    const heap = readProfile(profile);
    if (heap.kind === 'refused') throw new Error(heap.because);
    expect(compareProfiles(reading.profile, heap.profile, 'alloc_space')).toEqual({
      kind: 'refused',
      because: expect.stringContaining('the base has samples (count), cpu (nanoseconds)'),
    });
  });

  it('with any byte changed it is refused, or its sums still agree with each other', () => {
    const unpacked = gunzipSync(profile);
    fc.assert(
      fc.property(fc.nat(unpacked.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(unpacked);
        changed[at] = byte;
        const reading = readProfile(changed);
        if (reading.kind === 'refused') return;
        const figures = heapFigures(reading.profile, nowhereElse);
        if (figures === null) return;
        const { totals, tests, functions } = figures;
        const sum = (rows: { allocBytes: number }[]) =>
          rows.reduce((total, { allocBytes }) => total + allocBytes, 0);
        expect([sum(tests), sum(functions)]).toEqual([totals.allocBytes, totals.allocBytes]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a profile is refused', () => {
  const changed = (change: (profile: ReturnType<typeof profileOfStacks>) => void): Uint8Array => {
    const profile = profileOfStacks([plain()]);
    change(profile);
    return profile.encode();
  };

  it.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'no sample type'],
    ['that is text', Buffer.from('heap profile: 1: 2 [3: 4] @ heap/1'), 'it is cut or no profile'],
    ['that is an HTML page', Buffer.from('<!doctype html>'), 'it is cut or no profile'],
    [
      'with 2^63 - 1',
      profileOfStacks([{ ...plain(), values: [1, 2n ** 63n - 1n, 0, 0] }]).encode(),
      '2^53',
    ],
    [
      'with sums above 2^53',
      profileOfStacks([
        { ...plain(), values: [1, 2n ** 52n, 0, 0] },
        { ...plain(), values: [1, 2n ** 52n, 0, 0] },
      ]).encode(),
      '2^53',
    ],
    [
      'with negative numbers',
      profileOfStacks([{ ...plain(), values: [-1, -5, 0, 0] }]).encode(),
      'negative',
    ],
    ['with too few values', profileOfStacks([{ ...plain(), values: [1, 2] }]).encode(), 'values'],
    [
      'with a missing location',
      changed(({ sample }) => {
        sample[0]!.locationId = [77];
      }),
      'a location that is not there',
    ],
    [
      'with a location of a missing function',
      changed(({ location }) => {
        location[0]!.line = [new Line({ functionId: 77, line: 1 })];
      }),
      'a function that is not there',
    ],
    [
      'with a name outside of its texts',
      changed((profile) => {
        profile.function[0]!.name = 1e6;
      }),
      'a text that is not there',
    ],
    [
      'with two locations of one number',
      changed(({ location }) => {
        location.push(new Location({ id: 1, line: [new Line({ functionId: 2, line: 3 })] }));
      }),
      'without a number of its own',
    ],
    [
      'with two functions of one number',
      changed((profile) => {
        profile.function.push(new Fn({ id: 1, name: 2, filename: 3 }));
      }),
      'without a number of its own',
    ],
    [
      'with a stack without end',
      changed(({ sample }) => {
        sample.push(
          new Sample({ locationId: new Array<number>(5000).fill(1), value: [1, 1, 1, 1] }),
        );
      }),
      'a stack without end',
    ],
    [
      'with more frames than memory is for',
      changed(({ location, sample }) => {
        location[0]!.line = new Array<Line>(256).fill(new Line({ functionId: 1, line: 1 }));
        const locationId = new Array<number>(16).fill(1);
        const deep = new Sample({ locationId, value: [1, 1, 1, 1] });
        sample.push(...new Array<Sample>(9000).fill(deep));
      }),
      'more frames than can be read',
    ],
    [
      'with endless inlined calls',
      changed(({ location }) => {
        location[0]!.line = new Array<Line>(1000).fill(new Line({ functionId: 1, line: 1 }));
      }),
      'endless inlined calls',
    ],
  ])('%s', (_, bytes, because) => {
    expect(refusal(bytes)).toContain(because);
    expect(refusal(gzipSync(bytes))).toContain(because);
  });

  it('that unpacks to gigabytes, in little time and memory', () => {
    const bomb = gzipSync(Buffer.alloc(300 << 20));
    let because: string | null = null;
    expect(processorMs(() => (because = refusal(bomb)))).toBeLessThan(5000);
    expect(because).toContain('unpacks to more than');
  });
});

describe('whatever the samples', () => {
  const name = fc.constantFrom(
    ...['m.f', 'm.(*T).g', 'm.TestA', 'm.TestA.func1', 'm.TestB', 'runtime.mallocgc'],
    ...['testing.tRunner', 'strings.(*Builder).grow', 'gopkg.in/yaml%2ev3.Parse', '', 'malloc'],
  );
  const stack = fc
    .record({
      names: fc.array(name, { maxLength: 8 }),
      objects: fc.nat(1e6),
      bytes: fc.nat(1e9),
      held: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ names, objects, bytes, held }) => ({
      names,
      values: [objects, bytes, Math.floor(objects * held), Math.floor(bytes * held)],
    }));

  it('figures are conserved', () => {
    fc.assert(
      fc.property(fc.array(stack, { maxLength: 40 }), (stacks) => {
        const reading = readProfile(gzipSync(profileOfStacks(stacks).encode()));
        if (reading.kind === 'refused') throw new Error(reading.because);
        const figures = heapFigures(reading.profile, nowhereElse)!;
        expectFiguresConserved(figures);
        const sum = (column: number) =>
          stacks.reduce((total, { values }) => total + (values[column] ?? 0), 0);
        expect(figures.totals).toEqual({
          ...{ allocObjects: sum(0), allocBytes: sum(1) },
          ...{ inuseObjects: sum(2), inuseBytes: sum(3) },
        });
      }),
    );
  });

  it('other bytes are refused or read, and never throw', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(fc.oneof(bytes, bytes.map(gzipSync)), (given) => {
        const reading = readProfile(given);
        if (reading.kind === 'profile') heapFigures(reading.profile, nowhereElse);
        else expect(reading.because).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
