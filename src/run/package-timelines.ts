import { decisiveAttempt } from '../report/decisive-attempt.ts';
import { join } from 'node:path';
import { parseStartRecord } from '../evidence/records.ts';
import { splitLines } from '../gotest/lines.ts';
import { createTestSpans, type TestSpans } from '../gotest/test-spans.ts';
import { runTimeline } from '../heap/run-timeline.ts';
import type { RunSpan } from '../render/html/lanes.ts';
import type { TimelinePicture } from '../render/html/timeline-chart.ts';
import type { Attempt, PackageRun, Report } from '../report/schema.ts';
import { readBounded } from './bounded-file.ts';
import { goTestFiles, layout } from './layout.ts';
import { givesResults, readRounds } from './round.ts';
import { readChunks } from './tail.ts';

const maxTimelineBytes = 16 << 20;
const maxPoints = 300;

/** The times of all tests of these packages, one reader a leg; later rounds of go test are read too. */
export async function readTestSpans(
  out: string,
  report: Pick<Report, 'legs'>,
  wanted: readonly { leg: string; package: string }[],
): Promise<Map<string, TestSpans>> {
  const found = new Map<string, TestSpans>();
  for (const { name } of report.legs) {
    const packages = new Set(wanted.filter(({ leg }) => leg === name).map((one) => one.package));
    if (packages.size === 0) continue;
    const spans = createTestSpans(packages);
    const rounds = await readRounds(out, name);
    const results = rounds.filter(({ round }) => givesResults(round.purpose));
    for (const folder of [layout.leg(out, name), ...results.map((round) => round.folder)]) {
      const lines = splitLines(spans.push);
      await readChunks(goTestFiles.events(folder), (chunk) => lines.push(chunk));
      lines.end();
    }
    found.set(name, spans);
  }
  return found;
}

/** Memory over time of a package's last attempt, with the tests that ran in it. */
export async function packageTimeline(
  out: string,
  run: PackageRun,
  spans: TestSpans | undefined,
): Promise<TimelinePicture> {
  const folder = attemptFolder(out, run);
  const timeline = runTimeline(
    await readBounded(join(folder, 'timeline.csv'), maxTimelineBytes),
    maxPoints,
  );
  const start = parseStartRecord(await readBounded(join(folder, 'start.json'), 1 << 20));
  const startedMs = Date.parse(start?.startedAt ?? '');
  // A replayed result has the times of the replay.
  if (run.cached || Number.isNaN(startedMs)) return { timeline, spans: [] };
  const endMs = measuredAttempt(run)?.elapsedMs ?? timeline.points.at(-1)?.elapsedMs ?? 0;
  return { timeline, spans: within(spans?.spans(run.package) ?? [], startedMs, endMs) };
}

/** The folder of the attempt that a package's figures are from. */
export function attemptFolder(out: string, run: PackageRun): string {
  const number = measuredAttempt(run)?.number ?? 1;
  return join(layout.package(out, run.leg, run.package), `attempt-${String(number)}`);
}

function measuredAttempt(run: PackageRun): Attempt | undefined {
  return run.attempts.findLast(({ profile }) => profile !== undefined) ?? decisiveAttempt(run);
}

/** go test reads a line a little after the process wrote it. */
const slackMs = 2000;

function within(
  spans: readonly { test: string; startMs: number; endMs: number }[],
  startedMs: number,
  elapsedMs: number,
): RunSpan[] {
  return spans
    .map(({ test, startMs, endMs }) => ({
      test,
      startMs: Math.max(0, startMs - startedMs),
      endMs: Math.max(0, endMs - startedMs),
    }))
    .filter((span) => span.endMs > 0 && span.startMs <= elapsedMs + slackMs)
    .map((span) => ({ ...span, endMs: Math.min(span.endMs, Math.max(elapsedMs, span.startMs)) }));
}
