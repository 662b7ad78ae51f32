import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  mergeReports,
  writeMerged
} from "./chunk-JVZIG5ML.js";
import {
  keepMerged
} from "./chunk-SPOCAZKU.js";
import "./chunk-E7JFJAP3.js";
import {
  writeAll
} from "./chunk-CNOXS7MP.js";
import {
  openArtifacts,
  tellGithub,
  tellLog
} from "./chunk-JDMTXH5V.js";
import {
  parseReportArtifactName
} from "./chunk-3DPDYNU2.js";
import "./chunk-7QGZCJMF.js";
import "./chunk-XDID2FZV.js";
import "./chunk-MWTZRLSY.js";
import {
  eventSource
} from "./chunk-DOARVVES.js";
import {
  baselineOrigin
} from "./chunk-TMPKFQPH.js";
import {
  beginCheck,
  leaveRun,
  repositoryRoot
} from "./chunk-QO56E3IQ.js";
import {
  stepEnvironment
} from "./chunk-6QPCTHLE.js";
import {
  githubOf,
  readContext,
  readJob,
  readSettings
} from "./chunk-3AVYO4NP.js";
import "./chunk-BBU2TVSE.js";
import "./chunk-ARPAN326.js";
import "./chunk-52XO55BO.js";
import {
  allPages,
  calls
} from "./chunk-D5CBUHZG.js";
import "./chunk-PD4K3Z3W.js";
import {
  version
} from "./chunk-ZWTAINA2.js";
import {
  createCancellation
} from "./chunk-4TVJBDMX.js";
import {
  exitCode
} from "./chunk-PCPWAUOV.js";
import "./chunk-3WO2YYS3.js";
import {
  maxShards
} from "./chunk-4Z6IVO33.js";
import {
  readPackedReport
} from "./chunk-6SLYGCLN.js";
import "./chunk-7GVYDYZ6.js";
import "./chunk-FOOUJGC4.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-Q5NST6EV.js";
import "./chunk-I6ZSWVEF.js";
import "./chunk-RGVDOE3Y.js";
import {
  placeInRepository
} from "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-EQJSFSIF.js";
import {
  commandRunner
} from "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-DTPM72IW.js";
import "./chunk-LJR2BSKZ.js";
import "./chunk-COOM7LNL.js";
import "./chunk-ISKTQOTD.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-BMXZFYSJ.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import {
  array,
  nullable,
  object,
  string
} from "./chunk-TYNGSIJO.js";
import {
  clip,
  listNames,
  oneLine,
  printable
} from "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/github/attempt-jobs.ts
var schema = object({
  jobs: array(object({ name: string(), conclusion: nullable(string()) }))
});
function attemptJobs({ owner, repo, rest, ask }, runId, attempt) {
  return allPages("jobs", async (page) => {
    const found = await ask(
      { call: calls.jobs, schema },
      (request) => rest.actions.listJobsForWorkflowRunAttempt({
        ...{ owner, repo, ...page, run_id: runId, attempt_number: attempt, request }
      })
    );
    return found.jobs;
  });
}

// src/github/gather-shards.ts
import { availableParallelism, totalmem } from "node:os";

// src/github/earlier-shards.ts
var shownNames = 5;
var harmless = ["success", "skipped", "neutral", null];
async function judgeEarlier(shards, { attempt, jobs }) {
  const earlier = shards.filter(
    ({ artifact, report }) => artifact.from.attempt < attempt && report.verdict.status === "pass"
  );
  if (earlier.length === 0) return { doubts: [], gaps: [] };
  let listed;
  try {
    listed = await jobs();
  } catch (error) {
    const said2 = oneLine(error instanceof Error ? error.message : String(error), 300);
    return { doubts: [], gaps: [{ what: unknownText(earlier, attempt, said2) }] };
  }
  return { doubts: lostAgain(earlier, listed, attempt), gaps: [] };
}
function lostAgain(earlier, jobs, attempt) {
  const bad = jobs.filter(({ conclusion }) => !harmless.includes(conclusion));
  const named = jobs.some(({ name }) => earlier.some((one) => isNamed(name, countOf(one))));
  const doubts = earlier.flatMap((one) => {
    const job = bad.find(({ name }) => !named || isNamed(name, shareOf(one)));
    if (job === void 0) return [];
    const title = `"${clip(printable(job.name), 100)}" ended with ${clip(printable(job.conclusion ?? ""), 40)}`;
    const which = named ? "its job" : "no job names its shard, and the job";
    return [
      `shard ${shareOf(one)} left no report in attempt ${String(attempt)}, and ${which} ${title} there: what it left in attempt ${String(one.artifact.from.attempt)} may no longer be true; run it again`
    ];
  });
  return [...new Set(doubts)];
}
function unknownText(earlier, attempt, said2) {
  const names = earlier.map(
    (one) => `${shareOf(one)} of attempt ${String(one.artifact.from.attempt)}`
  );
  return `${plural(earlier.length, "shard")} left no report in attempt ${String(attempt)}, which is right where the job did not run again; shown are ${listNames([...new Set(names)], shownNames)}. Whether they ran again cannot be told: ${said2}`;
}
function shareOf({ artifact: { from } }) {
  return `${String(from.shard.index)}/${String(from.shard.count)}`;
}
function countOf({ artifact: { from } }) {
  return `\\d+/${String(from.shard.count)}`;
}
function isNamed(name, share) {
  return new RegExp(`(?<![\\d/])${share}(?![\\d/])`).test(name);
}

