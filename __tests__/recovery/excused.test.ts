import { describe, expect, it } from '@jest/globals';
import { excusedTests, type EndedAttempt } from '../../src/recovery/excused.ts';
import type { Cause, PackageRun, TestCase } from '../../src/report/schema.ts';

function cause(id: Cause['id'], confidence: Cause['confidence'] = 'confirmed'): Cause {
  return { id, confidence, summary: '', evidence: [], excluded: [], advice: [] };
}

function tests(cases: TestCase[], unfinished: string[] = []): PackageRun['tests'] {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [], neverRan: [] };
  return { ...counts, unfinished, cases };
}

const killed: EndedAttempt = {
  ...{ ending: 'killed', cause: cause('oom-cgroup'), tests: tests([], ['TestA', 'TestA/x']) },
  active: ['TestA/x'],
};
const well: EndedAttempt = {
  ...{ ending: 'passed', cause: null, active: [] },
  tests: tests([
    ['TestA/x', 'passed', 1],
    ['TestA', 'passed', 1],
  ]),
};

describe('what was killed and passed later', () => {
  it('is excused', () => {
    expect(excusedTests([killed, well])).toEqual(['TestA']);
    expect(excusedTests([{ ...killed, cause: cause('killed', 'unknown') }, well])).toEqual([
      'TestA',
    ]);
    expect(
      excusedTests([{ ...killed, ending: 'crashed', cause: cause('thread-limit') }, well]),
    ).toEqual(['TestA']);
  });

  it.each<[string, EndedAttempt[]]>([
    ['it was only skipped later', [killed, { ...well, tests: tests([['TestA', 'skipped', 1]]) }]],
    ['the last attempt died too', [killed, killed]],
    ['a later attempt failed by its exit code', [killed, { ...well, ending: 'failed' }, well]],
    ['no test was at work', [{ ...killed, active: [], tests: tests([]) }, well]],
    ['it left by itself', [{ ...killed, ending: 'exited', cause: cause('fd-limit') }, well]],
    [
      'only a text speaks of a limit',
      [{ ...killed, ending: 'crashed', cause: cause('thread-limit', 'consistent') }, well],
    ],
    ['it crashed', [{ ...killed, ending: 'crashed', cause: cause('panic') }, well]],
    ['it ran out of time', [{ ...killed, ending: 'timed-out', cause: cause('timeout') }, well]],
  ])('is not where %s', (_, attempts) => {
    expect(excusedTests(attempts)).toEqual([]);
  });
});
