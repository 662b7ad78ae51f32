import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { GoToolchain } from './go-toolchain.ts';

/**
 * The program that runs binaries of a foreign target, [] for none. Without -exec the go command looks for `go_GOOS_GOARCH_exec` in
 * PATH (`go help run`); since we bring an -exec of our own, we must look for it ourselves.
 */
export function foreignExec(go: GoToolchain, searchPath: string): string[] {
  if (go.goos === go.hostOs && go.goarch === go.hostArch) return [];
  const name = `go_${go.goos}_${go.goarch}_exec${go.exe}`;
  const found = searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  return found === undefined ? [] : [found];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
