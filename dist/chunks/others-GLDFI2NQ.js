import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  mergeReports,
  writeMerged
} from "./chunk-JVZIG5ML.js";
import {
  planMatrix
} from "./chunk-SPOCAZKU.js";
import {
  readReport
} from "./chunk-EJHZP6XY.js";
import {
  chooseCeiling,
  machinePorts,
  makeReport,
  preflight,
  readMachine,
  recordFigures,
  shareable,
  withoutSecrets
} from "./chunk-PHUIOCHM.js";
import "./chunk-E7JFJAP3.js";
import {
  writeAll
} from "./chunk-CNOXS7MP.js";
import "./chunk-7QGZCJMF.js";
import "./chunk-XDID2FZV.js";
import {
  showReport
} from "./chunk-MWTZRLSY.js";
import {
  finishCores
} from "./chunk-ZVDR3PZG.js";
import {
  definedOnly
} from "./chunk-YTNZRLDL.js";
import "./chunk-ZWTAINA2.js";
import {
  renderChecks
} from "./chunk-NSNZC5CJ.js";
import {
  fulfilled,
  loadCatalog
} from "./chunk-W6PERRZ2.js";
import {
  exitCode,
  exitCodes
} from "./chunk-PCPWAUOV.js";
import {
  loadSettings,
  nearest,
  require_mod
} from "./chunk-3WO2YYS3.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-7GVYDYZ6.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import {
  causePage,
  crashPage,
  formatAmount,
  formatChange,
  formatShare as formatShare2,
  isUsual,
  renderComparison,
  shortCommit
} from "./chunk-NKJRDYH7.js";
import {
  corpusFolder,
  parseInputPath
} from "./chunk-3B7QNTED.js";
import {
  openClone,
  openStore
} from "./chunk-Q5NST6EV.js";
import "./chunk-2JIHL4JN.js";
import "./chunk-E6RA3DVR.js";
import {
  causeOfCrash,
  examine,
  findGuilt,
  heapFigures,
  isChargeable,
  isOf,
  nowhereElse,
  readRunPlan,
  recursionOf,
  reportCrashes,
  repositoryFile
} from "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import {
  standing
} from "./chunk-RGVDOE3Y.js";
import {
  findModules,
  readAgain,
  readBaselineFile,
  readRecorded,
  renames,
  repositoryAt,
  unclearRenames
} from "./chunk-UT7K35KJ.js";
import {
  decodeRun,
  keyId,
  newerLayout,
  parsePath,
  readPaths,
  recordPath
} from "./chunk-WKU5LGFA.js";
import "./chunk-ZFXW6GAV.js";
import {
  choosePatterns,
  inspectGo,
  listFields,
  parseGoList,
  readUserOverlay
} from "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import {
  compare,
  median
} from "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import {
  heapMetrics,
  noGoTestFlags,
  packageMetrics,
  parseGoTestFlags
} from "./chunk-LSEFGULL.js";
import {
  createCrashScanner,
  holdersOf,
  parseSnapshotMeta,
  readAttempts,
  sumCallSites
} from "./chunk-U6CEAT6P.js";
import {
  maxUnpackedBytes,
  readProfile
} from "./chunk-37YTOFUQ.js";
import {
  parseEvent
} from "./chunk-O3GBPBQZ.js";
import {
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  checkListed,
  isBelow
} from "./chunk-3JJND2XY.js";
import {
  readMarker
} from "./chunk-GUNDL3TO.js";
import {
  binaryName,
  contentOf,
  createGoroutineParser,
  headBytes,
  inspectCore,
  investigate,
  isSameLine,
  listGoroutines,
  moduleOf,
  plainFrame,
  renderInspection,
  unpackedHead
} from "./chunk-YCSXZ3FE.js";
import {
  parseEndRecord,
  parseGuardRecord,
  parseStartRecord
} from "./chunk-QYIN7XRD.js";
import {
  enclosingFunction,
  readBounded,
  readBoundedBytes,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  splitBuildText
} from "./chunk-E2SX27TT.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  describeFailure,
  uninterrupted
} from "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-DTPM72IW.js";
import {
  decisiveAttempt
} from "./chunk-LJR2BSKZ.js";
import {
  aligned,
  formatShare,
  frameLine,
  moreLine,
  oneLine,
  prose,
  textLine,
  waitsCutLines,
  waitsLines
} from "./chunk-COOM7LNL.js";
import {
  baseOfTest
} from "./chunk-ISKTQOTD.js";
import {
  isRuntime,
  packageOf,
  relativeTo,
  shortName,
  userFrame
} from "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration,
  joinQuotedWords,
  splitQuotedWords
} from "./chunk-MYAVKQUZ.js";
import {
  _enum,
  _nonnegative,
  array,
  boolean,
  discriminatedUnion,
  extend,
  int,
  literal,
  number,
  object,
  string
} from "./chunk-TYNGSIJO.js";
import {
  clip,
  formatBytes,
  listNames,
  printable
} from "./chunk-RYNKS63I.js";
import {
  __toESM
} from "./chunk-5XWL5JNG.js";

// src/entry/audit-command.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";

// src/inspect/audit/audit.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/report/audit-kinds.ts
var auditKinds = {
  // go worker()
  goroutine: {
    level: "warning",
    title: "starts a goroutine",
    advice: "start it from a function that main or a test calls, with a way to end it; leak checks see it in every test of every package that imports this one"
  },
  // net.Listen("tcp", ":8080")
  network: {
    level: "warning",
    title: "uses the network",
    advice: "connect when it is first needed, with a timeout, and return the error"
  },
  // os.Open("config.json")
  file: {
    level: "warning",
    title: "uses a file",
    advice: "open it when it is first needed (sync.OnceValues) or embed it; a test runs in the folder of its package, where the file may not be"
  },
  // exec.Command("git", "rev-parse", "HEAD").Output()
  command: {
    level: "warning",
    title: "runs a command",
    advice: "run it when its output is needed, or at build time (-ldflags=-X)"
  },
  // log.Fatal(err)
  exit: {
    level: "warning",
    title: "ends the process",
    advice: "return the error and let main end the process; no test has begun yet, so none can be named, and exit code 0 looks as if nothing had been wrong"
  },
  // panic(err)
  panic: {
    level: "warning",
    title: "panics",
    advice: "return the error, or make the value when it is first needed; a panic here fails every package that imports this one"
  },
  // flag.Parse()
  "flag-parse": {
    level: "warning",
    title: "parses flags",
    advice: 'call it in main; package testing has not declared its flags yet, so go test ends with "flag provided but not defined: -test..."'
  },
  // time.Sleep(time.Second)
  wait: {
    level: "warning",
    title: "waits",
    advice: "wait where the result is needed; everything that imports this package waits with it"
  },
  // template.Must(template.ParseFiles("page.html"))
  must: {
    level: "note",
    title: "panics if its input is wrong",
    advice: "use the function that returns an error, unless the input is the same in every process"
  },
  // os.Getenv("DSN")
  environment: {
    level: "note",
    title: "reads the environment",
    advice: "read it in main and hand the value on; t.Setenv comes too late for what is read here"
  },
  // flag.String("addr", "", ""), http.HandleFunc("/", home)
  registration: {
    level: "note",
    title: "registers globally",
    advice: "use a flag.FlagSet or http.ServeMux of your own; a second registration of a name panics"
  },
  // os.Setenv("TZ", "UTC")
  "process-state": {
    level: "note",
    title: "changes the process",
    advice: "do it in main or in TestMain; every test of every importing package is run with it"
  }
};

// src/probe/build-tool.ts
import { createHash, randomBytes } from "node:crypto";
import { access, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
async function buildTool(tool, sources, go) {
  const directory = join(sources.directory, tool.name);
  const folder = join(go.gocache, "crash-guard", "bin", await hashTool(tool, directory, go));
  const path = join(folder, `${tool.name}${go.exe}`);
  if (await exists(path)) return { kind: "built", path };
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  const args = ["build", "-trimpath", "-buildvcs=false", ...tool.flags, "-o", temporary, "."];
  const env = toolEnvironment(sources.env, go);
  const result2 = await sources.run("go", args, {
    cwd: directory,
    env,
    timeoutMs: tool.timeoutMs
  });
  if (result2.kind !== "exited" || result2.code !== 0) {
    await rm(temporary, { force: true });
    return { kind: "failed", result: result2 };
  }
  await rename(temporary, path).catch(() => rm(temporary, { force: true }));
  return { kind: "built", path };
}
function toolEnvironment(env, go) {
  const released = /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/.test(go.version);
  return {
    ...env,
    ...released ? { GOTOOLCHAIN: go.version } : {},
    CGO_ENABLED: "0",
    // Not empty: go would take what `go env -w` has set.
    GOFLAGS: "-mod=readonly",
    GOWORK: "off",
    GO111MODULE: "on",
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: ""
  };
}
async function hashTool(tool, directory, go) {
  const { name, flags } = tool;
  const hash = createHash("sha256");
  hash.update(`${go.version} ${go.hostOs}/${go.hostArch} ${JSON.stringify([name, ...flags])}
`);
  const files = (await readdir(directory)).filter(
    (file) => /\.(?:go|mod|sum)$/.test(file) && !file.endsWith("_test.go")
  );
  for (const file of files.sort()) {
    hash.update(`${file}
`).update(await readFile(join(directory, file)));
  }
  return hash.digest("hex").slice(0, 20);
}
async function exists(path) {
  return access(path).then(
    () => true,
    () => false
  );
}

// src/inspect/audit/analyse.ts
var place = { file: string(), line: int() };
var analysisSchema = object({
  packages: array(
    object({
      package: string(),
      role: _enum(["own", "dependency"]),
      findings: array(
        object({
          kind: _enum(Object.keys(auditKinds)),
          what: string(),
          ...place,
          conditional: boolean(),
          test: boolean(),
          generated: boolean(),
          chain: array(object({ function: string(), ...place })),
          also: int()
        })
      ),
      omitted: int(),
      problems: array(string())
    })
  ),
  testMains: array(object({ file: string(), offset: int() }))
});
var buildMs = 3e5;
var analyseMs = 6e5;
async function buildAnalyser(ports, go) {
  const built = await buildTool(
    { name: "audit", flags: [], timeoutMs: buildMs },
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    go
  );
  if (built.kind === "built") return built.path;
  const failure = describeFailure(uninterrupted("building the audit program", built.result));
  throw new Error(`the audit program could not be built with ${go.version}: ${failure}`);
}
async function analyse(program, list, overlay, ports) {
  const result2 = uninterrupted(
    "reading the packages",
    await ports.run(program, overlay === "" ? [] : [overlay], {
      cwd: ports.scratch,
      env: ports.env,
      input: list,
      timeoutMs: analyseMs
    })
  );
  if (result2.kind !== "exited" || result2.code !== 0)
    throw new Error(`the audit program ${describeFailure(result2)}`);
  return analysisSchema.parse(JSON.parse(result2.stdout));
}

// src/inspect/audit/costs.ts
function costs(records, packageOf2) {
  const all = /* @__PURE__ */ new Map();
  for (const { directory, packages } of records) {
    const owner = packageOf2(directory);
    for (const one of packages) {
      const path = unescapePath(one.package);
      if (path === "main") continue;
      const known = all.get(path) ?? { own: null, any: [] };
      all.set(path, known);
      known.any.push(one);
      if (path === owner || path === `${owner ?? ""}_test`) known.own = one;
    }
  }
  return new Map(
    [...all].flatMap(([path, { own, any }]) => {
      const chosen = own ?? middle(any);
      return chosen === void 0 ? [] : [[path, toCost(chosen, any.length)]];
    })
  );
}
function toCost({ clockMs, bytes, allocs }, starts2) {
  return { initMs: clockMs, bytes, allocs, starts: starts2 };
}
function middle(found) {
  return [...found].sort((a, b) => a.clockMs - b.clockMs)[Math.floor((found.length - 1) / 2)];
}
function unescapePath(path) {
  return path.replace(
    /%([0-9a-f]{2})/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))
  );
}

// src/inspect/audit/listing.ts
var analysedFields = "ImportPath,Dir,Name,Standard,DepOnly,ForTest,GoFiles,CgoFiles,ImportMap,Module";
async function listAudited(request, overlay, ports, go) {
  const { directory, patterns: packages } = request;
  const patterns = await choosePatterns({ directory, packages }, ports.run, ports.env, go);
  const list = async (...flags) => {
    const all = [
      ...flags,
      ...request.flags.planWords,
      ...overlay === "" ? [] : [`-overlay=${overlay}`]
    ];
    const args = ["list", "-e", ...all, "--", ...patterns];
    const result2 = await ports.run("go", args, { cwd: directory, env: ports.env });
    const listed = uninterrupted("go list", result2);
    if (listed.kind === "exited" && listed.code === 0) return listed.stdout;
    const fix = 'make "go list ./..." succeed in that folder first';
    const where = `go list (in ${directory})`;
    throw new InputError([{ where, what: describeFailure(listed), fix }]);
  };
  const { packages: named3 } = parseGoList(await list(`-json=${listFields}`));
  checkListed(named3, patterns, request.patternsWhere);
  const text = await list("-deps", "-test", `-json=${analysedFields}`);
  return { patterns, named: named3, text };
}

