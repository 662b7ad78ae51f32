import { growth } from '../evidence/counters.ts';
import { formatBytes } from '../report/format.ts';
import type { CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { waitStatus } from './exit-status.ts';
import { findWords, type Words } from './words.ts';

// Limits of the process (setrlimit), of its group (pids.max) and of the disk. The text of an error names the limit; samples,
// counters and the limit's value prove it.

export const limitRules: Rule[] = [
  { id: 'cpu-limit', find: cpuLimit },
  { id: 'thread-limit', find: threadLimit },
  { id: 'file-size-limit', find: fileSizeLimit },
  { id: 'stack-limit', find: stackLimit },
  { id: 'address-space-limit', find: addressSpaceLimit },
  { id: 'memlock-limit', find: memlockLimit },
  { id: 'go-out-of-memory', find: goOutOfMemory },
  { id: 'disk-full', find: diskFull },
  { id: 'fd-limit', find: fdLimit },
];

interface Limit {
  soft: number | null;
  hard: number | null;
}

/** The tighter of what the process began with and what it had at its end: a program may lower its own limits. */
export function limitOf(facts: CauseFacts, name: string): Limit {
  const before = facts.start?.limits[name];
  const after = facts.death?.limits?.[name];
  return {
    soft: tighter(before?.soft ?? null, after?.soft ?? null),
    hard: tighter(before?.hard ?? null, after?.hard ?? null),
  };
}

/** null is no limit. */
function tighter(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** At the soft limit the kernel sends SIGXCPU, at the hard one SIGKILL without a word (setrlimit(2), RLIMIT_CPU). */
function cpuLimit(facts: CauseFacts): Finding | null {
  const { end } = facts;
  const { soft, hard } = limitOf(facts, 'cpu');
  if (end === null) return null;
  const usedMs = cpuMs(facts);
  const used = usedMs === null ? '' : ` after ${seconds(usedMs)} of CPU time`;
  const evidence: Evidence[] = [
    ...waitStatus(facts),
    {
      source: 'limits',
      detail: `RLIMIT_CPU: soft ${seconds((soft ?? NaN) * 1000)}, hard ${seconds((hard ?? NaN) * 1000)}`,
    },
    ...(usedMs === null
      ? []
      : [{ source: 'wait status', detail: `used ${seconds(usedMs)} of CPU time` }]),
  ];
  if (end.signal === 'SIGXCPU' && soft !== null)
    return {
      confidence: 'confirmed',
      summary: `the soft limit of ${String(soft)} s CPU time ended the process${used}`,
      evidence,
    };
  if (end.signal !== 'SIGKILL' || hard === null || usedMs === null) return null;
  // The kernel judges by whole ticks, which hold time that the host of a virtual machine took away; rusage does not.
  if (usedMs < 0.85 * hard * 1000) return null;
  return {
    confidence: usedMs >= hard * 1000 - 100 ? 'confirmed' : 'consistent',
    summary: `the hard limit of ${String(hard)} s CPU time ended the process${used}`,
    evidence,
  };
}

export function cpuMs(facts: CauseFacts): number | null {
  const { end } = facts;
  if (end?.userCpuMs === undefined || end.systemCpuMs === undefined) return null;
  return end.userCpuMs + end.systemCpuMs;
}

function threadLimit(facts: CauseFacts): Finding | null {
  const refused = refusals(facts);
  const words = findWords(facts, 'thread-limit');
  const failedStart = (facts.end?.startError ?? null) !== null && facts.death?.errno === 'EAGAIN';
  if (words === null && !failedStart) return null;
  const nproc = limitOf(facts, 'nproc').soft;
  const { threads } = facts.usage;
  const evidence: Evidence[] = [
    ...waitStatus(facts),
    ...(words === null ? [] : [words.evidence]),
    ...refused.map(({ path, limit, count }) => ({
      source: 'cgroup',
      detail: `${path}: pids.max ${limit === null ? 'none' : String(limit)} refused ${String(count)} more`,
    })),
    ...(threads === null
      ? []
      : [{ source: 'samples', detail: `at most ${String(threads)} threads seen` }]),
    ...(nproc === null ? [] : [{ source: 'limits', detail: `RLIMIT_NPROC ${String(nproc)}` }]),
  ];
  const [first] = refused;
  if (first !== undefined)
    return {
      confidence: 'confirmed',
      summary: `the control group ${first.path} allows ${String(first.limit ?? '?')} processes and threads, and refused more`,
      evidence,
    };
  if (words?.detail === 'SetMaxThreads')
    return {
      confidence: words.confidence,
      summary: 'the program exceeded its own limit of threads (debug.SetMaxThreads)',
      evidence,
    };
  return {
    confidence: 'consistent',
    summary: 'the system refused another thread or process',
    evidence,
  };
}

/** The groups whose pids.max refused a fork while the process ran, innermost first. */
export function refusals(
  facts: CauseFacts,
): { path: string; limit: number | null; count: number }[] {
  const change = facts.death?.pids ?? null;
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find(({ path }) => path === before.path);
    const count = growth(before.refused, after?.refused ?? null) ?? 0;
    return count > 0 ? [{ path: before.path, limit: after?.limit ?? before.limit, count }] : [];
  });
}

function fileSizeLimit(facts: CauseFacts): Finding | null {
  const { soft } = limitOf(facts, 'fsize');
  const bySignal = facts.end?.signal === 'SIGXFSZ';
  const words = findWords(facts, 'file-size-limit');
  if (!bySignal && (words === null || soft === null)) return null;
  const limit = soft === null ? 'its limit' : `the limit of ${formatBytes(soft)} (RLIMIT_FSIZE)`;
  return {
    confidence: bySignal ? 'confirmed' : limited(words),
    summary: `a file would have grown beyond ${limit}`,
    evidence: [
      ...waitStatus(facts),
      ...(words === null ? [] : [words.evidence]),
      ...(soft === null ? [] : [{ source: 'limits', detail: `RLIMIT_FSIZE ${formatBytes(soft)}` }]),
    ],
  };
}

