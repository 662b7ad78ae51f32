import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  selectTests
} from "./chunk-E6RA3DVR.js";
import {
  activeTests,
  assemblePackage,
  endedTests,
  readCancel,
  readCrashes,
  selected,
  startArguments,
  whyNotAgain
} from "./chunk-GOA4VZKW.js";
import {
  diedAtLimit,
  diedOfMemory,
  endedFromOutside,
  hasDied
} from "./chunk-ZHOZXKHT.js";
import {
  noteDecision,
  readGoTest,
  readLeg,
  readReruns
} from "./chunk-U6CEAT6P.js";
import {
  needsLog,
  writeLogs
} from "./chunk-O3GBPBQZ.js";
import {
  topLevel
} from "./chunk-BMXZFYSJ.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";

// src/run/recover/recover.ts
import { availableParallelism } from "node:os";

// src/recovery/ladder.ts
var softShare = 0.85;
var fittingShare = 0.9;
function nextLadderStep(state, pending) {
  const { attempts } = state;
  const death = attempts.find((attempt) => attempt.purpose === null && isOutOf(attempt));
  if (death === void 0) return null;
  const done = (rung) => attempts.find(({ purpose }) => purpose === rung);
  const alone = done("alone");
  const one = done("serial");
  const aloneFits = alone === void 0 || !isOutOf(alone);
  const culprit = soleCulprit(death);
  const others = state.declared.some(({ name }) => name !== culprit);
  if (culprit !== null && alone === void 0 && (others || death.inParallel))
    return step("alone", { wanted: [culprit] });
  if (!diedAtLimit(death)) return null;
  const mayFit = aloneFits || alone.inParallel;
  if (death.inParallel && one === void 0 && mayFit) return step("serial", {});
  if (pending > 0) return null;
  const many = fewer(state, death, one);
  if (many !== null && done("fewer") === void 0) return step("fewer", { parallel: many });
  const { ceilingBytes } = state;
  const helps = one === void 0 ? !death.inParallel || !aloneFits : isOutOf(one);
  if (!diedOfMemory(death) || ceilingBytes === null || !helps || done("soft-limit") !== void 0)
    return null;
  const wanted = aloneFits || culprit === null ? null : [culprit];
  return softly(wanted, death.inParallel, ceilingBytes);
}
function isOutOf(attempt) {
  return diedAtLimit(attempt) || endedFromOutside(attempt);
}
function soleCulprit({ culprit, active }) {
  if (culprit !== null) return topLevel(culprit);
  const names = new Set(active.map(topLevel));
  const [only = null] = names;
  return names.size === 1 ? only : null;
}
function fewer({ ceilingBytes, parallel }, death, one) {
  if (one === void 0 || isOutOf(one) || !diedOfMemory(death)) return null;
  if (ceilingBytes === null || one.peakRssBytes === null || one.peakRssBytes === 0) return null;
  const fitting = Math.floor(ceilingBytes * fittingShare / one.peakRssBytes);
  return fitting >= 2 && fitting < parallel ? fitting : null;
}
function softly(wanted, inParallel, ceilingBytes) {
  const limit = Math.floor(ceilingBytes * softShare);
  const base = step("soft-limit", {
    wanted,
    ...inParallel && wanted === null ? { parallel: 1 } : {}
  });
  return {
    ...base,
    env: { GOMEMLIMIT: String(limit) },
    changes: [`GOMEMLIMIT=${mebibytes(limit)}`, ...base.changes]
  };
}
function mebibytes(bytes) {
  return bytes >= 1024 * 1024 ? `${String(Math.floor(bytes / 1024 / 1024))}MiB` : formatBytes(bytes);
}
function step(rung, { wanted = null, parallel }) {
  const many = rung === "serial" ? 1 : parallel;
  return {
    purpose: rung,
    wanted,
    leaveOut: [],
    flags: many === void 0 ? [] : [`-test.parallel=${String(many)}`],
    env: {},
    changes: many === void 0 ? [] : [`-parallel=${String(many)}`]
  };
}

