import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/format.ts
function formatBytes(bytes) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units[unit] ?? ""}`;
}
function printable(text) {
  return text.replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?/g, "").replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu,
    "�"
  );
}
function clip(text, maxChars) {
  if (text.length <= maxChars) return text;
  const last = text.charCodeAt(maxChars - 2);
  const isHalf = last >= 55296 && last <= 56319;
  return `${text.slice(0, isHalf ? maxChars - 2 : maxChars - 1)}…`;
}
function listNames(names, max) {
  const shown = names.slice(0, max).map((name) => clip(printable(name), 120));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${String(more)} more` : shown.join(", ");
}
function oneLine(text, maxChars) {
  return clip(printable(text).replace(/\s+/g, " ").trim(), maxChars);
}

export {
  formatBytes,
  printable,
  clip,
  listNames,
  oneLine
};
