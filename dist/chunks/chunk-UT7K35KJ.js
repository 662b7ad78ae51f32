import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  packageOfLeg,
  readSmallFile
} from "./chunk-WKU5LGFA.js";
import {
  metricNames,
  whySchema
} from "./chunk-5WRMO6QF.js";
import {
  heapMetricsSchema,
  heapRecordSchema,
  measurementSchema
} from "./chunk-FEIOFHOH.js";
import {
  compare
} from "./chunk-ZHOZXKHT.js";
import {
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  readBounded,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";
import {
  others,
  shared
} from "./chunk-LJR2BSKZ.js";
import {
  _default,
  _enum,
  _nonnegative,
  array,
  boolean,
  int,
  literal,
  nullable,
  number,
  object,
  optional,
  record,
  string,
  union
} from "./chunk-TYNGSIJO.js";

// src/run/baseline/baseline-file.ts
var count = int().check(_nonnegative());
var bytes = nullable(count);
var { tests } = heapRecordSchema.shape;
var policies = record(_enum(metricNames), _enum(["enforce", "warn", "off"]));
var packageBaseSchema = object({
  package: string(),
  leg: string(),
  record: heapRecordSchema,
  commit: string(),
  distance: count,
  differences: array(string()),
  renamedFrom: nullable(string()),
  history: array(
    object({
      commit: string(),
      committedAt: string(),
      metrics: heapMetricsSchema,
      tests
    })
  ),
  old: nullable(
    object({
      commit: string(),
      committedAt: string(),
      reason: string(),
      metrics: heapMetricsSchema
    })
  )
});
var baselineFileSchema = object({
  schema: literal(1),
  run: string(),
  settings: object({
    threshold: number(),
    confirm: _enum(["head", "base", "off"]),
    metrics: policies,
    budgets: array(
      object({
        package: string(),
        test: nullable(string()),
        allocatedBytes: bytes,
        inuseBytes: bytes,
        rssBytes: bytes,
        leakPerStackBytes: bytes,
        where: _default(string(), ".crash-guard.yml heap[budgets]")
      })
    ),
    accept: array(
      object({
        package: string(),
        test: nullable(string()),
        metric: _enum(metricNames),
        cap: union([
          object({ kind: literal("amount"), amount: number() }),
          object({ kind: literal("factor"), factor: number() })
        ]),
        until: string(),
        reason: string(),
        where: string()
      })
    )
  }),
  store: nullable(string()),
  ...measurementSchema.shape,
  /** `2026-12-31` */
  today: string(),
  base: nullable(
    object({
      commit: string(),
      reason: string(),
      exact: boolean(),
      ancestors: array(string())
    })
  ),
  noBase: string(),
  bases: array(packageBaseSchema),
  /** What the base has records of and this run does not name, where it runs the whole module: removed, or renamed. */
  gone: array(packageBaseSchema),
  /** The run was told to take some packages of the module only. */
  partial: optional(boolean()),
  /** All packages, where the run takes a share of them only. */
  elsewhere: optional(array(string())),
  accepted: nullable(object({ actor: string(), at: string() })),
  problems: array(string())
});
var parseBaseline = recordParser(baselineFileSchema);
var maxFileBytes = 512 << 20;
async function writeBaselineFile(out, file) {
  await writeAtomically(layout.baseline(out), `${JSON.stringify(file)}
`);
}
async function readBaselineFile(out) {
  return parseBaseline(await readBounded(layout.baseline(out), maxFileBytes));
}

// src/machine/source-files.ts
import { realpathSync as realpathSync2, statSync } from "node:fs";
import { join as join2, relative as relative2, sep as sep2 } from "node:path";

// src/machine/go-modules.ts
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

// src/machine/module-file.ts
var word = /^(?:"(?<quoted>[^"]*)"|`(?<raw>[^`]*)`|(?<plain>[^\s"`()]+))(?:\s|$)/;
var maxFolders = 1e3;
function modulePath(text) {
  return argumentsOf("module", text)[0] ?? null;
}
function workspaceFolders(text) {
  return argumentsOf("use", text).slice(0, maxFolders);
}
function argumentsOf(keyword, text) {
  const found = [];
  let inBlock = false;
  for (const raw of text.split("\n")) {
    const line = raw.replace(/(?:^|\s)\/\/.*$/, "").trim();
    if (line === ")") inBlock = false;
    else if (inBlock === true) found.push(...wordOf(line));
    else if (inBlock === "other" || line === "") continue;
    else {
      const [first = ""] = line.split(/[\s("`]/, 1);
      const rest = line.slice(first.length).trim();
      if (rest === "(") inBlock = first === keyword ? true : "other";
      else if (first === keyword) found.push(...wordOf(rest));
    }
  }
  return found;
}
function wordOf(text) {
  const { quoted, raw, plain } = word.exec(text)?.groups ?? {};
  const value = quoted ?? raw ?? plain;
  return value === void 0 || value === "" ? [] : [value];
}

