import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  givesResults,
  heapColumns,
  readProfile,
  readRounds
} from "./chunk-37YTOFUQ.js";
import {
  logName,
  needsLog,
  parseEvent
} from "./chunk-O3GBPBQZ.js";
import {
  readChunks,
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  isBelow
} from "./chunk-3JJND2XY.js";
import {
  keeperGone,
  readMarker,
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  coreTextName,
  createGoroutineParser,
  detached,
  detachedValue,
  matchesStack,
  parseGoroutineHeader,
  parseGoroutines,
  parseStackLine
} from "./chunk-YCSXZ3FE.js";
import {
  parseEndRecord,
  parseGoEndRecord,
  parseGuardRecord,
  parseStartRecord,
  parseWatcherKills
} from "./chunk-QYIN7XRD.js";
import {
  appendLine,
  readBounded,
  readBoundedBytes,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  buildTextOf,
  createExcerpt,
  endsProcess,
  foldEvent,
  isBenchmark,
  newPackageFold,
  unbuiltPackage
} from "./chunk-E2SX27TT.js";
import {
  attemptPurposes,
  isolationSchema,
  stressReportSchema
} from "./chunk-NUJBTJTJ.js";
import {
  outOfMemory
} from "./chunk-DTPM72IW.js";
import {
  advice,
  cpuMs,
  isInGuard,
  kernelKills,
  lastLogLine,
  lastWords,
  limitOf,
  lost,
  mayBeCpuLimit,
  memoryRules,
  ntStatusName,
  oomFacts,
  refusalRules,
  refusals,
  shared,
  waitStatus
} from "./chunk-LJR2BSKZ.js";
import {
  memoryGrowth,
  testOfStack
} from "./chunk-ISKTQOTD.js";
import {
  isRuntime,
  packageOf,
  relativeTo,
  userFrame
} from "./chunk-T4JS6IWF.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration
} from "./chunk-MYAVKQUZ.js";
import {
  _enum,
  _gte,
  _lte,
  _maxLength,
  _nonnegative,
  _positive,
  _regex,
  array,
  boolean,
  int,
  literal,
  nullable,
  nullish,
  object,
  string
} from "./chunk-TYNGSIJO.js";
import {
  clip,
  formatBytes,
  printable
} from "./chunk-RYNKS63I.js";

// src/run/fuzz/read-fuzz.ts
import { join as join11, relative as relative4 } from "node:path";

// src/fuzz/next-pass.ts
var answerMs = 1500;
function passEnding(facts) {
  const { progress: progress2, input, exitCode } = facts;
  if (input !== null) return { kind: "failing", input };
  if (progress2.failingSeed !== null) return { kind: "failing-seed", seed: progress2.failingSeed };
  const lost2 = progress2.failed ? lostInput(progress2) : null;
  if (lost2 !== null) return { kind: "unkept", why: lost2 };
  if (facts.overran) return { kind: "broken", why: "go test did not end in time and was killed" };
  if (facts.buildFailed) return { kind: "broken", why: "it could not be built for fuzzing" };
  if (progress2.workerEnd?.startsWith("signal: ") === true)
    return { kind: "killed", end: progress2.workerEnd };
  if (progress2.skipped && exitCode === 0) return { kind: "skipped" };
  if (!progress2.passed || exitCode !== 0)
    return { kind: "broken", why: brokenOff(progress2, exitCode) };
  if (!progress2.began) return { kind: "broken", why: "it ended before any input was made" };
  const overtimeMs = (progress2.elapsedMs ?? 0) - facts.fuzzMs;
  if (overtimeMs >= answerMs) return { kind: "unanswered" };
  if (overtimeMs <= -answerMs || progress2.elapsedMs === null)
    return { kind: "broken", why: tooShort(progress2, facts.fuzzMs) };
  if ((progress2.executions ?? 0) === 0)
    return { kind: "broken", why: "no input came to its end in that time" };
  return { kind: "clean" };
}
function lostInput({ unwritten, wroteInput, minimising }) {
  if (unwritten !== null)
    return `go test could not write it down (${unwritten}), which loses what the target said of it too: make testdata writable to have it`;
  return wroteInput || minimising ? "testdata/fuzz has no new file with it" : null;
}
function tooShort({ elapsedMs }, fuzzMs) {
  const seconds2 = (ms) => String(Math.round(ms / 100) / 10);
  const after = elapsedMs === null ? "early" : `after ${seconds2(elapsedMs)} s of ${seconds2(fuzzMs)} s`;
  return `fuzzing ended ${after} and did not say why: a fuzzing process may have ended itself with exit code 0`;
}
function brokenOff({ workerEnd, began }, exitCode) {
  if (workerEnd !== null) return `a fuzzing process ended with ${workerEnd}, and left no input`;
  const code = exitCode === null ? "without an exit code" : `with exit code ${String(exitCode)}`;
  return began ? `fuzzing ended ${code} and left no input` : `go test ended ${code} before any input was made`;
}
var hangMs = 1e4;
var marginMs = 5e3;
var leastMs = 1e3;
var maxPasses = 3;
function nextPass(past, budgetMs) {
  const last = past.at(-1);
  if (last === void 0 || past.length >= maxPasses) return null;
  const { ending, workers } = last;
  if (ending.kind === "unanswered") {
    if (past.slice(0, -1).some((pass) => pass.ending.kind === "unanswered")) return null;
    return {
      fuzzMs: budgetMs + hangMs + marginMs,
      ...{ workers, bounded: last.dataLimitBytes !== null },
      because: "a worker did not answer when the time was over, and only after 10 s does go test say that it hangs"
    };
  }
  const spentMs = past.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const restMs = Math.max(leastMs, budgetMs - spentMs);
  const brokeBounded = ending.kind === "broken" && last.progress.began && last.dataLimitBytes !== null;
  if (brokeBounded || ending.kind === "unkept" && mayHaveOutgrown(last))
    return { fuzzMs: restMs, workers, bounded: false, because: `${ending.why}, under a bound` };
  const outgrew = ending.kind !== "killed" && outgrewItsShare(last);
  if (ending.kind !== "killed" && !outgrew) return null;
  const rest = { fuzzMs: restMs, workers: 1, bounded: last.dataLimitBytes !== null };
  if (workers === 1)
    return outgrew ? {
      ...rest,
      bounded: false,
      because: filledByOthers(last) ? "a worker outgrew the bound of its memory" : "an input needed more memory than the bound allows"
    } : null;
  return {
    ...rest,
    because: filledByOthers(last) ? "a worker outgrew its share of the memory" : outgrew ? "an input needed more memory than one of several workers may have" : `a worker was killed (${last.progress.workerEnd ?? "nobody saw how"}), which leaves no input`
  };
}
function mayHaveOutgrownItsShare({ progress: progress2, dataLimitBytes: dataLimitBytes2, replay }) {
  return replay === "passed" && dataLimitBytes2 !== null && progress2.workerEnd === "exit status 2";
}
function outgrewItsShare(pass) {
  return mayHaveOutgrownItsShare(pass) && (pass.needsMore || wasFull(pass));
}
function filledByOthers(pass) {
  const { aloneBytes, dataLimitBytes: dataLimitBytes2, needsMore } = pass;
  const isSmall = aloneBytes !== null && aloneBytes < (dataLimitBytes2 ?? 0) / 4;
  return outgrewItsShare(pass) && !needsMore && isSmall;
}
var unusedBytes = 208 * 1024 * 1024;
function wasFull({ peakBytes, dataLimitBytes: dataLimitBytes2 }) {
  if (peakBytes === null || dataLimitBytes2 === null) return false;
  return peakBytes >= Math.min(dataLimitBytes2 / 3, dataLimitBytes2 - unusedBytes);
}
function diedUnexplained(pass) {
  const { ending, progress: progress2, dataLimitBytes: dataLimitBytes2 } = pass;
  return ending.kind === "broken" && dataLimitBytes2 !== null && progress2.workerEnd !== null && !wasFull(pass);
}
function mayHaveOutgrown({ progress: progress2, dataLimitBytes: dataLimitBytes2 }) {
  return dataLimitBytes2 !== null && !progress2.minimising;
}

// src/fuzz/outcome.ts
function tellingPass(past) {
  const last = past.length - 1;
  const worst = past.findLastIndex((pass, at2) => isFailure(pass) && !isExplained(pass, at2 < last));
  if (worst !== -1) return worst;
  const lost2 = past.findLastIndex(diedUnexplained);
  return lost2 === -1 ? last : lost2;
}
function isFailure({ ending, stopped: stopped2 }) {
  return failures.has(ending.kind) && !(ending.kind === "killed" && stopped2);
}
var failures = /* @__PURE__ */ new Set(["failing", "failing-seed", "killed", "unkept"]);
function isExplained(pass, fuzzedOn2) {
  return fuzzedOn2 && pass.ending.kind === "failing" && outgrewItsShare(pass);
}
function outcomeOf(past, run) {
  const at2 = tellingPass(past);
  const pass = past[at2];
  if (pass === void 0) return "stopped";
  switch (pass.ending.kind) {
    case "clean":
      return "clean";
    case "skipped":
      return "skipped";
    case "unanswered":
      return pass.stopped ? "stopped" : "hung";
    case "broken":
      return "stopped";
    case "killed":
      return pass.stopped ? "stopped" : deathOf(run);
    case "unkept":
      return at2 < past.length - 1 ? "stopped" : failureOf(run);
    case "failing-seed":
      return failureOf(run);
    case "failing":
      return pass.replay === "passed" && pass.progress.workerEnd !== null ? deathOf(run) : failureOf(run);
  }
}
function failureOf(run) {
  const id = run?.cause?.id;
  if (run?.ending === "timed-out") return "hung";
  if (id !== void 0 && outOfMemory.has(id)) return "out-of-memory";
  return run?.ending === "failed" && id === "test-failure" ? "failed" : "crashed";
}
function deathOf(run) {
  const outcome = failureOf(run);
  return outcome === "failed" ? "crashed" : outcome;
}
function becauseOf(past) {
  const at2 = tellingPass(past);
  const pass = past[at2];
  if (pass === void 0) return null;
  const { ending, replay, stopped: stopped2 } = pass;
  switch (ending.kind) {
    case "clean":
      return at2 === 0 ? null : amissBefore(past.slice(0, at2));
    case "skipped":
      return "the target skipped itself";
    case "broken":
      return stopped2 ? "the run was stopped" : ending.why;
    case "unanswered":
      return stopped2 ? "the run was stopped" : "a worker did not answer when the time was over; which input it was at is not known";
    case "failing-seed":
      return `an input that the target begins with fails while it is fuzzed: ${ending.seed}`;
    case "killed":
      return stopped2 ? "the run was stopped" : `a fuzzing process was killed (${ending.end}); go test keeps no input then${fuzzedOn(past.slice(at2 + 1))}${filledBefore(past.slice(0, at2))}`;
    case "unkept":
      return `an input fails, and ${ending.why}${mayHaveOutgrown(pass) ? "; its process had a bound of memory" : ""}${fuzzedOn(past.slice(at2 + 1))}`;
    case "failing":
      if (replay === "passed") return passesAlone(pass);
      return replay === "failed" ? null : "the input was not run again to its end";
  }
}
function passesAlone({ progress: progress2, dataLimitBytes: dataLimitBytes2 }) {
  const { workerEnd, diedMinimising } = progress2;
  if (workerEnd === null) return "it failed while fuzzing; the input passes when it is run alone";
  const bound = dataLimitBytes2 === null ? "" : `; each process had a bound of ${formatBytes(dataLimitBytes2)} of memory`;
  return diedMinimising ? `a process died (${workerEnd}) while go test made this input smaller, at a smaller one that is lost; this one passes when it is run alone${bound}` : `while fuzzing the process ended with ${workerEnd}; the input passes when it is run alone`;
}
function filledBefore(earlier) {
  const filled = earlier.find(filledByOthers);
  return filled === void 0 ? "" : `. Before, ${outgrewText(filled)}`;
}
function fuzzedOn(later) {
  const workers = later.at(-1)?.workers;
  if (workers === void 0) return "";
  const spentMs = later.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return `, and ${formatDuration(spentMs)} more with ${plural(workers, "worker")} did not bring it about again`;
}
function outgrewText({ aloneBytes, dataLimitBytes: dataLimitBytes2 }) {
  return `a fuzzing process outgrew its ${formatBytes(dataLimitBytes2 ?? 0)}, while the input that it was at needs ${formatBytes(aloneBytes ?? 0)} alone: the target keeps memory from one input to the next`;
}
function amissBefore(earlier) {
  const kinds = new Set(earlier.map(({ ending }) => ending.kind));
  const filled = earlier.find(filledByOthers);
  if (filled !== void 0)
    return `${outgrewText(filled)}; with the memory of all workers the rest of the time was enough`;
  if (kinds.has("failing"))
    return "an input needed more memory than one of several workers may have; it passes alone, and fuzzing on found no other";
  if (kinds.has("unanswered"))
    return "a worker did not answer when the time was over; fuzzed once more, for longer, all did";
  const broken = earlier.map(({ ending }) => ending).find(({ kind }) => kind === "broken");
  const why = broken?.kind === "broken" ? broken.why : "something was amiss at first";
  return `${why}; not so when the target was fuzzed once more, without a bound of its memory`;
}

// src/fuzz/targets.ts
function targetNames({ declared }) {
  const names2 = declared.filter(({ kind, name }) => kind === "fuzz" && isTarget(name));
  return [...new Set(names2.map(({ name }) => name))];
}
function isTarget(name) {
  return new RegExp("^Fuzz(?!\\p{Ll})[\\p{L}\\p{Nd}_]*$", "u").test(name);
}

// src/fuzz/corpus-file.ts
var header = "go test fuzz v1";
var maxBytes = 16 << 20;
var maxValues = 100;
function parseCorpusFile(text2) {
  if (text2.length > maxBytes) return null;
  const [first, ...rest] = text2.split("\n", maxValues + 2);
  if (first?.trimEnd() !== header) return null;
  const values = rest.map((line) => line.trim()).filter((line) => line !== "");
  return values.length === 0 || values.length > maxValues || !values.every(isValue) ? null : { values };
}
var forms = [
  /^(?:\[\]byte|string)\("(?:[^"\\]|\\.)*"\)$/s,
  /^(?:byte|rune)\('(?:[^'\\]|\\.)[^']{0,10}'\)$/s,
  /^(?:u?int(?:8|16|32|64)?|byte|rune)\(-?\d{1,20}\)$/,
  /^float(?:32|64)\((?:NaN|[+-]Inf|-?[\d.e+-]{1,40})\)$/,
  /^math\.Float(?:32|64)frombits\(0x[0-9a-f]{1,16}\)$/,
  /^bool\((?:true|false)\)$/
];
function isValue(line) {
  return forms.some((form) => form.test(line));
}
var maxShownChars = 1e3;
function shownValues({ values }) {
  const each = Math.max(40, Math.floor(maxShownChars / values.length));
  return values.map((value) => cut(value, each));
}
function cut(value, maxChars4) {
  if (value.length <= maxChars4) return value;
  const left = value.length - maxChars4;
  return `${value.slice(0, maxChars4)}... (${String(left)} more characters)`;
}
function addCall({ values }) {
  const call = `f.Add(${values.map(asArgument).join(", ")})`;
  return call.length > maxShownChars ? null : call;
}
function asArgument(value) {
  const special = /^(?<type>float32|float64)\((?<word>NaN|[+-]Inf|-0)\)$/.exec(value)?.groups;
  if (special === void 0) return value;
  const { type = "", word = "" } = special;
  return `${type}(${specialNumbers[word] ?? word})`;
}
var specialNumbers = {
  NaN: "math.NaN()",
  "+Inf": "math.Inf(1)",
  "-Inf": "math.Inf(-1)",
  "-0": "math.Copysign(0, -1)"
};

// src/run/fuzz/fuzz-record.ts
import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
var count = int().check(_nonnegative());
var fuzzRecordSchema = object({
  schema: literal(1),
  number: int().check(_positive()),
  package: string(),
  target: string().check(_regex(/^Fuzz[\p{L}\p{Nd}_]{0,500}$/u)),
  /** It makes inputs, or it runs one again that failed; also under the bound of memory that a fuzzing process has. */
  purpose: _enum(["fuzz", "replay", "bounded-replay"]),
  /** What each target gets; of a replay the time after which it is stopped. */
  budgetMs: count,
  fuzzMs: count,
  workers: count,
  dataLimitBytes: nullable(count),
  /** Why there is more than one. */
  because: nullable(string()),
  /** The name of the input that is run again. */
  input: nullable(string().check(_regex(/^[0-9a-f]{16,64}$/))),
  command: array(string())
});
var fuzzResultSchema = object({
  schema: literal(1),
  elapsedMs: count,
  /** It outlived its time. */
  overran: boolean(),
  input: nullable(
    object({ name: string().check(_regex(/^[0-9a-f]{16,64}$/)), bytes: count })
  ),
  /** What could not be kept or cleaned up. */
  problems: array(string())
});
var fuzzProblemsSchema = object({ schema: literal(1), problems: array(string()) });
var parseProblems = recordParser(fuzzProblemsSchema);
var parseRecord = recordParser(fuzzRecordSchema);
var parseResult = recordParser(fuzzResultSchema);
var maxBytes2 = 4 << 20;
function fuzzFolder(out, leg, number) {
  return join(layout.leg(out, leg), "fuzz", String(number));
}
function keptInput(folder, target, name) {
  return join(folder, "testdata", "fuzz", target, name);
}
async function writeFuzzRecord(folder, record2) {
  await writeFile(join(folder, "fuzz.json"), JSON.stringify(record2));
}
async function writeFuzzResult(folder, result) {
  await writeFile(join(folder, "result.json"), JSON.stringify(result));
}
async function readFuzzResult(folder) {
  return parseResult(await readBounded(join(folder, "result.json"), maxBytes2));
}
async function readFuzzRecords(out, leg) {
  const parent = dirname(fuzzFolder(out, leg, 1));
  const numbers = (await readdir(parent).catch(() => [])).filter((entry2) => /^[1-9]\d{0,5}$/.test(entry2)).map(Number).sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = fuzzFolder(out, leg, number);
    const record2 = parseRecord(await readBounded(join(folder, "fuzz.json"), maxBytes2));
    if (record2 !== null) found.push({ folder, record: record2 });
  }
  return found;
}
async function writeFuzzProblems(out, leg, problems) {
  await writeFile(problemsPath(out, leg), JSON.stringify({ schema: 1, problems }));
}
async function readFuzzProblems(out, leg) {
  return parseProblems(await readBounded(problemsPath(out, leg), maxBytes2))?.problems ?? [];
}
function problemsPath(out, leg) {
  return join(layout.leg(out, leg), "fuzz", "problems.json");
}

// src/run/fuzz/past-pass.ts
import { join as join5 } from "node:path";

// src/cause/sayings.ts
var sayings = [
  // runtime/proc.go, newosproc and checkmcount; runtime/cgo/gcc_libinit.c
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /^.{0,2000}program exceeds \d+-thread limit/m,
    detail: "SetMaxThreads",
    sample: "runtime: program exceeds 8-thread limit"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime: failed to create new OS thread \(have \d+ already; errno=11\)/,
    sample: "runtime: failed to create new OS thread (have 31 already; errno=11)"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime\/cgo: pthread_create failed: Resource temporarily unavailable/,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  {
    id: "thread-limit",
    by: "any",
    pattern: /(?:fork\/exec|clone3?|vfork|newosproc|pthread_create|fork)\b.{0,300}[Rr]esource temporarily unavailable/,
    sample: "fork/exec /bin/true: resource temporarily unavailable"
  },
  // syscall.EFBIG, SIGXFSZ
  {
    id: "file-size-limit",
    by: "runtime",
    pattern: /SIGXFSZ: file size limit exceeded/,
    sample: "SIGXFSZ: file size limit exceeded"
  },
  {
    id: "file-size-limit",
    by: "any",
    pattern: /[Ff]ile too large/,
    sample: "write /tmp/x: file too large"
  },
  // runtime/mpagealloc_64bit.go, runtime/malloc.go; sanitizers' ReserveShadowMemoryRange
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /failed to reserve page summary memory/,
    sample: "fatal error: failed to reserve page summary memory"
  },
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /ReserveShadowMemoryRange failed|Perhaps you're using ulimit -v/,
    sample: "Perhaps you're using ulimit -v"
  },
  {
    id: "address-space-limit",
    by: "any",
    pattern: /m(?:re)?map\w*\b.{0,200}[Cc]annot allocate memory/,
    sample: "mmap: cannot allocate memory"
  },
  {
    id: "memlock-limit",
    by: "any",
    pattern: /m(?:un)?lock(?:all|2)?\b.{0,200}(?:[Cc]annot allocate memory|[Oo]peration not permitted|ENOMEM|EPERM)/,
    sample: "mlock: cannot allocate memory"
  },
  // runtime/malloc.go, mem_linux.go
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory|pageAlloc: out of memory)/,
    sample: "fatal error: runtime: out of memory"
  },
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /runtime: (?:out of memory|cannot allocate memory)|out of memory allocating heap arena m/,
    sample: "runtime: out of memory: cannot allocate 4194304-byte block (66846720 in use)"
  },
  // syscall.ENOSPC, which inotify_add_watch also returns for its own limit
  {
    id: "disk-full",
    by: "any",
    pattern: /[Nn]o space left on device/,
    not: /inotify|watch/i,
    sample: "write /tmp/x: no space left on device"
  },
  {
    id: "disk-full",
    by: "any",
    pattern: /[Dd]isk quota exceeded/,
    sample: "write /tmp/x: disk quota exceeded"
  },
  // syscall.EMFILE, ENFILE; inotify_init1 returns EMFILE for its own limit
  {
    id: "fd-limit",
    by: "any",
    pattern: /[Tt]oo many open files/,
    not: /inotify|watch/i,
    sample: "open x: too many open files"
  },
  // runtime/race: ThreadSanitizer could not start
  {
    id: "race-runtime-failed",
    by: "runtime",
    pattern: /ThreadSanitizer failed to allocate|FATAL: ThreadSanitizer|ThreadSanitizer: (?:CHECK failed|unexpected memory mapping)/,
    sample: "FATAL: ThreadSanitizer: unexpected memory mapping 0x7f-0x80"
  },
  {
    id: "sanitizer",
    by: "runtime",
    pattern: /==\d+==\s?ERROR: (?:Address|Leak|Memory|UndefinedBehavior)Sanitizer|==\d+==\s?WARNING: MemorySanitizer|^SUMMARY: (?:Address|Leak|Memory)Sanitizer/m,
    sample: "==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x6"
  },
  // runtime/checkptr.go
  {
    id: "checkptr",
    by: "runtime",
    pattern: /fatal error: checkptr: /,
    sample: "fatal error: checkptr: converted pointer straddles multiple allocations"
  },
  // runtime/proc.go checkdead
  {
    id: "deadlock",
    by: "runtime",
    pattern: /fatal error: all goroutines are asleep - deadlock!|fatal error: no goroutines \(main called runtime\.Goexit\) - deadlock!/,
    sample: "fatal error: all goroutines are asleep - deadlock!"
  },
  // testing/synctest, internal/synctest
  {
    id: "goroutine-leak",
    by: "runtime",
    pattern: /panic: deadlock: main bubble goroutine has exited but blocked goroutines remain/,
    sample: "panic: deadlock: main bubble goroutine has exited but blocked goroutines remain"
  },
  {
    id: "deadlock",
    by: "runtime",
    pattern: /panic: deadlock: all goroutines in bubble are blocked/,
    sample: "panic: deadlock: all goroutines in bubble are blocked"
  },
  // internal/runtime/maps, runtime/map.go
  {
    id: "concurrent-map",
    by: "runtime",
    pattern: /fatal error: concurrent map (?:writes|read and map write|iteration and map write)/,
    sample: "fatal error: concurrent map writes"
  },
  // runtime/stack.go newstack
  {
    id: "stack-overflow",
    by: "runtime",
    pattern: /fatal error: stack overflow|runtime: goroutine stack exceeds \d+-byte limit/,
    sample: "runtime: goroutine stack exceeds 1000000000-byte limit"
  },
  // runtime/race reports
  {
    id: "data-race",
    by: "any",
    pattern: /^WARNING: DATA RACE$|^\s{0,20}testing\.go:\d+: race detected during execution of test$/m,
    sample: "WARNING: DATA RACE"
  },
  // go.uber.org/goleak
  {
    id: "goroutine-leak",
    by: "any",
    pattern: /found unexpected goroutines:\s{1,20}\[Goroutine \d+ in state /,
    sample: "found unexpected goroutines:\n[Goroutine 7 in state chan receive, with p.serve on top of the stack:"
  }
];

// src/fuzz/data-limit.ts
var MiB = 1024 * 1024;
var runtimeBytes = 64 * MiB;
var leastShareBytes = 32 * MiB;
var softShare = 0.9;
function dataLimitBytes(ceilingBytes, workers) {
  return Math.floor(Math.max(leastShareBytes, shareOf(ceilingBytes, workers)) + runtimeBytes);
}
function softLimitBytes(ceilingBytes, workers) {
  return Math.floor(Math.max(leastShareBytes, shareOf(ceilingBytes, workers)) * softShare);
}
function shareOf(ceilingBytes, workers) {
  return ceilingBytes * 0.85 / workers;
}
var mutatedBytes = 100 * MiB;
function replayLimitBytes(limitBytes, input) {
  const values = parseCorpusFile(input)?.values ?? [];
  const hasText = values.some((value) => /^(?:\[\]byte|string)\(/.test(value));
  const bufferBytes = hasText ? mutatedBytes / values.length : 0;
  return Math.floor(Math.max(limitBytes / 2, limitBytes - bufferBytes));
}
function wentBeyond(limitBytes, mappedPeakBytes) {
  return limitBytes !== null && mappedPeakBytes !== null && mappedPeakBytes > limitBytes;
}

// src/fuzz/fuzz-progress.ts
var rules = [
  {
    example: "fuzz: elapsed: 0s, gathering baseline coverage: 192/192 completed, now fuzzing with 8 workers",
    pattern: /^fuzz: elapsed: \S{1,30}, (?:gathering baseline coverage|testing seed corpus): \d{1,9}\/(?<corpus>\d{1,9}) completed(?:, now fuzzing with (?<workers>\d{1,6}) workers)?$/,
    note: (progress2, { corpus, workers }) => {
      progress2.corpus = Number(corpus);
      if (workers === void 0) return;
      progress2.began = true;
      progress2.workers = Number(workers);
    }
  },
  {
    example: "fuzz: elapsed: 3s, execs: 325017 (108336/sec), new interesting: 11 (total: 202)",
    pattern: /^fuzz: elapsed: \S{1,30}, execs: (?<executions>\d{1,15}) \(\d{1,15}\/sec\)(?:, new interesting: (?<newInputs>\d{1,9}) \(total: \d{1,9}\))?$/,
    note: (progress2, { executions, newInputs: newInputs2 }) => {
      progress2.began = true;
      progress2.executions = Number(executions);
      if (newInputs2 !== void 0) progress2.newInputs = Number(newInputs2);
    }
  },
  {
    example: "fuzz: minimizing 138-byte failing input file",
    pattern: /^fuzz: minimizing \d{1,15}-byte failing input file$/,
    note: (progress2) => {
      progress2.minimising = true;
    }
  },
  {
    example: "    fuzzing process hung or terminated unexpectedly: exit status 2",
    pattern: /^ {4}fuzzing process hung or terminated unexpectedly(?<minimising> while minimizing)?: (?<end>.{1,200})$/,
    note: (progress2, { end = "", minimising }) => {
      progress2.workerEnd ??= end;
      if (minimising !== void 0) progress2.diedMinimising = true;
    }
  },
  {
    example: "    fuzzing process terminated by unexpected signal; no crash will be recorded: signal: killed",
    pattern: /^ {4}fuzzing process terminated by unexpected signal; no crash will be recorded: (?<end>.{1,200})$/,
    note: (progress2, { end = "" }) => {
      progress2.workerEnd ??= end;
    }
  },
  {
    example: "    Failing input written to testdata/fuzz/FuzzX/4607786500663b34",
    pattern: /^ {4}Failing input written to /,
    note: (progress2) => {
      progress2.wroteInput = true;
    }
  },
  {
    // src/internal/fuzz/fuzz.go (writeToCorpus): the error stands in the place of what the target said.
    example: "    open testdata/fuzz/FuzzX/4607786500663b34: permission denied",
    pattern: /^ {4}(?<unwritten>(?:mkdir|open|write) testdata(?:[/\\][^:]{0,600})?: .{1,200})$/,
    note: (progress2, { unwritten = "" }) => {
      progress2.unwritten ??= unwritten;
    }
  },
  {
    example: "failure while testing seed corpus entry: FuzzX/4b119b9766f4314b",
    pattern: /^failure while testing seed corpus entry: (?<seed>.{1,300})$/,
    note: (progress2, { seed = "" }) => {
      progress2.failingSeed ??= seed;
    }
  }
];
var progressExamples = rules.map(({ example }) => example);
function createFuzzProgress(target) {
  const progress2 = {
    began: false,
    workers: null,
    corpus: null,
    executions: null,
    newInputs: null,
    minimising: false,
    diedMinimising: false,
    workerEnd: null,
    wroteInput: false,
    unwritten: null,
    failingSeed: null,
    skipped: false,
    passed: false,
    failed: false,
    elapsedMs: null
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) return;
    if (event.action === "output") {
      noteLine(progress2, event.output.replace(/\r?\n$/, ""));
      return;
    }
    if (event.test !== target) return;
    if (event.action === "pass") progress2.passed = true;
    if (event.action === "fail") progress2.failed = true;
    if (event.action === "skip") progress2.skipped = true;
    if (event.elapsedSeconds !== null) progress2.elapsedMs = Math.round(event.elapsedSeconds * 1e3);
  });
  return { progress: progress2, push: lines.push, end: lines.end };
}
function noteLine(progress2, line) {
  for (const { pattern, note } of rules) {
    const found = pattern.exec(line);
    if (found === null) continue;
    note(progress2, found.groups ?? {});
    return;
  }
}

