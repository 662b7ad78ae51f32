import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, readCases } from '../../scripts/catalog/case.mjs';
import { createCrashTextReader, type CrashText } from '../../src/inspect/crash-text.ts';

// What is no crash must not be taken for one.

function read(chunks: Iterable<string>): CrashText {
  const reader = createCrashTextReader();
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return reader.end();
}

const named = ({ crashes }: CrashText): string[] =>
  crashes.map(({ kind, message, firstLine }) => `${kind} ${message} in line ${String(firstLine)}`);

describe('the output of passing tests of the standard library', () => {
  // Their own subject is what crashes look like, or they run programs that crash.
  const packages =
    'context errors fmt log log/slog net/http/httptest runtime/debug sync testing text/template';

  it.each([['-v'], ['-json']])(
    'go test %s',
    (...flags) => {
      const { status, stdout } = spawnSync('go', ['test', ...flags, ...packages.split(' ')], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      expect(status).toBe(0);
      expect(stdout.length).toBeGreaterThan(50_000);
      expect(named(read([stdout]))).toEqual([]);
    },
    900_000,
  );
});

describe('the logs of services', () => {
  const trace = [
    'goroutine 81 [running]:',
    'runtime/debug.Stack()',
    '\t/usr/local/go/src/runtime/debug/stack.go:26 +0x5e',
    'example.com/shop/api.(*Server).recoverer.func1()',
    '\t/src/shop/api/server.go:88 +0x1b5',
    'panic({0x7a1e40?, 0xc0001a20f0?})',
    '\t/usr/local/go/src/runtime/panic.go:770 +0x132',
    'net/http.(*conn).serve(0xc0001b2000, {0x8b1f48, 0xc0000a4d20})',
    '\t/usr/local/go/src/net/http/server.go:2009 +0x5f4',
    'created by net/http.(*Server).Serve in goroutine 1',
    '\t/usr/local/go/src/net/http/server.go:3086 +0x5cb',
  ];
  /** One request after the other, with what people log around them. */
  const kinds: ((n: number) => string[])[] = [
    (n) => [
      `{"time":"2026-11-21T06:17:0${String(n % 10)}.000Z","level":"INFO","msg":"request","path":"/cart/${String(n)}","status":200,"ms":${String(n % 97)}}`,
    ],
    (n) => [
      `10.0.0.${String(n % 250)} - - [21/Nov/2026:06:17:00 +0000] "GET /orders/${String(n)} HTTP/1.1" 200 ${String(n % 4096)}`,
    ],
    (n) => [
      `time=2026-11-21T06:17:00Z level=ERROR msg="payment refused" order=${String(n)} err="exit status 1"`,
    ],
    (n) => [
      `2026/11/21 06:17:00 http: panic serving 10.0.0.1:${String(n % 60000)}: runtime error: index out of range [5] with length 3`,
      ...trace,
    ],
    () => ['2026/11/21 06:17:00 recovered: assignment to entry in nil map', ...trace, ''],
    (n) => [`worker ${String(n)}: signal: killed, starting another one`, 'panic: see the runbook'],
    (n) => [`level=warn msg="fatal error: all goroutines are asleep - deadlock!" n=${String(n)}`],
    () => [
      'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "Order.total()"',
      '\tat com.example.shop.Checkout.run(Checkout.java:41)',
      '\tat com.example.shop.Main.main(Main.java:7)',
    ],
    () => [
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 12, in <module>',
      '    total(None)',
      "TypeError: 'NoneType' object is not iterable",
    ],
    () => ['WARNING: DATA RACE is what the detector prints', '==================', 'ordinary text'],
    (n) => [`goroutine profile: total ${String(n % 1000)}`, '12 @ 0x43a2c5 0x40a7cf 0x40a3b2'],
    (n) => [`--- FAIL: is what a test prints, and ok  	is another, ${String(n)}`],
    () => ['SIGTERM: shutting down', 'exit status 0', 'coverage: 81.3% of statements'],
  ];

  function* logs(bytes: number): Generator<string> {
    let written = 0;
    for (let n = 0; written < bytes;) {
      const lines: string[] = [];
      for (const end = n + 2000; n < end; n++) {
        const kind = kinds[n % 7 === 0 ? (n / 7) % kinds.length : n % 3];
        lines.push(...(kind?.(n) ?? []));
      }
      const chunk = `${lines.join('\n')}\n`;
      written += chunk.length;
      yield chunk;
    }
  }

  it('100 MB of them hold no crash', () => {
    const found = read(logs(100_000_000));
    expect(named(found)).toEqual([]);
    expect(found.lines).toBeGreaterThan(700_000);
  }, 300_000);
});

describe('a crash that somebody prints', () => {
  // Every capture of the catalog, inside of a test that passes.
  const captures = readCases().flatMap(({ id, folder }) =>
    filesBelow(join(folder, 'captures'))
      .slice(-1)
      .map((file) => ({ id, text: readFileSync(join(folder, 'captures', file), 'utf8') })),
  );
  const passing = (lines: readonly string[]): string =>
    [
      '=== RUN   TestPrints',
      ...lines,
      '--- PASS: TestPrints (0.00s)',
      'PASS',
      'ok  \texample.com/m\t0.1s',
      '',
    ].join('\n');

  it.each(captures)('$id as the log of a test', ({ text }) => {
    const lines = text.split('\n').map((line) => `        ${line}`);
    expect(named(read([passing(['    a_test.go:7: it said:', ...lines])]))).toEqual([]);
  });
});
