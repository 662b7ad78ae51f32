import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readChunks,
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";

// src/gotest/event.ts
function parseEvent(line) {
  if (!line.startsWith("{")) return null;
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const raw = value;
  if (typeof raw["Action"] !== "string") return null;
  const text = (field) => typeof field === "string" ? field : "";
  return {
    action: raw["Action"],
    package: text(raw["Package"]),
    test: text(raw["Test"]),
    output: text(raw["Output"]),
    elapsedSeconds: isSeconds(raw["Elapsed"]) ? raw["Elapsed"] : null,
    importPath: text(raw["ImportPath"]),
    failedBuild: text(raw["FailedBuild"])
  };
}
function isSeconds(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

// src/run/logs.ts
import { appendFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
var logName = "output.txt";
var flushChars = 1 << 20;
async function writeLogs(out, sources) {
  const gaps = [];
  for (const folder of new Set(sources.map(({ events }) => events))) {
    const wanted = sources.filter(({ events }) => events === folder).map(({ run }) => run);
    gaps.push(...await writeLogsOf(out, folder, wanted));
  }
  return gaps;
}
function needsLog(ending) {
  return ending !== "passed" && ending !== "no-tests" && ending !== "not-started";
}
async function writeLogsOf(out, goTestFolder, wanted) {
  const logs = /* @__PURE__ */ new Map();
  const gaps = [];
  const giveUp = ({ run }, error) => {
    const what = `its output could not be kept as a file: ${error.message}`;
    gaps.push({ what, leg: run.leg, package: run.package });
    logs.delete(run.package);
  };
  for (const run of wanted) {
    const folder = join(
      layout.package(out, run.leg, run.package),
      `attempt-${String(run.attempts.at(-1)?.number ?? 1)}`
    );
    const path = join(folder, logName);
    try {
      await mkdir(folder, { recursive: true });
      await rm(path, { force: true });
      logs.set(run.package, { run, path, pending: [], chars: 0 });
    } catch (error) {
      giveUp({ run }, error);
    }
  }
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event?.action !== "output") return;
    const log = logs.get(event.package);
    if (log === void 0) return;
    log.pending.push(event.output);
    log.chars += event.output.length;
  });
  const flush = async (minChars) => {
    for (const log of logs.values()) {
      if (log.pending.length === 0 || log.chars < minChars) continue;
      const text = log.pending.join("");
      log.pending = [];
      log.chars = 0;
      await appendFile(log.path, text).catch((error) => {
        giveUp(log, error);
      });
    }
  };
  await readChunks(goTestFiles.events(goTestFolder), async (chunk) => {
    lines.push(chunk);
    await flush(flushChars);
  });
  lines.end();
  await flush(0);
  return gaps;
}

export {
  parseEvent,
  logName,
  writeLogs,
  needsLog
};
