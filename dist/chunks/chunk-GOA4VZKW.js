import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  counted,
  together
} from "./chunk-I6ZSWVEF.js";
import {
  isWrapper,
  plainName,
  sourceText,
  stableName,
  withLeakStanding,
  withStanding
} from "./chunk-RGVDOE3Y.js";
import {
  readComparison,
  readGrowth,
  repositoryAt
} from "./chunk-UT7K35KJ.js";
import {
  coreGaps,
  readCoreLedger,
  shimFile
} from "./chunk-ZFXW6GAV.js";
import {
  measuresGrowth
} from "./chunk-VX6ODH4P.js";
import {
  leakSchema
} from "./chunk-NOHGBNC5.js";
import {
  heapRecordSchema
} from "./chunk-FEIOFHOH.js";
import {
  diedOfLimit,
  fitsPackage,
  hasDied,
  judge,
  packagesToConfirm
} from "./chunk-ZHOZXKHT.js";
import {
  kindsThatFail,
  worstFirst
} from "./chunk-A4M5YG7X.js";
import {
  bareCrash,
  carryOver,
  causeFacts,
  completeness,
  createCrashScanner,
  culprits,
  decideEnding,
  diagnose,
  endingFacts,
  failureMessage,
  gatherGaps,
  givesResults,
  noDiagnosis,
  parseCrashFile,
  peakRssBytes,
  readAttempts,
  readBlackBox,
  readDiagnosis,
  readFuzz,
  readGoTest,
  readLeg,
  reconcile,
  reportAttempt,
  resultsOf,
  sayings,
  writeRerun,
  writeStarted
} from "./chunk-U6CEAT6P.js";
import {
  heapColumns,
  maxUnpackedBytes,
  readProfile,
  readRounds
} from "./chunk-37YTOFUQ.js";
import {
  needsLog,
  writeLogs
} from "./chunk-O3GBPBQZ.js";
import {
  followFile,
  readChunks,
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  keeperGone,
  readMarker,
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  baseName,
  binaryName,
  createGoroutineParser,
  creationOf,
  endings,
  goTestCommand,
  guiltOfStack,
  guiltyFrame,
  guiltyLine,
  investigate,
  isForeign,
  isSameLine,
  joined,
  locateFrame,
  moduleOf,
  noRepository,
  nobody,
  ownCode,
  ownOutputs,
  plainFrame,
  plainPath,
  readWaits,
  related,
  testedPackage,
  testedPackageOf,
  thirdPartyBefore,
  waitOf,
  waitingGoroutines,
  waitsForTests
} from "./chunk-YCSXZ3FE.js";
import {
  enclosingFunction,
  readBounded,
  readBoundedBytes,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  buildTextOf,
  createExcerpt,
  endsProcess,
  isBenchmark
} from "./chunk-E2SX27TT.js";
import {
  clearestFirst,
  outOfMemory
} from "./chunk-DTPM72IW.js";
import {
  others,
  partingWords,
  shared,
  testOfPlaces
} from "./chunk-LJR2BSKZ.js";
import {
  effortFor,
  sharedEffort,
  waitsCutText
} from "./chunk-COOM7LNL.js";
import {
  baseOfTest,
  declaredTest,
  isTestRunner,
  testOfStack
} from "./chunk-ISKTQOTD.js";
import {
  isGoFile,
  isGuard,
  isRuntime,
  isStandardLibrary,
  isSurroundings,
  packageOf,
  shortName,
  userFrame
} from "./chunk-T4JS6IWF.js";
import {
  innermost,
  longestRunning,
  runningSince,
  soleInnermost,
  topLevel
} from "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  parseDuration
} from "./chunk-MYAVKQUZ.js";
import {
  _enum,
  _nonnegative,
  array,
  int,
  literal,
  nullable,
  number,
  object,
  omit,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/run/cancel-record.ts
var cancelSchema = object({ signal: string(), at: number() });
async function writeCancel(out, signal) {
  await writeAtomically(layout.cancel(out), `${JSON.stringify({ signal, at: Date.now() })}
`);
}
async function readCancel(out) {
  const text = await readBounded(layout.cancel(out), 1 << 16);
  if (text === null) return null;
  try {
    return cancelSchema.parse(JSON.parse(text));
  } catch {
    return { signal: "unknown", at: 0 };
  }
}

// src/run/leaks/memory-leaks.ts
import { join } from "node:path";
var fileSchema = object({
  schema: literal(1),
  leaks: array(omit(leakSchema, { standing: true, accepted: true, expired: true })),
  /** Packages that were measured: of some of them not to the end. */
  seen: array(
    object({
      package: string(),
      how: _enum(["all", "some"]),
      /** What could not be looked at, and why. */
      notes: optional(array(string()))
    })
  ),
  spentMs: optional(number().check(_nonnegative()))
});
var parse = recordParser(fileSchema);
var maxFileBytes = 16 << 20;
function pathOf(out, leg) {
  return join(layout.leg(out, leg), "memory-leaks.json");
}
async function writeMemoryLeaks(out, leg, file) {
  await writeAtomically(pathOf(out, leg), JSON.stringify({ schema: 1, ...file }));
}
async function memorySearchMs(out, leg) {
  return parse(await readBounded(pathOf(out, leg), maxFileBytes))?.spentMs ?? 0;
}
async function readMemoryLeaks(out, legs) {
  const leaks2 = [];
  const seen = /* @__PURE__ */ new Map();
  for (const { name } of legs) {
    const file = parse(await readBounded(pathOf(out, name), maxFileBytes));
    for (const leak of file?.leaks ?? []) if (leak.kind === "memory") leaks2.push(leak);
    for (const one of file?.seen ?? []) seen.set(`${name} ${one.package}`, one);
  }
  const of = ({ leg, package: name }) => seen.get(`${leg} ${name}`);
  return { leaks: leaks2, seen: (run) => of(run)?.how, notes: (run) => of(run)?.notes ?? [] };
}

// src/run/run-plan.ts
async function writeRunPlan(out, plan) {
  await writeAtomically(layout.plan(out), `${JSON.stringify(plan)}
`);
}
var maxPlanBytes = 512 << 20;
async function readRunPlan(out) {
  try {
    const plan = JSON.parse(await readBounded(layout.plan(out), maxPlanBytes) ?? "");
    return plan.schema === 1 && Array.isArray(plan.legs) ? plan : null;
  } catch {
    return null;
  }
}

// src/run/attempt-run.ts
import { basename, relative } from "node:path";
var maxFailures = 500;
var maxNames = 5e3;
async function assembleRun({ evidence, planned, out, plan, cancel }, { goTest, fold, records, cached, declared, diagnosis }) {
  const { leg } = evidence;
  const tests2 = completeness(declared, fold, leg.repeats);
  const last = records.at(-1) ?? null;
  const own = cached ? null : last;
  const facts = endingFacts({
    ...{ leg, fold, cached, last: own, goEnd: goTest.goEnd },
    missingTests: tests2.unfinished.length + tests2.neverRan.length,
    cancelledAt: cancel?.at ?? null
  });
  const ending = decideEnding(facts);
  const snapshot = own === null ? null : await readBlackBox(own, plan.directory);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached,
    cause: null,
    attempts: records.map((record, at) => ({
      ...reportAttempt(record, endingOf(record, ending), out, record === last ? snapshot : null),
      ...at > 0 && !hasStarted(records[at - 1]) ? { purpose: "start-again" } : {}
    })),
    elapsedMs: fold?.elapsedMs ?? last?.end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes(records),
    output: ending === "passed" || ending === "no-tests" ? "" : packageOutput(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, planned, plan.directory),
      unfinished: tests2.unfinished.slice(0, maxNames),
      neverRan: tests2.neverRan.slice(0, maxNames),
      cases: (fold?.cases ?? []).map(({ test, outcome, elapsedMs }) => [test, outcome, elapsedMs])
    }
  };
  run.cause = diagnose(
    causeFacts({
      ...{ run, fold, goTest, planned, diagnosis, last: own, ending: facts, race: leg.race },
      blackBox: snapshot?.blackBox ?? null,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids
    })
  );
  const { file: crashText, fileIsReliable } = facts.crash;
  return { run, crashText, fileIsReliable, fold, events: goTest.folder };
}
function endingOf(record, ending) {
  return hasStarted(record) ? ending : "not-started";
}
function hasStarted(record) {
  return (record?.end?.startError ?? null) === null;
}
function failures(fold, planned, directory) {
  const folder = relative(directory, planned.dir);
  return culprits(fold?.failures ?? []).slice(0, maxFailures).map((failed) => {
    const message = failureMessage(failed);
    const at = message.file === null ? declaredAt(failed, planned) : message;
    const file = at.file === null ? null : [folder, at.file].filter(Boolean).join("/");
    return { ...message, file, line: at.line };
  });
}
function declaredAt({ test, output }, { declared }) {
  const found = declared.find(({ name }) => name === test);
  if (found === void 0 || found.kind !== "example" && output.trim() !== "")
    return { file: null, line: null };
  return { file: basename(found.file), line: found.line };
}
function packageOutput(evidence, fold) {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  const { stream, goStderr } = evidence;
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  else if (fold.buildFailed) excerpt.add(buildTextOf(fold, stream.builds, goStderr));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? "");
  return excerpt.text();
}

