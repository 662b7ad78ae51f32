import { describe, expect, it } from '@jest/globals';
import { isBenchmark, type PackageFold } from '../../src/gotest/package-fold.ts';
import { ends, output, packageAfter } from '../support/streams.ts';

const id = '0f3c9a6b2d4e5f60718293a4b5c6d7e8';

it('counts tests by their terminal events, subtests too', () => {
  const fold = packageAfter(
    { Action: 'start' },
    { Action: 'run', Test: 'TestA' },
    { Action: 'run', Test: 'TestA/b' },
    ...ends('TestA/b', 'pass'),
    ...ends('TestA', 'pass'),
    { Action: 'run', Test: 'TestS' },
    ...ends('TestS', 'skip'),
    { Action: 'run', Test: 'TestF' },
    ...ends('TestF', 'fail'),
    { Action: 'fail', Elapsed: 1.5 },
  );
  expect(fold).toMatchObject({ started: true, passed: 2, skipped: 1, failed: 1, elapsedMs: 1500 });
  expect(fold.action).toBe('fail');
  expect([...fold.ended]).toEqual([
    ['TestA', 1],
    ['TestS', 1],
    ['TestF', 1],
  ]);
});

it('a test without a terminal event keeps running, with its output', () => {
  const fold = packageAfter(
    { Action: 'run', Test: 'TestA' },
    output('=== RUN   TestA\n', 'TestA'),
    output('working\n', 'TestA'),
    { Action: 'pause', Test: 'TestA' },
    { Action: 'cont', Test: 'TestA' },
  );
  expect([...fold.running].map(([test, text]) => [test, text.text()])).toEqual([
    ['TestA', 'working\n'],
  ]);
});

it('a failed test keeps its own output, and what comes after its end belongs to the package', () => {
  const fold = packageAfter(
    { Action: 'run', Test: 'TestA' },
    output('    a_test.go:3: half ', 'TestA'),
    output('a line\n', 'TestA'),
    ...ends('TestA', 'fail'),
    output('late\n', 'TestA'),
  );
  expect(fold.failures).toEqual([{ test: 'TestA', output: '    a_test.go:3: half a line\n' }]);
  expect(fold.output.text()).toBe('late\n');
});

it('-count runs a test more than once', () => {
  const once = [{ Action: 'run', Test: 'TestA' }, ...ends('TestA', 'pass')];
  expect(packageAfter(...once, ...once).ended.get('TestA')).toBe(2);
});

it('tells how each test and subtest ended, in their order, and how long it took', () => {
  const timed = (test: string, action: 'pass' | 'fail' | 'skip', elapsed?: number): object[] => [
    output(`--- ${action.toUpperCase()}: ${test} (${(elapsed ?? 0).toFixed(2)}s)\n`, test),
    { Action: action, Test: test, Elapsed: elapsed },
  ];
  const fold = packageAfter(
    ...timed('TestA/b', 'pass', 0.29),
    ...timed('TestA', 'fail', 1.5),
    ...timed('TestS', 'skip', 0),
    ...timed('TestOld', 'pass'),
    ...timed('TestA', 'pass', 0.01),
  );
  expect(fold.cases).toEqual([
    { test: 'TestA/b', outcome: 'passed', elapsedMs: 290 },
    { test: 'TestA', outcome: 'failed', elapsedMs: 1500 },
    { test: 'TestS', outcome: 'skipped', elapsedMs: 0 },
    { test: 'TestOld', outcome: 'passed', elapsedMs: null },
    { test: 'TestA', outcome: 'passed', elapsedMs: 10 },
  ]);
});

it('a terminal event that is not of the test itself is no case', () => {
  const fold = packageAfter(
    { Action: 'run', Test: 'TestA' },
    { Action: 'pass', Test: 'TestA', Elapsed: 0.5 },
  );
  expect(fold.cases).toEqual([]);
});

it('lists the first 10,000 cases and counts the others', () => {
  const tests = Array.from({ length: 10_010 }, (_, i) => `TestT/${String(i)}`);
  const fold = packageAfter(...tests.flatMap((test) => ends(test, 'pass')));
  expect(fold.passed).toBe(10_010);
  expect(fold.cases).toHaveLength(10_000);
});

it('does not list names that take too much room together', () => {
  const long = `TestT/${'x'.repeat(400_000)}`;
  const fold = packageAfter(
    ...['1', '2', '3', '4'].flatMap((end) => ends(`${long}${end}`, 'pass')),
    ...ends('TestT', 'pass'),
  );
  expect(fold.passed).toBe(5);
  expect(fold.cases.map(({ test }) => test.at(-1))).toEqual(['1', '2', 'T']);
});

it('lists 2000 failures and counts the others', () => {
  const numbers = Array.from({ length: 2010 }, (_, i) => String(i));
  const fold = packageAfter(...numbers.flatMap((number) => ends(`TestA/${number}`, 'fail')));
  expect(fold).toMatchObject({ failed: 2010, failuresLeftOut: 10 });
  expect(fold.failures).toHaveLength(2000);
});

