import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSanitizerFrame } from '../../src/crash/detectors/sanitizer-frame.ts';
import { fixture } from '../support/guarded.ts';
import { brief, briefly, damaged, scanned } from '../support/scanned.ts';

const folder = join(fixture('crashes'), 'reports', 'captures');
const capture = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const only = (text: string) => {
  const { crashes } = scanned(text);
  expect(crashes).toHaveLength(1);
  return crashes[0]!;
};

const address = ['UseAfterFree', 'HeapOverflow', 'StackOverflow', 'DoubleFree', 'Segv'] as const;
const messages = {
  UseAfterFree: 'heap-use-after-free',
  HeapOverflow: 'heap-buffer-overflow',
  StackOverflow: 'stack-buffer-overflow',
  DoubleFree: 'double-free',
  Segv: 'SEGV',
};

describe.each(['1.20.14', '1.26.8'])('AddressSanitizer, Go %s', (version) => {
  const asan = (name: string) => only(capture(`asan-${name}-go${version}`));

  it.each(address)('%s: the whole text is one crash', (name) => {
    const { crashes, others } = scanned(capture(`asan-${name}-go${version}`));
    expect(crashes).toMatchObject([
      { kind: 'sanitizer', message: messages[name], truncated: false, firstLine: 1 },
    ]);
    expect(others).toEqual(['']);
  });

  it('who used, freed and allocated the memory', () => {
    const [use, freed, allocated, ...more] = asan('UseAfterFree').stacks;
    expect(use).toMatchObject({ role: 'crashing', access: { operation: 'read' } });
    expect(brief(use!.goroutine.frames[0]!)).toBe('last native.go:14');
    expect(freed).toMatchObject({ role: 'previous', title: 'freed by thread T0 here:' });
    expect(freed!.goroutine.frames[0]!.function).toBe('__interceptor_free');
    expect(allocated).toMatchObject({
      role: 'other',
      title: 'previously allocated by thread T0 here:',
    });
    expect(brief(allocated!.goroutine.frames[1]!)).toBe('newReadings native.go:12');
    expect(more).toEqual([]);
  });

  it('frames of Go are named as elsewhere', () => {
    const { stacks } = asan('UseAfterFreeInGo');
    expect(stacks[0]!.goroutine.frames).toEqual([
      {
        function: 'example.com/reports/native.(*Readings).Value',
        file: '/src/reports/native/native.go',
        line: 66,
      },
      {
        function: 'example.com/reports/native.TestUseAfterFreeInGo',
        file: '/src/reports/native/native_test.go',
        line: 14,
      },
    ]);
  });

  it('a signal in C code has an address', () => {
    expect(asan('Segv')).toMatchObject({
      signal: { name: 'SIGSEGV', words: 'segmentation violation', address: '0x000000000008' },
      notes: [
        expect.stringContaining('ERROR: AddressSanitizer: SEGV on unknown address'),
        expect.stringContaining('The signal is caused by a READ memory access.'),
        expect.stringContaining('Hint: address points to the zero page.'),
      ],
    });
    expect(asan('UseAfterFree').signal).toBeNull();
  });

  it('what is known of the place is noted', () => {
    expect(asan('StackOverflow').notes).toContain(
      "[32, 48) 'values' <== Memory access at offset 48 overflows this variable",
    );
    expect(asan('HeapOverflow').notes[1]).toMatch(/0 bytes to the right of 16-byte region/);
  });
});

it('LeakSanitizer speaks when all has passed', () => {
  const { crashes, others } = scanned(capture('asan-Leak-go1.26.8'));
  expect(crashes.map(({ message, stacks }) => [message, ...stacks.map(briefly)])).toEqual([
    [
      'detected memory leaks',
      [
        'crashing',
        'Direct leak of 16 byte(s) in 1 object(s) allocated from:',
        [
          '__interceptor_calloc asan_malloc_linux.cpp:77',
          'newReadings native.go:12',
          expect.stringMatching(/^_cgo_\w+_Cfunc_newReadings cgo-gcc-prolog:\d+$/),
        ],
      ],
    ],
  ]);
  expect(others).toEqual(['PASS', '', '']);
});

describe('ThreadSanitizer of the C compiler', () => {
  it('a data race of threads is one like those of goroutines', () => {
    const race = only(capture('tsan-Threads'));
    expect(race).toMatchObject({ kind: 'data-race', message: 'data race', truncated: false });
    expect(race.stacks.map(({ role, title, access }) => [role, title, access?.operation])).toEqual([
      ['access', 'Read of size 4 at 0x0000006fe178 by thread T6:', 'read'],
      ['previous', 'Previous write of size 4 at 0x0000006fe178 by thread T5:', 'write'],
      ['creation', expect.stringMatching(/^Thread T6 .* created by main thread at:$/), undefined],
      ['creation', expect.stringMatching(/^Thread T5 .* created by main thread at:$/), undefined],
    ]);
    expect(race.stacks[2]!.goroutine.frames.map(brief)[1]).toBe('inThreads native.go:24');
    expect(race.notes).toContainEqual(expect.stringContaining("Location is global 'total'"));
  });

  it.each([
    ['LockOrder', 'lock-order-inversion (potential deadlock)', 2],
    ['UseAfterFree', 'heap-use-after-free', 2],
    ['Segv', 'SEGV', 0],
  ])('%s', (name, message, stacks) => {
    const crash = only(capture(`tsan-${name}`));
    expect(crash).toMatchObject({ kind: 'sanitizer', message, truncated: false });
    expect(crash.stacks).toHaveLength(stacks);
  });
});

