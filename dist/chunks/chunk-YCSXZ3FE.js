import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseEndRecord,
  parseStartRecord
} from "./chunk-QYIN7XRD.js";
import {
  enclosingFunction,
  readBounded,
  readBoundedBytes
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  describeFailure
} from "./chunk-XDZPD3YM.js";
import {
  TooMuchToRead,
  aligned,
  createEffort,
  effortFor,
  formatMinutes,
  formatShare,
  frameLine,
  isBelow,
  modulePrefix,
  moreLine,
  oneLine,
  textLine,
  waitsCutLines,
  waitsLines
} from "./chunk-COOM7LNL.js";
import {
  baseOfTest,
  declaredTest,
  testOfStack
} from "./chunk-ISKTQOTD.js";
import {
  identifiersOf,
  isClosure,
  isGoFile,
  isGuard,
  isRuntime,
  isStandardLibrary,
  isSurroundings,
  packageOf,
  relativeTo,
  userFrame
} from "./chunk-T4JS6IWF.js";
import {
  topLevel
} from "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration,
  joinQuotedWords
} from "./chunk-MYAVKQUZ.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";

// src/run/go-test-command.ts
function goTestCommand(plan, overlayPath, selection = { patterns: plan.patterns, extraFlags: [] }) {
  const { leg } = plan;
  const { exec: wrapper, toolexec } = leg.goTestFlags;
  const wrap = wrapper.length === 0 ? [] : ["-wrap", String(wrapper.length), ...wrapper];
  const overlayvet = vetKnowsOverlays(plan.go) ? [] : [plan.probe.overlayvet, overlayPath];
  const tools = [...overlayvet, ...toolexec];
  return [
    "go",
    "test",
    "-json",
    commandFlag("exec", [plan.probe.shim, ...wrap]),
    ...tools.length === 0 ? [] : [commandFlag("toolexec", tools)],
    `-overlay=${overlayPath}`,
    `-race=${String(leg.race)}`,
    // Packages come before the user's flags: the go command takes no package after a flag that it does not know.
    ...selection.patterns,
    ...withLast(leg.goTestFlags.words, selection.extraFlags)
  ];
}
function withLast(words, extra) {
  const at = words.findIndex((word) => /^--?args$/.test(word));
  return at < 0 ? [...words, ...extra] : [...words.slice(0, at), ...extra, ...words.slice(at)];
}
function vetKnowsOverlays(go) {
  return go.minor >= 24;
}
function commandFlag(name2, words) {
  const text = joinQuotedWords(words);
  if (text === null)
    throw new Error(
      `a word of the -${name2} command holds both kinds of quotes: ${words.join(" ")}`
    );
  return `-${name2}=${text}`;
}

// src/run/own-outputs.ts
import { join } from "node:path";
var outputs = [
  ["coverprofile", "coverage.out"],
  ["cpuprofile", "cpu.out"],
  ["memprofile", "mem.out"],
  ["blockprofile", "block.out"],
  ["mutexprofile", "mutex.out"],
  ["trace", "trace.out"],
  ["outputdir", "."],
  ["o", "pkg.test"]
];
function ownOutputs({ leg, go }, folder) {
  return turnedAside([...leg.goTestFlags.words, ...go.goflags.split(/\s+/)], folder);
}
function turnedAside(words, folder) {
  return outputs.filter(
    ([name2]) => words.some((word) => new RegExp(`^--?(?:test\\.)?${name2}(?:=|$)`).test(word))
  ).map(([name2, file]) => `-${name2}=${join(folder, file)}`);
}

// src/run/prune-binaries.ts
import { readdir as readdir2, rm as rm2, stat } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/run/attempt-folders.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";
var maxDepth = 64;
async function attemptFolders(out) {
  const found = [];
  await walk(join2(out, "runs"), 0, found);
  return found.sort();
}
async function walk(folder, depth, found) {
  if (depth > maxDepth) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const path = join2(folder, entry.name);
    if (/^attempt-[1-9]\d{0,5}$/.test(entry.name)) found.push(path);
    else await walk(path, depth + 1, found);
  }
}

