import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGithub
} from "./chunk-OW6RCDHK.js";
import "./chunk-6KLJIDMJ.js";
import "./chunk-RYNKS63I.js";
import "./chunk-RAVAGP5G.js";
import "./chunk-T7XW7AJN.js";
import "./chunk-5XWL5JNG.js";
export {
  openGithub
};
