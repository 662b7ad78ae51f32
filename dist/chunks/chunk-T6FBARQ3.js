import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/gotest/lines.ts
import { Buffer } from "node:buffer";
var newline = 10;
var maxLineBytes = 4 * 1024 * 1024;
function splitLines(onLine) {
  let pending = [];
  let pendingBytes = 0;
  const keep = (part) => {
    const room = maxLineBytes - pendingBytes;
    if (room <= 0 || part.length === 0) return;
    pending.push(Buffer.from(part.subarray(0, room)));
    pendingBytes += Math.min(room, part.length);
  };
  const take = () => {
    const text = Buffer.concat(pending, pendingBytes).toString("utf8");
    pending = [];
    pendingBytes = 0;
    return text;
  };
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let start = 0;
      const first = bytes.indexOf(newline);
      if (pendingBytes > 0 && first >= 0) {
        keep(bytes.subarray(0, first));
        onLine(take());
        start = first + 1;
      }
      const last = bytes.lastIndexOf(newline);
      if (last >= start) {
        const text = bytes.toString("utf8", start, last);
        let from = 0;
        for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
          onLine(text.slice(from, to));
          from = to + 1;
        }
        onLine(text.slice(from));
        start = last + 1;
      }
      keep(bytes.subarray(start));
    },
    end() {
      if (pendingBytes === 0) return false;
      onLine(take());
      return true;
    }
  };
}

// src/run/tail.ts
import { open } from "node:fs/promises";
import { Buffer as Buffer2 } from "node:buffer";
var chunkBytes = 1024 * 1024;
async function followFile(path, onChunk) {
  const file = await open(path, "r");
  const buffer = Buffer2.allocUnsafe(chunkBytes);
  let position = 0;
  return {
    async read() {
      for (; ; ) {
        const { bytesRead } = await readAt(file, buffer, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        await onChunk(buffer.subarray(0, bytesRead));
      }
    },
    close: () => file.close()
  };
}
async function readChunks(path, onChunk) {
  let tail;
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
function readAt(file, buffer, position) {
  return file.read(buffer, 0, buffer.length, position);
}

export {
  splitLines,
  followFile,
  readChunks
};
