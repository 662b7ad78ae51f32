import { expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import { end, facts } from '../support/cause-facts.ts';

const dump = (addr: string, cgo = true): string =>
  [
    'SIGSEGV: segmentation violation',
    `PC=0x54a0f5 m=0 sigcode=1 addr=${addr}`,
    cgo ? 'signal arrived during cgo execution' : '',
    '',
    'goroutine 1 [syscall]:',
    'rax    0x0',
    'rsp    0x7ffc6a4b0a60',
    '',
  ].join('\n');

it.each([
  ['the call that went too far', '0x7ffc6a4b0a58', true, 'stack-limit'],
  ['a large local variable', '0x7ffc6a4b4000', true, 'stack-limit'],
  ['an address elsewhere', '0x7ffc6a5b0a58', true, 'signal'],
  ['nil', '0x0', true, 'signal'],
  ['Go code', '0x7ffc6a4b0a58', false, 'signal'],
])('%s', (_, addr, cgo, id) => {
  const cause = diagnose(
    facts({
      ending: 'crashed',
      end: end({ exitCode: 2 }),
      crash: { file: dump(addr, cgo), stream: null, fileIsReliable: true },
    }),
  );
  expect(cause?.id).toBe(id);
});
