import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  resultPaths,
  showReport
} from "./chunk-6FT36WNW.js";
import "./chunk-TPY3KFQ2.js";
import "./chunk-Q7OFS377.js";
import "./chunk-BQ7PWXQO.js";
import "./chunk-XSTYEQYD.js";
import "./chunk-NAUDF2HM.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  resultPaths,
  showReport
};
