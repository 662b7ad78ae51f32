import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  attemptsText,
  causeLines,
  cleanText,
  comparisonEnd,
  comparisonLines,
  countedLeaks,
  crashLines,
  crashesIn,
  flakyText,
  guardLine,
  headline,
  inputFacts,
  isOfCrash,
  isolationCommand,
  ladderText,
  linesOfCrash,
  madeAttempts,
  missedRuns,
  outcomeText,
  rebuilt,
  repetitionText,
  shuffleText,
  sparedText,
  stressLine,
  summaryOf,
  testsOfCrashes,
  toldLeaks,
  toldTargets,
  troubled,
  whatFailed,
  whoCrashes
} from "./chunk-NKJRDYH7.js";
import {
  describeEnding,
  functionOf,
  standingText,
  whatLeaks
} from "./chunk-ZHOZXKHT.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";
import {
  decisiveAttempt
} from "./chunk-LJR2BSKZ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  clip,
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/entry/show-report.ts
import { existsSync } from "node:fs";

// src/render/leaks.ts
var maxTold = 10;
var maxKnown = 5;
var maxAccepted = 5;
function leakLines(report, paint) {
  const { failing, open, known, accepted } = toldLeaks(report);
  const told = [
    ...failing.map((leak) => ({ leak, mark: paint.bad("✗") })),
    ...open.map((leak) => ({ leak, mark: "!" }))
  ];
  const left = told.slice(maxTold).map(({ leak }) => leak);
  const spared = sparedText(report);
  const acceptedLeft = accepted.slice(maxAccepted);
  return [
    ...told.slice(0, maxTold).flatMap(({ leak, mark }) => linesOf(leak, mark, paint)),
    ...left.length > 0 ? [`  and ${countedLeaks(left, "more ")}, see the report`] : [],
    ...spared === null ? [] : [`  ${spared}`],
    ...known.length > 0 ? [paint.dim(knownLine(known))] : [],
    ...accepted.slice(0, maxAccepted).map((leak) => paint.dim(acceptedLine(leak))),
    ...acceptedLeft.length > 0 ? [paint.dim(`  accepted: ${countedLeaks(acceptedLeft, "more ")}, see the report`)] : []
  ];
}
function linesOf(leak, mark, paint) {
  const { package: name, legs, test, createdBy, expired } = leak;
  const by = test === null ? "" : ` ${oneLine(test, 120)}:`;
  const of = `${paint.bold(oneLine(name, 200))} ${paint.dim(`(${oneLine(legs.join(", "), 200)})`)}`;
  return [
    `${mark} ${of}${by} ${whatLeaks(leak)} ${paint.dim(`(${standingText(leak)})`)}`,
    `    ${leak.kind === "memory" ? "allocated: " : "waits:     "} ${placeOf(leak)}`,
    ...createdBy === null ? [] : [`    started:    ${placeText(createdBy)}`],
    ...expired === void 0 ? [] : [`    was accepted until ${oneLine(expired.until, 20)}: ${oneLine(expired.reason, 200)}`]
  ];
}
function knownLine(known) {
  const places = known.slice(0, maxKnown).map(placeOf);
  const more = known.length - places.length;
  return `  known leaks: ${places.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
function acceptedLine(leak) {
  const { reason, until } = leak.accepted ?? { reason: "", until: "" };
  return `  accepted until ${oneLine(until, 20)}: ${placeOf(leak)}: ${oneLine(reason, 200)}`;
}
function placeOf(leak) {
  return leak.site === null ? `in ${oneLine(functionOf(leak), 200)}` : placeText(leak.site);
}
function placeText({ file, line }) {
  return oneLine(`${file}:${String(line)}`, 200);
}

// src/render/recovery.ts
var written = (text) => oneLine(clip(text, 1e3), 120);
var maxStoppedChars = 300;
function recoveryLines(report, run) {
  const leg = report.legs.find(({ name }) => name === run.leg);
  const stopped = run.recovery?.stopped ?? null;
  const lines = [
    ["attempts", madeAttempts(run).length > 1 ? attemptsText(run) : null],
    ["repeated", repetitionText(run, written)],
    ["limits", ladderText(run, leg, written)],
    ["flaky", flakyText(run, written)],
    [
      "stopped",
      stopped === null ? null : oneLine(clip(stopped, 8 * maxStoppedChars), maxStoppedChars)
    ],
    ["order", shuffleText(run, written)]
  ];
  return lines.flatMap(
    ([word, text]) => text === null ? [] : [`    ${`${word}:`.padEnd(12)}${text}`]
  );
}

// src/render/fuzz.ts
var maxTold2 = 10;
var maxValues = 4;
function fuzzLines(report, paint) {
  const { bad, stopped, cleanAgain, clean, skipped } = toldTargets(report);
  const told = [
    ...bad.map((target) => ({ target, mark: paint.bad("✗") })),
    ...[...stopped, ...cleanAgain].map((target) => ({ target, mark: "!" }))
  ];
  const left = told.length - maxTold2;
  const good = cleanText(clean);
  return [
    ...told.slice(0, maxTold2).flatMap(({ target, mark }) => linesOf2(target, mark, report, paint)),
    ...left > 0 ? [`  ... and ${plural(left, "more fuzz target")}, see the report`] : [],
    ...good === null ? [] : [paint.dim(`  ${good}`)],
    ...skipped.length > 0 ? [
      paint.dim(
        `  skipped themselves: ${listNames(
          skipped.map(({ fuzz }) => fuzz.target),
          8
        )}`
      )
    ] : []
  ];
}
function linesOf2(told, mark, report, paint) {
  const { run, fuzz } = told;
  const { failing, target } = fuzz;
  const of = `${paint.bold(oneLine(run.package, 200))} ${paint.dim(`(${oneLine(run.leg, 100)})`)}`;
  const what = oneLine(whatFailed(fuzz), 300);
  const because = fuzz.because === null ? "" : oneLine(fuzz.because, 300);
  return [
    `${mark} ${of} ${oneLine(target, 120)} ${outcomeText(fuzz)}`,
    ...what === "" ? [] : [`    ${what}`],
    ...because === "" || because === what ? [] : [`    ${because}`],
    ...crashesOfTarget(report, told).flatMap((crash) => [...linesOfCrash(crash, "", paint)]),
    ...failing === null ? [] : inputLines(failing)
  ];
}
function crashesOfTarget({ crashes }, { run, fuzz }) {
  const isOfTarget = (test) => test === fuzz.target || test?.startsWith(`${fuzz.target}/`) === true;
  const found = crashes.find(
    ({ cause, occurrences }) => cause === fuzz.cause?.id && occurrences.some(
      (seen) => seen.package === run.package && seen.leg === run.leg && isOfTarget(seen.test)
    )
  );
  return found === void 0 ? [] : [found];
}
function inputLines(failing) {
  const { values = [], addCall, path, corpusFile } = failing;
  const shown = values.slice(0, maxValues).map((value) => oneLine(value, 160));
  const [first = "", ...others] = shown;
  return [
    `    input:      ${first}${first === "" ? "" : " "}(${inputFacts(failing)})`,
    ...others.map((value) => `                ${value}`),
    ...values.length > maxValues ? [`                ... and ${plural(values.length - maxValues, "more value")}`] : [],
    `    kept:       ${oneLine(path, 500)}`,
    `    to keep it: copy it to ${oneLine(corpusFile, 500)}, and go test runs it from then on`,
    ...addCall === void 0 || addCall.length > 160 ? [] : [`    or add:     ${oneLine(addCall, 200)}`]
  ];
}

// src/render/first-lines.ts
var maxChars = 1e3;
var maxCharsRead = 16 * 1024;
function firstLines(value) {
  return inEvery(value);
}
function inEvery(value) {
  if (typeof value === "string") return firstLine(value);
  if (Array.isArray(value)) return value.map(inEvery);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEvery(each)]));
}
function firstLine(text) {
  const lines = printable(clip(text, maxCharsRead)).split("\n");
  return clip(lines.find((line) => /[^=\s]/.test(line)) ?? "", maxChars);
}

// src/render/isolation-lines.ts
function* isolationLines(report, run, paint) {
  const { isolation } = run;
  if (isolation === void 0) return;
  const who = whoCrashes(isolation);
  const said = summaryOf(isolation);
  yield `    isolated:   ${who === null ? said : `${oneLine(who, 120)} ${said}`}`;
  const command = isolationCommand({ run, isolation }, report);
  if (command !== null) yield paint.dim(`    reproduce:  ${command}`);
}

// src/render/result.ts
var maxRuns = 30;
function renderResult(whole, paths, paint) {
  const report = firstLines(withWholeMessages(whole));
  const lines = [];
  const runs = troubled(report);
  for (const run of runs.slice(0, maxRuns)) lines.push(...describe(report, run, paint));
  if (runs.length > maxRuns)
    lines.push(`  ... and ${plural(runs.length - maxRuns, "more package")}, see the report`);
  for (const { name, leg, why } of rebuilt(report).slice(0, 5))
    lines.push(
      `${paint.dim("!")} ${printable(`${name} (${leg}) was built again with -p 1: ${why}`)}`
    );
  for (const reason of report.verdict.reasons) {
    if (reason.package === void 0)
      lines.push(`${paint.bad("!")} ${reason.leg ?? "run"}: ${reason.message}`);
  }
  for (const { what, leg, package: name } of report.gaps.slice(0, 5)) {
    const at = [name, leg].filter(Boolean).join(" ");
    lines.push(paint.dim(printable(`  not observed: ${at === "" ? "" : `${at}: `}${what}`)));
  }
  if (report.gaps.length > 5)
    lines.push(
      paint.dim(`  not observed: ${plural(report.gaps.length - 5, "more thing")}, see the report`)
    );
  lines.push(...fuzzLines(report, paint), ...leakLines(report, paint));
  const { comparison } = report;
  if (comparison !== null) lines.push(...comparisonLines(comparison, paint));
  if (lines.length > 0) lines.push("");
  const colour = report.verdict.status === "pass" ? paint.good : paint.bad;
  lines.push(paint.bold(colour(headline(report))));
  for (const leg of report.legs) {
    const line = guardLine(leg);
    if (line !== null) lines.push(paint.dim(`guard:   ${line}`));
    const stress = stressLine(leg);
    if (stress !== null) lines.push(paint.dim(`stress:  ${stress}`));
  }
  if (comparison !== null) lines.push(...comparisonEnd(comparison, paint));
  lines.push(paint.dim(`report:  ${paths.report}`), paint.dim(`summary: ${paths.summary}`));
  if (paths.page !== null) lines.push(paint.dim(`page:    ${paths.page}`));
  return `${lines.join("\n")}
`;
}
var stackBegins = /\n(?:goroutine |\[signal |Read at |Write at |Previous )/;
function withWholeMessages(report) {
  const packages = report.packages.map((run) => {
    const failures = run.tests.failures.map((failure) => {
      const [said = ""] = failure.message.split(stackBegins, 1);
      return { ...failure, message: oneLine(said.replace(/^[=\s]+/, "").slice(0, 1e3), 300) };
    });
    return { ...run, tests: { ...run.tests, failures } };
  });
  return { ...report, packages };
}
function describe(report, run, paint) {
  const { unfinished } = run.tests;
  const { neverRan, tooFewRuns } = missedRuns(run.tests);
  const lines = [
    `${paint.bad("✗")} ${paint.bold(printable(run.package))} ${paint.dim(`(${run.leg})`)} ${describeEnding(run)}`
  ];
  const crashes = crashesIn(report, run);
  const waits = crashes.find(({ cause: id }) => id === run.cause?.id)?.waits;
  const [cause, ...more] = causeLines(run, waits, paint);
  if (cause !== void 0) lines.push(cause);
  lines.push(...crashLines(report, run, paint), ...more, ...isolationLines(report, run, paint));
  if (unfinished.length > 0) lines.push(`    unfinished: ${listNames(unfinished, 8)}`);
  if (neverRan.length > 0) lines.push(`    never ran:  ${listNames(neverRan, 8)}`);
  if (tooFewRuns.length > 0) lines.push(`    too few:    runs of ${listNames(tooFewRuns, 8)}`);
  const isTold = testsOfCrashes(crashes);
  const failures = run.tests.failures.filter(
    ({ test, message }) => !isTold(test) || !isOfCrash(message)
  );
  for (const { test, file, line, message } of failures.slice(0, 8)) {
    const where = file === null ? "" : ` ${printable(file)}:${String(line ?? 0)}`;
    const text = printable(message.replace(/^\S+\.go:\d+: /, ""));
    lines.push(
      `    failed:     ${clip(printable(test), 120)}${paint.dim(where)}${text === "" ? "" : `  ${clip(text, 160)}`}`
    );
  }
  const { log, core } = decisiveAttempt(run) ?? {};
  if (failures.length > 8)
    lines.push(`    failed:     ${plural(failures.length - 8, "more test")}`);
  lines.push(...recoveryLines(report, run));
  if (log !== void 0) lines.push(paint.dim(`    output:     ${log}`));
  if (core !== void 0) lines.push(paint.dim(`    core:       ${core}`));
  return lines;
}

// src/entry/show-report.ts
function showReport(report, out, { write, paint }) {
  write(renderResult(report, resultPaths(out), paint));
}
function resultPaths(out) {
  const page = layout.reportPage(out);
  return {
    report: layout.report(out),
    summary: layout.summary(out),
    page: existsSync(page) ? page : null
  };
}

export {
  renderResult,
  showReport,
  resultPaths
};
