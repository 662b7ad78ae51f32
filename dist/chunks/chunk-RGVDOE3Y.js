import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decodeRun,
  parsePath,
  runPath,
  runRecordSchema
} from "./chunk-WKU5LGFA.js";
import {
  worstFirst
} from "./chunk-A4M5YG7X.js";
import {
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  enclosingFunction,
  readBounded,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";
import {
  identifiersOf,
  isClosure,
  isRuntime,
  isStandardLibrary,
  isSurroundings,
  packageOf
} from "./chunk-T4JS6IWF.js";
import {
  array,
  literal,
  object,
  string
} from "./chunk-TYNGSIJO.js";

// src/crash/likeness/stable-name.ts
function plainName(functionName) {
  const name = functionName.replace(/·.*$/s, "");
  return `${packageOf(name).replace(/_test$/, "")}.${localName(name)}`;
}
function isWrapper(functionName) {
  return /(?:\.(?:gowrap|deferwrap)\d+|-fm|·dwrap·\d+)$/.test(functionName);
}
function stableName(frame, located, repository) {
  const lines = repository.lines(located.file);
  if (lines === null) return plainName(frame.function);
  const around = isClosure(frame.function) ? enclosingFunction(lines, located.line) : null;
  const folder = located.file.slice(0, Math.max(0, located.file.lastIndexOf("/")));
  return `${folder}.${around?.name ?? localName(frame.function)}`;
}
function localName(functionName) {
  const identifiers = identifiersOf(functionName);
  const known = isClosure(functionName) ? identifiers.slice(-1) : identifiers;
  return known.join(".") || "init";
}
function sourceText(located, repository) {
  const text = located === null ? void 0 : repository.lines(located.file)?.[located.line - 1];
  const code = (text ?? "").slice(0, maxSourceChars).replace(/\s+/g, " ").trim();
  const comment = / ?\/\/(?<text>[^"'`]*)$/.exec(code);
  return comment === null ? code : code.slice(0, comment.index);
}
var maxSourceChars = 500;

// src/crash/likeness/stack-alignment.ts
var depthDecay = 0.2;
var shiftDecay = 0.25;
var maxShift = 12;
var maxFrames = 40;
var libraryWeight = 0.2;
function createCallReader() {
  const byFunction = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  const idOf = (functionName) => {
    let id = byFunction.get(functionName);
    if (id === void 0) {
      const name = plainName(functionName);
      id = byName.get(name) ?? byName.size;
      byName.set(name, id);
      byFunction.set(functionName, id);
    }
    return id;
  };
  return (frames) => {
    const calls = [];
    let depth = 0;
    for (const { frame, own } of counting(frames)) {
      if (calls.length === maxFrames) break;
      calls.push({ id: idOf(frame.function), own, depth });
      depth += own;
    }
    return calls;
  };
}
function* counting(frames) {
  let library = null;
  for (const frame of frames) {
    const { function: name } = frame;
    if (isRuntime(frame) || isSurroundings(frame) || isWrapper(name)) continue;
    if (packageOf(name) === "testing") continue;
    if (isStandardLibrary(frame)) {
      library = frame;
      continue;
    }
    if (library !== null) yield { frame: library, own: libraryWeight };
    library = null;
    yield { frame, own: 1 };
  }
  if (library !== null) yield { frame: library, own: libraryWeight };
}
function alignment(a, b) {
  const there = new Set(b.map(({ id }) => id));
  let above = new Float64Array(b.length + 1);
  for (const left of a.filter(({ id }) => there.has(id))) {
    const row = new Float64Array(b.length + 1);
    for (const [j, right] of b.entries())
      row[j + 1] = Math.max((above[j] ?? 0) + gain(left, right), above[j + 1] ?? 0, row[j] ?? 0);
    above = row;
  }
  return Math.min(1, (above[b.length] ?? 0) / Math.max(weightOf(a), weightOf(b)));
}
function gain(a, b) {
  if (a.id !== b.id) return 0;
  const shift = Math.abs(a.depth - b.depth);
  if (shift > maxShift) return 0;
  const depth = Math.min(a.depth, b.depth);
  return Math.min(a.own, b.own) * Math.exp(-depthDecay * depth - shiftDecay * shift);
}
function weightOf(calls) {
  return calls.reduce((sum, { own, depth }) => sum + own * Math.exp(-depthDecay * depth), 0);
}

// src/crash/likeness/similarity.ts
var maxStacks = 6;
var otherCause = 0.75;
function nearest(crash, others, max = 5) {
  const read = createCallReader();
  const own = prepare(crash, read);
  return others.map((other) => ({ id: other.id, similarity: compare(own, prepare(other, read)) })).filter((neighbour) => neighbour.similarity > 0).sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, max);
}
function prepare({ cause, stacks }, read) {
  const guilty = stacks.filter(({ role }) => ["crashing", "access", "previous"].includes(role));
  const waiting = stacks.filter(({ role }) => role === "waiting");
  const telling = guilty.length > 0 ? guilty : waiting.length > 0 ? waiting : stacks.slice(0, 1);
  const calls = telling.slice(0, maxStacks).map(({ frames }) => read(frames));
  return { cause, stacks: calls.filter((stack) => stack.length > 0) };
}
function compare(a, b) {
  if (a.stacks.length === 0 || b.stacks.length === 0) return 0;
  const table = a.stacks.map((left) => b.stacks.map((right) => alignment(left, right)));
  const best = [
    ...table.map((row) => Math.max(...row)),
    ...b.stacks.map((_, column) => Math.max(...table.map((row) => row[column] ?? 0)))
  ];
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  return mean * (sameFamily(a.cause, b.cause) ? 1 : otherCause);
}
var panics = ["panic", "nil-dereference", "init-panic"];
function sameFamily(a, b) {
  return a === b || panics.includes(a) && panics.includes(b);
}

// src/crash/likeness/history.ts
var minSimilarity = 0.5;
function standing(crash, past) {
  const runs = [...past].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  const same = runs.filter(
    ({ crashes }) => crashes.some(({ fingerprint }) => fingerprint === crash.fingerprint)
  );
  const [last] = same;
  const first = same.at(-1);
  if (last !== void 0 && first !== void 0)
    return { kind: "seen", runs: same.length, last, first };
  const all = runs.flatMap((run) => run.crashes.map((other) => ({ run, other })));
  const numbered = all.map(({ other }, index) => ({ ...other, id: String(index) }));
  const [closest] = nearest(crash, numbered, 1);
  const found = closest === void 0 ? void 0 : all[Number(closest.id)];
  if (closest === void 0 || found === void 0 || closest.similarity < minSimilarity)
    return { kind: "new" };
  return {
    kind: "similar",
    similarity: closest.similarity,
    crash: found.other,
    run: found.run
  };
}

// src/run/baseline/crash-history.ts
var maxRuns = 30;
var maxFileBytes = 64 << 20;
var parseRuns = recordParser(array(runRecordSchema));
async function fetchPastRuns(out, store, ancestors) {
  const listed = await store.list();
  if (listed.kind === "problem") return [listed.problem];
  const recorded = new Set(
    listed.paths.flatMap((path) => {
      const parsed = parsePath(path);
      return parsed?.kind === "run" ? [parsed.commit] : [];
    })
  );
  const commits = ancestors.filter((commit) => recorded.has(commit)).slice(0, maxRuns);
  const read = await store.read(commits.map(runPath));
  if (read.kind === "problem") return [read.problem];
  const runs = [];
  const problems = [];
  for (const [path, bytes] of read.files) {
    const decoded = decodeRun(bytes, path);
    if (decoded.kind === "record") runs.push(decoded.record);
    else problems.push(`the record ${path} is left out: ${decoded.because}`);
  }
  await writeAtomically(layout.pastRuns(out), JSON.stringify(runs));
  return problems;
}
async function withStanding(out, crashes) {
  const runs = await readPastRuns(out);
  if (runs.length === 0) return [...crashes];
  const past = runs.map(({ commit, startedAt, crashes: seen }) => ({
    startedAt,
    crashes: seen,
    source: { module: null, repository: null, sha: commit, ref: null, event: null }
  }));
  return crashes.map((crash) => ({ ...crash, seen: seenBefore(crash, past) }));
}
async function readPastRuns(out) {
  return parseRuns(await readBounded(layout.pastRuns(out), maxFileBytes)) ?? [];
}
function seenBefore(crash, past) {
  const found = standing(crash, past);
  const common = { runs: past.length, similarity: null };
  switch (found.kind) {
    case "new":
      return { kind: "new", ...common, seenIn: 0, lastCommit: null, lastAt: null };
    case "seen": {
      const { sha } = found.last.source;
      return {
        // In some runs it did not happen, although it was there before.
        kind: found.runs < runsSince(found.first, past) ? "intermittent" : "seen",
        ...common,
        seenIn: found.runs,
        lastCommit: sha,
        lastAt: found.last.startedAt
      };
    }
    case "similar":
      return {
        ...{ kind: "similar", runs: past.length, seenIn: 1, similarity: found.similarity },
        lastCommit: found.run.source.sha,
        lastAt: found.run.startedAt
      };
  }
}
function runsSince(first, past) {
  return past.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(first.startedAt)).length;
}

// src/run/leaks/leak-tests.ts
import { join } from "node:path";
var fileSchema = object({
  schema: literal(1),
  tests: array(object({ package: string(), fingerprint: string(), test: string() }))
});
var parse = recordParser(fileSchema);
var maxFileBytes2 = 4 << 20;
function pathOf(out, leg) {
  return join(layout.leg(out, leg), "leak-tests.json");
}
async function writeLeakTests(out, leg, tests) {
  await writeAtomically(pathOf(out, leg), JSON.stringify({ schema: 1, tests }));
}
async function withLeakTests(out, legs, leaks) {
  if (leaks.every(({ test }) => test !== null)) return [...leaks];
  const found = /* @__PURE__ */ new Map();
  for (const { name } of legs)
    for (const one of parse(await readBounded(pathOf(out, name), maxFileBytes2))?.tests ?? [])
      found.set(keyOf(one), one.test);
  return leaks.map((leak) => ({ ...leak, test: leak.test ?? found.get(keyOf(leak)) ?? null }));
}
function keyOf({ package: name, fingerprint }) {
  return `${fingerprint} ${name}`;
}

// src/leaks/standing.ts
var askedRuns = 10;
function standingOf(leak, past) {
  const asked = past.slice(0, askedRuns);
  if (asked.some(({ fingerprints }) => fingerprints.has(leak.fingerprint))) return "known";
  return asked.some(({ partly }) => !partly.has(leak.package)) ? "new" : "unknown";
}

// src/run/baseline/leak-history.ts
var kinds = ["goroutine", "memory"];
function leaksToKeep({
  leaks,
  packages
}) {
  if (leaks === void 0) return {};
  const partly = {};
  for (const kind of kinds) {
    const unseen = partlySeen(packages, kind);
    if (unseen !== null) partly[kind] = unseen;
  }
  return {
    leaks: {
      found: leaks.map(({ kind, package: name, fingerprint, site }) => ({
        ...{ kind, package: name, fingerprint },
        site: site === null ? null : `${site.file}:${String(site.line)}`.slice(0, 4096)
      })),
      partly
    }
  };
}
function partlySeen(packages, kind) {
  const asked = packages.filter(({ leaksSeen }) => leaksSeen?.[kind] !== void 0);
  if (asked.length === 0) return null;
  const partly = asked.filter(({ leaksSeen }) => leaksSeen?.[kind] !== "all");
  return [...new Set(partly.map((run) => run.package))];
}
async function withLeakStanding(out, legs, leaks) {
  if (leaks === void 0) return null;
  if (leaks.length === 0) return [];
  const runs = (await readPastRuns(out)).toSorted(
    (a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)
  );
  const past = {
    goroutine: runs.flatMap((run) => pastOf(run, "goroutine")),
    memory: runs.flatMap((run) => pastOf(run, "memory"))
  };
  const named = await withLeakTests(out, legs, leaks);
  return worstFirst(
    named.map((leak) => ({ ...leak, standing: standingOf(leak, past[leak.kind]) }))
  );
}
function pastOf({ leaks }, kind) {
  const partly = leaks?.partly[kind];
  if (leaks === void 0 || partly === void 0) return [];
  const found = leaks.found.filter((leak) => leak.kind === kind);
  return [
    {
      fingerprints: new Set(found.map(({ fingerprint }) => fingerprint)),
      partly: new Set(partly)
    }
  ];
}

export {
  plainName,
  isWrapper,
  stableName,
  sourceText,
  standing,
  fetchPastRuns,
  withStanding,
  readPastRuns,
  writeLeakTests,
  leaksToKeep,
  withLeakStanding
};
