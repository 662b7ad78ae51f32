import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  outcomeOf,
  slugPattern
} from "./chunk-52XO55BO.js";
import {
  Refused,
  allPages,
  calls
} from "./chunk-D5CBUHZG.js";
import {
  _minLength,
  array,
  boolean,
  int,
  literal,
  nullish,
  object,
  optional,
  pipe,
  string,
  transform
} from "./chunk-TYNGSIJO.js";
import {
  formatBytes
} from "./chunk-RYNKS63I.js";

// src/run/artifact-name.ts
import { createHash } from "node:crypto";
var reportPrefix = "go-crash-guard-report-";
var evidencePrefix = "go-crash-guard-";
function runMark({ startedAt, shard }) {
  const run = [startedAt, shard?.legs ?? [], shard?.own ?? []];
  return createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 8);
}
function reportArtifactName(origin) {
  return `${reportPrefix}${suffix(origin)}`;
}
function evidenceArtifactName(leg, origin) {
  const safe = leg === "report" || leg.startsWith("report-") ? `leg_${leg}` : leg;
  return `${evidencePrefix}${safe}-${suffix(origin)}`;
}
function suffix({ slug, runAttempt, shard, mark }) {
  const attempt = /^[1-9]\d{0,5}$/.test(runAttempt) ? runAttempt : "1";
  if (shard === void 0) return `${slug}-${attempt}`;
  const share = `shard-${String(shard.index)}-of-${String(shard.count)}`;
  return [slug, attempt, share, ...mark === void 0 ? [] : [mark]].join("-");
}
var namePattern = new RegExp(
  `^(?<slug>${slugPattern.source.slice(1, -1)})-(?<attempt>[1-9]\\d{0,5})(?:-shard-(?<index>[1-9]\\d{0,5})-of-(?<count>[1-9]\\d{0,5})(?:-[0-9a-f]{8})?)?$`
);
function parseReportArtifactName(name) {
  if (!name.startsWith(reportPrefix)) return null;
  const found = namePattern.exec(name.slice(reportPrefix.length))?.groups;
  const { slug, attempt, index, count } = found ?? {};
  if (slug === void 0 || attempt === void 0) return null;
  const shard = index === void 0 || count === void 0 ? null : { index: Number(index), count: Number(count) };
  if (shard !== null && shard.index > shard.count) return null;
  return { slug, attempt: Number(attempt), shard };
}

