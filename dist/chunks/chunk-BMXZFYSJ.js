import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/crash/blame/running-tests.ts
var maxDepth = 32;
function topLevel(test) {
  return test.split("/", 1)[0] ?? test;
}
function innermost(tests) {
  const parents = /* @__PURE__ */ new Set();
  for (const test of tests) {
    const parts = test.split("/", maxDepth);
    for (let length = 1; length < parts.length; length++)
      parents.add(parts.slice(0, length).join("/"));
  }
  return tests.filter((test) => !parents.has(test));
}
function runningSince(crash) {
  return byTime(crash).map(({ test }) => test);
}
function longestRunning(crash) {
  const [first, ...others] = byTime(crash);
  if (first === void 0) return null;
  const longest = [first, ...others.filter(({ elapsed }) => elapsed >= first.elapsed)];
  const tests = longest.map(({ test }) => test);
  const [leaf, ...more] = innermost(tests);
  if (leaf !== void 0 && more.length === 0) return leaf;
  return new Set(tests.map(topLevel)).size === 1 ? topLevel(first.test) : null;
}
function byTime({ runningTests }) {
  const depth = (test) => test.split("/").length;
  return runningTests.map(({ test, elapsed }) => ({ test, elapsed: seconds(elapsed) })).sort((a, b) => b.elapsed - a.elapsed || depth(b.test) - depth(a.test));
}
var units = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9
};
function seconds(elapsed) {
  let total = 0;
  const parts = /(?<count>\d{1,12}(?:\.\d{1,12})?)(?<unit>ms|µs|ns|[hms])/g;
  for (const { groups } of elapsed.slice(0, 100).matchAll(parts))
    total += Number(groups?.["count"]) * (units[groups?.["unit"] ?? ""] ?? 0);
  return total;
}
function soleInnermost(running) {
  const [leaf, ...others] = innermost(running);
  return leaf !== void 0 && others.length === 0 ? leaf : null;
}

export {
  topLevel,
  innermost,
  runningSince,
  longestRunning,
  soleInnermost
};
