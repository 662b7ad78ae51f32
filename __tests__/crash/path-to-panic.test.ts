import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBlame } from '../../src/crash/blame/blame.ts';
import { byMessage } from '../../src/crash/blame/guilty-note.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { pathToPanic } from '../../src/crash/blame/path-to-panic.ts';
import type { PathStep } from '../../src/crash/blame/path-step.ts';
import { shortName } from '../../src/crash/function-name.ts';
import { noRepository } from '../../src/crash/source/repository.ts';
import { blameCaptures, blameRepository, crashOf } from '../support/blame-captures.ts';

const repository = blameRepository();
const pathOf = (crash: ParsedCrash, known = repository): PathStep[] =>
  pathToPanic(crash, findBlame(crash, known), known);
/** `orders.TestX 19 (the test)`, the guilty one with `!`. */
const told = (steps: readonly PathStep[]): string[] =>
  steps.map(({ function: name, line, note, guilty }) =>
    `${guilty ? '! ' : ''}${shortName(name)} ${line === 0 ? '' : String(line)} (${note})`.trim(),
  );

describe('real crashes', () => {
  it.each([
    [
      'subtest-go1.27.txt',
      ['orders.TestSubtests.func2 19 (the test)', '! orders.(*Order).Line 22 (panics here)'],
    ],
    [
      'goroutine-go1.27.txt',
      [
        'orders.TestInGoroutine 59 (starts the goroutine)',
        'orders.TestInGoroutine.func1 60 ()',
        '! orders.(*Order).Note 26 (panics here)',
      ],
    ],
    [
      'nested-go1.24.txt',
      [
        'orders.TestNested 71 (the test)',
        'orders.(*Order).Close 37 ()',
        '! orders.(*Order).Close.func1 35 (a deferred call that runs because of the panic, panics here)',
      ],
    ],
    [
      // The deferred call that raised it again is left out.
      'repanicked-go1.27.txt',
      [
        'orders.TestRepanicked 72 (the test)',
        'orders.(*Order).Guarded 46 ()',
        '! orders.(*Order).Note 26 (panics here)',
      ],
    ],
    [
      'third-party-go1.27.txt',
      [
        'orders.TestConfirm 79 (the test)',
        '! orders.(*Order).Confirm 67 (panics here)',
        'orders.(*MockMailer).Send 10 (a test helper)',
        'mock.(*Mock).fail 332 (3 frames in github.com/stretchr/testify/mock)',
      ],
    ],
    [
      'standard-library-go1.27.txt',
      [
        'orders.TestRuler 74 (the test)',
        '! orders.(*Order).Ruler 63 (panics here)',
        'strings.Repeat 609 (1 frame in strings)',
      ],
    ],
    [
      'race-go1.27.txt',
      [
        'stock.TestRace 52 (the test, starts the goroutine)',
        'stock.TestRace.func1 53 ()',
        '! stock.(*Shelf).Count 31 (races here)',
      ],
    ],
    [
      'late-go1.27.txt',
      [
        '! late.TestLogs 26 (starts the goroutine, and nobody waits for it)',
        'late.watch 17 ()',
        'testing.(*common).log 1123 (2 frames in testing)',
      ],
    ],
    [
      'overflow-mutual-go1.27.txt',
      [
        'stock.TestMutual 75 (the test)',
        '! stock.even 64 (calls itself again)',
        'stock.odd 68 ()',
        '(these calls repeat until the stack is full: 67108735 frames)',
      ],
    ],
    [
      'overflow-json-go1.24.txt',
      [
        'stock.TestJSON 78 (the test)',
        'json.Marshal 175 (5 frames in encoding/json)',
        '! stock.Box.MarshalJSON 72 (calls itself again)',
        expect.stringMatching(/^\(these calls repeat until the stack is full: \d+ frames\)$/),
      ],
    ],
    ['boot-go1.27.txt', ['boot.init 6 ()', '! boot.first 9 (panics here)']],
    [
      'timeout-select-go1.27.txt',
      ['stock.TestSlowSubtests.func1 36 (the test)', '! stock.pause 76 (is still here)'],
    ],
    ['quit-go1.27.txt', ['stock.TestQuit 16 (the test)', '! stock.pause 76 (is still here)']],
    ['program-go1.27.txt', ['main.main 14 ()', '! main.sum 18 (panics here)']],
  ])('%s', (file, steps) => {
    const path = told(pathOf(crashOf(file)));
    expect(path).toHaveLength(steps.length);
    steps.forEach((step, index) => expect(path[index]).toEqual(step));
  });

  const windows = (name: string): boolean => name === 'windows';
  it.each(blameCaptures().filter(({ name }) => !/^(?:fails-parent|log-fatal)$/.test(name)))(
    '$file: one line is guilty, and it is the one to blame',
    ({ file, name }) => {
      const known = windows(name) ? blameRepository('C:/Users/ada/blame') : repository;
      const crash = crashOf(file);
      const { blame } = findBlame(crash, known);
      const guilty = pathToPanic(crash, { blame }, known).filter((step) => step.guilty);
      expect(guilty).toHaveLength(1);
      expect(guilty[0]).toMatchObject({ file: blame!.file, line: blame!.line });
    },
  );
});

