import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  outcomeOf
} from "./chunk-52XO55BO.js";
import {
  Refused,
  allPages,
  calls
} from "./chunk-D5CBUHZG.js";
import {
  getState,
  saveState
} from "./chunk-PD4K3Z3W.js";
import {
  _enum,
  array,
  int,
  nullish,
  object,
  string
} from "./chunk-TYNGSIJO.js";

// src/entry/action/told.ts
var told = "told";
var concluded = "concluded";
function toldAll() {
  saveState(told, "yes");
}
function wasTold() {
  return getState(told) !== "";
}
function concludedCheck() {
  saveState(concluded, "yes");
}
function isConcluded() {
  return getState(concluded) !== "";
}

// src/github/check-output.ts
import { Buffer } from "node:buffer";
var maxTitleChars = 255;
var maxTextChars = 65535;
var maxMessageBytes = 64 * 1024;
var maxLine = 2 ** 31 - 1;
var annotationsPerRequest = 50;
var maxAnnotations = 500;
var levels = { error: "failure", warning: "warning", notice: "notice" };
function checkText({ title, summary, text }) {
  return {
    title: within(title, maxTitleChars, Infinity) || "go-crash-guard",
    summary: within(summary, maxTextChars, maxTextChars) || "No summary.",
    text: within(text, maxTextChars, maxTextChars)
  };
}
function checkAnnotation(annotation) {
  const { path, line, level, title, message } = annotation;
  if (path === "" || !Number.isInteger(line) || line < 1 || line > maxLine || message === "")
    return null;
  return {
    ...{ path, start_line: line, end_line: line, annotation_level: levels[level] },
    title: within(title, maxTitleChars, Infinity),
    message: within(message, maxMessageBytes, maxMessageBytes)
  };
}
function within(text, maxChars, maxBytes) {
  const head = text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, "");
  const bytes = Buffer.from(head.replaceAll("\0", "�"));
  if (bytes.length <= maxBytes) return bytes.toString("utf8");
  let end = maxBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 192) === 128) end--;
  return bytes.toString("utf8", 0, end);
}

// src/github/check-batches.ts
async function sendAnnotations(annotations, send) {
  const showable = annotations.flatMap((annotation) => checkAnnotation(annotation) ?? []);
  const [first, ...rest] = batchesOf(showable.slice(0, maxAnnotations));
  let because = null;
  let annotated = first?.length ?? 0;
  const concluded2 = await send(first ?? [], 0).catch(async (error) => {
    if (!(error instanceof Refused) || first === void 0 || isForbidden(error)) throw error;
    because = error.message;
    annotated = 0;
    return await send([], 0);
  });
  for (const batch of rest) {
    try {
      await send(batch, annotated);
      annotated += batch.length;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      because = error.message;
      if (error.status !== 422) break;
    }
  }
  const missing = annotations.length - annotated;
  because ??= showable.length > maxAnnotations ? `only the first ${String(maxAnnotations)} can be sent` : "they have no line or no text";
  const warning = missing === 0 ? null : `${String(missing)} of ${String(annotations.length)} annotations are not in the check run: ${because}`;
  return { concluded: concluded2, annotated, warning };
}
function isForbidden({ status }) {
  return status === 401 || status === 403 || status === 404;
}
function batchesOf(annotations) {
  const batches = [];
  for (let from = 0; from < annotations.length; from += annotationsPerRequest)
    batches.push(annotations.slice(from, from + annotationsPerRequest));
  return batches;
}

// src/github/check-run.ts
var checkSchema = object({
  id: int(),
  html_url: nullish(string()),
  status: _enum(["queued", "in_progress", "completed", "waiting", "requested", "pending"]),
  external_id: nullish(string()),
  output: object({ annotations_count: int() })
});
async function startCheck(github, start) {
  const { owner, repo, rest, ask } = github;
  const { name, headSha, externalId, detailsUrl } = start;
  return await outcomeOf(async () => {
    const { id } = await ask(
      { call: calls.createCheck, schema: checkSchema },
      (request) => rest.checks.create({
        ...{ owner, repo, name, head_sha: headSha, external_id: externalId, request },
        ...detailsUrl === null ? {} : { details_url: detailsUrl },
        status: "in_progress"
      }),
      () => checkOf(github, start)
    );
    return { kind: "done", value: { id } };
  });
}
async function findCheck(github, start) {
  return await outcomeOf(async () => {
    const check = await checkOf(github, start);
    return check === null ? { kind: "skipped", because: "no check run is open" } : { kind: "done", value: { id: check.id } };
  });
}
async function checkOf({ owner, repo, rest, ask }, { name, headSha, externalId }) {
  const schema = object({ check_runs: array(checkSchema) });
  const runs = await allPages(
    "check runs",
    async (page) => {
      const found = await ask(
        { call: calls.checks, schema },
        (request) => rest.checks.listForRef({
          ...{ owner, repo, ref: headSha, check_name: name, filter: "all", ...page, request }
        })
      );
      return found.check_runs;
    },
    ({ external_id: id, status }) => id === externalId && status !== "completed"
  );
  return runs[0] ?? null;
}
async function concludeCheck(github, { id, conclusion, annotations, detailsUrl, ...text }) {
  const { owner, repo, rest, ask } = github;
  const here = { owner, repo, check_run_id: id };
  const output = checkText(text);
  const completedAt = (/* @__PURE__ */ new Date()).toISOString();
  const isDone = async (shown) => {
    const check = await ask(
      { call: calls.checks, schema: checkSchema },
      (request) => rest.checks.get({ ...here, request })
    );
    return check.status === "completed" && check.output.annotations_count >= shown ? check : null;
  };
  const send = async (batch, shown) => {
    const check = await ask(
      { call: calls.updateCheck, schema: checkSchema },
      (request) => rest.checks.update({
        ...{ ...here, request },
        ...detailsUrl === null ? {} : { details_url: detailsUrl },
        ...{ status: "completed", conclusion, completed_at: completedAt },
        output: { ...output, annotations: batch }
      }),
      // GitHub adds the annotations of a request to those that are there.
      () => isDone(shown + batch.length)
    );
    return check.html_url ?? null;
  };
  return await outcomeOf(async () => {
    const { concluded: url, ...sent } = await sendAnnotations(annotations, send);
    return { kind: "done", value: { url, ...sent } };
  });
}

export {
  startCheck,
  findCheck,
  concludeCheck,
  toldAll,
  wasTold,
  concludedCheck,
  isConcluded
};
