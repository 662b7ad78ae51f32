import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  writeReport
} from "./chunk-CNOXS7MP.js";
import {
  together
} from "./chunk-I6ZSWVEF.js";
import {
  byWeight
} from "./chunk-ZHOZXKHT.js";
import {
  finishRunFolder,
  openRunFolder
} from "./chunk-GUNDL3TO.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  listNames
} from "./chunk-RYNKS63I.js";

// src/run/merged-folder.ts
async function writeMerged(out, report) {
  const marker = await openRunFolder(out, /* @__PURE__ */ new Date());
  await writeReport(out, report);
  await finishRunFolder(out, marker);
}

// src/report/merge-comparison.ts
var statuses = ["fail", "warn", "pass", "neutral"];
function mergeComparisons(comparisons) {
  const [first] = comparisons;
  if (first === void 0) return null;
  const disagreement = baseDisagreement(comparisons);
  const worst = statuses.find((status) => comparisons.some((one) => one.status === status));
  return {
    // What was compared with different commits says less than it seems to.
    status: disagreement !== null && worst === "pass" ? "warn" : worst ?? "neutral",
    summary: distinct(comparisons.flatMap(({ summary }) => summary.split("; "))).join("; "),
    base: comparisons.find(({ base }) => base !== null)?.base ?? null,
    packages: mergePackages(comparisons.flatMap(({ packages }) => packages)),
    totals: {
      base: sumOf(comparisons.map(({ totals }) => totals.base)),
      head: sumOf(comparisons.map(({ totals }) => totals.head))
    },
    budgets: distinctBy(
      comparisons.flatMap(({ budgets }) => budgets),
      (budget) => JSON.stringify(budget)
    ),
    creep: distinctBy(
      comparisons.flatMap(({ creep }) => creep),
      (one) => JSON.stringify([one.leg, one.package, one.metric])
    ),
    problems: distinct([
      ...disagreement === null ? [] : [disagreement],
      ...comparisons.flatMap(({ problems }) => problems)
    ]),
    recorded: null
  };
}
function baseDisagreement(comparisons) {
  const commits = distinct(comparisons.flatMap(({ base }) => base?.commit ?? []));
  if (commits.length < 2) return null;
  const names = commits.map((commit) => commit.slice(0, 12)).join(", ");
  return `the jobs compared with different commits: ${names}; run all of them again`;
}
function mergePackages(packages) {
  const renamed = new Set(
    packages.flatMap(
      ({ leg, renamedFrom }) => renamedFrom === null ? [] : [keyOf({ leg, package: renamedFrom })]
    )
  );
  const known = packages.filter((item) => !(item.state === "removed" && renamed.has(keyOf(item))));
  const worstFirst = known.toSorted(
    (a, b) => Number(a.state === "removed") - Number(b.state === "removed") || byWeight(a, b)
  );
  return distinctBy(worstFirst, keyOf).map((item) => ({ ...item, page: null })).sort(byWeight);
}
function keyOf(item) {
  return `${item.leg} ${item.package}`;
}
function sumOf(sums) {
  return sums.reduce(
    (all, one) => ({
      allocBytes: all.allocBytes + one.allocBytes,
      inuseBytes: all.inuseBytes + one.inuseBytes
    }),
    { allocBytes: 0, inuseBytes: 0 }
  );
}
function distinct(texts) {
  return [...new Set(texts)];
}
function distinctBy(items, key) {
  const first = /* @__PURE__ */ new Map();
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item);
  return [...first.values()];
}

// src/report/merge-crashes.ts
var maxCrashes = 200;
var maxOccurrences = 200;
function mergeCrashes(crashes) {
  const merged = /* @__PURE__ */ new Map();
  for (const crash of crashes) {
    const same = merged.get(crash.fingerprint);
    if (same === void 0) {
      if (merged.size < maxCrashes) merged.set(crash.fingerprint, crash);
      continue;
    }
    merged.set(crash.fingerprint, {
      ...same,
      ...same.seen === void 0 && crash.seen !== void 0 ? { seen: crash.seen } : {},
      occurrences: distinct2([...same.occurrences, ...crash.occurrences]).slice(0, maxOccurrences)
    });
  }
  return [...merged.values()];
}
function distinct2(occurrences) {
  const byPlace = new Map(
    occurrences.map((one) => [JSON.stringify([one.package, one.leg, one.attempt, one.test]), one])
  );
  return [...byPlace.values()];
}

