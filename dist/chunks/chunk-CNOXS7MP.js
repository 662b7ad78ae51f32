import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderSummary
} from "./chunk-7QGZCJMF.js";
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import {
  attemptOf,
  blamedStack,
  causeOf,
  isReproducible,
  keyOf,
  missingTests,
  problems,
  seenCause,
  tellingStacks
} from "./chunk-TZY7NJUF.js";
import {
  attemptsText,
  budgetWords,
  causePage,
  changedRows,
  cleanText,
  comparisonHeadline,
  crashPage,
  effortOf,
  endedText,
  figuresLine,
  flakyText,
  formatAmount,
  formatChange,
  formatShare,
  fromRoot,
  growthText,
  guardLine,
  inputFacts,
  isInRepository,
  isSeed,
  isUsual,
  isolationCommand,
  isolationOf,
  knownId,
  ladderText,
  limitWords,
  madeAttempts,
  mainHolders,
  missedRuns,
  notable,
  outcomeText,
  outsideWords,
  proofWords,
  purposeText,
  rebuilt,
  recordedLegs,
  recordedText,
  recovered,
  repetitionText,
  reproduceCommand,
  seenText,
  shortCommit,
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
  whoCrashes
} from "./chunk-NKJRDYH7.js";
import {
  basesFor,
  readBaselineFile,
  repositoryAt
} from "./chunk-UT7K35KJ.js";
import {
  describeEnding,
  functionOf,
  hasRecovered,
  historySigma,
  renamedFunctions,
  standingText,
  whatLeaks,
  withFunctionsRenamed
} from "./chunk-ZHOZXKHT.js";
import {
  heapMetrics
} from "./chunk-LSEFGULL.js";
import {
  givesResults,
  heapColumns,
  readProfile,
  readRounds
} from "./chunk-37YTOFUQ.js";
import {
  readChunks,
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  parseStartRecord
} from "./chunk-QYIN7XRD.js";
import {
  enclosingFunction,
  readBounded,
  readBoundedBytes
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  decisiveAttempt,
  others
} from "./chunk-LJR2BSKZ.js";
import {
  waiterWords,
  waitsTitle
} from "./chunk-COOM7LNL.js";
import {
  isGuard,
  packageOf,
  shortName
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
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/render/junit/xml.ts
function element(name, attributes, content = "") {
  const open = Object.entries(attributes).flatMap(([key, value]) => value === null ? [] : [` ${key}="${inAttribute(String(value))}"`]).join("");
  return content === "" ? `<${name}${open}/>` : `<${name}${open}>${content}</${name}>`;
}
function xmlText(text) {
  return legal(text).replace(/[&<>]/g, (char) => entities[char] ?? char);
}
function inAttribute(text) {
  return legal(text).replace(/[&<>"\n\t]/g, (char) => entities[char] ?? char);
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  // Only the end of a CDATA section needs it, which anyone can print.
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "	": "&#9;"
};
function legal(text) {
  return printable(text).replace(/[\ufffe\uffff]/g, "�");
}

// src/render/junit/case.ts
var maxNameChars = 500;
var maxMessageChars = 500;
var maxDetailChars = 16 * 1024;
var resultKinds = ["error", "failure", "skipped", "passed"];
function isBad({ kind }) {
  return kind === "error" || kind === "failure";
}
function seconds(elapsedMs) {
  return ((elapsedMs ?? 0) / 1e3).toFixed(3);
}
function renderCase(suite, { name, elapsedMs, place, result }) {
  const attributes = {
    name: nameText(name),
    classname: suite,
    time: seconds(elapsedMs),
    file: place === null ? null : line(place.file, maxNameChars),
    line: place?.line ?? null
  };
  return `    ${element("testcase", attributes, renderResult(result))}
`;
}
function joined(parts, by) {
  return parts.map((part) => clip(part, maxDetailChars)).join(by);
}
function nameText(name) {
  return line(name, maxNameChars) || "(no name)";
}
function line(text, maxChars2) {
  return oneLine(clip(text, 8 * maxChars2), maxChars2);
}
function flakyError({ type, message, detail }) {
  const trace = element("stackTrace", {}, xmlText(clip(detail, maxDetailChars).trim()));
  return element("flakyError", { type, message: line(message, maxMessageChars) }, trace);
}
function renderResult(result) {
  switch (result.kind) {
    case "passed":
      return result.killedAtFirst === void 0 ? "" : flakyError(result.killedAtFirst);
    case "skipped":
      return element("skipped", { message: line(result.message, maxMessageChars) });
    case "failure":
    case "error": {
      const { kind, type, message, detail } = result;
      const attributes = { type, message: line(message, maxMessageChars) };
      return element(kind, attributes, xmlText(clip(detail, maxDetailChars).trim()));
    }
  }
}

// src/render/junit/crash-detail.ts
var maxFrames = 50;
var maxItems = 10;
function crashDetail(crash, run) {
  const { blame, message, related, stacks, waits } = crash;
  const known = knownId(crash);
  const stack = stacks.find(({ role }) => role === "crashing") ?? stacks[0];
  const lines4 = [
    message,
    ...blame === null ? [] : [`at ${position(blame)}`],
    ...related.slice(0, maxItems).map((frame) => `${frame.role}: ${position(frame)}`),
    ...waits === void 0 ? [] : [`${waitsTitle(waits).title}: ${clip(waits.summary, 4e3)}`],
    ...known === null ? [] : [`explained at ${crashPage(known)}`],
    // A process has one end: what proves it says nothing about another crash, a race for instance.
    ...causeLines(seenCause(crash, run)),
    ...stack === void 0 ? [] : ["", goroutineLine(stack)],
    ...(stack?.frames ?? []).slice(0, maxFrames).map((frame) => `	${position(frame)}`)
  ];
  return joined(lines4, "\n");
}
function causeLines(cause) {
  if (cause === null) return [];
  return [
    `cause: ${cause.id} (${cause.confidence})`,
    ...cause.evidence.slice(0, maxItems).map(({ source, detail }) => `${source}: ${detail}`),
    ...cause.advice.slice(0, maxItems).map((each) => `try: ${each}`)
  ];
}
function goroutineLine({ id, state }) {
  return state === "" ? `goroutine ${id}:` : `goroutine ${id} [${state}]:`;
}
function position(frame) {
  return joined([`${clip(frame.file, 1e3)}:${String(frame.line)}`, frame.function], " ").trimEnd();
}

// src/render/junit/bad-end.ts
function badEndOf(run, what = null) {
  const { cause, output } = run;
  const message = whyText(what, run);
  return {
    ...{ type: cause?.id ?? "unknown", message },
    detail: joined([message, ...causeLines(cause), "", output], "\n")
  };
}
function whyText(what, run) {
  const why = hasEndedWell(run) ? [] : [run.cause?.summary ?? describeEnding(run)];
  return joined([...what === null ? [] : [what], ...why], ": ");
}
function hasEndedWell({ ending }) {
  return ending === "passed" || ending === "no-tests";
}

// src/render/junit/suite-map.ts
function suiteMap() {
  const packages3 = /* @__PURE__ */ new Map();
  return {
    get: (packageName, leg) => packages3.get(packageName)?.get(leg),
    set(packageName, leg, value) {
      const legs = packages3.get(packageName) ?? /* @__PURE__ */ new Map();
      packages3.set(packageName, legs.set(leg, value));
    },
    values: () => [...packages3.values()].flatMap((legs) => [...legs.values()])
  };
}

// src/render/junit/seen-crashes.ts
var noCrashes = /* @__PURE__ */ new Map();
function crashesBySuite(report) {
  const suites = suiteMap();
  for (const crash of report.crashes) {
    for (const { package: name, leg, test } of crash.occurrences) {
      const byTest = suites.get(name, leg) ?? /* @__PURE__ */ new Map();
      suites.set(name, leg, byTest.set(test, (byTest.get(test) ?? /* @__PURE__ */ new Set()).add(crash)));
    }
  }
  const summaries = new Set(report.packages.flatMap(({ cause }) => cause?.summary ?? []));
  return (run) => {
    const own = (crash) => run.cause?.id === crash.cause && summaries.has(crash.message) ? { ...crash, message: run.cause.summary } : crash;
    return seenCrashes(suites.get(run.package, run.leg) ?? noCrashes, own);
  };
}
function seenCrashes(byTest, own) {
  return {
    take(test) {
      const [crash = null] = byTest.get(test) ?? [];
      if (crash !== null) byTest.get(test)?.delete(crash);
      return crash === null ? null : own(crash);
    },
    rest: () => [...byTest].flatMap(
      ([test, crashes]) => [...crashes].map((crash) => ({ crash: own(crash), test }))
    )
  };
}
function crashed(crash, run) {
  const { blame } = crash;
  return {
    place: blame === null ? null : placeIn("", blame.file, blame.line),
    result: { kind: "error", ...crashTrouble(crash, run) }
  };
}
function crashTrouble(crash, run) {
  const { cause, message } = crash;
  return { type: cause, message, detail: crashDetail(crash, run) };
}
function placeIn(directory, file, line2) {
  if (file === null || line2 === null || line2 < 1) return null;
  const path = fromRoot(directory, file);
  return isInRepository(file) && isInRepository(path) ? { file: path, line: line2 } : null;
}

// src/render/junit/ended-cases.ts
var maxLevels = 100;
function endedCases(run, crashes, directory) {
  const { tests } = run;
  const listed = tests.cases ?? [];
  const failures = byName(tests.failures);
  const parents = parentsOf(listed);
  const failed = (name, elapsedMs) => {
    const failure = failures.get(name)?.next() ?? null;
    const crash = crashes.take(name);
    if (crash !== null) return { name, elapsedMs, ...crashed(crash, run) };
    const message = failure?.message ?? "";
    const silent = parents.has(name) ? "a subtest failed" : "it failed and said nothing";
    return {
      ...{ name, elapsedMs },
      place: placeIn(directory, failure?.file ?? null, failure?.line ?? null),
      result: testFailure(message === "" ? silent : message)
    };
  };
  const flaky2 = new Set(run.recovery?.flaky);
  const passed = (name) => flaky2.has(name) ? { kind: "passed", killedAtFirst: troubleOf(name, run, crashes) } : { kind: "passed" };
  const cases = listed.map(([name, outcome, elapsedMs]) => {
    if (outcome === "failed") return failed(name, elapsedMs);
    const skipped = { kind: "skipped", message: "the test skipped itself" };
    const result = outcome === "passed" ? passed(name) : skipped;
    return { name, elapsedMs, place: null, result };
  });
  for (const [name, left2] of failures) while (left2.hasMore()) cases.push(failed(name, null));
  const more2 = tests.failed - cases.filter(({ result }) => isBad(result)).length;
  if (more2 > 0) {
    const result = testFailure(`${plural(more2, "more test")} failed and cannot be listed`);
    cases.push({ name: "[test-failure]", elapsedMs: null, place: null, result });
  }
  return cases;
}
function troubleOf(name, run, crashes) {
  const crash = crashes.take(name) ?? crashes.take(null);
  if (crash !== null) return crashTrouble(crash, run);
  return badEndOf(run, "the test did not finish at first");
}
function testFailure(message) {
  return { kind: "failure", type: "test-failure", message, detail: message };
}
function byName(failures) {
  const lists = /* @__PURE__ */ new Map();
  for (const failure of failures) {
    const list = lists.get(failure.test);
    if (list === void 0) lists.set(failure.test, [failure]);
    else list.push(failure);
  }
  return new Map(
    [...lists].map(([name, list]) => {
      let at = 0;
      return [name, { next: () => list[at++] ?? null, hasMore: () => at < list.length }];
    })
  );
}
function parentsOf(cases) {
  const parents = /* @__PURE__ */ new Set();
  for (const [name, outcome] of cases) {
    if (outcome !== "failed") continue;
    let at = name.lastIndexOf("/");
    for (let level = 0; at > 0 && level < maxLevels; level++) {
      parents.add(name.slice(0, at));
      at = name.lastIndexOf("/", at - 1);
    }
  }
  return parents;
}

// src/render/junit/package-cases.ts
function packageCases(run, crashes, { directory, hasPassed }) {
  const missed = missedRuns(run.tests);
  const cases = [
    ...endedCases(run, crashes, directory),
    ...run.tests.unfinished.map((name) => unfinished(run, name, crashes, directory)),
    ...missed.neverRan.map((name) => neverRan(run, name, "the test never ran")),
    ...missed.tooFewRuns.map((name) => neverRan(run, name, "the test had too few runs"))
  ];
  for (const { crash, test } of crashes.rest()) {
    const name = joined([...test === null ? [] : [test], `[${crash.cause}]`], " ");
    cases.push({ name, elapsedMs: null, ...crashed(crash, run) });
  }
  const isForgiven = hasPassed && hasRecovered(run);
  if (!isForgiven && !isTold(run, cases)) cases.push(badEnd(run, directory));
  return named(cases);
}
function isTold(run, cases) {
  if (hasEndedWell(run)) return true;
  return cases.some(
    ({ result: { kind } }) => kind === "error" || kind === "failure" && run.ending === "failed"
  );
}
function unfinished(run, name, crashes, directory) {
  const crash = crashes.take(name);
  if (crash !== null) return { name, elapsedMs: null, ...crashed(crash, run) };
  return { ...badEnd(run, directory, "the test did not finish"), name };
}
function neverRan(run, name, what) {
  const message = whyText(what, run);
  return { name, elapsedMs: null, place: null, result: { kind: "skipped", message } };
}
function badEnd(run, directory, what = null) {
  const { cause, ending } = run;
  return {
    ...{ name: `[${ending}]`, elapsedMs: null },
    place: placeIn(directory, cause?.position?.file ?? null, cause?.position?.line ?? null),
    result: { kind: "error", ...badEndOf(run, what) }
  };
}
function named(cases) {
  const times = /* @__PURE__ */ new Map();
  return cases.map((each) => {
    const time = (times.get(each.name) ?? 0) + 1;
    times.set(each.name, time);
    return time === 1 ? each : { ...each, name: `${each.name} (${String(time)})` };
  });
}

// src/render/junit/room.ts
function fitCases(suites, maxChars2, maxDetailChars2 = maxChars2 / 2) {
  let room2 = maxChars2;
  let detailRoom = maxDetailChars2;
  const kept = suites.map(({ cases }) => new Array(cases.length));
  for (const kind of resultKinds) {
    for (const [at, { name, cases }] of suites.entries()) {
      for (const [index, each] of cases.entries()) {
        if (each.result.kind !== kind) continue;
        const text = renderCase(name, detailRoom > 0 ? each : withoutDetail(each));
        if (text.length > room2) continue;
        room2 -= text.length;
        if (kind === "error" || kind === "failure") detailRoom -= text.length;
        const lines4 = kept[at];
        if (lines4 !== void 0) lines4[index] = text;
      }
    }
  }
  return suites.map(({ cases }, at) => {
    const counts = { error: 0, failure: 0, skipped: 0, passed: 0 };
    const lines4 = [];
    for (const [index, { result }] of cases.entries()) {
      const line2 = kept[at]?.[index];
      if (line2 === void 0) continue;
      counts[result.kind]++;
      lines4.push(line2);
    }
    return { lines: lines4, counts, leftOut: cases.length - lines4.length };
  });
}
function withoutDetail(each) {
  const { result } = each;
  if (result.kind === "passed" || result.kind === "skipped") return each;
  return { ...each, result: { ...result, detail: result.message } };
}

// src/render/junit/run-cases.ts
function runCases({ verdict }, suites) {
  const hasPassed = verdict.status === "pass";
  const untold = verdict.reasons.filter(
    (reason) => !(hasPassed && reason.kind === "flaky") && !isTold2(reason, suites)
  );
  const cases = untold.map(ofReason);
  const bad = [cases, ...suites.values()].some((list) => list.some(({ result }) => isBad(result)));
  if (bad || hasPassed) return cases;
  const message = `the run is ${verdict.status} and says no more`;
  return [{ ...ofReason({ kind: "lost", message }), name: `[${verdict.status}]` }];
}
function isTold2({ kind, leg, package: name }, suites) {
  if (name === void 0 || leg === void 0 || isMemory(kind)) return false;
  return suites.get(name, leg)?.some(({ result }) => isBad(result)) ?? false;
}
function ofReason({ kind, leg, message, package: name, test }) {
  const where = [name, leg, test].filter((each) => each !== void 0);
  return {
    ...{ name: joined([`[${kind}]`, ...where], " "), elapsedMs: null, place: null },
    result: {
      ...{ kind: isMemory(kind) ? "failure" : "error", type: kind, message },
      detail: message
    }
  };
}
function isMemory(kind) {
  return kind === "memory-regression" || kind === "memory-budget";
}

// src/render/junit.ts
var maxChars = 32 * 1024 * 1024;
function renderJunit(report) {
  const suites = suitesOf(report);
  const rendered2 = fitCases(suites, maxChars);
  const parts = suites.map((suite, at) => renderSuite(report, suite, rendered2[at]));
  const total = (pick) => rendered2.reduce((sum, { counts }) => sum + pick(counts), 0);
  const attributes = {
    name: "go-crash-guard",
    ...counted(total),
    time: seconds(report.elapsedMs),
    timestamp: timestamp(report.startedAt)
  };
  const content = `
${parts.join("")}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
${element("testsuites", attributes, content)}
`;
}
function suitesOf(report) {
  const crashes = crashesBySuite(report);
  const directory = report.source.directory ?? "";
  const hasPassed = report.verdict.status === "pass";
  const told = suiteMap();
  const suites = report.packages.map((run) => {
    const cases = packageCases(run, crashes(run), { directory, hasPassed });
    told.set(run.package, run.leg, cases);
    return { name: nameText(joined([run.package, `[${nameText(run.leg)}]`], " ")), run, cases };
  });
  const ofRun2 = { name: "go-crash-guard", run: null, cases: runCases(report, told) };
  return [...suites, ofRun2].filter(({ cases }) => cases.length > 0);
}
function renderSuite(report, { name, run, cases }, rendered2) {
  if (rendered2 === void 0) return "";
  const { counts, leftOut, lines: lines4 } = rendered2;
  const took = run?.elapsedMs ?? cases.reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0);
  const attributes = {
    ...{ name, ...counted((pick) => pick(counts)), time: seconds(took) },
    timestamp: timestamp(report.startedAt)
  };
  const properties = propertiesOf(run, leftOut).map(([key, value]) => `      ${element("property", { name: key, value })}
`).join("");
  const list = properties === "" ? "" : `    ${element("properties", {}, `
${properties}    `)}
`;
  return `  ${element("testsuite", attributes, `
${list}${lines4.join("")}  `)}
`;
}
function propertiesOf(run, leftOut) {
  return [
    ...run === null ? [] : [
      ["leg", nameText(run.leg)],
      ["ending", run.ending],
      ["cached", String(run.cached)],
      ...attempts(run) > 1 ? [["attempts", attempts(run)]] : [],
      ...run.peakRssBytes === null ? [] : [["peak-rss-bytes", run.peakRssBytes]]
    ],
    ...leftOut === 0 ? [] : [["cases-left-out", leftOut]]
  ];
}
function attempts(run) {
  return madeAttempts(run).length;
}
function counted(total) {
  return {
    tests: total(({ error, failure, passed, skipped }) => error + failure + passed + skipped),
    failures: total(({ failure }) => failure),
    errors: total(({ error }) => error),
    skipped: total(({ skipped }) => skipped)
  };
}
function timestamp(startedAt) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(startedAt)?.[0] ?? null;
}

// src/run/report-page.ts
import { join as join3 } from "node:path";

// src/render/heap-page/history-pictures.ts
var maxPoints = 40;
var always = ["allocBytes", "inuseBytes"];
function historyPictures(metrics, history) {
  return metrics.filter(({ metric, verdict }) => verdict !== "same" || always.includes(metric)).flatMap(({ metric, head, limit }) => {
    const known = history.flatMap(({ commit, committedAt, metrics: figures }) => {
      const amount = amountOf(figures, metric);
      return amount === null ? [] : [{ commit, committedAt, amount }];
    });
    if (known.length === 0) return [];
    const noise = 4 * historySigma(known.map(({ amount }) => amount));
    const points = known.slice(0, maxPoints).reverse();
    return [{ metric, points, head, limit, noise: noise === 0 ? null : noise }];
  });
}
function amountOf(figures, metric) {
  return metric === "bytesPerOp" || metric === "allocsPerOp" ? null : figures[metric];
}

// src/render/html/document.ts
import { createHash } from "node:crypto";

// src/render/html/markup.ts
function markup(strings, ...values) {
  return {
    markup: strings.map((part, index) => part + rendered(values[index] ?? null)).join("")
  };
}
function joined2(parts, separator = "") {
  return { markup: parts.map((part) => part.markup).join(separator) };
}
function rendered(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escaped(value);
  return "markup" in value ? value.markup : joined2(value).markup;
}
var entities2 = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escaped(text) {
  return printable(text).replace(/[&<>"']/g, (char) => entities2[char] ?? "");
}
function scriptJson(value) {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return { markup: json };
}
function linkTo(path) {
  return path.split("/").map(encodePart).join("/");
}
function encodePart(part) {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, "�"));
}

// src/render/html/document.ts
function htmlDocument(page) {
  const { script, style } = page.assets;
  const policy = [
    "default-src 'none'",
    `script-src ${page.withScript ? sourceHash(script) : "'none'"}`,
    `style-src ${sourceHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${page.body}
${page.withScript ? { markup: `<script>${script}</script>` } : null}
</body>
</html>
`.markup;
}
function sourceHash(content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

// src/render/html/bounded.ts
function bounded(items, room2, render) {
  const shown = [];
  let chars = 0;
  for (const [index, item] of items.entries()) {
    if (index >= room2.items) break;
    const part = render(item, index);
    chars += part.markup.length;
    if (index > 0 && chars > room2.chars) break;
    shown.push(part);
  }
  return { shown, left: items.length - shown.length };
}

// src/render/html/foreign-text.ts
function words(text, maxChars2) {
  return markup`<bdi>${clip(text.slice(0, maxChars2 + 1).replace(/\s+/g, " "), maxChars2)}</bdi>`;
}
function code(text, maxChars2 = 300) {
  return markup`<code>${clip(text.slice(0, maxChars2 + 1).replace(/\s+/g, " "), maxChars2)}</code>`;
}
function block(text, maxChars2) {
  const shown = text.trimEnd().length > maxChars2 ? text.slice(0, maxChars2) : text.trimEnd();
  const left2 = text.trimEnd().length - shown.length;
  return markup`<pre>${shown.replaceAll("\r\n", "\n")}</pre>${left2 > 0 ? markup`<p class="note">${left2} more characters are in report.json.</p>` : null}`;
}

// src/render/report-page/attempts-section.ts
var packages = { items: 200, chars: 6e5 };
var rows = { items: 100, chars: 1e5 };
var maxTextChars = 4e3;
var maxChanges = 5;
var columns = ["what ran", "changed", "ended", "files"];
function attemptsSection({ report }) {
  const runs = recovered(report);
  if (runs.length === 0) return null;
  const { shown, left: left2 } = bounded(runs, packages, (run) => {
    const leg = report.legs.find(({ name }) => name === run.leg);
    const repeated = repetitionText(run, short);
    const isRepeated = repeated !== null && madeAttempts(run).length < 2;
    const said2 = [
      isRepeated ? null : repeated,
      flaky(run),
      limits(run, leg),
      stopped(run),
      order(run)
    ].filter((text) => text !== null).map((text) => markup`<li>${words(text, maxTextChars)}</li>`);
    return markup`<h3>${code(run.package)} <small>${words(run.leg, 60)}</small></h3>
<p>${isRepeated ? words(repeated, maxTextChars) : attemptsText(run)}</p>
${said2.length === 0 ? null : markup`<ul>${said2}</ul>`}
${isRepeated ? null : tableOf(run)}`;
  });
  const body = markup`${shown}${left2 > 0 ? markup`<p class="note">${plural(left2, "more package")} in report.json.</p>` : null}`;
  return { id: "attempts", title: "Further attempts", count: runs.length, body };
}
var short = (text) => clip(text, 200);
function flaky(run) {
  const text = flakyText(run, short);
  return text === null ? null : `flaky: ${text}`;
}
function limits(run, leg) {
  const text = ladderText(run, leg, short);
  return text === null ? null : `limits: ${text}`;
}
function stopped({ recovery }) {
  const why = recovery?.stopped ?? null;
  return why === null ? null : `no further attempt: ${clip(why, 1e3)}`;
}
function order(run) {
  const text = shuffleText(run, short);
  return text === null ? null : `order: ${text}`;
}
function tableOf(run) {
  const made = madeAttempts(run);
  if (made.length === 0) return null;
  const { shown, left: left2 } = bounded(
    made,
    rows,
    (attempt, at) => rowOf(attempt, attempt.cause ?? (at === 0 && attempt.ending === run.ending ? run.cause : null))
  );
  const name = `Attempts of ${run.package}`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${clip(name, 300)}"><table><thead><tr><th scope="col">attempt</th>${columns.map((column) => markup`<th scope="col">${column}</th>`)}<th scope="col" class="number">time</th><th scope="col" class="number">peak memory</th></tr></thead>
<tbody>${shown}</tbody></table></div>${left2 > 0 ? markup`<p class="note">${plural(left2, "more attempt")} in report.json.</p>` : null}`;
}
function rowOf(attempt, cause) {
  const { number, ranTests, changes = [], ending, elapsedMs, peakRssBytes, log } = attempt;
  const tests = ranTests === void 0 ? "all tests" : plural(ranTests.length, "test");
  const good = ending === "passed" || ending === "no-tests";
  const why = cause === null ? null : markup` <small>${cause.id}</small>`;
  return markup`<tr><th scope="row">${number}</th><td>${purposeText(attempt)}: ${tests}</td><td class="whole">${changes.slice(0, maxChanges).map((change) => markup`${code(change, 60)} `)}</td><td class="whole"><span class="badge ${good ? "good" : "bad"}">${endedText(ending)}</span>${why}</td><td class="path">${log === void 0 ? null : code(log)}</td><td class="number">${elapsedMs === null ? "" : formatDuration(elapsedMs)}</td><td class="number">${peakRssBytes === null ? "" : formatBytes(peakRssBytes)}</td></tr>`;
}

// src/render/report-page/place.ts
var maxPathChars = 300;
function placeOf({ file, line: line2 }, { source }) {
  const isLine = line2 !== null && line2 > 0;
  const name = clip(file.slice(0, maxPathChars + 1), maxPathChars);
  const text = markup`<code>${isLine ? `${name}:${String(line2)}` : name}</code>`;
  if (source === null || file.length > maxPathChars || !isInRepository(file)) return text;
  return addressed(`${source}/${linkTo(file)}${isLine ? `#L${String(line2)}` : ""}`, text);
}
function addressed(address, text) {
  return address !== null && /^https?:\/\//.test(address) ? markup`<a href="${address}" rel="noreferrer">${text}</a>` : text;
}

// src/render/report-page/failures-section.ts
var withMessage = { items: 250, chars: 8e5 };
var byName2 = { items: 2e3, chars: 4e5 };
var maxMessageChars2 = 6e3;
var maxOpen = 5;
function failuresSection({ report, links }) {
  const all = untoldFailures(report);
  if (all.length === 0) return null;
  const told = bounded(all, withMessage, (test, index) => {
    const where = markup`<p class="where">${test.file === null ? "in " : markup`at ${placeOf({ file: test.file, line: test.line }, links)} in `}${code(test.package)} <small>${words(test.legs.join(", "), 100)}</small></p>`;
    const text = test.message.trim() === "" ? null : block(test.message, maxMessageChars2);
    return markup`<details class="failure"${index < maxOpen ? markup` open` : null}><summary>${code(test.test)}</summary>${where}${text}</details>`;
  });
  const named2 = bounded(
    all.slice(told.shown.length),
    byName2,
    ({ test, file, line: line2 }) => markup`<li>${code(test)}${file === null ? null : markup` at ${placeOf({ file, line: line2 }, links)}`}</li>`
  );
  const left2 = all.length - told.shown.length - named2.shown.length;
  const body = markup`${told.shown}
${named2.shown.length === 0 || told.left === 0 ? null : markup`<details><summary>${plural(named2.shown.length, "more failed test")}, by name</summary><ul>${named2.shown}</ul></details>`}
${left2 > 0 && told.left > 0 ? markup`<p class="note">${plural(left2, "more failed test")} in report.json.</p>` : null}`;
  return { id: "failures", title: "Failed tests", count: all.length, body };
}

// src/render/html/flame-section.ts
var maxNameChars2 = 1e3;
function flameSection(picture) {
  return markup`<section id="flame-section"><h2>Flame graph</h2>
${picture.kind === "missing" ? markup`<p class="note">There is none: ${picture.because}.</p>` : flameGraphPart(picture, "flame")}
</section>`;
}
function flameGraphPart({ graph, colours }, id) {
  return markup`<div data-flame="${id}"><p class="note">${howColoured(colours)} Each frame is as wide as what it and all that it called allocated; callers are above.</p>
<form class="controls" id="${id}-controls" autocomplete="off">
<fieldset><legend>Show</legend>
<label><input type="radio" name="metric" value="0" checked>allocated</label>
<label><input type="radio" name="metric" value="1">objects</label>
<label><input type="radio" name="metric" value="2">in use at the end</label></fieldset>
${graph.hasBase ? markup`<fieldset><legend>Widths of</legend>
<label><input type="radio" name="side" value="head" checked>now</label>
<label><input type="radio" name="side" value="base">base</label></fieldset>` : null}
<label class="search">Search <input type="search" id="${id}-search" placeholder="function or test" maxlength="200"></label>
<button type="button" id="${id}-reset">Reset</button>
</form>
<p id="${id}-found" class="note found" role="status"></p>
<div id="${id}" class="flame" tabindex="0" role="application" aria-label="Flame graph. Arrow keys move, Enter zooms, Escape resets."></div>
<p id="${id}-detail" class="detail" aria-live="polite"></p>
<p class="legend" id="${id}-legend">${colours.kind === "none" ? null : markup`<span><i class="swatch grew"></i>grew</span><span><i class="swatch shrank"></i>shrank</span><span><i class="swatch same"></i>about the same</span>`}${colours.kind === "functions" ? markup`<span><i class="swatch unknown"></i>not known</span>` : null}</p>
<p class="note">Click or Enter zooms in, Escape or Reset goes back, <kbd>/</kbd> searches, arrow keys walk. ${remarks(graph)}</p>
<script type="application/json" id="${id}-data">${scriptJson(flameData(graph, colours))}</script>
<noscript><p class="note">The flame graph needs scripts; all figures of this page are also in the tables.</p></noscript></div>`;
}
function howColoured(colours) {
  switch (colours.kind) {
    case "stacks":
      return "Colours compare each stack with the same stack in the profile of the base.";
    case "functions":
      return "The profile of the base is not at hand: colours show how much each function grew in all, between the two records, whatever called it.";
    case "none":
      return `Nothing is coloured: ${colours.because}.`;
  }
}
function remarks({ omitted, cutStacks, names: names2, nodes }) {
  const said2 = [];
  const total = nodes[0]?.head[0] ?? 0;
  const own = guardBytes(names2, nodes);
  if (own > 0)
    said2.push(`${formatAmount(own, "bytes")} of it were allocated by the guard's own agent.`);
  const [bytes] = omitted.head;
  if (omitted.frames > 0) {
    const share = total > 0 ? ` (${(bytes / total * 100).toFixed(1)} % of what was allocated)` : "";
    said2.push(
      `${formatAmount(omitted.frames, "count")} small frames are not drawn${share}; they are part of the frames above them.`
    );
  }
  if (cutStacks > 0)
    said2.push(
      `${formatAmount(cutStacks, "count")} samples have deeper stacks than can be shown and are cut at the inner end.`
    );
  return said2.join(" ");
}
function guardBytes(names2, nodes) {
  const isOwn = names2.map((name) => isGuard({ function: name, file: "", line: 0 }));
  const below = [];
  let bytes = 0;
  for (const [index, { name, parent, head }] of nodes.entries()) {
    const isBelow = below[parent] === true;
    below[index] = isBelow || isOwn[name] === true;
    if (below[index] && !isBelow) bytes += head[0];
  }
  return bytes;
}
function flameData(graph, colours) {
  return {
    names: graph.names.map((name) => clip(name, maxNameChars2)),
    nodes: graph.nodes.map(({ name, parent, head, base }) => [name, parent, ...head, ...base]),
    hasBase: graph.hasBase,
    growth: colours.kind === "functions" ? colours.growth : null
  };
}

// src/render/report-page/flames-section.ts
var room = { items: 20, chars: 4e6 };
function flamesSection({ report, flames, flamesLeft }) {
  if (flames.length === 0) return null;
  const opened = firstToOpen(report, flames);
  const { shown, left: left2 } = bounded(flames, room, ({ package: name, leg, picture }, index) => {
    const [allocated = 0, , inUse = 0] = picture.graph.nodes[0]?.head ?? [];
    return markup`<details class="flame-details"${index === opened ? markup` open` : null}><summary>${code(name)} <small>${words(leg, 60)}; ${formatAmount(allocated, "bytes")} allocated, ${formatAmount(inUse, "bytes")} in use at the end</small></summary>${flameGraphPart(picture, `flame-${String(index + 1)}`)}</details>`;
  });
  const body = markup`${shown}${flamesLeft + left2 > 0 ? markup`<p class="note">There is no room here for the flame graphs of ${plural(flamesLeft + left2, "more package")}; their profiles are in the run folder.</p>` : null}`;
  return { id: "flames", title: "Flame graphs", count: shown.length, body };
}
function firstToOpen({ packages: packages3, comparison, verdict }, flames) {
  if (verdict.status === "pass") return 0;
  const bad = /* @__PURE__ */ new Set([
    ...packages3.filter(({ ending }) => ending !== "passed" && ending !== "no-tests").map(keyOf),
    ...(comparison?.packages ?? []).filter((item) => item.verdict !== "same").map(keyOf)
  ]);
  return flames.findIndex((drawn) => bad.has(keyOf(drawn)));
}

// src/render/report-page/fuzz-section.ts
var inFull = { items: 200, chars: 6e5 };
var inBrief = { items: 1e3, chars: 2e5 };
var maxValueChars = 4e3;
var maxOpen2 = 3;
function fuzzSection({ report }) {
  const { bad, stopped: stopped2, cleanAgain, clean, skipped } = toldTargets(report);
  const inDetail = [...bad, ...stopped2, ...cleanAgain];
  const count = inDetail.length + clean.length + skipped.length;
  if (count === 0) return null;
  const full = bounded(inDetail, inFull, (target, index) => targetArticle(target, index < maxOpen2));
  const rest = bounded([...inDetail, ...clean, ...skipped], inBrief, rowOf2);
  const good = cleanText(clean);
  const body = markup`${full.shown}
${full.left === 0 ? null : markup`<p class="note">${plural(full.left, "more fuzz target")} in report.json.</p>`}
${good === null ? null : markup`<p>${good}.</p>`}
<div class="scroll" tabindex="0" role="group" aria-label="All fuzz targets"><table class="figures"><thead><tr><th scope="col">Target</th><th scope="col">Package</th><th scope="col">Outcome</th><th scope="col" class="number">Inputs run</th><th scope="col" class="number">New</th><th scope="col" class="number">Begun with</th></tr></thead><tbody>${rest.shown}</tbody></table></div>
${rest.left === 0 ? null : markup`<p class="note">and ${rest.left} more</p>`}`;
  return { id: "fuzzing", title: "Fuzzing", count, body };
}
function targetArticle({ run, fuzz }, isOpen) {
  const what = whatFailed(fuzz);
  const because = fuzz.because === what ? null : fuzz.because;
  return markup`<details class="failure"${isOpen ? markup` open` : null}><summary>${code(fuzz.target)} ${outcomeText(fuzz)} <small>${words(run.package, 300)} ${words(run.leg, 100)}</small></summary>
${what === "" ? null : block(what, maxValueChars)}
${because === null ? null : markup`<p>${words(because, 500)}</p>`}
${inputPart(fuzz.failing)}</details>`;
}
function inputPart(failing) {
  if (failing === null) return null;
  const { values = [], addCall, path, corpusFile } = failing;
  const orAdd = addCall === void 0 ? null : markup`, or add ${code(addCall, 1e3)} to the target`;
  return markup`<p>The input is a ${inputFacts(failing)}.</p>
${values.length === 0 ? null : block(values.join("\n"), maxValueChars)}
<p>Copy ${code(path, 1e3)} of the run folder to ${code(corpusFile, 1e3)}: go test runs it from then on${orAdd}.</p>`;
}
function rowOf2({ run, fuzz }) {
  const amounts = [fuzz.executions, fuzz.newInputs, fuzz.corpus];
  return markup`<tr><th scope="row">${code(fuzz.target)}</th><td>${code(run.package)} <small>${words(run.leg, 60)}</small></td><td>${outcomeText(fuzz)}</td>${amounts.map((amount) => markup`<td class="number">${amount === null ? "" : String(amount)}</td>`)}</tr>`;
}

// src/render/report-page/compared-table.ts
var rows2 = { items: 1e3, chars: 4e5 };
var columns2 = [
  ["allocBytes", "allocated"],
  ["inuseBytes", "in use at the end"]
];
function comparedTable({ packages: packages3 }) {
  if (packages3.length === 0) return null;
  const recorded = recordedLegs(packages3);
  const { shown, left: left2 } = bounded(packages3, rows2, (item) => rowOf3(item, recorded));
  return markup`<details><summary>${plural(packages3.length, "package")} in all</summary><div class="scroll" tabindex="0" role="group" aria-label="All packages"><table class="figures"><thead><tr><th scope="col">package</th>${columns2.map(([, name]) => markup`<th scope="col" class="number">${name}</th>`)}<th scope="col">state</th></tr></thead><tbody>${shown}</tbody></table></div>${left2 > 0 ? markup`<p class="note">${plural(left2, "more package")} in report.json.</p>` : null}</details>`;
}
function rowOf3(item, recorded) {
  const cells = columns2.map(([wanted]) => {
    const figure = item.metrics.find(({ metric }) => metric === wanted);
    return markup`<td class="number">${figure === void 0 ? "–" : markup`${formatAmount(figure.base, "bytes")} → ${formatAmount(figure.head, "bytes")}`}</td>`;
  });
  const state = stateOf(item, recorded);
  return markup`<tr><th scope="row">${code(item.package)} <small>${words(item.leg, 60)}</small></th>${cells}<td>${state}${item.because === null ? null : markup`: ${words(item.because, 300)}`}</td></tr>`;
}
function stateOf({ state, verdict, leg }, recorded) {
  if (state === "compared") return verdictWords[verdict];
  return state === "new" && !recorded.has(leg) ? "the base has no record" : state;
}

// src/render/html/axis.ts
function ticks(from, to, count, base) {
  const span = to - from;
  if (!(span > 0)) return [from];
  const steps = base === 10 ? [1, 2, 5, 10] : [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
  const wanted = span / count;
  const unit = base ** Math.floor(Math.log(wanted) / Math.log(base));
  const step = (steps.find((factor) => factor * unit >= wanted) ?? 10) * unit;
  const first = Math.ceil(from / step) * step;
  const found = [];
  for (let tick = first; tick <= to + step * 1e-9 && found.length < 50; tick += step)
    found.push(tick);
  return found;
}
function scale(from, to, start, end) {
  const span = to - from || 1;
  return (amount) => Math.round((start + (amount - from) / span * (end - start)) * 10) / 10;
}

// src/render/heap-page/history-chart.ts
var width = 460;
var height = 150;
var left = 76;
var right = 14;
var top = 12;
var bottom = 22;
function historyChart({ metric, points, head, limit, noise }) {
  const { unit, name } = heapMetrics[metric];
  const base = points.at(-1)?.amount ?? head;
  const band = noise ?? 0;
  const amounts = [...points.map((point) => point.amount), head, limit, base + band, base - band];
  const lowest = Math.max(0, Math.min(...amounts));
  const highest = Math.max(...amounts);
  const margin = Math.max((highest - lowest) * 0.08, highest * 2e-3, 1);
  const x = scale(0, points.length, left + 8, width - right - 8);
  const y = scale(Math.max(0, lowest - margin), highest + margin, height - bottom, top);
  const grew = head > limit;
  const line2 = points.map((point, index) => `${x(index)},${y(point.amount)}`).join(" ");
  const label = `${name}: ${formatAmount(base, unit)} at the base, ${formatAmount(head, unit)} now`;
  return markup`<figure class="history"><figcaption>${name}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${ticks(Math.max(0, lowest - margin), highest + margin, 4, unit === "bytes" ? 2 : 10).map(
    (amount) => markup`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(amount)}" y2="${y(amount)}"/><text class="tick" x="${left - 6}" y="${y(amount) + 4}" text-anchor="end">${formatAmount(amount, unit)}</text>`
  )}
${noise === null ? null : markup`<rect class="band" x="${left}" width="${width - right - left}" y="${y(base + band)}" height="${Math.max(1, y(Math.max(0, base - band)) - y(base + band))}"><title>noise of the history: ±${formatAmount(band, unit)}</title></rect>`}
<line class="limit" x1="${left}" x2="${width - right}" y1="${y(limit)}" y2="${y(limit)}"><title>limit: ${formatAmount(limit, unit)}</title></line>
<polyline class="line past" points="${line2}"/>
<line class="step ${grew ? "grew" : ""}" x1="${x(points.length - 1)}" y1="${y(base)}" x2="${x(points.length)}" y2="${y(head)}"/>
${points.map(
    (point, index) => markup`<circle class="dot" cx="${x(index)}" cy="${y(point.amount)}" r="3"><title>${shortCommit(point.commit)} ${point.committedAt.slice(0, 10)}: ${formatAmount(point.amount, unit)}</title></circle>`
  )}
<circle class="dot head ${grew ? "grew" : ""}" cx="${x(points.length)}" cy="${y(head)}" r="4.5"><title>now: ${formatAmount(head, unit)}</title></circle>
<text class="tick" x="${x(0)}" y="${height - 6}">${points.length === 1 ? "base" : points[0]?.committedAt.slice(0, 10) ?? ""}</text>
<text class="tick" x="${x(points.length)}" y="${height - 6}" text-anchor="end">now</text>
</svg></figure>`;
}
function historyLegend(pictures) {
  const withBand = pictures.some(({ noise }) => noise !== null);
  return markup`<p class="legend"><span><i class="swatch past"></i>earlier commits</span>${withBand ? markup`<span><i class="swatch band"></i>noise of the history</span>` : null}<span><i class="swatch limit"></i>limit</span></p>`;
}

// src/render/report-page/growth-article.ts
function growthArticle(item, history, page, open) {
  const { why } = item;
  return markup`<details class="growth"${open ? markup` open` : null}><summary><strong>${code(item.package)}</strong> <small>${words(item.leg, 60)}</small> <span class="badge ${item.verdict}">${verdictWords[item.verdict]}</span></summary>
${why === null ? null : whyPart(why, page)}
${history.length === 0 ? null : markup`${historyLegend(history)}<div class="histories">${history.map(historyChart)}</div>`}
${pageLink(item.page)}</details>`;
}
function pageLink(path) {
  if (path === null || !/^heap\/[^/\\]{1,200}\.html$/.test(path)) return null;
  return markup`<p><a href="${linkTo(path)}">All figures of this package, with its flame graph</a></p>`;
}
function whyPart(why, { links }) {
  const functions = notable(why, why.functions);
  const tests = notable(why, why.tests);
  return markup`<p>Why ${heapMetrics[why.metric].name} changed:</p><ul>${functions.map(
    (row) => markup`<li><strong>${growthText(why, row)}</strong> in ${code(shortName(row.function.slice(0, 1e3)))} ${placeOf({ file: row.file, line: row.lines[0]?.line ?? row.line }, links)}${row.test === null ? null : markup`, most of it in ${code(row.test)}`}${row.calledFrom === null ? null : markup`, called from ${code(shortName(row.calledFrom.function.slice(0, 1e3)))} ${placeOf(row.calledFrom, links)}`}${linesOf(row)}</li>`
  )}${tests.map((row) => markup`<li><strong>${growthText(why, row)}</strong> in the test ${code(row.test)}</li>`)}</ul>
${why.escapes.length === 0 ? null : markup`<p>New on the heap since the base:</p><ul>${why.escapes.slice(0, 20).map(
    ({ file, line: line2, text }) => markup`<li>${placeOf({ file, line: line2 }, links)} ${code(text)}</li>`
  )}</ul>`}
${why.command === null ? null : markup`<p>To look further: <code class="command">${words(why.command, 1e3)}</code></p>`}`;
}
function linesOf({ lines: lines4 }) {
  const known = lines4.filter(({ source }) => source.trim() !== "").slice(0, 3);
  if (known.length === 0) return null;
  const text = known.map(({ line: line2, source }) => `${String(line2)}  ${source.slice(0, 240).trim()}`);
  return markup`<pre class="excerpt">${text.join("\n")}</pre>`;
}

// src/render/report-page/heap-section.ts
var rows3 = { items: 100, chars: 2e5 };
var articles = { items: 20, chars: 5e5 };
var lines = { items: 50, chars: 5e4 };
function heapSection(page) {
  const { comparison } = page.report;
  if (comparison === null) return null;
  const changed = changedRows(comparison);
  const explained = comparison.packages.filter(
    (item) => item.why !== null || item.verdict !== "same" && item.page !== null
  );
  const histories = new Map(page.histories.map((drawn) => [keyOf(drawn), drawn.picture]));
  const table = bounded(changed, rows3, rowOf4);
  const why = bounded(
    explained,
    articles,
    (item, index) => growthArticle(item, histories.get(keyOf(item)) ?? [], page, index === 0)
  );
  const body = markup`<p><strong class="first-capital">${comparisonHeadline(comparison)}</strong></p>
<p class="note">${words(comparison.summary, 800)}${totals(comparison)}</p>
${changed.length === 0 ? null : markup`<div class="scroll" tabindex="0" role="group" aria-label="Figures that changed"><table class="figures"><thead><tr><th scope="col">package and figure</th><th scope="col" class="number">base</th><th scope="col" class="number">now</th><th scope="col" class="number">change</th><th scope="col" class="number">limit</th><th scope="col">why this verdict</th></tr></thead><tbody>${table.shown}</tbody></table></div>${more(table.left, "more figure")}`}
${listOf(comparison.budgets, "Broken budgets", budgetLine)}
${why.shown}${more(why.left, "more package")}
${listOf(comparison.creep, "Slow growth", creepLine)}
${comparedTable(comparison)}
${listOf(comparison.problems, "What could not be used", (problem) => words(problem, 600))}
${comparison.recorded === null ? null : markup`<p class="note">Recorded: ${words(recordedText(comparison.recorded), 500)}</p>`}`;
  return { id: "heap", title: "Heap usage", count: null, body };
}
function totals(comparison) {
  const text = totalsText(comparison);
  return text === null ? null : `; ${text}`;
}
function more(left2, noun) {
  return left2 > 0 ? markup`<p class="note">${plural(left2, noun)} in report.json.</p>` : null;
}
function rowOf4({ item, part, figure }) {
  const { unit, name } = heapMetrics[figure.metric];
  return markup`<tr class="${figure.verdict}"><th scope="row">${code(item.package)} <small>${words(item.leg, 60)}</small>${part === null ? null : markup`<br>${code(part)}`}<br>${name} <span class="badge ${figure.verdict}">${verdictWords[figure.verdict]}</span></th>
<td class="number">${formatAmount(figure.base, unit)}</td><td class="number">${formatAmount(figure.head, unit)}</td>
<td class="number">${formatChange(figure.head - figure.base, unit)} <small>${formatShare(figure.base, figure.head)}</small></td>
<td class="number">${formatAmount(figure.limit, unit)} <small>${limitWords[figure.limitedBy]}</small></td><td>${words(figure.because, 500)}</td></tr>`;
}
function listOf(items, title, render) {
  if (items.length === 0) return null;
  const { shown, left: left2 } = bounded(items, lines, (item) => markup`<li>${render(item)}</li>`);
  return markup`<h3>${title}</h3><ul>${shown}</ul>${left2 > 0 ? markup`<p class="note">and ${left2} more</p>` : null}`;
}
function budgetLine({ package: name, leg, test, what, limitBytes, bytes, rule }) {
  return markup`${code(name)} <small>${words(leg, 60)}</small>${test === null ? null : markup` ${code(test)}`}: ${formatAmount(bytes, "bytes")} ${budgetWords[what]}, ${formatAmount(limitBytes, "bytes")} allowed by ${code(rule)}`;
}
function creepLine({ package: name, leg, metric, base, head, commit, committedAt, reason }) {
  const { unit, name: figure } = heapMetrics[metric];
  return markup`${code(name)} <small>${words(leg, 60)}</small>: ${figure} ${formatChange(head - base, unit)} (${formatShare(base, head)}) since ${code(shortCommit(commit))} of ${words(committedAt.slice(0, 10), 10)} (${words(reason, 100)})`;
}

// src/render/report-page/leaks-section.ts
var inFull2 = { items: 200, chars: 6e5 };
var inBrief2 = { items: 500, chars: 2e5 };
var maxStackChars = 4e3;
var maxOpen3 = 3;
function leaksSection(page) {
  const { failing, open, known, accepted } = toldLeaks(page.report);
  const count = failing.length + open.length + known.length + accepted.length;
  if (count === 0) return null;
  const full = bounded(
    [...failing, ...open],
    inFull2,
    (leak, index) => leakArticle(leak, page, index < maxOpen3)
  );
  const spared = sparedText(page.report);
  const body = markup`${full.shown}
${spared === null ? null : markup`<p class="note">${spared}.</p>`}
${full.left === 0 ? null : markup`<p class="note">${plural(full.left, "more leak")} in report.json.</p>`}
${listOf2("Leaks that earlier runs had too", known, page)}
${listOf2("Accepted", accepted, page)}`;
  return { id: "leaks", title: "Left behind by the tests", count, body };
}
function leakArticle(leak, page, isOpen) {
  const { frames, expired } = leak;
  const over = expired === void 0 ? null : markup`<p class="note">It was accepted until ${words(expired.until, 20)}: ${words(expired.reason, 500)}</p>`;
  const stack = frames.map(({ function: name, file, line: line2 }) => `${name}
    ${file}:${String(line2)}`).join("\n");
  return markup`<details class="failure"${isOpen ? markup` open` : null}><summary>${words(whatLeaks(leak), 200)}${leak.site === null ? null : markup` <small>${code(`${leak.site.file}:${String(leak.site.line)}`)}</small>`} <small>${standingText(leak)}</small></summary>
<p class="where">${placesOf(leak, page)}</p>${over}${frames.length < 2 ? null : block(stack, maxStackChars)}</details>`;
}
function placesOf(leak, { links }) {
  const { site, createdBy, test, package: name, legs } = leak;
  const at = site === null ? markup`in ${code(functionOf(leak))}` : markup`at ${placeOf(site, links)}`;
  const start = createdBy === null ? null : markup`, started at ${placeOf(createdBy, links)}`;
  const by = test === null ? null : markup`${code(test)} of `;
  return markup`${at}${start}, in ${by}${code(name)} <small>${words(legs.join(", "), 100)}</small>`;
}
function listOf2(title, leaks, page) {
  if (leaks.length === 0) return null;
  const { shown, left: left2 } = bounded(leaks, inBrief2, (leak) => {
    const { accepted } = leak;
    const why = accepted === null ? null : markup`: until ${words(accepted.until, 20)}, ${words(accepted.reason, 500)}`;
    return markup`<li>${words(whatLeaks(leak), 200)} ${placesOf(leak, page)}${why}</li>`;
  });
  return markup`<h3>${title}</h3><ul>${shown}</ul>${left2 > 0 ? markup`<p class="note">and ${left2} more</p>` : null}`;
}

// src/render/report-page/machine-section.ts
var lines2 = { items: 100, chars: 1e5 };
function machineSection(page) {
  return [gapsSection(page), artifactsSection(page), runSection(page)];
}
function gapsSection({ report }) {
  const again = rebuilt(report).map(({ name, leg, why }) => ({
    ...{ what: `was built again with -p 1: ${why}`, package: name, leg }
  }));
  const gaps = [...again, ...report.gaps];
  if (gaps.length === 0) return null;
  const { shown, left: left2 } = bounded(
    gaps,
    lines2,
    ({ what, package: name, leg }) => markup`<li>${name === void 0 ? null : markup`${code(name)} `}${leg === void 0 ? null : markup`<small>${words(leg, 60)}</small> `}${words(what, 1e3)}</li>`
  );
  const body = markup`<ul>${shown}</ul>${left2 > 0 ? markup`<p class="note">and ${left2} more</p>` : null}`;
  return { id: "gaps", title: "What could not be observed", count: gaps.length, body };
}
function artifactsSection({ report, links }) {
  const uploaded = links.artifacts.map(
    ({ name, url, bytes }) => markup`<li>${addressed(url, code(name))} <small>${formatBytes(bytes)}</small></li>`
  );
  const named2 = new Set(links.artifacts.map(({ name }) => name));
  const own = report.artifacts.filter(({ name }) => !named2.has(name));
  if (uploaded.length + own.length === 0) return null;
  const { shown, left: left2 } = bounded(
    own,
    lines2,
    ({ name, path, bytes }) => markup`<li>${code(name)}${path === "" || path === name ? null : markup` ${code(path)}`} <small>${formatBytes(bytes)}</small></li>`
  );
  const body = markup`<ul>${uploaded.slice(0, lines2.items)}${shown}</ul>${left2 > 0 ? markup`<p class="note">and ${left2} more</p>` : null}`;
  return {
    ...{ id: "artifacts", title: "Kept files", body },
    count: uploaded.length + own.length
  };
}
function runSection({ report }) {
  const { machine, legs, preflight } = report;
  const facts = `${machine.os}/${machine.arch}, ${plural(machine.cpus, "CPU")}, ${formatBytes(machine.memoryBytes)}, ${machine.go}, Node.js ${machine.node}`;
  const shownLegs = bounded(legs, lines2, legPart);
  const bad = preflight.filter(({ status }) => status !== "ok");
  const good = preflight.filter(({ status }) => status === "ok");
  const body = markup`<p>${words(facts, 400)}</p>
${checksTable(bad, "Checks with a remark")}
${good.length === 0 ? null : markup`<details><summary>${plural(good.length, "check")} without a remark</summary>${checksTable(good, "Checks without a remark")}</details>`}
${shownLegs.shown}${shownLegs.left > 0 ? markup`<p class="note">${plural(shownLegs.left, "more leg")} in report.json.</p>` : null}`;
  return { id: "machine", title: "Machine and commands", count: null, body };
}
function checksTable(checks, label) {
  if (checks.length === 0) return null;
  const { shown } = bounded(checks, lines2, ({ what, value, needed, status, fix }) => {
    const kind = status === "ok" ? "good" : status === "warn" ? "warned" : "bad";
    return markup`<tr><th scope="row">${words(what, 200)}</th><td><span class="badge ${kind}">${status}</span></td><td>${words(value, 300)}</td><td>${words(needed, 300)}</td><td>${fix === null ? "" : words(fix, 600)}</td></tr>`;
  });
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="figures checks"><thead><tr><th scope="col">check</th><th scope="col">status</th><th scope="col">found</th><th scope="col">needed</th><th scope="col">fix</th></tr></thead><tbody>${shown}</tbody></table></div>`;
}
function legPart(leg) {
  const ended = [
    leg.goVersion,
    ...leg.exitCode === null ? [] : [`exit code ${String(leg.exitCode)}`],
    ...leg.signal === null ? [] : [`ended by ${leg.signal}`],
    ...leg.elapsedMs === null ? [] : [formatDuration(leg.elapsedMs)]
  ].join(", ");
  const ceiling = guardLine(leg);
  const stress = stressLine(leg);
  const tried = leg.guard?.tried ?? [];
  return markup`<h3>${code(leg.name, 60)}</h3><p>${words(ended, 300)}${ceiling === null ? null : markup`<br>${words(ceiling, 300)}`}${stress === null ? null : markup`<br>${words(stress, 300)}`}</p>
${tried.length === 0 ? null : markup`<ul>${tried.slice(0, 5).map(({ tier, problem }) => markup`<li>${words(tier, 60)}: ${words(problem, 500)}</li>`)}</ul>`}
<p><code class="command">${words(leg.command.slice(0, 200).join(" "), 2e3)}</code></p>
${(leg.rounds ?? []).slice(0, 10).map((round) => markup`<details><summary>Further go test: ${round.purpose}, ${plural(round.packages.length, "package")}</summary><p><code class="command">${words(round.command.slice(0, 200).join(" "), 2e3)}</code></p></details>`)}`;
}

// src/render/report-page/missing-section.ts
var packages2 = { items: 200, chars: 4e5 };
var names = { items: 300, chars: 6e4 };
var maxOpen4 = 20;
function missingSection({ report }) {
  const missing = missingTests(report.packages);
  if (missing.length === 0) return null;
  const { shown, left: left2 } = bounded(
    missing,
    packages2,
    (one) => markup`<h3>${code(one.package)} <small>${words(one.legs.join(", "), 100)}</small></h3>
${listOf3("unfinished: started and not seen to end", one.unfinished)}
${listOf3("never ran", one.neverRan)}${listOf3("had too few runs (-count, -cpu)", one.tooFewRuns)}`
  );
  return {
    id: "missing",
    title: "Tests not seen to end",
    count: missing.reduce(
      (sum, { unfinished: unfinished2, neverRan: neverRan2, tooFewRuns, legs }) => sum + (unfinished2.length + neverRan2.length + tooFewRuns.length) * legs.length,
      0
    ),
    body: markup`${shown}${left2 > 0 ? markup`<p class="note">${plural(left2, "more package")} in report.json.</p>` : null}`
  };
}
function listOf3(what, tests) {
  if (tests.length === 0) return null;
  const { shown, left: left2 } = bounded(tests, names, (test) => markup`<li>${code(test)}</li>`);
  return markup`<details${tests.length <= maxOpen4 ? markup` open` : null}><summary>${tests.length} ${what}</summary><ul class="names">${shown}${left2 > 0 ? markup`<li>and ${left2} more</li>` : null}</ul></details>`;
}

// src/render/report-page/packages-section.ts
var rows4 = { items: 3e3, chars: 12e5 };
var columns3 = ["passed", "failed", "skipped", "unfinished", "never ran", "time", "peak memory"];
function packagesSection({ report }) {
  const worst = new Set(troubled(report));
  const sorted = [...worst, ...report.packages.filter((run) => !worst.has(run))];
  const { shown, left: left2 } = bounded(sorted, rows4, (run) => rowOf5(run, worst.has(run)));
  const body = markup`<form class="controls" data-filter="package-rows" autocomplete="off" hidden>
<label class="search">Filter <input type="search" placeholder="package, leg or ending" maxlength="200"></label>
<label><input type="checkbox">only what did not pass</label> <output class="note"></output></form>
<div class="scroll" tabindex="0" role="group" aria-label="Packages"><table class="packages" id="package-rows"><thead><tr><th scope="col">package</th><th scope="col">leg</th><th scope="col">ending</th>${columns3.map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${shown}</tbody></table></div>${left2 > 0 ? markup`<p class="note">${plural(left2, "more row")} in report.json.</p>` : null}`;
  return { id: "packages", title: "Packages", count: report.packages.length, body };
}
function rowOf5(run, isTroubled) {
  const { passed, failed, skipped, unfinished: unfinished2, neverRan: neverRan2 } = run.tests;
  const amounts = [
    ...[passed, failed, skipped, unfinished2.length, neverRan2.length].map(
      (amount) => amount === 0 ? "" : String(amount)
    ),
    run.elapsedMs === null ? "" : formatDuration(run.elapsedMs),
    run.peakRssBytes === null ? "" : formatBytes(run.peakRssBytes)
  ];
  const attempts2 = madeAttempts(run);
  const kind = isTroubled ? "bad" : run.ending === "passed" ? "good" : "";
  return markup`<tr${isTroubled ? markup` class="troubled"` : null}><th scope="row">${code(run.package)}</th><td>${words(run.leg, 60)}</td><td><span class="badge ${kind}">${run.ending}</span>${run.cached ? markup` <small>cached</small>` : null}${attempts2.length > 1 ? markup` <small>${attempts2.length} attempts</small>` : null}</td>${amounts.map((amount) => markup`<td class="number">${amount}</td>`)}</tr>`;
}

// src/render/report-page/next-steps.ts
var maxProblems = 3;
function nextSteps(page) {
  const { report } = page;
  const found = problems(report);
  return [
    ...found.slice(0, maxProblems).map((problem, index) => ofProblem(problem, index, page)),
    ...found.length > maxProblems ? [
      markup`Then the <a href="#crashes">${plural(found.length - maxProblems, "further crash", "further crashes")}</a>.`
    ] : [],
    ...ofFailures(page),
    ...ofMissing(page, found),
    ...ofHeap(page),
    ...ofRun(page, found.length)
  ];
}
function ofProblem(problem, index, { report, links }) {
  const { cause, place, summary, runs, test, crash, advice } = problem;
  const start = place === null ? markup`Start with ${code(runs[0]?.package ?? crash?.package ?? "")}` : markup`Start at ${placeOf(place, links)}`;
  const [first = ""] = summary.split("\n", 1);
  const [advised] = advice;
  const isolated = isolationOf(problem);
  const command = isReproducible(problem) ? (isolated === null ? null : isolationCommand(isolated, report)) ?? reproduceCommand({
    ...{ report, package: runs[0]?.package ?? "", legs: runs.map(({ leg }) => leg), test }
  }) : null;
  return markup`${start}: <a href="#problem-${index + 1}">${cause}</a>, ${words(first, 240)}${advised === void 0 ? null : markup`. ${words(`${advised.slice(0, 1).toUpperCase()}${advised.slice(1)}`, 240)}`}${commandLine(command)}`;
}
function commandLine(command) {
  return command === null ? null : markup`<code class="command">${clip(command, 1e3)}</code>`;
}
function ofFailures({ report, links }) {
  const failed = untoldFailures(report);
  const [first] = failed;
  if (first === void 0) return [];
  const { test, file, line: line2, package: name, legs } = first;
  const at = file === null ? null : markup` at ${placeOf({ file, line: line2 }, links)}`;
  const more2 = failed.length > 1 ? markup` and <a href="#failures">${plural(failed.length - 1, "more failed test")}</a>` : null;
  return [
    markup`See why ${code(test)} fails${at}${more2}.${commandLine(reproduceCommand({ report, package: name, legs, test }))}`
  ];
}
function ofMissing({ report }, found) {
  const [first, ...others2] = found.length > 0 ? [] : missingTests(report.packages);
  if (first === void 0) return [];
  return [
    markup`Find out why <a href="#missing">tests of ${code(first.package)}</a>${others2.length > 0 ? ` and ${plural(others2.length, "more package")}` : ""} were not seen to end.`
  ];
}
function ofHeap({ report: { comparison, verdict } }) {
  if (comparison === null || verdict.status === "pass") return [];
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  const grown = comparison.packages.filter(({ verdict: each }) => each === "regressed").length;
  return [
    ...kinds.has("memory-regression") && grown > 0 ? [
      markup`Bring <a href="#heap">${plural(grown, "package")}</a> below the limit, or accept the growth: an <code>accept</code> entry in the settings, or the label <code>memory-accepted</code>.`
    ] : [],
    ...kinds.has("memory-budget") ? [
      markup`Keep to <a href="#heap">${plural(comparison.budgets.length, "broken budget")}</a>, or change it in the settings.`
    ] : []
  ];
}
function ofRun({ report: { verdict } }, found) {
  if (verdict.status === "pass" || found > 0) return [];
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  if (kinds.has("no-tests"))
    return [markup`No test ran: check which packages and tests are named.`];
  return kinds.has("lost") || kinds.has("cancelled") ? [markup`The run was not seen to its end: run the job again.`] : [];
}

// src/render/report-page/page-header.ts
var verdicts = {
  pass: { kind: "good", word: "Passed" },
  fail: { kind: "bad", word: "Failed" },
  incomplete: { kind: "bad", word: "Incomplete" }
};
var maxReasons = 40;
function pageHeader(page) {
  const { report } = page;
  const { kind, word } = verdicts[report.verdict.status];
  const steps = nextSteps(page);
  return markup`<header class="verdict ${kind}">
<p class="crumbs">${subject(page)}</p>
<h1><span class="badge ${kind}">${word}</span> ${report.source.module === null ? "go test" : words(report.source.module, 200)}</h1>
<p class="headline">${figuresLine(report)}</p>
${steps.length === 0 ? null : markup`<div class="next"><h2>What to do next</h2><ol>${steps.map((step) => markup`<li>${step}</li>`)}</ol></div>`}
${reasons(report)}
</header>`;
}
function subject({ report, links }) {
  const { repository, sha, ref, event } = report.source;
  const parts = [
    ...repository === null ? [] : [words(repository, 200)],
    ...ref === null ? [] : [code(ref, 200)],
    ...sha === null ? [] : [addressed(links.source, code(shortCommit(sha)))],
    ...event === null ? [] : [words(event, 60)],
    ...links.run === null ? [] : [addressed(links.run, markup`workflow run`)],
    ...report.shard === void 0 ? [] : [markup`shard ${report.shard.index} of ${report.shard.count}`],
    words(report.startedAt.slice(0, 16).replace("T", " ") + " UTC", 40)
  ];
  return markup`${parts.map((part, index) => markup`${index === 0 ? "" : " · "}${part}`)}`;
}
function reasons({ verdict }) {
  const { length } = verdict.reasons;
  if (length === 0) return null;
  return markup`<details><summary>${length === 1 ? "The reason" : `All ${String(length)} reasons`} for this verdict</summary><ul>${verdict.reasons.slice(0, maxReasons).map(
    ({ kind, message, package: name, leg, test }) => markup`<li>${kind}: ${name === void 0 ? null : markup`${code(name)} `}${leg === void 0 ? null : markup`<small>${words(leg, 60)}</small> `}${test === void 0 ? null : markup`${code(test)} `}${words(message, 400)}</li>`
  )}${length > maxReasons ? markup`<li>and ${length - maxReasons} more</li>` : null}</ul></details>`;
}

// src/render/html/lanes.ts
var maxSpans = 600;
function packLanes(spans, maxLanes) {
  const longest = spans.length <= maxSpans ? [...spans] : [...spans].sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, maxSpans);
  const lanes = [];
  let placed = 0;
  for (const span of longest.sort((a, b) => a.startMs - b.startMs)) {
    const free = lanes.find((lane) => (lane.at(-1)?.endMs ?? 0) <= span.startMs);
    if (free === void 0 && lanes.length >= maxLanes) continue;
    if (free === void 0) lanes.push([span]);
    else free.push(span);
    placed++;
  }
  return { lanes, left: spans.length - placed };
}

