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

/** Packages that did not build have no events up to Go 1.22, only a plain line that names them. */
export function unbuiltPackage(line: string): string | null {
  // FAIL	example.com/m/a [build failed]
  return (
    /^FAIL\t(?<package>\S+) \[(?:build|setup) failed\]$/.exec(line)?.groups?.['package'] ?? null
  );
}
