import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFailure, type Environment, type RunCommand } from './command.ts';
import { isWholeCore } from './core-file.ts';

const patienceMs = 60_000;
/** systemd-coredump stores a core in its own time, after the process is gone. */
const pausesMs = [0, 500, 1000, 2000, 4000];

export interface CoredumpctlPorts {
  run: RunCommand;
  env: Environment;
  sleep: (ms: number) => Promise<void>;
  /** Whether nobody waits for it any more. */
  stopped: () => boolean;
}

/**
 * Has coredumpctl(1) write the core of a process of this boot to a file that does not exist yet; null, or why there is none.
 * It fails where it finds none, and may leave a file behind that is empty or cut off.
 */
export async function fetchCore(
  pid: number,
  target: { folder: string; name: string },
  ports: CoredumpctlPorts,
): Promise<string | null> {
  const { folder, name } = target;
  const draftFolder = await mkdtemp(join(folder, '.core-'));
  const draft = join(draftFolder, name);
  try {
    const boot = await bootMatch();
    const args = ['dump', '--no-pager', `--output=${draft}`, String(pid), ...boot];
    let problem = '';
    for (const pause of pausesMs) {
      if (pause > 0) await ports.sleep(pause);
      if (ports.stopped()) return 'the run was stopped before coredumpctl could be asked';
      const options = { cwd: folder, env: ports.env, timeoutMs: patienceMs };
      const result = await ports.run('coredumpctl', args, options);
      if (result.kind === 'not-started') return `coredumpctl ${describeFailure(result)}`;
      if (result.kind === 'exited' && result.code === 0) {
        if (!(await isWholeCore(draft))) return 'what coredumpctl wrote is no whole core';
        await rename(draft, join(folder, name));
        return null;
      }
      problem = `coredumpctl: ${describeFailure(result)}`;
    }
    return problem;
  } finally {
    await rm(draftFolder, { recursive: true, force: true });
  }
}

/** A journal match: numbers of processes come again with each boot. */
async function bootMatch(): Promise<string[]> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const id = text.trim().replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(id) ? [`_BOOT_ID=${id}`] : [];
}
