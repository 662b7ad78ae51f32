import type { SignalDetail } from '../parsed-crash.ts';

// The first line of a report (compiler-rt/lib/asan/asan_errors.cpp, lsan_common.cpp, msan_report.cpp, tsan_report.cpp,
// sanitizer_common/sanitizer_posix.cpp and sanitizer_termination.cpp):
//
//     ==13==ERROR: AddressSanitizer: heap-use-after-free on address 0x60200000003c at pc 0x676aee bp 0x7fff sp 0x7ffe
//     ==13==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000008 (pc 0x0000006767a1 bp 0x10c0 sp 0x7ffe T0)
//     ==13==ERROR: LeakSanitizer: detected memory leaks
//     ==13==WARNING: MemorySanitizer: use-of-uninitialized-value
//     ==13==ERROR: ThreadSanitizer failed to allocate 0xdfff0001000 (15392894357504) bytes at address 2008fff7000 (errno: 12)
//     WARNING: ThreadSanitizer: data race (pid=13)
//     FATAL: ThreadSanitizer: unexpected memory mapping 0x55d5d5d5d000-0x55d5d5d5e000
//     ThreadSanitizer: CHECK failed: sanitizer_posix.cpp:371 "((0)) != (0)" (0x0, 0x0) (tid=13)
const headline =
  /^(?:==\d+==\s?)?(?:(?<level>ERROR|WARNING|FATAL): )?(?<tool>[A-Z][A-Za-z]{2,20}Sanitizer):? (?<said>[^ ].*)$/;
/** What follows tells of this one run only. */
const details =
  /(?: on (?:unknown )?address (?:0x|\()| on 0x|: 0x| \(0x| \[0x| \(pid=\d| in thread T\d).*$/;
const signalled =
  /^(?<name>SEGV|BUS|FPE|ILL|ABRT|TRAP) on (?:unknown )?address(?: (?<address>0x[0-9a-f]+))? \(pc (?<pc>0x[0-9a-f]+)/;
const words: Readonly<Record<string, string>> = {
  SEGV: 'segmentation violation',
  BUS: 'bus error',
  FPE: 'floating-point exception',
  ILL: 'illegal instruction',
  ABRT: 'abort',
  TRAP: 'trace trap',
};

export interface Headline {
  /** heap-use-after-free */
  message: string;
  isRace: boolean;
  signal: SignalDetail | null;
}

/** Null for a line that begins no report. */
export function readHeadline(line: string): Headline | null {
  const { level, said = '' } = headline.exec(line.slice(0, 4096))?.groups ?? {};
  if (level === undefined && !said.startsWith('CHECK failed: ')) return null;
  const message = said.replace(details, '').replace(/^attempting (?=double-free)/, '');
  return { message, isRace: /^data race\b/.test(message), signal: signalOf(said) };
}

function signalOf(said: string): SignalDetail | null {
  const { name = '', address, pc = null } = signalled.exec(said)?.groups ?? {};
  if (name === '') return null;
  return {
    name: `SIG${name}`,
    words: words[name] ?? '',
    code: null,
    address: address ?? null,
    pc,
    inCgo: false,
  };
}
