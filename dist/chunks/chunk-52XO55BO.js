import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Refused
} from "./chunk-D5CBUHZG.js";

// src/run/job-slug.ts
import { createHash } from "node:crypto";
var maxJobChars = 40;
function jobSlug({ workflow, job, key }) {
  const hash = createHash("sha256").update([workflow, job, key].join("\0")).digest("hex");
  const name = job.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, maxJobChars) || "job";
  return `${name}-${hash.slice(0, 8)}`;
}
var slugPattern = /^[A-Za-z0-9_-]{1,40}-[0-9a-f]{8}$/;
function jobTitle({ job, key }) {
  const words = key.split("\n").flatMap((part) => matrixValues(part) ?? [part]);
  return [job, ...words].filter((word) => word !== "").join(", ").slice(0, 100);
}
function matrixValues(text) {
  try {
    const value = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    return Object.values(value).flatMap(
      (one) => typeof one === "string" || typeof one === "number" || typeof one === "boolean" ? [String(one)] : []
    );
  } catch {
    return null;
  }
}

// src/github/web-address.ts
function runUrl({ serverUrl, repository, runId, runAttempt }) {
  if (!isRepository(repository) || !isNumber(runId)) return null;
  const attempt = isNumber(runAttempt) ? `/attempts/${runAttempt}` : "";
  return `${serverUrl}/${repository}/actions/runs/${runId}${attempt}`;
}
function artifactUrl({ serverUrl, repository, runId }, id) {
  if (!isRepository(repository) || !isNumber(runId)) return null;
  return `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${String(id)}`;
}
function sourceUrl({ serverUrl, repository }, sha) {
  if (!isRepository(repository) || sha === null || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
  return `${serverUrl}/${repository}/blob/${sha}`;
}
function isRepository(name) {
  return /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(name);
}
function isNumber(text) {
  return /^\d{1,20}$/.test(text);
}

// src/github/outcome.ts
async function outcomeOf(publish) {
  try {
    return await publish();
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", warning: error.warning };
    throw error;
  }
}

export {
  outcomeOf,
  jobSlug,
  slugPattern,
  jobTitle,
  runUrl,
  artifactUrl,
  sourceUrl
};
