import { spawnSync } from 'node:child_process';

/**
 * Wall time of one run of a command; throws unless it ends with an expected code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, codes?: number[] }} options
 * @returns {number} milliseconds
 */
export function time(command, args, { cwd, env = {}, codes = [0] }) {
  const began = performance.now();
  const { status, stderr, stdout } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const elapsedMs = performance.now() - began;
  if (!codes.includes(status ?? -1)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  }
  return elapsedMs;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Runs two things in turn, A B A B ..., so that a machine whose speed drifts treats both alike.
 * @param {number} pairs
 * @param {() => number} a
 * @param {() => number} b
 * @returns {{ a: number, b: number, ratio: number, ratios: number[], pairs: [number, number][] }} medians in milliseconds, and of the ratio a/b pair by pair
 */
export function inTurn(pairs, a, b) {
  /** @type {[number, number][]} */
  const taken = [];
  for (let i = 0; i < pairs; i++) taken.push([a(), b()]);
  const ratios = taken.map(([first, second]) => first / second);
  return {
    a: median(taken.map(([first]) => first)),
    b: median(taken.map(([, second]) => second)),
    ratio: median(ratios),
    ratios,
    pairs: taken,
  };
}

/** @param {string} what @param {string} value @param {string} [note] */
export function row(what, value, note = '') {
  console.log(`${what.padEnd(62)} ${value.padStart(12)}  ${note}`.trimEnd());
}

/** @param {number} elapsedMs */
export function seconds(elapsedMs) {
  return `${(elapsedMs / 1000).toFixed(2)} s`;
}
