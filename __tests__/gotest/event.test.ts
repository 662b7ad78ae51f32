import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEvent } from '../../src/gotest/event.ts';

const none = {
  package: '',
  test: '',
  output: '',
  elapsedSeconds: null,
  importPath: '',
  failedBuild: '',
};

describe('parseEvent reads', () => {
  it.each([
    [
      '{"Time":"2026-01-02T03:04:05Z","Action":"pass","Package":"m/p","Test":"TestA","Elapsed":0.25}',
      { action: 'pass', package: 'm/p', test: 'TestA', elapsedSeconds: 0.25 },
    ],
    [
      '{"Action":"output","Package":"m/p","Output":"a\\u003cb\\n","OutputType":"frame"}',
      { action: 'output', package: 'm/p', output: 'a<b\n' },
    ],
    [
      '{"ImportPath":"m/p [m/p.test]","Action":"build-output","Output":"# m/p\\n"}',
      { action: 'build-output', importPath: 'm/p [m/p.test]', output: '# m/p\n' },
    ],
    [
      '{"Action":"fail","Package":"m/p","Elapsed":0,"FailedBuild":"m/p [m/p.test]"}\r',
      { action: 'fail', package: 'm/p', elapsedSeconds: 0, failedBuild: 'm/p [m/p.test]' },
    ],
    ['{"Action":"new-in-2030","Extra":{}}', { action: 'new-in-2030' }],
    ['{"Action":"pass","Package":5,"Elapsed":"1"}', { action: 'pass' }],
    ['{"Action":"pass","Elapsed":1e999}', { action: 'pass' }],
    ['{"Action":"pass","Elapsed":-1}', { action: 'pass' }],
  ])('%s', (line, expected) => {
    expect(parseEvent(line)).toEqual({ ...none, ...expected });
  });
});

it.each([
  '',
  'go: downloading example.com/x v1.0.0',
  'FAIL',
  '{',
  '{"Action":"pass","Package":"m/p"',
  '{}',
  '{"Action":null}',
  '{"action":"pass"}',
  ' {"Action":"pass"}',
  '[{"Action":"pass"}]',
  '"Action"',
  'null',
])('takes %j for plain text', (line) => {
  expect(parseEvent(line)).toBeNull();
});

it('never throws', () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.object().map((value) => JSON.stringify({ Action: 'x', ...value })),
    fc.string().map((rest) => `{"Action":"x"${rest}}`),
  );
  fc.assert(
    fc.property(line, (text) => {
      const event = parseEvent(text);
      if (event !== null) expect(typeof event.action).toBe('string');
    }),
  );
});