// src/inspect/audit/start.ts
import { Buffer as Buffer2 } from "node:buffer";
import { mkdir as mkdir2, readFile as readFile2, readdir as readdir2, stat, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var startRecordSchema = object({
  directory: string(),
  ending: _enum(["exited", "signaled", "stuck", "not-started"]),
  exitCode: int(),
  signal: string(),
  elapsedMs: number(),
  packages: array(
    object({
      package: string(),
      atMs: number(),
      clockMs: number(),
      bytes: number(),
      allocs: number()
    })
  ),
  omitted: int(),
  said: string()
});
var startLimit = "20s";
var allStartsMs = 18e5;
var maxRecordBytes = 8 << 20;
async function startAll(request, ports, start) {
  const folder = join2(ports.scratch, "starts");
  await mkdir2(folder);
  const overlay = join2(ports.scratch, "start-overlay.json");
  await writeFile(overlay, JSON.stringify({ Replace: await startOverlay(start, ports.scratch) }));
  const exec = joinQuotedWords([start.program, "start", folder, startLimit]);
  if (exec === null) throw new Error(`the go command cannot be told of ${start.program}`);
  const args = [
    "test",
    `-exec=${exec}`,
    `-overlay=${overlay}`,
    "-run=^$",
    "-vet=off",
    "-count=1",
    ...request.flags.planWords,
    ...start.patterns
  ];
  const { directory } = request;
  const begin = performance.now();
  const options = { cwd: directory, env: ports.env, timeoutMs: allStartsMs };
  const result2 = await ports.run("go", args, options);
  const inTime = performance.now() - begin < allStartsMs;
  const ended = inTime ? uninterrupted("starting the test binaries", result2) : null;
  return {
    records: await readRecords(folder),
    buildText: splitBuildText(ended?.kind === "exited" ? ended.stderr : ""),
    gaps: inTime ? [] : [`not everything was started in ${formatDuration(allStartsMs)}`]
  };
}
async function startOverlay(start, scratch) {
  const replace = { ...start.userOverlay };
  const isFixed = (path) => isBelow(path, start.gomodcache);
  for (const [number2, { file, offset }] of start.testMains.entries()) {
    if (isFixed(file)) continue;
    const source = await readFile2(replace[file] ?? file);
    const path = join2(scratch, `test-main-${String(number2)}.go`);
    const rest = source.subarray(offset + "TestMain".length);
    const name = Buffer2.from("testMainThatIsNotCalled");
    await writeFile(path, Buffer2.concat([source.subarray(0, offset), name, rest]));
    replace[file] = path;
  }
  for (const { dir, name, testFiles: testFiles2, externalTestFiles } of start.named) {
    const hasTests = testFiles2.length + externalTestFiles.length > 0;
    if (hasTests || dir === "" || name === "" || isFixed(dir)) continue;
    const path = join2(scratch, `empty-${name}_test.go`);
    await writeFile(path, `package ${name}
`);
    replace[join2(dir, "zz_crash_guard_audit_test.go")] = path;
  }
  return replace;
}
async function readRecords(folder) {
  const records = [];
  for (const name of (await readdir2(folder)).sort()) {
    const path = join2(folder, name);
    if ((await stat(path)).size > maxRecordBytes) continue;
    try {
      records.push(startRecordSchema.parse(JSON.parse(await readFile2(path, "utf8"))));
    } catch {
    }
  }
  return records;
}

// src/inspect/audit/starts.ts
var maxSaidChars = 400;
function starts(named3, { records, buildText }, directory) {
  const byFolder = new Map(records.map((record) => [record.directory, record]));
  return named3.map((listed) => {
    const record = byFolder.get(listed.dir);
    return record === void 0 ? notBuilt(
      listed.package,
      listed.error ?? buildText.get(listed.package) ?? buildText.get("") ?? ""
    ) : { package: listed.package, ...told(record, directory) };
  });
}
function notBuilt(name, text) {
  const nothing = {
    exitCode: 0,
    signal: "",
    ready: false,
    elapsedMs: 0,
    initMs: 0,
    bytes: 0,
    allocs: 0
  };
  return {
    package: name,
    ending: "not-built",
    ...nothing,
    said: firstLine(inOneLine(text)),
    at: null
  };
}
function inOneLine(text) {
  return text.replace(/\n\t(?=imports )/g, " ");
}
function told(record, directory) {
  const { ending, exitCode: exitCode2, signal, elapsedMs, packages, said } = record;
  const sum = (of) => packages.reduce((total, one) => total + of(one), 0);
  const ready = record.omitted > 0 || packages.some((one) => one.package === "main");
  const well = ready && ending === "exited" && exitCode2 === 0;
  return {
    ending,
    exitCode: exitCode2,
    signal,
    ready,
    elapsedMs,
    initMs: Math.round(sum(({ clockMs }) => clockMs) * 1e3) / 1e3,
    bytes: sum(({ bytes }) => bytes),
    allocs: sum(({ allocs }) => allocs),
    // Where it is stuck tells more than that it was asked.
    said: well || ending === "stuck" ? null : firstLine(said),
    at: well ? null : place2(said, directory)
  };
}
function firstLine(text) {
  const line = printable(text).split("\n").find((one) => one.trim() !== "");
  return line === void 0 ? null : clip(line.trim(), maxSaidChars);
}
function place2(said, directory) {
  const parser = createGoroutineParser();
  for (const line of said.split("\n")) parser.push(line);
  parser.end();
  const first = parser.goroutines.find(({ id }) => id === 1) ?? parser.goroutines[0];
  const frame2 = first === void 0 ? null : userFrame(first.frames);
  return frame2 === null ? null : relativeTo(directory, frame2);
}

// src/inspect/audit/audit.ts
async function audit(request, ports) {
  const { directory } = request;
  const go = await inspectGo(ports.run, directory, ports.env);
  const userOverlay = await readUserOverlay(overlayOf(request, go), directory);
  const overlay = await writeOverlay(userOverlay, ports.scratch);
  const { patterns, named: named3, text } = await listAudited(request, overlay, ports, go);
  const program = await buildAnalyser(ports, go);
  const analysis = await analyse(program, text, overlay, ports);
  const { testMains } = analysis;
  const { gomodcache } = go;
  const toStart = { program, named: named3, patterns, userOverlay, testMains, gomodcache };
  const started = request.start ? await startAll(request, ports, toStart) : null;
  return compose(request, go, named3, analysis, started);
}
function overlayOf({ flags }, go) {
  if (flags.overlay !== null) return flags.overlay;
  const split = splitQuotedWords(go.goflags);
  return "problem" in split ? null : parseGoTestFlags(split.words, "GOFLAGS").flags.overlay;
}
async function writeOverlay(replace, scratch) {
  if (Object.keys(replace).length === 0) return "";
  const path = join3(scratch, "overlay.json");
  await writeFile2(path, JSON.stringify({ Replace: replace }));
  return path;
}
function compose({ directory }, go, named3, analysis, started) {
  const byFolder = new Map(named3.map((listed) => [listed.dir, listed.package]));
  const packageOf2 = (folder) => byFolder.get(folder) ?? null;
  const costOf = costs(started?.records ?? [], packageOf2);
  const analysed = new Set(analysis.packages.map((one) => one.package));
  const packages = analysis.packages.map((one) => ({
    ...one,
    cost: costOf.get(one.package) ?? null,
    findings: one.findings.map((finding) => toFinding(finding, [directory, go.gomodcache]))
  }));
  for (const [name, cost] of costOf) {
    if (analysed.has(name)) continue;
    packages.push({
      package: name,
      role: "standard",
      cost,
      findings: [],
      omitted: 0,
      problems: []
    });
  }
  const own = (one) => one.role === "own" ? 0 : 1;
  const initMs = ({ cost }) => cost?.initMs ?? -1;
  return {
    directory,
    go: go.version,
    named: named3.map((listed) => listed.package),
    packages: packages.sort(
      (a, b) => own(a) - own(b) || initMs(b) - initMs(a) || (a.package < b.package ? -1 : 1)
    ),
    starts: started === null ? [] : starts(named3, started, directory),
    gaps: started?.gaps ?? ["nothing was started, so what initialisation costs is not known"]
  };
}
function toFinding(finding, folders2) {
  const { kind, conditional } = finding;
  const level = kind === "panic" && conditional ? "note" : auditKinds[kind].level;
  const below = (frame2) => folders2.reduce((named3, folder) => relativeTo(folder, named3), frame2);
  const { file } = below({ ...finding, function: "" });
  return { ...finding, level, file, chain: finding.chain.map(below) };
}

// src/render/audit-findings.ts
var shownFindings = 30;
function formatMs(ms) {
  return `${ms < 1 ? ms.toFixed(3) : ms.toFixed(1)} ms`;
}
function costCells(cost) {
  if (cost === null) return ["", "", ""];
  const { initMs, bytes, allocs } = cost;
  return [formatMs(initMs), formatBytes(bytes), plural(allocs, "alloc")];
}
function findingLines(page, found, omitted = 0) {
  const ordered = [...found].sort((a, b) => rank(a) - rank(b));
  const shown2 = ordered.slice(0, shownFindings);
  const width = shown2.reduce((most, { kind }) => Math.max(most, title(kind).length), 0);
  const lines = shown2.flatMap((finding) => {
    const { bad, dim } = page.paint;
    const { kind, level, what, file, line } = finding;
    const mark = level === "warning" ? bad("✗") : "!";
    const place3 = `${oneLine(file)}:${String(line)}`;
    const text = textLine(page, `    ${title(kind).padEnd(width)}  ${place3}  ${what}`);
    return [`  ${mark}${text.slice(3)}`, dim(textLine(page, `      ${way(finding)}`))];
  });
  return [...lines, ...moreLine(page, ordered.length - shown2.length + omitted, "finding")];
}
function title(kind) {
  return auditKinds[kind].title;
}
function rank({ level }) {
  return level === "warning" ? 0 : 1;
}
function way({ chain, conditional, test, generated, also }) {
  const steps = chain.map(
    ({ function: name, file, line }, i) => (
      // The last place is that of the finding itself.
      i === chain.length - 1 ? name : `${name} (${baseName(file)}:${String(line)})`
    )
  );
  const remarks = [
    `in ${steps.join(" > ")}`,
    also > 0 ? `and from ${plural(also, "more initialiser")}` : "",
    conditional ? "not in every case" : "",
    test ? "in a test file" : "",
    generated ? "in a generated file" : ""
  ];
  return remarks.filter((remark2) => remark2 !== "").join("; ");
}
function baseName(file) {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}

// src/render/audit.ts
var shownQuiet = 5;
var shownDependencies = 10;
var shownProblems = 20;
var worthALineMs = 0.05;
function renderAudit(audit3, page) {
  const own = audit3.packages.filter(({ role }) => role === "own");
  const lines = [
    page.paint.bold(textLine(page, headline(audit3, own))),
    ...startLines(page, audit3.starts),
    ...problemLines(page, audit3),
    ...ownLines(page, own),
    ...dependencyLines(
      page,
      audit3.packages.filter(({ role }) => role !== "own")
    ),
    ...adviceLines(page, own)
  ];
  return `${lines.join("\n")}
`;
}
function headline({ go, starts: starts2 }, own) {
  const found = own.flatMap(({ findings }) => findings);
  const warnings = found.filter(({ level }) => level === "warning").length;
  const slowest = starts2.reduce((most, { initMs }) => Math.max(most, initMs), 0);
  const cost = starts2.length === 0 ? "" : `; up to ${formatMs(slowest)} before main`;
  const counts = `${plural(warnings, "warning")}, ${plural(found.length - warnings, "note")}`;
  return `startup of ${plural(own.length, "package")} with ${go}: ${counts}${cost}`;
}
function startLines(page, starts2) {
  const troubled = starts2.filter(
    ({ ending, exitCode: exitCode2, ready }) => ending !== "exited" || exitCode2 !== 0 || !ready
  );
  const lines = troubled.slice(0, shownProblems).flatMap((start) => {
    const { at: at2 } = start;
    const line = textLine(page, `  ${oneLine(start.package)} ${outcome(start)}`);
    const where = at2 === null ? [] : [frameLine(page, "      at ", at2)];
    return [`${page.paint.bad("✗")}${line.slice(1)}`, ...where];
  });
  const more = moreLine(
    page,
    troubled.length - shownProblems < 0 ? 0 : troubled.length - shownProblems,
    "package"
  );
  return lines.length === 0 ? [] : ["", ...lines, ...more];
}
function outcome({ ending, exitCode: exitCode2, signal, ready, elapsedMs, said }) {
  const when = ready ? "without a test" : "before main";
  const words = said === null ? "" : `: ${said}`;
  switch (ending) {
    case "exited":
      return `ends with exit code ${String(exitCode2)} ${when}${words}`;
    case "signaled":
      return `is ended by a signal (${signal}) ${when}${words}`;
    case "stuck":
      return `is not ready after ${formatDuration(elapsedMs)}${words}`;
    case "not-started":
      return `could not be started${words}`;
    case "not-built":
      return `could not be built${words}`;
  }
}
function problemLines({ paint }, { gaps, packages }) {
  const problems = [
    ...gaps,
    ...packages.flatMap((one) => one.role === "own" ? one.problems : [])
  ];
  const shown2 = problems.slice(0, shownProblems);
  const lines = shown2.map((problem2) => paint.bad(`! ${clip(oneLine(problem2), 400)}`));
  const more = moreLine({ paint, width: 0 }, problems.length - shown2.length, "problem");
  return lines.length === 0 ? [] : ["", ...lines, ...more];
}
function ownLines(page, own) {
  const lines = [];
  for (const one of own.filter(({ findings }) => findings.length > 0)) {
    const cost = costCells(one.cost).filter((cell) => cell !== "");
    const head2 = [one.package, ...cost].map(oneLine).join("  ");
    lines.push("", page.paint.bold(textLine(page, head2)));
    lines.push(...findingLines(page, one.findings, one.omitted));
  }
  const quiet = own.filter(({ findings }) => findings.length === 0);
  if (quiet.length === 0) return lines;
  lines.push("", page.paint.bold("nothing found in:"), ...costLines(page, quiet, shownQuiet));
  return lines;
}
function dependencyLines(page, others) {
  const warns = ({ findings }) => findings.some(({ level }) => level === "warning");
  const costly = others.filter(({ cost }) => cost !== null && cost.initMs >= worthALineMs);
  const lines = [];
  if (costly.length > 0)
    lines.push(
      "",
      page.paint.bold("costliest dependencies:"),
      ...costLines(page, costly, shownDependencies)
    );
  const warning = others.filter(warns);
  if (warning.length > 0)
    lines.push("", page.paint.bold("dependencies that do more than set themselves up:"));
  for (const { package: name, findings } of warning.slice(0, shownDependencies)) {
    lines.push(textLine(page, `  ${name}`));
    const warnings = findings.filter(({ level }) => level === "warning");
    lines.push(...findingLines(page, warnings).map((line) => `  ${line}`));
  }
  lines.push(...moreLine(page, Math.max(0, warning.length - shownDependencies), "package"));
  return lines;
}
function costLines(page, packages, most) {
  const shown2 = packages.slice(0, most);
  const rows = aligned(
    shown2.map((one) => [...costCells(one.cost), oneLine(one.package)]),
    [true, true, true, false]
  );
  const lines = rows.map((row) => textLine(page, `  ${row}`.trimEnd()));
  return [...lines, ...moreLine(page, packages.length - shown2.length, "package")];
}
function adviceLines({ paint }, own) {
  const found = new Set(own.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  const kinds = Object.keys(auditKinds).filter((kind) => found.has(kind));
  if (kinds.length === 0) return [];
  const lines = kinds.map((kind) => `  ${auditKinds[kind].title}: ${auditKinds[kind].advice}`);
  return ["", paint.bold("what to do:"), ...lines.map(printable)];
}

// src/entry/audit-command.ts
async function auditCommand(packages, flags, {
  cwd,
  goTestWords,
  ...ports
}, page) {
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    goTestWords,
    layer: {
      values: definedOnly({ packages: packages.length > 0 ? packages : void 0 }),
      where: (key) => key === "packages" ? "packages" : `--${key}`
    }
  });
  const scratch = await mkdtemp(join4(tmpdir(), "go-crash-guard-audit-"));
  try {
    const found = await audit(
      {
        directory: settings.directory,
        patterns: settings.packages,
        patternsWhere: settings.sources["packages"] ?? "packages",
        flags: settings.legs[0]?.goTestFlags ?? noGoTestFlags(),
        start: flags.run
      },
      { ...ports, scratch }
    );
    return flags.json === true ? `${JSON.stringify(found, null, 2)}
` : renderAudit(found, page);
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
}

// src/entry/commands/audit.ts
function addAudit(program, terminal) {
  program.command("audit").description("show what packages do before main, and what their initialisation costs").argument("[packages...]", 'package patterns (default: ./...); flags for go test go after "--"').option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--no-run", "read the sources only: no test binary is started").option("--json", "print JSON").action((packages, flags) => audit2(packages, flags, terminal));
}
async function audit2(packages, flags, terminal) {
  const { write, cancellation, runCommand, probeDirectory, goTestWords } = terminal;
  terminal.listen();
  const ports = {
    run: runCommand,
    env: process.env,
    cwd: process.cwd(),
    probeDirectory,
    goTestWords
  };
  try {
    write(await auditCommand(packages, flags, ports, terminal.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}

// src/baseline/find-package.ts
function findPackage(packages, name) {
  const wanted2 = name.replace(/^\.\/+/, "").replace(/\/+$/, "");
  const isRoot = wanted2 === "" || wanted2 === ".";
  const exact = packages.filter(
    ({ key }) => isRoot ? key.package === key.module : key.package === wanted2
  );
  if (exact.length > 0) return { kind: "found", packages: exact };
  const byEnd = packages.filter(({ key }) => key.package.endsWith(`/${wanted2}`));
  if (!isRoot && byEnd.length > 0) return { kind: "found", packages: byEnd };
  const names2 = [...new Set(packages.map(({ key }) => key.package))];
  const last = (path) => path.slice(path.lastIndexOf("/") + 1);
  const near = nearest(wanted2, names2) ?? names2.find((path) => last(path) === nearest(last(wanted2), names2.map(last)));
  return { kind: "unknown", nearest: near ?? null };
}

// src/baseline/record-line.ts
function sameButRate(key) {
  return keyId({ ...key, rate: 0 });
}
async function readLine(store, paths, keys, limit) {
  const ids = new Set(keys.map(keyId));
  const found = paths.filter((entry) => ids.has(entry.keyId));
  const line = /* @__PURE__ */ new Map();
  for (const { path, distance: distance2 } of found.flatMap((entry) => entry.line))
    if (!line.has(distance2)) line.set(distance2, path);
  const nearest3 = [...line].sort(([a], [b]) => a - b).map(([, path]) => path);
  const elsewhere = nearest3.length === 0;
  const read = await readPaths(
    store,
    elsewhere ? found.flatMap(({ others }) => others).slice(0, maxElsewhere) : nearest3.slice(0, limit)
  );
  if (read.kind === "problem") return read;
  const { problems } = read;
  const records = elsewhere ? read.records.sort(byDate).slice(-limit) : read.records.reverse();
  return { kind: "records", records, problems, elsewhere };
}
var maxElsewhere = 400;
function byDate(a, b) {
  return Date.parse(a.committedAt) - Date.parse(b.committedAt);
}

// src/baseline/store-account.ts
function accountOf(paths) {
  const account = { records: 0, runRecords: 0, fuzzInputs: { count: 0, bytes: 0 } };
  for (const path of paths) {
    const kind = parsePath(path)?.kind;
    if (kind === "heap") account.records++;
    else if (kind === "run") account.runRecords++;
    else {
      const input = parseInputPath(path);
      if (input === null) continue;
      account.fuzzInputs.count++;
      account.fuzzInputs.bytes += input.bytes;
    }
  }
  return account;
}

// src/baseline/store-contents.ts
var recordsPerRead = 64;
function pathsByKey(paths, ancestors) {
  const distances = new Map(ancestors.map((commit, distance2) => [commit, distance2]));
  const keys = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== "heap") continue;
    const { keyId: keyId2, commit } = parsed;
    const found = keys.get(keyId2) ?? { keyId: keyId2, line: [], others: [] };
    keys.set(keyId2, found);
    const distance2 = distances.get(commit);
    if (distance2 === void 0) found.others.push(path);
    else found.line.push({ path, distance: distance2 });
  }
  for (const { line } of keys.values()) line.sort((a, b) => a.distance - b.distance);
  return [...keys.values()];
}
async function readContents(store, ancestors) {
  const listed = await store.list();
  if (listed.kind === "problem") return listed;
  const commits = /* @__PURE__ */ new Set();
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== "heap") continue;
    commits.add(parsed.commit);
  }
  const problems = newerLayout(listed.paths);
  const packages = [];
  const keys = pathsByKey(listed.paths, ancestors);
  for (let start = 0; start < keys.length; start += recordsPerRead) {
    const some = keys.slice(start, start + recordsPerRead);
    const read = await readNearest(store, some);
    if (read.kind === "problem") return read;
    packages.push(...read.packages);
    problems.push(...read.problems);
  }
  packages.sort((a, b) => order(a.key) < order(b.key) ? -1 : 1);
  const [head2 = null] = ancestors;
  return {
    kind: "contents",
    contents: {
      ...{ store: store.name, head: head2, commits: commits.size, packages, problems },
      ...accountOf(listed.paths)
    },
    keys
  };
}
async function readNearest(store, keys) {
  const packages = [];
  const wanted2 = keys.map(({ line, others }) => line[0]?.path ?? others[0] ?? "");
  const read = await readPaths(store, wanted2);
  if (read.kind === "problem") return read;
  const byPath = new Map(read.records.map((record) => [pathOf(record), record]));
  for (const [i, { line, others }] of keys.entries()) {
    const record = byPath.get(wanted2[i] ?? "");
    if (record === void 0) continue;
    const { key, commit, committedAt, environment: environment2 } = record;
    packages.push({
      key,
      records: line.length + others.length,
      nearest: {
        ...{ commit, committedAt, environment: environment2, metrics: record.record.metrics },
        distance: line[0]?.distance ?? null
      }
    });
  }
  return { kind: "read", packages, problems: read.problems };
}
function pathOf({ key, commit }) {
  return recordPath(key, commit);
}
function order({ package: name, leg, go, rate }) {
  return [name, leg, go, String(rate)].join(" ");
}

// src/heap/compare/change-point.ts
var shortestLevel = 3;
var leastProbability = 0.95;
var shuffles = 1e3;
var maxValues = 1e3;
function changePoints(values) {
  const start = Math.max(0, values.length - maxValues);
  const series = values.slice(start);
  if (!series.every(Number.isFinite)) return [];
  const splits = segment(series, 0, series.length).sort((a, b) => a.index - b.index);
  return splits.map(({ index, probability }, at2) => ({
    index: start + index,
    before: median(series.slice(splits[at2 - 1]?.index ?? 0, index)),
    after: median(series.slice(index, splits[at2 + 1]?.index ?? series.length)),
    probability
  }));
}
function segment(series, from, to) {
  if (to - from < 2 * shortestLevel) return [];
  const ranks = centredRanks(series.slice(from, to));
  const best = bestSplit(ranks);
  if (best.statistic === 0) return [];
  const probability = 1 - pValue(ranks, best.statistic);
  if (probability < leastProbability) return [];
  const index = from + best.at;
  return [{ index, probability }, ...segment(series, from, index), ...segment(series, index, to)];
}
function centredRanks(values) {
  const order2 = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order2.length; ) {
    let next = first + 1;
    while (next < order2.length && at(values, order2[next]) === at(values, order2[first])) next++;
    const rank2 = (first + next - values.length) / 2;
    for (const index of order2.slice(first, next)) ranks[index] = rank2;
    first = next;
  }
  return ranks;
}
function at(values, index) {
  return values[index ?? 0] ?? 0;
}
function bestSplit(ranks) {
  const length = ranks.length;
  const best = { at: 0, statistic: 0 };
  let sum = 0;
  for (let left = 1; left <= length - shortestLevel; left++) {
    sum += ranks[left - 1] ?? 0;
    if (left < shortestLevel) continue;
    const statistic = sum * sum / (left * (length - left));
    if (statistic > best.statistic) Object.assign(best, { at: left, statistic });
  }
  return best;
}
function pValue(ranks, statistic) {
  const random = seededRandom(ranks.length);
  const shuffled = ranks.slice();
  let asUnusual = 0;
  const tooOften = (1 - leastProbability) * (shuffles + 1);
  for (let round = 0; round < shuffles && asUnusual <= tooOften; round++) {
    shuffle(shuffled, random);
    if (bestSplit(shuffled).statistic >= statistic * (1 - 1e-9)) asUnusual++;
  }
  return (asUnusual + 1) / (shuffles + 1);
}
function shuffle(values, random) {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}
function seededRandom(seed) {
  let state = seed % 2147483646 + 1;
  return () => {
    state = state * 48271 % 2147483647;
    return (state - 1) / 2147483646;
  };
}

// src/heap/trend.ts
function trendsOf(records, wanted2 = packageMetrics) {
  return packageMetrics.filter((metric) => wanted2.includes(metric)).flatMap((metric) => {
    const points = records.flatMap(({ commit, committedAt, record }) => {
      const amount = record.metrics[metric];
      return amount === null ? [] : [{ commit, committedAt, amount }];
    });
    if (points.length === 0) return [];
    const shifts = changePoints(points.map(({ amount }) => amount)).flatMap((change) => {
      const point = points[change.index];
      if (point === void 0) return [];
      const { commit, committedAt } = point;
      return [{ commit, committedAt, ...change }];
    });
    return [{ metric, points, shifts }];
  });
}

