import type { HeapRecord } from '../report/heap-schema.ts';
import { functionRows } from './function-rows.ts';
import { functionTable, type Place } from './function-sums.ts';
import { addAmounts, byAmounts, isNothing, noAmounts, type HeapAmounts } from './heap-amounts.ts';
import { heapColumns } from './heap-columns.ts';
import type { HeapPlaces } from './heap-places.ts';
import type { PprofProfile } from './profile.ts';
import { samplingError } from './sampling-error.ts';
import { stackHolders } from './stack-holders.ts';
import { others, shared, testOfPlaces } from './test-of-places.ts';

/** What a heap profile says about the package whose tests ran. */
export interface HeapFigures extends Pick<
  HeapRecord,
  'tests' | 'functions' | 'holders' | 'sampling'
> {
  totals: { allocBytes: number; allocObjects: number; inuseBytes: number; inuseObjects: number };
}

const maxTests = 500;
const maxNameLength = 300;

/** Sums up a heap profile in one pass; null when it is none. */
export function heapFigures(profile: PprofProfile, options: HeapPlaces): HeapFigures | null {
  const columns = heapColumns(profile.sampleTypes);
  if (columns === null) return null;
  const rate = profile.period ?? 0;
  const totals = { ...noAmounts(), inuseObjects: 0 };
  const table = functionTable(options);
  const tests = new Map<string, HeapAmounts>();
  const holders = stackHolders();
  const error = samplingError(rate);
  const nowhere = table.placeOf({ function: '(unknown)', file: '', line: 0 });
  const places = profile.frames.map(table.placeOf);
  const stack: Place[] = [];
  let sample = 0;

  for (const { frames, values } of profile.stacks()) {
    const inuseObjects = values[columns.inuseObjects] ?? 0;
    const amounts: HeapAmounts = {
      allocBytes: values[columns.allocBytes] ?? 0,
      allocObjects: values[columns.allocObjects] ?? 0,
      inuseBytes: values[columns.inuseBytes] ?? 0,
    };
    if (isNothing(amounts) && inuseObjects === 0) continue;
    addAmounts(totals, amounts);
    totals.inuseObjects += inuseObjects;
    error.add(amounts.allocObjects, amounts.allocBytes);

    stack.length = 0;
    for (const index of frames) stack.push(places[index] ?? nowhere);
    if (stack.length === 0) stack.push(nowhere);
    const test = testOfPlaces(stack);
    addTest(tests, test ?? shared, amounts);
    addToFunctions(stack, amounts, test, sample++);
    if (amounts.inuseBytes > 0) holders.add(stack, amounts.inuseBytes, inuseObjects);
  }
  return {
    totals,
    tests: testRows(tests),
    functions: functionRows(table.functions.values(), options),
    holders: holders.largest(options),
    sampling: { rate, relativeError: rate > 0 ? error.relative() : null },
  };
}

function addToFunctions(
  places: readonly Place[],
  amounts: HeapAmounts,
  test: string | null,
  sample: number,
): void {
  const [leaf] = places as [Place];
  let charged: Place | null = null;
  let caller: Place | null = null;
  for (const place of places) {
    const { owner } = place;
    if (charged === null && place.chargeable) charged = place;
    if (caller === null && place.own) caller = place;
    if (owner.lastSample === sample) continue;
    owner.lastSample = sample;
    addAmounts(owner.cumulative, amounts);
    place.throughBytes += amounts.allocBytes;
  }
  charged ??= leaf;
  addAmounts(leaf.owner.flat, amounts);
  leaf.flatBytes += amounts.allocBytes;
  addAmounts(charged.owner.charged, amounts);
  addAmounts(charged.charged, amounts);
  for (const { owner } of charged.owner === leaf.owner ? [leaf] : [leaf, charged]) {
    addTo(owner.tests, test, amounts.allocBytes);
    if (caller !== null && caller.owner !== owner) addTo(owner.callers, caller, amounts.allocBytes);
  }
}

function addTest(tests: Map<string, HeapAmounts>, test: string, amounts: HeapAmounts): void {
  let sums = tests.get(test);
  if (sums === undefined) {
    sums = noAmounts();
    tests.set(test, sums);
  }
  addAmounts(sums, amounts);
}

function testRows(tests: ReadonlyMap<string, HeapAmounts>): HeapRecord['tests'] {
  const rows = [...tests]
    .map(([test, sums]) => ({ test: test.slice(0, maxNameLength), ...sums }))
    .sort(byAmounts);
  const rest = rows.splice(maxTests);
  if (rest.length === 0) return rows;
  const sums = noAmounts();
  for (const row of rest) addAmounts(sums, row);
  return [...rows, { test: others, ...sums }];
}

function addTo<K>(sums: Map<K, number>, key: K, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