// src/run/debug-binary.ts
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join as join3 } from "node:path";
var debugBinaryName = "pkg-debug.test";
var patienceMs = 6e4;
var linkScript = `#!/bin/sh
linking=
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  case $linking$word in
  linking-s | linking-w) continue ;;
  */link) linking=linking ;;
  esac
  set -- "$@" "$word"
done
exec "$@"
`;
var keepScript = `#!/bin/sh
exec cp -- "$1" "$(dirname -- "$0")/kept"
`;
async function linkWithDebugInfo(plan, packageName, target, run) {
  const scratch = await mkdtemp(join3(target.folder, ".link-"));
  try {
    const [link, keep] = [join3(scratch, "link.sh"), join3(scratch, "keep.sh")];
    await writeFile(link, linkScript, { mode: 493 });
    await writeFile(keep, keepScript, { mode: 493 });
    const tools = joinQuotedWords([link, ...plan.leg.goTestFlags.toolexec]);
    const exec = joinQuotedWords([keep]);
    if (tools === null || exec === null) return "a path or -toolexec holds both kinds of quotes";
    const extraFlags = [
      ...[`-exec=${exec}`, `-toolexec=${tools}`, "-vet=off", "-count=1"],
      ...ownOutputs(plan, scratch)
    ];
    const overlay = goTestFiles.overlay(layout.leg(target.out, plan.leg.name));
    const command = goTestCommand(plan, overlay, { patterns: [packageName], extraFlags });
    const [program = "go", ...args] = command;
    const options = { cwd: target.directory, env: plan.env, timeoutMs: patienceMs };
    const result = await run(program, args, options);
    return await rename(join3(scratch, "kept"), join3(target.folder, debugBinaryName)).then(
      () => null,
      () => `go test ${describeFailure(result)}`
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

// src/run/prune-binaries.ts
var maxBinaries = 5;
var binaryName = "pkg.test";
async function pruneBinaries(out, max = maxBinaries) {
  const plain3 = [];
  let ofCores = 0;
  for (const folder of await attemptFolders(out)) {
    const names = await readdir2(folder).catch(() => []);
    if (!names.includes(binaryName)) continue;
    if (names.some((name2) => /^core(?:\.zst|\.gz)?$/.test(name2))) {
      ofCores++;
      continue;
    }
    await rm2(join4(folder, debugBinaryName), { force: true });
    const end = await stat(join4(folder, "end.json")).catch(() => null);
    plain3.push({ folder, at: end?.mtimeMs ?? Infinity });
  }
  plain3.sort((a, b) => a.at - b.at);
  for (const { folder } of plain3.slice(Math.max(0, max - ofCores)))
    await rm2(join4(folder, binaryName), { force: true });
}

// src/run/read-cores.ts
import { lstat, mkdtemp as mkdtemp3, rm as rm4, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join as join8, relative } from "node:path";

// src/inspect/core.ts
import { dirname, join as join6, resolve } from "node:path";

// src/crash/delve.ts
var header = /^(?<current>[* ]) Goroutine (?<id>\d{1,20}) - [A-Za-z]+: (?<rest>.*)$/;
var waiting = / \[(?<state>[^\]]{1,100}?)(?: \d+)?\]$/;
var call = /^\s*\d+\s+0x[0-9a-f]+ in (?<function>.+)$/;
var position = /^\s*at (?<file>.+):(?<line>-?\d{1,10})$/;
var local = /^\s{4,}(?<name>[\p{L}_~][\p{L}\p{Nd}_.~]*) = (?<value>.*)$/u;
var maxValueChars = 1e3;
var maxLocals = 100;
function plainLines(text) {
  return text.replace(/\u001b\[[0-9;]*m/g, "").split("\n").map((line) => line.replace(/\r$/, "").replace(/^(?:\(dlv\) )+/, ""));
}
function parseDelveGoroutines(text) {
  const goroutines = [];
  let current = null;
  let frames = [];
  let name2 = null;
  for (const line of plainLines(text)) {
    const head = header.exec(line)?.groups;
    if (head !== void 0) {
      const { id = "", rest = "" } = head;
      frames = [];
      name2 = null;
      if (head["current"] === "*") current = Number(id);
      goroutines.push({
        id: Number(id),
        state: waiting.exec(rest)?.groups?.["state"] ?? (/ \(thread \d+\)$/.test(rest) ? "running" : "runnable"),
        waitMinutes: 0,
        lockedToThread: false,
        leaked: false,
        bubble: null,
        labels: {},
        frames,
        elided: null,
        createdBy: null,
        ancestors: []
      });
      continue;
    }
    const at = name2 === null ? void 0 : position.exec(line)?.groups;
    if (name2 !== null && at !== void 0)
      frames.push({
        function: name2,
        file: at["file"] ?? "",
        line: Math.max(0, Number(at["line"]))
      });
    name2 = call.exec(line)?.groups?.["function"] ?? null;
  }
  return { goroutines, current };
}
function parseDelveStack(text) {
  const frames = [];
  let name2 = null;
  for (const line of plainLines(text)) {
    const at = name2 === null ? void 0 : position.exec(line)?.groups;
    if (name2 !== null && at !== void 0) {
      frames.push({
        function: name2,
        file: at["file"] ?? "",
        line: Math.max(0, Number(at["line"])),
        locals: []
      });
      name2 = null;
      continue;
    }
    const next = call.exec(line)?.groups?.["function"];
    if (next !== void 0) {
      name2 = next;
      continue;
    }
    const variable = local.exec(line)?.groups;
    const locals = frames.at(-1)?.locals;
    if (variable === void 0 || locals === void 0 || locals.length >= maxLocals) continue;
    const value = (variable["value"] ?? "").slice(0, maxValueChars);
    if (!value.startsWith("(unreadable ")) locals.push({ name: variable["name"] ?? "", value });
  }
  return frames;
}
var crashing = /^runtime\.(?:gopanic|fatalpanic|throw|fatal|fatalthrow|sigpanic|crash|dieFromSignal|sighandler)$/;
function crashingGoroutine(goroutines, current) {
  const guilty = (goroutine) => goroutine.frames.some((frame) => crashing.test(frame.function));
  const first = goroutines.find((goroutine) => goroutine.id === current && guilty(goroutine));
  return (first ?? goroutines.find(guilty))?.id ?? current;
}

// src/crash/source/repository.ts
var noRepository = {
  modules: [],
  root: "",
  has: () => false,
  lines: () => null
};

// src/crash/source/frame-path.ts
var made = /^(?:_cgo_(?:gotypes|import)\.go|_cgo_export\.[ch]|_testmain\.go|cgo-\w+-prolog|cgo-generated-wrapper)$/;
var maxChars = 1024;
function plainPath(file) {
  if (file === "" || file.length > maxChars || /^(?:<|\?\?$)|\0/.test(file)) return null;
  const slashed = /^[A-Za-z]:\\/.test(file) || !file.includes("/") ? file.replaceAll("\\", "/") : file;
  const parts = [];
  for (const part of slashed.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return null;
  }
  if (parts.length === 0 || made.test(parts.at(-1) ?? "")) return null;
  return `${slashed.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
function below(folder, path) {
  if (folder === "") return null;
  const plain3 = plainPath(folder);
  const start = plain3 === null ? "/" : `${plain3}/`;
  const same2 = /^[A-Za-z]:/.test(start) ? path.toLowerCase().startsWith(start.toLowerCase()) : path.startsWith(start);
  return same2 && path.length > start.length ? path.slice(start.length) : null;
}
function joined(folder, path) {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function* endings(path, max = 24) {
  let rest = path.replace(/^\//, "");
  for (let count = 0; count < max && rest !== ""; count++) {
    yield rest;
    const slash = rest.indexOf("/");
    rest = slash < 0 ? "" : rest.slice(slash + 1);
  }
}
function isDownloaded(path) {
  return /@v(?!0\.0\.0\/)\d[^/]*\//.test(path) || path.includes("/pkg/mod/") && path.includes("@v");
}
function isVendored(path, functionName) {
  if (!/(?:^|\/)vendor\//.test(path)) return false;
  if (!functionName.includes(".")) return true;
  const importPath = packageOf(functionName);
  const name2 = importPath.slice(importPath.lastIndexOf("/vendor/") + 1).replace(/^vendor\//, "");
  return `/${path}`.includes(`/vendor/${name2}/`);
}

// src/crash/source/located-frame.ts
function locateFrame(frame, repository) {
  const path = plainPath(frame.file);
  if (path === null || isDownloaded(path)) return null;
  const inside = below(repository.root, path);
  if (inside !== null && repository.has(inside)) return { ...frame, file: inside };
  const module = moduleOf(packageOf(frame.function), repository);
  const places = module === null ? null : placesIn(frame, path, module);
  const known = places === null ? byEnding(frame, path, repository) : places.find(repository.has) ?? moved(path, repository);
  if (known === null && inside === null && path.includes("/") && isGoFile(path)) return null;
  const file = plainPath(known ?? inside ?? places?.[0] ?? "");
  return file === null ? null : { ...frame, file };
}
function moduleOf(importPath, { modules }) {
  let found = null;
  for (const module of modules)
    if (isBelow(importPath, module.path) && module.path.length >= (found?.path.length ?? 0))
      found = module;
  return found;
}
function placesIn({ function: name2 }, path, module) {
  const folderOf = (plain3) => joined(module.directory, plain3.slice(module.path.length + 1));
  const importPath = packageOf(name2);
  const beside = [importPath.replace(/_test$/, ""), importPath].map(
    (plain3) => joined(folderOf(plain3), baseName(path))
  );
  const unversioned = path.replace("@v0.0.0/", "/");
  return unversioned.startsWith(`${module.path}/`) ? [folderOf(unversioned), ...beside] : beside;
}
function moved(path, { has }) {
  for (const file of endings(path))
    if ((file.includes("/") || !file.endsWith(".go")) && has(file)) return file;
  return null;
}
function byEnding(frame, path, repository) {
  const { function: name2 } = frame;
  const nameless = !name2.includes(".") && name2 !== "panic" || /^(?:main|command-line-arguments)(?:_test)?\./.test(name2);
  if (!nameless) return null;
  for (const file of endings(path))
    if (repository.has(file)) return agrees(frame, path, file, repository) ? file : null;
  return null;
}
function agrees(frame, path, file, repository) {
  const lines = repository.lines(file);
  if (lines !== null && frame.line > lines.length) return false;
  const names = identifiersOf(frame.function);
  const isInit = names.includes("init");
  let isTelling = file.includes("/");
  if (lines !== null && file.endsWith(".go")) {
    const around = enclosingFunction(lines, frame.line)?.name ?? (isInit ? "init" : "");
    if (!names.includes(around)) return false;
    isTelling ||= around !== "main" && !isInit;
  }
  return isTelling || liesInRoot(path.slice(0, -file.length - 1), repository);
}
function liesInRoot(folder, { root, modules }) {
  const names = modules.filter(({ directory }) => directory === "").map(({ path }) => path);
  return [root, ...names].map(baseName).includes(baseName(folder));
}

// src/crash/waits/per-function.ts
function perFunction(find) {
  const known = /* @__PURE__ */ new WeakMap();
  return (source) => {
    const remembered = known.get(source) ?? { found: find(source) };
    known.set(source, remembered);
    return remembered.found;
  };
}

// src/crash/waits/block-tree.ts
var none = { last: -1, function: 0, depth: 0, inLoop: false };
var blockTree = perFunction(({ blocks }) => {
  const branches = [];
  blocks.forEach(({ kind, part, parent }, at) => {
    const around = branches[parent] ?? none;
    const isFunction = kind === "function";
    branches.push({
      last: at,
      function: isFunction ? at : around.function,
      depth: around.depth + (isFunction && part?.use !== "declared" ? 1 : 0),
      inLoop: !isFunction && at > 0 && (kind === "loop" || around.inLoop)
    });
  });
  for (let at = blocks.length - 1; at > 0; at--) {
    const around = branches[blocks[at]?.parent ?? 0];
    const own = branches[at];
    if (around !== void 0 && own !== void 0 && own.last > around.last) around.last = own.last;
  }
  return branches;
});

// src/crash/waits/in-order.ts
function firstFrom(list, least, of) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = low + high >> 1;
    const item = list[middle];
    if (item !== void 0 && of(item) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
function rangeOf(list, number2, of) {
  return { from: firstFrom(list, number2, of), end: firstFrom(list, number2 + 1, of) };
}

// src/crash/waits/go-place.ts
function placeOfCall(source, functionName, line, callee) {
  const words = wordsOn(source, line);
  const body = bodyAt(source, functionName, words);
  if (body === null) return null;
  const own = words.filter((at2) => functionOf(source, source.blockOf[at2] ?? 0) === body);
  const at = own.find((index) => source.tokens[index]?.text === callee) ?? own[0];
  return at === void 0 ? null : { source, body, at, block: source.blockOf[at] ?? 0 };
}
function placeOfAction(place, { at, block }) {
  return { ...place, at, block };
}
function actionsOn({ source, body }, line) {
  return actionsOf(source, line).filter(({ block }) => functionOf(source, block) === body);
}
function actionsOf(source, line) {
  const { from, end } = rangeOf(source.actions, line, (action2) => action2.line);
  source.effort.spend(1 + end - from);
  return source.actions.slice(from, end);
}
function functionOf(source, block) {
  return blockTree(source)[block]?.function ?? 0;
}
function isWithin(source, inner, outer) {
  return inner >= outer && inner <= (blockTree(source)[outer]?.last ?? -1);
}
function wordsOn({ tokens, effort }, line) {
  const { from, end } = rangeOf(tokens, line, (token) => token.line);
  effort.spend(1 + end - from);
  return Array.from({ length: end - from }, (_, index) => from + index);
}
function actionsBetween({ actions, effort }, behind, end) {
  const ofWord = ({ at }) => at;
  const found = actions.slice(
    firstFrom(actions, behind + 1, ofWord),
    firstFrom(actions, end + 1, ofWord)
  );
  effort.spend(1 + found.length);
  return found;
}
function bodyAt(source, functionName, words) {
  const bodies = new Set(words.map((at) => functionOf(source, source.blockOf[at] ?? 0)));
  if (!isClosure(functionName)) {
    for (const at of bodies) if (source.blocks[at]?.part?.use === "declared") return at;
    return null;
  }
  const literals = [...bodies].filter((block) => depthOf(source, block) > 0);
  const depth = /(?:\.func\d+|\.\d+)+$/.exec(functionName)?.[0].split(".").length ?? 0;
  return literals.find((block) => depthOf(source, block) === depth - 1) ?? literals.sort((a, b) => depthOf(source, b) - depthOf(source, a))[0] ?? null;
}
function depthOf(source, block) {
  return blockTree(source)[block]?.depth ?? 0;
}

// src/crash/waits/go-names.ts
function originOf({ source, at, block }, name2) {
  const { tokens, blocks, blockOf } = source;
  const parameter = parameterAround(source, at, block, name2);
  const local2 = declaredBefore(source, at, block, name2);
  const start = parameter === null ? -1 : blocks[parameter.body]?.start ?? -1;
  if (local2 === null || local2.where <= start) return parameter ?? { kind: "package" };
  const own = blockOf[local2.where] ?? 0;
  return {
    ...{ kind: "local", type: local2.type, line: tokens[local2.where]?.line ?? 0 },
    ...{ body: functionOf(source, own), inLoop: blockTree(source)[own]?.inLoop === true }
  };
}
function declaredBefore(source, at, block, name2) {
  const declared = namesIn(source).declared.get(name2) ?? [];
  for (let index = firstFrom(declared, at, byWhere) - 1; index >= 0; index--) {
    source.effort.spend(1);
    const one = declared[index];
    if (one !== void 0 && isWithin(source, block, source.blockOf[one.where] ?? 0)) return one;
  }
  return null;
}
function parameterAround(source, at, block, name2) {
  const { tokens, blocks, effort } = source;
  for (let body = functionOf(source, block); body > 0; ) {
    const { part, start = 0, parent = 0 } = blocks[body] ?? {};
    effort.spend(1 + (part?.parameters.length ?? 0));
    const index = part?.parameters.findIndex((parameter2) => parameter2.name === name2) ?? -1;
    const parameter = part?.parameters[index];
    if (parameter !== void 0) {
      const assigned = namesIn(source).assigned.get(name2) ?? [];
      const changed = (assigned[firstFrom(assigned, start, (where) => where)] ?? at) < at;
      const declared = { line: tokens[start]?.line ?? 0, body, inLoop: false };
      return { kind: "parameter", type: parameter.type, index, changed, ...declared };
    }
    body = functionOf(source, parent);
  }
  return null;
}
var byWhere = ({ where }) => where;
var namesIn = perFunction((source) => {
  const declared = /* @__PURE__ */ new Map();
  const assigned = /* @__PURE__ */ new Map();
  source.tokens.forEach(({ kind, text }, where) => {
    if (kind !== "name") return;
    const found = declaredAt(source, where);
    if (found !== null) addTo(declared, text, { where, type: found.type });
    else if (isAssigned(source, where)) addTo(assigned, text, where);
  });
  return { declared, assigned };
});
function addTo(map, key, value) {
  const list = map.get(key);
  if (list === void 0) map.set(key, [value]);
  else list.push(value);
}
var maxNames = 20;
function declaredAt(source, at) {
  const { tokens } = source;
  const before = tokens[at - 1]?.text;
  if (before === ".") return null;
  const next = behindNames(tokens, at + 1);
  if (tokens[next]?.text === ":=")
    return { type: next === at + 1 ? typeOfValue(source, next + 1) : null };
  let first = at;
  for (let names = 0; names < maxNames && tokens[first - 1]?.text === ","; names++)
    if (tokens[first - 2]?.kind === "name") first -= 2;
  if (tokens[first - 1]?.text !== "var") return null;
  if (tokens[next]?.text === "=") return { type: typeOfValue(source, next + 1) };
  return { type: typeAt(source, next) };
}
function typeOfValue(source, at) {
  const { tokens } = source;
  if (tokens[at]?.text === "new" && tokens[at + 1]?.text === "(") return typeAt(source, at + 2);
  const start = tokens[at]?.text === "&" ? at + 1 : at;
  const type = typeAt(source, start);
  if (type === null) return null;
  const end = start + 2 * (type.split(".").length - 1) + 1;
  const brace = tokens[end];
  return brace?.text === "{" && brace.line === tokens[start]?.line ? type : null;
}
function typeAt({ tokens }, from) {
  const start = tokens[from]?.text === "*" ? from + 1 : from;
  const [first, dot, second] = tokens.slice(start, start + 3);
  if (first?.kind !== "name") return null;
  return dot?.text === "." && second?.kind === "name" ? `${first.text}.${second.text}` : first.text;
}
function isAssigned({ tokens }, at) {
  const next = tokens[at + 1]?.text;
  return tokens[at - 1]?.text !== "." && (next === "=" || next === "," && isTarget(tokens, at));
}
function isTarget(tokens, at) {
  return tokens[behindNames(tokens, at + 1)]?.text === "=";
}
function behindNames(tokens, from) {
  let next = from;
  for (let names = 0; names < maxNames && tokens[next]?.text === ","; names++)
    if (tokens[next + 1]?.kind === "name") next += 2;
  return next;
}

// src/crash/waits/by-itself.ts
var ofTime = /^(?:time\.(?:After|Tick)\()|\.C$|(?:\.|^)Done\(\)$/;
var typesOfTime = /time\.Time|os\.Signal|struct\{\}.*context/;
var sources = /* @__PURE__ */ new Set([
  "time",
  "signal",
  "Signal",
  "Done",
  "NewTimer",
  "NewTicker",
  "After",
  "Tick"
]);
var outside = /\b(?:AfterFunc|SetFinalizer|AddCleanup)\(|\bsignal\.(?:Notify|NotifyContext)\(/;
var maxLineChars = 1e3;
var stepsPerLine = 4;
function mayComeByItself({ operand }, place) {
  if (ofTime.test(operand.text)) return true;
  if (operand.root === null)
    return !/^[\p{L}_][\p{L}\p{Nd}_.]*(?:\[[^\]]*\])?$/u.test(operand.text);
  const origin = originOf(place, operand.root);
  if (origin.kind === "parameter") return typesOfTime.test(origin.type);
  if (origin.kind === "package") return false;
  if (typesOfTime.test(origin.type ?? "")) return true;
  const { source } = place;
  return wordsOn(source, origin.line).some((at) => sources.has(source.tokens[at]?.text ?? ""));
}
function createOutsideCalls({ lines: linesOf }, effort) {
  const known = /* @__PURE__ */ new Map();
  const read = (file) => {
    const lines = linesOf(file);
    effort.spend(stepsPerLine * (1 + (lines?.length ?? 0)));
    return lines === null || lines.some((line) => outside.test(line.slice(0, maxLineChars)));
  };
  return (file) => {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    return found;
  };
}

// src/crash/waits/closed-set.ts
function closedSet(needs, mayCome, effort) {
  const closed = new Set(needs.keys());
  const canNever = (who) => {
    if (who.awaiting?.endedBy === "never") return true;
    const own = needs.get(who) ?? [];
    return own.length > 0 && own.every((need) => cannotEnd(need, who));
  };
  const isClosed = ({ who }) => {
    effort.spend(1);
    return closed.has(who);
  };
  const cannotEnd = ({ wakers, all, open: open3 }, who) => {
    if (all) return wakers.some(isClosed);
    if (open3 && mayCome(who)) return false;
    if (wakers.length === 0) return open3;
    return wakers.every(isClosed);
  };
  const waiting2 = /* @__PURE__ */ new Map();
  for (const [who, own] of needs)
    for (const { wakers } of own)
      for (const { who: waker } of wakers) {
        const list = waiting2.get(waker);
        if (list === void 0) waiting2.set(waker, [who]);
        else list.push(who);
      }
  const queue = [...closed];
  for (let who = queue.pop(); who !== void 0; who = queue.pop()) {
    if (!closed.has(who) || canNever(who)) continue;
    closed.delete(who);
    for (const other of waiting2.get(who) ?? []) queue.push(other);
  }
  return closed;
}

// src/crash/waits/describe-waits.ts
var maxWaits = 20;
var maxHolds = 8;
var maxLinks = 5;
var maxPlaces = 4;
var maxTextChars = 200;
function entriesOf(participants) {
  return participants.slice(0, maxWaits).map(entryOf);
}
function entryOf({ goroutine, count, test, awaiting, holds }) {
  const { waitMinutes, id, state } = goroutine;
  return {
    ...{ goroutine: id, goroutines: count, test },
    state: cut(awaiting?.awaited ?? state),
    minutes: waitMinutes > 0 ? waitMinutes : null,
    at: plain(awaiting?.at ?? null),
    waitsFor: awaiting?.things[0]?.address ?? null,
    holds: holds.slice(0, maxHolds).map(({ text, at }) => ({ what: cut(text), at: plain(at) }))
  };
}
function cycleSummary(links) {
  const told = links.slice(0, maxLinks).map((link) => linkWords(link, links.length === 1));
  const more = links.length - told.length;
  const rest = more > 0 ? `; and ${String(more)} more in the ring` : "";
  const head = links.length === 1 ? "" : `${plural(links.length, "goroutine")} wait for each other: `;
  return `${head}${told.join("; ")}${rest}`;
}
function linkWords(link, alone) {
  const { who, need, waker } = link;
  const me = nameOf(who);
  const { reason } = waker;
  const what = `${me} waits ${awaitedWords(need.thing)}${placeOf(who.awaiting?.at ?? null)}`;
  const other = alone ? "it" : nameOf(waker.who);
  const itself = alone ? " itself" : "";
  switch (reason.kind) {
    case "holds": {
      const { mode, text, at } = reason.hold;
      const as = text === "" || text === need.thing?.text ? "" : ` as ${cut(text)}`;
      const verb = mode === "once" ? "runs" : "holds";
      return `${what}, which ${other} ${verb}${itself}${as} since ${position2(at)}`;
    }
    case "goes-first":
      return `${what} behind ${other}, which waits to write`;
    case "deed":
      return `${what}, which ${other} ${deedWords[reason.deed] ?? ""}${itself} only ${reason.deed === "end" ? "when it ends" : "later"}${placeOf(reason.at)}`;
    case "subtest":
      return `${me} waits for its subtest, ${nameOf(waker.who)}`;
  }
}
var deedWords = {
  send: "sends to",
  receive: "receives from",
  close: "closes",
  done: "counts down",
  end: "counts down",
  signal: "gives",
  unlock: "gives back"
};
function awaitedWords(thing) {
  const named = (other) => thing === null || thing.text === "" ? other : cut(thing.text);
  switch (thing?.deed) {
    case "send":
      return `to send to ${named("a channel")}`;
    case "receive":
      return `to receive from ${named("a channel")}`;
    case "cond":
      return `for a signal of ${named("a condition")}`;
    case "rlock":
      return `to read ${named("a lock")}`;
    case "wait":
      return `for ${named("a group")}`;
    case "lock":
    case "once":
    case void 0:
      return `for ${named("a lock")}`;
  }
}
function stuckSummary(participants, test) {
  const places = /* @__PURE__ */ new Map();
  for (const { awaiting, goroutine, count } of participants) {
    const thing = awaiting?.things[0] ?? null;
    const what = awaiting?.endedBy === "never" || thing === null ? `in ${cut(goroutine.state)}` : `${awaiting?.awaited === "select" ? "in a select " : ""}${awaitedWords(thing)}`;
    const key = `${what}${placeOf(awaiting?.at ?? null)}`;
    places.set(key, (places.get(key) ?? 0) + count);
  }
  const total = participants.reduce((sum, { count }) => sum + count, 0);
  const of = test === null ? "" : ` of ${cut(test)}`;
  const who = plural(total, "goroutine");
  const [only = ""] = places.keys();
  if (places.size === 1)
    return `${who}${of} ${total === 1 ? "waits" : "wait"} ${only}, and nobody is left who could wake ${total === 1 ? "it" : "them"}`;
  const told = [...places].slice(0, maxPlaces).map(([place, count]) => `${String(count)} ${place}`);
  const more = places.size - told.length;
  return `${who}${of} wait, and nobody is left who could wake them: ${told.join("; ")}${more > 0 ? `; and at ${plural(more, "more place")}` : ""}`;
}
function nameOf({ goroutine: { id }, count }) {
  return `goroutine ${String(id)}${count > 1 ? ` (and ${String(count - 1)} more like it)` : ""}`;
}
function placeOf(frame) {
  return frame === null ? "" : ` (${position2(frame)})`;
}
function position2({ file, line }) {
  return `${cut(baseName(file))}:${String(line)}`;
}
function plain(frame) {
  return frame === null ? null : { function: frame.function, file: frame.file, line: frame.line };
}
function cut(text) {
  return text.length > maxTextChars ? `${text.slice(0, maxTextChars - 1)}…` : text;
}

// src/crash/waits/find-cycle.ts
var maxStarts = 200;
var maxWakers = 100;
function findCycle(members, needs, usable, effort) {
  const among = new Set(members);
  const known = /* @__PURE__ */ new Map();
  const readLinks = (who) => (needs.get(who) ?? []).flatMap(
    (need) => need.wakers.filter((waker) => among.has(waker.who) && usable(waker)).slice(0, maxWakers).map((waker) => ({ who, need, waker }))
  );
  const linksOf = (who) => {
    const links = known.get(who) ?? readLinks(who);
    known.set(who, links);
    return links;
  };
  let best = null;
  for (const start of members.slice(0, maxStarts)) {
    const found = ringFrom(start, linksOf, effort);
    if (found !== null && (best === null || found.length < best.length)) best = found;
    if (best?.length === 1 || !effort.allows(members.length)) break;
  }
  return best;
}
function ringFrom(start, linksOf, effort) {
  const came = /* @__PURE__ */ new Map();
  let edge = [start];
  while (edge.length > 0) {
    const next = [];
    for (const who of edge) {
      const links = linksOf(who);
      if (!effort.allows(1 + links.length)) return null;
      for (const link of links) {
        const to = link.waker.who;
        if (to === start) return ringBack(link, start, came);
        if (came.has(to)) continue;
        came.set(to, link);
        next.push(to);
      }
    }
    edge = next;
  }
  return null;
}
function ringBack(last, start, came) {
  const ring = [last];
  for (let who = last.who; who !== start; ) {
    const link = came.get(who);
    if (link === void 0) break;
    ring.unshift(link);
    who = link.who;
  }
  return ring;
}

// src/crash/waits/per-place.ts
var stepsPerItem = 4;
function perPlace(find) {
  const knownIn = perFunction(() => /* @__PURE__ */ new Map());
  return (place) => {
    const { source, body, at, block } = place;
    const known = knownIn(source);
    const key = `${String(body)} ${String(at)} ${String(block)}`;
    const remembered = known.get(key);
    if (remembered !== void 0) return remembered;
    source.effort.spend(source.actions.length + 10);
    const found = find(place);
    source.effort.spend(stepsPerItem * found.length);
    known.set(key, found);
    return found;
  };
}

// src/crash/waits/coming-deeds.ts
var comingDeeds = perPlace(({ source, body, at, block }) => {
  const bodyEnd = source.blocks[body]?.end ?? 0;
  const loop = outermostLoop(source, block);
  return source.actions.filter((action2) => {
    if (!isWithin(source, action2.block, body) || action2.at > bodyEnd) return false;
    return action2.at > at || atTheEnd(source, action2, body) || loop !== null && isWithin(source, action2.block, loop);
  });
});
var sureDeeds = perPlace(
  ({ source, body, at }) => source.actions.filter(
    (action2) => action2.at < at && isWithin(source, action2.block, body) && atTheEnd(source, action2, body)
  )
);
var unlocksAlone = perPlace((place) => {
  const { source, body } = place;
  const own = source.actions.filter((action2) => functionOf(source, action2.block) === body);
  const taken = new Set(
    own.flatMap(({ deed, operand }) => deed === "lock" || deed === "rlock" ? [operand.text] : [])
  );
  return comingDeeds(place).filter(
    ({ deed, operand }) => (deed === "unlock" || deed === "runlock") && !taken.has(operand.text)
  );
});
function atTheEnd(source, action2, body) {
  const own = functionOf(source, action2.block);
  if (own === body) return action2.deferred;
  const { part, parent } = source.blocks[own] ?? {};
  return part?.use === "defer" && parent !== void 0 && functionOf(source, parent) === body;
}
function outermostLoop(source, block) {
  const { blocks } = source;
  const tree = blockTree(source);
  let found = null;
  for (let at = block; tree[at]?.inLoop === true; at = blocks[at]?.parent ?? 0) {
    source.effort.spend(1);
    if (blocks[at]?.kind === "loop") found = at;
  }
  return found;
}

// src/crash/waits/call-words.ts
var minAddress = 4096;
function addressesIn(callArguments) {
  const found = [];
  let depth = 0;
  let word = "";
  const end = () => {
    found.push(depth === 0 ? addressOf(word.trim()) : null);
    word = "";
  };
  if (callArguments === "" || callArguments === "...") return [];
  for (const char of callArguments) {
    if (char === "{") depth++;
    if (char === "," && depth === 0) end();
    else word += char;
    if (char === "}") depth--;
  }
  end();
  return found;
}
function addressOf(word) {
  return /^0x[0-9a-f]{4,16}$/.test(word) && Number.parseInt(word, 16) >= minAddress ? word : null;
}

// src/crash/waits/operand.ts
var maxChars2 = 120;
var maxWords = 60;
var keywords = new Set(
  [
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return",
    "select struct switch type var"
  ].flatMap((line) => line.split(" "))
);
function operandBefore(source, end) {
  const start = startOf(source, end);
  return start === null ? null : { operand: operandOf(source, start, end), start };
}
function operandAfter(source, start) {
  const { tokens, partner } = source;
  let at = start;
  if (tokens[at]?.text === "(") {
    const close = partner[at] ?? -1;
    if (close < 0) return null;
    at = close;
  } else if (!isName(source, at)) return null;
  for (; ; ) {
    source.effort.spend(1);
    const { text: next, line } = tokens[at + 1] ?? {};
    const isNear = line === tokens[at]?.line;
    if (next === "." && isName(source, at + 2)) at += 2;
    else if (isNear && (next === "(" || next === "[")) {
      const close = partner[at + 1] ?? -1;
      if (close < 0) break;
      at = close;
    } else break;
  }
  return { operand: operandOf(source, start, at), end: at };
}
function startOf(source, end) {
  const { tokens, partner, effort } = source;
  let at = end;
  for (; ; ) {
    effort.spend(1);
    const text = tokens[at]?.text;
    if (text === ")" || text === "]") {
      const open3 = partner[at] ?? -1;
      if (open3 < 0) return null;
      if (!isName(source, open3 - 1) && !isBracketEnd(source, open3 - 1)) return open3;
      at = open3 - 1;
      continue;
    }
    if (!isName(source, at)) return null;
    if (tokens[at - 1]?.text !== ".") return at;
    at -= 2;
  }
}
function operandOf(source, start, end) {
  const { tokens } = source;
  const words = tokens.slice(start, Math.min(end + 1, start + maxWords));
  const text = words.map((token) => token.text).join("");
  const path = pathOf(source, start + 1, end);
  const first = tokens[start];
  const isPlain = first?.kind === "name" && path !== null && words.length < maxWords;
  return {
    text: text.length > maxChars2 ? `${text.slice(0, maxChars2 - 1)}…` : text,
    root: isPlain ? first.text : null,
    path: isPlain ? path : ""
  };
}
function pathOf({ tokens, partner, effort }, from, end) {
  let path = "";
  for (let at = from; at <= end; at++) {
    effort.spend(1);
    const token = tokens[at];
    if (token?.text === "[") {
      at = partner[at] ?? end;
      path += "[]";
    } else if (token?.kind === "name" || token?.text === ".") path += token.text;
    else return null;
  }
  return path;
}
function isName({ tokens }, at) {
  const token = tokens[at];
  return token?.kind === "name" && !keywords.has(token.text);
}
function isBracketEnd({ tokens }, at) {
  const text = tokens[at]?.text;
  return text === ")" || text === "]";
}
function isKeyword(word) {
  return keywords.has(word);
}

// src/crash/waits/given-argument.ts
function givenArgument(seat, index) {
  const { source, body } = seat.place;
  const block = source.blocks[body];
  if (block === void 0 || block.part === null) return null;
  if (block.part.use !== "declared") return ofLiteral(seat, block.end, index);
  const { outer } = seat;
  if (outer === null) return null;
  const { tokens } = source;
  const isMethod = tokens[1]?.text === "(";
  const name2 = isMethod ? tokens[(source.partner[1] ?? 0) + 1]?.text : tokens[1]?.text;
  const { place } = outer;
  if (name2 === void 0 || place.source.tokens[place.at]?.text !== name2) return null;
  if (isMethod && index === 0) {
    const found = place.source.tokens[place.at - 1]?.text === "." ? operandBefore(place.source, place.at - 2) : null;
    return found === null ? null : { operand: found.operand, seat: outer };
  }
  const operand = argumentAt(place, place.at + 1, isMethod ? index - 1 : index);
  return operand === null ? null : { operand, seat: outer };
}
function ofLiteral(seat, end, index) {
  const { source, body } = seat.place;
  const operand = argumentAt(seat.place, end + 1, index);
  if (operand === null) return null;
  const around = source.blocks[body]?.parent ?? 0;
  const place = { ...seat.place, body: functionOf(source, around), at: end + 1, block: around };
  const frame = { ...seat.frame, function: seat.frame.function.replace(/\.(?:func\d+|\d+)$/, "") };
  return { operand, seat: { ...seat, frame, place, callArguments: "", outer: null } };
}
function argumentAt({ source }, open3, index) {
  const { tokens, partner, effort } = source;
  const close = tokens[open3]?.text === "(" ? partner[open3] ?? -1 : -1;
  if (close < 0) return null;
  let count = 0;
  for (let at = open3 + 1; at < close; at++) {
    effort.spend(1);
    if (count === index) {
      const start = tokens[at]?.text === "&" ? at + 1 : at;
      const found = operandAfter(source, start);
      const next = tokens[(found?.end ?? -2) + 1]?.text;
      return found !== null && (next === "," || next === ")") ? found.operand : null;
    }
    const other = partner[at] ?? -1;
    if (other > at) at = other;
    else if (tokens[at]?.text === ",") count++;
  }
  return null;
}

// src/crash/waits/thing.ts
var maxCallers = 8;
var stepsPerThing = 300;
function thingAt(operand, seat, address = null) {
  seat.place.source.effort.spend(stepsPerThing);
  const found = { names: [], sorts: [] };
  if (operand.root !== null) collect(operand.root, operand.path, seat, found, 0);
  const { names, sorts } = found;
  if (!operand.path.includes("[]")) return { text: operand.text, address, names, sorts };
  return { text: operand.text, address, names: [], sorts: [...sorts, ...names.map(wholeKey)] };
}
function collect(root, path, seat, found, steps) {
  const { place, frame, callArguments } = seat;
  const { function: name2, file } = frame;
  place.source.effort.spend(2 * (name2.length + file.length + path.length + root.length));
  const origin = originOf(place, root);
  const home = packageOf(name2);
  if (origin.kind === "package") {
    found.names.push({ kind: "package", key: `package ${home}.${root}${path}`, path, call: "" });
    return;
  }
  const sort = origin.type === null ? null : sortOf(origin.type, home, path);
  if (sort !== null) found.sorts.push(sort);
  const levels = depthOf(place.source, place.body) - depthOf(place.source, origin.body);
  place.source.effort.spend(levels * name2.length);
  const declaring = functionAround(name2, levels);
  const key = `local ${file}:${String(origin.line)} ${root}${path}`;
  const isOnlyOne = levels === 0 || !origin.inLoop;
  const call2 = declaring === null || !isOnlyOne ? null : seat.callOf(declaring);
  if (call2 !== null) found.names.push({ kind: "local", key, path, call: call2 });
  if (call2 === null || origin.inLoop) found.sorts.push(key);
  if (origin.kind === "local" || origin.changed || declaring === null) return;
  const own = levels === 0 ? seat : seat.around(declaring);
  if (own === null) return;
  const words = name2.includes("[") ? [] : addressesIn(levels === 0 ? callArguments : own.callArguments);
  const word = words[origin.index] ?? null;
  if (word !== null) found.names.push({ kind: "word", key: `word ${word}${path}`, path, call: "" });
  const given = steps < maxCallers ? givenArgument(own, origin.index) : null;
  const actual = given?.operand.root ?? null;
  if (given === null || actual === null) return;
  collect(actual, `${given.operand.path}${path}`, given.seat, found, steps + 1);
}
function functionAround(name2, levels) {
  let outer = name2;
  for (let level = 0; level < levels; level++) {
    const part = /\.(?:func\d+|\d+)$/.exec(outer)?.[0];
    if (part === void 0) return null;
    outer = outer.slice(0, -part.length);
  }
  return outer;
}
function wholeKey({ key, call: call2 }) {
  return `${key} ${call2}`;
}
function sortOf(type, home, path) {
  const plain3 = /^\*?(?<name>[\p{L}_][\p{L}\p{Nd}_.]*)(?:\[.*\])?$/u.exec(type)?.groups?.["name"];
  if (plain3 === void 0 || plain3 === "chan" || path === "") return null;
  const own = home.slice(home.lastIndexOf("/") + 1).replace(/_test$/, "");
  return `${plain3.includes(".") ? plain3 : `${own}.${plain3}`}${path}`;
}
function lengthOf(names) {
  return names.reduce((sum, { key }) => sum + key.length, 0);
}
function stepsToCompare(a, b) {
  const chars = a.sorts.reduce((sum, sort) => sum + sort.length, lengthOf(a.names));
  return 8 + (4 + (chars >> 4)) * (b.names.length + b.sorts.length);
}
function areOne(a, b) {
  if (a.address !== null && b.address !== null) return a.address === b.address ? "yes" : "no";
  let isOther = false;
  for (const one of a.names)
    for (const other of b.names) {
      if (one.kind !== other.kind) continue;
      if (one.key === other.key && one.call === other.call) return "yes";
      isOther ||= one.key === other.key || one.kind === "word" && one.path === other.path;
    }
  if (isOther) return "no";
  return a.sorts.some((sort) => b.sorts.includes(sort)) ? "maybe" : "no";
}

// src/crash/waits/thing-index.ts
function createThingIndex(max, effort) {
  const bySame = /* @__PURE__ */ new Map();
  const bySort = /* @__PURE__ */ new Map();
  const find = (map, keys, thing, answer) => {
    const found = /* @__PURE__ */ new Set();
    for (const key of keys)
      for (const item of map.get(key) ?? []) {
        if (found.size >= max) return [...found];
        effort.spend(stepsToCompare(thing, item.thing));
        if (areOne(thing, item.thing) === answer) found.add(item);
      }
    return [...found];
  };
  return {
    add(item) {
      for (const key of sameKeys(item.thing)) addTo2(bySame, key, item);
      for (const key of item.thing.sorts) addTo2(bySort, key, item);
    },
    same: (thing) => find(bySame, sameKeys(thing), thing, "yes"),
    ofOneSort: (thing) => find(bySort, thing.sorts, thing, "maybe")
  };
}
function sameKeys({ names, address }) {
  const keys = names.map(({ key, call: call2 }) => `${key} ${call2}`);
  return address === null ? keys : [...keys, `at ${address}`];
}
function addTo2(map, key, item) {
  const list = map.get(key);
  if (list === void 0) map.set(key, [item]);
  else list.push(item);
}

// src/crash/waits/nobody-knows.ts
var nobodyKnows = {
  who: {
    goroutine: {
      ...{ id: 0, state: "", waitMinutes: 0, lockedToThread: false, leaked: false, bubble: null },
      ...{ labels: {}, frames: [], elided: null, createdBy: null, ancestors: [] }
    },
    ...{ count: 1, role: "free", awaiting: null, holds: [], seats: [], test: null }
  },
  reason: { kind: "subtest" },
  sure: false
};

// src/crash/waits/doers.ts
var maxFound = 300;
var maxDeeds = 1e3;
var awaited = /* @__PURE__ */ new Set(["send", "receive", "close", "done", "signal"]);
function deedsToCome(participants, effort) {
  const byDeed = /* @__PURE__ */ new Map();
  const children = /* @__PURE__ */ new Map();
  for (const who of participants) {
    for (const coming of readComing(who)) {
      const index = byDeed.get(coming.deed) ?? createThingIndex(maxFound, effort);
      byDeed.set(coming.deed, index);
      index.add(coming);
    }
    const by = who.goroutine.createdBy;
    if (by === null || by.goroutine === null || !starters.test(by.function)) continue;
    const known = children.get(by.goroutine) ?? [];
    children.set(by.goroutine, known);
    known.push(who);
  }
  return {
    of(thing, deeds, who) {
      const best = /* @__PURE__ */ new Map();
      for (const deed of deeds) {
        const index = byDeed.get(deed);
        if (index === void 0) continue;
        const same2 = index.same(thing);
        const alike = index.ofOneSort(thing).filter((coming) => coming.who !== who);
        if (same2.length + alike.length >= maxFound) return [nobodyKnows];
        for (const coming of same2) {
          const known = best.get(coming.who);
          if (known === void 0 || coming.atEnd) best.set(coming.who, wakerOf(coming, true));
        }
        for (const coming of alike)
          if (!best.has(coming.who)) best.set(coming.who, wakerOf(coming, false));
      }
      return [...best.values()];
    },
    startedBy: (who) => (children.get(who.goroutine.id) ?? []).slice(0, maxFound).map((child) => {
      const at = child.seats.at(-1)?.frame ?? child.goroutine.createdBy;
      return at === null ? nobodyKnows : { who: child, reason: { kind: "deed", deed: "done", at }, sure: false };
    })
  };
}
var starters = /(?:^sync\.\(\*WaitGroup\)|\/errgroup\.\(\*Group\))\.(?:Go|TryGo)$/;
function wakerOf({ who, deed, atEnd, at }, sure) {
  return { who, reason: { kind: "deed", deed: sure && atEnd ? "end" : deed, at }, sure };
}
var awaitedDeeds = perPlace(
  (place) => comingDeeds(place).filter(({ deed }) => awaited.has(deed))
);
function readComing(who) {
  if (who.role === "aside") return [];
  let count = 0;
  return who.seats.flatMap((seat, index) => {
    const place = (index === 0 ? who.awaiting?.seat : null)?.place ?? seat.place;
    const deeds = awaitedDeeds(place);
    count += deeds.length;
    if (count > maxDeeds) throw new TooMuchToRead("too much to do to look at");
    const sure = new Set(sureDeeds(place));
    place.source.effort.spend(sure.size);
    return deeds.map((action2) => {
      const there = { ...seat, place: placeOfAction(place, action2) };
      return {
        ...{ who, deed: action2.deed, thing: thingAt(action2.operand, there) },
        atEnd: sure.has(action2) && isUnconditional(action2, place),
        at: { ...seat.frame, line: action2.line }
      };
    });
  });
}
function isUnconditional({ block }, { source, body }) {
  for (let at = block; at !== body; at = source.blocks[at]?.parent ?? body) {
    source.effort.spend(1);
    if (source.blocks[at]?.kind !== "function") return false;
  }
  return true;
}

// src/crash/waits/holders.ts
var maxFound2 = 300;
function lockHolders(participants, effort) {
  const held = createThingIndex(maxFound2, effort);
  const givers = createThingIndex(maxFound2, effort);
  const writers = createThingIndex(maxFound2, effort);
  for (const who of participants) {
    for (const thing of who.holds) held.add({ who, thing });
    for (const giver of giversIn(who)) givers.add(giver);
    if (who.awaiting?.awaited === "sync.RWMutex.Lock")
      for (const thing of who.awaiting.things) writers.add({ who, thing });
  }
  const isSame = (thing, hold) => {
    effort.spend(stepsToCompare(thing, hold));
    return areOne(thing, hold) === "yes";
  };
  const giversOf = (thing, who) => givers.same(thing).flatMap(
    (giver) => giver.who === who || giver.who.holds.some((hold) => isSame(thing, hold)) ? [] : [
      {
        who: giver.who,
        reason: { kind: "deed", deed: "unlock", at: giver.at },
        sure: true
      }
    ]
  );
  const goingFirst = (thing, who) => who.awaiting?.awaited.startsWith("sync.RWMutex.") === true ? writers.same(thing).filter((writer) => writer.who !== who).map((writer) => ({
    ...{ who: writer.who, sure: true },
    reason: { kind: "goes-first", thing: writer.thing }
  })) : [];
  return {
    of(thing, who) {
      const isInTheWay = (one) => fits(thing, one.thing);
      const sure = held.same(thing).filter(isInTheWay);
      const alike = sure.length > 0 ? [] : held.ofOneSort(thing).filter((one) => one.who !== who && isInTheWay(one));
      if (alike.length >= maxFound2 - 1) return { wakers: [nobodyKnows], all: false };
      const holders = [
        ...sure.map((one) => wakerOf2(one, true)),
        ...alike.map((one) => wakerOf2(one, false))
      ];
      const others = giversOf(thing, who);
      if (holders.length + others.length === 0)
        return { wakers: goingFirst(thing, who), all: false };
      return { wakers: [...holders, ...others], all: sure.length > 0 && others.length === 0 };
    }
  };
}
function wakerOf2({ who, thing }, sure) {
  return { who, reason: { kind: "holds", hold: thing }, sure };
}
function fits({ deed }, { mode }) {
  if (deed === "once" || mode === "once") return deed === mode;
  return deed !== "rlock" || mode === "write";
}
function giversIn(who) {
  if (who.role === "aside") return [];
  return who.seats.flatMap(
    (seat) => unlocksAlone(seat.place).map((action2) => {
      const there = { ...seat, place: placeOfAction(seat.place, action2) };
      const at = { ...seat.frame, line: action2.line };
      return { who, thing: thingAt(action2.operand, there), at };
    })
  );
}

// src/crash/waits/needs.ts
var stepsPerWaker = 40;
function needsOf(participants, effort) {
  const doers = deedsToCome(participants, effort);
  const locks = lockHolders(participants, effort);
  const kept = (need) => {
    effort.spend(stepsPerWaker * (1 + need.wakers.length));
    return need;
  };
  return new Map(
    participants.flatMap((who) => {
      if (who.role === "testing") return [[who, [kept(subtestsOf(who, participants, effort))]]];
      if (who.role !== "waits") return [];
      const things = who.awaiting?.things ?? [];
      return [[who, things.map((thing) => kept(needOf(who, thing, doers, locks)))]];
    })
  );
}
function needOf(who, thing, doers, locks) {
  const open3 = (deeds) => {
    const wakers = doers.of(thing, deeds, who).filter((waker) => waker.who !== who || who.count > 1);
    return { thing, wakers, all: false, open: true };
  };
  switch (thing.deed) {
    case "lock":
    case "rlock":
    case "once":
      return { thing, ...locks.of(thing, who), open: false };
    case "wait": {
      const done = doers.of(thing, ["done"], who);
      const sure = done.filter(({ reason }) => reason.kind === "deed" && reason.deed === "end");
      if (sure.length > 0) return { thing, wakers: sure, all: true, open: false };
      return { thing, wakers: [...done, ...doers.startedBy(who)], all: false, open: true };
    }
    case "send":
      return open3(["receive"]);
    case "receive":
      return open3(["send", "close"]);
    case "cond":
      return open3(["signal"]);
  }
}
function subtestsOf(who, participants, effort) {
  effort.spend(participants.length);
  const wakers = participants.flatMap((other) => {
    const by = other.goroutine.createdBy;
    return by?.goroutine === who.goroutine.id && /^testing\.\(\*[TF]\)\.Run$/.test(by.function) ? [{ who: other, reason: { kind: "subtest" }, sure: true }] : [];
  });
  return { thing: null, wakers, all: false, open: false };
}

// src/crash/blame/tested-package.ts
var maxStacks = 1e3;
function testedPackage({ package: told, stacks }) {
  if (told !== null) return told;
  for (const { goroutine } of stacks.slice(0, maxStacks)) {
    const found = testedPackageOf(goroutine.frames, goroutine.createdBy);
    if (found !== null) return found;
  }
  return null;
}
function testedPackageOf(frames, createdBy) {
  const base = baseOfTest(frames);
  for (const frame of [base, ...frames.toReversed(), createdBy])
    if (frame?.file.endsWith("_test.go") === true && declaredTest(frame.function) !== null)
      return packageOf(frame.function).replace(/_test$/, "");
  return null;
}

// src/crash/blame/own-code.ts
function ownCode(crash, repository) {
  const judge = isKnown(repository) ? withRepository(repository) : withoutRepository(crash);
  const judged = /* @__PURE__ */ new Map();
  const remembered = (frame) => {
    const known = judged.get(frame) ?? judge(frame);
    judged.set(frame, known);
    return known;
  };
  return {
    authorOf(frame) {
      const found = remembered(frame);
      return typeof found === "string" ? found : "user";
    },
    locate(frame) {
      const found = remembered(frame);
      return typeof found === "string" ? null : found;
    }
  };
}
function isKnown({ modules, root }) {
  return modules.length > 0 || root !== "";
}
function withRepository(repository) {
  const isGoItself = repository.modules.some(({ path }) => path === "std");
  return (frame) => {
    if (isNobodys(frame)) return "surroundings";
    const importPath = packageOf(frame.function);
    const ofGo = isRuntime(frame) || importPath === "testing" || isStandardLibrary(frame);
    const maybeOurs = isGoItself || moduleOf(importPath, repository) !== null;
    if (ofGo && (isRuntime(frame) || importPath === "testing" || !maybeOurs)) return "go";
    const located = locateFrame(frame, repository);
    if (located !== null && !isVendored(located.file, frame.function)) return located;
    if (ofGo) return "go";
    return isSurroundings(frame) ? "surroundings" : othersOf(frame, importPath);
  };
}
var foreignC = /(?:^|\/)(?:usr|sysdeps|libsanitizer|sanitizer_common|compiler-rt|runtime\/cgo)\//;
function withoutRepository(crash) {
  const tested = testedPackage(crash);
  const home = tested === null ? null : modulePrefix(tested);
  return (frame) => {
    if (isNobodys(frame)) return "surroundings";
    if (isRuntime(frame) || isStandardLibrary(frame)) return "go";
    const path = plainPath(frame.file) ?? "";
    if (isSurroundings(frame) && !isOwnC(frame, path)) return "surroundings";
    const importPath = packageOf(frame.function);
    const named = /[./]/.test(importPath);
    const elsewhere = home !== null && named && !isBelow(importPath, home);
    const others = othersOf(frame, importPath);
    return others === "dependency" || elsewhere ? others : frame;
  };
}
function othersOf({ function: name2, file }, importPath) {
  const path = plainPath(file) ?? "";
  const isProgram = importPath === "main";
  return !isProgram && (isDownloaded(path) || isVendored(path, name2)) ? "dependency" : "elsewhere";
}
function isOwnC({ function: name2 }, path) {
  return /\.(?:c|cc|cpp|cxx|m|h|hpp|go)$/i.test(path) && !foreignC.test(path) && !name2.includes(".");
}
function isNobodys(frame) {
  return isGuard(frame) || plainPath(frame.file) === null;
}

// src/crash/blame/foreign.ts
var maxStacks2 = 1e3;
function isForeign(crash, repository) {
  const code = ownCode(crash, repository);
  const known = isKnown(repository);
  let others = false;
  for (const { goroutine } of crash.stacks.slice(0, maxStacks2)) {
    const { frames, createdBy } = goroutine;
    for (const frame of createdBy === null ? frames : [...frames, createdBy]) {
      const author = code.authorOf(frame);
      const isAnybodys = author === "user" && !known && packageOf(frame.function) === "main";
      if (author === "user" && !isAnybodys) return false;
      if (author === "elsewhere") others = true;
    }
  }
  return others;
}

// src/crash/blame/test-helper.ts
var assertionPackages = [
  { path: "github.com/stretchr/testify", sample: "github.com/stretchr/testify/require.NotPanics" },
  { path: "gotest.tools", sample: "gotest.tools/v3/assert.NilError" },
  { path: "github.com/onsi/gomega", sample: "github.com/onsi/gomega/internal.(*Assertion).Should" },
  { path: "github.com/onsi/ginkgo", sample: "github.com/onsi/ginkgo/v2.Fail" },
  { path: "github.com/google/go-cmp", sample: "github.com/google/go-cmp/cmp.Diff" },
  { path: "github.com/frankban/quicktest", sample: "github.com/frankban/quicktest.(*C).Assert" },
  { path: "github.com/matryer/is", sample: "github.com/matryer/is.(*I).Equal" },
  { path: "gopkg.in/check.v1", sample: "gopkg.in/check%2ev1.(*C).Assert" },
  { path: "github.com/go-check/check", sample: "github.com/go-check/check.(*C).Assert" },
  { path: "go.uber.org/mock", sample: "go.uber.org/mock/gomock.(*Controller).Call" },
  { path: "github.com/golang/mock", sample: "github.com/golang/mock/gomock.(*Controller).Call" },
  {
    path: "github.com/gojuno/minimock",
    sample: "github.com/gojuno/minimock/v3.(*Controller).Wait"
  },
  {
    path: "github.com/petergtz/pegomock",
    sample: "github.com/petergtz/pegomock/v4.(*VerifierX).Verify"
  },
  {
    path: "github.com/DATA-DOG/go-sqlmock",
    sample: "github.com/DATA-DOG/go-sqlmock.(*sqlmock).Close"
  },
  {
    path: "github.com/jarcoal/httpmock",
    sample: "github.com/jarcoal/httpmock.(*MockTransport).RoundTrip"
  },
  { path: "github.com/h2non/gock", sample: "github.com/h2non/gock.(*Transport).RoundTrip" },
  { path: "github.com/smartystreets", sample: "github.com/smartystreets/goconvey/convey.So" },
  { path: "github.com/smarty/assertions", sample: "github.com/smarty/assertions.So" },
  { path: "github.com/shoenig/test", sample: "github.com/shoenig/test/must.Eq[...]" },
  { path: "github.com/alecthomas/assert", sample: "github.com/alecthomas/assert/v2.Equal[...]" },
  { path: "github.com/carlmjohnson/be", sample: "github.com/carlmjohnson/be.Equal[...]" },
  { path: "github.com/nalgeon/be", sample: "github.com/nalgeon/be.Equal[...]" },
  { path: "github.com/maxatome/go-testdeep", sample: "github.com/maxatome/go-testdeep/td.Cmp" },
  { path: "github.com/gavv/httpexpect", sample: "github.com/gavv/httpexpect/v2.(*Request).Expect" },
  {
    path: "github.com/rogpeppe/go-internal",
    sample: "github.com/rogpeppe/go-internal/testscript.Run"
  },
  { path: "github.com/sebdah/goldie", sample: "github.com/sebdah/goldie/v2.(*Goldie).Assert" },
  {
    path: "github.com/gkampitakis/go-snaps",
    sample: "github.com/gkampitakis/go-snaps/snaps.MatchSnapshot"
  },
  { path: "go.uber.org/goleak", sample: "go.uber.org/goleak.VerifyNone" },
  { path: "pgregory.net/rapid", sample: "pgregory.net/rapid.Check" }
];
var mockFile = /(?:^|\/)(?:mock_[^/]*|[^/]*_(?:mock|mocks|moq|minimock)(?:_test)?|mocks?)\.go$|(?:^|\/)(?:mocks?|[^/]*fakes)\/[^/]*\.go$/;
var mockHeader = /^\/\/ Code generated by (?:mockery|MockGen|moq|counterfeiter|minimock|pegomock|charlatan)\b/i;
var headerLines = 20;
var maxLineChars2 = 500;
function isTestHelper(frame, located, { lines: linesOf }) {
  const { function: name2 } = frame;
  if (assertionPackages.some(({ path }) => isBelow(packageOf(name2), path))) return true;
  const lines = linesOf(located.file);
  if (isMock(located.file, lines)) return true;
  return lines !== null && callsHelper(name2, located.line, lines);
}
function isMock(file, lines) {
  if (lines === null) return mockFile.test(file);
  const generated = lines.slice(0, headerLines).find((line) => line.startsWith("// Code generated by "));
  return generated === void 0 ? false : mockHeader.test(generated.slice(0, maxLineChars2));
}
function callsHelper(name2, line, lines) {
  const around = enclosingFunction(lines, line);
  if (around === null) return false;
  if (!isClosure(name2) && declaredTest(`p.${around.name}`) !== null) return false;
  const start = isClosure(name2) ? literalAround(lines, around.line, line) : around.line;
  if (start === null) return false;
  const body = indent(lines[start - 1]) + 1;
  for (let at = start; at <= line; at++) {
    const text = (lines[at - 1] ?? "").slice(0, maxLineChars2);
    if (!/\.Helper\(\)/.test(text)) continue;
    if (at === start || indent(text) === body) return true;
  }
  return false;
}
function literalAround(lines, from, line) {
  let inside = indent(lines[line - 1]);
  for (let at = line; at >= from; at--) {
    const text = (lines[at - 1] ?? "").slice(0, maxLineChars2);
    if (text.trim() === "") continue;
    const margin = indent(text);
    if (/\bfunc\s*\(/.test(text) && (margin < inside || at === line)) return at;
    inside = Math.min(inside, margin);
  }
  return null;
}
function indent(text = "") {
  const margin = /^[\t ]*/.exec(text.slice(0, maxLineChars2))?.[0] ?? "";
  const tabs = margin.replace(/ /g, "").length;
  return tabs + (margin.length - tabs) / 4;
}

// src/crash/blame/guilt.ts
var nobody = {
  blame: null,
  related: [],
  goroutine: null,
  witnesses: [],
  skipped: 0
};
function investigate(crash, known) {
  const foreign2 = isForeign(crash, known);
  const repository = foreign2 ? noRepository : known;
  const code = ownCode(foreign2 ? { ...crash, package: null } : crash, repository);
  const helpers = /* @__PURE__ */ new Map();
  return {
    ...code,
    crash,
    repository,
    isHelper(frame) {
      const known2 = helpers.get(frame);
      if (known2 !== void 0) return known2;
      const located = code.locate(frame);
      const helps = located !== null && isTestHelper(frame, located, repository);
      helpers.set(frame, helps);
      return helps;
    }
  };
}
function guiltyFrame(frames, { locate, isHelper }) {
  let helper = null;
  for (const frame of frames) {
    const located = locate(frame);
    if (located === null) continue;
    if (!isHelper(frame)) return located;
    helper ??= located;
  }
  return helper;
}
function guiltyLine({ frames, createdBy, ancestors }, investigation) {
  const { locate, isHelper } = investigation;
  const onStack = guiltyFrame(frames, investigation);
  const isHelpers = onStack !== null && frames.every((frame) => locate(frame) === null || isHelper(frame));
  if (onStack !== null && !isHelpers) return onStack;
  const start = creationOf({ createdBy, ancestors }, investigation);
  return start ?? onStack;
}
function creationOf({ createdBy, ancestors }, investigation) {
  const own = createdBy === null ? null : investigation.locate(createdBy);
  if (own !== null) return plainFrame(own);
  for (const ancestor2 of ancestors) {
    const line = guiltyFrame(
      [...ancestor2.frames, ...ancestor2.createdBy === null ? [] : [ancestor2.createdBy]],
      investigation
    );
    if (line !== null) return plainFrame(line);
  }
  return null;
}
function related(frame, role) {
  return frame === null ? [] : [{ ...plainFrame(frame), role }];
}
function plainFrame({ function: name2, file, line }) {
  return { function: name2, file, line };
}
function isSameLine(a, b) {
  return a !== null && b !== null && a.file === b.file && a.line === b.line;
}
function isThirdParty(author) {
  return author === "dependency" || author === "elsewhere";
}
function thirdPartyBefore(frames, blame, { authorOf, locate }) {
  if (blame === null) return null;
  for (const frame of frames) {
    if (isSameLine(locate(frame), blame)) return null;
    if (isThirdParty(authorOf(frame))) return frame;
  }
  return null;
}
function guiltOfStack(goroutine, investigation) {
  const blame = guiltyLine(goroutine, investigation);
  return {
    blame,
    related: [
      ...related(thirdPartyBefore(goroutine.frames, blame, investigation), "raised in"),
      ...related(creationOf(goroutine, investigation), "created by")
    ],
    goroutine,
    witnesses: [],
    skipped: 0
  };
}

// src/crash/goroutines/waiting.ts
var rules = [
  { awaited: "chan receive", states: ["chan receive", "chan receive (nil chan)"] },
  { awaited: "chan send", states: ["chan send", "chan send (nil chan)"] },
  { awaited: "select", states: ["select", "select (no cases)"] },
  { awaited: "sync.Cond.Wait", states: ["sync.Cond.Wait"] },
  { awaited: "sync.WaitGroup.Wait", states: ["sync.WaitGroup.Wait"] },
  { awaited: "sync.RWMutex.RLock", states: ["sync.RWMutex.RLock"] },
  { awaited: "sync.RWMutex.Lock", states: ["sync.RWMutex.Lock"] },
  {
    awaited: "sync.RWMutex.RLock",
    states: ["semacquire"],
    through: /^sync\.\(\*RWMutex\)\.RLock$/
  },
  {
    awaited: "sync.RWMutex.Lock",
    states: ["semacquire", "sync.Mutex.Lock"],
    through: /^sync\.\(\*RWMutex\)\.Lock$/
  },
  { awaited: "sync.Mutex.Lock", states: ["sync.Mutex.Lock"] },
  {
    awaited: "sync.Mutex.Lock",
    states: ["semacquire"],
    through: /^sync\.\(\*Mutex\)\.(?:Lock|lockSlow)$/
  },
  {
    awaited: "sync.WaitGroup.Wait",
    states: ["semacquire"],
    through: /^sync\.\(\*WaitGroup\)\.Wait$/
  },
  { awaited: "semaphore", states: ["semacquire"] },
  { awaited: "IO wait", states: ["IO wait"] },
  { awaited: "sleep", states: ["sleep"] },
  { awaited: "syscall", states: ["syscall"] },
  { awaited: "synctest", states: ["synctest.Run", "synctest.Wait"] },
  { awaited: "iterator", states: ["coroutine"] }
];
function waitOf({
  state,
  frames,
  createdBy
}) {
  const rule = rules.find(
    ({ states, through }) => states.includes(state) && (through === void 0 || frames.some((frame) => through.test(frame.function)))
  );
  if (rule === void 0) return null;
  const own = userFrame(frames);
  const start = own === null && createdBy !== null ? userFrame([createdBy]) : null;
  const at = own ?? start ?? frames.find((frame) => !isRuntime(frame)) ?? null;
  return { awaited: rule.awaited, at, atStart: start !== null };
}

// src/crash/blame/goroutines-that-wait.ts
var maxStacks3 = 5e4;
function waitingGoroutines(investigation) {
  return investigation.crash.stacks.slice(0, maxStacks3).flatMap(({ goroutine }) => {
    if (!goroutine.frames.some((frame) => investigation.locate(frame) !== null)) return [];
    const line = guiltyLine(goroutine, investigation);
    if (line === null) return [];
    const awaited2 = waitOf(goroutine)?.awaited ?? null;
    return [{ goroutine, line, awaited: awaited2, test: testOfStack(goroutine.frames) }];
  });
}
function waitsForTests({ frames }) {
  const name2 = frames.find((frame) => !isRuntime(frame))?.function ?? "";
  return packageOf(name2) === "testing" || name2 === "internal/synctest.Run";
}

// src/crash/waits/awaited-address.ts
var rows = [
  {
    awaited: ["sync.Mutex.Lock"],
    call: /^(?:internal\/)?sync\.\(\*Mutex\)\.(?:lockSlow|Lock)$/,
    sample: "internal/sync.(*Mutex).lockSlow(0xc00005c050)"
  },
  {
    awaited: ["sync.RWMutex.Lock"],
    call: /^sync\.\(\*RWMutex\)\.Lock$/,
    sample: "sync.(*RWMutex).Lock(0xc00005c050)"
  },
  {
    awaited: ["sync.RWMutex.Lock"],
    // The Mutex inside is its first field.
    call: /^(?:internal\/)?sync\.\(\*Mutex\)\.lockSlow$/,
    sample: "sync.(*Mutex).lockSlow(0xc00005c050)"
  },
  {
    awaited: ["sync.RWMutex.RLock"],
    call: /^sync\.\(\*RWMutex\)\.RLock$/,
    sample: "sync.(*RWMutex).RLock(0xc00005c050)"
  },
  {
    awaited: ["sync.WaitGroup.Wait"],
    call: /^sync\.\(\*WaitGroup\)\.Wait$/,
    sample: "sync.(*WaitGroup).Wait(0xc00005c050)"
  },
  {
    awaited: ["sync.Cond.Wait"],
    call: /^sync\.\(\*Cond\)\.Wait$/,
    sample: "sync.(*Cond).Wait(0xc00005c050)"
  }
];
var maxFrames = 8;
function awaitedAddress(goroutine, awaited2) {
  const { frames, callArguments } = goroutine;
  if (callArguments === void 0) return null;
  for (const row of rows) {
    if (!row.awaited.includes(awaited2)) continue;
    const at = frames.slice(0, maxFrames).findIndex((frame) => row.call.test(frame.function));
    const [address = null] = at < 0 ? [] : addressesIn(callArguments[at] ?? "");
    if (address !== null) return address;
  }
  return null;
}

// src/crash/waits/awaiting.ts
var deedsOf = {
  "sync.Mutex.Lock": ["lock", "once"],
  "sync.RWMutex.Lock": ["lock"],
  "sync.RWMutex.RLock": ["rlock"],
  "sync.WaitGroup.Wait": ["wait"],
  "sync.Cond.Wait": ["wait"],
  "chan receive": ["receive"],
  "chan send": ["send"],
  select: ["receive", "send"]
};
var forOthers = /* @__PURE__ */ new Set([
  "sync.Mutex.Lock",
  "sync.RWMutex.Lock",
  "sync.RWMutex.RLock",
  "sync.WaitGroup.Wait",
  "sync.Cond.Wait"
]);
var forever = /* @__PURE__ */ new Set([
  "chan receive (nil chan)",
  "chan send (nil chan)",
  "select (no cases)"
]);
function awaitingOf(goroutine, seats) {
  const wait = waitOf(goroutine);
  if (wait === null) return null;
  const { awaited: awaited2 } = wait;
  const [seat] = seats;
  const at = seat?.frame ?? wait.at;
  if (forever.has(goroutine.state))
    return { awaited: awaited2, at, things: [], seat: seat ?? null, endedBy: "never" };
  const read = seat === void 0 || !isDirect(goroutine, seat) ? null : readLine(goroutine, awaited2, seat);
  const things = read?.things ?? [];
  const address = awaitedAddress(goroutine, awaited2);
  const own = things.length === 0 && address !== null ? [{ text: "", address, names: [], sorts: [], deed: deedOf(awaited2, "lock") }] : things;
  const isHard = forOthers.has(awaited2) || read !== null && things.length > 0 && !read.mayComeByItself;
  return {
    ...{ awaited: awaited2, at, things: own, seat: read?.seat ?? seat ?? null },
    endedBy: isHard ? "others" : "maybe-itself"
  };
}
function isDirect({ frames }, { index }) {
  return frames.slice(0, index).every((frame) => isRuntime(frame) || /^(?:internal\/)?sync$/.test(packageOf(frame.function)));
}
function readLine(goroutine, awaited2, seat) {
  const actions = awaited2 === "select" ? casesOf(seat) : matching(actionsOn(seat.place, seat.frame.line), awaited2, goroutine, seat);
  const [first] = actions;
  if (first === void 0 || awaited2 !== "select" && actions.length > 1) return null;
  const moved2 = { ...seat, place: placeOfAction(seat.place, first) };
  const address = first.deed === "once" ? onceAddress(goroutine) : awaitedAddress(goroutine, awaited2);
  return {
    things: actions.map((action2) => ({
      ...thingAt(action2.operand, moved2, address),
      deed: deedOf(awaited2, action2.deed)
    })),
    seat: moved2,
    mayComeByItself: actions.some((action2) => mayComeByItself(action2, moved2.place))
  };
}
function matching(actions, awaited2, { frames }, { index }) {
  const inOnce = frames.slice(0, index).some(({ function: name2 }) => name2.startsWith("sync.(*Once)."));
  return actions.filter(({ deed, elsewhere, deferred }) => {
    if (elsewhere || deferred && deed !== "wait") return false;
    if (awaited2 === "sync.Mutex.Lock" && deed === "once" !== inOnce) return false;
    return deedsOf[awaited2]?.includes(deed) === true;
  });
}
function onceAddress({ frames, callArguments = [] }) {
  const at = frames.findIndex(({ function: name2 }) => name2 === "sync.(*Once).doSlow");
  return addressesIn(callArguments[at] ?? "")[0] ?? null;
}
function casesOf({ place, frame }) {
  const { source, body } = place;
  const { tokens, blocks, blockOf } = source;
  const word = wordsOn(source, frame.line).find(
    (at) => tokens[at]?.text === "select" && functionOf(source, blockOf[at] ?? 0) === body
  );
  const select = word === void 0 ? void 0 : blockOf[word + 1];
  if (select === void 0) return [];
  source.effort.spend(blocks.length);
  const clauses = blocks.flatMap(
    ({ kind, parent }, index) => kind === "clause" && parent === select ? [index] : []
  );
  return clauses.flatMap((clause) => {
    const { start: head, end } = blocks[clause] ?? { start: -1, end: -1 };
    const line = tokens[head]?.line;
    const comm = actionsBetween(source, head, end).find(
      (action2) => isWithin(source, action2.block, clause) && action2.line === line
    );
    return comm === void 0 ? [] : [comm];
  });
}
function deedOf(awaited2, deed) {
  if (awaited2 === "sync.Cond.Wait") return "cond";
  if (awaited2 === "sync.RWMutex.RLock") return "rlock";
  if (awaited2 === "sync.WaitGroup.Wait") return "wait";
  return deed === "send" || deed === "receive" || deed === "once" ? deed : "lock";
}

// src/crash/waits/held-locks.ts
var taking = { lock: "write", rlock: "read" };
var giving = { unlock: "write", runlock: "read" };
var waysOut = /^(?:return|break|continue|goto|panic|Fatal|Fatalf|FailNow|Skip|Skipf|SkipNow|Exit|Goexit)$/;
var heldAt = perPlace(({ source, body, at, block }) => {
  const held = [];
  for (const action2 of source.actions) {
    if (action2.at >= at) break;
    if (action2.elsewhere || !runsIn(source, action2.block, body)) continue;
    const isOpen = isWithin(source, block, action2.block);
    const mode = taking[action2.deed];
    if (mode !== void 0 && isOpen && !action2.deferred) held.push({ action: action2, mode });
    const given = giving[action2.deed];
    if (given === void 0 || atOwnEnd(source, action2, body) || !isOpen && leavesIn(source, action2.block))
      continue;
    source.effort.spend(held.length);
    const last = held.findLastIndex(
      (taken) => taken.mode === given && taken.action.operand.text === action2.operand.text
    );
    if (last >= 0) held.splice(last, 1);
  }
  const elsewhere = givenElsewhere(source);
  return held.filter(({ action: { operand }, mode }) => !elsewhere.has(`${mode} ${operand.text}`));
});
var givenElsewhere = perFunction((source) => {
  const given = /* @__PURE__ */ new Map();
  for (const action2 of source.actions) {
    const body = functionOf(source, action2.block);
    const use = source.blocks[body]?.part?.use;
    if (use !== "go" && use !== "value") continue;
    const mode = giving[action2.deed] ?? taking[action2.deed];
    if (mode === void 0) continue;
    const key = `${String(body)} ${mode} ${action2.operand.text}`;
    const deeds = given.get(key) ?? /* @__PURE__ */ new Set();
    given.set(key, deeds.add(giving[action2.deed] === void 0 ? "takes" : "gives"));
  }
  return new Set(
    [...given].flatMap(
      ([key, deeds]) => deeds.has("takes") ? [] : [key.slice(key.indexOf(" ") + 1)]
    )
  );
});
function atOwnEnd(source, { deferred, block }, body) {
  return deferred && functionOf(source, block) === body;
}
function runsIn(source, block, body) {
  let own = functionOf(source, block);
  while (own !== body) {
    source.effort.spend(1);
    const { part, parent } = source.blocks[own] ?? {};
    if (part?.use !== "called" || parent === void 0) return false;
    own = functionOf(source, parent);
  }
  return true;
}
function leavesIn(source, block) {
  const known = leaving(source);
  const found = known.get(block) ?? leaves(source, block);
  known.set(block, found);
  return found;
}
var leaving = perFunction(() => /* @__PURE__ */ new Map());
function leaves({ tokens, blocks, partner, effort }, block) {
  const { start, end, kind } = blocks[block] ?? {};
  if (start === void 0 || end === void 0 || kind === "function") return false;
  const isBraced = tokens[end]?.text === "}" && partner[end] === start;
  let last = isBraced ? end - 1 : end;
  while (last > start && isClosing(tokens[last]?.text) && (partner[last] ?? -1) > start) {
    effort.spend(1);
    const open3 = partner[last] ?? last;
    if (tokens[open3]?.line === tokens[last]?.line) break;
    last = open3;
  }
  const line = tokens[last]?.line;
  for (let at = last; at > start && tokens[at]?.line === line; at--) {
    effort.spend(1);
    if (waysOut.test(tokens[at]?.text ?? "")) return true;
  }
  return false;
}
function isClosing(text = "") {
  return text === ")" || text === "}" || text === "]";
}

// src/crash/waits/holds.ts
var maxAtPlace = 32;
var maxHolds2 = 200;
function holdsOf(goroutine, seats, awaiting, effort) {
  if (goroutine.frames.some(({ function: name2 }) => name2 === "sync.(*Cond).Wait")) return [];
  let count = 0;
  const locks = seats.flatMap((seat, index) => {
    const place = (index === 0 ? awaiting?.seat : null)?.place ?? seat.place;
    const held = heldAt(place);
    count += held.length;
    if (held.length > maxAtPlace || count > maxHolds2)
      throw new TooMuchToRead("too many locks to look at");
    return held.map(({ action: action2, mode }) => ({
      ...thingAt(action2.operand, {
        ...seat,
        place: { ...place, at: action2.at, block: action2.block }
      }),
      mode,
      at: { ...seat.frame, line: action2.line }
    }));
  });
  return [...locks, ...runningOnces(goroutine, seats, effort)];
}
function runningOnces({ frames, callArguments = [] }, seats, effort) {
  return frames.flatMap(({ function: name2 }, index) => {
    const runs = name2 === "sync.(*Once).doSlow" && /^sync\.\(\*Mutex\)/.test(frames[index - 1]?.function ?? "");
    if (name2 !== "sync.(*Once).doSlow" || runs) return [];
    effort.spend(seats.length);
    const seat = seats.find((other) => other.index > index);
    if (seat === void 0) return [];
    const [address = null] = addressesIn(callArguments[index] ?? "");
    const action2 = actionsOf(seat.place.source, seat.frame.line).find(
      ({ deed }) => deed === "once"
    );
    if (action2 === void 0) return [];
    const place = { ...seat.place, at: action2.at, block: action2.block };
    return [
      { ...thingAt(action2.operand, { ...seat, place }, address), mode: "once", at: seat.frame }
    ];
  });
}

// src/crash/waits/participants.ts
var maxParticipants = 2e3;
var maxSteps = 32;
var stepsPerFrame = 4;
function participantsOf(goroutines, reader, effort) {
  const groups = /* @__PURE__ */ new Map();
  const stacks = /* @__PURE__ */ new Map();
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  for (const goroutine of goroutines) {
    const stack = stacks.get(goroutine.frames) ?? stacks.size;
    stacks.set(goroutine.frames, stack);
    const { state, createdBy, callArguments = [], leaked } = goroutine;
    const words = callArguments.map(addressesIn);
    const key = JSON.stringify([
      stack,
      state,
      leaked,
      createdBy?.goroutine,
      createdBy?.line,
      words
    ]);
    const known = groups.get(key);
    if (known === void 0) groups.set(key, { goroutine, count: 1 });
    else known.count++;
    if (groups.size > maxParticipants) {
      effort.giveUp();
      return null;
    }
  }
  return [...groups.values()].map(({ goroutine, count }) => {
    const seats = reader.seatsOf(goroutine);
    const awaiting = awaitingOf(goroutine, seats);
    return {
      ...{ goroutine, count, seats, awaiting },
      role: roleOf(goroutine, awaiting),
      holds: holdsOf(goroutine, seats, awaiting, effort),
      test: testOf(goroutine, byId, effort)
    };
  });
}
function roleOf(goroutine, awaiting) {
  const { frames } = goroutine;
  if (frames.length > 0 && (frames.every(isRuntime) || isAlarm(goroutine) || isBackground(goroutine)))
    return "aside";
  if (frames.some(isGuard) && !frames.some(({ function: name2 }) => name2 === "main.main"))
    return "aside";
  if (waitsForTests(goroutine) && awaiting !== null) return "testing";
  return awaiting === null || awaiting.endedBy === "maybe-itself" ? "free" : "waits";
}
function isAlarm({ frames }) {
  return frames.some(({ function: name2 }) => name2.startsWith("testing.(*M).startAlarm"));
}
function isBackground({ frames, createdBy }) {
  const starts = createdBy === null ? "" : createdBy.function;
  return /^os\/signal\./.test(starts) && frames.every((frame) => isStandardLibrary(frame) && packageOf(frame.function) !== "testing");
}
function testOf(goroutine, byId, effort) {
  let current = goroutine;
  for (let step = 0; step < maxSteps && current !== void 0; step++) {
    effort.spend(stepsPerFrame * (1 + current.frames.length));
    const own = testOfStack(current.frames);
    if (own !== null) return own;
    const by = current.createdBy;
    const named = by?.file.endsWith("_test.go") === true ? declaredTest(by.function) : null;
    if (named !== null && named !== "TestMain") return named;
    const creator = by?.goroutine ?? null;
    current = creator === null ? void 0 : byId.get(creator);
  }
  return null;
}

// src/crash/waits/go-blocks.ts
var maxDepth2 = 200;
var stepsPerParameterWord = 4;
function goBlocks(source) {
  const { tokens, partner } = source;
  const all = {
    parent: -1,
    kind: "other",
    part: null,
    ofSelect: false,
    start: 0,
    end: tokens.length - 1
  };
  const blocks = [all];
  const blockOf = [];
  const bodies = /* @__PURE__ */ new Map();
  let asked = null;
  const open3 = [];
  let current = 0;
  const enter = (start, end, kind, part) => {
    const ofSelect = kind === "clause" && open3.at(-1)?.select === true;
    blocks.push({ parent: current, kind, part, ofSelect, start, end });
    current = blocks.length - 1;
  };
  for (let at = 0; at < tokens.length; at++) {
    const { text = "", line = 0 } = tokens[at] ?? {};
    if (text === "func") {
      const found = signatureAt(source, at);
      if (found !== null) bodies.set(found.body, found.part);
    }
    if (text === "for" || text === "select" || text === "switch" || text === "if" || text === "else")
      asked = text;
    const isClause = (text === "case" || text === "default") && open3.length > 0 && (blocks[current]?.kind === "clause" || blocks[current]?.start === partner[open3.at(-1)?.braceEnd ?? -1]);
    if (isClause) {
      const clause = blocks[current];
      if (clause?.kind === "clause") {
        clause.end = at - 1;
        current = clause.parent;
      }
      enter(at, open3.at(-1)?.braceEnd ?? tokens.length - 1, "clause", null);
    }
    if (text === "{" && open3.length < maxDepth2) {
      const close = partner[at] ?? -1;
      const end = close < 0 ? tokens.length - 1 : close;
      const part = bodies.get(at) ?? null;
      const isHeadersEnd = tokens[at + 1]?.line !== line;
      const word = part === null && isHeadersEnd ? asked : null;
      if (word !== null) asked = null;
      enter(at, end, part !== null ? "function" : word === "for" ? "loop" : "other", part);
      open3.push({ block: current, select: word === "select", braceEnd: end });
    }
    blockOf.push(current);
    const last = open3.at(-1);
    if (text === "}" && last?.braceEnd === at) {
      open3.pop();
      const clause = blocks[current];
      if (clause?.kind === "clause") clause.end = at - 1;
      blockOf[at] = last.block;
      current = blocks[last.block]?.parent ?? 0;
    }
  }
  return { ...source, blocks, blockOf };
}
function signatureAt(source, at) {
  const { tokens, partner } = source;
  const isDeclared = at === 0;
  const parameters = [];
  let next = at + 1;
  const behind = (bracket) => {
    const close = tokens[next]?.text === bracket ? partner[next] ?? -1 : -1;
    if (close < 0) return false;
    if (bracket === "(") parameters.push(...parametersIn(source, next + 1, close));
    next = close + 1;
    return true;
  };
  if (isDeclared) {
    behind("(");
    next++;
    behind("[");
  }
  if (!behind("(")) return null;
  const body = bodyAfter(source, next);
  if (body === null) return null;
  return { part: { parameters, use: useOf(source, at, body, isDeclared) }, body };
}
function bodyAfter({ tokens, partner }, from) {
  for (let at = from, steps = 0; steps < 40; steps++) {
    const text = tokens[at]?.text;
    if (text === "{") return at;
    if (text === "struct" || text === "interface") {
      const close = tokens[at + 1]?.text === "{" ? partner[at + 1] ?? -1 : -1;
      if (close < 0) return null;
      at = close + 1;
    } else if (text === "(" || text === "[") {
      const close = partner[at] ?? -1;
      if (close < 0) return null;
      at = close + 1;
    } else if (tokens[at]?.kind === "name" || text === "*" || text === "." || text === "<-") at++;
    else return null;
  }
  return null;
}
function useOf({ tokens, partner }, at, body, isDeclared) {
  if (isDeclared) return "declared";
  const before = tokens[at - 1]?.text;
  if (before === "go" || before === "defer") return before;
  const close = partner[body] ?? -1;
  return close >= 0 && tokens[close + 1]?.text === "(" ? "called" : "value";
}
function parametersIn({ tokens, partner, effort }, from, end) {
  effort.spend(stepsPerParameterWord * Math.max(0, end - from));
  const groups = [[]];
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (token === void 0) break;
    if (token.text === ",") {
      groups.push([]);
      continue;
    }
    const close = partner[at] ?? -1;
    groups.at(-1)?.push(token);
    if (close > at)
      for (at++; at <= close; at++) groups.at(-1)?.push(tokens[at] ?? { text: "", kind: "sign" });
    if (close > 0 && at > close) at = close;
  }
  const isNamed = groups.some(
    ([first, second]) => first?.kind === "name" && second !== void 0 && second.text !== "."
  );
  if (!isNamed) return groups.map((group) => ({ name: "", type: textOf(group) }));
  let type = "";
  return groups.reverse().map(([first, ...rest]) => {
    if (rest.length > 0) type = textOf(rest);
    return { name: first?.text ?? "", type };
  }).reverse();
}
function textOf(tokens) {
  return tokens.slice(0, 30).map(({ text }) => text).join("");
}

// src/crash/waits/go-tokens.ts
var maxLines = 3e3;
var maxTokens = 6e4;
var maxLiteralChars = 60;
var stepsPerToken = 40;
var space = /^[ \t\r]+/;
var name = /^[\p{L}_][\p{L}\p{Nd}_]*/u;
var number = /^\.?\d[\w.]*/;
var sign = /^(?:<-|:=|\.\.\.|&&|\|\||[=!<>+\-*/%&|^]=|\+\+|--|<<|>>|.)/u;
var opening = /* @__PURE__ */ new Set(["(", "[", "{"]);
var closing = { ")": "(", "]": "[", "}": "{" };
function functionTokens(lines, from, effort = createEffort()) {
  const tokens = [];
  const partner = [];
  const open3 = [];
  const state = { inside: "code" };
  const add2 = (text, line, kind) => {
    effort.spend(stepsPerToken);
    const at = tokens.length;
    tokens.push({ text, line, kind });
    partner.push(-1);
    if (kind !== "sign") return;
    if (opening.has(text)) open3.push(at);
    const other = open3.at(-1);
    if (other === void 0 || closing[text] !== tokens[other]?.text) return;
    open3.pop();
    partner[at] = other;
    partner[other] = at;
  };
  const readLine2 = (text, line) => {
    let at = 0;
    while (at < text.length && tokens.length < maxTokens) {
      if (state.inside !== "code") {
        const end = text.indexOf(state.inside === "raw" ? "`" : "*/", at);
        if (end < 0) return;
        at = end + (state.inside === "raw" ? 1 : 2);
        state.inside = "code";
        continue;
      }
      const rest = text.slice(at, at + 400);
      if (rest.startsWith("//")) return;
      if (rest.startsWith("/*")) {
        state.inside = "comment";
        at += 2;
        continue;
      }
      const blank2 = space.exec(rest)?.[0].length ?? 0;
      if (blank2 > 0) {
        at += blank2;
        continue;
      }
      if (rest.startsWith("`")) {
        add2("``", line, "literal");
        state.inside = "raw";
        at++;
        continue;
      }
      if (rest.startsWith('"') || rest.startsWith("'")) {
        const end = endOfQuoted(text, at);
        add2(text.slice(at, Math.min(end, at + maxLiteralChars)), line, "literal");
        at = end;
        continue;
      }
      const word = name.exec(rest)?.[0] ?? number.exec(rest)?.[0];
      const taken = word ?? sign.exec(rest)?.[0] ?? rest.slice(0, 1);
      add2(taken, line, word === void 0 ? "sign" : /^[\d.]/.test(word) ? "literal" : "name");
      at += taken.length;
    }
  };
  for (let line = from; line < from + maxLines && line <= lines.length; line++) {
    const before = tokens.length;
    const text = lines[line - 1] ?? "";
    effort.spend(1 + text.length);
    readLine2(text, line);
    const last = tokens.at(-1);
    const hasEnded = tokens.length > before && open3.length === 0 && last?.text === "}";
    if (hasEnded && state.inside === "code" || tokens.length >= maxTokens) break;
  }
  return { tokens, partner, effort };
}
function endOfQuoted(text, from) {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

// src/crash/waits/go-actions.ts
var methods = {
  Lock: "lock",
  RLock: "rlock",
  Unlock: "unlock",
  RUnlock: "runlock",
  Do: "once",
  Done: "done",
  Wait: "wait",
  Signal: "signal",
  Broadcast: "signal"
};
function goFunction(lines, from, effort = createEffort()) {
  const source = goBlocks(functionTokens(lines, from, effort));
  const actions = [];
  source.tokens.forEach((_, at) => {
    const found = methodAt(source, at) ?? channelAt(source, at);
    if (found !== null) actions.push(found);
  });
  return { ...source, actions };
}
function methodAt(source, at) {
  const { tokens } = source;
  const word = tokens[at]?.text ?? "";
  const deed = Object.hasOwn(methods, word) ? methods[word] : void 0;
  if (deed === void 0 || tokens[at - 1]?.text !== "." || tokens[at + 1]?.text !== "(")
    return null;
  const found = operandBefore(source, at - 2);
  if (found === null || tokens[found.start - 1]?.text === "<-") return null;
  return action(source, at, deed, found.operand, found.start);
}
function channelAt(source, at) {
  const { tokens } = source;
  const word = tokens[at]?.text;
  if (word === "close" && tokens[at + 1]?.text === "(" && tokens[at - 1]?.text !== ".") {
    const found2 = operandAfter(source, at + 2);
    return found2 === null ? null : action(source, at, "close", found2.operand, at);
  }
  if (word === "range") {
    const found2 = operandAfter(source, at + 1);
    if (found2 === null) return null;
    const block = source.blockOf[found2.end + 1] ?? 0;
    return { ...action(source, at, "receive", found2.operand, at), block };
  }
  if (word !== "<-" || tokens[at + 1]?.text === "chan" || tokens[at - 1]?.text === "chan")
    return null;
  const before = tokens[at - 1];
  const endsOne = before?.line === tokens[at]?.line && before !== void 0 && (before.kind === "name" && !isKeyword(before.text) || /^[)\]]$/.test(before.text));
  if (endsOne) {
    const found2 = operandBefore(source, at - 1);
    return found2 === null ? null : action(source, at, "send", found2.operand, found2.start);
  }
  const found = operandAfter(source, at + 1);
  return found === null ? null : action(source, at, "receive", found.operand, at);
}
function action({ tokens, blockOf }, at, deed, operand, start) {
  const before = tokens[start - 1]?.text;
  return {
    deed,
    operand,
    at,
    line: tokens[at]?.line ?? 0,
    block: blockOf[at] ?? 0,
    deferred: before === "defer",
    elsewhere: before === "go"
  };
}

