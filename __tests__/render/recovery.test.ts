import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { attemptsText, madeAttempts } from '../../src/render/attempt-words.ts';
import { commentDigest, renderComment } from '../../src/render/comment.ts';
import { headline } from '../../src/render/headline.ts';
import { fitsText, flakyText, ladderText, shuffleText } from '../../src/render/recovery-words.ts';
import { recoveryLines } from '../../src/render/recovery.ts';
import { reproduceCommand } from '../../src/render/reproduce.ts';
import { verdictText } from '../../src/render/sections/verdict-text.ts';
import { noLinks } from '../../src/report/links.ts';
import type { PackageRun } from '../../src/report/schema.ts';
import { expectGolden } from '../support/golden.ts';
import { carriedOn, givenUp, laddered, recoveredReport } from '../support/recovered-report.ts';
import { attempt, legReport, packageRun, sampleReport } from '../support/sample-report.ts';

const asItIs = (text: string): string => text;
const page = { links: noLinks, title: null, untrusted: false };

describe('the attempts in one sentence', () => {
  it('say how each ended and what they brought, without subtests', () => {
    expect(attemptsText(carriedOn())).toBe(
      '3 attempts (crashed, crashed, failed); 42 tests that the crash had kept from ending: 41 passed, 1 failed, in attempts 2 and 3, without what had ended before',
    );
  });

  it('name one outcome and one attempt where there is only one', () => {
    const run = packageRun({
      ending: 'timed-out',
      attempts: [attempt({ ending: 'timed-out' }), attempt({ number: 2, purpose: 'carry-on' })],
      tests: { passed: 1, cases: [['TestB', 'passed', 1, 2]] },
    });
    expect(attemptsText(run)).toBe(
      '2 attempts (timed out, passed); 1 test that the timeout had kept from ending passed in attempt 2',
    );
  });

  it('count a test once that ended several times, and as failed if it failed in one of them', () => {
    const run = packageRun({
      ending: 'crashed',
      attempts: [attempt({ ending: 'crashed' }), attempt({ number: 2, purpose: 'carry-on' })],
      tests: {
        ...{ passed: 3, failed: 1 },
        cases: [
          ['TestB', 'failed', 1, 2],
          ['TestC', 'passed', 1, 2],
          ['TestB', 'passed', 1, 2],
          ['TestC', 'passed', 1, 2],
        ],
      },
    });
    expect(attemptsText(run)).toContain(
      '; 2 tests that the crash had kept from ending: 1 passed, 1 failed, in attempt 2',
    );
  });

  it('count at least those that are listed where not all are', () => {
    const run = carriedOn();
    const tests = { ...run.tests, passed: 20_000 };
    expect(attemptsText({ ...run, tests })).toContain('; at least 42 tests that');
  });

  it('leave out flaky tests, builds that were killed and repetitions', () => {
    expect(attemptsText(laddered())).toBe(
      '3 attempts (killed, passed, passed); 1 test that the kill had kept from ending passed in attempt 3',
    );
    const attempts = [attempt({ number: 0 }), attempt(), attempt({ number: 2, purpose: 'stress' })];
    expect(madeAttempts({ attempts }).map(({ number }) => number)).toEqual([1]);
  });
});

describe('the ladder', () => {
  const leg = recoveredReport().legs[1];

  it('says nothing of limits where somebody else ended the process', () => {
    const run = laddered();
    const cause = { ...run.cause!, id: 'killed' as const };
    expect(fitsText(run)).toBe('all tests fit with -parallel=1 (peak 921.6 MiB)');
    expect(fitsText({ ...run, cause })).toBeNull();
    expect(ladderText({ ...run, cause }, leg, asItIs)).toBeNull();
  });

  it('says what was tried, its peak, whether it fits, and the ceiling', () => {
    expect(ladderText(laddered(), leg, asItIs)).toBe(
      'all tests 1.0 GiB: killed; TestImport alone 0.4 GiB: fits; all tests with -parallel=1 0.9 GiB: fits; ceiling 1.0 GiB'
        .replace('0.4 GiB', '409.6 MiB')
        .replace('0.9 GiB', '921.6 MiB'),
    );
  });

  it('is nothing where nothing was tried', () => {
    expect(ladderText(carriedOn(), leg, asItIs)).toBeNull();
    expect(ladderText(packageRun(), leg, asItIs)).toBeNull();
  });

  it('says no more than is known', () => {
    const run = laddered();
    const ladder = (run.recovery?.ladder ?? []).map((step) => ({
      ...step,
      ...({ peakRssBytes: null, ending: step.tests === null ? 'failed' : 'killed' } as const),
      tests: step.tests === null ? null : ['A', 'B', 'C', 'D'],
    }));
    const attempts = run.attempts.map((one) => ({ ...one, peakRssBytes: null }));
    const recovery = { bound: 5, stopped: null, flaky: [], ladder };
    expect(ladderText({ ...run, attempts, recovery }, legReport(), asItIs)).toBe(
      'all tests: killed; 4 tests: killed; all tests with -parallel=1: fits, tests failed',
    );
  });
});

