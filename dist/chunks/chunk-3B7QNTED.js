import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/fuzz/corpus-store.ts
import { createHash } from "node:crypto";
var maxStoredInputs = 2e3;
var maxStoredBytes = 16 << 20;
var maxInputBytes = 64 << 10;
var header = "go test fuzz v1\n";
function corpusFolder(packageName, target) {
  const whole = JSON.stringify([packageName, target]);
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 20);
  const words = `${packageName.split("/").at(-1) ?? ""}-${target}`.slice(0, 200).toLowerCase();
  const readable = words.replace(/[^a-z0-9]+/g, "-").slice(0, 40);
  return `v1/fuzz/t${readable}-${hash}`;
}
function parseInputPath(path) {
  const found = /^(?<folder>v1\/fuzz\/t[a-z0-9-]{0,40}-[0-9a-f]{20})\/(?<name>[0-9a-f]{16})-(?<bytes>[1-9]\d{0,5})$/.exec(
    path
  )?.groups;
  if (found?.["folder"] === void 0 || found["name"] === void 0) return null;
  return { path, folder: found["folder"], name: found["name"], bytes: Number(found["bytes"]) };
}
function isInput(name, bytes) {
  if (bytes.length <= header.length || bytes.length > maxInputBytes) return false;
  if (Buffer.from(bytes.subarray(0, header.length)).toString("latin1") !== header) return false;
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16) === name;
}
function chooseInputs(found, stored) {
  const there = stored.map(parseInputPath).filter((one) => one !== null);
  const known = new Set(there.map(({ path }) => path));
  let count = there.length;
  let size = there.reduce((sum, { bytes }) => sum + bytes, 0);
  const files = [];
  let leftOut = 0;
  const smallestFirst = found.toSorted(
    (a, b) => a.bytes.length - b.bytes.length || (a.name < b.name ? -1 : 1)
  );
  for (const { folder, name, bytes } of smallestFirst) {
    const path = `${folder}/${name}-${String(bytes.length)}`;
    if (known.has(path)) continue;
    if (count >= maxStoredInputs || size + bytes.length > maxStoredBytes) {
      leftOut++;
      continue;
    }
    known.add(path);
    count++;
    size += bytes.length;
    files.push({ path, bytes });
  }
  return { files, leftOut };
}

export {
  maxStoredInputs,
  maxInputBytes,
  corpusFolder,
  parseInputPath,
  isInput,
  chooseInputs
};
