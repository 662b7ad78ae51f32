import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/run/bounded-file.ts
import { constants } from "node:fs";
import { open } from "node:fs/promises";
async function readBounded(path, maxBytes) {
  const bytes = await readBoundedBytes(path, maxBytes);
  return bytes === null ? null : bytes.toString("utf8");
}
async function appendLine(path, line) {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 420);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is no regular file`);
    await file.write(`${line}
`);
  } finally {
    await file.close();
  }
}
async function readBoundedBytes(path, maxBytes) {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return null;
      const buffer = Buffer.alloc(Math.min(stats.size, maxBytes));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

// src/evidence/record-parser.ts
function recordParser(schema) {
  return (json) => {
    if (json === null) return null;
    try {
      const parsed = schema.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
}

// src/crash/source/enclosing-function.ts
var maxLines = 2e3;
var maxLineChars = 500;
var header = /^func\s*(?:\([^)]*\)\s*)?(?<name>[\p{L}_][\p{L}\p{Nd}_]*)/u;
function enclosingFunction(lines, line) {
  if (line < 1 || line > lines.length) return null;
  for (let at = line; at > Math.max(0, line - maxLines); at--) {
    const text = (lines[at - 1] ?? "").slice(0, maxLineChars);
    const name = header.exec(text)?.groups?.["name"];
    if (name !== void 0) return { name, line: at };
    if (at < line && /^[})]/.test(text) && !text.trimEnd().endsWith("{")) return null;
  }
  return null;
}

export {
  recordParser,
  readBounded,
  appendLine,
  readBoundedBytes,
  enclosingFunction
};