// src/render/baseline-contents.ts
var maxProblems = 20;
function renderContents(contents, page) {
  const rows = contents.packages.map(({ key, records, nearest: nearest3 }) => [
    key.package,
    key.leg,
    measuredAs(key),
    String(records),
    placeText(nearest3)
  ]);
  return table(
    page,
    contents,
    [["package", "leg", "measured with", "records", "latest"], ...rows],
    [false, false, false, true, false]
  );
}
function renderFigures(contents, page) {
  const amount = (value, unit = "bytes") => value === null ? "-" : formatAmount(value, unit);
  const rows = contents.packages.map(({ key, nearest: nearest3 }) => [
    key.package,
    key.leg,
    amount(nearest3.metrics.allocBytes),
    amount(nearest3.metrics.allocObjects, "count"),
    amount(nearest3.metrics.inuseBytes),
    amount(nearest3.metrics.liveHeapPeakBytes),
    amount(nearest3.metrics.peakRssBytes),
    placeText(nearest3)
  ]);
  return table(
    page,
    contents,
    [["package", "leg", "allocated", "objects", "in use", "live peak", "rss", "record"], ...rows],
    [false, false, true, true, true, true, true, false]
  );
}
function table(page, contents, cells, right) {
  const [head2 = "", ...lines] = aligned(
    cells.map((row) => row.map(oneLine)),
    right
  ).map((line) => textLine(page, line.trimEnd()));
  return [
    page.paint.bold(textLine(page, contentsText(contents))),
    ...problemLines2(page, contents.problems),
    ...lines.length === 0 ? [] : ["", page.paint.dim(head2), ...lines],
    ""
  ].join("\n");
}
function problemLines2({ paint, ...page }, problems) {
  const once = [...new Set(problems)];
  return [
    ...once.slice(0, maxProblems).map((problem2) => paint.bad(clip(`! ${oneLine(problem2)}`, 500))),
    ...moreLine({ ...page, paint }, Math.max(0, once.length - maxProblems), "problem")
  ];
}
function contentsText({ store, commits, ...account }) {
  const parts = accountParts(account, ` of ${plural(commits, "commit")}`);
  return `${store}: ${parts.length === 0 ? "nothing is recorded" : parts.join(", ")}`;
}
function accountText(account) {
  const parts = accountParts(account, "");
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
function accountParts({ records, runRecords, fuzzInputs }, ofCommits) {
  const { count: count2, bytes } = fuzzInputs;
  return [
    ...records === 0 ? [] : [`${plural(records, "heap record")}${ofCommits}`],
    ...runRecords === 0 ? [] : [plural(runRecords, "run record")],
    ...count2 === 0 ? [] : [`${plural(count2, "fuzz input")} (${formatBytes(bytes)})`]
  ];
}
function measuredAs({ go, os, arch, race, tags, flags, rate }) {
  return [
    `go${go} ${os}/${arch}`,
    ...race ? ["race"] : [],
    ...tags.length > 0 ? [`tags ${tags.join(",")}`] : [],
    ...flags.length > 0 ? [`flags ${flags.join(" ")}`] : [],
    ...rate > 0 ? [`rate ${String(rate)}`] : []
  ].join(", ");
}
function placeText({ commit, committedAt, distance: distance2 }) {
  const day2 = committedAt.slice(0, 10);
  const where = distance2 === null ? "not an ancestor of HEAD" : distance2 === 0 ? "HEAD" : `${plural(distance2, "commit")} back`;
  return `${shortCommit(commit)} of ${day2}, ${where}`;
}

// src/render/baseline-record.ts
var shown = 10;
function renderRecord({ key, environment: environment2, record, commit, committedAt }, distance2, page) {
  const nearest3 = {
    ...{ commit, committedAt, environment: environment2, distance: distance2, metrics: record.metrics }
  };
  const { relativeError } = record.sampling;
  const error = relativeError === null ? "" : `, sampling error ${formatShare(relativeError)} of allocated`;
  const lines = [
    page.paint.bold(textLine(page, `${key.package} (${key.leg})`)),
    textLine(page, `  record ${placeText(nearest3)}`),
    textLine(page, `  ${measuredAs(key)}${error}`),
    textLine(page, `  ${environmentText(environment2)}`),
    "",
    ...metricLines(page, record),
    ...testLines(page, record),
    ...functionLines(page, record),
    ...benchmarkLines(page, record)
  ];
  return `${lines.join("\n")}
`;
}
function environmentText(environment2) {
  const { go, cpus, kernel, runnerImage, gogc, gomemlimit } = environment2;
  return [
    `${go}, ${String(cpus)} CPUs`,
    ...runnerImage === null ? [] : [`runner ${runnerImage}`],
    ...kernel === null ? [] : [`kernel ${kernel}`],
    ...gogc === null ? [] : [`GOGC=${gogc}`],
    ...gomemlimit === null ? [] : [`GOMEMLIMIT=${gomemlimit}`]
  ].join(", ");
}
function metricLines(page, { metrics }) {
  const rows = packageMetrics.flatMap((metric) => {
    const amount = metrics[metric];
    const { name, unit } = heapMetrics[metric];
    return amount === null ? [] : [[name, formatAmount(amount, unit)]];
  });
  return aligned(rows, [false, true]).map((line) => textLine(page, `  ${line}`));
}
function testLines(page, { tests }) {
  if (tests.length === 0) return [];
  const rows = tests.slice(0, shown).map(({ test, ...amounts }) => [...amountCells(amounts), test]);
  return [
    ...["", page.paint.bold("by test: allocated, objects, in use")],
    ...aligned(rows, [true, true, true, false]).map(
      (line) => textLine(page, `  ${line}`.trimEnd())
    ),
    ...moreLine(page, Math.max(0, tests.length - shown), "test")
  ];
}
function functionLines(page, { functions }) {
  const charged = functions.filter(({ chargedAllocBytes }) => chargedAllocBytes > 0).sort((a, b) => b.chargedAllocBytes - a.chargedAllocBytes);
  if (charged.length === 0) return [];
  const first = charged.slice(0, shown);
  const starts2 = aligned(
    first.map(
      (row) => amountCells({
        allocBytes: row.chargedAllocBytes,
        allocObjects: row.chargedAllocObjects,
        inuseBytes: row.chargedInuseBytes
      })
    ),
    [true, true, true]
  );
  return [
    ...["", page.paint.bold("by function, with what the standard library allocates for it:")],
    ...first.map((row, i) => frameLine(page, `  ${starts2[i] ?? ""}  `, row, row.test ?? "")),
    ...moreLine(page, charged.length - first.length, "function")
  ];
}
function benchmarkLines(page, { benchmarks }) {
  if (benchmarks.length === 0) return [];
  const rows = benchmarks.slice(0, shown).map(({ name, bytesPerOp, allocsPerOp }) => [
    `${formatAmount(bytesPerOp, "count")} B/op`,
    `${formatAmount(allocsPerOp, "count")} allocs/op`,
    name
  ]);
  return [
    ...["", page.paint.bold("benchmarks:")],
    ...aligned(rows, [true, true, false]).map((line) => textLine(page, `  ${line}`.trimEnd())),
    ...moreLine(page, Math.max(0, benchmarks.length - shown), "benchmark")
  ];
}
function amountCells(amounts) {
  return [
    formatBytes(amounts.allocBytes),
    formatAmount(amounts.allocObjects, "count"),
    formatBytes(amounts.inuseBytes)
  ];
}

// src/render/sparkline.ts
var levels = "▁▂▃▄▅▆▇█";
var leastSpan = 0.1;
function sparkline(values, columns) {
  const each = Math.max(1, Math.ceil(values.length / Math.max(1, columns)));
  const means = [];
  for (let start = 0; start < values.length; start += each) {
    const some = values.slice(start, start + each);
    means.push(some.reduce((sum, value) => sum + value, 0) / some.length);
  }
  const high = means.reduce((most, value) => Math.max(most, value), 0);
  const low = means.reduce((least, value) => Math.min(least, value), high);
  const span = Math.max(high - low, high * leastSpan);
  const middle2 = (high + low) / 2;
  const bottom = Math.max(0, Math.min(low, middle2 - span / 2));
  const bars = means.map((value) => {
    const share = span === 0 ? 0 : (value - bottom) / span;
    return levels[Math.min(levels.length - 1, Math.floor(share * levels.length))] ?? "";
  });
  return { bars: bars.join(""), columnOf: (index) => Math.floor(index / each) };
}

// src/render/trend.ts
var shownShifts = 5;
var maxBars = 100;
var leastBars = 10;
var nameWidth = Math.max(...Object.values(heapMetrics).map(({ name }) => name.length));
function renderTrend({ key, trends }, page) {
  const points = trends[0]?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  const title2 = `${key.package} (${key.leg}), ${measuredAs({ ...key, rate: 0 })}`;
  const span = first === void 0 || last === void 0 ? "" : `, ${first.committedAt.slice(0, 10)} to ${last.committedAt.slice(0, 10)}`;
  const lines = [
    page.paint.bold(textLine(page, title2)),
    textLine(page, `  ${plural(points.length, "record")}${span}`),
    ...trends.flatMap((trend) => trendLines(trend, page))
  ];
  return `${lines.join("\n")}
`;
}
function trendLines({ metric, points, shifts }, page) {
  const { name, unit } = heapMetrics[metric];
  const amounts = points.map(({ amount }) => amount);
  const [oldest = 0] = amounts;
  const latest = amounts.at(-1) ?? 0;
  const start = `  ${name.padEnd(nameWidth)}  ${formatAmount(oldest, unit).padStart(10)}  `;
  const end = `  ${formatAmount(latest, unit)} (${formatShare2(oldest, latest)})`;
  const columns = Math.min(maxBars, Math.max(leastBars, page.width - start.length - end.length));
  const { bars, columnOf } = sparkline(amounts, columns);
  const marks = Array.from(bars, () => " ");
  for (const { index, before, after } of shifts)
    marks[columnOf(index)] = after > before ? "▲" : "▼";
  const markLine = " ".repeat(start.length) + marks.join("").trimEnd();
  const latestFirst = [...shifts].reverse();
  return [
    `${start}${bars}${end}`,
    ...shifts.length === 0 ? [] : [markLine],
    ...latestFirst.slice(0, shownShifts).map((shift) => shiftLine(metric, shift, page)),
    ...moreLine(page, Math.max(0, shifts.length - shownShifts), "shift")
  ];
}
function shiftLine(metric, shift, page) {
  const { commit, committedAt, before, after } = shift;
  const { unit } = heapMetrics[metric];
  const [word, paint] = after > before ? ["up", page.paint.bad] : ["down", page.paint.good];
  const where = `${shortCommit(commit)} of ${committedAt.slice(0, 10)}`;
  const step = `${formatAmount(before, unit)} to ${formatAmount(after, unit)}`;
  const text = `    ${word} since ${where}: ${step} (${formatShare2(before, after)})`;
  return paint(textLine(page, text));
}

// src/entry/baseline-store.ts
import { stat as stat2 } from "node:fs/promises";
var StoreError = class extends Error {
};
var maxAncestors = 2e3;
async function openNamedStore(flags, { run: run2, env, cwd }, mayBeNew = false) {
  const { remote = null } = flags;
  if (remote !== null && !/^[^\s-]\S*$/.test(remote))
    throw new InputError([
      {
        where: "--remote",
        what: `${JSON.stringify(remote)} is no remote`,
        fix: "give the name of a remote, such as --remote origin"
      }
    ]);
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: { values: definedOnly({ baseline: flags.baseline }), where: (key) => `--${key}` }
  });
  const { directory, heap, sources } = settings;
  const where = sources["baseline"] ?? "--baseline";
  const store = openStore(heap.baseline, { run: run2, env, directory, remote, token: null });
  if (store === null)
    throw new InputError([
      { where, what: "no baseline is kept", fix: "give --baseline git or --baseline file:PATH" }
    ]);
  if (heap.baseline.kind === "file" && !mayBeNew && !await isFolder(heap.baseline.path))
    throw new InputError([
      {
        where: where === "default" ? "--baseline" : where,
        what: `there is no folder ${heap.baseline.path}`,
        fix: "name the folder of a store; the first run that records makes it"
      }
    ]);
  const clone = openClone({ run: run2, env, directory, token: null });
  const head2 = await clone.resolve("HEAD");
  return {
    store,
    settings,
    ancestors: head2 === null ? [] : await clone.firstParents(head2, maxAncestors)
  };
}
function answered(store, answer) {
  if (isProblem(answer)) throw new StoreError(`${store.name}: ${answer.problem}`);
  return answer;
}
function isProblem(answer) {
  return answer.kind === "problem";
}
async function isFolder(path) {
  return stat2(path).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}

// src/entry/baseline-command.ts
var maxRecords = 200;
var maxRecordsInAll = 1e3;
var leastRecordsEach = 10;
async function listBaseline(flags, ports, page) {
  const { store, ancestors } = await openNamedStore(flags, ports);
  const { contents } = answered(store, await readContents(store, ancestors));
  return flags.json === true ? json(contents) : renderContents(contents, page);
}
async function showBaseline(name, flags, ports, page) {
  const opened = await openNamedStore(flags, ports);
  const { store, ancestors } = opened;
  const read = answered(store, await readContents(store, ancestors));
  const { contents } = read;
  if (contents.records === 0) throw noHeapRecord(contents);
  const wanted2 = name === void 0 ? contents.packages : named(name, contents);
  if (flags.trend === true) return showTrends(wanted2, store, read, flags, page);
  if (name === void 0)
    return flags.json === true ? json(contents) : renderFigures(contents, page);
  return showRecords(wanted2, opened, read, flags, page);
}
async function showRecords(wanted2, { store, ancestors }, { contents, keys }, flags, page) {
  const problems = [...contents.problems];
  const found = [];
  for (const group of byMeasurement(wanted2)) {
    const line = answered(store, await readLine(store, keys, group, 1));
    problems.push(...line.problems);
    found.push(...line.records.slice(-1));
  }
  if (flags.json === true) return json({ records: found, problems });
  const distance2 = (commit) => {
    const at2 = ancestors.indexOf(commit);
    return at2 < 0 ? null : at2;
  };
  return [
    ...problemLines2(page, problems).map((line) => `${line}
`),
    found.map((record) => renderRecord(record, distance2(record.commit), page)).join("\n")
  ].join("");
}
async function showTrends(wanted2, store, { contents, keys }, flags, page) {
  const groups = byMeasurement(wanted2);
  const fair = Math.floor(maxRecordsInAll / Math.max(1, groups.length));
  const limit = Math.min(maxRecords, Math.max(leastRecordsEach, fair));
  const problems = [...contents.problems];
  const packages = [];
  for (const group of groups) {
    const line = answered(store, await readLine(store, keys, group, limit));
    problems.push(...line.problems);
    const key = line.records.at(-1)?.key;
    if (key !== void 0) packages.push({ key, trends: trendsOf(line.records) });
  }
  if (flags.json === true) return json({ packages, problems });
  return [
    ...problemLines2(page, problems).map((line) => `${line}
`),
    packages.map((trend) => renderTrend(trend, page)).join("\n")
  ].join("");
}
function named(name, contents) {
  const found = findPackage(contents.packages, name);
  if (found.kind === "found") return found.packages;
  const hint = found.nearest === null ? "" : `did you mean ${found.nearest}? `;
  throw new InputError([
    {
      where: name,
      what: `${contents.store} has no record of such a package`,
      fix: `${hint}"go-crash-guard baseline list" shows all`
    }
  ]);
}
function noHeapRecord({ store, problems, ...account }) {
  const others = accountText(account);
  const what = others === "nothing" ? "nothing is recorded" : `no heap usage is recorded, only ${others}`;
  return new InputError([
    {
      where: store,
      what: [what, ...problems].join("; "),
      fix: '"go-crash-guard run" with the memory leg on a clean commit records it; or name another store with --baseline'
    }
  ]);
}
function byMeasurement(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const { key } of packages) {
    const id = sameButRate(key);
    groups.set(id, [...groups.get(id) ?? [], key]);
  }
  return [...groups.values()];
}
function json(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}

// src/entry/keep-baseline-command.ts
import { resolve } from "node:path";

// src/baseline/remove-paths.ts
async function removePaths(store, listed, { paths, dryRun, problems }) {
  const gone = new Set(paths);
  const pruned = {
    ...{ kind: "pruned", paths, removed: accountOf(paths), problems },
    kept: accountOf(listed.filter((path) => !gone.has(path)))
  };
  if (dryRun || paths.length === 0) return pruned;
  const answer = await store.remove(paths);
  if (answer.kind === "problem") return answer;
  const left = paths.length - answer.removed;
  if (left > 0)
    problems.push(
      `${String(left)} of them are still there, or were removed by another job: they lie on a branch that was fetched from origin, and only a job that may push can remove them there`
    );
  return pruned;
}

// src/baseline/prune-inputs.ts
async function pruneInputs(store, { dryRun, of }) {
  const listed = await store.list();
  if (listed.kind === "problem") return listed;
  const folder = of === null ? null : corpusFolder(of.package, of.target);
  const paths = listed.paths.filter((path) => {
    const input = parseInputPath(path);
    return input !== null && (folder === null || input.folder === folder);
  });
  const problems = newerLayout(listed.paths);
  if (of !== null && paths.length === 0)
    problems.push(`no inputs of ${of.package}.${of.target} are stored`);
  return removePaths(store, listed.paths, { paths, dryRun, problems });
}

// src/baseline/prune.ts
var keptPerKey = 200;
var weekMs = 7 * 24 * 3600 * 1e3;
function prunable(records, keep = keptPerKey) {
  const groups = /* @__PURE__ */ new Map();
  for (const record of records) {
    const group = groups.get(record.group);
    if (group === void 0) groups.set(record.group, [record]);
    else group.push(record);
  }
  return [...groups.values()].flatMap((group) => oldOnes(group, keep));
}
function oldOnes(group, keep) {
  const newestFirst = group.sort(
    (a, b) => b.committedMs - a.committedMs || (a.path < b.path ? 1 : -1)
  );
  const weeks = /* @__PURE__ */ new Set();
  return newestFirst.slice(keep).reverse().filter(({ committedMs }) => {
    const week = Math.floor(committedMs / weekMs);
    if (weeks.has(week)) return true;
    weeks.add(week);
    return false;
  }).map(({ path }) => path);
}

// src/baseline/prune-store.ts
var askedPerCommit = 3;
var runsPerRead = 64;
async function pruneStore(store, { dryRun, keep = keptPerKey }) {
  const listed = await store.list();
  if (listed.kind === "problem") return listed;
  const heap = /* @__PURE__ */ new Map();
  const runs = [];
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === "run") runs.push({ path, commit: parsed.commit });
    if (parsed?.kind !== "heap") continue;
    const found = heap.get(parsed.commit);
    if (found === void 0) heap.set(parsed.commit, [{ path, keyId: parsed.keyId }]);
    else found.push({ path, keyId: parsed.keyId });
  }
  const dated = await datesOf(store, heap, runs);
  if (dated.kind === "problem") return dated;
  const { dates } = dated;
  const records = [...heap].flatMap(
    ([commit, items]) => items.flatMap(({ path, keyId: keyId2 }) => {
      const committedMs = dates.get(commit);
      return committedMs === void 0 ? [] : [{ path, group: keyId2, committedMs }];
    })
  );
  const runRecords = runs.flatMap(({ path, commit }) => {
    const committedMs = dates.get(commit);
    return committedMs === void 0 ? [] : [{ path, group: "runs", committedMs }];
  });
  const paths = prunable([...records, ...runRecords], keep);
  const problems = [...newerLayout(listed.paths), ...dated.problems];
  return removePaths(store, listed.paths, { paths, dryRun, problems });
}
async function datesOf(store, heap, runs) {
  const dates = /* @__PURE__ */ new Map();
  const problems = [];
  for (let asked = 0; asked < askedPerCommit; asked += 1) {
    const open7 = [...heap].filter(([commit]) => !dates.has(commit));
    const read = await readPaths(
      store,
      open7.flatMap(([, items]) => items[asked]?.path ?? [])
    );
    if (read.kind === "problem") return read;
    problems.push(...read.problems);
    for (const { commit, committedAt } of read.records) note(dates, commit, committedAt);
  }
  const open6 = runs.filter(({ commit }) => !dates.has(commit)).map(({ path }) => path);
  for (let start = 0; start < open6.length; start += runsPerRead) {
    const read = await store.read(open6.slice(start, start + runsPerRead));
    if (read.kind === "problem") return read;
    for (const [path, bytes] of read.files) {
      const decoded = decodeRun(bytes, path);
      if (decoded.kind === "record") note(dates, decoded.record.commit, decoded.record.startedAt);
      else problems.push(`the record ${path} is left out: ${decoded.because}`);
    }
  }
  return { kind: "dates", dates, problems };
}
function note(dates, commit, when) {
  const ms = Date.parse(when);
  if (Number.isFinite(ms)) dates.set(commit, ms);
}

// src/entry/keep-baseline-command.ts
async function recordBaseline(folder, flags, ports) {
  const { store, settings } = await openNamedStore(flags, ports, true);
  const out = folder === void 0 ? settings.out : resolve(ports.cwd, folder);
  const report = await readReport(out);
  const file = await readBaselineFile(out);
  if (report === null || file === null)
    throw new InputError([
      {
        where: folder ?? out,
        what: report === null ? "holds no report of go-crash-guard" : "the run took no heap profiles, so there are no figures to keep",
        fix: "name the folder of a run (--out) that had a leg with heap profiles, such as memory"
      }
    ]);
  const origin = { event: null, remote: null, token: null, acceptedLabel: null };
  await recordFigures({ out, report, file, store, origin, branches: null });
  const recorded = await readRecorded(out);
  const { commit } = file.head;
  if (recorded === null || recorded.because !== null || commit === null)
    throw new StoreError(
      `nothing was recorded: ${recorded?.because ?? "the run folder is read-only"}`
    );
  return `${store.name}: ${plural(recorded.packages, "package")} of ${commit.slice(0, 12)} recorded
`;
}
async function pruneBaseline(flags, ports, page) {
  const { fuzzInputs } = flags;
  const of = typeof fuzzInputs === "string" ? namedTarget(fuzzInputs) : null;
  const { store } = await openNamedStore(flags, ports);
  const dryRun = flags.dryRun === true;
  const pruned = answered(
    store,
    await (fuzzInputs === void 0 ? pruneStore(store, { dryRun }) : pruneInputs(store, { dryRun, of }))
  );
  const { paths, removed, kept, problems } = pruned;
  return [
    `${store.name}: ${accountText(removed)} ${dryRun ? "would be removed" : "removed"}; ${accountText(kept)} kept`,
    ...dryRun ? paths.map((path) => `  ${path}`) : [],
    ...problemLines2(page, problems),
    ""
  ].join("\n");
}
function namedTarget(text) {
  const found = /^(?<package>[^\s]{1,1000})\.(?<target>Fuzz[^\s./]{0,500})$/.exec(text)?.groups;
  if (found?.["package"] === void 0 || found["target"] === void 0)
    throw new InputError([
      {
        where: "--fuzz-inputs",
        what: `${JSON.stringify(text)} names no fuzz target`,
        fix: "give its import path and name, such as example.com/shop/orders.FuzzParse, or nothing for the inputs of all targets"
      }
    ]);
  return { package: found["package"], target: found["target"] };
}

// src/entry/commands/baseline.ts
function addBaseline(program, terminal) {
  const { write, page } = terminal;
  const baseline = program.command("baseline").description("show and keep the heap figures of earlier commits");
  const command2 = (name, description) => baseline.command(name).description(description).option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--baseline <store>", "git or file:PATH (default: git)").option("--remote <name>", "with git: the branch of this remote, not the local one");
  command2("list", "what is recorded: packages, how they were measured, how often").option("--json", "print JSON").action(
    (flags) => withStore(terminal, async (ports) => {
      write(await listBaseline(flags, ports, page()));
    })
  );
  command2("show", "the figures of the nearest commit, or how they went over time").argument("[package]", "import path, the end of one, or ./FOLDER (default: all packages)").option("--trend", "draw how the figures went, with the commits where their level shifted").option("--json", "print JSON").action(
    (name, flags) => withStore(terminal, async (ports) => {
      write(await showBaseline(name, flags, ports, page()));
    })
  );
  command2("record", "keep the figures of a run that was made on a clean commit").argument("[out]", "run folder (default: DIR/.crash-guard/out)").action(
    (out, flags) => withStore(terminal, async (ports) => {
      write(await recordBaseline(out, flags, ports));
    })
  );
  command2("prune", "remove old records: 200 for each package stay, and of older ones one a week").option("--dry-run", "only say what would go").option(
    "--fuzz-inputs [target]",
    "remove the stored inputs of fuzz targets instead: all, or those of IMPORTPATH.FuzzTarget"
  ).action(
    (flags) => withStore(terminal, async (ports) => {
      write(await pruneBaseline(flags, ports, page()));
    })
  );
}
async function withStore({ listen, cancellation, runCommand: run2, endWell }, use) {
  listen();
  try {
    await use({ run: run2, env: process.env, cwd: process.cwd() });
    endWell();
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled !== null) process.exitCode = exitCodes[cancelled];
    else if (error instanceof StoreError) {
      process.stderr.write(`go-crash-guard: ${error.message}
`);
      process.exitCode = exitCodes.fail;
    } else throw error;
  }
}

