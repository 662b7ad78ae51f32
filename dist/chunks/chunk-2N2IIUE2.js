import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  budgetWords,
  causePage,
  changedRows,
  comparisonHeadline,
  crashPage,
  creepText,
  describeEnding,
  figuresLine,
  formatAmount,
  formatChange,
  formatShare,
  functionText,
  growthText,
  guardLine,
  isCatalogId,
  isUnmeasured,
  lastLine,
  limitWords,
  mainHolders,
  notable,
  oneSided,
  rebuilt,
  recordedText,
  seenText,
  severity,
  totalsText,
  troubled,
  verdictWords,
  whenTaken
} from "./chunk-Q7OFS377.js";
import {
  cellCode,
  codeBlock,
  folded,
  inlineCode,
  linked,
  sentence
} from "./chunk-4POAZIJN.js";
import {
  growth,
  memoryGrowth
} from "./chunk-AVRQRK3V.js";
import {
  packageOf
} from "./chunk-BQ7PWXQO.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  flagsOf
} from "./chunk-Z7ZWTVBS.js";
import {
  formatDuration,
  heapMetrics
} from "./chunk-NAUDF2HM.js";
import {
  clip,
  formatBytes,
  oneLine
} from "./chunk-RYNKS63I.js";

// src/render/fit.ts
var joints = { list: "\n", rows: "\n", paragraphs: "\n\n" };
var bullet = /^- .*$/;
var always = Number.POSITIVE_INFINITY;
function fit(sections, { limit, size }) {
  const all = sections.map((section2) => ({
    section: section2,
    shown: section2.items.map((item) => ({ item, level: 0 }))
  }));
  const gap = size("\n\n");
  let used = 0;
  for (const { section: section2, shown } of all) {
    const rest = section2.items.length + section2.unmade;
    used += size(section2.head) + size(section2.tail) + size(section2.more(rest)) + 4 * gap;
    for (const { item } of shown) used += size(item[0]?.text ?? "") + gap;
  }
  for (const { shown, level } of stepsOf(all.flatMap((each) => each.shown))) {
    if (used <= limit) break;
    used -= size(shown.item[level]?.text ?? "") - size(shown.item[level + 1]?.text ?? "");
    shown.level = level + 1;
    if (shown.level >= shown.item.length) used -= gap;
  }
  return all.map(({ section: section2, shown }) => written(section2, shown)).filter((text) => text !== "").join("\n\n");
}
function stepsOf(all) {
  const steps = all.flatMap((shown, at) => {
    let worth2 = 0;
    return shown.item.map((form, level) => {
      worth2 = Math.max(worth2, form.worth);
      return { worth: worth2, at, level, shown };
    });
  });
  return steps.filter(({ worth: worth2 }) => worth2 !== always).sort((a, b) => a.worth - b.worth || b.at - a.at || a.level - b.level);
}
function written({ head, tail, shape, more, unmade }, all) {
  const texts = all.flatMap(({ item, level }) => item[level]?.text ?? []).filter(Boolean);
  const left = all.length - texts.length + unmade;
  const rest = left > 0 ? more(left) : "";
  if (texts.length === 0) return rest;
  const isLast = shape === "list" && rest !== "";
  const body = joined([...texts, ...isLast ? [rest] : []], joints[shape]);
  return `${head}${body}${tail}${isLast || rest === "" ? "" : `

${rest}`}`;
}
function joined(texts, joint) {
  let body = "";
  let wasBullet = false;
  for (const [index, text] of texts.entries()) {
    const isBullet = bullet.test(text);
    if (index > 0) body += wasBullet && isBullet ? "\n" : joint;
    body += text;
    wasBullet = isBullet;
  }
  return body;
}

// src/render/keys.ts
var maxHashedChars = 8192;
var maxRecent = 8;
function keys() {
  const numbers = /* @__PURE__ */ new Map();
  const longNumberOf = longNumbers((piece) => numberOf(piece), nextNumber);
  let count = 0;
  function nextNumber() {
    return count++;
  }
  function numberOf(part) {
    if (typeof part === "string" && part.length > maxHashedChars) return longNumberOf(part);
    const number = numbers.get(part) ?? nextNumber();
    numbers.set(part, number);
    return number;
  }
  return (parts) => parts.map(numberOf).join(" ");
}
function longNumbers(numberOfPiece, nextNumber) {
  const numbers = /* @__PURE__ */ new Map();
  const recent = [];
  return (text) => {
    const known = recent.find((one) => one.text === text);
    if (known !== void 0) return known.number;
    const pieces = piecesOf(text).map(numberOfPiece).join(" ");
    const number = numbers.get(pieces) ?? nextNumber();
    numbers.set(pieces, number);
    recent.unshift({ text, number });
    if (recent.length > maxRecent) recent.pop();
    return number;
  };
}
function piecesOf(text) {
  const count = Math.ceil(text.length / maxHashedChars);
  return Array.from(
    { length: count },
    (_, index) => text.slice(index * maxHashedChars, (index + 1) * maxHashedChars)
  );
}

// src/render/sections/telling.ts
var maxLegChars = 60;
var worth = {
  evidence: 10,
  goodPackage: 12,
  footnote: 15,
  gap: 20,
  output: 22,
  badPackage: 25,
  cause: 30,
  chart: 32,
  stack: 35,
  failureText: 40,
  acceptance: 42,
  growth: 45,
  names: 50,
  fix: 55,
  figure: 60,
  missing: 65,
  command: 85,
  failedLine: 80,
  crashLine: 90
};
function section(all, lines, item, of) {
  return { ...of, items: all.slice(0, lines).map(item), unmade: Math.max(0, all.length - lines) };
}
function inReport(text, { report, run }) {
  const address = report ?? run;
  const where = address === null ? "`report.json`" : linked("the report", address);
  return `_${text} in ${where}._`;
}
function shortPackage(name, { source: { module } }) {
  if (module === null || module === "" || name.charAt(module.length) !== "/") return name;
  return name.startsWith(module) ? name.slice(module.length + 1) : name;
}
function packageText(name, legs, report) {
  return `${inlineCode(shortPackage(name, report))} (${legsText(legs)})`;
}
function legsText(legs) {
  return [...new Set(legs)].slice(0, 8).map(legText).join(", ");
}
function legText(leg) {
  return isPlain(leg) ? leg : inlineCode(leg, maxLegChars);
}
function legCell(leg) {
  return isPlain(leg) ? leg : cellCode(leg, maxLegChars);
}
function isPlain(leg) {
  return /^[a-z][a-z_-]{0,30}$/i.test(leg);
}

// src/render/sections/acceptance.ts
var maxEntries = 5;
var holdsDays = 30;
var dayMs = 864e5;
var lastStartMs = Date.UTC(9999, 0);
var page = "https://github.com/org/go-crash-guard/blob/v1/docs/heap.md#a-growth-that-is-wanted";
function acceptanceSection({ report }) {
  const rows = rowsToAccept(report);
  const text = folded(
    "Is this growth wanted?",
    [
      `Let someone who may write to the repository set the label \`memory-accepted\` on this head, or add this to \`.crash-guard.yml\` with the reason (${linked("how it works", page)}):`,
      codeBlock(
        ["heap:", "  accept:", ...rows.slice(0, maxEntries).map((row) => entry(row, report))].join(
          "\n"
        ),
        4e3,
        "yaml"
      )
    ].join("\n\n")
  );
  return {
    ...{ head: "", tail: "", shape: "list", more: () => "", unmade: 0 },
    items: rows.length === 0 ? [] : [[{ text, worth: worth.acceptance }]]
  };
}
function rowsToAccept({ comparison }) {
  const rows = (comparison === null ? [] : changedRows(comparison)).filter(
    ({ figure }) => figure.verdict === "regressed"
  );
  const key = keys();
  const keyOf = ({ item, figure }) => key([item.package, item.leg, figure.metric]);
  const whole = new Set(rows.filter(({ part }) => part === null).map(keyOf));
  return rows.filter((row) => row.part === null || !whole.has(keyOf(row)));
}
function entry({ item, part, figure }, report) {
  const { word, unit } = heapMetrics[figure.metric];
  const short = shortPackage(item.package, report);
  const name = short === item.package ? short : `./${short}`;
  const until = new Date(startMs(report) + holdsDays * dayMs);
  return [
    `    - package: ${scalar(name)}`,
    ...part === null ? [] : [`      test: ${scalar(part)}`],
    `      metric: ${word}`,
    `      up-to: ${capText(figure.head, unit)}`,
    `      until: ${until.toISOString().slice(0, 10)}`,
    "      reason: why it is wanted"
  ].join("\n");
}
function startMs({ startedAt }) {
  const parsed = Date.parse(startedAt);
  return parsed >= 0 && parsed < lastStartMs ? parsed : 0;
}
function capText(head, unit) {
  const cap = head * 1.03;
  if (unit === "count") return String(Math.ceil(cap));
  const mebibytes = cap / (1 << 20);
  return mebibytes >= 10 ? `${String(Math.ceil(mebibytes))}MiB` : `${String(Math.ceil(cap / 1024))}KiB`;
}
function scalar(text) {
  return /^[\w./][\w./-]*$/.test(text) ? text : JSON.stringify(oneLine(text.slice(0, 3e3), 300));
}