// src/machine/go-modules.ts
var maxFolders2 = 1e4;
var maxModules = 1e3;
var skipped = /^(?:[._].*|testdata|vendor|node_modules)$/;
function findModules(directory) {
  const start = realOf(resolve(directory));
  const root = rootOf(start);
  const above = [...foldersAbove(start)].filter((folder) => folder.startsWith(root));
  const folders = /* @__PURE__ */ new Set([...above, ...workspace(root), ...walk(root)]);
  const modules = [];
  for (const folder of folders) {
    const text = readSmallFile(join(folder, "go.mod"));
    const path = text === null ? null : modulePath(text);
    if (path === null || modules.length >= maxModules) continue;
    modules.push({ path, directory: relative(root, folder).split(sep).join("/") });
  }
  return { root, modules };
}
function checkoutOf(directory) {
  return rootOf(realOf(resolve(directory)));
}
function rootOf(start) {
  const above = [...foldersAbove(start)];
  const has = (name) => (folder) => existsSync(join(folder, name));
  return above.find(has(".git")) ?? above.find(has("go.work")) ?? above.find(has("go.mod")) ?? start;
}
function* foldersAbove(start) {
  for (let folder = start; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}
function workspace(root) {
  const text = readSmallFile(join(root, "go.work"));
  if (text === null) return [];
  return workspaceFolders(text).map((folder) => realOf(resolve(root, folder))).filter((folder) => folder === root || folder.startsWith(root + sep));
}
function* walk(root) {
  const waiting = [root];
  for (let next = 0; next < waiting.length && next < maxFolders2; next++) {
    const folder = waiting[next] ?? root;
    yield folder;
    for (const name of foldersIn(folder))
      if (!skipped.test(name) && waiting.length < maxFolders2) waiting.push(join(folder, name));
  }
}
function foldersIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  } catch {
    return [];
  }
}
function realOf(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

// src/machine/source-files.ts
var maxCachedFiles = 200;
var maxCachedChars = 64 * 1024 * 1024;
var maxCachedNames = 2e4;
var maxPathChars = 1024;
function repositoryAt(directory) {
  const { root, modules } = findModules(directory);
  return openRepository(root, modules);
}
function placeInRepository(directory) {
  return relative2(checkoutOf(directory), realOf2(directory) ?? directory).split(sep2).join("/");
}
function openRepository(root, modules) {
  const base = realOf2(root);
  const places = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const placeOf = (file) => {
    const known = places.get(file);
    if (known !== void 0) return known;
    const place = base === null ? null : regularFile(base, file);
    if (places.size >= maxCachedNames) places.clear();
    places.set(file, place);
    return place;
  };
  let chars = 0;
  const forget = () => {
    for (const [place, lines] of texts) {
      if (texts.size <= maxCachedFiles && chars <= maxCachedChars) break;
      if (texts.size === 1) break;
      texts.delete(place);
      for (const line of lines ?? []) chars -= line.length + 1;
    }
  };
  return {
    modules,
    root,
    has: (file) => placeOf(file) !== null,
    lines(file) {
      const place = placeOf(file);
      if (place === null) return null;
      const known = texts.get(place);
      const text = known === void 0 ? readSmallFile(place) : null;
      const lines = known ?? text?.split(/\r?\n/) ?? null;
      chars += text?.length ?? 0;
      texts.delete(place);
      texts.set(place, lines);
      forget();
      return lines;
    }
  };
}
function regularFile(base, file) {
  if (file === "" || file.length > maxPathChars || file.includes("\0")) return null;
  if (file.split(/[\\/]/).includes("..")) return null;
  const path = join2(base, file);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  } catch {
    return null;
  }
  const place = realOf2(path);
  return place?.startsWith(base.endsWith(sep2) ? base : base + sep2) === true ? place : null;
}
function realOf2(path) {
  try {
    return realpathSync2.native(path);
  } catch {
    return null;
  }
}

