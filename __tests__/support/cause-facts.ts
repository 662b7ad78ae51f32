import type { CauseFacts } from '../../src/cause/facts.ts';
import { parseTimeline } from '../../src/evidence/timeline.ts';
import { parseUsage } from '../../src/evidence/usage.ts';
import type { MemoryLevel } from '../../src/evidence/counters.ts';
import type { Death, EndRecord, StartRecord } from '../../src/evidence/records.ts';

export const pid = 7146;
export const group = '/guard/t-1';

const header = 'elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n';
export const sampled = parseTimeline(`${header}0,1,1,1,1,1\n`);

export const start: StartRecord = {
  schema: 1,
  run: 'r',
  record: '0f3c9a6b2d4e5f60718293a4b5c6d7e8',
  package: 'p',
  leg: 'memory',
  attempt: 1,
  pid,
  startedAt: '2026-01-02T03:04:05.000Z',
  limits: { cpu: { soft: null, hard: null }, nofile: { soft: 1024, hard: 1024 } },
  cgroup: { version: 2, path: group, own: true },
};

export function level(of: Partial<MemoryLevel> = {}): MemoryLevel {
  return {
    path: group,
    limitBytes: null,
    usageBytes: 0,
    peakBytes: 0,
    oom: 0,
    oomKill: 0,
    oomKillLocal: 0,
    limitHits: 0,
    ...of,
  };
}

/** A death about which everything was read and nothing was found. */
export function death(of: Partial<Death> = {}): Death {
  return {
    memory: { before: [level()], after: [level()] },
    pids: null,
    vmstatOomKill: { before: 5, after: 5 },
    memAvailableBytes: 9 * 1024 ** 3,
    swapFreeBytes: 0,
    vanished: false,
    kernelLog: { source: 'kmsg', lines: [], problem: '' },
    errno: null,
    coreFile: null,
    binary: null,
    ...of,
  };
}

export function end(of: Partial<EndRecord> = {}): EndRecord {
  return {
    schema: 1,
    run: 'r',
    record: start.record,
    endedAt: '2026-01-02T03:04:06.000Z',
    elapsedMs: 1000,
    exitCode: null,
    signal: null,
    coreDumped: false,
    maxRssBytes: 100 * 1024 ** 2,
    startError: null,
    parentGone: false,
    userCpuMs: 100,
    systemCpuMs: 10,
    ...of,
  };
}

/** A process that ran tests under the agent and was seen to end; what is known of its end is for the test to say. */
export function facts(of: Partial<CauseFacts> = {}): CauseFacts {
  return {
    ending: 'killed',
    race: false,
    start,
    end: end(),
    death: death(),
    guard: null,
    guardEnd: null,
    goTestSignal: null,
    watcherKill: null,
    usage: parseUsage(null),
    timeline: sampled,
    blackBox: null,
    crash: { file: '', stream: null, fileIsReliable: true },
    output: '',
    failureWords: [],
    build: null,
    tests: { passed: 1, failed: 0, unfinished: ['TestCulprit'], neverRan: [] },
    testMain: false,
    cancelSignal: null,
    killedByGo: false,
    exitTrace: null,
    ranToEnd: false,
    agent: 'began',
    kernelPids: true,
    failedCall: null,
    runtimeTrace: [],
    ...of,
  };
}
