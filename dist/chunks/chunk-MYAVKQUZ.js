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

// src/settings/quoted-words.ts
function splitQuotedWords(text) {
  const words = [];
  let rest = text.trimStart();
  while (rest !== "") {
    const quote = rest[0];
    if (quote === '"' || quote === "'") {
      const end = rest.indexOf(quote, 1);
      if (end < 0) return { problem: `the quote ${quote} is never closed` };
      words.push(rest.slice(1, end));
      rest = rest.slice(end + 1);
    } else {
      const end = rest.search(/\s/);
      words.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? "" : rest.slice(end);
    }
    rest = rest.trimStart();
  }
  return { words };
}
function joinQuotedWords(words) {
  const quoted = [];
  for (const word of words) {
    if (word !== "" && !/[\s'"]/.test(word)) quoted.push(word);
    else if (!word.includes("'")) quoted.push(`'${word}'`);
    else if (!word.includes('"')) quoted.push(`"${word}"`);
    else return null;
  }
  return quoted.join(" ");
}

export {
  parseDuration,
  formatDuration,
  splitQuotedWords,
  joinQuotedWords
};
