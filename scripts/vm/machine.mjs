import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';

const resultsBytes = 512 * 1024 * 1024;

/**
 * Boots the machine and waits until it has switched itself off; /results comes back as `out`.
 * A machine that outlives the limit is killed, even if this process is gone by then. What the disks get is thrown away.
 * @param {{ kernel: string, initramfs: string, rootDisk: string, treeDisk: string, out: string,
 *           memoryMb: number, init: string, limitSeconds: number }} options
 * @returns {Promise<{ code: number, console: string }>} the scenario's exit code, and what the serial console showed
 */
export async function boot({
  kernel,
  initramfs,
  rootDisk,
  treeDisk,
  out,
  memoryMb,
  init,
  limitSeconds,
}) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const results = join(out, 'results.tar');
  writeFileSync(results, '');
  truncateSync(results, resultsBytes);
  const consolePath = join(out, 'console.log');
  const scenarioLog = join(out, 'scenario.log'); // the second serial port
  const append = [
    'console=ttyS0 loglevel=5 panic=-1 random.trust_cpu=on mitigations=off no_timer_check tsc=reliable',
    `guest_init=${init} systemd.unit=scenario.target systemd.show_status=0`,
  ].join(' ');
  /** @param {string} file @param {boolean} keep */
  const drive = (file, keep) => [
    '-drive',
    `file=${file.replaceAll(',', ',,')},format=raw,if=virtio,cache=unsafe,snapshot=${keep ? 'off' : 'on'}`,
  ];
  const words = [
    ...['--signal=KILL', `${limitSeconds}`, 'qemu-system-x86_64'],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...['-serial', 'stdio', '-serial', `file:${scenarioLog.replaceAll(',', ',,')}`],
    ...['-accel', 'tcg,thread=multi', '-smp', '2', '-m', `${memoryMb}`],
    ...['-kernel', kernel, '-initrd', initramfs, '-append', append],
    ...[...drive(rootDisk, false), ...drive(treeDisk, false), ...drive(results, true)],
  ];
  const log = openSync(consolePath, 'w');
  const child = spawn('timeout', words, { stdio: ['ignore', log, log] });
  closeSync(log);
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  const ended = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  process.removeListener('exit', stop);

  const shown = readFileSync(consolePath, 'utf8');
  const tail = [shown, readFileSync(scenarioLog, 'utf8')]
    .map((text) => text.split('\n').slice(-40).join('\n'))
    .join('\n');
  if (ended !== 0) {
    throw new Error(
      `the machine ended with ${ended} (137: it took more than ${limitSeconds} s):\n${tail}`,
    );
  }
  run('tar', ['-xf', results, '-C', out]);
  rmSync(results);
  try {
    return { code: Number(readFileSync(join(out, 'code'), 'utf8')), console: shown };
  } catch {
    throw new Error(`the machine ended without a result:\n${tail}`);
  }
}
