import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guard,
  makeReport
} from "./chunk-PHUIOCHM.js";
import "./chunk-E7JFJAP3.js";
import "./chunk-CNOXS7MP.js";
import "./chunk-7QGZCJMF.js";
import "./chunk-XDID2FZV.js";
import "./chunk-ZVDR3PZG.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-TZY7NJUF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-NKJRDYH7.js";
import "./chunk-Q5NST6EV.js";
import "./chunk-2JIHL4JN.js";
import "./chunk-E6RA3DVR.js";
import "./chunk-GOA4VZKW.js";
import "./chunk-I6ZSWVEF.js";
import "./chunk-RGVDOE3Y.js";
import "./chunk-UT7K35KJ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-ZFXW6GAV.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZHOZXKHT.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-U6CEAT6P.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-GUNDL3TO.js";
import "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-E2SX27TT.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
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
  guard,
  makeReport
};
