import { describe, expect, it } from '@jest/globals';
import type { EndRecord } from '../../src/evidence/records.ts';
import { createFold } from '../../src/gotest/fold.ts';
import type { PackageFold } from '../../src/gotest/package-fold.ts';
import { judgeRun } from '../../src/stress/judge-run.ts';

const end = (of: Partial<EndRecord> = {}): EndRecord => ({
  ...{ schema: 1, run: 'r', record: 'x', endedAt: '2026-01-01T00:00:00Z', elapsedMs: 5 },
  ...{ exitCode: 0, signal: null, coreDumped: false, maxRssBytes: 0, startError: null },
  parentGone: false,
  ...of,
});

type Event = [action: string, test?: string, output?: string];

function fold(...events: Event[]): PackageFold | null {
  const folded = createFold();
  for (const [Action, Test, Output] of events)
    folded.push(Buffer.from(`${JSON.stringify({ Action, Package: 'p', Test, Output })}\n`));
  folded.end();
  return folded.state.packages.get('p') ?? null;
}

const passed: Event[] = [
  ['start'],
  ['run', 'TestA'],
  ['output', 'TestA', '--- PASS: TestA (0.00s)\n'],
  ['pass', 'TestA'],
];

describe('what a run says of its package', () => {
  it('that it passed, and how often each test ran', () => {
    const all = fold(...passed, ...passed.slice(1), ['pass']);
    const judgement = judgeRun({ fold: all, end: end(), timedOut: false });
    expect(judgement).toEqual({ kind: 'passed', ended: new Map([['TestA', 2]]) });
  });

  it.each<[string, PackageFold | null, EndRecord | null, boolean, object]>([
    [
      'a test that fails',
      fold(
        ['run', 'TestA/b'],
        ['output', 'TestA/b', '--- FAIL: TestA/b (0.00s)\n'],
        ['fail', 'TestA/b'],
        ['fail'],
      ),
      end({ exitCode: 1 }),
      false,
      { kind: 'failed', test: 'TestA', isProven: false },
    ],
    [
      'a race',
      fold(
        ['run', 'TestA'],
        ['output', 'TestA', 'WARNING: DATA RACE\n'],
        ['output', 'TestA', '--- FAIL: TestA (0.00s)\n'],
        ['fail', 'TestA'],
        ['fail'],
      ),
      end({ exitCode: 1 }),
      false,
      { kind: 'failed', test: 'TestA', isProven: true },
    ],
    [
      'a fatal error',
      fold(['run', 'TestA'], ['output', 'TestA', 'fatal error: concurrent map writes\n'], ['fail']),
      end({ exitCode: 2 }),
      false,
      { kind: 'failed', test: 'TestA', isProven: true },
    ],
    [
      'a signal',
      fold(['run', 'TestA']),
      end({ exitCode: null, signal: 'SIGSEGV' }),
      false,
      { kind: 'failed', test: 'TestA', isProven: true },
    ],
    [
      'a process that leaves with code 0 in the middle',
      fold(...passed, ['run', 'TestB'], ['pass']),
      end(),
      false,
      { kind: 'failed', test: 'TestB', isProven: false },
    ],
    ['no stream at all', null, end(), false, { kind: 'failed', test: null, isProven: false }],
    [
      'an expired -timeout',
      fold(['run', 'TestA'], ['output', 'TestA', 'panic: test timed out after 10s\n'], ['fail']),
      end({ exitCode: 2 }),
      false,
      { kind: 'timed-out', running: ['TestA'] },
    ],
    [
      'a test that prints as if its time were over',
      fold(...passed, ['output', 'TestA', 'panic: test timed out after 10s\n'], ['pass']),
      end(),
      false,
      { kind: 'passed', ended: new Map([['TestA', 1]]) },
    ],
    ['a run that was ended from outside', fold(['run', 'TestA']), end(), true, { kind: 'cut' }],
    ['a run without a record', fold(['run', 'TestA']), null, false, { kind: 'cut' }],
    [
      'a run whose supervisor is gone',
      fold(['run', 'TestA']),
      end({ parentGone: true, exitCode: null, signal: 'SIGKILL' }),
      false,
      { kind: 'cut' },
    ],
    [
      'a binary that cannot be started',
      null,
      end({ exitCode: null, startError: 'text file busy' }),
      false,
      { kind: 'not-run', because: 'its test binary could not be started: text file busy' },
    ],
    [
      'a TestMain that ends before the tests',
      fold(['start'], ['pass']),
      end(),
      false,
      { kind: 'not-run', because: 'no test ran in it' },
    ],
  ])('%s', (_, folded, record, timedOut, want) => {
    expect(judgeRun({ fold: folded, end: record, timedOut })).toEqual(want);
  });
});
