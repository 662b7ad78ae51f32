import { expect, it } from '@jest/globals';
import { clearestFirst } from '../../src/cause/clearest-first.ts';
import type { CauseId } from '../../src/report/cause-ids.ts';
import type { BlackBox, PackageRun } from '../../src/report/schema.ts';
import { attempt, packageRun } from '../support/sample-report.ts';

const blackBox: BlackBox = {
  ...{ reason: 'memory', elapsedMs: 9, rssBytes: 9, heapBytes: 8, outsideGoBytes: 0 },
  ...{ goroutines: 1, ceilingBytes: 9, early: false, tests: [] },
  functions: [
    { function: 'F', file: 'f.go', line: 1, bytes: 8, share: 1, test: null, caller: null },
  ],
};

function run(leg: string, id: CauseId, hasBox: boolean): PackageRun {
  const cause = {
    ...{ id, confidence: 'confirmed' as const, summary: '', evidence: [], excluded: [] },
    advice: [],
  };
  return packageRun({ leg, cause, attempts: [attempt(hasBox ? { blackBox } : {})] });
}

function order(...runs: PackageRun[]): string[] {
  return clearestFirst(runs, (one) => one, new Set(['race'])).map(({ leg }) => leg);
}

it('of runs out of memory the one without the race detector is first', () => {
  expect(order(run('race', 'oom-guard', true), run('memory', 'oom-guard', true))).toEqual([
    'memory',
    'race',
  ]);
});

it('unless only the other shows who held the memory', () => {
  expect(order(run('race', 'oom-guard', true), run('memory', 'oom-guard', false))).toEqual([
    'race',
    'memory',
  ]);
});

it('others stay as they are', () => {
  expect(order(run('race', 'panic', true), run('memory', 'panic', true))).toEqual([
    'race',
    'memory',
  ]);
});
