import { expect, it } from '@jest/globals';
import { parseMemoryLimit, type MemoryLimit } from '../../src/settings/memory-limit.ts';

it.each<[string, MemoryLimit]>([
  ['off', { kind: 'off' }],
  ['2GiB', { kind: 'bytes', bytes: 2_147_483_648 }],
  ['16MiB', { kind: 'bytes', bytes: 16_777_216 }],
  ['80%', { kind: 'percent', percent: 80 }],
  ['0.5%', { kind: 'percent', percent: 0.5 }],
  ['100%', { kind: 'percent', percent: 100 }],
])('%s', (text, limit) => {
  expect(parseMemoryLimit(text)).toEqual(limit);
});

it.each([
  ['', 'is no memory limit'],
  ['lots', 'is no memory limit'],
  ['-1GiB', 'is no memory limit'],
  ['1e400GiB', 'is no memory limit'],
  [`${'9'.repeat(400)}GiB`, 'is no memory limit'],
  ['OFF', 'is no memory limit'],
  ['none', 'is no memory limit'],
  ['0', 'leaves nothing to run in'],
  ['0GiB', 'leaves nothing to run in'],
  ['0%', 'leaves nothing to run in'],
  ['150%', 'is more than all of the memory'],
  ['100.1%', 'is more than all of the memory'],
  ['2147483648', 'has no unit'],
  ['1.5', 'has no unit'],
  ['15MiB', 'is too little for the go command, which needs more than 16MiB'],
])('%j is refused: it %s', (text, problem) => {
  expect(parseMemoryLimit(text)).toEqual({ problem });
});
