import { existsSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { goTestFiles } from '../../src/run/layout.ts';
import { fixture, readReport, run, scratch, start } from '../support/guarded.ts';
import { descendants, processState, type Process } from '../support/processes.ts';

// Whatever dies, and whenever: there is a report, and it is not green.

type Victim = 'go' | 'keeper' | 'shim' | 'test binary';
const victims: Record<Victim, (process: Process) => boolean> = {
  go: ({ command }) => /(?:^|\/)go (?:test|list|env) /.test(command),
  // Not the short-lived modes of the same program that make the control group.
  keeper: ({ command }) => /\/crash-guard\/bin\/[0-9a-f]+\/keeper \//.test(command),
  shim: ({ command }) => /^\S*\/crash-guard\/bin\/[0-9a-f]+\/shim /.test(command),
  'test binary': ({ command }) => /^\S+\.test -test\./.test(command),
};
const names = Object.keys(victims) as Victim[];
const rounds = 50;

describe('a child that is killed at any moment', () => {
  const out = scratch();
  afterAll(out.remove);
  const args = ['run', '--dir', fixture('slow'), '--out', out.path, '--legs', 'memory', '--fresh'];

  it(`gives a report and a non-zero exit, ${String(rounds)} times`, async () => {
    // Now the probe is built and the packages are compiled.
    expect((await run(args)).code).toBe(0);
    let began = Date.now();
    expect((await run(args)).code).toBe(0);
    let usualMs = Date.now() - began;
    const killed = new Map<Victim, number>();
    for (let round = 0, tries = 0; round < rounds; tries++) {
      expect(tries).toBeLessThan(4 * rounds);
      rmSync(out.path, { recursive: true, force: true });
      const victim = names[tries % names.length] ?? 'go';
      const delayMs = Math.random() * usualMs;
      began = Date.now();
      const { child, finished } = start(args);
      const hit = await killOne(child.pid ?? 0, victims[victim], delayMs);
      const { code, stdout, stderr } = await finished;
      if (!hit) {
        // It ran to its end: so long does a run take by now.
        usualMs = Date.now() - began;
        continue;
      }
      round++;
      killed.set(victim, (killed.get(victim) ?? 0) + 1);
      const moment = `${victim} killed after ${delayMs.toFixed()} ms: ${stdout}${stderr}`;
      expect({ code, moment }).toEqual({ code: 1, moment });
      const report = readReport(out.path);
      expect({ status: report.verdict.status, moment }).not.toEqual({ status: 'pass', moment });
      expect(report.verdict.reasons.length).toBeGreaterThan(0);
    }
    for (const victim of names)
      expect({ victim, times: killed.get(victim) ?? 0 }).not.toEqual({ victim, times: 0 });
  }, 1_200_000);
});

/** Kills the first such process that is there after the delay; false when none comes before the run ends. */
async function killOne(
  pid: number,
  isVictim: (process: Process) => boolean,
  delayMs: number,
): Promise<boolean> {
  await sleep(delayMs);
  const end = Date.now() + 500;
  while (Date.now() < end) {
    const found = programs(descendants(pid)).filter(isVictim);
    const victim = found[Math.floor(Math.random() * found.length)];
    if (victim !== undefined && (await killAlive(victim))) return true;
    await sleep(5);
  }
  return false;
}

/**
 * Without copies of their parents: who has forked and not yet become another program, and the child by which Go's package os finds out
 * whether the kernel has process descriptors (syscall/exec_linux.go, doCheckClonePidfd). Nothing depends on the latter.
 */
function programs(all: readonly Process[]): Process[] {
  const commands = new Map(all.map(({ pid, command }) => [pid, command]));
  return all.filter(({ parent, command }) => commands.get(parent) !== command);
}

/** A process that is ending already cannot be stopped, and a kill would come too late to count. */
async function killAlive({ pid, command }: Process): Promise<boolean> {
  try {
    process.kill(pid, 'SIGSTOP');
    await sleep(20);
    const counts = processState(pid) === 'T' && !hasRecordedTheEnd(command);
    process.kill(pid, counts ? 'SIGKILL' : 'SIGCONT');
    return counts;
  } catch {
    return false;
  }
}

/** A keeper that has written down how everything ended has nothing left to do but to remove its control group. */
function hasRecordedTheEnd(command: string): boolean {
  const folder = /\/keeper (\/\S+)/.exec(command)?.[1];
  return folder !== undefined && existsSync(goTestFiles.goEnd(folder));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
