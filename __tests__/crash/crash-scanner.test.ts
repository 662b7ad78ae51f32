import { describe, expect, it } from '@jest/globals';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { furtherNotes, isRuntimeNote, runtimeNotes } from '../../src/crash/runtime-opening.ts';
import { foreignLines } from '../../src/crash/foreign-line.ts';
import { sections, sectionsNamed } from '../support/crash-sections.ts';
import { scanned } from '../support/scanned.ts';

/** The only crash of a text. */
function only(text: string): ParsedCrash {
  const { crashes } = scanned(text);
  expect(crashes).toHaveLength(1);
  return crashes[0]!;
}

type Value = [text: string, type?: string | null];

/** What Go prints of each value that a program panics with: [the value's text, its type]. */
const values: [string, Value | ((minor: number) => Value)][] = [
  ['string', ['out of paper']],
  ['empty', ['']],
  ['lines', ['first\nsecond\n\n\tthird: goroutine 7 [running]:']],
  ['int', ['42']],
  ['float', (minor) => [minor < 26 ? '+1.500000e+000' : '1.5']],
  ['rune', ['120']],
  ['error', ['disk is full']],
  ['wrapped', ['save order 7: disk is full']],
  ['error-lines', ['invoice 4711:\nno such customer']],
  ['stringer', ['gate is shut']],
  ['custom-string', ['main.state("half\nopen "so"")', 'main.state']],
  ['custom-int', ['main.code(-7)', 'main.code']],
  [
    'custom-float',
    (minor) => [minor < 26 ? 'main.ratio(+2.500000e-001)' : 'main.ratio(0.25)', 'main.ratio'],
  ],
  ['custom-bool', ['main.flag(true)', 'main.flag']],
  [
    'custom-point',
    (minor) => [
      minor < 26 ? 'main.point(+1.000000e+000-2.000000e+000i)' : 'main.point(1-2i)',
      'main.point',
    ],
  ],
  ['generic', ['main.word[int]("full")', 'main.word[int]']],
  ['nil', ['nil']],
  ['index', ['runtime error: index out of range [5] with length 3']],
  ['nil-map', ['assignment to entry in nil map']],
  ['nil-pointer', ['runtime error: invalid memory address or nil pointer dereference']],
  ['type', ['interface conversion: string is not fmt.Stringer: missing method String']],
  ['goexit', ['after goexit']],
  ['partial', ['out of paper']],
  ['in-goroutine', ['out of paper']],
];

describe.each(values)('panic with %s', (name, expected) => {
  it.each(sectionsNamed(`values/${name}`).map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (minor, text) => {
      const [value, type = null] = typeof expected === 'function' ? expected(minor) : expected;
      const crash = only(text);
      expect(crash).toMatchObject({
        kind: 'panic',
        message: value,
        truncated: false,
        survived: false,
      });
      expect(crash.panics).toEqual([
        { text: value, type, recovered: false, repanicked: false, goexit: false },
      ]);
      expect(crash.stacks.length).toBeGreaterThan(0);
      expect(crash.stacks[0]).toMatchObject({ role: 'crashing', goroutine: { state: 'running' } });
    },
  );
});

describe('values of which only the type and an address are shown', () => {
  it.each([
    ['struct', 'main.order'],
    ['pointer', '*main.order'],
    ['slice', 'main.list'],
    ['generic-box', 'main.box[map[string]int]'],
    ['anonymous', 'struct { a int }'],
    ['function', 'func(int) error'],
    ['nil-stringer', 'func() string'],
  ])('%s', (name, type) => {
    for (const { text } of sectionsNamed(`values/${name}`)) {
      const [value] = only(text).panics;
      expect(value).toMatchObject({ type });
      expect(value?.text).toMatch(/^\(.+\) 0x[0-9a-f]+$/);
    }
  });
});

