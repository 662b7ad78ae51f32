import { describe, expect, it } from '@jest/globals';
import { acceptanceOf } from '../../src/leaks/acceptance.ts';
import { failsWhereLeaksFail, worstFirst } from '../../src/leaks/failing.ts';
import { askedRuns, standingOf, type PastLeaks } from '../../src/leaks/standing.ts';
import { counted, together } from '../../src/leaks/together.ts';
import { mergeLeaks } from '../../src/report/merge-leaks.ts';
import type { AcceptedLeak } from '../../src/settings/resilience.ts';
import { sampleLeak } from '../support/sample-leak.ts';

describe('how a leak stands to earlier runs', () => {
  const leak = { fingerprint: 'a', package: 'm/p' };
  const run = (fingerprints: string[], partly: string[] = []): PastLeaks => ({
    fingerprints: new Set(fingerprints),
    partly: new Set(partly),
  });

  it.each<[string, PastLeaks[], string]>([
    ['no record says anything', [], 'unknown'],
    ['the base has it', [run(['a'])], 'known'],
    ['the base does not have it', [run(['b'])], 'new'],
    ['it comes and goes: an earlier run has it', [run([]), run([]), run(['a'])], 'known'],
    ['the package crashed at the base', [run([], ['m/p'])], 'unknown'],
    ['it crashed at the base, not before', [run([], ['m/p']), run([])], 'new'],
    ['another package crashed at the base', [run([], ['m/q'])], 'new'],
    [
      'it was seen too long ago',
      [...Array.from({ length: askedRuns }, () => run([])), run(['a'])],
      'new',
    ],
  ])('%s', (_what, past, standing) => {
    expect(standingOf(leak, past)).toBe(standing);
  });
});

describe('which leaks fail a run in which leaks do', () => {
  const accepted = { reason: 'wanted', until: '2026-12-31' };
  it.each([
    ['new', 'confirmed', null, true],
    ['new', 'consistent', null, true],
    ['unknown', 'confirmed', null, true],
    ['unknown', 'consistent', null, false],
    ['known', 'confirmed', null, false],
    ['known', 'consistent', null, false],
    ['new', 'confirmed', accepted, false],
    ['unknown', 'confirmed', accepted, false],
  ] as const)('%s, %s, accepted: %j', (standing, confidence, of, fails) => {
    expect(failsWhereLeaksFail({ standing, confidence, accepted: of })).toBe(fails);
  });

  it('come first, the accepted ones last', () => {
    const leaks = [
      sampleLeak({ fingerprint: '5', accepted }),
      sampleLeak({ fingerprint: '4', standing: 'known' }),
      sampleLeak({ fingerprint: '3', standing: 'unknown', confidence: 'consistent' }),
      sampleLeak({ fingerprint: '2', standing: 'unknown' }),
      sampleLeak({ fingerprint: '1' }),
    ];
    expect(worstFirst(leaks).map(({ fingerprint }) => fingerprint)).toEqual([
      ...['1', '2', '3', '4', '5'],
    ]);
  });
});

describe('what the settings accept', () => {
  const leak = sampleLeak({
    package: 'm/queue',
    frames: [
      { function: 'runtime.gopark', file: '/usr/local/go/src/runtime/proc.go', line: 1 },
      { function: 'm/queue.(*Pool).work', file: 'queue/pool.go', line: 25 },
    ],
    site: { function: 'm/queue.(*Pool).work', file: 'queue/pool.go', line: 25 },
    createdBy: { function: 'm/queue.NewPool', file: 'queue/pool.go', line: 19 },
  });
  const entry = (of: Partial<AcceptedLeak>): AcceptedLeak => ({
    ...{ package: null, function: '*', until: '2026-12-31', reason: 'wanted' },
    ...of,
  });
  const judged = (accept: AcceptedLeak[], today = '2026-11-21'): ReturnType<typeof acceptanceOf> =>
    acceptanceOf(leak, { accept, modulePath: 'm', today });

  it.each([
    ['any function', {}],
    ['the function that waits', { function: 'm/queue.(*Pool).work' }],
    ['the one that starts it, as people say it', { function: 'queue.NewPool' }],
    ['a wildcard', { function: '*.NewP*' }],
    ['the package', { package: 'm/queue' }],
    ['packages of the module', { package: './...', function: 'queue.*' }],
  ])('%s', (_what, of) => {
    expect(judged([entry(of)])).toEqual({ accepted: { reason: 'wanted', until: '2026-12-31' } });
  });

  it.each([
    ['another function', { function: 'queue.New' }],
    ['another package', { package: 'm/other' }],
    ['a function of another package', { function: 'other.NewPool' }],
  ])('not %s', (_what, of) => {
    expect(judged([entry(of)])).toEqual({ accepted: null });
  });

  it('until the end of its last day, and then it says so', () => {
    const until = '2026-11-21';
    expect(judged([entry({ until })]).accepted).not.toBeNull();
    expect(judged([entry({ until })], '2026-11-22')).toEqual({
      accepted: null,
      expired: { reason: 'wanted', until },
    });
  });

  it('an entry that still holds counts more than one that does not', () => {
    const over = entry({ until: '2026-01-01', reason: 'old' });
    expect(judged([over, entry({ reason: 'renewed' })])).toEqual({
      accepted: { reason: 'renewed', until: '2026-12-31' },
    });
  });
});

describe('equal leaks', () => {
  it('of one attempt add up', () => {
    const three = [1, 1, 1].map((goroutines) => sampleLeak({ goroutines }));
    expect(counted(three)).toEqual([sampleLeak({ goroutines: 3 })]);
  });

  it('of several legs are one, proven where one leg proves it', () => {
    const race = sampleLeak({ confidence: 'consistent', goroutines: 5, test: null });
    const memory = sampleLeak({ legs: ['memory'], goroutines: 3 });
    expect(together([race, memory])).toEqual([
      sampleLeak({ legs: ['race', 'memory'], goroutines: 5 }),
    ]);
  });

  it.each([
    ['package', { package: 'm/q' }],
    ['place', { fingerprint: 'f' }],
    ['line', { site: { function: 'm/p.(*Pool).work', file: 'p/pool.go', line: 26 } }],
    ['kind', { kind: 'memory' as const }],
  ])('are not those of another %s', (_what, of) => {
    expect(together([sampleLeak(), sampleLeak(of)])).toHaveLength(2);
  });

  it('of several reports are known where one of these knows them', () => {
    const merged = mergeLeaks([sampleLeak(), sampleLeak({ legs: ['memory'], standing: 'known' })]);
    expect(merged).toEqual([sampleLeak({ legs: ['race', 'memory'], standing: 'known' })]);
  });
});
