import { describe, expect, it } from '@jest/globals';
import type { DeclaredTest } from '../../src/evidence/completeness.ts';
import { mergeTests, type AttemptTests } from '../../src/recovery/merge-tests.ts';
import type { PackageRun, TestCase } from '../../src/report/schema.ts';

const declared = ['TestA', 'TestB', 'TestC'].map((name): DeclaredTest => ({
  name,
  kind: 'test',
  file: 'a_test.go',
  line: 1,
}));

function attempt(number: number, of: Partial<AttemptTests> & { cases: TestCase[] }): AttemptTests {
  const { cases, tests, ...rest } = of;
  const count = (how: TestCase[1]): number => cases.filter(([, each]) => each === how).length;
  const counted: PackageRun['tests'] = {
    ...{ passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    ...{ failures: [], unfinished: [], neverRan: [], cases },
    ...tests,
  };
  return { attempt: number, declared, culprit: null, ...rest, tests: counted };
}

function missing(unfinished: string[], neverRan: string[]): PackageRun['tests'] {
  const zero = { passed: 0, failed: 0, skipped: 0, failures: [] };
  return { ...zero, unfinished, neverRan };
}

describe('the tests of several attempts', () => {
  it('are each told once, with the attempt that brought them to their end', () => {
    const first = attempt(1, {
      culprit: 'TestB',
      cases: [['TestA', 'passed', 1]],
      tests: { ...missing(['TestB'], ['TestC']), passed: 1, cases: [['TestA', 'passed', 1]] },
    });
    const second = attempt(2, { declared: declared.slice(2), cases: [['TestC', 'skipped', 2]] });
    expect(mergeTests([first, second], declared, 1)).toMatchObject({
      ...{ passed: 1, failed: 0, skipped: 1, unfinished: ['TestB'], neverRan: [] },
      cases: [
        ['TestA', 'passed', 1],
        ['TestC', 'skipped', 2, 2],
      ],
    });
  });

  it('do not pass where they have failed once', () => {
    const first = attempt(1, { cases: [['TestA', 'passed', 1]], tests: missing(['TestB'], []) });
    const second = attempt(2, { cases: [['TestA', 'failed', 1]] });
    const third = attempt(3, { cases: [['TestA', 'passed', 1]] });
    const merged = mergeTests([first, second, third], declared, 1);
    expect(merged.cases).toEqual([['TestA', 'failed', 1, 2]]);
  });

  it('keep a test unfinished whose subtest ended the process, though it passed without it', () => {
    const first = attempt(1, {
      culprit: 'TestB/x',
      cases: [],
      tests: missing(['TestB', 'TestB/x'], ['TestC']),
    });
    const second = attempt(2, {
      cases: [
        ['TestB/y', 'passed', 1],
        ['TestB', 'passed', 1],
        ['TestC', 'passed', 1],
        ['TestA', 'passed', 1],
      ],
    });
    const merged = mergeTests([first, second], declared, 1);
    expect(merged.unfinished).toEqual(['TestB', 'TestB/x']);
    expect(merged.cases?.map(([name]) => name)).toEqual(['TestB/y', 'TestC', 'TestA']);
  });

  it('count one that was killed and ended later as ended', () => {
    const first = attempt(1, { culprit: 'TestB', cases: [], tests: missing(['TestB'], []) });
    const second = attempt(2, { declared: declared.slice(1, 2), cases: [['TestB', 'passed', 1]] });
    expect(mergeTests([first, second], declared.slice(1, 2), 1)).toMatchObject({
      ...{ passed: 1, unfinished: [], neverRan: [] },
    });
  });

  it('count once what a further run repeated', () => {
    const first = attempt(1, { cases: [['TestA', 'passed', 1]] });
    const second = attempt(2, {
      cases: [
        ['TestA', 'passed', 1],
        ['TestA', 'failed', 2],
        ['TestA', 'passed', 1],
      ],
    });
    expect(mergeTests([first, second], declared, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('count a name as often as it is declared', () => {
    const [a] = declared;
    const twice = attempt(1, {
      cases: [
        ['TestA', 'passed', 1],
        ['TestA', 'passed', 2],
      ],
    });
    const merged = mergeTests([twice, attempt(2, { cases: [] })], [a!, a!], 1);
    expect(merged.passed).toBe(2);
  });

  it('need each repetition of a test', () => {
    const first = attempt(1, {
      cases: [['TestA', 'passed', 1]],
      tests: { ...missing(['TestB'], ['TestA', 'TestC']), cases: [['TestA', 'passed', 1]] },
    });
    const merged = mergeTests([first, attempt(2, { declared: [], cases: [] })], declared, 2);
    expect(merged.neverRan).toEqual(['TestA', 'TestC']);
  });
});

describe('a test that failed in one of its repetitions', () => {
  const cases: TestCase[] = [
    ['TestA', 'passed', 1],
    ['TestB', 'failed', 1],
  ];
  const counts = { passed: 1, failed: 1, cases };

  it('has failed, and is not told of as one that never ran', () => {
    const only = attempt(1, {
      ...{ culprit: 'TestB', cases },
      tests: { ...missing([], ['TestA', 'TestB', 'TestC']), ...counts },
    });
    expect(mergeTests([only], declared, 2)).toMatchObject({
      ...{ failed: 1, unfinished: [], neverRan: ['TestA', 'TestC'] },
    });
    const second = attempt(2, {
      declared: [declared[0]!, declared[2]!],
      cases: ['TestA', 'TestC', 'TestA', 'TestC'].map((name): TestCase => [name, 'passed', 1]),
    });
    expect(mergeTests([only, second], declared, 2)).toMatchObject({
      ...{ passed: 4, failed: 1, unfinished: [], neverRan: [] },
    });
  });

  it('has failed where it ended the process in a later one', () => {
    const first = attempt(1, {
      ...{ culprit: 'TestB', cases },
      tests: { ...missing(['TestB'], ['TestA', 'TestC']), ...counts },
    });
    const merged = mergeTests([first, attempt(2, { declared: [], cases: [] })], declared, 2);
    expect(merged).toMatchObject({ failed: 1, unfinished: [] });
  });

  it('is unfinished where it had passed before', () => {
    const first = attempt(1, {
      cases: [['TestA', 'passed', 1]],
      tests: { ...missing(['TestA'], []), passed: 1, cases: [['TestA', 'passed', 1]] },
    });
    const merged = mergeTests([first, attempt(2, { declared: [], cases: [] })], [declared[0]!], 2);
    expect(merged).toMatchObject({ unfinished: ['TestA'], neverRan: [] });
  });
});
