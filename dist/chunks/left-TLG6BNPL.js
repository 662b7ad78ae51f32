import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tellGithub,
  tellLog
} from "./chunk-EF7GA3II.js";
import "./chunk-JAIR7JFA.js";
import {
  readReport
} from "./chunk-FSGQUJLX.js";
import "./chunk-MCL6QLGP.js";
import "./chunk-YNEJIRGH.js";
import {
  begunCheck,
  failCheck,
  repositoryRoot
} from "./chunk-Q4DNLUVC.js";
import "./chunk-4D56JNXG.js";
import {
  log
} from "./chunk-ARPAN326.js";
import "./chunk-SZ4F2JOM.js";
import {
  githubOf,
  readJob,
  readMode,
  readSettings
} from "./chunk-4N3Q2YOL.js";
import {
  loadCatalog
} from "./chunk-OXRP3LJU.js";
import {
  exitCodes
} from "./chunk-PCPWAUOV.js";
import "./chunk-OE225PM3.js";
import {
  makeReport,
  readRunPlan
} from "./chunk-K57F32BF.js";
import "./chunk-EHTCSPVC.js";
import "./chunk-VH222PF4.js";
import {
  finishCores
} from "./chunk-3CTU653W.js";
import "./chunk-2JHQMTJR.js";
import "./chunk-JHC4LLAA.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-W4GQT7JZ.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-RLCSD7WV.js";
import "./chunk-2QFXAD3K.js";
import {
  writeAll
} from "./chunk-OCH3IWSW.js";
import "./chunk-4ICSSR5B.js";
import "./chunk-3BNFJSN7.js";
import "./chunk-J6PGBIXP.js";
import "./chunk-QX6JX7LE.js";
import "./chunk-HHACHWO6.js";
import "./chunk-BBP5ABVJ.js";
import {
  readMarker
} from "./chunk-5AAJGF4P.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-JCPUT5B2.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-6KLJIDMJ.js";
import "./chunk-RYNKS63I.js";
import {
  getState
} from "./chunk-PD4K3Z3W.js";
import "./chunk-5XWL5JNG.js";

// src/entry/action/left.ts
var cutOff = "The step ended before it could make a report, and left nothing of which one could be made. Run the job again.";
async function tellLeft(out, places) {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = begunCheck();
  const report = await leftReport(out, places);
  if (report === null) {
    await failCheck(github, check, job, cutOff);
    return;
  }
  const settings = await readSettings(readMode());
  log.resume();
  const directory = (await readRunPlan(out))?.directory ?? settings.directory;
  await tellGithub({
    ...{ report, out, publishing: settings.publishing, job, github, check },
    root: repositoryRoot(directory, report.source.directory),
    rewrite: (changed, links) => writeAll(out, changed, { ...places, directory }, links)
  });
}
async function leftReport(out, places) {
  const marker = out === "" ? null : await readMarker(out);
  if (marker === null || marker.startedAt < getState("main")) return null;
  const written = marker.finished ? await readReport(out) : null;
  if (written !== null) return written;
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(places.catalogUrl), places);
  if (report === null) return null;
  tellLog(report, out);
  process.exitCode = exitCodes.fail;
  return report;
}
export {
  tellLeft
};
