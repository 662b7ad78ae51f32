import type { HeapRecord } from '../../report/heap-schema.ts';
import { withFunctionsRenamed } from '../renamed-functions.ts';
import type { CompareInput, PackageBase } from './input.ts';

/** All measurements of one package that can be compared with each other, all sampled at one rate. */
export interface Measurements {
  /** The base's record, or its commit measured again: what tests and functions are compared with. */
  base: HeapRecord;
  /** Whether the stored record, and the history with it, was sampled at this rate. */
  recordFits: boolean;
  /** The base's commit measured again; empty where it was not. */
  bases: HeapRecord[];
  /** The first one first. */
  heads: [HeapRecord, ...HeapRecord[]];
  /** How many of the heads come from measuring again. */
  again: number;
}

/** Null where head and base were sampled at different rates and nobody measured one of them again at the other's. */
export function measurementsOf(
  head: HeapRecord,
  base: PackageBase,
  again: CompareInput['again'],
): Measurements | null {
  const ofPackage = (record: HeapRecord): boolean =>
    record.package === head.package && record.leg === head.leg;
  const asNow = (record: HeapRecord): HeapRecord =>
    withFunctionsRenamed(record, base.renamedFrom, head.package);
  const headsAgain = again.head.filter(ofPackage);
  const basesAgain = again.base.filter(ofPackage).map(asNow);
  for (const rate of new Set([head.sampling.rate, base.record.sampling.rate])) {
    const atRate = (record: HeapRecord): boolean => record.sampling.rate === rate;
    const bases = basesAgain.filter(atRate);
    const recordFits = atRate(base.record);
    const reference = bases[0] ?? (recordFits ? asNow(base.record) : undefined);
    const repeats = headsAgain.filter(atRate);
    const [first, ...more] = [...(atRate(head) ? [head] : []), ...repeats];
    if (reference !== undefined && first !== undefined)
      return { base: reference, recordFits, bases, heads: [first, ...more], again: repeats.length };
  }
  return null;
}
