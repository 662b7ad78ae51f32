import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chooseBase,
  keepFigures,
  planShare
} from "./chunk-E7JFJAP3.js";
import {
  attemptFolder,
  flamePicture,
  flameSection,
  historyChart,
  historyLegend,
  historyPictures,
  htmlDocument,
  largeSize,
  linkTo,
  markup,
  packageTimeline,
  readPageAssets,
  readTestSpans,
  smallSize,
  timelineChart,
  timelineLegend,
  writeAll,
  writeReport
} from "./chunk-CNOXS7MP.js";
import {
  cleanUpPorts,
  findHelpers,
  findProgram,
  hostFiles,
  prepareCores,
  restoreCorePattern
} from "./chunk-ZVDR3PZG.js";
import {
  version
} from "./chunk-ZWTAINA2.js";
import {
  formatAmount,
  formatChange,
  formatShare,
  limitWords,
  shortCommit,
  toldLeaks,
  verdictWords
} from "./chunk-NKJRDYH7.js";
import {
  isTracked,
  ofOuterGit,
  openStore,
  quietly,
  readHead
} from "./chunk-Q5NST6EV.js";
import {
  recoverPackages
} from "./chunk-2JIHL4JN.js";
import {
  exactPart,
  selectTests
} from "./chunk-E6RA3DVR.js";
import {
  assemble,
  assembleLeg,
  assemblePackage,
  causeOfCrash,
  conclude,
  findBlame,
  fingerprint,
  leftovers,
  maxLeaksBytes,
  openReruns,
  parseLeaksFile,
  readCancel,
  readCrashes,
  readRunPlan,
  runGoTest,
  startArguments,
  timeoutOf,
  whyNotAgain,
  writeCancel,
  writeRunPlan
} from "./chunk-GOA4VZKW.js";
import {
  fetchPastRuns,
  writeLeakTests
} from "./chunk-RGVDOE3Y.js";
import {
  basesFor,
  checkoutOf,
  comparisonOf,
  openRepository,
  placeInRepository,
  repositoryAt,
  writeAgain,
  writeBaselineFile,
  writeGrowth,
  writeRecorded
} from "./chunk-UT7K35KJ.js";
import {
  addHistory,
  chooseRate,
  findBases,
  packageOfLeg
} from "./chunk-WKU5LGFA.js";
import {
  shimFile
} from "./chunk-ZFXW6GAV.js";
import {
  makeOverlay,
  measuresGrowth,
  oldestMinor,
  planLegs,
  recordStore
} from "./chunk-VX6ODH4P.js";
import {
  hasDied,
  packagesToConfirm,
  packagesToMeasureAtBase,
  packagesToMeasureMore
} from "./chunk-ZHOZXKHT.js";
import {
  heapMetrics,
  repeats
} from "./chunk-LSEFGULL.js";
import {
  completeness,
  createCrashScanner,
  createFold,
  decideEnding,
  noteIsolation,
  parseCrashFile,
  readLeg,
  reconcile
} from "./chunk-U6CEAT6P.js";
import {
  givesResults,
  writeRound
} from "./chunk-37YTOFUQ.js";
import {
  parseEvent,
  writeLogs
} from "./chunk-O3GBPBQZ.js";
import {
  readChunks,
  splitLines
} from "./chunk-T6FBARQ3.js";
import {
  isBelow
} from "./chunk-3JJND2XY.js";
import {
  finishRunFolder,
  isActive,
  openRunFolder,
  readMarker
} from "./chunk-GUNDL3TO.js";
import {
  binaryName,
  goTestCommand,
  isForeign,
  ownOutputs,
  withLast
} from "./chunk-YCSXZ3FE.js";
import {
  parseEndRecord,
  parseStartRecord
} from "./chunk-QYIN7XRD.js";
import {
  enclosingFunction,
  readBounded
} from "./chunk-VAXDAKPX.js";
import {
  encodePackage,
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  endsProcess,
  isBenchmark
} from "./chunk-E2SX27TT.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  InterruptedError,
  describeFailure
} from "./chunk-XDZPD3YM.js";
import {
  decisiveAttempt
} from "./chunk-LJR2BSKZ.js";
import {
  identifiersOf,
  packageOf
} from "./chunk-T4JS6IWF.js";
import {
  soleInnermost,
  topLevel
} from "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  formatDuration,
  parseDuration,
  splitQuotedWords
} from "./chunk-MYAVKQUZ.js";
import {
  clip,
  formatBytes,
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/run/baseline/follow-growth.ts
import { access } from "node:fs/promises";
import { join as join10, relative as relative2 } from "node:path";

// src/run/heap-pages.ts
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";

// src/render/heap-page/verdict-section.ts
function verdictSection(comparison) {
  const { metrics, tests, benchmarks } = comparison;
  return markup`<section><h2>Figures</h2>
${metrics.length === 0 ? markup`<p class="note">There are no figures to compare.</p>` : table(
    "figure",
    metrics.map((row) => ({ name: null, row }))
  )}
${part(
    "Test",
    tests.map(({ test, metrics: rows4 }) => ({ name: test, rows: rows4 }))
  )}
${part(
    "Benchmark",
    benchmarks.map(({ name, metrics: rows4 }) => ({ name, rows: rows4 }))
  )}
</section>`;
}
function part(title, items) {
  const rows4 = items.flatMap(({ name, rows: own }) => own.map((row) => ({ name, row })));
  const changed = rows4.filter(({ row }) => row.verdict !== "same");
  return changed.length === 0 ? null : markup`<h3>${title}s</h3>${table(title.toLowerCase(), changed)}`;
}
function table(title, rows4) {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Figures"><table class="figures"><thead><tr>
<th scope="col">${title}</th><th scope="col" class="number">base</th><th scope="col" class="number">now</th><th scope="col" class="number">change</th><th scope="col" class="number">limit</th><th scope="col">why this verdict</th></tr></thead>
<tbody>${rows4.map(bodyOf)}</tbody></table></div>`;
}
function bodyOf({ name, row }) {
  const { unit, name: metric } = heapMetrics[row.metric];
  const again = row.runs.head.length > 1 || row.runs.base.length > 0;
  return markup`<tr class="${row.verdict}">
<th scope="row">${name === null ? metric : markup`<code>${name}</code> <small>${metric}</small>`} <span class="badge ${row.verdict}">${verdictWords[row.verdict]}</span></th>
<td class="number">${formatAmount(row.base, unit)}</td><td class="number">${formatAmount(row.head, unit)}</td>
<td class="number">${formatChange(row.head - row.base, unit)} <small>${formatShare(row.base, row.head)}</small></td>
<td class="number">${formatAmount(row.limit, unit)} <small>${limitWords[row.limitedBy]}</small></td>
<td>${row.because}${again ? markup`<br><small>measured ${runsOf(row, unit)}</small>` : null}</td></tr>`;
}
function runsOf({ runs }, unit) {
  const list = (amounts) => amounts.map((amount) => formatAmount(amount, unit)).join(", ");
  const again = runs.base.length > 0 ? `; base measured again: ${list(runs.base)}` : "";
  return `${list(runs.head)}${again}`;
}

// src/render/heap-page/why-section.ts
function whySection(why) {
  if (why === null) return null;
  const column = columnOf(why.metric);
  const unit = column === "allocObjects" ? "count" : "bytes";
  return markup`<section><h2>Why: ${heapMetrics[why.metric].name}</h2>
${why.functions.length === 0 ? markup`<p class="note">No function stands out.</p>` : null}
${why.functions.map((row) => functionOf(row, column, unit))}
${why.tests.length === 0 ? null : markup`<h3>Tests that grew</h3><ul class="tests">${why.tests.map(
    (row) => markup`<li><code>${row.test}</code> ${changeOf(row.base[column], row.head[column], unit)}</li>`
  )}</ul>`}
${escapes(why)}
${why.command === null ? null : markup`<p>To look further: <code class="command">${why.command}</code></p>`}
</section>`;
}
function functionOf(row, column, unit) {
  return markup`<article class="culprit"><h3><code>${row.function}</code></h3>
<p>${changeOf(row.base[column], row.head[column], unit)} <span class="where">${place(row)}</span>${row.calledFrom === null ? null : markup`, called from <code>${row.calledFrom.function}</code> <span class="where">${place(row.calledFrom)}</span>`}${row.test === null ? null : markup`, most of it in <code>${row.test}</code>`}</p>
${row.lines.length === 0 ? null : markup`<table class="source"><tbody>${row.lines.map(
    (line) => markup`<tr><td class="number">${line.line}</td><td><code>${line.source}</code></td><td class="number">${formatAmount(line[column], unit)}</td></tr>`
  )}</tbody></table>`}</article>`;
}
function changeOf(base, head, unit) {
  const kind = head > base ? "grew" : head < base ? "shrank" : "";
  return markup`${formatAmount(base, unit)} → ${formatAmount(head, unit)} <strong class="${kind}">${formatChange(head - base, unit)}</strong>`;
}
function escapes(why) {
  if (why.escapes.length === 0)
    return why.escapesMissing === null ? null : markup`<p class="note">New escapes to the heap: not looked for: ${why.escapesMissing}.</p>`;
  return markup`<h3>New on the heap since the base</h3><ul class="escapes">${why.escapes.map(
    (row) => markup`<li><span class="where">${row.file}:${row.line}</span> <code>${row.text}</code></li>`
  )}</ul>`;
}
function place({ file, line }) {
  if (file === "") return "";
  return line > 0 ? `${file}:${line}` : file;
}
function columnOf(metric) {
  switch (metric) {
    case "allocObjects":
    case "allocsPerOp":
      return "allocObjects";
    case "inuseBytes":
    case "liveHeapPeakBytes":
    case "peakRssBytes":
    case "goroutinesAtEnd":
      return "inuseBytes";
    case "allocBytes":
    case "bytesPerOp":
      return "allocBytes";
  }
}

// src/render/heap-page/heap-page.ts
function renderHeapPage(page, assets) {
  const { comparison } = page;
  return htmlDocument({
    title: `Heap: ${comparison.package}`,
    assets,
    withScript: page.flame.kind === "graph",
    body: markup`<header>
<p class="crumbs"><a href="${linkTo(page.links.index)}">All packages</a> / ${comparison.leg}</p>
<h1><code>${comparison.package}</code> <span class="badge ${comparison.verdict}">${verdictWords[comparison.verdict]}</span></h1>
${baseLine(comparison, page.base)}
${page.links.profile === null ? null : markup`<p class="note">Profile: <a href="${linkTo(page.links.profile)}"><code>${page.links.profile.replace(/^(?:\.\.\/)+/, "")}</code></a> (for <code>go tool pprof</code> and speedscope)</p>`}
</header>
<main>
${verdictSection(comparison)}
${whySection(comparison.why)}
${flameSection(page.flame)}
${timelineSection(page)}
${historySection(page.history)}
</main>
<footer><p>go-crash-guard ${page.version}</p></footer>`
  });
}
function baseLine({ base: record, because, renamedFrom }, base) {
  return markup`${record === null ? null : markup`<p>Compared with ${recordWords(record, base)}.${environment(record.differences)}</p>`}
${renamedFrom === null ? null : markup`<p>It was <code>${renamedFrom}</code> in the base.</p>`}
${because === null ? null : markup`<p class="note">${because}</p>`}`;
}
function recordWords({ commit, distance }, base) {
  const own = markup`<code>${shortCommit(commit)}</code>`;
  if (base === null) return own;
  if (distance === 0) return markup`${own} (${base.reason})`;
  return markup`the record of ${own}, ${plural(distance, "commit")} older than the base <code>${shortCommit(base.commit)}</code> (${base.reason})`;
}
function environment(differences) {
  return differences.length === 0 ? "" : ` The record is from another environment: ${differences.join("; ")}.`;
}
function timelineSection({ timeline, spansMissing }) {
  const chart = timelineChart(timeline, largeSize);
  return markup`<section><h2>Memory while the tests ran</h2>
${chart === null ? markup`<p class="note">There are too few samples to draw.</p>` : markup`${timelineLegend}<div class="scroll" tabindex="0" role="group" aria-label="Memory over time">${chart}</div>`}
${spansMissing === null ? null : markup`<p class="note">${spansMissing}</p>`}</section>`;
}
function historySection(pictures) {
  if (pictures.length === 0) return null;
  return markup`<section><h2>History</h2>${historyLegend(pictures)}
<div class="histories">${pictures.map(historyChart)}</div></section>`;
}

// src/render/heap-page/index-page.ts
function renderHeapIndex(index, assets) {
  return htmlDocument({
    title: "Heap of all packages",
    assets,
    withScript: false,
    body: markup`<header><h1>Heap of all packages</h1><p>${index.summary}</p>
${index.notes.map((note) => markup`<p class="note">${note}</p>`)}
${index.rows.length === 0 ? markup`<p class="note">No package left figures of its heap.</p>` : timelineLegend}</header>
<main>${index.rows.length === 0 ? null : markup`<div class="scroll" tabindex="0" role="group" aria-label="Packages"><table class="packages"><thead><tr><th scope="col">package</th><th scope="col" class="number">allocated</th><th scope="col" class="number">in use at the end</th><th scope="col" class="number">live heap, peak</th><th scope="col" class="number">resident, peak</th><th scope="col">memory while the tests ran</th></tr></thead>
<tbody>${index.rows.map(rowOf)}</tbody></table></div>`}</main>
<footer><p>go-crash-guard ${index.version}</p></footer>`
  });
}
function rowOf(row) {
  const name = markup`<code>${row.package}</code>`;
  const cell = (amount) => markup`<td class="number">${amount === null ? "–" : formatAmount(amount, "bytes")}</td>`;
  const { allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes } = row.metrics;
  return markup`<tr><th scope="row">${row.page === null ? name : markup`<a href="${linkTo(row.page)}">${name}</a>`} <small>${row.leg}</small>${row.verdict === null || row.verdict === "same" ? null : markup`<br><span class="badge ${row.verdict}">${verdictWords[row.verdict]}</span>`}</th>${[allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes].map(cell)}
<td class="picture">${timelineChart(row.timeline, smallSize) ?? markup`<span class="note">too few samples</span>`}</td></tr>`;
}

// src/run/heap-page-names.ts
var maxNameChars = 120;
function pageNames(packages) {
  const names2 = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set(["index.html"]);
  for (const { leg, package: path } of packages) {
    const encoded = [...encodePackage(leg), ...encodePackage(path)].join("-");
    const stem = encoded.slice(0, maxNameChars);
    let name = `${stem}.html`;
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${stem}-${again}.html`;
    taken.add(name.toLowerCase());
    names2.set(`${leg} ${path}`, name);
  }
  return names2;
}

// src/run/heap-pages.ts
var maxPages = 50;
var maxIndexRows = 500;
async function writeHeapPages(request) {
  const { out, report, assetsDirectory } = request;
  const assets = await readPageAssets(assetsDirectory);
  const runs = new Map(report.packages.map((run) => [keyOf(run), run]));
  const shown = report.heap.filter((record) => runs.has(keyOf(record)));
  const flagged = (report.comparison?.packages ?? []).filter(
    (one) => one.verdict !== "same" && runs.has(keyOf(one))
  );
  const spans = await readTestSpans(out, report, [...shown, ...flagged]);
  await rm(layout.heapPages(out), { recursive: true, force: true });
  await mkdir(layout.heapPages(out), { recursive: true });
  const pages = pageNames(flagged.slice(0, maxPages));
  for (const comparison of flagged.slice(0, maxPages)) {
    const run = runs.get(keyOf(comparison));
    const name = pages.get(keyOf(comparison));
    if (run === void 0 || name === void 0) continue;
    const html = await heapPage(request, { comparison, run, spans: spans.get(run.leg) }, assets);
    await writeFile(join(layout.heapPages(out), name), html);
  }
  const index = {
    summary: report.comparison?.summary ?? "Nothing was compared.",
    rows: await indexRows(request, { shown: shown.slice(0, maxIndexRows), runs, pages, spans }),
    notes: [
      ...shown.length > maxIndexRows ? [`${plural(shown.length - maxIndexRows, "more package")} not listed.`] : [],
      ...flagged.length > maxPages ? [`${plural(flagged.length - maxPages, "more package")} changed, without a page.`] : []
    ],
    version: report.tool.version
  };
  await writeFile(join(layout.heapPages(out), "index.html"), renderHeapIndex(index, assets));
  const folder = relative(out, layout.heapPages(out));
  return new Map([...pages].map(([key, name]) => [key, posix.join(folder, name)]));
}
function keyOf({ leg, package: name }) {
  return `${leg} ${name}`;
}
async function indexRows({ out, report }, known) {
  const { shown, runs, pages, spans } = known;
  const verdicts = new Map(report.comparison?.packages.map((one) => [keyOf(one), one.verdict]));
  const rows4 = [];
  for (const record of shown) {
    const run = runs.get(keyOf(record));
    if (run === void 0) continue;
    const { package: name, leg, metrics } = record;
    const verdict = verdicts.get(keyOf(record)) ?? null;
    const timeline = await packageTimeline(out, run, spans.get(leg));
    rows4.push({
      package: name,
      leg,
      metrics,
      verdict,
      page: pages.get(keyOf(record)) ?? null,
      timeline
    });
  }
  return rows4;
}
async function heapPage(request, subject, assets) {
  const { out, report, bases } = request;
  const { comparison, run, spans } = subject;
  const base = bases.find((one) => keyOf(one) === keyOf(comparison)) ?? null;
  const profile = join(attemptFolder(out, run), "heap.pprof");
  const flame = await flamePicture({
    package: run.package,
    renamedFrom: comparison.renamedFrom,
    profile,
    record: report.heap.find((one) => keyOf(one) === keyOf(run)) ?? null,
    baseProfile: request.baseProfile(comparison.renamedFrom ?? run.package, run.leg),
    baseRecord: base?.record ?? null
  });
  const timeline = await packageTimeline(out, run, spans);
  return renderHeapPage(
    {
      comparison,
      base: report.comparison?.base ?? null,
      flame,
      timeline,
      spansMissing: whyNoSpans(run, timeline.spans.length),
      history: historyPictures(comparison.metrics, base?.history ?? []),
      links: {
        index: "index.html",
        profile: flame.kind === "missing" ? null : relative(layout.heapPages(out), profile).replaceAll("\\", "/")
      },
      version: report.tool.version
    },
    assets
  );
}
function whyNoSpans(run, spans) {
  if (spans > 0) return null;
  return run.cached ? "The result is from the cache of go test, which does not keep when each test ran." : "When each test ran is not known.";
}

// src/run/baseline/confirm-growth.ts
import { join as join8 } from "node:path";

// src/baseline/worktree.ts
import { mkdtemp, realpath as realpath2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4, resolve as resolve2 } from "node:path";

// src/baseline/git-here.ts
function gitEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !ofOuterGit.includes(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GIT_LFS_SKIP_SMUDGE: "1" };
}
var Refusal = class extends Error {
};
function gitIn(run, env, timeoutMs) {
  const own = gitEnvironment(env);
  return async (cwd, ...args) => {
    const result = await run("git", [...quietly, "-c", "submodule.recurse=false", ...args], {
      cwd,
      env: own,
      timeoutMs
    });
    if (result.kind === "exited" && result.code === 0) return result.stdout;
    throw new Refusal(`git ${args[0] ?? ""}: ${describeFailure(result)}`);
  };
}

