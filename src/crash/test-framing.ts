// The lines by which package testing and the go command frame output (src/testing/testing.go, src/cmd/go/internal/test).

/** A line that says which test or package the text around it belongs to. */
export type FramingLine =
  | { kind: 'running'; test: string }
  | { kind: 'result'; passed: boolean; test: string; nested: boolean }
  /** Of all tests of a process; it is alive when it prints this. */
  | { kind: 'verdict'; passed: boolean }
  | { kind: 'package'; passed: boolean; package: string; remark: string };

// === RUN   TestStore/empty
const running = /^=== (?:RUN|CONT|NAME|PAUSE) {1,3}(?<test>\S{1,1000})$/;
//     --- FAIL: TestStore/empty (0.00s)
const result =
  /^(?<margin> {0,200})--- (?<verdict>PASS|FAIL|SKIP|BENCH): (?<test>\S{1,1000})(?: \([\d.]+s\))?$/;
// ok  	example.com/m	0.003s	coverage: 50% of statements      FAIL	example.com/m [build failed]
const packageLine =
  /^(?<verdict>ok {2}|FAIL|\?  {2})\t(?<package>[^\s[]{1,1000})(?:\t[\d.]+s| ?\[(?<remark>[^\]]{1,100})\]|\t|$)/;

/** Null for any other line; every line of a log comes here. */
export function parseFraming(line: string): FramingLine | null {
  switch (line.charCodeAt(0)) {
    case 0x3d: // =
      return line.startsWith('=== ') ? parseRunning(line) : null;
    case 0x2d: // -
      return line.startsWith('--- ') ? parseResult(line) : null;
    case 0x20:
      return /^ {4,200}--- /.test(line) ? parseResult(line) : null;
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

function parseRunning(line: string): FramingLine | null {
  const test = running.exec(line)?.groups?.['test'];
  return test === undefined ? null : { kind: 'running', test };
}

function parseResult(line: string): FramingLine | null {
  const { margin = '', verdict, test } = result.exec(line)?.groups ?? {};
  if (verdict === undefined || test === undefined) return null;
  return { kind: 'result', passed: verdict !== 'FAIL', test, nested: margin !== '' };
}

function parsePackage(line: string): FramingLine | null {
  const { verdict, package: name, remark = '' } = packageLine.exec(line)?.groups ?? {};
  if (name === undefined) return null;
  return { kind: 'package', passed: verdict !== 'FAIL', package: name, remark };
}
