import { expect, it } from '@jest/globals';
import { describeExitCode, ntStatusName } from '../../src/cause/exit-status.ts';

it.each([
  [137, 'SIGKILL'],
  [143, 'SIGTERM'],
  [139, 'SIGSEGV'],
  [255, 'names no cause'],
  [-1073741819, '0xC0000005 STATUS_ACCESS_VIOLATION'],
  [3221225477, '0xC0000005 STATUS_ACCESS_VIOLATION'],
  [-1073741571, 'STATUS_STACK_OVERFLOW'],
  [66, 'ThreadSanitizer'],
])('%i: %s', (code, words) => {
  expect(describeExitCode(code)).toContain(words);
});

it.each([0, 1, 3, 100, 160, 200, -1, 1234567])('%i is not guessed at', (code) => {
  expect(describeExitCode(code)).toBeNull();
});

it('a shell code is not called a signal of this process', () => {
  expect(describeExitCode(137)).toContain('this process itself was not ended by a signal');
  expect(ntStatusName(137)).toBeNull();
});
