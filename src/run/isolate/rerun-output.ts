import { createCrashScanner } from '../../crash/crash-scanner.ts';
import type { ParsedCrash } from '../../crash/parsed-crash.ts';
import { parseEvent } from '../../gotest/event.ts';
import { splitLines } from '../../gotest/lines.ts';
import { goTestFiles } from '../layout.ts';
import { readChunks } from '../tail.ts';

/** What the events of one run of a test binary tell beyond how its tests ended. */
export interface RerunOutput {
  /** Top-level tests in the order in which they began, each once. */
  order: string[];
  /** Those that waited for others to run beside (t.Parallel). */
  parallel: string[];
  crashes: ParsedCrash[];
  /** How long after the start of the binary each test began; null where the events have no time. */
  beganMs: Map<string, number | null>;
}

const maxCrashes = 20;
const maxTests = 100_000;
const maxPendingChars = 1 << 20;

export async function readRerunOutput(folder: string): Promise<RerunOutput> {
  const beganMs = new Map<string, number | null>();
  const parallel = new Set<string>();
  const crashes: ParsedCrash[] = [];
  let startedAt: number | null = null;
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (crashes.length < maxCrashes) crashes.push(crash);
    },
  });
  const output = outputLines(scanner.push);
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) return;
    const { action, test } = event;
    if (action === 'start') startedAt = timeOf(line);
    else if (action === 'output') output.push(event.output);
    else if (test.includes('/') || test === '') return;
    else if (action === 'run' && !beganMs.has(test) && beganMs.size < maxTests)
      beganMs.set(test, between(startedAt, timeOf(line)));
    else if (action === 'pause' && beganMs.has(test)) parallel.add(test);
  });
  await readChunks(goTestFiles.events(folder), lines.push);
  lines.end();
  output.end();
  scanner.end();
  return { order: [...beganMs.keys()], parallel: [...parallel], crashes, beganMs };
}

/** test2json may cut a line into several events. */
function outputLines(onLine: (line: string) => void): {
  push: (text: string) => void;
  end: () => void;
} {
  let pending = '';
  return {
    push(text) {
      const whole = text.split('\n');
      const last = whole.pop() ?? '';
      for (const line of whole) {
        onLine(pending + line);
        pending = '';
      }
      if (pending.length < maxPendingChars) pending += last;
    },
    end() {
      if (pending !== '') onLine(pending);
    },
  };
}

/** {"Time":"2026-01-31T15:52:25.589845671Z","Action":"run",... */
function timeOf(line: string): number | null {
  const text = /^\{"Time":"(?<time>[^"]{1,40})"/.exec(line)?.groups?.['time'];
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}
