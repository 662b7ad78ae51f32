import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  downloadWithin,
  evidenceArtifactName,
  publishComment,
  reportArtifactName,
  runMark,
  webFetch
} from "./chunk-3DPDYNU2.js";
import {
  renderSummary
} from "./chunk-7QGZCJMF.js";
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import {
  renderResult,
  resultPaths
} from "./chunk-MWTZRLSY.js";
import {
  concludeCheck,
  concludedCheck,
  toldAll
} from "./chunk-BBU2TVSE.js";
import {
  log,
  paint,
  unmarked
} from "./chunk-ARPAN326.js";
import {
  artifactUrl,
  jobSlug,
  jobTitle,
  runUrl,
  sourceUrl
} from "./chunk-52XO55BO.js";
import {
  Refused
} from "./chunk-D5CBUHZG.js";
import {
  debug,
  error,
  getState,
  info,
  notice,
  saveState,
  setOutput,
  summary,
  warning
} from "./chunk-PD4K3Z3W.js";
import {
  commentDigest,
  renderComment
} from "./chunk-FOOUJGC4.js";
import {
  furtherSections,
  mainSections,
  problems,
  told,
  verdictText
} from "./chunk-TZY7NJUF.js";
import {
  crashPage,
  failedTests,
  functionText,
  growthText,
  isInRepository,
  isUsual,
  isolationOf,
  keys,
  knownId,
  notable,
  rowsOf,
  summaryOf,
  toldLeaks,
  whoCrashes
} from "./chunk-NKJRDYH7.js";
import {
  functionOf,
  standingText,
  whatLeaks
} from "./chunk-ZHOZXKHT.js";
import {
  heapMetrics
} from "./chunk-LSEFGULL.js";
import {
  logName
} from "./chunk-O3GBPBQZ.js";
import {
  attemptFolders,
  binaryName,
  coreTextName,
  debugBinaryName
} from "./chunk-YCSXZ3FE.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";
import {
  waitsTitle
} from "./chunk-COOM7LNL.js";
import {
  packageOf
} from "./chunk-T4JS6IWF.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  array,
  object,
  string
} from "./chunk-TYNGSIJO.js";
import {
  clip,
  formatBytes,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";

// src/github/artifact-service.ts
var service = "github.actions.results.api.v1.ArtifactService";
var timeoutMs = 3e4;
var maxAttempts = 3;
var listSchema = object({
  artifacts: array(
    object({
      workflow_run_backend_id: string(),
      workflow_job_run_backend_id: string(),
      name: string()
    })
  )
});
var urlSchema = object({ signed_url: string() });
var claimsSchema = object({ scp: string() });
async function signedArtifactUrl(access2, id, retryDelayMs) {
  const call = caller(access2, retryDelayMs);
  const filter = { ...backendIds(access2.runtimeToken), id_filter: String(id) };
  const [artifact] = (await call("ListArtifacts", filter, listSchema)).artifacts;
  if (artifact === void 0)
    throw new Refused(`this workflow run has no artifact ${id}; it may have expired`);
  return (await call("GetSignedArtifactURL", artifact, urlSchema)).signed_url;
}
function caller({ resultsUrl, runtimeToken }, retryDelayMs) {
  return async (method, body, schema) => {
    for (let attempt = 1; ; attempt++) {
      const { origin } = new URL(resultsUrl);
      const said = await post(`${origin}/twirp/${service}/${method}`, runtimeToken, body);
      const parsed = schema.safeParse(said.json);
      if (said.problem === null && parsed.success) return parsed.data;
      if (said.final || attempt >= maxAttempts) {
        const problem = said.problem ?? "its answer cannot be understood";
        throw new Refused(`GitHub does not hand over the artifact (${problem}); run the job again`);
      }
      await new Promise((resolve2) => setTimeout(resolve2, retryDelayMs * attempt));
    }
  };
}
async function post(url, token, body) {
  try {
    const response = await webFetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs)
    });
    const { status } = response;
    const problem = status === 200 ? null : String(status);
    const final = status >= 400 && status < 500 && status !== 429;
    return { json: snakeNames(await response.json()), problem, final };
  } catch (error2) {
    return { json: null, problem: error2.message, final: false };
  }
}
function snakeNames(value, depth = 0) {
  if (typeof value !== "object" || value === null || depth > 4) return value;
  if (Array.isArray(value)) return value.map((one) => snakeNames(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeNames(inner, depth + 1)
    ])
  );
}
function backendIds(token) {
  const scopes = claims(token).split(" ");
  for (const scope of scopes) {
    const [kind, run, job, ...more] = scope.split(":");
    if (kind !== "Actions.Results" || run === void 0 || job === void 0) continue;
    if (more.length === 0)
      return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
  }
  throw new Refused("the token of the job does not name its workflow run; run the job again");
}
function claims(token) {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    return claimsSchema.parse(JSON.parse(payload)).scp;
  } catch {
    return "";
  }
}

