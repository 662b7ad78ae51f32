import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseGoTestFlags
} from "./chunk-LSEFGULL.js";
import {
  checkListed,
  planPackage
} from "./chunk-3JJND2XY.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  describeFailure,
  uninterrupted
} from "./chunk-XDZPD3YM.js";
import {
  splitQuotedWords
} from "./chunk-MYAVKQUZ.js";
import {
  _enum,
  array,
  boolean,
  int,
  nullable,
  nullish,
  object,
  optional,
  record,
  string
} from "./chunk-TYNGSIJO.js";

// src/run/plan-legs.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join6, resolve } from "node:path";

// src/machine/foreign-exec.ts
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
function foreignExec(go, searchPath) {
  if (go.goos === go.hostOs && go.goarch === go.hostArch) return [];
  const name = `go_${go.goos}_${go.goarch}_exec${go.exe}`;
  const found = searchPath.split(delimiter).map((folder) => join(folder, name)).find(isExecutable);
  return found === void 0 ? [] : [found];
}
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// src/machine/go-toolchain.ts
import { isAbsolute } from "node:path";
var oldestMinor = 21;
var envSchema = object({
  GOVERSION: string(),
  GOROOT: string(),
  GOCACHE: string(),
  GOMODCACHE: string(),
  GOTMPDIR: string(),
  GOFLAGS: string(),
  GOWORK: string(),
  GOMOD: string(),
  GOOS: string(),
  GOARCH: string(),
  GOHOSTOS: string(),
  GOHOSTARCH: string(),
  CGO_ENABLED: string(),
  CC: string(),
  GOEXE: string()
});
async function inspectGo(run, directory, env) {
  const names = Object.keys(envSchema.shape);
  const result = uninterrupted(
    "go env",
    await run("go", ["env", "-json", ...names], { cwd: directory, env })
  );
  if (result.kind === "not-started") {
    throw new InputError([
      {
        where: "go",
        what: "the go command was not found in PATH",
        fix: `install Go 1.${String(oldestMinor)} or later (https://go.dev/dl/, or the actions/setup-go action) and try again`
      }
    ]);
  }
  const parsed = result.code === 0 ? parseEnv(result.stdout) : null;
  if (parsed === null) {
    const fix = 'run "go env" in that folder; it must succeed first';
    throw new InputError([
      { where: `go env (in ${directory})`, what: describeFailure(result), fix }
    ]);
  }
  const toolchain = toToolchain(parsed);
  if (toolchain.minor < oldestMinor) {
    throw new InputError([
      {
        where: "go",
        what: `${toolchain.version} is too old`,
        fix: `use Go 1.${String(oldestMinor)} or later`
      }
    ]);
  }
  if (!isAbsolute(toolchain.gocache)) {
    throw new InputError([
      {
        where: `go env (in ${directory})`,
        what: `there is no build cache: GOCACHE is ${JSON.stringify(env["GOCACHE"] ?? toolchain.gocache)}`,
        fix: "set GOCACHE to the absolute path of a folder, or HOME to the home folder of this user"
      }
    ]);
  }
  return toolchain;
}
function parseEnv(json) {
  try {
    const parsed = envSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function toToolchain(env) {
  const minor = /go1\.(?<minor>\d+)/.exec(env.GOVERSION)?.groups?.["minor"];
  const none = env.GOMOD === "" || env.GOMOD === "/dev/null" || env.GOMOD === "NUL";
  return {
    version: env.GOVERSION,
    minor: Number(minor ?? 0),
    goroot: env.GOROOT,
    gocache: env.GOCACHE,
    gomodcache: env.GOMODCACHE,
    gotmpdir: env.GOTMPDIR,
    goflags: env.GOFLAGS,
    gowork: env.GOWORK === "off" ? "" : env.GOWORK,
    gomod: none ? "" : env.GOMOD,
    goos: env.GOOS,
    goarch: env.GOARCH,
    hostOs: env.GOHOSTOS,
    hostArch: env.GOHOSTARCH,
    cgo: env.CGO_ENABLED === "1",
    cc: env.CC,
    exe: env.GOHOSTOS === "windows" ? ".exe" : ""
  };
}

// src/plan/embedding.ts
import { posix } from "node:path";
var injectedName = "zz_crash_guard_test.go";
function embeddings(packages) {
  const patterns = packages.flatMap(
    ({ dir, embedPatterns }) => embedPatterns.map((pattern) => ({
      root: dir,
      matches: globExpression(pattern.replace(/^all:/, ""))
    }))
  );
  return (dir) => patterns.some(({ root, matches }) => {
    const path = posix.relative(root, posix.join(dir, injectedName));
    return !path.startsWith("../") && itselfAndParents(path).some((name) => matches.test(name));
  });
}
function itselfAndParents(path) {
  const parts = path.split("/");
  return [".", ...parts.map((_, i) => parts.slice(0, i + 1).join("/"))];
}
function globExpression(pattern) {
  const body = pattern.split(/(\[[^\]]*\]|[*?])/).map((part) => {
    if (part === "*") return "[^/]*";
    return part === "?" || part.startsWith("[") ? "[^/]" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }).join("");
  return new RegExp(`^${body}$`, "u");
}

// src/probe/build.ts
import { createHash, randomBytes } from "node:crypto";
import { access, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { join as join2 } from "node:path";
var commands = ["shim", "keeper", "declared", "overlayvet"];
async function buildProbe(sources, go) {
  const key = await hashSources(sources.directory, go);
  const bin = join2(go.gocache, "crash-guard", "bin", key);
  const path = (name) => join2(bin, `${name}${go.exe}`);
  const probe = {
    shim: path("shim"),
    keeper: path("keeper"),
    declared: path("declared"),
    overlayvet: path("overlayvet")
  };
  if (await allExist(Object.values(probe))) return probe;
  const temporary = `${bin}.${randomBytes(4).toString("hex")}.tmp`;
  await mkdir(temporary, { recursive: true });
  const packages = commands.map((name) => `./${name}`);
  const args = ["build", "-trimpath", "-buildvcs=false", "-o", `${temporary}/`, ...packages];
  const env = {
    ...sources.env,
    CGO_ENABLED: "0",
    GOFLAGS: "",
    GOWORK: "off",
    GO111MODULE: "on",
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: ""
  };
  const built = await sources.run("go", args, { cwd: sources.directory, env });
  if (built.kind !== "exited" || built.code !== 0) {
    await rm(temporary, { recursive: true, force: true });
    const result = uninterrupted("building the probe", built);
    throw new Error(`the probe could not be built with ${go.version}: ${describeFailure(result)}`);
  }
  await publish(temporary, bin);
  if (!await allExist(Object.values(probe)))
    throw new Error(`the probe was built but is not in ${bin}`);
  return probe;
}
async function publish(temporary, bin) {
  try {
    await rename(temporary, bin);
  } catch {
    if (await allExist(commands.map((name) => join2(bin, name)))) {
      await rm(temporary, { recursive: true, force: true });
      return;
    }
    await rm(bin, { recursive: true, force: true });
    await rename(temporary, bin);
  }
}
async function allExist(paths) {
  const found = await Promise.all(
    paths.map(
      (path) => access(path).then(
        () => true,
        () => false
      )
    )
  );
  return found.every(Boolean);
}
async function hashSources(directory, go) {
  const hash = createHash("sha256").update(`${go.version} ${go.hostOs}/${go.hostArch}
`);
  const files = (await goFiles(directory)).filter((file) => !/^(?:audit|callers)\//.test(file));
  for (const file of files) {
    hash.update(`${file}
`).update(await readFile(join2(directory, file)));
  }
  return hash.digest("hex").slice(0, 20);
}
async function goFiles(directory) {
  const entries = await readdir(directory, { recursive: true });
  return entries.map((entry) => entry.replaceAll("\\", "/")).filter((entry) => entry === "go.mod" || entry.endsWith(".go") && !entry.endsWith("_test.go")).sort();
}

// src/probe/inject.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile as readFile2, writeFile, mkdir as mkdir2, access as access2, constants as constants2 } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, join as join3 } from "node:path";

// src/probe/injected-files.ts
function importFile(clause, agentPath) {
  return `package ${clause}

import _ "${agentPath}"
`;
}
var testMain = `
func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(crashGuardAfter(crashGuardRun(crashGuardM)))
}
`;
function aroundFile(clause, reach, ownTestMain) {
  const agent = reach.kind === "package" ? "crashGuardAgent." : "";
  const [int2, bool] = reach.kind === "linked" ? ["int", "bool"] : [`${agent}CrashGuardInt`, `${agent}CrashGuardBool`];
  const last = {
    package: `

	crashGuardAgent "${reach.kind === "package" ? reach.path : ""}"`,
    same: "",
    linked: '\n	_ "unsafe" // for go:linkname'
  };
  return `package ${clause}

import (
	crashGuardIO "io"
${ownTestMain ? '	crashGuardOS "os"\n' : ""}	crashGuardPprof "runtime/pprof"
	crashGuardTesting "testing"${last[reach.kind]}
)
${ownTestMain ? testMain : ""}${reach.kind === "linked" ? linked(reach.externalPackage) : ""}
func crashGuardRun(crashGuardM *crashGuardTesting.M) ${int2} {
	${agent}CrashGuardBegin()
	return ${agent}CrashGuardEnd(crashGuardM.Run())
}

func crashGuardAfter(code ${int2}) ${int2} { return ${agent}CrashGuardLook(code, crashGuardProve) }

// crashGuardProve has the runtime mark the goroutines that nothing can wake any more; without a writer it says whether it could.
func crashGuardProve(to crashGuardIO.Writer) ${bool} {
	var noProfile *crashGuardPprof.Profile
	var nothing interface{}
	profile := crashGuardPprof.Lookup("goroutineleak")
	return profile != noProfile && (to == nothing || profile.WriteTo(to, 0) == nothing)
}
`;
}
function linked(externalPackage) {
  const name = symbolPrefix(externalPackage);
  const declare = (signature) => {
    const own = signature.slice(0, signature.indexOf("("));
    return `
//go:linkname ${own} ${name}.${own}
func ${signature}
`;
  };
  return [
    "CrashGuardBegin()",
    "CrashGuardEnd(int) int",
    "CrashGuardLook(int, func(crashGuardIO.Writer) bool) int"
  ].map(declare).join("");
}
function symbolPrefix(path) {
  const last = path.lastIndexOf("/") + 1;
  return [...Buffer.from(path)].map((byte, at) => {
    const char = String.fromCharCode(byte);
    const escaped = byte <= 32 || byte >= 127 || char === "%" || char === '"';
    return escaped || char === "." && at >= last ? `%${byte.toString(16).padStart(2, "0")}` : char;
  }).join("");
}
function changedTestMain(source, { edits }) {
  const parts = [];
  let from = 0;
  for (const { at, removed, text } of edits) {
    const replaced = source.subarray(at, at + removed).toString("latin1");
    if (at < from || at + removed > source.length) return null;
    if (removed > 0 && !replaced.endsWith(".Run()")) return null;
    parts.push(source.subarray(from, at), Buffer.from(text));
    from = at + removed;
  }
  return Buffer.concat([...parts, source.subarray(from)]);
}

// src/probe/inject.ts
var agentFolder = join3(".crash-guard", "agent");
async function makeOverlay(request) {
  const agent = await readAgent(request.probeDirectory);
  const replace = { ...request.userOverlay };
  const generated = /* @__PURE__ */ new Map();
  const generate = async (name, content) => {
    const path = join3(request.scratch, name);
    if (generated.get(name) !== content) await writeFile(path, content);
    generated.set(name, content);
    return path;
  };
  await mkdir2(request.scratch, { recursive: true });
  for (const planned of request.packages) {
    if (planned.injection === "none") continue;
    const { dir, clause, testMain: testMain2 } = planned;
    const around = await changed(planned, request.userOverlay);
    if (around !== null) replace[around.file] = await generate(around.name, around.content);
    const runsAround = around ?? (testMain2 ? null : { clause });
    if (planned.injection === "module") {
      const { moduleDir, modulePath } = planned;
      if (moduleDir === null || modulePath === null) continue;
      for (const { name, path } of agent) replace[join3(moduleDir, agentFolder, name)] = path;
      const agentPath = `${modulePath}/.crash-guard/agent`;
      const module = digest(modulePath);
      if (runsAround?.clause !== clause) {
        const content = importFile(clause, agentPath);
        replace[freeName(dir, "")] = await generate(`import-${clause}-${module}.go`, content);
      }
      if (runsAround !== null) {
        const reach = { kind: "package", path: agentPath };
        const content = aroundFile(runsAround.clause, reach, !testMain2);
        const name = `${testMain2 ? "around" : "main"}-${runsAround.clause}-${module}.go`;
        replace[freeName(dir, "_main")] = await generate(name, content);
      }
    } else {
      for (const { name, text } of agent) {
        const content = text.replace(/^package agent$/m, `package ${clause}`);
        const base = name.replace(/\.go$/, "");
        replace[freeName(dir, `_${base}`)] = await generate(`external-${clause}-${name}`, content);
      }
      if (runsAround !== null) {
        const external = `${planned.package}_test`;
        const reach = runsAround.clause === clause ? { kind: "same" } : { kind: "linked", externalPackage: external };
        const content = aroundFile(runsAround.clause, reach, !testMain2);
        const name = `external-${testMain2 ? "around" : "main"}-${digest(external)}.go`;
        replace[freeName(dir, "_testmain")] = await generate(name, content);
      }
    }
  }
  return replace;
}
async function changed(planned, userOverlay) {
  const { around, injection, clause, moduleDir } = planned;
  if (around === null) return null;
  if (injection === "external" && around.clause !== clause && moduleDir === null) return null;
  const { file } = around;
  const source = await readFile2(userOverlay[file] ?? file).catch(() => null);
  const content = source === null ? null : changedTestMain(source, around);
  if (content === null) return null;
  return {
    file,
    clause: around.clause,
    name: `changed-${digest(file)}-${basename(file)}`,
    content
  };
}
function digest(text) {
  return createHash2("sha256").update(text).digest("hex").slice(0, 12);
}
async function hostAgent(moduleDir) {
  try {
    await mkdir2(join3(moduleDir, agentFolder), { recursive: true });
    await access2(join3(moduleDir, agentFolder), constants2.W_OK);
    await writeFile(join3(moduleDir, ".crash-guard", ".gitignore"), "*\n");
    return true;
  } catch {
    return false;
  }
}
function freeName(dir, name) {
  for (let i = 0; ; i++) {
    const path = join3(dir, `zz_crash_guard${i === 0 ? "" : String(i)}${name}_test.go`);
    if (!existsSync(path)) return path;
  }
}
async function readAgent(probeDirectory) {
  const files = (await goFiles(probeDirectory)).filter((file) => file.startsWith("agent/"));
  return Promise.all(
    files.map(async (file) => {
      const path = join3(probeDirectory, file);
      return { name: file.slice("agent/".length), path, text: await readFile2(path, "utf8") };
    })
  );
}

// src/settings/growth-legs.ts
function measuresGrowth(memory, leg) {
  return memory !== "off" && leg.heapProfile && !leg.race;
}

// src/run/declared.ts
import { join as join4 } from "node:path";
var answerSchema = object({
  packages: array(
    object({
      package: string(),
      testMain: boolean(),
      quiet: boolean(),
      around: nullable(
        object({
          file: string(),
          clause: string(),
          edits: array(object({ at: int(), removed: int(), text: string() }))
        })
      ),
      tests: nullable(
        array(
          object({
            name: string(),
            kind: _enum(["test", "fuzz", "example"]),
            file: string(),
            line: int()
          })
        )
      )
    })
  )
});
async function declaredTests(request) {
  const { run: runFlag, skip } = request.leg.goTestFlags;
  const packages = request.packages.map((listed) => {
    const file = (base) => {
      const name = join4(listed.dir, base);
      return { name, content: request.overlay[name] ?? name };
    };
    return {
      package: listed.package,
      files: [...listed.testFiles, ...listed.externalTestFiles].map(file),
      sources: listed.sourceFiles.map(file)
    };
  });
  const input = JSON.stringify({ run: runFlag, skip, goMinor: request.goMinor, packages });
  const result = uninterrupted(
    "listing the declared tests",
    await request.run(request.program, [], {
      cwd: request.directory,
      env: request.env,
      input
    })
  );
  if (result.kind !== "exited")
    throw new Error(`the list of declared tests ${describeFailure(result)}`);
  const answer = JSON.parse(result.stdout);
  const refusal = object({ error: string() }).safeParse(answer);
  if (refusal.success) {
    const fix = "use the syntax of Go regular expressions (regexp/syntax)";
    throw new InputError([{ where: "go-test-flags", what: refusal.data.error, fix }]);
  }
  return answerSchema.parse(answer).packages.map(({ tests, testMain: testMain2, around, quiet }) => ({
    tests: tests ?? [],
    testMain: testMain2,
    around,
    quiet
  }));
}

// src/run/list-packages.ts
import { dirname, isAbsolute as isAbsolute2, join as join5, relative } from "node:path";

// src/plan/go-list.ts
var packageSchema = object({
  ImportPath: string(),
  Dir: optional(string()),
  Name: optional(string()),
  Standard: optional(boolean()),
  Module: optional(
    object({ Path: string(), Dir: optional(string()), Main: optional(boolean()) })
  ),
  GoFiles: optional(array(string())),
  CgoFiles: optional(array(string())),
  IgnoredGoFiles: optional(array(string())),
  InvalidGoFiles: optional(array(string())),
  TestGoFiles: optional(array(string())),
  XTestGoFiles: optional(array(string())),
  EmbedPatterns: optional(array(string())),
  TestEmbedPatterns: optional(array(string())),
  XTestEmbedPatterns: optional(array(string())),
  Error: optional(object({ Err: string() }))
});
var listFields = Object.keys(packageSchema.shape).join(",");
function parseGoList(stdout) {
  const packages = [];
  const problems = [];
  for (const text of stdout.split(/^(?=\{\s*$)/m)) {
    if (text.trim() === "") continue;
    try {
      packages.push(toListed(packageSchema.parse(JSON.parse(text))));
    } catch (error) {
      problems.push(`go list printed something unreadable: ${error.message}`);
    }
  }
  return { packages, problems };
}
function toListed(raw) {
  const kinds = [
    raw.GoFiles,
    raw.CgoFiles,
    raw.IgnoredGoFiles,
    raw.InvalidGoFiles,
    raw.TestGoFiles,
    raw.XTestGoFiles
  ];
  return {
    package: raw.ImportPath,
    dir: raw.Dir ?? "",
    name: raw.Name ?? "",
    standard: raw.Standard ?? false,
    module: raw.Module === void 0 ? null : { path: raw.Module.Path, dir: raw.Module.Dir ?? "" },
    testFiles: raw.TestGoFiles ?? [],
    externalTestFiles: raw.XTestGoFiles ?? [],
    sourceFiles: [...raw.GoFiles ?? [], ...raw.CgoFiles ?? []],
    embedPatterns: [
      ...raw.EmbedPatterns ?? [],
      ...raw.TestEmbedPatterns ?? [],
      ...raw.XTestEmbedPatterns ?? []
    ],
    files: kinds.reduce((sum, list) => sum + (list?.length ?? 0), 0),
    error: raw.Error?.Err ?? null
  };
}

// src/run/list-packages.ts
async function listPackages(leg, settings, run, env, go) {
  const flags = [...leg.goTestFlags.planWords, ...leg.race ? ["-race"] : []];
  const overlay = leg.goTestFlags.overlay === null ? [] : [`-overlay=${leg.goTestFlags.overlay}`];
  const patterns = await choosePatterns(settings, run, env, go);
  const args = ["list", "-e", `-json=${listFields}`, ...flags, ...overlay, "--", ...patterns];
  const result = uninterrupted("go list", await run("go", args, { cwd: settings.directory, env }));
  if (result.kind !== "exited" || result.code !== 0) {
    const fix = 'make "go list ./..." succeed in that folder first';
    throw new InputError([
      { where: `go list (in ${settings.directory})`, what: describeFailure(result), fix }
    ]);
  }
  return { packages: parseGoList(result.stdout).packages, patterns };
}
async function choosePatterns(settings, run, env, go) {
  if (go.gomod === "" && go.gowork === "" && !isBelowGoroot(settings.directory, go)) {
    if (env["GO111MODULE"] === "off") throw new InputError([modulesOff]);
    throw new InputError([
      {
        where: "--dir",
        what: `${settings.directory} is in no Go module (no go.mod there or above)`,
        fix: `name the module's folder with --dir (input: working-directory), or run "go mod init"`
      }
    ]);
  }
  const wholeTree = settings.packages.length === 1 && settings.packages[0] === "./...";
  if (!wholeTree || go.gowork === "" || dirname(go.gowork) !== settings.directory)
    return settings.packages;
  const result = await run("go", ["work", "edit", "-json"], { cwd: settings.directory, env });
  if (result.kind !== "exited" || result.code !== 0) return settings.packages;
  const work = object({ Use: nullish(array(object({ DiskPath: string() }))) }).safeParse(JSON.parse(result.stdout));
  const modules = work.success ? work.data.Use ?? [] : [];
  return modules.length === 0 ? settings.packages : modules.map(({ DiskPath }) => everythingBelow(DiskPath, settings.directory));
}
var modulesOff = {
  where: "GO111MODULE",
  what: 'it is "off" in the environment, so the go command looks at no go.mod',
  fix: "unset it: every Go that is still maintained works with modules"
};
function isBelowGoroot(directory, go) {
  return directory.startsWith(join5(go.goroot, "src"));
}
function everythingBelow(modulePath, directory) {
  const path = isAbsolute2(modulePath) ? relative(directory, modulePath) : modulePath;
  const clean = path.replace(/^\.\//, "").replace(/\/$/, "");
  if (clean === "" || clean === ".") return "./...";
  return clean.startsWith("..") ? `${clean}/...` : `./${clean}/...`;
}

// src/run/plan-legs.ts
var nothingDeclared = { tests: [], testMain: false, around: null, quiet: false };
async function planLegs(settings, ports) {
  const base = await inspectGo(ports.run, settings.directory, ports.env);
  const probe = buildProbe(
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    base
  );
  probe.catch(() => void 0);
  return Promise.all(settings.legs.map((leg) => planLeg(leg, settings, ports, base, probe)));
}
async function planLeg(requested, settings, ports, base, probe) {
  const prepared = await prepareLeg(requested, settings, ports, base);
  const { leg, go, env } = prepared;
  refuseUnrunnableRace(leg, go);
  const userOverlay = await readUserOverlay(leg.goTestFlags.overlay, settings.directory);
  const { packages: listed, patterns } = await listOf(prepared, settings, ports.run);
  const { declared: program } = await probe;
  const { run } = ports;
  const request = {
    program,
    run,
    env: ports.env,
    directory: settings.directory,
    leg,
    goMinor: go.minor,
    packages: listed,
    overlay: userOverlay
  };
  const declared = await declaredTests(request);
  const hosts = /* @__PURE__ */ new Map();
  for (const moduleDir of new Set(
    listed.flatMap(({ module }) => module === null ? [] : [module.dir])
  )) {
    hosts.set(moduleDir, moduleDir !== "" && await hostAgent(moduleDir));
  }
  const rules = {
    gomodcache: go.gomodcache,
    coverpkg: leg.goTestFlags.coverpkg,
    canHostAgent: (moduleDir) => hosts.get(moduleDir) ?? false,
    isEmbedded: embeddings(listed)
  };
  const packages = listed.map(
    (item, i) => planPackage(item, declared[i] ?? nothingDeclared, rules)
  );
  const leaks = settings.resilience.leaks.goroutines !== "off";
  const planned = { leg, go, probe: await probe, env, patterns, packages, userOverlay };
  return { ...planned, rates: /* @__PURE__ */ new Map(), leaks };
}
async function listLegs(settings, ports) {
  const base = await inspectGo(ports.run, settings.directory, ports.env);
  const list = async (requested) => {
    const prepared = await prepareLeg(requested, settings, ports, base);
    const { leg, go } = prepared;
    const listed = { ...prepared, leg: { ...leg, race: leg.race && canRace(go) } };
    return (await listOf(listed, settings, ports.run)).packages;
  };
  return Promise.all(settings.legs.map(list));
}
async function prepareLeg(requested, settings, ports, base) {
  const env = { ...ports.env, ...requested.env };
  const own = Object.keys(requested.env).length > 0;
  const go = own ? await inspectGo(ports.run, settings.directory, env) : base;
  const leg = withForeignExec(withGoflags(requested, go), go, env);
  return {
    leg: measuresGrowth(settings.resilience.leaks.memory, leg) ? runFresh(leg) : leg,
    ...{ go, env }
  };
}
function runFresh(leg) {
  const flags = leg.goTestFlags;
  if (flags.count !== null) return leg;
  return { ...leg, goTestFlags: { ...flags, count: "1", words: ["-count=1", ...flags.words] } };
}
async function listOf({ leg, go, env }, settings, run) {
  const listed = await listPackages(leg, settings, run, env, go);
  checkListed(listed.packages, listed.patterns, settings.sources["packages"] ?? "packages");
  return listed;
}
function withGoflags(leg, go) {
  const split = splitQuotedWords(go.goflags);
  if ("problem" in split || split.words.length === 0) return leg;
  const { flags: from } = parseGoTestFlags(split.words, "GOFLAGS");
  const own = leg.goTestFlags;
  return {
    ...leg,
    goTestFlags: {
      ...own,
      exec: own.exec.length > 0 ? own.exec : from.exec,
      toolexec: own.toolexec.length > 0 ? own.toolexec : from.toolexec,
      overlay: own.overlay ?? from.overlay,
      verbose: own.verbose || from.verbose,
      run: own.run === "" ? from.run : own.run,
      skip: own.skip === "" ? from.skip : own.skip,
      failfast: own.failfast || from.failfast,
      count: own.count ?? from.count,
      cpu: own.cpu ?? from.cpu,
      coverpkg: own.coverpkg || from.coverpkg,
      tags: own.tags.length > 0 ? own.tags : from.tags,
      measuring: [...from.measuring, ...own.measuring]
    }
  };
}
function withForeignExec(leg, go, env) {
  if (leg.goTestFlags.exec.length > 0) return leg;
  return { ...leg, goTestFlags: { ...leg.goTestFlags, exec: foreignExec(go, env["PATH"] ?? "") } };
}
function canRace(go) {
  return go.cgo || go.goos === "darwin";
}
function refuseUnrunnableRace(leg, go) {
  if (!leg.race || canRace(go)) return;
  throw new InputError([
    {
      where: `leg ${leg.name}`,
      what: "the race detector needs cgo, and cgo is off (CGO_ENABLED=0, no C compiler in PATH, or a build for another machine)",
      fix: "preflight says which of them it is; or leave the leg out: --legs memory"
    }
  ]);
}
async function readUserOverlay(overlay, directory) {
  if (overlay === null) return {};
  const path = resolve(directory, overlay);
  try {
    const schema = object({ Replace: record(string(), string()) });
    const { Replace } = schema.parse(JSON.parse(await readFile3(path, "utf8")));
    const entries = Object.entries(Replace);
    return Object.fromEntries(
      entries.map(([from, to]) => [
        resolve(directory, from),
        to === "" ? "" : resolve(directory, to)
      ])
    );
  } catch (error) {
    throw new InputError([
      {
        where: "-overlay",
        what: `${path}: ${error.message}`,
        fix: 'give a JSON file as "go help build" describes it'
      }
    ]);
  }
}
function recordStore(plan) {
  return join6(plan.go.gocache, "crash-guard", "records");
}

export {
  oldestMinor,
  inspectGo,
  makeOverlay,
  measuresGrowth,
  listFields,
  parseGoList,
  choosePatterns,
  planLegs,
  listLegs,
  readUserOverlay,
  recordStore
};