it('names flaky tests with the attempt in which they passed', () => {
  expect(flakyText(laddered(), asItIs)).toBe(
    'killed at first, passed later: TestImport (attempt 2)',
  );
  expect(flakyText(carriedOn(), asItIs)).toBeNull();
});

describe('the order of a shuffled run', () => {
  const shuffled = (...seeds: (string | undefined)[]): Pick<PackageRun, 'attempts'> => ({
    attempts: seeds.map((seed, at) =>
      attempt({ number: at + 1, ...(seed === undefined ? {} : { shuffleSeed: seed }) }),
    ),
  });

  it('is a flag; of several seeds each with its attempts', () => {
    expect(shuffleText(shuffled('17', '17'), asItIs)).toBe('-shuffle=17');
    expect(shuffleText(shuffled('17', '-8', '17'), asItIs)).toBe(
      '-shuffle=17 in attempts 1 and 3; -shuffle=-8 in attempt 2',
    );
  });

  it('is nothing where none was drawn or where it is no number', () => {
    expect(shuffleText(shuffled(undefined), asItIs)).toBeNull();
    expect(shuffleText(shuffled('17; rm -rf /'), asItIs)).toBeNull();
  });

  it('is that of the command line to reproduce a crash', () => {
    const of = { package: 'shop/cart', legs: ['race'], test: 'TestAdd' };
    expect(reproduceCommand({ report: recoveredReport(), ...of })).toBe(
      "go test -race -shuffle=17 -run '^TestAdd$' -count=1 ./cart",
    );
  });
});

describe('the terminal', () => {
  it('has a line for each thing that there is to say', () => {
    const report = recoveredReport();
    expect(recoveryLines(report, laddered())).toEqual([
      '    attempts:   3 attempts (killed, passed, passed); 1 test that the kill had kept from ending passed in attempt 3',
      '    limits:     all tests 1.0 GiB: killed; TestImport alone 409.6 MiB: fits; all tests with -parallel=1 921.6 MiB: fits; ceiling 1.0 GiB',
      '    flaky:      killed at first, passed later: TestImport (attempt 2)',
    ]);
    expect(recoveryLines(report, givenUp())).toEqual([
      '    attempts:   2 attempts (ended itself, ended itself)',
      '    stopped:    attempt 2 ended before its first test, and so would the next one',
    ]);
    expect(recoveryLines(report, carriedOn()).at(-1)).toBe('    order:      -shuffle=17');
  });

  it('says nothing of a package that had one attempt', () => {
    expect(recoveryLines(sampleReport(), packageRun())).toEqual([]);
  });

  it('takes no line break and no command from a name', () => {
    const run = laddered();
    const recovery = { bound: 5, stopped: 'a\n\u001b[31mb', ladder: [], flaky: ['T\n::error::x'] };
    const lines = recoveryLines(recoveredReport(), { ...run, recovery });
    expect(lines.slice(1)).toEqual([
      '    flaky:      killed at first, passed later: T ::error::x',
      '    stopped:    a b',
    ]);
  });
});

describe('a report with further attempts', () => {
  it('counts flaky tests in its headline and its title', () => {
    const report = recoveredReport();
    expect(headline(report)).toContain(', 1 flaky (');
    expect(verdictText(report, asItIs)).toContain('1 flaky test');
    const none = recoveredReport([carriedOn()]);
    expect(`${headline(none)}${verdictText(none, asItIs)}`).not.toContain('flaky');
  });

  it('has a section in a comment', () => {
    const text = renderComment(recoveredReport(), page);
    expectGolden(join(import.meta.dirname, 'golden/comment-recovery.md'), text);
  });

  it('has another digest where a test is flaky, a step fits or no attempt follows', () => {
    const digest = (run: PackageRun): string => commentDigest(recoveredReport([run]));
    const run = laddered();
    const { ladder = [] } = run.recovery ?? {};
    const other = { bound: 5, stopped: null, flaky: ['TestImport'], ladder };
    const digests = [
      digest(run),
      digest({ ...run, recovery: { ...other, flaky: [] } }),
      digest({ ...run, recovery: { ...other, stopped: 'it gave up' } }),
      digest({ ...run, recovery: { ...other, ladder: ladder.slice(1) } }),
    ];
    expect(new Set(digests).size).toBe(4);
    const peaks = ladder.map((step) => ({ ...step, peakRssBytes: 7 }));
    expect(digest({ ...run, recovery: { ...other, ladder: peaks } })).toBe(digests[0]);
  });
});
