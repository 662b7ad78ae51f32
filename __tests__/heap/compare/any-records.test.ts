import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { compare } from '../../../src/heap/compare/compare.ts';
import { comparisonSchema } from '../../../src/report/comparison-schema.ts';
import type { HeapRecord } from '../../../src/report/heap-schema.ts';
import {
  compareInput,
  heapFunction,
  heapRecord,
  packageBase,
} from '../../support/heap-comparison.ts';

const amount = fc.oneof(fc.constant(0), fc.nat(), fc.maxSafeNat());
const figure = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: amount },
);
const name = fc.oneof(
  fc.constantFrom('TestA', 'TestB', 'shared', '(others)', '__proto__', ''),
  fc.string(),
);

const record: fc.Arbitrary<HeapRecord> = fc
  .record({
    metrics: fc.record({
      ...{ allocBytes: figure, allocObjects: figure, inuseBytes: figure, inuseObjects: figure },
      ...{ liveHeapPeakBytes: figure, peakRssBytes: figure, goroutinesAtEnd: figure },
    }),
    tests: fc.array(
      fc.record({ test: name, allocBytes: amount, allocObjects: amount, inuseBytes: amount }),
      { maxLength: 5 },
    ),
    functions: fc.array(
      fc.tuple(fc.constantFrom('m.F', 'm.F.func1', 'm.F.func2', '(others)', '.func1'), amount),
      { maxLength: 5 },
    ),
    benchmarks: fc.array(fc.record({ name, bytesPerOp: amount, allocsPerOp: amount }), {
      maxLength: 3,
    }),
    sampling: fc.record({
      rate: fc.constantFrom(0, 1, 512, 4096),
      relativeError: fc.oneof(fc.constant(null), fc.double({ min: 0, noNaN: true })),
    }),
  })
  .map(({ functions, ...of }) =>
    heapRecord({
      ...of,
      functions: functions.map(([function_, size]) => heapFunction(function_, size)),
    }),
  );

it('whatever the records hold, the result is a comparison, and equal records are the same', () => {
  fc.assert(
    fc.property(
      record,
      record,
      fc.array(record, { maxLength: 12 }),
      fc.array(record, { maxLength: 3 }),
      (base, head, older, again) => {
        const bases = [packageBase(base, { older })];
        const found = compare(
          compareInput({ heads: [head], bases, again: { head: again, base: again.slice(1) } }),
        );
        expect(() => z.parse(comparisonSchema, found)).not.toThrow();
        const same = compare(compareInput({ heads: [base], bases: [packageBase(base)] }));
        expect(same.packages[0]?.verdict).toBe('same');
      },
    ),
    { numRuns: 300 },
  );
});
