import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plural
} from "./chunk-XSTYEQYD.js";
import {
  clip,
  printable
} from "./chunk-RYNKS63I.js";

// src/crash/waits/effort.ts
var TooMuchToRead = class extends Error {
  name = "TooMuchToRead";
};
var baseSteps = 5e6;
var stepsPerGoroutine = 1e4;
var maxSteps = 2e7;
function sharedEffort() {
  return { left: 10 * maxSteps };
}
function effortFor(goroutines, shared = sharedEffort()) {
  const own = Math.min(maxSteps, baseSteps + stepsPerGoroutine * goroutines);
  return createEffort(Math.min(own, shared.left));
}
function createEffort(max = maxSteps) {
  let left = max;
  let isOver = false;
  const allows = (steps) => {
    if (!(steps <= left)) {
      left = 0;
      isOver = true;
      return false;
    }
    left -= steps;
    return true;
  };
  return {
    allows,
    spend(steps) {
      if (!allows(steps)) throw new TooMuchToRead("too much to look at");
    },
    giveUp() {
      left = 0;
      isOver = true;
    },
    spent: () => max - left,
    gaveOut: () => isOver
  };
}
var waitsCutText = "who waits for whom was not worked out to the end: there are more goroutines, or more lines of source, than are looked through";

// src/crash/blame/module-prefix.ts
var depths = [
  {
    host: /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht|golang\.org|google\.golang\.org)$/,
    sample: "github.com/ada/engine/notes",
    elements: 3
  },
  { host: /\./, sample: "example.com/engine/notes", elements: 2 },
  { host: /^/, sample: "engine/notes", elements: 1 }
];
function modulePrefix(importPath) {
  const parts = importPath.split("/");
  const elements = depths.find(({ host }) => host.test(parts[0] ?? ""))?.elements ?? 1;
  return parts.slice(0, elements).join("/").replace(/_test$/, "");
}
function isBelow(importPath, prefix) {
  return importPath === prefix || importPath === `${prefix}_test` || importPath.startsWith(`${prefix}/`);
}

// src/render/inspection-page.ts
var minWidth = 40;
function textLine({ width }, text) {
  return clip(oneLine(text), Math.max(minWidth, width));
}
function frameLine(page, start, frame, remark = "") {
  const width = Math.max(minWidth, page.width);
  const name = oneLine(frame.function);
  const place = frame.file === "" ? "" : oneLine(`  ${frame.file}:${String(frame.line)}`);
  const end = remark === "" ? "" : `  ${oneLine(remark)}`;
  const forms = [
    [name, place],
    [shortName(name), place],
    [shortName(name), shortPlace(place)]
  ];
  const fits = forms.find(([a, b]) => start.length + a.length + b.length + end.length <= width);
  if (fits !== void 0) return `${start}${fits[0]}${page.paint.dim(fits[1])}${end}`;
  return clip(`${start}${shortName(name)}${shortPlace(place)}${end}`, width);
}
function oneLine(text) {
  return printable(text).replace(/[\n\r\t]+/g, " ");
}
function shortName(name) {
  const bracket = name.indexOf("[");
  const path = bracket < 0 ? name : name.slice(0, bracket);
  return name.slice(path.lastIndexOf("/") + 1);
}
function shortPlace(place) {
  const parts = place.split("/");
  return parts.length <= 3 ? place : `  …/${parts.slice(-2).join("/")}`;
}
function aligned(rows, right) {
  const widths = right.map(
    (_, column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0)
  );
  return rows.map(
    (row) => row.map(
      (cell, column) => right[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
    ).join("  ")
  );
}
function formatShare(share) {
  const percent = share * 100;
  return `${percent >= 9.95 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}
function formatMinutes(minutes) {
  if (minutes < 1) return "";
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${String(minutes)} min` : `${String(hours)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
function moreLine({ paint }, count, noun) {
  return count === 0 ? [] : [paint.dim(`    ... and ${plural(count, `more ${noun}`)}`)];
}

// src/render/prose.ts
function prose(text, width) {
  const lines = [];
  let words = [];
  let length = 0;
  let inCode = false;
  const flush = () => {
    if (words.length > 0) lines.push(words.join(" "));
    words = [];
    length = 0;
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) inCode = !inCode;
    if (inCode || /^(?:```|\s|[-*] |\d+\. |\|)/.test(line) || line === "") {
      flush();
      lines.push(line);
      continue;
    }
    for (const word of line.split(" ")) {
      if (length + word.length > width) flush();
      words.push(word);
      length += word.length + 1;
    }
  }
  flush();
  return lines;
}

// src/render/waits.ts
var maxRows = 40;
var maxHolds = 10;
var titles = {
  cycle: "a deadlock",
  stuck: "nobody goes on"
};
var proofs = {
  confirmed: "confirmed: the runtime says that nobody can go on",
  consistent: "consistent: stacks and source lines fit"
};
function waitsTitle({ kind, confidence }) {
  return { title: titles[kind], proof: proofs[confidence] };
}
function waitsLines(waits, page, margin = "    ") {
  const { title, proof } = waitsTitle(waits);
  const width = proseWidth(page, margin);
  const rows = waits.waits.slice(0, maxRows).map((wait) => [oneLine(waiterWords(wait)), wait]);
  const wide = Math.max(0, ...rows.map(([words]) => words.length));
  return [
    `${page.paint.bold(`${margin.slice(2)}${title}`)} ${page.paint.dim(`(${proof})`)}`,
    ...prose(oneLine(waits.summary), width).map((line) => `${margin}${line}`),
    ...rows.flatMap(([words, { at, holds }]) => [
      at === null ? textLine(page, `${margin}${words}`) : frameLine(page, `${margin}${words.padEnd(wide)}  `, at),
      ...holds.slice(0, maxHolds).map((held) => frameLine(page, oneLine(`${margin}  holds ${held.what}  `), held.at))
    ])
  ];
}
function waiterWords({
  goroutine,
  goroutines,
  test,
  state,
  minutes,
  waitsFor
}) {
  const of = test === null ? "" : ` of ${test}`;
  const more = goroutines > 1 ? `, and ${String(goroutines - 1)} more like it` : "";
  const what = waitsFor === null ? state : `${state} ${waitsFor}`;
  const since = minutes === null ? "" : `, for ${formatMinutes(minutes)}`;
  return `goroutine ${String(goroutine)}${of}${more}: ${what}${since}`;
}
function proseWidth(page, margin) {
  return Math.min(100, Math.max(40, page.width - margin.length));
}
function waitsCutLines(page, margin) {
  return prose(waitsCutText, proseWidth(page, margin)).map(
    (line) => page.paint.dim(`${margin}${line}`)
  );
}

export {
  TooMuchToRead,
  sharedEffort,
  effortFor,
  createEffort,
  waitsCutText,
  modulePrefix,
  isBelow,
  textLine,
  frameLine,
  oneLine,
  aligned,
  formatShare,
  formatMinutes,
  moreLine,
  prose,
  waitsTitle,
  waitsLines,
  waiterWords,
  waitsCutLines
};
