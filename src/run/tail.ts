import { open, type FileHandle } from 'node:fs/promises';
import { Buffer } from 'node:buffer';

export interface Tail {
  /** Hands on everything that was appended since the last call. */
  read: () => Promise<void>;
  close: () => Promise<void>;
}

const chunkBytes = 1024 * 1024;

/** Follows a growing file. The chunk handed on is only valid during the call. */
export async function followFile(
  path: string,
  onChunk: (chunk: Uint8Array) => void | Promise<void>,
): Promise<Tail> {
  const file = await open(path, 'r');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let position = 0;
  return {
    async read() {
      for (;;) {
        const { bytesRead } = await readAt(file, buffer, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        await onChunk(buffer.subarray(0, bytesRead));
      }
    },
    close: () => file.close(),
  };
}

/** Reads a whole file in bounded chunks; false when there is no such file. */
export async function readChunks(
  path: string,
  onChunk: (chunk: Uint8Array) => void | Promise<void>,
): Promise<boolean> {
  let tail: Tail;
  try {
    tail = await followFile(path, onChunk);
  } catch {
    return false;
  }
  try {
    await tail.read();
  } finally {
    await tail.close();
  }
  return true;
}

function readAt(
  file: FileHandle,
  buffer: Buffer,
  position: number,
): Promise<{ bytesRead: number }> {
  return file.read(buffer, 0, buffer.length, position);
}
