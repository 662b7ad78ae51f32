import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  resultPaths,
  showReport
} from "./chunk-MWTZRLSY.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-LJR2BSKZ.js";
import "./chunk-ISKTQOTD.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-BMXZFYSJ.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  resultPaths,
  showReport
};
