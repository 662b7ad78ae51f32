import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { culprits, failureMessage } from '../../src/gotest/failure-message.ts';

describe('failureMessage finds the position that testing printed', () => {
  it.each([
    [
      '    store_test.go:41: got 3, want 4\n',
      'store_test.go',
      41,
      'store_test.go:41: got 3, want 4',
    ],
    ['        a_test.go:7: deep\n', 'a_test.go', 7, 'a_test.go:7: deep'],
    [
      'printed before\n    a_test.go:7: one\n        two\n    a_test.go:9: three\n',
      'a_test.go',
      7,
      'printed before\na_test.go:7: one\n    two\na_test.go:9: three',
    ],
    ['no position: 5\n', null, null, 'no position: 5'],
    ['panic at x.go:5 : no\n', null, null, 'panic at x.go:5 : no'],
    ['', null, null, ''],
  ])('%j', (output, file, line, message) => {
    expect(failureMessage({ test: 'TestA', output })).toEqual({
      test: 'TestA',
      file,
      line,
      message,
    });
  });

  it('in any text, without throwing, in at most 4096 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(50), (text, times) => {
        const { message } = failureMessage({ test: 'T', output: text.repeat(times) });
        expect(message.length).toBeLessThanOrEqual(4096);
      }),
    );
  });
});

describe('culprits leaves out who failed only because a subtest did', () => {
  it.each([
    [
      [
        ['TestA/b/c', 'x'],
        ['TestA/b', ''],
        ['TestA', ' \n'],
      ],
      ['TestA/b/c'],
    ],
    [
      [
        ['TestA/b', ''],
        ['TestA', 'own words'],
      ],
      ['TestA/b', 'TestA'],
    ],
    [
      [
        ['TestA', ''],
        ['TestAB/c', ''],
      ],
      ['TestA', 'TestAB/c'],
    ],
    [[['TestA//b', '']], ['TestA//b']],
  ])('%j', (failures, expected) => {
    const found = culprits(failures.map(([test = '', output = '']) => ({ test, output })));
    expect(found.map(({ test }) => test)).toEqual(expected);
  });
});
