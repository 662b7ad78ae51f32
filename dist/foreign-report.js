import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readPackedReport
} from "./chunks/chunk-BDR6GQRL.js";
import "./chunks/chunk-LJHI5VAX.js";
import {
  commentDigest,
  renderComment
} from "./chunks/chunk-OCEQ36S7.js";
import "./chunks/chunk-7AZ4ATBU.js";
import "./chunks/chunk-2N2IIUE2.js";
import "./chunks/chunk-Q7OFS377.js";
import "./chunks/chunk-BL2WKQOP.js";
import "./chunks/chunk-4POAZIJN.js";
import "./chunks/chunk-AVRQRK3V.js";
import "./chunks/chunk-BQ7PWXQO.js";
import "./chunks/chunk-H7PVPJ6F.js";
import "./chunks/chunk-XSTYEQYD.js";
import "./chunks/chunk-Z7ZWTVBS.js";
import "./chunks/chunk-NAUDF2HM.js";
import "./chunks/chunk-NI4KKZEY.js";
import "./chunks/chunk-RYNKS63I.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/foreign-report.ts
import { parentPort, workerData } from "node:worker_threads";

// src/render/foreign-comment.ts
async function foreignComment(zip2, page2) {
  const packed = await readPackedReport(zip2);
  if (packed.kind === "refused") return packed;
  const { report } = packed;
  if (report.shard !== void 0)
    return { kind: "refused", because: "it is the report of one shard only" };
  return {
    kind: "comment",
    body: renderComment(report, page2),
    digest: commentDigest(report),
    problems: report.verdict.status !== "pass"
  };
}

// src/foreign-report.ts
var { zip, page } = workerData;
parentPort?.postMessage(await foreignComment(zip, page));
