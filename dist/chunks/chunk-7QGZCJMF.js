import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import {
  furtherSections,
  mainSections,
  told
} from "./chunk-TZY7NJUF.js";

// src/render/summary.ts
import { Buffer } from "node:buffer";
var room = { limit: 900 * 1024, size: (text) => Buffer.byteLength(text) };
var extent = { lines: 6e3, details: 300 };
var maxCharts = 3;
function renderSummary(report, links = noLinks) {
  const telling = { report, links, extent, charts: maxCharts };
  return told([...mainSections(telling, null), ...furtherSections(telling)], room);
}

export {
  renderSummary
};
