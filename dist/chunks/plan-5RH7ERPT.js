import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  planMatrix
} from "./chunk-BHV26FSH.js";
import {
  baselineOrigin
} from "./chunk-LEWHQJ6J.js";
import {
  log
} from "./chunk-ARPAN326.js";
import {
  readJob,
  readSettings
} from "./chunk-4N3Q2YOL.js";
import {
  createCancellation
} from "./chunk-4TVJBDMX.js";
import "./chunk-OE225PM3.js";
import "./chunk-VH222PF4.js";
import "./chunk-JHC4LLAA.js";
import {
  commandRunner
} from "./chunk-XDZPD3YM.js";
import "./chunk-RLCSD7WV.js";
import "./chunk-2QFXAD3K.js";
import "./chunk-3BNFJSN7.js";
import "./chunk-BBP5ABVJ.js";
import "./chunk-JCPUT5B2.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-RYNKS63I.js";
import {
  getInput,
  setOutput
} from "./chunk-PD4K3Z3W.js";
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
      env: process.env,
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
