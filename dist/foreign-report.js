import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readPackedReport
} from "./chunks/chunk-6SLYGCLN.js";
import "./chunks/chunk-7GVYDYZ6.js";
import {
  commentDigest,
  renderComment
} from "./chunks/chunk-FOOUJGC4.js";
import "./chunks/chunk-TZY7NJUF.js";
import "./chunks/chunk-4GRSUTQH.js";
import "./chunks/chunk-NKJRDYH7.js";
import "./chunks/chunk-NOHGBNC5.js";
import "./chunks/chunk-5WRMO6QF.js";
import "./chunks/chunk-FEIOFHOH.js";
import "./chunks/chunk-ZHOZXKHT.js";
import "./chunks/chunk-A4M5YG7X.js";
import "./chunks/chunk-LSEFGULL.js";
import "./chunks/chunk-NUJBTJTJ.js";
import "./chunks/chunk-DYEKPBSJ.js";
import "./chunks/chunk-DTPM72IW.js";
import "./chunks/chunk-LJR2BSKZ.js";
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
