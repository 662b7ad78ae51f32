import { describe, expect, it } from '@jest/globals';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { sectionsNamed } from '../support/crash-sections.ts';
import { only } from '../support/scanned.ts';

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
