import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from '../../src/gotest/lines.ts';
import { cut } from '../support/streams.ts';

function split(chunks: readonly Uint8Array[]): { lines: string[]; cutOff: boolean } {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  for (const chunk of chunks) {
    const copy = Buffer.from(chunk);
    splitter.push(copy);
    copy.fill('#');
  }
  return { cutOff: splitter.end(), lines };
}

describe('splitLines', () => {
  it.each([
    ['', [], false],
    ['\n', [''], false],
    ['a\n', ['a'], false],
    ['a\n\nb', ['a', '', 'b'], true],
    ['a\r\nb\n', ['a\r', 'b'], false],
    ['\u2028ä\u{1f600}\n', ['\u2028ä\u{1f600}'], false],
  ])('%j', (text, lines, cutOff) => {
    expect(split([Buffer.from(text)])).toEqual({ lines, cutOff });
  });

  it('does not care where the chunks end, not even inside a character', () => {
    const text = 'ä\u{1f600}\n\n€b\nlast ü';
    const bytes = Buffer.from(text);
    for (let a = 0; a <= bytes.length; a++) {
      for (let b = a; b <= bytes.length; b++) {
        expect(split(cut(bytes, [a, b])).lines).toEqual(text.split('\n'));
      }
    }
  });

  it('gives for any bytes in any chunks the lines of the whole', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((raw) => raw.map((b) => (b % 5 ? b : 10)));
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(200)), (raw, places) => {
        const whole = Buffer.from(raw).toString('utf8').split('\n');
        const { lines, cutOff } = split(cut(raw, places));
        expect([...lines, ...(cutOff ? [] : [''])]).toEqual(whole);
      }),
    );
  });

  it('keeps 4 MiB of an endless line and goes on with the next', () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const { lines } = split([...Array<Buffer>(6).fill(chunk), Buffer.from('\nnext\n')]);
    expect(lines.map(({ length }) => length)).toEqual([4 * 1024 * 1024, 4]);
  });
});
