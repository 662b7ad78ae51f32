import type { LineSplitter } from '../../gotest/lines.ts';

/** What Windows PowerShell writes for `go test > log.txt` begins with one of these. */
const byteOrderMarks: readonly { encoding: string; first: number; second: number }[] = [
  { encoding: 'utf-16le', first: 0xff, second: 0xfe },
  { encoding: 'utf-16be', first: 0xfe, second: 0xff },
];

/** Hands on bytes as they are, but UTF-16 as UTF-8. */
export function readLogBytes(lines: LineSplitter): LineSplitter {
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  /** A first byte that came alone. */
  let alone: Uint8Array | null = null;

  const start = (chunk: Uint8Array): void => {
    const bytes = alone === null ? chunk : Uint8Array.of(...alone, ...chunk.subarray(0, 1));
    if (bytes.length < 2) {
      if (bytes.length === 1) alone = Uint8Array.from(bytes);
      return;
    }
    const [one, two] = bytes;
    const mark = byteOrderMarks.find(({ first, second }) => first === one && second === two);
    decoder = mark === undefined ? null : new TextDecoder(mark.encoding);
    if (alone !== null) hand(alone);
    hand(chunk);
  };
  const hand = (chunk: Uint8Array): void => {
    if (decoder === null || decoder === undefined) lines.push(chunk);
    else lines.push(encoder.encode(decoder.decode(chunk, { stream: true })));
  };

  return {
    push(chunk) {
      if (decoder === undefined) start(chunk);
      else hand(chunk);
    },
    end() {
      if (decoder === undefined && alone !== null) lines.push(alone);
      return lines.end();
    },
  };
}
