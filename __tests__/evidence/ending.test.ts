import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crashText, decideEnding, type EndingFacts } from '../../src/evidence/ending.ts';
import type { EndRecord, StartRecord } from '../../src/evidence/records.ts';
import { endings, type Ending } from '../../src/report/ending-schema.ts';

const start: StartRecord = {
  schema: 1,
  run: 'r',
  record: '0f3c9a6b2d4e5f60718293a4b5c6d7e8',
  package: 'p',
  leg: 'race',
  attempt: 1,
  pid: 1,
  startedAt: '2026-01-02T03:04:05.000Z',
  limits: {},
};
const endedAt = Date.parse('2026-01-02T03:04:06.000Z');

function end(of: Partial<EndRecord> = {}): EndRecord {
  return {
    schema: 1,
    run: 'r',
    record: start.record,
    endedAt: new Date(endedAt).toISOString(),
    elapsedMs: 1000,
    exitCode: 0,
    signal: null,
    coreDumped: false,
    maxRssBytes: 1,
    startError: null,
    parentGone: false,
    ...of,
  };
}

const killed = end({ exitCode: null, signal: 'SIGKILL' });
const crash = (
  file: string,
  stream: string | null,
  fileIsReliable = true,
): EndingFacts['crash'] => ({
  file,
  stream,
  fileIsReliable,
});
const timeout = 'panic: test timed out after 1s\n';

/** A process that ran all its tests and left with code 0. */
const passed: EndingFacts = {
  action: 'pass',
  cached: false,
  noTestFiles: false,
  buildFailed: false,
  start,
  end: end(),
  crash: crash('', null),
  timedOut: false,
  killedByGo: false,
  endedTests: 1,
  failedTests: 0,
  missingTests: 0,
  failfast: false,
  cutInBenchmark: false,
  cancelledAt: null,
  supervisorGoneAt: null,
};
/** A package of which no process of this run is known. */
const noProcess: EndingFacts = { ...passed, action: null, start: null, end: null };

type Row = [ending: Ending, why: string, facts: Partial<EndingFacts>];

describe('a process that was seen to end', () => {
  it.each<Row>([
    ['passed', 'code 0, all tests ended', {}],
    ['no-tests', 'code 0, and no test was selected', { endedTests: 0 }],
    ['failed', 'a test failed', { end: end({ exitCode: 1 }), action: 'fail', failedTests: 1 }],
    ['failed', 'a test failed and the code is 0', { failedTests: 1 }],
    ['failed', 'TestMain left with a code after all tests', { end: end({ exitCode: 7 }) }],
    ['failed', 'race reports outside of tests', { end: end({ exitCode: 66 }), action: 'fail' }],
    ['failed', '-failfast left tests out', { failedTests: 1, missingTests: 5, failfast: true }],
    ['exited', 'left with code 0 amid its tests', { missingTests: 1 }],
    ['exited', 'left with a code amid its tests', { end: end({ exitCode: 3 }), missingTests: 1 }],
    ['exited', 'code 66 amid its tests', { end: end({ exitCode: 66 }), missingTests: 1 }],
    ['exited', 'it left in the middle of a benchmark', { cutInBenchmark: true }],
    ['exited', '-failfast, but no test failed', { missingTests: 1, failfast: true }],
    ['exited', 'code 2, but nothing crashed', { end: end({ exitCode: 2 }), missingTests: 1 }],
    [
      'crashed',
      'code 2 and a crash file',
      { end: end({ exitCode: 2 }), crash: crash('panic', '') },
    ],
    [
      'crashed',
      'code 2 and crash text in the output, where there can be no file',
      { end: end({ exitCode: 2 }), crash: crash('', 'panic: x', false), missingTests: 1 },
    ],
    [
      'exited',
      'code 2 and output that imitates a crash',
      { end: end({ exitCode: 2 }), crash: crash('', 'panic: x'), missingTests: 1 },
    ],
    ['passed', 'code 0 and output that imitates a crash', { crash: crash('', 'panic: x', false) }],
    ['crashed', 'SIGSEGV', { end: end({ exitCode: null, signal: 'SIGSEGV' }), missingTests: 1 }],
    ['killed', 'SIGKILL', { end: killed, missingTests: 1 }],
    ['killed', 'SIGTERM', { end: end({ exitCode: null, signal: 'SIGTERM' }) }],
    ['not-started', 'it could not be executed', { end: end({ startError: 'no such file' }) }],
    ['lost', 'go test was gone first', { end: end({ parentGone: true }) }],
    ['lost', 'code 0, but go test says fail', { action: 'fail' }],
    ['lost', 'code 0, but no event of the package', { action: null }],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...passed, ...facts })).toBe(ending);
  });
});

describe('an expired -timeout', () => {
  const panicked = { end: end({ exitCode: 2 }), missingTests: 1 };
  it.each<Row>([
    ['timed-out', 'by the crash file', { ...panicked, crash: crash(timeout, null) }],
    [
      'timed-out',
      'by the output',
      { ...panicked, timedOut: true, crash: crash('', timeout, false) },
    ],
    ['exited', 'not by output that imitates it', { ...panicked, timedOut: true }],
    ['passed', 'not by output alone', { timedOut: true, crash: crash('', timeout, false) }],
    ['timed-out', 'by a kill of go test', { end: killed, action: 'fail', killedByGo: true }],
    ['passed', 'not by output that imitates such a kill', { killedByGo: true }],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...passed, ...facts })).toBe(ending);
  });
});

