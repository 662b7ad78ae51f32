import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeFailure
} from "./chunk-XDZPD3YM.js";
import {
  parseEndRecord,
  parseStartRecord,
  readBounded,
  readBoundedBytes
} from "./chunk-64UJPC5Q.js";
import {
  goTestFiles,
  layout
} from "./chunk-TPY3KFQ2.js";
import {
  isGuard,
  isRuntime,
  packageOf,
  relativeTo,
  testOfStack,
  userFrame
} from "./chunk-BQ7PWXQO.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  joinQuotedWords
} from "./chunk-Z7ZWTVBS.js";
import {
  formatDuration
} from "./chunk-NAUDF2HM.js";
import {
  clip,
  formatBytes,
  printable
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
function commandFlag(name, words) {
  const text = joinQuotedWords(words);
  if (text === null)
    throw new Error(
      `a word of the -${name} command holds both kinds of quotes: ${words.join(" ")}`
    );
  return `-${name}=${text}`;
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
    ([name]) => words.some((word) => new RegExp(`^--?(?:test\\.)?${name}(?:=|$)`).test(word))
  ).map(([name, file]) => `-${name}=${join(folder, file)}`);
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
  const plain2 = [];
  let ofCores = 0;
  for (const folder of await attemptFolders(out)) {
    const names = await readdir2(folder).catch(() => []);
    if (!names.includes(binaryName)) continue;
    if (names.some((name) => /^core(?:\.zst|\.gz)?$/.test(name))) {
      ofCores++;
      continue;
    }
    await rm2(join4(folder, debugBinaryName), { force: true });
    const end = await stat(join4(folder, "end.json")).catch(() => null);
    plain2.push({ folder, at: end?.mtimeMs ?? Infinity });
  }
  plain2.sort((a, b) => a.at - b.at);
  for (const { folder } of plain2.slice(Math.max(0, max - ofCores)))
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
  let name = null;
  for (const line of plainLines(text)) {
    const head = header.exec(line)?.groups;
    if (head !== void 0) {
      const { id = "", rest = "" } = head;
      frames = [];
      name = null;
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
    const at = name === null ? void 0 : position.exec(line)?.groups;
    if (name !== null && at !== void 0)
      frames.push({
        function: name,
        file: at["file"] ?? "",
        line: Math.max(0, Number(at["line"]))
      });
    name = call.exec(line)?.groups?.["function"] ?? null;
  }
  return { goroutines, current };
}
function parseDelveStack(text) {
  const frames = [];
  let name = null;
  for (const line of plainLines(text)) {
    const at = name === null ? void 0 : position.exec(line)?.groups;
    if (name !== null && at !== void 0) {
      frames.push({
        function: name,
        file: at["file"] ?? "",
        line: Math.max(0, Number(at["line"])),
        locals: []
      });
      name = null;
      continue;
    }
    const next = call.exec(line)?.groups?.["function"];
    if (next !== void 0) {
      name = next;
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

// src/crash/goroutines/stack-filter.ts
function matchesStack(filter, frames) {
  const { function: pattern, package: name } = filter;
  return (pattern === void 0 || frames.some((frame) => pattern.test(frame.function))) && (name === void 0 || frames.some((frame) => isInPackage(packageOf(frame.function), name)));
}
function isInPackage(path, pattern) {
  const plain2 = path.replace(/_test$/, "");
  if (!pattern.endsWith("/...")) return path === pattern || plain2 === pattern;
  const root = pattern.slice(0, -"/...".length);
  return plain2 === root || path.startsWith(`${root}/`);
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

// src/crash/goroutines/goroutine-view.ts
var maxIds = 10;
function viewGoroutines(goroutines, filter = {}) {
  const wanted = filter.state?.toLowerCase();
  const matching = goroutines.filter(
    ({ state, frames, createdBy }) => (wanted === void 0 || state.toLowerCase().includes(wanted)) && matchesStack(filter, createdBy === null ? frames : [...frames, createdBy])
  );
  const groups = groupStacks(matching);
  return {
    total: goroutines.length,
    matching: matching.length,
    states: countStates(matching),
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
var maxFrames = 200;
function listGoroutines(goroutines, { filter, top, moduleDirectory }) {
  const named = (frame) => relativeTo(moduleDirectory, frame);
  const { states, waits, groups, ...counts } = viewGoroutines(goroutines, filter);
  const more = (list) => Math.max(0, list.length - top);
  return {
    ...counts,
    states: states.slice(0, top),
    waits: waits.slice(0, top).map((wait) => ({ ...wait, at: wait.at === null ? null : named(wait.at) })),
    groups: groups.slice(0, top).map((group) => ({
      ...group,
      frames: group.frames.slice(0, maxFrames).map(named),
      createdBy: group.createdBy === null ? null : named(group.createdBy),
      elided: group.frames.length <= maxFrames ? group.elided : { after: maxFrames, count: group.frames.length - maxFrames }
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
function createFrameStore(maxFrames2) {
  const files = /* @__PURE__ */ new Map();
  const root = newNode(null);
  let frames = 0;
  let stackFrames = 0;
  const addFrame = (functionName, file, line) => {
    if (frames >= maxFrames2) return null;
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
var none = [];
function createGoroutineBuilder(store, maxFrames2) {
  let goroutine = null;
  let ancestors = [];
  let ancestor2 = null;
  let frames = [];
  let lastCreation = null;
  const elide = (count) => {
    if (goroutine === null || ancestor2 !== null) return;
    const { elided: elided2 } = goroutine;
    if (elided2 === null) goroutine.elided = { after: frames.length, count };
    else elided2.count = elided2.count === null || count === null ? null : elided2.count + count;
  };
  const endStack = () => {
    const block = ancestor2 ?? goroutine;
    if (block === null) return;
    const kept = store.stack(frames);
    block.frames = kept;
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
      goroutine = {
        id: header2.id,
        state: header2.state,
        waitMinutes: header2.waitMinutes,
        lockedToThread: header2.lockedToThread,
        leaked: header2.leaked,
        bubble: header2.bubble,
        labels: header2.labels,
        frames: none,
        elided: null,
        createdBy: null,
        ancestors: none
      };
      return goroutine;
    },
    addFrame(functionName, file, line) {
      const kept = frames.length < maxFrames2 ? store.frame(functionName, file, line) : null;
      if (kept === null) elide(1);
      else frames.push(kept);
    },
    elide,
    startAncestor(id) {
      if (goroutine === null || ancestors.length >= maxFrames2) return false;
      endStack();
      ancestor2 = { goroutine: id, frames: none, createdBy: null };
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
  const { function: name = "", goroutine } = found;
  return {
    kind: "creation",
    function: name.slice(0, maxPartChars),
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
  let number = 0;
  for (; end < line.length; end++) {
    const digit = line.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
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
    line: number,
    inC
  };
}
function parseCall(line) {
  const last = line.length - 1;
  const open3 = line.charCodeAt(last) === 41 ? line.lastIndexOf("(") : -1;
  const name = line.slice(0, Math.max(0, open3));
  if (open3 > 0 && !name.includes(" ") && !name.includes("	"))
    return { kind: "call", function: name.slice(0, maxPartChars), byC: false };
  return { kind: "call", function: line.slice(0, maxPartChars), byC: true };
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
function readLabels(line, at, opening2) {
  if (!line.startsWith(opening2, at)) return null;
  const pairs = [];
  let place = at + opening2.length;
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
var opening = "goroutine ";
var beforeState = /^(?<id>\d{1,20})(?: gp=0x[0-9a-f]+ m=(?:nil|-?\d+ mp=(?:nil|0x[0-9a-f]+)))? \[/;
var maxOpeningChars = 120;
var maxStateChars = 400;
var maxPlaces = 16;
function parseGoroutineHeader(line) {
  let at = line.indexOf(opening);
  if (at < 0) return null;
  for (let places = 0; at >= 0 && places < maxPlaces; places++) {
    const from = at + opening.length;
    const found = beforeState.exec(line.slice(from, from + maxOpeningChars));
    const header2 = found === null ? null : readHeader(line, from + found[0].length, Number(found.groups?.["id"]));
    if (header2 !== null) return { header: header2, start: at };
    at = line.indexOf(opening, from);
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
    if (call2.kind === "call") builder.addFrame(call2.function, read.file, read.line);
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
  return sections.some(({ name }) => name === ".debug_info" || name === ".zdebug_info");
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
async function readAt(file, position2, size) {
  const buffer = Buffer3.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position2);
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
  const ran = programs.find(({ name }) => names.includes(name)) ?? programs.find(({ debuggable }) => !debuggable || programs.length === 1);
  if (ran === void 0) return { path: null, gaps: [noProgram(programs)] };
  if (ran.debuggable) return { path: ran.path, gaps: [] };
  const gaps = [];
  for (const { name, path } of programs.filter(({ debuggable }) => debuggable)) {
    if (await sameProgram(ran.path, path)) return { path, gaps: [] };
    gaps.push(`${name} has debug information, but its code and data are not those of ${ran.name}`);
  }
  gaps.push(
    `${ran.name} has no debug information, as go test links it, so no debugger can read the core with it: put the same program with debug information beside it, or have it in the next core by the flag -ldflags=-w=0`
  );
  return { path: null, gaps };
}
function noProgram(programs) {
  return programs.length === 0 ? `the program that made the core is not beside it: put it there as ${keptName}` : `it is not clear which program made the core: name it ${keptName} (found ${programs.map(({ name }) => name).join(", ")})`;
}
async function programsIn(folder) {
  const names = (await readdir3(folder).catch(() => [])).sort().slice(0, maxEntries);
  const found = [];
  for (const name of names) {
    const path = join5(folder, name);
    const head = await readBoundedBytes(path, 64);
    if (head === null || contentOf(head) !== "elf-program") continue;
    found.push({ name, path, debuggable: hasDebugInfo(await readElfSections(path) ?? []) });
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
    let cut2 = null;
    const end = (because) => {
      cut2 ??= because;
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
    const output = collect(child.stdout, tooMuch);
    const errors = collect(child.stderr, tooMuch);
    child.once("error", (error) => {
      done(
        error.code === "ENOENT" ? { kind: "missing" } : { kind: "failed", because: `dlv could not be started: ${error.message}` }
      );
    });
    child.once("close", (code) => {
      const text = output();
      const said = errors().trim().split("\n").slice(-3).join(" ");
      if (cut2 === null && code !== 0)
        done({ kind: "failed", because: `dlv could not read it: ${said}` });
      else if (cut2 !== null && text === "") done({ kind: "failed", because: cut2 });
      else done({ kind: "answered", text });
    });
    child.stdin.on("error", () => void 0);
    child.stdin.end(`${[...commands, "exit"].join("\n")}
`);
  });
}
function collect(stream, tooMuch) {
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
async function readAt2(file, position2, size) {
  const buffer = Buffer5.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position2);
  if (bytesRead < size) throw new RangeError("cut file");
  return buffer;
}

// src/machine/coredumpctl.ts
var patienceMs2 = 6e4;
var pausesMs = [0, 500, 1e3, 2e3, 4e3];
async function fetchCore(pid, target, ports) {
  const { folder, name } = target;
  const draftFolder = await mkdtemp2(join7(folder, ".core-"));
  const draft = join7(draftFolder, name);
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
        await rename2(draft, join7(folder, name));
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

// src/render/inspection-page.ts
var minWidth = 40;
function textLine({ width }, text) {
  return clip(oneLine(text), Math.max(minWidth, width));
}
function frameLine(page, start, frame, remark = "") {
  const width = Math.max(minWidth, page.width);
  const name = oneLine(frame.function);
  const place = frame.file === "" ? "" : oneLine(`  ${frame.file}:${String(frame.line)}`);
  const end = remark === "" ? "" : `  ${oneLine(remark)}`;
  const forms = [
    [name, place],
    [shortName(name), place],
    [shortName(name), shortPlace(place)]
  ];
  const fits = forms.find(([a, b]) => start.length + a.length + b.length + end.length <= width);
  if (fits !== void 0) return `${start}${fits[0]}${page.paint.dim(fits[1])}${end}`;
  return clip(`${start}${shortName(name)}${shortPlace(place)}${end}`, width);
}
function oneLine(text) {
  return printable(text).replace(/[\n\r\t]+/g, " ");
}
function shortName(name) {
  const bracket = name.indexOf("[");
  const path = bracket < 0 ? name : name.slice(0, bracket);
  return name.slice(path.lastIndexOf("/") + 1);
}
function shortPlace(place) {
  const parts = place.split("/");
  return parts.length <= 3 ? place : `  …/${parts.slice(-2).join("/")}`;
}
function aligned(rows, right) {
  const widths = right.map(
    (_, column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0)
  );
  return rows.map(
    (row) => row.map(
      (cell, column) => right[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
    ).join("  ")
  );
}
function formatShare(share) {
  const percent = share * 100;
  return `${percent >= 9.95 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}
function formatMinutes(minutes) {
  if (minutes < 1) return "";
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${String(minutes)} min` : `${String(hours)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
function moreLine({ paint }, count, noun) {
  return count === 0 ? [] : [paint.dim(`    ... and ${plural(count, `more ${noun}`)}`)];
}

// src/render/inspection-goroutines.ts
var shownAtTop = 12;
var shownAtBottom = 4;
function goroutineLines(page, listing) {
  const { total, matching, states, waits, groups, more } = listing;
  const { bold } = page.paint;
  const filtered = matching === total ? "" : `, ${String(matching)} match the filter`;
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
  if (waits.length > 0) lines.push("", bold("who waits for what:"));
  const starts = aligned(
    waits.map(({ awaited, count, longestWaitMinutes }) => [
      String(count),
      oneLine(awaited),
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
  return frames.some(isGuard) && !frames.some(({ function: name }) => name === "main.main");
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
  const { totals, matching } = heap;
  const held = `${formatBytes(totals.inuseBytes)} in ${plural(totals.inuseObjects, "object")}`;
  const filtered = matching.bytes === totals.inuseBytes ? "" : `, ${formatBytes(matching.bytes)} match the filter`;
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
    sampleTypes.map(({ type, unit, total, matching }) => [
      formatAmount(total, unit),
      matching === total ? type : `${type}, ${formatAmount(matching, unit)} match the filter`
    ]),
    [true, false]
  );
  const lines = totals.map((line) => textLine(page, `  ${line}`.trimEnd()));
  for (const { type, unit, rows, more } of tops.filter((top) => !leaveOut.includes(top.type))) {
    lines.push("", page.paint.bold(textLine(page, `by function: ${type}`)));
    const shown = rows.filter(isWorthALine).filter((row) => !isGuard(row.caller ?? row));
    const amounts = shown.map(({ flat, share }) => [formatAmount(flat, unit), formatShare(share)]);
    lines.push(...siteLines(page, amounts, shown));
    lines.push(...moreLine(page, more + rows.length - shown.length, "function"));
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
  for (const { name, profile } of profiles) {
    lines.push("", page.paint.bold(profileTitles[name] ?? name), ...profileLines(page, profile));
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
  const rows = [
    [rssBytes, "resident memory of the process (RSS)"],
    [heapBytes, "heap, garbage that was not collected yet included"],
    [runtimeBytes, "all that the Go runtime has from the system"],
    [outsideGoBytes === 0 ? null : outsideGoBytes, "outside Go's heap: cgo, mmap or a C library"],
    [usageBytes, share]
  ];
  const known = rows.filter((row) => row[0] !== null);
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
    const shown = locals.filter(({ name }) => !panics || name === "e");
    lines.push(...shown.map(({ name, value }) => textLine(page, `      ${name} = ${value}`)));
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
        const name = relative(out, attempt.folder);
        if (!attempt.hasCore && ports.coredumpctl) {
          const problem2 = await fetchOne(attempt, ports);
          attempt.hasCore = problem2 === null;
          if (problem2 !== null) problems.push(`the core of ${name} was not had: ${problem2}`);
        }
        if (!attempt.hasCore || !ports.dlv || read >= maxRead) continue;
        read++;
        const problem = await readOne(plan, attempt, request, ports);
        if (problem !== null) problems.push(`the core of ${name} was not read: ${problem}`);
      }
      return problems;
    }
  };
}
async function dumpedAttempts(out, leg, run) {
  const found = [];
  const below = join8(out, "runs", leg, "/");
  for (const folder of await attemptFolders(out)) {
    if (!folder.startsWith(below)) continue;
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
    const text = renderInspection(inspection, { width: 160, paint: plain });
    await writeFile2(join8(folder, coreTextName), cut(text), { flag: "wx" });
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
var plain = { good: same, bad: same, dim: same, bold: same };
function cut(text) {
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
  matchesStack,
  waitOf,
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
  textLine,
  frameLine,
  oneLine,
  aligned,
  formatShare,
  moreLine,
  renderInspection,
  coreTextName,
  coreReader
};
