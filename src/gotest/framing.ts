/** The line by which the shim names its record; it travels with the cached output, so a replay names the old record. */
export function shimMarker(output: string): string | null {
  // crash-guard: record 0f3c9a6b2d4e5f60718293a4b5c6d7e8
  return /^crash-guard: record (?<id>[0-9a-f]{32})\r?\n?$/.exec(output)?.groups?.['id'] ?? null;
}

/** Lines by which package testing frames its output (`=== RUN`, `--- PASS`, `PASS`): shown by nobody, they say nothing new. */
export function isFrameLine(output: string): boolean {
  return /^(?:=== (?:RUN|PAUSE|CONT|NAME) | *--- (?:PASS|SKIP|FAIL): |PASS\r?\n|ok {2}\t|coverage: )/.test(
    output,
  );
}

/** The line that ends a test, at its own indentation: `    --- FAIL: TestStore/empty (0.00s)`. */
export function isResultLine(output: string): boolean {
  return /^ *--- (?:PASS|SKIP|FAIL): /.test(output);
}

/** What such a line says of its test, as the event that follows it will. */
export interface TestResult {
  action: 'pass' | 'fail' | 'skip';
  seconds: number;
}

const actions = { PASS: 'pass', FAIL: 'fail', SKIP: 'skip' } as const;

/** The result of this test; null where the line is that of another one, which a test may print, or cut. */
export function resultOf(test: string, output: string): TestResult | null {
  const word = /^ *--- (?<word>PASS|SKIP|FAIL): /.exec(output)?.groups?.['word'];
  const rest = output.slice(output.indexOf(': ') + 2);
  if (word === undefined || !rest.startsWith(`${test} (`)) return null;
  // (0.00s)
  const seconds = /^ \((?<seconds>\d{1,9}\.\d\d)s\)\r?\n?$/.exec(rest.slice(test.length));
  if (seconds === null) return null;
  return {
    action: actions[word as keyof typeof actions],
    seconds: Number(seconds.groups?.['seconds']),
  };
}

/** Packages that did not build have no events up to Go 1.22, only a plain line that names them. */
export function unbuiltPackage(line: string): string | null {
  // FAIL	example.com/m/a [build failed]
  return (
    /^FAIL\t(?<package>\S+) \[(?:build|setup) failed\]$/.exec(line)?.groups?.['package'] ?? null
  );
}