describe('detectors that cannot start', () => {
  it.each([
    ['asan-no-address-space', /^failed to allocate 0xdfff0001000 \(15392894357504\) bytes/],
    ['tsan-no-address-space', /^CHECK failed: sanitizer_allocator_primary64\.h:131 /],
  ])('%s', (name, message) => {
    const crash = only(capture(name));
    expect(crash).toMatchObject({ kind: 'sanitizer', truncated: false, stacks: [] });
    expect(crash.message).toMatch(message);
  });

  it('their last word does not take what follows', () => {
    const said = 'FATAL: ThreadSanitizer: unexpected memory mapping 0x55d5d000-0x55d5e000';
    const { crashes, others } = scanned(`${said}\nexit status 66\nFAIL\texample.com/m\t0.1s`);
    expect(crashes).toMatchObject([
      { message: said.slice('FATAL: ThreadSanitizer: '.length), exitStatus: 66 },
    ]);
    expect(others).toEqual(['FAIL\texample.com/m\t0.1s']);
  });
});

// As the sanitizer's documentation shows it, with -fsanitize-memory-track-origins.
const memory = `Uninitialized bytes in __msan_check_mem_is_initialized at offset 0 inside [0x7040, 8)
==6726==WARNING: MemorySanitizer: use-of-uninitialized-value
    #0 0x7f45944b418a in main.main /src/m/main.go:21:3
    #1 0x7f45944b4222 in runtime.main /usr/local/go/src/runtime/proc.go:250:7

  Uninitialized value was stored to memory at
    #0 0x7f45944b4aaa in fill /src/m/fill.c:4:12

  Uninitialized value was created by a heap allocation
    #0 0x7f45944b4bbb in malloc (/src/m/m.test+0x4bbb) (BuildId: 0a1b2c)
    #1 0x7f45944b4ccc  (/usr/lib/libc.so.6+0x2724a)

SUMMARY: MemorySanitizer: use-of-uninitialized-value /src/m/main.go:21:3 in main.main
Exiting
FAIL	example.com/m	0.1s`;

it('MemorySanitizer tells where the value comes from', () => {
  const { crashes, others } = scanned(memory);
  expect(crashes.map(({ message, stacks }) => [message, ...stacks.map(briefly)])).toEqual([
    [
      'use-of-uninitialized-value',
      ['crashing', '', ['main.main main.go:21', 'runtime.main proc.go:250']],
      ['other', 'Uninitialized value was stored to memory at', ['fill fill.c:4']],
      [
        'other',
        'Uninitialized value was created by a heap allocation',
        ['malloc :0', 'non-Go function :0'],
      ],
    ],
  ]);
  expect(others).toEqual([memory.split('\n')[0], 'FAIL\texample.com/m\t0.1s']);
});

it.each([
  ['#0 0x4a in main.f /src/m/f.go:12', 'main.f', '/src/m/f.go', 12],
  ['#0 0x4a in main.f example.com/m/f.go:12', 'main.f', 'example.com/m/f.go', 12],
  ['#10 0x4a in f(int, char const*) /my src/f.cc:3:5', 'f(int, char const*)', '/my src/f.cc', 3],
  [
    '#1 0x4a in operator new(unsigned long) ../src/a.cpp:9',
    'operator new(unsigned long)',
    '../src/a.cpp',
    9,
  ],
  ['#1 0x4a in f C:\\src\\f.c:3', 'f', 'C:\\src\\f.c', 3],
  ['#2 pthread_create <null> (libtsan.so.2+0x5e686)', 'pthread_create', '', 0],
  ['#2 0x4a in free (/usr/lib/libasan.so.8+0xb7) (BuildId: 0a)', 'free', '', 0],
  ['#3 0x4a  (/usr/lib/libc.so.6+0x27)', 'non-Go function', '', 0],
  ['#4 0x4a in main.Map[go.shape.int] /src/m/f.go:12', 'main.Map[go.shape.int]', '/src/m/f.go', 12],
  ['#5 add /src/m/f.go:19 (m.test+0x54)', 'add', '/src/m/f.go', 19],
])('frame %s', (text, name, file, line) => {
  expect(parseSanitizerFrame(`    ${text}`)?.frame).toEqual({ function: name, file, line });
});

it.each([
  '=================================================================\nall orders\n',
  'ThreadSanitizer:DEADLYSIGNAL is a word\n',
  'AddressSanitizer: an introduction\n',
  '    #0 0x4a in main.f /src/m/f.go:12\n',
])('%j is no report', (text) => {
  expect(scanned(text)).toEqual({ crashes: [], others: text.split('\n') });
});

it('any damage leaves a result, and no line is lost', () => {
  const texts = readdirSync(folder)
    .filter((name) => /^[at]san-/.test(name))
    .map((name) => capture(name.replace('.txt', '')));
  fc.assert(
    fc.property(damaged([...texts, memory]), (text) => {
      for (const { kind, message } of scanned(text).crashes)
        if (kind === 'sanitizer') expect(message).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
