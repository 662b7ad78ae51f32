import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { failureOutput } from '../../src/render/live-output.ts';
import { ends, foldOf, jsonLines, output } from '../support/streams.ts';

function shown(events: object[], before = ''): string {
  const { state } = foldOf([Buffer.from(before + jsonLines(events))]);
  const fold = state.packages.get('p');
  return fold === undefined ? '' : failureOutput(fold, state);
}

describe('failureOutput', () => {
  it.each<[string, object[], string]>([
    [
      'nothing of tests that passed',
      [{ Action: 'run', Test: 'TestA' }, output('hi\n', 'TestA'), ...ends('TestA', 'pass')],
      '',
    ],
    [
      'failed tests, then unfinished ones, then the package’s own output',
      [
        output('booting\n'),
        { Action: 'run', Test: 'TestA' },
        output('    a_test.go:3: no\n', 'TestA'),
        ...ends('TestA', 'fail'),
        { Action: 'run', Test: 'TestB' },
        output('half\n', 'TestB'),
        output('exit status 3\n'),
      ],
      '--- FAIL: TestA\n    a_test.go:3: no\n--- unfinished: TestB\nhalf\nbooting\nexit status 3',
    ],
    ['no escape sequences', [output('\u001b[31mred\u001b[0m\u0007\n')], 'red\ufffd'],
  ])('%s', (_, events, expected) => {
    expect(shown(events)).toBe(expected);
  });

  it('what the compiler said', () => {
    const build = { ImportPath: 'p [p.test]', Action: 'build-output', Output: 'a.go:1: no\n' };
    const events = [{ Action: 'fail', FailedBuild: 'p [p.test]' }];
    expect(shown(events, `${JSON.stringify(build)}\n`)).toBe('a.go:1: no');
  });

  it('is clipped', () => {
    const events = Array.from({ length: 40 }, (_, i) => [
      { Action: 'run', Test: `T${String(i)}` },
      { Action: 'pause', Test: `T${String(i)}` },
      output('x'.repeat(4000), `T${String(i)}`),
    ]);
    expect(shown(events.flat())).toMatch(/^.{65536}\n\.\.\. more in the run folder \.\.\.$/s);
  });
});
