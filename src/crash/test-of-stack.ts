import type { Frame } from './frame.ts';
import { isStandardLibrary } from './standard-library.ts';

// testing.tRunner  testing.fRunner  testing.(*B).runN  testing.(*B).run1.func1  testing.runExample  (src/testing)
const runner = /^testing\.(?:tRunner|fRunner|\(\*B\)\.(?:runN|run1|launch)|runExample)(?:\.|$)/;
// m.TestX  m_test.FuzzX.func1  m.BenchmarkX  m.ExampleT_Method
const declared =
  /^[^.]*\.(?<test>(?:Test|Fuzz|Benchmark|Example)(?![a-z])[\p{L}\p{Nd}_]*)(?:\.|\[|$)/u;

/**
 * The top-level test whose stack this is (frames from the innermost out): what stands directly on the testing package's runner. A
 * subtest counts for its parent, in whose closure it is written; null for a goroutine that a test started and for everything else.
 */
export function testOfStack(frames: readonly Frame[]): string | null {
  const frame = baseOfTest(frames);
  return frame === null ? null : declaredTest(frame.function);
}

/** The frame that stands on the testing package's runner, whatever its name: a test, a subtest, a suite that runs tests. */
export function baseOfTest(frames: readonly Frame[]): Frame | null {
  let end = frames.findLastIndex(({ function: name }) => isTestRunner(name));
  // A fuzz target is called through reflect.
  while (end >= 0) {
    const frame = frames[end];
    if (frame !== undefined && !isStandardLibrary(frame)) return frame;
    end--;
  }
  return null;
}

/** The top-level test that a function is, or is a closure of: `TestX` for `example.com/m.TestX.func1`. */
export function declaredTest(functionName: string): string | null {
  const local = functionName.slice(functionName.lastIndexOf('/') + 1);
  return declared.exec(local)?.groups?.['test'] ?? null;
}

/** Whether a function is what the testing package calls a test from. */
export function isTestRunner(functionName: string): boolean {
  return runner.test(functionName);
}