// src/run/heap-record.ts
import { writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/heap/heap-amounts.ts
function noAmounts() {
  return { allocBytes: 0, allocObjects: 0, inuseBytes: 0 };
}
function addAmounts(sums, more) {
  sums.allocBytes += more.allocBytes;
  sums.allocObjects += more.allocObjects;
  sums.inuseBytes += more.inuseBytes;
}
function byAmounts(a, b) {
  return b.allocBytes - a.allocBytes || b.inuseBytes - a.inuseBytes || b.allocObjects - a.allocObjects;
}
function isNothing({ allocBytes, allocObjects, inuseBytes }) {
  return allocBytes === 0 && allocObjects === 0 && inuseBytes === 0;
}

// src/heap/heap-places.ts
var nowhereElse = {
  package: "",
  modulePath: null,
  moduleDirectory: "",
  repositoryDirectory: ""
};
function isOwn({ modulePath, ...places }, frame) {
  if (isSurroundings(frame)) return false;
  const path = packageOf(frame.function).replace(/_test$/, "");
  if (path === places.package.replace(/_test$/, "")) return true;
  if (modulePath === null || modulePath === "std") return false;
  return path === modulePath || path.startsWith(`${modulePath}/`);
}
function isChargeable(places, frame) {
  return isOwn(places, frame) || !isStandardLibrary(frame) && !isSurroundings(frame);
}
function repositoryFile(places, { function: name, file }) {
  const { moduleDirectory, repositoryDirectory, modulePath } = places;
  const inRepository = below(repositoryDirectory, file);
  if (inRepository !== null) return inRepository;
  const inModule = modulePath === null ? null : below(modulePath, file);
  if (inModule !== null) {
    const folder = below(repositoryDirectory, moduleDirectory);
    return folder === null ? inModule : `${folder}/${inModule}`;
  }
  const bare = below(moduleDirectory, file);
  if (bare !== null) return bare;
  if (!file.includes("/")) return file;
  if (isGoFile(file)) return file.slice(file.lastIndexOf("/src/") + 1).replace(/^src\//, "");
  return `${packageOf(name)}/${file.slice(file.lastIndexOf("/") + 1)}`;
}
function below(directory, file) {
  return directory !== "" && file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : null;
}

// src/heap/function-rows.ts
var rankings = [
  ({ flat }) => flat.allocBytes,
  ({ cumulative }) => cumulative.allocBytes,
  ({ charged }) => charged.allocBytes,
  ({ charged }) => charged.inuseBytes
];
var maxEach = 200;
var maxLines = 5;
var maxNameLength = 1e3;
function functionRows(functions2, places) {
  const all = [...functions2].filter(({ lastSample }) => lastSample >= 0);
  const listed2 = new Set(
    rankings.flatMap(
      (amount) => all.filter((sums) => amount(sums) > 0).sort((a, b) => amount(b) - amount(a)).slice(0, maxEach)
    )
  );
  const rows3 = [...listed2].sort((a, b) => byAmounts(a.charged, b.charged) || byAmounts(a.flat, b.flat)).map((sums) => functionRow(sums, places));
  const rest = all.filter((sums) => !listed2.has(sums));
  return rest.length === 0 ? rows3 : [...rows3, restRow(rest)];
}
function functionRow(sums, options) {
  const places = [...sums.places.values()].sort(byWeight);
  const [main2] = places;
  const caller = main2.own ? null : largest(sums.callers);
  return {
    ...position(main2, options),
    ...amountFields(sums),
    lines: places.filter(({ frame, charged }) => frame.file === main2.frame.file && !isNothing(charged)).slice(0, maxLines).map(({ frame, charged }) => ({ line: frame.line, ...charged })),
    test: largest(sums.tests),
    calledFrom: caller === null ? null : position(caller, options)
  };
}
function restRow(rest) {
  const flat = noAmounts();
  const charged = noAmounts();
  for (const sums of rest) {
    addAmounts(flat, sums.flat);
    addAmounts(charged, sums.charged);
  }
  return {
    ...{ function: others, file: "", line: 0 },
    // Cumulative amounts of several functions overlap: only what they allocated themselves is known of all.
    ...amountFields({ flat, cumulative: flat, charged }),
    lines: [],
    test: null,
    calledFrom: null
  };
}
function amountFields({
  flat,
  cumulative,
  charged
}) {
  return {
    ...flat,
    cumulativeAllocBytes: cumulative.allocBytes,
    cumulativeAllocObjects: cumulative.allocObjects,
    cumulativeInuseBytes: cumulative.inuseBytes,
    chargedAllocBytes: charged.allocBytes,
    chargedAllocObjects: charged.allocObjects,
    chargedInuseBytes: charged.inuseBytes
  };
}
function position({ frame }, options) {
  return {
    function: frame.function.slice(0, maxNameLength),
    file: repositoryFile(options, frame).slice(-maxNameLength),
    line: frame.line
  };
}
function byWeight(a, b) {
  return byAmounts(a.charged, b.charged) || b.flatBytes - a.flatBytes || b.throughBytes - a.throughBytes || a.frame.line - b.frame.line;
}
function largest(sums) {
  let best = null;
  let most = -1;
  for (const [key, value] of sums) {
    if (value <= most) continue;
    most = value;
    best = key;
  }
  return best;
}

// src/heap/function-sums.ts
function functionTable(options) {
  const functions2 = /* @__PURE__ */ new Map();
  return { functions: functions2, placeOf: (frame) => findPlace(functions2, frame, options) };
}
function findPlace(functions2, frame, options) {
  let owner = functions2.get(frame.function);
  if (owner === void 0) {
    owner = newFunction(frame.function);
    functions2.set(frame.function, owner);
  }
  const key = `${String(frame.line)} ${frame.file}`;
  let place2 = owner.places.get(key);
  if (place2 === void 0) {
    place2 = newPlace(owner, frame, options);
    owner.places.set(key, place2);
  }
  return place2;
}
function newFunction(name) {
  return {
    name,
    places: /* @__PURE__ */ new Map(),
    flat: noAmounts(),
    cumulative: noAmounts(),
    charged: noAmounts(),
    tests: /* @__PURE__ */ new Map(),
    callers: /* @__PURE__ */ new Map(),
    lastSample: -1
  };
}
function newPlace(owner, frame, options) {
  return {
    owner,
    frame,
    charged: noAmounts(),
    flatBytes: 0,
    throughBytes: 0,
    own: isOwn(options, frame),
    chargeable: isChargeable(options, frame),
    standardLibrary: isStandardLibrary(frame),
    testRunner: isTestRunner(frame.function),
    declaredTest: declaredTest(frame.function)
  };
}

// src/heap/sampling-error.ts
function samplingError(rate) {
  let variance = 0;
  let sum2 = 0;
  return {
    add(objects, bytes) {
      if (objects === 0 || bytes === 0) return;
      sum2 += bytes;
      if (rate <= 1) return;
      const size = bytes / objects;
      const missed = Math.exp(-size / rate);
      variance += size * bytes * missed / (1 - missed);
    },
    relative: () => sum2 > 0 ? Math.sqrt(variance) / sum2 : null
  };
}

// src/heap/stack-holders.ts
var maxHolders = 10;
var maxFrames = 64;
var maxNameLength2 = 1e3;
function stackHolders() {
  const numbers = /* @__PURE__ */ new Map();
  const holdings = /* @__PURE__ */ new Map();
  const numberOf = (place2) => {
    const known2 = numbers.get(place2) ?? numbers.size;
    if (known2 === numbers.size) numbers.set(place2, known2);
    return known2;
  };
  return {
    add(places, bytes, objects) {
      const key = places.map(numberOf).join(" ");
      const holding = holdings.get(key);
      if (holding === void 0) holdings.set(key, { places: [...places], bytes, objects });
      else {
        holding.bytes += bytes;
        holding.objects += objects;
      }
    },
    largest: (options) => [...holdings.values()].sort((a, b) => b.bytes - a.bytes).slice(0, maxHolders).map(({ places, bytes, objects }) => ({
      frames: places.slice(0, maxFrames).map(({ frame }) => ({
        function: frame.function.slice(0, maxNameLength2),
        file: repositoryFile(options, frame).slice(-maxNameLength2),
        line: frame.line
      })),
      inuseBytes: bytes,
      inuseObjects: objects
    }))
  };
}

// src/heap/heap-figures.ts
var maxTests = 500;
var maxNameLength3 = 300;
function heapFigures(profile, options) {
  const columns = heapColumns(profile.sampleTypes);
  if (columns === null) return null;
  const rate = profile.period ?? 0;
  const totals = { ...noAmounts(), inuseObjects: 0 };
  const table = functionTable(options);
  const tests2 = /* @__PURE__ */ new Map();
  const holders2 = stackHolders();
  const error = samplingError(rate);
  const nowhere = table.placeOf({ function: "(unknown)", file: "", line: 0 });
  const places = profile.frames.map(table.placeOf);
  const stack = [];
  let sample = 0;
  for (const { frames, values } of profile.stacks()) {
    const inuseObjects = values[columns.inuseObjects] ?? 0;
    const amounts = {
      allocBytes: values[columns.allocBytes] ?? 0,
      allocObjects: values[columns.allocObjects] ?? 0,
      inuseBytes: values[columns.inuseBytes] ?? 0
    };
    if (isNothing(amounts) && inuseObjects === 0) continue;
    addAmounts(totals, amounts);
    totals.inuseObjects += inuseObjects;
    error.add(amounts.allocObjects, amounts.allocBytes);
    stack.length = 0;
    for (const index of frames) stack.push(places[index] ?? nowhere);
    if (stack.length === 0) stack.push(nowhere);
    const test = testOfPlaces(stack);
    addTest(tests2, test ?? shared, amounts);
    addToFunctions(stack, amounts, test, sample++);
    if (amounts.inuseBytes > 0) holders2.add(stack, amounts.inuseBytes, inuseObjects);
  }
  return {
    totals,
    tests: testRows(tests2),
    functions: functionRows(table.functions.values(), options),
    holders: holders2.largest(options),
    sampling: { rate, relativeError: rate > 0 ? error.relative() : null }
  };
}
function addToFunctions(places, amounts, test, sample) {
  const [leaf] = places;
  let charged = null;
  let caller = null;
  for (const place2 of places) {
    const { owner } = place2;
    if (charged === null && place2.chargeable) charged = place2;
    if (caller === null && place2.own) caller = place2;
    if (owner.lastSample === sample) continue;
    owner.lastSample = sample;
    addAmounts(owner.cumulative, amounts);
    place2.throughBytes += amounts.allocBytes;
  }
  charged ??= leaf;
  addAmounts(leaf.owner.flat, amounts);
  leaf.flatBytes += amounts.allocBytes;
  addAmounts(charged.owner.charged, amounts);
  addAmounts(charged.charged, amounts);
  for (const { owner } of charged.owner === leaf.owner ? [leaf] : [leaf, charged]) {
    addTo(owner.tests, test, amounts.allocBytes);
    if (caller !== null && caller.owner !== owner) addTo(owner.callers, caller, amounts.allocBytes);
  }
}
function addTest(tests2, test, amounts) {
  let sums = tests2.get(test);
  if (sums === void 0) {
    sums = noAmounts();
    tests2.set(test, sums);
  }
  addAmounts(sums, amounts);
}
function testRows(tests2) {
  const rows3 = [...tests2].map(([test, sums2]) => ({ test: test.slice(0, maxNameLength3), ...sums2 })).sort(byAmounts);
  const rest = rows3.splice(maxTests);
  if (rest.length === 0) return rows3;
  const sums = noAmounts();
  for (const row of rest) addAmounts(sums, row);
  return [...rows3, { test: others, ...sums }];
}
function addTo(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

// src/run/heap-memo.ts
var maxMemoBytes = 32 << 20;
var count = int().check(_nonnegative());
var { tests, functions, holders, sampling } = heapRecordSchema.shape;
var memoSchema = object({
  /** Files are named relative to these. */
  places: object({
    package: string(),
    modulePath: nullable(string()),
    moduleDirectory: string(),
    repositoryDirectory: string()
  }),
  figures: object({
    totals: object({
      allocBytes: count,
      allocObjects: count,
      inuseBytes: count,
      inuseObjects: count
    }),
    ...{ tests, functions, holders, sampling }
  })
});
function parseFigures(json, places) {
  try {
    const parsed = memoSchema.safeParse(JSON.parse(json ?? ""));
    if (!parsed.success) return null;
    const names2 = Object.keys(places);
    const same = names2.every((name) => parsed.data.places[name] === places[name]);
    return same ? parsed.data.figures : null;
  } catch {
    return null;
  }
}

// src/run/heap-record.ts
var measured = /* @__PURE__ */ new Set(["passed", "failed"]);
var noFigures = {
  metrics: {
    allocBytes: null,
    allocObjects: null,
    inuseBytes: null,
    inuseObjects: null,
    liveHeapPeakBytes: null,
    peakRssBytes: null,
    goroutinesAtEnd: null
  },
  tests: [],
  functions: [],
  holders: [],
  benchmarks: []
};
async function heapRecord(request) {
  const { run, records } = request;
  if (run.ending === "no-tests") return [];
  const identity = { package: run.package, leg: run.leg, outcome: run.ending };
  const unsampled = { rate: 0, relativeError: null };
  if (!measured.has(run.ending)) return [{ ...identity, ...noFigures, sampling: unsampled }];
  const figures = records.hasProfile ? await figuresOf(request) : null;
  if (figures === null && records.timeline.samples === 0) return [];
  const { totals, ...lists } = figures ?? { totals: null, sampling: unsampled };
  return [
    {
      ...identity,
      ...noFigures,
      metrics: {
        ...noFigures.metrics,
        ...totals,
        liveHeapPeakBytes: records.timeline.liveHeapPeakBytes,
        peakRssBytes: run.peakRssBytes,
        goroutinesAtEnd: records.timeline.goroutinesAtEnd
      },
      ...lists,
      benchmarks: request.benchmarks
    }
  ];
}
async function figuresOf({ records, store, places }) {
  const memo = records.start === null ? null : join2(store, records.start.record, "figures-1.json");
  const known2 = memo === null ? null : parseFigures(await readBounded(memo, maxMemoBytes), places);
  if (known2 !== null) return known2;
  const bytes = await readBoundedBytes(join2(records.folder, "heap.pprof"), maxUnpackedBytes);
  const reading = bytes === null ? null : readProfile(bytes);
  const figures = reading?.kind === "profile" ? heapFigures(reading.profile, places) : null;
  if (memo !== null && figures !== null)
    await writeFile(memo, JSON.stringify({ places, figures })).catch(() => void 0);
  return figures;
}
function heapPlaces({ directory, source }, planned) {
  const below2 = source.directory === "" ? "" : `/${source.directory}`;
  return {
    package: planned.package,
    modulePath: planned.modulePath,
    moduleDirectory: planned.moduleDir ?? "",
    repositoryDirectory: directory.endsWith(below2) ? directory.slice(0, directory.length - below2.length) : directory
  };
}

// src/run/killed-build.ts
function isRebuild(results) {
  return ({ round, evidence }) => evidence === results && round.purpose === "rebuild";
}
function killedBuild(request, results) {
  const { evidence, planned } = request;
  const { main: main2, leg } = evidence;
  if (results === main2 || !evidence.rounds.some(isRebuild(results))) return null;
  const fold = main2.stream.packages.get(planned.package) ?? null;
  const missing = completeness(planned.declared, fold, leg.repeats);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending: "build-failed",
    cached: false,
    cause: null,
    attempts: [],
    elapsedMs: null,
    peakRssBytes: null,
    output: "",
    tests: { passed: 0, failed: 0, skipped: 0, failures: [], ...missing }
  };
  const ending = endingFacts({
    leg,
    goEnd: main2.goEnd,
    fold,
    last: null,
    cached: false,
    missingTests: missing.unfinished.length + missing.neverRan.length,
    cancelledAt: null
  });
  const cause = diagnose(
    causeFacts({
      run,
      ending,
      race: leg.race,
      planned,
      fold,
      goTest: main2,
      last: null,
      blackBox: null,
      diagnosis: noDiagnosis,
      cancelSignal: null,
      kernelPids: request.plan.kernelPids
    })
  );
  return {
    number: 0,
    ending: "build-failed",
    exitCode: null,
    signal: null,
    coreDumped: false,
    limits: {},
    elapsedMs: null,
    peakRssBytes: null,
    ...cause === null ? {} : { cause }
  };
}

// src/run/recover/coverage-gap.ts
var what = "the coverage profile (-coverprofile) has nothing of what ran in further attempts: go test writes it at the end of its own run";
function coverageGap(first, further, again) {
  const asked = first.some(({ start }) => namesProfile(start?.args ?? []));
  const more = again || further.some(({ purpose }) => purpose !== "stress");
  return asked && more ? what : null;
}
function namesProfile(args) {
  const end = args.findIndex((arg) => !arg.startsWith("-") || arg === "--");
  const own = end < 0 ? args : args.slice(0, end);
  return own.some((arg) => /^--?test\.coverprofile=/.test(arg));
}

// src/run/recover/run-rerun.ts
import { mkdir as mkdir2, readdir, writeFile as writeFile3 } from "node:fs/promises";
import { delimiter, dirname, join as join4 } from "node:path";

// src/run/go-test-run.ts
import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
var pollMs = 100;
async function runGoTest(request) {
  const { folder } = request;
  const events = await open(goTestFiles.events(folder), "w");
  const stderr = await open(goTestFiles.goStderr(folder), "w");
  const keeper = spawn(request.keeper, keeperArguments(request), {
    cwd: request.directory,
    env: { ...request.env, CRASH_GUARD_SHIM: goTestFiles.shim(folder) },
    stdio: ["pipe", events.fd, stderr.fd],
    // A session of its own: Ctrl-C reaches us, and we tell the keeper, which knows what to end in which order.
    detached: true,
    windowsHide: true
  });
  const ended = waitFor(keeper);
  const stopListening = forwardCancellation(keeper, request);
  const tail = await followFile(goTestFiles.events(folder), request.onChunk);
  try {
    for (; ; ) {
      const over = await Promise.race([ended.then(() => true), sleep(pollMs)]);
      await tail.read();
      if (over) break;
      await request.onPoll();
    }
  } finally {
    stopListening();
    await Promise.all([tail.close(), events.close(), stderr.close()]);
  }
  const failure = await ended;
  if (failure !== null) throw new Error(`the keeper could not be started: ${failure.message}`);
}
function keeperArguments({ folder, ceilingBytes, tiers, command }) {
  const guard = ceilingBytes === null ? [] : ["-ceiling", String(ceilingBytes), "-tiers", tiers.join(",")];
  return [folder, ...guard, "--", ...command];
}
function forwardCancellation(keeper, { cancellation, maxMs }) {
  keeper.stdin?.on("error", () => void 0);
  const tell = (signal, urgent) => {
    keeper.stdin?.write(`${urgent ? "SIGKILL" : signal}
`);
  };
  const requested = cancellation.requested();
  if (requested !== null) tell(requested, false);
  const alarm = maxMs === null ? null : setTimeout(() => {
    tell("SIGKILL", true);
  }, maxMs);
  const stop = cancellation.onRequest(tell);
  return () => {
    if (alarm !== null) clearTimeout(alarm);
    stop();
  };
}
function waitFor(child) {
  return new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", () => {
      resolve(null);
    });
  });
}
function sleep(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, false).unref();
  });
}