// src/run/baseline/growth-file.ts
var growthFileSchema = object({
  packages: record(
    string(),
    object({
      escapes: whySchema.shape.escapes,
      escapesMissing: whySchema.shape.escapesMissing,
      command: whySchema.shape.command,
      /** Relative to the run folder. */
      page: nullable(string())
    })
  ),
  problems: array(string())
});
var recordedFileSchema = object({
  packages: int(),
  store: string(),
  because: nullable(string())
});
var parseGrowth = recordParser(growthFileSchema);
var parseRecorded = recordParser(recordedFileSchema);
var maxFileBytes2 = 64 << 20;
async function writeGrowth(out, file) {
  await writeAtomically(layout.growth(out), JSON.stringify(file));
}
async function readGrowth(out) {
  return parseGrowth(await readBounded(layout.growth(out), maxFileBytes2));
}
async function writeRecorded(out, file) {
  await writeAtomically(layout.recorded(out), JSON.stringify(file));
}
async function readRecorded(out) {
  return parseRecorded(await readBounded(layout.recorded(out), maxFileBytes2));
}

// src/heap/renames.ts
var maxPackages = 500;
var minSharedTests = 0.8;
var manyTests = 3;
function renames(removed, added) {
  return namesOf(unambiguous(pairsOf(removed, added, isSame)));
}
function unclearRenames(removed, added) {
  const known = renames(removed, added);
  const old = new Set(known.values());
  const pairs = pairsOf(
    removed.filter((record2) => !old.has(record2.package)),
    added.filter((record2) => !known.has(record2.package)),
    (before, now) => hasManyCommonTests(before, now) && now.allocBytes > before.allocBytes
  );
  return unambiguous(pairs).map(({ old: before, now }) => {
    const times = (now.allocBytes / Math.max(1, before.allocBytes)).toFixed(1);
    return `${now.package} (${now.leg}) has the tests of ${before.package}, which is gone, and allocates ${times} times as much: it was taken for a new package and not compared`;
  });
}
function pairsOf(removed, added, fits) {
  const before = profiles(removed);
  const after = profiles(added);
  if (before.length > maxPackages || after.length > maxPackages) return [];
  return after.flatMap(
    (now) => before.filter((old) => old.leg === now.leg && old.package !== now.package && fits(old, now)).map((old) => ({ old, now }))
  );
}
function profiles(records) {
  return records.flatMap((record2) => {
    const { allocBytes } = record2.metrics;
    const names = record2.tests.map(({ test }) => test);
    const tests2 = new Set(names.filter((name) => name !== shared && name !== others));
    return allocBytes === null || tests2.size === 0 ? [] : [{ package: record2.package, leg: record2.leg, allocBytes, tests: tests2 }];
  });
}
function isSame(old, now) {
  const [low, high] = [old.allocBytes, now.allocBytes].sort((a, b) => a - b);
  if (hasManyCommonTests(old, now)) return high <= 2 * low;
  const sameFolder = lastElement(old.package) === lastElement(now.package);
  return sameFolder && commonTests(old, now) > 0 && high <= 1.1 * low;
}
function hasManyCommonTests(old, now) {
  return commonTests(old, now) >= manyTests;
}
function commonTests(old, now) {
  const common = [...now.tests].filter((test) => old.tests.has(test)).length;
  const all = old.tests.size + now.tests.size - common;
  return common / all < minSharedTests ? 0 : common;
}
function lastElement(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function unambiguous(pairs) {
  const oldNames = /* @__PURE__ */ new Map();
  const newNames = /* @__PURE__ */ new Map();
  for (const { old, now } of pairs) {
    oldNames.set(now.package, (oldNames.get(now.package) ?? /* @__PURE__ */ new Set()).add(old.package));
    newNames.set(old.package, (newNames.get(old.package) ?? /* @__PURE__ */ new Set()).add(now.package));
  }
  return pairs.filter(
    ({ old, now }) => oldNames.get(now.package)?.size === 1 && newNames.get(old.package)?.size === 1
  );
}
function namesOf(pairs) {
  return new Map(pairs.map(({ old, now }) => [now.package, old.package]));
}

// src/run/baseline/again.ts
import { readdir, mkdir } from "node:fs/promises";
import { dirname as dirname2 } from "node:path";
var parseRecords = recordParser(array(heapRecordSchema));
var maxFileBytes3 = 64 << 20;
async function writeAgain(out, side, number2, records) {
  const path = `${layout.again(out, `${side}-${String(number2)}`)}.json`;
  await mkdir(dirname2(path), { recursive: true });
  await writeAtomically(path, JSON.stringify(records));
}
async function readAgain(out, side) {
  const folder = dirname2(layout.again(out, side));
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(`${side}-`) && /-\d\.json$/.test(name)).sort();
  const read = await Promise.all(
    names.map((name) => readBounded(layout.again(out, name), maxFileBytes3))
  );
  return read.flatMap((json) => parseRecords(json) ?? []);
}

