/** Of the value that package testing panics with (src/testing/testing.go, startAlarm). */
export const timeoutWords = /^test timed out after [\d.]+(?:ns|µs|ms|[hms\d.]+)/;

/**
 * The tests of a list as it stands in the value's lines, since Go 1.20:
 *
 *     running tests:
 *     	TestStore/empty (1s)
 */
export function parseRunningTests(text: string): { test: string; elapsed: string }[] {
  const [, list = ''] = text.split(/^\t?running tests:$/m, 2);
  return list.split('\n').flatMap((line) => {
    const { test, elapsed } =
      /^\s{0,4}(?<test>\S{1,1000}) \((?<elapsed>[\d.hmsµn]{1,30})\)$/.exec(line)?.groups ?? {};
    return test === undefined || elapsed === undefined ? [] : [{ test, elapsed }];
  });
}