it('a place that only words tell is a path of one step', () => {
  const crash = {
    ...crashOf('subtest-go1.27.txt'),
    kind: 'build-failure' as const,
    stacks: [],
    positions: [{ file: 'shop/orders/orders.go', line: 3, message: 'undefined: x' }],
  };
  expect(pathOf(crash)).toEqual([
    {
      function: '',
      file: 'shop/orders/orders.go',
      line: 3,
      source: '',
      note: 'does not build',
      guilty: true,
    },
  ]);
  expect(pathToPanic(crash, { blame: null }, repository)).toEqual([]);
});

it('a long path is folded in its middle, and the guilty line stays', () => {
  const crash = crashOf('subtest-go1.27.txt');
  const { goroutine, ...stack } = crash.stacks[0]!;
  const at = goroutine.frames.findIndex(({ function: name }) => name.endsWith('.Line'));
  const calls = Array.from({ length: 60 }, (_, index) => ({
    function: `example.com/shop/orders.step${String(index)}`,
    file: '/src/blame/shop/orders/orders.go',
    line: 14,
  }));
  const frames = [
    ...goroutine.frames.slice(0, at + 1),
    ...calls,
    ...goroutine.frames.slice(at + 1),
  ];
  const long = { ...crash, stacks: [{ ...stack, goroutine: { ...goroutine, frames } }] };
  const steps = pathOf(long);
  expect(steps.length).toBeLessThanOrEqual(20);
  expect(told(steps)[8]).toBe('(43 more calls)');
  expect(told(steps).at(-1)).toBe('! orders.(*Order).Line 22 (panics here)');
  const hidden = pathToPanic(
    long,
    { blame: { ...calls[30]!, file: 'shop/orders/orders.go' } },
    repository,
  );
  expect(hidden.some(({ guilty }) => guilty)).toBe(true);
});

it.each(byMessage)('$sample: $note', ({ message, sample }) => {
  expect(sample).toMatch(message);
});

it('there is a path, long or short, for whatever the stack holds', () => {
  const name = fc.constantFrom(
    'm.f',
    'm.TestX',
    'testing.tRunner',
    'panic',
    'encoding/json.f',
    'm.TestX.func1',
    'main.main',
  );
  const file = fc.constantFrom(
    '/src/m/x.go',
    '/src/m/x_test.go',
    '/usr/local/go/src/testing/testing.go',
    '',
    '??',
  );
  const frame = fc.record({ function: name, file, line: fc.nat(9) });
  const [capture] = crashOf('overflow-go1.27.txt').stacks;
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 80 }),
      fc.option(fc.nat(80)),
      fc.constantFrom('stack overflow', 'x', 'Log in goroutine after TestX has completed'),
      fc.constantFrom(
        'panic' as const,
        'fatal-error' as const,
        'data-race' as const,
        'timeout' as const,
      ),
      (frames, after, message, kind) => {
        const elided = after === null ? null : { after, count: 7 };
        const goroutine = { ...capture!.goroutine, frames, elided };
        const crash = {
          ...crashOf('overflow-go1.27.txt'),
          kind,
          message,
          stacks: [{ ...capture!, goroutine }],
        };
        expect(pathOf(crash, noRepository).length).toBeLessThanOrEqual(21);
      },
    ),
  );
});
