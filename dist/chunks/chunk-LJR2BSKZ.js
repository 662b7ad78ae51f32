import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  growth,
  memoryGrowth
} from "./chunk-ISKTQOTD.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";

// src/report/decisive-attempt.ts
function decisiveAttempt({
  ending,
  attempts
}) {
  const same = attempts.filter((attempt) => attempt.ending === ending);
  const telling = same.find(({ exitCode }) => ending !== "exited" || exitCode !== 0);
  return telling ?? same[0] ?? attempts.at(-1);
}

// src/heap/test-of-places.ts
var shared = "shared";
var others = "(others)";
function testOfPlaces(places) {
  let at = places.length - 1;
  while (at >= 0 && places[at]?.testRunner !== true) at--;
  if (at < 0) return places.findLast(isClosureOfTest)?.declaredTest ?? null;
  while (at >= 0 && places[at]?.standardLibrary === true) at--;
  return places[at]?.declaredTest ?? null;
}
function isClosureOfTest({ declaredTest, standardLibrary }) {
  return declaredTest !== null && declaredTest !== "TestMain" && !standardLibrary;
}

// src/cause/last-words.ts
var maxLineChars = 300;
var label = "last line: ";
var framing = /^(?:FAIL(?:$|\s)|ok {2}|exit status |=== |\s*--- |PASS$|coverage: |testing: warning: )/;
var logHeader = /^(?:\S{0,40} ?)?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? /;
function lastLine(output) {
  const lines = output.trimEnd().split("\n");
  const last = lines.findLast((text) => text.trim() !== "" && !framing.test(text));
  return last === void 0 ? null : last.slice(0, maxLineChars);
}
function lastLogLine(output) {
  const lines = output.trimEnd().split("\n").slice(-6);
  return lines.findLast((line) => logHeader.test(line)) ?? null;
}
function lastWords(output) {
  const line = lastLine(output);
  return line === null ? [] : [{ source: "output", detail: `${label}${line}` }];
}
function partingWords({ id, evidence }) {
  if (id !== "log-fatal" && id !== "testmain-exit") return null;
  const said = evidence.find(
    ({ source, detail }) => source === "output" && detail.startsWith(label)
  );
  const words = said?.detail.slice(label.length).replace(logHeader, "").trim() ?? "";
  return words === "" ? null : words;
}