// src/crash/waits/seats.ts
var stepsPerFrame2 = 50;
var maxFrames2 = 100;
var maxSeats = 40;
var maxSteps2 = 32;
var maxStepsUp = 2e3;
function createSeatReader(goroutines, repository, effort) {
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  const functions = /* @__PURE__ */ new Map();
  const places = /* @__PURE__ */ new Map();
  const located = /* @__PURE__ */ new Map();
  const locate = (frame) => {
    const known = located.get(frame);
    if (known !== void 0) return known;
    effort.spend(stepsPerFrame2 + frame.file.length);
    const found = locateFrame(frame, repository);
    const own = found !== null && repository.has(found.file) ? found : null;
    located.set(frame, own);
    return own;
  };
  const readPlace = (frame, callee) => {
    const lines = repository.lines(frame.file);
    const around = lines === null ? null : enclosingFunction(lines, frame.line);
    effort.spend(stepsPerFrame2 + (around === null ? maxStepsUp : frame.line - around.line));
    if (lines === null || around === null) return null;
    const key = `${frame.file}:${String(around.line)}`;
    const source = functions.get(key) ?? goFunction(lines, around.line, effort);
    functions.set(key, source);
    return placeOfCall(source, frame.function, frame.line, callee);
  };
  const placeOf2 = (frame, callee) => {
    const key = `${frame.file}:${String(frame.line)} ${frame.function} ${callee}`;
    const known = places.get(key);
    if (known !== void 0) return known;
    effort.spend(key.length);
    const found = readPlace(frame, callee);
    places.set(key, found);
    return found;
  };
  const onlyCall = ({ id, frames }, name2) => {
    effort.spend(2 * frames.length);
    const at = frames.findIndex((frame) => frame.function === name2);
    const isOnly = at >= 0 && frames.findLastIndex((frame) => frame.function === name2) === at;
    return isOnly ? callName(id, frames.length - at) : null;
  };
  const callAbove = (goroutine, name2) => {
    let current = goroutine;
    for (let step = 0; step < maxSteps2; step++) {
      const by = current.createdBy?.goroutine ?? null;
      current = by === null ? void 0 : byId.get(by);
      if (current === void 0) return null;
      effort.spend(1 + current.frames.length);
      if (current.frames.some((frame) => frame.function === name2)) return onlyCall(current, name2);
    }
    return null;
  };
  return {
    locate,
    seatsOf(goroutine) {
      const { frames, callArguments, createdBy } = goroutine;
      const seatAt = (frame, index) => {
        const own2 = locate(frame);
        const callee = identifiersOf(frames[index - 1]?.function ?? "").at(-1) ?? "";
        const place = own2 === null ? null : placeOf2(own2, callee);
        if (own2 === null || place === null) return null;
        effort.spend(stepsPerFrame2);
        return {
          ...{ frame: own2, index, place, callArguments: callArguments?.[index] ?? "" },
          callOf(name2) {
            effort.spend(1 + frames.length);
            const isStarted = frame === createdBy;
            const first = name2 === frame.function && !isStarted ? index : index + 1;
            const at = frames.findIndex((other, i) => i >= first && other.function === name2);
            return at < 0 ? callAbove(goroutine, name2) : callName(goroutine.id, frames.length - at);
          },
          around: (name2) => seats.find((seat) => seat.index > index && seat.frame.function === name2) ?? null,
          outer: null
        };
      };
      const own = frames.slice(0, maxFrames2);
      const seats = own.flatMap((frame, index) => {
        const seat = isWrapper(frame) ? null : seatAt(frame, index);
        return seat === null ? [] : [seat];
      }).slice(0, maxSeats);
      const end = own.findIndex((frame) => isWrapper(frame));
      const bottom = end < 0 ? frames.length : end;
      const creation2 = createdBy === null ? null : seatAt(createdBy, bottom);
      seats.forEach((seat, index) => {
        const next = seat.index + 1;
        const called = seats[index + 1]?.index === next ? seats[index + 1] ?? null : null;
        seat.outer = next === bottom ? creation2 : called;
      });
      return seats;
    }
  };
}
function isWrapper({ function: name2 }) {
  return /\.(?:gowrap|deferwrap)\d+$/.test(name2);
}
function callName(goroutine, depth) {
  return `${String(goroutine)}#${String(depth)}`;
}

