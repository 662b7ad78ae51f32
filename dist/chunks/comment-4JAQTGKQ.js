import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  downloadWithin,
  parseReportArtifactName,
  publishComment,
  reportPrefix
} from "./chunk-3DPDYNU2.js";
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import {
  githubOf,
  readJob,
  readSettings
} from "./chunk-3AVYO4NP.js";
import {
  artifactUrl,
  runUrl,
  sourceUrl
} from "./chunk-52XO55BO.js";
import {
  Refused,
  allPages,
  calls
} from "./chunk-D5CBUHZG.js";
import {
  info,
  setOutput,
  warning
} from "./chunk-PD4K3Z3W.js";
import "./chunk-3WO2YYS3.js";
import "./chunk-4Z6IVO33.js";
import {
  linked,
  sentence
} from "./chunk-4GRSUTQH.js";
import "./chunk-LSEFGULL.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-MYAVKQUZ.js";
import {
  _enum,
  _maxLength,
  _nonnegative,
  _positive,
  _regex,
  array,
  boolean,
  int,
  nullish,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/entry/action/comment.ts
import { readFileSync } from "node:fs";

// src/github/finished-run.ts
var positive = int().check(_positive());
var payloadSchema = object({
  action: string(),
  workflow_run: object({
    id: positive,
    run_attempt: optional(positive),
    workflow_id: positive,
    event: string(),
    conclusion: nullish(string()),
    head_sha: string().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
    head_branch: nullish(string().check(_maxLength(1024))),
    head_repository: nullish(
      object({
        full_name: string().check(_regex(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/))
      })
    )
  })
});
function readFinishedRun(payload) {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return { kind: "other" };
  const { action, workflow_run: run } = parsed.data;
  if (action !== "completed") return { kind: "unfinished" };
  return {
    kind: "run",
    run: {
      id: run.id,
      attempt: run.run_attempt ?? 1,
      workflowId: run.workflow_id,
      event: run.event,
      conclusion: run.conclusion ?? "",
      headSha: run.head_sha,
      headBranch: run.head_branch ?? "",
      headRepository: run.head_repository?.full_name ?? null
    }
  };
}

// src/github/pull-request.ts
var repository = nullish(object({ full_name: string() }));
var pullSchema = object({
  number: int(),
  state: _enum(["open", "closed"]),
  locked: optional(boolean()),
  title: string(),
  head: object({
    sha: string(),
    ref: string(),
    repo: repository
  }),
  base: object({ repo: repository })
});
async function findPullRequests({ owner, repo, rest, ask }, { headSha, headRepository, headBranch }) {
  const [headOwner = ""] = headRepository.split("/");
  const head = `${headOwner}:${headBranch}`;
  try {
    const ofBranch = await allPages("pull requests of the branch", async (page) => {
      const here = { owner, repo, head, state: "all", ...page };
      return await ask(
        { call: calls.pulls, schema: array(pullSchema) },
        (request) => rest.pulls.list({ ...here, request })
      );
    });
    const pulls = ofBranch.filter(({ head: { ref, repo: repo2 } }) => ref === headBranch && isSame(repo2, headRepository)).sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    const exact = pulls.filter((pull) => pull.head.sha === headSha);
    const open = exact.filter(({ state }) => state === "open");
    if (exact.length > 0)
      return { kind: "found", pulls: (open.length > 0 ? open : exact.slice(0, 1)).map(found) };
    const newer = pulls.find(({ state }) => state === "open");
    return newer === void 0 ? { kind: "none" } : { kind: "stale", number: newer.number, headSha: newer.head.sha };
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", warning: error.warning };
    throw error;
  }
}
function rank({ state }) {
  return state === "open" ? 0 : 1;
}
function isSame(repo, name) {
  return repo?.full_name.toLowerCase() === name.toLowerCase();
}
function found({ number, state, locked, title, head, base }) {
  const fork = head.repo?.full_name !== base.repo?.full_name;
  return { number, state, locked: locked ?? false, title, fork };
}

// src/github/run-artifacts.ts
var listSchema = object({
  artifacts: array(
    object({
      id: int().check(_positive()),
      name: string(),
      size_in_bytes: int().check(_nonnegative()),
      expired: optional(boolean())
    })
  )
});
function openRunArtifacts({ owner, repo, rest, ask, retryDelayMs }, runId, prefix) {
  const here = { owner, repo };
  return {
    list: () => allPages(
      "artifacts of the workflow run",
      async (page) => {
        const { artifacts } = await ask(
          { call: calls.artifacts, schema: listSchema },
          (request) => rest.actions.listWorkflowRunArtifacts({ ...here, ...page, run_id: runId, request })
        );
        return artifacts.map(({ id, name, size_in_bytes: bytes, expired = false }) => ({
          ...{ id, name, bytes, expired }
        }));
      },
      ({ name, expired }) => name.startsWith(prefix) && !expired
    ),
    download: async (id, maxBytes) => {
      const url = await ask({ call: calls.artifact, schema: string() }, async (request) => {
        const answer = await rest.actions.downloadArtifact({
          ...{ ...here, artifact_id: id, archive_format: "zip" },
          // 302: where the file lies. Followed without us, the token could go along.
          request: { ...request, redirect: "manual" }
        });
        return { data: answer.headers.location };
      });
      return downloadWithin(url, maxBytes, retryDelayMs);
    }
  };
}

// src/render/missing-report.ts
var conclusions = /* @__PURE__ */ new Map([
  ["failure", "failed"],
  ["timed_out", "ran out of time"]
]);
function renderMissingReport(conclusion, run) {
  const ended = conclusions.get(conclusion);
  if (ended === void 0) return null;
  return [
    "### ❔ No report of this run",
    `The run ${ended}, and go-crash-guard left no report: its job did not come that far, was lost with its runner, or could not upload it.`,
    `What to do: look into ${linked("the log of the run", run)}, and run the failed jobs again.
`
  ].join("\n\n");
}
function renderUnreadReport(because, run) {
  return [
    "### ❔ The report of this run is not shown",
    `It was left as an artifact that is not taken for a report: ${sentence(because, 500)}.`,
    `What to do: look into ${linked("the log of the run", run)}; the verdict is there too.
`
  ].join("\n\n");
}
function renderFoundReport(run) {
  return `### The report is here again

${linked("The latest run", run)} left it: see the other comment.
`;
}

// src/github/run-comment.ts
var maxArtifactBytes = 64 << 20;
async function commentOfReport(place, report, oneOfSeveral) {
  const { slug: key, attempt, artifact } = report;
  const here = { ...placeOf(place), runAttempt: String(attempt) };
  const title = oneOfSeveral ? key : null;
  const { run, reader, foreign } = place;
  const isOlder = attempt < run.attempt;
  try {
    if (artifact.bytes > maxArtifactBytes)
      throw new Error(
        `the artifact has ${formatBytes(artifact.bytes)}, more than the ${formatBytes(maxArtifactBytes)} that are read`
      );
    const made = await foreign({
      zip: await reader.download(artifact.id, maxArtifactBytes),
      page: {
        ...{ links: linksOf(place, here, artifact.id), title, untrusted: true },
        ...isOlder && { attempts: { ofReport: attempt, newest: run.attempt } }
      }
    });
    if (made.kind === "refused") throw new Error(made.because);
    const { body, problems } = made;
    const digest = isOlder ? `${made.digest} of attempt ${String(attempt)}` : made.digest;
    return { key, body, digest, problems };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const because = error.message;
    const body = renderUnreadReport(because, runUrl(here));
    return { key, body, digest: `not read: ${because}`, problems: true };
  }
}
function linksOf({ run, serverUrl }, here, id) {
  const head = { serverUrl, repository: run.headRepository ?? "" };
  return {
    ...noLinks,
    run: runUrl(here),
    report: artifactUrl(here, id),
    source: sourceUrl(head, run.headSha)
  };
}
var withoutReport = "no-report";
function commentWithoutReport(place, found2) {
  const run = runUrl(placeOf(place));
  if (found2) {
    const body2 = renderFoundReport(run);
    return { key: withoutReport, body: body2, digest: "found", problems: false, mode: "problems" };
  }
  const { conclusion } = place.run;
  const body = renderMissingReport(conclusion, run);
  return body === null ? null : { key: withoutReport, body, digest: conclusion, problems: true };
}
function placeOf({ github, run, serverUrl }) {
  return {
    serverUrl,
    repository: `${github.owner}/${github.repo}`,
    runId: String(run.id),
    runAttempt: String(run.attempt)
  };
}

// src/github/run-reports.ts
var maxReports = 10;
async function findRunReports(reader, runAttempt) {
  const { newest, notes } = chooseReports(await reader.list(), runAttempt);
  const reports = newest.slice(0, maxReports);
  if (newest.length > reports.length)
    notes.push(`${newest.length - reports.length} more reports of the run are not shown`);
  return { reports, notes };
}
function chooseReports(artifacts, runAttempt) {
  const newest = /* @__PURE__ */ new Map();
  let shards = 0;
  let strangers = 0;
  for (const artifact of artifacts) {
    if (!artifact.name.startsWith(reportPrefix)) continue;
    const name = parseReportArtifactName(artifact.name);
    if (name === null || name.attempt > runAttempt) strangers++;
    else if (name.shard !== null) shards++;
    else {
      const before = newest.get(name.slug);
      if (before === void 0 || before.attempt < name.attempt)
        newest.set(name.slug, { slug: name.slug, attempt: name.attempt, artifact });
    }
  }
  const notes = strangers > 0 ? [`${strangers} artifacts have names that go-crash-guard does not give`] : [];
  if (shards > 0) notes.push(shardsNote(shards, newest.size > 0));
  return { newest: [...newest.values()].sort((a, b) => a.artifact.id - b.artifact.id), notes };
}
function shardsNote(shards, others) {
  const add = 'add a job with "mode: report" to its workflow, see docs/matrix.md';
  return others ? `the run left the reports of ${shards} shards, which are only shown where a job has merged them; where none has, ${add}` : `the run left the reports of ${shards} shards and none of them all: ${add}`;
}

// src/github/comment-mode.ts
async function commentOnRun(request) {
  const told = { commentUrl: null, comments: [], notes: [], warnings: [] };
  const { publishing, github, event } = request;
  if (publishing.comment === "off") told.notes.push("comments are off");
  else {
    try {
      const read = readFinishedRun(event);
      const because = whyNot(read);
      if (because !== null) told.notes.push(because);
      else if (read.kind === "run") await commentOn(request, read.run, github, told);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.warnings.push(error.warning);
    }
  }
  return { ...told, commentUrl: told.comments[0]?.url ?? null };
}
function whyNot(read) {
  if (read.kind === "other")
    return 'no comment: mode "comment" belongs in a workflow that is started by "workflow_run", see docs/forks.md';
  if (read.kind === "unfinished")
    return 'no comment: the run is not over; let the workflow be started by "types: [completed]" alone';
  if (read.run.event !== "pull_request")
    return `no comment: the run was started by ${JSON.stringify(read.run.event.slice(0, 100))}, not by pull_request`;
  if (read.run.headRepository === null || read.run.headBranch === "")
    return "no comment: the branch that the run tested is gone";
  return null;
}
async function commentOn(request, run, github, told) {
  const numbers = await pullRequestsOfRun(github, run, told);
  if (numbers.length === 0) return;
  const reader = openRunArtifacts(github, run.id, reportPrefix);
  const { reports, notes } = await findRunReports(reader, run.attempt);
  told.notes.push(...notes);
  const publish = commenter(request, run, numbers, told);
  const { serverUrl, foreign } = request;
  const place = { github, run, serverUrl, reader, foreign };
  if (reports.length === 0)
    told.notes.push("the run left no report: none of its jobs uploaded one (or it has expired)");
  await publish(commentWithoutReport(place, reports.length > 0));
  for (const report of reports) {
    try {
      await publish(await commentOfReport(place, report, reports.length > 1));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.warnings.push(error.warning);
    }
  }
}
async function pullRequestsOfRun(github, { headSha, headRepository, headBranch }, told) {
  const head = { headSha, headRepository: headRepository ?? "", headBranch };
  const found2 = await findPullRequests(github, head);
  switch (found2.kind) {
    case "found":
      for (const { number, state } of found2.pulls)
        if (state === "closed") told.notes.push(`no comment: pull request ${number} is closed`);
      return found2.pulls.filter(({ state }) => state === "open").map(({ number }) => number);
    case "stale":
      told.notes.push(
        `no comment: pull request ${found2.number} has a newer head (${found2.headSha.slice(0, 12)}) than the run tested (${headSha.slice(0, 12)})`
      );
      return [];
    case "none":
      told.notes.push(`no comment: no pull request has ${headSha.slice(0, 12)} as its head`);
      return [];
    case "refused":
      told.warnings.push(found2.warning);
      return [];
  }
}
function commenter({ github, publishing }, run, numbers, told) {
  return async (comment) => {
    if (comment === null) return;
    for (const number of numbers) {
      const outcome = await publishComment(github, {
        ...{ mode: publishing.comment, ...comment, number },
        // Whoever writes the artifact chooses its name: no comment of another workflow can be meant by it.
        key: `workflow-run/${run.workflowId}/${comment.key}`,
        run: { id: String(run.id), attempt: String(run.attempt) }
      });
      if (outcome.kind === "done") told.comments.push(outcome.value);
      if (outcome.kind === "skipped" && comment.mode === void 0)
        told.notes.push(outcome.because);
      if (outcome.kind === "refused") told.warnings.push(outcome.warning);
    }
  };
}

// src/github/foreign-report.ts
import { Worker } from "node:worker_threads";
var foreignLimits = { maxHeapMiB: 1024, maxMs: 3e4 };
function foreignReader(thread, limits = foreignLimits) {
  return (task) => new Promise((resolve) => {
    const refuse = (because) => {
      resolve({ kind: "refused", because });
    };
    const worker = new Worker(thread, {
      ...{ workerData: task, env: {}, execArgv: [] },
      resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMiB }
    });
    const deadline = setTimeout(() => {
      refuse(`it takes too much to read: more than ${String(limits.maxMs / 1e3)} s`);
      void worker.terminate();
    }, limits.maxMs);
    worker.on("message", (comment) => {
      resolve(comment);
    });
    worker.on("error", (error) => {
      refuse(becauseOf(error, limits));
    });
    worker.on("exit", () => {
      clearTimeout(deadline);
      refuse("it takes too much to read: its thread ended early");
    });
  });
}
function becauseOf(error, { maxHeapMiB }) {
  if (error?.code === "ERR_WORKER_OUT_OF_MEMORY")
    return `it takes too much to read: more than ${formatBytes(maxHeapMiB << 20)} of memory`;
  return `it cannot be read: ${error instanceof Error ? error.message : "its thread failed"}`;
}

// src/entry/action/comment.ts
var noToken = "no comment: the input token is empty; leave it out, so that the token of the job is used";
async function commentMode({ foreignReportUrl }) {
  const { publishing } = await readSettings("comment");
  const job = readJob();
  const { github } = await githubOf(job);
  if (github === null) {
    warning(noToken);
    return;
  }
  const { serverUrl } = job;
  const told = await commentOnRun({
    ...{ github, event: readEvent(), publishing, serverUrl },
    foreign: foreignReader(foreignReportUrl)
  });
  for (const warning2 of told.warnings) warning(warning2);
  for (const note of told.notes) info(note);
  for (const { url, what } of told.comments) info(`${what}: ${url}`);
  setOutput("comment-url", told.commentUrl ?? "");
}
function readEvent() {
  try {
    return JSON.parse(readFileSync(process.env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    return null;
  }
}
export {
  commentMode
};
