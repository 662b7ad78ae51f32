import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCrashScanner, scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { sectionsNamed } from '../support/crash-sections.ts';
import { damaged, scanned } from '../support/scanned.ts';

const last = (name: string): string => sectionsNamed(name).at(-1)?.text ?? '';

describe('a text that ends at any byte', () => {
  it.each([
    'values/string',
    'values/nested',
    'values/lines',
    'values/nil-pointer',
    'values/repanicked',
    'values/partial',
    'deaths/deadlock-many',
    'deaths/unlock',
    'panics-verbose',
    'subtests',
    'slow',
    'fuzz-panics',
    'goexit',
    'exits-silently',
    'run-log-fatal',
    'broken-types/test',
    'broken-cycle/build',
    'imitates-verbose',
  ])('%s', (name) => {
    const bytes = Buffer.from(last(name));
    const whole = scanCrashes(bytes.toString());
    for (let end = 0; end <= bytes.length; end++) {
      const { crashes } = scanned(bytes.toString('utf8', 0, end));
      expect(crashes.length).toBeLessThanOrEqual(Math.max(1, whole.length));
    }
  });

  it('before the first frame is whole, the result says that it is cut off', () => {
    for (const name of [
      'values/string',
      'values/nil-pointer',
      'deaths/deadlock',
      'deaths/quit',
      'slow',
    ]) {
      const text = last(name);
      const frame = text.search(/\.(?:go|s):/);
      for (let end = 1; end < frame; end++)
        for (const crash of scanCrashes(text.slice(0, end)))
          expect([end, crash.truncated]).toEqual([end, true]);
      expect(scanCrashes(text)[0]?.truncated).toBe(false);
    }
  });

  it('in the middle of a stack too', () => {
    const lines = last('deaths/deadlock-many').trimEnd().split('\n');
    const calls = lines.flatMap((line, i) => (/^\S.*\)$/.test(line) ? [i] : []));
    expect(calls.length).toBeGreaterThan(5);
    for (const call of calls)
      expect(scanCrashes(lines.slice(0, call + 1).join('\n'))[0]).toMatchObject({
        truncated: true,
      });
  });
});

describe('other output in between', () => {
  const foreign = fc.constantFrom(
    'level=info msg="still here (really)"',
    '2026/01/02 15:04:05 listening',
    '    store_test.go:7: order shipped',
    '{"level":"info"}',
    'served / in 3 ms',
    'goroutine pool has 7 workers',
    '=== RUN   TestOther',
  );
  const capture = fc.constantFrom(
    ...[
      'values/nested',
      'deaths/deadlock-many',
      'deaths/overflow',
      'deaths/memory',
      'native/stray',
    ].map(last),
  );
  const bare = (crash: ParsedCrash) => ({
    kind: crash.kind,
    message: crash.message,
    ids: crash.stacks.map(({ goroutine }) => goroutine.id),
  });

  it('a crash keeps its words and its goroutines, and no line gets lost', () => {
    fc.assert(
      fc.property(
        capture,
        fc.array(fc.tuple(fc.nat(), foreign), { maxLength: 30 }),
        (text, insertions) => {
          const lines = text.trimEnd().split('\n');
          const [whole] = scanCrashes(text);
          const from = lines.findIndex((line) => line.startsWith('goroutine ')) + 1;
          for (const [at, line] of insertions)
            lines.splice(from + (at % (lines.length - from)), 0, line);
          const { crashes, others } = scanned(lines.join('\n'));
          expect(crashes.map(bare)).toEqual([bare(whole!)]);
          for (const [, line] of insertions) expect(others).toContain(line);
        },
      ),
    );
  });
  it('a few lines, also between a call and its position, take no frame away', () => {
    fc.assert(
      fc.property(
        capture,
        fc.array(fc.tuple(fc.nat(), foreign), { maxLength: 8 }),
        (text, insertions) => {
          const lines = text.trimEnd().split('\n');
          const from = lines.findIndex((line) => line.startsWith('goroutine ')) + 1;
          for (const [at, line] of insertions)
            lines.splice(from + (at % (lines.length - from)), 0, line);
          const { crashes, others } = scanned(lines.join('\n'));
          expect(crashes[0]?.stacks).toEqual(scanCrashes(text)[0]?.stacks);
          expect(others.filter((line) => line !== '')).toHaveLength(insertions.length);
        },
      ),
    );
  });
});

