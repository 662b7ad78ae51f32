import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/gotest/test-flag-pattern.ts
var word = /^[A-Za-z0-9_]$/;
var special = /^[\\.+*?()|[\]{}^$]$/;
var printableAscii = /^[!-~]$/;
function exactPart(part) {
  return `^${quoted(part)}$`;
}
function exactParts(parts) {
  const [first = ""] = parts;
  return parts.length === 1 ? exactPart(first) : `^(?:${parts.map(quoted).join("|")})$`;
}
function quoted(part) {
  return Array.from(part, (char) => {
    if (word.test(char)) return char;
    if (special.test(char)) return `\\${char}`;
    return printableAscii.test(char) ? char : `\\x{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  }).join("");
}
function alternatives(pattern) {
  if (pattern === "") return [];
  const found = [];
  const levels = [];
  let brackets = 0;
  let parentheses = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") at++;
    else if (char === "[") brackets++;
    else if (char === "]") brackets = Math.max(0, brackets - 1);
    else if (brackets > 0) continue;
    else if (char === "(") parentheses++;
    else if (char === ")") parentheses--;
    else if ((char === "/" || char === "|") && parentheses === 0) {
      levels.push(pattern.slice(from, at));
      from = at + 1;
      if (char === "|") found.push(levels.splice(0));
    }
  }
  found.push([...levels, pattern.slice(from)]);
  return found;
}
function leaveOutPattern(names) {
  const byParent = /* @__PURE__ */ new Map();
  for (const name of new Set(names)) {
    const cut = name.lastIndexOf("/");
    const parent = name.slice(0, cut);
    const children = byParent.get(parent);
    if (children === void 0) byParent.set(parent, [name.slice(cut + 1)]);
    else children.push(name.slice(cut + 1));
  }
  return [...byParent].map(([parent, children]) => ({ levels: parent.split("/"), children })).sort((one, other) => one.levels.length - other.levels.length).map(({ levels, children }) => [...levels.map(exactPart), exactParts(children)].join("/"));
}

// src/gotest/test-selection.ts
var defaultMaxChars = 1e5;
var minorWithSkip = 20;
var minorWithSkippedExamples = 22;
function selectTests(request) {
  const leftOut = new Set(request.leaveOut);
  const wanted = new Set(request.wanted);
  const order = [...new Set(request.declared.map(({ name }) => name))];
  const tests = order.filter((name) => wanted.has(name) && !leftOut.has(name));
  if (tests.length === 0) return [];
  const examples = new Set(
    request.declared.filter(({ kind }) => kind === "example").map(({ name }) => name)
  );
  const below = subtestsByTest(leftOut);
  const selections = split(tests, { ...request, order, examples, below });
  if ("problem" in selections) return selections;
  return selections.map(
    (selection, at) => at === selections.length - 1 ? selection : { ...selection, flags: [...selection.flags, "-test.bench="] }
  );
}
function subtestsByTest(names) {
  const found = /* @__PURE__ */ new Map();
  for (const name of names) {
    const [test = "", ...below] = name.split("/");
    if (below.length === 0) continue;
    const subtests = found.get(test);
    if (subtests === void 0) found.set(test, [name]);
    else subtests.push(name);
  }
  return found;
}
function split(tests, choice) {
  const { maxChars = defaultMaxChars } = choice;
  const flags = shortestFlags(tests, choice);
  if ("problem" in flags) return flags;
  if (chars(flags) <= maxChars) return [{ flags, tests: [...tests] }];
  if (tests.length === 1) return { problem: tooLong(tests[0] ?? "", choice, chars(flags)) };
  const half = Math.ceil(tests.length / 2);
  const first = split(tests.slice(0, half), choice);
  if ("problem" in first) return first;
  const second = split(tests.slice(half), choice);
  return "problem" in second ? second : [...first, ...second];
}
function tooLong(test, { below, maxChars = defaultMaxChars }, needed) {
  const subtests = below.get(test)?.length ?? 0;
  const reason = subtests === 0 ? "" : `: ${String(subtests)} subtests of it would be left out`;
  return `the flags that choose ${test} alone have ${String(needed)} characters, and ${String(maxChars)} are allowed${reason}`;
}
function shortestFlags(tests, choice) {
  const { goMinor, user } = choice;
  const subtests = leaveOutPattern(tests.flatMap((test) => choice.below.get(test) ?? []));
  if (goMinor < minorWithSkip && subtests.length > 0)
    return { problem: `${noSkip(goMinor)}: subtests cannot be left out` };
  const chosen = new Set(tests);
  const run = runPattern(user.run, tests, choice.examples);
  const byRun = run === null ? null : flagsOf(run, [...subtests, user.skip]);
  if (byRun !== null && goMinor < minorWithSkippedExamples) return byRun;
  const others = choice.order.filter((name) => !chosen.has(name));
  const cannotSkip = others.find(
    (name) => goMinor < (choice.examples.has(name) ? minorWithSkippedExamples : minorWithSkip)
  );
  if (cannotSkip === void 0) {
    const skip = others.length === 0 ? subtests : [exactParts(others), ...subtests];
    const bySkip = flagsOf(user.run, [...skip, user.skip]);
    return byRun === null || chars(bySkip) < chars(byRun) ? bySkip : byRun;
  }
  if (byRun !== null) return byRun;
  const reason = `-run=${user.run} asks for subtests in some of several alternatives, and ${cannotSkip} cannot be left out of it`;
  return { problem: `${noSkip(goMinor)}: ${reason}` };
}
var chars = (flags) => flags.join(" ").length;
function noSkip(goMinor) {
  const ofWhat = goMinor < minorWithSkip ? "" : " for examples";
  return `Go 1.${String(goMinor)} has no -skip${ofWhat}`;
}
function runPattern(user, tests, examples) {
  const found = alternatives(user);
  if (found.every((levels) => levels.length === 1)) return exactParts(tests);
  const [only, ...more] = found;
  if (only === void 0 || more.length > 0) return null;
  const withSubtests = tests.filter((name) => !examples.has(name));
  const without = tests.filter((name) => examples.has(name));
  return [
    ...without.length === 0 ? [] : [exactParts(without)],
    ...withSubtests.length === 0 ? [] : [[exactParts(withSubtests), ...only.slice(1)].join("/")]
  ].join("|");
}
function flagsOf(run, skip) {
  const skips = skip.filter((pattern) => pattern !== "").join("|");
  return [
    ...run === "" ? [] : [`-test.run=${run}`],
    ...skips === "" ? [] : [`-test.skip=${skips}`]
  ];
}

export {
  exactPart,
  selectTests
};
