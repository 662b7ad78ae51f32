import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  dumpsCores,
  emptyLedger,
  readCoreLedger,
  writeCoreLedger
} from "./chunk-ZFXW6GAV.js";
import {
  isActive,
  readMarker
} from "./chunk-GUNDL3TO.js";
import {
  attemptFolders,
  coreReader,
  pruneBinaries
} from "./chunk-YCSXZ3FE.js";
import {
  readBounded,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  commandRunner,
  describeFailure
} from "./chunk-XDZPD3YM.js";
import {
  _maxLength,
  _regex,
  literal,
  object,
  string
} from "./chunk-TYNGSIJO.js";
import {
  formatBytes,
  listNames
} from "./chunk-RYNKS63I.js";

// src/machine/core-diversion.ts
import { readFile, writeFile } from "node:fs/promises";
var patternPath = "/proc/sys/kernel/core_pattern";
var patienceMs = 5e3;
var maxPatternBytes = 127;
var kernelPatternFile = {
  read: () => readFile(patternPath, "utf8"),
  write: (pattern) => writeFile(patternPath, pattern)
};
function patternFor(folder) {
  const pattern = `${folder.replaceAll("%", "%%")}/core.%p`;
  return Buffer.byteLength(pattern) <= maxPatternBytes ? pattern : null;
}
async function divertCores({ own }, ports) {
  const problem = await setPattern(own, ports);
  if (problem !== null) return `${patternPath} could not be set: ${problem}`;
  return await currentPattern(ports) === own ? null : `${patternPath} did not take ${own}`;
}
async function restoreCores({ original, own }, ports) {
  const current = await currentPattern(ports);
  if (current === original) return { kind: "restored" };
  if (current !== null && current !== own) return { kind: "left", pattern: current };
  const problem = await setPattern(original, ports);
  if (problem === null) return { kind: "restored" };
  return {
    kind: "failed",
    problem: `${patternPath} could not be put back to ${JSON.stringify(original)} (${problem}); do it as root: echo '${original.replaceAll("'", `'\\''`)}' > ${patternPath}`
  };
}
async function currentPattern({ patternFile }) {
  const text = await patternFile.read().catch(() => null);
  return text === null ? null : text.replace(/\n$/, "");
}
async function setPattern(pattern, { run, env, patternFile }) {
  const refused = await patternFile.write(`${pattern}
`).then(
    () => null,
    (error) => error.message
  );
  if (refused === null) return null;
  const result = await run("sudo", ["-n", "tee", patternPath], {
    cwd: "/",
    env,
    input: `${pattern}
`,
    timeoutMs: patienceMs
  });
  if (result.kind === "exited" && result.code === 0) return null;
  return `${refused}; sudo: ${describeFailure(result)}`;
}

// src/machine/host-files.ts
import { Buffer as Buffer2 } from "node:buffer";
import { constants } from "node:fs";
import { access, open, readlink, realpath, statfs } from "node:fs/promises";
import { join } from "node:path";
var maxBytes = 1024 * 1024;
var readNow = constants.O_RDONLY | constants.O_NONBLOCK;
function hostFiles(root = "/") {
  const at = (path) => root === "/" ? path : join(root, path);
  const allows = (path, mode) => succeeds(access(at(path), mode));
  return {
    read: (path) => readStart(at(path)).catch(() => null),
    // Links of a captured tree would lead out of it.
    resolve: (path) => root === "/" ? realpath(path).catch(() => null) : Promise.resolve(path),
    link: (path) => readlink(at(path)).catch(() => null),
    exists: (path) => allows(path, constants.F_OK),
    writable: (path) => allows(path, constants.W_OK),
    executable: (path) => allows(path, constants.X_OK),
    openable: (path) => succeeds(open(at(path), readNow).then((file) => file.close())),
    space: (path) => statfs(at(path)).then(
      ({ blocks, bavail, bsize }) => ({ totalBytes: blocks * bsize, freeBytes: bavail * bsize }),
      () => null
    )
  };
}
function succeeds(action) {
  return action.then(
    () => true,
    () => false
  );
}
async function readStart(path) {
  const file = await open(path, readNow);
  try {
    const chunks = [];
    for (let size = 0; size < maxBytes; ) {
      const { buffer, bytesRead } = await file.read(Buffer2.allocUnsafe(16384), 0, 16384);
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return Buffer2.concat(chunks).toString("utf8");
  } finally {
    await file.close();
  }
}

// src/machine/pack-file.ts
import { spawn } from "node:child_process";
import { constants as constants2 } from "node:fs";
import { open as open2, rename, rm, stat } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
function choosePacker(zstd) {
  if (zstdStream() !== null) return { kind: "node" };
  return zstd === null ? { kind: "gzip" } : { kind: "program", path: zstd };
}
function zstdStream() {
  const create = zlib["createZstdCompress"];
  return typeof create === "function" ? create : null;
}
async function packFile(path, packer, bounds) {
  const target = `${path}${packer.kind === "gzip" ? ".gz" : ".zst"}`;
  const draft = `${target}.part`;
  const late = AbortSignal.timeout(bounds.maxMs);
  const bound = bounded(bounds.maxBytes);
  try {
    await rm(draft, { recursive: true, force: true });
    const source = await open2(path, constants2.O_RDONLY | constants2.O_NOFOLLOW);
    try {
      const output = (await open2(draft, "wx", 384)).createWriteStream();
      await pack(source, packer, bound, output, late);
    } finally {
      await source.close();
    }
    await rename(draft, target);
    return { kind: "packed", path: target, bytes: (await stat(target)).size };
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof TooLarge) return { kind: "too-large" };
    const seconds = String(Math.round(bounds.maxMs / 1e3));
    const problem = late.aborted ? `it took longer than ${seconds} s` : error.message;
    return { kind: "failed", problem };
  }
}
var TooLarge = class extends Error {
};
function bounded(maxBytes2) {
  let bytes = 0;
  return new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      if (bytes > maxBytes2) done(new TooLarge());
      else done(null, chunk);
    }
  });
}
async function pack(source, packer, bound, output, signal) {
  if (packer.kind !== "program") {
    const create = packer.kind === "node" ? zstdStream() : null;
    const packing = create === null ? zlib.createGzip({ level: 1 }) : create();
    const input = source.createReadStream({ autoClose: false, highWaterMark: 1 << 20 });
    await pipeline(input, packing, bound, output, { signal });
    return;
  }
  const child = spawn(packer.path, ["-q", "-c", "-T0"], { stdio: [source.fd, "pipe", "pipe"] });
  const ended = endOf(child);
  const packed = child.stdout ?? Readable.from([]);
  try {
    await pipeline(packed, bound, output, { signal });
  } catch (error) {
    child.kill("SIGKILL");
    await ended;
    throw error;
  }
  const result = await ended;
  if (result !== null) throw new Error(`${packer.path}: ${result}`);
}
function endOf(child) {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    if (stderr.length < 4096) stderr += text;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      resolve(error.message);
    });
    child.once("close", (code, signal) => {
      resolve(code === 0 ? null : `ended with ${signal ?? String(code)}: ${stderr.trim()}`);
    });
  });
}

// src/machine/program.ts
import { delimiter, join as join2 } from "node:path";
async function findProgram(name, searchPath, files) {
  if (name === "") return null;
  const candidates = name.includes("/") ? [name] : searchPath.split(delimiter).filter((folder) => folder !== "").map((folder) => join2(folder, name));
  const found = await Promise.all(candidates.map((path) => files.executable(path)));
  return candidates[found.indexOf(true)] ?? null;
}
var helperNames = [
  "sudo",
  "systemd-run",
  "coredumpctl",
  "journalctl",
  "dmesg",
  "strace",
  "dlv",
  "gdb",
  "zstd"
];
async function findHelpers(searchPath, files) {
  const found = await Promise.all(
    helperNames.map(async (name) => [name, await findProgram(name, searchPath, files)])
  );
  return Object.fromEntries(found);
}

// src/run/diverted-cores.ts
import { mkdtemp, readdir, rm as rm2, rmdir, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";
var diversionSchema = object({
  schema: literal(1),
  original: string().check(_maxLength(200)),
  // Of our own making, and nothing else: whoever puts it back may do so as root.
  own: string().check(_regex(/^\/[^\0\n|]{1,100}\/crash-guard-cores-[A-Za-z0-9]{6}\/core\.%p$/)),
  folder: string().check(_regex(/^\/[^\0\n]{1,4000}\/crash-guard-cores-[A-Za-z0-9]{6}$/))
});
var parseDiversion = recordParser(diversionSchema);
async function divertForRun(out, original, ports) {
  const folder = await mkdtemp(join3(tmpdir(), "crash-guard-cores-"));
  const own = patternFor(folder);
  if (own === null) {
    await rmdir(folder);
    return { problem: `the temporary folder ${folder} has too long a path for core_pattern` };
  }
  const diversion = { schema: 1, original, own, folder };
  await writeFile2(layout.corePattern(out), JSON.stringify(diversion));
  const problem = await divertCores(diversion, ports);
  if (problem === null) return diversion;
  await rm2(layout.corePattern(out), { force: true });
  await rmdir(folder);
  return { problem };
}
async function readDiversion(out) {
  return parseDiversion(await readBounded(layout.corePattern(out), 1 << 16));
}
async function restoreAfterRun(out, diversion, ports) {
  const restored = await restoreCores(diversion, ports);
  if (restored.kind === "failed") return [restored.problem];
  await rm2(layout.corePattern(out), { force: true });
  const left = await leftBehind(diversion.folder);
  return restored.kind === "restored" ? left : [
    `kernel.core_pattern was changed to ${JSON.stringify(restored.pattern)} by somebody else while the tests ran, and is left so: cores from then on may be missing`,
    ...left
  ];
}
async function leftBehind(folder) {
  try {
    await rmdir(folder);
    return [];
  } catch {
    const names = await readdir(folder).catch(() => []);
    return names.length === 0 ? [] : [
      `cores of other processes were written to ${folder}, and stay there: ${listNames(names, 5)}`
    ];
  }
}

// src/run/pack-cores.ts
import { lstat, readdir as readdir2, rm as rm3 } from "node:fs/promises";
import { join as join4, relative } from "node:path";
var coreBounds = { maxPackedBytes: 512 * 1024 ** 2, maxPackingMs: 18e4 };
async function packCores(out, packer, bounds = coreBounds) {
  const result = { kept: [], problems: [] };
  const { maxPackedBytes } = bounds;
  const limit = formatBytes(maxPackedBytes);
  const name = (path) => relative(out, path);
  const until = Date.now() + bounds.maxPackingMs;
  for (const core of await findCores(out)) {
    const unpacked = { path: name(core.path), bytes: core.bytes, packedBytes: core.diskBytes };
    const maxMs = until - Date.now();
    if (packer === null || maxMs <= 0) {
      if (packer !== null)
        result.problems.push(`${name(core.path)} was not packed: no time is left`);
      result.kept.push(unpacked);
      continue;
    }
    const packed = await packFile(core.path, packer, { maxBytes: maxPackedBytes, maxMs });
    switch (packed.kind) {
      case "packed":
        await rm3(core.path, { force: true });
        result.kept.push({ ...unpacked, path: name(packed.path), packedBytes: packed.bytes });
        break;
      case "too-large":
        await rm3(core.path, { force: true });
        result.problems.push(`${name(core.path)} was dropped: even packed it takes over ${limit}`);
        break;
      case "failed":
        result.problems.push(`${name(core.path)} was not packed: ${packed.problem}`);
        result.kept.push(unpacked);
    }
  }
  let total = result.kept.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  while (total > maxPackedBytes) {
    const oldest = result.kept.shift();
    if (oldest === void 0) break;
    await rm3(join4(out, oldest.path), { force: true });
    total -= oldest.packedBytes;
    result.problems.push(
      `${oldest.path} was dropped: cores may take ${limit} in all, and the oldest go first`
    );
  }
  return result;
}
async function findCores(out) {
  const found = [];
  for (const folder of await attemptFolders(out)) {
    for (const name of await readdir2(folder).catch(() => [])) {
      if (!/^core(?:-\d{1,10})?$/.test(name)) continue;
      const path = join4(folder, name);
      const stats = await lstat(path).catch(() => null);
      if (stats?.isFile() !== true) continue;
      found.push({ path, bytes: stats.size, diskBytes: stats.blocks * 512, at: stats.mtimeMs });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

// src/run/cores.ts
async function prepareCores(settings, checked, run, ports) {
  const { out, coreDumps, directory } = settings;
  const { machine } = checked;
  const wanted = (coreDumps === "required" || coreDumps === "auto" && machine.ci) && settings.legs.some(dumpsCores);
  const arranged = wanted ? await arrange(out, checked, ports.cleanUp) : nothing;
  const { order, diversion, coredumpctl, unavailable } = arranged;
  if (unavailable !== null && coreDumps === "required")
    throw refusal(unavailable, settings.sources["core-dumps"] ?? "core-dumps");
  const ledger = { ...emptyLedger, unavailable, problems: [] };
  if (wanted) await writeCoreLedger(out, ledger);
  const { run: command, env, stop } = ports;
  const dlv = machine.helpers.dlv !== null;
  const reader = coreReader(
    { out, run, directory },
    { run: command, env, stop, coredumpctl, dlv: dlv && order.enabled }
  );
  return {
    order,
    async afterLeg(plan) {
      ledger.problems.push(...await reader.afterLeg(plan));
    },
    async finish(cancelled) {
      if (diversion !== null) ledger.pattern = await restoreAfterRun(out, diversion, ports.cleanUp);
      await tidy(out, ledger, cancelled ? null : choosePacker(machine.helpers.zstd));
    }
  };
}
function cleanUpPorts(env) {
  const run = commandRunner(new AbortController().signal);
  return { run, env, patternFile: kernelPatternFile };
}
async function restoreCorePattern(out, env) {
  const diversion = await readDiversion(out);
  if (diversion === null || await isActive(out)) return;
  const ledger = await readCoreLedger(out);
  const pattern = await restoreAfterRun(out, diversion, cleanUpPorts(env));
  await writeCoreLedger(out, { ...ledger, pattern });
}
async function finishCores(out, env) {
  if (await readMarker(out) === null || await isActive(out)) return;
  await restoreCorePattern(out, env);
  const zstd = await findProgram("zstd", env["PATH"] ?? "", hostFiles());
  await tidy(out, await readCoreLedger(out), choosePacker(zstd));
}
async function tidy(out, ledger, packer) {
  const { kept, problems } = await packCores(out, packer);
  await pruneBinaries(out);
  const found = { ...ledger, kept, problems: [...ledger.problems, ...problems] };
  const nothingToSay = found.unavailable === null && found.pattern.length === 0;
  if (nothingToSay && kept.length === 0 && found.problems.length === 0) return;
  await writeCoreLedger(out, found);
}
var off = { enabled: false, pattern: "" };
var nothing = { order: off, diversion: null, coredumpctl: false, unavailable: null };
async function arrange(out, { machine }, ports) {
  const { cores, helpers, ci } = machine;
  const none = (unavailable) => ({ ...nothing, unavailable });
  if (cores === null) return none("this system has no cores that can be collected");
  if (machine.rlimits.core?.hard === 0)
    return none("the hard limit on the size of a core is 0 (ulimit -Hc)");
  const { target } = cores;
  if (target.kind === "file")
    return { ...nothing, order: { enabled: true, pattern: target.pattern } };
  const original = target.kind === "none" ? "" : target.pattern;
  const diverted = mayDivert(cores, ci, machine.sudo) ? await divertForRun(out, original, ports) : { problem: "only root may change it" };
  if ("own" in diverted)
    return { ...nothing, order: { enabled: true, pattern: diverted.own }, diversion: diverted };
  const journal = target.kind === "pipe" && target.handler === "systemd-coredump";
  if (journal && helpers.coredumpctl !== null)
    return { ...nothing, order: { enabled: true, pattern: target.pattern }, coredumpctl: true };
  const goes = original === "" ? "is empty" : `hands cores on (${original})`;
  return none(`kernel.core_pattern ${goes}, and ${diverted.problem}`);
}
function mayDivert({ writable }, ci, sudo) {
  return writable || ci && sudo !== false;
}
function refusal(what, where) {
  return new InputError([
    {
      where,
      what: `cores are required and cannot be kept: ${what}`,
      fix: "have cores written to a file, as root: sysctl -w kernel.core_pattern=core.%p; or use core-dumps: auto"
    }
  ]);
}

export {
  hostFiles,
  findProgram,
  findHelpers,
  prepareCores,
  cleanUpPorts,
  restoreCorePattern,
  finishCores
};
