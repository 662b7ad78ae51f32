import { describe, expect, it } from '@jest/globals';
import { createCrashScanner, scanCrashes } from '../../src/crash/crash-scanner.ts';
import { allCaptures, sections } from '../support/crash-sections.ts';
import { expectLinear } from '../support/growth.ts';
import { mutations, randomNumbers } from '../support/mutations.ts';
import { processorMs } from '../support/processor-time.ts';

/** CRASH_MUTATIONS=100000 for the long run; CRASH_SEED for another one. */
const count = Number(process.env['CRASH_MUTATIONS'] ?? '2000');
const seed = Number(process.env['CRASH_SEED'] ?? '1');
const maxChars = 60_000;
const slowest = 4;

const texts = [
  ...sections.map(({ text }) => text),
  ...allCaptures().map(({ text }) => text),
].filter((text) => text.length > 0 && text.length < maxChars);
const names = Object.keys(mutations);
const random = randomNumbers(seed);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

/** Null where all is well. Without expect: it is called many times. */
function problemOf(text: string): string | null {
  const lines = text.split('\n');
  let taken = 0;
  let others = 0;
  let next = 0;
  let problem: string | null = null;
  try {
    const scanner = createCrashScanner({
      crash: (crash) => {
        taken += crash.lineCount;
        if (crash.lineCount < 1 || crash.firstLine < 1 || crash.firstLine > lines.length)
          problem = 'a crash that is nowhere';
        if (crash.message.length > 4096 || crash.notes.length > 50 || crash.panics.length > 100)
          problem = 'a crash beyond its limits';
      },
      other: (line) => {
        others++;
        while (next < lines.length && lines[next] !== line) next++;
        if (next === lines.length)
          problem = `a line that was not there, or not in its place: ${line}`;
        next++;
      },
    });
    for (const line of lines) scanner.push(line);
    scanner.end();
  } catch (error) {
    return `it threw ${String(error)}`;
  }
  if (taken + others !== lines.length)
    return `${String(lines.length)} lines, ${String(taken)} in crashes and ${String(others)} others`;
  return problem;
}

describe(`${String(count)} captures that something happened to`, () => {
  const worst: { pace: number; text: string }[] = [];

  it('none throws, loses a line or moves one', () => {
    expect(texts.length).toBeGreaterThan(500);
    for (let number = 0; number < count; number++) {
      const name = pick(names);
      let text = mutations[name]?.(pick(texts), random, pick(texts)) ?? '';
      const then = random() < 0.5 ? pick(names) : null;
      if (then !== null) text = mutations[then]?.(text, random, pick(texts)) ?? '';
      let problem = null as string | null;
      const work = (): void => void (problem = problemOf(text));
      const pace = processorMs(work) / (text.length + 2000);
      if (problem !== null)
        throw new Error(
          `mutation ${String(number)} (${name}, ${String(then)}): ${problem}\n${text}`,
        );
      worst.push({ pace, text });
      if (worst.length > 1000) keepWorst();
    }
    keepWorst();
  });

  it('the slowest of them take no longer than their size says', () => {
    expect(worst).toHaveLength(slowest);
    for (const { text } of worst) {
      expectLinear((size) => {
        scanCrashes(`${text}\n`.repeat(Math.ceil(size / 500)));
      });
      const line = text.replaceAll('\n', ' ');
      expectLinear((size) => {
        scanCrashes(line.repeat(Math.ceil(size / 500)));
      });
    }
  });

  function keepWorst(): void {
    worst.sort((a, b) => b.pace - a.pace);
    worst.length = Math.min(worst.length, slowest);
  }
});
