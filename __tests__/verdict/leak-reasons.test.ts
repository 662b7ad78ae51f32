import { describe, expect, it } from '@jest/globals';
import type { Leak } from '../../src/report/leak-schema.ts';
import type { LeakModes } from '../../src/verdict/leak-reasons.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { sampleLeak } from '../support/sample-leak.ts';
import { legReport, packageRun } from '../support/sample-report.ts';

const fail: LeakModes = { goroutines: 'fail', memory: 'off' };

function judged(found: Leak[], modes = fail): ReturnType<typeof judge> {
  return judge({
    ...{ packages: [packageRun()], legs: [legReport()], problem: null, cancelled: false },
    ...{ comparison: null, failOn: [], leaks: { found, modes } },
  });
}

describe('leaks and the verdict', () => {
  it('a new one fails the run, with its line and its test, once for its package', () => {
    const second = sampleLeak({ fingerprint: 'f', site: null });
    expect(judged([sampleLeak(), second])).toEqual({
      status: 'fail',
      reasons: [
        {
          kind: 'goroutine-leak',
          message:
            'new: 3 goroutines can never go on: chan receive at p/pool.go:25, started at p/pool.go:19, by TestPool; 1 more goroutine leak',
          ...{ package: 'm/p', leg: 'race', test: 'TestPool' },
        },
      ],
    });
  });

  it.each<[string, Leak, LeakModes]>([
    ['that is only to be reported', sampleLeak(), { goroutines: 'report', memory: 'fail' }],
    ['that the base has too', sampleLeak({ standing: 'known' }), fail],
    ['that is accepted', sampleLeak({ accepted: { reason: 'r', until: '2026-12-31' } }), fail],
    [
      'that may be old and may be none',
      sampleLeak({ standing: 'unknown', confidence: 'consistent' }),
      fail,
    ],
    ['of memory, where goroutines fail', sampleLeak({ kind: 'memory', bytesPerRun: 1 }), fail],
  ])('one does not fail it %s', (_what, leak, modes) => {
    expect(judged([leak], modes)).toEqual({ status: 'pass', reasons: [] });
  });

  it('one that the runtime proves fails it also without a record', () => {
    expect(judged([sampleLeak({ standing: 'unknown' })]).status).toBe('fail');
  });

  it('memory is a kind of its own', () => {
    const leak = sampleLeak({
      ...{ kind: 'memory', confidence: 'consistent', goroutines: 0, bytesPerRun: 4096 },
      ...{ test: null, createdBy: null },
    });
    expect(judged([leak], { goroutines: 'off', memory: 'fail' }).reasons).toEqual([
      {
        kind: 'memory-leak',
        message: 'new: each further run keeps 4.0 KiB more at p/pool.go:25',
        ...{ package: 'm/p', leg: 'race' },
      },
    ]);
  });
});
