import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { createFold } from '../../src/gotest/fold.ts';
import type { LegStatus } from '../../src/run/progress.ts';
import { terminalProgress, type Terminal } from '../../src/terminal/progress.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { ends, jsonLines, output } from '../support/streams.ts';

const plain = (text: string): string => text;
const status: LegStatus = {
  leg: 'race',
  total: 3,
  done: 1,
  running: ['m/a', 'm/b'],
  elapsedMs: 4200,
  peakRssBytes: 50 * 1024 * 1024,
};

function open(
  of: Partial<Terminal> = {},
  verbose = false,
): {
  progress: ReturnType<typeof terminalProgress>;
  screen: () => string;
  play: (...events: object[]) => void;
} {
  let written = '';
  const progress = terminalProgress({
    write: (text) => {
      written += text;
    },
    columns: () => null,
    paint: { good: plain, bad: plain, dim: plain, bold: plain },
    ...of,
  });
  progress.legStarted('race', 1, verbose);
  written = '';
  const fold = createFold({
    output: (event) => {
      progress.output('race', event);
    },
    packageEnded: (ended, state) => {
      progress.packageEnded('race', ended, state);
    },
  });
  return {
    progress,
    screen: () => written,
    play: (...events) => {
      fold.push(Buffer.from(jsonLines(events)));
    },
  };
}

const run = (test: string): object => ({ Action: 'run', Test: test });

describe('a package that ended is a line', () => {
  it.each<[string, object[], string]>([
    [
      'passed',
      [run('TestA'), output('chatty\n', 'TestA'), ...ends('TestA', 'pass')],
      '✓ p race  1.5s  1 passed\n',
    ],
    [
      'cached',
      [...ends('TestA', 'pass'), output('ok  \tp\t(cached)\n')],
      '✓ p race  cached  1 passed\n',
    ],
    ['with benchmarks', [run('BenchmarkA')], '✓ p race  1.5s\n'],
    ['without test files', [output('?   \tp\t[no test files]\n')], ''],
  ])('%s', (_, events, expected) => {
    const { play, screen } = open();
    play(...events, { Action: 'pass', Elapsed: 1.5 });
    expect(screen()).toBe(expected);
  });

  it('followed by what a failed package printed', () => {
    const { play, screen } = open();
    play(
      run('TestA'),
      output('    a_test.go:3: no\n', 'TestA'),
      ...ends('TestA', 'fail'),
      run('TestB'),
      { Action: 'fail', Elapsed: 1.5 },
    );
    expect(screen()).toBe('✗ p race  1.5s  1 failed\n--- FAIL: TestA\n    a_test.go:3: no\n');
  });

  it.each([false, true])('followed by what the compiler said, verbose: %j', (verbose) => {
    const { play, screen } = open({}, verbose);
    play(
      { Package: undefined, ImportPath: 'p', Action: 'build-output', Output: 'a.go:1: no\n' },
      output('FAIL\tp [build failed]\n'),
      { Action: 'fail', FailedBuild: 'p' },
    );
    expect(screen()).toMatch(/^✗ p race {2}did not build\na\.go:1: no\n/);
  });

  it('followed by everything it printed under -v, but for the record line', () => {
    const { play, screen } = open({}, true);
    play(
      output('crash-guard: record 0f3c9a6b2d4e5f60718293a4b5c6d7e8\n'),
      run('TestA'),
      output('=== RUN   TestA\n', 'TestA'),
      output('chatty\u001b[2J\n', 'TestA'),
      ...ends('TestA', 'pass'),
      { Action: 'pass', Elapsed: 1.5 },
    );
    expect(screen()).toBe(
      '✓ p race  1.5s  1 passed\n=== RUN   TestA\nchatty\n--- PASS: TestA (0.00s)\n',
    );
  });
});