// src/baseline/worktree-owner.ts
import { chmod, readdir, readFile, readlink, rm as rm2, rmdir, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join as join2, sep } from "node:path";
var worktreePrefix = "crash-guard-base-";
var reason = /^go-crash-guard: process (?<pid>\d{1,10}) in (?<place>.{1,300})$/;
var oldMs = 24 * 60 * 60 * 1e3;
var maxEntries = 1e3;
async function lockReason() {
  return `go-crash-guard: process ${process.pid} in ${await place2()}`;
}
async function place2() {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "pid");
  return `${namespace} of ${hostname()}`;
}
async function removeRecord(record) {
  await rm2(record, { recursive: true, force: true });
  await rmdir(dirname(record)).catch(() => void 0);
}
async function removeFolder(folder) {
  await rm2(folder, { recursive: true, force: true }).catch(async () => {
    await makeWritable(folder);
    await rm2(folder, { recursive: true, force: true }).catch(() => void 0);
  });
}
async function makeWritable(folder) {
  await chmod(folder, 448).catch(() => void 0);
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await makeWritable(join2(folder, entry.name));
}
async function removeStaleWorktrees(commonDirectory) {
  const records = join2(commonDirectory, "worktrees");
  const names2 = await readdir(records).catch(() => []);
  for (const name of names2.slice(0, maxEntries)) {
    const record = join2(records, name);
    const gitFile = (await readFile(join2(record, "gitdir"), "utf8").catch(() => "")).trim();
    if (!gitFile.includes(`${sep}${worktreePrefix}`) || !await isStale(record)) continue;
    if (await belongsTo(record, gitFile)) await removeFolder(dirname(gitFile));
    await removeRecord(record);
  }
}
async function isStale(record) {
  const file = join2(record, "locked");
  const found = reason.exec((await readFile(file, "utf8").catch(() => "")).trim());
  const { mtimeMs } = await stat(found === null ? record : file).catch(() => ({ mtimeMs: 0 }));
  if (Date.now() - mtimeMs > oldMs) return true;
  if (found?.groups?.["place"] !== await place2()) return false;
  try {
    process.kill(Number(found.groups["pid"]), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
async function belongsTo(record, gitFile) {
  return (await readFile(gitFile, "utf8").catch(() => "")).trim() === `gitdir: ${record}`;
}

// src/baseline/worktree-contents.ts
import { lstat, realpath } from "node:fs/promises";
import { join as join3, resolve } from "node:path";
var link = /^160000 commit (?<commit>[0-9a-f]{40,64})\t(?<path>.+)$/s;
var maxSubmodules = 200;
async function submodulesOf(git, root, commit) {
  const declared = await git(root, "cat-file", "-e", `${commit}:.gitmodules`).catch(() => null);
  if (declared === null) return [];
  const tree = await git(root, "ls-tree", "-r", "-z", "--full-tree", commit);
  const filled = [];
  for (const entry of tree.split("\0")) {
    const { path = "", commit: at = "" } = link.exec(entry)?.groups ?? {};
    if (path !== "" && await isFilled(root, path)) filled.push({ path, commit: at });
    if (filled.length >= maxSubmodules) break;
  }
  return filled;
}
async function isFilled(root, path) {
  const folder = join3(root, path);
  try {
    await lstat(join3(folder, ".git"));
    return await realpath(folder) === join3(await realpath(root), path);
  } catch {
    return false;
  }
}
var largeFile = /^[0-9a-f]+ (?<state>[*-]) (?<path>.+)$/;
async function fillInLargeFiles(git, checkout, directory) {
  const common = resolve(
    checkout,
    (await git(checkout, "rev-parse", "--git-common-dir")).trimEnd()
  );
  if (await lstat(join3(common, "lfs")).catch(() => null) === null) return;
  await git(directory, "lfs", "checkout").catch(() => void 0);
  const here = await largeFiles(git, checkout);
  const pointers = (await largeFiles(git, directory)).filter(({ filled }) => !filled);
  const filledHere = new Set(here.filter(({ filled }) => filled).map(({ path }) => path));
  const missing = pointers.filter(
    ({ path }) => filledHere.has(path) || filledHere.size === here.length
  );
  if (missing.length === 0) return;
  throw new Refusal(
    `this clone lacks ${plural(missing.length, "large file")} of it (git LFS), ${missing[0]?.path ?? ""} for one; run "git lfs fetch origin" for that commit first`
  );
}
async function largeFiles(git, directory) {
  const listed2 = await git(directory, "lfs", "ls-files").catch(() => "");
  return listed2.split("\n").flatMap((line) => {
    const { state, path } = largeFile.exec(line)?.groups ?? {};
    return path === void 0 ? [] : [{ path, filled: state === "*" }];
  });
}

// src/baseline/worktree.ts
var patienceMs = 3e5;
var maxDepth = 8;
async function withWorktree(run, env, repositoryDirectory, commit, use) {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    return { kind: "problem", problem: `${JSON.stringify(commit)} is no commit's full name` };
  const git = gitIn(run, env, patienceMs);
  const directory = await mkdtemp(join4(await realpath2(tmpdir()), worktreePrefix));
  const records = [];
  try {
    const root = (await git(repositoryDirectory, "rev-parse", "--show-toplevel")).trimEnd();
    await checkOut(git, { from: root, to: directory, commit, records, depth: 0 });
    await fillInLargeFiles(git, root, directory);
    return { kind: "used", value: await use(directory) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = `${commit.slice(0, 9)} could not be checked out beside the work tree: ${error.message}`;
    return { kind: "problem", problem };
  } finally {
    await removeFolder(directory);
    for (const record of records.reverse()) await removeRecord(record);
  }
}
async function checkOut(git, task) {
  const { from, to, commit, records, depth } = task;
  await git(from, "cat-file", "-e", `${commit}^{commit}`).catch(() => {
    throw new Refusal(
      `this clone does not have the commit ${commit}; fetch it, or check out with fetch-depth: 0`
    );
  });
  const common = resolve2(from, (await git(from, "rev-parse", "--git-common-dir")).trimEnd());
  await removeStaleWorktrees(await realpath2(common));
  await git(from, "worktree", "add", "--detach", "--no-checkout", to, commit);
  records.push(resolve2(to, (await git(to, "rev-parse", "--git-dir")).trimEnd()));
  await git(from, "worktree", "lock", "--reason", await lockReason(), to);
  await git(to, "reset", "--hard", "--quiet");
  if (depth >= maxDepth) return;
  for (const submodule of await submodulesOf(git, from, commit)) {
    const inner = { from: join4(from, submodule.path), to: join4(to, submodule.path) };
    await checkOut(git, { ...inner, commit: submodule.commit, records, depth: depth + 1 });
  }
}

// src/run/make-run-plan.ts
import { availableParallelism, totalmem } from "node:os";

// src/bundle/environment.ts
var shareableNames = [
  ...["CGO_ENABLED", "GO111MODULE", "GOARCH", "GODEBUG", "GOEXPERIMENT", "GOFIPS140", "GOGC"],
  ...["GOMAXPROCS", "GOMEMLIMIT", "GOOS", "GORACE", "GOTOOLCHAIN", "GOTRACEBACK"],
  ...[
    "GO386",
    "GOAMD64",
    "GOARM",
    "GOARM64",
    "GOMIPS",
    "GOMIPS64",
    "GOPPC64",
    "GORISCV64",
    "GOWASM"
  ],
  ...["LANG", "LANGUAGE", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC"],
  ...["LC_TIME", "TZ"]
];
var maxValueChars = 4096;
function shareable(env) {
  return Object.fromEntries(
    shareableNames.flatMap((name) => {
      const value = env[name];
      return value === void 0 || value.length > maxValueChars ? [] : [[name, value]];
    })
  );
}
var secretName = /token|secret|passw|passphrase|key|credential|auth|private/i;
var minSecretChars = 6;
var hidden = "REDACTED";
function withoutSecrets(words, env) {
  const secrets = Object.entries(env).filter(([name, value]) => secretName.test(name) && (value?.length ?? 0) >= minSecretChars).map(([, value]) => value ?? "").sort((a, b) => b.length - a.length);
  return words.map(
    (word) => secrets.reduce((text, secret) => text.replaceAll(secret, hidden), word)
  );
}

// src/run/make-run-plan.ts
function makeRunPlan(settings, { legs, problem, checked, marker, source, shard = null }) {
  const [first] = legs;
  return {
    schema: 1,
    run: marker.run,
    toolVersion: version,
    startedAt: marker.startedAt,
    directory: settings.directory,
    failOn: settings.failOn,
    flaky: settings.resilience.flaky,
    kernelPids: checked?.machine.kernelPids ?? false,
    problem,
    ...shard === null ? {} : { shard: withPolicy(shard, settings) },
    leaks: settings.resilience.leaks,
    source: {
      ...source,
      module: first?.packages[0]?.modulePath ?? null,
      directory: placeInRepository(settings.directory)
    },
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem(),
      go: first?.go.version ?? "",
      node: process.version
    },
    preflight: checked?.checks ?? [],
    legs: legs.map((plan) => ({
      name: plan.leg.name,
      race: plan.leg.race,
      heapProfile: plan.leg.heapProfile,
      goVersion: plan.go.version,
      goMinor: plan.go.minor,
      command: goTestCommand(plan, goTestFiles.overlay(layout.leg(settings.out, plan.leg.name))),
      patterns: plan.patterns,
      env: shareable(plan.env),
      failfast: plan.leg.goTestFlags.failfast,
      ...plan.leg.fuzzMs === null ? {} : { fuzzMs: plan.leg.fuzzMs },
      ...plan.leg.stressMs === null ? {} : { stressMs: plan.leg.stressMs },
      testPatterns: { run: plan.leg.goTestFlags.run, skip: plan.leg.goTestFlags.skip },
      repeats: repeats(plan.leg.goTestFlags),
      store: recordStore(plan),
      packages: plan.packages
    }))
  };
}
function withPolicy(shard, { failOn }) {
  return failOn.includes("no-tests") ? shard : { ...shard, emptyPasses: true };
}

// src/run/run-leg.ts
import { mkdir as mkdir2, writeFile as writeFile3 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/run/peak-rss.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join5 } from "node:path";
function peakRss(out, leg) {
  let peakBytes = null;
  const pids = /* @__PURE__ */ new Map();
  const finished = /* @__PURE__ */ new Set();
  const note = (bytes) => {
    if (bytes !== void 0) peakBytes = Math.max(peakBytes ?? 0, bytes);
  };
  const record = (name, file) => readBounded(join5(layout.package(out, leg, name), "attempt-1", file), 1 << 20);
  return {
    async observe(running, ended) {
      for (const name of ended) {
        if (finished.has(name)) continue;
        finished.add(name);
        note(parseEndRecord(await record(name, "end.json"))?.maxRssBytes);
      }
      for (const name of running) {
        const pid = pids.get(name) ?? parseStartRecord(await record(name, "start.json"))?.pid;
        if (pid === void 0) continue;
        pids.set(name, pid);
        note(parseHighWater(await procStatus(pid)));
      }
      return peakBytes;
    }
  };
}
function procStatus(pid) {
  return readFile2(`/proc/${String(pid)}/status`, "utf8").catch(() => null);
}
function parseHighWater(status) {
  const kib = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status ?? "")?.groups?.["kib"];
  return kib === void 0 ? void 0 : Number(kib) * 1024;
}

// src/run/snapshot-requests.ts
import { readdir as readdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join6 } from "node:path";
function snapshotRequests(out, leg, triggers) {
  const { testTimeMs, noProgressMs } = triggers;
  const watched = /* @__PURE__ */ new Map();
  const check = async (state, now) => {
    for (const fold of state.packages.values()) {
      if (!fold.started || fold.action !== null) {
        watched.delete(fold.package);
        continue;
      }
      const progress = `${String(fold.passed)} ${String(fold.failed)} ${String(fold.skipped)} ${String(fold.running.size)} ${[...fold.running.keys()].at(-1) ?? ""}`;
      let seen2 = watched.get(fold.package);
      if (seen2 === void 0) {
        seen2 = { progress, changedAt: now, since: /* @__PURE__ */ new Map(), askedFor: /* @__PURE__ */ new Set() };
        watched.set(fold.package, seen2);
      }
      if (seen2.progress !== progress) {
        seen2.progress = progress;
        seen2.changedAt = now;
        seen2.askedFor.delete("no-progress");
      }
      for (const test of fold.running.keys()) if (!seen2.since.has(test)) seen2.since.set(test, now);
      for (const test of seen2.since.keys()) if (!fold.running.has(test)) seen2.since.delete(test);
      const why = [];
      if (noProgressMs !== null && now - seen2.changedAt >= noProgressMs) why.push("no-progress");
      for (const [test, since] of seen2.since)
        if (testTimeMs !== null && now - since >= testTimeMs) why.push(`test ${test}`);
      if (why.every((reason2) => seen2.askedFor.has(reason2))) continue;
      for (const reason2 of why) seen2.askedFor.add(reason2);
      await ask(layout.package(out, leg, fold.package));
    }
  };
  const off = testTimeMs === null && noProgressMs === null;
  return { check: off ? () => Promise.resolve() : check };
}
async function ask(packageFolder) {
  const attempts = (await readdir2(packageFolder).catch(() => [])).filter((entry) => /^attempt-\d{1,6}$/.test(entry)).sort((a, b) => Number(b.slice(8)) - Number(a.slice(8)));
  const [last] = attempts;
  if (last === void 0) return;
  await writeFile2(join6(packageFolder, last, "snapshot-request"), "").catch(() => void 0);
}

// src/run/run-leg.ts
var tickMs = 500;
async function runLeg(request) {
  const { plan, out, progress } = request;
  const { name } = plan.leg;
  const folder = layout.leg(out, name);
  await prepareLeg(request, folder);
  const planned = new Set(plan.packages.map((item) => item.package));
  progress.legStarted(name, planned.size, plan.leg.goTestFlags.verbose);
  const began = Date.now();
  let done = 0;
  const fold = createFold({
    packageEnded(endedPackage, state) {
      if (planned.has(endedPackage.package)) done++;
      progress.packageEnded(name, endedPackage, state);
    },
    output: (event) => {
      progress.output(name, event);
    }
  });
  const peak = peakRss(out, name);
  const status = async () => {
    const started = [...fold.state.packages.values()].filter((item) => item.started);
    const names2 = (ended) => started.filter((item) => item.action !== null === ended).map((item) => item.package);
    const running = names2(false);
    return {
      leg: name,
      total: planned.size,
      done,
      running,
      elapsedMs: Date.now() - began,
      peakRssBytes: await peak.observe(running, names2(true))
    };
  };
  const requests = snapshotRequests(out, name, request.snapshot);
  let lastTick = 0;
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command: goTestCommand(plan, goTestFiles.overlay(folder)),
    ceilingBytes: request.guard.ceilingBytes,
    tiers: request.guard.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: null,
    onChunk: fold.push,
    onPoll: async () => {
      if (Date.now() - lastTick < tickMs) return;
      lastTick = Date.now();
      const now = await status();
      progress.tick(now);
      await requests.check(fold.state, lastTick);
    }
  });
  fold.end();
  progress.legEnded(await status());
  return { endedWell: [...fold.state.packages.values()].every(endedWell) };
}
function endedWell({
  action,
  running,
  passed,
  skipped,
  saysCached,
  noTestFiles
}) {
  if (action === "fail" || action === null) return false;
  if (noTestFiles || saysCached) return true;
  const benchmarksOnly = [...running.keys()].every(isBenchmark);
  return action === "pass" && benchmarksOnly && passed + skipped > 0;
}
async function prepareLeg(request, folder) {
  const { plan, out, run, snapshot, cores, guard: guard2, keep } = request;
  await mkdir2(folder, { recursive: true });
  const overlay = await makeOverlay({
    packages: plan.packages,
    probeDirectory: request.probeDirectory,
    scratch: join7(folder, "_inject"),
    userOverlay: plan.userOverlay
  });
  await writeFile3(goTestFiles.overlay(folder), JSON.stringify({ Replace: overlay }));
  const { usableBytes } = guard2;
  const shim = shimFile({
    ...{ plan, out, run, folder, snapshot, cores, usableBytes, keep, diagnose: "" }
  });
  await writeFile3(goTestFiles.shim(folder), JSON.stringify(shim));
}

// src/run/measure-again.ts
async function measureAgain(request, ports) {
  const { directory, out, guard: guard2 } = request;
  const settings = {
    ...request.settings,
    ...{ directory, out, packages: [...request.packages], legs: [request.leg] }
  };
  const planned = await planLegs(settings, ports);
  const legs = planned.map((plan) => freshPlan({ ...plan, rates: request.rates }, out));
  const marker = await openRunFolder(out, /* @__PURE__ */ new Date());
  const { source } = ports;
  await writeRunPlan(
    out,
    makeRunPlan(settings, { legs, problem: null, checked: null, marker, source })
  );
  for (const plan of legs) {
    await runLeg({
      ...ports,
      ...{ plan, out, directory, guard: guard2 },
      run: marker.run,
      progress: silent,
      snapshot: settings.snapshot,
      cores: { enabled: false, pattern: "" },
      keep: "none"
    });
  }
  const report = await assemble(out, ports.catalog);
  await finishRunFolder(out, marker);
  return report?.heap ?? [];
}
function freshPlan(plan, out) {
  const { leg } = plan;
  const { words, count } = leg.goTestFlags;
  const extra = [...count === null ? ["-count=1"] : [], ...ownOutputs(plan, out)];
  return {
    ...plan,
    leg: { ...leg, goTestFlags: { ...leg.goTestFlags, words: withLast(words, extra) } }
  };
}
var silent = {
  warnings: () => void 0,
  legStarted: () => void 0,
  output: () => void 0,
  packageEnded: () => void 0,
  tick: () => void 0,
  legEnded: () => void 0,
  roundStarted: () => void 0,
  fuzzStarted: () => void 0,
  attemptStarted: () => void 0,
  isolating: () => void 0,
  stressing: () => void 0,
  measuringMemory: () => void 0,
  searchingLeakTests: () => void 0,
  measuredAgain: () => void 0
};

// src/run/baseline/confirm-growth.ts
var bestOfThree = { head: [2, 3], base: [1, 2, 3] };
var lateBase = { head: [], base: [1, 2] };
var further = { head: [4, 5], base: [4, 5] };
async function confirmGrowth(request, ports) {
  const { grown, file } = request;
  const { confirm } = request.settings.heap;
  if (confirm === "off") return [];
  const headOnly = { ...bestOfThree, base: [] };
  const measure = (rounds, packages) => measureRounds({ ...request, grown: packages }, ports, rounds);
  try {
    const withBase = confirm === "base" && file.base !== null;
    const problems = await measure(withBase ? bestOfThree : headOnly, grown);
    if (withBase && problems.length > 0) await measure(headOnly, grown);
    if (file.base === null || problems.length > 0) return problems;
    const doubtful = withBase ? [] : await request.doubtful();
    problems.push(...await measure(lateBase, doubtful));
    return [...problems, ...await measure(further, await request.single())];
  } catch (error) {
    return [`what grew could not be measured again: ${error.message}`];
  }
}
async function measureRounds(request, ports, rounds) {
  const { settings, grown: packages } = request;
  if (packages.length === 0) return [];
  const { directory } = settings;
  const base = [...rounds.base];
  const inTurn = async (checkout) => {
    for (const number of [...rounds.head, null]) {
      const next = base.shift();
      if (next !== void 0)
        await measureSide(request, ports, {
          ...{ side: "base", number: next, directory: checkout, packages }
        });
      if (number !== null)
        await measureSide(request, ports, { side: "head", number, directory, packages });
    }
    for (const number of base)
      await measureSide(request, ports, { side: "base", number, directory: checkout, packages });
  };
  if (base.length > 0) return inBaseCheckout(request, ports, inTurn);
  await inTurn(directory);
  return [];
}
async function inBaseCheckout({ file, settings }, ports, measure) {
  const { directory } = settings;
  const place3 = placeInRepository(directory);
  const commit = file.base?.commit ?? "";
  const { run, env } = ports;
  const used = await withWorktree(
    run,
    env,
    checkoutOf(directory),
    commit,
    (checkout) => measure(join8(checkout, place3))
  );
  return used.kind === "used" ? [] : [`the base was not measured again: ${used.problem}`];
}
async function measureSide(request, ports, { side, number, directory, packages: wanted }) {
  const { settings, guard: guard2, out, progress } = request;
  const bases = new Map(request.bases.map((base) => [packageOfLeg(base), base]));
  const records = [];
  for (const { leg } of request.legs) {
    const packages = wanted.filter((item) => item.leg === leg.name).map((item) => ({ name: item.package, base: bases.get(packageOfLeg(item)) }));
    if (packages.length === 0 || ports.cancellation.requested() !== null) continue;
    const names2 = new Map(
      packages.map(({ name, base }) => [side === "base" && base?.renamedFrom || name, name])
    );
    const rates = packages.map(({ name, base }) => [
      side === "base" && base?.renamedFrom || name,
      base?.record.sampling.rate ?? 0
    ]);
    progress.measuredAgain(
      leg.name,
      side,
      number,
      packages.map(({ name }) => name)
    );
    const measured2 = await measureAgain(
      {
        ...{ settings, leg, directory, guard: guard2 },
        packages: [...names2.keys()],
        out: layout.again(out, `${side}-${String(number)}-${leg.name}`),
        rates: new Map(rates)
      },
      ports
    );
    for (const record of measured2)
      records.push({ ...record, package: names2.get(record.package) ?? record.package });
  }
  await writeAgain(out, side, number, records);
}

// src/baseline/escapes.ts
import { join as join9, posix as posix2 } from "node:path";

// src/baseline/escape-difference.ts
import { dirname as dirname2 } from "node:path/posix";
var receiver = /^func\s*\(\s*(?:[\p{L}_][\p{L}\p{Nd}_]*\s+)?\*?\s*(?<type>[\p{L}_][\p{L}\p{Nd}_]*)/u;
function locate(escape, lines) {
  const found = enclosingFunction(lines ?? [], escape.line);
  const header = lines?.[(found?.line ?? 0) - 1] ?? "";
  const type = receiver.exec(header)?.groups?.["type"];
  const name = found === null ? "" : found.name;
  return {
    ...escape,
    function: type === void 0 ? name : `${type}.${name}`,
    source: (lines?.[escape.line - 1] ?? "").trim()
  };
}
function escapesNotIn(base, head) {
  const place3 = (each) => [dirname2(each.file), each.function, each.text].join("\n");
  const withLine = (each) => [place3(each), each.source].join("\n");
  const anywhere = (each) => [each.text, each.source].join("\n");
  let left = { base: [...base], head: [...head] };
  for (const key of [withLine, place3, anywhere]) left = without(left, key);
  return left.head;
}
function without({ base, head }, key) {
  const counts = /* @__PURE__ */ new Map();
  for (const each of base) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  const take = (each) => {
    const left = counts.get(key(each)) ?? 0;
    counts.set(key(each), left - 1);
    return left > 0;
  };
  const keptHead = head.filter((each) => !take(each));
  const keptBase = base.filter((each) => {
    const left = counts.get(key(each)) ?? 0;
    if (left <= 0) return false;
    counts.set(key(each), left - 1);
    return true;
  });
  return { base: keptBase, head: keptHead };
}
function isIn(escape, functions) {
  return functions.some(({ function: name, file }) => {
    const identifiers = identifiersOf(name);
    const own = identifiers.at(-1) ?? "";
    if (own !== "" && escape.inlined.some((callee) => lastNameOf(callee) === own)) return true;
    if (file !== escape.file) return false;
    const [last = "", type] = escape.function.split(".").reverse();
    return last === own && (type === void 0 || identifiers.at(-2) === type);
  });
}
function lastNameOf(callee) {
  return identifiersOf(callee.includes(".") ? callee : `.${callee}`).at(-1) ?? "";
}

// src/baseline/escape-lines.ts
var said = /^(?<file>[^:\n]+\.go):(?<line>\d{1,9}):(?<column>\d{1,9}): (?:inlining call to (?<callee>.+)|(?<text>moved to heap: .+|.+ escapes to heap))$/;
var constant = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'|-?[\d.][\w.]*|true|false|nil) escapes to heap$/;
var numbered = /(?<name>\.autotmp_|~[rR])\d+/g;
var maxLineChars = 4096;
function parseEscapes(output) {
  const escapes2 = /* @__PURE__ */ new Map();
  const callees = /* @__PURE__ */ new Map();
  for (const each of output.split("\n")) {
    if (each.length > maxLineChars) continue;
    const groups = said.exec(each.trimEnd())?.groups;
    if (groups === void 0) continue;
    const { file = "", line = "", column = "", callee, text } = groups;
    const place3 = `${file}:${line}:${column}`;
    if (callee !== void 0) callees.set(place3, (callees.get(place3) ?? /* @__PURE__ */ new Set()).add(callee));
    if (text === void 0 || constant.test(text)) continue;
    const plain = text.replace(numbered, "$<name>");
    escapes2.set(`${place3} ${plain}`, {
      ...{ file, line: Number(line), text: plain, inlined: [], place: place3 }
    });
  }
  return [...escapes2.values()].map(({ place: place3, ...escape }) => ({
    ...escape,
    inlined: [...callees.get(place3) ?? []]
  }));
}

// src/baseline/escapes.ts
var patienceMs2 = 12e4;
var maxEscapes = 20;
var maxTextChars = 300;
async function newEscapes(request) {
  const { baseDirectory, headDirectory, functions } = request;
  const headFiles = openRepository(headDirectory, []);
  const wanted = functions.flatMap((each) => [each, ...each.calledFrom ? [each.calledFrom] : []]).filter(({ file }) => headFiles.has(file));
  if (wanted.length === 0) return { kind: "escapes", escapes: [] };
  const packages = [.../* @__PURE__ */ new Set([...request.packages, ...wanted.flatMap(ownPackage)])];
  const sides = { ...request, packages };
  const head = await escapesOf(sides, headDirectory, headFiles, request.env);
  if (typeof head === "string") return { kind: "unknown", because: `the head: ${head}` };
  const inWanted = head.filter((each) => isIn(each, wanted));
  if (inWanted.length === 0) return { kind: "escapes", escapes: [] };
  const env = await withToolchainOf(request);
  const base = await escapesOf(sides, baseDirectory, openRepository(baseDirectory, []), env);
  if (typeof base === "string") return { kind: "unknown", because: `the base: ${base}` };
  const escapes2 = escapesNotIn(base, head).filter((each) => isIn(each, wanted)).sort((a, b) => a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1).slice(0, maxEscapes).map(({ file, line, text }) => ({ file, line, text: clip(text, maxTextChars) }));
  return { kind: "escapes", escapes: escapes2 };
}
function ownPackage({ function: name, file }) {
  const path = packageOf(name);
  return file.endsWith("_test.go") || path === "" || path.startsWith("-") ? [] : [path];
}
var listing = '{{.ImportPath}}	{{if .Export}}1{{end}}	{{len .GoFiles}}{{len .CgoFiles}}	{{with .Error}}{{printf "%q" .Err}}{{end}}';
async function escapesOf({ run, packages, flags, place: place3, timeoutMs = patienceMs2 }, root, files, env) {
  const args = ["list", "-e", "-export", "-test", ...flags, "-gcflags=-m", "-f", listing];
  const result = await run("go", [...args, "--", ...packages], {
    ...{ cwd: join9(root, place3), env, timeoutMs }
  });
  const problem = failureOf(result, timeoutMs);
  if (problem !== null || result.kind !== "exited") return problem ?? "";
  return parseEscapes(result.stderr).flatMap((escape) => {
    const file = posix2.normalize(posix2.join(place3, escape.file));
    return files.has(file) ? [locate({ ...escape, file }, files.lines(file))] : [];
  });
}
function failureOf(result, timeoutMs) {
  switch (result.kind) {
    case "not-started":
      return `go could not be started: ${result.error}`;
    case "signaled":
      return `the compiler was not ready after ${timeoutMs / 1e3} s`;
    case "exited":
      if (result.code === 0) return notCompiled(result.stdout);
      return `go list: ${firstLines(result.stderr)}`;
  }
}
function notCompiled(listed2) {
  for (const line of listed2.split("\n")) {
    const [path = "", compiled, files, error = ""] = line.split("	");
    if (files === void 0 || files === "00" || compiled === "1" || path.endsWith(".test"))
      continue;
    return `${path} does not compile${error === "" ? "" : `: ${firstLines(unquoted(error))}`}`;
  }
  return null;
}
function unquoted(text) {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
function firstLines(text) {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return clip(printable(lines.slice(0, 3).join("; ")), 500);
}
async function withToolchainOf({
  run,
  env,
  headDirectory,
  place: place3
}) {
  const options = { cwd: join9(headDirectory, place3), env, timeoutMs: 3e4 };
  const result = await run("go", ["env", "GOVERSION"], options);
  const version2 = result.kind === "exited" ? result.stdout.trim() : "";
  return /^go1(?:\.\d+){1,2}(?:rc\d+|beta\d+)?$/.test(version2) ? { ...env, GOTOOLCHAIN: version2 } : env;
}

// src/run/baseline/growth-escapes.ts
var maxMs = 18e4;
async function growthEscapes({ directory, legs, base, grown }, ports) {
  const found = /* @__PURE__ */ new Map();
  const explained = grown.filter(({ why }) => why !== null);
  if (base === null || explained.length === 0) return found;
  const place3 = placeInRepository(directory);
  const headDirectory = checkoutOf(directory);
  const { run, env } = ports;
  const endsAt = Date.now() + maxMs;
  const done = await withWorktree(run, env, headDirectory, base, async (baseDirectory) => {
    for (const item of explained) {
      const plan = legs.find(({ leg }) => leg.name === item.leg);
      if (plan === void 0) continue;
      const timeoutMs = Math.floor((endsAt - Date.now()) / 2);
      if (timeoutMs <= 0) {
        const because = `the compiler had no time left: ${String(maxMs / 6e4)} minutes are for all packages`;
        found.set(packageOfLeg(item), { kind: "unknown", because });
        continue;
      }
      const escapes2 = await newEscapes({
        ...{ run, env: plan.env, baseDirectory, headDirectory, place: place3 },
        packages: [item.package, ...item.renamedFrom === null ? [] : [item.renamedFrom]],
        functions: item.why?.functions ?? [],
        flags: plan.leg.goTestFlags.planWords,
        timeoutMs
      });
      found.set(packageOfLeg(item), escapes2);
    }
  });
  if (done.kind === "problem")
    for (const item of explained)
      found.set(packageOfLeg(item), { kind: "unknown", because: done.problem });
  return found;
}

// src/machine/record-environment.ts
import { availableParallelism as availableParallelism2, release } from "node:os";
var maxChars = 200;
function recordEnvironment({
  env,
  go
}) {
  const text = (name) => env[name]?.trim().slice(0, maxChars) || null;
  const image = [text("ImageOS"), text("ImageVersion")].filter((part2) => part2 !== null).join(" ");
  const wanted = /^[1-9]\d{0,5}$/.test(text("GOMAXPROCS") ?? "") ? Number(env["GOMAXPROCS"]) : null;
  return {
    go: go.version.slice(0, maxChars),
    runnerImage: image === "" ? null : image,
    kernel: release() || null,
    cpus: wanted ?? availableParallelism2(),
    gogc: text("GOGC"),
    gomemlimit: text("GOMEMLIMIT")
  };
}

// src/run/baseline/leg-key.ts
function legKey({ leg, go }, planned) {
  return {
    module: planned.modulePath ?? "",
    package: planned.package,
    leg: leg.name,
    os: go.goos,
    arch: go.goarch,
    go: `1.${String(go.minor)}`,
    race: leg.race,
    tags: [...leg.goTestFlags.tags].sort(),
    flags: leg.goTestFlags.measuring
  };
}

// src/run/baseline/old-commits.ts
var days = 30;
async function oldCommits(request) {
  const { run, env, directory, ancestors } = request;
  const [base] = ancestors;
  if (base === void 0 || !/^[0-9a-f]{40,64}$/.test(base)) return [];
  const git = async (args) => {
    const result = await run("git", args, { cwd: directory, env, timeoutMs: 3e4 });
    return result.kind === "exited" && result.code === 0 ? result.stdout.split("\n").filter((line) => line !== "") : [];
  };
  const logged = await git([
    ...["log", "--first-parent", `--max-count=${String(ancestors.length)}`],
    ...["--format=%H %ct", "--end-of-options", base]
  ]);
  const times = new Map(
    logged.map((line) => {
      const [commit = "", seconds = ""] = line.split(" ");
      return [commit, Number(seconds)];
    })
  );
  const since = (times.get(base) ?? 0) - days * 86400;
  const recent = ancestors.slice(1).filter((commit) => (times.get(commit) ?? 0) >= since).reverse().map((commit) => ({ commit, reason: `the oldest record of ${String(days)} days` }));
  return [...await lastTag(git, base), ...recent];
}
async function lastTag(git, base) {
  const [tag] = await git(["describe", "--tags", "--abbrev=0", "--first-parent", base]);
  if (tag === void 0) return [];
  const [commit] = await git([
    "rev-parse",
    "--verify",
    "--end-of-options",
    `refs/tags/${tag}^{commit}`
  ]);
  return commit === void 0 || commit === base ? [] : [{ commit, reason: `tag ${tag}` }];
}

// src/run/baseline/prepare-baseline.ts
async function prepareBaseline(settings, legs, ports) {
  const measured2 = legs.filter(({ leg }) => leg.heapProfile);
  const [first] = measured2;
  if (first === void 0) return withoutProfiles(settings, legs, ports);
  const { run, env, baseline: origin } = ports;
  const { directory, heap } = settings;
  const head = await readHead(run, env, directory);
  const environment2 = recordEnvironment({ env: first.env, go: first.go });
  const keys = measured2.flatMap(
    (plan) => plan.packages.filter(({ hasTests }) => hasTests).map((item) => legKey(plan, item))
  );
  const file = {
    schema: 1,
    settings: rules(heap),
    ...{ store: null, head, environment: environment2, keys },
    ...isWholeModule(settings) ? {} : { partial: true },
    ...ports.shard ? { elsewhere: ports.shard.all } : {},
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    base: null,
    noBase: "no baseline is kept (baseline: none)",
    ...{ bases: [], gone: [], problems: [], accepted: null }
  };
  const store = openStore(heap.baseline, { run, env, directory, ...origin });
  if (store === null) return { file, store, rate: () => null };
  file.store = store.name;
  const choice = await chooseBase({
    ...{ run, env, directory, head },
    event: origin.event,
    explicit: heap.base,
    token: origin.token,
    fetch: origin.event !== null
  });
  const found = await basesOf(choice, store, { settings, keys, environment: environment2, ports });
  const mayChange = isTracked(origin.event, head, heap.branches).record && heap.confirm !== "off";
  const rates = new Map(
    found.bases?.map((base) => [packageOfLeg(base), rateAfter(base, mayChange)])
  );
  return {
    file: { ...file, ...found },
    store,
    rate: (leg, name) => rates.get(packageOfLeg({ leg, package: name })) ?? null
  };
}
var noProfiles = "no leg of this run takes heap profiles";
async function withoutProfiles({ directory, heap }, [first], { run, env }) {
  if (first === void 0 || heap.budgets.length === 0) return null;
  const file = {
    schema: 1,
    settings: { ...rules(heap), budgets: [], accept: [] },
    ...{ store: null, head: await readHead(run, env, directory), keys: [] },
    environment: recordEnvironment({ env: first.env, go: first.go }),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    ...{ base: null, noBase: noProfiles, bases: [], gone: [], accepted: null },
    problems: [`the budgets were not looked at: ${noProfiles}, as "memory" does`]
  };
  return { file, store: null, rate: () => null };
}
function rateAfter({ record }, mayChange) {
  const { allocBytes } = record.metrics;
  return mayChange && allocBytes !== null ? chooseRate({ allocBytes, ...record.sampling }) : record.sampling.rate;
}
async function readAccepted(origin) {
  const label = await origin.acceptedLabel?.();
  if (label === void 0) return { accepted: null, problems: [] };
  return label.kind === "accepted" ? { accepted: { actor: label.actor, at: label.at }, problems: [] } : { accepted: null, problems: label.because === null ? [] : [label.because] };
}
async function basesOf(choice, store, request) {
  if (choice.kind === "none") return { noBase: choice.because };
  const { keys, environment: environment2, settings } = request;
  const { run, env } = request.ports;
  const { commit, reason: reason2, exact, ancestors } = choice;
  const old = await oldCommits({ run, env, directory: settings.directory, ancestors });
  const wholeModule = isWholeModule(settings);
  const found = await findBases({
    ...{ store, keys, ancestors, environment: environment2, wholeModule, old },
    elsewhere: request.ports.shard?.all ?? []
  });
  return { base: { commit, reason: reason2, exact, ancestors }, noBase: "", ...found };
}
function isWholeModule({ packages }) {
  return packages.length === 1 && packages[0] === "./...";
}
function rules({
  threshold,
  confirm,
  metrics,
  budgets,
  accept
}) {
  return { threshold, confirm, metrics, budgets, accept };
}

// src/run/baseline/follow-growth.ts
async function followGrowth(request, ports) {
  const { out, report, store, settings } = request;
  let { file } = request;
  const plan = { directory: settings.directory, module: report.source.module };
  const compared = () => comparisonOf(out, file, plan, report.heap);
  const problems = [];
  const hasPast = report.crashes.length > 0 || (report.leaks ?? []).length > 0;
  if (hasPast && store !== null && file.base !== null)
    problems.push(...await fetchPastRuns(out, store, file.base.ancestors));
  let comparison = await compared();
  let grown = packagesToConfirm(comparison);
  if (grown.length > 0) {
    file = await learnMore(request, file, store, grown);
    await writeBaselineFile(out, file);
    comparison = await compared();
    grown = packagesToConfirm(comparison);
  }
  if (grown.length > 0) {
    const doubtful = async () => packagesToMeasureAtBase(await compared());
    const single = async () => packagesToMeasureMore(await compared());
    const { bases } = basesFor(file, report.heap);
    const confirmed = await confirmGrowth(
      { ...request, file, bases, grown, doubtful, single },
      ports
    );
    problems.push(...confirmed);
    comparison = await compared();
  }
  const changed = comparison.packages.filter(({ verdict }) => verdict !== "same");
  const escapes2 = await growthEscapes(
    {
      directory: settings.directory,
      legs: request.legs,
      base: file.base?.commit ?? null,
      grown: changed.filter(({ verdict }) => hasGrown.has(verdict))
    },
    ports
  );
  const found = { packages: {}, problems };
  for (const item of changed) {
    const at = packageOfLeg(item);
    const told = escapes2.get(at);
    found.packages[at] = {
      escapes: told?.kind === "escapes" ? told.escapes : [],
      escapesMissing: told?.kind === "unknown" ? told.because : null,
      command: await profileCommand(out, item),
      page: null
    };
  }
  await writeGrowth(out, found);
  const drawn = await drawPages(request, { ...report, comparison: await compared() }, file);
  problems.push(...drawn.problems);
  for (const [at, item] of Object.entries(found.packages)) item.page = drawn.pages.get(at) ?? null;
  await writeGrowth(out, found);
}
var hasGrown = /* @__PURE__ */ new Set(["regressed", "warned", "accepted"]);
async function drawPages({ out, heapPageDirectory }, report, file) {
  try {
    const pages = await writeHeapPages({
      ...{ out, report, assetsDirectory: heapPageDirectory },
      bases: basesFor(file, report.heap).bases,
      baseProfile: (name, leg) => profilePath(layout.again(out, `base-1-${leg}`), leg, name)
    });
    return { pages, problems: [] };
  } catch (error) {
    return { pages: /* @__PURE__ */ new Map(), problems: [`no pages: ${error.message}`] };
  }
}
async function profileCommand(out, { package: name, leg, why, renamedFrom }) {
  const head = profilePath(out, leg, name);
  const base = profilePath(layout.again(out, `base-1-${leg}`), leg, renamedFrom ?? name);
  const exists = (path) => access(path).then(
    () => true,
    () => false
  );
  if (why === null || !await exists(head)) return null;
  const index = why.metric === "inuseBytes" ? "inuse_space" : "alloc_space";
  const difference = await exists(base) ? [`-diff_base=${relative2(out, base)}`] : [];
  const words = ["go", "tool", "pprof", `-sample_index=${index}`, ...difference];
  return [...words, "-top", relative2(out, head)].join(" ");
}
function profilePath(out, leg, name) {
  return join10(layout.package(out, leg, name), "attempt-1", "heap.pprof");
}
async function learnMore({ origin }, file, store, grown) {
  const wanted = new Set(grown.map(packageOfLeg));
  const { keys, base } = file;
  const history = store === null || base === null ? { bases: file.bases, problems: [] } : await addHistory(file.bases, wanted, { store, keys, ancestors: base.ancestors });
  const { accepted, problems } = await readAccepted(origin);
  return {
    ...file,
    bases: history.bases,
    accepted,
    problems: [...file.problems, ...history.problems, ...problems]
  };
}

// src/run/baseline/record-figures.ts
async function recordFigures(request) {
  const { out, report, file, store, origin, branches } = request;
  const { head, environment: environment2 } = file;
  const tracked = isTracked(origin.event, head, branches);
  await writeRecorded(
    out,
    await keepFigures(store, tracked, {
      ...{ report, head },
      measured: file.keys.map((key) => ({ key, environment: environment2 }))
    })
  );
}
async function leaveToMerge(out, store) {
  const because = "the job that merges the shards keeps the figures of all of them";
  await writeRecorded(out, { packages: 0, store: store.name, because });
}
async function leaveStopped(out, store) {
  const because = "the run was stopped before its end";
  await writeRecorded(out, { packages: 0, store: store.name, because });
}

// src/machine/ceiling.ts
var defaultPercent = 85;
function usableMemory({ totalBytes, groups }) {
  const bounds = [
    ...totalBytes === null ? [] : [{ bytes: totalBytes, source: "the machine's memory" }],
    ...groups.flatMap(
      ({ path, limitBytes }) => limitBytes === null ? [] : [{ bytes: limitBytes, source: `the limit of the cgroup ${path}` }]
    )
  ];
  return bounds.reduce(
    (least2, bound) => least2 === null || bound.bytes < least2.bytes ? bound : least2,
    null
  );
}
function chooseCeiling(limit, bounds, where = "memory-limit") {
  const usable = usableMemory(bounds);
  switch (limit.kind) {
    case "off":
      return { ceilingBytes: null, why: "memory-limit is off" };
    case "bytes":
      if (usable !== null && limit.bytes > usable.bytes) throw tooMuch(limit.bytes, usable, where);
      return { ceilingBytes: limit.bytes, why: `given by ${where}` };
    case "percent":
    case "default": {
      const percent2 = limit.kind === "default" ? defaultPercent : limit.percent;
      if (usable === null)
        return { ceilingBytes: null, why: "this system does not say how much memory there is" };
      const share = `${String(percent2)} % of ${formatBytes(usable.bytes)}, ${usable.source}`;
      const ceilingBytes = Math.floor(usable.bytes / 100 * percent2);
      return { ceilingBytes, why: limit.kind === "default" ? `${share} (the default)` : share };
    }
  }
}
function tooMuch(bytes, usable, where) {
  const mebibytes2 = Math.floor(usable.bytes * defaultPercent / 100 / 1024 ** 2);
  return new InputError([
    {
      where,
      what: `${formatBytes(bytes)} is more than this job may use: ${formatBytes(usable.bytes)} (${usable.source})`,
      fix: `give at most ${String(mebibytes2)}MiB, a share such as ${String(defaultPercent)}%, or leave it out`
    }
  ]);
}

// src/machine/machine.ts
import { tmpdir as tmpdir2, totalmem as totalmem2 } from "node:os";

// src/machine/c-compiler.ts
async function findCCompiler(cc, searchPath, files) {
  const split = splitQuotedWords(cc);
  const command = "words" in split ? split.words[0] ?? "" : cc;
  return { command, path: await findProgram(command, searchPath, files) };
}

// src/machine/mount.ts
function parseMounts(mountinfo) {
  return mountinfo.split("\n").flatMap((line) => {
    const [own, fileSystem] = line.split(" - ", 2);
    const [, , , root, point, options] = (own ?? "").split(" ");
    const [type, , superOptions] = (fileSystem ?? "").split(" ");
    if (root === void 0 || point === void 0 || type === void 0 || type === "") return [];
    return [
      {
        root: unescape(root),
        point: unescape(point),
        options: /* @__PURE__ */ new Set([...(options ?? "").split(","), ...(superOptions ?? "").split(",")]),
        type
      }
    ];
  });
}
function mountOf(path, mounts) {
  return mounts.reduce(
    (best, mount) => isBelow2(path, mount.point) && mount.point.length >= (best?.point.length ?? 0) ? mount : best,
    null
  );
}
function isBelow2(path, folder) {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function unescape(text) {
  return text.replace(
    /\\([0-7]{3})/g,
    (_, octal) => String.fromCharCode(parseInt(octal, 8))
  );
}

// src/machine/number.ts
function parseNumber(text) {
  const digits = text?.trim() ?? "";
  return /^\d{1,20}$/.test(digits) ? Number(digits) : null;
}
var unlimited = 2 ** 62;
function parseLimit(text) {
  const value = parseNumber(text);
  return value === null || value >= unlimited ? null : value;
}
function numberAfter(text, key) {
  const line = text.split("\n").find((candidate) => candidate.startsWith(key));
  const rest = line?.slice(key.length) ?? "";
  return /^[\s:]/.test(rest) ? parseNumber(/^:?\s*(?<digits>\d+)/.exec(rest)?.groups?.["digits"]) : null;
}

// src/machine/privileges.ts
var capabilityNames = "chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore".split(" ");
var seccompModes = ["off", "strict", "filter"];
async function readPrivileges(files) {
  const [status, adjustment] = await Promise.all([
    files.read("/proc/self/status"),
    files.read("/proc/self/oom_score_adj")
  ]);
  const field = (name) => statusField(status ?? "", name);
  const score = /^(?<score>-?\d{1,4})\s*$/.exec(adjustment ?? "")?.groups?.["score"];
  return {
    // Uid: real, effective, saved, file system
    uid: parseNumber(field("Uid")?.split(/\s+/)[1]),
    capabilities: capabilities(field("CapEff")),
    seccomp: seccompModes[parseNumber(field("Seccomp")) ?? -1] ?? null,
    oomScoreAdj: score === void 0 ? null : Number(score)
  };
}
function statusField(status, name) {
  const line = status.split("\n").find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}
function capabilities(mask) {
  if (mask === null || !/^[0-9a-f]{1,16}$/.test(mask)) return null;
  const bits = BigInt(`0x${mask}`);
  return capabilityNames.filter((_, bit) => (bits >> BigInt(bit) & 1n) === 1n);
}

// src/machine/container.ts
async function detectContainer(files, mounts, membership) {
  const [dockerenv, containerenv, secrets, release2] = await Promise.all([
    files.exists("/.dockerenv"),
    files.exists("/run/.containerenv"),
    files.exists("/var/run/secrets/kubernetes.io"),
    files.read("/proc/sys/kernel/osrelease")
  ]);
  const paths = `${membership}
${mounts.map(({ root }) => root).join("\n")}`;
  const signs = [
    [secrets, "kubernetes", "/var/run/secrets/kubernetes.io"],
    // 4:memory:/kubepods/burstable/pod15d6/c845   /kubepods.slice/kubepods-pod15d6.slice/cri-containerd-c845.scope
    [/\/kubepods[./-]/.test(paths), "kubernetes", "a cgroup of kubepods"],
    [containerenv, "podman", "/run/.containerenv"],
    [/\/(?:libpod-|machine\.slice\/libpod)/.test(paths), "podman", "a cgroup of libpod"],
    [/\/docker[/-][0-9a-f]{12}/.test(paths), "docker", "a cgroup of docker"],
    [/\/lxc(?:\.payload)?[./]/.test(membership), "lxc", "a cgroup of lxc"],
    [dockerenv && mountOf("/", mounts)?.type === "overlay", "docker", "/.dockerenv"],
    [/microsoft/i.test(release2 ?? ""), "wsl", "the name of the kernel"],
    [mountOf("/", mounts)?.type === "overlay", "container", "an overlay as root file system"],
    [dockerenv, "container", "/.dockerenv"]
  ];
  const found = signs.find(([present]) => present);
  return found === void 0 ? null : { kind: found[1], sign: found[2] };
}
var firstPrograms = [
  ["systemd init tini docker-init dumb-init catatonit s6-svscan runsvdir supervisord", true, true],
  ["sh bash dash ash busybox zsh", false, true],
  ["node python python3 java ruby npm make tail sleep cat go", false, false]
];
async function readFirstProcess(files, self) {
  const [comm, ancestor] = await Promise.all([
    files.read("/proc/1/comm"),
    descendsFromFirst(files, self)
  ]);
  if (comm === null) return null;
  const name = comm.trim();
  const known = firstPrograms.find(([names2]) => names2.split(" ").includes(name));
  return {
    name,
    forwards: known?.[1] ?? null,
    reaps: known?.[2] ?? null,
    ancestor,
    self: self === 1
  };
}
async function descendsFromFirst(files, self) {
  let status = await files.read("/proc/self/status");
  let pid = self;
  for (let depth = 0; depth < 64 && status !== null; depth++) {
    if (pid === 1) return true;
    pid = Number(statusField(status, "PPid") ?? "0");
    if (pid === 0) return false;
    if (pid === 1) return true;
    status = await files.read(`/proc/${String(pid)}/status`);
  }
  return null;
}

// src/machine/core-pattern.ts
import { isAbsolute } from "node:path";
var patternFile = "/proc/sys/kernel/core_pattern";
var handlers = [
  // |/usr/share/apport/apport -p%p -s%s -c%c -d%d -P%P -u%u -g%g -F%F -- %E
  { handler: "apport", program: /^\|\S*\/apport(?:\s|$)/ },
  // |/usr/lib/systemd/systemd-coredump %P %u %g %s %t 9223372036854775808 %h %d %F
  { handler: "systemd-coredump", program: /^\|\S*\/systemd-coredump(?:\s|$)/ },
  // |/wsl-capture-crash %t %E %p %s
  { handler: "wsl", program: /^\|\S*\/wsl-capture-crash(?:\s|$)/ }
];
async function readCorePattern(files) {
  const [text, writable, dumpable] = await Promise.all([
    files.read(patternFile),
    files.writable(patternFile),
    files.read("/proc/sys/fs/suid_dumpable")
  ]);
  if (text === null) return null;
  const suid = /^(?<mode>[012])\s*$/.exec(dumpable ?? "")?.groups?.["mode"];
  return {
    target: coreTarget(text.replace(/\n$/, "")),
    writable,
    suidDumpable: suid === void 0 ? null : Number(suid)
  };
}
function coreTarget(pattern) {
  if (pattern === "") return { kind: "none" };
  if (pattern.startsWith("@")) return { kind: "socket", pattern };
  if (!pattern.startsWith("|")) return { kind: "file", pattern, absolute: isAbsolute(pattern) };
  const known = handlers.find(({ program }) => program.test(pattern));
  return { kind: "pipe", pattern, handler: known?.handler ?? "other" };
}

// src/machine/go-mod.ts
async function readGoModVersions(path, files) {
  const text = path === "" ? null : await files.read(path);
  return text === null ? null : parseGoModVersions(text);
}
function parseGoModVersions(text) {
  const go = /^[ \t]*go[ \t]+(?<version>\d[\w.]*)/m.exec(text)?.groups?.["version"];
  const toolchain = /^[ \t]*toolchain[ \t]+go(?<version>\d[\w.]*)/m.exec(text)?.groups?.["version"];
  return { go: go ?? null, toolchain: toolchain ?? null };
}
function compareGoVersions(a, b) {
  const left = rank(a);
  const right = rank(b);
  if (left === null || right === null) return 0;
  const at = left.findIndex((part2, i) => part2 !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
function rank(version2) {
  const match = /^(?<major>\d+)\.(?<minor>\d+)(?:(?<stage>beta|rc|\.)(?<number>\d+))?(?:[-+ ].*)?$/.exec(
    version2
  );
  if (match?.groups === void 0) return null;
  const { major, minor, stage, number } = match.groups;
  const stages = [void 0, "beta", "rc", "."];
  return [Number(major), Number(minor), stages.indexOf(stage), Number(number ?? 0)];
}

// src/machine/kernel-log.ts
async function readKernelLogAccess(files) {
  const [readable, restrict] = await Promise.all([
    files.openable("/dev/kmsg"),
    files.read("/proc/sys/kernel/dmesg_restrict")
  ]);
  const value = parseNumber(restrict);
  return { readable, restricted: value === null ? null : value !== 0 };
}

// src/machine/memory.ts
import { posix as posix4 } from "node:path";

// src/machine/cgroup.ts
import { posix as posix3 } from "node:path";
async function cgroupLineage(controller, sources, files) {
  const own = findOwn(controller, sources);
  if (own === null) return [];
  const { version: version2, path, mount } = own;
  if (version2 === 2 && !await offers(mount, controller, files)) return [];
  const below = isBelow2(path, mount.root) ? posix3.relative(mount.root, path) : "";
  const dir = posix3.join(mount.point, below);
  const seen2 = below === "" || await files.exists(dir);
  return lineage({ version: version2, path, dir: seen2 ? dir : mount.point }, mount.point);
}
function findOwn(controller, { membership, mounts }) {
  const groups = parseMembership(membership);
  const first = groups.find(({ controllers }) => controllers.includes(controller));
  const version2 = first === void 0 ? 2 : 1;
  const path = first?.path ?? groups.find(({ controllers }) => controllers.length === 0)?.path;
  const mount = mounts.findLast(
    ({ type, options }) => version2 === 1 ? type === "cgroup" && options.has(controller) : type === "cgroup2"
  );
  const hidden2 = path?.split("/").includes("..") ?? true;
  return path === void 0 || mount === void 0 || hidden2 ? null : { version: version2, path, mount };
}
function parseMembership(text) {
  return text.split("\n").flatMap((line) => {
    const match = /^\d+:(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line);
    const { controllers, path } = match?.groups ?? {};
    if (controllers === void 0 || path === void 0) return [];
    return [{ controllers: controllers === "" ? [] : controllers.split(","), path }];
  });
}
async function offers(mount, controller, files) {
  const controllers = await files.read(posix3.join(mount.point, "cgroup.controllers"));
  return controllers?.trim().split(" ").includes(controller) ?? false;
}
function lineage(group, mountPoint) {
  const line = [group];
  for (let { dir, path } = group; dir !== mountPoint && isBelow2(dir, mountPoint); ) {
    dir = posix3.dirname(dir);
    path = posix3.dirname(path);
    line.push({ version: group.version, path, dir });
  }
  return line;
}

// src/machine/memory.ts
async function readMemory(files, sources) {
  const [meminfo, vmstat, groups] = await Promise.all([
    files.read("/proc/meminfo"),
    files.read("/proc/vmstat"),
    cgroupLineage("memory", sources, files).then((line) => readGroups(line, files))
  ]);
  const bytes = (key) => {
    const kibibytes = numberAfter(meminfo ?? "", key);
    return kibibytes === null ? null : kibibytes * 1024;
  };
  return {
    totalBytes: bytes("MemTotal"),
    availableBytes: bytes("MemAvailable"),
    swapTotalBytes: bytes("SwapTotal"),
    swapFreeBytes: bytes("SwapFree"),
    groups,
    oomKills: numberAfter(vmstat ?? "", "oom_kill")
  };
}
async function readGroups(line, files) {
  const groups = await Promise.all(line.map((group) => readGroup(group, files)));
  const [own] = line;
  const hidden2 = own === void 0 ? null : await hiddenLimit(own, groups, files);
  return hidden2 === null ? groups : [...groups, hidden2];
}
async function readGroup(group, files) {
  const [limit, usage] = group.version === 1 ? ["memory.limit_in_bytes", "memory.usage_in_bytes"] : ["memory.max", "memory.current"];
  const [limitText, usageText] = await Promise.all([
    files.read(posix4.join(group.dir, limit)),
    files.read(posix4.join(group.dir, usage))
  ]);
  return { ...group, limitBytes: parseLimit(limitText), usageBytes: parseNumber(usageText) };
}
async function hiddenLimit(own, seen2, files) {
  if (own.version !== 1) return null;
  const stat3 = await files.read(posix4.join(own.dir, "memory.stat"));
  const value = numberAfter(stat3 ?? "", "hierarchical_memory_limit");
  const limitBytes = value === null ? null : parseLimit(String(value));
  if (limitBytes === null) return null;
  if (seen2.some((group) => group.limitBytes !== null && group.limitBytes <= limitBytes))
    return null;
  return { version: 1, path: `above ${own.path}`, dir: own.dir, limitBytes, usageBytes: null };
}

// src/machine/own-group.ts
import { posix as posix5 } from "node:path";
async function readOwnGroup(groups, files) {
  const [own] = groups;
  if (own === void 0) return { kind: "no", because: "no memory cgroup is mounted here" };
  const { dir, version: version2 } = own;
  const needed = version2 === 1 ? ["", "cgroup.procs"] : ["", "cgroup.procs", "cgroup.subtree_control"];
  const writable = await Promise.all(needed.map((name) => files.writable(posix5.join(dir, name))));
  return writable.every(Boolean) ? { kind: "writable", dir } : { kind: "no", because: `${dir} is not this user's to write` };
}

// src/machine/pids.ts
import { posix as posix6 } from "node:path";
async function readPids(files, sources) {
  const line = await cgroupLineage("pids", sources, files);
  const levels = await Promise.all(
    line.map(async ({ path, dir }) => {
      const [limit, current] = await Promise.all([
        files.read(posix6.join(dir, "pids.max")),
        files.read(posix6.join(dir, "pids.current"))
      ]);
      return { path, limit: parseLimit(limit), current: parseNumber(current) };
    })
  );
  return levels.reduce(
    (least2, { path, limit, current }) => limit !== null && (least2 === null || limit < least2.limit) ? { path, limit, current } : least2,
    null
  );
}

// src/machine/place.ts
import { dirname as dirname3 } from "node:path";
async function readPlace(path, files, mounts) {
  let found = path;
  while (!await files.exists(found) && dirname3(found) !== found) found = dirname3(found);
  const [space, real, writable] = await Promise.all([
    files.space(found),
    files.resolve(found),
    files.writable(found)
  ]);
  const mount = mountOf(real ?? found, mounts);
  return {
    path,
    found,
    space,
    readOnly: mount?.options.has("ro") ?? false,
    writable,
    noexec: mount?.options.has("noexec") ?? false,
    fileSystem: mount?.type ?? null
  };
}

// src/machine/pressure.ts
async function readPressure(files) {
  const minute = async (resource) => {
    const text = await files.read(`/proc/pressure/${resource}`);
    const share = /^some .*\bavg60=(?<percent>\d{1,3}(?:\.\d+)?)\b/m.exec(text ?? "");
    return share === null ? null : Number(share.groups?.["percent"]);
  };
  const [memory, cpu, io] = await Promise.all([minute("memory"), minute("cpu"), minute("io")]);
  return { memory, cpu, io };
}

// src/machine/rlimit.ts
var names = {
  cpu: "Max cpu time",
  fsize: "Max file size",
  data: "Max data size",
  stack: "Max stack size",
  core: "Max core file size",
  nproc: "Max processes",
  nofile: "Max open files",
  memlock: "Max locked memory",
  as: "Max address space"
};
async function readRlimits(files) {
  const lines = (await files.read("/proc/self/limits"))?.split("\n") ?? [];
  const limits = {};
  for (const [name, title] of Object.entries(names)) {
    const line = lines.find((candidate) => candidate.startsWith(`${title} `));
    const [soft, hard] = line?.slice(title.length).trim().split(/\s+/) ?? [];
    if (soft === void 0 || hard === void 0) continue;
    limits[name] = { soft: parseNumber(soft), hard: parseNumber(hard) };
  }
  return limits;
}

// src/machine/sudo.ts
var patienceMs3 = 1e4;
async function canSudo(program, run, env) {
  if (program === null) return false;
  const result = await run(program, ["-n", "true"], { cwd: "/", env, timeoutMs: patienceMs3 });
  return result.kind === "exited" && result.code === 0;
}

// src/machine/machine.ts
function machinePorts(run, env, askSudo) {
  const { pid } = process;
  return {
    ...{ files: hostFiles(), run, env, pid, temp: tmpdir2() },
    ...{ totalMemoryBytes: totalmem2(), askSudo }
  };
}
var firstPidNamespace = "pid:[4026531836]";
async function readMachine(ports, go, directory) {
  const { files, env } = ports;
  const searchPath = env["PATH"] ?? "";
  const [mountinfo, membership] = await Promise.all([
    files.read("/proc/self/mountinfo"),
    files.read("/proc/self/cgroup")
  ]);
  const mounts = parseMounts(mountinfo ?? "");
  const sources = { mounts, membership: membership ?? "" };
  const [groups, pids, pressure, rlimits, places, cores, privileges] = await Promise.all([
    readGroups2(files, sources, ports.totalMemoryBytes),
    readPids(files, sources),
    readPressure(files),
    readRlimits(files),
    readPlaces(ports, go, directory, mounts),
    readCorePattern(files),
    readPrivileges(files)
  ]);
  const [container, firstProcess, kernelLog, helpers, systemd, compiler, goMod, namespace] = await Promise.all([
    detectContainer(files, mounts, sources.membership),
    readFirstProcess(files, ports.pid),
    readKernelLogAccess(files),
    findHelpers(searchPath, files),
    files.exists("/run/systemd/system"),
    findCCompiler(go.cc, searchPath, files),
    readGoModVersions(go.gomod, files),
    files.link("/proc/self/ns/pid")
  ]);
  const ci = (env["CI"] ?? "") !== "";
  const useful = ci && systemd && groups.ownGroup.kind === "no" && privileges.uid !== 0;
  const ask2 = ports.askSudo === "always" || useful;
  return {
    ...{ ...groups, pids, pressure, rlimits, places, cores, privileges },
    ...{ container, firstProcess, kernelLog, helpers, systemd, compiler, goMod },
    kernelPids: namespace === firstPidNamespace,
    sudo: ask2 ? await canSudo(helpers.sudo, ports.run, env) : null,
    targetFromEnv: ["GOOS", "GOARCH"].filter((name) => (env[name] ?? "") !== ""),
    ci,
    runner: env["RUNNER_ENVIRONMENT"] ?? null
  };
}
async function readGroups2(files, sources, totalMemoryBytes) {
  const memory = await readMemory(files, sources);
  return {
    memory: { ...memory, totalBytes: memory.totalBytes ?? totalMemoryBytes },
    ownGroup: await readOwnGroup(memory.groups, files)
  };
}
async function readPlaces({ files, temp }, go, directory, mounts) {
  const at = (path) => readPlace(path, files, mounts);
  const [checkout, build, cache, temporary, shm] = await Promise.all([
    at(directory),
    at(go.gotmpdir === "" ? temp : go.gotmpdir),
    at(go.gocache),
    at(temp),
    at("/dev/shm")
  ]);
  return { checkout, build, cache, temp: temporary, shm };
}

// src/machine/checks/check-row.ts
function fine(id, what, value, needed) {
  return { id, what, value, needed, status: "ok", fix: null };
}
function lacking(check, status, fix) {
  return { ...check, status, fix };
}
function lackingIf(needed, check, status, fix) {
  return lacking(check, needed ? status : "ok", fix);
}
function racing(plan) {
  return plan === null || plan.legs.some(({ race }) => race);
}

// src/machine/checks/cores.ts
var coreRows = [
  (facts, plan) => {
    const { machine } = facts;
    if (machine.cores === null) return null;
    const { target } = machine.cores;
    const check = fine(
      "core-pattern",
      "cores go to",
      describeTarget(target),
      "a file, or systemd-coredump"
    );
    const obstacle = coreObstacle(machine.cores, machine);
    return obstacle === null ? check : lackingIf(required(facts, plan), check, "fail", obstacle);
  },
  (facts, plan) => {
    const { machine } = facts;
    const limit = machine.rlimits.core;
    if (limit === void 0) return null;
    const value = limit.hard === null ? "unlimited, where it is asked for" : limit.hard === 0 ? "forbidden" : `${String(limit.hard)} bytes at most`;
    const check = fine("core-limit", "size of a core", value, "unlimited");
    if (limit.hard === null || machine.cores === null) return check;
    const fix = "raise the hard limit: ulimit -Hc unlimited as root, or docker run --ulimit core=-1";
    return lackingIf(required(facts, plan), check, "fail", fix);
  },
  ({ machine }) => {
    const mode = machine.cores?.suidDumpable ?? null;
    const meaning = ["no core", "a core", "a core for root only"];
    return mode === null ? null : fine("suid-dumpable", "test that changes its user leaves", meaning[mode] ?? "", "any");
  }
];
function required({ coreDumps }, plan) {
  return coreDumps === "required" && (plan === null || plan.legs.some(({ race }) => !race));
}
function describeTarget(target) {
  switch (target.kind) {
    case "none":
      return "nowhere";
    case "file":
      return target.absolute ? target.pattern : `${target.pattern}, in the test's folder`;
    case "pipe":
      return target.handler === "other" ? target.pattern : `${target.handler}: ${target.pattern}`;
    case "socket":
      return `the socket ${target.pattern}`;
  }
}
function coreObstacle({ target, writable }, machine) {
  if (target.kind === "file" || writable || machine.sudo === true && machine.ci) return null;
  const contained = machine.container !== null && machine.container.kind !== "wsl";
  if (!contained && target.kind === "pipe" && target.handler === "systemd-coredump") {
    return machine.helpers.coredumpctl === null ? "install coredumpctl (package systemd-coredump)" : null;
  }
  const where = contained ? "as root outside of the container" : "as root";
  return `have cores written to a file, ${where}: sysctl -w kernel.core_pattern=core.%p`;
}

// src/machine/checks/disk.ts
var mebibyte = 1024 ** 2;
var rows = [
  {
    ...{ id: "disk-build", place: "build", what: "free for building (GOTMPDIR)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail", mustExist: true },
    ...{ room: "make room there", move: "set GOTMPDIR to a folder" }
  },
  {
    ...{ id: "disk-cache", place: "cache", what: "free for the build cache (GOCACHE)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail", mustExist: false },
    ...{ room: 'make room there ("go clean -cache")', move: "set GOCACHE to a folder" }
  },
  {
    ...{ id: "disk-temp", place: "temp", what: "free for the tests’ files (TMPDIR)" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "fail", mustExist: true },
    ...{ room: "make room there", move: "set TMPDIR to a folder" }
  },
  {
    // The agent gets into the tests of a module that cannot be written to as well.
    ...{ id: "disk-checkout", place: "checkout", what: "free beside the module" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "ok", mustExist: false },
    ...{ room: "make room there", move: "write the records with --out to a folder" }
  }
];
var diskRows = [
  ({ machine, platform }) => {
    const { path, noexec, fileSystem } = machine.places.build;
    if (platform !== "linux") return null;
    const on = fileSystem === null ? "" : ` on ${fileSystem}`;
    const check = fine("temp-exec", "test binaries can start in", `${path}${on}`, "no noexec");
    return noexec ? lacking(
      { ...check, value: `${path} is mounted noexec` },
      "fail",
      "set GOTMPDIR to a folder on a disk that is not mounted noexec"
    ) : check;
  },
  ({ machine, platform }) => {
    const { path, noexec } = machine.places.cache;
    if (platform !== "linux") return null;
    const check = fine("cache-exec", "the guard's programs can start in", path, "no noexec");
    return noexec ? lacking(
      { ...check, value: `${path} is mounted noexec` },
      "fail",
      "set GOCACHE to a folder on a disk that is not mounted noexec"
    ) : check;
  },
  ...rows.map(
    (row) => (facts, plan) => diskCheck(row, facts, plan)
  ),
  ({ machine }, plan) => {
    const { path, found, space, readOnly } = machine.places.shm;
    if (space === null || found !== path) return null;
    const value = readOnly ? "read-only" : formatBytes(space.freeBytes);
    const check = fine("shared-memory", "free in /dev/shm", value, "more than 64 MiB");
    const small = readOnly || space.totalBytes <= 64 * mebibyte;
    const fix = "for tests that use it (browsers, databases), start the container with --shm-size=1g";
    return small ? lacking(check, plan === null ? "warn" : "ok", fix) : check;
  }
];
function diskCheck(row, { machine }, plan) {
  const place3 = machine.places[row.place];
  const { path, space } = place3;
  const needed = formatBytes(row.enoughBytes);
  const refused = refusal(row, place3);
  if (refused !== null) {
    const check2 = fine(row.id, row.what, `nothing: ${path} ${refused.why}`, needed);
    const status2 = plan === null && row.readOnly === "ok" ? "warn" : row.readOnly;
    return lacking(check2, status2, `${refused.step}, or ${row.move} that can be written to`);
  }
  if (space === null) return null;
  const check = fine(row.id, row.what, `${formatBytes(space.freeBytes)} in ${path}`, needed);
  if (space.freeBytes >= row.enoughBytes) return check;
  const status = space.freeBytes < row.enoughBytes / 16 ? "fail" : "warn";
  return lacking(check, status, `${row.room}, or ${row.move} on a larger disk`);
}
function refusal({ mustExist }, place3) {
  if (place3.readOnly) return { why: "is read-only", step: "make it writable" };
  if (mustExist && place3.found !== place3.path) return { why: "is not there", step: "make it" };
  return place3.writable ? null : { why: "is not this user's to write", step: "make it writable" };
}

// src/machine/checks/limits.ts
var leastFiles = 1024;
var leastPids = 512;
var leastProcesses = 512;
var gibibyte = 1024 ** 3;
var rows2 = [
  {
    ...{ id: "open-files", limit: "nofile", what: "open files", unit: "count" },
    needed: `${String(leastFiles)} or more`,
    judge: (soft) => soft < leastFiles ? { status: "warn", fix: "raise it before the run: ulimit -n 65536" } : null
  },
  {
    ...{ id: "user-processes", limit: "nproc", what: "processes and threads of this user" },
    ...{ unit: "count", needed: `${String(leastProcesses)} or more` },
    // Root is not held to it.
    judge: (soft, { machine }) => soft < leastProcesses && machine.privileges.uid !== 0 ? { status: "warn", fix: "raise it before the run: ulimit -u 4096" } : null
  },
  {
    ...{ id: "address-space", limit: "as", what: "address space", unit: "bytes" },
    needed: "unlimited",
    judge: (soft, _facts, plan) => racing(plan) ? {
      status: "fail",
      fix: "remove it (ulimit -v unlimited): the race detector reserves terabytes of addresses"
    } : soft < 4 * gibibyte ? {
      status: "warn",
      fix: "remove it (ulimit -v unlimited) and use --memory-limit: Go reserves more addresses than it uses memory"
    } : null
  },
  {
    ...{ id: "data-segment", limit: "data", what: "data segment", unit: "bytes" },
    needed: "unlimited",
    judge: (soft, { ceiling }) => soft < (ceiling.ceilingBytes ?? gibibyte) ? { status: "warn", fix: "remove it (ulimit -d unlimited) and use --memory-limit" } : null
  },
  {
    ...{ id: "stack-size", limit: "stack", what: "stack of C code", unit: "bytes" },
    needed: "1.0 MiB or more",
    judge: (soft) => soft < 1024 ** 2 ? { status: "warn", fix: "raise it before the run: ulimit -s 8192" } : null
  },
  {
    ...{ id: "file-size", limit: "fsize", what: "size of one file", unit: "bytes" },
    needed: "unlimited",
    judge: (soft) => ({
      status: soft < gibibyte ? "warn" : "ok",
      fix: "remove it (ulimit -f unlimited): builds, profiles and cores write large files"
    })
  },
  {
    ...{ id: "cpu-time", limit: "cpu", what: "CPU time of one process", unit: "seconds" },
    needed: "unlimited",
    judge: () => ({
      status: "warn",
      fix: "remove it (ulimit -t unlimited): a test process that uses more is killed without a word"
    })
  },
  {
    ...{ id: "locked-memory", limit: "memlock", what: "locked memory", unit: "bytes" },
    ...{ needed: "any", judge: () => null }
  }
];
var limitRows = [
  ...rows2.map(
    (row) => (facts, plan) => limitCheck(row, facts, plan)
  ),
  ({ machine }) => {
    const { pids } = machine;
    if (pids === null) return null;
    const { limit, current, path } = pids;
    const used = current === null ? "" : `, ${String(current)} in use`;
    const value = `${String(limit)}${used} (cgroup ${path})`;
    const needed = `${String(leastPids)} or more`;
    const check = fine("pids-limit", "processes and threads of this job", value, needed);
    return limit < leastPids ? lacking(
      check,
      "warn",
      "raise it: docker run --pids-limit 4096, or TasksMax= of the service"
    ) : check;
  }
];
function limitCheck(row, facts, plan) {
  const limit = facts.machine.rlimits[row.limit];
  if (limit === void 0) return null;
  const check = fine(row.id, row.what, describe(limit, row.unit), row.needed);
  const problem = limit.soft === null ? null : row.judge(limit.soft, facts, plan);
  return problem === null ? check : lacking(check, problem.status, problem.fix);
}
function describe({ soft, hard }, unit) {
  const show = (value) => {
    if (value === null) return "unlimited";
    if (unit === "bytes") return formatBytes(value);
    return unit === "seconds" ? `${String(value)} s` : String(value);
  };
  return soft === hard ? show(soft) : `${show(soft)} (can be raised to ${show(hard)})`;
}

// src/machine/checks/memory.ts
var pressurePercent = 10;
var memoryRows = [
  ({ machine, ceiling }) => {
    const { totalBytes, availableBytes, swapTotalBytes, swapFreeBytes } = machine.memory;
    if (totalBytes === null) return null;
    const swap = swapTotalBytes === null ? "" : swapTotalBytes === 0 ? ", no swap" : `, swap ${formatBytes(swapFreeBytes ?? 0)} of ${formatBytes(swapTotalBytes)} free`;
    const free = availableBytes === null ? "" : `, ${formatBytes(availableBytes)} available`;
    const value = `${formatBytes(totalBytes)}${free}${swap}`;
    const { ceilingBytes } = ceiling;
    const needed = ceilingBytes === null ? "any" : `${formatBytes(ceilingBytes)}, the ceiling`;
    const check = fine("memory", "memory of the machine", value, needed);
    if (ceilingBytes === null || availableBytes === null) return check;
    return availableBytes < ceilingBytes / 2 ? lacking(
      check,
      "warn",
      `end what else uses memory, or lower the ceiling: --memory-limit ${mebibytes(availableBytes * 0.85)}`
    ) : check;
  },
  ({ machine }) => {
    const usable = usableMemory(machine.memory);
    return usable === null ? null : fine(
      "memory-limit",
      "this job may use",
      `${formatBytes(usable.bytes)}, ${usable.source}`,
      "any"
    );
  },
  ({ ceiling }) => {
    const { ceilingBytes, why } = ceiling;
    const value = ceilingBytes === null ? `none: ${why}` : `${formatBytes(ceilingBytes)}: ${why}`;
    return fine("ceiling", "memory ceiling for the tests", value, "below what this job may use");
  },
  ({ machine, ceiling, platform }) => {
    if (ceiling.ceilingBytes === null) return null;
    const check = fine("guard", "the ceiling is held by", "", "an own cgroup, or sudo and systemd");
    const { ownGroup } = machine;
    if (ownGroup.kind === "writable") return { ...check, value: `a cgroup below ${ownGroup.dir}` };
    const scope = scopeLikely(machine);
    if (scope && machine.ci) return { ...check, value: "a scope of systemd, through sudo" };
    if (platform !== "linux")
      return { ...check, value: "a watcher, which stops the largest test process" };
    const value = `a watcher, which stops the largest test process: ${ownGroup.because}`;
    const fix = scope ? "no need; in CI (CI=true) the kernel itself holds the ceiling, through sudo and systemd; elsewhere nothing is done as root" : "no need; the kernel itself holds the ceiling in CI with passwordless sudo and systemd, and in a cgroup that is delegated to this user";
    return lacking({ ...check, value }, "ok", fix);
  },
  ({ machine }) => {
    const { memory, cpu, io } = machine.pressure;
    if (memory === null) return null;
    const share = (name, percent2) => percent2 === null ? [] : [`${name} ${percent2.toFixed(0)} %`];
    const value = [...share("memory", memory), ...share("CPU", cpu), ...share("disk", io)];
    const check = fine(
      "pressure",
      "waiting in the last minute",
      value.join(", "),
      `memory below ${String(pressurePercent)} %`
    );
    return memory < pressurePercent ? check : lacking(check, "warn", "end what else uses memory; tests will be slow and may time out");
  },
  ({ machine }) => {
    const { oomKills } = machine.memory;
    return oomKills === null ? null : fine("oom-kills", "killed for want of memory since boot", String(oomKills), "any");
  }
];
function scopeLikely({ systemd, sudo, helpers, privileges }) {
  return systemd && helpers["systemd-run"] !== null && (sudo === true || privileges.uid === 0);
}
function mebibytes(bytes) {
  return `${String(Math.max(16, Math.floor(bytes / 1024 ** 2)))}MiB`;
}

// src/machine/checks/system.ts
var systemRows = [
  ({ platform }) => {
    const check = fine("process-control", "no process left behind", "yes", "Linux");
    const value = "process groups only: a test's grandchildren may survive a cancelled run";
    return platform === "linux" ? check : lacking(
      { ...check, value },
      "warn",
      "run on Linux where tests start processes of their own"
    );
  },
  ({ platform }) => {
    const check = fine("rss-samples", "memory of test processes over time", "yes", "Linux");
    const value = "only the peak at the end of a process is known";
    return platform === "linux" ? check : lacking({ ...check, value }, "warn", "run on Linux");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { container } = machine;
    const value = container === null ? "none" : `${container.kind} (${container.sign})`;
    return fine("container", "container", value, "any");
  },
  ({ machine }) => {
    const { firstProcess, container } = machine;
    if (firstProcess === null) return null;
    const { name, forwards, reaps, ancestor, self } = firstProcess;
    const traits = self ? "this program itself" : forwards === null ? "not known" : `${forwards ? "hands" : "does not hand"} signals on, ${reaps ? "collects" : "does not collect"} orphans`;
    const check = fine("first-process", "process 1", `${name}: ${traits}`, "hands signals on");
    const deaf = container !== null && ancestor === true && !self && forwards === false;
    return deaf ? lacking(
      check,
      "warn",
      "start the container with docker run --init (or use exec in its script): when it is stopped, no signal reaches this program, and the report is not written"
    ) : check;
  },
  ({ machine }) => {
    const { capabilities: capabilities2, uid } = machine.privileges;
    if (capabilities2 === null) return null;
    const value = capabilities2.length === 0 ? "none" : capabilities2.length > 12 ? `${String(capabilities2.length)}, ${capabilities2.includes("sys_admin") ? "with" : "without"} sys_admin` : capabilities2.join(", ");
    const who = uid === 0 ? "root: " : "";
    return fine("capabilities", "capabilities", `${who}${value}`, "any");
  },
  ({ machine }) => {
    const { seccomp } = machine.privileges;
    if (seccomp === null) return null;
    const value = { off: "off", strict: "strict", filter: "a filter" }[seccomp];
    return fine("seccomp", "system calls are filtered (seccomp)", value, "any");
  },
  ({ machine }) => {
    const { oomScoreAdj } = machine.privileges;
    if (oomScoreAdj === null) return null;
    const needed = "below 1000, the tests’ own";
    const check = fine("oom-score", "oom_score_adj of this program", String(oomScoreAdj), needed);
    return oomScoreAdj < 1e3 ? check : lacking(check, "ok", "lower it: the kernel may take this program instead of a test");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { kernelLog, helpers, privileges, sudo } = machine;
    const syslog = privileges.capabilities?.includes("syslog") ?? false;
    const dmesg = helpers.dmesg !== null && (kernelLog.restricted === false || syslog);
    const value = kernelLog.readable ? "yes (/dev/kmsg)" : dmesg ? "yes (dmesg)" : sudo === true ? "yes (through sudo)" : "no";
    return fine("kernel-log", "kernel log can be read", value, "for the proof of an OOM kill");
  },
  ({ machine, platform }) => {
    if (platform !== "linux") return null;
    const { sudo, helpers, privileges } = machine;
    const value = privileges.uid === 0 ? "not needed: this is root" : sudo === true ? "yes" : sudo === false || helpers.sudo === null ? "no" : "not asked";
    return fine(
      "sudo",
      "sudo without a password",
      value,
      "for the guard, cores and the kernel log"
    );
  },
  ({ machine, platform }) => platform === "linux" ? fine("systemd", "systemd", machine.systemd ? "running" : "no", "for the guard") : null,
  helper("strace", "for the system call that kept a test from starting"),
  helper("dlv", "for the variables of a test that crashed"),
  helper("gdb", "for the C part of a crash"),
  helper("zstd", "for packing cores")
];
function helper(name, needed) {
  return ({ machine }) => fine(name, name, machine.helpers[name] ?? "no", needed);
}

// src/machine/checks/toolchain.ts
var sixHoursMs = 6 * 60 * 60 * 1e3;
var toolchainRows = [
  ({ go }) => fine("go-version", "Go", go.version, `go1.${String(oldestMinor)} or later`),
  ({ go, machine }) => {
    const { go: least2, toolchain } = machine.goMod ?? { go: null, toolchain: null };
    if (least2 === null) return null;
    const suggestion = toolchain === null ? "" : `; it suggests go${toolchain}`;
    const check = fine("go-mod", "Go for this module", go.version, `go${least2} or later (go.mod)`);
    const running = /go(?<version>\d\S*)/.exec(go.version)?.groups?.["version"] ?? "";
    return compareGoVersions(running, least2) < 0 ? lacking(
      check,
      "fail",
      `install Go ${least2}, or let the go command fetch it: GOTOOLCHAIN=auto${suggestion}`
    ) : check;
  },
  ({ module }) => {
    if (module === null) return null;
    const check = fine(
      "module",
      "module",
      "none in this folder",
      "one that the go command can read"
    );
    switch (module.kind) {
      case "none":
        return lacking(check, "ok", "name the module's folder with --dir");
      case "read":
        return {
          ...check,
          value: module.paths.slice(0, 3).join(", ") + more(module.paths.length - 3)
        };
      case "refused":
        return lacking(
          { ...check, value: module.said.replace(/\s*\n\s*/g, " ") },
          "fail",
          'make "go list -m" succeed in that folder'
        );
    }
  },
  ({ nodeVersion }) => fine("node-version", "Node.js", nodeVersion, "v20 or later"),
  ({ go, machine, platform }, plan) => {
    const { command, path } = machine.compiler;
    const check = fine("race-detector", "race detector", "yes", "cgo and a C compiler");
    if (go.goos === "darwin") return check;
    const racers = plan?.legs.filter(({ race }) => race) ?? [];
    const cgo = racers.length > 0 ? racers.every((leg) => leg.cgo) : go.cgo;
    if (cgo && path !== null) return { ...check, value: `yes, with ${path}` };
    if (cgo && platform !== "linux") return check;
    const value = cgo ? `no: ${command} is not in PATH` : whyNoCgo(go, path);
    const step = cgo || path === null ? "install a C compiler" : "set CGO_ENABLED=1";
    const fix = `${isForeign2(go, go) ? "build for this machine" : step}, or leave the race leg out: --legs memory`;
    return lackingIf(racing(plan), { ...check, value }, "fail", fix);
  },
  ({ go, machine }, plan) => {
    const host = `${go.hostOs}/${go.hostArch}`;
    const legs = plan?.legs.filter((leg) => !leg.choosesTarget) ?? [
      { goos: go.goos, goarch: go.goarch, hasExec: false }
    ];
    const foreign = legs.find((leg) => isForeign2(leg, go));
    const check = fine("target", "tests are built for", host, `${host}, this machine`);
    if (foreign === void 0) return check;
    const names2 = machine.targetFromEnv;
    const from = names2.length > 0 ? `${names2.join(" and ")} in the environment` : '"go env"';
    const value = `${foreign.goos}/${foreign.goarch} (from ${from})`;
    const fix = `unset ${names2.join(" and ") || 'GOOS and GOARCH with "go env -u"'}, or make it a leg of its own: env: { ${targetVariables(foreign, go)} }`;
    const starts = foreign.hasExec || runsOn(foreign, go.hostOs, go.hostArch);
    return lacking({ ...check, value }, starts ? "warn" : "fail", fix);
  },
  ({ machine }, plan) => {
    if (plan === null) return null;
    const longest2 = plan.legs.reduce(
      (most, { timeoutMs }) => Math.max(most, timeoutMs === 0 ? Infinity : timeoutMs),
      0
    );
    const value = longest2 === Infinity ? "none" : formatDuration(longest2);
    const check = fine("test-timeout", "time for one package", value, "less than the job may take");
    const tooLong = machine.runner === "github-hosted" && longest2 >= sixHoursMs;
    return longest2 === Infinity || tooLong ? lacking(
      check,
      "warn",
      "give --timeout: a test that hangs is then ended with all its goroutines on record, before the job is ended without"
    ) : check;
  },
  ({ go }) => go.minor >= 23 ? fine("crash-output", "crash text in a file of its own", "yes", "go1.23 or later") : lacking(
    fine(
      "crash-output",
      "crash text in a file of its own",
      "taken from the test output instead",
      "go1.23 or later"
    ),
    "warn",
    "use Go 1.23 or later to tell a crash from output that imitates one"
  ),
  ({ go }) => go.minor >= 24 ? fine("build-events", "build errors as events", "yes", "go1.24 or later") : lacking(
    fine(
      "build-events",
      "build errors as events",
      "taken from the text on stderr instead",
      "go1.24 or later"
    ),
    "ok",
    "use Go 1.24 or later"
  )
];
function isForeign2({ goos, goarch }, go) {
  return goos !== go.hostOs || goarch !== go.hostArch;
}
function targetVariables({ goos, goarch }, go) {
  const variables = [
    ...goos === go.hostOs ? [] : [`GOOS: ${JSON.stringify(goos)}`],
    ...goarch === go.hostArch ? [] : [`GOARCH: ${JSON.stringify(goarch)}`]
  ];
  return variables.join(", ");
}
function whyNoCgo(go, compiler) {
  if (isForeign2(go, go)) return `cgo is off for ${go.goos}/${go.goarch}, which is not this machine`;
  return compiler === null ? "cgo is off or there is no C compiler" : 'cgo is off (CGO_ENABLED=0 in the environment or "go env")';
}
var compatible = /* @__PURE__ */ new Map([
  ["amd64", "386"],
  ["arm64", "arm"]
]);
function runsOn({ goos, goarch }, hostOs, hostArch) {
  return goos === hostOs && (goarch === hostArch || compatible.get(hostArch) === goarch);
}
function more(count) {
  return count > 0 ? ` and ${String(count)} more` : "";
}

// src/machine/preflight.ts
var rows3 = [
  ...toolchainRows,
  ...memoryRows,
  ...diskRows,
  ...limitRows,
  ...coreRows,
  ...systemRows
];
function preflight(facts, plan) {
  return rows3.flatMap((row) => row(facts, plan) ?? []);
}

// src/run/check-machine.ts
var goTestTimeout = "10m";
async function checkMachine(settings, ports, legs) {
  const [{ go }] = legs;
  const { coreDumps, sources } = settings;
  const isCI = (ports.env["CI"] ?? "") !== "";
  const askSudo = coreDumps === "required" && isCI ? "always" : "where-needed";
  const machine = await readMachine(
    machinePorts(ports.run, ports.env, askSudo),
    go,
    settings.directory
  );
  const limit = sources["memory-limit"];
  const ceiling = chooseCeiling(settings.memoryLimit, machine.memory, limit);
  const { platform, version: nodeVersion } = process;
  const checks = preflight(
    { go, platform, nodeVersion, machine, ceiling, coreDumps, module: null },
    { legs: legs.map(plannedLeg) }
  );
  if (coreDumps === "required") refuseWithoutCores(checks, sources["core-dumps"] ?? "core-dumps");
  return { machine, ceiling, usableBytes: usableMemory(machine.memory)?.bytes ?? null, checks };
}
function plannedLeg({ leg, go }) {
  const { exec, timeout } = leg.goTestFlags;
  return {
    name: leg.name,
    race: leg.race,
    cgo: go.cgo,
    goos: go.goos,
    goarch: go.goarch,
    choosesTarget: "GOOS" in leg.env || "GOARCH" in leg.env,
    hasExec: exec.length > 0,
    // What is no duration, go test refuses itself.
    timeoutMs: parseDuration(timeout ?? goTestTimeout) ?? parseDuration(goTestTimeout) ?? 0
  };
}
function refuseWithoutCores(checks, where) {
  const problems = checks.filter(({ id, status }) => id.startsWith("core-") && status === "fail").map(({ what, value, fix }) => ({
    where,
    what: `cores are required and cannot be kept (${what}: ${value})`,
    fix: fix ?? "use core-dumps: auto"
  }));
  if (problems.length > 0) throw new InputError(problems);
}

// src/run/fuzz/left-seeds.ts
async function restoreLeftSeeds(out, directory) {
  const plan = await readRunPlan(out);
  const legs = plan?.legs.filter(({ fuzzMs }) => fuzzMs !== void 0) ?? [];
  if (plan === null || legs.length === 0 || await isActive(out)) return;
  const { cleanUpSeeds } = await import("./read-fuzz-NKOWJBPK.js");
  for (const leg of legs) {
    const packages = leg.packages.filter(({ dir }) => isBelow(dir, directory));
    await cleanUpSeeds(
      { out, plan, leg: { ...leg, packages }, trusted: true },
      { gaps: [], endedAt: 0 }
    );
  }
}

// src/run/guard-order.ts
function guardOrder(env, checked) {
  const { ceiling, usableBytes, machine } = checked;
  const { availableBytes } = machine.memory;
  const isCI = (env["CI"] ?? "") !== "";
  return {
    ceilingBytes: ceiling.ceilingBytes,
    // On a person's own machine nothing is done as root.
    tiers: isCI ? ["cgroup", "sudo", "watcher"] : ["cgroup", "watcher"],
    usableBytes: least(usableBytes, availableBytes)
  };
}
function least(a, b) {
  return a === null || b === null ? a ?? b : Math.min(a, b);
}

// src/run/prune-records.ts
import { readdir as readdir3, rm as rm3, stat as stat2, writeFile as writeFile4 } from "node:fs/promises";
import { join as join11 } from "node:path";
var maxAgeMs = 10 * 24 * 3600 * 1e3;
var pruneEveryMs = 24 * 3600 * 1e3;
async function pruneRecords(stores, now = Date.now()) {
  for (const store of stores) {
    try {
      const stamp = join11(store, "pruned");
      const lastMs = await stat2(stamp).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0
      );
      if (now - lastMs < pruneEveryMs) continue;
      await writeFile4(stamp, "");
      for (const entry of await readdir3(store)) {
        if (!/^[0-9a-f]{32}$/.test(entry)) continue;
        const { mtimeMs: usedMs } = await stat2(join11(store, entry));
        if (now - usedMs > maxAgeMs) await rm3(join11(store, entry), { recursive: true, force: true });
      }
    } catch {
    }
  }
}

// src/run/leaks/search-tests.ts
import { lstat as lstat2, readdir as readdir4, rm as rm4 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/leaks/tests-of-leaks.ts
async function testsOfLeaks(search2) {
  const found = /* @__PURE__ */ new Map();
  await look(search2, search2.tests, search2.leaks, false, found);
  return found;
}
async function look(search2, tests, leaks, isSeen, found) {
  const [only] = tests;
  if (leaks.size === 0 || only === void 0) return;
  if (tests.length === 1) {
    const alone = isSeen ? leaks : await seen(search2, tests, leaks);
    for (const leak of alone ?? []) found.set(leak, only);
    return;
  }
  const middle = Math.ceil(tests.length / 2);
  const first = tests.slice(0, middle);
  const inFirst = await seen(search2, first, leaks);
  if (inFirst === null) return;
  await look(search2, first, inFirst, true, found);
  const others = new Set([...leaks].filter((leak) => !inFirst.has(leak)));
  await look(search2, tests.slice(middle), others, false, found);
}
async function seen(search2, tests, leaks) {
  if (!search2.mayGoOn()) return null;
  const all = await search2.seenAfter(tests);
  return all === null ? null : new Set([...leaks].filter((leak) => all.has(leak)));
}

// src/run/leaks/search-tests.ts
var budgetMs = 6e4;
var maxRuns = 40;
var maxRunMs = 3e4;
async function searchLeakTests(search2) {
  const { out, report, legs, cancellation, progress } = search2;
  const { failing, open } = toldLeaks(report);
  const wanted = [...failing, ...open.filter(({ standing }) => standing === "new")].filter(
    ({ kind, test }) => kind === "goroutine" && test === null
  );
  if (wanted.length === 0) return false;
  const until = Date.now() + budgetMs;
  for (const plan of legs) {
    const leg = plan.leg.name;
    const found = [];
    for (const planned of plan.packages) {
      const own = wanted.filter((leak) => leak.package === planned.package && leak.legs[0] === leg);
      const run = report.packages.find((one) => one.leg === leg && one.package === planned.package);
      const tests = run === void 0 || run.cached ? [] : testsThatEnded(run, planned);
      const mayGoOn = () => Date.now() < until && cancellation.requested() === null;
      if (own.length === 0 || tests.length === 0 || !mayGoOn()) continue;
      progress.searchingLeakTests(leg, planned.package, own.length);
      const rerun = openReruns(search2.requestOf(plan));
      const folder = layout.package(out, leg, planned.package);
      const before = await binariesIn(folder);
      found.push(...await ofPackage(own, tests, { planned, plan, rerun, mayGoOn, search: search2 }));
      for (const path of await binariesIn(folder))
        if (!before.includes(path)) await rm4(path, { force: true });
    }
    if (found.length > 0) await writeLeakTests(out, leg, found);
  }
  return true;
}
async function binariesIn(folder) {
  const attempts = await readdir4(folder).catch(() => []);
  const paths = attempts.map((attempt) => join12(folder, attempt, binaryName));
  const found = await Promise.all(paths.map((path) => lstat2(path).catch(() => null)));
  return paths.filter((_, at) => found[at] !== null);
}
function testsThatEnded({ tests: { cases = [] } }, planned) {
  const ended = new Set(cases.map(([name]) => name));
  return [...new Set(planned.declared.map(({ name }) => name))].filter((name) => ended.has(name));
}
async function ofPackage(leaks, tests, { planned, plan, rerun, mayGoOn, search: search2 }) {
  const { declared, package: name } = planned;
  const { run, skip } = plan.leg.goTestFlags;
  const repository = repositoryAt(search2.directory);
  let runs = 0;
  const seenAfter = async (wanted) => {
    const selections = selectTests({
      ...{ declared, wanted, leaveOut: [], user: { run, skip }, goMinor: plan.go.minor }
    });
    if ("problem" in selections) return null;
    const seen2 = /* @__PURE__ */ new Set();
    for (const selection of selections) {
      runs++;
      const result = await tryRun(rerun, {
        ...{ package: name, purpose: "leak-tests", tests: selection.tests, env: {}, changes: [] },
        flags: [.../* @__PURE__ */ new Set([...selection.flags, "-test.bench=", "-test.count=1"])],
        maxMs: maxRunMs
      });
      const folder = result?.attempt?.folder;
      if (folder === void 0) return null;
      const file = parseLeaksFile(await readBounded(join12(folder, "leaks.txt"), maxLeaksBytes));
      if (file === null) return null;
      for (const { fingerprint: fingerprint2 } of leftovers(file, repository)) seen2.add(fingerprint2);
    }
    return seen2;
  };
  const found = await testsOfLeaks({
    ...{ tests, seenAfter, mayGoOn: () => runs < maxRuns && mayGoOn() },
    leaks: new Set(leaks.map(({ fingerprint: fingerprint2 }) => fingerprint2))
  });
  return [...found].map(([fingerprint2, test]) => ({ package: name, fingerprint: fingerprint2, test }));
}
async function tryRun(rerun, order) {
  try {
    return await rerun(order);
  } catch {
    return null;
  }
}

// src/run/run-rounds.ts
import { mkdir as mkdir3, readdir as readdir5, writeFile as writeFile5 } from "node:fs/promises";
import { dirname as dirname4 } from "node:path";

// src/run/follow-ups.ts
var maxDiagnosed = 20;
var maxNames = 100;
function followUps(packages, diagnose) {
  const again = [
    ...resultsAgain(packages.filter(isUnbuilt), "rebuild", ["-p=1"]),
    ...resultsAgain(packages.filter(isUnstarted), "restart", [])
  ];
  if (!diagnose) return again;
  return [
    ...again,
    ...look2(packages, "exit"),
    ...look2(packages, "strace"),
    ...look2(packages, "runtime")
  ];
}
function resultsAgain(packages, purpose, flags) {
  if (packages.length === 0) return [];
  return [{ purpose, packages: packages.map((run) => run.package), flags }];
}
function isUnbuilt({ cause, ending }) {
  return cause?.id === "build-killed" || cause?.id === "disk-full" && ending === "build-failed";
}
var passing = /\((?:ETXTBSY|EAGAIN)\)$/;
function isUnstarted({ cause, ending, attempts }) {
  if (ending !== "not-started" || attempts.some(({ purpose }) => purpose === "start-again"))
    return false;
  return cause?.evidence.some(({ detail }) => passing.test(detail)) === true;
}
function look2(packages, purpose) {
  const due = packages.filter((run) => purposesOf(run).includes(purpose)).slice(0, maxDiagnosed);
  const partly = due.filter((run) => purpose === "exit" && run.tests.unfinished.length > 0);
  const names2 = new Set(partly.flatMap(({ tests }) => tests.unfinished).map(topLevel2));
  const whole = names2.size > maxNames ? due : due.filter((run) => !partly.includes(run));
  const choose = `-run=^(?:${[...names2].map(quoteMeta).join("|")})$`;
  return [
    { runs: due.filter((run) => !whole.includes(run)), flags: ["-count=1", choose] },
    { runs: whole, flags: ["-count=1"] }
  ].filter(({ runs }) => runs.length > 0).map(({ runs, flags }) => ({ purpose, packages: runs.map((run) => run.package), flags }));
}
function topLevel2(test) {
  return test.split("/")[0] ?? "";
}
function quoteMeta(name) {
  return name.replace(/[^\p{L}\p{N}_]/gu, "\\$&");
}
function purposesOf(run) {
  const { cause, ending, tests } = run;
  if (cause?.id === "exec-failed") return ["strace"];
  if (cause === null || cause.confidence === "confirmed") return [];
  if (["os-exit", "log-fatal", "testmain-exit"].includes(cause.id)) return ["exit"];
  const last = decisiveAttempt(run);
  if (cause.id !== "unknown" || ending === "lost" || last === void 0 || last.signal === "SIGKILL")
    return [];
  const seen2 = tests.passed + tests.failed + tests.skipped + tests.unfinished.length;
  if (seen2 > 0) return ["runtime"];
  return last.exitCode === null ? ["strace"] : ["exit", "strace"];
}

// src/isolate/first-death.ts
function firstDeath({ ending, cause, attempts, tests, elapsedMs }, crash, of) {
  const last = attempts.at(-1);
  const { cases = [], passed, failed, skipped } = tests;
  return {
    ...{ ending, cause: crash?.cause ?? cause?.id ?? null, test: of.test ?? crash?.test ?? null },
    ...{ fingerprint: crash?.fingerprint ?? null, blamed: crash?.blame?.function ?? null },
    ...{ exitCode: last?.exitCode ?? null, signal: last?.signal ?? null },
    ended: topLevel3(cases.map(([name]) => name)),
    neverRan: passed + failed + skipped > cases.length ? tests.neverRan : null,
    running: topLevel3(tests.unfinished),
    ...{ shuffleSeed: of.shuffleSeed, timeoutMs: of.timeoutMs, elapsedMs }
  };
}
function topLevel3(names2) {
  return [...new Set(names2.filter((name) => !name.includes("/")))];
}

// src/run/isolate/isolate-crash.ts
import { rm as rm5 } from "node:fs/promises";

// src/isolate/changes.ts
function changesOf({ shuffle, serial }, timeout) {
  return [
    ...shuffle === null ? [] : [`-shuffle=${shuffle}`],
    ...serial ? ["-parallel=1"] : [],
    ...timeout === null ? [] : [`-timeout=${timeout}`]
  ];
}

// src/isolate/crash-rate.ts
var z = 1.959964;
function crashRate(runs, crashes) {
  if (runs === 0) return { runs, crashes, low: 0, high: 1 };
  const share = crashes / runs;
  const divisor = 1 + z * z / runs;
  const middle = (share + z * z / (2 * runs)) / divisor;
  const half = z / divisor * Math.sqrt(share * (1 - share) / runs + z * z / (4 * runs * runs));
  return {
    ...{ runs, crashes },
    low: crashes === 0 ? 0 : Math.max(0, middle - half),
    high: crashes === runs ? 1 : Math.min(1, middle + half)
  };
}
var missed = 0.01;
var maxRuns2 = 200;
function runsToTell({ runs, crashes }) {
  if (runs > 0 && crashes === runs) return 1;
  const share = crashes / Math.max(1, runs) / 2;
  if (share <= 0) return maxRuns2;
  return Math.min(maxRuns2, Math.max(2, Math.ceil(Math.log(missed) / Math.log(1 - share))));
}

// src/isolate/run-flags.ts
var maxChars2 = 2e3;
function patternOf(tests) {
  const [only = "", ...others] = tests;
  if (others.length > 0) return `^(?:${tests.join("|")})$`;
  const [top = "", ...below] = only.split("/");
  return [`^${top}$`, ...below.map(exactPart)].join("/");
}
function reproducingFlags(tests, { shuffle, timeout }) {
  const run = `-run=${patternOf(tests)}`;
  if (run.length > maxChars2) return [];
  return [
    run,
    ...shuffle === null ? [] : [`-shuffle=${shuffle}`],
    ...timeout === null ? [] : [`-timeout=${timeout}`]
  ];
}

// src/isolate/summary.ts
var verbs = {
  killed: "is killed",
  exited: "ends its process"
};
var infinitives = {
  killed: "get killed",
  exited: "end its process"
};
var maxNames2 = 6;
function isolationSummary(told) {
  return clip(`${mainClause(told)}${otherDeaths(told)}`, 1e3);
}
function mainClause(told) {
  const { ending, timeout, tests, begun, way, rate, stopped } = told;
  const hangs = ending === "timed-out";
  const late = timeout === null ? "end in time" : `end within ${timeout}`;
  const dies = hangs ? `does not ${late}` : verbs[ending] ?? "crashes";
  const die = hangs ? "hang" : infinitives[ending] ?? "crash";
  if (tests === null) {
    if (rate.runs === 0 && stopped !== null) return `was not isolated: ${stopped}`;
    const again = `did not ${die} again in ${plural(rate.runs, "run")}`;
    return stopped === null ? `${again} (95 % interval ${between(rate)})` : `${again}: ${stopped}`;
  }
  if (way === null && stopped !== null) {
    const part2 = `${String(tests.length)} of the ${plural(begun, "test")} that had begun`;
    return `${dies} with ${part2}, perhaps with fewer: ${stopped}`;
  }
  const how = whatItNeeds(tests, way ?? "together");
  if (rate.crashes === rate.runs) return `${dies} ${how}`;
  return `${dies} in ${String(rate.crashes)} of ${plural(rate.runs, "run")} (95 % interval ${between(rate)}) ${how}`;
}
function whatItNeeds(tests, way) {
  const last = tests.at(-1) ?? "";
  const names2 = listNames(tests, maxNames2);
  if (tests.length === 0) return "without any test";
  switch (way) {
    case "alone":
      return "without any other test";
    case "order": {
      const before = tests.slice(0, -1);
      const run = before.length === 1 ? "runs" : "run";
      return `only if ${listed(before)} ${run} before ${listNames([last], 1)}`;
    }
    case "parallel":
      return tests.length > maxNames2 ? `only while ${names2} run side by side` : `only while ${listed(tests)} run side by side`;
    case "together":
      return tests.length === 2 ? `only if both ${listed(tests)} run` : `only if ${listed(tests)} all run`;
  }
}
function listed(names2) {
  if (names2.length < 2 || names2.length > maxNames2) return listNames(names2, maxNames2);
  return `${listNames(names2.slice(0, -1), maxNames2)} and ${listNames(names2.slice(-1), 1)}`;
}
function otherDeaths({ others }) {
  const [first] = others;
  if (first === void 0) return "";
  const [words, times] = first;
  const more2 = others.size > 1 ? ` and ${plural(others.size - 1, "other")}` : "";
  return `; it also died in another way: ${oneLine(words, 200)} (${plural(times, "run")})${more2}`;
}
function between({ low, high }) {
  return `${percent(low)} to ${percent(high)} %`;
}
function percent(share) {
  const value = share * 100;
  return value > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
}

// src/isolate/conclusion.ts
var maxProofTests = 50;
var maxSetTests = 500;
function concluded(of) {
  const { found, trials, suspects, shuffle, ending, test } = of;
  const plain = (tests2) => trials.tally({ tests: tests2, shuffle, serial: false });
  const tally = plain(found.tests ?? suspects.begun);
  const { timeout } = tally;
  const rate = crashRate(tally.runs, tally.crashes);
  const tests = found.tests === null ? null : inOrderOfStart(found.tests, tally);
  const { begun } = suspects;
  const others = trials.others();
  const told = { ...found, ending, timeout, tests, rate, begun: begun.length, others };
  return {
    test,
    outcome: outcomeOf(found, rate),
    tests: (tests ?? []).slice(0, maxSetTests),
    rate: rate.runs === 0 ? null : rate,
    runs: trials.runs(),
    summary: isolationSummary(told),
    flags: tests === null ? [] : reproducingFlags(tests, { shuffle, timeout }),
    proof: proofOf(of)
  };
}
function outcomeOf({ tests, way, stopped }, { runs, crashes }) {
  if (tests === null) return stopped === null ? "not-again" : "unfinished";
  if (way === null) return "unfinished";
  return crashes < runs ? "intermittent" : way;
}
function inOrderOfStart(tests, { crashed }) {
  const places = new Map((crashed?.order ?? []).map((name, place3) => [name, place3]));
  const placeOf = (name) => places.get(name) ?? Infinity;
  return tests.toSorted((a, b) => placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b));
}
function proofOf({ found, trials, suspects, declared }) {
  const { begun } = suspects;
  const tests = found.tests ?? begun;
  const members = new Set(tests.map(topLevel));
  const isProof = ({ trial }) => trial.tests.length >= tests.length - 1 && trial.tests.every((name) => members.has(topLevel(name)));
  const rows4 = trials.all().filter((tally) => isProof(tally) || tally.trial.tests.length === begun.length);
  return rows4.filter(({ trial }) => trial.tests.length <= maxProofTests || trial.tests.length === declared).map(({ trial, runs, crashes, timeout }) => ({
    tests: trial.tests.length === declared && declared > maxProofTests ? null : [...trial.tests],
    changes: changesOf(trial, timeout),
    ...{ runs, crashes }
  })).slice(0, maxProofTests);
}

// src/isolate/death.ts
var ofTwo = /* @__PURE__ */ new Set(["concurrent-map", "data-race"]);
function isSameDeath(first, second, beside = /* @__PURE__ */ new Set()) {
  if (first.ending !== second.ending) return false;
  const [test, other] = [topOf(first), topOf(second)];
  const isOther = test !== null && other !== null && test !== other;
  if (isOther && !beside.has(other)) return false;
  if (first.fingerprint !== null && second.fingerprint !== null) {
    if (first.fingerprint === second.fingerprint) return true;
    if (first.cause !== second.cause) return false;
    if (isOther) return ofTwo.has(first.cause);
    return first.blamed !== null && first.blamed === second.blamed;
  }
  return !isOther && first.exitCode === second.exitCode && first.signal === second.signal;
}
function topOf({ test }) {
  return test === null ? null : topLevel(test);
}

// src/isolate/smallest-set.ts
async function smallestSet(all, ask2) {
  const needed = [];
  let rest = all;
  while (rest.length > 0 && !await ask2.crashes(needed)) {
    let begin = 0;
    let end = rest.length;
    while (end - begin > 1) {
      const middle = Math.floor((begin + end) / 2);
      if (await ask2.crashes([...needed, ...rest.slice(middle)])) begin = middle;
      else end = middle;
    }
    needed.push(...rest.slice(begin, begin + 1));
    rest = rest.slice(begin + 1);
  }
  return withoutTheNeedless(needed, ask2);
}
async function withoutTheNeedless(found, ask2) {
  let kept = [...found];
  for (const one of found) {
    const others = kept.filter((other) => other !== one);
    if (await ask2.surely(others)) kept = others;
  }
  return kept;
}

// src/isolate/trial.ts
var SearchEnd = class extends Error {
  /** @param because what a person reads: `the time was over (2m0s)` */
  constructor(because) {
    super(because);
    this.name = "SearchEnd";
  }
};

// src/isolate/way.ts
var maxSeeds = 10;
async function wayOf(request) {
  const { tests, shuffle, trials } = request;
  if (tests.length < 2) return "alone";
  try {
    const { crashed } = trials.tally({ tests, shuffle, serial: false });
    const parallel = tests.filter((name) => crashed?.parallel.includes(name) === true);
    const isBeside = parallel.length > 1;
    const serial = { tests, shuffle, serial: true };
    if (isBeside && !await trials.crashes(serial, request.needed)) return "parallel";
    return await needsItsOrder(request, isBeside) ? "order" : "together";
  } catch (error) {
    if (error instanceof SearchEnd) return "together";
    throw error;
  }
}
async function needsItsOrder({ tests, shuffle, trials, needed }, serial) {
  const { crashed } = trials.tally({ tests, shuffle, serial });
  const last = crashed === null ? void 0 : lastOf(crashed, tests);
  if (last === void 0) return false;
  for (let number = 1; number <= maxSeeds; number++) {
    const trial = { tests, shuffle: String(number), serial };
    if (trial.shuffle === shuffle) continue;
    const seen2 = await trials.run(trial);
    const place3 = tests.length - 1;
    if (!seen2.order.includes(last) || seen2.order.indexOf(last) === place3) continue;
    return !seen2.crashed && !await trials.crashes(trial, needed);
  }
  return false;
}
function lastOf({ order }, tests) {
  const begun = order.filter((name) => tests.includes(name));
  return begun.length === tests.length ? begun.at(-1) : void 0;
}

// src/isolate/search.ts
var maxRepeats = 60;
var measuredRuns = 20;
var certain = 3;
async function search(request) {
  const found = { tests: null, way: null, stopped: null };
  try {
    await searchToTheEnd(request, found);
  } catch (error) {
    if (!(error instanceof SearchEnd)) throw error;
    found.stopped = error.message;
    const { culprit } = request.suspects;
    if (found.tests?.length === (culprit === null ? 0 : 1)) found.way = "alone";
  }
  return found;
}
async function searchToTheEnd(request, found) {
  const { suspects, trials, shuffle } = request;
  const { culprit, begun } = suspects;
  const plain = (tests2) => ({ tests: tests2, shuffle, serial: false });
  const all = begun.length;
  const crashes = async (tests2, runs) => {
    const yes = await trials.crashes(plain(tests2), runs);
    if (yes && tests2.length < (found.tests?.length ?? Infinity)) found.tests = tests2;
    return yes;
  };
  const alone = culprit === null ? [] : [culprit];
  const quick = alone.length < all && culprit !== null && await crashes(alone, 2);
  let rate = quick ? crashRate(1, 1) : await repeated(plain(begun), request, found);
  if (rate.crashes === 0) return;
  let tests = quick ? alone : begun;
  for (; ; ) {
    const needed = runsToTell(rate);
    tests = await smallest(tests, { ...request, crashes, needed });
    found.tests = tests;
    rate = await measured(plain(tests), request);
    if (runsToTell(rate) <= needed || tests.length === alone.length) break;
  }
  if (tests.length === 1 && suspects.subtest !== null) {
    found.way = "alone";
    await narrowed(plain([suspects.subtest]), request, found);
    return;
  }
  found.way = await wayOf({ tests, shuffle, trials, needed: Math.max(2, runsToTell(rate)) });
}
async function narrowed(trial, request, found) {
  const { trials } = request;
  const whole = trials.tally({ ...trial, tests: found.tests ?? [] });
  if (!await trials.crashes(trial, Math.max(2, runsToTell(whole)))) return;
  found.tests = trial.tests;
  await measured(trial, request);
}
async function repeated(trial, request, found) {
  const { trials, timeLeft } = request;
  const tally = trials.tally(trial);
  while (tally.runs < maxRepeats && (tally.runs < 2 || timeLeft() > 0.5)) {
    const always = tally.crashes === tally.runs;
    if (tally.runs >= 2 && (always || tally.crashes >= certain)) break;
    const { crashed } = await trials.run(trial);
    if (crashed) found.tests ??= trial.tests;
  }
  return crashRate(tally.runs, tally.crashes);
}
async function measured(trial, { trials, timeLeft }) {
  const tally = trials.tally(trial);
  while (tally.runs < maxRepeats && timeLeft() > 0) {
    const isKnown = tally.crashes === tally.runs || timeLeft() < 0.3;
    if (tally.runs >= certain && isKnown) break;
    if (tally.runs >= measuredRuns && tally.crashes >= certain) break;
    await trials.run(trial);
  }
  return crashRate(tally.runs, tally.crashes);
}
async function smallest(tests, request) {
  const { crashes, needed, suspects } = request;
  const { culprit, begun, running } = suspects;
  const inOrder = (chosen) => {
    const wanted = new Set(chosen);
    return begun.filter((name) => wanted.has(name) || name === culprit);
  };
  const beside = running.filter((name) => tests.includes(name));
  const others = tests.filter((name) => name !== culprit);
  const isNarrowed = beside.length > 0 && beside.length < others.length && await crashes(inOrder(beside), needed);
  const set = await smallestSet(isNarrowed ? beside : others, {
    crashes: (chosen) => crashes(inOrder(chosen), needed),
    surely: (chosen) => crashes(inOrder(chosen), Math.max(2, needed))
  });
  return inOrder(set);
}

// src/isolate/suspects.ts
function suspectsOf({ test, ended, running, neverRan }, declared, shuffled) {
  const [top = null] = test === null ? [] : test.split("/", 1);
  const [only] = running.length === 1 ? running : [];
  const named = top ?? only ?? null;
  const known = new Set(declared);
  const culprit = named !== null && known.has(named) ? named : null;
  const never = new Set(neverRan ?? declared);
  const unlisted = declared.filter((name) => !never.has(name));
  const last = culprit === null ? [] : [culprit];
  const chosen = [.../* @__PURE__ */ new Set([...ended, ...unlisted, ...running, ...last])];
  const begun = chosen.filter((name) => known.has(name));
  if (!shuffled) {
    const places = new Map(declared.map((name, place3) => [name, place3]));
    begun.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
  const waiting = new Set(running);
  return {
    ...{ culprit, begun },
    subtest: culprit !== null && test !== null && test.includes("/") ? test : null,
    running: begun.filter((name) => waiting.has(name) && name !== culprit)
  };
}

// src/isolate/time-limit.ts
var leastMs = 5e3;
var firstShare = 1 / 12;
var allShare = 1 / 3;
function timeLimit(givenMs, budgetMs2) {
  if (givenMs === null || givenMs === 0) return { timeoutMs: () => null, hung: () => void 0 };
  let eachMs = Math.max(leastMs, budgetMs2 * firstShare);
  let allMs = Math.max(leastMs, budgetMs2 * allShare);
  return {
    timeoutMs(all) {
      const wantedMs = all ? allMs : eachMs;
      return wantedMs >= givenMs ? null : Math.ceil(wantedMs / 1e3) * 1e3;
    },
    hung(beganMs) {
      eachMs = Math.max(eachMs, 2 * beganMs + leastMs);
      allMs = Math.min(allMs, eachMs);
    }
  };
}

// src/isolate/trials.ts
var maxOthers = 20;
function createTrials(runTrial) {
  const tallies = /* @__PURE__ */ new Map();
  const others = /* @__PURE__ */ new Map();
  let runs = 0;
  const tally = (trial) => {
    const key = JSON.stringify([trial.tests, trial.shuffle, trial.serial]);
    const known = tallies.get(key);
    if (known !== void 0) return known;
    const fresh = { trial, runs: 0, crashes: 0, crashed: null, timeout: null };
    tallies.set(key, fresh);
    return fresh;
  };
  const run = async (trial) => {
    const seen2 = await runTrial(trial);
    const counted = tally(trial);
    runs++;
    counted.runs++;
    counted.timeout = seen2.timeout;
    if (seen2.crashed) {
      counted.crashes++;
      counted.crashed = seen2;
    } else if (seen2.other !== null && (others.has(seen2.other) || others.size < maxOthers))
      others.set(seen2.other, (others.get(seen2.other) ?? 0) + 1);
    return seen2;
  };
  return {
    ...{ run, tally },
    async crashes(trial, wanted) {
      const counted = tally(trial);
      while (counted.crashes === 0 && counted.runs < wanted) await run(trial);
      return counted.crashes > 0;
    },
    runs: () => runs,
    all: () => [...tallies.values()].filter((each) => each.runs > 0),
    others: () => others
  };
}

// src/run/isolate/rerun-death.ts
var fine2 = /* @__PURE__ */ new Set(["passed", "no-tests"]);
function rerunDeath(result, output, { chosen, repository }) {
  const ending = endingOf(result, chosen);
  if (fine2.has(ending)) return null;
  const { exitCode = null, signal = null } = result.attempt?.end ?? {};
  const running = [...result.fold?.running.keys() ?? []];
  const found = endingCrash(result, output, repository);
  const words = { ending, exitCode, signal };
  if (found === null || ending === "failed") {
    const death2 = { ...words, cause: null, fingerprint: null, blamed: null };
    return { death: { ...death2, test: soleInnermost(running) }, words: wordsOf(death2) };
  }
  const blame = findBlame(found, repository);
  const death = {
    ...words,
    cause: causeOfCrash(found),
    fingerprint: fingerprint(found, blame, repository),
    blamed: blame.blame?.function ?? null,
    test: blame.test ?? soleInnermost(running)
  };
  return { death, words: `${found.kind}: ${found.message}` };
}
function endingOf({ attempt, fold }, chosen) {
  const file = attempt?.crashText ?? "";
  const { unfinished, neverRan } = completeness(chosen, fold);
  return decideEnding({
    ...{ action: fold?.action ?? null, cached: false, noTestFiles: false, buildFailed: false },
    ...{ start: attempt?.start ?? null, end: attempt?.end ?? null },
    crash: { file, stream: fold?.crashLine ?? null, fileIsReliable: file !== "" },
    ...{ timedOut: fold?.timedOut ?? false, killedByGo: fold?.killedByGo ?? false },
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests: unfinished.length + neverRan.length,
    ...{ failfast: false, cutInBenchmark: false, cancelledAt: null, supervisorGoneAt: null }
  });
}
function endingCrash({ attempt }, { crashes }, repository) {
  const own = crashes.filter((crash) => !crash.survived && !isForeign(crash, repository));
  const file = parseCrashFile(attempt?.crashText ?? "");
  return reconcile(own, file, file !== null).find(({ kind }) => endsProcess(kind)) ?? own.find(({ kind }) => kind !== "killed" && kind !== "exit") ?? null;
}
function wordsOf({ ending, exitCode, signal }) {
  if (ending === "failed") return "a test failed";
  if (signal !== null) return signal;
  return exitCode === null ? ending : `exit code ${String(exitCode)}`;
}

// src/run/isolate/rerun-output.ts
var maxCrashes = 20;
var maxTests = 1e5;
var maxPendingChars = 1 << 20;
async function readRerunOutput(folder) {
  const beganMs = /* @__PURE__ */ new Map();
  const parallel = /* @__PURE__ */ new Set();
  const crashes = [];
  let startedAt = null;
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (crashes.length < maxCrashes) crashes.push(crash);
    }
  });
  const output = outputLines(scanner.push);
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) return;
    const { action, test } = event;
    if (action === "start") startedAt = timeOf(line);
    else if (action === "output") output.push(event.output);
    else if (test.includes("/") || test === "") return;
    else if (action === "run" && !beganMs.has(test) && beganMs.size < maxTests)
      beganMs.set(test, between2(startedAt, timeOf(line)));
    else if (action === "pause" && beganMs.has(test)) parallel.add(test);
  });
  await readChunks(goTestFiles.events(folder), lines.push);
  lines.end();
  output.end();
  scanner.end();
  return { order: [...beganMs.keys()], parallel: [...parallel], crashes, beganMs };
}
function outputLines(onLine) {
  let pending = "";
  return {
    push(text) {
      const whole = text.split("\n");
      const last = whole.pop() ?? "";
      for (const line of whole) {
        onLine(pending + line);
        pending = "";
      }
      if (pending.length < maxPendingChars) pending += last;
    },
    end() {
      if (pending !== "") onLine(pending);
    }
  };
}
function timeOf(line) {
  const text = /^\{"Time":"(?<time>[^"]{1,40})"/.exec(line)?.groups?.["time"];
  const time = text === void 0 ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
