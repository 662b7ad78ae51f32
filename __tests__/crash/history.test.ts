import { describe, expect, it } from '@jest/globals';
import { standing, type PastRun } from '../../src/crash/likeness/history.ts';
import type { Crash } from '../../src/report/schema.ts';
import { sampleCrash, sampleReport } from '../support/sample-report.ts';

const stack = (...names: string[]): Crash['stacks'] => [
  {
    id: '6',
    state: 'running',
    role: 'crashing',
    frames: names.map((name, index) => ({
      function: `example.com/m/cart.${name}`,
      file: 'cart/cart.go',
      line: index + 1,
    })),
    createdBy: null,
  },
];
const run = (startedAt: string, ...crashes: Crash[]): PastRun =>
  sampleReport({ startedAt, crashes });
const crash = sampleCrash({ fingerprint: 'aa', stacks: stack('Add', 'Fill', 'Load', 'Serve') });

describe('what earlier runs say of a crash', () => {
  it('new, when there are none, or nothing is like it', () => {
    const other = sampleCrash({ fingerprint: 'bb', stacks: stack('Print', 'Report') });
    expect(standing(crash, [])).toEqual({ kind: 'new' });
    expect(standing(crash, [run('2026-11-20T10:00:00Z', other)])).toEqual({ kind: 'new' });
  });

  it('seen, with the latest and the earliest run, in whatever order they come', () => {
    const runs = [
      run('2026-11-19T10:00:00Z', crash),
      run('2026-11-21T10:00:00Z', crash),
      run('2026-11-20T10:00:00Z'),
    ];
    expect(standing(crash, runs)).toEqual({ kind: 'seen', runs: 2, last: runs[1], first: runs[0] });
  });

  it('similar, where most of the stack is the same', () => {
    const alike = sampleCrash({ fingerprint: 'bb', stacks: stack('Add', 'Fill', 'Load', 'Run') });
    const found = standing(crash, [run('2026-11-20T10:00:00Z', alike)]);
    expect(found).toMatchObject({ kind: 'similar', crash: { fingerprint: 'bb' } });
    expect(found.kind === 'similar' ? found.similarity : 0).toBeGreaterThan(0.5);
    expect(found.kind === 'similar' ? found.similarity : 1).toBeLessThan(1);
  });
});
