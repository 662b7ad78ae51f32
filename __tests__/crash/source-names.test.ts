import { describe, expect, it } from '@jest/globals';
import { enclosingFunction } from '../../src/crash/source/enclosing-function.ts';
import { identifiersOf, isClosure, shortName } from '../../src/crash/function-name.ts';

it.each([
  ['example.com/m.Do', ['Do'], false, 'm.Do'],
  ['example.com/m.(*Store).Get', ['Store', 'Get'], false, 'm.(*Store).Get'],
  ['example.com/m.Store.Get', ['Store', 'Get'], false, 'm.Store.Get'],
  ['example.com/m.(*Store[...]).Get', ['Store', 'Get'], false, 'm.(*Store).Get'],
  ['example.com/m.Map[go.shape.*example.com/other.T[int]]', ['Map'], false, 'm.Map'],
  ['example.com/m.Do.func1', ['Do'], true, 'm.Do.func1'],
  ['example.com/m.Do.func1.2', ['Do'], true, 'm.Do.func1.2'],
  ['example.com/m.Do.gowrap1', ['Do'], false, 'm.Do.gowrap1'],
  ['example.com/m.Do-range1', ['Do'], true, 'm.Do-range1'],
  ['example.com/m.Store.Get-fm', ['Store', 'Get'], false, 'm.Store.Get-fm'],
  [
    'example.com/m.TestX.(*Store).Get.func1',
    ['TestX', 'Store', 'Get'],
    true,
    'm.TestX.(*Store).Get.func1',
  ],
  ['example.com/m.init.0', ['init'], true, 'm.init.0'],
  ['example.com/m.glob..func1', [], true, 'm.glob..func1'],
  ['gopkg.in/yaml%2ev3.(*parser).parse', ['parser', 'parse'], false, 'yaml.v3.(*parser).parse'],
  ['main.main', ['main'], false, 'main.main'],
  ['crash_here', ['crash_here'], false, 'crash_here'],
  ['m.größe', ['größe'], false, 'm.größe'],
  ['', [], false, ''],
])('%s', (name, identifiers, closure, short) => {
  expect(identifiersOf(name)).toEqual(identifiers);
  expect(isClosure(name)).toBe(closure);
  expect(shortName(name)).toBe(short);
});

describe('the function around a line', () => {
  const lines = [
    'package m', // 1
    'var x = f()', // 2
    'func f() int {', // 3
    '\tg := func() {', // 4
    '\t\tcrash()', // 5
    '\t}', // 6
    '}', // 7
    '', // 8
    'func (s *Store[K]) Größe(', // 9
    '\tkey K,', // 10
    ') int { return 0 }', // 11
    'type t struct {', // 12
    '\ta int', // 13
    '}', // 14
    'func short() { f() }', // 15
    'var y = 2', // 16
  ];

  it.each([
    [1, null],
    [2, null],
    [3, 'f'],
    [5, 'f'],
    [7, 'f'],
    [10, 'Größe'],
    [11, 'Größe'],
    [14, null],
    [15, 'short'],
    [0, null],
    [17, null],
    [-1, null],
  ])('of line %d is %s', (line, name) => {
    expect(enclosingFunction(lines, line)?.name ?? null).toBe(name);
  });
});