// src/github/client-chatter.ts
import { AsyncLocalStorage } from "node:async_hooks";
var chattering = new AsyncLocalStorage();
async function withoutChatter(work) {
  const { stdout } = process;
  const before = Reflect.get(stdout, "write");
  const write = before.bind(stdout);
  const quietWrite = (chunk, ...rest) => {
    const isChatter = chattering.getStore() === true && typeof chunk === "string" && !chunk.startsWith("::");
    if (!isChatter) return write(chunk, ...rest);
    debug(chunk.trimEnd());
    return true;
  };
  stdout.write = quietWrite;
  try {
    return await chattering.run(true, work);
  } finally {
    if (stdout.write === quietWrite) stdout.write = before;
  }
}

// src/github/upload-refusal.ts
var nameTaken = /\(409\)|already exists/;
var networkFailure = /Unable to make request/;
var advice = [
  {
    says: nameTaken,
    fix: 'another step of this workflow run has used its name: give each step an input "key" of its own'
  },
  {
    // Artifact storage quota has been hit. Unable to upload any new artifacts.
    says: /quota|insufficient usage/i,
    fix: 'the storage for artifacts is used up: delete old ones, or set the input "retention-days" to less'
  },
  {
    // Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: ...
    says: /\((?:401|403)\)/,
    fix: "the job may not upload artifacts: look at the Actions settings of the repository and its organization"
  },
  {
    says: networkFailure,
    fix: "the runner does not reach the storage for artifacts: open its network for it (on a self-hosted runner), or run the job again"
  },
  { says: /(?:)/, fix: "run the job again; everything lies in the run folder too" }
];
function uploadRefusal(name, error2) {
  const said = oneLine(textOf(error2), 160);
  const fix = advice.find(({ says }) => says.test(said))?.fix ?? "";
  return new Refused(`artifact ${name} was not uploaded (${said}); ${fix}`);
}
function isNetworkFailure(error2) {
  return networkFailure.test(textOf(error2));
}
function isNameTaken(error2) {
  return nameTaken.test(textOf(error2));
}
function textOf(error2) {
  if (!(error2 instanceof Error)) return String(error2);
  return error2.message === "" ? error2.name : error2.message;
}

// src/github/actions-artifacts.ts
var defaultBudgetMs = 10 * 6e4;
var earlyMs = 5;
async function openArtifacts(options) {
  const { env, budgetMs = defaultBudgetMs, retryDelayMs = 2e3 } = options;
  const access2 = accessOf(env);
  const { DefaultArtifactClient } = await import("./artifact-C3IVPUD3.js");
  const client = new DefaultArtifactClient();
  let leftMs = budgetMs;
  return {
    async upload({ name, files, root, retentionDays, compressionLevel }) {
      const since = Date.now();
      const settings = retentionDays === null ? {} : { retentionDays };
      try {
        if (leftMs < earlyMs) throw new Error("uploads before it took all of the time");
        const { id, size } = await within(
          leftMs,
          (timeUp) => againAfterReset(
            { retryDelayMs, timeUp },
            () => client.uploadArtifact(name, [...files], root, { ...settings, compressionLevel })
          )
        );
        if (id === void 0) throw new Error("GitHub does not tell its number");
        return { id, name, bytes: size ?? 0 };
      } catch (error2) {
        throw uploadRefusal(name, error2);
      } finally {
        leftMs -= Date.now() - since;
      }
    },
    async list() {
      try {
        const { artifacts } = await within(budgetMs, () => client.listArtifacts({ latest: true }));
        return artifacts.map(({ id, name, size }) => ({ id, name, bytes: size }));
      } catch (error2) {
        const said = error2.message;
        throw new Refused(`GitHub does not tell the artifacts (${said}); run the job again`);
      }
    },
    download: async (id, maxBytes) => downloadWithin(await signedArtifactUrl(access2, id, retryDelayMs), maxBytes, retryDelayMs)
  };
}
function accessOf(env) {
  const runtimeToken = env["ACTIONS_RUNTIME_TOKEN"] ?? "";
  const resultsUrl = env["ACTIONS_RESULTS_URL"] ?? "";
  if (isEnterpriseServer(env["GITHUB_SERVER_URL"])) {
    throw new Refused(
      "GitHub Enterprise Server does not keep artifacts of this kind; everything lies in the run folder: upload it in a further step"
    );
  }
  if (runtimeToken === "" || !URL.canParse(resultsUrl)) {
    throw new Refused(
      "the runner gives this step no access to artifacts (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL); everything lies in the run folder"
    );
  }
  return { runtimeToken, resultsUrl };
}
function isEnterpriseServer(serverUrl) {
  const url = serverUrl === void 0 || serverUrl === "" ? "https://github.com" : serverUrl;
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.toLowerCase();
  return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}
