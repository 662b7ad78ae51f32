import type { CauseId } from '../report/cause-ids.ts';
import type { CauseFacts, Finding, Rule } from './facts.ts';
import { ntStatusName, waitStatus } from './exit-status.ts';
import { ownPanic, throwWords, type OwnPanic } from './own-crash.ts';
import { findWords, isThrow } from './words.ts';

// The program's own crash. What the runtime wrote into the agent's crash file is proof; without the agent, or before Go 1.23,
// there is only the output, in which a test can imitate anything.

const saidBy = (id: CauseId, summary: string, fits: (facts: CauseFacts) => boolean): Rule => ({
  id,
  find: (facts) => (fits(facts) ? said(facts, id, summary) : null),
});
const crashed = (facts: CauseFacts): boolean => facts.ending === 'crashed';
/** It did not come to its end in order. */
const dying = ({ ending, tests }: CauseFacts): boolean =>
  ['crashed', 'exited', 'killed', 'timed-out'].includes(ending) ||
  (ending === 'failed' && tests.failed === 0);

/** Detectors and runtime errors that name themselves. */
export const detectorRules: Rule[] = [
  saidBy('race-runtime-failed', 'the race detector could not start or gave up', dying),
  saidBy('sanitizer', 'a sanitizer stopped the program', dying),
  saidBy('checkptr', 'an unsafe pointer breaks the rules of package unsafe (checkptr)', crashed),
  saidBy('concurrent-map', 'two goroutines used one map at the same time', crashed),
  saidBy('stack-overflow', 'a goroutine exceeded the largest stack: endless recursion', crashed),
  saidBy('deadlock', 'all goroutines were blocked: nothing could ever go on', crashed),
];

export const crashRules: Rule[] = [
  { id: 'os-exit', find: exitZeroInTest },
  saidBy('goroutine-leak', 'goroutines were left blocked when their test had ended', crashed),
  { id: 'init-panic', find: initPanic },
  { id: 'nil-dereference', find: nilDereference },
  { id: 'panic', find: panic },
  { id: 'signal', find: signal },
  { id: 'fatal-error', find: fatalError },
];

function said(facts: CauseFacts, id: CauseId, summary: string): Finding | null {
  const words = findWords(facts, id);
  if (words === null) return null;
  return {
    confidence: words.confidence,
    summary,
    evidence: [...waitStatus(facts), words.evidence],
  };
}

/** Package testing turns os.Exit(0) in a test into this panic (internal/testlog/exit.go). */
function exitZeroInTest(facts: CauseFacts): Finding | null {
  const words = facts.ending === 'crashed' ? ownPanic(facts) : null;
  if (words?.line.includes('unexpected call to os.Exit(0) during test') !== true) return null;
  return {
    confidence: words.confidence,
    summary: 'a test called os.Exit(0), which package testing turns into a panic',
    evidence: [...waitStatus(facts), words.evidence],
  };
}

