import { Buffer } from 'node:buffer';

const newline = 0x0a;
/** Longer lines are cut here in memory; go's own event lines stay far below, the file on disk keeps the whole. */
const maxLineBytes = 4 * 1024 * 1024;

export interface LineSplitter {
  push: (chunk: Uint8Array) => void;
  /** Hands on a last line that has no newline; true when there was one. */
  end: () => boolean;
}

/** Splits bytes into lines of UTF-8 text, whatever the chunk borders; memory is bounded by one line. */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  const keep = (part: Buffer): void => {
    const room = maxLineBytes - pendingBytes;
    if (room <= 0 || part.length === 0) return;
    // A copy: the chunk's memory is the reader's.
    pending.push(Buffer.from(part.subarray(0, room)));
    pendingBytes += Math.min(room, part.length);
  };
  const take = (): string => {
    const text = Buffer.concat(pending, pendingBytes).toString('utf8');
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
        // One decode for all whole lines of the chunk is several times faster than one a line.
        const text = bytes.toString('utf8', start, last);
        let from = 0;
        for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
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
    },
  };
}
