import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guard,
  makeReport
} from "./chunk-4XQP3G2Y.js";
import "./chunk-7WXRJMNQ.js";
import "./chunk-Q3HD7JMH.js";
import "./chunk-GKD4OSJ3.js";
import "./chunk-3QARACST.js";
import "./chunk-UKTK5VMV.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-W4GQT7JZ.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-4Z6IVO33.js";
import "./chunk-6URBWWPE.js";
import "./chunk-VM6VLXRB.js";
import "./chunk-DIWVUYWQ.js";
import "./chunk-XDID2FZV.js";
import "./chunk-XDQRHIFQ.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-EQJSFSIF.js";
import "./chunk-7AZ4ATBU.js";
import "./chunk-2N2IIUE2.js";
import "./chunk-Q7OFS377.js";
import "./chunk-BL2WKQOP.js";
import "./chunk-4POAZIJN.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-H7PVPJ6F.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-Z7ZWTVBS.js";
import "./chunk-NAUDF2HM.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  guard,
  makeReport
};
