import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readPackedReport
} from "./chunk-7NIKCNYH.js";
import {
  commentDigest,
  downloadWithin,
  parseReportArtifactName,
  publishComment,
  renderComment,
  reportPrefix
} from "./chunk-JAIR7JFA.js";
import "./chunk-YNEJIRGH.js";
import {
  artifactUrl,
  runUrl,
  sourceUrl
} from "./chunk-SZ4F2JOM.js";
import {
  githubOf,
  readJob,
  readSettings
} from "./chunk-4N3Q2YOL.js";
import "./chunk-OE225PM3.js";
import "./chunk-RLCSD7WV.js";
import "./chunk-2QFXAD3K.js";
import "./chunk-J6PGBIXP.js";
import {
  linked,
  noLinks,
  sentence
} from "./chunk-QX6JX7LE.js";
import "./chunk-HHACHWO6.js";
import "./chunk-BBP5ABVJ.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-JCPUT5B2.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
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
} from "./chunk-NI4KKZEY.js";
import {
  Refused,
  allPages,
  calls
} from "./chunk-6KLJIDMJ.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";
import {
  info,
  setOutput,
  warning
} from "./chunk-PD4K3Z3W.js";
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
    user: nullish(object({ login: string() })),
    repo: repository
  }),
  base: object({ repo: repository })
});
async function findPullRequest({ owner, repo, rest, ask }, { headSha, headOwner, headBranch }) {
  const head = `${headOwner}:${headBranch}`;
  try {
    const ofBranch = await allPages("pull requests of the branch", async (page) => {
      const here = { owner, repo, head, state: "all", ...page };
      return await ask(
        { call: calls.pulls, schema: array(pullSchema) },
        (request) => rest.pulls.list({ ...here, request })
      );
    });
    const pulls = ofBranch.filter(({ head: { ref, user } }) => ref === headBranch && isSame(user?.login, headOwner)).sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    const exact = pulls.find((pull) => pull.head.sha === headSha);
    if (exact !== void 0) return found(exact);
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
function isSame(login, owner) {
  return login?.toLowerCase() === owner.toLowerCase();
}
function found({ number, state, locked, title, head, base }) {
  const fork = head.repo?.full_name !== base.repo?.full_name;
  return { kind: "found", number, state, locked: locked ?? false, title, fork };
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
function commentOfReport(place, { slug, artifact, report, because }, oneOfSeveral) {
  const { run, serverUrl } = place;
  const here = placeOf(place);
  if (report === null) {
    const body = renderUnreadReport(because, runUrl(here));
    return { key: slug, body, digest: `not read: ${because}`, problems: true };
  }
  const head = { serverUrl, repository: run.headRepository ?? "" };
  const links = {
    ...noLinks,
    run: runUrl(here),
    report: artifactUrl(here, artifact.id),
    source: sourceUrl(head, run.headSha)
  };
  return {
    key: slug,
    body: renderComment(report, { links, title: oneOfSeveral ? slug : null, untrusted: true }),
    digest: commentDigest(report),
    problems: report.verdict.status !== "pass"
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
var maxArtifactBytes = 64 << 20;
async function readRunReports(reader, runAttempt) {
  const { newest, notes } = chooseReports(await reader.list(), runAttempt);
  const chosen = newest.slice(0, maxReports);
  if (newest.length > chosen.length)
    notes.push(`${newest.length - chosen.length} more reports of the run are not shown`);
  const reports = [];
  for (const { slug, artifact } of chosen)
    reports.push({ slug, artifact, ...await readOne(reader, artifact) });
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
  if (shards > 0 && newest.size === 0) {
    notes.push(
      `the run left the reports of ${shards} shards and none of them all: add a job with "mode: report" to its workflow, see docs/matrix.md`
    );
  }
  return { newest: [...newest.values()].sort((a, b) => a.artifact.id - b.artifact.id), notes };
}
async function readOne(reader, { id, bytes }) {
  if (bytes > maxArtifactBytes) {
    const because = `the artifact has ${formatBytes(bytes)}, more than the ${formatBytes(maxArtifactBytes)} that are read`;
    return { report: null, because, lost: false };
  }
  try {
    const packed = await readPackedReport(await reader.download(id, maxArtifactBytes));
    if (packed.kind === "refused") return { report: null, because: packed.because, lost: false };
    return packed.report.shard === void 0 ? { report: packed.report, because: "", lost: false } : { report: null, because: "it is the report of one shard only", lost: false };
  } catch (error) {
    if (error instanceof Refused) return { report: null, because: error.warning, lost: true };
    throw error;
  }
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
  const number = await pullRequestOfRun(github, run, told);
  if (number === null) return;
  const reader = openRunArtifacts(github, run.id, reportPrefix);
  const { reports, notes } = await readRunReports(reader, run.attempt);
  told.notes.push(...notes);
  const publish = commenter(request, run, number, told);
  const place = { github, run, serverUrl: request.serverUrl };
  if (reports.length === 0)
    told.notes.push("the run left no report: none of its jobs uploaded one (or it has expired)");
  await publish(commentWithoutReport(place, reports.length > 0));
  for (const one of reports) {
    if (one.lost) told.warnings.push(one.because);
    else await publish(commentOfReport(place, one, reports.length > 1));
  }
}
async function pullRequestOfRun(github, { headSha, headRepository, headBranch }, told) {
  const [headOwner = ""] = (headRepository ?? "").split("/");
  const pull = await findPullRequest(github, { headSha, headOwner, headBranch });
  switch (pull.kind) {
    case "found":
      if (pull.state === "open") return pull.number;
      told.notes.push(`no comment: pull request ${pull.number} is closed`);
      return null;
    case "stale":
      told.notes.push(
        `no comment: pull request ${pull.number} has a newer head (${pull.headSha.slice(0, 12)}) than the run tested (${headSha.slice(0, 12)})`
      );
      return null;
    case "none":
      told.notes.push(`no comment: no pull request has ${headSha.slice(0, 12)} as its head`);
      return null;
    case "refused":
      told.warnings.push(pull.warning);
      return null;
  }
}
function commenter({ github, publishing }, run, number, told) {
  return async (comment) => {
    if (comment === null) return;
    const outcome = await publishComment(github, {
      ...{ mode: publishing.comment, ...comment, number },
      // Whoever writes the artifact chooses its name: no comment of another workflow can be meant by it.
      key: `workflow-run/${run.workflowId}/${comment.key}`,
      run: { id: String(run.id), attempt: String(run.attempt) }
    });
    if (outcome.kind === "done") told.comments.push(outcome.value);
    if (outcome.kind === "skipped" && comment.mode === void 0) told.notes.push(outcome.because);
    if (outcome.kind === "refused") told.warnings.push(outcome.warning);
  };
}

// src/entry/action/comment.ts
var noToken = "no comment: the input token is empty; leave it out, so that the token of the job is used";
async function commentMode() {
  const { publishing } = await readSettings("comment");
  const job = readJob();
  const { github } = await githubOf(job);
  if (github === null) {
    warning(noToken);
    return;
  }
  const { serverUrl } = job;
  const told = await commentOnRun({ github, event: readEvent(), publishing, serverUrl });
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
