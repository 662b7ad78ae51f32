import { formatBytes } from '../report/format.ts';
import type { CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { waitStatus } from './exit-status.ts';
import { memoryLimitRules } from './memory-limits.ts';
import { cpuMs, limitOf, mayBeCpuLimit, refusals } from './usage-facts.ts';
import { findWords, provenWith } from './words.ts';

// Limits of the process (setrlimit), of its group (pids.max) and of the disk. The text of an error names the limit; samples,
// counters and the limit's value prove it.

export const limitRules: Rule[] = [
  { id: 'cpu-limit', find: cpuLimit },
  { id: 'thread-limit', find: threadLimit },
  { id: 'file-size-limit', find: fileSizeLimit },
  ...memoryLimitRules,
  { id: 'disk-full', find: diskFull },
  { id: 'fd-limit', find: fdLimit },
];

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
  if (!mayBeCpuLimit(usedMs, hard)) return null;
  return {
    confidence: usedMs >= hard * 1000 - 100 ? 'confirmed' : 'consistent',
    summary: `the hard limit of ${String(hard)} s CPU time ended the process${used}`,
    evidence,
  };
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
    ...(threads === null || facts.usage.samples < 3
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

function fileSizeLimit(facts: CauseFacts): Finding | null {
  const { soft } = limitOf(facts, 'fsize');
  const bySignal = facts.end?.signal === 'SIGXFSZ';
  const words = findWords(facts, 'file-size-limit');
  if (!bySignal && (words === null || soft === null)) return null;
  const limit = soft === null ? 'its limit' : `the limit of ${formatBytes(soft)} (RLIMIT_FSIZE)`;
  return {
    confidence: bySignal ? 'confirmed' : provenWith(words),
    summary: `a file would have grown beyond ${limit}`,
    evidence: [
      ...waitStatus(facts),
      ...(words === null ? [] : [words.evidence]),
      ...(soft === null ? [] : [{ source: 'limits', detail: `RLIMIT_FSIZE ${formatBytes(soft)}` }]),
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

function seconds(ms: number): string {
  return Number.isNaN(ms) ? 'none' : `${(ms / 1000).toFixed(1)} s`;
}