describe('whatever the text', () => {
  const texts = [
    'values/nested',
    'deaths/fault',
    'native/free',
    'panics-verbose',
    'slow',
    'fuzz-panics',
    'broken-types/test',
    'broken-linked/build',
    'ran-too-long',
    'two-children',
    'survives/survives',
    'traceback-crash/quit',
  ].map(last);

  it('nothing is thrown and no line gets lost', () => {
    fc.assert(
      fc.property(damaged(texts), (text) => {
        for (const crash of scanned(text).crashes) {
          expect(crash.lineCount).toBeGreaterThan(0);
          expect(crash.firstLine).toBeGreaterThan(0);
          expect(crash.message.length).toBeLessThanOrEqual(4096);
          expect(crash.notes.length).toBeLessThanOrEqual(50);
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('words of every grammar in any order', () => {
    const words = fc.constantFrom(
      ...[
        'panic: x',
        '\tpanic: y [recovered]',
        'fatal error: z',
        '[signal SIGSEGV: a b code=0x1 addr=0x0 pc=0x1]',
        'SIGQUIT: quit',
        'PC=0x1 m=0 sigcode=0',
      ],
      ...[
        'goroutine 1 [running]:',
        'goroutine 2 [select]:',
        'runtime stack:',
        'main.f(0x1)',
        '\t/m/a.go:1 +0x1',
        'created by main.g in goroutine 1',
        '-----',
        'rax    0x0',
      ],
      ...[
        'exit status 2',
        'signal: killed',
        'xsignal: killed',
        'FAIL',
        'PASS',
        'FAIL\texample.com/m\t0.1s',
        'ok  \texample.com/m\t0.1s',
        'FAIL\texample.com/m [build failed]',
      ],
      ...[
        '=== RUN   TestA',
        '--- PASS: TestA (0.00s)',
        '--- FAIL: TestA (0.00s)',
        '',
        '# example.com/m',
        './a.go:3:5: undefined: x',
        '\thave (int)',
        'go: bad:',
        'package example.com/m',
      ],
      ...[
        'runtime: goroutine stack exceeds',
        'unexpected fault address 0x1',
        '*** Test killed with quit: ran too long (1m1s).',
        '    testing.go:1: panic: x',
        '        goroutine 7 [running]:',
      ],
      ...[
        '==================',
        'WARNING: DATA RACE',
        '==1==ERROR: AddressSanitizer: x',
        '    a_test.go:1: found unexpected goroutines:',
        'boom panic: x',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (lines) => {
        scanned(lines.join('\n'));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('memory', () => {
  it('goroutines beyond the limit are counted', () => {
    const crashes: ParsedCrash[] = [];
    const scanner = createCrashScanner({ crash: (crash) => crashes.push(crash) });
    scanner.push('panic: boom');
    scanner.push('');
    for (let id = 1; id <= 150_000; id++) {
      scanner.push(`goroutine ${String(id)} [running]:`);
      scanner.push('main.f()');
      scanner.push(`\t/m/${String(id)}.go:1`);
    }
    scanner.end();
    expect(crashes).toMatchObject([{ omittedStacks: 50_000, lineCount: 450_002 }]);
    expect(crashes[0]?.stacks).toHaveLength(100_000);
  });
  it('what begins like a crash and never goes on is let go', () => {
    for (const first of ['panic: boom', 'fatal error: boom', 'runtime: boom', 'x panic: boom']) {
      const others: string[] = [];
      const scanner = createCrashScanner({
        crash: () => undefined,
        other: (line) => others.push(line),
      });
      scanner.push(first);
      for (let i = 0; i < 5000; i++) scanner.push(`\tline ${String(i)}`);
      expect(others.length).toBeGreaterThan(2000);
    }
  });
  it('lines of 10 MB', () => {
    const long = 'x'.repeat(10_000_000);
    const [crash] = scanned(
      `panic: ${long}\n\ngoroutine 1 [running]:\n${long}(${long})\n\t/m/${long}:1\nmain.f()\n\t/m/a.go:1\n${long}\nexit status 2`,
    ).crashes;
    expect(crash?.message).toHaveLength(4096);
    expect(crash?.stacks[0]?.goroutine.frames).toEqual([
      { function: 'main.f', file: '/m/a.go', line: 1 },
    ]);
    expect(crash?.exitStatus).toBe(2);
  });
});
