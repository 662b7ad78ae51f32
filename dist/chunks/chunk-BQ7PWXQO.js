import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/crash/frame.ts
function packageOf(functionName) {
  const bracket = functionName.indexOf("[");
  const plain = bracket < 0 ? functionName : functionName.slice(0, bracket);
  const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
  return unescapePath(dot < 0 ? plain : plain.slice(0, dot));
}
function relativeTo(directory, frame) {
  const { file } = frame;
  const inside = directory !== "" && file.startsWith(`${directory}/`);
  return inside ? { ...frame, file: file.slice(directory.length + 1) } : frame;
}
function unescapePath(path) {
  if (!path.includes("%")) return path;
  return path.replace(
    /%([0-9a-f]{2})/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))
  );
}

// src/crash/standard-library.ts
var roots = new Set(
  [
    "archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding errors",
    "expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp",
    "runtime simd slices sort strconv strings structs sync syscall testing text time unicode unique unsafe uuid vendor weak"
  ].flatMap((line) => line.split(" "))
);
function isStandardLibrary({ function: name, file }) {
  if (!roots.has(firstElement(packageOf(name))) || file.endsWith("_test.go")) return false;
  return !file.includes("/") || isGoFile(file);
}
function isGoFile(file) {
  return roots.has(firstElement(file.slice(file.lastIndexOf("/src/") + 1).replace(/^src\//, "")));
}
function firstElement(path) {
  return path.split("/", 1)[0] ?? "";
}
function isRuntime({ function: name }) {
  return name === "panic" || /^(?:runtime|internal\/runtime|runtime\/internal)(?:\/\w+)*$/.test(packageOf(name));
}
function isGuard({ function: name, file }) {
  return /\/\.crash-guard\/|\bcrashGuard[A-Z]/.test(name) || /(^|\/)zz_crash_guard\w*_test\.go$/.test(file);
}
function isSurroundings(frame) {
  const { function: name, file } = frame;
  if (isGuard(frame)) return true;
  if (name === "main.main") return /(^|\/)_testmain\.go$/.test(file);
  return !name.includes(".") || name.startsWith("_cgo") || name.startsWith("non-Go function");
}
function userFrame(frames) {
  return frames.find((frame) => !isStandardLibrary(frame) && !isSurroundings(frame)) ?? null;
}

// src/crash/test-of-stack.ts
var runner = /^testing\.(?:tRunner|fRunner|\(\*B\)\.(?:runN|run1|launch)|runExample)(?:\.|$)/;
var declared = /^[^.]*\.(?<test>(?:Test|Fuzz|Benchmark|Example)(?![a-z])[\p{L}\p{Nd}_]*)(?:\.|\[|$)/u;
function testOfStack(frames) {
  const frame = baseOfTest(frames);
  return frame === null ? null : declaredTest(frame.function);
}
function baseOfTest(frames) {
  let end = frames.findLastIndex(({ function: name }) => isTestRunner(name));
  while (end >= 0) {
    const frame = frames[end];
    if (frame !== void 0 && !isStandardLibrary(frame)) return frame;
    end--;
  }
  return null;
}
function declaredTest(functionName) {
  const local = functionName.slice(functionName.lastIndexOf("/") + 1);
  return declared.exec(local)?.groups?.["test"] ?? null;
}
function isTestRunner(functionName) {
  return runner.test(functionName);
}

export {
  packageOf,
  relativeTo,
  isStandardLibrary,
  isGoFile,
  isRuntime,
  isGuard,
  isSurroundings,
  userFrame,
  testOfStack,
  baseOfTest,
  declaredTest,
  isTestRunner
};
