import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/exit-code.ts
var exitCodes = {
  pass: 0,
  fail: 1,
  wrongInput: 2,
  bug: 3,
  SIGINT: 130,
  SIGTERM: 143
};
function exitCode(report, cancelled) {
  if (cancelled !== null) return exitCodes[cancelled];
  return report.verdict.status === "pass" ? exitCodes.pass : exitCodes.fail;
}

export {
  exitCodes,
  exitCode
};
