import type { HeapFunction, HeapRecord } from '../../report/heap-schema.ts';
import type { TestMetric } from './metric-rules.ts';

/** A function of either record, or of both. */
export interface FunctionPair {
  base: HeapFunction | null;
  head: HeapFunction | null;
}

const charges = {
  allocBytes: 'chargedAllocBytes',
  allocObjects: 'chargedAllocObjects',
  inuseBytes: 'chargedInuseBytes',
} as const satisfies Record<TestMetric, keyof HeapFunction>;

/** What a change of the function can change. */
export function chargeOf(row: HeapFunction | null, metric: TestMetric): number {
  return row === null ? 0 : row[charges[metric]];
}

/**
 * The functions of two records, each beside itself. Closures are numbered in the order of the source, so that a new one gives the
 * others new names: where a function has other closures than before, they are paired by size.
 */
export function pairFunctions(
  base: HeapRecord,
  head: HeapRecord,
  metric: TestMetric,
): FunctionPair[] {
  const families = new Map<string, { base: HeapFunction[]; head: HeapFunction[] }>();
  const add = (side: 'base' | 'head') => (row: HeapFunction) => {
    const name = familyOf(row.function);
    const family = families.get(name) ?? { base: [], head: [] };
    families.set(name, family);
    family[side].push(row);
  };
  base.functions.forEach(add('base'));
  head.functions.forEach(add('head'));
  const pairs = [...families.values()].flatMap((family) => pairFamily(family, metric));
  return [
    ...pairs.filter((pair) => pair.base !== null && pair.head !== null),
    ...pairInlined(pairs),
  ];
}

/**
 * A closure that is inlined together with the function around it is named after the caller as well: `m.New.func1` becomes
 * `m.TestServe.New.func1`. What is on one side only is paired by its file and the end of its name.
 */
function pairInlined(pairs: readonly FunctionPair[]): FunctionPair[] {
  const gone = new Map<string, HeapFunction>();
  for (const { base, head } of pairs)
    if (base !== null && head === null && isClosure(base)) gone.set(closureOf(base), base);
  const left = pairs
    .filter(({ base }) => base === null)
    .map(({ head }) => {
      const base = head !== null && isClosure(head) ? (gone.get(closureOf(head)) ?? null) : null;
      if (base !== null) gone.delete(closureOf(base));
      return { base, head };
    });
  const paired = new Set(left.map(({ base }) => base));
  return [...left, ...pairs.filter(({ base, head }) => head === null && !paired.has(base))];
}

function isClosure(row: HeapFunction): boolean {
  return familyOf(row.function) !== row.function;
}

/** `shop/new.go New.func#` */
function closureOf({ file, function: name }: HeapFunction): string {
  const [around = '', ...closure] = familyOf(name).split(/(?=\.(?:func|gowrap|deferwrap)#)/);
  return `${file} ${around.slice(around.lastIndexOf('.') + 1)}${closure.join('')}`;
}

/** `m.Load.func#.#` for `m.Load.func2.1` and all others that are written in m.Load. */
function familyOf(name: string): string {
  const at = name.search(/\.(?:func|gowrap|deferwrap)\d/);
  return at < 0 ? name : name.slice(0, at) + name.slice(at).replace(/\d+/g, '#');
}

function pairFamily(
  { base, head }: { base: HeapFunction[]; head: HeapFunction[] },
  metric: TestMetric,
): FunctionPair[] {
  const before = new Map(base.map((row) => [row.function, row]));
  if (base.length === head.length && head.every((row) => before.has(row.function)))
    return head.map((row) => ({ base: before.get(row.function) ?? null, head: row }));
  const bySize = (rows: HeapFunction[]): HeapFunction[] =>
    rows.toSorted((a, b) => chargeOf(b, metric) - chargeOf(a, metric));
  const [olds, news] = [bySize(base), bySize(head)];
  return Array.from({ length: Math.max(olds.length, news.length) }, (_, index) => ({
    base: olds[index] ?? null,
    head: news[index] ?? null,
  }));
}

/**
 * What a package allocates moves from test to test: whoever comes first fills the caches. A growth of one test is real where the
 * package's functions grew by about as much. Without figures of functions it counts.
 */
export function isBacked(
  base: HeapRecord,
  head: HeapRecord,
  metric: TestMetric,
  growth: number,
): boolean {
  if (base.functions.length === 0 || head.functions.length === 0) return true;
  const grown = pairFunctions(base, head, metric)
    .map((pair) => chargeOf(pair.head, metric) - chargeOf(pair.base, metric))
    .filter((change) => change > 0);
  return grown.reduce((sum, change) => sum + change, 0) >= growth / 2;
}
