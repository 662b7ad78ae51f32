import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGithub
} from "./chunk-U75LZPNO.js";
import "./chunk-RAVAGP5G.js";
import "./chunk-T7XW7AJN.js";
import {
  Refused,
  allPages,
  calls
} from "./chunk-D5CBUHZG.js";
import {
  array,
  int,
  nullable,
  nullish,
  object,
  optional,
  refine,
  string
} from "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/github/label-judgement.ts
var acceptingLabel = "memory-accepted";
async function judgeLabel(source, number, event) {
  const pull = await source.pull(number);
  if (!pull.labels.some(({ name }) => name === acceptingLabel)) return not(null);
  if (event !== null && event.headSha !== pull.head.sha)
    return not("the pull request has a newer head than the one of this run");
  const events = await source.events(number);
  const set = events.findLast(({ event: kind, label }) => kind === "labeled" && isOurs(label));
  const login = set?.actor?.login;
  if (set === void 0 || login === void 0) return not("GitHub does not tell who set it");
  const known = labelledBy(event, events) || wasHead(pull, events, set, await source.runs(pull.head.sha));
  if (!known)
    return not(
      "nothing shows that it was set after the present head was pushed; look at the changes, remove it and set it again"
    );
  if (!await source.mayWrite(login))
    return not(`${login}, who set it, may not write to the repository`);
  return { kind: "accepted", actor: login, at: set.created_at };
}
function not(because) {
  return {
    kind: "not-accepted",
    because: because && `the label ${acceptingLabel} does not count: ${because}`
  };
}
function isOurs(label) {
  return label?.name === acceptingLabel;
}
var moves = /* @__PURE__ */ new Set([
  ...["head_ref_force_pushed", "head_ref_deleted", "head_ref_restored", "reopened"]
]);
function movesOf(events) {
  const merged = events.findIndex(({ event }) => event === "merged");
  return events.slice(0, merged < 0 ? events.length : merged).filter(({ event }) => moves.has(event));
}
function labelledBy(event, events) {
  if (event?.action !== "labeled" || event.label !== acceptingLabel) return false;
  const first = events.findIndex(({ event: kind, label }) => kind === "labeled" && isOurs(label));
  return movesOf(events.slice(first)).length === 0;
}
function wasHead(pull, events, set, runs) {
  const lastMove = Math.max(
    Date.parse(pull.created_at),
    ...movesOf(events).map(({ created_at: at }) => Date.parse(at))
  );
  return runs.some((run) => {
    const at = Date.parse(run.created_at);
    return (run.event === "pull_request" || run.event === "pull_request_target") && run.head_sha === pull.head.sha && run.head_branch === pull.head.ref && run.head_repository?.full_name === pull.head.repo?.full_name && pull.head.repo !== null && at >= lastMove && at < Date.parse(set.created_at);
  });
}

// src/github/label-source.ts
var time = string().check(refine((text) => !Number.isNaN(Date.parse(text))));
var named = object({ full_name: string() });
var pullSchema = object({
  number: int(),
  created_at: time,
  labels: array(object({ name: string() })),
  head: object({ sha: string(), ref: string(), repo: nullable(named) })
});
var eventSchema = object({
  event: string(),
  created_at: time,
  // Who has left GitHub is null.
  actor: nullish(object({ login: string() })),
  label: optional(object({ name: string() }))
});
var runSchema = object({
  event: string(),
  head_sha: string(),
  head_branch: nullable(string()),
  head_repository: nullish(named),
  created_at: time
});
var mergeSchema = object({
  number: int(),
  merged_at: nullable(string()),
  merge_commit_sha: nullable(string())
});
var permissionSchema = object({ permission: string() });
function openLabelSource({ owner, repo, rest, ask }) {
  const here = { owner, repo };
  return {
    pull: (number) => ask(
      { call: calls.pull, schema: pullSchema },
      (request) => rest.pulls.get({ ...here, pull_number: number, request })
    ),
    events: (number) => allPages(
      "events",
      (page) => ask(
        { call: calls.events, schema: array(eventSchema) },
        (request) => rest.issues.listEvents({ ...here, ...page, issue_number: number, request })
      )
    ),
    runs: (headSha) => allPages("workflow runs", async (page) => {
      const schema = object({ workflow_runs: array(runSchema) });
      const found = await ask(
        { call: calls.runs, schema },
        (request) => rest.actions.listWorkflowRunsForRepo({ ...here, ...page, head_sha: headSha, request })
      );
      return found.workflow_runs;
    }),
    mayWrite: async (username) => {
      const found = await ask(
        {
          call: { ...calls.collaborator, what: `the permission of ${username}` },
          ...{ schema: permissionSchema, notFound: { permission: "none" } }
        },
        (request) => rest.repos.getCollaboratorPermissionLevel({ ...here, username, request })
      );
      return found.permission === "admin" || found.permission === "write";
    },
    mergedBy: async (commit) => {
      const pulls = await ask(
        { call: calls.pullsOfCommit, schema: array(mergeSchema) },
        (request) => rest.repos.listPullRequestsAssociatedWithCommit({ ...here, commit_sha: commit, request })
      );
      const merged = pulls.find(
        (pull) => pull.merged_at !== null && pull.merge_commit_sha === commit
      );
      return merged?.number ?? null;
    }
  };
}

// src/github/accepted-label.ts
var none = { kind: "not-accepted", because: null };
async function acceptedLabel(request) {
  const { event } = request;
  const source = openLabelSource(openGithub(request));
  try {
    switch (event?.kind) {
      case "pull-request":
        return await judgeLabel(source, event.number, event);
      case "merge-group":
        return event.number === null ? none : await judgeLabel(source, event.number, null);
      case "push": {
        const merged = await source.mergedBy(event.after);
        return merged === null ? none : await judgeLabel(source, merged, null);
      }
      case "tag":
      case "other":
      case void 0:
        return none;
    }
  } catch (error) {
    if (error instanceof Refused)
      return {
        kind: "not-accepted",
        because: `a label cannot accept the growth: ${error.message}`
      };
    throw error;
  }
}
export {
  acceptedLabel
};