// src/cause/refusals.ts
var refusalRules = [
  { id: "setup-failed", find: goRefused },
  { id: "exec-failed", find: starterFailed }
];
var refusals = [
  // invalid value "x" for flag -count: parse error     go: invalid value "x" for flag -p (from $GOFLAGS): parse error
  /^(?:go: )?(?:invalid (?:boolean )?value "|flag (?:provided but not defined|needs an argument): -)/,
  // go: parsing $GOFLAGS: unknown flag -bogus
  /^go: parsing \$GOFLAGS: /,
  // cannot use -fuzz flag with multiple packages     -covermode must be "atomic", not "set", when -race is enabled
  /^(?:go: )?(?:cannot use -\S+ flag |may not use -|-\S{1,40} must be |no packages to test)/,
  // go: -race requires cgo; enable cgo by setting CGO_ENABLED=1     buildmode=nosuch not supported
  /^(?:go: )?-?\S{1,40} (?:requires cgo|(?:is )?(?:only |not )supported)/,
  // go: unsupported GOOS/GOARCH pair windows/riscv64     unsupported setting GO386=bad
  /^(?:go: )?(?:unsupported GOOS\/GOARCH pair|unsupported setting GO|invalid GO[A-Z]|unknown (?:environment setting )?GO[A-Z])/,
  // go: GOPATH entry is relative; must be absolute path: "rel".
  /^go: GO[A-Z]{1,20} (?:entry|environment variable) /,
  // go: error obtaining buildID for go tool compile: exec: "nosuch": executable file not found in $PATH
  /^go: (?:error obtaining buildID for|no such tool|cannot find GOROOT)/,
  // go: creating work dir: stat /nonexistent: no such file or directory
  /^go: creating work dir: /,
  // failed to initialize build cache at /x: mkdir /x: permission denied
  /^(?:failed to initialize build cache at|build cache is) /
];
var chatter = /^go: (?:downloading|finding|extracting|found|added|upgraded|downgraded|removed|updating|warning|writing|module)\b/;
function goRefused(facts) {
  const { ending, start, build } = facts;
  if (ending !== "not-started" || start !== null || build === null) return null;
  const lines = build.text.split("\n").map((line2) => line2.slice(0, 2e3));
  const refused = lines.find((line2) => refusals.some((pattern) => pattern.test(line2)));
  const line = refused ?? lines.findLast((text) => text.startsWith("go: ") && !chatter.test(text));
  if (line === void 0) return null;
  return {
    confidence: refused === void 0 ? "consistent" : "confirmed",
    summary: "the go command ended before it built or ran the package",
    evidence: [{ source: "go test", detail: line.slice(0, 300) }]
  };
}
function refusalSteps(facts) {
  const line = goRefused(facts)?.evidence[0]?.detail;
  if (line === void 0) return null;
  if (/^go: creating work dir: /.test(line))
    return ["point GOTMPDIR, or TMPDIR, to a folder that is there and can be written to"];
  if (line.includes("build cache"))
    return ["point GOCACHE to a folder that is there and can be written to"];
  if (line.includes("$GOFLAGS")) return ["correct GOFLAGS in the environment"];
  return [
    "correct the flag (input: go-test-flags) or the setting (env) that the go command refused"
  ];
}
var startError = /^(?:exec: "(?<quoted>[^"]{1,4096})"|fork\/exec (?<path>.{1,4096}?)): (?:stat .{1,4096}: )?(?<error>.{1,300})$/;
function starterFailed(facts) {
  const starter = starterOf(facts);
  if (starter === null) return null;
  const errno = facts.death?.errno ?? null;
  const call = facts.failedCall;
  return {
    confidence: errno === null ? "consistent" : "confirmed",
    summary: `the program that -exec gives could not be started: ${starter.program}: ${starter.error}`,
    evidence: [
      { source: "start", detail: `${starter.said}${errno === null ? "" : ` (${errno})`}` },
      ...call === null ? [] : [{ source: "strace", detail: call.line }]
    ]
  };
}
function starterOf({ end }) {
  const said = end?.startError ?? null;
  const groups = said === null ? void 0 : startError.exec(said)?.groups;
  const program = groups?.["quoted"] ?? groups?.["path"];
  if (said === null || program === void 0 || /\.test(?:\.exe)?$/.test(program)) return null;
  return { program, error: groups?.["error"] ?? "", said: said.slice(0, 300) };
}

// src/cause/guard-groups.ts
function isOurCeiling({ guard }, { path }) {
  const made = guard?.memoryDir ?? "";
  const outer = path.replace(/\/(?:go|tests)$/, "");
  return made !== "" && [path, outer].some((one) => one.length > 1 && made.endsWith(one));
}
function isInGuard(taskGroup, { guard }) {
  const own = guard?.memoryDir.split("/").at(-1) ?? "";
  return own === "" ? null : taskGroup.split("/").includes(own);
}

// src/cause/exit-status.ts
var signalNumbers = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM"
};
var ntStatus = {
  1073807364: "DBG_TERMINATE_PROCESS",
  2147483651: "STATUS_BREAKPOINT",
  3221225477: "STATUS_ACCESS_VIOLATION",
  3221225495: "STATUS_NO_MEMORY",
  3221225501: "STATUS_ILLEGAL_INSTRUCTION",
  3221225620: "STATUS_INTEGER_DIVIDE_BY_ZERO",
  3221225725: "STATUS_STACK_OVERFLOW",
  3221225773: "STATUS_COMMITMENT_LIMIT",
  3221225781: "STATUS_DLL_NOT_FOUND",
  3221225786: "STATUS_CONTROL_C_EXIT",
  3221225794: "STATUS_DLL_INIT_FAILED",
  3221226356: "STATUS_HEAP_CORRUPTION",
  3221226505: "STATUS_STACK_BUFFER_OVERRUN"
};
var ownCodes = {
  2: "the code of a Go panic, throw or signal dump, when its text is there",
  66: "the code of ThreadSanitizer, the race detector"
};
function describeExitCode(code) {
  const unsigned = code >>> 0;
  const status = ntStatus[unsigned];
  if (status !== void 0) return `0x${unsigned.toString(16).toUpperCase()} ${status}`;
  const own = ownCodes[code];
  if (own !== void 0) return own;
  const signal = code > 128 && code < 160 ? signalNumbers[code - 128] : void 0;
  if (signal !== void 0)
    return `${String(code)} is 128 + ${String(code - 128)}: how a shell reports a child that ${signal} ended; this process itself was not ended by a signal`;
  if (code === 255) return "also exit(-1); it names no cause";
  return null;
}
function ntStatusName(code) {
  return code === null ? null : ntStatus[code >>> 0] ?? null;
}
function waitStatus(facts) {
  const { end } = facts;
  if (end === null) return [];
  if (end.signal !== null) {
    const core = end.coreDumped ? ", core dumped" : "";
    return [{ source: "wait status", detail: `ended by ${end.signal}${core}` }];
  }
  if (end.exitCode === null) return [];
  const meaning = describeExitCode(end.exitCode);
  const detail = `exit code ${String(end.exitCode)}${meaning === null ? "" : ` (${meaning})`}`;
  return [{ source: "wait status", detail }];
}