function between2(from, to) {
  return from === null || to === null ? null : Math.max(0, to - from);
}

// src/run/isolate/isolate-crash.ts
var leastRunMs = 3e4;
var longest = 10;
var longestOfFirst = 3;
async function isolateCrash(request) {
  const { crashed, declared, budgetMs: budgetMs2, now } = request;
  const began = now();
  const names2 = [...new Set(declared.map(({ name }) => name))];
  const shuffle = crashed.shuffleSeed;
  const suspects = suspectsOf(crashed, names2, shuffle !== null);
  const limit = timeLimit(crashed.ending === "timed-out" ? crashed.timeoutMs : null, budgetMs2);
  const trials = createTrials(trialRunner(request, { began, limit, all: suspects.begun.length }));
  const timeLeft = () => 1 - (now() - began) / budgetMs2;
  const found = await search({ suspects, shuffle, trials, timeLeft });
  return {
    ...concluded({
      ...{ found, trials, suspects, shuffle, ending: crashed.ending, test: crashed.test },
      declared: names2.length
    }),
    elapsedMs: Math.max(0, now() - began),
    budgetMs: budgetMs2
  };
}
function trialRunner(request, { began, limit, all }) {
  const { now, budgetMs: budgetMs2, stopped, crashed, repository } = request;
  const beside = new Set(crashed.running);
  const firstMs = longestOfFirst * (crashed.elapsedMs ?? 0);
  let slowestMs = 0;
  return async (trial) => {
    const leftMs = budgetMs2 - (now() - began);
    if (stopped()) throw new SearchEnd("the run was stopped");
    if (leftMs <= 0) throw timeIsOver(budgetMs2);
    const timeoutMs = limit.timeoutMs(trial.tests.length >= all);
    const patienceMs4 = Math.max(leastRunMs, longest * slowestMs, firstMs);
    const order = orderOf(trial, request, timeoutMs);
    const maxMs2 = Math.ceil(slowestMs === 0 ? leftMs : Math.min(leftMs, patienceMs4));
    const startedAt = now();
    const result = await request.rerun({ ...order, maxMs: maxMs2 });
    if (stopped()) throw new SearchEnd("the run was stopped");
    if (result.timedOut && maxMs2 >= leftMs) throw timeIsOver(budgetMs2);
    slowestMs = Math.max(slowestMs, now() - startedAt);
    const refused = whyNotRun(result);
    if (refused !== null) throw new SearchEnd(refused);
    const output = await readRerunOutput(result.folder);
    await rm5(result.folder, { recursive: true, force: true });
    const seen2 = {
      ...{ crashed: false, other: null, order: output.order, parallel: output.parallel },
      timeout: goDuration(timeoutMs)
    };
    if (result.timedOut)
      return { ...seen2, other: `it had not ended after ${formatDuration(maxMs2)}` };
    const wanted = new Set(trial.tests.map(topLevel));
    const chosen = request.declared.filter(({ name }) => wanted.has(name));
    const died = rerunDeath(result, output, { chosen, repository });
    if (died === null) return seen2;
    const late = lateTest(crashed, died, output.beganMs);
    if (timeoutMs !== null && late !== null) throw beganTooLate(late, timeoutMs, budgetMs2);
    if (!isSameDeath(crashed, died.death, beside))
      return { ...seen2, other: died.death.ending === "failed" ? null : describe2(died) };
    const hungMs = output.beganMs.get(topLevel(died.death.test ?? "")) ?? null;
    if (hungMs !== null) limit.hung(hungMs);
    return { ...seen2, crashed: true };
  };
}
function lateTest({ test }, { death: { ending } }, began) {
  const top = test === null ? null : topLevel(test);
  return ending === "timed-out" && top !== null && !began.has(top) ? top : null;
}
function beganTooLate(test, timeoutMs, budgetMs2) {
  const within = `${test} had not begun after ${formatDuration(timeoutMs)}`;
  return new SearchEnd(
    `${within}, as long as a run may take of the ${formatDuration(budgetMs2)} for the search`
  );
}
function orderOf(trial, request, timeoutMs) {
  const timeout = goDuration(timeoutMs);
  return {
    ...{ package: request.package, purpose: "isolate", tests: trial.tests.map(topLevel), env: {} },
    flags: [
      ...choosing(trial.tests, request),
      ...trial.shuffle === null ? [] : [`-test.shuffle=${trial.shuffle}`],
      ...trial.serial ? ["-test.parallel=1"] : [],
      ...timeout === null ? [] : [`-test.timeout=${timeout}`]
    ],
    changes: changesOf(trial, timeout)
  };
}
function choosing(tests, request) {
  const { declared, user, goMinor, crashed } = request;
  const noBenchmarks = crashed.test?.startsWith("Benchmark") === true ? [] : ["-test.bench="];
  const isSubtest = tests.some((name) => name.includes("/"));
  if (tests.length === 0 || isSubtest) return [`-test.run=${patternOf(tests)}`, ...noBenchmarks];
  const chosen = selectTests({ declared, wanted: tests, leaveOut: [], user, goMinor });
  if ("problem" in chosen) throw new SearchEnd(chosen.problem);
  const [selection, ...more2] = chosen;
  if (selection === void 0 || more2.length > 0)
    throw new SearchEnd("the names of its tests do not go into one command line");
  return [...selection.flags.filter((flag) => !flag.startsWith("-test.bench=")), ...noBenchmarks];
}
function whyNotRun({ attempt }) {
  const error = attempt?.end?.startError ?? null;
  if (error !== null) return `its test binary could not be started again: ${error}`;
  return attempt === null ? "its test binary could not be run again" : null;
}
function describe2({ words, death }) {
  return death.test === null ? words : `${words} in ${death.test}`;
}
function timeIsOver(budgetMs2) {
  return new SearchEnd(`the time for it was over (${formatDuration(budgetMs2)})`);
}
function goDuration(ms) {
  return ms === null ? null : `${String(ms / 1e3)}s`;
}

