import { InputError, type Problem } from './input-error.ts';

/** Which share of the packages a run takes. */
export interface ShardChoice {
  /** From 1 to count. */
  index: number;
  count: number;
  /** The commit whose record says how long packages take and how much memory; null: they are shared out by their number. */
  weighedBy: string | null;
}

/** GitHub makes at most 256 jobs of one matrix. */
export const maxShards = 256;

// 2/4 or 2/4@3f2c1a9e0b7d4c5f8a6b1c2d3e4f5a6b7c8d9e0f
const pattern = /^(?<index>\d{1,4})\/(?<count>\d{1,4})(?:@(?<commit>[0-9a-f]{40}|[0-9a-f]{64}))?$/;
const shardFix =
  'give INDEX/COUNT, such as 2/4 for the second of four, or what "go-crash-guard plan" printed, such as 2/4@COMMIT';

/** Reads `INDEX/COUNT` or `INDEX/COUNT@COMMIT`; says where it is wrong. */
export function parseShard(text: string): ShardChoice | { problem: string } {
  const found = pattern.exec(text.trim())?.groups;
  if (found === undefined) return { problem: 'is no share of a run' };
  const [index, count] = [Number(found['index']), Number(found['count'])];
  const wrong = wrongCount(count);
  if (wrong !== null) return { problem: wrong };
  if (index < 1 || index > count)
    return { problem: `is not one of ${String(count)}: shards are counted from 1` };
  return { index, count, weighedBy: found['commit'] ?? null };
}

/** The shard that a flag or an input names; null for none. What is wrong with it goes to the problems. */
export function resolveShard(
  given: { text: string; where: string } | undefined,
  problems: Problem[],
): ShardChoice | null {
  if (given === undefined || given.text.trim() === '') return null;
  const parsed = parseShard(given.text);
  if (!('problem' in parsed)) return parsed;
  problems.push({
    where: given.where,
    what: `${shown(given.text)} ${parsed.problem}`,
    fix: shardFix,
  });
  return null;
}

/** How many shards are wanted, where a plan of them is made. Throws an InputError. */
export function parseShardCount(text: string, where: string): number {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null;
  const wrong = count === null ? 'is no number of shards' : wrongCount(count);
  if (count !== null && wrong === null) return count;
  const what = text.trim() === '' ? 'it is missing' : `${shown(text)} ${wrong ?? ''}`;
  const fix = `give how many jobs may share the packages, from 1 to ${String(maxShards)}, such as 4`;
  throw new InputError([{ where, what, fix }]);
}

/** As a run takes it. */
export function shardText({ index, count, weighedBy }: ShardChoice): string {
  const share = `${String(index)}/${String(count)}`;
  return weighedBy === null ? share : `${share}@${weighedBy}`;
}

function wrongCount(count: number): string | null {
  if (count < 1) return 'is no number of shards';
  return count > maxShards
    ? `is more than the ${String(maxShards)} jobs that one matrix may have`
    : null;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