// src/report/repository-path.ts
function isInRepository(path) {
  return path !== "" && !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
}
function fromRoot(directory, file) {
  return directory === "" || !isInRepository(file) ? file : `${directory}/${file}`;
}

// src/render/place.ts
var maxFileChars = 200;
function placeLink({ file, line }, { source }) {
  if (file.trim() === "") return "";
  const isLine = line !== null && line > 0;
  const name = clip(file, maxFileChars);
  const label = inlineCode(isLine ? `${name}:${String(line)}` : name, maxFileChars + 20);
  if (source === null || name !== file || !isInRepository(file)) return label;
  return linked(label, `${source}/${encodedPath(file)}${isLine ? `#L${String(line)}` : ""}`);
}
function encodedPath(file) {
  return file.replace(new RegExp("\\p{Surrogate}", "gu"), "�").split("/").map(
    (part) => encodeURIComponent(part).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
    )
  ).join("/");
}

// src/cause/clearest-first.ts
var outOfMemory = /* @__PURE__ */ new Set([
  "oom-cgroup",
  "oom-guard",
  "oom-host",
  "go-out-of-memory"
]);
function clearestFirst(seen, runOf, races) {
  const blur = (one) => {
    const run = runOf(one);
    if (!ranOut(run)) return 0;
    const hasBox = (run.attempts.at(-1)?.blackBox?.functions.length ?? 0) > 0;
    return (hasBox ? 0 : 2) + (races.has(run.leg) ? 1 : 0);
  };
  return seen.toSorted((a, b) => blur(a) - blur(b));
}
function ranOut({ cause, attempts }) {
  return [cause, ...attempts.map((attempt) => attempt.cause)].some(
    (each) => each !== null && each !== void 0 && outOfMemory.has(each.id)
  );
}

// src/render/problems.ts
var ranks = [
  [1, ["oom-cgroup", "oom-host", "oom-guard", "go-out-of-memory", "address-space-limit"]],
  [2, ["data-race"]],
  [3, ["timeout"]],
  [4, ["build-failed", "build-killed", "vet-failed", "setup-failed"]],
  [5, ["lost", "unknown", "cancelled", "runner-shutdown"]]
];
var toldElsewhere = /* @__PURE__ */ new Set(["test-failure", "no-tests"]);
function problems(report) {
  const keyOf = keys();
  const runs = new Map(report.packages.map((run) => [keyOf([run.leg, run.package]), run]));
  const causes = new Map(report.packages.map((run) => [run, causesOf(run)]));
  const told2 = /* @__PURE__ */ new Set();
  const races = new Set(report.legs.filter(({ race }) => race).map(({ name }) => name));
  const found = report.crashes.map((crash) => {
    for (const seen2 of crash.occurrences) told2.add(keyOf([seen2.leg, seen2.package, crash.cause]));
    const seenIn2 = new Set(crash.occurrences.map((seen2) => keyOf([seen2.leg, seen2.package])));
    const seen = [...seenIn2].flatMap((key) => runs.get(key) ?? []);
    return ofCrash(
      crash,
      clearestFirst(seen, (run) => run, races),
      causes
    );
  });
  const grouped = /* @__PURE__ */ new Map();
  for (const run of report.packages) {
    const problem = ofRun(run, report.source.directory);
    if (problem === null || told2.has(keyOf([run.leg, run.package, problem.cause]))) continue;
    const { cause, summary, place, test } = problem;
    const key = keyOf([cause, summary, place?.file ?? null, place?.line ?? null, test]);
    const same = grouped.get(key);
    if (same === void 0) grouped.set(key, { ...problem, runs: [run] });
    else same.runs.push(run);
  }
  return [...found, ...grouped.values()].sort((a, b) => rankOf(a.cause) - rankOf(b.cause));
}
function rankOf(cause) {
  return ranks.find(([, ids]) => ids.includes(cause))?.[0] ?? 0;
}
var maxOfOneKind = 5;
function causesOf({ cause, attempts }) {
  const found = /* @__PURE__ */ new Map();
  for (const each of [cause, ...attempts.map((attempt) => attempt.cause)]) {
    if (!each) continue;
    const same = found.get(each.id);
    if (same === void 0) found.set(each.id, [each]);
    else if (same.length < maxOfOneKind) same.push(each);
  }
  return found;
}
var maxSummaryChars = 1e3;
var maxMessageChars = 500;
function says(summary, message) {
  if (summary === message) return true;
  return message.length <= maxMessageChars && summary.slice(0, maxSummaryChars).includes(message);
}
function ofCrash(crash, runs, causesOfRuns) {
  const { cause: id, message, test, blame } = crash;
  const causes = runs.flatMap((run) => causesOfRuns.get(run)?.get(id) ?? []);
  const [cause] = causes;
  const summary = cause?.summary ?? message;
  return {
    ...{ cause: id, confidence: cause?.confidence ?? null, place: blame, test, crash, runs },
    // Another leg says the same with other figures.
    message: says(summary, message) || causes.some((each) => says(each.summary, message)) ? "" : message,
    ...{ summary, advice: cause?.advice ?? [] }
  };
}
function ofRun(run, directory) {
  const { ending, cause, tests } = run;
  if (ending === "passed" || ending === "no-tests") return null;
  if (cause === null) {
    if (ending === "failed" && tests.failed > 0) return null;
    const id2 = ending === "cancelled" ? "cancelled" : ending === "lost" ? "lost" : "unknown";
    return { ...empty(run), cause: id2, summary: describeEnding(run), test: onlyUnfinished(run) };
  }
  if (toldElsewhere.has(cause.id)) return null;
  const { id, confidence, summary, advice: advice2, position } = cause;
  const place = position === void 0 ? null : { ...position, file: fromRoot(directory ?? "", position.file) };
  const test = onlyUnfinished(run);
  return { ...empty(run), cause: id, confidence, summary, advice: advice2, place, test };
}
function onlyUnfinished({ tests: { unfinished } }) {
  return unfinished.length === 1 ? unfinished[0] ?? null : null;
}
function empty(run) {
  return {
    ...{ confidence: null, place: null, test: null, message: "", advice: [], crash: null },
    runs: [run]
  };
}

