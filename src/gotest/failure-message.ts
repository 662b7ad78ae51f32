import type { FailedTest } from './package-fold.ts';

export interface FailureMessage {
  test: string;
  /** As testing prints it: the base name of the file. */
  file: string | null;
  line: number | null;
  message: string;
}

const maxMessageChars = 4096;

/** The position and text of the first thing that a failed test logged. */
export function failureMessage(failed: FailedTest): FailureMessage {
  const message = dedent(failed.output).slice(0, maxMessageChars);
  //     store_test.go:41: got 3, want 4      but not      testing.go:1712: race detected during execution of test
  const position = /^\s*(?!testing\.go:)(?<file>[^\s:]+\.go):(?<line>\d{1,9}): /m.exec(
    failed.output,
  );
  return {
    test: failed.test,
    file: position?.groups?.['file'] ?? null,
    line: position === null ? null : Number(position.groups?.['line']),
    message,
  };
}

/** Failed tests without those that failed only because a subtest of theirs did. */
export function culprits(failures: readonly FailedTest[]): FailedTest[] {
  const parents = new Set<string>();
  for (const { test } of failures) {
    for (let at = test.lastIndexOf('/'); at > 0; at = test.lastIndexOf('/', at - 1))
      parents.add(test.slice(0, at));
  }
  return failures.filter(({ test, output }) => !parents.has(test) || output.trim() !== '');
}

function dedent(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .trim();
}
