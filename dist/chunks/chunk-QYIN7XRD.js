import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  kernelLogSchema,
  memoryChangeSchema,
  pidsChangeSchema,
  vmstatChangeSchema
} from "./chunk-ISKTQOTD.js";
import {
  _enum,
  _maxLength,
  _nonnegative,
  _positive,
  _regex,
  array,
  boolean,
  extend,
  int,
  literal,
  nullable,
  nullish,
  number,
  object,
  optional,
  record,
  string,
  union
} from "./chunk-TYNGSIJO.js";

// src/evidence/guard-records.ts
var text = string().check(_maxLength(4096));
var bytes = number().check(_nonnegative());
var guardTiers = ["cgroup", "sudo", "watcher", "none"];
var guardRecordSchema = object({
  schema: literal(1),
  tier: _enum(guardTiers),
  cgroupVersion: nullable(union([literal(1), literal(2)])),
  ceilingBytes: nullable(bytes),
  memoryDir: text,
  scope: text,
  tried: array(object({ tier: text, problem: text })).check(_maxLength(20))
});
var guardEndSchema = extend(memoryChangeSchema, {
  /** Somebody removed the group while the tests ran. */
  vanished: boolean(),
  /** What could not be done: a group that would not go away, a watcher that stopped. */
  problems: optional(array(text).check(_maxLength(1e3))),
  vmstatOomKill: vmstatChangeSchema,
  kernelLog: nullish(kernelLogSchema)
});
var watcherKillSchema = object({
  at: text,
  pid: int().check(_positive()),
  /** The parents of the process, nearest first, up to the keeper. */
  ancestors: array(int()).check(_maxLength(1e3)),
  rssBytes: bytes,
  treeBytes: bytes,
  ceilingBytes: nullable(bytes),
  memAvailableBytes: nullable(bytes),
  name: text
});
var parseGuardRecord = recordParser(guardRecordSchema);
var parseWatcherKill = recordParser(watcherKillSchema);
function parseWatcherKills(jsonl) {
  return (jsonl ?? "").split("\n").flatMap((line) => {
    const kill = line === "" ? null : parseWatcherKill(line);
    return kill === null ? [] : [kill];
  });
}

// src/evidence/records.ts
var text2 = string().check(_maxLength(1e5));
var nullableInt = nullable(int());
var signal = nullable(string().check(_regex(/^SIG[A-Z0-9]{1,12}$/)));
var limit = object({ soft: nullable(number()), hard: nullable(number()) });
var startRecordSchema = object({
  schema: literal(1),
  run: text2,
  record: string().check(_regex(/^[0-9a-f]{32}$/)),
  package: text2,
  leg: text2,
  attempt: int().check(_positive()),
  pid: int().check(_positive()),
  startedAt: text2,
  limits: record(string(), limit),
  /** The memory group that the process started in; `own` when it holds nothing else. */
  cgroup: nullish(object({ version: number(), path: text2, own: boolean() })),
  oomScoreAdj: nullish(int()),
  /** Not a run for results: one that looks closer (exit, strace, runtime). */
  diagnose: optional(text2),
  args: optional(array(text2).check(_maxLength(1e3))),
  /** The number of the further run that it belongs to; absent in go test's own. */
  rerun: optional(int().check(_positive()))
});
var deathSchema = object({
  memory: nullable(memoryChangeSchema),
  pids: nullable(pidsChangeSchema),
  vmstatOomKill: vmstatChangeSchema,
  memAvailableBytes: nullable(number()),
  swapFreeBytes: nullable(number()),
  /** Its control group was gone before it could be read. */
  vanished: boolean(),
  /** Read only where a line could say something: after a signal, or when a counter grew. */
  kernelLog: nullable(kernelLogSchema),
  /** ENOEXEC: why it could not be started. */
  errno: nullable(string().check(_regex(/^E[A-Z0-9]{1,20}$/))),
  /** File names in the attempt's folder. */
  coreFile: nullable(text2),
  binary: nullable(text2),
  /** As the process had them at its end: a program may lower its own. Null where they cannot be read. */
  limits: nullish(record(string(), limit))
});
var endRecordSchema = object({
  schema: literal(1),
  run: text2,
  record: text2,
  endedAt: text2,
  elapsedMs: number().check(_nonnegative()),
  exitCode: nullableInt,
  signal,
  coreDumped: boolean(),
  maxRssBytes: number().check(_nonnegative()),
  startError: nullable(text2),
  parentGone: boolean(),
  userCpuMs: optional(number()),
  systemCpuMs: optional(number()),
  forwardedSignals: optional(array(text2).check(_maxLength(1e4))),
  /** Absent on systems where nothing of it can be read. */
  evidence: nullish(deathSchema),
  rerun: optional(int().check(_positive()))
});
var goEndRecordSchema = object({
  schema: literal(1),
  endedAt: text2,
  elapsedMs: number().check(_nonnegative()),
  exitCode: nullableInt,
  signal,
  startError: nullable(text2),
  /** '' for a run that nobody stopped; `supervisor-gone` for one whose supervisor died. */
  cancelled: string(),
  /** When the keeper learned of it, before it stopped anything. */
  cancelledAt: nullable(text2),
  swept: int(),
  guard: nullish(guardEndSchema)
});
var parseStartRecord = recordParser(startRecordSchema);
var parseEndRecord = recordParser(endRecordSchema);
var parseGoEndRecord = recordParser(goEndRecordSchema);

export {
  parseGuardRecord,
  parseWatcherKills,
  parseStartRecord,
  parseEndRecord,
  parseGoEndRecord
};
