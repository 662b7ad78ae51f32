import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-EQJSFSIF.js";

// src/settings/shard.ts
var maxShards = 256;
var pattern = /^(?<index>\d{1,4})\/(?<count>\d{1,4})(?:@(?<commit>[0-9a-f]{40}|[0-9a-f]{64}))?$/;
var shardFix = 'give INDEX/COUNT, such as 2/4 for the second of four, or what "go-crash-guard plan" printed, such as 2/4@COMMIT';
function parseShard(text) {
  const found = pattern.exec(text.trim())?.groups;
  if (found === void 0) return { problem: "is no share of a run" };
  const [index, count] = [Number(found["index"]), Number(found["count"])];
  const wrong = wrongCount(count);
  if (wrong !== null) return { problem: wrong };
  if (index < 1 || index > count)
    return { problem: `is not one of ${String(count)}: shards are counted from 1` };
  return { index, count, weighedBy: found["commit"] ?? null };
}
function resolveShard(given, problems) {
  if (given === void 0 || given.text.trim() === "") return null;
  const parsed = parseShard(given.text);
  if (!("problem" in parsed)) return parsed;
  problems.push({
    where: given.where,
    what: `${shown(given.text)} ${parsed.problem}`,
    fix: shardFix
  });
  return null;
}
function parseShardCount(text, where) {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null;
  const wrong = count === null ? "is no number of shards" : wrongCount(count);
  if (count !== null && wrong === null) return count;
  const what = text.trim() === "" ? "it is missing" : `${shown(text)} ${wrong ?? ""}`;
  const fix = `give how many jobs may share the packages, from 1 to ${String(maxShards)}, such as 4`;
  throw new InputError([{ where, what, fix }]);
}
function shardText({ index, count, weighedBy }) {
  const share = `${String(index)}/${String(count)}`;
  return weighedBy === null ? share : `${share}@${weighedBy}`;
}
function wrongCount(count) {
  if (count < 1) return "is no number of shards";
  return count > maxShards ? `is more than the ${String(maxShards)} jobs that one matrix may have` : null;
}
function shown(text) {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

export {
  maxShards,
  resolveShard,
  parseShardCount,
  shardText
};
