import type { HeapFunction } from '../report/heap-schema.ts';
import type { FunctionSums, Place } from './function-sums.ts';
import { addAmounts, byAmounts, isNothing, noAmounts, type HeapAmounts } from './heap-amounts.ts';
import { repositoryFile, type HeapPlaces } from './heap-places.ts';
import { others } from './test-of-places.ts';

/** Functions are listed that are among the first by one of these. */
const rankings: ((sums: FunctionSums) => number)[] = [
  ({ flat }) => flat.allocBytes,
  ({ cumulative }) => cumulative.allocBytes,
  ({ charged }) => charged.allocBytes,
  ({ charged }) => charged.inuseBytes,
];
const maxEach = 200;
const maxLines = 5;
/** Names of generic functions may hold whole struct types. */
const maxNameLength = 1000;

/** The largest functions, most charged first, and the rest as one. */
export function functionRows(
  functions: Iterable<FunctionSums>,
  places: HeapPlaces,
): HeapFunction[] {
  const all = [...functions].filter(({ lastSample }) => lastSample >= 0);
  const listed = new Set(
    rankings.flatMap((amount) =>
      all
        .filter((sums) => amount(sums) > 0)
        .sort((a, b) => amount(b) - amount(a))
        .slice(0, maxEach),
    ),
  );
  const rows = [...listed]
    .sort((a, b) => byAmounts(a.charged, b.charged) || byAmounts(a.flat, b.flat))
    .map((sums) => functionRow(sums, places));
  const rest = all.filter((sums) => !listed.has(sums));
  return rest.length === 0 ? rows : [...rows, restRow(rest)];
}

function functionRow(sums: FunctionSums, options: HeapPlaces): HeapFunction {
  const places = [...sums.places.values()].sort(byWeight);
  const [main] = places as [Place];
  const caller = main.own ? null : largest(sums.callers);
  return {
    ...position(main, options),
    ...amountFields(sums),
    lines: places
      .filter(({ frame, charged }) => frame.file === main.frame.file && !isNothing(charged))
      .slice(0, maxLines)
      .map(({ frame, charged }) => ({ line: frame.line, ...charged })),
    test: largest(sums.tests),
    calledFrom: caller === null ? null : position(caller, options),
  };
}

function restRow(rest: readonly FunctionSums[]): HeapFunction {
  const flat = noAmounts();
  const charged = noAmounts();
  for (const sums of rest) {
    addAmounts(flat, sums.flat);
    addAmounts(charged, sums.charged);
  }
  return {
    ...{ function: others, file: '', line: 0 },
    // Cumulative amounts of several functions overlap: only what they allocated themselves is known of all.
    ...amountFields({ flat, cumulative: flat, charged }),
    lines: [],
    test: null,
    calledFrom: null,
  };
}

function amountFields({
  flat,
  cumulative,
  charged,
}: Record<'flat' | 'cumulative' | 'charged', HeapAmounts>): Omit<
  HeapFunction,
  'function' | 'file' | 'line' | 'lines' | 'test' | 'calledFrom'
> {
  return {
    ...flat,
    cumulativeAllocBytes: cumulative.allocBytes,
    cumulativeAllocObjects: cumulative.allocObjects,
    cumulativeInuseBytes: cumulative.inuseBytes,
    chargedAllocBytes: charged.allocBytes,
    chargedAllocObjects: charged.allocObjects,
    chargedInuseBytes: charged.inuseBytes,
  };
}

function position(
  { frame }: Place,
  options: HeapPlaces,
): Pick<HeapFunction, 'function' | 'file' | 'line'> {
  return {
    function: frame.function.slice(0, maxNameLength),
    file: repositoryFile(options, frame).slice(-maxNameLength),
    line: frame.line,
  };
}

function byWeight(a: Place, b: Place): number {
  return (
    byAmounts(a.charged, b.charged) ||
    b.flatBytes - a.flatBytes ||
    b.throughBytes - a.throughBytes ||
    a.frame.line - b.frame.line
  );
}

function largest<K>(sums: ReadonlyMap<K, number>): K | null {
  let best: K | null = null;
  let most = -1;
  for (const [key, value] of sums) {
    if (value <= most) continue;
    most = value;
    best = key;
  }
  return best;
}