// src/crash/waits/read-waits.ts
function readWaits(request, effort = effortFor(request.goroutines.length)) {
  try {
    return waitsBySource(request, effort);
  } catch (error) {
    if (!(error instanceof TooMuchToRead)) throw error;
  }
  try {
    return waitsByState(request, createEffort());
  } catch (error) {
    if (!(error instanceof TooMuchToRead)) throw error;
    return null;
  }
}
function waitsBySource(request, effort) {
  const { proof } = request;
  const reading = readingOf(request, effort);
  const participants = participantsIn(reading);
  if (participants === null) return null;
  const ring = ringOf(participants, needsOf(participants, effort), reading);
  if (ring === null) return stuckWaits(participants, reading);
  return {
    kind: "cycle",
    confidence: proof === null ? "consistent" : "confirmed",
    summary: cycleSummary(ring),
    waits: entriesOf(ring.map(({ who }) => who))
  };
}
function waitsByState(request, effort) {
  const repository = { ...request.repository, lines: () => null };
  const reading = readingOf({ ...request, repository, isCut: true }, effort);
  const participants = participantsIn(reading);
  if (participants === null) return null;
  const located = participants.map((who) => inRepository(who, repository));
  return stuckWaits(located, reading);
}
function inRepository(who, repository) {
  const { awaiting } = who;
  const at = awaiting?.at ?? null;
  if (awaiting === null || at === null) return who;
  return { ...who, awaiting: { ...awaiting, at: locateFrame(at, repository) ?? at } };
}
function readingOf(request, effort) {
  const running = new Set(request.runningTests.map(topLevel));
  const callsFromOutside = createOutsideCalls(request.repository, effort);
  return { ...request, running, callsFromOutside, effort };
}
function participantsIn({ goroutines, repository, proof, effort }) {
  const meant = proof === "leaked" ? goroutines.filter(({ leaked }) => leaked) : goroutines;
  const reader = createSeatReader(goroutines, repository, effort);
  const participants = participantsOf(meant, reader, effort);
  return proof === null ? participants : participants?.map(asProven) ?? null;
}
function stuckWaits(participants, reading) {
  const stuck = stuckOf(participants, reading);
  if (stuck === null) return null;
  const tests = new Set(stuck.map(({ test: test2 }) => test2));
  const [test = null] = tests.size === 1 ? tests : [];
  const isSure = reading.proof !== null || stuck.every(({ awaiting }) => awaiting?.endedBy === "never");
  return {
    kind: "stuck",
    confidence: isSure ? "confirmed" : "consistent",
    summary: stuckSummary(stuck, test),
    waits: entriesOf(stuck)
  };
}
function asProven(who) {
  return who.role === "free" && who.awaiting !== null ? { ...who, role: "waits" } : who;
}
function ringOf(participants, needs, { running, proof, isCut, callsFromOutside, effort }) {
  const free = participants.filter(({ role }) => role === "free");
  const mayCome = (who) => proof === null && (isCut || free.some(({ test }) => test === null || who.test === null || test === who.test) || who.seats.some(({ frame }) => callsFromOutside(frame.file)));
  const remembered = /* @__PURE__ */ new Map();
  const closed = closedSet(
    needs,
    (who) => {
      const known = remembered.get(who) ?? mayCome(who);
      remembered.set(who, known);
      return known;
    },
    effort
  );
  const meant = ({ test }) => running.size === 0 || test === null || running.has(test);
  const members = [...closed].sort((a, b) => a.goroutine.id - b.goroutine.id);
  const isLock = ({ sure, reason }) => sure && reason.kind !== "deed";
  for (const usable of [isLock, ({ sure }) => sure]) {
    const ring = findCycle(members, needs, usable, effort);
    if (ring?.some(({ who }) => meant(who)) === true) return ring;
  }
  return null;
}
function stuckOf(participants, { running, proof, isCut, callsFromOutside }) {
  const waiting2 = participants.filter(({ role }) => role === "waits");
  const ofTests = waiting2.filter(
    ({ test }) => running.size === 0 || test !== null && running.has(test)
  );
  const meant = running.size > 0 && ofTests.length > 0 ? ofTests : waiting2;
  if (meant.length === 0) return null;
  if (proof !== null) return meant;
  const never = meant.filter(
    ({ awaiting, goroutine, test }) => awaiting?.endedBy === "never" && test !== null && isTestsOwn(goroutine)
  );
  if (never.length > 0) return never;
  const mayCome = isCut || running.size === 0 || ofTests.length === 0 || // Of a goroutine whose source cannot be read, nobody knows what it has to do with timers and the like.
  participants.some(
    ({ role, seats }) => role === "free" || role === "waits" && seats.length === 0
  ) || participants.some(({ seats }) => seats.some(({ frame }) => callsFromOutside(frame.file)));
  return mayCome ? null : meant;
}
function isTestsOwn({ createdBy, frames }) {
  return createdBy?.function === "testing.(*T).Run" || frames.some(({ function: name2 }) => name2 === "testing.tRunner");
}

