import { describe, expect, it } from '@jest/globals';
import { nextPass, passEnding, type PassFacts, type PastPass } from '../../src/fuzz/next-pass.ts';
import { createFuzzProgress, type FuzzProgress } from '../../src/fuzz/fuzz-progress.ts';

function progress(known: Partial<FuzzProgress> = {}): FuzzProgress {
  const { progress: none } = createFuzzProgress('FuzzX');
  return { ...none, began: true, executions: 900, passed: true, elapsedMs: 5020, ...known };
}

function facts(known: Partial<PassFacts> = {}): PassFacts {
  const plain = { fuzzMs: 5000, exitCode: 0, buildFailed: false, overran: false, input: null };
  return { progress: progress(), ...plain, ...known };
}

describe('passEnding', () => {
  const failed = progress({ passed: false });
  it.each<[string, PassFacts, object]>([
    ['the time was over', facts(), { kind: 'clean' }],
    [
      'an input was written, whatever else there is',
      facts({ input: '0123456789abcdef', exitCode: 1, overran: true }),
      { kind: 'failing', input: '0123456789abcdef' },
    ],
    [
      'a worker had to be killed when the time was over',
      facts({ progress: progress({ elapsedMs: 7010 }) }),
      { kind: 'unanswered' },
    ],
    [
      'the kernel killed a worker',
      facts({ exitCode: 1, progress: { ...failed, workerEnd: 'signal: killed' } }),
      { kind: 'killed', end: 'signal: killed' },
    ],
    [
      'a seed failed',
      facts({ exitCode: 1, progress: { ...failed, failingSeed: 'FuzzX/seed#0' } }),
      { kind: 'failing-seed', seed: 'FuzzX/seed#0' },
    ],
    [
      'an input failed and could not be written',
      facts({
        exitCode: 1,
        progress: { ...failed, failed: true, unwritten: 'mkdir testdata: permission denied' },
      }),
      { kind: 'unkept', why: expect.stringContaining('mkdir testdata: permission denied') },
    ],
    [
      'an input failed, was written and is gone',
      facts({ exitCode: 1, progress: { ...failed, failed: true, wroteInput: true } }),
      { kind: 'unkept', why: expect.stringContaining('no new file') },
    ],
    [
      'lines of a failing input in a target that passed',
      facts({ progress: progress({ wroteInput: true, unwritten: 'open testdata: no' }) }),
      { kind: 'clean' },
    ],
    [
      'it failed of something that is no input',
      facts({ exitCode: 1, progress: { ...failed, failed: true } }),
      { kind: 'broken', why: expect.any(String) },
    ],
    [
      'the target skipped itself',
      facts({ progress: progress({ began: false, passed: false, skipped: true }) }),
      { kind: 'skipped' },
    ],
    [
      'it was over long before its time',
      facts({ progress: progress({ elapsedMs: 300 }) }),
      { kind: 'broken', why: expect.stringContaining('after 0.3 s of 5 s') },
    ],
    [
      'TestMain left before anything was fuzzed',
      facts({ progress: progress({ began: false, passed: false }) }),
      { kind: 'broken', why: expect.any(String) },
    ],
    [
      'it passed and go test did not',
      facts({ exitCode: 1 }),
      { kind: 'broken', why: expect.any(String) },
    ],
    ['nobody saw the end', facts({ exitCode: null }), { kind: 'broken', why: expect.any(String) }],
    [
      'no build',
      facts({ buildFailed: true, exitCode: 1 }),
      { kind: 'broken', why: expect.any(String) },
    ],
    [
      'go test hung',
      facts({ overran: true, exitCode: null }),
      { kind: 'broken', why: expect.any(String) },
    ],
  ])('%s', (_, given, ending) => {
    expect(passEnding(given)).toEqual(ending);
  });

  it('is clean for nothing but a pass that was seen to take its time', () => {
    const bools = [true, false];
    for (const began of bools)
      for (const passed of bools)
        for (const exitCode of [0, 1, null])
          for (const elapsedMs of [null, 100, 5020, 9000])
            for (const overran of bools) {
              const given = facts({
                exitCode,
                overran,
                progress: progress({ began, passed, elapsedMs }),
              });
              const isClean = began && passed && exitCode === 0 && elapsedMs === 5020 && !overran;
              expect([given, passEnding(given).kind === 'clean']).toEqual([given, isClean]);
            }
  });
});

