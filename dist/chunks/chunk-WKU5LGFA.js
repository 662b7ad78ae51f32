import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  crashSchema,
  environmentSchemaOf,
  heapRecordSchema,
  keySchemaOf
} from "./chunk-FEIOFHOH.js";
import {
  _enum,
  _maxLength,
  _nonnegative,
  _regex,
  array,
  int,
  literal,
  nullable,
  number,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/machine/small-file.ts
import { Buffer } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var maxSmallBytes = 4 * 1024 * 1024;
function readSmallFile(path) {
  let file;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > maxSmallBytes) return null;
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length).toString("utf8");
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

// src/heap/rate.ts
var memProfileRates = [512, 1, 4096];
var maxError = 0.01;
var safeError = 5e-3;
var maxBytesOfOne = 8e6;
var coarse = { fromBytes: 256e6, toBytes: 16e7 };
function chooseRate(previous) {
  const known2 = memProfileRates.find((rate) => rate === previous?.rate);
  if (previous === null || known2 === void 0) return 512;
  const { allocBytes } = previous;
  const error = (rate) => expectedError(previous, rate);
  switch (known2) {
    case 1:
      return allocBytes > maxBytesOfOne ? 512 : 1;
    case 512:
      if (error(512) > maxError && allocBytes < maxBytesOfOne) return 1;
      return allocBytes > coarse.fromBytes && error(4096) < safeError ? 4096 : 512;
    case 4096:
      return allocBytes < coarse.toBytes || error(4096) > maxError ? 512 : 4096;
  }
}
function expectedError({ allocBytes, rate, relativeError }, next) {
  const ofSmallObjects = Math.sqrt(next / Math.max(1, allocBytes));
  if (relativeError === void 0 || relativeError === null || rate <= 1) return ofSmallObjects;
  return Math.min(ofSmallObjects, relativeError * Math.sqrt(next / rate));
}

// src/baseline/layout.ts
import { createHash } from "node:crypto";
function recordPath(key, commit) {
  return `v1/heap/${commit}/${keyId(key)}.json`;
}
function runPath(commit) {
  return `v1/runs/${commit}.json`;
}
function parsePath(path) {
  const heap = /^v1\/heap\/(?<commit>[0-9a-f]{40}|[0-9a-f]{64})\/(?<keyId>[a-z0-9-]{1,48}-[0-9a-f]{20})\.json$/.exec(
    path
  );
  if (heap?.groups?.commit !== void 0 && heap.groups.keyId !== void 0)
    return { kind: "heap", commit: heap.groups.commit, keyId: heap.groups.keyId };
  const run = /^v1\/runs\/(?<commit>[0-9a-f]{40}|[0-9a-f]{64})\.json$/.exec(path);
  if (run?.groups?.commit !== void 0) return { kind: "run", commit: run.groups.commit };
  const version = Number(/^v(?<version>[1-9]\d{0,5})\//.exec(path)?.groups?.version ?? 1);
  return version > 1 ? { kind: "newer", version } : null;
}
var known = /* @__PURE__ */ new Map();
var maxKnown = 2e4;
function keyId(key) {
  const whole = JSON.stringify([
    ...[key.module, key.package, key.leg, key.os, key.arch, key.go, key.race],
    [...key.tags].sort(),
    ...[key.flags, key.rate]
  ]);
  const found = known.get(whole);
  if (found !== void 0) return found;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 20);
  const id = `${readable(`${lastElements(key.package)}-${key.leg}`)}-${hash}`;
  if (known.size >= maxKnown) known.clear();
  known.set(whole, id);
  return id;
}
function lastElements(importPath) {
  return importPath.split("/").slice(-2).join("-");
}
function readable(text2) {
  const words = text2.slice(0, 200).toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-/, "").slice(0, 40).replace(/-$/, "") || "package";
}

// src/baseline/environment.ts
var rows = [
  // go1.26.3 -> 1.26.3
  { what: "Go", of: ({ go }) => go.replace(/^go(?=\d)/, "") },
  // ubuntu24 20261109.64.1 -> ubuntu24
  { what: "runner image", of: ({ runnerImage }) => runnerImage?.split(" ")[0] ?? "none" },
  // 6.8.0-1031-azure -> 6.8
  {
    what: "kernel",
    of: ({ kernel }) => /^\d+\.\d+/.exec(kernel ?? "")?.[0] ?? kernel ?? "unknown"
  },
  { what: "CPUs:", of: ({ cpus }) => String(cpus) },
  { what: "GOGC", of: ({ gogc }) => gogc ?? "unset" },
  { what: "GOMEMLIMIT", of: ({ gomemlimit }) => gomemlimit ?? "unset" }
];
function environmentDifferences(base, now) {
  return rows.map(({ what, of }) => ({ what, before: of(base), after: of(now) })).filter(({ before, after }) => before !== after).map(({ what, before, after }) => `${what} ${before}, now ${after}`);
}

