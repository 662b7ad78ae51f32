import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  messageReplacements,
  normalisedMessage,
} from '../../src/crash/likeness/normalised-message.ts';
import { commonWording, wordings } from '../../src/crash/likeness/wording.ts';
import { processorMs } from '../support/processor-time.ts';

it.each(messageReplacements)('$sample', ({ pattern, by, sample }) => {
  expect(sample.replace(pattern, by)).toContain(by);
  expect(sample.replace(pattern, by)).not.toBe(sample);
});

it.each(wordings.flatMap(({ by, samples }) => samples.map((sample) => [sample, by])))(
  '%j means %j',
  (sample, by) => {
    expect(commonWording(sample)).toBe(by);
    expect(commonWording(`runtime error: ${sample}`)).toBe(by);
  },
);

it('no wording takes the samples of another one', () => {
  for (const { samples } of wordings)
    for (const sample of samples)
      expect(wordings.filter(({ pattern }) => pattern.test(sample))).toHaveLength(1);
});

it.each([
  ['runtime error: index out of range [5] with length 3', 'index out of range [N] with length N'],
  ['interface conversion: interface {} is string, not int', null],
  ['sync: negative WaitGroup counter', null],
  ['order 17 of "ada": no such order', 'order N of "…": no such order'],
  ["can't open 'a.txt': it isn't there", "can't open '…': it isn't there"],
  [
    'dial tcp 127.0.0.1:43121: connect: connection refused',
    'dial tcp ADDRESS: connect: connection refused',
  ],
  ['dial tcp [::1]:80: i/o timeout', 'dial tcp ADDRESS: i/o timeout'],
  ['listen tcp :8080: bind: address already in use', 'listen tcp :N: bind: address already in use'],
  [
    'open /tmp/TestA123/001/x.txt: no such file or directory',
    'open TEMP: no such file or directory',
  ],
  ['open /home/ada/shop/testdata/a.txt: no such file', 'open /…/a.txt: no such file'],
  ['open /src/shop/testdata/a.txt: no such file', 'open /…/a.txt: no such file'],
  ['open testdata/a.txt: no such file', null],
  ['test timed out after 1m30s', 'test timed out after TIME'],
  ['test timed out after 2s', 'test timed out after TIME'],
  ['(*shop.Order) 0xc000012345', '(*shop.Order) HEX'],
  ['user a1b2c3d4-0000-4000-8000-0123456789ab is gone', 'user HEX is gone'],
  ['two\n\n  lines', 'two lines'],
  ['hash of unhashable type []int', null],
  ['2026/01/02 03:04:05 fatal', 'N/N/N N:N:N fatal'],
])('%j', (message, normalised) => {
  expect(normalisedMessage(message)).toBe(normalised ?? message);
});

it('any message is normalised', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '`',
    '/a/b',
    '0x1f',
    '17',
    '1.5s',
    '[::1]:80',
    'deadbeef1',
    ' ',
    'é',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 200 }),
      (pieces) => {
        const once = normalisedMessage(pieces.join(''));
        expect(once.length).toBeLessThanOrEqual(4000);
      },
    ),
  );
});

it('hostile messages take no longer than others', () => {
  const texts = [
    '/a'.repeat(500),
    "'".repeat(1000),
    '1s'.repeat(500),
    '[:'.repeat(500),
    '"\\'.repeat(500),
    'C:\\'.repeat(300),
    '1.1.'.repeat(250),
    'a1'.repeat(500),
  ];
  const spentMs = processorMs(() => {
    for (const text of texts) for (let round = 0; round < 100; round++) normalisedMessage(text);
  });
  expect(spentMs).toBeLessThan(5000);
});
