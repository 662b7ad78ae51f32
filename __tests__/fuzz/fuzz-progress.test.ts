import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFuzzProgress, type FuzzProgress } from '../../src/fuzz/fuzz-progress.ts';

/** The events of a target's output, as go test -json cuts it. */
function read(lines: readonly string[], ...others: object[]): FuzzProgress {
  const fold = createFuzzProgress('FuzzX');
  const events = [
    ...lines.map((line) => ({
      ...{ Action: 'output', Package: 'm/p', Test: 'FuzzX', Output: `${line}\n` },
    })),
    ...others,
  ];
  fold.push(Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join('')));
  fold.end();
  return fold.progress;
}

describe('createFuzzProgress', () => {
  it('takes the figures of the last line that has them', () => {
    const progress = read(
      [
        'fuzz: elapsed: 0s, gathering baseline coverage: 0/192 completed',
        'fuzz: elapsed: 0s, gathering baseline coverage: 192/192 completed, now fuzzing with 8 workers',
        'fuzz: elapsed: 3s, execs: 325017 (108336/sec), new interesting: 11 (total: 202)',
        'fuzz: elapsed: 1m6s, execs: 680218 (118402/sec), new interesting: 16 (total: 207)',
      ],
      { Action: 'pass', Package: 'm/p', Test: 'FuzzX', Elapsed: 6.03 },
    );
    expect(progress).toMatchObject({
      ...{ began: true, workers: 8, corpus: 192, executions: 680_218, newInputs: 16 },
      ...{ passed: true, elapsedMs: 6030, minimising: false, workerEnd: null },
    });
  });

  it('knows no new inputs where the binary is not instrumented', () => {
    const progress = read([
      'fuzz: elapsed: 0s, testing seed corpus: 2/2 completed, now fuzzing with 1 workers',
      'fuzz: elapsed: 3s, execs: 12 (4/sec)',
    ]);
    expect(progress).toMatchObject({ began: true, corpus: 2, executions: 12, newInputs: null });
  });

  it.each([
    ['hung or terminated unexpectedly: exit status 2', 'exit status 2', false],
    ['hung or terminated unexpectedly: <nil>', '<nil>', false],
    ['hung or terminated unexpectedly while minimizing: EOF', 'EOF', true],
    [
      'terminated by unexpected signal; no crash will be recorded: signal: killed',
      'signal: killed',
      false,
    ],
  ])('reads the end of a worker: %s', (text, workerEnd, diedMinimising) => {
    expect(read([`    fuzzing process ${text}`])).toMatchObject({ workerEnd, diedMinimising });
  });

  it.each([
    'mkdir testdata: read-only file system',
    'open testdata/fuzz/FuzzX/4607786500663b34: permission denied',
    'write testdata/fuzz/FuzzX/4607786500663b34: no space left on device',
  ])('reads why an input could not be written: %s', (text) => {
    const failed = { Action: 'fail', Package: 'm/p', Test: 'FuzzX', Elapsed: 1 };
    expect(read([`    ${text}`], failed)).toMatchObject({ unwritten: text, failed: true });
  });

  it('does not take a full cache for an input that could not be written', () => {
    const line = '    open /home/me/.cache/go-build/fuzz/m/FuzzX/46: no space left on device';
    expect(read([line]).unwritten).toBeNull();
  });

  it('names the seed that failed', () => {
    const line = 'failure while testing seed corpus entry: FuzzX/seed#0';
    expect(read([line]).failingSeed).toBe('FuzzX/seed#0');
  });

  it('does not take the end of a subtest or of another target for its own', () => {
    const others = ['FuzzX/seed#0', 'FuzzXY'].map((Test) => ({
      ...{ Action: 'pass', Package: 'm/p', Test, Elapsed: 1 },
    }));
    expect(read([], ...others)).toMatchObject({ passed: false, elapsedMs: null });
  });

  it('never throws, whatever the stream holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 20 }), (lines) => {
        const fold = createFuzzProgress('FuzzX');
        fold.push(Buffer.from(lines.join('\n')));
        fold.end();
        expect(fold.progress.executions).toBeNull();
        expect(read(lines).executions).toBeNull();
      }),
    );
  });
});
