import type { CauseId } from '../report/cause-ids.ts';
import { formatBytes } from '../report/format.ts';
import type { CauseFacts } from './facts.ts';
import { findWords } from './words.ts';
import { cpuMs, limitOf, mayBeCpuLimit, refusals } from './usage-facts.ts';
import { oomFacts } from './oom-facts.ts';
import { sayings } from './sayings.ts';

// What a person would suspect next, and the fact that rules it out. No fact, no exclusion.

/** The causes that are easily taken for one another. */
const neighbours: [CauseId[], CauseId[]][] = [
  [
    ['killed', 'oom-cgroup', 'oom-host', 'oom-guard', 'cpu-limit'],
    ['oom-cgroup', 'oom-host', 'oom-guard', 'cpu-limit', 'timeout', 'killed'],
  ],
  [
    ['unknown', 'os-exit', 'log-fatal', 'testmain-exit'],
    ['oom-cgroup', 'oom-host', 'panic', 'signal', 'timeout', 'killed', 'data-race'],
  ],
  [['signal'], ['nil-dereference']],
  [['race-runtime-failed'], ['data-race']],
  [['test-failure'], ['disk-full', 'fd-limit']],
  [
    ['go-out-of-memory', 'address-space-limit', 'memlock-limit'],
    ['oom-cgroup', 'oom-host', 'oom-guard', 'address-space-limit'],
  ],
  [['thread-limit'], ['oom-cgroup', 'oom-host', 'fd-limit']],
  [['fd-limit'], ['disk-full', 'thread-limit']],
  [
    ['disk-full', 'file-size-limit'],
    ['file-size-limit', 'disk-full', 'fd-limit'],
  ],
  [
    ['signal', 'stack-limit', 'sanitizer'],
    ['oom-cgroup', 'oom-host', 'timeout'],
  ],
  [['timeout'], ['oom-cgroup', 'oom-host', 'killed']],
  [['build-killed'], ['oom-cgroup', 'oom-host', 'oom-guard', 'disk-full', 'fd-limit']],
  [['exec-failed'], ['disk-full', 'fd-limit']],
];

/** The neighbours of a cause that a fact rules out. */
export function exclusions(id: CauseId, facts: CauseFacts): { id: string; because: string }[] {
  const suspects = new Set(neighbours.flatMap(([of, others]) => (of.includes(id) ? others : [])));
  suspects.delete(id);
  if (id === 'test-failure')
    for (const suspect of suspects) if (!named(suspect, facts)) suspects.delete(suspect);
  return [...suspects].flatMap((suspect) => {
    const because = suspect === 'killed' ? notKilled(id, facts) : ruledOut(suspect, facts);
    return because === null ? [] : [{ id: suspect, because }];
  });
}

/** Only words that name it make anybody think of a limit when a test has failed. */
function named(id: CauseId, { output }: CauseFacts): boolean {
  return sayings.some((saying) => saying.id === id && saying.pattern.test(output));
}

/** The fact that rules a cause out, or null. */
export function ruledOut(id: CauseId, facts: CauseFacts): string | null {
  return tests[id]?.(facts) ?? null;
}

