import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGoroutineParser, parseGoroutines } from '../../src/crash/goroutines/goroutines.ts';
import { fixture } from '../support/guarded.ts';
import { processorMs } from '../support/processor-time.ts';

const folder = fixture('goroutines');
const captures = [
  'go1.18-crash.txt',
  'go1.20-dump.txt',
  'go1.24-crash-system.txt',
  'go1.26-dump-labels-ancestors.txt',
  'go1.27-dump-labels.txt',
  'go1.27-crash.txt',
];
const capture = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What the parser makes of a text, and the lines it did not take. */
function parse(text: string) {
  const others: string[] = [];
  const parser = createGoroutineParser((line) => others.push(line));
  for (const line of text.split('\n')) parser.push(line);
  parser.end();
  return { goroutines: parser.goroutines, others };
}

describe.each(captures)('%s', (name) => {
  const { goroutines, others } = parse(capture(name));
  const inState = (state: string) => goroutines.filter((goroutine) => goroutine.state === state);
  const innermostUser = (state: string) =>
    inState(state).map(({ frames }) => frames.find((frame) => frame.function.startsWith('main.')));

  it('every header is a goroutine', () => {
    const headers = capture(name).match(/^goroutine \d+/gm) ?? [];
    expect(goroutines.map(({ id }) => `goroutine ${String(id)}`)).toEqual(headers);
  });

  it('each frame is taken, and nothing but the text around the goroutines is left', () => {
    const positions = capture(name).match(/^\t.*:\d+( |$)/gm) ?? [];
    const taken = goroutines.flatMap(({ frames, createdBy, ancestors }) => [
      ...frames,
      ...(createdBy === null ? [] : [createdBy]),
      ...ancestors.flatMap((ancestor) => [
        ...ancestor.frames,
        ...(ancestor.createdBy === null ? [] : [ancestor.createdBy]),
      ]),
    ]);
    expect(taken.map(({ file, line }) => `\t${file}:${String(line)}`)).toEqual(
      positions.map((line) => line.trimEnd()),
    );
    const around = /^(panic: |exit status|SIGABRT|PC=|-----|r\w+ +0x|[cfg]s +0x|rip |rflags |$)/;
    expect(others.filter((line) => !around.test(line))).toEqual([]);
  });

  it('states are those of the program', () => {
    expect(inState('chan receive').length).toBeGreaterThanOrEqual(8);
    expect(innermostUser('chan send')).toMatchObject([{ function: 'main.main.func2', line: 53 }]);
    expect(innermostUser('chan receive (nil chan)')).toMatchObject([{ line: 54 }]);
    expect(innermostUser('select (no cases)')).toMatchObject([{ line: 55 }]);
    expect(innermostUser('select')).toMatchObject([{ line: 57 }]);
    expect(innermostUser('sleep')).toMatchObject([{ line: 67 }]);
    expect(inState('IO wait')).toHaveLength(1);
    expect(innermostUser('sync.Cond.Wait')).toMatchObject([{ line: 66 }]);
  });

  it('a locked thread is told', () => {
    const locked = goroutines.filter(({ lockedToThread }) => lockedToThread);
    expect(locked).toHaveLength(1);
    expect(locked[0]?.createdBy).toMatchObject({ function: 'main.main', line: 68 });
  });

  it('generic, inlined and method functions have their names', () => {
    const names = goroutines.flatMap(({ frames }) => frames.map((frame) => frame.function));
    expect(names).toContain('main.(*box[...]).receive');
    expect(names).toContain('main.each[...]');
    expect(names).toContain('main.inlined');
    expect(names).toContain('main.waiter.wait');
  });

  it('a long stack says how much of it is missing, since Go 1.21', () => {
    const deep = goroutines.find(({ frames }) =>
      frames.slice(0, 5).some((frame) => frame.function === 'main.deep'),
    );
    const missing = capture(name).match(/^\.\.\.(\d+) frames elided/m)?.[1];
    expect(missing === undefined).toBe(/go1.(18|20)/.test(name));
    expect(deep?.elided).toEqual(
      missing === undefined ? null : { after: 50, count: Number(missing) },
    );
  });

  it('who created a goroutine is known, since Go 1.21 with the id', () => {
    const [sender] = inState('chan send');
    const id = /go1.(18|20)/.test(name) ? null : 1;
    expect(sender?.createdBy).toMatchObject({ function: 'main.main', line: 53, goroutine: id });
  });
});

