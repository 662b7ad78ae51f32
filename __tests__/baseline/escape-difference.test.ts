import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  escapesNotIn,
  isIn,
  locate,
  type LocatedEscape,
} from '../../src/baseline/escape-difference.ts';

function escape(of: Partial<LocatedEscape> = {}): LocatedEscape {
  return {
    ...{ file: 'store/orders.go', line: 10, text: 'moved to heap: order', inlined: [] },
    ...{ function: 'Orders.Add', source: 'var order Order' },
    ...of,
  };
}

describe('an escape is located', () => {
  const source = `package store

var kept = New(1)

func New(n int) []int { return make([]int, n) }

func (o *Orders) Add() {
	x := 1
	kept = func() {
		x++
	}
}

func (Orders[K, V]) Len() int {
	return 0
}

func Map[K comparable](k K) {
	_ = k
}

func (o *Orders) Import(
	lines []string,
	options interface {
		Limit() int
	},
) (int, error) {
	return len(lines), nil
}
`.split('\n');
  it.each([
    [3, ''],
    [5, 'New'],
    [8, 'Orders.Add'],
    [10, 'Orders.Add'],
    [14, 'Orders.Len'],
    [19, 'Map'],
    [24, 'Orders.Import'],
    [28, 'Orders.Import'],
    [999, ''],
  ])('line %i lies in %j', (line, name) => {
    const said = { file: 'store/orders.go', line, text: 'x escapes to heap', inlined: [] };
    expect(locate(said, source).function).toBe(name);
    expect(locate(said, null)).toEqual({ ...said, function: '', source: '' });
  });
});

describe('new is', () => {
  it.each([
    ['what the base does not have', [], [escape()], [10]],
    ['not what has other lines now', [escape({ line: 3 })], [escape()], []],
    [
      'not what stands in another file of the package',
      [escape({ file: 'store/old.go' })],
      [escape()],
      [],
    ],
    [
      'not what moved to another function with its line',
      [escape({ function: 'Add' })],
      [escape()],
      [],
    ],
    [
      'what is there once more, on the line that is new',
      [escape({ source: 'b' })],
      [escape({ line: 1, source: 'a' }), escape({ line: 2, source: 'b' })],
      [1],
    ],
    [
      'what escapes in another function, on another line',
      [escape({ function: 'Other', source: 'x := Order{}' })],
      [escape()],
      [10],
    ],
  ] as const)('%s', (_, base, head, lines) => {
    expect(escapesNotIn(base, head).map(({ line }) => line)).toEqual(lines);
  });
});

const some = fc.array(
  fc.record({
    file: fc.constantFrom('a/a.go', 'a/b.go', 'b/a.go'),
    line: fc.integer({ min: 1, max: 9 }),
    text: fc.constantFrom('x escapes to heap', 'moved to heap: x'),
    inlined: fc.constant<string[]>([]),
    function: fc.constantFrom('F', 'T.M', ''),
    source: fc.constantFrom('x := 1', 'f(x)'),
  }),
  { maxLength: 12 },
);

it('nothing is new against itself, in any order and anywhere in the file', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 100 }), (all, by) => {
      const moved = [...all].reverse().map((each) => ({ ...each, line: each.line + by }));
      expect(escapesNotIn(all, moved)).toEqual([]);
    }),
  );
});

it('as many are new as the base has too few of a text', () => {
  fc.assert(
    fc.property(some, some, (base, head) => {
      const count = (all: readonly LocatedEscape[], text: string): number =>
        all.filter((each) => each.text === text).length;
      const found = escapesNotIn(base, head);
      for (const text of ['x escapes to heap', 'moved to heap: x'])
        expect(count(found, text)).toBeGreaterThanOrEqual(count(head, text) - count(base, text));
      for (const each of found) expect(head).toContain(each);
    }),
  );
});

describe('an escape lies in', () => {
  const at = (function_: string, of: Partial<LocatedEscape> = {}): boolean =>
    isIn(escape(of), [{ function: function_, file: 'store/orders.go' }]);
  it.each([
    ['a method', 'm/store.(*Orders).Add', {}, true],
    ['a closure of it', 'm/store.(*Orders).Add.func1.2', {}, true],
    ['a generic one', 'm/store.(*Orders[go.shape.int]).Add', {}, true],
    ["another type's method", 'm/store.(*Lines).Add', {}, false],
    ['a function of the same name', 'm/store.Add', {}, false],
    ['a function', 'm/store.Load', { function: 'Load' }, true],
    ['another file', 'm/store.(*Orders).Add', { file: 'store/b.go' }, false],
    ['what is inlined there', 'm/store.Load', { inlined: ['Load'] }, true],
    ['a method that is inlined there', 'm/b.(*T).Load', { inlined: ['b.(*T[int]).Load'] }, true],
    ['what something else is inlined in', 'm/store.Load', { inlined: ['fmt.Sprint'] }, false],
  ] as const)('%s: %s', (_, name, of, expected) => {
    expect(at(name, { ...of, inlined: [...('inlined' in of ? of.inlined : [])] })).toBe(expected);
  });
});
