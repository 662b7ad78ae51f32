import { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { access, open, readlink, realpath, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface FreeSpace {
  /** Size of the file system. */
  totalBytes: number;
  /** What this user may still write. */
  freeBytes: number;
}

/** The port through which the machine is looked at. Nothing throws: what cannot be read is null or false. */
export interface HostFiles {
  /** The beginning of a file, at most a mebibyte of it. */
  read: (path: string) => Promise<string | null>;
  /** The path without symbolic links. */
  resolve: (path: string) => Promise<string | null>;
  /** What a symbolic link says. */
  link: (path: string) => Promise<string | null>;
  exists: (path: string) => Promise<boolean>;
  /** May this process write there? False on a file system that is mounted read-only, for root too. */
  writable: (path: string) => Promise<boolean>;
  executable: (path: string) => Promise<boolean>;
  /** Does the kernel let this process open it for reading? It asks more than the permissions say of /dev/kmsg. */
  openable: (path: string) => Promise<boolean>;
  space: (path: string) => Promise<FreeSpace | null>;
}

const maxBytes = 1024 * 1024;
// A pipe or a device in a place where a file is expected must not hold us up.
const readNow = constants.O_RDONLY | constants.O_NONBLOCK;

/** The files below a root: the machine's own, or a captured tree. */
export function hostFiles(root = '/'): HostFiles {
  const at = (path: string): string => (root === '/' ? path : join(root, path));
  const allows = (path: string, mode: number): Promise<boolean> => succeeds(access(at(path), mode));
  return {
    read: (path) => readStart(at(path)).catch(() => null),
    // Links of a captured tree would lead out of it.
    resolve: (path) => (root === '/' ? realpath(path).catch(() => null) : Promise.resolve(path)),
    link: (path) => readlink(at(path)).catch(() => null),
    exists: (path) => allows(path, constants.F_OK),
    writable: (path) => allows(path, constants.W_OK),
    executable: (path) => allows(path, constants.X_OK),
    openable: (path) => succeeds(open(at(path), readNow).then((file) => file.close())),
    space: (path) =>
      statfs(at(path)).then(
        ({ blocks, bavail, bsize }) => ({ totalBytes: blocks * bsize, freeBytes: bavail * bsize }),
        () => null,
      ),
  };
}

function succeeds(action: Promise<void>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}

/** Files of /proc and of cgroups have no size to go by: read until the end or the bound. */
async function readStart(path: string): Promise<string> {
  const file = await open(path, readNow);
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size < maxBytes;) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(16_384), 0, 16_384);
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    await file.close();
  }
}