// src/baseline/records.ts
import { Buffer as Buffer2 } from "node:buffer";
import { TextDecoder } from "node:util";

// src/baseline/record.ts
var text = string().check(_maxLength(4096));
var environmentSchema = environmentSchemaOf(text);
var commitSha = string().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
var baselineRecordSchema = object({
  schema: literal(1),
  key: keySchemaOf(text),
  commit: commitSha,
  /** ISO 8601 */
  committedAt: text,
  recordedAt: text,
  environment: environmentSchema,
  record: heapRecordSchema
});
var partly = optional(array(text));
var runRecordSchema = object({
  schema: literal(1),
  commit: commitSha,
  startedAt: text,
  crashes: array(crashSchema),
  /** What each package took in each leg; absent in records of earlier versions. */
  packages: optional(
    array(
      object({
        package: text,
        leg: text,
        elapsedMs: number().check(_nonnegative()),
        peakRssBytes: nullable(int().check(_nonnegative()))
      })
    )
  ),
  /** What its tests left behind; absent where nobody looked, and in records of earlier versions. */
  leaks: optional(
    object({
      found: array(
        object({
          kind: _enum(["goroutine", "memory"]),
          package: text,
          fingerprint: text,
          /** `shop/pool.go:25`, for people; null where it has no line in the repository. */
          site: nullable(text)
        })
      ),
      partly: object({ goroutine: partly, memory: partly })
    })
  )
});

// src/baseline/records.ts
var maxRecordBytes = 8 << 20;
var schemaVersion = 1;
function encodeRecord(record) {
  return Buffer2.from(`${JSON.stringify(record)}
`);
}
function encodeRun(record) {
  return Buffer2.from(`${JSON.stringify(record)}
`);
}
function decodeRecord(bytes, path) {
  const decoded = decode(bytes, baselineRecordSchema);
  if (decoded.kind !== "record") return decoded;
  const { key, commit, record } = decoded.record;
  if (recordPath(key, commit) !== path)
    return damaged(
      `it holds ${key.package} (${key.leg}) at ${commit.slice(0, 12)}, its path says otherwise`
    );
  const same = record.package === key.package && record.leg === key.leg && record.sampling.rate === key.rate;
  if (!same)
    return damaged("its figures are of another package, leg or sampling rate than its key");
  return decoded;
}
function decodeRun(bytes, path) {
  const decoded = decode(bytes, runRecordSchema);
  if (decoded.kind !== "record" || runPath(decoded.record.commit) === path) return decoded;
  return damaged(`it is of ${decoded.record.commit.slice(0, 12)}, its path says otherwise`);
}
function decode(bytes, schema) {
  if (bytes.length === 0) return damaged("it is empty, or larger than a record can be");
  if (bytes.length > maxRecordBytes) return damaged("it is larger than a record can be");
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return damaged("it is not JSON; it may have been cut off");
  }
  const version = schemaOf(value);
  if (version !== null && version > schemaVersion) {
    const because = `it has schema ${String(version)}, this version of go-crash-guard knows schema ${String(schemaVersion)}; a newer version of go-crash-guard reads it`;
    return { kind: "newer", because };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: "record", record: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join(".").slice(0, 200) ?? "";
  return damaged(where === "" ? "it is no record" : `its field ${where} is missing or wrong`);
}
function schemaOf(value) {
  if (typeof value !== "object" || value === null || !("schema" in value)) return null;
  return Number.isSafeInteger(value.schema) ? Number(value.schema) : null;
}
function damaged(because) {
  return { kind: "damaged", because };
}

// src/baseline/read-records.ts
var filesPerRead = 64;
function newerLayout(paths) {
  let newest = 1;
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === "newer") newest = Math.max(newest, parsed.version);
  }
  return newest === 1 ? [] : [
    `the store also holds records in layout v${String(newest)}, which this version of go-crash-guard does not know; update go-crash-guard to use them`
  ];
}
async function readPaths(store, paths) {
  const records = [];
  const problems = [];
  for (let start = 0; start < paths.length; start += filesPerRead) {
    const some = paths.slice(start, start + filesPerRead);
    const read = await store.read(some);
    if (read.kind === "problem") return read;
    for (const path of some) {
      const bytes = read.files.get(path);
      if (bytes === void 0) continue;
      const decoded = decodeRecord(bytes, path);
      if (decoded.kind === "record") records.push(decoded.record);
      else problems.push(`the record ${path} is left out: ${decoded.because}`);
    }
  }
  return { kind: "records", records, problems };
}

