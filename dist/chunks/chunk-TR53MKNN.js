import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderChecks,
  renderWarnings
} from "./chunk-NSNZC5CJ.js";
import {
  buildTextOf,
  createExcerpt,
  isBenchmark,
  shimMarker
} from "./chunk-E2SX27TT.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration
} from "./chunk-MYAVKQUZ.js";
import {
  formatBytes,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/render/live-output.ts
var maxChars = 64 * 1024;
function failureOutput(fold, state) {
  const parts = [];
  if (fold.buildFailed) parts.push(buildTextOf(fold, state.builds, ""));
  for (const { test, output } of fold.failures)
    if (output.trim() !== "") parts.push(`--- FAIL: ${test}
${output}`);
  for (const [test, output] of fold.running)
    if (!output.isEmpty()) parts.push(`--- unfinished: ${test}
${output.text()}`);
  parts.push(fold.output.text());
  const text = parts.map((part) => part.trimEnd()).filter((part) => part !== "").join("\n");
  const whole = printable(text);
  return whole.length <= maxChars ? whole : `${whole.slice(0, maxChars)}
... more in the run folder ...`;
}

// src/terminal/progress.ts
var maxNamedAgain = 50;
var maxSteps = 10;
var heartbeatMs = 3e4;
var clearLine = "\r\x1B[2K";
function terminalProgress(terminal) {
  const { groups, paint } = terminal;
  const outputs = /* @__PURE__ */ new Map();
  let statusShown = false;
  let verbose = false;
  let lastHeartbeat = 0;
  let lastStressed = 0;
  let steps = 0;
  let lastStep = 0;
  let badLines = [];
  const print = (text) => {
    terminal.write(`${statusShown ? clearLine : ""}${text}
`);
    statusShown = false;
  };
  const outputOf = (name) => {
    let output = outputs.get(name);
    if (output === void 0) {
      output = createExcerpt(512 * 1024, 512 * 1024);
      outputs.set(name, output);
    }
    return output;
  };
  const step = (line) => {
    const columns = terminal.columns();
    if (columns !== null) {
      terminal.write(`${clearLine}${line.slice(0, Math.max(20, columns - 1))}`);
      statusShown = true;
      return;
    }
    steps++;
    const now = Date.now();
    if (steps > maxSteps && now - lastStep < heartbeatMs) return;
    lastStep = now;
    print(paint.dim(steps === maxSteps ? `${line} (and so on)` : line));
  };
  return {
    warnings(checks) {
      if (groups !== void 0 && checks.length > 0) {
        const open = checks.filter(({ status }) => status !== "ok").length;
        groups.open(`machine: ${plural(checks.length, "check")}, ${String(open)} not right`);
        printIfAny(print, renderChecks(checks, paint).trimEnd());
        groups.close();
      }
      printIfAny(print, renderWarnings(checks, paint).trimEnd());
    },
    legStarted(leg, packages, isVerbose) {
      verbose = isVerbose;
      const title = `leg ${leg}: ${plural(packages, "package")}`;
      if (groups === void 0) print(paint.bold(title));
      else groups.open(title);
      badLines = [];
      lastHeartbeat = 0;
      steps = 0;
    },
    output(_leg, event) {
      if (!verbose || event.package === "" || shimMarker(event.output) !== null) return;
      outputOf(event.package).add(event.output);
    },
    packageEnded(leg, ended, state) {
      if (ended.noTestFiles && !verbose) return;
      const verboseOutput = outputs.get(ended.package);
      outputs.delete(ended.package);
      const bad = isBad(ended);
      const line = packageLine(leg, ended, paint);
      print(line);
      if (bad) badLines.push(line);
      if (verboseOutput !== void 0 && !ended.buildFailed)
        printIfAny(print, printable(verboseOutput.text()).trimEnd());
      else if (bad) printIfAny(print, failureOutput(ended, state));
    },
    tick(status) {
      const columns = terminal.columns();
      if (columns !== null) {
        terminal.write(`${clearLine}${statusLine(status).slice(0, Math.max(20, columns - 1))}`);
        statusShown = true;
      } else if (status.elapsedMs - lastHeartbeat >= heartbeatMs) {
        lastHeartbeat = status.elapsedMs;
        print(`... ${statusLine(status)}`);
      }
    },
    legEnded(status) {
      if (groups !== void 0) {
        groups.close();
        for (const line of badLines.slice(0, maxNamedAgain)) print(line);
        const more = badLines.length - maxNamedAgain;
        if (more > 0) print(paint.bad(`${plural(more, "more package")} failed`));
      }
      const peak = status.peakRssBytes === null ? "" : `, peak memory ${formatBytes(status.peakRssBytes)}`;
      const counts = `${String(status.done)} of ${String(status.total)} packages ended`;
      print(
        paint.dim(`leg ${status.leg}: ${counts} in ${formatDuration(status.elapsedMs)}${peak}`)
      );
    },
    roundStarted(leg, purpose, packages) {
      const names = packages.map((name) => printable(name)).slice(0, 5);
      print(paint.dim(`leg ${leg}: ${roundWords[purpose]}: ${names.join(", ")}`));
    },
    attemptStarted(leg, { package: name, purpose, tests, changes }) {
      const [only] = tests ?? [];
      const few = tests?.length === 1 && only !== void 0 ? oneLine(only, 120) : null;
      const what = tests === null ? "all tests" : few ?? plural(tests.length, "test");
      const how = changes.length === 0 ? "" : ` with ${changes.map(printable).join(" ")}`;
      step(`leg ${leg}: ${attemptWords[purpose]}: ${printable(name)}, ${what}${how}`);
    },
    fuzzStarted(leg, packageName, target, budgetMs) {
      const what = `fuzzing ${printable(target)} for ${formatDuration(budgetMs)}`;
      print(paint.dim(`leg ${leg}: ${what}: ${printable(packageName)}`));
    },
    isolating(leg, name, budgetMs) {
      const time = formatDuration(budgetMs);
      step(
        `leg ${leg}: searching for the smallest set of tests that still crashes (at most ${time}): ${printable(name)}`
      );
    },
    searchingLeakTests(leg, name, leaks) {
      const what = `running tests again to find which of them leave ${plural(leaks, "leak")} behind`;
      step(`leg ${leg}: ${what}: ${printable(name)}`);
    },
    stressing(leg, { package: name, runs, spentMs, budgetMs }) {
      const spent = `${formatDuration(spentMs)} of ${formatDuration(budgetMs)}`;
      const line = `${leg}  repeating tests  ${plural(runs, "run")}  ${name}  ${spent}`;
      const columns = terminal.columns();
      if (columns !== null) {
        terminal.write(`${clearLine}${printable(line).slice(0, Math.max(20, columns - 1))}`);
        statusShown = true;
      } else if (runs === 0 || spentMs - lastStressed >= heartbeatMs) {
        lastStressed = runs === 0 ? 0 : spentMs;
        print(`... ${printable(line)}`);
      }
    },
    measuringMemory(leg, name) {
      step(`leg ${leg}: repeating tests to see what memory they keep: ${printable(name)}`);
    },
    measuredAgain(leg, side, number, packages) {
      const names = packages.map((name) => printable(name)).slice(0, 5);
      const more = packages.length > names.length ? ` and ${packages.length - names.length} more` : "";
      const what = side === "head" ? "heap usage again" : "heap usage of the base";
      print(paint.dim(`leg ${leg}: measuring ${what} (run ${number}): ${names.join(", ")}${more}`));
    }
  };
}
var roundWords = {
  rebuild: "building again, one at a time, what was killed",
  restart: "starting again what could not be started",
  exit: "running again to find who ended the process",
  strace: "starting again under strace",
  runtime: "running again with the runtime's own tracing"
};
var attemptWords = {
  "carry-on": "running what has not ended",
  "start-again": "starting again",
  alone: "running the culprit alone",
  serial: "running one test at a time",
  fewer: "running fewer tests at a time",
  "soft-limit": "running under a soft memory limit",
  stress: "repeating",
  isolate: "searching for the smallest set that crashes",
  leaks: "repeating, to see what memory stays",
  "leak-tests": "running tests again to see which of them leak"
};
function printIfAny(print, text) {
  if (text !== "") print(text);
}
function isBad(ended) {
  if (ended.action === "fail" || ended.failed > 0) return true;
  return [...ended.running.keys()].some((test) => !isBenchmark(test));
}
function packageLine(leg, ended, paint) {
  const time = ended.saysCached ? "cached" : ended.elapsedMs === null ? "" : formatDuration(ended.elapsedMs);
  const counts = [
    ...ended.passed > 0 ? [`${String(ended.passed)} passed`] : [],
    ...ended.failed > 0 ? [`${String(ended.failed)} failed`] : [],
    ...ended.skipped > 0 ? [`${String(ended.skipped)} skipped`] : [],
    ...ended.noTestFiles ? ["no test files"] : [],
    ...ended.buildFailed ? ["did not build"] : []
  ];
  const mark = isBad(ended) ? paint.bad("✗") : paint.good("✓");
  return `${mark} ${printable(ended.package)} ${paint.dim([leg, time, ...counts].filter(Boolean).join("  "))}`;
}
function statusLine(status) {
  const names = status.running.map((name) => name.split("/").at(-1) ?? name);
  const running = names.length === 0 ? "building" : `running ${names.slice(0, 4).join(", ")}${names.length > 4 ? ", ..." : ""}`;
  const peak = status.peakRssBytes === null ? "" : `  peak ${formatBytes(status.peakRssBytes)}`;
  return printable(
    `${status.leg}  ${String(status.done)}/${String(status.total)} packages  ${running}  ${formatDuration(status.elapsedMs)}${peak}`
  );
}

export {
  terminalProgress
};
