import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a freshly bundled entry, for tests that start the real thing: `spawn(process.execPath, [bundled('cli.js'), ...])`. */
export function bundled(file: 'action.js' | 'cli.js' | 'foreign-report.js'): string {
  const folder = process.env['TESTED_BUNDLE'];
  const path = folder === undefined ? null : join(folder, file);
  if (path === null || !existsSync(path)) {
    throw new Error(`${file} was not bundled: the reason stands at the top of this run`);
  }
  return path;
}