// src/github/listed-shards.ts
function listShards(listed) {
  const jobs = /* @__PURE__ */ new Map();
  for (const artifact of listed) {
    const from = parseReportArtifactName(artifact.name);
    const shard = from?.shard ?? null;
    if (from === null || shard === null) continue;
    const key = `${from.slug} ${String(shard.index)}/${String(shard.count)}`;
    const one = { ...artifact, from: { ...from, shard }, firstAttempt: from.attempt };
    jobs.set(key, [...jobs.get(key) ?? [], one]);
  }
  return [...jobs.values()].flatMap((ofJob) => {
    const attempts = ofJob.map(({ from }) => from.attempt);
    const [firstAttempt, newest] = [Math.min(...attempts), Math.max(...attempts)];
    return ofJob.filter(({ from }) => from.attempt === newest).map((one) => ({ ...one, firstAttempt }));
  }).sort((a, b) => a.from.shard.index - b.from.shard.index);
}

// src/github/shard-plans.ts
function ofNewestPlans(read) {
  const plans = plansOf(read);
  const kept = plans.filter((plan) => !plans.some((other) => replaces(other, plan)));
  const shards = new Set(kept.flatMap((plan) => plan.shards));
  return {
    shards: read.filter((one) => shards.has(one)),
    since: kept.reduce((least, { firstAttempt }) => Math.min(least, firstAttempt), Infinity)
  };
}
function plansOf(read) {
  const plans = /* @__PURE__ */ new Map();
  for (const one of read) {
    const { artifact, report } = one;
    const { shard, machine } = report;
    const system = `${machine.os}/${machine.arch}`;
    const legs = shard?.legs === void 0 ? null : JSON.stringify([...shard.legs].sort());
    const key = JSON.stringify([shard?.count, shard?.weighedBy, legs, system]);
    const attempts = { firstAttempt: artifact.firstAttempt, lastAttempt: artifact.from.attempt };
    const plan = plans.get(key) ?? { shards: [], system, legs, ...attempts };
    plan.shards.push(one);
    plan.firstAttempt = Math.min(plan.firstAttempt, attempts.firstAttempt);
    plan.lastAttempt = Math.max(plan.lastAttempt, attempts.lastAttempt);
    plans.set(key, plan);
  }
  return [...plans.values()];
}
function replaces(newer, older) {
  return newer.firstAttempt > older.lastAttempt && newer.system === older.system && (newer.legs === null || older.legs === null || newer.legs === older.legs);
}

