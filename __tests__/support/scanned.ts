import { expect } from '@jest/globals';
import fc from 'fast-check';
import { createCrashScanner } from '../../src/crash/crash-scanner.ts';
import type { Frame } from '../../src/crash/frame.ts';
import type { CrashStack, ParsedCrash } from '../../src/crash/parsed-crash.ts';

export interface Scanned {
  crashes: ParsedCrash[];
  others: string[];
}

/** The crashes of a text and the lines that belong to none; sees to it that no line is lost, made up or out of order. */
export function scanned(text: string): Scanned {
  const crashes: ParsedCrash[] = [];
  const others: string[] = [];
  const scanner = createCrashScanner({
    crash: (crash) => crashes.push(crash),
    other: (line) => others.push(line),
  });
  const lines = text.split('\n');
  for (const line of lines) scanner.push(line);
  scanner.end();
  const taken = crashes.reduce((sum, { lineCount }) => sum + lineCount, 0);
  expect(taken + others.length).toBe(lines.length);
  let next = 0;
  for (const line of lines) if (line === others[next]) next++;
  expect(others.slice(next)).toEqual([]);
  return { crashes, others };
}

/** The only crash of a text. */
export function only(text: string): ParsedCrash {
  const { crashes } = scanned(text);
  expect(crashes).toHaveLength(1);
  return crashes[0]!;
}

/** `Take racing.go:12` for a frame of example.com/m.(*Stock).Take in /src/racing.go. */
export function brief({ function: name, file, line }: Frame): string {
  const base = file.slice(file.lastIndexOf('/') + 1);
  return `${name.slice(name.lastIndexOf('/') + 1)} ${base}:${String(line)}`;
}

/** Role, first line and frames of a stack, as far as the testing package. */
export function briefly({ role, title, goroutine }: CrashStack): [string, string, string[]] {
  const end = goroutine.frames.findIndex((frame) => frame.function.startsWith('testing.'));
  const frames = end < 0 ? goroutine.frames : goroutine.frames.slice(0, end);
  return [role, title, frames.map(brief)];
}

const noise = fc.oneof(
  fc.constantFrom(
    '',
    'order shipped',
    '    store_test.go:7: order shipped',
    '==================',
    'WARNING: DATA RACE',
    'goroutine 7 [running]:',
    'main.main()',
    '\t/src/main.go:7 +0x1d',
    ']',
    'panic: boom',
    '--- FAIL: TestX (0.00s)',
    'FAIL\texample.com/m\t0.1s',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\n', '')),
);

/** A text with lines put in, left out, doubled, cut and joined, and an end that may be missing. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(200),
    what: fc.constantFrom('put', 'leave', 'double', 'cut', 'join'),
    column: fc.nat(80),
    noise,
  });
  return fc
    .record({
      text: fc.constantFrom(...texts),
      changes: fc.array(change, { maxLength: 12 }),
      end: fc.option(fc.nat(12_000)),
    })
    .map(({ text, changes, end }) => {
      const lines = text.slice(0, end ?? undefined).split('\n');
      for (const { at, what, column, noise: other } of changes) {
        const place = at % lines.length;
        const line = lines[place] ?? '';
        if (what === 'put') lines.splice(place, 0, other);
        else if (what === 'leave' && lines.length > 1) lines.splice(place, 1);
        else if (what === 'double') lines.splice(place, 0, line);
        else if (what === 'cut') lines[place] = line.slice(0, column);
        else lines[place] = line.slice(0, column) + other;
      }
      return lines.join('\n');
    });
}
