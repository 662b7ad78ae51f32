import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  layout
} from "./chunk-TPY3KFQ2.js";
import {
  causeLines,
  comparisonEnd,
  comparisonLines,
  crashLines,
  describeEnding,
  guardLine,
  headline,
  rebuilt,
  troubled
} from "./chunk-Q7OFS377.js";
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
    lines.push(paint.dim(printable(`  not observed: ${at}: ${what}`)));
  }
  if (report.gaps.length > 5)
    lines.push(
      paint.dim(`  not observed: ${plural(report.gaps.length - 5, "more thing")}, see the report`)
    );
  const { comparison } = report;
  if (comparison !== null) lines.push(...comparisonLines(comparison, paint));
  if (lines.length > 0) lines.push("");
  const colour = report.verdict.status === "pass" ? paint.good : paint.bad;
  lines.push(paint.bold(colour(headline(report))));
  for (const leg of report.legs) {
    const line = guardLine(leg);
    if (line !== null) lines.push(paint.dim(`guard:   ${line}`));
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
  const { failures, unfinished, neverRan } = run.tests;
  const lines = [
    `${paint.bad("✗")} ${paint.bold(printable(run.package))} ${paint.dim(`(${run.leg})`)} ${describeEnding(run)}`
  ];
  const [cause, ...more] = causeLines(run, paint);
  if (cause !== void 0) lines.push(cause);
  lines.push(...crashLines(report, run, paint), ...more);
  if (unfinished.length > 0) lines.push(`    unfinished: ${listNames(unfinished, 8)}`);
  if (neverRan.length > 0) lines.push(`    never ran:  ${listNames(neverRan, 8)}`);
  for (const { test, file, line, message } of failures.slice(0, 8)) {
    const where = file === null ? "" : ` ${printable(file)}:${String(line ?? 0)}`;
    const text = printable(message.replace(/^\S+\.go:\d+: /, ""));
    lines.push(
      `    failed:     ${clip(printable(test), 120)}${paint.dim(where)}${text === "" ? "" : `  ${clip(text, 160)}`}`
    );
  }
  const log = run.attempts.at(-1)?.log;
  if (failures.length > 8)
    lines.push(`    failed:     ${plural(failures.length - 8, "more test")}`);
  if (log !== void 0) lines.push(paint.dim(`    output:     ${log}`));
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
