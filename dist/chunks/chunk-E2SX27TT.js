import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  topLevel
} from "./chunk-BMXZFYSJ.js";

// src/gotest/excerpt.ts
function createExcerpt(headChars = 8 * 1024, tailChars = 24 * 1024) {
  let head = "";
  let tail = "";
  let omitted = 0;
  return {
    add(text) {
      let rest = text;
      const room = headChars - head.length;
      if (room > 0 && tail === "" && omitted === 0) {
        head += rest.slice(0, room);
        rest = rest.slice(room);
      }
      if (rest === "") return;
      tail += rest;
      if (tail.length > 2 * tailChars) {
        omitted += tail.length - tailChars;
        tail = tail.slice(-tailChars);
      }
    },
    text() {
      const cut = Math.max(0, tail.length - tailChars);
      const left = omitted + cut;
      if (left === 0) return head + tail;
      return `${head}
... ${String(left)} characters left out, the log file has all ...
${tail.slice(cut)}`;
    },
    isEmpty: () => head === "" && tail === ""
  };
}

// src/crash/parsed-crash.ts
var crashKinds = [
  // panic: VALUE, also the runtime errors, and what package testing raises
  "panic",
  // fatal error: MESSAGE
  "fatal-error",
  // SIGSEGV: segmentation violation, SIGQUIT: quit
  "signal",
  // panic: test timed out after 10m0s; *** Test killed with quit: ran too long
  "timeout",
  // WARNING: DATA RACE
  "data-race",
  // ==1==ERROR: AddressSanitizer, MemorySanitizer, LeakSanitizer, ThreadSanitizer
  "sanitizer",
  // goroutineleak profile: total 3; "found unexpected goroutines"
  "goroutine-leak",
  // exit status 3, or a package that fails though no test of it does, with nothing that tells why
  "exit",
  // signal: killed
  "killed",
  // what the go command, compiler, linker or vet refuse
  "build-failure"
];
function endsProcess(kind) {
  return kind === "panic" || kind === "fatal-error" || kind === "signal" || kind === "timeout";
}

// src/gotest/framing.ts
function shimMarker(output) {
  return /^crash-guard: record (?<id>[0-9a-f]{32})\r?\n?$/.exec(output)?.groups?.["id"] ?? null;
}
function isFrameLine(output) {
  return /^(?:=== (?:RUN|PAUSE|CONT|NAME) | *--- (?:PASS|SKIP|FAIL): |PASS\r?\n|ok {2}\t|coverage: )/.test(
    output
  );
}
function isResultLine(output) {
  return /^ *--- (?:PASS|SKIP|FAIL): /.test(output);
}
var actions = { PASS: "pass", FAIL: "fail", SKIP: "skip" };
function resultOf(test, output) {
  const word = /^ *--- (?<word>PASS|SKIP|FAIL): /.exec(output)?.groups?.["word"];
  const rest = output.slice(output.indexOf(": ") + 2);
  if (word === void 0 || !rest.startsWith(`${test} (`)) return null;
  const seconds = /^ \((?<seconds>\d{1,9}\.\d\d)s\)\r?\n?$/.exec(rest.slice(test.length));
  if (seconds === null) return null;
  return {
    action: actions[word],
    seconds: Number(seconds.groups?.["seconds"])
  };
}
function unbuiltPackage(line) {
  return /^FAIL\t(?<package>\S+) \[(?:build|setup) failed\]$/.exec(line)?.groups?.["package"] ?? null;
}

// src/gotest/benchmark-lines.ts
var maxBenchmarks = 1e3;
var maxPieceChars = 1e3;
function createBenchmarkLines() {
  const found = /* @__PURE__ */ new Map();
  let begun = "";
  return {
    add(output) {
      const line = begun + output;
      begun = line.endsWith("	") && line.includes("Benchmark") ? line.slice(-maxPieceChars) : "";
      if (begun !== "") return;
      const benchmark = benchmarkLine(line);
      if (benchmark === null) return;
      const known = found.get(benchmark.name);
      if (known === void 0) {
        if (found.size < maxBenchmarks) found.set(benchmark.name, benchmark);
        return;
      }
      known.bytesPerOp = Math.min(known.bytesPerOp, benchmark.bytesPerOp);
      known.allocsPerOp = Math.min(known.allocsPerOp, benchmark.allocsPerOp);
    },
    results: () => withoutProcessors([...found.values()])
  };
}
function benchmarkLine(line) {
  if (!line.includes(" B/op") || line.length > 4 * maxPieceChars) return null;
  const [title = "", times = "", ...cells] = line.trimEnd().split("	");
  const word = title.trimEnd().split(" ").pop() ?? "";
  const name = word.slice(Math.max(0, word.indexOf("Benchmark")));
  if (!/^Benchmark(?![a-z])/.test(name) || !/^ *\d+$/.test(times)) return null;
  const bytesPerOp = figure(cells, "B/op");
  const allocsPerOp = figure(cells, "allocs/op");
  return bytesPerOp === null || allocsPerOp === null ? null : { name, bytesPerOp, allocsPerOp };
}
function figure(cells, unit) {
  const cell = cells.find((text) => text.endsWith(` ${unit}`));
  const number = /^ *(?<number>\d+(?:\.\d+)?)$/.exec(cell?.slice(0, -unit.length - 1) ?? "");
  return number === null ? null : Number(number.groups?.["number"]);
}
function withoutProcessors(benchmarks) {
  const ends = new Set(benchmarks.map(({ name }) => /-\d+$/.exec(name)?.[0] ?? ""));
  const [end = ""] = ends;
  if (ends.size !== 1 || end === "") return [...benchmarks];
  return benchmarks.map((benchmark) => ({
    ...benchmark,
    name: benchmark.name.slice(0, -end.length)
  }));
}

