import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  writeAll,
  writeReport
} from "./chunk-CNOXS7MP.js";
import "./chunk-7QGZCJMF.js";
import "./chunk-XDID2FZV.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-GUNDL3TO.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-EQJSFSIF.js";
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
export {
  writeAll,
  writeReport
};
