import { expect, it } from '@jest/globals';
import type { PathStep } from '../../src/crash/blame/path-step.ts';
import { pathLines, pathMarkdown } from '../../src/render/source-excerpt.ts';

const paint = {
  good: (text: string) => text,
  bad: (text: string) => `<${text}>`,
  dim: (text: string) => text,
  bold: (text: string) => text,
};
const page = { width: 100, paint };

const source = `package orders

func (o *Order) Line(i int) int {
	if i < 0 {
		return 0
	}
	return o.Lines[i] // may be empty
}

func TestLine(t *testing.T) { (&Order{}).Line(2) }`;
const repository = { lines: (file: string) => (file === 'o.go' ? source.split('\n') : null) };

const step = (about: Partial<PathStep>): PathStep => ({
  function: 'example.com/shop/orders.(*Order).Line',
  file: 'o.go',
  line: 7,
  source: source.split('\n')[6]!,
  note: 'panics here',
  guilty: true,
  ...about,
});
const test = step({
  function: 'example.com/shop/orders.TestLine',
  line: 10,
  source: '',
  note: 'the test',
  guilty: false,
});

it('shows each step with its source, and marks the guilty code', () => {
  expect(pathLines([test, step({})], repository, page)).toEqual([
    '    orders.TestLine  o.go:10  the test',
    '    > 10 | func TestLine(t *testing.T) { (&Order{}).Line(2) }',
    '    orders.(*Order).Line  o.go:7  <panics here>',
    '      5 |         return 0',
    '      6 |     }',
    '    > 7 |     return o.Lines[i] // may be empty',
    '<        |     ^^^^^^^^^^^^^^^^^>',
    '      8 | }',
  ]);
});

it('shows no source where there is none, and folded calls in words', () => {
  const steps = [
    step({ file: '/elsewhere/o.go', source: null, guilty: false, note: '' }),
    step({ function: '', file: '', line: 0, source: null, guilty: false, note: '12 more calls' }),
    step({ function: '', guilty: false, note: 'does not build', source: null }),
  ];
  expect(pathLines(steps, repository, page)).toEqual([
    '    orders.(*Order).Line  /elsewhere/o.go:7',
    '    12 more calls',
    '      o.go:7  does not build',
  ]);
});

it('numbers of the same excerpt stand below each other', () => {
  const lines = Array.from({ length: 12 }, (_, index) =>
    index === 6 ? 'func f() {' : `\tx${String(index)}`,
  );
  const shown = pathLines(
    [step({ line: 9, source: 'x', guilty: false })],
    { lines: () => lines },
    page,
  );
  expect(shown.slice(1)).toEqual([
    '       7 | func f() {',
    '       8 |     x7',
    '    >  9 |     x8',
    '      10 |     x9',
  ]);
});

it('no line is wider than the page', () => {
  const long = `\t${'x'.repeat(100_000)}`;
  const steps = [step({ source: long, file: 'a/'.repeat(300), function: 'm.f'.repeat(200) })];
  const shown = pathLines(steps, { lines: () => Array(20).fill(long) as string[] }, page);
  for (const line of shown) expect(line.replace(/[<>]/g, '').length).toBeLessThanOrEqual(101);
});

it('what is hostile in source and names stays text', () => {
  const lines = ['func f() {', '\u001b[31m\u0007```\r\n<script>@everyone\u001b]0;title\u0007', '}'];
  const hostile = step({
    function: 'm.f\u001b[2J`',
    file: 'x`|\n## y.go',
    line: 2,
    source: lines[1]!,
    note: '\u001b[31mno`te',
  });
  const terminal = pathLines([hostile], { lines: () => lines }, page).join('\n');
  expect(terminal).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  const markdown = pathMarkdown([hostile], { lines: () => lines });
  const fence = /^(?<fence>`+)text\n/.exec(markdown)?.groups?.['fence'];
  expect(fence!.length).toBeGreaterThan(3);
  expect(markdown.endsWith(`\n${fence!}`)).toBe(true);
  expect(markdown.split(fence!)).toHaveLength(3);
});

it('Markdown is one block, and nothing for no path', () => {
  expect(pathMarkdown([test], repository)).toBe(
    [
      '```text',
      '    orders.TestLine  o.go:10  the test',
      '    > 10 | func TestLine(t *testing.T) { (&Order{}).Line(2) }',
      '```',
    ].join('\n'),
  );
  expect(pathMarkdown([], repository)).toBe('');
});
