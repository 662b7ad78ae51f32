import type { SignalDetail } from '../parsed-crash.ts';

// Of a signal that became a panic or a throw (src/runtime/panic.go, printpanics; signal_windows.go):
//     [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47b]
//     [signal 0xc0000005 code=0x0 addr=0x0 pc=0x47b]
const inBrackets =
  /^\[signal (?<name>SIG[A-Z0-9+]{1,12}|0x[0-9a-f]{1,16})(?:: (?<words>[^=]{1,100}))? code=(?<code>0x[0-9a-f]{1,16}) addr=(?<address>0x[0-9a-f]{1,16}) pc=(?<pc>0x[0-9a-f]{1,16})\]$/;

// Of a signal that killed (signal_unix.go, fatalsignal; signal_windows.go):
//     SIGABRT: abort
//     Exception 0xc0000005 0x0 0x0 0x7ff6
const title =
  /^(?:(?<name>SIG[A-Z0-9+]{1,12}): (?<words>[a-zA-Z0-9 /()-]{1,60})|Exception (?<exception>0x[0-9a-f]{1,16})(?: 0x[0-9a-f]{1,16}){3})$/;
//     PC=0x47b m=0 sigcode=18446744073709551610 addr=0x0      PC=0x7ff6 on Windows
const place =
  /^PC=(?<pc>0x[0-9a-f]{1,16})(?: m=-?\d{1,10})?(?: sigcode=(?<code>-?\d{1,20}))?(?: addr=(?<address>0x[0-9a-f]{1,16}))?$/;

/** Reads the line in brackets below a panic or a fatal error. */
export function parseSignalLine(line: string): SignalDetail | null {
  const found = inBrackets.exec(line)?.groups;
  if (found === undefined) return null;
  const { name = '', words = '', code = '', address = null, pc = null } = found;
  return { name, words: words.trimEnd(), code: signed(code), address, pc, inCgo: false };
}

/** Reads the first line of a signal's own report. */
export function parseSignalTitle(line: string): SignalDetail | null {
  const found = title.exec(line)?.groups;
  if (found === undefined) return null;
  const { name, words = 'exception', exception } = found;
  return {
    name: name ?? exception ?? '',
    words,
    code: null,
    address: null,
    pc: null,
    inCgo: false,
  };
}

/** Adds what the line with the program counter says; null for any other line. */
export function parseSignalPlace(line: string, signal: SignalDetail): SignalDetail | null {
  if (!line.startsWith('PC=')) return null;
  const found = place.exec(line)?.groups;
  if (found === undefined) return null;
  const { pc = null, code, address } = found;
  return {
    ...signal,
    pc,
    code: code === undefined ? signal.code : signed(code),
    address: address ?? signal.address,
  };
}

/** si_code is a signed 32-bit number that some versions print as an unsigned one of 64. */
function signed(text: string): number {
  return Number(BigInt.asIntN(32, BigInt(text)));
}
