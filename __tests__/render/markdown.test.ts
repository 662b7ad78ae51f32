import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellCode, codeBlock, inlineCode, linked, sentence } from '../../src/render/markdown.ts';
import { nodesOf, nodesOfType, parseGfm, referencesIn } from '../support/gfm.ts';

/** Text that tries to end the code it stands in. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '``',
        '```',
        '~~~',
        '\n',
        '\r\n',
        '\n```\n',
        '|',
        '\\',
        '\u2028',
        '\u001b[2J',
      ),
      fc.constantFrom('@someone', '<script>', '#1', '[a](b)', '- ', '    '),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('inlineCode', () => {
  it.each([
    ['TestA', '`TestA`'],
    ['a`b', '``a`b``'],
    ['`a``b`', '``` `a``b` ```'],
    ['```', '```` ``` ````'],
    [' a \n\t b ', '`a b`'],
    ['\u001b[31m@you\u001b[0m', '`@you`'],
    ['  ', ''],
    ['', ''],
    ['x'.repeat(300), `\`${'x'.repeat(199)}…\``],
  ])('%j is %s', (text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });

  it('is one line, and nothing in it ends the code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = inlineCode(text);
        if (code === '') return;
        const { fence = '', body = '' } =
          /^(?<fence>`+)(?<body>.*?)\k<fence>$/su.exec(code)?.groups ?? {};
        expect(fence).not.toBe('');
        expect(body).not.toMatch(/[\n\r\u2028\u2029]/);
        const runs: string[] = body.match(/`+/g) ?? [];
        expect(runs.map(({ length }) => length)).not.toContain(fence.length);
      }),
    );
  });
});

it('cellCode escapes every pipe, which would end the cell even inside code', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(cellCode(text)).not.toMatch(/(?<!\\)\|/);
    }),
  );
});

it('cellCode is one cell of code for every parser', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [table] = nodesOfType(parseGfm(`| a |\n| --- |\n| x ${cellCode(text)} |`), 'table');
      expect(table?.children.map(({ children }) => children.length)).toEqual([1, 1]);
    }),
  );
});

describe('sentence', () => {
  it.each([
    ['no timeline (2 packages): 41.5 % of it', 'no timeline (2 packages): 41.5 % of it'],
    ["the kernel's out-of-memory killer", "the kernel's out-of-memory killer"],
    ['grew by 2.0 MiB (20.0 %), to 12.', 'grew by 2.0 MiB (20.0 %), to 12.'],
    ['see /tmp/core', 'see `/tmp/core`'],
    ['exit code 3 (os.Exit or a call)', 'exit code 3 (`os.Exit` or a call)'],
    ['look at m/p.F (p/p.go:11): it grew', 'look at `m/p.F` (`p/p.go:11`): it grew'],
    ['called (os.Exit), at last', 'called (`os.Exit`), at last'],
    ['as @you said', 'as `@you` said'],
    ['fixes #1 and GH-2', 'fixes `#1` and `GH-2`'],
    [`in ${'0123abcd'.repeat(5)} now`, `in \`${'0123abcd'.repeat(5)}\` now`],
    [`in ${'abcd'.repeat(10)} now`, `in \`${'abcd'.repeat(10)}\` now`],
    ['see 1234567 and 12345678.', 'see `1234567` and `12345678`.'],
    ['as abcdefa-b or abcdefa’s', 'as `abcdefa-b` or `abcdefa’s`'],
    ['at 123456, 1,234,567 and abcdef', 'at 123456, 1,234,567 and abcdef'],
    ['<img src=x>', '`<img src=x>`'],
    ['[a](b)', '`[a](b)`'],
    ['[a b](http://c d)', '`[a b](http://c` d)'],
    ['at http://a.b', 'at `http://a.b`'],
    ['a\n# b', 'a `#` b'],
    ['1. a', '`1`. a'],
    ['12 a', '12 a'],
    ['- a', '`-` a'],
    ['--- a', '`---` a'],
    ['under_scored', '`under_scored`'],
    [':+1: a :smile:', '`:+1`: a `:smile`:'],
    ['$a$', '`$a$`'],
    ['`a` b', '`` `a` `` b'],
    [
      'make "go build ./..." and "go vet ./..." pass',
      'make "`go build ./...`" and "`go vet ./...`" pass',
    ],
    ['end with "os.Exit(m.Run())".', 'end with "`os.Exit(m.Run())`".'],
    ['it is "quite a story"', 'it is "quite a story"'],
    ['has "no end a/b', 'has "no end `a/b`'],
    ['"a/b" "c/d"', '"`a/b`" "`c/d`"'],
    ['x="a/b" c', '`x="a/b"` c'],
    ['the code of m.Run: os.Exit(3)', 'the code of `m.Run`: `os.Exit(3)`'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(sentence(text, 100)).toBe(expected);
  });

  it('is clipped', () => {
    expect(sentence('word '.repeat(9), 9)).toBe('word wor…');
  });

  it('is one paragraph of words and code, whatever it quotes', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = sentence(text, 300);
        const root = parseGfm(`- at ${said}`);
        const types = new Set([...nodesOf(root)].map(({ type }) => type));
        for (const type of ['root', 'list', 'listItem', 'paragraph', 'text', 'inlineCode'] as const)
          types.delete(type);
        expect([...types]).toEqual([]);
        expect(referencesIn(root)).toEqual([]);
      }),
    );
  });
});

describe('linked', () => {
  it.each([
    ['https://a.b/c?d=e#f', '[x](https://a.b/c?d=e#f)'],
    ['https://a.b/(c) d', '[x](https://a.b/%28c%29%20d)'],
    ['https://a.b/"<c>\n', '[x](https://a.b/%22%3Cc%3E%0A)'],
    ['javascript:alert(1)', 'x'],
    ['//a.b', 'x'],
    [null, 'x'],
  ])('%j is %j', (address, expected) => {
    expect(linked('x', address)).toBe(expected);
  });
});

describe('codeBlock', () => {
  it.each([
    ['a\n  b\n\n', '```text\na\n  b\n```'],
    ['```\n@you', '````text\n```\n@you\n````'],
    ['\u001b[1mbold\r\n', '```text\nbold\ufffd\n```'],
    ['', '```text\n\n```'],
  ])('%j is %j', (text, expected) => {
    expect(codeBlock(text, 100)).toBe(expected);
  });

  it('is closed by its last line and by none before', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = codeBlock(text, 500).split('\n');
        const fence = lines[0]?.replace(/text$/, '') ?? '';
        const closing = new RegExp(`^ {0,3}\`{${String(fence.length)},}\\s*$`);
        expect(lines.findIndex((line, i) => i > 0 && closing.test(line))).toBe(lines.length - 1);
      }),
    );
  });

  it('is clipped', () => {
    expect(codeBlock('x'.repeat(50), 10)).toBe(`\`\`\`text\n${'x'.repeat(9)}…\n\`\`\``);
  });
});