// src/run/isolate/isolate-packages.ts
async function isolatePackages(isolating) {
  const { request, runPlan, leg } = isolating;
  const { out, cancellation } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  for (const planned of leg.packages) {
    if (cancellation.requested() !== null) return;
    await isolatePackage(isolating, { out, plan: runPlan, evidence, planned, cancel });
  }
}
function leftBeforeTests({ run: { ending, tests } }) {
  return ending === "exited" && (tests.cases ?? []).length === 0 && tests.unfinished.length === 0;
}
async function isolatePackage({ request, runPlan, leg, rerun, catalog, budgetMs: budgetMs2 }, packageRequest) {
  const { out, cancellation, progress } = request;
  const { planned, evidence } = packageRequest;
  const [first] = (await assemblePackage(packageRequest)).runs;
  if (first === void 0 || !hasDied(first.run)) return;
  if (planned.declared.length === 0 || leftBeforeTests(first) || await whyNotAgain(request, planned.package) !== null)
    return;
  progress.isolating(leg.name, planned.package, budgetMs2);
  await writeLogs(out, [first]);
  const { crashes } = await readCrashes([first], { out, plan: runPlan, catalog });
  const attempt = first.run.attempts.at(-1)?.number ?? 1;
  const timeout = timeoutOf(await startArguments(request, planned.package));
  const isolation = await isolateCrash({
    ...{ rerun, budgetMs: budgetMs2, package: planned.package, declared: planned.declared },
    crashed: firstDeath(first.run, crashes[0] ?? null, {
      shuffleSeed: first.fold?.shuffleSeed ?? null,
      timeoutMs: timeout === null ? null : parseDuration(timeout),
      test: evidence.decisions.get(planned.package)?.culprits.get(attempt) ?? null
    }),
    ...{
      user: leg.testPatterns,
      goMinor: leg.goMinor,
      repository: repositoryAt(runPlan.directory)
    },
    now: () => performance.now(),
    stopped: () => cancellation.requested() !== null
  });
  await noteIsolation(out, leg.name, planned.package, isolation);
}