async function againAfterReset({ retryDelayMs, timeUp }, work) {
  try {
    return await work();
  } catch (error2) {
    if (!isNetworkFailure(error2) || timeUp.aborted) throw error2;
    await new Promise((resolve2) => setTimeout(resolve2, retryDelayMs));
    return await work().catch((later) => {
      throw isNameTaken(later) ? error2 : later;
    });
  }
}
async function within(ms, work) {
  const timeUp = new AbortController();
  let timer;
  const givenUp = new Promise((_, reject) => {
    timer = setTimeout(() => {
      timeUp.abort();
      reject(new Error(`it took more than ${(ms / 1e3).toFixed(1)} s`));
    }, ms);
  });
  try {
    return await Promise.race([withoutChatter(() => work(timeUp.signal)), givenUp]);
  } finally {
    clearTimeout(timer);
  }
}

// src/github/annotations.ts
import { isAbsolute, relative, resolve } from "node:path";

// src/render/crash-annotations.ts
var maxTitleChars = 255;
var maxPlaces = 10;
var maxAdvice = 3;
var maxCharsRead = 16 * 1024;
function crashRemarks(report) {
  return problems(report).flatMap((problem) => {
    const { cause, crash, place } = problem;
    if (crash === null || place === null) return [];
    if (place.line < 1 || !isInRepository(place.file)) return [];
    const remark = { path: place.file, line: place.line, ...wordsOf(problem, crash) };
    return [{ cause, crash, remark: { ...remark, level: "error" } }];
  });
}
function wordsOf(problem, crash) {
  const { cause, place, test } = problem;
  const said = clip(saidBy(problem, crash), maxCharsRead);
  const [first = "", ...rest] = said.split("\n");
  const title = `${cause} in ${test ?? crash.package}: ${first}`;
  const more = title.length > maxTitleChars ? said : rest.join("\n");
  const lines = [
    ...more.trim() === "" ? [] : [more],
    ...place === null || place.function === "" ? [] : [`in ${place.function}`],
    ...crash.related.slice(0, maxPlaces).map(({ role, file, line, function: name }) => `${role}: ${name} ${file}:${String(line)}`),
    ...waitsLine(crash),
    ...isolatedLine(problem),
    ...seenLine(crash),
    ...problem.advice.slice(0, maxAdvice).map((each) => `what to do: ${each}`),
    ...knownLine(crash)
  ];
  return { title, message: lines.length === 0 ? said : lines.join("\n") };
}
function saidBy({ message, runs, summary: summary2 }, crash) {
  if (runs.some(({ cause }) => cause?.summary === crash.message)) return summary2;
  return message === "" ? crash.message : message;
}
function knownLine(crash) {
  const known = knownId(crash);
  if (known === null) return [];
  const what = isUsual(crash) ? "What is usually behind it" : "Known crash";
  return [`${what}, with its fix: ${crashPage(known)}`];
}
function waitsLine({ waits }) {
  if (waits === void 0) return [];
  return [
    `${waitsTitle(waits).title} (${waits.confidence}): ${oneLine(waits.summary.slice(0, 4e3), 800)}`
  ];
}
function isolatedLine(problem) {
  const isolated = isolationOf(problem);
  if (isolated === null) return [];
  const who = whoCrashes(isolated.isolation);
  const said = summaryOf(isolated.isolation);
  return [`isolated: ${who === null ? said : `${oneLine(who, 120)} ${said}`}`];
}
function seenLine({ occurrences: seen }) {
  if (seen.length < 2) return [];
  const own = seen[0]?.package;
  const legs = /* @__PURE__ */ new Map();
  for (const { package: name, leg, test } of seen) {
    const where = test === null ? name : name === own ? test : `${test} of ${name}`;
    legs.set(where, (legs.get(where) ?? /* @__PURE__ */ new Set()).add(leg));
  }
  const all = [...legs].map(([where, names]) => `${clip(where, 300)} (${[...names].join(", ")})`);
  const more = all.length > maxPlaces ? `, and ${String(all.length - maxPlaces)} more` : "";
  return [`seen in: ${all.slice(0, maxPlaces).join(", ")}${more}`];
}

