import { describe, expect, it } from '@jest/globals';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { sectionsNamed } from '../support/crash-sections.ts';
import { scanned } from '../support/scanned.ts';

const inChecks = 'example.com/crashes/checks';
const inFuzzing = 'example.com/crashes/fuzzing';
const unknown = { kind: 'exit', message: 'exit status unknown', exitStatus: null } as const;

/** What the go command printed, and all crashes in it. */
const runs: [string, Partial<ParsedCrash>[]][] = [
  [
    'panics',
    [{ kind: 'panic', message: 'out of paper', outputTest: 'TestPanics', package: inChecks }],
  ],
  [
    'panics-verbose',
    [{ kind: 'panic', message: 'out of paper', outputTest: 'TestPanics', package: inChecks }],
  ],
  [
    'subtests',
    [
      {
        message: 'assignment to entry in nil map',
        outputTest: 'TestSubtests/bad',
        package: inChecks,
      },
    ],
  ],
  [
    'subtests-verbose',
    [
      {
        message: 'assignment to entry in nil map',
        outputTest: 'TestSubtests/bad',
        package: inChecks,
      },
    ],
  ],
  ['partial', [{ message: 'out of paper', package: inChecks, survived: false }]],
  [
    'imitates-verbose',
    [{ message: 'out of paper', outputTest: 'TestImitates', survived: true, exitStatus: 2 }],
  ],
  ['imitates-and-fails', []],
  [
    'imitates-beside-failure',
    [{ message: 'out of paper', outputTest: 'TestImitates', survived: true }],
  ],
  ['exits', [{ ...unknown, package: inChecks, outputTest: null }]],
  ['exits-verbose', [{ ...unknown, package: inChecks, outputTest: 'TestExits' }]],
  [
    'exits-silently',
    [{ kind: 'exit', message: 'exit status 3', exitStatus: 3, package: inChecks }],
  ],
  ['exits-after-tests', [{ ...unknown, package: inChecks }]],
  [
    'goexit',
    [
      {
        kind: 'panic',
        message:
          'test executed panic(nil) or runtime.Goexit: subtest may have called FailNow on a parent test',
        outputTest: 'TestGoexit/child',
        package: inChecks,
      },
    ],
  ],
  ['child-panics', [{ message: 'third', package: inChecks, survived: false }]],
  ['child-panics-verbose', [{ message: 'third', outputTest: 'TestChild', survived: false }]],
  ['child-expected', [{ message: 'third', outputTest: 'TestChild', survived: true }]],
  ['child-killed', []],
  [
    'fuzz-panics',
    [
      {
        kind: 'panic',
        message: 'out of paper\non every tray',
        outputTest: 'FuzzPanics',
        package: inFuzzing,
      },
    ],
  ],
  [
    'fuzz-nil-map',
    [{ kind: 'panic', message: 'assignment to entry in nil map', outputTest: 'FuzzNilMap' }],
  ],
  ['fuzz-exits', [{ kind: 'exit', message: 'exit status 3', outputTest: 'FuzzExits' }]],
  ['fuzz-overflow', [{ kind: 'exit', message: 'exit status 2', outputTest: 'FuzzDeadlock' }]],
  ['fuzz-fails', []],
  [
    'run-panics',
    [{ kind: 'panic', message: 'save order 7: disk is full', exitStatus: 2, package: null }],
  ],
  ['run-exits', [{ kind: 'exit', message: 'exit status 3', exitStatus: 3, notes: [] }]],
  ['run-log-fatal', [{ kind: 'exit', message: 'exit status 1', exitStatus: 1 }]],
  ['several-packages', [{ message: 'out of paper', package: inChecks, survived: false }]],
];

describe.each(runs)('%s', (name, expected) => {
  it.each(sectionsNamed(name).map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (_, text) => {
      const { crashes } = scanned(text);
      expect(crashes).toMatchObject(expected);
      expect(crashes).toHaveLength(expected.length);
      expect(crashes.filter(({ truncated }) => truncated)).toEqual([]);
    },
  );
});

