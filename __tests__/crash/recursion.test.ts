import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Frame } from '../../src/crash/frame.ts';
import { parseGoroutines } from '../../src/crash/goroutines/goroutines.ts';
import { panicStarts, repanicsAtTop } from '../../src/crash/blame/panics-on-stack.ts';
import type { PanicValue } from '../../src/crash/parsed-crash.ts';
import { recursionOf } from '../../src/crash/blame/recursion.ts';

const [goroutine] = parseGoroutines('goroutine 7 [running]:');
const frames = (names: string): Frame[] =>
  names.split(' ').map((name) => {
    const [call = '', line = '1'] = name.split(':');
    return { function: call, file: 'x.go', line: Number(line) };
  });
const recursion = (names: string, elided: { after: number; count: number } | null = null) => {
  const { members, entered } = recursionOf({ ...goroutine!, frames: frames(names), elided });
  const shown = ({ function: name, line }: Frame): string => `${name}:${String(line)}`;
  return [members.map(shown), entered === null ? null : shown(entered)];
};

describe('the calls that repeat', () => {
  it.each([
    ['one function, whose entry is another line', 'f:1 f:2 f:2 f:2 T', ['f:2'], 'f:2'],
    ['two in turn', 'b:9 a:1 b:2 a:1 b:2 a:1 T', ['a:1', 'b:2'], 'a:1'],
    ['with a leaf on top', 'leaf f:2 f:2 f:2', ['f:2'], 'f:2'],
    ['through branches', 'e:1 t:2 f:3 e:4 t:2 f:3 e:1 t:2 f:3 T', ['e:1', 't:2', 'f:3'], 'f:3'],
    ['none', 'a b c', [], null],
  ])('%s', (_, names, members, entered) => {
    expect(recursion(names)).toEqual([members, entered]);
  });

  it('frames that are left out hide the entry where they are the outer ones', () => {
    expect(recursion('f:2 f:2 f:2', { after: 3, count: 9 })).toEqual([['f:2'], null]);
    expect(recursion('f:2 f:2 f:3 f:2 T', { after: 2, count: 9 })).toEqual([['f:2'], 'f:2']);
  });

  it('of any stack are on it, each once', () => {
    const name = fc.constantFrom('a:1', 'a:2', 'b:1', 'c:1');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 300 }), fc.nat(300), (names, after) => {
        const [members] = recursion(names.join(' '), { after, count: 1 });
        expect(new Set(members).size).toBe(members!.length);
        for (const member of members!) expect(names).toContain(member);
      }),
    );
  });
});

describe('panics that follow each other', () => {
  it('begin below one another on the stack', () => {
    const stack =
      'testing.tRunner.func1.2 testing.tRunner.func1 panic m.Close.func1 panic m.Close m.TestX';
    expect(panicStarts(frames(stack))).toEqual([0, 3, 5]);
    expect(panicStarts(frames('m.f main.main'))).toEqual([0]);
    expect(panicStarts(frames('panic m.f'))).toEqual([0]);
  });

  const value = (text: string, ...remarks: ('recovered' | 'repanicked')[]): PanicValue => ({
    text,
    type: null,
    recovered: remarks.length > 0,
    repanicked: remarks.includes('repanicked'),
    goexit: false,
  });

  it.each([
    ['one', [value('a')], 0],
    ['raised again, up to Go 1.24', [value('a', 'recovered'), value('a')], 'all'],
    ['raised again, since Go 1.25', [value('a', 'repanicked')], 'all'],
    ['a second one', [value('a'), value('b')], 0],
    ['a second one raised again', [value('a'), value('b', 'recovered'), value('b')], 1],
    ['a second one raised again, since Go 1.25', [value('a'), value('b', 'repanicked')], 1],
    ['the same text twice', [value('a'), value('a')], 0],
    ['none', [], 0],
  ])('%s', (_, panics, again) => {
    expect(repanicsAtTop(panics)).toBe(again);
  });
});
