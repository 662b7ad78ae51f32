/** One line of `go test -json` (cmd/test2json and cmd/go's build events; fields by version in `go doc test2json`). */
export interface TestEvent {
  action: string;
  package: string;
  test: string;
  output: string;
  elapsedSeconds: number | null;
  importPath: string;
  failedBuild: string;
}

/** An event, or null for a line that is none: plain text is normal in this stream (go <= 1.23, other tools, a cut last line). */
export function parseEvent(line: string): TestEvent | null {
  if (!line.startsWith('{')) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const raw = value as Record<string, unknown>;
  if (typeof raw['Action'] !== 'string') return null;
  const text = (field: unknown): string => (typeof field === 'string' ? field : '');
  return {
    action: raw['Action'],
    package: text(raw['Package']),
    test: text(raw['Test']),
    output: text(raw['Output']),
    elapsedSeconds: isSeconds(raw['Elapsed']) ? raw['Elapsed'] : null,
    importPath: text(raw['ImportPath']),
    failedBuild: text(raw['FailedBuild']),
  };
}

/** JSON knows 1e999, which is no time. */
function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