describe('understands the lines of go test about the package', () => {
  it.each<[string, Partial<PackageFold>]>([
    ['ok  \tp\t0.1s\n', { saysCached: false }],
    ['ok  \tp\t(cached)\n', { saysCached: true }],
    ['ok  \tp\t(cached)\tcoverage: 50.0% of statements\n', { saysCached: true }],
    ['ok  \tp\t(cached) [no tests to run]\n', { saysCached: true }],
    ['ok  \tp\t(cached)\tcoverage: [no statements] [no tests to run]\n', { saysCached: true }],
    ['this was (cached)\n', { saysCached: false }],
    ['?   \tp\t[no test files]\n', { noTestFiles: true }],
    ['\tp\t\tcoverage: 0.0% of statements\n', { noTestFiles: true }],
    ['FAIL\tp [build failed]\n', { buildFailed: true }],
    ['FAIL\tp [setup failed]\n', { buildFailed: true }],
    ['FAIL\tp\t0.1s\n', { buildFailed: false }],
    ['*** Test killed with quit: ran too long (11m0s).\n', { killedByGo: true }],
    [`crash-guard: record ${id}\n`, { record: id }],
  ])('%j', (line, expected) => {
    expect(packageAfter(output(line))).toMatchObject(expected);
  });

  it('but not when a test prints them', () => {
    const lines = [
      '?   \tp\t[no test files]\n',
      '\tp\t\tcoverage: 0.0%\n',
      'FAIL\tp [build failed]\n',
    ];
    const all = [...lines, '*** Test killed with quit\n', `crash-guard: record ${id}\n`];
    expect(packageAfter(...all.map((line) => output(line, 'TestA')))).toMatchObject({
      noTestFiles: false,
      buildFailed: false,
      killedByGo: false,
      record: null,
    });
  });

  it('and believes the first record line only', () => {
    const other = `crash-guard: record ${id.replace('0', '1')}\n`;
    const fold = packageAfter(output(`crash-guard: record ${id}\n`), output(other));
    expect(fold.record).toBe(id);
    expect(fold.output.text()).toBe(other);
  });
});

it('a terminal event under the name of a test that has not ended is the package’s own', () => {
  const fold = packageAfter({ Action: 'run', Test: 'TestA' }, output('ok  \tp\t0.1s\n', 'TestA'), {
    Action: 'pass',
    Test: 'TestA',
    Elapsed: 0.1,
  });
  expect(fold).toMatchObject({ action: 'pass', elapsedMs: 100, passed: 0 });
  expect([...fold.running.keys()]).toEqual(['TestA']);
});

it('a FailedBuild link means that the package did not build', () => {
  expect(packageAfter({ Action: 'fail', FailedBuild: 'p [p.test]' })).toMatchObject({
    buildFailed: true,
    failedBuild: 'p [p.test]',
  });
});

describe('notes the first line of a crash, even when it is glued to a partial line', () => {
  it.each([
    ['panic: boom\n', 'panic: boom', false],
    ['partial linepanic: boom [recovered]\n', 'panic: boom [recovered]', false],
    ['fatal error: all goroutines are asleep\n', 'fatal error: all goroutines are asleep', false],
    ['SIGQUIT: quit\n', 'SIGQUIT: quit', false],
    ['panic: test timed out after 1s\n', 'panic: test timed out after 1s', true],
    ['no panic here\n', null, false],
  ])('%j', (line, crashLine, timedOut) => {
    const fold = packageAfter(output(line, 'TestA'), output('panic: later\n'));
    expect(fold.crashLine).toBe(crashLine ?? 'panic: later');
    expect(fold.timedOut).toBe(timedOut);
  });
});

it.each([
  ['Benchmark', true],
  ['BenchmarkSort', true],
  ['BenchmarkSort/small', true],
  ['Benchmark_x', true],
  ['Benchmarking', false],
  ['TestBenchmark', false],
])('isBenchmark(%s) is %j', (test, expected) => {
  expect(isBenchmark(test)).toBe(expected);
});

describe('the last event of a process that was killed, which test2json gives the name of the last test', () => {
  const run = (Test: string): object => ({ Action: 'run', Test });
  const killed = { Action: 'fail', Elapsed: 2.299 };
  const waiting = [run('TestA'), { Action: 'pause', Test: 'TestA' }];

  it('ends the package, not a test that had just passed', () => {
    const fold = packageAfter(
      ...[...waiting, run('TestB')],
      output('--- PASS: TestB (0.75s)\n', 'TestB'),
      { ...killed, Test: 'TestB' },
    );
    expect(fold).toMatchObject({ action: 'fail', failed: 0, elapsedMs: 2299 });
    // Its own event is lost: nobody can tell it from a line that a test printed.
    expect([...fold.running.keys()]).toEqual(['TestA', 'TestB']);
  });

  it('leaves a test failed that had just failed, with those around it', () => {
    const fold = packageAfter(
      ...[...waiting, run('TestB'), run('TestB/b')],
      output('--- FAIL: TestB (0.75s)\n', 'TestB'),
      output('    --- FAIL: TestB/b (0.50s)\n', 'TestB/b'),
      { ...killed, Test: 'TestB/b' },
    );
    expect(fold).toMatchObject({ action: 'fail', failed: 2 });
    expect(fold.cases).toEqual([
      { test: 'TestB', outcome: 'failed', elapsedMs: 750 },
      { test: 'TestB/b', outcome: 'failed', elapsedMs: 500 },
    ]);
    expect([...fold.running.keys()]).toEqual(['TestA']);
  });

  it('is a test’s own where it says what its line said, whatever was printed in between', () => {
    const fold = packageAfter(
      run('TestA'),
      output('--- PASS: TestA (0.75s)\n', 'TestA'),
      output('--- FAIL: TestOther (0.10s)\n', 'TestA'),
      { Action: 'pass', Test: 'TestA', Elapsed: 0.75 },
    );
    expect(fold).toMatchObject({ action: null, passed: 1 });
    expect(fold.running.size).toBe(0);
  });
});
