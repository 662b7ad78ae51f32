import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isBenchmark
} from "./chunk-E2SX27TT.js";

// src/stress/judge-run.ts
var raceExitCode = 66;
function judgeRun({ fold, end, timedOut }) {
  if (end !== null && end.startError !== null)
    return { kind: "not-run", because: `its test binary could not be started: ${end.startError}` };
  if (timedOut || end === null || end.parentGone) return { kind: "cut" };
  const running = [...fold?.running.keys() ?? []].filter((test) => !isBenchmark(test));
  if (fold !== null && hasTimedOut(fold, end)) return { kind: "timed-out", running };
  const passed = end.exitCode === 0 && fold !== null && fold.action === "pass" && fold.failed === 0;
  if (!passed || running.length > 0)
    return { kind: "failed", test: culprit(fold, running), isProven: isProven(fold, end) };
  if (fold.ended.size === 0) return { kind: "not-run", because: "no test ran in it" };
  return { kind: "passed", ended: fold.ended };
}
function hasTimedOut(fold, { exitCode, signal }) {
  return fold.timedOut && (exitCode === 2 || signal === "SIGABRT") || fold.killedByGo && exitCode !== 0;
}
function culprit(fold, running) {
  const name = fold?.failures[0]?.test ?? running.at(-1) ?? null;
  return name === null ? null : name.split("/", 1)[0] ?? null;
}
function isProven(fold, end) {
  if (end.signal !== null || end.exitCode === raceExitCode) return true;
  if (fold === null) return false;
  const texts = [fold.output.text(), ...fold.failures.map(({ output }) => output)];
  return fold.crashLine?.startsWith("fatal error: ") === true || texts.some(
    (text) => text.includes("WARNING: DATA RACE") || text.includes("race detected during execution of test")
  );
}

export {
  judgeRun
};
