import { execFileSync } from 'node:child_process';
import { fixture } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';

/** A folder with the profiles and goroutines that the fixture `inspect` writes at the end of its tests. */
export function heldSnapshot(env: Record<string, string> = {}): string {
  const folder = tempFolder();
  const flags = ['-count=1', '-bench=.', '-benchtime=1x', '-memprofilerate=512'];
  execFileSync('go', ['test', ...flags, './held'], {
    cwd: fixture('inspect'),
    // The flag sets the rate after what package variables hold was allocated.
    env: { ...process.env, ...env, SNAPSHOT: folder, GODEBUG: 'memprofilerate=512' },
    stdio: 'pipe',
  });
  return folder;
}