// src/run/run-rounds.ts
var maxDiagnosingMs = 12e4;
async function runRounds(request, { diagnose, resilience, catalog, rerun }) {
  const { out, plan, cancellation } = request;
  const runPlan = await readRunPlan(out);
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === void 0) return;
  const due = async () => {
    const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
    return followUps(packages, diagnose);
  };
  let all = cancellation.requested() === null ? await due() : [];
  const again = all.filter(({ purpose }) => givesResults(purpose));
  for (const followUp of again) {
    if (cancellation.requested() !== null) return;
    await runRound(request, followUp);
  }
  if (again.length > 0 && cancellation.requested() === null) all = await due();
  const tools = { request, runPlan, leg, rerun, catalog };
  if (resilience.attempts > 1 && cancellation.requested() === null) {
    await recoverPackages({ ...tools, bound: resilience.attempts });
    if (cancellation.requested() === null) all = await due();
  }
  if (resilience.isolate === "on-crash" && cancellation.requested() === null)
    await isolatePackages({ ...tools, budgetMs: resilience.isolateMs });
  for (const followUp of all) {
    if (cancellation.requested() !== null) return;
    if (!givesResults(followUp.purpose)) await runRound(request, followUp);
  }
}
async function runRound(request, followUp) {
  const { out, plan, run, guard: guard2 } = request;
  const { purpose, packages } = followUp;
  const folder = await nextFolder(out, plan.leg.name);
  const overlay = goTestFiles.overlay(layout.leg(out, plan.leg.name));
  const extraFlags = [...followUp.flags, ...ownOutputs(plan, folder)];
  const command = goTestCommand(plan, overlay, { patterns: packages, extraFlags });
  const shim = shimFile({
    plan,
    out,
    run,
    folder,
    snapshot: request.snapshot,
    cores: givesResults(purpose) ? request.cores : { enabled: false, pattern: "" },
    usableBytes: guard2.usableBytes,
    diagnose: givesResults(purpose) ? "" : purpose,
    keep: givesResults(purpose) ? request.keep : "none"
  });
  await writeFile5(goTestFiles.shim(folder), JSON.stringify(shim));
  await writeRound(folder, { schema: 1, purpose, packages, command });
  request.progress.roundStarted(plan.leg.name, purpose, packages);
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command,
    ceilingBytes: guard2.ceilingBytes,
    tiers: guard2.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: givesResults(purpose) ? null : maxDiagnosingMs,
    onChunk: () => void 0,
    onPoll: () => Promise.resolve()
  });
}
async function nextFolder(out, leg) {
  const parent = dirname4(layout.round(out, leg, 1));
  await mkdir3(parent, { recursive: true });
  const folder = layout.round(out, leg, (await readdir5(parent)).length + 1);
  await mkdir3(folder);
  return folder;
}