// src/gotest/package-lines.ts
var crashWords = [
  "panic: ",
  "fatal error: ",
  "SIGSEGV: ",
  "SIGBUS: ",
  "SIGFPE: ",
  "SIGABRT: ",
  "SIGQUIT: ",
  "SIGTRAP: ",
  "SIGILL: "
];
function foldPackageEvent(fold, event) {
  switch (event.action) {
    case "start":
      fold.started = true;
      return;
    case "pass":
    case "fail":
    case "skip":
      fold.action = event.action;
      fold.elapsedMs = event.elapsedSeconds === null ? null : event.elapsedSeconds * 1e3;
      if (event.failedBuild !== "") {
        fold.buildFailed = true;
        fold.failedBuild = event.failedBuild;
      }
      return;
    default:
      return;
  }
}
function notePackageLine(fold, output) {
  const line = output.trimEnd();
  const name = fold.package;
  if (isCached(line, name)) fold.saysCached = true;
  else if (line.startsWith("-test.shuffle ") && isBeforeTests(fold))
    fold.shuffleSeed ??= /^-test\.shuffle (?<seed>-?\d{1,20})$/.exec(line)?.groups?.["seed"] ?? null;
  else if (line === "PASS") fold.saysPass = true;
  else if (line === `?   	${name}	[no test files]`) fold.noTestFiles = true;
  else if (line.startsWith(`	${name}		coverage: `)) fold.noTestFiles = true;
  else if (line.startsWith("FAIL	") && /\[(?:build|setup) failed\]$/.test(line)) {
    fold.buildFailed = true;
    fold.setupFailed ||= line.endsWith("[setup failed]");
  } else if (line.startsWith("*** Test killed with ")) fold.killedByGo = true;
}
function isCached(line, name) {
  const start = `ok  	${name}	(cached)`;
  return line === start || line.startsWith(`${start}	`) || line.startsWith(`${start} `);
}
function isBeforeTests({ running, passed, failed, skipped }) {
  return running.size === 0 && passed + failed + skipped === 0;
}
function noteCrash(fold, output) {
  if (output.includes("panic: test timed out after ")) fold.timedOut = true;
  if (fold.crashLine !== null) return;
  const at = crashWords.map((word) => output.indexOf(word)).find((index) => index >= 0);
  if (at !== void 0) fold.crashLine = output.slice(at).trimEnd();
}

// src/gotest/strangers.ts
var maxStrangers = 1e4;
function isStrangers(fold, { action, test }) {
  const top = topLevel(test);
  if (action === "run" && test === top && fold.strangers.size < maxStrangers) {
    const host = atWork(fold, test);
    if (host !== void 0) fold.strangers.set(test, host);
  }
  return fold.strangers.has(top);
}
function forgetStrangers({ strangers }, host) {
  for (const [stranger, of] of strangers) if (of === host) strangers.delete(stranger);
}
function atWork({ running, paused }, begins) {
  if (isBenchmark(begins) || running.has(begins) || running.size === paused.size) return void 0;
  for (const test of running.keys())
    if (!test.includes("/") && !paused.has(test) && !isBenchmark(test)) return test;
  return void 0;
}