const tests: Partial<Record<CauseId, (facts: CauseFacts) => string | null>> = {
  'oom-cgroup': (facts) => noCgroupKill(facts),
  'oom-host': (facts) => noHostKill(facts),
  'oom-guard': (facts) => {
    if (facts.watcherKill !== null) return null;
    const { guard } = facts;
    if (guard === null || guard.tier === 'none') return 'no guard was over the run';
    return guard.tier === 'watcher'
      ? 'the watcher noted no kill of this process'
      : 'the guard is a control group: it stops nothing by itself, the kernel does, and counts it';
  },
  'cpu-limit': (facts) => {
    const { hard } = limitOf(facts, 'cpu');
    if (facts.start === null || facts.start.limits['cpu'] === undefined) return null;
    if (hard === null) return 'there was no hard limit of CPU time (RLIMIT_CPU)';
    const used = cpuMs(facts);
    if (used === null || mayBeCpuLimit(used, hard)) return null;
    return `${(used / 1000).toFixed(1)} s of ${String(hard)} s CPU time were used`;
  },
  timeout: (facts) => {
    if (facts.ending === 'timed-out' || facts.killedByGo) return null;
    return facts.crash.fileIsReliable &&
      !facts.crash.file.startsWith('panic: test timed out after ')
      ? 'the -timeout of go test did not fire: it would have left its panic'
      : null;
  },
  panic: (facts) =>
    facts.crash.fileIsReliable && facts.crash.file === ''
      ? 'the runtime wrote no last words'
      : null,
  signal: (facts) =>
    facts.end?.signal === null && facts.crash.fileIsReliable && facts.crash.file === ''
      ? 'the process ended with an exit code, and the runtime wrote no last words'
      : null,
  'data-race': (facts) =>
    facts.race && findWords(facts, 'data-race') === null
      ? 'the race detector reported nothing'
      : null,
  'nil-dereference': ({ crash }) => {
    // SI_KERNEL: the processor refuses an address that cannot exist, and does not say which.
    if (/^\[signal SIGSEGV: .{1,60} code=0x80 /m.test(crash.file))
      return 'the code 0x80 stands for an address that cannot exist, not for nil';
    const address = /^\[signal SIG[A-Z]+: .{1,60} addr=(?<hex>0x[0-9a-f]{1,16}) /m.exec(crash.file)
      ?.groups?.['hex'];
    // Go reports an access of the first page as a nil dereference (runtime/signal_unix.go, sigpanic).
    if (address === undefined || BigInt(address) < 4096n) return null;
    return `the address was ${address}, far from nil`;
  },
  'fd-limit': (facts) => {
    const { soft } = limitOf(facts, 'nofile');
    const { openFiles } = facts.usage;
    if (soft === null || openFiles === null || openFiles >= 0.9 * soft) return null;
    return `at most ${String(openFiles)} of ${String(soft)} open files were seen, sampled twice a second`;
  },
  'thread-limit': (facts) => {
    if ((facts.death?.pids ?? null) === null) return null;
    const known = facts.death?.pids?.after.some(({ refused }) => refused !== null) === true;
    return known && refusals(facts).length === 0
      ? 'no control group refused a thread (pids.events)'
      : null;
  },
  'disk-full': (facts) => {
    const { tempFreeBytes, dirFreeBytes } = facts.usage;
    const free = Math.min(tempFreeBytes ?? Infinity, dirFreeBytes ?? Infinity);
    if (tempFreeBytes === null || dirFreeBytes === null || free < 64 * 1024 ** 2) return null;
    return `at least ${formatBytes(free)} were free in the temporary folder and in the package's`;
  },
  'file-size-limit': (facts) =>
    facts.start !== null &&
    facts.start.limits['fsize'] !== undefined &&
    limitOf(facts, 'fsize').soft === null
      ? 'there was no limit of the size of files (RLIMIT_FSIZE)'
      : null,
  'address-space-limit': (facts) =>
    facts.start !== null &&
    facts.start.limits['as'] !== undefined &&
    limitOf(facts, 'as').soft === null &&
    limitOf(facts, 'data').soft === null
      ? 'there was no limit of address space (RLIMIT_AS, RLIMIT_DATA)'
      : null,
};

function noCgroupKill(facts: CauseFacts): string | null {
  const known = oomFacts(facts);
  if (known.self && known.kill?.constraint !== 'none') return null;
  if (known.self) return "the kernel's log says that the whole machine had run out";
  if (known.others && facts.end?.signal === 'SIGKILL')
    return "the kernel's log names other processes, and not this one";
  const inner = known.levels[0];
  if (inner !== undefined && inner.oomKill !== null)
    return inner.oomKill === 0 ? `oom_kill of ${inner.path} did not grow` : null;
  if (known.machine === 0) return 'oom_kill in /proc/vmstat did not grow';
  return facts.kernelPids && known.logIsComplete && known.kill === null
    ? "the kernel's log names no kill of this process"
    : null;
}

function noHostKill(facts: CauseFacts): string | null {
  const known = oomFacts(facts);
  if (known.kill?.constraint === 'none' && known.self) return null;
  if (known.kill?.constraint === 'memcg')
    return "the kernel's log says that a control group's limit was reached";
  const full = known.levels.find(({ oom }) => (oom ?? 0) > 0);
  if (full !== undefined) return `oom of ${full.path} grew: its limit was reached`;
  if (known.others && facts.end?.signal === 'SIGKILL')
    return "the kernel's log names other processes, and not this one";
  if (known.machine === 0) return 'oom_kill in /proc/vmstat did not grow';
  const inner = known.levels[0];
  // A group counts its victims whoever ran out of memory.
  if (inner?.oomKill === 0)
    return `oom_kill of ${inner.path}, which counts every kill in it, did not grow`;
  if (facts.kernelPids && known.logIsComplete && known.kill === null && known.levels.length > 0)
    return "the kernel's log names no kill of this process";
  return null;
}

/** A SIGKILL that a counter explains needs no other sender. */
function notKilled(id: CauseId, facts: CauseFacts): string | null {
  const { end } = facts;
  if (end === null) return null;
  if (end.signal === null)
    return `the process was not ended by a signal: it ended with exit code ${String(end.exitCode)}`;
  if (end.signal !== 'SIGKILL') return null;
  return id === 'killed' || id === 'unknown' ? null : 'the kill is accounted for';
}
