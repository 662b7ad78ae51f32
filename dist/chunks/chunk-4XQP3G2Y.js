import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  logName,
  needsLog,
  parseEvent,
  writeLogs
} from "./chunk-7WXRJMNQ.js";
import {
  chooseBase,
  isTracked,
  keepFigures,
  ofOuterGit,
  openStore,
  planShare,
  quietly,
  readHead
} from "./chunk-Q3HD7JMH.js";
import {
  cleanUpPorts,
  coreGaps,
  findHelpers,
  findProgram,
  hostFiles,
  prepareCores,
  readCoreLedger,
  restoreCorePattern,
  shimFile
} from "./chunk-GKD4OSJ3.js";
import {
  coreTextName,
  createGoroutineParser,
  detached,
  detachedValue,
  goTestCommand,
  matchesStack,
  ownOutputs,
  parseGoroutineHeader,
  parseGoroutines,
  parseStackLine,
  waitOf,
  withLast
} from "./chunk-3QARACST.js";
import {
  makeOverlay,
  oldestMinor,
  planLegs,
  recordStore
} from "./chunk-UKTK5VMV.js";
import {
  version
} from "./chunk-ZWTAINA2.js";
import {
  buildTextOf,
  createExcerpt,
  endsProcess,
  foldEvent,
  isBenchmark,
  newPackageFold,
  unbuiltPackage
} from "./chunk-W4GQT7JZ.js";
import {
  InterruptedError,
  describeFailure
} from "./chunk-XDZPD3YM.js";
import {
  attemptFolder,
  basesFor,
  checkoutOf,
  comparisonOf,
  enclosingFunction,
  flamePicture,
  flameSection,
  heapColumns,
  historyChart,
  historyLegend,
  historyPictures,
  htmlDocument,
  largeSize,
  linkTo,
  markup,
  maxUnpackedBytes,
  openRepository,
  packageTimeline,
  placeInRepository,
  readComparison,
  readGrowth,
  readPageAssets,
  readProfile,
  readTestSpans,
  repositoryAt,
  smallSize,
  timelineChart,
  timelineLegend,
  writeAgain,
  writeAll,
  writeBaselineFile,
  writeGrowth,
  writeRecorded,
  writeReport
} from "./chunk-6URBWWPE.js";
import {
  followFile,
  readChunks,
  readRounds,
  splitLines,
  writeRound
} from "./chunk-VM6VLXRB.js";
import {
  addHistory,
  chooseRate,
  decodeRun,
  findBases,
  packageOfLeg,
  parsePath,
  runPath,
  runRecordSchema
} from "./chunk-DIWVUYWQ.js";
import {
  finishRunFolder,
  openRunFolder,
  readMarker,
  writeAtomically
} from "./chunk-XDQRHIFQ.js";
import {
  parseEndRecord,
  parseGoEndRecord,
  parseGuardRecord,
  parseStartRecord,
  parseWatcherKills,
  readBounded,
  readBoundedBytes,
  recordParser
} from "./chunk-64UJPC5Q.js";
import {
  encodePackage,
  goTestFiles,
  layout
} from "./chunk-TPY3KFQ2.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  advice,
  clearestFirst,
  cpuMs,
  isBelow,
  kernelKills,
  limitOf,
  memoryRules,
  modulePrefix,
  ntStatusName,
  oomFacts,
  outOfMemory,
  refusals,
  waitStatus
} from "./chunk-2N2IIUE2.js";
import {
  formatAmount,
  formatChange,
  formatShare,
  identifiersOf,
  isClosure,
  judge,
  lastLogLine,
  lastWords,
  limitWords,
  others,
  packagesToConfirm,
  packagesToMeasureAtBase,
  packagesToMeasureMore,
  partingWords,
  shared,
  shortCommit,
  testOfPlaces,
  verdictWords
} from "./chunk-Q7OFS377.js";
import {
  heapRecordSchema
} from "./chunk-BL2WKQOP.js";
import {
  memoryGrowth
} from "./chunk-AVRQRK3V.js";
import {
  baseOfTest,
  declaredTest,
  isGoFile,
  isGuard,
  isRuntime,
  isStandardLibrary,
  isSurroundings,
  isTestRunner,
  packageOf,
  relativeTo,
  testOfStack,
  userFrame
} from "./chunk-BQ7PWXQO.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  repeats,
  splitQuotedWords
} from "./chunk-Z7ZWTVBS.js";
import {
  formatDuration,
  heapMetrics,
  parseDuration
} from "./chunk-NAUDF2HM.js";
import {
  _maxLength,
  _nonnegative,
  _positive,
  _regex,
  array,
  boolean,
  int,
  literal,
  nullable,
  nullish,
  number,
  object,
  string
} from "./chunk-NI4KKZEY.js";
import {
  clip,
  formatBytes,
  printable
} from "./chunk-RYNKS63I.js";

// src/run/baseline/follow-growth.ts
import { access as access3 } from "node:fs/promises";
import { join as join16, relative as relative4 } from "node:path";

// src/run/heap-pages.ts
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";

// src/render/heap-page/verdict-section.ts
function verdictSection(comparison) {
  const { metrics, tests: tests3, benchmarks } = comparison;
  return markup`<section><h2>Figures</h2>
${metrics.length === 0 ? markup`<p class="note">There are no figures to compare.</p>` : table(
    "figure",
    metrics.map((row) => ({ name: null, row }))
  )}
${part(
    "Test",
    tests3.map(({ test, metrics: rows5 }) => ({ name: test, rows: rows5 }))
  )}
${part(
    "Benchmark",
    benchmarks.map(({ name, metrics: rows5 }) => ({ name, rows: rows5 }))
  )}
</section>`;
}
function part(title2, items) {
  const rows5 = items.flatMap(({ name, rows: own }) => own.map((row) => ({ name, row })));
  const changed = rows5.filter(({ row }) => row.verdict !== "same");
  return changed.length === 0 ? null : markup`<h3>${title2}s</h3>${table(title2.toLowerCase(), changed)}`;
}
function table(title2, rows5) {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Figures"><table class="figures"><thead><tr>
<th scope="col">${title2}</th><th scope="col" class="number">base</th><th scope="col" class="number">now</th><th scope="col" class="number">change</th><th scope="col" class="number">limit</th><th scope="col">why this verdict</th></tr></thead>
<tbody>${rows5.map(bodyOf)}</tbody></table></div>`;
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
function baseLine({ base: record2, because, renamedFrom }, base) {
  return markup`${record2 === null ? null : markup`<p>Compared with ${recordWords(record2, base)}.${environment(record2.differences)}</p>`}
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
  const { allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes: peakRssBytes2 } = row.metrics;
  return markup`<tr><th scope="row">${row.page === null ? name : markup`<a href="${linkTo(row.page)}">${name}</a>`} <small>${row.leg}</small>${row.verdict === null || row.verdict === "same" ? null : markup`<br><span class="badge ${row.verdict}">${verdictWords[row.verdict]}</span>`}</th>${[allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes2].map(cell)}
<td class="picture">${timelineChart(row.timeline, smallSize) ?? markup`<span class="note">too few samples</span>`}</td></tr>`;
}

// src/run/heap-page-names.ts
var maxNameChars = 120;
function pageNames(packages) {
  const names4 = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set(["index.html"]);
  for (const { leg, package: path } of packages) {
    const encoded = [...encodePackage(leg), ...encodePackage(path)].join("-");
    const stem = encoded.slice(0, maxNameChars);
    let name = `${stem}.html`;
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${stem}-${again}.html`;
    taken.add(name.toLowerCase());
    names4.set(`${leg} ${path}`, name);
  }
  return names4;
}

// src/run/heap-pages.ts
var maxPages = 50;
var maxIndexRows = 500;
async function writeHeapPages(request) {
  const { out, report, assetsDirectory } = request;
  const assets = await readPageAssets(assetsDirectory);
  const runs = new Map(report.packages.map((run) => [keyOf(run), run]));
  const shown = report.heap.filter((record2) => runs.has(keyOf(record2)));
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
  const rows5 = [];
  for (const record2 of shown) {
    const run = runs.get(keyOf(record2));
    if (run === void 0) continue;
    const { package: name, leg, metrics } = record2;
    const verdict = verdicts.get(keyOf(record2)) ?? null;
    const timeline = await packageTimeline(out, run, spans.get(leg));
    rows5.push({
      package: name,
      leg,
      metrics,
      verdict,
      page: pages.get(keyOf(record2)) ?? null,
      timeline
    });
  }
  return rows5;
}
async function heapPage(request, subject, assets) {
  const { out, report, bases } = request;
  const { comparison, run, spans } = subject;
  const base = bases.find((one) => keyOf(one) === keyOf(comparison)) ?? null;
  const profile = join(attemptFolder(out, run), "heap.pprof");
  const flame = await flamePicture({
    package: run.package,
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
import { join as join14 } from "node:path";

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
async function removeRecord(record2) {
  await rm2(record2, { recursive: true, force: true });
  await rmdir(dirname(record2)).catch(() => void 0);
}
async function removeFolder(folder) {
  await rm2(folder, { recursive: true, force: true }).catch(async () => {
    await makeWritable(folder);
    await rm2(folder, { recursive: true, force: true }).catch(() => void 0);
  });
}
async function makeWritable(folder) {
  await chmod(folder, 448).catch(() => void 0);
  for (const entry2 of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry2.isDirectory()) await makeWritable(join2(folder, entry2.name));
}
async function removeStaleWorktrees(commonDirectory) {
  const records = join2(commonDirectory, "worktrees");
  const names4 = await readdir(records).catch(() => []);
  for (const name of names4.slice(0, maxEntries)) {
    const record2 = join2(records, name);
    const gitFile = (await readFile(join2(record2, "gitdir"), "utf8").catch(() => "")).trim();
    if (!gitFile.includes(`${sep}${worktreePrefix}`) || !await isStale(record2)) continue;
    if (await belongsTo(record2, gitFile)) await removeFolder(dirname(gitFile));
    await removeRecord(record2);
  }
}
async function isStale(record2) {
  const file = join2(record2, "locked");
  const found = reason.exec((await readFile(file, "utf8").catch(() => "")).trim());
  const { mtimeMs } = await stat(found === null ? record2 : file).catch(() => ({ mtimeMs: 0 }));
  if (Date.now() - mtimeMs > oldMs) return true;
  if (found?.groups?.["place"] !== await place2()) return false;
  try {
    process.kill(Number(found.groups["pid"]), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
async function belongsTo(record2, gitFile) {
  return (await readFile(gitFile, "utf8").catch(() => "")).trim() === `gitdir: ${record2}`;
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
  for (const entry2 of tree.split("\0")) {
    const { path = "", commit: at2 = "" } = link.exec(entry2)?.groups ?? {};
    if (path !== "" && await isFilled(root, path)) filled.push({ path, commit: at2 });
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
  const listed = await git(directory, "lfs", "ls-files").catch(() => "");
  return listed.split("\n").flatMap((line) => {
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
    for (const record2 of records.reverse()) await removeRecord(record2);
  }
}
async function checkOut(git, task) {
  const { from, to, commit, records, depth: depth2 } = task;
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
  if (depth2 >= maxDepth) return;
  for (const submodule of await submodulesOf(git, from, commit)) {
    const inner = { from: join4(from, submodule.path), to: join4(to, submodule.path) };
    await checkOut(git, { ...inner, commit: submodule.commit, records, depth: depth2 + 1 });
  }
}

// src/run/assemble-package.ts
import { basename, relative as relative3 } from "node:path";

// src/cause/sayings.ts
var sayings = [
  // runtime/proc.go, newosproc and checkmcount; runtime/cgo/gcc_libinit.c
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /^.{0,2000}program exceeds \d+-thread limit/m,
    detail: "SetMaxThreads",
    sample: "runtime: program exceeds 8-thread limit"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime: failed to create new OS thread \(have \d+ already; errno=11\)/,
    sample: "runtime: failed to create new OS thread (have 31 already; errno=11)"
  },
  {
    id: "thread-limit",
    by: "runtime",
    pattern: /runtime\/cgo: pthread_create failed: Resource temporarily unavailable/,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  {
    id: "thread-limit",
    by: "any",
    pattern: /(?:fork\/exec|clone3?|vfork|newosproc|pthread_create|fork)\b.{0,300}[Rr]esource temporarily unavailable/,
    sample: "fork/exec /bin/true: resource temporarily unavailable"
  },
  // syscall.EFBIG, SIGXFSZ
  {
    id: "file-size-limit",
    by: "runtime",
    pattern: /SIGXFSZ: file size limit exceeded/,
    sample: "SIGXFSZ: file size limit exceeded"
  },
  {
    id: "file-size-limit",
    by: "any",
    pattern: /[Ff]ile too large/,
    sample: "write /tmp/x: file too large"
  },
  // runtime/mpagealloc_64bit.go, runtime/malloc.go; sanitizers' ReserveShadowMemoryRange
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /failed to reserve page summary memory/,
    sample: "fatal error: failed to reserve page summary memory"
  },
  {
    id: "address-space-limit",
    by: "runtime",
    pattern: /ReserveShadowMemoryRange failed|Perhaps you're using ulimit -v/,
    sample: "Perhaps you're using ulimit -v"
  },
  {
    id: "address-space-limit",
    by: "any",
    pattern: /m(?:re)?map\w*\b.{0,200}[Cc]annot allocate memory/,
    sample: "mmap: cannot allocate memory"
  },
  {
    id: "memlock-limit",
    by: "any",
    pattern: /m(?:un)?lock(?:all|2)?\b.{0,200}(?:[Cc]annot allocate memory|[Oo]peration not permitted|ENOMEM|EPERM)/,
    sample: "mlock: cannot allocate memory"
  },
  // runtime/malloc.go, mem_linux.go
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory|pageAlloc: out of memory)/,
    sample: "fatal error: runtime: out of memory"
  },
  {
    id: "go-out-of-memory",
    by: "runtime",
    pattern: /runtime: (?:out of memory|cannot allocate memory)|out of memory allocating heap arena m/,
    sample: "runtime: out of memory: cannot allocate 4194304-byte block (66846720 in use)"
  },
  // syscall.ENOSPC, which inotify_add_watch also returns for its own limit
  {
    id: "disk-full",
    by: "any",
    pattern: /[Nn]o space left on device/,
    not: /inotify|watch/i,
    sample: "write /tmp/x: no space left on device"
  },
  {
    id: "disk-full",
    by: "any",
    pattern: /[Dd]isk quota exceeded/,
    sample: "write /tmp/x: disk quota exceeded"
  },
  // syscall.EMFILE, ENFILE; inotify_init1 returns EMFILE for its own limit
  {
    id: "fd-limit",
    by: "any",
    pattern: /[Tt]oo many open files/,
    not: /inotify|watch/i,
    sample: "open x: too many open files"
  },
  // runtime/race: ThreadSanitizer could not start
  {
    id: "race-runtime-failed",
    by: "runtime",
    pattern: /ThreadSanitizer failed to allocate|FATAL: ThreadSanitizer|ThreadSanitizer: (?:CHECK failed|unexpected memory mapping)/,
    sample: "FATAL: ThreadSanitizer: unexpected memory mapping 0x7f-0x80"
  },
  {
    id: "sanitizer",
    by: "runtime",
    pattern: /==\d+==\s?ERROR: (?:Address|Leak|Memory|UndefinedBehavior)Sanitizer|==\d+==\s?WARNING: MemorySanitizer|^SUMMARY: (?:Address|Leak|Memory)Sanitizer/m,
    sample: "==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x6"
  },
  // runtime/checkptr.go
  {
    id: "checkptr",
    by: "runtime",
    pattern: /fatal error: checkptr: /,
    sample: "fatal error: checkptr: converted pointer straddles multiple allocations"
  },
  // runtime/proc.go checkdead
  {
    id: "deadlock",
    by: "runtime",
    pattern: /fatal error: all goroutines are asleep - deadlock!|fatal error: no goroutines \(main called runtime\.Goexit\) - deadlock!/,
    sample: "fatal error: all goroutines are asleep - deadlock!"
  },
  // testing/synctest, internal/synctest
  {
    id: "goroutine-leak",
    by: "runtime",
    pattern: /panic: deadlock: main bubble goroutine has exited but blocked goroutines remain/,
    sample: "panic: deadlock: main bubble goroutine has exited but blocked goroutines remain"
  },
  {
    id: "deadlock",
    by: "runtime",
    pattern: /panic: deadlock: all goroutines in bubble are blocked/,
    sample: "panic: deadlock: all goroutines in bubble are blocked"
  },
  // internal/runtime/maps, runtime/map.go
  {
    id: "concurrent-map",
    by: "runtime",
    pattern: /fatal error: concurrent map (?:writes|read and map write|iteration and map write)/,
    sample: "fatal error: concurrent map writes"
  },
  // runtime/stack.go newstack
  {
    id: "stack-overflow",
    by: "runtime",
    pattern: /fatal error: stack overflow|runtime: goroutine stack exceeds \d+-byte limit/,
    sample: "runtime: goroutine stack exceeds 1000000000-byte limit"
  },
  // runtime/race reports
  {
    id: "data-race",
    by: "any",
    pattern: /^WARNING: DATA RACE$|^\s{0,20}testing\.go:\d+: race detected during execution of test$/m,
    sample: "WARNING: DATA RACE"
  },
  // go.uber.org/goleak
  {
    id: "goroutine-leak",
    by: "any",
    pattern: /found unexpected goroutines:\s{1,20}\[Goroutine \d+ in state /,
    sample: "found unexpected goroutines:\n[Goroutine 7 in state chan receive, with p.serve on top of the stack:"
  }
];

// src/cause/words.ts
var maxLineChars = 300;
function findWords(facts, id) {
  const wanted = sayings.filter((saying) => saying.id === id);
  const any = wanted.filter(({ by }) => by === "any");
  if (facts.build !== null) return search(wanted, facts.build.text, "go");
  if (panicked(facts)) return searchPanic(wanted, facts.crash.file);
  const own = search(wanted, facts.crash.file, "runtime");
  if (own !== null) return own;
  if (endedInOrder(facts)) return search(any, facts.failureWords.join("\n"), "output");
  const fromRuntime = runtimeSpoke(facts) ? search(
    wanted.filter(({ by }) => by === "runtime"),
    facts.output,
    "runtime"
  ) : null;
  return fromRuntime ?? search(wanted, facts.output, "output");
}
function endedInOrder({ ending, tests: tests3 }) {
  return ending === "failed" && tests3.failed > 0;
}
function panicked({ crash }) {
  return crash.file.trimStart().startsWith("panic: ");
}
function searchPanic(wanted, crashFile) {
  const [first = ""] = crashFile.trimStart().split("\n", 1);
  const raised2 = wanted.filter(({ pattern }) => pattern.source.startsWith("panic: "));
  return search(raised2, first, "runtime") ?? search(
    wanted.filter(({ by }) => by === "any"),
    first,
    "output"
  );
}
function runtimeSpoke({ end, start, crash, timeline, tests: tests3 }) {
  const crashed2 = end?.exitCode === 2 || end?.signal === "SIGABRT";
  if (crashed2 && isThrow(crash.file)) return true;
  const stillborn = start !== null && !crash.fileIsReliable && timeline.samples === 0;
  return stillborn && tests3.passed + tests3.failed + tests3.unfinished.length === 0;
}
function isThrow(crashFile) {
  return crashFile !== "" && !/^(?:panic: |\[signal |SIG[A-Z]+: )/.test(crashFile.trimStart());
}
function search(wanted, text2, from) {
  if (text2 === "") return null;
  for (const { id, pattern, not, detail } of wanted) {
    const match = pattern.exec(text2);
    if (match === null) continue;
    const line = lineAt(text2, match.index);
    if (not?.test(line) === true) continue;
    return {
      id,
      from,
      confidence: from === "output" ? "consistent" : "confirmed",
      evidence: {
        source: { runtime: "runtime", go: "go build", output: "output" }[from],
        detail: line
      },
      detail: detail ?? null,
      line
    };
  }
  return null;
}
function lineAt(text2, index) {
  const start = text2.lastIndexOf("\n", index) + 1;
  const end = text2.indexOf("\n", index);
  const line = text2.slice(start, end < 0 ? void 0 : end);
  const from = line.length > maxLineChars ? index - start : 0;
  return line.slice(from, from + maxLineChars).trim();
}
function provenWith(words3) {
  return words3 !== null && words3.from !== "output" ? "confirmed" : "consistent";
}

// src/cause/builds.ts
var buildRules = [
  { id: "build-killed", find: buildKilled },
  { id: "disk-full", find: linkerBusError },
  { id: "setup-failed", find: setupFailed },
  { id: "vet-failed", find: vetFailed },
  { id: "build-failed", find: buildFailed }
];
function building(facts) {
  return facts.ending === "build-failed" || facts.ending === "not-started" ? facts.build : null;
}
function buildKilled(facts) {
  const death = building(facts)?.toolDeaths.find(
    ({ signal: signal4 }) => /^(?:killed|terminated)/.test(signal4)
  );
  if (death === void 0) return toolRanOut(facts);
  const kills = kernelKills(facts.guardEnd?.kernelLog?.lines ?? []);
  const kill = kills.find(
    ({ name, taskGroup }) => name !== "" && death.tool.startsWith(name.slice(0, 15)) && isOurs(taskGroup, facts)
  );
  const group = memoryGrowth(facts.guardEnd)[0];
  const counted = (facts.guard?.memoryDir ?? "") !== "" && (group?.oomKill ?? 0) > 0;
  const ceiling = facts.guard?.ceilingBytes ?? null;
  const watcher = facts.watcherKill;
  const why = watcher !== null ? `the guard stopped it: it held ${formatBytes(watcher.rssBytes)}` : kill !== void 0 || counted ? `by the kernel's OOM killer${ceiling === null ? "" : `, under a ceiling of ${formatBytes(ceiling)}`}` : "by whom is not known";
  return {
    confidence: "confirmed",
    summary: `the build was stopped: ${death.tool} was ${death.signal} (${why})`,
    evidence: [
      { source: "go build", detail: death.line.slice(0, 300) },
      ...group === void 0 || group.oomKill === null ? [] : [
        {
          source: "cgroup",
          detail: `${group.path}: oom_kill +${String(group.oomKill)} during the leg`
        }
      ],
      ...(kill?.lines ?? []).map((line) => ({ source: "kernel log", detail: line })),
      ...watcher === null ? [] : [
        {
          source: "guard",
          detail: `watcher killed pid ${String(watcher.pid)} (${watcher.name})`
        }
      ]
    ]
  };
}
function isOurs(taskGroup, { guard: guard2, guardEnd }) {
  const own = guard2?.memoryDir.split("/").at(-1) ?? "";
  if (own === "") return taskGroup !== null && taskGroup === guardEnd?.after[0]?.path;
  return taskGroup === null || taskGroup.split("/").includes(own);
}
function linkerBusError(facts) {
  const death = building(facts)?.toolDeaths.find(({ signal: signal4 }) => signal4.startsWith("bus error"));
  if (death === void 0) return null;
  return {
    confidence: "consistent",
    summary: `${death.tool} died of a bus error, as it does when the disk of GOTMPDIR is full`,
    evidence: [{ source: "go build", detail: death.line.slice(0, 300) }]
  };
}
function toolRanOut(facts) {
  const words3 = building(facts) === null ? null : findWords(facts, "go-out-of-memory");
  if (words3?.from !== "go") return null;
  return {
    confidence: "confirmed",
    summary: "the build was stopped: a tool of the go command ran out of memory; no test ran",
    evidence: [{ source: "go build", detail: words3.line }]
  };
}
var setupSayings = /no required module provides package|missing go\.sum entry|inconsistent vendoring|cannot find module providing|errors parsing go\.(?:mod|work)|toolchain not available|is not in (?:std|GOROOT)|build constraints exclude all Go files|import cycle not allowed|updates to go\.(?:mod|sum) needed|requires go >= |module lookup disabled|cannot find package|malformed (?:module|import) path|no Go files in/;
function setupFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const line = build.text.split("\n").find((text2) => setupSayings.test(text2.slice(0, 2e3)));
  const misspelt = /^[^\s:]{1,1000}\.go:\d+:\d+: /m.test(build.text);
  if (line === void 0 && (!build.setupFailed || misspelt)) return null;
  return {
    confidence: "confirmed",
    summary: "the go command could not load the package: modules, toolchain or imports",
    evidence: goWords(line ?? build.text)
  };
}
function vetFailed(facts) {
  const build = building(facts);
  if (build === null) return null;
  const header2 = /^# \[[^\]\n]{1,1000}\]$/m.exec(build.text);
  if (header2 === null) return null;
  const finding = build.text.slice(header2.index + header2[0].length).trimStart();
  return {
    confidence: "confirmed",
    summary: "go vet, which go test runs first, refused the package",
    evidence: goWords(finding)
  };
}
function buildFailed(facts) {
  if (facts.ending !== "build-failed") return null;
  return {
    confidence: "confirmed",
    summary: "the package does not build",
    evidence: goWords(facts.build?.text ?? "")
  };
}
function goWords(text2) {
  const lines = text2.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("# "));
  return lines.slice(0, 3).map((line) => ({ source: "go build", detail: line.slice(0, 300) }));
}

