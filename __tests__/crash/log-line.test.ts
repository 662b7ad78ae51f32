import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLogLines } from '../../src/crash/log/log-line.ts';
import { logPrefixes } from '../../src/crash/log/log-prefix.ts';
import { allCaptures, sectionsNamed } from '../support/crash-sections.ts';
import { processorMs } from '../support/processor-time.ts';

const plain = sectionsNamed('panics-verbose').at(-1)?.text.trimEnd() ?? '';
const long = sectionsNamed('deaths/overflow').at(-1)?.text.trimEnd() ?? '';
const time = '2026-01-02T15:04:05.1234567Z';

/** How a log looks on its way: what each line, or the whole text, becomes. */
const dressings: [string, (text: string) => string][] = [
  ['GitHub', (text) => eachLine(text, (line) => `${time} ${line}`)],
  [
    'GitHub, with a byte order mark',
    (text) => `\ufeff${eachLine(text, (line) => `${time} ${line}`)}`,
  ],
  [
    'GitHub, blanks lost at line ends',
    (text) => eachLine(text, (line) => `${time} ${line}`.trimEnd()),
  ],
  [
    'gh run view --log',
    (text) =>
      eachLine(
        text,
        (line, i) => `test\tRun go test ./...\t${i === 0 ? '\ufeff' : ''}${time} ${line}`,
      ),
  ],
  [
    "GitHub's page with times",
    (text) => eachLine(text, (line) => `Fri, 02 Jan 2026 15:04:05 GMT ${line}`),
  ],
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['colours', (text) => eachLine(text, (line) => `\u001b[31;1m${line}\u001b[0m\u001b[K`)],
  [
    'a title and a link of a terminal',
    (text) =>
      `\u001b]0;go test\u0007${text}\u001b]8;;https://example.com\u001b\\\u001b]8;;\u001b\\`,
  ],
  ['Buildkite', (text) => eachLine(text, (line) => `\u001b_bk;t=1767366245123\u0007${line}`)],
  ['Jenkins', (text) => eachLine(text, (line) => `[2026-01-02T15:04:05.123Z] ${line}`)],
  ['Jenkins with a clock', (text) => eachLine(text, (line) => `15:04:05  ${line}`)],
  ['TeamCity', (text) => eachLine(text, (line) => `[15:04:05]W:\t [Step 1/2] ${line}`)],
  ['GitLab', (text) => eachLine(text, (line) => `2026-01-02T15:04:05.123456Z 01O ${line}`)],
  [
    'GitLab, sections',
    (text) =>
      `\u001b[0Ksection_start:1767366245:test\r\u001b[0K${text}\nsection_end:1767366246:test\r\u001b[0K`,
  ],
  ['Azure', (text) => eachLine(text, (line) => `${time} ##[error]${line}`)],
  ['docker compose', (text) => eachLine(text, (line) => `shop-1   | ${line}`)],
  [
    'docker compose in GitHub',
    (text) => eachLine(text, (line) => `${time} \u001b[36mshop-1  |\u001b[0m ${line}`),
  ],
  [
    'CRI',
    (text) => eachLine(text, (line) => `2026-01-02T15:04:05.123456789+00:00 stderr F ${line}`),
  ],
  [
    'CRI, long lines in parts',
    (text) =>
      eachLine(text, (line) => {
        const parts = line.match(/.{1,30}/g) ?? [''];
        return parts
          .map(
            (part, i) =>
              `2026-01-02T15:04:05.123456789Z stderr ${i === parts.length - 1 ? 'F' : 'P'} ${part}`,
          )
          .join('\n');
      }),
  ],
  [
    'kubectl --prefix --timestamps',
    (text) =>
      eachLine(text, (line) => `[pod/shop-7d4b9/app] 2026-01-02T15:04:05.123456789Z ${line}`),
  ],
  ['journalctl', (text) => eachLine(text, (line) => `Jan 02 15:04:05 runner go[4711]: ${line}`)],
  [
    'journalctl -o short-iso',
    (text) => eachLine(text, (line) => `2026-01-02T15:04:05+0000 runner go[4711]: ${line}`),
  ],
  [
    'Heroku',
    (text) => eachLine(text, (line) => `2026-01-02T15:04:05.123456+00:00 app[web.1]: ${line}`),
  ],
  ['Grafana', (text) => eachLine(text, (line) => `2026-01-02 15:04:05.123\t${line}`)],
  ['ts', (text) => eachLine(text, (line) => `Jan 02 15:04:05 ${line}`)],
  [
    'docker build in GitHub',
    (text) => eachLine(text, (line, i) => `${time} #14 ${String(i)}.512 ${line}`.trimEnd()),
  ],
  [
    'docker build, the summary',
    (text) => eachLine(text, (line, i) => `${String(i)}.512 ${line}`.trimEnd()),
  ],
  ['Google Cloud Build', (text) => eachLine(text, (line) => `Step #1 - "test": ${line}`)],
  [
    'a branch of Jenkins, with times',
    (text) => eachLine(text, (line) => `[2026-01-02T15:04:05.123Z] [unit tests] ${line}`.trimEnd()),
  ],
  ['Tekton', (text) => eachLine(text, (line) => `[unit-test : run] ${line}`)],
  ['act', (text) => eachLine(text, (line) => `[CI/test]   | ${line}`)],
  ['Earthly', (text) => eachLine(text, (line) => `               +test | ${line}`)],
  ['stern', (text) => eachLine(text, (line) => `shop-7d4b9c6f5-x2x7k app ${line}`)],
  ['an indented block', (text) => eachLine(text, (line) => `    ${line}`)],
  [
    'an indented block, blanks lost at line ends',
    (text) => eachLine(text, (line) => `\t${line}`.trimEnd()),
  ],
  ['a quotation', (text) => eachLine(text, (line) => `> ${line}`)],
  [
    'a quotation, blanks lost at line ends',
    (text) => eachLine(text, (line) => `> ${line}`.trimEnd()),
  ],
];

