import type { CauseFacts, Evidence } from './facts.ts';

// Signals by number, as Linux and macOS share them (signal.h).
const signalNumbers: Record<number, string> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

/** Windows ends a process with an NTSTATUS (ntstatus.h); the words are those of Microsoft's list. */
const ntStatus: Record<number, string> = {
  0x40010004: 'DBG_TERMINATE_PROCESS',
  0x80000003: 'STATUS_BREAKPOINT',
  0xc0000005: 'STATUS_ACCESS_VIOLATION',
  0xc0000017: 'STATUS_NO_MEMORY',
  0xc000001d: 'STATUS_ILLEGAL_INSTRUCTION',
  0xc0000094: 'STATUS_INTEGER_DIVIDE_BY_ZERO',
  0xc00000fd: 'STATUS_STACK_OVERFLOW',
  0xc000012d: 'STATUS_COMMITMENT_LIMIT',
  0xc0000135: 'STATUS_DLL_NOT_FOUND',
  0xc000013a: 'STATUS_CONTROL_C_EXIT',
  0xc0000142: 'STATUS_DLL_INIT_FAILED',
  0xc0000374: 'STATUS_HEAP_CORRUPTION',
  0xc0000409: 'STATUS_STACK_BUFFER_OVERRUN',
};

/** Exit codes that Go and the sanitizers choose. */
const ownCodes: Record<number, string> = {
  2: 'the code of a Go panic, throw or signal dump, when its text is there',
  66: 'the code of ThreadSanitizer, the race detector',
};

/**
 * What an exit code can mean, or null: an unknown code is never guessed at. Codes above 128 are a shell's convention, not proof
 * that a signal arrived; negative and large ones are NTSTATUS values, printed signed or unsigned.
 */
export function describeExitCode(code: number): string | null {
  const unsigned = code >>> 0;
  const status = ntStatus[unsigned];
  if (status !== undefined) return `0x${unsigned.toString(16).toUpperCase()} ${status}`;
  const own = ownCodes[code];
  if (own !== undefined) return own;
  const signal = code > 128 && code < 160 ? signalNumbers[code - 128] : undefined;
  if (signal !== undefined)
    return `${String(code)} is 128 + ${String(code - 128)}: how a shell reports a child that ${signal} ended; this process itself was not ended by a signal`;
  if (code === 255) return 'also exit(-1); it names no cause';
  return null;
}

/** The NTSTATUS of a crash on Windows, or null. */
export function ntStatusName(code: number | null): string | null {
  return code === null ? null : (ntStatus[code >>> 0] ?? null);
}

/** The wait status as evidence: what the parent of the process saw. */
export function waitStatus(facts: CauseFacts): Evidence[] {
  const { end } = facts;
  if (end === null) return [];
  if (end.signal !== null) {
    const core = end.coreDumped ? ', core dumped' : '';
    return [{ source: 'wait status', detail: `ended by ${end.signal}${core}` }];
  }
  if (end.exitCode === null) return [];
  const meaning = describeExitCode(end.exitCode);
  const detail = `exit code ${String(end.exitCode)}${meaning === null ? '' : ` (${meaning})`}`;
  return [{ source: 'wait status', detail }];
}
