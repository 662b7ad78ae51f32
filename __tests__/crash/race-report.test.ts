import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginsOther } from '../../src/crash/detectors/report-border.ts';
import { fixture } from '../support/guarded.ts';
import { brief, briefly, damaged, scanned } from '../support/scanned.ts';

const folder = join(fixture('crashes'), 'reports', 'captures');
const capture = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const versions = ['1.18.10', '1.20.14', '1.21.13', '1.22.12', '1.23.12', '1.24.9'].concat(
  '1.26.8',
  '1.27.3',
);

describe.each(versions)('tests that race, Go %s', (version) => {
  const text = capture(`race-go${version}`);
  const { crashes, others } = scanned(text);
  const ofTest = (test: string) =>
    crashes.find(({ stacks }) =>
      stacks.some(({ goroutine: { frames } }) =>
        frames.some((frame) => frame.function.endsWith(`racing.${test}`)),
      ),
    )!;

  it('each report is one crash, and all that is left is what go test says', () => {
    expect(crashes).toHaveLength(text.match(/^WARNING: DATA RACE$/gm)?.length ?? -1);
    for (const crash of crashes)
      expect(crash).toMatchObject({
        kind: 'data-race',
        message: 'data race',
        truncated: false,
        survived: false,
        package: 'example.com/reports/racing',
      });
    const framing = /^(--- FAIL: .*| +--- FAIL: .*|FAIL.*|orders: 1|)$/;
    const words = /^ +testing\.go:\d+: race detected during execution of test$/;
    expect(others.filter((line) => !framing.test(line) && !words.test(line))).toEqual([]);
  });

  it('every frame is read', () => {
    const positions = text.match(/^ {6}\S.*:\d+ \+0x/gm) ?? [];
    const frames = crashes.flatMap(({ stacks }) => stacks.flatMap((one) => one.goroutine.frames));
    expect(frames.map(({ file, line }) => `      ${file}:${String(line)} +0x`)).toEqual(positions);
  });

  it('both accesses are told, with what was done and where they come from', () => {
    const { stacks } = ofTest('TestReadAfterWrite');
    const [read, write, ...creations] = stacks;
    expect(read).toMatchObject({ role: 'access', access: { operation: 'read' } });
    expect(read!.goroutine.frames.slice(0, 2).map(brief)).toEqual([
      'racing.(*Stock).Left racing.go:14',
      'racing.TestReadAfterWrite racing_test.go:29',
    ]);
    expect(write).toMatchObject({
      role: 'previous',
      title: expect.stringMatching(/^Previous write at 0x[0-9a-f]+ by goroutine \d+:$/),
      access: { operation: 'write', address: read!.access!.address },
      goroutine: {
        createdBy: { function: 'example.com/reports/racing.TestReadAfterWrite', line: 27 },
      },
    });
    expect(brief(write!.goroutine.frames[0]!)).toBe('racing.(*Stock).Take racing.go:12');
    expect(creations.map(({ role, goroutine }) => [role, goroutine.id, goroutine.state])).toEqual([
      ['creation', read!.goroutine.id, 'running'],
      ['creation', write!.goroutine.id, 'finished'],
    ]);
  });

  it('what sync/atomic does is atomic, though the detector does not say so', () => {
    const operations = (test: string) =>
      ofTest(test).stacks.flatMap(({ access }) => (access === null ? [] : [access.operation]));
    expect(operations('TestAtomicAndPlain')).toEqual(['read', 'atomic write']);
    expect(operations('TestPlainAndAtomic')).toEqual(['atomic write', 'write']);
  });

  it('generic functions, method values and the runtime functions of maps keep their names', () => {
    const names = crashes.flatMap(({ stacks }) =>
      stacks.flatMap(({ goroutine }) => goroutine.frames.map((frame) => frame.function)),
    );
    expect(names).toContain('example.com/reports/racing.(*Stock).Take-fm');
    expect(names.filter((name) => /racing\.Apply\[.*\]$/.test(name)).length).toBeGreaterThan(0);
    expect(names).toContain('runtime.mapassign_faststr');
  });
});

describe('programs that race', () => {
  it.each(['1.18.10', '1.24.9', '1.27.3'])('the main goroutine has number 0, Go %s', (version) => {
    const { crashes, others } = scanned(capture(`program-go${version}`));
    expect(crashes[0]!.stacks.slice(0, 2).map(briefly)).toEqual([
      [
        'access',
        expect.stringMatching(/^Read at 0x[0-9a-f]+ by main goroutine:$/),
        ['main.add main.go:30', 'main.main main.go:17'],
      ],
      [
        'previous',
        expect.stringMatching(/^Previous write at 0x[0-9a-f]+ by goroutine \d+:$/),
        ['main.add main.go:30', expect.stringMatching(/^main\.main\.\w+ main\.go:15$/)],
      ],
    ]);
    expect(crashes[0]!.stacks[0]!.goroutine.id).toBe(0);
    expect(others).toContain(`Found ${String(crashes.length)} data race(s)`);
  });

  it('an access that the detector has forgotten has no frames', () => {
    const [, crash] = scanned(capture('program-go1.18.10')).crashes;
    expect(crash!.stacks.map(briefly)).toEqual([
      ['access', 'Read at 0x0000005cfba0 by main goroutine:', ['main.main main.go:26']],
      ['previous', 'Previous write at 0x0000005cfba0 by goroutine 9:', []],
      ['creation', 'Goroutine 9 (running) created at:', ['main.main main.go:18']],
    ]);
    expect(crash!.truncated).toBe(false);
  });

  it.each(['1.18.10', '1.24.9', '1.27.3'])('a thread of C calls back, Go %s', (version) => {
    const [crash] = scanned(capture(`thread-go${version}`)).crashes;
    const [read, write, creation] = crash!.stacks;
    expect(read!.goroutine.frames[0]).toEqual({
      function: 'main.counted',
      file: 'reports/thread/main.go',
      line: 19,
    });
    expect(read!.goroutine.frames[1]!.function).toMatch(/^_cgoexp_\w+_counted$/);
    expect(write).toMatchObject({ role: 'previous', goroutine: { id: 0 } });
    expect(creation!.goroutine.frames[0]!.function).toBe('runtime.newextram');
  });
});

