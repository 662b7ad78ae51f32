import { describe, expect, it } from '@jest/globals';
import type { DeclaredTest } from '../../src/evidence/completeness.ts';
import type { AttemptView } from '../../src/recovery/attempt-view.ts';
import { nextStep, type Next, type RecoveryState } from '../../src/recovery/next-step.ts';

const MiB = 1024 * 1024;

function declared(...names: string[]): DeclaredTest[] {
  return names.map((name, at) => ({ name, kind: 'test', file: 'a_test.go', line: at + 1 }));
}

function view(of: Partial<AttemptView>): AttemptView {
  return {
    ...{ number: 1, purpose: null, ending: 'crashed', cause: 'panic', tests: null, changes: [] },
    ...{ ended: [], active: [], culprit: null, inParallel: false, peakRssBytes: null },
    ...of,
  };
}

function next(attempts: AttemptView[], of: Partial<RecoveryState> = {}): Next {
  return nextStep({
    ...{ declared: declared('TestA', 'TestB', 'TestC'), attempts, bound: 5, failfast: false },
    ...{ canSkip: true, ceilingBytes: 400 * MiB, parallel: 4 },
    ...of,
  });
}

function wanted(result: Next): readonly string[] | null {
  if (result === 'complete' || 'stopped' in result)
    throw new Error(`no step: ${JSON.stringify(result)}`);
  return result.step.wanted;
}

describe('what comes after a crash', () => {
  it('runs the tests that never began, in their order, without the culprit', () => {
    const result = next([view({ ended: ['TestA'], active: ['TestB'], culprit: 'TestB' })]);
    expect(result).toMatchObject({ step: { purpose: 'carry-on', wanted: ['TestC'], flags: [] } });
  });

  it('is nothing where only the culprit is left', () => {
    const crash = view({ ended: ['TestA', 'TestB'], active: ['TestC'], culprit: 'TestC' });
    expect(next([crash])).toBe('complete');
  });

  it('is nothing after failures that are no death', () => {
    const failed = view({ ending: 'failed', cause: 'test-failure', ended: ['TestA', 'TestB'] });
    expect(next([failed])).toBe('complete');
  });

  it('runs the test of a fatal subtest again without this subtest', () => {
    const crash = view({ ended: ['TestA'], active: ['TestB/x'], culprit: 'TestB/x' });
    expect(next([crash])).toMatchObject({
      step: { wanted: ['TestB', 'TestC'], leaveOut: ['TestB/x'] },
    });
  });

  it('runs it again also where package testing called it failed', () => {
    const crash = view({ ended: ['TestA', 'TestB'], culprit: 'TestB/x' });
    expect(wanted(next([crash]))).toEqual(['TestB', 'TestC']);
  });

  it('leaves out the whole test where go test cannot leave out a subtest', () => {
    const crash = view({ ended: ['TestA'], culprit: 'TestB/x' });
    expect(next([crash], { canSkip: false })).toMatchObject({
      step: { wanted: ['TestC'], leaveOut: [] },
    });
  });

  it('leaves out every fatal subtest that is known by now', () => {
    const crashes = [
      view({ ended: ['TestA'], culprit: 'TestB/x' }),
      view({ number: 2, purpose: 'carry-on', tests: ['TestB', 'TestC'], culprit: 'TestB/y' }),
    ];
    const rest = view({ number: 3, purpose: 'carry-on', tests: ['TestC'], ending: 'passed' });
    expect(next([...crashes, { ...rest, ended: ['TestC'] }])).toMatchObject({
      step: { wanted: ['TestB'], leaveOut: ['TestB/x', 'TestB/y'] },
    });
  });

  it('does not let a test with one fatal subtest after the other stand before the rest', () => {
    const crashes = [
      view({ culprit: 'TestA/x' }),
      view({
        number: 2,
        purpose: 'carry-on',
        tests: ['TestA', 'TestB', 'TestC'],
        culprit: 'TestA/y',
      }),
    ];
    expect(wanted(next(crashes))).toEqual(['TestB', 'TestC']);
  });

  it('runs those that may have done it last, and one at a time', () => {
    const crash = view({ ended: [], active: ['TestA', 'TestB'] });
    expect(next([crash])).toMatchObject({ step: { wanted: ['TestC'], changes: [] } });
    const rest = view({ number: 2, purpose: 'carry-on', ending: 'passed', ended: ['TestC'] });
    expect(next([crash, { ...rest, tests: ['TestC'] }])).toMatchObject({
      step: { wanted: ['TestA', 'TestB'], flags: ['-test.parallel=1'], changes: ['-parallel=1'] },
    });
  });

  it.each([
    ['no test began', [view({})], /attempt 1 ended before its first test/],
    [
      'an attempt brought nothing',
      [
        view({ ended: ['TestA'], culprit: 'TestB' }),
        view({ number: 2, purpose: 'carry-on', tests: ['TestC'] }),
      ],
      /attempt 2 ended before its first test/,
    ],
    [
      'an attempt ended well and left a test out',
      [
        view({ ended: ['TestA'], culprit: 'TestB' }),
        view({ number: 2, purpose: 'carry-on', tests: ['TestC'], ending: 'passed' }),
      ],
      /attempt 2 ended by itself and did not run all/,
    ],
  ])('stops where %s', (_, attempts, because) => {
    expect(next(attempts)).toEqual({ stopped: expect.stringMatching(because) as unknown });
  });

  it('gives the last attempt to tests that have not run rather than to the culprit of a kill', () => {
    const kill = view({
      ...{ ending: 'killed', cause: 'oom-cgroup', ended: ['TestA'] },
      ...{ active: ['TestB'], culprit: 'TestB' },
    });
    expect(next([kill], { bound: 3 })).toMatchObject({ step: { purpose: 'alone' } });
    expect(next([kill], { bound: 2 })).toMatchObject({
      step: { purpose: 'carry-on', wanted: ['TestC'] },
    });
    const last = { ...kill, ended: ['TestA', 'TestC'] };
    expect(next([last], { bound: 2 })).toMatchObject({ step: { purpose: 'alone' } });
  });

  it('stops at the bound, and says so', () => {
    const crash = view({ ended: ['TestA'], culprit: 'TestB' });
    const stopped = { stopped: 'the package has had 1 attempts, as many as it may have' };
    expect(next([crash], { bound: 1 })).toEqual(stopped);
  });

  it('stops where go test was to stop', () => {
    const crash = view({ ended: ['TestA'], culprit: 'TestB' });
    expect(next([crash], { failfast: true })).toEqual({
      stopped: expect.stringContaining('-failfast') as unknown,
    });
  });
});

