import { formatBytes } from '../report/format.ts';
import type { CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { ruledOut } from './exclusions.ts';
import { waitStatus } from './exit-status.ts';
import { lost } from './lost.ts';

// What follows from how the process ended, when nothing more precise does.

/** Before everything else: whoever stopped the run explains it. */
export const stoppedRules: Rule[] = [
  { id: 'runner-shutdown', find: (facts) => stopped(facts, 'SIGTERM') },
  { id: 'cancelled', find: (facts) => stopped(facts, null) },
  { id: 'lost', find: lost },
];

export const startRules: Rule[] = [{ id: 'exec-failed', find: execFailed }];

export const timeoutRules: Rule[] = [{ id: 'timeout', find: timeout }];

/** After everything else. */
export const lastRules: Rule[] = [
  { id: 'killed', find: killed },
  { id: 'test-failure', find: testFailure },
  { id: 'no-tests', find: noTests },
  { id: 'unknown', find: unknown },
];

function stopped(facts: CauseFacts, by: string | null): Finding | null {
  if (facts.ending !== 'cancelled') return null;
  const signal = facts.cancelSignal ?? 'a signal';
  if (by !== null && signal !== by) return null;
  const who =
    by === null
      ? `the run was cancelled (${signal})`
      : `the run was told to stop by ${signal}, as a runner does that shuts down`;
  return {
    // Anybody can send SIGTERM: that it was the runner is only likely.
    confidence: by === null ? 'confirmed' : 'consistent',
    summary: who,
    evidence: [{ source: 'supervisor', detail: `received ${signal}` }, ...waitStatus(facts)],
  };
}

/** execve(2) and fork(2): what their errors mean for a test binary that has just been built. */
const startErrors: Record<string, string> = {
  EACCES: 'the file may not be executed: no x permission, or its disk is mounted noexec',
  EPERM: 'the file may not be executed here',
  ENOENT: 'the program loader (ELF interpreter) or the file itself is missing',
  ENOEXEC: 'the file is for another system or architecture',
  ETXTBSY: 'the file was still open for writing',
  ENOMEM: 'no memory to start a process',
  EAGAIN: 'no further process is allowed',
  E2BIG: 'arguments and environment are too long',
  ELIBBAD: 'the program loader is damaged',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files on the whole machine',
  ENOSPC: 'the disk is full',
  EINVAL: 'the file is damaged or its loader is refused',
  ELOOP: 'too many symbolic links',
};

function execFailed(facts: CauseFacts): Finding | null {
  const error = facts.end?.startError ?? null;
  if (error === null) return loaderFailed(facts);
  const errno = facts.death?.errno ?? null;
  const meaning = errno === null ? undefined : startErrors[errno];
  const call = facts.failedCall;
  return {
    confidence: errno === null ? 'consistent' : 'confirmed',
    summary: `the test binary could not be started${meaning === undefined ? '' : `: ${meaning}`}`,
    evidence: [
      { source: 'start', detail: errno === null ? error : `${error} (${errno})` },
      ...(call === null ? [] : [{ source: 'strace', detail: call.line }]),
    ],
  };
}

// ld.so: "./a.test: error while loading shared libraries: libx.so: cannot open shared object file: No such file or directory"
const loaderWords =
  /error while loading shared libraries: .{1,300}|version `[^']{1,100}' not found/;

/** The kernel started it, and the dynamic loader gave up before the program began. */
function loaderFailed(facts: CauseFacts): Finding | null {
  if (facts.timeline.samples > 0 || (facts.end?.exitCode ?? 0) === 0) return null;
  const words = loaderWords.exec(facts.output)?.[0];
  if (words === undefined) return null;
  const call = facts.failedCall;
  return {
    confidence: facts.end?.exitCode === 127 || call !== null ? 'confirmed' : 'consistent',
    summary: 'the dynamic loader could not load the test binary',
    evidence: [
      ...waitStatus(facts),
      { source: 'output', detail: words },
      ...(call === null ? [] : [{ source: 'strace', detail: call.line }]),
    ],
  };
}

function timeout(facts: CauseFacts): Finding | null {
  if (facts.ending !== 'timed-out') return null;
  const fired = /^panic: test timed out after .{1,60}/.exec(facts.crash.file)?.[0];
  const running = facts.tests.unfinished;
  return {
    confidence: fired !== undefined || facts.killedByGo ? 'confirmed' : 'consistent',
    summary: facts.killedByGo
      ? 'go test killed the process, because it did not end a minute after its -timeout'
      : 'the -timeout of go test fired',
    evidence: [
      ...waitStatus(facts),
      ...(fired === undefined ? [] : [{ source: 'crash file', detail: fired }]),
      ...(running.length === 0
        ? []
        : [{ source: 'go test', detail: `still running: ${running.slice(0, 10).join(', ')}` }]),
    ],
  };
}

function killed(facts: CauseFacts): Finding | null {
  const signal = facts.end?.signal ?? null;
  if (signal === null || facts.ending !== 'killed') return null;
  const forwarded = facts.end?.forwardedSignals?.includes(signal) === true;
  if (signal === 'SIGKILL' && !memoryExcluded(facts)) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  const by = forwarded
    ? "; it came to the process's parent first"
    : signal === 'SIGKILL'
      ? "; not by the kernel's OOM killer and not by the guard; by whom is not known"
      : '; by whom is not known';
  return {
    confidence: 'confirmed',
    summary: `ended by ${signal}${by}${free === null ? '' : `; after its end ${formatBytes(free)} of memory were free`}`,
    evidence: [
      ...waitStatus(facts),
      ...(forwarded ? [{ source: 'shim', detail: `handed on ${signal}` }] : []),
      ...(free === null
        ? []
        : [{ source: 'machine', detail: `${formatBytes(free)} were available after its end` }]),
    ],
  };
}

function memoryExcluded(facts: CauseFacts): boolean {
  return (['oom-cgroup', 'oom-host', 'oom-guard'] as const).every(
    (id) => ruledOut(id, facts) !== null,
  );
}

function testFailure(facts: CauseFacts): Finding | null {
  if (facts.tests.failed === 0 || !['failed', 'exited'].includes(facts.ending)) return null;
  return {
    // A process with failed tests that ends with 0 contradicts its own output.
    confidence: facts.end?.exitCode === 0 ? 'consistent' : 'confirmed',
    summary: `${String(facts.tests.failed)} failed, counting subtests and their parents`,
    evidence: [
      { source: 'go test', detail: `${String(facts.tests.failed)} ended with FAIL` },
      ...waitStatus(facts),
    ],
  };
}

function noTests(facts: CauseFacts): Finding | null {
  if (facts.ending !== 'no-tests') return null;
  return {
    confidence: 'confirmed',
    summary: 'there was no test to run',
    evidence: [{ source: 'go test', detail: 'no test began' }],
  };
}

function unknown(facts: CauseFacts): Finding {
  const seen: Evidence[] = waitStatus(facts);
  const trace = facts.runtimeTrace.map((detail) => ({ source: 'runtime trace', detail }));
  const none = [{ source: 'records', detail: 'nothing was recorded that explains it' }];
  return {
    confidence: 'unknown',
    summary: 'what is known does not say why it ended',
    evidence: [...(seen.length > 0 ? seen : none), ...trace],
  };
}
