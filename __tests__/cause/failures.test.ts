import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import type { Cause } from '../../src/report/schema.ts';
import { end, facts, sampled } from '../support/cause-facts.ts';

/** All tests have passed, TestMain is the package's own, and the process ended with a code. */
function raced(exitCode: number, races: number | null, output: string): Cause | null {
  return diagnose(
    facts({
      ...{ ending: 'failed', race: true, testMain: true, output },
      tests: { passed: 2, failed: 0, unfinished: [], neverRan: [] },
      end: end({ exitCode }),
      timeline: { ...sampled, endedWith: 0, races },
    }),
  );
}

const report = 'WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 8:\n';

describe('a report of the race detector', () => {
  it.each([
    ['was counted', 66, 2, 'confirmed', 'the race detector found 2 data races'],
    [
      'was counted under another exit code',
      1,
      1,
      'confirmed',
      'the race detector found a data race',
    ],
    [
      'has its exit code, where nobody counted',
      66,
      null,
      'confirmed',
      'the race detector found a data race',
    ],
    [
      'may be an imitation, where nobody counted',
      1,
      null,
      'consistent',
      'the race detector found a data race',
    ],
    [
      'has its exit code, and came when the count was over',
      66,
      0,
      'consistent',
      'the race detector found a data race after the tests had ended',
    ],
  ] as const)('%s', (_, code, races, confidence, summary) => {
    expect(raced(code, races, report)).toMatchObject({ id: 'data-race', confidence, summary });
  });

  it('says until when was counted', () => {
    expect(raced(66, 0, report)?.evidence).toContainEqual({
      source: 'race detector',
      detail: 'counted 0 in the process by the end of the tests',
    });
  });

  it.each([
    ['printed by a program that the detector has nothing on', 1, 0, report],
    ['missing, whatever the exit code', 66, 0, 'gate: coverage too low\n'],
  ] as const)('is %s: no data race', (_, code, races, output) => {
    expect(raced(code, races, output)?.id).toBe('testmain-exit');
  });
});