describe('chains of panics', () => {
  const chain = (text: string): string[] =>
    only(text).panics.map(
      ({ text: value, recovered, repanicked }) =>
        `${value}${recovered ? ' R' : ''}${repanicked ? ' again' : ''}`,
    );

  it.each(sectionsNamed('values/nested').map(({ minor, text }) => [minor, text] as const))(
    'nested, Go 1.%i',
    (_, text) => {
      expect(chain(text)).toEqual(['first', 'second\nline after 2', 'third']);
      expect(only(text).message).toBe('third');
    },
  );
  it('recovered, and another one raised', () => {
    for (const { text } of sectionsNamed('values/recovered'))
      expect(chain(text)).toEqual(['first R', 'again: first']);
  });
  it('the same one raised again: two lines up to Go 1.22, one from 1.26 on', () => {
    for (const { minor, text } of sectionsNamed('values/repanicked'))
      expect(chain(text)).toEqual(minor < 25 ? ['the same R', 'the same'] : ['the same R again']);
    for (const { minor, text } of sectionsNamed('values/repanicked-twice'))
      expect(chain(text)).toEqual(
        minor < 25 ? ['the same R', 'the same R', 'the same'] : ['the same R again'],
      );
  });
  it('with runtime.Goexit in between', () => {
    for (const { text } of sectionsNamed('values/panic-goexit-panic'))
      expect(chain(text)).toEqual(['first', 'second']);
  });
  it('a panic of the value itself, while it is printed', () => {
    for (const { minor, text } of sectionsNamed('values/while-printing'))
      expect(only(text)).toMatchObject({
        kind: 'fatal-error',
        message:
          minor < 20
            ? 'panic while printing panic value'
            : 'panic while printing panic value: no words for it',
      });
  });
});

describe('large values', () => {
  it('a long line is cut', () => {
    for (const { text } of sectionsNamed('values/long')) {
      const { message, panics } = only(text);
      expect(message).toBe('0'.repeat(4096));
      expect(panics[0]?.text).toBe(message);
    }
  });
  it('many lines are cut, and the remark behind them is not lost', () => {
    for (const { text } of sectionsNamed('values/many-lines')) {
      const { message } = only(text);
      expect(message.split('\n').slice(0, 300)).toHaveLength(300);
      expect(message).toMatch(/^line 0\nline 1\n[^]*\nline 299$/);
    }
    const long = Array.from({ length: 900 }, (_, i) => `\tline ${String(i)}`).join('\n');
    const text = `panic: start\n${long} [recovered, repanicked]\n\ngoroutine 7 [running]:\nmain.main()\n\t/m/a.go:1 +0x1`;
    expect(only(text).panics).toMatchObject([{ recovered: true, repanicked: true }]);
  });
  it('a value that imitates a trace is one value, since Go 1.23', () => {
    for (const { text } of sectionsNamed('values/imitates').filter(({ minor }) => minor >= 23)) {
      const crash = only(text);
      expect(crash.message).toBe(
        'real\n\ngoroutine 1 [running]:\nmain.fake()\n\t/fake.go:1 +0x1\nexit status 7',
      );
      expect(crash.stacks).toHaveLength(1);
      expect(crash.exitStatus).toBeNull();
    }
  });
});

interface Death {
  kind: ParsedCrash['kind'];
  message: string | RegExp;
  notes?: RegExp[];
  signal?: object;
  /** Of the first stack. */
  role?: string;
  frame?: RegExp;
}

