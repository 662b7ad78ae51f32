import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guard,
  makeReport
} from "./chunk-BWSE37JB.js";
import "./chunk-XAUS2AN3.js";
import "./chunk-B75DTGBF.js";
import "./chunk-33OFEDXQ.js";
import "./chunk-XDID2FZV.js";
import "./chunk-657WPLLI.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-TYTE5QLF.js";
import "./chunk-4GRSUTQH.js";
import "./chunk-UBPZ7MBQ.js";
import "./chunk-Q5NST6EV.js";
import "./chunk-NRQ72CVG.js";
import "./chunk-E6RA3DVR.js";
import "./chunk-JE4IL6RB.js";
import "./chunk-I6ZSWVEF.js";
import "./chunk-BRWNQYKH.js";
import "./chunk-X76NOBDZ.js";
import "./chunk-WKU5LGFA.js";
import "./chunk-55LUASFK.js";
import "./chunk-VX6ODH4P.js";
import "./chunk-NOHGBNC5.js";
import "./chunk-5WRMO6QF.js";
import "./chunk-FEIOFHOH.js";
import "./chunk-ZB42AQUE.js";
import "./chunk-A4M5YG7X.js";
import "./chunk-LSEFGULL.js";
import "./chunk-S5DHIWC2.js";
import "./chunk-37YTOFUQ.js";
import "./chunk-O3GBPBQZ.js";
import "./chunk-T6FBARQ3.js";
import "./chunk-3JJND2XY.js";
import "./chunk-KTORACQR.js";
import "./chunk-YCSXZ3FE.js";
import "./chunk-QYIN7XRD.js";
import "./chunk-VAXDAKPX.js";
import "./chunk-UNYLEEOB.js";
import "./chunk-E2SX27TT.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-NUJBTJTJ.js";
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
  guard,
  makeReport
};
