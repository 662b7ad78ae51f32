import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  failsWhereLeaksFail
} from "./chunk-A4M5YG7X.js";
import {
  heapMetrics
} from "./chunk-LSEFGULL.js";
import {
  decisiveAttempt,
  others,
  shared
} from "./chunk-LJR2BSKZ.js";
import {
  testOfStack
} from "./chunk-ISKTQOTD.js";
import {
  packageOf,
  shortName,
  userFrame
} from "./chunk-T4JS6IWF.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  clip,
  formatBytes,
  listNames,
  printable
} from "./chunk-RYNKS63I.js";

// src/recovery/attempt-view.ts
var died = /* @__PURE__ */ new Set(["crashed", "killed", "exited", "timed-out"]);
function hasDied({ ending }) {
  return died.has(ending);
}
var memory = /* @__PURE__ */ new Set([
  ...["oom-cgroup", "oom-host", "oom-guard", "go-out-of-memory"]
]);
var limits = /* @__PURE__ */ new Set([
  ...memory,
  ...["thread-limit", "fd-limit"]
]);
function diedOfLimit(cause) {
  return limits.has(cause);
}
function diedAtLimit({ cause, ending }) {
  return cause !== null && limits.has(cause) && (died.has(ending) || ending === "failed");
}
function diedOfMemory(view) {
  return view.cause !== null && memory.has(view.cause) && diedAtLimit(view);
}
function endedFromOutside(view) {
  return view.ending === "killed" && (diedAtLimit(view) || view.cause === "killed");
}