// src/crash/waits/looks-stuck.ts
function looksStuck(goroutines, runningTests, repository = noRepository) {
  return lookForStuck(goroutines, runningTests, repository).waits;
}
function lookForStuck(goroutines, runningTests, repository) {
  if (runningTests.length === 0) return { waits: null, gaveUp: false };
  const request = { goroutines, repository, runningTests, isCut: false };
  const marked = goroutines.some(({ leaked }) => leaked) ? waitsWithin({ ...request, proof: "leaked" }) : null;
  return marked !== null && marked.waits !== null ? marked : orGivenUp(marked, waitsWithin({ ...request, proof: null }));
}
function waitsWithin(request) {
  const effort = effortFor(request.goroutines.length);
  const waits = readWaits(request, effort);
  return { waits, gaveUp: effort.gaveOut() };
}
function orGivenUp(before, found) {
  return { ...found, gaveUp: found.gaveUp || before?.gaveUp === true };
}

// src/crash/waits/waits-forever.ts
function waitsForever(goroutines, repository, isCut) {
  const tests = new Set(
    goroutines.flatMap(({ frames }) => {
      const test = testOfStack(frames);
      return test === null ? [] : [test];
    })
  );
  return isCut || tests.size === 0 ? waitsWithin({ goroutines, repository, runningTests: [...tests], isCut, proof: null }) : lookForStuck(goroutines, [...tests], repository);
}

