import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import type { Cause } from '../../src/report/schema.ts';
import { end, facts } from '../support/cause-facts.ts';

// Crashes of real programs, with their frames shortened. What a test printed before it crashed is not its crash.

const stack = `
goroutine 7 [running]:
example.com/words.TestA(0x0?)
	/src/x_test.go:4 +0x58
created by testing.(*T).Run in goroutine 1
	/src/testing.go:2101 +0x4c5
`;
const signal = '[signal SIGSEGV: segmentation violation code=0x1 addr=0x8 pc=0x54496d]\n';
const nil = 'runtime error: invalid memory address or nil pointer dereference';

/** `file`: what the runtime wrote there, from Go 1.23 on; before, `output` is all there is. */
function crashed({ file = '', output = '' }: { file?: string; output?: string }): Cause | null {
  return diagnose(
    facts({
      ...{ ending: 'crashed', end: end({ exitCode: 2 }), output },
      crash: { file, stream: 'panic: ', fileIsReliable: file !== '' },
    }),
  );
}

describe('the panic that ended the process', () => {
  it.each([
    ['a value', `panic: real\n${stack}`, 'panic', 'the program panicked: real'],
    ['a nil pointer', `panic: ${nil}\n${signal}${stack}`, 'nil-dereference', 'the program used'],
    [
      'a nil pointer that was wrapped',
      `panic: ${nil} [recovered]\n\tpanic: wrapped: ${nil} [recovered, repanicked]\n${signal}${stack}`,
      'nil-dereference',
      'the program used',
    ],
    ['the words alone', `panic: ${nil}\n${stack}`, 'panic', `the program panicked: ${nil}`],
    [
      'the words in a further line of a value',
      `panic: first line\n\tpanic: ${nil}\n\tthird [recovered, repanicked]\n${stack}`,
      'panic',
      `the program panicked: ${nil}, after a first panic: first line`,
    ],
    [
      'one while another was on its way',
      `panic: ${nil}\n\tpanic: while cleaning up [recovered, repanicked]\n${signal}${stack}`,
      'panic',
      `the program panicked: while cleaning up, after a first panic: ${nil}`,
    ],
    [
      'one of the chain that names a limit',
      `panic: open x: too many open files\n\tpanic: while cleaning up\n${stack}`,
      'fd-limit',
      '',
    ],
  ])('in the crash file: %s', (_, file, id, summary) => {
    const cause = crashed({ file });
    expect(cause?.id).toBe(id);
    expect(cause?.summary).toContain(summary);
  });

  it.each([
    ['panic: order rejected\n', 'panic: assignment to entry in nil map'],
    [`handler said panic: ${nil}\n`, 'panic: real'],
    ['fatal error: all goroutines are asleep - deadlock!\n', 'panic: real'],
    ['write /tmp/x: no space left on device\n', 'panic: real'],
  ])('is the last in the output, whatever was printed before: %j', (before, said) => {
    const output = `=== RUN   TestA\n${before}${said} [recovered]\n\t${said}\n${stack}`;
    expect(crashed({ output })).toMatchObject({
      id: 'panic',
      confidence: 'consistent',
      summary: `the program ${said.replace('panic: ', 'panicked: ')}`,
      evidence: [{ source: 'wait status' }, { source: 'output', detail: said }],
    });
  });
});

describe('the throw that ended the process', () => {
  const imitations =
    'fatal error: all goroutines are asleep - deadlock!\nfatal error: database gone\n';
  const thrown = `${imitations}fatal error: sync: unlock of unlocked mutex\n${stack}`;

  it.each([
    ['with a crash file', stack.trimStart(), 'confirmed'],
    ['without', '', 'consistent'],
  ])('is not what a test printed before it: %s', (_, file, confidence) => {
    expect(crashed({ file, output: thrown })).toMatchObject({
      id: 'fatal-error',
      confidence,
      summary: 'the Go runtime stopped the program: sync: unlock of unlocked mutex',
    });
  });

  it('is known by what the runtime remarks before it', () => {
    const remark = 'runtime: goroutine stack exceeds 1000000000-byte limit\n';
    const output = `${remark}fatal error: stack overflow\n${stack}`;
    expect(crashed({ file: stack.trimStart(), output })).toMatchObject({
      id: 'stack-overflow',
      confidence: 'confirmed',
    });
  });
});
