import { exactPart } from '../gotest/test-flag-pattern.ts';

/** Longer patterns help nobody. */
const maxChars = 2000;

/**
 * `^(?:TestA|TestB)$`, `^TestA$`, for one subtest `^TestA$/^sub$`, and for no test at all `^$`. Names of top-level tests are Go names,
 * which need no quoting.
 */
export function patternOf(tests: readonly string[]): string {
  const [only = '', ...others] = tests;
  if (others.length > 0) return `^(?:${tests.join('|')})$`;
  const [top = '', ...below] = only.split('/');
  return [`^${top}$`, ...below.map(exactPart)].join('/');
}

/** What a person puts behind go test; none where the names are too many. */
export function reproducingFlags(
  tests: readonly string[],
  { shuffle, timeout }: { shuffle: string | null; timeout: string | null },
): string[] {
  const run = `-run=${patternOf(tests)}`;
  if (run.length > maxChars) return [];
  return [
    run,
    ...(shuffle === null ? [] : [`-shuffle=${shuffle}`]),
    ...(timeout === null ? [] : [`-timeout=${timeout}`]),
  ];
}
