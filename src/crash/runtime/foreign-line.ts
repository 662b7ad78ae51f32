/**
 * Lines that other parts of a program print while it dies: between `panic: ` and its value, which Go writes separately, and around
 * them. Samples beside.
 */
export const foreignLines: readonly { pattern: RegExp; sample: string }[] = [
  { pattern: /^=== [A-Z]{3,5} /, sample: '=== RUN   TestStore' },
  { pattern: /^ *--- (?:PASS|FAIL|SKIP|BENCH): /, sample: '--- PASS: TestStore (0.00s)' },
  { pattern: /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/, sample: '2026/01/02 15:04:05 listening' },
  {
    pattern: /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d/,
    sample: 'I0102 15:04:05.000001 1 main.go:7] ready',
  },
  { pattern: /^(?:time|level|ts|msg)=\S/, sample: 'level=info msg="still here"' },
  { pattern: /^\{"/, sample: '{"level":"info","msg":"still here"}' },
  {
    pattern: /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR)[:\s[]/,
    sample: 'INFO: still here',
  },
  { pattern: /^\[[A-Za-z]{2,12}\] /, sample: '[GIN] 2026/01/02 - 15:04:05 | 200 |' },
];

export function isForeignLine(line: string): boolean {
  return foreignLines.some(({ pattern }) => pattern.test(line));
}
