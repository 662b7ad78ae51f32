import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tellGithub,
  tellLog,
  tellSummary
} from "./chunk-A5PPPQY5.js";
import "./chunk-6FT36WNW.js";
import "./chunk-YBQL32OB.js";
import "./chunk-AFI3EANO.js";
import "./chunk-ARPAN326.js";
import "./chunk-52XO55BO.js";
import "./chunk-PD4K3Z3W.js";
import "./chunk-OCEQ36S7.js";
import "./chunk-7WXRJMNQ.js";
import "./chunk-3QARACST.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-VM6VLXRB.js";
import "./chunk-XDID2FZV.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-2N2IIUE2.js";
import "./chunk-Q7OFS377.js";
import "./chunk-4POAZIJN.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-Z7ZWTVBS.js";
import "./chunk-NAUDF2HM.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-D5CBUHZG.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  tellGithub,
  tellLog,
  tellSummary
};
