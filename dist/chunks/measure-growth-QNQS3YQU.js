import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  judgeRun
} from "./chunk-R7KUIQTQ.js";
import {
  selectTests
} from "./chunk-E6RA3DVR.js";
import {
  assembleLeg,
  readCancel,
  writeMemoryLeaks
} from "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import {
  stableName
} from "./chunk-RGVDOE3Y.js";
import {
  repositoryAt
} from "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-ZFXW6GAV.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-U6CEAT6P.js";
import {
  heapColumns,
  maxUnpackedBytes,
  readProfile
} from "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import {
  locateFrame
} from "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import {
  readBoundedBytes
} from "./chunk-VAXDAKPX.js";
import {
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
import {
  declaredTest,
  testOfStack
} from "./chunk-ISKTQOTD.js";
import {
  isSurroundings
} from "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-BMXZFYSJ.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/run/memory-growth/measure-growth.ts
import { mkdir, rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/heap/per-run/steady-growth.ts
var floorBytes = 8 * 1024;
var sigmas = 6;
var steadyFactor = 3.5;
function steadyGrowth(points) {
  const first = points[0];
  const last = points.at(-1);
  if (first === void 0 || last === void 0 || points.length < 3) return null;
  const grown = last.bytes - first.bytes;
  const noise = sigmas * Math.sqrt(first.variance + last.variance);
  if (grown < Math.max(floorBytes, noise)) return null;
  const slopes = points.slice(1).map((point, at) => slope(points[at], point));
  const least = Math.min(...slopes);
  if (least <= 0 || Math.max(...slopes) > steadyFactor * least) return null;
  return Math.round(slope(first, last));
}
function slope(from, to) {
  return (to.bytes - from.bytes) / (to.repetitions - from.repetitions);
}

// src/heap/per-run/growing-sites.ts
function growingSites(runs) {
  const last = runs.at(-1)?.sites ?? /* @__PURE__ */ new Map();
  const found = [];
  for (const [key, site] of last) {
    const points = runs.map(({ repetitions, sites }) => {
      const { bytes = 0, variance = 0 } = sites.get(key) ?? {};
      return { repetitions, bytes, variance };
    });
    const bytesPerRun = steadyGrowth(points);
    if (bytesPerRun !== null) found.push({ ...site, key, bytesPerRun });
  }
  return found.sort((a, b) => b.bytesPerRun - a.bytesPerRun || (a.key < b.key ? -1 : 1));
}

// src/heap/per-run/memory-leak.ts
import { createHash } from "node:crypto";
var maxFrames = 20;
function memoryLeak(found) {
  const { site, repository, test, repetitions } = found;
  const { file, line } = site.site;
  const name = stableName(site.site, site.site, repository);
  return {
    kind: "memory",
    confidence: "consistent",
    package: found.package,
    legs: [found.leg],
    fingerprint: createHash("sha256").update(["memory", found.package, name].join("\n")).digest("hex").slice(0, 16),
    test,
    state: `${listed(repetitions)} repetitions compared`,
    goroutines: 0,
    bytesPerRun: site.bytesPerRun,
    site: { file, line, function: site.site.function },
    createdBy: null,
    frames: site.frames.slice(0, maxFrames).map((frame) => locateFrame(frame, repository) ?? frame),
    standing: "unknown",
    accepted: null
  };
}
function listed(numbers) {
  const words = numbers.map(String);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

// src/run/memory-growth/repeat-tests.ts
import { rm } from "node:fs/promises";
import { join } from "node:path";

// src/heap/per-run/site-bytes.ts
function sitesInUse(profile, repository) {
  const columns = heapColumns(profile.sampleTypes);
  if (columns === null) return null;
  const rate = profile.period ?? 1;
  const sites = /* @__PURE__ */ new Map();
  for (const { frames, values } of profile.samples()) {
    const bytes = values[columns.inuseBytes] ?? 0;
    if (bytes <= 0) continue;
    const site = siteOf(frames, repository);
    if (site === null) continue;
    const test = testOf(frames);
    const key = `${site.function}
${site.file}
${String(site.line)}
${test ?? ""}`;
    const known = sites.get(key) ?? { site, test, frames, bytes: 0, variance: 0, largest: 0 };
    known.bytes += bytes;
    known.variance += varianceOf(bytes, values[columns.inuseObjects] ?? 0, rate);
    if (bytes > known.largest) {
      known.largest = bytes;
      known.frames = frames;
    }
    sites.set(key, known);
  }
  return sites;
}
function siteOf(frames, repository) {
  for (const frame of frames) {
    if (isSurroundings(frame)) continue;
    const located = locateFrame(frame, repository);
    if (located !== null) return located;
  }
  return null;
}
function testOf(frames) {
  const own = testOfStack(frames);
  if (own !== null) return own;
  for (const frame of frames.toReversed()) {
    const test = declaredTest(frame.function);
    if (test !== null && test !== "TestMain") return test;
  }
  return null;
}
function varianceOf(bytes, objects, rate) {
  if (objects <= 0 || rate <= 1) return 0;
  const size = bytes / objects;
  const taken = 1 - Math.exp(-size / rate);
  return size * size * objects * (1 - taken) / taken;
}

// src/run/memory-growth/repeat-tests.ts
var profileRate = 512;
var collections = { often: { GOGC: "10" }, always: { GOMEMLIMIT: "1" } };
async function repeatTests(request, selection, repetitions, collection) {
  const profile = join(request.scratch, `repeated-${String(repetitions)}.pprof`);
  const result = await request.rerun({
    ...{ package: request.package, purpose: "leaks", changes: [`-count=${String(repetitions)}`] },
    tests: selection.tests,
    flags: [
      ...selection.flags,
      `-test.count=${String(repetitions)}`,
      ...["-test.cpu=", "-test.shuffle=off", "-test.bench="],
      `-test.memprofile=${profile}`,
      `-test.memprofilerate=${String(profileRate)}`
    ],
    env: collections[collection],
    maxMs: request.maxMs
  });
  const { fold, timedOut, attempt } = result;
  const judgement = judgeRun({ fold, timedOut, end: attempt?.end ?? null });
  const bytes = judgement.kind === "passed" ? await readBoundedBytes(profile, maxUnpackedBytes) : null;
  await rm(result.folder, { recursive: true, force: true });
  await rm(profile, { force: true });
  switch (judgement.kind) {
    case "failed": {
      const failed = fold?.failures.map(({ test }) => test) ?? [];
      const names = [...failed, ...fold?.running.keys() ?? []].map(topLevel);
      return { kind: "failed", tests: [...new Set(names)] };
    }
    case "timed-out":
      return { kind: "failed", tests: [...new Set(judgement.running.map(topLevel))] };
    case "cut":
      return { kind: "problem", because: "there was no time to repeat its tests" };
    case "not-run":
      return { kind: "problem", because: judgement.because };
    case "passed":
      return read(bytes, request.repository);
  }
}
function read(bytes, repository) {
  if (bytes === null)
    return { kind: "problem", because: "it left no heap profile: its TestMain may end it early" };
  const reading = readProfile(bytes);
  if (reading.kind === "refused")
    return { kind: "problem", because: `its heap profile cannot be used: ${reading.because}` };
  const sites = sitesInUse(reading.profile, repository);
  return sites === null ? { kind: "problem", because: "its profile is no heap profile" } : { kind: "measured", sites };
}
function topLevel(test) {
  return test.split("/", 1)[0] ?? test;
}

// src/run/memory-growth/compare-runs.ts
var leastStep = 2;
async function compareRuns(search, tests, plan, collection) {
  const selection = selectOnly(search, tests);
  if ("because" in selection) return selection;
  const runs = [];
  let perRunMs = 0;
  for (const planned of plan) {
    const began = search.now();
    const leftMs = search.until - began;
    if (search.stopped() || leftMs <= 0)
      return { kind: "problem", because: "the time was over before its memory was measured" };
    const before = runs.at(-1)?.repetitions ?? 0;
    const repetitions = Math.min(planned, Math.floor(leftMs / Math.max(perRunMs, 1e-3)));
    if (repetitions < leastStep * before)
      return { kind: "problem", because: "its tests take too long to be repeated" };
    const repeated = await repeatTests(
      { ...search, maxMs: leftMs },
      selection,
      repetitions,
      collection
    );
    if (repeated.kind !== "measured") return repeated;
    runs.push({ repetitions, sites: repeated.sites });
    perRunMs = (search.now() - began) / repetitions;
  }
  return { kind: "runs", runs };
}
function selectOnly({ declared, user, goMinor }, wanted) {
  const all = new Set(declared.map(({ name }) => name)).size;
  if (wanted.length === all) return { flags: [], tests: null };
  const found = selectTests({ declared, wanted, leaveOut: [], user, goMinor });
  if ("problem" in found) return { kind: "problem", because: found.problem };
  const [only, ...others] = found;
  return only === void 0 || others.length > 0 ? { kind: "problem", because: "its tests cannot be chosen one by one" } : only;
}

// src/run/memory-growth/memory-growth.ts
var together = [1, 4, 16];
var alone = [4, 32, 128];
var halving = [2, 8, 24];
var maxSuspects = 20;
async function memoryGrowth(request) {
  const search = { ...request, until: request.now() + request.budgetMs, notes: [] };
  const { notes } = search;
  try {
    return { leaks: await leaksOf(search), notes };
  } catch (error) {
    notes.push(error.message);
    return { leaks: [], notes };
  }
}
async function leaksOf(search) {
  const { tests, sites } = await growthTogether(search);
  const suspects = /* @__PURE__ */ new Map();
  for (const site of sites) {
    const test = site.test !== null && tests.includes(site.test) ? site.test : null;
    const chosen = test === null ? await halve(search, tests, site) : [test];
    const key = chosen.join("\n");
    suspects.set(key, [...suspects.get(key) ?? [], site]);
  }
  const leaks = [];
  for (const [key, found] of [...suspects].slice(0, maxSuspects))
    leaks.push(...await confirm(search, key.split("\n"), found));
  return leaks;
}
async function growthTogether(search) {
  let tests = [...new Set(search.declared.map(({ name }) => name))];
  for (let round = 0; round < 2 && tests.length > 0; round++) {
    const compared = await compareRuns(search, tests, together, "often");
    if (compared.kind === "runs") return { tests, sites: growingSites(compared.runs) };
    if (compared.kind === "problem") {
      search.notes.push(compared.because);
      break;
    }
    const failed = new Set(compared.tests);
    for (const test of failed)
      search.notes.push(`${test} fails when it is repeated in one process: not looked at`);
    tests = tests.filter((test) => !failed.has(test));
    if (failed.size === 0) break;
  }
  return { tests: [], sites: [] };
}
async function halve(search, tests, site) {
  if (tests.length <= 1) return tests;
  const middle = Math.ceil(tests.length / 2);
  for (const half of [tests.slice(0, middle), tests.slice(middle)]) {
    const compared = await compareRuns(search, half, halving, "often");
    if (compared.kind !== "runs") continue;
    const grows = growingSites(compared.runs).some(({ key }) => key === site.key);
    if (grows) return halve(search, half, site);
  }
  return tests;
}
async function confirm(search, tests, suspects) {
  const { package: name, leg, repository } = search;
  const compared = await compareRuns(search, tests, alone, "always");
  if (compared.kind !== "runs") {
    const why = compared.kind === "problem" ? compared.because : "it fails when it is repeated without the other tests";
    for (const { site } of suspects)
      search.notes.push(
        `memory that is allocated at ${site.file}:${String(site.line)} grows with each repetition; no leak is reported: ${why}`
      );
    return [];
  }
  const grown = new Map(growingSites(compared.runs).map((site) => [site.key, site]));
  const repetitions = compared.runs.map((run) => run.repetitions);
  const test = tests.length === 1 ? tests[0] ?? null : null;
  return suspects.flatMap(({ key }) => {
    const site = grown.get(key);
    if (site === void 0) return [];
    return [memoryLeak({ package: name, leg, site, test, repetitions, repository })];
  });
}

// src/run/memory-growth/measure-growth.ts
var packageBudgetMs = 6e4;
var legBudgetMs = 6e5;
var maxNotes = 20;
async function measureGrowth({
  request,
  runPlan,
  leg,
  rerun
}) {
  const { out, cancellation, progress, directory } = request;
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Set(
    packages.filter(({ ending, cached }) => ending === "passed" && !cached).map((run) => run.package)
  );
  const scratch = join2(layout.leg(out, leg.name), "growth");
  await mkdir(scratch, { recursive: true });
  const repository = repositoryAt(directory);
  const began = performance.now();
  const until = began + legBudgetMs;
  const stopped = () => cancellation.requested() !== null;
  const leaks = [];
  const seen = [];
  try {
    for (const planned of leg.packages) {
      const budgetMs = Math.min(packageBudgetMs, until - performance.now());
      if (stopped() || budgetMs <= 0) break;
      if (!passed.has(planned.package)) continue;
      progress.measuringMemory(leg.name, planned.package);
      const found = await memoryGrowth({
        ...{ rerun, package: planned.package, leg: leg.name, declared: planned.declared },
        ...{ user: leg.testPatterns, goMinor: leg.goMinor, scratch, repository, budgetMs, stopped },
        now: () => performance.now()
      });
      leaks.push(...found.leaks);
      seen.push(
        found.notes.length === 0 ? { package: planned.package, how: "all" } : { package: planned.package, how: "some", notes: found.notes.slice(0, maxNotes) }
      );
    }
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
  await writeMemoryLeaks(out, leg.name, {
    ...{ leaks, seen, spentMs: performance.now() - began }
  });
}
export {
  measureGrowth
};
