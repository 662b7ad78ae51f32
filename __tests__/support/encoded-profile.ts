import { Function, Line, Location, Profile, Sample, StringTable, ValueType } from 'pprof-format';

export interface StackSums {
  /** From the outermost caller in. */
  stack: string[];
  allocObjects: number;
  allocBytes: number;
  inuseObjects: number;
  inuseBytes: number;
}

/** A heap profile as Go writes it, with these stacks. */
export function encodedProfile(stacks: readonly StackSums[]): Uint8Array {
  const stringTable = new StringTable();
  const type = (name: string, unit: string): ValueType =>
    new ValueType({ type: stringTable.dedup(name), unit: stringTable.dedup(unit) });
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const id = ids.get(name) ?? ids.size + 1;
    ids.set(name, id);
    return id;
  };
  const sample = stacks.map(
    ({ stack, allocObjects, allocBytes, inuseObjects, inuseBytes }) =>
      new Sample({
        locationId: stack.map(idOf).reverse(),
        value: [allocObjects, allocBytes, inuseObjects, inuseBytes],
      }),
  );
  return new Profile({
    stringTable,
    sampleType: [
      type('alloc_objects', 'count'),
      type('alloc_space', 'bytes'),
      type('inuse_objects', 'count'),
      type('inuse_space', 'bytes'),
    ],
    periodType: type('space', 'bytes'),
    period: 512,
    sample,
    location: [...ids.values()].map(
      (id) => new Location({ id, line: [new Line({ functionId: id, line: 1 })] }),
    ),
    function: [...ids].map(([name, id]) => new Function({ id, name: stringTable.dedup(name) })),
  }).encode();
}