// src/bundle/bundle.ts
import { chmod, lstat as lstat3, mkdir as mkdir4, mkdtemp as mkdtemp2, rename as rename2, rm as rm3, stat as stat3, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { dirname as dirname3, join as join7, resolve as resolve3 } from "node:path";

// src/bundle/attempt.ts
import { lstat } from "node:fs/promises";
import { dirname, join as join5, relative, resolve as resolve2 } from "node:path";
var maxRecordBytes2 = 1 << 20;
var maxDepth = 64;
async function readAttemptFolder(given) {
  const folder = resolve2(given);
  const out = await runFolderAbove(folder);
  if (out === null) throw refusal(given, "it lies in no run folder of go-crash-guard");
  const read = (path) => readBounded(path, maxRecordBytes2);
  const start = parseStartRecord(await read(join5(folder, "start.json")));
  if (start === null) throw refusal(given, "it holds no start.json of a test process");
  const plan2 = await readRunPlan(out);
  const leg = plan2?.legs.find(({ name }) => name === start.leg);
  const planned = leg?.packages.find((item) => item.package === start.package);
  if (plan2 === null || plan2.run !== start.run || leg === void 0 || planned === void 0)
    throw refusal(given, `the plan of ${out} does not know its package or its run`);
  const guard = parseGuardRecord(await read(goTestFiles.guard(layout.leg(out, leg.name))));
  return {
    ...{ folder, out, plan: plan2, leg, planned, start },
    end: parseEndRecord(await read(join5(folder, "end.json"))),
    binary: await findBinary(folder, start),
    ownEnv: await ownEnvironment(out, start),
    ceilingBytes: guard === null || guard.tier === "none" ? null : guard.ceilingBytes
  };
}
async function findBinary(folder, start) {
  const others = start.rerun === void 0 ? [] : (await readAttempts(dirname(folder))).toReversed();
  const first = others.filter(
    (other) => isOf(other, start.run, 0) && !other.diagnose && other.start !== null
  );
  for (const at2 of [folder, ...first.map((other) => other.folder)]) {
    const path = join5(at2, binaryName);
    if ((await lstat(path).catch(() => null))?.isFile() === true) return path;
  }
  return null;
}
var parseChanges = recordParser(object({ changes: array(string()) }));
async function ownEnvironment(out, { leg, rerun }) {
  if (rerun === void 0) return {};
  const path = join5(layout.rerun(out, leg, rerun), "rerun.json");
  const { changes } = parseChanges(await readBounded(path, maxRecordBytes2)) ?? { changes: [] };
  return Object.fromEntries(
    changes.flatMap((change) => {
      const { name, value } = /^(?<name>[A-Z]+)=(?<value>.*)$/.exec(change)?.groups ?? {};
      return name === void 0 || value === void 0 ? [] : [[name, value]];
    })
  );
}
async function runFolderAbove(folder) {
  let at2 = folder;
  for (let depth = 0; depth < maxDepth; depth++) {
    if (await readMarker(at2) !== null)
      return /^runs(?:\/|$)/.test(relative(at2, folder)) ? at2 : null;
    const parent = dirname(at2);
    if (parent === at2) return null;
    at2 = parent;
  }
  return null;
}
function refusal(where, what) {
  const fix = "name the folder of an attempt, such as .crash-guard/out/runs/memory/PACKAGE/attempt-1";
  return new InputError([{ where, what, fix }]);
}

// src/bundle/build-command.ts
function buildCommand(leg, packageName, target) {
  const { command: command2 } = leg;
  const patternsAt = command2.indexOf(`-race=${String(leg.race)}`) + 1;
  const before = command2.slice(2, patternsAt).filter((word) => word !== "-json" && !word.startsWith("-exec="));
  const words = command2.slice(patternsAt + leg.patterns.length);
  const end = words.findIndex((word) => /^--?args$/.test(word));
  const flags = end < 0 ? words : words.slice(0, end);
  return ["go", "test", "-c", ...before, packageName, ...flags, `-o=${target}`];
}

// src/bundle/package-files.ts
import { constants } from "node:fs";
import { lstat as lstat2, mkdir as mkdir3, open, readdir as readdir3 } from "node:fs/promises";
import { dirname as dirname2, join as join6 } from "node:path";
var maxPackageBytes = 64 * 1024 ** 2;
var maxFiles = 1e4;
var maxDepth2 = 32;
async function copyPackageFiles(from, to, maxBytes = maxPackageBytes) {
  const copied = { files: 0, bytes: 0, leftOut: [] };
  await mkdir3(to, { recursive: true });
  for await (const path of testFiles(from, "", copied.leftOut)) {
    try {
      const bytes = (await lstat2(join6(from, path))).size;
      if (copied.files >= maxFiles || copied.bytes + bytes > maxBytes) {
        copied.leftOut.push(`${path}: there would be too much`);
        continue;
      }
      await copyBounded(join6(from, path), join6(to, path), bytes);
      copied.files++;
      copied.bytes += bytes;
    } catch (error) {
      copied.leftOut.push(`${path}: ${error.message}`);
    }
  }
  return copied;
}
async function* testFiles(root, folder, leftOut, depth = 0) {
  if (depth > maxDepth2) return;
  const entries = await readdir3(join6(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = join6(folder, entry.name);
    const isTop = folder === "";
    if (entry.isSymbolicLink()) leftOut.push(`${path}: a link`);
    else if (entry.isDirectory()) {
      if (!isTop || entry.name === "testdata") yield* testFiles(root, path, leftOut, depth + 1);
    } else if (entry.isFile() && !(isTop && isNoTestFile(entry.name))) yield path;
  }
}
function isNoTestFile(name) {
  return /\.go$|\.test$|^\.|^core(?:\.\d+)?$/.test(name);
}
async function copyBounded(from, to, maxBytes) {
  await mkdir3(dirname2(to), { recursive: true });
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { mode } = await source.stat();
    const target = await open(to, "wx", (mode & 64) === 0 ? 420 : 493);
    try {
      const buffer = Buffer.alloc(Math.max(1, Math.min(maxBytes, 1 << 20)));
      for (let done = 0; done < maxBytes; ) {
        const { bytesRead } = await source.read(
          buffer,
          0,
          Math.min(buffer.length, maxBytes - done)
        );
        if (bytesRead === 0) break;
        await target.writeFile(buffer.subarray(0, bytesRead));
        done += bytesRead;
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
async function copyFileStrictly(from, to) {
  const stats = await lstat2(from);
  if (!stats.isFile()) throw new Error(`${from} is no regular file`);
  await copyBounded(from, to, stats.size);
}

// src/bundle/test-arguments.ts
var bundleFolder = "";
var outputFlags = [
  ...["blockprofile", "coverprofile", "cpuprofile", "gocoverdir", "memprofile", "mutexprofile"],
  ...["outputdir", "trace", "fuzzcachedir"]
];
var folders = ["gocoverdir", "outputdir", "fuzzcachedir"];
function splitArguments(args) {
  const at2 = args.findIndex((word) => !/^--?test\./.test(word));
  return at2 < 0 ? { flags: [...args], own: [] } : { flags: args.slice(0, at2), own: args.slice(at2) };
}
function portableArguments(args) {
  const { flags, own } = splitArguments(args);
  return [
    ...flags.flatMap((word) => {
      const flag = /^--?test\.(?<name>\w+)=/.exec(word)?.groups?.["name"];
      if (flag === "testlogfile") return [];
      if (flag === void 0 || !outputFlags.includes(flag)) return [word];
      const place3 = folders.includes(flag) ? "out" : `out/${flag}`;
      return [`-test.${flag}=${bundleFolder}/${place3}`];
    }),
    ...own
  ];
}

// src/bundle/shell.ts
function quoted(text) {
  return `'${text.replaceAll("\0", "").replaceAll("'", `'\\''`)}'`;
}
function comment(text) {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

// src/bundle/run-script.ts
var ulimits = {
  nofile: { letter: "n", unit: 1 },
  cpu: { letter: "t", unit: 1 },
  fsize: { letter: "f", unit: 512 },
  data: { letter: "d", unit: 1024 },
  stack: { letter: "s", unit: 1024 },
  memlock: { letter: "l", unit: 1024 },
  as: { letter: "v", unit: 1024 },
  nproc: { letter: "u", unit: 1 }
};
function runScript(script) {
  const { title: title2, args, env, limits, ceilingBytes } = script;
  const { flags, own } = splitArguments(args);
  const lines = (words, form) => words.map((word) => `  ${form(word)} \\
`).join("");
  const variables2 = Object.entries(env).map(
    ([name, value]) => `    ${quoted(`${name}=${value}`)} \\`
  );
  return [
    head.replace("@TITLE@", () => comment(title2)),
    `ceiling=${String(Math.floor(ceilingBytes ?? 0))} # bytes for the test and all that it starts; 0: none`,
    "",
    "limits() {",
    ...limitLines(limits),
    "}",
    "",
    "# Becomes the test binary.",
    "become() {",
    '  cd "$here/package" || exit 125',
    "  # The kernel shall take the test and nothing else.",
    "  { echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null",
    "  limits",
    '  exec env -i PATH="$PATH" HOME="$here/home" TMPDIR="$here/tmp" PWD="$here/package" \\',
    ...variables2,
    '    "$here/pkg.test" "$@"',
    "}",
    hold,
    "# Further words come behind the flags of package testing: the last of two wins.",
    `set -- \\
${lines(flags, portable)}  "$@" \\
${lines(own, quoted)}`,
    run
  ].join("\n");
}
function portable(word) {
  return word.split(bundleFolder).map((part) => part === "" ? "" : quoted(part)).join('"$here"').replace(/^$/, "''");
}
function limitLines(limits) {
  const lines = Object.entries(ulimits).flatMap(([name, { letter, unit }]) => {
    const { soft, hard } = limits[name] ?? { soft: null, hard: null };
    if (soft === null) return [];
    const inUnits = (value) => value === null || !Number.isFinite(value) ? "unlimited" : Math.ceil(value / unit).toFixed(0);
    return [`  limit ${letter} ${inUnits(soft)} ${inUnits(hard)} ${name}`];
  });
  return lines.length > 0 ? lines : ["  :"];
}
var head = `#!/bin/sh
# @TITLE@
#
# Runs this test binary again as go-crash-guard saw it: same arguments, variables, resource limits and memory ceiling.
# Further words are handed on: sh run.sh -test.run TestOne
# It ends as the test does, by the same signal or with the same exit code.

set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 125
say() { printf 'run.sh: %s\\n' "$*" >&2; }

# LETTER SOFT HARD NAME, in the units of ulimit
limit() {
  letter=$1
  # Shells differ in the letter for processes.
  [ "$letter" = u ] && { ulimit -u >/dev/null 2>&1 || letter=p; }
  ulimit -S -"$letter" "$2" 2>/dev/null || say "the limit $4 could not be set to $2"
  [ "$3" = unlimited ] || ulimit -H -"$letter" "$3" 2>/dev/null || say "the hard limit $4 could not be set to $3"
}
`;
var hold = `
# Makes a control group with the ceiling and names it in $group; needs root.
make_group() {
  name=crash-guard-repro-$$
  root=/sys/fs/cgroup/memory
  if [ -e "$root/memory.limit_in_bytes" ] && mkdir "$root/$name" 2>/dev/null; then
    group=$root/$name
    echo "$ceiling" >"$group/memory.limit_in_bytes" || return 1
    # Swap counts too, where the kernel counts it.
    [ ! -e "$group/memory.memsw.limit_in_bytes" ] || echo "$ceiling" >"$group/memory.memsw.limit_in_bytes"
    return 0
  fi
  root=/sys/fs/cgroup
  grep -qw memory "$root/cgroup.controllers" 2>/dev/null || return 1
  grep -qw memory "$root/cgroup.subtree_control" || { echo +memory >"$root/cgroup.subtree_control"; } 2>/dev/null || return 1
  mkdir "$root/$name" 2>/dev/null || return 1
  group=$root/$name
  echo "$ceiling" >"$group/memory.max" || return 1
  [ ! -e "$group/memory.swap.max" ] || echo 0 >"$group/memory.swap.max"
}

remove_group() {
  [ -n "$group" ] || return 0
  # What was killed in it may take a while to be gone.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    rmdir "$group" 2>/dev/null && break
    sleep 1
  done
  [ ! -d "$group" ] || say "$group is still in use"
  group=
}

kills() {
  sed -n 's/^oom_kill //p' "$1/memory.events" "$1/memory.oom_control" 2>/dev/null
}

mkdir -p "$here/home" "$here/tmp" "$here/out" "$here/package" || exit 125
group=
if [ "$ceiling" -gt 0 ] && [ -z "\${CRASH_GUARD_REPRO_HELD:-}" ]; then
  if make_group; then
    say "memory ceiling $ceiling bytes, held by $group"
  else
    remove_group
    if [ "$(id -u)" = 0 ]; then mode=; else mode=--user; fi
    if systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 true >/dev/null 2>&1; then
      say "memory ceiling $ceiling bytes, held by systemd"
      CRASH_GUARD_REPRO_HELD=1 exec systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 \\
        sh "$here/run.sh" "$@"
    fi
    say "WITHOUT a memory ceiling: neither a control group (needs root) nor systemd-run is to be had"
  fi
fi

`;
var run = `
# 0 stands for whoever writes it.
(
  if [ -n "$group" ]; then echo 0 >"$group/cgroup.procs" || exit 125; fi
  become "$@"
)
status=$?
if [ -n "$group" ]; then
  count=$(kills "$group")
  [ "\${count:-0}" = 0 ] || say "the kernel killed it at the memory ceiling (oom_kill $count)"
fi
remove_group
if [ "$status" -gt 128 ] && [ "$status" -le 192 ]; then
  ulimit -c 0
  kill -"$((status - 128))" $$
fi
exit "$status"
`;

// src/bundle/bundle.ts
var buildMs2 = 6e5;
var packMs = 3e5;
async function makeBundle(attemptFolder, target, ports) {
  const attempt = await readAttemptFolder(attemptFolder);
  const path = target === null ? join7(attempt.folder, "repro.tar.gz") : resolve3(target);
  if (target !== null && await lstat3(path).catch(() => null) !== null)
    throw new InputError([
      { where: "--to", what: `${target} is there already`, fix: "name a file that is not" }
    ]);
  const staging = await mkdtemp2(join7(tmpdir2(), "crash-guard-bundle-"));
  try {
    const name = bundleName(attempt);
    const folder = join7(staging, name);
    await mkdir4(folder);
    const builtAgain = await putBinary(attempt, join7(folder, binaryName), ports);
    const copied = await copyPackageFiles(attempt.planned.dir, join7(folder, "package"));
    await writeDescription(attempt, folder, { builtAgain, copied }, ports.env);
    await pack(staging, name, path, ports);
    const { ceilingBytes } = attempt;
    return { path, bytes: (await stat3(path)).size, name, builtAgain, ceilingBytes, copied };
  } finally {
    await rm3(staging, { recursive: true, force: true });
  }
}
function bundleName({ start, leg }) {
  const last = start.package.split("/").at(-1) ?? "";
  const safe = `${last}-${leg.name}`.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
  return `repro-${safe}-${String(start.attempt)}`;
}
async function putBinary({ folder, leg, planned, plan: plan2, binary }, target, { run: run2, env }) {
  if (binary !== null) {
    await copyFileStrictly(binary, target);
  } else {
    const [program = "go", ...args] = buildCommand(leg, planned.package, target);
    const options = { cwd: plan2.directory, env: { ...env, ...leg.env }, timeoutMs: buildMs2 };
    const result2 = await run2(program, args, options);
    if (result2.kind !== "exited" || result2.code !== 0)
      throw new InputError([
        {
          where: folder,
          what: `its test binary was not kept, and could not be built again: ${describeFailure(result2)}`,
          fix: `make "go test -c" succeed in ${planned.dir} first`
        }
      ]);
  }
  await chmod(target, 493);
  return binary === null;
}
async function writeDescription({ start, end, leg, ceilingBytes, ownEnv }, folder, { builtAgain, copied }, env) {
  const args = withoutSecrets(portableArguments(start.args ?? []), env);
  const shared = shareable({ ...leg.env, ...ownEnv });
  const attempt = String(start.attempt);
  const title2 = `${start.package}, leg ${leg.name}, attempt ${attempt}, ${leg.goVersion}`;
  const { limits } = start;
  const script = runScript({ title: title2, args, env: shared, limits, ceilingBytes });
  await writeFile3(join7(folder, "run.sh"), script, { mode: 493 });
  const description = {
    schema: 1,
    package: start.package,
    leg: leg.name,
    attempt: start.attempt,
    goVersion: leg.goVersion,
    startedAt: start.startedAt,
    ended: end === null ? null : { exitCode: end.exitCode, signal: end.signal },
    env: shared,
    limits,
    ceilingBytes,
    binary: builtAgain ? "built again from the sources as they are now" : "the one that ran",
    leftOut: copied.leftOut.slice(0, 1e3)
  };
  await writeFile3(join7(folder, "bundle.json"), `${JSON.stringify(description, null, 2)}
`);
}
async function pack(staging, name, path, ports) {
  const draft = join7(staging, "draft.tar.gz");
  const args = ["-c", "-z", "-f", draft, "-C", staging, name];
  const options = { cwd: staging, env: ports.env, timeoutMs: packMs };
  const result2 = await ports.run("tar", args, options);
  if (result2.kind !== "exited" || result2.code !== 0)
    throw new InputError([
      { where: "bundle", what: `tar ${describeFailure(result2)}`, fix: "install tar, make room" }
    ]);
  const beside = `${path}.part`;
  try {
    await mkdir4(dirname3(path), { recursive: true });
    await rm3(beside, { force: true });
    await copyFileStrictly(draft, beside);
    await rename2(beside, path);
  } catch (error) {
    await rm3(beside, { force: true });
    const what = `cannot write ${path}: ${error.message}`;
    throw new InputError([{ where: "--to", what, fix: "name a file that this user may write" }]);
  }
}

// src/entry/bundle-command.ts
var shownLeftOut = 10;
async function bundleCommand(attemptFolder, target, ports) {
  const { path, bytes, name, ...bundle2 } = await makeBundle(attemptFolder, target ?? null, ports);
  const { builtAgain, ceilingBytes, copied } = bundle2;
  const ceiling = ceilingBytes === null ? "no memory ceiling" : `memory ceiling ${formatBytes(ceilingBytes)}`;
  const more = copied.leftOut.length - shownLeftOut;
  return [
    `${path} (${formatBytes(bytes)})`,
    `  binary:   ${builtAgain ? "built again, from the sources as they are now" : "the one that ran"}`,
    `  files:    ${plural(copied.files, "file")} of the package, ${formatBytes(copied.bytes)}`,
    `  limits:   as the process had them; ${ceiling}`,
    ...copied.leftOut.slice(0, shownLeftOut).map((what) => `  left out: ${what}`),
    ...more > 0 ? [`  left out: ${plural(more, "more file")}, see bundle.json in it`] : [],
    `run it:     tar -xzf ${path} && sh ${name}/run.sh`,
    ""
  ].join("\n");
}

// src/entry/commands/bundle.ts
function addBundle(program, terminal) {
  program.command("bundle").description("pack what runs the test process of an attempt again elsewhere").argument("<attempt>", "folder of the attempt, below runs/ of a run folder").option("--to <file>", "archive to write (default: repro.tar.gz in that folder)").action((attempt, { to }) => bundle(attempt, to, terminal));
}
async function bundle(attempt, to, terminal) {
  const { write, cancellation, runCommand } = terminal;
  terminal.listen();
  try {
    write(await bundleCommand(attempt, to, { run: runCommand, env: process.env }));
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled === null) throw error;
    process.exitCode = exitCodes[cancelled];
  }
}

// src/entry/compare-command.ts
import { access as access2 } from "node:fs/promises";
import { join as join8, relative as relative2 } from "node:path";

// src/heap/sum-functions.ts
function sumFunctions(profile, column, places) {
  const { frames } = profile;
  const numbers = /* @__PURE__ */ new Map();
  const functionOf = Uint32Array.from(frames, ({ function: name }) => {
    const number2 = numbers.get(name) ?? numbers.size;
    numbers.set(name, number2);
    return number2;
  });
  const chargeable = Uint8Array.from(frames, (frame2) => Number(isChargeable(places, frame2)));
  const flat = new Float64Array(numbers.size);
  const cumulative = new Float64Array(numbers.size);
  const chargedTo = new Float64Array(frames.length);
  const lastSample = new Uint32Array(numbers.size);
  let total = 0;
  let sample = 0;
  for (const { frames: stack, values } of profile.stacks()) {
    const value = values[column] ?? 0;
    const [leaf] = stack;
    total += value;
    if (value === 0 || leaf === void 0) continue;
    sample++;
    let charged = -1;
    for (let at2 = 0; at2 < stack.length; at2++) {
      const index = stack[at2];
      const number2 = functionOf[index];
      if (charged < 0 && chargeable[index] === 1) charged = index;
      if (lastSample[number2] === sample) continue;
      lastSample[number2] = sample;
      cumulative[number2] = cumulative[number2] + value;
    }
    add(flat, functionOf[leaf] ?? 0, value);
    add(chargedTo, charged < 0 ? leaf : charged, value);
  }
  const functions = /* @__PURE__ */ new Map();
  const most = /* @__PURE__ */ new Map();
  for (const [index, frame2] of frames.entries()) {
    const { function: name } = frame2;
    const number2 = functionOf[index] ?? 0;
    if (lastSample[number2] === 0) continue;
    let amounts = functions.get(name);
    if (amounts === void 0) {
      amounts = { frame: frame2, flat: flat[number2] ?? 0, cumulative: cumulative[number2] ?? 0, charged: 0 };
      functions.set(name, amounts);
    }
    const charge = chargedTo[index] ?? 0;
    amounts.charged += charge;
    if (charge > (most.get(name) ?? 0)) {
      most.set(name, charge);
      amounts.frame = frame2;
    }
  }
  return { total, functions };
}
function add(sums, index, value) {
  sums[index] = (sums[index] ?? 0) + value;
}

// src/heap/difference.ts
function compareProfiles(base, head2, sampleType, places = nowhereElse) {
  const columns = {
    base: base.sampleTypes.findIndex(({ type }) => type === sampleType),
    head: head2.sampleTypes.findIndex(({ type }) => type === sampleType)
  };
  const unit = head2.sampleTypes[columns.head]?.unit;
  if (unit === void 0 || unit !== base.sampleTypes[columns.base]?.unit) {
    const kinds = `the base has ${names(base)}, the head ${names(head2)}`;
    return { kind: "refused", because: `both need ${sampleType} in one unit: ${kinds}` };
  }
  const before = sumFunctions(base, columns.base, places);
  const now = sumFunctions(head2, columns.head, places);
  const functions = /* @__PURE__ */ new Set([...now.functions.keys(), ...before.functions.keys()]);
  return {
    ...{ kind: "difference", sampleType, unit },
    totals: { base: before.total, head: now.total },
    rows: [...functions].map(
      (name) => differenceRow(name, before.functions.get(name), now.functions.get(name), places)
    ).sort(byChange)
  };
}
function differenceRow(name, base, head2, places) {
  const frame2 = (head2 ?? base)?.frame ?? { function: name, file: "", line: 0 };
  const sides = (amount) => ({
    base: base?.[amount] ?? 0,
    head: head2?.[amount] ?? 0
  });
  return {
    ...{ function: name, file: repositoryFile(places, frame2), line: frame2.line },
    ...{ flat: sides("flat"), cumulative: sides("cumulative"), charged: sides("charged") }
  };
}
function byChange(a, b) {
  const change = ({ base, head: head2 }) => Math.abs(head2 - base);
  return change(b.charged) - change(a.charged) || change(b.flat) - change(a.flat) || change(b.cumulative) - change(a.cumulative);
}
function names({ sampleTypes }) {
  return sampleTypes.map(({ type, unit }) => `${type} (${unit})`).join(", ");
}

// src/heap/compare/compare-profiles.ts
var heapTypes = ["alloc_space", "alloc_objects", "inuse_space", "inuse_objects"];
var profileLeg = "profile";
function compareHeapProfiles(base, head2, rules, placesOf2) {
  const name = testedPackage(head2.profile) ?? testedPackage(base.profile) ?? "the profile";
  const places = placesOf2(name);
  const records = [];
  for (const side of [base, head2]) {
    const record = recordOf(side.profile, places, name);
    if (record === null) return { kind: "refused", name: side.name, because: whyNone(side) };
    records.push(record);
  }
  const [before, now] = records;
  const differences2 = [];
  for (const type of heapTypes) {
    const difference = compareProfiles(base.profile, head2.profile, type, places);
    if (difference.kind === "refused")
      return { kind: "refused", name: base.name, because: difference.because };
    differences2.push(difference);
  }
  const { metrics, tests } = before;
  const comparison = compare({
    settings: { ...rules.settings, confirm: "off" },
    partial: true,
    base: { commit: base.name, reason: "a heap profile", exact: true },
    noBase: "",
    heads: [now],
    bases: [
      {
        ...{ package: name, leg: profileLeg, record: before, commit: base.name, distance: 0 },
        ...{ differences: [], renamedFrom: null, old: null },
        history: [{ commit: base.name, committedAt: "", metrics, tests }]
      }
    ],
    removed: [],
    modulePath: places.modulePath,
    again: { head: [], base: [] },
    accepted: null,
    today: rules.today,
    problems: []
  });
  const summary = `${head2.name} compared with ${base.name}`;
  return { kind: "compared", comparison: { ...comparison, summary }, differences: differences2 };
}
function testedPackage(profile) {
  const counts = /* @__PURE__ */ new Map();
  for (const { frames } of profile.samples()) {
    const frame2 = baseOfTest(frames);
    if (frame2 === null) continue;
    const name = packageOf(frame2.function).replace(/_test$/, "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
function recordOf(profile, places, name) {
  const figures = heapFigures(profile, places);
  if (figures === null) return null;
  const { totals, ...lists } = figures;
  return {
    ...{ package: name, leg: profileLeg, outcome: "passed", benchmarks: [] },
    metrics: { ...totals, liveHeapPeakBytes: null, peakRssBytes: null, goroutinesAtEnd: null },
    ...lists
  };
}
function whyNone({ profile }) {
  const types = profile.sampleTypes.map(({ type }) => type);
  return heapTypes.every((type) => types.includes(type)) ? "its sums are too large to be exact" : `it is no heap profile: it has ${types.join(", ")}`;
}

// src/heap/compare/compare-reports.ts
function compareReports(base, head2, rules) {
  const bases = base.report.heap.map((record) => baseOf(record, base.report, head2.report));
  const { renamed, removed, unclear } = movedPackages(bases, head2.report);
  const comparison = compare({
    settings: { ...rules.settings, confirm: "off" },
    base: { commit: commitOf(base), reason: base.name, exact: true },
    noBase: "",
    heads: head2.report.heap,
    bases: [...bases, ...renamed],
    removed: removed.map(({ package: name, leg }) => ({ package: name, leg })),
    modulePath: head2.report.source.module,
    again: { head: head2.again, base: againHere(base, head2) },
    accepted: null,
    today: rules.today,
    problems: unclear
  });
  const differing = [...new Set(bases.flatMap((item) => item.differences))];
  const summary = [`${sideText(head2)} compared with ${sideText(base)}`, ...differing].join("; ");
  const hasOtherRate = comparison.packages.some(({ state }) => state === "incomparable");
  const problems = hasOtherRate ? [...comparison.problems, otherRateFix] : comparison.problems;
  return { ...comparison, summary, problems };
}
var otherRateFix = 'a run samples as the record of its base does; two runs with "--baseline none" sample alike';
function againHere(base, head2) {
  return base.again.filter(({ leg }) => differences(base.report, head2.report, leg).length === 0);
}
function commitOf({ report, name }) {
  return report.source.sha ?? name;
}
function sideText({ name, report }) {
  const { sha } = report.source;
  return sha === null ? name : `${name} (${sha.slice(0, 7)})`;
}
function baseOf(record, base, head2) {
  const { package: name, leg, metrics, tests } = record;
  const commit = base.source.sha ?? "";
  return {
    ...{ package: name, leg, record, commit, distance: 0, renamedFrom: null, old: null },
    differences: differences(base, head2, leg),
    history: [{ commit, committedAt: base.startedAt, metrics, tests }]
  };
}
var environment = [
  // go1.26.3 -> 1.26.3
  {
    what: "Go",
    of: ({ machine }, leg) => (leg?.goVersion ?? machine.go).replace(/^go(?=\d)/, "")
  },
  { what: "system", of: ({ machine }) => `${machine.os}/${machine.arch}` },
  { what: "CPUs:", of: ({ machine }) => String(machine.cpus) }
];
function differences(base, head2, leg) {
  const inLeg = (report) => report.legs.find(({ name }) => name === leg);
  return environment.map(({ what, of }) => ({
    what,
    before: of(base, inLeg(base)),
    after: of(head2, inLeg(head2))
  })).filter(({ before, after }) => before !== after).map(({ what, before, after }) => `${what} ${before}, now ${after}`);
}
function movedPackages(bases, head2) {
  const legs = new Set(head2.legs.map(({ name }) => name));
  const renamed = [];
  const removed = [];
  const unclear = [];
  for (const leg of legs) {
    const now = new Map(
      head2.heap.filter((record) => record.leg === leg).map((record) => [record.package, record])
    );
    const before = bases.filter((base) => base.leg === leg);
    const known = new Set(before.map((base) => base.package));
    const gone = before.filter((base) => !now.has(base.package));
    const added = [...now.values()].filter((record) => !known.has(record.package));
    const goneRecords = gone.map(({ record }) => record);
    const newNames = renames(goneRecords, added);
    unclear.push(...unclearRenames(goneRecords, added));
    const oldNames = new Map([...newNames].map(([fresh, old]) => [old, fresh]));
    for (const base of gone) {
      const fresh = oldNames.get(base.package);
      if (fresh === void 0) removed.push(base);
      else renamed.push({ ...base, package: fresh, renamedFrom: base.package });
    }
  }
  return { renamed, removed, unclear };
}

// src/render/profile-difference.ts
var leastShare = 1e-3;
function differenceLines(difference, top, page) {
  const { sampleType, unit, totals, rows } = difference;
  const changed = rows.filter((row) => largestChange(row) !== 0);
  const least = leastShare * Math.max(totals.base, totals.head);
  const kind = unit === "bytes" ? "bytes" : "count";
  const [before, now] = [totals.base, totals.head].map((amount) => formatAmount(amount, kind));
  const all = formatChange(changeOf(totals), kind);
  const title2 = `${sampleType}: ${before ?? ""} before, ${now ?? ""} now, ${all}`;
  const heading = page.paint.bold(textLine(page, title2));
  if (changed.length === 0) return [heading, "  no function changed"];
  const shown2 = changed.filter((row, i) => i === 0 || largestChange(row) >= least).slice(0, top);
  const cells = shown2.map(
    ({ flat, cumulative, charged }) => [charged, flat, cumulative].map((both) => formatChange(changeOf(both), kind))
  );
  const [head2 = "", ...starts2] = aligned(
    [["charged", "flat", "cum"], ...cells],
    [true, true, true]
  );
  return [
    heading,
    page.paint.dim(`  ${head2}`),
    ...shown2.map((row, i) => frameLine(page, `  ${starts2[i] ?? ""}  `, row)),
    ...moreLine(page, changed.length - shown2.length, "function")
  ];
}
function largestChange({ flat, cumulative, charged }) {
  return Math.max(...[flat, cumulative, charged].map((both) => Math.abs(changeOf(both))));
}
function changeOf({ base, head: head2 }) {
  return head2 - base;
}

// src/entry/compared-side.ts
import { open as open2, realpath, stat as stat4 } from "node:fs/promises";
import { resolve as resolve4 } from "node:path";
async function readSide(name, cwd) {
  const path = await realpath(resolve4(cwd, name)).catch(() => null);
  const stats = path === null ? null : await stat4(path).catch(() => null);
  if (path === null || stats === null)
    return problem(
      name,
      "there is no such file or folder",
      "name a report.json, a run folder or a heap profile"
    );
  if (stats.isDirectory()) {
    const report = await readReport(path);
    return report === null ? problem(
      name,
      "this folder has no report that can be read",
      'name the folder of a run (--out); "go-crash-guard report FOLDER" makes the report of a run that was killed'
    ) : { kind: "report", name, report, out: path, again: await readAgain(path, "head") };
  }
  if (!stats.isFile())
    return problem(
      name,
      "it is no regular file",
      "name a report.json, a run folder or a heap profile"
    );
  if (await isJson(path)) {
    const report = await readReport(path);
    return report === null ? problem(
      name,
      "this is no report, or one of another version of go-crash-guard",
      "name a report.json that this version made"
    ) : { kind: "report", name, report, out: null, again: [] };
  }
  if (stats.size > maxUnpackedBytes)
    return problem(
      name,
      "it is too large for a profile",
      "name a heap profile of go test -memprofile"
    );
  const reading = readProfile(await readBoundedBytes(path, maxUnpackedBytes) ?? new Uint8Array());
  return reading.kind === "refused" ? problem(name, reading.because, "name a heap profile, a report.json or a run folder") : { kind: "profile", name, path, profile: reading.profile };
}
function problem(where, what, fix) {
  return { kind: "problem", problem: { where, what, fix } };
}
async function isJson(path) {
  const file = await open2(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead).trimStart().startsWith("{");
  } finally {
    await file.close();
  }
}

// src/entry/compare-command.ts
var shownFunctions = 20;
async function compareCommand([baseName2, headName], flags, cwd, page) {
  const { heap, directory } = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: {
      values: definedOnly({ "heap-threshold": flags.threshold }),
      where: () => "--threshold"
    }
  });
  const rules = { settings: heap, today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10) };
  const read = await Promise.all([readSide(baseName2, cwd), readSide(headName, cwd)]);
  const problems = read.flatMap((side) => side.kind === "problem" ? [side.problem] : []);
  if (problems.length > 0) throw new InputError(problems);
  const [base, head2] = read;
  if (base.kind === "report" && head2.kind === "report") {
    const compared2 = compareReports(base, head2, rules);
    const comparison2 = await withCommands(compared2, base, head2, cwd);
    const text2 = renderComparison(comparison2, page.paint);
    return result(flags, comparison2, comparison2, text2);
  }
  if (base.kind === "report" || head2.kind === "report")
    throw new InputError([
      {
        where: headName,
        what: `${kindText(base)} cannot be compared with ${kindText(head2)}`,
        fix: "name two reports, two run folders or two heap profiles"
      }
    ]);
  const compared = compareHeapProfiles(base, head2, rules, (name) => placesOf(name, directory));
  if (compared.kind === "refused")
    throw new InputError([
      {
        where: compared.name,
        what: compared.because,
        fix: "name two heap profiles, such as go test -memprofile writes"
      }
    ]);
  const { comparison, differences: differences2 } = compared;
  const lines = differences2.filter(({ sampleType }) => sampleType !== "inuse_objects").flatMap((difference) => ["", ...differenceLines(difference, shownFunctions, page)]);
  const text = `${renderComparison(comparison, page.paint)}${lines.join("\n")}
`;
  return result(flags, comparison, { ...comparison, differences: differences2 }, text);
}
function result(flags, { status }, printed, text) {
  return {
    text: flags.json === true ? `${JSON.stringify(printed, null, 2)}
` : text,
    code: status === "fail" ? exitCodes.fail : exitCodes.pass
  };
}
function kindText(side) {
  return side.kind === "report" ? "a report" : "a heap profile";
}
function placesOf(name, directory) {
  const { root, modules: modules2 } = findModules(directory);
  const module = modules2.filter(({ path }) => name === path || name.startsWith(`${path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  return {
    package: name,
    modulePath: module?.path ?? null,
    moduleDirectory: module === void 0 ? "" : join8(root, module.directory),
    repositoryDirectory: root
  };
}
async function withCommands(comparison, base, head2, cwd) {
  const command2 = async (item) => {
    const [from, to] = await Promise.all([
      profileOf(base, item.renamedFrom ?? item.package, item.leg),
      profileOf(head2, item.package, item.leg)
    ]);
    if (from === null || to === null) return null;
    const type = item.why?.metric === "inuseBytes" ? "inuse_space" : "alloc_space";
    const path = (profile) => shellWord(relative2(cwd, profile));
    return `go tool pprof -sample_index=${type} -diff_base=${path(from)} -top ${path(to)}`;
  };
  const packages = await Promise.all(
    comparison.packages.map(
      async (item) => item.why === null ? item : { ...item, why: { ...item.why, command: await command2(item) } }
    )
  );
  return { ...comparison, packages };
}
async function profileOf(side, name, leg) {
  const run2 = side.report.packages.find((item) => item.package === name && item.leg === leg);
  const profile = (run2 === void 0 ? void 0 : decisiveAttempt(run2))?.profile;
  if (side.out === null || profile === void 0) return null;
  const path = join8(side.out, profile);
  return access2(path).then(
    () => path,
    () => null
  );
}
function shellWord(text) {
  return /^[\w./+=@-]+$/.test(text) ? text : quoted(text);
}

// src/entry/commands/compare.ts
function addCompare(program, { write, page }) {
  program.command("compare").description(
    "compare the heap usage of two runs: what grew, and why; exit code 1 if it may not"
  ).argument("<base>", "report.json, run folder or heap profile of before").argument("<head>", "the same of now").option("--threshold <percent>", "how much more counts as grown (default: heap-threshold)").option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--json", "print JSON").action(async (base, head2, flags) => {
    const { text, code } = await compareCommand([base, head2], flags, process.cwd(), page());
    write(text);
    process.exitCode = code;
  });
}

// src/entry/explain-command.ts
import { constants as constants2, createReadStream, open as open3 } from "node:fs";
import { stat as stat5 } from "node:fs/promises";
import { Socket } from "node:net";
import { resolve as resolve5 } from "node:path";
import { promisify } from "node:util";

// src/crash/blame/guilty-note.ts
var byKind = {
  panic: "panics here",
  "fatal-error": "the runtime gives up here",
  signal: "is hit here",
  timeout: "is still here",
  "data-race": "races here",
  sanitizer: "touches the memory here",
  "goroutine-leak": "waits here",
  exit: "ends the program here",
  killed: "was killed here",
  "build-failure": "does not build"
};
var byMessage = [
  {
    kind: "fatal-error",
    message: /- deadlock!$/,
    sample: "all goroutines are asleep - deadlock!",
    note: "waits here"
  },
  {
    kind: "panic",
    message: /^deadlock: /,
    sample: "deadlock: all goroutines in bubble are blocked",
    note: "waits here"
  },
  {
    kind: "fatal-error",
    message: /^stack overflow/,
    sample: "stack overflow",
    note: "calls itself again"
  },
  {
    kind: "signal",
    message: /^(?:quit|interrupt|terminated)$/,
    sample: "quit",
    note: "is still here"
  },
  {
    kind: "panic",
    message: /^(?:Log|Fail) in goroutine after /,
    sample: "Log in goroutine after TestX has completed: text",
    note: "and nobody waits for it"
  }
];
function guiltyNote({ kind, message }) {
  return byMessage.find((row) => row.kind === kind && row.message.test(message))?.note ?? byKind[kind];
}

// src/crash/blame/path-step.ts
var maxLineChars = 500;
function sourceStep(located, repository, note2, guilty) {
  const source = repository.lines(located.file)?.[located.line - 1]?.slice(0, maxLineChars);
  return { ...plainFrame(located), source: source ?? null, note: note2, guilty };
}
function foldedStep(frame2, note2) {
  const place3 = frame2 === null ? { function: "", file: "", line: 0 } : plainFrame(frame2);
  return { ...place3, source: null, note: note2, guilty: false };
}

// src/crash/blame/path-to-panic.ts
var maxSteps = 20;
var shownAtStart = 8;
var maxAncestors2 = 5;
function pathToPanic(crash, { blame }, repository) {
  const investigation = investigate(crash, repository);
  const guilt = { ...findGuilt(investigation), blame };
  const { goroutine } = guilt;
  if (goroutine === null)
    return blame === null ? [] : [sourceStep(blame, repository, guiltyNote(crash), true)];
  return folded([
    ...beforeGoroutine(goroutine, guilt, investigation),
    ...onStack(goroutine, guilt, investigation)
  ]);
}
function beforeGoroutine({ ancestors, createdBy }, guilt, investigation) {
  const stacks = ancestors.slice(0, maxAncestors2).toReversed();
  const [nearest3] = ancestors;
  const steps = stacks.flatMap(({ frames, createdBy: start }, index) => [
    ...index === 0 ? creationStep(start, guilt, investigation) : [],
    ...callsOn(frames, guilt, investigation).map(
      (step, at2, all) => at2 === all.length - 1 ? { ...step, note: joinedNote(step.note, startsGoroutine) } : step
    )
  ]);
  return nearest3 === void 0 ? creationStep(createdBy, guilt, investigation) : steps;
}
var startsGoroutine = "starts the goroutine";
function creationStep(createdBy, { blame }, { locate, repository, crash }) {
  const located = createdBy === null ? null : locate(createdBy);
  if (located === null) return [];
  const guilty = isSameLine(located, blame);
  const note2 = guilty ? `${startsGoroutine}, ${guiltyNote(crash)}` : startsGoroutine;
  return [sourceStep(located, repository, note2, guilty)];
}
function onStack(goroutine, guilt, investigation) {
  const { elided } = goroutine;
  const { members } = recursionOf(goroutine);
  const frames = goroutine.frames.slice(guilt.skipped);
  const isOverflow = /^stack overflow/.test(investigation.crash.message);
  if (!isOverflow || elided === null || members.length === 0)
    return callsOn(frames, guilt, investigation);
  const circle = new Set(members.map(keyOf));
  const outermost = frames.findLastIndex((frame2) => circle.has(keyOf(frame2)));
  const start = Math.max(0, outermost - members.length + 1);
  const steps = callsOn(frames.slice(start), guilt, investigation);
  const all = elided.count === null ? "" : `: ${String(elided.count + frames.length)} frames`;
  const repeats = `these calls repeat until the stack is full${all}`;
  return [...steps, foldedStep(null, repeats)];
}
function keyOf({ function: name, file, line }) {
  return `${name}
${file}
${String(line)}`;
}
function callsOn(frames, guilt, investigation) {
  const { authorOf, locate, repository, crash, isHelper } = investigation;
  const base = baseOfTest(frames);
  const steps = [];
  let between = [];
  const closeRun = (isEnd) => {
    const library = between.filter(
      (frame2) => !isRuntime(frame2) && authorOf(frame2) !== "surroundings"
    );
    if (library.length > 0 && steps.length > 0) steps.push(libraryStep(library, isEnd));
  };
  for (const frame2 of frames.toReversed()) {
    const located = locate(frame2);
    if (located === null) {
      between.push(frame2);
      continue;
    }
    closeRun(false);
    const deferred = between.some(({ function: name }) => name === "panic");
    between = [];
    const guilty = isSameLine(located, guilt.blame);
    const notes = [
      frame2 === base ? "the test" : "",
      deferred ? "a deferred call that runs because of the panic" : "",
      isHelper(frame2) ? "a test helper" : "",
      guilty ? guiltyNote(crash) : ""
    ];
    steps.push(sourceStep(located, repository, notes.filter(Boolean).join(", "), guilty));
  }
  closeRun(true);
  return steps;
}
function libraryStep(frames, isEnd) {
  const names2 = [...new Set(frames.map((frame2) => packageOf(frame2.function)))];
  const shown2 = names2.slice(0, 3).join(", ") + (names2.length > 3 ? ", ..." : "");
  const count2 = frames.length === 1 ? "1 frame" : `${String(frames.length)} frames`;
  return foldedStep((isEnd ? frames.at(-1) : frames[0]) ?? null, `${count2} in ${shown2}`);
}
function folded(steps) {
  if (steps.length <= maxSteps) return [...steps];
  const hidden = steps.slice(shownAtStart, steps.length - (maxSteps - shownAtStart - 1));
  const guilty = hidden.find((step) => step.guilty);
  return [
    ...steps.slice(0, shownAtStart),
    foldedStep(null, `${String(hidden.length)} more calls`),
    ...guilty === void 0 ? [] : [guilty],
    ...steps.slice(steps.length - (maxSteps - shownAtStart - 1))
  ];
}
function joinedNote(note2, more) {
  return note2 === "" ? more : `${note2}, ${more}`;
}

// src/catalog/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var minLikeness = 0.5;
var maxMessageChars = 200;
var families = {
  "nil-dereference": "nil-and-empty",
  "init-panic": "init-flags-testmain",
  "concurrent-map": "maps-and-sync",
  deadlock: "goroutine-lifecycle",
  timeout: "goroutine-lifecycle",
  "goroutine-leak": "goroutine-lifecycle",
  "data-race": "data-races",
  "stack-overflow": "memory-and-stack",
  "go-out-of-memory": "memory-and-stack",
  "address-space-limit": "memory-and-stack",
  checkptr: "unsafe-and-cgo",
  sanitizer: "unsafe-and-cgo",
  signal: "unsafe-and-cgo",
  "os-exit": "init-flags-testmain",
  "log-fatal": "init-flags-testmain",
  killed: "os-files-processes-limits",
  "build-failed": "build-modules-toolchain",
  "vet-failed": "build-modules-toolchain",
  "setup-failed": "build-modules-toolchain"
};
function nearest2(subject, all) {
  const cause = causeOfCrash(subject.crash);
  let best = null;
  for (const known of all) {
    if (known.cause !== cause) continue;
    for (const signature of known.signatures) {
      const share = fulfilled(signature, subject);
      if (share === null || share === 0) continue;
      const alike = likeMessages(known.message, subject.crash.message);
      const likeness = (share + alike) / 2;
      if (likeness >= minLikeness && likeness > (best?.likeness ?? 0)) best = { known, likeness };
    }
  }
  return best;
}
function familyOf(subject, near) {
  if (near !== null) return near.known.family;
  const { crash } = subject;
  if (crash.message.startsWith("runtime error: ") && crash.signal === null)
    return "bounds-and-conversions";
  return families[causeOfCrash(crash)] ?? null;
}
function likeMessages(a, b) {
  const [one, other] = [a.slice(0, maxMessageChars), b.slice(0, maxMessageChars)];
  return 1 - (0, import_fastest_levenshtein.distance)(one, other) / Math.max(1, one.length, other.length);
}

// src/catalog/go-signature.ts
var maxHeadLines = 20;
function signatureAt(lines, line) {
  const around2 = enclosingFunction(lines, line);
  if (around2 === null) return null;
  return parseHead(lines.slice(around2.line - 1, around2.line - 1 + maxHeadLines).join("\n"));
}
function parseHead(text) {
  let rest = text.slice("func ".length);
  let receiver = null;
  if (rest.startsWith("(")) {
    const end2 = closing(rest, 0);
    if (end2 === null) return null;
    receiver = parameters(rest.slice(1, end2))[0] ?? null;
    rest = rest.slice(end2 + 1).trimStart();
  }
  const name = /^[\p{L}_][\p{L}\p{Nd}_]*/u.exec(rest)?.[0];
  if (name === void 0) return null;
  rest = rest.slice(name.length);
  const generic = rest.startsWith("[");
  if (generic) rest = rest.slice((closing(rest, 0) ?? -1) + 1);
  const end = rest.startsWith("(") ? closing(rest, 0) : null;
  if (end === null) return null;
  return {
    name,
    receiver,
    generic: generic || receiver?.type.includes("[") === true,
    parameters: parameters(rest.slice(1, end))
  };
}
function closing(text, from) {
  let depth = 0;
  for (let at2 = from; at2 < text.length; at2++) {
    const char = text[at2] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && --depth === 0) return at2;
  }
  return null;
}
function parameters(text) {
  const parts = splitTop(text).map((part) => part.trim()).filter((part) => part !== "");
  const named3 = parts.some(
    (part) => /^[\p{L}_][\p{L}\p{Nd}_]* /u.test(part) && !/^(?:func|chan|map|struct|interface)\b/u.test(part)
  );
  const found = [];
  let type = "";
  for (const [index, part] of [...parts.entries()].reverse()) {
    const space = part.indexOf(" ");
    const name = !named3 ? `value${String(index + 1)}` : space < 0 ? part : part.slice(0, space);
    if (!named3) type = part;
    else if (space >= 0) type = part.slice(space + 1).trim();
    const variadic = type.startsWith("...");
    found.unshift({ name, type: variadic ? type.slice(3) : type, variadic });
  }
  return found;
}
function splitTop(text) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at2 = 0; at2 < text.length; at2++) {
    const char = text[at2] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at2));
      from = at2 + 1;
    }
  }
  return [...parts, text.slice(from)];
}

// src/catalog/regression-test.ts
function regressionTest(blame, { message, cause }, repository) {
  const lines = repository.lines(blame.file);
  if (lines === null || blame.file.endsWith("_test.go") || !blame.file.endsWith(".go")) return null;
  const signature = signatureAt(lines, blame.line);
  const clause = lines.map((line) => /^package (?<name>\S+)/.exec(line)?.groups?.["name"]).find(Boolean);
  if (signature === null || clause === void 0 || signature.generic) return null;
  if (signature.name === "init" || signature.name === "main") return null;
  const race = cause === "data-race" || cause === "concurrent-map";
  const test = testName(signature);
  const body = race ? concurrently(callOf(signature)) : [`	${callOf(signature)}`];
  const [first = ""] = message.split("\n", 1);
  const text = [
    `package ${clause}`,
    "",
    ...imports(signature, lines, race),
    "",
    `// ${test} holds the fix of the crash at ${blame.file}:${String(blame.line)}:`,
    `// ${first}`,
    `func ${test}(t *testing.T) {`,
    "	// Give these the values of the call that crashed.",
    ...variables(signature).map((line) => `	${line}`),
    ...body,
    "}",
    ""
  ].join("\n");
  const folder = blame.file.slice(0, Math.max(0, blame.file.lastIndexOf("/")));
  const flags = race ? " -race" : cause === "deadlock" || cause === "timeout" ? " -timeout=10s" : "";
  return {
    file: blame.file.replace(/\.go$/, "_crash_test.go"),
    text,
    command: `go test${flags} -run='^${test}$' ./${folder}`
  };
}
function testName({ receiver, name }) {
  const type = receiver?.type.replace(/^\*/, "") ?? "";
  const upper = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `Test${upper(type)}${upper(name)}DoesNotCrash`;
}
function receiverName(receiver) {
  return receiver.name === "_" || receiver.name.startsWith("value") ? "subject" : receiver.name;
}
function named2(parameters2) {
  return parameters2.map(
    (parameter, index) => parameter.name === "_" || parameter.name === "t" ? { ...parameter, name: `value${String(index + 1)}` } : parameter
  );
}
function variables({ receiver, parameters: parameters2 }) {
  const own = receiver === null ? [] : [`var ${receiverName(receiver)} ${receiver.type.replace(/^\*/, "")}`];
  return [
    ...own,
    ...named2(parameters2).map(
      ({ name, type, variadic }) => `var ${name} ${variadic ? "[]" : ""}${type}`
    )
  ];
}
function callOf({ receiver, name, parameters: parameters2 }) {
  const given = named2(parameters2).map(
    (parameter) => `${parameter.name}${parameter.variadic ? "..." : ""}`
  );
  return `${receiver === null ? "" : `${receiverName(receiver)}.`}${name}(${given.join(", ")})`;
}
function concurrently(call) {
  return [
    "	var done sync.WaitGroup",
    "	for i := 0; i < 8; i++ {",
    "		done.Add(1)",
    "		go func() {",
    "			defer done.Done()",
    `			${call}`,
    "		}()",
    "	}",
    "	done.Wait()"
  ];
}
function imports({ parameters: parameters2 }, lines, race) {
  const used = new Set(
    parameters2.flatMap(
      ({ type }) => [...type.matchAll(/(?<name>[\p{L}_][\p{L}\p{Nd}_]*)\./gu)].map(
        (match) => match.groups?.["name"]
      )
    )
  );
  const needed = /* @__PURE__ */ new Set([...race ? ['"sync"'] : [], '"testing"']);
  for (const line of lines) {
    const found = /^(?:import )?\s*(?:(?<alias>[\w.]+) )?"(?<path>[^"]+)"$/.exec(line)?.groups;
    if (found?.["path"] === void 0) continue;
    const { alias, path } = found;
    if (used.has(alias ?? lastElement(path)))
      needed.add(`${alias === void 0 ? "" : `${alias} `}"${path}"`);
  }
  const sorted = [...needed].sort(
    (a, b) => (a.split('"')[1] ?? "") < (b.split('"')[1] ?? "") ? -1 : 1
  );
  return sorted.length === 1 ? [`import ${sorted[0] ?? ""}`] : ["import (", ...sorted.map((path) => `	${path}`), ")"];
}
function lastElement(path) {
  const parts = path.split("/").filter((part) => !/^v\d+$/.test(part));
  return (parts.at(-1) ?? "").replace(/\.v\d+$/, "").replace(/^go-/, "");
}

// src/catalog/explain.ts
function explain(parsed, library) {
  const { repository, catalog } = library;
  const all = parsed.map((crash) => examine(crash, library));
  const found = all.map(({ recognition, ...one }) => ({
    ...one,
    known: recognition.known?.id ?? null,
    seen: {
      package: one.parsed.package ?? one.blame.package ?? "",
      leg: "",
      attempt: 0,
      test: one.blame.test
    }
  }));
  return reportCrashes(found, repository).flatMap((crash) => {
    const first = all.find(({ fingerprint }) => fingerprint === crash.fingerprint);
    if (first === void 0) return [];
    const { subject, blame, recognition } = first;
    const near = recognition.known === null ? nearest2(subject, catalog.all) : null;
    return [
      {
        crash,
        parsed: first.parsed,
        path: pathToPanic(first.parsed, blame, repository),
        known: recognition.known,
        unknown: recognition.known !== null ? null : {
          family: familyOf(subject, near),
          nearest: near,
          regression: blame.blame === null ? null : regressionTest(blame.blame, crash, repository)
        }
      }
    ];
  });
}

// src/crash/log/log-bytes.ts
var byteOrderMarks = [
  { encoding: "utf-16le", first: 255, second: 254 },
  { encoding: "utf-16be", first: 254, second: 255 }
];
function readLogBytes(lines) {
  const encoder = new TextEncoder();
  let decoder;
  let alone = null;
  const start = (chunk) => {
    const bytes = alone === null ? chunk : Uint8Array.of(...alone, ...chunk.subarray(0, 1));
    if (bytes.length < 2) {
      if (bytes.length === 1) alone = Uint8Array.from(bytes);
      return;
    }
    const [one, two] = bytes;
    const mark = byteOrderMarks.find(({ first, second }) => first === one && second === two);
    decoder = mark === void 0 ? null : new TextDecoder(mark.encoding);
    if (alone !== null) hand(alone);
    hand(chunk);
  };
  const hand = (chunk) => {
    if (decoder === null || decoder === void 0) lines.push(chunk);
    else lines.push(encoder.encode(decoder.decode(chunk, { stream: true })));
  };
  return {
    push(chunk) {
      if (decoder === void 0) start(chunk);
      else hand(chunk);
    },
    end() {
      if (decoder === void 0 && alone !== null) lines.push(alone);
      return lines.end();
    }
  };
}

// src/crash/log/log-margin.ts
var windowLines = 64;
var maxWindowChars = 1e6;
var margin = /^[ \t>]{1,40}/;
function createMarginStage(emit) {
  let window = [];
  let chars = 0;
  let common = "";
  const strip = (line) => {
    if (common === "" || line.startsWith(common)) emit(line.slice(common.length));
    else {
      if (line.trim() !== "" && line !== common.trimEnd()) common = "";
      emit(line.trim() === "" || common !== "" ? "" : line);
    }
  };
  const decide = () => {
    const lines = window ?? [];
    window = null;
    common = commonMargin(lines);
    for (const line of lines) strip(line);
  };
  return {
    push(line) {
      if (window === null) {
        strip(line);
        return;
      }
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines || chars > maxWindowChars) decide();
    },
    end() {
      if (window !== null) decide();
    }
  };
}
function commonMargin(lines) {
  const written = lines.filter((line) => line.trim() !== "");
  let common = margin.exec(written[0] ?? "")?.[0] ?? "";
  for (const line of written) {
    if (line === common.trimEnd()) continue;
    while (!line.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}

// src/crash/log/log-prefix.ts
var day = String.raw`\d{4}-\d\d-\d\d`;
var clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
var iso = String.raw`${day}T${clock}(?:Z|[+-]\d\d:?\d\d)`;
var logPrefixes = [
  {
    name: "gh run view --log",
    pattern: new RegExp(String.raw`^[^\t]{1,200}\t[^\t]{1,200}\t\ufeff?${iso}(?: |$)`),
    sample: "test	Run go test ./...	2026-01-02T15:04:05.1234567Z "
  },
  {
    name: "CRI",
    pattern: new RegExp(`^${iso} (?:stdout|stderr) (?<part>[FP])(?: |$)`),
    sample: "2026-01-02T15:04:05.123456789+00:00 stderr F "
  },
  {
    name: "GitLab",
    pattern: new RegExp(String.raw`^${iso} \d\d[OE](?<part>[ +])`),
    sample: "2026-01-02T15:04:05.123456Z 01E "
  },
  {
    name: "GitHub, Azure, docker logs -t, kubectl logs --timestamps",
    pattern: new RegExp(`^${iso}(?: |$)`),
    sample: "2026-01-02T15:04:05.1234567Z "
  },
  {
    name: "Jenkins, Buildkite",
    pattern: new RegExp(String.raw`^\[${iso}\](?: |$)`),
    sample: "[2026-01-02T15:04:05.123Z] "
  },
  {
    name: "Grafana, ts with a date",
    pattern: new RegExp(`^${day} ${clock}(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?(?:[ \\t]|$)`),
    sample: "2026-01-02 15:04:05.123	"
  },
  {
    name: "GitHub's page",
    pattern: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT(?: |$)/,
    sample: "Fri, 02 Jan 2026 15:04:05 GMT "
  },
  {
    name: "TeamCity",
    pattern: /^\[\d\d:\d\d:\d\d\][WEF]?:? ?\t? ?(?:\[[^\]]{1,80}\] )?/,
    sample: "[15:04:05]W:	 [Step 1/2] "
  },
  {
    name: "Jenkins with a clock",
    pattern: /^\d\d:\d\d:\d\d(?:\.\d{1,3})?(?: {1,2}|$)/,
    sample: "15:04:05  "
  },
  {
    name: "kubectl logs --prefix",
    pattern: /^\[pod\/[^\]\s]{1,300}\] /,
    sample: "[pod/shop-7d4b9/app] "
  },
  {
    name: "docker compose",
    pattern: /^[A-Za-z0-9][\w.-]{0,80} *\|(?: |$)/,
    sample: "shop-1   | "
  },
  {
    name: "journalctl",
    pattern: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,100} [\w./@-]{1,100}(?:\[\d{1,10}\])?: /,
    sample: "Jan 02 15:04:05 runner go[4711]: "
  },
  {
    name: "journalctl and syslog behind their time, Heroku",
    pattern: /^(?:[\w.-]{1,100} )?[\w./@-]{1,100}\[[\w.-]{1,40}\]:(?: |$)/,
    sample: "runner go[4711]: "
  },
  {
    name: "ts",
    pattern: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: |$)/,
    sample: "Jan 02 15:04:05 "
  },
  {
    // #14 [builder 5/6] RUN go test ./...
    name: "docker build",
    pattern: /^#\d{1,5}(?: \d{1,6}\.\d{1,3})?(?: |$)/,
    sample: "#14 12.34 ",
    enough: 0.25
  },
  {
    name: "docker build, the summary of what failed",
    pattern: /^\d{1,6}\.\d{2,3}(?: |$)/,
    sample: "12.34 ",
    enough: 0.3
  },
  {
    name: "Google Cloud Build",
    pattern: /^Step #\d{1,4}(?: - "[^"]{1,100}")?:(?: |$)/,
    sample: 'Step #1 - "test": ',
    enough: 0.25
  },
  {
    // [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47b] is Go's own.
    name: "branches of Jenkins, steps of Tekton and Drone, act, concurrently",
    pattern: /^\[(?!signal )\w[\w .:/#-]{0,100}\](?: {1,4}\|)?(?: |$)/,
    sample: "[CI/test]   | "
  },
  {
    name: "Earthly",
    pattern: /^ {0,80}[\w./-]{0,100}\+[\w.-]{1,80} \|(?: |$)/,
    sample: "           +test | "
  },
  {
    name: "stern",
    pattern: /^[a-z0-9][a-z0-9-]{0,200}-[a-z0-9]{5} [a-z0-9-]{1,63}(?: |$)/,
    sample: "shop-7d4b9c6f5-x2x7k app "
  }
];

// src/crash/log/log-prefix-stage.ts
var windowLines2 = 64;
var maxWindowChars2 = 1e6;
var enough = 0.6;
var enoughToGoOn = 0.2;
var maxJoinedChars = 4e6;
function createPrefixStage(emit) {
  let window = [];
  let chars = 0;
  let current = null;
  let open6 = null;
  let last = null;
  const release = () => {
    if (last !== null) emit(last);
    last = null;
  };
  const whole = (text, mayGoOn) => {
    release();
    if (mayGoOn) last = text;
    else emit(text);
  };
  const strip = (line, { pattern }) => {
    const found = pattern.exec(line);
    if (found === null) {
      whole(line, false);
      return;
    }
    const text = line.slice(found[0].length);
    const part = found.groups?.["part"];
    if (part === "+" && last !== null && last.length < maxJoinedChars) {
      last += text;
      return;
    }
    if (part === "P" && (open6 ?? "").length < maxJoinedChars) {
      open6 = (open6 ?? "") + text;
      return;
    }
    whole((open6 ?? "") + text, part === " " || part === "+");
    open6 = null;
  };
  const flush = () => {
    current = commonPrefix(window, current);
    for (const line of window) {
      if (current === null) whole(line, false);
      else strip(line, current);
    }
    window = [];
    chars = 0;
  };
  return {
    push(line) {
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines2 || chars > maxWindowChars2) flush();
    },
    end() {
      flush();
      release();
      if (open6 !== null) emit(open6);
      open6 = null;
    }
  };
}
function commonPrefix(lines, before) {
  const written = lines.filter((line) => line !== "");
  if (before !== null && isCommon(before, written, enoughToGoOn)) return before;
  return logPrefixes.find((prefix) => isCommon(prefix, written, prefix.enough ?? enough)) ?? null;
}
function isCommon({ pattern }, lines, part) {
  let lacking = 0;
  const most = Math.min(lines.length - 1, lines.length * (1 - part));
  for (const line of lines) if (!pattern.test(line) && ++lacking > most) return false;
  return lines.length > 0;
}