// src/render/cause-words.ts
var lookAt = "; start at";
var waitsAt = "; it waits at";
var causeWords = {
  "oom-cgroup": {
    ...{ noun: "killed at the memory limit", verb: "is killed at the memory limit" },
    place: lookAt
  },
  "oom-host": {
    ...{ noun: "killed for lack of memory", verb: "is killed: the machine is out of memory" },
    place: lookAt
  },
  "oom-guard": {
    ...{ noun: "stopped at the memory ceiling", verb: "is stopped at the memory ceiling" },
    place: lookAt
  },
  "go-out-of-memory": { noun: "out of memory", verb: "runs out of memory", place: lookAt },
  "address-space-limit": {
    ...{ noun: "address space used up", verb: "uses up its address space" },
    place: lookAt
  },
  "fd-limit": { noun: "too many open files", verb: "has too many open files" },
  "thread-limit": { noun: "too many threads", verb: "has too many threads" },
  "file-size-limit": { noun: "file too large", verb: "writes a file that is too large" },
  "cpu-limit": { noun: "CPU time used up", verb: "uses up its CPU time" },
  "stack-limit": { noun: "stack limit reached", verb: "reaches the stack limit" },
  "memlock-limit": { noun: "too much locked memory", verb: "locks too much memory" },
  "disk-full": { noun: "disk full", verb: "meets a full disk" },
  killed: { noun: "killed", verb: "is killed" },
  cancelled: { noun: "cancelled", verb: "is cancelled" },
  "runner-shutdown": { noun: "runner shut down", verb: "ends with the runner" },
  timeout: { noun: "timeout", verb: "does not end in time", place: waitsAt },
  panic: { noun: "panic", verb: "panics" },
  "init-panic": { noun: "panic before the first test", verb: "panics before the first test" },
  "fatal-error": { noun: "fatal error", verb: "ends with a fatal error" },
  "concurrent-map": { noun: "concurrent use of a map", verb: "uses a map concurrently" },
  deadlock: { noun: "deadlock", verb: "runs into a deadlock", place: waitsAt },
  "stack-overflow": { noun: "stack overflow", verb: "overflows the stack" },
  "nil-dereference": { noun: "nil pointer used", verb: "uses a nil pointer" },
  signal: { noun: "fatal signal", verb: "ends with a fatal signal" },
  "data-race": { noun: "data race", verb: "has a data race" },
  "goroutine-leak": { noun: "goroutine leak", verb: "leaks goroutines" },
  checkptr: { noun: "unsafe pointer misused", verb: "misuses an unsafe pointer" },
  sanitizer: { noun: "sanitizer report", verb: "is stopped by a sanitizer" },
  "test-failure": { noun: "failed test", verb: "fails" },
  "os-exit": { noun: "exit of the process", verb: "ends the process" },
  "log-fatal": { noun: "log.Fatal called", verb: "calls log.Fatal" },
  "testmain-exit": { noun: "failing exit code from TestMain", verb: "is ended by its TestMain" },
  "build-failed": { noun: "does not build", verb: "does not build" },
  "build-killed": { noun: "build killed", verb: "has its build killed" },
  "vet-failed": { noun: "is refused by go vet", verb: "is refused by go vet" },
  "setup-failed": { noun: "cannot be loaded", verb: "cannot be loaded" },
  "exec-failed": { noun: "test binary not started", verb: "cannot be started" },
  "race-runtime-failed": {
    ...{ noun: "race detector not started", verb: "cannot start the race detector" }
  },
  "no-tests": { noun: "no tests", verb: "has no tests" },
  lost: { noun: "end not seen", verb: "was not seen to end" },
  unknown: { noun: "unknown end", verb: "ended for an unknown reason" }
};
function isOfBuild(cause) {
  return cause === "build-failed" || cause === "vet-failed" || cause === "setup-failed";
}

// src/render/sections/known.ts
function knownText(crash) {
  if (crash === null || crash.known === null || !isCatalogId(crash.known)) return null;
  const page2 = linked(inlineCode(crash.known), crashPage(crash.known));
  return `${isOfBuild(crash.cause) ? "Explained, with the fix" : "Usual cause and fix"}: ${page2}`;
}

// src/render/sections/evidence.ts
var maxFacts = 20;
function evidenceText({ cause: id, runs }) {
  const causes = runs.flatMap((run) => [run.cause, ...run.attempts.map(({ cause: cause2 }) => cause2)]);
  const cause = causes.find((each) => each?.id === id);
  if (cause === void 0 || cause === null) return "";
  const facts = cause.evidence.slice(0, maxFacts).map(({ source, detail }) => `- ${sentence(source, 60)}: ${sentence(detail, 400)}`);
  const excluded = cause.excluded.slice(0, maxFacts).map(({ id: other, because }) => `- not ${sentence(other, 60)}: ${sentence(because, 400)}`);
  const lines = [...facts, ...excluded];
  return lines.length === 0 ? "" : folded("Evidence", lines.join("\n"));
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
function refusals(facts) {
  const change = facts.death?.pids ?? null;
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find(({ path }) => path === before.path);
    const count = growth(before.refused, after?.refused ?? null) ?? 0;
    return count > 0 ? [{ path: before.path, limit: after?.limit ?? before.limit, count }] : [];
  });
}