describe('what comes after a death at a limit', () => {
  const together = view({
    ...{ ending: 'killed', cause: 'oom-cgroup', culprit: 'TestB', inParallel: true },
    active: ['TestA', 'TestB', 'TestC'],
  });
  const alone = view({
    ...{ number: 2, purpose: 'alone', tests: ['TestB'], ending: 'passed', cause: null },
    ended: ['TestB'],
  });
  const serial = view({
    ...{ number: 3, purpose: 'serial', changes: ['-parallel=1'], ending: 'passed', cause: null },
    ...{ ended: ['TestA', 'TestB', 'TestC'], peakRssBytes: 150 * MiB },
  });

  it('is the culprit alone, then the package one at a time, then as many as should fit', () => {
    expect(next([together])).toMatchObject({ step: { purpose: 'alone', wanted: ['TestB'] } });
    expect(next([together, alone])).toMatchObject({
      step: { purpose: 'serial', wanted: null, flags: ['-test.parallel=1'] },
    });
    expect(next([together, alone, serial])).toMatchObject({
      step: { purpose: 'fewer', changes: ['-parallel=2'] },
    });
    const fewer = { ...serial, number: 4, purpose: 'fewer' as const };
    expect(next([together, alone, serial, fewer])).toBe('complete');
  });

  it('is one at a time at once where nobody knows the culprit', () => {
    expect(next([{ ...together, culprit: null }])).toMatchObject({ step: { purpose: 'serial' } });
  });

  it('is a soft limit where one at a time does not fit', () => {
    const again = { ...serial, ending: 'killed' as const, cause: 'oom-cgroup' as const };
    const died = { ...again, ended: ['TestA', 'TestB'], culprit: 'TestC', active: ['TestC'] };
    expect(next([together, alone, died])).toMatchObject({
      step: {
        ...{ purpose: 'soft-limit', wanted: null, env: { GOMEMLIMIT: String(340 * MiB) } },
        changes: ['GOMEMLIMIT=340MiB', '-parallel=1'],
      },
    });
  });

  it('runs the rest before it looks at figures, where the tests do not run side by side', () => {
    const big = view({
      ...{ ending: 'killed', cause: 'oom-cgroup', culprit: 'TestB', active: ['TestB'] },
      ended: ['TestA'],
    });
    expect(next([big])).toMatchObject({ step: { purpose: 'alone', wanted: ['TestB'] } });
    const dead = { ...big, number: 2, purpose: 'alone' as const, tests: ['TestB'], ended: [] };
    expect(next([big, dead])).toMatchObject({ step: { purpose: 'carry-on', wanted: ['TestC'] } });
    const rest = view({ number: 3, purpose: 'carry-on', tests: ['TestC'], ending: 'passed' });
    expect(next([big, dead, { ...rest, ended: ['TestC'] }])).toMatchObject({
      step: { purpose: 'soft-limit', wanted: ['TestB'] },
    });
  });

  it('runs the rest before a soft limit also where one at a time did not fit', () => {
    const dead = { ...serial, ending: 'killed' as const, cause: 'oom-cgroup' as const };
    const died = { ...dead, ended: ['TestA'], culprit: 'TestB', active: ['TestB'] };
    expect(next([together, alone, died])).toMatchObject({
      step: { purpose: 'carry-on', wanted: ['TestC'] },
    });
  });

  it('tries one at a time also where the culprit alone has subtests side by side', () => {
    const dead = { ...together, number: 2, purpose: 'alone' as const, tests: ['TestB'] };
    expect(next([together, dead])).toMatchObject({ step: { purpose: 'serial' } });
  });

  it('gives threads and files fewer tests, and no soft limit', () => {
    const threads = { ...together, cause: 'thread-limit' as const, ending: 'crashed' as const };
    expect(next([threads])).toMatchObject({ step: { purpose: 'alone' } });
    const again = { ...serial, ending: 'crashed' as const, cause: 'thread-limit' as const };
    expect(next([threads, alone, again])).toBe('complete');
  });

  it('tries what somebody else killed once more, alone', () => {
    const killed = view({ ending: 'killed', cause: 'killed', active: ['TestB'], ended: ['TestA'] });
    expect(next([killed])).toMatchObject({ step: { purpose: 'alone', wanted: ['TestB'] } });
  });
});
