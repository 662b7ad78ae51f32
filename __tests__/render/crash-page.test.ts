import { expect, it } from '@jest/globals';
import { isUsual, knownId, sharedMessages } from '../../src/render/crash-page.ts';

it.each(sharedMessages)('$sample', ({ sample }) => {
  expect(isUsual({ cause: 'panic', message: sample })).toBe(true);
});

it.each([
  ['timeout', 'test timed out after 2s'],
  ['deadlock', 'all goroutines are asleep - deadlock!'],
  ['goroutine-leak', 'goroutineleak profile: total 2'],
  ['data-race', 'data race'],
  ['nil-dereference', 'runtime error: invalid memory address or nil pointer dereference'],
  ['killed', 'signal: killed'],
  ['os-exit', 'exit status 3'],
] as const)('different mistakes end in %s', (cause, message) => {
  expect(isUsual({ cause, message })).toBe(true);
});

it.each([
  ['panic', 'assignment to entry in nil map'],
  ['panic', 'close of closed channel'],
  ['panic', 'strings: negative Repeat count'],
  ['panic', 'no index out of range [3] with length 3'],
  ['concurrent-map', 'concurrent map writes'],
  ['build-failed', 'undefined: Cart'],
] as const)('%s: %s says what the mistake is', (cause, message) => {
  expect(isUsual({ cause, message })).toBe(false);
});

it('a cycle of waits says more than what is usual, ids of others say nothing', () => {
  const crash = { cause: 'timeout', message: 'test timed out after 2s', known: 'a-b' } as const;
  expect(knownId(crash)).toBe('a-b');
  const cycle = { kind: 'cycle', confidence: 'confirmed', summary: '', waits: [] } as const;
  expect(knownId({ ...crash, waits: { ...cycle, waits: [] } })).toBeNull();
  expect(knownId({ ...crash, known: '../evil' })).toBeNull();
  expect(knownId({ ...crash, known: null })).toBeNull();
});