/** C code that runs off its stack gets SIGSEGV within a page or a large local variable of its stack pointer. */
function stackLimit(facts: CauseFacts): Finding | null {
  const text = facts.crash.file !== '' ? facts.crash.file : facts.output;
  if (!text.includes('signal arrived during cgo execution')) return null;
  // runtime/signal_unix.go: "[signal SIGSEGV: segmentation violation code=0x1 addr=0x7ffc8 pc=0x47b]", then registers: "rsp    0x7ffc8"
  const address = /^PC=\S{1,40} m=\d+ sigcode=[12] addr=(?<hex>0x[0-9a-f]{1,16})$/m.exec(text);
  const pointer = /^(?:rsp|sp) {1,20}(?<hex>0x[0-9a-f]{1,16})$/m.exec(text);
  if (address === null || pointer === null) return null;
  const distance = BigInt(address.groups?.['hex'] ?? 0) - BigInt(pointer.groups?.['hex'] ?? 0);
  if (distance > 4096n || distance < -65_536n) return null;
  const { soft } = limitOf(facts, 'stack');
  return {
    confidence: 'consistent',
    summary: `C code ran off its stack${soft === null ? '' : ` (RLIMIT_STACK is ${formatBytes(soft)})`}`,
    evidence: [
      ...waitStatus(facts),
      {
        source: 'crash file',
        detail: `the fault at ${address.groups?.['hex'] ?? ''} lies at the stack pointer ${pointer.groups?.['hex'] ?? ''} of C code`,
      },
      ...(soft === null ? [] : [{ source: 'limits', detail: `RLIMIT_STACK ${formatBytes(soft)}` }]),
    ],
  };
}

function addressSpaceLimit(facts: CauseFacts): Finding | null {
  const words = findWords(facts, 'address-space-limit') ?? findWords(facts, 'go-out-of-memory');
  const as = limitOf(facts, 'as').soft;
  const data = limitOf(facts, 'data').soft;
  if (words === null || (as === null && data === null)) return null;
  const name = as === null ? 'RLIMIT_DATA' : 'RLIMIT_AS (ulimit -v)';
  const bytes = as ?? data ?? 0;
  return {
    confidence: limited(words),
    summary: `the limit of ${formatBytes(bytes)} of address space was reached: ${name}`,
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      { source: 'limits', detail: `${name} ${formatBytes(bytes)}` },
    ],
  };
}

function memlockLimit(facts: CauseFacts): Finding | null {
  const words = findWords(facts, 'memlock-limit');
  const { soft } = limitOf(facts, 'memlock');
  if (words === null || soft === null) return null;
  return {
    confidence: 'consistent',
    summary: `locking memory failed; the limit is ${formatBytes(soft)} (RLIMIT_MEMLOCK)`,
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      { source: 'limits', detail: `RLIMIT_MEMLOCK ${formatBytes(soft)}` },
    ],
  };
}

function goOutOfMemory(facts: CauseFacts): Finding | null {
  const words = findWords(facts, 'go-out-of-memory');
  if (words === null) return null;
  const free = facts.death?.memAvailableBytes ?? null;
  return {
    confidence: words.confidence,
    summary: 'the Go runtime asked for memory and did not get it',
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      ...(free === null
        ? []
        : [{ source: 'machine', detail: `${formatBytes(free)} were available at its end` }]),
    ],
  };
}

function diskFull(facts: CauseFacts): Finding | null {
  const words = findWords(facts, 'disk-full');
  if (words === null) return null;
  const { tempFreeBytes, dirFreeBytes } = facts.usage;
  const spaces: [string, number | null][] = [
    ['the temporary folder', tempFreeBytes],
    ["the package's folder", dirFreeBytes],
  ];
  const full = spaces.find(([, free]) => free !== null && free < 1 << 20);
  return {
    confidence: full !== undefined || words.from === 'go' ? 'confirmed' : 'consistent',
    summary: full === undefined ? 'a disk is full' : `the disk of ${full[0]} is full`,
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      ...spaces.flatMap(([what, free]) =>
        free === null
          ? []
          : [{ source: 'samples', detail: `${what}: at least ${formatBytes(free)} were free` }],
      ),
    ],
  };
}

function fdLimit(facts: CauseFacts): Finding | null {
  const words = findWords(facts, 'fd-limit');
  if (words === null) return null;
  const { soft } = limitOf(facts, 'nofile');
  const { openFiles } = facts.usage;
  const near = soft !== null && openFiles !== null && openFiles >= 0.9 * soft;
  return {
    confidence: near || words.from === 'go' ? 'confirmed' : 'consistent',
    summary: `too many open files${soft === null ? '' : `: the limit is ${String(soft)} (RLIMIT_NOFILE)`}`,
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      ...(openFiles === null
        ? []
        : [
            {
              source: 'samples',
              detail: `at most ${String(openFiles)} open files were seen, sampled twice a second`,
            },
          ]),
      ...(soft === null ? [] : [{ source: 'limits', detail: `RLIMIT_NOFILE ${String(soft)}` }]),
    ],
  };
}

/** Text that only the runtime or the go command can have written, together with a limit that is set, is proof. */
function limited(words: Words | null): Finding['confidence'] {
  return words !== null && words.from !== 'output' ? 'confirmed' : 'consistent';
}

function seconds(ms: number): string {
  return Number.isNaN(ms) ? 'none' : `${(ms / 1000).toFixed(1)} s`;
}