// src/github/comment-marker.ts
import { createHash as createHash2 } from "node:crypto";
var markerLine = /^<!-- go-crash-guard key=(?<key>[0-9a-f]{16}) digest=(?<digest>[0-9a-f]{16}) run=(?<id>\d{1,20})\.(?<attempt>\d{1,6}) -->(?:\r?\n|$)/;
function shortHash(text) {
  return createHash2("sha256").update(text).digest("hex").slice(0, 16);
}
function markerOf(body) {
  const { key, digest, id, attempt } = markerLine.exec(body)?.groups ?? {};
  if (key === void 0 || digest === void 0 || id === void 0 || attempt === void 0)
    return null;
  return { key, digest, run: { id, attempt } };
}
function withMarker({ key, digest, run }, text) {
  const { id, attempt } = run;
  return `<!-- go-crash-guard key=${key} digest=${digest} run=${number(id)}.${number(attempt)} -->
${text}`;
}
function number(text) {
  return /^\d{1,20}$/.test(text) ? text : "0";
}
function compareMarkers(a, b) {
  const [runA, runB] = [markerOf(a)?.run, markerOf(b)?.run];
  return compare(runA?.id, runB?.id) || compare(runA?.attempt, runB?.attempt);
}
function compare(a = "0", b = "0") {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
function isSameDigest(a, b) {
  const digest = markerOf(a)?.digest;
  return digest !== void 0 && digest === markerOf(b)?.digest;
}
function isSameMarker(a, b) {
  return isSameDigest(a, b) && compareMarkers(a, b) === 0;
}

// src/github/comment-thread.ts
var commentSchema = pipe(
  object({
    id: int(),
    html_url: string(),
    body: nullish(string()),
    user: nullish(object({ login: string() }))
  }),
  transform(({ id, html_url: url, body, user }) => ({
    ...{ id, url, author: user?.login ?? null, body: body ?? "" }
  }))
);
var nothing = literal("");
function openThread(github, { number: number2, key, author }) {
  const { owner, repo, rest, ask } = github;
  const here = { owner, repo };
  const isOurs = (comment) => comment.author === author && markerOf(comment.body)?.key === key;
  const list = async () => {
    const read = async (page) => await ask(
      { call: calls.comments, schema: array(commentSchema) },
      (request) => rest.issues.listComments({ ...here, ...page, issue_number: number2, request })
    );
    return (await allPages("comments", read, isOurs)).sort((a, b) => a.id - b.id);
  };
  return {
    list,
    create: async (body) => await ask(
      { call: calls.createComment, schema: commentSchema },
      (request) => rest.issues.createComment({ ...here, issue_number: number2, body, request }),
      async () => (await list()).find((comment) => isSameMarker(comment.body, body)) ?? null
    ),
    update: async (id, body) => await ask(
      { call: calls.updateComment, schema: commentSchema, notFound: null },
      (request) => rest.issues.updateComment({ ...here, comment_id: id, body, request }),
      async () => {
        const found = await ask(
          { call: calls.comments, schema: commentSchema },
          (request) => rest.issues.getComment({ ...here, comment_id: id, request })
        );
        return found.body === body || compareMarkers(found.body, body) > 0 ? found : null;
      }
    ),
    remove: async (id) => {
      await ask(
        { call: calls.deleteComment, schema: nothing, notFound: null },
        (request) => rest.issues.deleteComment({ ...here, comment_id: id, request })
      );
    }
  };
}

// src/github/converge.ts
var maxLooks = 5;
var vanishing = 'GitHub lists the comment, but does not find it when it is to be changed; give the job "permissions: pull-requests: write"';
async function converge(request) {
  let thread = request.threadOf(request.author);
  let published = null;
  for (let look = 0; look < maxLooks; look++) {
    try {
      if (published !== null) await new Promise((resolve) => setTimeout(resolve, request.settleMs));
      const step = await lookAndAct(request, thread, published);
      if (step.kind === "end") return step.outcome;
      ({ thread, published } = step);
    } catch (error) {
      if (error instanceof Refused && published !== null) break;
      throw error;
    }
  }
  if (published === null) throw new Refused(vanishing, 404);
  return { kind: "done", value: published };
}
async function lookAndAct(request, thread, published) {
  const { body, keepSame } = request;
  const [oldest, ...others] = await thread.list();
  if (oldest === void 0) return await createFirst(request, thread, published);
  const text = newest([oldest, ...others], body);
  const isMine = text === body;
  const stays = keepSame ? isSameDigest(oldest.body, text) : isSameMarker(oldest.body, text) && (published !== null || !isMine);
  if (stays && others.length === 0)
    return { kind: "end", outcome: ended(oldest, published, isMine) };
  if (!stays) {
    const updated = await thread.update(oldest.id, text);
    if (updated === null || !isSameMarker(updated.body, text))
      return { kind: "look-again", thread, published };
  }
  const told = isMine && !stays ? written(oldest, published) : published;
  return await removed(thread, others) ? { kind: "look-again", thread, published: told } : { kind: "end", outcome: ended(oldest, told, isMine) };
}
function written({ url }, published) {
  const isNew = published?.what === "created" && published.url === url;
  return { url, what: isNew ? "created" : "updated" };
}
async function removed(thread, comments) {
  try {
    for (const { id } of comments) await thread.remove(id);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
async function createFirst({ threadOf, author, body, mayCreate }, thread, published) {
  if (published !== null) return { kind: "end", outcome: { kind: "done", value: published } };
  if (!mayCreate) {
    const because = "nothing is wrong, and no comment says otherwise";
    return { kind: "end", outcome: { kind: "skipped", because } };
  }
  const { url, author: writer } = await thread.create(body);
  const ours = writer === null || writer === author ? thread : threadOf(writer);
  return { kind: "look-again", thread: ours, published: { url, what: "created" } };
}
function ended({ url }, published, isMine) {
  if (isMine || published !== null)
    return { kind: "done", value: { url, what: published?.what ?? "unchanged" } };
  return { kind: "skipped", because: "the comment tells of a newer run already" };
}
function newest(comments, body) {
  return comments.reduce(
    (text, comment) => compareMarkers(comment.body, text) > 0 ? comment.body : text,
    body
  );
}

// src/github/open-pull.ts
var pullSchema = object({ state: string(), locked: optional(boolean()) });
async function whyNoComments(github, number2) {
  const { owner, repo, rest, ask } = github;
  const name = `the pull request ${String(number2)}`;
  try {
    const { state, locked } = await ask(
      { call: calls.pull, schema: pullSchema },
      (request) => rest.pulls.get({ owner, repo, pull_number: number2, request })
    );
    if (state !== "open") return `${name} is closed`;
    return locked === true ? `${name} is locked` : null;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404 && error.status !== 410) throw error;
    const seen = await ask(
      { call: calls.repository, schema: object({ id: int() }) },
      (request) => rest.repos.get({ owner, repo, request })
    ).catch(() => null);
    if (seen === null) throw error;
    return `${name} does not exist (any more)`;
  }
}

// src/github/viewer.ts
var actionsBot = "github-actions[bot]";
var viewerSchema = object({ viewer: object({ login: string().check(_minLength(1)) }) });
var userSchema = object({ login: string().check(_minLength(1)) });
async function whoAmI({ rest, graphql, ask }) {
  const answers = [
    async () => {
      const { viewer } = await ask(
        { call: calls.viewer, schema: viewerSchema },
        async (request) => ({
          data: await graphql("query { viewer { login } }", { request })
        })
      );
      return viewer.login;
    },
    async () => {
      const user = await ask(
        { call: calls.viewer, schema: userSchema },
        (request) => rest.users.getAuthenticated({ request })
      );
      return user.login;
    }
  ];
  for (const answer of answers) {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return actionsBot;
}

// src/github/sticky-comment.ts
var maxBodyChars = 65536;
var maxSettleMs = 1e3;
async function publishComment(github, request) {
  const { number: number2, mode } = request;
  if (mode === "off") return { kind: "skipped", because: "comments are off" };
  return await outcomeOf(async () => {
    const because = await whyNoComments(github, number2);
    if (because !== null) return { kind: "skipped", because };
    const key = shortHash(request.key);
    const marker = { key, digest: shortHash(request.digest), run: request.run };
    const body = withMarker(marker, request.body);
    if (body.length > maxBodyChars)
      throw new Refused(
        `the comment has ${String(body.length)} characters, and GitHub takes ${String(maxBodyChars)}; please report this as a bug of go-crash-guard`
      );
    return await converge({
      threadOf: (author) => openThread(github, { number: number2, key, author }),
      author: await whoAmI(github),
      body,
      keepSame: mode === "changed",
      mayCreate: mode !== "problems" || request.problems,
      settleMs: Math.min(maxSettleMs, github.retryDelayMs)
    });
  });
}

// src/github/limited-download.ts
var webFetch = async (input, init) => {
  const { defaults } = await import("./utils-Y7CEILSW.js");
  return (defaults.request?.fetch ?? fetch)(input, init);
};
var timeoutMs = 6e4;
var maxAttempts = 3;
var Passing = class extends Error {
};
async function downloadWithin(url, maxBytes, retryDelayMs) {
  if (!/^https?:\/\//.test(url))
    throw new Refused("GitHub names no web address for the artifact; run the job again");
  for (let attempt = 1; ; attempt++) {
    try {
      return await download(url, maxBytes);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (attempt >= maxAttempts) {
        const { message } = error;
        throw new Refused(`the artifact cannot be downloaded (${message}); run the job again`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs * attempt));
  }
}
async function download(url, maxBytes) {
  const response = await webFetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  const { status, body } = response;
  if (status === 429 || status >= 500) {
    await body?.cancel();
    throw new Passing(String(status));
  }
  if (status !== 200 || body === null) {
    await body?.cancel();
    throw new Refused(`the artifact cannot be downloaded (${status}): it may have expired`);
  }
  const chunks = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new Refused(`the artifact is larger than ${formatBytes(maxBytes)} and is not read`);
    chunks.push(chunk);
  }
  return joined(chunks, bytes);
}
function joined(chunks, bytes) {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

export {
  reportPrefix,
  runMark,
  reportArtifactName,
  evidenceArtifactName,
  parseReportArtifactName,
  publishComment,
  webFetch,
  downloadWithin
};