describe('a run that was stopped', () => {
  const before = { cancelledAt: endedAt - 1 };
  const after = { cancelledAt: endedAt + 1 };
  it.each<Row>([
    ['cancelled', 'while the tests ran', { ...before, end: killed, missingTests: 1 }],
    ['killed', 'after the process had ended', { ...after, end: killed, missingTests: 1 }],
    ['passed', 'while it came to its end all the same', before],
    ['failed', 'after a test had failed', { ...after, failedTests: 1 }],
    ['cancelled', 'and its end was not seen', { ...before, end: null }],
    ['cancelled', 'before the process began', { ...noProcess, ...before }],
    [
      'passed',
      'but the result was cached',
      { ...noProcess, ...before, cached: true, action: 'pass' },
    ],
    ['build-failed', 'but it had not built', { ...noProcess, ...before, buildFailed: true }],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...passed, ...facts })).toBe(ending);
  });
});

describe('a run whose supervisor died', () => {
  const before = { supervisorGoneAt: endedAt - 1 };
  const after = { supervisorGoneAt: endedAt + 1 };
  const terminated = end({ exitCode: null, signal: 'SIGTERM' });
  it.each<Row>([
    ['lost', 'the keeper stopped its tests', { ...before, end: terminated, missingTests: 1 }],
    ['lost', 'the keeper stopped it after its tests', { ...before, end: terminated }],
    ['lost', 'it ended by itself when it was told to', { ...before, missingTests: 1 }],
    ['killed', 'after the process had ended', { ...after, end: terminated, missingTests: 1 }],
    ['passed', 'while it came to its end all the same', before],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...passed, ...facts })).toBe(ending);
  });
});

describe('no process of this run was seen to end', () => {
  it.each<Row>([
    ['build-failed', 'it did not build', { action: 'fail', buildFailed: true }],
    ['no-tests', 'it has no test files', { action: 'skip', noTestFiles: true }],
    ['no-tests', 'it has no test files, under -cover', { action: 'pass', noTestFiles: true }],
    ['lost', 'no test files, yet failed', { action: 'fail', noTestFiles: true }],
    ['lost', 'it began', { start }],
    ['lost', 'it began, and go test calls it passed', { start, action: 'pass' }],
    ['lost', 'go test calls it passed', { action: 'pass' }],
    ['lost', 'go test calls it failed', { action: 'fail' }],
    ['passed', 'cached', { action: 'pass', cached: true }],
    ['failed', 'cached with a failed test', { action: 'pass', cached: true, failedTests: 1 }],
    ['exited', 'cached without all tests', { action: 'pass', cached: true, missingTests: 1 }],
    [
      'no-tests',
      'cached, and no test was selected',
      { action: 'pass', cached: true, endedTests: 0 },
    ],
    ['not-started', 'nothing at all', {}],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...noProcess, ...facts })).toBe(ending);
  });
});

describe('the order of the rules', () => {
  it.each<Row>([
    ['not-started', 'before cancelled', { end: end({ startError: 'x' }), cancelledAt: 0 }],
    [
      'cancelled',
      'before lost',
      { end: end({ parentGone: true }), missingTests: 1, cancelledAt: 0 },
    ],
    ['lost', 'before killed', { end: { ...killed, parentGone: true } }],
    ['timed-out', 'before crashed', { end: end({ exitCode: 2 }), crash: crash(timeout, null) }],
    [
      'crashed',
      'before exited',
      { end: end({ exitCode: 2 }), crash: crash('x', ''), missingTests: 9 },
    ],
    ['exited', 'before failed', { end: end({ exitCode: 1 }), failedTests: 1, missingTests: 1 }],
    ['passed', 'the record before what the stream says of a build', { buildFailed: true }],
  ])('%s: %s', (ending, _, facts) => {
    expect(decideEnding({ ...passed, ...facts })).toBe(ending);
  });
});

it('is never passed when a test is missing, failed, or no end and no cached result was seen', () => {
  const facts = fc.record<EndingFacts>({
    action: fc.constantFrom('pass', 'fail', 'skip', null),
    cached: fc.boolean(),
    noTestFiles: fc.boolean(),
    buildFailed: fc.boolean(),
    start: fc.constantFrom(start, null),
    end: fc.constantFrom(null, killed, ...[0, 1, 2, 66].map((exitCode) => end({ exitCode }))),
    crash: fc.constantFrom(crash('', null), crash('', 'panic: x', false), crash(timeout, null)),
    timedOut: fc.boolean(),
    killedByGo: fc.boolean(),
    endedTests: fc.nat(1),
    failedTests: fc.nat(1),
    missingTests: fc.nat(1),
    failfast: fc.boolean(),
    cutInBenchmark: fc.boolean(),
    cancelledAt: fc.constantFrom(null, endedAt - 1, endedAt + 1),
    supervisorGoneAt: fc.constantFrom(null, endedAt - 1, endedAt + 1),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const ending = decideEnding(given);
      expect(endings).toContain(ending);
      if (ending !== 'passed') return;
      expect(given).toMatchObject({ endedTests: 1, failedTests: 0, missingTests: 0 });
      if (given.end === null) expect(given).toMatchObject({ cached: true, action: 'pass' });
      else expect(given.end).toMatchObject({ exitCode: 0, signal: null });
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['the file', crash('from file', 'from stream'), 'from file'],
  ['the file, reliable or not', crash('from file', 'from stream', false), 'from file'],
  ['the output where a file may be missing', crash('', 'from stream', false), 'from stream'],
  ['nothing where an empty file says so', crash('', 'from stream'), null],
])('crashText takes %s', (_, given, text) => {
  expect(crashText({ ...passed, crash: given })).toBe(text);
});