// src/cause/crashes.ts
var saidBy = (id, summary, fits) => ({
  id,
  find: (facts) => fits(facts) ? said(facts, id, summary) : null
});
var crashed = (facts) => facts.ending === "crashed";
var dying = ({ ending, tests: tests3 }) => ["crashed", "exited", "killed", "timed-out"].includes(ending) || ending === "failed" && tests3.failed === 0;
var detectorRules = [
  saidBy("race-runtime-failed", "the race detector could not start or gave up", dying),
  saidBy("sanitizer", "a sanitizer stopped the program", dying),
  saidBy("checkptr", "an unsafe pointer breaks the rules of package unsafe (checkptr)", crashed),
  saidBy("concurrent-map", "two goroutines used one map at the same time", crashed),
  saidBy("stack-overflow", "a goroutine exceeded the largest stack: endless recursion", crashed),
  saidBy("deadlock", "all goroutines were blocked: nothing could ever go on", crashed)
];
var crashRules = [
  { id: "os-exit", find: exitZeroInTest },
  saidBy("goroutine-leak", "goroutines were left blocked when their test had ended", crashed),
  { id: "init-panic", find: initPanic },
  { id: "nil-dereference", find: nilDereference },
  { id: "panic", find: panic },
  { id: "signal", find: signal },
  { id: "fatal-error", find: fatalError }
];
function said(facts, id, summary) {
  const words3 = findWords(facts, id);
  if (words3 === null) return null;
  return {
    confidence: words3.confidence,
    summary,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function panicWords(facts) {
  const { file, stream, fileIsReliable } = facts.crash;
  const text2 = file !== "" ? file : fileIsReliable ? null : stream === null ? null : facts.output;
  if (text2 === null) return null;
  const at2 = file !== "" ? /^panic: .*/m.exec(text2) : /(?:^|.)panic: .*/m.exec(text2);
  if (at2 === null) return null;
  const line = at2[0].slice(at2[0].indexOf("panic: ")).slice(0, 300);
  const source = file !== "" ? "crash file" : "output";
  return {
    line,
    text: text2,
    confidence: file !== "" ? "confirmed" : "consistent",
    evidence: { source, detail: line }
  };
}
function exitZeroInTest(facts) {
  const words3 = facts.ending === "crashed" ? panicWords(facts) : null;
  if (words3?.line.includes("unexpected call to os.Exit(0) during test") !== true) return null;
  return {
    confidence: words3.confidence,
    summary: "a test called os.Exit(0), which package testing turns into a panic",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function initPanic(facts) {
  const words3 = facts.ending === "crashed" ? panicWords(facts) : null;
  if (words3 === null) return null;
  const { passed, failed, unfinished } = facts.tests;
  if (passed + failed + unfinished.length > 0) return null;
  const first = firstGoroutine(words3.text);
  if (/^testing\.|^main\.main\(/m.test(first)) return null;
  const init = /^(?<frame>[^\s(]{1,300}\.init(?:\.\d+|\.func\d+(?:\.\d+)*)?)\(/m.exec(first);
  if (init === null && !/^runtime\.doInit1?\(/m.test(first)) return null;
  const where = init?.groups?.["frame"] ?? "a package";
  return {
    confidence: words3.confidence,
    summary: `panic while packages were initialised, before any test: ${where}`,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function firstGoroutine(text2) {
  const at2 = text2.search(/^goroutine \d+/m);
  if (at2 < 0) return text2.slice(0, 2e4);
  const end = text2.indexOf("\n\n", at2);
  return text2.slice(at2, end < 0 ? at2 + 2e4 : end);
}
function nilDereference(facts) {
  const words3 = crashed(facts) ? panicWords(facts) : null;
  if (words3 === null) return null;
  const panics2 = words3.text.match(/^\t?panic: .*/gm) ?? [words3.line];
  const last = panics2.at(-1) ?? words3.line;
  if (!last.includes("invalid memory address or nil pointer dereference")) return null;
  return {
    confidence: words3.confidence,
    summary: "the program used a nil pointer",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
function panic(facts) {
  const words3 = crashed(facts) ? panicWords(facts) : null;
  if (words3 === null) return null;
  return {
    confidence: words3.confidence,
    summary: `the program panicked: ${words3.line.slice("panic: ".length, 200)}`,
    evidence: [...waitStatus(facts), words3.evidence]
  };
}
var signalLine = /^(?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60})$/m;
var faultLine = /^\[signal (?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60}) code=\S{1,20} addr=(?<addr>0x[0-9a-f]{1,16})/m;
function signal(facts) {
  const { end } = facts;
  if (facts.ending !== "crashed" && facts.ending !== "killed") return null;
  const status = ntStatusName(end?.exitCode ?? null);
  const text2 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  const panicked3 = panicWords(facts) !== null;
  const match = signalLine.exec(text2) ?? signalLine.exec(facts.output) ?? (panicked3 ? null : faultLine.exec(text2));
  const fatal = /^SIG(?:SEGV|BUS|FPE|ILL|ABRT|TRAP|SYS|QUIT|STKFLT)$/.test(end?.signal ?? "");
  if (match === null && !fatal && status === null) return null;
  const name = match?.groups?.["name"] ?? end?.signal ?? status ?? "a signal";
  const known = fatal || status !== null || facts.crash.file !== "";
  const sigcode = /^PC=\S{1,40} m=\d+ sigcode=(?<code>-?\d+)/m.exec(text2)?.groups?.["code"];
  return {
    confidence: known ? "confirmed" : "consistent",
    summary: `${name}${origin(text2, sigcode)}`,
    evidence: [
      ...waitStatus(facts),
      ...match === null ? [] : [{ source: facts.crash.file !== "" ? "crash file" : "output", detail: match[0] }],
      ...sigcode === void 0 ? [] : [{ source: "crash file", detail: `sigcode ${sigcode}` }]
    ]
  };
}
function origin(text2, sigcode) {
  if (text2.includes("signal arrived during cgo execution")) return " in C code, called through cgo";
  if (sigcode === void 0) return "";
  const sent2 = ["0", "-6", "-1", "18446744073709551610", "18446744073709551615"].includes(sigcode);
  return sent2 ? ", sent by a process (kill)" : ", raised by the processor at an instruction";
}
function fatalError(facts) {
  if (!crashed(facts)) return null;
  const line = /fatal error: .{1,300}/.exec(facts.output)?.[0] ?? null;
  const threw = isThrow(facts.crash.file);
  if (line === null && !threw) return null;
  return {
    confidence: threw ? "confirmed" : "consistent",
    summary: line === null ? "the Go runtime stopped the program" : `the Go runtime stopped the program: ${line.slice("fatal error: ".length, 200)}`,
    evidence: [
      ...waitStatus(facts),
      ...line === null ? [] : [{ source: "output", detail: line }],
      ...threw ? [{ source: "crash file", detail: "goroutines without a panic" }] : []
    ]
  };
}

// src/cause/exclusions.ts
var neighbours = [
  [
    ["killed", "oom-cgroup", "oom-host", "oom-guard", "cpu-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "cpu-limit", "timeout", "killed"]
  ],
  [
    ["unknown", "os-exit", "log-fatal", "testmain-exit"],
    ["oom-cgroup", "oom-host", "panic", "signal", "timeout", "killed", "data-race"]
  ],
  [["signal"], ["nil-dereference"]],
  [["race-runtime-failed"], ["data-race"]],
  [["test-failure"], ["disk-full", "fd-limit"]],
  [
    ["go-out-of-memory", "address-space-limit", "memlock-limit"],
    ["oom-cgroup", "oom-host", "oom-guard", "address-space-limit"]
  ],
  [["thread-limit"], ["oom-cgroup", "oom-host", "fd-limit"]],
  [["fd-limit"], ["disk-full", "thread-limit"]],
  [
    ["disk-full", "file-size-limit"],
    ["file-size-limit", "disk-full", "fd-limit"]
  ],
  [
    ["signal", "stack-limit", "sanitizer"],
    ["oom-cgroup", "oom-host", "timeout"]
  ],
  [["timeout"], ["oom-cgroup", "oom-host", "killed"]],
  [["build-killed"], ["oom-cgroup", "oom-host", "oom-guard", "disk-full", "fd-limit"]],
  [["exec-failed"], ["disk-full", "fd-limit"]]
];
function exclusions(id, facts) {
  const suspects = new Set(neighbours.flatMap(([of, others3]) => of.includes(id) ? others3 : []));
  suspects.delete(id);
  if (id === "test-failure") {
    for (const suspect of suspects) if (!named(suspect, facts)) suspects.delete(suspect);
  }
  return [...suspects].flatMap((suspect) => {
    const because = suspect === "killed" ? notKilled(id, facts) : ruledOut(suspect, facts);
    return because === null ? [] : [{ id: suspect, because }];
  });
}
function named(id, { output }) {
  return sayings.some((saying) => saying.id === id && saying.pattern.test(output));
}
function ruledOut(id, facts) {
  return tests[id]?.(facts) ?? null;
}
var tests = {
  "oom-cgroup": (facts) => noCgroupKill(facts),
  "oom-host": (facts) => noHostKill(facts),
  "oom-guard": (facts) => {
    if (facts.watcherKill !== null) return null;
    const { guard: guard2 } = facts;
    if (guard2 === null || guard2.tier === "none") return "no guard was over the run";
    return guard2.tier === "watcher" ? "the watcher noted no kill of this process" : "the guard is a control group: it stops nothing by itself, the kernel does, and counts it";
  },
  "cpu-limit": (facts) => {
    const { hard } = limitOf(facts, "cpu");
    if (facts.start === null || facts.start.limits["cpu"] === void 0) return null;
    if (hard === null) return "there was no hard limit of CPU time (RLIMIT_CPU)";
    const used = cpuMs(facts);
    if (used === null || used >= 0.85 * hard * 1e3) return null;
    return `${(used / 1e3).toFixed(1)} s of ${String(hard)} s CPU time were used`;
  },
  timeout: (facts) => {
    if (facts.ending === "timed-out" || facts.killedByGo) return null;
    return facts.crash.fileIsReliable && !facts.crash.file.startsWith("panic: test timed out after ") ? "the -timeout of go test did not fire: it would have left its panic" : null;
  },
  panic: (facts) => facts.crash.fileIsReliable && facts.crash.file === "" ? "the runtime wrote no last words" : null,
  signal: (facts) => facts.end?.signal === null && facts.crash.fileIsReliable && facts.crash.file === "" ? "the process ended with an exit code, and the runtime wrote no last words" : null,
  "data-race": (facts) => facts.race && findWords(facts, "data-race") === null ? "the race detector reported nothing" : null,
  "nil-dereference": ({ crash }) => {
    if (/^\[signal SIGSEGV: .{1,60} code=0x80 /m.test(crash.file))
      return "the code 0x80 stands for an address that cannot exist, not for nil";
    const address2 = /^\[signal SIG[A-Z]+: .{1,60} addr=(?<hex>0x[0-9a-f]{1,16}) /m.exec(crash.file)?.groups?.["hex"];
    if (address2 === void 0 || BigInt(address2) < 4096n) return null;
    return `the address was ${address2}, far from nil`;
  },
  "fd-limit": (facts) => {
    const { soft } = limitOf(facts, "nofile");
    const { openFiles } = facts.usage;
    if (soft === null || openFiles === null || openFiles >= 0.9 * soft) return null;
    return `at most ${String(openFiles)} of ${String(soft)} open files were seen, sampled twice a second`;
  },
  "thread-limit": (facts) => {
    if ((facts.death?.pids ?? null) === null) return null;
    const known = facts.death?.pids?.after.some(({ refused: refused2 }) => refused2 !== null) === true;
    return known && refusals(facts).length === 0 ? "no control group refused a thread (pids.events)" : null;
  },
  "disk-full": (facts) => {
    const { tempFreeBytes, dirFreeBytes } = facts.usage;
    const free = Math.min(tempFreeBytes ?? Infinity, dirFreeBytes ?? Infinity);
    if (tempFreeBytes === null || dirFreeBytes === null || free < 64 * 1024 ** 2) return null;
    return `at least ${formatBytes(free)} were free in the temporary folder and in the package's`;
  },
  "file-size-limit": (facts) => facts.start !== null && facts.start.limits["fsize"] !== void 0 && limitOf(facts, "fsize").soft === null ? "there was no limit of the size of files (RLIMIT_FSIZE)" : null,
  "address-space-limit": (facts) => facts.start !== null && facts.start.limits["as"] !== void 0 && limitOf(facts, "as").soft === null && limitOf(facts, "data").soft === null ? "there was no limit of address space (RLIMIT_AS, RLIMIT_DATA)" : null
};
function noCgroupKill(facts) {
  const known = oomFacts(facts);
  if (known.self && known.kill?.constraint !== "none") return null;
  if (known.self) return "the kernel's log says that the whole machine had run out";
  if (known.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  const inner = known.levels[0];
  if (inner !== void 0 && inner.oomKill !== null)
    return inner.oomKill === 0 ? `oom_kill of ${inner.path} did not grow` : null;
  if (known.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  return facts.kernelPids && known.logIsComplete && known.kill === null ? "the kernel's log names no kill of this process" : null;
}
function noHostKill(facts) {
  const known = oomFacts(facts);
  if (known.kill?.constraint === "none" && known.self) return null;
  if (known.kill?.constraint === "memcg")
    return "the kernel's log says that a control group's limit was reached";
  const full = known.levels.find(({ oom }) => (oom ?? 0) > 0);
  if (full !== void 0) return `oom of ${full.path} grew: its limit was reached`;
  if (known.others && facts.end?.signal === "SIGKILL")
    return "the kernel's log names other processes, and not this one";
  if (known.machine === 0) return "oom_kill in /proc/vmstat did not grow";
  const inner = known.levels[0];
  if (inner?.oomKill === 0)
    return `oom_kill of ${inner.path}, which counts every kill in it, did not grow`;
  if (facts.kernelPids && known.logIsComplete && known.kill === null && known.levels.length > 0)
    return "the kernel's log names no kill of this process";
  return null;
}
function notKilled(id, facts) {
  const { end } = facts;
  if (end === null) return null;
  if (end.signal === null)
    return `the process was not ended by a signal: it ended with exit code ${String(end.exitCode)}`;
  if (end.signal !== "SIGKILL") return null;
  return id === "killed" || id === "unknown" ? null : "the kill is accounted for";
}

// src/cause/endings.ts
var stoppedRules = [
  { id: "runner-shutdown", find: (facts) => stopped(facts, "SIGTERM") },
  { id: "cancelled", find: (facts) => stopped(facts, null) },
  { id: "lost", find: lost }
];
var startRules = [{ id: "exec-failed", find: execFailed }];
var timeoutRules = [{ id: "timeout", find: timeout }];
var lastRules = [
  { id: "killed", find: killed },
  { id: "test-failure", find: testFailure },
  { id: "no-tests", find: noTests },
  { id: "unknown", find: unknown }
];
function stopped(facts, by) {
  if (facts.ending !== "cancelled") return null;
  const signal4 = facts.cancelSignal ?? "a signal";
  if (by !== null && signal4 !== by) return null;
  const who = by === null ? `the run was cancelled (${signal4})` : `the run was told to stop by ${signal4}, as a runner does that shuts down`;
  return {
    // Anybody can send SIGTERM: that it was the runner is only likely.
    confidence: by === null ? "confirmed" : "consistent",
    summary: who,
    evidence: [{ source: "supervisor", detail: `received ${signal4}` }, ...waitStatus(facts)]
  };
}
function lost(facts) {
  if (facts.ending !== "lost") return null;
  const { end, start } = facts;
  if (end !== null && !end.parentGone && end.exitCode !== null)
    return disagreement(facts, end.exitCode);
  const detail = end !== null ? "the process ended because go test or its supervisor was gone" : start !== null ? `the process ${String(start.pid)} was started and nobody recorded its end` : "no record of a process";
  return {
    confidence: "confirmed",
    summary: "nobody saw how it ended: the records stop",
    evidence: [{ source: "records", detail }, ...waitStatus(facts)]
  };
}
function disagreement(facts, exitCode) {
  const held = /^.{0,300}WaitDelay expired before I\/O complete.{0,100}$/m.exec(facts.output)?.[0];
  return {
    confidence: "confirmed",
    summary: held === void 0 ? `the process ended with exit code ${String(exitCode)}, and go test did not see its tests end` : "a process that the tests had left behind kept their output open, so go test gave up on it",
    evidence: [
      ...waitStatus(facts),
      ...held === void 0 ? [] : [{ source: "output", detail: held.trim() }]
    ]
  };
}
var startErrors = {
  EACCES: "the file may not be executed: no x permission, or its disk is mounted noexec",
  EPERM: "the file may not be executed here",
  ENOENT: "the program loader (ELF interpreter) or the file itself is missing",
  ENOEXEC: "the file is for another system or architecture",
  ETXTBSY: "the file was still open for writing",
  ENOMEM: "no memory to start a process",
  EAGAIN: "no further process is allowed",
  E2BIG: "arguments and environment are too long",
  ELIBBAD: "the program loader is damaged",
  EMFILE: "too many open files",
  ENFILE: "too many open files on the whole machine",
  ENOSPC: "the disk is full",
  EINVAL: "the file is damaged or its loader is refused",
  ELOOP: "too many symbolic links"
};
function execFailed(facts) {
  const error = facts.end?.startError ?? null;
  if (error === null) return loaderFailed(facts);
  const errno = facts.death?.errno ?? null;
  const meaning = errno === null ? void 0 : startErrors[errno];
  const call = facts.failedCall;
  return {
    confidence: errno === null ? "consistent" : "confirmed",
    summary: `the test binary could not be started${meaning === void 0 ? "" : `: ${meaning}`}`,
    evidence: [
      { source: "start", detail: errno === null ? error : `${error} (${errno})` },
      ...call === null ? [] : [{ source: "strace", detail: call.line }]
    ]
  };
}
var loaderWords = /error while loading shared libraries: .{1,300}|version `[^']{1,100}' not found/;
function loaderFailed(facts) {
  if (facts.timeline.samples > 0 || (facts.end?.exitCode ?? 0) === 0) return null;
  const words3 = loaderWords.exec(facts.output)?.[0];
  if (words3 === void 0) return null;
  const call = facts.failedCall;
  return {
    confidence: facts.end?.exitCode === 127 || call !== null ? "confirmed" : "consistent",
    summary: "the dynamic loader could not load the test binary",
    evidence: [
      ...waitStatus(facts),
      { source: "output", detail: words3 },
      ...call === null ? [] : [{ source: "strace", detail: call.line }]
    ]
  };
}
function timeout(facts) {
  if (facts.ending !== "timed-out") return null;
  const fired = /^panic: test timed out after .{1,60}/.exec(facts.crash.file)?.[0];
  const running = facts.tests.unfinished;
  return {
    confidence: fired !== void 0 || facts.killedByGo ? "confirmed" : "consistent",
    summary: facts.killedByGo ? "go test killed the process, because it did not end a minute after its -timeout" : "the -timeout of go test fired",
    evidence: [
      ...waitStatus(facts),
      ...fired === void 0 ? [] : [{ source: "crash file", detail: fired }],
      ...running.length === 0 ? [] : [{ source: "go test", detail: `still running: ${running.slice(0, 10).join(", ")}` }]
    ]
  };
}
function killed(facts) {
  const signal4 = facts.end?.signal ?? null;
  if (signal4 === null || facts.ending !== "killed") return null;
  const forwarded = facts.end?.forwardedSignals?.includes(signal4) === true;
  if (signal4 === "SIGKILL" && !memoryExcluded(facts)) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  const by = forwarded ? "; it came to the process's parent first" : signal4 === "SIGKILL" ? "; not by the kernel's OOM killer and not by the guard; by whom is not known" : "; by whom is not known";
  return {
    confidence: "confirmed",
    summary: `ended by ${signal4}${by}${free === null ? "" : `; after its end ${formatBytes(free)} of memory were free`}`,
    evidence: [
      ...waitStatus(facts),
      ...forwarded ? [{ source: "shim", detail: `handed on ${signal4}` }] : [],
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available after its end` }]
    ]
  };
}
function memoryExcluded(facts) {
  return ["oom-cgroup", "oom-host", "oom-guard"].every(
    (id) => ruledOut(id, facts) !== null
  );
}
function testFailure(facts) {
  if (facts.tests.failed === 0 || !["failed", "exited"].includes(facts.ending)) return null;
  return {
    // A process with failed tests that ends with 0 contradicts its own output.
    confidence: facts.end?.exitCode === 0 ? "consistent" : "confirmed",
    summary: `${String(facts.tests.failed)} failed, counting subtests and their parents`,
    evidence: [
      { source: "go test", detail: `${String(facts.tests.failed)} ended with FAIL` },
      ...waitStatus(facts)
    ]
  };
}
function noTests(facts) {
  if (facts.ending !== "no-tests") return null;
  return {
    confidence: "confirmed",
    summary: "there was no test to run",
    evidence: [{ source: "go test", detail: "no test began" }]
  };
}
function unknown(facts) {
  const seen = waitStatus(facts);
  const trace = facts.runtimeTrace.map((detail) => ({ source: "runtime trace", detail }));
  const none = [{ source: "records", detail: "nothing was recorded that explains it" }];
  return {
    confidence: "unknown",
    summary: "what is known does not say why it ended",
    evidence: [...seen.length > 0 ? seen : none, ...trace]
  };
}

// src/cause/exits.ts
var exitRules = [
  { id: "lost", find: unheard },
  { id: "log-fatal", find: logFatal },
  { id: "testmain-exit", find: testMainExit },
  { id: "os-exit", find: osExit }
];
var endedItself = (facts) => facts.end !== null && facts.end.exitCode !== null && (facts.ending === "exited" || facts.ending === "failed" && facts.tests.failed === 0);
function unheard(facts) {
  const { unfinished, neverRan } = facts.tests;
  const missing = unfinished.length + neverRan.length;
  if (facts.tests.passed + facts.tests.failed + unfinished.length === 0) return null;
  if (!endedItself(facts) || !facts.ranToEnd || missing === 0 || facts.end?.exitCode !== 0)
    return null;
  return {
    confidence: "consistent",
    summary: `the process ran to its regular end, and of ${String(missing)} declared tests nobody heard that they ended`,
    evidence: [...waitStatus(facts), ...testCounts(facts)]
  };
}
function logFatal(facts) {
  if (!endedItself(facts)) return null;
  const { exitTrace } = facts;
  if (exitTrace !== null) {
    if (!exitTrace.by.startsWith("log.")) return null;
    return {
      confidence: "confirmed",
      summary: `${exitTrace.by} ended the process${at(facts)}`,
      evidence: [...waitStatus(facts), ...traced(facts), ...lastWords(facts.output)],
      ...called(facts)
    };
  }
  if (facts.end?.exitCode !== 1 || lastLogLine(facts.output) === null) return null;
  return {
    confidence: "consistent",
    summary: "the process ended with exit code 1 right after a line of package log, as log.Fatal does",
    evidence: [...waitStatus(facts), ...lastWords(facts.output)]
  };
}
function testMainExit(facts) {
  if (!endedItself(facts) || !facts.testMain) return null;
  const { passed, failed, unfinished, neverRan } = facts.tests;
  const { exitTrace } = facts;
  if (exitTrace !== null && !exitTrace.viaTestMain) return null;
  const none = passed + failed === 0 && unfinished.length === 0 && neverRan.length > 0;
  const all = unfinished.length + neverRan.length === 0;
  if (!none && !all) return null;
  const code = String(facts.end?.exitCode ?? "");
  const when = none ? `TestMain ended the process with exit code ${code} and no test had begun` : `every test had ended, none failed, and TestMain ended the process with exit code ${code}`;
  return {
    confidence: exitTrace !== null || none && facts.ranToEnd ? "confirmed" : "consistent",
    summary: `${when}${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output)
    ],
    ...called(facts)
  };
}
function osExit(facts) {
  if (!endedItself(facts)) return null;
  const code = facts.end?.exitCode ?? 0;
  const { exitTrace } = facts;
  if (exitTrace === null && (!crashRuledOut(facts) || code === 2 && !facts.crash.fileIsReliable))
    return null;
  if (exitTrace === null && facts.agent === "silent") return null;
  const by = exitTrace?.by ?? "os.Exit or a call like it";
  return {
    confidence: exitTrace === null ? "consistent" : "confirmed",
    summary: `the process ended itself with exit code ${String(code)} (${by})${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output)
    ],
    ...called(facts)
  };
}
function crashRuledOut(facts) {
  return facts.crash.file === "" && (facts.crash.fileIsReliable || facts.crash.stream === null);
}
function called({ exitTrace }) {
  if (exitTrace === null) return {};
  const { file, line, function: name } = exitTrace;
  return { position: { file, line, function: name } };
}
function at({ exitTrace }) {
  if (exitTrace === null) return "";
  return `, called at ${exitTrace.file}:${String(exitTrace.line)} (${exitTrace.function})`;
}
function traced({ exitTrace }) {
  if (exitTrace === null) return [];
  const { by, file, line, function: name } = exitTrace;
  const detail = `a second run was traced to its end: ${name} called ${by} at ${file}:${String(line)}`;
  return [{ source: "exit trace", detail }];
}
function testCounts({ tests: tests3 }) {
  const { passed, failed, unfinished, neverRan } = tests3;
  const detail = `${String(passed)} passed, ${String(failed)} failed, ${String(unfinished.length)} unfinished, ${String(neverRan.length)} never ran`;
  return [{ source: "go test", detail }];
}

// src/cause/failures.ts
var raceExitCode = 66;
var failureRules = [
  { id: "data-race", find: dataRace },
  { id: "goroutine-leak", find: goroutineLeak }
];
function dataRace(facts) {
  if (!facts.race || !["failed", "exited", "crashed"].includes(facts.ending)) return null;
  const words3 = findWords(facts, "data-race");
  const { races } = facts.timeline;
  const code = facts.end?.exitCode === raceExitCode;
  if (words3 === null || races === 0) return null;
  return {
    confidence: code || races !== null ? "confirmed" : "consistent",
    summary: races === null || races === 1 ? "the race detector found a data race" : `the race detector found ${String(races)} data races`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...races === null ? [] : [{ source: "race detector", detail: `counted ${String(races)} in the process` }]
    ]
  };
}
function goroutineLeak(facts) {
  if (facts.ending !== "failed") return null;
  const words3 = findWords(facts, "goroutine-leak");
  if (words3 === null) return null;
  return {
    confidence: "consistent",
    summary: "goroutines were left running when their test had ended",
    evidence: [...waitStatus(facts), words3.evidence]
  };
}

// src/cause/memory-limits.ts
var farAwayBytes = 256 * 1024 ** 3;
var memoryLimitRules = [
  { id: "stack-limit", find: stackLimit },
  { id: "address-space-limit", find: addressSpaceLimit },
  { id: "memlock-limit", find: memlockLimit },
  { id: "go-out-of-memory", find: goOutOfMemory }
];
var largestFrameBytes = 65536n;
function stackLimit(facts) {
  const text2 = facts.crash.file !== "" ? facts.crash.file : facts.output;
  if (!text2.includes("signal arrived during cgo execution")) return null;
  const address2 = /^PC=\S{1,40} m=\d+ sigcode=[12] addr=(?<hex>0x[0-9a-f]{1,16})$/m.exec(text2);
  const pointer = /^(?:rsp|sp) {1,20}(?<hex>0x[0-9a-f]{1,16})$/m.exec(text2);
  if (address2 === null || pointer === null) return null;
  const distance = BigInt(address2.groups?.["hex"] ?? 0) - BigInt(pointer.groups?.["hex"] ?? 0);
  if (distance > largestFrameBytes || distance < -largestFrameBytes) return null;
  const { soft } = limitOf(facts, "stack");
  return {
    confidence: "consistent",
    summary: `C code ran off its stack${soft === null ? "" : ` (RLIMIT_STACK is ${formatBytes(soft)})`}`,
    evidence: [
      ...waitStatus(facts),
      {
        source: "crash file",
        detail: `the fault at ${address2.groups?.["hex"] ?? ""} lies at the stack pointer ${pointer.groups?.["hex"] ?? ""} of C code`
      },
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_STACK ${formatBytes(soft)}` }]
    ]
  };
}
function addressSpaceLimit(facts) {
  const words3 = findWords(facts, "address-space-limit") ?? findWords(facts, "go-out-of-memory");
  const limits3 = [
    { name: "RLIMIT_AS (ulimit -v)", bytes: limitOf(facts, "as").soft },
    { name: "RLIMIT_DATA (ulimit -d)", bytes: limitOf(facts, "data").soft }
  ].flatMap(
    ({ name, bytes }) => bytes === null || bytes > farAwayBytes ? [] : [`${name} ${formatBytes(bytes)}`]
  );
  if (words3 === null || limits3.length === 0) return null;
  return {
    confidence: provenWith(words3),
    summary: `a limit of the process's memory was reached: ${limits3.join(", or ")}`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...limits3.map((detail) => ({ source: "limits", detail }))
    ]
  };
}
function memlockLimit(facts) {
  const words3 = findWords(facts, "memlock-limit");
  const { soft } = limitOf(facts, "memlock");
  if (words3 === null || soft === null) return null;
  return {
    confidence: "consistent",
    summary: `locking memory failed; the limit is ${formatBytes(soft)} (RLIMIT_MEMLOCK)`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      { source: "limits", detail: `RLIMIT_MEMLOCK ${formatBytes(soft)}` }
    ]
  };
}
function goOutOfMemory(facts) {
  const words3 = findWords(facts, "go-out-of-memory");
  if (words3 === null) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  return {
    confidence: words3.confidence,
    summary: "the Go runtime asked for memory and did not get it",
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...free === null ? [] : [{ source: "machine", detail: `${formatBytes(free)} were available at its end` }]
    ]
  };
}

// src/cause/limits.ts
var limitRules = [
  { id: "cpu-limit", find: cpuLimit },
  { id: "thread-limit", find: threadLimit },
  { id: "file-size-limit", find: fileSizeLimit },
  ...memoryLimitRules,
  { id: "disk-full", find: diskFull },
  { id: "fd-limit", find: fdLimit }
];
function cpuLimit(facts) {
  const { end } = facts;
  const { soft, hard } = limitOf(facts, "cpu");
  if (end === null) return null;
  const usedMs = cpuMs(facts);
  const used = usedMs === null ? "" : ` after ${seconds(usedMs)} of CPU time`;
  const evidence = [
    ...waitStatus(facts),
    {
      source: "limits",
      detail: `RLIMIT_CPU: soft ${seconds((soft ?? NaN) * 1e3)}, hard ${seconds((hard ?? NaN) * 1e3)}`
    },
    ...usedMs === null ? [] : [{ source: "wait status", detail: `used ${seconds(usedMs)} of CPU time` }]
  ];
  if (end.signal === "SIGXCPU" && soft !== null)
    return {
      confidence: "confirmed",
      summary: `the soft limit of ${String(soft)} s CPU time ended the process${used}`,
      evidence
    };
  if (end.signal !== "SIGKILL" || hard === null || usedMs === null) return null;
  if (usedMs < 0.85 * hard * 1e3) return null;
  return {
    confidence: usedMs >= hard * 1e3 - 100 ? "confirmed" : "consistent",
    summary: `the hard limit of ${String(hard)} s CPU time ended the process${used}`,
    evidence
  };
}
function threadLimit(facts) {
  const refused2 = refusals(facts);
  const words3 = findWords(facts, "thread-limit");
  const failedStart = (facts.end?.startError ?? null) !== null && facts.death?.errno === "EAGAIN";
  if (words3 === null && !failedStart) return null;
  const nproc = limitOf(facts, "nproc").soft;
  const { threads } = facts.usage;
  const evidence = [
    ...waitStatus(facts),
    ...words3 === null ? [] : [words3.evidence],
    ...refused2.map(({ path, limit, count: count2 }) => ({
      source: "cgroup",
      detail: `${path}: pids.max ${limit === null ? "none" : String(limit)} refused ${String(count2)} more`
    })),
    ...threads === null || facts.usage.samples < 3 ? [] : [{ source: "samples", detail: `at most ${String(threads)} threads seen` }],
    ...nproc === null ? [] : [{ source: "limits", detail: `RLIMIT_NPROC ${String(nproc)}` }]
  ];
  const [first] = refused2;
  if (first !== void 0)
    return {
      confidence: "confirmed",
      summary: `the control group ${first.path} allows ${String(first.limit ?? "?")} processes and threads, and refused more`,
      evidence
    };
  if (words3?.detail === "SetMaxThreads")
    return {
      confidence: words3.confidence,
      summary: "the program exceeded its own limit of threads (debug.SetMaxThreads)",
      evidence
    };
  return {
    confidence: "consistent",
    summary: "the system refused another thread or process",
    evidence
  };
}
function fileSizeLimit(facts) {
  const { soft } = limitOf(facts, "fsize");
  const bySignal = facts.end?.signal === "SIGXFSZ";
  const words3 = findWords(facts, "file-size-limit");
  if (!bySignal && (words3 === null || soft === null)) return null;
  const limit = soft === null ? "its limit" : `the limit of ${formatBytes(soft)} (RLIMIT_FSIZE)`;
  return {
    confidence: bySignal ? "confirmed" : provenWith(words3),
    summary: `a file would have grown beyond ${limit}`,
    evidence: [
      ...waitStatus(facts),
      ...words3 === null ? [] : [words3.evidence],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_FSIZE ${formatBytes(soft)}` }]
    ]
  };
}
function diskFull(facts) {
  const words3 = findWords(facts, "disk-full");
  if (words3 === null) return null;
  const { tempFreeBytes, dirFreeBytes } = facts.usage;
  const spaces = [
    ["the temporary folder", tempFreeBytes],
    ["the package's folder", dirFreeBytes]
  ];
  const full = spaces.find(([, free]) => free !== null && free < 1 << 20);
  return {
    confidence: full !== void 0 || words3.from === "go" ? "confirmed" : "consistent",
    summary: full === void 0 ? "a disk is full" : `the disk of ${full[0]} is full`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...spaces.flatMap(
        ([what, free]) => free === null ? [] : [{ source: "samples", detail: `${what}: at least ${formatBytes(free)} were free` }]
      )
    ]
  };
}
function fdLimit(facts) {
  const words3 = findWords(facts, "fd-limit");
  if (words3 === null) return null;
  const { soft } = limitOf(facts, "nofile");
  const { openFiles } = facts.usage;
  const near2 = soft !== null && openFiles !== null && openFiles >= 0.9 * soft;
  return {
    confidence: near2 || words3.from === "go" ? "confirmed" : "consistent",
    summary: `too many open files${soft === null ? "" : `: the limit is ${String(soft)} (RLIMIT_NOFILE)`}`,
    evidence: [
      ...waitStatus(facts),
      words3.evidence,
      ...openFiles === null ? [] : [
        {
          source: "samples",
          detail: `at most ${String(openFiles)} open files were seen, sampled twice a second`
        }
      ],
      ...soft === null ? [] : [{ source: "limits", detail: `RLIMIT_NOFILE ${String(soft)}` }]
    ]
  };
}
function seconds(ms) {
  return Number.isNaN(ms) ? "none" : `${(ms / 1e3).toFixed(1)} s`;
}

// src/cause/near-limits.ts
var near = 0.9;
var littleSpaceBytes = 64 * 1024 ** 2;
function nearLimits(facts) {
  const { usage, death } = facts;
  const rss = facts.end?.maxRssBytes ?? 0;
  const counts = [
    ["open files", usage.openFiles, limitOf(facts, "nofile").soft],
    ["threads", usage.threads, limitOf(facts, "nproc").soft]
  ];
  const spaces = [
    ["the temporary folder", usage.tempFreeBytes],
    ["the package's folder", usage.dirFreeBytes]
  ];
  return [
    ...counts.flatMap(
      ([what, used, limit]) => used !== null && limit !== null && used >= near * limit ? [`${String(used)} ${what} of ${String(limit)}`] : []
    ),
    ...spaces.flatMap(
      ([what, free]) => free !== null && free < littleSpaceBytes ? [`${formatBytes(free)} free in ${what}`] : []
    ),
    ...memoryGrowth(death?.memory ?? null).flatMap(
      ({ path, limitBytes }) => limitBytes !== null && rss >= near * limitBytes ? [`${formatBytes(rss)} of ${formatBytes(limitBytes)} memory in ${path}`] : []
    )
  ].map((detail) => ({ source: "near a limit", detail }));
}

// src/cause/cause.ts
var buildLimits = ["disk-full", "fd-limit", "thread-limit"];
var rules = [
  ...stoppedRules,
  ...buildFirst(limitRules),
  ...buildRules,
  ...memoryRules,
  ...timeoutRules,
  ...limitRules,
  ...startRules,
  ...detectorRules,
  ...crashRules,
  ...failureRules,
  ...exitRules,
  ...lastRules
];
function diagnose(facts) {
  if (facts.ending === "passed") return null;
  for (const rule3 of rules) {
    const finding = rule3.find(facts);
    if (finding === null) continue;
    return {
      id: rule3.id,
      confidence: finding.confidence,
      summary: finding.summary,
      evidence: [...finding.evidence.slice(0, 20), ...nearLimits(facts)],
      excluded: exclusions(rule3.id, facts),
      advice: advice(rule3.id, facts),
      ...finding.position === void 0 ? {} : { position: finding.position }
    };
  }
  throw new Error("the last rule finds something for every ending");
}
function buildFirst(limits3) {
  return limits3.filter(({ id }) => buildLimits.includes(id)).map(({ id, find }) => ({
    id,
    find: (facts) => facts.ending === "build-failed" ? find(facts) : null
  }));
}

// src/evidence/completeness.ts
function completeness(declared, fold, repeats2 = 1) {
  const running = [...fold?.running.keys() ?? []].filter((test) => !isBenchmark(test));
  const inFlight = new Set(running);
  const seen = new Map(fold?.ended);
  const neverRan = [];
  for (const { name, kind } of declared) {
    const wanted = kind === "example" ? 1 : repeats2;
    const ended2 = seen.get(name) ?? 0;
    seen.set(name, Math.max(0, ended2 - wanted));
    if (ended2 < wanted && !inFlight.delete(name)) neverRan.push(name);
  }
  return { unfinished: running, neverRan };
}

// src/evidence/ending.ts
var fatalSignals = new Set(
  "SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT SIGTRAP SIGSYS SIGQUIT".split(" ")
);
var raceExitCode2 = 66;
var rules2 = [
  { ending: "build-failed", when: (f) => f.start === null && f.end === null && f.buildFailed },
  {
    ending: "no-tests",
    when: (f) => f.start === null && f.end === null && f.noTestFiles && f.action !== "fail"
  },
  { ending: "not-started", when: (f) => f.end !== null && f.end.startError !== null },
  // The process ran and its parent saw how it ended.
  {
    ending: "cancelled",
    when: (f) => f.cancelledAt !== null && stoppedWithTheRun(f, f.cancelledAt)
  },
  { ending: "lost", when: (f) => f.end !== null && (f.end.parentGone || stoppedByLoss(f, f.end)) },
  { ending: "timed-out", when: (f) => f.end !== null && (killedByGo(f) || timeoutFired(f)) },
  { ending: "crashed", when: (f) => fatalSignals.has(f.end?.signal ?? "") },
  { ending: "killed", when: (f) => f.end !== null && f.end.signal !== null },
  { ending: "crashed", when: (f) => f.end?.exitCode === 2 && crashText(f) !== null },
  { ending: "failed", when: (f) => f.end?.exitCode === raceExitCode2 && f.missingTests === 0 },
  {
    ending: "exited",
    when: (f) => f.end !== null && f.missingTests > 0 && !(f.failfast && f.failedTests > 0)
  },
  { ending: "failed", when: (f) => f.end !== null && (f.failedTests > 0 || f.end.exitCode !== 0) },
  // go test calls a package failed although its process ended well: something between the two died.
  { ending: "lost", when: (f) => f.end !== null && f.action === "fail" },
  // go test ends every package with an event; a test can only take it away, by imitating the line that ends itself.
  { ending: "lost", when: (f) => f.end !== null && f.action === null },
  { ending: "no-tests", when: (f) => f.end?.exitCode === 0 && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.end?.exitCode === 0 },
  // No process of this run: a replayed result, or one that never came to be.
  { ending: "lost", when: (f) => f.start !== null },
  { ending: "exited", when: (f) => f.cached && f.missingTests > 0 },
  { ending: "failed", when: (f) => f.cached && f.failedTests > 0 },
  { ending: "no-tests", when: (f) => f.cached && f.endedTests === 0 },
  { ending: "passed", when: (f) => f.cached && f.action === "pass" },
  { ending: "lost", when: (f) => f.action !== null },
  { ending: "not-started", when: () => true }
];
function decideEnding(facts) {
  return rules2.find((rule3) => rule3.when(facts))?.ending ?? "lost";
}
function crashText(facts) {
  if (facts.crash.file !== "") return facts.crash.file;
  return facts.crash.fileIsReliable ? null : facts.crash.stream;
}
function stoppedWithTheRun(facts, cancelledAt) {
  if (facts.cached) return false;
  if (facts.end === null) return facts.action === null || facts.start !== null;
  return facts.missingTests > 0 && Date.parse(facts.end.endedAt) >= cancelledAt;
}
function stoppedByLoss(facts, end) {
  if (facts.supervisorGoneAt === null || Date.parse(end.endedAt) < facts.supervisorGoneAt)
    return false;
  return facts.missingTests > 0 || end.signal !== null;
}
function killedByGo(facts) {
  return facts.killedByGo && facts.action !== "pass";
}
function timeoutFired(facts) {
  if (facts.end?.exitCode !== 2 && facts.end?.signal !== "SIGABRT") return false;
  return facts.crash.fileIsReliable ? facts.crash.file.startsWith("panic: test timed out after ") : facts.timedOut;
}

// src/gotest/failure-message.ts
var maxMessageChars = 4096;
function failureMessage(failed) {
  const message = dedent(failed.output).slice(0, maxMessageChars);
  const position4 = /^\s*(?!testing\.go:)(?<file>[^\s:]+\.go):(?<line>\d{1,9}): /m.exec(
    failed.output
  );
  return {
    test: failed.test,
    file: position4?.groups?.["file"] ?? null,
    line: position4 === null ? null : Number(position4.groups?.["line"]),
    message
  };
}
function culprits(failures2) {
  const parents = /* @__PURE__ */ new Set();
  for (const { test } of failures2) {
    for (let at2 = test.lastIndexOf("/"); at2 > 0; at2 = test.lastIndexOf("/", at2 - 1))
      parents.add(test.slice(0, at2));
  }
  return failures2.filter(({ test, output }) => !parents.has(test) || output.trim() !== "");
}
function dedent(text2) {
  return text2.split("\n").map((line) => line.replace(/^ {4}/, "")).join("\n").trim();
}

// src/run/attempts.ts
import { cp, lstat as lstat2, mkdir as mkdir2, readdir as readdir2, rm as rm3, utimes } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/evidence/timeline.ts
var maxPoints = 60;
function parseTimeline(csv) {
  const timeline = {
    samples: 0,
    liveHeapPeakBytes: null,
    heapPeakBytes: null,
    rssPeakBytes: null,
    goroutinesAtEnd: null,
    points: [],
    endedWith: null,
    races: null
  };
  const points = [];
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    const match = /^(?<elapsed>\d+),(?<heap>\d+),(?<live>\d+),\d+,(?<rss>\d+),(?<goroutines>\d+)$/.exec(line);
    if (match?.groups === void 0) {
      noteLastWords(timeline, line);
      continue;
    }
    const { elapsed, heap, live, rss, goroutines } = match.groups;
    timeline.samples++;
    timeline.heapPeakBytes = Math.max(timeline.heapPeakBytes ?? 0, Number(heap));
    timeline.liveHeapPeakBytes = Math.max(timeline.liveHeapPeakBytes ?? 0, Number(live));
    timeline.rssPeakBytes = Math.max(timeline.rssPeakBytes ?? 0, Number(rss));
    timeline.goroutinesAtEnd = Number(goroutines);
    points.push([Number(elapsed), Number(rss), Number(heap), Number(live)]);
  }
  timeline.points = thinned(points);
  return timeline;
}
function thinned(points) {
  const step = Math.max(1, Math.ceil(points.length / maxPoints));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
function noteLastWords(timeline, line) {
  const words3 = /^(?<what>ended|races),(?<number>\d{1,9})$/.exec(line)?.groups;
  if (words3?.["what"] === "ended") timeline.endedWith = Number(words3["number"]);
  if (words3?.["what"] === "races") timeline.races = Number(words3["number"]);
}

// src/evidence/usage.ts
var columns = ["openFiles", "threads", "cpuMs", "tempFreeBytes", "dirFreeBytes"];
function parseUsage(csv) {
  const usage = {
    samples: 0,
    openFiles: null,
    threads: null,
    cpuMs: null,
    tempFreeBytes: null,
    dirFreeBytes: null
  };
  const lines = (csv ?? "").split("\n");
  lines.pop();
  for (const line of lines.slice(1)) {
    if (!/^\d+(?:,\d*){5}$/.test(line)) continue;
    usage.samples++;
    const cells = line.split(",").slice(1);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? "";
      if (cell === "") continue;
      const worst = column.endsWith("FreeBytes") ? Math.min : Math.max;
      usage[column] = worst(usage[column] ?? Number(cell), Number(cell));
    }
  }
  return usage;
}

// src/run/shim-problems.ts
var shimProblemsName = "shim-problems.txt";
var maxShimProblemsBytes = 16 * 1024;
var maxLines = 20;
var maxLineChars2 = 500;
var maxAlike = 3;
function parseShimProblems(text2) {
  const lines = (text2 ?? "").split("\n").filter((line) => line.trim() !== "");
  const shown = lines.slice(0, maxLines).map((line) => clip(printable(line), maxLineChars2));
  return lines.length > maxLines ? [...shown, `${String(lines.length - maxLines)} more problems in ${shimProblemsName}`] : shown;
}
function gatherGaps(gaps, leg) {
  const packages = /* @__PURE__ */ new Map();
  for (const { what, package: name } of gaps)
    if (name !== void 0) packages.set(what, (packages.get(what) ?? /* @__PURE__ */ new Set()).add(name));
  const said3 = /* @__PURE__ */ new Set();
  return gaps.flatMap((gap) => {
    const count2 = packages.get(gap.what)?.size ?? 0;
    if (gap.package === void 0 || count2 <= maxAlike) return [gap];
    if (said3.has(gap.what)) return [];
    said3.add(gap.what);
    return [{ what: `${gap.what} (${String(count2)} packages)`, leg }];
  });
}

// src/run/attempts.ts
var maxRecordBytes = 1 << 20;
var maxCrashBytes = 256 * 1024;
var maxTimelineBytes = 16 << 20;
var maxExcerptBytes = 8 * 1024;
async function readAttempts(packageFolder) {
  const entries = await readdir2(packageFolder).catch(() => []);
  const numbers = entries.map((entry2) => /^attempt-(?<number>\d{1,6})$/.exec(entry2)?.groups?.["number"]).filter((number2) => number2 !== void 0).map(Number).sort((a, b) => a - b);
  return Promise.all(
    numbers.map((number2) => readAttempt(join5(packageFolder, `attempt-${String(number2)}`), number2))
  );
}
async function readAttempt(folder, number2) {
  const read = (name, maxBytes2) => readBounded(join5(folder, name), maxBytes2);
  const [start, end, crash, timeline, usage, excerpt, problems, profile, files] = await Promise.all(
    [
      read("start.json", maxRecordBytes),
      read("end.json", maxRecordBytes),
      read("crash.txt", maxCrashBytes),
      read("timeline.csv", maxTimelineBytes),
      read("usage.csv", maxTimelineBytes),
      read(coreTextName, maxExcerptBytes),
      read(shimProblemsName, maxShimProblemsBytes),
      lstat2(join5(folder, "heap.pprof")).catch(() => null),
      readdir2(folder).catch(() => [])
    ]
  );
  return {
    number: number2,
    folder,
    start: parseStartRecord(start),
    end: parseEndRecord(end),
    // start.json is missing where nothing could be started.
    diagnose: files.includes("diagnose.json") || (parseStartRecord(start)?.diagnose ?? "") !== "",
    crashText: crash ?? "",
    timeline: parseTimeline(timeline),
    usage: parseUsage(usage),
    core: ["core.zst", "core.gz", "core"].find((name) => files.includes(name)) ?? null,
    coreExcerpt: excerpt === "" ? null : excerpt,
    problems: parseShimProblems(problems),
    hasProfile: profile !== null && profile.isFile() && profile.size > 0
  };
}
async function carryOver(request) {
  if (!/^[0-9a-f]{32}$/.test(request.record)) return null;
  const stored = await readAttempt(join5(request.store, request.record), 1);
  const { start, end } = stored;
  if (start?.record !== request.record || start.package !== request.package || start.leg !== request.leg)
    return null;
  if (end?.exitCode !== 0) return null;
  const folder = join5(request.packageFolder, "attempt-1");
  await rm3(folder, { recursive: true, force: true });
  await mkdir2(request.packageFolder, { recursive: true });
  await cp(stored.folder, folder, { recursive: true, verbatimSymlinks: true });
  const now = /* @__PURE__ */ new Date();
  await utimes(stored.folder, now, now).catch(() => void 0);
  return { ...stored, folder };
}

// src/run/black-box.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join6 } from "node:path";

// src/heap/call-sites.ts
function sumCallSites(profile, options) {
  const width = profile.sampleTypes.length;
  const zeros = () => new Array(width).fill(0);
  const totals = zeros();
  const matching = zeros();
  const sites = /* @__PURE__ */ new Map();
  const tests3 = /* @__PURE__ */ new Map();
  const cumulative = /* @__PURE__ */ new Map();
  let sample = 0;
  for (const { frames, values } of profile.samples()) {
    addValues(totals, values);
    if (values.every((value) => value === 0) || !matchesStack(options.filter ?? {}, frames))
      continue;
    sample++;
    addValues(matching, values);
    const test = testOfStack(frames);
    addValues(entry(tests3, test, zeros), values);
    const frame = innermost(frames, options.withRuntime ?? false);
    const caller = userFrame(frames);
    const site = entry(sites, `${frame.function}
${caller?.function ?? ""}`, () => ({
      frame,
      caller,
      values: zeros(),
      lines: /* @__PURE__ */ new Map(),
      callerLines: /* @__PURE__ */ new Map(),
      tests: /* @__PURE__ */ new Map()
    }));
    addValues(site.values, values);
    const weight = values[options.mainColumn] ?? 0;
    addTo(site.lines, frame.line, weight);
    if (caller !== null) addTo(site.callerLines, caller.line, weight);
    addTo(site.tests, test, weight);
    for (const { function: name } of frames) {
      const sum = entry(cumulative, name, () => ({ values: zeros(), sample: 0 }));
      if (sum.sample === sample) continue;
      sum.sample = sample;
      addValues(sum.values, values);
    }
  }
  const root = options.moduleDirectory ?? "";
  const result = [...sites.values()].map((site) => {
    const { frame, caller } = site;
    return {
      ...relativeTo(root, { ...frame, line: largest(site.lines) }),
      caller: caller === null ? null : relativeTo(root, { ...caller, line: largest(site.callerLines) }),
      test: largest(site.tests),
      values: site.values,
      cumulative: cumulative.get((caller ?? frame).function)?.values ?? zeros()
    };
  });
  const byMain = (a, b) => (b.values[options.mainColumn] ?? 0) - (a.values[options.mainColumn] ?? 0);
  return {
    totals,
    matching,
    sites: result.sort(byMain),
    tests: [...tests3].map(([test, values]) => ({ test, values })).sort(byMain)
  };
}
var noFrame = { function: "", file: "", line: 0 };
function innermost(frames, withRuntime) {
  const outside = frames.find((frame) => withRuntime || !isRuntime(frame));
  return outside ?? frames[0] ?? noFrame;
}
function entry(map, key, make) {
  let value = map.get(key);
  if (value === void 0) {
    value = make();
    map.set(key, value);
  }
  return value;
}
function addValues(sums, values) {
  for (let column = 0; column < sums.length; column++)
    sums[column] = Math.min(Number.MAX_SAFE_INTEGER, (sums[column] ?? 0) + (values[column] ?? 0));
}
function addTo(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
function largest(sums) {
  const [first, ...rest] = [...sums];
  return rest.reduce((best, next) => next[1] > best[1] ? next : best, first)[0];
}

// src/heap/holders.ts
function heapHolders(profileBytes, options = {}) {
  const reading = readProfile(profileBytes);
  return reading.kind === "profile" ? holdersOf(reading.profile, options) : null;
}
function holdersOf(profile, options = {}) {
  const columns2 = heapColumns(profile.sampleTypes);
  if (columns2 === null) return null;
  const { allocObjects, allocBytes, inuseObjects, inuseBytes } = columns2;
  const { totals, matching, sites, tests: tests3 } = sumCallSites(profile, {
    ...options,
    mainColumn: inuseBytes
  });
  const held = (values) => {
    const bytes = values[inuseBytes] ?? 0;
    const total = totals[inuseBytes] ?? 0;
    return { bytes, objects: values[inuseObjects] ?? 0, share: total > 0 ? bytes / total : 0 };
  };
  const isHeld = ({ values }) => values[inuseBytes] !== 0 || values[inuseObjects] !== 0;
  return {
    totals: {
      allocBytes: totals[allocBytes] ?? 0,
      allocObjects: totals[allocObjects] ?? 0,
      inuseBytes: totals[inuseBytes] ?? 0,
      inuseObjects: totals[inuseObjects] ?? 0
    },
    matching: { bytes: matching[inuseBytes] ?? 0, objects: matching[inuseObjects] ?? 0 },
    functions: sites.filter(isHeld).map(({ values, cumulative, test, ...site }) => ({
      ...site,
      test: test ?? shared,
      ...held(values),
      cumulativeBytes: cumulative[inuseBytes] ?? 0
    })),
    tests: tests3.filter(isHeld).map(({ test, values }) => ({ test: test ?? shared, ...held(values) }))
  };
}

// src/evidence/snapshot-meta.ts
function parseSnapshotMeta(text2) {
  if (text2 === null) return null;
  const values = new Map(
    text2.split("\n").flatMap((line) => {
      const at2 = line.indexOf(" ");
      return at2 < 0 ? [] : [[line.slice(0, at2), line.slice(at2 + 1).trim()]];
    })
  );
  const reason2 = values.get("reason");
  if (reason2 === void 0 || !/^[a-z-]{1,30}$/.test(reason2)) return null;
  const number2 = (key) => {
    const value = values.get(key) ?? "";
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    reason: reason2,
    elapsedMs: number2("elapsedMs"),
    rssBytes: number2("rssBytes"),
    heapBytes: number2("heapBytes"),
    totalBytes: number2("totalBytes"),
    goroutines: number2("goroutines"),
    usageBytes: number2("usageBytes"),
    ceilingBytes: number2("ceilingBytes"),
    gcMs: number2("gcMs"),
    complete: values.get("complete") === "1"
  };
}

// src/run/black-box.ts
var maxProfileBytes = 64 << 20;
var maxListed = 10;
async function readBlackBox(attempt, directory) {
  let newest = null;
  for (const folder of await snapshotFolders(attempt.folder)) {
    const meta = parseSnapshotMeta(await readBounded(join6(folder, "meta.txt"), 1 << 16));
    if (meta === null) continue;
    for (const name of ["heap.pprof", "heap-early.pprof"]) {
      const bytes = await readBoundedBytes(join6(folder, name), maxProfileBytes);
      const options = { moduleDirectory: directory };
      const holders2 = bytes === null ? null : heapHolders(bytes, options);
      if (holders2 === null) continue;
      return { folder, blackBox: blackBox(meta, holders2, name === "heap-early.pprof") };
    }
    newest ??= { folder, blackBox: blackBox(meta, null, false) };
  }
  return newest;
}
async function snapshotFolders(attemptFolder2) {
  const entries = await readdir3(attemptFolder2).catch(() => []);
  return entries.filter((entry2) => /^snapshot-\d{1,3}$/.test(entry2)).sort((a, b) => Number(b.slice(9)) - Number(a.slice(9))).map((entry2) => join6(attemptFolder2, entry2));
}
function blackBox(meta, holders2, early) {
  const { rssBytes, totalBytes } = meta;
  return {
    reason: meta.reason,
    elapsedMs: meta.elapsedMs,
    rssBytes,
    heapBytes: meta.heapBytes,
    outsideGoBytes: rssBytes === null || totalBytes === null ? null : Math.max(0, rssBytes - totalBytes),
    goroutines: meta.goroutines,
    ceilingBytes: meta.ceilingBytes,
    early,
    functions: (holders2?.functions ?? []).slice(0, maxListed).map((holder) => ({
      function: holder.function,
      file: holder.file,
      line: holder.line,
      bytes: holder.bytes,
      share: holder.share,
      test: holder.test === shared ? null : holder.test,
      caller: holder.caller
    })),
    tests: (holders2?.tests ?? []).filter(({ test }) => test !== shared).slice(0, maxListed).map(({ test, bytes }) => ({ test, bytes }))
  };
}

// src/evidence/tool-deaths.ts
var patterns = [
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: running (?<inner>\S{1,300}) failed: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60})(?:\.exe)?: signal: (?<signal>[a-z][a-z ()]{1,60})/,
  /(?<tool>[\w.+-]{1,60}) terminated with signal \d{1,3} \[(?<signal>[A-Za-z][A-Za-z ]{1,60})\]/,
  /fatal error: (?<signal>Killed) signal terminated program (?<tool>[\w.+-]{1,60})/
];
function toolDeaths(buildText) {
  const found = /* @__PURE__ */ new Map();
  for (const line of buildText.split("\n")) {
    if (line.length > 4e3) continue;
    for (const pattern of patterns) {
      const groups = pattern.exec(line)?.groups;
      if (groups === void 0) continue;
      const tool2 = (groups["inner"] ?? groups["tool"] ?? "").split(/[\\/]/).at(-1)?.replace(/\.exe$/, "") ?? "";
      const signal4 = (groups["signal"] ?? "").trim().toLowerCase();
      if (!found.has(`${tool2} ${signal4}`)) found.set(`${tool2} ${signal4}`, { tool: tool2, signal: signal4, line });
      break;
    }
  }
  return [...found.values()];
}

// src/run/cause-facts.ts
function causeFacts(request) {
  const { run, ending, fold, goTest, last, diagnosis } = request;
  const { passed, failed, unfinished, neverRan, failures: failures2 } = run.tests;
  const built = run.ending === "build-failed" || run.ending === "not-started" && ending.end === null;
  return {
    ending: run.ending,
    race: request.race,
    start: ending.start,
    end: ending.end,
    death: ending.end?.evidence ?? null,
    guard: goTest.guard,
    guardEnd: goTest.goEnd?.guard ?? null,
    watcherKill: built ? toolKill(goTest.watcherKills, request) : killOf(goTest.watcherKills, ending.start?.pid),
    usage: last?.usage ?? parseUsage(null),
    timeline: last?.timeline ?? parseTimeline(null),
    blackBox: request.blackBox,
    crash: ending.crash,
    output: [run.output, ...failures2.slice(0, 50).map(({ message }) => message)].join("\n"),
    failureWords: failures2.map(({ message }) => lastLogged(message)),
    build: built ? buildFacts(request) : null,
    tests: { passed, failed, unfinished, neverRan },
    testMain: request.planned.testMain,
    cancelSignal: request.cancelSignal,
    killedByGo: fold?.killedByGo ?? false,
    exitTrace: diagnosis.exitCaller,
    agent: agent(request),
    kernelPids: request.kernelPids,
    ranToEnd: diagnosis.ranToEnd || (last?.hasProfile ?? false) || (last?.timeline.endedWith ?? null) !== null,
    failedCall: diagnosis.failedCall,
    runtimeTrace: diagnosis.runtimeTrace
  };
}
function buildFacts({ fold, goTest }) {
  const text2 = fold === null ? goTest.goStderr : buildTextOf(fold, goTest.stream.builds, goTest.goStderr);
  return { text: text2, setupFailed: fold?.setupFailed ?? false, toolDeaths: toolDeaths(text2) };
}
function toolKill(kills, request) {
  const tools2 = buildFacts(request)?.toolDeaths.map(({ tool: tool2 }) => tool2.slice(0, 15)) ?? [];
  return kills.find(({ name }) => tools2.includes(name)) ?? null;
}
function killOf(kills, pid) {
  if (pid === void 0) return null;
  return kills.find((kill) => kill.pid === pid || kill.ancestors.includes(pid)) ?? null;
}
function agent({ planned, last }) {
  if (planned.injection === "none" || last === null) return "absent";
  return last.timeline.samples > 0 ? "began" : "silent";
}
function lastLogged(message) {
  const entries = message.split(/^(?=[^\s:]{1,200}\.go:\d{1,9}: )/m);
  return (entries.at(-1) ?? "").slice(0, 4096);
}

// src/run/diagnosis.ts
import { join as join7 } from "node:path";

// src/evidence/diagnosis.ts
var text = string().check(_maxLength(4096));
var exitTraceSchema = object({
  schema: literal(1),
  method: text,
  /** Null when nothing called exit. */
  exitCode: nullable(int()),
  /** The same stack as the Go runtime would have printed it; null where no Go function was found. */
  goroutine: nullish(string().check(_maxLength(1 << 20))),
  /** C functions have no names here: one frame `C code`, with the file that it was loaded from and line 0, stands for them. */
  frames: array(object({ function: text, file: text, line: int().check(_nonnegative()) })).check(_maxLength(64)),
  supported: boolean(),
  problem: nullable(text)
});
var straceSchema = object({
  schema: literal(1),
  supported: boolean(),
  /** Why nothing was traced. */
  problem: nullish(text),
  lastFailed: nullable(
    object({
      syscall: string().check(_regex(/^[a-z0-9_]{1,64}$/)),
      errno: string().check(_regex(/^E[A-Z0-9]{1,20}$/)),
      line: text
    })
  ),
  tail: array(text).check(_maxLength(20))
});
var runtimeTraceSchema = object({
  schema: literal(1),
  /** The package whose initialisation ended last. */
  lastInit: nullable(text),
  gcs: int().check(_nonnegative()),
  lastGc: nullable(text),
  lastSched: nullable(text)
});
var parseExitTrace = recordParser(exitTraceSchema);
var parseStrace = recordParser(straceSchema);
var parseRuntimeTrace = recordParser(runtimeTraceSchema);

// src/run/diagnosis.ts
var noDiagnosis = {
  exitCaller: null,
  ranToEnd: false,
  failedCall: null,
  runtimeTrace: [],
  gaps: () => []
};
var maxBytes = 1 << 20;
async function readDiagnosis({
  attempts,
  exitCode,
  directory
}) {
  const found = { ...noDiagnosis };
  const problems = [];
  for (const { folder } of attempts) {
    const read = (name) => readBounded(join7(folder, name), maxBytes);
    const exit3 = parseExitTrace(await read("exit-trace.json"));
    if (exit3?.exitCode === exitCode) {
      const caller = exitCaller(exit3, directory);
      found.ranToEnd = caller !== null && isRegularEnd(caller.file);
      found.exitCaller = found.ranToEnd ? null : caller;
    }
    if (exit3?.supported === false && exit3.problem !== null) problems.push(exit3.problem);
    const strace = parseStrace(await read("strace.json"));
    found.failedCall = strace?.lastFailed ?? found.failedCall;
    if (strace?.supported === false && (strace.problem ?? "") !== "")
      problems.push(strace.problem ?? "");
    const runtime = parseRuntimeTrace(await read("runtime-trace.json"));
    if (runtime !== null)
      found.runtimeTrace = [
        runtime.lastInit === null ? "" : `the last package that was initialised: ${runtime.lastInit}`,
        `${String(runtime.gcs)} garbage collections`,
        runtime.lastGc ?? "",
        runtime.lastSched ?? ""
      ].filter(Boolean);
  }
  if (problems.length > 0)
    found.gaps = ({ package: name, leg }) => problems.map((what) => ({
      what: `a closer look was not possible: ${what}`,
      package: name,
      leg
    }));
  return found;
}
function exitCaller(trace, directory) {
  const frames = trace.frames;
  const at2 = frames.findIndex(({ function: name }) => !isPassingOn(name));
  const frame = frames[at2];
  if (frame === void 0) return null;
  return {
    function: frame.function,
    file: below(frame.file, directory),
    line: frame.line,
    by: nameOf(frames.slice(0, at2).map(({ function: name }) => name)),
    viaTestMain: frames.some(({ function: name }) => /\.TestMain(?:\.|$)/.test(name))
  };
}
function isRegularEnd(file) {
  return /(?:^|[\\/])(?:zz_crash_guard\d*(?:_main)?_test|_testmain)\.go$/.test(file);
}
function isPassingOn(name) {
  return /^(?:C code$|runtime[./]|os\.|log\.|syscall\.|internal\/)|\._Cfunc_/.test(name);
}
function nameOf(functions2) {
  const outermost = functions2.findLast((name) => /^(?:os|log|syscall)\./.test(name));
  return outermost?.replace(/\(\*(?<type>\w+)\)/, "$<type>") ?? "a call of exit";
}
function below(file, directory) {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}

// src/run/ending-facts.ts
function endingFacts(request) {
  const { leg, fold, last, cached, missingTests, cancelledAt, goEnd } = request;
  const fileIsReliable = last !== null && last.timeline.samples > 0 && leg.goMinor >= 23;
  return {
    action: fold?.action ?? null,
    cached,
    noTestFiles: fold?.noTestFiles ?? false,
    buildFailed: fold?.buildFailed ?? false,
    start: last?.start ?? null,
    end: last?.end ?? null,
    crash: { file: last?.crashText ?? "", stream: fold?.crashLine ?? null, fileIsReliable },
    timedOut: fold?.timedOut ?? false,
    killedByGo: fold?.killedByGo ?? false,
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests,
    failfast: leg.failfast,
    cancelledAt,
    supervisorGoneAt: supervisorGoneAt(goEnd)
  };
}
function supervisorGoneAt(goEnd) {
  if (goEnd?.cancelled !== "supervisor-gone" || goEnd.cancelledAt === null) return null;
  const at2 = Date.parse(goEnd.cancelledAt);
  return Number.isNaN(at2) ? null : at2;
}

// src/run/heap-record.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join8 } from "node:path";

// src/heap/heap-amounts.ts
function noAmounts() {
  return { allocBytes: 0, allocObjects: 0, inuseBytes: 0 };
}
function addAmounts(sums, more) {
  sums.allocBytes += more.allocBytes;
  sums.allocObjects += more.allocObjects;
  sums.inuseBytes += more.inuseBytes;
}
function byAmounts(a, b) {
  return b.allocBytes - a.allocBytes || b.inuseBytes - a.inuseBytes || b.allocObjects - a.allocObjects;
}
function isNothing({ allocBytes, allocObjects, inuseBytes }) {
  return allocBytes === 0 && allocObjects === 0 && inuseBytes === 0;
}

// src/heap/heap-places.ts
var nowhereElse = {
  package: "",
  modulePath: null,
  moduleDirectory: "",
  repositoryDirectory: ""
};
function isOwn({ modulePath, ...places }, frame) {
  if (isSurroundings(frame)) return false;
  const path = packageOf(frame.function).replace(/_test$/, "");
  if (path === places.package.replace(/_test$/, "")) return true;
  if (modulePath === null || modulePath === "std") return false;
  return path === modulePath || path.startsWith(`${modulePath}/`);
}
function isChargeable(places, frame) {
  return isOwn(places, frame) || !isStandardLibrary(frame) && !isSurroundings(frame);
}
function repositoryFile(places, { function: name, file }) {
  const { moduleDirectory, repositoryDirectory, modulePath } = places;
  const inRepository = below2(repositoryDirectory, file);
  if (inRepository !== null) return inRepository;
  const inModule = modulePath === null ? null : below2(modulePath, file);
  if (inModule !== null) {
    const folder = below2(repositoryDirectory, moduleDirectory);
    return folder === null ? inModule : `${folder}/${inModule}`;
  }
  const bare = below2(moduleDirectory, file);
  if (bare !== null) return bare;
  if (!file.includes("/")) return file;
  if (isGoFile(file)) return file.slice(file.lastIndexOf("/src/") + 1).replace(/^src\//, "");
  return `${packageOf(name)}/${file.slice(file.lastIndexOf("/") + 1)}`;
}
function below2(directory, file) {
  return directory !== "" && file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : null;
}

// src/heap/function-rows.ts
var rankings = [
  ({ flat }) => flat.allocBytes,
  ({ cumulative }) => cumulative.allocBytes,
  ({ charged }) => charged.allocBytes,
  ({ charged }) => charged.inuseBytes
];
var maxEach = 200;
var maxLines2 = 5;
var maxNameLength = 1e3;
function functionRows(functions2, places) {
  const all = [...functions2].filter(({ lastSample }) => lastSample >= 0);
  const listed = new Set(
    rankings.flatMap(
      (amount) => all.filter((sums) => amount(sums) > 0).sort((a, b) => amount(b) - amount(a)).slice(0, maxEach)
    )
  );
  const rows5 = [...listed].sort((a, b) => byAmounts(a.charged, b.charged) || byAmounts(a.flat, b.flat)).map((sums) => functionRow(sums, places));
  const rest = all.filter((sums) => !listed.has(sums));
  return rest.length === 0 ? rows5 : [...rows5, restRow(rest)];
}
function functionRow(sums, options) {
  const places = [...sums.places.values()].sort(byWeight);
  const [main] = places;
  const caller = main.own ? null : largest2(sums.callers);
  return {
    ...position(main, options),
    ...amountFields(sums),
    lines: places.filter(({ frame, charged }) => frame.file === main.frame.file && !isNothing(charged)).slice(0, maxLines2).map(({ frame, charged }) => ({ line: frame.line, ...charged })),
    test: largest2(sums.tests),
    calledFrom: caller === null ? null : position(caller, options)
  };
}
function restRow(rest) {
  const flat = noAmounts();
  const charged = noAmounts();
  for (const sums of rest) {
    addAmounts(flat, sums.flat);
    addAmounts(charged, sums.charged);
  }
  return {
    ...{ function: others, file: "", line: 0 },
    // Cumulative amounts of several functions overlap: only what they allocated themselves is known of all.
    ...amountFields({ flat, cumulative: flat, charged }),
    lines: [],
    test: null,
    calledFrom: null
  };
}
function amountFields({
  flat,
  cumulative,
  charged
}) {
  return {
    ...flat,
    cumulativeAllocBytes: cumulative.allocBytes,
    cumulativeAllocObjects: cumulative.allocObjects,
    cumulativeInuseBytes: cumulative.inuseBytes,
    chargedAllocBytes: charged.allocBytes,
    chargedAllocObjects: charged.allocObjects,
    chargedInuseBytes: charged.inuseBytes
  };
}
function position({ frame }, options) {
  return {
    function: frame.function.slice(0, maxNameLength),
    file: repositoryFile(options, frame).slice(-maxNameLength),
    line: frame.line
  };
}
function byWeight(a, b) {
  return byAmounts(a.charged, b.charged) || b.flatBytes - a.flatBytes || b.throughBytes - a.throughBytes || a.frame.line - b.frame.line;
}
function largest2(sums) {
  let best = null;
  let most = -1;
  for (const [key, value] of sums) {
    if (value <= most) continue;
    most = value;
    best = key;
  }
  return best;
}

// src/heap/function-sums.ts
function functionTable(options) {
  const functions2 = /* @__PURE__ */ new Map();
  return { functions: functions2, placeOf: (frame) => findPlace(functions2, frame, options) };
}
function findPlace(functions2, frame, options) {
  let owner = functions2.get(frame.function);
  if (owner === void 0) {
    owner = newFunction(frame.function);
    functions2.set(frame.function, owner);
  }
  const key = `${String(frame.line)} ${frame.file}`;
  let place6 = owner.places.get(key);
  if (place6 === void 0) {
    place6 = newPlace(owner, frame, options);
    owner.places.set(key, place6);
  }
  return place6;
}
function newFunction(name) {
  return {
    name,
    places: /* @__PURE__ */ new Map(),
    flat: noAmounts(),
    cumulative: noAmounts(),
    charged: noAmounts(),
    tests: /* @__PURE__ */ new Map(),
    callers: /* @__PURE__ */ new Map(),
    lastSample: -1
  };
}
function newPlace(owner, frame, options) {
  return {
    owner,
    frame,
    charged: noAmounts(),
    flatBytes: 0,
    throughBytes: 0,
    own: isOwn(options, frame),
    chargeable: isChargeable(options, frame),
    standardLibrary: isStandardLibrary(frame),
    testRunner: isTestRunner(frame.function),
    declaredTest: declaredTest(frame.function)
  };
}

// src/heap/sampling-error.ts
function samplingError(rate) {
  let variance = 0;
  let sum = 0;
  return {
    add(objects, bytes) {
      if (objects === 0 || bytes === 0) return;
      sum += bytes;
      if (rate <= 1) return;
      const size = bytes / objects;
      const missed = Math.exp(-size / rate);
      variance += size * bytes * missed / (1 - missed);
    },
    relative: () => sum > 0 ? Math.sqrt(variance) / sum : null
  };
}

// src/heap/stack-holders.ts
var maxHolders = 10;
var maxFrames = 64;
var maxNameLength2 = 1e3;
function stackHolders() {
  const numbers = /* @__PURE__ */ new Map();
  const holdings = /* @__PURE__ */ new Map();
  const numberOf = (place6) => {
    const known = numbers.get(place6) ?? numbers.size;
    if (known === numbers.size) numbers.set(place6, known);
    return known;
  };
  return {
    add(places, bytes, objects) {
      const key = places.map(numberOf).join(" ");
      const holding = holdings.get(key);
      if (holding === void 0) holdings.set(key, { places: [...places], bytes, objects });
      else {
        holding.bytes += bytes;
        holding.objects += objects;
      }
    },
    largest: (options) => [...holdings.values()].sort((a, b) => b.bytes - a.bytes).slice(0, maxHolders).map(({ places, bytes, objects }) => ({
      frames: places.slice(0, maxFrames).map(({ frame }) => ({
        function: frame.function.slice(0, maxNameLength2),
        file: repositoryFile(options, frame).slice(-maxNameLength2),
        line: frame.line
      })),
      inuseBytes: bytes,
      inuseObjects: objects
    }))
  };
}

// src/heap/heap-figures.ts
var maxTests = 500;
var maxNameLength3 = 300;
function heapFigures(profile, options) {
  const columns2 = heapColumns(profile.sampleTypes);
  if (columns2 === null) return null;
  const rate = profile.period ?? 0;
  const totals = { ...noAmounts(), inuseObjects: 0 };
  const table2 = functionTable(options);
  const tests3 = /* @__PURE__ */ new Map();
  const holders2 = stackHolders();
  const error = samplingError(rate);
  const nowhere = table2.placeOf({ function: "(unknown)", file: "", line: 0 });
  const places = profile.frames.map(table2.placeOf);
  const stack = [];
  let sample = 0;
  for (const { frames, values } of profile.stacks()) {
    const inuseObjects = values[columns2.inuseObjects] ?? 0;
    const amounts = {
      allocBytes: values[columns2.allocBytes] ?? 0,
      allocObjects: values[columns2.allocObjects] ?? 0,
      inuseBytes: values[columns2.inuseBytes] ?? 0
    };
    if (isNothing(amounts) && inuseObjects === 0) continue;
    addAmounts(totals, amounts);
    totals.inuseObjects += inuseObjects;
    error.add(amounts.allocObjects, amounts.allocBytes);
    stack.length = 0;
    for (const index of frames) stack.push(places[index] ?? nowhere);
    if (stack.length === 0) stack.push(nowhere);
    const test = testOfPlaces(stack);
    addTest(tests3, test ?? shared, amounts);
    addToFunctions(stack, amounts, test, sample++);
    if (amounts.inuseBytes > 0) holders2.add(stack, amounts.inuseBytes, inuseObjects);
  }
  return {
    totals,
    tests: testRows(tests3),
    functions: functionRows(table2.functions.values(), options),
    holders: holders2.largest(options),
    sampling: { rate, relativeError: rate > 0 ? error.relative() : null }
  };
}
function addToFunctions(places, amounts, test, sample) {
  const [leaf] = places;
  let charged = null;
  let caller = null;
  for (const place6 of places) {
    const { owner } = place6;
    if (charged === null && place6.chargeable) charged = place6;
    if (caller === null && place6.own) caller = place6;
    if (owner.lastSample === sample) continue;
    owner.lastSample = sample;
    addAmounts(owner.cumulative, amounts);
    place6.throughBytes += amounts.allocBytes;
  }
  charged ??= leaf;
  addAmounts(leaf.owner.flat, amounts);
  leaf.flatBytes += amounts.allocBytes;
  addAmounts(charged.owner.charged, amounts);
  addAmounts(charged.charged, amounts);
  for (const { owner } of charged.owner === leaf.owner ? [leaf] : [leaf, charged]) {
    addTo2(owner.tests, test, amounts.allocBytes);
    if (caller !== null && caller.owner !== owner) addTo2(owner.callers, caller, amounts.allocBytes);
  }
}
function addTest(tests3, test, amounts) {
  let sums = tests3.get(test);
  if (sums === void 0) {
    sums = noAmounts();
    tests3.set(test, sums);
  }
  addAmounts(sums, amounts);
}
function testRows(tests3) {
  const rows5 = [...tests3].map(([test, sums2]) => ({ test: test.slice(0, maxNameLength3), ...sums2 })).sort(byAmounts);
  const rest = rows5.splice(maxTests);
  if (rest.length === 0) return rows5;
  const sums = noAmounts();
  for (const row of rest) addAmounts(sums, row);
  return [...rows5, { test: others, ...sums }];
}
function addTo2(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

// src/run/heap-memo.ts
var maxMemoBytes = 32 << 20;
var count = int().check(_nonnegative());
var { tests: tests2, functions, holders, sampling } = heapRecordSchema.shape;
var memoSchema = object({
  /** Files are named relative to these. */
  places: object({
    package: string(),
    modulePath: nullable(string()),
    moduleDirectory: string(),
    repositoryDirectory: string()
  }),
  figures: object({
    totals: object({
      allocBytes: count,
      allocObjects: count,
      inuseBytes: count,
      inuseObjects: count
    }),
    ...{ tests: tests2, functions, holders, sampling }
  })
});
function parseFigures(json, places) {
  try {
    const parsed = memoSchema.safeParse(JSON.parse(json ?? ""));
    if (!parsed.success) return null;
    const names4 = Object.keys(places);
    const same = names4.every((name) => parsed.data.places[name] === places[name]);
    return same ? parsed.data.figures : null;
  } catch {
    return null;
  }
}

// src/run/heap-record.ts
var measured = /* @__PURE__ */ new Set(["passed", "failed"]);
var noFigures = {
  metrics: {
    allocBytes: null,
    allocObjects: null,
    inuseBytes: null,
    inuseObjects: null,
    liveHeapPeakBytes: null,
    peakRssBytes: null,
    goroutinesAtEnd: null
  },
  tests: [],
  functions: [],
  holders: [],
  benchmarks: []
};
async function heapRecord(request) {
  const { run, records } = request;
  if (run.ending === "no-tests") return [];
  const identity = { package: run.package, leg: run.leg, outcome: run.ending };
  const unsampled = { rate: 0, relativeError: null };
  if (!measured.has(run.ending)) return [{ ...identity, ...noFigures, sampling: unsampled }];
  const figures = records.hasProfile ? await figuresOf(request) : null;
  if (figures === null && records.timeline.samples === 0) return [];
  const { totals, ...lists } = figures ?? { totals: null, sampling: unsampled };
  return [
    {
      ...identity,
      ...noFigures,
      metrics: {
        ...noFigures.metrics,
        ...totals,
        liveHeapPeakBytes: records.timeline.liveHeapPeakBytes,
        peakRssBytes: run.peakRssBytes,
        goroutinesAtEnd: records.timeline.goroutinesAtEnd
      },
      ...lists,
      benchmarks: request.benchmarks
    }
  ];
}
async function figuresOf({ records, store, places }) {
  const memo = records.start === null ? null : join8(store, records.start.record, "figures-1.json");
  const known = memo === null ? null : parseFigures(await readBounded(memo, maxMemoBytes), places);
  if (known !== null) return known;
  const bytes = await readBoundedBytes(join8(records.folder, "heap.pprof"), maxUnpackedBytes);
  const reading = bytes === null ? null : readProfile(bytes);
  const figures = reading?.kind === "profile" ? heapFigures(reading.profile, places) : null;
  if (memo !== null && figures !== null)
    await writeFile2(memo, JSON.stringify({ places, figures })).catch(() => void 0);
  return figures;
}
function heapPlaces({ directory, source }, planned) {
  const below4 = source.directory === "" ? "" : `/${source.directory}`;
  return {
    package: planned.package,
    modulePath: planned.modulePath,
    moduleDirectory: planned.moduleDir ?? "",
    repositoryDirectory: directory.endsWith(below4) ? directory.slice(0, directory.length - below4.length) : directory
  };
}

// src/gotest/fold.ts
import { Buffer } from "node:buffer";
function createFold(listener = {}) {
  const state = {
    packages: /* @__PURE__ */ new Map(),
    builds: /* @__PURE__ */ new Map(),
    plain: createExcerpt(),
    events: 0,
    plainLines: 0
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) {
      if (line === "") return;
      state.plainLines++;
      const kept = Buffer.from(line).toString("utf8");
      state.plain.add(`${kept}
`);
      foldPlainLine(state, kept, listener);
      return;
    }
    state.events++;
    if (event.package === "") foldBuild(state, event);
    else {
      const fold = packageOf2(state, event.package);
      const over = fold.action !== null;
      foldEvent(fold, event);
      if (!over && fold.action !== null) listener.packageEnded?.(fold, state);
      if (event.action === "output") listener.output?.(event);
    }
  });
  return { state, push: lines.push, end: lines.end };
}
function packageOf2(state, name) {
  let fold = state.packages.get(name);
  if (fold === void 0) {
    fold = newPackageFold(name);
    state.packages.set(name, fold);
  }
  return fold;
}
function foldPlainLine(state, line, listener) {
  const name = unbuiltPackage(line);
  if (name === null) return;
  const fold = packageOf2(state, name);
  fold.buildFailed = true;
  fold.action = "fail";
  listener.packageEnded?.(fold, state);
}
function foldBuild(state, event) {
  if (event.action !== "build-output") return;
  let output = state.builds.get(event.importPath);
  if (output === void 0) {
    output = createExcerpt();
    state.builds.set(event.importPath, output);
  }
  output.add(event.output);
}

// src/run/leg-evidence.ts
var maxStderrBytes = 4 << 20;
async function readLeg(out, leg) {
  const rounds = [];
  for (const { folder, round } of await readRounds(out, leg.name))
    rounds.push({ round, evidence: await readGoTest(folder) });
  return { leg, main: await readGoTest(layout.leg(out, leg.name)), rounds };
}
function resultsOf(evidence, packageName) {
  const again = evidence.rounds.findLast(
    ({ round, evidence: own }) => round.purpose === "rebuild" && round.packages.includes(packageName) && own.stream.packages.has(packageName)
  );
  return again?.evidence ?? evidence.main;
}
async function readGoTest(folder) {
  const fold = createFold();
  const found = await readChunks(goTestFiles.events(folder), fold.push);
  const cut = fold.end() && found;
  const read = (path, maxBytes2) => readBounded(path, maxBytes2);
  return {
    stream: fold.state,
    cut,
    goEnd: parseGoEndRecord(await read(goTestFiles.goEnd(folder), 1 << 20)),
    goStderr: await read(goTestFiles.goStderr(folder), maxStderrBytes) ?? "",
    guard: parseGuardRecord(await read(goTestFiles.guard(folder), 1 << 20)),
    watcherKills: parseWatcherKills(await read(goTestFiles.watcherKills(folder), 1 << 20))
  };
}

// src/run/killed-build.ts
function killedBuild(request, results) {
  const { evidence, planned } = request;
  const { main, leg } = evidence;
  if (results === main) return null;
  const fold = main.stream.packages.get(planned.package) ?? null;
  const missing = completeness(planned.declared, fold, leg.repeats);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending: "build-failed",
    cached: false,
    cause: null,
    attempts: [],
    elapsedMs: null,
    peakRssBytes: null,
    output: "",
    tests: { passed: 0, failed: 0, skipped: 0, failures: [], ...missing }
  };
  const ending = endingFacts({
    leg,
    goEnd: main.goEnd,
    fold,
    last: null,
    cached: false,
    missingTests: missing.unfinished.length + missing.neverRan.length,
    cancelledAt: null
  });
  const cause = diagnose(
    causeFacts({
      run,
      ending,
      race: leg.race,
      planned,
      fold,
      goTest: main,
      last: null,
      blackBox: null,
      diagnosis: noDiagnosis,
      cancelSignal: null,
      kernelPids: request.plan.kernelPids
    })
  );
  return {
    number: 0,
    ending: "build-failed",
    exitCode: null,
    signal: null,
    coreDumped: false,
    limits: {},
    elapsedMs: null,
    peakRssBytes: null,
    ...cause === null ? {} : { cause }
  };
}

// src/run/report-attempt.ts
import { join as join9, relative as relative2 } from "node:path";
function reportAttempt(record2, packageEnding, out, snapshot) {
  const { end, start, timeline, core, coreExcerpt } = record2;
  const at2 = (name) => relative2(out, join9(record2.folder, name));
  const died = needsLog(packageEnding) && packageEnding !== "failed";
  return {
    number: record2.number,
    ending: packageEnding,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    coreDumped: end?.coreDumped ?? false,
    limits: start?.limits ?? {},
    elapsedMs: end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes([record2]),
    ...needsLog(packageEnding) ? { log: at2(logName) } : {},
    ...record2.hasProfile ? { profile: at2("heap.pprof") } : {},
    ...snapshot === null ? {} : { snapshot: relative2(out, snapshot.folder), blackBox: snapshot.blackBox },
    ...died && timeline.points.length > 1 ? { timeline: timeline.points } : {},
    ...core === null ? {} : { core: at2(core) },
    ...coreExcerpt === null ? {} : { coreText: at2(coreTextName), coreExcerpt }
  };
}
function peakRssBytes(records) {
  const peaks = records.map(({ end, timeline }) => end?.maxRssBytes ?? timeline.rssPeakBytes ?? 0);
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
}

// src/run/assemble-package.ts
var maxFailures = 500;
var maxNames = 5e3;
async function assemblePackage(request) {
  const { evidence, planned, out, plan, cancel } = request;
  const { leg } = evidence;
  const goTest = resultsOf(evidence, planned.package);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const results = own.filter(({ diagnose: diagnose2 }) => !diagnose2);
  const cached = results.length === 0 && fold?.saysCached === true && fold.action === "pass";
  const carried = cached && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const records = carried === null ? results : [carried];
  const tests3 = completeness(planned.declared, fold, leg.repeats);
  const last = records.at(-1) ?? null;
  const facts = endingFacts({
    leg,
    goEnd: goTest.goEnd,
    fold,
    last: results.at(-1) ?? null,
    cached,
    missingTests: tests3.unfinished.length + tests3.neverRan.length,
    cancelledAt: cancel?.at ?? null
  });
  const ending = decideEnding(facts);
  const snapshot = last === null || cached ? null : await readBlackBox(last, plan.directory);
  const run = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached,
    cause: null,
    attempts: records.map(
      (record2) => reportAttempt(record2, ending, out, record2 === last ? snapshot : null)
    ),
    elapsedMs: fold?.elapsedMs ?? last?.end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes(records),
    output: ending === "passed" || ending === "no-tests" ? "" : packageOutput(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, planned, plan.directory),
      unfinished: tests3.unfinished.slice(0, maxNames),
      neverRan: tests3.neverRan.slice(0, maxNames),
      cases: (fold?.cases ?? []).map(({ test, outcome, elapsedMs }) => [test, outcome, elapsedMs])
    }
  };
  const diagnosis = await readDiagnosis({
    attempts: own.filter((record2) => record2.diagnose),
    exitCode: results.at(-1)?.end?.exitCode ?? null,
    directory: plan.directory
  });
  run.cause = diagnose(
    causeFacts({
      run,
      ending: facts,
      race: leg.race,
      planned,
      fold,
      goTest,
      last: results.at(-1) ?? null,
      blackBox: snapshot?.blackBox ?? null,
      diagnosis,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids
    })
  );
  const before = killedBuild(request, goTest);
  if (before !== null) run.attempts.unshift(before);
  return {
    run,
    crashText: facts.crash.file,
    fileIsReliable: facts.crash.fileIsReliable,
    heap: leg.heapProfile && last !== null ? await heapRecord({
      ...{ run, records: last, store: leg.store },
      places: heapPlaces(plan, planned),
      benchmarks: fold?.benchmarks.results() ?? []
    }) : [],
    gaps: [
      ...packageGaps(request, run, fold, last),
      ...own.flatMap(
        ({ problems }) => problems.map((what) => ({ what, leg: leg.name, package: planned.package }))
      ),
      ...diagnosis.gaps(run)
    ]
  };
}
async function findCarried(request, all, record2, packageFolder) {
  const present = all.find(({ start }) => start?.record === record2);
  if (present !== void 0) return present;
  const { leg } = request.evidence;
  return carryOver({
    packageFolder,
    store: leg.store,
    record: record2,
    package: request.planned.package,
    leg: leg.name
  });
}
function failures(fold, planned, directory) {
  const folder = relative3(directory, planned.dir);
  return culprits(fold?.failures ?? []).slice(0, maxFailures).map((failed) => {
    const message = failureMessage(failed);
    const at2 = message.file === null ? declaredAt(failed, planned) : message;
    const file = at2.file === null ? null : [folder, at2.file].filter(Boolean).join("/");
    return { ...message, file, line: at2.line };
  });
}
function declaredAt({ test, output }, { declared }) {
  const found = declared.find(({ name }) => name === test);
  if (found === void 0 || found.kind !== "example" && output.trim() !== "")
    return { file: null, line: null };
  return { file: basename(found.file), line: found.line };
}
function packageOutput(evidence, fold) {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  const { stream, goStderr } = evidence;
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  else if (fold.buildFailed) excerpt.add(buildTextOf(fold, stream.builds, goStderr));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? "");
  return excerpt.text();
}
function* packageGaps(request, run, fold, last) {
  const at2 = { leg: run.leg, package: run.package };
  if (run.cached && last === null) {
    yield {
      what: "the result was cached, and its records (memory, profile) are no longer there; --fresh makes new ones",
      ...at2
    };
  }
  if (run.ending === "passed" && !run.cached && (last?.end ?? null) === null) {
    yield { what: "the test process left no record of its end", ...at2 };
  }
  if (fold !== null && fold.failuresLeftOut > 0) {
    yield {
      what: `${String(fold.failuresLeftOut)} more failed tests are counted but not listed`,
      ...at2
    };
  }
  const { injection, hasTests } = request.planned;
  if (hasTests && injection === "none") {
    yield {
      what: "the agent could not ride along (sources in the module cache, or embedded in a binary): no timeline, no crash file",
      ...at2
    };
  }
}

// src/run/crashes.ts
import { join as join10 } from "node:path";

// src/cause/crash-cause.ts
var plain = {
  panic: "panic",
  "fatal-error": "fatal-error",
  signal: "signal",
  timeout: "timeout",
  "data-race": "data-race",
  sanitizer: "sanitizer",
  "goroutine-leak": "goroutine-leak",
  exit: "os-exit",
  killed: "killed",
  "build-failure": "build-failed"
};
var prefixes = {
  panic: "panic: ",
  "fatal-error": "fatal error: "
};
var spoken = /* @__PURE__ */ new Set(["panic", "fatal-error", "signal", "sanitizer"]);
var logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
function causeOfCrash(crash) {
  const { kind, message, notes: notes2 } = crash;
  const precise = exactly(crash);
  if (precise !== null) return precise;
  if (!spoken.has(kind)) return plain[kind];
  const said3 = `${prefixes[kind] ?? `${crash.signal?.name ?? ""}: `}${message}`;
  const text2 = [said3, ...notes2].join("\n");
  const wanted = sayings.filter(
    ({ by, pattern }) => by === "runtime" && (kind !== "panic" || pattern.source.startsWith("panic: "))
  );
  return wanted.find(({ pattern, not }) => pattern.test(text2) && not?.test(text2) !== true)?.id ?? plain[kind];
}
function exactly({ kind, message, notes: notes2, panics: panics2, stacks, positions }) {
  switch (kind) {
    case "panic": {
      const last = panics2.at(-1)?.text ?? message;
      if (last.includes("unexpected call to os.Exit(0) during test")) return "os-exit";
      if (inInit(stacks[0])) return "init-panic";
      return last.includes("invalid memory address or nil pointer dereference") ? "nil-dereference" : null;
    }
    case "exit":
      return notes2.some((note) => logged.test(note)) ? "log-fatal" : null;
    case "build-failure":
      return positions.length === 0 && /^(?:go: |\S+: malformed|no required module|package \S+ is not in)/.test(message) ? "setup-failed" : null;
    default:
      return null;
  }
}
function inInit(stack) {
  const frames = stack?.goroutine.frames ?? [];
  return frames.some(({ function: name }) => /^runtime\.doInit1?$/.test(name));
}

// src/crash/blame/running-tests.ts
var maxDepth2 = 32;
function topLevel(test) {
  return test.split("/", 1)[0] ?? test;
}
function innermost2(tests3) {
  const parents = /* @__PURE__ */ new Set();
  for (const test of tests3) {
    const parts = test.split("/", maxDepth2);
    for (let length = 1; length < parts.length; length++)
      parents.add(parts.slice(0, length).join("/"));
  }
  return tests3.filter((test) => !parents.has(test));
}
function runningSince(crash) {
  return byTime(crash).map(({ test }) => test);
}
function longestRunning(crash) {
  const [first, ...others3] = byTime(crash);
  if (first === void 0) return null;
  const longest = [first, ...others3.filter(({ elapsed }) => elapsed >= first.elapsed)];
  const tests3 = longest.map(({ test }) => test);
  const [leaf, ...more] = innermost2(tests3);
  if (leaf !== void 0 && more.length === 0) return leaf;
  return new Set(tests3.map(topLevel)).size === 1 ? topLevel(first.test) : null;
}
function byTime({ runningTests }) {
  const depth2 = (test) => test.split("/").length;
  return runningTests.map(({ test, elapsed }) => ({ test, elapsed: seconds2(elapsed) })).sort((a, b) => b.elapsed - a.elapsed || depth2(b.test) - depth2(a.test));
}
var units = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9
};
function seconds2(elapsed) {
  let total = 0;
  const parts = /(?<count>\d{1,12}(?:\.\d{1,12})?)(?<unit>ms|µs|ns|[hms])/g;
  for (const { groups } of elapsed.slice(0, 100).matchAll(parts))
    total += Number(groups?.["count"]) * (units[groups?.["unit"] ?? ""] ?? 0);
  return total;
}

// src/crash/blame/culprit-test.ts
var maxSteps = 32;
var named2 = /^(?:Log|Fail) in goroutine after (?<test>\S+) has completed/;
function culpritTest(crash, goroutine, witnesses = []) {
  const inMessage = crash.kind === "panic" ? named2.exec(crash.message)?.groups?.["test"] : void 0;
  if (inMessage !== void 0) return inMessage;
  const asked = goroutine === null ? witnesses : [goroutine, ...witnesses];
  const teller = asked.find((one) => testOfGoroutine(one, crash) !== null) ?? null;
  const told = teller === null ? null : testOfGoroutine(teller, crash);
  if (told === "none") return null;
  const running = crash.runningTests.map(({ test }) => test);
  const names4 = running.length > 0 ? running : [crash.outputTest].filter((name) => name !== null);
  if (told !== null) return fullName(told.test, teller, names4);
  return ofSuite(goroutine, names4) ?? (running.length > 0 ? longestRunning(crash) : crash.outputTest);
}
function testOfGoroutine(goroutine, { stacks }) {
  let current = goroutine;
  for (let step = 0; step < maxSteps && current !== void 0; step++) {
    const told = testOfFrames(current.frames) ?? testOfFunction(current.createdBy);
    if (told !== null) return told;
    for (const { frames, createdBy } of current.ancestors) {
      const before = testOfFrames(frames) ?? testOfFunction(createdBy);
      if (before !== null) return before;
    }
    const creator = current.createdBy?.goroutine ?? null;
    if (creator === null) break;
    current = stacks.find((stack) => stack.goroutine.id === creator)?.goroutine;
  }
  return null;
}
function testOfFrames(frames) {
  const test = testOfStack(frames);
  if (test !== null) return { test };
  for (const frame of frames.toReversed()) {
    const told = testOfFunction(frame);
    if (told !== null) return told;
  }
  return null;
}
var startUp = /^[^.]*\.init(?:\.\d+)?$/;
function testOfFunction(frame) {
  if (frame === null) return null;
  const { function: name, file } = frame;
  if (startUp.test(name.slice(name.lastIndexOf("/") + 1))) return "none";
  const test = file.endsWith("_test.go") ? declaredTest(name) : null;
  return test === null ? null : test === "TestMain" ? "none" : { test };
}
function fullName(test, goroutine, names4) {
  const base = goroutine === null ? null : baseOfTest(goroutine.frames) ?? goroutine.createdBy;
  if (base?.function.endsWith(`.${test}`) === true) return test;
  const subtests = [...new Set(names4)].filter((name) => topLevel(name) === test && name !== test);
  const [leaf, ...others3] = innermost2(subtests);
  return leaf === void 0 || others3.length > 0 ? test : leaf;
}
var method = /\.\(?\*?[^.()]+\)?\.(?<method>Test[\p{L}\p{Nd}_]*)$/u;
function ofSuite(goroutine, names4) {
  for (const { function: name } of goroutine?.frames ?? []) {
    const test = method.exec(name)?.groups?.["method"];
    const full = test === void 0 ? void 0 : names4.find((one) => one.split("/").includes(test));
    if (full !== void 0) return full;
  }
  return null;
}

// src/crash/source/frame-path.ts
var made = /^(?:_cgo_(?:gotypes|import)\.go|_cgo_export\.[ch]|_testmain\.go|cgo-\w+-prolog|cgo-generated-wrapper)$/;
var maxChars = 1024;
function plainPath(file) {
  if (file === "" || file.length > maxChars || /^(?:<|\?\?$)|\0/.test(file)) return null;
  const slashed = /^[A-Za-z]:\\/.test(file) || !file.includes("/") ? file.replaceAll("\\", "/") : file;
  const parts = [];
  for (const part2 of slashed.split("/")) {
    if (part2 === "" || part2 === ".") continue;
    if (part2 !== "..") parts.push(part2);
    else if (parts.pop() === void 0) return null;
  }
  if (parts.length === 0 || made.test(parts.at(-1) ?? "")) return null;
  return `${slashed.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
function below3(folder, path) {
  if (folder === "") return null;
  const plain2 = plainPath(folder);
  const start = plain2 === null ? "/" : `${plain2}/`;
  const same = /^[A-Za-z]:/.test(start) ? path.toLowerCase().startsWith(start.toLowerCase()) : path.startsWith(start);
  return same && path.length > start.length ? path.slice(start.length) : null;
}
function joined(folder, path) {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function* endings(path, max = 24) {
  let rest = path.replace(/^\//, "");
  for (let count2 = 0; count2 < max && rest !== ""; count2++) {
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
  const name = importPath.slice(importPath.lastIndexOf("/vendor/") + 1).replace(/^vendor\//, "");
  return `/${path}`.includes(`/vendor/${name}/`);
}

// src/crash/source/located-frame.ts
function locateFrame(frame, repository) {
  const path = plainPath(frame.file);
  if (path === null || isDownloaded(path)) return null;
  const inside = below3(repository.root, path);
  if (inside !== null && repository.has(inside)) return { ...frame, file: inside };
  const module2 = moduleOf(packageOf(frame.function), repository);
  const places = module2 === null ? null : placesIn(frame, path, module2);
  const known = places === null ? byEnding(frame, path, repository) : places.find(repository.has) ?? moved(path, repository);
  if (known === null && inside === null && path.includes("/") && isGoFile(path)) return null;
  const file = plainPath(known ?? inside ?? places?.[0] ?? "");
  return file === null ? null : { ...frame, file };
}
function moduleOf(importPath, { modules }) {
  let found = null;
  for (const module2 of modules)
    if (isBelow(importPath, module2.path) && module2.path.length >= (found?.path.length ?? 0))
      found = module2;
  return found;
}
function placesIn({ function: name }, path, module2) {
  const folderOf = (plain2) => joined(module2.directory, plain2.slice(module2.path.length + 1));
  const importPath = packageOf(name);
  const beside = [importPath.replace(/_test$/, ""), importPath].map(
    (plain2) => joined(folderOf(plain2), baseName(path))
  );
  const unversioned = path.replace("@v0.0.0/", "/");
  return unversioned.startsWith(`${module2.path}/`) ? [folderOf(unversioned), ...beside] : beside;
}
function moved(path, { has }) {
  for (const file of endings(path))
    if ((file.includes("/") || !file.endsWith(".go")) && has(file)) return file;
  return null;
}
function byEnding(frame, path, repository) {
  const { function: name } = frame;
  const nameless = !name.includes(".") && name !== "panic" || /^(?:main|command-line-arguments)(?:_test)?\./.test(name);
  if (!nameless) return null;
  for (const file of endings(path))
    if (repository.has(file)) return agrees(frame, path, file, repository) ? file : null;
  return null;
}
function agrees(frame, path, file, repository) {
  const lines = repository.lines(file);
  if (lines !== null && frame.line > lines.length) return false;
  const names4 = identifiersOf(frame.function);
  const isInit = names4.includes("init");
  let isTelling = file.includes("/");
  if (lines !== null && file.endsWith(".go")) {
    const around = enclosingFunction(lines, frame.line)?.name ?? (isInit ? "init" : "");
    if (!names4.includes(around)) return false;
    isTelling ||= around !== "main" && !isInit;
  }
  return isTelling || liesInRoot(path.slice(0, -file.length - 1), repository);
}
function liesInRoot(folder, { root, modules }) {
  const names4 = modules.filter(({ directory }) => directory === "").map(({ path }) => path);
  return [root, ...names4].map(baseName).includes(baseName(folder));
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
  const judge2 = isKnown(repository) ? withRepository(repository) : withoutRepository(crash);
  const judged = /* @__PURE__ */ new Map();
  const remembered = (frame) => {
    const known = judged.get(frame) ?? judge2(frame);
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
    const named3 = /[./]/.test(importPath);
    const elsewhere = home !== null && named3 && !isBelow(importPath, home);
    const others3 = othersOf(frame, importPath);
    return others3 === "dependency" || elsewhere ? others3 : frame;
  };
}
function othersOf({ function: name, file }, importPath) {
  const path = plainPath(file) ?? "";
  const isProgram = importPath === "main";
  return !isProgram && (isDownloaded(path) || isVendored(path, name)) ? "dependency" : "elsewhere";
}
function isOwnC({ function: name }, path) {
  return /\.(?:c|cc|cpp|cxx|m|h|hpp|go)$/i.test(path) && !foreignC.test(path) && !name.includes(".");
}
function isNobodys(frame) {
  return isGuard(frame) || plainPath(frame.file) === null;
}

// src/crash/blame/foreign.ts
var maxStacks2 = 1e3;
function isForeign(crash, repository) {
  const code = ownCode(crash, repository);
  const known = isKnown(repository);
  let others3 = false;
  for (const { goroutine } of crash.stacks.slice(0, maxStacks2)) {
    const { frames, createdBy } = goroutine;
    for (const frame of createdBy === null ? frames : [...frames, createdBy]) {
      const author = code.authorOf(frame);
      const isAnybodys = author === "user" && !known && packageOf(frame.function) === "main";
      if (author === "user" && !isAnybodys) return false;
      if (author === "elsewhere") others3 = true;
    }
  }
  return others3;
}

// src/crash/source/repository.ts
var noRepository = {
  modules: [],
  root: "",
  has: () => false,
  lines: () => null
};

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
var maxLineChars3 = 500;
function isTestHelper(frame, located, { lines: linesOf }) {
  const { function: name } = frame;
  if (assertionPackages.some(({ path }) => isBelow(packageOf(name), path))) return true;
  const lines = linesOf(located.file);
  if (isMock(located.file, lines)) return true;
  return lines !== null && callsHelper(name, located.line, lines);
}
function isMock(file, lines) {
  if (lines === null) return mockFile.test(file);
  const generated = lines.slice(0, headerLines).find((line) => line.startsWith("// Code generated by "));
  return generated === void 0 ? false : mockHeader.test(generated.slice(0, maxLineChars3));
}
function callsHelper(name, line, lines) {
  const around = enclosingFunction(lines, line);
  if (around === null) return false;
  if (!isClosure(name) && declaredTest(`p.${around.name}`) !== null) return false;
  const start = isClosure(name) ? literalAround(lines, around.line, line) : around.line;
  if (start === null) return false;
  const body = indent(lines[start - 1]) + 1;
  for (let at2 = start; at2 <= line; at2++) {
    const text2 = (lines[at2 - 1] ?? "").slice(0, maxLineChars3);
    if (!/\.Helper\(\)/.test(text2)) continue;
    if (at2 === start || indent(text2) === body) return true;
  }
  return false;
}
function literalAround(lines, from, line) {
  let inside = indent(lines[line - 1]);
  for (let at2 = line; at2 >= from; at2--) {
    const text2 = (lines[at2 - 1] ?? "").slice(0, maxLineChars3);
    if (text2.trim() === "") continue;
    const margin = indent(text2);
    if (/\bfunc\s*\(/.test(text2) && (margin < inside || at2 === line)) return at2;
    inside = Math.min(inside, margin);
  }
  return null;
}
function indent(text2 = "") {
  const margin = /^[\t ]*/.exec(text2.slice(0, maxLineChars3))?.[0] ?? "";
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
  const foreign = isForeign(crash, known);
  const repository = foreign ? noRepository : known;
  const code = ownCode(foreign ? { ...crash, package: null } : crash, repository);
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
function guiltyFrame(frames, { locate: locate2, isHelper }) {
  let helper2 = null;
  for (const frame of frames) {
    const located = locate2(frame);
    if (located === null) continue;
    if (!isHelper(frame)) return located;
    helper2 ??= located;
  }
  return helper2;
}
function guiltyLine({ frames, createdBy, ancestors }, investigation) {
  const { locate: locate2, isHelper } = investigation;
  const onStack = guiltyFrame(frames, investigation);
  const isHelpers = onStack !== null && frames.every((frame) => locate2(frame) === null || isHelper(frame));
  if (onStack !== null && !isHelpers) return onStack;
  const start = creationOf({ createdBy, ancestors }, investigation);
  return start ?? onStack;
}
function creationOf({ createdBy, ancestors }, investigation) {
  const own = createdBy === null ? null : investigation.locate(createdBy);
  if (own !== null) return plainFrame(own);
  for (const ancestor of ancestors) {
    const line = guiltyFrame(
      [...ancestor.frames, ...ancestor.createdBy === null ? [] : [ancestor.createdBy]],
      investigation
    );
    if (line !== null) return plainFrame(line);
  }
  return null;
}
function related(frame, role) {
  return frame === null ? [] : [{ ...plainFrame(frame), role }];
}
function plainFrame({ function: name, file, line }) {
  return { function: name, file, line };
}
function isSameLine(a, b) {
  return a !== null && b !== null && a.file === b.file && a.line === b.line;
}
function isThirdParty(author) {
  return author === "dependency" || author === "elsewhere";
}
function thirdPartyBefore(frames, blame, { authorOf, locate: locate2 }) {
  if (blame === null) return null;
  for (const frame of frames) {
    if (isSameLine(locate2(frame), blame)) return null;
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

// src/crash/blame/panics-on-stack.ts
var raises = /^(?:panic|runtime\.gopanic)$/;
function panicStarts(frames) {
  const starts = [0];
  frames.forEach((frame, index) => {
    if (raises.test(frame.function) && index > 0) starts.push(index + 1);
  });
  return starts;
}
function repanicsAtTop(panics2) {
  const last = panics2.at(-1);
  if (last === void 0) return 0;
  let again = last.repanicked ? 1 : 0;
  let at2 = panics2.length - 1;
  while (at2 > 0 && panics2[at2 - 1]?.recovered === true && panics2[at2 - 1]?.text === last.text) {
    again++;
    at2--;
  }
  return again > 0 && at2 === 0 ? "all" : again;
}

// src/crash/blame/blame-of-panic.ts
var tooLate = /^(?<act>Log|Fail) in goroutine after \S+ has completed/;
function blameOfPanic(investigation) {
  const { crash } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { frames } = goroutine;
  const starts = panicStarts(frames);
  const again = repanicsAtTop(crash.panics);
  const outermost = frames.findLastIndex((frame) => investigation.locate(frame) !== null);
  const hasLine = (start) => start <= outermost;
  const origin2 = again === "all" ? starts.findLast(hasLine) : starts.slice(again).find(hasLine);
  const skipped = origin2 ?? starts.find(hasLine) ?? 0;
  const guilt = guiltOfStack({ ...goroutine, frames: frames.slice(skipped) }, investigation);
  const found = { ...guilt, goroutine, skipped };
  const creation = creationOf(goroutine, investigation);
  const act = tooLate.exec(crash.message)?.groups?.["act"];
  if (act !== void 0 && creation !== null)
    return { ...found, blame: creation, related: related(guilt.blame, act.toLowerCase()) };
  const first = frames.slice(starts.findLast(hasLine) ?? skipped);
  const root = guiltyFrame(first, investigation);
  const isLast = isSameLine(root, guilt.blame);
  return { ...found, related: [...isLast ? [] : related(root, "first panic"), ...guilt.related] };
}

// src/crash/blame/goroutines-that-wait.ts
var maxStacks3 = 5e4;
function waitingGoroutines(investigation) {
  return investigation.crash.stacks.slice(0, maxStacks3).flatMap(({ goroutine }) => {
    if (!goroutine.frames.some((frame) => investigation.locate(frame) !== null)) return [];
    const line = guiltyLine(goroutine, investigation);
    if (line === null) return [];
    const awaited = waitOf(goroutine)?.awaited ?? null;
    return [{ goroutine, line, awaited, test: testOfStack(goroutine.frames) }];
  });
}
function waitsForTests({ frames }) {
  const name = frames.find((frame) => !isRuntime(frame))?.function ?? "";
  return packageOf(name) === "testing" || name === "internal/synctest.Run";
}

// src/crash/blame/blame-of-waiting.ts
var maxRelated = 16;
var forOthers = [
  "sync.Mutex.Lock",
  "sync.RWMutex.RLock",
  "sync.RWMutex.Lock",
  "sync.WaitGroup.Wait",
  "sync.Cond.Wait",
  "semaphore",
  "synctest"
];
function blameOfDeadlock(investigation) {
  const waiting = waitingGoroutines(investigation);
  const rank2 = ({ goroutine, test }) => {
    if (waitsForTests(goroutine)) return 3;
    if (test !== null) return 0;
    return goroutine.id === 1 ? 1 : 2;
  };
  return withOthers(lowest(waiting, rank2), waiting, investigation);
}
function blameOfBubble(investigation) {
  const inBubble = waitingGoroutines(investigation).filter(
    ({ goroutine }) => goroutine.bubble !== null && !waitsForTests(goroutine)
  );
  const rank2 = ({ test }) => test === null ? 1 : 0;
  const first = lowest(inBubble, rank2);
  return first === null ? blameOfPanic(investigation) : withOthers(first, inBubble, investigation);
}
function blameOfTimeout(investigation) {
  const waiting = waitingGoroutines(investigation).filter(
    ({ goroutine }) => !waitsForTests(goroutine)
  );
  const first = longestTest(waiting, runningSince(investigation.crash)) ?? (hasRunningTestOutOfSight(investigation) ? null : lowest(waiting, innocence));
  const others3 = waiting.filter(({ test }) => test === null);
  return withOthers(first, others3, investigation);
}
function longestTest(waiting, running) {
  const tests3 = new Set(waiting.map(({ test }) => test));
  const longest = running.map(topLevel).find((test) => tests3.has(test));
  const ofTest = waiting.filter(({ test }) => test !== null && test === longest);
  return lowest(ofTest, ({ goroutine }) => -goroutine.waitMinutes);
}
function innocence({ awaited, goroutine: { frames, waitMinutes } }) {
  return (baseOfTest(frames) === null ? 2e9 : 0) + (forOthers.includes(awaited) ? 1e9 : 0) - waitMinutes;
}
function hasRunningTestOutOfSight({ crash }) {
  return crash.stacks.some(
    ({ goroutine: { frames, createdBy } }) => frames.length === 0 && createdBy !== null && packageOf(createdBy.function) === "testing"
  );
}
function blameOfLeak(investigation) {
  const { stacks } = investigation.crash;
  const waiting = stacks.filter(({ role, goroutine }) => role === "waiting" || goroutine.leaked);
  const leaked = (waiting.length > 0 ? waiting : stacks).slice(0, maxRelated).map(({ goroutine }) => ({ goroutine, line: guiltyLine(goroutine, investigation) }));
  const first = leaked.find(({ line }) => line !== null) ?? leaked[0];
  if (first === void 0) return nobody;
  return {
    blame: first.line,
    related: [
      ...related(creationOf(first.goroutine, investigation), "created by"),
      ...leaked.flatMap(({ line }) => related(line, "waiting"))
    ],
    goroutine: first.goroutine,
    witnesses: leaked.map(({ goroutine }) => goroutine),
    skipped: 0
  };
}
function withOthers(first, waiting, investigation) {
  if (first === null) return nobody;
  const { goroutine, line } = first;
  const others3 = waiting.filter(
    (other) => other !== first && other.awaited !== null && !waitsForTests(other.goroutine)
  );
  return {
    blame: line,
    related: [
      ...related(creationOf(goroutine, investigation), "created by"),
      ...others3.slice(0, maxRelated).flatMap((other) => related(other.line, "waiting"))
    ],
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function lowest(items, rank2) {
  let best = null;
  for (const item of items) if (best === null || rank2(item) < rank2(best)) best = item;
  return best;
}

// src/crash/blame/blame-of-signal.ts
var sent = /^SIG(?:QUIT|INT|TERM|HUP|ABRT|USR[12]|ALRM|XCPU|PIPE)$/;
var maxStacks4 = 2e3;
function blameOfSignal(investigation) {
  const { signal: signal4 } = investigation.crash;
  if (signal4 !== null && !signal4.inCgo && sent.test(signal4.name) && (signal4.code ?? 0) <= 0)
    return blameOfTimeout(investigation);
  return blameOfFault(investigation);
}
function blameOfFault(investigation) {
  const { stacks } = investigation.crash;
  const [first] = stacks;
  const isOwn2 = ({ goroutine: { frames } }) => guiltyFrame(frames, investigation) !== null;
  const hit = stacks.slice(0, maxStacks4).filter(isOwn2);
  const guilty = (first !== void 0 && isOwn2(first) ? first : hit.find(isInC)) ?? (first !== void 0 && guiltyLine(first.goroutine, investigation) !== null ? first : null) ?? hit.find(isRunning);
  return guilty === void 0 ? nobody : guiltOfStack(guilty.goroutine, investigation);
}
function isInC({ goroutine: { frames } }) {
  return frames.some((frame) => frame.function === "runtime.cgocall");
}
function isRunning({ goroutine: { state } }) {
  return state === "running" || state === "syscall";
}

// src/crash/blame/blame-of-concurrent-map.ts
var maxStacks5 = 200;
var mapAccess = /^(?:runtime\.map(?:access|assign|delete|iter|clear)|internal\/runtime\/maps\.)/;
function blameOfConcurrentMap(investigation) {
  const guilt = blameOfFault(investigation);
  const others3 = investigation.crash.stacks.slice(1, maxStacks5).flatMap(({ goroutine }) => {
    const { frames } = goroutine;
    const line = waitOf(goroutine) === null ? guiltyFrame(frames, investigation) : null;
    const within = frames.slice(0, frames.findIndex((frame) => !isRuntime(frame)) + 1);
    const uses = within.some((frame) => mapAccess.test(frame.function));
    if (!uses && !isSameLine(line, guilt.blame)) return [];
    return [
      ...related(line, "other access"),
      ...related(creationOf(goroutine, investigation), "created by")
    ];
  });
  return { ...guilt, related: [...others3, ...guilt.related] };
}

// src/crash/blame/recursion.ts
var maxFrames2 = 200;
function recursionOf({ frames, elided }) {
  const shown = elided !== null && elided.after < frames.length ? elided.after : frames.length;
  const inner = frames.slice(0, Math.min(shown, maxFrames2));
  const counts = /* @__PURE__ */ new Map();
  for (const frame of inner) counts.set(keyOf2(frame), (counts.get(keyOf2(frame)) ?? 0) + 1);
  const seen = /* @__PURE__ */ new Set();
  const members = inner.filter((frame) => {
    const key = keyOf2(frame);
    if ((counts.get(key) ?? 0) < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const toTheEnd = elided === null || elided.after < frames.length;
  const entered = toTheEnd ? frames.findLast((frame) => seen.has(keyOf2(frame))) : void 0;
  return { members, entered: entered ?? null };
}
function keyOf2({ function: name, file, line }) {
  return `${name}
${file}
${String(line)}`;
}

// src/crash/blame/blame-of-overflow.ts
var maxMembers = 20;
function blameOfOverflow(investigation) {
  const { crash, locate: locate2, isHelper } = investigation;
  const goroutine = crash.stacks[0]?.goroutine;
  if (goroutine === void 0) return nobody;
  const { members, entered } = recursionOf(goroutine);
  const isOurs2 = (frame) => locate2(frame) !== null && !isHelper(frame);
  const ours = members.filter(isOurs2);
  const outer = goroutine.frames.findLast(
    (frame) => isOurs2(frame) && ours.some((member) => isSameCall(member, frame))
  );
  const first = (entered === null ? void 0 : outer) ?? ours[0];
  const blame = first === void 0 ? guiltyLine(goroutine, investigation) : locate2(first);
  return {
    blame,
    related: ours.slice(0, maxMembers).flatMap((member) => related(locate2(member), "cycle")).filter((member) => !isSameLine(member, blame)),
    goroutine,
    witnesses: [],
    skipped: 0
  };
}
function isSameCall(a, b) {
  return a.function === b.function && isSameLine(a, b);
}

// src/crash/blame/report-block.ts
var blocks = [
  { title: /\bfreed by\b/i, role: "freed", sample: "freed by thread T0 here:" },
  {
    title: /\ballocated (?:by|from|at)\b/i,
    role: "allocated",
    sample: "previously allocated by thread T0 here:"
  },
  {
    title: /^\s*mutex\b.*\bcreated at\b/i,
    role: "mutex",
    sample: "Mutex M1 (0x00c000014030) created at:"
  },
  {
    title: /\bcreated (?:at|by)\b/i,
    role: "created by",
    sample: "Goroutine 7 (running) created at:"
  }
];
function belonging(stack, investigation) {
  const { role, title: title2, goroutine } = stack;
  const said3 = blocks.find((block) => block.title.test(title2))?.role;
  const known = said3 ?? (role === "creation" ? "created by" : null);
  if (known === null) return [];
  const line = guiltyFrame(goroutine.frames, investigation) ?? creationOf(goroutine, investigation);
  return related(line, known);
}

// src/crash/blame/blame-of-race.ts
var maxStacks6 = 20;
function blameOfRace(investigation) {
  const { stacks } = investigation.crash;
  const later = stacks.find(({ role }) => role === "access" || role === "crashing") ?? stacks[0];
  if (later === void 0) return nobody;
  const earlier = stacks.find(({ role }) => role === "previous");
  const others3 = stacks.slice(0, maxStacks6).filter((stack) => stack !== later && stack !== earlier);
  const lineOf = ({ goroutine }) => guiltyLine(goroutine, investigation) ?? guiltyFrame(
    creations(goroutine.id, stacks).flatMap((stack) => stack.goroutine.frames),
    investigation
  );
  const blame = lineOf(later);
  return {
    blame: blame ?? (earlier === void 0 ? null : lineOf(earlier)),
    related: [
      ...related(earlier === void 0 ? null : lineOf(earlier), "previous access"),
      ...related(thirdPartyBefore(later.goroutine.frames, blame, investigation), "raised in"),
      ...others3.flatMap((stack) => belonging(stack, investigation))
    ],
    goroutine: withCreation(later, stacks),
    // In a timer's function or a clean-up the later access does not tell the test.
    witnesses: earlier === void 0 ? [] : [withCreation(earlier, stacks)],
    skipped: 0
  };
}
function creations(id, stacks) {
  return stacks.filter(({ role, goroutine }) => role === "creation" && goroutine.id === id);
}
function withCreation({ goroutine }, stacks) {
  const ancestors = creations(goroutine.id, stacks).map((stack) => ({
    goroutine: stack.goroutine.id,
    frames: stack.goroutine.frames,
    createdBy: stack.goroutine.createdBy
  }));
  return { ...goroutine, ancestors: [...ancestors, ...goroutine.ancestors] };
}

// src/crash/blame/blame-of-sanitizer.ts
var maxStacks7 = 20;
function blameOfSanitizer(investigation) {
  const [access4, ...others3] = investigation.crash.stacks.slice(0, maxStacks7);
  if (access4 === void 0) return nobody;
  const guilt = guiltOfStack(access4.goroutine, investigation);
  const blocks2 = others3.flatMap((stack) => belonging(stack, investigation));
  return { ...guilt, related: [...guilt.related, ...blocks2] };
}

// src/crash/blame/blame-of-words.ts
function blameOfWords({ crash, repository }) {
  const [first] = crash.positions;
  if (first === void 0) return nobody;
  const file = fileOf(first.file, crash, repository) ?? first.file;
  return { ...nobody, blame: { function: "", file, line: first.line } };
}
function fileOf(file, { package: importPath }, { has, modules, ...repository }) {
  const path = plainPath(file.replace(/^(?:\.\.?[\\/])+/, ""));
  if (path === null) return null;
  const module2 = importPath === null ? null : moduleOf(importPath, { has, modules, ...repository });
  const plain2 = (importPath ?? "").replace(/_test$/, "");
  const folder = module2 === null ? "" : joined(module2.directory, plain2.slice(module2.path.length + 1));
  const places = [
    ...module2 === null ? [] : [joined(folder, path), joined(folder, baseName(path))],
    ...endings(path),
    ...modules.map(({ directory }) => joined(directory, path))
  ];
  return places.find(has) ?? null;
}

// src/crash/blame/find-guilt.ts
var byKind = {
  panic: blameOfPanic,
  "fatal-error": blameOfFault,
  signal: blameOfSignal,
  timeout: blameOfTimeout,
  "data-race": blameOfRace,
  sanitizer: blameOfSanitizer,
  "goroutine-leak": blameOfLeak,
  exit: blameOfWords,
  killed: blameOfWords,
  "build-failure": blameOfWords
};
var byMessage = [
  { message: /^stack overflow/, samples: ["stack overflow"], blame: blameOfOverflow },
  {
    message: /^(?:all goroutines are asleep|no goroutines \(main called)/,
    samples: [
      "all goroutines are asleep - deadlock!",
      "no goroutines (main called runtime.Goexit) - deadlock!"
    ],
    blame: blameOfDeadlock
  },
  {
    message: /^deadlock: /,
    samples: [
      "deadlock: main bubble goroutine has exited but blocked goroutines remain",
      "deadlock: all goroutines in bubble are blocked"
    ],
    blame: blameOfBubble
  },
  {
    message: /^concurrent map /,
    samples: ["concurrent map writes", "concurrent map iteration and map write"],
    blame: blameOfConcurrentMap
  }
];
function findGuilt(investigation) {
  const { kind, message, stacks } = investigation.crash;
  const special = kind === "panic" || kind === "fatal-error";
  const rule3 = special ? byMessage.find((row) => row.message.test(message)) : void 0;
  if (stacks.length === 0) return blameOfWords(investigation);
  return (rule3?.blame ?? byKind[kind])(investigation);
}

// src/crash/blame/blame.ts
var maxRelated2 = 40;
function findBlame(crash, repository) {
  const { blame, related: related2, goroutine, witnesses } = findGuilt(investigate(crash, repository));
  const own = goroutine === null ? null : testedPackageOf(goroutine.frames, goroutine.createdBy);
  return {
    blame: blame === null ? null : plainFrame(blame),
    related: distinct(related2, blame),
    test: culpritTest(crash, goroutine, witnesses),
    package: own ?? testedPackage(crash)
  };
}
function distinct(related2, blame) {
  const seen = /* @__PURE__ */ new Set();
  return related2.filter(({ file, line, role }) => {
    const key = `${role}
${file}
${String(line)}`;
    const known = seen.has(key);
    seen.add(key);
    return !known;
  }).filter((frame) => !isSameLine(frame, blame) || / access$/.test(frame.role)).slice(0, maxRelated2);
}

// src/crash/likeness/fingerprint.ts
import { createHash } from "node:crypto";

// src/crash/likeness/wording.ts
var rows = [
  // runtime.PanicNilError; `panic: nil` before Go 1.21
  {
    pattern: /^(?:nil$|panic called with nil argument)/,
    by: "panic called with nil argument",
    samples: ["nil", "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"]
  },
  // runtime/cgocall.go: 1.20, 1.21 and 1.26
  {
    pattern: /^(?:cgo argument has Go pointer to |argument of cgo function has Go pointer to unpinned Go )/,
    by: "cgo argument has Go pointer to Go pointer",
    samples: [
      "cgo argument has Go pointer to Go pointer",
      "cgo argument has Go pointer to unpinned Go pointer",
      "argument of cgo function has Go pointer to unpinned Go pointer"
    ]
  },
  {
    pattern: /^(?:cgo result (?:has Go pointer$|is unpinned Go pointer )|\S{1,1000}: result of Go function \S{1,500} called from cgo is unpinned Go )/,
    by: "cgo result has Go pointer",
    samples: [
      "cgo result has Go pointer",
      "cgo result is unpinned Go pointer or points to unpinned Go pointer",
      "m/a.go:13: result of Go function f called from cgo is unpinned Go pointer or points to unpinned Go pointer"
    ]
  },
  // testing.go: 1.23, 1.24 and 1.26
  {
    pattern: /^testing: (?:t\.(?:Parallel called after t\.Setenv|Setenv called after t\.Parallel);|test using t\.Setenv.{1,80} can not use t\.Parallel$)/,
    by: "testing: environment of a parallel test",
    samples: [
      "testing: t.Parallel called after t.Setenv; cannot set environment variables in parallel tests",
      "testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests",
      "testing: test using t.Setenv or t.Chdir can not use t.Parallel",
      "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"
    ]
  },
  // crypto/crypto.go: 1.27
  {
    pattern: /^crypto: requested hash function (?:#\d{1,3} is unavailable$|unavailable: )/,
    by: "crypto: requested hash function unavailable",
    samples: [
      "crypto: requested hash function #2 is unavailable",
      "crypto: requested hash function unavailable: MD5"
    ]
  },
  // runtime/slice.go: 1.19
  {
    pattern: /^growslice: (?:cap|len) out of range$/,
    by: "growslice: len out of range",
    samples: ["growslice: cap out of range", "growslice: len out of range"]
  },
  // What is logged differs from time to time.
  {
    pattern: /^Log in goroutine after \S{1,500} has completed: /,
    by: "Log in goroutine after test has completed",
    samples: ["Log in goroutine after TestX/a has completed: order 17 shipped"]
  },
  // Who of the two notices it is chance.
  {
    pattern: /^concurrent map (?:writes|read and map write|iteration and map write|clone and map write)$/,
    by: "concurrent map access",
    samples: ["concurrent map writes", "concurrent map read and map write"]
  }
];
function commonWording(message) {
  const text2 = message.replace(/^runtime error: /, "");
  return rows.find(({ pattern }) => pattern.test(text2))?.by ?? text2;
}

// src/crash/likeness/normalised-message.ts
var replacements = [
  { pattern: /"(?:[^"\\\n]|\\.){0,500}"/g, by: '"…"', sample: 'open "a\\"b"' },
  { pattern: /`[^`\n]{0,500}`/g, by: "`…`", sample: "flag `x`" },
  // Not an apostrophe: can't
  { pattern: /(?<!\w)'[^'\n]{1,500}'(?!\w)/g, by: "'…'", sample: "invalid character 'x'" },
  {
    pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
    by: "ADDRESS",
    sample: "dial tcp 127.0.0.1:8080"
  },
  { pattern: /\[[0-9a-f:]{2,39}\]:\d{1,5}/g, by: "ADDRESS", sample: "dial tcp [::1]:8080" },
  {
    pattern: /\/(?:tmp|var\/folders|private\/tmp)\/[^\s:'"]{1,300}/g,
    by: "TEMP",
    sample: "open /tmp/TestA123/001/x"
  },
  {
    pattern: /\b[A-Z]:\\(?:[^\s\\:]{1,100}\\){0,20}Te?mp\\[^\s:'"]{1,300}/gi,
    by: "TEMP",
    sample: "open C:\\Users\\a\\AppData\\Local\\Temp\\TestA1\\x"
  },
  // The last element of a path that one machine alone has.
  {
    pattern: /(?<![\w.…)\]])\/(?:[\w.@+-]{1,200}\/){1,60}/g,
    by: "/…/",
    sample: "open /home/ada/shop/testdata/a.txt"
  },
  { pattern: /\b0x[0-9a-f]+\b/gi, by: "HEX", sample: "(*main.T) 0xc000012345" },
  {
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    by: "HEX",
    sample: "a1b2c3d4-0000-4000-8000-0123456789ab"
  },
  {
    pattern: /\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b/gi,
    by: "HEX",
    sample: "commit 1a2b3c4"
  },
  {
    pattern: /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m))*(?![\p{L}\d])/gu,
    by: "TIME",
    sample: "after 1m30s"
  },
  {
    pattern: /-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g,
    by: "N",
    sample: "index out of range [5] with length 3"
  }
];
var maxChars2 = 1e3;
function normalisedMessage(message) {
  let text2 = commonWording(message.slice(0, maxChars2));
  for (const { pattern, by } of replacements) text2 = text2.replace(pattern, by);
  return text2.replace(/\s+/g, " ").trim();
}

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
  const text2 = located === null ? void 0 : repository.lines(located.file)?.[located.line - 1];
  const code = (text2 ?? "").slice(0, maxSourceChars).replace(/\s+/g, " ").trim();
  const comment = / ?\/\/(?<text>[^"'`]*)$/.exec(code);
  return comment === null ? code : code.slice(0, comment.index);
}
var maxSourceChars = 500;

// src/crash/likeness/root-cause.ts
var depth = 3;
var maxStacks8 = 200;
var maxFrames3 = 200;
var byKind2 = {
  "data-race": accesses,
  "goroutine-leak": leaks,
  timeout: ({ crash, blame, repository }) => [
    normalisedMessage(crash.message),
    topLevel(blame.test ?? ""),
    ...place3(blame.blame, repository),
    ...blame.blame === null ? [crash.package ?? blame.package ?? ""] : []
  ],
  // The status is all that there is, and perhaps what was logged last.
  exit: (subject) => [subject.crash.message, ...notes(subject), ...placeOrPackage(subject)],
  killed: (subject) => [normalisedMessage(subject.crash.message), ...placeOrPackage(subject)]
};
function rootCause(crash, blame, repository) {
  const subject = { crash, blame, repository, code: ownCode(crash, repository) };
  const account = byKind2[crash.kind];
  if (account !== void 0) return account(subject);
  return [
    normalisedMessage(crash.message),
    ...crash.message.startsWith("stack overflow") ? circle(subject) : calls(subject)
  ];
}
function calls(subject) {
  const { blame, repository } = subject;
  const stack = blamedStack(subject);
  const line = blame.blame;
  const inner = stack.findIndex((frame) => isBlamed(frame, subject));
  if (line !== null && inner < 0) return place3(line, repository);
  const users = names(stack.slice(Math.max(0, inner)), subject);
  if (users.length > 0) return [...users, sourceText(line, repository)];
  const others3 = stack.filter((frame) => !isRuntime(frame)).slice(0, depth);
  if (others3.length > 0) return others3.map((frame) => plainName(frame.function));
  return placeOrPackage(subject);
}
function names(frames, { code, repository }) {
  const found = [];
  for (const frame of frames.slice(0, maxFrames3)) {
    const located = code.locate(frame);
    if (located === null || isWrapper(frame.function)) continue;
    const name = stableName(frame, located, repository);
    if (name === found.at(-1)) continue;
    if (found.length > 0 && located.file.endsWith("_test.go")) break;
    found.push(name);
    if (found.length === depth || located.file.endsWith("_test.go")) break;
  }
  return found;
}
function circle(subject) {
  const { crash, code, repository } = subject;
  const goroutine = crash.stacks[0]?.goroutine;
  const members = goroutine === void 0 ? [] : recursionOf(goroutine).members;
  const circled = members.flatMap((frame) => {
    const located = code.locate(frame);
    return located === null ? [] : [stableName(frame, located, repository)];
  });
  return circled.length > 0 ? sortedOnce(circled) : calls(subject);
}
function accesses({ crash, blame, repository }) {
  const lines = [blame.blame, ...blame.related.filter(({ role }) => / access$/.test(role))];
  const operations = crash.stacks.flatMap(
    ({ access: access4 }) => access4 === null ? [] : [access4.operation]
  );
  return lines.map((line, index) => {
    const [name = "", text2 = ""] = place3(line, repository);
    return `${name} ${text2 === "" ? operations[index] ?? "" : text2}`;
  }).sort();
}
function leaks({ crash, code, repository, blame }) {
  const started = crash.stacks.slice(0, maxStacks8).flatMap(({ goroutine }) => {
    const frame = [...goroutine.frames, goroutine.createdBy].find(
      (one) => one !== null && code.locate(one) !== null
    );
    const located = frame === void 0 || frame === null ? null : code.locate(frame);
    return frame === void 0 || frame === null || located === null ? [] : [stableName(frame, located, repository)];
  });
  return started.length > 0 ? sortedOnce(started) : place3(blame.blame, repository);
}
function blamedStack(subject) {
  const { stacks } = subject.crash;
  const has = ({ frames }) => frames.slice(0, maxFrames3).some((frame) => isBlamed(frame, subject));
  const blamed = subject.blame.blame === null ? void 0 : stacks.slice(0, maxStacks8).find(({ goroutine }) => has(goroutine));
  return (blamed ?? stacks[0])?.goroutine.frames ?? [];
}
function isBlamed(frame, { blame: { blame }, code }) {
  if (blame === null || frame.line !== blame.line) return false;
  return code.locate(frame)?.file === blame.file;
}
function place3(line, repository) {
  if (line === null) return [];
  const name = line.function === "" ? line.file : stableName(line, line, repository);
  return [name, sourceText(line, repository)];
}
function placeOrPackage({ crash, blame, repository }) {
  const known = place3(blame.blame, repository);
  return known.length > 0 ? known : [crash.package ?? blame.package ?? "", topLevel(blame.test ?? "")];
}
function notes({ crash }) {
  return crash.notes.slice(-1).map(normalisedMessage);
}
function sortedOnce(items) {
  return [...new Set(items)].sort();
}

// src/crash/likeness/fingerprint.ts
var exhausted = /^(?:oom-.*|go-out-of-memory|disk-full|.*-limit)$/;
function fingerprint(crash, blame, repository) {
  const cause = causeOfCrash(crash);
  const parts = exhausted.test(cause) ? [cause, normalisedMessage(crash.message), crash.package ?? blame.package ?? ""] : [crash.kind, ...rootCause(crash, blame, repository)];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

// src/catalog/subject.ts
function subjectOf(crash, blame, repository) {
  const view = viewOf(blamedGoroutine(crash, blame), blame.blame, crash, repository);
  const earlier = crash.stacks.find(({ role }) => role === "previous");
  if (earlier === void 0) return view;
  const line = blame.related.find(({ role }) => role === "previous access") ?? null;
  return { ...view, otherSide: viewOf(earlier.goroutine, line, crash, repository) };
}
function viewOf(goroutine, line, crash, repository) {
  const frames = raised(goroutine?.frames ?? []);
  return {
    crash,
    frames,
    top: frames.find((frame) => !isRuntime(frame)) ?? null,
    state: goroutine?.state ?? "",
    others: crash.stacks.filter(
      (stack) => stack.goroutine !== goroutine && userFrame(stack.goroutine.frames) !== null
    ).map((stack) => stack.goroutine.state),
    source: line === null ? null : repository.lines(line.file)?.[line.line - 1] ?? null,
    access: crash.stacks.find((stack) => stack.goroutine === goroutine)?.access?.operation ?? null,
    otherSide: null
  };
}
function blamedGoroutine({ stacks }, { blame }) {
  const crashing = stacks.find(({ role }) => role === "crashing" || role === "access");
  if (crashing !== void 0) return crashing.goroutine;
  const waits = stacks.find(
    ({ goroutine }) => goroutine.frames.some(
      ({ function: name, line }) => name === blame?.function && line === blame.line
    )
  );
  return (waits ?? stacks[0])?.goroutine ?? null;
}
function raised(frames) {
  const panic2 = frames.findIndex(({ function: name }) => name === "panic");
  if (panic2 < 0) return frames;
  const before = frames.slice(0, panic2);
  return before.every((frame) => isRuntime(frame) || frame.function.startsWith("testing.")) ? frames.slice(panic2 + 1) : frames;
}

// src/catalog/examine.ts
function examine(parsed, { repository, catalog }, blame = findBlame(parsed, repository)) {
  const subject = subjectOf(parsed, blame, repository);
  return {
    parsed,
    blame,
    cause: causeOfCrash(parsed),
    fingerprint: fingerprint(parsed, blame, repository),
    subject,
    recognition: catalog.recognise(subject)
  };
}

// src/crash/build/build-lines.ts
var position2 = /^\t?(?:vet: )?(?<file>(?:[A-Za-z]:)?[^:\t\n]{1,1000}\.[A-Za-z]{1,5}|go\.(?:mod|work|sum)):(?<line>\d{1,9})(?::\d{1,9})?: (?<message>.+)$/;
var tool = /^(?:[A-Za-z]:|\.{0,2}\/)?(?:[^\s:]{1,500}[/\\])?(?<name>[\w.+-]{1,80}?)(?:\.exe)?: (?<message>.+)$/;
var tools = new Set(
  "link compile asm cgo vet pack cover go ld collect2 gcc cc cc1 clang clang++ g++ lld gold mold lto-wrapper".split(
    " "
  )
);
var warning = /^(?:warning|note|In file included from|remark): /;
var maxChars3 = 8192;
function parseBuildLine(full) {
  const line = full.length > maxChars3 ? full.slice(0, maxChars3) : full;
  const at2 = position2.exec(line)?.groups;
  if (at2 !== void 0) {
    const { file = "", line: number2 = "", message: message2 = "" } = at2;
    return {
      kind: "position",
      position: { file, line: Number(number2), message: message2 },
      complaint: message2,
      harmless: warning.test(message2) || message2 === "too many errors"
    };
  }
  if (/^(?:\t| {2})/.test(line)) return { kind: "further" };
  if (/^(?:\S+: In function |compilation terminated\.|too many errors$|In file included from )/.test(
    line
  ))
    return { kind: "further" };
  const { name, message } = tool.exec(line)?.groups ?? {};
  if (name === void 0 || message === void 0) return null;
  if (!tools.has(name) && !isLinkerObject(line)) return null;
  return { kind: "tool", complaint: `${name}: ${message}`, harmless: warning.test(message) };
}
function isLinkerObject(line) {
  return /: (?:relocation target|undefined reference to|undefined symbol|in function|multiple definition of) /.test(
    line.slice(0, 2e3)
  );
}

// src/crash/build/build-complaints.ts
var maxPositions = 50;
var maxNotes = 50;
var maxNoteChars = 1e3;
var maxMessageChars2 = 4096;
var maxPositionChars = 1e3;
function createBuildComplaints() {
  const positions = [];
  const notes2 = [];
  let message = null;
  let incomplete = false;
  const note = (line) => {
    if (notes2.length < maxNotes) notes2.push(line.slice(0, maxNoteChars));
  };
  const complain = (complaint) => {
    if (message === null || incomplete && message.endsWith(":"))
      message = complaint.replace(/; to add(?: it)?:$/, "");
  };
  const further2 = (line) => {
    const words3 = line.trim();
    if (incomplete && message !== null) {
      message = `${message} ${words3}`;
      incomplete = /(?:requires|imports|:)$/.test(words3);
      note(line);
      return;
    }
    const reason2 = /^imports \S+(?: from \S+)?: (?<reason>.+)$/.exec(words3)?.groups?.["reason"];
    if (reason2 !== void 0) complain(reason2);
    const last = positions.at(-1);
    if (last === void 0 || reason2 !== void 0) note(line);
    else if (last.message.length < maxPositionChars)
      positions[positions.length - 1] = { ...last, message: `${last.message}
${words3}` };
  };
  return {
    add(line) {
      const read = parseBuildLine(line);
      if (read === null) return false;
      switch (read.kind) {
        case "position":
          if (read.harmless) note(line);
          else {
            complain(read.complaint);
            if (positions.length < maxPositions) positions.push(read.position);
          }
          incomplete = false;
          break;
        case "tool":
          note(line);
          if (!read.harmless) complain(read.complaint);
          incomplete = false;
          break;
        case "further":
          further2(line);
      }
      return true;
    },
    addWords(line) {
      complain(line);
      incomplete = /(?:requires|imports|:)$/.test(line);
      note(line);
    },
    get failed() {
      return message !== null;
    },
    draft: () => ({
      kind: "build-failure",
      message: (message ?? "").slice(0, maxMessageChars2),
      panics: [],
      signal: null,
      notes: notes2,
      stacks: [],
      omittedStacks: 0,
      runningTests: [],
      positions,
      truncated: false
    })
  };
}

// src/crash/build/build-failure.ts
var header = /^# (?:\[(?<vetted>[^\s\]]{1,1000})\]|(?<package>[^\s[\]]{1,1000})(?: \[[^\s\]]{1,1000}\])?)$/;
var maxUnknown = 3;
var buildFailures = {
  first: "#",
  begin(line) {
    if (!line.startsWith("# ")) return null;
    const { vetted, package: name } = header.exec(line)?.groups ?? {};
    const about = vetted ?? name;
    return about === void 0 ? null : openBlock(about);
  }
};
function openBlock(name) {
  const complaints = createBuildComplaints();
  let lines = 0;
  let unknown2 = 0;
  let blank = false;
  return {
    push(line) {
      if (line.startsWith("# "))
        return lines === 0 && line === `# [${name}]` ? "taken" : "not-mine";
      lines++;
      if (line === "") {
        if (blank || lines === 1) return "not-mine";
        blank = true;
        return "taken";
      }
      if (blank) return "not-mine";
      if (lines === 1 && /^(?:package \S+|found packages .+)$/.test(line)) {
        if (line.startsWith("found")) complaints.addWords(line);
        return "taken";
      }
      if (complaints.add(line)) return "taken";
      if (lines > 1 && !complaints.failed) return "not-mine";
      if (lines === 1 ? !mayBeComplaint(line) : ++unknown2 > maxUnknown || !isCommand(line))
        return "not-mine";
      complaints.addWords(line);
      return "taken";
    },
    finish: () => complaints.failed ? { ...complaints.draft(), package: withoutTest(name) } : null,
    get sure() {
      return complaints.failed;
    }
  };
}
function mayBeComplaint(line) {
  return /\b(?:undeclared|undefined|not defined|duplicate[ds]?|cannot|can't|invalid|missing|mismatch|unknown|too large|failed|not found)\b/.test(
    line.slice(0, 1e3)
  );
}
function isCommand(line) {
  return /^\S*\b(?:gcc|clang|cc|ld|g\+\+) -/.test(line.slice(0, 1e3));
}
function withoutTest(name) {
  return name.replace(/(?:_test|\.test)$/, "");
}
var positioned = /^(?:vet: )?[^\s:]{1,600}\.go:\d{1,9}:\d{1,9}: \S/;
var positionFailures = {
  begin(line) {
    const extension = line.indexOf(".go:");
    if (extension < 0 || extension > 600 || !positioned.test(line.slice(0, 700))) return null;
    if (isLinter(line)) return null;
    const complaints = createBuildComplaints();
    if (!complaints.add(line) || !complaints.failed) return null;
    return {
      push(next) {
        const read = parseBuildLine(next);
        const mine = read?.kind === "position" ? !isLinter(next) : next.startsWith("	");
        return mine && complaints.add(next) ? "taken" : "not-mine";
      },
      finish: () => complaints.draft(),
      sure: true
    };
  }
};
function isLinter(line) {
  return / \([A-Za-z][A-Za-z0-9-]{1,30}\)$/.test(line.slice(-40));
}

// src/crash/build/go-command-failure.ts
var progress = /^go: (?:downloading|extracting|finding|found|added|upgraded|downgraded|removed|creating new|copying|converting|to add|warning|toolchain upgraded|trying|no module dependencies|using|adding|updating|switching|unzipping|proxy|build ID|added toolchain|finished)\b/;
var goCommandSayings = [
  {
    pattern: /^found packages \S+ \(\S+\) and \S+ \(\S+\) in /,
    sample: "found packages one (a.go) and two (b.go) in /src/shop"
  },
  {
    pattern: /^no required module provides package \S+[;:]/,
    sample: "no required module provides package example.com/x; to add it:"
  },
  {
    pattern: /^package \S+: build constraints exclude all Go files in /,
    sample: "package example.com/x: build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^build constraints exclude all Go files in /,
    sample: "build constraints exclude all Go files in /src/x"
  },
  {
    pattern: /^package \S+ is not (?:in std|in GOROOT|a main package)/,
    sample: "package fmtt is not in std (/usr/local/go/src/fmtt)"
  },
  { pattern: /^no (?:non-test )?Go files in /, sample: "no Go files in /src/x" },
  {
    pattern: /^pattern \S+: (?:directory|main module|no matching|lstat|cannot|invalid|import path)/,
    sample: "pattern ./...: directory prefix . does not contain main module"
  },
  {
    pattern: /^main module \(\S+\) does not contain package /,
    sample: "main module (example.com/m) does not contain package example.com/m/x"
  },
  {
    pattern: /^directory \S+ (?:is contained in a module|outside|not found)/,
    sample: "directory x is contained in a module that is not one of the workspace modules"
  },
  {
    pattern: /^verifying \S+: checksum mismatch/,
    sample: "verifying golang.org/x/text@v0.14.0: checksum mismatch"
  },
  {
    pattern: /^malformed (?:import|module) path /,
    sample: 'malformed import path "a b": invalid char'
  },
  {
    pattern: /^missing go\.sum entry /,
    sample: "missing go.sum entry for module providing package example.com/x"
  },
  {
    pattern: /^cannot find (?:package|module|main module)\b/,
    sample: 'cannot find package "x" in any of:'
  },
  { pattern: /^cgo: C compiler /, sample: 'cgo: C compiler "gcc" not found: exec: "gcc"' }
];
var goCommandFailures = {
  first: "gfnpbmdvc",
  begin(line) {
    if (line.startsWith("go: ")) {
      if (progress.test(line) || line.length === 4) return null;
      return openFailure(line.slice(4), true);
    }
    if (line.startsWith("package ")) return openImport(line);
    return goCommandSayings.some(({ pattern }) => pattern.test(line)) ? openFailure(line, true) : null;
  }
};
function openFailure(words3, sure) {
  const complaints = createBuildComplaints();
  complaints.addWords(words3);
  return {
    push(line) {
      if (line.startsWith("	")) return complaints.add(line) ? "taken" : "not-mine";
      return words3.endsWith(":") && /^\S*go\.(?:mod|work|sum):\d+: /.test(line) && complaints.add(line) ? "taken" : "not-mine";
    },
    finish: () => complaints.draft(),
    sure
  };
}
function openImport(line) {
  if (goCommandSayings.some(({ pattern }) => pattern.test(line))) return openFailure(line, true);
  if (!/^package \S{1,500}$/.test(line)) return null;
  const complaints = createBuildComplaints();
  return {
    push: (next) => next.startsWith("	") && complaints.add(next) ? "taken" : "not-mine",
    finish: () => complaints.failed ? complaints.draft() : null,
    get sure() {
      return complaints.failed;
    }
  };
}

// src/crash/runtime/bare-crash.ts
function bareCrash(kind, message, more) {
  return {
    kind,
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    exitStatus: null,
    outputTest: null,
    package: null,
    survived: false,
    truncated: false,
    lineCount: 1,
    ...more
  };
}

// src/crash/runtime/last-words.ts
var logged2 = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
var refused = /^(?:flag provided but not defined: -|flag needs an argument: -|invalid (?:boolean )?value ".{0,500}" for (?:flag )?-)/;
var maxNoteChars2 = 1e3;
function createLastLines() {
  let last = "";
  let usage = "";
  return {
    push(line) {
      if (line === "") return;
      if (line.startsWith("Usage of ") && refused.test(last)) usage = last.slice(0, maxNoteChars2);
      last = line;
    },
    get none() {
      return last === "";
    },
    words() {
      if (usage !== "") return { status: 2, notes: [usage] };
      return logged2.test(last) ? { status: 1, notes: [last.slice(0, maxNoteChars2)] } : null;
    }
  };
}

// src/crash/runtime/process-end.ts
var names2 = {
  killed: "SIGKILL",
  terminated: "SIGTERM",
  interrupt: "SIGINT",
  hangup: "SIGHUP",
  quit: "SIGQUIT",
  aborted: "SIGABRT",
  "segmentation fault": "SIGSEGV",
  "bus error": "SIGBUS",
  "floating point exception": "SIGFPE",
  "illegal instruction": "SIGILL",
  "trace/breakpoint trap": "SIGTRAP",
  "broken pipe": "SIGPIPE",
  "alarm clock": "SIGALRM",
  "user defined signal 1": "SIGUSR1",
  "user defined signal 2": "SIGUSR2",
  "CPU time limit exceeded": "SIGXCPU",
  "file size limit exceeded": "SIGXFSZ",
  "bad system call": "SIGSYS"
};
var maxSignalChars = 60;
var signal2 = /signal: (?<words>[A-Za-z][A-Za-z0-9 /]{2,40}?)(?: \(core dumped\))?$/;
var exit = /^exit status (?<status>[1-9]\d{0,9})$/;
var stars = /^\*\*\* (?<message>Test (?:killed(?: with [a-z0-9 ]{1,30})?: (?<long>ran too long) \([^)]{1,40}\)|I\/O incomplete [\dhms.µn]{1,30} after exiting))\.$/;
var maxToolChars = 1200;
var killedTool = /^(?<package>[^\s:]{1,500}): (?:[A-Za-z]:)?[^\s:]{0,500}[/\\](?<tool>[\w.-]{1,80}): (?<end>signal: .{1,60})$/;
function parseProcessEnd(line) {
  switch (line.charCodeAt(0)) {
    case 101: {
      const status = exit.exec(line)?.groups?.["status"];
      if (status !== void 0) return { kind: "exit", status: Number(status) };
      break;
    }
    case 42: {
      const { message, long } = stars.exec(line.slice(0, 200))?.groups ?? {};
      if (message !== void 0)
        return { kind: long === void 0 ? "output-open" : "ran-too-long", message };
      break;
    }
    default:
  }
  const from = Math.max(0, line.length - maxSignalChars);
  if (line.indexOf("signal: ", from) < 0) return null;
  const found = signal2.exec(line.slice(from));
  const words3 = found?.groups?.["words"];
  const name = words3 === void 0 ? void 0 : names2[words3] ?? /^signal \d+$/.exec(words3)?.[0];
  if (found === null || words3 === void 0 || name === void 0) return null;
  const tool2 = killedTool.exec(line.slice(0, maxToolChars))?.groups;
  if (tool2 !== void 0) {
    const { package: about = "", tool: by = "", end = "" } = tool2;
    return {
      kind: "tool",
      package: about.replace(/(?:_test|\.test)$/, ""),
      message: `${by}: ${end}`
    };
  }
  return {
    kind: "signal",
    signal: { name, words: words3, code: null, address: null, pc: null, inCgo: false },
    before: line.slice(0, from + found.index)
  };
}

// src/crash/runtime/test-framing.ts
var packageLine = /^(?<verdict>ok {2}|FAIL|\?  {2})\t(?<package>[^\s[]{1,1000})(?:\t[\d.]+s| ?\[(?<remark>[^\]]{1,100})\]|\t|$)/;
function parseFraming(line) {
  switch (line.charCodeAt(0)) {
    case 61:
      return line.startsWith("=== ") ? parseRunning(line) : null;
    case 45:
      return line.startsWith("--- ") ? parseResult(line, 0) : null;
    case 32:
      return parseNested(line);
    case 80:
      return line === "PASS" ? { kind: "verdict", passed: true } : null;
    case 70:
      if (line === "FAIL") return { kind: "verdict", passed: false };
      return line.startsWith("FAIL	") ? parsePackage(line) : null;
    case 111:
      return line.startsWith("ok  	") ? parsePackage(line) : null;
    default:
      return null;
  }
}
function parseNested(line) {
  let margin = 0;
  while (line.startsWith("    ", margin)) margin += 4;
  return line.startsWith("--- ", margin) ? parseResult(line, margin) : null;
}
function parseRunning(line) {
  const known = line.startsWith("=== RUN   ") || line.startsWith("=== CONT  ") || line.startsWith("=== NAME  ") || line.startsWith("=== PAUSE ");
  if (!known) return null;
  const test = line.slice("=== RUN   ".length);
  return isName(test) && !test.includes(" ") ? { kind: "running", test } : null;
}
function parseResult(line, margin) {
  const at2 = margin + "--- ".length;
  const failed = line.startsWith("FAIL: ", at2);
  const long = line.startsWith("BENCH: ", at2);
  if (!failed && !long && !line.startsWith("PASS: ", at2) && !line.startsWith("SKIP: ", at2))
    return null;
  const from = at2 + (long ? "BENCH: " : "FAIL: ").length;
  const end = line.indexOf(" ", from);
  const test = line.slice(from, end < 0 ? void 0 : end);
  const whole = end < 0 || line.startsWith("(", end + 1) && line.endsWith("s)");
  if (!isName(test) || !whole) return null;
  return { kind: "result", passed: !failed, test, nested: margin > 0 };
}
var maxNameChars2 = 4096;
function isName(test) {
  return test !== "" && test.length <= maxNameChars2;
}
function parsePackage(line) {
  const { verdict, package: name, remark: remark2 = "" } = packageLine.exec(line)?.groups ?? {};
  if (name === void 0) return null;
  return { kind: "package", passed: verdict !== "FAIL", package: name, remark: remark2 };
}

// src/crash/runtime/waiting-crashes.ts
var maxWaiting = 50;
var maxWaitingStacks = 2e5;
function createWaitingCrashes(emit) {
  let waiting = [];
  return {
    get last() {
      return waiting.at(-1);
    },
    add(crash) {
      waiting.push({
        ...crash,
        outputTest: crash.outputTest === null ? null : detached(crash.outputTest)
      });
      const stacks = waiting.reduce((sum, { stacks: some }) => sum + some.length, 0);
      if (waiting.length <= maxWaiting && stacks <= maxWaitingStacks) return;
      const oldest = waiting.shift();
      if (oldest !== void 0) emit(oldest);
    },
    extendLast(change) {
      const last = waiting.pop();
      if (last === void 0) return false;
      waiting.push({ ...last, ...change, lineCount: last.lineCount + 1 });
      return true;
    },
    change(change) {
      if (waiting.length === 0) return;
      waiting = waiting.map((crash) => ({ ...crash, ...change(crash) }));
    },
    handOn(change) {
      const crashes = waiting;
      waiting = [];
      for (const crash of crashes) emit({ ...crash, ...change(crash) });
    }
  };
}

// src/crash/runtime/package-output.ts
var maxNoteChars3 = 1e3;
var unknownStatus = "exit status unknown";
var afterCommand = /^(?:make|Error|##\[error\]|ERROR|FAIL)\b/;
var asIs = () => ({});
var newSegment = () => ({ lines: createLastLines(), explained: false, verdict: false });
function createPackageOutput(out) {
  const waiting = createWaitingCrashes(out.crash);
  let outputTest = null;
  let segment = newSegment();
  let held = null;
  let closing = false;
  let builds = 0;
  let inFailures = false;
  const handOn = (change) => {
    closing = false;
    waiting.handOn(change);
  };
  const add = (crash) => {
    if (crash.kind === "build-failure") builds++;
    else segment.explained = true;
    if (crash.kind === "build-failure" && crash.package !== null && crash.outputTest === null)
      out.crash(crash);
    else waiting.add(crash);
  };
  const extendLast = (change) => !segment.verdict && waiting.extendLast(change);
  const plain2 = (line) => {
    segment.lines.push(line);
    out.other(line);
  };
  const endOfProcess = (end, line, lineNumber) => {
    const at2 = { firstLine: lineNumber, outputTest };
    const { last } = waiting;
    switch (end.kind) {
      case "exit":
        closing = outputTest === null;
        if (extendLast({ exitStatus: end.status })) return;
        if (segment.explained) plain2(line);
        else {
          const words3 = segment.lines.words();
          const notes2 = words3?.status === end.status ? words3.notes : [];
          add(bareCrash("exit", line, { ...at2, exitStatus: end.status, notes: notes2 }));
        }
        return;
      case "ran-too-long":
        if (last?.kind === "signal" && extendLast({ kind: "timeout", message: end.message }))
          return;
        add(bareCrash("timeout", end.message, at2));
        return;
      case "output-open":
        if (extendLast({})) return;
        if (segment.explained) plain2(line);
        else add(bareCrash("exit", end.message, at2));
        return;
      case "tool": {
        const notes2 = [line.slice(0, maxNoteChars3)];
        add(bareCrash("build-failure", end.message, { ...at2, package: end.package, notes: notes2 }));
        return;
      }
      case "signal": {
        closing = outputTest === null;
        if (last !== void 0 && endsProcess(last.kind) && extendLast({})) return;
        const { signal: signal4 } = end;
        add(
          signal4.name === "SIGKILL" ? bareCrash("killed", "signal: killed", { ...at2, signal: signal4 }) : bareCrash("signal", signal4.words, { ...at2, signal: signal4 })
        );
      }
    }
  };
  const endOfPackage = (framing, line, lineNumber) => {
    const { package: name, passed, remark: remark2 } = framing;
    const notBuilt = /^(?:build|setup) failed$/.test(remark2);
    if (notBuilt && builds === 0) {
      add(bareCrash("build-failure", remark2, { firstLine: lineNumber, outputTest, package: name }));
    } else if (!notBuilt && !passed && !segment.explained && !segment.lines.none) {
      const words3 = segment.lines.words();
      add(
        bareCrash("exit", words3 === null ? unknownStatus : `exit status ${words3.status}`, {
          firstLine: lineNumber,
          outputTest,
          exitStatus: words3?.status ?? null,
          notes: words3?.notes ?? []
        })
      );
    } else out.other(line);
    handOn((crash) => {
      if (crash.kind !== "build-failure")
        return { package: crash.package ?? name, survived: crash.survived || passed };
      return {
        package: crash.package ?? (notBuilt ? name : null),
        survived: crash.survived || passed && crash.outputTest !== null
      };
    });
    outputTest = null;
    segment = newSegment();
  };
  const endOfTest = ({ passed, test }) => {
    segment.explained ||= !passed;
    if (passed) outputTest = null;
    else if (!inFailures || outputTest?.startsWith(`${test}/`) !== true) outputTest = test;
    inFailures = !passed;
    if (!passed) return;
    waiting.change(
      (crash) => crash.outputTest === test && mayBeLogged(crash) ? { survived: true } : {}
    );
  };
  const read = (line, lineNumber) => {
    const end = parseProcessEnd(line);
    if (end?.kind === "signal" && end.before !== "") {
      held = { line, lineNumber, end };
      return;
    }
    if (end !== null) {
      endOfProcess(end, line, lineNumber);
      return;
    }
    const framing = parseFraming(line);
    if (framing?.kind !== "result") inFailures = false;
    if (closing && line !== "" && framing?.kind !== "package")
      handOn(({ kind }) => kind === "exit" && !afterCommand.test(line) ? { survived: true } : {});
    switch (framing?.kind) {
      case void 0:
        plain2(line);
        return;
      case "package":
        endOfPackage(framing, line, lineNumber);
        return;
      case "running":
        outputTest = framing.test;
        break;
      case "result":
        endOfTest(framing);
        break;
      case "verdict":
        outputTest = null;
        segment.verdict = true;
        segment.explained ||= !framing.passed;
        if (framing.passed)
          waiting.change(({ kind }) => kind === "build-failure" ? {} : { survived: true });
    }
    plain2(line);
  };
  const release2 = (next) => {
    if (held === null) return;
    const { line, lineNumber, end } = held;
    held = null;
    if (next?.startsWith("FAIL	") ?? true) endOfProcess(end, line, lineNumber);
    else plain2(line);
  };
  return {
    get outputTest() {
      return outputTest;
    },
    line(line, lineNumber) {
      release2(line);
      read(line, lineNumber);
    },
    crash(crash) {
      release2("");
      add(crash);
    },
    end() {
      release2(null);
      handOn(asIs);
    }
  };
}
function mayBeLogged({ kind }) {
  return kind !== "data-race" && kind !== "sanitizer" && kind !== "goroutine-leak";
}

// src/crash/detectors/detector-stacks.ts
var maxStacks9 = 100;
var maxFrames4 = 1e3;
function createDetectorStacks() {
  const blocks2 = [];
  let omittedStacks = 0;
  let current = null;
  let last = null;
  return {
    open({ goroutine, state, ...title2 }) {
      current = {
        ...title2,
        title: detached(title2.title),
        goroutine: emptyGoroutine(goroutine, state)
      };
      last = null;
      if (blocks2.length < maxStacks9) blocks2.push(current);
      else omittedStacks++;
    },
    addFrame(frame) {
      last = null;
      if (current === null) return;
      const { frames } = current.goroutine;
      if (frames.length < maxFrames4) {
        last = { ...frame, function: detached(frame.function), file: detached(frame.file) };
        frames.push(last);
      } else omittedStacks++;
    },
    setPosition(file, line) {
      if (last === null) return;
      last.file = detached(file);
      last.line = line;
      last = null;
    },
    isEmpty: () => (current?.goroutine.frames.length ?? 0) === 0,
    finish() {
      for (const { role, goroutine } of blocks2)
        if (role !== "creation") goroutine.createdBy = creationOf2(goroutine.id, blocks2);
      return { stacks: blocks2, omittedStacks };
    }
  };
}
function creationOf2(id, blocks2) {
  if (id === 0) return null;
  const block = blocks2.find(({ role, goroutine }) => role === "creation" && goroutine.id === id);
  const [frame] = block?.goroutine.frames ?? [];
  return frame === void 0 ? null : { ...frame, goroutine: null };
}
function emptyGoroutine(id, state) {
  return {
    id,
    state,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: {},
    frames: [],
    elided: null,
    createdBy: null,
    ancestors: []
  };
}

// src/crash/detectors/race-lines.ts
var maxChars4 = 4096;
var raceRules = [
  {
    sample: "      /src/m/stock.go:12 +0x44",
    pattern: /^ {6}(?<file>.+):(?<line>\d{1,10}) \+0x[0-9a-f]+$/,
    read: ({ file = "", line }) => ({
      kind: "position",
      file: file === "-" ? "" : file.slice(0, maxChars4),
      line: Number(line)
    })
  },
  {
    sample: "  example.com/m.(*Stock).Take()",
    pattern: /^ {2}(?<function>[^\s(].*)\(\)$/,
    read: (groups) => ({ kind: "call", function: (groups["function"] ?? "").slice(0, maxChars4) })
  },
  {
    sample: "  [failed to restore the stack]",
    pattern: /^ {2}\[failed to restore the stack\]$/,
    read: () => ({ kind: "filler" })
  },
  { sample: "", pattern: /^$/, read: () => ({ kind: "filler" }) },
  {
    sample: "Previous write at 0x00c0000b0060 by goroutine 7:",
    pattern: /^(?<previous>Previous )?(?<operation>(?:atomic )?(?:read|write)) at (?<address>0x[0-9a-f]+) by (?:main goroutine|goroutine (?<id>\d{1,15})):$/i,
    read: ({ previous, operation = "", address: address2 = "", id }, title2) => ({
      kind: "title",
      title: {
        role: previous === void 0 ? "access" : "previous",
        goroutine: Number(id ?? 0),
        state: "",
        access: {
          operation: operation.toLowerCase(),
          address: address2
        },
        title: title2
      }
    })
  },
  {
    sample: "Goroutine 7 (finished) created at:",
    pattern: /^Goroutine (?<id>\d{1,15}) \((?<state>running|finished)\) created at:$/,
    read: ({ id, state = "" }, title2) => ({
      kind: "title",
      title: { role: "creation", goroutine: Number(id), state, access: null, title: title2 }
    })
  },
  {
    sample: "Heap block of size 24 at 0x00c0000b0060 allocated by goroutine 7:",
    pattern: /^(?:Heap block of size \d+ at 0x[0-9a-f]+ allocated by (?:main goroutine|goroutine (?<id>\d{1,15}))|Goroutine (?<holder>\d{1,15}) lock mutex \d+ while holding mutex \d+|Mutex \d+ (?:\(0x[0-9a-f]+\) created at|was previously locked here)):$/,
    read: ({ id, holder }, title2) => ({
      kind: "title",
      title: {
        role: "other",
        goroutine: Number(id ?? holder ?? 0),
        state: "",
        access: null,
        title: title2
      }
    })
  },
  {
    sample: "Global var m.total of size 8 at 0x0000005ca580 declared at /src/m/stock.go:5",
    pattern: /^Global var \S{1,4096} of size \d+ at 0x[0-9a-f]+ declared at /,
    read: () => ({ kind: "note" })
  },
  {
    sample: "Read at 0x0000008395e8 by order shipped",
    pattern: /^(?<begin>(?:Previous )?(?:atomic )?(?:read|write) at 0x[0-9a-f]+ by )/i,
    read: ({ begin = "" }) => ({ kind: "split", begin })
  },
  {
    sample: "goroutine 7:",
    pattern: /^(?:main goroutine|goroutine \d{1,15}):$/,
    read: (_, end) => ({ kind: "rest", end })
  }
];
function readRaceLine(line) {
  for (const { pattern, read } of raceRules) {
    const match = pattern.exec(line);
    if (match !== null) return read(match.groups ?? {}, line.slice(0, maxChars4));
  }
  return null;
}

// src/crash/detectors/report-border.ts
var maxForeignLines = 1e3;
var borders = [
  { pattern: /^(?:panic|fatal error): /, sample: "panic: boom" },
  { pattern: /^SIG[A-Z]{2,8}: /, sample: "SIGSEGV: segmentation violation" },
  { pattern: /^(?:runtime: |unexpected fault address )/, sample: "runtime: out of memory" },
  { pattern: /^goroutine \d+ .*\[/, sample: "goroutine 7 [running]:" },
  { pattern: /^WARNING: (?:DATA RACE|ThreadSanitizer: )/, sample: "WARNING: DATA RACE" },
  { pattern: /^Found \d+ data race\(s\)$/, sample: "Found 2 data race(s)" },
  {
    pattern: /^==\d+==\s?(?:ERROR|WARNING): /,
    sample: "==7==ERROR: LeakSanitizer: detected memory leaks"
  },
  { pattern: /^={65}$/, sample: "=".repeat(65) },
  { pattern: /^exit status \d+$/, sample: "exit status 66" },
  { pattern: /^(?:FAIL|ok  )\t/, sample: "FAIL	example.com/m	0.3s" }
];
function beginsOther(line) {
  return borders.some(({ pattern }) => pattern.test(line));
}

// src/crash/detectors/race-report.ts
var opening = "WARNING: DATA RACE";
var rule = "==================";
var maxNotes2 = 50;
function openRaceReport(line) {
  if (!line.startsWith(opening)) return null;
  const stacks = createDetectorStacks();
  const notes2 = [];
  let split = "";
  let foreign = 0;
  let sure = false;
  let closed = false;
  const take = (text2) => {
    const read = readRaceLine(text2);
    switch (read?.kind) {
      case "title":
        stacks.open(read.title);
        sure ||= read.title.access !== null;
        break;
      case "split":
        split = read.begin;
        break;
      case "rest":
        if (split === "") return false;
        take(split + read.end);
        split = "";
        break;
      case "call":
        stacks.addFrame({ function: read.function, file: "", line: 0 });
        break;
      case "position":
        stacks.setPosition(read.file, read.line);
        break;
      case "note":
        if (notes2.length < maxNotes2) notes2.push(text2.slice(0, 1e3));
        break;
      case "filler":
        break;
      case void 0:
        return false;
    }
    return true;
  };
  return {
    get sure() {
      return sure;
    },
    push(text2) {
      closed = text2 === rule;
      if (closed) return "last";
      if (take(text2)) return "taken";
      return beginsOther(text2) || ++foreign > maxForeignLines ? "not-mine" : "foreign";
    },
    finish() {
      if (!sure) return null;
      const found = stacks.finish();
      return {
        kind: "data-race",
        message: "data race",
        panics: [],
        signal: null,
        notes: notes2,
        ...found,
        stacks: found.stacks.map(withAtomicAccess),
        runningTests: [],
        positions: [],
        truncated: !closed
      };
    }
  };
}
function withAtomicAccess(stack) {
  const { access: access4, goroutine } = stack;
  const [innermost4] = goroutine.frames;
  if (access4 === null || innermost4 === void 0) return stack;
  if (!/^(?:sync|internal\/runtime|runtime\/internal)\/atomic$/.test(packageOf(innermost4.function)))
    return stack;
  const isWrite = access4.operation.endsWith("write");
  return { ...stack, access: { ...access4, operation: isWrite ? "atomic write" : "atomic read" } };
}

// src/crash/detectors/sanitizer-frame.ts
var opening2 = /^ {2,8}#(?<number>\d{1,5}) (?:0x[0-9a-f]+(?: in)? )?(?<rest>.*)$/;
var buildId = / \(BuildId: [0-9a-f]+\)$/;
var module = / ?\([^()]*\+0x[0-9a-f]+\)$/;
var place4 = /:(?<line>\d{1,10})(?::\d{1,10})?$/;
var maxChars5 = 4096;
function parseSanitizerFrame(line) {
  const { number: number2, rest = "" } = opening2.exec(line)?.groups ?? {};
  if (number2 === void 0) return null;
  const text2 = rest.slice(0, 2 * maxChars5).replace(buildId, "").replace(module, "").trim();
  return { number: Number(number2), frame: frameOf(text2) };
}
function frameOf(text2) {
  if (text2 === "") return { function: "non-Go function", file: "", line: 0 };
  const at2 = place4.exec(text2);
  const named3 = at2 === null ? text2 : text2.slice(0, at2.index);
  const start = at2 === null && !named3.endsWith(" <null>") ? named3.length : fileStart(named3);
  const file = named3.slice(start).trim();
  return {
    function: named3.slice(0, start).trim().slice(0, maxChars5) || "non-Go function",
    file: file === "<null>" ? "" : file.slice(0, maxChars5),
    line: Number(at2?.groups?.["line"] ?? 0)
  };
}
function fileStart(text2) {
  const absolute = / (?:\/|[A-Za-z]:[\\/])/.exec(text2);
  return absolute?.index ?? Math.max(0, text2.lastIndexOf(" "));
}

// src/crash/detectors/sanitizer-headline.ts
var headline = /^(?:==\d+==\s?)?(?:(?<level>ERROR|WARNING|FATAL): )?(?<tool>[A-Z][A-Za-z]{2,20}Sanitizer):? (?<said>[^ ].*)$/;
var details = /(?: on (?:unknown )?address (?:0x|\()| on 0x|: 0x| \(0x| \[0x| \(pid=\d| in thread T\d).*$/;
var signalled = /^(?<name>SEGV|BUS|FPE|ILL|ABRT|TRAP) on (?:unknown )?address(?: (?<address>0x[0-9a-f]+))? \(pc (?<pc>0x[0-9a-f]+)/;
var words = {
  SEGV: "segmentation violation",
  BUS: "bus error",
  FPE: "floating-point exception",
  ILL: "illegal instruction",
  ABRT: "abort",
  TRAP: "trace trap"
};
function readHeadline(line) {
  const { level, said: said3 = "" } = headline.exec(line.slice(0, 4096))?.groups ?? {};
  if (level === void 0 && !said3.startsWith("CHECK failed: ")) return null;
  const message = said3.replace(details, "").replace(/^attempting (?=double-free)/, "");
  return { message, isRace: /^data race\b/.test(message), signal: signalOf(said3) };
}
function signalOf(said3) {
  const { name = "", address: address2, pc = null } = signalled.exec(said3)?.groups ?? {};
  if (name === "") return null;
  return {
    name: `SIG${name}`,
    words: words[name] ?? "",
    code: null,
    address: address2 ?? null,
    pc,
    inCgo: false
  };
}

// src/crash/detectors/sanitizer-lines.ts
var sanitizerLines = [
  { part: "filler", pattern: /^\s*$/, sample: "" },
  { part: "end", pattern: /^==\d+==ABORTING$/, sample: "==13==ABORTING" },
  { part: "end", pattern: /^Exiting$/, sample: "Exiting" },
  { part: "end", pattern: /^={18}$/, sample: "==================" },
  {
    part: "end",
    pattern: /^[A-Z][A-Za-z]+Sanitizer: nested bug in the same thread, aborting\.$/,
    sample: "ThreadSanitizer: nested bug in the same thread, aborting."
  },
  {
    part: "summary",
    pattern: /^SUMMARY: [A-Z][A-Za-z]+Sanitizer: /,
    sample: "SUMMARY: AddressSanitizer: double-free /src/m/native.go:13 in last"
  },
  {
    part: "map",
    pattern: /^Shadow byte(?:s around| legend)/,
    sample: "Shadow bytes around the buggy address:"
  },
  {
    part: "map",
    pattern: /^(?:=>| {2})0x[0-9a-f]+:/,
    sample: "=>0x0c047fff8000: fa fa fd fd fa fa fd[fd]fa fa fa fa fa fa fa fa"
  },
  {
    part: "map",
    pattern: /^ {2}[A-Z][A-Za-z -]+: +[0-9a-f]{2}(?: [0-9a-f]{2})* ?$/,
    sample: "  Heap left redzone:       fa"
  },
  {
    part: "heading",
    pattern: /^ {0,2}(?:previous )?(?:atomic )?(?:read|write) of size \d+ at 0x[0-9a-f]+ /i,
    sample: "  Previous write of size 4 at 0x0000006fe178 by thread T5:"
  },
  {
    part: "heading",
    pattern: /^(?:previously allocated|allocated|freed) by thread T\d/,
    sample: "previously allocated by thread T0 here:"
  },
  {
    part: "heading",
    pattern: /^ {0,2}Thread T\d+ .*created by /,
    sample: "  Thread T6 (tid=13, running) created by main thread at:"
  },
  {
    part: "heading",
    pattern: /^(?:Address )?0x[0-9a-f]+ is located in stack of thread/,
    sample: "Address 0x7ffceac05870 is located in stack of thread T0 at offset 48 in frame"
  },
  {
    part: "heading",
    pattern: /^(?:Direct|Indirect) leak of \d+ byte\(s\)/,
    sample: "Direct leak of 16 byte(s) in 1 object(s) allocated from:"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Uninitialized value was|Memory was marked|Member fields were|Virtual table ptr)/,
    sample: "  Uninitialized value was created by a heap allocation"
  },
  {
    part: "heading",
    pattern: /^ {2}(?:Mutex M\d+ |As if synchronized via sleep:|and:|Signal \d+ handler invoked)/,
    sample: "  Mutex M59 acquired here while holding mutex M58 in main thread:"
  },
  {
    part: "heading",
    pattern: /^ {2}Location is (?:heap block|file descriptor|.* of size \d+ at 0x[0-9a-f]+ allocated)/,
    sample: "  Location is heap block of size 4 at 0x7b0400000000 allocated by main thread:"
  },
  {
    part: "heading",
    pattern: /^(?:These globals were registered| {2}\[\d\](?::| size=))/,
    sample: "These globals were registered at these points:"
  },
  {
    part: "note",
    pattern: /^(?:Address )?0x[0-9a-f]+ (?:is (?:located|a wild)|cannot be)/,
    sample: "0x60200000003c is located 12 bytes inside of 16-byte region [0x602000000030,0x602000000040)"
  },
  {
    part: "note",
    pattern: /^ {2}(?:Location is |Cycle in lock order graph|And \d+ more similar)/,
    sample: "  Location is global 'total' of size 4 at 0x0000006fe178 (m.test+0x6fe178)"
  },
  {
    part: "note",
    pattern: /^ {2}This frame has \d+ object|^ {4}\[\d+, \d+\) /,
    sample: "    [32, 48) 'values' <== Memory access at offset 48 overflows this variable"
  },
  {
    part: "note",
    pattern: /^==\d+==(?!\s?(?:ERROR|WARNING): )/,
    sample: "==13==The signal is caused by a READ memory access."
  },
  {
    part: "note",
    pattern: /^ {2}(?:object passed to delete|size of the |alignment of the )/,
    sample: "  object passed to delete has wrong type:"
  },
  {
    part: "filler",
    pattern: /^ {0,4}(?:HINT|Hint): |^ {6}\(longjmp and/,
    sample: "    Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message"
  },
  {
    part: "filler",
    pattern: /^[A-Z][A-Za-z]+Sanitizer can not provide additional info\.$/,
    sample: "AddressSanitizer can not provide additional info."
  },
  {
    part: "filler",
    pattern: /^ {4}(?:\[failed to restore the stack\]|<empty stack>)$/,
    sample: "    [failed to restore the stack]"
  }
];
function partOf(line) {
  return sanitizerLines.find(({ pattern }) => pattern.test(line))?.part ?? null;
}
var access = /^\s*(?<previous>previous )?(?<operation>(?:atomic )?(?:read|write)) of size \d+ at (?<address>0x[0-9a-f]+)/i;
function roleOf(heading, isFirst, isRace) {
  const { previous, operation, address: address2 = "" } = access.exec(heading)?.groups ?? {};
  const seen = operation === void 0 ? null : {
    operation: operation.toLowerCase(),
    address: address2
  };
  if (previous !== void 0 || /^freed by/.test(heading))
    return { role: "previous", access: seen };
  if (isFirst) return { role: isRace ? "access" : "crashing", access: seen };
  return { role: /^\s*Thread T\d+ /.test(heading) ? "creation" : "other", access: seen };
}

// src/crash/detectors/sanitizer-report.ts
var maxNotes3 = 50;
var maxNoteChars4 = 1e3;
function openSanitizerReport(headline3) {
  const head = readHeadline(headline3);
  if (head === null) return null;
  const { message, isRace, signal: signal4 } = head;
  const stacks = createDetectorStacks();
  const notes2 = [headline3.slice(0, maxNoteChars4)];
  let heading = "";
  let opened = 0;
  let summarised = false;
  let ended2 = false;
  let foreign = 0;
  const openStack = () => {
    const title2 = (heading ?? "").trim();
    const { role, access: access4 } = roleOf(title2, opened === 0, isRace);
    stacks.open({ role, access: access4, title: title2, goroutine: 0, state: "" });
    opened++;
    heading = null;
  };
  const take = (line) => {
    const read = parseSanitizerFrame(line);
    if (read !== null) {
      if (heading !== null || read.number === 0 && !stacks.isEmpty()) openStack();
      stacks.addFrame(read.frame);
      return "taken";
    }
    const part2 = partOf(line);
    switch (part2) {
      case "end":
        ended2 = true;
        return "last";
      case "summary":
        summarised = true;
        return "taken";
      case "heading":
        heading = line.slice(0, maxNoteChars4);
        if (roleOf(heading, false, isRace).access !== null) openStack();
        return "taken";
      case "note":
        if (notes2.length < maxNotes3) notes2.push(line.trim().slice(0, maxNoteChars4));
        return "taken";
      case "map":
      case "filler":
        return "taken";
      case null:
        return null;
    }
  };
  return {
    sure: true,
    push(line) {
      if (summarised && !["map", "note", "end"].includes(partOf(line) ?? "")) return "not-mine";
      const taken = take(line);
      if (taken !== null) return taken;
      const isOver = opened === 0 || beginsOther(line) || ++foreign > maxForeignLines;
      return isOver ? "not-mine" : "foreign";
    },
    finish(atEnd) {
      return {
        kind: isRace ? "data-race" : "sanitizer",
        message,
        panics: [],
        signal: signal4,
        notes: notes2,
        ...stacks.finish(),
        runningTests: [],
        positions: [],
        truncated: opened > 0 && !summarised && !ended2 && atEnd
      };
    }
  };
}

// src/crash/detectors/detector-report.ts
var rule2 = /^(?:={18}|={65})$/;
var signal3 = /^[A-Z][A-Za-z]{2,20}Sanitizer:DEADLYSIGNAL$/;
var openReport = (line) => openRaceReport(line) ?? openSanitizerReport(line);
var detectorReports = {
  first: "=ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  begin(line) {
    if (rule2.test(line)) return announced(false);
    if (signal3.test(line)) return announced(true);
    return openReport(line);
  }
};
function announced(ruleMayFollow) {
  let mayFollow = ruleMayFollow;
  let report = null;
  return {
    get sure() {
      return report?.sure ?? false;
    },
    push(line) {
      if (report !== null) return report.push(line);
      report = openReport(line);
      if (report !== null) return "taken";
      if (!mayFollow || !rule2.test(line)) return "not-mine";
      mayFollow = false;
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null
  };
}

// src/crash/detectors/goroutine-profile.ts
var headline2 = /^(?<name>goroutine|goroutineleak) profile: total (?<total>\d{1,15})$/;
var record = /^(?<count>\d{1,15}) @(?: 0x[0-9a-f]+)*$/;
var position3 = /^#\t0x[0-9a-f]+\t(?<function>[^\t]+)\+0x[0-9a-f]+\t+(?<file>[^\t]+):(?<line>\d{1,10})$/;
var address = /^#\t0x[0-9a-f]+$/;
var labelled = /^# labels: (?<labels>\{.*\})$/;
var maxStacks10 = 1e4;
var maxFrames5 = 1e3;
var maxTitleChars = 200;
var maxPartChars = 4096;
function openGoroutineProfile(line) {
  const groups = headline2.exec(line)?.groups;
  if (groups === void 0) return null;
  const name = groups["name"] === "goroutine" ? "goroutine" : "goroutineleak";
  const stacks = [];
  let current = null;
  return {
    name,
    push(text2) {
      if (text2 === "") return true;
      const count2 = record.exec(text2)?.groups?.["count"];
      if (count2 !== void 0) {
        current = {
          count: Number(count2),
          title: detached(text2.slice(0, maxTitleChars)),
          labels: {},
          frames: []
        };
        if (stacks.length < maxStacks10) stacks.push(current);
        return true;
      }
      if (current === null) return false;
      const frame = readPosition(text2);
      if (frame !== null) {
        if (current.frames.length < maxFrames5) current.frames.push(frame);
        return true;
      }
      const labels = labelled.exec(text2)?.groups?.["labels"];
      if (labels !== void 0) current.labels = readLabels(labels);
      return labels !== void 0 || address.test(text2);
    },
    finish: () => ({ name, total: Number(groups["total"]), stacks })
  };
}
function readPosition(line) {
  const { function: name = "", file = "", line: number2 } = position3.exec(line)?.groups ?? {};
  if (number2 === void 0) return null;
  return {
    function: detached(name.slice(0, maxPartChars)),
    file: detached(file.slice(0, maxPartChars)),
    line: Number(number2)
  };
}
function readLabels(text2) {
  try {
    const labels = JSON.parse(text2.slice(0, maxPartChars));
    return Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [key, String(value)])
    );
  } catch {
    return {};
  }
}

// src/crash/detectors/leaked-stacks.ts
var limits = { goroutines: 1e4, stackFrames: 1e3, frames: 1e5 };
function createLeakedStacks(notMine) {
  const parser = createGoroutineParser(void 0, limits);
  let margin = null;
  let pending = null;
  let isOpen = false;
  const drop = () => {
    if (pending !== null) notMine(pending);
    pending = null;
  };
  return {
    open(header2) {
      drop();
      parser.begin(header2);
      isOpen = true;
    },
    push(raw) {
      if (!isOpen) return false;
      if (raw.trim() === "") return true;
      margin ??= /^\s*/.exec(raw)?.[0] ?? "";
      if (!raw.startsWith(margin)) {
        drop();
        return false;
      }
      const line = raw.slice(margin.length);
      const read = parseStackLine(line);
      if (read?.kind === "position") {
        if (pending === null) return false;
        pending = null;
        parser.push(line);
        return true;
      }
      drop();
      if (read === null || read.kind === "call" && read.byC) return false;
      if (read.kind === "call" || read.kind === "creation") pending = raw;
      parser.push(line);
      return true;
    },
    get goroutines() {
      return parser.goroutines;
    },
    omitted: parser.omitted,
    finish() {
      parser.end();
      return pending === null;
    }
  };
}

// src/crash/detectors/leak-report.ts
var inState = /^\s*\[?Goroutine (?<id>\d{1,20}) in state (?<state>.{1,400}), with .{1,4096} on top of the stack:$/;
var dialects = [
  // go.uber.org/goleak
  {
    sample: "    jobs_test.go:15: found unexpected goroutines:",
    begins: (line) => line.endsWith("found unexpected goroutines:"),
    message: "found unexpected goroutines",
    header: (line) => {
      const { id = "", state = "" } = inState.exec(line)?.groups ?? {};
      return plainHeader(id === "" ? line : `goroutine ${id} [${state}]:`);
    },
    end: /^\s*\]$/,
    isMeant: () => true
  },
  // github.com/fortytw2/leaktest and its like
  {
    sample: "    leaktest.go:150: leaktest: leaked goroutine: goroutine 14 [chan receive]:",
    begins: (line) => line.includes("eaked goroutine: goroutine ") && parseGoroutineHeader(line) !== null,
    message: "leaked goroutine",
    header: (line) => parseGoroutineHeader(line)?.header ?? null,
    end: null,
    isMeant: () => true
  },
  // The goroutine leak profile with debug=2 lists all goroutines.
  {
    sample: "goroutine 6 [chan receive (leaked)]:",
    begins: (line) => line.startsWith("goroutine ") && plainHeader(line)?.leaked === true,
    message: "leaked goroutines",
    header: plainHeader,
    end: null,
    isMeant: ({ leaked }) => leaked
  }
];
function plainHeader(line) {
  const read = parseGoroutineHeader(line);
  return read === null || line.slice(0, read.start).trim() !== "" ? null : read.header;
}
var leakReports = {
  begin(line, giveBack) {
    if (line.startsWith("goroutineleak profile: ")) {
      const profile = openGoroutineProfile(line);
      return profile === null ? null : openProfile(profile);
    }
    const last = line.charCodeAt(line.length - 1);
    if (last !== 58 && last !== 13) return null;
    const dialect = dialects.find(({ begins }) => begins(line));
    return dialect === void 0 ? null : openLeak(line, dialect, giveBack);
  }
};
function openLeak(first, dialect, giveBack) {
  const { begins, message, header: header2, end, isMeant } = dialect;
  let sure = false;
  let ended2 = false;
  const stacks = createLeakedStacks((line) => {
    if (sure) giveBack(line);
  });
  const open2 = (line) => {
    const read = header2(line);
    if (read === null) return false;
    const last = stacks.goroutines.at(-1);
    if (last === void 0 || last.id !== read.id || last.frames.length > 0) stacks.open(read);
    return true;
  };
  const isReport = () => stacks.goroutines.some(({ frames }) => end !== null || frames.length > 0);
  open2(first);
  return {
    get sure() {
      return sure;
    },
    push(line) {
      ended2 = end?.test(line) === true;
      if (ended2) return "last";
      const taken = open2(line) || begins(line) || stacks.push(line);
      sure ||= isReport();
      return taken ? "taken" : "not-mine";
    },
    finish(atEnd) {
      const isWhole = stacks.finish();
      const meant = stacks.goroutines.filter(isMeant);
      if (!isReport() || meant.length === 0) return null;
      return {
        ...leak(
          message,
          meant.map((goroutine) => ({ goroutine, title: "" }))
        ),
        omittedStacks: stacks.omitted(),
        truncated: end === null ? atEnd && !isWhole : !ended2
      };
    }
  };
}
function openProfile(profile) {
  let sure = false;
  return {
    get sure() {
      return sure;
    },
    push(line) {
      const taken = profile.push(line);
      sure ||= taken && line !== "";
      return taken ? "taken" : "not-mine";
    },
    finish() {
      const { total, stacks } = profile.finish();
      if (stacks.length === 0) return null;
      const seen = stacks.map(({ title: title2, labels, frames }) => ({
        title: title2,
        goroutine: { ...unnamed, labels, frames }
      }));
      const listed = stacks.reduce((sum, { count: count2 }) => sum + count2, 0);
      return {
        ...leak(`goroutineleak profile: total ${String(total)}`, seen),
        omittedStacks: Math.max(0, listed - stacks.length),
        truncated: listed < total
      };
    }
  };
}
var unnamed = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: true,
  bubble: null,
  labels: {},
  frames: [],
  elided: null,
  createdBy: null,
  ancestors: []
};
function leak(message, stacks) {
  return {
    kind: "goroutine-leak",
    message,
    panics: [],
    signal: null,
    notes: [],
    stacks: stacks.map((stack) => ({ role: "waiting", access: null, ...stack })),
    runningTests: [],
    positions: []
  };
}

// src/crash/report-parsers.ts
var reportParsers = [detectorReports, leakReports];

// src/crash/runtime/foreign-line.ts
var foreignLines = [
  { pattern: /^=== [A-Z]{3,5} /, sample: "=== RUN   TestStore" },
  { pattern: /^ *--- (?:PASS|FAIL|SKIP|BENCH): /, sample: "--- PASS: TestStore (0.00s)" },
  { pattern: /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/, sample: "2026/01/02 15:04:05 listening" },
  {
    pattern: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d/,
    sample: "I0102 15:04:05.000001 1 main.go:7] ready"
  },
  { pattern: /^(?:time|level|ts|msg)=\S/, sample: 'level=info msg="still here"' },
  { pattern: /^\{"/, sample: '{"level":"info","msg":"still here"}' },
  {
    pattern: /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)[:\s[]/,
    sample: "INFO: still here"
  },
  { pattern: /^\[[A-Za-z]{2,12}\] /, sample: "[GIN] 2026/01/02 - 15:04:05 | 200 |" }
];
function isForeignLine(line) {
  return foreignLines.some(({ pattern }) => pattern.test(line));
}

// src/crash/runtime/panic-values.ts
var maxValues = 100;
var maxValueChars = 4096;
var remark = / \[recovered(?<repanicked>, repanicked)?\]$/;
var maxRemarkChars = 30;
var runtimeValue = /^(?:runtime error: |interface conversion: |assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel)/;
var typed = [
  // main.state("half open")
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\("[^]*"\)$/u,
  // main.code(7)  main.ratio(+1.500000e+000)  main.flag(true)  main.point(+1.0e+000+2.0e+000i)
  /^(?<type>[\p{L}_][\p{L}\p{Nd}_]*\.[^\s("]{1,200})\((?:true|false|\(?[-+\d][-+i\de.]{0,80}\)?|[+-]?Inf|NaN)\)$/u,
  // (main.order) 0xc000012345  (func(int) error) 0x574278  (struct { a int }) 0x4a86c8
  /^\((?<type>[^\n]{1,200})\) 0x[0-9a-f]{1,16}$/
];
function createPanicValues() {
  const raws = [];
  return {
    start(line) {
      if (raws.length >= maxValues) raws.pop();
      const { text: text2, found } = splitRemark(line);
      raws.push({
        first: text2.slice(0, maxValueChars),
        more: [],
        chars: text2.length,
        remark: found
      });
    },
    extend(line) {
      const raw = raws.at(-1);
      if (raw === void 0) return;
      const { text: text2, found } = splitRemark(line);
      raw.remark = found;
      if (raw.chars < maxValueChars) raw.more.push(text2.slice(0, maxValueChars));
      raw.chars += text2.length + 1;
    },
    values() {
      const indented = raws.every(({ more }) => more.every((line) => line.startsWith("	")));
      return raws.map((raw) => valueOf(raw, indented));
    }
  };
}
function splitRemark(line) {
  const found = remark.exec(line.slice(-maxRemarkChars))?.[0] ?? "";
  return { text: line.slice(0, line.length - found.length), found };
}
function valueOf(raw, indented) {
  const lines = indented ? [raw.first, ...raw.more.map((line) => line.slice(1))] : ownLines([raw.first, ...raw.more]);
  const text2 = lines.join("\n").slice(0, maxValueChars).replace(/\n+$/, "");
  return {
    text: text2,
    type: typed.map((pattern) => pattern.exec(text2)?.groups?.["type"]).find(Boolean) ?? null,
    recovered: raw.remark !== "",
    repanicked: raw.remark.includes("repanicked"),
    goexit: false
  };
}
function ownLines(lines) {
  const known = lines.findIndex((line) => runtimeValue.test(line));
  if (known > 0) return lines.slice(known, known + 1);
  const own = lines.filter((line) => !isForeignLine(line));
  return own.length === 0 ? lines : own;
}

// src/crash/runtime/first-letters.ts
function firstLetters(letters) {
  const known = new Uint8Array(128);
  for (const letter of letters) known[letter.charCodeAt(0)] = 1;
  return (line) => known[line.charCodeAt(0)] === 1;
}

// src/crash/runtime/signal-detail.ts
var inBrackets = /^\[signal (?<name>SIG[A-Z0-9+]{1,12}|0x[0-9a-f]{1,16})(?:: (?<words>[^=]{1,100}))? code=(?<code>0x[0-9a-f]{1,16}) addr=(?<address>0x[0-9a-f]{1,16}) pc=(?<pc>0x[0-9a-f]{1,16})\]$/;
var title = /^(?:(?<name>SIG[A-Z0-9+]{1,12}): (?<words>[a-zA-Z0-9 /()-]{1,60})|Exception (?<exception>0x[0-9a-f]{1,16})(?: 0x[0-9a-f]{1,16}){3})$/;
var place5 = /^PC=(?<pc>0x[0-9a-f]{1,16})(?: m=-?\d{1,10})?(?: sigcode=(?<code>-?\d{1,20}))?(?: addr=(?<address>0x[0-9a-f]{1,16}))?$/;
function parseSignalLine(line) {
  const found = inBrackets.exec(line)?.groups;
  if (found === void 0) return null;
  const { name = "", words: words3 = "", code = "", address: address2 = null, pc = null } = found;
  return { name, words: words3.trimEnd(), code: signed(code), address: address2, pc, inCgo: false };
}
function parseSignalTitle(line) {
  const found = title.exec(line)?.groups;
  if (found === void 0) return null;
  const { name, words: words3 = "exception", exception } = found;
  return {
    name: name ?? exception ?? "",
    words: words3,
    code: null,
    address: null,
    pc: null,
    inCgo: false
  };
}
function parseSignalPlace(line, signal4) {
  if (!line.startsWith("PC=")) return null;
  const found = place5.exec(line)?.groups;
  if (found === void 0) return null;
  const { pc = null, code, address: address2 } = found;
  return {
    ...signal4,
    pc,
    code: code === void 0 ? signal4.code : signed(code),
    address: address2 ?? signal4.address
  };
}
function signed(text2) {
  return Number(BigInt.asIntN(32, BigInt(text2)));
}

// src/crash/runtime/runtime-opening.ts
var words2 = [
  { kind: "panic", prefix: "panic: " },
  { kind: "fatal-error", prefix: "fatal error: " }
];
function parseRuntimeOpening(line) {
  switch (line.charCodeAt(0)) {
    case 112:
      if (line.startsWith("panic: ")) return { kind: "panic", text: line.slice(7), before: "" };
      break;
    case 102:
      if (line.startsWith("fatal error: "))
        return { kind: "fatal-error", text: line.slice(13), before: "" };
      break;
    case 83:
    // S
    case 69: {
      const signal4 = parseSignalTitle(line);
      if (signal4 !== null) return { kind: "signal", signal: signal4, before: "" };
      break;
    }
    default:
  }
  return null;
}
function parseGluedOpening(line) {
  for (const { kind, prefix } of words2) {
    const at3 = line.indexOf(prefix);
    if (at3 <= 0) continue;
    const before = line.slice(0, at3);
    if (/(?:^\s|: |\[)$/.test(before.slice(-2)) || /^\s/.test(before)) continue;
    return { kind, text: line.slice(at3 + prefix.length), before };
  }
  const at2 = line.indexOf("SIG");
  if (at2 > 0) {
    const signal4 = parseSignalTitle(line.slice(at2, at2 + 100));
    if (signal4 !== null) return { kind: "signal", signal: signal4, before: line.slice(0, at2) };
  }
  return null;
}
var runtimeNotes = [
  { pattern: /^runtime: /, sample: "runtime: goroutine stack exceeds 1000000000-byte limit" },
  {
    pattern: /^runtime\/cgo: /,
    sample: "runtime/cgo: pthread_create failed: Resource temporarily unavailable"
  },
  { pattern: /^unexpected fault address 0x/, sample: "unexpected fault address 0x577ca6" },
  {
    pattern: /^(?:free|malloc|realloc|calloc|sysmalloc|munmap_chunk|malloc_consolidate|memalign)\(\): /,
    sample: "free(): double free detected in tcache 2"
  },
  {
    pattern: /^(?:double free or corruption|corrupted (?:size|double-linked|unsorted)|malloc: )/,
    sample: "double free or corruption (out)"
  },
  {
    pattern: /^\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*/,
    sample: "*** stack smashing detected ***: terminated"
  },
  {
    pattern: /^terminate called (?:after|without|recursively)/,
    sample: "terminate called after throwing an instance of 'std::out_of_range'"
  }
];
var noteLetters = "rufmcsd*t";
var mayBeNote = firstLetters(noteLetters);
var assertion = /^[^:]{1,200}: [^:]{1,500}:\d{1,9}: .{1,500}: Assertion `.{1,1000}' failed\.$/;
function isRuntimeNote(line) {
  return mayBeNote(line) && runtimeNotes.some(({ pattern }) => pattern.test(line));
}
function isAssertion(line) {
  return line.charCodeAt(line.length - 1) === 46 && line.endsWith("' failed.") && line.length < 2e3 && assertion.test(line);
}
var furtherNotes = [
  { pattern: /^object=0x/, sample: "object=0xc000012a00 s.base()=0xc000012000" },
  { pattern: /^ \*\(object\+\d+\) = /, sample: " *(object+8) = 0xc000200000" },
  { pattern: /^ \.{3}$/, sample: " ..." },
  { pattern: /^0x[0-9a-f]{8,16}[ :]/, sample: "0x00007ffc5d0d3c20:  0x0000000000000000" },
  { pattern: /^ {2}what\(\): {2}/, sample: "  what():  vector::_M_range_check" },
  { pattern: /^\t\S/, sample: "	(set GODEBUG=invalidptr=0)" }
];
function belongsToNote(line) {
  return furtherNotes.some(({ pattern }) => pattern.test(line));
}

// src/crash/runtime/timeout-list.ts
var timeoutWords = /^test timed out after [\d.]+(?:ns|µs|ms|[hms\d.]+)/;
function parseRunningTests(text2) {
  const [, list = ""] = text2.split(/^\t?running tests:$/m, 2);
  return list.split("\n").flatMap((line) => {
    const { test, elapsed } = /^\s{0,4}(?<test>\S{1,1000}) \((?<elapsed>[\d.hmsµn]{1,30})\)$/.exec(line)?.groups ?? {};
    return test === void 0 || elapsed === void 0 ? [] : [{ test, elapsed }];
  });
}

// src/crash/runtime/crash-words.ts
var maxNotes4 = 50;
var maxNoteChars5 = 1e3;
var maxMessageChars3 = 4096;
var maxRawLines = 1e3;
var maxForeignLines2 = 20;
var noGoroutines = "no goroutines (main called runtime.Goexit) - deadlock!";
function createCrashWords(opening3, notes2) {
  switch (opening3.kind) {
    case "panic":
      return panicWords2(opening3.text, opening3.before !== "", notes2);
    case "fatal-error":
      return fatalWords(opening3.text, opening3.before !== "", notes2);
    case "signal":
      return signalWords(opening3.signal, notes2);
  }
}
function panicWords2(text2, glued, notes2) {
  const values = createPanicValues();
  values.start(text2);
  let signal4 = null;
  let chained = false;
  let rawLines = 0;
  return {
    push(line, blanksBefore) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal4 = detail;
        return "taken";
      }
      if (line.startsWith("	panic: ")) {
        chained = true;
        values.start(line.slice("	panic: ".length));
        return "taken";
      }
      if (!line.startsWith("	")) {
        if (parseRuntimeOpening(line) !== null) return "not-mine";
        if (glued || ++rawLines > maxRawLines) return "not-mine";
      }
      for (let blank = 0; blank < blanksBefore; blank++) values.extend("");
      values.extend(line);
      return "taken";
    },
    get sure() {
      return signal4 !== null || chained;
    },
    get doubts() {
      return rawLines;
    },
    words() {
      const panics2 = values.values();
      const message = panics2.at(-1)?.text ?? "";
      const timedOut = timeoutWords.test(message);
      return {
        kind: timedOut ? "timeout" : "panic",
        message: timedOut ? message.split("\n", 1)[0] ?? "" : message,
        panics: timedOut ? [] : panics2,
        signal: signal4,
        notes: notes2,
        runningTests: timedOut ? parseRunningTests(message) : []
      };
    }
  };
}
function fatalWords(text2, glued, before) {
  const notes2 = [...before];
  let signal4 = null;
  let foreign = 0;
  return {
    push(line) {
      const detail = parseSignalLine(line);
      if (detail !== null) {
        signal4 = detail;
        return "taken";
      }
      if (parseRuntimeOpening(line) !== null) return "not-mine";
      if (isRuntimeNote(line)) {
        if (notes2.length < maxNotes4) notes2.push(line.slice(0, maxNoteChars5));
        return "taken";
      }
      return glued || ++foreign > maxForeignLines2 ? "not-mine" : "foreign";
    },
    get sure() {
      return signal4 !== null || text2 === noGoroutines;
    },
    get doubts() {
      return foreign;
    },
    words: () => ({
      kind: "fatal-error",
      message: text2.slice(0, maxMessageChars3),
      panics: [],
      signal: signal4,
      notes: notes2,
      runningTests: []
    })
  };
}
function signalWords(title2, notes2) {
  let signal4 = title2;
  let sure = false;
  return {
    push(line) {
      const place6 = parseSignalPlace(line, signal4);
      if (place6 !== null) {
        signal4 = place6;
        sure = true;
        return "taken";
      }
      if (!sure) return "not-mine";
      if (line.startsWith("signal arrived during ")) signal4 = { ...signal4, inCgo: true };
      return /^(?:signal arrived during |instruction bytes:|fault +0x)/.test(line) ? "taken" : "foreign";
    },
    get sure() {
      return sure;
    },
    doubts: 0,
    words: () => ({
      kind: "signal",
      message: signal4.words,
      panics: [],
      signal: signal4,
      notes: notes2,
      runningTests: []
    })
  };
}
function needsNoStack({ kind, message }) {
  return kind === "fatal-error" && message === noGoroutines;
}

// src/crash/runtime/dump.ts
var limits2 = { goroutines: 1e5, stackFrames: 4096, frames: 2e5 };
var maxForeignInARow = 100;
var systemStack = "runtime stack:";
var noGoroutine = {
  id: 0,
  state: "",
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {}
};
var furniture = [
  // rax    0x0   r10    0x7f   rflags 0x246   lr 0x4a   pstate 0x6
  /^[a-z][a-z0-9_]{0,11} +0x[0-9a-f]+$/,
  // -----
  /^-----$/,
  // PC=0x47b m=2 sigcode=0
  /^PC=0x[0-9a-f]+ m=/,
  // SIGQUIT: quit   (of each further thread with GOTRACEBACK=crash)
  /^SIG(?:QUIT|ABRT): [a-z]+$/,
  // runtime: g 0 gp=0x5b2f20: unknown pc 0x7f0001
  /^runtime: g \d/,
  // stack: frame={sp:0x7ffc, fp:0x0} stack=[0x7ffc,0x7ffd)
  /^stack: frame=\{/,
  // 0x00007ffc5d0d3c20:  0x0000000000000000  0x00007f1c5c0d1b80
  /^0x[0-9a-f]{8,16}: {2}/
];
function createDump(giveBack) {
  let foreignInARow = 0;
  let over = false;
  let cut = false;
  let bare = false;
  let systemStackAt = -1;
  let otherThreads = false;
  const parser = createGoroutineParser((line, isPart) => {
    if (isPart) return;
    if (furniture.some((pattern) => pattern.test(line))) return;
    if (over && looksLikeCall(line)) {
      cut = true;
      return;
    }
    foreignInARow++;
    giveBack(line);
  }, limits2);
  const isFirstAgain = (line) => {
    const first = parser.goroutines[0];
    if (first === void 0 || first.id === 0 || !line.startsWith("goroutine ")) return false;
    return line.startsWith(`goroutine ${String(first.id)} `) && / \[.*\]/.test(line);
  };
  return {
    inOtherThreads: () => otherThreads,
    push(line) {
      if (line === "-----") otherThreads = true;
      else if (line !== "" && !line.startsWith("SIG")) otherThreads = false;
      if (foreignInARow > maxForeignInARow) return "not-mine";
      if (isFirstAgain(line)) return "not-mine";
      const goroutines = parser.goroutines.length + parser.omitted();
      const frames = parser.frames();
      if (line === systemStack) {
        systemStackAt = goroutines;
        parser.begin({ ...noGoroutine });
      } else parser.push(line);
      const isHeader = parser.goroutines.length + parser.omitted() > goroutines;
      bare ||= isHeader;
      if (line === "") return foreignInARow === 0 ? "taken" : "foreign";
      const isFrame = parser.frames() > frames;
      if (isFrame) bare = false;
      if (isHeader || isFrame) foreignInARow = 0;
      return "taken";
    },
    end() {
      over = true;
      parser.end();
      return !cut && !bare;
    },
    stacks: () => parser.goroutines.map((goroutine, index) => ({
      role: "other",
      goroutine,
      access: null,
      title: index === systemStackAt ? systemStack : ""
    })),
    omitted: parser.omitted
  };
}
function looksLikeCall(line) {
  return /^(?:created by )?[\p{L}_][^\s(]*[.(]/u.test(line.slice(0, 200));
}

// src/crash/runtime/logged-trace.ts
var printers = /^runtime\/debug\.(?:Stack|PrintStack)$/;
function isLogged({
  kind,
  panics: panics2,
  signal: signal4,
  stacks
}) {
  if (kind !== "panic") return false;
  const frames = stacks[0]?.goroutine.frames ?? [];
  if (printers.test(frames[0]?.function ?? "")) return true;
  if (panics2.length !== 1 || panics2[0]?.recovered === true || signal4 !== null) return false;
  const panic2 = frames.findIndex(({ function: name }) => name === "panic");
  return panic2 > 0 && !frames.slice(0, panic2).every(isRuntime);
}

// src/crash/runtime/stack-roles.ts
var awake = /* @__PURE__ */ new Set(["running", "runnable", "syscall", "idle", ""]);
function withRoles({ kind, message, signal: signal4 }, stacks) {
  const nobody2 = kind === "timeout" || / - deadlock!$/.test(message) || kind === "signal" && (signal4?.name === "SIGQUIT" || signal4?.code === 0);
  if (nobody2)
    return stacks.map(
      (stack) => awake.has(stack.goroutine.state) ? stack : { ...stack, role: "waiting" }
    );
  const own = stacks.findIndex(({ title: title2 }) => title2 === "");
  const at2 = stacks[0]?.title === "" || workedFor(stacks[own], signal4) ? own : 0;
  const crashing = stacks[at2];
  if (crashing === void 0) return [...stacks];
  return [{ ...crashing, role: "crashing" }, ...stacks.filter((stack) => stack !== crashing)];
}
function workedFor(stack, signal4) {
  if (stack === void 0) return false;
  const { state, frames } = stack.goroutine;
  return state === "running" || signal4 !== null && frames[0]?.function === "runtime.cgocall";
}

// src/crash/runtime/runtime-report.ts
var maxNotes5 = 50;
var maxNoteChars6 = 1e3;
var exit2 = /^exit status \d{1,10}$/;
var twoHeaders = /^goroutine (?:goroutine |\d{1,20}goroutine ).{0,200}\[/;
var runtimeReports = {
  first: `pfSE${noteLetters}`,
  begin(line, giveBack) {
    const opening3 = parseRuntimeOpening(line);
    if (opening3 !== null) return openReport2(opening3, [], giveBack);
    return isRuntimeNote(line) ? openNotes(line, giveBack) : null;
  }
};
var gluedRuntimeReports = {
  begin(line, giveBack) {
    const opening3 = parseGluedOpening(line);
    if (opening3 !== null) return openReport2(opening3, [], giveBack);
    return isAssertion(line) ? openNotes(line, giveBack) : null;
  }
};
function openNotes(first, giveBack) {
  const notes2 = [first.slice(0, maxNoteChars6)];
  let report = null;
  return {
    push(line) {
      if (report !== null) return report.push(line);
      const opening3 = parseRuntimeOpening(line);
      if (opening3 !== null) {
        report = openReport2(opening3, notes2, giveBack);
        return "taken";
      }
      if (!isRuntimeNote(line) && !belongsToNote(line)) return "not-mine";
      if (notes2.length < maxNotes5) notes2.push(line.slice(0, maxNoteChars6));
      return "taken";
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null,
    get sure() {
      return report?.sure ?? false;
    }
  };
}
function openReport2(opening3, notes2, giveBack) {
  const glued = opening3.before !== "";
  const words3 = createCrashWords(opening3, notes2);
  let blanks = 0;
  let dump = null;
  let ended2 = false;
  let garbled = false;
  const beforeStacks = (line) => {
    if (line === "") {
      blanks++;
      return "taken";
    }
    if (beginsStacks(line)) {
      if (glued && blanks === 0 && !words3.sure) return "not-mine";
      dump = createDump(giveBack);
      return dump.push(line);
    }
    if (line.startsWith("goroutine ") || "goroutine ".startsWith(line)) {
      garbled ||= twoHeaders.test(line);
      return "taken";
    }
    const framing = parseFraming(line);
    if (framing?.kind === "package" || exit2.test(line)) {
      ended2 = !glued && words3.doubts === 0 && opening3.kind !== "signal";
      return "not-mine";
    }
    if (framing !== null) return glued ? "not-mine" : "foreign";
    const taken = words3.push(line, blanks);
    if (taken === "taken") blanks = 0;
    return taken;
  };
  return {
    push(line) {
      if (dump === null) return beforeStacks(line);
      return endsDump(line) && !dump.inOtherThreads() ? "not-mine" : dump.push(line);
    },
    finish(atEnd) {
      const said3 = words3.words();
      const whole = dump?.end() ?? (ended2 || needsNoStack(said3));
      const likely = atEnd && !glued && words3.doubts === 0 && said3.kind !== "signal";
      if (dump === null && !words3.sure && !ended2 && !likely && !garbled) return null;
      const stacks = withRoles(said3, dump?.stacks() ?? []);
      return {
        ...said3,
        stacks,
        survived: isLogged({ ...said3, stacks }),
        omittedStacks: dump?.omitted() ?? 0,
        positions: [],
        truncated: !whole
      };
    },
    get sure() {
      return dump !== null || words3.sure;
    }
  };
}
function beginsStacks(line) {
  return line.startsWith("goroutine ") ? parseGoroutineHeader(line)?.start === 0 : line === "runtime stack:";
}
function endsDump(line) {
  switch (line.charCodeAt(0)) {
    case 70:
    // F
    case 80:
    // P
    case 111:
    // o
    case 45:
      return parseFraming(line) !== null;
    case 101:
      return exit2.test(line);
    case 115:
      return line.startsWith("signal: ");
    case 42:
      return line.startsWith("*** Test ");
    case 61:
      return line.startsWith("==================");
    case 83:
    // S
    case 112:
    // p
    case 102:
      return parseRuntimeOpening(line) !== null;
    default:
      return false;
  }
}

// src/crash/runtime/testing-report.ts
var panicked2 = /^(?<margin> {4,40})testing\.go:\d{1,6}: panic: (?<value>.*)$/;
var ended = /^ {4,40}testing\.go:\d{1,6}: (?<message>test executed panic\(nil\) or runtime\.Goexit(?:: .{1,200})?)$/;
var workerEnded = /^ {4}fuzzing process (?:hung or terminated unexpectedly(?: while minimizing)?|terminated by unexpected signal; no crash will be recorded): (?<end>exit status (?<status>\d{1,5})|signal: .{1,60})$/;
var failingInput = /^ {0,4}(?:Failing input written to |To re-run:$|go test -run=)/;
var maxNotes6 = 10;
var testingReports = {
  first: " ",
  begin(line) {
    if (!line.startsWith("    ")) return null;
    const isTesting = line.startsWith("testing.go:", line.search(/\S/));
    if (!isTesting && !line.startsWith("    fuzzing process ")) return null;
    const { margin, value } = panicked2.exec(line)?.groups ?? {};
    if (margin !== void 0 && value !== void 0) return openPanic(`${margin}    `, value);
    const message = ended.exec(line)?.groups?.["message"];
    if (message !== void 0)
      return openNotes2(draftOf({ message, panics: [plainValue(message)] }));
    const { end, status } = workerEnded.exec(line)?.groups ?? {};
    if (end === void 0) return null;
    return openNotes2(draftOf({ kind: status === void 0 ? "killed" : "exit", message: end }));
  }
};
function openPanic(margin, first) {
  const values = createPanicValues();
  values.start(first);
  const stacks = createGoroutineParser();
  let inStack = false;
  const notes2 = [];
  return {
    push(full) {
      if (full.trim() === "") return "taken";
      if (!full.startsWith(margin)) return noteOf(full, notes2);
      const line = full.slice(margin.length);
      inStack ||= /^goroutine \d{1,20} \[/.test(line);
      if (inStack) stacks.push(line);
      else values.extend(`	${line}`);
      return "taken";
    },
    finish() {
      stacks.end();
      const panics2 = values.values();
      return draftOf({
        message: panics2[0]?.text ?? "",
        panics: panics2,
        notes: notes2,
        stacks: stacks.goroutines.map((goroutine, index) => ({
          role: index === 0 ? "crashing" : "other",
          goroutine,
          access: null,
          title: ""
        })),
        omittedStacks: stacks.omitted(),
        truncated: stacks.goroutines.length === 0
      });
    },
    sure: true
  };
}
function openNotes2(draft) {
  const notes2 = [];
  return {
    push: (line) => noteOf(line, notes2),
    finish: () => ({ ...draft, notes: notes2 }),
    sure: true
  };
}
function noteOf(line, notes2) {
  if (!failingInput.test(line)) return "not-mine";
  if (line.includes("Failing input") && notes2.length < maxNotes6)
    notes2.push(line.trim().slice(0, 1e3));
  return "taken";
}
function plainValue(text2) {
  return { text: text2, type: null, recovered: false, repanicked: false, goexit: false };
}
function draftOf(known) {
  return {
    kind: "panic",
    message: "",
    panics: [],
    signal: null,
    notes: [],
    stacks: [],
    omittedStacks: 0,
    runningTests: [],
    positions: [],
    truncated: false,
    ...known
  };
}

// src/crash/crash-scanner.ts
var others2 = [
  ...reportParsers,
  testingReports,
  buildFailures,
  positionFailures,
  goCommandFailures
];
var families = askedByFirst([runtimeReports, gluedRuntimeReports, ...others2]);
var otherFamilies = askedByFirst(others2);
var maxHeldLines = 2e3;
var maxHeldChars = 16e6;
function createCrashScanner(sink) {
  let lineNumber = 0;
  let reading = null;
  const output = createPackageOutput({
    crash: sink.crash,
    other: sink.other ?? (() => void 0)
  });
  const other = (line) => {
    output.line(line, lineNumber);
  };
  const giveBack = (line) => {
    if (reading !== null) {
      reading.lineCount--;
      settle(reading);
    }
    other(line);
  };
  const open2 = (line, asked) => {
    for (const family of asked(line)) {
      const report = family.begin(line, giveBack);
      if (report === null) continue;
      reading = {
        report,
        family,
        firstLine: lineNumber,
        outputTest: output.outputTest,
        lineCount: 1,
        held: [{ line, mine: true }],
        heldChars: line.length
      };
      settle(reading);
      return;
    }
    other(line);
  };
  const settle = (current) => {
    const { held } = current;
    if (held === null || !current.report.sure) return;
    current.held = null;
    for (const { line, mine } of held) if (!mine) other(line);
  };
  const giveUp = ({ held, firstLine, family }) => {
    const [first, ...rest] = held ?? [];
    if (first === void 0) return;
    const now = lineNumber;
    other(first.line);
    for (const [index, { line }] of rest.entries()) {
      lineNumber = firstLine + index + 1;
      if (isRuntime2(family)) feed(line, otherFamilies);
      else other(line);
    }
    lineNumber = now;
  };
  const close = (atEnd) => {
    const current = reading;
    if (current === null) return;
    const draft = current.report.finish(atEnd);
    reading = null;
    if (draft === null) {
      giveUp(current);
      return;
    }
    for (const { line, mine } of current.held ?? []) if (!mine) other(line);
    const { firstLine, lineCount, outputTest } = current;
    const { stacks, ...words3 } = draft;
    output.crash({
      package: null,
      survived: false,
      ...detachedValue(words3),
      // Parsers of stacks detach what they keep.
      stacks,
      exitStatus: null,
      outputTest,
      lineCount,
      firstLine
    });
  };
  const keep = (current, line, mine) => {
    if (mine) current.lineCount++;
    if (current.held === null) {
      if (!mine) other(line);
      return;
    }
    current.held.push({ line, mine });
    current.heldChars += line.length;
    settle(current);
    if (!isTooLong(current)) return;
    reading = null;
    giveUp(current);
  };
  const feed = (line, asked) => {
    if (reading === null) {
      open2(line, asked);
      return;
    }
    const taken = reading.report.push(line);
    if (taken === "not-mine") {
      close(false);
      feed(line, asked);
      return;
    }
    keep(reading, line, taken !== "foreign");
    if (taken === "last") close(false);
  };
  return {
    push(line) {
      lineNumber++;
      feed(line, families);
    },
    end() {
      close(true);
      close(true);
      output.end();
    }
  };
}
function isTooLong({ held, heldChars }) {
  return held !== null && (held.length > maxHeldLines || heldChars > maxHeldChars);
}
function isRuntime2(family) {
  return family === runtimeReports || family === gluedRuntimeReports;
}
function askedByFirst(all) {
  const always = all.filter(({ first }) => first === void 0);
  const table2 = Array.from(
    { length: 128 },
    (_, code) => all.filter(({ first }) => first?.includes(String.fromCharCode(code)) ?? true)
  );
  return (line) => table2[line.charCodeAt(0)] ?? always;
}
function scanCrashes(text2) {
  const crashes = [];
  const scanner = createCrashScanner({ crash: (crash) => crashes.push(crash) });
  for (const line of text2.split("\n")) scanner.push(line);
  scanner.end();
  return crashes;
}

// src/crash/crash-file.ts
function parseCrashFile(text2) {
  const [crash] = scanCrashes(text2);
  if (crash !== void 0) return { ...crash, survived: false };
  const goroutines = parseGoroutines(text2);
  if (goroutines.length === 0) return null;
  return bareCrash("fatal-error", "", {
    firstLine: 1,
    lineCount: text2.split("\n").length,
    stacks: goroutines.map((goroutine, index) => ({
      role: index === 0 ? "crashing" : "other",
      goroutine,
      access: null,
      title: ""
    }))
  });
}
var maxDistance = 3;
function reconcile(fromOutput, file, fileIsReliable) {
  if (file === null && !fileIsReliable) return [...fromOutput];
  const reports = fromOutput.filter((crash) => !endsProcess(crash.kind));
  if (file === null) return reports;
  const same = fromOutput.findLast((crash) => endsProcess(crash.kind) && sameCrash(crash, file));
  return [same === void 0 ? file : merged(same, file), ...reports];
}
function sameCrash(printed, { kind, message, stacks }) {
  const [first] = stacks;
  if (first === void 0) return printed.kind === kind && printed.message === message;
  const { id, frames } = first.goroutine;
  const own = printed.stacks.find(({ goroutine }) => goroutine.id === id)?.goroutine;
  if (own === void 0) return false;
  const names4 = own.frames.slice(0, maxDistance).map(({ function: name }) => name);
  return names4.every((name, index) => frames[index]?.function === name);
}
function merged(printed, file) {
  return file.stacks.length >= printed.stacks.length ? {
    ...printed,
    stacks: file.stacks,
    omittedStacks: file.omittedStacks,
    truncated: file.truncated
  } : printed;
}

// src/crash/crash-of-cause.ts
var maxHolders2 = 5;
var leastShare = 0.01;
function crashOfCause(wordless2) {
  const { kind, exitCode, notes: notes2, cause, blackBox: blackBox2, failure, directory, package: name } = wordless2;
  const test = failure?.function ?? wordless2.test;
  const holders2 = holdersOf2(blackBox2);
  const [first] = holders2;
  const position4 = cause.position ?? failure ?? first ?? null;
  return {
    parsed: bareCrash(kind, kind === "exit" ? `exit status ${String(exitCode)}` : cause.summary, {
      firstLine: 0,
      lineCount: 0,
      notes: notes2,
      exitStatus: exitCode,
      outputTest: test,
      package: name
    }),
    blame: {
      blame: position4 === null ? null : frameOf2(position4, directory),
      related: holders2.slice(cause.position === void 0 ? 1 : 0).map((holder) => ({
        ...frameOf2(holder, directory),
        role: "held memory"
      })),
      test: test ?? first?.test ?? null,
      package: name
    }
  };
}
function holdersOf2(blackBox2) {
  if (blackBox2 === null) return [];
  const { rssBytes, outsideGoBytes, functions: functions2 } = blackBox2;
  if ((outsideGoBytes ?? 0) > (rssBytes ?? 0) / 2) return [];
  return functions2.filter(({ share }) => share >= leastShare).map((holder) => ({ ...holder.caller ?? holder, test: holder.test })).filter((holder) => !isElsewhere(holder.file) && !isGuard(holder)).slice(0, maxHolders2);
}
function isElsewhere(file) {
  return file === "" || /^(?:[/\\<]|[A-Za-z]:)/.test(file);
}
function frameOf2({ function: name, file, line }, directory) {
  const below4 = directory !== "" && !isElsewhere(file);
  return { function: name, file: below4 ? `${directory}/${file}` : file, line };
}

// src/crash/report-crash.ts
var maxStacks11 = 40;
var maxFrames6 = 100;
var maxOccurrences = 200;
var maxCrashes = 200;
function reportCrashes(found, repository) {
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const one of found) {
    const same = byFingerprint.get(one.fingerprint);
    if (same === void 0) {
      if (byFingerprint.size < maxCrashes)
        byFingerprint.set(one.fingerprint, { first: one, seen: [one.seen] });
    } else if (same.seen.length < maxOccurrences && !same.seen.some((other) => equal(other, one.seen)))
      same.seen.push(one.seen);
  }
  return [...byFingerprint.values()].map(({ first, seen }) => ({
    id: `crash-${first.fingerprint.slice(0, 8)}`,
    cause: first.cause,
    message: first.parsed.message,
    package: first.seen.package,
    leg: first.seen.leg,
    test: first.seen.test,
    blame: first.blame.blame,
    related: [...first.blame.related],
    stacks: stacksOf(first.parsed, repository),
    fingerprint: first.fingerprint,
    known: first.known,
    occurrences: seen
  }));
}
function equal(a, b) {
  return a.package === b.package && a.leg === b.leg && a.attempt === b.attempt && a.test === b.test;
}
function stacksOf({ stacks }, repository) {
  return stacks.slice(0, maxStacks11).map((stack) => stackOf(stack, repository));
}
function stackOf({ role, goroutine: { id, state, frames, createdBy } }, repository) {
  const named3 = (frame) => ({
    ...frame,
    file: locateFrame(frame, repository)?.file ?? frame.file
  });
  return {
    id: String(id),
    state,
    role,
    frames: frames.slice(0, maxFrames6).map(({ function: name, file, line }) => named3({ function: name, file, line })),
    createdBy: createdBy === null ? null : named3(createdBy)
  };
}

// src/run/crashes.ts
var maxCrashes2 = 100;
var noCrash = /* @__PURE__ */ new Set([
  "test-failure",
  "no-tests",
  "cancelled",
  "runner-shutdown",
  "lost"
]);
var wordless = /* @__PURE__ */ new Set(["os-exit", "log-fatal", "testmain-exit"]);
async function readCrashes(sources, { out, plan, catalog }) {
  if (sources.length === 0) return { crashes: [], gaps: [] };
  const repository = repositoryAt(plan.directory);
  const tools2 = { out, directory: plan.source.directory ?? "", repository, catalog };
  const found = [];
  const gaps = [];
  for (const source of toldInOrder(sources, plan)) {
    try {
      found.push(...await crashesOf(source, tools2));
    } catch (error) {
      const { leg, package: name } = source.run;
      gaps.push({ what: `its crash could not be read: ${String(error)}`, leg, package: name });
    }
  }
  return { crashes: reportCrashes(oneForAllLegs(found), repository), gaps };
}
function toldInOrder(sources, plan) {
  const races = new Set(plan.legs.filter(({ race }) => race).map(({ name }) => name));
  return clearestFirst(sources, ({ run }) => run, races);
}
function oneForAllLegs(found) {
  const keyOf3 = ({ cause, seen }) => JSON.stringify([cause, seen.package, seen.test]);
  const first = /* @__PURE__ */ new Map();
  return found.map((one) => {
    if (!outOfMemory.has(one.cause) || one.seen.test === null) return one;
    const fingerprint2 = first.get(keyOf3(one)) ?? one.fingerprint;
    first.set(keyOf3(one), fingerprint2);
    return { ...one, fingerprint: fingerprint2 };
  });
}
async function crashesOf(source, tools2) {
  const { run } = source;
  if (run.cause === null) return [];
  const printed = run.ending === "build-failed" ? scan(run.output) : await readPrinted(run, tools2.out);
  const own = printed.filter((crash) => !crash.survived && !isForeign(crash, tools2.repository));
  const file = parseCrashFile(source.crashText);
  const parsed = reconcile(own, file, source.fileIsReliable).filter(
    ({ kind }) => kind !== "killed" && kind !== "exit"
  );
  const found = parsed.map((crash) => seenIn(run, examine(crash, tools2)));
  const ending = found.find(({ parsed: { kind } }) => endsProcess(kind)) ?? found[0];
  if (ending === void 0)
    return noCrash.has(run.cause.id) ? [] : [fromCause(run, printed, tools2)];
  if (!found.some(({ cause }) => cause === run.cause?.id) && !noCrash.has(run.cause.id))
    ending.cause = run.cause.id;
  return [ending, ...found.filter((other) => other !== ending)];
}
async function readPrinted(run, out) {
  const log = run.attempts.at(-1)?.log;
  if (log === void 0) return scan(run.output);
  const found = [];
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (found.length < maxCrashes2) found.push(crash);
    }
  });
  const lines = splitLines(scanner.push);
  await readChunks(join10(out, log), lines.push);
  lines.end();
  scanner.end();
  return found;
}
function scan(text2) {
  const found = [];
  const scanner = createCrashScanner({ crash: (crash) => found.push(crash) });
  for (const line of text2.split("\n")) scanner.push(line);
  scanner.end();
  return found.slice(0, maxCrashes2);
}
function fromCause(run, printed, tools2) {
  const { cause, attempts, tests: tests3 } = run;
  if (cause === null) throw new Error("a crash of no cause");
  const { parsed, blame } = crashOfCause({
    kind: wordless.has(cause.id) ? "exit" : run.ending === "build-failed" ? "build-failure" : "killed",
    cause,
    exitCode: attempts.at(-1)?.exitCode ?? null,
    notes: printed.findLast(({ kind }) => kind === "exit")?.notes ?? [],
    blackBox: attempts.at(-1)?.blackBox ?? null,
    test: innermost3(tests3.unfinished),
    failure: failureOf(run),
    directory: tools2.directory,
    package: run.package
  });
  const examined = examine(parsed, tools2, blame);
  const found = seenIn(run, { ...examined, cause: cause.id });
  const message = partingWords(cause) ?? cause.summary;
  const isKnown2 = parsed.kind !== "exit" || examined.recognition.known?.cause === cause.id;
  return { ...found, parsed: { ...parsed, message }, known: isKnown2 ? found.known : null };
}
function failureOf({ ending, cause, tests: { failures: failures2 } }) {
  if (ending !== "failed" || cause === null) return null;
  const words3 = cause.evidence.map(({ detail }) => detail).filter((detail) => detail !== "");
  const spoken2 = failures2.find(({ message }) => words3.some((word) => message.includes(word)));
  const failure = spoken2 ?? (failures2.length === 1 ? failures2[0] : void 0);
  if (failure === void 0 || failure.file === null || failure.line === null) return null;
  return { function: failure.test, file: failure.file, line: failure.line };
}
function innermost3(running) {
  const last = running.toSorted((a, b) => a.length - b.length).at(-1);
  if (last === void 0) return null;
  return running.every((test) => last === test || last.startsWith(`${test}/`)) ? last : null;
}
function seenIn(run, examined) {
  const { parsed, blame, cause, fingerprint: fingerprint2, recognition } = examined;
  return {
    ...{ parsed, blame, cause, fingerprint: fingerprint2 },
    known: recognition.known?.id ?? null,
    seen: {
      package: run.package,
      leg: run.leg,
      attempt: run.attempts.at(-1)?.number ?? 1,
      test: blame.test
    }
  };
}

// src/crash/likeness/stack-alignment.ts
var depthDecay = 0.2;
var shiftDecay = 0.25;
var maxShift = 12;
var maxFrames7 = 40;
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
    const calls2 = [];
    let depth2 = 0;
    for (const { frame, own } of counting(frames)) {
      if (calls2.length === maxFrames7) break;
      calls2.push({ id: idOf(frame.function), own, depth: depth2 });
      depth2 += own;
    }
    return calls2;
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
  const depth2 = Math.min(a.depth, b.depth);
  return Math.min(a.own, b.own) * Math.exp(-depthDecay * depth2 - shiftDecay * shift);
}
function weightOf(calls2) {
  return calls2.reduce((sum, { own, depth: depth2 }) => sum + own * Math.exp(-depthDecay * depth2), 0);
}

// src/crash/likeness/similarity.ts
var maxStacks12 = 6;
var otherCause = 0.75;
function nearest(crash, others3, max = 5) {
  const read = createCallReader();
  const own = prepare(crash, read);
  return others3.map((other) => ({ id: other.id, similarity: compare(own, prepare(other, read)) })).filter((neighbour) => neighbour.similarity > 0).sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, max);
}
function prepare({ cause, stacks }, read) {
  const guilty = stacks.filter(({ role }) => ["crashing", "access", "previous"].includes(role));
  const waiting = stacks.filter(({ role }) => role === "waiting");
  const telling = guilty.length > 0 ? guilty : waiting.length > 0 ? waiting : stacks.slice(0, 1);
  const calls2 = telling.slice(0, maxStacks12).map(({ frames }) => read(frames));
  return { cause, stacks: calls2.filter((stack) => stack.length > 0) };
}
function compare(a, b) {
  if (a.stacks.length === 0 || b.stacks.length === 0) return 0;
  const table2 = a.stacks.map((left) => b.stacks.map((right) => alignment(left, right)));
  const best = [
    ...table2.map((row) => Math.max(...row)),
    ...b.stacks.map((_, column) => Math.max(...table2.map((row) => row[column] ?? 0)))
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
    ({ crashes }) => crashes.some(({ fingerprint: fingerprint2 }) => fingerprint2 === crash.fingerprint)
  );
  const [last] = same;
  const first = same.at(-1);
  if (last !== void 0 && first !== void 0)
    return { kind: "seen", runs: same.length, last, first };
  const all = runs.flatMap((run) => run.crashes.map((other) => ({ run, other })));
  const numbered2 = all.map(({ other }, index) => ({ ...other, id: String(index) }));
  const [closest] = nearest(crash, numbered2, 1);
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
  const runs = parseRuns(await readBounded(layout.pastRuns(out), maxFileBytes));
  if (runs === null || runs.length === 0) return [...crashes];
  const past = runs.map(({ commit, startedAt, crashes: seen }) => ({
    startedAt,
    crashes: seen,
    source: { module: null, repository: null, sha: commit, ref: null, event: null }
  }));
  return crashes.map((crash) => ({ ...crash, seen: seenBefore(crash, past) }));
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

// src/run/cancel-record.ts
var cancelSchema = object({ signal: string(), at: number() });
async function writeCancel(out, signal4) {
  await writeAtomically(layout.cancel(out), `${JSON.stringify({ signal: signal4, at: Date.now() })}
`);
}
async function readCancel(out) {
  const text2 = await readBounded(layout.cancel(out), 1 << 16);
  if (text2 === null) return null;
  try {
    return cancelSchema.parse(JSON.parse(text2));
  } catch {
    return { signal: "unknown", at: 0 };
  }
}

// src/run/keeper-gone.ts
import { access as access2 } from "node:fs/promises";
var goStartSchema = object({ keeperPid: int().check(_positive()) });
var patienceMs2 = 5e3;
var pollMs = 20;
async function keeperGone(folder) {
  const deadline = Date.now() + patienceMs2;
  while (Date.now() < deadline && await isCleaningUp(folder))
    await new Promise((resolve3) => setTimeout(resolve3, pollMs));
}
async function isCleaningUp(folder) {
  const text2 = await readBounded(goTestFiles.goStart(folder), 1 << 20);
  if (text2 === null || await exists(goTestFiles.goEnd(folder))) return false;
  try {
    process.kill(goStartSchema.parse(JSON.parse(text2)).keeperPid, 0);
    return true;
  } catch {
    return false;
  }
}
async function exists(path) {
  return access2(path).then(
    () => true,
    () => false
  );
}

// src/run/run-plan.ts
import { readFile as readFile2 } from "node:fs/promises";
async function writeRunPlan(out, plan) {
  await writeAtomically(layout.plan(out), `${JSON.stringify(plan)}
`);
}
async function readRunPlan(out) {
  try {
    const plan = JSON.parse(await readFile2(layout.plan(out), "utf8"));
    return plan.schema === 1 && Array.isArray(plan.legs) ? plan : null;
  } catch {
    return null;
  }
}

// src/run/assemble.ts
async function assemble(out, catalog) {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  if (marker === null || plan?.run !== marker.run) return null;
  const cancel = await readCancel(out);
  const packages = [];
  const heap = [];
  const gaps = [];
  const legs = [];
  const crashed2 = [];
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    const assembled = await assembleLeg(out, plan, leg, cancel);
    packages.push(...assembled.packages);
    heap.push(...assembled.heap);
    gaps.push(...assembled.gaps);
    legs.push(assembled.report);
    crashed2.push(...assembled.crashed);
    endedAt = Math.max(endedAt, assembled.endedAt);
  }
  await writeLogs(out, { legs, packages });
  const { crashes, gaps: unread } = await readCrashes(crashed2, { out, plan, catalog });
  gaps.push(...unread);
  gaps.unshift(...coreGaps(await readCoreLedger(out), plan.legs, packages));
  return conclude(out, plan, {
    schema: 1,
    tool: { name: "go-crash-guard", version: plan.toolVersion },
    startedAt: plan.startedAt,
    elapsedMs: Math.max(0, endedAt - Date.parse(plan.startedAt)),
    source: plan.source,
    machine: plan.machine,
    preflight: plan.preflight,
    legs,
    packages,
    crashes,
    heap,
    comparison: null,
    artifacts: [],
    gaps,
    ...plan.shard === void 0 ? {} : { shard: plan.shard },
    verdict: { status: "incomplete", reasons: [] }
  });
}
var unconfirmed = "the run ended before the packages that may have grown were measured again";
async function conclude(out, plan, report) {
  const { packages, legs, heap, source } = report;
  const run = { run: plan.run, directory: plan.directory, module: source.module };
  const comparison = await readComparison(out, run, heap);
  const pending = packagesToConfirm(comparison ?? { packages: [] }).length > 0;
  const unknown2 = pending && await readGrowth(out) === null ? unconfirmed : null;
  return {
    ...report,
    crashes: await withStanding(out, report.crashes),
    comparison,
    verdict: judge({
      ...{ packages, legs, comparison },
      problem: plan.problem ?? unknown2,
      partial: plan.shard !== void 0,
      cancelled: await readCancel(out) !== null,
      failOn: plan.failOn
    })
  };
}
async function assembleLeg(out, plan, leg, cancel) {
  await keeperGone(layout.leg(out, leg.name));
  for (const { folder } of await readRounds(out, leg.name)) await keeperGone(folder);
  const evidence = await readLeg(out, leg);
  const assembled = {
    report: legReport(evidence),
    packages: [],
    heap: [],
    gaps: [...legGaps(evidence)],
    crashed: [],
    endedAt: Math.max(0, ...allGoTests(evidence).map(endOf))
  };
  for (const planned of leg.packages) {
    const one = await assemblePackage({ out, plan, evidence, planned, cancel });
    assembled.packages.push(one.run);
    assembled.heap.push(...one.heap);
    assembled.gaps.push(...one.gaps);
    if (needsLog(one.run.ending)) assembled.crashed.push(one);
  }
  assembled.gaps = gatherGaps(assembled.gaps, leg.name);
  return assembled;
}
function allGoTests(evidence) {
  return [evidence.main, ...evidence.rounds.map((round) => round.evidence)];
}
function endOf({ goEnd }) {
  return Date.parse(goEnd?.endedAt ?? "") || 0;
}
function legReport({ leg, main, rounds }) {
  const { goEnd, guard: guard2 } = main;
  return {
    name: leg.name,
    race: leg.race,
    heapProfile: leg.heapProfile,
    goVersion: leg.goVersion,
    command: leg.command,
    exitCode: goEnd?.exitCode ?? null,
    signal: goEnd?.signal ?? null,
    elapsedMs: goEnd?.elapsedMs ?? null,
    ...guard2 === null ? {} : { guard: { tier: guard2.tier, ceilingBytes: guard2.ceilingBytes, tried: guard2.tried } },
    ...rounds.length === 0 ? {} : {
      rounds: rounds.map(({ round, evidence }) => ({
        purpose: round.purpose,
        packages: round.packages,
        command: round.command,
        exitCode: evidence.goEnd?.exitCode ?? null,
        signal: evidence.goEnd?.signal ?? null
      }))
    }
  };
}
function* legGaps(evidence) {
  const leg = evidence.leg.name;
  if (evidence.main.cut) yield { what: "the event stream of go test stops inside a line", leg };
  if (evidence.main.goEnd?.guard?.vanished === true)
    yield { what: "the control group of the guard was removed while the tests ran", leg };
  for (const { goEnd } of allGoTests(evidence))
    for (const what of goEnd?.guard?.problems ?? []) yield { what: `guard: ${what}`, leg };
  const { guard: guard2 } = evidence.main;
  if (guard2?.tier === "none" && guard2.ceilingBytes !== null)
    yield {
      what: `no memory ceiling: ${guard2.tried.map(({ tier, problem }) => `${tier}: ${problem}`).join("; ")}`,
      leg
    };
  yield* unplanned(evidence);
}
function* unplanned({ leg, main }) {
  const planned = new Set(leg.packages.map((item) => item.package));
  for (const [name, fold] of main.stream.packages) {
    if (planned.has(name)) continue;
    const what = `go test ran it, but "go list" had not named it (${fold.action ?? "no end seen"})`;
    yield { what, leg: leg.name, package: name };
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
var maxValueChars2 = 4096;
function shareable(env) {
  return Object.fromEntries(
    shareableNames.flatMap((name) => {
      const value = env[name];
      return value === void 0 || value.length > maxValueChars2 ? [] : [[name, value]];
    })
  );
}
var secretName = /token|secret|passw|passphrase|key|credential|auth|private/i;
var minSecretChars = 6;
var hidden = "REDACTED";
function withoutSecrets(words3, env) {
  const secrets = Object.entries(env).filter(([name, value]) => secretName.test(name) && (value?.length ?? 0) >= minSecretChars).map(([, value]) => value ?? "").sort((a, b) => b.length - a.length);
  return words3.map(
    (word) => secrets.reduce((text2, secret) => text2.replaceAll(secret, hidden), word)
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
    kernelPids: checked?.machine.kernelPids ?? false,
    problem,
    ...shard === null ? {} : { shard: withPolicy(shard, settings) },
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
import { mkdir as mkdir3, writeFile as writeFile4 } from "node:fs/promises";
import { join as join13 } from "node:path";

// src/run/go-test-run.ts
import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
var pollMs2 = 100;
async function runGoTest(request) {
  const { folder } = request;
  const events = await open(goTestFiles.events(folder), "w");
  const stderr = await open(goTestFiles.goStderr(folder), "w");
  const keeper = spawn(request.keeper, keeperArguments(request), {
    cwd: request.directory,
    env: { ...request.env, CRASH_GUARD_SHIM: goTestFiles.shim(folder) },
    stdio: ["pipe", events.fd, stderr.fd],
    // A session of its own: Ctrl-C reaches us, and we tell the keeper, which knows what to end in which order.
    detached: true,
    windowsHide: true
  });
  const ended2 = waitFor(keeper);
  const stopListening = forwardCancellation(keeper, request);
  const tail = await followFile(goTestFiles.events(folder), request.onChunk);
  try {
    for (; ; ) {
      const over = await Promise.race([ended2.then(() => true), sleep(pollMs2)]);
      await tail.read();
      if (over) break;
      await request.onPoll();
    }
  } finally {
    stopListening();
    await Promise.all([tail.close(), events.close(), stderr.close()]);
  }
  const failure = await ended2;
  if (failure !== null) throw new Error(`the keeper could not be started: ${failure.message}`);
}
function keeperArguments({ folder, ceilingBytes, tiers, command }) {
  const guard2 = ceilingBytes === null ? [] : ["-ceiling", String(ceilingBytes), "-tiers", tiers.join(",")];
  return [folder, ...guard2, "--", ...command];
}
function forwardCancellation(keeper, { cancellation, maxMs: maxMs2 }) {
  keeper.stdin?.on("error", () => void 0);
  const tell = (signal4, urgent) => {
    keeper.stdin?.write(`${urgent ? "SIGKILL" : signal4}
`);
  };
  const requested = cancellation.requested();
  if (requested !== null) tell(requested, false);
  const alarm = maxMs2 === null ? null : setTimeout(() => {
    tell("SIGKILL", true);
  }, maxMs2);
  const stop = cancellation.onRequest(tell);
  return () => {
    if (alarm !== null) clearTimeout(alarm);
    stop();
  };
}
function waitFor(child) {
  return new Promise((resolve3) => {
    child.once("error", resolve3);
    child.once("exit", () => {
      resolve3(null);
    });
  });
}
function sleep(ms) {
  return new Promise((resolve3) => {
    setTimeout(resolve3, ms, false).unref();
  });
}

// src/run/peak-rss.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join11 } from "node:path";
function peakRss(out, leg) {
  let peakBytes = null;
  const pids = /* @__PURE__ */ new Map();
  const finished = /* @__PURE__ */ new Set();
  const note = (bytes) => {
    if (bytes !== void 0) peakBytes = Math.max(peakBytes ?? 0, bytes);
  };
  const record2 = (name, file) => readBounded(join11(layout.package(out, leg, name), "attempt-1", file), 1 << 20);
  return {
    async observe(running, ended2) {
      for (const name of ended2) {
        if (finished.has(name)) continue;
        finished.add(name);
        note(parseEndRecord(await record2(name, "end.json"))?.maxRssBytes);
      }
      for (const name of running) {
        const pid = pids.get(name) ?? parseStartRecord(await record2(name, "start.json"))?.pid;
        if (pid === void 0) continue;
        pids.set(name, pid);
        note(parseHighWater(await procStatus(pid)));
      }
      return peakBytes;
    }
  };
}
function procStatus(pid) {
  return readFile3(`/proc/${String(pid)}/status`, "utf8").catch(() => null);
}
function parseHighWater(status) {
  const kib = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status ?? "")?.groups?.["kib"];
  return kib === void 0 ? void 0 : Number(kib) * 1024;
}

// src/run/snapshot-requests.ts
import { readdir as readdir4, writeFile as writeFile3 } from "node:fs/promises";
import { join as join12 } from "node:path";
function snapshotRequests(out, leg, triggers) {
  const { testTimeMs, noProgressMs } = triggers;
  const watched = /* @__PURE__ */ new Map();
  const check = async (state, now) => {
    for (const fold of state.packages.values()) {
      if (!fold.started || fold.action !== null) {
        watched.delete(fold.package);
        continue;
      }
      const progress2 = `${String(fold.passed)} ${String(fold.failed)} ${String(fold.skipped)} ${String(fold.running.size)} ${[...fold.running.keys()].at(-1) ?? ""}`;
      let seen = watched.get(fold.package);
      if (seen === void 0) {
        seen = { progress: progress2, changedAt: now, since: /* @__PURE__ */ new Map(), askedFor: /* @__PURE__ */ new Set() };
        watched.set(fold.package, seen);
      }
      if (seen.progress !== progress2) {
        seen.progress = progress2;
        seen.changedAt = now;
        seen.askedFor.delete("no-progress");
      }
      for (const test of fold.running.keys()) if (!seen.since.has(test)) seen.since.set(test, now);
      for (const test of seen.since.keys()) if (!fold.running.has(test)) seen.since.delete(test);
      const why = [];
      if (noProgressMs !== null && now - seen.changedAt >= noProgressMs) why.push("no-progress");
      for (const [test, since] of seen.since)
        if (testTimeMs !== null && now - since >= testTimeMs) why.push(`test ${test}`);
      if (why.every((reason2) => seen.askedFor.has(reason2))) continue;
      for (const reason2 of why) seen.askedFor.add(reason2);
      await ask(layout.package(out, leg, fold.package));
    }
  };
  const off = testTimeMs === null && noProgressMs === null;
  return { check: off ? () => Promise.resolve() : check };
}
async function ask(packageFolder) {
  const attempts = (await readdir4(packageFolder).catch(() => [])).filter((entry2) => /^attempt-\d{1,6}$/.test(entry2)).sort((a, b) => Number(b.slice(8)) - Number(a.slice(8)));
  const [last] = attempts;
  if (last === void 0) return;
  await writeFile3(join12(packageFolder, last, "snapshot-request"), "").catch(() => void 0);
}

// src/run/run-leg.ts
var tickMs = 500;
async function runLeg(request) {
  const { plan, out, progress: progress2 } = request;
  const { name } = plan.leg;
  const folder = layout.leg(out, name);
  await prepareLeg(request, folder);
  const planned = new Set(plan.packages.map((item) => item.package));
  progress2.legStarted(name, planned.size, plan.leg.goTestFlags.verbose);
  const began = Date.now();
  let done = 0;
  const fold = createFold({
    packageEnded(endedPackage, state) {
      if (planned.has(endedPackage.package)) done++;
      progress2.packageEnded(name, endedPackage, state);
    },
    output: (event) => {
      progress2.output(name, event);
    }
  });
  const peak = peakRss(out, name);
  const status = async () => {
    const started = [...fold.state.packages.values()].filter((item) => item.started);
    const names4 = (ended2) => started.filter((item) => item.action !== null === ended2).map((item) => item.package);
    const running = names4(false);
    return {
      leg: name,
      total: planned.size,
      done,
      running,
      elapsedMs: Date.now() - began,
      peakRssBytes: await peak.observe(running, names4(true))
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
      progress2.tick(now);
      await requests.check(fold.state, lastTick);
    }
  });
  fold.end();
  progress2.legEnded(await status());
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
  if (noTestFiles || saysCached) return true;
  const benchmarksOnly = [...running.keys()].every(isBenchmark);
  return action === "pass" && benchmarksOnly && passed + skipped > 0;
}
async function prepareLeg(request, folder) {
  const { plan, out, run, snapshot, cores, guard: guard2 } = request;
  await mkdir3(folder, { recursive: true });
  const overlay = await makeOverlay({
    packages: plan.packages,
    probeDirectory: request.probeDirectory,
    scratch: join13(folder, "_inject"),
    userOverlay: plan.userOverlay
  });
  await writeFile4(goTestFiles.overlay(folder), JSON.stringify({ Replace: overlay }));
  const { usableBytes } = guard2;
  const shim = shimFile({ plan, out, run, folder, snapshot, cores, usableBytes, diagnose: "" });
  await writeFile4(goTestFiles.shim(folder), JSON.stringify(shim));
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
      cores: { enabled: false, pattern: "" }
    });
  }
  const report = await assemble(out, ports.catalog);
  await finishRunFolder(out, marker);
  return report?.heap ?? [];
}
function freshPlan(plan, out) {
  const { leg } = plan;
  const { words: words3, count: count2 } = leg.goTestFlags;
  const extra = [...count2 === null ? ["-count=1"] : [], ...ownOutputs(plan, out)];
  return {
    ...plan,
    leg: { ...leg, goTestFlags: { ...leg.goTestFlags, words: withLast(words3, extra) } }
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
    for (const number2 of [...rounds.head, null]) {
      const next = base.shift();
      if (next !== void 0)
        await measureSide(request, ports, {
          ...{ side: "base", number: next, directory: checkout, packages }
        });
      if (number2 !== null)
        await measureSide(request, ports, { side: "head", number: number2, directory, packages });
    }
    for (const number2 of base)
      await measureSide(request, ports, { side: "base", number: number2, directory: checkout, packages });
  };
  if (base.length > 0) return inBaseCheckout(request, ports, inTurn);
  await inTurn(directory);
  return [];
}
async function inBaseCheckout({ file, settings }, ports, measure) {
  const { directory } = settings;
  const place6 = placeInRepository(directory);
  const commit = file.base?.commit ?? "";
  const { run, env } = ports;
  const used = await withWorktree(
    run,
    env,
    checkoutOf(directory),
    commit,
    (checkout) => measure(join14(checkout, place6))
  );
  return used.kind === "used" ? [] : [`the base was not measured again: ${used.problem}`];
}
async function measureSide(request, ports, { side, number: number2, directory, packages: wanted }) {
  const { settings, guard: guard2, out, progress: progress2, file } = request;
  const bases = new Map(file.bases.map((base) => [packageOfLeg(base), base]));
  const records = [];
  for (const { leg } of request.legs) {
    const packages = wanted.filter((item) => item.leg === leg.name).map((item) => ({ name: item.package, base: bases.get(packageOfLeg(item)) }));
    if (packages.length === 0 || ports.cancellation.requested() !== null) continue;
    const names4 = new Map(
      packages.map(({ name, base }) => [side === "base" && base?.renamedFrom || name, name])
    );
    const rates = packages.map(({ name, base }) => [
      side === "base" && base?.renamedFrom || name,
      base?.record.sampling.rate ?? 0
    ]);
    progress2.measuredAgain(
      leg.name,
      side,
      number2,
      packages.map(({ name }) => name)
    );
    const measured2 = await measureAgain(
      {
        ...{ settings, leg, directory, guard: guard2 },
        packages: [...names4.keys()],
        out: layout.again(out, `${side}-${String(number2)}-${leg.name}`),
        rates: new Map(rates)
      },
      ports
    );
    for (const record2 of measured2)
      records.push({ ...record2, package: names4.get(record2.package) ?? record2.package });
  }
  await writeAgain(out, side, number2, records);
}

// src/baseline/escapes.ts
import { join as join15, posix as posix2 } from "node:path";

// src/baseline/escape-difference.ts
import { dirname as dirname2 } from "node:path/posix";
var receiver = /^func\s*\(\s*(?:[\p{L}_][\p{L}\p{Nd}_]*\s+)?\*?\s*(?<type>[\p{L}_][\p{L}\p{Nd}_]*)/u;
function locate(escape, lines) {
  const found = enclosingFunction(lines ?? [], escape.line);
  const header2 = lines?.[(found?.line ?? 0) - 1] ?? "";
  const type = receiver.exec(header2)?.groups?.["type"];
  const name = found === null ? "" : found.name;
  return {
    ...escape,
    function: type === void 0 ? name : `${type}.${name}`,
    source: (lines?.[escape.line - 1] ?? "").trim()
  };
}
function escapesNotIn(base, head) {
  const place6 = (each) => [dirname2(each.file), each.function, each.text].join("\n");
  const withLine = (each) => [place6(each), each.source].join("\n");
  const anywhere = (each) => [each.text, each.source].join("\n");
  let left = { base: [...base], head: [...head] };
  for (const key of [withLine, place6, anywhere]) left = without(left, key);
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
function isIn(escape, functions2) {
  return functions2.some(({ function: name, file }) => {
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
var said2 = /^(?<file>[^:\n]+\.go):(?<line>\d{1,9}):(?<column>\d{1,9}): (?:inlining call to (?<callee>.+)|(?<text>moved to heap: .+|.+ escapes to heap))$/;
var constant = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'|-?[\d.][\w.]*|true|false|nil) escapes to heap$/;
var numbered = /(?<name>\.autotmp_|~[rR])\d+/g;
var maxLineChars4 = 4096;
function parseEscapes(output) {
  const escapes2 = /* @__PURE__ */ new Map();
  const callees = /* @__PURE__ */ new Map();
  for (const each of output.split("\n")) {
    if (each.length > maxLineChars4) continue;
    const groups = said2.exec(each.trimEnd())?.groups;
    if (groups === void 0) continue;
    const { file = "", line = "", column = "", callee, text: text2 } = groups;
    const place6 = `${file}:${line}:${column}`;
    if (callee !== void 0) callees.set(place6, (callees.get(place6) ?? /* @__PURE__ */ new Set()).add(callee));
    if (text2 === void 0 || constant.test(text2)) continue;
    const plain2 = text2.replace(numbered, "$<name>");
    escapes2.set(`${place6} ${plain2}`, {
      ...{ file, line: Number(line), text: plain2, inlined: [], place: place6 }
    });
  }
  return [...escapes2.values()].map(({ place: place6, ...escape }) => ({
    ...escape,
    inlined: [...callees.get(place6) ?? []]
  }));
}

// src/baseline/escapes.ts
var patienceMs3 = 12e4;
var maxEscapes = 20;
var maxTextChars = 300;
async function newEscapes(request) {
  const { baseDirectory, headDirectory, functions: functions2 } = request;
  const headFiles = openRepository(headDirectory, []);
  const wanted = functions2.flatMap((each) => [each, ...each.calledFrom ? [each.calledFrom] : []]).filter(({ file }) => headFiles.has(file));
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
  const escapes2 = escapesNotIn(base, head).filter((each) => isIn(each, wanted)).sort((a, b) => a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1).slice(0, maxEscapes).map(({ file, line, text: text2 }) => ({ file, line, text: clip(text2, maxTextChars) }));
  return { kind: "escapes", escapes: escapes2 };
}
function ownPackage({ function: name, file }) {
  const path = packageOf(name);
  return file.endsWith("_test.go") || path === "" || path.startsWith("-") ? [] : [path];
}
var listing = '{{.ImportPath}}	{{if .Export}}1{{end}}	{{len .GoFiles}}{{len .CgoFiles}}	{{with .Error}}{{printf "%q" .Err}}{{end}}';
async function escapesOf({ run, packages, flags, place: place6, timeoutMs = patienceMs3 }, root, files, env) {
  const args = ["list", "-e", "-export", "-test", ...flags, "-gcflags=-m", "-f", listing];
  const result = await run("go", [...args, "--", ...packages], {
    ...{ cwd: join15(root, place6), env, timeoutMs }
  });
  const problem = failureOf2(result, timeoutMs);
  if (problem !== null || result.kind !== "exited") return problem ?? "";
  return parseEscapes(result.stderr).flatMap((escape) => {
    const file = posix2.normalize(posix2.join(place6, escape.file));
    return files.has(file) ? [locate({ ...escape, file }, files.lines(file))] : [];
  });
}
function failureOf2(result, timeoutMs) {
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
function notCompiled(listed) {
  for (const line of listed.split("\n")) {
    const [path = "", compiled, files, error = ""] = line.split("	");
    if (files === void 0 || files === "00" || compiled === "1" || path.endsWith(".test"))
      continue;
    return `${path} does not compile${error === "" ? "" : `: ${firstLines(unquoted(error))}`}`;
  }
  return null;
}
function unquoted(text2) {
  try {
    return String(JSON.parse(text2));
  } catch {
    return text2;
  }
}
function firstLines(text2) {
  const lines = text2.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return clip(printable(lines.slice(0, 3).join("; ")), 500);
}
async function withToolchainOf({
  run,
  env,
  headDirectory,
  place: place6
}) {
  const options = { cwd: join15(headDirectory, place6), env, timeoutMs: 3e4 };
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
  const place6 = placeInRepository(directory);
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
        ...{ run, env: plan.env, baseDirectory, headDirectory, place: place6 },
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
var maxChars6 = 200;
function recordEnvironment({
  env,
  go
}) {
  const text2 = (name) => env[name]?.trim().slice(0, maxChars6) || null;
  const image = [text2("ImageOS"), text2("ImageVersion")].filter((part2) => part2 !== null).join(" ");
  const wanted = /^[1-9]\d{0,5}$/.test(text2("GOMAXPROCS") ?? "") ? Number(env["GOMAXPROCS"]) : null;
  return {
    go: go.version.slice(0, maxChars6),
    runnerImage: image === "" ? null : image,
    kernel: release() || null,
    cpus: wanted ?? availableParallelism2(),
    gogc: text2("GOGC"),
    gomemlimit: text2("GOMEMLIMIT")
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
  const logged3 = await git([
    ...["log", "--first-parent", `--max-count=${String(ancestors.length)}`],
    ...["--format=%H %ct", "--end-of-options", base]
  ]);
  const times = new Map(
    logged3.map((line) => {
      const [commit = "", seconds3 = ""] = line.split(" ");
      return [commit, Number(seconds3)];
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
  if (first === void 0) return null;
  const { run, env, baseline: origin2 } = ports;
  const { directory, heap } = settings;
  const head = await readHead(run, env, directory);
  const environment2 = recordEnvironment({ env: first.env, go: first.go });
  const keys = measured2.flatMap(
    (plan) => plan.packages.filter(({ hasTests }) => hasTests).map((item) => legKey(plan, item))
  );
  const file = {
    schema: 1,
    settings: rules3(heap),
    ...{ store: null, head, environment: environment2, keys },
    ...ports.shard ? { elsewhere: ports.shard.all } : {},
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    base: null,
    noBase: "no baseline is kept (baseline: none)",
    ...{ bases: [], gone: [], problems: [], accepted: null }
  };
  const store = openStore(heap.baseline, { run, env, directory, ...origin2 });
  if (store === null) return { file, store, rate: () => null };
  file.store = store.name;
  const choice = await chooseBase({
    ...{ run, env, directory, head },
    event: origin2.event,
    explicit: heap.base,
    token: origin2.token,
    fetch: origin2.event !== null
  });
  const found = await basesOf(choice, store, { settings, keys, environment: environment2, ports });
  const tracked = isTracked(origin2.event, head, heap.branches);
  const rates = new Map(
    found.bases?.map((base) => [packageOfLeg(base), rateAfter(base, tracked.record)])
  );
  return {
    file: { ...file, ...found },
    store,
    rate: (leg, name) => rates.get(packageOfLeg({ leg, package: name })) ?? null
  };
}
function rateAfter({ record: record2 }, recorded) {
  const { allocBytes } = record2.metrics;
  return recorded && allocBytes !== null ? chooseRate({ allocBytes, ...record2.sampling }) : record2.sampling.rate;
}
async function readAccepted(origin2) {
  const label = await origin2.acceptedLabel?.();
  if (label === void 0) return { accepted: null, problems: [] };
  return label.kind === "accepted" ? { accepted: { actor: label.actor, at: label.at }, problems: [] } : { accepted: null, problems: label.because === null ? [] : [label.because] };
}
async function basesOf(choice, store, request) {
  if (choice.kind === "none") return { noBase: choice.because };
  const { keys, environment: environment2, settings } = request;
  const { run, env } = request.ports;
  const { commit, reason: reason2, exact, ancestors } = choice;
  const old = await oldCommits({ run, env, directory: settings.directory, ancestors });
  const wholeModule = settings.packages.length === 1 && settings.packages[0] === "./...";
  const found = await findBases({
    ...{ store, keys, ancestors, environment: environment2, wholeModule, old },
    elsewhere: request.ports.shard?.all ?? []
  });
  return { base: { commit, reason: reason2, exact, ancestors }, noBase: "", ...found };
}
function rules3({
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
  if (report.crashes.length > 0 && store !== null && file.base !== null)
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
    problems.push(...await confirmGrowth({ ...request, file, grown, doubtful, single }, ports));
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
    const at2 = packageOfLeg(item);
    const told = escapes2.get(at2);
    found.packages[at2] = {
      escapes: told?.kind === "escapes" ? told.escapes : [],
      escapesMissing: told?.kind === "unknown" ? told.because : null,
      command: await profileCommand(out, item),
      page: null
    };
  }
  await writeGrowth(out, found);
  const drawn = await drawPages(request, { ...report, comparison: await compared() }, file);
  problems.push(...drawn.problems);
  for (const [at2, item] of Object.entries(found.packages)) item.page = drawn.pages.get(at2) ?? null;
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
  const exists2 = (path) => access3(path).then(
    () => true,
    () => false
  );
  if (why === null || !await exists2(head)) return null;
  const index = why.metric === "inuseBytes" ? "inuse_space" : "alloc_space";
  const difference = await exists2(base) ? [`-diff_base=${relative4(out, base)}`] : [];
  const words3 = ["go", "tool", "pprof", `-sample_index=${index}`, ...difference];
  return [...words3, "-top", relative4(out, head)].join(" ");
}
function profilePath(out, leg, name) {
  return join16(layout.package(out, leg, name), "attempt-1", "heap.pprof");
}
async function learnMore({ origin: origin2 }, file, store, grown) {
  const wanted = new Set(grown.map(packageOfLeg));
  const { keys, base } = file;
  const history = store === null || base === null ? { bases: file.bases, problems: [] } : await addHistory(file.bases, wanted, { store, keys, ancestors: base.ancestors });
  const { accepted, problems } = await readAccepted(origin2);
  return {
    ...file,
    bases: history.bases,
    accepted,
    problems: [...file.problems, ...history.problems, ...problems]
  };
}

// src/run/baseline/record-figures.ts
async function recordFigures(request) {
  const { out, report, file, store, origin: origin2, branches } = request;
  const { head, environment: environment2 } = file;
  const tracked = isTracked(origin2.event, head, branches);
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
      const percent = limit.kind === "default" ? defaultPercent : limit.percent;
      if (usable === null)
        return { ceilingBytes: null, why: "this system does not say how much memory there is" };
      const share = `${String(percent)} % of ${formatBytes(usable.bytes)}, ${usable.source}`;
      const ceilingBytes = Math.floor(usable.bytes / 100 * percent);
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
function unescape(text2) {
  return text2.replace(
    /\\([0-7]{3})/g,
    (_, octal) => String.fromCharCode(parseInt(octal, 8))
  );
}

// src/machine/number.ts
function parseNumber(text2) {
  const digits = text2?.trim() ?? "";
  return /^\d{1,20}$/.test(digits) ? Number(digits) : null;
}
var unlimited = 2 ** 62;
function parseLimit(text2) {
  const value = parseNumber(text2);
  return value === null || value >= unlimited ? null : value;
}
function numberAfter(text2, key) {
  const line = text2.split("\n").find((candidate) => candidate.startsWith(key));
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
  const known = firstPrograms.find(([names4]) => names4.split(" ").includes(name));
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
  for (let depth2 = 0; depth2 < 64 && status !== null; depth2++) {
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
  const [text2, writable, dumpable] = await Promise.all([
    files.read(patternFile),
    files.writable(patternFile),
    files.read("/proc/sys/fs/suid_dumpable")
  ]);
  if (text2 === null) return null;
  const suid = /^(?<mode>[012])\s*$/.exec(dumpable ?? "")?.groups?.["mode"];
  return {
    target: coreTarget(text2.replace(/\n$/, "")),
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
  const text2 = path === "" ? null : await files.read(path);
  return text2 === null ? null : parseGoModVersions(text2);
}
function parseGoModVersions(text2) {
  const go = /^[ \t]*go[ \t]+(?<version>\d[\w.]*)/m.exec(text2)?.groups?.["version"];
  const toolchain = /^[ \t]*toolchain[ \t]+go(?<version>\d[\w.]*)/m.exec(text2)?.groups?.["version"];
  return { go: go ?? null, toolchain: toolchain ?? null };
}
function compareGoVersions(a, b) {
  const left = rank(a);
  const right = rank(b);
  if (left === null || right === null) return 0;
  const at2 = left.findIndex((part2, i) => part2 !== right[i]);
  return at2 < 0 ? 0 : (left[at2] ?? 0) - (right[at2] ?? 0);
}
function rank(version2) {
  const match = /^(?<major>\d+)\.(?<minor>\d+)(?:(?<stage>beta|rc|\.)(?<number>\d+))?(?:[-+ ].*)?$/.exec(
    version2
  );
  if (match?.groups === void 0) return null;
  const { major, minor, stage, number: number2 } = match.groups;
  const stages = [void 0, "beta", "rc", "."];
  return [Number(major), Number(minor), stages.indexOf(stage), Number(number2 ?? 0)];
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
  const below4 = isBelow2(path, mount.root) ? posix3.relative(mount.root, path) : "";
  const dir = posix3.join(mount.point, below4);
  const seen = below4 === "" || await files.exists(dir);
  return lineage({ version: version2, path, dir: seen ? dir : mount.point }, mount.point);
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
function parseMembership(text2) {
  return text2.split("\n").flatMap((line) => {
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
async function hiddenLimit(own, seen, files) {
  if (own.version !== 1) return null;
  const stat3 = await files.read(posix4.join(own.dir, "memory.stat"));
  const value = numberAfter(stat3 ?? "", "hierarchical_memory_limit");
  const limitBytes = value === null ? null : parseLimit(String(value));
  if (limitBytes === null) return null;
  if (seen.some((group) => group.limitBytes !== null && group.limitBytes <= limitBytes))
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
  const [space, real] = await Promise.all([files.space(found), files.resolve(found)]);
  const mount = mountOf(real ?? found, mounts);
  return {
    path,
    found,
    space,
    readOnly: mount?.options.has("ro") ?? false,
    noexec: mount?.options.has("noexec") ?? false,
    fileSystem: mount?.type ?? null
  };
}

// src/machine/pressure.ts
async function readPressure(files) {
  const minute = async (resource) => {
    const text2 = await files.read(`/proc/pressure/${resource}`);
    const share = /^some .*\bavg60=(?<percent>\d{1,3}(?:\.\d+)?)\b/m.exec(text2 ?? "");
    return share === null ? null : Number(share.groups?.["percent"]);
  };
  const [memory, cpu, io] = await Promise.all([minute("memory"), minute("cpu"), minute("io")]);
  return { memory, cpu, io };
}

// src/machine/rlimit.ts
var names3 = {
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
  const limits3 = {};
  for (const [name, title2] of Object.entries(names3)) {
    const line = lines.find((candidate) => candidate.startsWith(`${title2} `));
    const [soft, hard] = line?.slice(title2.length).trim().split(/\s+/) ?? [];
    if (soft === void 0 || hard === void 0) continue;
    limits3[name] = { soft: parseNumber(soft), hard: parseNumber(hard) };
  }
  return limits3;
}

// src/machine/sudo.ts
var patienceMs4 = 2e3;
async function canSudo(program, run, env) {
  if (program === null) return false;
  const result = await run(program, ["-n", "true"], { cwd: "/", env, timeoutMs: patienceMs4 });
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
  const at2 = (path) => readPlace(path, files, mounts);
  const [checkout, build, cache, temporary, shm] = await Promise.all([
    at2(directory),
    at2(go.gotmpdir === "" ? temp : go.gotmpdir),
    at2(go.gocache),
    at2(temp),
    at2("/dev/shm")
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
var rows2 = [
  {
    ...{ id: "disk-build", place: "build", what: "free for building (GOTMPDIR)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail" },
    fix: "make room there, or set GOTMPDIR to a folder on a larger disk"
  },
  {
    ...{ id: "disk-cache", place: "cache", what: "free for the build cache (GOCACHE)" },
    ...{ enoughBytes: 1024 * mebibyte, readOnly: "fail" },
    fix: 'make room there ("go clean -cache"), or set GOCACHE to a folder on a larger disk'
  },
  {
    ...{ id: "disk-temp", place: "temp", what: "free for the tests’ files (TMPDIR)" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "fail" },
    fix: "make room there, or set TMPDIR to a folder on a larger disk"
  },
  {
    // The agent gets into the tests of a module that cannot be written to as well.
    ...{ id: "disk-checkout", place: "checkout", what: "free beside the module" },
    ...{ enoughBytes: 256 * mebibyte, readOnly: "ok" },
    fix: "make room there, or write the records elsewhere with --out"
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
  ...rows2.map(
    (row) => (facts) => diskCheck(row, facts)
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
function diskCheck(row, { machine }) {
  const place6 = machine.places[row.place];
  const { path, space, readOnly } = place6;
  const needed = formatBytes(row.enoughBytes);
  if (readOnly) {
    const check2 = fine(row.id, row.what, `nothing: ${path} is read-only`, needed);
    return lacking(check2, row.readOnly, row.fix);
  }
  if (space === null) return null;
  const check = fine(row.id, row.what, `${formatBytes(space.freeBytes)} in ${path}`, needed);
  if (space.freeBytes >= row.enoughBytes) return check;
  return lacking(check, space.freeBytes < row.enoughBytes / 16 ? "fail" : "warn", row.fix);
}

// src/machine/checks/limits.ts
var leastFiles = 1024;
var leastPids = 512;
var leastProcesses = 512;
var gibibyte = 1024 ** 3;
var rows3 = [
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
  ...rows3.map(
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
    const share = (name, percent) => percent === null ? [] : [`${name} ${percent.toFixed(0)} %`];
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
  ({ nodeVersion }) => fine("node-version", "Node.js", nodeVersion, "v20 or later"),
  ({ go, machine, platform }, plan) => {
    const { command, path } = machine.compiler;
    const check = fine("race-detector", "race detector", "yes", "cgo and a C compiler");
    if (go.goos === "darwin") return check;
    const racers = plan?.legs.filter(({ race }) => race) ?? [];
    const cgo = racers.length > 0 ? racers.every((leg) => leg.cgo) : go.cgo;
    if (cgo && path !== null) return { ...check, value: `yes, with ${path}` };
    if (cgo && platform !== "linux") return check;
    const value = cgo ? `no: ${command} is not in PATH` : "cgo is off or there is no C compiler";
    const fix = "install a C compiler, or leave the race leg out: --legs memory";
    return lackingIf(racing(plan), { ...check, value }, "fail", fix);
  },
  ({ go, machine }, plan) => {
    const host = `${go.hostOs}/${go.hostArch}`;
    const legs = plan?.legs.filter((leg) => !leg.choosesTarget) ?? [
      { goos: go.goos, goarch: go.goarch, hasExec: false }
    ];
    const foreign = legs.find(({ goos, goarch }) => goos !== go.hostOs || goarch !== go.hostArch);
    const check = fine("target", "tests are built for", host, `${host}, this machine`);
    if (foreign === void 0) return check;
    const names4 = machine.targetFromEnv;
    const from = names4.length > 0 ? `${names4.join(" and ")} in the environment` : '"go env"';
    const value = `${foreign.goos}/${foreign.goarch} (from ${from})`;
    const fix = `unset ${names4.join(" and ") || 'GOOS and GOARCH with "go env -u"'}, or make it a leg of its own: env: { GOARCH: ${JSON.stringify(foreign.goarch)} }`;
    const starts = foreign.hasExec || runsOn(foreign, go.hostOs, go.hostArch);
    return lacking({ ...check, value }, starts ? "warn" : "fail", fix);
  },
  ({ machine }, plan) => {
    if (plan === null) return null;
    const longest = plan.legs.reduce(
      (most, { timeoutMs }) => Math.max(most, timeoutMs === 0 ? Infinity : timeoutMs),
      0
    );
    const value = longest === Infinity ? "none" : formatDuration(longest);
    const check = fine("test-timeout", "time for one package", value, "less than the job may take");
    const tooLong = machine.runner === "github-hosted" && longest >= sixHoursMs;
    return longest === Infinity || tooLong ? lacking(
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
var compatible = /* @__PURE__ */ new Map([
  ["amd64", "386"],
  ["arm64", "arm"]
]);
function runsOn({ goos, goarch }, hostOs, hostArch) {
  return goos === hostOs && (goarch === hostArch || compatible.get(hostArch) === goarch);
}

// src/machine/preflight.ts
var rows4 = [
  ...toolchainRows,
  ...memoryRows,
  ...diskRows,
  ...limitRows,
  ...coreRows,
  ...systemRows
];
function preflight(facts, plan) {
  return rows4.flatMap((row) => row(facts, plan) ?? []);
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
    { go, platform, nodeVersion, machine, ceiling, coreDumps },
    { legs: legs.map(plannedLeg) }
  );
  if (coreDumps === "required") refuseWithoutCores(checks, sources["core-dumps"] ?? "core-dumps");
  return { machine, ceiling, usableBytes: usableMemory(machine.memory)?.bytes ?? null, checks };
}
function plannedLeg({ leg, go }) {
  const { exec, timeout: timeout2 } = leg.goTestFlags;
  return {
    name: leg.name,
    race: leg.race,
    cgo: go.cgo,
    goos: go.goos,
    goarch: go.goarch,
    choosesTarget: "GOOS" in leg.env || "GOARCH" in leg.env,
    hasExec: exec.length > 0,
    // What is no duration, go test refuses itself.
    timeoutMs: parseDuration(timeout2 ?? goTestTimeout) ?? parseDuration(goTestTimeout) ?? 0
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
import { readdir as readdir5, rm as rm4, stat as stat2, writeFile as writeFile5 } from "node:fs/promises";
import { join as join17 } from "node:path";
var maxAgeMs = 10 * 24 * 3600 * 1e3;
var pruneEveryMs = 24 * 3600 * 1e3;
async function pruneRecords(stores, now = Date.now()) {
  for (const store of stores) {
    try {
      const stamp = join17(store, "pruned");
      const lastMs = await stat2(stamp).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0
      );
      if (now - lastMs < pruneEveryMs) continue;
      await writeFile5(stamp, "");
      for (const entry2 of await readdir5(store)) {
        if (!/^[0-9a-f]{32}$/.test(entry2)) continue;
        const { mtimeMs: usedMs } = await stat2(join17(store, entry2));
        if (now - usedMs > maxAgeMs) await rm4(join17(store, entry2), { recursive: true, force: true });
      }
    } catch {
    }
  }
}

// src/run/run-rounds.ts
import { mkdir as mkdir4, readdir as readdir6, writeFile as writeFile6 } from "node:fs/promises";
import { dirname as dirname4 } from "node:path";

// src/run/follow-ups.ts
var maxDiagnosed = 20;
var maxNames2 = 100;
function followUps(packages, diagnose2) {
  const killed2 = packages.filter(({ cause }) => cause?.id === "build-killed");
  const rebuild = killed2.length === 0 ? [] : [{ purpose: "rebuild", packages: killed2.map((run) => run.package), flags: ["-p=1"] }];
  if (!diagnose2) return rebuild;
  return [
    ...rebuild,
    ...look(packages, "exit"),
    ...look(packages, "strace"),
    ...look(packages, "runtime")
  ];
}
function look(packages, purpose) {
  const due = packages.filter((run) => purposesOf(run).includes(purpose)).slice(0, maxDiagnosed);
  const partly = due.filter((run) => purpose === "exit" && run.tests.unfinished.length > 0);
  const names4 = new Set(partly.flatMap(({ tests: tests3 }) => tests3.unfinished).map(topLevel2));
  const whole = names4.size > maxNames2 ? due : due.filter((run) => !partly.includes(run));
  const choose = `-run=^(?:${[...names4].map(quoteMeta).join("|")})$`;
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
function purposesOf({ cause, ending, attempts, tests: tests3 }) {
  if (cause?.id === "exec-failed") return ["strace"];
  if (cause === null || cause.confidence === "confirmed") return [];
  if (["os-exit", "log-fatal", "testmain-exit"].includes(cause.id)) return ["exit"];
  const last = attempts.at(-1);
  if (cause.id !== "unknown" || ending === "lost" || last === void 0 || last.signal === "SIGKILL")
    return [];
  const seen = tests3.passed + tests3.failed + tests3.skipped + tests3.unfinished.length;
  if (seen > 0) return ["runtime"];
  return last.exitCode === null ? ["strace"] : ["exit", "strace"];
}

// src/run/run-rounds.ts
var maxDiagnosingMs = 12e4;
async function runRounds(request, diagnose2) {
  const { out, plan, cancellation } = request;
  const runPlan = await readRunPlan(out);
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === void 0) return;
  const due = async () => {
    const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
    return followUps(packages, diagnose2);
  };
  let all = cancellation.requested() === null ? await due() : [];
  const rebuild = all.find(({ purpose }) => purpose === "rebuild");
  if (rebuild !== void 0) {
    await runRound(request, rebuild);
    if (cancellation.requested() === null) all = await due();
  }
  for (const followUp of all) {
    if (cancellation.requested() !== null) return;
    if (followUp.purpose !== "rebuild") await runRound(request, followUp);
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
    cores: purpose === "rebuild" ? request.cores : { enabled: false, pattern: "" },
    usableBytes: guard2.usableBytes,
    diagnose: purpose === "rebuild" ? "" : purpose
  });
  await writeFile6(goTestFiles.shim(folder), JSON.stringify(shim));
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
    maxMs: purpose === "rebuild" ? null : maxDiagnosingMs,
    onChunk: () => void 0,
    onPoll: () => Promise.resolve()
  });
}
async function nextFolder(out, leg) {
  const parent = dirname4(layout.round(out, leg, 1));
  await mkdir4(parent, { recursive: true });
  const folder = layout.round(out, leg, (await readdir6(parent)).length + 1);
  await mkdir4(folder);
  return folder;
}

// src/guard.ts
async function guard(settings, ports) {
  const startedAt = /* @__PURE__ */ new Date();
  const { out } = settings;
  const { legs: planned, problem, shard } = await tryPlan(settings, ports);
  await restoreCorePattern(out, ports.env);
  const [first, ...others3] = planned;
  const checked = first === void 0 ? null : await checkMachine(settings, ports, [first, ...others3]);
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
    const { baseline: origin2, progress: progress2, heapPageDirectory } = ports;
    await followGrowth(
      {
        ...{ out, settings, legs, report, file, store, origin: origin2, progress: progress2, heapPageDirectory },
        guard: order
      },
      ports
    );
    const { branches } = settings.heap;
    if (store !== null && ports.cancellation.requested() !== null) await leaveStopped(out, store);
    else if (store !== null && shard !== null) await leaveToMerge(out, store);
    else if (store !== null) await recordFigures({ out, report, file, store, origin: origin2, branches });
    await cancel.noted();
    report = await conclude(out, runPlan, report);
    await writeReport(out, report);
  }
  cancel.end();
  await finishRunFolder(out, marker);
  await pruneRecords(new Set(legs.map(recordStore)));
  if (ports.cancellation.requested() !== null) return report;
  return writeAll(out, report, { ...ports, directory: settings.directory });
}
async function makeReport(out, catalog, tools2) {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  const report = await assembleAndWrite(out, catalog);
  if (report === null || marker === null || plan === null) return report;
  await finishRunFolder(out, marker);
  return writeAll(out, report, { ...tools2, directory: plan.directory });
}
async function assembleAndWrite(out, catalog) {
  const report = await assemble(out, catalog);
  if (report !== null) await writeReport(out, report);
  return report;
}
async function runLegs(settings, ports, prepared) {
  const { legs, checked, order, marker } = prepared;
  const { out } = settings;
  ports.progress.warnings(checked?.checks ?? []);
  const cores = checked === null ? null : await tryCores(settings, checked, marker, ports);
  try {
    for (const plan of legs) {
      if (ports.cancellation.requested() !== null || order === null || cores === null) break;
      const request = {
        ...ports,
        ...{ guard: order, cores: cores.order, plan, out, run: marker.run },
        ...{ directory: settings.directory, snapshot: settings.snapshot }
      };
      const { endedWell: endedWell2 } = await runLeg(request);
      if (!endedWell2) {
        await runRounds(request, settings.diagnose);
        await cores.afterLeg(plan);
      }
    }
  } finally {
    await cores?.finish(ports.cancellation.requested() !== null);
  }
}
async function noteCancel(out, cancellation) {
  let writing = Promise.resolve();
  const end = cancellation.onRequest((signal4, urgent) => {
    if (!urgent) writing = writeCancel(out, signal4);
  });
  const early = cancellation.requested();
  if (early !== null) await writeCancel(out, early);
  return { noted: () => writing, end };
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
  sumCallSites,
  holdersOf,
  parseSnapshotMeta,
  nowhereElse,
  isChargeable,
  repositoryFile,
  heapFigures,
  causeOfCrash,
  moduleOf,
  investigate,
  plainFrame,
  isSameLine,
  recursionOf,
  findGuilt,
  examine,
  createCrashScanner,
  reportCrashes,
  standing,
  readRunPlan,
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