// src/crash/goroutines/stack-filter.ts
function matchesStack(filter, frames) {
  const { function: pattern, package: name2 } = filter;
  return (pattern === void 0 || frames.some((frame) => pattern.test(frame.function))) && (name2 === void 0 || frames.some((frame) => isInPackage(packageOf(frame.function), name2)));
}
function isInPackage(path, pattern) {
  const plain3 = path.replace(/_test$/, "");
  if (!pattern.endsWith("/...")) return path === pattern || plain3 === pattern;
  const root = pattern.slice(0, -"/...".length);
  return plain3 === root || path.startsWith(`${root}/`);
}

// src/crash/goroutines/goroutine-view.ts
var maxIds = 10;
function viewGoroutines(goroutines, filter = {}) {
  const wanted = filter.state?.toLowerCase();
  const matching2 = goroutines.filter(
    ({ state, frames, createdBy }) => (wanted === void 0 || state.toLowerCase().includes(wanted)) && matchesStack(filter, createdBy === null ? frames : [...frames, createdBy])
  );
  const groups = groupStacks(matching2);
  return {
    total: goroutines.length,
    matching: matching2.length,
    states: countStates(matching2),
    waits: groupWaits(groups),
    groups
  };
}
function add(counted, { waitMinutes }) {
  counted.count++;
  counted.longestWaitMinutes = Math.max(counted.longestWaitMinutes, waitMinutes);
}
var largestFirst = (a, b) => b.count - a.count || b.longestWaitMinutes - a.longestWaitMinutes;
function countStates(goroutines) {
  const counts = /* @__PURE__ */ new Map();
  for (const goroutine of goroutines) {
    const { state } = goroutine;
    const count = counts.get(state) ?? { state, count: 0, longestWaitMinutes: 0 };
    counts.set(state, count);
    add(count, goroutine);
  }
  return [...counts.values()].sort(largestFirst);
}
function groupWaits(stacks) {
  const waits = /* @__PURE__ */ new Map();
  for (const stack of stacks) {
    for (const { state, count, longestWaitMinutes } of stack.states) {
      const wait = waitOf({ ...stack, state });
      if (wait === null) continue;
      const { test } = stack;
      const key = `${wait.awaited}
${frameKey(wait.at)}
${test ?? ""}`;
      const sum = waits.get(key) ?? { ...wait, test, count: 0, longestWaitMinutes: 0 };
      waits.set(key, sum);
      sum.count += count;
      sum.longestWaitMinutes = Math.max(sum.longestWaitMinutes, longestWaitMinutes);
    }
  }
  return [...waits.values()].sort(
    (a, b) => b.longestWaitMinutes - a.longestWaitMinutes || largestFirst(a, b)
  );
}
function groupStacks(goroutines) {
  const keys = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const goroutine of goroutines) {
    const { frames, createdBy } = goroutine;
    const stack = keys.get(frames) ?? frames.map(frameKey).join("\n");
    keys.set(frames, stack);
    const key = `${stack}

${frameKey(createdBy)}`;
    const group = groups.get(key) ?? { first: goroutine, members: [] };
    groups.set(key, group);
    group.members.push(goroutine);
  }
  return [...groups.values()].map(describeGroup).sort(largestFirst);
}
function describeGroup({
  first,
  members
}) {
  return {
    count: members.length,
    states: countStates(members),
    longestWaitMinutes: members.reduce((most, { waitMinutes }) => Math.max(most, waitMinutes), 0),
    lockedToThread: members.filter(({ lockedToThread }) => lockedToThread).length,
    leaked: members.filter(({ leaked }) => leaked).length,
    ids: members.slice(0, maxIds).map(({ id }) => id),
    test: testOfStack(first.frames),
    labels: sharedLabels(members),
    frames: first.frames,
    elided: first.elided,
    createdBy: first.createdBy
  };
}
function sharedLabels(members) {
  const [first] = members;
  const shared = Object.entries(first?.labels ?? {}).filter(
    ([key, value]) => members.every(({ labels }) => Object.hasOwn(labels, key) && labels[key] === value)
  );
  return Object.fromEntries(shared);
}
function frameKey(frame) {
  return frame === null ? "" : `${frame.function}	${frame.file}	${String(frame.line)}`;
}

// src/crash/goroutines/goroutine-listing.ts
var maxFrames3 = 200;
function listGoroutines(goroutines, { filter, top, moduleDirectory, repository, isCut = false }) {
  const named = (frame) => relativeTo(moduleDirectory, frame);
  const { states, waits, groups, ...counts } = viewGoroutines(goroutines, filter);
  const own = (frame) => repository?.has(frame.file) === true ? named({ ...frame, file: `${repository.root}/${frame.file}` }) : named(frame);
  const placed = (forever2) => ({
    ...forever2,
    waits: forever2.waits.map((wait) => ({
      ...wait,
      at: wait.at === null ? null : own(wait.at),
      holds: wait.holds.map((held) => ({ ...held, at: own(held.at) }))
    }))
  });
  const more = (list) => Math.max(0, list.length - top);
  const found = repository === void 0 ? null : waitsForever(goroutines, repository, isCut);
  return {
    ...counts,
    ...found === null || found.waits === null ? {} : { forever: placed(found.waits) },
    ...found?.gaveUp === true ? { foreverCut: true } : {},
    states: states.slice(0, top),
    waits: waits.slice(0, top).map((wait) => ({ ...wait, at: wait.at === null ? null : named(wait.at) })),
    groups: groups.slice(0, top).map((group) => ({
      ...group,
      frames: group.frames.slice(0, maxFrames3).map(named),
      createdBy: group.createdBy === null ? null : named(group.createdBy),
      elided: group.frames.length <= maxFrames3 ? group.elided : { after: maxFrames3, count: group.frames.length - maxFrames3 }
    })),
    more: { states: more(states), waits: more(waits), groups: more(groups) }
  };
}

// src/crash/goroutines/detached.ts
import { Buffer as Buffer2 } from "node:buffer";
function detached(text) {
  return Buffer2.from(text, "utf8").toString("utf8");
}
function detachedValue(value) {
  if (typeof value === "string") return detached(value);
  if (Array.isArray(value)) return value.map(detachedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, detachedValue(part)])
  );
}

// src/crash/goroutines/frame-store.ts
var maxStackFrames = 1e6;
var maxFramesBeyond = 32;
var newNode = (frame) => ({ frame, first: null, more: null, stack: null });
function createFrameStore(maxFrames4) {
  const files = /* @__PURE__ */ new Map();
  const root = newNode(null);
  let frames = 0;
  let stackFrames = 0;
  const addFrame = (functionName, file, line) => {
    if (frames >= maxFrames4) return null;
    frames++;
    return { function: detached(functionName), file: detached(file), line };
  };
  return {
    frame(functionName, file, line) {
      let lines = files.get(file);
      const known = lines?.get(line);
      if (known !== void 0) {
        if (known.frame.function === functionName) return known.frame;
        const other = known.more?.get(functionName);
        if (other !== void 0) return other;
      }
      const frame = addFrame(functionName, file, line);
      if (frame === null) return null;
      if (lines === void 0) {
        lines = /* @__PURE__ */ new Map();
        files.set(frame.file, lines);
      }
      if (known === void 0) lines.set(line, { frame, more: null });
      else (known.more ??= /* @__PURE__ */ new Map()).set(frame.function, frame);
      return frame;
    },
    stack(given) {
      let node = root;
      for (const frame of given) {
        let next = node.first?.frame === frame ? node.first : node.more?.get(frame);
        if (next === void 0) {
          if (stackFrames >= maxStackFrames) return given.slice(0, maxFramesBeyond);
          stackFrames++;
          next = newNode(frame);
          if (node.first === null) node.first = next;
          else (node.more ??= /* @__PURE__ */ new Map()).set(frame, next);
        }
        node = next;
      }
      node.stack ??= given.slice();
      return node.stack;
    }
  };
}

// src/crash/goroutines/goroutine-builder.ts
var none2 = [];
var maxWithArguments = 1e4;
var maxArguments = 64;
function createGoroutineBuilder(store, maxFrames4) {
  let goroutine = null;
  let ancestors = [];
  let ancestor2 = null;
  let frames = [];
  let texts = [];
  let withArguments = 0;
  let lastCreation = null;
  const elide = (count) => {
    if (goroutine === null || ancestor2 !== null) return;
    const { elided: elided2 } = goroutine;
    if (elided2 === null) goroutine.elided = { after: frames.length, count };
    else elided2.count = elided2.count === null || count === null ? null : elided2.count + count;
  };
  const keepArguments = () => {
    if (goroutine !== null && ancestor2 === null && withArguments < maxWithArguments) {
      if (texts.some((text) => text !== "")) {
        withArguments++;
        goroutine.callArguments = texts.map(detached);
      }
    }
    texts = [];
  };
  const endStack = () => {
    const block = ancestor2 ?? goroutine;
    if (block === null) return;
    const kept = store.stack(frames);
    block.frames = kept;
    keepArguments();
    const { length } = frames;
    frames = [];
    if (kept.length < length && ancestor2 === null && goroutine !== null) {
      goroutine.elided ??= { after: kept.length, count: 0 };
      goroutine.elided.after = kept.length;
      if (goroutine.elided.count !== null) goroutine.elided.count += length - kept.length;
    }
  };
  const creation2 = (frame, by) => {
    const same2 = lastCreation?.goroutine === by && lastCreation.function === frame.function && lastCreation.file === frame.file && lastCreation.line === frame.line;
    if (!same2) lastCreation = { ...frame, goroutine: by };
    return lastCreation ?? { ...frame, goroutine: by };
  };
  return {
    start(header2) {
      ancestors = [];
      ancestor2 = null;
      frames = [];
      texts = [];
      goroutine = {
        id: header2.id,
        state: header2.state,
        waitMinutes: header2.waitMinutes,
        lockedToThread: header2.lockedToThread,
        leaked: header2.leaked,
        bubble: header2.bubble,
        labels: header2.labels,
        frames: none2,
        elided: null,
        createdBy: null,
        ancestors: none2
      };
      return goroutine;
    },
    addFrame(functionName, file, line, callArguments = "") {
      const kept = frames.length < maxFrames4 ? store.frame(functionName, file, line) : null;
      if (kept === null) elide(1);
      else {
        frames.push(kept);
        if (texts.length < maxArguments) texts.push(callArguments);
      }
    },
    elide,
    startAncestor(id) {
      if (goroutine === null || ancestors.length >= maxFrames4) return false;
      endStack();
      ancestor2 = { goroutine: id, frames: none2, createdBy: null };
      ancestors.push(ancestor2);
      goroutine.ancestors = ancestors;
      return true;
    },
    setCreation(functionName, file, line, by) {
      const block = ancestor2 ?? goroutine;
      if (block === null) return;
      const frame = store.frame(functionName, file, line) ?? {
        function: detached(functionName),
        file: detached(file),
        line
      };
      block.createdBy = creation2(frame, by);
    },
    stackHasEnded: () => (ancestor2 ?? goroutine)?.createdBy !== null,
    finish() {
      endStack();
      goroutine = null;
    }
  };
}

