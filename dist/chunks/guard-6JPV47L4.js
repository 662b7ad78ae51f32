import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guard,
  makeReport
} from "./chunk-K57F32BF.js";
import "./chunk-EHTCSPVC.js";
import "./chunk-VH222PF4.js";
import "./chunk-3CTU653W.js";
import "./chunk-2JHQMTJR.js";
import "./chunk-JHC4LLAA.js";
import "./chunk-ZWTAINA2.js";
import "./chunk-W4GQT7JZ.js";
import "./chunk-XDZPD3YM.js";
import "./chunk-RLCSD7WV.js";
import "./chunk-2QFXAD3K.js";
import "./chunk-OCH3IWSW.js";
import "./chunk-4ICSSR5B.js";
import "./chunk-3BNFJSN7.js";
import "./chunk-J6PGBIXP.js";
import "./chunk-QX6JX7LE.js";
import "./chunk-HHACHWO6.js";
import "./chunk-BBP5ABVJ.js";
import "./chunk-5AAJGF4P.js";
import "./chunk-64UJPC5Q.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-AVRQRK3V.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-JCPUT5B2.js";
import "./chunk-NJ6UBD6J.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-NI4KKZEY.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  guard,
  makeReport
};
