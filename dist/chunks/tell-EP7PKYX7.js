import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tellGithub,
  tellLog,
  tellSummary
} from "./chunk-JDMTXH5V.js";
import "./chunk-3DPDYNU2.js";
import "./chunk-7QGZCJMF.js";
import "./chunk-XDID2FZV.js";
import "./chunk-MWTZRLSY.js";
import "./chunk-BBU2TVSE.js";
import "./chunk-ARPAN326.js";
import "./chunk-52XO55BO.js";
import "./chunk-D5CBUHZG.js";
import "./chunk-PD4K3Z3W.js";
import "./chunk-FOOUJGC4.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-DTPM72IW.js";
import "./chunk-LJR2BSKZ.js";
import "./chunk-COOM7LNL.js";
import "./chunk-ISKTQOTD.js";
import "./chunk-T4JS6IWF.js";
import "./chunk-BMXZFYSJ.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-MYAVKQUZ.js";
import "./chunk-TYNGSIJO.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  tellGithub,
  tellLog,
  tellSummary
};
