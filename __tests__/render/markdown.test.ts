import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellCode, codeBlock, inlineCode, sentence } from '../../src/render/markdown.ts';

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

describe('sentence', () => {
  it.each([
    ['no timeline (2 packages): 41.5 % of it', 'no timeline (2 packages): 41.5 % of it'],
    ['see /tmp/core', 'see /tmp/core'],
    ['as @you said', '`as @you said`'],
    ['<img src=x>', '`<img src=x>`'],
    ['[a](b)', '`[a](b)`'],
    ['at http://a.b', '`at http://a.b`'],
    ['a\n# b', '`a # b`'],
    ['under_scored', '`under_scored`'],
  ])('%j is %j', (text, expected) => {
    expect(sentence(text, 100)).toBe(expected);
  });

  it('is clipped', () => {
    expect(sentence('word '.repeat(9), 9)).toBe('word wor…');
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
