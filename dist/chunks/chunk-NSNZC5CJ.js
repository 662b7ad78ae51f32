import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  printable
} from "./chunk-RYNKS63I.js";

// src/terminal/check-table.ts
var marks = { ok: "✓", warn: "!", fail: "✗" };
var widestValue = 48;
function renderChecks(checks, paint) {
  const rows = checks.map((check) => ({ ...check, value: printable(check.value) }));
  const widest = (lengths) => lengths.reduce((a, b) => Math.max(a, b), 0);
  const whatWidth = widest(rows.map(({ what }) => what.length));
  const valueWidth = Math.max(
    "this machine".length,
    widest(rows.map(({ value }) => Math.min(value.length, widestValue)))
  );
  const line = (first, what, value, needed) => `${first} ${what.padEnd(whatWidth)}  ${value.padEnd(valueWidth)}  ${paint.dim(needed)}`;
  const lines = [
    line(" ", "", "this machine", "needed").trimEnd(),
    ...rows.flatMap(({ what, value, needed, status, fix }) => {
      const row = line(mark(status, paint), what, value, needed);
      return fix === null ? [row] : [row, fixLine(fix)];
    })
  ];
  return lines.map((line2) => `${line2}
`).join("");
}
function renderWarnings(checks, paint) {
  const lines = checks.filter(({ status }) => status !== "ok").flatMap(({ what, value, needed, status, fix }) => [
    `${mark(status, paint)} ${what}: ${printable(value)} ${paint.dim(`(needs ${needed})`)}`,
    ...fix === null ? [] : [fixLine(fix)]
  ]);
  return lines.map((line) => `${line}
`).join("");
}
function mark(status, paint) {
  return (status === "ok" ? paint.good : paint.bad)(marks[status]);
}
function fixLine(fix) {
  return `    fix: ${printable(fix)}`;
}

export {
  renderChecks,
  renderWarnings
};