// src/crash/log/lost-tabs.ts
var maxChars = 4500;
var widestMargin = 24;
var position = /^[ \u00a0]{2,}(?=\S)(?<place>.*:\d{1,10}(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;
var bare = /^(?<place>\S.{0,4000}\.(?:go|s|c|cc|cpp|cxx|h|m):\d{1,10}(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;
function createTabStage(emit) {
  let afterCall = false;
  return {
    push(line) {
      const text = line.endsWith("   ") ? withoutPadding(line) : line;
      const restored = afterCall && !text.startsWith("	") ? withTab(text) : text;
      afterCall = isCall(text);
      emit(restored);
    },
    end: () => void 0
  };
}
function withoutPadding(line) {
  const text = line.trimEnd();
  return text === "" && line.length <= widestMargin ? line : text;
}
function withTab(line) {
  if (line.length > maxChars) return line;
  const found = position.exec(line) ?? bare.exec(line);
  return found === null ? line : `	${found.groups?.["place"] ?? ""}`;
}
function isCall(line) {
  const first = line.charCodeAt(0);
  if (first === 32 || first === 9) return false;
  return line.endsWith(")") || line.startsWith("created by ");
}

// src/crash/log/log-line.ts
var escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]_P^X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])?|\u009b[0-?]*[ -/]*[@-~]/g;
var gitLabSection = /^section_(?:start|end):\d{1,12}:[\w.-]{1,200}(?:\[[^\]]{0,200}\])?(?:\r|$)/;
var command = /^##\[(?:error|warning|notice|debug|group|endgroup|section|command|info)\]/;
var prefixes = 3;
function createLogCleaner(emit) {
  const tabs = createTabStage(emit);
  const margin3 = createMarginStage((line) => tabs.push(line.replace(command, "")));
  let next = margin3;
  const stages = [margin3];
  for (let i = 0; i < prefixes; i++) {
    next = createPrefixStage(next.push);
    stages.unshift(next);
  }
  let first = true;
  return {
    push(line) {
      next.push(withoutEscapes(first && line.startsWith("\uFEFF") ? line.slice(1) : line));
      first = false;
    },
    end() {
      for (const stage of stages) stage.end();
    }
  };
}
function withoutEscapes(line) {
  let text = line.includes("\x1B") || line.includes("") ? line.replace(escapes, "") : line;
  if (text.startsWith("section_")) text = text.replace(gitLabSection, "");
  return text.endsWith("\r") ? text.replace(/\r+$/, "") : text;
}

