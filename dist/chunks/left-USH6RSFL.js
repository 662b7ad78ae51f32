import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readReport
} from "./chunk-K7G464HG.js";
import {
  conclude,
  tellGithub,
  tellLog
} from "./chunk-A5PPPQY5.js";
import "./chunk-6FT36WNW.js";
import "./chunk-YBQL32OB.js";
import {
  begunCheck,
  failCheck,
  leftMarker,
  openCheck,
  repositoryRoot
} from "./chunk-PGEXWSHZ.js";
import "./chunk-AFI3EANO.js";
import {
  stepEnvironment
} from "./chunk-6QPCTHLE.js";
import {
  log
} from "./chunk-ARPAN326.js";
import "./chunk-52XO55BO.js";
import {
  githubOf,
  readJob,
  readMode,
  readSettings
} from "./chunk-NN42FORD.js";
import {
  warning
} from "./chunk-PD4K3Z3W.js";
import {
  describeFailure
} from "./chunk-7FAPXXC6.js";
import {
  loadCatalog
} from "./chunk-5X2OK2QB.js";
import {
  exitCodes
} from "./chunk-PCPWAUOV.js";
import "./chunk-UUPQOM7B.js";
import "./chunk-LJHI5VAX.js";
import "./chunk-OCEQ36S7.js";
import {
  makeReport,
  readRunPlan
} from "./chunk-4XQP3G2Y.js";
import "./chunk-7WXRJMNQ.js";
import "./chunk-Q3HD7JMH.js";
import {
  finishCores
} from "./chunk-GKD4OSJ3.js";
import "./chunk-3QARACST.js";
import "./chunk-UKTK5VMV.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-W4GQT7JZ.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-4Z6IVO33.js";
import {
  writeAll
} from "./chunk-6URBWWPE.js";
import "./chunk-VM6VLXRB.js";
import "./chunk-DIWVUYWQ.js";
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import "./chunk-XDQRHIFQ.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-7AZ4ATBU.js";
import "./chunk-2N2IIUE2.js";
import "./chunk-Q7OFS377.js";
import "./chunk-BL2WKQOP.js";
import "./chunk-4POAZIJN.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-Z7ZWTVBS.js";
import "./chunk-NAUDF2HM.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-D5CBUHZG.js";
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
