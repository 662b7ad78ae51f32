import { delimiter, join } from 'node:path';
import type { HostFiles } from './host-files.ts';

/** The first program of that name in PATH; a name with a slash stands for itself; null when there is none. */
export async function findProgram(
  name: string,
  searchPath: string,
  files: HostFiles,
): Promise<string | null> {
  if (name === '') return null;
  const candidates = name.includes('/')
    ? [name]
    : searchPath
        .split(delimiter)
        .filter((folder) => folder !== '')
        .map((folder) => join(folder, name));
  const found = await Promise.all(candidates.map((path) => files.executable(path)));
  return candidates[found.indexOf(true)] ?? null;
}

export const helperNames = [
  'sudo',
  'systemd-run',
  'coredumpctl',
  'journalctl',
  'dmesg',
  'strace',
  'dlv',
  'gdb',
  'zstd',
] as const;
export type HelperName = (typeof helperNames)[number];

/** Where the programs are that a diagnosis can use; null for one that is not in PATH. */
export async function findHelpers(
  searchPath: string,
  files: HostFiles,
): Promise<Record<HelperName, string | null>> {
  const found = await Promise.all(
    helperNames.map(async (name) => [name, await findProgram(name, searchPath, files)] as const),
  );
  return Object.fromEntries(found) as Record<HelperName, string | null>;
}
