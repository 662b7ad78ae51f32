import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  eventSource
} from "./chunks/chunk-DOARVVES.js";
import {
  beginCheck,
  failCheck,
  noCheck,
  repositoryRoot
} from "./chunks/chunk-Q4DNLUVC.js";
import {
  toldAll,
  wasTold
} from "./chunks/chunk-4D56JNXG.js";
import {
  baselineOrigin
} from "./chunks/chunk-LEWHQJ6J.js";
import {
  log,
  paint
} from "./chunks/chunk-ARPAN326.js";
import "./chunks/chunk-SZ4F2JOM.js";
import {
  githubOf,
  readContext,
  readJob,
  readMode,
  readSettings
} from "./chunks/chunk-4N3Q2YOL.js";
import {
  describeFailure,
  terminalProgress
} from "./chunks/chunk-6MZCJGER.js";
import {
  createCancellation
} from "./chunks/chunk-4TVJBDMX.js";
import "./chunks/chunk-NSNZC5CJ.js";
import {
  loadCatalog
} from "./chunks/chunk-OXRP3LJU.js";
import {
  exitCode
} from "./chunks/chunk-PCPWAUOV.js";
import "./chunks/chunk-OE225PM3.js";
import {
  restoreCorePattern
} from "./chunks/chunk-3CTU653W.js";
import "./chunks/chunk-2JHQMTJR.js";
import "./chunks/chunk-JHC4LLAA.js";
import "./chunks/chunk-W4GQT7JZ.js";
import {
  commandRunner
} from "./chunks/chunk-XDZPD3YM.js";
import "./chunks/chunk-RLCSD7WV.js";
import "./chunks/chunk-2QFXAD3K.js";
import "./chunks/chunk-5AAJGF4P.js";
import "./chunks/chunk-64UJPC5Q.js";
import "./chunks/chunk-TPY3KFQ2.js";
import "./chunks/chunk-AVRQRK3V.js";
import "./chunks/chunk-BQ7PWXQO.js";
import "./chunks/chunk-JCPUT5B2.js";
import "./chunks/chunk-NJ6UBD6J.js";
import "./chunks/chunk-MUPSE5RN.js";
import "./chunks/chunk-NI4KKZEY.js";
import "./chunks/chunk-6KLJIDMJ.js";
import "./chunks/chunk-RYNKS63I.js";
import {
  error,
  exec,
  getState,
  saveState
} from "./chunks/chunk-PD4K3Z3W.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/action.ts
import { fileURLToPath } from "node:url";

// src/entry/action/post.ts
async function postMode(places2) {
  const out = getState("out");
  if (out !== "") await restoreCorePattern(out, process.env);
  if (wasTold()) return;
  const { tellLeft } = await import("./chunks/left-TLG6BNPL.js");
  await tellLeft(out, places2);
}

// src/entry/action/run.ts
async function runMode(places2) {
  const { catalogUrl, probeDirectory, heapPageDirectory } = places2;
  const settings = await readSettings("run");
  saveState("out", settings.out);
  const cancellation = createCancellation();
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  const job = readJob();
  log.write("");
  await exec("go", ["version"], { cwd: settings.directory, ignoreReturnCode: true }).catch(
    () => void 0
  );
  const { token, github } = await githubOf(job);
  const { guard } = await import("./chunks/guard-6JPV47L4.js");
  const { writeAll } = await import("./chunks/write-report-TOVTWIUL.js");
  const { tellGithub, tellLog, tellSummary } = await import("./chunks/tell-GIKF6TGF.js");
  const checked = settings.shard === null ? beginCheck(settings.publishing, job, github) : noCheck();
  let report;
  try {
    report = await guard(settings, {
      run: commandRunner(cancellation.stop),
      env: process.env,
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
    await failCheck(github, (await checked).id, job, describeFailure(error2).text);
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

// src/action.ts
var places = {
  catalogUrl: new URL("./catalog.json", import.meta.url),
  probeDirectory: fileURLToPath(new URL("./probe/", import.meta.url)),
  heapPageDirectory: fileURLToPath(new URL("./heap-page/", import.meta.url))
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
      await (await import("./chunks/plan-5RH7ERPT.js")).planMode();
      break;
    case "report":
      await (await import("./chunks/report-MMIBBGNK.js")).reportMode(places);
      break;
    case "comment":
      await (await import("./chunks/comment-A2TLWRDR.js")).commentMode();
      break;
  }
}