// src/run/baseline/read-comparison.ts
async function readComparison(out, plan, heads) {
  const file = await readBaselineFile(out);
  return file?.run === plan.run ? comparisonOf(out, file, plan, heads) : null;
}
async function comparisonOf(out, file, plan, heads) {
  const comparison = compareWith(file, heads, plan.module, {
    head: await readAgain(out, "head"),
    base: await readAgain(out, "base")
  });
  const growth = await readGrowth(out);
  return {
    ...comparison,
    packages: comparison.packages.map((item) => withFindings(item, growth, plan.directory)),
    problems: [...comparison.problems, ...growth?.problems ?? []],
    recorded: await readRecorded(out)
  };
}
function basesFor(file, heads) {
  const added = addedPackages(file, heads);
  const newNames = renames(
    file.gone.map(({ record: record2 }) => record2),
    added
  );
  const renamed = added.flatMap((head) => {
    const from = newNames.get(head.package);
    const base = file.gone.find((item) => item.package === from && item.leg === head.leg);
    return base === void 0 ? [] : [{ ...base, package: head.package, renamedFrom: base.package }];
  });
  const taken = new Set(
    renamed.map(({ leg, renamedFrom }) => packageOfLeg({ leg, package: renamedFrom }))
  );
  return {
    bases: [...file.bases, ...renamed],
    removed: file.gone.filter((item) => !taken.has(packageOfLeg(item)))
  };
}
function addedPackages(file, heads) {
  const known = new Set(file.bases.map(packageOfLeg));
  return heads.filter((head) => !known.has(packageOfLeg(head)));
}
function compareWith(file, heads, modulePath2, again) {
  const { settings, noBase, accepted, today, problems } = file;
  const base = file.base === null ? null : { commit: file.base.commit, reason: file.base.reason, exact: file.base.exact };
  const unclear = unclearRenames(
    file.gone.map(({ record: record2 }) => record2),
    addedPackages(file, heads)
  );
  return compare({
    ...{ settings, base, noBase, accepted, today, again, modulePath: modulePath2 },
    problems: [...problems, ...unclear],
    partial: file.partial === true,
    elsewhere: file.elsewhere ?? [],
    ...basesFor(file, heads),
    heads: [...heads]
  });
}
function withFindings(item, growth, directory) {
  const found = growth?.packages[packageOfLeg(item)];
  const why = item.why === null ? null : withSource(item.why, directory);
  if (found === void 0) return { ...item, why };
  const { page, ...findings } = found;
  return { ...item, page, why: why === null ? null : { ...why, ...findings } };
}
function withSource(why, directory) {
  const repository = repositoryAt(directory);
  return {
    ...why,
    functions: why.functions.map((item) => ({
      ...item,
      lines: item.lines.map((line) => ({
        ...line,
        source: repository.lines(item.file)?.[line.line - 1]?.trim().slice(0, 300) ?? ""
      }))
    }))
  };
}

export {
  writeBaselineFile,
  readBaselineFile,
  findModules,
  checkoutOf,
  repositoryAt,
  placeInRepository,
  openRepository,
  writeGrowth,
  readGrowth,
  writeRecorded,
  readRecorded,
  renames,
  unclearRenames,
  writeAgain,
  readAgain,
  readComparison,
  comparisonOf,
  basesFor
};
