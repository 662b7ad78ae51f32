import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/settings/duration.ts
var unitMs = /* @__PURE__ */ new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["µs", 1e-3],
  ["μs", 1e-3],
  ["ms", 1],
  ["s", 1e3],
  ["m", 6e4],
  ["h", 36e5]
]);
function parseDuration(text) {
  if (text === "0") return 0;
  const part = /(?<amount>\d+\.?\d*|\.\d+)(?<unit>ns|us|µs|μs|ms|s|m|h)/gy;
  let totalMs = 0;
  let end = 0;
  for (const match of text.matchAll(part)) {
    const perUnit = unitMs.get(match.groups?.["unit"] ?? "");
    if (perUnit === void 0) return null;
    totalMs += Number(match.groups?.["amount"]) * perUnit;
    end = match.index + match[0].length;
  }
  return end > 0 && end === text.length ? totalMs : null;
}
function formatDuration(elapsedMs) {
  if (elapsedMs < 999.5) return `${String(Math.round(elapsedMs))}ms`;
  const seconds = elapsedMs / 1e3;
  if (seconds < 59.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const pad = (value) => String(value).padStart(2, "0");
  return minutes < 60 ? `${String(minutes)}m${pad(whole % 60)}s` : `${String(Math.floor(minutes / 60))}h${pad(minutes % 60)}m`;
}

// src/report/heap-metric.ts
var heapMetrics = {
  allocBytes: { word: "allocated", name: "allocated", unit: "bytes" },
  allocObjects: { word: "objects", name: "objects allocated", unit: "count" },
  inuseBytes: { word: "in-use", name: "in use at the end", unit: "bytes" },
  liveHeapPeakBytes: { word: "live-peak", name: "live heap, peak", unit: "bytes" },
  peakRssBytes: { word: "rss", name: "resident memory, peak", unit: "bytes" },
  goroutinesAtEnd: { word: "goroutines", name: "goroutines at the end", unit: "count" },
  bytesPerOp: { word: "bytes-per-op", name: "B/op", unit: "bytes" },
  allocsPerOp: { word: "allocs-per-op", name: "allocs/op", unit: "count" }
};
var packageMetrics = [
  "allocBytes",
  "allocObjects",
  "inuseBytes",
  "liveHeapPeakBytes",
  "peakRssBytes",
  "goroutinesAtEnd"
];
function metricOfWord(word) {
  const names = Object.keys(heapMetrics);
  return names.find((name) => heapMetrics[name].word === word) ?? "allocBytes";
}

export {
  parseDuration,
  formatDuration,
  heapMetrics,
  packageMetrics,
  metricOfWord
};
