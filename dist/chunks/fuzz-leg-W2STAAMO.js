import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chooseInputs,
  corpusFolder,
  isInput,
  maxInputBytes,
  maxStoredInputs,
  parseInputPath
} from "./chunk-3B7QNTED.js";
import {
  isTracked,
  openStore,
  readHead
} from "./chunk-Q5NST6EV.js";
import {
  assembleLeg,
  readCancel,
  readRunPlan,
  runGoTest
} from "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import "./chunk-RGVDOE3Y.js";
import "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import {
  dumpsCores,
  shimFile
} from "./chunk-ZFXW6GAV.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import {
  dataLimitBytes,
  fuzzFolder,
  hangMs,
  keepInput,
  keptInput,
  mayHaveOutgrownItsShare,
  newInputs,
  nextPass,
  noteSeeds,
  pastPass,
  placeInput,
  replayLimitBytes,
  restoreSeeds,
  softLimitBytes,
  targetNames,
  wasFull,
  whyUnwritable,
  writeFuzzProblems,
  writeFuzzRecord,
  writeFuzzResult
} from "./chunk-U6CEAT6P.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import {
  goTestCommand,
  ownOutputs
} from "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import {
  readBoundedBytes
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
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
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  parseDuration
} from "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/run/fuzz/fuzz-leg.ts
import { availableParallelism } from "node:os";

// src/fuzz/fuzz-flags.ts
function fuzzFlags(order, words) {
  const { target, fuzzMs, workers, minimiseMs: minimiseMs2 } = order;
  return [
    "-run=^$",
    `-fuzz=^${target}$`,
    `-fuzztime=${String(fuzzMs)}ms`,
    ...minimiseMs2 === null ? [] : [`-fuzzminimizetime=${String(minimiseMs2)}ms`],
    ...workers === null ? [] : [`-parallel=${String(workers)}`],
    "-count=1",
    "-vet=off",
    ...withdrawn(words)
  ];
}
function replayFlags(target, name, { timeoutMs, times }, words) {
  return [
    `-run=^${target}$/^${name}$`,
    `-timeout=${String(timeoutMs)}ms`,
    `-count=${String(times)}`,
    "-vet=off",
    ...withdrawn(words)
  ];
}
var withdrawals = [
  ["coverprofile", ""],
  ["cpuprofile", ""],
  ["memprofile", ""],
  ["blockprofile", ""],
  ["mutexprofile", ""],
  ["trace", ""],
  ["cover", "false"],
  ["bench", ""],
  ["skip", ""],
  ["shuffle", "off"]
];
function withdrawn(words) {
  return withdrawals.filter(([flag]) => words.some((word) => isFlag(word, flag))).map(([flag, value]) => `-${flag}=${value}`);
}
function isFlag(word, flag) {
  return [`-${flag}`, `--${flag}`, `-test.${flag}`, `--test.${flag}`].some(
    (form) => word === form || word.startsWith(`${form}=`)
  );
}

