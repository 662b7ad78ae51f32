import { describe, expect, it } from '@jest/globals';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import {
  furtherNotes,
  isRuntimeNote,
  runtimeNotes,
} from '../../src/crash/runtime/runtime-opening.ts';
import { foreignLines } from '../../src/crash/runtime/foreign-line.ts';
import { sections, sectionsNamed } from '../support/crash-sections.ts';
import { only, scanned } from '../support/scanned.ts';

describe('output around a crash', () => {
  const stack = [
    '',
    'goroutine 7 [running]:',
    'main.main()',
    '\t/m/main.go:7 +0x1d',
    'exit status 2',
  ];

  it('a partial line in front of it does not hide it', () => {
    for (const { text } of sectionsNamed('values/partial')) {
      expect(text).toMatch(/^Checking 3 of 7\.\.\.panic: /);
      expect(scanned(text).others.filter((line) => line !== '')).toEqual([]);
    }
    expect(only(['....SIGQUIT: quit', 'PC=0x1 m=0 sigcode=0', ...stack].join('\n'))).toMatchObject({
      kind: 'signal',
      exitStatus: 2,
    });
    expect(only(['50 %fatal error: stack overflow', ...stack].join('\n'))).toMatchObject({
      kind: 'fatal-error',
    });
  });
  it.each([
    [
      'between `panic: ` and its value',
      ['panic: level=info msg="still here"', 'assignment to entry in nil map'],
      'assignment to entry in nil map',
    ],
    [
      'a log line there',
      ['panic: 2026/01/02 15:04:05 listening', 'out of paper [recovered]', '\tpanic: out of paper'],
      'out of paper',
    ],
    [
      'behind the value',
      ['panic: out of paper', 'level=info msg="still here"', '2026/01/02 15:04:05 listening'],
      'out of paper',
    ],
    [
      'words of nobody before a runtime error',
      ['panic: served', 'runtime error: index out of range [5] with length 3'],
      'runtime error: index out of range [5] with length 3',
    ],
  ])('others print %s', (_, lines, message) => {
    const crash = only([...lines, ...stack].join('\n'));
    expect(crash.message).toBe(message);
    expect(crash.panics[0]?.text).toBe(message);
  });
  it('others print between a fatal error and its stacks', () => {
    const { crashes, others } = scanned(
      ['fatal error: concurrent map writes', 'served /', 'level=info', ...stack].join('\n'),
    );
    expect(crashes).toMatchObject([
      { message: 'concurrent map writes', stacks: [{ role: 'crashing' }] },
    ]);
    expect(others).toEqual(['served /', 'level=info']);
  });
  it('each dump belongs to the words before it', () => {
    const { crashes } = scanned(
      [
        'panic: first',
        ...stack,
        'panic: second',
        ...stack.map((line) => line.replace('main.main', 'main.other')),
      ].join('\n'),
    );
    expect(
      crashes.map(({ message, stacks, exitStatus, firstLine }) => [
        message,
        stacks[0]?.goroutine.frames[0]?.function,
        exitStatus,
        firstLine,
      ]),
    ).toEqual([
      ['first', 'main.main', 2, 1],
      ['second', 'main.other', 2, 7],
    ]);
  });
  it('two programs that die without a word about their end are two', () => {
    const dump = stack.slice(0, -1);
    const { crashes } = scanned(
      [
        'panic: first',
        ...dump,
        'fatal error: second',
        ...dump,
        ...dump.slice(0, 2),
        'SIGQUIT: quit',
        'PC=0x1 m=0 sigcode=0',
        ...dump,
      ].join('\n'),
    );
    expect(crashes.map(({ kind, message, stacks }) => [kind, message, stacks.length])).toEqual([
      ['panic', 'first', 1],
      ['fatal-error', 'second', 1],
      ['signal', 'quit', 1],
    ]);
  });
  it('two that write at the same time, byte by byte, are at least one', () => {
    for (const { text } of sectionsNamed('two-children'))
      expect(scanned(text).crashes.length).toBeGreaterThan(0);
    for (const { text } of sectionsNamed('two-children-verbose'))
      expect(scanned(text).crashes.length).toBeGreaterThan(0);
  });
  it('Windows', () => {
    const text = [
      'Exception 0xc0000005 0x0 0x0 0x7ff6a1b2c3d4',
      'PC=0x7ff6a1b2c3d4',
      'signal arrived during external code execution',
      '',
      'goroutine 1 [syscall]:',
      'syscall.SyscallN(0x7ff8, {0x1, 0x2})',
      '\tC:/Program Files/Go/src/runtime/syscall_windows.go:519 +0x71',
    ].join('\r\n');
    expect(only(text.replaceAll('\r', ''))).toMatchObject({
      kind: 'signal',
      signal: { name: '0xc0000005', pc: '0x7ff6a1b2c3d4', inCgo: true },
      stacks: [
        {
          goroutine: {
            frames: [{ file: 'C:/Program Files/Go/src/runtime/syscall_windows.go', line: 519 }],
          },
        },
      ],
    });
  });
});

