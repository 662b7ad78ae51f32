import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  packageOf,
  testOfStack,
  userFrame
} from "./chunk-BQ7PWXQO.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration,
  heapMetrics
} from "./chunk-NAUDF2HM.js";
import {
  clip,
  formatBytes,
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/heap/compare/growth-words.ts
var limits = {
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
  return `${amountText(metric, limit)} is the limit, from ${limits[limitedBy]}`;
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
  return testMetrics.some((name2) => name2 === metric);
}

// src/heap/compare/pattern.ts
function fitsPackage(pattern, name2, modulePath) {
  const path = absolutePattern(pattern, modulePath);
  if (path === null) return false;
  if (path.endsWith("/...") && fits(path.slice(0, -4), name2)) return true;
  return fits(path, name2);
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
    for (const place2 of places) {
      const part = parts[place2];
      if (part === "..." || part === "*" && character !== "/") next.add(place2);
      else if (part === character) next.add(place2 + 1);
    }
    if (next.size === 0) return false;
    places = withWildcardsSkipped(next, parts);
  }
  return places.has(parts.length);
}
function withWildcardsSkipped(places, parts) {
  for (const place2 of places)
    if (parts[place2] === "..." || parts[place2] === "*") places.add(place2 + 1);
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
    else if (!packages.some((name2) => fitsPackage(entry.package, name2, modulePath)))
      problems.push(`${entry.where}: no package of this run is meant by "${entry.package}"`);
    else valid.push(entry);
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

// src/heap/test-of-places.ts
var shared = "shared";
var others = "(others)";
function testOfPlaces(places) {
  let at = places.length - 1;
  while (at >= 0 && places[at]?.testRunner !== true) at--;
  if (at < 0) return places.findLast(isClosureOfTest)?.declaredTest ?? null;
  while (at >= 0 && places[at]?.standardLibrary === true) at--;
  return places[at]?.declaredTest ?? null;
}
function isClosureOfTest({ declaredTest, standardLibrary }) {
  return declaredTest !== null && declaredTest !== "TestMain" && !standardLibrary;
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
function ruleText({ package: name2, test }) {
  return test === null ? name2 : `${name2} ${test}`;
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
  const limits2 = {
    allocated: budget.allocatedBytes,
    "in-use": budget.inuseBytes,
    rss: budget.rssBytes,
    "leak-per-stack": budget.leakPerStackBytes
  };
  return [...amounts, ...stacksOf(budget, head)].flatMap((figure) => {
    const limitBytes = limits2[figure.what];
    const { bytes } = figure;
    return limitBytes === null || bytes === null ? [] : [{ ...figure, bytes, limitBytes }];
  });
}
function stacksOf({ test: pattern }, { holders: holders2 }) {
  return holders2.map(({ frames, inuseBytes }) => ({
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
  const names = new Set(side.measured.heads[0].benchmarks.map(({ name: name2 }) => name2));
  return [...names].map((name2) => ({
    name: name2,
    metrics: metrics.map((metric) => compareBenchmark(side, name2, metric)).filter((compared) => compared !== null).filter(({ verdict }) => verdict !== "same")
  })).filter(({ metrics: changed }) => changed.length > 0);
}
function compareBenchmark(side, name2, metric) {
  const runs = runsOf(side, ({ benchmarks = [] }) => bestOf(benchmarks).get(name2)?.[metric]);
  if (runs === null) return null;
  return judgeFigure(
    { metric, ...runs, history: [], samplingError: 0, fromTests: 0, steady: true },
    judgingOf(side, metric, {
      accepted: (base, head) => side.acceptance.reasonFor({
        ...{ package: side.name, test: name2, metric, base, head, whole: null }
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
  for (const { name: name2, bytesPerOp, allocsPerOp } of benchmarks) {
    const other = best.get(name2);
    best.set(name2, {
      name: name2,
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
    const name2 = familyOf(row.function);
    const family = families.get(name2) ?? { base: [], head: [] };
    families.set(name2, family);
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
function closureOf({ file, function: name2 }) {
  const [around = "", ...closure] = familyOf(name2).split(/(?=\.(?:func|gowrap|deferwrap)#)/);
  return `${file} ${around.slice(around.lastIndexOf(".") + 1)}${closure.join("")}`;
}
function familyOf(name2) {
  const at = name2.search(/\.(?:func|gowrap|deferwrap)\d/);
  return at < 0 ? name2 : name2.slice(0, at) + name2.slice(at).replace(/\d+/g, "#");
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

// src/heap/compare/severity.ts
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

// src/heap/compare/compare-tests.ts
function compareTests(side) {
  const metrics = testMetrics.filter((metric) => side.settings.metrics[metric] !== "off");
  return side.measured.heads[0].tests.filter(({ test }) => test !== others && test !== shared).map(({ test }) => ({
    test,
    metrics: metrics.map((metric) => compareTest(side, test, metric)).filter((compared) => compared !== null).filter(({ verdict }) => verdict !== "same")
  })).filter(({ metrics: changed }) => changed.length > 0).sort((a, b) => rank(a) - rank(b) || growthOf(b) - growthOf(a));
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
function growthOf({ metrics }) {
  return Math.max(...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}

// src/heap/compare/measurements.ts
function measurementsOf(head, base, again) {
  const ofPackage = (record) => record.package === head.package && record.leg === head.leg;
  const headsAgain = again.head.filter(ofPackage);
  const basesAgain = again.base.filter(ofPackage);
  for (const rate of /* @__PURE__ */ new Set([head.sampling.rate, base.record.sampling.rate])) {
    const atRate = (record) => record.sampling.rate === rate;
    const bases = basesAgain.filter(atRate);
    const recordFits = atRate(base.record);
    const reference = bases[0] ?? (recordFits ? base.record : void 0);
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
  const { function: name2, file, line, test, calledFrom } = row;
  return {
    ...{ function: name2, file, line, test, calledFrom },
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
  const figures2 = compareFigures(side);
  return { ...known, ...stateOf(head, base), ...figures2, ...pastOf(figures2.metrics, base) };
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
  return `sampled every ${plural(head.sampling.rate, "byte")}, the base every ${plural(base.sampling.rate, "byte")}: such figures differ without a reason`;
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
    problems: [...input.problems, ...accepted.problems],
    recorded: null
  };
}
function packagesToConfirm(comparison) {
  return comparison.packages.filter(
    (item) => item.state === "incomparable" || figuresOf2(item).some(
      ({ verdict, runs }) => verdict === "unconfirmed" && runs.head.length === 1
    )
  ).map(({ package: name2, leg }) => ({ package: name2, leg }));
}
function packagesToMeasureAtBase(comparison) {
  return comparison.packages.filter(
    (item) => figuresOf2(item).some(
      ({ verdict, head, limit, runs }) => verdict === "unconfirmed" && head > limit && runs.head.length > 1 && runs.base.length === 0
    )
  ).map(({ package: name2, leg }) => ({ package: name2, leg }));
}
var enoughBaseRuns = 4;
function packagesToMeasureMore(comparison) {
  const blocks = ({ verdict }) => verdict === "regressed";
  return comparison.packages.filter(
    (item) => !item.metrics.some(blocks) && figuresOf2(item).some(
      (figure) => blocks(figure) && figure.runs.base.length > 0 && figure.runs.base.length < enoughBaseRuns
    )
  ).map(({ package: name2, leg }) => ({ package: name2, leg }));
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
function byWeight(a, b) {
  return severity(a.verdict) - severity(b.verdict) || growthOf2(b) - growthOf2(a);
}
function growthOf2({ metrics }) {
  return Math.max(0, ...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}
function statusOf(packages, broken) {
  const figures2 = packages.flatMap(figuresOf2);
  if (broken > 0 || figures2.some(({ verdict }) => verdict === "regressed")) return "fail";
  if (figures2.some(isDoubtful) || packages.some(isUnmeasured)) return "warn";
  return figures2.length === 0 ? "neutral" : "pass";
}
function isDoubtful({ verdict, head, limit }) {
  return verdict === "warned" || verdict === "unconfirmed" && head > limit;
}
function isUnmeasured({ state, base }) {
  return base !== null && (state === "not-measured" || state === "incomparable");
}
function summaryOf({ base, noBase, bases }) {
  if (base === null) return `no base: ${noBase}`;
  const chosen = `base ${base.commit.slice(0, 7)}: ${base.reason}`;
  if (bases.length === 0) return `${chosen}; it has no records`;
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
  for (const { test, metrics: figures2 } of named) {
    const figure = figures2.find(isRegressed);
    if (figure !== void 0) return { test, figure };
  }
  return null;
}
function isRegressed({ verdict }) {
  return verdict === "regressed";
}
function regressionText({ test, figure }) {
  const of = test === null ? "" : ` of ${nameText(test)}`;
  return `${heapMetrics[figure.metric].word}${of} ${figure.because}`;
}
function budgetText({ rule, test, what, limitBytes, bytes, position }) {
  const limit = `the budget for ${nameText(rule)} is ${formatBytes(limitBytes)}`;
  if (what === "leak-per-stack") {
    const where = position === null ? "" : ` (${nameText(position.function)})`;
    return `one stack${where} holds ${formatBytes(bytes)} at the end; ${limit}`;
  }
  const of = test === null ? "" : ` by ${nameText(test)}`;
  return `${what}${of}: ${formatBytes(bytes)}; ${limit}`;
}
function nameText(name2) {
  return clip(printable(name2), 200);
}

// src/verdict/verdict.ts
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
function judge(input) {
  const found = [];
  for (const run of input.packages) found.push(...judgePackage(run));
  for (const leg of input.legs) found.push(...judgeLeg(leg, input.packages));
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
  if (input.cancelled) {
    found.push({
      reason: { kind: "cancelled", message: "the run was stopped before its end" },
      status: "incomplete"
    });
  }
  const blocking = found.filter(
    ({ reason }) => isUnseen(reason.kind) || input.failOn.includes(reason.kind)
  );
  const status = blocking.some((item) => item.status === "fail") ? "fail" : blocking.length > 0 ? "incomplete" : "pass";
  return { status, reasons: found.map(({ reason }) => reason) };
}
function isUnseen(kind) {
  return kind === "lost" || kind === "cancelled";
}
function* judgePackage(run) {
  const at = { package: run.package, leg: run.leg };
  const { unfinished, neverRan, failures, failed } = run.tests;
  const missing = missingText(unfinished.length, neverRan.length);
  const cleanExit = run.ending === "exited" && run.attempts.at(-1)?.exitCode === 0 && failed === 0;
  const outcome = cleanExit ? { kind: "missing-tests", status: "incomplete" } : outcomes[run.ending];
  if (outcome !== null) {
    const first = failures[0] ?? null;
    yield {
      status: outcome.status,
      reason: {
        kind: outcome.kind,
        message: `${describeEnding(run)}${missing === "" ? "" : `; ${missing}`}`,
        ...at,
        ...run.ending === "failed" && first !== null ? { test: first.test } : {}
      }
    };
  }
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
function* judgeLeg(leg, packages) {
  const own = packages.filter((run) => run.leg === leg.name);
  const rebuilds = (leg.rounds ?? []).filter(({ purpose }) => purpose === "rebuild");
  const ends = [
    { what: "go test", explained: own.some(isExplained), ...leg },
    ...rebuilds.map((round) => ({
      what: "the go test that built again what had been killed",
      explained: own.some(({ ending }) => outcomes[ending] !== null),
      ...round
    }))
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
function isExplained(run) {
  return outcomes[run.ending] !== null || run.attempts.some(({ number }) => number === 0);
}
function describeEnding(run) {
  const last = run.attempts.at(-1);
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

// src/cause/last-words.ts
var maxLineChars = 300;
var label = "last line: ";
var framing = /^(?:FAIL(?:$|\s)|ok {2}|exit status |=== |\s*--- |PASS$|coverage: |testing: warning: )/;
var logHeader = /^(?:\S{0,40} ?)?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? /;
function lastLine(output) {
  const lines = output.trimEnd().split("\n");
  const last = lines.findLast((text) => text.trim() !== "" && !framing.test(text));
  return last === void 0 ? null : last.slice(0, maxLineChars);
}
function lastLogLine(output) {
  const lines = output.trimEnd().split("\n").slice(-6);
  return lines.findLast((line) => logHeader.test(line)) ?? null;
}
function lastWords(output) {
  const line = lastLine(output);
  return line === null ? [] : [{ source: "output", detail: `${label}${line}` }];
}
function partingWords({ id, evidence }) {
  if (id !== "log-fatal" && id !== "testmain-exit") return null;
  const said = evidence.find(
    ({ source, detail }) => source === "output" && detail.startsWith(label)
  );
  const words = said?.detail.slice(label.length).replace(logHeader, "").trim() ?? "";
  return words === "" ? null : words;
}

// src/render/cause.ts
var plain = /* @__PURE__ */ new Set(["test-failure", "no-tests"]);
var refused = /* @__PURE__ */ new Set(["build-failed", "vet-failed", "setup-failed"]);
var pages = "https://github.com/org/go-crash-guard/blob/v1/docs/causes";
function causePage(id) {
  return `${pages}/${id}.md`;
}
function told(run) {
  return run.cause === null || plain.has(run.cause.id) ? null : run.cause;
}
function mainHolders({ functions }, max) {
  return functions.slice(0, max).filter(({ share }, index) => index === 0 || share >= 0.01);
}
function whenTaken({ rssBytes, elapsedMs, early }) {
  const rss = rssBytes === null ? "" : ` at an RSS of ${formatBytes(rssBytes)}`;
  const at = elapsedMs === null ? "" : `, ${(elapsedMs / 1e3).toFixed(1)} s after its start`;
  return `${rss}${at}${early ? ", before the garbage was collected" : ""}`;
}
function* causeLines(run, paint) {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(saidOf(cause)), 400)}`;
  const words = partingWords(cause);
  if (words !== null) yield `    said:       ${clip(printable(words), 300)}`;
  for (const line of heldLines(run.attempts.at(-1))) yield `    held:       ${line}`;
  for (const line of cause.advice.slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
}
function saidOf({ id, summary, evidence }) {
  const [first] = evidence;
  return refused.has(id) && first !== void 0 ? first.detail : summary;
}
function heldLines(attempt) {
  if (attempt?.blackBox === void 0) return [];
  return mainHolders(attempt.blackBox, 3).map(({ bytes, share, test, ...top }) => {
    const { function: name2, file, line } = top.caller ?? top;
    const by = test === null ? "" : ` by ${test}`;
    return printable(
      `${formatBytes(bytes)} (${(share * 100).toFixed(0)} %) ${clip(name2, 100)} ${file}:${String(line)}${by}`
    );
  });
}

// src/render/crash-page.ts
var pages2 = "https://github.com/org/go-crash-guard/blob/v1/docs/crashes";
function crashPage(id) {
  return `${pages2}/${id}.md`;
}
function isCatalogId(id) {
  return /^[a-z][a-z0-9-]{0,80}$/.test(id);
}
function isUsual(cause) {
  return cause === "timeout" || cause === "deadlock";
}

// src/render/crash.ts
var maxCrashes = 5;
var maxRelated = 3;
function crashesIn({ crashes }, run) {
  return crashes.filter(
    ({ occurrences }) => occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg)
  );
}
function* crashLines(report, run, paint) {
  const crashes = crashesIn(report, run);
  for (const { blame, cause, test, related, known, seen } of crashes.slice(0, maxCrashes)) {
    const by = test === null ? "" : ` in ${clip(printable(test), 120)}`;
    if (blame !== null) yield `    at:         ${place(blame)}${inFunction(blame, paint)}${by}`;
    for (const frame of blame === null ? [] : related.slice(0, maxRelated))
      yield paint.dim(`                ${printable(frame.role)}: ${place(frame)} ${name(frame)}`);
    if (known !== null)
      yield `    ${isUsual(cause) ? "usually:   " : "known:     "} ${crashPage(known)}`;
    if (seen !== void 0) yield paint.dim(`    before:     ${seenText(seen)}`);
  }
  if (crashes.length > maxCrashes)
    yield `    at:         ${plural(crashes.length - maxCrashes, "more crash", "more crashes")}, see the report`;
}
function seenText(seen) {
  const at = `${seen.lastCommit?.slice(0, 7) ?? ""} on ${(seen.lastAt ?? "").slice(0, 10)}`;
  const isOne = seen.runs === 1;
  const runs = isOne ? "the last recorded run" : `the last ${String(seen.runs)} recorded runs`;
  const part = isOne ? runs : `${String(seen.seenIn)} of ${runs}`;
  switch (seen.kind) {
    case "new":
      return isOne ? `new: not in ${runs}` : `new: in none of ${runs}`;
    case "seen":
      return `seen before: in ${part}, last at ${at}`;
    case "intermittent":
      return `intermittent: in ${part}, last at ${at}`;
    case "similar":
      return `new, but ${String(Math.round((seen.similarity ?? 0) * 100))} % like a crash at ${at}`;
  }
}
function place({ file, line }) {
  return clip(printable(`${file}:${String(line)}`), 300);
}
function inFunction(frame, paint) {
  return frame.function === "" ? "" : ` ${paint.dim(name(frame))}`;
}
function name(frame) {
  return clip(printable(frame.function), 200);
}

// src/crash/function-name.ts
var nameless = /^(?:func\d+|gowrap\d+|deferwrap\d+|\d+|glob|)$/;
function identifiersOf(functionName) {
  return localParts(functionName).filter((part) => !nameless.test(part));
}
function isClosure2(functionName) {
  const last = localParts(functionName).at(-1) ?? "";
  return /-range\d+$/.test(withoutTypes(functionName)) || /^(?:func\d+|\d+)$/.test(last);
}
function localParts(functionName) {
  const plain2 = withoutTypes(functionName);
  const path = plain2.slice(plain2.lastIndexOf("/") + 1);
  const dot = path.indexOf(".");
  if (dot < 0) return [path];
  return path.slice(dot + 1).split(".").map((part) => part.replace(/^\(\*?(?<type>[^)]*)\)/, "$<type>").replace(/-\w+$/, ""));
}
function withoutTypes(name2) {
  if (!name2.includes("[")) return name2;
  let depth = 0;
  let kept = "";
  for (const char of name2) {
    if (char === "[") depth++;
    else if (char === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += char;
  }
  return kept;
}
function shortName(functionName) {
  const plain2 = withoutTypes(functionName);
  const path = packageOf(plain2);
  const dot = plain2.indexOf(".", plain2.lastIndexOf("/") + 1);
  return dot < 0 ? plain2 : `${path.slice(path.lastIndexOf("/") + 1)}${plain2.slice(dot)}`;
}

// src/render/heap-figures.ts
var verdictWords = {
  same: "same",
  regressed: "grew",
  warned: "grew, warning",
  unconfirmed: "grew, not confirmed",
  accepted: "grew, accepted",
  improved: "shrank"
};
var limitWords = {
  threshold: "relative threshold",
  floor: "least growth",
  history: "noise",
  sampling: "error of sampling"
};
function formatAmount(amount, unit) {
  if (unit === "bytes") return formatBytes(Math.round(amount));
  const whole = Number.isInteger(amount) || amount >= 100;
  return groupDigits(whole ? String(Math.round(amount)) : amount.toFixed(1));
}
function formatChange(change, unit) {
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${sign}${formatAmount(Math.abs(change), unit)}`;
}
function formatShare(base, head) {
  if (base === 0) return head === 0 ? "0 %" : "new";
  const percent = (head - base) / base * 100;
  const digits = Math.abs(percent).toFixed(1);
  const sign = digits === "0.0" ? "" : percent > 0 ? "+" : "−";
  return `${sign}${groupDigits(digits)} %`;
}
function groupDigits(digits) {
  const [whole = "", rest] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return rest === void 0 ? grouped : `${grouped}.${rest}`;
}
function shortCommit(commit) {
  return commit.slice(0, 7);
}

// src/render/comparison-words.ts
var counted = [
  ["warned", (count) => `${plural(count, "package")} grew with a warning`],
  ["unconfirmed", (count) => `${plural(count, "package")} grew, not confirmed`],
  ["accepted", (count) => `${plural(count, "package")} grew as accepted`],
  ["improved", (count) => `${plural(count, "package")} shrank`]
];
function comparisonHeadline({ packages, budgets, base }) {
  const having = (verdict) => packages.filter((item) => item.verdict === verdict).length;
  const unmeasured = packages.filter(isUnmeasured2).length;
  const compared = packages.filter(isCompared).length;
  const regressed = having("regressed");
  const parts = [
    ...regressed > 0 ? [`${plural(regressed, "package")} grew`] : [],
    ...budgets.length > 0 ? [`${plural(budgets.length, "budget")} broken`] : [],
    ...counted.flatMap(([verdict, words]) => having(verdict) > 0 ? [words(having(verdict))] : []),
    ...unmeasured > 0 ? [`${plural(unmeasured, "package")} not compared`] : []
  ];
  if (parts.length > 0) return parts.join(", ");
  if (compared > 0) return `no growth in ${plural(compared, "package")}`;
  return base === null ? "nothing to compare with" : "nothing was compared";
}
function isCompared({ state }) {
  return state === "compared" || state === "renamed";
}
function isUnmeasured2({ state, base }) {
  return base !== null && (state === "not-measured" || state === "incomparable");
}
function recordedLegs(packages) {
  const known = packages.filter(({ base, state }) => base !== null || state === "removed");
  return new Set(known.map(({ leg }) => leg));
}
function oneSided(packages, state) {
  const known = recordedLegs(packages);
  const found = packages.filter((item) => item.state === state && known.has(item.leg));
  return [...new Set(found.map((item) => item.package))];
}
function totalsText({ packages, totals }) {
  const { base, head } = totals;
  if (!packages.some(isCompared) || base.allocBytes === 0) return null;
  const change = formatChange(head.allocBytes - base.allocBytes, "bytes");
  return `allocated in all: ${change} (${formatShare(base.allocBytes, head.allocBytes)})`;
}
function changedRows({ packages }) {
  return packages.flatMap((item) => rowsOf(item)).filter(({ figure }) => figure.verdict !== "same").sort(
    (a, b) => severity(a.figure.verdict) - severity(b.figure.verdict) || shareOf(b) - shareOf(a)
  );
}
function rowsOf(item) {
  return [
    ...item.metrics.map((figure) => ({ item, part: null, figure })),
    ...item.tests.flatMap(
      ({ test, metrics }) => metrics.map((figure) => ({ item, part: test, figure }))
    ),
    ...item.benchmarks.flatMap(
      ({ name: name2, metrics }) => metrics.map((figure) => ({ item, part: name2, figure }))
    )
  ];
}
function shareOf({ figure: { base, head } }) {
  return (head - base) / Math.max(base, 1);
}
function growthText(why, row) {
  return formatChange(growthOf3(why, row), heapMetrics[explainedBy2(why)].unit);
}
function growthOf3(why, { base, head }) {
  const metric = explainedBy2(why);
  return head[metric] - base[metric];
}
var leastPart = 0.02;
function notable(why, rows, part = leastPart) {
  const most = rows.reduce((max, row) => Math.max(max, growthOf3(why, row)), -Infinity);
  return rows.filter((row) => growthOf3(why, row) >= part * most);
}
function explainedBy2({ metric }) {
  return metric === "allocObjects" || metric === "inuseBytes" ? metric : "allocBytes";
}
function functionText(name2) {
  return clip(shortName(name2.slice(0, 2e3)), 120);
}
function placeText({ file, line, lines }) {
  return `${file}:${String(lines[0]?.line ?? line)}`;
}
var budgetWords = {
  allocated: "allocated",
  "in-use": "in use at the end",
  rss: "resident memory",
  "leak-per-stack": "held by one stack"
};

// src/render/why.ts
var maxEscapes = 5;
var maxSourceChars = 160;
function* whyLines(why, paint) {
  if (why === null) return;
  for (const [index, row] of notable(why, why.functions).entries()) {
    const { test, calledFrom, lines } = row;
    const label2 = index === 0 ? "    grew most:  " : "                ";
    const by = test === null ? "" : ` in ${oneLine(test, 120)}`;
    yield `${label2}${growthText(why, row)} ${oneLine(functionText(row.function), 200)} ${paint.dim(oneLine(placeText(row), 200))}${by}`;
    if (calledFrom !== null)
      yield paint.dim(
        `                  called from ${oneLine(`${functionText(calledFrom.function)} ${calledFrom.file}:${String(calledFrom.line)}`, 200)}`
      );
    const source = lines[0]?.source.trim() ?? "";
    if (source !== "") yield paint.dim(`                  ${oneLine(source, maxSourceChars)}`);
  }
  if (why.tests.length > 0) {
    const tests = notable(why, why.tests).map(
      (row) => `${oneLine(row.test, 120)} ${growthText(why, row)}`
    );
    yield `    tests:      ${tests.join(", ")}`;
  }
  for (const { file, line, text } of why.escapes.slice(0, maxEscapes))
    yield `    new escape: ${paint.dim(oneLine(`${file}:${String(line)}`, 200))} ${oneLine(text, 200)}`;
  if (why.escapes.length > maxEscapes)
    yield `                ... and ${String(why.escapes.length - maxEscapes)} more, see the report`;
  if (why.escapesMissing !== null)
    yield paint.dim(`    escapes:    not known: ${oneLine(why.escapesMissing, 300)}`);
  if (why.command !== null)
    yield paint.dim(`    look at it, in the run folder: ${oneLine(why.command, 2e3)}`);
}

// src/render/comparison.ts
var maxPackages = 10;
var maxRows2 = 6;
var maxLines = 10;
var marks = {
  regressed: (paint) => paint.bad("✗"),
  warned: () => "!",
  unconfirmed: () => "!",
  accepted: (paint) => paint.good("✓"),
  improved: (paint) => paint.good("↓"),
  same: (paint) => paint.dim("=")
};
function renderComparison(comparison, paint) {
  const { status } = comparison;
  const colour = status === "fail" ? paint.bad : status === "pass" ? paint.good : paint.dim;
  const sentence = `heap usage: ${comparisonHeadline(comparison)}`;
  const lines = [paint.bold(colour(sentence)), ...baseTexts(comparison).map(paint.dim)];
  const found = comparisonLines(comparison, paint);
  if (found.length > 0) lines.push("", ...found);
  return `${lines.join("\n")}
`;
}
function comparisonEnd(comparison, paint) {
  const { recorded } = comparison;
  return [
    `heap:    ${comparisonHeadline(comparison)}`,
    ...baseTexts(comparison).map((text) => `         ${text}`),
    ...recorded === null ? [] : [`records: ${recordedText(recorded)}`]
  ].map(paint.dim);
}
function baseTexts(comparison) {
  const { summary } = comparison;
  const totals = totalsText(comparison);
  return [oneLine(summary, 500), ...totals === null ? [] : [totals]];
}
function recordedText(recorded) {
  const { packages, store, because } = recorded;
  const what = packages === 0 ? "nothing" : `${plural(packages, "package")} in ${store}`;
  return oneLine(because === null ? what : `${what}: ${because}`, 500);
}
function comparisonLines(comparison, paint) {
  const { packages, budgets, creep, problems } = comparison;
  const grown = packages.filter(({ verdict }) => verdict !== "same" && verdict !== "improved");
  const improved = packages.filter(({ verdict }) => verdict === "improved");
  const unmeasured = packages.filter((item) => isUnmeasured2(item) && item.verdict === "same");
  return [
    ...bounded(grown, maxPackages, "package", (item) => packageLines(item, paint)),
    ...bounded(budgets, maxLines, "broken budget", (each) => [budgetLine(each, paint)]),
    ...bounded(unmeasured, maxLines, "package", (item) => [
      `! ${nameOf(item, paint)} not compared: ${oneLine(item.because ?? "", 300)}`
    ]),
    ...bounded(creep, maxLines, "package", (each) => [creepLine(each, paint)]),
    ...bounded(improved, maxPackages, "package", (item) => packageLines(item, paint)),
    ...stateLines(packages, paint),
    ...bounded(problems, maxLines, "problem", (each) => [`! ${oneLine(each, 500)}`])
  ];
}
function bounded(all, max, noun, lines) {
  const more = all.length - max;
  return [
    ...all.slice(0, max).flatMap(lines),
    ...more > 0 ? [`  ... and ${plural(more, `more ${noun}`)}, see the report`] : []
  ];
}
function packageLines(item, paint) {
  const rows = rowsOf(item).filter(({ figure }) => figure.verdict !== "same");
  const lines = bounded(rows, maxRows2, "figure", ({ part, figure }) => {
    const of = part === null ? "" : `${oneLine(part, 120)}: `;
    const { name: name2 } = heapMetrics[figure.metric];
    return [`    ${of}${name2} ${oneLine(figure.because, 400)}`];
  });
  const renamed = item.renamedFrom === null ? "" : `, was ${oneLine(item.renamedFrom, 200)}`;
  const head = `${marks[item.verdict](paint)} ${nameOf(item, paint)}${paint.dim(renamed)}`;
  const passed = rows.every(({ figure }) => figure.head <= figure.limit);
  if (item.verdict === "unconfirmed" && passed) return [head, ...lines];
  const page = item.page === null ? [] : [paint.dim(`    page:       ${oneLine(item.page, 200)}`)];
  return [head, ...lines, ...whyLines(item.why, paint), ...page];
}
function nameOf({ package: name2, leg }, paint) {
  return `${paint.bold(oneLine(name2, 200))} ${paint.dim(`(${oneLine(leg, 200)})`)}`;
}
function budgetLine(budget, paint) {
  const { test, what, bytes, limitBytes, position, rule } = budget;
  const of = test === null ? "" : ` ${oneLine(test, 120)}`;
  const at = position === null ? "" : ` at ${oneLine(`${position.file}:${String(position.line)}`, 200)}`;
  return `${paint.bad("✗")} ${nameOf(budget, paint)}${of}: ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} ${paint.dim(`(${oneLine(rule, 200)})`)}`;
}
function creepText(creep) {
  const { metric, base, head, reason, commit, committedAt } = creep;
  const { name: name2, unit } = heapMetrics[metric];
  const [from, to] = [formatAmount(base, unit), formatAmount(head, unit)];
  return `${name2} crept from ${from} to ${to} in small steps since ${shortCommit(commit)} of ${committedAt.slice(0, 10)} (${reason})`;
}
function creepLine(creep, paint) {
  return `! ${nameOf(creep, paint)} ${oneLine(creepText(creep), 200)}`;
}
function stateLines(packages, paint) {
  return ["new", "removed"].flatMap((state) => {
    const names = oneSided(packages, state);
    const some = listNames(names, 8);
    return names.length === 0 ? [] : [paint.dim(`  ${state}: ${oneLine(some, 1200)}`)];
  });
}

// src/render/guard.ts
var holders = {
  cgroup: "a control group",
  sudo: "a control group made with sudo",
  watcher: "a watcher in user space",
  none: "nothing: no guard was to be had"
};
function guardLine({ name: name2, guard }) {
  if (guard === void 0 || guard.ceilingBytes === null) return null;
  return `${name2}: memory ceiling ${formatBytes(guard.ceilingBytes)}, held by ${holders[guard.tier]}`;
}

// src/render/rebuilt.ts
function rebuilt(report) {
  return report.packages.flatMap(({ package: name2, leg, attempts }) => {
    const [first] = attempts;
    if (first?.number !== 0) return [];
    return [{ name: name2, leg, why: first.cause?.summary ?? "its build was stopped" }];
  });
}

// src/render/headline.ts
var titles = { pass: "passed", fail: "failed", incomplete: "incomplete" };
function headline(report) {
  return `${titles[report.verdict.status]}: ${figures(report)}`;
}
function figuresLine(report) {
  const text = figures(report);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
function figures(report) {
  const tests = report.packages.map((run) => run.tests);
  const sum = (pick) => tests.reduce((total, item) => total + pick(item), 0);
  const missing = sum((item) => item.unfinished.length + item.neverRan.length);
  const cached = report.packages.filter((run) => run.cached).length;
  const parts = [
    `${countedIn(report, sum((item) => item.failed) + missing)}${plural(
      sum((item) => item.passed),
      "test"
    )} passed`,
    `${String(sum((item) => item.failed))} failed`,
    `${String(sum((item) => item.skipped))} skipped`,
    ...missing > 0 ? [`${String(missing)} not seen to end`] : []
  ];
  const hasSubtests = tests.some(({ failures }) => failures.some(({ test }) => test.includes("/")));
  const scope = `${packagesText(report)}, ${plural(report.legs.length, "leg")}${hasSubtests ? ", subtests counted too" : ""}`;
  const tail = cached > 0 ? `, ${String(cached)} cached` : "";
  return `${parts.join(", ")} (${scope}${tail}, ${formatDuration(report.elapsedMs)})`;
}
function countedIn({ legs: { length } }, bad) {
  if (bad === 0 || length < 2) return "";
  return `in ${length === 2 ? "both" : `all ${String(length)}`} legs together `;
}
function packagesText({ packages, shard }) {
  const { size } = new Set(packages.map((run) => run.package));
  if (shard === void 0) return plural(size, "package");
  const { index, count, all } = shard;
  return `shard ${String(index)}/${String(count)}: ${String(size)} of ${plural(all.length, "package")}`;
}
function troubled(report) {
  const rank2 = (run) => {
    if (run.ending === "cancelled" || run.ending === "not-started") return 2;
    return run.ending === "failed" || run.ending === "build-failed" ? 1 : 0;
  };
  return report.packages.filter((run) => isTroubled(run)).sort((a, b) => rank2(a) - rank2(b));
}
function isTroubled(run) {
  if (run.tests.unfinished.length + run.tests.neverRan.length > 0) return true;
  return run.ending !== "passed" && run.ending !== "no-tests";
}

export {
  crashPage,
  isCatalogId,
  isUsual,
  shared,
  others,
  testOfPlaces,
  median,
  historySigma,
  severity,
  compare,
  packagesToConfirm,
  packagesToMeasureAtBase,
  packagesToMeasureMore,
  figuresOf2 as figuresOf,
  byWeight,
  judge,
  describeEnding,
  identifiersOf,
  isClosure2 as isClosure,
  shortName,
  verdictWords,
  limitWords,
  formatAmount,
  formatChange,
  formatShare,
  shortCommit,
  comparisonHeadline,
  isUnmeasured2 as isUnmeasured,
  recordedLegs,
  oneSided,
  totalsText,
  changedRows,
  rowsOf,
  growthText,
  notable,
  functionText,
  budgetWords,
  lastLine,
  lastLogLine,
  lastWords,
  partingWords,
  causePage,
  mainHolders,
  whenTaken,
  causeLines,
  crashLines,
  seenText,
  renderComparison,
  comparisonEnd,
  recordedText,
  comparisonLines,
  creepText,
  guardLine,
  rebuilt,
  headline,
  figuresLine,
  troubled
};
