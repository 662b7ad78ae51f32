import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  planMatrix
} from "./chunk-QRHSBOF5.js";
import {
  baselineOrigin
} from "./chunk-D6HBM6LF.js";
import {
  stepEnvironment
} from "./chunk-6QPCTHLE.js";
import {
  log
} from "./chunk-ARPAN326.js";
import {
  readJob,
  readSettings
} from "./chunk-NN42FORD.js";
import {
  getInput,
  setOutput
} from "./chunk-PD4K3Z3W.js";
import {
  createCancellation
} from "./chunk-4TVJBDMX.js";
import "./chunk-UUPQOM7B.js";
import "./chunk-Q3HD7JMH.js";
import "./chunk-UKTK5VMV.js";
import {
  commandRunner
} from "./chunk-XDZPD3YM.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-DIWVUYWQ.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-BL2WKQOP.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-Z7ZWTVBS.js";
import "./chunk-NAUDF2HM.js";
import "./chunk-NI4KKZEY.js";
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
