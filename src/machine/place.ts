import { dirname } from 'node:path';
import type { FreeSpace, HostFiles } from './host-files.ts';
import { mountOf, type Mount } from './mount.ts';

/** A folder that a run writes to, and the file system that holds it. */
export interface Place {
  path: string;
  /** The folder itself, or the nearest one above it that is there. */
  found: string;
  space: FreeSpace | null;
  readOnly: boolean;
  /** May this user make files there, or where the folder would have to be made? */
  writable: boolean;
  /** Programs there cannot be started. */
  noexec: boolean;
  /** The type of the file system: `ext4`, `tmpfs`; null where the system has no list of mounts. */
  fileSystem: string | null;
}

/** What is known of a folder, or of the nearest one above it that is there already. */
export async function readPlace(
  path: string,
  files: HostFiles,
  mounts: readonly Mount[],
): Promise<Place> {
  let found = path;
  while (!(await files.exists(found)) && dirname(found) !== found) found = dirname(found);
  const [space, real, writable] = await Promise.all([
    files.space(found),
    files.resolve(found),
    files.writable(found),
  ]);
  const mount = mountOf(real ?? found, mounts);
  return {
    path,
    found,
    space,
    readOnly: mount?.options.has('ro') ?? false,
    writable,
    noexec: mount?.options.has('noexec') ?? false,
    fileSystem: mount?.type ?? null,
  };
}