const MiB = 1024 * 1024;

function past(known: Partial<PastPass>): PastPass {
  const plain = { replay: null, stopped: false, workers: 4, dataLimitBytes: 900 * MiB };
  const measured = { aloneBytes: null, peakBytes: null, needsMore: false };
  return {
    ...{ ending: { kind: 'clean' }, progress: progress(), fuzzMs: 5000, elapsedMs: 2000 },
    ...{ ...plain, ...measured },
    ...known,
  };
}

describe('nextPass', () => {
  const outgrown = past({
    ending: { kind: 'failing', input: 'a' },
    progress: progress({ workerEnd: 'exit status 2' }),
    ...{ replay: 'passed', needsMore: true },
  });

  it('has no further one after a clean pass or an input that fails again', () => {
    expect(nextPass([past({})], 5000)).toBeNull();
    expect(nextPass([{ ...outgrown, replay: 'failed' }], 5000)).toBeNull();
  });

  it('gives an input that only its share of memory stopped the whole of it, and then no bound', () => {
    const second = nextPass([outgrown], 5000);
    expect(second).toMatchObject({ workers: 1, bounded: true, fuzzMs: 3000 });
    const third = nextPass([outgrown, { ...outgrown, workers: 1 }], 5000);
    expect(third).toMatchObject({ workers: 1, bounded: false, fuzzMs: 1000 });
    const unbounded = { ...outgrown, workers: 1, dataLimitBytes: null };
    expect(nextPass([outgrown, { ...outgrown, workers: 1 }, unbounded], 5000)).toBeNull();
  });

  it('fuzzes on without a bound where a process died of an input that is lost', () => {
    const died = past({ ending: { kind: 'unkept', why: 'lost' } });
    expect(nextPass([died], 5000)).toMatchObject({ workers: 4, bounded: false });
    expect(nextPass([died, { ...died, dataLimitBytes: null }], 5000)).toBeNull();
    expect(nextPass([{ ...died, progress: progress({ minimising: true }) }], 5000)).toBeNull();
  });

  it('does not hold a failure that comes and goes for one of memory', () => {
    const flaky = { ...outgrown, progress: progress({ workerEnd: null }) };
    expect(nextPass([flaky], 5000)).toBeNull();
  });

  it('does not hold a death for one of memory whose process was not full', () => {
    const unknown = { ...outgrown, needsMore: false };
    const withPeak = (mebi: number): PastPass => ({ ...unknown, peakBytes: mebi * MiB });
    expect(nextPass([unknown], 5000)).toBeNull();
    expect(nextPass([withPeak(120)], 5000)).toBeNull();
    expect(nextPass([withPeak(320)], 5000)).toMatchObject({ workers: 1, bounded: true });
  });

  it('says whether the input or what others left behind filled the process', () => {
    const full = { ...outgrown, needsMore: false, peakBytes: 700 * MiB };
    const because = (pass: PastPass): string | undefined => nextPass([pass], 5000)?.because;
    expect(because({ ...full, aloneBytes: 6 * MiB })).toBe(
      'a worker outgrew its share of the memory',
    );
    expect(because({ ...full, aloneBytes: 600 * MiB })).toContain('an input needed more memory');
    expect(because({ ...outgrown, aloneBytes: 6 * MiB })).toContain('an input needed more memory');
  });

  it('lets a single worker find the input after a kill', () => {
    const killed = past({ ending: { kind: 'killed', end: 'signal: killed' } });
    expect(nextPass([killed], 5000)).toMatchObject({ workers: 1, bounded: true });
    expect(nextPass([{ ...killed, workers: 1 }], 5000)).toBeNull();
  });

  it('waits longer than an execution may take where a worker did not answer, once', () => {
    const unanswered = past({ ending: { kind: 'unanswered' } });
    expect(nextPass([unanswered], 5000)).toMatchObject({ fuzzMs: 20_000, workers: 4 });
    expect(nextPass([unanswered, unanswered], 5000)).toBeNull();
  });

  it('comes to an end, whatever happens', () => {
    const endings: PastPass[] = [outgrown, past({ ending: { kind: 'unanswered' } })];
    for (const one of endings) expect(nextPass([one, one, one], 5000)).toBeNull();
  });
});
