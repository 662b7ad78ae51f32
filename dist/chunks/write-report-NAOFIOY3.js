import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  writeAll,
  writeReport
} from "./chunk-B75DTGBF.js";
import "./chunk-33OFEDXQ.js";
import "./chunk-XDID2FZV.js";
import "./chunk-TYTE5QLF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-UBPZ7MBQ.js";
import "./chunk-X76NOBDZ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZB42AQUE.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-KTORACQR.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-DYEKPBSJ.js";
import "./chunk-WRIC7NQN.js";
import "./chunk-JPPQKLBO.js";
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
