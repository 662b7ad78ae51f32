import { join, relative } from 'node:path';
import type { Ending } from '../report/ending-schema.ts';
import type { Attempt, BlackBox } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import { logName, needsLog } from './logs.ts';
import { coreTextName } from './read-cores.ts';

/** An attempt's records as the Report shows them; paths are relative to the run folder. */
export function reportAttempt(
  record: AttemptRecords,
  packageEnding: Ending,
  out: string,
  snapshot: { folder: string; blackBox: BlackBox } | null,
): Attempt {
  const { end, start, timeline, core, coreExcerpt } = record;
  const at = (name: string): string => relative(out, join(record.folder, name));
  const died = needsLog(packageEnding) && packageEnding !== 'failed';
  return {
    number: record.number,
    ending: packageEnding,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    coreDumped: end?.coreDumped ?? false,
    limits: start?.limits ?? {},
    elapsedMs: end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes([record]),
    ...(needsLog(packageEnding) ? { log: at(logName) } : {}),
    ...(record.hasProfile ? { profile: at('heap.pprof') } : {}),
    ...(snapshot === null
      ? {}
      : { snapshot: relative(out, snapshot.folder), blackBox: snapshot.blackBox }),
    ...(died && timeline.points.length > 1 ? { timeline: timeline.points } : {}),
    ...(core === null ? {} : { core: at(core) }),
    ...(coreExcerpt === null ? {} : { coreText: at(coreTextName), coreExcerpt }),
  };
}

/** wait4's high-water mark, or the highest sample of a process whose end nobody saw. */
export function peakRssBytes(records: readonly AttemptRecords[]): number | null {
  const peaks = records.map(({ end, timeline }) => end?.maxRssBytes ?? timeline.rssPeakBytes ?? 0);
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
}
