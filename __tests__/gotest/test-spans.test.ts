import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestSpans, type TestSpan } from '../../src/gotest/test-spans.ts';

const start = Date.parse('2026-03-01T10:00:00Z');

function event(action: string, test: string, ms: number, name = 'm/p'): string {
  const time = new Date(start + ms).toISOString();
  return JSON.stringify({ Time: time, Action: action, Package: name, Test: test });
}

/** The spans of m/p, in milliseconds since the start. */
function spansOf(lines: readonly string[]): TestSpan[] {
  const reader = createTestSpans(new Set(['m/p']));
  for (const line of lines) reader.push(line);
  return reader
    .spans('m/p')
    .map(({ test, startMs, endMs }) => ({ test, startMs: startMs - start, endMs: endMs - start }));
}

describe('createTestSpans', () => {
  it('takes a span from run to the end, whatever that is', () => {
    const lines = ['pass', 'fail', 'skip'].flatMap((end, index) => [
      event('run', `Test${end}`, index * 10),
      event(end, `Test${end}`, index * 10 + 5),
    ]);
    expect(spansOf(lines)).toEqual([
      { test: 'Testpass', startMs: 0, endMs: 5 },
      { test: 'Testfail', startMs: 10, endMs: 15 },
      { test: 'Testskip', startMs: 20, endMs: 25 },
    ]);
  });

  it('leaves out the time in which a parallel test waits', () => {
    const lines = [
      event('run', 'TestA', 0),
      event('pause', 'TestA', 2),
      event('cont', 'TestA', 50),
      event('pass', 'TestA', 70),
    ];
    expect(spansOf(lines)).toEqual([
      { test: 'TestA', startMs: 0, endMs: 2 },
      { test: 'TestA', startMs: 50, endMs: 70 },
    ]);
  });

  it('has subtests of one level, and nothing of other packages', () => {
    const lines = [
      event('run', 'TestA', 0),
      event('run', 'TestA/x', 1),
      event('run', 'TestA/x/y', 2),
      event('run', 'TestB', 2, 'm/other'),
      event('pass', 'TestA/x/y', 3),
      event('pass', 'TestA/x', 4),
      event('pass', 'TestA', 5),
      event('pass', 'TestB', 6, 'm/other'),
    ];
    expect(spansOf(lines).map(({ test }) => test)).toEqual(['TestA', 'TestA/x']);
  });

  it('is not misled by what a test prints', () => {
    const output = JSON.stringify({
      Time: new Date(start + 3).toISOString(),
      Action: 'output',
      Package: 'm/p',
      Test: 'TestA',
      Output: event('pass', 'TestA', 1),
    });
    expect(spansOf([event('run', 'TestA', 0), output, event('pass', 'TestA', 9)])).toEqual([
      { test: 'TestA', startMs: 0, endMs: 9 },
    ]);
  });

  it('ends no test before it began, and none that did not begin', () => {
    expect(spansOf([event('pass', 'TestA', 5)])).toEqual([]);
    expect(spansOf([event('run', 'TestA', 5), event('pass', 'TestA', 1)])).toEqual([
      { test: 'TestA', startMs: 5, endMs: 5 },
    ]);
  });

  it('stays bounded', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `Test${String(index)}`).flatMap(
      (test, index) => [event('run', test, index), event('pass', test, index + 1)],
    );
    expect(spansOf(lines)).toHaveLength(5_000);
  });

  it('never throws', () => {
    const reader = createTestSpans(new Set(['m/p']));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"a":${json}}`),
        ),
        (line) => reader.push(line),
      ),
    );
    reader.push('{"Time":"not a time","Action":"run","Package":"m/p","Test":"TestA"}');
    expect(reader.spans('m/p')).toEqual([]);
  });
});