// src/cause/kernel-log.ts
var decision = /oom-kill:constraint=CONSTRAINT_(?<constraint>[A-Z_]{1,40}),.{0,300}?,task=(?<name>.{0,16}?),pid=(?<pid>\d{1,9}),/;
var oomGroupPattern = /,oom_memcg=(?<group>[^,]{1,300}),/;
var taskGroupPattern = /,task_memcg=(?<group>[^,]{1,300}),/;
var killed = /(?<scope>Memory cgroup out of memory|Out of memory): Killed process (?<pid>\d{1,9}) \((?<name>.{0,16}?)\)/i;
var held = / anon-rss:(?<anon>\d{1,12})kB, file-rss:\d{1,12}kB, shmem-rss:(?<shmem>\d{1,12})kB/;
function kernelKills(lines) {
  const found = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const match = decision.exec(line) ?? killed.exec(line);
    if (match?.groups === void 0) continue;
    const { name = "", constraint, scope } = match.groups;
    const pid = Number(match.groups["pid"]);
    const before = found.get(pid);
    found.set(pid, {
      pid,
      name,
      constraint: before?.constraint ?? constraintOf(constraint, scope),
      oomGroup: before?.oomGroup ?? oomGroupPattern.exec(line)?.groups?.["group"] ?? null,
      taskGroup: before?.taskGroup ?? taskGroupPattern.exec(line)?.groups?.["group"] ?? null,
      rssBytes: before?.rssBytes ?? rssOf(line),
      lines: [...before?.lines ?? [], line].slice(0, 4)
    });
  }
  return [...found.values()];
}
function rssOf(line) {
  const { anon, shmem } = held.exec(line)?.groups ?? {};
  return anon === void 0 ? null : (Number(anon) + Number(shmem)) * 1024;
}
function constraintOf(constraint, scope) {
  if (constraint !== void 0) return constraint === "MEMCG" ? "memcg" : "none";
  return scope?.toLowerCase().startsWith("memory cgroup") === true ? "memcg" : "none";
}

// src/cause/oom-facts.ts
function oomFacts(facts) {
  const { death, start } = facts;
  const levels = memoryGrowth(death?.memory ?? facts.guardEnd);
  const log = death === null ? facts.guardEnd?.kernelLog ?? null : death.kernelLog;
  const kills = kernelKills(log?.lines ?? []);
  const inGroup = kills.filter(
    ({ taskGroup }) => start?.cgroup?.own === true && taskGroup?.endsWith(start.cgroup.path) === true
  );
  const own = facts.kernelPids ? kills.find(({ pid }) => pid === start?.pid) ?? null : null;
  const logIsComplete = log !== null && log.source !== "" && log.cut !== true;
  const kill = own ?? inGroup[0] ?? null;
  const vmstat = (death ?? facts.guardEnd)?.vmstatOomKill ?? null;
  return {
    levels,
    own: start?.cgroup?.own ?? false,
    kill,
    heldBytes: own?.rssBytes ?? null,
    earlier: own === null ? null : largerBefore(own, kills, levels[0]?.oomKill ?? 0),
    self: own !== null || kill !== null && !facts.kernelPids,
    others: facts.kernelPids && logIsComplete && own === null && kills.length > 0,
    logIsComplete,
    machine: vmstat === null ? null : growth(vmstat.before, vmstat.after)
  };
}
function largerBefore(own, kills, counted) {
  if (kills.some(({ taskGroup }) => taskGroup === null)) return null;
  const ofGroup = kills.filter(({ taskGroup }) => taskGroup === own.taskGroup);
  const inItsLife = counted > 0 ? ofGroup.slice(-counted) : [];
  const before = inItsLife.slice(0, Math.max(0, inItsLife.indexOf(own))).filter(({ rssBytes }) => (rssBytes ?? 0) > (own.rssBytes ?? Infinity));
  return before.at(-1) ?? null;
}
function limitingLevel(known) {
  const byLog = known.kill?.oomGroup ?? null;
  const named = byLog === null ? void 0 : known.levels.find(({ path }) => path === byLog);
  if (named !== void 0 && named.limitBytes !== null) return named;
  const limited = known.levels.filter(({ limitBytes }) => limitBytes !== null);
  const hit = limited.find(({ oom: oom2, limitHits }) => (oom2 ?? limitHits ?? 0) > 0);
  if (hit !== void 0) return hit;
  return limited.find(
    ({ limitBytes, peakBytes }) => (peakBytes ?? 0) >= 0.97 * (limitBytes ?? Infinity)
  ) ?? null;
}

