import { expect, it } from '@jest/globals';
import { decisiveAttempt } from '../../src/report/decisive-attempt.ts';
import type { Attempt } from '../../src/report/schema.ts';
import { attempt } from '../support/sample-report.ts';

function decisive(ending: Attempt['ending'], attempts: Attempt[]): number | undefined {
  return decisiveAttempt({ ending, attempts })?.number;
}

it('is the first attempt that ended as the package did', () => {
  const attempts = [
    attempt({ number: 0, ending: 'build-failed' }),
    attempt({ number: 1, ending: 'passed' }),
    attempt({ number: 2, ending: 'crashed' }),
    attempt({ number: 3, ending: 'crashed' }),
  ];
  expect(decisive('crashed', attempts)).toBe(2);
  expect(decisive('passed', attempts)).toBe(1);
  expect(decisive('lost', attempts)).toBe(3);
  expect(decisive('lost', [])).toBeUndefined();
});

it('is rather an exit that nobody takes for a good end', () => {
  const harmless = attempt({ number: 1, ending: 'exited', exitCode: 0 });
  const other = attempt({ number: 2, ending: 'exited', exitCode: 3 });
  expect(decisive('exited', [harmless, other])).toBe(2);
  expect(decisive('exited', [harmless])).toBe(1);
});
