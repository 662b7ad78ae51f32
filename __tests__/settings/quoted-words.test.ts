import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinQuotedWords, splitQuotedWords } from '../../src/settings/quoted-words.ts';

describe('splitQuotedWords', () => {
  it.each([
    ['', []],
    [' \t\n', []],
    ['-short -run=A', ['-short', '-run=A']],
    ['  -run  "A B"\n-v ', ['-run', 'A B', '-v']],
    [`'say "hi"' "it's"`, ['say "hi"', "it's"]],
    [`''`, ['']],
    ['-run="A|B"', ['-run="A|B"']],
    ['C:\\go\\bin', ['C:\\go\\bin']],
    ['"a"b', ['a', 'b']],
  ])('%j', (text, words) => {
    expect(splitQuotedWords(text)).toEqual({ words });
  });

  it.each([
    ['"open', '"'],
    ["-run 'A", "'"],
  ])('refuses %j, whose quote is never closed', (text, quote) => {
    expect(splitQuotedWords(text)).toEqual({ problem: `the quote ${quote} is never closed` });
  });
});

describe('joinQuotedWords', () => {
  it('is undone by splitQuotedWords', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '-', ' ', '\t', "'", '"', '\\', 'ä') });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const joined = joinQuotedWords(words);
        fc.pre(joined !== null);
        expect(splitQuotedWords(joined)).toEqual({ words });
      }),
    );
  });

  it('refuses a word with both kinds of quote, which the go command cannot read', () => {
    expect(joinQuotedWords(['a', `it's "b"`])).toBeNull();
  });
});
