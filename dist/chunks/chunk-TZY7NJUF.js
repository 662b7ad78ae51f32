import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cellCode,
  codeBlock,
  folded,
  inlineCode,
  linked,
  sentence
} from "./chunk-4GRSUTQH.js";
import {
  adviceOn,
  attemptsText,
  budgetWords,
  causePage,
  changedRows,
  cleanText,
  comparisonHeadline,
  countedLeaks,
  crashPage,
  creepText,
  effortOf,
  endedText,
  figuresLine,
  flakyCount,
  flakyText,
  formatAmount,
  formatChange,
  formatShare,
  fromRoot,
  functionText,
  growthText,
  guardLine,
  inputFacts,
  isInRepository,
  isUnmeasured,
  isolationCommand,
  isolationOf,
  keys,
  knownId,
  ladderText,
  limitWords,
  madeAttempts,
  mainHolders,
  missedRuns,
  notable,
  oneSided,
  outcomeText,
  outsideWords,
  proofWords,
  purposeText,
  rebuilt,
  recordedText,
  recovered,
  repetitionText,
  reproduceCommand,
  seenText,
  shuffleText,
  sparedText,
  stressLine,
  summaryOf,
  toldLeaks,
  toldTargets,
  totalsText,
  troubled,
  untoldFailures,
  verdictWords,
  whatFailed,
  whenTaken,
  whoCrashes
} from "./chunk-NKJRDYH7.js";
import {
  describeEnding,
  functionOf,
  severity,
  standingText,
  whatLeaks
} from "./chunk-ZHOZXKHT.js";
import {
  heapMetrics
} from "./chunk-LSEFGULL.js";
import {
  clearestFirst
} from "./chunk-DTPM72IW.js";
import {
  decisiveAttempt
} from "./chunk-LJR2BSKZ.js";
import {
  isBelow,
  waitsTitle
} from "./chunk-COOM7LNL.js";
import {
  packageOf
} from "./chunk-T4JS6IWF.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration
} from "./chunk-MYAVKQUZ.js";
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
  const keyOf2 = ({ item, figure }) => key([item.package, item.leg, figure.metric]);
  const whole = new Set(rows.filter(({ part }) => part === null).map(keyOf2));
  return rows.filter((row) => row.part === null || !whole.has(keyOf2(row)));
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

