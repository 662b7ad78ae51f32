import type { SampleType } from './profile-tables.ts';

/** Where the values of a heap profile's samples are. */
export interface HeapColumns {
  allocObjects: number;
  allocBytes: number;
  inuseObjects: number;
  inuseBytes: number;
}

/** Null for a profile that is no heap profile. */
export function heapColumns(sampleTypes: readonly SampleType[]): HeapColumns | null {
  const types = sampleTypes.map(({ type }) => type);
  const columns = {
    allocObjects: types.indexOf('alloc_objects'),
    allocBytes: types.indexOf('alloc_space'),
    inuseObjects: types.indexOf('inuse_objects'),
    inuseBytes: types.indexOf('inuse_space'),
  };
  return Object.values(columns).every((column) => column >= 0) ? columns : null;
}