// src/run/run-legs.ts
async function runLegs(settings, ports, { legs, checked, order, marker }) {
  const { out } = settings;
  ports.progress.warnings(checked?.checks ?? []);
  const cores = checked === null ? null : await tryCores(settings, checked, marker, ports);
  try {
    for (const plan of legs) {
      if (ports.cancellation.requested() !== null || order === null || cores === null) break;
      const request = {
        ...ports,
        ...{ guard: order, cores: cores.order, plan, out, run: marker.run },
        ...{ directory: settings.directory, snapshot: settings.snapshot },
        keep: keepOf(settings, plan)
      };
      const rerun = openReruns(request);
      const { endedWell: endedWell2 } = await runLeg(request);
      if (!endedWell2) {
        await runRounds(request, { ...settings, rerun, catalog: ports.catalog });
        await cores.afterLeg(plan);
      }
      await searchOn({ request, rerun }, settings, ports);
    }
  } finally {
    await cores?.finish(ports.cancellation.requested() !== null);
  }
}
async function searchOn({ request, rerun }, settings, ports) {
  const { plan, out } = request;
  const { resilience } = settings;
  if (plan.leg.fuzzMs !== null)
    await (await import("./fuzz-leg-W2STAAMO.js")).fuzzLeg(request, { settings, ports, plan });
  const repeats2 = plan.leg.stressMs !== null || measuresGrowth(settings.resilience.leaks.memory, plan.leg);
  const runPlan = repeats2 ? await readRunPlan(out) : null;
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === void 0) return;
  const tools = { request, runPlan, leg, rerun, catalog: ports.catalog };
  if (plan.leg.stressMs !== null) {
    const { stressPackages } = await import("./stress-packages-X5WLLUQQ.js");
    await stressPackages({ ...tools, bound: resilience.attempts }, ports);
  }
  if (measuresGrowth(settings.resilience.leaks.memory, plan.leg) && ports.cancellation.requested() === null)
    await (await import("./measure-growth-QNQS3YQU.js")).measureGrowth(tools);
}
function keepOf(settings, plan) {
  const { attempts, isolate } = settings.resilience;
  if (plan.leg.stressMs !== null || measuresGrowth(settings.resilience.leaks.memory, plan.leg))
    return "all";
  return attempts > 1 || isolate !== "off" ? "failed" : "died";
}
async function tryCores(settings, checked, marker, { run, env, cancellation }) {
  const ports = { run, env, stop: cancellation.stop, cleanUp: cleanUpPorts(env) };
  try {
    return await prepareCores(settings, checked, marker.run, ports);
  } catch (error) {
    await finishRunFolder(settings.out, marker);
    throw error;
  }
}

