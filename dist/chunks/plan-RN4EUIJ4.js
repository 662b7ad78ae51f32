import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  planMatrix
} from "./chunk-SPOCAZKU.js";
import "./chunk-E7JFJAP3.js";
import {
  baselineOrigin
} from "./chunk-TMPKFQPH.js";
import {
  stepEnvironment
} from "./chunk-6QPCTHLE.js";
import {
  readJob,
  readSettings
} from "./chunk-3AVYO4NP.js";
import {
  log
} from "./chunk-ARPAN326.js";
import {
  getInput,
  setOutput
} from "./chunk-PD4K3Z3W.js";
import {
  createCancellation
} from "./chunk-4TVJBDMX.js";
import "./chunk-3WO2YYS3.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-Q5NST6EV.js";
import "./chunk-RGVDOE3Y.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-EQJSFSIF.js";
import {
  commandRunner
} from "./chunk-XDZPD3YM.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";

// src/entry/action/plan.ts
async function planMode() {
  const settings = await readSettings("plan");
  const { stop } = createCancellation();
  const { matrix, summary } = await planMatrix(
    settings,
    { text: getInput("shard"), where: "input shard" },
    {
      run: commandRunner(stop),
      env: stepEnvironment(process.env),
      baseline: baselineOrigin(getInput("token"), readJob())
    }
  );
  log.write(`${summary}
`);
  log.resume();
  setOutput("matrix", matrix);
}
export {
  planMode
};
