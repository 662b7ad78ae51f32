import type { CauseId } from '../report/cause-ids.ts';

interface Words {
  /** For a title: `data race`, of a test or a package. */
  noun: string;
  /** For a sentence whose subject is the test or the package. */
  verb: string;
  /** How the place goes on from there; ` at` unless said. */
  place?: string;
}

/** Where the memory was held is where to look, not where it ended. */
const lookAt = '; start at';
const waitsAt = '; it waits at';

/** What each cause did, in words. */
export const causeWords: Readonly<Record<CauseId, Words>> = {
  'oom-cgroup': {
    ...{ noun: 'killed at the memory limit', verb: 'is killed at the memory limit' },
    place: lookAt,
  },
  'oom-host': {
    ...{ noun: 'killed for lack of memory', verb: 'is killed: the machine is out of memory' },
    place: lookAt,
  },
  'oom-guard': {
    ...{ noun: 'stopped at the memory ceiling', verb: 'is stopped at the memory ceiling' },
    place: lookAt,
  },
  'go-out-of-memory': { noun: 'out of memory', verb: 'runs out of memory', place: lookAt },
  'address-space-limit': {
    ...{ noun: 'address space used up', verb: 'uses up its address space' },
    place: lookAt,
  },
  'fd-limit': { noun: 'too many open files', verb: 'has too many open files' },
  'thread-limit': { noun: 'too many threads', verb: 'has too many threads' },
  'file-size-limit': { noun: 'file too large', verb: 'writes a file that is too large' },
  'cpu-limit': { noun: 'CPU time used up', verb: 'uses up its CPU time' },
  'stack-limit': { noun: 'stack limit reached', verb: 'reaches the stack limit' },
  'memlock-limit': { noun: 'too much locked memory', verb: 'locks too much memory' },
  'disk-full': { noun: 'disk full', verb: 'meets a full disk' },
  killed: { noun: 'killed', verb: 'is killed' },
  cancelled: { noun: 'cancelled', verb: 'is cancelled' },
  'runner-shutdown': { noun: 'runner shut down', verb: 'ends with the runner' },
  timeout: { noun: 'timeout', verb: 'does not end in time', place: waitsAt },
  panic: { noun: 'panic', verb: 'panics' },
  'init-panic': { noun: 'panic before the first test', verb: 'panics before the first test' },
  'fatal-error': { noun: 'fatal error', verb: 'ends with a fatal error' },
  'concurrent-map': { noun: 'concurrent use of a map', verb: 'uses a map concurrently' },
  deadlock: { noun: 'deadlock', verb: 'runs into a deadlock', place: waitsAt },
  'stack-overflow': { noun: 'stack overflow', verb: 'overflows the stack' },
  'nil-dereference': { noun: 'nil pointer used', verb: 'uses a nil pointer' },
  signal: { noun: 'fatal signal', verb: 'ends with a fatal signal' },
  'data-race': { noun: 'data race', verb: 'has a data race' },
  'goroutine-leak': { noun: 'goroutine leak', verb: 'leaks goroutines' },
  checkptr: { noun: 'unsafe pointer misused', verb: 'misuses an unsafe pointer' },
  sanitizer: { noun: 'sanitizer report', verb: 'is stopped by a sanitizer' },
  'test-failure': { noun: 'failed test', verb: 'fails' },
  'os-exit': { noun: 'exit of the process', verb: 'ends the process' },
  'log-fatal': { noun: 'log.Fatal called', verb: 'calls log.Fatal' },
  'testmain-exit': { noun: 'ended by TestMain', verb: 'is ended by its TestMain' },
  'build-failed': { noun: 'does not build', verb: 'does not build' },
  'build-killed': { noun: 'build killed', verb: 'has its build killed' },
  'vet-failed': { noun: 'is refused by go vet', verb: 'is refused by go vet' },
  'setup-failed': { noun: 'cannot be loaded', verb: 'cannot be loaded' },
  'exec-failed': { noun: 'test binary not started', verb: 'cannot be started' },
  'race-runtime-failed': {
    ...{ noun: 'race detector not started', verb: 'cannot start the race detector' },
  },
  'no-tests': { noun: 'no tests', verb: 'has no tests' },
  lost: { noun: 'end not seen', verb: 'was not seen to end' },
  unknown: { noun: 'unknown end', verb: 'ended for an unknown reason' },
};

/** No test had begun: the compiler, vet or the go command refused the package. */
export function isOfBuild(cause: CauseId): boolean {
  return cause === 'build-failed' || cause === 'vet-failed' || cause === 'setup-failed';
}
