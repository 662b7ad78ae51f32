import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../src/report/schema.ts';
import { judgeFurther } from '../../src/verdict/further-reasons.ts';
import { attempt, packageRun } from '../support/sample-report.ts';

function further(of: Partial<Attempt>, failed = 0, told: 'crash'[] = []): string[] {
  const run = packageRun({
    ending: 'exited',
    attempts: [attempt({ ending: 'exited' }), attempt({ number: 2, purpose: 'carry-on', ...of })],
    tests: { failed },
  });
  return [...judgeFurther(run, new Set(told))].map(
    ({ reason, status }) => `${status} ${reason.kind}: ${reason.message}`,
  );
}

describe('what went wrong in a further attempt', () => {
  it.each<[string, Partial<Attempt>, string[]]>([
    [
      'a crash behind an end with exit code 0',
      { ending: 'crashed', exitCode: 2 },
      ['fail crash: attempt 2 ended with exit code 2'],
    ],
    [
      'an exit code without a failed test',
      { ending: 'failed', exitCode: 1 },
      ['fail test-failure: attempt 2 ended with exit code 1'],
    ],
    [
      'a kill',
      { ending: 'killed', exitCode: null, signal: 'SIGKILL' },
      ['fail crash: attempt 2 was ended by SIGKILL'],
    ],
    [
      'an end that nobody saw',
      { ending: 'lost', exitCode: null },
      ['incomplete lost: attempt 2 was not seen to end'],
    ],
    ['nothing, where it went well', { ending: 'passed' }, []],
    ['nothing, where tests are only left out', { ending: 'exited', exitCode: 0 }, []],
  ])('is a reason: %s', (_, of, expected) => {
    expect(further(of)).toEqual(expected);
  });

  it('is told once: not where a reason of its kind is there, or failed tests are counted', () => {
    expect(further({ ending: 'crashed', exitCode: 2 }, 0, ['crash'])).toEqual([]);
    expect(further({ ending: 'failed', exitCode: 1 }, 1)).toEqual([]);
    expect(further({ ending: 'crashed', exitCode: 2, purpose: 'start-again' })).toEqual([]);
  });
});