// src/run/baseline/find-bases.ts
var maxGone = 200;
var maxHistory = 30;
async function findBases(request) {
  const { store, ancestors, keys } = request;
  const listed = await store.list();
  if (listed.kind === "problem") return { bases: [], gone: [], problems: [listed.problem] };
  const present = new Set(listed.paths);
  const nearest = keys.flatMap((key) => nearestRecord(key, ancestors, present) ?? []);
  const old = /* @__PURE__ */ new Map();
  for (const wanted of nearest) {
    const found = request.old.find(({ commit }) => present.has(recordPath(wanted.key, commit)));
    if (found !== void 0 && found.commit !== wanted.commit)
      old.set(wanted, { ...wanted, ...found });
  }
  const [closest = closestOfAll(ancestors, listed.paths)] = nearest.toSorted(
    (a, b) => a.distance - b.distance
  );
  const others = request.wholeModule && closest !== null ? pathsOfCommit(listed.paths, closest.commit) : [];
  const reader = await readAll(store, [
    ...[...nearest, ...old.values()].map(({ key, commit }) => recordPath(key, commit)),
    ...others
  ]);
  const bases = nearest.flatMap((wanted) => {
    const record = reader.record(recordPath(wanted.key, wanted.commit));
    if (record === null) return [];
    const before = old.get(wanted);
    const oldRecord = before && reader.record(recordPath(before.key, before.commit));
    return [
      {
        ...storedBase(record, wanted.distance, request.environment),
        old: oldRecord ? { ...point(oldRecord), reason: before.reason } : null
      }
    ];
  });
  const named = new Set(keys.map(packageOfLeg));
  const elsewhere = new Set(request.elsewhere);
  const modules = new Set(keys.map(({ module }) => module));
  const gone = others.flatMap((path) => reader.record(path) ?? []).filter(({ key }) => modules.has(key.module) && !named.has(packageOfLeg(key))).filter(({ key }) => !elsewhere.has(key.package)).filter(({ key }) => keys.some((other) => other.leg === key.leg && other.go === key.go)).slice(0, maxGone).map((record) => storedBase(record, closest?.distance ?? 0, request.environment));
  return { bases, gone, problems: [...newerLayout(listed.paths), ...reader.problems] };
}
async function addHistory(bases, wanted, request) {
  const listed = await request.store.list();
  if (listed.kind === "problem") return { bases: [...bases], problems: [listed.problem] };
  const present = new Set(listed.paths);
  const keys = new Map(request.keys.map((key) => [packageOfLeg(key), key]));
  const pathsOf = (base) => {
    const key = keys.get(packageOfLeg(base));
    if (key === void 0 || !wanted.has(packageOfLeg(base))) return [];
    const { rate } = base.record.sampling;
    const from = Math.max(0, request.ancestors.indexOf(base.commit));
    return request.ancestors.slice(from).map((commit) => recordPath({ ...key, rate }, commit)).filter((path) => present.has(path)).slice(0, maxHistory);
  };
  const reader = await readAll(request.store, bases.flatMap(pathsOf));
  return {
    bases: bases.map((base) => {
      const history = pathsOf(base).flatMap((path) => reader.record(path) ?? []);
      return history.length === 0 ? base : { ...base, history: history.map(point) };
    }),
    problems: reader.problems
  };
}
function packageOfLeg({ leg, package: name }) {
  return `${leg} ${name}`;
}
function nearestRecord(key, ancestors, present) {
  for (const [distance, commit] of ancestors.entries()) {
    for (const rate of memProfileRates) {
      const full = { ...key, rate };
      if (present.has(recordPath(full, commit))) return { key: full, commit, distance };
    }
  }
  return null;
}
function closestOfAll(ancestors, paths) {
  const recorded = new Set(
    paths.map(parsePath).flatMap((parsed) => parsed?.kind === "heap" ? [parsed.commit] : [])
  );
  const distance = ancestors.findIndex((commit2) => recorded.has(commit2));
  const commit = ancestors[distance];
  return commit === void 0 ? null : { commit, distance };
}
function pathsOfCommit(paths, commit) {
  return paths.filter((path) => {
    const parsed = parsePath(path);
    return parsed?.kind === "heap" && parsed.commit === commit;
  });
}
async function readAll(store, paths) {
  const read = await readPaths(store, [...new Set(paths)]);
  if (read.kind === "problem") return { record: () => null, problems: [read.problem] };
  const records = new Map(
    read.records.map((record) => [recordPath(record.key, record.commit), record])
  );
  return { record: (path) => records.get(path) ?? null, problems: read.problems };
}
function storedBase({ key, record, commit, environment, ...times }, distance, now) {
  return {
    package: key.package,
    leg: key.leg,
    record,
    commit,
    distance,
    differences: environmentDifferences(environment, now),
    renamedFrom: null,
    history: [point({ record, commit, ...times })],
    old: null
  };
}
function point({
  commit,
  committedAt,
  record
}) {
  return { commit, committedAt, metrics: record.metrics, tests: record.tests };
}

export {
  readSmallFile,
  recordPath,
  runPath,
  parsePath,
  keyId,
  runRecordSchema,
  maxRecordBytes,
  encodeRecord,
  encodeRun,
  decodeRun,
  newerLayout,
  readPaths,
  chooseRate,
  findBases,
  addHistory,
  packageOfLeg
};
