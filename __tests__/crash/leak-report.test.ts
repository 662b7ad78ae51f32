import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseGoroutineProfile } from '../../src/crash/detectors/goroutine-profile.ts';
import { fixture } from '../support/guarded.ts';
import { brief, damaged, scanned } from '../support/scanned.ts';

const folder = join(fixture('crashes'), 'reports', 'captures');
const capture = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const work = (line: number): string => `jobs.(*Queue).work jobs.go:${String(line)}`;
const first = 'jobs.First[...].func1 jobs.go:25';

describe.each(['1.21.13', '1.24.9', '1.27.3'])(
  'libraries that look for leaks, Go %s',
  (version) => {
    const { crashes, others } = scanned(capture(`leaks-go${version}`));
    const leaks = (test: string) =>
      crashes
        .filter(({ outputTest }) => outputTest === test)
        .map(({ message, stacks }) => ({
          message,
          stacks: stacks
            .map(({ goroutine: { state, frames, createdBy } }) =>
              [state, brief(frames[0]!), brief(createdBy!)].join(', '),
            )
            .filter((text) => !text.includes('context.')),
        }));

    it('goleak', () => {
      const [leak, ...more] = leaks('TestGoleak');
      expect(leak?.message).toBe('found unexpected goroutines');
      expect([...leak!.stacks].sort()).toEqual([
        `chan receive, ${work(15)}, jobs.New jobs.go:9`,
        `chan send, ${work(16)}, jobs.New jobs.go:9`,
      ]);
      expect(more).toEqual([]);
      expect(leaks('TestFirst')).toEqual([
        {
          message: 'found unexpected goroutines',
          stacks: Array.from(
            { length: 2 },
            () => `chan send, ${first}, jobs.First[...] jobs.go:25`,
          ),
        },
      ]);
    });

    it('leaktest, all goroutines of a test in one', () => {
      const [leak, ...more] = leaks('TestLeaktest');
      expect(leak?.message).toBe('leaked goroutine');
      expect([...leak!.stacks].sort()).toEqual([
        `chan receive, ${work(15)}, jobs.New jobs.go:9`,
        `chan send, ${work(16)}, jobs.New jobs.go:9`,
      ]);
      expect(more).toEqual([]);
    });

    it('what is left is what the tests and go test say', () => {
      expect(crashes).toHaveLength(3);
      for (const crash of crashes)
        expect(crash).toMatchObject({ kind: 'goroutine-leak', truncated: false, survived: false });
      const known = /^(--- FAIL: .*|FAIL.*| +jobs_test\.go:19: .*| +leaktest\.go:132: .*|)$/;
      expect(others.filter((line) => !known.test(line))).toEqual([]);
    });

    it('goleak in TestMain', () => {
      const all = scanned(capture(`testmain-go${version}`));
      expect(all.crashes).toMatchObject([
        { message: 'found unexpected goroutines', package: 'example.com/leaks/testmain' },
      ]);
      expect(all.others.slice(0, 2)).toEqual(['PASS', expect.stringMatching(/^FAIL/)]);
    });
  },
);

it('older versions of goleak repeat the header', () => {
  const { crashes } = scanned(
    [
      '    leak_test.go:9: found unexpected goroutines:',
      '        [Goroutine 7 in state chan receive, 2 minutes, with m.leak.func1 on top of the stack:',
      '        goroutine 7 [chan receive, 2 minutes]:',
      '        m.leak.func1()',
      '        \t/src/m/leak.go:8 +0x1d',
      '        created by m.leak',
      '        \t/src/m/leak.go:7 +0x1d',
      '        ]',
    ].join('\n'),
  );
  expect(crashes.map(({ stacks }) => stacks.length)).toEqual([1]);
  expect(crashes[0]!.stacks[0]!.goroutine).toMatchObject({
    id: 7,
    state: 'chan receive',
    waitMinutes: 2,
    frames: [{ function: 'm.leak.func1', file: '/src/m/leak.go', line: 8 }],
    createdBy: { function: 'm.leak', line: 7 },
  });
});

