import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// kernel.core_pattern is one for the whole machine, so tests that change it, or need it as it is, take turns.

const file = '/proc/sys/kernel/core_pattern';
const lock = join(tmpdir(), 'crash-guard-test-core-pattern');
const patienceMs = 240_000;
const pollMs = 20;

/** Why this process may not change core_pattern, or null. */
export function corePatternRefused(): string | null {
  if (!existsSync(file)) return 'there is no core_pattern here';
  try {
    accessSync(file, constants.W_OK);
    return null;
  } catch {
    return `${file} may not be written: this needs root`;
  }
}

export function corePattern(): string {
  return readFileSync(file, 'utf8').replace(/\n$/, '');
}

/** What it says when no test has changed it; null where there is none. */
export function usualCorePattern(): string | null {
  if (!existsSync(file)) return null;
  return held()?.original ?? corePattern();
}

export interface HeldCorePattern {
  set: (pattern: string) => void;
  /** Puts it back. */
  release: () => void;
}

/** Waits for its turn. */
export function holdCorePattern(): HeldCorePattern {
  const until = Date.now() + patienceMs;
  while (!tryLock()) {
    if (Date.now() > until) throw new Error(`${lock} is held by another test all the time`);
    pause(pollMs);
  }
  const original = corePattern();
  writeFileSync(join(lock, 'held.json'), JSON.stringify({ pid: process.pid, original }));
  const set = (pattern: string): void => {
    if (corePattern() !== pattern) writeFileSync(file, `${pattern}\n`);
  };
  return {
    set,
    release: () => {
      set(original);
      rmSync(lock, { recursive: true, force: true });
      // Whoever waits gets the next turn, or a file with many tests would go before all others.
      pause(5 * pollMs);
    },
  };
}

/** Runs what may change core_pattern by itself, while no test has it changed. */
export async function withCorePattern<T>(work: () => Promise<T>): Promise<T> {
  if (corePatternRefused() !== null) return work();
  const { release } = holdCorePattern();
  try {
    return await work();
  } finally {
    release();
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function tryLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const holder = held();
    if (holder === null || isAlive(holder.pid)) return false;
    // Whoever held it was killed.
    writeFileSync(file, `${holder.original}\n`);
    rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function held(): { pid: number; original: string } | null {
  try {
    return JSON.parse(readFileSync(join(lock, 'held.json'), 'utf8')) as {
      pid: number;
      original: string;
    };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