describe('what looks like a crash and is none', () => {
  it('traces that a program prints and survives', () => {
    for (const { text } of sectionsNamed('survives/survives')) {
      const { crashes, others } = scanned(text);
      expect(crashes.length).toBeGreaterThan(0);
      expect(crashes.filter(({ survived }) => !survived)).toEqual([]);
      expect(others).toContain('panic: just a word');
      expect(others.join('\n')).toContain('http: panic serving');
    }
  });
  it.each([
    ['a word', 'panic: at the disco\nnext line'],
    [
      'a compiler',
      'a.c:1:10: fatal error: x.h: No such file or directory\ncompilation terminated.',
    ],
    ['a fatal error without stacks', 'fatal error: out of cheese\nlevel=info\n\nredo from start'],
    ['a signal that was handled', 'SIGTERM: terminated\nshutting down'],
    ['a note', 'runtime: 3.2s, of which asleep: 1s\ndone'],
    [
      'a trace that is indented',
      '    a_test.go:5: panic: x\n        \n        goroutine 7 [running]:\n        main.main()\n        \t/m/a.go:1 +0x1',
    ],
    ['a stack without words', 'goroutine 7 [running]:\nmain.main()\n\t/m/a.go:1 +0x1'],
    [
      'a log with the word in it',
      'level=error msg="recovered panic: x"\n\ngoroutine pool has 7 workers',
    ],
  ])('%s', (_, text) => {
    const { crashes, others } = scanned(text);
    expect(crashes).toEqual([]);
    expect(others).toEqual(text.split('\n'));
  });
  it('what follows a false start is looked at again', () => {
    const text =
      'panic: at the disco\nplain words\n# example.com/m\n./a.go:3:5: undefined: x\nFAIL\texample.com/m [build failed]';
    expect(scanned(text).crashes).toMatchObject([
      { kind: 'build-failure', firstLine: 3, lineCount: 2, package: 'example.com/m' },
    ]);
  });
});

describe('tables', () => {
  it.each(runtimeNotes)('note: $sample', ({ pattern, sample }) => {
    expect(sample).toMatch(pattern);
    expect(isRuntimeNote(sample)).toBe(true);
  });
  it.each(furtherNotes)('further note: $sample', ({ pattern, sample }) => {
    expect(sample).toMatch(pattern);
  });
  it.each(foreignLines)('of others: $sample', ({ pattern, sample }) => {
    expect(sample).toMatch(pattern);
  });
});

it('every capture is read without losing a line', () => {
  for (const { text } of sections) scanned(text);
  expect(sections.length).toBeGreaterThan(500);
});

it('scanCrashes is the same without the other lines', () => {
  for (const { text } of sections) expect(scanCrashes(text)).toEqual(scanned(text).crashes);
});