// src/recovery/settled-tests.ts
function settledTests(attempts, canSkip) {
  const settled = /* @__PURE__ */ new Set();
  for (const attempt of attempts) {
    const { culprit } = attempt;
    const fatal = culprit !== null && hasDied(attempt) ? culprit : null;
    const again = fatal?.includes("/") === true && canSkip ? topLevel(fatal) : null;
    for (const test of attempt.ended) if (test !== again) settled.add(test);
    if (fatal !== null && again === null) settled.add(topLevel(fatal));
  }
  return settled;
}

// src/recovery/next-step.ts
var serial = { flags: ["-test.parallel=1"], changes: ["-parallel=1"] };
function nextStep(state) {
  const { attempts, declared, bound } = state;
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === void 0 || last === void 0) return "complete";
  if (!hasDied(first) && !diedAtLimit(first)) return "complete";
  const settled = settledTests(attempts, state.canSkip);
  const pending = [...new Set(declared.map(({ name }) => name))].filter(
    (name) => !settled.has(name)
  );
  const ladder = nextLadderStep(state, pending.length);
  if (pending.length === 0 && ladder === null) return "complete";
  if (state.failfast)
    return { stopped: "go test was told to stop at the first failure (-failfast)" };
  if (attempts.length >= bound)
    return pending.length === 0 ? "complete" : { stopped: `the package has had ${String(bound)} attempts, as many as it may have` };
  if (ladder !== null && !leavesOthers(ladder, pending, bound - attempts.length))
    return { step: ladder };
  const standstill = noProgress(state);
  if (standstill !== null) return { stopped: standstill };
  return { step: carryOn(state, pending) };
}
function leavesOthers({ purpose, wanted }, pending, left) {
  const isOther = (name) => wanted?.includes(name) !== true;
  return purpose === "alone" && left === 1 && pending.some(isOther);
}
function carryOn({ attempts, canSkip }, pending) {
  const suspects = new Set(attempts.flatMap(suspectsOf));
  const repeated = repeatedlyFatal(attempts);
  const innocent = pending.filter((name) => !suspects.has(name) && !repeated.has(name));
  const wanted = innocent.length > 0 ? innocent : pending;
  const oneByOne = innocent.length === 0 && pending.some((name) => suspects.has(name));
  return {
    purpose: "carry-on",
    wanted,
    leaveOut: canSkip ? attempts.flatMap(({ culprit }) => subtestOf(culprit, wanted)) : [],
    flags: oneByOne ? serial.flags : [],
    env: {},
    changes: oneByOne ? serial.changes : []
  };
}
function repeatedlyFatal(attempts) {
  const once = /* @__PURE__ */ new Set();
  const again = /* @__PURE__ */ new Set();
  for (const { culprit } of attempts) {
    if (culprit?.includes("/") !== true) continue;
    const test = topLevel(culprit);
    (once.has(test) ? again : once).add(test);
  }
  return again;
}
function subtestOf(culprit, wanted) {
  return culprit?.includes("/") === true && wanted.includes(topLevel(culprit)) ? [culprit] : [];
}
function suspectsOf(attempt) {
  return hasDied(attempt) && attempt.culprit === null ? attempt.active.map(topLevel) : [];
}
function noProgress({ attempts: all, canSkip }) {
  const attempts = all.filter(({ purpose }) => purpose === null || purpose === "carry-on");
  const last = attempts.at(-1);
  if (last === void 0 || !hasDied(last)) return last === void 0 ? null : unmoved(last);
  const before = settledTests(attempts.slice(0, -1), canSkip);
  const now = settledTests(attempts, canSkip);
  const narrowed = last.culprit?.includes("/") === true && !attempts.slice(0, -1).some(({ culprit }) => culprit === last.culprit);
  if (now.size > before.size || narrowed) return null;
  if (last.active.length > 1 && !last.changes.includes("-parallel=1")) return null;
  if (last.active.length > 0 && endedFromOutside(last) && last.purpose === null) return null;
  return last.active.length === 0 && last.ended.length === 0 ? `attempt ${String(last.number)} ended before its first test, and so would the next one` : `attempt ${String(last.number)} brought no further test to its end`;
}
function unmoved({ purpose, number, tests, ended }) {
  return purpose === "carry-on" && tests?.every((test) => ended.includes(test)) !== true ? `attempt ${String(number)} ended by itself and did not run all the tests that it was to run` : null;
}