// src/cause/kernel-log.ts
var decision = /oom-kill:constraint=CONSTRAINT_(?<constraint>[A-Z_]{1,40}),.{0,300}?,task=(?<name>.{0,16}?),pid=(?<pid>\d{1,9}),/;
var oomGroupPattern = /,oom_memcg=(?<group>[^,]{1,300}),/;
var taskGroupPattern = /,task_memcg=(?<group>[^,]{1,300}),/;
var killed = /(?<scope>Memory cgroup out of memory|Out of memory): Killed process (?<pid>\d{1,9}) \((?<name>.{0,16}?)\)/i;
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
      lines: [...before?.lines ?? [], line].slice(0, 4)
    });
  }
  return [...found.values()];
}
function constraintOf(constraint, scope) {
  if (constraint !== void 0) return constraint === "MEMCG" ? "memcg" : "none";
  return scope?.toLowerCase().startsWith("memory cgroup") === true ? "memcg" : "none";
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
function oomFacts(facts) {
  const { death, start } = facts;
  const levels = memoryGrowth(death?.memory ?? facts.guardEnd);
  const log = death === null ? facts.guardEnd?.kernelLog ?? null : death.kernelLog;
  const kills = kernelKills(log?.lines ?? []);
  const inGroup = kills.filter(
    ({ taskGroup }) => start?.cgroup?.own === true && taskGroup?.endsWith(start.cgroup.path) === true
  );
  const own = facts.kernelPids ? kills.find(({ pid }) => pid === start?.pid) ?? null : null;
  const logIsComplete = log !== null && log.source !== "" && (log.source !== "kmsg" || log.problem === "");
  const kill = own ?? inGroup[0] ?? null;
  const vmstat = (death ?? facts.guardEnd)?.vmstatOomKill ?? null;
  return {
    levels,
    own: start?.cgroup?.own ?? false,
    kill,
    self: own !== null || kill !== null && !facts.kernelPids,
    others: facts.kernelPids && logIsComplete && own === null && kills.length > 0,
    logIsComplete,
    machine: vmstat === null ? null : growth(vmstat.before, vmstat.after)
  };
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
    summary: summarise(facts, where, level, killed2 && certain),
    evidence: [...waitStatus(facts), ...counters(known), ...logLines(facts, known)],
    ...topAllocator(facts)
  };
}
function saysKilled({ failureWords }) {
  return failureWords.some((words2) => words2.includes("signal: killed"));
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
function summarise(facts, where, level, self) {
  const who = self ? "the kernel's OOM killer ended the test process" : facts.start?.cgroup?.own === true ? "the kernel's OOM killer ended a process of this test" : "the kernel's OOM killer ended a process of the group that this test ran in";
  const held = facts.end === null || facts.end.maxRssBytes === 0 ? "" : `; the test process had held ${formatBytes(facts.end.maxRssBytes)}`;
  if (where === "host") return `${who} because the whole machine ran out of memory${held}`;
  if (level === null || level.limitBytes === null)
    return `${who} at the limit of a control group${held}`;
  const limit = formatBytes(level.limitBytes);
  return isOurCeiling(facts, level) ? `${who} at the ceiling of ${limit} (memory-limit)${held}` : `${who} at the limit of ${limit} of the control group ${level.path}${held}`;
}
function isOurCeiling(facts, level) {
  const dir = facts.guard?.memoryDir ?? "";
  return dir !== "" && level.path !== "/" && dir.endsWith(level.path);
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
  const { kill } = known;
  if (kill !== null)
    for (const line of kill.lines) yield { source: `kernel log (${log.source})`, detail: line };
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
  "setup-failed": () => ['make "go build ./..." and "go vet ./..." succeed on a fresh clone first'],
  "exec-failed": (facts) => startSteps(facts),
  "race-runtime-failed": () => [
    "the race detector needs a plain address space: no ulimit -v, and a kernel with fewer random bits (sysctl vm.mmap_rnd_bits=28) for old Go versions"
  ],
  "no-tests": () => ["check the package patterns, -run and build tags"],
  lost: () => [
    "run it again; if it repeats, keep the run folder and look at who ends these processes"
  ],
  unknown: () => ["keep the run folder: it holds everything that was seen"]
};
var raceDetectorsOwn = "the race detector's own";
function memorySteps(facts) {
  const { blackBox, tests } = facts;
  const steps = [];
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
  const fit2 = parallelThatFits(facts);
  if (fit2 !== null)
    steps.push(
      `run fewer tests at once: ${String(topLevel(tests.unfinished).size)} were running, -parallel ${String(fit2)} should fit, judged by what each held`
    );
  const limit = ceiling(facts);
  if (limit !== null)
    steps.push(`${steps.length > 0 ? "else " : ""}raise the limit (now ${formatBytes(limit)})`);
  return steps;
}
function ceiling(facts) {
  const reached = limitingLevel(oomFacts(facts))?.limitBytes ?? null;
  const { watcherKill } = facts;
  return reached ?? (watcherKill === null || struckEarly(watcherKill) ? null : watcherKill.ceilingBytes);
}
function parallelThatFits(facts) {
  const limit = ceiling(facts);
  const { blackBox, tests } = facts;
  if (limit === null || blackBox === null || tests.unfinished.length < 2) return null;
  const running = topLevel(tests.unfinished);
  const held = blackBox.tests.filter(({ test }) => running.has(test));
  if (held.length < 2 || blackBox.rssBytes === null) return null;
  const largest = Math.max(...held.map(({ bytes: bytes2 }) => bytes2));
  const inTests = held.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0);
  const shared = Math.max(0, blackBox.rssBytes - inTests);
  const fit2 = Math.floor((0.9 * limit - shared) / (2 * largest));
  return fit2 >= 1 && fit2 < running.size ? fit2 : null;
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

// src/render/outside-words.ts
function outsideWords(cause) {
  return cause?.advice.some((text) => text.includes(raceDetectorsOwn)) === true ? raceDetectorsOwn : "outside Go: cgo, mmap, C libraries";
}

// src/render/sections/holders.ts
var maxHolders = 5;
function holdersText({ attempts, cause }) {
  const box = attempts.at(-1)?.blackBox;
  if (box === void 0 || box.functions.length === 0) return "";
  const rows = mainHolders(box, maxHolders).map(({ bytes: bytes2, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const where = `${file}:${String(line)}`;
    return `| ${formatBytes(bytes2)} | ${(share * 100).toFixed(0)} % | ${cellCode(name)} | ${cellCode(where)} | ${test === null ? "" : cellCode(test)} |`;
  });
  const outside = box.outsideGoBytes ?? 0;
  return [
    `Who held the memory${whenTaken(box)}:`,
    "",
    "| held | share | function | where | test |",
    "| ---: | ---: | --- | --- | --- |",
    ...rows,
    ...outside > 0 ? [`| ${formatBytes(outside)} | | ${outsideWords(cause)} | | |`] : []
  ].join("\n");
}

// src/render/sections/output.ts
var maxOutputChars = 4e3;
var maxCoreChars = 8192;
function outputText({ output }) {
  return isTelling(output) ? folded("Output", codeBlock(lastOf(output.trim()), maxOutputChars)) : "";
}
function coreText({ attempts }) {
  const { coreExcerpt, coreText: file } = attempts.at(-1) ?? {};
  if (coreExcerpt === void 0) return "";
  const parts = [
    codeBlock(coreExcerpt, maxCoreChars),
    ...file === void 0 ? [] : [`All of it: ${inlineCode(file)}`]
  ];
  return folded("Read in its core", parts.join("\n\n"));
}
function isTelling(output) {
  const lines = output.slice(0, maxOutputChars).split("\n");
  return lines.some(
    (line) => line.trim() !== "" && !/^(?:FAIL\b|signal: |exit status )/.test(line)
  );
}
function lastOf(text) {
  return text.length > maxOutputChars ? `…${text.slice(1 - maxOutputChars)}` : text;
}

// src/render/sections/stack.ts
var maxFrames = 30;
var maxChars = 4e3;
var maxNameChars = 300;
var shownRoles = ["crashing", "access", "previous"];
var roleWords = {
  access: "the access that was noticed",
  previous: "the other access"
};
function stackText({ stacks }) {
  const shown = shownRoles.flatMap((role) => stacks.find((stack) => stack.role === role) ?? []);
  if (shown.length === 0) return "";
  const others = stacks.length - shown.length;
  const more = others > 0 ? `

${plural(others, "more goroutine")} in the report` : "";
  const text = shown.map((stack) => written2(stack, shown.length > 1)).join("\n\n");
  return folded("Stack", codeBlock(`${text}${more}`, maxChars));
}
function written2({ id, state, role, frames, createdBy }, withRole) {
  const own = frames.findIndex(({ file }) => isWritten(file));
  const shown = frames.slice(Math.max(0, own), Math.max(0, own) + maxFrames);
  const title = [
    `goroutine ${clip(id, 60)}${state === "" ? "" : ` [${clip(state, 60)}]`}`,
    ...withRole ? [roleWords[role] ?? role] : []
  ].join(", ");
  const left = frames.length - Math.max(0, own) - shown.length;
  return [
    `${title}:`,
    ...shown.map((frame) => `  ${callText(frame)}`),
    ...left > 0 ? [`  ... ${String(left)} more`] : [],
    ...createdBy === null ? [] : [`  created by ${callText(createdBy)}`]
  ].join("\n");
}
function callText({ function: name, file, line }) {
  return `${clip(name, maxNameChars)}
      ${clip(file, maxNameChars)}:${String(line)}`;
}
function isWritten(file) {
  return file !== "" && !file.startsWith("/") && !/^[A-Za-z]:/.test(file);
}

// src/render/sections/causes.ts
var maxAdvice = 3;
var maxRelated = 3;
var maxPlaces = 3;
function causesSection(telling) {
  const { extent, links } = telling;
  return section(problems(telling.report), extent.lines, (one, at) => itemOf(one, at, telling), {
    head: "### Root causes\n\n",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more root cause")} ${isAre(count)}`, links)
  });
}
function isAre(count) {
  return count === 1 ? "is" : "are";
}
function itemOf(problem, at, telling) {
  const line = lineText(problem, telling);
  if (at >= telling.extent.details) return [{ text: `- ${line}`, worth: worth.crashLine }];
  const { crash, runs } = problem;
  const [first] = runs;
  const said = [messageText(problem), relatedText(problem, telling), fixText(problem)];
  const holders = first === void 0 ? "" : holdersText(first);
  const stack = crash === null ? "" : stackText(crash);
  const output = [
    ...stack === "" && first !== void 0 ? [outputText(first)] : [],
    ...first === void 0 ? [] : [coreText(first)]
  ];
  const kept2 = at === 0 ? worth.crashLine : worth.fix;
  const forms = [
    [worth.evidence, [line, ...said, holders, stack, ...output, evidenceText(problem)]],
    [worth.output, [line, ...said, holders, stack, ...output]],
    [worth.stack, [line, ...said, holders, stack]],
    [kept2, [line, ...said, holders]],
    [kept2, [line, fixText(problem)]],
    [worth.crashLine, [`- ${line}`]]
  ];
  return forms.map(([worthOf, parts]) => ({
    text: parts.filter((part) => part !== "").join("\n\n"),
    worth: worthOf
  }));
}
function lineText({ cause, confidence, place, test, summary, runs, crash }, telling) {
  const { links, report } = telling;
  const at = place === null ? "" : placeLink(place, links);
  const where = at === "" ? "" : `**${at}** `;
  const of = test === null ? "" : `${inlineCode(test)} of `;
  const sure = confidence === null ? "" : ` (${confidence})`;
  return `${where}${linked(cause, causePage(cause))}${sure} in ${of}${seenIn(runs, crash, report)}: ${sentence(summary, 400)}`;
}
function seenIn(runs, crash, report) {
  const legs = /* @__PURE__ */ new Map();
  const seen = runs.length > 0 ? runs : crash === null ? [] : [crash];
  for (const { package: name, leg } of seen) {
    const known = legs.get(name);
    if (known === void 0) legs.set(name, [leg]);
    else known.push(leg);
  }
  const named = [...legs].slice(0, maxPlaces).map(([name, of]) => packageText(name, of, report));
  const more = legs.size - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${plural(more, "more package")}` : ""}`;
}
function messageText({ message, crash }) {
  const said = message === "" ? "" : `> ${inlineCode(message, 500)}`;
  const seen = crash?.seen === void 0 ? "" : sentence(seenText(crash.seen), 300);
  return [said, seen].filter((text) => text !== "").join("\n\n");
}
function relatedText({ crash, runs }, { links }) {
  const hasTable = runs[0] !== void 0 && holdersText(runs[0]) !== "";
  return (crash?.related ?? []).filter(({ role, file }) => !(hasTable && role === "held memory") && !isAgents(file)).filter(({ file, line }) => file !== crash?.blame?.file || line !== crash.blame.line).slice(0, maxRelated).map(
    (frame) => `- ${sentence(frame.role, 60)}: ${placeLink(frame, links)} ${inlineCode(frame.function)}`
  ).join("\n");
}
function isAgents(file) {
  return file.startsWith(".crash-guard/") || file.includes("/.crash-guard/");
}
function fixText({ crash, advice: advice2 }) {
  const known = knownText(crash);
  const lines = [
    ...known === null ? [] : [`${known.slice(0, 1).toLowerCase()}${known.slice(1)}`],
    ...advice2.slice(0, maxAdvice).map((text) => sentence(text, 500))
  ];
  const [only = ""] = lines;
  if (lines.length < 2) return known ?? (only === "" ? "" : `**Fix:** ${only}`);
  return `**Fix:**
${lines.map((line) => `- ${line}`).join("\n")}`;
}

// src/render/failures.ts
function untoldFailures(report) {
  const keyOf = keys();
  const told2 = new Set(
    report.crashes.flatMap(
      ({ occurrences }) => occurrences.map((seen) => keyOf([seen.leg, seen.package, seen.test]))
    )
  );
  return failedTests(report, (leg, name, test) => !told2.has(keyOf([leg, name, test])));
}
function failedTests({ packages, source }, isWanted = () => true) {
  const keyOf = keys();
  const found = /* @__PURE__ */ new Map();
  for (const run of packages) {
    for (const failure of run.tests.failures) {
      const { test, file, line } = failure;
      if (!isWanted(run.leg, run.package, test)) continue;
      const key = keyOf([run.package, test, file, line]);
      const same = found.get(key);
      const path = file === null ? null : fromRoot(source.directory ?? "", file);
      if (same === void 0)
        found.set(key, { ...failure, file: path, package: run.package, legs: [run.leg] });
      else if (!same.legs.includes(run.leg)) same.legs.push(run.leg);
    }
  }
  return [...found.values()];
}

// src/render/sections/failures.ts
var maxLineChars = 160;
var maxMessageChars2 = 2e3;
var openMessages = 3;
function failuresSection(telling) {
  const { report, extent, links } = telling;
  const failed = untoldFailures(report);
  return section(failed, extent.lines, (one, at) => itemOf2(one, at, telling), {
    head: "### Failed tests\n\n",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more failed test")} ${isAre(count)}`, links)
  });
}
function itemOf2(failed, at, telling) {
  const { file, line, test, legs, package: name, message } = failed;
  const place = file === null ? "" : placeLink({ file, line }, telling.links);
  const where = place === "" ? "" : `**${place}** `;
  const head = `${where}${inlineCode(test)} of ${packageText(name, legs, telling.report)}`;
  const words2 = firstWords(message);
  const said = words2 === "" ? "" : `: ${inlineCode(words2, maxLineChars)}`;
  const short = { text: `- ${head}${said}`, worth: worth.failedLine };
  if (at >= telling.extent.details || message.trim() === "") return [short];
  const block = codeBlock(message, maxMessageChars2);
  const isLong = message.trim().includes("\n") || message.length > maxLineChars;
  if (!isLong) return [short];
  const text = at < openMessages ? `${head}

${block}` : `${head}${said}

${folded("Message", block)}`;
  return [{ text, worth: at === 0 ? worth.failedLine : worth.failureText }, short];
}
function firstWords(message) {
  const start = message.slice(0, 4e3);
  const line = start.split("\n").find((text) => /[^=\s]/.test(text)) ?? "";
  return line.trim().replace(/^\S{1,200}\.go:\d+: /, "");
}

// src/crash/blame/module-prefix.ts
var depths = [
  {
    host: /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht|golang\.org|google\.golang\.org)$/,
    sample: "github.com/ada/engine/notes",
    elements: 3
  },
  { host: /\./, sample: "example.com/engine/notes", elements: 2 },
  { host: /^/, sample: "engine/notes", elements: 1 }
];
function modulePrefix(importPath) {
  const parts = importPath.split("/");
  const elements = depths.find(({ host }) => host.test(parts[0] ?? ""))?.elements ?? 1;
  return parts.slice(0, elements).join("/").replace(/_test$/, "");
}
function isBelow(importPath, prefix) {
  return importPath === prefix || importPath === `${prefix}_test` || importPath.startsWith(`${prefix}/`);
}

// src/render/sections/growth.ts
var maxExplained = 5;
var maxEscapes = 10;
var maxTests = 10;
var maxFunctions = 5;
function growthSection(telling) {
  const { report, extent, links } = telling;
  const grown = (report.comparison?.packages ?? []).filter(({ why }) => why !== null);
  return section(grown, Math.min(maxExplained, extent.details), (item) => itemOf3(item, telling), {
    head: "",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more package")} that changed ${isAre(count)}`, links)
  });
}
function itemOf3(item, telling) {
  const { why } = item;
  if (why === null) return [];
  const head = headText(item, why, telling);
  const rows = notable(why, why.functions).slice(0, maxFunctions).map((row) => functionLine(why, row, telling));
  const [first = ""] = rows;
  const more = detailText(item, why, telling);
  const brief = [head, first].filter((text) => text !== "").join("\n\n");
  return [
    {
      text: [head, rows.join("\n"), more].filter((text) => text !== "").join("\n\n"),
      worth: worth.cause
    },
    { text: brief, worth: worth.growth }
  ];
}
function headText(item, why, { report }) {
  const rows = changedRows({ packages: [item] });
  const worst = rows.find(({ figure }) => figure.metric === why.metric) ?? rows[0];
  const of = `**${packageText(item.package, [item.leg], report)}**`;
  if (worst === void 0) return of;
  const part = worst.part === null ? "" : `${inlineCode(worst.part)} `;
  return `${of}: ${part}${heapMetrics[worst.figure.metric].name} ${sentence(worst.figure.because, 400)}`;
}
function functionLine(why, row, telling) {
  const { test, calledFrom, lines, file, line } = row;
  const place = { file, line: lines[0]?.line ?? line };
  const source = lines[0]?.source.trim() ?? "";
  return [
    `- ${growthText(why, row)} in ${inlineCode(functionText(row.function))} at ${placeLink(place, linksFor(row.function, telling))}`,
    ...test === null ? [] : [`by ${inlineCode(test)}`],
    ...calledFrom === null ? [] : [`called from ${placeLink(calledFrom, linksFor(calledFrom.function, telling))}`],
    ...source === "" ? [] : [inlineCode(source, 160)]
  ].join(", ");
}
function grownPlaceText({ why }, telling) {
  const [row] = why === null ? [] : notable(why, why.functions);
  if (why === null || row === void 0) return null;
  const place = { file: row.file, line: row.lines[0]?.line ?? row.line };
  return `${placeLink(place, linksFor(row.function, telling))} (${growthText(why, row)})`;
}
function linksFor(name, { report, links }) {
  const { module } = report.source;
  const isOwn = module !== null && isBelow(packageOf(name), module);
  return { source: isOwn ? links.source : null };
}
function detailText({ page: page2 }, why, { links }) {
  const tests = notable(why, why.tests).slice(0, maxTests).map((row) => `${inlineCode(row.test)} ${growthText(why, row)}`);
  const escapes = why.escapes.slice(0, maxEscapes).map((each) => `- ${placeLink(each, links)} ${inlineCode(each.text)}`);
  const left = why.escapes.length - escapes.length;
  const parts = [
    ...tests.length === 0 ? [] : [`Tests that grew: ${tests.join(", ")}`],
    ...escapes.length === 0 ? [] : [
      [
        "New on the heap, as the compiler says:\n",
        ...escapes,
        ...left > 0 ? [`- and ${String(left)} more`] : []
      ].join("\n")
    ],
    ...why.escapesMissing === null ? [] : [`New escapes to the heap are not known: ${sentence(why.escapesMissing, 300)}`],
    ...page2 === null ? [] : [`Flame graph, timeline and history: ${inlineCode(page2)} beside the report`],
    ...why.command === null ? [] : [
      `In the run folder, or where its artifacts are unpacked:

${codeBlock(oneLine(why.command, 2e3), 2e3)}`
    ]
  ];
  return parts.length === 0 ? "" : folded("Tests, escapes, profile", parts.join("\n\n"));
}

// src/render/sections/heap.ts
var maxRows = 10;
function heapTitleSection({ report }) {
  const { comparison } = report;
  const text = comparison === null ? "" : titleText(comparison);
  return {
    ...{ head: "", tail: "", shape: "paragraphs", more: () => "", unmade: 0 },
    items: text === "" ? [] : [[{ text, worth: worth.figure }]]
  };
}
function titleText(comparison) {
  if (comparison.status === "neutral" && comparison.packages.length === 0)
    return `Heap usage was not compared: ${sentence(comparison.summary, 500)}`;
  const totals = totalsText(comparison);
  const lines = [sentence(comparison.summary, 500), ...totals === null ? [] : [totals]];
  return `### Heap usage: ${comparisonHeadline(comparison)}

${lines.join("  \n")}`;
}
function figuresSection(telling) {
  const { report, links } = telling;
  const rows = report.comparison === null ? [] : changedRows(report.comparison);
  return section(rows, maxRows, (row) => itemOf4(row, telling), {
    head: [
      "| package | figure | base | now | change | limit | to clear | verdict |",
      "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
    ].join("\n"),
    tail: "",
    shape: "rows",
    more: (count) => inReport(`${plural(count, "more figure")} that changed ${isAre(count)}`, links)
  });
}
function itemOf4({ item, part, figure }, { report }) {
  const { name, unit } = heapMetrics[figure.metric];
  const { base, head, limit, limitedBy, verdict } = figure;
  const isOver = head > limit && verdict !== "accepted" && verdict !== "improved";
  const cells = [
    [
      cellCode(shortPackage(item.package, report)),
      `(${legCell(item.leg)})`,
      ...part === null ? [] : [cellCode(part, 100)]
    ].join(" "),
    name,
    formatAmount(base, unit),
    formatAmount(head, unit),
    `${formatChange(head - base, unit)} (${formatShare(base, head)})`,
    `${formatAmount(limit, unit)} (${limitWords[limitedBy]})`,
    isOver ? formatChange(limit - head, unit) : "",
    verdict === "regressed" ? `**${verdictWords[verdict]}**` : verdictWords[verdict]
  ];
  return [{ text: `| ${cells.join(" | ")} |`, worth: worth.figure }];
}
function budgetsSection(telling) {
  const { report, links, extent } = telling;
  return section(
    report.comparison?.budgets ?? [],
    extent.lines,
    (each) => [{ text: `- ${budgetText(each, telling)}`, worth: worth.failedLine }],
    {
      head: "**Broken budgets**\n\n",
      tail: "",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more broken budget")} ${isAre(count)}`, links)}`
    }
  );
}
function budgetText(budget, { report, links }) {
  const { package: name, leg, test, what, bytes: bytes2, limitBytes, position, rule } = budget;
  const of = test === null ? "" : ` ${inlineCode(test)}`;
  const at = position === null ? "" : ` at ${placeLink(position, links)}`;
  return `${packageText(name, [leg], report)}${of}: ${formatBytes(bytes2)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} (${inlineCode(rule)})`;
}

// src/render/sections/heap-notes.ts
var maxNotes = 30;
var maxNames = 10;
function heapNotesSection(telling) {
  const { extent, links } = telling;
  return section(
    notes(telling),
    Math.min(maxNotes, extent.lines),
    (text) => [{ text: `- ${text}`, worth: worth.gap }],
    {
      head: "",
      tail: "",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more remark")} ${isAre(count)}`, links)}`
    }
  );
}
function notes({ report }) {
  const { comparison } = report;
  if (comparison === null) return [];
  const { packages, creep, problems: problems2 } = comparison;
  const of = ({ package: name, leg }) => packageText(name, [leg], report);
  return [
    ...packages.filter(isUnmeasured).map((item) => `${of(item)} not compared: ${sentence(item.because ?? "", 300)}`),
    ...creep.map((each) => `${of(each)}: ${sentence(creepText(each), 300)}`),
    ...["new", "removed"].flatMap((state) => namedText(packages, state)),
    ...packages.filter(({ renamedFrom }) => renamedFrom !== null).map((item) => `${inlineCode(item.package)} was ${inlineCode(item.renamedFrom ?? "")}`),
    ...problems2.map((each) => sentence(each, 500))
  ];
}
function namedText(packages, state) {
  const names = oneSided(packages, state);
  if (names.length === 0) return [];
  const shown = names.slice(0, maxNames).map((name) => inlineCode(name, 120));
  const more = names.length - shown.length;
  return [`${state}: ${shown.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`];
}

// src/render/sections/history.ts
var maxPoints = 20;
var leastPoints = 4;
function historySection(telling) {
  const { report, charts } = telling;
  const drawn = (report.comparison?.packages ?? []).filter(({ verdict }) => severity(verdict) <= severity("unconfirmed")).flatMap((item) => chartText(item, telling) ?? []).slice(0, charts);
  return {
    ...{ head: "", tail: "", shape: "paragraphs", more: () => "", unmade: 0 },
    items: drawn.map((text) => [{ text, worth: worth.chart }])
  };
}
function chartText(item, { report }) {
  const { history } = item;
  if (history === void 0) return null;
  const figure = item.metrics.find(({ metric }) => metric === history.metric);
  const past = history.points.slice(1 - maxPoints).map(({ amount }) => amount);
  if (figure === void 0 || past.length + 1 < leastPoints) return null;
  const { name, unit } = heapMetrics[history.metric];
  const amounts = [...past, figure.head];
  const { per, word } = scaleOf(unit, Math.max(...amounts));
  const values = amounts.map((amount) => (amount / per).toFixed(2));
  const labels = amounts.map((_, index) => labelOf(amounts.length - 1 - index));
  const low = Math.min(...amounts) / per;
  const high = Math.max(...amounts) / per;
  const margin = Math.max((high - low) * 0.1, high * 0.01, 0.01);
  const bottom = Math.max(0, low - margin).toFixed(2);
  const title = `${name}, ${plainText(shortPackage(item.package, report))} - ${plainText(item.leg)}`;
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${title}"`,
    `  x-axis "recorded commits" [${labels.map((label) => `"${label}"`).join(", ")}]`,
    `  y-axis "${word}" ${bottom} --> ${(high + margin).toFixed(2)}`,
    `  line [${values.join(", ")}]`,
    "```"
  ].join("\n");
}
function labelOf(before) {
  if (before === 0) return "now";
  return before === 1 ? "base" : `-${String(before - 1)}`;
}
function scaleOf(unit, most) {
  if (unit === "count") return { per: 1, word: "count" };
  if (most >= 1 << 30) return { per: 1 << 30, word: "GiB" };
  return most >= 1 << 20 ? { per: 1 << 20, word: "MiB" } : { per: 1024, word: "KiB" };
}
function plainText(text) {
  return text.slice(0, 80).replace(/[^\w ./-]/g, "_");
}

