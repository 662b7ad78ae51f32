import { describe, expect, it } from '@jest/globals';
import { createFuzzProgress, type FuzzProgress } from '../../src/fuzz/fuzz-progress.ts';
import type { PassEnding, PastPass } from '../../src/fuzz/next-pass.ts';
import { becauseOf, outcomeOf, tellingPass } from '../../src/fuzz/outcome.ts';

function progress(known: Partial<FuzzProgress> = {}): FuzzProgress {
  return { ...createFuzzProgress('FuzzX').progress, began: true, ...known };
}

const MiB = 1024 * 1024;

function pass(ending: PassEnding, known: Partial<PastPass> = {}): PastPass {
  return {
    ...{ ending, progress: progress(), replay: null, stopped: false, workers: 4 },
    ...{ dataLimitBytes: 900 * MiB, fuzzMs: 5000, elapsedMs: 2000 },
    ...{ aloneBytes: null, peakBytes: null, needsMore: false },
    ...known,
  };
}

const clean = pass({ kind: 'clean' }, { workers: 1, elapsedMs: 3000 });
const killed = pass({ kind: 'killed', end: 'signal: killed' });
const unanswered = pass({ kind: 'unanswered' });
const failing = pass({ kind: 'failing', input: 'a' }, { replay: 'failed' });
const outgrown = pass(
  { kind: 'failing', input: 'a' },
  { replay: 'passed', progress: progress({ workerEnd: 'exit status 2' }), needsMore: true },
);
const filled = { ...outgrown, needsMore: false, peakBytes: 700 * MiB, aloneBytes: 6 * MiB };
const diedOfAnything = { ...outgrown, needsMore: false, peakBytes: 20 * MiB, aloneBytes: 6 * MiB };
const vanished = pass(
  { kind: 'broken', why: 'a fuzzing process ended with exit status 2, and left no input' },
  { progress: progress({ workerEnd: 'exit status 2' }), peakBytes: 20 * MiB },
);
const broken = pass({ kind: 'broken', why: 'it broke' });
const died = pass({ kind: 'unkept', why: 'it is lost' });
const lost = pass(
  { kind: 'unkept', why: 'it is lost' },
  { progress: progress({ minimising: true }) },
);
const skipped = pass({ kind: 'skipped' });

describe('the pass that tells of a fuzz target', () => {
  it.each<[string, PastPass[], number]>([
    ['the only one', [clean], 0],
    ['a kill, whatever came after', [killed, clean], 0],
    ['a kill before one that broke off', [killed, broken], 0],
    ['a kill before one without an answer and a clean one', [killed, unanswered, clean], 0],
    ['a kill before an input that only wanted memory', [killed, outgrown, clean], 0],
    ['a kill before one that was stopped', [killed, { ...killed, stopped: true }], 0],
    ['the input that was found after a kill', [killed, failing], 1],
    ['the last kill', [killed, killed], 1],
    ['the clean one after an input that only wanted memory', [outgrown, clean], 1],
    ['an input that wanted memory where nothing came after', [outgrown], 0],
    ['the clean one after one without an answer', [unanswered, clean], 1],
    ['an input that was lost', [died, clean], 0],
    ['a death of which nobody knows that it was of memory', [diedOfAnything, clean], 0],
    ['the clean one after a process that was full', [filled, clean], 1],
    [
      'the clean one after a full one without an input',
      [{ ...vanished, peakBytes: 800 * MiB }, clean],
      1,
    ],
  ])('is %s', (_, past, at) => {
    expect(tellingPass(past)).toBe(at);
  });

  it('is never a clean one after a failure that nobody explained', () => {
    const unexplained = [killed, failing, died, lost, diedOfAnything, vanished];
    const others = [...unexplained, outgrown, unanswered, broken, skipped, clean];
    for (const bad of unexplained)
      for (const other of others)
        for (const past of [
          [bad, clean],
          [bad, other, clean],
          [other, bad, clean],
        ])
          expect([past, outcomeOf(past, null)]).not.toEqual([past, 'clean']);
  });
});

describe('outcomeOf', () => {
  const run: Parameters<typeof outcomeOf>[1] = {
    ending: 'failed',
    cause: {
      ...{ id: 'test-failure', confidence: 'confirmed', summary: 'FuzzX failed' },
      ...{ evidence: [], excluded: [], advice: [] },
    },
  };

  it.each<[string, PastPass[], string]>([
    ['a kill and then nothing', [killed, clean], 'crashed'],
    ['a kill with the end of the run', [{ ...killed, stopped: true }], 'stopped'],
    ['no answer at the end of the run', [{ ...unanswered, stopped: true }], 'stopped'],
    ['no answer', [unanswered], 'hung'],
    ['an input that is lost', [lost], 'failed'],
    ['an input that fails', [failing], 'failed'],
    ['an input that is lost, maybe for want of memory, and then nothing', [died, clean], 'stopped'],
    ['no answer, and then all', [unanswered, clean], 'clean'],
  ])('%s', (_, past, outcome) => {
    expect(outcomeOf(past, run)).toBe(outcome);
  });
});

describe('becauseOf', () => {
  it.each<[PastPass[], string | null]>([
    [[clean], null],
    [
      [killed, clean],
      'a fuzzing process was killed (signal: killed); go test keeps no input then, and 3.0s more with 1 worker did not bring it about again',
    ],
    [[killed], 'a fuzzing process was killed (signal: killed); go test keeps no input then'],
    [[{ ...killed, stopped: true }], 'the run was stopped'],
    [[lost], 'an input fails, and it is lost'],
    [[died], 'an input fails, and it is lost; its process had a bound of memory'],
    [[failing], null],
    [[{ ...failing, replay: 'unknown' }], 'the input was not run again to its end'],
  ])('%#', (past, text) => {
    expect(becauseOf(past)).toBe(text);
  });

  it('says of each target that is clean only in a further pass what was amiss before', () => {
    expect(becauseOf([outgrown, clean])).toContain('more memory');
    expect(becauseOf([filled, clean])).toBe(
      'a fuzzing process outgrew its 900.0 MiB, while the input that it was at needs 6.0 MiB alone: the target keeps memory from one input to the next; with the memory of all workers the rest of the time was enough',
    );
    expect(becauseOf([diedOfAnything, clean])).toBe(
      'while fuzzing the process ended with exit status 2; the input passes when it is run alone',
    );
    expect(becauseOf([vanished, clean])).toContain('exit status 2, and left no input');
    expect(becauseOf([filled, killed])).toMatch(/keeps no input then\. Before, a fuzzing process/);
    expect(becauseOf([unanswered, clean])).toContain('did not answer');
    expect(becauseOf([broken, clean])).toContain('it broke; not so');
  });
});
