import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  eventSource
} from "./chunks/chunk-DOARVVES.js";
import {
  baselineOrigin
} from "./chunks/chunk-TMPKFQPH.js";
import {
  beginCheck,
  begunCheck,
  failCheck,
  leaveRun,
  noCheck,
  repositoryRoot
} from "./chunks/chunk-QO56E3IQ.js";
import {
  stepEnvironment
} from "./chunks/chunk-6QPCTHLE.js";
import {
  githubOf,
  readContext,
  readJob,
  readMode,
  readSettings
} from "./chunks/chunk-3AVYO4NP.js";
import {
  restoreCorePattern
} from "./chunks/chunk-ZVDR3PZG.js";
import {
  concludedCheck,
  isConcluded,
  toldAll,
  wasTold
} from "./chunks/chunk-BBU2TVSE.js";
import {
  log,
  paint
} from "./chunks/chunk-ARPAN326.js";
import "./chunks/chunk-52XO55BO.js";
import "./chunks/chunk-D5CBUHZG.js";
import {
  error,
  exec,
  getState,
  saveState
} from "./chunks/chunk-PD4K3Z3W.js";
import {
  terminalProgress
} from "./chunks/chunk-TR53MKNN.js";
import {
  createCancellation
} from "./chunks/chunk-4TVJBDMX.js";
import "./chunks/chunk-NSNZC5CJ.js";
import {
  describeFailure
} from "./chunks/chunk-7FAPXXC6.js";
import {
  loadCatalog
} from "./chunks/chunk-W6PERRZ2.js";
import {
  exitCode
} from "./chunks/chunk-PCPWAUOV.js";
import "./chunks/chunk-3WO2YYS3.js";
import "./chunks/chunk-4Z6IVO33.js";
import "./chunks/chunk-ZFXW6GAV.js";
import "./chunks/chunk-VX6ODH4P.js";
import "./chunks/chunk-LSEFGULL.js";
import "./chunks/chunk-3JJND2XY.js";
import "./chunks/chunk-GUNDL3TO.js";
import "./chunks/chunk-YCSXZ3FE.js";
import "./chunks/chunk-QYIN7XRD.js";
import "./chunks/chunk-VAXDAKPX.js";
import "./chunks/chunk-UNYLEEOB.js";
import "./chunks/chunk-E2SX27TT.js";
import "./chunks/chunk-EQJSFSIF.js";
import {
  commandRunner
} from "./chunks/chunk-XDZPD3YM.js";
import "./chunks/chunk-COOM7LNL.js";
import "./chunks/chunk-ISKTQOTD.js";
import "./chunks/chunk-T4JS6IWF.js";
import "./chunks/chunk-H7PVPJ6F.js";
import "./chunks/chunk-BMXZFYSJ.js";
import "./chunks/chunk-XSTYEQYD.js";
import "./chunks/chunk-MYAVKQUZ.js";
import "./chunks/chunk-TYNGSIJO.js";
import "./chunks/chunk-RYNKS63I.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/action.ts
import { fileURLToPath } from "node:url";

// src/entry/action/post.ts
async function postMode(places2) {
  const out = getState("out");
  if (out === "") return;
  await restoreCorePattern(out, stepEnvironment(process.env));
  const isOpen = begunCheck() !== null && !isConcluded();
  if (wasTold() && !isOpen) return;
  const { concludeLeft, tellLeft } = await import("./chunks/left-CDSFHJLO.js");
  await (wasTold() ? concludeLeft(out) : tellLeft(out, places2));
}

// src/entry/action/run.ts
async function runMode(places2) {
  const { catalogUrl, probeDirectory, heapPageDirectory } = places2;
  const settings = await readSettings("run");
  leaveRun(settings.out);
  const cancellation = createCancellation();
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  const job = readJob();
  log.write("");
  const env = stepEnvironment(process.env);
  await goVersion(settings.directory, env);
  const { token, github } = await githubOf(job);
  const { guard } = await import("./chunks/guard-EDBT4PD4.js");
  const { writeAll } = await import("./chunks/write-report-IXHPQPRC.js");
  const { tellGithub, tellLog, tellSummary } = await import("./chunks/tell-EP7PKYX7.js");
  const checked = settings.shard === null ? beginCheck(settings.publishing, job, github) : noCheck();
  let report;
  try {
    report = await guard(settings, {
      run: commandRunner(cancellation.stop),
      env,
      probeDirectory,
      progress: terminalProgress({
        ...{ write: log.write, columns: () => null, paint, groups: log.groups }
      }),
      cancellation,
      source: eventSource(readContext()),
      catalog: await loadCatalog(catalogUrl),
      heapPageDirectory,
      baseline: baselineOrigin(token, job)
    });
  } catch (error2) {
    log.resume();
    if (await failCheck(github, (await checked).id, job, describeFailure(error2).text))
      concludedCheck();
    toldAll();
    throw error2;
  }
  const { out, publishing } = settings;
  process.exitCode = exitCode(report, cancellation.requested());
  tellLog(report, out);
  const { id: check, tell } = await checked;
  tell();
  if (cancellation.requested() !== null) {
    await tellSummary(report);
    return;
  }
  await tellGithub({
    ...{ report, out, publishing, job, github, check },
    root: repositoryRoot(settings.directory, report.source.directory),
    rewrite: (changed, links) => writeAll(out, changed, { ...places2, directory: settings.directory }, links)
  });
}
async function goVersion(directory, env) {
  const known = Object.entries(env).filter(
    (entry) => entry[1] !== void 0
  );
  const options = { cwd: directory, env: Object.fromEntries(known), ignoreReturnCode: true };
  await exec("go", ["version"], options).catch(() => void 0);
}

// src/action.ts
var places = {
  catalogUrl: new URL("./catalog.json", import.meta.url),
  probeDirectory: fileURLToPath(new URL("./probe/", import.meta.url)),
  heapPageDirectory: fileURLToPath(new URL("./heap-page/", import.meta.url)),
  foreignReportUrl: new URL("./foreign-report.js", import.meta.url)
};
var isPost = getState("main") !== "";
try {
  if (isPost) await postMode(places);
  else await main();
} catch (error2) {
  log.resume();
  const { text, code } = describeFailure(error2);
  error(text);
  process.exitCode = code;
}
process.stdout.write("", () => {
  process.exit();
});
async function main() {
  saveState("main", (/* @__PURE__ */ new Date()).toISOString());
  switch (readMode()) {
    case "run":
      await runMode(places);
      break;
    case "plan":
      await (await import("./chunks/plan-RN4EUIJ4.js")).planMode();
      break;
    case "report":
      await (await import("./chunks/report-PI6XPKOD.js")).reportMode(places);
      break;
    case "comment":
      await (await import("./chunks/comment-4JAQTGKQ.js")).commentMode(places);
      break;
  }
}
