import { describe, expect, it } from '@jest/globals';
import type { CauseId } from '../../src/report/cause-ids.ts';
import type { Cause, PackageRun } from '../../src/report/schema.ts';
import { followUps } from '../../src/run/follow-ups.ts';

function run(
  id: CauseId,
  confidence: Cause['confidence'],
  of: Partial<PackageRun['tests']> = {},
  name = 'example.com/p',
): PackageRun {
  return {
    package: name,
    leg: 'memory',
    ending: 'exited',
    cached: false,
    cause: { id, confidence, summary: '', evidence: [], excluded: [], advice: [] },
    attempts: [
      {
        number: 1,
        ending: 'exited',
        exitCode: 3,
        signal: null,
        coreDumped: false,
        limits: {},
        elapsedMs: 1,
        peakRssBytes: 1,
      },
    ],
    elapsedMs: 1,
    peakRssBytes: 1,
    output: '',
    tests: { passed: 1, failed: 0, skipped: 0, failures: [], unfinished: [], neverRan: [], ...of },
  };
}

describe('what is run again', () => {
  it.each([
    ['os-exit', 'consistent', 'exit'],
    ['log-fatal', 'consistent', 'exit'],
    ['testmain-exit', 'consistent', 'exit'],
    ['os-exit', 'confirmed', null],
    ['exec-failed', 'confirmed', 'strace'],
    ['unknown', 'unknown', 'runtime'],
    ['panic', 'confirmed', null],
    ['oom-cgroup', 'consistent', null],
    ['test-failure', 'confirmed', null],
  ] as const)('%s (%s): %s', (id, confidence, purpose) => {
    const found = followUps([run(id, confidence)], true).map((one) => one.purpose);
    expect(found).toEqual(purpose === null ? [] : [purpose]);
  });

  it('builds that were killed, together and one at a time, also when nothing may be diagnosed', () => {
    const killed = ['a', 'b'].map((name) => run('build-killed', 'confirmed', {}, name));
    expect(followUps([...killed, run('os-exit', 'consistent')], false)).toEqual([
      { purpose: 'rebuild', packages: ['a', 'b'], flags: ['-p=1'] },
    ]);
  });

  it('what could not be started for a moment, once', () => {
    const refused = (words: string): PackageRun => {
      const one = run('exec-failed', 'confirmed');
      const evidence = [{ source: 'start', detail: `fork/exec /x: ${words}` }];
      return { ...one, ending: 'not-started', cause: { ...one.cause!, evidence } };
    };
    const busy = refused('text file busy (ETXTBSY)');
    expect(followUps([busy], false)).toEqual([
      { purpose: 'restart', packages: ['example.com/p'], flags: [] },
    ]);
    const [first] = busy.attempts;
    const again = { ...busy, attempts: [{ ...first!, purpose: 'start-again' as const }] };
    expect(followUps([again], false)).toEqual([]);
    expect(followUps([refused('permission denied (EACCES)')], false)).toEqual([]);
  });

  it('what found no room on the disk while it was built, one at a time', () => {
    const full = { ...run('disk-full', 'confirmed'), ending: 'build-failed' as const };
    expect(followUps([full], false)).toEqual([
      { purpose: 'rebuild', packages: ['example.com/p'], flags: ['-p=1'] },
    ]);
    expect(followUps([run('disk-full', 'confirmed')], false)).toEqual([]);
  });

  it('only the tests that were running when the process ended, of all packages in one go test', () => {
    const unfinished = { unfinished: ['TestA/x y', 'TestA', 'TestÜ'] };
    expect(
      followUps(
        [
          run('os-exit', 'consistent', unfinished, 'a'),
          run('testmain-exit', 'consistent', {}, 'b'),
          run('log-fatal', 'consistent', { unfinished: ['TestB'] }, 'c'),
        ],
        true,
      ),
    ).toEqual([
      {
        purpose: 'exit',
        packages: ['a', 'c'],
        flags: ['-count=1', '-run=^(?:TestA|TestÜ|TestB)$'],
      },
      { purpose: 'exit', packages: ['b'], flags: ['-count=1'] },
    ]);
  });

  it('no more than twenty of a kind', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      run('os-exit', 'consistent', {}, `p${String(i)}`),
    );
    expect(followUps(many, true).flatMap(({ packages }) => packages)).toHaveLength(20);
  });
});
