import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  diedOfLimit,
  severity
} from "./chunk-ZHOZXKHT.js";
import {
  failsWhereLeaksFail
} from "./chunk-A4M5YG7X.js";
import {
  flagsOf,
  heapMetrics
} from "./chunk-LSEFGULL.js";
import {
  decisiveAttempt,
  partingWords,
  raceDetectorsOwn
} from "./chunk-LJR2BSKZ.js";
import {
  shortName
} from "./chunk-T4JS6IWF.js";
import {
  topLevel
} from "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration
} from "./chunk-MYAVKQUZ.js";
import {
  clip,
  formatBytes,
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/render/attempt-words.ts
var maxEndings = 8;
var endingWords = {
  passed: { because: "attempt 1", did: "passed" },
  "no-tests": { because: "attempt 1", did: "ran no test" },
  failed: { because: "attempt 1", did: "failed" },
  crashed: { because: "the crash", did: "crashed" },
  killed: { because: "the kill", did: "killed" },
  exited: { because: "the exit", did: "ended itself" },
  "timed-out": { because: "the timeout", did: "timed out" },
  "build-failed": { because: "the build", did: "did not build" },
  "not-started": { because: "the failed start", did: "did not start" },
  lost: { because: "the lost attempt", did: "not seen to end" },
  cancelled: { because: "the stop", did: "stopped" }
};
var purposeWords = {
  "carry-on": "tests that had not ended",
  "start-again": "started again",
  alone: "the culprit alone",
  serial: "one test at a time",
  fewer: "fewer tests at a time",
  "soft-limit": "soft memory limit",
  stress: "repeated"
};
function purposeText({ purpose }) {
  return purpose === void 0 ? "go test" : purposeWords[purpose];
}
function endedText(ending) {
  return endingWords[ending].did;
}
function madeAttempts({ attempts }) {
  return attempts.filter(({ number, purpose }) => number > 0 && purpose !== "stress");
}
var fine = /* @__PURE__ */ new Set(["passed", "no-tests", "cancelled"]);
function failedRepetition({ attempts }) {
  return attempts.find(({ purpose, ending }) => purpose === "stress" && !fine.has(ending));
}
function recovered(report) {
  return report.packages.filter(
    (run) => run.recovery !== void 0 || madeAttempts(run).length > 1 || failedRepetition(run) !== void 0
  );
}
function attemptsText(run) {
  const made = madeAttempts(run);
  const ends = made.slice(0, maxEndings).map(({ ending }) => endedText(ending));
  const more = made.length > maxEndings ? ", ..." : "";
  const listed = ends.length === 0 ? "" : ` (${ends.join(", ")}${more})`;
  const later = laterText(run);
  return `${plural(made.length, "attempt")}${listed}${later === null ? "" : `; ${later}`}`;
}
function laterText(run) {
  const { tests, recovery } = run;
  const flaky = new Set(recovery?.flaky);
  const ends = /* @__PURE__ */ new Map();
  const inAttempts = /* @__PURE__ */ new Set();
  for (const [name2, outcome, , attempt] of tests.cases ?? []) {
    if (attempt === void 0 || name2.includes("/") || flaky.has(name2)) continue;
    if (ends.get(name2) !== "failed") ends.set(name2, outcome);
    inAttempts.add(attempt);
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const outcome of ends.values()) counts[outcome]++;
  const total = counts.passed + counts.failed + counts.skipped;
  if (total === 0) return null;
  const atLeast = hasAllCases(run) ? "" : "at least ";
  const { because } = endingWords[run.ending];
  const subject = `${atLeast}${plural(total, "test")} that ${because} had kept from ending`;
  const others = counts.failed > 0 && ranWithoutOthers(run, inAttempts) ? withoutOthers : "";
  return `${subject}${outcomesText(counts)} in ${numbersText([...inAttempts])}${others}`;
}
var withoutOthers = ", without what had ended before";
function ranWithoutOthers({ attempts }, numbers) {
  return attempts.some(({ number, ranTests }) => ranTests !== void 0 && numbers.has(number));
}
function hasAllCases({ tests: { cases = [], passed, failed, skipped } }) {
  return cases.length >= passed + failed + skipped;
}
var outcomes = ["passed", "failed", "skipped"];
function outcomesText(counts) {
  const some = outcomes.filter((how) => counts[how] > 0);
  const [only] = some;
  if (only !== void 0 && some.length === 1)
    return only === "skipped" ? " were skipped" : ` ${only}`;
  return `: ${some.map((how) => `${String(counts[how])} ${how}`).join(", ")},`;
}
function numbersText(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const last = sorted.at(-1);
  if (sorted.length <= 1) return `attempt ${String(last)}`;
  const shown = sorted.slice(0, -1).slice(0, maxEndings).map(String);
  const gap = sorted.length - 1 > maxEndings ? ", ..." : "";
  return `attempts ${shown.join(", ")}${gap} and ${String(last)}`;
}

// src/report/repository-path.ts
var maxPathChars = 4096;
function isInRepository(path) {
  if (path.length > maxPathChars) return false;
  return path !== "" && !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
}
function fromRoot(directory, file) {
  return directory === "" || !isInRepository(file) ? file : `${directory}/${file}`;
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

// src/render/failures.ts
var maxParents = 10;
function untoldFailures(report) {
  const keyOf = keys();
  const told2 = /* @__PURE__ */ new Set();
  const parents = /* @__PURE__ */ new Set();
  for (const { leg, package: name2, test } of report.crashes.flatMap((one) => one.occurrences)) {
    told2.add(keyOf([leg, name2, test]));
    for (const parent of parentsOf(test ?? "")) parents.add(keyOf([leg, name2, parent]));
  }
  return failedTests(report, (leg, name2, { test, message }) => {
    const key = keyOf([leg, name2, test]);
    return !told2.has(key) && !(parents.has(key) && isOfCrash(message));
  });
}
function parentsOf(test) {
  const found = [];
  let at = test.length;
  while (found.length < maxParents && (at = test.lastIndexOf("/", at - 1)) > 0)
    found.push(test.slice(0, at));
  return found;
}
function isOfCrash(message) {
  return message.trim() === "" || /^\s*(?:panic: |fatal error: |WARNING: DATA RACE)/.test(message);
}
function failedTests({ packages, source }, isWanted = () => true) {
  const keyOf = keys();
  const found = /* @__PURE__ */ new Map();
  for (const run of packages) {
    for (const failure of run.tests.failures) {
      const { test, file, line } = failure;
      if (!isWanted(run.leg, run.package, failure)) continue;
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

// src/render/leak-words.ts
var reasonOf = { goroutine: "goroutine-leak", memory: "memory-leak" };
function toldLeaks({ leaks = [], verdict }) {
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  const told2 = { failing: [], open: [], known: [], accepted: [] };
  for (const leak of leaks) {
    if (leak.accepted !== null) told2.accepted.push(leak);
    else if (kinds.has(reasonOf[leak.kind]) && failsWhereLeaksFail(leak)) told2.failing.push(leak);
    else if (leak.standing === "known") told2.known.push(leak);
    else told2.open.push(leak);
  }
  return told2;
}
function sparedText(report) {
  const { failing, open } = toldLeaks(report);
  const spared = open.filter(
    (leak) => report.leaksThatFail?.includes(leak.kind) === true && !failsWhereLeaksFail(leak)
  );
  const [first] = spared;
  if (first === void 0) return null;
  const all = failing.length + open.length;
  if (spared.length === 1)
    return `${all === 1 ? "This leak" : "1 of these"} does not fail the run: nothing recorded tells whether it is new, and nothing proves it`;
  const who = all === spared.length ? "These leaks" : `${String(spared.length)} of these`;
  return `${who} do not fail the run: nothing recorded tells whether they are new, and nothing proves them`;
}
function countedLeaks(leaks, more = "") {
  const count = (kind) => leaks.filter((leak) => leak.kind === kind).length;
  const parts = ["goroutine", "memory"].filter((kind) => count(kind) > 0).map((kind) => plural(count(kind), `${more}${kind} leak`));
  return parts.join(", ");
}

// src/render/recovery-words.ts
var maxSteps = 8;
var maxChanges = 5;
var maxNames = 3;
var maxFlaky = 10;
var maxSeeds = 8;
function ladderText(run, leg, written) {
  const ladder = run.recovery?.ladder ?? [];
  if (ladder.length === 0 || run.cause?.id === "killed") return null;
  const first = run.attempts.find(({ number }) => number === 1);
  const before = first === void 0 ? [] : [`all tests${tookText(first)}`];
  const steps = ladder.slice(0, maxSteps).map((step) => stepText(step, written));
  const more = ladder.length - steps.length;
  const ceiling = leg?.guard?.ceilingBytes ?? null;
  return [
    ...before,
    ...steps,
    ...more > 0 ? [plural(more, "more step")] : [],
    ...ceiling === null ? [] : [`ceiling ${formatBytes(ceiling)}`]
  ].join("; ");
}
function stepText(step, written) {
  const { tests, changes } = step;
  const said = changes.slice(0, maxChanges).map(written);
  const how = said.length === 0 ? "" : ` with ${said.join(" ")}`;
  return `${testsText(tests, written)}${how}${tookText(step)}`;
}
function testsText(tests, written) {
  if (tests === null) return "all tests";
  if (tests.length > maxNames) return plural(tests.length, "test");
  return `${tests.map(written).join(", ")}${tests.length === 1 ? " alone" : ""}`;
}
function tookText({ ending, peakRssBytes }) {
  const peak = peakRssBytes === null ? "" : ` ${formatBytes(peakRssBytes)}`;
  return `${peak}: ${fitText(ending)}`;
}
function fitsText({ recovery, cause }) {
  if (cause === null || !diedOfLimit(cause.id)) return null;
  const fitting = (recovery?.ladder ?? []).filter(
    ({ ending }) => fitText(ending).startsWith("fits")
  );
  const step = fitting.find(({ changes: changes2 }) => changes2.length > 0) ?? fitting[0];
  if (step === void 0) return null;
  const { tests, changes, peakRssBytes } = step;
  const fit = tests?.length === 1 ? "fits" : "fit";
  const how = changes.length === 0 ? "" : ` with ${changes.slice(0, maxChanges).join(" ")}`;
  const isMemory = /^(?:oom-|go-out)/.test(cause.id);
  const peak = isMemory && peakRssBytes !== null ? ` (peak ${formatBytes(peakRssBytes)})` : "";
  return `${testsText(tests, (text) => text)} ${fit}${how}${peak}`;
}
function fitText(ending) {
  if (ending === "passed" || ending === "no-tests") return "fits";
  return ending === "failed" ? "fits, tests failed" : endedText(ending);
}
function flakyText({ recovery, tests }, written) {
  const flaky = recovery?.flaky ?? [];
  if (flaky.length === 0) return null;
  const attempts = new Map((tests.cases ?? []).map(([name2, , , attempt]) => [name2, attempt]));
  const said = flaky.slice(0, maxFlaky).map((name2) => {
    const attempt = attempts.get(name2);
    return `${written(name2)}${attempt === void 0 ? "" : ` (attempt ${String(attempt)})`}`;
  });
  const more = flaky.length - said.length;
  return `killed at first, passed later: ${said.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
function shuffleText(run, written) {
  const seeds = /* @__PURE__ */ new Map();
  for (const { shuffleSeed, number } of madeAttempts(run)) {
    if (!isSeed(shuffleSeed)) continue;
    seeds.set(shuffleSeed, [...seeds.get(shuffleSeed) ?? [], number]);
  }
  const [only] = seeds.keys();
  if (only === void 0) return null;
  if (seeds.size === 1) return written(`-shuffle=${only}`);
  const all = [...seeds].slice(0, maxSeeds);
  return all.map(([seed, numbers]) => `${written(`-shuffle=${seed}`)} in ${numbersText(numbers)}`).join("; ");
}
function isSeed(seed) {
  return seed !== void 0 && /^-?\d{1,20}$/.test(seed);
}
function flakyCount({ packages }) {
  const keyOf = keys();
  const tests = packages.flatMap(
    ({ package: name2, recovery }) => (recovery?.flaky ?? []).map((test) => keyOf([name2, test]))
  );
  return new Set(tests).size;
}

// src/render/advice.ts
var breakCycle = "break the cycle: take these in one order everywhere, and hold none while waiting";
function adviceOn({ id, advice }, run, waits) {
  if (waits?.kind === "cycle") return [breakCycle];
  const fits = run?.cause?.id === id ? fitsText(run) : null;
  return fits === null ? advice : [fits, ...advice];
}

// src/render/outside-words.ts
function outsideWords(cause) {
  return cause?.advice.some((text) => text.includes(raceDetectorsOwn)) === true ? raceDetectorsOwn : "outside Go: cgo, mmap, C libraries";
}

// src/render/cause.ts
var plain = /* @__PURE__ */ new Set(["test-failure", "no-tests"]);
var refused = /* @__PURE__ */ new Set(["build-failed", "vet-failed", "setup-failed"]);
var pages = "https://github.com/org/go-crash-guard/blob/v1/docs/causes";
function causePage(id) {
  return `${pages}/${id}.md`;
}
function told(run) {
  return run.cause === null || plain.has(run.cause.id) ? null : run.cause;
}
function mainHolders({ functions }, max) {
  return functions.slice(0, max).filter(({ share }, index) => index === 0 || share >= 0.01);
}
function whenTaken({ rssBytes, elapsedMs, early }) {
  const rss = rssBytes === null ? "" : ` at an RSS of ${formatBytes(rssBytes)}`;
  const at = elapsedMs === null ? "" : `, ${(elapsedMs / 1e3).toFixed(1)} s after its start`;
  return `${rss}${at}${early ? ", before the garbage was collected" : ""}`;
}
function* causeLines(run, waits, paint) {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(saidOf(cause)), 400)}`;
  const words = partingWords(cause);
  if (words !== null) yield `    said:       ${clip(printable(words), 300)}`;
  for (const line of heldLines(decisiveAttempt(run)?.blackBox, cause))
    yield `    held:       ${line}`;
  for (const line of adviceOn(cause, run, waits).slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
}
function saidOf({ id, summary, evidence }) {
  const [first] = evidence;
  return refused.has(id) && first !== void 0 ? first.detail : summary;
}
function heldLines(box, cause) {
  if (box === void 0) return [];
  const holders2 = mainHolders(box, 3).map(({ bytes, share, test, ...top }) => {
    const { function: name2, file, line: line2 } = top.caller ?? top;
    const by = test === null ? "" : ` by ${test}`;
    return printable(
      `${formatBytes(bytes)} (${(share * 100).toFixed(0)} %) ${clip(name2, 100)} ${file}:${String(line2)}${by}`
    );
  });
  const outside = outsideWorthSaying(box);
  if (outside === 0) return holders2;
  const line = `${formatBytes(outside)} ${outsideWords(cause)}`;
  return outside > (box.functions[0]?.bytes ?? 0) ? [line, ...holders2] : [...holders2, line];
}
function outsideWorthSaying({ outsideGoBytes, rssBytes }) {
  const bytes = outsideGoBytes ?? 0;
  return bytes >= (rssBytes ?? 0) / 10 ? bytes : 0;
}

// src/render/crash-page.ts
var pages2 = "https://github.com/org/go-crash-guard/blob/v1/docs/crashes";
function crashPage(id) {
  return `${pages2}/${id}.md`;
}
function isCatalogId(id) {
  return /^[a-z][a-z0-9-]{0,80}$/.test(id);
}
var sharedCauses = /* @__PURE__ */ new Set([
  "timeout",
  "deadlock",
  "goroutine-leak",
  "data-race",
  "nil-dereference",
  "go-out-of-memory",
  "signal",
  "killed",
  "os-exit",
  "testmain-exit"
]);
var sharedMessages = [
  {
    pattern: /^runtime error: (?:index|slice bounds) out of range /,
    sample: "runtime error: index out of range [3] with length 3"
  },
  {
    pattern: /^runtime error: integer divide by zero$/,
    sample: "runtime error: integer divide by zero"
  },
  {
    pattern: /^interface conversion: /,
    sample: "interface conversion: interface {} is int, not string"
  },
  { pattern: /^fault$/, sample: "fault" }
];
function isUsual({ cause, message }) {
  return sharedCauses.has(cause) || sharedMessages.some(({ pattern }) => pattern.test(message));
}
function knownId({ known, cause, message, waits }) {
  if (known === null || !isCatalogId(known)) return null;
  return waits?.kind === "cycle" && isUsual({ cause, message }) ? null : known;
}

// src/render/crash.ts
var maxCrashes = 5;
var maxRelated = 3;
function crashesIn({ crashes }, run) {
  return crashes.filter(
    ({ occurrences }) => occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg)
  );
}
function* crashLines(report, run, paint) {
  const crashes = crashesIn(report, run);
  for (const crash of crashes.slice(0, maxCrashes))
    yield* linesOfCrash(crash, messageText(crash, crashes, run), paint);
  if (crashes.length > maxCrashes)
    yield `    at:         ${plural(crashes.length - maxCrashes, "more crash", "more crashes")}, see the report`;
}
function* linesOfCrash(crash, said, paint) {
  const { blame, cause, test, related, waits, seen } = crash;
  const known = knownId(crash);
  const by = test === null ? "" : ` in ${clip(printable(test), 120)}`;
  const message = said === "" ? "" : `: ${said}`;
  if (blame !== null)
    yield `    at:         ${place(blame)}${inFunction(blame, paint)}${by}${message}`;
  else if (said !== "") yield `    also:       ${cause}${by}${message}`;
  for (const frame of blame === null ? [] : related.slice(0, maxRelated))
    yield paint.dim(`                ${printable(frame.role)}: ${place(frame)} ${name(frame)}`);
  if (waits !== void 0)
    yield `    ${waits.kind === "cycle" ? "deadlock:  " : "stuck:     "} ${oneLine(waits.summary.slice(0, 4e3), 1e3)} (${waits.confidence})`;
  if (known !== null)
    yield `    ${isUsual(crash) ? "usually:   " : "known:     "} ${crashPage(known)}`;
  if (seen !== void 0) yield paint.dim(`    before:     ${seenText(seen)}`);
}
function testsOfCrashes(crashes) {
  const told2 = crashes.slice(0, maxCrashes).flatMap(({ blame, test }) => blame === null || test === null ? [] : [test]);
  return (test) => told2.some((one) => one === test || one.startsWith(`${test}/`));
}
function messageText(crash, crashes, { cause }) {
  const own = crashes.find((each) => each.cause === cause?.id) ?? crashes[0];
  return crash === own ? "" : oneLine(crash.message.slice(0, 1e3), 160);
}
function seenText(seen) {
  const at = `${seen.lastCommit?.slice(0, 7) ?? ""} on ${(seen.lastAt ?? "").slice(0, 10)}`;
  const isOne = seen.runs === 1;
  const runs = isOne ? "the last recorded run" : `the last ${String(seen.runs)} recorded runs`;
  const part = isOne ? runs : `${String(seen.seenIn)} of ${runs}`;
  switch (seen.kind) {
    case "new":
      return isOne ? `new: not in ${runs}` : `new: in none of ${runs}`;
    case "seen":
      return `seen before: in ${part}, last at ${at}`;
    case "intermittent":
      return `intermittent: in ${part}, last at ${at}`;
    case "similar":
      return `new, but ${String(Math.round((seen.similarity ?? 0) * 100))} % like a crash at ${at}`;
  }
}
function place({ file, line }) {
  return clip(printable(`${file}:${String(line)}`), 300);
}
function inFunction(frame, paint) {
  return frame.function === "" ? "" : ` ${paint.dim(name(frame))}`;
}
function name(frame) {
  return clip(printable(frame.function), 200);
}

// src/render/heap-figures.ts
var verdictWords = {
  same: "same",
  regressed: "grew",
  warned: "grew, warning",
  unconfirmed: "grew, not confirmed",
  accepted: "grew, accepted",
  improved: "shrank"
};
var limitWords = {
  threshold: "relative threshold",
  floor: "least growth",
  history: "noise",
  sampling: "error of sampling"
};
function formatAmount(amount, unit) {
  if (unit === "bytes") return formatBytes(Math.round(amount));
  const whole = Number.isInteger(amount) || amount >= 100;
  return groupDigits(whole ? String(Math.round(amount)) : amount.toFixed(1));
}
function formatChange(change, unit) {
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${sign}${formatAmount(Math.abs(change), unit)}`;
}
function formatShare(base, head) {
  if (base === 0) return head === 0 ? "0 %" : "new";
  const percent = (head - base) / base * 100;
  const digits = Math.abs(percent).toFixed(1);
  const sign = digits === "0.0" ? "" : percent > 0 ? "+" : "−";
  return `${sign}${groupDigits(digits)} %`;
}
function groupDigits(digits) {
  const [whole = "", rest] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return rest === void 0 ? grouped : `${grouped}.${rest}`;
}
function shortCommit(commit) {
  return commit.slice(0, 7);
}

// src/render/comparison-words.ts
var counted = [
  ["warned", (count) => `${plural(count, "package")} grew with a warning`],
  ["unconfirmed", (count) => `${plural(count, "package")} grew, not confirmed`],
  ["accepted", (count) => `${plural(count, "package")} grew as accepted`],
  ["improved", (count) => `${plural(count, "package")} shrank`]
];
function comparisonHeadline({ packages, budgets, base }) {
  const having = (verdict) => packages.filter((item) => item.verdict === verdict).length;
  const unmeasured = packages.filter(isUnmeasured).length;
  const compared = packages.filter(isCompared).length;
  const regressed = having("regressed");
  const parts = [
    ...regressed > 0 ? [`${plural(regressed, "package")} grew`] : [],
    ...budgets.length > 0 ? [`${plural(budgets.length, "budget")} broken`] : [],
    ...counted.flatMap(([verdict, words]) => having(verdict) > 0 ? [words(having(verdict))] : []),
    ...unmeasured > 0 ? [`${plural(unmeasured, "package")} not compared`] : []
  ];
  if (parts.length > 0) return parts.join(", ");
  if (compared > 0) return `no growth in ${plural(compared, "package")}`;
  return base === null ? "nothing to compare with" : "nothing was compared";
}
function isCompared({ state }) {
  return state === "compared" || state === "renamed";
}
function isUnmeasured({ state, base }) {
  return base !== null && (state === "not-measured" || state === "incomparable");
}
function recordedLegs(packages) {
  const known = packages.filter(({ base, state }) => base !== null || state === "removed");
  return new Set(known.map(({ leg }) => leg));
}
function oneSided(packages, state) {
  const known = recordedLegs(packages);
  const found = packages.filter((item) => item.state === state && known.has(item.leg));
  return [...new Set(found.map((item) => item.package))];
}
function totalsText({ packages, totals }) {
  const { base, head } = totals;
  if (!packages.some(isCompared) || base.allocBytes === 0) return null;
  const change = formatChange(head.allocBytes - base.allocBytes, "bytes");
  return `allocated in all: ${change} (${formatShare(base.allocBytes, head.allocBytes)})`;
}
function changedRows({ packages }) {
  return packages.flatMap((item) => rowsOf(item)).filter(({ figure }) => figure.verdict !== "same").sort(
    (a, b) => severity(a.figure.verdict) - severity(b.figure.verdict) || shareOf(b) - shareOf(a)
  );
}
function rowsOf(item) {
  return [
    ...item.metrics.map((figure) => ({ item, part: null, figure })),
    ...item.tests.flatMap(
      ({ test, metrics }) => metrics.map((figure) => ({ item, part: test, figure }))
    ),
    ...item.benchmarks.flatMap(
      ({ name: name2, metrics }) => metrics.map((figure) => ({ item, part: name2, figure }))
    )
  ];
}
function shareOf({ figure: { base, head } }) {
  return (head - base) / Math.max(base, 1);
}
function growthText(why, row) {
  return formatChange(growthOf(why, row), heapMetrics[explainedBy(why)].unit);
}
function growthOf(why, { base, head }) {
  const metric = explainedBy(why);
  return head[metric] - base[metric];
}
var leastPart = 0.02;
function notable(why, rows, part = leastPart) {
  const most = rows.reduce((max, row) => Math.max(max, growthOf(why, row)), -Infinity);
  return rows.filter((row) => growthOf(why, row) >= part * most);
}
function explainedBy({ metric }) {
  return metric === "allocObjects" || metric === "inuseBytes" ? metric : "allocBytes";
}
function functionText(name2) {
  return clip(shortName(name2.slice(0, 2e3)), 120);
}
function placeText({ file, line, lines }) {
  return `${file}:${String(lines[0]?.line ?? line)}`;
}
var budgetWords = {
  allocated: "allocated",
  "in-use": "in use at the end",
  rss: "resident memory",
  "leak-per-stack": "held by one stack"
};

// src/render/why.ts
var maxEscapes = 5;
var maxSourceChars = 160;
function* whyLines(why, paint) {
  if (why === null) return;
  for (const [index, row] of notable(why, why.functions).entries()) {
    const { test, calledFrom, lines } = row;
    const label = index === 0 ? "    grew most:  " : "                ";
    const by = test === null ? "" : ` in ${oneLine(test, 120)}`;
    yield `${label}${growthText(why, row)} ${oneLine(functionText(row.function), 200)} ${paint.dim(oneLine(placeText(row), 200))}${by}`;
    if (calledFrom !== null)
      yield paint.dim(
        `                  called from ${oneLine(`${functionText(calledFrom.function)} ${calledFrom.file}:${String(calledFrom.line)}`, 200)}`
      );
    const source = lines[0]?.source.trim() ?? "";
    if (source !== "") yield paint.dim(`                  ${oneLine(source, maxSourceChars)}`);
  }
  if (why.tests.length > 0) {
    const tests = notable(why, why.tests).map(
      (row) => `${oneLine(row.test, 120)} ${growthText(why, row)}`
    );
    yield `    tests:      ${tests.join(", ")}`;
  }
  for (const { file, line, text } of why.escapes.slice(0, maxEscapes))
    yield `    new escape: ${paint.dim(oneLine(`${file}:${String(line)}`, 200))} ${oneLine(text, 200)}`;
  if (why.escapes.length > maxEscapes)
    yield `                ... and ${String(why.escapes.length - maxEscapes)} more, see the report`;
  if (why.escapesMissing !== null)
    yield paint.dim(`    escapes:    not known: ${oneLine(why.escapesMissing, 300)}`);
  if (why.command !== null)
    yield paint.dim(`    look at it, in the run folder: ${oneLine(why.command, 2e3)}`);
}

// src/render/comparison.ts
var maxPackages = 10;
var maxRows = 6;
var maxLines = 10;
var marks = {
  regressed: (paint) => paint.bad("✗"),
  warned: () => "!",
  unconfirmed: () => "!",
  accepted: (paint) => paint.good("✓"),
  improved: (paint) => paint.good("↓"),
  same: (paint) => paint.dim("=")
};
function renderComparison(comparison, paint) {
  const { status } = comparison;
  const colour = status === "fail" ? paint.bad : status === "pass" ? paint.good : paint.dim;
  const sentence = `heap usage: ${comparisonHeadline(comparison)}`;
  const lines = [paint.bold(colour(sentence)), ...baseTexts(comparison).map(paint.dim)];
  const found = comparisonLines(comparison, paint);
  if (found.length > 0) lines.push("", ...found);
  return `${lines.join("\n")}
`;
}
function comparisonEnd(comparison, paint) {
  const { recorded } = comparison;
  return [
    `heap:    ${comparisonHeadline(comparison)}`,
    ...baseTexts(comparison).map((text) => `         ${text}`),
    ...recorded === null ? [] : [`records: ${recordedText(recorded)}`]
  ].map(paint.dim);
}
function baseTexts(comparison) {
  const { summary } = comparison;
  const totals = totalsText(comparison);
  return [oneLine(summary, 500), ...totals === null ? [] : [totals]];
}
function recordedText(recorded) {
  const { packages, store, because } = recorded;
  const what = packages === 0 ? "nothing" : `${plural(packages, "package")} in ${store}`;
  return oneLine(because === null ? what : `${what}: ${because}`, 500);
}
function comparisonLines(comparison, paint) {
  const { packages, budgets, creep, problems } = comparison;
  const grown = packages.filter(({ verdict }) => verdict !== "same" && verdict !== "improved");
  const improved = packages.filter(({ verdict }) => verdict === "improved");
  const unmeasured = packages.filter((item) => isUnmeasured(item) && item.verdict === "same");
  return [
    ...bounded(grown, maxPackages, "package", (item) => packageLines(item, paint)),
    ...bounded(budgets, maxLines, "broken budget", (each) => [budgetLine(each, paint)]),
    ...bounded(unmeasured, maxLines, "package", (item) => [
      `! ${nameOf(item, paint)} not compared: ${oneLine(item.because ?? "", 300)}`
    ]),
    ...bounded(creep, maxLines, "package", (each) => [creepLine(each, paint)]),
    ...bounded(improved, maxPackages, "package", (item) => packageLines(item, paint)),
    ...stateLines(packages, paint),
    ...bounded(problems, maxLines, "problem", (each) => [`! ${oneLine(each, 500)}`])
  ];
}
function bounded(all, max, noun, lines) {
  const more = all.length - max;
  return [
    ...all.slice(0, max).flatMap(lines),
    ...more > 0 ? [`  ... and ${plural(more, `more ${noun}`)}, see the report`] : []
  ];
}
function packageLines(item, paint) {
  const rows = rowsOf(item).filter(({ figure }) => figure.verdict !== "same");
  const lines = bounded(rows, maxRows, "figure", ({ part, figure }) => {
    const of = part === null ? "" : `${oneLine(part, 120)}: `;
    const { name: name2 } = heapMetrics[figure.metric];
    return [`    ${of}${name2} ${oneLine(figure.because, 400)}`];
  });
  const renamed = item.renamedFrom === null ? "" : `, was ${oneLine(item.renamedFrom, 200)}`;
  const head = `${marks[item.verdict](paint)} ${nameOf(item, paint)}${paint.dim(renamed)}`;
  const passed = rows.every(({ figure }) => figure.head <= figure.limit);
  if (item.verdict === "unconfirmed" && passed) return [head, ...lines];
  const page = item.page === null ? [] : [paint.dim(`    page:       ${oneLine(item.page, 200)}`)];
  return [head, ...lines, ...whyLines(item.why, paint), ...page];
}
function nameOf({ package: name2, leg }, paint) {
  return `${paint.bold(oneLine(name2, 200))} ${paint.dim(`(${oneLine(leg, 200)})`)}`;
}
function budgetLine(budget, paint) {
  const { test, what, bytes, limitBytes, position, rule } = budget;
  const of = test === null ? "" : ` ${oneLine(test, 120)}`;
  const at = position === null ? "" : ` at ${oneLine(`${position.file}:${String(position.line)}`, 200)}`;
  return `${paint.bad("✗")} ${nameOf(budget, paint)}${of}: ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} ${paint.dim(`(${oneLine(rule, 200)})`)}`;
}
function creepText(creep) {
  const { metric, base, head, reason, commit, committedAt } = creep;
  const { name: name2, unit } = heapMetrics[metric];
  const [from, to] = [formatAmount(base, unit), formatAmount(head, unit)];
  return `${name2} crept from ${from} to ${to} in small steps since ${shortCommit(commit)} of ${committedAt.slice(0, 10)} (${reason})`;
}
function creepLine(creep, paint) {
  return `! ${nameOf(creep, paint)} ${oneLine(creepText(creep), 200)}`;
}
function stateLines(packages, paint) {
  return ["new", "removed"].flatMap((state) => {
    const names2 = oneSided(packages, state);
    const some = listNames(names2, 8);
    return names2.length === 0 ? [] : [paint.dim(`  ${state}: ${oneLine(some, 1200)}`)];
  });
}

// src/render/missed-runs.ts
function missedRuns({
  neverRan,
  cases = []
}) {
  const ended = new Set(cases.map(([name2]) => name2));
  return {
    neverRan: neverRan.filter((name2) => !ended.has(name2)),
    tooFewRuns: neverRan.filter((name2) => ended.has(name2))
  };
}

// src/render/guard.ts
var holders = {
  cgroup: "a control group",
  sudo: "a control group made with sudo",
  watcher: "a watcher in user space",
  none: "nothing: no guard was to be had"
};
function guardLine({ name: name2, guard }) {
  if (guard === void 0 || guard.ceilingBytes === null) return null;
  return `${name2}: memory ceiling ${formatBytes(guard.ceilingBytes)}, held by ${holders[guard.tier]}`;
}

// src/render/stress-line.ts
function stressLine({ name: name2, stress }) {
  if (stress === void 0) return null;
  const { budgetMs, spentMs, packages } = stress;
  const repeated = packages.filter((one) => one.runs > 0);
  const runs = repeated.reduce((sum, one) => sum + one.runs, 0);
  const failed = packages.filter(({ failedIn }) => failedIn !== null).length;
  const endless = packages.filter((one) => one.runs === 0 && (one.overdue ?? 0) > 0).length;
  const some = repeated.length < packages.length ? `${String(repeated.length)} of ` : "";
  return [
    `${name2}: ${some}${plural(packages.length, "package")} repeated in ${plural(runs, "run")}`,
    `${formatDuration(spentMs)} of ${formatDuration(budgetMs)}`,
    ...failed > 0 ? [`${String(failed)} failed`] : [],
    ...endless > 0 ? [`${String(endless)} never came to an end`] : [],
    ...failed + endless === 0 && runs > 0 ? ["none failed"] : []
  ].join(", ");
}

// src/render/rebuilt.ts
function rebuilt(report) {
  return report.packages.flatMap(({ package: name2, leg, attempts }) => {
    const [first] = attempts;
    if (first?.number !== 0) return [];
    return [{ name: name2, leg, why: first.cause?.summary ?? "its build was stopped" }];
  });
}

// src/render/fuzz-words.ts
var groups = {
  clean: "clean",
  skipped: "skipped",
  stopped: "stopped",
  failed: "bad",
  crashed: "bad",
  hung: "bad",
  "out-of-memory": "bad"
};
var outcomes2 = {
  clean: "found nothing",
  skipped: "skipped itself",
  stopped: "was not fuzzed to the end",
  failed: "failed while it was fuzzed",
  crashed: "crashed while it was fuzzed",
  hung: "hung while it was fuzzed",
  "out-of-memory": "ran out of memory while it was fuzzed"
};
function toldTargets({ packages }) {
  const told2 = { bad: [], stopped: [], cleanAgain: [], clean: [], skipped: [] };
  for (const run of packages)
    for (const fuzz of run.fuzz ?? [])
      told2[isCleanAgain(fuzz) ? "cleanAgain" : groups[fuzz.outcome]].push({ run, fuzz });
  return told2;
}
function isCleanAgain({ outcome, because }) {
  return outcome === "clean" && because !== null;
}
function outcomeText(fuzz) {
  if (isCleanAgain(fuzz)) return "was clean when it was fuzzed once more";
  const { outcome, elapsedMs, budgetMs } = fuzz;
  const what = outcomes2[outcome];
  if (outcome === "skipped" || elapsedMs === 0) return what;
  const spent = `${formatDuration(elapsedMs)}${elapsedMs < budgetMs ? ` of ${formatDuration(budgetMs)}` : ""}`;
  return `${what}, after ${spent}`;
}
function inputFacts({
  bytes,
  minimised,
  replay
}) {
  const size = `file of ${formatBytes(bytes)}${minimised ? ", made smaller" : ""}`;
  const again = {
    failed: "it fails again when it is run alone",
    passed: "it passes when it is run alone",
    unknown: "it was not run again to its end"
  };
  return `${size}; ${again[replay ?? "unknown"]}`;
}
function whatFailed({ cause, message = "", because, outcome }) {
  const said = outcome === "failed" || cause === void 0 ? message : cause.summary;
  return said === "" ? because ?? "" : said;
}
function cleanText(clean) {
  if (clean.length === 0) return null;
  const sum = (pick) => clean.reduce((total, { fuzz }) => total + pick(fuzz), 0);
  const executions = sum(({ executions: count }) => count ?? 0);
  const elapsed = formatDuration(sum(({ elapsedMs }) => elapsedMs));
  return `${plural(clean.length, "fuzz target")} found nothing (${withCommas(executions)} inputs in ${elapsed})`;
}
function withCommas(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

// src/render/headline.ts
var titles = { pass: "passed", fail: "failed", incomplete: "incomplete" };
function headline(report) {
  return `${titles[report.verdict.status]}: ${figures(report)}`;
}
function figuresLine(report) {
  const text = figures(report);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
function figures(report) {
  const tests = report.packages.map((run) => run.tests);
  const sum = (pick) => tests.reduce((total, item) => total + pick(item), 0);
  const missing = sum((item) => item.unfinished.length + item.neverRan.length);
  const flaky = flakyCount(report);
  const { failing } = toldLeaks(report);
  const fuzzed = toldTargets(report).bad.length;
  const cached = report.packages.filter((run) => run.cached).length;
  const parts = [
    `${countedIn(report, sum((item) => item.failed) + missing)}${plural(
      sum((item) => item.passed),
      "test"
    )} passed`,
    `${String(sum((item) => item.failed))} failed`,
    `${String(sum((item) => item.skipped))} skipped`,
    ...missing > 0 ? [`${String(missing)} not seen to end`] : [],
    ...fuzzed > 0 ? [`${String(fuzzed)} failed while fuzzed`] : [],
    ...flaky > 0 ? [`${String(flaky)} flaky`] : [],
    ...failing.length > 0 ? [countedLeaks(failing)] : []
  ];
  const hasSubtests = tests.some(({ failures }) => failures.some(({ test }) => test.includes("/")));
  const scope = `${packagesText(report)}, ${plural(report.legs.length, "leg")}${hasSubtests ? ", subtests counted too" : ""}`;
  const tail = cached > 0 ? `, ${String(cached)} cached` : "";
  return `${parts.join(", ")} (${scope}${tail}, ${formatDuration(report.elapsedMs)})`;
}
function countedIn({ legs: { length } }, bad) {
  if (bad === 0 || length < 2) return "";
  return `in ${length === 2 ? "both" : `all ${String(length)}`} legs together `;
}
function packagesText({ packages, shard }) {
  const { size } = new Set(packages.map((run) => run.package));
  if (shard === void 0) return plural(size, "package");
  const { index, count, all } = shard;
  return `shard ${String(index)}/${String(count)}: ${String(size)} of ${plural(all.length, "package")}`;
}
function troubled(report) {
  const rank = (run) => {
    if (run.ending === "cancelled" || run.ending === "not-started") return 2;
    return run.ending === "failed" || run.ending === "build-failed" ? 1 : 0;
  };
  return report.packages.filter((run) => isTroubled(run)).sort((a, b) => rank(a) - rank(b));
}
function isTroubled(run) {
  if (run.tests.unfinished.length + run.tests.neverRan.length > 0) return true;
  return run.ending !== "passed" && run.ending !== "no-tests";
}

// src/render/repetition.ts
var maxChanges2 = 8;
var maxTests = 20;
var ofGoTest = /^-(?:shuffle|cpu|count)=[\w,.-]{1,100}$/;
function repetitionText(run, written) {
  const repetition = failedRepetition(run);
  if (repetition === void 0) return null;
  const { ending, changes = [] } = repetition;
  const shown = changes.slice(0, maxChanges2);
  const flags = shown.filter((change) => change.startsWith("-")).map(written);
  const others = shown.filter((change) => !change.startsWith("-")).map(written);
  const how = [...flags.length > 0 ? [flags.join(" ")] : [], ...others].join(", ");
  return `passed at first, ${endedText(ending)} when it was repeated${how === "" ? "" : ` with ${how}`}`;
}
function repetitionFlags(run) {
  const { changes = [], ranTests = [] } = failedRepetition(run) ?? {};
  const flags = changes.filter((change) => ofGoTest.test(change));
  const isPlain = ranTests.every((name2) => /^\w{1,200}$/.test(name2));
  const isSome = ranTests.length > 0 && ranTests.length <= maxTests && isPlain;
  return isSome ? [`-run=^(?:${ranTests.join("|")})$`, ...flags] : flags;
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
  for (const { name: name2, value, words } of flagsOf(rest.slice(begin), () => void 0)) {
    if (name2 === "run") result.run = value;
    if (leftOut.has(name2)) continue;
    if (!kept.has(name2)) {
      result.own.push(...words);
      continue;
    }
    if (name2 === "count") result.hasCount = true;
    const text = value === null ? "" : quoted(value);
    if (text === null) return null;
    result.flags.push(value === null ? `-${name2}` : `-${name2}=${text}`);
  }
  const own = result.own.map(quoted);
  return own.includes(null) ? null : { ...result, own: own.filter((word) => word !== null) };
}
function quoted(word) {
  if (/^[\w./-][\w.,:/=@%+-]{0,300}$/.test(word)) return word;
  return /^[\w .,:/=@%+~^$()[\]{}*?|#"\p{L}\p{Nd}-]{0,300}$/u.test(word) ? `'${word}'` : null;
}

// src/render/isolation-flags.ts
var names = /* @__PURE__ */ new Set(["run", "shuffle", "parallel", "timeout", "cpu", "count"]);
function isolationFlags(flags) {
  const words = /* @__PURE__ */ new Map();
  for (const flag of flags) {
    const { name: name2 = "", value = "" } = /^-(?<name>[a-z]+)=(?<value>.+)$/su.exec(flag)?.groups ?? {};
    const text = quoted(value);
    if (!names.has(name2) || text === null) return null;
    words.set(name2, `-${name2}=${text}`);
  }
  return words;
}

// src/render/test-pattern.ts
var plainTest = /^(?:Test|Fuzz|Example|Benchmark)[\p{L}\p{Nd}_]{0,200}$/u;
var plainPart = /^[\p{L}\p{Nd}_#=,:@%.+*()?{}-]{1,200}$/u;
var special = /[.+*()?{}]/g;
var maxChars = 500;
function testPattern(name2) {
  const [top = "", ...subtests] = name2.split("/");
  if (!plainTest.test(top)) return null;
  const whole = `^${top}$`;
  if (!subtests.every((part) => plainPart.test(part))) return whole;
  const parts = subtests.map((part) => `^${part.replace(special, "[$&]")}$`);
  const pattern = [whole, ...parts].join("/");
  return pattern.length > maxChars ? whole : pattern;
}

// src/render/reproduce.ts
var plainPath = /^\w[\w.~/-]{0,300}$/;
var maxChars2 = 1e3;
function reproduceCommand(subject) {
  const { report, package: name2, legs, test, flags = [] } = subject;
  const { directory = "" } = report.source;
  if (!plainPath.test(name2) || name2.includes("..") || isFoundInput(subject)) return null;
  if (directory !== "" && (!plainPath.test(directory) || directory.includes(".."))) return null;
  const leg = report.legs.find((each) => each.name === legs[0]);
  const given = reproduceFlags(leg?.command ?? []);
  if (given === null) return null;
  const run = report.packages.find((each) => each.package === name2 && each.leg === leg?.name);
  const repeated = flags.length > 0 || run === void 0 ? [] : repetitionFlags(run);
  const isolated = isolationFlags(flags.length > 0 ? flags : repeated);
  if (isolated === null) return null;
  const chosen = isolated.has("run") ? [] : whichTests(isolated.size > 0 ? null : test, given);
  const which = chosen === null ? null : [...chosen, ...isolated.values()];
  const seed = run === void 0 ? void 0 : decisiveAttempt(run)?.shuffleSeed;
  if (which === null) return null;
  const command = [
    ...["go", "test"],
    ...directory === "" ? [] : ["-C", directory],
    ...leg?.race === true ? ["-race"] : [],
    ...given.flags.filter((flag) => !isolated.has(/^-(?<name>\w+)/.exec(flag)?.groups?.["name"] ?? "")).map((flag) => inSeenOrder(flag, seed)),
    ...which,
    // Without it go test may tell what an earlier run said.
    ...given.hasCount || isolated.has("count") ? [] : ["-count=1"],
    folderOf(name2, report),
    ...given.own
  ].join(" ");
  return command.length > maxChars2 ? null : command;
}
function isFoundInput({ report, package: name2, test }) {
  const found = report.packages.filter((run) => run.package === name2).flatMap(({ fuzz = [] }) => fuzz);
  return found.some(
    ({ target, failing }) => failing !== null && test === `${target}/${basename(failing.corpusFile)}`
  );
}
function basename(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function inSeenOrder(flag, seed) {
  return flag === "-shuffle=on" && isSeed(seed) ? `-shuffle=${seed}` : flag;
}
function whichTests(test, { run }) {
  const pattern = test === null ? null : testPattern(test);
  if (pattern?.startsWith("^Benchmark") === true) return ["-run", "'^$'", "-bench", `'${pattern}'`];
  if (pattern !== null) return ["-run", `'${pattern}'`];
  if (run === null) return [];
  const text = quoted(run);
  return text === null ? null : [`-run=${text}`];
}
function folderOf(name2, { source: { module } }) {
  if (name2 === module) return ".";
  return module !== null && name2.startsWith(`${module}/`) ? `./${name2.slice(module.length + 1)}` : name2;
}

// src/render/isolation-words.ts
function isolationOf({ runs, crash, test }) {
  for (const run of runs) {
    const { isolation } = run;
    if (isolation === void 0) continue;
    const other = crash?.test ?? test;
    if (isolation.test === null || other === null || topLevel(isolation.test) === topLevel(other))
      return { run, isolation };
  }
  return null;
}
function whoCrashes({ test, tests }) {
  const [only] = tests;
  if (tests.length === 1 && only?.includes("/") === true) return only;
  return test === null ? null : topLevel(test);
}
function isolationCommand({ run, isolation }, report) {
  const { flags } = isolation;
  if (flags.length === 0) return null;
  const { package: name2, leg } = run;
  return reproduceCommand({ report, package: name2, legs: [leg], test: null, flags });
}
function summaryOf({ summary }) {
  return oneLine(summary, 1e3);
}
function effortOf({ runs, elapsedMs }) {
  return `${plural(runs, "run")} of its test binary in ${formatDuration(elapsedMs)}`;
}
function proofWords({ tests, changes, runs, crashes }) {
  return {
    tests: tests === null ? "all" : tests.length === 0 ? "none" : listNames(tests, 8),
    changes: clip(oneLine(changes.slice(0, 8).join(" "), 300), 300),
    crashed: `${String(crashes)} of ${String(runs)}`
  };
}

export {
  isInRepository,
  fromRoot,
  crashPage,
  isUsual,
  knownId,
  purposeText,
  endedText,
  madeAttempts,
  recovered,
  attemptsText,
  keys,
  ladderText,
  flakyText,
  shuffleText,
  isSeed,
  flakyCount,
  repetitionText,
  reproduceCommand,
  isolationOf,
  whoCrashes,
  isolationCommand,
  summaryOf,
  effortOf,
  proofWords,
  adviceOn,
  untoldFailures,
  isOfCrash,
  failedTests,
  verdictWords,
  limitWords,
  formatAmount,
  formatChange,
  formatShare,
  shortCommit,
  comparisonHeadline,
  isUnmeasured,
  recordedLegs,
  oneSided,
  totalsText,
  changedRows,
  rowsOf,
  growthText,
  notable,
  functionText,
  budgetWords,
  toldLeaks,
  sparedText,
  countedLeaks,
  toldTargets,
  outcomeText,
  inputFacts,
  whatFailed,
  cleanText,
  outsideWords,
  causePage,
  mainHolders,
  whenTaken,
  causeLines,
  crashesIn,
  crashLines,
  linesOfCrash,
  testsOfCrashes,
  seenText,
  renderComparison,
  comparisonEnd,
  recordedText,
  comparisonLines,
  creepText,
  missedRuns,
  guardLine,
  stressLine,
  rebuilt,
  headline,
  figuresLine,
  troubled
};