// src/run/recover/recover.ts
async function recoverPackages(recovery) {
  const { request, runPlan, leg } = recovery;
  const { out, cancellation } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  const bad = [];
  for (const planned of leg.packages) {
    const request2 = { out, plan: runPlan, evidence, planned, cancel };
    const [first] = (await assemblePackage(request2)).runs;
    if (first !== void 0 && (hasDied(first.run) || diedAtLimit(viewed(first))))
      bad.push({ request: request2, first });
  }
  await writeLogs(
    out,
    bad.map(({ first: { run, events } }) => ({ run, events }))
  );
  for (const { request: packageRequest, first } of bad) {
    if (cancellation.requested() !== null) return;
    await tryRecover(recovery, packageRequest, first);
  }
}
async function tryRecover(recovery, packageRequest, first) {
  try {
    await recoverPackage(recovery, packageRequest, first);
  } catch (error) {
    const { request, leg, bound } = recovery;
    const stopped = `a further attempt was not possible: ${error.message}`;
    const about = { package: packageRequest.planned.package, bound, attempt: 1, culprit: null };
    await noteDecision(request.out, leg.name, { ...about, stopped }).catch(() => void 0);
  }
}
function viewed({ run }) {
  return { ending: run.ending, cause: run.cause?.id ?? null };
}
async function recoverPackage(recovery, packageRequest, first) {
  const { request, bound, rerun, leg } = recovery;
  const { planned } = packageRequest;
  const name = planned.package;
  let evidence = packageRequest.evidence;
  const views = [];
  for (let newest = first; ; ) {
    const rerunOf = evidence.reruns.findLast((one) => one.rerun.package === name)?.rerun ?? null;
    const view = await viewOf(newest, rerunOf, { ...recovery, planned });
    views.push(view);
    const { stopped, following } = await decide(views, newest, { ...recovery, planned });
    await noteDecision(request.out, leg.name, {
      ...{ package: name, bound, attempt: view.number, culprit: view.culprit, stopped }
    });
    if (following === null) return;
    request.progress.attemptStarted(leg.name, following);
    const { number } = await rerun(following);
    if (request.cancellation.requested() !== null) return;
    evidence = await withRerun(request.out, evidence, number);
    const { runs } = await assemblePackage({ ...packageRequest, evidence });
    newest = runs.at(-1) ?? newest;
    if (needsLog(newest.run.ending)) await writeLogs(request.out, [newest]);
  }
}
async function withRerun(out, evidence, number) {
  const reruns = [...evidence.reruns];
  for (const { folder, rerun } of await readReruns(out, evidence.leg.name))
    if (rerun.number === number) reruns.push({ rerun, evidence: await readGoTest(folder) });
  return { ...evidence, reruns };
}
async function noteCulprits(recovery) {
  const { request, runPlan, leg, bound } = recovery;
  const { out } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  for (const planned of leg.packages) {
    const reruns = evidence.reruns.filter(({ rerun }) => rerun.package === planned.package);
    if (!reruns.some(({ rerun }) => rerun.purpose === "stress")) continue;
    const { runs } = await assemblePackage({ out, plan: runPlan, evidence, planned, cancel });
    for (const [at, { rerun }] of reruns.entries()) {
      const run = runs[at + 1];
      if (rerun.purpose !== "stress" || run === void 0) continue;
      await writeLogs(out, [run]);
      const { number: attempt, culprit } = await viewOf(run, rerun, { ...recovery, planned });
      const stopped = evidence.decisions.get(planned.package)?.stopped ?? null;
      const decision = { package: planned.package, bound, attempt, culprit, stopped };
      await noteDecision(out, leg.name, decision);
    }
  }
}
async function decide(views, newest, tools) {
  const { request, leg, planned, bound } = tools;
  const next = nextStep({
    ...{ declared: planned.declared, attempts: views, bound, failfast: leg.failfast },
    canSkip: leg.goMinor >= 20,
    ceilingBytes: request.guard.ceilingBytes,
    parallel: parallelOf(await startArguments(request, planned.package))
  });
  if (next === "complete") return { following: null, stopped: null };
  if ("stopped" in next) return { following: null, stopped: next.stopped };
  const ordered = order(next.step, tools, planned, newest);
  if ("stopped" in ordered) return { following: null, stopped: ordered.stopped };
  const problem = await whyNotAgain(request, planned.package);
  return { following: problem === null ? ordered : null, stopped: problem };
}
function order(step2, { leg }, planned, { fold }) {
  const shuffle = fold?.shuffleSeed ?? null;
  const base = {
    ...{ package: planned.package, purpose: step2.purpose, env: step2.env, changes: step2.changes },
    maxMs: null
  };
  const flags = [...step2.flags, ...shuffle === null ? [] : [`-test.shuffle=${shuffle}`]];
  if (step2.wanted === null) return { ...base, flags, tests: null };
  const selections = selectTests({
    ...{ declared: planned.declared, wanted: step2.wanted, leaveOut: step2.leaveOut },
    user: leg.testPatterns,
    goMinor: leg.goMinor
  });
  if ("problem" in selections) return { stopped: selections.problem };
  const [selection] = selections;
  if (selection === void 0) return { stopped: "none of the tests that are left can be chosen" };
  return { ...base, flags: [...flags, ...selection.flags], tests: selection.tests };
}
async function viewOf(assembled, rerun, tools) {
  const { run, fold } = assembled;
  const declared = rerun === null ? tools.planned.declared : selected(tools.planned.declared, rerun);
  const active = activeTests(fold);
  return {
    number: run.attempts.at(-1)?.number ?? 1,
    purpose: rerun?.purpose ?? null,
    ...viewed(assembled),
    tests: rerun?.tests ?? null,
    changes: rerun?.changes ?? [],
    ended: endedTests({ declared, tests: run.tests }),
    active,
    culprit: hasDied(run) ? await culpritOf(assembled, atWork(fold, active, rerun), tools) : null,
    inParallel: fold?.inParallel ?? false,
    peakRssBytes: run.peakRssBytes
  };
}
function atWork(fold, active, rerun) {
  const last = fold?.lastContinued ?? null;
  const oneByOne = rerun?.changes.includes("-parallel=1") === true;
  return oneByOne && last !== null && active.includes(last) ? [last] : active;
}
async function culpritOf(assembled, active, { request: { out }, runPlan, catalog }) {
  const { run } = assembled;
  const { crashes } = await readCrashes([assembled], { out, plan: runPlan, catalog });
  const told = crashes[0]?.test ?? null;
  const { unfinished, cases = [] } = run.tests;
  if (told !== null && (unfinished.includes(told) || cases.some(([name]) => name === told)))
    return told;
  const [only = null] = active;
  return active.length === 1 ? only : null;
}
function parallelOf(args) {
  const given = args.findLast((arg) => arg.startsWith("-test.parallel="));
  const count = Number(given?.slice(given.indexOf("=") + 1));
  return Number.isSafeInteger(count) && count > 0 ? count : availableParallelism();
}

export {
  recoverPackages,
  noteCulprits
};
