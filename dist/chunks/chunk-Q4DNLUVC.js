import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  concludeCheck,
  startCheck
} from "./chunk-4D56JNXG.js";
import {
  jobSlug,
  jobTitle,
  runUrl
} from "./chunk-SZ4F2JOM.js";
import {
  getState,
  info,
  saveState,
  warning
} from "./chunk-PD4K3Z3W.js";

// src/entry/repository-root.ts
import { resolve } from "node:path";
function repositoryRoot(directory, below) {
  const names = (below ?? "").split("/").filter((name) => name !== "");
  return resolve(directory, ...names.map(() => ".."));
}

// src/entry/action/check.ts
var state = "check";
var none = { id: null, tell: () => void 0 };
async function beginCheck({ annotations }, job, github) {
  if (annotations === "off" || annotations === "log" || github === null) return none;
  const started = await startCheck(github, {
    name: `go-crash-guard (${jobTitle(job)})`,
    headSha: job.headSha,
    externalId: `${job.runId}-${job.runAttempt}-${jobSlug(job)}`,
    detailsUrl: runUrl(job)
  });
  if (started.kind === "done") {
    saveState(state, String(started.value.id));
    return { id: started.value.id, tell: () => void 0 };
  }
  const because = started.kind === "refused" ? started.warning : started.because;
  const tell = () => {
    if (annotations === "check") warning(because);
    else info(`No check run, lines are annotated from the log: ${because}`);
  };
  return { id: null, tell };
}
function noCheck() {
  return Promise.resolve(none);
}
function begunCheck() {
  const id = getState(state);
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}
async function failCheck(github, id, job, because) {
  if (github === null || id === null) return;
  const concluded = await concludeCheck(github, {
    ...{ id, conclusion: "failure", detailsUrl: runUrl(job), annotations: [] },
    ...{ title: "There is no report", summary: because, text: "" }
  });
  if (concluded.kind === "refused") warning(concluded.warning);
}

export {
  repositoryRoot,
  beginCheck,
  noCheck,
  begunCheck,
  failCheck
};