// src/render/heap-annotations.ts
var leastPart = 0.2;
var maxEach = 3;
function grownPlaces({ comparison, source }) {
  return (comparison?.packages ?? []).flatMap((item) => {
    const { why, verdict } = item;
    if (why === null || verdict !== "regressed" && verdict !== "warned") return [];
    return notable(why, why.functions, leastPart).flatMap((row) => placeOf(item, why, row, source.module)).slice(0, maxEach);
  });
}
function placeOf(item, why, row, module) {
  const isOwn = [module, item.package].some(
    (path) => path !== null && isBelow(packageOf(row.function), path)
  );
  const at = isOwn ? { ...row, line: row.lines[0]?.line ?? row.line } : row.calledFrom;
  if (at === null) return [];
  const [worst] = rowsOf(item).filter(({ figure }) => figure.verdict === item.verdict);
  const escapes = why.escapes.filter(({ file }) => file === at.file);
  const message = [
    ...worst === void 0 ? [] : [
      `${worst.part ?? item.package}: ${heapMetrics[worst.figure.metric].name} ${worst.figure.because}`
    ],
    `${growthText(why, row)} in ${row.function}${row.test === null ? "" : `, by ${row.test}`}`,
    ...escapes.map(({ line, text }) => `new on the heap, line ${String(line)}: ${text}`),
    ...why.command === null ? [] : [why.command]
  ].join("\n");
  const title = `heap usage: ${growthText(why, row)} in ${functionText(row.function)}`;
  const level = item.verdict === "regressed" ? "error" : "warning";
  return [{ path: at.file, line: at.line, title, message, level }];
}
function isBelow(path, root) {
  return path === root || path === `${root}_test` || path.startsWith(`${root}/`);
}

// src/render/leak-annotations.ts
function leakRemarks(report) {
  const { failing, open } = toldLeaks(report);
  return [
    ...failing.flatMap((leak) => remarkOn(leak, "error")),
    ...open.filter(({ standing }) => standing === "new").flatMap((leak) => remarkOn(leak, "warning"))
  ];
}
function remarkOn(leak, level) {
  const place = leak.site ?? leak.createdBy;
  if (place === null || place.line < 1 || !isInRepository(place.file)) return [];
  const { createdBy, test, package: name, legs, kind } = leak;
  const lines = [
    `in ${place.function === "" ? functionOf(leak) : place.function}`,
    ...createdBy === null ? [] : [`started by: ${createdBy.function} ${createdBy.file}:${String(createdBy.line)}`],
    `seen in: ${test === null ? name : `${test} of ${name}`} (${legs.join(", ")})`,
    standingText(leak)
  ];
  return [
    {
      ...{ path: place.file, line: place.line, level },
      title: `${kind} leak: ${whatLeaks(leak)}`,
      message: lines.join("\n")
    }
  ];
}

