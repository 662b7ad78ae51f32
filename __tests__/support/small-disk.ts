import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no disk can be made here, or null. */
export function disksRefused(): string | null {
  return process.getuid?.() === 0 ? null : 'this needs root';
}

/** A disk of its own, of so many bytes (`1m`); needs root. */
export function smallDisk(size: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'crash-guard-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'crash-guard-test', path]);
  return {
    path,
    remove: () => {
      execFileSync('umount', ['--lazy', path]);
      rmdirSync(path);
    },
  };
}