/** Package initialisation runs before main: no frame of package testing, and one of an init. */
function initPanic(facts: CauseFacts): Finding | null {
  const words = facts.ending === 'crashed' ? ownPanic(facts) : null;
  if (words === null) return null;
  const { passed, failed, unfinished } = facts.tests;
  if (passed + failed + unfinished.length > 0) return null;
  const first = firstGoroutine(words.text);
  if (/^testing\.|^main\.main\(/m.test(first)) return null;
  const init = /^(?<frame>[^\s(]{1,300}\.init(?:\.\d+|\.func\d+(?:\.\d+)*)?)\(/m.exec(first);
  if (init === null && !/^runtime\.doInit1?\(/m.test(first)) return null;
  const where = init?.groups?.['frame'] ?? 'a package';
  return {
    confidence: words.confidence,
    summary: `panic while packages were initialised, before any test: ${where}`,
    evidence: [...waitStatus(facts), words.evidence],
  };
}

function firstGoroutine(text: string): string {
  const at = text.search(/^goroutine \d+/m);
  if (at < 0) return text.slice(0, 20_000);
  const end = text.indexOf('\n\n', at);
  return text.slice(at, end < 0 ? at + 20_000 : end);
}

function nilDereference(facts: CauseFacts): Finding | null {
  const words = crashed(facts) ? ownPanic(facts) : null;
  if (words === null) return null;
  // Anybody can panic with these words; a nil pointer raises a signal first.
  const said = words.line.includes('invalid memory address or nil pointer dereference');
  if (!said || !words.bySignal) return null;
  return {
    confidence: words.confidence,
    summary: 'the program used a nil pointer',
    evidence: [...waitStatus(facts), words.evidence],
  };
}

function panic(facts: CauseFacts): Finding | null {
  const words = crashed(facts) ? ownPanic(facts) : null;
  if (words === null) return null;
  return {
    confidence: words.confidence,
    summary: `the program panicked: ${words.line.slice('panic: '.length, 200)}${afterwards(words)}`,
    evidence: [...waitStatus(facts), words.evidence],
  };
}

/** A deferred function panicked while another panic was on its way: that one is where it began. */
function afterwards({ line, chain }: OwnPanic): string {
  const [first = line] = chain;
  return first === line ? '' : `, after a first panic: ${first.slice('panic: '.length, 200)}`;
}

// runtime/signal_unix.go: "SIGSEGV: segmentation violation", "PC=0x47b m=0 sigcode=0", "signal arrived during cgo execution"
const signalLine = /^(?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60})$/m;
// runtime/panic.go: "[signal SIGBUS: bus error code=0x2 addr=0x7f pc=0x47b]", after "fatal error: fault"
const faultLine =
  /^\[signal (?<name>SIG[A-Z]{2,9}): (?<words>[a-z][a-z ,-]{1,60}) code=\S{1,20} addr=(?<addr>0x[0-9a-f]{1,16})/m;

function signal(facts: CauseFacts): Finding | null {
  const { end } = facts;
  if (facts.ending !== 'crashed' && facts.ending !== 'killed') return null;
  const status = ntStatusName(end?.exitCode ?? null);
  const text = facts.crash.file !== '' ? facts.crash.file : facts.output;
  const panicked = ownPanic(facts) !== null;
  const match =
    signalLine.exec(text) ??
    signalLine.exec(facts.output) ??
    (panicked ? null : faultLine.exec(text));
  const fatal = /^SIG(?:SEGV|BUS|FPE|ILL|ABRT|TRAP|SYS|QUIT|STKFLT)$/.test(end?.signal ?? '');
  if (match === null && !fatal && status === null) return null;
  const name = match?.groups?.['name'] ?? end?.signal ?? status ?? 'a signal';
  const known = fatal || status !== null || facts.crash.file !== '';
  const sigcode = /^PC=\S{1,40} m=\d+ sigcode=(?<code>-?\d+)/m.exec(text)?.groups?.['code'];
  return {
    confidence: known ? 'confirmed' : 'consistent',
    summary: `${name}${origin(text, sigcode)}`,
    evidence: [
      ...waitStatus(facts),
      ...(match === null
        ? []
        : [{ source: facts.crash.file !== '' ? 'crash file' : 'output', detail: match[0] }]),
      ...(sigcode === undefined ? [] : [{ source: 'crash file', detail: `sigcode ${sigcode}` }]),
    ],
  };
}

/** Where a signal came from: sigcode 0 and -6 (printed unsigned by some versions) are kill(2) and tgkill(2). */
function origin(text: string, sigcode: string | undefined): string {
  if (text.includes('signal arrived during cgo execution')) return ' in C code, called through cgo';
  if (sigcode === undefined) return '';
  const sent = ['0', '-6', '-1', '18446744073709551610', '18446744073709551615'].includes(sigcode);
  return sent ? ', sent by a process (kill)' : ', raised by the processor at an instruction';
}

function fatalError(facts: CauseFacts): Finding | null {
  if (!crashed(facts)) return null;
  const said = throwWords(facts) ?? facts.output;
  const line = /fatal error: .{1,300}/.exec(said)?.[0] ?? null;
  const threw = isThrow(facts.crash.file);
  if (line === null && !threw) return null;
  return {
    confidence: threw ? 'confirmed' : 'consistent',
    summary:
      line === null
        ? 'the Go runtime stopped the program'
        : `the Go runtime stopped the program: ${line.slice('fatal error: '.length, 200)}`,
    evidence: [
      ...waitStatus(facts),
      ...(line === null ? [] : [{ source: 'output', detail: line }]),
      ...(threw ? [{ source: 'crash file', detail: 'goroutines without a panic' }] : []),
    ],
  };
}