function eachLine(text: string, change: (line: string, index: number) => string): string {
  return text.split('\n').map(change).join('\n');
}

describe.each(dressings)('%s', (_, dress) => {
  it.each([
    ['a short text', plain],
    ['a long one', long],
  ])('%s', (_name, text) => {
    expect(
      cleanLogLines(dress(text)).filter((line, i, { length }) => line !== '' || i < length - 1),
    ).toEqual(text.split('\n'));
  });
});

it('docker build prints a summary and the steps around what the tests print', () => {
  const short = plain.split('\n').slice(-22);
  const before = Array.from({ length: 12 }, (_, i) => `#${String(i)} DONE 0.1s`);
  const after = [
    ...['ERROR: process "/bin/sh -c go test ./..." did not complete: exit code: 1', '------'],
    ...[
      ' > [5/5] RUN go test ./...:',
      ...short.slice(-10).map((line) => `12.345 ${line}`),
      '------',
    ],
    ...['Dockerfile:7', '---------', '   5 |     COPY . .', '   6 | >>> RUN go test ./...'],
    ...['##[error]Process completed with exit code 1.', 'Post job cleanup.'],
  ];
  const log = [...before, ...short.map((line) => `#9 12.345 ${line}`), ...after];
  expect(cleanLogLines(log.map((line) => `${time} ${line}`).join('\n')).join('\n')).toContain(
    short.join('\n'),
  );
  // Copied from a terminal there is the summary alone.
  expect(cleanLogLines(after.join('\n')).join('\n')).toContain(short.slice(-10).join('\n'));
});