// src/render/place.ts
var maxFileChars = 200;
function placeLink(place, links) {
  return linkedPlace(place, links, inlineCode);
}
function cellPlace(place, links) {
  return linkedPlace(place, links, cellCode);
}
function linkedPlace({ file, line }, { source }, write) {
  if (file.trim() === "") return "";
  const isLine = line !== null && line > 0;
  const name = clip(file, maxFileChars);
  const label = write(isLine ? `${name}:${String(line)}` : name, maxFileChars + 20);
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

// src/report/seen-cause.ts
var maxOccurrences = 100;
function seenCause({ cause: id, occurrences }, run) {
  const seen = occurrences.slice(0, maxOccurrences).find(({ package: name, leg }) => name === run.package && leg === run.leg);
  const attempt = run.attempts.find(({ number }) => number === seen?.attempt);
  const cause = attempt?.cause ?? (attempt?.purpose === void 0 ? run.cause : null);
  return cause?.id === id ? cause : null;
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
  const keyOf2 = keys();
  const runs = new Map(report.packages.map((run) => [keyOf2([run.leg, run.package]), run]));
  const causes = new Map(report.packages.map((run) => [run, causesOf(run)]));
  const told2 = /* @__PURE__ */ new Set();
  const races = new Set(report.legs.filter(({ race }) => race).map(({ name }) => name));
  const found = report.crashes.map((crash) => {
    for (const seen2 of crash.occurrences) told2.add(keyOf2([seen2.leg, seen2.package, crash.cause]));
    const seenIn2 = new Set(crash.occurrences.map((seen2) => keyOf2([seen2.leg, seen2.package])));
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
    if (problem === null || told2.has(keyOf2([run.leg, run.package, problem.cause]))) continue;
    const { cause, summary, place, test } = problem;
    const key = keyOf2([cause, summary, place?.file ?? null, place?.line ?? null, test]);
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
function causesOf({ cause, attempts, fuzz = [] }) {
  const found = /* @__PURE__ */ new Map();
  for (const each of [
    cause,
    ...attempts.map((one) => one.cause),
    ...fuzz.map((one) => one.cause)
  ]) {
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
  const causes = [
    ...runs.slice(0, maxOfOneKind).flatMap((run) => seenCause(crash, run) ?? []),
    ...runs.flatMap((run) => causesOfRuns.get(run)?.get(id) ?? [])
  ];
  const [cause] = causes;
  const summary = cause?.summary ?? message;
  return {
    ...{ cause: id, confidence: cause?.confidence ?? null, place: blame, test, crash, runs },
    // Another leg says the same with other figures.
    message: says(summary, message) || causes.some((each) => says(each.summary, message)) ? "" : message,
    summary,
    advice: adviceOn(cause ?? { id, advice: [] }, runs[0], crash.waits)
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
  const { id, confidence, summary, position } = cause;
  const advice = adviceOn(cause, run, void 0);
  const place = position === void 0 ? null : { ...position, file: fromRoot(directory ?? "", position.file) };
  const test = onlyUnfinished(run);
  return { ...empty(run), cause: id, confidence, summary, advice, place, test };
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
  "testmain-exit": { noun: "ended by TestMain", verb: "is ended by its TestMain" },
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
  const known = crash === null ? null : knownId(crash);
  if (crash === null || known === null) return null;
  const page2 = linked(inlineCode(known), crashPage(known));
  return `${isOfBuild(crash.cause) ? "Explained, with the fix" : "Usual cause and fix"}: ${page2}`;
}

// src/render/report-page/proof.ts
function attemptOf({ crash, runs }) {
  const [run] = runs;
  const seen = crash?.occurrences.find(
    ({ package: name, leg }) => name === run?.package && leg === run.leg
  );
  const attempt = run?.attempts.find(({ number }) => number === seen?.attempt);
  return attempt ?? (run === void 0 ? null : decisiveAttempt(run) ?? null);
}
function causeOf({ cause: id, runs, crash }) {
  const [first] = runs;
  const seen = crash === null || first === void 0 ? null : seenCause(crash, first);
  if (seen !== null) return seen;
  const causes = runs.flatMap((run) => [
    run.cause,
    ...run.attempts.map(({ cause }) => cause),
    ...(run.fuzz ?? []).map(({ cause }) => cause)
  ]);
  return causes.find((cause) => cause?.id === id) ?? null;
}
function keyOf({ leg, package: name }) {
  return `${leg} ${name}`;
}

// src/render/sections/evidence.ts
var maxFacts = 20;
function evidenceText(problem) {
  const cause = causeOf(problem);
  if (cause === null) return "";
  const facts = cause.evidence.slice(0, maxFacts).map(({ source, detail }) => `- ${sentence(source, 60)}: ${sentence(detail, 400)}`);
  const excluded = cause.excluded.slice(0, maxFacts).map(({ id: other, because }) => `- not ${sentence(other, 60)}: ${sentence(because, 400)}`);
  const lines = [...facts, ...excluded];
  return lines.length === 0 ? "" : folded("Evidence", lines.join("\n"));
}

// src/render/sections/holders.ts
var maxHolders = 5;
function holdersText(run) {
  const { cause } = run;
  const box = decisiveAttempt(run)?.blackBox;
  if (box === void 0 || box.functions.length === 0) return "";
  const rows = mainHolders(box, maxHolders).map(({ bytes, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const where = `${file}:${String(line)}`;
    return `| ${formatBytes(bytes)} | ${(share * 100).toFixed(0)} % | ${cellCode(name)} | ${cellCode(where)} | ${test === null ? "" : cellCode(test)} |`;
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

// src/render/sections/isolation.ts
var maxRows = 12;
function isolationText(problem) {
  const isolated = isolationOf(problem);
  if (isolated === null) return "";
  const who = whoCrashes(isolated.isolation);
  return `**Isolated:** ${who === null ? "it" : inlineCode(who)} ${sentence(summaryOf(isolated.isolation), 600)}.`;
}
function isolationProof(problem, report) {
  const isolated = isolationOf(problem);
  if (isolated === null) return "";
  const { isolation } = isolated;
  const command = isolationCommand(isolated, report);
  const rows = isolation.proof.slice(0, maxRows).map((row) => {
    const { tests, changes, crashed } = proofWords(row);
    return `| ${cellCode(tests, 300)} | ${cellCode(changes)} | ${crashed} |`;
  });
  const table = ["| tests | with | died in the same way |", "|---|---|---|", ...rows].join("\n");
  const parts = [
    ...command === null ? [] : [codeBlock(command, 1e3, "sh")],
    ...rows.length === 0 ? [] : [table],
    `_${effortOf(isolation)}._`
  ];
  return folded("What it needs to crash", parts.join("\n\n"));
}

// src/render/sections/output.ts
var maxOutputChars = 4e3;
var maxCoreChars = 8192;
function outputText({ output }) {
  return isTelling(output) ? folded("Output", codeBlock(lastOf(output.trim()), maxOutputChars)) : "";
}
function coreText(run) {
  const { coreExcerpt, coreText: file } = decisiveAttempt(run) ?? {};
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
  if (text.length <= maxOutputChars) return text;
  const end = text.slice(2 - maxOutputChars);
  const line = end.indexOf("\n");
  return line === -1 ? `…${end}` : `…${end.slice(line)}`;
}

// src/render/telling-stacks.ts
var tellingRoles = /* @__PURE__ */ new Set(["crashing", "access", "previous", "creation"]);
function tellingStacks(crash) {
  const own = crash.stacks.filter(({ role }) => tellingRoles.has(role));
  if (own.length > 0) return own;
  const blamed = blamedStack(crash);
  return blamed === void 0 ? crash.stacks.slice(0, 1) : [blamed];
}
function blamedStack({ stacks, blame }) {
  return stacks.find(
    ({ frames }) => frames.some(({ file, line }) => file === blame?.file && line === blame.line)
  );
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
function stackText(crash) {
  const { stacks, waits } = crash;
  const telling = shownRoles.flatMap((role) => stacks.find((stack) => stack.role === role) ?? []);
  const blamed = waits === void 0 ? blamedStack(crash) : void 0;
  const shown = telling.length > 0 || blamed === void 0 ? telling : [blamed];
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

// src/render/sections/waits.ts
var maxRows2 = 12;
var maxHolds = 5;
var maxSummaryChars2 = 4e3;
function waitsText(crash) {
  const waits = crash?.waits;
  if (waits === void 0) return "";
  const { title } = waitsTitle(waits);
  return `**${title[0]?.toUpperCase() ?? ""}${title.slice(1)}** (${waits.confidence}): ${sentence(waits.summary.slice(0, maxSummaryChars2), 800)}.`;
}
function waitsTable(crash, { links }) {
  const waits = crash?.waits;
  if (waits === void 0 || waits.waits.length === 0) return "";
  const rows = waits.waits.slice(0, maxRows2).map(({ goroutine, goroutines, state, at, holds }) => {
    const count = goroutines > 1 ? ` × ${String(goroutines)}` : "";
    const where = at === null ? "" : cellPlace(at, links);
    const held = holds.slice(0, maxHolds).map(({ what, at: since }) => `${cellCode(what)} ${cellPlace(since, links)}`).join("<br>");
    return `| ${String(goroutine)}${count} | ${cellCode(state)} | ${where} | ${held} |`;
  });
  const head = ["| goroutine | waits in | at | holds, by the source |", "|---|---|---|---|"];
  return folded("Who waits for whom", [...head, ...rows].join("\n"));
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
  const said = [
    ...[messageText(problem), waitsText(crash), relatedText(problem, telling)],
    ...[isolationText(problem), fixText(problem)]
  ];
  const proofs = [waitsTable(crash, telling), isolationProof(problem, telling.report)];
  const holders = first === void 0 ? "" : holdersText(first);
  const stack = crash === null ? "" : stackText(crash);
  const output = [
    ...stack === "" && first !== void 0 ? [outputText(first)] : [],
    ...first === void 0 ? [] : [coreText(first)]
  ];
  const kept = at === 0 ? worth.crashLine : worth.fix;
  const forms = [
    [worth.evidence, [line, ...said, ...proofs, holders, stack, ...output, evidenceText(problem)]],
    [worth.output, [line, ...said, ...proofs, holders, stack, ...output]],
    [worth.stack, [line, ...said, ...proofs, holders, stack]],
    [kept, [line, ...said, holders]],
    [kept, [line, fixText(problem)]],
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
function fixText({ crash, advice }) {
  const known = knownText(crash);
  const lines = [
    ...known === null ? [] : [`${known.slice(0, 1).toLowerCase()}${known.slice(1)}`],
    ...advice.slice(0, maxAdvice).map((text) => sentence(text, 500)).filter((text) => text !== "")
  ];
  const [only = ""] = lines;
  if (lines.length < 2) return known ?? (only === "" ? "" : `**Fix:** ${only}`);
  return `**Fix:**
${lines.map((line) => `- ${line}`).join("\n")}`;
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

// src/render/sections/fuzz.ts
var maxNames = 20;
function fuzzSection(telling) {
  const { extent, links, report } = telling;
  const { bad, stopped: stopped2, cleanAgain, clean, skipped } = toldTargets(report);
  const rows = [
    ...bad.map((target) => ({ kind: "target", target, isBad: true })),
    ...[...stopped2, ...cleanAgain].map((target) => ({ kind: "target", target, isBad: false })),
    ...clean.length > 0 ? [{ kind: "clean", targets: clean }] : [],
    ...skipped.length > 0 ? [{ kind: "skipped", targets: skipped }] : []
  ];
  return section(rows, extent.lines, (row, at) => itemOf3(row, at, telling), {
    head: "### Fuzzing\n\n",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more fuzz target")} ${isAre(count)}`, links)
  });
}
function itemOf3(row, at, telling) {
  if (row.kind !== "target") {
    const text = row.kind === "clean" ? cleanText(row.targets) ?? "" : skippedText(row.targets);
    return [{ text: `- ${text}`, worth: worth.footnote }];
  }
  const { target, isBad } = row;
  const line = lineText2(target, telling);
  const short = { text: `- ${line}`, worth: isBad ? worth.failedLine : worth.missing };
  if (target.fuzz.failing === null || at >= telling.extent.details) return [short];
  return [
    { text: `${line}

${inputText(target.fuzz.failing)}`, worth: worth.failureText },
    short
  ];
}
function skippedText(skipped) {
  const names = skipped.slice(0, maxNames).map(({ fuzz }) => inlineCode(fuzz.target, 100));
  const more = skipped.length - names.length;
  return `skipped themselves: ${names.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
function lineText2({ run, fuzz }, { report }) {
  const what = whatFailed(fuzz);
  const said = what === "" ? "" : `: ${sentence(what, 300)}`;
  const because = fuzz.because === null || fuzz.because === what ? "" : ` (${sentence(fuzz.because, 300)})`;
  return `**${inlineCode(fuzz.target, 100)}** of ${packageText(run.package, [run.leg], report)} ${outcomeText(fuzz)}${said}${because}`;
}
function inputText(failing) {
  const { values = [], addCall, corpusFile, path } = failing;
  const steps = [
    `Copy ${inlineCode(path, 300)} of the run folder to ${inlineCode(corpusFile, 300)}: go test runs it from then on`,
    ...addCall === void 0 ? [] : [`or add ${inlineCode(addCall, 300)} to the target`]
  ].join(", ");
  const input = values.length === 0 ? "" : `${codeBlock(values.join("\n"), 2e3)}

`;
  return folded("The input", `${input}It is a ${inputFacts(failing)}. ${steps}.`);
}

// src/render/sections/growth.ts
var maxExplained = 5;
var maxEscapes = 10;
var maxTests = 10;
var maxFunctions = 5;
function growthSection(telling) {
  const { report, extent, links } = telling;
  const grown = (report.comparison?.packages ?? []).filter(({ why }) => why !== null);
  return section(grown, Math.min(maxExplained, extent.details), (item) => itemOf4(item, telling), {
    head: "",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more package")} that changed ${isAre(count)}`, links)
  });
}
function itemOf4(item, telling) {
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
var maxRows3 = 10;
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
  return section(rows, maxRows3, (row) => itemOf5(row, telling), {
    head: [
      "| package | figure | base | now | change | limit | to clear | verdict |",
      "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
    ].join("\n"),
    tail: "",
    shape: "rows",
    more: (count) => inReport(`${plural(count, "more figure")} that changed ${isAre(count)}`, links)
  });
}
function itemOf5({ item, part, figure }, { report }) {
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
  const { package: name, leg, test, what, bytes, limitBytes, position, rule } = budget;
  const of = test === null ? "" : ` ${inlineCode(test)}`;
  const at = position === null ? "" : ` at ${placeLink(position, links)}`;
  return `${packageText(name, [leg], report)}${of}: ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} (${inlineCode(rule)})`;
}

// src/render/sections/heap-notes.ts
var maxNotes = 30;
var maxNames2 = 10;
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
  const shown = names.slice(0, maxNames2).map((name) => inlineCode(name, 120));
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

// src/render/sections/leaks.ts
var settings = "https://github.com/org/go-crash-guard/blob/v1/docs/leaks.md#settings";
var maxPlaces2 = 20;
var maxAccepted = 20;
var maxStackChars = 2e3;
function leaksSection(telling) {
  const { extent, links, report } = telling;
  const { failing, open, known, accepted } = toldLeaks(report);
  const spared = sparedText(report);
  const rows = [
    ...failing.map((leak) => ({ kind: "leak", leak, fails: true })),
    ...open.map((leak) => ({ kind: "leak", leak, fails: false })),
    ...known.length > 0 ? [{ kind: "known", leaks: known }] : [],
    ...accepted.length > 0 ? [{ kind: "accepted", leaks: accepted }] : []
  ];
  return section(rows, extent.lines, (row, at) => itemOf6(row, at, telling), {
    head: "### Left behind by the tests\n\n",
    tail: spared === null ? "" : `

_${spared} ([what fails a run](${settings}))._`,
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more leak")} ${isAre(count)}`, links)
  });
}
function itemOf6(row, at, telling) {
  if (row.kind !== "leak") {
    const text = row.kind === "known" ? knownText2 : acceptedText;
    return [{ text: text(row.leaks, telling), worth: worth.footnote }];
  }
  const { leak, fails } = row;
  const line = lineText3(leak, telling);
  const short = { text: `- ${line}`, worth: fails ? worth.failedLine : worth.names };
  if (at >= telling.extent.details || leak.frames.length < 2) return [short];
  const stack = folded("Stack", codeBlock(stackOf(leak), maxStackChars));
  return [{ text: `- ${line}

${stack}`, worth: fails ? worth.stack : worth.evidence }, short];
}
function lineText3(leak, telling) {
  const { createdBy, test, legs, package: name, expired } = leak;
  const { links, report } = telling;
  const start = createdBy === null ? "" : `; started at ${placeLink(createdBy, links)}`;
  const by = test === null ? "" : `${inlineCode(test)} of `;
  const over = expired === void 0 ? "" : `; was accepted until ${sentence(expired.until, 20)}: ${sentence(expired.reason, 200)}`;
  return `**${placeText(leak, telling)}** ${sentence(whatLeaks(leak), 200)}${start}, in ${by}${packageText(name, legs, report)} (${standingText(leak)})${over}`;
}
function placeText(leak, { links }) {
  const place = leak.site === null ? "" : placeLink(leak.site, links);
  return place === "" ? inlineCode(functionOf(leak) || leak.package) : place;
}
function knownText2(known, telling) {
  const places = known.slice(0, maxPlaces2).map((leak) => placeText(leak, telling));
  const more = known.length - places.length;
  return `- ${plural(known.length, "leak")} that earlier runs had too: ${[...new Set(places)].join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
function acceptedText(accepted, telling) {
  const said = accepted.slice(0, maxAccepted).map((leak) => {
    const { reason, until } = leak.accepted ?? { reason: "", until: "" };
    return `${placeText(leak, telling)} until ${sentence(until, 20)}: ${sentence(reason, 200)}`;
  });
  const more = accepted.length - said.length;
  return `- accepted: ${said.join("; ")}${more > 0 ? `; and ${String(more)} more` : ""}`;
}
function stackOf({ frames }) {
  return frames.map(({ function: name, file, line }) => `${name}
    ${file}:${String(line)}`).join("\n");
}

// src/render/sections/missing.ts
var maxNames3 = 20;
function missingSection(telling) {
  const { report, extent, links } = telling;
  return section(missingTests(report.packages), extent.lines, (one) => itemOf7(one, telling), {
    head: "### Tests that were not seen to end\n\n",
    tail: "",
    shape: "list",
    more: (count) => `- ${inReport(`${plural(count, "more package")} with such tests ${isAre(count)}`, links)}`
  });
}
function missingTests(packages) {
  const keyOf2 = keys();
  const found = /* @__PURE__ */ new Map();
  for (const { package: name, leg, tests } of packages) {
    const { unfinished } = tests;
    const missed = missedRuns(tests);
    const { neverRan, tooFewRuns } = missed;
    if (unfinished.length + tests.neverRan.length === 0) continue;
    const key = keyOf2([
      ...[name, unfinished.length, ...unfinished],
      ...[neverRan.length, ...neverRan, ...tooFewRuns]
    ]);
    const same = found.get(key);
    if (same === void 0) found.set(key, { package: name, legs: [leg], unfinished, ...missed });
    else same.legs.push(leg);
  }
  return [...found.values()];
}
function itemOf7(missing, telling) {
  const { package: name, legs, unfinished, neverRan, tooFewRuns } = missing;
  const of = packageText(name, legs, telling.report);
  const part = (tests, words2) => tests.length === 0 ? [] : [`${words2} ${namesText(tests)}`];
  const counted = [
    ...unfinished.length > 0 ? [`${String(unfinished.length)} unfinished`] : [],
    ...neverRan.length > 0 ? [`${String(neverRan.length)} never ran`] : [],
    ...tooFewRuns.length > 0 ? [`too few runs of ${String(tooFewRuns.length)}`] : []
  ].join(", ");
  const named = [
    ...part(unfinished, "unfinished"),
    ...part(neverRan, "never ran"),
    ...part(tooFewRuns, "too few runs of")
  ].join("; ");
  return [
    { text: `- ${of}: ${named}`, worth: worth.names },
    { text: `- ${of}: ${counted}`, worth: worth.missing }
  ];
}
function namesText(names) {
  const shown = names.slice(0, maxNames3).map((name) => inlineCode(clip(name, 400), 100));
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

// src/render/reproducible.ts
var ofTheRun = /^(?:oom-|go-out|address-|cpu-|fd-|thread-|file-|memlock-|disk-|killed|cancelled|runner-|lost|unknown)/;
function isReproducible({ cause, runs }) {
  return runs.length > 0 && !ofTheRun.test(cause);
}

// src/render/sections/next-step.ts
var stopped = /* @__PURE__ */ new Set(["cancelled", "runner-shutdown", "lost"]);
var runAgain = "the run was not seen to its end: run the job again.";
function nextStepSection(telling) {
  const step = nextStep(telling);
  return {
    ...{ head: "", tail: "", shape: "list", more: () => "", unmade: 0 },
    items: step === null ? [] : [itemOf8(step)]
  };
}
function itemOf8({ text, command, often = "" }) {
  const said = `**What to do:** ${text}`;
  const short = { text: said, worth: always };
  if (command === null) return [short];
  return [
    {
      text: `${said} Reproduce it${often}:

${codeBlock(command, 1e3, "sh")}`,
      worth: worth.command
    },
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
  return ofFuzz(telling) ?? ofLeaks(telling) ?? ofHeap(telling) ?? ofRun2(report);
}
function ofProblem(problem, telling) {
  const { report } = telling;
  const { place, crash, advice, runs, test, cause } = problem;
  const [advised] = advice;
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
  const isolated = isolationOf(problem);
  const fuzzed = fuzzedInput(problem);
  if (fuzzed !== null)
    return { text: `${happened}${fix === null ? "" : ` ${fix}.`} ${fuzzed}`, command: null };
  const command = isReproducible(problem) ? (isolated === null ? null : isolationCommand(isolated, report)) ?? reproduceCommand({ report, package: name, legs, test }) : null;
  const often = oftenText(isolated);
  if (fix !== null) return { text: `${happened} ${fix}.`, command, often };
  return { text: command === null ? `${happened} Look at its output.` : happened, command, often };
}
function oftenText(isolated) {
  const { outcome, rate } = isolated?.isolation ?? {};
  if (outcome !== "intermittent" || rate === null || rate === void 0) return "";
  return ` (${String(rate.crashes)} of ${plural(rate.runs, "run")} crashed)`;
}
function fuzzedInput({ runs, test }) {
  const targets = runs.flatMap((run) => run.fuzz ?? []);
  const found = targets.find(({ target }) => test?.startsWith(`${target}/`) === true);
  const place = found?.failing?.corpusFile;
  if (place === void 0 || !place.endsWith(`/${test ?? ""}`)) return null;
  return `Copy the input that fuzzing found to ${inlineCode(place, 300)}; from then on go test fails with it.`;
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
function ofFuzz({ report }) {
  const { bad, stopped: unfuzzed } = toldTargets(report);
  const [first] = bad;
  const [left] = unfuzzed;
  if (first !== void 0) {
    const { run, fuzz } = first;
    const of = `${inlineCode(fuzz.target)} of ${packageText(run.package, [run.leg], report)}`;
    const place = fuzz.failing?.corpusFile;
    const how = place === void 0 ? "see why it failed while it was fuzzed" : `copy the input that fuzzing found to ${inlineCode(place, 300)}; from then on go test fails with it`;
    return { text: `${of}: ${how}.`, command: null };
  }
  if (left === void 0) return null;
  const why = sentence(left.fuzz.because ?? "", 300);
  const text = `find out why ${inlineCode(left.fuzz.target)} was not fuzzed to the end: ${why}.`;
  return { text, command: null };
}
function ofLeaks({ report, links }) {
  const [leak] = toldLeaks(report).failing;
  if (leak === void 0) return null;
  const { kind, site, createdBy, package: name, legs, test } = leak;
  const place = site ?? createdBy;
  const at = place === null ? "" : ` at ${placeLink(place, links)}`;
  const who = test === null ? packageText(name, legs, report) : inlineCode(test);
  const what = kind === "goroutine" ? "leaves goroutines behind" : "keeps memory";
  const text = `${who} ${what}${at}. If that is wanted, accept it under ${inlineCode("leaks")}.`;
  return { text, command: null };
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
    const lines = [guardLine(leg), stressLine(leg)];
    return lines.flatMap((line) => line === null ? [] : [sentence(line, 300)]);
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
    ({ name, url, bytes }) => [
      { text: `- ${linked(inlineCode(name), url)} (${formatBytes(bytes)})`, worth: worth.footnote }
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
function endingText(run) {
  const { length } = madeAttempts(run);
  const notes2 = [...run.cached ? ["cached"] : [], ...length > 1 ? [`${length} attempts`] : []];
  return notes2.length === 0 ? run.ending : `${run.ending} (${notes2.join(", ")})`;
}
function rowText(run, { report }) {
  const { passed, failed, skipped, unfinished, neverRan } = run.tests;
  const cells = [
    cellCode(shortPackage(run.package, report)),
    legCell(run.leg),
    endingText(run),
    ...[passed, failed, skipped, unfinished.length, neverRan.length].map(String),
    run.elapsedMs === null ? "" : formatDuration(run.elapsedMs),
    run.peakRssBytes === null ? "" : formatBytes(run.peakRssBytes)
  ];
  return `| ${cells.join(" | ")} |`;
}

// src/render/sections/recovery.ts
var maxRows4 = 20;
var maxChanges = 5;
var columns2 = ["attempt", "what ran", "changed", "ended", "time", "peak memory"];
function recoverySection(telling) {
  const { report, extent, links } = telling;
  return section(recovered(report), extent.lines, (run, at) => itemOf9(run, at, telling), {
    head: "### Further attempts\n\n",
    tail: "",
    shape: "paragraphs",
    more: (count) => inReport(`${plural(count, "more package")} with further attempts ${isAre(count)}`, links)
  });
}
function itemOf9(run, at, telling) {
  const { report, extent } = telling;
  const leg = report.legs.find(({ name }) => name === run.leg);
  const written3 = (text2) => inlineCode(text2, 120);
  const stopped2 = run.recovery?.stopped ?? null;
  const ladder = ladderText(run, leg, written3);
  const flaky = flakyText(run, written3);
  const order = shuffleText(run, written3);
  const repeated = repetitionText(
    run,
    (text2) => text2.startsWith("-") ? written3(text2) : sentence(text2, 120)
  );
  const made = madeAttempts(run);
  const isRepeated = repeated !== null && made.length < 2;
  const line = `${packageText(run.package, [run.leg], report)}: ${isRepeated ? repeated : attemptsText(run)}`;
  const points = [
    ...repeated === null || isRepeated ? [] : [repeated],
    ...flaky === null ? [] : [`flaky: ${flaky}`],
    ...ladder === null ? [] : [`limits: ${ladder}`],
    ...stopped2 === null ? [] : [`no further attempt: ${sentence(stopped2, 300)}`],
    ...order === null ? [] : [`order: ${order}`]
  ];
  const text = [`- ${line}`, ...points.map((point) => `  - ${point}`)].join("\n");
  const short = { text: `- ${line}`, worth: worth.missing };
  if (at >= extent.details) return [short];
  const full = { text, worth: worth.names };
  if (made.length < 2) return points.length === 0 ? [short] : [full, short];
  const table = folded("Attempts", tableOf(made, run));
  return [{ text: `${text}

${table}`, worth: worth.evidence }, full, short];
}
function tableOf(attempts, run) {
  const shown = attempts.slice(0, maxRows4);
  const more = attempts.length - shown.length;
  return [
    `| ${columns2.join(" | ")} |`,
    "| ---: | --- | --- | --- | ---: | ---: |",
    ...shown.map(
      (attempt, at) => `| ${cellsOf(at === 0 ? { ...causeOf2(attempt, run), ...attempt } : attempt).join(" | ")} |`
    ),
    ...more > 0 ? ["", `_${plural(more, "more attempt")}._`] : []
  ].join("\n");
}
function causeOf2({ ending }, run) {
  return run.cause === null || ending !== run.ending ? {} : { cause: run.cause };
}
function cellsOf(attempt) {
  const { number, ranTests, changes = [], ending, elapsedMs, peakRssBytes, cause } = attempt;
  const tests = ranTests === void 0 ? "all tests" : plural(ranTests.length, "test");
  return [
    String(number),
    `${purposeText(attempt)}: ${tests}`,
    changes.slice(0, maxChanges).map((change) => cellCode(change, 60)).join(" "),
    `${endedText(ending)}${cause === void 0 ? "" : ` (${cause.id})`}`,
    elapsedMs === null ? "" : formatDuration(elapsedMs),
    peakRssBytes === null ? "" : formatBytes(peakRssBytes)
  ];
}

// src/render/sections/verdict-text.ts
var words = { pass: "passed", fail: "failed", incomplete: "incomplete" };
var maxNamed = 3;
function verdictText(report, written3) {
  const missing = missingCount(report);
  const flaky = flakyCount(report);
  const { failing } = toldLeaks(report);
  const parts = [
    ...causesText(problems(report), report, written3),
    ...failedText(report, written3),
    ...fuzzedText(report),
    ...missing > 0 ? [`${plural(missing, "test")} not seen to end`] : [],
    ...flaky > 0 ? [plural(flaky, "flaky test")] : [],
    ...failing.length > 0 ? [countedLeaks(failing)] : []
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
function fuzzedText(report) {
  const { bad, stopped: stopped2 } = toldTargets(report);
  const failed = bad.filter(
    ({ fuzz }) => fuzz.outcome === "failed" || fuzz.cause === void 0
  ).length;
  return [
    ...failed > 0 ? [`${plural(failed, failed < bad.length ? "more fuzz target" : "fuzz target")} failed`] : [],
    ...stopped2.length > 0 ? [`${plural(stopped2.length, "fuzz target")} not fuzzed to the end`] : []
  ];
}
function missingCount({ packages }) {
  const keyOf2 = keys();
  return new Set(
    packages.flatMap(
      ({ package: name, tests }) => [...tests.unfinished, ...tests.neverRan].map((test) => keyOf2([name, test]))
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
    recoverySection(telling),
    fuzzSection(telling),
    leaksSection(telling),
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
  seenCause,
  problems,
  verdictText,
  always,
  attemptOf,
  causeOf,
  keyOf,
  tellingStacks,
  blamedStack,
  missingTests,
  isReproducible,
  mainSections,
  furtherSections,
  told
};
