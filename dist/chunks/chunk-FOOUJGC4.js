import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  always,
  furtherSections,
  mainSections,
  missingTests,
  problems,
  told
} from "./chunk-TZY7NJUF.js";
import {
  untoldFailures
} from "./chunk-NKJRDYH7.js";
import {
  figuresOf
} from "./chunk-ZHOZXKHT.js";

// src/render/comment-digest.ts
import { createHash } from "node:crypto";
var digestChars = 32;
function commentDigest(report) {
  const said = [...factsOf(report)].map((fact) => JSON.stringify(fact.map(bounded))).sort();
  return createHash("sha256").update(said.join("\n")).digest("hex").slice(0, digestChars);
}
function* factsOf(report) {
  const { verdict, comparison, gaps, source, leaks = [] } = report;
  yield ["verdict", verdict.status];
  for (const { kind, package: name, leg, test } of verdict.reasons)
    yield ["reason", kind, name ?? null, leg ?? null, test ?? null];
  for (const { cause, confidence, place, test, crash, runs } of problems(report)) {
    yield ["cause", cause, confidence, place?.file ?? null, place?.line ?? null, test];
    if (crash !== null) yield ["crash", crash.fingerprint, crash.known, crash.seen?.kind ?? null];
    for (const run of runs) yield ["seen", cause, run.package, run.leg];
  }
  for (const { package: name, legs, test, file, line } of untoldFailures(report))
    yield ["failed", name, test, file, line, ...legs];
  for (const one of missingTests(report.packages)) {
    const { unfinished, neverRan, tooFewRuns } = one;
    yield [
      "missing",
      one.package,
      ...one.legs,
      "/",
      ...unfinished,
      "/",
      ...neverRan,
      ...tooFewRuns
    ];
  }
  for (const { package: name, leg, recovery } of report.packages)
    if (recovery !== void 0) yield* recoveryFacts([name, leg], recovery);
  for (const { kind, package: name, fingerprint, standing, accepted, expired, legs } of leaks)
    yield [
      ...["leak", kind, name, fingerprint, standing, accepted?.until ?? null],
      ...[expired?.until ?? null, ...legs]
    ];
  for (const { what, leg, package: name } of gaps)
    yield ["gap", withoutNumbers(what), leg ?? null, name ?? null];
  if (problems(report).length > 0) yield ["source", source.repository];
  if (comparison !== null) yield* heapFacts(comparison);
}
function* recoveryFacts(at, { stopped, ladder, flaky }) {
  if (stopped !== null) yield ["stopped", ...at, withoutNumbers(stopped)];
  for (const { step, ending, tests } of ladder)
    yield ["step", ...at, step, ending, ...tests ?? []];
  for (const test of flaky) yield ["flaky", ...at, test];
}
function* heapFacts(comparison) {
  const { status, base, packages, budgets, creep, problems: found } = comparison;
  yield ["heap", status, base?.commit ?? null];
  for (const item of packages) {
    if (item.state !== "compared") yield ["state", item.package, item.leg, item.state];
    for (const { metric, verdict, base: from, head } of figuresOf(item)) {
      if (verdict === "same") continue;
      const figures = metric === "peakRssBytes" ? [] : [rounded(from), rounded(head)];
      yield ["figure", item.package, item.leg, metric, verdict, ...figures];
    }
  }
  for (const { rule, package: name, leg, test, what } of budgets)
    yield ["budget", rule, name, leg, test, what];
  for (const { package: name, leg, metric } of creep) yield ["creep", name, leg, metric];
  for (const text of found) yield ["problem", withoutNumbers(text)];
}
function bounded(part) {
  return typeof part === "string" ? part.slice(0, 1e3) : part;
}
function rounded(amount) {
  return Number(amount.toPrecision(2));
}
function withoutNumbers(text) {
  return text.slice(0, 1e3).replace(/\d+/g, "0");
}

// src/render/comment.ts
var room = { limit: 65e3, size: (text) => text.length };
var extent = { lines: 650, details: 40 };
var maxCharts = 1;
function renderComment(report, page) {
  const { links, title, untrusted, attempts } = page;
  const telling = { report, links, extent, charts: maxCharts };
  return told(
    [
      ...attempts === void 0 ? [] : [note(attemptText(attempts))],
      ...mainSections(telling, title),
      ...furtherSections(telling),
      ...untrusted ? [note(originText)] : []
    ],
    room
  );
}
var originText = "_This report was made by a job that ran the code of this pull request: read it as what that code says of itself._";
function attemptText({ ofReport, newest }) {
  return `_This report is of attempt ${String(ofReport)} of the run: in attempt ${String(newest)} its job did not run again, or left no report._`;
}
function note(text) {
  return {
    ...{ head: "", tail: "", shape: "list", more: () => "", unmade: 0 },
    items: [[{ text, worth: always }]]
  };
}

export {
  commentDigest,
  renderComment
};