// src/render/sections/missing.ts
var maxNames2 = 20;
function missingSection(telling) {
  const { report, extent, links } = telling;
  return section(missingTests(report.packages), extent.lines, (one) => itemOf5(one, telling), {
    head: "### Tests that were not seen to end\n\n",
    tail: "",
    shape: "list",
    more: (count) => `- ${inReport(`${plural(count, "more package")} with such tests ${isAre(count)}`, links)}`
  });
}
function missingTests(packages) {
  const keyOf = keys();
  const found = /* @__PURE__ */ new Map();
  for (const { package: name, leg, tests } of packages) {
    const { unfinished, neverRan } = tests;
    if (unfinished.length + neverRan.length === 0) continue;
    const key = keyOf([name, unfinished.length, ...unfinished, ...neverRan]);
    const same = found.get(key);
    if (same === void 0) found.set(key, { package: name, legs: [leg], unfinished, neverRan });
    else same.legs.push(leg);
  }
  return [...found.values()];
}
function itemOf5({ package: name, legs, unfinished, neverRan }, telling) {
  const of = packageText(name, legs, telling.report);
  const part = (tests, words2) => tests.length === 0 ? [] : [`${words2} ${namesText(tests)}`];
  const counted = [
    ...unfinished.length > 0 ? [`${String(unfinished.length)} unfinished`] : [],
    ...neverRan.length > 0 ? [`${String(neverRan.length)} never ran`] : []
  ].join(", ");
  const named = [...part(unfinished, "unfinished"), ...part(neverRan, "never ran")].join("; ");
  return [
    { text: `- ${of}: ${named}`, worth: worth.names },
    { text: `- ${of}: ${counted}`, worth: worth.missing }
  ];
}
function namesText(names) {
  const shown = names.slice(0, maxNames2).map((name) => inlineCode(clip(name, 400), 100));
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

// src/render/reproduce-flags.ts
var kept = new Set(
  "asan asmflags benchtime buildmode buildvcs compiler count cover covermode coverpkg cpu failfast gccgoflags gcflags installsuffix ldflags linkshared mod modfile msan parallel pgo short shuffle skip tags timeout trimpath vet".split(" ")
);
var leftOut = new Set(
  "a artifacts bench benchmem blockprofile blockprofilerate c C coverprofile cpuprofile exec fullpath fuzz fuzzcachedir fuzzminimizetime fuzztime i json list memprofile memprofilerate modcacherw mutexprofile mutexprofilefraction n o outputdir overlay p pkgdir race run toolexec trace v work x".split(" ")
);
function reproduceFlags(command) {
  const result = { flags: [], run: null, own: [], hasCount: false };
  const ours = command.findIndex((word) => word.startsWith("-race="));
  const rest = command.slice(ours + 1);
  const begin = rest.findIndex((word) => word.startsWith("-"));
  if (ours < 0 || begin < 0) return result;
  for (const { name, value, words: words2 } of flagsOf(rest.slice(begin), () => void 0)) {
    if (name === "run") result.run = value;
    if (leftOut.has(name)) continue;
    if (!kept.has(name)) {
      result.own.push(...words2);
      continue;
    }
    if (name === "count") result.hasCount = true;
    const text = value === null ? "" : quoted(value);
    if (text === null) return null;
    result.flags.push(value === null ? `-${name}` : `-${name}=${text}`);
  }
  const own = result.own.map(quoted);
  return own.includes(null) ? null : { ...result, own: own.filter((word) => word !== null) };
}
function quoted(word) {
  if (/^[\w./-][\w.,:/=@%+-]{0,300}$/.test(word)) return word;
  return /^[\w .,:/=@%+~^$()[\]{}*?|#"\p{L}\p{Nd}-]{0,300}$/u.test(word) ? `'${word}'` : null;
}

// src/render/test-pattern.ts
var plainTest = /^(?:Test|Fuzz|Example|Benchmark)[\p{L}\p{Nd}_]{0,200}$/u;
var plainPart = /^[\p{L}\p{Nd}_#=,:@%.+*()?{}-]{1,200}$/u;
var special = /[.+*()?{}]/g;
var maxChars2 = 500;
function testPattern(name) {
  const [top = "", ...subtests] = name.split("/");
  if (!plainTest.test(top)) return null;
  const whole = `^${top}$`;
  if (!subtests.every((part) => plainPart.test(part))) return whole;
  const parts = subtests.map((part) => `^${part.replace(special, "[$&]")}$`);
  const pattern = [whole, ...parts].join("/");
  return pattern.length > maxChars2 ? whole : pattern;
}

// src/render/reproduce.ts
var plainPath = /^\w[\w.~/-]{0,300}$/;
var maxChars3 = 1e3;
function reproduceCommand({ report, package: name, legs, test }) {
  const { directory = "" } = report.source;
  if (!plainPath.test(name) || name.includes("..")) return null;
  if (directory !== "" && (!plainPath.test(directory) || directory.includes(".."))) return null;
  const leg = report.legs.find((each) => each.name === legs[0]);
  const given = reproduceFlags(leg?.command ?? []);
  if (given === null) return null;
  const which = whichTests(test, given);
  if (which === null) return null;
  const command = [
    ...["go", "test"],
    ...directory === "" ? [] : ["-C", directory],
    ...leg?.race === true ? ["-race"] : [],
    ...given.flags,
    ...which,
    // Without it go test may tell what an earlier run said.
    ...given.hasCount ? [] : ["-count=1"],
    folderOf(name, report),
    ...given.own
  ].join(" ");
  return command.length > maxChars3 ? null : command;
}
function whichTests(test, { run }) {
  const pattern = test === null ? null : testPattern(test);
  if (pattern?.startsWith("^Benchmark") === true) return ["-run", "'^$'", "-bench", `'${pattern}'`];
  if (pattern !== null) return ["-run", `'${pattern}'`];
  if (run === null) return [];
  const text = quoted(run);
  return text === null ? null : [`-run=${text}`];
}
function folderOf(name, { source: { module } }) {
  if (name === module) return ".";
  return module !== null && name.startsWith(`${module}/`) ? `./${name.slice(module.length + 1)}` : name;
}

// src/render/sections/next-step.ts
var stopped = /* @__PURE__ */ new Set(["cancelled", "runner-shutdown", "lost"]);
var runAgain = "the run was not seen to its end: run the job again.";
function nextStepSection(telling) {
  const step = nextStep(telling);
  return {
    ...{ head: "", tail: "", shape: "list", more: () => "", unmade: 0 },
    items: step === null ? [] : [itemOf6(step)]
  };
}
function itemOf6({ text, command }) {
  const said = `**What to do:** ${text}`;
  const short = { text: said, worth: always };
  if (command === null) return [short];
  return [
    { text: `${said} Reproduce it:

${codeBlock(command, 1e3, "sh")}`, worth: worth.command },
    short
  ];
}
function nextStep(telling) {
  const { report } = telling;
  const [worst] = problems(report);
  if (worst !== void 0) return ofProblem(worst, telling);
  const [failed] = untoldFailures(report);
  if (failed !== void 0) {
    const { file, line, test, package: name, legs } = failed;
    const at = file === null ? "" : ` at ${placeLink({ file, line }, telling.links)}`;
    return {
      text: `see why ${inlineCode(test)} fails${at}.`,
      command: reproduceCommand({ report, package: name, legs, test })
    };
  }
  const [missing] = missingTests(report.packages);
  if (missing !== void 0)
    return {
      text: `find out why tests of ${packageText(missing.package, missing.legs, report)} were not seen to end.`,
      command: reproduceCommand({ report, ...missing, test: null })
    };
  return ofHeap(telling) ?? ofRun2(report);
}
function ofProblem(problem, telling) {
  const { report } = telling;
  const { place, crash, advice: advice2, runs, test, cause } = problem;
  const [advised] = advice2;
  if (place === null && stopped.has(cause))
    return { text: advised === void 0 ? runAgain : `${sentence(advised, 300)}.`, command: null };
  const name = runs[0]?.package ?? crash?.package ?? "";
  const legs = runs.map(({ leg }) => leg);
  const { verb, place: goesOn = " at" } = causeWords[cause];
  const subject = test === null ? packageText(name, legs, report) : inlineCode(test);
  const at = place === null ? "" : `${goesOn} ${placeLink(place, telling.links)}`;
  const said = ownWords(problem);
  const known = knownText(crash);
  const fix = known ?? (advised === void 0 ? null : sentence(capital(advised), 300));
  const happened = `${subject} ${verb}${at}${said === "" ? "" : `: ${inlineCode(said, 200)}`}.`;
  const command = isReproducible(problem) ? reproduceCommand({ report, package: name, legs, test }) : null;
  if (fix !== null) return { text: `${happened} ${fix}.`, command };
  return { text: command === null ? `${happened} Look at its output.` : happened, command };
}
function ownWords({ cause, crash, runs }) {
  const message = crash?.message ?? "";
  const causes = runs.flatMap((run) => [run.cause, ...run.attempts.map((each) => each.cause)]);
  if (cause === "data-race" || causes.some((each) => each?.summary === message)) return "";
  const [line = ""] = message.split("\n", 1);
  return line.replace(/^runtime error: /, "").trim();
}
function capital(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
function isReproducible({ cause, runs }) {
  return runs.length > 0 && !/^(?:oom-|go-out|address-|cpu-|fd-|thread-|file-|memlock-|disk-|killed|cancelled|runner-|lost|unknown)/.test(
    cause
  );
}
function ofHeap(telling) {
  const { comparison, verdict } = telling.report;
  if (comparison === null || verdict.status === "pass") return null;
  const [grown] = comparison.packages.filter((item) => item.verdict === "regressed");
  const [budget] = comparison.budgets;
  if (grown !== void 0) {
    const name2 = packageText(grown.package, [grown.leg], telling.report);
    const place = grownPlaceText(grown, telling);
    const where = place === null ? `find out why ${name2} grew` : `look at ${place}: ${name2} grew`;
    return { text: `${where}. If that is wanted, accept it.`, command: null };
  }
  if (budget === void 0) return null;
  const name = packageText(budget.package, [budget.leg], telling.report);
  return { text: `${name} broke its budget: mend that, or change the budget.`, command: null };
}
function ofRun2({ verdict: { status, reasons } }) {
  if (status === "pass") return null;
  const kinds = new Set(reasons.map(({ kind }) => kind));
  if (kinds.has("no-tests"))
    return { text: "no test ran: check which packages and tests are named.", command: null };
  return { text: runAgain, command: null };
}

// src/render/sections/notes.ts
function wholeRunSection({ report, links, extent }) {
  const general = report.verdict.reasons.filter((reason) => reason.package === void 0);
  return section(
    general,
    extent.lines,
    ({ leg, message }) => [
      {
        text: `- ${leg === void 0 ? "run" : legText(leg)}: ${sentence(message, 500)}`,
        worth: worth.crashLine
      }
    ],
    {
      head: "### The run as a whole\n\n",
      tail: "",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more reason")} ${isAre(count)}`, links)}`
    }
  );
}
function gapsSection({ report, links, extent }) {
  return section(
    report.gaps,
    extent.lines,
    ({ what, leg, package: name }) => {
      const at = [
        ...name === void 0 ? [] : [inlineCode(name)],
        ...leg === void 0 ? [] : [legText(leg)]
      ].join(" ");
      return [{ text: `- ${at === "" ? "" : `${at}: `}${sentence(what, 800)}`, worth: worth.gap }];
    },
    {
      head: "### What could not be observed\n\n",
      tail: "",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more gap")} ${isAre(count)}`, links)}`
    }
  );
}
function rebuiltSection({ report, links, extent }) {
  return section(
    rebuilt(report),
    extent.lines,
    ({ name, leg, why }) => [
      {
        text: `- ${packageText(name, [leg], report)} was built again with \`-p 1\`: ${sentence(why, 500)}`,
        worth: worth.missing
      }
    ],
    {
      head: "",
      tail: "",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more package")} ${isAre(count)}`, links)}`
    }
  );
}
function footnotesSection({ report, links, extent }) {
  return section(
    footnotes(report),
    extent.lines,
    (text) => [{ text: `- ${text}`, worth: worth.footnote }],
    {
      head: "<details><summary>How it ran</summary>\n\n",
      tail: "\n\n</details>",
      shape: "list",
      more: (count) => `- ${inReport(`${plural(count, "more note")} ${isAre(count)}`, links)}`
    }
  );
}
function footnotes({ legs, comparison }) {
  const guards = legs.flatMap((leg) => {
    const line = guardLine(leg);
    return line === null ? [] : [sentence(line, 300)];
  });
  const recorded = comparison?.recorded ?? null;
  return [
    ...guards,
    ...recorded === null ? [] : [`heap usage recorded: ${sentence(recordedText(recorded), 300)}`]
  ];
}
function artifactsSection({ links, extent }) {
  return section(
    links.artifacts,
    extent.lines,
    ({ name, url, bytes: bytes2 }) => [
      { text: `- ${linked(inlineCode(name), url)} (${formatBytes(bytes2)})`, worth: worth.footnote }
    ],
    {
      head: "<details><summary>Kept files</summary>\n\n",
      tail: "\n\n</details>",
      shape: "list",
      more: (count) => inReport(`${plural(count, "more artifact")} ${isAre(count)}`, links)
    }
  );
}

// src/render/sections/packages.ts
var columns = [
  ...["package", "leg", "ending", "passed", "failed", "skipped", "unfinished", "never ran"],
  ...["time", "peak memory"]
];
function packagesSection(telling) {
  const { report, extent, links } = telling;
  const bad = troubled(report);
  const isBad = new Set(bad);
  const all = [...bad, ...report.packages.filter((run) => !isBad.has(run))];
  const title = `Packages: ${String(all.length)} ${all.length === 1 ? "run" : "runs"}`;
  const item = (run) => [
    { text: rowText(run, telling), worth: isBad.has(run) ? worth.badPackage : worth.goodPackage }
  ];
  return section(all, extent.lines, item, {
    head: [
      `<details><summary>${title}</summary>
`,
      `| ${columns.join(" | ")} |`,
      `| --- | --- | --- |${" ---: |".repeat(columns.length - 3)}
`
    ].join("\n"),
    tail: "\n\n</details>",
    shape: "rows",
    more: (count) => inReport(`${plural(count, "more package run")} ${isAre(count)}`, links)
  });
}
function rowText(run, { report }) {
  const { passed, failed, skipped, unfinished, neverRan } = run.tests;
  const cells = [
    cellCode(shortPackage(run.package, report)),
    legCell(run.leg),
    run.cached ? `${run.ending} (cached)` : run.ending,
    ...[passed, failed, skipped, unfinished.length, neverRan.length].map(String),
    run.elapsedMs === null ? "" : formatDuration(run.elapsedMs),
    run.peakRssBytes === null ? "" : formatBytes(run.peakRssBytes)
  ];
  return `| ${cells.join(" | ")} |`;
}

// src/render/sections/verdict-text.ts
var words = { pass: "passed", fail: "failed", incomplete: "incomplete" };
var maxNamed = 3;
function verdictText(report, written3) {
  const missing = missingCount(report);
  const parts = [
    ...causesText(problems(report), report, written3),
    ...failedText(report, written3),
    ...missing > 0 ? [`${plural(missing, "test")} not seen to end`] : []
  ];
  const { comparison } = report;
  const status = words[report.verdict.status];
  const main = parts.length === 0 ? status : `${status}: ${parts.join(", ")}`;
  const heap = comparison === null || comparison.status === "neutral" ? null : comparison;
  return heap === null ? main : `${main}; heap: ${comparisonHeadline(heap)}`;
}
function causesText(found, report, written3) {
  const said = found.slice(0, maxNamed).map((problem) => causeText(problem, report, written3));
  const [first = ""] = said;
  if (found.length > maxNamed) return [`${plural(found.length, "root cause")}, first ${first}`];
  return [...new Set(said)];
}
function causeText({ cause, runs, crash, test }, report, written3) {
  const { noun } = causeWords[cause];
  const seen = runs.length > 0 ? runs : crash === null ? [] : [crash];
  const packages = [...new Set(seen.map((run) => run.package))];
  const [only = ""] = packages;
  const name = packages.length === 1 ? plainName(shortPackage(only, report)) : null;
  const where = name !== null ? written3(name) : packages.length > 1 ? plural(packages.length, "package") : "";
  if (isOfBuild(cause) && packages.length < 2)
    return `${where === "" ? "a package" : where} ${noun}`;
  const inTest = test === null ? null : plainName(test);
  return [
    noun,
    ...inTest === null ? [] : [`in ${written3(inTest)}`],
    ...where === "" ? [] : [`(${where})`]
  ].join(" ");
}
function failedText(report, written3) {
  const failed = untoldFailures(report);
  const [first] = failed;
  if (first === void 0) return [];
  const test = plainName(first.test);
  const name = plainName(shortPackage(first.package, report));
  if (failed.length > 1 || test === null || name === null)
    return [plural(failed.length, "failed test")];
  return [`${written3(test)} fails (${written3(name)})`];
}
function missingCount({ packages }) {
  const keyOf = keys();
  return new Set(
    packages.flatMap(
      ({ package: name, tests }) => [...tests.unfinished, ...tests.neverRan].map((test) => keyOf([name, test]))
    )
  ).size;
}
function plainName(name) {
  return /^[\p{L}\p{Nd}_][\p{L}\p{Nd}_./#-]{0,79}$/u.test(name) ? name : null;
}

// src/render/sections/verdict.ts
var marks = { pass: "✅", fail: "❌", incomplete: "⚠️" };
function verdictSection({ report, links }, title) {
  const of = title === null || title === "" ? "" : ` (${sentence(title, 100)})`;
  const text = [
    `## ${marks[report.verdict.status]} go-crash-guard${of} ${verdictText(report, inlineCode)}`,
    [
      figuresLine(report),
      ...links.report === null ? [] : [linked("full report", links.report)],
      ...links.run === null ? [] : [linked("run", links.run)]
    ].join(" · ")
  ].join("\n\n");
  return {
    ...{ head: "", tail: "", shape: "list", more: () => "", unmade: 0 },
    items: [[{ text, worth: always }]]
  };
}

// src/render/story.ts
function mainSections(telling, title) {
  return [
    verdictSection(telling, title),
    nextStepSection(telling),
    wholeRunSection(telling),
    causesSection(telling),
    failuresSection(telling),
    missingSection(telling),
    rebuiltSection(telling),
    heapTitleSection(telling),
    figuresSection(telling),
    budgetsSection(telling),
    historySection(telling),
    growthSection(telling),
    acceptanceSection(telling),
    heapNotesSection(telling)
  ];
}
function furtherSections(telling) {
  return [
    packagesSection(telling),
    gapsSection(telling),
    footnotesSection(telling),
    artifactsSection(telling)
  ];
}
function told(sections, room) {
  return `${fit(sections, { ...room, limit: room.limit - 1 })}
`;
}

export {
  isInRepository,
  fromRoot,
  outOfMemory,
  clearestFirst,
  keys,
  problems,
  untoldFailures,
  failedTests,
  verdictText,
  always,
  limitOf,
  cpuMs,
  refusals,
  kernelKills,
  ntStatusName,
  waitStatus,
  memoryRules,
  oomFacts,
  advice,
  outsideWords,
  modulePrefix,
  isBelow,
  missingTests,
  reproduceCommand,
  mainSections,
  furtherSections,
  told
};