describe('in a log', () => {
  it('there is a sign of life every half minute', () => {
    const { progress, screen } = open();
    progress.legStarted('race', 3, false);
    for (let elapsedMs = 0; elapsedMs <= 65_000; elapsedMs += 500) {
      progress.tick({ ...status, elapsedMs });
    }
    expect(screen().split('\n')).toEqual([
      'leg race: 3 packages',
      '... race  1/3 packages  running a, b  30.0s  peak 50.0 MiB',
      '... race  1/3 packages  running a, b  1m00s  peak 50.0 MiB',
      '',
    ]);
  });

  it('the first further attempts of a leg are named, and that there are more', () => {
    const { progress, screen } = open();
    for (let at = 1; at <= 30; at++)
      progress.attemptStarted('race', {
        ...{ package: `m/p${String(at)}`, purpose: 'carry-on', changes: [], flags: [] },
        ...{ env: {}, maxMs: null },
        tests: at === 1 ? ['TestOne'] : ['TestOne', 'TestTwo'],
      });
    const lines = screen().trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('leg race: running what has not ended: m/p1, TestOne');
    expect(lines[9]).toBe('leg race: running what has not ended: m/p10, 2 tests (and so on)');
  });

  it('no control character is written', () => {
    const { progress, play, screen } = open({}, true);
    play(output('\u001b]0;x\u0007a\r\n'), { Action: 'pass', Package: 'p\u001b[2J' });
    progress.tick({ ...status, running: ['m/\u001b[2J'], elapsedMs: 60_000 });
    progress.legEnded(status);
    expect(screen()).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('whatever a test prints', () => {
  it.each(hostileStrings)('only text is written: %s', (_name, text) => {
    const { progress, play, screen } = open({}, true);
    play(
      run('TestA'),
      output(`${text}\n`, 'TestA'),
      ...ends('TestA', 'fail'),
      { Action: 'fail', Package: text },
      { Action: 'fail' },
    );
    progress.tick({ ...status, running: [text], elapsedMs: 60_000 });
    progress.legEnded(status);
    expect(screen()).not.toMatch(/[^\P{Cc}\n\t]|[\ud800-\udfff\u202a-\u202e\u2066-\u2069]/u);
    expect(screen().split('\n').at(-2)).toBe(
      'leg race: 1 of 3 packages ended in 4.2s, peak memory 50.0 MiB',
    );
  });
});

describe('in a log that folds', () => {
  const folding = (): ReturnType<typeof open> => {
    let opened: (text: string) => void = () => undefined;
    const groups = {
      open: (title: string) => {
        opened(`[${title}\n`);
      },
      close: () => {
        opened(']\n');
      },
    };
    let text = '';
    opened = (each) => (text += each);
    const log = open({ groups, write: opened });
    text = '';
    return { ...log, screen: () => text };
  };

  it('each leg is a group; the packages that did not do well are named again below it', () => {
    const { progress, play, screen } = folding();
    progress.legStarted('race', 2, false);
    play({ Action: 'pass', Package: 'good', Elapsed: 1 });
    play(run('TestA'), ...ends('TestA', 'fail'), { Action: 'fail', Elapsed: 1.5 });
    progress.legEnded(status);
    expect(screen().split('\n')).toEqual([
      '[leg race: 2 packages',
      '✓ good race  1.0s',
      '✗ p race  1.5s  1 failed',
      ']',
      '✗ p race  1.5s  1 failed',
      'leg race: 1 of 3 packages ended in 4.2s, peak memory 50.0 MiB',
      '',
    ]);
  });

  it('a leg names its own packages again, fifty at most', () => {
    const { progress, play, screen } = folding();
    progress.legStarted('race', 60, false);
    for (let at = 0; at < 60; at++) play({ Action: 'fail', Package: `p${String(at)}` });
    progress.legEnded(status);
    const below = screen().split(']\n')[1]?.split('\n') ?? [];
    expect(below.slice(49, 51)).toEqual(['✗ p49 race', '10 more packages failed']);
    progress.legStarted('memory', 1, false);
    progress.legEnded(status);
    expect(screen().split(']\n')[2]).toMatch(/^leg race: /);
  });

  it('the whole check of the machine is a group, and what is not right stands below it', () => {
    const check = { id: 'x', what: 'open files', value: '64', needed: '1024 or more' };
    const { progress, screen } = folding();
    progress.warnings([
      { ...check, what: 'memory', status: 'ok', fix: null },
      { ...check, status: 'warn', fix: 'ulimit -n 65536' },
    ]);
    const [inside = '', below] = screen().split(']\n');
    expect(inside).toMatch(/^\[machine: 2 checks, 1 not right\n/);
    expect(inside).toMatch(/✓ memory/);
    expect(below).toBe('! open files: 64 (needs 1024 or more)\n    fix: ulimit -n 65536\n');
  });
});

describe('in a terminal', () => {
  const clear = '\r\u001b[2K';

  it('the status is redrawn in its line, and cleared for what stays', () => {
    const { progress, play, screen } = open({ columns: () => 80 });
    progress.tick(status);
    progress.tick({ ...status, done: 2, running: [], peakRssBytes: null });
    play({ Action: 'pass', Elapsed: 1.5 });
    progress.legEnded({ ...status, done: 3 });
    expect(screen()).toBe(
      [
        `${clear}race  1/3 packages  running a, b  4.2s  peak 50.0 MiB`,
        `${clear}race  2/3 packages  building  4.2s`,
        `${clear}✓ p race  1.5s\n`,
        'leg race: 3 of 3 packages ended in 4.2s, peak memory 50.0 MiB\n',
      ].join(''),
    );
  });

  it.each([
    [40, 39],
    [5, 20],
  ])('of %d columns the status takes %d at most', (columns, length) => {
    const { progress, screen } = open({ columns: () => columns });
    progress.tick({ ...status, running: ['a', 'b', 'c', 'd', 'e'].map((name) => name.repeat(9)) });
    expect(screen().slice(clear.length)).toHaveLength(length);
  });
});

it('what the preflight found not right stands in a few lines; what is right is not mentioned', () => {
  const check = { id: 'x', what: 'open files', value: '64', needed: '1024 or more' };
  const { progress, screen } = open();
  progress.warnings([
    { ...check, status: 'ok', fix: null },
    { ...check, status: 'warn', fix: 'ulimit -n 65536' },
  ]);
  expect(screen()).toBe('! open files: 64 (needs 1024 or more)\n    fix: ulimit -n 65536\n');
  const quiet = open();
  quiet.progress.warnings([{ ...check, status: 'ok', fix: null }]);
  expect(quiet.screen()).toBe('');
});