// src/guard.ts
async function guard(settings, ports) {
  const startedAt = /* @__PURE__ */ new Date();
  const { out } = settings;
  const { legs: planned, problem, shard } = await tryPlan(settings, ports);
  await restoreCorePattern(out, ports.env);
  await restoreLeftSeeds(out, settings.directory);
  const [first, ...others] = planned;
  const checked = first === void 0 ? null : await checkMachine(settings, ports, [first, ...others]);
  const baseline = await tryBaseline(settings, planned, { ...ports, shard });
  const legs = planned.map((plan) => withRates(plan, baseline));
  const marker = await openRunFolder(out, startedAt);
  const runPlan = makeRunPlan(settings, {
    ...{ legs, problem, checked, marker, source: ports.source },
    shard: withMeasurement(shard, baseline)
  });
  await writeRunPlan(out, runPlan);
  if (baseline !== null) await writeBaselineFile(out, { ...baseline.file, run: marker.run });
  const order = checked === null ? null : guardOrder(ports.env, checked);
  const cancel = await noteCancel(out, ports.cancellation);
  await runLegs(settings, ports, { legs, checked, order, marker });
  await cancel.noted();
  let report = await assembleAndWrite(out, ports.catalog);
  if (report === null) throw new Error(`the run folder ${out} cannot be read back`);
  if (baseline !== null && order !== null && ports.cancellation.requested() === null) {
    const file = { ...baseline.file, run: marker.run };
    const { store } = baseline;
    const { baseline: origin, progress, heapPageDirectory } = ports;
    await followGrowth(
      {
        ...{ out, settings, legs, report, file, store, origin, progress, heapPageDirectory },
        guard: order
      },
      ports
    );
    const { branches } = settings.heap;
    if (store !== null && ports.cancellation.requested() !== null) await leaveStopped(out, store);
    else if (store !== null && shard !== null) await leaveToMerge(out, store);
    else if (store !== null) await recordFigures({ out, report, file, store, origin, branches });
    await cancel.noted();
    report = await conclude(out, runPlan, report);
    await writeReport(out, report);
  }
  if (order !== null && ports.cancellation.requested() === null) {
    const requestOf = (plan) => ({
      ...{ ...ports, guard: order, cores: { enabled: false, pattern: "" }, plan, out },
      ...{ run: marker.run, directory: settings.directory, snapshot: settings.snapshot },
      keep: "none"
    });
    const { directory } = settings;
    if (await searchLeakTests({ ...ports, out, directory, report, legs, requestOf })) {
      await cancel.noted();
      report = await conclude(out, runPlan, report);
      await writeReport(out, report);
    }
  }
  cancel.end();
  await finishRunFolder(out, marker);
  await pruneRecords(new Set(legs.map(recordStore)));
  if (ports.cancellation.requested() !== null) return report;
  return writeAll(out, report, { ...ports, directory: settings.directory });
}
async function makeReport(out, catalog, tools) {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  const report = await assembleAndWrite(out, catalog);
  if (report === null || marker === null || plan === null) return report;
  await finishRunFolder(out, marker);
  return writeAll(out, report, { ...tools, directory: plan.directory });
}
async function assembleAndWrite(out, catalog) {
  const report = await assemble(out, catalog);
  if (report !== null) await writeReport(out, report);
  return report;
}
async function noteCancel(out, cancellation) {
  let writing = Promise.resolve();
  const end = cancellation.onRequest((signal, urgent) => {
    if (!urgent) writing = writeCancel(out, signal);
  });
  const early = cancellation.requested();
  if (early !== null) await writeCancel(out, early);
  return { noted: () => writing, end };
}
async function tryBaseline(settings, legs, ports) {
  try {
    return await prepareBaseline(settings, legs, ports);
  } catch (error) {
    if (error instanceof InterruptedError) return null;
    throw error;
  }
}
function withRates(plan, baseline) {
  const rates = plan.packages.flatMap(({ package: name }) => {
    const rate = baseline?.rate(plan.leg.name, name) ?? null;
    return rate === null ? [] : [[name, rate]];
  });
  return { ...plan, rates: new Map(rates) };
}
async function tryPlan(settings, ports) {
  try {
    const planned = await planShare(settings, await planLegs(settings, ports), ports);
    return { ...planned, problem: null };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const { shard } = settings;
    return {
      legs: [],
      problem: `the run could not be planned: ${error.message}`,
      shard: shard && { ...shard, all: [], own: [] }
    };
  }
}
function withMeasurement(shard, baseline) {
  if (shard === null || baseline === null) return shard;
  const { head, environment: environment2, keys } = baseline.file;
  return { ...shard, measured: { head, environment: environment2, keys } };
}

export {
  shareable,
  withoutSecrets,
  recordFigures,
  chooseCeiling,
  machinePorts,
  readMachine,
  preflight,
  guard,
  makeReport
};
