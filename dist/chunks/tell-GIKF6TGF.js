import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tellGithub,
  tellLog,
  tellSummary
} from "./chunk-EF7GA3II.js";
import "./chunk-JAIR7JFA.js";
import "./chunk-MCL6QLGP.js";
import "./chunk-4D56JNXG.js";
import "./chunk-ARPAN326.js";
import "./chunk-SZ4F2JOM.js";
import "./chunk-EHTCSPVC.js";
import "./chunk-2JHQMTJR.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-2QFXAD3K.js";
import "./chunk-4ICSSR5B.js";
import "./chunk-QX6JX7LE.js";
import "./chunk-HHACHWO6.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-6KLJIDMJ.js";
import "./chunk-RYNKS63I.js";
import "./chunk-PD4K3Z3W.js";
import "./chunk-5XWL5JNG.js";
export {
  tellGithub,
  tellLog,
  tellSummary
};