describe.each(['1.26.8', '1.27.3'])('goroutine leak profile, Go %s', (version) => {
  it('debug=1 has each stack once, with its labels', () => {
    const { crashes, others } = scanned(capture(`goroutineleak-debug1-go${version}`));
    expect(others).toEqual([]);
    const [leak, ...more] = crashes;
    expect(leak).toMatchObject({
      kind: 'goroutine-leak',
      message: 'goroutineleak profile: total 10',
      omittedStacks: 4,
      truncated: false,
    });
    const labelled = { job: 'resize all' };
    expect(
      leak!.stacks.map(({ title, goroutine: { frames, labels } }) => [
        title.slice(0, 3),
        brief(frames[0]!),
        labels,
      ]),
    ).toEqual([
      ['2 @', work(16), {}],
      ['2 @', work(16), labelled],
      ['2 @', work(15), {}],
      ['2 @', work(15), labelled],
      ['1 @', first, {}],
      ['1 @', first, labelled],
    ]);
    expect(more).toEqual([]);
  });

  it('debug=2 has each goroutine', () => {
    const { crashes } = scanned(capture(`goroutineleak-debug2-go${version}`));
    expect(crashes).toMatchObject([{ kind: 'goroutine-leak', message: 'leaked goroutines' }]);
    const { stacks } = crashes[0]!;
    expect(stacks).toHaveLength(10);
    for (const { goroutine } of stacks) expect(goroutine.leaked).toBe(true);
  });
});

describe('goroutine profiles are no crashes', () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith('goroutine-')))('%s', (name) => {
    const text = capture(name.replace('.txt', ''));
    expect(scanned(text)).toEqual({ crashes: [], others: text.split('\n') });
  });

  it.each(['1.21.13', '1.26.8', '1.27.3'])('but they can be read, Go %s', (version) => {
    const profile = parseGoroutineProfile(capture(`goroutine-debug1-go${version}`));
    expect(profile).toMatchObject({ name: 'goroutine', total: 11 });
    const counted = profile!.stacks.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(11);
    expect(profile!.stacks[1]).toMatchObject({
      count: 2,
      labels: { job: 'resize all' },
      frames: [{ function: 'example.com/leaks/jobs.(*Queue).work', line: 16 }],
    });
    const running = profile!.stacks.find(({ frames }) => frames.length > 2);
    expect(running!.frames.at(-1)!.function).toBe('runtime.main');
  });
});

it.each([
  'goroutineleak profile: total 0\n\n',
  'goroutineleak profile: total 3\nall is well\n',
  'goroutine 7 [chan receive (leaked)]:\nnot a stack\n',
  'found unexpected goroutines:\n[]\n',
  'leaked goroutine: goroutine 7 [running]: yes\nfoo()\nbar\n',
])('%j is no leak', (text) => {
  expect(scanned(text)).toEqual({ crashes: [], others: text.split('\n') });
});

it('any damage leaves a result, and no line is lost', () => {
  const texts = readdirSync(folder)
    .filter((name) => /^(leaks|testmain|goroutine)/.test(name))
    .map((name) => capture(name.replace('.txt', '')));
  fc.assert(
    fc.property(damaged(texts), (text) => {
      for (const { kind, stacks } of scanned(text).crashes)
        if (kind === 'goroutine-leak') expect(stacks.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it('a profile of anything is read or refused', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'goroutine profile: total 2',
      '1 @ 0x1 0x2',
      '# labels: {"a":"b"}',
      '# labels: {"a":"\\x07"}',
      '# labels: {}}',
      '#\t0x1\tm.f+0x1\t\t/src/m.go:3',
      '#\t0x1',
      '',
    ),
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (lines) => {
      const profile = parseGoroutineProfile(lines.join('\n'));
      expect(profile === null).toBe(!lines.includes('goroutine profile: total 2'));
    }),
  );
});
