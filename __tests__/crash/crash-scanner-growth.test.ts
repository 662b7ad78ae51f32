import { describe, expect, it } from '@jest/globals';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import { expectLinear } from '../support/growth.ts';

describe('time grows with the text and no faster', () => {
  it('what grows faster would be found', () => {
    let sum = 0;
    expect(() => {
      expectLinear((size) => {
        for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) sum = (sum + j) | 0;
      });
    }).toThrow();
    expect(sum).not.toBe(0);
  });
  it.each<[string, (size: number) => string]>([
    ['one long value', (size) => `panic: ${'a('.repeat(size)}\n\ngoroutine 1 [running]:`],
    ['a value of types', (size) => `panic: ${'(main.'.repeat(size)}) 0x1`],
    ['a value of many lines', (size) => `panic: x\n${'\tline\n'.repeat(size)}`],
    ['chains without end', (size) => `panic: x\n${'\tpanic: y [recovered]\n'.repeat(size)}`],
    ['panics that are none', (size) => 'panic: x\nwords\n'.repeat(size)],
    ['panics in the middle of lines', (size) => 'x panic: y\n\n'.repeat(size)],
    ['one line of panics', (size) => 'x panic: '.repeat(size)],
    ['fatal errors', (size) => 'fatal error: x\n\nwords\n'.repeat(size)],
    ['notes', (size) => 'runtime: x\n'.repeat(size)],
    ['signals', (size) => 'SIGQUIT: quit\nPC=0x1 m=0 sigcode=0\n'.repeat(size)],
    ['one line of signals', (size) => 'SIGQUIT: '.repeat(size)],
    ['headers', (size) => `panic: x\n\n${'goroutine 1 [running]:\n'.repeat(size)}`],
    ['one line of headers', (size) => `panic: x\n\n${'goroutine 1 ['.repeat(size)}`],
    ['one line of brackets', (size) => `panic: x\n\ngoroutine 1 [running]:\n${'('.repeat(size)}`],
    [
      'one line of positions',
      (size) => `panic: x\n\ngoroutine 1 [running]:\nf()\n\t${'a:1 pc=0x1'.repeat(size)}`,
    ],
    [
      'foreign lines in a dump',
      (size) => `panic: x\n\ngoroutine 1 [running]:\n${'f(1)\nwords\n'.repeat(size)}`,
    ],
    [
      'stacks that are all different',
      (size) =>
        `panic: x\n\n${Array.from({ length: size }, (_, i) => `goroutine ${String(i + 1)} [x${String(i)}]:\nf${String(i)}()\n\t/m/${String(i)}.go:1`).join('\n')}`,
    ],
    ['killed processes', (size) => 'signal: killed\n'.repeat(size)],
    ['one line of killed processes', (size) => 'signal: killed '.repeat(size)],
    ['exits', (size) => 'exit status 1\n'.repeat(size)],
    ['results', (size) => '--- FAIL: TestA (0.00s)\n'.repeat(size)],
    ['one long result', (size) => `--- FAIL: ${'x'.repeat(size)} (0.00s)`],
    ['packages', (size) => 'words\nFAIL\texample.com/m\t0.1s\n'.repeat(size)],
    ['one long package', (size) => `FAIL\t${'x'.repeat(size)}`],
    ['build failures', (size) => '# example.com/m\n./a.go:3:5: undefined: x\n'.repeat(size)],
    [
      'one build failure',
      (size) => `# example.com/m\n${'./a.go:3:5: undefined: x\n\thave\n'.repeat(size)}`,
    ],
    ['one long position', (size) => `# example.com/m\n${'a.go:3:'.repeat(size)}`],
    ['names of tools', (size) => `# example.com/m\n${'a/b.c-'.repeat(size)}`],
    ['headings', (size) => '# a/b\n'.repeat(size)],
    ['imports', (size) => `package a/b\n${'\timports a/c\n'.repeat(size)}`],
    ['refusals', (size) => `go: x:\n${'go.mod:4: y\n'.repeat(size)}`],
    ['assertions', (size) => `${'a: b:1: c: Assertion `'.repeat(size)}' failed.`],
    ['a fuzz target', (size) => `    testing.go:1: panic: x\n${'        y\n'.repeat(size)}`],
    ['blanks', (size) => `panic: x\n${'\n'.repeat(size)}`],
    ['one line of blanks', (size) => `panic: x\n${' '.repeat(size)}`],
    ['rules', (size) => '==================\n'.repeat(size)],
    ['leaks', (size) => '    a_test.go:1: found unexpected goroutines:\n'.repeat(size)],
  ])('%s', (_, text) => {
    expectLinear((size) => {
      scanCrashes(text(size));
    });
  });
});