it('gives a trace back the tabs that a page has shown as blanks, or that were lost', () => {
  const trace = [
    'panic: test timed out after 5m0s',
    '',
    'goroutine 1303 [running]:',
    'main.f(0x1, 0x2)',
    '\t/src/a b/main.go:12 +0x1d',
    'created by main.start in goroutine 1',
    '\tC:/src/main.go:7',
    '  two blanks and more after a call (which this is not)',
  ];
  for (const blanks of ['    ', '        ', '  ', '\u00a0\u00a0\u00a0\u00a0', ''])
    expect(cleanLogLines(trace.join(`${' '.repeat(30)}\n`).replaceAll('\t', blanks))).toEqual(
      trace,
    );
});

it.each([
  ['a race report', ['WARNING: DATA RACE', '  main.f()', '      /src/main.go:12 +0x1d']],
  ['a log below a sentence', ['--- FAIL: TestA (0.00s)', '    a_test.go:7: got 3']],
  ['a position below no call', ['see', '    /src/main.go:12']],
  ['a remark below a call', ['main.f(0x1)', 'see /src/main.go:12 for more', '/src/main.go:12: f']],
])('leaves the blanks of %s', (_, lines) => {
  expect(cleanLogLines(lines.join('\n'))).toEqual(lines);
});

it('output that is nobody’s log stays as it is', () => {
  const captures = allCaptures();
  expect(captures.length).toBeGreaterThan(500);
  for (const { path, text } of captures)
    expect([path, cleanLogLines(text)]).toEqual([
      path,
      text.split('\n').map((line) => line.replace(/\r+$/, '')),
    ]);
});

describe('what few lines have is theirs', () => {
  it.each([
    ['times of a program between stacks', `${time} listening\n${plain}\n${time} bye`],
    [
      'a test that logs a trace',
      `${plain}\n    a_test.go:5: panic: x\n        \n        goroutine 7 [running]:`,
    ],
    [
      'code of a compiler',
      './a.go:4:10: fatal error\n    4 | #include <x.h>\n      |     ^~~\ncompilation terminated.',
    ],
    ['a signal below the log of a framework', `[GIN] 200\n[GIN] 500\n${plain}`],
    ['measurements', `12.50 km\n13.25 km\n${plain}`],
    ['tables', 'name | price\n-----|------\ntea | 7\ncake | 12\nmilk\nbread\nsalt\n'],
  ])('%s', (_, text) => {
    expect(cleanLogLines(text)).toEqual(text.split('\n'));
  });
});

it.each(logPrefixes)('$name: $sample', ({ pattern, sample }) => {
  expect(pattern.exec(sample)?.[0]).toBe(sample);
});

describe('whatever the text', () => {
  it('nothing is thrown, and plain words are kept in order', () => {
    const word = fc.constantFrom('apple', 'pear', 'plum');
    const dressed = fc
      .tuple(
        fc.constantFrom(
          '',
          `${time} `,
          '> ',
          '\u001b[31m',
          '\u001b]',
          '##[group]',
          'x |',
          '\u001b[0',
          '\t',
        ),
        word,
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            dressed,
            fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\n', '')),
          ),
          { maxLength: 200 },
        ),
        (lines) => {
          const out = cleanLogLines(lines.join('\n'));
          const words = (all: string[]) => all.filter((line) => /^(?:apple|pear|plum)$/.test(line));
          const kept = out.join('\n').match(/apple|pear|plum/g) ?? [];
          expect(kept.length).toBeGreaterThanOrEqual(words(lines).length);
          expect(out.length).toBeLessThanOrEqual(Math.max(1, lines.length));
        },
      ),
    );
  });
  it.each([
    ['escapes that never end', '\u001b]'.repeat(500_000)],
    ['colours that never end', '\u001b[1;2;3'.repeat(300_000)],
    ['one long escape', `\u001b]${'x'.repeat(3_000_000)}`],
    ['prefixes', `${time} `.repeat(100_000)],
    ['margins', ' '.repeat(3_000_000)],
  ])('a line of some MB is read in linear time: %s', (_, line) => {
    expect(processorMs(() => cleanLogLines(`${line}\n${line}`))).toBeLessThan(10_000);
  });
});
