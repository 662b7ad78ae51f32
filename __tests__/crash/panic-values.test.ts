import { describe, expect, it } from '@jest/globals';
import { sectionsNamed } from '../support/crash-sections.ts';
import { only } from '../support/scanned.ts';

type Value = [text: string, type?: string | null];

/** What Go prints of each value that a program panics with: [the value's text, its type]. */
const values: [string, Value | ((minor: number) => Value)][] = [
  ['string', ['out of paper']],
  ['empty', ['']],
  ['lines', ['first\nsecond\n\n\tthird: goroutine 7 [running]:']],
  ['int', ['42']],
  ['float', (minor) => [minor < 26 ? '+1.500000e+000' : '1.5']],
  ['rune', ['120']],
  ['error', ['disk is full']],
  ['wrapped', ['save order 7: disk is full']],
  ['error-lines', ['invoice 4711:\nno such customer']],
  ['stringer', ['gate is shut']],
  ['custom-string', ['main.state("half\nopen "so"")', 'main.state']],
  ['custom-int', ['main.code(-7)', 'main.code']],
  [
    'custom-float',
    (minor) => [minor < 26 ? 'main.ratio(+2.500000e-001)' : 'main.ratio(0.25)', 'main.ratio'],
  ],
  ['custom-bool', ['main.flag(true)', 'main.flag']],
  [
    'custom-point',
    (minor) => [
      minor < 26 ? 'main.point(+1.000000e+000-2.000000e+000i)' : 'main.point(1-2i)',
      'main.point',
    ],
  ],
  ['generic', ['main.word[int]("full")', 'main.word[int]']],
  ['nil', ['nil']],
  ['index', ['runtime error: index out of range [5] with length 3']],
  ['nil-map', ['assignment to entry in nil map']],
  ['nil-pointer', ['runtime error: invalid memory address or nil pointer dereference']],
  ['type', ['interface conversion: string is not fmt.Stringer: missing method String']],
  ['goexit', ['after goexit']],
  ['partial', ['out of paper']],
  ['in-goroutine', ['out of paper']],
];

describe.each(values)('panic with %s', (name, expected) => {
  it.each(sectionsNamed(`values/${name}`).map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (minor, text) => {
      const [value, type = null] = typeof expected === 'function' ? expected(minor) : expected;
      const crash = only(text);
      expect(crash).toMatchObject({
        kind: 'panic',
        message: value,
        truncated: false,
        survived: false,
      });
      expect(crash.panics).toEqual([
        { text: value, type, recovered: false, repanicked: false, goexit: false },
      ]);
      expect(crash.stacks.length).toBeGreaterThan(0);
      expect(crash.stacks[0]).toMatchObject({ role: 'crashing', goroutine: { state: 'running' } });
    },
  );
});

describe('values of which only the type and an address are shown', () => {
  it.each([
    ['struct', 'main.order'],
    ['pointer', '*main.order'],
    ['slice', 'main.list'],
    ['generic-box', 'main.box[map[string]int]'],
    ['anonymous', 'struct { a int }'],
    ['function', 'func(int) error'],
    ['nil-stringer', 'func() string'],
  ])('%s', (name, type) => {
    for (const { text } of sectionsNamed(`values/${name}`)) {
      const [value] = only(text).panics;
      expect(value).toMatchObject({ type });
      expect(value?.text).toMatch(/^\(.+\) 0x[0-9a-f]+$/);
    }
  });
});

describe('chains of panics', () => {
  const chain = (text: string): string[] =>
    only(text).panics.map(
      ({ text: value, recovered, repanicked }) =>
        `${value}${recovered ? ' R' : ''}${repanicked ? ' again' : ''}`,
    );

  it.each(sectionsNamed('values/nested').map(({ minor, text }) => [minor, text] as const))(
    'nested, Go 1.%i',
    (_, text) => {
      expect(chain(text)).toEqual(['first', 'second\nline after 2', 'third']);
      expect(only(text).message).toBe('third');
    },
  );
  it('recovered, and another one raised', () => {
    for (const { text } of sectionsNamed('values/recovered'))
      expect(chain(text)).toEqual(['first R', 'again: first']);
  });
  it('the same one raised again: two lines up to Go 1.22, one from 1.26 on', () => {
    for (const { minor, text } of sectionsNamed('values/repanicked'))
      expect(chain(text)).toEqual(minor < 25 ? ['the same R', 'the same'] : ['the same R again']);
    for (const { minor, text } of sectionsNamed('values/repanicked-twice'))
      expect(chain(text)).toEqual(
        minor < 25 ? ['the same R', 'the same R', 'the same'] : ['the same R again'],
      );
  });
  it('with runtime.Goexit in between', () => {
    for (const { text } of sectionsNamed('values/panic-goexit-panic'))
      expect(chain(text)).toEqual(['first', 'second']);
  });
  it('a panic of the value itself, while it is printed', () => {
    for (const { minor, text } of sectionsNamed('values/while-printing'))
      expect(only(text)).toMatchObject({
        kind: 'fatal-error',
        message:
          minor < 20
            ? 'panic while printing panic value'
            : 'panic while printing panic value: no words for it',
      });
  });
});

describe('large values', () => {
  it('a long line is cut', () => {
    for (const { text } of sectionsNamed('values/long')) {
      const { message, panics } = only(text);
      expect(message).toBe('0'.repeat(4096));
      expect(panics[0]?.text).toBe(message);
    }
  });
  it('many lines are cut, and the remark behind them is not lost', () => {
    for (const { text } of sectionsNamed('values/many-lines')) {
      const { message } = only(text);
      expect(message.split('\n').slice(0, 300)).toHaveLength(300);
      expect(message).toMatch(/^line 0\nline 1\n[^]*\nline 299$/);
    }
    const long = Array.from({ length: 900 }, (_, i) => `\tline ${String(i)}`).join('\n');
    const text = `panic: start\n${long} [recovered, repanicked]\n\ngoroutine 7 [running]:\nmain.main()\n\t/m/a.go:1 +0x1`;
    expect(only(text).panics).toMatchObject([{ recovered: true, repanicked: true }]);
  });
  it('a value that imitates a trace is one value, since Go 1.23', () => {
    for (const { text } of sectionsNamed('values/imitates').filter(({ minor }) => minor >= 23)) {
      const crash = only(text);
      expect(crash.message).toBe(
        'real\n\ngoroutine 1 [running]:\nmain.fake()\n\t/fake.go:1 +0x1\nexit status 7',
      );
      expect(crash.stacks).toHaveLength(1);
      expect(crash.exitStatus).toBeNull();
    }
  });
});
