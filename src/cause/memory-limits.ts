import { formatBytes } from '../report/format.ts';
import type { CauseFacts, Finding, Rule } from './facts.ts';
import { waitStatus } from './exit-status.ts';
import { limitOf } from './usage-facts.ts';
import { findWords, provenWith } from './words.ts';

// Limits of a process's memory that no OOM killer enforces: allocations fail, and the program says so.

/** Go reserves some hundred GiB at most: a limit above is not what refused it. */
const farAwayBytes = 256 * 1024 ** 3;

export const memoryLimitRules: Rule[] = [
  { id: 'stack-limit', find: stackLimit },
  { id: 'address-space-limit', find: addressSpaceLimit },
  { id: 'memlock-limit', find: memlockLimit },
  { id: 'go-out-of-memory', find: goOutOfMemory },
];

/** Local variables of one C function that may lie between its stack pointer and the page that is not there. */
const largestFrameBytes = 65_536n;

/** C code that runs off its stack gets SIGSEGV at its stack pointer, or within its local variables. */
function stackLimit(facts: CauseFacts): Finding | null {
  const text = facts.crash.file !== '' ? facts.crash.file : facts.output;
  if (!text.includes('signal arrived during cgo execution')) return null;
  // runtime/signal_unix.go: "[signal SIGSEGV: segmentation violation code=0x1 addr=0x7ffc8 pc=0x47b]", then registers: "rsp    0x7ffc8"
  const address = /^PC=\S{1,40} m=\d+ sigcode=[12] addr=(?<hex>0x[0-9a-f]{1,16})$/m.exec(text);
  const pointer = /^(?:rsp|sp) {1,20}(?<hex>0x[0-9a-f]{1,16})$/m.exec(text);
  if (address === null || pointer === null) return null;
  const distance = BigInt(address.groups?.['hex'] ?? 0) - BigInt(pointer.groups?.['hex'] ?? 0);
  if (distance > largestFrameBytes || distance < -largestFrameBytes) return null;
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
  const limits = [
    { name: 'RLIMIT_AS (ulimit -v)', bytes: limitOf(facts, 'as').soft },
    { name: 'RLIMIT_DATA (ulimit -d)', bytes: limitOf(facts, 'data').soft },
  ].flatMap(({ name, bytes }) =>
    bytes === null || bytes > farAwayBytes ? [] : [`${name} ${formatBytes(bytes)}`],
  );
  if (words === null || limits.length === 0) return null;
  return {
    confidence: provenWith(words),
    summary: `a limit of the process's memory was reached: ${limits.join(', or ')}`,
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      ...limits.map((detail) => ({ source: 'limits', detail })),
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