// src/run/fuzz/fuzz-run.ts
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function nextFuzzFolder({ out, plan }) {
  const parent = dirname(fuzzFolder(out, plan.leg.name, 1));
  await mkdir(parent, { recursive: true });
  const taken = (await readdir(parent)).map(Number).filter(Number.isInteger);
  const folder = fuzzFolder(out, plan.leg.name, Math.max(0, ...taken) + 1);
  await mkdir(folder);
  return folder;
}
async function runFuzzTest(request, run) {
  const { plan, guard } = request;
  const { folder, record, planned, maxMs } = run;
  const overlay = await overlayOf(request, run);
  const extraFlags = [...run.flags, ...ownFolder(request, folder)];
  const command = goTestCommand(plan, overlay, { patterns: [planned.package], extraFlags });
  await writeFile(goTestFiles.shim(folder), JSON.stringify(shimOf(request, run)));
  const number = Number(folder.slice(folder.lastIndexOf("/") + 1)) || 1;
  await writeFuzzRecord(folder, { schema: 1, number, ...record, command });
  const began = Date.now();
  await runGoTest({
    ...{ keeper: plan.probe.keeper, folder, command, maxMs, directory: request.directory },
    ceilingBytes: guard.ceilingBytes,
    tiers: guard.tiers,
    env: { ...run.env, ...plan.env },
    cancellation: request.cancellation,
    onChunk: () => void 0,
    onPoll: () => Promise.resolve()
  });
  const elapsedMs = Date.now() - began;
  return { elapsedMs, overran: elapsedMs >= maxMs };
}
function ownFolder({ plan }, folder) {
  return ownOutputs(plan, folder).filter((flag) => /^-(?:o|outputdir)=/.test(flag));
}
async function overlayOf({ out, plan }, { folder, record }) {
  if (record.purpose !== "fuzz") return goTestFiles.overlay(layout.leg(out, plan.leg.name));
  const path = goTestFiles.overlay(folder);
  await writeFile(path, JSON.stringify({ Replace: plan.userOverlay }));
  return path;
}
function shimOf(request, run) {
  const { plan, out, guard, snapshot } = request;
  const { folder, record, planned } = run;
  const isReplay = record.purpose !== "fuzz";
  const common = shimFile({
    ...{ out, folder, snapshot, run: request.run, keep: "none", diagnose: "" },
    plan: {
      ...plan,
      packages: [isReplay ? planned : { ...planned, injection: "none" }],
      leg: { ...plan.leg, heapProfile: false }
    },
    cores: { enabled: false, pattern: "" },
    usableBytes: guard.usableBytes,
    rerun: { number: 0, place: join(folder, "records"), leaks: false }
  });
  return { ...common, dataLimitBytes: record.dataLimitBytes ?? 0 };
}