// src/github/gather-shards.ts
var maxZipBytes = 64 << 20;
var maxArtifacts = 4 * maxShards;
var atOnce = 4;
var maxNamed = 20;
async function gatherShards(store, options) {
  let listed;
  try {
    listed = await store.list();
  } catch (error) {
    return nothing(options, `the reports of the shards cannot be listed: ${said(error)}`);
  }
  const all = listShards(listed);
  const artifacts = all.slice(0, maxArtifacts);
  const read = [];
  const unread = [];
  for (let start = 0; start < artifacts.length; start += atOnce) {
    const some = artifacts.slice(start, start + atOnce);
    for (const one of await Promise.all(some.map((artifact) => readShard(store, artifact))))
      if ("problem" in one) unread.push(one);
      else read.push(one);
  }
  const here = read.filter(({ report: report2 }) => liesIn(report2, options.directory));
  const { shards, since } = ofNewestPlans(here);
  const gaps = unread.slice(0, maxNamed).map(({ problem }) => ({ what: problem }));
  const [first, ...others] = shards.map(({ report: report2 }) => report2);
  if (first === void 0) return nothing(options, emptyText(options.directory, read), gaps);
  const earlier = await judgeEarlier(shards, options);
  gaps.push(...earlier.gaps);
  const left = all.length - artifacts.length;
  const missed = unread.filter(({ artifact }) => artifact.from.attempt >= since);
  const merged = mergeReports([first, ...others], "rivals", [
    ...missed.slice(0, maxNamed).map(({ problem }) => problem),
    ...missed.length > maxNamed ? [`${plural(missed.length - maxNamed, "more artifact")} of shards cannot be read`] : [],
    ...left > 0 ? [`${plural(left, "report")} of shards are too many and were not read`] : [],
    ...earlier.doubts
  ]);
  const { report } = merged;
  const named = new Set(report.artifacts.map(({ name }) => name));
  return {
    ...merged,
    report: { ...report, gaps: [...gaps, ...report.gaps] },
    evidence: listed.filter(({ name }) => named.has(name))
  };
}
async function readShard(store, artifact) {
  const { name, id, from } = artifact;
  const unread = (problem) => ({
    artifact,
    problem: `artifact ${name}${problem}`
  });
  try {
    const packed = await readPackedReport(await store.download(id, maxZipBytes));
    if (packed.kind === "refused") return unread(`: ${packed.because}`);
    const { shard } = packed.report;
    if (shard?.index === from.shard.index && shard.count === from.shard.count)
      return { artifact, report: packed.report };
    return unread(": its report is not the one of that shard");
  } catch (error) {
    return unread(` cannot be read: ${said(error)}`);
  }
}
function liesIn({ source }, directory) {
  return (source.directory ?? "") === directory;
}
function emptyText(directory, read) {
  const upload = "each of them uploads one, named go-crash-guard-report-...-shard-I-of-N-...";
  if (read.length === 0)
    return `no shard has left a report: ${upload}. Did the jobs run with the input shard, and may this job see their artifacts?`;
  const place = (folder) => folder === "" ? "the root" : folder;
  const found = new Set(read.map(({ report }) => place(report.source.directory ?? "")));
  return `no shard has left a report of ${place(directory)}, only of ${[...found].join(", ")}: give this job their working-directory`;
}
function nothing({ source }, doubt, gaps = []) {
  const report = {
    schema: 1,
    tool: { name: "go-crash-guard", version },
    startedAt: (/* @__PURE__ */ new Date()).toISOString(),
    elapsedMs: 0,
    source,
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem(),
      go: "",
      node: process.version
    },
    ...{ preflight: [], legs: [], packages: [], crashes: [], heap: [], comparison: null },
    ...{ artifacts: [], gaps },
    verdict: { status: "incomplete", reasons: [{ kind: "lost", message: doubt }] }
  };
  return { report, pieces: [], doubts: [doubt], evidence: [] };
}
function said(error) {
  return clip(printable(error instanceof Error ? error.message : String(error)), 500);
}

// src/entry/action/report.ts
async function reportMode(places) {
  const settings = await readSettings("report");
  const { out, directory, publishing } = settings;
  leaveRun(out);
  const job = readJob();
  const { token, github } = await githubOf(job);
  const { id: check, tell } = await beginCheck(publishing, job, github);
  tell();
  const place = placeInRepository(directory);
  const source = { ...eventSource(readContext()), directory: place };
  const merged = await gatherShards(lateArtifacts(), {
    ...{ directory: place, source, attempt: Number(job.runAttempt) || 1 },
    jobs: () => jobsOf(job, github)
  });
  const { stop } = createCancellation();
  const report = await keepMerged(merged, settings, {
    run: commandRunner(stop),
    env: stepEnvironment(process.env),
    baseline: baselineOrigin(token, job)
  });
  await writeMerged(out, report);
  process.exitCode = exitCode(report, null);
  tellLog(report, out);
  await tellGithub({
    ...{ report, out, publishing, job, github, check, evidence: merged.evidence },
    root: repositoryRoot(directory, place),
    rewrite: (changed, links) => writeAll(out, changed, { ...places, directory }, links)
  });
}
async function jobsOf({ runId, runAttempt }, github) {
  if (github === null) throw new Error("the input token is empty");
  return attemptJobs(github, Number(runId), Number(runAttempt));
}
function lateArtifacts() {
  const store = openArtifacts({ env: process.env });
  store.catch(() => void 0);
  return {
    list: async () => (await store).list(),
    download: async (id, maxBytes) => (await store).download(id, maxBytes),
    upload: async (request) => (await store).upload(request)
  };
}
export {
  reportMode
};
