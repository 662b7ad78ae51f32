import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crashingGoroutine, parseDelveGoroutines, parseDelveStack } from '../../src/crash/delve.ts';
import { fixture } from '../support/guarded.ts';

const text = (name: string): string => readFileSync(join(fixture('delve'), name), 'utf8');

describe('goroutines of a core', () => {
  const { goroutines, current } = parseDelveGoroutines(text('goroutines.txt'));

  it('each is there, with its state and its whole stack', () => {
    const headers = text('goroutines.txt').match(/Goroutine \d+ - /g) ?? [];
    const calls = text('goroutines.txt').match(/^\s+\d+\s+0x[0-9a-f]+ in /gm) ?? [];
    expect(goroutines).toHaveLength(headers.length);
    expect(goroutines.flatMap(({ frames }) => frames)).toHaveLength(calls.length);
    expect(goroutines.map(({ state }) => state).sort()).toEqual([
      ...['GC scavenge wait', 'GC sweep wait', 'chan receive', 'chan receive', 'chan receive'],
      ...['chan receive', 'finalizer wait', 'force gc (idle)', 'running', 'sync.Mutex.Lock'],
    ]);
  });

  it('the first frame is the innermost', () => {
    const locker = goroutines.find(({ state }) => state === 'sync.Mutex.Lock');
    expect(locker?.frames[0]?.function).toBe('runtime.gopark');
    expect(locker?.frames.at(-2)).toEqual({
      function: 'example.com/inspect/crashes.TestCrashes.func1',
      file: 'example.com/inspect/crashes/crashes_test.go',
      line: 15,
    });
  });

  it('the one that crashed is found, also where another thread wrote the core', () => {
    const guilty = goroutines.find(({ frames }) =>
      frames.some((frame) => frame.function === 'runtime.gopanic'),
    );
    expect(current).toBe(guilty?.id);
    expect(crashingGoroutine(goroutines, current)).toBe(guilty?.id);
    expect(crashingGoroutine(goroutines, 1)).toBe(guilty?.id);
    expect(
      crashingGoroutine(
        goroutines.filter((goroutine) => goroutine !== guilty),
        1,
      ),
    ).toBe(1);
    expect(crashingGoroutine([], null)).toBeNull();
  });
});

it('a stack has the values that the debugger could read', () => {
  const frames = parseDelveStack(text('stack-coloured.txt'));
  const test = frames.find((frame) => frame.function === 'example.com/inspect/crashes.TestCrashes');
  expect(test).toMatchObject({ file: 'example.com/inspect/crashes/crashes_test.go', line: 20 });
  expect(test?.locals).toContainEqual({ name: 'note', value: '"first"' });
  expect(test?.locals.map(({ name }) => name)).toContain('mu');
  const values = frames.flatMap(({ locals }) => locals.map(({ value }) => value));
  expect(values.filter((value) => value.includes('loclist') || value.includes('\u001b'))).toEqual(
    [],
  );
  expect(frames.at(-1)?.function).toBe('runtime.goexit');
});

it('values are bounded, in number and length', () => {
  const lines = Array.from(
    { length: 500 },
    (_, i) => `        v${String(i)} = "${'x'.repeat(5000)}"`,
  );
  const [frame] = parseDelveStack([' 0  0x01 in m.f', '    at /m/f.go:1', ...lines].join('\n'));
  expect(frame?.locals).toHaveLength(100);
  expect(frame?.locals[0]?.value).toHaveLength(1000);
});

it('never throws', () => {
  const parts = [
    '(dlv) ',
    '  Goroutine 1 - User: a.go:1 m.f (0x1) [select 5]',
    ' 0  0x01 in m.f',
    '    at /m/f.go:-1',
    '        x = 1',
    'Command failed: could not find goroutine array',
    '\u001b[1m',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' }))),
      (lines) => {
        const all = lines.join('\n');
        parseDelveGoroutines(all);
        for (const frame of parseDelveStack(all)) expect(frame.line).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
