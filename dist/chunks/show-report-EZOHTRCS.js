import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  resultPaths,
  showReport
} from "./chunk-MCL6QLGP.js";
import "./chunk-HHACHWO6.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-MUPSE5RN.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  resultPaths,
  showReport
};