describe('timeouts', () => {
  it.each(['slow', 'slow-verbose'])('%s', (name) => {
    for (const { text } of sectionsNamed(name)) {
      const [crash] = scanned(text).crashes;
      expect(crash).toMatchObject({
        kind: 'timeout',
        message: 'test timed out after 1s',
        panics: [],
        package: inChecks,
        runningTests: [
          { test: 'TestSlow', elapsed: '1s' },
          { test: 'TestSlow/waits', elapsed: '1s' },
        ],
      });
      const waiting = crash?.stacks.filter(({ role }) => role === 'waiting') ?? [];
      expect(
        waiting.some(({ goroutine }) =>
          goroutine.frames.some((frame) => frame.function.endsWith('TestSlow.func1')),
        ),
      ).toBe(true);
    }
  });
  it('the go command ends a process with SIGQUIT: its dump belongs to that', () => {
    for (const { text } of sectionsNamed('ran-too-long')) {
      const { crashes } = scanned(text);
      expect(crashes).toMatchObject([
        {
          kind: 'timeout',
          message: 'Test killed with quit: ran too long (1m1s)',
          signal: { name: 'SIGQUIT' },
          package: 'example.com/crashes/hangs',
        },
      ]);
      expect(crashes[0]?.stacks.length).toBeGreaterThan(3);
    }
  });
  it('one that is deaf to SIGQUIT is killed', () => {
    for (const { text } of sectionsNamed('ran-too-long-deaf'))
      expect(scanned(text).crashes).toMatchObject([
        {
          kind: 'timeout',
          message: expect.stringMatching(/^Test killed.*: ran too long \(1m1s\)$/),
          stacks: [],
        },
      ]);
  });
});

it('a fuzz target has its stack, and the input that did it', () => {
  for (const { text } of sectionsNamed('fuzz-panics')) {
    const [crash] = scanned(text).crashes;
    expect(crash?.stacks[0]).toMatchObject({ role: 'crashing', goroutine: { state: 'running' } });
    expect(crash?.stacks[0]?.goroutine.frames.map((frame) => frame.function)).toContain(
      'example.com/crashes/fuzzing.FuzzPanics.func1',
    );
    expect(crash?.notes).toEqual([
      expect.stringMatching(/^Failing input written to testdata\/fuzz\/FuzzPanics\/[0-9a-f]{16}$/),
    ]);
  }
});

it("log.Fatal's line explains the status", () => {
  for (const { text } of sectionsNamed('run-log-fatal'))
    expect(scanned(text).crashes[0]?.notes).toEqual([expect.stringMatching(/ no configuration$/)]);
  const tested = '2026/01/02 15:04:05 no configuration\nFAIL\texample.com/m\t0.003s\nFAIL';
  expect(scanned(tested).crashes).toMatchObject([
    {
      kind: 'exit',
      message: 'exit status 1',
      exitStatus: 1,
      package: 'example.com/m',
      notes: ['2026/01/02 15:04:05 no configuration'],
    },
  ]);
});

