import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import { innermost, longestRunning, topLevel } from './running-tests.ts';
import { baseOfTest, declaredTest, testOfStack } from '../test-of-stack.ts';

/** Who started whom is followed no further. */
const maxSteps = 32;
// Log in goroutine after TestX/sub has completed: text
const named = /^(?:Log|Fail) in goroutine after (?<test>\S+) has completed/;

/** A test that a goroutine's own stack tells, or that none did: it serves them all, or the program's start. */
type Told = { test: string } | 'none' | null;

/**
 * The test that a goroutine ran for: by its own stack, by who started it, and only then by what was running or printing at the
 * time. Null where nothing tells, or where no test did it.
 */
export function culpritTest(
  crash: ParsedCrash,
  goroutine: Goroutine | null,
  witnesses: readonly Goroutine[] = [],
): string | null {
  const inMessage =
    crash.kind === 'panic' ? named.exec(crash.message)?.groups?.['test'] : undefined;
  if (inMessage !== undefined) return inMessage;
  const asked = goroutine === null ? witnesses : [goroutine, ...witnesses];
  const teller = asked.find((one) => testOfGoroutine(one, crash) !== null) ?? null;
  const told = teller === null ? null : testOfGoroutine(teller, crash);
  if (told === 'none') return null;
  const running = crash.runningTests.map(({ test }) => test);
  // What was printing last says little where the text lists what was running.
  const names = running.length > 0 ? running : [crash.outputTest].filter((name) => name !== null);
  if (told !== null) return fullName(told.test, teller, names);
  return (
    ofSuite(goroutine, names) ?? (running.length > 0 ? longestRunning(crash) : crash.outputTest)
  );
}

function testOfGoroutine(goroutine: Goroutine, { stacks }: ParsedCrash): Told {
  let current: Goroutine | undefined = goroutine;
  for (let step = 0; step < maxSteps && current !== undefined; step++) {
    const told = testOfFrames(current.frames) ?? testOfFunction(current.createdBy);
    if (told !== null) return told;
    for (const { frames, createdBy } of current.ancestors) {
      const before = testOfFrames(frames) ?? testOfFunction(createdBy);
      if (before !== null) return before;
    }
    const creator: number | null = current.createdBy?.goroutine ?? null;
    if (creator === null) break;
    current = stacks.find((stack) => stack.goroutine.id === creator)?.goroutine;
  }
  return null;
}

/** What stands on the testing package's runner; else the outermost function that is a test's, in a goroutine that it started. */
function testOfFrames(frames: readonly Frame[]): Told {
  const test = testOfStack(frames);
  if (test !== null) return { test };
  for (const frame of frames.toReversed()) {
    const told = testOfFunction(frame);
    if (told !== null) return told;
  }
  return null;
}

// m.init.0  m.init  m.glob..func1 is any closure of a package variable, called by whomever
const startUp = /^[^.]*\.init(?:\.\d+)?$/;

function testOfFunction(frame: Frame | null): Told {
  if (frame === null) return null;
  const { function: name, file } = frame;
  if (startUp.test(name.slice(name.lastIndexOf('/') + 1))) return 'none';
  const test = file.endsWith('_test.go') ? declaredTest(name) : null;
  return test === null ? null : test === 'TestMain' ? 'none' : { test };
}

/** With the names of subtests, where one of this test is named; not where the stack or who started it is the test itself. */
function fullName(test: string, goroutine: Goroutine | null, names: readonly string[]): string {
  const base = goroutine === null ? null : (baseOfTest(goroutine.frames) ?? goroutine.createdBy);
  if (base?.function.endsWith(`.${test}`) === true) return test;
  const subtests = [...new Set(names)].filter((name) => topLevel(name) === test && name !== test);
  const [leaf, ...others] = innermost(subtests);
  return leaf === undefined || others.length > 0 ? test : leaf;
}

// m.(*OrderSuite).TestEmpty
const method = /\.\(?\*?[^.()]+\)?\.(?<method>Test[\p{L}\p{Nd}_]*)$/u;

/** A suite's method is called through reflect; of the names at hand, the one that ends with it. */
function ofSuite(goroutine: Goroutine | null, names: readonly string[]): string | null {
  for (const { function: name } of goroutine?.frames ?? []) {
    const test = method.exec(name)?.groups?.['method'];
    const full =
      test === undefined ? undefined : names.find((one) => one.split('/').includes(test));
    if (full !== undefined) return full;
  }
  return null;
}
