import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGithub
} from "./chunk-U75LZPNO.js";
import "./chunk-RAVAGP5G.js";
import "./chunk-T7XW7AJN.js";
import "./chunk-D5CBUHZG.js";
import "./chunk-RYNKS63I.js";
import "./chunk-5XWL5JNG.js";
export {
  openGithub
};
