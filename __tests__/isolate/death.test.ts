import { expect, test } from '@jest/globals';
import { isSameDeath, type Death } from '../../src/isolate/death.ts';

const panic: Death = {
  ...{ ending: 'crashed', cause: 'panic', fingerprint: 'aaaa', blamed: 'm.add' },
  ...{ exitCode: 2, signal: null, test: 'TestA/one' },
};
const exit: Death = {
  ...{ ending: 'exited', cause: null, fingerprint: null, blamed: null },
  ...{ exitCode: 3, signal: null, test: 'TestA' },
};
const race: Death = { ...panic, cause: 'concurrent-map' };

test.each<[string, Death, Partial<Death>, boolean]>([
  ['the same', panic, {}, true],
  ['another subtest', panic, { test: 'TestA/two' }, true],
  ['another test', panic, { test: 'TestB' }, false],
  ['another test that ran beside', panic, { test: 'TestC' }, true],
  ['nobody knows the test', panic, { test: null }, true],
  ['another line of the same function', panic, { fingerprint: 'bbbb' }, true],
  ['another function', panic, { fingerprint: 'bbbb', blamed: 'm.remove' }, false],
  ['another cause', panic, { fingerprint: 'bbbb', cause: 'nil-dereference' }, false],
  ['no function', panic, { fingerprint: 'bbbb', blamed: null }, false],
  ['another ending', panic, { ending: 'timed-out' }, false],
  ['the other one of two', race, { fingerprint: 'bbbb', blamed: 'm.other', test: 'TestC' }, true],
  ['two of a panic', panic, { fingerprint: 'bbbb', blamed: 'm.other', test: 'TestC' }, false],
  ['the same exit code', exit, {}, true],
  ['another exit code', exit, { exitCode: 4 }, false],
  ['a signal', exit, { exitCode: null, signal: 'SIGKILL' }, false],
  ['the same exit code beside', exit, { test: 'TestC' }, false],
])('%s', (_, first, change, same) => {
  expect(isSameDeath(first, { ...first, ...change }, new Set(['TestC']))).toBe(same);
});