// src/run/attempts.ts
import { cp, lstat, mkdir, readdir as readdir2, rm, utimes } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/evidence/timeline.ts
var maxPoints = 60;
function parseTimeline(csv) {
  const timeline = {
    samples: 0,
    liveHeapPeakBytes: null,
    heapPeakBytes: null,
    rssPeakBytes: null,
    mappedPeakBytes: null,
    goroutinesAtEnd: null,
    points: [],
    endedWith: null,
    races: null
  };
  const points = [];
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    const match = /^(?<elapsed>\d+),(?<heap>\d+),(?<live>\d+),(?<total>\d+),(?<rss>\d+),(?<goroutines>\d+)$/.exec(
      line
    );
    if (match?.groups === void 0) {
      noteLastWords(timeline, line);
      continue;
    }
    const { elapsed, heap, live, total: total2, rss, goroutines } = match.groups;
    timeline.samples++;
    timeline.heapPeakBytes = Math.max(timeline.heapPeakBytes ?? 0, Number(heap));
    timeline.liveHeapPeakBytes = Math.max(timeline.liveHeapPeakBytes ?? 0, Number(live));
    timeline.rssPeakBytes = Math.max(timeline.rssPeakBytes ?? 0, Number(rss));
    timeline.mappedPeakBytes = Math.max(timeline.mappedPeakBytes ?? 0, Number(total2));
    timeline.goroutinesAtEnd = Number(goroutines);
    points.push([Number(elapsed), Number(rss), Number(heap), Number(live)]);
  }
  timeline.points = thinned(points);
  return timeline;
}
function thinned(points) {
  const step = Math.max(1, Math.ceil(points.length / maxPoints));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
function noteLastWords(timeline, line) {
  const words3 = /^(?<what>ended|races),(?<number>\d{1,9})$/.exec(line)?.groups;
  if (words3?.["what"] === "ended") timeline.endedWith = Number(words3["number"]);
  if (words3?.["what"] === "races") timeline.races = Number(words3["number"]);
}

// src/evidence/usage.ts
var columns = ["openFiles", "threads", "cpuMs", "tempFreeBytes", "dirFreeBytes"];
function parseUsage(csv) {
  const usage = {
    samples: 0,
    openFiles: null,
    threads: null,
    cpuMs: null,
    tempFreeBytes: null,
    dirFreeBytes: null
  };
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    if (!/^\d+(?:,\d*){5}$/.test(line)) continue;
    usage.samples++;
    const cells = line.split(",").slice(1);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? "";
      if (cell === "") continue;
      const worst = column.endsWith("FreeBytes") ? Math.min : Math.max;
      usage[column] = worst(usage[column] ?? Number(cell), Number(cell));
    }
  }
  return usage;
}

// src/run/shim-problems.ts
var shimProblemsName = "shim-problems.txt";
var maxShimProblemsBytes = 16 * 1024;
var maxLines = 20;
var maxLineChars = 500;
var maxAlike = 3;
function parseShimProblems(text2) {
  const lines = (text2 ?? "").split("\n").filter((line) => line.trim() !== "");
  const shown = lines.slice(0, maxLines).map((line) => clip(printable(line), maxLineChars));
  return lines.length > maxLines ? [...shown, `${String(lines.length - maxLines)} more problems in ${shimProblemsName}`] : shown;
}
function gatherGaps(gaps, leg) {
  const packages = /* @__PURE__ */ new Map();
  for (const { what, package: name } of gaps)
    if (name !== void 0) packages.set(what, (packages.get(what) ?? /* @__PURE__ */ new Set()).add(name));
  const said2 = /* @__PURE__ */ new Set();
  return gaps.flatMap((gap) => {
    const count2 = packages.get(gap.what)?.size ?? 0;
    if (gap.package === void 0 || count2 <= maxAlike) return [gap];
    if (said2.has(gap.what)) return [];
    said2.add(gap.what);
    return [{ what: `${gap.what} (${String(count2)} packages)`, leg }];
  });
}

// src/run/attempts.ts
var maxRecordBytes = 1 << 20;
var maxCrashBytes = 256 * 1024;
var maxTimelineBytes = 16 << 20;
var maxExcerptBytes = 8 * 1024;
async function readAttempts(packageFolder) {
  const entries = await readdir2(packageFolder).catch(() => []);
  const numbers = entries.map((entry2) => /^attempt-(?<number>\d{1,6})$/.exec(entry2)?.groups?.["number"]).filter((number) => number !== void 0).map(Number).sort((a, b) => a - b);
  return Promise.all(
    numbers.map((number) => readAttempt(join2(packageFolder, `attempt-${String(number)}`), number))
  );
}
async function readAttempt(folder, number) {
  const read = (name, maxBytes8) => readBounded(join2(folder, name), maxBytes8);
  const [start, end, crash, timeline, usage, excerpt, problems, profile, files] = await Promise.all(
    [
      read("start.json", maxRecordBytes),
      read("end.json", maxRecordBytes),
      read("crash.txt", maxCrashBytes),
      read("timeline.csv", maxTimelineBytes),
      read("usage.csv", maxTimelineBytes),
      read(coreTextName, maxExcerptBytes),
      read(shimProblemsName, maxShimProblemsBytes),
      lstat(join2(folder, "heap.pprof")).catch(() => null),
      readdir2(folder).catch(() => [])
    ]
  );
  return {
    number,
    folder,
    start: parseStartRecord(start),
    end: parseEndRecord(end),
    // start.json is missing where nothing could be started.
    diagnose: files.includes("diagnose.json") || (parseStartRecord(start)?.diagnose ?? "") !== "",
    crashText: crash ?? "",
    timeline: parseTimeline(timeline),
    usage: parseUsage(usage),
    core: ["core.zst", "core.gz", "core"].find((name) => files.includes(name)) ?? null,
    coreExcerpt: excerpt === "" ? null : excerpt,
    problems: parseShimProblems(problems),
    hasProfile: profile !== null && profile.isFile() && profile.size > 0
  };
}
async function carryOver(request) {
  if (!/^[0-9a-f]{32}$/.test(request.record)) return null;
  const stored = await readAttempt(join2(request.store, request.record), 1);
  const { start, end } = stored;
  if (start?.record !== request.record || start.package !== request.package || start.leg !== request.leg)
    return null;
  if (end?.exitCode !== 0) return null;
  const folder = join2(request.packageFolder, "attempt-1");
  await rm(folder, { recursive: true, force: true });
  await mkdir(request.packageFolder, { recursive: true });
  await cp(stored.folder, folder, { recursive: true, verbatimSymlinks: true });
  const now = /* @__PURE__ */ new Date();
  await utimes(stored.folder, now, now).catch(() => void 0);
  return { ...stored, folder };
}

// src/gotest/fold.ts
import { Buffer as Buffer2 } from "node:buffer";
function createFold(listener = {}) {
  const state = {
    packages: /* @__PURE__ */ new Map(),
    builds: /* @__PURE__ */ new Map(),
    plain: createExcerpt(),
    events: 0,
    plainLines: 0
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) {
      if (line === "") return;
      state.plainLines++;
      const kept = Buffer2.from(line).toString("utf8");
      state.plain.add(`${kept}
`);
      foldPlainLine(state, kept, listener);
      return;
    }
    state.events++;
    if (event.package === "") foldBuild(state, event);
    else {
      const fold = packageOf2(state, event.package);
      const over = fold.action !== null;
      foldEvent(fold, event);
      if (!over && fold.action !== null) listener.packageEnded?.(fold, state);
      if (event.action === "output") listener.output?.(event);
    }
  });
  return { state, push: lines.push, end: lines.end };
}
function packageOf2(state, name) {
  let fold = state.packages.get(name);
  if (fold === void 0) {
    fold = newPackageFold(name);
    state.packages.set(name, fold);
  }
  return fold;
}
function foldPlainLine(state, line, listener) {
  const name = unbuiltPackage(line);
  if (name === null) return;
  const fold = packageOf2(state, name);
  fold.buildFailed = true;
  fold.action = "fail";
  listener.packageEnded?.(fold, state);
}
function foldBuild(state, event) {
  if (event.action !== "build-output") return;
  let output = state.builds.get(event.importPath);
  if (output === void 0) {
    output = createExcerpt();
    state.builds.set(event.importPath, output);
  }
  output.add(event.output);
}

// src/run/isolate/isolations.ts
var parse = recordParser(object({ package: string(), isolation: isolationSchema }));
var maxBytes3 = 64 << 20;
async function noteIsolation(out, leg, name, isolation) {
  await appendLine(layout.isolation(out, leg), JSON.stringify({ package: name, isolation }));
}
async function readIsolations(out, leg) {
  const text2 = await readBounded(layout.isolation(out, leg), maxBytes3) ?? "";
  const lines = text2.split("\n").flatMap((line) => line === "" ? [] : parse(line) ?? []);
  return new Map(lines.map(({ package: name, isolation }) => [name, isolation]));
}

// src/run/stress/stress-file.ts
import { join as join3 } from "node:path";
var parse2 = recordParser(stressReportSchema);
var maxBytes4 = 64 << 20;
function pathOf(out, leg) {
  return join3(layout.leg(out, leg), "stress.json");
}
async function writeStress(out, leg, stress) {
  await writeAtomically(pathOf(out, leg), JSON.stringify(stress));
}
async function readStress(out, leg) {
  return parse2(await readBounded(pathOf(out, leg), maxBytes4));
}

// src/run/recover/decisions.ts
var decisionSchema = object({
  package: string(),
  /** Attempts that a package may have. */
  bound: int().check(_positive()),
  /** The attempt that the decision is about. */
  attempt: int().check(_positive()),
  /** The test or subtest that ended its process. */
  culprit: nullable(string()),
  /** Why no further attempt follows although tests have not ended. */
  stopped: nullable(string())
});
var parse3 = recordParser(decisionSchema);
var maxBytes5 = 64 << 20;
async function noteDecision(out, leg, decision) {
  await appendLine(layout.recovery(out, leg), JSON.stringify(decision));
}
async function readDecisions(out, leg) {
  const found = /* @__PURE__ */ new Map();
  const text2 = await readBounded(layout.recovery(out, leg), maxBytes5) ?? "";
  for (const line of text2.split("\n")) {
    const decision = line === "" ? null : parse3(line);
    if (decision === null) continue;
    const before = found.get(decision.package);
    const culprits2 = new Map(before?.culprits);
    if (decision.culprit !== null) culprits2.set(decision.attempt, decision.culprit);
    const { bound, stopped: stopped2 } = decision;
    found.set(decision.package, { bound, culprits: culprits2, stopped: stopped2 });
  }
  return found;
}

// src/run/recover/rerun.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join4 } from "node:path";
var rerunPurposes = [...attemptPurposes, "isolate", "leaks", "leak-tests"];
var rerunSchema = object({
  schema: literal(1),
  number: int().check(_positive()),
  package: string(),
  purpose: _enum(rerunPurposes),
  tests: nullable(array(string())),
  changes: array(string()),
  command: array(string())
});
var parse4 = recordParser(rerunSchema);
var fileName = "rerun.json";
var maxBytes6 = 4 << 20;
async function writeRerun(folder, record2) {
  await writeFile2(join4(folder, fileName), JSON.stringify(record2));
}
var parseStarted = recordParser(array(int().check(_positive())));
async function writeStarted(out, leg, numbers) {
  await writeAtomically(startedPath(out, leg), JSON.stringify([...numbers]));
}
function startedPath(out, leg) {
  return join4(dirname2(layout.rerun(out, leg, 1)), "started.json");
}
async function readReruns(out, leg) {
  const started = parseStarted(await readBounded(startedPath(out, leg), maxBytes6)) ?? [];
  const numbers = [...new Set(started)].sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = layout.rerun(out, leg, number);
    const rerun = parse4(await readBounded(join4(folder, fileName), maxBytes6));
    if (rerun !== null && isResult(rerun)) found.push({ folder, rerun });
  }
  return found;
}
function isResult(rerun) {
  return givesResults2(rerun.purpose);
}
function givesResults2(purpose) {
  return purpose !== "isolate" && purpose !== "leaks" && purpose !== "leak-tests";
}

// src/run/leg-evidence.ts
var maxStderrBytes = 4 << 20;
async function readLeg(out, leg) {
  const rounds = [];
  for (const { folder, round } of await readRounds(out, leg.name))
    rounds.push({ round, evidence: await readGoTest(folder) });
  const reruns = [];
  for (const { folder, rerun } of await readReruns(out, leg.name))
    reruns.push({ rerun, evidence: await readGoTest(folder) });
  return {
    leg,
    main: await readGoTest(layout.leg(out, leg.name)),
    rounds,
    reruns,
    decisions: await readDecisions(out, leg.name),
    isolations: await readIsolations(out, leg.name),
    stress: await readStress(out, leg.name)
  };
}
function resultsOf(evidence, packageName) {
  const again = evidence.rounds.findLast(
    ({ round, evidence: own }) => givesResults(round.purpose) && round.packages.includes(packageName) && own.stream.packages.has(packageName)
  );
  return again?.evidence ?? evidence.main;
}
async function readGoTest(folder) {
  const fold = createFold();
  const found = await readChunks(goTestFiles.events(folder), fold.push);
  const cut2 = fold.end() && found;
  const read = (path, maxBytes8) => readBounded(path, maxBytes8);
  return {
    folder,
    stream: fold.state,
    cut: cut2,
    goEnd: parseGoEndRecord(await read(goTestFiles.goEnd(folder), 1 << 20)),
    goStderr: await read(goTestFiles.goStderr(folder), maxStderrBytes) ?? "",
    guard: parseGuardRecord(await read(goTestFiles.guard(folder), 1 << 20)),
    watcherKills: parseWatcherKills(await read(goTestFiles.watcherKills(folder), 1 << 20))
  };
}

// src/run/fuzz/past-pass.ts
async function readPasses(out, leg) {
  const passes = [];
  for (const one of await readFuzzRecords(out, leg)) {
    const last = passes.at(-1);
    if (one.record.purpose === "fuzz") passes.push({ fuzz: one, replay: null, bounded: null });
    else if (last?.fuzz.record.target !== one.record.target) continue;
    else if (one.record.purpose === "replay") last.replay = one;
    else last.bounded = one;
  }
  return passes;
}
async function pastPass({ out, leg, cancelled }, folder) {
  const found = (await readPasses(out, leg)).find((one) => one.fuzz.folder === folder);
  if (found === void 0) throw new Error(`${folder} holds no record of a fuzz target`);
  return toPastPass(found, cancelled);
}
async function toPastPass({ fuzz, replay, bounded }, cancelled) {
  const { folder, record: record2 } = fuzz;
  const result = await readFuzzResult(folder);
  const progress2 = await readProgress(folder, record2.target);
  const evidence = await readGoTest(folder);
  const fold = evidence.stream.packages.get(record2.package);
  const overran = result?.overran ?? false;
  return {
    ending: passEnding({
      progress: progress2,
      fuzzMs: record2.fuzzMs,
      exitCode: evidence.goEnd?.exitCode ?? null,
      buildFailed: fold?.buildFailed ?? false,
      overran,
      input: result?.input?.name ?? null
    }),
    progress: progress2,
    replay: replay === null ? null : await replayOf(replay.folder, replay.record),
    peakBytes: await peakOf(folder),
    needsMore: bounded !== null && await neededMore(bounded),
    aloneBytes: replay === null ? null : await peakOf(replay.folder),
    stopped: evidence.goEnd === null ? cancelled : wasStopped(evidence.goEnd) && !overran,
    workers: record2.workers,
    dataLimitBytes: record2.dataLimitBytes,
    fuzzMs: record2.fuzzMs,
    elapsedMs: progress2.elapsedMs ?? result?.elapsedMs ?? 0
  };
}
async function peakOf(folder) {
  return (await readAttempts(join5(folder, "records"))).at(-1)?.end?.maxRssBytes ?? null;
}
async function neededMore({
  folder,
  record: record2
}) {
  const timeline = (await readAttempts(join5(folder, "records"))).at(-1)?.timeline;
  const wentThrough = wentBeyond(record2.dataLimitBytes, timeline?.mappedPeakBytes ?? null);
  return wentThrough || ranOutOfMemory(folder, record2.package);
}
async function ranOutOfMemory(folder, packageName) {
  const crashText2 = (await readAttempts(join5(folder, "records"))).at(-1)?.crashText ?? "";
  const fold = (await readGoTest(folder)).stream.packages.get(packageName);
  const printed = [...fold?.running.values() ?? []].map((output) => output.text());
  const text2 = [crashText2, fold?.output.text() ?? "", ...printed].join("\n");
  return sayings.some(({ id, pattern }) => id === "go-out-of-memory" && pattern.test(text2));
}
async function readProgress(folder, target) {
  const fold = createFuzzProgress(target);
  await readChunks(goTestFiles.events(folder), fold.push);
  fold.end();
  return fold.progress;
}
function wasStopped({ cancelled }) {
  return cancelled !== "";
}
async function replayOf(folder, record2) {
  const evidence = await readGoTest(folder);
  const fold = evidence.stream.packages.get(record2.package);
  const { goEnd } = evidence;
  if (fold === void 0 || fold.buildFailed) return "unknown";
  if (goEnd === null || goEnd.exitCode === null || wasStopped(goEnd)) return "unknown";
  const name = `${record2.target}/${record2.input ?? ""}`;
  const seen = fold.cases.find(({ test }) => test === name)?.outcome;
  if (goEnd.exitCode === 0 && fold.action === "pass" && seen === "passed") return "passed";
  return seen === void 0 && !fold.running.has(name) ? "unknown" : "failed";
}

// src/run/fuzz/replayed-run.ts
import { appendFile, rm as rm2 } from "node:fs/promises";
import { join as join9 } from "node:path";

// src/crash/build/build-lines.ts
var position = /^\t?(?:vet: )?(?<file>(?:[A-Za-z]:)?[^:\t\n]{1,1000}\.[A-Za-z]{1,5}|go\.(?:mod|work|sum)):(?<line>\d{1,9})(?::\d{1,9})?: (?<message>.+)$/;
var tool = /^(?:[A-Za-z]:|\.{0,2}\/)?(?:[^\s:]{1,500}[/\\])?(?<name>[\w.+-]{1,80}?)(?:\.exe)?: (?<message>.+)$/;
var tools = new Set(
  "link compile asm cgo vet pack cover go ld collect2 gcc cc cc1 clang clang++ g++ lld gold mold lto-wrapper".split(
    " "
  )
);
var warning = /^(?:warning|note|In file included from|remark): /;
var maxChars = 8192;
function parseBuildLine(full) {
  const line = full.length > maxChars ? full.slice(0, maxChars) : full;
  const at2 = position.exec(line)?.groups;
  if (at2 !== void 0) {
    const { file = "", line: number = "", message: message2 = "" } = at2;
    return {
      kind: "position",
      position: { file, line: Number(number), message: message2 },
      complaint: message2,
      harmless: warning.test(message2) || message2 === "too many errors"
    };
  }
  if (/^(?:\t| {2})/.test(line)) return { kind: "further" };
  if (/^(?:\S+: In function |compilation terminated\.|too many errors$|In file included from )/.test(
    line
  ))
    return { kind: "further" };
  const { name, message } = tool.exec(line)?.groups ?? {};
  if (name === void 0 || message === void 0) return null;
  if (!tools.has(name) && !isLinkerObject(line)) return null;
  return { kind: "tool", complaint: `${name}: ${message}`, harmless: warning.test(message) };
}
function isLinkerObject(line) {
  return /: (?:relocation target|undefined reference to|undefined symbol|in function|multiple definition of) /.test(
    line.slice(0, 2e3)
  );
}

// src/crash/build/build-complaints.ts
var maxPositions = 50;
var maxNotes = 50;
var maxNoteChars = 1e3;
var maxMessageChars = 4096;
var maxPositionChars = 1e3;
function createBuildComplaints() {
  const positions = [];
  const notes = [];
  let message = null;
  let incomplete = false;
  const note = (line) => {
    if (notes.length < maxNotes) notes.push(line.slice(0, maxNoteChars));
  };
  const complain = (complaint) => {
    if (message === null || incomplete && message.endsWith(":"))
      message = complaint.replace(/; to add(?: it)?:$/, "");
  };
  const further = (line) => {
    const words3 = line.trim();
    if (incomplete && message !== null) {
      message = `${message} ${words3}`;
      incomplete = /(?:requires|imports|:)$/.test(words3);
      note(line);
      return;
    }
    const reason = /^imports \S+(?: from \S+)?: (?<reason>.+)$/.exec(words3)?.groups?.["reason"];
    if (reason !== void 0) complain(reason);
    const last = positions.at(-1);
    if (last === void 0 || reason !== void 0) note(line);
    else if (last.message.length < maxPositionChars)
      positions[positions.length - 1] = { ...last, message: `${last.message}
${words3}` };
  };
  return {
    add(line) {
      const read = parseBuildLine(line);
      if (read === null) return false;
      switch (read.kind) {
        case "position":
          if (read.harmless) note(line);
          else {
            complain(read.complaint);
            if (positions.length < maxPositions) positions.push(read.position);
          }
          incomplete = false;
          break;
        case "tool":
          note(line);
          if (!read.harmless) complain(read.complaint);
          incomplete = false;
          break;
        case "further":
          further(line);
      }
      return true;
    },
    addWords(line) {
      complain(line);
      incomplete = /(?:requires|imports|:)$/.test(line);
      note(line);
    },
    get failed() {
      return message !== null;
    },
    draft: () => ({
      kind: "build-failure",
      message: (message ?? "").slice(0, maxMessageChars),
      panics: [],
      signal: null,
      notes,
      stacks: [],
      omittedStacks: 0,
      runningTests: [],
      positions,
      truncated: false
    })
  };
}

// src/crash/build/build-failure.ts
var header2 = /^# (?:\[(?<vetted>[^\s\]]{1,1000})\]|(?<package>[^\s[\]]{1,1000})(?: \[[^\s\]]{1,1000}\])?)$/;
var maxUnknown = 3;
var buildFailures = {
  first: "#",
  begin(line) {
    if (!line.startsWith("# ")) return null;
    const { vetted, package: name } = header2.exec(line)?.groups ?? {};
    const about = vetted ?? name;
    return about === void 0 ? null : openBlock(about);
  }
};
function openBlock(name) {
  const complaints = createBuildComplaints();
  let lines = 0;
  let unknown2 = 0;
  let blank = false;
  return {
    push(line) {
      if (line.startsWith("# "))
        return lines === 0 && line === `# [${name}]` ? "taken" : "not-mine";
      lines++;
      if (line === "") {
        if (blank || lines === 1) return "not-mine";
        blank = true;
        return "taken";
      }
      if (blank) return "not-mine";
      if (lines === 1 && /^(?:package \S+|found packages .+)$/.test(line)) {
        if (line.startsWith("found")) complaints.addWords(line);
        return "taken";
      }
      if (complaints.add(line)) return "taken";
      if (lines > 1 && !complaints.failed) return "not-mine";
      if (lines === 1 ? !mayBeComplaint(line) : ++unknown2 > maxUnknown || !isCommand(line))
        return "not-mine";
      complaints.addWords(line);
      return "taken";
    },
    finish: () => complaints.failed ? { ...complaints.draft(), package: withoutTest(name) } : null,
    get sure() {
      return complaints.failed;
    }
  };
}
function mayBeComplaint(line) {
  return /\b(?:undeclared|undefined|not defined|duplicate[ds]?|cannot|can't|invalid|missing|mismatch|unknown|too large|failed|not found)\b/.test(
    line.slice(0, 1e3)
  );
}
function isCommand(line) {
  return /^\S*\b(?:gcc|clang|cc|ld|g\+\+) -/.test(line.slice(0, 1e3));
}
function withoutTest(name) {
  return name.replace(/(?:_test|\.test)$/, "");
}
var positioned = /^(?:vet: )?[^\s:]{1,600}\.go:\d{1,9}:\d{1,9}: \S/;
var positionFailures = {
  begin(line) {
    const extension = line.indexOf(".go:");
    if (extension < 0 || extension > 600 || !positioned.test(line.slice(0, 700))) return null;
    if (isLinter(line)) return null;
    const complaints = createBuildComplaints();
    if (!complaints.add(line) || !complaints.failed) return null;
    return {
      push(next) {
        const read = parseBuildLine(next);
        const mine = read?.kind === "position" ? !isLinter(next) : next.startsWith("	");
        return mine && complaints.add(next) ? "taken" : "not-mine";
      },
      finish: () => complaints.draft(),
      sure: true
    };
  }
};
function isLinter(line) {
  return / \([A-Za-z][A-Za-z0-9-]{1,30}\)$/.test(line.slice(-40));
}