// src/crash/goroutines/goroutine-frames.ts
var bareAddress = /^\tpc=0x[0-9a-f]+$/;
var offsets = /^(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*$/;
var creation = /^created by (?<function>\S+)(?: in goroutine (?<goroutine>\d{1,20}))?$/;
var elided = /^\.\.\.(?:additional|(?<count>\d{1,15})) frames elided\.\.\.$/;
var ancestor = /^\[originating from goroutine (?<goroutine>\d{1,20})\]:$/;
var foreign = /^non-Go function at pc=0x[0-9a-f]+$/;
var maxPartChars = 4096;
var maxArgumentChars = 400;
var maxLineDigits = 10;
function parseStackLine(line) {
  switch (line.charCodeAt(0)) {
    case 9:
      return parsePosition(line);
    case 32:
      return null;
    case 99:
      return parseCreation(line) ?? parseCall(line);
    case 46:
      return parseElided(line) ?? parseCall(line);
    case 110:
      return foreign.test(line) ? { kind: "foreign" } : parseCall(line);
    case 91: {
      const origin = ancestor.exec(line)?.groups?.["goroutine"];
      return origin === void 0 ? parseCall(line) : { kind: "ancestor", goroutine: Number(origin) };
    }
    default:
      return line === "" ? null : parseCall(line);
  }
}
function parseCreation(line) {
  if (!line.startsWith("created by ")) return null;
  const found = creation.exec(line)?.groups;
  if (found === void 0) return null;
  const { function: name2 = "", goroutine } = found;
  return {
    kind: "creation",
    function: name2.slice(0, maxPartChars),
    goroutine: goroutine === void 0 ? null : Number(goroutine)
  };
}
function parseElided(line) {
  const gap = elided.exec(line);
  if (gap === null) return null;
  const count = gap.groups?.["count"];
  return { kind: "elided", count: count === void 0 ? null : Number(count) };
}
function parsePosition(line) {
  const colon2 = line.lastIndexOf(":");
  if (colon2 < 2) {
    if (line === "	goroutine running on other thread; stack unavailable")
      return { kind: "unavailable" };
    return bareAddress.test(line) ? { kind: "position", file: "", line: 0, inC: true } : null;
  }
  let end = colon2 + 1;
  let number2 = 0;
  for (; end < line.length; end++) {
    const digit = line.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    number2 = number2 * 10 + digit;
  }
  const digits = end - colon2 - 1;
  if (digits === 0 || digits > maxLineDigits) return null;
  let inC = false;
  if (end < line.length) {
    const rest = line.slice(end);
    if (!offsets.test(rest)) return null;
    inC = rest.startsWith(" pc=");
  }
  return {
    kind: "position",
    file: line.slice(1, Math.min(colon2, maxPartChars + 1)),
    line: number2,
    inC
  };
}
function parseCall(line) {
  const last = line.length - 1;
  const open3 = line.charCodeAt(last) === 41 ? line.lastIndexOf("(") : -1;
  const name2 = line.slice(0, Math.max(0, open3));
  if (open3 > 0 && !name2.includes(" ") && !name2.includes("	"))
    return {
      kind: "call",
      function: name2.slice(0, maxPartChars),
      arguments: line.slice(open3 + 1, Math.min(last, open3 + 1 + maxArgumentChars)),
      byC: false
    };
  return { kind: "call", function: line.slice(0, maxPartChars), arguments: "", byC: true };
}

// src/crash/goroutines/header-words.ts
var maxStates = 1e3;
var maxLabelChars = 4e6;
function createHeaderWords() {
  const states = /* @__PURE__ */ new Map();
  let labelChars = 0;
  const stateOf = (state) => {
    const known = states.get(state);
    if (known !== void 0) return known;
    const kept = detached(state);
    if (states.size < maxStates) states.set(kept, kept);
    return kept;
  };
  const labelsOf = (labels) => {
    const pairs = Object.entries(labels).map(
      ([key, value]) => [detached(key), detached(value)]
    );
    for (const [key, value] of pairs) labelChars += key.length + value.length;
    return labelChars > maxLabelChars ? {} : Object.fromEntries(pairs);
  };
  return {
    header(header2) {
      header2.state = stateOf(header2.state);
      if (Object.keys(header2.labels).length > 0) header2.labels = labelsOf(header2.labels);
      return header2;
    }
  };
}

// src/crash/goroutines/goroutine-labels.ts
var maxLabels = 100;
var maxWordChars = 4096;
var bareWord = /[A-Za-z0-9./_]*/y;
var escape = /\\(?:(?<sign>[nrt"\\])|x(?<x>[0-9a-f]{2})|u(?<u>[0-9a-f]{4})|U(?<long>[0-9a-f]{8}))/g;
var signs = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function readLabels(line, at, opening3) {
  if (!line.startsWith(opening3, at)) return null;
  const pairs = [];
  let place = at + opening3.length;
  for (; ; ) {
    const key = readWord(line, place);
    if (key === null || !line.startsWith(": ", key.end)) return null;
    const value = readWord(line, key.end + 2);
    if (value === null) return null;
    if (pairs.length < maxLabels) pairs.push([key.text, value.text]);
    place = value.end;
    if (line[place] === "}") return { labels: Object.fromEntries(pairs), end: place + 1 };
    if (!line.startsWith(", ", place)) return null;
    place += 2;
  }
}
function readWord(line, at) {
  if (line[at] !== '"') {
    bareWord.lastIndex = at;
    const text = bareWord.exec(line)?.[0] ?? "";
    return { text: text.slice(0, maxWordChars), end: at + text.length };
  }
  let close = at + 1;
  while (close < line.length && line[close] !== '"') close += line[close] === "\\" ? 2 : 1;
  if (close >= line.length) return null;
  return { text: unquote(line.slice(at + 1, Math.min(close, at + maxWordChars))), end: close + 1 };
}
function unquote(text) {
  return text.replace(escape, (whole, ...rest) => {
    const groups = rest.at(-1);
    if (groups["sign"] !== void 0) return signs[groups["sign"]] ?? whole;
    const code = Number.parseInt(groups["x"] ?? groups["u"] ?? groups["long"] ?? "", 16);
    return code <= 1114111 ? String.fromCodePoint(code) : whole;
  });
}

// src/crash/goroutines/goroutine-header.ts
var opening2 = "goroutine ";
var beforeState = /^(?<id>\d{1,20})(?: gp=0x[0-9a-f]+ m=(?:nil|-?\d+ mp=(?:nil|0x[0-9a-f]+)))? \[/;
var maxOpeningChars = 120;
var maxStateChars = 400;
var maxPlaces2 = 16;
function parseGoroutineHeader(line) {
  let at = line.indexOf(opening2);
  if (at < 0) return null;
  for (let places = 0; at >= 0 && places < maxPlaces2; places++) {
    const from = at + opening2.length;
    const found = beforeState.exec(line.slice(from, from + maxOpeningChars));
    const header2 = found === null ? null : readHeader(line, from + found[0].length, Number(found.groups?.["id"]));
    if (header2 !== null) return { header: header2, start: at };
    at = line.indexOf(opening2, from);
  }
  return null;
}
function readHeader(line, from, id) {
  const inside = readInside(line, from);
  if (inside === null || inside.text.includes("[")) return null;
  const after = readLabels(line, inside.end, " {");
  if (!/^:\s*$/.test(line.slice(after?.end ?? inside.end, (after?.end ?? inside.end) + 64)))
    return null;
  const [status = "", ...remarks] = inside.text.split(", ");
  const header2 = {
    id,
    state: status,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: { ...inside.labels, ...after?.labels }
  };
  for (const remark of remarks) addRemark(header2, remark);
  return withoutFlags(header2);
}
function readInside(line, from) {
  const near = line.slice(from, from + maxStateChars);
  const labelsAt = near.indexOf(" labels:{");
  const close = near.indexOf("]");
  if (labelsAt >= 0 && (close < 0 || labelsAt < close)) {
    const read = readLabels(line, from + labelsAt, " labels:{");
    if (read !== null && line[read.end] === "]")
      return { text: near.slice(0, labelsAt), labels: read.labels, end: read.end + 1 };
  }
  return close < 0 ? null : { text: near.slice(0, close), labels: {}, end: from + close + 1 };
}
function addRemark(header2, remark) {
  const { minutes, bubble } = /^(?:(?<minutes>\d{1,15}) minutes|synctest (?:bubble|group) (?<bubble>\d{1,15}))$/.exec(remark)?.groups ?? {};
  if (minutes !== void 0) header2.waitMinutes = Number(minutes);
  else if (bubble !== void 0) header2.bubble = Number(bubble);
  else if (remark === "locked to thread") header2.lockedToThread = true;
  else header2.state += `, ${remark}`;
}
function withoutFlags(header2) {
  let state = header2.state;
  for (; ; ) {
    const flag = / \((?<flag>leaked|scan|durable)\)$/.exec(state)?.groups?.["flag"];
    if (flag === void 0) break;
    if (flag === "leaked") header2.leaked = true;
    state = state.slice(0, -` (${flag})`.length);
  }
  header2.state = state;
  return header2;
}

// src/crash/goroutines/goroutines.ts
var defaultLimits = {
  goroutines: 1e6,
  stackFrames: 4096,
  frames: 5e5
};
var maxBetween = 8;
var maxStackLineChars = 64 * 1024;
var carriageReturn = 13;
var blank = 32;
var colon = 58;
function createGoroutineParser(other = () => void 0, limits = defaultLimits) {
  const builder = createGoroutineBuilder(createFrameStore(limits.frames), limits.stackFrames);
  const words = createHeaderWords();
  const goroutines = [];
  let omitted = 0;
  let frames = 0;
  let open3 = false;
  let margin = "";
  let pending = null;
  const flush = () => {
    if (pending === null) return;
    const { line, between } = pending;
    pending = null;
    other(line, false);
    for (const one of between) other(one, false);
  };
  const putAside = (raw) => {
    if (pending === null || isOfC(pending.call) || pending.between.length >= maxBetween)
      return false;
    pending.between.push(raw);
    return true;
  };
  const close = () => {
    flush();
    if (open3) builder.finish();
    open3 = false;
  };
  const begin = (header2, before) => {
    close();
    margin = before.trim() === "" ? before : null;
    if (margin === null) other(before, true);
    open3 = true;
    const goroutine = builder.start(words.header(header2));
    if (goroutines.length < limits.goroutines) goroutines.push(goroutine);
    else omitted++;
  };
  const takePosition = (read) => {
    if (pending === null) return false;
    if (read.inC && pending.between.length > 0) {
      const line = pending.between.pop() ?? "";
      flush();
      builder.addFrame(line, read.file, read.line);
      frames++;
      return true;
    }
    const { call: call2, between } = pending;
    if (isOfC(call2) && !read.inC) return false;
    frames++;
    if (call2.kind === "call") builder.addFrame(call2.function, read.file, read.line, call2.arguments);
    else builder.setCreation(call2.function, read.file, read.line, call2.goroutine);
    pending = null;
    for (const one of between) other(one, false);
    return true;
  };
  const take = (line, raw) => {
    const read = parseStackLine(line);
    if (read?.kind === "position") return takePosition(read);
    if ((read === null || read.kind === "call" && read.byC) && putAside(raw)) return true;
    flush();
    switch (read?.kind) {
      case "call":
      case "creation":
        if (builder.stackHasEnded()) return false;
        pending = { line: raw, call: read, between: [] };
        return true;
      case "elided":
        builder.elide(read.count);
        return true;
      case "foreign":
        builder.addFrame("non-Go function", "", 0);
        return true;
      case "ancestor":
        return builder.startAncestor(read.goroutine);
      case "unavailable":
        frames++;
        return true;
      case void 0:
        return false;
    }
  };
  return {
    push(raw) {
      const line = raw.charCodeAt(raw.length - 1) === carriageReturn ? raw.slice(0, -1) : raw;
      if (line === "") {
        flush();
        return;
      }
      const header2 = parseGoroutineHeader(line);
      if (header2 !== null) {
        begin(header2.header, line.slice(0, header2.start));
        return;
      }
      const last = line.charCodeAt(line.length - 1);
      if (last <= blank && line.trim() === "") {
        flush();
        return;
      }
      if (last === colon && line.trimStart() === "runtime stack:") close();
      margin ??= /^ */.exec(line)?.[0] ?? "";
      if (open3 && line.startsWith(margin) && line.length <= maxStackLineChars) {
        if (take(margin === "" ? line : line.slice(margin.length), raw)) return;
      }
      flush();
      other(raw, false);
    },
    begin: (header2) => {
      begin(header2, "");
    },
    end: close,
    goroutines,
    frames: () => frames,
    omitted: () => omitted
  };
}
function parseGoroutines(text) {
  const parser = createGoroutineParser();
  for (const line of text.split("\n")) parser.push(line);
  parser.end();
  return parser.goroutines;
}
function isOfC(call2) {
  return call2.kind === "call" && call2.byC;
}

// src/inspect/core-program.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/inspect/content.ts
import { constants, gunzipSync } from "node:zlib";
var headBytes = 64 * 1024;
var elfTypes = {
  2: "elf-program",
  3: "elf-program",
  4: "elf-core"
};
function contentOf(head) {
  const starts = (...bytes) => bytes.every((byte, i) => head[i] === byte);
  if (head.length === 0) return "empty";
  if (starts(127, 69, 76, 70)) {
    const type = head[5] === 2 ? (head[16] ?? 0) * 256 + (head[17] ?? 0) : head[16] ?? 0;
    return elfTypes[type] ?? "binary";
  }
  if (starts(31, 139)) return "gzip";
  if (starts(40, 181, 47, 253)) return "zstd";
  const control = head.filter((byte) => byte < 32 && ![9, 10, 13, 27].includes(byte));
  return control.length === 0 ? "text" : "binary";
}
function unpackedHead(head) {
  try {
    const unpacked = gunzipSync(head.subarray(0, 4096), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 8 << 20
    });
    return unpacked.subarray(0, headBytes);
  } catch {
    return new Uint8Array();
  }
}

// src/inspect/elf.ts
import { open } from "node:fs/promises";
import { Buffer as Buffer3 } from "node:buffer";
var maxSections = 4096;
var maxNamesBytes = 1 << 20;
var allocated = 2n;
var occupiesNothing = 8;
var note = 7;
async function readElfSections(path) {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return null;
  try {
    return await readSections(file);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
async function readSections(file) {
  const header2 = await readAt(file, 0, 64);
  if (header2.readUInt32BE(0) !== 2135247942 || header2[4] !== 2 || header2[5] !== 1) return null;
  const [entrySize, entries, namesIndex] = [58, 60, 62].map((at) => header2.readUInt16LE(at));
  if (entrySize !== 64 || entries > maxSections) return null;
  const table = await readAt(file, Number(header2.readBigUInt64LE(40)), entries * entrySize);
  const raw = Array.from({ length: entries }, (_, i) => {
    const at = table.subarray(i * entrySize);
    return {
      nameAt: at.readUInt32LE(0),
      type: at.readUInt32LE(4),
      flags: at.readBigUInt64LE(8),
      address: at.readBigUInt64LE(16),
      offset: Number(at.readBigUInt64LE(24)),
      size: Number(at.readBigUInt64LE(32))
    };
  });
  const names = raw[namesIndex];
  if (names === void 0) return null;
  const text = await readAt(file, names.offset, Math.min(names.size, maxNamesBytes));
  return raw.map(({ nameAt, ...section }) => ({
    name: text.toString("latin1", nameAt, Math.max(nameAt, text.indexOf(0, nameAt))),
    ...section
  }));
}
function hasDebugInfo(sections) {
  return sections.some(({ name: name2 }) => name2 === ".debug_info" || name2 === ".zdebug_info");
}
async function sameProgram(first, second) {
  const sections = await Promise.all([first, second].map(readLoaded));
  const [a, b] = sections;
  if (a === void 0 || b === void 0 || a.length === 0 || a.length !== b.length) return false;
  const files = await Promise.all([open(first, "r"), open(second, "r")]);
  try {
    for (const [i, section] of a.entries()) {
      const other = b[i];
      if (other === void 0 || !samePlace(section, other)) return false;
      if (section.type !== occupiesNothing && !await sameBytes(files, section, other))
        return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
async function readLoaded(path) {
  const sections = await readElfSections(path) ?? [];
  return sections.filter(({ flags, type }) => (flags & allocated) !== 0n && type !== note);
}
function samePlace(a, b) {
  return a.name === b.name && a.type === b.type && a.address === b.address && a.size === b.size;
}
async function sameBytes([first, second], a, b) {
  if (first === void 0 || second === void 0) return false;
  const step = 1 << 20;
  for (let done = 0; done < a.size; done += step) {
    const size = Math.min(step, a.size - done);
    const [left, right] = await Promise.all([
      readAt(first, a.offset + done, size),
      readAt(second, b.offset + done, size)
    ]);
    if (!left.equals(right)) return false;
  }
  return true;
}
async function readAt(file, position3, size) {
  const buffer = Buffer3.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position3);
  if (bytesRead < size) throw new RangeError("cut file");
  return buffer;
}

// src/inspect/core-program.ts
var maxEntries = 1e3;
var keptName = "pkg.test";
async function findCoreProgram(folder) {
  const programs = await programsIn(folder);
  const record = parseEndRecord(await readBounded(join5(folder, "end.json"), 1 << 20));
  const names = [record?.evidence?.binary, keptName];
  const ran = programs.find(({ name: name2 }) => names.includes(name2)) ?? programs.find(({ debuggable }) => !debuggable || programs.length === 1);
  if (ran === void 0) return { path: null, gaps: [noProgram(programs)] };
  if (ran.debuggable) return { path: ran.path, gaps: [] };
  const gaps = [];
  for (const { name: name2, path } of programs.filter(({ debuggable }) => debuggable)) {
    if (await sameProgram(ran.path, path)) return { path, gaps: [] };
    gaps.push(`${name2} has debug information, but its code and data are not those of ${ran.name}`);
  }
  gaps.push(
    `${ran.name} has no debug information, as go test links it, so no debugger can read the core with it: put the same program with debug information beside it, or have it in the next core by the flag -ldflags=-w=0`
  );
  return { path: null, gaps };
}
function noProgram(programs) {
  return programs.length === 0 ? `the program that made the core is not beside it: put it there as ${keptName}` : `it is not clear which program made the core: name it ${keptName} (found ${programs.map(({ name: name2 }) => name2).join(", ")})`;
}
async function programsIn(folder) {
  const names = (await readdir3(folder).catch(() => [])).sort().slice(0, maxEntries);
  const found = [];
  for (const name2 of names) {
    const path = join5(folder, name2);
    const head = await readBoundedBytes(path, 64);
    if (head === null || contentOf(head) !== "elf-program") continue;
    found.push({ name: name2, path, debuggable: hasDebugInfo(await readElfSections(path) ?? []) });
  }
  return found;
}

// src/inspect/debugger.ts
import { spawn } from "node:child_process";
import { Buffer as Buffer4 } from "node:buffer";
var defaultMs = 12e4;
var maxOutputBytes = 32 << 20;
function askDebugger(program, core, commands, { env, home, stop, maxMs = defaultMs }) {
  return new Promise((resolve2) => {
    const child = spawn(
      "dlv",
      ["core", "--allow-non-terminal-interactive=true", "--", program, core],
      {
        cwd: home,
        env: { ...env, TERM: "dumb", XDG_CONFIG_HOME: home },
        stdio: ["pipe", "pipe", "pipe"]
      }
    );
    let cut3 = null;
    const end = (because) => {
      cut3 ??= because;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(end, maxMs, `dlv did not end in ${String(maxMs / 1e3)} s`);
    const stopped = () => {
      end("it was stopped");
    };
    stop.addEventListener("abort", stopped, { once: true });
    if (stop.aborted) stopped();
    const done = (answer) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", stopped);
      resolve2(answer);
    };
    const tooMuch = () => {
      end("dlv printed too much");
    };
    const output = collect2(child.stdout, tooMuch);
    const errors = collect2(child.stderr, tooMuch);
    child.once("error", (error) => {
      done(
        error.code === "ENOENT" ? { kind: "missing" } : { kind: "failed", because: `dlv could not be started: ${error.message}` }
      );
    });
    child.once("close", (code) => {
      const text = output();
      const said = errors().trim().split("\n").slice(-3).join(" ");
      if (cut3 === null && code !== 0)
        done({ kind: "failed", because: `dlv could not read it: ${said}` });
      else if (cut3 !== null && text === "") done({ kind: "failed", because: cut3 });
      else done({ kind: "answered", text });
    });
    child.stdin.on("error", () => void 0);
    child.stdin.end(`${[...commands, "exit"].join("\n")}
`);
  });
}
function collect2(stream, tooMuch) {
  const chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
    else tooMuch();
  });
  return () => Buffer4.concat(chunks).toString("utf8");
}

// src/inspect/core.ts
var maxStackDepth = 30;
var maxCrashingDepth = 60;
var maxCrashTextBytes = 16 << 20;
async function inspectCore(named, core, ports, options) {
  const folder = dirname(named);
  const inspection = {
    kind: "core",
    path: named,
    program: null,
    crashing: null,
    goroutines: null,
    gaps: []
  };
  const { path: program, gaps } = await findCoreProgram(folder);
  inspection.gaps.push(...gaps);
  if (program !== null) await askDelve(inspection, program, core, ports, options);
  if (inspection.goroutines === null) {
    const crash = await readBounded(join6(folder, "crash.txt"), maxCrashTextBytes);
    const goroutines = parseGoroutines(crash ?? "");
    if (goroutines.length > 0) {
      inspection.goroutines = listGoroutines(goroutines, options);
      inspection.gaps.push(
        "the goroutines are those that the runtime printed when it crashed (crash.txt)"
      );
    }
  }
  return inspection;
}
async function askDelve(inspection, program, core, { env, scratch: home, stop }, options) {
  const ask = (...commands) => askDebugger(resolve(program), resolve(core), commands, { env, home, stop });
  const listed = await ask(`goroutines -t ${String(maxStackDepth)}`);
  switch (listed.kind) {
    case "missing":
      inspection.gaps.push(
        "dlv is not in PATH, and only it can read a core: go install github.com/go-delve/delve/cmd/dlv@latest, and have the bin folder of `go env GOPATH` in PATH"
      );
      return;
    case "failed":
      inspection.gaps.push(listed.because);
      return;
    case "answered":
      inspection.program = program;
  }
  const { goroutines, current } = parseDelveGoroutines(listed.text);
  if (goroutines.length === 0) {
    inspection.gaps.push("dlv found no goroutines in it: is this the program that made the core?");
    return;
  }
  inspection.goroutines = listGoroutines(goroutines, options);
  const id = crashingGoroutine(goroutines, current);
  if (id === null) return;
  const stack = await ask(`goroutine ${String(id)} stack ${String(maxCrashingDepth)} -full`);
  const frames = stack.kind === "answered" ? parseDelveStack(stack.text) : [];
  if (frames.length > 0)
    inspection.crashing = {
      goroutine: id,
      frames: frames.map((frame) => relativeTo(options.moduleDirectory, frame))
    };
  else if (stack.kind === "failed") inspection.gaps.push(stack.because);
}

// src/machine/coredumpctl.ts
import { mkdtemp as mkdtemp2, readFile, rename as rename2, rm as rm3 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/machine/core-file.ts
import { constants as constants2 } from "node:fs";
import { open as open2 } from "node:fs/promises";
import { Buffer as Buffer5 } from "node:buffer";
var typeCore = 4;
var headerBytes = 64;
var entryBytes = 56;
var tooManyToCount = 65535;
async function isWholeCore(path) {
  const file = await open2(path, constants2.O_RDONLY | constants2.O_NOFOLLOW).catch(() => null);
  if (file === null) return false;
  try {
    return await isWhole(file);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
async function isWhole(file) {
  const stats = await file.stat();
  const header2 = await readAt2(file, 0, headerBytes);
  if (!stats.isFile() || header2.readUInt32BE(0) !== 2135247942 || header2[4] !== 2) return false;
  if (header2[5] !== 1 || header2.readUInt16LE(16) !== typeCore) return false;
  const count = header2.readUInt16LE(56);
  if (count === tooManyToCount) return true;
  const table = await readAt2(file, Number(header2.readBigUInt64LE(32)), count * entryBytes);
  for (let at = 0; at < table.length; at += entryBytes) {
    const end = table.readBigUInt64LE(at + 8) + table.readBigUInt64LE(at + 32);
    if (end > BigInt(stats.size)) return false;
  }
  return count > 0;
}
async function readAt2(file, position3, size) {
  const buffer = Buffer5.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position3);
  if (bytesRead < size) throw new RangeError("cut file");
  return buffer;
}

// src/machine/coredumpctl.ts
var patienceMs2 = 6e4;
var pausesMs = [0, 500, 1e3, 2e3, 4e3];
async function fetchCore(pid, target, ports) {
  const { folder, name: name2 } = target;
  const draftFolder = await mkdtemp2(join7(folder, ".core-"));
  const draft = join7(draftFolder, name2);
  try {
    const boot = await bootMatch();
    const args = ["dump", "--no-pager", `--output=${draft}`, String(pid), ...boot];
    let problem = "";
    for (const pause of pausesMs) {
      if (pause > 0) await ports.sleep(pause);
      if (ports.stopped()) return "the run was stopped before coredumpctl could be asked";
      const options = { cwd: folder, env: ports.env, timeoutMs: patienceMs2 };
      const result = await ports.run("coredumpctl", args, options);
      if (result.kind === "not-started") return `coredumpctl ${describeFailure(result)}`;
      if (result.kind === "exited" && result.code === 0) {
        if (!await isWholeCore(draft)) return "what coredumpctl wrote is no whole core";
        await rename2(draft, join7(folder, name2));
        return null;
      }
      problem = `coredumpctl: ${describeFailure(result)}`;
    }
    return problem;
  } finally {
    await rm3(draftFolder, { recursive: true, force: true });
  }
}
async function bootMatch() {
  const text = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const id = text.trim().replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(id) ? [`_BOOT_ID=${id}`] : [];
}

// src/render/inspection-goroutines.ts
var shownAtTop = 12;
var shownAtBottom = 4;
function goroutineLines(page, listing) {
  const { total, matching: matching2, states, waits, groups, forever: forever2, foreverCut, more } = listing;
  const { bold } = page.paint;
  const filtered = matching2 === total ? "" : `, ${String(matching2)} match the filter`;
  const lines = [bold(`${plural(total, "goroutine")}${filtered}`)];
  const byState = aligned(
    states.map(({ state, count, longestWaitMinutes }) => [
      String(count),
      oneLine(state),
      since(longestWaitMinutes)
    ]),
    [true, false, false]
  );
  lines.push(...byState.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, more.states, "state"));
  if (forever2 !== void 0) lines.push("", ...waitsLines(forever2, page, "  "));
  if (foreverCut) lines.push("", ...waitsCutLines(page, ""));
  if (waits.length > 0) lines.push("", bold("who waits for what:"));
  const starts = aligned(
    waits.map(({ awaited: awaited2, count, longestWaitMinutes }) => [
      String(count),
      oneLine(awaited2),
      since(longestWaitMinutes)
    ]),
    [true, false, false]
  );
  waits.forEach(({ at, atStart, test }, i) => {
    const start = `  ${starts[i] ?? ""}  ${atStart ? "started by " : ""}`;
    lines.push(
      at === null ? textLine(page, start.trimEnd()) : frameLine(page, start, at, test ?? "")
    );
  });
  lines.push(...moreLine(page, more.waits, "place"));
  if (groups.length > 0) lines.push("", bold("by stack:"));
  const ofRuntime = groups.filter(({ frames }) => frames.length > 0 && frames.every(isRuntime));
  const ofTests = groups.filter((group) => !ofRuntime.includes(group) && !isAgents(group));
  for (const group of ofTests) lines.push(...groupLines(page, group));
  lines.push(...ownLine(page, "the runtime's own", ofRuntime));
  lines.push(...ownLine(page, "the guard's own", groups.filter(isAgents)));
  lines.push(...moreLine(page, more.groups, "stack"));
  return lines;
}
function groupLines(page, group) {
  const { count, states, longestWaitMinutes, ids, test, createdBy } = group;
  const kinds = states.slice(0, 4).map(({ state, count: some }) => states.length === 1 ? state : `${String(some)} ${state}`);
  const numbers = `goroutine${count === 1 ? "" : "s"} ${ids.join(", ")}${count > ids.length ? ", ..." : ""}`;
  const labels = Object.entries(group.labels).map(([key, value]) => `${key}=${value}`);
  const remarks = [
    kinds.join(", "),
    since(longestWaitMinutes),
    group.leaked > 0 ? "leaked: can never run again" : "",
    group.lockedToThread > 0 ? "locked to thread" : "",
    test ?? "",
    numbers,
    ...labels
  ];
  const head = `  ${String(count)} × ${remarks.filter((remark) => remark !== "").join("; ")}`;
  const lines = [textLine(page, head), ...stackLines(page, group)];
  if (createdBy !== null) {
    const from = createdBy.goroutine === null ? "" : `in goroutine ${String(createdBy.goroutine)}`;
    lines.push(frameLine(page, "      created by ", createdBy, from));
  }
  return lines;
}
function isAgents({ frames }) {
  return frames.some(isGuard) && !frames.some(({ function: name2 }) => name2 === "main.main");
}
function ownLine(page, whose, groups) {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const states = new Set(groups.flatMap((group) => group.states.map(({ state }) => state)));
  return [textLine(page, `  ${String(count)} × ${whose}: ${[...states].join(", ")}`)];
}
function stackLines(page, group) {
  const { elided: elided2 } = group;
  const frames = withoutWaiting(group);
  const lines = [];
  const hidden = frames.length - shownAtTop - shownAtBottom;
  frames.forEach((frame, i) => {
    if (elided2 !== null && elided2.after - (group.frames.length - frames.length) === i)
      lines.push(elidedLine(page, elided2.count));
    if (hidden > 1 && i >= shownAtTop && i < shownAtTop + hidden) {
      if (i === shownAtTop) lines.push(elidedLine(page, hidden));
      return;
    }
    lines.push(frameLine(page, "      ", frame));
  });
  if (elided2 !== null && elided2.after >= group.frames.length)
    lines.push(elidedLine(page, elided2.count));
  return lines;
}
function withoutWaiting({ frames, states }) {
  const end = frames.at(-1)?.function === "runtime.goexit" ? frames.length - 1 : frames.length;
  const runs = states.some(({ state }) => state === "running");
  const start = runs ? 0 : frames.findIndex((frame) => !isRuntime(frame));
  return frames.slice(Math.max(0, start), end);
}
function elidedLine({ paint }, count) {
  return paint.dim(
    count === null ? "      ... more frames" : `      ... ${plural(count, "frame")}`
  );
}
function since(minutes) {
  return minutes < 1 ? "" : `for ${formatMinutes(minutes)}`;
}

// src/render/inspection-heap.ts
function heapLines(page, heap, isEarly = false) {
  const { totals, matching: matching2 } = heap;
  const held = `${formatBytes(totals.inuseBytes)} in ${plural(totals.inuseObjects, "object")}`;
  const filtered = matching2.bytes === totals.inuseBytes ? "" : `, ${formatBytes(matching2.bytes)} match the filter`;
  const lines = [page.paint.bold(`heap in use: ${held}${filtered}`)];
  if (isEarly)
    lines.push(textLine(page, "  of before the garbage was collected: some of it may be garbage"));
  const functions = heap.functions.filter(isWorthALine);
  const amounts = functions.map(({ bytes, share }) => [formatBytes(bytes), formatShare(share)]);
  const less = heap.functions.length - functions.length;
  lines.push(...siteLines(page, amounts, functions));
  lines.push(...moreLine(page, heap.more.functions + less, "function"));
  lines.push("", page.paint.bold("by test:"));
  const tests = aligned(
    heap.tests.filter(isWorthALine).map(({ test, bytes, share }) => [formatBytes(bytes), formatShare(share), test]),
    [true, true, false]
  );
  lines.push(...tests.map((line) => textLine(page, `  ${line}`.trimEnd())));
  lines.push(...moreLine(page, heap.more.tests + heap.tests.length - tests.length, "test"));
  return lines;
}
function profileLines(page, { sampleTypes, tops }, leaveOut = []) {
  if (sampleTypes.every(({ total }) => total === 0)) return ["  nothing was recorded"];
  const totals = aligned(
    sampleTypes.map(({ type, unit, total, matching: matching2 }) => [
      formatAmount(total, unit),
      matching2 === total ? type : `${type}, ${formatAmount(matching2, unit)} match the filter`
    ]),
    [true, false]
  );
  const lines = totals.map((line) => textLine(page, `  ${line}`.trimEnd()));
  for (const { type, unit, rows: rows2, more } of tops.filter((top) => !leaveOut.includes(top.type))) {
    lines.push("", page.paint.bold(textLine(page, `by function: ${type}`)));
    const shown = rows2.filter(isWorthALine).filter((row) => !isGuard(row.caller ?? row));
    const amounts = shown.map(({ flat, share }) => [formatAmount(flat, unit), formatShare(share)]);
    lines.push(...siteLines(page, amounts, shown));
    lines.push(...moreLine(page, more + rows2.length - shown.length, "function"));
  }
  return lines;
}
function isWorthALine({ share }, index) {
  return index === 0 || share >= 1e-3;
}
function siteLines(page, amounts, sites) {
  const starts = aligned(amounts, [true, true]);
  return sites.flatMap((site, i) => {
    const start = `  ${starts[i] ?? ""}  `;
    const { caller, test } = site;
    if (caller === null || caller.function === site.function)
      return [frameLine(page, start, site, test ?? "")];
    return [
      frameLine(page, start, caller, test ?? ""),
      frameLine(page, `${" ".repeat(start.length)}through `, site)
    ];
  });
}
function formatAmount(amount, unit) {
  switch (unit) {
    case "bytes":
      return formatBytes(amount);
    case "nanoseconds":
      return formatDuration(amount / 1e6);
    default:
      return String(amount);
  }
}

// src/render/inspection.ts
function renderInspection(inspection, page) {
  const lines = [page.paint.bold(textLine(page, `${inspection.kind} ${inspection.path}`))];
  switch (inspection.kind) {
    case "snapshot":
      lines.push(...snapshotLines(page, inspection));
      break;
    case "profile": {
      const { heap, profile } = inspection;
      if (heap === null) lines.push(...profileLines(page, profile));
      else
        lines.push(...heapLines(page, heap), "", ...profileLines(page, profile, ["inuse_space"]));
      break;
    }
    case "goroutines":
      lines.push(
        ...goroutineLines(page, inspection.goroutines),
        ...gapLines(page, inspection.gaps)
      );
      break;
    case "core":
      lines.push(...coreLines(page, inspection));
      break;
  }
  return `${lines.join("\n")}
`;
}
var reasons = {
  memory: "memory was near its ceiling",
  goroutines: "there were more goroutines than the settings allow",
  request: "a test ran too long or nothing moved"
};
function snapshotLines(page, snapshot) {
  const { taken, heap, goroutines, profiles } = snapshot;
  const when = [
    taken.elapsedMs === null ? "" : `${formatDuration(taken.elapsedMs)} after the process started`,
    taken.at === null ? "" : `at ${taken.at}`,
    taken.gcMs === null ? "" : `collecting garbage took ${formatDuration(taken.gcMs)}`
  ].filter((part) => part !== "");
  const lines = [
    textLine(page, `taken because ${reasons[taken.reason] ?? taken.reason}`),
    ...when.length > 0 ? [textLine(page, when.join(", "))] : [],
    ...gapLines(page, snapshot.gaps),
    "",
    ...memoryLines(page, snapshot.memory)
  ];
  if (heap !== null) lines.push("", ...heapLines(page, heap, snapshot.heapIsEarly));
  if (goroutines !== null) lines.push("", ...goroutineLines(page, goroutines));
  for (const { name: name2, profile } of profiles) {
    lines.push("", page.paint.bold(profileTitles[name2] ?? name2), ...profileLines(page, profile));
  }
  return lines;
}
var profileTitles = {
  mutex: "mutex profile: time that others waited, by who held the lock",
  block: "block profile: time spent waiting, by who waited"
};
function memoryLines(page, memory) {
  const { rssBytes, heapBytes, runtimeBytes, outsideGoBytes, usageBytes, ceilingBytes } = memory;
  const share = usageBytes !== null && ceilingBytes !== null && ceilingBytes > 0 ? `used of the ceiling of ${formatBytes(ceilingBytes)} (${formatShare(usageBytes / ceilingBytes)})` : "used under the ceiling";
  const rows2 = [
    [rssBytes, "resident memory of the process (RSS)"],
    [heapBytes, "heap, garbage that was not collected yet included"],
    [runtimeBytes, "all that the Go runtime has from the system"],
    [outsideGoBytes === 0 ? null : outsideGoBytes, "outside Go's heap: cgo, mmap or a C library"],
    [usageBytes, share]
  ];
  const known = rows2.filter((row) => row[0] !== null);
  return aligned(
    known.map(([bytes, what]) => [formatBytes(bytes), what]),
    [true, false]
  ).map((line) => textLine(page, `  ${line}`.trimEnd()));
}
function coreLines(page, core) {
  const lines = core.program === null ? [] : [textLine(page, `program ${core.program}`)];
  lines.push(...gapLines(page, core.gaps));
  if (core.crashing !== null) lines.push("", ...crashingLines(page, core.crashing));
  if (core.goroutines !== null) lines.push("", ...goroutineLines(page, core.goroutines));
  return lines;
}
function crashingLines(page, { goroutine, frames }) {
  const lines = [page.paint.bold(`crashing goroutine ${String(goroutine)}:`)];
  for (const { locals, ...frame } of frames) {
    const panics = frame.function === "runtime.gopanic";
    if (isRuntime(frame) && !panics) continue;
    lines.push(frameLine(page, "  ", frame));
    const shown = locals.filter(({ name: name2 }) => !panics || name2 === "e");
    lines.push(...shown.map(({ name: name2, value }) => textLine(page, `      ${name2} = ${value}`)));
  }
  return lines;
}
function gapLines({ paint }, gaps) {
  return gaps.map((gap) => paint.bad(`! ${oneLine(gap)}`));
}

// src/run/read-cores.ts
var coreTextName = "core.txt";
var maxRead = 3;
var maxReadingMs = 6e4;
var maxTextBytes = 256 * 1024;
var maxRecordBytes = 1 << 20;
function coreReader(request, ports) {
  const { out } = request;
  let read = 0;
  return {
    async afterLeg(plan) {
      const problems = [];
      if (plan.leg.race || !ports.coredumpctl && !ports.dlv) return problems;
      for (const attempt of await dumpedAttempts(out, plan.leg.name, request.run)) {
        if (ports.stop.aborted) break;
        const name2 = relative(out, attempt.folder);
        if (!attempt.hasCore && ports.coredumpctl) {
          const problem2 = await fetchOne(attempt, ports);
          attempt.hasCore = problem2 === null;
          if (problem2 !== null) problems.push(`the core of ${name2} was not had: ${problem2}`);
        }
        if (!attempt.hasCore || !ports.dlv || read >= maxRead) continue;
        read++;
        const problem = await readOne(plan, attempt, request, ports);
        if (problem !== null) problems.push(`the core of ${name2} was not read: ${problem}`);
      }
      return problems;
    }
  };
}
async function dumpedAttempts(out, leg, run) {
  const found = [];
  const below2 = join8(out, "runs", leg, "/");
  for (const folder of await attemptFolders(out)) {
    if (!folder.startsWith(below2)) continue;
    const end = parseEndRecord(await readBounded(join8(folder, "end.json"), maxRecordBytes));
    if (end?.coreDumped !== true || end.run !== run) continue;
    const start = parseStartRecord(await readBounded(join8(folder, "start.json"), maxRecordBytes));
    if (start === null || (start.diagnose ?? "") !== "") continue;
    const core = await lstat(join8(folder, "core")).catch(() => null);
    found.push({ folder, start, hasCore: core?.isFile() === true });
  }
  return found;
}
function fetchOne({ folder, start }, { run, env, stop }) {
  return fetchCore(
    start.pid,
    { folder, name: "core" },
    {
      run,
      env,
      stopped: () => stop.aborted,
      sleep: (ms) => new Promise((resolve2) => setTimeout(resolve2, ms))
    }
  );
}
async function readOne(plan, { folder, start }, { out, directory }, { run, env, stop }) {
  const planned = plan.packages.find((item) => item.package === start.package);
  const linked = await linkAgain(plan, planned, { out, directory, folder }, run);
  const bound = boundedSignal(stop, maxReadingMs);
  const scratch = await mkdtemp3(join8(tmpdir(), "crash-guard-dlv-"));
  try {
    const core = join8(folder, "core");
    const inspection = await inspectCore(
      core,
      core,
      { env, scratch, stop: bound.signal },
      { filter: {}, top: 30, moduleDirectory: planned?.moduleDir ?? directory }
    );
    if (linked !== null)
      inspection.gaps.push(`${debugBinaryName}, with debug information, was not linked: ${linked}`);
    inspection.path = basename(core);
    if (inspection.program !== null) inspection.program = basename(inspection.program);
    const text = renderInspection(inspection, { width: 160, paint: plain2 });
    await writeFile2(join8(folder, coreTextName), cut2(text), { flag: "wx" });
    return null;
  } catch (error) {
    return error.message;
  } finally {
    bound.end();
    await rm4(scratch, { recursive: true, force: true });
  }
}
async function linkAgain(plan, planned, target, run) {
  const sections = await readElfSections(join8(target.folder, binaryName));
  if (sections !== null && hasDebugInfo(sections)) return null;
  if (planned === void 0) return "the plan does not know its package";
  return linkWithDebugInfo(plan, planned.package, target, run);
}
var same = (text) => text;
var plain2 = { good: same, bad: same, dim: same, bold: same };
function cut2(text) {
  const bytes = Buffer.from(text);
  return bytes.length <= maxTextBytes ? text : `${bytes.subarray(0, maxTextBytes).toString("utf8").replace(/[^\n]*$/, "")}... cut off
`;
}
function boundedSignal(stop, ms) {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(abort, ms);
  stop.addEventListener("abort", abort, { once: true });
  if (stop.aborted) abort();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", abort);
    }
  };
}

export {
  attemptFolders,
  goTestCommand,
  withLast,
  ownOutputs,
  debugBinaryName,
  binaryName,
  pruneBinaries,
  noRepository,
  plainPath,
  joined,
  baseName,
  endings,
  locateFrame,
  moduleOf,
  testedPackage,
  testedPackageOf,
  ownCode,
  isForeign,
  nobody,
  investigate,
  guiltyFrame,
  guiltyLine,
  creationOf,
  related,
  plainFrame,
  isSameLine,
  thirdPartyBefore,
  guiltOfStack,
  waitOf,
  waitingGoroutines,
  waitsForTests,
  readWaits,
  looksStuck,
  matchesStack,
  listGoroutines,
  detached,
  detachedValue,
  parseStackLine,
  parseGoroutineHeader,
  createGoroutineParser,
  parseGoroutines,
  headBytes,
  contentOf,
  unpackedHead,
  inspectCore,
  renderInspection,
  coreTextName,
  coreReader
};
