// The lines by which package testing and the go command frame output (src/testing/testing.go, src/cmd/go/internal/test).

/** A line that says which test or package the text around it belongs to. */
export type FramingLine =
  | { kind: 'running'; test: string }
  | { kind: 'result'; passed: boolean; test: string; nested: boolean }
  /** Of all tests of a process; it is alive when it prints this. */
  | { kind: 'verdict'; passed: boolean }
  | { kind: 'package'; passed: boolean; package: string; remark: string };

// ok  	example.com/m	0.003s	coverage: 50% of statements      FAIL	example.com/m [build failed]
const packageLine =
  /^(?<verdict>ok {2}|FAIL|\?  {2})\t(?<package>[^\s[]{1,1000})(?:\t[\d.]+s| ?\[(?<remark>[^\]]{1,100})\]|\t|$)/;

/** Null for any other line; every line of a log comes here. */
export function parseFraming(line: string): FramingLine | null {
  switch (line.charCodeAt(0)) {
    case 0x3d: // =
      return line.startsWith('=== ') ? parseRunning(line) : null;
    case 0x2d: // -
      return line.startsWith('--- ') ? parseResult(line, 0) : null;
    case 0x20:
      return parseNested(line);
    case 0x50: // P
      return line === 'PASS' ? { kind: 'verdict', passed: true } : null;
    case 0x46: // F
      if (line === 'FAIL') return { kind: 'verdict', passed: false };
      return line.startsWith('FAIL\t') ? parsePackage(line) : null;
    case 0x6f: // o
      return line.startsWith('ok  \t') ? parsePackage(line) : null;
    default:
      return null;
  }
}

function parseNested(line: string): FramingLine | null {
  let margin = 0;
  while (line.startsWith('    ', margin)) margin += 4;
  return line.startsWith('--- ', margin) ? parseResult(line, margin) : null;
}

function parseRunning(line: string): FramingLine | null {
  const known =
    line.startsWith('=== RUN   ') ||
    line.startsWith('=== CONT  ') ||
    line.startsWith('=== NAME  ') ||
    line.startsWith('=== PAUSE ');
  if (!known) return null;
  const test = line.slice('=== RUN   '.length);
  return isName(test) && !test.includes(' ') ? { kind: 'running', test } : null;
}

//     --- FAIL: TestStore/empty (0.00s)
function parseResult(line: string, margin: number): FramingLine | null {
  const at = margin + '--- '.length;
  const failed = line.startsWith('FAIL: ', at);
  const long = line.startsWith('BENCH: ', at);
  if (!failed && !long && !line.startsWith('PASS: ', at) && !line.startsWith('SKIP: ', at))
    return null;
  const from = at + (long ? 'BENCH: ' : 'FAIL: ').length;
  const end = line.indexOf(' ', from);
  const test = line.slice(from, end < 0 ? undefined : end);
  // The time that it took, in what follows, may be missing: --- BENCH: BenchmarkStore-8
  const whole = end < 0 || (line.startsWith('(', end + 1) && line.endsWith('s)'));
  if (!isName(test) || !whole) return null;
  return { kind: 'result', passed: !failed, test, nested: margin > 0 };
}

const maxNameChars = 4096;

function isName(test: string): boolean {
  return test !== '' && test.length <= maxNameChars;
}

function parsePackage(line: string): FramingLine | null {
  const { verdict, package: name, remark = '' } = packageLine.exec(line)?.groups ?? {};
  if (name === undefined) return null;
  return { kind: 'package', passed: verdict !== 'FAIL', package: name, remark };
}
