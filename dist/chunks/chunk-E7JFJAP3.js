import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shardText
} from "./chunk-4Z6IVO33.js";
import {
  openClone,
  openStore,
  readHead,
  whyNoHead
} from "./chunk-Q5NST6EV.js";
import {
  leaksToKeep
} from "./chunk-RGVDOE3Y.js";
import {
  decodeRun,
  encodeRecord,
  encodeRun,
  packageOfLeg,
  parsePath,
  recordPath,
  runPath
} from "./chunk-WKU5LGFA.js";
import {
  listLegs
} from "./chunk-VX6ODH4P.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  InterruptedError
} from "./chunk-XDZPD3YM.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";

// src/baseline/deepen.ts
var wantedCommits = 50;
async function present({ clone, fetch }, commit) {
  if (await clone.parents(commit) !== null) return true;
  return fetch && await clone.fetch({ kind: "depth", commits: 1 }, [commit]) && await clone.parents(commit) !== null;
}
async function deepenedLine({ clone, fetch, head }, commit, maxCommits) {
  const here = await clone.firstParents(commit, maxCommits);
  if (fetch && here.length < wantedCommits && !await endsAtRoot(clone, here)) {
    const bare = here.length === 0 && (await clone.firstParents(head, 2)).length === 1;
    if (bare) await clone.fetch({ kind: "depth", commits: wantedCommits }, [commit]);
    else if (await present({ clone, fetch }, commit))
      await clone.fetch({ kind: "deepen", commits: wantedCommits }, [commit]);
    const deeper = await clone.firstParents(commit, maxCommits);
    return deeper.length === 0 ? [commit] : deeper;
  }
  return here.length === 0 ? [commit] : here;
}
async function endsAtRoot(clone, line) {
  const last = line.at(-1);
  return last !== void 0 && (await clone.parents(last))?.length === 0;
}

// src/baseline/merge-base.ts
var deepening = [50, 200, 400];
async function mergeBase(subject, branch) {
  const { clone, head, fetch } = subject;
  const tip = await present(subject, branch.tip) ? branch.tip : await clone.resolve(`refs/remotes/origin/${branch.name}`);
  if (tip === null) return null;
  for (const commits of [0, ...fetch ? deepening : []]) {
    if (commits > 0 && !await clone.fetch({ kind: "deepen", commits }, [head, tip])) break;
    const found2 = await bestOf(subject, tip);
    if (found2?.sure === true)
      return { commit: found2.commit, reason: `merge base with ${branch.name}`, exact: true };
  }
  const found = await bestOf(subject, tip);
  if (found === null) return null;
  const reason = `merge base with ${branch.name}, as far as this clone shows it`;
  return { commit: found.commit, reason, exact: false };
}
async function bestOf({ clone, head }, tip) {
  const bases = await clone.mergeBases(head, tip);
  const [commit] = bases;
  if (commit === void 0) return null;
  return { commit, sure: bases.length === 1 && await clone.isComplete([head, tip], commit) };
}

// src/baseline/named-base.ts
async function namedBase(name, subject) {
  const { clone, head } = subject;
  const commit = await clone.resolve(name) ?? await clone.resolve(`refs/remotes/origin/${name}`) ?? await fetched(name, subject);
  if (commit === null) {
    throw new InputError([
      {
        where: "--base",
        what: `this clone has no commit ${JSON.stringify(name.slice(0, 200))}`,
        fix: 'name a commit, branch or tag that "git rev-parse" knows; fetch it first in a shallow clone'
      }
    ]);
  }
  if (commit === head || await clone.isAncestor(commit, head))
    return { commit, reason: `named by --base ${name}`, exact: true };
  const reason = `named by --base ${name}, which is not known as an ancestor of the tested commit`;
  return { commit, reason, exact: false };
}
async function fetched(name, subject) {
  const isSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
  return isSha && await present(subject, name) ? name : null;
}