// src/render/annotations.ts
var maxTitleChars2 = 255;
var maxMessageChars = 4096;
var maxOnLine = 10;
var maxCharsRead2 = 16 * 1024;
var growthRank = 6;
var leakRank = 7;
var ranks = [
  [1, ["oom-cgroup", "oom-host", "oom-guard", "go-out-of-memory", "address-space-limit"]],
  [2, ["data-race"]],
  [3, ["timeout"]],
  [4, ["build-failed", "build-killed", "vet-failed", "setup-failed"]],
  [5, ["test-failure"]]
];
function annotations(report) {
  const crashes = crashRemarks(report);
  const keyOf = keys();
  const told2 = new Set(
    crashes.flatMap(
      ({ crash, remark: { path, line } }) => crash.occurrences.map((seen) => keyOf([seen.package, seen.test, path, line]))
    )
  );
  const all = [
    ...crashes.map(({ cause, remark }) => ({ rank: rankOf(cause), remark })),
    ...failureRemarks(report, (parts) => told2.has(keyOf(parts))).map((remark) => ({
      rank: rankOf("test-failure"),
      remark
    })),
    ...grownPlaces(report).filter(({ path, line }) => line > 0 && isInRepository(path)).map((remark) => ({ rank: growthRank, remark })),
    ...leakRemarks(report).map((remark) => ({ rank: leakRank, remark }))
  ];
  const lines = /* @__PURE__ */ new Map();
  for (const { remark } of all.sort((a, b) => a.rank - b.rank)) {
    const place = keyOf([remark.path, remark.line]);
    const same = lines.get(place);
    if (same === void 0) lines.set(place, [remark]);
    else same.push(remark);
  }
  return [...lines.values()].flatMap(onLine);
}
function rankOf(cause) {
  return ranks.find(([, ids]) => ids.includes(cause))?.[0] ?? 0;
}
function failureRemarks(report, isTold) {
  return failedTests(report).flatMap(({ test, file, line, message, package: name, legs }) => {
    if (file === null || line === null || line < 1 || !isInRepository(file)) return [];
    if (isTold([name, test, file, line])) return [];
    return [
      {
        ...{ path: file, line, title: `${test} failed`, level: "error" },
        message: `${message || "it said nothing"}
in ${name} (${legs.join(", ")})`
      }
    ];
  });
}
function onLine(remarks) {
  const [first, ...others] = remarks;
  if (first === void 0) return [];
  const more = others.length === 0 ? "" : ` (and ${String(others.length)} more here)`;
  const left = others.length - maxOnLine;
  const message = [
    clip(first.message, maxCharsRead2),
    ...others.slice(0, maxOnLine).map(
      ({ title, message: text2 }) => `${clip(title, maxTitleChars2)}
${clip(text2, maxCharsRead2)}`
    ),
    ...left > 0 ? [`and ${plural(left, "more remark")} on this line`] : []
  ].join("\n\n");
  const text = message.split("\n").map((each) => printable(each)).join("\n");
  return [
    {
      ...{ path: first.path, line: first.line },
      title: `${clip(printable(clip(first.title, maxCharsRead2)), maxTitleChars2 - more.length)}${more}`,
      message: clip(text, maxMessageChars),
      level: first.level
    }
  ];
}

// src/github/annotations.ts
var maxOfLevel = 10;
var commands = { error, warning, notice };
function annotate(report, root, workspace) {
  const shown = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  for (const { path, line, title, message, level } of annotations(report)) {
    const file = relative(workspace, resolve(root, path)).replaceAll("\\", "/");
    if (file.startsWith("..") || isAbsolute(file)) continue;
    if (shown[level] >= maxOfLevel) left++;
    else {
      shown[level]++;
      commands[level](unmarked(message), { title: unmarked(title), file, startLine: line });
    }
  }
  if (left > 0)
    info(
      `${plural(left, "more line")} to annotate: GitHub shows ten of a step, the summary has the others.`
    );
}

// src/github/job-summary.ts
import { Buffer as Buffer2 } from "node:buffer";
var maxSummaryBytes = 900 * 1024;
async function writeJobSummary(markdown) {
  try {
    await summary.addRaw(withinBytes(markdown, maxSummaryBytes)).write();
    return null;
  } catch (error2) {
    return error2.message;
  }
}
function withinBytes(markdown, maxBytes) {
  if (Buffer2.byteLength(markdown) <= maxBytes) return markdown;
  const rest = "\n\nThe rest is in summary.md of the run folder.\n";
  const room2 = Math.max(0, maxBytes - rest.length);
  const head = Buffer2.from(markdown).subarray(0, room2).toString("utf8");
  return `${head.slice(0, head.lastIndexOf("\n"))}${rest}`;
}

// src/render/check.ts
import { Buffer as Buffer3 } from "node:buffer";
var maxTitleChars3 = 255;
var room = { limit: 65e3, size: (text) => Buffer3.byteLength(text) };
var extent = { lines: 650, details: 40 };
var asItIs = (name) => name;
function renderCheck(report, links) {
  const telling = { report, links, extent, charts: 0 };
  return {
    title: clip(verdictText(report, asItIs), maxTitleChars3),
    summary: told(mainSections(telling, null), room),
    text: told(furtherSections(telling), room)
  };
}