// src/gotest/package-fold.ts
var maxFailures = 2e3;
var maxEndedNames = 1e5;
var maxCases = 1e4;
var maxCaseChars = 1024 * 1024;
function newPackageFold(name) {
  return {
    package: name,
    action: null,
    elapsedMs: null,
    started: false,
    passed: 0,
    failed: 0,
    skipped: 0,
    failures: [],
    failuresLeftOut: 0,
    cases: [],
    caseChars: 0,
    ended: /* @__PURE__ */ new Map(),
    running: /* @__PURE__ */ new Map(),
    paused: /* @__PURE__ */ new Set(),
    strangers: /* @__PURE__ */ new Map(),
    saysPass: false,
    lastContinued: null,
    inParallel: false,
    shuffleSeed: null,
    framed: /* @__PURE__ */ new Map(),
    output: createExcerpt(),
    benchmarks: createBenchmarkLines(),
    record: null,
    saysCached: false,
    noTestFiles: false,
    buildFailed: false,
    failedBuild: null,
    setupFailed: false,
    crashLine: null,
    timedOut: false,
    killedByGo: false
  };
}
function isBenchmark(test) {
  return /^Benchmark(?![a-z])/.test(test);
}
function foldEvent(fold, event) {
  if (event.action === "output") foldOutput(fold, event);
  else if (event.test === "") foldPackageEvent(fold, event);
  else if (isMisplaced(fold, event)) {
    failFramed(fold);
    foldPackageEvent(fold, event);
  } else foldTestEvent(fold, event);
}
function isMisplaced(fold, { action, test, elapsedSeconds }) {
  if (action !== "pass" && action !== "fail" && action !== "skip") return false;
  const line = fold.framed.get(test);
  if (line === void 0) return true;
  if (line !== null && line.action !== action) return true;
  if (line !== null && elapsedSeconds !== null && line.seconds !== elapsedSeconds) return true;
  fold.framed.delete(test);
  return false;
}
function failFramed(fold) {
  for (const [test, line] of fold.framed)
    if (line?.action === "fail" && fold.running.has(test)) endFailed(fold, test, line.seconds);
  fold.framed.clear();
}
function foldTestEvent(fold, event) {
  const { test, elapsedSeconds } = event;
  if (isStrangers(fold, event)) return;
  switch (event.action) {
    case "run":
      fold.running.set(test, createExcerpt());
      return;
    case "pause":
      fold.paused.add(test);
      fold.inParallel = true;
      return;
    case "cont":
      fold.paused.delete(test);
      fold.lastContinued = test;
      return;
    case "pass":
      fold.passed++;
      endTest(fold, test, "passed", elapsedSeconds);
      return;
    case "skip":
      fold.skipped++;
      endTest(fold, test, "skipped", elapsedSeconds);
      return;
    case "fail":
      endFailed(fold, test, elapsedSeconds);
      return;
    default:
      return;
  }
}
function endFailed(fold, test, elapsedSeconds) {
  fold.failed++;
  const output = fold.running.get(test)?.text() ?? "";
  if (fold.failures.length < maxFailures) fold.failures.push({ test, output });
  else fold.failuresLeftOut++;
  endTest(fold, test, "failed", elapsedSeconds);
}
function endTest(fold, test, outcome, elapsedSeconds) {
  fold.running.delete(test);
  fold.paused.delete(test);
  forgetStrangers(fold, test);
  if (fold.cases.length < maxCases && fold.caseChars + test.length <= maxCaseChars) {
    const elapsedMs = elapsedSeconds === null ? null : Math.round(elapsedSeconds * 1e3);
    fold.cases.push({ test, outcome, elapsedMs });
    fold.caseChars += test.length;
  }
  if (test.includes("/")) return;
  const times = fold.ended.get(test) ?? 0;
  if (times > 0 || fold.ended.size < maxEndedNames) fold.ended.set(test, times + 1);
}
function foldOutput(fold, event) {
  const { output, test } = event;
  if (test === "") {
    const marker = fold.record === null ? shimMarker(output) : null;
    if (marker !== null) {
      fold.record = marker;
      return;
    }
  }
  if (test === "" || output.startsWith("ok  	")) notePackageLine(fold, output);
  noteCrash(fold, output);
  fold.benchmarks.add(output);
  if (test !== "" && isResultLine(output)) noteResult(fold, test, output);
  if (isFrameLine(output)) return;
  (fold.running.get(test) ?? fold.output).add(output);
}
function noteResult({ framed }, test, output) {
  const result = resultOf(test, output);
  if (result !== null || !framed.has(test)) framed.set(test, result);
}

// src/gotest/build-text.ts
function splitBuildText(text) {
  const blocks = /* @__PURE__ */ new Map();
  let current = "";
  for (const line of text.split("\n")) {
    const header = /^# \[?(?<path>[^\s\]]+)\]?(?: \[\S+\])?$/.exec(line);
    if (header !== null) {
      current = header.groups?.["path"] ?? "";
      if (line.startsWith("# [")) blocks.set(current, `${blocks.get(current) ?? ""}${line}
`);
    } else if (line !== "") blocks.set(current, `${blocks.get(current) ?? ""}${line}
`);
  }
  return blocks;
}
function buildTextOf(fold, builds, goStderr) {
  const linked = fold.failedBuild === null ? void 0 : builds.get(fold.failedBuild);
  if (linked !== void 0) return linked.text();
  const all = [...[...builds.values()].map((text) => text.text()), goStderr].join("");
  return splitBuildText(all).get(fold.package) ?? all;
}

export {
  crashKinds,
  endsProcess,
  createExcerpt,
  shimMarker,
  unbuiltPackage,
  newPackageFold,
  isBenchmark,
  foldEvent,
  splitBuildText,
  buildTextOf
};