describe('details of single captures', () => {
  it.each(['go1.26-dump-labels-ancestors.txt', 'go1.27-dump-labels.txt', 'go1.27-crash.txt'])(
    'labels of %s',
    (name) => {
      const labelled = parseGoroutines(capture(name)).filter(
        ({ labels }) => Object.keys(labels).length > 0,
      );
      expect(labelled.map(({ labels }) => labels)).toEqual([
        { test: 'TestA', 'why [so]:': 'a "b" {c}: d' },
      ]);
    },
  );

  it('ancestors have stacks of their own', () => {
    const { goroutines } = parse(capture('go1.26-dump-labels-ancestors.txt'));
    const [sender] = goroutines.filter(({ state }) => state === 'chan send');
    expect(sender?.frames.map((frame) => frame.function)).toEqual(['main.main.func2']);
    expect(sender?.ancestors).toMatchObject([
      { goroutine: 1, frames: [{ function: 'main.main' }], createdBy: null },
    ]);
  });

  it('equal stacks are one array', () => {
    const { goroutines } = parse(capture('go1.27-dump-labels.txt'));
    const [first, second, third] = goroutines.filter(
      ({ frames }) => frames[0]?.function === 'main.main.func1',
    );
    expect(second?.frames).toBe(first?.frames);
    expect(third?.frames).toBe(first?.frames);
  });
});

const header = (line: string) => parseGoroutines(line)[0];

it.each([
  ['goroutine 7 [chan receive, 3 minutes]:', { state: 'chan receive', waitMinutes: 3 }],
  [
    'goroutine 7 [select (no cases), 12 minutes, locked to thread]:',
    { state: 'select (no cases)', waitMinutes: 12, lockedToThread: true },
  ],
  ['goroutine 7 [chan receive (leaked)]:', { state: 'chan receive', leaked: true }],
  ['goroutine 7 [runnable (scan)]:', { state: 'runnable', leaked: false }],
  [
    'goroutine 7 [chan receive (durable), 1 minutes, synctest bubble 4]:',
    { state: 'chan receive', waitMinutes: 1, bubble: 4 },
  ],
  ['goroutine 7 [sleep, synctest group 34]:', { state: 'sleep', bubble: 34 }],
  ['goroutine 0 [idle]:', { id: 0, state: 'idle' }],
  ['goroutine 7 gp=0xc000003180 m=nil [GC worker (idle)]:', { state: 'GC worker (idle)' }],
  ['goroutine 7 gp=0xc000003180 m=0 mp=0x5b2f20 [running]:', { id: 7, state: 'running' }],
  ['goroutine 7 [???]:', { state: '???' }],
  ['goroutine 7 [running, something new]:', { state: 'running, something new' }],
  ['goroutine 7 [running]:\r', { state: 'running' }],
  [
    'goroutine 7 [running labels:{"a": "]:", "b": "\\x07\\u00e9\\n"}]:',
    { labels: { a: ']:', b: '\u0007é\n' } },
  ],
  [
    'goroutine 7 [running] {a: , "": x, __proto__: y}:',
    {
      labels: Object.fromEntries([
        ['a', ''],
        ['', 'x'],
        ['__proto__', 'y'],
      ]),
    },
  ],
  [
    'goroutine 7 [running, locked to thread] {a.b/c: "]: {"}:',
    { lockedToThread: true, labels: { 'a.b/c': ']: {' } },
  ],
  ['2026/01/02 15:04:05 goroutine 7 [running]:', { id: 7, state: 'running' }],
  ['goroutine 1 [ goroutine 7 [running]:', { id: 7, state: 'running' }],
])('%s', (line, expected) => {
  expect(header(line)).toMatchObject(expected);
});