// src/run/artifact-plan.ts
import { readdir as readdir2 } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/run/artifact-bounds.ts
var maxNamed = 5;
function withinLimits(artifact, files, { maxBytes, maxFiles }) {
  const dropped = /* @__PURE__ */ new Set();
  let bytes = files.reduce((sum2, file) => sum2 + file.bytes, 0);
  for (const file of files.toSorted((a, b) => b.bytes - a.bytes)) {
    if (bytes <= maxBytes && files.length - dropped.size <= maxFiles) break;
    dropped.add(file);
    bytes -= file.bytes;
  }
  if (dropped.size === 0) return { files: [...files], leftOut: [] };
  const named = [...dropped].slice(0, maxNamed);
  const names = named.map((file) => `${printable(file.name)} (${formatBytes(file.bytes)})`);
  const more = dropped.size > named.length ? ` and ${String(dropped.size - named.length)} more` : "";
  const limit = `${formatBytes(maxBytes)} and ${plural(maxFiles, "file")}`;
  return {
    files: files.filter((file) => !dropped.has(file)),
    leftOut: [`artifact ${artifact} has room for ${limit}; left out: ${names.join(", ")}${more}`]
  };
}

// src/run/artifact-files.ts
import { access, constants, lstat, readdir, realpath } from "node:fs/promises";
import { join, relative as relative2, sep } from "node:path";
var maxDepth = 8;
var unwanted = /["<>:|*?\r\n]/;
async function artifactFiles(out, path) {
  const root = await realpath(out).catch(() => null);
  if (root === null) return [];
  const found = [];
  await collect({ out, root }, path, 0, found);
  return found.sort((a, b) => a.name < b.name ? -1 : 1);
}
async function collect(folders, path, depth, found) {
  const stats = await lstat(path).catch(() => null);
  if (stats?.isDirectory() === true && depth < maxDepth) {
    const names = await readdir(path).catch(() => []);
    for (const name of names) await collect(folders, join(path, name), depth + 1, found);
    return;
  }
  if (stats?.isFile() !== true || stats.size === 0) return;
  const below = relative2(folders.out, path);
  if (below.startsWith("..") || unwanted.test(below)) return;
  if (await realpath(path).catch(() => null) !== join(folders.root, below)) return;
  if (!await isReadable(path)) return;
  found.push({ path, name: below.split(sep).join("/"), bytes: stats.size });
}
async function isReadable(path) {
  return access(path, constants.R_OK).then(
    () => true,
    () => false
  );
}

// src/run/evidence-paths.ts
var core = /^core(?:-\d+)?(?:\.zst|\.gz)?$/;
var snapshot = /^snapshot-\d{1,3}$/;
var entriesOfKind = {
  profiles: ["heap.pprof"],
  // The timeline is what led to the snapshot.
  "black-boxes": [snapshot, "timeline.csv", "usage.csv"],
  // A core can only be read beside its own binary.
  cores: [core, coreTextName, binaryName, debugBinaryName],
  logs: [logName, "crash.txt", coreTextName]
};
var records = ["start.json", "end.json"];
function evidenceEntries(names, kinds) {
  const wanted = kinds.flatMap(
    (kind) => (
      // A binary can be built again; without a core it tells nothing.
      kind === "cores" && !names.some((name) => core.test(name)) ? [] : entriesOfKind[kind]
    )
  );
  const found = names.filter(
    (name) => wanted.some((entry) => typeof entry === "string" ? entry === name : entry.test(name))
  );
  return found.length === 0 ? [] : [...found, ...records.filter((name) => names.includes(name))];
}

// src/run/artifact-plan.ts
var GiB = 1024 ** 3;
var evidenceLimits = { maxBytes: 2 * GiB, maxFiles: 5e3 };
var reportLimits = { maxBytes: GiB / 4, maxFiles: 200 };
var reportEntries = ["report.json", "report.html", "junit.xml", "summary.md", "heap"];
async function planReport(request) {
  const { out } = request;
  const files = await Promise.all(reportEntries.map((name) => artifactFiles(out, join2(out, name))));
  return bounded(out, reportArtifactName(request), files.flat(), reportLimits);
}
async function planEvidence(request, limits = evidenceLimits) {
  const { out, report } = request;
  const files = await evidenceFiles(request);
  const plans = [];
  for (const { name } of report.legs) {
    const ofLeg = files.get(name) ?? [];
    if (ofLeg.length > 0)
      plans.push(bounded(out, evidenceArtifactName(name, request), ofLeg, limits));
  }
  return {
    planned: plans.map(({ planned }) => planned),
    leftOut: plans.flatMap(({ leftOut }) => leftOut)
  };
}
async function evidenceFiles(request) {
  const { out, publishing } = request;
  const { kinds } = publishing;
  const found = /* @__PURE__ */ new Map();
  if (kinds.length === 0) return found;
  const legs = new Map(wantedRuns(request).map((run) => [folderOf(out, run), run.leg]));
  for (const attempt of await attemptFolders(out)) {
    const leg = legs.get(dirname(attempt));
    if (leg === void 0) continue;
    const names = (await readdir2(attempt).catch(() => [])).sort();
    const files = found.get(leg) ?? [];
    for (const entry of evidenceEntries(names, kinds))
      files.push(...await artifactFiles(out, join2(attempt, entry)));
    found.set(leg, files);
  }
  await addFuzzInputs(request, found);
  return found;
}
async function addFuzzInputs({ out, report }, found) {
  for (const { leg, fuzz = [] } of report.packages)
    for (const { failing } of fuzz) {
      if (failing === null) continue;
      const files = await artifactFiles(out, join2(out, failing.path));
      if (files.length > 0) found.set(leg, [...found.get(leg) ?? [], ...files]);
    }
}
function folderOf(out, run) {
  return layout.package(out, run.leg, run.package);
}
function wantedRuns({ report, publishing }) {
  const grown = new Set(
    (report.comparison?.packages ?? []).filter(({ verdict }) => verdict !== "same" && verdict !== "improved").map((one) => `${one.leg} ${one.package}`)
  );
  return report.packages.filter(
    (run) => publishing.passing || run.ending !== "passed" && run.ending !== "no-tests" || grown.has(`${run.leg} ${run.package}`)
  );
}
function bounded(out, name, candidates, limits) {
  const { files, leftOut } = withinLimits(name, candidates, limits);
  const bytes = sum(files);
  const packed = sum(files.filter(isPacked));
  return {
    planned: {
      ...{ name, bytes, files: files.map(({ path }) => path) },
      root: out,
      compressionLevel: packed * 2 > bytes ? 0 : 6
    },
    leftOut
  };
}
function isPacked({ name }) {
  return /\.(?:zst|gz|pprof)$/.test(name);
}
function sum(files) {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

// src/github/conclusion.ts
function conclusionOf({
  verdict,
  packages
}) {
  if (verdict.status !== "pass") return "failure";
  const ran = packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0);
  return ran ? "success" : "neutral";
}

// src/github/publish.ts
async function publish(request) {
  const { job, publishing, out } = request;
  const warnings = [];
  const notes = [];
  const take = (outcome) => {
    if (outcome.kind === "refused") warnings.push(outcome.warning);
    if (outcome.kind === "skipped") notes.push(outcome.because);
    return outcome.kind === "done" ? outcome.value : null;
  };
  const { shard } = request.report;
  const mark = runMark(request.report);
  const origin = { out, slug: jobSlug(job), runAttempt: job.runAttempt, shard, mark };
  const { report: before } = request;
  const found = await planEvidence({ ...origin, report: before, publishing: publishing.artifacts });
  notes.push(...found.leftOut);
  const upload = uploader(request);
  const artifacts = (request.evidence ?? []).map(({ id, name, bytes }) => ({
    name,
    bytes,
    url: artifactUrl(job, id)
  }));
  for (const evidence of found.planned) {
    const link = take(await upload(evidence));
    if (link !== null) artifacts.push(link);
  }
  const known = {
    ...noLinks,
    run: runUrl(job),
    source: sourceUrl(job, request.report.source.sha),
    artifacts
  };
  const report = await request.rewrite(
    {
      ...request.report,
      artifacts: artifacts.map(({ name, bytes }) => ({ name, path: "", bytes }))
    },
    known
  );
  const pages = await planReport(origin);
  notes.push(...pages.leftOut);
  const uploaded = take(await upload(pages.planned));
  const links = { ...known, report: uploaded?.url ?? null };
  for (const one of uploaded === null ? artifacts : [...artifacts, uploaded])
    notes.push(`artifact ${one.name} (${formatBytes(one.bytes)}): ${one.url ?? "uploaded"}`);
  const commentUrl = take(await comment(request, report, links));
  const concluded = take(await conclude(request, report, links));
  const missing = concluded?.warning ?? null;
  if (missing !== null) warnings.push(missing);
  return {
    ...{ report, links, warnings, notes },
    commentUrl: commentUrl?.url ?? null,
    annotated: concluded !== null
  };
}
function uploader({
  job,
  publishing,
  openArtifacts: openArtifacts2
}) {
  const { retentionDays } = publishing.artifacts;
  let store = null;
  return async (planned) => {
    if (store === "refused") return { kind: "skipped", because: "" };
    try {
      store ??= await openArtifacts2();
    } catch (error2) {
      store = "refused";
      return { kind: "refused", warning: error2.message };
    }
    try {
      const stored = await store.upload({ ...planned, retentionDays });
      const url = artifactUrl(job, stored.id);
      return { kind: "done", value: { name: stored.name, url, bytes: stored.bytes } };
    } catch (error2) {
      return { kind: "refused", warning: error2.message };
    }
  };
}
async function comment({ github, job, publishing }, report, links) {
  const { event } = job;
  if (report.shard !== void 0) return { kind: "skipped", because: "" };
  if (publishing.comment === "off" || event?.kind !== "pull-request")
    return { kind: "skipped", because: "" };
  if (github === null) return { kind: "skipped", because: "no comment: the input token is empty" };
  return publishComment(github, {
    ...{ number: event.number, key: jobSlug(job), mode: publishing.comment },
    body: renderComment(report, { links, title: jobTitle(job), untrusted: false }),
    digest: commentDigest(report),
    problems: report.verdict.status !== "pass",
    run: { id: job.runId, attempt: job.runAttempt }
  });
}
async function conclude({ github, check, job }, report, links) {
  if (github === null || check === null) return { kind: "skipped", because: "" };
  return concludeCheck(github, {
    ...{ id: check, conclusion: conclusionOf(report), detailsUrl: runUrl(job) },
    ...renderCheck(report, links),
    annotations: annotations(report)
  });
}

// src/entry/action/outputs.ts
function setReportOutputs(report, reportPath) {
  const oomKills = report.packages.filter(({ cause }) => cause?.id.startsWith("oom-") === true);
  const compared = report.comparison?.packages ?? [];
  const totals = report.comparison?.totals ?? null;
  const known = totals !== null && report.comparison?.status !== "neutral";
  setOutput("verdict", report.verdict.status);
  setOutput("report", reportPath);
  setOutput("crashes", report.crashes.length);
  setOutput("oom-kills", oomKills.length);
  setOutput("regressions", compared.filter(({ verdict }) => verdict === "regressed").length);
  setOutput("heap-delta-bytes", known ? totals.head.allocBytes - totals.base.allocBytes : "");
}
function setPublishedOutputs({
  commentUrl,
  links
}) {
  setOutput("comment-url", commentUrl ?? "");
  setOutput("artifact-url", links.report ?? "");
}

// src/entry/action/tell.ts
var summed = "summary";
function tellLog(report, out) {
  log.write(renderResult(report, resultPaths(out), paint));
  log.resume();
  setReportOutputs(report, layout.report(out));
}
async function tellGithub(telling) {
  const { job, publishing, root } = telling;
  const published = await publish({
    ...telling,
    openArtifacts: () => openArtifacts({ env: process.env })
  });
  const { report, links } = published;
  for (const warning2 of published.warnings) warning(warning2);
  for (const note of published.notes.filter((text) => text !== "")) info(note);
  const { annotations: annotations2 } = publishing;
  const fromLog = annotations2 === "log" || annotations2 === "auto" && !published.annotated;
  if (fromLog && report.shard === void 0) annotate(report, root, job.workspace);
  setPublishedOutputs(published);
  if (getState(summed) === "") await summarise(renderSummary(report, links));
  if (telling.check === null || published.annotated) concludedCheck();
  toldAll();
}
async function tellSummary(report) {
  await summarise(renderSummary(report));
  saveState(summed, "yes");
}
async function summarise(markdown) {
  const problem = await writeJobSummary(markdown);
  if (problem !== null) warning(`the job summary could not be written: ${problem}`);
}

export {
  conclude,
  openArtifacts,
  tellLog,
  tellGithub,
  tellSummary
};