// src/report/merge-leaks.ts
function mergeLeaks(leaks) {
  const known = new Set(
    leaks.filter(({ standing }) => standing === "known").map(({ fingerprint }) => fingerprint)
  );
  return together(leaks).map(
    (leak) => known.has(leak.fingerprint) ? { ...leak, standing: "known" } : leak
  );
}
function mergeLeakKinds(reports) {
  const kinds = [...new Set(reports.flatMap(({ leaksThatFail = [] }) => leaksThatFail))];
  return kinds.length === 0 ? {} : { leaksThatFail: kinds };
}

// src/report/merge-legs.ts
var tiers = ["cgroup", "sudo", "watcher", "none"];
function mergeLegs(legs) {
  return [...new Set(legs.map(({ name }) => name))].map(
    (name) => mergeLeg(legs.filter((leg) => leg.name === name))
  );
}
function mergeLeg(parts) {
  const [first] = parts;
  if (first === void 0) throw new Error("a leg of no job");
  const guard = mergeGuards(parts.flatMap((leg) => leg.guard ?? []));
  const rounds = parts.flatMap((leg) => leg.rounds ?? []);
  const stress = parts.flatMap((leg) => leg.stress ?? []);
  const times = parts.flatMap(({ elapsedMs }) => elapsedMs ?? []);
  return {
    name: first.name,
    race: parts.some(({ race }) => race),
    heapProfile: parts.some(({ heapProfile }) => heapProfile),
    goVersion: [...new Set(parts.map(({ goVersion }) => goVersion))].join(", "),
    command: commonWords(parts.map(({ command }) => command)),
    exitCode: worstExit(parts),
    signal: parts.find(({ signal }) => signal !== null)?.signal ?? null,
    // They run side by side.
    elapsedMs: times.length === 0 ? null : Math.max(...times),
    ...guard === null ? {} : { guard },
    ...stress.length === 0 ? {} : { stress: mergeStress(stress) },
    ...rounds.length === 0 ? {} : { rounds }
  };
}
function mergeStress(parts) {
  const [first] = parts;
  if (parts.length === 1 && first !== void 0) return first;
  const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
  return {
    budgetMs: sum(({ budgetMs }) => budgetMs),
    spentMs: sum(({ spentMs }) => spentMs),
    packages: parts.flatMap(({ packages }) => packages)
  };
}
function commonWords(commands) {
  const [first = [], ...others] = commands;
  const sets = others.map((command) => new Set(command));
  return first.filter((word) => sets.every((words) => words.has(word)));
}
function worstExit(parts) {
  const codes = parts.map(({ exitCode }) => exitCode);
  return codes.includes(null) ? null : codes.find((code) => code !== 0) ?? 0;
}
function mergeGuards(guards) {
  const [first] = guards;
  if (first === void 0) return null;
  const ceilings = guards.flatMap(({ ceilingBytes }) => ceilingBytes ?? []);
  const tried = new Map(
    guards.flatMap((guard) => guard.tried).map((one) => [`${one.tier} ${one.problem}`, one])
  );
  return {
    tier: guards.reduce(
      (worst, { tier }) => tiers.indexOf(tier) > tiers.indexOf(worst) ? tier : worst,
      first.tier
    ),
    ceilingBytes: ceilings.length === 0 ? null : Math.min(...ceilings),
    tried: [...tried.values()]
  };
}