// src/inspect/crash-text.ts
var maxCrashes = 1e3;
var maxFailedTests = 1e3;
var maxPackages = 2e3;
var maxPartialChars = 1 << 20;
var maxPartials = 100;
var failed = /^\s{0,40}--- FAIL: (?<test>\S{1,500}) \(/;
function createCrashTextReader() {
  const found = { crashes: [], omitted: 0, lines: 0, failedTests: [] };
  const sink = {
    crash: (crash) => {
      if (crash.survived) return;
      if (found.crashes.length < maxCrashes) found.crashes.push(crash);
      else found.omitted++;
    }
  };
  const scanners = /* @__PURE__ */ new Map();
  const scannerOf = (name) => {
    const key = scanners.size < maxPackages || scanners.has(name) ? name : "";
    let own = scanners.get(key);
    if (own === void 0) {
      own = { scanner: createCrashScanner(sink), partial: /* @__PURE__ */ new Map() };
      scanners.set(key, own);
    }
    return own;
  };
  const take = (scanner, line) => {
    const test = line.includes("--- FAIL: ") ? failed.exec(line)?.groups?.["test"] : void 0;
    if (test !== void 0 && found.failedTests.length < maxFailedTests)
      found.failedTests.push(test);
    scanner.push(line);
  };
  const takeOutput = (name, test, output) => {
    const { scanner, partial } = scannerOf(name);
    const text = `${partial.get(test) ?? ""}${output}`;
    const lines2 = text.split("\n");
    const rest = lines2.pop() ?? "";
    for (const line of lines2) take(scanner, line);
    partial.delete(test);
    if (rest === "") return;
    if (partial.size >= maxPartials) {
      for (const left of partial.values()) take(scanner, left);
      partial.clear();
    }
    partial.set(test, rest.slice(0, maxPartialChars));
  };
  const takeEvent = (line) => {
    const event = line.startsWith('{"') ? parseEvent(line) : null;
    if (event?.action === "output") takeOutput(event.package, event.test, event.output);
    else if (event?.action === "build-output")
      takeOutput(`build ${event.importPath}`, "", event.output);
    return event !== null;
  };
  const page = createLogCleaner((line) => {
    if (!takeEvent(line)) take(scannerOf("").scanner, line);
  });
  const lines = readLogBytes(
    splitLines((line) => {
      found.lines++;
      if (!takeEvent(line)) page.push(line);
    })
  );
  return {
    push: lines.push,
    end() {
      lines.end();
      page.end();
      for (const { scanner, partial } of scanners.values()) {
        for (const rest of partial.values()) take(scanner, rest);
        scanner.end();
      }
      found.crashes.sort((a, b) => a.firstLine - b.firstLine);
      return found;
    }
  };
}

// src/report/callers.ts
var count = int().check(_nonnegative());
var frame = { function: string(), file: string(), line: count };
var callerRoots = [
  // TestAdd, FuzzAdd, BenchmarkAdd, ExampleAdd, TestMain
  "test",
  // main.main
  "main",
  // go worker()
  "goroutine",
  // an exported function or method that other modules can call
  "exported",
  // func init, var x = f()
  "init",
  // nobody is seen to call it: dead code, reflection, a template, a package that was not looked at
  "uncalled"
];
var pathSchema = object({
  root: _enum(callerRoots),
  /** From the root to the function; each step has the line of the call to the next, the last one that of its declaration. */
  steps: array(
    object({
      ...frame,
      /** `value`: the next is not called but handed over, for somebody else to call; '' for the last step. */
      how: _enum(["call", "go", "defer", "value", ""]),
      /** The next may be what is called here, by its type and by what flows there; whether it is, is not known. */
      dynamic: boolean(),
      /** The library function that the next is handed to. */
      through: string()
    })
  ),
  /** Further roots from which the same way leads on, the first ten, and how many there are. */
  also: array(string()),
  alsoCount: count
});
var waysInSchema = object({
  /** The functions that were meant. */
  targets: array(object(frame)),
  /** The function literal could not be told from others: this is the function around it. */
  approximate: boolean(),
  paths: array(pathSchema),
  /** Ways in beyond the bound. */
  omitted: count,
  /** Packages that were left out, one sentence each. */
  problems: array(string())
});
var callersSchema = discriminatedUnion("kind", [
  extend(waysInSchema, { kind: literal("found") }),
  object({
    kind: literal("not-found"),
    /** Functions with a similar name. */
    candidates: array(string()),
    problems: array(string())
  }),
  object({
    kind: literal("unavailable"),
    because: string(),
    fix: string()
  })
]);

// src/inspect/callers/build-callers.ts
var modules = [
  // golang.org/x/tools v0.52.0
  { fromMinor: 26, flags: [] },
  // golang.org/x/tools v0.36.0
  { fromMinor: 23, flags: ["-modfile=go1.23.mod"] },
  // golang.org/x/tools v0.24.1
  { fromMinor: 21, flags: ["-modfile=go1.21.mod"] }
];
function buildCallers(ports, go, timeoutMs) {
  const flags = modules.find(({ fromMinor }) => go.minor >= fromMinor)?.flags ?? [];
  const sources = { directory: ports.probeDirectory, run: ports.run, env: ports.env };
  return buildTool({ name: "callers", flags, timeoutMs }, sources, go);
}

// src/inspect/callers/find-callers.ts
var defaults = { maxPaths: 20, maxDepth: 30, timeoutMs: 12e4 };
var answerSchema = extend(waysInSchema, { candidates: array(string()) });
async function findCallers(request, ports) {
  const { timeoutMs = defaults.timeoutMs } = request;
  const begin = performance.now();
  const leftMs = () => Math.max(1, Math.round(timeoutMs - (performance.now() - begin)));
  const late = {
    kind: "unavailable",
    because: `it was not found out in ${formatDuration(timeoutMs)}`,
    fix: "try again, since what was compiled by now is kept, or look through fewer packages"
  };
  const inTime = (what, result2) => result2.kind === "signaled" && leftMs() <= 1 ? null : uninterrupted(what, result2);
  const go = await knownGo(request.directory, ports);
  if ("kind" in go) return go;
  const program = await buildCallers(ports, go, leftMs());
  if (program.kind === "failed") {
    const built = inTime("building the call graph", program.result);
    return built === null ? late : unavailable(built, go);
  }
  for (const sources of [false, true]) {
    const input = JSON.stringify(toQuestion(request, sources, leftMs()));
    const { directory: cwd } = request;
    const options = { cwd, env: ports.env, input, timeoutMs: leftMs() };
    const result2 = inTime("the call graph", await ports.run(program.path, [], options));
    if (result2 === null || isLate(result2)) return late;
    if (result2.kind === "exited" && result2.code === 0) return toCallers(result2.stdout);
    if (sources || !cannotReadCompiled(result2)) {
      const fix = 'make "go vet ./..." succeed in that folder first';
      return { kind: "unavailable", because: `the call graph ${describeFailure(result2)}`, fix };
    }
  }
  return late;
}
async function knownGo(directory, { run: run2, env }) {
  try {
    return await inspectGo(run2, directory, env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem2] = error.problems;
    return {
      kind: "unavailable",
      because: problem2?.what ?? error.message,
      fix: problem2?.fix ?? ""
    };
  }
}
function toQuestion(request, sources, timeoutMs) {
  const { directory, patterns, buildFlags = [], file = "", line = 0 } = request;
  const { maxPaths = defaults.maxPaths, maxDepth: maxDepth4 = defaults.maxDepth } = request;
  const bounds = { maxPaths, maxDepth: maxDepth4, timeoutMs };
  return {
    directory,
    patterns,
    buildFlags,
    function: request.function,
    file,
    line,
    sources,
    ...bounds
  };
}
function toCallers(stdout) {
  const { candidates, ...found } = answerSchema.parse(JSON.parse(stdout));
  return found.targets.length > 0 ? { kind: "found", ...found } : { kind: "not-found", candidates, problems: found.problems };
}
function isLate(result2) {
  return result2.kind === "exited" && result2.stderr.includes("not listed and compiled in time");
}
function cannotReadCompiled(result2) {
  return result2.kind === "exited" && /without types was imported|export data/.test(result2.stderr);
}
var notDownloaded = /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|proxyconnect|module lookup disabled|reading https?:|verifying module|: 40[34] |: 410 |: 50\d /;
function unavailable(result2, go) {
  const said = describeFailure(result2);
  const reason = said.split("\n").find((line) => notDownloaded.test(line));
  return reason !== void 0 ? {
    kind: "unavailable",
    because: `golang.org/x/tools, which has the call graph, could not be downloaded: ${reason.replace(/^\w+\.go:\d+:\d+: /, "")}`,
    fix: "let the go command reach its module proxy (go env GOPROXY), or fill the module cache beforehand"
  } : {
    kind: "unavailable",
    because: `the call graph could not be built with ${go.version}: ${said}`,
    fix: "try another Go version (GOTOOLCHAIN)"
  };
}

// src/render/callers.ts
var titles = {
  test: "from tests:",
  main: "from main:",
  goroutine: "in a goroutine, which no caller can recover:",
  exported: "from other modules, through what is exported:",
  init: "while the package is initialised:",
  uncalled: "from functions that nothing is seen to call:"
};
var deepestIndent = 12;
var shownAlso = 5;
function renderCallers(callers, page) {
  return `${callerLines(callers, page).join("\n")}
`;
}
function callerLines(callers, page) {
  switch (callers.kind) {
    case "unavailable":
      return [
        page.paint.bad(`! who calls it is not known: ${oneLine(callers.because)}`),
        `    fix: ${oneLine(callers.fix)}`
      ];
    case "not-found":
      return [
        page.paint.bad("! there is no such function in these packages"),
        ...callers.candidates.length === 0 ? [] : [`    fix: it may be ${listNames(callers.candidates, shownAlso)}`],
        ...problemLines3(page, callers.problems)
      ];
    case "found":
      return foundLines(callers, page);
  }
}
function foundLines(found, page) {
  const { bold, dim } = page.paint;
  const lines = found.targets.map(
    (target) => bold(
      frameLine(
        { ...page, paint: { ...page.paint, dim: (text) => text } },
        "who can reach ",
        target
      )
    )
  );
  if (found.approximate)
    lines.push(
      textLine(page, "  the function around the literal, which could not be told from others")
    );
  if (found.paths.length === 0) lines.push("  nobody, as far as can be seen");
  let title2 = "";
  for (const path of found.paths) {
    if (titles[path.root] !== title2) {
      title2 = titles[path.root];
      lines.push("", bold(title2));
    }
    lines.push(...pathLines(page, path));
  }
  if (found.omitted > 0) lines.push(dim(`  ... and ${plural(found.omitted, "more way")}`));
  if (found.paths.some(({ steps }) => steps.some(({ dynamic }) => dynamic)))
    lines.push(
      "",
      textLine(page, "~ perhaps: through an interface, a function value or a library")
    );
  return [...lines, ...problemLines3(page, found.problems)];
}
function pathLines(page, { steps, also, alsoCount }) {
  const lines = steps.map((step, depth) => {
    const before = steps[depth - 1];
    const mark = before?.dynamic === true ? "~ " : "";
    const indent = " ".repeat(2 + Math.min(2 * depth, deepestIndent));
    return frameLine(page, `${indent}${mark}`, step, remark(step));
  });
  if (alsoCount === 0) return lines;
  const names2 = also.slice(0, shownAlso).map(shortName2);
  const more = alsoCount - names2.length;
  const rest = more > 0 ? ` and ${String(more)} more` : "";
  return [...lines, page.paint.dim(textLine(page, `    and so do ${names2.join(", ")}${rest}`))];
}
function remark({ how, through }) {
  switch (how) {
    case "go":
      return "go";
    case "defer":
      return "defer";
    case "value":
      return through === "" ? "as a value" : `handed to ${through}`;
    case "call":
    case "":
      return "";
  }
}
function shortName2(name) {
  const bracket = name.indexOf("[");
  return name.slice((bracket < 0 ? name : name.slice(0, bracket)).lastIndexOf("/") + 1);
}
function problemLines3({ paint }, problems) {
  return problems.map((problem2) => paint.bad(`! ${oneLine(problem2)}`));
}

// src/render/source-excerpt.ts
var linesBefore = 2;
var linesAfter = 1;
var maxLineChars2 = 500;
function pathLines2(steps, repository, page) {
  return steps.flatMap((step) => [headLine(step, page), ...excerpt(step, repository, page)]);
}
function headLine({ note: note2, guilty, ...step }, page) {
  const remark2 = guilty ? page.paint.bad(oneLine(note2)) : oneLine(note2);
  if (step.function === "" && step.file === "") return `    ${remark2}`;
  return frameLine(page, "    ", { ...step, function: shortName(step.function) }, remark2);
}
function excerpt({ source, file, line, guilty }, repository, { width, paint }) {
  if (source === null) return [];
  const { first, texts } = around(repository.lines(file) ?? [], line);
  const shown2 = texts.map(
    (text) => printable(text.slice(0, maxLineChars2)).replaceAll("	", "    ").replaceAll("\n", " ")
  );
  const margin3 = Math.min(...shown2.filter((text) => text.trim() !== "").map(marginOf));
  const digits = String(first + texts.length).length;
  return shown2.flatMap((text, index) => {
    const number2 = first + index;
    const code = text.slice(Math.min(margin3, marginOf(text))).trimEnd();
    const gutter = `    ${number2 === line ? ">" : " "} ${String(number2).padStart(digits)} | `;
    const row = clip(`${gutter}${code}`.trimEnd(), Math.max(40, width));
    if (number2 !== line) return [paint.dim(row)];
    return guilty ? [row, paint.bad(markBelow(row, gutter.length))] : [row];
  });
}
function around(lines, line) {
  const start = enclosingFunction(lines, line)?.line ?? line;
  const first = Math.max(start, line - linesBefore, 1);
  const texts = lines.slice(first - 1, line);
  for (const text of lines.slice(line, line + linesAfter)) {
    if (text.trim() === "" || start === line && /\}\s*$/.test(lines[line - 1] ?? "")) break;
    texts.push(text);
  }
  return { first, texts };
}
function markBelow(row, gutter) {
  const text = row.slice(gutter);
  const code = text.replace(/\s*\/\/.*$/, "") || text;
  const start = marginOf(text);
  const mark = "^".repeat(Math.max(1, code.length - start));
  return `${" ".repeat(gutter - 2)}| ${" ".repeat(start)}${mark}`;
}
function marginOf(text) {
  return text.length - text.trimStart().length;
}