const failed = 'FAIL\texample.com/m\t0.003s';
describe('how a process ended', () => {
  it.each<[string, string[], Partial<ParsedCrash>[]]>([
    [
      'killed',
      ['signal: killed', failed],
      [
        {
          kind: 'killed',
          message: 'signal: killed',
          signal: expect.objectContaining({ name: 'SIGKILL' }) as never,
          package: 'example.com/m',
        },
      ],
    ],
    [
      'killed in the middle of a line',
      ['partial linesignal: killed', failed],
      [{ kind: 'killed', message: 'signal: killed' }],
    ],
    ['killed at the end of the text', ['partial linesignal: killed'], [{ kind: 'killed' }]],
    [
      'a signal',
      ['signal: terminated', failed],
      [
        {
          kind: 'signal',
          message: 'terminated',
          signal: expect.objectContaining({ name: 'SIGTERM' }) as never,
        },
      ],
    ],
    [
      'a core was dumped',
      ['signal: segmentation fault (core dumped)', failed],
      [
        {
          kind: 'signal',
          message: 'segmentation fault',
          signal: expect.objectContaining({ name: 'SIGSEGV' }) as never,
        },
      ],
    ],
    [
      'a signal without a name',
      ['signal: signal 50', failed],
      [{ kind: 'signal', message: 'signal 50' }],
    ],
    ['words about a signal', ['the worker said: signal: killed', 'going on'], []],
    ['a test that says so', ['    a_test.go:5: signal: killed', 'FAIL', failed], []],
    [
      'a status that failed tests explain',
      ['--- FAIL: TestA (0.00s)', 'FAIL', 'exit status 1', failed],
      [],
    ],
    [
      'an orphan holds the output',
      [
        '*** Test I/O incomplete 5s after exiting.',
        'exec: WaitDelay expired before I/O complete',
        failed,
      ],
      [{ kind: 'exit', message: 'Test I/O incomplete 5s after exiting' }],
    ],
    ['a summary', [failed, 'FAIL\texample.com/n\t0.1s', 'FAIL'], []],
    [
      'a bad flag',
      ['flag provided but not defined: -update', 'Usage of /tmp/m.test:', '  -x', failed],
      [
        {
          kind: 'exit',
          message: 'exit status 2',
          notes: ['flag provided but not defined: -update'],
        },
      ],
    ],
  ])('%s', (_, lines, expected) => {
    const { crashes } = scanned(lines.join('\n'));
    expect(crashes).toMatchObject(expected);
    expect(crashes).toHaveLength(expected.length);
  });

  it('the signal of a crash that made a core is part of it', () => {
    const text = sectionsNamed('traceback-crash/log-panic')[0]?.text ?? '';
    const { crashes } = scanned(`${text.trimEnd()}\nsignal: aborted (core dumped)\n${failed}`);
    expect(crashes).toMatchObject([{ kind: 'panic', package: 'example.com/m' }]);
  });
  it('what passes has survived', () => {
    const text = sectionsNamed('values/nested')[0]?.text ?? '';
    const survived = (lines: string[]) =>
      scanned(`${text.trimEnd()}\n${lines.join('\n')}`).crashes.map((crash) => crash.survived);
    expect(survived(['ok  \texample.com/m\t0.1s'])).toEqual([true]);
    expect(survived(['ok  \texample.com/m\t(cached)\tcoverage: 50% of statements'])).toEqual([
      true,
    ]);
    expect(survived(['PASS', failed])).toEqual([true]);
    expect(survived(['--- FAIL: TestA (0.00s)', 'FAIL', failed])).toEqual([false]);
    // The process is dead; what passes later is another one.
    expect(
      survived(['exit status 2', 'make: *** [all] Error 2', 'ok  \texample.com/m\t0.1s']),
    ).toEqual([false]);
  });
  it('a race in the output of a test that passes may be another test’s', () => {
    const race = [
      '==================',
      'WARNING: DATA RACE',
      'Write at 0x00c000012345 by goroutine 7:',
      '  main.f()',
      '      /m/a.go:1 +0x1',
      '',
      '==================',
    ];
    const lines = [
      '=== RUN   TestA',
      ...race,
      '--- PASS: TestA (0.00s)',
      '--- FAIL: TestB (0.00s)',
      'FAIL',
      failed,
    ];
    expect(scanned(lines.join('\n')).crashes).toMatchObject([
      { kind: 'data-race', survived: false, outputTest: 'TestA' },
    ]);
  });
});

it('crashes wait for the verdict of their package, but not too many of them', () => {
  const one = 'panic: boom\n\ngoroutine 7 [running]:\nmain.main()\n\t/m/a.go:1 +0x1';
  const { crashes } = scanned(`${Array.from({ length: 80 }, () => one).join('\n')}\n${failed}`);
  expect(crashes).toHaveLength(80);
  expect(crashes.filter((crash) => crash.package === null)).toHaveLength(30);
  expect(crashes.map(({ firstLine }) => firstLine)).toEqual(
    Array.from({ length: 80 }, (_, i) => i * 5 + 1),
  );
});