// src/report/severity.ts
var order = [
  "regressed",
  "warned",
  "unconfirmed",
  "accepted",
  "improved",
  "same"
];
function severity(verdict) {
  return order.indexOf(verdict);
}
function worst(verdicts) {
  return order.find((verdict) => verdicts.includes(verdict)) ?? "same";
}
function byWeight(a, b) {
  return severity(a.verdict) - severity(b.verdict) || growthOf(b) - growthOf(a);
}
function growthOf({ metrics }) {
  return Math.max(0, ...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}

// src/heap/compare/growth-words.ts
var limits2 = {
  threshold: "the relative threshold",
  floor: "the least growth that counts",
  history: "the noise of its measurements",
  sampling: "the error of sampling"
};
function amountText(metric, amount) {
  if (heapMetrics[metric].unit === "bytes") return formatBytes(Math.round(amount));
  return Math.round(amount).toLocaleString("en-US");
}
function stepText({ metric, base, head }) {
  const share = base === 0 ? "" : ` (${(100 * Math.abs(head - base) / base).toFixed(1)} %)`;
  return `by ${amountText(metric, Math.abs(head - base))}${share} to ${amountText(metric, head)}`;
}
function reachText({ metric, limit, limitedBy }) {
  return `${amountText(metric, limit)} is the limit, from ${limits2[limitedBy]}`;
}
function grewText(text) {
  const runs = text.headRuns.length;
  const best = runs > 1 ? `, the smallest of ${String(runs)} measurements` : "";
  const step = text.head > text.base ? `grew ${stepText(text)}` : `${amountText(text.metric, text.head)} instead of ${amountText(text.metric, text.base)}`;
  return `${step}${best}; ${reachText(text)}`;
}
function shrankText(text) {
  return `shrank ${stepText(text)}`;
}
var growthWords = {
  moved: "no function of the package allocates that much more: other tests did this work before",
  policy: (metric) => `"${heapMetrics[metric].word}" is set to warn`,
  tooFewRuns: (again) => again === 0 ? "not measured again" : `measured again ${plural(again, "time")} only, which is too few to count`,
  maybeChance: "the records do not tell whether that is chance: it counts once the base is measured again too (confirm: base)",
  gone: (text, baseToo) => `grew at first, to ${amountText(text.metric, text.headRuns[0] ?? 0)}; measured again ` + (baseToo ? "beside the base" : `it was ${amountText(text.metric, text.head)}`) + `, within the limit of ${amountText(text.metric, text.limit)}`,
  within: (text, fromTests) => {
    const tests = fromTests > 0 ? `; new tests account for ${amountText(text.metric, fromTests)}` : "";
    return `${amountText(text.metric, text.head)}; ${reachText(text)}${tests}`;
  }
};

// src/heap/compare/metric-rules.ts
var KiB = 1024;
var MiB = 1024 * KiB;
var metricRules = {
  allocBytes: { threshold: "settings", floor: 256 * KiB, sumOfTests: true },
  allocObjects: { threshold: "settings", floor: 4096, sumOfTests: true },
  inuseBytes: { threshold: "settings", floor: MiB, sumOfTests: false },
  liveHeapPeakBytes: { threshold: 0.15, floor: 16 * MiB, sumOfTests: false },
  peakRssBytes: { threshold: 0.15, floor: 16 * MiB, sumOfTests: false },
  goroutinesAtEnd: { threshold: "settings", floor: 8, sumOfTests: false },
  bytesPerOp: { threshold: 0.01, floor: 7, sumOfTests: false },
  allocsPerOp: { threshold: 0, floor: 0, sumOfTests: false }
};
var packageMetrics = [
  "allocBytes",
  "allocObjects",
  "inuseBytes",
  "liveHeapPeakBytes",
  "peakRssBytes",
  "goroutinesAtEnd"
];
var testMetrics = [
  "allocBytes",
  "allocObjects",
  "inuseBytes"
];
var benchmarkMetrics = ["bytesPerOp", "allocsPerOp"];
function isTestMetric(metric) {
  return testMetrics.some((name) => name === metric);
}

// src/heap/compare/pattern.ts
function fitsPackage(pattern, name, modulePath) {
  const path = absolutePattern(pattern, modulePath);
  if (path === null) return false;
  if (path.endsWith("/...") && fits(path.slice(0, -4), name)) return true;
  return fits(path, name);
}
function fitsTest(pattern, test) {
  return fits(pattern.replaceAll("*", "..."), test);
}
function absolutePattern(pattern, modulePath) {
  if (pattern !== "." && !pattern.startsWith("./")) return pattern;
  if (modulePath === null) return null;
  const below = pattern.slice(2).replace(/\/$/, "");
  if (modulePath === "std") return below;
  return below === "" ? modulePath : `${modulePath}/${below}`;
}
function fits(pattern, text) {
  const parts = pattern.match(/\.\.\.|[^]/gu) ?? [];
  let places = withWildcardsSkipped(/* @__PURE__ */ new Set([0]), parts);
  for (const character of text) {
    const next = /* @__PURE__ */ new Set();
    for (const place of places) {
      const part = parts[place];
      if (part === "..." || part === "*" && character !== "/") next.add(place);
      else if (part === character) next.add(place + 1);
    }
    if (next.size === 0) return false;
    places = withWildcardsSkipped(next, parts);
  }
  return places.has(parts.length);
}
function withWildcardsSkipped(places, parts) {
  for (const place of places)
    if (parts[place] === "..." || parts[place] === "*") places.add(place + 1);
  return places;
}

// src/heap/compare/accepting.ts
function acceptance(input) {
  const { accepted, modulePath, today } = input;
  const here = [...input.heads, ...input.bases, ...input.removed].map((item) => item.package);
  const packages = [.../* @__PURE__ */ new Set([...here, ...input.elsewhere ?? []])];
  const problems = [];
  const valid = [];
  for (const entry of input.settings.accept) {
    if (today > entry.until)
      problems.push(
        `${entry.where}: expired after ${entry.until} and accepts nothing any more; remove it, or decide again and set a new day`
      );
    else if (packages.some((name) => fitsPackage(entry.package, name, modulePath)))
      valid.push(entry);
    else if (input.partial !== true)
      problems.push(`${entry.where}: no package of this run is meant by "${entry.package}"`);
  }
  return {
    problems,
    reasonFor: (grown) => {
      if (accepted !== null)
        return `accepted with the label memory-accepted by ${accepted.actor} at ${accepted.at}`;
      const entry = valid.find((candidate) => accepts(candidate, grown, modulePath));
      return entry === void 0 ? null : `accepted up to ${amountText(grown.metric, capOf(entry, grown.base))} until ${entry.until} (${entry.where}): ${entry.reason}`;
    }
  };
}
function accepts(entry, grown, modulePath) {
  if (entry.metric !== grown.metric) return false;
  if (!fitsPackage(entry.package, grown.package, modulePath)) return false;
  if (entry.test === null) {
    const figure = isTestMetric(grown.metric) ? grown.whole ?? grown : grown;
    return figure.head <= capOf(entry, figure.base);
  }
  if (grown.test === null || !fitsTest(entry.test, grown.test)) return false;
  return grown.head <= capOf(entry, grown.base);
}
function capOf({ cap }, base) {
  return cap.kind === "amount" ? cap.amount : cap.factor * base;
}

// src/heap/compare/budgets.ts
function brokenBudgets(budgets, heads, modulePath) {
  const profiled = new Set(heads.filter(isProfiled).map((head) => head.package));
  return budgets.flatMap(
    (budget) => heads.filter((head) => fitsPackage(budget.package, head.package, modulePath)).flatMap((head) => {
      const rssBytes = isProfiled(head) || !profiled.has(head.package) ? budget.rssBytes : null;
      return figuresOf({ ...budget, rssBytes }, head).filter(({ bytes, limitBytes }) => bytes > limitBytes).map((figure) => ({
        ...{ rule: ruleText(budget), package: head.package, leg: head.leg },
        ...figure
      }));
    })
  ).sort((a, b) => b.bytes / Math.max(b.limitBytes, 1) - a.bytes / Math.max(a.limitBytes, 1));
}
function isProfiled({ sampling }) {
  return sampling.rate > 0;
}
function ruleText({ package: name, test }) {
  return test === null ? name : `${name} ${test}`;
}
function figuresOf(budget, head) {
  const { metrics, tests } = head;
  const whole = { test: null, position: null };
  const amounts = budget.test === null ? [
    { ...whole, what: "allocated", bytes: metrics.allocBytes },
    { ...whole, what: "in-use", bytes: metrics.inuseBytes },
    { ...whole, what: "rss", bytes: metrics.peakRssBytes }
  ] : tests.filter(({ test }) => test !== others && fitsTest(budget.test ?? "", test)).flatMap(({ test, allocBytes, inuseBytes }) => [
    { test, position: null, what: "allocated", bytes: allocBytes },
    { test, position: null, what: "in-use", bytes: inuseBytes }
  ]);
  const limits3 = {
    allocated: budget.allocatedBytes,
    "in-use": budget.inuseBytes,
    rss: budget.rssBytes,
    "leak-per-stack": budget.leakPerStackBytes
  };
  return [...amounts, ...stacksOf(budget, head)].flatMap((figure) => {
    const limitBytes = limits3[figure.what];
    const { bytes } = figure;
    return limitBytes === null || bytes === null ? [] : [{ ...figure, bytes, limitBytes }];
  });
}
function stacksOf({ test: pattern }, { holders }) {
  return holders.map(({ frames, inuseBytes }) => ({
    test: testOfStack(frames),
    what: "leak-per-stack",
    bytes: inuseBytes,
    position: userFrame(frames) ?? frames[0] ?? null
  })).filter(({ test }) => pattern === null || test !== null && fitsTest(pattern, test));
}

// src/heap/compare/statistics.ts
function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
function medianDeviation(values) {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

// src/heap/compare/limit.ts
var historyPoints = 50;
var enoughHistory = 8;
var recentPoints = 5;
var deviationsToSigma = 1.4826;
function limitOf(input) {
  const { history, headRuns, baseRuns } = input;
  const isKnown = history.length >= enoughHistory && baseRuns.length === 0;
  const spread = isKnown ? 0 : Math.max(spreadOf(headRuns), spreadOf(baseRuns));
  const { floor, threshold } = metricRules[input.metric];
  const parts = [
    ["threshold", (threshold === "settings" ? input.threshold : threshold) * input.base],
    ["floor", floor],
    ["history", Math.max(4 * input.sigma, 2 * spread)],
    ["sampling", 3 * input.samplingError]
  ];
  const [by, allowance] = parts.reduce((most, part) => part[1] > most[1] ? part : most);
  return { allowance, by };
}
function smallestAllowance(metric, base, heapThreshold) {
  const { floor, threshold } = metricRules[metric];
  return Math.max(floor, (threshold === "settings" ? heapThreshold : threshold) * base);
}
function historySigma(history) {
  if (history.length < enoughHistory) return 0;
  const values = history.slice(0, historyPoints);
  const deltas = values.slice(1).map((value, index) => value - (values[index] ?? value));
  return deviationsToSigma * medianDeviation(deltas);
}
function usualLately(base, history, sigma) {
  if (history.length < enoughHistory) return base;
  const usual = median(history.slice(0, recentPoints));
  return Math.abs(usual - base) <= 4 * sigma ? usual : base;
}
function spreadOf(runs) {
  return runs.length === 0 ? 0 : Math.max(...runs) - Math.min(...runs);
}

// src/heap/compare/judge-figure.ts
var confirmations = 2;
var recentRecords = 10;
function judgeFigure(figure, judging) {
  const { metric, headRuns, baseRuns } = figure;
  const range = rangeOf(figure, judging);
  const head = Math.min(...headRuns);
  const text = { ...range, metric, head, headRuns };
  const { verdict, because } = head > range.limit ? judgeGrowth(figure, judging, range, text) : judgeNoGrowth(figure, judging, range, text);
  return {
    ...{ metric, base: range.base, head, limit: range.limit, limitedBy: range.limitedBy },
    ...{ verdict, runs: { head: [...headRuns], base: [...baseRuns] }, because }
  };
}
function rangeOf(figure, { threshold, doubt }) {
  const { recorded, baseRuns, history, fromTests } = figure;
  const sigma = historySigma(history);
  const base = baseRuns.length > 0 ? median(baseRuns) : recorded;
  const known = doubt !== null && baseRuns.length > 0 ? baseRuns : [recorded, usualLately(recorded, history, sigma), ...baseRuns];
  const { allowance, by } = limitOf({ ...figure, base, threshold, sigma });
  const from = Math.max(...known) + fromTests;
  const lower = Math.min(...known) + fromTests - allowance;
  return { base, lower, from, allowance, limit: Math.max(0, from + allowance), limitedBy: by };
}
function judgeNoGrowth(figure, judging, range, text) {
  const { headsAgain, baseRuns } = figure;
  if (headsAgain > 0 && grewAtFirst(figure, judging))
    return { verdict: "unconfirmed", because: growthWords.gone(text, baseRuns.length > 0) };
  if (isImprovement(figure, range)) return { verdict: "improved", because: shrankText(text) };
  return { verdict: "same", because: growthWords.within(text, figure.fromTests) };
}
function grewAtFirst(figure, judging) {
  const headRuns = figure.headRuns.slice(0, 1);
  const { limit } = rangeOf({ ...figure, headRuns, baseRuns: [] }, judging);
  return headRuns.some((value) => value > limit);
}
function isImprovement(figure, range) {
  const { headRuns, baseRuns, history, fromTests, steady } = figure;
  const highest = Math.max(...headRuns);
  if (baseRuns.length > 1) return highest < range.lower;
  if (history.length < enoughHistory) return steady && highest < range.lower - range.allowance;
  const lowest = Math.min(...history.slice(0, recentRecords)) + fromTests;
  return highest < Math.min(range.lower, lowest - range.allowance);
}
function judgeGrowth(figure, judging, range, text) {
  const { confirm, policy, doubt } = judging;
  const { headsAgain, baseRuns } = figure;
  const grew = grewText(text);
  const accepted = judging.accepted(range.base, text.head, range.limit);
  if (accepted !== null) return { verdict: "accepted", because: `${grew}; ${accepted}` };
  if (confirm && headsAgain < confirmations)
    return { verdict: "unconfirmed", because: `${grew}; ${growthWords.tooFewRuns(headsAgain)}` };
  if (!judging.isBacked(text.head - range.from))
    return { verdict: "warned", because: `${grew}; ${growthWords.moved}` };
  if (doubt !== null && baseRuns.length === 0)
    return { verdict: "warned", because: `${grew}; ${doubt}` };
  if (confirm && !isBeyondChance(figure, range, text.head))
    return { verdict: "unconfirmed", because: `${grew}; ${growthWords.maybeChance}` };
  if (policy !== "enforce")
    return { verdict: "warned", because: `${grew}; ${growthWords.policy(figure.metric)}` };
  return { verdict: "regressed", because: grew };
}
function isBeyondChance({ baseRuns, history, fromTests }, range, head) {
  if (baseRuns.length > 1) return true;
  if (history.length < enoughHistory) return false;
  const highest = Math.max(...history.slice(0, recentRecords)) + fromTests;
  return head > highest + range.allowance;
}

// src/heap/compare/package-side.ts
function runsOf({ measured, base }, figure) {
  const known = (of) => of.map(figure).filter((value) => typeof value === "number");
  const baseRuns = known(measured.bases);
  const recorded = known([...measured.recordFits ? [base.record] : [], ...measured.bases])[0];
  const headRuns = known(measured.heads);
  if (recorded === void 0 || headRuns.length === 0) return null;
  return {
    recorded,
    headRuns,
    headsAgain: known(measured.heads.slice(measured.heads.length - measured.again)).length,
    baseRuns,
    history: measured.recordFits ? known(base.history) : []
  };
}
function judgingOf({ settings, doubt }, metric, about) {
  return {
    policy: settings.metrics[metric],
    threshold: settings.threshold,
    confirm: settings.confirm !== "off",
    doubt,
    ...about
  };
}

// src/heap/compare/compare-benchmarks.ts
function compareBenchmarks(side) {
  const metrics = benchmarkMetrics.filter((metric) => side.settings.metrics[metric] !== "off");
  const names = new Set(side.measured.heads[0].benchmarks.map(({ name }) => name));
  return [...names].map((name) => ({
    name,
    metrics: metrics.map((metric) => compareBenchmark(side, name, metric)).filter((compared) => compared !== null).filter(({ verdict }) => verdict !== "same")
  })).filter(({ metrics: changed }) => changed.length > 0);
}
function compareBenchmark(side, name, metric) {
  const runs = runsOf(side, ({ benchmarks = [] }) => bestOf(benchmarks).get(name)?.[metric]);
  if (runs === null) return null;
  return judgeFigure(
    { metric, ...runs, history: [], samplingError: 0, fromTests: 0, steady: true },
    judgingOf(side, metric, {
      accepted: (base, head) => side.acceptance.reasonFor({
        ...{ package: side.name, test: name, metric, base, head, whole: null }
      }),
      isBacked: () => true
    })
  );
}
var indexes = /* @__PURE__ */ new WeakMap();
function bestOf(benchmarks) {
  const known = indexes.get(benchmarks);
  if (known !== void 0) return known;
  const best = /* @__PURE__ */ new Map();
  for (const { name, bytesPerOp, allocsPerOp } of benchmarks) {
    const other = best.get(name);
    best.set(name, {
      name,
      bytesPerOp: Math.min(bytesPerOp, other?.bytesPerOp ?? Infinity),
      allocsPerOp: Math.min(allocsPerOp, other?.allocsPerOp ?? Infinity)
    });
  }
  indexes.set(benchmarks, best);
  return best;
}

// src/heap/compare/function-charges.ts
var charges = {
  allocBytes: "chargedAllocBytes",
  allocObjects: "chargedAllocObjects",
  inuseBytes: "chargedInuseBytes"
};
function chargeOf(row, metric) {
  return row === null ? 0 : row[charges[metric]];
}
function pairFunctions(base, head, metric) {
  const families = /* @__PURE__ */ new Map();
  const add = (side) => (row) => {
    const name = familyOf(row.function);
    const family = families.get(name) ?? { base: [], head: [] };
    families.set(name, family);
    family[side].push(row);
  };
  base.functions.forEach(add("base"));
  head.functions.forEach(add("head"));
  const pairs = [...families.values()].flatMap((family) => pairFamily(family, metric));
  return [
    ...pairs.filter((pair) => pair.base !== null && pair.head !== null),
    ...pairInlined(pairs)
  ];
}
function pairInlined(pairs) {
  const gone = /* @__PURE__ */ new Map();
  for (const { base, head } of pairs)
    if (base !== null && head === null && isClosure(base)) gone.set(closureOf(base), base);
  const left = pairs.filter(({ base }) => base === null).map(({ head }) => {
    const base = head !== null && isClosure(head) ? gone.get(closureOf(head)) ?? null : null;
    if (base !== null) gone.delete(closureOf(base));
    return { base, head };
  });
  const paired = new Set(left.map(({ base }) => base));
  return [...left, ...pairs.filter(({ base, head }) => head === null && !paired.has(base))];
}
function isClosure(row) {
  return familyOf(row.function) !== row.function;
}
function closureOf({ file, function: name }) {
  const [around = "", ...closure] = familyOf(name).split(/(?=\.(?:func|gowrap|deferwrap)#)/);
  return `${file} ${around.slice(around.lastIndexOf(".") + 1)}${closure.join("")}`;
}
function familyOf(name) {
  const at = name.search(/\.(?:func|gowrap|deferwrap)\d/);
  return at < 0 ? name : name.slice(0, at) + name.slice(at).replace(/\d+/g, "#");
}
function pairFamily({ base, head }, metric) {
  const before = new Map(base.map((row) => [row.function, row]));
  if (base.length === head.length && head.every((row) => before.has(row.function)))
    return head.map((row) => ({ base: before.get(row.function) ?? null, head: row }));
  const bySize = (rows) => rows.toSorted((a, b) => chargeOf(b, metric) - chargeOf(a, metric));
  const [olds, news] = [bySize(base), bySize(head)];
  return Array.from({ length: Math.max(olds.length, news.length) }, (_, index) => ({
    base: olds[index] ?? null,
    head: news[index] ?? null
  }));
}
function isBacked(base, head, metric, growth) {
  if (base.functions.length === 0 || head.functions.length === 0) return true;
  const grown = pairFunctions(base, head, metric).map((pair) => chargeOf(pair.head, metric) - chargeOf(pair.base, metric)).filter((change) => change > 0);
  return grown.reduce((sum, change) => sum + change, 0) >= growth / 2;
}

// src/heap/compare/figure-error.ts
function figureError(record, metric, { allocBytes, allocObjects, inuseBytes }) {
  const { rate, relativeError } = record.sampling;
  if (rate <= 1) return 0;
  switch (metric) {
    case "allocBytes": {
      const bound = Math.sqrt(allocBytes * rate);
      const whole = record.metrics.allocBytes ?? 0;
      return relativeError === null ? bound : Math.min(bound, relativeError * Math.sqrt(whole * allocBytes));
    }
    case "allocObjects": {
      if (allocObjects === 0) return 0;
      const taken = -Math.expm1(-allocBytes / allocObjects / rate);
      return taken === 0 ? 0 : Math.sqrt(allocObjects * (1 - taken) / taken);
    }
    case "inuseBytes":
      return Math.sqrt(inuseBytes * rate);
  }
}
function errorOfDifference({ base, heads }, metric, amountsOf2) {
  const errors = [base, heads[0]].map((record) => figureError(record, metric, amountsOf2(record)));
  return Math.hypot(...errors);
}

// src/heap/compare/compare-package-figures.ts
function comparePackageFigures(side, tests) {
  return packageMetrics.filter((metric) => side.settings.metrics[metric] !== "off").map((metric) => compareFigure(side, metric, tests)).filter((compared) => compared !== null);
}
function compareFigure(side, metric, tests) {
  const runs = runsOf(side, ({ metrics }) => metrics[metric]);
  if (runs === null) return null;
  const { measured } = side;
  const sampled = isTestMetric(metric);
  const figure = {
    metric,
    ...runs,
    steady: sampled,
    samplingError: sampled ? errorOfDifference(measured, metric, ({ metrics }) => ({
      allocBytes: metrics.allocBytes ?? 0,
      allocObjects: metrics.allocObjects ?? 0,
      inuseBytes: metrics.inuseBytes ?? 0
    })) : 0,
    fromTests: sampled && metricRules[metric].sumOfTests ? changeOfTests(measured, metric) : 0
  };
  return judgeFigure(
    figure,
    judgingOf(side, metric, {
      accepted: (base, head, limit) => side.acceptance.reasonFor({
        ...{ package: side.name, test: null, metric, base, head, whole: null }
      }) ?? acceptedThroughTests(tests, metric, head, limit),
      isBacked: (growth) => !sampled || isBacked(measured.base, measured.heads[0], metric, growth)
    })
  );
}
function changeOfTests({ base, heads }, metric) {
  const head = heads[0];
  const [before, now] = [testNames(base), testNames(head)];
  if (before.has(others) || now.has(others)) return 0;
  return sumWithout(head, before, metric) - sumWithout(base, now, metric);
}
function testNames({ tests }) {
  return /* @__PURE__ */ new Set([shared, ...tests.map(({ test }) => test)]);
}
function sumWithout({ tests }, known, metric) {
  return tests.filter(({ test }) => !known.has(test)).reduce((sum, amounts) => sum + amounts[metric], 0);
}
function acceptedThroughTests(tests, metric, head, limit) {
  const accepted = tests.flatMap(
    ({ test, metrics }) => metrics.filter((compared) => compared.metric === metric && compared.verdict === "accepted").map((compared) => ({ test, growth: compared.head - compared.base }))
  );
  const growth = accepted.reduce((sum, item) => sum + item.growth, 0);
  if (accepted.length === 0 || head - growth > limit) return null;
  return `that is the growth accepted for ${accepted.map(({ test }) => test).join(", ")}`;
}

// src/heap/compare/compare-tests.ts
function compareTests(side) {
  const metrics = testMetrics.filter((metric) => side.settings.metrics[metric] !== "off");
  return side.measured.heads[0].tests.filter(({ test }) => test !== others && test !== shared).map(({ test }) => ({
    test,
    metrics: metrics.map((metric) => compareTest(side, test, metric)).filter((compared) => compared !== null).filter(({ verdict }) => verdict !== "same")
  })).filter(({ metrics: changed }) => changed.length > 0).sort((a, b) => rank(a) - rank(b) || growthOf2(b) - growthOf2(a));
}
function compareTest(side, test, metric) {
  const { measured, base, settings } = side;
  const figureOf = (of) => testsOf(of).get(test)?.[metric];
  const before = [...measured.recordFits ? [base.record] : [], measured.base].map(figureOf);
  const now = measured.heads.map(figureOf);
  if (!before.some(
    (from) => from !== void 0 && now.some((to) => isFar(metric, settings, from, to))
  ))
    return null;
  const runs = runsOf(side, figureOf);
  if (runs === null) return null;
  const none = { allocBytes: 0, allocObjects: 0, inuseBytes: 0 };
  const figure = {
    metric,
    ...runs,
    samplingError: errorOfDifference(measured, metric, (of) => testsOf(of).get(test) ?? none),
    fromTests: 0,
    steady: false
  };
  return judgeFigure(
    figure,
    judgingOf(side, metric, {
      accepted: (from, to) => side.acceptance.reasonFor({
        ...{ package: side.name, test, metric, base: from, head: to },
        whole: wholeOf(side, metric)
      }),
      isBacked: (growth) => isBacked(measured.base, measured.heads[0], metric, growth)
    })
  );
}
function isFar(metric, { threshold }, from, to) {
  return to !== void 0 && Math.abs(to - from) > smallestAllowance(metric, from, threshold);
}
function wholeOf(side, metric) {
  const runs = runsOf(side, ({ metrics }) => metrics[metric]);
  return { base: runs?.recorded ?? 0, head: Math.min(...runs?.headRuns ?? [0]) };
}
var indexes2 = /* @__PURE__ */ new WeakMap();
function testsOf({ tests }) {
  const known = indexes2.get(tests) ?? new Map(tests.map((row) => [row.test, row]));
  indexes2.set(tests, known);
  return known;
}
function rank({ metrics }) {
  return severity(worst(metrics.map(({ verdict }) => verdict)));
}
function growthOf2({ metrics }) {
  return Math.max(...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}

// src/heap/renamed-functions.ts
function renamedFunctions(from, to) {
  if (from === null) return (name) => name;
  const paths = new Map(["", "_test"].map((end) => [from + end, symbolPath(to + end)]));
  return (name) => {
    const path = paths.get(packageOf(name));
    return path === void 0 ? name : path + name.slice(endOfPath(name));
  };
}
function withFunctionsRenamed(record, from, to) {
  if (from === null) return record;
  const rename = renamedFunctions(from, to);
  const functions = record.functions.map((row) => ({ ...row, function: rename(row.function) }));
  return { ...record, functions };
}
function symbolPath(path) {
  return path.replace(/\.(?=[^/]*$)/g, "%2e");
}
function endOfPath(name) {
  const bracket = name.indexOf("[");
  const path = bracket < 0 ? name : name.slice(0, bracket);
  return name.indexOf(".", path.lastIndexOf("/") + 1);
}

// src/heap/compare/measurements.ts
function measurementsOf(head, base, again) {
  const ofPackage = (record) => record.package === head.package && record.leg === head.leg;
  const asNow = (record) => withFunctionsRenamed(record, base.renamedFrom, head.package);
  const headsAgain = again.head.filter(ofPackage);
  const basesAgain = again.base.filter(ofPackage).map(asNow);
  for (const rate of /* @__PURE__ */ new Set([head.sampling.rate, base.record.sampling.rate])) {
    const atRate = (record) => record.sampling.rate === rate;
    const bases = basesAgain.filter(atRate);
    const recordFits = atRate(base.record);
    const reference = bases[0] ?? (recordFits ? asNow(base.record) : void 0);
    const repeats = headsAgain.filter(atRate);
    const [first, ...more] = [...atRate(head) ? [head] : [], ...repeats];
    if (reference !== void 0 && first !== void 0)
      return { base: reference, recordFits, bases, heads: [first, ...more], again: repeats.length };
  }
  return null;
}

// src/heap/compare/why.ts
var maxRows = 5;
var leastShare = 0.01;
var explainedBy = {
  liveHeapPeakBytes: "allocBytes",
  peakRssBytes: "allocBytes",
  goroutinesAtEnd: "inuseBytes",
  bytesPerOp: "allocBytes",
  allocsPerOp: "allocObjects"
};
function explainGrowth(base, heads, metric, suspects = /* @__PURE__ */ new Set()) {
  const explained = isTestMetric(metric) ? metric : explainedBy[metric];
  const [head, ...more] = [heads].flat();
  if (head === void 0) return null;
  const tests = grownTests(base, head, explained);
  const suspected = tests.filter(({ test }) => suspects.has(test)).reduce((sum, row) => sum + row.head[explained] - row.base[explained], 0);
  const functions = grownFunctions(base, [head, ...more], explained);
  const first = functions.filter(
    ({ row, growth }) => row.test !== null && suspects.has(row.test) && suspected > 0 && growth >= suspected / 2
  );
  const ranked = [...first, ...functions.filter((item) => !first.includes(item))];
  return {
    metric: explained,
    functions: ranked.slice(0, maxRows).map(({ row, pair }) => describe(row, pair)),
    tests: tests.slice(0, maxRows),
    escapes: [],
    escapesMissing: null,
    command: null
  };
}
function grownFunctions(base, [head, ...more], metric) {
  const repeats = more.map(
    ({ functions }) => new Map(functions.map((row) => [row.function, chargeOf(row, metric)]))
  );
  const found = [];
  for (const pair of pairFunctions(base, head, metric)) {
    const row = pair.head;
    if (row === null || row.function === others) continue;
    const charges2 = repeats.map((repeat) => repeat.get(row.function) ?? Infinity);
    const growth = Math.min(chargeOf(row, metric), ...charges2) - chargeOf(pair.base, metric);
    const error = Math.hypot(
      figureError(head, metric, amountsOf(row)),
      figureError(base, metric, amountsOf(pair.base))
    );
    if (growth > 0) found.push({ row, pair, growth, certain: growth - 3 * error });
  }
  const largest = Math.max(0, ...found.map(({ growth }) => growth));
  return found.filter(({ growth }) => growth >= leastShare * largest).sort((a, b) => b.certain - a.certain);
}
function amountsOf(row) {
  return {
    allocBytes: chargeOf(row, "allocBytes"),
    allocObjects: chargeOf(row, "allocObjects"),
    inuseBytes: chargeOf(row, "inuseBytes")
  };
}
function describe(row, pair) {
  const { function: name, file, line, test, calledFrom } = row;
  return {
    ...{ function: name, file, line, test, calledFrom },
    base: amountsOf(pair.base),
    head: amountsOf(row),
    lines: row.lines.map((one) => ({ ...one, source: "" }))
  };
}
function grownTests(base, head, metric) {
  const before = new Map(base.tests.map((row) => [row.test, row]));
  const complete = !before.has(others);
  return head.tests.filter(({ test }) => test !== others && (complete || before.has(test))).map((row) => ({
    test: row.test,
    base: withoutName(before.get(row.test)),
    head: withoutName(row)
  })).filter((row) => row.head[metric] > row.base[metric]).sort((a, b) => b.head[metric] - b.base[metric] - (a.head[metric] - a.base[metric]));
}
function withoutName(row) {
  const { allocBytes = 0, allocObjects = 0, inuseBytes = 0 } = row ?? {};
  return { allocBytes, allocObjects, inuseBytes };
}

// src/heap/compare/compare-package.ts
var maxTests = 20;
var maxPast = 20;
function comparePackage(head, base, input, acceptance2) {
  if (base === null) {
    const measured2 = hasFigures(head);
    return {
      ...empty(head, measured2 ? "new" : "not-measured"),
      because: measured2 ? null : notMeasured(head)
    };
  }
  const known = { ...empty(head, "compared"), base: baseOf(base), renamedFrom: base.renamedFrom };
  if (!hasFigures(head)) return { ...known, state: "not-measured", because: notMeasured(head) };
  const measured = measurementsOf(head, base, input.again);
  if (measured === null)
    return { ...known, state: "incomparable", because: otherRate(head, base.record) };
  const { settings } = input;
  const side = {
    name: head.package,
    base,
    measured,
    settings,
    acceptance: acceptance2,
    doubt: doubtOf(base, input)
  };
  const figures = compareFigures(side);
  return { ...known, ...stateOf(head, base), ...figures, ...pastOf(figures.metrics, base) };
}
function compareFigures(side) {
  const tests = compareTests(side);
  const benchmarks = compareBenchmarks(side);
  const metrics = comparePackageFigures(side, tests);
  const all = [metrics, ...[...tests, ...benchmarks].map((item) => item.metrics)].flat();
  return {
    verdict: worst(all.map(({ verdict }) => verdict)),
    metrics,
    tests: tests.slice(0, maxTests),
    benchmarks,
    why: explain(side.measured, metrics, tests, benchmarks)
  };
}
function pastOf(metrics, { history }) {
  const [worst2] = metrics.filter(({ verdict }) => verdict !== "same").toSorted((a, b) => severity(a.verdict) - severity(b.verdict));
  if (worst2 === void 0 || isOfBenchmarks(worst2.metric)) return {};
  const { metric } = worst2;
  const points = history.slice(0, maxPast).flatMap(({ commit, metrics: past }) => {
    const amount = past[metric];
    return amount === null ? [] : [{ commit, amount }];
  });
  return points.length === 0 ? {} : { history: { metric, points: points.reverse() } };
}
function isOfBenchmarks(metric) {
  return metric === "bytesPerOp" || metric === "allocsPerOp";
}
function explain({ base, heads }, metrics, tests, benchmarks) {
  const ofTests = tests.flatMap((row) => row.metrics);
  const grown = [...metrics, ...ofTests, ...benchmarks.flatMap((row) => row.metrics)].filter(({ verdict }) => verdict !== "same" && verdict !== "improved").toSorted((a, b) => severity(a.verdict) - severity(b.verdict));
  const first = grown[0];
  if (first === void 0) return null;
  const suspects = tests.filter(
    (row) => row.metrics.some(
      ({ metric, verdict }) => metric === first.metric && verdict === first.verdict
    )
  ).map(({ test }) => test);
  return explainGrowth(base, heads, first.metric, new Set(ofTests.includes(first) ? suspects : []));
}
function empty(head, state) {
  return {
    ...{ package: head.package, leg: head.leg, state, because: null, renamedFrom: null },
    ...{
      base: null,
      verdict: "same",
      metrics: [],
      tests: [],
      benchmarks: [],
      why: null,
      page: null
    }
  };
}
function baseOf({ commit, distance, differences }) {
  return { commit, distance, differences };
}
function hasFigures({ metrics, benchmarks }) {
  return benchmarks.length > 0 || Object.values(metrics).some((figure) => figure !== null);
}
function notMeasured({ outcome }) {
  return outcome === "passed" || outcome === "failed" ? "the process left no heap profile" : `no figures of a package that ended as "${outcome}"`;
}
function stateOf(head, base) {
  if (base.record.metrics.allocBytes !== null && head.metrics.allocBytes === null)
    return { state: "not-measured", because: `${notMeasured(head)}; the base has one` };
  return { state: base.renamedFrom === null ? "compared" : "renamed", because: null };
}
function otherRate(head, base) {
  return `sampled every ${plural(head.sampling.rate, "byte")}, the base every ${plural(base.sampling.rate, "byte")}: such figures differ even where the code is the same`;
}
function doubtOf(base, input) {
  if (base.differences.length > 0)
    return `the base was measured elsewhere (${base.differences.join("; ")}), so it does not block`;
  if (base.distance > 0)
    return `the record is ${plural(base.distance, "commit")} older than the base, so it does not block`;
  return input.base?.exact === true ? null : "more than the change under test may lie between base and head, so it does not block";
}

// src/heap/compare/creep.ts
function creepOf(head, base, settings) {
  const { old } = base;
  if (old === null || base.record.sampling.rate !== head.sampling.rate) return [];
  return packageMetrics.filter((metric) => settings.metrics[metric] !== "off").flatMap((metric) => {
    const [from, to] = [old.metrics[metric], head.metrics[metric]];
    if (from === null || to === null) return [];
    const line = lineSince(base, metric, old.committedAt);
    const { allowance } = limitOf({
      ...{ metric, base: from, threshold: settings.threshold, history: line },
      ...{ sigma: historySigma(line), headRuns: [], baseRuns: [] },
      samplingError: isTestMetric(metric) ? errorOf(head, metric) * Math.SQRT2 : 0
    });
    const crept = to - from - largeSteps([to, ...line, from], metric, settings.threshold);
    if (Math.min(to - from, crept) <= allowance) return [];
    const { commit, committedAt, reason } = old;
    return [
      {
        ...{ package: head.package, leg: head.leg, metric, commit, committedAt, reason },
        ...{ base: from, head: to }
      }
    ];
  });
}
function lineSince({ history }, metric, committedAt) {
  const since = Date.parse(committedAt);
  return history.filter((point) => !(Date.parse(point.committedAt) <= since)).map(({ metrics }) => metrics[metric]).filter((value) => value !== null);
}
function largeSteps(values, metric, threshold) {
  return values.slice(0, -1).reduce((sum, value, index) => {
    const before = values[index + 1] ?? value;
    const step = value - before;
    return Math.abs(step) > smallestAllowance(metric, before, threshold) ? sum + step : sum;
  }, 0);
}
function errorOf(head, metric) {
  const { allocBytes, allocObjects, inuseBytes } = head.metrics;
  return figureError(head, metric, {
    ...{ allocBytes: allocBytes ?? 0, allocObjects: allocObjects ?? 0 },
    inuseBytes: inuseBytes ?? 0
  });
}

// src/heap/compare/idle-budgets.ts
var maxPatternText = 200;
var maxNames = 5;
function idleBudgets(input) {
  return input.budgets.flatMap((budget) => {
    const because = whyIdle(budget, input);
    return because === null ? [] : [`${budget.where}: this budget holds nothing: ${because}`];
  });
}
function whyIdle(budget, {
  heads,
  elsewhere = [],
  partial = false,
  modulePath
}) {
  const isMeant = (name) => fitsPackage(budget.package, name, modulePath);
  const meant = heads.filter((head) => isMeant(head.package));
  if (meant.length > 0) return unmeasured(budget, meant) ?? unknownTest(budget, meant);
  if (partial || elsewhere.some(isMeant)) return null;
  const relative = `./${budget.package}`;
  const hint = heads.some((head) => fitsPackage(relative, head.package, modulePath)) ? `; "${clip(relative, maxPatternText)}" would mean one` : "";
  return `no package with tests in this run is meant by "${clip(budget.package, maxPatternText)}"${hint}`;
}
function unmeasured(budget, meant) {
  const limits3 = [budget.allocatedBytes, budget.inuseBytes, budget.leakPerStackBytes];
  if (limits3.every((limit) => limit === null)) return null;
  const profiled = new Set(meant.filter(isProfiled2).map((head) => head.package));
  const ended = meant.filter(({ outcome }) => outcome === "passed" || outcome === "failed");
  const without = new Set(ended.map((head) => head.package).filter((name) => !profiled.has(name)));
  return without.size === 0 ? null : `there is no heap profile of ${listNames([...without].sort(), maxNames)}`;
}
function unknownTest({ test }, meant) {
  const known = meant.filter(isProfiled2).map(({ tests }) => tests.map((row) => row.test));
  if (test === null || known.length === 0) return null;
  if (known.flat().some((name) => name === others || fitsTest(test, name))) return null;
  const hint = test.includes("/") ? "; the figures of a test are those of its subtests too" : "";
  return `no test with figures is meant by "${clip(test, maxPatternText)}"${hint}`;
}
function isProfiled2({ sampling }) {
  return sampling.rate > 0;
}

// src/heap/compare/compare.ts
function compare(input) {
  const accepted = acceptance(input);
  const bases = new Map(input.bases.map((base) => [keyOf(base), base]));
  const packages = input.base === null ? [] : [
    ...input.heads.map(
      (head) => comparePackage(head, bases.get(keyOf(head)) ?? null, input, accepted)
    ),
    ...input.removed.map(removedPackage)
  ].sort(byWeight);
  const budgets = brokenBudgets(input.settings.budgets, input.heads, input.modulePath);
  return {
    status: statusOf(packages, budgets.length),
    summary: summaryOf(input),
    base: input.base,
    packages,
    totals: totalsOf(input.heads, packages, bases),
    budgets,
    creep: input.heads.flatMap((head) => {
      const base = bases.get(keyOf(head));
      return base === void 0 ? [] : creepOf(head, base, input.settings);
    }),
    problems: [
      ...input.problems,
      ...accepted.problems,
      ...idleBudgets({ ...input, budgets: input.settings.budgets })
    ],
    recorded: null
  };
}
function packagesToConfirm(comparison) {
  return comparison.packages.filter(
    (item) => item.state === "incomparable" || figuresOf2(item).some(
      ({ verdict, runs }) => verdict === "unconfirmed" && runs.head.length === 1
    )
  ).map(({ package: name, leg }) => ({ package: name, leg }));
}
function packagesToMeasureAtBase(comparison) {
  return comparison.packages.filter(
    (item) => figuresOf2(item).some(
      ({ verdict, head, limit, runs }) => verdict === "unconfirmed" && head > limit && runs.head.length > 1 && runs.base.length === 0
    )
  ).map(({ package: name, leg }) => ({ package: name, leg }));
}
var enoughBaseRuns = 4;
function packagesToMeasureMore(comparison) {
  const blocks2 = ({ verdict }) => verdict === "regressed";
  return comparison.packages.filter(
    (item) => !item.metrics.some(blocks2) && figuresOf2(item).some(
      (figure) => blocks2(figure) && figure.runs.base.length > 0 && figure.runs.base.length < enoughBaseRuns
    )
  ).map(({ package: name, leg }) => ({ package: name, leg }));
}
function figuresOf2(item) {
  return [
    item.metrics,
    ...[...item.tests, ...item.benchmarks].map(({ metrics }) => metrics)
  ].flat();
}
function keyOf(item) {
  return `${item.leg} ${item.package}`;
}
function removedPackage(item) {
  return {
    ...{ package: item.package, leg: item.leg, state: "removed", because: null, renamedFrom: null },
    ...{
      base: null,
      verdict: "same",
      metrics: [],
      tests: [],
      benchmarks: [],
      why: null,
      page: null
    }
  };
}
function statusOf(packages, broken) {
  const figures = packages.flatMap(figuresOf2);
  if (broken > 0 || figures.some(({ verdict }) => verdict === "regressed")) return "fail";
  if (figures.some(isDoubtful) || packages.some(isUnmeasured)) return "warn";
  return figures.length === 0 ? "neutral" : "pass";
}
function isDoubtful({ verdict, head, limit }) {
  return verdict === "warned" || verdict === "unconfirmed" && head > limit;
}
function isUnmeasured({ state, base }) {
  return base !== null && (state === "not-measured" || state === "incomparable");
}
function summaryOf({ base, noBase, bases, removed }) {
  if (base === null) return `no base: ${noBase}`;
  const chosen = `base ${base.commit.slice(0, 7)}: ${base.reason}`;
  if (bases.length === 0)
    return `${chosen}; it has ${removed.length === 0 ? "no records" : "records of other packages only"}`;
  const distance = Math.max(...bases.map((item) => item.distance));
  const nearest = Math.min(...bases.map((item) => item.distance));
  const older = distance === 0 ? "records of this commit" : `${distance === nearest ? "record" : "records up to"} ${plural(distance, "commit")} older`;
  const differences = [...new Set(bases.flatMap((item) => item.differences))];
  return [chosen, older, ...differences].join("; ");
}
function totalsOf(heads, packages, bases) {
  const totals = { base: { allocBytes: 0, inuseBytes: 0 }, head: { allocBytes: 0, inuseBytes: 0 } };
  const compared = new Set(
    packages.filter(({ state }) => state === "compared" || state === "renamed").map(keyOf)
  );
  for (const head of heads) {
    const base = bases.get(keyOf(head));
    if (base === void 0 || !compared.has(keyOf(head))) continue;
    for (const metric of ["allocBytes", "inuseBytes"]) {
      const [from, to] = [base.record.metrics[metric], head.metrics[metric]];
      if (from === null || to === null) continue;
      totals.base[metric] += from;
      totals.head[metric] += to;
    }
  }
  return totals;
}

// src/verdict/fuzz-reasons.ts
var meanings = {
  clean: null,
  // Its own decision, as with a skipped test.
  skipped: null,
  failed: { kind: "test-failure", status: "fail", what: "failed while it was fuzzed" },
  crashed: { kind: "crash", status: "fail", what: "crashed while it was fuzzed" },
  hung: { kind: "crash", status: "fail", what: "hung while it was fuzzed" },
  "out-of-memory": { kind: "crash", status: "fail", what: "ran out of memory while it was fuzzed" },
  stopped: { kind: "missing-tests", status: "incomplete", what: "was not fuzzed to the end" }
};
function* fuzzReasons(run) {
  for (const { target, outcome, because, failing } of run.fuzz ?? []) {
    const meaning = meanings[outcome];
    if (meaning === null) continue;
    const { kind, status, what } = meaning;
    const parts = [failing?.corpusFile ?? "", because ?? ""].filter((part) => part !== "");
    const message = [`${target} ${what}`, ...parts].join(": ");
    yield {
      status,
      reason: { kind, message, package: run.package, leg: run.leg, test: target }
    };
  }
}

// src/leaks/leak-text.ts
var maxNameChars = 200;
function standingText({ standing, confidence }) {
  return standing === "unknown" ? confidence : `${standing}, ${confidence}`;
}
function whatLeaks(leak) {
  if (leak.kind === "memory")
    return `each further run keeps ${formatBytes(leak.bytesPerRun ?? 0)} more`;
  const { goroutines, state, confidence } = leak;
  const said = clip(printable(state), 80);
  const isOne = goroutines === 1;
  const act = confidence === "confirmed" ? "can never go on" : `${isOne ? "waits" : "wait"} after the end of all tests`;
  return `${plural(goroutines, "goroutine")} ${act}: ${said}`;
}
function functionOf({ frames }) {
  const first = frames.find(({ function: name }) => !/^(?:runtime|sync|internal)[./]/.test(name));
  return shortName((first ?? frames[0])?.function ?? "");
}
function leakText(leak) {
  const { site, createdBy, standing, test } = leak;
  const at = site === null ? ` in ${nameText(functionOf(leak))}` : ` at ${placeText(site)}`;
  const start = createdBy === null ? "" : `, started at ${placeText(createdBy)}`;
  const by = test === null ? "" : `, by ${nameText(test)}`;
  return `${standing === "unknown" ? "" : `${standing}: `}${whatLeaks(leak)}${at}${start}${by}`;
}
function placeText({ file, line }) {
  return nameText(`${file}:${String(line)}`);
}
function nameText(name) {
  return clip(printable(name), maxNameChars);
}

// src/verdict/leak-reasons.ts
var kinds = {
  goroutine: { reason: "goroutine-leak", noun: "goroutine leak", setting: "goroutines" },
  memory: { reason: "memory-leak", noun: "memory leak", setting: "memory" }
};
function* leakReasons(leaks, modes) {
  const byPackage = /* @__PURE__ */ new Map();
  for (const leak of leaks) {
    if (modes[kinds[leak.kind].setting] !== "fail" || !failsWhereLeaksFail(leak)) continue;
    const key = `${leak.kind} ${leak.package}`;
    const same = byPackage.get(key);
    if (same === void 0) byPackage.set(key, [leak]);
    else same.push(leak);
  }
  for (const [first, ...others2] of byPackage.values()) {
    if (first === void 0) continue;
    const { reason: kind, noun } = kinds[first.kind];
    const more = others2.length === 0 ? "" : `; ${plural(others2.length, `more ${noun}`)}`;
    const [leg] = first.legs;
    yield {
      ...{ kind, message: `${leakText(first)}${more}`, package: first.package },
      ...leg === void 0 ? {} : { leg },
      ...first.test === null ? {} : { test: first.test }
    };
  }
}

// src/verdict/outcomes.ts
var outcomes = {
  passed: null,
  "no-tests": null,
  failed: { kind: "test-failure", status: "fail" },
  crashed: { kind: "crash", status: "fail" },
  killed: { kind: "crash", status: "fail" },
  exited: { kind: "crash", status: "fail" },
  "timed-out": { kind: "crash", status: "fail" },
  "build-failed": { kind: "build-failure", status: "fail" },
  "not-started": { kind: "lost", status: "incomplete" },
  lost: { kind: "lost", status: "incomplete" },
  cancelled: { kind: "cancelled", status: "incomplete" }
};

// src/verdict/further-reasons.ts
function* judgeFurther({ package: name, leg, attempts, tests }, told) {
  const seen = new Set(told);
  for (const attempt of attempts) {
    if (attempt.purpose === void 0 || attempt.purpose === "start-again") continue;
    const outcome = outcomeOf(attempt);
    if (outcome === null || outcome.kind === "test-failure" && tests.failed > 0) continue;
    if (seen.has(outcome.kind)) continue;
    seen.add(outcome.kind);
    const message = `attempt ${String(attempt.number)} ${wordsOf(attempt)}`;
    yield {
      reason: { kind: outcome.kind, message, package: name, leg },
      status: outcome.status
    };
  }
}
function outcomeOf({ ending, exitCode }) {
  return ending === "exited" && exitCode === 0 ? null : outcomes[ending];
}
function wordsOf({ ending, exitCode, signal }) {
  if (signal !== null) return `was ended by ${signal}`;
  if (exitCode !== null) return `ended with exit code ${String(exitCode)}`;
  return ending === "cancelled" ? "was stopped with the run" : "was not seen to end";
}

// src/verdict/leg-reasons.ts
var resultWords = {
  rebuild: "the go test that built again what had been stopped",
  restart: "the go test that started again what could not be started"
};
function* judgeLeg(leg, packages) {
  const own = packages.filter((run) => run.leg === leg.name);
  const rounds = leg.rounds ?? [];
  const ends = [
    { what: "go test", explained: own.some(isExplained), ...leg },
    ...rounds.flatMap((round) => {
      const what = resultWords[round.purpose];
      const explained = own.some(({ ending }) => outcomes[ending] !== null);
      return what === void 0 ? [] : [{ what, explained, ...round }];
    })
  ];
  for (const { what, explained, signal, exitCode } of ends) {
    const message = describeGoEnd(what, signal, exitCode, explained);
    if (message !== null)
      yield { status: "incomplete", reason: { kind: "lost", message, leg: leg.name } };
  }
}
function describeGoEnd(what, signal, exitCode, explained) {
  if (signal !== null) return `${what} itself was ended by ${signal}`;
  if (exitCode === null) return `nobody saw how ${what} ended: its records stop`;
  if (exitCode !== 0 && !explained)
    return `${what} ended with exit code ${String(exitCode)} although no package says why`;
  return null;
}
function isExplained({ ending, attempts }) {
  return outcomes[ending] !== null || attempts.some((attempt) => attempt.number === 0 || attempt.ending === "not-started");
}

// src/verdict/recovered.ts
function hasRecovered({ tests, recovery }) {
  const { unfinished, neverRan, failed } = tests;
  const complete = unfinished.length === 0 && neverRan.length === 0 && failed === 0;
  return complete && (recovery?.flaky.length ?? 0) > 0;
}
function flakyText({ recovery }) {
  const { flaky = [] } = recovery ?? {};
  return `; ${plural(flaky.length, "test")} of those that it had stopped passed in a later attempt`;
}

// src/verdict/memory-reasons.ts
function* memoryReasons(comparison) {
  for (const item of comparison?.packages ?? []) {
    const first = firstRegression(item);
    if (first === null) continue;
    const count = figuresOf2(item).filter(isRegressed).length;
    yield {
      kind: "memory-regression",
      message: `${regressionText(first)}${count > 1 ? `; ${String(count - 1)} more of its figures grew` : ""}`,
      ...{ package: item.package, leg: item.leg },
      ...first.test === null ? {} : { test: first.test }
    };
  }
  for (const budget of comparison?.budgets ?? [])
    yield {
      kind: "memory-budget",
      message: budgetText(budget),
      ...{ package: budget.package, leg: budget.leg },
      ...budget.test === null ? {} : { test: budget.test }
    };
}
function firstRegression({ metrics, tests, benchmarks }) {
  const named = [
    { test: null, metrics },
    ...tests,
    ...benchmarks.map((row) => ({ test: row.name, metrics: row.metrics }))
  ];
  for (const { test, metrics: figures } of named) {
    const figure = figures.find(isRegressed);
    if (figure !== void 0) return { test, figure };
  }
  return null;
}
function isRegressed({ verdict }) {
  return verdict === "regressed";
}
function regressionText({ test, figure }) {
  const of = test === null ? "" : ` of ${nameText2(test)}`;
  return `${heapMetrics[figure.metric].word}${of} ${figure.because}`;
}
function budgetText({ rule, test, what, limitBytes, bytes, position }) {
  const limit = `the budget for ${nameText2(rule)} is ${formatBytes(limitBytes)}`;
  if (what === "leak-per-stack") {
    const where = position === null ? "" : ` (${nameText2(position.function)})`;
    return `one stack${where} holds ${formatBytes(bytes)} at the end; ${limit}`;
  }
  const of = test === null ? "" : ` by ${nameText2(test)}`;
  return `${what}${of}: ${formatBytes(bytes)}; ${limit}`;
}
function nameText2(name) {
  return clip(printable(name), 200);
}

// src/verdict/search-reasons.ts
function* searchReasons(searched, legs, packages) {
  for (const { name, repeats, measuresGrowth } of searched) {
    const passed = packages.filter((run) => run.leg === name && run.ending === "passed");
    const { stress } = legs.find((leg) => leg.name === name) ?? {};
    if (repeats && stress === void 0 && passed.length > 0)
      yield lost(name, "the tests were to be repeated, and nobody saw the end of that");
    const unmeasured2 = passed.filter(({ leaksSeen }) => leaksSeen?.memory === void 0);
    if (measuresGrowth && unmeasured2.length > 0)
      yield lost(
        name,
        `whether memory grows with each repetition of the tests is not known of ${plural(unmeasured2.length, "package")}`
      );
  }
  for (const leg of legs) yield* endless(leg);
}
function lost(leg, message) {
  return { status: "incomplete", reason: { kind: "lost", message, leg } };
}
function* endless({ name, stress }) {
  const [first, ...others2] = (stress?.packages ?? []).filter(
    ({ runs, overdue = 0 }) => runs === 0 && overdue > 0
  );
  if (first === void 0) return;
  const more = others2.length === 0 ? "" : ` and of ${plural(others2.length, "more package")}`;
  const message = `no repetition of the tests of ${clip(printable(first.package), 200)}${more} came to an end, though each had many times as long as they should take`;
  yield { status: "incomplete", reason: { kind: "missing-tests", message, leg: name } };
}

// src/verdict/verdict.ts
function judge(input) {
  const found = [];
  for (const run of input.packages) found.push(...judgePackage(run), ...fuzzReasons(run));
  for (const leg of input.legs) found.push(...judgeLeg(leg, input.packages));
  if (!input.cancelled)
    found.push(...searchReasons(input.searched ?? [], input.legs, input.packages));
  if (input.problem !== null) {
    found.push({ reason: { kind: "lost", message: input.problem }, status: "incomplete" });
  }
  const ran = input.packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0);
  if (!ran && found.length === 0 && input.partial !== true) {
    found.push({
      reason: { kind: "no-tests", message: "no test ran in any package" },
      status: "incomplete"
    });
  }
  for (const reason of memoryReasons(input.comparison)) found.push({ reason, status: "fail" });
  if (input.leaks !== void 0)
    for (const reason of leakReasons(input.leaks.found, input.leaks.modes))
      found.push({ reason, status: "fail" });
  if (input.cancelled) {
    found.push({
      reason: { kind: "cancelled", message: "the run was stopped before its end" },
      status: "incomplete"
    });
  }
  const blocking = found.filter(({ reason }) => blocks(reason.kind, input));
  const status = blocking.some((item) => item.status === "fail") ? "fail" : blocking.length > 0 ? "incomplete" : "pass";
  return { status, reasons: found.map(({ reason }) => reason) };
}
function blocks(kind, { failOn, flaky = "fail" }) {
  switch (kind) {
    // What nobody saw cannot be waived: no setting makes a run green whose end is unknown.
    case "lost":
    case "cancelled":
      return true;
    // Leaks become reasons only where the settings say that they fail the run.
    case "goroutine-leak":
    case "memory-leak":
      return true;
    case "flaky":
      return flaky === "fail" && failOn.includes("crash");
    default:
      return failOn.includes(kind);
  }
}
function* judgePackage(run) {
  const at = { package: run.package, leg: run.leg };
  const { unfinished, neverRan, failures, failed } = run.tests;
  const missing = missingText(unfinished.length, neverRan.length);
  const cleanExit = run.ending === "exited" && decisiveAttempt(run)?.exitCode === 0 && failed === 0;
  const recovered = hasRecovered(run);
  const outcome = cleanExit ? { kind: "missing-tests", status: "incomplete" } : recovered ? { kind: "flaky", status: "fail" } : outcomes[run.ending];
  if (outcome !== null) {
    const first = failures[0] ?? null;
    yield {
      status: outcome.status,
      reason: {
        kind: outcome.kind,
        message: `${describeEnding(run)}${missing === "" ? "" : `; ${missing}`}${recovered ? flakyText(run) : ""}`,
        ...at,
        ...run.ending === "failed" && first !== null ? { test: first.test } : {}
      }
    };
  }
  const told = outcome === null ? [] : [outcome.kind];
  yield* judgeFurther(run, new Set(recovered ? ["crash", ...told] : told));
  if (missing !== "" && outcome?.kind !== "missing-tests") {
    yield { status: "incomplete", reason: { kind: "missing-tests", message: missing, ...at } };
  }
  if (failed > 0 && outcome?.kind !== "test-failure") {
    yield {
      status: "fail",
      reason: { kind: "test-failure", message: `${plural(failed, "test")} failed`, ...at }
    };
  }
}
function describeEnding(run) {
  const last = decisiveAttempt(run);
  const code = last?.exitCode ?? null;
  const signal = last?.signal ?? null;
  const withCode = code === null ? "" : ` with exit code ${String(code)}`;
  switch (run.ending) {
    case "passed":
      return "passed";
    case "no-tests":
      return "has no tests to run";
    case "failed":
      return run.tests.failed > 0 ? `${plural(run.tests.failed, "test")} failed` : `all tests ended, then the process ended${withCode}`;
    case "crashed":
      return signal === null ? "crashed" : `crashed by ${signal}`;
    case "killed":
      return `killed by ${signal ?? "a signal"}`;
    case "exited":
      return `the process ended itself${withCode}`;
    case "timed-out":
      return "ran into -timeout";
    case "build-failed":
      return run.cause?.id === "vet-failed" ? "was refused by go vet" : "did not build";
    case "not-started":
      return "never started";
    case "cancelled":
      return "stopped with the run";
    case "lost":
      return "its records stop: nobody saw it end";
  }
}
function missingText(unfinished, neverRan) {
  const parts = [
    ...unfinished > 0 ? [`${plural(unfinished, "test")} unfinished`] : [],
    ...neverRan > 0 ? [`${plural(neverRan, "test")} never ran`] : []
  ];
  return parts.join(", ");
}

export {
  hasDied,
  diedOfLimit,
  diedAtLimit,
  diedOfMemory,
  endedFromOutside,
  standingText,
  whatLeaks,
  functionOf,
  hasRecovered,
  severity,
  byWeight,
  fitsPackage,
  median,
  historySigma,
  renamedFunctions,
  withFunctionsRenamed,
  compare,
  packagesToConfirm,
  packagesToMeasureAtBase,
  packagesToMeasureMore,
  figuresOf2 as figuresOf,
  judge,
  describeEnding
};