// src/render/explain.ts
var maxMessageLines = 8;
var maxRelated = 8;
var maxNotes = 5;
var margin2 = "    ";
function renderExplained(explained, { text, ...about }, page) {
  const blocks = explained.map((one) => crashLines(one, about, page));
  const lines = [...blocks.flatMap((block) => [...block, ""]), ...endLines(explained, text, page)];
  return `${lines.join("\n")}
`;
}
function crashLines({ crash, parsed, path, known, unknown }, { repository, catalog, past }, page) {
  const { paint } = page;
  const [first = "", ...rest] = printable(crash.message).split("\n");
  const more = rest.slice(0, maxMessageLines).map((line) => textLine(page, `  ${line}`));
  const lines = [
    `${paint.bad("✗")} ${paint.bold(textLine(page, `${crash.cause}: ${first}`))}`,
    ...more,
    ...placeLines(crash, page),
    ...noteLines(parsed, page),
    ...past.length === 0 ? [] : [textLine(page, `${margin2}${historyWords(crash, past)}`)]
  ];
  if (parsed.truncated) lines.push(paint.dim(`${margin2}the text stops in the middle of it`));
  if (crash.waits !== void 0) lines.push("", ...waitsLines(crash.waits, page));
  if (crash.waitsCut) lines.push("", ...waitsCutLines(page, "  "));
  if (path.length > 0)
    lines.push("", paint.bold("  how it got here"), ...pathLines2(path, repository, page));
  if (known !== null) lines.push("", ...knownLines(crash, known, catalog, page));
  if (unknown !== null) lines.push("", ...unknownLines(crash, unknown, catalog, page));
  return lines;
}
function placeLines({ blame, related, test, package: name, occurrences }, page) {
  const others = related.slice(0, maxRelated);
  const width = Math.max(...["seen", ...others.map(({ role }) => oneLine(role))].map(lengthOf));
  const start = (word) => `${margin2}${oneLine(word).padEnd(width)}  `;
  const lines = [];
  if (blame !== null) lines.push(frameLine(page, start("at"), blame));
  if (test !== null || name !== "")
    lines.push(textLine(page, `${start("in")}${[test, name].filter(Boolean).join(", ")}`));
  for (const { role, ...frame2 } of others) lines.push(frameLine(page, start(role), frame2));
  if (related.length > others.length)
    lines.push(
      page.paint.dim(`${start("")}... and ${plural(related.length - others.length, "more line")}`)
    );
  if (occurrences.length > 1) {
    const places = occurrences.map((seen) => seen.test ?? seen.package).filter(Boolean);
    const times = plural(occurrences.length, "time");
    lines.push(textLine(page, `${start("seen")}${times}: ${listNames([...new Set(places)], 5)}`));
  }
  return lines;
}
function noteLines({ notes }, page) {
  const shown2 = notes.slice(0, maxNotes).map((note2) => textLine(page, `${margin2}said  ${note2.trim()}`));
  if (notes.length > shown2.length)
    shown2.push(
      page.paint.dim(`${margin2}      ... and ${plural(notes.length - shown2.length, "more line")}`)
    );
  return shown2;
}
function lengthOf({ length }) {
  return length;
}
function historyWords(crash, past) {
  const found = standing(crash, past);
  switch (found.kind) {
    case "new":
      return `new: nothing like it in ${plural(past.length, "earlier run")}`;
    case "seen":
      return `seen before, in ${String(found.runs)} of ${plural(past.length, "earlier run")}, last in ${runName(found.last)}`;
    case "similar": {
      const percent = (found.similarity * 100).toFixed(0);
      return `new, but ${percent} % like ${found.crash.id} of ${runName(found.run)}: ${found.crash.message}`;
    }
  }
}
function runName({ startedAt, source }) {
  const sha = source.sha === null ? "" : ` (${source.sha.slice(0, 7)})`;
  return `the run of ${startedAt.slice(0, 16).replace("T", " ")}${sha}`;
}
function knownLines(crash, known, catalog, page) {
  const { paint } = page;
  const word = isUsual(crash) ? "usually" : "known";
  return [
    `${paint.bold(`  ${word}: ${known.title}`)} ${paint.dim(`(${catalog.familyTitle(known.family)})`)}`,
    ...indented(known.explanation, page),
    ...indented(`In the example: ${known.rootCause}`, page),
    ...indented(`What to do: ${known.fix}`, page),
    paint.dim(`${margin2}with an example and its test: ${crashPage(known.id)}`)
  ];
}
function unknownLines(crash, { family, nearest: nearest3, regression }, catalog, page) {
  const { paint } = page;
  const lines = [
    paint.bold("  no known crash is quite like this one"),
    ...family === null ? [] : [`${margin2}family:  ${catalog.familyTitle(family)}`],
    ...nearest3 === null ? [] : [
      `${margin2}nearest: ${nearest3.known.title} (${(nearest3.likeness * 100).toFixed(0)} % alike)`,
      paint.dim(`${margin2}         ${crashPage(nearest3.known.id)}`)
    ],
    paint.dim(`${margin2}cause:   ${causePage(crash.cause)}`)
  ];
  if (regression === null) return lines;
  return [
    ...lines,
    "",
    `${paint.bold("  a regression test to begin with")} ${paint.dim(`(${oneLine(regression.file)})`)}`,
    ...regression.text.trimEnd().split("\n").map((line) => `${margin2}${printable(line)}`.trimEnd()),
    paint.dim(`${margin2}${oneLine(regression.command)}`)
  ];
}
function indented(text, { width }) {
  return prose(text, Math.min(100, Math.max(40, width - margin2.length))).map(
    (line) => `${margin2}${line}`.trimEnd()
  );
}
function endLines(explained, { lines, omitted, failedTests }, { paint }) {
  const found = explained.length === 0 ? "no crash" : plural(explained.length, "crash", "crashes");
  const failed2 = failedTests.length === 0 ? "" : `; failed tests: ${listNames(failedTests, 10)}`;
  return [
    paint.dim(`${found} in ${plural(lines, "line")}${failed2}`),
    ...omitted > 0 ? [paint.dim(`${plural(omitted, "more crash", "more crashes")} left out`)] : []
  ];
}

