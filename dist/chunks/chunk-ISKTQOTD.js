import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isStandardLibrary
} from "./chunk-T4JS6IWF.js";
import {
  _maxLength,
  _nonnegative,
  array,
  boolean,
  nullable,
  number,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/evidence/counters.ts
var count = nullable(number().check(_nonnegative()));
var path = string().check(_maxLength(4096));
var memoryLevelSchema = object({
  path,
  /** null: no limit here. */
  limitBytes: count,
  usageBytes: count,
  peakBytes: count,
  /** memory.events `oom`: an allocation was about to fail at a limit of this group (cgroup v2). */
  oom: count,
  /** Processes that the OOM killer ended: in this group and below it (v2), in this group alone (v1). */
  oomKill: count,
  oomKillLocal: count,
  /** How often the limit was reached: memory.events `max` (v2), memory.failcnt (v1). */
  limitHits: count
});
var pidsLevelSchema = object({ path, limit: count, current: count, refused: count });
var memoryLevels = array(memoryLevelSchema).check(_maxLength(64));
var pidsLevels = array(pidsLevelSchema).check(_maxLength(64));
var memoryChangeSchema = object({ before: memoryLevels, after: memoryLevels });
var pidsChangeSchema = object({ before: pidsLevels, after: pidsLevels });
var vmstatChangeSchema = object({ before: count, after: count });
var kernelLogSchema = object({
  /** Where the lines were read; '' when nothing could be read. */
  source: string().check(_maxLength(100)),
  lines: array(string().check(_maxLength(1e3))).check(_maxLength(100)),
  problem: string().check(_maxLength(2e3)),
  /** Lines are missing, the newest among them. */
  cut: optional(boolean())
});
function growth(before, after) {
  return before === null || after === null ? null : Math.max(0, after - before);
}
function memoryGrowth(change) {
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find((level) => level.path === before.path);
    if (after === void 0) return [];
    return [
      {
        path: after.path,
        limitBytes: after.limitBytes,
        peakBytes: after.peakBytes,
        usageBytes: after.usageBytes,
        oom: growth(before.oom, after.oom),
        oomKill: growth(before.oomKill, after.oomKill),
        limitHits: growth(before.limitHits, after.limitHits)
      }
    ];
  });
}

// src/crash/test-of-stack.ts
var runner = /^testing\.(?:tRunner|fRunner|\(\*B\)\.(?:runN|run1|launch)|runExample)(?:\.|$)/;
var declared = /^[^.]*\.(?<test>(?:Test|Fuzz|Benchmark|Example)(?![a-z])[\p{L}\p{Nd}_]*)(?:\.|\[|$)/u;
function testOfStack(frames) {
  const frame = baseOfTest(frames);
  return frame === null ? null : declaredTest(frame.function);
}
function baseOfTest(frames) {
  let end = frames.findLastIndex(({ function: name }) => isTestRunner(name));
  while (end >= 0) {
    const frame = frames[end];
    if (frame !== void 0 && !isStandardLibrary(frame)) return frame;
    end--;
  }
  return null;
}
function declaredTest(functionName) {
  const local = functionName.slice(functionName.lastIndexOf("/") + 1);
  return declared.exec(local)?.groups?.["test"] ?? null;
}
function isTestRunner(functionName) {
  return runner.test(functionName);
}

export {
  memoryChangeSchema,
  pidsChangeSchema,
  vmstatChangeSchema,
  kernelLogSchema,
  growth,
  memoryGrowth,
  testOfStack,
  baseOfTest,
  declaredTest,
  isTestRunner
};