// src/run/recover/kept-binary.ts
import { lstat, mkdir, mkdtemp, rm, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
var patienceMs = 3e5;
async function keptBinary(request, name) {
  const own = await goTestAttempts(request, name);
  for (const attempt of own.toReversed()) {
    const found = await binaryOf(attempt);
    if (found !== null) return found;
  }
  const last = own.at(-1);
  if (last === void 0) return { problem: "its test binary never started" };
  await linkAgain(request, name, last.folder);
  return await binaryOf(last) ?? {
    problem: "its test binary was not kept, and could not be linked once more"
  };
}
async function startArguments(request, name) {
  return (await goTestAttempts(request, name)).at(-1)?.start?.args ?? [];
}
async function goTestAttempts({ out, plan, run }, name) {
  const attempts = await readAttempts(layout.package(out, plan.leg.name, name));
  return attempts.filter(
    ({ start, diagnose: diagnose2 }) => start?.run === run && (start.rerun ?? 0) === 0 && !diagnose2
  );
}
async function binaryOf({ folder, start }) {
  const path = join3(folder, binaryName);
  const file = await lstat(path).catch(() => null);
  return file?.isFile() === true && start?.args !== void 0 ? { path, args: start.args } : null;
}
async function linkAgain(request, name, target) {
  const { out, plan, guard } = request;
  const planned = plan.packages.find((item) => item.package === name);
  if (planned === void 0) return;
  const leg = layout.leg(out, plan.leg.name);
  await mkdir(leg, { recursive: true });
  const folder = await mkdtemp(join3(leg, "link-"));
  try {
    const shim = shimFile({
      ...{ out, folder, run: request.run, snapshot: request.snapshot, diagnose: "", keep: "only" },
      plan: { ...plan, packages: [planned] },
      cores: { enabled: false, pattern: "" },
      usableBytes: guard.usableBytes,
      rerun: { number: 0, place: target, leaks: false }
    });
    await writeFile2(goTestFiles.shim(folder), JSON.stringify(shim));
    const extraFlags = ["-vet=off", "-count=1", ...ownOutputs(plan, folder)];
    await runGoTest({
      ...{ keeper: plan.probe.keeper, folder, maxMs: patienceMs, directory: request.directory },
      command: goTestCommand(plan, goTestFiles.overlay(leg), { patterns: [name], extraFlags }),
      ceilingBytes: guard.ceilingBytes,
      tiers: guard.tiers,
      env: plan.env,
      cancellation: request.cancellation,
      onChunk: () => void 0,
      onPoll: () => Promise.resolve()
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// src/run/recover/rerun-arguments.ts
var dropped = new Set(
  "testlogfile coverprofile gocoverdir outputdir cpuprofile memprofile memprofilerate blockprofile mutexprofile trace fuzzcachedir".split(" ")
);
function rerunArguments(args, flags) {
  const outdone = new Set(flags.map(nameOf));
  const end = args.findIndex((arg) => !arg.startsWith("-") || arg === "--");
  const own = end < 0 ? args : args.slice(0, end);
  const kept = own.filter((arg) => {
    const name = nameOf(arg);
    return name === null || !(dropped.has(name) || outdone.has(name));
  });
  return [...flags, ...kept, ...end < 0 ? [] : args.slice(end)];
}
function nameOf(flag) {
  return /^--?test\.(?<name>[^=]+)/.exec(flag)?.groups?.["name"] ?? null;
}
function timeoutOf(args) {
  const flag = args.find((arg) => /^--?test\.timeout=/.test(arg));
  return flag === void 0 ? null : flag.slice(flag.indexOf("=") + 1);
}

// src/run/recover/run-rerun.ts
var graceMs = 6e4;
async function whyNotAgain(request, name) {
  const kept = await keptBinary(request, name);
  return "problem" in kept ? kept.problem : null;
}
function openReruns(request) {
  let running = Promise.resolve();
  const started = /* @__PURE__ */ new Set();
  return (order) => {
    const result = running.then(() => runAgain(request, order, started));
    running = result.catch(() => void 0);
    return result;
  };
}
async function runAgain(request, order, started) {
  const { out, plan, guard } = request;
  const planned = plan.packages.find((item) => item.package === order.package);
  const kept = await keptBinary(request, order.package);
  if (planned === void 0 || "problem" in kept)
    throw new Error("problem" in kept ? kept.problem : `${order.package} is not in the plan`);
  const { number: number2, folder } = await nextFolder(out, plan.leg.name);
  const place2 = placeOf(request, order, folder);
  const command = commandOf(request, planned, kept, order);
  const shim = shimFile({
    ...{ out, folder, run: request.run, snapshot: request.snapshot, keep: "none", diagnose: "" },
    plan: { ...plan, packages: [planned] },
    cores: givesResults(order.purpose) ? request.cores : { enabled: false, pattern: "" },
    usableBytes: guard.usableBytes,
    rerun: {
      ...{ number: number2, place: place2, perturb: order.perturb ?? 0 },
      leaks: givesResults(order.purpose) || order.purpose === "leak-tests"
    }
  });
  await writeFile3(goTestFiles.shim(folder), JSON.stringify(shim));
  await writeRerun(folder, {
    ...{ schema: 1, number: number2, package: order.package, purpose: order.purpose, command },
    ...{ tests: order.tests === null ? null : [...order.tests], changes: [...order.changes] }
  });
  if (givesResults(order.purpose)) started.add(number2);
  await writeStarted(out, plan.leg.name, started);
  const maxMs = order.maxMs ?? netMs([...order.flags, ...kept.args]);
  const began = Date.now();
  await runGoTest({
    ...{ keeper: plan.probe.keeper, folder, command, maxMs, directory: planned.dir },
    ceilingBytes: guard.ceilingBytes,
    tiers: guard.tiers,
    env: environmentOf(request, planned, order),
    cancellation: request.cancellation,
    onChunk: () => void 0,
    onPoll: () => Promise.resolve()
  });
  await writeStarted(out, plan.leg.name, started);
  const timedOut = maxMs !== null && Date.now() - began >= maxMs;
  const { stream } = await readGoTest(folder);
  return {
    fold: stream.packages.get(order.package) ?? null,
    attempt: await attemptOf(place2, request.run, number2),
    ...{ number: number2, folder, timedOut }
  };
}
function placeOf(request, order, folder) {
  return givesResults(order.purpose) ? layout.package(request.out, request.plan.leg.name, order.package) : join4(folder, "records");
}
function commandOf({ plan }, planned, kept, order) {
  const wrapper = plan.leg.goTestFlags.exec;
  const wrap = wrapper.length === 0 ? [] : ["-wrap", String(wrapper.length), ...wrapper];
  const args = rerunArguments(kept.args, order.flags);
  const convert = ["go", "tool", "test2json", "-t", "-p", planned.package];
  return [...convert, plan.probe.shim, ...wrap, kept.path, ...args];
}
function environmentOf({ plan }, planned, order) {
  const bin = join4(plan.go.goroot, "bin");
  const path = plan.env["PATH"] ?? "";
  return {
    ...plan.env,
    PATH: path === "" ? bin : `${bin}${delimiter}${path}`,
    PWD: planned.dir,
    ...order.env
  };
}
function netMs(args) {
  const timeout = timeoutOf(args);
  const ms = timeout === null ? null : parseDuration(timeout);
  return ms === null || ms === 0 ? null : ms + graceMs;
}
async function attemptOf(place2, run, number2) {
  const attempts = await readAttempts(place2);
  return attempts.find((attempt) => isOf(attempt, run, number2)) ?? null;
}
function isOf({ start, end }, run, number2) {
  const record = start ?? end;
  return record?.run === run && (record.rerun ?? 0) === number2;
}
async function nextFolder(out, leg) {
  const parent = dirname(layout.rerun(out, leg, 1));
  await mkdir2(parent, { recursive: true });
  const taken = new Set(await readdir(parent));
  let number2 = 1;
  while (taken.has(String(number2))) number2++;
  const folder = layout.rerun(out, leg, number2);
  await mkdir2(folder);
  return { number: number2, folder };
}

// src/recovery/active-tests.ts
function activeTests(fold) {
  if (fold === null) return [];
  return innermost(
    [...fold.running.keys()].filter((test) => !isBenchmark(test) && !fold.paused.has(test))
  );
}

// src/recovery/excused.ts
function excusedTests(attempts) {
  const last = attempts.at(-1);
  if (last?.ending !== "passed") return [];
  const excused = /* @__PURE__ */ new Set();
  for (const [at, attempt] of attempts.entries()) {
    if (!hasDied(attempt)) {
      if (attempt.ending !== "passed") return [];
      continue;
    }
    const stopped = attempt.tests.unfinished;
    if (!wasStopped(attempt) || attempt.active.length === 0) return [];
    const passed = passedIn(attempts.slice(at + 1));
    for (const test of stopped) {
      if (!passed.has(test)) return [];
      if (!test.includes("/")) excused.add(test);
    }
  }
  return [...excused];
}
function wasStopped({ ending, cause }) {
  if (cause === null) return false;
  if (ending === "killed") return cause.id === "killed" || diedOfLimit(cause.id);
  return ending === "crashed" && cause.confidence === "confirmed" && diedOfLimit(cause.id);
}
function passedIn(attempts) {
  const cases = attempts.flatMap(({ tests: tests2 }) => tests2.cases ?? []);
  return new Set(cases.filter(([, how]) => how === "passed").map(([name]) => name));
}

// src/recovery/merge-tests.ts
var maxNames2 = 5e3;
function mergeTests(attempts, declared, repeats) {
  const [first] = attempts;
  if (first === void 0) throw new Error("a package without an attempt has no tests");
  if (attempts.length === 1) return repeats > 1 ? failedOnce(first.tests) : first.tests;
  const ended = /* @__PURE__ */ new Map();
  const declarations = countNames(declared);
  for (const { attempt, tests: tests2 } of attempts)
    for (const [name, cases2] of byName(tests2.cases ?? [])) {
      const before = ended.get(name);
      const wanted = repeats * Math.max(1, declarations.get(name) ?? 1);
      if (before === void 0 || isBetter(cases2, before.cases, wanted))
        ended.set(name, { cases: telling(cases2, wanted), attempt });
    }
  const fatal = fatalTests(attempts);
  if (repeats > 1) {
    for (const [name, { cases: cases2 }] of ended) if (hasFailed(cases2)) fatal.delete(name);
  }
  const settled = [...ended].filter(([name]) => !fatal.has(name));
  const cases = settled.flatMap(
    ([, merged2]) => merged2.cases.map((each) => inAttempt(each, merged2.attempt))
  );
  const whole = attempts.every(
    ({ tests: tests2 }) => listed(tests2) >= tests2.passed + tests2.failed + tests2.skipped
  );
  const count2 = (outcome) => whole ? cases.filter(([, how]) => how === outcome).length : attempts.reduce((sum2, { tests: tests2 }) => sum2 + tests2[outcome], 0);
  const begun = new Set(attempts.flatMap(({ tests: tests2 }) => tests2.unfinished));
  const subtests = [...ended.keys()].filter((name) => name.includes("/"));
  const over = /* @__PURE__ */ new Set([...subtests, ...attempts.flatMap(endedTests)]);
  const unfinished = [.../* @__PURE__ */ new Set([...begun, ...fatal])].filter(
    (name) => fatal.has(name) || !isOver(name, over)
  );
  const begunOrEnded = /* @__PURE__ */ new Set([...attempts.flatMap(endedTests), ...unfinished.map(topLevel)]);
  const merged = {
    passed: count2("passed"),
    failed: count2("failed"),
    skipped: count2("skipped"),
    failures: failures2(attempts),
    unfinished: unfinished.slice(0, maxNames2),
    neverRan: declared.map(({ name }) => name).filter((name) => !begunOrEnded.has(name)).slice(0, maxNames2),
    cases
  };
  return repeats > 1 ? failedOnce(merged) : merged;
}
function failedOnce(tests2) {
  const failed = new Set(
    (tests2.cases ?? []).filter((one) => hasFailed([one])).map(([name]) => name)
  );
  const isOpen = (name) => !failed.has(name);
  const { unfinished, neverRan } = tests2;
  return { ...tests2, unfinished: unfinished.filter(isOpen), neverRan: neverRan.filter(isOpen) };
}
function countNames(declared) {
  const counts = /* @__PURE__ */ new Map();
  for (const { name } of declared) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
function fatalTests(attempts) {
  const fatal = /* @__PURE__ */ new Set();
  const passedLater = (name, from) => attempts.slice(from + 1).some(({ tests: tests2 }) => (tests2.cases ?? []).some(([test]) => test === name));
  attempts.forEach(({ culprit, tests: tests2 }, at) => {
    if (culprit === null || !tests2.unfinished.includes(culprit)) return;
    if (passedLater(culprit, at)) return;
    const parts = culprit.split("/");
    for (let length = 1; length <= parts.length; length++)
      fatal.add(parts.slice(0, length).join("/"));
  });
  return fatal;
}
function isOver(name, ended) {
  return ended.has(name) || ended.has(topLevel(name));
}
function listed({ cases = [] }) {
  return cases.length;
}
function endedTests({
  declared,
  tests: tests2
}) {
  const missing = /* @__PURE__ */ new Set([...tests2.unfinished, ...tests2.neverRan]);
  return [...new Set(declared.map(({ name }) => name))].filter((name) => !missing.has(name));
}
function byName(cases) {
  const names2 = /* @__PURE__ */ new Map();
  for (const one of cases) {
    const same = names2.get(one[0]);
    if (same === void 0) names2.set(one[0], [one]);
    else same.push(one);
  }
  return names2;
}
function isBetter(cases, before, repeats) {
  if (hasFailed(before)) return false;
  return hasFailed(cases) || before.length < repeats && cases.length > before.length;
}
function hasFailed(cases) {
  return cases.some(([, how]) => how === "failed");
}
function telling(cases, repeats) {
  if (cases.length <= repeats) return cases;
  const failed = cases.filter(([, how]) => how === "failed");
  return [...failed, ...cases.filter(([, how]) => how !== "failed")].slice(0, repeats);
}
function inAttempt([test, outcome, elapsedMs], attempt) {
  return attempt === 1 ? [test, outcome, elapsedMs] : [test, outcome, elapsedMs, attempt];
}
function failures2(attempts) {
  const seen = /* @__PURE__ */ new Map();
  for (const { tests: tests2 } of attempts)
    for (const failure of tests2.failures)
      if (!seen.has(failure.test)) seen.set(failure.test, failure);
  return [...seen.values()];
}

// src/run/recover/merge-runs.ts
function selected(declared, { tests: tests2 }) {
  if (tests2 === null) return declared;
  const names2 = new Set(tests2);
  return declared.filter(({ name }) => names2.has(name));
}
function mergeRuns({ evidence, planned }, first, further) {
  const decisions = evidence.decisions.get(planned.package);
  const runs = [first, ...further.map(({ assembled }) => assembled)];
  const tests2 = [
    attemptTests(first, planned.declared, decisions),
    ...further.map(
      ({ rerun, assembled }) => attemptTests(assembled, selected(planned.declared, rerun), decisions)
    )
  ];
  const decisive = decisiveRun(runs).run;
  const merged = {
    ...first.run,
    ...{ ending: decisive.ending, cause: decisive.cause, output: decisive.output },
    attempts: [
      ...first.run.attempts.map((attempt) => withSeed(attempt, first)),
      ...further.flatMap(reportFurther)
    ],
    tests: mergeTests(tests2, planned.declared, evidence.leg.repeats),
    elapsedMs: sum(runs.map(({ run }) => run.elapsedMs)),
    peakRssBytes: highest(runs.map(({ run }) => run.peakRssBytes))
  };
  const recovery = recoveryOf(first, further, decisions);
  const isolation = evidence.isolations.get(planned.package);
  return {
    ...merged,
    ...recovery === null ? {} : { recovery },
    ...isolation === void 0 ? {} : { isolation }
  };
}
function decisiveRun(runs) {
  const [first] = runs;
  const died = runs.filter(({ run }) => hasDied(run));
  const bad = died.find((one) => !leftWell(one)) ?? died[0] ?? runs.find(({ run }) => run.cause !== null);
  const isFirst = first !== void 0 && first.run.cause !== null && !endedTests2(first);
  const found = isFirst && !leftWell(first) ? first : bad;
  if (found !== void 0) return found;
  if (first === void 0) throw new Error("a package without a run");
  return first;
}
function leftWell({ run: { ending, attempts } }) {
  return ending === "exited" && attempts.at(-1)?.exitCode === 0;
}
function endedTests2({ run }) {
  return run.ending === "failed";
}
function attemptTests({ run }, declared, decisions) {
  const attempt = run.attempts.at(-1)?.number ?? 1;
  return { attempt, declared, tests: run.tests, culprit: decisions?.culprits.get(attempt) ?? null };
}
function reportFurther({ rerun, assembled }) {
  const { run } = assembled;
  return run.attempts.map((attempt) => ({
    ...withSeed(attempt, assembled),
    purpose: rerun.purpose,
    ...rerun.changes.length === 0 ? {} : { changes: rerun.changes },
    ...rerun.tests === null ? {} : { ranTests: rerun.tests },
    ...run.cause === null ? {} : { cause: run.cause }
  }));
}
function withSeed(attempt, { fold }) {
  const seed = fold?.shuffleSeed ?? null;
  return seed === null ? attempt : { ...attempt, shuffleSeed: seed };
}
var rungs = /* @__PURE__ */ new Set([
  ...["alone", "serial", "fewer", "soft-limit"]
]);
function recoveryOf(first, further, decisions) {
  const recovering = further.filter(({ rerun }) => rerun.purpose !== "stress");
  if (decisions === void 0 || recovering.length === 0 && decisions.stopped === null)
    return null;
  return {
    bound: decisions.bound,
    stopped: decisions.stopped,
    ladder: further.flatMap(
      ({ rerun, assembled: { run } }) => rungs.has(rerun.purpose) ? [
        {
          step: rerun.purpose,
          attempt: run.attempts.at(-1)?.number ?? 0,
          tests: rerun.tests,
          changes: rerun.changes,
          ending: run.ending,
          peakRssBytes: run.peakRssBytes
        }
      ] : []
    ),
    // What passes only under a soft limit dies whenever it runs as it is.
    flaky: excusedTests(
      [
        first,
        ...recovering.filter(({ rerun }) => rerun.purpose !== "soft-limit").map(({ assembled }) => assembled)
      ].map(({ run, fold }) => ({
        ...run,
        active: activeTests(fold)
      }))
    )
  };
}
function sum(values) {
  const known2 = values.filter((value) => value !== null);
  return known2.length === 0 ? null : known2.reduce((total, value) => total + value, 0);
}
function highest(values) {
  const known2 = values.filter((value) => value !== null);
  return known2.length === 0 ? null : Math.max(...known2);
}

// src/run/assemble-package.ts
async function assemblePackage(request) {
  const { evidence, planned, out, plan } = request;
  const { leg } = evidence;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const first = await assembleFirst(request, { all, own, folder });
  const further = [];
  for (const { rerun, evidence: goTest } of evidence.reruns) {
    if (rerun.package !== planned.package) continue;
    const assembled = await assembleRun(request, {
      goTest,
      fold: goTest.stream.packages.get(planned.package) ?? null,
      records: own.filter((record) => isOf(record, plan.run, rerun.number)),
      cached: false,
      declared: selected(planned.declared, rerun),
      diagnosis: lookOf(first.evidence.diagnosis, request, rerun.number, own)
    });
    further.push({ rerun, assembled });
  }
  const run = mergeRuns(request, first.assembled, further);
  const before = killedBuild(request, first.evidence.goTest);
  if (before !== null) run.attempts.unshift(before);
  const last = first.evidence.records.at(-1) ?? null;
  const uncovered = coverageGap(
    first.evidence.records,
    further.map(({ rerun }) => rerun),
    first.evidence.goTest !== evidence.main
  );
  return {
    run,
    runs: [first.assembled, ...further.map(({ assembled }) => assembled)],
    heap: leg.heapProfile && last !== null ? await heapRecord({
      ...{ run, records: last, store: leg.store },
      places: heapPlaces(plan, planned),
      benchmarks: first.assembled.fold?.benchmarks.results() ?? []
    }) : [],
    gaps: [
      ...packageGaps(request, run, first.assembled.fold, last),
      ...own.flatMap(
        ({ problems }) => problems.map((what2) => ({ what: what2, leg: leg.name, package: planned.package }))
      ),
      ...first.evidence.diagnosis.gaps(run),
      ...uncovered === null ? [] : [{ what: uncovered, leg: leg.name, package: planned.package }]
    ]
  };
}
function lookOf(diagnosis, { evidence, planned, plan }, rerun, own) {
  const { exitCaller } = diagnosis;
  const attempt = own.find((record) => isOf(record, plan.run, rerun))?.number ?? 0;
  const culprit = evidence.decisions.get(planned.package)?.culprits.get(attempt);
  if (exitCaller === null || culprit === void 0) return noDiagnosis;
  return declaredTest(exitCaller.function) === topLevel(culprit) ? { ...noDiagnosis, exitCaller } : noDiagnosis;
}
async function assembleFirst(request, { all, own, folder }) {
  const { evidence, planned, plan } = request;
  const goTest = resultsOf(evidence, planned.package);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const results = own.filter((record) => !record.diagnose && isOf(record, plan.run, 0));
  const cached = results.length === 0 && fold?.saysCached === true && fold.action === "pass";
  const carried = cached && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const first = {
    ...{ goTest, fold, cached },
    records: carried === null ? results : [carried],
    declared: planned.declared,
    diagnosis: await readDiagnosis({
      attempts: own.filter((record) => record.diagnose),
      exitCode: results.at(-1)?.end?.exitCode ?? null,
      directory: plan.directory
    })
  };
  return { evidence: first, assembled: await assembleRun(request, first) };
}
async function findCarried(request, all, record, packageFolder) {
  const present = all.find(({ start }) => start?.record === record);
  if (present !== void 0) return present;
  const { leg } = request.evidence;
  return carryOver({
    packageFolder,
    store: leg.store,
    record,
    package: request.planned.package,
    leg: leg.name
  });
}
function* packageGaps(request, run, fold, last) {
  const at = { leg: run.leg, package: run.package };
  if (run.cached && last === null) {
    yield {
      what: "the result was cached, and its records (memory, profile) are no longer there; --fresh makes new ones",
      ...at
    };
  }
  if (run.ending === "passed" && !run.cached && (last?.end ?? null) === null) {
    yield { what: "the test process left no record of its end", ...at };
  }
  if (fold !== null && fold.failuresLeftOut > 0) {
    yield {
      what: `${String(fold.failuresLeftOut)} more failed tests are counted but not listed`,
      ...at
    };
  }
  const { injection, hasTests } = request.planned;
  if (hasTests && injection === "none") {
    yield {
      what: "the agent could not ride along (sources in the module cache, or embedded in a binary): no timeline, no crash file",
      ...at
    };
  }
}

// src/run/crashes.ts
import { join as join5 } from "node:path";

// src/cause/crash-cause.ts
var plain = {
  panic: "panic",
  "fatal-error": "fatal-error",
  signal: "signal",
  timeout: "timeout",
  "data-race": "data-race",
  sanitizer: "sanitizer",
  "goroutine-leak": "goroutine-leak",
  exit: "os-exit",
  killed: "killed",
  "build-failure": "build-failed"
};
var prefixes = {
  panic: "panic: ",
  "fatal-error": "fatal error: "
};
var spoken = /* @__PURE__ */ new Set(["panic", "fatal-error", "signal", "sanitizer"]);
var logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
function causeOfCrash(crash) {
  const { kind, message, notes: notes2 } = crash;
  const precise = exactly(crash);
  if (precise !== null) return precise;
  if (!spoken.has(kind)) return plain[kind];
  const said = `${prefixes[kind] ?? `${crash.signal?.name ?? ""}: `}${message}`;
  const text = [said, ...notes2].join("\n");
  const wanted = sayings.filter(
    ({ by, pattern }) => by === "runtime" && (kind !== "panic" || pattern.source.startsWith("panic: "))
  );
  return wanted.find(({ pattern, not }) => pattern.test(text) && not?.test(text) !== true)?.id ?? plain[kind];
}
function exactly({ kind, message, notes: notes2, panics, stacks, positions }) {
  switch (kind) {
    case "panic": {
      const last = panics.at(-1)?.text ?? message;
      if (last.includes("unexpected call to os.Exit(0) during test")) return "os-exit";
      if (inInit(stacks[0])) return "init-panic";
      return last.includes("invalid memory address or nil pointer dereference") ? "nil-dereference" : null;
    }
    case "exit":
      return notes2.some((note) => logged.test(note)) ? "log-fatal" : null;
    case "build-failure":
      return positions.length === 0 && /^(?:go: |\S+: malformed|no required module|package \S+ is not in)/.test(message) ? "setup-failed" : null;
    default:
      return null;
  }
}
function inInit(stack) {
  const frames = stack?.goroutine.frames ?? [];
  return frames.some(({ function: name }) => /^runtime\.doInit1?$/.test(name));
}

// src/crash/blame/culprit-test.ts
var maxSteps = 32;
var named = /^(?:Log|Fail) in goroutine after (?<test>\S+) has completed/;
function culpritTest(crash, goroutine, witnesses = []) {
  const inMessage = crash.kind === "panic" ? named.exec(crash.message)?.groups?.["test"] : void 0;
  if (inMessage !== void 0) return inMessage;
  const asked = goroutine === null ? witnesses : [goroutine, ...witnesses];
  const teller = asked.find((one) => testOfGoroutine(one, crash) !== null) ?? null;
  const told = teller === null ? null : testOfGoroutine(teller, crash);
  if (told === "none") return null;
  const running = crash.runningTests.map(({ test }) => test);
  const names2 = running.length > 0 ? running : [crash.outputTest].filter((name) => name !== null);
  if (told !== null) return fullName(told.test, teller, names2);
  return ofSuite(goroutine, names2) ?? (running.length > 0 ? longestRunning(crash) : crash.outputTest);
}
function testOfGoroutine(goroutine, { stacks }) {
  let current = goroutine;
  for (let step = 0; step < maxSteps && current !== void 0; step++) {
    const told = testOfFrames(current.frames) ?? testOfFunction(current.createdBy);
    if (told !== null) return told;
    for (const { frames, createdBy } of current.ancestors) {
      const before = testOfFrames(frames) ?? testOfFunction(createdBy);
      if (before !== null) return before;
    }
    const creator = current.createdBy?.goroutine ?? null;
    if (creator === null) break;
    current = stacks.find((stack) => stack.goroutine.id === creator)?.goroutine;
  }
  return null;
}
function testOfFrames(frames) {
  const test = testOfStack(frames);
  if (test !== null) return { test };
  for (const frame of frames.toReversed()) {
    const told = testOfFunction(frame);
    if (told !== null) return told;
  }
  return null;
}
var startUp = /^[^.]*\.init(?:\.\d+)?$/;
function testOfFunction(frame) {
  if (frame === null) return null;
  const { function: name, file } = frame;
  if (startUp.test(name.slice(name.lastIndexOf("/") + 1))) return "none";
  const test = file.endsWith("_test.go") ? declaredTest(name) : null;
  return test === null ? null : test === "TestMain" ? "none" : { test };
}
function fullName(test, goroutine, names2) {
  const base = goroutine === null ? null : baseOfTest(goroutine.frames) ?? goroutine.createdBy;
  if (base?.function.endsWith(`.${test}`) === true) return test;
  const subtests = [...new Set(names2)].filter((name) => topLevel(name) === test && name !== test);
  const [leaf, ...others2] = innermost(subtests);
  return leaf === void 0 || others2.length > 0 ? test : leaf;
}
var method = /\.\(?\*?[^.()]+\)?\.(?<method>Test[\p{L}\p{Nd}_]*)$/u;
function ofSuite(goroutine, names2) {
  for (const { function: name } of goroutine?.frames ?? []) {
    const test = method.exec(name)?.groups?.["method"];
    const full = test === void 0 ? void 0 : names2.find((one) => one.split("/").includes(test));
    if (full !== void 0) return full;
  }
  return null;
}

// src/crash/blame/panics-on-stack.ts
var raises = /^(?:panic|runtime\.gopanic)$/;
function panicStarts(frames) {
  const starts = [0];
  frames.forEach((frame, index) => {
    if (raises.test(frame.function) && index > 0) starts.push(index + 1);
  });
  return starts;
}
function repanicsAtTop(panics) {
  const last = panics.at(-1);
  if (last === void 0) return 0;
  let again = last.repanicked ? 1 : 0;
  let at = panics.length - 1;
  while (at > 0 && panics[at - 1]?.recovered === true && panics[at - 1]?.text === last.text) {
    again++;
    at--;
  }
  return again > 0 && at === 0 ? "all" : again;
}

// src/crash/blame/blame-of-panic.ts
var tooLate = /^(?<act>Log|Fail) in goroutine after \S+ has completed/;
function blameOfPanic(investigation) {
  const { crash } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { frames } = goroutine;
  const starts = panicStarts(frames);
  const again = repanicsAtTop(crash.panics);
  const outermost = frames.findLastIndex((frame) => investigation.locate(frame) !== null);
  const hasLine = (start) => start <= outermost;
  const origin = again === "all" ? starts.findLast(hasLine) : starts.slice(again).find(hasLine);
  const skipped = origin ?? starts.find(hasLine) ?? 0;
  const guilt = guiltOfStack({ ...goroutine, frames: frames.slice(skipped) }, investigation);
  const found = { ...guilt, goroutine, skipped };
  const creation = creationOf(goroutine, investigation);
  const act = tooLate.exec(crash.message)?.groups?.["act"];
  if (act !== void 0 && creation !== null)
    return { ...found, blame: creation, related: related(guilt.blame, act.toLowerCase()) };
  const first = frames.slice(starts.findLast(hasLine) ?? skipped);
  const root = guiltyFrame(first, investigation);
  const isLast = isSameLine(root, guilt.blame);
  return { ...found, related: [...isLast ? [] : related(root, "first panic"), ...guilt.related] };
}

// src/crash/blame/blame-of-waiting.ts
var maxRelated = 16;
var forOthers = [
  "sync.Mutex.Lock",
  "sync.RWMutex.RLock",
  "sync.RWMutex.Lock",
  "sync.WaitGroup.Wait",
  "sync.Cond.Wait",
  "semaphore",
  "synctest"
];
function blameOfDeadlock(investigation) {
  const waiting = waitingGoroutines(investigation);
  const rank = ({ goroutine, test }) => {
    if (waitsForTests(goroutine)) return 3;
    if (test !== null) return 0;
    return goroutine.id === 1 ? 1 : 2;
  };
  return withOthers(lowest(waiting, rank), waiting, investigation);
}
function blameOfBubble(investigation) {
  const inBubble = waitingGoroutines(investigation).filter(
    ({ goroutine }) => goroutine.bubble !== null && !waitsForTests(goroutine)
  );
  const rank = ({ test }) => test === null ? 1 : 0;
  const first = lowest(inBubble, rank);
  return first === null ? blameOfPanic(investigation) : withOthers(first, inBubble, investigation);
}
function blameOfTimeout(investigation) {
  const waiting = waitingGoroutines(investigation).filter(
    ({ goroutine }) => !waitsForTests(goroutine)
  );
  const first = longestTest(waiting, runningSince(investigation.crash)) ?? (hasRunningTestOutOfSight(investigation) ? null : lowest(waiting, innocence));
  const others2 = waiting.filter(({ test }) => test === null);
  return withOthers(first, others2, investigation);
}
function longestTest(waiting, running) {
  const tests2 = new Set(waiting.map(({ test }) => test));
  const longest = running.map(topLevel).find((test) => tests2.has(test));
  const ofTest = waiting.filter(({ test }) => test !== null && test === longest);
  return lowest(ofTest, ({ goroutine }) => -goroutine.waitMinutes);
}
function innocence({ awaited, goroutine: { frames, waitMinutes } }) {
  return (baseOfTest(frames) === null ? 2e9 : 0) + (forOthers.includes(awaited) ? 1e9 : 0) - waitMinutes;
}
function hasRunningTestOutOfSight({ crash }) {
  return crash.stacks.some(
    ({ goroutine: { frames, createdBy } }) => frames.length === 0 && createdBy !== null && packageOf(createdBy.function) === "testing"
  );
}
function blameOfLeak(investigation) {
  const { stacks } = investigation.crash;
  const waiting = stacks.filter(({ role, goroutine }) => role === "waiting" || goroutine.leaked);
  const leaked = (waiting.length > 0 ? waiting : stacks).slice(0, maxRelated).map(({ goroutine }) => ({ goroutine, line: guiltyLine(goroutine, investigation) }));
  const first = leaked.find(({ line }) => line !== null) ?? leaked[0];
  if (first === void 0) return nobody;
  return {
    blame: first.line,
    related: [
      ...related(creationOf(first.goroutine, investigation), "created by"),
      ...leaked.flatMap(({ line }) => related(line, "waiting"))
    ],
    goroutine: first.goroutine,
    witnesses: leaked.map(({ goroutine }) => goroutine),
    skipped: 0
  };
}
function withOthers(first, waiting, investigation) {
  if (first === null) return nobody;
  const { goroutine, line } = first;
  const others2 = waiting.filter(
    (other) => other !== first && other.awaited !== null && !waitsForTests(other.goroutine)
  );
  return {
    blame: line,
    related: [
      ...related(creationOf(goroutine, investigation), "created by"),
      ...others2.slice(0, maxRelated).flatMap((other) => related(other.line, "waiting"))
    ],
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function lowest(items, rank) {
  let best = null;
  for (const item of items) if (best === null || rank(item) < rank(best)) best = item;
  return best;
}

// src/crash/blame/blame-of-signal.ts
var sent = /^SIG(?:QUIT|INT|TERM|HUP|ABRT|USR[12]|ALRM|XCPU|PIPE)$/;
var maxStacks = 2e3;
function blameOfSignal(investigation) {
  const { signal } = investigation.crash;
  if (signal !== null && !signal.inCgo && sent.test(signal.name) && (signal.code ?? 0) <= 0)
    return blameOfTimeout(investigation);
  return blameOfFault(investigation);
}
function blameOfFault(investigation) {
  const { stacks } = investigation.crash;
  const [first] = stacks;
  const isOwn2 = ({ goroutine: { frames } }) => guiltyFrame(frames, investigation) !== null;
  const hit = stacks.slice(0, maxStacks).filter(isOwn2);
  const guilty = (first !== void 0 && isOwn2(first) ? first : hit.find(isInC)) ?? (first !== void 0 && guiltyLine(first.goroutine, investigation) !== null ? first : null) ?? hit.find(isRunning);
  return guilty === void 0 ? nobody : guiltOfStack(guilty.goroutine, investigation);
}
function isInC({ goroutine: { frames } }) {
  return frames.some((frame) => frame.function === "runtime.cgocall");
}
function isRunning({ goroutine: { state } }) {
  return state === "running" || state === "syscall";
}

// src/crash/blame/blame-of-concurrent-map.ts
var maxStacks2 = 200;
var mapAccess = /^(?:runtime\.map(?:access|assign|delete|iter|clear)|internal\/runtime\/maps\.)/;
function blameOfConcurrentMap(investigation) {
  const guilt = blameOfFault(investigation);
  const others2 = investigation.crash.stacks.slice(1, maxStacks2).flatMap(({ goroutine }) => {
    const { frames } = goroutine;
    const line = waitOf(goroutine) === null ? guiltyFrame(frames, investigation) : null;
    const within = frames.slice(0, frames.findIndex((frame) => !isRuntime(frame)) + 1);
    const uses = within.some((frame) => mapAccess.test(frame.function));
    if (!uses && !isSameLine(line, guilt.blame)) return [];
    return [
      ...related(line, "other access"),
      ...related(creationOf(goroutine, investigation), "created by")
    ];
  });
  return { ...guilt, related: [...others2, ...guilt.related] };
}

// src/crash/blame/recursion.ts
var maxFrames2 = 200;
function recursionOf({ frames, elided }) {
  const shown = elided !== null && elided.after < frames.length ? elided.after : frames.length;
  const inner = frames.slice(0, Math.min(shown, maxFrames2));
  const counts = /* @__PURE__ */ new Map();
  for (const frame of inner) counts.set(keyOf(frame), (counts.get(keyOf(frame)) ?? 0) + 1);
  const seen = /* @__PURE__ */ new Set();
  const members = inner.filter((frame) => {
    const key = keyOf(frame);
    if ((counts.get(key) ?? 0) < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const toTheEnd = elided === null || elided.after < frames.length;
  const entered = toTheEnd ? frames.findLast((frame) => seen.has(keyOf(frame))) : void 0;
  return { members, entered: entered ?? null };
}
function keyOf({ function: name, file, line }) {
  return `${name}
${file}
${String(line)}`;
}

// src/crash/blame/blame-of-overflow.ts
var maxMembers = 20;
function blameOfOverflow(investigation) {
  const { crash, locate, isHelper } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { members, entered } = recursionOf(goroutine);
  const isOurs = (frame) => locate(frame) !== null && !isHelper(frame);
  const ours = members.filter(isOurs);
  const outer = goroutine.frames.findLast(
    (frame) => isOurs(frame) && ours.some((member) => isSameCall(member, frame))
  );
  const first = (entered === null ? void 0 : outer) ?? ours[0];
  const blame = first === void 0 ? guiltyLine(goroutine, investigation) : locate(first);
  return {
    blame,
    related: ours.slice(0, maxMembers).flatMap((member) => related(locate(member), "cycle")).filter((member) => !isSameLine(member, blame)),
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function isSameCall(a, b) {
  return a.function === b.function && isSameLine(a, b);
}

// src/crash/blame/report-block.ts
var blocks = [
  { title: /\bfreed by\b/i, role: "freed", sample: "freed by thread T0 here:" },
  {
    title: /\ballocated (?:by|from|at)\b/i,
    role: "allocated",
    sample: "previously allocated by thread T0 here:"
  },
  {
    title: /^\s*mutex\b.*\bcreated at\b/i,
    role: "mutex",
    sample: "Mutex M1 (0x00c000014030) created at:"
  },
  {
    title: /\bcreated (?:at|by)\b/i,
    role: "created by",
    sample: "Goroutine 7 (running) created at:"
  }
];
function belonging(stack, investigation) {
  const { role, title, goroutine } = stack;
  const said = blocks.find((block) => block.title.test(title))?.role;
  const known2 = said ?? (role === "creation" ? "created by" : null);
  if (known2 === null) return [];
  const line = guiltyFrame(goroutine.frames, investigation) ?? creationOf(goroutine, investigation);
  return related(line, known2);
}

// src/crash/blame/blame-of-race.ts
var maxStacks3 = 20;
function blameOfRace(investigation) {
  const { stacks } = investigation.crash;
  const later = stacks.find(({ role }) => role === "access" || role === "crashing") ?? stacks[0];
  if (later === void 0) return nobody;
  const earlier = stacks.find(({ role }) => role === "previous");
  const others2 = stacks.slice(0, maxStacks3).filter((stack) => stack !== later && stack !== earlier);
  const lineOf = ({ goroutine }) => guiltyLine(goroutine, investigation) ?? guiltyFrame(
    creations(goroutine.id, stacks).flatMap((stack) => stack.goroutine.frames),
    investigation
  );
  const blame = lineOf(later);
  return {
    blame: blame ?? (earlier === void 0 ? null : lineOf(earlier)),
    related: [
      ...related(earlier === void 0 ? null : lineOf(earlier), "previous access"),
      ...related(thirdPartyBefore(later.goroutine.frames, blame, investigation), "raised in"),
      ...others2.flatMap((stack) => belonging(stack, investigation))
    ],
    goroutine: withCreation(later, stacks),
    // In a timer's function or a clean-up the later access does not tell the test.
    witnesses: earlier === void 0 ? [] : [withCreation(earlier, stacks)],
    skipped: 0
  };
}
function creations(id, stacks) {
  return stacks.filter(({ role, goroutine }) => role === "creation" && goroutine.id === id);
}
function withCreation({ goroutine }, stacks) {
  const ancestors = creations(goroutine.id, stacks).map((stack) => ({
    goroutine: stack.goroutine.id,
    frames: stack.goroutine.frames,
    createdBy: stack.goroutine.createdBy
  }));
  return { ...goroutine, ancestors: [...ancestors, ...goroutine.ancestors] };
}

// src/crash/blame/blame-of-sanitizer.ts
var maxStacks4 = 20;
function blameOfSanitizer(investigation) {
  const [access, ...others2] = investigation.crash.stacks.slice(0, maxStacks4);
  if (access === void 0) return nobody;
  const guilt = guiltOfStack(access.goroutine, investigation);
  const blocks2 = others2.flatMap((stack) => belonging(stack, investigation));
  return { ...guilt, related: [...guilt.related, ...blocks2] };
}

// src/crash/blame/blame-of-words.ts
function blameOfWords({ crash, repository }) {
  const [first] = crash.positions;
  if (first === void 0) return nobody;
  const file = fileOf(first.file, crash, repository) ?? first.file;
  return { ...nobody, blame: { function: "", file, line: first.line } };
}
function fileOf(file, { package: importPath }, { has, modules, ...repository }) {
  const path = plainPath(file.replace(/^(?:\.\.?[\\/])+/, ""));
  if (path === null) return null;
  const module = importPath === null ? null : moduleOf(importPath, { has, modules, ...repository });
  const plain2 = (importPath ?? "").replace(/_test$/, "");
  const folder = module === null ? "" : joined(module.directory, plain2.slice(module.path.length + 1));
  const places = [
    ...module === null ? [] : [joined(folder, path), joined(folder, baseName(path))],
    ...endings(path),
    ...modules.map(({ directory }) => joined(directory, path))
  ];
  return places.find(has) ?? null;
}

// src/crash/blame/find-guilt.ts
var byKind = {
  panic: blameOfPanic,
  "fatal-error": blameOfFault,
  signal: blameOfSignal,
  timeout: blameOfTimeout,
  "data-race": blameOfRace,
  sanitizer: blameOfSanitizer,
  "goroutine-leak": blameOfLeak,
  exit: blameOfWords,
  killed: blameOfWords,
  "build-failure": blameOfWords
};
var byMessage = [
  { message: /^stack overflow/, samples: ["stack overflow"], blame: blameOfOverflow },
  {
    message: /^(?:all goroutines are asleep|no goroutines \(main called)/,
    samples: [
      "all goroutines are asleep - deadlock!",
      "no goroutines (main called runtime.Goexit) - deadlock!"
    ],
    blame: blameOfDeadlock
  },
  {
    message: /^deadlock: /,
    samples: [
      "deadlock: main bubble goroutine has exited but blocked goroutines remain",
      "deadlock: all goroutines in bubble are blocked"
    ],
    blame: blameOfBubble
  },
  {
    message: /^concurrent map /,
    samples: ["concurrent map writes", "concurrent map iteration and map write"],
    blame: blameOfConcurrentMap
  }
];
function findGuilt(investigation) {
  const { kind, message, stacks } = investigation.crash;
  const special = kind === "panic" || kind === "fatal-error";
  const rule = special ? byMessage.find((row) => row.message.test(message)) : void 0;
  if (stacks.length === 0) return blameOfWords(investigation);
  return (rule?.blame ?? byKind[kind])(investigation);
}

// src/crash/blame/blame.ts
var maxRelated2 = 40;
function findBlame(crash, repository) {
  const { blame, related: related2, goroutine, witnesses } = findGuilt(investigate(crash, repository));
  const own = goroutine === null ? null : testedPackageOf(goroutine.frames, goroutine.createdBy);
  return {
    blame: blame === null ? null : plainFrame(blame),
    related: distinct(related2, blame),
    test: culpritTest(crash, goroutine, witnesses),
    package: own ?? testedPackage(crash)
  };
}
function distinct(related2, blame) {
  const seen = /* @__PURE__ */ new Set();
  return related2.filter(({ file, line, role }) => {
    const key = `${role}
${file}
${String(line)}`;
    const known2 = seen.has(key);
    seen.add(key);
    return !known2;
  }).filter((frame) => !isSameLine(frame, blame) || / access$/.test(frame.role)).slice(0, maxRelated2);
}

// src/crash/likeness/fingerprint.ts
import { createHash } from "node:crypto";

// src/crash/likeness/wording.ts
var rows = [
  // runtime.PanicNilError; `panic: nil` before Go 1.21
  {
    pattern: /^(?:nil$|panic called with nil argument)/,
    by: "panic called with nil argument",
    samples: ["nil", "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"]
  },
  // runtime/cgocall.go: 1.20, 1.21 and 1.26
  {
    pattern: /^(?:cgo argument has Go pointer to |argument of cgo function has Go pointer to unpinned Go )/,
    by: "cgo argument has Go pointer to Go pointer",
    samples: [
      "cgo argument has Go pointer to Go pointer",
      "cgo argument has Go pointer to unpinned Go pointer",
      "argument of cgo function has Go pointer to unpinned Go pointer"
    ]
  },
  {
    pattern: /^(?:cgo result (?:has Go pointer$|is unpinned Go pointer )|\S{1,1000}: result of Go function \S{1,500} called from cgo is unpinned Go )/,
    by: "cgo result has Go pointer",
    samples: [
      "cgo result has Go pointer",
      "cgo result is unpinned Go pointer or points to unpinned Go pointer",
      "m/a.go:13: result of Go function f called from cgo is unpinned Go pointer or points to unpinned Go pointer"
    ]
  },
  // testing.go: 1.23, 1.24 and 1.26
  {
    pattern: /^testing: (?:t\.(?:Parallel called after t\.Setenv|Setenv called after t\.Parallel);|test using t\.Setenv.{1,80} can not use t\.Parallel$)/,
    by: "testing: environment of a parallel test",
    samples: [
      "testing: t.Parallel called after t.Setenv; cannot set environment variables in parallel tests",
      "testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests",
      "testing: test using t.Setenv or t.Chdir can not use t.Parallel",
      "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"
    ]
  },
  // crypto/crypto.go: 1.27
  {
    pattern: /^crypto: requested hash function (?:#\d{1,3} is unavailable$|unavailable: )/,
    by: "crypto: requested hash function unavailable",
    samples: [
      "crypto: requested hash function #2 is unavailable",
      "crypto: requested hash function unavailable: MD5"
    ]
  },
  // runtime/slice.go: 1.19
  {
    pattern: /^growslice: (?:cap|len) out of range$/,
    by: "growslice: len out of range",
    samples: ["growslice: cap out of range", "growslice: len out of range"]
  },
  // What is logged differs from time to time.
  {
    pattern: /^Log in goroutine after \S{1,500} has completed: /,
    by: "Log in goroutine after test has completed",
    samples: ["Log in goroutine after TestX/a has completed: order 17 shipped"]
  },
  // Who of the two notices it is chance.
  {
    pattern: /^concurrent map (?:writes|read and map write|iteration and map write|clone and map write)$/,
    by: "concurrent map access",
    samples: ["concurrent map writes", "concurrent map read and map write"]
  }
];
function commonWording(message) {
  const text = message.replace(/^runtime error: /, "");
  return rows.find(({ pattern }) => pattern.test(text))?.by ?? text;
}

// src/crash/likeness/normalised-message.ts
var replacements = [
  { pattern: /"(?:[^"\\\n]|\\.){0,500}"/g, by: '"…"', sample: 'open "a\\"b"' },
  { pattern: /`[^`\n]{0,500}`/g, by: "`…`", sample: "flag `x`" },
  // Not an apostrophe: can't
  { pattern: /(?<!\w)'[^'\n]{1,500}'(?!\w)/g, by: "'…'", sample: "invalid character 'x'" },
  {
    pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
    by: "ADDRESS",
    sample: "dial tcp 127.0.0.1:8080"
  },
  { pattern: /\[[0-9a-f:]{2,39}\]:\d{1,5}/g, by: "ADDRESS", sample: "dial tcp [::1]:8080" },
  {
    pattern: /\/(?:tmp|var\/folders|private\/tmp)\/[^\s:'"]{1,300}/g,
    by: "TEMP",
    sample: "open /tmp/TestA123/001/x"
  },
  {
    pattern: /\b[A-Z]:\\(?:[^\s\\:]{1,100}\\){0,20}Te?mp\\[^\s:'"]{1,300}/gi,
    by: "TEMP",
    sample: "open C:\\Users\\a\\AppData\\Local\\Temp\\TestA1\\x"
  },
  // The last element of a path that one machine alone has.
  {
    pattern: /(?<![\w.…)\]])\/(?:[\w.@+-]{1,200}\/){1,60}/g,
    by: "/…/",
    sample: "open /home/ada/shop/testdata/a.txt"
  },
  { pattern: /\b0x[0-9a-f]+\b/gi, by: "HEX", sample: "(*main.T) 0xc000012345" },
  {
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    by: "HEX",
    sample: "a1b2c3d4-0000-4000-8000-0123456789ab"
  },
  {
    pattern: /\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b/gi,
    by: "HEX",
    sample: "commit 1a2b3c4"
  },
  {
    pattern: /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m))*(?![\p{L}\d])/gu,
    by: "TIME",
    sample: "after 1m30s"
  },
  {
    pattern: /-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g,
    by: "N",
    sample: "index out of range [5] with length 3"
  }
];
var maxChars = 1e3;
function normalisedMessage(message) {
  let text = commonWording(message.slice(0, maxChars));
  for (const { pattern, by } of replacements) text = text.replace(pattern, by);
  return text.replace(/\s+/g, " ").trim();
}

// src/crash/likeness/root-cause.ts
var depth = 3;
var maxStacks5 = 200;
var maxFrames3 = 200;
var byKind2 = {
  "data-race": accesses,
  "goroutine-leak": leaks,
  timeout: ({ crash, blame, repository }) => [
    normalisedMessage(crash.message),
    topLevel(blame.test ?? ""),
    ...place(blame.blame, repository),
    ...blame.blame === null ? [crash.package ?? blame.package ?? ""] : []
  ],
  // The status is all that there is, and perhaps what was logged last.
  exit: (subject) => [subject.crash.message, ...notes(subject), ...placeOrPackage(subject)],
  killed: (subject) => [normalisedMessage(subject.crash.message), ...placeOrPackage(subject)]
};
function rootCause(crash, blame, repository) {
  const subject = { crash, blame, repository, code: ownCode(crash, repository) };
  const account = byKind2[crash.kind];
  if (account !== void 0) return account(subject);
  return [
    normalisedMessage(crash.message),
    ...crash.message.startsWith("stack overflow") ? circle(subject) : calls(subject)
  ];
}
function calls(subject) {
  const { blame, repository } = subject;
  const stack = blamedStack(subject);
  const line = blame.blame;
  const inner = stack.findIndex((frame) => isBlamed(frame, subject));
  if (line !== null && inner < 0) return place(line, repository);
  const users = names(stack.slice(Math.max(0, inner)), subject);
  if (users.length > 0) return [...users, sourceText(line, repository)];
  const others2 = stack.filter((frame) => !isRuntime(frame)).slice(0, depth);
  if (others2.length > 0) return others2.map((frame) => plainName(frame.function));
  return placeOrPackage(subject);
}
function names(frames, { code, repository }) {
  const found = [];
  for (const frame of frames.slice(0, maxFrames3)) {
    const located = code.locate(frame);
    if (located === null || isWrapper(frame.function)) continue;
    const name = stableName(frame, located, repository);
    if (name === found.at(-1)) continue;
    if (found.length > 0 && located.file.endsWith("_test.go")) break;
    found.push(name);
    if (found.length === depth || located.file.endsWith("_test.go")) break;
  }
  return found;
}
function circle(subject) {
  const { crash, code, repository } = subject;
  const goroutine = crash.stacks[0]?.goroutine;
  const members = goroutine === void 0 ? [] : recursionOf(goroutine).members;
  const circled = members.flatMap((frame) => {
    const located = code.locate(frame);
    return located === null ? [] : [stableName(frame, located, repository)];
  });
  return circled.length > 0 ? sortedOnce(circled) : calls(subject);
}
function accesses({ crash, blame, repository }) {
  const lines = [blame.blame, ...blame.related.filter(({ role }) => / access$/.test(role))];
  const operations = crash.stacks.flatMap(
    ({ access }) => access === null ? [] : [access.operation]
  );
  return lines.map((line, index) => {
    const [name = "", text = ""] = place(line, repository);
    return `${name} ${text === "" ? operations[index] ?? "" : text}`;
  }).sort();
}
function leaks({ crash, code, repository, blame }) {
  const started = crash.stacks.slice(0, maxStacks5).flatMap(({ goroutine }) => {
    const frame = [...goroutine.frames, goroutine.createdBy].find(
      (one) => one !== null && code.locate(one) !== null
    );
    const located = frame === void 0 || frame === null ? null : code.locate(frame);
    return frame === void 0 || frame === null || located === null ? [] : [stableName(frame, located, repository)];
  });
  return started.length > 0 ? sortedOnce(started) : place(blame.blame, repository);
}
function blamedStack(subject) {
  const { stacks } = subject.crash;
  const has = ({ frames }) => frames.slice(0, maxFrames3).some((frame) => isBlamed(frame, subject));
  const blamed = subject.blame.blame === null ? void 0 : stacks.slice(0, maxStacks5).find(({ goroutine }) => has(goroutine));
  return (blamed ?? stacks[0])?.goroutine.frames ?? [];
}
function isBlamed(frame, { blame: { blame }, code }) {
  if (blame === null || frame.line !== blame.line) return false;
  return code.locate(frame)?.file === blame.file;
}
function place(line, repository) {
  if (line === null) return [];
  const name = line.function === "" ? line.file : stableName(line, line, repository);
  return [name, sourceText(line, repository)];
}
function placeOrPackage({ crash, blame, repository }) {
  const known2 = place(blame.blame, repository);
  return known2.length > 0 ? known2 : [crash.package ?? blame.package ?? "", topLevel(blame.test ?? "")];
}
function notes({ crash }) {
  return crash.notes.slice(-1).map(normalisedMessage);
}
function sortedOnce(items) {
  return [...new Set(items)].sort();
}

// src/crash/likeness/fingerprint.ts
var exhausted = /^(?:oom-.*|go-out-of-memory|disk-full|.*-limit)$/;
function fingerprint(crash, blame, repository) {
  const cause = causeOfCrash(crash);
  const parts = exhausted.test(cause) ? [cause, normalisedMessage(crash.message), crash.package ?? blame.package ?? ""] : [crash.kind, ...rootCause(crash, blame, repository)];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

// src/catalog/subject.ts
function subjectOf(crash, blame, repository) {
  const view = viewOf(blamedGoroutine(crash, blame), blame.blame, crash, repository);
  const earlier = crash.stacks.find(({ role }) => role === "previous");
  if (earlier === void 0) return view;
  const line = blame.related.find(({ role }) => role === "previous access") ?? null;
  return { ...view, otherSide: viewOf(earlier.goroutine, line, crash, repository) };
}
function viewOf(goroutine, line, crash, repository) {
  const frames = raised(goroutine?.frames ?? []);
  return {
    crash,
    frames,
    top: frames.find((frame) => !isRuntime(frame)) ?? null,
    state: goroutine?.state ?? "",
    others: crash.stacks.filter(
      (stack) => stack.goroutine !== goroutine && userFrame(stack.goroutine.frames) !== null
    ).map((stack) => stack.goroutine.state),
    source: line === null ? null : repository.lines(line.file)?.[line.line - 1] ?? null,
    access: crash.stacks.find((stack) => stack.goroutine === goroutine)?.access?.operation ?? null,
    otherSide: null
  };
}
function blamedGoroutine({ stacks }, { blame }) {
  const crashing = stacks.find(({ role }) => role === "crashing" || role === "access");
  if (crashing !== void 0) return crashing.goroutine;
  const waits = stacks.find(
    ({ goroutine }) => goroutine.frames.some(
      ({ function: name, line }) => name === blame?.function && line === blame.line
    )
  );
  return (waits ?? stacks[0])?.goroutine ?? null;
}
var deferring = /^(?:testing|github\.com\/stretchr\/testify\/suite)\./;
function raised(frames) {
  const panic = frames.findIndex(({ function: name }) => name === "panic");
  if (panic < 0) return frames;
  const before = frames.slice(0, panic);
  return before.every((frame) => isRuntime(frame) || deferring.test(frame.function)) ? frames.slice(panic + 1) : frames;
}

// src/catalog/examine.ts
function examine(parsed, { repository, catalog }, blame = findBlame(parsed, repository)) {
  const subject = subjectOf(parsed, blame, repository);
  return {
    parsed,
    blame,
    cause: causeOfCrash(parsed),
    fingerprint: fingerprint(parsed, blame, repository),
    subject,
    recognition: catalog.recognise(subject)
  };
}

// src/crash/crash-of-cause.ts
var maxHolders2 = 5;
var leastShare = 0.01;
function crashOfCause(wordless2) {
  const { kind, exitCode, notes: notes2, cause, blackBox, failure, directory, package: name } = wordless2;
  const test = failure?.function ?? wordless2.test;
  const holders2 = holdersOf(blackBox);
  const [first] = holders2;
  const position2 = cause.position ?? failure ?? first ?? null;
  return {
    parsed: bareCrash(kind, kind === "exit" ? `exit status ${String(exitCode)}` : cause.summary, {
      firstLine: 0,
      lineCount: 0,
      notes: notes2,
      exitStatus: exitCode,
      outputTest: test,
      package: name
    }),
    blame: {
      blame: position2 === null ? null : frameOf(position2, directory),
      related: holders2.slice(cause.position === void 0 ? 1 : 0).map((holder) => ({
        ...frameOf(holder, directory),
        role: "held memory"
      })),
      test: test ?? first?.test ?? null,
      package: name
    }
  };
}
function holdersOf(blackBox) {
  if (blackBox === null) return [];
  const { rssBytes, outsideGoBytes, functions: functions2 } = blackBox;
  if ((outsideGoBytes ?? 0) > (rssBytes ?? 0) / 2) return [];
  return functions2.filter(({ share }) => share >= leastShare).map((holder) => ({ ...holder.caller ?? holder, test: holder.test })).filter((holder) => !isElsewhere(holder.file) && !isGuard(holder)).slice(0, maxHolders2);
}
function isElsewhere(file) {
  return file === "" || /^(?:[/\\<]|[A-Za-z]:)/.test(file);
}
function frameOf({ function: name, file, line }, directory) {
  const below2 = directory !== "" && !isElsewhere(file);
  return { function: name, file: below2 ? `${directory}/${file}` : file, line };
}

// src/crash/waits/crash-waits.ts
var rows2 = [
  { kind: "timeout", message: /^/, sample: "test timed out after 2s", proof: null },
  { kind: "signal", message: /^quit$/, sample: "quit", proof: null },
  {
    kind: "fatal-error",
    message: /- deadlock!$/,
    sample: "all goroutines are asleep - deadlock!",
    proof: "all-asleep"
  },
  {
    kind: "panic",
    message: /^deadlock: /,
    sample: "deadlock: all goroutines in bubble are blocked",
    proof: "all-asleep",
    inBubble: true
  },
  {
    kind: "goroutine-leak",
    message: /^leaked goroutines$/,
    sample: "leaked goroutines",
    proof: "leaked"
  }
];
function lookForWaits(crash, repository, shared2) {
  const row = rows2.find(({ kind, message }) => kind === crash.kind && message.test(crash.message));
  if (row === void 0) return { waits: null, gaveUp: false };
  const all = crash.stacks.map(({ goroutine }) => goroutine);
  const goroutines = row.inBubble ? all.filter(({ bubble }) => bubble !== null) : all;
  const effort = effortFor(goroutines.length, shared2);
  const waits = readWaits(
    {
      goroutines,
      repository: isForeign(crash, repository) ? noRepository : repository,
      runningTests: crash.runningTests.map(({ test }) => test),
      isCut: crash.omittedStacks > 0 || crash.truncated,
      proof: row.proof
    },
    effort
  );
  shared2.left -= effort.spent();
  return { waits, gaveUp: effort.gaveOut() };
}

// src/crash/report-crash.ts
var maxStacks6 = 40;
var maxFrames4 = 100;
var maxOccurrences = 200;
var maxCrashes = 200;
function reportCrashes(found, repository) {
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const one of found) {
    const same = byFingerprint.get(one.fingerprint);
    if (same === void 0) {
      if (byFingerprint.size < maxCrashes)
        byFingerprint.set(one.fingerprint, { first: one, seen: [one.seen] });
    } else if (same.seen.length < maxOccurrences && !same.seen.some((other) => equal(other, one.seen)))
      same.seen.push(one.seen);
  }
  const shared2 = sharedEffort();
  return [...byFingerprint.values()].map(({ first, seen }) => ({
    id: `crash-${first.fingerprint.slice(0, 8)}`,
    cause: first.cause,
    message: first.parsed.message,
    package: first.seen.package,
    leg: first.seen.leg,
    test: first.seen.test,
    blame: first.blame.blame,
    related: [...first.blame.related],
    stacks: stacksOf(first.parsed, repository),
    ...waitsOf(first.parsed, repository, shared2),
    fingerprint: first.fingerprint,
    known: first.known,
    occurrences: seen
  }));
}
function waitsOf(parsed, repository, shared2) {
  const { waits, gaveUp } = lookForWaits(parsed, repository, shared2);
  return { ...waits === null ? {} : { waits }, ...gaveUp ? { waitsCut: true } : {} };
}
function equal(a, b) {
  return a.package === b.package && a.leg === b.leg && a.attempt === b.attempt && a.test === b.test;
}
function stacksOf({ stacks }, repository) {
  return stacks.slice(0, maxStacks6).map((stack) => stackOf(stack, repository));
}
function stackOf({ role, goroutine: { id, state, frames, createdBy } }, repository) {
  const named3 = (frame) => ({
    ...frame,
    file: locateFrame(frame, repository)?.file ?? frame.file
  });
  return {
    id: String(id),
    state,
    role,
    frames: frames.slice(0, maxFrames4).map(({ function: name, file, line }) => named3({ function: name, file, line })),
    createdBy: createdBy === null ? null : named3(createdBy)
  };
}

// src/run/crashes.ts
var maxCrashes2 = 100;
var noCrash = /* @__PURE__ */ new Set([
  "test-failure",
  "no-tests",
  "cancelled",
  "runner-shutdown",
  "lost"
]);
var wordless = /* @__PURE__ */ new Set(["os-exit", "log-fatal", "testmain-exit"]);
async function readCrashes(sources, { out, plan, catalog }) {
  if (sources.length === 0) return { crashes: [], gaps: [] };
  const repository = repositoryAt(plan.directory);
  const tools = { out, directory: plan.source.directory ?? "", repository, catalog };
  const found = [];
  const gaps = [];
  for (const source of toldInOrder(sources, plan)) {
    try {
      found.push(...await crashesOf(source, tools));
    } catch (error) {
      const { leg, package: name } = source.run;
      gaps.push({ what: `its crash could not be read: ${String(error)}`, leg, package: name });
    }
  }
  const crashes = reportCrashes(oneForAllLegs(found), repository);
  for (const { waitsCut, leg, package: name } of crashes)
    if (waitsCut) gaps.push({ what: waitsCutText, leg, package: name });
  return { crashes, gaps };
}
function toldInOrder(sources, plan) {
  const races = new Set(plan.legs.filter(({ race }) => race).map(({ name }) => name));
  return clearestFirst(sources, ({ run }) => run, races);
}
function oneForAllLegs(found) {
  const keyOf2 = ({ cause, seen }) => JSON.stringify([cause, seen.package, seen.test]);
  const first = /* @__PURE__ */ new Map();
  return found.map((one) => {
    if (!outOfMemory.has(one.cause) || one.seen.test === null) return one;
    const fingerprint2 = first.get(keyOf2(one)) ?? one.fingerprint;
    first.set(keyOf2(one), fingerprint2);
    return { ...one, fingerprint: fingerprint2 };
  });
}
async function crashesOf(source, tools) {
  const { run } = source;
  if (run.cause === null) return [];
  const printed = run.ending === "build-failed" ? scan(run.output) : await readPrinted(run, tools.out);
  const own = printed.filter((crash) => !crash.survived && !isForeign(crash, tools.repository));
  const file = parseCrashFile(source.crashText);
  const parsed = reconcile(own, file, source.fileIsReliable, run.output).filter(
    ({ kind }) => kind !== "killed" && kind !== "exit"
  );
  const found = parsed.map((crash) => seenIn(run, examine(crash, tools)));
  const ending = found.find(({ parsed: { kind } }) => endsProcess(kind)) ?? found[0];
  if (ending === void 0)
    return noCrash.has(run.cause.id) ? [] : [fromCause(run, printed, tools)];
  if (!found.some(({ cause }) => cause === run.cause?.id) && !noCrash.has(run.cause.id))
    ending.cause = run.cause.id;
  return [ending, ...found.filter((other) => other !== ending)];
}
async function readPrinted(run, out) {
  const log = run.attempts.at(-1)?.log;
  if (log === void 0) return scan(run.output);
  const found = [];
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (found.length < maxCrashes2) found.push(crash);
    }
  });
  const lines = splitLines(scanner.push);
  await readChunks(join5(out, log), lines.push);
  lines.end();
  scanner.end();
  return found;
}
function scan(text) {
  const found = [];
  const scanner = createCrashScanner({ crash: (crash) => found.push(crash) });
  for (const line of text.split("\n")) scanner.push(line);
  scanner.end();
  return found.slice(0, maxCrashes2);
}
function fromCause(run, printed, tools) {
  const { cause, attempts, tests: tests2 } = run;
  if (cause === null) throw new Error("a crash of no cause");
  const { parsed, blame } = crashOfCause({
    kind: wordless.has(cause.id) ? "exit" : run.ending === "build-failed" ? "build-failure" : "killed",
    cause,
    exitCode: attempts.at(-1)?.exitCode ?? null,
    notes: printed.findLast(({ kind }) => kind === "exit")?.notes ?? [],
    blackBox: attempts.at(-1)?.blackBox ?? null,
    test: soleInnermost(tests2.unfinished) ?? testAt(cause, tests2.unfinished),
    failure: failureOf(run),
    directory: tools.directory,
    package: run.package
  });
  const examined = examine(parsed, tools, blame);
  const found = seenIn(run, { ...examined, cause: cause.id });
  const message = partingWords(cause) ?? cause.summary;
  const isKnown = parsed.kind !== "exit" || examined.recognition.known?.cause === cause.id;
  return { ...found, parsed: { ...parsed, message }, known: isKnown ? found.known : null };
}
function failureOf({ ending, cause, tests: { failures: failures3 } }) {
  if (ending !== "failed" || cause === null) return null;
  const words = cause.evidence.map(({ detail }) => detail).filter((detail) => detail !== "");
  const spoken2 = failures3.find(({ message }) => words.some((word) => message.includes(word)));
  const failure = spoken2 ?? (failures3.length === 1 ? failures3[0] : void 0);
  if (failure === void 0 || failure.file === null || failure.line === null) return null;
  return { function: failure.test, file: failure.file, line: failure.line };
}
function testAt({ position: position2 }, unfinished) {
  const test = position2 === void 0 ? null : declaredTest(position2.function);
  return test !== null && unfinished.includes(test) ? test : null;
}
function seenIn(run, examined) {
  const { parsed, blame, cause, fingerprint: fingerprint2, recognition } = examined;
  return {
    ...{ parsed, blame, cause, fingerprint: fingerprint2 },
    known: recognition.known?.id ?? null,
    seen: {
      package: run.package,
      leg: run.leg,
      attempt: run.attempts.at(-1)?.number ?? 1,
      test: blame.test
    }
  };
}

// src/run/leaks/read-leaks.ts
import { join as join6 } from "node:path";

// src/evidence/leaks-file.ts
var maxLeaksBytes = (4 << 20) + 4096;
var limits = { goroutines: 2e3, stackFrames: 200, frames: 5e4 };
var maxHeadChars = 400;
var head = /^crash-guard-leaks 1\nproof (?<proof>[01])\ncut (?<cut>[01])\ntotal (?<total>\d{1,15})\n(?:\n|$)/;
function parseLeaksFile(text) {
  if (text === null) return null;
  const found = head.exec(text.slice(0, maxHeadChars));
  if (found === null) return null;
  const parser = createGoroutineParser(void 0, limits);
  for (const line of text.slice(found[0].length).split("\n")) parser.push(line);
  parser.end();
  const { proof, cut, total } = found.groups ?? {};
  const { goroutines } = parser;
  return {
    proof: proof === "1",
    total: Math.max(Number(total), goroutines.length),
    whole: cut === "0" && goroutines.length >= Number(total),
    goroutines
  };
}

// src/leaks/function-pattern.ts
function fitsFunction(pattern, name) {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === void 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

// src/leaks/acceptance.ts
function acceptanceOf(leak, { accept, modulePath, today }) {
  const functions2 = functionsOf(leak);
  const fitting = accept.filter(
    (entry2) => (entry2.package === null || fitsPackage(entry2.package, leak.package, modulePath)) && functions2.some((name) => fitsFunction(entry2.function, name))
  );
  const valid = fitting.find(({ until }) => today <= until);
  const [entry] = fitting;
  if (valid !== void 0) return { accepted: wordsOf(valid) };
  return { accepted: null, ...entry === void 0 ? {} : { expired: wordsOf(entry) } };
}
function functionsOf({
  frames,
  createdBy,
  site
}) {
  const names2 = [...frames, site, createdBy].flatMap((frame) => frame?.function ?? []);
  return [...new Set(names2.flatMap((name) => [name, shortName(name)]))];
}
function wordsOf({ reason, until }) {
  return { reason, until };
}

// src/leaks/leak-fingerprint.ts
import { createHash as createHash2 } from "node:crypto";
var depth2 = 3;
function leakFingerprint({ what: what2, frames, createdBy }, locate, repository) {
  let site = null;
  const names2 = [];
  for (const frame of frames) {
    if (names2.length === depth2) break;
    const located = isWrapper(frame.function) ? null : locate(frame);
    if (located === null) continue;
    site ??= located;
    const name = stableName(frame, located, repository);
    if (name !== names2.at(-1)) names2.push(name);
  }
  const created = createdBy === null ? null : locate(createdBy);
  const parts = [
    what2,
    ...site === null ? othersNames(frames) : [...names2, ...lineText(site, repository)],
    "created by",
    ...createdBy === null || created === null ? [createdBy === null ? "" : plainName(createdBy.function)] : [stableName(createdBy, created, repository), ...lineText(created, repository)]
  ];
  return createHash2("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}
function othersNames(frames) {
  const called = frames.filter((frame) => !isRuntime(frame) && !isWrapper(frame.function));
  const others2 = called.filter((frame) => !isStandardLibrary(frame));
  const names2 = (others2.length > 0 ? others2 : called.slice(-1)).map(
    (frame) => plainName(frame.function)
  );
  return names2.filter((name, index) => name !== names2[index - 1]).slice(0, depth2);
}
function lineText(located, repository) {
  const texts = textsOf(located.file, repository);
  const textOf = (line) => {
    const text2 = texts.get(line) ?? sourceText({ ...located, line }, repository);
    texts.set(line, text2);
    return text2;
  };
  const text = textOf(located.line);
  if (text === "") return [];
  const lines = repository.lines(located.file) ?? [];
  const from = enclosingFunction(lines, located.line)?.line ?? located.line;
  let same = 0;
  for (let line = from; line < located.line; line++) if (textOf(line) === text) same++;
  return [text, String(same)];
}
var known = /* @__PURE__ */ new WeakMap();
function textsOf(file, repository) {
  const files = known.get(repository) ?? /* @__PURE__ */ new Map();
  known.set(repository, files);
  const texts = files.get(file) ?? /* @__PURE__ */ new Map();
  files.set(file, texts);
  return texts;
}

// src/leaks/leftover.ts
var maxFrames5 = 20;
var maxCreators = 32;
var main = 1;
var asPrinted = /* @__PURE__ */ new Set(["chan receive", "chan send", "select"]);
function leftovers({ proof, goroutines }, repository) {
  const { locate } = ownCode(asCrash(goroutines), repository);
  const tests2 = testsOf(goroutines);
  const known2 = /* @__PURE__ */ new Map();
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = (part) => {
    if (part === null) return -1;
    const number2 = numbers.get(part) ?? numbers.size;
    numbers.set(part, number2);
    return number2;
  };
  return goroutines.map((goroutine) => {
    const { frames, createdBy, state, leaked } = goroutine;
    const test = tests2(goroutine);
    const key = [numberOf(frames), numberOf(createdBy), test, state, leaked].join("\n");
    const same = known2.get(key);
    if (same !== void 0) return same;
    const awaited = waitOf(goroutine)?.awaited ?? null;
    const leftover = {
      confidence: proof && leaked ? "confirmed" : "consistent",
      fingerprint: leakFingerprint(
        { what: awaited ?? state, frames, createdBy },
        locate,
        repository
      ),
      test,
      state: awaited === null || asPrinted.has(awaited) ? state : awaited,
      site: ownLine(frames, locate),
      createdBy: ownStart(goroutine, locate),
      frames: frames.slice(0, maxFrames5).map((frame) => named2(frame, repository))
    };
    known2.set(key, leftover);
    return leftover;
  });
}
function testsOf(goroutines) {
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  const told = new Map(
    goroutines.map((goroutine) => [
      goroutine,
      culpritTest(asCrash(creatorsOf(goroutine, byId)), goroutine)
    ])
  );
  const byCreator = /* @__PURE__ */ new Map();
  for (const [{ createdBy }, test] of told)
    if (test !== null && typeof createdBy?.goroutine === "number" && createdBy.goroutine !== main)
      byCreator.set(createdBy.goroutine, test);
  return (goroutine) => told.get(goroutine) ?? byCreator.get(goroutine.createdBy?.goroutine ?? -1) ?? null;
}
function creatorsOf(start, byId) {
  const found = /* @__PURE__ */ new Set();
  let current = start;
  while (current !== void 0 && found.size < maxCreators && !found.has(current)) {
    found.add(current);
    current = byId.get(current.createdBy?.goroutine ?? -1);
  }
  return [...found].slice(1);
}
function ownLine(frames, locate) {
  for (const frame of frames) {
    const located = locate(frame);
    if (located !== null) return plainFrame(located);
  }
  return null;
}
function ownStart({ createdBy, ancestors }, locate) {
  const starts = ancestors.flatMap((ancestor) => [...ancestor.frames, ancestor.createdBy]);
  return ownLine(
    [createdBy, ...starts].filter((frame) => frame !== null),
    locate
  );
}
function named2({ function: name, file, line }, repository) {
  const located = locateFrame({ function: name, file, line }, repository);
  return { function: name, file: located?.file ?? file, line };
}
function asCrash(goroutines) {
  return {
    ...{ kind: "goroutine-leak", message: "", panics: [], signal: null, notes: [] },
    stacks: goroutines.map((goroutine) => ({
      ...{ role: "waiting", goroutine, access: null, title: "" }
    })),
    ...{ omittedStacks: 0, runningTests: [], positions: [], exitStatus: null, outputTest: null },
    ...{ package: null, survived: true, truncated: false, lineCount: 0, firstLine: 0 }
  };
}

// src/run/leaks/read-leaks.ts
var maxLeaks = 1e3;
async function readLeaks(out, plan, packages) {
  const rules = plan.leaks;
  if (rules === void 0 || rules.goroutines === "off" && rules.memory === "off")
    return { leaks: null, packages: [...packages], gaps: [] };
  const found = [];
  const gaps = [];
  const seen = /* @__PURE__ */ new Map();
  const open2 = once(() => repositoryAt(plan.directory));
  if (rules.goroutines !== "off") {
    for (const run of packages) {
      if (run.ending === "no-tests") continue;
      const files = await readFiles(out, run);
      for (const file of files) found.push(...leaksOf(file, run, open2));
      seen.set(run, seenIn2(files));
      gaps.push(...cutGaps(files, run));
    }
    if (rules.goroutines === "fail") gaps.push(...unseenGaps(seen));
  }
  const memory = rules.memory === "off" ? null : await readMemoryLeaks(out, plan.legs);
  found.push(...memory?.leaks ?? []);
  if (memory !== null) gaps.push(...unmeasuredGaps(packages, plan, memory));
  const acceptance = {
    ...{ accept: rules.accept, modulePath: plan.source.module },
    today: plan.startedAt.slice(0, 10)
  };
  const leaks2 = worstFirst(
    together(found).map((leak) => ({
      ...leak,
      standing: "unknown",
      ...acceptanceOf(leak, acceptance)
    }))
  );
  const left = leaks2.slice(maxLeaks);
  const unlisted = new Set(left.map((leak) => leak.package));
  if (left.length > 0)
    gaps.push({ what: `${plural(left.length, "leak")} beyond the first ${String(maxLeaks)}` });
  return {
    leaks: leaks2.slice(0, maxLeaks),
    packages: packages.map(
      (run) => withSeen(run, seen.get(run), memory?.seen(run), unlisted.has(run.package))
    ),
    gaps
  };
}
async function readFiles(out, run) {
  const folder = layout.package(out, run.leg, run.package);
  const numbers = run.attempts.map(({ number: number2 }) => number2).filter((number2) => number2 > 0);
  const files = [];
  for (const number2 of numbers) {
    const path = join6(folder, `attempt-${String(number2)}`, "leaks.txt");
    files.push(parseLeaksFile(await readBounded(path, maxLeaksBytes)));
  }
  return files;
}
function leaksOf(file, run, open2) {
  if (file === null || file.goroutines.length === 0) return [];
  return counted(
    leftovers(file, open2()).map((leftover) => ({
      ...{ kind: "goroutine", package: run.package, legs: [run.leg], ...leftover },
      ...{ goroutines: 1, bytesPerRun: null }
    }))
  );
}
function seenIn2(files) {
  if (files.length > 0 && files.every((file) => file?.whole === true)) return "all";
  return files.some((file) => file !== null) ? "some" : "none";
}
function* cutGaps(files, run) {
  for (const file of files) {
    if (file === null || file.whole) continue;
    const { total, goroutines } = file;
    const what2 = `at least ${plural(total, "goroutine")} outlived the tests; ${String(goroutines.length)} of them are listed`;
    yield { what: what2, leg: run.leg, package: run.package };
  }
}
function* unseenGaps(seen) {
  for (const [run, how] of seen)
    if (how === "none" && run.ending === "passed")
      yield {
        what: "nobody looked for goroutines that outlive its tests: the agent could not ride along, or TestMain hands the tests to another function",
        ...{ leg: run.leg, package: run.package }
      };
}
function* unmeasuredGaps(packages, { legs, leaks: leaks2 }, { seen, notes: notes2 }) {
  const measured2 = new Set(
    legs.filter((leg) => measuresGrowth(leaks2?.memory ?? "off", leg)).map(({ name }) => name)
  );
  for (const run of packages) {
    for (const note of notes2(run)) {
      const what3 = `while its tests were repeated for their memory: ${note}`;
      yield { what: what3, leg: run.leg, package: run.package };
    }
    if (run.ending !== "passed" || !measured2.has(run.leg) || seen(run) !== void 0) continue;
    const why = run.cached ? "its result came from the cache" : "the time was over, or the run ended, before its turn came";
    const what2 = `nobody looked for memory that grows with each repetition of its tests: ${why}`;
    yield { what: what2, leg: run.leg, package: run.package };
  }
}
function withSeen(run, goroutine, memory, isUnlisted) {
  const listed2 = (how) => isUnlisted && how === "all" ? "some" : how;
  if (goroutine === void 0 && memory === void 0) return run;
  return {
    ...run,
    leaksSeen: {
      ...goroutine === void 0 ? {} : { goroutine: listed2(goroutine) },
      ...memory === void 0 ? {} : { memory: listed2(memory) }
    }
  };
}
function once(make) {
  let made = null;
  return () => (made ??= { value: make() }).value;
}

// src/run/assemble.ts
async function assemble(out, catalog) {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  if (marker === null || plan?.run !== marker.run) return null;
  const cancel = await readCancel(out);
  const packages = [];
  const heap = [];
  const gaps = [];
  const legs = [];
  const crashed = [];
  const logs = [];
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    const assembled = await assembleLeg(out, plan, leg, cancel);
    packages.push(...assembled.packages);
    heap.push(...assembled.heap);
    gaps.push(...assembled.gaps);
    legs.push(assembled.report);
    crashed.push(...assembled.crashed);
    logs.push(...assembled.logs);
    endedAt = Math.max(endedAt, assembled.endedAt);
  }
  gaps.push(...await writeLogs(out, logs));
  const { crashes, gaps: unread } = await readCrashes(crashed, { out, plan, catalog });
  gaps.push(...unread);
  const left = await readLeaks(out, plan, packages);
  gaps.push(...left.gaps);
  gaps.unshift(...coreGaps(await readCoreLedger(out), plan.legs, packages));
  return conclude(out, plan, {
    schema: 1,
    tool: { name: "go-crash-guard", version: plan.toolVersion },
    startedAt: plan.startedAt,
    elapsedMs: Math.max(0, endedAt - Date.parse(plan.startedAt)),
    source: plan.source,
    machine: plan.machine,
    preflight: plan.preflight,
    legs,
    packages: left.packages,
    crashes,
    heap,
    comparison: null,
    ...left.leaks === null ? {} : { leaks: left.leaks, ...kindsThatFail(plan.leaks) },
    artifacts: [],
    gaps,
    ...plan.shard === void 0 ? {} : { shard: plan.shard },
    verdict: { status: "incomplete", reasons: [] }
  });
}
var unconfirmed = "the run ended before the packages that may have grown were measured again";
async function conclude(out, plan, report) {
  const { packages, legs, heap, source } = report;
  const run = { run: plan.run, directory: plan.directory, module: source.module };
  const comparison = await readComparison(out, run, heap);
  const pending = packagesToConfirm(comparison ?? { packages: [] }).length > 0;
  const unknown = pending && await readGrowth(out) === null ? unconfirmed : null;
  const leaks2 = await withLeakStanding(out, plan.legs, report.leaks);
  return {
    ...report,
    ...leaks2 === null ? {} : { leaks: leaks2 },
    crashes: await withStanding(out, report.crashes),
    comparison,
    verdict: judge({
      ...{ packages, legs, comparison },
      problem: plan.problem ?? unknown,
      partial: plan.shard !== void 0,
      cancelled: await readCancel(out) !== null,
      failOn: plan.failOn,
      flaky: plan.flaky,
      searched: searchedLegs(plan),
      ...leaks2 === null || plan.leaks === void 0 ? {} : { leaks: { found: leaks2, modes: plan.leaks } }
    })
  };
}
function searchedLegs({ legs, leaks: leaks2 }) {
  return legs.map((leg) => ({
    name: leg.name,
    repeats: leg.stressMs !== void 0,
    measuresGrowth: leaks2?.memory === "fail" && measuresGrowth(leaks2.memory, leg)
  }));
}
async function assembleLeg(out, plan, leg, cancel) {
  await keeperGone(layout.leg(out, leg.name));
  for (const { folder } of await readRounds(out, leg.name)) await keeperGone(folder);
  const evidence = await readLeg(out, leg);
  const assembled = {
    report: legReport(evidence),
    packages: [],
    heap: [],
    gaps: [...legGaps(evidence)],
    crashed: [],
    logs: [],
    endedAt: resultsEndedAt(evidence)
  };
  for (const planned of leg.packages) {
    const one = await assemblePackage({ out, plan, evidence, planned, cancel });
    assembled.packages.push(one.run);
    assembled.heap.push(...one.heap);
    assembled.gaps.push(...one.gaps);
    const bad = one.runs.filter(({ run }) => needsLog(run.ending));
    assembled.crashed.push(...bad);
    assembled.logs.push(...bad.map(({ run, events }) => ({ run, events })));
  }
  const fuzzed = await readFuzz({ out, plan, leg, cancel, packages: assembled.packages });
  assembled.crashed.push(...fuzzed.crashed);
  assembled.gaps.push(...fuzzed.gaps);
  const searchedMs = (evidence.stress?.spentMs ?? 0) + await memorySearchMs(out, leg.name);
  assembled.endedAt = Math.max(assembled.endedAt, fuzzed.endedAt) + searchedMs;
  assembled.packages = assembled.packages.map((run) => {
    const fuzz = fuzzed.reports.get(run.package);
    return fuzz === void 0 ? run : { ...run, fuzz };
  });
  assembled.gaps = gatherGaps(assembled.gaps, leg.name);
  return assembled;
}
function allGoTests(evidence) {
  return [evidence.main, ...evidence.rounds.map((round) => round.evidence)];
}
function resultsEndedAt(evidence) {
  const further = evidence.reruns.filter(({ rerun }) => rerun.purpose !== "stress");
  const runs = [...allGoTests(evidence), ...further.map((one) => one.evidence)];
  const searchedMs = [...evidence.isolations.values()].reduce((sum2, one) => sum2 + one.elapsedMs, 0);
  return Math.max(0, ...runs.map(endOf)) + searchedMs;
}
function endOf({ goEnd }) {
  return Date.parse(goEnd?.endedAt ?? "") || 0;
}
function legReport({ leg, main: main2, rounds, stress }) {
  const { goEnd, guard } = main2;
  return {
    name: leg.name,
    race: leg.race,
    heapProfile: leg.heapProfile,
    goVersion: leg.goVersion,
    command: leg.command,
    exitCode: goEnd?.exitCode ?? null,
    signal: goEnd?.signal ?? null,
    elapsedMs: goEnd?.elapsedMs ?? null,
    ...guard === null ? {} : { guard: { tier: guard.tier, ceilingBytes: guard.ceilingBytes, tried: guard.tried } },
    ...stress === null ? {} : { stress },
    ...rounds.length === 0 ? {} : {
      rounds: rounds.map(({ round, evidence }) => ({
        purpose: round.purpose,
        packages: round.packages,
        command: round.command,
        exitCode: evidence.goEnd?.exitCode ?? null,
        signal: evidence.goEnd?.signal ?? null
      }))
    }
  };
}
function* legGaps(evidence) {
  const leg = evidence.leg.name;
  if (evidence.main.cut) yield { what: "the event stream of go test stops inside a line", leg };
  if (evidence.main.goEnd?.guard?.vanished === true)
    yield { what: "the control group of the guard was removed while the tests ran", leg };
  for (const { goEnd } of allGoTests(evidence))
    for (const what2 of goEnd?.guard?.problems ?? []) yield { what: `guard: ${what2}`, leg };
  const { guard } = evidence.main;
  if (guard?.tier === "none" && guard.ceilingBytes !== null)
    yield {
      what: `no memory ceiling: ${guard.tried.map(({ tier, problem }) => `${tier}: ${problem}`).join("; ")}`,
      leg
    };
  for (const { package: name, notes: notes2 } of evidence.stress?.packages ?? [])
    for (const what2 of notes2)
      yield { what: `while its tests were repeated: ${what2}`, leg, package: name };
  yield* unplanned(evidence);
}
function* unplanned({ leg, main: main2 }) {
  const planned = new Set(leg.packages.map((item) => item.package));
  for (const [name, fold] of main2.stream.packages) {
    if (planned.has(name)) continue;
    const what2 = `go test ran it, but "go list" had not named it (${fold.action ?? "no end seen"})`;
    yield { what: what2, leg: leg.name, package: name };
  }
}

export {
  nowhereElse,
  isChargeable,
  repositoryFile,
  heapFigures,
  runGoTest,
  startArguments,
  timeoutOf,
  whyNotAgain,
  openReruns,
  isOf,
  activeTests,
  endedTests,
  selected,
  assemblePackage,
  causeOfCrash,
  recursionOf,
  findGuilt,
  findBlame,
  fingerprint,
  examine,
  reportCrashes,
  readCrashes,
  writeCancel,
  readCancel,
  writeMemoryLeaks,
  maxLeaksBytes,
  parseLeaksFile,
  leftovers,
  writeRunPlan,
  readRunPlan,
  assemble,
  conclude,
  assembleLeg
};
