import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  noteCulprits
} from "./chunk-2JIHL4JN.js";
import {
  judgeRun
} from "./chunk-R7KUIQTQ.js";
import {
  selectTests
} from "./chunk-E6RA3DVR.js";
import {
  assembleLeg,
  readCancel
} from "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import {
  readPastRuns
} from "./chunk-RGVDOE3Y.js";
import {
  checkoutOf,
  readBaselineFile,
  repositoryAt
} from "./chunk-UT7K35KJ.js";
import {
  readSmallFile
} from "./chunk-WKU5LGFA.js";
import "./chunk-ZFXW6GAV.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import {
  maxCrashBytes,
  writeStress
} from "./chunk-U6CEAT6P.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import {
  createGoroutineParser,
  looksStuck
} from "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-E2SX27TT.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-DTPM72IW.js";
import "./chunk-LJR2BSKZ.js";
import "./chunk-COOM7LNL.js";
import "./chunk-ISKTQOTD.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-BMXZFYSJ.js";
import "./chunk-XSTYEQYD.js";
import {
  parseDuration
} from "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/run/stress/stress-packages.ts
import { availableParallelism } from "node:os";

// src/run/stress/stress-hints.ts
import { readdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

// src/stress/concurrent-places.ts
var places = /\bgo\s+[\p{L}_(]|\bselect\s*\{|<-|\bchan\b|\bsync\.[A-Z]|\batomic\.[A-Z]|\berrgroup\.|\bcontext\.With[A-Z]|\btime\.(?:AfterFunc|NewTimer|NewTicker)\b/gu;
function concurrentPlaces(source) {
  let count = 0;
  for (const code of codeOf(source)) count += code.match(places)?.length ?? 0;
  return count;
}
function* codeOf(source) {
  let start = 0;
  let at = 0;
  while (at < source.length) {
    const end = endOfText(source, at);
    if (end === at) {
      if (source[at] !== "\n") {
        at++;
        continue;
      }
    }
    yield source.slice(start, at);
    at = Math.max(end, at + 1);
    start = at;
  }
  yield source.slice(start);
}
function endOfText(source, at) {
  const two2 = source.slice(at, at + 2);
  if (two2 === "//") return endAt(source, "\n", at + 2, 0);
  if (two2 === "/*") return endAt(source, "*/", at + 2, 2);
  if (two2[0] === "`") return endAt(source, "`", at + 1, 1);
  const quote = two2[0];
  if (quote !== '"' && quote !== "'") return at;
  for (let inside = at + 1; inside < source.length; inside++) {
    const char = source[inside];
    if (char === "\\") inside++;
    else if (char === quote) return inside + 1;
    else if (char === "\n") return inside;
  }
  return source.length;
}
function endAt(source, mark, from, markChars) {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + markChars;
}

// src/run/stress/stress-hints.ts
var maxFiles = 500;
async function stressHints({
  out,
  directory,
  packages
}, ports) {
  const root = checkoutOf(directory);
  const base = (await readBaselineFile(out))?.base?.commit ?? null;
  const changes = base === null ? noChanges : await changesSince(base, root, ports);
  const failures = /* @__PURE__ */ new Map();
  for (const { crashes } of await readPastRuns(out))
    for (const name of new Set(crashes.map((crash) => crash.package)))
      failures.set(name, (failures.get(name) ?? 0) + 1);
  const hints = /* @__PURE__ */ new Map();
  for (const { package: name, dir } of packages) {
    const folder = relative(root, dir).split(sep).join("/");
    hints.set(name, {
      changed: changes.changed.has(folder),
      isNew: changes.known !== null && !changes.known.has(folder),
      pastFailures: failures.get(name) ?? 0,
      concurrentPlaces: await concurrentPlacesBelow(dir)
    });
  }
  return hints;
}
var noChanges = { changed: /* @__PURE__ */ new Set(), known: null };
async function changesSince(base, root, { run, env }) {
  if (!/^[0-9a-f]{40,64}$/.test(base)) return noChanges;
  const git = async (...args) => {
    const result = await run("git", args, { cwd: root, env, timeoutMs: 3e4 });
    return result.kind === "exited" && result.code === 0 ? result.stdout.split("\0").filter(isGoFile) : null;
  };
  const changed = await git("diff", "--name-only", "-z", "--no-renames", base, "--");
  const known = await git("ls-tree", "-r", "-z", "--name-only", "--full-tree", base);
  if (changed === null) return noChanges;
  return { changed: foldersOf(changed), known: known === null ? null : foldersOf(known) };
}
function isGoFile(path) {
  return path.endsWith(".go");
}
function foldersOf(paths) {
  return new Set(
    paths.map((path) => dirname(path)).map((folder) => folder === "." ? "" : folder)
  );
}
async function concurrentPlacesBelow(dir) {
  const names = (await readdir(dir).catch(() => [])).filter(isGoFile).slice(0, maxFiles);
  return names.reduce(
    (sum, name) => sum + concurrentPlaces(readSmallFile(join(dir, name)) ?? ""),
    0
  );
}

// src/stress/weight.ts
var rules = [
  { because: "new", worth: ({ isNew }) => isNew ? 4 : 0 },
  { because: "changed", worth: ({ changed, isNew }) => changed && !isNew ? 4 : 0 },
  // What has failed once fails again; after three times it is known.
  {
    because: "flaky before",
    worth: ({ pastFailures }) => pastFailures > 0 ? 3 + Math.min(3, pastFailures) : 0
  },
  // A package of ten thousand channels is not a hundred times as likely to have a race as one of a hundred.
  {
    because: "concurrent",
    worth: ({ concurrentPlaces: concurrentPlaces2 }) => concurrentPlaces2 > 0 ? Math.min(6, 1 + Math.log2(1 + concurrentPlaces2)) : 0
  }
];
function weightOf(hints) {
  let value = 1;
  const because = [];
  for (const rule of rules) {
    const worth = rule.worth(hints);
    if (worth <= 0) continue;
    value += worth;
    because.push(rule.because);
  }
  return { value, because };
}

// src/stress/package-state.ts
var startMs = 200;
var unknownMs = 1e3;
var patienceFactor = 20;
var leastPatienceMs = 1e4;
var patienceShare = 1 / 4;
var leastPatienceFactor = 8;
var maxNotes = 20;
function newPackageState(of, budgetMs) {
  const { value, because } = weightOf(of.hints);
  const expectedMs = startMs + (of.elapsedMs ?? unknownMs);
  const names = [...new Set(of.declared.map(({ name }) => name))];
  return {
    ...{
      package: of.package,
      weight: value,
      because,
      expectedMs,
      runs: 0,
      spentMs: 0,
      over: false
    },
    tests: names.map((name) => ({ name, elapsedMs: of.testMs?.get(name) ?? 0 })),
    ...{ declared: of.declared, attempted: 0, overdue: 0 },
    ...{ ended: /* @__PURE__ */ new Map(), failedIn: null, notes: [], mayRepeat: true, mayHurry: true },
    mayChoose: names.length > 1,
    patienceMs: patienceFor(expectedMs, budgetMs)
  };
}
function patienceFor(expectedMs, budgetMs) {
  const share = Math.max(patienceShare * budgetMs, leastPatienceFactor * expectedMs);
  return Math.max(leastPatienceMs, Math.min(patienceFactor * expectedMs, share));
}
function countTime(state, elapsedMs) {
  state.spentMs += elapsedMs;
  state.expectedMs = state.attempted <= 1 ? elapsedMs : (state.expectedMs + elapsedMs) / 2;
}
function countPass(state, ended) {
  state.runs++;
  for (const [test, times] of ended) state.ended.set(test, (state.ended.get(test) ?? 0) + times);
}
function repetitionsOf({ tests, ended }) {
  const least = Math.min(...tests.map(({ name }) => ended.get(name) ?? 0));
  return Number.isFinite(least) ? least : 0;
}
function note(state, text) {
  if (state.notes.length < maxNotes && !state.notes.includes(text)) state.notes.push(text);
}

// src/stress/turns.ts
function nextTurn(turns, leftMs) {
  let best = null;
  for (const turn of turns) {
    if (turn.over || turn.expectedMs > leftMs) continue;
    if (best === null || compare(turn, best) < 0) best = turn;
  }
  return best;
}
function compare(a, b) {
  const first = Number(a.runs > 0) - Number(b.runs > 0);
  if (first !== 0) return first;
  const byWeight = b.weight - a.weight;
  const byShare = (a.spentMs + a.expectedMs) / a.weight - (b.spentMs + b.expectedMs) / b.weight;
  const order = a.runs > 0 ? byShare : byWeight;
  return order !== 0 ? order : byName(a.package, b.package);
}
function byName(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// src/stress/seed.ts
import { createHash } from "node:crypto";
function seedOf(...words) {
  const digest = createHash("sha256").update(JSON.stringify(words)).digest();
  return (digest.readUInt32BE(0) >>> 1) + 1;
}

// src/stress/variation.ts
var repeatMs = 800;
var maxCount = 50;
var fewTests = 3;
var all = (cores) => [cores];
var one = () => [1];
var two = () => [2];
var many = (cores) => [4 * cores];
var kinds = [
  { few: false, processors: all, perturbed: true },
  { few: true, processors: all, perturbed: true },
  { few: true, processors: many, perturbed: false },
  { few: false, processors: one, perturbed: false },
  { few: true, processors: two, perturbed: true },
  { few: false, processors: many, perturbed: true },
  { few: true, processors: all, perturbed: false },
  { few: true, processors: one, perturbed: true },
  { few: false, processors: (cores) => [1, 4 * cores], perturbed: false },
  { few: true, processors: many, perturbed: true }
];
function variationOf(request) {
  const { run, cores, tests, mayRepeat, mayChoose } = request;
  const kind = kinds[run % kinds.length];
  const seed = seedOf(request.package, request.seed, run);
  const few = kind.few && mayChoose && tests.length > fewTests;
  const chosen = few ? chooseTests(tests, run) : tests;
  const processors = [...new Set(kind.processors(cores))];
  return {
    tests: few ? chosen.map(({ name }) => name) : null,
    count: mayRepeat ? countFor(chosen) : 1,
    shuffle: seed,
    processors: mayRepeat ? processors : processors.slice(-1),
    perturb: kind.perturbed ? seed : 0
  };
}
function chooseTests(tests, run) {
  const turns = Math.ceil(tests.length / fewTests);
  const fewBefore = kinds.slice(0, run % kinds.length).filter(({ few }) => few).length;
  const fewEach = kinds.filter(({ few }) => few).length;
  const turn = (Math.floor(run / kinds.length) * fewEach + fewBefore) % turns;
  return tests.slice(turn * fewTests, (turn + 1) * fewTests);
}
function countFor(tests) {
  const once = tests.reduce((sum, { elapsedMs }) => sum + Math.max(1, elapsedMs), 0);
  return Math.max(1, Math.min(maxCount, Math.floor(repeatMs / Math.max(1, once))));
}
function plain(variation, count) {
  return { ...variation, count, shuffle: null, processors: [], perturb: 0 };
}

// src/run/stress/stress-once.ts
import { rm } from "node:fs/promises";

// src/stress/stress-flags.ts
function stressFlags({ count, shuffle, processors, perturb }, timeoutMs, gorace) {
  const cpu = processors.join(",");
  const first = processors[0];
  const named = [
    ...shuffle === null ? [] : [`-shuffle=${String(shuffle)}`],
    ...cpu === "" ? [] : [`-cpu=${cpu}`],
    ...count === 1 ? [] : [`-count=${String(count)}`]
  ];
  return {
    flags: [
      `-test.shuffle=${shuffle === null ? "off" : String(shuffle)}`,
      // Empty: as many as GOMAXPROCS says.
      `-test.cpu=${cpu}`,
      `-test.count=${String(count)}`,
      `-test.timeout=${String(Math.ceil(timeoutMs))}ms`,
      "-test.bench="
    ],
    env: {
      ...first === void 0 ? {} : { GOMAXPROCS: String(first) },
      GORACE: withoutWaiting(gorace)
    },
    changes: [
      ...named,
      ...perturb === 0 ? [] : [`disturbed scheduling, seed ${String(perturb)}`]
    ]
  };
}
function withoutWaiting(gorace) {
  return gorace.includes("atexit_sleep_ms") ? gorace : `${gorace} atexit_sleep_ms=0`.trim();
}

// src/run/stress/run-limits.ts
var graceMs = 1e4;
var printMs = 1500;
var leastHurriedMs = 1500;
var hurriedFactor = 2;
function runLimits(state, leftMs) {
  const { patienceMs, expectedMs, mayHurry } = state;
  const maxMs = Math.max(1e3, Math.min(leftMs, patienceMs + graceMs));
  const hurriedMs = leftMs - printMs;
  const isHurried = mayHurry && hurriedMs < patienceMs && hurriedMs >= Math.max(leastHurriedMs, hurriedFactor * expectedMs);
  return { timeoutMs: isHurried ? hurriedMs : patienceMs, maxMs, isHurried };
}
function controlLimits({ patienceMs }) {
  return { timeoutMs: patienceMs, maxMs: Math.max(1e3, patienceMs), isHurried: false };
}
function mayBeOfItsDeadline({ timeoutMs, isHurried }, tookMs) {
  return isHurried && tookMs >= timeoutMs / 2;
}

// src/run/stress/stuck-run.ts
function stuckRun({ fold, attempt }, running, repository) {
  const written = attempt?.crashText ?? "";
  const printed = written === "" ? outputs(fold).join("\n") : written;
  if (isCut(printed)) return null;
  const parser = createGoroutineParser();
  for (const line of printed.split("\n")) parser.push(line);
  parser.end();
  return looksStuck(parser.goroutines, running, repository);
}
function isStuckAtOnce({ kind, confidence }) {
  return kind === "cycle" || confidence === "confirmed";
}
function outputs(fold) {
  if (fold === null) return [];
  return [
    fold.output.text(),
    ...[...fold.running.values()].map((excerpt) => excerpt.text()),
    ...fold.failures.map(({ output }) => output)
  ];
}
function isCut(text) {
  return text.length >= maxCrashBytes || text.includes(" characters left out, the log file has ");
}

// src/run/stress/stress-once.ts
var controlRuns = 3;
var overdueFactor = 10;
async function stressOnce(state, variation, request) {
  const { expectedMs, spentMs } = state;
  const limits = runLimits(state, request.leftMs);
  const ended = await runVaried(state, variation, request, limits);
  if (ended === null) return;
  const { result, judgement } = ended;
  switch (judgement.kind) {
    case "passed":
      countPass(state, judgement.ended);
      break;
    case "failed":
      if (judgement.isProven || !await isExcused(state, variation, ended, { request, limits })) {
        keep(state, result);
        return;
      }
      break;
    case "timed-out":
      if (isFinding(ended, judgement.running, state, { request, limits })) {
        keep(state, result);
        return;
      }
      if (limits.isHurried) cutOff(state, { expectedMs, spentMs });
      else notInTime(state);
      break;
    case "cut":
      cutOff(state, { expectedMs, spentMs });
      break;
    case "not-run":
      state.over = true;
      note(state, judgement.because);
  }
  await discard(result);
}
function isFinding({ result }, running, state, { request, limits }) {
  const stuck = stuckRun(result, running, request.repository);
  if (limits.isHurried) return stuck !== null && isStuckAtOnce(stuck);
  return stuck !== null || reachedOwnTimeout(state, request);
}
function notInTime(state) {
  const seconds = String(Math.round(state.patienceMs / 1e3));
  note(state, `a run did not end within ${seconds} s; its tests did not wait for each other`);
  state.patienceMs *= 4;
  state.overdue++;
}
function cutOff(state, before) {
  note(state, "a run was ended because the time was over");
  if (state.spentMs - before.spentMs > overdueFactor * before.expectedMs) state.overdue++;
}
function keep(state, { attempt }) {
  state.runs++;
  state.over = true;
  state.failedIn = attempt?.number ?? null;
}
async function discard({ folder, attempt }) {
  await rm(folder, { recursive: true, force: true });
  if (attempt !== null) await rm(attempt.folder, { recursive: true, force: true });
}
async function runVaried(state, variation, request, limits) {
  const order = orderOf(state, variation, request, limits);
  if (order === null) return null;
  const began = request.now();
  state.attempted++;
  const result = await request.rerun(order);
  const tookMs = request.now() - began;
  countTime(state, tookMs);
  const { fold, timedOut, attempt } = result;
  return { result, judgement: judgeRun({ fold, timedOut, end: attempt?.end ?? null }), tookMs };
}
function orderOf(state, variation, request, { timeoutMs, maxMs }) {
  const selection = variation.tests === null ? [] : selectionOf(state, variation.tests, request);
  if (selection === null) return null;
  const { flags, env, changes } = stressFlags(variation, timeoutMs, request.gorace);
  return {
    package: state.package,
    purpose: "stress",
    flags: [...flags, ...selection],
    tests: variation.tests === null ? null : [...variation.tests],
    ...{ env, changes, perturb: variation.perturb, maxMs }
  };
}
function selectionOf(state, wanted, { goMinor, user }) {
  const { declared } = state;
  const found = selectTests({ declared, wanted, leaveOut: [], user, goMinor });
  const [only, ...others] = "problem" in found ? [] : found;
  if (only !== void 0 && others.length === 0) return only.flags;
  state.mayChoose = false;
  note(state, "problem" in found ? found.problem : "its tests cannot be chosen a few at a time");
  return null;
}
async function isExcused(state, variation, { judgement, tookMs }, { request, limits }) {
  if (await failsByHurry(state, variation, request, { ...limits, tookMs })) return true;
  const test = judgement.kind === "failed" ? judgement.test : null;
  return failsAnyway(state, variation, test, request);
}
async function failsByHurry(state, variation, request, run) {
  if (!run.isHurried) return false;
  const limits = { ...run, maxMs: run.timeoutMs };
  const isTooLate = mayBeOfItsDeadline(run, run.tookMs);
  if (!isTooLate && !await failsAgain(state, plain(variation, 1), request, limits)) return false;
  state.mayHurry = false;
  const seconds = (run.timeoutMs / 1e3).toFixed(1);
  note(state, `a failure with a -timeout of ${seconds} s, all that was left, is not counted`);
  return true;
}
async function failsAnyway(state, variation, test, request) {
  const repeats = variation.count > 1 || variation.processors.length > 1;
  if (!repeats && variation.tests === null) return false;
  const control = plain(variation, repeats ? 2 : 1);
  for (let run = 0; run < controlRuns; run++)
    if (!await failsAgain(state, control, request)) return false;
  const alone = variation.tests !== null && await failsAgain(state, plain(variation, 1), request);
  const name = test ?? "a test";
  if (alone) {
    state.mayChoose = false;
    note(state, `${name} fails without the other tests of the package: they run together only`);
  } else {
    state.mayRepeat = false;
    note(state, `${name} fails when it is repeated in one process: each test runs once a process`);
  }
  return true;
}
async function failsAgain(state, control, request, limits = controlLimits(state)) {
  if (request.stopped()) return false;
  const ended = await runVaried(state, control, request, limits);
  if (ended === null) return false;
  await discard(ended.result);
  return ended.judgement.kind === "failed";
}
function reachedOwnTimeout({ patienceMs }, { timeoutMs }) {
  return timeoutMs !== null && patienceMs >= timeoutMs;
}

// src/run/stress/stress-leg.ts
async function stressLeg(request) {
  const { budgetMs, now, stopped, progress } = request;
  const began = now();
  const states = request.packages.map((of) => newPackageState(of, budgetMs));
  for (; ; ) {
    const leftMs = budgetMs - (now() - began);
    const state = stopped() ? null : nextTurn(states, leftMs);
    if (state === null) break;
    const runs = states.reduce((sum, { runs: count }) => sum + count, 0);
    progress({ package: state.package, runs, spentMs: budgetMs - leftMs, budgetMs });
    await takeTurn(state, { ...request, leftMs });
  }
  const over = stopped() ? "the run was stopped" : "the time was over";
  for (const state of states)
    if (state.attempted === 0 && !state.over) note(state, `${over} before its first repetition`);
  return { budgetMs, spentMs: now() - began, packages: states.map(stressed) };
}
function stressed(state) {
  return {
    ...{ package: state.package, runs: state.runs, repetitions: repetitionsOf(state) },
    elapsedMs: state.spentMs,
    ...state.overdue === 0 ? {} : { overdue: state.overdue },
    ...{ because: state.because, failedIn: state.failedIn, notes: state.notes }
  };
}
var controls = 4;
async function takeTurn(state, request) {
  const { seed, cores, leftMs } = request;
  const enough = leftMs >= (1 + controls) * state.expectedMs;
  const variation = variationOf({
    ...{ package: state.package, run: state.attempted, seed, cores, tests: state.tests },
    mayRepeat: state.mayRepeat && enough,
    mayChoose: state.mayChoose && enough
  });
  try {
    await stressOnce(state, variation, request);
  } catch (error) {
    state.over = true;
    note(state, error.message);
  }
}

// src/run/stress/stress-packages.ts
async function stressPackages(recovery, ports) {
  const { request, runPlan, leg, rerun } = recovery;
  const { out, plan, cancellation, progress, directory } = request;
  const budgetMs = plan.leg.stressMs;
  if (budgetMs === null || cancellation.requested() !== null) return;
  const packages = await passedPackages(recovery, ports);
  if (packages.length === 0) return;
  const { timeout, run, skip } = plan.leg.goTestFlags;
  const report = await stressLeg({
    ...{ rerun, packages, budgetMs, goMinor: leg.goMinor, user: { run, skip } },
    now: () => performance.now(),
    stopped: () => cancellation.requested() !== null,
    progress: (status) => {
      progress.stressing(leg.name, status);
    },
    seed: seedOf2(runPlan.run),
    cores: availableParallelism(),
    gorace: plan.env["GORACE"] ?? "",
    timeoutMs: timeout === null ? null : parseDuration(timeout),
    repository: repositoryAt(directory)
  });
  await writeStress(out, leg.name, report);
  await noteCulprits(recovery);
}
async function passedPackages({ request, runPlan, leg }, ports) {
  const { out, directory } = request;
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Map(
    packages.filter(({ ending, cached }) => ending === "passed" && !cached).map((run) => [run.package, run])
  );
  const planned = leg.packages.filter((item) => passed.has(item.package));
  const hints = await stressHints({ out, directory, packages: planned }, ports);
  return planned.flatMap((item) => {
    const run = passed.get(item.package);
    const hint = hints.get(item.package);
    if (run === void 0 || hint === void 0) return [];
    return [
      {
        ...{ package: item.package, declared: item.declared, testMain: item.testMain, hints: hint },
        elapsedMs: run.elapsedMs,
        testMs: new Map(
          (run.tests.cases ?? []).map(([name, , elapsedMs]) => [name, elapsedMs ?? 0])
        )
      }
    ];
  });
}
function seedOf2(run) {
  const digits = /[0-9a-f]{6,8}/.exec(run.replaceAll("-", ""))?.[0] ?? "1";
  return Number.parseInt(digits, 16);
}
export {
  stressPackages
};
