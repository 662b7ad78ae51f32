import { describe, expect, it } from '@jest/globals';
import { createCrashTextReader, type CrashText } from '../../src/inspect/crash-text.ts';
import { sectionsNamed } from '../support/crash-sections.ts';

const time = '2026-01-02T15:04:05.1234567Z';
const plain = sectionsNamed('panics-verbose').at(-1)?.text.trimEnd() ?? '';
const lines = plain.split('\n');

/** What go test -json prints for the text. */
const events = lines.map((line) =>
  JSON.stringify({
    Time: time,
    Action: 'output',
    Package: 'example.com/shop',
    Output: `${line}\n`,
  }),
);

function read(...chunks: Uint8Array[]): CrashText {
  const reader = createCrashTextReader();
  for (const chunk of chunks) reader.push(chunk);
  return reader.end();
}

function words(text: CrashText): unknown {
  return text.crashes.map(({ message, stacks }) => [message, stacks.map((each) => each.goroutine)]);
}

const expected = read(Buffer.from(plain));

it('the text has crashes', () => {
  expect(expected.crashes.length).toBeGreaterThan(0);
  expect(expected.failedTests.length).toBeGreaterThan(0);
});

describe('the events of go test -json say the same', () => {
  it.each<[string, (line: string) => string]>([
    ['as they are', (line) => line],
    ['with times of GitHub', (line) => `${time} ${line}`],
    ['from a container', (line) => `test-1  | ${line}`],
    ['in a branch of Jenkins', (line) => `[unit] ${line}`],
    ['with line ends of Windows', (line) => `${line}\r`],
  ])('%s', (_, dress) => {
    const found = read(Buffer.from(events.map(dress).join('\n')));
    expect(words(found)).toEqual(words(expected));
    expect(found.failedTests).toEqual(expected.failedTests);
  });
});

describe('what Windows PowerShell writes is UTF-16', () => {
  const little = Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  it.each([
    ['little', little],
    ['big', big],
  ])('%s endian, in any pieces', (_, bytes) => {
    expect(words(read(bytes))).toEqual(words(expected));
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(words(read(...pieces))).toEqual(words(expected));
  });
});

it.each([
  ['nothing', []],
  ['an empty chunk', [0, 0]],
  ['one byte', [1]],
  ['half a mark and another byte', [1, 1]],
])('%s is no log', (_, sizes) => {
  const chunks = sizes.map((size) => Uint8Array.from({ length: size }, () => 0xff));
  expect(read(...chunks).crashes).toEqual([]);
});
