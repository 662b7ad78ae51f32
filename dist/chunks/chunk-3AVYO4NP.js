import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getInput,
  getMultilineInput
} from "./chunk-PD4K3Z3W.js";
import {
  loadSettings
} from "./chunk-3WO2YYS3.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  _maxLength,
  _positive,
  _regex,
  int,
  nullish,
  object,
  optional,
  refine,
  string
} from "./chunk-TYNGSIJO.js";

// src/entry/action/inputs.ts
var modes = ["run", "plan", "report", "comment"];
function readMode() {
  const given = getInput("mode") || "run";
  const mode = modes.find((one) => one === given);
  if (mode !== void 0) return mode;
  throw new InputError([
    {
      where: "input mode",
      what: `${JSON.stringify(given.slice(0, 80))} is not allowed`,
      fix: `allowed: ${modes.join(", ")}`
    }
  ]);
}
function readSettings(mode) {
  const shard = mode === "run" ? getInput("shard") : "";
  return loadSettings({
    ...shard === "" ? {} : { shard: { text: shard, where: "input shard" } },
    cwd: process.cwd(),
    directory: getInput("working-directory"),
    directoryName: "input working-directory",
    config: getInput("config"),
    configName: "input config",
    layer: {
      values: inputs(),
      where: (key) => `input ${key}`
    }
  });
}
function inputs() {
  const lists = ["packages", "legs", "go-test-flags", "fail-on", "artifacts"];
  const given = [
    ...lists.map((name) => [name, getMultilineInput(name)]),
    ["timeout", getInput("timeout")],
    ["memory-limit", getInput("memory-limit")],
    ["core-dumps", getInput("core-dumps")],
    ["baseline", getInput("baseline")],
    ["heap-threshold", getInput("heap-threshold")],
    ["comment", getInput("comment")],
    ["annotations", getInput("annotations")]
  ];
  const days = getInput("retention-days");
  return {
    ...Object.fromEntries(given.filter(([, value]) => value.length > 0)),
    ...days === "" ? {} : { "retention-days": /^\d{1,9}$/.test(days) ? Number(days) : days }
  };
}

// src/entry/action/context.ts
import { readFileSync } from "node:fs";
function readContext() {
  const text = (name, fallback = "") => process.env[`GITHUB_${name}`] ?? fallback;
  return {
    eventName: text("EVENT_NAME"),
    payload: readJson(text("EVENT_PATH")),
    sha: text("SHA"),
    ref: text("REF"),
    apiUrl: text("API_URL", "https://api.github.com"),
    serverUrl: text("SERVER_URL", "https://github.com"),
    repository: text("REPOSITORY"),
    workflow: text("WORKFLOW"),
    job: text("JOB"),
    runId: text("RUN_ID"),
    runAttempt: text("RUN_ATTEMPT", "1"),
    workspace: text("WORKSPACE", process.cwd())
  };
}
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

// src/baseline/events.ts
var sha = string().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
var refName = string().check(
  _maxLength(1024),
  _regex(/^[^-/\s\p{Cc}~^:?*[\\][^\s\p{Cc}~^:?*[\\]*$/u),
  refine((name) => !name.includes(".."))
);
var number = int().check(_positive());
var repository = object({ default_branch: optional(refName) });
var pullRequest = object({
  action: string().check(_maxLength(100)),
  label: optional(object({ name: string().check(_maxLength(1024)) })),
  pull_request: object({
    number,
    base: object({ ref: refName, sha, repo: object({ full_name: string() }) }),
    // The repository of a fork may be gone.
    head: object({ sha, repo: nullish(object({ full_name: string() })) })
  })
});
var mergeGroup = object({
  merge_group: object({ base_sha: sha, head_sha: sha, head_ref: optional(string()) })
});
var push = object({
  ref: refName,
  before: sha,
  after: sha,
  repository: optional(repository)
});
var parsers = /* @__PURE__ */ new Map([
  ["pull_request", parsePullRequest],
  ["pull_request_target", parsePullRequest],
  ["merge_group", parseMergeGroup],
  ["push", parsePush]
]);
function parseEvent(name, payload) {
  if (name === null || name === "") return null;
  return parsers.get(name)?.(payload) ?? { kind: "other", name: name.slice(0, 100) };
}
function parsePullRequest(payload) {
  const parsed = pullRequest.safeParse(payload);
  if (!parsed.success) return null;
  const { action, label, pull_request: pull } = parsed.data;
  return {
    kind: "pull-request",
    number: pull.number,
    action,
    label: label?.name ?? null,
    baseRef: pull.base.ref,
    baseSha: pull.base.sha,
    headSha: pull.head.sha,
    fork: pull.head.repo?.full_name !== pull.base.repo.full_name
  };
}
var queueBranch = /\/pr-(?<number>\d{1,9})-[0-9a-f]{40,64}$/;
function parseMergeGroup(payload) {
  const parsed = mergeGroup.safeParse(payload);
  if (!parsed.success) return null;
  const { base_sha: baseSha, head_sha: headSha, head_ref: headRef } = parsed.data.merge_group;
  const named = queueBranch.exec((headRef ?? "").slice(-2048))?.groups?.["number"];
  return {
    kind: "merge-group",
    baseSha,
    headSha,
    number: named === void 0 ? null : Number(named)
  };
}
function parsePush(payload) {
  const parsed = push.safeParse(payload);
  if (!parsed.success) return null;
  const { ref, before, after } = parsed.data;
  const named = /^refs\/(?<kind>heads|tags)\/(?<name>.+)$/.exec(ref)?.groups;
  if (named?.["name"] === void 0) return null;
  if (named["kind"] === "tags") return { kind: "tag", tag: named["name"] };
  return {
    kind: "push",
    branch: named["name"],
    before: /^0+$/.test(before) ? null : before,
    after,
    defaultBranch: parsed.data.repository?.default_branch ?? null
  };
}

// src/entry/action/job.ts
function readJob() {
  const { eventName, payload, sha: sha2, ref, ...place } = readContext();
  const event = parseEvent(eventName, payload);
  const parts = [oneLine(getInput("key")), getInput("working-directory")];
  return {
    ...place,
    key: parts.filter((part) => part !== "").join("\n"),
    event,
    headSha: event?.kind === "pull-request" || event?.kind === "merge-group" ? event.headSha : sha2
  };
}
function oneLine(key) {
  if (key === "null") return "";
  try {
    return JSON.stringify(JSON.parse(key));
  } catch {
    return key;
  }
}
async function githubOf({ apiUrl, repository: repository2, event }) {
  const token = getInput("token");
  if (token === "") return { token, github: null };
  const fork = readContext().eventName === "pull_request" && event?.kind === "pull-request" && event.fork;
  const { openGithub } = await import("./client-5V2UITVM.js");
  return { token, github: openGithub({ token, apiUrl, repository: repository2, fork }) };
}

export {
  readMode,
  readSettings,
  readContext,
  readJob,
  githubOf
};
