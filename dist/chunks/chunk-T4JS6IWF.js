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

// src/crash/function-name.ts
var nameless = /^(?:func\d+|gowrap\d+|deferwrap\d+|\d+|glob|)$/;
function identifiersOf(functionName) {
  return localParts(functionName).filter((part) => !nameless.test(part));
}
function isClosure(functionName) {
  const last = localParts(functionName).at(-1) ?? "";
  return /-range\d+$/.test(withoutTypes(functionName)) || /^(?:func\d+|\d+)$/.test(last);
}
function localParts(functionName) {
  const plain = withoutTypes(functionName);
  const path = plain.slice(plain.lastIndexOf("/") + 1);
  const dot = path.indexOf(".");
  if (dot < 0) return [path];
  return path.slice(dot + 1).split(".").map((part) => part.replace(/^\(\*?(?<type>[^)]*)\)/, "$<type>").replace(/-\w+$/, ""));
}
function withoutTypes(name) {
  if (!name.includes("[")) return name;
  let depth = 0;
  let kept = "";
  for (const char of name) {
    if (char === "[") depth++;
    else if (char === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += char;
  }
  return kept;
}
function shortName(functionName) {
  const plain = withoutTypes(functionName);
  const path = packageOf(plain);
  const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
  return dot < 0 ? plain : `${path.slice(path.lastIndexOf("/") + 1)}${plain.slice(dot)}`;
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
  identifiersOf,
  isClosure,
  shortName
};