it.each([
  'goroutine 7 is [running]:',
  'goroutine 7 [running]',
  'goroutine 7 [running]: and more',
  'created by main.main in goroutine 1',
  'goroutine 7 [running] {a: b:',
  'goroutine [running]:',
  'goroutine profile: total 8',
])('no header: %s', (line) => {
  expect(parse(line)).toEqual({ goroutines: [], others: [line] });
});

describe('text around and between', () => {
  it('lines of others in a stack are handed on, and the stack goes on', () => {
    const { goroutines, others } = parse(
      [
        'goroutine 7 [running]:',
        'main.a()',
        '\t/m/a.go:1 +0x1',
        'level=info msg="still here (really)"',
        '',
        'main.b(0x1?, {0x2, 0x3}, ...)',
        'other output',
        'main.c(...)',
        '\t/m/c.go:3',
        'created by main.main in goroutine 1',
        '\t/m/main.go:9 +0x2',
        'exit status 2',
        'main.d()',
        '\t/m/d.go:4',
      ].join('\n'),
    );
    expect(goroutines[0]?.frames.map((frame) => frame.function)).toEqual(['main.a', 'main.c']);
    expect(others).toEqual([
      'level=info msg="still here (really)"',
      'main.b(0x1?, {0x2, 0x3}, ...)',
      'other output',
      'exit status 2',
      'main.d()',
      '\t/m/d.go:4',
    ]);
  });

  it('a stack without a goroutine belongs to none', () => {
    const { goroutines, others } = parse(
      [
        'goroutine 7 [running]:',
        'main.a()',
        '\t/m/a.go:1 +0x1',
        'runtime stack:',
        'runtime.throw({0x1, 0x2})',
        '\t/go/src/runtime/panic.go:1101 +0x48',
      ].join('\n'),
    );
    expect(goroutines.map(({ frames }) => frames.length)).toEqual([1]);
    expect(others).toHaveLength(3);
  });

  it.each([
    ['indented as a whole', '            ', '            '],
    ['logged by a test', '    a_test.go:5: ', '        '],
    ['logged by package log', '2026/01/02 15:04:05 caught: ', ''],
  ])('a stack %s', (_, first, margin) => {
    const { goroutines } = parse(
      [`${first}goroutine 7 [running]:`, `${margin}main.a()`, `${margin}\t/m/a.go:1 +0x1`].join(
        '\n',
      ),
    );
    expect(goroutines[0]?.frames).toEqual([{ function: 'main.a', file: '/m/a.go', line: 1 }]);
  });

  it('C code has frames too', () => {
    const [goroutine] = parseGoroutines(
      [
        'goroutine 7 [syscall]:',
        'non-Go function at pc=0x7f0001',
        'ns::crash(int, char const*)',
        '\t/src/crash.cc:7 pc=0x4a1b3d',
        'non-Go function',
        '\tpc=0x4a1b3d',
        'runtime.cgocall(0x1, 0x2)',
        '\tC:/Go/src/runtime/cgocall.go:157 +0x5c fp=0xc1 sp=0xc0 pc=0x41',
        'main._Cfunc_crash()',
        '\t_cgo_gotypes.go:98 +0x3f',
        'main.(*T).run-fm()',
        '\t<autogenerated>:1 +0x2a',
        '\tgoroutine running on other thread; stack unavailable',
      ].join('\n'),
    );
    expect(goroutine?.frames).toEqual([
      { function: 'non-Go function', file: '', line: 0 },
      { function: 'ns::crash', file: '/src/crash.cc', line: 7 },
      { function: 'non-Go function', file: '', line: 0 },
      { function: 'runtime.cgocall', file: 'C:/Go/src/runtime/cgocall.go', line: 157 },
      { function: 'main._Cfunc_crash', file: '_cgo_gotypes.go', line: 98 },
      { function: 'main.(*T).run-fm', file: '<autogenerated>', line: 1 },
    ]);
  });
});

