// What the agent costs inside a test process: the time of one sample, ten of which are taken a second.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build.mjs';
import { row, time } from './stopwatch.mjs';

const idleSeconds = 20;

export function agent() {
  const args = ['test', '-run=^$', '-bench=Tick', '-benchtime=20000x', '-count=5', './agent'];
  const { stdout } = spawnSync('go', args, { cwd: join(root, 'src/probe'), encoding: 'utf8' });
  const nanoseconds = [...stdout.matchAll(/\s(?<ns>[\d.]+) ns\/op/g)].map((match) =>
    Number(match.groups?.['ns']),
  );
  if (nanoseconds.length === 0) throw new Error(`no benchmark ran:\n${stdout}`);
  const worst = Math.max(...nanoseconds);
  row('one sample of the agent, warm', `${(worst / 1000).toFixed(1)} µs`);
  row('CPU share of the agent in a process that only sleeps', `${idleShare().toFixed(3)} %`);
}

/** The CPU time of a test that sleeps with all its samples, less that of one without, by the kernel's account; percent of the time. */
function idleShare() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    writeFileSync(join(folder, 'go.mod'), 'module example.com/idle\n\ngo 1.21\n');
    // The agent is quiet in a package that mentions test.timeout.
    const comments = { sampled: '', quiet: '// test.timeout\n' };
    for (const [name, comment] of Object.entries(comments)) {
      mkdirSync(join(folder, name));
      const test = `func TestSleep(t *testing.T) { time.Sleep(${idleSeconds} * time.Second) }`;
      const source = `package ${name}\n\n${comment}import (\n\t"testing"\n\t"time"\n)\n\n${test}\n`;
      writeFileSync(join(folder, name, `${name}_test.go`), source);
    }
    time(
      process.execPath,
      [join(root, 'dist/cli.js'), 'run', '--dir', folder, '--legs', 'memory'],
      { cwd: root },
    );
    /** @param {string} name */
    const cpuMs = (name) => {
      const end = join(
        folder,
        `.crash-guard/out/runs/memory/example.com/idle/${name}/attempt-1/end.json`,
      );
      const { userCpuMs, systemCpuMs } = JSON.parse(readFileSync(end, 'utf8'));
      return userCpuMs + systemCpuMs;
    };
    return ((cpuMs('sampled') - cpuMs('quiet')) / (idleSeconds * 1000)) * 100;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
