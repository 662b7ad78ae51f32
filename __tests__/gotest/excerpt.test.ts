import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createExcerpt } from '../../src/gotest/excerpt.ts';

function excerptOf(parts: readonly string[], head: number, tail: number): string {
  const excerpt = createExcerpt(head, tail);
  for (const part of parts) excerpt.add(part);
  return excerpt.text();
}

it.each([
  [[], ''],
  [['abc'], 'abc'],
  [['ab', '', 'cd', 'ef'], 'abcdef'],
  [['0123456789'], '0123456789'],
  [['0123456789X'], '0123\n... 1 characters left out, the log file has all ...\n56789X'],
  [
    ['01', '23xxxxxxxx', 'xxxxxxxxx', 'abcdef'],
    '0123\n... 17 characters left out, the log file has all ...\nabcdef',
  ],
])('keeps four at the head and six at the tail of %j', (parts, text) => {
  expect(excerptOf(parts, 4, 6)).toBe(text);
});

it('depends on the text only, not on its pieces, and counts what it leaves out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.nat(20),
      fc.integer({ min: 1, max: 20 }),
      (parts, head, tail) => {
        const all = parts.join('');
        const text = excerptOf(parts, head, tail);
        expect(text).toBe(excerptOf([all], head, tail));
        if (all.length <= head + tail) expect(text).toBe(all);
        else {
          expect(text.startsWith(all.slice(0, head))).toBe(true);
          expect(text.endsWith(all.slice(-tail))).toBe(true);
          expect(text).toContain(`... ${String(all.length - head - tail)} characters left out`);
        }
      },
    ),
  );
});

it('is empty until something was added', () => {
  const excerpt = createExcerpt();
  excerpt.add('');
  expect(excerpt.isEmpty()).toBe(true);
  excerpt.add('x');
  expect(excerpt.isEmpty()).toBe(false);
});
