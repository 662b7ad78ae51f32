import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseExitTrace, parseRuntimeTrace, parseStrace } from '../../src/evidence/diagnosis.ts';

// As the shim wrote them, with shorter paths.
const exitTrace = {
  schema: 1,
  method: 'ptrace-exit-event',
  exitCode: 7,
  goroutine:
    'goroutine 18 [running]:\nruntime.exit(...)\n\t/go/src/runtime/sys_linux_amd64.s:54\nexample.com/m/a.leave(...)\n\t/m/a/a_test.go:9\ncreated by testing.(*T).Run in goroutine 1\n\t/go/src/testing/testing.go:2101\n',
  frames: [
    { function: 'runtime.exit', file: '/go/src/runtime/sys_linux_amd64.s', line: 54 },
    { function: 'example.com/m/a.leave', file: '/m/a/a_test.go', line: 9 },
  ],
  supported: true,
  problem: null,
};
const refusedTrace = {
  schema: 1,
  method: 'ptrace-exit-event',
  exitCode: null,
  goroutine: null,
  frames: [],
  supported: false,
  problem: 'this machine does not let a program be traced: operation not permitted',
};
const strace = {
  schema: 1,
  supported: true,
  problem: null,
  lastFailed: {
    syscall: 'execve',
    errno: 'ENOENT',
    line: '25332 execve("./l.test", ["./l.test"], 0x7ffec333da28 /* 39 vars */) = -1 ENOENT (No such file or directory)',
  },
  tail: ['25332 execve("./l.test", …) = -1 ENOENT', '25332 +++ exited with 1 +++'],
};
const runtimeTrace = {
  schema: 1,
  lastInit: 'compress/gzip',
  gcs: 3,
  lastGc:
    'gc 3 @0.004s 5%: 0.01+0.1+0.01 ms clock, 0.02+0/0.1/0+0.02 ms cpu, 0->0->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)',
  lastSched:
    'SCHED 0ms: gomaxprocs=2 idleprocs=1 threads=2 spinningthreads=0 needspinning=0 idlethreads=0 runqueue=0 [ 0 0 ] schedticks=[ 0 0 ]',
};

const kinds = [
  ['exit-trace.json', parseExitTrace, exitTrace, ['goroutine']],
  ['exit-trace.json of a machine that refuses', parseExitTrace, refusedTrace, ['goroutine']],
  ['strace.json', parseStrace, strace, ['problem']],
  ['runtime-trace.json', parseRuntimeTrace, runtimeTrace, []],
] as const;

describe.each(kinds)('%s', (_, parse, record, optional: readonly string[]) => {
  const text = JSON.stringify(record);

  it('is read, and fields of a later version are left out', () => {
    expect(parse(JSON.stringify({ ...record, later: true }))).toEqual(record);
  });

  it('is null where there is none, and cut anywhere', () => {
    expect(parse(null)).toBeNull();
    for (let length = 0; length < text.length; length++) {
      expect(parse(text.slice(0, length))).toBeNull();
    }
  });

  it('is null with a field missing or of another kind', () => {
    for (const key of Object.keys(record)) {
      if (!optional.includes(key))
        expect(parse(JSON.stringify({ ...record, [key]: undefined }))).toBeNull();
      expect(parse(JSON.stringify({ ...record, [key]: { a: 1 } }))).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        expect(parse(json)).toBeNull();
      }),
    );
  });
});

it('a stack is bounded', () => {
  const frames = (count: number): string =>
    JSON.stringify({
      ...exitTrace,
      frames: Array.from({ length: count }, () => exitTrace.frames[0]),
    });
  expect(parseExitTrace(frames(64))?.frames).toHaveLength(64);
  expect(parseExitTrace(frames(65))).toBeNull();
});

it.each([
  ['line', -1],
  ['line', 1.5],
  ['function', 7],
  ['file', null],
])('a frame with %s %j is refused', (key, value) => {
  const frame = { ...exitTrace.frames[0], [key]: value };
  expect(parseExitTrace(JSON.stringify({ ...exitTrace, frames: [frame] }))).toBeNull();
});

it.each([
  ['syscall', '<b>execve</b>'],
  ['syscall', ''],
  ['errno', 'no such file'],
  ['errno', '\u001b[31mENOENT'],
])('a failed call with %s %j is refused', (key, value) => {
  const lastFailed = { ...strace.lastFailed, [key]: value };
  expect(parseStrace(JSON.stringify({ ...strace, lastFailed }))).toBeNull();
});

it('no call need have failed, and no package need have been initialised', () => {
  expect(parseStrace(JSON.stringify({ ...strace, lastFailed: null }))?.lastFailed).toBeNull();
  const early = { ...runtimeTrace, lastInit: null, gcs: 0, lastGc: null, lastSched: null };
  expect(parseRuntimeTrace(JSON.stringify(early))).toEqual(early);
});