// src/render/html/timeline-chart.ts
var largeSize = { width: 960, height: 220, lanes: 8, small: false };
var smallSize = { width: 520, height: 72, lanes: 3, small: true };
var laneHeight = 14;
var maxBoundaries = 60;
var lines3 = [
  { class: "rss", of: (point) => point.rssBytes, name: "resident memory" },
  { class: "heap", of: (point) => point.heapBytes, name: "heap objects" },
  { class: "live", of: (point) => point.liveHeapBytes, name: "live heap" }
];
var timelineLegend = legend([["span", "a test"]]);
function legendOf(picture) {
  const ceiling = nearCeiling(picture);
  return legend([
    ...picture.spans.length > 0 ? [["span", "a test"]] : [],
    ...ceiling === null ? [] : [["limit", `memory ceiling, ${formatBytes(ceiling)}`]]
  ]);
}
function legend(others2) {
  const all = [...lines3.map((line2) => [line2.class, line2.name]), ...others2];
  return markup`<p class="legend">${all.map(
    ([kind, name]) => markup`<span><i class="swatch ${kind}"></i>${name}</span>`
  )}</p>`;
}
function timelineChart(picture, size) {
  const { timeline, spans } = picture;
  const { points, peak } = timeline;
  if (points.length < 2) return null;
  const end = Math.max(1, points.at(-1)?.elapsedMs ?? 0, ...spans.map((span) => span.endMs));
  const ceiling = nearCeiling(picture);
  const highest = Math.max(highestOf(picture), ceiling ?? 0);
  const left2 = size.small ? 2 : 72;
  const bottom2 = size.height - (size.small ? 2 : 4);
  const x = scale(0, end, left2, size.width - 8);
  const y = scale(0, highest, bottom2, 8);
  const { lanes, left: unplaced } = packLanes(spans, size.lanes);
  const lanesTop = size.height + 4;
  const axisTop = lanesTop + lanes.length * laneHeight;
  const height2 = axisTop + (size.small ? 2 : 22);
  const label = `Memory over ${formatTime(end)}: at most ${formatBytes(peak.rssBytes)} resident, ${formatBytes(peak.liveHeapBytes)} live heap`;
  return markup`<svg class="timeline" viewBox="0 0 ${size.width} ${height2}" role="img" aria-label="${label}">
${size.small ? null : axes({ end, highest, x, y, size, left: left2, axisTop })}
${boundaries(spans, x, axisTop)}
${lines3.map(
    (line2) => markup`<polyline class="line ${line2.class}" points="${points.map((point) => `${x(point.elapsedMs)},${y(line2.of(point))}`).join(" ")}"/>`
  )}
${ceiling === null ? null : markup`<line class="limit" x1="${left2}" x2="${size.width - 8}" y1="${y(ceiling)}" y2="${y(ceiling)}"><title>memory ceiling: ${formatBytes(ceiling)}</title></line>`}
${lanes.flatMap((lane, index) => laneOf(lane, { x, top: lanesTop + index * laneHeight, small: size.small }))}
</svg>${unplaced > 0 && !size.small ? markup`<p class="note">${unplaced} more test spans ran at the same time, or were too short to be drawn.</p>` : null}`;
}
function nearCeiling(picture) {
  const ceiling = picture.ceilingBytes ?? 0;
  return ceiling > 0 && ceiling <= highestOf(picture) * 4 ? ceiling : null;
}
function highestOf({ timeline: { peak } }) {
  return Math.max(1, peak.rssBytes, peak.heapBytes, peak.liveHeapBytes);
}
function axes(request) {
  const { end, highest, x, y, size, left: left2, axisTop } = request;
  return [
    ...ticks(0, highest, 5, 2).map(
      (bytes) => markup`<line class="grid" x1="${left2}" x2="${size.width - 8}" y1="${y(bytes)}" y2="${y(bytes)}"/><text class="tick" x="${left2 - 6}" y="${y(bytes) + 4}" text-anchor="end">${formatBytes(Math.round(bytes))}</text>`
    ),
    ...ticks(0, end, 8, 10).map(
      (ms) => markup`<line class="grid" x1="${x(ms)}" x2="${x(ms)}" y1="8" y2="${axisTop}"/><text class="tick" x="${x(ms)}" y="${axisTop + 15}" text-anchor="middle">${formatTime(ms)}</text>`
    )
  ];
}
function boundaries(spans, x, end) {
  const tests = spans.filter((span) => !span.test.includes("/"));
  if (tests.length > maxBoundaries) return [];
  return tests.map(
    ({ startMs }) => markup`<line class="boundary" x1="${x(startMs)}" x2="${x(startMs)}" y1="8" y2="${end}"/>`
  );
}
function laneOf(lane, place) {
  const { x, top: top2, small } = place;
  return lane.map((span) => {
    const width2 = Math.max(1, Math.round((x(span.endMs) - x(span.startMs)) * 10) / 10);
    const room2 = Math.floor((width2 - 6) / 6.5);
    const name = span.test.length <= room2 ? span.test : room2 > 5 ? `${span.test.slice(0, room2 - 1)}…` : "";
    const tip = `${span.test}: ${formatTime(span.endMs - span.startMs)}`;
    return markup`<g><title>${tip}</title><rect class="span" x="${x(span.startMs)}" y="${top2}" width="${width2}" height="${laneHeight - 2}" rx="2"/>${small || name === "" ? null : markup`<text class="span-name" x="${x(span.startMs) + 3}" y="${top2 + 9.5}">${name}</text>`}</g>`;
  });
}
function formatTime(ms) {
  if (ms < 1e3) return `${Math.round(ms)} ms`;
  if (ms < 6e4) return `${String(Math.round(ms / 100) / 10)} s`;
  const seconds2 = Math.round(ms / 1e3);
  const rest = seconds2 % 60;
  return `${Math.floor(seconds2 / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}

// src/render/report-page/attempt-details.ts
var maxOutputChars = 2e4;
var maxCoreChars = 8192;
var maxTests = 20;
var maxChanges2 = 5;
function attemptDetails(attempt, { runs }) {
  const [run] = runs;
  const isDecisive = run !== void 0 && decisiveAttempt(run) === attempt;
  const output = isDecisive ? run.output.trim() : "";
  const { coreExcerpt } = attempt;
  return markup`<details><summary>Process and files</summary>
<dl class="evidence">${factsOf(attempt).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>
${output === "" ? null : markup`<details><summary>Output</summary>${block(output, maxOutputChars)}</details>`}
${coreExcerpt === void 0 ? null : markup`<details><summary>Read in its core</summary>${block(coreExcerpt, maxCoreChars)}</details>`}`;
}
function madeFor(attempt) {
  const { purpose, changes = [], ranTests, shuffleSeed } = attempt;
  return [
    ...purpose === void 0 ? [] : [["made for", markup`${purposeText(attempt)}`]],
    ...ranTests === void 0 ? [] : [["ran", words(namesOf(ranTests), 3e3)]],
    ...changes.length === 0 ? [] : [
      [
        "with",
        markup`${changes.slice(0, maxChanges2).map((change) => markup`${code(change, 60)} `)}`
      ]
    ],
    ...isSeed(shuffleSeed) ? [["order", code(`-shuffle=${shuffleSeed}`)]] : []
  ];
}
function namesOf(tests) {
  const shown = tests.slice(0, maxTests).map((name) => clip(name, 120));
  const more2 = tests.length - shown.length;
  return `${shown.join(", ")}${more2 > 0 ? ` and ${String(more2)} more` : ""}`;
}
function factsOf(attempt) {
  const { number, ending, exitCode, signal, elapsedMs, peakRssBytes } = attempt;
  const ended = [
    ending,
    ...signal === null ? [] : [`signal ${signal}`],
    ...exitCode === null ? [] : [`exit code ${String(exitCode)}`],
    ...attempt.coreDumped ? ["core dumped"] : []
  ].join(", ");
  const files = [
    ["log", attempt.log],
    ["black box", attempt.snapshot],
    ["heap profile", attempt.profile],
    ["core", attempt.core],
    ["text of the core", attempt.coreText]
  ];
  return [
    ["attempt", markup`${number}`],
    ...madeFor(attempt),
    ["ended", words(ended, 300)],
    ...elapsedMs === null ? [] : [["after", markup`${formatDuration(elapsedMs)}`]],
    ...peakRssBytes === null ? [] : [["peak memory", markup`${formatBytes(peakRssBytes)}`]],
    ...files.flatMap(
      ([name, path]) => path === void 0 ? [] : [[name, code(path)]]
    )
  ];
}

// src/render/report-page/attempt-timeline.ts
function attemptTimeline({ timeline, blackBox }, { runs }, { legs }) {
  if (timeline === void 0) return null;
  const points = timeline.map(([elapsedMs, rssBytes, heapBytes, liveHeapBytes]) => ({
    ...{ elapsedMs, rssBytes, heapBytes, liveHeapBytes }
  }));
  const highest = (of) => points.reduce((most, point) => Math.max(most, of(point)), 0);
  const leg = legs.find(({ name }) => name === runs[0]?.leg);
  return {
    timeline: {
      points,
      peak: {
        rssBytes: highest((point) => point.rssBytes),
        heapBytes: highest((point) => point.heapBytes),
        liveHeapBytes: highest((point) => point.liveHeapBytes)
      }
    },
    spans: [],
    ceilingBytes: blackBox?.ceilingBytes ?? leg?.guard?.ceilingBytes ?? null
  };
}

// src/render/report-page/evidence-details.ts
var maxRows = 60;
function evidenceDetails({ evidence, excluded, confidence }) {
  if (evidence.length + excluded.length === 0) return null;
  return markup`<details><summary>Evidence (${confidence})</summary>
<dl class="evidence">${evidence.slice(0, maxRows).map(
    ({ source, detail }) => markup`<dt>${words(source, 100)}</dt><dd>${words(detail, 1e3)}</dd>`
  )}</dl>
${excluded.length === 0 ? null : markup`<h4>Excluded</h4><dl class="evidence">${excluded.slice(0, maxRows).map(
    ({ id, because }) => markup`<dt>not ${words(id, 100)}</dt><dd>${words(because, 1e3)}</dd>`
  )}</dl>`}</details>`;
}

// src/render/report-page/holders-part.ts
var maxHolders = 10;
function holdersPart(box, cause, { links, report }) {
  const { directory = "" } = report.source;
  const rows5 = mainHolders(box, maxHolders).map(({ bytes, share, test, ...top2 }) => {
    const { function: name, file, line: line2 } = top2.caller ?? top2;
    const place = { file: fromRoot(directory, file), line: line2 };
    return markup`<tr><td class="number">${formatBytes(bytes)}</td><td class="number">${(share * 100).toFixed(0)} %</td><td>${code(shortName(name.slice(0, 1e3)))} <span class="where">${placeOf(place, links)}</span></td><td>${test === null ? "" : code(test)}</td></tr>`;
  });
  const outside = box.outsideGoBytes ?? 0;
  return markup`<h4>Who held the memory</h4><p class="note">${whenTaken(box)}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Who held the memory"><table class="figures holders"><thead><tr><th scope="col" class="number">held</th><th scope="col" class="number">share</th><th scope="col">function</th><th scope="col">test</th></tr></thead><tbody>${rows5}${outside > 0 ? markup`<tr><td class="number">${formatBytes(outside)}</td><td></td><td>${outsideWords(cause)}</td><td></td></tr>` : null}</tbody></table></div>`;
}
function whenTaken({ rssBytes, heapBytes, ceilingBytes, elapsedMs, early, goroutines }) {
  const parts = [
    ...rssBytes === null ? [] : [`${formatBytes(rssBytes)} resident`],
    ...heapBytes === null ? [] : [`${formatBytes(heapBytes)} on the heap`],
    ...goroutines === null ? [] : [`${String(goroutines)} goroutines`],
    ...ceilingBytes === null ? [] : [`ceiling ${formatBytes(ceilingBytes)}`]
  ];
  const at = elapsedMs === null ? "" : ` ${formatTime(elapsedMs)} after its start`;
  return `Taken${at}: ${parts.join(", ")}.${early ? " It is from before the garbage was collected." : ""}`;
}

// src/render/report-page/isolation-part.ts
var maxRows2 = 60;
function isolationPart(problem, { report }) {
  const isolated = isolationOf(problem);
  if (isolated === null) return null;
  const { isolation } = isolated;
  const command = isolationCommand(isolated, report);
  const who = whoCrashes(isolation);
  return markup`<h4>What it needs to crash</h4>
<p>${who === null ? "It" : code(who)} ${words(summaryOf(isolation), 1e3)}.</p>
${command === null ? null : markup`<p><code class="command">${command}</code></p>`}
${isolation.proof.length === 0 ? null : proofTable(isolation)}`;
}
function proofTable(isolation) {
  return markup`<details><summary>Proof (${effortOf(isolation)})</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Runs of the isolation"><table><thead><tr><th scope="col">Tests</th><th scope="col">With</th><th scope="col">Died in the same way</th></tr></thead><tbody>${isolation.proof.slice(0, maxRows2).map((row) => {
    const { tests, changes, crashed: crashed2 } = proofWords(row);
    return markup`<tr><td>${code(tests, 1e3)}</td><td>${changes === "" ? null : code(changes)}</td><td>${crashed2}</td></tr>`;
  })}</tbody></table></div></details>`;
}

// src/render/report-page/source-text.ts
var sourceName = /(?:^|[/\\])[^./\\][^/\\]*\.(?:go|s|c|cc|cpp|cxx|h|hh|hpp|m|mm)$/i;
var maxPathChars2 = 1e3;
function sourceText(repository) {
  return {
    lines: (file) => file.length <= maxPathChars2 && sourceName.test(file) ? repository.lines(file) : null
  };
}
var before = 3;
var after = 2;
var maxLineChars = 240;
function sourceExcerpt(sources, { file, line: line2 }) {
  const lines4 = line2 > 0 ? sources.lines(file) : null;
  if (lines4 === null || line2 > lines4.length) return null;
  const { first, last } = around(lines4, line2);
  const texts = lines4.slice(first - 1, last).map((text) => printable(text.slice(0, maxLineChars)).replaceAll("	", "    "));
  const margin = Math.min(...texts.filter((text) => text.trim() !== "").map(marginOf));
  const digits = String(first + texts.length).length;
  const rows5 = texts.map((text, index) => {
    const number = first + index;
    const code2 = text.slice(Math.min(margin, marginOf(text))).trimEnd();
    const row = `${number === line2 ? ">" : " "} ${String(number).padStart(digits)}  ${code2}
`;
    return number === line2 ? markup`<mark>${row}</mark>` : markup`${row}`;
  });
  return markup`<pre class="excerpt">${rows5}</pre>`;
}
function around(lines4, line2) {
  const start = enclosingFunction(lines4, line2)?.line ?? 1;
  const end = lines4.slice(line2 - 1, line2 + after).findIndex((text) => text.startsWith("}"));
  return {
    first: Math.max(1, start, line2 - before),
    last: end < 0 ? line2 + after : line2 + end
  };
}
function marginOf(text) {
  return text.length - text.trimStart().length;
}

// src/render/report-page/stacks-part.ts
var roleWords = {
  crashing: "The goroutine that crashed",
  access: "This access",
  previous: "The access before it",
  creation: "Where the goroutine was started",
  waiting: "Waits",
  other: "Another goroutine"
};
var maxTelling = 6;
var maxFrames2 = 60;
var maxExcerpts = 4;
var inGroups = { items: 60, chars: 3e5 };
function stacksPart(crash, page) {
  const { stacks } = crash;
  if (stacks.length === 0) return null;
  const blamed = blamedStack(crash);
  const open = tellingStacks(crash).slice(0, maxTelling);
  const others2 = groupsOf(stacks.filter((stack) => !open.includes(stack)));
  const { shown, left: left2 } = bounded(others2, inGroups, (group) => groupOf(group, page));
  const count = others2.reduce((sum, group) => sum + group.length, 0);
  return markup`<h4>${open.length === 1 ? "Stack" : "Stacks"}</h4>
${open.map((stack) => stackOf(stack, page, stack === blamed))}
${others2.length === 0 ? null : markup`<details class="others"><summary>${plural(count, "other goroutine")}</summary>${shown}${left2 > 0 ? markup`<p class="note">${plural(left2, "more group")} in report.json.</p>` : null}</details>`}`;
}
function stackOf(stack, page, isBlamed) {
  return stack.role === "creation" ? markup`<details><summary>${nameOf(stack, isBlamed)}</summary>${framesOf(stack, page, 1)}</details>` : markup`<p class="stack-name">${nameOf(stack, isBlamed)}</p>${framesOf(stack, page, maxExcerpts)}`;
}
function nameOf({ role, id, state }, isBlamed) {
  const isElse = role === "other" || role === "waiting";
  return markup`${isElse && isBlamed ? "Where it was" : roleWords[role]}${id === "" ? null : markup`: goroutine ${words(id, 40)}`}${state === "" ? null : markup`, ${words(state, 200)}`}`;
}
function groupsOf(stacks) {
  const groups = /* @__PURE__ */ new Map();
  for (const stack of stacks) {
    const key = JSON.stringify(stack.frames);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [stack]);
    else group.push(stack);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
function groupOf(group, page) {
  const [first] = group;
  if (first === void 0) return markup``;
  const own = first.frames.find(({ file }) => page.sources.lines(file) !== null);
  const frame = own ?? first.frames[0];
  const states = [...new Set(group.map(({ state }) => state))].filter((state) => state !== "");
  const more2 = states.length > 3 ? markup`, …` : null;
  return markup`<details><summary>${group.length > 1 ? plural(group.length, "goroutine") : markup`goroutine ${words(first.id, 40)}`}${states.slice(0, 3).map((state) => markup`, ${words(state, 100)}`)}${more2}${frame === void 0 ? null : markup` in ${code(shortName(frame.function.slice(0, 1e3)), 200)}`}</summary>${framesOf(first, page, 1)}</details>`;
}
function framesOf({ frames, createdBy }, page, excerpts) {
  let left2 = excerpts;
  const isOwn = ({ file }) => page.sources.lines(file) !== null;
  const rowOf6 = (frame) => {
    if (!isOwn(frame)) return markup`<li class="foreign">${frameLine(frame, page)}</li>`;
    const excerpt = left2 > 0 ? sourceExcerpt(page.sources, frame) : null;
    if (excerpt !== null) left2--;
    return markup`<li>${frameLine(frame, page)}${excerpt}</li>`;
  };
  const shown = frames.slice(0, maxFrames2);
  const deeper = frames.length - shown.length;
  const rows5 = shown.some(isOwn) ? inRuns(shown, isOwn).map((run) => foldedRun(run, isOwn, rowOf6)) : [shown.map(rowOf6)];
  return markup`<ol class="frames">${rows5.flat()}${deeper > 0 ? markup`<li class="foreign">${plural(deeper, "more frame")}</li>` : null}${createdBy === null ? null : markup`<li class="foreign">started by ${frameLine(createdBy, page)}</li>`}</ol>`;
}
function inRuns(frames, isOwn) {
  const runs = [];
  for (const frame of frames) {
    const last = runs.at(-1);
    if (last?.[0] !== void 0 && isOwn(last[0]) === isOwn(frame)) last.push(frame);
    else runs.push([frame]);
  }
  return runs;
}
function foldedRun(run, isOwn, rowOf6) {
  const [first] = run;
  if (first === void 0 || isOwn(first) || run.length < 2) return run.map(rowOf6);
  const packages3 = [...new Set(run.map((frame) => packageOf(frame.function.slice(0, 1e3))))];
  const names2 = listNames(packages3, 3);
  return [
    markup`<li class="foreign"><details><summary>${plural(run.length, "frame")} in ${code(names2, 300)}</summary><ol>${run.map(rowOf6)}</ol></details></li>`
  ];
}
function frameLine(frame, { links, sources }) {
  const name = shortName(frame.function.slice(0, 1e3));
  const known = { source: sources.lines(frame.file) === null ? null : links.source };
  return markup`${code(name, 300)} <span class="where">${placeOf(frame, known)}</span>`;
}

// src/render/report-page/waits-part.ts
var maxRows3 = 40;
var maxHolds = 10;
function waitsPart({ waits }, { links }) {
  if (waits === void 0) return null;
  const { title, proof } = waitsTitle(waits);
  return markup`<h4>Who waits for whom: ${title} <span class="badge ${waits.confidence}">${waits.confidence}</span></h4>
<p>${words(waits.summary, 2e3)}. <small>${proof}</small></p>
<ul class="related">${waits.waits.slice(0, maxRows3).map(
    (wait) => markup`<li>${words(waiterWords(wait), 400)}${wait.at === null ? null : markup` ${placeOf(wait.at, links)} ${code(wait.at.function, 300)}`}${wait.holds.slice(0, maxHolds).map(
      ({ what, at }) => markup`<br>holds ${code(what, 200)} since ${placeOf(at, links)}`
    )}</li>`
  )}</ul>`;
}

// src/render/report-page/problem-article.ts
var maxRelated = 10;
var maxAdvice = 10;
var maxPlaces = 8;
var maxMessageChars3 = 6e3;
function problemArticle(problem, page, id) {
  const { crash, cause, confidence, summary, message, place } = problem;
  const attempt = attemptOf(problem);
  const proven = causeOf(problem);
  const box = attempt?.blackBox;
  const hasStacks = crash !== null && crash.stacks.length > 0;
  return markup`<article class="problem" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title"><a class="badge bad" href="${causePage(cause)}" rel="noreferrer">${cause}</a> ${words(summary, 600)}${confidence === null ? null : markup` <span class="badge ${confidence}">${confidence}</span>`}</h3>
${whereLine(problem, page)}
${said(message)}
${hasStacks || place === null ? null : sourceExcerpt(page.sources, place)}
${fixPart(problem)}
${isolationPart(problem, page)}
${crash === null ? null : waitsPart(crash, page)}
${crash === null ? null : relatedPart(crash, box !== void 0, page)}
${box === void 0 ? null : holdersPart(box, proven, page)}
${attempt === null ? null : chartPart(problem, attempt, page)}
${crash === null ? null : stacksPart(crash, page)}
${proven === null ? null : evidenceDetails(proven)}
${attempt === null ? null : attemptDetails(attempt, problem)}
</article>`;
}
function said(message) {
  const text = printable(message.slice(0, maxMessageChars3 * 2)).trim();
  return text === "" ? null : block(text, maxMessageChars3);
}
function whereLine({ crash, runs, place }, { links }) {
  const seen = crash?.occurrences ?? runs.map((run) => ({ ...run, test: null }));
  const names2 = /* @__PURE__ */ new Map();
  for (const { package: name, leg, test } of seen) {
    const key = JSON.stringify([name, test]);
    const known = names2.get(key)?.legs;
    const where = markup`${test === null ? null : markup`${code(test)} of `}${code(name)}`;
    if (known === void 0) names2.set(key, { where, legs: /* @__PURE__ */ new Set([leg]) });
    else known.add(leg);
  }
  const named2 = [...names2.values()].slice(0, maxPlaces);
  const left2 = names2.size - named2.length;
  const at = place === null ? null : markup`at ${placeOf(place, links)}${place.function === "" ? null : markup` in ${code(place.function)}`}<br>`;
  return markup`<p class="where">${at}seen in ${named2.map(
    ({ where, legs }, index) => markup`${index === 0 ? "" : ", "}${where} <small>${words([...legs].join(", "), 100)}</small>`
  )}${left2 > 0 ? ` and ${String(left2)} more` : ""}${crash?.seen === void 0 ? null : markup`<br>${words(seenText(crash.seen), 300)}`}</p>`;
}
function fixPart({ crash, advice }) {
  const known = crash === null ? null : knownId(crash);
  if (advice.length === 0 && known === null) return null;
  return markup`<div class="fix"><h4>What to do</h4><ul>${advice.slice(0, maxAdvice).map((line2) => markup`<li>${words(line2, 600)}</li>`)}${known === null || crash === null ? null : markup`<li>${isUsual(crash) ? "What is usually behind it" : "A known crash"}, with an example and its fix: <a href="${crashPage(known)}" rel="noreferrer">${words(known, 200)}</a></li>`}</ul></div>`;
}
function relatedPart(crash, hasBox, { links }) {
  const related = crash.related.filter(({ role }) => !hasBox || role !== "held memory");
  if (related.length === 0) return null;
  const left2 = related.length - maxRelated;
  return markup`<ul class="related">${related.slice(0, maxRelated).map(
    ({ role, ...frame }) => markup`<li>${words(role, 80)}: ${placeOf(frame, links)} ${code(frame.function)}</li>`
  )}${left2 > 0 ? markup`<li>and ${left2} more</li>` : null}</ul>`;
}
function chartPart(problem, attempt, { report }) {
  const timeline = attemptTimeline(attempt, problem, report);
  const chart = timeline === null ? null : timelineChart(timeline, largeSize);
  if (timeline === null || chart === null) return null;
  const name = "Memory until its end";
  return markup`<h4>${name}</h4>${legendOf(timeline)}<div class="scroll" tabindex="0" role="group" aria-label="${name}">${chart}</div>`;
}

// src/render/report-page/problems-section.ts
var inFull3 = { items: 40, chars: 15e5 };
var inBrief3 = { items: 400, chars: 2e5 };
function problemsSection(page) {
  const found = problems(page.report);
  if (found.length === 0) return null;
  const full = bounded(
    found,
    inFull3,
    (problem, index) => problemArticle(problem, page, `problem-${String(index + 1)}`)
  );
  const brief = bounded(
    found.slice(full.shown.length),
    inBrief3,
    (problem) => inOneLine(problem, page)
  );
  const body = markup`${full.shown}
${full.left === 0 ? null : markup`<h3>${full.left} more, in brief</h3><ul>${brief.shown}</ul>
${brief.left === 0 ? null : markup`<p class="note">${plural(brief.left, "more crash", "more crashes")} in report.json.</p>`}`}`;
  return { id: "crashes", title: "Crashes", count: found.length, body };
}
function inOneLine({ crash, cause, place, summary, runs }, page) {
  const name = runs[0]?.package ?? crash?.package ?? "";
  return markup`<li><strong>${cause}</strong>: ${words(summary, 200)}${place === null ? null : markup` at ${placeOf(place, page.links)}`} in ${code(name)}</li>`;
}

// src/render/report-page/timelines-section.ts
function timelinesSection({ timelines, timelinesLeft }) {
  const figures = timelines.flatMap(({ package: name, leg, picture }) => {
    const chart = timelineChart(picture, smallSize);
    if (chart === null) return [];
    const { rssBytes, liveHeapBytes } = picture.timeline.peak;
    return [
      markup`<figure class="timeline-figure"><figcaption>${code(name)} <small>${words(leg, 60)}; at most ${formatBytes(rssBytes)} resident, ${formatBytes(liveHeapBytes)} live heap</small></figcaption>${chart}</figure>`
    ];
  });
  if (figures.length === 0) return null;
  const body = markup`${timelineLegend}<div class="histories">${figures}</div>${timelinesLeft > 0 ? markup`<p class="note">${plural(timelinesLeft, "more package")} with less memory not drawn.</p>` : null}`;
  return { id: "timelines", title: "Memory while the tests ran", count: null, body };
}

// src/render/report-page/report-page.ts
function renderReportPage(page, assets) {
  const sections = [
    problemsSection(page),
    failuresSection(page),
    missingSection(page),
    attemptsSection(page),
    fuzzSection(page),
    leaksSection(page),
    heapSection(page),
    timelinesSection(page),
    flamesSection(page),
    packagesSection(page),
    ...machineSection(page)
  ].filter((section) => section !== null);
  const { report } = page;
  return htmlDocument({
    title: `${report.verdict.status}: ${clip(report.source.module ?? "go test", 200)}`,
    assets,
    withScript: true,
    body: markup`${pageHeader(page)}
${contents(sections)}
<main>
${joined2(
      sections.map(
        ({ id, title, body }) => markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>`
      ),
      "\n"
    )}
</main>
<footer><p>${report.tool.name} ${clip(report.tool.version, 60)}</p></footer>`
  });
}
function contents(sections) {
  return markup`<nav class="contents" aria-label="Parts of this page"><ul>${sections.map(
    ({ id, title, count }) => markup`<li><a href="#${id}">${title}</a>${count === null ? null : markup` <small>${count}</small>`}</li>`
  )}</ul></nav>`;
}

// src/heap/flame-prune.ts
var smallestShare = 1e-3;
var maxNodes = 1e4;
function pruneFlame(names2, nodes) {
  const shares = nodes.map((node) => largestShare(node, nodes[0]));
  let smallest = smallestShare;
  while (shares.filter((share) => share >= smallest).length > maxNodes) smallest *= 2;
  const kept = [];
  const keptNames = [];
  const newIndex = /* @__PURE__ */ new Map();
  const newName = /* @__PURE__ */ new Map();
  const omitted = { frames: 0, head: [0, 0, 0] };
  nodes.forEach((node, index) => {
    const parent = newIndex.get(node.parent);
    if (index > 0 && (shares[index] ?? 0) < smallest) {
      omitted.frames++;
      if (parent !== void 0)
        omitted.head = omitted.head.map((sum, column) => sum + (node.head[column] ?? 0));
      return;
    }
    let name = newName.get(node.name);
    if (name === void 0) {
      name = keptNames.push(names2[node.name] ?? "") - 1;
      newName.set(node.name, name);
    }
    newIndex.set(index, kept.push({ ...node, name, parent: parent ?? -1 }) - 1);
  });
  return { names: keptNames, nodes: kept, omitted };
}
function largestShare(node, root) {
  let largest = 0;
  for (const side of ["head", "base"])
    node[side].forEach((amount, column) => {
      const total = root?.[side][column] ?? 0;
      if (total > 0) largest = Math.max(largest, amount / total);
    });
  return largest;
}

// src/heap/flame.ts
var maxDepth = 200;
var maxGathered = 4e5;
var nameRoom = 2 ** 24;
function flameGraph(root, head, base, nameNow = (name) => name) {
  const tree = createTree(root, nameNow);
  if (!tree.add("head", head)) return null;
  if (base !== null && !tree.add("base", base)) return null;
  const { names: names2, nodes, cutStacks } = tree.done();
  return { ...pruneFlame(names2, nodes), hasBase: base !== null, cutStacks };
}
function createTree(root, nameNow) {
  const top2 = newNode(0, -1);
  const nodes = [top2];
  const names2 = [root];
  const nameIndex = /* @__PURE__ */ new Map();
  const children = /* @__PURE__ */ new Map();
  let cutStacks = 0;
  const indexOf = (name) => {
    const index = nameIndex.get(name) ?? names2.push(name) - 1;
    nameIndex.set(name, index);
    return index;
  };
  const childOf = (parent, name) => {
    const key = parent * nameRoom + name;
    const known = children.get(key);
    if (known !== void 0) return known;
    if (nodes.length >= maxGathered) return null;
    const node = nodes.push(newNode(name, parent)) - 1;
    children.set(key, node);
    return node;
  };
  const addStack = (side, stack, amounts) => {
    addAmounts(top2[side], amounts);
    let at = 0;
    for (const [depth, name] of stack.entries()) {
      const child = depth < maxDepth ? childOf(at, name) : null;
      const node = child === null ? void 0 : nodes[child];
      if (child === null || node === void 0) {
        cutStacks++;
        return;
      }
      at = child;
      addAmounts(node[side], amounts);
    }
  };
  return {
    add(side, profile) {
      const columns4 = heapColumns(profile.sampleTypes);
      if (columns4 === null) return false;
      const nameOf2 = profile.frames.map(
        ({ function: name }) => indexOf(side === "base" ? nameNow(name) : name)
      );
      for (const { frames, values } of profile.stacks()) {
        const amounts = [
          values[columns4.allocBytes] ?? 0,
          values[columns4.allocObjects] ?? 0,
          values[columns4.inuseBytes] ?? 0
        ];
        const stack = frames.map((frame) => nameOf2[frame] ?? 0).reverse();
        if (amounts.some((amount) => amount > 0)) addStack(side, stack, amounts);
      }
      return true;
    },
    done: () => ({ names: names2, nodes, cutStacks })
  };
}
function newNode(name, parent) {
  return { name, parent, head: [0, 0, 0], base: [0, 0, 0] };
}
function addAmounts(sums, amounts) {
  sums[0] += amounts[0];
  sums[1] += amounts[1];
  sums[2] += amounts[2];
}

// src/heap/function-growth.ts
function functionGrowth(base, head, names2) {
  const before2 = byName3(base);
  const now = byName3(head);
  return names2.map((name, index) => {
    if (index === 0) return difference(whole(base.metrics), whole(head.metrics));
    const old = before2.get(name) ?? (before2.has(others) ? null : none);
    const fresh = now.get(name) ?? (now.has(others) ? null : none);
    if (old === null || fresh === null || old === none && fresh === none) return null;
    return difference(old, fresh);
  });
}
function difference(before2, now) {
  return [now[0] - before2[0], now[1] - before2[1], now[2] - before2[2]];
}
var none = [0, 0, 0];
function byName3(record) {
  return new Map(record.functions.map((row) => [row.function, cumulative(row)]));
}
function whole({ allocBytes, allocObjects, inuseBytes }) {
  return [allocBytes ?? 0, allocObjects ?? 0, inuseBytes ?? 0];
}
function cumulative(row) {
  return [row.cumulativeAllocBytes, row.cumulativeAllocObjects, row.cumulativeInuseBytes];
}

// src/run/flame-picture.ts
var maxProfileBytes = 256 << 20;
async function flamePicture(subject2) {
  const head = await openProfile(subject2.profile);
  if (typeof head === "string") return { kind: "missing", because: head };
  const before2 = subject2.baseProfile === null ? null : await openProfile(subject2.baseProfile);
  const base = typeof before2 === "string" ? null : before2;
  const nameNow = renamedFunctions(subject2.renamedFrom, subject2.package);
  const graph = flameGraph(subject2.package, head, base, nameNow) ?? flameGraph(subject2.package, head, null);
  if (graph === null) return { kind: "missing", because: "the profile is no heap profile" };
  return { kind: "graph", graph, colours: coloursOf(graph, subject2) };
}
function coloursOf(graph, subject2) {
  const { record, baseRecord, renamedFrom } = subject2;
  if (graph.hasBase) return { kind: "stacks" };
  if (record === null || baseRecord === null)
    return { kind: "none", because: "there is no record of the base" };
  const before2 = withFunctionsRenamed(baseRecord, renamedFrom, subject2.package);
  return { kind: "functions", growth: functionGrowth(before2, record, graph.names) };
}
async function openProfile(path) {
  const bytes = await readBoundedBytes(path, maxProfileBytes);
  if (bytes === null) return "the run kept no profile of this package";
  const reading = readProfile(bytes);
  return reading.kind === "profile" ? reading.profile : `the profile cannot be read: ${reading.because}`;
}

// src/run/page-assets.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
async function readPageAssets(directory) {
  const [script, style] = await Promise.all(
    ["page.js", "page.css"].map((name) => readFile(join(directory, name), "utf8"))
  );
  return { script: script ?? "", style: style ?? "" };
}

// src/run/package-timelines.ts
import { join as join2 } from "node:path";

// src/gotest/test-spans.ts
var maxSpansEach = 5e3;
var maxSlashes = 1;
var begins = /* @__PURE__ */ new Set(["run", "cont"]);
var ends = /* @__PURE__ */ new Set(["pause", "pass", "fail", "skip"]);
function createTestSpans(packages3) {
  const found = /* @__PURE__ */ new Map();
  return {
    push(line2) {
      const event = parseTestEvent(line2);
      if (event === null || !packages3.has(event.package)) return;
      let own = found.get(event.package);
      if (own === void 0) {
        own = { spans: [], running: /* @__PURE__ */ new Map() };
        found.set(event.package, own);
      }
      if (begins.has(event.action) && own.running.size < maxSpansEach) {
        own.running.set(event.test, event.atMs);
      } else if (ends.has(event.action)) {
        const startMs = own.running.get(event.test);
        own.running.delete(event.test);
        if (startMs !== void 0 && own.spans.length < maxSpansEach)
          own.spans.push({ test: event.test, startMs, endMs: Math.max(startMs, event.atMs) });
      }
    },
    spans: (packageName) => [...found.get(packageName)?.spans ?? []].sort((a, b) => a.startMs - b.startMs)
  };
}
function parseTestEvent(line2) {
  if (!line2.startsWith("{") || line2.includes('"Action":"output"')) return null;
  let value;
  try {
    value = JSON.parse(line2);
  } catch {
    return null;
  }
  const event = value;
  const { Action: action, Package: name, Test: test, Time: time } = event;
  if (typeof action !== "string" || typeof name !== "string" || typeof time !== "string")
    return null;
  if (typeof test !== "string" || test === "" || test.split("/").length > maxSlashes + 1)
    return null;
  const atMs = Date.parse(time);
  return Number.isNaN(atMs) ? null : { action, package: name, test, atMs };
}

// src/heap/run-timeline.ts
var maxSamples = 2e5;
function runTimeline(csv, maxPoints3) {
  const samples = [];
  const lines4 = (csv ?? "").split("\n", maxSamples).slice(1, -1);
  for (const line2 of lines4) {
    const numbers = /^(?<all>\d{1,15}(?:,\d{1,15}){5})$/.exec(line2)?.groups?.["all"]?.split(",");
    if (numbers === void 0) continue;
    const [elapsedMs = 0, heapBytes = 0, liveHeapBytes = 0, , rssBytes = 0] = numbers.map(Number);
    samples.push({ elapsedMs, rssBytes, heapBytes, liveHeapBytes });
  }
  const highest = (of) => samples.reduce((most, sample) => Math.max(most, of(sample)), 0);
  return {
    points: thinned(samples, maxPoints3),
    peak: {
      rssBytes: highest((sample) => sample.rssBytes),
      heapBytes: highest((sample) => sample.heapBytes),
      liveHeapBytes: highest((sample) => sample.liveHeapBytes)
    }
  };
}
function thinned(samples, maxPoints3) {
  if (samples.length <= maxPoints3) return [...samples];
  const step = samples.length / maxPoints3;
  const kept = [];
  for (let place = 0; place < maxPoints3; place++) {
    const share = samples.slice(Math.floor(place * step), Math.floor((place + 1) * step));
    kept.push(share.reduce((best, next) => next.heapBytes > best.heapBytes ? next : best));
  }
  const last = samples.at(-1);
  if (last !== void 0 && kept.at(-1) !== last) kept.push(last);
  return kept;
}

// src/run/package-timelines.ts
var maxTimelineBytes = 16 << 20;
var maxPoints2 = 300;
async function readTestSpans(out, report, wanted) {
  const found = /* @__PURE__ */ new Map();
  for (const { name } of report.legs) {
    const packages3 = new Set(wanted.filter(({ leg }) => leg === name).map((one) => one.package));
    if (packages3.size === 0) continue;
    const spans = createTestSpans(packages3);
    const rounds = await readRounds(out, name);
    const results = rounds.filter(({ round }) => givesResults(round.purpose));
    for (const folder of [layout.leg(out, name), ...results.map((round) => round.folder)]) {
      const lines4 = splitLines(spans.push);
      await readChunks(goTestFiles.events(folder), (chunk) => lines4.push(chunk));
      lines4.end();
    }
    found.set(name, spans);
  }
  return found;
}
async function packageTimeline(out, run, spans) {
  const folder = attemptFolder(out, run);
  const timeline = runTimeline(
    await readBounded(join2(folder, "timeline.csv"), maxTimelineBytes),
    maxPoints2
  );
  const start = parseStartRecord(await readBounded(join2(folder, "start.json"), 1 << 20));
  const startedMs = Date.parse(start?.startedAt ?? "");
  if (run.cached || Number.isNaN(startedMs)) return { timeline, spans: [] };
  const endMs = measuredAttempt(run)?.elapsedMs ?? timeline.points.at(-1)?.elapsedMs ?? 0;
  return { timeline, spans: within(spans?.spans(run.package) ?? [], startedMs, endMs) };
}
function attemptFolder(out, run) {
  const number = measuredAttempt(run)?.number ?? 1;
  return join2(layout.package(out, run.leg, run.package), `attempt-${String(number)}`);
}
function measuredAttempt(run) {
  return run.attempts.findLast(({ profile }) => profile !== void 0) ?? decisiveAttempt(run);
}
var slackMs = 2e3;
function within(spans, startedMs, elapsedMs) {
  return spans.map(({ test, startMs, endMs }) => ({
    test,
    startMs: Math.max(0, startMs - startedMs),
    endMs: Math.max(0, endMs - startedMs)
  })).filter((span) => span.endMs > 0 && span.startMs <= elapsedMs + slackMs).map((span) => ({ ...span, endMs: Math.min(span.endMs, Math.max(elapsedMs, span.startMs)) }));
}

// src/run/report-page.ts
var maxFlames = 10;
var maxTimelines = 24;
async function writeReportPage(request) {
  const { out, report, repository, assetsDirectory, links } = request;
  const assets = await readPageAssets(assetsDirectory);
  const measured = measuredRuns(report);
  const bases = await readBases(out, report);
  const flames = await drawFlames(out, measured.slice(0, maxFlames), bases);
  const timelines = await drawTimelines(out, report, measured.slice(0, maxTimelines));
  const html = renderReportPage(
    {
      ...{ report, links, flames, timelines },
      sources: sourceText(repository),
      flamesLeft: Math.max(0, measured.length - maxFlames),
      timelinesLeft: Math.max(0, measured.length - maxTimelines),
      histories: drawHistories(report, bases)
    },
    assets
  );
  await writeAtomically(layout.reportPage(out), html);
}
function measuredRuns(report) {
  const runs = new Map(report.packages.map((run) => [keyOf2(run), run]));
  const flagged = new Set(
    (report.comparison?.packages ?? []).filter(({ verdict }) => verdict !== "same").map(keyOf2)
  );
  const weight = ({ metrics }) => Math.max(metrics.inuseBytes ?? 0, metrics.liveHeapPeakBytes ?? 0, metrics.allocBytes ?? 0);
  const rank = (record) => flagged.has(keyOf2(record)) ? 0 : 1;
  return report.heap.flatMap((record) => {
    const run = runs.get(keyOf2(record));
    return run === void 0 ? [] : [{ record, run }];
  }).sort((a, b) => rank(a.record) - rank(b.record) || weight(b.record) - weight(a.record));
}
async function readBases(out, report) {
  const file = report.comparison === null ? null : await readBaselineFile(out);
  const bases = file === null ? [] : basesFor(file, report.heap).bases;
  return new Map(bases.map((base) => [keyOf2(base), base]));
}
async function drawFlames(out, measured, bases) {
  const drawn = [];
  for (const { record, run } of measured) {
    const base = bases.get(keyOf2(record)) ?? null;
    const picture = await flamePicture({
      ...{ package: run.package, record, baseRecord: base?.record ?? null },
      renamedFrom: base?.renamedFrom ?? null,
      profile: join3(attemptFolder(out, run), "heap.pprof"),
      baseProfile: join3(
        layout.package(
          layout.again(out, `base-1-${run.leg}`),
          run.leg,
          base?.renamedFrom ?? run.package
        ),
        ...["attempt-1", "heap.pprof"]
      )
    });
    if (picture.kind === "graph") drawn.push({ package: run.package, leg: run.leg, picture });
  }
  return drawn;
}
async function drawTimelines(out, report, measured) {
  const runs = measured.map(({ run }) => run);
  const spans = await readTestSpans(out, report, runs);
  const drawn = [];
  for (const run of runs) {
    const picture = await packageTimeline(out, run, spans.get(run.leg));
    drawn.push({ package: run.package, leg: run.leg, picture });
  }
  return drawn;
}
function drawHistories(report, bases) {
  return (report.comparison?.packages ?? []).filter(({ verdict }) => verdict !== "same").map((item) => ({
    ...{ package: item.package, leg: item.leg },
    picture: historyPictures(item.metrics, bases.get(keyOf2(item))?.history ?? [])
  }));
}
function keyOf2({ leg, package: name }) {
  return `${leg} ${name}`;
}

// src/run/write-report.ts
async function writeReport(out, report, links = noLinks) {
  await writeAtomically(layout.report(out), `${JSON.stringify(report, null, 2)}
`);
  await writeAtomically(layout.summary(out), renderSummary(report, links));
  await writeAtomically(layout.junit(out), renderJunit(report));
}
async function writeAll(out, report, tools, links = noLinks) {
  await writeReport(out, report, links);
  try {
    const repository = repositoryAt(tools.directory);
    const { heapPageDirectory: assetsDirectory } = tools;
    await writeReportPage({ out, report, repository, assetsDirectory, links });
    return report;
  } catch (error) {
    const what = `report.html could not be written: ${error.message}`;
    const known = report.gaps.some((gap) => gap.what === what);
    const changed = known ? report : { ...report, gaps: [...report.gaps, { what }] };
    await writeReport(out, changed, links);
    return changed;
  }
}

export {
  markup,
  linkTo,
  htmlDocument,
  flameSection,
  historyChart,
  historyLegend,
  largeSize,
  smallSize,
  timelineLegend,
  timelineChart,
  historyPictures,
  flamePicture,
  readPageAssets,
  readTestSpans,
  packageTimeline,
  attemptFolder,
  writeReport,
  writeAll
};