// src/entry/explain-command.ts
var maxCallers = 3;
async function explainCommand(path, flags, ports, page) {
  const directory = resolve5(ports.cwd, flags.dir ?? "");
  if (flags.dir !== void 0) await mustBeFolder(directory, flags.dir);
  if (typeof flags.callers === "string" && path === void 0) {
    const found = await callersOf(flags.callers, directory, ports);
    return flags.json === true ? json2({ callers: [found] }) : renderCallers(found, page);
  }
  const text = await readLog(path, ports);
  if (text === null) return "";
  const repository = repositoryAt(directory);
  const explained = explain(text.crashes, { repository, catalog: ports.catalog });
  const past = await pastRuns(flags.against ?? [], ports.cwd);
  const callers = await allCallers(explained, flags.callers, { directory, repository }, ports);
  if (flags.json === true) {
    const crashes = explained.map(({ crash }) => crash);
    return json2(flags.callers === void 0 ? { crashes } : { crashes, callers });
  }
  const about = { text, repository, catalog: ports.catalog, past };
  return [
    renderExplained(explained, about, page),
    ...callers.map((found) => renderCallers(found, page))
  ].join("\n");
}
function json2(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
async function pastRuns(paths, cwd) {
  const problems = [];
  const runs = [];
  for (const path of paths) {
    const report = await readReport(resolve5(cwd, path));
    if (report === null)
      problems.push({
        where: `--against ${path}`,
        what: "there is no report that can be read",
        fix: "name a report.json, or the folder of a run"
      });
    else runs.push(report);
  }
  if (problems.length > 0) throw new InputError(problems);
  return runs;
}
async function allCallers(explained, asked, { directory, repository }, ports) {
  if (asked === void 0) return [];
  if (asked !== true) return [await callersOf(asked, directory, ports)];
  const found = [];
  const names2 = new Set(
    explained.flatMap(({ crash: { blame } }) => blame === null ? [] : [blame.function])
  );
  for (const name of [...names2].slice(0, maxCallers)) {
    const module = moduleOf(packageOf(name), repository);
    const folder = module === null ? directory : resolve5(repository.root, module.directory);
    found.push(await callersOf(name, folder, ports));
  }
  return found;
}
function callersOf(name, directory, ports) {
  return findCallers({ directory, patterns: ["./..."], function: name }, ports);
}
async function readLog(path, { cwd, stdin, stop }) {
  const reader = createCrashTextReader();
  const input = path === void 0 || path === "-" ? stdin : await openLog(resolve5(cwd, path), path);
  const abort = () => void input.destroy();
  stop.addEventListener("abort", abort);
  if (stop.aborted) abort();
  try {
    for await (const chunk of input) reader.push(chunk);
  } catch (error) {
    if (stop.aborted) return null;
    if (error.syscall === void 0) throw error;
    throw unreadable(path ?? "-", error.message);
  } finally {
    stop.removeEventListener("abort", abort);
  }
  return reader.end();
}
async function openLog(place3, path) {
  const stats = await stat5(place3).catch(() => null);
  if (stats === null) throw unreadable(path, "there is no such file");
  if (stats.isDirectory()) throw unreadable(path, "it is a folder");
  if (stats.isFIFO())
    return openPipe(place3).catch((error) => {
      throw unreadable(path, error.message);
    });
  return createReadStream(place3, { highWaterMark: 1 << 20 });
}
async function openPipe(place3) {
  const waits = process.platform === "linux" ? constants2.O_NONBLOCK : 0;
  const fd = await promisify(open3)(place3, constants2.O_RDONLY | waits);
  return new Socket({ fd, readable: true, writable: false });
}
async function mustBeFolder(place3, named3) {
  const stats = await stat5(place3).catch(() => null);
  if (stats?.isDirectory() === true) return;
  throw new InputError([
    {
      where: `--dir ${named3}`,
      what: stats === null ? "there is no such folder" : "it is no folder",
      fix: "name a folder in the repository that the log is about"
    }
  ]);
}
function unreadable(path, what) {
  return new InputError([
    {
      where: path,
      what,
      fix: "name a file with the log, or - to read it from the standard input"
    }
  ]);
}

// src/entry/commands/explain.ts
function addExplain(program, terminal) {
  program.command("explain").description("say of a log what crashed, on which line, and what to do").argument("[file]", "output of go test or of a program, or a page copied from CI; - for stdin").option("--dir <dir>", "folder in the repository of the log (default: the current folder)").option("--callers [function]", "who else can reach the line to blame, or this function").option("--against <report...>", "reports of earlier runs: which crash is new, which was seen").option("--json", "print JSON").action((file, flags) => explain2(file, flags, terminal));
}
async function explain2(file, flags, terminal) {
  const { stdin } = process;
  if (file === void 0 && typeof flags.callers !== "string" && stdin.isTTY)
    throw new InputError([
      { where: "explain", what: "there is no log", fix: "name a file, or pipe the log in" }
    ]);
  terminal.listen();
  const { cancellation, runCommand: run2, probeDirectory } = terminal;
  const catalog = await loadCatalog(terminal.catalogFile);
  const ports = {
    ...{ cwd: process.cwd(), env: process.env, stdin, catalog },
    ...{ run: run2, probeDirectory, stop: cancellation.stop }
  };
  try {
    terminal.write(await explainCommand(file, flags, ports, terminal.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}

// src/entry/inspect-command.ts
import { mkdtemp as mkdtemp3, rm as rm4 } from "node:fs/promises";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join12 } from "node:path";

// src/inspect/inspect.ts
import { Buffer as Buffer3 } from "node:buffer";
import { createReadStream as createReadStream4 } from "node:fs";
import { open as open5, stat as stat6 } from "node:fs/promises";
import { dirname as dirname6, join as join11 } from "node:path";
import { constants as constants3, createGunzip as createGunzip2 } from "node:zlib";

// src/heap/profile-listing.ts
function listProfile(profile, options) {
  const { sampleTypes } = profile;
  const amounts = sampleTypes.filter(({ unit }) => unit !== "count");
  const wanted2 = amounts.length > 0 ? amounts : sampleTypes;
  const withRuntime = sampleTypes.some(({ type }) => type === "cpu");
  const isDefault = ({ type }) => type === "inuse_space" || type === profile.defaultSampleType;
  const ordered = [...wanted2].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  const sums = ordered.map((type) => {
    const mainColumn = sampleTypes.indexOf(type);
    return { type, mainColumn, ...sumCallSites(profile, { ...options, mainColumn, withRuntime }) };
  });
  const [first] = sums;
  return {
    sampleTypes: sampleTypes.map(({ type, unit }, column) => ({
      type,
      unit,
      total: first?.totals[column] ?? 0,
      matching: first?.matching[column] ?? 0
    })),
    tops: sums.map(({ type, mainColumn, totals, sites }) => {
      const total = totals[mainColumn] ?? 0;
      const rows = sites.filter(({ values }) => values[mainColumn] !== 0);
      return {
        ...type,
        rows: rows.slice(0, options.top).map(({ values, cumulative, ...site }) => {
          const flat = values[mainColumn] ?? 0;
          return {
            ...site,
            flat,
            cumulative: cumulative[mainColumn] ?? 0,
            share: total > 0 ? flat / total : 0
          };
        }),
        more: Math.max(0, rows.length - options.top)
      };
    })
  };
}
function listHeap(profile, options) {
  const holders = holdersOf(profile, options);
  if (holders === null) return null;
  const { functions, tests } = holders;
  return {
    ...holders,
    functions: functions.slice(0, options.top),
    tests: tests.slice(0, options.top),
    more: {
      functions: Math.max(0, functions.length - options.top),
      tests: Math.max(0, tests.length - options.top)
    }
  };
}

// src/inspect/goroutine-file.ts
var maxTextBytes = 512 << 20;
async function readGoroutines(stream, maxBytes = maxTextBytes) {
  const parser = createGoroutineParser();
  const lines = splitLines(parser.push);
  const gaps = [];
  let left = maxBytes;
  for await (const chunk of stream) {
    lines.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left >= 0) continue;
    gaps.push(`only the first ${String(maxBytes)} bytes were read`);
    break;
  }
  lines.end();
  parser.end();
  if (parser.omitted() > 0)
    gaps.push(`${String(parser.omitted())} more goroutines were counted, not kept`);
  return { goroutines: parser.goroutines, gaps };
}

// src/inspect/openable.ts
import { readdir as readdir4 } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/inspect/snapshot.ts
import { createReadStream as createReadStream2 } from "node:fs";
import { lstat as lstat4 } from "node:fs/promises";
import { dirname as dirname4, join as join9 } from "node:path";
var metaName = "meta.txt";
async function isSnapshot(folder) {
  return parseSnapshotMeta(await readBounded(join9(folder, metaName), 1 << 16)) !== null;
}
async function inspectSnapshot(folder, options) {
  const meta = parseSnapshotMeta(await readBounded(join9(folder, metaName), 1 << 16));
  if (meta === null) return null;
  const gaps = meta.complete ? [] : ["the process died before the snapshot was complete"];
  const heap = await openProfile(folder, "heap.pprof", gaps);
  const early = heap === null ? await openProfile(folder, "heap-early.pprof", gaps) : null;
  const profile = heap ?? early;
  const others = await Promise.all(
    ["mutex", "block"].map(async (name) => {
      const opened = await openProfile(folder, `${name}.pprof`, gaps);
      return opened === null ? [] : [{ name, profile: listProfile(opened, options) }];
    })
  );
  const { rssBytes, heapBytes, totalBytes: runtimeBytes, usageBytes, ceilingBytes } = meta;
  return {
    kind: "snapshot",
    path: folder,
    taken: {
      reason: meta.reason,
      elapsedMs: meta.elapsedMs,
      at: await takenAt(folder, meta.elapsedMs),
      gcMs: meta.gcMs,
      complete: meta.complete
    },
    memory: {
      rssBytes,
      heapBytes,
      runtimeBytes,
      outsideGoBytes: rssBytes === null || runtimeBytes === null ? null : Math.max(0, rssBytes - runtimeBytes),
      usageBytes,
      ceilingBytes
    },
    heap: profile === null ? null : listHeap(profile, options),
    heapIsEarly: heap === null && early !== null,
    goroutines: await goroutinesIn(folder, meta.goroutines, gaps, options),
    profiles: others.flat(),
    gaps
  };
}
async function openProfile(folder, name, gaps) {
  const bytes = await readBoundedBytes(join9(folder, name), maxUnpackedBytes);
  if (bytes === null) return null;
  const reading = readProfile(bytes);
  if (reading.kind === "profile") return reading.profile;
  gaps.push(`${name} cannot be used: ${reading.because}`);
  return null;
}
async function goroutinesIn(folder, count2, gaps, options) {
  const path = join9(folder, "goroutines.txt");
  try {
    if (!(await lstat4(path)).isFile()) return null;
    const reading = await readGoroutines(createReadStream2(path));
    gaps.push(...reading.gaps);
    const { length } = reading.goroutines;
    const isCut = reading.gaps.length > 0 || (count2 ?? 0) > length;
    return listGoroutines(reading.goroutines, { ...options, isCut });
  } catch {
    return null;
  }
}
async function takenAt(folder, elapsedMs) {
  const record = parseStartRecord(await readBounded(join9(dirname4(folder), "start.json"), 1 << 20));
  const startedAt = Date.parse(record?.startedAt ?? "");
  return elapsedMs === null || Number.isNaN(startedAt) ? null : new Date(startedAt + elapsedMs).toISOString();
}

// src/inspect/openable.ts
var maxEntries = 2e4;
var maxDepth3 = 12;
var wanted = /^core(?:\.(?:zst|gz)|\.\d+)?$|\.pprof$|^goroutines\.txt$/;
async function openableBelow(folder) {
  const found = [];
  let seen = 0;
  const visit = async (path, depth) => {
    const entries = await readdir4(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (++seen > maxEntries) return;
      const child = join10(path, entry.name);
      if (entry.isFile() && wanted.test(entry.name)) found.push(child);
      if (!entry.isDirectory()) continue;
      if (await isSnapshot(child)) found.push(child);
      else if (depth < maxDepth3) await visit(child, depth + 1);
    }
  };
  await visit(folder, 0);
  return found;
}

// src/inspect/unpack-file.ts
import { spawn } from "node:child_process";
import { createReadStream as createReadStream3 } from "node:fs";
import { open as open4, statfs } from "node:fs/promises";
import { dirname as dirname5 } from "node:path";
import * as zlib from "node:zlib";
var maxWrittenBytes = 8 * 1024 ** 3;
var maxSizeBytes = 512 * 1024 ** 3;
var blockBytes = 64 * 1024;
async function unpackFile(source, format, target, { env, stop }) {
  const { bavail, bsize } = await statfs(dirname5(target));
  const room = Math.min(maxWrittenBytes, Math.floor(bavail * bsize * 0.9));
  const file = await open4(target, "wx", 384);
  const unpacking = openUnpacker(source, format, env);
  const abort = () => void unpacking.stream.destroy(new Error("it was stopped"));
  stop.addEventListener("abort", abort, { once: true });
  try {
    const problem2 = await writeWithHoles(unpacking.stream, file, room);
    const because = problem2 ?? await unpacking.failure;
    return because === null ? { kind: "unpacked" } : { kind: "refused", because };
  } catch (error) {
    unpacking.cancel();
    return { kind: "refused", because: await unpacking.failure ?? error.message };
  } finally {
    stop.removeEventListener("abort", abort);
    unpacking.cancel();
  }
}
function openUnpacker(source, format, env) {
  const inNode = format === "gzip" ? zlib.createGunzip() : zstdStream();
  if (inNode !== null) {
    const file = createReadStream3(source);
    file.once("error", (error) => inNode.destroy(error));
    inNode.once("close", () => file.destroy());
    const cancel2 = () => void inNode.destroy();
    return { stream: file.pipe(inNode), cancel: cancel2, failure: Promise.resolve(null) };
  }
  const child = spawn("zstd", ["-q", "-d", "-c", "--", source], {
    env,
    stdio: ["ignore", "pipe", "ignore"]
  });
  const failure = new Promise((resolve8) => {
    child.once("error", (error) => {
      resolve8(
        error.code === "ENOENT" ? "it is packed with zstd, which is not in PATH; install zstd, or unpack it yourself" : `zstd could not be started: ${error.message}`
      );
    });
    child.once("close", (code, signal) => {
      resolve8(code === 0 ? null : `zstd ended with ${signal ?? String(code)}`);
    });
  });
  const cancel = () => void child.kill("SIGKILL");
  return { stream: child.stdout, cancel, failure };
}
function zstdStream() {
  const create = zlib["createZstdDecompress"];
  return typeof create === "function" ? create() : null;
}
async function writeWithHoles(stream, file, room) {
  let position2 = 0;
  let written = 0;
  const zeros = Buffer.alloc(blockBytes);
  try {
    for await (const chunk of stream) {
      for (let at2 = 0; at2 < chunk.length; at2 += blockBytes) {
        const block = chunk.subarray(at2, at2 + blockBytes);
        if (block.equals(zeros.subarray(0, block.length))) continue;
        written += block.length;
        if (written > room)
          return `it unpacks to more than there is room for (${String(room)} bytes)`;
        await writeAll2(file, block, position2 + at2);
      }
      position2 += chunk.length;
      if (position2 > maxSizeBytes) return `it unpacks to more than ${String(maxSizeBytes)} bytes`;
    }
    await file.truncate(position2);
    return null;
  } finally {
    await file.close();
  }
}
async function writeAll2(file, block, position2) {
  let done = 0;
  while (done < block.length)
    done += (await file.write(block, done, block.length - done, position2 + done)).bytesWritten;
}

// src/inspect/inspect.ts
var whatCanBeOpened = "name a snapshot folder, a core, a profile (heap, goroutine, mutex, block) in pprof format, or a text with goroutines";
var maxListed = 12;
async function inspect(path, ports, options) {
  const stats = await stat6(path).catch(() => null);
  if (stats === null) throw refusal2(path, "there is no such file or folder");
  if (stats.isDirectory()) {
    const snapshot = await inspectSnapshot(path, options);
    return snapshot ?? inspect(await theOneBelow(path), ports, options);
  }
  if (!stats.isFile()) throw refusal2(path, "it is neither a file nor a folder");
  const folder = await inspectSnapshot(dirname6(path), options);
  return folder ?? inspectFile({ named: path, path, bytes: stats.size }, ports, options);
}
async function theOneBelow(folder) {
  const found = await openableBelow(folder);
  const [first] = found;
  if (first === void 0)
    throw refusal2(folder, "there is no snapshot, core or profile in this folder");
  if (found.length === 1) return first;
  const more = found.length > maxListed ? [`... and ${String(found.length - maxListed)} more`] : [];
  const list = [...found.slice(0, maxListed), ...more].map((item) => `
    ${item}`).join("");
  throw new InputError([
    { where: folder, what: "there is more than one thing to open", fix: `name one of:${list}` }
  ]);
}
async function inspectFile(file, ports, options) {
  const head2 = await readHead(file.path);
  const content = contentOf(head2);
  const inside = content === "gzip" ? contentOf(unpackedHead(head2)) : content;
  if (content === "zstd" || content === "gzip" && inside === "elf-core") {
    if (file.path !== file.named) throw refusal2(file.named, "it is packed more than once");
    return inspectFile(await unpacked(file, content, ports), ports, options);
  }
  switch (inside) {
    case "elf-core":
      return inspectCore(file.named, file.path, ports, options);
    case "text":
      return inspectText(file, content, options);
    case "binary":
      return inspectBinary(file, content, options);
    case "elf-program":
      throw refusal2(file.named, "it is a program, not a core");
    case "empty":
      throw refusal2(file.named, content === "empty" ? "it is empty" : "it cannot be unpacked");
    case "gzip":
    case "zstd":
      throw refusal2(file.named, "it is packed more than once");
  }
}
async function unpacked({ named: named3, path }, format, ports) {
  const target = join11(ports.scratch, "unpacked");
  const unpacking = await unpackFile(path, format, target, ports);
  if (unpacking.kind === "refused") throw refusal2(named3, unpacking.because);
  return { named: named3, path: target, bytes: (await stat6(target)).size };
}
async function inspectText({ named: named3, path }, content, options) {
  const { goroutines, gaps } = await readGoroutines(textStream(path, content)).catch(
    (error) => {
      throw refusal2(named3, `it cannot be read: ${error.message}`);
    }
  );
  if (goroutines.length === 0) throw refusal2(named3, "it is a text without goroutines");
  const listing = listGoroutines(goroutines, { ...options, isCut: gaps.length > 0 });
  return { kind: "goroutines", path: named3, goroutines: listing, gaps };
}
async function inspectBinary(file, content, options) {
  try {
    return await inspectProfile(file, options);
  } catch (noProfile) {
    return await inspectText(file, content, options).catch(() => {
      throw noProfile;
    });
  }
}
function textStream(path, content) {
  const file = createReadStream4(path);
  if (content !== "gzip") return file;
  const text = createGunzip2({ finishFlush: constants3.Z_SYNC_FLUSH });
  file.once("error", (error) => text.destroy(error));
  return file.pipe(text);
}
async function inspectProfile({ named: named3, path, bytes }, options) {
  if (bytes > maxUnpackedBytes)
    throw refusal2(named3, `it is larger than any profile (${String(maxUnpackedBytes)} bytes)`);
  if (options.filter.state !== void 0) {
    const fix = "leave it out, or open the goroutines.txt of the snapshot";
    throw new InputError([{ where: "--state", what: "a profile knows no states", fix }]);
  }
  const reading = readProfile(await readUpTo(path, maxUnpackedBytes));
  if (reading.kind === "refused") throw refusal2(named3, reading.because);
  return {
    kind: "profile",
    path: named3,
    profile: listProfile(reading.profile, options),
    heap: listHeap(reading.profile, options)
  };
}
function readHead(path) {
  return readUpTo(path, headBytes);
}
async function readUpTo(path, maxBytes) {
  const file = await open5(path, "r").catch((error) => {
    throw refusal2(path, `it cannot be read: ${error.message}`);
  });
  try {
    const buffer = Buffer3.alloc(Math.min(maxBytes, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
function refusal2(where, what) {
  return new InputError([{ where, what, fix: whatCanBeOpened }]);
}

// src/entry/inspect-command.ts
var textTop = 10;
var jsonTop = 100;
async function inspectCommand(path, flags, { cwd, ...ports }, page) {
  const options = {
    ...readFlags(flags),
    ...{ moduleDirectory: cwd, repository: repositoryAt(cwd) }
  };
  const scratch = await mkdtemp3(join12(tmpdir3(), "go-crash-guard-inspect-"));
  try {
    const inspection = await inspect(path, { ...ports, scratch }, options);
    return flags.json === true ? `${JSON.stringify(inspection, null, 2)}
` : renderInspection(inspection, page);
  } finally {
    await rm4(scratch, { recursive: true, force: true });
  }
}
function readFlags(flags) {
  const problems = [];
  const { top: given } = flags;
  if (given !== void 0 && !/^[1-9]\d{0,5}$/.test(given))
    problems.push({
      where: "--top",
      what: `"${given}" is no number of rows`,
      fix: "give a number from 1 to 999999, such as --top 30"
    });
  for (const name of ["state", "function", "package"])
    if (flags[name] === "")
      problems.push({
        where: `--${name}`,
        what: "it is empty",
        fix: "leave it out, or give a value"
      });
  let pattern;
  try {
    if (flags.function !== void 0) pattern = new RegExp(flags.function, "u");
  } catch (error) {
    problems.push({
      where: "--function",
      what: `it is no regular expression: ${error.message}`,
      fix: 'escape what is meant literally, such as --function "\\(\\*Server\\)\\.Serve"'
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    filter: { state: flags.state, function: pattern, package: flags.package },
    top: given === void 0 ? flags.json === true ? jsonTop : textTop : Number(given)
  };
}

// src/entry/commands/inspect.ts
function addInspect(program, terminal) {
  program.command("inspect").description("open a snapshot, a core, a profile or a text with goroutines").argument("<path>", "file, or folder of a snapshot").option("--state <text>", "only goroutines in a state with this in its name").option("--function <regexp>", "only stacks with a function that this matches").option("--package <path>", "only stacks through this package; PATH/... for those below it").option("--top <n>", "rows in each list").option("--json", "print JSON").action((path, flags) => inspect2(path, flags, terminal));
}
async function inspect2(path, flags, terminal) {
  const { write, cancellation } = terminal;
  terminal.listen();
  const ports = { env: process.env, cwd: process.cwd(), stop: cancellation.stop };
  try {
    write(await inspectCommand(path, flags, ports, terminal.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}

// src/entry/commands/merge.ts
import { realpath as realpath2 } from "node:fs/promises";
import { join as join13, resolve as resolve6 } from "node:path";
var defaultOut = join13(".crash-guard", "merged");
function addMerge(program, terminal) {
  program.command("merge").description("make one report of several, such as those of the shards of a run").argument("<dirs...>", "run folders or report.json files").option("--out <dir>", "folder for the report", defaultOut).action((dirs, flags) => merge(dirs, resolve6(flags.out), terminal));
}
async function merge(names2, out, terminal) {
  const reports = [];
  const problems = [];
  for (const name of names2) {
    const report2 = await readReport(name);
    if (report2 === null)
      problems.push({
        where: name,
        what: "there is no report that can be read, or it is of another version of go-crash-guard",
        fix: "name folders of runs (--out) or their report.json"
      });
    else if (await isInside(name, out))
      problems.push({
        where: "--out",
        what: `${out} holds one of the reports (${name}), which would be overwritten`,
        fix: "name another folder, such as --out .crash-guard/merged"
      });
    else reports.push(report2);
  }
  const [first, ...others] = reports;
  if (problems.length > 0 || first === void 0) throw new InputError(problems);
  const { report: merged } = mergeReports([first, ...others]);
  await writeMerged(out, merged);
  const { heapPageDirectory } = terminal;
  const report = await writeAll(out, merged, { heapPageDirectory, directory: process.cwd() });
  showReport(report, out, terminal);
  process.exitCode = exitCode(report, null);
}
async function isInside(path, folder) {
  const real = (one) => realpath2(one).catch(() => resolve6(one));
  const [inner, outer] = [await real(path), await real(folder)];
  return inner === outer || inner.startsWith(join13(outer, "/"));
}

// src/entry/commands/plan.ts
function addPlan(program, terminal) {
  program.command("plan").description(
    'share the packages out to several jobs: prints a matrix for GitHub; flags for go test go after "--"'
  ).argument("[packages...]", "package patterns (default: ./...)").requiredOption("--shards <n>", "how many jobs at most").option("--dir <dir>", "folder of the module (default: the current folder)").option("--legs <list>", "ways to run the packages: race,memory or legs of the settings file").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option(
    "--baseline <store>",
    "where it is recorded what packages take: git, file:PATH or none (default: git)"
  ).option("--json", "print JSON (it always does)").action((packages, flags) => plan(packages, flags, terminal));
}
async function plan(packages, flags, terminal) {
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    goTestWords: terminal.goTestWords,
    layer: {
      values: definedOnly({
        packages: packages.length > 0 ? packages : void 0,
        legs: flags.legs?.split(","),
        baseline: flags.baseline
      }),
      where: (key) => key === "packages" ? "packages" : `--${key}`
    }
  });
  terminal.listen();
  const { matrix, summary } = await planMatrix(
    settings,
    { text: flags.shards, where: "--shards" },
    {
      run: terminal.runCommand,
      env: process.env,
      baseline: { event: null, remote: null, token: null, acceptedLabel: null }
    }
  );
  process.stderr.write(`go-crash-guard: ${summary}
`);
  terminal.write(`${matrix}
`);
  terminal.endWell();
}

// src/machine/main-module.ts
async function readMainModule(run2, go, directory, env) {
  if (go.gomod === "" && go.gowork === "") return { kind: "none" };
  const result2 = uninterrupted("go list", await run2("go", ["list", "-m"], { cwd: directory, env }));
  if (result2.kind !== "exited" || result2.code !== 0)
    return { kind: "refused", said: describeFailure(result2) };
  return { kind: "read", paths: result2.stdout.split("\n").filter((path) => path !== "") };
}

// src/entry/preflight-command.ts
async function preflightCommand(flags, run2, env, cwd) {
  const { directory, memoryLimit, coreDumps, sources } = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: {
      values: definedOnly({ "memory-limit": flags.memoryLimit, "core-dumps": flags.coreDumps }),
      where: (key) => `--${key}`
    }
  });
  const go = await inspectGo(run2, directory, env);
  const [machine, module] = await Promise.all([
    readMachine(machinePorts(run2, env, "always"), go, directory),
    readMainModule(run2, go, directory, env)
  ]);
  const ceiling = chooseCeiling(memoryLimit, machine.memory, sources["memory-limit"]);
  const { platform, version: nodeVersion } = process;
  return preflight({ go, platform, nodeVersion, machine, ceiling, coreDumps, module }, null);
}

// src/entry/commands/preflight.ts
function addPreflight(program, terminal) {
  program.command("preflight").description("show what this machine and Go version allow, with a fix for each problem").option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--memory-limit <limit>", "as for run").option("--core-dumps <mode>", "as for run").option("--json", "print JSON").action((flags) => preflight2(flags, terminal));
}
async function preflight2(flags, terminal) {
  const { write, paint, runCommand } = terminal;
  const checks = await preflightCommand(flags, runCommand, process.env, process.cwd());
  write(flags.json ? `${JSON.stringify(checks, null, 2)}
` : renderChecks(checks, paint));
  process.exitCode = checks.some(({ status }) => status === "fail") ? exitCodes.fail : exitCodes.pass;
}

// src/entry/commands/report.ts
import { join as join14, resolve as resolve7 } from "node:path";
function addReport(program, terminal) {
  program.command("report").description("make the report of a run whose supervisor died, from its run folder").argument("[dir]", "run folder", join14(".crash-guard", "out")).action((dir) => rebuild(dir, terminal));
}
async function rebuild(dir, terminal) {
  const out = resolve7(dir);
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(terminal.catalogFile), terminal);
  if (report === null) {
    throw new InputError([
      { where: dir, what: "holds no run of go-crash-guard", fix: "name the folder given as --out" }
    ]);
  }
  showReport(report, out, terminal);
  process.exitCode = exitCode(report, null);
}

// src/entry/commands/others.ts
function addOthers(program, terminal) {
  for (const add2 of [
    ...[addPreflight, addReport, addExplain, addInspect, addBundle, addAudit],
    ...[addCompare, addBaseline, addPlan, addMerge]
  ])
    add2(program, terminal);
}
export {
  addOthers
};
