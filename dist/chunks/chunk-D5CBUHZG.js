import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  oneLine
} from "./chunk-RYNKS63I.js";

// src/github/permission.ts
var readPull = "pull-requests: read";
var writePull = "pull-requests: write";
var writeChecks = "checks: write";
var readActions = "actions: read";
var calls = {
  pull: { verb: "tell", what: "the pull request", permission: readPull },
  pulls: { verb: "tell", what: "the pull requests of the branch", permission: readPull },
  events: { verb: "tell", what: "its events", permission: readPull },
  pullsOfCommit: { verb: "tell", what: "the pull request of the commit", permission: readPull },
  collaborator: { verb: "tell", what: "a user's permission", permission: "metadata: read" },
  repository: { verb: "tell", what: "the repository", permission: "metadata: read" },
  viewer: { verb: "tell", what: "whose the token is", permission: "metadata: read" },
  comments: { verb: "tell", what: "the pull request's comments", permission: writePull },
  createComment: { verb: "create", what: "the comment", permission: writePull },
  updateComment: { verb: "change", what: "the comment", permission: writePull },
  deleteComment: { verb: "delete", what: "a second comment", permission: writePull },
  checks: { verb: "tell", what: "the check runs of the commit", permission: writeChecks },
  createCheck: { verb: "create", what: "the check run", permission: writeChecks },
  updateCheck: { verb: "change", what: "the check run", permission: writeChecks },
  runs: { verb: "tell", what: "the workflow runs", permission: readActions },
  jobs: { verb: "tell", what: "the jobs of the workflow run", permission: readActions },
  artifacts: { verb: "tell", what: "the artifacts of the workflow run", permission: readActions },
  artifact: { verb: "hand over", what: "the artifact", permission: readActions }
};
var advice = [
  {
    when: ({ status }) => status === 401,
    fix: () => 'the token is not valid; give the step "token: ${{ github.token }}", or renew the secret that it comes from'
  },
  {
    when: ({ status, message }) => isForbidden(status) && /via a GitHub App/.test(message),
    fix: () => 'a personal token cannot write check runs; give the step "token: ${{ github.token }}", or "annotations: log"'
  },
  {
    when: ({ status, message }) => isForbidden(status) && /personal access token|SAML/.test(message),
    fix: ({ permission }) => `grant "${permission}" to the personal token on GitHub, or give the step "token: \${{ github.token }}"`
  },
  {
    when: ({ status }, { permission }, fork) => fork && isForbidden(status) && permission.endsWith("write"),
    fix: () => 'the token of a pull request from a fork may only read, whatever the workflow permits; let a second workflow publish with "mode: comment", see docs/forks.md'
  },
  {
    when: ({ status }) => isForbidden(status),
    fix: ({ permission }) => `give the job "permissions: ${permission}"`,
    lacks: true
  },
  { when: ({ status }) => status === 410, fix: () => "it was deleted" },
  {
    when: ({ status }) => status === 413 || status === 422,
    fix: () => "GitHub refuses the content; please report this as a bug of go-crash-guard"
  },
  { when: () => true, fix: () => "run the job again" }
];
function isForbidden(status) {
  return status === 403 || status === 404;
}
function refusalText(call, error, fork) {
  const row = advice.find(({ when }) => when(error, call, fork));
  return evidence(call, error, row?.fix(call) ?? "");
}
function missingLines(call, error, fork) {
  const row = advice.find(({ when }) => when(error, call, fork));
  return row?.lacks ? `permissions:
  contents: read
  ${call.permission}` : null;
}
function limitText(call, error, waitMs) {
  const minutes = Math.ceil((waitMs ?? 0) / 6e4);
  const wait = minutes > 1 ? `in ${String(minutes)} minutes or later` : "later";
  return evidence(
    call,
    error,
    `the token has asked too much of GitHub; run the job again ${wait}, or let fewer jobs publish`
  );
}
function evidence({ verb, what }, { status, message }, fix) {
  const said = oneLine(message, 300);
  return `GitHub does not ${verb} ${what} (${String(status ?? "no answer")}: ${said}); ${fix}`;
}

