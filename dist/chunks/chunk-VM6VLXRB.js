import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  noLinks
} from "./chunk-XDID2FZV.js";
import {
  readBounded,
  recordParser
} from "./chunk-64UJPC5Q.js";
import {
  goTestFiles,
  layout
} from "./chunk-TPY3KFQ2.js";
import {
  furtherSections,
  mainSections,
  told
} from "./chunk-2N2IIUE2.js";
import {
  _enum,
  array,
  literal,
  object,
  string
} from "./chunk-NI4KKZEY.js";

// src/render/summary.ts
import { Buffer } from "node:buffer";
var room = { limit: 900 * 1024, size: (text) => Buffer.byteLength(text) };
var extent = { lines: 6e3, details: 300 };
var maxCharts = 3;
function renderSummary(report, links = noLinks) {
  const telling = { report, links, extent, charts: maxCharts };
  return told([...mainSections(telling, null), ...furtherSections(telling)], room);
}

// src/run/round.ts
import { readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
var roundPurposes = ["rebuild", "exit", "strace", "runtime"];
var roundSchema = object({
  schema: literal(1),
  purpose: _enum(roundPurposes),
  packages: array(string()),
  command: array(string())
});
var parseRound = recordParser(roundSchema);
async function writeRound(folder, round) {
  await writeFile(goTestFiles.round(folder), JSON.stringify(round));
}
async function readRounds(out, leg) {
  const parent = dirname(layout.round(out, leg, 1));
  const numbers = (await readdir(parent).catch(() => [])).filter((entry) => /^[1-9]\d{0,3}$/.test(entry)).map(Number).sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = layout.round(out, leg, number);
    const round = parseRound(await readBounded(goTestFiles.round(folder), 1 << 20));
    if (round !== null) found.push({ folder, round });
  }
  return found;
}

// src/gotest/lines.ts
import { Buffer as Buffer2 } from "node:buffer";
var newline = 10;
var maxLineBytes = 4 * 1024 * 1024;
function splitLines(onLine) {
  let pending = [];
  let pendingBytes = 0;
  const keep = (part) => {
    const room2 = maxLineBytes - pendingBytes;
    if (room2 <= 0 || part.length === 0) return;
    pending.push(Buffer2.from(part.subarray(0, room2)));
    pendingBytes += Math.min(room2, part.length);
  };
  const take = () => {
    const text = Buffer2.concat(pending, pendingBytes).toString("utf8");
    pending = [];
    pendingBytes = 0;
    return text;
  };
  return {
    push(chunk) {
      const bytes = Buffer2.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
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
import { Buffer as Buffer3 } from "node:buffer";
var chunkBytes = 1024 * 1024;
async function followFile(path, onChunk) {
  const file = await open(path, "r");
  const buffer = Buffer3.allocUnsafe(chunkBytes);
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
  writeRound,
  readRounds,
  followFile,
  readChunks,
  renderSummary
};