const deaths: [string, Death][] = [
  [
    'deaths/deadlock',
    {
      kind: 'fatal-error',
      message: 'all goroutines are asleep - deadlock!',
      role: 'waiting',
      frame: /^main\./,
    },
  ],
  [
    'deaths/deadlock-many',
    { kind: 'fatal-error', message: 'all goroutines are asleep - deadlock!', role: 'waiting' },
  ],
  [
    'deaths/overflow',
    {
      kind: 'fatal-error',
      message: 'stack overflow',
      notes: [/exceeds 1000000000-byte limit$/, / stack=\[0x/],
      role: 'crashing',
      frame: /^main\.\(\*node\)\.length$/,
    },
  ],
  [
    'deaths/overflow-big',
    {
      kind: 'fatal-error',
      message: 'stack overflow',
      notes: [/exceeds 4194304-byte limit$/, / stack=\[0x/],
      role: 'crashing',
      frame: /^main\.large$/,
    },
  ],
  [
    'deaths/unlock',
    {
      kind: 'fatal-error',
      message: 'sync: unlock of unlocked mutex',
      role: 'crashing',
      frame: /^(?:(?:internal\/)?sync\.fatal|runtime\.throw)$/,
    },
  ],
  [
    'deaths/map-writes',
    { kind: 'fatal-error', message: 'concurrent map writes', role: 'crashing' },
  ],
  [
    'deaths/nil-go',
    { kind: 'fatal-error', message: /^go of nil func value$/, role: 'crashing', frame: /^main\./ },
  ],
  [
    'deaths/fault',
    {
      kind: 'fatal-error',
      message: 'fault',
      notes: [/^unexpected fault address 0xdead0000$/],
      signal: {
        name: 'SIGSEGV',
        words: 'segmentation violation',
        code: 1,
        address: '0xdead0000',
        inCgo: false,
      },
      role: 'crashing',
      frame: /^runtime\.throw$/,
    },
  ],
  [
    'deaths/non-canon',
    {
      kind: 'fatal-error',
      message: 'fault',
      notes: [/^unexpected fault address 0x0$/],
      signal: { name: 'SIGSEGV', code: 0x80, address: '0x0' },
      role: 'crashing',
    },
  ],
  [
    'deaths/memory',
    {
      kind: 'fatal-error',
      message: 'runtime: out of memory',
      role: 'crashing',
      frame: /^runtime\.systemstack_switch$/,
    },
  ],
  [
    'deaths/threads',
    {
      kind: 'fatal-error',
      message: 'thread exhaustion',
      notes: [/^runtime: program exceeds 12-thread limit$/],
      role: 'crashing',
      frame: /^runtime\.throw$/,
    },
  ],
  [
    'deaths/quit',
    {
      kind: 'signal',
      message: 'quit',
      signal: { name: 'SIGQUIT', words: 'quit', code: 0 },
      role: 'other',
    },
  ],
  [
    'deaths/abort',
    {
      kind: 'signal',
      message: 'abort',
      signal: { name: 'SIGABRT', words: 'abort', code: 0 },
      role: 'other',
    },
  ],
  [
    'deaths/segv',
    {
      kind: 'signal',
      message: 'segmentation violation',
      signal: { name: 'SIGSEGV', code: 0 },
      role: 'other',
    },
  ],
  [
    'deaths-32-bit/overflow',
    {
      kind: 'fatal-error',
      message: 'stack overflow',
      notes: [/exceeds 250000000-byte limit$/, / stack=\[0x/],
      role: 'crashing',
    },
  ],
  [
    'deaths-32-bit/fault',
    {
      kind: 'fatal-error',
      message: 'fault',
      notes: [/^unexpected/],
      signal: { name: 'SIGSEGV', address: '0xdead0000' },
      role: 'crashing',
    },
  ],
  [
    'deaths-32-bit/quit',
    { kind: 'signal', message: 'quit', signal: { name: 'SIGQUIT' }, role: 'other' },
  ],
  [
    'native/abort',
    {
      kind: 'signal',
      message: 'abort',
      signal: { name: 'SIGABRT', code: -6, inCgo: true },
      role: 'crashing',
      frame: /^runtime\.cgocall$/,
    },
  ],
  [
    'native/free',
    {
      kind: 'signal',
      message: 'abort',
      notes: [/^free\(\): double free detected/],
      signal: { name: 'SIGABRT', inCgo: true },
      role: 'crashing',
    },
  ],
  [
    'native/check',
    {
      kind: 'signal',
      message: 'abort',
      notes: [/: check: Assertion `n > 7' failed\.$/],
      signal: { name: 'SIGABRT', inCgo: true },
      role: 'crashing',
    },
  ],
  [
    'native/words',
    { kind: 'signal', message: 'abort', signal: { name: 'SIGABRT' }, role: 'crashing' },
  ],
  [
    'traceback-system/fault',
    {
      kind: 'fatal-error',
      message: 'fault',
      notes: [/^unexpected/],
      signal: { name: 'SIGSEGV' },
      role: 'crashing',
    },
  ],
  [
    'traceback-crash/quit',
    { kind: 'signal', message: 'quit', signal: { name: 'SIGQUIT', code: 0 }, role: 'other' },
  ],
  [
    'traceback-crash/deadlock',
    { kind: 'fatal-error', message: 'all goroutines are asleep - deadlock!' },
  ],
];

describe.each(deaths)('%s', (name, expected) => {
  it.each(sectionsNamed(name).map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (_, text) => {
      const crash = only(text);
      const { kind, message, notes = [], signal, role, frame } = expected;
      expect(crash).toMatchObject({ kind, survived: false, truncated: false });
      expect(crash.message).toEqual(
        typeof message === 'string' ? message : expect.stringMatching(message),
      );
      expect(crash.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
      if (signal === undefined) expect(crash.signal).toBeNull();
      else expect(crash.signal).toMatchObject(signal);
      const [first] = crash.stacks;
      if (role !== undefined) expect(first?.role).toBe(role);
      if (frame !== undefined) expect(first?.goroutine.frames[0]?.function).toMatch(frame);
    },
  );
});

describe('C code that dies, by version', () => {
  it.each(sectionsNamed('native/stray').map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (minor, text) => {
      const crash = only(text);
      expect(crash).toMatchObject(
        minor < 24
          ? { kind: 'fatal-error', message: 'unexpected signal during runtime execution' }
          : { kind: 'signal', message: 'segmentation violation', signal: { inCgo: true } },
      );
      expect(crash.signal).toMatchObject({ name: 'SIGSEGV', code: 1, address: '0x8' });
      expect(crash.stacks[0]).toMatchObject({ role: 'crashing', title: '' });
      expect(crash.stacks[0]?.goroutine.frames[0]?.function).toBe('runtime.cgocall');
    },
  );
});

describe('what is on the stacks', () => {
  it('a throw on the system stack has that too, behind the goroutine that it worked for', () => {
    for (const { text } of sectionsNamed('deaths/memory')) {
      const [own, system] = only(text).stacks;
      expect(own).toMatchObject({ role: 'crashing', title: '', goroutine: { id: 1 } });
      expect(system).toMatchObject({ title: 'runtime stack:', goroutine: { id: 0 } });
      expect(system?.goroutine.frames[0]?.function).toBe('runtime.throw');
    }
  });
  it('thousands of frames are left out by the runtime, since Go 1.21 with their number', () => {
    for (const { minor, text } of sectionsNamed('deaths/overflow')) {
      const { elided, frames } = only(text).stacks[0]!.goroutine;
      expect(frames.length).toBeGreaterThanOrEqual(100);
      if (minor < 21) expect(elided?.count).toBeNull();
      else expect(elided?.count).toBeGreaterThan(1e6);
    }
  });
  it('with GOTRACEBACK=crash each thread reports, and all are one crash', () => {
    for (const { text } of sectionsNamed('traceback-crash/quit')) {
      const { stacks } = only(text);
      expect(stacks.filter(({ goroutine }) => goroutine.id === 0).length).toBeGreaterThanOrEqual(2);
    }
  });
  it('without stacks (GOTRACEBACK=none) the words are enough', () => {
    for (const { text } of sectionsNamed('traceback-none/deadlock')) {
      const status = only(`${text.trimEnd()}\nexit status 2`);
      expect(status).toMatchObject({
        message: 'all goroutines are asleep - deadlock!',
        stacks: [],
        exitStatus: 2,
        truncated: false,
      });
      const tested = only(`${text.trimEnd()}\nFAIL\texample.com/m\t0.1s`);
      expect(tested).toMatchObject({ stacks: [], package: 'example.com/m', truncated: false });
    }
  });
  it('a main goroutine that has left has none', () => {
    for (const { text } of sectionsNamed('deaths/goexit-main').filter(({ minor }) => minor >= 20))
      expect(only(text)).toMatchObject({
        message: 'no goroutines (main called runtime.Goexit) - deadlock!',
        stacks: [],
        truncated: false,
      });
  });
  it('in a deadlock and after SIGQUIT nobody crashed', () => {
    for (const name of ['deaths/deadlock-many', 'deaths/quit', 'traceback-all/quit'])
      for (const { text } of sectionsNamed(name))
        expect(only(text).stacks.map(({ role }) => role)).not.toContain('crashing');
  });
});

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