it('another writer in the middle of lines does no harm', () => {
  const { crashes, others } = scanned(capture('mixed-go1.27.3'));
  expect(crashes).toHaveLength(1);
  expect(crashes[0]!.stacks.map(briefly)).toEqual([
    ['access', 'Read at 0x0000008395e8 by goroutine 7:', ['mixed.TestPrinting mixed_test.go:29']],
    [
      'previous',
      'Previous write at 0x0000008395e8 by goroutine 9:',
      ['mixed.TestPrinting.func2 mixed_test.go:26'],
    ],
    ['creation', 'Goroutine 7 (running) created at:', []],
    ['creation', 'Goroutine 9 (finished) created at:', ['mixed.TestPrinting mixed_test.go:26']],
  ]);
  const printed = capture('mixed-go1.27.3').match(/^order shipped$/gm)?.length;
  expect(others.filter((line) => line === 'order shipped')).toHaveLength(printed ?? -1);
});

describe('sections that Go seldom prints', () => {
  const report = [
    '==================',
    'WARNING: DATA RACE',
    'Atomic read at 0x00c000010018 by main goroutine:',
    '  main.main()',
    '      C:/src/m/main.go:9 +0x2a',
    '',
    'Previous atomic write at 0x00c000010018 by goroutine 7:',
    '  ??()',
    '      -:0 +0x0',
    '',
    'Heap block of size 24 at 0x00c000010010 allocated by goroutine 6:',
    '  main.newStore()',
    '      C:/src/m/main.go:20 +0x10',
    '',
    'Global var main.total of size 8 at 0x0000005ca580 declared at C:/src/m/main.go:5',
    '',
    'Mutex 3 (0x00c000010030) created at:',
    '  main.main()',
    '      C:/src/m/main.go:4 +0x10',
    '==================',
  ];
  const [crash] = scanned(report.join('\n')).crashes;

  it('memory and mutexes are blocks of their own', () => {
    expect(crash!.stacks.map(briefly)).toEqual([
      ['access', report[2], ['main.main main.go:9']],
      ['previous', report[6], ['?? :0']],
      ['other', report[10], ['main.newStore main.go:20']],
      ['other', report[16], ['main.main main.go:4']],
    ]);
    expect(crash!.notes).toEqual([report[14]]);
  });

  it('operations that are atomic by their own word are taken as they are', () => {
    expect(crash!.stacks.slice(0, 2).map(({ access }) => access?.operation)).toEqual([
      'atomic read',
      'atomic write',
    ]);
  });
});

describe('what is no report', () => {
  it.each([
    '==================\nSummary\n==================',
    'WARNING: DATA RACE\nWARNING: DATA RACE\n',
    '==================\nWARNING: DATA RACE\n==================\n',
    'Read at 0x00c000010018 by goroutine 7:\n  main.main()\n      /src/main.go:9 +0x2a\n',
  ])('%j passes through', (text) => {
    const { crashes, others } = scanned(text);
    expect(crashes).toEqual([]);
    expect(others).toEqual(text.split('\n'));
  });
});

it('a report without its end is cut off, and the next one is not', () => {
  const [first, second] = capture('program-go1.18.10').split(/(?<=^={18}\n)(?==)/m);
  const open = first!.replace(/\n={18}\n$/, '\n');
  expect(scanned(open).crashes).toMatchObject([{ truncated: true }]);
  expect(scanned(open + second!.replace(/^={18}\n/, '')).crashes).toMatchObject([
    { truncated: true },
    { truncated: false },
  ]);
  expect(scanned(`${open}panic: boom\n\ngoroutine 1 [running]:\n`).crashes).toMatchObject([
    { kind: 'data-race', truncated: true },
    { kind: 'panic' },
  ]);
});

it('lines of others between those of a report change nothing in it', () => {
  const text = capture('race-go1.26.8');
  const plain = scanned(text).crashes.map(({ stacks }) => stacks);
  const foreign = fc
    .string({ unit: 'grapheme-ascii', minLength: 1 })
    .map((words) => `2026/01/02 03:04:05 ${words}`)
    .filter((line) => !beginsOther(line));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), foreign), { maxLength: 100 }), (strangers) => {
      const lines = text.split('\n');
      for (const [at, line] of strangers) {
        const place = at % lines.length;
        // Behind the rule that a report begins with, it begins anew.
        if (lines[place] !== 'WARNING: DATA RACE') lines.splice(place, 0, line);
      }
      const { crashes } = scanned(lines.join('\n'));
      expect(crashes.map(({ stacks }) => stacks)).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

it('any damage leaves a result, and no line is lost', () => {
  const texts = versions.map((version) => capture(`race-go${version}`));
  fc.assert(
    fc.property(
      damaged([...texts, capture('mixed-go1.27.3'), capture('program-go1.18.10')]),
      (text) => {
        for (const { kind, stacks } of scanned(text).crashes)
          if (kind === 'data-race') expect(stacks.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});
