import { describe, expect, it } from '@jest/globals';
import { culpritTest } from '../../src/crash/blame/culprit-test.ts';
import { parseGoroutines } from '../../src/crash/goroutines/goroutines.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { innermost, longestRunning, runningSince } from '../../src/crash/blame/running-tests.ts';
import { blameCapture, crashOf } from '../support/blame-captures.ts';

/** The goroutines of a text as a crash; the first one crashed. */
function crash(text: string, about: Partial<ParsedCrash> = {}): ParsedCrash {
  const [first] = crashOf('goroutine-go1.27.txt').stacks;
  return {
    ...crashOf('goroutine-go1.27.txt'),
    stacks: parseGoroutines(text).map((goroutine) => ({ ...first!, goroutine })),
    ...about,
  };
}

const culprit = (text: string, about: Partial<ParsedCrash> = {}): string | null => {
  const one = crash(text, about);
  return culpritTest(one, one.stacks[0]?.goroutine ?? null);
};

const stack = (id: number, functions: string[], createdBy = ''): string =>
  [
    `goroutine ${String(id)} [running]:`,
    ...functions.flatMap((name) => [
      `${name}()`,
      /^(?:testing|runtime)\./.test(name)
        ? '\t/usr/local/go/src/testing/testing.go:7 +0x1'
        : '\t/src/m/m_test.go:7 +0x1',
    ]),
    ...(createdBy === '' ? [] : [`created by ${createdBy}`, '\t/src/m/m_test.go:9 +0x1']),
    '',
  ].join('\n');

const running = (...tests: [string, string][]): Pick<ParsedCrash, 'runningTests'> => ({
  runningTests: tests.map(([test, elapsed]) => ({ test, elapsed })),
});

describe('its own stack comes first', () => {
  it.each([
    ['the test itself', stack(7, ['m.F', 'm.TestX', 'testing.tRunner'])],
    ['a function literal in it', stack(7, ['m.F', 'm.TestX.func1', 'testing.tRunner'])],
    ['a goroutine of its own', stack(7, ['m.F', 'm.TestX.func1'], 'm.TestX in goroutine 6')],
    ['who started it', stack(7, ['m.(*Pool).work'], 'm.TestX.func1 in goroutine 6')],
    ['a closure of an inlined function', stack(7, ['m.TestX.(*Pool).Start.func1'])],
    [
      'who started who started it',
      stack(7, ['m.work'], 'm.(*Pool).Start in goroutine 6') +
        stack(6, ['m.(*Pool).Start'], 'm.New in goroutine 5') +
        stack(5, ['m.New', 'm.TestX', 'testing.tRunner']),
    ],
    [
      'an ancestor',
      `${stack(7, ['m.work'], 'm.start in goroutine 6').trimEnd()}
[originating from goroutine 6]:
m.start(...)
\t/src/m/m.go:8 +0x1
m.TestX(...)
\t/src/m/m_test.go:8 +0x1
testing.tRunner(...)
\t/usr/local/go/src/testing/testing.go:8 +0x1
`,
    ],
  ])('%s', (_, text) => {
    expect(
      culprit(text, { outputTest: 'TestInnocent', ...running(['TestInnocent', '9m0s']) }),
    ).toBe('TestX');
  });

  it('goroutines that started each other end nowhere', () => {
    const circle =
      stack(7, ['m.work'], 'm.f in goroutine 6') + stack(6, ['m.work'], 'm.f in goroutine 7');
    expect(culprit(circle)).toBeNull();
    expect(culprit(circle, { outputTest: 'TestLast' })).toBe('TestLast');
  });
});

describe('no test is to blame', () => {
  it.each([
    ['for what TestMain does', stack(1, ['m.serve', 'm.TestMain', 'main.main'])],
    ['for what TestMain started', stack(7, ['m.serve'], 'm.TestMain in goroutine 1')],
    ['for what init does', stack(1, ['m.f', 'm.init.0', 'runtime.doInit1', 'runtime.main'])],
    ['for the value of a variable', stack(1, ['m.f', 'm.init', 'runtime.doInit1'])],
  ])('%s', (_, text) => {
    expect(culprit(text, { outputTest: 'TestInnocent' })).toBeNull();
  });
});

describe('subtests', () => {
  const inLiteral = stack(7, ['m.TestX.func1', 'testing.tRunner']);
  const itself = stack(7, ['m.TestX', 'testing.tRunner']);

  it.each([
    ['printed last', { outputTest: 'TestX/sub' }, 'TestX/sub'],
    ['of another test', { outputTest: 'TestY/sub' }, 'TestX'],
    [
      'running',
      running(['TestX', '1s'], ['TestX/sub', '1s'], ['TestX/sub/case', '1s']),
      'TestX/sub/case',
    ],
    ['running, two at a time', running(['TestX/a', '1s'], ['TestX/b', '1s']), 'TestX'],
    [
      'running, while another printed',
      { ...running(['TestX/a', '1s']), outputTest: 'TestX/b' },
      'TestX/a',
    ],
  ])('%s', (_, about, test) => {
    expect(culprit(inLiteral, about)).toBe(test);
    expect(culprit(itself, about)).toBe('TestX');
  });

  it("a suite's method is found by its name", () => {
    const [goroutine] = parseGoroutines(blameCapture('suite-go1.27.txt'));
    const one = crash('', { outputTest: 'TestSuite/TestEmpty' });
    expect(culpritTest(one, goroutine!)).toBe('TestSuite/TestEmpty');
    const several = crash(
      '',
      running(['TestSuite/TestFirst', '9s'], ['TestSuite/TestEmpty', '1s']),
    );
    expect(culpritTest(several, goroutine!)).toBe('TestSuite/TestEmpty');
  });
});

describe('where no stack tells', () => {
  const nameless = stack(7, ['m.work']);

  it.each([
    ['the only running test', running(['TestX', '1s']), 'TestX'],
    ['the only one and its subtest', running(['TestX', '2s'], ['TestX/a', '2s']), 'TestX/a'],
    ['the one that has run longest', running(['TestX', '1m0s'], ['TestY', '9m59.5s']), 'TestY'],
    ['none of several that began at a time', running(['TestX', '1s'], ['TestY', '1s']), null],
    ['what printed last', { outputTest: 'TestX' }, 'TestX'],
    ['nothing', {}, null],
  ])('%s', (_, about, test) => {
    expect(culprit(nameless, about)).toBe(test);
    expect(culpritTest(crash('', about), null)).toBe(test);
  });

  it('the message may name the test', () => {
    const message = 'Log in goroutine after TestX/sub has completed: panic: m.TestY';
    expect(culprit(nameless, { message, outputTest: 'TestZ' })).toBe('TestX/sub');
  });
});

it('running tests are ordered by time, subtests before their parents', () => {
  const about = running(
    ['TestA', '1h0m1s'],
    ['TestB', '59m0s'],
    ['TestA/x', '1h0m1s'],
    ['TestC', '?'],
  );
  expect(runningSince(about)).toEqual(['TestA/x', 'TestA', 'TestB', 'TestC']);
  expect(longestRunning(about)).toBe('TestA/x');
  expect(longestRunning(running())).toBeNull();
  expect(innermost(['a', 'a/b', 'a/b/c', 'ab', 'd'])).toEqual(['a/b/c', 'ab', 'd']);
});
