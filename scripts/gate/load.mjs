// Keeps the machine busy while something is measured.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Starts one busy process more than there are processors; the returned function ends them. @returns {() => void} */
export function busyMachine() {
  // They end with this process at the latest.
  const program = `const parent = process.ppid;
    for (;;) { if (process.ppid !== parent) process.exit(); for (let i = 0; i < 1e8; i++); }`;
  const children = Array.from({ length: availableParallelism() + 1 }, () =>
    spawn(process.execPath, ['--eval', program], { stdio: 'ignore' }),
  );
  return () => {
    for (const child of children) child.kill('SIGKILL');
  };
}
