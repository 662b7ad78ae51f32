import type { SignalDetail } from '../parsed-crash.ts';

// What the go command says of a process that has ended (src/cmd/go/internal/test/test.go, runTestActor; internal/run; os/exec).

export type ProcessEnd =
  | { kind: 'exit'; status: number }
  | { kind: 'signal'; signal: SignalDetail; before: string }
  /** A tool of the go command was killed: no package is tested then. */
  | { kind: 'tool'; package: string; message: string }
  /** The go command ended it, long after the process should have done so by itself. */
  | { kind: 'ran-too-long'; message: string }
  /** Somebody else holds its output open. */
  | { kind: 'output-open'; message: string };

/** Names of signals as syscall.Signal.String words them, those that no number stands for. */
const names: Readonly<Record<string, string>> = {
  killed: 'SIGKILL',
  terminated: 'SIGTERM',
  interrupt: 'SIGINT',
  hangup: 'SIGHUP',
  quit: 'SIGQUIT',
  aborted: 'SIGABRT',
  'segmentation fault': 'SIGSEGV',
  'bus error': 'SIGBUS',
  'floating point exception': 'SIGFPE',
  'illegal instruction': 'SIGILL',
  'trace/breakpoint trap': 'SIGTRAP',
  'broken pipe': 'SIGPIPE',
  'alarm clock': 'SIGALRM',
  'user defined signal 1': 'SIGUSR1',
  'user defined signal 2': 'SIGUSR2',
  'CPU time limit exceeded': 'SIGXCPU',
  'file size limit exceeded': 'SIGXFSZ',
  'bad system call': 'SIGSYS',
};

const maxSignalChars = 60;
// signal: segmentation fault (core dumped)     signal: signal 50
const signal = /signal: (?<words>[A-Za-z][A-Za-z0-9 /]{2,40}?)(?: \(core dumped\))?$/;
// exit status 3; nobody is told of 0
const exit = /^exit status (?<status>[1-9]\d{0,9})$/;
// *** Test killed with quit: ran too long (11m0s).      *** Test I/O incomplete 5s after exiting.
const stars =
  /^\*\*\* (?<message>Test (?:killed(?: with [a-z0-9 ]{1,30})?: (?<long>ran too long) \([^)]{1,40}\)|I\/O incomplete [\dhms.µn]{1,30} after exiting))\.$/;

// example.com/m.test: /usr/local/go/pkg/tool/linux_amd64/link: signal: killed
const maxToolChars = 1200;
const killedTool =
  /^(?<package>[^\s:]{1,500}): (?:[A-Za-z]:)?[^\s:]{0,500}[/\\](?<tool>[\w.-]{1,80}): (?<end>signal: .{1,60})$/;

/** Null for any other line; every line of a log comes here. `before`: output without a newline that a signal follows. */
export function parseProcessEnd(line: string): ProcessEnd | null {
  switch (line.charCodeAt(0)) {
    case 0x65: {
      const status = exit.exec(line)?.groups?.['status'];
      if (status !== undefined) return { kind: 'exit', status: Number(status) };
      break;
    }
    case 0x2a: {
      const { message, long } = stars.exec(line.slice(0, 200))?.groups ?? {};
      if (message !== undefined)
        return { kind: long === undefined ? 'output-open' : 'ran-too-long', message };
      break;
    }
    default:
  }
  const from = Math.max(0, line.length - maxSignalChars);
  if (line.indexOf('signal: ', from) < 0) return null;
  const found = signal.exec(line.slice(from));
  const words = found?.groups?.['words'];
  const name = words === undefined ? undefined : (names[words] ?? /^signal \d+$/.exec(words)?.[0]);
  if (found === null || words === undefined || name === undefined) return null;
  const tool = killedTool.exec(line.slice(0, maxToolChars))?.groups;
  if (tool !== undefined) {
    const { package: about = '', tool: by = '', end = '' } = tool;
    return {
      kind: 'tool',
      package: about.replace(/(?:_test|\.test)$/, ''),
      message: `${by}: ${end}`,
    };
  }
  return {
    kind: 'signal',
    signal: { name, words, code: null, address: null, pc: null, inCgo: false },
    before: line.slice(0, from + found.index),
  };
}
