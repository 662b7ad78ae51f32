import { describe, expect, it } from '@jest/globals';
import { renderSummary } from '../../../src/render/summary.ts';
import type { BlackBox, Cause, Crash, PackageRun } from '../../../src/report/schema.ts';
import { attempt, packageRun, sampleCrash, sampleReport } from '../../support/sample-report.ts';

function told(crash: Partial<Crash>, run: Partial<Omit<PackageRun, 'tests'>> = {}): string {
  return renderSummary(
    sampleReport({
      crashes: [sampleCrash(crash)],
      packages: [packageRun({ ending: 'crashed', ...run })],
      verdict: { status: 'fail', reasons: [] },
    }),
  );
}

const cause: Cause = {
  ...{ id: 'panic', confidence: 'consistent', summary: 'it panicked', advice: ['look at it'] },
  evidence: [{ source: 'wait status', detail: 'exit code 2' }],
  excluded: [{ id: 'timeout', because: 'it did not fire' }],
};

const holder = { function: 'm/p.load', file: 'p/load.go', line: 9 };
const blackBox: BlackBox = {
  ...{ reason: 'memory', elapsedMs: 1500, rssBytes: 1 << 30, heapBytes: 1 << 29, early: true },
  ...{ outsideGoBytes: 1 << 20, goroutines: 3, ceilingBytes: 1 << 30, tests: [] },
  functions: [{ ...holder, bytes: 1 << 29, share: 1, test: 'TestLoad', caller: null }],
};

it('one root cause: its line with the confidence, the words of the program, the fix, the proof', () => {
  const text = told({}, { cause });
  expect(text).toContain(
    '**`p/cart.go:12`** [panic](https://github.com/org/go-crash-guard/blob/v1/docs/causes/panic.md) (consistent) in `TestAdd` of `p` (race): it panicked\n\n> `assignment to entry in nil map`\n\n**Fix:** look at it\n',
  );
  expect(text).toContain(
    '<details><summary>Evidence</summary>\n\n- wait status: exit code 2\n- not timeout: it did not fire\n\n</details>',
  );
});

describe('places that belong to it', () => {
  const other = { function: 'm/p.Other', file: 'p/other.go', line: 3 };

  it('are named with their role', () => {
    const related = [
      { ...other, role: 'previous write' },
      { ...holder, role: 'created by' },
    ];
    expect(told({ related })).toContain(
      '- previous write: `p/other.go:3` `m/p.Other`\n- created by: `p/load.go:9` `m/p.load`\n',
    );
  });

  it('who held the memory stands in a table', () => {
    const attempts = [attempt({ ending: 'killed', blackBox })];
    const text = told({ related: [{ ...holder, role: 'held memory' }] }, { attempts });
    expect(text).not.toContain('held memory:');
    expect(text).toContain(
      [
        'Who held the memory at an RSS of 1.0 GiB, 1.5 s after its start, before the garbage was collected:',
        '',
        '| held | share | function | where | test |',
        '| ---: | ---: | --- | --- | --- |',
        '| 512.0 MiB | 100 % | `m/p.load` | `p/load.go:9` | `TestLoad` |',
        '| 1.0 MiB | | outside Go: cgo, mmap, C libraries | | |',
      ].join('\n'),
    );
  });

  it('those of the agent are nobody’s mistake', () => {
    const related = [{ ...other, file: '.crash-guard/agent/timeline.go', role: 'held memory' }];
    expect(told({ related })).not.toContain('.crash-guard/agent');
  });
});

describe('what recorded runs say of it', () => {
  const seen = { runs: 9, seenIn: 2, lastCommit: 'ab'.repeat(20), lastAt: '2026-01-02T00:00:00Z' };

  it.each<[string, NonNullable<Crash['seen']>]>([
    ['new: in none of the last 9 recorded runs', { ...seen, kind: 'new', similarity: null }],
    ['new: not in the last recorded run', { ...seen, runs: 1, kind: 'new', similarity: null }],
    [
      'seen before: in 2 of the last 9 recorded runs, last at `abababa` on `2026-01-02`',
      { ...seen, kind: 'seen', similarity: null },
    ],
    [
      'new, but 90 % like a crash at `abababa` on `2026-01-02`',
      { ...seen, kind: 'similar', similarity: 0.9 },
    ],
  ])('%s', (words, of) => {
    expect(told({ seen: of })).toContain(`\n\n${words}\n`);
  });
});

it('a stack begins with the first frame that somebody wrote, and both sides of a race are shown', () => {
  const frames = [
    { function: 'panic', file: '/usr/local/go/src/runtime/panic.go', line: 860 },
    { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 12 },
    { function: 'testing.tRunner', file: '/usr/local/go/src/testing/testing.go', line: 2036 },
  ];
  const stack = { ...{ id: '7', state: 'running', frames }, createdBy: null };
  const crashing = told({
    stacks: [
      { ...stack, role: 'crashing' },
      { ...stack, role: 'other' },
    ],
  });
  expect(crashing).toContain(
    '```text\ngoroutine 7 [running]:\n  m/p.(*Cart).Add\n      p/cart.go:12\n  testing.tRunner\n      /usr/local/go/src/testing/testing.go:2036\n\n1 more goroutine in the report\n```',
  );
  const race = told({
    stacks: [
      { ...stack, role: 'previous' },
      { ...stack, role: 'access' },
    ],
  });
  expect(race).toMatch(/the access that was noticed:\n[^]*the other access:\n/);
});

it('an id that cannot be one of the catalog is no link', () => {
  expect(told({ known: '../../../evil' })).not.toContain('evil');
  expect(told({ known: 'nil-map-write' })).toContain(
    '\n\nUsual cause and fix: [`nil-map-write`](https://github.com/org/go-crash-guard/blob/v1/docs/crashes/nil-map-write.md)',
  );
});