// src/crash/build/go-command-failure.ts
var progress = /^go: (?:downloading|extracting|finding|found|added|upgraded|downgraded|removed|creating new|copying|converting|to add|warning|toolchain upgraded|trying|no module dependencies|using|adding|updating|switching|unzipping|proxy|build ID|added toolchain|finished)\b/;
var goCommandSayings = [
  {
    pattern: /^found packages \S+ \(\S+\) and \S+ \(\S+\) in /,
    sample: "found packages one (a.go) and two (b.go) in /src/shop"
  },
  {
    pattern: /^no required module provides package \S+[;:]/,
    sample: "no required module provides package example.com/x; to add it:"
  },
  {
    pattern: /^package \S+: build constraints exclude all Go files in /,
    sample: "package example.com/x: build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^build constraints exclude all Go files in /,
    sample: "build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^package \S+ is not (?:in std|in GOROOT|a main package)/,
    sample: "package fmtt is not in std (/usr/local/go/src/fmtt)"
  },
  { pattern: /^no (?:non-test )?Go files in /, sample: "no Go files in /src/x" },
  {
    pattern: /^pattern \S+: (?:directory|main module|no matching|lstat|cannot|invalid|import path)/,
    sample: "pattern ./...: directory prefix . does not contain main module"
  },
  {
    pattern: /^main module \(\S+\) does not contain package /,
    sample: "main module (example.com/m) does not contain package example.com/m/x"
  },
  {
    pattern: /^directory \S+ (?:is contained in a module|outside|not found)/,
    sample: "directory x is contained in a module that is not one of the workspace modules"
  },
  {
    pattern: /^verifying \S+: checksum mismatch/,
    sample: "verifying golang.org/x/text@v0.14.0: checksum mismatch"
  },
  {
    pattern: /^malformed (?:import|module) path /,
    sample: 'malformed import path "a b": invalid char'
  },
  {
    pattern: /^missing go\.sum entry /,
    sample: "missing go.sum entry for module providing package example.com/x"
  },
  {
    pattern: /^cannot find (?:package|module|main module)\b/,
    sample: 'cannot find package "x" in any of:'
  },
  { pattern: /^cgo: C compiler /, sample: 'cgo: C compiler "gcc" not found: exec: "gcc"' }
];
var goCommandFailures = {
  first: "gfnpbmdvc",
  begin(line) {
    if (line.startsWith("go: ")) {
      if (progress.test(line) || line.length === 4) return null;
      return openFailure(line.slice(4), true);
    }
    if (line.startsWith("package ")) return openImport(line);
    return goCommandSayings.some(({ pattern }) => pattern.test(line)) ? openFailure(line, true) : null;
  }
};
function openFailure(words3, sure) {
  const complaints = createBuildComplaints();
  complaints.addWords(words3);
  return {
    push(line) {
      if (line.startsWith("	")) return complaints.add(line) ? "taken" : "not-mine";
      return words3.endsWith(":") && /^\S*go\.(?:mod|work|sum):\d+: /.test(line) && complaints.add(line) ? "taken" : "not-mine";
    },
    finish: () => complaints.draft(),
    sure
  };
}
function openImport(line) {
  if (goCommandSayings.some(({ pattern }) => pattern.test(line))) return openFailure(line, true);
  if (!/^package \S{1,500}$/.test(line)) return null;
  const complaints = createBuildComplaints();
  return {
    push: (next) => next.startsWith("	") && complaints.add(next) ? "taken" : "not-mine",
    finish: () => complaints.failed ? complaints.draft() : null,
    get sure() {
      return complaints.failed;
    }
  };
}

// src/crash/runtime/bare-crash.ts
function bareCrash(kind, message, more) {
  return {
    kind,
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    exitStatus: null,
    outputTest: null,
    package: null,
    survived: false,
    truncated: false,
    lineCount: 1,
    ...more
  };
}

// src/crash/runtime/last-words.ts
var logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
var refused = /^(?:flag provided but not defined: -|flag needs an argument: -|invalid (?:boolean )?value ".{0,500}" for (?:flag )?-)/;
var maxNoteChars2 = 1e3;
function createLastLines() {
  let last = "";
  let usage = "";
  return {
    push(line) {
      if (line === "") return;
      if (line.startsWith("Usage of ") && refused.test(last)) usage = last.slice(0, maxNoteChars2);
      last = line;
    },
    get last() {
      return last.slice(0, maxNoteChars2);
    },
    words() {
      if (usage !== "") return { status: 2, notes: [usage] };
      return logged.test(last) ? { status: 1, notes: [last.slice(0, maxNoteChars2)] } : null;
    }
  };
}

// src/crash/runtime/stack-roles.ts
var awake = /* @__PURE__ */ new Set(["running", "runnable", "syscall", "idle", ""]);
function withRoles({ kind, message, signal: signal4 }, stacks) {
  const nobody = kind === "timeout" || / - deadlock!$/.test(message) || kind === "signal" && (signal4?.name === "SIGQUIT" || signal4?.code === 0);
  if (nobody)
    return stacks.map(
      (stack) => awake.has(stack.goroutine.state) ? stack : { ...stack, role: "waiting" }
    );
  const own = stacks.findIndex(({ title: title2 }) => title2 === "");
  const at2 = stacks[0]?.title === "" || workedFor(stacks[own], signal4) ? own : 0;
  const crashing = stacks[at2];
  if (crashing === void 0) return [...stacks];
  return [{ ...crashing, role: "crashing" }, ...stacks.filter((stack) => stack !== crashing)];
}
function workedFor(stack, signal4) {
  if (stack === void 0) return false;
  const { state, frames } = stack.goroutine;
  return state === "running" || signal4 !== null && frames[0]?.function === "runtime.cgocall";
}

// src/crash/runtime/lost-words.ts
var lostWords = "(its message is not in this text)";
var limits = { goroutines: 500, stackFrames: 4096, frames: 2e4 };
var maxForeignInARow = 20;
var headless = {
  id: 0,
  state: "running",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {}
};
var runtimeStatus = 2;
var throwing = /^runtime\.(?:throw|fatal|fatalthrow|fatalpanic)$/;
var printing = /^runtime\/debug\.|(?:^|\/)[gk]log(?:\/v\d+)?(?:\/[\w/]+)?\./;
function createLostWords() {
  let parser = null;
  let firstLine = 0;
  let foreignInARow = 0;
  let over = true;
  let last = "";
  const open = (header4, lineNumber) => {
    parser = createGoroutineParser(() => {
      foreignInARow++;
    }, limits);
    if (header4 !== null) parser.begin(header4);
    firstLine = lineNumber;
    foreignInARow = 0;
    over = false;
  };
  const follow = (line) => {
    if (parser === null || over) return;
    const before = parser.frames();
    parser.push(line);
    if (parser.frames() > before) foreignInARow = 0;
    over = foreignInARow > maxForeignInARow;
  };
  const found = (status, isSure) => {
    if (parser === null) return null;
    parser.end();
    const frames = parser.goroutines[0]?.frames ?? [];
    const [top] = frames;
    if (top === void 0 || printing.test(top.function)) return null;
    const panic2 = frames.findIndex(({ function: name }) => name === "panic");
    const before = frames.slice(0, Math.max(0, panic2));
    const raisedAgain = before.some(({ function: name }) => name.startsWith("testing.tRunner."));
    if (panic2 < 0 ? isSure : isSure && !raisedAgain) return null;
    if (!before.every((frame) => isRuntime(frame) || frame.function.startsWith("testing.")))
      return null;
    const words3 = {
      kind: throwing.test(top.function) ? "fatal-error" : "panic",
      message: lostWords,
      signal: null
    };
    const stacks = parser.goroutines.map((goroutine) => ({
      role: "other",
      goroutine,
      access: null,
      title: ""
    }));
    return bareCrash(words3.kind, words3.message, {
      panics: words3.kind === "panic" ? [valueOf(raisedAgain)] : [],
      stacks: withRoles(words3, stacks),
      omittedStacks: parser.omitted(),
      exitStatus: status,
      firstLine
    });
  };
  return {
    push(line, lineNumber) {
      const before = last;
      last = line;
      if (!over) {
        follow(line);
        return;
      }
      if (line.startsWith("goroutine ")) {
        const read = parseGoroutineHeader(line);
        if (read?.start !== 0 || read.header.state !== "running") return;
        open(null, lineNumber);
        follow(line);
      } else if (line.startsWith("	") && isCall(before) && isPosition(line)) {
        open(headless, lineNumber - 1);
        follow(before);
        follow(line);
      }
    },
    crash: (status) => status === null || status === runtimeStatus ? found(status, false) : null,
    certain: () => found(null, true)
  };
}
function valueOf(again) {
  return { text: lostWords, type: null, recovered: again, repanicked: again, goexit: false };
}
function isCall(line) {
  if (!line.endsWith(")")) return false;
  const read = parseStackLine(line);
  return read?.kind === "call" && !read.byC;
}
function isPosition(line) {
  return /:\d{1,10}(?: \+0x[0-9a-f]+)?$/.test(line) && parseStackLine(line)?.kind === "position";
}

// src/crash/runtime/segment.ts
function newSegment() {
  return {
    lines: createLastLines(),
    lost: createLostWords(),
    crashed: false,
    explained: false,
    verdict: false
  };
}
function lostCrash({ lost: lost2, crashed: crashed2, explained, verdict }, status, hasEnded) {
  if (crashed2 || verdict) return null;
  return explained || !hasEnded ? lost2.certain() : lost2.crash(status);
}

// src/crash/runtime/process-end.ts
var names = {
  killed: "SIGKILL",
  terminated: "SIGTERM",
  interrupt: "SIGINT",
  hangup: "SIGHUP",
  quit: "SIGQUIT",
  aborted: "SIGABRT",
  "segmentation fault": "SIGSEGV",
  "bus error": "SIGBUS",
  "floating point exception": "SIGFPE",
  "illegal instruction": "SIGILL",
  "trace/breakpoint trap": "SIGTRAP",
  "broken pipe": "SIGPIPE",
  "alarm clock": "SIGALRM",
  "user defined signal 1": "SIGUSR1",
  "user defined signal 2": "SIGUSR2",
  "CPU time limit exceeded": "SIGXCPU",
  "file size limit exceeded": "SIGXFSZ",
  "bad system call": "SIGSYS"
};
var maxSignalChars = 60;
var signal = /signal: (?<words>[A-Za-z][A-Za-z0-9 /]{2,40}?)(?: \(core dumped\))?$/;
var exit = /^exit status (?<status>[1-9]\d{0,9})$/;
var stars = /^\*\*\* (?<message>Test (?:killed(?: with [a-z0-9 ]{1,30})?: (?<long>ran too long) \([^)]{1,40}\)|I\/O incomplete [\dhms.µn]{1,30} after exiting))\.$/;
var maxToolChars = 1200;
var killedTool = /^(?<package>[^\s:]{1,500}): (?:[A-Za-z]:)?[^\s:]{0,500}[/\\](?<tool>[\w.-]{1,80}): (?<end>signal: .{1,60})$/;
function parseProcessEnd(line) {
  switch (line.charCodeAt(0)) {
    case 101: {
      const status = exit.exec(line)?.groups?.["status"];
      if (status !== void 0) return { kind: "exit", status: Number(status) };
      break;
    }
    case 42: {
      const { message, long } = stars.exec(line.slice(0, 200))?.groups ?? {};
      if (message !== void 0)
        return { kind: long === void 0 ? "output-open" : "ran-too-long", message };
      break;
    }
    default:
  }
  const from = Math.max(0, line.length - maxSignalChars);
  if (line.indexOf("signal: ", from) < 0) return null;
  const found = signal.exec(line.slice(from));
  const words3 = found?.groups?.["words"];
  const name = words3 === void 0 ? void 0 : names[words3] ?? /^signal \d+$/.exec(words3)?.[0];
  if (found === null || words3 === void 0 || name === void 0) return null;
  const tool2 = killedTool.exec(line.slice(0, maxToolChars))?.groups;
  if (tool2 !== void 0) {
    const { package: about = "", tool: by = "", end = "" } = tool2;
    return {
      kind: "tool",
      package: about.replace(/(?:_test|\.test)$/, ""),
      message: `${by}: ${end}`
    };
  }
  return {
    kind: "signal",
    signal: { name, words: words3, code: null, address: null, pc: null, inCgo: false },
    before: line.slice(0, from + found.index)
  };
}

// src/crash/runtime/test-framing.ts
var packageLine = /^(?<verdict>ok {2}|FAIL|\?  {2})\t(?<package>[^\s[]{1,1000})(?:\t[\d.]+s| ?\[(?<remark>[^\]]{1,100})\]|\t|$)/;
function parseFraming(line) {
  switch (line.charCodeAt(0)) {
    case 61:
      return line.startsWith("=== ") ? parseRunning(line) : null;
    case 45:
      return line.startsWith("--- ") ? parseResult2(line, 0) : null;
    case 32:
      return parseNested(line);
    case 80:
      return line === "PASS" ? { kind: "verdict", passed: true } : null;
    case 70:
      if (line === "FAIL") return { kind: "verdict", passed: false };
      return line.startsWith("FAIL	") ? parsePackage(line) : null;
    case 111:
      return line.startsWith("ok  	") ? parsePackage(line) : null;
    default:
      return null;
  }
}
function parseNested(line) {
  let margin = 0;
  while (line.startsWith("    ", margin)) margin += 4;
  return line.startsWith("--- ", margin) ? parseResult2(line, margin) : null;
}
function parseRunning(line) {
  const known2 = line.startsWith("=== RUN   ") || line.startsWith("=== CONT  ") || line.startsWith("=== NAME  ") || line.startsWith("=== PAUSE ");
  if (!known2) return null;
  const test = line.slice("=== RUN   ".length);
  return isName(test) && !test.includes(" ") ? { kind: "running", test } : null;
}
function parseResult2(line, margin) {
  const at2 = margin + "--- ".length;
  const failed = line.startsWith("FAIL: ", at2);
  const long = line.startsWith("BENCH: ", at2);
  if (!failed && !long && !line.startsWith("PASS: ", at2) && !line.startsWith("SKIP: ", at2))
    return null;
  const from = at2 + (long ? "BENCH: " : "FAIL: ").length;
  const end = line.indexOf(" ", from);
  const test = line.slice(from, end < 0 ? void 0 : end);
  const whole = end < 0 || line.startsWith("(", end + 1) && line.endsWith("s)");
  if (!isName(test) || !whole) return null;
  return { kind: "result", passed: !failed, test, nested: margin > 0 };
}
var maxNameChars = 4096;
function isName(test) {
  return test !== "" && test.length <= maxNameChars;
}
function parsePackage(line) {
  const { verdict, package: name, remark: remark2 = "" } = packageLine.exec(line)?.groups ?? {};
  if (name === void 0) return null;
  return { kind: "package", passed: verdict !== "FAIL", package: name, remark: remark2 };
}

// src/crash/runtime/waiting-crashes.ts
var maxWaiting = 50;
var maxWaitingStacks = 2e5;
function createWaitingCrashes(emit) {
  let waiting = [];
  return {
    get last() {
      return waiting.at(-1);
    },
    add(crash) {
      waiting.push({
        ...crash,
        outputTest: crash.outputTest === null ? null : detached(crash.outputTest)
      });
      const stacks = waiting.reduce((sum, { stacks: some }) => sum + some.length, 0);
      if (waiting.length <= maxWaiting && stacks <= maxWaitingStacks) return;
      const oldest = waiting.shift();
      if (oldest !== void 0) emit(oldest);
    },
    extendLast(change) {
      const last = waiting.pop();
      if (last === void 0) return false;
      waiting.push({ ...last, ...change, lineCount: last.lineCount + 1 });
      return true;
    },
    change(change) {
      if (waiting.length === 0) return;
      waiting = waiting.map((crash) => ({ ...crash, ...change(crash) }));
    },
    handOn(change) {
      const crashes = waiting;
      waiting = [];
      for (const crash of crashes) emit({ ...crash, ...change(crash) });
    }
  };
}