// src/github/retry.ts
var limitMessage = /rate limit|abuse detection/i;
function failureOf({ status, message, headers }, now) {
  if (status === null || status >= 500 || status === 408) return { kind: "passing" };
  if (status !== 403 && status !== 429) return { kind: "final" };
  const after = seconds(headers["retry-after"]);
  if (after !== null) return { kind: "limited", waitMs: after * 1e3 };
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && reset !== null)
    return { kind: "limited", waitMs: Math.max(0, reset * 1e3 - now) + 1e3 };
  return status === 429 || limitMessage.test(message) ? { kind: "limited", waitMs: null } : { kind: "final" };
}
function seconds(value) {
  return typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : null;
}
function callError(error) {
  const { status, message, response, cause } = error ?? {};
  const answered = response !== void 0 && cause === void 0;
  const headers = response?.headers;
  return {
    status: answered ? typeof status === "number" ? status : 200 : null,
    message: typeof message === "string" ? message : "",
    headers: typeof headers === "object" && headers !== null ? { ...headers } : {}
  };
}

// src/github/api-call.ts
var Refused = class extends Error {
  /** Of the answer; null where there was none. */
  status;
  /** Lines for the workflow that would help; null where none would. */
  lines;
  constructor(message, status = null, lines = null) {
    super(message);
    this.status = status;
    this.lines = lines;
  }
  /** The message, and the lines below it. */
  get warning() {
    return this.lines === null ? this.message : `${this.message}:
${this.lines}`;
  }
};
var maxAttempts = 3;
var delayFactor = 4;
var limitFactor = 30;
var maxWaitMs = 6e4;
var hastyTimeoutMs = 5e3;
function apiCaller({ retryDelayMs, timeoutMs, budgetMs, fork }) {
  let lostMs = 0;
  return async (question, ask, look) => {
    const { call, schema, notFound } = question;
    for (let attempt = 1; ; attempt++) {
      const since = Date.now();
      const signal = AbortSignal.timeout(
        lostMs < budgetMs ? timeoutMs : Math.min(timeoutMs, hastyTimeoutMs)
      );
      const answer = await answerTo(ask, signal, schema);
      if (answer.kind === "answer") return answer.data;
      const error = callError(answer.error);
      if (error.status === 404 && notFound !== void 0) return notFound;
      lostMs += Date.now() - since;
      const failure = failureOf(error, Date.now());
      if (failure.kind === "final") throw refusal(call, error, fork);
      const asked = failure.kind === "limited" ? failure.waitMs : null;
      const factor = failure.kind === "limited" ? limitFactor : delayFactor ** (attempt - 1);
      const waitMs = asked ?? retryDelayMs * factor;
      const hopeless = waitMs > maxWaitMs || lostMs + waitMs > budgetMs;
      if (hopeless || attempt >= maxAttempts) {
        const done2 = failure.kind === "passing" ? await look?.() : null;
        if (done2 !== null && done2 !== void 0) return done2;
        throw failure.kind === "limited" ? new Refused(limitText(call, error, asked), error.status) : refusal(call, error, fork);
      }
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      lostMs += waitMs;
      const done = failure.kind === "passing" ? await look?.() : null;
      if (done !== null && done !== void 0) return done;
    }
  };
}
function refusal(call, error, fork) {
  const text = refusalText(call, error, fork);
  return new Refused(text, error.status, missingLines(call, error, fork));
}
async function answerTo(ask, signal, schema) {
  try {
    const { data } = await ask({ signal });
    const parsed = schema.safeParse(data);
    if (parsed.success) return { kind: "answer", data: parsed.data };
    const message = signal.aborted ? "the answer did not end in time" : "the answer cannot be understood";
    return { kind: "error", error: new Error(message) };
  } catch (error) {
    return { kind: "error", error };
  }
}
var pageSize = 100;
var maxPages = 20;
async function allPages(what, read, wanted = () => true) {
  const all = [];
  for (let page = 1; page <= maxPages; page++) {
    const items = await read({ per_page: pageSize, page });
    all.push(...items.filter(wanted));
    if (items.length < pageSize) return all;
  }
  throw new Refused(`there are more than ${pageSize * maxPages} ${what}, too many to look through`);
}

export {
  calls,
  Refused,
  apiCaller,
  allPages
};
