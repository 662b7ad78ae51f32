import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  clip,
  printable
} from "./chunk-RYNKS63I.js";

// src/render/markdown.ts
function inlineCode(text, maxChars = 200) {
  const flat = flatText(text, maxChars);
  if (flat === "") return "";
  const fence = "`".repeat(longestRun(flat) + 1);
  const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
function sentence(text, maxChars) {
  const parts = [];
  let odd = [];
  const flush = () => {
    if (odd.length > 0) parts.push(coded(odd.join(" ")));
    odd = [];
  };
  for (const [index, part] of units(flatText(text, maxChars)).entries()) {
    const isPlain = isWord(part) && !(index === 0 && new RegExp("^\\p{Nd}+[.)]$", "u").test(part));
    const quote = isPlain ? void 0 : quoted.exec(part)?.groups;
    if (isPlain || quote !== void 0 || part.startsWith("(")) flush();
    if (quote !== void 0) {
      const { body = "", end = "" } = quote;
      parts.push(`"${inlineCode(body, body.length)}"${end}`);
    } else (isPlain ? parts : odd).push(part);
    if (/[:;,]$/.test(part)) flush();
  }
  flush();
  return parts.join(" ");
}
function cellCode(text, maxChars = 200) {
  const flat = flatText(text, maxChars).replaceAll("\\|", "\\¦");
  return inlineCode(flat, maxChars).replaceAll("|", "\\|");
}
function codeBlock(text, maxChars, language = "text") {
  const body = wellFormed(clip(shown(text, maxChars).trimEnd(), maxChars));
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}
${body}
${fence}`;
}
function linked(label, address) {
  if (address === null || label === "" || !/^https?:\/\//.test(address)) return label;
  const safe = wellFormed(address).replace(
    /[^\w.~:/?#@!$&*+,;=%-]/gu,
    (char) => encodeURIComponent(char).replace(/['()]/g, percent)
  );
  return `[${label}](${safe})`;
}
function folded(title, body) {
  return `<details><summary>${title}</summary>

${body}

</details>`;
}
function percent(char) {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
var word = new RegExp(`^["'(]{0,2}\\p{L}{1,40}(?:['’-]\\p{L}{1,40}){0,4}["')]{0,2}[.,;:!?…]?$`, "u");
var number = new RegExp(`^["'(]{0,2}[+−-]?\\p{Nd}[\\p{Nd}.,]{0,15}%?["')]{0,2}[.,;:!?]?$`, "u");
var percentSign = /^%["')]{0,2}[.,;:!?]?$/;
var commit = /[\da-f]{7,}/i;
var inBrackets = /^\((?<body>[^()]+)\)$/;
var opening = /^\((?<rest>[^()]+)$/;
var ending = /[.,;:!?]?$/;
var quoted = /^"(?<body>[^" ](?:[^"]{0,198}[^" ])?)"(?<end>[.,;:!?]?)$/u;
var quotedWords = /(?<=^| )"[^" ][^"]{0,199}"[.,;:!?]?(?= |$)/gu;
function units(text) {
  const found = [];
  let from = 0;
  for (const { 0: quote, index } of text.matchAll(quotedWords)) {
    if (quote.split(" ").every(isWord)) continue;
    if (index > from) found.push(...text.slice(from, index - 1).split(" "));
    found.push(quote);
    from = index + quote.length + 1;
  }
  return from < text.length || found.length === 0 ? [...found, ...text.slice(from).split(" ")] : found;
}
function isWord(text) {
  if (text === "" || percentSign.test(text)) return true;
  return (number.test(text) || word.test(text)) && !commit.test(text);
}
function coded(text) {
  const end = ending.exec(text)?.[0] ?? "";
  const body = text.slice(0, text.length - end.length);
  const inner = inBrackets.exec(body)?.groups?.body;
  if (inner !== void 0) return `(${inlineCode(inner, inner.length)})${end}`;
  const opened = opening.exec(body)?.groups?.rest;
  if (opened !== void 0) return `(${inlineCode(opened, opened.length)}${end}`;
  return body === "" ? inlineCode(text, text.length) : `${inlineCode(body, body.length)}${end}`;
}
function flatText(text, maxChars) {
  return wellFormed(clip(shown(text, maxChars).replace(/\s+/g, " ").trim(), maxChars));
}
var perShown = 8;
function shown(text, maxChars) {
  const some = text.length > maxChars * perShown ? text.slice(0, maxChars * perShown) : text;
  return printable(some).replace(
    /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g,
    "�"
  );
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Surrogate}", "gu"), "�");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

export {
  inlineCode,
  sentence,
  cellCode,
  codeBlock,
  linked,
  folded
};
