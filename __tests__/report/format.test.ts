import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clip, formatBytes, listNames, printable } from '../../src/report/format.ts';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [1536, '1.5 KiB'],
  [1024 ** 2 * 1.44, '1.4 MiB'],
  [2 * 1024 ** 3, '2.0 GiB'],
  [5 * 1024 ** 5, '5120.0 TiB'],
])('formatBytes(%d) is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('printable', () => {
  it.each([
    ['plain\ttext\nü \u{1f600}', 'plain\ttext\nü \u{1f600}'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b[2J\u001b[1;1Hcleared', 'cleared'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;https://x.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u001b]0;never ends\nnext line', '\nnext line'],
    ['\u001bcreset', '\ufffdcreset'],
    ['\u009b31mC1', '\ufffd31mC1'],
    ['50 %\r100 %', '50 %\ufffd100 %'],
    ['exe.\u202egpj\u202c \u2066x\u2069', 'exe.\ufffdgpj\ufffd \ufffdx\ufffd'],
    ['half \ud83d and \ude00, whole \u{1f600}', 'half \ufffd and \ufffd, whole \u{1f600}'],
    ['nul\u0000bell\u0007del\u007f', 'nul\ufffdbell\ufffddel\ufffd'],
  ])('%j is %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves no control character but tab and newline, and loses no line', () => {
    const piece = fc.constantFrom('\u001b', '[', ']', '\n', '31m', '\u0007', '\u009d', '\\', 'x');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        const shown = printable(text);
        expect(shown).not.toMatch(/[^\P{Cc}\t\n]/u);
        expect(shown.split('\n')).toHaveLength(text.split('\n').length);
      }),
    );
  });
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a\u{1f600}bc', 3, 'a…'],
  ['a\u{1f600}bc', 4, 'a\u{1f600}…'],
  ['', 0, ''],
])('clip(%j, %d) is %j', (text, maxChars, expected) => {
  expect(clip(text, maxChars)).toBe(expected);
});

it.each([
  [[], 2, ''],
  [['a', 'b'], 2, 'a, b'],
  [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more'],
  [['\u001b[31ma'], 2, 'a'],
  [['x'.repeat(200)], 2, `${'x'.repeat(119)}…`],
])('listNames(%j, %d) is %j', (names, max, expected) => {
  expect(listNames(names, max)).toBe(expected);
});
