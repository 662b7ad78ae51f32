import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readReport
} from "./chunk-EJHZP6XY.js";
import {
  makeReport
} from "./chunk-PHUIOCHM.js";
import "./chunk-E7JFJAP3.js";
import {
  writeAll
} from "./chunk-CNOXS7MP.js";
import {
  conclude,
  tellGithub,
  tellLog
} from "./chunk-JDMTXH5V.js";
import "./chunk-3DPDYNU2.js";
import "./chunk-7QGZCJMF.js";
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import "./chunk-MWTZRLSY.js";
import {
  begunCheck,
  failCheck,
  leftMarker,
  openCheck,
  repositoryRoot
} from "./chunk-QO56E3IQ.js";
import {
  stepEnvironment
} from "./chunk-6QPCTHLE.js";
import {
  githubOf,
  readJob,
  readMode,
  readSettings
} from "./chunk-3AVYO4NP.js";
import {
  finishCores
} from "./chunk-ZVDR3PZG.js";
import "./chunk-BBU2TVSE.js";
import {
  log
} from "./chunk-ARPAN326.js";
import "./chunk-52XO55BO.js";
import "./chunk-D5CBUHZG.js";
import {
  warning
} from "./chunk-PD4K3Z3W.js";
import "./chunk-ZWTAINA2.js";
import {
  describeFailure
} from "./chunk-7FAPXXC6.js";
import {
  loadCatalog
} from "./chunk-W6PERRZ2.js";
import {
  exitCodes
} from "./chunk-PCPWAUOV.js";
import "./chunk-3WO2YYS3.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-7GVYDYZ6.js";
import "./chunk-FOOUJGC4.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-Q5NST6EV.js";
import "./chunk-2JIHL4JN.js";
import "./chunk-E6RA3DVR.js";
import {
  readRunPlan
} from "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import "./chunk-RGVDOE3Y.js";
import "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-ZFXW6GAV.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-U6CEAT6P.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-E2SX27TT.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-DTPM72IW.js";
import "./chunk-LJR2BSKZ.js";
import "./chunk-COOM7LNL.js";
import "./chunk-ISKTQOTD.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-BMXZFYSJ.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/entry/action/left.ts
var cutOff = "The step ended before it could make a report, and left nothing of which one could be made. Run the job again.";
async function tellLeft(out, places) {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = await openCheck(github, job);
  try {
    const report = await leftReport(out, places);
    if (report === null) await failCheck(github, check, job, cutOff);
    else await tell(report, out, { places, job, github, check });
  } catch (error) {
    await failCheck(github, check, job, describeFailure(error).text);
    throw error;
  }
}
async function concludeLeft(out) {
  const job = readJob();
  const { github } = await githubOf(job);
  const check = begunCheck();
  const report = await leftMarker(out) === null ? null : await readReport(out);
  if (report === null) {
    await failCheck(github, check, job, cutOff);
    return;
  }
  const concluded = await conclude({ github, check, job }, report, noLinks);
  if (concluded.kind === "refused") warning(concluded.warning);
}
async function tell(report, out, told) {
  const { places, job, github, check } = told;
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
  const marker = await leftMarker(out);
  if (marker === null) return null;
  const written = marker.finished ? await readReport(out) : null;
  if (written !== null) return written;
  await finishCores(out, stepEnvironment(process.env));
  const report = await makeReport(out, await loadCatalog(places.catalogUrl), places);
  if (report === null) return null;
  tellLog(report, out);
  process.exitCode = exitCodes.fail;
  return report;
}
export {
  concludeLeft,
  tellLeft
};
