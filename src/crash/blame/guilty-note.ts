import type { CrashKind, ParsedCrash } from '../parsed-crash.ts';

const byKind: Readonly<Record<CrashKind, string>> = {
  panic: 'panics here',
  'fatal-error': 'the runtime gives up here',
  signal: 'is hit here',
  timeout: 'is still here',
  'data-race': 'races here',
  sanitizer: 'touches the memory here',
  'goroutine-leak': 'waits here',
  exit: 'ends the program here',
  killed: 'was killed here',
  'build-failure': 'does not build',
};
export const byMessage: readonly {
  kind: CrashKind;
  message: RegExp;
  sample: string;
  note: string;
}[] = [
  {
    kind: 'fatal-error',
    message: /- deadlock!$/,
    sample: 'all goroutines are asleep - deadlock!',
    note: 'waits here',
  },
  {
    kind: 'panic',
    message: /^deadlock: /,
    sample: 'deadlock: all goroutines in bubble are blocked',
    note: 'waits here',
  },
  {
    kind: 'fatal-error',
    message: /^stack overflow/,
    sample: 'stack overflow',
    note: 'calls itself again',
  },
  {
    kind: 'signal',
    message: /^(?:quit|interrupt|terminated)$/,
    sample: 'quit',
    note: 'is still here',
  },
  {
    kind: 'panic',
    message: /^(?:Log|Fail) in goroutine after /,
    sample: 'Log in goroutine after TestX has completed: text',
    note: 'and nobody waits for it',
  },
];

/** What happened at the guilty line, in a few words. */
export function guiltyNote({ kind, message }: ParsedCrash): string {
  return (
    byMessage.find((row) => row.kind === kind && row.message.test(message))?.note ?? byKind[kind]
  );
}