// src/crash/runtime/package-output.ts
var maxNoteChars3 = 1e3;
var unknownStatus = "exit status unknown";
var afterCommand = /^(?:make|Error|##\[error\]|ERROR|FAIL)\b/;
var asIs = () => ({});
function createPackageOutput(out) {
  const waiting = createWaitingCrashes(out.crash);
  let outputTest = null;
  let segment = newSegment();
  let held = null;
  let closing = false;
  let builds = 0;
  let inFailures = false;
  const handOn = (change) => {
    closing = false;
    waiting.handOn(change);
  };
  const add = (crash) => {
    if (crash.kind === "build-failure") builds++;
    else segment.explained = segment.crashed = true;
    if (crash.kind === "build-failure" && crash.package !== null && crash.outputTest === null)
      out.crash(crash);
    else waiting.add(crash);
  };
  const extendLast = (change) => !segment.verdict && waiting.extendLast(change);
  let lastOther = null;
  const other = (line) => {
    if (lastOther !== null) out.other(lastOther);
    lastOther = line;
  };
  const plain = (line, lineNumber) => {
    segment.lines.push(line);
    segment.lost.push(line, lineNumber);
    other(line);
  };
  const addLost = (status, hasEnded = true) => {
    const crash = lostCrash(segment, status, hasEnded);
    if (crash !== null) add({ ...crash, outputTest });
    return crash !== null;
  };
  const endOfProcess = (end, line, lineNumber) => {
    const at2 = { firstLine: lineNumber, outputTest };
    const { last } = waiting;
    switch (end.kind) {
      case "exit":
        closing = outputTest === null;
        if (extendLast({ exitStatus: end.status })) return;
        if (addLost(end.status)) return;
        if (segment.explained) plain(line, lineNumber);
        else {
          const words3 = segment.lines.words();
          const notes = words3?.status === end.status ? words3.notes : [];
          add(bareCrash("exit", line, { ...at2, exitStatus: end.status, notes }));
        }
        return;
      case "ran-too-long":
        if (last?.kind === "signal" && extendLast({ kind: "timeout", message: end.message }))
          return;
        add(bareCrash("timeout", end.message, at2));
        return;
      case "output-open":
        if (extendLast({})) return;
        if (segment.explained) plain(line, lineNumber);
        else add(bareCrash("exit", end.message, at2));
        return;
      case "tool": {
        const notes = [line.slice(0, maxNoteChars3)];
        add(bareCrash("build-failure", end.message, { ...at2, package: end.package, notes }));
        return;
      }
      case "signal": {
        closing = outputTest === null;
        if (last !== void 0 && endsProcess(last.kind) && extendLast({})) return;
        const { signal: signal4 } = end;
        add(
          signal4.name === "SIGKILL" ? bareCrash("killed", "signal: killed", { ...at2, signal: signal4 }) : bareCrash("signal", signal4.words, { ...at2, signal: signal4 })
        );
      }
    }
  };
  const endOfPackage = (framing, line, lineNumber) => {
    const { package: name, passed, remark: remark2 } = framing;
    const notBuilt = /^(?:build|setup) failed$/.test(remark2);
    const isLost = !notBuilt && !passed && addLost(null);
    if (isLost) other(null);
    else if (notBuilt && builds === 0) {
      add(bareCrash("build-failure", remark2, { firstLine: lineNumber, outputTest, package: name }));
    } else if (!notBuilt && !passed && !segment.explained && segment.lines.last !== "") {
      const words3 = segment.lines.words();
      add(
        bareCrash("exit", words3 === null ? unknownStatus : `exit status ${words3.status}`, {
          firstLine: lineNumber,
          outputTest,
          exitStatus: words3?.status ?? null,
          notes: words3?.notes ?? [segment.lines.last]
        })
      );
    } else other(line);
    handOn((crash) => {
      if (crash.kind !== "build-failure")
        return { package: crash.package ?? name, survived: crash.survived || passed };
      return {
        package: crash.package ?? (notBuilt ? name : null),
        survived: crash.survived || passed && crash.outputTest !== null
      };
    });
    outputTest = null;
    segment = newSegment();
  };
  const endOfTest = ({ passed, test }) => {
    segment.explained ||= !passed;
    if (passed) outputTest = null;
    else if (!inFailures || outputTest?.startsWith(`${test}/`) !== true) outputTest = test;
    inFailures = !passed;
    if (!passed) return;
    waiting.change(
      (crash) => crash.outputTest === test && mayBeLogged(crash) ? { survived: true } : {}
    );
  };
  const read = (line, lineNumber) => {
    const end = parseProcessEnd(line);
    if (end?.kind === "signal" && end.before !== "") {
      held = { line, lineNumber, end };
      return;
    }
    if (end !== null) {
      endOfProcess(end, line, lineNumber);
      return;
    }
    const framing = parseFraming(line);
    if (framing?.kind !== "result") inFailures = false;
    if (closing && line !== "" && framing?.kind !== "package")
      handOn(({ kind }) => kind === "exit" && !afterCommand.test(line) ? { survived: true } : {});
    switch (framing?.kind) {
      case void 0:
        plain(line, lineNumber);
        return;
      case "package":
        endOfPackage(framing, line, lineNumber);
        return;
      case "running":
        outputTest = framing.test;
        break;
      case "result":
        endOfTest(framing);
        break;
      case "verdict":
        outputTest = null;
        segment.verdict = true;
        segment.explained ||= !framing.passed;
        if (framing.passed)
          waiting.change(({ kind }) => kind === "build-failure" ? {} : { survived: true });
    }
    plain(line, lineNumber);
  };
  const release = (next) => {
    if (held === null) return;
    const { line, lineNumber, end } = held;
    held = null;
    if (next?.startsWith("FAIL	") ?? true) endOfProcess(end, line, lineNumber);
    else plain(line, lineNumber);
  };
  return {
    get outputTest() {
      return outputTest;
    },
    line(line, lineNumber) {
      release(line);
      read(line, lineNumber);
    },
    crash(crash) {
      release("");
      add(crash);
    },
    end() {
      release(null);
      if (addLost(null, false)) lastOther = null;
      other(null);
      handOn(asIs);
    }
  };
}
function mayBeLogged({ kind }) {
  return kind !== "data-race" && kind !== "sanitizer" && kind !== "goroutine-leak";
}

// src/crash/detectors/detector-stacks.ts
var maxStacks = 100;
var maxFrames = 1e3;
function createDetectorStacks() {
  const blocks = [];
  let omittedStacks = 0;
  let current = null;
  let last = null;
  return {
    open({ goroutine, state, ...title2 }) {
      current = {
        ...title2,
        title: detached(title2.title),
        goroutine: emptyGoroutine(goroutine, state)
      };
      last = null;
      if (blocks.length < maxStacks) blocks.push(current);
      else omittedStacks++;
    },
    addFrame(frame) {
      last = null;
      if (current === null) return;
      const { frames } = current.goroutine;
      if (frames.length < maxFrames) {
        last = { ...frame, function: detached(frame.function), file: detached(frame.file) };
        frames.push(last);
      } else omittedStacks++;
    },
    setPosition(file, line) {
      if (last === null) return;
      last.file = detached(file);
      last.line = line;
      last = null;
    },
    isEmpty: () => (current?.goroutine.frames.length ?? 0) === 0,
    finish() {
      for (const { role, goroutine } of blocks)
        if (role !== "creation") goroutine.createdBy = creationOf(goroutine.id, blocks);
      return { stacks: blocks, omittedStacks };
    }
  };
}
function creationOf(id, blocks) {
  if (id === 0) return null;
  const block = blocks.find(({ role, goroutine }) => role === "creation" && goroutine.id === id);
  const [frame] = block?.goroutine.frames ?? [];
  return frame === void 0 ? null : { ...frame, goroutine: null };
}
function emptyGoroutine(id, state) {
  return {
    id,
    state,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: {},
    frames: [],
    elided: null,
    createdBy: null,
    ancestors: []
  };
}

// src/crash/detectors/race-lines.ts
var maxChars2 = 4096;
var raceRules = [
  {
    sample: "      /src/m/stock.go:12 +0x44",
    pattern: /^ {6}(?<file>.+):(?<line>\d{1,10}) \+0x[0-9a-f]+$/,
    read: ({ file = "", line }) => ({
      kind: "position",
      file: file === "-" ? "" : file.slice(0, maxChars2),
      line: Number(line)
    })
  },
  {
    sample: "  example.com/m.(*Stock).Take()",
    pattern: /^ {2}(?<function>[^\s(].*)\(\)$/,
    read: (groups) => ({ kind: "call", function: (groups["function"] ?? "").slice(0, maxChars2) })
  },
  {
    sample: "  [failed to restore the stack]",
    pattern: /^ {2}\[failed to restore the stack\]$/,
    read: () => ({ kind: "filler" })
  },
  { sample: "", pattern: /^$/, read: () => ({ kind: "filler" }) },
  {
    sample: "Previous write at 0x00c0000b0060 by goroutine 7:",
    pattern: /^(?<previous>Previous )?(?<operation>(?:atomic )?(?:read|write)) at (?<address>0x[0-9a-f]+) by (?:main goroutine|goroutine (?<id>\d{1,15})):$/i,
    read: ({ previous, operation = "", address: address2 = "", id }, title2) => ({
      kind: "title",
      title: {
        role: previous === void 0 ? "access" : "previous",
        goroutine: Number(id ?? 0),
        state: "",
        access: {
          operation: operation.toLowerCase(),
          address: address2
        },
        title: title2
      }
    })
  },
  {
    sample: "Goroutine 7 (finished) created at:",
    pattern: /^Goroutine (?<id>\d{1,15}) \((?<state>running|finished)\) created at:$/,
    read: ({ id, state = "" }, title2) => ({
      kind: "title",
      title: { role: "creation", goroutine: Number(id), state, access: null, title: title2 }
    })
  },
  {
    sample: "Heap block of size 24 at 0x00c0000b0060 allocated by goroutine 7:",
    pattern: /^(?:Heap block of size \d+ at 0x[0-9a-f]+ allocated by (?:main goroutine|goroutine (?<id>\d{1,15}))|Goroutine (?<holder>\d{1,15}) lock mutex \d+ while holding mutex \d+|Mutex \d+ (?:\(0x[0-9a-f]+\) created at|was previously locked here)):$/,
    read: ({ id, holder }, title2) => ({
      kind: "title",
      title: {
        role: "other",
        goroutine: Number(id ?? holder ?? 0),
        state: "",
        access: null,
        title: title2
      }
    })
  },
  {
    sample: "Global var m.total of size 8 at 0x0000005ca580 declared at /src/m/stock.go:5",
    pattern: /^Global var \S{1,4096} of size \d+ at 0x[0-9a-f]+ declared at /,
    read: () => ({ kind: "note" })
  },
  {
    sample: "Read at 0x0000008395e8 by order shipped",
    pattern: /^(?<begin>(?:Previous )?(?:atomic )?(?:read|write) at 0x[0-9a-f]+ by )/i,
    read: ({ begin = "" }) => ({ kind: "split", begin })
  },
  {
    sample: "goroutine 7:",
    pattern: /^(?:main goroutine|goroutine \d{1,15}):$/,
    read: (_, end) => ({ kind: "rest", end })
  }
];
function readRaceLine(line) {
  for (const { pattern, read } of raceRules) {
    const match = pattern.exec(line);
    if (match !== null) return read(match.groups ?? {}, line.slice(0, maxChars2));
  }
  return null;
}

// src/crash/detectors/report-border.ts
var maxForeignLines = 1e3;
var borders = [
  { pattern: /^(?:panic|fatal error): /, sample: "panic: boom" },
  { pattern: /^SIG[A-Z]{2,8}: /, sample: "SIGSEGV: segmentation violation" },
  { pattern: /^(?:runtime: |unexpected fault address )/, sample: "runtime: out of memory" },
  { pattern: /^goroutine \d+ .*\[/, sample: "goroutine 7 [running]:" },
  { pattern: /^WARNING: (?:DATA RACE|ThreadSanitizer: )/, sample: "WARNING: DATA RACE" },
  { pattern: /^Found \d+ data race\(s\)$/, sample: "Found 2 data race(s)" },
  {
    pattern: /^==\d+==\s?(?:ERROR|WARNING): /,
    sample: "==7==ERROR: LeakSanitizer: detected memory leaks"
  },
  { pattern: /^={65}$/, sample: "=".repeat(65) },
  { pattern: /^exit status \d+$/, sample: "exit status 66" },
  { pattern: /^(?:FAIL|ok  )\t/, sample: "FAIL	example.com/m	0.3s" }
];
function beginsOther(line) {
  return borders.some(({ pattern }) => pattern.test(line));
}

// src/crash/detectors/race-report.ts
var opening = "WARNING: DATA RACE";
var rule = "==================";
var maxNotes2 = 50;
function openRaceReport(line) {
  if (!line.startsWith(opening)) return null;
  const stacks = createDetectorStacks();
  const notes = [];
  let split = "";
  let foreign = 0;
  let sure = false;
  let closed = false;
  const take = (text2) => {
    const read = readRaceLine(text2);
    switch (read?.kind) {
      case "title":
        stacks.open(read.title);
        sure ||= read.title.access !== null;
        break;
      case "split":
        split = read.begin;
        break;
      case "rest":
        if (split === "") return false;
        take(split + read.end);
        split = "";
        break;
      case "call":
        stacks.addFrame({ function: read.function, file: "", line: 0 });
        break;
      case "position":
        stacks.setPosition(read.file, read.line);
        break;
      case "note":
        if (notes.length < maxNotes2) notes.push(text2.slice(0, 1e3));
        break;
      case "filler":
        break;
      case void 0:
        return false;
    }
    return true;
  };
  return {
    get sure() {
      return sure;
    },
    push(text2) {
      closed = text2 === rule;
      if (closed) return "last";
      if (take(text2)) return "taken";
      return beginsOther(text2) || ++foreign > maxForeignLines ? "not-mine" : "foreign";
    },
    finish() {
      if (!sure) return null;
      const found = stacks.finish();
      return {
        kind: "data-race",
        message: "data race",
        panics: [],
        signal: null,
        notes,
        ...found,
        stacks: found.stacks.map(withAtomicAccess),
        runningTests: [],
        positions: [],
        truncated: !closed
      };
    }
  };
}
function withAtomicAccess(stack) {
  const { access: access3, goroutine } = stack;
  const [innermost2] = goroutine.frames;
  if (access3 === null || innermost2 === void 0) return stack;
  if (!/^(?:sync|internal\/runtime|runtime\/internal)\/atomic$/.test(packageOf(innermost2.function)))
    return stack;
  const isWrite = access3.operation.endsWith("write");
  return { ...stack, access: { ...access3, operation: isWrite ? "atomic write" : "atomic read" } };
}

// src/crash/detectors/sanitizer-frame.ts
var opening2 = /^ {2,8}#(?<number>\d{1,5}) (?:0x[0-9a-f]+(?: in)? )?(?<rest>.*)$/;
var buildId = / \(BuildId: [0-9a-f]+\)$/;
var module = / ?\([^()]*\+0x[0-9a-f]+\)$/;
var place = /:(?<line>\d{1,10})(?::\d{1,10})?$/;
var maxChars3 = 4096;
function parseSanitizerFrame(line) {
  const { number, rest = "" } = opening2.exec(line)?.groups ?? {};
  if (number === void 0) return null;
  const text2 = rest.slice(0, 2 * maxChars3).replace(buildId, "").replace(module, "").trim();
  return { number: Number(number), frame: frameOf(text2) };
}
function frameOf(text2) {
  if (text2 === "") return { function: "non-Go function", file: "", line: 0 };
  const at2 = place.exec(text2);
  const named2 = at2 === null ? text2 : text2.slice(0, at2.index);
  const start = at2 === null && !named2.endsWith(" <null>") ? named2.length : fileStart(named2);
  const file = named2.slice(start).trim();
  return {
    function: named2.slice(0, start).trim().slice(0, maxChars3) || "non-Go function",
    file: file === "<null>" ? "" : file.slice(0, maxChars3),
    line: Number(at2?.groups?.["line"] ?? 0)
  };
}
function fileStart(text2) {
  const absolute = / (?:\/|[A-Za-z]:[\\/])/.exec(text2);
  return absolute?.index ?? Math.max(0, text2.lastIndexOf(" "));
}

// src/crash/detectors/sanitizer-headline.ts
var headline = /^(?:==\d+==\s?)?(?:(?<level>ERROR|WARNING|FATAL): )?(?<tool>[A-Z][A-Za-z]{2,20}Sanitizer):? (?<said>[^ ].*)$/;
var details = /(?: on (?:unknown )?address (?:0x|\()| on 0x|: 0x| \(0x| \[0x| \(pid=\d| in thread T\d).*$/;
var signalled = /^(?<name>SEGV|BUS|FPE|ILL|ABRT|TRAP) on (?:unknown )?address(?: (?<address>0x[0-9a-f]+))? \(pc (?<pc>0x[0-9a-f]+)/;
var words = {
  SEGV: "segmentation violation",
  BUS: "bus error",
  FPE: "floating-point exception",
  ILL: "illegal instruction",
  ABRT: "abort",
  TRAP: "trace trap"
};
function readHeadline(line) {
  const { level, said: said2 = "" } = headline.exec(line.slice(0, 4096))?.groups ?? {};
  if (level === void 0 && !said2.startsWith("CHECK failed: ")) return null;
  const message = said2.replace(details, "").replace(/^attempting (?=double-free)/, "");
  return { message, isRace: /^data race\b/.test(message), signal: signalOf(said2) };
}
function signalOf(said2) {
  const { name = "", address: address2, pc = null } = signalled.exec(said2)?.groups ?? {};
  if (name === "") return null;
  return {
    name: `SIG${name}`,
    words: words[name] ?? "",
    code: null,
    address: address2 ?? null,
    pc,
    inCgo: false
  };
}

// src/crash/detectors/sanitizer-lines.ts
var sanitizerLines = [
  { part: "filler", pattern: /^\s*$/, sample: "" },
  { part: "end", pattern: /^==\d+==ABORTING$/, sample: "==13==ABORTING" },
  { part: "end", pattern: /^Exiting$/, sample: "Exiting" },
  { part: "end", pattern: /^={18}$/, sample: "==================" },
  {
    part: "end",
    pattern: /^[A-Z][A-Za-z]+Sanitizer: nested bug in the same thread, aborting\.$/,
    sample: "ThreadSanitizer: nested bug in the same thread, aborting."
  },
  {
    part: "summary",
    pattern: /^SUMMARY: [A-Z][A-Za-z]+Sanitizer: /,
    sample: "SUMMARY: AddressSanitizer: double-free /src/m/native.go:13 in last"
  },
  {
    part: "map",
    pattern: /^Shadow byte(?:s around| legend)/,
    sample: "Shadow bytes around the buggy address:"
  },
  {
    part: "map",
    pattern: /^(?:=>| {2})0x[0-9a-f]+:/,
    sample: "=>0x0c047fff8000: fa fa fd fd fa fa fd[fd]fa fa fa fa fa fa fa fa"
  },
  {
    part: "map",
    pattern: /^ {2}[A-Z][A-Za-z -]+: +[0-9a-f]{2}(?: [0-9a-f]{2})* ?$/,
    sample: "  Heap left redzone:       fa"
  },
  {
    part: "heading",
    pattern: /^ {0,2}(?:previous )?(?:atomic )?(?:read|write) of size \d+ at 0x[0-9a-f]+ /i,
    sample: "  Previous write of size 4 at 0x0000006fe178 by thread T5:"
  },
  {
    part: "heading",
    pattern: /^(?:previously allocated|allocated|freed) by thread T\d/,
    sample: "previously allocated by thread T0 here:"
  },
  {
    part: "heading",
    pattern: /^ {0,2}Thread T\d+ .*created by /,
    sample: "  Thread T6 (tid=13, running) created by main thread at:"
  },
  {
    part: "heading",
    pattern: /^(?:Address )?0x[0-9a-f]+ is located in stack of thread/,
    sample: "Address 0x7ffceac05870 is located in stack of thread T0 at offset 48 in frame"
  },
  {
    part: "heading",
    pattern: /^(?:Direct|Indirect) leak of \d+ byte\(s\)/,
    sample: "Direct leak of 16 byte(s) in 1 object(s) allocated from:"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Uninitialized value was|Memory was marked|Member fields were|Virtual table ptr)/,
    sample: "  Uninitialized value was created by a heap allocation"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Mutex M\d+ |As if synchronized via sleep:|and:|Signal \d+ handler invoked)/,
    sample: "  Mutex M59 acquired here while holding mutex M58 in main thread:"
  },
  {
    part: "heading",
    pattern: /^ {2}Location is (?:heap block|file descriptor|.* of size \d+ at 0x[0-9a-f]+ allocated)/,
    sample: "  Location is heap block of size 4 at 0x7b0400000000 allocated by main thread:"
  },
  {
    part: "heading",
    pattern: /^(?:These globals were registered| {2}\[\d\](?::| size=))/,
    sample: "These globals were registered at these points:"
  },
  {
    part: "note",
    pattern: /^(?:Address )?0x[0-9a-f]+ (?:is (?:located|a wild)|cannot be)/,
    sample: "0x60200000003c is located 12 bytes inside of 16-byte region [0x602000000030,0x602000000040)"
  },
  {
    part: "note",
    pattern: /^ {2}(?:Location is |Cycle in lock order graph|And \d+ more similar)/,
    sample: "  Location is global 'total' of size 4 at 0x0000006fe178 (m.test+0x6fe178)"
  },
  {
    part: "note",
    pattern: /^ {2}This frame has \d+ object|^ {4}\[\d+, \d+\) /,
    sample: "    [32, 48) 'values' <== Memory access at offset 48 overflows this variable"
  },
  {
    part: "note",
    pattern: /^==\d+==(?!\s?(?:ERROR|WARNING): )/,
    sample: "==13==The signal is caused by a READ memory access."
  },
  {
    part: "note",
    pattern: /^ {2}(?:object passed to delete|size of the |alignment of the )/,
    sample: "  object passed to delete has wrong type:"
  },
  {
    part: "filler",
    pattern: /^ {0,4}(?:HINT|Hint): |^ {6}\(longjmp and/,
    sample: "    Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message"
  },
  {
    part: "filler",
    pattern: /^[A-Z][A-Za-z]+Sanitizer can not provide additional info\.$/,
    sample: "AddressSanitizer can not provide additional info."
  },
  {
    part: "filler",
    pattern: /^ {4}(?:\[failed to restore the stack\]|<empty stack>)$/,
    sample: "    [failed to restore the stack]"
  }
];
function partOf(line) {
  return sanitizerLines.find(({ pattern }) => pattern.test(line))?.part ?? null;
}
var access = /^\s*(?<previous>previous )?(?<operation>(?:atomic )?(?:read|write)) of size \d+ at (?<address>0x[0-9a-f]+)/i;
function roleOf(heading, isFirst, isRace) {
  const { previous, operation, address: address2 = "" } = access.exec(heading)?.groups ?? {};
  const seen = operation === void 0 ? null : {
    operation: operation.toLowerCase(),
    address: address2
  };
  if (previous !== void 0 || /^freed by/.test(heading))
    return { role: "previous", access: seen };
  if (isFirst) return { role: isRace ? "access" : "crashing", access: seen };
  return { role: /^\s*Thread T\d+ /.test(heading) ? "creation" : "other", access: seen };
}

// src/crash/detectors/sanitizer-report.ts
var maxNotes3 = 50;
var maxNoteChars4 = 1e3;
function openSanitizerReport(headline3) {
  const head = readHeadline(headline3);
  if (head === null) return null;
  const { message, isRace, signal: signal4 } = head;
  const stacks = createDetectorStacks();
  const notes = [headline3.slice(0, maxNoteChars4)];
  let heading = "";
  let opened = 0;
  let summarised = false;
  let ended2 = false;
  let foreign = 0;
  const openStack = () => {
    const title2 = (heading ?? "").trim();
    const { role, access: access3 } = roleOf(title2, opened === 0, isRace);
    stacks.open({ role, access: access3, title: title2, goroutine: 0, state: "" });
    opened++;
    heading = null;
  };
  const take = (line) => {
    const read = parseSanitizerFrame(line);
    if (read !== null) {
      if (heading !== null || read.number === 0 && !stacks.isEmpty()) openStack();
      stacks.addFrame(read.frame);
      return "taken";
    }
    const part = partOf(line);
    switch (part) {
      case "end":
        ended2 = true;
        return "last";
      case "summary":
        summarised = true;
        return "taken";
      case "heading":
        heading = line.slice(0, maxNoteChars4);
        if (roleOf(heading, false, isRace).access !== null) openStack();
        return "taken";
      case "note":
        if (notes.length < maxNotes3) notes.push(line.trim().slice(0, maxNoteChars4));
        return "taken";
      case "map":
      case "filler":
        return "taken";
      case null:
        return null;
    }
  };
  return {
    sure: true,
    push(line) {
      if (summarised && !["map", "note", "end"].includes(partOf(line) ?? "")) return "not-mine";
      const taken = take(line);
      if (taken !== null) return taken;
      const isOver = opened === 0 || beginsOther(line) || ++foreign > maxForeignLines;
      return isOver ? "not-mine" : "foreign";
    },
    finish(atEnd) {
      return {
        kind: isRace ? "data-race" : "sanitizer",
        message,
        panics: [],
        signal: signal4,
        notes,
        ...stacks.finish(),
        runningTests: [],
        positions: [],
        truncated: opened > 0 && !summarised && !ended2 && atEnd
      };
    }
  };
}

// src/crash/detectors/detector-report.ts
var rule2 = /^(?:={18}|={65})$/;
var signal2 = /^[A-Z][A-Za-z]{2,20}Sanitizer:DEADLYSIGNAL$/;
var openReport = (line) => openRaceReport(line) ?? openSanitizerReport(line);
var detectorReports = {
  first: "=ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  begin(line) {
    if (rule2.test(line)) return announced(false);
    if (signal2.test(line)) return announced(true);
    return openReport(line);
  }
};
function announced(ruleMayFollow) {
  let mayFollow = ruleMayFollow;
  let report = null;
  return {
    get sure() {
      return report?.sure ?? false;
    },
    push(line) {
      if (report !== null) return report.push(line);
      report = openReport(line);
      if (report !== null) return "taken";
      if (!mayFollow || !rule2.test(line)) return "not-mine";
      mayFollow = false;
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null
  };
}

// src/crash/detectors/goroutine-profile.ts
var headline2 = /^(?<name>goroutine|goroutineleak) profile: total (?<total>\d{1,15})$/;
var record = /^(?<count>\d{1,15}) @(?: 0x[0-9a-f]+)*$/;
var position2 = /^#\t0x[0-9a-f]+\t(?<function>[^\t]+)\+0x[0-9a-f]+\t+(?<file>[^\t]+):(?<line>\d{1,10})$/;
var address = /^#\t0x[0-9a-f]+$/;
var labelled = /^# labels: (?<labels>\{.*\})$/;
var maxStacks2 = 1e4;
var maxFrames2 = 1e3;
var maxTitleChars = 200;
var maxPartChars = 4096;
function openGoroutineProfile(line) {
  const groups = headline2.exec(line)?.groups;
  if (groups === void 0) return null;
  const name = groups["name"] === "goroutine" ? "goroutine" : "goroutineleak";
  const stacks = [];
  let current = null;
  return {
    name,
    push(text2) {
      if (text2 === "") return true;
      const count2 = record.exec(text2)?.groups?.["count"];
      if (count2 !== void 0) {
        current = {
          count: Number(count2),
          title: detached(text2.slice(0, maxTitleChars)),
          labels: {},
          frames: []
        };
        if (stacks.length < maxStacks2) stacks.push(current);
        return true;
      }
      if (current === null) return false;
      const frame = readPosition(text2);
      if (frame !== null) {
        if (current.frames.length < maxFrames2) current.frames.push(frame);
        return true;
      }
      const labels = labelled.exec(text2)?.groups?.["labels"];
      if (labels !== void 0) current.labels = readLabels(labels);
      return labels !== void 0 || address.test(text2);
    },
    finish: () => ({ name, total: Number(groups["total"]), stacks })
  };
}
function readPosition(line) {
  const { function: name = "", file = "", line: number } = position2.exec(line)?.groups ?? {};
  if (number === void 0) return null;
  return {
    function: detached(name.slice(0, maxPartChars)),
    file: detached(file.slice(0, maxPartChars)),
    line: Number(number)
  };
}
function readLabels(text2) {
  try {
    const labels = JSON.parse(text2.slice(0, maxPartChars));
    return Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [key, String(value)])
    );
  } catch {
    return {};
  }
}

// src/crash/detectors/leaked-stacks.ts
var limits2 = { goroutines: 1e4, stackFrames: 1e3, frames: 1e5 };
function createLeakedStacks(notMine) {
  const parser = createGoroutineParser(void 0, limits2);
  let margin = null;
  let pending = null;
  let isOpen = false;
  const drop = () => {
    if (pending !== null) notMine(pending);
    pending = null;
  };
  return {
    open(header4) {
      drop();
      parser.begin(header4);
      isOpen = true;
    },
    push(raw) {
      if (!isOpen) return false;
      if (raw.trim() === "") return true;
      margin ??= /^\s*/.exec(raw)?.[0] ?? "";
      if (!raw.startsWith(margin)) {
        drop();
        return false;
      }
      const line = raw.slice(margin.length);
      const read = parseStackLine(line);
      if (read?.kind === "position") {
        if (pending === null) return false;
        pending = null;
        parser.push(line);
        return true;
      }
      drop();
      if (read === null || read.kind === "call" && read.byC) return false;
      if (read.kind === "call" || read.kind === "creation") pending = raw;
      parser.push(line);
      return true;
    },
    get goroutines() {
      return parser.goroutines;
    },
    omitted: parser.omitted,
    finish() {
      parser.end();
      return pending === null;
    }
  };
}

// src/crash/detectors/leak-report.ts
var inState = /^\s*\[?Goroutine (?<id>\d{1,20}) in state (?<state>.{1,400}), with .{1,4096} on top of the stack:$/;
var dialects = [
  // go.uber.org/goleak
  {
    sample: "    jobs_test.go:15: found unexpected goroutines:",
    begins: (line) => line.endsWith("found unexpected goroutines:"),
    message: "found unexpected goroutines",
    header: (line) => {
      const { id = "", state = "" } = inState.exec(line)?.groups ?? {};
      return plainHeader(id === "" ? line : `goroutine ${id} [${state}]:`);
    },
    end: /^\s*\]$/,
    isMeant: () => true
  },
  // github.com/fortytw2/leaktest and its like
  {
    sample: "    leaktest.go:150: leaktest: leaked goroutine: goroutine 14 [chan receive]:",
    begins: (line) => line.includes("eaked goroutine: goroutine ") && parseGoroutineHeader(line) !== null,
    message: "leaked goroutine",
    header: (line) => parseGoroutineHeader(line)?.header ?? null,
    end: null,
    isMeant: () => true
  },
  // The goroutine leak profile with debug=2 lists all goroutines.
  {
    sample: "goroutine 6 [chan receive (leaked)]:",
    begins: (line) => line.startsWith("goroutine ") && plainHeader(line)?.leaked === true,
    message: "leaked goroutines",
    header: plainHeader,
    end: null,
    isMeant: ({ leaked }) => leaked
  }
];
function plainHeader(line) {
  const read = parseGoroutineHeader(line);
  return read === null || line.slice(0, read.start).trim() !== "" ? null : read.header;
}
var leakReports = {
  begin(line, giveBack) {
    if (line.startsWith("goroutineleak profile: ")) {
      const profile = openGoroutineProfile(line);
      return profile === null ? null : openProfile(profile);
    }
    const last = line.charCodeAt(line.length - 1);
    if (last !== 58 && last !== 13) return null;
    const dialect = dialects.find(({ begins }) => begins(line));
    return dialect === void 0 ? null : openLeak(line, dialect, giveBack);
  }
};
function openLeak(first, dialect, giveBack) {
  const { begins, message, header: header4, end, isMeant } = dialect;
  let sure = false;
  let ended2 = false;
  const stacks = createLeakedStacks((line) => {
    if (sure) giveBack(line);
  });
  const open = (line) => {
    const read = header4(line);
    if (read === null) return false;
    const last = stacks.goroutines.at(-1);
    if (last === void 0 || last.id !== read.id || last.frames.length > 0) stacks.open(read);
    return true;
  };
  const isReport = () => stacks.goroutines.some(({ frames }) => end !== null || frames.length > 0);
  open(first);
  return {
    get sure() {
      return sure;
    },
    push(line) {
      ended2 = end?.test(line) === true;
      if (ended2) return "last";
      const taken = open(line) || begins(line) || stacks.push(line);
      sure ||= isReport();
      return taken ? "taken" : "not-mine";
    },
    finish(atEnd) {
      const isWhole = stacks.finish();
      const meant = stacks.goroutines.filter(isMeant);
      if (!isReport() || meant.length === 0) return null;
      return {
        ...leak(
          message,
          meant.map((goroutine) => ({ goroutine, title: "" }))
        ),
        omittedStacks: stacks.omitted(),
        truncated: end === null ? atEnd && !isWhole : !ended2
      };
    }
  };
}
function openProfile(profile) {
  let sure = false;
  return {
    get sure() {
      return sure;
    },
    push(line) {
      const taken = profile.push(line);
      sure ||= taken && line !== "";
      return taken ? "taken" : "not-mine";
    },
    finish() {
      const { total: total2, stacks } = profile.finish();
      if (stacks.length === 0) return null;
      const seen = stacks.map(({ title: title2, labels, frames }) => ({
        title: title2,
        goroutine: { ...unnamed, labels, frames }
      }));
      const listed = stacks.reduce((sum, { count: count2 }) => sum + count2, 0);
      return {
        ...leak(`goroutineleak profile: total ${String(total2)}`, seen),
        omittedStacks: Math.max(0, listed - stacks.length),
        truncated: listed < total2
      };
    }
  };
}
var unnamed = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: true,
  bubble: null,
  labels: {},
  frames: [],
  elided: null,
  createdBy: null,
  ancestors: []
};
function leak(message, stacks) {
  return {
    kind: "goroutine-leak",
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: stacks.map((stack) => ({ role: "waiting", access: null, ...stack })),
    runningTests: [],
    positions: []
  };
}

// src/crash/report-parsers.ts
var reportParsers = [detectorReports, leakReports];

// src/crash/runtime/foreign-line.ts
var foreignLines = [
  { pattern: /^=== [A-Z]{3,5} /, sample: "=== RUN   TestStore" },
  { pattern: /^ *--- (?:PASS|FAIL|SKIP|BENCH): /, sample: "--- PASS: TestStore (0.00s)" },
  { pattern: /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/, sample: "2026/01/02 15:04:05 listening" },
  {
    pattern: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d/,
    sample: "I0102 15:04:05.000001 1 main.go:7] ready"
  },
  { pattern: /^(?:time|level|ts|msg)=\S/, sample: 'level=info msg="still here"' },
  { pattern: /^\{"/, sample: '{"level":"info","msg":"still here"}' },
  {
    pattern: /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)[:\s[]/,
    sample: "INFO: still here"
  },
  { pattern: /^\[[A-Za-z]{2,12}\] /, sample: "[GIN] 2026/01/02 - 15:04:05 | 200 |" }
];
function isForeignLine(line) {
  return foreignLines.some(({ pattern }) => pattern.test(line));
}

// src/crash/runtime/panic-values.ts
var maxValues2 = 100;
var maxValueChars = 4096;
var remark = / \[recovered(?<repanicked>, repanicked)?\]$/;
var maxRemarkChars = 30;
var runtimeValue = /^(?:runtime error: |interface conversion: |assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel)/;
var typed = [
  // main.state("half open")
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\("[^]*"\)$/u,
  // main.code(7)  main.ratio(+1.500000e+000)  main.flag(true)  main.point(+1.0e+000+2.0e+000i)
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\((?:true|false|\(?[-+\d][-+i\de.]{0,80}\)?|[+-]?Inf|NaN)\)$/u,
  // (main.order) 0xc000012345  (func(int) error) 0x574278  (struct { a int }) 0x4a86c8
  /^\((?<type>[^\n]{1,200})\) 0x[0-9a-f]{1,16}$/
];
function createPanicValues() {
  const raws = [];
  return {
    start(line) {
      if (raws.length >= maxValues2) raws.pop();
      const { text: text2, found } = splitRemark(line);
      raws.push({
        first: text2.slice(0, maxValueChars),
        more: [],
        chars: text2.length,
        remark: found
      });
    },
    extend(line) {
      const raw = raws.at(-1);
      if (raw === void 0) return;
      const { text: text2, found } = splitRemark(line);
      raw.remark = found;
      if (raw.chars < maxValueChars) raw.more.push(text2.slice(0, maxValueChars));
      raw.chars += text2.length + 1;
    },
    values() {
      const indented = raws.every(({ more }) => more.every((line) => line.startsWith("	")));
      return raws.map((raw) => valueOf2(raw, indented));
    }
  };
}
function splitRemark(line) {
  const found = remark.exec(line.slice(-maxRemarkChars))?.[0] ?? "";
  return { text: line.slice(0, line.length - found.length), found };
}
function valueOf2(raw, indented) {
  const lines = indented ? [raw.first, ...raw.more.map((line) => line.slice(1))] : ownLines([raw.first, ...raw.more]);
  const text2 = lines.join("\n").slice(0, maxValueChars).replace(/\n+$/, "");
  return {
    text: text2,
    type: typed.map((pattern) => pattern.exec(text2)?.groups?.["type"]).find(Boolean) ?? null,
    recovered: raw.remark !== "",
    repanicked: raw.remark.includes("repanicked"),
    goexit: false
  };
}
function ownLines(lines) {
  const known2 = lines.findIndex((line) => runtimeValue.test(line));
  if (known2 > 0) return lines.slice(known2, known2 + 1);
  const own = lines.filter((line) => !isForeignLine(line));
  return own.length === 0 ? lines : own;
}

// src/crash/runtime/first-letters.ts
function firstLetters(letters) {
  const known2 = new Uint8Array(128);
  for (const letter of letters) known2[letter.charCodeAt(0)] = 1;
  return (line) => known2[line.charCodeAt(0)] === 1;
}

// src/crash/runtime/signal-detail.ts
var inBrackets = /^\[signal (?<name>SIG[A-Z0-9+]{1,12}|0x[0-9a-f]{1,16})(?:: (?<words>[^=]{1,100}))? code=(?<code>0x[0-9a-f]{1,16}) addr=(?<address>0x[0-9a-f]{1,16}) pc=(?<pc>0x[0-9a-f]{1,16})\]$/;
var title = /^(?:(?<name>SIG[A-Z0-9+]{1,12}): (?<words>[a-zA-Z0-9 /()-]{1,60})|Exception (?<exception>0x[0-9a-f]{1,16})(?: 0x[0-9a-f]{1,16}){3})$/;
var place2 = /^PC=(?<pc>0x[0-9a-f]{1,16})(?: m=-?\d{1,10})?(?: sigcode=(?<code>-?\d{1,20}))?(?: addr=(?<address>0x[0-9a-f]{1,16}))?$/;
function parseSignalLine(line) {
  const found = inBrackets.exec(line)?.groups;
  if (found === void 0) return null;
  const { name = "", words: words3 = "", code = "", address: address2 = null, pc = null } = found;
  return { name, words: words3.trimEnd(), code: signed(code), address: address2, pc, inCgo: false };
}
function parseSignalTitle(line) {
  const found = title.exec(line)?.groups;
  if (found === void 0) return null;
  const { name, words: words3 = "exception", exception } = found;
  return {
    name: name ?? exception ?? "",
    words: words3,
    code: null,
    address: null,
    pc: null,
    inCgo: false
  };
}
function parseSignalPlace(line, signal4) {
  if (!line.startsWith("PC=")) return null;
  const found = place2.exec(line)?.groups;
  if (found === void 0) return null;
  const { pc = null, code, address: address2 } = found;
  return {
    ...signal4,
    pc,
    code: code === void 0 ? signal4.code : signed(code),
    address: address2 ?? signal4.address
  };
}
function signed(text2) {
  return Number(BigInt.asIntN(32, BigInt(text2)));
}

// src/crash/runtime/runtime-opening.ts
var words2 = [
  { kind: "panic", prefix: "panic: " },
  { kind: "fatal-error", prefix: "fatal error: " }
];
function parseRuntimeOpening(line) {
  switch (line.charCodeAt(0)) {
    case 112:
      if (line.startsWith("panic: ")) return { kind: "panic", text: line.slice(7), before: "" };
      break;
    case 102:
      if (line.startsWith("fatal error: "))
        return { kind: "fatal-error", text: line.slice(13), before: "" };
      break;
    case 83:
    // S
    case 69: {
      const signal4 = parseSignalTitle(line);
      if (signal4 !== null) return { kind: "signal", signal: signal4, before: "" };
      break;
    }
    default:
  }
  return null;
}
function parseGluedOpening(line) {
  for (const { kind, prefix } of words2) {
    const at3 = line.indexOf(prefix);
    if (at3 <= 0) continue;
    const before = line.slice(0, at3);
    if (/(?:^\s|: |\[)$/.test(before.slice(-2)) || /^\s/.test(before)) continue;
    return { kind, text: line.slice(at3 + prefix.length), before };
  }
  const at2 = line.indexOf("SIG");
  if (at2 > 0) {
    const signal4 = parseSignalTitle(line.slice(at2, at2 + 100));
    if (signal4 !== null) return { kind: "signal", signal: signal4, before: line.slice(0, at2) };
  }
  return null;
}
var runtimeNotes = [
  { pattern: /^runtime: /, sample: "runtime: goroutine stack exceeds 1000000000-byte limit" },
  {
    pattern: /^runtime\/cgo: /,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  { pattern: /^unexpected fault address 0x/, sample: "unexpected fault address 0x577ca6" },
  {
    pattern: /^(?:free|malloc|realloc|calloc|sysmalloc|munmap_chunk|malloc_consolidate|memalign)\(\): /,
    sample: "free(): double free detected in tcache 2"
  },
  {
    pattern: /^(?:double free or corruption|corrupted (?:size|double-linked|unsorted)|malloc: )/,
    sample: "double free or corruption (out)"
  },
  {
    pattern: /^\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*/,
    sample: "*** stack smashing detected ***: terminated"
  },
  {
    pattern: /^terminate called (?:after|without|recursively)/,
    sample: "terminate called after throwing an instance of 'std::out_of_range'"
  }
];
var noteLetters = "rufmcsd*t";
var mayBeNote = firstLetters(noteLetters);
var assertion = /^[^:]{1,200}: [^:]{1,500}:\d{1,9}: .{1,500}: Assertion `.{1,1000}' failed\.$/;
function isRuntimeNote(line) {
  return mayBeNote(line) && runtimeNotes.some(({ pattern }) => pattern.test(line));
}
function isAssertion(line) {
  return line.charCodeAt(line.length - 1) === 46 && line.endsWith("' failed.") && line.length < 2e3 && assertion.test(line);
}
var furtherNotes = [
  { pattern: /^object=0x/, sample: "object=0xc000012a00 s.base()=0xc000012000" },
  { pattern: /^ \*\(object\+\d+\) = /, sample: " *(object+8) = 0xc000200000" },
  { pattern: /^ \.{3}$/, sample: " ..." },
  { pattern: /^0x[0-9a-f]{8,16}[ :]/, sample: "0x00007ffc5d0d3c20:  0x0000000000000000" },
  { pattern: /^ {2}what\(\): {2}/, sample: "  what():  vector::_M_range_check" },
  { pattern: /^\t\S/, sample: "	(set GODEBUG=invalidptr=0)" }
];
function belongsToNote(line) {
  return furtherNotes.some(({ pattern }) => pattern.test(line));
}

// src/crash/runtime/timeout-list.ts
var timeoutWords = /^test timed out after [\d.]+(?:ns|µs|ms|[hms\d.]+)/;
function parseRunningTests(text2) {
  const [, list = ""] = text2.split(/^\t?running tests:$/m, 2);
  return list.split("\n").flatMap((line) => {
    const { test, elapsed } = /^\s{0,4}(?<test>\S{1,1000}) \((?<elapsed>[\d.hmsµn]{1,30})\)$/.exec(line)?.groups ?? {};
    return test === void 0 || elapsed === void 0 ? [] : [{ test, elapsed }];
  });
}

// src/crash/runtime/crash-words.ts
var maxNotes4 = 50;
var maxNoteChars5 = 1e3;
var maxMessageChars2 = 4096;
var maxRawLines = 1e3;
var maxForeignLines2 = 20;
var noGoroutines = "no goroutines (main called runtime.Goexit) - deadlock!";
function createCrashWords(opening3, notes) {
  switch (opening3.kind) {
    case "panic":
      return panicWords(opening3.text, opening3.before !== "", notes);
    case "fatal-error":
      return fatalWords(opening3.text, opening3.before !== "", notes);
    case "signal":
      return signalWords(opening3.signal, notes);
  }
}
function panicWords(text2, glued, notes) {
  const values = createPanicValues();
  values.start(text2);
  let signal4 = null;
  let chained = false;
  let rawLines = 0;
  return {
    push(line, blanksBefore) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal4 = detail;
        return "taken";
      }
      if (line.startsWith("	panic: ")) {
        chained = true;
        values.start(line.slice("	panic: ".length));
        return "taken";
      }
      if (!line.startsWith("	")) {
        if (parseRuntimeOpening(line) !== null) return "not-mine";
        if (glued || ++rawLines > maxRawLines) return "not-mine";
      }
      for (let blank = 0; blank < blanksBefore; blank++) values.extend("");
      values.extend(line);
      return "taken";
    },
    get sure() {
      return signal4 !== null || chained;
    },
    get doubts() {
      return rawLines;
    },
    words() {
      const panics = values.values();
      const message = panics.at(-1)?.text ?? "";
      const timedOut = timeoutWords.test(message);
      return {
        kind: timedOut ? "timeout" : "panic",
        message: timedOut ? message.split("\n", 1)[0] ?? "" : message,
        panics: timedOut ? [] : panics,
        signal: signal4,
        notes,
        runningTests: timedOut ? parseRunningTests(message) : []
      };
    }
  };
}
function fatalWords(text2, glued, before) {
  const notes = [...before];
  let signal4 = null;
  let foreign = 0;
  return {
    push(line) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal4 = detail;
        return "taken";
      }
      if (parseRuntimeOpening(line) !== null) return "not-mine";
      if (isRuntimeNote(line)) {
        if (notes.length < maxNotes4) notes.push(line.slice(0, maxNoteChars5));
        return "taken";
      }
      return glued || ++foreign > maxForeignLines2 ? "not-mine" : "foreign";
    },
    get sure() {
      return signal4 !== null || text2 === noGoroutines;
    },
    get doubts() {
      return foreign;
    },
    words: () => ({
      kind: "fatal-error",
      message: text2.slice(0, maxMessageChars2),
      panics: [],
      signal: signal4,
      notes,
      runningTests: []
    })
  };
}
function signalWords(title2, notes) {
  let signal4 = title2;
  let sure = false;
  return {
    push(line) {
      const place3 = parseSignalPlace(line, signal4);
      if (place3 !== null) {
        signal4 = place3;
        sure = true;
        return "taken";
      }
      if (!sure) return "not-mine";
      if (line.startsWith("signal arrived during ")) signal4 = { ...signal4, inCgo: true };
      return /^(?:signal arrived during |instruction bytes:|fault +0x)/.test(line) ? "taken" : "foreign";
    },
    get sure() {
      return sure;
    },
    doubts: 0,
    words: () => ({
      kind: "signal",
      message: signal4.words,
      panics: [],
      signal: signal4,
      notes,
      runningTests: []
    })
  };
}
function needsNoStack({ kind, message }) {
  return kind === "fatal-error" && message === noGoroutines;
}

// src/crash/runtime/dump.ts
var limits3 = { goroutines: 1e5, stackFrames: 4096, frames: 2e5 };
var maxForeignInARow2 = 100;
var systemStack = "runtime stack:";
var noGoroutine = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {}
};
var furniture = [
  // rax    0x0   r10    0x7f   rflags 0x246   lr 0x4a   pstate 0x6
  /^[a-z][a-z0-9_]{0,11} +0x[0-9a-f]+$/,
  // -----
  /^-----$/,
  // PC=0x47b m=2 sigcode=0
  /^PC=0x[0-9a-f]+ m=/,
  // SIGQUIT: quit   (of each further thread with GOTRACEBACK=crash)
  /^SIG(?:QUIT|ABRT): [a-z]+$/,
  // runtime: g 0 gp=0x5b2f20: unknown pc 0x7f0001
  /^runtime: g \d/,
  // stack: frame={sp:0x7ffc, fp:0x0} stack=[0x7ffc,0x7ffd)
  /^stack: frame=\{/,
  // 0x00007ffc5d0d3c20:  0x0000000000000000  0x00007f1c5c0d1b80
  /^0x[0-9a-f]{8,16}: {2}/
];
function createDump(giveBack) {
  let foreignInARow = 0;
  let over = false;
  let cut2 = false;
  let bare = false;
  let systemStackAt = -1;
  let otherThreads = false;
  const parser = createGoroutineParser((line, isPart) => {
    if (isPart) return;
    if (furniture.some((pattern) => pattern.test(line))) return;
    if (over && looksLikeCall(line)) {
      cut2 = true;
      return;
    }
    foreignInARow++;
    giveBack(line);
  }, limits3);
  const isFirstAgain = (line) => {
    const first = parser.goroutines[0];
    if (first === void 0 || first.id === 0 || !line.startsWith("goroutine ")) return false;
    return line.startsWith(`goroutine ${String(first.id)} `) && / \[.*\]/.test(line);
  };
  return {
    inOtherThreads: () => otherThreads,
    push(line) {
      if (line === "-----") otherThreads = true;
      else if (line !== "" && !line.startsWith("SIG")) otherThreads = false;
      if (foreignInARow > maxForeignInARow2) return "not-mine";
      if (isFirstAgain(line)) return "not-mine";
      const goroutines = parser.goroutines.length + parser.omitted();
      const frames = parser.frames();
      if (line === systemStack) {
        systemStackAt = goroutines;
        parser.begin({ ...noGoroutine });
      } else parser.push(line);
      const isHeader = parser.goroutines.length + parser.omitted() > goroutines;
      bare ||= isHeader;
      if (line === "") return foreignInARow === 0 ? "taken" : "foreign";
      const isFrame = parser.frames() > frames;
      if (isFrame) bare = false;
      if (isHeader || isFrame) foreignInARow = 0;
      return "taken";
    },
    end() {
      over = true;
      parser.end();
      return !cut2 && !bare;
    },
    stacks: () => parser.goroutines.map((goroutine, index) => ({
      role: "other",
      goroutine,
      access: null,
      title: index === systemStackAt ? systemStack : ""
    })),
    omitted: parser.omitted
  };
}
function looksLikeCall(line) {
  return /^(?:created by )?[\p{L}_][^\s(]*[.(]/u.test(line.slice(0, 200));
}

// src/crash/runtime/logged-trace.ts
var printers = /^runtime\/debug\.(?:Stack|PrintStack)$/;
function isLogged({
  kind,
  panics,
  signal: signal4,
  stacks
}) {
  if (kind !== "panic") return false;
  const frames = stacks[0]?.goroutine.frames ?? [];
  if (printers.test(frames[0]?.function ?? "")) return true;
  if (panics.length !== 1 || panics[0]?.recovered === true || signal4 !== null) return false;
  const panic2 = frames.findIndex(({ function: name }) => name === "panic");
  return panic2 > 0 && !frames.slice(0, panic2).every(isRuntime);
}

// src/crash/runtime/runtime-report.ts
var maxNotes5 = 50;
var maxNoteChars6 = 1e3;
var exit2 = /^exit status \d{1,10}$/;
var twoHeaders = /^goroutine (?:goroutine |\d{1,20}goroutine ).{0,200}\[/;
var runtimeReports = {
  first: `pfSE${noteLetters}`,
  begin(line, giveBack) {
    const opening3 = parseRuntimeOpening(line);
    if (opening3 !== null) return openReport2(opening3, [], giveBack);
    return isRuntimeNote(line) ? openNotes(line, giveBack) : null;
  }
};
var gluedRuntimeReports = {
  begin(line, giveBack) {
    const opening3 = parseGluedOpening(line);
    if (opening3 !== null) return openReport2(opening3, [], giveBack);
    return isAssertion(line) ? openNotes(line, giveBack) : null;
  }
};
function openNotes(first, giveBack) {
  const notes = [first.slice(0, maxNoteChars6)];
  let report = null;
  return {
    push(line) {
      if (report !== null) return report.push(line);
      const opening3 = parseRuntimeOpening(line);
      if (opening3 !== null) {
        report = openReport2(opening3, notes, giveBack);
        return "taken";
      }
      if (!isRuntimeNote(line) && !belongsToNote(line)) return "not-mine";
      if (notes.length < maxNotes5) notes.push(line.slice(0, maxNoteChars6));
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null,
    get sure() {
      return report?.sure ?? false;
    }
  };
}
function openReport2(opening3, notes, giveBack) {
  const glued = opening3.before !== "";
  const words3 = createCrashWords(opening3, notes);
  let blanks = 0;
  let dump = null;
  let ended2 = false;
  let garbled = false;
  const beforeStacks = (line) => {
    if (line === "") {
      blanks++;
      return "taken";
    }
    if (beginsStacks(line)) {
      if (glued && blanks === 0 && !words3.sure) return "not-mine";
      dump = createDump(giveBack);
      return dump.push(line);
    }
    if (line.startsWith("goroutine ") || "goroutine ".startsWith(line)) {
      garbled ||= twoHeaders.test(line);
      return "taken";
    }
    const framing = parseFraming(line);
    if (framing?.kind === "package" || exit2.test(line)) {
      ended2 = !glued && words3.doubts === 0 && opening3.kind !== "signal";
      return "not-mine";
    }
    if (framing !== null) return glued ? "not-mine" : "foreign";
    const taken = words3.push(line, blanks);
    if (taken === "taken") blanks = 0;
    return taken;
  };
  return {
    push(line) {
      if (dump === null) return beforeStacks(line);
      return endsDump(line) && !dump.inOtherThreads() ? "not-mine" : dump.push(line);
    },
    finish(atEnd) {
      const said2 = words3.words();
      const whole = dump?.end() ?? (ended2 || needsNoStack(said2));
      const likely = atEnd && !glued && words3.doubts === 0 && said2.kind !== "signal";
      if (dump === null && !words3.sure && !ended2 && !likely && !garbled) return null;
      const stacks = withRoles(said2, dump?.stacks() ?? []);
      return {
        ...said2,
        stacks,
        survived: isLogged({ ...said2, stacks }),
        omittedStacks: dump?.omitted() ?? 0,
        positions: [],
        truncated: !whole
      };
    },
    get sure() {
      return dump !== null || words3.sure;
    }
  };
}
function beginsStacks(line) {
  return line.startsWith("goroutine ") ? parseGoroutineHeader(line)?.start === 0 : line === "runtime stack:";
}
function endsDump(line) {
  switch (line.charCodeAt(0)) {
    case 70:
    // F
    case 80:
    // P
    case 111:
    // o
    case 45:
      return parseFraming(line) !== null;
    case 101:
      return exit2.test(line);
    case 115:
      return line.startsWith("signal: ");
    case 42:
      return line.startsWith("*** Test ");
    case 61:
      return line.startsWith("==================");
    case 83:
    // S
    case 112:
    // p
    case 102:
      return parseRuntimeOpening(line) !== null;
    default:
      return false;
  }
}

// src/crash/runtime/testing-report.ts
var panicked = /^(?<margin> {4,40})(?:testing\.go:\d{1,6}: panic|suite\.go:\d{1,6}: (?<recovered>test panicked)): (?<value>.*)$/;
var ended = /^ {4,40}testing\.go:\d{1,6}: (?<message>test executed panic\(nil\) or runtime\.Goexit(?:: .{1,200})?)$/;
var workerEnded = /^ {4}fuzzing process (?:hung or terminated unexpectedly(?: while minimizing)?|terminated by unexpected signal; no crash will be recorded): (?<end>exit status (?<status>\d{1,5})|signal: .{1,60})$/;
var failingInput = /^ {0,4}(?:Failing input written to |To re-run:$|go test -run=)/;
var maxNotes6 = 10;
var testingReports = {
  first: " ",
  begin(line) {
    if (!line.startsWith("    ")) return null;
    const words3 = line.search(/\S/);
    const isOurs2 = line.startsWith("testing.go:", words3) || line.startsWith("suite.go:", words3) || line.startsWith("    fuzzing process ");
    if (!isOurs2) return null;
    const { margin, value, recovered: recovered2 } = panicked.exec(line)?.groups ?? {};
    if (margin !== void 0 && value !== void 0)
      return openPanic(`${margin}    `, value, recovered2 !== void 0);
    const message = ended.exec(line)?.groups?.["message"];
    if (message !== void 0)
      return openNotes2(draftOf({ message, panics: [plainValue(message)] }));
    const { end, status } = workerEnded.exec(line)?.groups ?? {};
    if (end === void 0) return null;
    return openNotes2(draftOf({ kind: status === void 0 ? "killed" : "exit", message: end }));
  }
};
function openPanic(margin, first, again) {
  const values = createPanicValues();
  values.start(first);
  const stacks = createGoroutineParser();
  let inStack = false;
  const notes = [];
  return {
    push(full) {
      if (full.trim() === "") return "taken";
      if (!full.startsWith(margin)) return noteOf(full, notes);
      const line = full.slice(margin.length);
      inStack ||= /^goroutine \d{1,20} \[/.test(line);
      if (inStack) stacks.push(line);
      else values.extend(`	${line}`);
      return "taken";
    },
    finish() {
      stacks.end();
      const panics = values.values();
      return draftOf({
        message: panics[0]?.text ?? "",
        panics: again ? panics.map((panic2) => ({ ...panic2, recovered: true, repanicked: true })) : panics,
        notes,
        stacks: stacks.goroutines.map((goroutine, index) => ({
          role: index === 0 ? "crashing" : "other",
          goroutine,
          access: null,
          title: ""
        })),
        omittedStacks: stacks.omitted(),
        truncated: stacks.goroutines.length === 0
      });
    },
    sure: true
  };
}
function openNotes2(draft) {
  const notes = [];
  return {
    push: (line) => noteOf(line, notes),
    finish: () => ({ ...draft, notes }),
    sure: true
  };
}
function noteOf(line, notes) {
  if (!failingInput.test(line)) return "not-mine";
  if (line.includes("Failing input") && notes.length < maxNotes6)
    notes.push(line.trim().slice(0, 1e3));
  return "taken";
}
function plainValue(text2) {
  return { text: text2, type: null, recovered: false, repanicked: false, goexit: false };
}
function draftOf(known2) {
  return {
    kind: "panic",
    message: "",
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    truncated: false,
    ...known2
  };
}

// src/crash/crash-scanner.ts
var others = [
  ...reportParsers,
  testingReports,
  buildFailures,
  positionFailures,
  goCommandFailures
];
var families = askedByFirst([runtimeReports, gluedRuntimeReports, ...others]);
var otherFamilies = askedByFirst(others);
var maxHeldLines = 2e3;
var maxHeldChars = 16e6;
function createCrashScanner(sink) {
  let lineNumber = 0;
  let reading = null;
  const output = createPackageOutput({
    crash: sink.crash,
    other: sink.other ?? (() => void 0)
  });
  const other = (line) => {
    output.line(line, lineNumber);
  };
  const giveBack = (line) => {
    if (reading !== null) {
      reading.lineCount--;
      settle(reading);
    }
    other(line);
  };
  const open = (line, asked) => {
    for (const family of asked(line)) {
      const report = family.begin(line, giveBack);
      if (report === null) continue;
      reading = {
        report,
        family,
        firstLine: lineNumber,
        outputTest: output.outputTest,
        lineCount: 1,
        held: [{ line, mine: true }],
        heldChars: line.length
      };
      settle(reading);
      return;
    }
    other(line);
  };
  const settle = (current) => {
    const { held } = current;
    if (held === null || !current.report.sure) return;
    current.held = null;
    for (const { line, mine } of held) if (!mine) other(line);
  };
  const giveUp = ({ held, firstLine, family }) => {
    const [first, ...rest] = held ?? [];
    if (first === void 0) return;
    const now = lineNumber;
    other(first.line);
    for (const [index, { line }] of rest.entries()) {
      lineNumber = firstLine + index + 1;
      if (isRuntime2(family)) feed(line, otherFamilies);
      else other(line);
    }
    lineNumber = now;
  };
  const close = (atEnd) => {
    const current = reading;
    if (current === null) return;
    const draft = current.report.finish(atEnd);
    reading = null;
    if (draft === null) {
      giveUp(current);
      return;
    }
    for (const { line, mine } of current.held ?? []) if (!mine) other(line);
    const { firstLine, lineCount, outputTest } = current;
    const { stacks, ...words3 } = draft;
    output.crash({
      package: null,
      survived: false,
      ...detachedValue(words3),
      // Parsers of stacks detach what they keep.
      stacks,
      exitStatus: null,
      outputTest,
      lineCount,
      firstLine
    });
  };
  const keep = (current, line, mine) => {
    if (mine) current.lineCount++;
    if (current.held === null) {
      if (!mine) other(line);
      return;
    }
    current.held.push({ line, mine });
    current.heldChars += line.length;
    settle(current);
    if (!isTooLong(current)) return;
    reading = null;
    giveUp(current);
  };
  const feed = (line, asked) => {
    if (reading === null) {
      open(line, asked);
      return;
    }
    const taken = reading.report.push(line);
    if (taken === "not-mine") {
      close(false);
      feed(line, asked);
      return;
    }
    keep(reading, line, taken !== "foreign");
    if (taken === "last") close(false);
  };
  return {
    push(line) {
      lineNumber++;
      feed(line, families);
    },
    end() {
      close(true);
      close(true);
      output.end();
    }
  };
}
function isTooLong({ held, heldChars }) {
  return held !== null && (held.length > maxHeldLines || heldChars > maxHeldChars);
}
function isRuntime2(family) {
  return family === runtimeReports || family === gluedRuntimeReports;
}
function askedByFirst(all) {
  const always = all.filter(({ first }) => first === void 0);
  const table = Array.from(
    { length: 128 },
    (_, code) => all.filter(({ first }) => first?.includes(String.fromCharCode(code)) ?? true)
  );
  return (line) => table[line.charCodeAt(0)] ?? always;
}
function scanCrashes(text2) {
  const crashes = [];
  const scanner = createCrashScanner({ crash: (crash) => crashes.push(crash) });
  for (const line of text2.split("\n")) scanner.push(line);
  scanner.end();
  return crashes;
}

// src/crash/crash-file.ts
function parseCrashFile(text2) {
  const [crash] = scanCrashes(text2);
  if (crash !== void 0) return { ...crash, survived: false };
  const goroutines = parseGoroutines(text2);
  if (goroutines.length === 0) return null;
  return bareCrash("fatal-error", "", {
    firstLine: 1,
    lineCount: text2.split("\n").length,
    stacks: goroutines.map((goroutine, index) => ({
      role: index === 0 ? "crashing" : "other",
      goroutine,
      access: null,
      title: ""
    }))
  });
}
var maxDistance = 3;
var maxMessageChars3 = 300;
function reconcile(fromOutput, file, fileIsReliable, output = "") {
  if (file === null && !fileIsReliable) return [...fromOutput];
  const reports = fromOutput.filter((crash) => !endsProcess(crash.kind));
  if (file === null) return reports;
  const same = fromOutput.findLast((crash) => endsProcess(crash.kind) && sameCrash(crash, file));
  return [same === void 0 ? withThrow(file, output) : merged(same, file), ...reports];
}
function withThrow(file, output) {
  if (file.kind !== "fatal-error" || file.message !== "") return file;
  if (!output.includes("WARNING: DATA RACE")) return file;
  const [, said2, ...others2] = output.split("fatal error: ");
  const message = said2?.slice(0, maxMessageChars3).split("\n", 1)[0]?.trim() ?? "";
  return others2.length > 0 ? file : { ...file, message };
}
function sameCrash(printed, { kind, message, stacks }) {
  const [first] = stacks;
  if (first === void 0) return printed.kind === kind && printed.message === message;
  const { id, frames } = first.goroutine;
  const own = printed.stacks.find(({ goroutine }) => goroutine.id === id)?.goroutine;
  if (own === void 0) return false;
  const names2 = own.frames.slice(0, maxDistance).map(({ function: name }) => name);
  return names2.every((name, index) => frames[index]?.function === name);
}
function merged(printed, file) {
  return file.stacks.length >= printed.stacks.length ? {
    ...printed,
    stacks: file.stacks,
    omittedStacks: file.omittedStacks,
    truncated: file.truncated
  } : printed;
}

// src/cause/own-crash.ts
var known = /* @__PURE__ */ new WeakMap();
function ownCrash(facts) {
  const found = known.get(facts) ?? { crash: findOwn(facts) };
  known.set(facts, found);
  return found.crash;
}
function findOwn({ ending, crash, output }) {
  const { file, stream, fileIsReliable } = crash;
  const printed = () => ending === "crashed" ? scanCrashes(output).filter(({ survived }) => !survived) : [];
  if (file !== "") {
    const [parsed2 = null] = reconcile(printed(), parseCrashFile(file), fileIsReliable, output);
    return { parsed: parsed2, text: file, source: "crash file", confidence: "confirmed" };
  }
  if (fileIsReliable || stream === null) return null;
  const parsed = printed().findLast(({ kind }) => endsProcess(kind)) ?? null;
  const lines = output.split("\n").slice((parsed?.firstLine ?? 1) - 1);
  return { parsed, text: lines.join("\n"), source: "output", confidence: "consistent" };
}
function throwWords(facts) {
  const parsed = ownCrash(facts)?.parsed;
  return parsed?.kind === "fatal-error" && parsed.message !== "" && parsed.stacks.length > 0 ? [`fatal error: ${parsed.message}`, ...parsed.notes].join("\n") : null;
}
var recovered = / \[recovered(?:, repanicked)?\]$/;
var maxLineChars2 = 300;
function ownPanic(facts) {
  const crash = ownCrash(facts);
  const chain = crash === null ? [] : panicLines(crash);
  const line = chain.at(-1);
  if (crash === null || line === void 0) return null;
  const { parsed, text: text2, source, confidence } = crash;
  return {
    ...{ line, chain, text: text2, source, confidence, evidence: { source, detail: line } },
    // A text without goroutines was cut off, and may have lost that line.
    bySignal: parsed === null || parsed.stacks.length === 0 || parsed.signal !== null
  };
}
function panicLines({ parsed, text: text2, source }) {
  if (parsed !== null && parsed.stacks.length > 0) {
    const values = parsed.kind === "panic" ? parsed.panics.map((panic2) => panic2.text) : [];
    return values.map((value) => `panic: ${value.split("\n", 1)[0] ?? ""}`.slice(0, maxLineChars2));
  }
  const at2 = (source === "crash file" ? /^panic: .*/m : /(?:^|.)panic: .*/m).exec(text2);
  if (at2 === null) return [];
  const line = at2[0].slice(at2[0].indexOf("panic: "));
  return [line.replace(recovered, "").slice(0, maxLineChars2)];
}

// src/cause/words.ts
var maxLineChars3 = 300;
function findWords(facts, id) {
  const wanted = sayings.filter((saying) => saying.id === id);
  const any = wanted.filter(({ by }) => by === "any");
  if (facts.build !== null) return search(wanted, facts.build.text, "go");
  const panic2 = ownPanic(facts);
  if (panic2 !== null && panicked2(facts)) return searchPanic(wanted, panic2);
  const own = search(wanted, facts.crash.file, "runtime");
  if (own !== null) return own;
  if (endedInOrder(facts)) return search(any, facts.failureWords.join("\n"), "output");
  const spoken = wanted.filter(({ by }) => by === "runtime");
  const thrown = throwWords(facts);
  if (thrown !== null)
    return search(spoken, thrown, isThrow(facts.crash.file) ? "runtime" : "output") ?? search(any, facts.output, "output");
  const fromRuntime = runtimeSpoke(facts) ? search(spoken, facts.output, "runtime") : null;
  return fromRuntime ?? search(wanted, facts.output, "output");
}
function endedInOrder({ ending, tests: tests2 }) {
  return ending === "failed" && tests2.failed > 0;
}
function panicked2({ crash, ending }) {
  return crash.file === "" ? ending === "crashed" : crash.file.trimStart().startsWith("panic: ");
}
function searchPanic(wanted, panic2) {
  const raised = wanted.filter(({ pattern }) => pattern.source.startsWith("panic: "));
  const any = wanted.filter(({ by }) => by === "any");
  const first = panic2.source === "output" ? "output" : "runtime";
  return search(raised, panic2.line, first) ?? search(any, panic2.chain.join("\n"), "output");
}
function runtimeSpoke({ end, start, crash, timeline, tests: tests2 }) {
  const crashed2 = end?.exitCode === 2 || end?.signal === "SIGABRT";
  if (crashed2 && isThrow(crash.file)) return true;
  const stillborn = start !== null && !crash.fileIsReliable && timeline.samples === 0;
  return stillborn && tests2.passed + tests2.failed + tests2.unfinished.length === 0;
}
function isThrow(crashFile) {
  return crashFile !== "" && !/^(?:panic: |\[signal |SIG[A-Z]+: )/.test(crashFile.trimStart());
}
function search(wanted, text2, from) {
  if (text2 === "") return null;
  for (const { id, pattern, not, detail } of wanted) {
    const match = pattern.exec(text2);
    if (match === null) continue;
    const line = lineAt(text2, match.index);
    if (not?.test(line) === true) continue;
    return {
      id,
      from,
      confidence: from === "output" ? "consistent" : "confirmed",
      evidence: {
        source: { runtime: "runtime", go: "go build", output: "output" }[from],
        detail: line
      },
      detail: detail ?? null,
      line
    };
  }
  return null;
}
function lineAt(text2, index) {
  const start = text2.lastIndexOf("\n", index) + 1;
  const end = text2.indexOf("\n", index);
  const line = text2.slice(start, end < 0 ? void 0 : end);
  const from = line.length > maxLineChars3 ? index - start : 0;
  return line.slice(from, from + maxLineChars3).trim();
}
function provenWith(words3) {
  return words3 !== null && words3.from !== "output" ? "confirmed" : "consistent";
}

// src/cause/builds.ts
var buildRules = [
  { id: "build-killed", find: buildKilled },
  { id: "disk-full", find: linkerBusError },
  { id: "setup-failed", find: setupFailed },
  { id: "vet-failed", find: vetFailed },
  { id: "build-failed", find: buildFailed }
];
function building(facts) {
  return facts.ending === "build-failed" || facts.ending === "not-started" ? facts.build : null;
}
function buildKilled(facts) {
  const death = building(facts)?.toolDeaths.find(
    ({ signal: signal4 }) => /^(?:killed|terminated)/.test(signal4)
  );
  if (death === void 0) return toolRanOut(facts);
  const kills = kernelKills(facts.guardEnd?.kernelLog?.lines ?? []);
  const kill = kills.find(
    ({ name, taskGroup }) => name !== "" && death.tool.startsWith(name.slice(0, 15)) && isOurs(taskGroup, facts)
  );
  const group = memoryGrowth(facts.guardEnd)[0];
  const counted = (facts.guard?.memoryDir ?? "") !== "" && (group?.oomKill ?? 0) > 0;
  const ceiling = facts.guard?.ceilingBytes ?? null;
  const watcher = facts.watcherKill;
  const why = watcher !== null ? `the guard stopped it: it held ${formatBytes(watcher.rssBytes)}` : kill !== void 0 || counted ? `by the kernel's OOM killer${ceiling === null ? "" : `, under a ceiling of ${formatBytes(ceiling)}`}` : "by whom is not known";
  return {
    confidence: "confirmed",
    summary: `the build was stopped: ${death.tool} was ${death.signal} (${why})`,
    evidence: [
      { source: "go build", detail: death.line.slice(0, 300) },
      ...group === void 0 || group.oomKill === null ? [] : [
        {
          source: "cgroup",
          detail: `${group.path}: oom_kill +${String(group.oomKill)} during the leg`
        }
      ],
      ...(kill?.lines ?? []).map((line) => ({ source: "kernel log", detail: line })),
      ...watcher === null ? [] : [
        {
          source: "guard",
          detail: `watcher killed pid ${String(watcher.pid)} (${watcher.name})`
        }
      ]
    ]
  };
}
function isOurs(taskGroup, facts) {
  if (taskGroup === null) return false;
  return isInGuard(taskGroup, facts) ?? taskGroup === facts.guardEnd?.after[0]?.path;
}
function linkerBusError(facts) {
  const death = building(facts)?.toolDeaths.find(({ signal: signal4 }) => signal4.startsWith("bus error"));
  if (death === void 0) return null;
  return {
    confidence: "consistent",
    summary: `${death.tool} died of a bus error, as it does when the disk of GOTMPDIR is full`,
    evidence: [{ source: "go build", detail: death.line.slice(0, 300) }]
  };
}
function toolRanOut(facts) {
  const words3 = building(facts) === null ? null : findWords(facts, "go-out-of-memory");
  if (words3?.from !== "go") return null;
  return {
    confidence: "confirmed",
    summary: "the build was stopped: a tool of the go command ran out of memory; no test ran",
    evidence: [{ source: "go build", detail: words3.line }]
  };
}
var setupSayings = /no required module provides package|missing go\.sum entry|inconsistent vendoring|cannot find module providing|errors parsing go\.(?:mod|work)|toolchain not available|is not in (?:std|GOROOT)|build constraints exclude all Go files|import cycle not allowed|updates to go\.(?:mod|sum) needed|requires go >= |module lookup disabled|cannot find package|malformed (?:module|import) path|no Go files in/;
function setupFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const line = build.text.split("\n").find((text2) => setupSayings.test(text2.slice(0, 2e3)));
  const misspelt = /^[^\s:]{1,1000}\.go:\d+:\d+: /m.test(build.text);
  if (line === void 0 && (!build.setupFailed || misspelt)) return null;
  return {
    confidence: "confirmed",
    summary: "the go command could not load the package: modules, toolchain or imports",
    evidence: goWords(line ?? build.text)
  };
}
function vetFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const header4 = /^# \[[^\]\n]{1,1000}\]$/m.exec(build.text);
  if (header4 === null) return null;
  const finding = build.text.slice(header4.index + header4[0].length).trimStart();
  return {
    confidence: "confirmed",
    summary: "go vet, which go test runs first, refused the package",
    evidence: goWords(finding)
  };
}
function buildFailed(facts) {
  if (facts.ending !== "build-failed") return null;
  return {
    confidence: "confirmed",
    summary: "the package does not build",
    evidence: goWords(facts.build?.text ?? "")
  };
}
function goWords(text2) {
  const lines = text2.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("# "));
  return lines.slice(0, 3).map((line) => ({ source: "go build", detail: line.slice(0, 300) }));
}

// src/cause/crashes.ts
var saidBy = (id, summary, fits) => ({
  id,
  find: (facts) => fits(facts) ? said(facts, id, summary) : null
});
var crashed = (facts) => facts.ending === "crashed";
var dying = ({ ending, tests: tests2 }) => ["crashed", "exited", "killed", "timed-out"].includes(ending) || ending === "failed" && tests2.failed === 0;
var detectorRules = [
  saidBy("race-runtime-failed", "the race detector could not start or gave up", dying),
  saidBy("sanitizer", "a sanitizer stopped the program", dying),
  saidBy("checkptr", "an unsafe pointer breaks the rules of package unsafe (checkptr)", crashed),
  saidBy("concurrent-map", "two goroutines used one map at the same time", crashed),
  saidBy("stack-overflow", "a goroutine exceeded the largest stack: endless recursion", crashed),
  saidBy("deadlock", "all goroutines were blocked: nothing could ever go on", crashed)
];
var crashRules = [
  { id: "os-exit", find: exitZeroInTest },
  saidBy("goroutine-leak", "goroutines were left blocked when their test had ended", crashed),
  { id: "init-panic", find: initPanic },
  { id: "nil-dereference", find: nilDereference },
  { id: "panic", find: panic },
  { id: "signal", find: signal3 },
  { id: "fatal-error", find: fatalError }
];
function said(facts, id, summary) {
  const words3 = findWords(facts, id);
  if (words3 === null) return null;
  return {
    confidence: words3.confidence,
    summary,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function exitZeroInTest(facts) {
  const words3 = facts.ending === "crashed" ? ownPanic(facts) : null;
  if (words3?.line.includes("unexpected call to os.Exit(0) during test") !== true) return null;
  return {
    confidence: words3.confidence,
    summary: "a test called os.Exit(0), which package testing turns into a panic",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function initPanic(facts) {
  const words3 = facts.ending === "crashed" ? ownPanic(facts) : null;
  if (words3 === null) return null;
  const { passed, failed, unfinished } = facts.tests;
  if (passed + failed + unfinished.length > 0) return null;
  const first = firstGoroutine(words3.text);
  if (/^testing\.|^main\.main\(/m.test(first)) return null;
  const init = /^(?<frame>[^\s(]{1,300}\.init(?:\.\d+|\.func\d+(?:\.\d+)*)?)\(/m.exec(first);
  if (init === null && !/^runtime\.doInit1?\(/m.test(first)) return null;
  const where = init?.groups?.["frame"] ?? "a package";
  return {
    confidence: words3.confidence,
    summary: `panic while packages were initialised, before any test: ${where}`,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function firstGoroutine(text2) {
  const at2 = text2.search(/^goroutine \d+/m);
  if (at2 < 0) return text2.slice(0, 2e4);
  const end = text2.indexOf("\n\n", at2);
  return text2.slice(at2, end < 0 ? at2 + 2e4 : end);
}
function nilDereference(facts) {
  const words3 = crashed(facts) ? ownPanic(facts) : null;
  if (words3 === null) return null;
  const said2 = words3.line.includes("invalid memory address or nil pointer dereference");
  if (!said2 || !words3.bySignal) return null;
  return {
    confidence: words3.confidence,
    summary: "the program used a nil pointer",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function panic(facts) {
  const words3 = crashed(facts) ? ownPanic(facts) : null;
  if (words3 === null) return null;
  return {
    confidence: words3.confidence,
    summary: `the program panicked: ${words3.line.slice("panic: ".length, 200)}${afterwards(words3)}`,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function afterwards({ line, chain }) {
  const [first = line] = chain;
  return first === line ? "" : `, after a first panic: ${first.slice("panic: ".length, 200)}`;
}
var signalLine = /^(?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60})$/m;
var faultLine = /^\[signal (?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60}) code=\S{1,20} addr=(?<addr>0x[0-9a-f]{1,16})/m;
function signal3(facts) {
  const { end } = facts;
  if (facts.ending !== "crashed" && facts.ending !== "killed") return null;
  const status = ntStatusName(end?.exitCode ?? null);
  const text2 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  const panicked3 = ownPanic(facts) !== null;
  const match = signalLine.exec(text2) ?? signalLine.exec(facts.output) ?? (panicked3 ? null : faultLine.exec(text2));
  const fatal = /^SIG(?:SEGV|BUS|FPE|ILL|ABRT|TRAP|SYS|QUIT|STKFLT)$/.test(end?.signal ?? "");
  if (match === null && !fatal && status === null) return null;
  const name = match?.groups?.["name"] ?? end?.signal ?? status ?? "a signal";
  const known2 = fatal || status !== null || facts.crash.file !== "";
  const sigcode = /^PC=\S{1,40} m=\d+ sigcode=(?<code>-?\d+)/m.exec(text2)?.groups?.["code"];
  return {
    confidence: known2 ? "confirmed" : "consistent",
    summary: `${name}${origin(text2, sigcode)}`,
    evidence: [
      ...waitStatus(facts),
      ...match === null ? [] : [{ source: facts.crash.file !== "" ? "crash file" : "output", detail: match[0] }],
      ...sigcode === void 0 ? [] : [{ source: "crash file", detail: `sigcode ${sigcode}` }]
    ]
  };
}
function origin(text2, sigcode) {
  if (text2.includes("signal arrived during cgo execution")) return " in C code, called through cgo";
  if (sigcode === void 0) return "";
  const sent = ["0", "-6", "-1", "18446744073709551610", "18446744073709551615"].includes(sigcode);
  return sent ? ", sent by a process (kill)" : ", raised by the processor at an instruction";
}
function fatalError(facts) {
  if (!crashed(facts)) return null;
  const said2 = throwWords(facts) ?? facts.output;
  const line = /fatal error: .{1,300}/.exec(said2)?.[0] ?? null;
  const threw = isThrow(facts.crash.file);
  if (line === null && !threw) return null;
  return {
    confidence: threw ? "confirmed" : "consistent",
    summary: line === null ? "the Go runtime stopped the program" : `the Go runtime stopped the program: ${line.slice("fatal error: ".length, 200)}`,
    evidence: [
      ...waitStatus(facts),
      ...line === null ? [] : [{ source: "output", detail: line }],
      ...threw ? [{ source: "crash file", detail: "goroutines without a panic" }] : []
    ]
  };
}

// src/cause/exclusions.ts
var neighbours = [
  [
    ["killed", "oom-cgroup", "oom-host", "oom-guard", "cpu-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "cpu-limit", "timeout", "killed"]
  ],
  [
    ["unknown", "os-exit", "log-fatal", "testmain-exit"],
    ["oom-cgroup", "oom-host", "panic", "signal", "timeout", "killed", "data-race"]
  ],
  [["signal"], ["nil-dereference"]],
  [["race-runtime-failed"], ["data-race"]],
  [["test-failure"], ["disk-full", "fd-limit"]],
  [
    ["go-out-of-memory", "address-space-limit", "memlock-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "address-space-limit"]
  ],
  [["thread-limit"], ["oom-cgroup", "oom-host", "fd-limit"]],
  [["fd-limit"], ["disk-full", "thread-limit"]],
  [
    ["disk-full", "file-size-limit"],
    ["file-size-limit", "disk-full", "fd-limit"]
  ],
  [
    ["signal", "stack-limit", "sanitizer"],
    ["oom-cgroup", "oom-host", "timeout"]
  ],
  [["timeout"], ["oom-cgroup", "oom-host", "killed"]],
  [["build-killed"], ["oom-cgroup", "oom-host", "oom-guard", "disk-full", "fd-limit"]],
  [["exec-failed"], ["disk-full", "fd-limit"]]
];
function exclusions(id, facts) {
  const suspects = new Set(neighbours.flatMap(([of, others2]) => of.includes(id) ? others2 : []));
  suspects.delete(id);
  if (id === "test-failure") {
    for (const suspect of suspects) if (!named(suspect, facts)) suspects.delete(suspect);
  }
  return [...suspects].flatMap((suspect) => {
    const because = suspect === "killed" ? notKilled(id, facts) : ruledOut(suspect, facts);
    return because === null ? [] : [{ id: suspect, because }];
  });
}
function named(id, { output }) {
  return sayings.some((saying) => saying.id === id && saying.pattern.test(output));
}
function ruledOut(id, facts) {
  return tests[id]?.(facts) ?? null;
}
var tests = {
  "oom-cgroup": (facts) => noCgroupKill(facts),
  "oom-host": (facts) => noHostKill(facts),
  "oom-guard": (facts) => {
    if (facts.watcherKill !== null) return null;
    const { guard } = facts;
    if (guard === null || guard.tier === "none") return "no guard was over the run";
    return guard.tier === "watcher" ? "the watcher noted no kill of this process" : "the guard is a control group: it stops nothing by itself, the kernel does, and counts it";
  },
  "cpu-limit": (facts) => {
    const { hard } = limitOf(facts, "cpu");
    if (facts.start === null || facts.start.limits["cpu"] === void 0) return null;
    if (hard === null) return "there was no hard limit of CPU time (RLIMIT_CPU)";
    const used = cpuMs(facts);
    if (used === null || mayBeCpuLimit(used, hard)) return null;
    return `${(used / 1e3).toFixed(1)} s of ${String(hard)} s CPU time were used`;
  },
  timeout: (facts) => {
    if (facts.ending === "timed-out" || facts.killedByGo) return null;
    return facts.crash.fileIsReliable && !facts.crash.file.startsWith("panic: test timed out after ") ? "the -timeout of go test did not fire: it would have left its panic" : null;
  },
  panic: (facts) => facts.crash.fileIsReliable && facts.crash.file === "" ? "the runtime wrote no last words" : null,
  signal: (facts) => facts.end?.signal === null && facts.crash.fileIsReliable && facts.crash.file === "" ? "the process ended with an exit code, and the runtime wrote no last words" : null,
  "data-race": (facts) => facts.race && findWords(facts, "data-race") === null ? "the race detector reported nothing" : null,
  "nil-dereference": ({ crash }) => {
    if (/^\[signal SIGSEGV: .{1,60} code=0x80 /m.test(crash.file))
      return "the code 0x80 stands for an address that cannot exist, not for nil";
    const address2 = /^\[signal SIG[A-Z]+: .{1,60} addr=(?<hex>0x[0-9a-f]{1,16}) /m.exec(crash.file)?.groups?.["hex"];
    if (address2 === void 0 || BigInt(address2) < 4096n) return null;
    return `the address was ${address2}, far from nil`;
  },
  "fd-limit": (facts) => {
    const { soft } = limitOf(facts, "nofile");
    const { openFiles } = facts.usage;
    if (soft === null || openFiles === null || openFiles >= 0.9 * soft) return null;
    return `at most ${String(openFiles)} of ${String(soft)} open files were seen, sampled twice a second`;
  },
  "thread-limit": (facts) => {
    if ((facts.death?.pids ?? null) === null) return null;
    const known2 = facts.death?.pids?.after.some(({ refused: refused2 }) => refused2 !== null) === true;
    return known2 && refusals(facts).length === 0 ? "no control group refused a thread (pids.events)" : null;
  },
  "disk-full": (facts) => {
    const { tempFreeBytes, dirFreeBytes } = facts.usage;
    const free = Math.min(tempFreeBytes ?? Infinity, dirFreeBytes ?? Infinity);
    if (tempFreeBytes === null || dirFreeBytes === null || free < 64 * 1024 ** 2) return null;
    return `at least ${formatBytes(free)} were free in the temporary folder and in the package's`;
  },
  "file-size-limit": (facts) => facts.start !== null && facts.start.limits["fsize"] !== void 0 && limitOf(facts, "fsize").soft === null ? "there was no limit of the size of files (RLIMIT_FSIZE)" : null,
  "address-space-limit": (facts) => facts.start !== null && facts.start.limits["as"] !== void 0 && limitOf(facts, "as").soft === null && limitOf(facts, "data").soft === null ? "there was no limit of address space (RLIMIT_AS, RLIMIT_DATA)" : null
};
function noCgroupKill(facts) {
  const known2 = oomFacts(facts);
  if (known2.self && known2.kill?.constraint !== "none") return null;
  if (known2.self) return "the kernel's log says that the whole machine had run out";
  if (known2.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  const inner = known2.levels[0];
  if (inner !== void 0 && inner.oomKill !== null)
    return inner.oomKill === 0 ? `oom_kill of ${inner.path} did not grow` : null;
  if (known2.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  return facts.kernelPids && known2.logIsComplete && known2.kill === null ? "the kernel's log names no kill of this process" : null;
}
function noHostKill(facts) {
  const known2 = oomFacts(facts);
  if (known2.kill?.constraint === "none" && known2.self) return null;
  if (known2.kill?.constraint === "memcg")
    return "the kernel's log says that a control group's limit was reached";
  const full = known2.levels.find(({ oom }) => (oom ?? 0) > 0);
  if (full !== void 0) return `oom of ${full.path} grew: its limit was reached`;
  if (known2.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  if (known2.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  const inner = known2.levels[0];
  if (inner?.oomKill === 0)
    return `oom_kill of ${inner.path}, which counts every kill in it, did not grow`;
  if (facts.kernelPids && known2.logIsComplete && known2.kill === null && known2.levels.length > 0)
    return "the kernel's log names no kill of this process";
  return null;
}
function notKilled(id, facts) {
  const { end } = facts;
  if (end === null) return null;
  if (end.signal === null)
    return `the process was not ended by a signal: it ended with exit code ${String(end.exitCode)}`;
  if (end.signal !== "SIGKILL") return null;
  return id === "killed" || id === "unknown" ? null : "the kill is accounted for";
}

// src/cause/endings.ts
var stoppedRules = [
  { id: "runner-shutdown", find: (facts) => stopped(facts, "SIGTERM") },
  { id: "cancelled", find: (facts) => stopped(facts, null) },
  { id: "lost", find: lost }
];
var startRules = [{ id: "exec-failed", find: execFailed }];
var timeoutRules = [{ id: "timeout", find: timeout }];
var lastRules = [
  { id: "killed", find: killed },
  { id: "test-failure", find: testFailure },
  { id: "no-tests", find: noTests },
  { id: "unknown", find: unknown }
];
function stopped(facts, by) {
  if (facts.ending !== "cancelled") return null;
  const signal4 = facts.cancelSignal ?? "a signal";
  if (by !== null && signal4 !== by) return null;
  const who = by === null ? `the run was cancelled (${signal4})` : `the run was told to stop by ${signal4}, as a runner does that shuts down`;
  return {
    // Anybody can send SIGTERM: that it was the runner is only likely.
    confidence: by === null ? "confirmed" : "consistent",
    summary: who,
    evidence: [{ source: "supervisor", detail: `received ${signal4}` }, ...waitStatus(facts)]
  };
}
var startErrors = {
  EACCES: "the file may not be executed: no x permission, or its disk is mounted noexec",
  EPERM: "the file may not be executed here",
  ENOENT: "the program loader (ELF interpreter) or the file itself is missing",
  ENOEXEC: "the file is for another system or architecture",
  ETXTBSY: "the file was still open for writing",
  ENOMEM: "no memory to start a process",
  EAGAIN: "no further process is allowed",
  E2BIG: "arguments and environment are too long",
  ELIBBAD: "the program loader is damaged",
  EMFILE: "too many open files",
  ENFILE: "too many open files on the whole machine",
  ENOSPC: "the disk is full",
  EINVAL: "the file is damaged or its loader is refused",
  ELOOP: "too many symbolic links"
};
function execFailed(facts) {
  const error = facts.end?.startError ?? null;
  if (error === null) return loaderFailed(facts);
  const errno = facts.death?.errno ?? null;
  const meaning = errno === null ? void 0 : startErrors[errno];
  const call = facts.failedCall;
  return {
    confidence: errno === null ? "consistent" : "confirmed",
    summary: `the test binary could not be started${meaning === void 0 ? "" : `: ${meaning}`}`,
    evidence: [
      { source: "start", detail: errno === null ? error : `${error} (${errno})` },
      ...call === null ? [] : [{ source: "strace", detail: call.line }]
    ]
  };
}
var loaderWords = /error while loading shared libraries: .{1,300}|version `[^']{1,100}' not found/;
function loaderFailed(facts) {
  if (facts.timeline.samples > 0 || (facts.end?.exitCode ?? 0) === 0) return null;
  const words3 = loaderWords.exec(facts.output)?.[0];
  if (words3 === void 0) return null;
  const call = facts.failedCall;
  return {
    confidence: facts.end?.exitCode === 127 || call !== null ? "confirmed" : "consistent",
    summary: "the dynamic loader could not load the test binary",
    evidence: [
      ...waitStatus(facts),
      { source: "output", detail: words3 },
      ...call === null ? [] : [{ source: "strace", detail: call.line }]
    ]
  };
}
function timeout(facts) {
  if (facts.ending !== "timed-out") return null;
  const fired = /^panic: test timed out after .{1,60}/.exec(facts.crash.file)?.[0];
  const running = facts.tests.unfinished;
  return {
    confidence: fired !== void 0 || facts.killedByGo ? "confirmed" : "consistent",
    summary: facts.killedByGo ? "go test killed the process, because it did not end a minute after its -timeout" : "the -timeout of go test fired",
    evidence: [
      ...waitStatus(facts),
      ...fired === void 0 ? [] : [{ source: "crash file", detail: fired }],
      ...running.length === 0 ? [] : [{ source: "go test", detail: `still running: ${running.slice(0, 10).join(", ")}` }]
    ]
  };
}
function killed(facts) {
  const signal4 = facts.end?.signal ?? null;
  if (signal4 === null || facts.ending !== "killed") return null;
  const forwarded = facts.end?.forwardedSignals?.includes(signal4) === true;
  if (signal4 === "SIGKILL" && !memoryExcluded(facts)) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  const by = forwarded ? "; it came to the process's parent first" : signal4 === "SIGKILL" ? "; not by the kernel's OOM killer and not by the guard; by whom is not known" : "; by whom is not known";
  return {
    confidence: "confirmed",
    summary: `ended by ${signal4}${by}${free === null ? "" : `; after its end ${formatBytes(free)} of memory were free`}`,
    evidence: [
      ...waitStatus(facts),
      ...forwarded ? [{ source: "shim", detail: `handed on ${signal4}` }] : [],
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available after its end` }]
    ]
  };
}
function memoryExcluded(facts) {
  return ["oom-cgroup", "oom-host", "oom-guard"].every(
    (id) => ruledOut(id, facts) !== null
  );
}
function testFailure(facts) {
  if (facts.tests.failed === 0 || !["failed", "exited"].includes(facts.ending)) return null;
  return {
    // A process with failed tests that ends with 0 contradicts its own output.
    confidence: facts.end?.exitCode === 0 ? "consistent" : "confirmed",
    summary: `${String(facts.tests.failed)} failed, counting subtests and their parents`,
    evidence: [
      { source: "go test", detail: `${String(facts.tests.failed)} ended with FAIL` },
      ...waitStatus(facts)
    ]
  };
}
function noTests(facts) {
  if (facts.ending !== "no-tests") return null;
  return {
    confidence: "confirmed",
    summary: "there was no test to run",
    evidence: [{ source: "go test", detail: "no test began" }]
  };
}
function unknown(facts) {
  const seen = waitStatus(facts);
  const trace = facts.runtimeTrace.map((detail) => ({ source: "runtime trace", detail }));
  const none = [{ source: "records", detail: "nothing was recorded that explains it" }];
  return {
    confidence: "unknown",
    summary: "what is known does not say why it ended",
    evidence: [...seen.length > 0 ? seen : none, ...trace]
  };
}

// src/cause/exits.ts
var exitRules = [
  { id: "lost", find: unheard },
  { id: "log-fatal", find: logFatal },
  { id: "testmain-exit", find: testMainExit },
  { id: "os-exit", find: osExit }
];
var endedItself = (facts) => facts.end !== null && facts.end.exitCode !== null && (facts.ending === "exited" || facts.ending === "failed" && facts.tests.failed === 0);
function unheard(facts) {
  const { unfinished, neverRan } = facts.tests;
  const missing = unfinished.length + neverRan.length;
  if (facts.tests.passed + facts.tests.failed + unfinished.length === 0) return null;
  if (!endedItself(facts) || !facts.ranToEnd || missing === 0 || facts.end?.exitCode !== 0)
    return null;
  return {
    confidence: "consistent",
    summary: `the process ran to its regular end, and of ${String(missing)} declared tests nobody heard that they ended`,
    evidence: [...waitStatus(facts), ...testCounts(facts)]
  };
}
function logFatal(facts) {
  if (!endedItself(facts)) return null;
  const { exitTrace } = facts;
  if (exitTrace !== null) {
    if (!exitTrace.by.startsWith("log.")) return null;
    return {
      confidence: "confirmed",
      summary: `${exitTrace.by} ended the process${at(facts)}`,
      evidence: [...waitStatus(facts), ...traced(facts), ...lastWords(facts.output)],
      ...called(facts)
    };
  }
  if (facts.end?.exitCode !== 1 || lastLogLine(facts.output) === null) return null;
  return {
    confidence: "consistent",
    summary: "the process ended with exit code 1 right after a line of package log, as log.Fatal does",
    evidence: [...waitStatus(facts), ...lastWords(facts.output)]
  };
}
function testMainExit(facts) {
  if (!endedItself(facts) || !facts.testMain) return null;
  const { passed, failed, unfinished, neverRan } = facts.tests;
  const { exitTrace } = facts;
  if (exitTrace !== null && !exitTrace.viaTestMain) return null;
  const none = passed + failed === 0 && unfinished.length === 0 && neverRan.length > 0;
  const all = unfinished.length + neverRan.length === 0;
  if (!none && !all) return null;
  const code = String(facts.end?.exitCode ?? "");
  const when = none ? `TestMain ended the process with exit code ${code} and no test had begun` : `every test had ended, none failed, and TestMain ended the process with exit code ${code}`;
  return {
    confidence: exitTrace !== null || none && facts.ranToEnd ? "confirmed" : "consistent",
    summary: `${when}${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output)
    ],
    ...called(facts)
  };
}
function osExit(facts) {
  if (!endedItself(facts)) return null;
  const code = facts.end?.exitCode ?? 0;
  const { exitTrace } = facts;
  if (exitTrace === null && (!crashRuledOut(facts) || code === 2 && !facts.crash.fileIsReliable))
    return null;
  if (exitTrace === null && facts.agent === "silent") return null;
  const by = exitTrace?.by ?? "os.Exit or a call like it";
  return {
    confidence: exitTrace === null ? "consistent" : "confirmed",
    summary: `the process ended itself with exit code ${String(code)} (${by})${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output)
    ],
    ...called(facts)
  };
}
function crashRuledOut(facts) {
  return facts.crash.file === "" && (facts.crash.fileIsReliable || facts.crash.stream === null);
}
function called({ exitTrace }) {
  if (exitTrace === null) return {};
  const { file, line, function: name } = exitTrace;
  return { position: { file, line, function: name } };
}
function at({ exitTrace }) {
  if (exitTrace === null) return "";
  return `, called at ${exitTrace.file}:${String(exitTrace.line)} (${exitTrace.function})`;
}
function traced({ exitTrace }) {
  if (exitTrace === null) return [];
  const { by, file, line, function: name } = exitTrace;
  const detail = `a second run was traced to its end: ${name} called ${by} at ${file}:${String(line)}`;
  return [{ source: "exit trace", detail }];
}
function testCounts({ tests: tests2 }) {
  const { passed, failed, unfinished, neverRan } = tests2;
  const detail = `${String(passed)} passed, ${String(failed)} failed, ${String(unfinished.length)} unfinished, ${String(neverRan.length)} never ran`;
  return [{ source: "go test", detail }];
}

// src/cause/failures.ts
var raceExitCode = 66;
var failureRules = [
  { id: "data-race", find: dataRace },
  { id: "goroutine-leak", find: goroutineLeak }
];
function dataRace(facts) {
  if (!facts.race || !["failed", "exited", "crashed"].includes(facts.ending)) return null;
  const words3 = findWords(facts, "data-race");
  const { races } = facts.timeline;
  const code = facts.end?.exitCode === raceExitCode;
  if (words3 === null || races === 0 && !code) return null;
  const counted = races === null ? code : races > 0;
  return {
    confidence: counted ? "confirmed" : "consistent",
    summary: raceSummary(races),
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...races === null ? [] : [
        {
          source: "race detector",
          detail: `counted ${String(races)} in the process${races === 0 ? " by the end of the tests" : ""}`
        }
      ]
    ]
  };
}
function raceSummary(races) {
  if (races === 0) return "the race detector found a data race after the tests had ended";
  return races === null || races === 1 ? "the race detector found a data race" : `the race detector found ${String(races)} data races`;
}
function goroutineLeak(facts) {
  if (facts.ending !== "failed") return null;
  const words3 = findWords(facts, "goroutine-leak");
  if (words3 === null) return null;
  return {
    confidence: "consistent",
    summary: "goroutines were left running when their test had ended",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}

// src/cause/memory-limits.ts
var farAwayBytes = 256 * 1024 ** 3;
var memoryLimitRules = [
  { id: "stack-limit", find: stackLimit },
  { id: "address-space-limit", find: addressSpaceLimit },
  { id: "memlock-limit", find: memlockLimit },
  { id: "go-out-of-memory", find: goOutOfMemory }
];
var largestFrameBytes = 65536n;
function stackLimit(facts) {
  const text2 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  if (!text2.includes("signal arrived during cgo execution")) return null;
  const address2 = /^PC=\S{1,40} m=\d+ sigcode=[12] addr=(?<hex>0x[0-9a-f]{1,16})$/m.exec(text2);
  const pointer = /^(?:rsp|sp) {1,20}(?<hex>0x[0-9a-f]{1,16})$/m.exec(text2);
  if (address2 === null || pointer === null) return null;
  const distance = BigInt(address2.groups?.["hex"] ?? 0) - BigInt(pointer.groups?.["hex"] ?? 0);
  if (distance > largestFrameBytes || distance < -largestFrameBytes) return null;
  const { soft } = limitOf(facts, "stack");
  return {
    confidence: "consistent",
    summary: `C code ran off its stack${soft === null ? "" : ` (RLIMIT_STACK is ${formatBytes(soft)})`}`,
    evidence: [
      ...waitStatus(facts),
      {
        source: "crash file",
        detail: `the fault at ${address2.groups?.["hex"] ?? ""} lies at the stack pointer ${pointer.groups?.["hex"] ?? ""} of C code`
      },
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_STACK ${formatBytes(soft)}` }]
    ]
  };
}
function addressSpaceLimit(facts) {
  const words3 = findWords(facts, "address-space-limit") ?? findWords(facts, "go-out-of-memory");
  const limits4 = [
    { name: "RLIMIT_AS (ulimit -v)", bytes: limitOf(facts, "as").soft },
    { name: "RLIMIT_DATA (ulimit -d)", bytes: limitOf(facts, "data").soft }
  ].flatMap(
    ({ name, bytes }) => bytes === null || bytes > farAwayBytes ? [] : [`${name} ${formatBytes(bytes)}`]
  );
  if (words3 === null || limits4.length === 0) return null;
  return {
    confidence: provenWith(words3),
    summary: `a limit of the process's memory was reached: ${limits4.join(", or ")}`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...limits4.map((detail) => ({ source: "limits", detail }))
    ]
  };
}
function memlockLimit(facts) {
  const words3 = findWords(facts, "memlock-limit");
  const { soft } = limitOf(facts, "memlock");
  if (words3 === null || soft === null) return null;
  return {
    confidence: "consistent",
    summary: `locking memory failed; the limit is ${formatBytes(soft)} (RLIMIT_MEMLOCK)`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      { source: "limits", detail: `RLIMIT_MEMLOCK ${formatBytes(soft)}` }
    ]
  };
}
function goOutOfMemory(facts) {
  const words3 = findWords(facts, "go-out-of-memory");
  if (words3 === null) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  return {
    confidence: words3.confidence,
    summary: "the Go runtime asked for memory and did not get it",
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available at its end` }]
    ]
  };
}

// src/cause/limits.ts
var limitRules = [
  { id: "cpu-limit", find: cpuLimit },
  { id: "thread-limit", find: threadLimit },
  { id: "file-size-limit", find: fileSizeLimit },
  ...memoryLimitRules,
  { id: "disk-full", find: diskFull },
  { id: "fd-limit", find: fdLimit }
];
function cpuLimit(facts) {
  const { end } = facts;
  const { soft, hard } = limitOf(facts, "cpu");
  if (end === null) return null;
  const usedMs = cpuMs(facts);
  const used = usedMs === null ? "" : ` after ${seconds(usedMs)} of CPU time`;
  const evidence = [
    ...waitStatus(facts),
    {
      source: "limits",
      detail: `RLIMIT_CPU: soft ${seconds((soft ?? NaN) * 1e3)}, hard ${seconds((hard ?? NaN) * 1e3)}`
    },
    ...usedMs === null ? [] : [{ source: "wait status", detail: `used ${seconds(usedMs)} of CPU time` }]
  ];
  if (end.signal === "SIGXCPU" && soft !== null)
    return {
      confidence: "confirmed",
      summary: `the soft limit of ${String(soft)} s CPU time ended the process${used}`,
      evidence
    };
  if (end.signal !== "SIGKILL" || hard === null || usedMs === null) return null;
  if (!mayBeCpuLimit(usedMs, hard)) return null;
  return {
    confidence: usedMs >= hard * 1e3 - 100 ? "confirmed" : "consistent",
    summary: `the hard limit of ${String(hard)} s CPU time ended the process${used}`,
    evidence
  };
}
function threadLimit(facts) {
  const refused2 = refusals(facts);
  const words3 = findWords(facts, "thread-limit");
  const failedStart = (facts.end?.startError ?? null) !== null && facts.death?.errno === "EAGAIN";
  if (words3 === null && !failedStart) return null;
  const nproc = limitOf(facts, "nproc").soft;
  const { threads } = facts.usage;
  const evidence = [
    ...waitStatus(facts),
    ...words3 === null ? [] : [words3.evidence],
    ...refused2.map(({ path, limit, count: count2 }) => ({
      source: "cgroup",
      detail: `${path}: pids.max ${limit === null ? "none" : String(limit)} refused ${String(count2)} more`
    })),
    ...threads === null || facts.usage.samples < 3 ? [] : [{ source: "samples", detail: `at most ${String(threads)} threads seen` }],
    ...nproc === null ? [] : [{ source: "limits", detail: `RLIMIT_NPROC ${String(nproc)}` }]
  ];
  const [first] = refused2;
  if (first !== void 0)
    return {
      confidence: "confirmed",
      summary: `the control group ${first.path} allows ${String(first.limit ?? "?")} processes and threads, and refused more`,
      evidence
    };
  if (words3?.detail === "SetMaxThreads")
    return {
      confidence: words3.confidence,
      summary: "the program exceeded its own limit of threads (debug.SetMaxThreads)",
      evidence
    };
  return {
    confidence: "consistent",
    summary: "the system refused another thread or process",
    evidence
  };
}
function fileSizeLimit(facts) {
  const { soft } = limitOf(facts, "fsize");
  const bySignal = facts.end?.signal === "SIGXFSZ";
  const words3 = findWords(facts, "file-size-limit");
  if (!bySignal && (words3 === null || soft === null)) return null;
  const limit = soft === null ? "its limit" : `the limit of ${formatBytes(soft)} (RLIMIT_FSIZE)`;
  return {
    confidence: bySignal ? "confirmed" : provenWith(words3),
    summary: `a file would have grown beyond ${limit}`,
    evidence: [
      ...waitStatus(facts),
      ...words3 === null ? [] : [words3.evidence],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_FSIZE ${formatBytes(soft)}` }]
    ]
  };
}
function diskFull(facts) {
  const words3 = findWords(facts, "disk-full");
  if (words3 === null) return null;
  const { tempFreeBytes, dirFreeBytes } = facts.usage;
  const spaces = [
    ["the temporary folder", tempFreeBytes],
    ["the package's folder", dirFreeBytes]
  ];
  const full = spaces.find(([, free]) => free !== null && free < 1 << 20);
  return {
    confidence: full !== void 0 || words3.from === "go" ? "confirmed" : "consistent",
    summary: full === void 0 ? "a disk is full" : `the disk of ${full[0]} is full`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...spaces.flatMap(
        ([what, free]) => free === null ? [] : [{ source: "samples", detail: `${what}: at least ${formatBytes(free)} were free` }]
      )
    ]
  };
}
function fdLimit(facts) {
  const words3 = findWords(facts, "fd-limit");
  if (words3 === null) return null;
  const { soft } = limitOf(facts, "nofile");
  const { openFiles } = facts.usage;
  const near2 = soft !== null && openFiles !== null && openFiles >= 0.9 * soft;
  return {
    confidence: near2 || words3.from === "go" ? "confirmed" : "consistent",
    summary: `too many open files${soft === null ? "" : `: the limit is ${String(soft)} (RLIMIT_NOFILE)`}`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...openFiles === null ? [] : [
        {
          source: "samples",
          detail: `at most ${String(openFiles)} open files were seen, sampled twice a second`
        }
      ],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_NOFILE ${String(soft)}` }]
    ]
  };
}
function seconds(ms) {
  return Number.isNaN(ms) ? "none" : `${(ms / 1e3).toFixed(1)} s`;
}

// src/cause/near-limits.ts
var near = 0.9;
var littleSpaceBytes = 64 * 1024 ** 2;
function nearLimits(facts) {
  const { usage, death } = facts;
  const rss = facts.end?.maxRssBytes ?? 0;
  const counts = [
    ["open files", usage.openFiles, limitOf(facts, "nofile").soft],
    ["threads", usage.threads, limitOf(facts, "nproc").soft]
  ];
  const spaces = [
    ["the temporary folder", usage.tempFreeBytes],
    ["the package's folder", usage.dirFreeBytes]
  ];
  return [
    ...counts.flatMap(
      ([what, used, limit]) => used !== null && limit !== null && used >= near * limit ? [`${String(used)} ${what} of ${String(limit)}`] : []
    ),
    ...spaces.flatMap(
      ([what, free]) => free !== null && free < littleSpaceBytes ? [`${formatBytes(free)} free in ${what}`] : []
    ),
    ...memoryGrowth(death?.memory ?? null).flatMap(
      ({ path, limitBytes }) => limitBytes !== null && rss >= near * limitBytes ? [`${formatBytes(rss)} of ${formatBytes(limitBytes)} memory in ${path}`] : []
    )
  ].map((detail) => ({ source: "near a limit", detail }));
}

// src/cause/cause.ts
var buildLimits = ["disk-full", "fd-limit", "thread-limit"];
var rules2 = [
  ...stoppedRules,
  ...buildFirst(limitRules),
  ...buildRules,
  ...memoryRules,
  ...timeoutRules,
  ...limitRules,
  ...refusalRules,
  ...startRules,
  ...detectorRules,
  ...crashRules,
  ...failureRules,
  ...exitRules,
  ...lastRules
];
function diagnose(facts) {
  if (facts.ending === "passed") return null;
  for (const rule3 of rules2) {
    const finding = rule3.find(facts);
    if (finding === null) continue;
    return {
      id: rule3.id,
      confidence: finding.confidence,
      summary: finding.summary,
      evidence: [...finding.evidence.slice(0, 20), ...nearLimits(facts)],
      excluded: exclusions(rule3.id, facts),
      advice: advice(rule3.id, facts),
      ...finding.position === void 0 ? {} : { position: finding.position }
    };
  }
  throw new Error("the last rule finds something for every ending");
}
function buildFirst(limits4) {
  return limits4.filter(({ id }) => buildLimits.includes(id)).map(({ id, find }) => ({
    id,
    find: (facts) => facts.ending === "build-failed" ? find(facts) : null
  }));
}

// src/evidence/completeness.ts
function completeness(declared, fold, repeats = 1) {
  const running = [...fold?.running.keys() ?? []].filter((test) => !isBenchmark(test));
  const inFlight = new Set(running);
  const seen = new Map(fold?.ended);
  const neverRan = [];
  for (const { name, kind } of declared) {
    const wanted = kind === "example" ? 1 : repeats;
    const ended2 = seen.get(name) ?? 0;
    seen.set(name, Math.max(0, ended2 - wanted));
    if (ended2 < wanted && !inFlight.delete(name)) neverRan.push(name);
  }
  return { unfinished: running, neverRan };
}

// src/evidence/ending.ts
var fatalSignals = new Set(
  "SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT SIGTRAP SIGSYS SIGQUIT".split(" ")
);
var raceExitCode2 = 66;
var rules3 = [
  { ending: "build-failed", when: (f) => f.start === null && f.end === null && f.buildFailed },
  {
    ending: "no-tests",
    when: (f) => f.start === null && f.end === null && f.noTestFiles && f.action !== "fail"
  },
  { ending: "not-started", when: (f) => f.end !== null && f.end.startError !== null },
  // The process ran and its parent saw how it ended.
  {
    ending: "cancelled",
    when: (f) => f.cancelledAt !== null && stoppedWithTheRun(f, f.cancelledAt)
  },
  { ending: "lost", when: (f) => f.end !== null && (f.end.parentGone || stoppedByLoss(f, f.end)) },
  { ending: "timed-out", when: (f) => f.end !== null && (killedByGo(f) || timeoutFired(f)) },
  { ending: "crashed", when: (f) => fatalSignals.has(f.end?.signal ?? "") },
  { ending: "killed", when: (f) => f.end !== null && f.end.signal !== null },
  { ending: "crashed", when: (f) => f.end?.exitCode === 2 && crashText(f) !== null },
  { ending: "failed", when: (f) => f.end?.exitCode === raceExitCode2 && f.missingTests === 0 },
  {
    ending: "exited",
    when: (f) => f.end !== null && f.missingTests > 0 && !(f.failfast && f.failedTests > 0)
  },
  { ending: "exited", when: (f) => f.end?.exitCode === 0 && f.cutInBenchmark },
  { ending: "failed", when: (f) => f.end !== null && (f.failedTests > 0 || f.end.exitCode !== 0) },
  // go test calls a package failed although its process ended well: something between the two died.
  { ending: "lost", when: (f) => f.end !== null && f.action === "fail" },
  // go test ends every package with an event; a test can only take it away, by imitating the line that ends itself.
  { ending: "lost", when: (f) => f.end !== null && f.action === null },
  { ending: "no-tests", when: (f) => f.end?.exitCode === 0 && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.end?.exitCode === 0 },
  // No process of this run: a replayed result, or one that never came to be.
  { ending: "lost", when: (f) => f.start !== null },
  { ending: "exited", when: (f) => f.cached && f.missingTests > 0 },
  { ending: "failed", when: (f) => f.cached && f.failedTests > 0 },
  { ending: "no-tests", when: (f) => f.cached && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.cached && f.action === "pass" },
  { ending: "lost", when: (f) => f.action !== null },
  { ending: "not-started", when: () => true }
];
function decideEnding(facts) {
  return rules3.find((rule3) => rule3.when(facts))?.ending ?? "lost";
}
function crashText(facts) {
  if (facts.crash.file !== "") return facts.crash.file;
  return facts.crash.fileIsReliable ? null : facts.crash.stream;
}
function stoppedWithTheRun(facts, cancelledAt) {
  if (facts.cached) return false;
  if (facts.end === null) return facts.action === null || facts.start !== null;
  return facts.missingTests > 0 && Date.parse(facts.end.endedAt) >= cancelledAt;
}
function stoppedByLoss(facts, end) {
  if (facts.supervisorGoneAt === null || Date.parse(end.endedAt) < facts.supervisorGoneAt)
    return false;
  return facts.missingTests > 0 || end.signal !== null;
}
function killedByGo(facts) {
  return facts.killedByGo && facts.action !== "pass";
}
function timeoutFired(facts) {
  if (facts.end?.exitCode !== 2 && facts.end?.signal !== "SIGABRT") return false;
  return facts.crash.fileIsReliable ? facts.crash.file.startsWith("panic: test timed out after ") : facts.timedOut;
}

// src/gotest/failure-message.ts
var maxMessageChars4 = 4096;
function failureMessage(failed) {
  const message = dedent(failed.output).slice(0, maxMessageChars4);
  const position3 = /^\s*(?!testing\.go:)(?<file>[^\s:]+\.go):(?<line>\d{1,9}): /m.exec(
    failed.output
  );
  return {
    test: failed.test,
    file: position3?.groups?.["file"] ?? null,
    line: position3 === null ? null : Number(position3.groups?.["line"]),
    message
  };
}
function culprits(failures3) {
  const parents = /* @__PURE__ */ new Set();
  for (const { test } of failures3) {
    for (let at2 = test.lastIndexOf("/"); at2 > 0; at2 = test.lastIndexOf("/", at2 - 1))
      parents.add(test.slice(0, at2));
  }
  return failures3.filter(({ test, output }) => !parents.has(test) || output.trim() !== "");
}
function dedent(text2) {
  return text2.split("\n").map((line) => line.replace(/^ {4}/, "")).join("\n").trim();
}

// src/run/black-box.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join6 } from "node:path";

// src/heap/call-sites.ts
function sumCallSites(profile, options) {
  const width = profile.sampleTypes.length;
  const zeros = () => new Array(width).fill(0);
  const totals = zeros();
  const matching = zeros();
  const sites = /* @__PURE__ */ new Map();
  const tests2 = /* @__PURE__ */ new Map();
  const cumulative = /* @__PURE__ */ new Map();
  let sample = 0;
  for (const { frames, values } of profile.samples()) {
    addValues(totals, values);
    if (values.every((value) => value === 0) || !matchesStack(options.filter ?? {}, frames))
      continue;
    sample++;
    addValues(matching, values);
    const test = testOfStack(frames);
    addValues(entry(tests2, test, zeros), values);
    const frame = innermost(frames, options.withRuntime ?? false);
    const caller = userFrame(frames);
    const site = entry(sites, `${frame.function}
${caller?.function ?? ""}`, () => ({
      frame,
      caller,
      values: zeros(),
      lines: /* @__PURE__ */ new Map(),
      callerLines: /* @__PURE__ */ new Map(),
      tests: /* @__PURE__ */ new Map()
    }));
    addValues(site.values, values);
    const weight = values[options.mainColumn] ?? 0;
    addTo(site.lines, frame.line, weight);
    if (caller !== null) addTo(site.callerLines, caller.line, weight);
    addTo(site.tests, test, weight);
    for (const { function: name } of frames) {
      const sum = entry(cumulative, name, () => ({ values: zeros(), sample: 0 }));
      if (sum.sample === sample) continue;
      sum.sample = sample;
      addValues(sum.values, values);
    }
  }
  const root = options.moduleDirectory ?? "";
  const result = [...sites.values()].map((site) => {
    const { frame, caller } = site;
    return {
      ...relativeTo(root, { ...frame, line: largest(site.lines) }),
      caller: caller === null ? null : relativeTo(root, { ...caller, line: largest(site.callerLines) }),
      test: largest(site.tests),
      values: site.values,
      cumulative: cumulative.get((caller ?? frame).function)?.values ?? zeros()
    };
  });
  const byMain = (a, b) => (b.values[options.mainColumn] ?? 0) - (a.values[options.mainColumn] ?? 0);
  return {
    totals,
    matching,
    sites: result.sort(byMain),
    tests: [...tests2].map(([test, values]) => ({ test, values })).sort(byMain)
  };
}
var noFrame = { function: "", file: "", line: 0 };
function innermost(frames, withRuntime) {
  const outside = frames.find((frame) => withRuntime || !isRuntime(frame));
  return outside ?? frames[0] ?? noFrame;
}
function entry(map, key, make) {
  let value = map.get(key);
  if (value === void 0) {
    value = make();
    map.set(key, value);
  }
  return value;
}
function addValues(sums, values) {
  for (let column = 0; column < sums.length; column++)
    sums[column] = Math.min(Number.MAX_SAFE_INTEGER, (sums[column] ?? 0) + (values[column] ?? 0));
}
function addTo(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
function largest(sums) {
  const [first, ...rest] = [...sums];
  return rest.reduce((best, next) => next[1] > best[1] ? next : best, first)[0];
}

// src/heap/holders.ts
function heapHolders(profileBytes, options = {}) {
  const reading = readProfile(profileBytes);
  return reading.kind === "profile" ? holdersOf(reading.profile, options) : null;
}
function holdersOf(profile, options = {}) {
  const columns2 = heapColumns(profile.sampleTypes);
  if (columns2 === null) return null;
  const { allocObjects, allocBytes, inuseObjects, inuseBytes } = columns2;
  const { totals, matching, sites, tests: tests2 } = sumCallSites(profile, {
    ...options,
    mainColumn: inuseBytes
  });
  const held = (values) => {
    const bytes = values[inuseBytes] ?? 0;
    const total2 = totals[inuseBytes] ?? 0;
    return { bytes, objects: values[inuseObjects] ?? 0, share: total2 > 0 ? bytes / total2 : 0 };
  };
  const isHeld = ({ values }) => values[inuseBytes] !== 0 || values[inuseObjects] !== 0;
  return {
    totals: {
      allocBytes: totals[allocBytes] ?? 0,
      allocObjects: totals[allocObjects] ?? 0,
      inuseBytes: totals[inuseBytes] ?? 0,
      inuseObjects: totals[inuseObjects] ?? 0
    },
    matching: { bytes: matching[inuseBytes] ?? 0, objects: matching[inuseObjects] ?? 0 },
    functions: sites.filter(isHeld).map(({ values, cumulative, test, ...site }) => ({
      ...site,
      test: test ?? shared,
      ...held(values),
      cumulativeBytes: cumulative[inuseBytes] ?? 0
    })),
    tests: tests2.filter(isHeld).map(({ test, values }) => ({ test: test ?? shared, ...held(values) }))
  };
}

// src/evidence/snapshot-meta.ts
function parseSnapshotMeta(text2) {
  if (text2 === null) return null;
  const values = new Map(
    text2.split("\n").flatMap((line) => {
      const at2 = line.indexOf(" ");
      return at2 < 0 ? [] : [[line.slice(0, at2), line.slice(at2 + 1).trim()]];
    })
  );
  const reason = values.get("reason");
  if (reason === void 0 || !/^[a-z-]{1,30}$/.test(reason)) return null;
  const number = (key) => {
    const value = values.get(key) ?? "";
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    reason,
    elapsedMs: number("elapsedMs"),
    rssBytes: number("rssBytes"),
    heapBytes: number("heapBytes"),
    totalBytes: number("totalBytes"),
    goroutines: number("goroutines"),
    usageBytes: number("usageBytes"),
    ceilingBytes: number("ceilingBytes"),
    gcMs: number("gcMs"),
    complete: values.get("complete") === "1"
  };
}

// src/run/black-box.ts
var maxProfileBytes = 64 << 20;
var maxListed = 10;
async function readBlackBox(attempt, directory) {
  let newest = null;
  for (const folder of await snapshotFolders(attempt.folder)) {
    const meta = parseSnapshotMeta(await readBounded(join6(folder, "meta.txt"), 1 << 16));
    if (meta === null) continue;
    for (const name of ["heap.pprof", "heap-early.pprof"]) {
      const bytes = await readBoundedBytes(join6(folder, name), maxProfileBytes);
      const options = { moduleDirectory: directory };
      const holders = bytes === null ? null : heapHolders(bytes, options);
      if (holders === null) continue;
      return { folder, blackBox: blackBox(meta, holders, name === "heap-early.pprof") };
    }
    newest ??= { folder, blackBox: blackBox(meta, null, false) };
  }
  return newest;
}
async function snapshotFolders(attemptFolder) {
  const entries = await readdir3(attemptFolder).catch(() => []);
  return entries.filter((entry2) => /^snapshot-\d{1,3}$/.test(entry2)).sort((a, b) => Number(b.slice(9)) - Number(a.slice(9))).map((entry2) => join6(attemptFolder, entry2));
}
function blackBox(meta, holders, early) {
  const { rssBytes, totalBytes } = meta;
  return {
    reason: meta.reason,
    elapsedMs: meta.elapsedMs,
    rssBytes,
    heapBytes: meta.heapBytes,
    outsideGoBytes: rssBytes === null || totalBytes === null ? null : Math.max(0, rssBytes - totalBytes),
    goroutines: meta.goroutines,
    ceilingBytes: meta.ceilingBytes,
    early,
    functions: (holders?.functions ?? []).slice(0, maxListed).map((holder) => ({
      function: holder.function,
      file: holder.file,
      line: holder.line,
      bytes: holder.bytes,
      share: holder.share,
      test: holder.test === shared ? null : holder.test,
      caller: holder.caller
    })),
    tests: (holders?.tests ?? []).filter(({ test }) => test !== shared).slice(0, maxListed).map(({ test, bytes }) => ({ test, bytes }))
  };
}

// src/evidence/tool-deaths.ts
var patterns = [
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: running (?<inner>\S{1,300}) failed: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60}) terminated with signal \d{1,3} \[(?<signal>[A-Za-z][A-Za-z ]{1,60})\]/,
  /fatal error: (?<signal>Killed) signal terminated program (?<tool>[\w.+-]{1,60})/
];
function toolDeaths(buildText) {
  const found = /* @__PURE__ */ new Map();
  for (const line of buildText.split("\n")) {
    if (line.length > 4e3) continue;
    for (const pattern of patterns) {
      const groups = pattern.exec(line)?.groups;
      if (groups === void 0) continue;
      const tool2 = (groups["inner"] ?? groups["tool"] ?? "").split(/[\\/]/).at(-1)?.replace(/\.exe$/, "") ?? "";
      const signal4 = (groups["signal"] ?? "").trim().toLowerCase();
      if (!found.has(`${tool2} ${signal4}`)) found.set(`${tool2} ${signal4}`, { tool: tool2, signal: signal4, line });
      break;
    }
  }
  return [...found.values()];
}

// src/run/cause-facts.ts
function causeFacts(request) {
  const { run, ending, fold, goTest, last, diagnosis } = request;
  const { passed, failed, unfinished, neverRan, failures: failures3 } = run.tests;
  const built = run.ending === "build-failed" || run.ending === "not-started" && ending.end === null;
  return {
    ending: run.ending,
    race: request.race,
    start: ending.start,
    end: ending.end,
    death: ending.end?.evidence ?? null,
    guard: goTest.guard,
    guardEnd: goTest.goEnd?.guard ?? null,
    goTestSignal: goTest.goEnd?.signal ?? null,
    watcherKill: built ? toolKill(goTest.watcherKills, request) : killOf(goTest.watcherKills, ending.start?.pid),
    usage: last?.usage ?? parseUsage(null),
    timeline: last?.timeline ?? parseTimeline(null),
    blackBox: request.blackBox,
    crash: ending.crash,
    output: [run.output, ...failures3.slice(0, 50).map(({ message }) => message)].join("\n"),
    failureWords: failures3.map(({ message }) => lastLogged(message)),
    build: built ? buildFacts(request) : null,
    tests: { passed, failed, unfinished, neverRan },
    testMain: request.planned.testMain,
    cancelSignal: request.cancelSignal,
    killedByGo: fold?.killedByGo ?? false,
    exitTrace: diagnosis.exitCaller,
    agent: agent(request),
    kernelPids: request.kernelPids,
    ranToEnd: diagnosis.ranToEnd || (last?.hasProfile ?? false) || (last?.timeline.endedWith ?? null) !== null,
    failedCall: diagnosis.failedCall,
    runtimeTrace: diagnosis.runtimeTrace
  };
}
function buildFacts({ fold, goTest }) {
  const text2 = fold === null ? goTest.goStderr : buildTextOf(fold, goTest.stream.builds, goTest.goStderr);
  return { text: text2, setupFailed: fold?.setupFailed ?? false, toolDeaths: toolDeaths(text2) };
}
function toolKill(kills, request) {
  const tools2 = buildFacts(request)?.toolDeaths.map(({ tool: tool2 }) => tool2.slice(0, 15)) ?? [];
  return kills.find(({ name }) => tools2.includes(name)) ?? null;
}
function killOf(kills, pid) {
  if (pid === void 0) return null;
  return kills.find((kill) => kill.pid === pid || kill.ancestors.includes(pid)) ?? null;
}
function agent({ planned, last }) {
  if (planned.injection === "none" || last === null) return "absent";
  return last.timeline.samples > 0 ? "began" : "silent";
}
function lastLogged(message) {
  const entries = message.split(/^(?=[^\s:]{1,200}\.go:\d{1,9}: )/m);
  return (entries.at(-1) ?? "").slice(0, 4096);
}

// src/run/diagnosis.ts
import { join as join7 } from "node:path";

// src/evidence/diagnosis.ts
var text = string().check(_maxLength(4096));
var exitTraceSchema = object({
  schema: literal(1),
  method: text,
  /** Null when nothing called exit. */
  exitCode: nullable(int()),
  /** The same stack as the Go runtime would have printed it; null where no Go function was found. */
  goroutine: nullish(string().check(_maxLength(1 << 20))),
  /** C functions have no names here: one frame `C code`, with the file that it was loaded from and line 0, stands for them. */
  frames: array(object({ function: text, file: text, line: int().check(_nonnegative()) })).check(_maxLength(64)),
  supported: boolean(),
  problem: nullable(text)
});
var straceSchema = object({
  schema: literal(1),
  supported: boolean(),
  /** Why nothing was traced. */
  problem: nullish(text),
  lastFailed: nullable(
    object({
      syscall: string().check(_regex(/^[a-z0-9_]{1,64}$/)),
      errno: string().check(_regex(/^E[A-Z0-9]{1,20}$/)),
      line: text
    })
  ),
  tail: array(text).check(_maxLength(20))
});
var runtimeTraceSchema = object({
  schema: literal(1),
  /** The package whose initialisation ended last. */
  lastInit: nullable(text),
  gcs: int().check(_nonnegative()),
  lastGc: nullable(text),
  lastSched: nullable(text)
});
var parseExitTrace = recordParser(exitTraceSchema);
var parseStrace = recordParser(straceSchema);
var parseRuntimeTrace = recordParser(runtimeTraceSchema);

// src/run/diagnosis.ts
var noDiagnosis = {
  exitCaller: null,
  ranToEnd: false,
  failedCall: null,
  runtimeTrace: [],
  gaps: () => []
};
var maxBytes7 = 1 << 20;
async function readDiagnosis({
  attempts,
  exitCode,
  directory
}) {
  const found = { ...noDiagnosis };
  const problems = [];
  for (const { folder } of attempts) {
    const read = (name) => readBounded(join7(folder, name), maxBytes7);
    const exit3 = parseExitTrace(await read("exit-trace.json"));
    if (exit3?.exitCode === exitCode) {
      const caller = exitCaller(exit3, directory);
      found.ranToEnd = caller !== null && isRegularEnd(caller.file);
      found.exitCaller = found.ranToEnd ? null : caller;
    }
    if (exit3?.supported === false && exit3.problem !== null) problems.push(exit3.problem);
    const strace = parseStrace(await read("strace.json"));
    found.failedCall = strace?.lastFailed ?? found.failedCall;
    if (strace?.supported === false && (strace.problem ?? "") !== "")
      problems.push(strace.problem ?? "");
    const runtime = parseRuntimeTrace(await read("runtime-trace.json"));
    if (runtime !== null)
      found.runtimeTrace = [
        runtime.lastInit === null ? "" : `the last package that was initialised: ${runtime.lastInit}`,
        `${String(runtime.gcs)} garbage collections`,
        runtime.lastGc ?? "",
        runtime.lastSched ?? ""
      ].filter(Boolean);
  }
  if (problems.length > 0)
    found.gaps = ({ package: name, leg }) => problems.map((what) => ({
      what: `a closer look was not possible: ${what}`,
      package: name,
      leg
    }));
  return found;
}
function exitCaller(trace, directory) {
  const frames = trace.frames;
  const at2 = frames.findIndex(({ function: name }) => !isPassingOn(name));
  const frame = frames[at2];
  if (frame === void 0) return null;
  return {
    function: frame.function,
    file: below(frame.file, directory),
    line: frame.line,
    by: nameOf(frames.slice(0, at2).map(({ function: name }) => name)),
    viaTestMain: frames.some(({ function: name }) => /\.TestMain(?:\.|$)/.test(name))
  };
}
function isRegularEnd(file) {
  return /(?:^|[\\/])(?:zz_crash_guard\d*(?:_main)?_test|_testmain)\.go$/.test(file);
}
function isPassingOn(name) {
  return /^(?:C code$|runtime[./]|os\.|log\.|syscall\.|internal\/)|\._Cfunc_/.test(name);
}
function nameOf(functions) {
  const outermost = functions.findLast((name) => /^(?:os|log|syscall)\./.test(name));
  return outermost?.replace(/\(\*(?<type>\w+)\)/, "$<type>") ?? "a call of exit";
}
function below(file, directory) {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}

// src/run/ending-facts.ts
function endingFacts(request) {
  const { leg, fold, last, cached, missingTests, cancelledAt, goEnd } = request;
  const fileIsReliable = last !== null && last.timeline.samples > 0 && leg.goMinor >= 23;
  return {
    action: fold?.action ?? null,
    cached,
    noTestFiles: fold?.noTestFiles ?? false,
    buildFailed: fold?.buildFailed ?? false,
    start: last?.start ?? null,
    end: last?.end ?? null,
    crash: { file: last?.crashText ?? "", stream: fold?.crashLine ?? null, fileIsReliable },
    timedOut: fold?.timedOut ?? false,
    killedByGo: fold?.killedByGo ?? false,
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests,
    cutInBenchmark: fold !== null && !fold.saysPass && [...fold.running.keys()].some(isBenchmark),
    failfast: leg.failfast,
    cancelledAt,
    supervisorGoneAt: supervisorGoneAt(goEnd)
  };
}
function supervisorGoneAt(goEnd) {
  if (goEnd?.cancelled !== "supervisor-gone" || goEnd.cancelledAt === null) return null;
  const at2 = Date.parse(goEnd.cancelledAt);
  return Number.isNaN(at2) ? null : at2;
}

// src/run/report-attempt.ts
import { join as join8, relative } from "node:path";
function reportAttempt(record2, packageEnding, out, snapshot) {
  const { end, start, timeline, core, coreExcerpt } = record2;
  const at2 = (name) => relative(out, join8(record2.folder, name));
  const died = needsLog(packageEnding) && packageEnding !== "failed";
  return {
    number: record2.number,
    ending: packageEnding,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    coreDumped: end?.coreDumped ?? false,
    limits: start?.limits ?? {},
    elapsedMs: end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes([record2]),
    ...needsLog(packageEnding) ? { log: at2(logName) } : {},
    ...record2.hasProfile ? { profile: at2("heap.pprof") } : {},
    ...snapshot === null ? {} : { snapshot: relative(out, snapshot.folder), blackBox: snapshot.blackBox },
    ...died && timeline.points.length > 1 ? { timeline: timeline.points } : {},
    ...core === null ? {} : { core: at2(core) },
    ...coreExcerpt === null ? {} : { coreText: at2(coreTextName), coreExcerpt }
  };
}
function peakRssBytes(records) {
  const peaks = records.map(({ end, timeline }) => end?.maxRssBytes ?? timeline.rssPeakBytes ?? 0);
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
}

// src/run/fuzz/package-folder.ts
import { relative as relative2 } from "node:path";
function folderInRepository({ directory }, { dir }) {
  return relative2(directory, dir);
}

// src/run/fuzz/replayed-run.ts
async function replayedRun(request) {
  const { out, plan, leg, planned, folder, cancel } = request;
  const goTest = await readGoTest(folder);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const last = (await readAttempts(join9(folder, "records"))).at(-1) ?? null;
  const declared = planned.declared.filter(({ name }) => name === request.target);
  const tests2 = completeness(declared, fold);
  const facts = endingFacts({
    ...{ leg, fold, last, goEnd: goTest.goEnd, cached: false },
    missingTests: tests2.unfinished.length + tests2.neverRan.length,
    cancelledAt: cancel?.at ?? null
  });
  const ending = decideEnding(facts);
  const snapshot = last === null ? null : await readBlackBox(last, plan.directory);
  const run = {
    ...{ package: planned.package, leg: leg.name, ending, cached: false, cause: null },
    attempts: last === null ? [] : [reportAttempt(last, ending, out, snapshot)],
    elapsedMs: fold?.elapsedMs ?? null,
    peakRssBytes: last === null ? null : peakRssBytes([last]),
    output: ending === "passed" ? "" : outputOf(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures2(fold, folderInRepository(plan, planned)),
      ...tests2
    }
  };
  run.cause = diagnose(
    causeFacts({
      ...{ run, planned, fold, goTest, last, ending: facts, race: leg.race },
      blackBox: snapshot?.blackBox ?? null,
      diagnosis: noDiagnosis,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids
    })
  );
  if (last !== null && needsLog(ending)) await writeLog(folder, join9(last.folder, logName));
  const { file, fileIsReliable } = facts.crash;
  return { run, crashText: file, fileIsReliable };
}
function failures2(fold, folder) {
  return culprits(fold?.failures ?? []).map((failed) => {
    const message = failureMessage(failed);
    return {
      ...message,
      file: message.file === null ? null : [folder, message.file].filter(Boolean).join("/")
    };
  });
}
function outputOf({ goStderr }, fold) {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? "");
  return excerpt.text();
}
var maxLogChars = 32 << 20;
var flushChars = 1 << 20;
async function writeLog(folder, path) {
  await rm2(path, { force: true });
  let pending = [];
  let chars = 0;
  let written = 0;
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event?.action !== "output" || written + chars > maxLogChars) return;
    pending.push(event.output);
    chars += event.output.length;
  });
  const flush = async () => {
    const text2 = pending.join("");
    pending = [];
    written += chars;
    chars = 0;
    await appendFile(path, text2);
  };
  await readChunks(goTestFiles.events(folder), async (chunk) => {
    lines.push(chunk);
    if (chars >= flushChars) await flush();
  });
  lines.end();
  await flush();
}

// src/run/fuzz/seed-folder.ts
import { constants } from "node:fs";
import {
  access as access2,
  lstat as lstat2,
  mkdir as mkdir2,
  readdir as readdir4,
  rm as rm3,
  rmdir,
  stat,
  unlink,
  writeFile as writeFile3
} from "node:fs/promises";
import { dirname as dirname3, join as join10, relative as relative3 } from "node:path";
var seedsSchema = object({
  schema: literal(1),
  /** The package's folder. */
  directory: string(),
  target: string().check(_regex(/^Fuzz[\p{L}\p{Nd}_]*$/u)),
  /** Of testdata, testdata/fuzz and testdata/fuzz/FuzzX how many were not there. */
  missingFolders: int().check(_gte(0), _lte(3)),
  files: array(string())
});
var parseSeeds = recordParser(seedsSchema);
var fileName2 = "seeds.json";
var maxRecordBytes2 = 64 << 20;
var maxInputBytes = 128 << 20;
var header3 = Buffer.from("go test fuzz v1\n");
function foldersOf({ directory, target }) {
  const testdata = join10(directory, "testdata");
  return [testdata, join10(testdata, "fuzz"), join10(testdata, "fuzz", target)];
}
async function noteSeeds(folder, directory, target) {
  const folders = foldersOf({ directory, target });
  const there = await Promise.all(folders.map((path) => lstat2(path).catch(() => null)));
  const seeds = {
    schema: 1,
    ...{ directory, target },
    missingFolders: there.filter((stats) => stats === null).length,
    files: await readdir4(folders[2] ?? "").catch(() => [])
  };
  await writeFile3(join10(folder, fileName2), JSON.stringify(seeds));
  return seeds;
}
async function whyUnwritable(seeds) {
  for (const path of [...foldersOf(seeds).toReversed(), seeds.directory]) {
    if (await lstat2(path).catch(() => null) === null) continue;
    const name = relative3(seeds.directory, path) || "the package's folder";
    const found = await stat(path).catch(() => null);
    if (found === null) return `${name} is a link to nothing`;
    if (!found.isDirectory()) return `${name} is no folder`;
    return access2(path, constants.W_OK | constants.X_OK).then(
      () => null,
      (error) => `${name} cannot be written (${codeOf(error)})`
    );
  }
  return null;
}
async function newInputs(seeds) {
  const [, , inputs = ""] = foldersOf(seeds);
  const before = new Set(seeds.files);
  const found = [];
  for (const name of (await readdir4(inputs).catch(() => [])).sort()) {
    if (before.has(name) || !/^[0-9a-f]{16,64}$/.test(name)) continue;
    const bytes = await readBoundedBytes(join10(inputs, name), maxInputBytes);
    if (bytes?.subarray(0, header3.length).equals(header3) === true) found.push({ name, bytes });
  }
  return found;
}
async function placeInput(seeds, name, bytes) {
  const [, , inputs = ""] = foldersOf(seeds);
  if (seeds.files.includes(name)) return;
  await mkdir2(inputs, { recursive: true });
  await writeFile3(join10(inputs, name), bytes);
}
async function restoreSeeds(folder, seeds, sinceMs = 0) {
  const folders = foldersOf(seeds);
  for (const { name } of await newInputs(seeds)) {
    const path = join10(folders[2] ?? "", name);
    if ((await lstat2(path)).mtimeMs >= sinceMs) await unlink(path);
  }
  for (const path of folders.toReversed().slice(0, seeds.missingFolders)) {
    const left = await rmdir(path).catch((error) => error);
    if (left instanceof Error && !isMissing(left)) break;
  }
  await rm3(join10(folder, fileName2), { force: true });
}
function isMissing(error) {
  return codeOf(error) === "ENOENT";
}
function codeOf(error) {
  return error.code ?? String(error);
}
async function keepInput(path, bytes) {
  await mkdir2(dirname3(path), { recursive: true });
  await writeFile3(path, bytes);
}
async function leftSeeds(folder) {
  return parseSeeds(await readBounded(join10(folder, fileName2), maxRecordBytes2));
}

// src/run/fuzz/read-fuzz.ts
var maxShownBytes = 1 << 20;
var maxMessageChars5 = 2e3;
async function readFuzz(request) {
  const { out, leg } = request;
  const found = { reports: /* @__PURE__ */ new Map(), crashed: [], gaps: [], endedAt: 0 };
  const { plan } = request;
  await cleanUpSeeds({ out, plan, leg, trusted: await isOwnFolder(out, plan) }, found);
  for (const what of await readFuzzProblems(out, leg.name))
    found.gaps.push({ what, leg: leg.name });
  const byTarget = /* @__PURE__ */ new Map();
  for (const one of await readPasses(out, leg.name)) {
    const key = JSON.stringify([one.fuzz.record.package, one.fuzz.record.target]);
    byTarget.set(key, [...byTarget.get(key) ?? [], one]);
  }
  for (const passes of byTarget.values()) {
    const name = passes[0]?.fuzz.record.package ?? "";
    const planned = leg.packages.find((item) => item.package === name);
    if (planned === void 0) continue;
    const { report, source } = await readTarget(request, planned, passes);
    found.reports.set(name, [...found.reports.get(name) ?? [], report]);
    if (source !== null) found.crashed.push(source);
  }
  for (const { name, report } of notReached(request, found.reports))
    found.reports.set(name, [...found.reports.get(name) ?? [], report]);
  return found;
}
function* notReached({ leg, packages }, reports) {
  if (leg.fuzzMs === void 0) return;
  const passed = new Set(
    packages.filter((run) => run.ending === "passed").map((run) => run.package)
  );
  for (const planned of leg.packages) {
    const name = planned.package;
    const seen = new Set((reports.get(name) ?? []).map(({ target }) => target));
    for (const target of passed.has(name) ? targetNames(planned) : [])
      if (!seen.has(target)) yield { name, report: unbegun(target, leg.fuzzMs) };
  }
}
function unbegun(target, budgetMs) {
  return {
    ...{ target, budgetMs, elapsedMs: 0, executions: null, newInputs: null, corpus: null },
    ...{ outcome: "stopped", because: "its turn did not come", failing: null }
  };
}
async function isOwnFolder(out, { directory }) {
  return isBelow(out, directory) || (await readMarker(out))?.pid === process.pid;
}
async function cleanUpSeeds({ out, plan, leg, trusted }, found) {
  for (const { folder, record: record2 } of await readFuzzRecords(out, leg.name)) {
    await keeperGone(folder);
    const goEnd = parseGoEndRecord(await readBounded(goTestFiles.goEnd(folder), 1 << 20));
    found.endedAt = Math.max(found.endedAt, Date.parse(goEnd?.endedAt ?? "") || 0);
    const seeds = await leftSeeds(folder);
    const problems = [...(await readFuzzResult(folder))?.problems ?? []];
    const isKnown = leg.packages.some(({ dir }) => dir === seeds?.directory);
    if (seeds !== null && isKnown && !trusted)
      problems.push(`inputs of ${seeds.target} may have been left in ${seeds.directory}`);
    else if (seeds !== null && isKnown)
      await restoreSeeds(folder, seeds, Date.parse(plan.startedAt)).catch((error) => {
        problems.push(`testdata/fuzz could not be cleaned up: ${String(error)}`);
      });
    const told = found.gaps.filter((gap) => gap.package === record2.package);
    for (const what of new Set(problems))
      if (told.every((gap) => gap.what !== what))
        found.gaps.push({ what, leg: leg.name, package: record2.package });
  }
}
async function readTarget(request, planned, passes) {
  const past = [];
  for (const one of passes) past.push(await toPastPass(one, request.cancel !== null));
  const at2 = tellingPass(past);
  const [telling, folders] = [past[at2], passes[at2]];
  if (telling === void 0 || folders === void 0) throw new Error("a fuzz target of no pass");
  const { target, budgetMs } = folders.fuzz.record;
  const shown = telling.replay === "failed" ? folders.replay ?? folders.fuzz : folders.fuzz;
  const source = isFailure(telling) ? withoutNumber(await replayedRun({ ...request, planned, target, folder: shown.folder })) : null;
  const failing = await failingInput2(
    request.out,
    folders,
    telling,
    folderInRepository(request.plan, planned)
  );
  const isMute = source === null || telling.ending.kind === "killed" || telling.progress.unwritten !== null;
  const message = isMute ? "" : messageOf(source.run);
  const outcome = outcomeOf(past, source?.run ?? null);
  const cause = source?.run.cause ?? null;
  return {
    report: {
      ...{ target, budgetMs, failing },
      elapsedMs: past.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
      executions: total(past.map(({ progress: progress2 }) => progress2.executions)),
      newInputs: total(past.map(({ progress: progress2 }) => progress2.newInputs)),
      corpus: past[0]?.progress.corpus ?? null,
      outcome,
      because: becauseOf(past),
      // A fuzzing process that died is no failed test, whatever go test calls it.
      ...!cause || outcome === "crashed" && cause.id === "test-failure" ? {} : { cause },
      ...message === "" ? {} : { message }
    },
    source
  };
}
function withoutNumber(source) {
  const { run } = source;
  return {
    ...source,
    run: { ...run, attempts: run.attempts.map((one) => ({ ...one, number: 0 })) }
  };
}
async function failingInput2(out, { fuzz }, { replay, progress: progress2 }, packageFolder) {
  const { folder, record: record2 } = fuzz;
  const input = (await readFuzzResult(folder))?.input ?? null;
  if (input === null) return null;
  const path = keptInput(folder, record2.target, input.name);
  const text2 = input.bytes > maxShownBytes ? null : await readBounded(path, maxShownBytes);
  const values = text2 === null ? null : parseCorpusFile(text2);
  const call = values === null ? null : addCall(values);
  const kept = relative4(out, path);
  return {
    corpusFile: join11(packageFolder, "testdata", "fuzz", record2.target, input.name),
    path: kept,
    bytes: input.bytes,
    minimised: progress2.minimising && !progress2.diedMinimising,
    ...values === null ? {} : { values: shownValues(values) },
    ...call === null ? {} : { addCall: call },
    replay: replay ?? "unknown",
    regressionTest: replay === "failed" ? kept : null
  };
}
function messageOf({ tests: tests2, ending }) {
  if (ending !== "failed") return "";
  const failure = tests2.failures.find(({ message }) => message !== "");
  const lines = (failure?.message ?? "").split("\n").filter((line) => !line.startsWith("fuzz: "));
  return lines.join("\n").slice(0, maxMessageChars5);
}
function total(counts) {
  const known2 = counts.filter((one) => one !== null);
  return known2.length === 0 ? null : known2.reduce((sum, one) => sum + one, 0);
}

export {
  bareCrash,
  createCrashScanner,
  parseCrashFile,
  reconcile,
  sayings,
  diagnose,
  completeness,
  decideEnding,
  failureMessage,
  culprits,
  sumCallSites,
  holdersOf,
  parseSnapshotMeta,
  readBlackBox,
  causeFacts,
  endingFacts,
  reportAttempt,
  peakRssBytes,
  gatherGaps,
  maxCrashBytes,
  readAttempts,
  carryOver,
  noDiagnosis,
  readDiagnosis,
  createFold,
  noteIsolation,
  writeStress,
  noteDecision,
  writeRerun,
  writeStarted,
  readReruns,
  givesResults2 as givesResults,
  readLeg,
  resultsOf,
  readGoTest,
  hangMs,
  nextPass,
  mayHaveOutgrownItsShare,
  wasFull,
  targetNames,
  fuzzFolder,
  keptInput,
  writeFuzzRecord,
  writeFuzzResult,
  writeFuzzProblems,
  dataLimitBytes,
  softLimitBytes,
  replayLimitBytes,
  pastPass,
  noteSeeds,
  whyUnwritable,
  newInputs,
  placeInput,
  restoreSeeds,
  keepInput,
  readFuzz,
  cleanUpSeeds
};
