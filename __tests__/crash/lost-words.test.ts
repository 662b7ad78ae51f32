import { describe, expect, it } from '@jest/globals';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { lostWords } from '../../src/crash/runtime/lost-words.ts';
import { allCaptures } from '../support/crash-sections.ts';
import { scanned } from '../support/scanned.ts';

/** Captures of one panic each that package testing has raised again. */
const panics = allCaptures().flatMap(({ path, text }) => {
  const { crashes } = scanned(text);
  const [crash] = crashes;
  const header = text.split('\n').findIndex((line) => line.startsWith('goroutine '));
  const isPanic =
    crashes.length === 1 &&
    crash?.kind === 'panic' &&
    !crash.survived &&
    functions(crash)[0]?.startsWith('testing.tRunner.') === true &&
    functions(crash).includes('panic');
  return isPanic ? [{ path, lines: text.split('\n'), crash, header }] : [];
});

function functions(crash: ParsedCrash | undefined): string[] {
  return (crash?.stacks[0]?.goroutine.frames ?? []).map(({ function: name }) => name);
}

it('there are captures of that', () => {
  expect(panics.length).toBeGreaterThan(200);
});

describe('of a panic whose first lines are missing', () => {
  it.each<[string, (lines: readonly string[], header: number) => readonly string[]]>([
    ['the stack tells where it was', (lines, header) => lines.slice(header)],
    ['so it does without its header', (lines, header) => lines.slice(header + 1)],
    [
      'so it does where nothing follows',
      (lines, header) => lines.slice(header, lines.indexOf('', header) + 1 || undefined),
    ],
    [
      'so it does where a failed test stands before it',
      (lines, header) => ['--- FAIL: TestX (0.00s)', ...lines.slice(header)],
    ],
  ])('%s', (_, cut) => {
    for (const { path, lines, crash, header } of panics) {
      const { crashes } = scanned(cut(lines, header).join('\n'));
      expect([path, crashes.map(({ kind, message }) => [kind, message])]).toEqual([
        path,
        [['panic', lostWords]],
      ]);
      expect([path, functions(crashes[0])]).toEqual([path, functions(crash)]);
      expect(crashes[0]?.stacks[0]?.role).toBe('crashing');
    }
  });

  it('in the middle of the stack, what is left is read', () => {
    const { lines, crash, header } = panics[0]!;
    const whole = functions(crash);
    for (let cut = 1; cut < 2 * whole.length - 1; cut++) {
      const rest = lines.slice(header + 1 + cut).join('\n');
      expect(functions(scanned(rest).crashes[0])).toEqual(whole.slice(Math.ceil(cut / 2)));
    }
  });
});

const stack = [
  'goroutine 7 [running]:',
  'example.com/m.work(...)',
  '\t/src/m/work.go:9',
  'created by example.com/m.TestWork in goroutine 6',
  '\t/src/m/work_test.go:12 +0x1d',
];
const failed = 'FAIL\texample.com/m\t0.1s';

it.each<[string, string[]]>([
  ['with its status', [...stack, 'exit status 2', failed]],
  ['without', [...stack, failed]],
  ['behind other output', ['listening', '', ...stack, 'exit status 2', failed]],
  [
    'behind a trace that was logged',
    ['goroutine 3 [running]:', 'runtime/debug.Stack()', '\t/go/src/runtime/debug/stack.go:26 +0x1']
      .concat(Array.from({ length: 30 }, (_, i) => `request ${String(i)}`))
      .concat(stack, 'exit status 2', failed),
  ],
])('a goroutine of nobody’s that panics, %s', (_, lines) => {
  const { crashes } = scanned(lines.join('\n'));
  expect(crashes).toMatchObject([
    { kind: 'panic', message: lostWords, package: 'example.com/m', survived: false },
  ]);
  expect(functions(crashes[0])).toEqual(['example.com/m.work']);
});

describe('no panic', () => {
  it.each<[string, string[], string[]]>([
    ['a status that the runtime does not use', [...stack, 'exit status 3', failed], ['exit']],
    [
      'a stack that the program asked for',
      [stack[0]!, 'runtime/debug.Stack()', '\t/go/src/runtime/debug/stack.go:26 +0x1']
        .concat(stack.slice(1))
        .concat('exit status 2', failed),
      ['exit'],
    ],
    [
      'a logger that ends the process',
      [
        'F0102 15:04:05.000001 7 main.go:7] no configuration',
        stack[0]!,
        'github.com/golang/glog.stacks(0x1)',
        '\t/src/glog/glog.go:769 +0x8a',
        ...stack.slice(1),
        'exit status 2',
        failed,
      ],
      ['exit'],
    ],
    [
      'a deferred call that recovered',
      [
        stack[0]!,
        'example.com/m.report()',
        '\t/src/m/report.go:5 +0x1d',
        'panic({0x1, 0x2})',
        '\t/go/src/runtime/panic.go:859 +0x125',
        ...stack.slice(1),
        'exit status 2',
        failed,
      ],
      ['exit'],
    ],
    ['a package that passes', [...stack, 'PASS', 'ok  \texample.com/m\t0.1s'], []],
    ['a package that failed by itself', [...stack, 'FAIL', failed], []],
    ['a stack that nothing follows', stack, []],
    ['one that waits', ['goroutine 7 [chan receive]:', ...stack.slice(1)], []],
  ])('%s', (_, lines, kinds) => {
    expect(scanned(lines.join('\n')).crashes.map(({ kind }) => kind)).toEqual(kinds);
  });
});