// src/cause/memory.ts
var memoryRules = [
  { id: "oom-guard", find: killedByWatcher },
  { id: "oom-cgroup", find: (facts) => oom(facts, "cgroup") },
  { id: "oom-host", find: (facts) => oom(facts, "host") }
];
function killedByWatcher(facts) {
  const kill = facts.watcherKill;
  if (kill === null || facts.build !== null) return null;
  const self = kill.pid === facts.start?.pid;
  const who = self ? "the test process" : `${kill.name}, which the tests had started,`;
  const ceiling2 = kill.ceilingBytes ?? facts.guard?.ceilingBytes ?? null;
  const limit = ceiling2 === null ? "the ceiling" : `the ceiling of ${formatBytes(ceiling2)}`;
  const occasion = struckEarly(kill) ? "because the machine was running out of memory" : `when the run reached ${limit}`;
  return {
    confidence: "confirmed",
    summary: `the guard stopped ${who} ${occasion}: it held ${formatBytes(kill.rssBytes)}`,
    evidence: [
      {
        source: "guard",
        detail: `watcher killed pid ${String(kill.pid)} (${kill.name}) at ${kill.at}: ${formatBytes(kill.rssBytes)} of ${formatBytes(kill.treeBytes)} that the run held in all`
      },
      ...waitStatus(facts)
    ],
    ...topAllocator(facts)
  };
}
function struckEarly({ treeBytes, ceilingBytes }) {
  return ceilingBytes !== null && treeBytes < 0.9 * ceilingBytes;
}
function topAllocator({ blackBox }) {
  const caller = mainHolder(blackBox)?.caller ?? null;
  return caller === null || caller.file.startsWith("/") ? {} : { position: caller };
}
function mainHolder(blackBox) {
  const [top] = blackBox?.functions ?? [];
  if (blackBox === null || top === void 0) return null;
  return top.bytes >= 0.1 * (blackBox.rssBytes ?? 0) ? top : null;
}
function oom(facts, where) {
  const known = oomFacts(facts);
  const killed2 = facts.end?.signal === "SIGKILL";
  const inner = known.levels[0];
  const counted = (inner?.oomKill ?? 0) > 0;
  const named = known.kill !== null;
  if (!counted && !named && !(where === "host" && machineAlone(facts, known))) return null;
  if (killed2) {
    if (known.others || counted && !named && !known.own && known.logIsComplete) return null;
    if (!named && wasAnother(facts, inner)) return null;
  } else if (!counted || !(known.own || saysKilled(facts))) return null;
  const place = placeOf(facts, known);
  if (place.where !== where) return null;
  const certain = place.proven && (known.self || known.own && isVictim(facts, inner));
  const level = limitingLevel(known);
  return {
    confidence: certain && killed2 ? "confirmed" : "consistent",
    summary: `${summarise(facts, where, level, killed2 && certain)}${held2(facts, known)}${earlierVictim(known)}`,
    evidence: [...waitStatus(facts), ...counters(known), ...logLines(facts, known)],
    ...topAllocator(facts)
  };
}
function saysKilled({ failureWords }) {
  return failureWords.some((words) => words.includes("signal: killed"));
}
function placeOf(facts, known) {
  const constraint = known.kill?.constraint ?? null;
  if (constraint !== null)
    return { where: constraint === "memcg" ? "cgroup" : "host", proven: true };
  const events = known.levels.filter(({ oom: oom2 }) => oom2 !== null);
  const full = events.find(({ oom: oom2 }) => (oom2 ?? 0) > 0);
  if (full !== void 0)
    return { where: "cgroup", proven: full === events[0] || isOurCeiling(facts, full) };
  if (events.length > 0) return { where: "host", proven: true };
  return { where: limitingLevel(known) === null ? "host" : "cgroup", proven: false };
}
function machineAlone(facts, known) {
  if ((known.machine ?? 0) === 0 || known.levels.length > 0 || known.logIsComplete) return false;
  return (facts.end?.maxRssBytes ?? 0) > 4 * (facts.death?.memAvailableBytes ?? 0);
}
function isVictim(facts, inner) {
  const peak = inner?.peakBytes ?? limitingLevel(oomFacts(facts))?.limitBytes ?? null;
  return peak !== null && (facts.end?.maxRssBytes ?? 0) * 2 >= peak;
}
function wasAnother(facts, inner) {
  if (inner?.oomKill !== 1 || inner.usageBytes === null || facts.end === null) return false;
  const peak = inner.peakBytes ?? 0;
  return facts.end.maxRssBytes * 10 < peak && inner.usageBytes * 2 < peak;
}
function summarise(facts, where, level, self) {
  const who = self ? "the kernel's OOM killer ended the test process" : facts.start?.cgroup?.own === true ? "the kernel's OOM killer ended a process of this test" : "the kernel's OOM killer ended a process of the group that this test ran in";
  if (where === "host") return `${who} because the whole machine ran out of memory`;
  if (level === null || level.limitBytes === null) return `${who} at the limit of a control group`;
  const limit = formatBytes(level.limitBytes);
  if (!isOurCeiling(facts, level))
    return `${who} at the limit of ${limit} of the control group ${level.path}`;
  const ceiling2 = facts.guard?.ceilingBytes ?? level.limitBytes;
  return ceiling2 < level.limitBytes ? `${who} when the tests and go test together reached ${limit} (memory-limit ${formatBytes(ceiling2)})` : `${who} at the ceiling of ${limit} (memory-limit)`;
}
function held2({ end }, { heldBytes }) {
  if (heldBytes !== null) return `; the test process had held ${formatBytes(heldBytes)}`;
  const peak = end?.maxRssBytes ?? 0;
  return peak === 0 ? "" : `; the largest of its processes had held ${formatBytes(peak)}`;
}
function earlierVictim({ earlier }) {
  if (earlier === null) return "";
  return `, and ${earlier.name} (pid ${String(earlier.pid)}), killed before it, ${formatBytes(earlier.rssBytes ?? 0)}`;
}
function* counters(known) {
  for (const [depth, { path, oomKill, limitBytes, peakBytes }] of known.levels.entries()) {
    if (depth > 0 && limitBytes === null && (oomKill ?? 0) === 0) continue;
    const limit = limitBytes === null ? "no limit" : `limit ${formatBytes(limitBytes)}`;
    const peak = peakBytes === null ? "" : `, peak ${formatBytes(peakBytes)}`;
    const kills = oomKill === null ? "" : `, oom_kill +${String(oomKill)}`;
    yield { source: "cgroup", detail: `${path}: ${limit}${peak}${kills}` };
  }
  if (known.machine !== null)
    yield { source: "vmstat", detail: `oom_kill +${String(known.machine)} on the whole machine` };
}
function* logLines(facts, known) {
  const log = facts.death?.kernelLog ?? null;
  if (log === null) return;
  if (log.source === "") yield { source: "kernel log", detail: `not readable: ${log.problem}` };
  for (const line of [...known.earlier?.lines ?? [], ...known.kill?.lines ?? []])
    yield { source: `kernel log (${log.source})`, detail: line };
}