// src/run/fuzz/stored-corpus.ts
import { mkdir as mkdir2, readdir as readdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
var inputsPerRead = 500;
async function openCorpus({
  settings,
  ports,
  plan
}) {
  const { directory, heap } = settings;
  const { run, env, baseline } = ports;
  const store = openStore(heap.baseline, { run, env, directory, ...baseline });
  if (store === null) return null;
  const head = await readHead(run, env, directory);
  const cache = join2(plan.go.gocache, "fuzz");
  return {
    restore: (targets) => restore(store, cache, targets.filter(isPlain)),
    keep: (targets) => keep(store, cache, targets.filter(isPlain), { head, baseline, branches: heap.branches })
  };
}
async function restore(store, cache, targets) {
  const listed = await store.list();
  if (listed.kind === "problem") return [`no stored inputs: ${listed.problem}`];
  const folders = new Map(
    targets.map((one) => [corpusFolder(one.package, one.target), folderOf(cache, one)])
  );
  const wanted = listed.paths.map(parseInputPath).filter((input) => input !== null && folders.has(input.folder)).slice(0, maxStoredInputs);
  let damaged = 0;
  for (let start = 0; start < wanted.length; start += inputsPerRead) {
    const some = wanted.slice(start, start + inputsPerRead).filter((input) => input !== null);
    const read = await store.read(some.map(({ path }) => path));
    if (read.kind === "problem") return [`not all stored inputs: ${read.problem}`];
    for (const { path, folder, name } of some) {
      const bytes = read.files.get(path);
      const to = folders.get(folder);
      if (bytes === void 0 || to === void 0) continue;
      if (isInput(name, bytes)) await put(to, name, bytes);
      else damaged++;
    }
  }
  return damaged === 0 ? [] : [`${plural(damaged, "stored input")} damaged, and left out`];
}
async function put(folder, name, bytes) {
  await mkdir2(folder, { recursive: true });
  await writeFile2(join2(folder, name), bytes, { flag: "wx" }).catch(() => void 0);
}
async function keep(store, cache, targets, { head, baseline, branches }) {
  if (!isTracked(baseline.event, head, branches).record) return [];
  const listed = await store.list();
  if (listed.kind === "problem") return [`inputs not kept: ${listed.problem}`];
  const found = [];
  for (const one of targets) found.push(...await inputsOf(cache, one));
  const { files, leftOut } = chooseInputs(found, listed.paths);
  const full = leftOut === 0 ? [] : [`${plural(leftOut, "input")} not kept: the store holds as many as it may`];
  if (files.length === 0) return full;
  const added = await store.add(files, `Inputs of fuzz targets at ${head.commit ?? ""}`);
  return added.kind === "problem" ? [`inputs not kept: ${added.problem}`] : full;
}
async function inputsOf(cache, one) {
  const from = folderOf(cache, one);
  const folder = corpusFolder(one.package, one.target);
  const found = [];
  for (const name of (await readdir2(from).catch(() => [])).sort()) {
    if (!/^[0-9a-f]{16}$/.test(name)) continue;
    const bytes = await readBoundedBytes(join2(from, name), maxInputBytes + 1);
    if (bytes !== null && isInput(name, bytes)) found.push({ folder, name, bytes });
  }
  return found;
}
function folderOf(cache, { package: name, target }) {
  return join2(cache, ...name.split("/"), target);
}
function isPlain({ package: name, target }) {
  return [...name.split("/"), target].every((part) => !/^\.{0,2}$/.test(part));
}

// src/run/fuzz/fuzz-leg.ts
var netMs = 6e5;
var minimiseMs = 1e4;
var replayMs = 2 * hangMs;
var boundedTimes = [1, 1, 1, 2, 2, 2];
async function fuzzLeg(request, kept) {
  const { fuzzMs } = request.plan.leg;
  if (fuzzMs === null || request.cancellation.requested() !== null) return;
  const targets = await targetsOf(request);
  if (targets.length === 0) return;
  const names = targets.map(({ planned, name }) => ({ package: planned.package, target: name }));
  const corpus = await openCorpus(kept);
  const problems = await corpus?.restore(names) ?? [];
  await fuzzAll(request, targets, fuzzMs);
  if (request.cancellation.requested() === null)
    problems.push(...await corpus?.keep(names) ?? []);
  if (problems.length > 0) await writeFuzzProblems(request.out, request.plan.leg.name, problems);
}
async function fuzzAll(request, targets, fuzzMs) {
  for (const target of targets) {
    const past = [];
    let next = {
      ...{ fuzzMs, bounded: true, because: "" },
      workers: workersOf(request.plan.leg.goTestFlags.words)
    };
    request.progress.fuzzStarted(
      request.plan.leg.name,
      target.planned.package,
      target.name,
      fuzzMs
    );
    while (next !== null) {
      if (request.cancellation.requested() !== null) return;
      past.push(await pass(request, target, next, fuzzMs));
      next = request.cancellation.requested() === null ? nextPass(past, fuzzMs) : null;
    }
  }
}
async function targetsOf({ out, plan }) {
  const runPlan = await readRunPlan(out);
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === void 0) return [];
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Set(
    packages.filter((run) => run.ending === "passed").map((run) => run.package)
  );
  return plan.packages.filter((planned) => passed.has(planned.package)).flatMap((planned) => targetNames(planned).map((name) => ({ planned, name })));
}
function workersOf(words) {
  const given = words.findLast((word) => isFlag(word, "parallel") && word.includes("="));
  const workers = Number(given?.slice(given.indexOf("=") + 1));
  return Number.isInteger(workers) && workers > 0 ? workers : availableParallelism();
}
async function pass(request, { planned, name }, next, budgetMs) {
  const { words } = request.plan.leg.goTestFlags;
  const folder = await nextFuzzFolder(request);
  const seeds = await noteSeeds(folder, planned.dir, name);
  const result = {
    ...{ schema: 1, elapsedMs: 0, overran: false, input: null, problems: [] }
  };
  const unwritable = await whyUnwritable(seeds);
  if (unwritable !== null)
    result.problems.push(`an input that fails while fuzzing cannot be kept: ${unwritable}`);
  const userSays = words.some((word) => isFlag(word, "fuzzminimizetime"));
  try {
    const ended = await runFuzzTest(request, {
      ...{ folder, planned, maxMs: next.fuzzMs + netMs },
      record: {
        ...{ package: planned.package, target: name, purpose: "fuzz", input: null, budgetMs },
        ...{ fuzzMs: next.fuzzMs, workers: next.workers },
        dataLimitBytes: dataLimit(request, next),
        because: next.because === "" ? null : next.because
      },
      flags: fuzzFlags(
        {
          ...{ target: name, fuzzMs: next.fuzzMs, workers: next.workers },
          minimiseMs: userSays ? null : minimiseMs
        },
        words
      ),
      env: softLimit(request, next)
    });
    Object.assign(result, ended);
    const [found] = await newInputs(seeds);
    if (found !== void 0) {
      await keepInput(keptInput(folder, name, found.name), found.bytes);
      result.input = { name: found.name, bytes: found.bytes.length };
    }
  } finally {
    await restored(result, () => restoreSeeds(folder, seeds));
    await writeFuzzResult(folder, result);
  }
  const isCancelled = () => request.cancellation.requested() !== null;
  const read = () => pastPass({ out: request.out, leg: request.plan.leg.name, cancelled: isCancelled() }, folder);
  if (result.input === null || isCancelled()) return read();
  const again = { target: { planned, name }, path: keptInput(folder, name, result.input.name) };
  await replay(request, { ...again, next, limitBytes: null, times: 1 });
  let past = await read();
  if (!mayHaveOutgrownItsShare(past) || wasFull(past)) return past;
  for (const times of boundedTimes) {
    if (past.needsMore || isCancelled()) break;
    await replay(request, { ...again, next, limitBytes: past.dataLimitBytes, times });
    past = await read();
  }
  return past;
}
async function replay(request, order) {
  const { path: inputPath, limitBytes, next, times } = order;
  const { planned, name } = order.target;
  const bytes = await readBoundedBytes(inputPath, 128 << 20);
  if (bytes === null) return;
  const input = inputPath.slice(inputPath.lastIndexOf("/") + 1);
  const { words, timeout } = request.plan.leg.goTestFlags;
  const userMs = timeout === null ? 0 : parseDuration(timeout) ?? 0;
  const timeoutMs = userMs > 0 ? Math.min(userMs, replayMs) : replayMs;
  const folder = await nextFuzzFolder(request);
  const seeds = await noteSeeds(folder, planned.dir, name);
  const result = {
    ...{ schema: 1, elapsedMs: 0, overran: false, problems: [] },
    input: { name: input, bytes: bytes.length }
  };
  try {
    await placeInput(seeds, input, bytes);
    const ended = await runFuzzTest(request, {
      ...{ folder, planned, maxMs: timeoutMs + netMs },
      record: {
        ...{ package: planned.package, target: name, input, because: null },
        ...{ budgetMs: timeoutMs, fuzzMs: 0, workers: 1 },
        purpose: limitBytes === null ? "replay" : "bounded-replay",
        dataLimitBytes: limitBytes === null ? null : replayLimitBytes(limitBytes, Buffer.from(bytes).toString("latin1"))
      },
      flags: replayFlags(name, input, { timeoutMs, times }, words),
      env: limitBytes === null ? {} : softLimit(request, next)
    });
    Object.assign(result, ended);
  } finally {
    await restored(result, () => restoreSeeds(folder, seeds));
    await writeFuzzResult(folder, result);
  }
}
async function restored(result, restore2) {
  try {
    await restore2();
  } catch (error) {
    result.problems.push(`the package's testdata/fuzz could not be cleaned up: ${String(error)}`);
  }
}
function dataLimit({ plan, guard }, { workers, bounded }) {
  const ceiling = guard.ceilingBytes ?? guard.usableBytes;
  const isPlain2 = dumpsCores(plan.leg);
  if (!bounded || ceiling === null || !isPlain2 || plan.go.goos !== "linux") return null;
  return dataLimitBytes(ceiling, workers);
}
function softLimit({ guard }, { workers }) {
  const ceiling = guard.ceilingBytes ?? guard.usableBytes;
  return ceiling === null ? {} : { GOMEMLIMIT: String(softLimitBytes(ceiling, workers)) };
}
export {
  fuzzLeg
};