// src/baseline/choose-base.ts
var maxAncestors = 500;
async function chooseBase(request) {
  const clone = openClone(request);
  const { commit: head, clean } = request.head;
  if (head === null) return { kind: "none", because: await whyNoHead(clone) };
  const fetch = request.fetch && await clone.isShallow();
  const subject = { clone, head, clean, fetch };
  const found = request.explicit === null ? await baseOf(request.event, subject) : await namedBase(request.explicit, subject);
  if (found === null) {
    const because = `${head.slice(0, 12)} is the first commit: there is none to compare with`;
    return { kind: "none", because };
  }
  const line = await deepenedLine(subject, found.commit, maxAncestors);
  return { kind: "base", ...found, ancestors: line };
}
function baseOf(event, subject) {
  switch (event?.kind) {
    case void 0:
      return localBase(subject);
    case "pull-request":
      return pullRequestBase(event, subject);
    case "merge-group":
      return mergeGroupBase(event, subject);
    case "push":
      return pushBase(event, subject);
    case "tag":
      return firstParent(subject, "first parent of the tagged commit");
    case "other":
      return firstParent(subject, "first parent of the tested commit");
  }
}
async function localBase(subject) {
  const { clean, head } = subject;
  if (clean) return firstParent(subject, "first parent of the tested commit");
  const reason = "the checked out commit, which the changes of the work tree are made on";
  return { commit: head, reason, exact: true };
}
async function pullRequestBase(event, subject) {
  const parents = await subject.clone.parents(subject.head) ?? [];
  const [base, tip] = parents;
  if (parents.length === 2 && base !== void 0 && tip === event.headSha)
    return { commit: base, reason: "first parent of the tested merge commit", exact: true };
  return await mergeBase(subject, { tip: event.baseSha, name: event.baseRef }) ?? withoutMergeBase(subject, event.baseRef);
}
async function mergeGroupBase(event, subject) {
  const parents = await subject.clone.parents(subject.head) ?? [];
  if (subject.head === event.headSha || parents[0] === event.baseSha) {
    const reason = "the commit that the merge group is built on";
    return { commit: event.baseSha, reason, exact: true };
  }
  return await mergeBase(subject, { tip: event.baseSha, name: "the base of the merge group" }) ?? withoutMergeBase(subject, "the base of the merge group");
}
async function pushBase(event, subject) {
  const { clone, head } = subject;
  const { before } = event;
  const alone = "first parent of the pushed commit";
  const [parent] = await clone.parents(head) ?? [];
  if (before === null || before === parent || head !== event.after)
    return firstParent(subject, alone);
  const known = await present(subject, before) && await present(subject, head);
  const isOlder = known && (await clone.isAncestor(before, head) || subject.fetch && await clone.fetch({ kind: "deepen", commits: 50 }, [head]) && await clone.isAncestor(before, head));
  return isOlder ? { commit: before, reason: "the commit before the push", exact: true } : firstParent(subject, alone);
}
async function firstParent({ clone, head }, reason) {
  const [commit] = await clone.parents(head) ?? [];
  return commit === void 0 ? null : { commit, reason, exact: true };
}
async function withoutMergeBase(subject, name) {
  const reason = `first parent of the tested commit, because this clone shows no merge base with ${name}`;
  const found = await firstParent(subject, reason);
  return found && { ...found, exact: false };
}

// src/run/shard-weights.ts
var maxRecords = 10;
async function weightsOfCommit(store, commit) {
  const path = runPath(commit);
  const read = await store.read([path]);
  if (read.kind === "problem") return none(read.problem);
  const bytes = read.files.get(path);
  if (bytes === void 0) return none(`${store.name} has no record of that run`);
  const decoded = decodeRun(bytes, path);
  if (decoded.kind !== "record") return none(`its record cannot be used: ${decoded.because}`);
  const weights = weightsIn(decoded.record);
  return weights.size === 0 ? none("its record does not say what the packages took") : { kind: "weights", commit, weights };
}
async function nearestWeights(store, ancestors) {
  const listed = await store.list();
  if (listed.kind === "problem") return none(listed.problem);
  const recorded = new Set(
    listed.paths.flatMap((path) => {
      const parsed = parsePath(path);
      return parsed?.kind === "run" ? [parsed.commit] : [];
    })
  );
  const commits = ancestors.filter((commit) => recorded.has(commit)).slice(0, maxRecords);
  for (const commit of commits) {
    const found = await weightsOfCommit(store, commit);
    if (found.kind === "weights") return found;
  }
  return none(
    commits.length === 0 ? `${store.name} has no record of a run of the commits before this one` : "the records of earlier runs do not say what the packages took"
  );
}
function weightsIn({ packages = [] }) {
  const weights = /* @__PURE__ */ new Map();
  for (const { package: name, elapsedMs, peakRssBytes } of packages) {
    const before = weights.get(name) ?? { elapsedMs: 0, peakRssBytes: 0 };
    weights.set(name, {
      elapsedMs: before.elapsedMs + elapsedMs,
      peakRssBytes: Math.max(before.peakRssBytes, peakRssBytes ?? 0)
    });
  }
  return weights;
}
function none(because) {
  return { kind: "none", because };
}