// src/cause/usage-facts.ts
function limitOf(facts, name) {
  const before = facts.start?.limits[name];
  const after = facts.death?.limits?.[name];
  return {
    soft: tighter(before?.soft ?? null, after?.soft ?? null),
    hard: tighter(before?.hard ?? null, after?.hard ?? null)
  };
}
function tighter(a, b) {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}
function cpuMs(facts) {
  const { end } = facts;
  if (end?.userCpuMs === void 0 || end.systemCpuMs === void 0) return null;
  return end.userCpuMs + end.systemCpuMs;
}
function mayBeCpuLimit(usedMs, hardSeconds) {
  return usedMs >= 0.7 * hardSeconds * 1e3;
}
function refusals2(facts) {
  const change = facts.death?.pids ?? null;
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find(({ path }) => path === before.path);
    const count = growth(before.refused, after?.refused ?? null) ?? 0;
    return count > 0 ? [{ path: before.path, limit: after?.limit ?? before.limit, count }] : [];
  });
}

// src/cause/lost.ts
function lost(facts) {
  const { end, start, ending, goTestSignal } = facts;
  const neverStarted = ending === "not-started" && end === null && goTestSignal !== null;
  if (ending !== "lost" && !neverStarted) return null;
  if (end !== null && !end.parentGone && end.exitCode !== null)
    return disagreement(facts, end.exitCode);
  const detail = end !== null ? "the process ended because go test or its supervisor was gone" : start !== null ? `the process ${String(start.pid)} was started and nobody recorded its end` : "no record of a process";
  const kills = killedForMemory(facts);
  return {
    confidence: "confirmed",
    summary: lostWords(facts, kills),
    evidence: [
      { source: "records", detail },
      ...goTestSignal === null ? [] : [{ source: "keeper", detail: `go test: ${goTestSignal}` }],
      ...waitStatus(facts),
      ...kills.flatMap(
        ({ lines }) => lines.map((line) => ({ source: "kernel log", detail: line }))
      )
    ]
  };
}
function lostWords({ ending, goTestSignal }, kills) {
  if (goTestSignal === null) return "nobody saw how it ended: the records stop";
  const memory = kills.some(({ name }) => name === "go") ? ", by the kernel's OOM killer" : "";
  const before = ending === "lost" ? "nobody saw how it ended" : "it was never started";
  return `${before}: go test itself was ended by ${goTestSignal}${memory}`;
}
function killedForMemory(facts) {
  return kernelKills(facts.guardEnd?.kernelLog?.lines ?? []).filter(
    ({ pid, name, taskGroup }) => taskGroup !== null && isInGuard(taskGroup, facts) === true && (name === "go" || pid === facts.start?.pid)
  );
}
function disagreement(facts, exitCode) {
  const held3 = /^.{0,300}WaitDelay expired before I\/O complete.{0,100}$/m.exec(facts.output)?.[0];
  return {
    confidence: "confirmed",
    summary: held3 === void 0 ? `the process ended with exit code ${String(exitCode)}, and go test did not see its tests end` : "a process that the tests had left behind kept their output open, so go test gave up on it",
    evidence: [
      ...waitStatus(facts),
      ...held3 === void 0 ? [] : [{ source: "output", detail: held3.trim() }]
    ]
  };
}

