import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openArtifacts,
  tellGithub,
  tellLog
} from "./chunk-EF7GA3II.js";
import {
  readPackedReport
} from "./chunk-7NIKCNYH.js";
import {
  parseReportArtifactName
} from "./chunk-JAIR7JFA.js";
import {
  mergeReports,
  writeMerged
} from "./chunk-CXRWXYOB.js";
import "./chunk-MCL6QLGP.js";
import {
  keepMerged
} from "./chunk-BHV26FSH.js";
import "./chunk-YNEJIRGH.js";
import {
  eventSource
} from "./chunk-DOARVVES.js";
import {
  beginCheck,
  repositoryRoot
} from "./chunk-Q4DNLUVC.js";
import "./chunk-4D56JNXG.js";
import {
  baselineOrigin
} from "./chunk-LEWHQJ6J.js";
import "./chunk-ARPAN326.js";
import "./chunk-SZ4F2JOM.js";
import {
  githubOf,
  readContext,
  readJob,
  readSettings
} from "./chunk-4N3Q2YOL.js";
import {
  createCancellation
} from "./chunk-4TVJBDMX.js";
import {
  exitCode
} from "./chunk-PCPWAUOV.js";
import "./chunk-OE225PM3.js";
import "./chunk-EHTCSPVC.js";
import "./chunk-VH222PF4.js";
import "./chunk-2JHQMTJR.js";
import "./chunk-JHC4LLAA.js";
import {
  version
} from "./chunk-ZWTAINA2.js";
import {
  commandRunner
} from "./chunk-XDZPD3YM.js";
import {
  maxShards
} from "./chunk-RLCSD7WV.js";
import "./chunk-2QFXAD3K.js";
import {
  placeInRepository,
  writeAll
} from "./chunk-OCH3IWSW.js";
import "./chunk-4ICSSR5B.js";
import "./chunk-3BNFJSN7.js";
import "./chunk-J6PGBIXP.js";
import "./chunk-QX6JX7LE.js";
import "./chunk-HHACHWO6.js";
import "./chunk-BBP5ABVJ.js";
import "./chunk-5AAJGF4P.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-JCPUT5B2.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-6KLJIDMJ.js";
import {
  clip,
  printable
} from "./chunk-RYNKS63I.js";
import {
  saveState
} from "./chunk-PD4K3Z3W.js";
import "./chunk-5XWL5JNG.js";

// src/github/gather-shards.ts
import { availableParallelism, totalmem } from "node:os";
var maxZipBytes = 64 << 20;
var maxArtifacts = 4 * maxShards;
var atOnce = 4;
async function gatherShards(store, options) {
  let listed;
  try {
    listed = await store.list();
  } catch (error) {
    return nothing(options, `the reports of the shards cannot be listed: ${said(error)}`);
  }
  const artifacts = newestAttempts(listed).slice(0, maxArtifacts);
  const gaps = [];
  const read = [];
  for (let start = 0; start < artifacts.length; start += atOnce) {
    const some = artifacts.slice(start, start + atOnce);
    for (const one of await Promise.all(some.map((artifact) => readShard(store, artifact))))
      if ("problem" in one) gaps.push({ what: one.problem });
      else read.push(one);
  }
  const reports = ofOnePlan(read.filter(({ report: report2 }) => liesIn(report2, options.directory)));
  const [first, ...others] = reports.map(({ report: report2 }) => report2);
  if (first === void 0) return nothing(options, emptyText(options.directory, read), gaps);
  const merged = mergeReports([first, ...others], "rivals");
  const { report } = merged;
  const named = new Set(report.artifacts.map(({ name }) => name));
  return {
    ...merged,
    report: { ...report, gaps: [...gaps, ...report.gaps] },
    evidence: listed.filter(({ name }) => named.has(name))
  };
}
function newestAttempts(listed) {
  const newest = /* @__PURE__ */ new Map();
  for (const artifact of listed) {
    const from = parseReportArtifactName(artifact.name);
    const shard = from?.shard ?? null;
    if (from === null || shard === null) continue;
    const { slug, attempt } = from;
    const key = `${slug} ${String(shard.index)}/${String(shard.count)}`;
    const before = newest.get(key);
    if (before === void 0 || attempt > before.from.attempt)
      newest.set(key, { ...artifact, from: { ...from, shard } });
  }
  return [...newest.values()].sort((a, b) => a.from.shard.index - b.from.shard.index);
}
async function readShard(store, artifact) {
  const { name, id, from } = artifact;
  try {
    const packed = await readPackedReport(await store.download(id, maxZipBytes));
    if (packed.kind === "refused") return { problem: `artifact ${name}: ${packed.because}` };
    const { shard } = packed.report;
    if (shard?.index === from.shard.index && shard.count === from.shard.count)
      return { artifact, report: packed.report };
    return { problem: `artifact ${name}: its report is not the one of that shard` };
  } catch (error) {
    return { problem: `artifact ${name} cannot be read: ${said(error)}` };
  }
}
function liesIn({ source }, directory) {
  return (source.directory ?? "") === directory;
}
function ofOnePlan(shards) {
  const newest = Math.max(0, ...shards.map(({ artifact }) => artifact.from.attempt));
  const plans = new Set(
    shards.filter(({ artifact }) => artifact.from.attempt === newest).map(planOf)
  );
  return shards.filter((one) => plans.has(planOf(one)));
}
function planOf({ report: { shard } }) {
  return `${String(shard?.count)} ${shard?.weighedBy ?? ""}`;
}
function emptyText(directory, read) {
  const upload = "each of them uploads one, named go-crash-guard-report-...-shard-I-of-N";
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
  saveState("out", out);
  const job = readJob();
  const { token, github } = await githubOf(job);
  const { id: check, tell } = await beginCheck(publishing, job, github);
  tell();
  const place = placeInRepository(directory);
  const source = { ...eventSource(readContext()), directory: place };
  const merged = await gatherShards(lateArtifacts(), { directory: place, source });
  const { stop } = createCancellation();
  const report = await keepMerged(merged, settings, {
    run: commandRunner(stop),
    env: process.env,
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
