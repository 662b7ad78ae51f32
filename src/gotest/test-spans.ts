/** When a test ran. Epoch milliseconds; a test that waits for others (t.Parallel) has one span before and one after. */
export interface TestSpan {
  test: string;
  startMs: number;
  endMs: number;
}

export interface TestSpans {
  push: (line: string) => void;
  /** The spans of a package in the order of their starts; of a test that never ended the last one is missing. */
  spans: (packageName: string) => TestSpan[];
}

/** A package with more is drawn by its first ones. */
const maxSpansEach = 5_000;
/** TestX and TestX/case; what is nested deeper is too small for a picture. */
const maxSlashes = 1;
const begins = new Set(['run', 'cont']);
const ends = new Set(['pause', 'pass', 'fail', 'skip']);

/** Reads lines of `go test -json` for the times of tests in these packages. Lines of any other kind are passed over. */
export function createTestSpans(packages: ReadonlySet<string>): TestSpans {
  const found = new Map<string, { spans: TestSpan[]; running: Map<string, number> }>();
  return {
    push(line) {
      const event = parseTestEvent(line);
      if (event === null || !packages.has(event.package)) return;
      let own = found.get(event.package);
      if (own === undefined) {
        own = { spans: [], running: new Map() };
        found.set(event.package, own);
      }
      if (begins.has(event.action) && own.running.size < maxSpansEach) {
        own.running.set(event.test, event.atMs);
      } else if (ends.has(event.action)) {
        const startMs = own.running.get(event.test);
        own.running.delete(event.test);
        if (startMs !== undefined && own.spans.length < maxSpansEach)
          own.spans.push({ test: event.test, startMs, endMs: Math.max(startMs, event.atMs) });
      }
    },
    spans: (packageName) =>
      [...(found.get(packageName)?.spans ?? [])].sort((a, b) => a.startMs - b.startMs),
  };
}

// {"Time":"2026-03-01T10:00:00.5Z","Action":"pass","Package":"m/p","Test":"TestA","Elapsed":0.1}
function parseTestEvent(
  line: string,
): { action: string; package: string; test: string; atMs: number } | null {
  if (!line.startsWith('{') || line.includes('"Action":"output"')) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const event = value as Record<string, unknown>;
  const { Action: action, Package: name, Test: test, Time: time } = event;
  if (typeof action !== 'string' || typeof name !== 'string' || typeof time !== 'string')
    return null;
  if (typeof test !== 'string' || test === '' || test.split('/').length > maxSlashes + 1)
    return null;
  const atMs = Date.parse(time);
  return Number.isNaN(atMs) ? null : { action, package: name, test, atMs };
}