describe('limits', () => {
  it('goroutines beyond the limit are counted', () => {
    const parser = createGoroutineParser(undefined, { goroutines: 2, stackFrames: 9, frames: 9 });
    for (let id = 0; id < 5; id++) parser.push(`goroutine ${String(id)} [running]:`);
    parser.end();
    expect([parser.goroutines.length, parser.omitted()]).toEqual([2, 3]);
  });

  it.each([
    { goroutines: 9, stackFrames: 2, frames: 9 },
    { goroutines: 9, stackFrames: 9, frames: 2 },
  ])('frames beyond the limit are counted as elided: %j', (limits) => {
    const parser = createGoroutineParser(undefined, limits);
    parser.push('goroutine 1 [running]:');
    for (let line = 1; line <= 5; line++) {
      parser.push('main.f()');
      parser.push(`\t/m/f.go:${String(line)}`);
    }
    parser.end();
    expect(parser.goroutines[0]?.frames).toHaveLength(2);
    expect(parser.goroutines[0]?.elided).toEqual({ after: 2, count: 3 });
  });

  it.each([
    ['headers that never end', 'goroutine 1 ['.repeat(300_000)],
    [
      'labels that never end',
      `goroutine 1 [a] {${'k: "\\"goroutine 1 [a] {k: ", '.repeat(100_000)}`,
    ],
    ['positions that never end', `\t${'a:1 pc=0x1'.repeat(300_000)}`],
    ['a call that never ends', '('.repeat(3_000_000)],
    ['one long quoted word', `goroutine 1 [a] {k: "${'\\"'.repeat(1_500_000)}"}:`],
  ])('a line of 3 MB is read in linear time: %s', (_, line) => {
    const text = `goroutine 1 [running]:\nmain.a()\n${line}`;
    expect(processorMs(() => parse(text))).toBeLessThan(10_000);
  });
});

describe('whatever the text', () => {
  const word = fc.string({ unit: 'binary', maxLength: 12 });
  const state = fc.constantFrom(
    'running',
    'select (no cases)',
    'chan receive (leaked)',
    'IO wait, 5 minutes',
  );
  const quoted = word.map((text) =>
    JSON.stringify(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '')),
  );
  const headers = fc
    .record({
      id: fc.nat(),
      gp: fc.constantFrom('', ' gp=0xc1 m=nil', ' gp=0xc1 m=3 mp=0xc2'),
      state,
      labels: fc.option(fc.tuple(quoted, quoted)),
      inside: fc.boolean(),
      margin: fc.constantFrom('', '    ', 'log: '),
    })
    .map(({ id, gp, state: is, labels, inside, margin }) => {
      const set = labels === null ? '' : `{${labels.join(': ')}}`;
      const remarks = set === '' ? ['', ''] : inside ? [` labels:${set}`, ''] : ['', ` ${set}`];
      return `${margin}goroutine ${String(id)}${gp} [${is}${remarks[0] ?? ''}]${remarks[1] ?? ''}:`;
    });
  const oneLine = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((text) => text.replaceAll('\n', ' '));
  const noise = fc
    .oneof(
      oneLine,
      fc.constantFrom(
        ...[
          '',
          '\t',
          'main.f()',
          '\t/m/f.go:1 +0x1',
          '...5 frames elided...',
          'created by main.f',
          '-----',
        ],
        ...[
          '[originating from goroutine 6]:',
          'runtime stack:',
          '(',
          'goroutine 5 [',
          '] {',
          'panic(...)',
        ],
      ),
    )
    .filter((line) => !/goroutine \d+.* \[.*\].*:\s*$/.test(line));

  it('no header is lost, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(headers, noise), { maxLength: 40 }), (lines) => {
        const expected = lines.filter((line) => /goroutine \d+.* \[.*\].*:$/.test(line));
        const { goroutines } = parse(lines.join('\n'));
        expect(goroutines.map(({ id }) => id)).toEqual(
          expected.map((line) => Number(/goroutine (\d+)/.exec(line)?.[1])),
        );
      }),
    );
  });

  it('each line is either in a goroutine or handed on, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(headers, noise), { maxLength: 40 }), (lines) => {
        const { others } = parse(lines.join('\n'));
        let from = 0;
        for (const other of others) {
          const at = lines.findIndex((line, i) => i >= from && line.startsWith(other));
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
        const text = lines.filter(
          (line) =>
            /^[^\s(){}[\]:.-]/.test(line) && !/[():]|goroutine|created|frames|^non-Go/.test(line),
        );
        for (const line of text) expect(others).toContain(line);
      }),
    );
  });
});
