import { spawnSync } from 'node:child_process';

/**
 * Runs a command to its end and returns what it printed; throws with its last words when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, input?: string, timeoutMs?: number }} [options]
 */
export function run(command, args, options = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    input: options.input ?? '',
    timeout: options.timeoutMs ?? 300_000,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined || status !== 0) {
    const words = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
    const how = error?.message ?? (signal === null ? `code ${status}` : signal);
    throw new Error(`${command} ${args.join(' ')}: ${how}\n${words}`);
  }
  return stdout;
}
