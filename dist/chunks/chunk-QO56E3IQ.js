import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  concludeCheck,
  findCheck,
  startCheck
} from "./chunk-BBU2TVSE.js";
import {
  jobSlug,
  jobTitle,
  runUrl
} from "./chunk-52XO55BO.js";
import {
  getState,
  info,
  saveState,
  warning
} from "./chunk-PD4K3Z3W.js";
import {
  readMarker
} from "./chunk-GUNDL3TO.js";

// src/entry/action/check.ts
var state = "check";
var none = { id: null, tell: () => void 0 };
async function beginCheck({ annotations }, job, github) {
  if (annotations === "off" || annotations === "log" || github === null) return none;
  const started = await startCheck(github, { ...identityOf(job), detailsUrl: runUrl(job) });
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
function identityOf(job) {
  return {
    name: `go-crash-guard (${jobTitle(job)})`,
    headSha: job.headSha,
    externalId: `${job.runId}-${job.runAttempt}-${jobSlug(job)}`
  };
}
function begunCheck() {
  const id = getState(state);
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}
async function openCheck(github, job) {
  const known = begunCheck();
  if (known !== null || github === null) return known;
  const found = await findCheck(github, identityOf(job));
  return found.kind === "done" ? found.value.id : null;
}
async function failCheck(github, id, job, because) {
  if (github === null || id === null) return true;
  const concluded = await concludeCheck(github, {
    ...{ id, conclusion: "failure", detailsUrl: runUrl(job), annotations: [] },
    ...{ title: "There is no report", summary: because, text: "" }
  });
  if (concluded.kind === "refused") warning(concluded.warning);
  return concluded.kind === "done";
}

// src/entry/repository-root.ts
import { resolve } from "node:path";
function repositoryRoot(directory, below) {
  const names = (below ?? "").split("/").filter((name) => name !== "");
  return resolve(directory, ...names.map(() => ".."));
}

// src/entry/action/left-run.ts
function leaveRun(out) {
  saveState("out", out);
  saveState("pid", String(process.pid));
}
async function leftMarker(out) {
  const marker = out === "" ? null : await readMarker(out);
  const own = String(marker?.pid) === getState("pid") && (marker?.startedAt ?? "") >= getState("main");
  return own ? marker : null;
}

export {
  beginCheck,
  noCheck,
  begunCheck,
  openCheck,
  failCheck,
  repositoryRoot,
  leaveRun,
  leftMarker
};
