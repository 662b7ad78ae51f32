import type { Readable } from 'node:stream';
import type { Goroutine } from '../crash/goroutines/goroutine.ts';
import { createGoroutineParser } from '../crash/goroutines/goroutines.ts';
import { splitLines } from '../gotest/lines.ts';

export interface GoroutineReading {
  goroutines: readonly Goroutine[];
  gaps: string[];
}

/** What is read of a text; a dump of a hundred thousand goroutines has about 60 MB. */
const maxTextBytes = 512 << 20;

/** Reads goroutines from a stream of text. Throws what the stream throws. */
export async function readGoroutines(
  stream: Readable,
  maxBytes = maxTextBytes,
): Promise<GoroutineReading> {
  const parser = createGoroutineParser();
  const lines = splitLines(parser.push);
  const gaps: string[] = [];
  let left = maxBytes;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    lines.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left >= 0) continue;
    gaps.push(`only the first ${String(maxBytes)} bytes were read`);
    break;
  }
  lines.end();
  parser.end();
  if (parser.omitted() > 0)
    gaps.push(`${String(parser.omitted())} more goroutines were counted, not kept`);
  return { goroutines: parser.goroutines, gaps };
}