// src/plan/shards.ts
var slack = 1.05;
function shareOut(packages, weights, count) {
  const longestFirst = weighed(packages, weights).sort(byWeight);
  const byTime = assign(longestFirst, count, Number.POSITIVE_INFINITY);
  const longest = Math.max(0, ...(byTime ?? []).map(({ elapsedMs }) => elapsedMs));
  const limit = Math.max(longest, slack * leastLongest(longestFirst, count));
  const shares = assign(longestFirst, count, limit, "memory") ?? byTime ?? [];
  return shares.map(({ names }) => names.sort(compareText));
}
function leastLongest(longestFirst, count) {
  const sum = longestFirst.reduce((all, { elapsedMs }) => all + elapsedMs, 0);
  return Math.max(sum / count, longestFirst[0]?.elapsedMs ?? 0);
}
function assign(longestFirst, count, limitMs, first = "time") {
  const shares = Array.from({ length: count }, () => ({
    names: [],
    elapsedMs: 0,
    peakRssBytes: 0
  }));
  const least = first === "time" ? leastTime : leastMemory;
  for (const { name, elapsedMs, peakRssBytes } of longestFirst) {
    const fitting = shares.filter((share2) => share2.elapsedMs + elapsedMs <= limitMs);
    const [start] = fitting;
    if (start === void 0) return null;
    const share = fitting.reduce((best, other) => least(other, best) < 0 ? other : best, start);
    share.names.push(name);
    share.elapsedMs += elapsedMs;
    share.peakRssBytes += peakRssBytes;
  }
  return shares;
}
function leastTime(a, b) {
  return a.elapsedMs - b.elapsedMs || a.peakRssBytes - b.peakRssBytes || a.names.length - b.names.length;
}
function leastMemory(a, b) {
  return a.peakRssBytes - b.peakRssBytes || leastTime(a, b);
}
function weighed(packages, weights) {
  const names = [...new Set(packages)];
  const known = names.flatMap((name) => weights?.get(name) ?? []);
  const middling = {
    elapsedMs: middle(known.map(({ elapsedMs }) => elapsedMs)) ?? 1,
    peakRssBytes: middle(known.map(({ peakRssBytes }) => peakRssBytes)) ?? 0
  };
  return names.map((name) => ({ name, ...weights?.get(name) ?? middling }));
}
function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
function byWeight(a, b) {
  return b.elapsedMs - a.elapsedMs || b.peakRssBytes - a.peakRssBytes || compareText(a.name, b.name);
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/run/take-share.ts
function takeShare(legs, choice, weights) {
  const packages = legs.flatMap((plan) => plan.packages);
  const shares = sharesOf(packages, choice.count, weights);
  const own = shares[choice.index - 1] ?? [];
  const wanted = new Set(own);
  const all = shares.flat().sort();
  return {
    shard: { ...choice, all, own, legs: legs.map(({ leg }) => leg.name) },
    legs: legs.map((plan) => withPackages(plan, wanted)).filter(({ packages: kept }) => kept.length > 0)
  };
}
function sharesOf(packages, count, weights) {
  const names = [...new Set(packages.map((item) => item.package))].sort();
  return shareOut(names, weights ?? alike(packages), count);
}
var withTests = { elapsedMs: 1e3, peakRssBytes: 0 };
var withoutTests = { elapsedMs: 1, peakRssBytes: 0 };
function alike(packages) {
  const tested = new Set(packages.flatMap((item) => item.hasTests ? [item.package] : []));
  return new Map(
    packages.map((item) => [item.package, tested.has(item.package) ? withTests : withoutTests])
  );
}
function withPackages(plan, wanted) {
  const packages = plan.packages.filter((item) => wanted.has(item.package));
  if (packages.length === plan.packages.length) return plan;
  return { ...plan, packages, patterns: packages.map((item) => item.package) };
}

// src/run/plan-shards.ts
async function planShards(settings, wanted, ports) {
  const legs = await listLegs(settings, ports);
  const packages = legs.flat().map((listed) => ({
    package: listed.package,
    hasTests: listed.testFiles.length + listed.externalTestFiles.length > 0
  }));
  const tested = new Set(packages.flatMap((item) => item.hasTests ? [item.package] : []));
  const found = await recordedWeights(settings, ports);
  const count = Math.max(1, Math.min(wanted, tested.size));
  const weighedBy = found.kind === "weights" ? found.commit : null;
  const shares = sharesOf(packages, count, found.kind === "weights" ? found.weights : null);
  return {
    matrix: {
      include: shares.map((_, i) => ({ shard: shardText({ index: i + 1, count, weighedBy }) }))
    },
    summary: [
      `${String(tested.size)} packages with tests in ${String(count)} of ${String(wanted)} shards`,
      found.kind === "weights" ? `weighed by the run of ${found.commit.slice(0, 12)}` : `shared out by their number: ${found.because}`
    ].join(", ")
  };
}
async function recordedWeights(settings, ports) {
  const { run, env, baseline: origin } = ports;
  const { directory, heap } = settings;
  const store = storeOf(settings, ports);
  if (store === null) return { kind: "none", because: "no baseline is kept (baseline: none)" };
  const choice = await chooseBase({
    ...{ run, env, directory, explicit: heap.base },
    head: await readHead(run, env, directory),
    event: origin.event,
    token: origin.token,
    fetch: origin.event !== null
  });
  return choice.kind === "none" ? { kind: "none", because: choice.because } : nearestWeights(store, choice.ancestors);
}
async function planShare(settings, legs, ports) {
  const { shard: choice } = settings;
  if (choice === null) return { legs, shard: null };
  const { weighedBy } = choice;
  if (weighedBy === null) return takeShare(legs, choice, null);
  const store = storeOf(settings, ports);
  const found = store === null ? { kind: "none", because: "no baseline is kept here (baseline: none)" } : await weightsOfCommit(store, weighedBy);
  if (found.kind === "weights") return takeShare(legs, choice, found.weights);
  const signal = ports.cancellation.requested();
  if (signal !== null) throw new InterruptedError("reading the recorded run", signal);
  throw new InputError([
    {
      where: settings.sources["shard"] ?? "shard",
      what: `${shardText(choice)} cannot be weighed by ${weighedBy.slice(0, 12)}: ${found.because}`,
      fix: "give this job the same baseline, and the same right to read it, as the job that made the plan; or make the plan again"
    }
  ]);
}
function storeOf({ heap, directory }, ports) {
  const { run, env, baseline: origin } = ports;
  return openStore(heap.baseline, { run, env, directory, ...origin });
}

// src/run/baseline/keep-figures.ts
var maxPackages = 2e4;
async function keepFigures(store, tracked, figures) {
  const { report, head } = figures;
  const { commit } = head;
  const note = (packages2, because) => ({
    packages: packages2,
    store: store.name,
    because
  });
  if (!tracked.record || commit === null) return note(0, tracked.because);
  const files = recordFiles(figures, commit);
  const { startedAt, crashes } = report;
  const packages = packagesOf(report);
  const leaks = leaksToKeep(report);
  const run = {
    path: runPath(commit),
    bytes: encodeRun({ schema: 1, commit, startedAt, crashes, packages, ...leaks })
  };
  const message = `Record ${plural(files.length, "package")} of ${commit.slice(0, 12)}`;
  const added = await store.add([...files, run], message);
  if (added.kind === "problem") return note(0, added.problem);
  return note(files.length, files.length > 0 ? null : "no package passed with a profile");
}
function recordFiles({ report, head, measured }, commit) {
  const recordedAt = (/* @__PURE__ */ new Date()).toISOString();
  const keys = new Map(measured.map((item) => [packageOfLeg(item.key), item]));
  return report.heap.flatMap((record) => {
    const found = keys.get(packageOfLeg(record));
    if (found === void 0 || record.outcome !== "passed" || record.metrics.allocBytes === null)
      return [];
    const key = { ...found.key, rate: record.sampling.rate };
    const { environment } = found;
    return [
      {
        path: recordPath(key, commit),
        bytes: encodeRecord({
          ...{ schema: 1, key, commit, recordedAt, environment, record },
          committedAt: head.committedAt ?? report.startedAt
        })
      }
    ];
  });
}
function packagesOf({ packages }) {
  return packages.filter(({ ending }) => ending === "passed" || ending === "failed" || ending === "no-tests").slice(0, maxPackages).flatMap(({ package: name, leg, attempts, elapsedMs, peakRssBytes }) => {
    const took = attempts.at(-1)?.elapsedMs ?? elapsedMs;
    return took === null ? [] : [{ package: name, leg, elapsedMs: took, peakRssBytes }];
  });
}

export {
  chooseBase,
  keepFigures,
  planShards,
  planShare
};
