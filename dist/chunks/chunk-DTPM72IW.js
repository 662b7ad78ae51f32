import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decisiveAttempt
} from "./chunk-LJR2BSKZ.js";

// src/cause/clearest-first.ts
var outOfMemory = /* @__PURE__ */ new Set([
  "oom-cgroup",
  "oom-guard",
  "oom-host",
  "go-out-of-memory"
]);
function clearestFirst(seen, runOf, races) {
  const blur = (one) => {
    const run = runOf(one);
    if (!ranOut(run)) return 0;
    const hasBox = (decisiveAttempt(run)?.blackBox?.functions.length ?? 0) > 0;
    return (hasBox ? 0 : 2) + (races.has(run.leg) ? 1 : 0);
  };
  return seen.toSorted((a, b) => blur(a) - blur(b));
}
function ranOut({ cause, attempts }) {
  return [cause, ...attempts.map((attempt) => attempt.cause)].some(
    (each) => each !== null && each !== void 0 && outOfMemory.has(each.id)
  );
}

export {
  outOfMemory,
  clearestFirst
};
