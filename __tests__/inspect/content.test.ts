import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentOf, unpackedHead } from '../../src/inspect/content.ts';

const elf = (type: number, order = 1): Uint8Array =>
  Uint8Array.of(
    0x7f,
    0x45,
    0x4c,
    0x46,
    2,
    order,
    ...new Array<number>(10).fill(0),
    ...(order === 1 ? [type, 0] : [0, type]),
  );
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['elf-core', elf(4)],
  ['elf-core', elf(4, 2)],
  ['elf-program', elf(2)],
  ['elf-program', elf(3)],
  ['binary', elf(1)],
  ['elf-program', readFileSync(process.execPath).subarray(0, 64)],
  ['gzip', gzipSync('goroutine 1 [running]:\n')],
  ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0)],
  ['text', bytes('goroutine 1 [running]:\n\tmain.go:1\r\n\u001b[31mred\u001b[0m ünïcödé')],
  ['text', Uint8Array.of(0xff, 0xfe, 0x41)], // what a test printed need not be UTF-8
  ['binary', Uint8Array.of(0x0a, 0x04, 0x08, 0x01, 0x10, 0x02)], // a profile that is not packed
  ['empty', new Uint8Array()],
])('%s', (content, head) => {
  expect(contentOf(head)).toBe(content);
});

it('looks into the beginning of a packed file', () => {
  const packed = gzipSync(Buffer.from('goroutine 1 [running]:\n'.repeat(100_000)));
  const head = unpackedHead(packed.subarray(0, 1000));
  expect(Buffer.from(head).toString('utf8')).toMatch(/^goroutine 1 \[running\]:\n/);
  expect(head.length).toBeLessThanOrEqual(64 * 1024);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 40 }), (noise, cut) => {
      contentOf(noise);
      unpackedHead(noise);
      unpackedHead(gzipSync(noise).subarray(0, cut));
    }),
  );
});
