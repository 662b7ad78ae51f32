import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/run/layout.ts
import { join } from "node:path";
var layout = {
  marker: (out) => join(out, "run.json"),
  plan: (out) => join(out, "plan.json"),
  cancel: (out) => join(out, "cancel.json"),
  corePattern: (out) => join(out, "core-pattern.json"),
  cores: (out) => join(out, "cores.json"),
  report: (out) => join(out, "report.json"),
  summary: (out) => join(out, "summary.md"),
  reportPage: (out) => join(out, "report.html"),
  junit: (out) => join(out, "junit.xml"),
  /** What the run is compared with, and by what rules. */
  baseline: (out) => join(out, "baseline.json"),
  /** What was found out about packages that grew. */
  growth: (out) => join(out, "growth.json"),
  /** What was written to the store of baselines. */
  recorded: (out) => join(out, "recorded.json"),
  /** Crashes of recorded runs. */
  pastRuns: (out) => join(out, "past-runs.json"),
  /** A run folder for packages that are measured again: head-2, base-1. */
  again: (out, name) => join(out, "again", name),
  heapPages: (out) => join(out, "heap"),
  leg: (out, leg) => join(out, "legs", leg),
  /** A further go test of a leg, for some of its packages. */
  round: (out, leg, number) => join(out, "legs", leg, "rounds", String(number)),
  /** A further run of one package's test binary. */
  rerun: (out, leg, number) => join(out, "legs", leg, "reruns", String(number)),
  /** What was decided after the leg about each package that did not end well. */
  recovery: (out, leg) => join(out, "legs", leg, "recovery.jsonl"),
  /** What was found out about crashes that were isolated. */
  isolation: (out, leg) => join(out, "legs", leg, "isolation.jsonl"),
  package: (out, leg, name) => join(out, "runs", leg, ...encodePackage(name)),
  strayPackages: (out, leg) => join(out, "runs", leg, "_unplanned")
};
var goTestFiles = {
  events: (folder) => join(folder, "events.jsonl"),
  goStderr: (folder) => join(folder, "stderr.txt"),
  goStart: (folder) => join(folder, "go-start.json"),
  goEnd: (folder) => join(folder, "go-end.json"),
  guard: (folder) => join(folder, "guard.json"),
  watcherKills: (folder) => join(folder, "watcher-kills.jsonl"),
  shim: (folder) => join(folder, "shim.json"),
  overlay: (folder) => join(folder, "overlay.json"),
  round: (folder) => join(folder, "round.json")
};
var ownEntries = [
  "plan.json",
  "cancel.json",
  "cores.json",
  "core-pattern.json",
  "report.json",
  "summary.md",
  "report.html",
  "junit.xml",
  "baseline.json",
  "growth.json",
  "recorded.json",
  "past-runs.json",
  "again",
  "heap",
  "legs",
  "runs",
  "run.json",
  ".gitignore"
];
function encodePackage(name) {
  return name.split("/").map((segment) => {
    const safe = segment.replace(/[^A-Za-z0-9._~+@-]/gu, percentEncode);
    return /^\.+$/.test(safe) || safe === "" || /^attempt-\d+$/.test(safe) ? `%${safe}` : safe;
  });
}
function percentEncode(char) {
  const code = char.charCodeAt(0).toString(16).toUpperCase();
  if (/[\ud800-\udfff]/u.test(char)) return `%u${code}`;
  return /[!'()*]/.test(char) ? `%${code}` : encodeURIComponent(char);
}

export {
  layout,
  goTestFiles,
  ownEntries,
  encodePackage
};