// src/cause/advice.ts
function advice(id, facts) {
  return table[id](facts).filter((line) => line !== "");
}
var table = {
  "oom-cgroup": memorySteps,
  "oom-guard": memorySteps,
  "oom-host": (facts) => [
    ...memorySteps(facts),
    facts.guard === null || facts.guard.tier === "none" ? "set memory-limit, so that the test is stopped before the machine runs out" : ""
  ],
  "go-out-of-memory": memorySteps,
  "address-space-limit": (facts) => [
    `raise or drop the limit of address space (ulimit -v; now ${bytes(limitOf(facts, "as").soft ?? limitOf(facts, "data").soft)}): Go reserves far more than it uses`,
    facts.race ? "the race detector reserves terabytes of address space: it cannot run under such a limit" : ""
  ],
  "fd-limit": (facts) => [
    "look for files, connections and response bodies that are not closed",
    `else raise the limit: ulimit -n (now ${String(limitOf(facts, "nofile").soft ?? "not known")})`
  ],
  "thread-limit": () => [
    "look for goroutines blocked in system calls or cgo: each holds a thread",
    "else raise pids.max of the container, or ulimit -u, or run fewer packages at once: go-test-flags: -p 1"
  ],
  "file-size-limit": (facts) => [
    `raise the limit: ulimit -f (now ${bytes(limitOf(facts, "fsize").soft)})`
  ],
  "cpu-limit": (facts) => [
    `raise the limit: ulimit -t (now ${String(limitOf(facts, "cpu").hard ?? limitOf(facts, "cpu").soft ?? "?")} s)`
  ],
  "stack-limit": () => ["bound the recursion in the C code, or raise ulimit -s"],
  "memlock-limit": (facts) => [
    `raise the limit: ulimit -l (now ${bytes(limitOf(facts, "memlock").soft)})`
  ],
  "disk-full": (facts) => [
    `make room: ${spaceLeft(facts)}`,
    "GOTMPDIR and TMPDIR can point to a larger disk"
  ],
  killed: () => [
    "look for what kills processes here: a pkill or a Makefile, a deadline of exec.CommandContext, a container that is torn down, earlyoom or systemd-oomd (journalctl -u earlyoom -u systemd-oomd)"
  ],
  cancelled: () => [
    "somebody, a newer push or timeout-minutes cancelled the job: run it again if it was not meant"
  ],
  "runner-shutdown": () => [
    "run the job again; if it repeats, look at the log of the runner; in a terminal timeout(1) sends the same signal"
  ],
  timeout: ({ tests }) => [
    tests.unfinished.length > 0 ? `look where ${tests.unfinished[0] ?? ""} waits` : "look at what each goroutine waits for",
    "a longer timeout helps only if the tests were still making progress"
  ],
  panic: () => [],
  "init-panic": () => [],
  "fatal-error": () => [],
  "nil-dereference": () => [],
  "concurrent-map": () => [
    "guard the map with a mutex, or use sync.Map; the race leg shows both places"
  ],
  deadlock: () => ["look at what each goroutine waits for"],
  "stack-overflow": () => ["the frames that repeat in the stack are the recursion: give it an end"],
  signal: () => [],
  "data-race": () => ["protect both accesses with one mutex, or use a channel"],
  "goroutine-leak": () => [
    "end the goroutine before its test ends: close its channel, cancel its context, wait for it"
  ],
  checkptr: () => ["follow the rules of package unsafe at the named conversion"],
  sanitizer: () => ["the report of the sanitizer, with the stack, is in the output"],
  "test-failure": () => [],
  "os-exit": (facts) => [
    facts.exitTrace !== null || facts.ending === "crashed" ? "return an error there instead of calling os.Exit" : "search the tests, and what they call, for os.Exit"
  ],
  "log-fatal": () => ["return an error there instead of log.Fatal"],
  "testmain-exit": testMainSteps,
  "build-failed": () => [],
  "build-killed": (facts) => [
    ...raiseCeiling(facts),
    "build fewer packages at once: go-test-flags: -p 1"
  ],
  "vet-failed": () => [],
  "setup-failed": (facts) => refusalSteps(facts) ?? [
    'make "go build ./..." and "go vet ./..." succeed on a fresh clone first'
  ],
  "exec-failed": (facts) => startSteps(facts),
  "race-runtime-failed": () => [
    "the race detector needs a plain address space: no ulimit -v, and a kernel with fewer random bits (sysctl vm.mmap_rnd_bits=28) for old Go versions"
  ],
  "no-tests": () => ["check the package patterns, -run and build tags"],
  lost: (facts) => killedForMemory(facts).length > 0 ? [...raiseCeiling(facts), "build and run fewer packages at once: go-test-flags: -p 1"] : ["run it again; if it repeats, keep the run folder and look at who ends these processes"],
  unknown: () => ["keep the run folder: it holds everything that was seen"]
};
var raceDetectorsOwn = "the race detector's own";
function memorySteps(facts) {
  const { blackBox, tests } = facts;
  const steps = [];
  const { earlier } = oomFacts(facts);
  if (earlier !== null)
    steps.push(
      `look at ${earlier.name} (pid ${String(earlier.pid)}) and at what starts it: it held ${formatBytes(earlier.rssBytes ?? 0)}`
    );
  const top = mainHolder(blackBox);
  if (top !== null) {
    const where = `${top.caller?.function ?? top.function} (${top.caller?.file ?? top.file}:${String(top.caller?.line ?? top.line)})`;
    steps.push(
      `look at ${where}: it held ${formatBytes(top.bytes)}, ${percent(top.share)} of the Go heap`
    );
  }
  const outside = blackBox?.outsideGoBytes ?? 0;
  if (blackBox !== null && outside > 0.3 * (blackBox.rssBytes ?? Infinity))
    steps.push(
      facts.race ? `${formatBytes(outside)} were ${raceDetectorsOwn}: a leg without it shows what the tests themselves hold` : `${formatBytes(outside)} were not Go's: look at C code called through cgo, and at mapped files`
    );
  const fit = parallelThatFits(facts);
  if (fit !== null)
    steps.push(
      `run fewer tests at once: ${String(topLevel(tests.unfinished).size)} were running, -parallel ${String(fit)} should fit, judged by what each held`
    );
  const limit = ceiling(facts);
  if (limit !== null)
    steps.push(`${steps.length > 0 ? "else " : ""}raise the limit (now ${formatBytes(limit)})`);
  return steps;
}
function ceiling(facts) {
  const { guard, watcherKill } = facts;
  const level = limitingLevel(oomFacts(facts));
  const ours = level !== null && isOurCeiling(facts, level) ? guard?.ceilingBytes : null;
  const reached = ours ?? level?.limitBytes ?? null;
  return reached ?? (watcherKill === null || struckEarly(watcherKill) ? null : watcherKill.ceilingBytes);
}
function parallelThatFits(facts) {
  const limit = ceiling(facts);
  const { blackBox, tests } = facts;
  if (limit === null || blackBox === null || tests.unfinished.length < 2) return null;
  const running = topLevel(tests.unfinished);
  const held3 = blackBox.tests.filter(({ test }) => running.has(test));
  if (held3.length < 2 || blackBox.rssBytes === null) return null;
  const largest = Math.max(...held3.map(({ bytes: bytes2 }) => bytes2));
  const inTests = held3.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0);
  const shared2 = Math.max(0, blackBox.rssBytes - inTests);
  const fit = Math.floor((0.9 * limit - shared2) / (2 * largest));
  return fit >= 1 && fit < running.size ? fit : null;
}
function topLevel(tests) {
  return new Set(tests.map((test) => test.split("/")[0] ?? ""));
}
function raiseCeiling({ guard }) {
  const bytes2 = guard?.ceilingBytes ?? null;
  return bytes2 === null ? [] : [`raise memory-limit (now ${formatBytes(bytes2)})`];
}
function testMainSteps({ end, tests, output }) {
  const began = tests.passed + tests.failed + tests.unfinished.length > 0;
  const left = `TestMain left with ${String(end?.exitCode ?? 0)} ${began ? "though all tests passed" : "before any test began"}`;
  const then = began ? 'end with "os.Exit(m.Run())"' : "call m.Run and end with its code";
  return [
    lastLine(output) === null ? `${left}: ${then}` : `${left}: its last output says why; mend that, or ${then}`
  ];
}
function startSteps(facts) {
  const starter = starterOf(facts);
  if (starter !== null && facts.death?.errno === "ENOENT")
    return [`install ${starter.program}, or correct -exec (go-test-flags, or GOFLAGS)`];
  if (starter !== null) return [];
  switch (facts.death?.errno) {
    case "EACCES":
      return ["point GOTMPDIR to a folder on a disk that is not mounted noexec"];
    case "ENOEXEC":
      return ["check GOOS and GOARCH, or give an emulator with -exec"];
    case "ENOENT":
      return ["install the C library that the binary was linked for, or build with CGO_ENABLED=0"];
    default:
      return [];
  }
}
function spaceLeft({ usage }) {
  const parts = [
    usage.tempFreeBytes === null ? "" : `${formatBytes(usage.tempFreeBytes)} were free in the temporary folder`,
    usage.dirFreeBytes === null ? "" : `${formatBytes(usage.dirFreeBytes)} in the package's`
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "no sample says how much was free";
}
function bytes(value) {
  return value === null ? "not known" : formatBytes(value);
}
function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
}

export {
  decisiveAttempt,
  shared,
  others,
  testOfPlaces,
  lastLogLine,
  lastWords,
  partingWords,
  refusalRules,
  limitOf,
  cpuMs,
  mayBeCpuLimit,
  refusals2 as refusals,
  isInGuard,
  ntStatusName,
  waitStatus,
  kernelKills,
  lost,
  oomFacts,
  memoryRules,
  advice,
  raceDetectorsOwn
};
