import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  reportSchema
} from "./chunk-7GVYDYZ6.js";
import {
  layout
} from "./chunk-UNYLEEOB.js";

// src/entry/read-report.ts
import { readFile, stat } from "node:fs/promises";
var maxBytes = 256 << 20;
async function readReport(path) {
  try {
    const file = (await stat(path)).isDirectory() ? layout.report(path) : path;
    if ((await stat(file)).size > maxBytes) return null;
    const { success, data } = reportSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
    return success ? data : null;
  } catch {
    return null;
  }
}

export {
  readReport
};
