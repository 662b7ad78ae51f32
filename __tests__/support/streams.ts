import { Buffer } from 'node:buffer';
import { createFold, type StreamFold } from '../../src/gotest/fold.ts';
import { foldEvent, newPackageFold, type PackageFold } from '../../src/gotest/package-fold.ts';
import { parseEvent } from '../../src/gotest/event.ts';

/** What `go test -json` writes for these events of package p. */
export function jsonLines(events: readonly object[]): string {
  return events.map((event) => `${JSON.stringify({ Package: 'p', ...event })}\n`).join('');
}

/** The state of package p after these events. */
export function packageAfter(...events: object[]): PackageFold {
  const fold = newPackageFold('p');
  for (const line of jsonLines(events).split('\n')) {
    const event = parseEvent(line);
    if (event !== null) foldEvent(fold, event);
  }
  return fold;
}

/** How a test ends: the line that package testing prints, then the event. */
export function ends(test: string, action: 'pass' | 'fail' | 'skip'): object[] {
  return [
    output(`--- ${action.toUpperCase()}: ${test} (0.00s)\n`, test),
    { Action: action, Test: test },
  ];
}

/** An output event; without a test it is the package's. */
export function output(text: string, test?: string): object {
  return { Action: 'output', Output: text, ...(test === undefined ? {} : { Test: test }) };
}

/** Bytes cut into chunks at these places. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const borders = [...new Set([0, ...places, bytes.length])]
    .filter((place) => place >= 0 && place <= bytes.length)
    .sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, i) => bytes.subarray(from, borders[i + 1]));
}

/** The state after a stream in these chunks, each of which is overwritten after it was handed over. */
export function foldOf(chunks: readonly Uint8Array[]): { state: StreamFold; cutOff: boolean } {
  const fold = createFold();
  for (const chunk of chunks) {
    const copy = Buffer.from(chunk);
    fold.push(copy);
    copy.fill('#');
  }
  return { cutOff: fold.end(), state: fold.state };
}

/** The same without closures, to compare two states. */
export function plainState(state: StreamFold): object {
  const texts = (map: ReadonlyMap<string, { text: () => string }>): object =>
    [...map].map(([name, excerpt]) => [name, excerpt.text()]);
  return {
    ...state,
    plain: state.plain.text(),
    builds: texts(state.builds),
    packages: [...state.packages.values()].map((fold) => ({
      ...fold,
      output: fold.output.text(),
      benchmarks: fold.benchmarks.results(),
      running: texts(fold.running),
      ended: [...fold.ended],
    })),
  };
}
