import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../node_modules/.cache/go-crash-guard/dist');

/** The path of a freshly bundled entry, for tests that start the real thing: `spawn(process.execPath, [bundled('cli.js'), ...])`. */
export function bundled(file: 'action.js' | 'cli.js' | 'foreign-report.js'): string {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new Error(`${file} was not bundled: the reason stands at the top of this run`);
  }
  return path;
}
