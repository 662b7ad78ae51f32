/** Lines of others in the middle of a report; what does not end by then has lost its end. */
export const maxForeignLines = 1000;

// Whatever was open is over: the process died, something else begins, or go test has the last word.
export const borders: readonly { pattern: RegExp; sample: string }[] = [
  { pattern: /^(?:panic|fatal error): /, sample: 'panic: boom' },
  { pattern: /^SIG[A-Z]{2,8}: /, sample: 'SIGSEGV: segmentation violation' },
  { pattern: /^(?:runtime: |unexpected fault address )/, sample: 'runtime: out of memory' },
  { pattern: /^goroutine \d+ .*\[/, sample: 'goroutine 7 [running]:' },
  { pattern: /^WARNING: (?:DATA RACE|ThreadSanitizer: )/, sample: 'WARNING: DATA RACE' },
  { pattern: /^Found \d+ data race\(s\)$/, sample: 'Found 2 data race(s)' },
  {
    pattern: /^==\d+==\s?(?:ERROR|WARNING): /,
    sample: '==7==ERROR: LeakSanitizer: detected memory leaks',
  },
  { pattern: /^={65}$/, sample: '='.repeat(65) },
  { pattern: /^exit status \d+$/, sample: 'exit status 66' },
  { pattern: /^(?:FAIL|ok  )\t/, sample: 'FAIL\texample.com/m\t0.3s' },
];

/** Whether a line that is none of an open report's own ends it. */
export function beginsOther(line: string): boolean {
  return borders.some(({ pattern }) => pattern.test(line));
}
