import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  oneLine
} from "./chunk-RYNKS63I.js";

// src/github/quiet-log.ts
import { randomUUID } from "node:crypto";
var maxTitleChars = 200;
function quietLog(raw) {
  const token = randomUUID();
  let stopped = false;
  let grouped = false;
  const resume = () => {
    if (stopped) raw(`
::${token}::
`);
    stopped = false;
    if (grouped) raw("::endgroup::\n");
    grouped = false;
  };
  return {
    write(text) {
      if (!stopped) raw(`::stop-commands::${token}
`);
      stopped = true;
      raw(unmarked(text));
    },
    resume,
    groups: {
      open(title) {
        resume();
        raw(`::group::${commandData(unmarked(oneLine(title, maxTitleChars)))}
`);
        grouped = true;
      },
      close: resume
    }
  };
}
function unmarked(text) {
  return text.replaceAll("##[", "## [");
}
function commandData(line) {
  return line.replaceAll("%", "%25");
}

// src/entry/action/log.ts
var paint = {
  good: (text) => `\x1B[32m${text}\x1B[39m`,
  bad: (text) => `\x1B[31m${text}\x1B[39m`,
  dim: (text) => text,
  bold: (text) => `\x1B[1m${text}\x1B[22m`
};
var log = quietLog((text) => {
  process.stdout.write(text);
});

export {
  unmarked,
  paint,
  log
};