// src/report/merge-verdicts.ts
function mergeVerdicts(pieces, doubts) {
  const reasons = [
    ...distinct3(pieces.flatMap(({ verdict }) => verdict.reasons)),
    ...doubts.map((message) => ({ kind: "lost", message }))
  ];
  const ran = pieces.some(
    ({ packages }) => packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0)
  );
  const empty = !ran && reasons.length === 0;
  if (empty) reasons.push({ kind: "no-tests", message: "no test ran in any package" });
  const statuses3 = pieces.map(({ verdict }) => verdict.status);
  if (statuses3.includes("fail")) return { status: "fail", reasons };
  const waived = pieces.length > 0 && pieces.every(({ shard }) => shard?.emptyPasses === true);
  const complete = doubts.length === 0 && (!empty || waived) && !statuses3.includes("incomplete");
  return { status: complete ? "pass" : "incomplete", reasons };
}
function distinct3(reasons) {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

// src/report/lost-results.ts
function lostResults(packages, legs, pieces) {
  const ran = /* @__PURE__ */ new Map();
  for (const { packages: runs, shard } of pieces)
    for (const run of runs) {
      const before = ran.get(run.package) ?? /* @__PURE__ */ new Set();
      if (before === "everywhere") continue;
      for (const leg of shard?.legs ?? []) before.add(leg);
      before.add(run.leg);
      const unknown = shard !== void 0 && shard.legs === void 0;
      ran.set(run.package, unknown ? "everywhere" : before);
    }
  return packages.flatMap((name) => {
    const found = ran.get(name);
    if (found === void 0) return [{ package: name, leg: null }];
    if (found === "everywhere") return [];
    return legs.filter((leg) => !found.has(leg)).map((leg) => ({ package: name, leg }));
  });
}

// src/report/shard-reruns.ts
function newestOfEach(reports, repeated) {
  const kept = [];
  const doubts = [];
  for (const name of new Set(reports.map(nameOf))) {
    const group = reports.filter((piece) => nameOf(piece) === name);
    const inTime = group.toSorted((a, b) => startOf(a) - startOf(b));
    const stayed = inTime.filter((piece, i) => {
      const next = inTime.slice(i + 1).find((later) => shareLegs(piece, later));
      return next === void 0 || repeated === "rivals" || !isRerun(piece, next);
    });
    kept.push(...stayed);
    const rivals = stayed.filter(
      (piece) => stayed.some((other) => other !== piece && shareLegs(piece, other))
    );
    if (rivals.length > 0)
      doubts.push(
        `${plural(rivals.length, "job")} ran ${name} and none of them is another one run again: each matrix needs a report of its own`
      );
  }
  return { kept, doubts };
}
function startOf({ startedAt }) {
  return Date.parse(startedAt) || 0;
}
function nameOf({ shard }) {
  return `shard ${String(shard.index)}/${String(shard.count)}`;
}
function legsKey({ legs }) {
  return legs === void 0 ? null : JSON.stringify([...legs].sort());
}
function shareLegs(a, b) {
  return a.shard.legs?.some((leg) => b.shard.legs?.includes(leg) ?? true) ?? true;
}
function isRerun(before, after) {
  const [one, other] = [before.source, after.source];
  const planned = before.shard.all.length > 0;
  return equalWhereKnown(one.sha, other.sha) && (one.directory ?? "") === (other.directory ?? "") && (one.module === other.module || !planned && one.module === null) && before.machine.os === after.machine.os && before.machine.arch === after.machine.arch && (before.machine.go === after.machine.go || before.machine.go === "") && before.shard.weighedBy === after.shard.weighedBy && (!planned || sameList(before.shard.all, after.shard.all)) && equalWhereKnown(legsKey(before.shard), legsKey(after.shard)) && hasAllOf(before, after) && startOf(after) >= startOf(before) + before.elapsedMs;
}
function hasAllOf(before, after) {
  const keyOf3 = (run) => `${run.leg} ${run.package}`;
  const known = new Set(after.packages.map(keyOf3));
  return before.packages.every((run) => known.has(keyOf3(run)));
}
function equalWhereKnown(a, b) {
  return a === null || b === null || a === b;
}
function sameList(a, b) {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

// src/report/shard-set.ts
var shownNames = 5;
var sameInputs = "give all jobs the same packages, legs and plan, and run all of them again";
function shardSet(reports, repeated) {
  const whole = reports.filter(({ shard }) => shard === void 0);
  const { kept, doubts } = newestOfEach(reports.filter(isPiece), repeated);
  const pieces = [...kept.toSorted((a, b) => a.shard.index - b.shard.index), ...whole];
  const lost = [];
  const groups = byLegs(kept);
  for (const group of groups) {
    const found = completeness(group, pieces, groups.length > 1);
    doubts.push(...found.doubts);
    lost.push(...found.lost);
  }
  return { pieces, doubts: [...new Set(doubts)], lost };
}
function isPiece(report) {
  return report.shard !== void 0;
}
function byLegs(kept) {
  const keys = [...new Set(kept.flatMap(({ shard }) => legsKey(shard) ?? []))];
  if (keys.length === 0) return kept.length === 0 ? [] : [[...kept]];
  return keys.map((key) => kept.filter(({ shard }) => (legsKey(shard) ?? key) === key));
}
function completeness(group, pieces, nameLegs) {
  const newestFirst = group.toSorted((a, b) => startOf(b) - startOf(a));
  const reference = newestFirst.find(({ shard }) => shard.all.length > 0) ?? group[0];
  if (reference === void 0) return { doubts: [], lost: [] };
  const doubts = [];
  for (const piece of group) {
    const difference = moduleDifference(piece, reference) ?? differenceOf(piece.shard, reference.shard);
    if (difference !== null)
      doubts.push(
        `${nameOf(piece)} does not belong to ${nameOf(reference)}: ${difference}; ${sameInputs}`
      );
  }
  const { count, all } = reference.shard;
  const present = new Set(
    group.filter(({ shard }) => shard.count === count).map(({ shard }) => shard.index)
  );
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !present.has(index)).map((index) => `${String(index)}/${String(count)}`);
  const legs = group.flatMap(({ shard }) => shard.legs ?? []);
  const lost = lostResults(all, [...new Set(legs)], pieces);
  const ofLegs = nameLegs ? ` of ${listNames([...new Set(legs)], shownNames)}` : "";
  doubts.push(...lostText(missing, ofLegs, lost));
  return { doubts, lost };
}
function moduleDifference({ source: { module } }, reference) {
  const wanted = reference.source.module;
  return module === null || wanted === null || module === wanted ? null : `it is of the module ${listNames([module], 1)}, not of ${listNames([wanted], 1)}`;
}
function differenceOf(shard, reference) {
  if (shard.count !== reference.count)
    return `it is one of ${String(shard.count)}, not of ${String(reference.count)}`;
  if (shard.weighedBy !== reference.weighedBy)
    return `it was weighed by ${weightText(shard)}, not by ${weightText(reference)}`;
  if (shard.all.length === 0 || sameList(shard.all, reference.all)) return null;
  const known = new Set(reference.all);
  const other = shard.all.find((name) => !known.has(name));
  if (other !== void 0) return `it also knows the package ${listNames([other], 1)}`;
  const here = new Set(shard.all);
  const unknown = reference.all.find((name) => !here.has(name));
  return unknown === void 0 ? null : `it does not know the package ${listNames([unknown], 1)}`;
}
function weightText({ weighedBy }) {
  return weighedBy === null ? "the number of packages" : weighedBy.slice(0, 12);
}
function lostText(missing, ofLegs, lost) {
  const packages = [...new Set(lost.map(({ leg }) => leg))].map((leg) => {
    const names2 = lost.filter((one) => one.leg === leg).map((one) => one.package);
    const inLeg = leg === null ? "" : ` in the leg ${listNames([leg], 1)}`;
    return `nobody ran ${plural(names2.length, "package")}${inLeg}: ${listNames(names2, shownNames)}`;
  });
  if (missing.length === 0)
    return packages.length === 0 ? [] : [[...packages, sameInputs].join("; ")];
  const names = listNames(missing, shownNames);
  const absent = missing.length === 1 ? `shard ${names} left no report${ofLegs}` : `${String(missing.length)} shards left no report${ofLegs}: ${names}`;
  const why = ofLegs === "" ? "its job was cancelled, died, or could not upload it; run it again" : "its job was cancelled, died, could not upload it, or ran other legs than the jobs of the other shards";
  return [[`${absent} (${why})`, ...packages].join("; ")];
}

// src/report/merge.ts
var maxLostGaps = 200;
function mergeReports(reports, repeated = "by-time", earlierDoubts = []) {
  const { pieces, doubts: ownDoubts, lost } = shardSet(reports, repeated);
  const doubts = [...earlierDoubts, ...ownDoubts];
  const busy = pieces.filter(({ legs: legs2 }) => legs2.length > 0);
  const first = busy[0] ?? pieces[0] ?? reports[0];
  const { runs, twice } = distinctRuns(pieces);
  const [example] = twice;
  if (example !== void 0)
    doubts.push(
      `${plural(twice.length, "result")} too many: more than one report has ${example.package} (${example.leg})`
    );
  const legs = mergeLegs(pieces.flatMap((piece) => piece.legs));
  const kept = new Set(runs);
  const { source, differs } = mergeSources(pieces.map((piece) => piece.source));
  if (differs !== null) doubts.push(differs);
  const report = {
    schema: 1,
    tool: first.tool,
    startedAt: pieces.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    // They run side by side; one that ran again later did not take the time between.
    elapsedMs: Math.max(...pieces.map(({ elapsedMs }) => elapsedMs)),
    source,
    machine: first.machine,
    preflight: mergeChecks(pieces.flatMap(({ preflight }) => preflight)),
    legs,
    packages: inLegs(runs, legs),
    crashes: mergeCrashes(pieces.flatMap(({ crashes }) => crashes)),
    heap: pieces.flatMap((piece) => heapOf(piece, kept)),
    comparison: mergeComparisons(pieces.flatMap(({ comparison }) => comparison ?? [])),
    ...pieces.some(({ leaks }) => leaks !== void 0) ? { leaks: mergeLeaks(pieces.flatMap(({ leaks = [] }) => leaks)) } : {},
    ...mergeLeakKinds(pieces),
    artifacts: distinct4(pieces.flatMap(({ artifacts }) => artifacts)),
    gaps: distinct4([...pieces.flatMap(({ gaps }) => gaps), ...lostGaps(lost), ...machines(busy)]),
    verdict: mergeVerdicts(pieces, doubts)
  };
  return { report, pieces, doubts };
}
function distinctRuns(pieces) {
  const byPackage = /* @__PURE__ */ new Map();
  const twice = [];
  for (const run of pieces.flatMap(({ packages }) => packages)) {
    const key = keyOf2(run);
    const before = byPackage.get(key);
    if (before !== void 0) twice.push(run);
    if (before === void 0 || endedWell(before)) byPackage.set(key, run);
  }
  return { runs: [...byPackage.values()], twice };
}
function endedWell({ ending }) {
  return ending === "passed" || ending === "no-tests";
}
function heapOf({ heap, packages }, kept) {
  const own = new Set(packages.filter((run) => kept.has(run)).map(keyOf2));
  return heap.filter((record) => own.has(keyOf2(record)));
}
function keyOf2(item) {
  return `${item.leg} ${item.package}`;
}
function inLegs(runs, legs) {
  const names = /* @__PURE__ */ new Set([...legs.map(({ name }) => name), ...runs.map(({ leg }) => leg)]);
  return [...names].flatMap((name) => runs.filter(({ leg }) => leg === name).sort(byName));
}
function byName(a, b) {
  return a.package < b.package ? -1 : a.package > b.package ? 1 : 0;
}
function mergeSources(sources) {
  const known = (key) => [...new Set(sources.flatMap((source) => source[key] ?? []))];
  const commits = known("sha");
  const [directory] = known("directory");
  return {
    source: {
      module: known("module")[0] ?? null,
      repository: known("repository")[0] ?? null,
      sha: commits[0] ?? null,
      ref: known("ref")[0] ?? null,
      event: known("event")[0] ?? null,
      ...directory === void 0 ? {} : { directory }
    },
    differs: commits.length < 2 ? null : `the reports are of different commits: ${commits.map((sha) => sha.slice(0, 12)).join(", ")}`
  };
}
var statuses2 = ["fail", "warn", "ok"];
function mergeChecks(checks) {
  const worst = /* @__PURE__ */ new Map();
  for (const check of checks) {
    const key = `${check.id} ${check.what}`;
    const before = worst.get(key);
    if (before === void 0 || statuses2.indexOf(check.status) < statuses2.indexOf(before.status))
      worst.set(key, check);
  }
  return [...worst.values()];
}
function lostGaps(lost) {
  const named = lost.slice(0, maxLostGaps).map((one) => ({
    what: "no job has results of it",
    package: one.package,
    ...one.leg === null ? {} : { leg: one.leg }
  }));
  const more = lost.length - named.length;
  return more > 0 ? [...named, { what: `no job has results of ${plural(more, "further package")}` }] : named;
}
function machines(pieces) {
  const kinds = new Set(
    pieces.map(
      ({ machine: { os, arch, cpus, go } }) => `${os}/${arch}, ${plural(cpus, "CPU")}, ${go}`
    )
  );
  return kinds.size < 2 ? [] : [{ what: `the jobs ran on different machines: ${[...kinds].join("; ")}` }];
}
function distinct4(items) {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

export {
  mergeReports,
  writeMerged
};
